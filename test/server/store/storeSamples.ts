/** Small runs for the store's tests: every token follows from its place, so that any mix-up shows. */
import type { TokenChunk } from "../../../language-server/contract/engine.ts";
import type {
  Question,
  RunManifest,
  StageRecord,
  Verdict,
} from "../../../language-server/contract/entities.ts";

export const question = (id: string, gold = "4"): Question => ({
  id,
  text: `What is ${id}?`,
  gold,
  answerKind: "value",
  contentHash: `hash-${id}`,
});

export const manifestFor = (
  questions: readonly Question[],
  samples = 1,
  id = "20250131-120000-000-aaaaaa",
): RunManifest => ({
  formatVersion: 1,
  id,
  createdAt: "2025-01-31T12:00:00.000Z",
  title: "a run",
  source: { path: "q.jsonl", sha256: "00", format: "gsm8k", count: questions.length },
  model: { path: "m.gguf", name: "m", fingerprint: "00", architecture: "llama", quantisation: "F16" },
  protocol: { id: "direct", version: 1, parameters: {} },
  sampling: { temperature: 0.6, topP: 0.95, minP: 0, topK: 40 },
  seed: 1,
  samples,
  grading: { profile: "strict", version: "1" },
  questionIds: questions.map((q) => q.id),
  host: {
    platform: "linux",
    device: "cpu",
    deviceNames: [],
    engine: "test",
    sequences: 1,
    contextTokens: 512,
  },
  product: "test",
});

export const tokenId = (path: number, stage: number, step: number): number =>
  (path * 7919 + stage * 104_729 + step * 31) % 32_000;

export const tokenText = (path: number, stage: number, step: number): string => `${path}.${stage}.${step}é `;

export function chunkOf(
  path: number,
  stage: number,
  from: number,
  to: number,
  forcedAt = Number.POSITIVE_INFINITY,
): TokenChunk {
  const n = to - from;
  const ids = Uint32Array.from({ length: n }, (_, i) => tokenId(path, stage, from + i));
  return {
    slot: 0,
    firstStep: from,
    ids,
    texts: Array.from({ length: n }, (_, i) => tokenText(path, stage, from + i)),
    logprobs: Float32Array.from({ length: n }, () => -0.5),
    entropies: Float32Array.from({ length: n }, () => 1.25),
    alternativeIds: Uint32Array.from({ length: n * 5 }, (_, i) => (i % 5 < 2 ? i % 5 : 0xffffffff)),
    alternativeLogprobs: Float32Array.from({ length: n * 5 }, (_, i) => -(i % 5)),
    forced: Uint8Array.from({ length: n }, (_, i) => (from + i >= forcedAt ? 1 : 0)),
    stepMs: Float32Array.from({ length: n }, () => 3),
    vocabulary: [
      { id: 0, text: "zero" },
      { id: 1, text: "one" },
    ],
  };
}

export const textOf = (path: number, stage: number, tokens: number): string =>
  Array.from({ length: tokens }, (_, step) => tokenText(path, stage, step)).join("");

export const verdict = (correct: boolean, answer = correct ? "4" : "5"): Verdict => ({
  correct,
  extracted: answer,
  method: "box",
  rule: "number_exact",
  reason: correct ? "same number" : "another number",
  flags: [],
  predNormal: answer,
  goldNormal: "4",
  grader: "exact",
  elapsedMs: 1,
});

export const stageRecord = (
  path: number,
  index: number,
  tokens: number,
  more: Partial<StageRecord> = {},
): StageRecord => ({
  stage: index === 0 ? "fast" : "slow",
  index,
  prompt: `prompt ${index}`,
  text: textOf(path, index, tokens),
  outcome: "finished",
  promptTokens: 10,
  generatedTokens: tokens,
  forcedTokens: 0,
  promptMs: 1,
  generateMs: 2,
  verdict: verdict(true),
  ...more,
});
