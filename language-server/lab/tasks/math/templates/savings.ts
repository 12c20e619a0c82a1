import { type Template, template } from "../story.ts";

/** Money saved, earned, lent and spent. */
export const savings: readonly Template[] = [
  template("piggy-bank", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const a = s.cash("money at first", 15, 150);
    const b = s.cash("money from a relative", 5, 60);
    const from = s.pick("grandmother", "uncle", "aunt", "father", "godfather", "cousin");
    s.say(
      `There are $${a} in ${who.name}'s [piggy bank|savings box|money jar]. ${who.his} ${from} [adds|puts in] $${b}.`,
    );
    const now = s.add("money then", a, b);
    if (steps === 1) {
      s.ask(`How much money [is in it|does ${who.name} have] now?`);
      return;
    }
    const item = s.thing("goods");
    const c = s.cash(`price of the ${item.one}`, 8, 90);
    if (steps === 2) {
      s.say(`Then ${who.name} takes out $${c} for a ${item.one}.`);
      s.sub("money left", now, c);
      s.ask("How much money is left in it?");
      return;
    }
    const k = s.num(item.many, 2, 6);
    s.say(`${who.name} then buys ${k} ${item.many} for $${c} each with the money.`);
    const cost = s.mul(`cost of the ${item.many}`, k, c);
    s.sub("money left", now, cost);
    s.ask("How much is left?");
  }),
  template("goal-missing", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("goods");
    const price = s.cash(`price of the ${item.one}`, 60, 400, 5);
    const have = s.cash("money saved", 10, 200);
    s.say(
      `${who.name} would like a ${item.one} [that costs|for|priced at] $${price}. ${who.he} has [saved|put aside] $${have} so far.`,
    );
    if (steps === 1) {
      s.sub("money missing", price, have);
      s.ask(`How much [more money does ${who.he} need|is ${who.he} short|must ${who.he} still save]?`);
      return;
    }
    const k = s.cash("money a week", 3, 20);
    const left = s.sub("money missing", price, have);
    if (steps === 2) {
      s.say(`${who.he} can save $${k} [a week|every week|each week].`);
      s.div("weeks", left, k);
      s.ask(`In how many weeks can ${who.he} buy it?`);
      return;
    }
    const w = s.num("weeks", 2, 10);
    s.say(`${who.he} saves $${k} a week for ${w} weeks.`);
    const saved = s.mul(`saved in ${w} weeks`, k, w);
    s.sub("money still missing", left, saved);
    s.ask("How much is missing then?");
  }),
  template("chores-paid", [2, 3], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(
      [
        "washing a car",
        "mowing a lawn",
        "walking a dog",
        "raking leaves",
        "cleaning a window",
        "shoveling snow",
      ],
      2,
    );
    const p = s.cash(`money for ${x}`, 3, 20);
    const q = s.cash(`money for ${y}`, 2, 15);
    const n = s.num("times", 2, 12);
    if (steps === 2) {
      s.say(`${who.name} gets $${p} for ${x}. ${who.he} does this ${n} times and also gets a tip of $${q}.`);
      const a = s.mul("money without the tip", n, p);
      s.add("money with the tip", a, q);
      s.ask(`How much [does ${who.he} earn|money does ${who.he} get]?`);
      return;
    }
    const m = s.num("times of the second chore", 2, 12);
    s.say(
      `${who.name} gets $${p} for ${x} and $${q} for ${y}. ${who.he} does the first ${n} times and the second ${m} times.`,
    );
    const a = s.mul(`money for ${x}`, n, p);
    const b = s.mul(`money for ${y}`, m, q);
    s.add("money earned", a, b);
    s.ask(`How many dollars does ${who.he} earn [in all|altogether]?`);
  }),
  template("loan-back", [1, 2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const debt = s.cash("money lent", 40, 500, 5);
    s.say(`${a.name} [lent ${b.name} $${debt}|borrowed $${debt} from ${b.name}].`);
    const lender = s.pick("The borrower", "The one who owes the money");
    if (steps === 1) {
      const paid = s.cash("money paid back", 10, 300, 5);
      s.say(`So far $${paid} has been paid back.`);
      s.sub("money still owed", debt, paid);
      s.ask("How much is still owed?");
      return;
    }
    const k = s.cash("money paid back a month", 5, 40);
    const m = s.num("months", 2, 9);
    s.say(`${lender} pays back $${k} a month for ${m} months.`);
    const paid = s.mul("money paid back", k, m);
    const left = s.sub("money still owed", debt, paid);
    if (steps === 2) {
      s.ask("How much money is [still owed|not paid back yet]?");
      return;
    }
    const j = s.num("payments", 2, 8);
    s.say(`The rest is paid in ${j} equal payments.`);
    s.div("payment", left, j);
    s.ask("How much is each of these payments?");
  }),
  template("coins-sum", [3], (s) => {
    const who = s.person();
    const n = s.num("notes of the first kind", 3, 12);
    const x = s.oneOf("value of the first notes", [5, 10]);
    const m = s.num("notes of the second kind", 2, 12);
    const y = s.oneOf("value of the second notes", [20, 50]);
    s.say(`In ${who.name}'s wallet there are ${n} notes of $${x} and ${m} notes of $${y}.`);
    const a = s.mul("value of the first notes", n, x);
    const b = s.mul("value of the second notes", m, y);
    s.add("money", a, b);
    s.ask(`How much money [is in the wallet|does ${who.name} carry|is that]?`);
  }),
  template("shop-takings", [2, 3], (s, steps) => {
    const shop = s.pick(
      "bakery",
      "flower shop",
      "bookshop",
      "toy store",
      "bike shop",
      "kiosk",
      "barber shop",
    );
    const a = s.cash("money on Monday", 100, 600, 5);
    const b = s.cash("money on Tuesday", 100, 600, 5);
    const r = s.cash("rent and other costs", 50, 400, 10);
    s.say(
      `A ${shop} took in $${a} on Monday and $${b} on Tuesday. ${s.pick("In these two days", "For both days")} it spent $${r} on goods and rent.`,
    );
    const all = s.add("money taken in", a, b);
    const profit = s.sub("profit", all, r);
    if (steps === 2) {
      s.ask(`What profit did the ${shop} make?`);
      return;
    }
    const n = s.num("owners", 2, 5);
    s.say(`The profit is divided equally among its ${n} owners.`);
    s.div("profit of each owner", profit, n);
    s.ask("How much does each owner get?");
  }),
  template("hourly-pay", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const job = s.pick("waiter", "cleaner", "babysitter", "clerk", "tutor", "driver", "guide", "lifeguard");
    const p = s.cash("pay for an hour", 7, 25);
    const h = s.num("hours a day", 3, 9);
    s.say(`${who.name} works as a ${job} for $${p} an hour. ${who.he} works ${h} hours a day.`);
    const day = s.mul("pay for a day", p, h);
    if (steps === 1) {
      s.ask(`How much does ${who.he} earn [a day|in one day]?`);
      return;
    }
    const d = s.num("days", 3, 6);
    const week = s.mul(`pay for ${d} days`, day, d);
    if (steps === 2) {
      s.ask(`How much does ${who.he} earn in ${d} days?`);
      return;
    }
    const bonus = s.cash("bonus", 20, 100, 5);
    s.say(`After ${d} days ${who.he} also gets a bonus of $${bonus}.`);
    s.add("pay with the bonus", week, bonus);
    s.ask("How much money is that altogether?");
  }),
  template("equal-shares-gift", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("friends", 3, 9);
    const thing = s.pick(
      "a present",
      "a video game",
      "a tent",
      "a boat ride",
      "a concert",
      "a big pizza dinner",
    );
    if (steps === 1) {
      const all = s.multiple("cost", n, 4, 25);
      s.say(
        `${n} friends buy ${thing} for $${all} [and share the cost equally|together, and each pays the same].`,
      );
      s.div("share of each", all, n);
      s.ask("How much does each of them [pay|contribute]?");
      return;
    }
    const all = s.cash("cost", 40, 300);
    const c = s.cash("coupon", 4, 50);
    s.say(
      `${who.name} and friends, ${n} people in all, pay for ${thing}. It costs $${all}, but they have a coupon for $${c}.`,
    );
    const now = s.sub("cost with the coupon", all, c);
    const each = s.div("share of each", now, n);
    if (steps === 2) {
      s.ask("How much is the share of each person?");
      return;
    }
    const had = s.cash(`money of ${who.name}`, 30, 100);
    s.say(`${who.name} had $${had} before paying.`);
    s.sub(`money ${who.name} has left`, had, each);
    s.ask(`How much money does ${who.name} have after that?`);
  }),
  template("half-price", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("goods");
    const p = s.multiple("old price", 2, 5, 90);
    s.say(`A ${item.one} that used to cost $${p} is [sold at half price|now half price|reduced by half].`);
    const now = s.div("new price", p, 2);
    if (steps === 1) {
      s.ask(`What [does it cost now|is the price now]?`);
      return;
    }
    const n = s.num(item.many, 2, 9);
    const all = s.mul(`cost of the ${item.many}`, now, n);
    if (steps === 2) {
      s.ask(`How much do ${n} ${item.many} cost at this price?`);
      return;
    }
    const bill = s.oneOf("money", [100, 150, 200, 300, 400, 500]);
    s.say(`${who.name} has $${bill} and takes ${n} of them.`);
    s.sub("money left", bill, all);
    s.ask(`How much does ${who.he} have afterwards?`);
  }),
  template("doubled-savings", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const x = s.cash(`savings of ${a.name}`, 12, 150);
    const k = s.num("times as much", 2, 4);
    s.say(
      `${a.name} has saved $${x}, and ${b.name} has saved ${k.number === 2 ? "twice" : `${k} times`} as much.`,
    );
    const y = s.mul(`savings of ${b.name}`, x, k);
    if (steps === 2) {
      s.sub("difference", y, x);
      s.ask(`How much more does ${b.name} have than ${a.name}?`);
      return;
    }
    const all = s.add("money of both", x, y);
    const p = s.cash("price", 20, 300, 5);
    s.say(
      `Together they buy ${s.pick("a bicycle", "a game console", "a guitar", "a canoe", "a telescope", "skis")} for $${p}.`,
    );
    s.sub("money left", all, p);
    s.ask("How much money do they have left in all?");
  }),
  template("price-per-kg", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const f = s.thing("produce").many;
    const p = s.cash("price of a kg", 2, 9);
    const n = s.num("kg", 2, 15);
    s.say(`One kg of ${f} costs $${p}. ${who.name} [buys|needs|takes|orders] ${n} kg.`);
    const cost = s.mul(`cost of the ${f}`, n, p);
    if (steps === 1) {
      s.ask(`What does ${who.he} pay?`);
      return;
    }
    const bag = s.cash("price of the bag", 2, 6);
    if (steps === 2) {
      s.say(`A bag to carry them costs $${bag} more.`);
      s.add("cost with the bag", cost, bag);
      s.ask("What is the whole price?");
      return;
    }
    const bill = s.oneOf("money paid with", [50, 100, 150]);
    s.say(`${who.he} also takes a bag for $${bag} and hands over $${bill}.`);
    const all = s.add("cost with the bag", cost, bag);
    s.sub("change", bill, all);
    s.ask(`How much change should ${who.he} get?`);
  }),
];
