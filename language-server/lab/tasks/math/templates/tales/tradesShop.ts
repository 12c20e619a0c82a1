import { type Template, template } from "../../story.ts";
import { funds, shops, wares } from "./tradesWords.ts";

/** Prices, change, discounts, sales and stalls. */
export const tradesShop: readonly Template[] = [
  template("tr-flower-stall", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const f = s.pick("tulips", "carnations", "dahlias", "peonies", "lilies", "asters", "irises", "roses");
    const b = s.num("bunches", 4, 20);
    const k = s.num(`${f} in a bunch`, 5, 15);
    s.say(
      `[${who.name} ties ${f} into ${b} bunches for the flower stall, taking ${k} ${f} for each bunch|On ${who.name}'s flower stall stand ${b} bunches, each of which has ${k} ${f}|There are ${k} ${f} in every bunch that ${who.name} ties, and ${b} bunches are ready].`,
    );
    const all = s.mul(f, b, k);
    if (steps === 1) {
      s.ask(
        `[How many ${f} went into the bunches|How many ${f} did ${who.name} need for them|What is the number of ${f} used|How many flowers are in all the bunches]?`,
      );
      return;
    }
    const bad = s.num(`wilted ${f}`, 5, 60);
    s.say(
      `[Because of the heat ${bad} of the flowers wilt|By evening ${bad} of the flowers have wilted|When the sun comes out, ${bad} flowers wilt and are thrown away].`,
    );
    const good = s.sub(`fresh ${f}`, all, bad);
    if (steps === 2) {
      s.ask(
        `[How many flowers are still fresh|How many ${f} did not wilt|How many good flowers remain|How many fresh ones does ${who.name} have]?`,
      );
      return;
    }
    const v = s.num("vases", 2, 12);
    s.say(
      `The fresh ones are [divided equally among|spread evenly over|put in equal numbers into] ${v} vases.`,
    );
    s.div(`${f} in a vase`, good, v);
    s.ask(
      `[How many flowers stand in each vase|How many ${f} does one vase hold|How many flowers go into every vase|How many are there in one vase]?`,
    );
  }),
  template("tr-change-note", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.pick(...wares);
    const shop = s.pick(...shops);
    const note = s.oneOf("money handed over", [20, 50, 100, 200]);
    const p = s.cash(`price of a ${w.one}`, 3, 90);
    if (steps === 1) {
      s.say(
        `[At the ${shop}, ${who.name} pays for a ${w.one} with $${note}. The price is $${p}|A ${w.one} is priced at $${p} in a ${shop}, and ${who.name} hands the clerk $${note} for it|${who.name} has $${note} and spends $${p} of it on a ${w.one} from the ${shop}].`,
      );
      s.sub("change", note, p);
      s.ask(
        `[How much change does ${who.name} get|How many dollars come back|What is left of the money|How much money does ${who.he} still have afterwards]?`,
      );
      return;
    }
    const n = s.num(w.many, 2, 9);
    s.say(
      `[In a ${shop} one ${w.one} costs $${p}, and ${who.name} takes ${n} of them|${who.name} picks out ${n} ${w.many} at $${p} apiece in a ${shop}|For ${n} ${w.many} from a ${shop}, ${who.name} has to pay $${p} each].`,
    );
    const cost = s.mul(`cost of the ${w.many}`, n, p);
    if (steps === 2) {
      s.say(`[${who.he} hands over $${note}|The clerk is given $${note}|${who.he} pays with $${note}].`);
      s.sub("change", note, cost);
    } else {
      const off = s.cash("voucher", 2, 20);
      s.say(
        `[A voucher takes $${off} off the bill, and ${who.he} hands over $${note}|${who.he} has a voucher worth $${off} and pays the remaining amount with $${note}].`,
      );
      const due = s.sub("money due", cost, off);
      s.sub("change", note, due);
    }
    s.ask(
      `[How much change is due|How many dollars does ${who.he} get back|What does the clerk give back, in dollars|How much of this money comes back to ${who.name}]?`,
    );
  }),
  template("tr-price-tag-sale", [2, 3], (s, steps) => {
    const w = s.pick(...wares);
    const shop = s.pick(...shops);
    const p = s.cash(`old price of a ${w.one}`, 20, 400, 10);
    const c = s.oneOf("percent off", [5, 10, 20, 25, 30, 40, 50]);
    s.say(
      `[A ${w.one} at the ${shop} used to cost $${p}, but this week it is ${c}% cheaper|The ${shop} takes ${c}% off the price of a ${w.one}, which was $${p} before|On the tag of a ${w.one} in the ${shop} stands $${p}, and a sign promises ${c}% off].`,
    );
    const off = s.percent("discount", p, c);
    const now = s.sub("new price", p, off);
    if (steps === 2) {
      s.ask(
        `[What does the ${w.one} cost now|How many dollars must be paid for it in the sale|What is the sale price, in dollars|How much is the ${w.one} after the discount]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const n = s.num(`${w.many} sold`, 2, 8);
      s.say(`[At this price ${n} are sold|${n} customers buy one each|A hotel orders ${n} of them].`);
      s.mul("money from the sale", now, n);
      s.ask(
        `[How much money does the ${shop} take in for them|How many dollars are paid in all|What do all of them cost together|How much do these sales bring]?`,
      );
    } else {
      const who = s.person();
      const m = s.cash("money", 40, 400, 10);
      s.say(`${who.name} [has $${m} in the purse|comes with $${m}] and buys one.`);
      s.sub("money left", m, now);
      s.ask(
        `[How much does ${who.name} have after that|How many dollars are left|What remains of the money|How much money is not spent]?`,
      );
    }
  }),
  template("tr-cheaper-there", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.pick(...wares);
    const p = s.cash("price in the first shop", 15, 150);
    const d = s.cash("dollars cheaper", 2, 14);
    s.say(
      `[A ${w.one} costs $${p} in town and $${d} less in the online shop|In town, $${p} is asked for a ${w.one}; online the same thing is $${d} cheaper|The online shop sells a ${w.one} for $${d} less than the shop in town, where it costs $${p}].`,
    );
    const online = s.sub("price online", p, d);
    if (steps === 1) {
      s.ask(
        `[What is the price online|How many dollars does it cost online|How much would ${who.name} pay online|What does the cheaper shop ask for it]?`,
      );
      return;
    }
    const ship = s.cash("delivery fee", 3, 20);
    if (steps === 2) {
      s.say(`[However, $${ship} is added for delivery|Delivery from there costs $${ship}].`);
      s.add("price with delivery", online, ship);
      s.ask(
        `[What does ${who.name} pay for one ${w.one} that is delivered|How much is one from the online shop with delivery|How many dollars is it with delivery|What is the full cost of ordering one]?`,
      );
      return;
    }
    const n = s.num(w.many, 2, 6);
    s.say(
      `[${who.name} orders ${n} of them online, and $${ship} is added once for delivery|Delivery costs $${ship} per order, and ${who.name} orders ${n} online in one go].`,
    );
    const cost = s.mul(`cost of the ${w.many}`, online, n);
    s.add("bill", cost, ship);
    s.ask(
      `[How high is the bill|What does the whole order cost|How much does ${who.name} pay in all|How many dollars does ${who.he} owe the shop]?`,
    );
  }),
  template("tr-unit-price-pack", [1, 2], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "batteries",
      "light bulbs",
      "tennis balls",
      "notebooks",
      "sponges",
      "napkin rings",
      "socks",
      "pegs",
      "candles",
      "seed bags",
    );
    const k = s.num(`${w} in a pack`, 3, 12);
    const p = s.multiple("price of a pack", k, 2, 9);
    s.say(
      `[A pack of ${k} ${w} costs $${p}|For $${p} one gets a pack with ${k} ${w}|${w} are sold in packs of ${k}, and a pack is $${p}].`,
    );
    const one = s.div("price of one", p, k);
    if (steps === 1) {
      s.ask(
        `[How much does one of them cost|What is the price of a single one, in dollars|How many dollars is that for each|How much does ${who.name} pay for every single one in it]?`,
      );
      return;
    }
    const n = s.num(`${w} wanted`, 2, 20);
    s.say(
      `[The seller agrees to let ${who.name} have ${n} of them at the same unit price|${who.name} may take ${n} loose ones at the same price for each].`,
    );
    s.mul("money to pay", one, n);
    s.ask(
      `[What does ${who.name} pay|How much are these ${w}|How many dollars does the seller get|What do the loose ones cost together]?`,
    );
  }),
  template("tr-profit-per-piece", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const w = s.pick(...wares);
    const a = s.cash("cost of one", 2, 40);
    const b = s.cash("selling price of one", 5, 70);
    s.say(
      `[${who.name} buys each ${w.one} for $${a} and sells it for $${b}|A ${w.one} for which ${who.name} paid $${a} is sold again for $${b}|At the market ${who.name} gets $${b} for a ${w.one} that was bought for $${a}].`,
    );
    const gain = s.sub("profit on one", b, a);
    if (steps === 1) {
      s.ask(
        `[How much profit is made on one|What does ${who.name} gain from one ${w.one}|How many dollars does ${who.he} earn with each|What is the profit per piece]?`,
      );
      return;
    }
    const n = s.num(`${w.many} sold`, 3, 30);
    s.say(
      `[${n} such ${w.many} find a buyer|${who.he} sells ${n} ${w.many} this way|In a week ${n} of them are sold].`,
    );
    const all = s.mul("profit on all", gain, n);
    if (steps === 2) {
      s.ask(
        `[What is the total profit|How much does ${who.name} gain in all|How many dollars of profit is that|What profit do these sales bring]?`,
      );
      return;
    }
    const rent = s.cash("rent of the stall", 5, 80, 5);
    s.say(
      `[However, the place at the market costs $${rent}|From this profit the stall's rent of $${rent} must be paid].`,
    );
    s.sub("profit after the rent", all, rent);
    s.ask(
      `[How much is left after the rent|What profit remains|How many dollars does ${who.name} really keep|What does ${who.he} gain once the place is paid for]?`,
    );
  }),
  template("tr-cost-from-profit", [1, 2], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "used bicycle",
      "painting",
      "carpet",
      "sewing machine",
      "old guitar",
      "wardrobe",
      "moped",
      "cabinet",
      "telescope",
      "silver coin",
    );
    const sold = s.cash("selling price", 60, 600, 5);
    const gain = s.cash("profit", 10, 150, 5);
    s.say(
      `[When ${who.name} sold a ${w} for $${sold}, the profit was $${gain}|${who.name} made $${gain} of profit by selling a ${w} for $${sold}|A dealer named ${who.name} gets $${sold} for a ${w}, which is $${gain} more than everything ${who.he} had spent on it].`,
    );
    const cost = s.sub("money spent on it", sold, gain);
    if (steps === 1) {
      s.ask(
        `[How much had ${who.name} spent on it|What had the ${w} cost ${who.name}|How many dollars had ${who.he} paid in all before|What were ${who.his} costs]?`,
      );
      return;
    }
    const fix = s.cash("cost of the repair", 5, 80, 5);
    s.say(
      `[Of what ${who.he} had spent, $${fix} was for a repair and the rest was the purchase price|The spent money was the purchase price and $${fix} for a repair].`,
    );
    s.sub("purchase price", cost, fix);
    s.ask(
      `[What was the purchase price|For how many dollars had ${who.name} bought the ${w}|How much had ${who.he} paid the former owner|How much was the ${w} before the repair]?`,
    );
  }),
  template("tr-charity-cakes", [2, 3, 4], (s, steps) => {
    const fund = s.pick(...funds);
    const [x, y] = s.random.pickSome(
      [
        "brownies",
        "lemon bars",
        "cupcakes",
        "cheese rolls",
        "jam tarts",
        "popcorn balls",
        "oat cookies",
        "fruit skewers",
      ],
      2,
    );
    const n = s.num(`${x} sold`, 8, 60);
    const p = s.cash(`price of the ${x}`, 2, 6);
    const who = s.pick(
      "The choir",
      "A scout group",
      "Class 4b",
      "The parents' club",
      "A youth team",
      "The drama club",
      "The chess club",
    );
    s.say(
      `[${who} holds a charity sale for ${fund}|To raise money for ${fund}, ${who.replace("Th", "th").replace(/^A /, "a ")} puts up a stall|${who} collects money for ${fund} with a bake sale]. [${n} ${x} are sold at $${p} each|At $${p} apiece, ${n} ${x} are sold|Buyers take ${n} ${x} and pay $${p} for each].`,
    );
    const a = s.mul(`money for the ${x}`, n, p);
    if (steps === 2) {
      const d = s.cash("donations", 10, 90, 5);
      s.say(
        `[A box for donations holds another $${d}|Visitors donate $${d} on top|In addition there are $${d} in donations].`,
      );
      s.add("money raised", a, d);
      s.ask(
        `[How much money is raised|How many dollars come together|What is the whole amount for ${fund}|How much can be given away]?`,
      );
      return;
    }
    const m = s.num(`${y} sold`, 5, 50);
    const q = s.cash(`price of the ${y}`, 2, 6);
    s.say(
      `[Besides, ${m} ${y} go for $${q} each|There are also ${m} ${y}, all of which are sold for $${q} apiece].`,
    );
    const b = s.mul(`money for the ${y}`, m, q);
    const all = s.add("money from the sale", a, b);
    if (steps === 3) {
      s.ask(
        `[How much money does the sale bring|How many dollars are collected|What do both kinds bring together|How much was earned for ${fund}]?`,
      );
      return;
    }
    const goal = s.cash("goal", 150, 600, 10);
    s.say(`[The goal is $${goal}|They need $${goal}|They had hoped to reach $${goal}].`);
    s.sub("money missing", goal, all);
    s.ask(
      `[How far are they from the goal, in dollars|How much money is still missing|How many more dollars do they need|What is missing to the goal]?`,
    );
  }),
  template("tr-two-shops-better", [3], (s) => {
    const w = s.pick(...wares);
    const n = s.num(w.many, 3, 12);
    const p = s.cash("price in the first shop", 6, 40);
    const q = s.cash("price in the second shop", 4, 38);
    s.say(
      `[An office needs ${n} ${w.many}|${n} ${w.many} have to be bought for a hotel|A school wants to order ${n} ${w.many}]. [One dealer asks $${p} for each, another one $${q}|They cost $${p} each from the first dealer and $${q} each from the second].`,
    );
    const a = s.mul("cost at the first dealer", n, p);
    const b = s.mul("cost at the second dealer", n, q);
    s.sub("money saved", a, b);
    s.ask(
      `[How much is saved by choosing the second dealer|How many dollars cheaper is the whole order from the second dealer|By how much are the two bills different|What is saved if the cheaper dealer gets the order]?`,
    );
  }),
  template("tr-buy-get-free", [2, 3], (s, steps) => {
    const w = s.pick(
      "yogurts",
      "bars of soap",
      "cans of paint",
      "tubs of ice cream",
      "packs of tea",
      "bags of compost",
      "comics",
      "pizzas",
      "bus tickets",
    );
    const p = s.cash(`price of one`, 2, 15);
    const n = s.num(`${w} taken`, 5, 24);
    const free = s.num("free ones", 2, 4);
    const who = s.person();
    s.say(
      `[${who.name} takes ${n} ${w} to the checkout, ${free} of which are free thanks to a coupon|Of the ${n} ${w} in ${who.name}'s cart, ${free} cost nothing because of a coupon|A coupon makes ${free} of ${who.name}'s ${n} ${w} free]. [The others cost $${p} each|For each of the others $${p} is charged].`,
    );
    const paid = s.sub("ones to pay", n, free);
    const cost = s.mul("money to pay", paid, p);
    if (steps === 2) {
      s.ask(
        `[What does ${who.name} pay|How much is the bill|How many dollars are due|How much money does the purchase cost ${who.him}]?`,
      );
      return;
    }
    const m = s.cash("money at first", 40, 200, 10);
    s.say(`[${who.he} had $${m} before paying|In ${who.his} wallet were $${m}].`);
    s.sub("money left", m, cost);
    s.ask(
      `[How much money is left in the end|How many dollars does ${who.name} have after paying|What remains in the wallet|How much can ${who.he} still spend]?`,
    );
  }),
  template("tr-stock-shelf", [1, 2, 3], (s, steps) => {
    const w = s.pick(...wares);
    const shop = s.pick(...shops);
    const a = s.num(`${w.many} in the morning`, 40, 300);
    const sold = s.num(`${w.many} sold`, 10, 150);
    s.say(
      `[The ${shop} opened with ${a} ${w.many} in stock and sold ${sold}|Of the ${a} ${w.many} in a ${shop}, ${sold} were sold|${sold} ${w.many} were sold at the ${shop}, where there had been ${a}].`,
    );
    const left = s.sub(`${w.many} left`, a, sold);
    if (steps === 1) {
      s.ask(
        `[How many ${w.many} were still in stock|How many of them were not sold|What was left of the stock|How many unsold ones were there]?`,
      );
      return;
    }
    const k = s.num("delivered boxes", 2, 12);
    if (steps === 2) {
      s.say(`[A delivery then brought ${k} more|Then ${k} more came from the supplier].`);
      s.add(`${w.many} now`, left, k);
    } else {
      const c = s.num(`${w.many} in a box`, 4, 20);
      s.say(`[A delivery brought ${k} boxes of ${c}|Then ${k} boxes arrived, ${c} in each].`);
      const more = s.mul(`${w.many} delivered`, k, c);
      s.add(`${w.many} now`, left, more);
    }
    s.ask(
      `[How many ${w.many} does the ${shop} have now|How big is the stock after the delivery|How many are in stock in the end|How many ${w.many} can be sold now]?`,
    );
  }),
];
