import { resolve } from "node:path";
import type { Estimate, RunComparison } from "../contract/entities.ts";
import { comparedRun, compareRuns } from "../core/statistics/compareRuns.ts";
import { openRun, type RunReader } from "../store/runReader.ts";
import { estimate, pValue } from "./report.ts";
import { type ExitCode, exitCodes, readOptions, UsageError } from "./usage.ts";

/** Flipped questions that the report for people names. */
const shownFlips = 20;

interface CompareArguments {
  readonly folders: readonly [string, string];
  readonly json: boolean;
  readonly failIfWorse: boolean;
}

/**
 * `deliberate compare A B`: paired statistics of two runs on the questions that they share. Runs that are not finished
 * are compared on what they have.
 */
export async function compareCommand(args: readonly string[]): Promise<ExitCode> {
  const { folders, json, failIfWorse } = readArguments(args);
  const a = await openRun(folders[0]);
  if (!a.ok) return failed(a.error.message);
  const b = await openRun(folders[1]);
  if (!b.ok) return failed(b.error.message);
  const comparison = compareRuns(comparedRun(a.value), comparedRun(b.value));
  if (comparison.shared === 0) {
    return failed("the runs share no question: only those with the same text and the same gold are compared");
  }
  process.stdout.write(json ? `${JSON.stringify(comparison)}\n` : report(a.value, b.value, comparison));
  return failIfWorse && isWorse(comparison.difference) ? exitCodes.belowThreshold : exitCodes.done;
}

/** The whole interval of B − A lies below zero. */
const isWorse = ({ interval }: Estimate): boolean => interval !== null && interval.high < 0;

function failed(message: string): ExitCode {
  process.stderr.write(`deliberate: ${message}\n`);
  return exitCodes.failed;
}

function readArguments(args: readonly string[]): CompareArguments {
  const { values, positionals } = readOptions(args, {
    json: { type: "boolean" },
    "fail-if-worse": { type: "boolean" },
  });
  const [a, b, ...others] = positionals;
  if (a === undefined || b === undefined || others.length > 0)
    throw new UsageError("compare wants the folders of two runs");
  const { json = false, "fail-if-worse": failIfWorse = false } = values;
  return { folders: [resolve(a), resolve(b)], json, failIfWorse };
}

function report(a: RunReader, b: RunReader, comparison: RunComparison): string {
  const { shared, onlyA, onlyB, changedQuestions, mcnemar, flips, warnings } = comparison;
  const elsewhere = [
    ...(onlyA > 0 ? [`${onlyA} only in A`] : []),
    ...(onlyB > 0 ? [`${onlyB} only in B`] : []),
    ...(changedQuestions > 0 ? [`${changedQuestions} changed between the runs`] : []),
  ];
  const lines = [
    `A  ${a.manifest.title}  (${a.folder})`,
    `B  ${b.manifest.title}  (${b.folder})`,
    `  ${shared} questions in both${elsewhere.length > 0 ? `; left out: ${elsewhere.join(", ")}` : ""}`,
    estimate("accuracy of A", comparison.accuracyA),
    estimate("accuracy of B", comparison.accuracyB),
    `  ${"B \u2212 A".padEnd(28)} ${differenceText(comparison.difference)}`,
    `  ${"McNemar".padEnd(28)} right in A alone ${mcnemar.aOnly}, in B alone ${mcnemar.bOnly}, ${pValue(mcnemar.p)} (exact)`,
    ...flips
      .slice(0, shownFlips)
      .map((flip) => `  ${flip.b > flip.a ? "+" : "\u2212"} ${flip.questionId}  ${flip.preview}`),
    ...(flips.length > shownFlips ? [`  and ${flips.length - shownFlips} more, see --json`] : []),
    ...warnings.map((warning) => `  warning: ${warning}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** Percentage points with their sign. */
function differenceText({ value, interval }: Estimate): string {
  const points = (share: number) => `${share < 0 ? "\u2212" : "+"}${Math.abs(share * 100).toFixed(1)}`;
  const range = interval === null ? "" : `  [${points(interval.low)}, ${points(interval.high)}]`;
  return `${points(value)} points${range}`;
}
