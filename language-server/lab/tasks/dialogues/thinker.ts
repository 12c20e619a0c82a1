import { thinker } from "../../../core/protocols/thinker.ts";
import type { Problem } from "../math/problem.ts";
import type { TaskRandom } from "../random.ts";
import type { TaskMessage } from "../types.ts";
import {
  checkReply,
  mistakenCheck,
  otherWayReply,
  rightReply,
  unfinishedReply,
  wrongReply,
} from "./answers.ts";
import { playDialogue, type Reply } from "./play.ts";
import type { MathOptions } from "./problems.ts";

export interface ThinkerOptions extends MathOptions {
  /** Share of dialogues whose fast answer is wrong; the verifier sees Yes and No in this balance. */
  readonly wrongShare?: number;
  /** Share of dialogues whose fast answer never reaches its box. */
  readonly unfinishedShare?: number;
  /** Share of dialogues in which a right fast answer is turned down by a mistaken check. */
  readonly mistakenShare?: number;
  /** Share of dialogues that end with a right fast answer, unchecked: much practice of it in few tokens. */
  readonly fastOnlyShare?: number;
  /** Limits for the fast answer that are told to the model, drawn with equal chances. */
  readonly fastBudgets?: readonly number[];
}

/** The product's default most of the time, and smaller ones that suit small contexts. */
const defaultBudgets: readonly number[] = [
  thinker.defaults.budget.fast,
  thinker.defaults.budget.fast,
  thinker.defaults.budget.fast,
  100,
  128,
  200,
  256,
  300,
  400,
  500,
  512,
];

export type ThinkerCourse = "fast-only" | "right" | "wrong" | "unfinished" | "mistaken-check";

/** Fast answer, honest check, and after a wrong one the careful solution and its summary. */
export function thinkerDialogue(
  problem: Problem,
  random: TaskRandom,
  options: ThinkerOptions = {},
): { readonly messages: TaskMessage[]; readonly course: ThinkerCourse } {
  const { wrongShare = 0.5, unfinishedShare = 0.05, mistakenShare = 0.05, fastOnlyShare = 0 } = options;
  if (fastOnlyShare > 0 && random.chance(fastOnlyShare)) {
    const budgetTokens = random.pick(options.fastBudgets ?? defaultBudgets);
    const whole = thinkerDialogueAbout(problem, rightReply(problem, "brief"), random, budgetTokens);
    return { messages: whole.slice(0, 2), course: "fast-only" };
  }
  const course = random.weighted<ThinkerCourse>([
    ["wrong", wrongShare],
    ["unfinished", unfinishedShare],
    ["mistaken-check", mistakenShare],
    ["right", Math.max(0, 1 - wrongShare - unfinishedShare - mistakenShare)],
  ]);
  const budgetTokens = random.pick(options.fastBudgets ?? defaultBudgets);
  const right = rightReply(problem, "brief");
  if (course === "unfinished") {
    const cut = unfinishedReply(problem, "brief", random);
    return { messages: thinkerDialogueAbout(problem, cut, random, budgetTokens), course };
  }
  if (course === "mistaken-check") {
    const check = mistakenCheck(problem, random);
    if (check !== null) {
      return { messages: thinkerDialogueAbout(problem, right, random, budgetTokens, check), course };
    }
  }
  const wrong = course === "wrong" ? wrongReply(problem, "brief", random) : null;
  return {
    messages: thinkerDialogueAbout(problem, wrong ?? right, random, budgetTokens),
    course: wrong === null ? "right" : "wrong",
  };
}

/**
 * The dialogue that follows a given fast answer, which may be a model's own: the check judges its box, and a wrong or
 * missing answer leads to the careful solution.
 * @param fast its `extracted` is compared with the answer as text; `train` says whether it is learnt
 */
export function thinkerDialogueAbout(
  problem: Problem,
  fast: Reply,
  random: TaskRandom,
  budgetTokens: number = thinker.defaults.budget.fast,
  check?: Reply,
): TaskMessage[] {
  const parameters = {
    ...thinker.defaults,
    budget: { ...thinker.defaults.budget, fast: budgetTokens },
  };
  return playDialogue(thinker, parameters, problem.text, (turn) => {
    switch (turn.stage) {
      case "fast":
        return fast;
      case "verify":
        return check ?? checkReply(problem, fast.extracted ?? "", random);
      case "slow":
        return otherWayReply(problem, random, false);
      case "summary":
        return rightReply(problem, "worked");
      default:
        return null;
    }
  });
}
