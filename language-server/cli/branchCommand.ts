import { basename, dirname, join, resolve } from "node:path";
import type { BranchParams, BranchSummary } from "../contract/methods.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import type { RunService } from "../server/run/runService.ts";
import { defaultSettings } from "../server/settings.ts";
import { ProgressLine } from "./progressLine.ts";
import { estimate } from "./report.ts";
import { type ExitCode, exitCodes, numberOption, readOptions, UsageError } from "./usage.ts";
import { withProduct } from "./withProduct.ts";

const usualPositions = 8;
const usualCount = 8;

/** `deliberate branch RUN --question Q [options]`: goes on from a token of a path, or from places along it. */
export async function branchCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const { params, folder, json } = readArguments(args);
  const progress = new ProgressLine(process.stderr);
  const setting = { files, settings: defaultSettings, folder, progress };
  const branch = await withProduct(setting, ({ runs }) => carryOut(runs, params));
  if (!branch.ok) {
    progress.line(branch.error.message.split("\n")[0] ?? "failed");
    return exitCodes.failed;
  }
  const { runId, points } = branch.value;
  const kept = join(folder, basename(params.path.runId), "branches", runId.split("~")[1] ?? "");
  process.stdout.write(
    json ? `${JSON.stringify({ ...branch.value, folder: kept })}\n` : textReport(points, kept),
  );
  return exitCodes.done;
}

async function carryOut(runs: RunService, params: BranchParams): Promise<Result<BranchSummary>> {
  const started = await runs.startBranch(params);
  if (!started.ok) return started;
  const end = await started.value.ended;
  if (end.failure !== null) return { ok: false, error: end.failure };
  const listed = await runs.branches(params.path);
  if (!listed.ok) return listed;
  const branch = listed.value.branches.find(({ runId }) => runId === started.value.runId);
  if (branch === undefined) return fail("run/not-found", "the branch is gone");
  return end.status === "done"
    ? ok(branch)
    : fail("run/not-resumable", "stopped; what is there stays in the run's folder");
}

const textReport = (points: BranchSummary["points"], folder: string): string =>
  [
    "",
    "Success rate",
    ...points.map(({ point, success }) =>
      estimate(`stage ${point.stageIndex}, token ${point.token}`, success),
    ),
    `  branch: ${folder}`,
    "",
    "",
  ].join("\n");

function readArguments(args: readonly string[]): { params: BranchParams; folder: string; json: boolean } {
  const { values, positionals } = parse(args);
  const [run, ...others] = positionals;
  if (run === undefined || others.length > 0) throw new UsageError("branch wants the folder of one run");
  const questionId = values.question;
  if (questionId === undefined) throw new UsageError("branch wants --question ID");
  const number = (name: "sample" | "positions" | "stage" | "token" | "count") =>
    numberOption(name, values[name]);
  const token = number("token");
  const positions = number("positions");
  if (token !== undefined && positions !== undefined)
    throw new UsageError("--positions and --token exclude each other");
  const { text } = values;
  const place =
    token === undefined
      ? { kind: "rate" as const, positions: positions ?? usualPositions }
      : {
          kind: "fork" as const,
          places: [{ stageIndex: number("stage") ?? 0, token, ...(text === undefined ? {} : { text }) }],
        };
  return {
    params: {
      path: { runId: basename(resolve(run)), questionId, sample: (number("sample") ?? 1) - 1 },
      count: number("count") ?? usualCount,
      ...place,
    },
    folder: dirname(resolve(run)),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  return readOptions(args, {
    question: text,
    sample: text,
    positions: text,
    stage: text,
    token: text,
    text,
    count: text,
    json: { type: "boolean" },
  });
}
