import { type Quantity, type Template, template } from "../../story.ts";
import { askBoth, askMore, askOf, inAnyOrder, moreThan, own } from "./formsCompareWords.ts";
import { divider, holders, stuff, timesAs } from "./formsWorlds.ts";

export const formsCompareMore: readonly Template[] = [
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
