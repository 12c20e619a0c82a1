/** The log of a run: a `TrainingPoint` as JSON on each line of `steps.jsonl`. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrainingPoint } from "../../contract/lab.ts";

export const stepLogPath = (folder: string): string => join(folder, "steps.jsonl");

/** A line as a point; null when a kill or a foreign hand left something else. */
export function readPoint(line: string): TrainingPoint | null {
  try {
    const point: TrainingPoint = JSON.parse(line);
    return typeof point.step === "number" && typeof point.loss === "number" ? point : null;
  } catch {
    return null;
  }
}

/** Takes lines of steps that the checkpoint does not know out of the log: they are about to be taken again. */
export async function cutStepLog(folder: string, step: number): Promise<void> {
  const path = stepLogPath(folder);
  const text = await readFile(path, "utf8").catch(() => "");
  const kept = text.split("\n").filter((line) => (readPoint(line)?.step ?? Number.POSITIVE_INFINITY) <= step);
  await writeFile(`${path}.part`, kept.map((line) => `${line}\n`).join(""));
  await rename(`${path}.part`, path);
}
