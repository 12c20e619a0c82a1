import type { GradingProfile } from "../../contract/entities.ts";
import { extractJudgement } from "../../core/grading/extraction/judgement.ts";
import type { GradingService } from "../../grading/gradingService.ts";
import type { ModelResponse, PathGrader } from "./pathEnvironment.ts";

/** The grading service under one profile, as the paths of a run use it. */
export function pathGrader(service: GradingService, profile: GradingProfile): PathGrader {
  return {
    async grade(response, question) {
      const verdict = await service.grade(response.text, question, { profile, ...thoughtOptions(response) });
      return { verdict: response.forced ? { ...verdict, flags: [...verdict.flags, "forced"] } : verdict };
    },
    judge: (response, answer) =>
      extractJudgement(response.text, answer, {
        equal: (a, b) => service.equal(a, b),
        ...thoughtOptions(response),
      }),
    equal: (a, b) => service.equal(a, b),
  };
}

/** The model's own tags first: they need not be among the usual ones. */
export const thoughtOptions = ({ thought }: ModelResponse) => ({
  thoughtTags: [thought],
  startsInThought: thought.startsOpen,
});
