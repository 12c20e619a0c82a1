import { type Template, template } from "../../story.ts";
import { askBoth, askMore, askOf, inAnyOrder, moreThan, own, timesMore } from "./formsCompareWords.ts";
import { divider, holders, stuff } from "./formsWorlds.ts";

export const formsCompare: readonly Template[] = [
  template("fo-compare-more", [1, 2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [a, b] = [s.num(`${t} of ${q.name}`, 6, 200), s.num(`more ${t}`, 3, 90)];
    inAnyOrder(s, own(q, a, t), moreThan(p, q, b, t));
    const x = s.add(`${t} of ${p.name}`, a, b);
    if (steps === 1) return s.ask(askOf(p, t));
    if (steps === 2) {
      s.add(`${t} of both`, a, x);
      return s.ask(askBoth(p, q, t));
    }
    const all = s.add(`${t} of both`, a, x);
    const n = divider(s, "parts", all, 2, 9);
    s.say(
      `[They put everything together and make ${n} equal parts of it.|All these ${t} together are packed into ${n} boxes, the same number in each.|Together, these ${t} are just right for ${n} equal groups.]`,
    );
    s.div(`${t} in a part`, all, n);
    s.ask(
      `[How many ${t} are that in each|What is the number of ${t} in one of these|How big is each of them, in ${t}]?`,
    );
  }),
  template("fo-compare-fewer", [1, 2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [a, b] = [s.num(`${t} of ${p.name}`, 15, 250), s.num(`more ${t} of ${p.name}`, 3, 90)];
    inAnyOrder(s, own(p, a, t), moreThan(p, q, b, t));
    const x = s.sub(`${t} of ${q.name}`, a, b);
    if (steps === 1) return s.ask(askOf(q, t));
    if (steps === 2 && s.random.chance(0.6)) {
      s.add(`${t} of both`, a, x);
      return s.ask(askBoth(p, q, t));
    }
    const c = s.num(`new ${t} of ${q.name}`, 3, 120);
    s.say(
      `[Then ${q.name} gets ${c} more ${t}.|Later ${c} new ${t} go to ${q.name}.|${c} more ${t} are given to ${q.name} by somebody else.]`,
    );
    const y = s.add(`${t} of ${q.name} then`, x, c);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have then|What is ${q.name}'s new number of ${t}|How many ${t} belong to ${q.name} after that]?`,
      );
    s.need(y.value !== a.value);
    if (y.value > a.value) {
      s.sub("difference", y, a);
      return s.ask(askMore(q, p, t));
    }
    s.sub("difference", a, y);
    s.ask(
      `[How many fewer ${t} than ${p.name} does ${q.name} have now|How many more ${t} does ${q.name} still need to catch up with ${p.name}|By how many ${t} is ${p.name} ahead now]?`,
    );
  }),
  template("fo-compare-difference", [1, 2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [a, b] = [s.num(`${t} of ${p.name}`, 20, 300), s.num(`${t} of ${q.name}`, 5, 200)];
    if (steps === 1) {
      s.need(a.value > b.value);
      s.say(
        s.random.chance(0.5)
          ? `[There are two who have ${t}: ${p.name} with ${a} and ${q.name} with ${b}.|${q.name} has ${b} ${t}, while ${p.name} has ${a}.|${a} ${t} belong to ${p.name} and ${b} to ${q.name}.]`
          : s.random.shuffle([`${own(p, a, t)}.`, `${own(q, b, t)}.`]).join(" "),
      );
      s.sub("difference", a, b);
      return s.ask(askMore(p, q, t));
    }
    const c = s.num(`more ${t} of ${q.name}`, 3, 60);
    inAnyOrder(
      s,
      own(p, a, t),
      `[${q.name} has ${b} ${t}, but then gets ${c} more|to the ${b} ${t} which ${q.name} has, another ${c} are added|${q.name} has ${b} ${t} in one place and ${c} in another]`,
    );
    let x = s.add(`${t} of ${q.name} then`, b, c);
    if (steps === 3) {
      const d = s.num(`fewer ${t} of ${q.name}`, 3, 40);
      s.say(
        `[Still later ${d} of ${q.name}'s ${t} are lost.|In the end ${d} of the ${t} of ${q.name} turn out to be broken and are thrown away.|A visitor takes away ${d} of ${q.name}'s ${t}.]`,
      );
      x = s.sub(`${t} of ${q.name} in the end`, x, d);
    }
    s.need(x.value !== a.value);
    const up = x.value > a.value;
    if (up) s.sub("difference", x, a);
    else s.sub("difference", a, x);
    s.ask(up ? askMore(q, p, t) : askMore(p, q, t));
  }),
  template("fo-compare-times", [1, 2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const [a, k] = [s.num(`${t} of ${q.name}`, 4, 60), s.num("factor", 2, 7)];
    inAnyOrder(s, own(q, a, t), timesMore(p, q, k, t));
    const x = s.mul(`${t} of ${p.name}`, a, k);
    if (steps === 1) return s.ask(askOf(p, t));
    if (steps === 2) {
      if (s.random.chance(0.5)) {
        s.sub("difference", x, a);
        return s.ask(askMore(p, q, t));
      }
      s.add(`${t} of both`, x, a);
      return s.ask(askBoth(p, q, t));
    }
    const c = s.num(`difference with ${r.name}`, 2, 50);
    const up = s.random.chance(0.5);
    s.say(`${up ? moreThan(r, p, c, t) : moreThan(p, r, c, t)}.`);
    const y = up ? s.add(`${t} of ${r.name}`, x, c) : s.sub(`${t} of ${r.name}`, x, c);
    if (steps === 3 && s.random.chance(0.5)) {
      s.need(y.value > a.value);
      s.sub("difference", y, a);
      return s.ask(askMore(r, q, t));
    }
    const both = s.add(`${t} of two`, x, y);
    if (steps === 3) return s.ask(askBoth(p, r, t));
    s.add(`${t} of all three`, both, a);
    s.ask(
      `[How many ${t} do the three have altogether|What is the total number of ${t}|How many ${t} are there in all]?`,
    );
  }),
  template("fo-compare-part-of", [1, 2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const k = s.num("factor", 2, 8);
    const a = s.multiple(`${t} of ${p.name}`, k, 3, 50);
    inAnyOrder(s, own(p, a, t), timesMore(p, q, k, t));
    const x = s.div(`${t} of ${q.name}`, a, k);
    if (steps === 1) return s.ask(askOf(q, t));
    if (steps === 2 && s.random.chance(0.4)) {
      s.sub("difference", a, x);
      return s.ask(askMore(p, q, t));
    }
    const c = s.num(`difference with ${r.name}`, 2, 60);
    if (steps === 2) {
      s.say(`${moreThan(r, q, c, t)}.`);
      s.add(`${t} of ${r.name}`, x, c);
      return s.ask(askOf(r, t));
    }
    s.say(`${moreThan(r, q, c, t)}.`);
    const y = s.add(`${t} of ${r.name}`, x, c);
    const z = s.add(`${t} of ${q.name} and ${r.name}`, x, y);
    if (steps === 3) return s.ask(askBoth(q, r, t));
    s.need(z.value !== a.value);
    const up = z.value > a.value;
    if (up) s.sub("difference", z, a);
    else s.sub("difference", a, z);
    s.ask(
      up
        ? `[How many more ${t} do ${q.name} and ${r.name} have together than ${p.name}|By how many ${t} do ${q.name} and ${r.name} together beat ${p.name}|How many ${t} would ${p.name} need to have as many as the other two together, in addition]?`
        : `[How many more ${t} does ${p.name} have than ${q.name} and ${r.name} together|How many fewer ${t} do ${q.name} and ${r.name} have together than ${p.name}|By how many ${t} does ${p.name} beat the other two together]?`,
    );
  }),
  template("fo-compare-three", [2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const a = s.num(`${t} of ${p.name}`, 10, 120);
    const [b, c] = [s.num("first difference", 2, 40), s.num("second difference", 2, 40)];
    const [up, upAgain] = [s.random.chance(0.5), s.random.chance(0.5)];
    inAnyOrder(
      s,
      own(p, a, t),
      up ? moreThan(q, p, b, t) : moreThan(p, q, b, t),
      upAgain ? moreThan(r, q, c, t) : moreThan(q, r, c, t),
    );
    const x = up ? s.add(`${t} of ${q.name}`, a, b) : s.sub(`${t} of ${q.name}`, a, b);
    const y = upAgain ? s.add(`${t} of ${r.name}`, x, c) : s.sub(`${t} of ${r.name}`, x, c);
    if (steps === 2) return s.ask(askOf(r, t));
    if (steps === 3) {
      if (s.random.chance(0.5)) {
        s.total(`${t} of all`, a, x, y);
        return s.ask(
          `[How many ${t} do the three have altogether|What do ${p.name}, ${q.name} and ${r.name} have in all, in ${t}|What is the sum of the three numbers of ${t}]?`,
        );
      }
      s.add(`${t} of ${q.name} and ${r.name}`, x, y);
      return s.ask(askBoth(q, r, t));
    }
    const all = s.total(`${t} of all`, a, x, y);
    const m = s.num(`${t} wanted`, 100, 600, 10);
    s.need(m.value > all.value);
    s.say(
      `[Together they want to have ${m}.|For a common plan ${m} ${t} are needed.|The aim of the three is ${m} ${t} altogether.]`,
    );
    s.sub(`${t} missing`, m, all);
    s.ask(`[How many more ${t} do the three need|How many ${t} are they short|How many ${t} are missing]?`);
  }),
  template("fo-compare-make-equal", [1, 2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    if (steps === 1) {
      const g = s.num(`${t} given`, 3, 60);
      s.say(
        `[${p.name} gives ${q.name} ${g} ${t}, and now both have the same number.|After ${g} ${t} have gone from ${p.name} to ${q.name}, the two have equally many.|If ${q.name} gets ${g} ${t} from ${p.name}, they are level.]`,
      );
      s.mul("difference at first", g, 2);
      return s.ask(
        `[How many more ${t} did ${p.name} have at first than ${q.name}|By how many ${t} was ${p.name} ahead before that|What was the difference between the two at the start, in ${t}]?`,
      );
    }
    const b = s.num(`${t} of ${q.name}`, 4, 100);
    const a = s.num(`${t} of ${p.name}`, 20, 200);
    s.need(a.value > b.value && (a.number - b.number) % 2 === 0);
    inAnyOrder(s, own(p, a, t), own(q, b, t));
    if (steps === 2) {
      const d = s.sub("difference", a, b);
      s.div(`${t} to be given`, d, 2);
      return s.ask(
        `[How many ${t} must ${p.name} give to ${q.name} so that both have the same number|How many ${t} have to go from ${p.name} to ${q.name} to make the two equal|What number of ${t} should ${q.name} get from ${p.name} if both are to have equally many]?`,
      );
    }
    const c = s.num(`${t} given`, 2, 40);
    s.say(
      `[Now ${p.name} gives ${c} ${t} to ${q.name}.|Then ${c} ${t} go from ${p.name} to ${q.name}.|${q.name} takes ${c} ${t} from ${p.name}.]`,
    );
    const x = s.sub(`${t} of ${p.name} then`, a, c);
    const y = s.add(`${t} of ${q.name} then`, b, c);
    s.need(x.value > y.value);
    s.sub("difference then", x, y);
    s.ask(
      `[How many more ${t} does ${p.name} have after that than ${q.name}|By how many ${t} is ${p.name} still ahead|How many fewer ${t} does ${q.name} have now than ${p.name}]?`,
    );
  }),
];
