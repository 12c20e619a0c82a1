import { type Template, template } from "../../story.ts";
import { holders, scene, stuff, timesAs } from "./formsWorlds.ts";

/** Ratios, sums and averages of which a part is unknown. */
export const formsRatio: readonly Template[] = [
  template("fo-ratio-how-many-times", [1, 2], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [b, k] = [s.num(`${t} of ${q.name}`, 3, 40), s.random.integer(2, 9)];
    const c = steps > 1 ? s.num(`new ${t} of ${p.name}`, 2, 40) : undefined;
    const first = b.number * k - (c?.number ?? 0);
    s.need(first > 2);
    const a = s.oneOf(`${t} of ${p.name}`, [first]);
    s.say(
      s.random
        .shuffle([
          c === undefined
            ? `[${p.name} has ${a} ${t}.|${a} ${t} belong to ${p.name}.|The number of ${t} that ${p.name} has is ${a}.]`
            : `[${p.name} has ${a} ${t} and gets ${c} more.|To ${p.name}'s ${a} ${t}, ${c} are added.|${c} ${t} are given to ${p.name}, who has ${a}.]`,
          `[${q.name} has ${b} ${t}.|${b} ${t} are what ${q.name} has.|The number of ${t} that ${q.name} has is ${b}.]`,
        ])
        .join(" "),
    );
    const x = c === undefined ? a : s.add(`${t} of ${p.name} then`, a, c);
    s.div("times as many", x, b);
    s.ask(
      `[How many times as many ${t} as ${q.name} does ${p.name} have${c === undefined ? "" : " then"}|By what number must one multiply ${q.name}'s ${t} to get ${c === undefined ? "" : "the new number of "}${p.name}'s|How many times does ${q.name}'s number of ${t} go into ${p.name}'s${c === undefined ? "" : " after that"}]?`,
    );
  }),
  template("fo-ratio-sum", [2, 3, 4], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const k = s.num("factor", 2, 7);
    const each = s.random.integer(4, 60);
    const all = s.oneOf(`${t} of both`, [each * (k.number + 1)]);
    s.say(
      `[Together ${p.name} and ${q.name} have ${all} ${t}. ${p.name} has ${timesAs(k)} as ${q.name}.|${p.name} has ${timesAs(k)} ${t} as ${q.name}, and between them there are ${all}.|${all} ${t} are divided between ${p.name} and ${q.name}, so that for each one that ${q.name} gets, ${p.name} gets ${k}.|The number of ${t} of ${p.name} is ${k} times that of ${q.name}, and in all it is ${all}.]`,
    );
    const x = s.div(`${t} of ${q.name}`, all, s.add("equal parts", k, 1));
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have|What is the number of ${q.name}'s ${t}|How many of these ${t} are ${q.name}'s]?`,
      );
    const y = s.mul(`${t} of ${p.name}`, x, k);
    if (steps === 3)
      return s.ask(
        `[How many ${t} does ${p.name} have|What is the number of ${p.name}'s ${t}|How many of these ${t} are ${p.name}'s]?`,
      );
    s.sub("difference", y, x);
    s.ask(
      `[How many more ${t} does ${p.name} have than ${q.name}|By how many ${t} is ${q.name} behind ${p.name}|What is the difference between the two, in ${t}]?`,
    );
  }),
  template("fo-ratio-difference", [2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const k = s.num("factor", 3, 8);
    const each = s.random.integer(3, 50);
    const d = s.oneOf("difference", [each * (k.number - 1)]);
    s.say(
      `[${p.name} has ${k} times as many ${t} as ${q.name}, which is ${d} more.|${p.name} has ${d} more ${t} than ${q.name}; that makes ${k} times as many.|${q.name} has ${d} fewer ${t} than ${p.name}, whose number is ${k} times as large.|${q.name} would need ${d} more ${t} to equal ${p.name}, who has ${k} times as many.]`,
    );
    const x = s.div(`${t} of ${q.name}`, d, s.sub("parts that the difference has", k, 1));
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have|What is the number of ${q.name}'s ${t}|How many ${t} belong to ${q.name}]?`,
      );
    s.add(`${t} of ${p.name}`, x, d);
    s.ask(
      `[How many ${t} does ${p.name} have|What is the number of ${p.name}'s ${t}|How many ${t} belong to ${p.name}]?`,
    );
  }),
  template("fo-ratio-sum-and-difference", [2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [low, d] = [s.random.integer(4, 120), s.num("difference", 2, 60)];
    const all = s.oneOf(`${t} of both`, [2 * low + d.number]);
    s.say(
      `[${p.name} and ${q.name} have ${all} ${t} together, but ${p.name} has ${d} more than ${q.name}.|Of ${all} ${t}, ${p.name} gets ${d} more than ${q.name}, and nobody else gets any.|${all} is the number of ${t} of ${p.name} and ${q.name} in all. ${q.name} has ${d} fewer than ${p.name}.|If ${q.name} had ${d} more ${t}, it would be as many as ${p.name} has. As it is, the two have ${all} altogether.]`,
    );
    const x = s.div(`${t} of ${q.name}`, s.sub("twice the smaller number", all, d), 2);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have|What is the number of ${q.name}'s ${t}|How many of the ${t} are ${q.name}'s]?`,
      );
    s.add(`${t} of ${p.name}`, x, d);
    s.ask(
      `[How many ${t} does ${p.name} have|What is the number of ${p.name}'s ${t}|How many of the ${t} are ${p.name}'s]?`,
    );
  }),
  template("fo-ratio-half-and-more", [2, 3, 4], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [word, n] = s.pick(["half", 2], ["a third", 3], ["a quarter", 4]) as [string, number];
    const a = s.multiple(`${t} of ${p.name}`, n, 4, 60);
    const b = s.num("difference", 2, 40);
    const up = s.random.chance(0.6);
    s.say(
      s.random
        .shuffle([
          `[${p.name} has ${a} ${t}.|${a} ${t} belong to ${p.name}.|There are ${a} ${t} that ${p.name} has.]`,
          `[${q.name} has ${b} ${up ? "more" : "fewer"} ${t} than ${word} of what ${p.name} has.|If one takes ${word} of the number of ${t} of ${p.name} and then ${b} ${up ? "more" : "less"}, one gets the number of ${q.name}.|With ${b} ${up ? "fewer" : "more"}, ${q.name} would have ${word} as many ${t} as ${p.name}.]`,
        ])
        .join(" "),
    );
    const x = s.div(`${word} of the ${t} of ${p.name}`, a, n);
    const y = up ? s.add(`${t} of ${q.name}`, x, b) : s.sub(`${t} of ${q.name}`, x, b);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have|What is the number of ${q.name}'s ${t}|How many ${t} belong to ${q.name}]?`,
      );
    if (steps === 3 && s.random.chance(0.5)) {
      s.need(a.value > y.value);
      s.sub("difference", a, y);
      return s.ask(
        `[How many more ${t} does ${p.name} have than ${q.name}|How many ${t} is ${q.name} behind ${p.name}|How many fewer ${t} than ${p.name} does ${q.name} have]?`,
      );
    }
    const all = s.add(`${t} of both`, a, y);
    if (steps === 3)
      return s.ask(
        `[How many ${t} do the two have together|What is the total number of ${t} of ${p.name} and ${q.name}|How many ${t} does that make for both]?`,
      );
    const m = s.num(`${t} wanted`, 100, 500, 10);
    s.need(m.value > all.value);
    s.say(`[Together they want ${m}.|The two need ${m} in all.|Their common aim is ${m} ${t}.]`);
    s.sub(`${t} missing`, m, all);
    s.ask(`[How many ${t} are missing|How many more ${t} do they need|How many ${t} short are the two]?`);
  }),
  template("fo-ratio-average", [2, 3], (s, steps) => {
    const t = stuff(s).many;
    const [p, q] = holders(s, 2);
    const [a, b] = [s.num(`${t} of ${p.name}`, 5, 120), s.num(`${t} of ${q.name}`, 5, 120)];
    if (steps === 2) {
      s.need((a.number + b.number) % 2 === 0);
      s.say(
        `[${p.name} has ${a} ${t} and ${q.name} has ${b}.|${a} ${t} are ${p.name}'s, ${b} are ${q.name}'s.|The numbers of ${t} are ${b} for ${q.name} and ${a} for ${p.name}.]`,
      );
      s.div("average", s.add(`${t} of both`, a, b), 2);
      return s.ask(
        `[What is the average of the two numbers|How many ${t} do they have on average|If both had the same number and the total did not change, how many ${t} would each have]?`,
      );
    }
    const third = s.random.integer(4, 120);
    s.need((a.number + b.number + third) % 3 === 0);
    const m = s.oneOf("average", [(a.number + b.number + third) / 3]);
    s.say(
      `[Three have ${m} ${t} on average: ${p.name} with ${a}, ${q.name} with ${b}, and a third one.|${p.name} has ${a} ${t}, ${q.name} has ${b}. With a third one, the average of the three is ${m}.|The average of three numbers of ${t} is ${m}. Those of ${p.name} and ${q.name} are ${a} and ${b}.]`,
    );
    s.sub("third number", s.mul(`${t} of all three`, m, 3), s.add(`${t} of ${p.name} and ${q.name}`, a, b));
    s.ask(
      `[How many ${t} does the third one have|What is the third number|How many ${t} are the third one's]?`,
    );
  }),
  template("fo-ratio-times-in-reverse", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [k, each] = [s.num("factor", 2, 8), s.random.integer(4, 60)];
    const b = steps > 1 ? s.num("change", 2, 50) : undefined;
    const up = s.random.chance(0.5);
    const end = each * k.number + (b === undefined ? 0 : up ? b.number : -b.number);
    s.need(end > 1);
    const e = s.oneOf(`${w.items} in the end`, [end]);
    s.say(
      b === undefined
        ? `[The number of ${w.items} has become ${k} times as large and is ${e} now.|There are ${e} ${w.items}, ${timesAs(k)} as at first.|From a first number of ${w.items}, which was then multiplied by ${k}, came ${e}.]`
        : `[The number of ${w.items} first became ${k} times as large and then ${up ? "grew" : "fell"} by ${b}. It is ${e} now.|There are ${e} ${w.items}. That is ${b} ${up ? "more" : "fewer"} than ${k.number === 2 ? "twice" : `${k} times`} the first number.|When the first number of ${w.items} had been multiplied by ${k} and ${b} had ${up ? "come" : "gone"}, there were ${e}.]`,
    );
    const x =
      b === undefined
        ? e
        : up
          ? s.sub(`${w.items} before the last change`, e, b)
          : s.add(`${w.items} before the last change`, e, b);
    const y = s.div(`${w.items} at first`, x, k);
    if (steps === 3) {
      s.need(e.value > y.value);
      s.sub("growth", e, y);
      return s.ask(
        `[How many more ${w.items} are there now than at first|By how many did the number of ${w.items} grow in all|How many fewer ${w.items} were there at first than in the end]?`,
      );
    }
    s.ask(
      `[How many ${w.items} were there at first|What was the first number of ${w.items}|With how many ${w.items} did it begin]?`,
    );
  }),
];
