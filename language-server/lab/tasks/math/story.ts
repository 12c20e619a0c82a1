import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { type Exact, exact, formatExact, type Operator } from "./exact.ts";
import { isHeldOutExact } from "./numberRanges.ts";
import { asCondition, finishSentences, resolveChoices } from "./phrasing.ts";
import { type Expression, evaluate, type Given, type Limits, type Plan, type Step } from "./plan.ts";
import { trainNouns, trainPeople } from "./trainWords.ts";
import { type Noun, type NounKind, nounKinds, type Person, people, smallNumberWords } from "./words.ts";

/** A number of the problem: given, or worked out in a step. Reads as digits or a word inside a sentence. */
export class Quantity {
  constructor(
    readonly expression: Expression,
    readonly value: Exact,
    readonly digits: string,
    readonly word: string = digits,
  ) {}

  /** Small whole value for use in phrasing. */
  get number(): number {
    return this.value / 100;
  }

  toString(): string {
    return this.word;
  }
}

/** The draw does not make a sensible problem; another one is tried. */
export class Unsuitable extends Error {}

export type Operand = Quantity | number;

/** A scenario: says its sentences, names its numbers, and works out the answer, all through one `Story`. */
export interface Template {
  readonly id: string;
  /** How many steps its solutions can have. */
  readonly steps: readonly number[];
  /** Decimals are allowed, written as prices. */
  readonly cents?: boolean;
  /** False where a sentence about ages or distances beside the point would contradict the story. */
  readonly noise?: boolean;
  build(story: Story, steps: number): void;
}

export const template = (
  id: string,
  steps: readonly number[],
  build: (story: Story, steps: number) => void,
  options: { readonly cents?: boolean; readonly noise?: boolean } = {},
): Template => ({ id, steps, build, ...options });

/** A true sentence that has nothing to do with the question. */
export interface Aside {
  readonly sentence: string;
  readonly place: "first" | "last";
}

/** What percentages are taken by hand as: parts of a hundred as a fraction of small numbers. */
const percentFractions: ReadonlyMap<number, readonly [number, number]> = new Map([
  [5, [1, 20]],
  [10, [1, 10]],
  [15, [3, 20]],
  [20, [1, 5]],
  [25, [1, 4]],
  [30, [3, 10]],
  [40, [2, 5]],
  [50, [1, 2]],
  [60, [3, 5]],
  [70, [7, 10]],
  [75, [3, 4]],
  [80, [4, 5]],
  [90, [9, 10]],
]);

export const percents: readonly number[] = [...percentFractions.keys()];

/** Collects text, numbers and steps of one problem; every step is worked out at once and refused if it is no good. */
export class Story {
  readonly #givens: Given[] = [];
  readonly #steps: Step[] = [];
  readonly #results: Exact[] = [];
  readonly #sentences: string[] = [];
  readonly #usedNames = new Set<string>();
  #question = "";

  constructor(
    readonly random: TaskRandom,
    readonly split: Split,
    readonly cents: boolean,
    readonly limits: Limits,
  ) {}

  // ---- words

  person(): Person {
    for (;;) {
      const person = this.random.pick(this.split === "train" ? trainPeople : people);
      if (this.#usedNames.has(person.name)) continue;
      this.#usedNames.add(person.name);
      return person;
    }
  }

  thing(kind: NounKind): Noun {
    return this.random.pick<Noun>(this.#nouns(kind));
  }

  things(kind: NounKind, count: number): Noun[] {
    return this.random.pickSome<Noun>(this.#nouns(kind), count);
  }

  pick<T>(...options: readonly T[]): T {
    return this.random.pick(options);
  }

  /** Adds a sentence or more; `[a|b]` takes one of the alternatives. */
  say(text: string): void {
    this.#sentences.push(resolveChoices(text, this.random));
  }

  ask(text: string): void {
    this.#question = resolveChoices(text, this.random);
  }

  // ---- numbers of the question

  /** Whole number from `low` to `high` in steps of `by`, written as a word now and then when small. */
  num(label: string, low: number, high: number, by = 1): Quantity {
    const span = Math.floor((high - low) / by);
    return this.#given(label, () => exact(low + by * this.random.integer(0, span)), true);
  }

  /** Amount of money, written with digits after a `$` of the sentence's own; `by` 0.25 or 0.5 gives cents. */
  cash(label: string, low: number, high: number, by = 1): Quantity {
    const span = Math.floor((high - low) / by);
    return this.#given(label, () => exact(low + by * this.random.integer(0, span)), false);
  }

  /** Multiple of a known number: `divisor` times something from `low` to `high`. */
  multiple(label: string, divisor: Operand, low: number, high: number): Quantity {
    const unit = typeof divisor === "number" ? exact(divisor) : divisor.value;
    return this.#given(label, () => unit * this.random.integer(low, high), false);
  }

  oneOf(label: string, values: readonly number[]): Quantity {
    return this.#given(label, () => exact(this.random.pick(values)), false);
  }

  /** A number that the question states and no one needs. */
  distractor(label: string, low: number, high: number): Quantity {
    const quantity = this.num(label, low, high);
    const index = this.#givens.length - 1;
    const given = this.#givens[index];
    if (given !== undefined) this.#givens[index] = { ...given, distractor: true };
    return quantity;
  }

  // ---- steps

  add(label: string, left: Operand, right: Operand): Quantity {
    return this.#step(label, binary("+", left, right));
  }

  sub(label: string, left: Operand, right: Operand): Quantity {
    return this.#step(label, binary("-", left, right));
  }

  mul(label: string, left: Operand, right: Operand): Quantity {
    return this.#step(label, binary("*", left, right));
  }

  div(label: string, left: Operand, right: Operand): Quantity {
    return this.#step(label, binary("/", left, right));
  }

  /** One step that adds several numbers. */
  total(label: string, ...parts: readonly Operand[]): Quantity {
    return this.#step(
      label,
      parts
        .slice(1)
        .reduce<Expression>((sum, part) => joined("+", sum, expressionOf(part)), expressionOf(parts[0] ?? 0)),
    );
  }

  /** `top`/`bottom` of a number, as one step: divide, then multiply unless `top` is 1. */
  part(label: string, of: Operand, top: number, bottom: number): Quantity {
    const one = binary("/", of, bottom);
    return this.#step(label, top === 1 ? one : joined("*", one, expressionOf(top)));
  }

  /** A percentage of a number by its fraction; throws a RangeError for percentages without an easy one. */
  percent(label: string, of: Operand, percent: Operand): Quantity {
    const fraction = percentFractions.get(typeof percent === "number" ? percent : percent.number);
    if (fraction === undefined) throw new RangeError(`No easy fraction for ${percent} %.`);
    return this.part(label, of, fraction[0], fraction[1]);
  }

  /** Refuses the draw unless the condition holds. */
  need(condition: boolean): void {
    if (!condition) throw new Unsuitable();
  }

  // ---- result

  plan(): Plan {
    return { givens: this.#givens, steps: this.#steps, cents: this.cents };
  }

  /** Sentences in order; one beside the point may stand at the very beginning or right before the question. */
  text(aside?: Aside): string {
    const before = aside?.place === "first" ? [aside.sentence] : [];
    const after = aside?.place === "last" ? [aside.sentence] : [];
    const sentences = [...before, ...this.#sentences, ...after, this.#question];
    const whole = finishSentences(sentences.filter((sentence) => sentence !== "").join(" "));
    return after.length === 0 && this.random.chance(0.15) ? asCondition(whole) : whole;
  }

  /** The first person of the story, if there is one. */
  get hero(): string | undefined {
    return [...this.#usedNames][0];
  }

  #nouns(kind: NounKind): readonly Noun[] {
    return (this.split === "train" ? trainNouns : nounKinds)[kind];
  }

  #given(label: string, draw: () => Exact, mayBeWord: boolean): Quantity {
    const value = this.#allowed(draw);
    const expression: Expression = { kind: "given", index: this.#givens.length };
    this.#givens.push({ label: resolveChoices(label, this.random), value, distractor: false });
    const digits = formatExact(value, this.cents);
    const word = mayBeWord && this.random.chance(0.2) ? smallNumberWords[value / 100] : undefined;
    return new Quantity(expression, value, digits, word ?? digits);
  }

  /** Training never gives a held-out number; a held-out question looks for one where the range has any. */
  #allowed(draw: () => Exact): Exact {
    if (this.split === "test") {
      const wanted = this.random.chance(0.6);
      let value = draw();
      for (let tries = 0; wanted && tries < 12 && !isHeldOutExact(value); tries++) value = draw();
      return value;
    }
    for (let tries = 0; tries < 40; tries++) {
      const value = draw();
      if (!isHeldOutExact(value)) return value;
    }
    throw new Unsuitable();
  }

  #step(label: string, expression: Expression): Quantity {
    const value = evaluate(expression, this.#givens, this.#results, this.limits);
    if (value === null) throw new Unsuitable();
    const index = this.#steps.length;
    this.#steps.push({ label: resolveChoices(label, this.random), expression });
    this.#results.push(value);
    return new Quantity({ kind: "step", index }, value, formatExact(value, this.cents));
  }
}

const expressionOf = (operand: Operand): Expression =>
  typeof operand === "number" ? { kind: "constant", value: exact(operand) } : operand.expression;

const joined = (operator: Operator, left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator,
  left,
  right,
});

const binary = (operator: Operator, left: Operand, right: Operand): Expression =>
  joined(operator, expressionOf(left), expressionOf(right));
