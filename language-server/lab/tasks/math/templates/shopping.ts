import { percents, type Template, template } from "../story.ts";

/** Prices, bills, change, discounts. */
export const shopping: readonly Template[] = [
  template("buy-same", [1], (s) => {
    const who = s.person();
    const item = s.thing("sold");
    const n = s.num(`${item.many}`, 3, 40);
    const p = s.cash(`price of one ${item.one}`, 2, 30);
    s.say(
      `[${who.name} buys|${who.name} orders|${who.name} wants to buy] ${n} ${item.many}[| at the market| in a shop].`,
    );
    s.say(`[Each ${item.one} costs|One ${item.one} costs|The price of one ${item.one} is] $${p}.`);
    s.mul(`cost of the ${item.many}`, n, p);
    s.ask(`[How much does ${who.he} pay|How many dollars does ${who.he} spend|What is the total cost]?`);
  }),
  template("buy-two-kinds", [3, 4], (s, steps) => {
    const who = s.person();
    const [a, b] = s.things("sold", 2);
    if (a === undefined || b === undefined) return;
    const n = s.num(a.many, 2, 15);
    const p = s.cash(`price of one ${a.one}`, 2, 20);
    const m = s.num(b.many, 2, 15);
    const q = s.cash(`price of one ${b.one}`, 2, 20);
    s.say(
      `${who.name} [buys|gets|orders] ${n} ${a.many} [for|at] $${p} each and ${m} ${b.many} [for|at] $${q} each.`,
    );
    const x = s.mul(`cost of the ${a.many}`, n, p);
    const y = s.mul(`cost of the ${b.many}`, m, q);
    const t = s.add("cost of all", x, y);
    if (steps === 3) {
      s.ask(
        `[How much does ${who.he} pay in all|What does ${who.he} spend altogether|How many dollars does ${who.he} pay in total]?`,
      );
      return;
    }
    const bill = s.oneOf("money paid with", [50, 100, 200, 300]);
    s.say(`${who.he} [pays with|hands over|gives the seller] $${bill}.`);
    s.sub("change", bill, t);
    s.ask(`[How much change does ${who.he} get|How many dollars does ${who.he} get back]?`);
  }),
  template("change-back", [2], (s) => {
    const who = s.person();
    const item = s.thing("sold");
    const bill = s.oneOf("money", [20, 50, 80, 100, 150, 200]);
    const n = s.num(item.many, 2, 12);
    const p = s.cash("price of each", 2, 25);
    s.say(`${who.name} [has|takes|goes shopping with] $${bill} [|to the shop|in ${who.his} pocket].`);
    s.say(`${who.he} buys ${n} ${item.many} [that cost $${p} each|at $${p} each|for $${p} apiece].`);
    const cost = s.mul(`cost of the ${item.many}`, n, p);
    s.sub("money left", bill, cost);
    s.ask(
      `[How much money does ${who.he} have left|How many dollars are left|How much is left of ${who.his} money]?`,
    );
  }),
  template("three-prices", [1, 2], (s, steps) => {
    const who = s.person();
    const [a, b, c] = s.things("goods", 3);
    if (a === undefined || b === undefined || c === undefined) return;
    const bill = steps === 2 ? s.oneOf("money at first", [100, 120, 150, 200, 250, 300]) : undefined;
    if (bill !== undefined) s.say(`${who.name} [has saved|owns|has] $${bill}.`);
    const p = s.cash(`price of the ${a.one}`, 5, 90);
    const q = s.cash(`price of the ${b.one}`, 5, 60);
    const r = s.cash(`price of the ${c.one}`, 5, 60);
    const subject = bill === undefined ? who.name : who.he;
    s.say(`${subject} [buys|pays for] a ${a.one} for $${p}, a ${b.one} for $${q} and a ${c.one} for $${r}.`);
    const t = s.total("cost of all three", p, q, r);
    if (bill === undefined) {
      s.ask(`[How much do the three things cost together|How much does ${who.he} spend in total]?`);
      return;
    }
    s.sub("money left", bill, t);
    s.ask(`How much money [is left|does ${who.he} have left|remains]?`);
  }),
  template("unit-price", [1, 2], (s, steps) => {
    const item = s.thing("sold");
    const n = s.num(item.many, 2, 12);
    const total = s.multiple("cost of them", n, 2, 30);
    s.say(
      `[A pack of ${n} ${item.many} costs|${n} ${item.many} cost|You pay for ${n} ${item.many}] $${total}.`,
    );
    const one = s.div(`price of one ${item.one}`, total, n);
    if (steps === 1) {
      s.ask(
        `[How much does one ${item.one} cost|What is the price of one ${item.one}|How many dollars is that for each ${item.one}]?`,
      );
      return;
    }
    const m = s.num(`${item.many} wanted`, 3, 20);
    s.mul(`cost of the ${item.many} wanted`, one, m);
    s.ask(`[How much do|At this price, how much would] ${m} ${item.many} cost?`);
  }),
  template("percent-off", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("goods");
    const pct = s.oneOf("percent off", percents);
    const price = s.multiple("old price", 10, 2, 60);
    s.say(
      `A ${item.one} [normally costs|usually costs|costs] $${price}, but [today it is ${pct}% cheaper|there is a discount of ${pct}%|it is sold at ${pct}% off].`,
    );
    const off = s.percent("discount", price, pct);
    const now = s.sub("new price", price, off);
    if (steps === 2) {
      s.ask(
        `[What is the new price|How much does ${who.name} pay for it|How many dollars does it cost now]?`,
      );
      return;
    }
    const n = s.num(`${item.many}`, 2, 9);
    s.mul(`cost of the ${item.many}`, now, n);
    s.ask(`How much [does ${who.name} pay|must ${who.name} pay] for ${n} ${item.many}?`);
  }),
  template("coupon", [2, 3], (s, steps) => {
    const who = s.person();
    const item = s.thing("sold");
    const n = s.num(item.many, 3, 12);
    const p = s.cash("price of each", 3, 20);
    const c = s.cash("value of the coupon", 3, 25);
    s.say(
      `${who.name} [buys|picks] ${n} ${item.many} at $${p} each [and has a coupon for|and uses a coupon worth|and gets a discount of] $${c}${s.pick("", " on the whole bill")}.`,
    );
    const cost = s.mul("cost without the coupon", n, p);
    const pay = s.sub("cost with the coupon", cost, c);
    if (steps === 2) {
      s.ask(`How much does ${who.he} [pay|have to pay|pay in the end]?`);
      return;
    }
    const other = s.person();
    s.say(
      `[${who.he} shares the cost equally with ${other.name}|${who.he} and ${other.name} split the cost evenly].`,
    );
    s.div("share of each", pay, 2);
    s.ask(`How much does each of them pay?`);
  }),
  template("bill-with-tip", [2, 3], (s, steps) => {
    const who = s.person();
    const pct = s.oneOf("percent of the tip", [10, 15, 20, 25]);
    const meal = s.multiple("price of the meal", 20, 2, 20);
    s.say(`[A dinner costs|The bill in a restaurant is|${who.name} eats out and the meal costs] $${meal}.`);
    s.say(`[${who.name} adds a tip of ${pct}%|A tip of ${pct}% is added].`);
    const tip = s.percent("tip", meal, pct);
    const all = s.add("cost with the tip", meal, tip);
    if (steps === 2) {
      s.ask(`How much [does ${who.name} pay in all|is the total|is paid altogether]?`);
      return;
    }
    const n = s.num("people", 2, 8);
    s.say(`${n} people share the cost equally.`);
    s.div("cost for each", all, n);
    s.ask("How much does each [person pay|of them pay]?");
  }),
  template("cheaper-shop", [2], (s) => {
    const item = s.thing("sold");
    const a = s.cash("price in the first shop", 9, 40);
    const b = s.cash("price in the second shop", 2, 30);
    const n = s.num(item.many, 3, 25);
    s.say(
      `[A ${item.one} costs $${a} in one shop and $${b} in another|One shop sells a ${item.one} for $${a}, a second shop sells the same ${item.one} for $${b}].`,
    );
    const d = s.sub("difference in price", a, b);
    s.mul("money saved", d, n);
    s.ask(
      `How much [do you save|can you save|is saved] [on ${n} ${item.many}|when you buy ${n} ${item.many}] in the cheaper shop?`,
    );
  }),
  template("packs-needed", [1, 2], (s, steps) => {
    const who = s.person();
    const item = s.thing("small");
    const k = s.num(`${item.many} in a pack`, 3, 12);
    const need = s.multiple(`${item.many} needed`, k, 3, 20);
    s.say(`${who.name} needs ${need} ${item.many} [for a party|for a school event|for ${who.his} guests].`);
    s.say(`${item.many} come in packs of ${k}.`);
    const packs = s.div("packs needed", need, k);
    if (steps === 1) {
      s.ask(`How many packs [does ${who.he} need|must ${who.he} buy|should ${who.he} buy]?`);
      return;
    }
    const p = s.cash("price of a pack", 2, 15);
    s.say(`[A pack costs|Each pack costs|The price of a pack is] $${p}.`);
    s.mul("cost of the packs", packs, p);
    s.ask(`How much [does ${who.he} pay|do the packs cost|must ${who.he} spend]?`);
  }),
  template(
    "price-with-cents",
    [1, 2],
    (s, steps) => {
      const who = s.person();
      const item = s.thing("small");
      const n = s.num(item.many, 2, 12);
      const p = s.cash(`price of one ${item.one}`, 0.5, 9, 0.25);
      s.say(`[A ${item.one} costs|One ${item.one} costs] $${p}.`);
      const cost = s.mul(`cost of the ${item.many}`, n, p);
      if (steps === 1) {
        s.ask(`How much do ${n} ${item.many} cost?`);
        return;
      }
      const bill = s.oneOf("money paid with", [10, 20, 50, 100]);
      s.say(`${who.name} buys ${n} [of them|${item.many}] and pays with $${bill}.`);
      s.sub("change", bill, cost);
      s.ask(`How much [change does ${who.he} get|money does ${who.he} get back]?`);
    },
    { cents: true },
  ),
  template(
    "two-prices-cents",
    [2, 3],
    (s, steps) => {
      const who = s.person();
      const [a, b] = s.things("small", 2);
      if (a === undefined || b === undefined) return;
      const n = s.num(a.many, 2, 8);
      const p = s.cash(`price of one ${a.one}`, 0.5, 6, 0.5);
      const q = s.cash(`price of the ${b.one}`, 0.5, 9, 0.5);
      s.say(`At the kiosk a ${a.one} costs $${p} and a ${b.one} costs $${q}.`);
      const x = s.mul(`cost of the ${a.many}`, n, p);
      const y = s.add("cost of all", x, q);
      if (steps === 2) {
        s.ask(
          `How much [does ${who.name} pay for|do you pay for|is the price of] ${n} ${a.many} and one ${b.one}?`,
        );
        return;
      }
      const own = s.cash("money", 12, 60);
      s.say(`${who.name} has $${own} and takes ${n} ${a.many} and one ${b.one}.`);
      s.sub("money left", own, y);
      s.ask(`How much money [is left|does ${who.he} have left]?`);
    },
    { cents: true },
  ),
  template("dearer-item", [2, 3], (s, steps) => {
    const [a, b] = s.things("goods", 2);
    if (a === undefined || b === undefined) return;
    const p = s.cash(`price of the ${a.one}`, 6, 90);
    const k = s.num("factor", 2, 6);
    s.say(`A ${a.one} costs $${p}. A ${b.one} costs ${k} times as much.`);
    const q = s.mul(`price of the ${b.one}`, p, k);
    const t = s.add("price of both", p, q);
    if (steps === 2) {
      s.ask(`How much do [the two|both|the ${a.one} and the ${b.one}] cost together?`);
      return;
    }
    const have = s.cash("money saved", 100, 600);
    const who = s.person();
    s.say(`${who.name} has saved $${have} and buys both.`);
    s.sub("money left", have, t);
    s.ask(`How much money does ${who.he} have left?`);
  }),
  template("adult-child-tickets", [3], (s) => {
    const place = s.pick("zoo", "pool", "circus", "fair", "castle", "show");
    const p = s.cash("price for an adult", 8, 30);
    const q = s.cash("price for a child", 3, 15);
    const n = s.num("adults", 2, 9);
    const m = s.num("children", 2, 25);
    s.say(`A ticket for the ${place} costs $${p} for an adult and $${q} for a child.`);
    s.say(
      `[A group of ${n} adults and ${m} children visits the ${place}|${n} adults and ${m} children go to the ${place}].`,
    );
    const x = s.mul("cost for the adults", n, p);
    const y = s.mul("cost for the children", m, q);
    s.add("cost for all", x, y);
    s.ask("How much do [they pay|the tickets cost|they pay for all tickets] in all?");
  }),
];
