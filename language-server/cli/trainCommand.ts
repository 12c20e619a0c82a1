import { basename, join, resolve } from "node:path";
import type { TrainingPoint } from "../contract/lab.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import type { TrainingResult } from "../lab/process/carryOut.ts";
import { trainInProcess } from "../lab/process/labHost.ts";
import { checkParts, furthestRun, newRunFolder } from "../lab/recipe/parts.ts";
import type { Recipe } from "../lab/recipe/recipe.ts";
import { lastStep, readRunStatus } from "../lab/recipe/runFolder.ts";
import type { RunFacts } from "../lab/recipe/train.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import { figuresOf, recentSteps } from "../server/training/curve.ts";
import { ensureRunsFolder, trainingFolder } from "../store/runFolder.ts";
import { ProgressLine } from "./progressLine.ts";
import { readTrainArguments, type TrainArguments } from "./trainArguments.ts";
import { type ExitCode, exitCodes } from "./usage.ts";

/** `deliberate train RECIPE.yaml [options]`: trains it, and what it starts from, to the end or until interrupted. */
export async function trainCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const given = readTrainArguments(args);
  const progress = new ProgressLine(process.stderr);
  const failed = (message: string): ExitCode => {
    progress.line(message);
    return exitCodes.failed;
  };
  const source = resolve(given.recipe);
  const recipe = await checkParts(source, resolve(given.folder ?? join(ownFolder(), "new")));
  if (!recipe.ok) return failed(recipe.error.message);
  const folder = await folderFor(given, source, recipe.value);
  if (!folder.ok) return failed(folder.error.message);

  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  const order = { recipePath: source, folder: folder.value, device: given.device };
  const trained = await trainInProcess(order, {
    entry: files.lab.path,
    execArgv: files.lab.execArgv,
    signal: stop.signal,
    ...progressOf(progress),
  });
  process.off("SIGINT", interrupt);
  process.off("SIGTERM", interrupt);
  progress.clear();
  if (!trained.ok) {
    failed(trained.error.message);
    progress.detail(trained.error.detail ?? "");
    return exitCodes.failed;
  }
  if (!trained.value.finished) {
    const where = `${basename(trained.value.folder)}, step ${trained.value.step}`;
    return failed(
      `stopped at ${where}; go on with: deliberate train ${given.recipe} --folder ${folder.value} --resume`,
    );
  }
  process.stdout.write(given.json ? `${JSON.stringify(trained.value)}\n` : report(trained.value));
  return exitCodes.done;
}

const ownFolder = (): string => trainingFolder(process.cwd(), process.cwd());

async function folderFor(given: TrainArguments, source: string, recipe: Recipe): Promise<Result<string>> {
  if (given.folder !== undefined) {
    const folder = resolve(given.folder);
    const hasRun = (await readRunStatus(folder)) !== null || (await lastStep(folder)) > 0;
    if (hasRun && !given.resume)
      return fail("input/invalid", `${folder} holds a run already: go on with it by --resume`);
    if (!hasRun && given.resume) return fail("training/not-found", `there is no run in ${folder}`);
    return ok(folder);
  }
  if (!given.resume) {
    await ensureRunsFolder(ownFolder());
    return ok(await newRunFolder(ownFolder(), source));
  }
  const furthest = await furthestRun(recipe, ownFolder());
  if (furthest === null)
    return fail("training/not-found", `there is no run of this recipe in ${ownFolder()}`);
  return ok(furthest);
}

/** Shows what the lab process tells. */
function progressOf(progress: ProgressLine) {
  let facts: RunFacts | null = null;
  let recent: TrainingPoint[] = [];
  return {
    onOpen: (folder: string, opened: RunFacts) => {
      facts = opened;
      recent = [];
      const { device, parameters, step } = opened;
      const from = step === 0 ? "" : ` · from step ${step}`;
      progress.line(`${folder}\n  ${parameters.toLocaleString("en")} parameters on ${device}${from}`);
    },
    onStep: (point: TrainingPoint) => {
      recent = [...recent.slice(1 - recentSteps), point];
      if (facts !== null) progress.update(progressText(recent, facts.steps), point.step === facts.steps);
    },
    onLost: (how: string, lastWords: string) => {
      progress.line(`the lab process died (${how}) and goes on from its last checkpoint`);
      progress.detail(lastWords);
    },
  };
}

function progressText(recent: readonly TrainingPoint[], steps: number): string {
  const { step, loss, tokensPerSecond, secondsPerStep } = figuresOf(recent);
  const left = (steps - step) * secondsPerStep;
  return `step ${step}/${steps} · loss ${loss?.toFixed(4) ?? "–"} · ${tokensPerSecond.toFixed(0)} tokens/s · ${duration(left)} to go`;
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 2) return `${Math.round(seconds)} s`;
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

const report = ({ model, step, folder, heldBackLoss, heldBackAccuracy }: TrainingResult): string =>
  [
    `model      ${model}`,
    `steps      ${step}`,
    `held back  loss ${heldBackLoss.toFixed(4)} nats a token, ${(heldBackAccuracy * 100).toFixed(1)} % of next tokens right`,
    `run        ${folder}`,
    "",
  ].join("\n");
