import type { GradingProfile, Verdict } from "../../contract/entities.ts";
import { extractJudgement } from "../../core/grading/extraction/judgement.ts";
import type { GradingService } from "../../grading/gradingService.ts";
import type { PathGrader } from "./pathRunner.ts";

/** The grading service under one profile, as the paths of a run use it. */
export function pathGrader(service: GradingService, profile: GradingProfile): PathGrader {
  return {
    async grade(response, question, forced): Promise<Verdict> {
      const verdict = await service.grade(response, question, { profile });
      return forced ? { ...verdict, flags: [...verdict.flags, "forced"] } : verdict;
    },
    async judge(response, answer) {
      return extractJudgement(response, answer, { equal: (a, b) => service.equal(a, b) });
    },
    equal: (a, b) => service.equal(a, b),
  };
}
