import type { GradingFlag, GradingProfile, GradingRule } from "../../contract/entities.ts";
import type { Limits } from "./algebra.ts";
import type { Answer, SymbolicEngine } from "./types.ts";

/** Result of comparing two values: yes, no, or open (only the symbolic engine can tell). */
export interface Outcome {
  readonly answer: Answer;
  readonly rule: GradingRule;
  readonly reason: string;
  readonly flags: readonly GradingFlag[];
}

/** What a comparison may use. */
export interface Comparing {
  readonly engine: SymbolicEngine | undefined;
  readonly limits: Limits;
  readonly profile: GradingProfile;
  readonly tolerance: number | undefined;
  /** The gold is about complex numbers: sample complex points. */
  readonly complex: boolean;
}

export const yes = (rule: GradingRule, reason: string, flags: readonly GradingFlag[] = []): Outcome => ({
  answer: "yes",
  rule,
  reason,
  flags,
});
export const no = (rule: GradingRule, reason: string, flags: readonly GradingFlag[] = []): Outcome => ({
  answer: "no",
  rule,
  reason,
  flags,
});
export const stillOpen = (reason: string): Outcome => ({ answer: "open", rule: "none", reason, flags: [] });

/** Outcome of a container: all elements must agree. One "no" settles it, else one "open" leaves it open. */
export function all(outcomes: readonly Outcome[], rule: GradingRule, right: string, wrong: string): Outcome {
  const flags = [...new Set(outcomes.flatMap((o) => o.flags))];
  const failed = outcomes.find((o) => o.answer === "no");
  if (failed) return no(rule, `${wrong} ${failed.reason}`, failed.flags);
  if (outcomes.some((o) => o.answer === "open")) return stillOpen(wrong);
  return yes(rule, right, flags);
}
