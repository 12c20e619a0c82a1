import type { QuestionRow } from "../../../language-server/contract/entities.ts";

/** What the Test Explorer says of a question. */
export type RowResult =
  | { readonly state: "unfinished" }
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly message: string; readonly expected: string; readonly actual: string }
  | { readonly state: "errored"; readonly message: string };

/** A question passes when most of its samples are right; with an even split it does not. */
export function rowResult(row: QuestionRow): RowResult {
  const { verdicts, given, outcomes } = row;
  if (verdicts.length === 0 || verdicts.some((verdict) => verdict === "queued" || verdict === "running")) {
    return { state: "unfinished" };
  }
  const right = verdicts.filter((verdict) => verdict === "right").length;
  if (right * 2 > verdicts.length) return { state: "passed" };
  if (verdicts.every((verdict) => verdict === "failed")) {
    return { state: "errored", message: "The question could not be evaluated; the trace panel says why." };
  }
  const answers = verdicts.map((verdict, sample) => given[sample] ?? `(${outcomes[sample] ?? verdict})`);
  return {
    state: "failed",
    message:
      verdicts.length === 1
        ? `Expected ${row.gold}, got ${answers[0]}.`
        : `${right} of ${verdicts.length} samples right; expected ${row.gold}.`,
    expected: row.gold,
    actual: answers.join("\n"),
  };
}
