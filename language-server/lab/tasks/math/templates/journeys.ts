import { type Template, template } from "../story.ts";

/** Longer stories of travel, transport, prices and plans. */
export const journeys: readonly Template[] = [
  template("bus-line", [3, 4, 5], (s, steps) => {
    const n = s.num("people at first", 10, 40);
    const off = s.num("people who get off", 2, 12);
    const on = s.num("people who get on", 2, 20);
    const p = s.cash("fare", 2, 5);
    s.need(off.number < n.number - 1);
    s.say(`A bus leaves with ${n} people. At the [first|next] stop ${off} get off and ${on} get on.`);
    let now = s.add("people after the first stop", s.sub("people still on the bus", n, off), on);
    if (steps >= 4) {
      s.say(`At the [second|last] stop the number of people doubles.`);
      now = s.mul("people after the second stop", now, 2);
    }
    s.say(`Everyone who is on the bus then pays $${p}.`);
    const money = s.mul("money for the fares", now, p);
    if (steps === 5) {
      const c = s.cash("cost of the fuel", 5, 40);
      s.say(`The fuel for this trip costs $${c}.`);
      s.sub("money left", money, c);
      s.ask("How much of the money is left after the fuel is paid?");
      return;
    }
    s.ask("How much money is that?");
  }),
  template("fuel-for-a-trip", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const k = s.num("km per litre", 8, 25);
    const d = s.num("km there", 60, 400, 10);
    const p = s.cash("price of a litre", 2, 4);
    s.say(
      `${who.name}'s car goes ${k} km on one litre, and a litre costs $${p}. ${who.he} drives ${d} km${steps > 2 ? " to the sea and the same way back" : " to the sea"}.`,
    );
    const all = steps > 2 ? s.mul("km there and back", d, 2) : d;
    const litres = s.div("litres", all, k);
    const cost = s.mul("cost of the fuel", litres, p);
    if (steps < 4) {
      s.ask(`How much does ${who.he} pay for the fuel?`);
      return;
    }
    const n = s.num("people in the car", 2, 5);
    s.say(`The ${n} people in the car share this cost equally.`);
    s.div("cost for each", cost, n);
    s.ask("How much does each of them pay?");
  }),
  template("meeting-cyclists", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const v = s.num(`km per hour of ${a.name}`, 10, 25);
    const w = s.num(`km per hour of ${b.name}`, 10, 25);
    const h = s.num("hours", 2, 6);
    s.say(
      `${a.name} and ${b.name} start [from the same place|at the same bridge] and cycle in opposite directions. ${a.name} does ${v} km an hour and ${b.name} ${w}.`,
    );
    const rate = s.add("km apart after an hour", v, w);
    const all = s.mul(`km apart after ${h} hours`, rate, h);
    if (steps === 2) {
      s.ask(`How many km are they apart after ${h} hours?`);
      return;
    }
    const phone = s.num("reach of the radios in km", 200, 400, 10);
    s.say(`Their radios reach ${phone} km, and they have been riding for ${h} hours.`);
    s.sub("km they can still ride", phone, all);
    s.ask("How many km further apart may they get before the radios fail?");
  }),
  template("lift-load", [3, 4], (s, steps) => {
    const what = s.pick("lift", "van", "boat", "small plane", "cable car");
    const max = s.num("kg allowed", 300, 900, 10);
    const n = s.num("boxes", 4, 15);
    const w = s.num("kg of a box", 8, 25);
    const d = s.num("kg of the driver", 55, 95);
    s.say(`A ${what} may carry ${max} kg. It holds ${n} boxes of ${w} kg each and a driver of ${d} kg.`);
    const boxes = s.mul("kg of the boxes", n, w);
    const all = s.add("kg in all", boxes, d);
    const left = s.sub("kg still allowed", max, all);
    if (steps === 3) {
      s.ask("How many more kg are allowed?");
      return;
    }
    const k = s.num("kg of a sack", 4, 25);
    s.say(`Now sacks of ${k} kg are to be added.`);
    s.div("sacks", left, k);
    s.ask("How many sacks are allowed?");
  }),
  template("pack-or-single", [3, 4], (s, steps) => {
    const item = s.thing("food");
    const who = s.person();
    const k = s.num(`${item.many} in a pack`, 4, 12);
    const p = s.cash("price of a pack", 6, 30);
    const q = s.cash(`price of one ${item.one} alone`, 2, 6);
    s.say(`A single ${item.one} costs $${q}, and a pack of ${k} costs $${p}.`);
    const alone = s.mul(`cost of ${k} single ${item.many}`, k, q);
    const saved = s.sub("saved with a pack", alone, p);
    const n = s.num("packs", 2, 9);
    s.say(`${who.name} [buys|takes] ${n} packs.`);
    const all = s.mul("saved in all", saved, n);
    if (steps === 3) {
      s.ask(`How much does ${who.he} save compared with single ${item.many}?`);
      return;
    }
    const f = s.cash("cost of the way to the shop", 2, 9);
    s.say(`The way to the shop costs ${who.him} $${f}.`);
    s.sub("saved after the way", all, f);
    s.ask(`How much does ${who.he} still save if the way is counted?`);
  }),
  template("sale-by-percent", [3, 4], (s, steps) => {
    const who = s.person();
    const item = s.thing("goods");
    const n = s.num(item.many, 2, 9);
    const p = s.cash(`price of one ${item.one}`, 10, 60, 5);
    const off = s.oneOf("percent off", [10, 20, 25, 30, 40]);
    s.say(
      `${who.name} buys ${n} ${item.many} that cost $${p} each. [In a sale|This week|With a coupon] everything is ${off} percent cheaper.`,
    );
    const full = s.mul("full price", n, p);
    const cut = s.percent("amount taken off", full, off);
    const pay = s.sub("price in the sale", full, cut);
    if (steps === 3) {
      s.ask(`How much does ${who.he} pay?`);
      return;
    }
    const d = s.cash("delivery", 3, 20);
    s.say(`Delivery costs $${d}.`);
    s.add("price with delivery", pay, d);
    s.ask(`How much does ${who.he} pay with the delivery?`);
  }),
  template("yearly-plan", [2, 3], (s, steps) => {
    const what = s.pick("A gym", "A newspaper", "A music service", "A swimming club", "A language school");
    const m = s.cash("price per month", 5, 30);
    const y = s.cash("price per year", 50, 200, 5);
    s.say(`${what} costs $${m} a month or $${y} for a whole year.`);
    const months = s.mul("twelve months one by one", m, 12);
    const saved = s.sub("saved in a year", months, y);
    if (steps === 2) {
      s.ask("How much [does the yearly price save in a year|cheaper is a year at the yearly price]?");
      return;
    }
    const n = s.num("people in the family", 2, 6);
    s.say(
      `A family of ${n} [joins for a year|joins], and everyone needs an own membership at the yearly price.`,
    );
    s.mul("saved by the family", saved, n);
    s.ask("How much does the family save compared with the monthly price?");
  }),
  template("phone-minutes", [3, 4], (s, steps) => {
    const who = s.person();
    const base = s.cash("fixed price", 8, 30);
    const free = s.num("free minutes", 30, 100, 5);
    const used = s.num("minutes used", 110, 300, 5);
    const p = s.cash("price of a further minute", 2, 4);
    s.say(
      `A satellite phone costs $${base} a month with ${free} free minutes. Every further minute costs $${p}. ${who.name} talked for ${used} minutes [last month|in June].`,
    );
    const over = s.sub("minutes to pay", used, free);
    const extra = s.mul("price of these minutes", over, p);
    const all = s.add("bill", base, extra);
    if (steps === 3) {
      s.ask(`How much was ${who.name}'s bill?`);
      return;
    }
    const wanted = s.cash("money set aside", 400, 900, 10);
    s.say(`${who.he} had put aside $${wanted} for it.`);
    s.sub("money left", wanted, all);
    s.ask(`How much of that was left?`);
  }),
  template("orchard-rows", [3, 4], (s, steps) => {
    const item = s.pick("apples", "pears", "plums", "peaches", "oranges", "lemons", "olives", "nuts");
    const r = s.num("rows", 3, 9);
    const t = s.num("trees in each row", 4, 12);
    const k = s.num("kg from each tree", 10, 40, 5);
    const c = s.num("kg in a crate", 5, 20, 5);
    s.say(
      `An orchard has ${r} rows of ${t} trees. Each tree gives ${k} kg of ${item}, which are packed into crates of ${c} kg.`,
    );
    const trees = s.mul("trees", r, t);
    const kg = s.mul(`kg of ${item}`, trees, k);
    const crates = s.div("crates", kg, c);
    if (steps === 3) {
      s.ask("How many crates [are there|are filled]?");
      return;
    }
    const sold = s.num("crates sold", 5, 60);
    s.say(`${sold} crates are sold.`);
    s.sub("crates left", crates, sold);
    s.ask("How many crates are left?");
  }),
  template("coins-and-notes", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("two-dollar coins", 4, 30);
    const m = s.num("five-dollar notes", 3, 20);
    s.say(`${who.name} has ${n} coins of 2 dollars and ${m} notes of 5 dollars.`);
    const all = s.add("money", s.mul("dollars in coins", n, 2), s.mul("dollars in notes", m, 5));
    if (steps === 3) {
      s.ask(`How much money does ${who.he} have?`);
      return;
    }
    const p = s.cash("price", 10, 90);
    s.say(`${who.he} buys a ${s.pick("hat", "lamp", "book", "game", "bag")} for $${p}.`);
    s.sub("money left", all, p);
    s.ask(`How much money does ${who.he} have left?`);
  }),
  template("mountain-climb", [3, 4], (s, steps) => {
    const who = s.person();
    const top = s.num("height of the top in metres", 1500, 2200, 50);
    const start = s.num("height of the start in metres", 300, 800, 50);
    const v = s.num("metres up in an hour", 100, 300, 50);
    const h = s.num("hours climbed", 2, 4);
    s.say(
      `${who.name} climbs a mountain of ${top} metres. ${who.he} starts at a height of ${start} metres and climbs ${v} metres an hour. ${who.he} [rests|takes a break] after ${h} hours.`,
    );
    const way = s.sub("metres to climb", top, start);
    const done = s.mul("metres climbed", v, h);
    const left = s.sub("metres left", way, done);
    if (steps === 3) {
      s.ask(`How many metres higher is the top than the place where ${who.he} rests?`);
      return;
    }
    s.div("hours left", left, v);
    s.ask(`How many more hours does ${who.he} have to climb?`);
  }),
  template("tokens-for-prizes", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("games won", 4, 15);
    const k = s.num("tokens for a win", 4, 15);
    const m = s.num("games lost", 2, 12);
    const l = s.num("tokens for a loss", 2, 3);
    s.need(l.number < k.number);
    s.say(
      `In a games hall one gets ${k} tokens for a win and ${l} for a loss. ${who.name} wins ${n} games and loses ${m}.`,
    );
    const all = s.add("tokens", s.mul("tokens for wins", n, k), s.mul("tokens for losses", m, l));
    if (steps === 3) {
      s.ask(`How many tokens does ${who.he} [get|have]?`);
      return;
    }
    const p = s.num("tokens for a prize", 5, 20);
    s.say(`A prize costs ${p} tokens, and ${who.he} spends all of them.`);
    s.div("prizes", all, p);
    s.ask(`How many prizes does ${who.he} get?`);
  }),
  template("ship-containers", [3, 4], (s, steps) => {
    const n = s.num("containers at first", 60, 250, 5);
    const out = s.num("containers unloaded per hour", 6, 15);
    const into = s.num("containers loaded per hour", 2, 5);
    const h = s.num("hours", 3, 9);
    s.say(
      `A ship arrives with ${n} containers. Every hour ${out} containers are taken off and ${into} new ones are put on. This goes on for ${h} hours.`,
    );
    const net = s.sub("containers fewer per hour", out, into);
    const less = s.mul(`containers fewer after ${h} hours`, net, h);
    const left = s.sub("containers on the ship", n, less);
    if (steps === 3) {
      s.ask("How many containers are on the ship then?");
      return;
    }
    const w = s.num("tonnes of a container", 5, 20);
    s.say(`A container weighs ${w} tonnes.`);
    s.mul("tonnes", left, w);
    s.ask("How many tonnes do the containers on the ship weigh then?");
  }),
  template("hotel-bill", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("nights", 2, 9);
    const p = s.cash("price of a night", 40, 120, 5);
    const b = s.cash("price of a breakfast", 5, 15);
    const f = s.cash("cleaning fee", 10, 60, 5);
    s.say(
      `${who.name} stays in a guest house for ${n} nights at $${p} a night and has breakfast for $${b} every morning. [There is also|On top comes] a cleaning fee of $${f}.`,
    );
    const day = s.add("price of a night with breakfast", p, b);
    const all = s.add("bill", s.mul(`price of ${n} nights`, day, n), f);
    if (steps === 3) {
      s.ask("How much is the bill?");
      return;
    }
    const paid = s.cash("money paid before", 30, 150, 10);
    s.say(`$${paid} has been paid [before|when booking].`);
    s.sub("money to pay", all, paid);
    s.ask(`How much does ${who.name} pay [in the end|when leaving]?`);
  }),
];
