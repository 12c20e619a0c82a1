import type { StageName, StageRecord, Verdict } from "../../../language-server/contract/entities.ts";

/** A verdict as the grader would give it. */
export const verdict = (extracted: string | null, correct = false): Verdict => ({
  correct,
  extracted,
  method: extracted === null ? "none" : "box",
  rule: extracted === null ? "none" : "text",
  reason: "",
  flags: [],
  predNormal: extracted ?? "",
  goldNormal: "",
  grader: "text",
  elapsedMs: 0,
});

/** A finished stage with plausible counts. */
export const stage = (name: StageName, index: number, more: Partial<StageRecord> = {}): StageRecord => ({
  stage: name,
  index,
  prompt: "",
  text: "",
  outcome: "finished",
  promptTokens: 10,
  generatedTokens: 100,
  forcedTokens: 0,
  promptMs: 1,
  generateMs: 1,
  ...more,
});
