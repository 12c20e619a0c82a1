import { type Template, template } from "../story.ts";

/** Scenarios that training never sees; written in the words of everyday problems. */
export const heldOutTemplates: readonly Template[] = [
  template("theatre-seats", [2, 3], (s, steps) => {
    const r = s.num("rows", 8, 40);
    const k = s.num("seats in a row", 10, 30);
    const sold = s.num("seats sold", 30, 400);
    s.say(
      `A theatre has ${r} rows, and every row has ${k} seats. For tonight's show ${sold} seats are already sold.`,
    );
    const all = s.mul("seats", r, k);
    const free = s.sub("seats not sold", all, sold);
    if (steps === 2) {
      s.ask("How many seats [can still be sold|are not sold yet]?");
      return;
    }
    const p = s.cash("price of a seat", 5, 20);
    s.say(`A seat costs $${p}.`);
    s.mul("money for the free seats", free, p);
    s.ask("How much money comes in if all the other seats are sold too?");
  }),
  template("orchard", [2, 3], (s, steps) => {
    const t = s.num("trees", 6, 40);
    const k = s.num("kg of each tree", 5, 30);
    const b = s.oneOf("kg in a crate", [4, 5, 6, 8, 10, 12]);
    s.say(`In an orchard each of ${t} trees gives ${k} kg of apples. A crate holds ${b} kg.`);
    const all = s.mul("kg of apples", t, k);
    const n = s.div("crates", all, b);
    if (steps === 2) {
      s.ask("How many crates are filled?");
      return;
    }
    const c = s.cash("price of a crate", 4, 20);
    s.say(`Each crate is sold for $${c}.`);
    s.mul("money for the crates", n, c);
    s.ask("How much money do the apples bring?");
  }),
  template("posters", [2], (s) => {
    const who = s.person();
    const a = s.cash("price of the first poster", 15, 90);
    const p = s.cash("price of a copy", 2, 6);
    const n = s.num("copies", 20, 90);
    s.say(
      `A printer asks $${a} to set up a poster and then $${p} for each copy. ${who.name} orders ${n} copies.`,
    );
    const x = s.mul("cost of the copies", n, p);
    s.add("cost of all", a, x);
    s.ask(`What does ${who.name} have to pay?`);
  }),
  template("taxi", [2, 3], (s, steps) => {
    const a = s.cash("fare at the start", 3, 12);
    const p = s.cash("fare for a km", 2, 5);
    const d = s.num("km", 8, 60);
    s.say(`A taxi costs $${a} at the start and $${p} for every km. The trip is ${d} km long.`);
    const x = s.mul("fare for the km", d, p);
    const all = s.add("fare", a, x);
    if (steps === 2) {
      s.ask("How many dollars does the trip cost?");
      return;
    }
    const who = s.person();
    const n = s.num("people", 2, 4);
    s.say(`${who.name} is one of ${n} people in the taxi, who all pay the same.`);
    s.div("share of each", all, n);
    s.ask(`What does ${who.name} pay?`);
  }),
  template("swim", [2, 3], (s, steps) => {
    const who = s.person();
    const l = s.oneOf("metres of the pool", [20, 25, 50]);
    const n = s.num("lengths on a day", 8, 40);
    const d = s.num("days", 2, 9);
    s.say(`A pool is ${l} metres long. ${who.name} swims ${n} lengths on ${d} days of the week.`);
    const day = s.mul("metres on a day", n, l);
    const week = s.mul("metres in the week", day, d);
    if (steps === 2) {
      s.ask(`How many metres does ${who.he} swim in a week?`);
      return;
    }
    const goal = s.num("goal in metres", 3000, 9000, 50);
    s.say(`${who.his} goal is ${goal} metres a week.`);
    s.sub("metres missing", goal, week);
    s.ask(`How many metres are missing?`);
  }),
  template("parcels", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const a = s.num("parcels in the van", 40, 200);
    const st = s.num("streets", 2, 12);
    const k = s.num("parcels in a street", 3, 12);
    s.say(
      `${who.name} starts the day with ${a} parcels in a van and brings ${k} parcels to each of ${st} streets.`,
    );
    const out = s.mul("parcels brought", st, k);
    const left = s.sub("parcels left", a, out);
    if (steps === 2) {
      s.ask("How many parcels are still in the van?");
      return;
    }
    const b = s.num("parcels loaded", 5, 60);
    s.say(`At noon ${b} new parcels are put into the van.`);
    const now = s.add("parcels now", left, b);
    if (steps === 4) {
      const n = s.num("parcels an hour", 3, 12);
      s.say(`From then on ${who.he} delivers ${n} parcels an hour.`);
      s.div("hours", now, n);
      s.ask("How many hours does it take until the van is empty?");
      return;
    }
    s.ask("How many parcels are in the van then?");
  }),
  template("candles", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("candles", 12, 90);
    const c = s.cash("cost of a candle", 2, 5);
    const p = s.cash("price of a candle", 6, 15);
    s.say(
      `${who.name} makes ${n} candles. The wax for one candle costs $${c}. ${who.he} sells every candle for $${p} at a fair.`,
    );
    const x = s.mul("cost of the wax", n, c);
    const y = s.mul("money taken in", n, p);
    const gain = s.sub("money gained", y, x);
    if (steps === 4) {
      const f = s.cash("cost of the table", 10, 90);
      s.say(`The table at the fair costs ${who.him} $${f}.`);
      s.sub("money gained after the table", gain, f);
    }
    s.ask(`How much money has ${who.he} gained at the end?`);
  }),
  template("camp-tents", [2, 3], (s, steps) => {
    const n = s.num("tents", 4, 20);
    const k = s.num("children in a tent", 3, 8);
    const g = s.num("grown-ups", 5, 30);
    s.say(`At a summer camp ${k} children sleep in each of ${n} tents, and ${g} grown-ups sleep in a house.`);
    const c = s.mul("children", n, k);
    const all = s.add("people at the camp", c, g);
    if (steps === 2) {
      s.ask("How many people sleep at the camp?");
      return;
    }
    const e = s.num("eggs for each", 2, 4);
    s.say(`For breakfast everyone gets ${e} eggs.`);
    s.mul("eggs", all, e);
    s.ask("How many eggs are cooked?");
  }),
  template("milk", [2, 3], (s, steps) => {
    const n = s.num("cows", 6, 50);
    const l = s.num("litres of a cow", 8, 30);
    const keep = s.num("litres kept", 10, 120);
    s.say(
      `${n} cows give ${l} litres of milk each in one day. The farmer's family keeps ${keep} litres and a dairy gets the rest.`,
    );
    const all = s.mul("litres of milk", n, l);
    const rest = s.sub("litres for the dairy", all, keep);
    if (steps === 2) {
      s.ask("How many litres does the dairy get?");
      return;
    }
    const c = s.oneOf("litres in a can", [5, 10, 20, 25]);
    s.say(`The dairy takes it in cans of ${c} litres.`);
    s.div("cans", rest, c);
    s.ask("How many cans are there?");
  }),
  template("puzzle", [2, 3], (s, steps) => {
    const who = s.person();
    const pct = s.oneOf("percent done", [10, 20, 25, 40, 50, 60, 75, 80]);
    const n = s.multiple("pieces", 20, 5, 60);
    s.say(`A puzzle has ${n} pieces. ${who.name} has already put together ${pct}% of it.`);
    const x = s.percent("pieces done", n, pct);
    const rest = s.sub("pieces left", n, x);
    if (steps === 2) {
      s.ask("How many pieces are not yet in place?");
      return;
    }
    const k = s.num("pieces a day", 5, 40);
    s.say(`Every day ${who.he} adds ${k} pieces.`);
    s.div("days", rest, k);
    s.ask("In how many days is the puzzle finished?");
  }),
  template("trail", [2, 3], (s, steps) => {
    const who = s.person();
    const d = s.multiple("km of the trail", 12, 2, 30);
    const f = s.random.pick([
      ["a third", 3],
      ["a quarter", 4],
      ["half", 2],
      ["a sixth", 6],
    ] as const);
    s.say(`A trail is ${d} km long. On the first day ${who.name} walks ${f[0]} of it.`);
    const x = s.div("km on the first day", d, f[1]);
    const rest = s.sub("km after the first day", d, x);
    if (steps === 3) {
      const y = s.num("km on the second day", 4, 40);
      s.say(`On the second day ${who.he} walks ${y} km.`);
      s.sub("km after the second day", rest, y);
    }
    s.ask(`How many km does ${who.he} still have to walk?`);
  }),
];
