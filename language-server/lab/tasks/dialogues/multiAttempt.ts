import { multiAttempt } from "../../../core/protocols/multiAttempt.ts";
import type { Exact } from "../math/exact.ts";
import type { Problem } from "../math/problem.ts";
import type { TaskRandom } from "../random.ts";
import type { TaskMessage } from "../types.ts";
import { otherWayReply, rightReply, unfinishedReply, wrongReply } from "./answers.ts";
import { playDialogue, type Reply } from "./play.ts";
import type { MathOptions } from "./problems.ts";

export interface MultiAttemptOptions extends MathOptions {
  /** Share of dialogues whose first attempt is wrong. */
  readonly wrongShare?: number;
  /** Shares of the allowed numbers of attempts. */
  readonly attempts?: Readonly<Partial<Record<number, number>>>;
}

const defaultAttempts: Readonly<Record<number, number>> = { 1: 0.08, 2: 0.22, 3: 0.55, 4: 0.15 };

/** Wrong attempts, what the product says about them, and a right one by another way. */
export function multiAttemptDialogue(
  problem: Problem,
  random: TaskRandom,
  options: MultiAttemptOptions = {},
): { readonly messages: TaskMessage[]; readonly wrongAttempts: number } {
  const attempts = random.weighted(
    Object.entries(options.attempts ?? defaultAttempts).map(
      ([n, weight]) => [Number(n), weight ?? 0] as const,
    ),
  );
  const wanted = random.chance(options.wrongShare ?? 0.6) ? 1 + (random.chance(0.3) ? 1 : 0) : 0;
  const failed: Reply[] = [];
  const seen = new Set<Exact>();
  for (let i = 0; i < Math.min(wanted, attempts - 1); i++) {
    if (random.chance(0.07)) {
      failed.push(unfinishedReply(problem, "worked", random));
      continue;
    }
    const wrong = wrongReply(problem, i === 0 ? "worked" : "careful", random, seen);
    if (wrong === null) break;
    seen.add(wrong.wrong.answer);
    failed.push(wrong);
  }
  return {
    messages: multiAttemptDialogueAbout(problem, failed, random, attempts),
    wrongAttempts: failed.length,
  };
}

/**
 * The dialogue after given failed attempts, which may be a model's own: feedback after each, then the right solution.
 * @param attempts how many the model is told that it has; more than `failed` holds
 */
export function multiAttemptDialogueAbout(
  problem: Problem,
  failed: readonly Reply[],
  random: TaskRandom,
  attempts: number = multiAttempt.defaults.attempts,
): TaskMessage[] {
  const feedback = random.weighted<"verdict" | "verdict+answer" | "silent">([
    ["verdict", 0.8],
    ["verdict+answer", 0.12],
    ["silent", 0.08],
  ]);
  return playDialogue(
    multiAttempt,
    { ...multiAttempt.defaults, attempts, feedback },
    problem.text,
    (_, index) =>
      failed[index] ?? (index === 0 ? rightReply(problem, "worked") : otherWayReply(problem, random, true)),
  );
}
