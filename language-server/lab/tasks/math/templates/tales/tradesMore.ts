import { type Template, template } from "../../story.ts";
import { crops, makers, wares } from "./tradesWords.ts";

/** Longer accounts and short questions from farms, fairs and workshops. */
export const tradesMore: readonly Template[] = [
  template("tr-egg-farm", [1, 2, 3, 4], (s, steps) => {
    const b = s.pick("hens", "ducks", "geese", "quails");
    const a = s.multiple("eggs on the first day", 12, 3, 20);
    if (steps === 1) {
      s.say(
        `[The ${b} of a farm lay ${a} eggs, which are packed by the dozen|${a} eggs of ${b} have to be packed on a farm, a dozen in each box].`,
      );
      s.div("boxes", a, 12);
      s.ask("[How many boxes are filled|How many dozen is that|How many boxes does the farm need]?");
      return;
    }
    const c = s.num("eggs on the second day", 20, 150);
    s.say(
      `[On one day the ${b} of a farm lay ${a} eggs and on the next day ${c}|A farm collects ${a} eggs from its ${b} on Monday and ${c} on Tuesday].`,
    );
    const all = s.add("eggs of both days", a, c);
    const x = s.num("broken eggs", 2, 20);
    s.say(`[${x} of them break|When a basket falls, ${x} eggs break].`);
    const good = s.sub("whole eggs", all, x);
    if (steps > 2) {
      const k = s.oneOf("eggs in a box", [4, 6, 10, 12]);
      s.say(`The whole ones go into boxes of ${k}.`);
      const boxes = s.div("boxes", good, k);
      if (steps === 4) {
        const p = s.cash("price of a box", 2, 8);
        s.say(`[Each box is sold for $${p}|For a box customers pay $${p}].`);
        s.mul("money for the boxes", boxes, p);
        s.ask(
          "[How much money do the boxes bring|How many dollars does the farm get|What is paid for all the boxes]?",
        );
        return;
      }
      s.ask("[How many boxes are there|How many boxes does the farm fill|How many boxes are needed]?");
      return;
    }
    s.ask("[How many eggs are still whole|How many eggs can be sold|How many good eggs remain]?");
  }),
  template("tr-fair-stalls", [4, 5, 6], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(wares, 2);
    if (x === undefined || y === undefined) return;
    const n = s.num(`${x.many} sold`, 3, 20);
    const p = s.cash(`price of a ${x.one}`, 4, 20);
    const m = s.num(`${y.many} sold`, 3, 20);
    const q = s.cash(`price of a ${y.one}`, 4, 20);
    s.say(
      `[At the fair ${who.name} sells ${n} ${x.many} for $${p} each and ${m} ${y.many} for $${q} each|${who.name}'s stall at the fair offers ${x.many} at $${p} and ${y.many} at $${q}. ${n} of the first and ${m} of the second are sold].`,
    );
    const all = s.add(
      "takings",
      s.mul(`money for the ${x.many}`, n, p),
      s.mul(`money for the ${y.many}`, m, q),
    );
    const r = s.cash("rent of the stall", 10, 90, 5);
    s.say(`[The place costs $${r}|$${r} has to be paid for the place].`);
    let left = s.sub("money after the rent", all, r);
    if (steps > 4) {
      const c = s.cash("cost of the material", 10, 80);
      s.say(`[${who.he} had also spent $${c} on material|Material for $${c} is to be taken off as well].`);
      left = s.sub("profit", left, c);
    }
    if (steps === 6) {
      const k = s.num("partners", 2, 4);
      s.say(`[The profit is divided equally among ${k} partners|${k} partners share the profit equally].`);
      s.div("profit of one partner", left, k);
      s.ask(
        "[How many dollars does each partner get|What is one partner's profit|How much is for each of the partners]?",
      );
      return;
    }
    s.ask(
      `[How much is left after these costs|What does ${who.name} really gain|How many dollars of profit remain]?`,
    );
  }),
  template("tr-apprentice-master", [1, 2, 3], (s, steps) => {
    const m = s.pick(...makers);
    const a = s.num("pieces of the apprentice", 3, 20);
    const k = s.num("factor", 2, 5);
    s.say(
      `[An apprentice of a ${m.one} makes ${a} pieces in a week, and the master makes ${k} times as many|A ${m.one} makes ${k} times as many pieces a week as the apprentice, who manages ${a}].`,
    );
    const b = s.mul("pieces of the master", a, k);
    if (steps === 1) {
      s.ask(
        "[How many pieces does the master make|What does the master manage in a week|How many of the pieces are the master's]?",
      );
      return;
    }
    const c = s.add("pieces of both in a week", a, b);
    if (steps === 3) {
      const w = s.num("weeks", 2, 9);
      s.say(`[They keep this up for ${w} weeks|This goes on for ${w} weeks].`);
      s.mul("pieces in all", c, w);
    }
    s.ask(
      "[How many pieces do the two make in this time|How many pieces come out of the workshop|What is the number of pieces of both together]?",
    );
  }),
  template("tr-orchard-compare", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const c = s.pick(...crops);
    const a = s.num(`${c.many} of ${p.name}`, 30, 200);
    const d = s.num("difference", 4, 28);
    s.say(
      `[${p.name} picks ${a} ${c.many}, which is ${d} more than ${q.name} picks|${p.name}'s harvest is ${a} ${c.many}; ${q.name} has ${d} fewer|With ${a} ${c.many}, ${p.name} is ahead of ${q.name} by ${d}].`,
    );
    const b = s.sub(`${c.many} of ${q.name}`, a, d);
    if (steps === 1) {
      s.ask(`[How many ${c.many} does ${q.name} have|How many are ${q.name}'s|What is ${q.name}'s harvest]?`);
      return;
    }
    const all = s.add(`${c.many} of both`, a, b);
    if (steps === 3) {
      const k = s.num(`${c.many} in a sack`, 3, 12);
      s.say(`[They fill them all into sacks of ${k}|All of them are put together into sacks, ${k} in each].`);
      s.div("sacks", all, k);
      s.ask("[How many sacks are full|How many sacks do the two fill|How many sacks do they need]?");
      return;
    }
    s.ask(
      `[How many ${c.many} do the two have together|How many were picked in all|What is the harvest of both]?`,
    );
  }),
  template("tr-repair-bill", [2, 3, 4], (s, steps) => {
    const t = s.pick(
      "washing machine",
      "bicycle",
      "roof",
      "boiler",
      "piano",
      "tractor",
      "fridge",
      "clock",
      "moped",
    );
    const p = s.cash("pay for an hour", 15, 60, 5);
    const h = s.num("hours", 2, 6);
    const m = s.cash("new parts", 10, 120);
    s.say(
      `[Repairing a ${t} takes ${h} hours at $${p} an hour, and new parts cost $${m}|For the repair of a ${t}, a workshop charges $${m} for new parts and $${p} for each of ${h} hours of work].`,
    );
    const bill = s.add("bill", s.mul("cost of the work", p, h), m);
    if (steps > 2) {
      const a = s.cash("money paid at once", 20, 150, 5);
      s.say(`[The customer pays $${a} at once|$${a} is paid on the spot].`);
      const rest = s.sub("money still due", bill, a);
      if (steps === 4) {
        const k = s.num("payments", 2, 6);
        s.say(`[${k} equal payments cover the rest|The rest is paid in ${k} equal parts].`);
        s.div("payment", rest, k);
        s.ask("[How high is each of these payments|How many dollars is one part|What is paid each time]?");
        return;
      }
      s.ask("[How much is still due|How many dollars are not yet paid|What does the customer still owe]?");
      return;
    }
    s.ask("[What does the repair cost|How high is the bill|How many dollars does the customer pay in all]?");
  }),
];
