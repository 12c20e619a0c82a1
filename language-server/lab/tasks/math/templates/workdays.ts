import { type Template, template } from "../story.ts";

/** Longer stories of work and making things. */
export const workdays: readonly Template[] = [
  template("overtime", [4, 5], (s, steps) => {
    const who = s.person();
    const h = s.num("normal hours", 20, 40);
    const w = s.cash("pay for a normal hour", 8, 22);
    const o = s.num("hours of overtime", 2, 10);
    const e = s.cash("extra pay per hour of overtime", 2, 9);
    s.say(
      `${who.name} [is paid|earns|gets] $${w} an hour. For every hour of overtime ${who.he} gets $${e} more [than that|than usual]. [Last week|This month|In one week] ${who.he} worked ${h} normal hours and ${o} hours of overtime.`,
    );
    const normal = s.mul("pay for normal hours", h, w);
    const rate = s.add("pay for an hour of overtime", w, e);
    let all = s.add("pay in all", normal, s.mul("pay for overtime", rate, o));
    if (steps === 5) {
      const tax = s.cash("tax", 20, 150, 5);
      s.say(`$${tax} of the pay went to taxes.`);
      all = s.sub("pay after tax", all, tax);
      s.ask(`How much money was left for ${who.him}?`);
      return;
    }
    s.ask(`How much did ${who.he} [earn|make] [in all|altogether]?`);
  }),
  template("mail-round", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("streets", 3, 12);
    const k = s.num("houses in each street", 5, 25);
    const x = s.num("houses without mail", 3, 30);
    const d = s.num("letters for each house", 2, 6);
    s.say(
      `${who.name} brings the mail to ${n} streets with ${k} houses each. [One morning|Today|On Friday] there is nothing for ${x} of the houses, and every other house gets ${d} letters.`,
    );
    const houses = s.mul("houses", n, k);
    const served = s.sub("houses that get letters", houses, x);
    const letters = s.mul("letters", served, d);
    if (steps === 3) {
      s.ask("How many letters [are there to deliver|does the round take|have to be delivered]?");
      return;
    }
    const out = s.num("letters already delivered", 10, 150);
    s.say(`By noon ${who.he} has delivered ${out} letters.`);
    s.sub("letters still to deliver", letters, out);
    s.ask("How many letters are still to be delivered [after that|]?");
  }),
  template("first-hour-calls", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("calls in the first hour", 5, 25);
    const m = s.num("more calls in the second hour", 2, 12);
    const f = s.num("factor for the third hour", 2, 3);
    s.say(
      `${who.name} [answers|takes] ${n} calls in the first hour of work. In the second hour ${who.he} takes ${m} more calls than in the first, and in the third hour ${f} times as many as in the second.`,
    );
    const second = s.add("calls in the second hour", n, m);
    const third = s.mul("calls in the third hour", second, f);
    const all = s.total("calls in three hours", n, second, third);
    if (steps === 3) {
      s.ask("How many calls is that in [all three hours|three hours|total]?");
      return;
    }
    const goal = s.num("calls wanted", 80, 250);
    s.say(`The goal for the day is ${goal} calls.`);
    s.sub("calls missing", goal, all);
    s.ask("How many more calls [are needed|does that leave] [to reach the goal|for the goal]?");
  }),
  template("window-cleaners", [3, 4], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num("floors", 4, 20);
    const k = s.num("windows on each floor", 6, 24);
    const p = s.num(`windows ${a.name} cleans per hour`, 4, 15);
    const q = s.num(`windows ${b.name} cleans per hour`, 4, 15);
    s.say(
      `A tower has ${n} floors with ${k} windows on each. ${a.name} cleans ${p} windows an hour, ${b.name} cleans ${q}[| in the same time]. [They work together|Both start at the same time].`,
    );
    const all = s.mul("windows", n, k);
    const rate = s.add("windows both clean per hour", p, q);
    if (steps === 3) {
      s.div("hours", all, rate);
      s.ask("How many hours does it take them to clean all the windows?");
      return;
    }
    const h = s.num("hours worked", 2, 8);
    s.say(`They have worked for ${h} hours.`);
    s.sub("windows left", all, s.mul("windows cleaned", rate, h));
    s.ask("How many windows are still dirty?");
  }),
  template("metres-of-cloth", [4, 5], (s, steps) => {
    const [a, b] = s.random.pickSome(["dresses", "shirts", "coats", "curtains", "skirts"], 2);
    const n = s.num(`${a}`, 3, 15);
    const k = s.num(`metres for each of the ${a}`, 2, 6);
    const m = s.num(`${b}`, 3, 15);
    const l = s.num(`metres for each of the ${b}`, 2, 6);
    const have = s.num("metres of cloth", 60, 250);
    s.say(
      `A tailor has ${have} metres of cloth. [An order comes in for|A theatre orders|A hotel wants] ${n} ${a}, which take ${k} metres each, and ${m} ${b}, which take ${l} metres each.`,
    );
    const used = s.add("metres used", s.mul(`metres for the ${a}`, n, k), s.mul(`metres for the ${b}`, m, l));
    const left = s.sub("metres left", have, used);
    if (steps === 4) {
      s.ask("How many metres of cloth [are left|does the tailor have left|remain]?");
      return;
    }
    const z = s.num("metres for a scarf", 2, 4);
    s.say(`From the rest the tailor makes scarves of ${z} metres.`);
    s.div("scarves", left, z);
    s.ask("How many scarves does that give?");
  }),
  template("sales-bonus", [3, 4], (s, steps) => {
    const who = s.person();
    const item = s.pick("cars", "boats", "pianos", "ovens", "beds", "computers");
    const base = s.cash("fixed pay", 200, 900, 10);
    const n = s.num(`${item} sold in the first half`, 4, 20);
    const m = s.num(`${item} sold in the second half`, 4, 20);
    const c = s.cash(`bonus for each of the ${item}`, 5, 30);
    s.say(
      `[Each month|Every month] ${who.name} gets $${base} and a bonus of $${c} for each of the ${item} that ${who.he} sells. In the first half of May ${who.he} sold ${n} ${item}, in the second half ${m}.`,
    );
    const sold = s.add(`${item} sold`, n, m);
    const bonus = s.mul("bonus", sold, c);
    const all = s.add("pay in May", base, bonus);
    if (steps === 3) {
      s.ask(`How much [was ${who.name} paid|did ${who.name} get|did ${who.name} earn] in May?`);
      return;
    }
    const r = s.cash("rent", 100, 180, 5);
    s.say(`${who.he} paid $${r} of it as rent.`);
    s.sub("money after the rent", all, r);
    s.ask(`How much of it [was left|remained] after the rent?`);
  }),
  template("milk-round", [3, 4], (s, steps) => {
    const n = s.num("cows", 4, 30);
    const k = s.num("litres a day from each cow", 8, 25);
    const own = s.num("litres kept for the family", 4, 30);
    const c = s.num("litres in a can", 5, 20);
    s.say(
      `A farmer milks ${n} cows. Each cow gives ${k} litres [of milk |]a day. The family keeps ${own} litres for itself; the rest is filled into cans of ${c} litres.`,
    );
    const all = s.mul("litres a day", n, k);
    const rest = s.sub("litres for the cans", all, own);
    const cans = s.div("cans", rest, c);
    if (steps === 3) {
      s.ask("How many cans does the farmer fill [each day|a day|in one day]?");
      return;
    }
    const p = s.cash("price of a can", 4, 20);
    s.say(`A full can is sold for $${p}.`);
    s.mul("money for the cans", cans, p);
    s.ask("How much money do the cans bring in [a day|each day]?");
  }),
  template("broken-goods", [4], (s) => {
    const who = s.person();
    const item = s.thing("goods");
    const n = s.num(`${item.many} bought`, 10, 60);
    const p = s.cash("price paid for each", 2, 12);
    const b = s.num(`${item.many} that cannot be sold`, 2, 9);
    const q = s.cash("price asked for each", 6, 30);
    s.say(
      `${who.name} buys ${n} ${item.many} at $${p} each [to sell them at a fair|for ${who.his} shop|at a factory]. ${b} of them are broken[| on the way home] and thrown away. The others are sold for $${q} each.`,
    );
    const cost = s.mul("cost", n, p);
    const good = s.sub(`${item.many} sold`, n, b);
    const income = s.mul("money taken in", good, q);
    s.sub("profit", income, cost);
    s.ask(`How much [profit does ${who.he} make|does ${who.he} earn after costs|money does ${who.he} gain]?`);
  }),
  template("graded-tests", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("classes", 2, 6);
    const k = s.num("students in each class", 15, 32);
    const d = s.num("tests read on Saturday", 10, 60);
    const r = s.num("tests in an hour", 4, 15);
    s.say(
      `${who.name} teaches ${n} classes of ${k} students, and every student has written a test. ${who.he} reads ${d} tests on Saturday [and the rest on Sunday|; the others wait until Sunday].`,
    );
    const all = s.mul("tests", n, k);
    const left = s.sub("tests on Sunday", all, d);
    s.say(`${who.he} gets through ${r} tests in an hour.`);
    const hours = s.div("hours on Sunday", left, r);
    if (steps === 3) {
      s.ask(`How many hours does ${who.name} read on Sunday?`);
      return;
    }
    s.mul("minutes on Sunday", hours, 60);
    s.ask(`How many minutes does ${who.name} need on Sunday?`);
  }),
  template("two-shifts", [3, 5], (s, steps) => {
    const item = s.thing("goods");
    const n = s.num("workers in the morning", 4, 20);
    const k = s.num(`${item.many} made by each in the morning`, 4, 20);
    const m = s.num("fewer workers at night", 2, 6);
    s.need(m.number < n.number - 1);
    s.say(
      `In a factory ${n} people work [in the morning|by day], and each of them makes ${k} ${item.many}. At night there are ${m} fewer workers[, but each makes the same number|, who make just as many each].`,
    );
    const night = s.sub("workers at night", n, m);
    if (steps === 3) {
      const all = s.add("workers in all", n, night);
      s.mul(item.many, all, k);
      s.ask(`How many ${item.many} are made [in one day and night|in all]?`);
      return;
    }
    const x = s.mul(`${item.many} made by day`, n, k);
    const y = s.mul(`${item.many} made at night`, night, k);
    const all = s.add(`${item.many} in all`, x, y);
    const bad = s.num(`faulty ${item.many}`, 3, 20);
    s.say(`${bad} of the ${item.many} made in this time are faulty.`);
    s.sub(`good ${item.many}`, all, bad);
    s.ask(`How many good ${item.many} are there?`);
  }),
  template("wall-paint", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("rooms", 2, 8);
    const w = s.oneOf("walls in each room", [3, 4, 5, 6]);
    const l = s.num("litres for each wall", 2, 5);
    const c = s.num("litres in a bucket", 3, 12);
    s.say(
      `${who.name} wants to paint ${n} rooms with ${w} walls each. Every wall takes ${l} litres of paint[, and paint comes in buckets of ${c} litres|. A bucket holds ${c} litres].`,
    );
    const walls = s.mul("walls", n, w);
    const litres = s.mul("litres of paint", walls, l);
    const buckets = s.div("buckets", litres, c);
    if (steps === 3) {
      s.ask(`How many buckets [are needed|does ${who.he} need|should ${who.he} buy]?`);
      return;
    }
    const p = s.cash("price of a bucket", 8, 40);
    s.say(`One bucket costs $${p}.`);
    s.mul("cost of the paint", buckets, p);
    s.ask("How much does the paint cost?");
  }),
  template("apprentice-learns", [3, 4], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const item = s.pick("chairs", "locks", "clocks", "bicycles", "lamps", "shoes");
    const n = s.num(`${item} ${a.name} repairs a day`, 6, 20);
    const less = s.num("fewer", 2, 8);
    const d = s.num("days", 3, 9);
    s.need(less.number < n.number - 1);
    s.say(
      `${a.name} repairs ${n} ${item} a day. ${b.name}, who is still learning, repairs ${less} fewer [a day|each day].`,
    );
    const other = s.sub(`${item} ${b.name} repairs a day`, n, less);
    const both = s.add(`${item} both repair a day`, n, other);
    const all = s.mul(`${item} in ${d} days`, both, d);
    if (steps === 3) {
      s.ask(`How many ${item} do they repair [together|] in ${d} days?`);
      return;
    }
    const waiting = s.num(`${item} waiting`, 60, 300);
    s.say(`${waiting} ${item} [are waiting|have been brought in].`);
    s.sub(`${item} not repaired`, waiting, all);
    s.ask(`How many of them are not repaired after ${d} days?`);
  }),
];
