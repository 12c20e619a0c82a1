/** Branches of the third question of the Thinker run, and those that a test starts. */
import type { Estimate, RunManifest } from "../../../language-server/contract/entities.ts";
import type {
  BranchParams,
  BranchPointResult,
  BranchSummary,
  PathAddress,
} from "../../../language-server/contract/methods.ts";
import { random } from "./data.ts";

const wilson = (right: number, n: number): Estimate => {
  const [share, z2] = [right / n, 1.96 ** 2];
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (1.96 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {
    value: share,
    n,
    interval: { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level: 0.95 },
  };
};

function result(
  point: BranchPointResult["point"],
  first: number,
  count: number,
  chance: number,
  ended = count,
): BranchPointResult {
  const continuations = Array.from({ length: count }, (_, at) => {
    const right = random(first + at, 91) < chance;
    const over = at < ended;
    return {
      sample: first + at,
      mark: !over ? ("running" as const) : right ? ("right" as const) : ("wrong" as const),
      answer: !over ? null : right ? "17/5" : String(20 + at),
      outcome: over ? ("finished" as const) : null,
      tokens: over ? 140 + at * 9 : 0,
    };
  });
  const right = continuations.filter(({ mark }) => mark === "right").length;
  return { point, success: ended === 0 ? null : wilson(right, ended), continuations };
}

const started: BranchSummary[] = [];

const home: PathAddress = { runId: "run-thinker", questionId: "q-00003", sample: 0 };
const isHome = (of: PathAddress): boolean => JSON.stringify(of) === JSON.stringify(home);

const kept: readonly BranchSummary[] = [
  {
    runId: "run-thinker~fork",
    kind: "fork",
    of: home,
    createdAt: "2026-11-20T10:00:00Z",
    status: "done",
    points: [
      result(
        { stageIndex: 2, token: 36, given: { tokens: [104, 7, 8], text: " therefore the sum" } },
        0,
        6,
        0.6,
      ),
    ],
  },
  {
    runId: "run-thinker~rate",
    kind: "rate",
    of: home,
    createdAt: "2026-11-20T10:10:00Z",
    status: "done",
    points: [0.3, 0.3, 0.35, 0.5, 0.55, 0.9, 0.95].map((chance, at) =>
      result({ stageIndex: 2, token: at * 700 }, at * 12, 12, chance),
    ),
  },
];

export const branchesOf = (of: PathAddress): readonly BranchSummary[] => [
  ...(isHome(of) ? kept : []),
  ...started.filter((branch) => JSON.stringify(branch.of) === JSON.stringify(of)),
];

/** It works: some of its continuations have ended. */
export function startedBranch({ path, kind, places, positions, count }: BranchParams): string {
  const runId = `${path.runId}~started-${started.length + 1}`;
  const points =
    places?.map(({ stageIndex, token, tokenId, text, without }) => ({
      stageIndex,
      token,
      ...(without === undefined ? {} : { without: { exchange: 1, peer: without } }),
      ...(tokenId === undefined && text === undefined
        ? {}
        : { given: { tokens: [tokenId ?? 7], text: `${tokenId === undefined ? "" : " the"}${text ?? ""}` } }),
    })) ?? Array.from({ length: positions ?? 0 }, (_, at) => ({ stageIndex: 0, token: at * 5 }));
  started.push({
    ...{ runId, kind, of: path, createdAt: "2026-11-20T11:00:00Z", status: "running" },
    points: points.map((point, at) => result(point, at * count, count, 0.5, Math.floor(count / 2))),
  });
  return runId;
}

/** A run as it is, or as the branch of it that the id names. */
export function branchManifest(manifest: RunManifest, id: string): RunManifest {
  const branch = [...kept, ...started].find(({ runId }) => runId === id);
  if (branch === undefined) return manifest;
  const perPoint = branch.points[0]?.continuations.length ?? 1;
  return {
    ...manifest,
    id,
    branch: {
      kind: branch.kind,
      of: branch.of,
      root: { runId: branch.of.runId, sample: branch.of.sample },
      points: branch.points.map(({ point }) => point),
      perPoint,
    },
  };
}
