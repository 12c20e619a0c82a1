import { type Template, template } from "../story.ts";

/** Wages, saving, selling, debts. */
export const money: readonly Template[] = [
  template("wage", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.cash("pay for an hour", 8, 40);
    const h = s.num("hours", 3, 40);
    s.say(`${who.name} [earns $${w} an hour|earns $${w} per hour|is paid $${w} for each hour].`);
    const again = steps > 1 ? s.pick("This week", "Last week", "In one week") : "";
    s.say(`${again} ${who.he} [works|worked] ${h} hours.`);
    const pay = s.mul("pay for the hours", w, h);
    if (steps === 1) {
      s.ask(`How much [does ${who.he} earn|money does ${who.he} make|is ${who.he} paid]?`);
      return;
    }
    const bonus = s.cash("bonus", 10, 120);
    s.say(`${who.he} also gets [a bonus of|an extra] $${bonus}.`);
    const all = s.add("pay with the bonus", pay, bonus);
    if (steps === 2) {
      s.ask(`How much [does ${who.he} get in all|money does ${who.he} get in total]?`);
      return;
    }
    const spent = s.cash("money spent", 15, 150);
    s.say(`${who.he} spends $${spent} on ${s.pick("food", "clothes", "a gift", "books")}.`);
    s.sub("money left", all, spent);
    s.ask("How much money is left?");
  }),
  template("two-jobs", [3], (s) => {
    const who = s.person();
    const a = s.cash("pay for an hour in the first job", 8, 30);
    const h = s.num("hours in the first job", 4, 20);
    const b = s.cash("pay for an hour in the second job", 8, 30);
    const k = s.num("hours in the second job", 4, 20);
    s.say(
      `${who.name} has two jobs. [In the first ${who.he} gets|The first pays] $${a} an hour, [in the second|the second pays] $${b} an hour.`,
    );
    s.say(`This week ${who.he} works ${h} hours in the first job and ${k} hours in the second.`);
    const x = s.mul("pay of the first job", a, h);
    const y = s.mul("pay of the second job", b, k);
    s.add("pay of both jobs", x, y);
    s.ask(`How much does ${who.he} earn [this week|in all]?`);
  }),
  template("save-weekly", [1, 2], (s, steps) => {
    const who = s.person();
    const a = s.cash("money saved each week", 3, 40);
    const w = s.num("weeks", 4, 30);
    const have = steps === 2 ? s.cash("money at first", 12, 200) : undefined;
    if (have !== undefined) s.say(`${who.name} [already has|has] $${have} in [a box|the bank|a jar].`);
    s.say(`${have === undefined ? who.name : who.he} [saves|puts away|sets aside] $${a} [every|each] week.`);
    const saved = s.mul("money saved in the weeks", a, w);
    if (have !== undefined) s.add("all the money", have, saved);
    s.ask(`How much [money does ${who.he} have|has ${who.he} saved] after ${w} weeks?`);
  }),
  template("weeks-to-goal", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("goods");
    const price = s.multiple(`price of the ${item.one}`, 5, 8, 90);
    const have = s.multiple("money now", 5, 2, 40);
    s.say(
      `${who.name} wants to buy a ${item.one} [that costs|for] $${price}. ${who.he} [has|already has] $${have}.`,
    );
    const need = s.sub("money needed", price, have);
    if (steps === 2) {
      const a = s.cash("money saved each week", 2, 15);
      s.say(`${who.he} saves $${a} [a|every|each] week.`);
      s.div("weeks", need, a);
    } else {
      const a = s.cash("money from father each week", 2, 8);
      const b = s.cash("money from mother each week", 2, 8);
      s.say(
        `Each week ${who.he} gets $${a} from ${who.his} father and $${b} from ${who.his} mother and saves it all.`,
      );
      const both = s.add("money each week", a, b);
      s.div("weeks", need, both);
    }
    s.ask(
      `[How many weeks does ${who.he} have to save|After how many weeks can ${who.he} buy it|How many weeks does it take]?`,
    );
  }),
  template("profit", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("sold");
    const n = s.num(item.many, 5, 40);
    const c = s.cash("cost of each", 2, 15);
    const p = s.cash("selling price of each", 4, 30);
    s.say(
      `${who.name} [buys|gets] ${n} ${item.many} [for|at] $${c} each and sells [them all|all of them] [for|at] $${p} each.`,
    );
    if (steps === 2) {
      const gain = s.sub(`profit on one ${item.one}`, p, c);
      s.mul("profit on all", gain, n);
    } else {
      const cost = s.mul("money paid", n, c);
      const income = s.mul("money taken in", n, p);
      s.sub("profit", income, cost);
    }
    s.ask(`[What is ${who.his} profit|How much profit does ${who.he} make|How much does ${who.he} gain]?`);
  }),
  template("sell-rest", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("produce");
    const n = s.num(`${item.many} picked`, 20, 120);
    const e = s.num(`${item.many} kept`, 3, 19);
    const p = s.cash("price of each", 2, 9);
    s.say(
      `${who.name} [picks|harvests|brings in] ${n} ${item.many} [a day|every day|each morning]. ${who.he} keeps ${e} [of them|for ${who.his} family] and sells [the rest|the others] for $${p} each.`,
    );
    const rest = s.sub(`${item.many} sold`, n, e);
    const income = s.mul("money in a day", rest, p);
    if (steps === 2) {
      s.ask(`How much [money does ${who.he} make|does ${who.he} earn] [in a day|per day|each day]?`);
      return;
    }
    const d = s.num("days", 2, 9);
    s.mul("money in all days", income, d);
    s.ask(`How much does ${who.he} [earn|make] in ${d} days?`);
  }),
  template("notes-and-coins", [3], (s) => {
    const who = s.person();
    const [x, y] = s.random.pickSome([2, 5, 10, 20, 50], 2);
    if (x === undefined || y === undefined) return;
    const n = s.num(`$${x} notes`, 3, 24);
    const m = s.num(`$${y} notes`, 3, 24);
    s.say(
      `${who.name} [has|finds|counts] ${n} notes of $${x} and ${m} notes of $${y}${s.pick("", " in the box")}.`,
    );
    const a = s.mul(`money in notes of $${x}`, n, x);
    const b = s.mul(`money in notes of $${y}`, m, y);
    s.add("all the money", a, b);
    s.ask(`How much money [is that|does ${who.he} have] [in all|altogether]?`);
  }),
  template("membership", [2, 3], (s, steps) => {
    const who = s.person();
    const place = s.pick("club", "library", "sports hall", "music school", "swimming pool");
    const fee = s.cash("fee to join", 10, 90);
    const m = s.cash("fee for a month", 5, 40);
    const n = s.num("months", 3, 12);
    s.say(
      `[To join a ${place} you pay $${fee} once|A ${place} takes $${fee} from every new member] and $${m} [a|per|each] month.`,
    );
    const x = s.mul("fees for the months", m, n);
    const all = s.add("all fees", fee, x);
    if (steps === 2) {
      s.ask(`How much does ${who.name} pay [for the first ${n} months|in ${n} months]?`);
      return;
    }
    const k = s.num("friends", 2, 6);
    s.say(`${k} friends join together.`);
    s.mul("fees of all friends", all, k);
    s.ask(`How much do they all pay for the first ${n} months?`);
  }),
  template("debt", [2], (s) => {
    const who = s.person();
    const other = s.person();
    const d = s.cash("debt", 80, 900, 5);
    const p = s.cash("paid each month", 5, 60);
    const n = s.num("months", 2, 12);
    s.say(
      `${who.name} [owes ${other.name} $${d}|has borrowed $${d} from ${other.name}] and pays back $${p} [each|every] month.`,
    );
    const paid = s.mul("money paid back", p, n);
    s.sub("debt left", d, paid);
    s.ask(`How much does ${who.he} still owe after ${n} months?`);
  }),
  template("pocket-money", [2, 3], (s, steps) => {
    const who = s.person();
    const a = s.cash("money each week", 10, 40);
    const b = s.cash("spent each week", 3, 20);
    s.say(
      `${who.name} gets $${a} [pocket money|] [a|every] week and spends $${b} of it${s.pick("", " on sweets", " on bus rides")}.`,
    );
    const left = s.sub("money kept each week", a, b);
    const w = s.num("weeks", 3, 15);
    const sum = s.mul("money kept in all", left, w);
    if (steps === 2) {
      s.ask(`How much does ${who.he} [keep|save|have left over] in ${w} weeks?`);
      return;
    }
    const item = s.thing("goods");
    const p = s.cash(`price of the ${item.one}`, 8, 90);
    s.say(`After ${w} weeks ${who.he} buys a ${item.one} for $${p}.`);
    s.sub("money left", sum, p);
    s.ask(`How much [money is left|does ${who.he} have then]?`);
  }),
  template("fundraiser", [2, 3, 4], (s, steps) => {
    const goal = s.cash("goal", 300, 2000, 10);
    const n = s.num("people who give", 8, 40);
    const a = s.cash("gift of each", 5, 25);
    s.say(
      `[A school|A club|A village] wants to [raise|collect] $${goal} for [a new roof|a trip|a playground|new books].`,
    );
    s.say(`${n} people [give|donate] $${a} each.`);
    const x = s.mul("money from the people", n, a);
    if (steps === 2) {
      s.sub("money still needed", goal, x);
    } else {
      const item = s.thing("food");
      const m = s.num(`${item.many} sold`, 10, 60);
      const p = s.cash("price of each", 2, 6);
      s.say(`The children also sell ${m} ${item.many} for $${p} each.`);
      const y = s.mul(`money from the ${item.many}`, m, p);
      if (steps === 3) {
        s.total("money so far", x, y);
        s.ask("How much money [do they have so far|have they raised so far]?");
        return;
      }
      const both = s.add("money so far", x, y);
      s.sub("money still needed", goal, both);
    }
    s.ask("How much money [is still missing|do they still need|is still needed]?");
  }),
  template("share-earnings", [2, 3], (s, steps) => {
    const n = s.num("friends", 2, 6);
    const item = s.thing("food");
    const m = s.num(`${item.many} sold`, 12, 90);
    const p = s.cash("price of each", 2, 8);
    s.say(`${n} friends sell ${m} ${item.many} at $${p} each [at a fair|in the street|at school].`);
    const income = s.mul("money taken in", m, p);
    let rest = income;
    if (steps === 3) {
      const c = s.cash("cost of everything", 5, 60);
      s.say(`They paid $${c} for [everything they needed|what they needed].`);
      rest = s.sub("profit", income, c);
    }
    s.say(`They share the ${steps === 3 ? "profit" : "money"} equally.`);
    s.div("share of each friend", rest, n);
    s.ask("How much [does each friend get|money does each of them get]?");
  }),
  template("raise", [2], (s) => {
    const who = s.person();
    const pct = s.oneOf("percent more", [5, 10, 20, 25, 50]);
    const w = s.multiple("pay before", 20, 3, 90);
    s.say(
      `${who.name} [earned|was paid|used to earn] $${w} [a week|a month]. Now ${who.his} pay [goes up|rises] by ${pct}%.`,
    );
    const more = s.percent("increase", w, pct);
    s.add("new pay", w, more);
    s.ask(`How much [does ${who.he} earn now|is ${who.his} new pay]?`);
  }),
];
