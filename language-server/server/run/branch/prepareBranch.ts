import type { LoadParams } from "../../../contract/engine.ts";
import type { BranchPoint, GivenText, RunBranch, RunManifest } from "../../../contract/entities.ts";
import type { BranchParams, BranchPlace, PathAddress } from "../../../contract/methods.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { placesAlong } from "../../../core/branches/places.ts";
import { continuationProblem } from "../../../core/endpoint/continuation.ts";
import { readBeginning, writeBeginning } from "../../../store/copyPath.ts";
import { branchIdOf, newRunId, rootOf } from "../../../store/runFolder.ts";
import type { RunReader } from "../../../store/runReader.ts";
import { createRun, type RunWriter } from "../../../store/runWriter.ts";
import type { ModelSession } from "../../modelSession.ts";
import { pointOf } from "./branchProgress.ts";
import { type FoundPath, findPath, placeProblem } from "./foundPath.ts";

const mostContinuations = 1024;
/** Enough to go on tokenising behind them. */
const tailTokens = 8;

export interface BranchParts {
  readonly reader: RunReader;
  readonly session: ModelSession;
  readonly runsFolder: string;
  now(): number;
  random(): number;
  /** How to load the model for so many paths beside the one that they leave. */
  plan(paths: number): LoadParams;
}

/**
 * Makes the folder of a branch with the beginnings of its paths, which then stand there as if they had been interrupted
 * at their places; resuming the branch is all that is left to be done.
 * Errors: `input/invalid`, `run/*`, those of loading a model.
 */
export async function prepareBranch(params: BranchParams, parts: BranchParts): Promise<Result<string>> {
  const { reader } = parts;
  const found = await findPath(reader, params.path);
  if (found === null) return fail("input/invalid", "The run has no such path.");
  const places: readonly BranchPlace[] = params.places ?? placesAlong(found.kept, params.positions ?? 0);
  if (places.length === 0) return fail("input/invalid", "There is nothing on this path to go on from yet.");
  const samples = places.length * params.count;
  if (!Number.isInteger(params.count) || params.count < 1 || samples > mostContinuations) {
    return fail(
      "input/invalid",
      `The continuations of all places together must be from 1 to ${mostContinuations}, not ${samples}.`,
    );
  }
  const unable = places.some(standsInside)
    ? continuationProblem(reader.manifest.host.endpoint, "branch")
    : null;
  if (unable !== null) return fail("input/invalid", unable);
  const load = parts.plan(samples);
  const inherited = inheritedBy(reader.manifest, params.path.sample);
  const points: BranchPoint[] = [];
  for (const place of places) {
    const problem = placeProblem(place, found);
    if (problem !== null) return fail("input/invalid", problem);
    const given = await givenAt(place, found, parts, load);
    if (!given.ok) return given;
    const { stageIndex, token } = place;
    const without =
      place.without === undefined
        ? inherited
        : { exchange: found.stages[stageIndex]?.exchange?.number ?? 0, peer: place.without };
    points.push({
      stageIndex,
      token,
      ...(given.value === null ? {} : { given: given.value }),
      ...(without === undefined ? {} : { without }),
    });
  }
  const branch: RunBranch = {
    kind: params.kind,
    of: params.path,
    root: rootPath(reader.manifest, params.path),
    points,
    perPoint: params.count,
  };
  const manifest = branchManifest(branch, reader.manifest, found, parts, load);
  const writer = await createRun(parts.runsFolder, manifest, [found.question]);
  if (!writer.ok) return writer;
  await writeBeginnings(writer.value, reader, found, branch);
  const closed = await writer.value.close();
  return closed.ok ? ok(manifest.id) : closed;
}

/** Its answer has begun there. */
const standsInside = ({ token, tokenId, text = "" }: BranchPlace): boolean =>
  token > 0 || tokenId !== undefined || text !== "";

/** What was left out of the prompts of a path stays left out where it is gone on with. */
const inheritedBy = ({ branch }: RunManifest, sample: number): BranchPoint["without"] =>
  branch === undefined ? undefined : pointOf(branch, sample)?.without;

const rootPath = ({ branch }: RunManifest, { runId, sample }: PathAddress): RunBranch["root"] =>
  branch?.root ?? { runId, sample };

async function writeBeginnings(
  writer: RunWriter,
  reader: RunReader,
  { key, question, openStage }: FoundPath,
  branch: RunBranch,
): Promise<void> {
  for (const [at, { stageIndex, token }] of branch.points.entries()) {
    const beginning = await readBeginning(reader, key, stageIndex, token, openStage);
    for (let continuation = 0; continuation < branch.perPoint; continuation++)
      writeBeginning(
        writer,
        { questionId: question.id, sample: at * branch.perPoint + continuation },
        beginning,
      );
  }
}

/** Tokens and text that a person has put behind the place; null for none. */
async function givenAt(
  place: BranchPlace,
  { key }: FoundPath,
  { reader, session }: BranchParts,
  load: LoadParams,
): Promise<Result<GivenText | null>> {
  const chosen = place.tokenId === undefined ? [] : [place.tokenId];
  const texts = chosen.length === 0 ? null : await reader.vocabulary();
  const chosenText = chosen.map((id) => texts?.get(id) ?? "").join("");
  if (place.text === undefined || place.text === "")
    return ok(chosen.length === 0 ? null : { tokens: chosen, text: chosenText });
  const stage = (await reader.stageTokens(key, place.stageIndex)).ids();
  // At its very start a text would get a beginning-of-sequence token: any token of the stage keeps that away.
  const before = place.token === 0 ? stage.slice(0, 1) : stage.slice(0, place.token);
  const preceding = [...before, ...chosen].slice(-tailTokens);
  const prompt = [{ text: place.text, special: false }];
  const encoded = await session.lend(load, (engine) => engine.call("tokenize", { prompt, preceding }));
  return encoded.ok
    ? ok({ tokens: [...chosen, ...encoded.value.tokens], text: `${chosenText}${place.text}` })
    : encoded;
}

function branchManifest(
  branch: RunBranch,
  of: RunManifest,
  { question }: FoundPath,
  { now, random }: BranchParts,
  load: LoadParams,
): RunManifest {
  const startedAt = new Date(now());
  // An ablation repeats the draws of its path; other continuations have dice of their own.
  const seed = branch.kind === "ablation" ? of.seed : Math.floor(random() * 2 ** 32);
  return {
    ...of,
    id: branchIdOf(rootOf(of.id), newRunId(startedAt, random)),
    createdAt: startedAt.toISOString(),
    title: `${titles[branch.kind]} · ${question.id}`,
    source: { ...of.source, count: 1 },
    seed,
    samples: branch.points.length * branch.perPoint,
    questionIds: [question.id],
    branch,
    host: { ...of.host, sequences: load.sequences, contextTokens: load.contextTokens },
  };
}

const titles: Readonly<Record<RunBranch["kind"], string>> = {
  fork: "Fork",
  rate: "Success rate along a path",
  ablation: "Without a peer's note",
};
