import { type Template, template } from "../story.ts";

/** More than, fewer than, times as many, ages, heights. */
export const comparing: readonly Template[] = [
  template("more-than", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 4, 90);
    const m = s.num("difference", 2, 40);
    s.say(
      `${a.name} has ${n} ${item.many}. ${b.name} has ${m} more ${s.pick(item.many, `${item.many}`)} than ${a.name}.`,
    );
    const other = s.add(`${item.many} of ${b.name}`, n, m);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} have?`);
      return;
    }
    s.add("both together", n, other);
    s.ask(`How many ${item.many} do [they have together|the two have in all|they have altogether]?`);
  }),
  template("fewer-than", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const verb = s.pick("collects", "buys", "finds", "makes", "sells");
    const n = s.num(`${item.many} of ${a.name}`, 12, 120);
    const m = s.num("difference", 2, 40);
    s.say(
      `${a.name} ${verb} ${n} ${item.many}. ${b.name} ${verb} ${m} fewer [than ${a.name}|${item.many} than ${a.name}].`,
    );
    const other = s.sub(`${item.many} of ${b.name}`, n, m);
    const base = verb.slice(0, -1);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} ${base}?`);
      return;
    }
    s.add("both together", n, other);
    s.ask(`How many ${item.many} do they ${base} [together|in all]?`);
  }),
  template("times-as-many", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 3, 60);
    const k = s.num("factor", 2, 9);
    const times = k.number === 2 ? "[twice|2 times|two times]" : `${k} times`;
    const often = s.pick(true, false);
    s.say(
      often
        ? `${a.name} has ${n} ${item.many}, and ${b.name} has ${times} as many.`
        : `${b.name} has ${times} as many ${item.many} as ${a.name}, who has ${n}.`,
    );
    const other = s.mul(`${item.many} of ${b.name}`, n, k);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} have?`);
      return;
    }
    if (s.pick(true, false)) {
      s.add("both together", n, other);
      s.ask(`How many ${item.many} do they have [together|in all|altogether]?`);
    } else {
      s.sub("difference", other, n);
      s.ask(`How many more ${item.many} does ${b.name} have than ${a.name}?`);
    }
  }),
  template("chain-of-three", [3, 4], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 4, 50);
    const k = s.num("factor", 2, 6);
    const m = s.num("difference", 2, 30);
    const more = s.pick(true, false);
    const facts = [
      `${a.name} has ${n} ${item.many}.`,
      `${b.name} has ${k} times as many ${item.many} as ${a.name}.`,
      `${c.name} has ${m} ${more ? "more" : "fewer"} ${item.many} than ${b.name}.`,
    ];
    s.say((s.random.chance(0.3) ? [...facts].reverse() : facts).join(" "));
    const x = s.mul(`${item.many} of ${b.name}`, n, k);
    const y = more ? s.add(`${item.many} of ${c.name}`, x, m) : s.sub(`${item.many} of ${c.name}`, x, m);
    const all = s.total("all together", n, x, y);
    if (steps === 3) {
      s.ask(
        `How many ${item.many} do [the three|they all|${a.name}, ${b.name} and ${c.name}] have [together|in all]?`,
      );
      return;
    }
    const f = s.num("children", 2, 9);
    s.say(`They share all of them equally among ${f} children.`);
    s.div("for each child", all, f);
    s.ask(`How many ${item.many} does each child get?`);
  }),
  template("half-as-many", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.multiple(`${item.many} of ${a.name}`, 2, 4, 70);
    s.say(`${a.name} has ${n} ${item.many}. ${b.name} has half as many[| as ${a.name}].`);
    const x = s.div(`${item.many} of ${b.name}`, n, 2);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} have?`);
      return;
    }
    s.add("both together", n, x);
    s.ask(`How many ${item.many} do the two have [together|in all]?`);
  }),
  template("reverse-times", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const k = s.num("factor", 2, 9);
    const n = s.multiple(`${item.many} of ${a.name}`, k, 3, 20);
    s.say(`${a.name} has ${n} ${item.many}[, which is|. That is] ${k} times as many as ${b.name} has.`);
    const x = s.div(`${item.many} of ${b.name}`, n, k);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} have?`);
      return;
    }
    s.add("both together", n, x);
    s.ask(`How many ${item.many} do they have together?`);
  }),
  template("reverse-more", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 12, 120);
    const m = s.num("difference", 3, 40);
    const more = s.pick(true, false);
    s.say(
      `${a.name} has ${n} ${item.many}[, which is|. That is] ${m} ${more ? "more" : "fewer"} than ${b.name} has.`,
    );
    const x = more ? s.sub(`${item.many} of ${b.name}`, n, m) : s.add(`${item.many} of ${b.name}`, n, m);
    if (steps === 1) {
      s.ask(`How many ${item.many} does ${b.name} have?`);
      return;
    }
    s.add("both together", n, x);
    s.ask(`How many ${item.many} do [they|the two] have together?`);
  }),
  template("difference", [1], (s) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 20, 300);
    const m = s.num(`${item.many} of ${b.name}`, 5, 200);
    const verb = s.pick("has", "collected", "sold", "made", "counted");
    s.say(`${a.name} ${verb} ${n} ${item.many} and ${b.name} ${verb} ${m}[| ${item.many}].`);
    s.sub("difference", n, m);
    const done =
      verb === "has"
        ? `does ${a.name} have`
        : `did ${a.name} ${{ collected: "collect", sold: "sell", made: "make", counted: "count" }[verb]}`;
    s.ask(`How many more ${item.many} ${done} than ${b.name}?`);
  }),
  template("together-then-more", [2], (s) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const t = s.num("both together", 20, 200);
    const n = s.num(`${item.many} of ${a.name}`, 4, 90);
    s.say(`${a.name} and ${b.name} have ${t} ${item.many} together. ${a.name} has ${n} [of them|].`);
    const x = s.sub(`${item.many} of ${b.name}`, t, n);
    s.sub("difference", x, n);
    s.ask(`How many more ${item.many} does ${b.name} have than ${a.name}?`);
  }),
  template(
    "ages",
    [1, 2, 3],
    (s, steps) => {
      const [a, b, c] = [s.person(), s.person(), s.person()];
      const n = s.num(`age of ${a.name}`, 4, 16);
      const m = s.num("years older", 2, 12);
      s.say(`${a.name} is ${n} years old. ${b.name} is ${m} years older [than ${a.name}|].`);
      const x = s.add(`age of ${b.name}`, n, m);
      if (steps === 1) {
        s.ask(`How old is ${b.name}?`);
        return;
      }
      const k = s.num("factor", 2, 4);
      s.say(`${c.name} is ${k} times as old as ${b.name}.`);
      const y = s.mul(`age of ${c.name}`, x, k);
      s.need(y.number < 96);
      if (steps === 2) {
        s.ask(`How old is ${c.name}?`);
        return;
      }
      s.total("sum of the ages", n, x, y);
      s.ask("How old are [the three|they all] together?");
    },
    { noise: false },
  ),
  template(
    "ages-later",
    [2, 4],
    (s, steps) => {
      const [a, b] = [s.person(), s.person()];
      const n = s.num(`age of ${a.name}`, 20, 70);
      const m = s.num("years younger", 2, 30);
      const y = s.num("years later", 2, 20);
      s.say(`${a.name} is ${n} years old, and ${b.name} is ${m} years younger.`);
      const now = s.sub(`age of ${b.name} now`, n, m);
      const then = s.add(`age of ${b.name} then`, now, y);
      if (steps === 2) {
        s.ask(`How old will ${b.name} be in ${y} years?`);
        return;
      }
      s.add("both ages then", s.add(`age of ${a.name} then`, n, y), then);
      s.ask(`How old will the two be together in ${y} years?`);
    },
    { noise: false },
  ),
  template("heights", [1, 2], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const h = s.num(`height of ${a.name} in cm`, 90, 195);
    const d = s.num("cm taller", 3, 30);
    s.say(`${a.name} is ${h} cm tall. ${b.name} is ${d} cm taller than ${a.name}.`);
    const x = s.add(`height of ${b.name}`, h, d);
    if (steps === 1) {
      s.ask(`How tall is ${b.name} in cm?`);
      return;
    }
    const e = s.num("cm shorter", 2, 40);
    s.say(`${c.name} is ${e} cm shorter than ${b.name}.`);
    s.sub(`height of ${c.name}`, x, e);
    s.ask(`How tall is ${c.name} in cm?`);
  }),
  template("score-gap", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const p = s.num(`points of ${a.name} in round one`, 10, 90);
    const q = s.num(`points of ${a.name} in round two`, 10, 90);
    s.say(
      `In a game ${a.name} [scores|wins|gets] ${p} points in the first round and ${q} points in the second.`,
    );
    const x = s.add(`points of ${a.name}`, p, q);
    if (steps === 2) {
      const t = s.num(`points of ${b.name}`, 60, 300);
      s.say(`${b.name} [has|gets] ${t} points in all.`);
      s.sub("difference", t, x);
      s.ask(`By how many points does ${b.name} [win|lead]?`);
      return;
    }
    const k = s.num("factor", 2, 4);
    s.say(`${b.name} gets ${k} times as many points as ${a.name} [in all|].`);
    const y = s.mul(`points of ${b.name}`, x, k);
    s.add("points of both", x, y);
    s.ask("How many points do they have together?");
  }),
  template("equal-out", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("small");
    const n = s.num(`${item.many} of ${a.name}`, 20, 150);
    const m = s.num(`${item.many} of ${b.name}`, 4, 90);
    s.say(
      `${a.name} has ${n} ${item.many} and ${b.name} has ${m}. [They want to have equally many|They put them together and share them equally].`,
    );
    s.need(n.number > m.number);
    const all = s.add(`${item.many} in all`, n, m);
    const half = s.div(`${item.many} for each`, all, 2);
    if (steps === 2) {
      s.ask(`How many ${item.many} does each of them have then?`);
      return;
    }
    s.sub(`${item.many} that ${a.name} gives`, n, half);
    s.ask(`How many ${item.many} does ${a.name} give to ${b.name}?`);
  }),
];
