/** A made-up but realistic set of runs for the panel: arithmetic word problems and TeX questions, all from a seed. */
import {
  type Estimate,
  type Outcome,
  outcomes,
  type PathRecord,
  type Question,
  type QuestionRow,
  type RunManifest,
  type RunSummary,
  type StageName,
  type StageRecord,
  type ThinkerSummary,
  type TokenRecord,
  type Verdict,
} from "../../../language-server/contract/entities.ts";

/** Small counter-based generator: the same place gives the same number in every test. */
export const random = (...keys: number[]): number => {
  let state = 0x9e3779b9;
  for (const key of keys) {
    state = Math.imul(state ^ (key + 0x7f4a7c15), 0x85ebca6b);
    state ^= state >>> 13;
    state = Math.imul(state, 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return (state >>> 0) / 2 ** 32;
};

const names = ["Mira", "Jonas", "Aiko", "Tom", "Leila", "Pedro", "Nora", "Sam"];
const things = ["apples", "tickets", "marbles", "books", "stickers", "eggs"];

const texQuestions: readonly (readonly [string, string])[] = [
  ["Find the value of $x$ such that $\\frac{x+3}{4} = \\sqrt{x^2 - 9}$ for $x > 0$.", "\\frac{17}{5}"],
  ["Compute $\\sum_{k=1}^{10} k^2$.", "385"],
  [
    "What is the area of a circle with radius $r = 3\\sqrt{2}$? Give the answer in terms of $\\pi$.",
    "18\\pi",
  ],
  ["Let $A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$. Find $\\det A$.", "-2"],
  ["How many degrees are in $\\angle ABC$ if $\\angle A = 40^\\circ$ and $AB = BC$?", "100"],
];

export const hostileIndex = 5;
export const longIndex = 2;
export const hostileText = [
  '<img src=x onerror="window.__hacked = 1">',
  "</script><script>window.__hacked = 2</script>",
  "$\\href{javascript:window.__hacked=3}{click}$ and $\\includegraphics{https://example.org/a.png}$",
  "[link](javascript:window.__hacked=4) ![img](https://example.org/b.png)",
  "$\\htmlStyle{color:red}{x}$ $\\fcolorbox{red}{blue}{y}$ $\\pmb{z}$ $\\unknowncommand{q$",
  '<a href="javascript:window.__hacked=5">x</a>',
].join("\n\n");

export function question(index: number): Question {
  const tex = index % 3 === 2 ? texQuestions[Math.floor(index / 3) % texQuestions.length] : undefined;
  const a = 3 + Math.floor(random(index, 1) * 40);
  const b = 2 + Math.floor(random(index, 2) * 9);
  const name = names[index % names.length] ?? "Mira";
  const thing = things[Math.floor(random(index, 3) * things.length)] ?? "apples";
  const text =
    tex?.[0] ??
    `${name} has ${a} ${thing}. A friend gives ${name} ${b} bags with ${a} ${thing} each. How many ${thing} does ${name} have now?`;
  return {
    id: `q-${String(index + 1).padStart(5, "0")}`,
    text,
    gold: tex?.[1] ?? String(a + a * b),
    answerKind: "value",
    contentHash: `hash-${index}`,
    tags: tex === undefined ? { subject: "arithmetic", level: "1" } : { subject: "algebra", level: "4" },
    solution: `The sum is $${a} + ${a} \\cdot ${b} = ${a + a * b}$.`,
  };
}

const sampleState = (
  run: number,
  index: number,
  sample: number,
  done: number,
): QuestionRow["verdicts"][number] => {
  if (index > done) return "queued";
  if (index === done) return "running";
  return random(run, index, sample, 7) < 0.42 - (run - 1) * 0.06 ? "right" : "wrong";
};

const sampleOutcome = (run: number, index: number, sample: number): Outcome => {
  const draw = random(run, index, sample, 9);
  if (draw < 0.72) return "finished";
  if (draw < 0.84) return "forced-closed";
  if (draw < 0.93) return "truncated";
  return draw < 0.98 ? "no-answer" : "context-exhausted";
};

/** `done`: number of questions finished; the next one runs. */
export function row(run: number, index: number, samples: number, done: number): QuestionRow {
  const { id, text, gold } = question(index);
  const verdicts = Array.from({ length: samples }, (_, sample) => sampleState(run, index, sample, done));
  const finished = (verdict: string): boolean => verdict === "right" || verdict === "wrong";
  const ends = verdicts.map((verdict, sample) =>
    !finished(verdict) ? null : verdict === "right" ? "finished" : sampleOutcome(run, index, sample),
  );
  return {
    index,
    questionId: id,
    preview: text.slice(0, 160),
    gold,
    verdicts,
    outcomes: ends,
    given: verdicts.map((verdict, sample) =>
      !finished(verdict) || ends[sample] === "no-answer"
        ? null
        : verdict === "right"
          ? gold
          : String(Math.floor(random(run, index, sample, 4) * 90)),
    ),
    tokens: index < done ? 200 + Math.floor(random(run, index, 5) * 5200) : 0,
  };
}

export const estimate = (value: number, n: number): Estimate => {
  const half = 1.96 * Math.sqrt(Math.max(0.0004, value * (1 - value)) / n);
  return {
    value,
    n,
    interval: { low: Math.max(0, value - half), high: Math.min(1, value + half), level: 0.95 },
  };
};

export interface RunPlan {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly protocol: "direct" | "thinker" | "multi-attempt";
  readonly questions: number;
  readonly samples: number;
  readonly done: number;
  readonly status: RunSummary["status"];
}

export const plans: readonly RunPlan[] = [
  {
    id: "run-live",
    number: 3,
    title: "GSM8K test, first 100",
    protocol: "thinker",
    questions: 100,
    samples: 1,
    done: 37,
    status: "running",
  },
  {
    id: "run-thinker",
    number: 1,
    title: "MATH-500 and GSM8K, 10,000 questions",
    protocol: "thinker",
    questions: 10_000,
    samples: 4,
    done: 10_000,
    status: "done",
  },
  {
    id: "run-attempts",
    number: 2,
    title: "MATH-500 and GSM8K, 10,000 questions",
    protocol: "multi-attempt",
    questions: 10_000,
    samples: 1,
    done: 10_000,
    status: "done",
  },
  {
    id: "run-stopped",
    number: 4,
    title: "AIME 2024",
    protocol: "direct",
    questions: 30,
    samples: 16,
    done: 12,
    status: "stopped",
  },
  {
    id: "run-cut",
    number: 5,
    title: "short.jsonl · Thinker",
    protocol: "thinker",
    questions: 8,
    samples: 1,
    done: 8,
    status: "done",
  },
];

/** All fast answers wrong, all kept, and every stage cut: nothing is sent to slow thinking. */
const settledWrong = (n: number): ThinkerSummary => ({
  fastAccuracy: estimate(0, n),
  finalAccuracy: estimate(0, n),
  gain: estimate(0, n),
  gainTest: { better: 0, worse: 0, p: 1 },
  verifierTpr: null,
  verifierTnr: estimate(0, n),
  verifierBalanced: null,
  unclearRate: 0,
  rescue: null,
  keep: null,
  damage: null,
  settledByFast: 1,
  oracleVerifierBound: 0,
  identityError: 0,
});

/** As the server words them. */
const cutWarnings = [
  "100 % of the answers ran into the end of the context and count as not right; a larger context may change the result.",
  ...["fast", "slow", "summary"].map(
    (stage) => `100 % of the ${stage} stage was cut by its budget or the context.`,
  ),
];

const stagesOf = (plan: RunPlan): readonly { stage: StageName; attempt?: number }[] =>
  plan.protocol === "thinker"
    ? [{ stage: "fast" }, { stage: "verify" }, { stage: "slow" }, { stage: "summary" }]
    : plan.protocol === "multi-attempt"
      ? [1, 2, 3].map((attempt) => ({ stage: "attempt" as const, attempt }))
      : [{ stage: "answer" }];

export function summary(plan: RunPlan, done = plan.done): RunSummary {
  const n = Math.max(1, done);
  const [a, tpr, tnr, keep, rescue] = [0.31, 0.82, 0.44, 0.71, 0.27] as const;
  const final = a * tpr + a * (1 - tpr) * keep + (1 - a) * tnr * rescue;
  const within = [0.27, 0.34, 0.371];
  const cut = plan.id === "run-cut";
  const reached = cut ? 0 : { thinker: final, "multi-attempt": 0.371, direct: 0.24 }[plan.protocol];
  const accuracy = estimate(reached, n);
  const paths = done * plan.samples;
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  counts.finished = Math.round(paths * 0.72);
  counts["forced-closed"] = Math.round(paths * 0.12);
  counts.truncated = Math.round(paths * 0.09);
  counts["no-answer"] = Math.round(paths * 0.05);
  if (cut) for (const outcome of outcomes) counts[outcome] = 0;
  counts["context-exhausted"] =
    paths - counts.finished - counts["forced-closed"] - counts.truncated - counts["no-answer"];
  return {
    id: plan.id,
    title: plan.title,
    status: plan.status,
    createdAt: `2026-11-${10 + plan.number}T09:2${plan.number}:00Z`,
    protocol: plan.protocol,
    modelName: "Qwen3 0.6B",
    determinism: {
      level: cut ? "seeded" : "scheduled",
      strict: false,
      reason: "All paths keep step and slots are refilled in a fixed order.",
    },
    questions: plan.questions,
    samples: plan.samples,
    pathsDone: paths,
    pathsTotal: plan.questions * plan.samples,
    accuracy,
    passAtK:
      plan.samples === 1
        ? []
        : [1, 2, 4].map((k) => ({
            k,
            estimate: estimate(Math.min(0.98, accuracy.value * (1 + Math.log2(k) * 0.22)), n),
          })),
    consAtK: plan.samples === 1 ? null : { k: plan.samples, estimate: estimate(accuracy.value + 0.05, n) },
    outcomes: counts,
    ungraded: { timeout: 0, unparsed: plan.number === 1 ? 14 : 0 },
    stages: stagesOf(plan).map(({ stage, attempt }, at) => ({
      stage,
      ...(attempt === undefined ? {} : { attempt }),
      paths: Math.round(paths * [1, 1, 0.5, 0.48][at]!),
      tokensMean: [212.4, 431.8, 2210.6, 180.2][at]!,
      tokensMedian: [198, 402, 1980, 171][at]!,
      tokensTotal: Math.round(paths * [212.4, 431.8, 1105.3, 86.5][at]!),
      secondsTotal: Math.round(paths * [1.2, 2.4, 6.2, 0.5][at]!),
      truncationRate: [0.021, 0.004, 0.094, 0][at]!,
      noAnswerRate: [0.044, 0.012, 0.051, 0.003][at]!,
    })),
    tokensGenerated: paths * 1836,
    tokensPrompt: paths * 310,
    tokensPerCorrect: 1836 / accuracy.value,
    wallSeconds: paths * 0.9,
    tokensPerSecond: plan.status === "running" ? 186.3 : 204.7,
    ...(plan.protocol === "thinker"
      ? {
          thinker:
            plan.id === "run-cut"
              ? settledWrong(n)
              : {
                  fastAccuracy: estimate(a, n),
                  finalAccuracy: estimate(final, n),
                  gain: estimate(final - a, n),
                  gainTest: { better: 812, worse: 190, p: 1e-9 },
                  verifierTpr: estimate(tpr, n * a),
                  verifierTnr: estimate(tnr, n * (1 - a)),
                  verifierBalanced: (tpr + tnr) / 2,
                  unclearRate: 0.031,
                  rescue: estimate(rescue, n * (1 - a) * tnr),
                  keep: estimate(keep, n * a * (1 - tpr)),
                  damage: estimate(1 - keep, n * a * (1 - tpr)),
                  settledByFast: a * tpr + (1 - a) * (1 - tnr),
                  oracleVerifierBound: null,
                  identityError: 0,
                },
        }
      : {}),
    ...(plan.protocol === "multi-attempt"
      ? {
          multiAttempt: {
            attempts: 3,
            within: within.map((value) => estimate(value, n)),
            gainTests: within.slice(1).map(() => ({ better: 3, worse: 0, p: 0.25 })),
            repair: [0.096, 0.047].map((value) => estimate(value, n)),
            repeatRate: 0.38,
            noAnswerRate: 0.05,
            meanAttemptsUsed: 2.31,
          },
        }
      : {}),
    warnings:
      plan.id === "run-cut"
        ? cutWarnings
        : plan.number === 1
          ? ["9.4 % of slow stages were truncated: a larger budget may change the result."]
          : [],
  };
}

export const manifest = (plan: RunPlan): RunManifest => ({
  formatVersion: 1,
  id: plan.id,
  createdAt: summary(plan).createdAt,
  title: plan.title,
  source: { path: "questions.jsonl", sha256: "00", format: "gsm8k", count: plan.questions },
  model: {
    path: "models/qwen3.gguf",
    name: "Qwen3 0.6B",
    fingerprint: "00",
    architecture: "qwen3",
    quantisation: "Q4_K_M",
  },
  protocol: { id: plan.protocol, version: 1, parameters: {} },
  sampling: { temperature: 0.7, topP: 0.95, minP: 0, topK: 64 },
  seed: 42,
  samples: plan.samples,
  grading: { profile: "lenient", version: "1" },
  questionIds: [],
  host: {
    platform: "linux",
    device: "cpu",
    deviceNames: ["CPU"],
    engine: "node-llama-cpp",
    sequences: 8,
    contextTokens: 8192,
  },
  product: "0.1.0",
});

const verdict = (correct: boolean, given: string, gold: string): Verdict => ({
  correct,
  extracted: given,
  method: "box",
  rule: /\\/.test(gold) ? "symbolic" : "number_exact",
  reason: correct
    ? `${given} equals the expected ${gold}.`
    : `${given} is not equal to the expected ${gold}.`,
  flags: correct ? [] : ["hedged"],
  predNormal: given,
  goldNormal: gold,
  grader: /\\/.test(gold) ? "symbolic" : "exact",
  elapsedMs: 0.4,
});

const thinking = (index: number, lines: number): string =>
  Array.from(
    { length: lines },
    (_, at) =>
      `Step ${at + 1}: let me check $${at + 2} \\times ${index + 3} = ${(at + 2) * (index + 3)}$ again, so the partial sum is ${at * 7 + index}.`,
  ).join("\n");

/** Text of one stage; the question at `hostileIndex` writes hostile text, the one at `longIndex` thousands of tokens. */
export function stageText(stage: StageName, index: number, gold: string): string {
  if (index === hostileIndex && stage === "fast") return hostileText;
  switch (stage) {
    case "fast":
      return `Start with the amount at the beginning, then add what the friend gives.\n\n$$\\frac{${index + 12}}{2} + 3 = ${(index + 12) / 2 + 3}$$\n\nThe answer is $\\boxed{${index + 17}}$.`;
    case "verify":
      return "I go through the steps again.\n\n1. The first sum takes **all** of the bags into account.\n2. The second step adds the start twice, which is not right.\n\n\\boxed{No}";
    case "slow":
      return `<think>\n${thinking(index, index === longIndex ? 160 : 12)}\nWait, that counts the first bag twice. Let me start over.\n</think>\n### Solution\n\nLet $n$ be the number at the start and $b$ the number of bags.\n\n\\[ n + b \\cdot n = n(1 + b) \\]\n\n| step | value |\n| --- | --- |\n| start | $n$ |\n| bags | $b \\cdot n$ |\n\nTherefore the answer is $\\boxed{${gold}}$.`;
    case "summary":
      return `Adding the bags to the start gives $\\boxed{${gold}}$.`;
    default:
      return `The answer is $\\boxed{${gold}}$.`;
  }
}

/** Splits like a byte-pair tokenizer would: words with their blank, signs alone. */
export const pieces = (text: string): string[] =>
  text.match(/ ?[A-Za-z]{1,7}| ?\d{1,3}|\n+|[^A-Za-z\d\n]/g) ?? [];

export function token(text: string, at: number, key: number): TokenRecord {
  const draw = random(key, at, 21);
  const p =
    draw < 0.62
      ? 0.9 + 0.1 * random(key, at, 22)
      : draw < 0.82
        ? 0.5 + 0.4 * random(key, at, 23)
        : draw < 0.93
          ? 0.2 + 0.3 * random(key, at, 24)
          : 0.004 + 0.16 * random(key, at, 25);
  const others = [" the", "So", " 12", "\n", " therefore"].map((other, place) => ({
    id: 100 + place,
    text: other,
    logprob: Math.log((1 - p) * [0.5, 0.25, 0.12, 0.08, 0.05][place]! + 1e-6),
  }));
  const id = 1000 + (at % 700);
  const alternatives = [{ id, text, logprob: Math.log(p) }, ...others]
    .sort((a, b) => b.logprob - a.logprob)
    .slice(0, 5);
  return {
    id,
    text,
    logprob: Math.log(p),
    entropy: 0.05 + 2.4 * (1 - p),
    alternatives,
    forced: false,
    stepMs: 4 + 3 * random(key, at, 26),
  };
}

export const tokensOf = (text: string, key: number): TokenRecord[] =>
  pieces(text).map((piece, at) => ({ ...token(piece, at, key), forced: /<\/think>/.test(piece) }));

export function path(plan: RunPlan, index: number, sample: number): PathRecord {
  const { id, gold } = question(index);
  const shown = row(plan.number, index, plan.samples, plan.done);
  const state = shown.verdicts[sample] ?? "queued";
  const right = state === "right";
  if (state === "queued" || state === "running") return { questionId: id, sample, status: state, stages: [] };
  const given = shown.given[sample] ?? "";
  const stages: StageRecord[] = stagesOf(plan).map(({ stage, attempt }, at, all) => {
    const text = stageText(stage, index, right ? gold : given);
    const answers = stage !== "verify";
    const correct = stage === "fast" ? false : stage === "attempt" ? right && at === all.length - 1 : right;
    return {
      stage,
      index: at,
      ...(attempt === undefined ? {} : { attempt }),
      prompt:
        stage === "fast"
          ? `Solve the problem below briefly, in at most 1000 tokens. Put the final answer in \\boxed{}.\n\n${question(index).text}`
          : stage === "verify"
            ? "Check the answer you have just given, step by step. End with \\boxed{Yes} if it is right or \\boxed{No} if it is wrong."
            : "Solve the problem with care. Put the final answer in \\boxed{}.",
      text,
      outcome: at === all.length - 1 ? (shown.outcomes[sample] ?? "finished") : "finished",
      promptTokens: 84 - at * 12,
      generatedTokens: pieces(text).length,
      forcedTokens: 0,
      promptMs: 120,
      generateMs: pieces(text).length * 5.4,
      ...(answers
        ? { verdict: verdict(correct, correct ? gold : stage === "fast" ? String(index + 17) : given, gold) }
        : {}),
      ...(stage === "verify" ? { judgement: "no" as const, judgementChanges: 1 } : {}),
    };
  });
  return {
    questionId: id,
    sample,
    status: "done",
    stages,
    outcome: shown.outcomes[sample] ?? "finished",
    answerStage: stages.length - (plan.protocol === "thinker" ? 2 : 1),
    verdict: verdict(right, given, gold),
  };
}
