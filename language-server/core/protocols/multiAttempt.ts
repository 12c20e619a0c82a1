import type { StageRecord } from "../../contract/entities.ts";
import { fillPrompt } from "./prompts.ts";
import type { Protocol } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";
import { type AskedQuestion, faultOf, fillSqlPrompt } from "./sqlPrompts.ts";

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
  /** Which faults of a query are told; after one that is not, the path ends, as nobody could have known. */
  readonly sqlFeedback: { readonly error: boolean; readonly empty: boolean; readonly differs: boolean };
  readonly sqlPrompts: {
    readonly opening: string;
    readonly openingOnce: string;
    readonly question: string;
    readonly noQuery: string;
    readonly error: string;
    readonly empty: string;
    readonly differs: string;
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
  sqlFeedback: { error: true, empty: true, differs: true },
  sqlPrompts: {
    opening: "Write one {dialect} query that answers the question. You may try {attempts} times in all.",
    openingOnce: "Write one {dialect} query that answers the question. You may try once.",
    question: "{schema}\n\nQuestion: {question}",
    noQuery: "I could not find a query. Tries left: {left}. Write one {dialect} query.",
    error: "The database refuses the query: {error}\nTries left: {left}. Write the query again.",
    empty: "The query runs but gives no rows. Tries left: {left}. Write the query again.",
    differs:
      "The query runs, but its result is not what was asked for. Tries left: {left}. Write the query again.",
    silent: "Try again. Tries left: {left}. Write the query another way.",
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
      sqlFeedback: object(
        {
          error: flag(defaults.sqlFeedback.error, "Tell the database's error."),
          empty: flag(defaults.sqlFeedback.empty, "Tell that no rows came."),
          differs: flag(
            defaults.sqlFeedback.differs,
            "Tell that the result is wrong, without the right one: an oracle. Off, the feedback is only what anyone could see.",
          ),
        },
        "Which faults of a query are told; after one that is not, the path ends.",
      ),
      sqlPrompts: object(
        {
          opening: prompt(defaults.sqlPrompts.opening, "System turn; {dialect} and {attempts} are replaced."),
          openingOnce: prompt(defaults.sqlPrompts.openingOnce, "System turn for one attempt."),
          question: prompt(defaults.sqlPrompts.question, "{schema} and {question} are replaced."),
          noQuery: prompt(defaults.sqlPrompts.noQuery, "{left} and {dialect} are replaced."),
          error: prompt(defaults.sqlPrompts.error, "{left} and {error} are replaced."),
          empty: prompt(defaults.sqlPrompts.empty, "{left} is replaced."),
          differs: prompt(defaults.sqlPrompts.differs, "{left} is replaced."),
          silent: prompt(defaults.sqlPrompts.silent, "{left} is replaced."),
        },
        "Turns of text-to-SQL.",
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
    const isSql = question.answerKind === "sql";
    if (last === undefined && isSql) {
      const { opening, openingOnce, question: asked } = parameters.sqlPrompts;
      const system = parameters.attempts === 1 ? openingOnce : opening;
      return {
        ...base,
        system: fillSqlPrompt(system, question, { attempts: parameters.attempts }),
        user: fillSqlPrompt(asked, question),
      };
    }
    if (last === undefined) {
      const opening = parameters.attempts === 1 ? parameters.prompts.openingOnce : parameters.prompts.opening;
      return { ...base, system: fillPrompt(opening, { attempts: parameters.attempts }), user: question.text };
    }
    const solved = last.verdict?.correct === true;
    const exhausted = left <= 0 || budgetTokens <= 0 || last.outcome === "context-exhausted";
    const feedback = isSql
      ? sqlFeedbackFor(parameters, question, last, left)
      : feedbackFor(parameters, last, left);
    if (solved || exhausted || feedback === null) return { kind: "done", answerStage: stages.length - 1 };
    const again = isSql ? fillSqlPrompt(parameters.sqlPrompts.question, question) : question.text;
    return {
      ...base,
      user: parameters.repeatQuestion ? `${feedback}\n\n${again}` : feedback,
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

/** What is said after a wrong query; null where its fault is not told. A text without a query is always told. */
function sqlFeedbackFor(
  { feedback, sqlFeedback, sqlPrompts }: MultiAttemptParameters,
  question: AskedQuestion,
  last: StageRecord,
  left: number,
): string | null {
  const say = (prompt: keyof MultiAttemptParameters["sqlPrompts"]) =>
    fillSqlPrompt(sqlPrompts[prompt], question, { left, error: last.execution?.error?.message ?? "" });
  const fault = faultOf(last);
  if (fault === "no-query") return say("noQuery");
  if (!sqlFeedback[fault]) return null;
  return say(feedback === "silent" ? "silent" : fault);
}
