import { percents, type Template, template } from "../story.ts";

const fractionPairs: readonly (readonly [number, number])[] = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 5],
  [1, 6],
  [5, 6],
  [1, 8],
  [3, 8],
  [1, 10],
  [3, 10],
];

const words: Readonly<Record<string, string>> = {
  "1/2": "half",
  "1/3": "a third",
  "2/3": "two thirds",
  "1/4": "a quarter",
  "3/4": "three quarters",
  "1/5": "a fifth",
  "2/5": "two fifths",
};

const fractionText = (top: number, bottom: number, asWord: boolean): string =>
  (asWord ? words[`${top}/${bottom}`] : undefined) ?? `${top}/${bottom}`;

/** Parts of a whole, percentages, scaling. */
export const fractions: readonly Template[] = [
  template("part-of-group", [1, 2], (s, steps) => {
    const [top, bottom] = s.random.pick(fractionPairs);
    const group = s.pick("class", "choir", "club", "school", "team");
    const n = s.multiple("members", bottom, 3, 25);
    const kind = s.pick("girls", "beginners", "new", "ill", "late");
    s.say(
      `[A ${group} has ${n} members|There are ${n} children in a ${group}]. ${fractionText(top, bottom, s.random.chance(0.5))} of them are ${kind}.`,
    );
    const x = s.part(kind === "girls" ? "girls" : `members who are ${kind}`, n, top, bottom);
    if (steps === 1) {
      s.ask(`How many [of them|] are ${kind}?`);
      return;
    }
    s.sub("the others", n, x);
    s.ask(kind === "girls" ? "How many are [boys|not girls]?" : `How many are not ${kind}?`);
  }),
  template("eat-part", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("food");
    const [top, bottom] = s.random.pick(fractionPairs);
    const n = s.multiple(item.many, bottom, 3, 30);
    s.say(
      `${who.name} [bakes|buys|makes] ${n} ${item.many}. ${who.his} family eats ${fractionText(top, bottom, s.random.chance(0.5))} of them.`,
    );
    const x = s.part(`${item.many} eaten`, n, top, bottom);
    const rest = s.sub(`${item.many} left`, n, x);
    if (steps === 2) {
      s.ask(`How many ${item.many} are left?`);
      return;
    }
    const f = s.num("neighbours", 2, 9);
    s.say(`The rest is shared equally among ${f} neighbours.`);
    s.div(`${item.many} for each neighbour`, rest, f);
    s.ask(`How many ${item.many} does each neighbour get?`);
  }),
  template("percent-of", [1, 2], (s, steps) => {
    const pct = s.oneOf("percent", percents);
    const n = s.multiple("all", 20, 2, 40);
    const [what, did] = s.random.pick([
      ["students take a test", "pass it"],
      ["people vote", "vote yes"],
      ["trees stand in a park", "are old"],
      ["cars pass a bridge", "are red"],
      ["visitors come to a museum", "are children"],
      ["shirts hang in a shop", "are blue"],
    ] as const);
    s.say(`${n} ${what}. ${pct}% of them ${did}.`);
    const x = s.percent(`those who ${did}`, n, pct);
    if (steps === 1) {
      s.ask(`How many of them ${did}?`);
      return;
    }
    s.sub(`those who do not`, n, x);
    s.ask(`How many of them ${did.startsWith("are") ? did.replace("are", "are not") : `do not ${did}`}?`);
  }),
  template("percent-more", [2], (s) => {
    const pct = s.oneOf("percent", [10, 20, 25, 50, 75]);
    const n = s.multiple("last year", 20, 2, 60);
    const what = s.pick("visitors", "students", "members", "guests", "readers");
    const up = s.pick(true, false);
    s.say(`Last year there were ${n} ${what}. This year there are ${pct}% ${up ? "more" : "fewer"}.`);
    const x = s.percent("change", n, pct);
    if (up) s.add(`${what} this year`, n, x);
    else s.sub(`${what} this year`, n, x);
    s.ask(`How many ${what} are there this year?`);
  }),
  template("half-of-half", [2, 3], (s, steps) => {
    const who = s.person();
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.multiple(item.many, 4, 4, 60);
    s.say(
      `${who.name} has ${n} ${item.many}. ${who.he} gives half of them to ${a.name} and then half of the rest to ${b.name}.`,
    );
    const x = s.div(`${item.many} after the first gift`, n, 2);
    const y = s.div(`${item.many} after the second gift`, x, 2);
    if (steps === 2) {
      s.ask(`How many ${item.many} [does ${who.he} have left|are left]?`);
      return;
    }
    const m = s.num(`${item.many} bought`, 3, 40);
    s.say(`Later ${who.he} buys ${m} more.`);
    s.add(`${item.many} at the end`, y, m);
    s.ask(`How many ${item.many} does ${who.he} have in the end?`);
  }),
  template("three-colours", [3, 4], (s, steps) => {
    const item = s.thing("toy");
    const colours = s.random.pickSome(["red", "blue", "green", "yellow", "white", "black"], 3);
    const [x, y] = s.random.pick([
      [2, 4],
      [2, 3],
      [3, 4],
      [2, 5],
      [4, 5],
      [3, 6],
      [2, 6],
      [2, 8],
    ] as const);
    const n = s.multiple(item.many, x * y, 2, 20);
    s.say(
      `[A box holds|There are] ${n} ${item.many}. ${fractionText(1, x, s.random.chance(0.5))} of them are ${colours[0]} and ${fractionText(1, y, s.random.chance(0.5))} of them are ${colours[1]}. The rest are ${colours[2]}.`,
    );
    const a = s.div(`${colours[0]} ${item.many}`, n, x);
    const b = s.div(`${colours[1]} ${item.many}`, n, y);
    if (steps === 3) {
      const both = s.add(`${colours[0]} and ${colours[1]} ${item.many}`, a, b);
      s.need(both.value < n.value);
      s.ask(`How many ${item.many} are ${colours[0]} or ${colours[1]}?`);
      return;
    }
    const both = s.add(`${colours[0]} and ${colours[1]} ${item.many}`, a, b);
    s.sub(`${colours[2]} ${item.many}`, n, both);
    s.ask(`How many ${item.many} are ${colours[2]}?`);
  }),
  template("recipe", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick("flour", "sugar", "rice", "milk", "butter");
    const item = s.thing("food");
    const g = s.num(`cups of ${what} for a batch`, 2, 9);
    const b = s.num("batches", 3, 15);
    s.say(`One batch of ${item.many} needs ${g} cups of ${what}. ${who.name} makes ${b} batches.`);
    const need = s.mul(`cups of ${what} needed`, g, b);
    if (steps === 1) {
      s.ask(`How many cups of ${what} does ${who.he} need?`);
      return;
    }
    const have = s.num(`cups of ${what} at home`, 2, 60);
    s.say(`${who.he} has ${have} cups at home.`);
    const buy = s.sub("cups to buy", need, have);
    if (steps === 2) {
      s.ask(`How many cups of ${what} must ${who.he} buy?`);
      return;
    }
    const p = s.cash("price of a cup", 2, 6);
    s.say(`A cup of ${what} costs $${p}.`);
    s.mul("cost", buy, p);
    s.ask(`How much does ${who.he} pay for the ${what} that is missing?`);
  }),
  template("recipe-ratio", [2], (s) => {
    const who = s.person();
    const k = s.num("portions of the recipe", 2, 8);
    const g = s.multiple("grams for the recipe", k, 10, 60);
    const n = s.num("portions wanted", 3, 20);
    const what = s.pick("rice", "pasta", "meat", "potatoes", "beans");
    s.say(`A recipe for ${k} people needs ${g} grams of ${what}. ${who.name} cooks for ${n} people.`);
    const one = s.div(`grams for one person`, g, k);
    s.mul("grams needed", one, n);
    s.ask(`How many grams of ${what} does ${who.he} need?`);
  }),
  template("cloth", [2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick("cloth", "rope", "ribbon", "wire", "string");
    const l = s.num(`metres of ${what}`, 30, 200);
    const n = s.num("pieces", 3, 15);
    const k = s.num("metres of a piece", 2, 9);
    s.say(`${who.name} has ${l} metres of ${what} and cuts off ${n} pieces of ${k} metres each.`);
    const used = s.mul("metres used", n, k);
    const rest = s.sub("metres left", l, used);
    if (steps === 2) {
      s.ask(`How many metres [are left|of ${what} are left]?`);
      return;
    }
    const m = s.num("length of a new piece", 2, 9);
    s.say(`From the rest ${who.he} cuts pieces of ${m} metres and nothing is left over.`);
    s.div("new pieces", rest, m);
    s.ask("How many of these new pieces are there?");
  }),
  template("percent-then-share", [3, 4], (s, steps) => {
    const who = s.person();
    const pct = s.oneOf("percent", [10, 20, 25, 40, 50, 60]);
    const n = s.multiple("money earned", 20, 4, 60);
    s.say(`${who.name} earns $${n} [in a week|with a job]. ${who.he} spends ${pct}% of it on rent.`);
    const rent = s.percent("rent", n, pct);
    const rest = s.sub("money after the rent", n, rent);
    const f = s.cash("money for food", 10, 120);
    s.say(`Then ${who.he} spends $${f} on food.`);
    const left = s.sub("money after the food", rest, f);
    if (steps === 3) {
      s.ask("How much money is left?");
      return;
    }
    const k = s.num("days", 2, 10);
    s.say(`The rest must last for ${k} days, with the same amount each day.`);
    s.div("money a day", left, k);
    s.ask(`How much can ${who.he} spend each day?`);
  }),
];
