import type { EvaluateQuestionArgument, RunStartParams } from "../../../language-server/contract/methods.ts";

/** What each code lens runs. Names of parameters are the protocols' own. */
export const lensRuns: Readonly<
  Record<EvaluateQuestionArgument["mode"], Pick<RunStartParams, "protocol" | "parameters">>
> = {
  fast: { protocol: "thinker", parameters: { stages: "fastOnly" } },
  think: { protocol: "thinker" },
  attempts: { protocol: "multi-attempt", parameters: { attempts: 3 } },
};

/** Whether a command argument is what our code lenses send; anybody can run a command with anything. */
export function isEvaluateQuestionArgument(value: unknown): value is EvaluateQuestionArgument {
  if (typeof value !== "object" || value === null) return false;
  const { uri, questionId, mode } = value as Partial<Record<keyof EvaluateQuestionArgument, unknown>>;
  return (
    typeof uri === "string" &&
    typeof questionId === "string" &&
    typeof mode === "string" &&
    Object.hasOwn(lensRuns, mode)
  );
}
