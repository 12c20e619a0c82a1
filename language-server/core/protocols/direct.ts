import { fillPrompt } from "./prompts.ts";
import type { Protocol } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";
import { fillSqlPrompt } from "./sqlPrompts.ts";

export interface DirectParameters {
  readonly budget: number;
  readonly thinking: "allow" | "suppress";
  readonly stopAtBox: boolean;
  readonly forceAnswer: boolean;
  readonly keepThoughts: boolean;
  readonly prompt: string;
  readonly sqlPrompt: string;
}

const defaults: DirectParameters = {
  budget: 4096,
  thinking: "allow",
  stopAtBox: false,
  forceAnswer: false,
  keepThoughts: true,
  prompt: "{question}\n\nReason step by step and put the final answer in \\boxed{}.",
  sqlPrompt: "{schema}\n\nWrite one {dialect} query that answers the question.\n\nQuestion: {question}",
};

/** One answer under one budget: the baseline that every other protocol is compared with. */
export const direct: Protocol<DirectParameters> = {
  id: "direct",
  version: 1,
  title: "Direct",
  description: "One answer, one budget.",
  defaults,
  schema: object(
    {
      budget: tokens(defaults.budget, "Budget of the answer."),
      thinking: choice(
        ["allow", "suppress"],
        defaults.thinking,
        "Suppress puts an empty thought before the answer.",
      ),
      stopAtBox: flag(defaults.stopAtBox, "End the answer at its first complete box."),
      ...commonProperties,
      prompt: prompt(defaults.prompt, "User turn; {question} is replaced."),
      sqlPrompt: prompt(
        defaults.sqlPrompt,
        "User turn of text-to-SQL; {schema}, {dialect} and {question} are replaced.",
      ),
    },
    "Parameters of direct answering.",
  ),
  maximumTokens: (parameters) => parameters.budget,
  maximumTurns: () => 1,
  next(parameters, question, stages) {
    if (stages.length > 0) return { kind: "done", answerStage: 0 };
    return {
      kind: "turn",
      stage: "answer",
      user:
        question.answerKind === "sql"
          ? fillSqlPrompt(parameters.sqlPrompt, question, { budget: parameters.budget })
          : fillPrompt(parameters.prompt, { question: question.text, budget: parameters.budget }),
      budgetTokens: parameters.budget,
      thinking: parameters.thinking,
      stopAtBox: parameters.stopAtBox,
      forceAnswer: parameters.forceAnswer,
      keepThoughts: parameters.keepThoughts,
      read: { as: "answer" },
    };
  },
};
