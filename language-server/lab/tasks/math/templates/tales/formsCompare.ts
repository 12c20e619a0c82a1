import { type Quantity, type Story, type Template, template } from "../../story.ts";
import { divider, type Holder, holders, stuff, timesAs } from "./formsWorlds.ts";

/** Says that `p` has `b` more than `q`, from either side, in one of many forms; no full stop. */
const moreThan = (p: Holder, q: Holder, b: unknown, t: string): string =>
  `[${p.name} has ${b} more ${t} than ${q.name}|${q.name} has ${b} fewer ${t} than ${p.name}|${q.name} would need ${b} more ${t} to have as many as ${p.name}|if ${p.name} had ${b} fewer ${t}, the number would be the same as for ${q.name}|compared with ${q.name}, ${p.name} has ${b} ${t} more|${q.name} is ${b} ${t} behind ${p.name}|the number of ${t} that ${p.name} has is ${b} above that of ${q.name}|${q.name} does not have as many ${t} as ${p.name}: ${b} are missing]`;

/** Says that `p` has `k` times as many as `q`. */
const timesMore = (p: Holder, q: Holder, k: Quantity, t: string): string =>
  k.number === 2
    ? `[${p.name} has twice as many ${t} as ${q.name}|${q.name} has half as many ${t} as ${p.name}|for every one of the ${t} of ${q.name}, ${p.name} has 2|the number of ${p.name}'s ${t} is 2 times that of ${q.name}'s]`
    : `[${p.name} has ${k} times as many ${t} as ${q.name}|for every one of the ${t} of ${q.name}, ${p.name} has ${k}|${q.name} would need ${k} times as many ${t} to catch up with ${p.name}|the number of ${p.name}'s ${t} is ${k} times that of ${q.name}'s]`;

const own = (p: Holder, n: unknown, t: string): string =>
  `[${p.name} has ${n} ${t}|there are ${n} ${t} that belong to ${p.name}|${n} ${t} are what ${p.name} has|${n} ${t} belong to ${p.name}]`;

const inAnyOrder = (s: Story, ...facts: readonly string[]): void => {
  s.say(s.random.shuffle(facts.map((fact) => `${fact}.`)).join(" "));
};

const askOf = (p: Holder, t: string): string =>
  `[How many ${t} does ${p.name} have|What is the number of ${p.name}'s ${t}|How many ${t} belong to ${p.name}|Do you know how many ${t} ${p.name} has]?`;

const askBoth = (p: Holder, q: Holder, t: string): string =>
  `[How many ${t} do ${p.name} and ${q.name} have together|What is the total number of ${t} of ${p.name} and ${q.name}|How many ${t} do ${p.name} and ${q.name} have in all|If ${p.name} and ${q.name} put their ${t} together, how many are there]?`;

const askMore = (p: Holder, q: Holder, t: string): string =>
  `[How many more ${t} does ${p.name} have than ${q.name}|How many fewer ${t} does ${q.name} have than ${p.name}|By how many ${t} is ${p.name} ahead of ${q.name}|How many ${t} is ${q.name} short of ${p.name}'s number|How many more ${t} would ${q.name} need to have as many as ${p.name}]?`;

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
  template("fo-compare-sum-known", [1, 2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [all, a] = [s.num(`${t} in all`, 30, 400), s.num(`${t} of ${p.name}`, 5, 300)];
    s.need(all.value > a.value);
    s.say(
      `[${p.name} and ${q.name} have ${all} ${t} between them; ${a} of them are ${p.name}'s.|Together with the ${a} ${t} that ${p.name} has, ${q.name}'s make ${all}.|Of the ${all} ${t} that belong to either ${p.name} or ${q.name}, ${a} belong to ${p.name}.|${all} ${t} are divided between ${q.name} and ${p.name}, and ${p.name} gets ${a} of these.]`,
    );
    const b = s.sub(`${t} of ${q.name}`, all, a);
    if (steps === 1) return s.ask(askOf(q, t));
    if (steps === 2 && s.random.chance(0.5)) {
      const k = s.cash("dollars for one", 2, 9);
      s.say(
        `[Each of them is worth $${k}.|One can be sold for $${k}.|Every single one has a value of $${k}.]`,
      );
      s.mul(`value of ${q.name}'s ${t}`, b, k);
      return s.ask(
        `[How many dollars are ${q.name}'s ${t} worth|What is the value of the ${t} of ${q.name}, in dollars|How much money would one get for all of ${q.name}'s ${t}]?`,
      );
    }
    s.need(b.value !== a.value);
    const up = a.value > b.value;
    const d = up ? s.sub("difference", a, b) : s.sub("difference", b, a);
    if (steps === 2) return s.ask(up ? askMore(p, q, t) : askMore(q, p, t));
    s.need(d.number % 2 === 0);
    s.div(`${t} to be given`, d, 2);
    const [from, to] = up ? [p, q] : [q, p];
    s.ask(
      `[How many ${t} would ${from.name} have to give to ${to.name} so that both have the same number|To be level with each other, how many ${t} must move from ${from.name} to ${to.name}|How many ${t} should ${to.name} take from ${from.name} to make it equal]?`,
    );
  }),
  template(
    "fo-compare-measures",
    [1, 2, 3],
    (s, steps) => {
      const [word, opposite, unit, what] = s.pick(
        ["taller", "shorter", "feet", "tower,chimney,crane,mast,tree,statue"],
        ["longer", "shorter", "meters", "bridge,rope,tunnel,train,river bed,ship"],
        ["heavier", "lighter", "pounds", "pumpkin,crate,calf,stove,anchor,piano"],
        ["deeper", "less deep", "feet", "well,lake,mine,pit,canal,harbor basin"],
        ["wider", "narrower", "yards", "road,square,beach,valley,stage,gate"],
        ["older", "younger", "years", "oak,castle,church,temple,mill,turtle"],
        ["farther away", "closer", "miles", "airport,beach,lighthouse,camp,village,hospital"],
        ["hotter", "cooler", "degrees", "oven,desert,engine,greenhouse,spring,furnace"],
        ["more expensive", "cheaper", "dollars", "drum,sofa,bicycle,coat,tent,carpet"],
      );
      const [x = "", y = "", z = ""] = s.random.pickSome(what.split(","), 3);
      const measure =
        (
          {
            feet: word === "deeper" ? "depth" : "height",
            meters: "length",
            pounds: "weight",
            yards: "width",
            years: "age",
            miles: "distance",
            degrees: "temperature",
            dollars: "price",
          } as Record<string, string>
        )[unit] ?? "size";
      const [a, b] = [s.num(`${unit} of the ${x}`, 12, 200), s.num(`${unit} between the first two`, 3, 80)];
      const up = s.random.chance(0.5);
      const fact = `[The ${measure} of the ${x} is ${a} ${unit}|A ${x} has a ${measure} of ${a} ${unit}|For the ${x}, the ${measure} is ${a} ${unit}]`;
      const relation = (m: string, n: string, d: Quantity, isMore: boolean): string => {
        const [more, less] = isMore ? [m, n] : [n, m];
        return `[The ${more} is ${d} ${unit} ${word} than the ${less}|The ${less} is ${d} ${unit} ${opposite} than the ${more}|Compared with the ${less}, the ${more} is ${word} by ${d} ${unit}|By ${d} ${unit}, the ${less} is ${opposite} than the ${more}]`;
      };
      const ask = (m: string): string =>
        `[What is the ${measure} of the ${m} in ${unit}|How many ${unit} is the ${measure} of the ${m}|What ${measure} does the ${m} have, in ${unit}]?`;
      inAnyOrder(s, fact, relation(y, x, b, up));
      const v = up ? s.add(`${unit} of the ${y}`, a, b) : s.sub(`${unit} of the ${y}`, a, b);
      if (steps === 1) return s.ask(ask(y));
      const c = s.num(`${unit} between the others`, 2, 60);
      const again = s.random.chance(0.5);
      s.say(`${relation(z, y, c, again)}.`);
      const w = again ? s.add(`${unit} of the ${z}`, v, c) : s.sub(`${unit} of the ${z}`, v, c);
      if (steps === 2) return s.ask(ask(z));
      s.need(w.value !== a.value);
      const [m, n] = w.value > a.value ? [z, x] : [x, z];
      if (w.value > a.value) s.sub("difference", w, a);
      else s.sub("difference", a, w);
      s.ask(
        `[By how many ${unit} is the ${m} ${word} than the ${n}|What is the difference between the ${x} and the ${z}, in ${unit}|How many ${unit} ${opposite} than the ${m} is the ${n}]?`,
      );
    },
    { noise: false },
  ),
  template("fo-compare-shared-more", [2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [a, b] = [s.num(`${t} of ${q.name}`, 8, 120), s.num(`more ${t} of ${p.name}`, 2, 60)];
    const up = s.random.chance(0.5);
    inAnyOrder(s, own(q, a, t), up ? moreThan(p, q, b, t) : moreThan(q, p, b, t));
    const x = up ? s.add(`${t} of ${p.name}`, a, b) : s.sub(`${t} of ${p.name}`, a, b);
    const n = divider(s, "boxes", x, steps, 9);
    s.say(
      `[All of ${p.name}'s ${t} are to be packed into ${n} boxes, the same number in each.|${n} boxes hold everything that ${p.name} has, in equal parts.|What belongs to ${p.name} is put into ${n} boxes, equally many in every box.]`,
    );
    const y = s.div(`${t} in a box`, x, n);
    if (steps === 3) {
      const m = s.num("boxes that go", 2, n.number - 1);
      s.say(
        `[${m} of the boxes are sent away.|A truck takes ${m} of these boxes.|Somebody buys ${m} boxes of these.]`,
      );
      s.mul(`${t} that go`, y, m);
      return s.ask(
        `[How many ${t} are in the boxes that go|How many ${t} leave with these boxes|What number of ${t} goes away in them]?`,
      );
    }
    s.ask(`[How many ${t} are in each box|What does one box hold, in ${t}|How many ${t} go into every box]?`);
  }),
  template("fo-compare-against-three-times", [2, 3], (s, steps) => {
    const [p, q] = holders(s, 2);
    const t = stuff(s).many;
    const [a, k, b] = [s.num(`${t} of ${q.name}`, 4, 60), s.num("factor", 2, 6), s.num("difference", 2, 30)];
    const up = s.random.chance(0.5);
    const [more, less] = up ? ["more", "less"] : ["less", "more"];
    s.say(
      s.random
        .shuffle([
          `${own(q, a, t)}.`,
          `[${p.name} has ${b} ${more === "more" ? "more" : "fewer"} than ${k.number === 2 ? "twice" : `${k} times`} as many ${t} as ${q.name}.|If ${p.name} had ${b} ${up ? "fewer" : "more"}, it would be ${timesAs(k)} ${t} as ${q.name} has.|Take ${k.number === 2 ? "twice" : `${k} times`} the number of ${t} of ${q.name} and ${b} ${more}: that is the number of ${p.name}'s.]`,
        ])
        .join(" "),
    );
    s.need(less !== more);
    const x = s.mul(`${k} times the ${t} of ${q.name}`, a, k);
    const y = up ? s.add(`${t} of ${p.name}`, x, b) : s.sub(`${t} of ${p.name}`, x, b);
    if (steps === 2) return s.ask(askOf(p, t));
    if (s.random.chance(0.5)) {
      s.add(`${t} of both`, y, a);
      return s.ask(askBoth(p, q, t));
    }
    s.need(y.value > a.value);
    s.sub("difference", y, a);
    s.ask(askMore(p, q, t));
  }),
];
