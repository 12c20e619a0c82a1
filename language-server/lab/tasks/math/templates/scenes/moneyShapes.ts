import type { Quantity } from "../../story.ts";
import type { Shape } from "./shapes.ts";
import type { Tale } from "./tale.ts";

const trades = (t: Tale): boolean => !t.scene.areLiving && t.scene.price !== undefined;

function price(t: Tale, label: string): Quantity {
  const [low, high] = t.scene.price ?? [1, 9];
  return t.story.cash(label, low, high);
}

/** Two kinds at two prices, then what becomes of the money. */
const twoPrices: Shape = {
  weight: 2.5,
  low: 3,
  high: 6,
  fits: trades,
  tell(t, steps) {
    const { story, item: a } = t;
    const b = t.otherItem(a);
    const who = t.actor();
    const isSale = !who.isPerson || story.random.chance(0.5);
    const verb = isSale ? "sell" : "buy";
    t.introduce(who);
    let left = steps - 3;
    const n = t.number(`${a.many} ${isSale ? "sold" : "bought"}`, 2, 15);
    const p = price(t, `price of one ${a.one}`);
    const q = price(t, `price of one ${b.one}`);
    const S = t.subject(who);
    let m: Quantity;
    if (left > 0 && story.random.chance(0.45)) {
      left--;
      const isTwice = story.random.chance(0.4);
      const d = isTwice ? undefined : t.number("difference", 2, 9);
      const how = d === undefined ? "twice as many" : `${d} more`;
      t.one(
        `${S} ${t.verb(verb)} ${n} ${a.many} at $${p} each. ${S} also ${t.verb(verb)} ${b.many} at $${q} each, ${how}${isTwice ? "" : " than that"}.`,
        `a ${a.one} ${t.verb("cost")} $${p} and a ${b.one} $${q}. ${S} ${t.verb(verb)} ${n} ${a.many} and ${how} ${b.many}.`,
      );
      m = d === undefined ? story.mul(b.many, n, 2) : story.add(b.many, n, d);
    } else {
      m = t.number(`${b.many} ${isSale ? "sold" : "bought"}`, 2, 15);
      t.one(
        `${S} ${t.verb(verb)} ${n} ${a.many} for $${p} each and ${m} ${b.many} for $${q} each.`,
        `${S} ${t.verb(verb)} ${n} ${a.many} and ${m} ${b.many}. A ${a.one} ${t.verb("cost")} $${p}, a ${b.one} $${q}.`,
        `one ${a.one} ${t.verb("cost")} $${p} and one ${b.one} ${t.verb("cost")} $${q}. ${S} ${t.verb(verb)} ${n} ${a.many} and ${m} ${b.many}.`,
        `at $${p} for a ${a.one} and $${q} for a ${b.one}, ${S} ${t.verb(verb)} ${n} and ${m} of them.`,
        `${n} ${a.many} at $${p} apiece and ${m} ${b.many} at $${q} apiece ${t.are} ${isSale ? "sold" : "bought"} by ${who.name}.`,
      );
    }
    const x = story.mul(`${isSale ? "money" : "cost"} for the ${a.many}`, n, p);
    const y = story.mul(`${isSale ? "money" : "cost"} for the ${b.many}`, m, q);
    const all = story.add(isSale ? "money taken in" : "cost of both", x, y);
    (isSale ? afterSale : afterBuying)(t, all, who.name, left);
  },
};

function afterBuying(t: Tale, cost: Quantity, name: string, steps: number): void {
  const { story } = t;
  let now = cost;
  if (steps >= 2) {
    if (story.random.chance(0.5)) {
      const c = t.divisor("people", now, 6);
      now = story.div("cost for each", now, c);
      t.one(
        `the bill ${t.is} shared equally by ${c} people, and ${name} ${t.is} one of them.`,
        `${c} people, ${name} among them, ${t.verbs("pay")} equal parts of the bill.`,
      );
    } else {
      const d = t.number("discount in dollars", 2, Math.min(20, now.number - 1));
      now = story.sub("cost after the discount", now, d);
      t.one(
        `there ${t.is} a discount of $${d.digits} on the whole bill.`,
        `the seller ${t.verb("take")} $${d.digits} off the total.`,
        `with a coupon the total ${t.is} $${d.digits} lower.`,
      );
    }
  }
  if (steps === 3) {
    const f = t.number("delivery in dollars", 2, 15);
    now = story.add("cost with delivery", now, f);
    t.one(
      `${name} also ${t.verb("pay")} $${f.digits} for delivery.`,
      `delivery ${t.verb("cost")} another $${f.digits}.`,
    );
  }
  if (steps >= 1) {
    const bill = t.number("money at first", now.number + 2, now.number + 90);
    story.sub("money left", bill, now);
    t.one(
      `${name} ${t.has} $${bill.digits}.`,
      `${name} ${t.verb("pay")} with $${bill.digits}.`,
      `${name} ${t.verb("bring")} $${bill.digits} along.`,
      `before this, ${name} ${t.has} $${bill.digits}.`,
    );
    t.askOne(
      `How much money ${t.is} left?`,
      `How many dollars ${t.does} ${name} have left?`,
      `How much money ${t.does} ${name} keep?`,
    );
    return;
  }
  t.askOne(
    `How much ${t.does} ${name} pay [in all|altogether]?`,
    `How much ${t.is} the bill?`,
    `What ${t.is} the total cost in dollars?`,
    `How many dollars ${t.does} ${name} spend?`,
  );
}

function afterSale(t: Tale, income: Quantity, name: string, steps: number): void {
  const { story } = t;
  let now = income;
  const doing = `${t.does} ${name}`;
  if (steps >= 1) {
    const c = t.number("costs in dollars", 3, Math.min(80, now.number - 2));
    now = story.sub("money after the costs", now, c);
    t.one(
      `${name} ${t.has} costs of $${c.digits}.`,
      `$${c.digits} of the money ${t.verb("go")} to the suppliers.`,
      `the things ${t.have} cost $${c.digits}.`,
      `rent for the day ${t.is} $${c.digits}.`,
    );
  }
  if (steps >= 3) {
    const g = t.number("gift in dollars", 5, 60);
    now = story.add("money with the gift", now, g);
    t.one(
      `a friend of ${name} ${t.verb("add")} a gift of $${g.digits}.`,
      `a sponsor ${t.verb("give")} another $${g.digits}.`,
    );
  }
  if (steps >= 2) {
    if (story.random.chance(0.5)) {
      const k = t.divisor("people", now, 9);
      story.div("dollars for each person", now, k);
      t.one(
        `this money ${t.is} shared equally by ${k} people.`,
        `${k} people each ${t.verbs("get")} the same part of what ${t.is} left.`,
      );
      t.askOne(
        `How many dollars ${t.does} each person get?`,
        `How much money ${t.is} that for each of them?`,
      );
      return;
    }
    const g = t.number("price of the goal in dollars", now.number + 5, now.number + 150);
    story.sub("dollars missing", g, now);
    t.one(
      `${name} ${t.verb("want")} to buy a machine for $${g.digits}.`,
      `the aim ${t.is} to have $${g.digits}.`,
      `a new sign ${t.verb("cost")} $${g.digits}.`,
    );
    t.askOne(`How much money ${t.is} missing?`, `How many more dollars ${doing} need?`);
    return;
  }
  if (steps === 1) {
    t.askOne(
      `How much profit ${doing} make?`,
      `How much money ${t.is} left?`,
      `What ${t.is} the profit in dollars?`,
    );
    return;
  }
  t.askOne(
    `How much money ${doing} [get|earn|make]?`,
    `What ${t.is} the total income in dollars?`,
    `How many dollars ${t.is} that [together|in all]?`,
  );
}

/** A fixed fee and a rate, alone, with more, or against another offer. */
const offers: Shape = {
  weight: 1,
  low: 2,
  high: 4,
  tell(t, steps) {
    const { story } = t;
    const unit = story.pick("hour", "day", "week", "month");
    const thing = story.pick("room", "machine", "van", "stand", "tent", "boat", "computer", "stage");
    const f = t.number("fixed fee in dollars", 5, 60);
    const r = t.number(`dollars per ${unit}`, 3, 25);
    const n = t.number(`${unit}s`, 2, 12);
    const where = story.pick(t.scene.where, "");
    t.one(
      `a ${thing} is rented ${where} for ${n} ${unit}s. The rent is $${r.digits} per ${unit} plus a fixed fee of $${f.digits}.`,
      `to rent a ${thing} ${where} one pays $${f.digits} at once and $${r.digits} for every ${unit}. It is needed for ${n} ${unit}s.`,
      `renting a ${thing} ${where} costs $${r.digits} [a|per] ${unit}, and there is a fee of $${f.digits}. Someone rents it for ${n} ${unit}s.`,
    );
    const x = story.mul(`rent for ${n} ${unit}s`, r, n);
    const y = story.add("rent with the fee", x, f);
    if (steps === 2) {
      t.askOne(
        `How much is that [in all|altogether]?`,
        `What does the ${thing} cost in all?`,
        `How many dollars must be paid?`,
      );
      return;
    }
    if (steps === 3) {
      const k = t.divisor("people", y, 9);
      story.div("dollars for each person", y, k);
      t.one(`${k} people share the cost equally.`, `the cost is split evenly among ${k} people.`);
      t.askOne("How many dollars does each of them pay?", "What is the share of one person in dollars?");
      return;
    }
    const q = t.number(`dollars per ${unit} of the other offer`, 3, 40);
    const z = story.mul("cost of the other offer", q, n);
    story.need(z.value !== y.value);
    const isDearer = z.value > y.value;
    story.sub("difference in dollars", isDearer ? z : y, isDearer ? y : z);
    t.one(
      `another firm takes $${q.digits} per ${unit} and no fee.`,
      `there is another offer without a fee, at $${q.digits} [a|for each] ${unit}.`,
    );
    t.askOne(
      `How many dollars ${isDearer ? "more" : "less"} does the second offer cost?`,
      `By how many dollars is the ${isDearer ? "first" : "second"} offer cheaper?`,
      "How large is the difference between the two offers in dollars?",
    );
  },
};

/** Wages of two groups of workers, or of one and what is bought of it. */
const wages: Shape = {
  weight: 1.2,
  low: 2,
  high: 6,
  tell(t, steps) {
    const { story } = t;
    const { where } = t.scene;
    const who = t.person();
    const h = t.number("hours a day", 3, 9);
    const d = t.number("days", 2, 6);
    const w = t.number("dollars per hour", 6, 25);
    t.one(
      `${who.name} ${t.verb("work")} ${where} ${h} hours a day on ${d} days and ${t.verb("get")} $${w.digits} per hour.`,
      `${where} ${who.name} ${t.verb("earn")} $${w.digits} an hour. ${who.name} ${t.verb("work")} ${d} days of ${h} hours each.`,
      `on each of ${d} days ${who.name} ${t.verb("work")} ${h} hours ${where}. The pay ${t.is} $${w.digits} for an hour.`,
    );
    let now = story.mul("pay", story.mul("hours", h, d), w);
    if (steps >= 4) {
      const tip = t.number("dollars of tips per day", 2, 12);
      t.one(
        `on top of that there ${t.are} $${tip.digits} in tips each day.`,
        `every day ${who.name} also ${t.verb("get")} $${tip.digits} in tips.`,
      );
      now = story.add("pay with tips", now, story.mul("tips", tip, d));
    }
    if (steps === 3 || steps >= 5) {
      const c = t.number("dollars spent", 5, Math.min(150, now.number - 2));
      t.one(
        `${who.name} ${t.verb("spend")} $${c.digits} of it on ${story.pick("food", "clothes", "the rent", "presents", "books")}.`,
        `$${c.digits} of this money ${t.verb("go")} to a friend.`,
      );
      now = story.sub("money left", now, c);
    }
    if (steps === 6) {
      const b = t.number("dollars before", 10, 150);
      t.one(`${who.name} already ${t.isPast ? "had" : "has"} $${b.digits} before.`);
      now = story.add("all the money", now, b);
    }
    t.askOne(
      `How much money ${t.does} ${who.name} have [now|then]?`,
      `How many dollars ${t.does} ${who.name} ${steps % 2 === 1 || steps === 6 ? "have in the end" : "earn"}?`,
    );
  },
};

export const moneyShapes: readonly Shape[] = [twoPrices, offers, wages];
