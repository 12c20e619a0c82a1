import { capitalised, resolveChoices } from "../../phrasing.ts";
import { type Quantity, type Story, type Template, template } from "../../story.ts";
import { type Person, plural } from "../../words.ts";

/** A structure of numbers and steps that is told in many worlds: the arithmetic is the structure's, all words are the world's. */
export interface Structure {
  readonly id: string;
  readonly steps: readonly number[];
  /**
   * Separated by semicolons: `a 3-12`, `a 20-200/5` in fives, `$p 3-20` money, `m k*4-25` multiple of another number
   * (drawn before or given) or of a fraction's lower part, `q 10,20,25` one of these, `f 1/2,2/3` a fraction.
   */
  readonly numbers: string;
  /** Separated by semicolons: `x=a*b`, `t=a+b+c`, `y=x%q` the percentage `q` of `x`, `y=x:f` the fraction `f` of `x`. */
  readonly work: string;
  /**
   * Worlds separated by blank lines. Lines of a world: `= labels of numbers; labels of steps`, `@word a, b, c` drawn once
   * as `{word}`, `# other ranges`, `- facts`, `~ facts` in any order among neighbours, `+ facts` of the next number of
   * steps (one for each, or none at all), `? questions`, one for each number of steps. Alternatives stand between bars.
   */
  readonly worlds: string;
  /** What must be greater than what for the story to make sense: `x>b`. */
  readonly greater?: string;
  readonly cents?: boolean;
  readonly noise?: boolean;
}

interface World {
  readonly labels: readonly string[];
  readonly words: readonly (readonly [name: string, options: readonly string[]])[];
  readonly ranges: ReadonlyMap<string, string>;
  readonly facts: readonly Fact[];
  readonly asks: readonly string[];
}

interface Fact {
  readonly text: string;
  readonly moves: boolean;
  /** Left out with fewer steps. */
  readonly isMore: boolean;
}

interface Fraction {
  readonly top: number;
  readonly bottom: number;
  readonly word: string;
}

/** The scenario of a structure; throws a RangeError where a world does not fit it. */
export function structure(told: Structure): Template {
  const ranges = listed(told.numbers).map(rangeOf);
  const work = listed(told.work).map(stepOf);
  const labelled = ranges.filter(([, range]) => !isFraction(range)).map(([name]) => name);
  const worlds = told.worlds
    .trim()
    .split(/\n\s*\n/)
    .map((text) => worldOf(text.replaceAll(" | ", "|")));
  for (const world of worlds) {
    const isWhole =
      world.labels.length === labelled.length + work.length &&
      world.asks.length === told.steps.length &&
      [0, told.steps.length - 1].includes(world.facts.filter((fact) => fact.isMore).length);
    if (!isWhole) throw new RangeError(`${told.id}: ${world.labels.join("; ")} does not fit.`);
  }
  const options = { cents: told.cents === true, noise: told.noise !== false };
  return template(
    told.id,
    told.steps,
    (s, steps) => {
      const world = s.random.pick(worlds);
      const level = told.steps.indexOf(steps);
      const words = new Words(s, world);
      const label = (name: string): string =>
        words
          .in(world.labels[[...labelled, ...work.map((step) => step.name)].indexOf(name)] ?? "")
          .replace(/\b([Aa]) (?=[aeio])/g, "$1n ");
      const done = work.slice(0, steps);
      const used = new Set(done.flatMap((step) => step.operands));
      for (const [name, range] of ranges) {
        if (used.has(name)) draw(words, name, world.ranges.get(name) ?? range, label(name));
      }
      const more = world.facts.filter((fact) => fact.isMore).slice(0, level);
      const first = world.facts.filter((fact) => !fact.isMore);
      const said = ordered(s, [...first, ...more]).map((text) => resolveChoices(words.in(text), s.random));
      for (const text of said) s.say(text);
      for (const step of done) words.quantities.set(step.name, worked(words, step, label(step.name)));
      for (const pair of told.greater === undefined ? [] : listed(told.greater)) {
        const [more, less] = pair.split(">").map((name) => words.quantities.get(name)?.number);
        s.need(more === undefined || less === undefined || more > less);
      }
      s.ask(words.in(s.random.pick(words.askable(world.asks[level] ?? "", said.join(" ")))));
    },
    options,
  );
}

const isFraction = (range: string): boolean => /^\d+\/\d+(?:,|$)/.test(range);

const listed = (text: string): string[] => text.split(";").map((part) => part.trim());

function rangeOf(text: string): readonly [name: string, range: string] {
  const [name = "", range = ""] = text.split(" ");
  return name.startsWith("$") ? [name.slice(1), `$${range}`] : [name, range];
}

interface Work {
  readonly name: string;
  readonly operator: string;
  readonly operands: readonly string[];
}

function stepOf(text: string): Work {
  const [name = "", right = ""] = text.split("=");
  const operator = /[-+*/%:]/.exec(right)?.[0] ?? "";
  return { name, operator, operands: right.split(operator) };
}

function worldOf(text: string): World {
  const lines = text.split("\n").map((line) => line.trim());
  const of = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1).trim());
  return {
    labels: of("=").flatMap(listed),
    words: of("@").map((line) => {
      const [name = "", ...rest] = line.split(" ");
      return [
        name,
        rest
          .join(" ")
          .split(",")
          .map((word) => word.trim()),
      ] as const;
    }),
    ranges: new Map(of("#").flatMap(listed).map(rangeOf)),
    facts: lines
      .filter((line) => /^[-~+]/.test(line))
      .map((line) => ({
        text: `[${line.slice(1).trim()}]`,
        moves: line.startsWith("~"),
        isMore: line.startsWith("+"),
      })),
    asks: of("?"),
  };
}

/** Facts with the movable neighbours shuffled. */
function ordered(s: Story, facts: readonly Fact[]): string[] {
  const out: string[] = [];
  let movable: string[] = [];
  for (const fact of facts) {
    if (fact.moves) movable.push(fact.text);
    else {
      out.push(...s.random.shuffle(movable), fact.text);
      movable = [];
    }
  }
  return [...out, ...s.random.shuffle(movable)];
}

/** What stands for the braces of a world in one telling. */
class Words {
  readonly quantities = new Map<string, Quantity>();
  readonly fractions = new Map<string, Fraction>();
  readonly #people = new Map<string, Person>();
  readonly #drawn: ReadonlyMap<string, string>;

  constructor(
    readonly story: Story,
    world: World,
  ) {
    this.#drawn = new Map(world.words.map(([name, options]) => [name, story.random.pick(options)]));
  }

  /** `{a}` a number, `{$a}` money, `{k*}` twice or so many times, `{P}` a person, `{P.his}`, `{word}`, `{word.s}` its plural, `{^word}` with a capital, `{word.1}` its part between slashes. */
  in(text: string): string {
    return text.replace(/\{([\^$]?)(\w+)(\*?)(?:\.(\w+))?\}/g, (_, mark, name, times, form = "") => {
      const value = this.#valueOf(name, times !== "", form);
      return mark === "^" ? capitalised(value) : mark + value;
    });
  }

  /** The questions of a line about people who were named. */
  askable(line: string, said: string): readonly string[] {
    const all = line.split("|");
    const fitting = all.filter((text) =>
      [...text.matchAll(/\{([A-Z])[.}]/g)].every(([, who = ""]) => {
        const person = this.#people.get(who);
        return person !== undefined && said.includes(person.name);
      }),
    );
    return fitting.length > 0 ? fitting : all;
  }

  #valueOf(name: string, isTimes: boolean, form: string): string {
    const word = this.#drawn.get(name);
    if (word !== undefined) {
      if (form === "s") return plural(word);
      return form === "" ? word : (word.split("/")[Number(form)] ?? "").trim();
    }
    const quantity = this.quantities.get(name);
    if (quantity !== undefined) {
      if (!isTimes) return String(quantity);
      return quantity.number === 2 && this.story.random.chance(0.7) ? "twice" : `${quantity} times`;
    }
    const fraction = this.fractions.get(name);
    if (fraction !== undefined) return fraction.word;
    if (!/^[A-Z]$/.test(name)) throw new RangeError(`Nothing is called ${name}.`);
    const person = this.#people.get(name) ?? this.story.person();
    this.#people.set(name, person);
    return form === "he" || form === "him" || form === "his" ? person[form] : person.name;
  }
}

function draw(words: Words, name: string, range: string, label: string): void {
  const { story, quantities, fractions } = words;
  if (isFraction(range)) {
    const [top = 1, bottom = 2] = story.random.pick(range.split(",")).split("/").map(Number);
    fractions.set(name, { top, bottom, word: fractionWord(story, top, bottom) });
    return;
  }
  const [, money = "", of, low = "", high = "", by] =
    /^(\$?)(?:(\w+)\*)?([\d.]+)(?:-([\d.]+))?(?:\/([\d.]+))?/.exec(range) ?? [];
  const ends = [Number(low), Number(high), by === undefined ? 1 : Number(by)] as const;
  if (of !== undefined) {
    const unit = quantities.get(of) ?? fractions.get(of)?.bottom ?? Number(of);
    if (typeof unit === "number" && Number.isNaN(unit))
      throw new RangeError(`${of} is not drawn before ${name}.`);
    quantities.set(name, story.multiple(label, unit, ends[0], ends[1]));
  } else if (range.includes(","))
    quantities.set(name, story.oneOf(label, range.replace("$", "").split(",").map(Number)));
  else quantities.set(name, money === "" ? story.num(label, ...ends) : story.cash(label, ...ends));
}

function fractionWord(story: Story, top: number, bottom: number): string {
  if (bottom === 2) return "half";
  const names: Readonly<Record<number, string>> = {
    3: "third",
    5: "fifth",
    6: "sixth",
    8: "eighth",
    10: "tenth",
  };
  const name = bottom === 4 ? story.pick("quarter", "fourth") : (names[bottom] ?? `${bottom}th`);
  if (top === 1) return `${name === "eighth" ? story.pick("an", "one") : story.pick("a", "one")} ${name}`;
  return `${["two", "three", "four", "five", "six", "seven"][top - 2]} ${name}s`;
}

/** Works out one step of a structure. */
function worked(words: Words, { operator, operands }: Work, label: string): Quantity {
  const { story } = words;
  const value = (name: string): Quantity | number => {
    const known = words.quantities.get(name) ?? Number(name);
    if (Number.isNaN(known)) throw new RangeError(`Nothing is called ${name}.`);
    return known;
  };
  const [left = "", right = ""] = operands;
  if (operator === ":") {
    const fraction = words.fractions.get(right);
    if (fraction === undefined) throw new RangeError(`No fraction is called ${right}.`);
    return story.part(label, value(left), fraction.top, fraction.bottom);
  }
  if (operator === "+")
    return operands.length > 2
      ? story.total(label, ...operands.map(value))
      : story.add(label, value(left), value(right));
  if (operator === "-") return story.sub(label, value(left), value(right));
  if (operator === "*") return story.mul(label, value(left), value(right));
  return operator === "/"
    ? story.div(label, value(left), value(right))
    : story.percent(label, value(left), value(right));
}
