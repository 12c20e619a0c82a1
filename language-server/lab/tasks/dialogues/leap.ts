import { leap } from "../../../core/protocols/leap/leap.ts";
import { summaryTags } from "../../../core/protocols/leap/parameters.ts";
import { peerBlock } from "../../../core/protocols/leap/summary.ts";
import { fillPrompt } from "../../../core/protocols/prompts.ts";
import { drawWrongWorking } from "../math/errors.ts";
import { type Exact, formatExact } from "../math/exact.ts";
import type { Problem } from "../math/problem.ts";
import { givenLine, renderSolution, renderSteps } from "../math/render.ts";
import type { TaskRandom } from "../random.ts";
import { assistant, type TaskMessage, untrained, user } from "../types.ts";
import { otherWayReply } from "./answers.ts";
import type { MathOptions } from "./problems.ts";

export interface LeapOptions extends MathOptions {
  /** Share of peers whose summary holds a wrong answer. */
  readonly wrongPeerShare?: number;
  /** Share of dialogues in which the path's own work so far is wrong. */
  readonly wrongShare?: number;
  /** Shares of the numbers of peers. */
  readonly peers?: Readonly<Partial<Record<number, number>>>;
}

const { triggers, openings } = leap.defaults.prompts;

interface Claim {
  readonly equations: string;
  readonly answer: Exact;
}

/**
 * Own work, its summary, summaries of peers of which some are wrong, a comparison, and the right answer. What the
 * protocol itself inserts, peers' words, and wrong own work are not trained on.
 */
export function leapDialogue(
  problem: Problem,
  random: TaskRandom,
  options: LeapOptions = {},
): { readonly messages: TaskMessage[]; readonly wrongPeers: number; readonly ownIsWrong: boolean } {
  const { wrongPeerShare = 0.4, wrongShare = 0.4, peers = { 1: 0.2, 2: 0.4, 3: 0.3, 4: 0.1 } } = options;
  const right: Claim = { equations: equationsOf(problem), answer: problem.answer };
  const claim = (wrong: boolean): Claim => {
    const drawn = wrong ? drawWrongWorking(problem, random) : null;
    if (drawn === null) return right;
    return {
      equations: stripAnswer(renderSolution(drawn.working, drawn.results, "brief")),
      answer: drawn.answer,
    };
  };
  const own = claim(random.chance(wrongShare));
  const count = random.weighted(
    Object.entries(peers).map(([n, weight]) => [Number(n), weight ?? 0] as const),
  );
  const others = Array.from({ length: count }, () => claim(random.chance(wrongPeerShare)));
  const say = (c: Claim) => `${c.equations}, so the answer is ${formatExact(c.answer, problem.plan.cents)}.`;
  const ownIsWrong = own.answer !== problem.answer;
  const opening = random.pick(openings);
  const notes = others.map((c) => `${random.pick(openings)} ${say(c)}`);
  const part = (message: TaskMessage): TaskMessage => ({ ...message, continues: true });
  const messages: TaskMessage[] = [
    user(fillPrompt(leap.defaults.prompts.task, { question: problem.text })),
    ownIsWrong ? untrained(`${own.equations}.`) : assistant(`${own.equations}.`),
    part(untrained(`\n\n${random.pick(triggers)}\n\n${summaryTags.open} ${opening}`)),
    part(ownIsWrong ? untrained(` ${say(own)}`) : assistant(` ${say(own)}`)),
    part(untrained(`${summaryTags.close}\n\n${peerBlock(leap.defaults, notes)}`)),
    part(assistant(comparison(problem, own, others, random))),
  ];
  return { messages, wrongPeers: others.filter((c) => c.answer !== problem.answer).length, ownIsWrong };
}

/** Recomputes, says which results agree with that, and boxes it. */
function comparison(problem: Problem, own: Claim, others: readonly Claim[], random: TaskRandom): string {
  const value = (answer: Exact) => formatExact(answer, problem.plan.cents);
  const known = [own, ...others].map((c) => value(c.answer));
  if (new Set(known).size === 1 && own.answer === problem.answer) {
    return `All of us have ${value(own.answer)}.\n${otherWayReply(problem, random, false).text}`;
  }
  const lines = [
    `The results are ${known.join(", ")}. I work it out again.`,
    givenLine(problem.plan),
    renderSteps(problem.working, problem.results),
    own.answer === problem.answer ? "My result holds." : "My result was wrong.",
    `The answer is \\boxed{${problem.answerText}}.`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}

const equationsOf = (problem: Problem): string =>
  stripAnswer(renderSolution(problem.working, problem.results, "brief"));

const stripAnswer = (text: string): string => text.replace(/\. \\boxed\{[^}]*\}$/, "");
