import { extractAnswer } from "../../../core/grading/extraction/extractAnswer.ts";
import { exact } from "../math/exact.ts";
import type { Problem } from "../math/problem.ts";
import type { TaskRandom } from "../random.ts";
import type { TaskMessage } from "../types.ts";
import { multiAttemptDialogueAbout } from "./multiAttempt.ts";
import type { Reply } from "./play.ts";
import { thinkerDialogueAbout } from "./thinker.ts";

/**
 * What a model in training said, as a reply: its box is read as the product reads it, and it is learnt only when right.
 * A right answer in other words (`$15`, `15.0`) counts as the answer.
 */
function ownReply(problem: Problem, text: string): Reply {
  const { text: boxed } = extractAnswer(text, { profile: "strict" });
  const correct = boxed !== null && readsAs(boxed, problem);
  return { text: text.trim(), train: correct, extracted: correct ? problem.answerText : boxed, correct };
}

function readsAs(boxed: string, problem: Problem): boolean {
  const plain = boxed.replace(/[$,\s\\]/g, "");
  return /^\d+(\.\d+)?$/.test(plain) && exact(Number(plain)) === problem.answer;
}

/** Thinker around a model's own fast answer: an honest check, and the right solution where it was wrong. */
export const thinkerDialogueOn = (
  problem: Problem,
  fast: string,
  random: TaskRandom,
  budgetTokens?: number,
): TaskMessage[] => thinkerDialogueAbout(problem, ownReply(problem, fast), random, budgetTokens);

/**
 * Multi-attempt around a model's own attempts: those before the first right one, feedback after each, then a right
 * solution; a right last attempt is kept as it is.
 */
export function multiAttemptDialogueOn(
  problem: Problem,
  attempts: readonly string[],
  random: TaskRandom,
  allowed?: number,
): TaskMessage[] {
  const replies = attempts.map((text) => ownReply(problem, text));
  const right = replies.findIndex((reply) => reply.correct === true);
  const used = right < 0 ? replies : replies.slice(0, right + 1);
  return multiAttemptDialogueAbout(problem, used, random, allowed);
}
