import { type Template, template } from "../../story.ts";

/** Needs, budgets and prices; some questions stand before the facts. */
export const craftBudgets: readonly Template[] = [
  template("cw-table-legs", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const [f, part] = s.pick(
      ["stools", "legs"],
      ["tables", "screws"],
      ["chairs", "screws"],
      ["shelves", "boards"],
      ["doors", "hinges"],
      ["wardrobes", "knobs"],
      ["ladders", "rungs"],
    );
    const k = s.num(`${part} for one`, 3, 12);
    const inBag = s.pick(2, 3, 4, 5, 6, 8, 10);
    const n = steps === 3 ? s.multiple(`${f}`, inBag, 2, 5) : s.num(`${f}`, 4, 20);
    if (steps === 1) {
      s.ask(
        `[How many ${part} does ${who.name}, a carpenter, need for ${n} ${f} with ${k} ${part} each|If each of the ${f} takes ${k} ${part}, how many ${part} must ${who.name} have for ${n} of them|${who.name} builds ${n} ${f}. What number of ${part} is used if ${k} go into each]?`,
      );
      s.mul(`${part} needed`, n, k);
      return;
    }
    const h = steps === 3 ? s.multiple(`${part} there`, inBag, 2, 9) : s.num(`${part} there`, 5, 90);
    const x = s.mul(`${part} needed`, n, k);
    const short = s.random.chance(0.5);
    if (steps === 2) {
      if (short) s.sub(`${part} missing`, x, h);
      else s.add(`${part} at first`, x, h);
      s.ask(
        short
          ? `[How many ${part} must ${who.name} buy for ${n} ${f} if each needs ${k} and ${h} are in the drawer|A carpenter, ${who.name}, has ${h} ${part} and plans ${n} ${f} with ${k} each. How many ${part} are missing|With ${h} ${part} in the workshop, how many more does ${who.name} need to build ${n} ${f} that take ${k} each]?`
          : `[How many ${part} did ${who.name} have at first if ${n} ${f} took ${k} each and ${h} are left|A carpenter, ${who.name}, used ${k} ${part} for each of ${n} ${f} and still has ${h}. How many were there before|After building ${n} ${f} with ${k} ${part} each, ${who.name} has ${h} ${part} left. What was the number of ${part} at the beginning]?`,
      );
      return;
    }
    const m = s.sub(`${part} missing`, x, h);
    const b = s.oneOf(`${part} in a bag`, [inBag]);
    s.say(
      `[${who.name} wants to know how many bags of ${part} to buy. A bag has ${b}|${part} are sold in bags of ${b}. ${who.name} has to go shopping|A hardware store sells bags with ${b} ${part}]. [${n} ${f} are to be built with ${k} ${part} each, and ${h} are there|For each of ${n} ${f} ${who.name} needs ${k}, but has only ${h}].`,
    );
    s.div("bags", m, b);
    s.ask(
      `[How many bags does ${who.name} need|How many bags must be bought|What number of bags is enough]?`,
    );
  }),
  template("cw-tool-budget", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.thing("goods");
    const b = s.cash("budget", 100, 600, 10);
    const p = s.cash(`price of a ${w.one}`, 5, 30);
    const form = s.pick("rest", "short", "many");
    if (form === "many" && steps < 3) {
      if (steps === 1) {
        s.say(
          `[${who.name} may spend $${b} of the firm's money on ${w.many} that cost $${p} each|One ${w.one} costs $${p}, and ${who.name} has $${b} to spend for a workshop|The office gives ${who.name} $${b} for ${w.many}. The price is $${p} apiece].`,
        );
        s.div(`${w.many}`, b, p);
      } else {
        const f = s.cash("delivery", 5, 40, 5);
        s.say(
          `[${who.name} may spend $${b} of the firm's money on ${w.many} that cost $${p} each. Delivery takes $${f} of that|Delivery costs $${f} and one ${w.one} $${p}. ${who.name} has $${b} to spend|The office gives ${who.name} $${b} for ${w.many}. The price is $${p} apiece, and once $${f} for delivery].`,
        );
        s.div(`${w.many}`, s.sub("money for the goods", b, f), p);
      }
      s.ask(
        `[How many ${w.many} can ${who.name} get|How many ${w.many} can be bought|For how many ${w.many} is the money enough]?`,
      );
      return;
    }
    if (steps === 1) {
      s.say(
        `[${who.name} had $${b} for the workshop and bought a ${w.one} for $${p}|From a budget of $${b}, ${who.name} pays $${p} for a ${w.one}|A ${w.one} for $${p} is bought with money from a budget of $${b}].`,
      );
      s.sub("money left", b, p);
      s.ask("[How much of the budget is left|How many dollars remain|What remains of the money]?");
      return;
    }
    const n = s.num(`${w.many}`, 3, 20);
    s.say(
      `[A workshop needs ${n} ${w.many} at $${p} each|${who.name} is to order ${n} ${w.many}, each of which costs $${p}|At $${p} for one, ${n} ${w.many} are put on a list by ${who.name}].`,
    );
    s.say(
      `[The budget is $${b}|${b} dollars have been set aside for this|There is a budget of $${b} for it].`,
    );
    const c = s.mul("cost", n, p);
    if (form === "short") {
      const m = s.sub("money missing", c, b);
      if (steps > 2) {
        const d = s.cash("discount", 5, 40, 5);
        s.say(
          `[The dealer grants a discount of $${d} on the whole order|The dealer makes it $${d} cheaper in all|A coupon is worth $${d}].`,
        );
        const l = s.sub("money missing after the discount", m, d);
        if (steps === 4) {
          const k = s.num("workers", 2, 6);
          s.say(
            `[${k} workers pay what is missing, in equal parts|What is missing is shared equally by ${k} workers|${k} workers chip in equally for what is still missing].`,
          );
          s.div("dollars for each", l, k);
          s.ask(
            "[How much does each worker pay|How many dollars is that for each of them|What is the part of one worker]?",
          );
          return;
        }
      }
      s.ask(
        "[How much money is missing|How many dollars over the budget is that|How much more money is needed]?",
      );
      return;
    }
    const l = s.sub("money left", b, c);
    if (steps > 2) {
      const k = s.cash("repair", 5, 60, 5);
      s.say(
        `[A repair for $${k} is paid from it too|$${k} more goes on a repair|Besides, cleaning costs $${k}].`,
      );
      const e = s.sub("money left in the end", l, k);
      if (steps === 4) {
        s.div("half of the rest", e, 2);
        s.ask(
          "[Half of the rest is saved. How many dollars is that|If half of what is left goes back to the boss, how much does the boss get|What is left is split into two equal parts. How big is one part in dollars]?",
        );
        return;
      }
    }
    s.ask("[How much is left in the end|How many dollars of the budget remain|What remains of the budget]?");
  }),
  template("cw-sale-percent", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.thing("goods");
    const q = s.oneOf("percentage", [10, 20, 25, 50, 30, 40]);
    const a = s.multiple("old price", 20, 2, 20);
    const form = s.pick("off", "up");
    s.say(
      form === "off"
        ? `[A workshop sells a ${w.one} for $${a}, but this week it is ${q}% cheaper|This week there is ${q}% off a ${w.one} that usually costs $${a}|${who.name} lowers the price of a ${w.one} by ${q}%. Before, it was $${a}].`
        : `[A workshop buys a ${w.one} for $${a} and sells it for ${q}% more|${q}% is added to the $${a} that a dealer paid for a ${w.one}|${who.name} raises the price of a ${w.one} by ${q}%. Before, it was $${a}].`,
    );
    const d = s.percent(form === "off" ? "discount" : "added price", a, q);
    if (steps === 1) {
      s.ask(
        form === "off"
          ? "[By how many dollars is it cheaper|How much does one save|How many dollars are taken off]?"
          : "[By how many dollars does the price go up|How many dollars are added|How much more is that in dollars]?",
      );
      return;
    }
    const n = form === "off" ? s.sub("new price", a, d) : s.add("new price", a, d);
    if (steps === 3) {
      const k = s.num("pieces", 2, 6);
      s.say(`[A customer takes ${k} of these|${k} of them are bought at the new price|Someone buys ${k}].`);
      s.mul("money for them", n, k);
      s.ask(
        "[How much is paid for them|What does the customer pay for all of them|How many dollars do they cost together]?",
      );
    } else
      s.ask(
        `[What is the new price|How much does the ${w.one} cost now|How many dollars must a customer pay for it]?`,
      );
  }),
  template("cw-choir-robes", [1, 2, 3, 4], (s, steps) => {
    const group = s.pick(
      "choir",
      "brass band",
      "dance group",
      "circus school",
      "theater club",
      "marching band",
      "scout troop",
    );
    const n = s.num("members", 15, 60);
    const w = s.pick("robes", "caps", "jackets", "scarves", "bags", "sashes", "vests");
    const h = s.num(`${w} there`, 4, 14);
    s.say(
      `[Every one of the ${n} members of a ${group} needs one of the new ${w}, and ${h} are ready|A ${group} has ${n} members but only ${h} new ${w} so far, one for a member|So far ${h} of the ${w} that a ${group} of ${n} has ordered, one for each member, have come].`,
    );
    const m = s.sub(`${w} missing`, n, h);
    if (steps === 1) {
      s.ask(
        `[How many ${w} are missing|How many more ${w} are needed|How many members do not have theirs yet]?`,
      );
      return;
    }
    const form = s.pick("money", "days", "new");
    if (form === "days") {
      const k = s.num(`${w} a day`, 2, 6);
      s.say(`[${k} are finished each day|A tailor finishes ${k} a day|Each day ${k} more are ready].`);
      const d = s.div("days", m, k);
      if (steps === 2) {
        s.ask(
          "[How many days does it take|In how many days are all ready|How many days must they still wait]?",
        );
        return;
      }
      const t = s.num("days until the show", 10, 40);
      s.say(
        `[The show is in ${t} days|There are ${t} days until the show|${t} days remain until the great day].`,
      );
      const l = s.sub("days to spare", t, d);
      if (steps === 4) {
        const r = s.num("hours of practice a day", 2, 5);
        s.say(
          `[On the days after the last one is ready, they practice in them for ${r} hours a day|From that time on there are ${r} hours of practice per day|Every day left over is used for ${r} hours of practice].`,
        );
        s.mul("hours of practice", l, r);
        s.ask(
          "[How many hours of practice is that|For how many hours do they practice then|How many hours do they practice in all]?",
        );
      } else
        s.ask(
          "[How many days before the show are they all ready|How many days are left then|How many days are there to spare]?",
        );
      return;
    }
    if (form === "new") {
      const g = s.num("new members", 3, 20);
      s.say(
        `[Now ${g} new members join|${g} people join and need one too|The group grows by ${g}, and they want one as well].`,
      );
      const x = s.add(`${w} missing now`, m, g);
      if (steps > 2) {
        const p = s.cash("price of one", 5, 12);
        s.say(`[One costs $${p}|The price is $${p} apiece|For one, $${p} is charged].`);
        const c = s.mul("cost", x, p);
        if (steps === 4) {
          const f = s.cash("money there", 20, 150, 10);
          s.say(`[There is $${f} in the box of the group|They have $${f}|The group has saved $${f}].`);
          s.sub("money missing", c, f);
          s.ask(
            "[How many dollars are still missing|How much more money do they need|How much must still be collected]?",
          );
          return;
        }
        s.ask(
          `[How much do the missing ones cost|How many dollars are needed for the missing ones|What is the price of all that are missing]?`,
        );
        return;
      }
      s.ask(
        `[How many ${w} are missing now|How many ${w} must still be made|How many people are without one then]?`,
      );
      return;
    }
    const p = s.cash("price of one", 5, 20);
    s.say(`[One costs $${p}|The price is $${p} apiece|For one, $${p} is charged].`);
    const c = s.mul("cost of the missing ones", m, p);
    if (steps === 2) {
      s.ask(
        "[How much do the missing ones cost|How many dollars are needed for the missing ones|What is the price of all that are missing]?",
      );
      return;
    }
    const f = s.cash("gift", 20, 150, 10);
    s.say(`[A former member gives $${f} for it|$${f} comes from the town|$${f} of this is a gift].`);
    const l = s.sub("money still missing", c, f);
    if (steps === 4) {
      const k = s.num("months", 2, 6);
      s.say(
        `[The rest is paid in ${k} equal parts|They pay the rest in ${k} months, the same sum each month|What remains is paid in ${k} equal sums].`,
      );
      s.div("one payment", l, k);
      s.ask("[How big is one payment|How many dollars is that each time|How much must be paid each time]?");
    } else s.ask("[How much remains to be paid|How many dollars are still needed|What is left to pay]?");
  }),
];
