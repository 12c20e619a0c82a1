import type { StageName, StageRecord } from "../../contract/entities.ts";
import { fillPrompt } from "./prompts.ts";
import type { Done, Protocol, Turn } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";
import { type AskedQuestion, fillSqlPrompt, resultText } from "./sqlPrompts.ts";

/** Names and defaults of thinker.md sections 2–4. */
export interface ThinkerParameters {
  readonly budget: {
    readonly fast: number;
    readonly verify: number;
    readonly slow: number;
    readonly summary: number;
  };
  readonly stages: "all" | "fastOnly";
  /** Slow thinking on every wrong or right fast answer; its result counts only where the verdict asked for it. */
  readonly alwaysSlow: boolean;
  readonly summary: boolean;
  readonly onEmptyFast: "slow" | "verify";
  readonly fastThinking: "allow" | "suppress";
  readonly forceAnswer: boolean;
  readonly keepThoughts: boolean;
  readonly prompts: {
    readonly fast: string;
    readonly verify: string;
    readonly slow: string;
    readonly slowWithoutAnswer: string;
    readonly summary: string;
  };
  readonly sqlPrompts: ThinkerParameters["prompts"];
}

const defaults: ThinkerParameters = {
  budget: { fast: 1000, verify: 6000, slow: 6000, summary: 1000 },
  stages: "all",
  alwaysSlow: false,
  summary: true,
  onEmptyFast: "slow",
  fastThinking: "allow",
  forceAnswer: false,
  keepThoughts: true,
  prompts: {
    fast: "Solve the problem below briefly, in at most {budget} tokens. Put the final answer in \\boxed{}.\n\n{question}",
    verify:
      "Check the answer you have just given, step by step. End with \\boxed{Yes} if it is right or \\boxed{No} if it is wrong.",
    slow: "Your first answer does not hold. Find the mistake, consider another way, and solve the problem again with care. Put the final answer in \\boxed{}.",
    slowWithoutAnswer:
      "You did not reach an answer in the given limit. Now solve the problem with care. Put the final answer in \\boxed{}.",
    summary:
      "Now write a short and clean solution, without detours, that leads to the answer you have just reached. Put the final answer in \\boxed{}.",
  },
  sqlPrompts: {
    fast: "{schema}\n\nWrite one {dialect} query that answers the question, briefly, in at most {budget} tokens.\n\nQuestion: {question}",
    verify:
      "This is what the query gives:\n{result}\n\nCheck step by step whether it answers the question. End with \\boxed{Yes} if it does or \\boxed{No} if it does not.",
    slow: "Your first query does not answer the question. Find the mistake and write the query again with care.",
    slowWithoutAnswer:
      "You did not reach a query in the given limit. Now write one {dialect} query that answers the question, with care.",
    summary: "Now write only the query that you have just reached, without anything else.",
  },
};

/** Four stages: fast, verify, slow, summary (thinker.md section 3; "Thinker", arXiv 2505.21097). */
export const thinker: Protocol<ThinkerParameters> = {
  id: "thinker",
  version: 1,
  title: "Thinker",
  description:
    "A quick answer, a check of it, a careful second solution if the check fails, and a clean write-up.",
  defaults,
  sampling: { temperature: 0.6, topP: 0.95 },
  schema: object(
    {
      budget: object(
        {
          fast: tokens(defaults.budget.fast, "Budget of the fast answer."),
          verify: tokens(defaults.budget.verify, "Budget of the verification."),
          slow: tokens(defaults.budget.slow, "Budget of slow thinking."),
          summary: tokens(defaults.budget.summary, "Budget of the summary."),
        },
        "Budgets per stage.",
      ),
      stages: choice(
        ["all", "fastOnly"],
        defaults.stages,
        "fastOnly stops after the fast answer (Thinker-Fast).",
      ),
      alwaysSlow: flag(
        defaults.alwaysSlow,
        "Run slow thinking whatever the verdict, for the oracle bound; the final answer follows the verdict.",
      ),
      summary: flag(defaults.summary, "Run the summary stage after slow thinking."),
      onEmptyFast: choice(
        ["slow", "verify"],
        defaults.onEmptyFast,
        "Where to go when the fast stage gave no answer; verify is the paper's literal rule.",
      ),
      fastThinking: choice(
        ["allow", "suppress"],
        defaults.fastThinking,
        "Suppress puts an empty thought into the fast turn: reasoning models otherwise spend the whole fast budget thinking.",
      ),
      ...commonProperties,
      prompts: object(
        {
          fast: prompt(defaults.prompts.fast, "{budget} and {question} are replaced."),
          verify: prompt(defaults.prompts.verify, "Must ask for \\boxed{Yes} or \\boxed{No}."),
          slow: prompt(defaults.prompts.slow, "After a fast answer that was found wrong."),
          slowWithoutAnswer: prompt(
            defaults.prompts.slowWithoutAnswer,
            "When the fast stage gave no answer.",
          ),
          summary: prompt(defaults.prompts.summary, "After slow thinking."),
        },
        "User turns.",
      ),
      sqlPrompts: object(
        {
          fast: prompt(
            defaults.sqlPrompts.fast,
            "{schema}, {dialect}, {question} and {budget} are replaced.",
          ),
          verify: prompt(
            defaults.sqlPrompts.verify,
            "{result} is what the query gave on the database, or its error. Must ask for \\boxed{Yes} or \\boxed{No}.",
          ),
          slow: prompt(defaults.sqlPrompts.slow, "After a first query that was found wrong."),
          slowWithoutAnswer: prompt(
            defaults.sqlPrompts.slowWithoutAnswer,
            "When the fast stage gave no query.",
          ),
          summary: prompt(defaults.sqlPrompts.summary, "After slow thinking."),
        },
        "User turns of text-to-SQL.",
      ),
    },
    "Parameters of Thinker.",
  ),
  maximumTokens: ({ budget, stages, summary }) =>
    stages === "fastOnly"
      ? budget.fast
      : budget.fast + budget.verify + budget.slow + (summary ? budget.summary : 0),
  maximumTurns: ({ stages }) => (stages === "fastOnly" ? 1 : 4),

  next(parameters, question, stages) {
    const at = (name: StageName) => stages.findIndex((stage) => stage.stage === name);
    const ask = (stage: ThinkerStage, prompt: keyof ThinkerParameters["prompts"] = stage): Turn =>
      turn(parameters, stage, wordsOf(parameters, question, prompt, stages[0]));
    const fast = stages[0];
    if (fast === undefined) return ask("fast");
    const fastAnswered = hasAnswer(fast);
    if (parameters.stages === "fastOnly") return { kind: "done", answerStage: fastAnswered ? 0 : null };

    const verify = stages[at("verify")];
    const verifies = fastAnswered || parameters.onEmptyFast === "verify";
    if (verifies && verify === undefined) return ask("verify");
    // An unclear verdict counts as no (thinker.md section 3.2).
    const accepted = verify?.judgement === "yes";
    if (accepted && !parameters.alwaysSlow) return finalAnswer(stages, true);

    if (at("slow") < 0) return ask("slow", fastAnswered ? "slow" : "slowWithoutAnswer");
    if (parameters.summary && !accepted && at("summary") < 0) return ask("summary");
    return finalAnswer(stages, accepted);
  },
};

type ThinkerStage = "fast" | "verify" | "slow" | "summary";

/** What is said to the model. The verifier of a query sees what the query gave, never the gold result. */
function wordsOf(
  { prompts, sqlPrompts, budget }: ThinkerParameters,
  question: AskedQuestion,
  prompt: keyof ThinkerParameters["prompts"],
  fast: StageRecord | undefined,
): string {
  if (question.answerKind === "sql") {
    return fillSqlPrompt(sqlPrompts[prompt], question, {
      budget: budget.fast,
      result: resultText(fast?.execution),
    });
  }
  return prompt === "fast"
    ? fillPrompt(prompts.fast, { question: question.text, budget: budget.fast })
    : prompts[prompt];
}

/** Section 3.5: the fast answer when accepted, else slow, summary, fast in this order. */
function finalAnswer(stages: readonly StageRecord[], accepted: boolean): Done {
  const order: readonly StageName[] = accepted ? ["fast"] : ["slow", "summary", "fast"];
  for (const name of order) {
    const index = stages.findIndex((stage) => stage.stage === name && hasAnswer(stage));
    if (index >= 0) return { kind: "done", answerStage: index };
  }
  return { kind: "done", answerStage: null };
}

/** Whether there is an answer at all; whether it is right is nothing that this protocol may know. */
const hasAnswer = (stage: StageRecord): boolean => (stage.verdict?.extracted ?? null) !== null;

function turn(parameters: ThinkerParameters, stage: ThinkerStage, user: string): Turn {
  return {
    kind: "turn",
    stage,
    user,
    budgetTokens: parameters.budget[stage],
    thinking: stage === "fast" ? parameters.fastThinking : "allow",
    stopAtBox: false,
    forceAnswer: parameters.forceAnswer,
    keepThoughts: parameters.keepThoughts,
    read: stage === "verify" ? { as: "judgement", about: 0 } : { as: "answer" },
  };
}
