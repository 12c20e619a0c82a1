import { type Quantity, type Story, type Template, template } from "../../story.ts";
import { divider, holders, scene, stuff } from "./formsWorlds.ts";

/** Wholes of two or three sorts: whole, sorts. */
const wholes =
  `children in a school/boys,girls; animals on a farm/cows,goats,hens; beads on a chain/red beads,blue beads,white beads; cars on a ferry/vans,trucks,taxis
books in a house/novels,comics,atlases; trees in a park/oaks,pines,birches; people at a concert/adults,children; fruits in a bowl/apples,pears,figs
instruments in a hall/drums,flutes,violins; birds on a lake/ducks,swans,geese; coins in a jar/pennies,dimes,quarters; pupils on a trip/swimmers,hikers,climbers
balloons in a hall/green balloons,yellow balloons,pink balloons; dishes in a kitchen/plates,bowls,cups; pens in a box/black pens,red pens,blue pens; pets in a street/cats,dogs,parrots
seats in a theater/front seats,back seats,balcony seats; shirts in a shop/striped shirts,plain shirts,checked shirts; ships in a port/tankers,ferries,tugboats; flowers in a bed/tulips,daisies,poppies`
    .split(/[;\n]/)
    .map((line) => {
      const [whole = "", sorts = ""] = line.trim().split("/");
      return { whole, all: whole.split(" ")[0] ?? "", sorts: sorts.split(",") };
    });

const fractions: readonly (readonly [word: string, bottom: number, top: number])[] = [
  ["half", 2, 1],
  ["a third", 3, 1],
  ["a quarter", 4, 1],
  ["one fifth", 5, 1],
  ["two thirds", 3, 2],
  ["three quarters", 4, 3],
  ["two fifths", 5, 2],
];

/** A fraction of a number that can be divided by its lower part. */
const wholeFor = (s: Story, label: string, parts: number, low: number, high: number): Quantity =>
  s.multiple(label, parts, Math.ceil(low / parts), Math.floor(high / parts));

export const formsParts: readonly Template[] = [
  template("fo-parts-missing-sort", [1, 2, 3], (s, steps) => {
    const { whole, all, sorts } = s.pick(...wholes);
    const [x = "", y = "", z] = sorts;
    const total = s.num(all, 40, 500);
    const a = s.num(x, 5, 200);
    if (steps === 1 || z === undefined) {
      s.say(
        `[There are ${total} ${whole}, ${a} of which are ${x}; the others are ${y}.|Of ${total} ${whole}, ${a} are ${x} and all the rest are ${y}.|${x} and ${y} make up the ${total} ${whole}. The number of ${x} is ${a}.|Among the ${total} ${whole} one finds ${a} ${x}, and what is not ${x} is ${y}.]`,
      );
      const b = s.sub(y, total, a);
      if (steps === 1)
        return s.ask(`[How many ${y} are there|What is the number of ${y}|How many of the ${all} are ${y}]?`);
      s.need(b.value !== a.value);
      const up = a.value > b.value;
      const d = up ? s.sub("difference", a, b) : s.sub("difference", b, a);
      const [more, less] = up ? [x, y] : [y, x];
      if (steps === 2)
        return s.ask(
          `[How many more ${more} than ${less} are there|By how many do the ${more} outnumber the ${less}|How many fewer ${less} are there than ${more}]?`,
        );
      const c = s.num(`new ${less}`, 2, 60);
      s.need(d.value > c.value);
      s.say(
        `[Now ${c} more ${less} come.|Then the number of ${less} grows by ${c}.|${c} new ${less} are added.]`,
      );
      s.sub("difference then", d, c);
      return s.ask(
        `[How many more ${more} than ${less} are there now|What is the difference between ${more} and ${less} then|How many ${less} are still missing to equal the ${more}]?`,
      );
    }
    const b = s.num(y, 5, 150);
    s.say(
      `[There are ${total} ${whole}: ${a} ${x}, ${b} ${y}, and the rest are ${z}.|Of ${total} ${whole}, ${a} are ${x} and ${b} are ${y}. All others are ${z}.|The ${total} ${whole} are ${x}, ${y} or ${z}. One counts ${a} ${x} and ${b} ${y}.]`,
    );
    const rest = s.sub(z, total, s.add(`${x} and ${y}`, a, b));
    if (steps === 2)
      return s.ask(`[How many ${z} are there|What is the number of ${z}|How many of the ${all} are ${z}]?`);
    s.need(rest.value !== a.value);
    if (rest.value > a.value) s.sub("difference", rest, a);
    else s.sub("difference", a, rest);
    s.ask(
      `[By how many do the numbers of ${x} and ${z} differ|What is the difference between the number of ${z} and that of ${x}|How many ${rest.value > a.value ? "more" : "fewer"} ${z} than ${x} are there]?`,
    );
  }),
  template("fo-parts-fraction", [1, 2, 3, 4], (s, steps) => {
    const w = scene(s);
    const [f, bottom, top] = s.pick(...fractions);
    const a = wholeFor(s, `${w.items} at first`, bottom, 12, 400);
    s.say(
      `[${w.holds(a)}. ${f} of them ${w.are} ${w.are === "are" ? "wanted" : "chosen"} for a show.|${w.holds(a)}, and ${f} of these ${w.are} needed elsewhere.|Of ${a} ${w.items}, ${f} ${w.are} set aside.]`,
    );
    const x = s.part(`${f} of the ${w.items}`, a, top, bottom);
    if (steps === 1)
      return s.ask(
        `[How many ${w.items} is that|How many of the ${w.items} are meant by this|What number of ${w.items} is ${f} of them]?`,
      );
    const left = s.sub(`other ${w.items}`, a, x);
    if (steps === 2)
      return s.ask(
        `[How many ${w.items} are not among these|How many of the ${w.items} are left|How many ${w.items} does that leave]?`,
      );
    const b = s.num("change", 3, 60);
    const up = s.random.chance(0.5);
    s.say(
      up
        ? `[The others are joined by ${b} new ${w.items}.|To those that are left, ${b} ${w.items} are added.|The remaining ones grow in number by ${b}.]`
        : `[Of the others, ${b} are broken.|From those that are left, ${b} ${w.items} disappear.|The remaining ones become fewer by ${b}.]`,
    );
    const y = up ? s.add(`other ${w.items} then`, left, b) : s.sub(`other ${w.items} then`, left, b);
    if (steps === 3)
      return s.ask(
        `[How many of the other ${w.items} are there then|What is the number of those ${w.items} in the end|How many ${w.items} is that after the change]?`,
      );
    const n = divider(s, "groups", y, 2, 8);
    s.say(
      `[They are then divided into ${n} equal groups.|Now those form ${n} equal groups.|${n} groups of the same size are made of them.]`,
    );
    s.div(`${w.items} in a group`, y, n);
    s.ask(
      `[How many ${w.items} are in each group|What is the size of one group, in ${w.items}|How many ${w.items} come to a group]?`,
    );
  }),
  template("fo-parts-percent", [1, 2, 3], (s, steps) => {
    const { whole, all, sorts } = s.pick(...wholes);
    const [x = "", y = ""] = sorts;
    const q = s.oneOf("percent", [10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90]);
    const total = s.num(all, 20, 600, 20);
    s.say(
      s.random
        .shuffle([
          `[There are ${total} ${whole}.|One can count ${total} ${whole}.|The number of ${whole} is ${total}.]`,
          `[${q} percent of the ${all} are ${x}.|${x} make up ${q} percent of the ${all}.|The share of ${x} among the ${all} is ${q} percent.]`,
        ])
        .join(" "),
    );
    const a = s.percent(x, total, q);
    if (steps === 1)
      return s.ask(`[How many ${x} are there|What is the number of ${x}|How many of the ${all} are ${x}]?`);
    const b = s.sub(`${all} that are not ${x}`, total, a);
    if (steps === 2)
      return s.ask(
        `[How many of the ${all} are not ${x}|What is the number of ${all} that are something else|How many ${all} are there if one leaves out the ${x}]?`,
      );
    const c = s.num(y, 3, 200);
    s.need(c.value < b.value);
    s.say(
      sorts.length > 2
        ? `[Of the others, ${c} are ${y}.|There are ${c} ${y} among the rest.|${c} ${y} are there as well.]`
        : `[Of the others, ${c} leave early.|Later ${c} of the rest are not there.|${c} of the others are gone.]`,
    );
    s.sub(`remaining ${all}`, b, c);
    s.ask(
      sorts.length > 2
        ? `[How many ${all} are neither ${x} nor ${y}|What number of ${all} is left if one takes away ${x} and ${y}|How many ${all} are of another kind]?`
        : `[How many of the others are left|How many that are not ${x} stay|What number of the others remains]?`,
    );
  }),
  template("fo-parts-given-away", [2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const [f, bottom, top] = s.pick(...fractions);
    const a = wholeFor(s, `${t} of ${p.name}`, bottom, 12, 300);
    const b = s.num(`${t} of ${q.name}`, 3, 100);
    s.say(
      s.random
        .shuffle([
          `[${p.name} has ${a} ${t} and gives ${f} of them to ${q.name}.|Of the ${a} ${t} that ${p.name} has, ${f} go to ${q.name}.|${q.name} gets ${f} of ${p.name}'s ${a} ${t}.]`,
          `[At first, ${q.name} has ${b} ${t}.|${q.name} starts out with ${b} ${t}.|The number of ${t} that ${q.name} has at the beginning is ${b}.]`,
        ])
        .join(" "),
    );
    const x = s.part(`${t} given`, a, top, bottom);
    const y = s.add(`${t} of ${q.name} then`, b, x);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have then|What is the number of ${t} of ${q.name} after that|With that, how many ${t} belong to ${q.name}]?`,
      );
    if (steps === 3) {
      const c = s.num(`${t} for ${r.name}`, 2, 40);
      s.say(
        `[Later ${q.name} passes ${c} on to ${r.name}.|${r.name} then gets ${c} from ${q.name}.|${c} go from ${q.name} to ${r.name} after that.]`,
      );
      s.sub(`${t} of ${q.name} in the end`, y, c);
      return s.ask(
        `[How many ${t} does ${q.name} have in the end|How many ${t} are left for ${q.name}|What number of ${t} does ${q.name} keep]?`,
      );
    }
    const z = s.sub(`${t} of ${p.name} then`, a, x);
    s.need(z.value !== y.value);
    if (z.value > y.value) s.sub("difference", z, y);
    else s.sub("difference", y, z);
    const [m, l] = z.value > y.value ? [p, q] : [q, p];
    s.ask(
      `[How many more ${t} does ${m.name} have in the end than ${l.name}|By how many ${t} is ${m.name} ahead of ${l.name} then|How many ${t} fewer than ${m.name} does ${l.name} have after that]?`,
    );
  }),
  template("fo-parts-twice-halved", [2, 3], (s, steps) => {
    const w = scene(s);
    const a = s.multiple(`${w.items} at first`, s.pick(4, 6, 8), 3, 50);
    const [f, bottom] = s.pick(["half", 2], ["a third", 3], ["a quarter", 4]) as [string, number];
    s.need(a.number % (2 * bottom) === 0);
    s.say(
      `[${w.holds(a)}. Half of them are sorted out; of these, ${f} are kept.|Half of ${a} ${w.items} are sorted out, and ${f} of this half are kept.|Of ${a} ${w.items} one half is taken, and from that half ${f} are kept.]`,
    );
    const x = s.div(`half of the ${w.items}`, a, 2);
    const y = s.div(`${w.items} kept`, x, bottom);
    if (steps === 3) {
      const k = s.num("dollars for one", 2, 9);
      s.say(
        `[One of them is worth ${k} dollars.|The value of each is ${k} dollars.|Each is insured for ${k} dollars.]`,
      );
      s.mul("value of those kept", y, k);
      return s.ask(
        `[How many dollars are the ones that are kept worth|What is the value of those kept, in dollars|How much are the ${w.items} that are kept worth together]?`,
      );
    }
    s.ask(
      `[How many ${w.items} are kept|What is the number of ${w.items} that are kept|How many ${w.items} is that in the end]?`,
    );
  }),
  template("fo-parts-sum-halved", [2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const [a, b] = [s.num(`${t} of ${p.name}`, 5, 150), s.num(`${t} of ${q.name}`, 5, 150)];
    const k = s.pick(2, 3, 4);
    s.need((a.number + b.number) % k === 0);
    const part = k === 2 ? "half" : k === 3 ? "a third" : "a quarter";
    s.say(
      s.random
        .shuffle([
          `[${p.name} has ${a} ${t}, ${q.name} has ${b}.|${a} ${t} belong to ${p.name} and ${b} to ${q.name}.|The numbers of ${t} are ${a} for ${p.name} and ${b} for ${q.name}.]`,
          `[${r.name} has ${part} as many ${t} as ${p.name} and ${q.name} together.|Taken together, ${p.name} and ${q.name} have ${k === 2 ? "twice" : k === 3 ? "three times" : "four times"} as many ${t} as ${r.name}.|The number of ${t} of ${r.name} is ${part} of what ${p.name} and ${q.name} have in all.]`,
        ])
        .join(" "),
    );
    const sum = s.add(`${t} of ${p.name} and ${q.name}`, a, b);
    const x = s.div(`${t} of ${r.name}`, sum, k);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${r.name} have|What is the number of ${r.name}'s ${t}|How many ${t} belong to ${r.name}]?`,
      );
    if (steps === 3) {
      s.add(`${t} of all three`, sum, x);
      return s.ask(
        `[How many ${t} do the three have altogether|What is the total for ${p.name}, ${q.name} and ${r.name}, in ${t}|If the three put their ${t} together, how many is that]?`,
      );
    }
    const c = s.num(`new ${t}`, 2, 60);
    s.say(
      `[Then ${r.name} gets ${c} more.|After that, ${c} more go to ${r.name}.|${r.name} receives another ${c}.]`,
    );
    const y = s.add(`${t} of ${r.name} then`, x, c);
    s.need(y.value !== a.value);
    const up = y.value > a.value;
    if (up) s.sub("difference", y, a);
    else s.sub("difference", a, y);
    s.ask(
      `[How many ${up ? "more" : "fewer"} ${t} than ${p.name} does ${r.name} have then|By how many ${t} is ${r.name} ${up ? "ahead of" : "behind"} ${p.name} then|What is the difference between ${r.name} and ${p.name} after that, in ${t}]?`,
    );
  }),
  template("fo-parts-whole-from-part", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [f, bottom] = s.pick(
      ["half", 2],
      ["a third", 3],
      ["a quarter", 4],
      ["one fifth", 5],
      ["one tenth", 10],
    ) as [string, number];
    const a = s.num(`${f} of the ${w.items}`, 4, 70);
    if (steps === 1) {
      s.say(
        `[${a} ${w.items} are just ${f} of all the ${w.items}.|${f} of the ${w.items} have been counted, and that makes ${a}.|If ${f} of the ${w.items} is ${a}, the whole number can be found.]`,
      );
      s.mul(`all ${w.items}`, a, bottom);
      return s.ask(
        `[How many ${w.items} are there in all|What is the whole number of ${w.items}|How many ${w.items} is that altogether]?`,
      );
    }
    const b = s.num(`${w.items} taken away`, 2, 60);
    s.say(
      `[${a} ${w.items} are just ${f} of what there was at first. Since then ${b} are gone.|At first, ${f} of the ${w.items} was ${a}. After that, ${b} of all the ${w.items} disappear.|From a number of ${w.items}, of which ${a} is ${f}, ${b} are taken away.]`,
    );
    const all = s.mul(`all ${w.items}`, a, bottom);
    const left = s.sub(`${w.items} left`, all, b);
    if (steps === 3) {
      const n = divider(s, "groups", left, 2, 9);
      s.say(
        `[The rest is divided into ${n} equal groups.|What is left is shared by ${n} people equally.|${n} people take equal parts of the rest.]`,
      );
      s.div(`${w.items} for each`, left, n);
      return s.ask(
        `[How many ${w.items} is that each|How many ${w.items} are in one such part|What is the size of a part, in ${w.items}]?`,
      );
    }
    s.ask(
      `[How many ${w.items} are left|What number of ${w.items} remains|How many ${w.items} are there then]?`,
    );
  }),
];
