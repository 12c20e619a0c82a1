import type { StageName, StageRecord } from "../../contract/entities.ts";
import { fillPrompt } from "./prompts.ts";
import type { Done, Protocol, Turn } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";

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
    const fast = stages[0];
    if (fast === undefined) {
      return turn(
        parameters,
        "fast",
        fillPrompt(parameters.prompts.fast, { question: question.text, budget: parameters.budget.fast }),
      );
    }
    const fastAnswered = hasAnswer(fast);
    if (parameters.stages === "fastOnly") return { kind: "done", answerStage: fastAnswered ? 0 : null };

    const verify = stages[at("verify")];
    const verifies = fastAnswered || parameters.onEmptyFast === "verify";
    if (verifies && verify === undefined) return turn(parameters, "verify", parameters.prompts.verify);
    // An unclear verdict counts as no (thinker.md section 3.2).
    const accepted = verify?.judgement === "yes";
    if (accepted && !parameters.alwaysSlow) return finalAnswer(stages, true);

    if (at("slow") < 0) {
      return turn(
        parameters,
        "slow",
        fastAnswered ? parameters.prompts.slow : parameters.prompts.slowWithoutAnswer,
      );
    }
    if (parameters.summary && !accepted && at("summary") < 0) {
      return turn(parameters, "summary", parameters.prompts.summary);
    }
    return finalAnswer(stages, accepted);
  },
};

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

function turn(
  parameters: ThinkerParameters,
  stage: "fast" | "verify" | "slow" | "summary",
  user: string,
): Turn {
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
