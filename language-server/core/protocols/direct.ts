import { fillPrompt } from "./prompts.ts";
import type { Protocol } from "./protocol.ts";
import { choice, commonProperties, flag, object, prompt, tokens } from "./schema.ts";

export interface DirectParameters {
  readonly budget: number;
  readonly thinking: "allow" | "suppress";
  readonly stopAtBox: boolean;
  readonly forceAnswer: boolean;
  readonly keepThoughts: boolean;
  readonly prompt: string;
}

const defaults: DirectParameters = {
  budget: 4096,
  thinking: "allow",
  stopAtBox: false,
  forceAnswer: false,
  keepThoughts: true,
  prompt: "{question}\n\nReason step by step and put the final answer in \\boxed{}.",
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
      user: fillPrompt(parameters.prompt, { question: question.text, budget: parameters.budget }),
      budgetTokens: parameters.budget,
      thinking: parameters.thinking,
      stopAtBox: parameters.stopAtBox,
      forceAnswer: parameters.forceAnswer,
      keepThoughts: parameters.keepThoughts,
      read: { as: "answer" },
    };
  },
};
