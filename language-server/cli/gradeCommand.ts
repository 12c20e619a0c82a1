import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGrading } from "../server/product.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import { type ExitCode, exitCodes, readOptions, UsageError } from "./usage.ts";

interface GradeCase {
  readonly gold: string;
  readonly pred: string;
}

/** `deliberate grade CASES.jsonl [--json]`: one verdict a line, in order. */
export async function gradeCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const { path, profile } = readArguments(args);
  if (path !== "-" && !(await stat(path).catch(() => null))?.isFile()) {
    throw new UsageError(`the file ${path} does not exist or cannot be read`);
  }
  const grading = createGrading(files);
  let bad = 0;
  try {
    const input = path === "-" ? process.stdin : createReadStream(path, "utf8");
    let index = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const parsed = parseCase(line);
      if (typeof parsed === "string") {
        bad++;
        await write({ index, verdict: false, rule: "none", reason: parsed });
      } else {
        const verdict = await grading.gradePrediction(parsed.pred, parsed.gold, { profile });
        await write({ index, verdict: verdict.correct, rule: verdict.rule, reason: verdict.reason });
      }
      index++;
    }
  } finally {
    await grading.dispose();
  }
  if (bad > 0) process.stderr.write(`deliberate: ${bad} lines are not of the form {"gold", "pred"}\n`);
  return bad > 0 ? exitCodes.failed : exitCodes.done;
}

function readArguments(args: readonly string[]): { path: string; profile: "strict" | "lenient" } {
  const { values, positionals } = readOptions(args, {
    json: { type: "boolean" },
    profile: { type: "string" },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError("grade wants one file of cases");
  const profile = values.profile ?? "lenient";
  if (profile !== "strict" && profile !== "lenient") throw new UsageError("--profile is strict or lenient");
  return { path, profile };
}

function parseCase(line: string): GradeCase | string {
  try {
    const value = JSON.parse(line) as Partial<Record<keyof GradeCase, unknown>> | null;
    const { gold, pred } = value ?? {};
    const isText = (field: unknown) => typeof field === "string" || typeof field === "number";
    if (!isText(gold) || !isText(pred)) return "The line does not have the fields gold and pred.";
    return { gold: String(gold), pred: String(pred) };
  } catch {
    return "The line is not JSON.";
  }
}

/** Waits where the reader is slower than we are, so that large files do not pile up in memory. */
async function write(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once("drain", resolve));
}
