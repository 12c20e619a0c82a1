/** Paths for the tests of summaries: only what the numbers depend on. */
import type {
  Outcome,
  PathRecord,
  Question,
  RunManifest,
  StageName,
  StageRecord,
  Verdict,
} from "../../../language-server/contract/entities.ts";

export const verdict = (correct: boolean, answer: string | null = correct ? "4" : "5"): Verdict => ({
  correct,
  extracted: answer,
  method: answer === null ? "none" : "box",
  rule: "number_exact",
  reason: "",
  flags: answer === null ? ["no_answer"] : [],
  predNormal: answer ?? "",
  goldNormal: "4",
  grader: "exact",
  elapsedMs: 0,
});

export const stage = (name: StageName, index: number, more: Partial<StageRecord> = {}): StageRecord => ({
  stage: name,
  index,
  prompt: "",
  text: "",
  outcome: "finished",
  promptTokens: 10,
  generatedTokens: 100,
  forcedTokens: 0,
  promptMs: 0,
  generateMs: 1000,
  ...more,
});

export function path(
  questionId: string,
  sample: number,
  stages: readonly StageRecord[],
  answerStage: number | null,
  more: Partial<PathRecord> = {},
): PathRecord {
  const answer = answerStage === null ? undefined : stages[answerStage]?.verdict;
  return {
    questionId,
    sample,
    status: "done",
    stages,
    outcome: (stages.at(-1)?.outcome ?? "finished") as Outcome,
    ...(answerStage === null ? {} : { answerStage }),
    verdict: answer ?? verdict(false, null),
    ...more,
  };
}

/** A path of the direct protocol. */
export const direct = (
  questionId: string,
  sample: number,
  correct: boolean,
  answer?: string | null,
): PathRecord => path(questionId, sample, [stage("answer", 0, { verdict: verdict(correct, answer) })], 0);

export const question = (id: string, contentHash = `hash of ${id}`): Question => ({
  id,
  text: `Question\n  ${id}`,
  gold: "4",
  answerKind: "value",
  contentHash,
});

export const manifest = (
  questionIds: readonly string[],
  samples = 1,
  more: Partial<RunManifest> = {},
): RunManifest => ({
  formatVersion: 1,
  id: "run",
  createdAt: "2025-01-31T12:00:00.000Z",
  title: "run",
  source: { path: "q.jsonl", sha256: "0", format: "gsm8k", count: questionIds.length },
  model: { path: "m.gguf", name: "m", fingerprint: "0", architecture: "llama", quantisation: "F16" },
  protocol: { id: "direct", version: 1, parameters: {} },
  sampling: { temperature: 0.6, topP: 0.95, minP: 0, topK: 40 },
  seed: 1,
  samples,
  grading: { profile: "strict", version: "1" },
  questionIds,
  host: { platform: "x", device: "cpu", deviceNames: [], engine: "e", sequences: 1, contextTokens: 512 },
  product: "p",
  ...more,
});

export function near(actual: number | null | undefined, expected: number, tolerance = 5e-4): void {
  if (typeof actual !== "number" || !(Math.abs(actual - expected) <= tolerance))
    throw new Error(`${actual} is not ${expected}`);
}
