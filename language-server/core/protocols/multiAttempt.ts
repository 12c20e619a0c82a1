import type { StageRecord } from "../../contract/entities.ts";
import { fillPrompt } from "./prompts.ts";
import type { Protocol } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";

/** Names and defaults of multi-attempt.md sections 2–4. */
export interface MultiAttemptParameters {
  /** N, told to the model before its first attempt. */
  readonly attempts: number;
  readonly tokensPerAttempt: number;
  /** Shared by all attempts of a path. */
  readonly tokensTotal: number;
  readonly stopAtBox: boolean;
  readonly feedback: "verdict" | "verdict+answer" | "silent";
  readonly repeatQuestion: boolean;
  readonly thinking: "allow" | "suppress";
  readonly forceAnswer: boolean;
  readonly keepThoughts: boolean;
  readonly prompts: {
    readonly opening: string;
    readonly openingOnce: string;
    readonly wrong: string;
    readonly wrongWithAnswer: string;
    readonly noAnswer: string;
    readonly silent: string;
  };
}

const defaults: MultiAttemptParameters = {
  attempts: 3,
  tokensPerAttempt: 2048,
  tokensTotal: 8192,
  stopAtBox: false,
  feedback: "verdict",
  repeatQuestion: false,
  thinking: "allow",
  forceAnswer: false,
  keepThoughts: true,
  prompts: {
    opening:
      "Reason step by step and put the final answer in \\boxed{}. You may try {attempts} times in all; give the full reasoning each time.",
    openingOnce:
      "Reason step by step and put the final answer in \\boxed{}. You may try once; give the full reasoning.",
    wrong: "That answer is wrong. Tries left: {left}. Solve the problem another way.",
    wrongWithAnswer: "Your answer {answer} is wrong. Tries left: {left}. Solve the problem another way.",
    noAnswer:
      "I could not find an answer in \\boxed{}. Tries left: {left}. Solve the problem and put the final answer in \\boxed{}.",
    silent: "Try again. Tries left: {left}. Solve the problem another way.",
  },
};

/**
 * Up to N attempts with feedback after a wrong one ("Learning from Failures in Multi-Attempt Reinforcement Learning",
 * arXiv 2503.04808; multi-attempt.md section 3). The feedback is an oracle: it comes from the gold answer, of which
 * the model learns only that its own was wrong.
 */
export const multiAttempt: Protocol<MultiAttemptParameters> = {
  id: "multi-attempt",
  version: 1,
  title: "Multi-attempt",
  description: "Up to N attempts, told up front; after a wrong one the model hears so and tries again.",
  defaults,
  sampling: { temperature: 0.6, topP: 0.95 },
  schema: object(
    {
      attempts: {
        type: "integer",
        minimum: 1,
        maximum: 32,
        default: defaults.attempts,
        description: "Attempts allowed (N).",
      },
      tokensPerAttempt: tokens(defaults.tokensPerAttempt, "Budget of one attempt."),
      tokensTotal: tokens(defaults.tokensTotal, "Budget shared by all attempts."),
      stopAtBox: flag(
        defaults.stopAtBox,
        "End an attempt at its first complete box, as the reference code does.",
      ),
      feedback: choice(
        ["verdict", "verdict+answer", "silent"],
        defaults.feedback,
        "What is said after a wrong attempt. `silent` only asks for another try, without a verdict: the control run.",
      ),
      repeatQuestion: flag(defaults.repeatQuestion, "Give the question again with the feedback."),
      thinking: choice(
        ["allow", "suppress"],
        defaults.thinking,
        "Suppress puts an empty thought before each attempt.",
      ),
      ...commonProperties,
      prompts: object(
        {
          opening: prompt(defaults.prompts.opening, "System turn; {attempts} is replaced."),
          openingOnce: prompt(defaults.prompts.openingOnce, "System turn for one attempt."),
          wrong: prompt(defaults.prompts.wrong, "{left} is replaced."),
          wrongWithAnswer: prompt(
            defaults.prompts.wrongWithAnswer,
            "{left} and {answer} (the rejected one) are replaced.",
          ),
          noAnswer: prompt(defaults.prompts.noAnswer, "{left} is replaced."),
          silent: prompt(defaults.prompts.silent, "{left} is replaced."),
        },
        "Turns.",
      ),
    },
    "Parameters of multi-attempt.",
  ),
  maximumTokens: ({ attempts, tokensPerAttempt, tokensTotal }) =>
    Math.min(attempts * tokensPerAttempt, tokensTotal),
  maximumTurns: ({ attempts }) => attempts,

  next(parameters, question, stages) {
    const last = stages.at(-1);
    const left = parameters.attempts - stages.length;
    const spent = stages.reduce((sum, stage) => sum + stage.generatedTokens, 0);
    const budgetTokens = Math.min(parameters.tokensPerAttempt, parameters.tokensTotal - spent);
    const attempt = stages.length + 1;
    const base = {
      kind: "turn",
      stage: "attempt",
      attempt,
      budgetTokens,
      thinking: parameters.thinking,
      stopAtBox: parameters.stopAtBox,
      forceAnswer: parameters.forceAnswer,
      keepThoughts: parameters.keepThoughts,
      read: { as: "answer" },
    } as const;
    if (last === undefined) {
      const opening = parameters.attempts === 1 ? parameters.prompts.openingOnce : parameters.prompts.opening;
      return { ...base, system: fillPrompt(opening, { attempts: parameters.attempts }), user: question.text };
    }
    const solved = last.verdict?.correct === true;
    const exhausted = left <= 0 || budgetTokens <= 0 || last.outcome === "context-exhausted";
    if (solved || exhausted) return { kind: "done", answerStage: stages.length - 1 };
    const feedback = feedbackFor(parameters, last, left);
    return {
      ...base,
      user: parameters.repeatQuestion ? `${feedback}\n\n${question.text}` : feedback,
      repeatOf: stages.length - 1,
    };
  },
};

function feedbackFor({ feedback, prompts }: MultiAttemptParameters, last: StageRecord, left: number): string {
  const given = last.verdict?.extracted ?? null;
  if (feedback === "silent") return fillPrompt(prompts.silent, { left });
  if (given === null) return fillPrompt(prompts.noAnswer, { left });
  return feedback === "verdict"
    ? fillPrompt(prompts.wrong, { left })
    : fillPrompt(prompts.wrongWithAnswer, { left, answer: given });
}
