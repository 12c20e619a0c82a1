import { type Template, template } from "../story.ts";

/** Longer stories, four to six steps. */
export const long: readonly Template[] = [
  template("three-kinds", [5, 6], (s, steps) => {
    const who = s.person();
    const [a, b, c] = s.things("sold", 3);
    if (a === undefined || b === undefined || c === undefined) return;
    const n = s.num(a.many, 2, 9);
    const p = s.cash(`price of one ${a.one}`, 2, 20);
    const m = s.num(b.many, 2, 9);
    const q = s.cash(`price of one ${b.one}`, 2, 20);
    const k = s.num(c.many, 2, 9);
    const r = s.cash(`price of one ${c.one}`, 2, 20);
    s.say(
      `${who.name} buys ${n} ${a.many} at $${p} each, ${m} ${b.many} at $${q} each and ${k} ${c.many} at $${r} each.`,
    );
    const x = s.mul(`cost of the ${a.many}`, n, p);
    const y = s.mul(`cost of the ${b.many}`, m, q);
    const z = s.mul(`cost of the ${c.many}`, k, r);
    let all = s.total("cost of all", x, y, z);
    if (steps === 6) {
      const d = s.cash("discount", 3, 25);
      s.say(`The shop takes $${d} off the bill.`);
      all = s.sub("cost after the discount", all, d);
    }
    const bill = s.oneOf("money paid with", [100, 150, 200, 300, 400, 500]);
    s.say(`${who.he} pays with $${bill}.`);
    s.sub("change", bill, all);
    s.ask(`How much [change|money] does ${who.he} get back?`);
  }),
  template("week-at-work", [5, 6], (s, steps) => {
    const who = s.person();
    const w = s.cash("pay for an hour", 8, 25);
    const h = s.num("hours a day", 4, 9);
    const d = s.num("days", 3, 6);
    s.say(`${who.name} works ${h} hours a day for $${w} an hour, ${d} days in a week.`);
    const hours = s.mul("hours in the week", h, d);
    const pay = s.mul("pay in the week", hours, w);
    const rent = s.cash("rent", 50, 300, 5);
    const food = s.cash("food", 20, 120);
    s.say(`${who.he} pays $${rent} for rent and $${food} for food each week.`);
    const costs = s.add("costs in the week", rent, food);
    const left = s.sub("money left in the week", pay, costs);
    const n = s.num("weeks", 2, 9);
    s.say(`The rest is saved for ${n} weeks.`);
    const saved = s.mul("money saved", left, n);
    if (steps === 6) {
      const have = s.cash("money before", 20, 300, 5);
      s.say(`${who.he} had $${have} before.`);
      s.add("all the money", saved, have);
      s.ask(`How much money does ${who.he} have then?`);
      return;
    }
    s.ask(`How much money does ${who.he} save [in that time|]?`);
  }),
  template("school-fair", [4, 5, 6], (s, steps) => {
    const [a, b] = s.things("food", 2);
    if (a === undefined || b === undefined) return;
    const n = s.num(`${a.many} sold`, 10, 60);
    const p = s.cash(`price of one ${a.one}`, 2, 5);
    const m = s.num(`${b.many} sold`, 10, 60);
    const q = s.cash(`price of one ${b.one}`, 2, 5);
    const cost = s.cash("money spent on ingredients", 10, 90);
    s.say(
      `At a school fair a class sells ${n} ${a.many} for $${p} each and ${m} ${b.many} for $${q} each. The class had spent $${cost} on everything it needed.`,
    );
    const x = s.mul(`money for the ${a.many}`, n, p);
    const y = s.mul(`money for the ${b.many}`, m, q);
    const all = s.add("money taken in", x, y);
    const profit = s.sub("profit", all, cost);
    if (steps === 4) {
      s.ask("How much profit does the class make?");
      return;
    }
    if (steps === 5) {
      const k = s.num("children", 5, 30);
      s.say(`The ${k} children of the class share the profit equally.`);
      s.div("share of each child", profit, k);
      s.ask("How many dollars does each child get?");
      return;
    }
    const half = s.div("money given to a hospital", profit, 2);
    const t = s.cash("price of a trip", 100, 900, 10);
    s.say(`Half of the profit goes to a hospital, and the other half is used for a trip that costs $${t}.`);
    s.sub("money missing for the trip", t, half);
    s.ask("How much money is missing for the trip?");
  }),
  template("two-collections", [4, 5], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.thing("toy");
    const n = s.num(`boxes of ${a.name}`, 3, 12);
    const k = s.num(`${item.many} in a box`, 4, 15);
    const f = s.num("factor", 2, 4);
    const g = s.num(`${item.many} given away`, 3, 30);
    s.say(
      `${a.name} has ${n} boxes of ${k} ${item.many}. ${b.name} has ${f} times as many, but gives ${g} of them away.`,
    );
    const x = s.mul(`${item.many} of ${a.name}`, n, k);
    const y = s.mul(`${item.many} of ${b.name} at first`, x, f);
    const z = s.sub(`${item.many} of ${b.name} now`, y, g);
    const all = s.add("both together", x, z);
    if (steps === 4) {
      s.ask(`How many ${item.many} do [they|the two] have together now?`);
      return;
    }
    const h = s.num("boxes in the end", 2, 9);
    s.say(`They put all they have into ${h} boxes, equally many in each.`);
    s.div(`${item.many} in each box`, all, h);
    s.ask(`How many ${item.many} are in each of these boxes?`);
  }),
  template("trip-by-car", [4, 5], (s, steps) => {
    const who = s.person();
    const v = s.num("km an hour at first", 40, 100, 5);
    const h = s.num("hours at first", 2, 5);
    const w = s.num("km an hour later", 30, 90, 5);
    const k = s.num("hours later", 2, 5);
    const d = s.num("km of the whole trip", 400, 1200, 10);
    s.say(
      `${who.name} wants to drive ${d} km. ${who.he} drives ${h} hours at ${v} km an hour and ${k} hours at ${w} km an hour.`,
    );
    const x = s.mul("km at first", v, h);
    const y = s.mul("km later", w, k);
    const done = s.add("km driven", x, y);
    const left = s.sub("km left", d, done);
    if (steps === 5) {
      const z = s.num("km an hour at the end", 20, 90, 5);
      s.say(`The rest is driven at ${z} km an hour.`);
      s.div("hours for the rest", left, z);
      s.ask("How many hours does the rest of the trip take?");
      return;
    }
    s.ask("How many km are left?");
  }),
  template("class-survey", [4, 5], (s, steps) => {
    const n = s.multiple("children", 12, 3, 20);
    const [x, y] = s.random.pick([
      [2, 3],
      [2, 4],
      [3, 4],
      [3, 6],
      [4, 6],
    ] as const);
    const names: Readonly<Record<number, string>> = { 2: "half", 3: "a third", 4: "a quarter", 6: "a sixth" };
    s.say(
      `${n} children are asked how they come to school. ${names[x]} of them walk, ${names[y]} of them come by bus, and the others come by bicycle.`,
    );
    const a = s.div("children who walk", n, x);
    const b = s.div("children who come by bus", n, y);
    const ab = s.add("children who walk or come by bus", a, b);
    const c = s.sub("children who come by bicycle", n, ab);
    if (steps === 4) {
      s.ask("How many children come by bicycle?");
      return;
    }
    s.sub("difference", a, c);
    s.ask("How many more children walk than come by bicycle?");
  }),
];
