import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { type Exact, exact, formatExact } from "./exact.ts";
import { isHeldOutExact } from "./numberRanges.ts";
import { withOtherThings } from "./otherThings.ts";
import { type Limits, type Plan, resultsOf, usedGivens, type Working } from "./plan.ts";
import { reword } from "./reword.ts";
import { Story, type Template, Unsuitable } from "./story.ts";
import { drawTemplate } from "./templates/index.ts";
import { drawAside } from "./templates/noise.ts";
import { smallNumberWords } from "./words.ts";

/** Share of problems by number of steps; missing counts are not made. */
export type StepWeights = Readonly<Partial<Record<number, number>>>;

export interface ProblemOptions {
  readonly steps?: StepWeights;
  /** Share of problems with a number that no one needs. */
  readonly distractorShare?: number;
}

/** A question with its exact solution. */
export interface Problem {
  readonly template: string;
  readonly text: string;
  readonly plan: Plan;
  readonly working: Working;
  /** Results of the steps; the last one is the answer. */
  readonly results: readonly Exact[];
  readonly answer: Exact;
  /** The answer as written in a box. */
  readonly answerText: string;
  readonly limits: Limits;
  readonly hasDistractor: boolean;
}

export const defaultSteps: StepWeights = { 1: 0.28, 2: 0.34, 3: 0.2, 4: 0.1, 5: 0.05, 6: 0.03 };

/** Numbers of grade school: what a person can work out in the head. */
const problemMaximum = exact(1000);
/** Draws of one scenario before another one is taken, and scenarios tried: rare divisions need many draws. */
const drawsOfScenario = 120;
const scenariosMaximum = 60;

/**
 * One word problem. Draws that come out negative, fractional, huge or trivial are refused and drawn again; a held-out
 * problem is also refused until it gives a held-out number.
 */
export function drawProblem(split: Split, random: TaskRandom, options: ProblemOptions = {}): Problem {
  const weights = Object.entries(options.steps ?? defaultSteps).map(
    ([steps, weight]) => [Number(steps), weight ?? 0] as const,
  );
  const steps = random.weighted(weights);
  for (let scenario = 0; scenario < scenariosMaximum; scenario++) {
    const template = drawTemplate(split, steps, random);
    for (let draw = 0; draw < drawsOfScenario; draw++) {
      const problem = attempt(template, steps, split, random, options.distractorShare ?? 0.15);
      if (problem !== null) return problem;
    }
  }
  throw new Error(`No problem of ${steps} steps came out.`);
}

/** Share of training problems whose things become others. */
const otherThingsShare = 0.35;

function toldOtherwise(text: string, plan: Plan, random: TaskRandom): { text: string; plan: Plan } {
  const told = reword(text, plan, random);
  return random.chance(otherThingsShare) ? withOtherThings(told.text, told.plan, random) : told;
}

/** One draw of a template; null when it is no good. */
function attempt(
  template: Template,
  steps: number,
  split: Split,
  random: TaskRandom,
  distractorShare: number,
): Problem | null {
  const cents = template.cents === true;
  const limits: Limits = { maximum: problemMaximum, decimals: cents };
  const story = new Story(random, split, cents, limits);
  try {
    template.build(story, steps);
    const aside = template.noise !== false && random.chance(distractorShare) ? drawAside(story) : undefined;
    const text = story.text(aside);
    const told = split === "train" ? toldOtherwise(text, story.plan(), random) : { text, plan: story.plan() };
    return checked(template.id, told.text, inOrderOf(told.text, told.plan), steps, split, limits);
  } catch (error) {
    if (error instanceof Unsuitable) return null;
    throw error;
  }
}

/** Gives every number its place in the question, so that a solution can list them as they were read. */
function inOrderOf(text: string, plan: Plan): Plan {
  const places = new Map<number, number>();
  const tokens = text.toLowerCase().match(/\d+(?:\.\d+)?|[a-z]+/g) ?? [];
  tokens.forEach((token, place) => {
    const word = token === "twice" ? 2 : smallNumberWords.indexOf(token);
    const value = word > 0 ? exact(word) : /^\d/.test(token) ? exact(Number(token)) : null;
    const index = plan.givens.findIndex((given, i) => given.value === value && !places.has(i));
    if (index >= 0) places.set(index, place);
  });
  const givens = plan.givens.map((given, i) => ({ ...given, place: places.get(i) ?? tokens.length }));
  return { ...plan, givens };
}

function checked(
  template: string,
  text: string,
  plan: Plan,
  steps: number,
  split: Split,
  limits: Limits,
): Problem | null {
  if (plan.steps.length !== steps) return null;
  if (split === "test" && !plan.givens.some((given) => isHeldOutExact(given.value))) return null;
  const working: Working = { plan, slips: new Map() };
  const results = resultsOf(working, limits);
  const answer = results?.at(-1);
  if (results === null || answer === undefined) return null;
  // An answer that the question gives as it stands can be had without solving anything.
  const used = usedGivens(plan);
  if (plan.givens.some((given, i) => used.has(i) && given.value === answer)) return null;
  return {
    template,
    text,
    plan,
    working,
    results,
    answer,
    answerText: formatExact(answer, plan.cents),
    limits,
    hasDistractor: plan.givens.some((given) => given.distractor),
  };
}
