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
  template("choir", [2, 3], (s, steps) => {
    const a = s.num("high voices", 12, 90);
    const m = s.num("difference", 3, 12);
    const more = s.pick(true, false);
    s.say(`A choir has ${a} high voices and ${m} ${more ? "more" : "fewer"} low voices than high voices.`);
    const b = more ? s.add("low voices", a, m) : s.sub("low voices", a, m);
    const all = s.add("singers", a, b);
    if (steps === 2) {
      s.ask("How many people sing in the choir?");
      return;
    }
    const r = s.num("rows", 2, 9);
    s.say(`They stand in ${r} equal rows.`);
    s.div("singers in a row", all, r);
    s.ask("How many singers stand in each row?");
  }),
  template("museum-budget", [3, 4], (s, steps) => {
    const p = s.cash("ticket for a child", 3, 9);
    const q = s.cash("ticket for a teacher", 8, 20);
    const n = s.num("children", 12, 60);
    const m = s.num("teachers", 2, 6);
    s.say(
      `A class visits a museum. Tickets are $${p} for each of the ${n} children and $${q} for each of the ${m} teachers.`,
    );
    const x = s.mul("tickets of the children", n, p);
    const y = s.mul("tickets of the teachers", m, q);
    const all = s.add("all tickets", x, y);
    if (steps === 4) {
      const b = s.cash("money of the class", 200, 900, 10);
      s.say(`The class had $${b} for the day.`);
      s.sub("money left", b, all);
      s.ask("How much of the money is left?");
      return;
    }
    s.ask("What do all the tickets cost together?");
  }),
  template("tyres", [2], (s) => {
    const n = s.num("cars", 4, 40);
    const have = s.num("tyres in the shop", 5, 60);
    s.say(`A garage has to put new tyres on ${n} cars, 4 on each car. It has ${have} tyres.`);
    const need = s.mul("tyres needed", n, 4);
    s.sub("tyres to order", need, have);
    s.ask("How many more tyres does the garage need?");
  }),
  template("scarf", [1, 2], (s, steps) => {
    const who = s.person();
    const r = s.num("rows an hour", 6, 40);
    const h = s.num("hours", 3, 9);
    s.say(
      `${who.name} makes a scarf and finishes ${r} rows in an hour. ${who.he} works on it for ${h} hours.`,
    );
    const done = s.mul("rows finished", r, h);
    if (steps === 1) {
      s.ask(`How many rows has ${who.he} finished?`);
      return;
    }
    const all = s.num("rows of the scarf", 150, 400, 2);
    s.say(`The whole scarf has ${all} rows.`);
    s.sub("rows left", all, done);
    s.ask("How many rows are still missing?");
  }),
  template("battery", [2], (s) => {
    const a = s.num("percent at first", 40, 99);
    const k = s.num("percent an hour", 3, 12);
    const h = s.num("hours", 2, 9);
    s.say(`The battery of a phone is at ${a} percent. It loses ${k} percent an hour.`);
    const x = s.mul("percent lost", k, h);
    s.sub("percent left", a, x);
    s.ask(`At how many percent is it after ${h} hours?`);
  }),
  template("postcards", [3], (s) => {
    const who = s.person();
    const n = s.num("postcards", 6, 40);
    const a = s.cash("price of a card", 2, 6);
    const b = s.cash("price of a stamp", 2, 5);
    const bill = s.oneOf("money", [100, 200, 300, 400]);
    s.say(
      `${who.name} writes ${n} postcards on a holiday. For each one ${who.he} pays $${a} for the card and $${b} for the stamp. ${who.he} had $${bill}.`,
    );
    const one = s.add("cost of one postcard", a, b);
    const all = s.mul("cost of all postcards", one, n);
    s.sub("money left", bill, all);
    s.ask(`How many dollars does ${who.he} have after that?`);
  }),
  template("concert", [2, 3], (s, steps) => {
    const n = s.num("songs", 6, 30);
    const m = s.num("minutes of a song", 3, 8);
    const b = s.num("minutes of the break", 10, 30);
    s.say(`A band plays ${n} songs of ${m} minutes each, with one break of ${b} minutes.`);
    const x = s.mul("minutes of music", n, m);
    const all = s.add("minutes of the concert", x, b);
    if (steps === 2) {
      s.ask("How many minutes does the concert last?");
      return;
    }
    const t = s.oneOf("minutes rented", [240, 300, 360]);
    s.say(`The band has rented the hall for ${t} minutes.`);
    s.sub("minutes left over", t, all);
    s.ask("How many minutes are left over after the concert?");
  }),
  template("chess-club", [3, 4], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const n = s.num(`games of ${a.name}`, 5, 60);
    const k = s.num("factor", 2, 5);
    const m = s.num("difference", 3, 30);
    s.say(
      `At the chess club ${b.name} has won ${k} times as many games as ${a.name}. ${c.name} has won ${m} more than ${b.name}. ${a.name} has won ${n} games.`,
    );
    const x = s.mul(`games of ${b.name}`, n, k);
    const y = s.add(`games of ${c.name}`, x, m);
    const all = s.total("games of the three", n, x, y);
    if (steps === 3) {
      s.ask("How many games have the three won together?");
      return;
    }
    const t = s.num("games of the club", 400, 900);
    s.say(`All members together have won ${t} games.`);
    s.sub("games of the others", t, all);
    s.ask("How many games have the other members won?");
  }),
  template("bridge-toll", [2, 3], (s, steps) => {
    const p = s.cash("toll of a car", 2, 6);
    const q = s.cash("toll of a truck", 7, 15);
    const n = s.num("cars", 20, 200);
    if (steps === 2) {
      s.say(
        `Every car pays $${p} at a bridge. On one day ${n} cars use it, and $${q} are paid by a single truck.`,
      );
      const x = s.mul("toll of the cars", n, p);
      s.add("all tolls", x, q);
    } else {
      const m = s.num("trucks", 6, 40);
      s.say(
        `At a bridge every car pays $${p} and every truck $${q}. On one day ${n} cars and ${m} trucks use it.`,
      );
      const x = s.mul("toll of the cars", n, p);
      const y = s.mul("toll of the trucks", m, q);
      s.add("all tolls", x, y);
    }
    s.ask("How many dollars are paid on that day?");
  }),
  template("beads-necklace", [1, 2], (s, steps) => {
    const who = s.person();
    const k = s.num("beads of a necklace", 12, 60);
    const n = s.num("necklaces", 3, 9);
    s.say(`For one necklace ${who.name} uses ${k} beads. ${who.he} wants to make ${n} necklaces.`);
    const need = s.mul("beads needed", k, n);
    if (steps === 1) {
      s.ask("How many beads is that?");
      return;
    }
    const have = s.num("beads in the box", 20, 300);
    s.say(`In ${who.his} box there are ${have} beads.`);
    s.sub("beads missing", need, have);
    s.ask(`How many beads are missing?`);
  }),
  template("stairs", [1, 2], (s, steps) => {
    const f = s.num("floors", 4, 30);
    const k = s.num("steps of a floor", 12, 30);
    const who = s.person();
    s.say(
      `A tower has ${f} floors, and from one floor to the next there are ${k} steps. ${who.name} climbs to the top, past all ${f} floors.`,
    );
    const up = s.mul("steps up", f, k);
    if (steps === 2) {
      const t = s.num("times", 2, 6);
      s.say(`${who.he} does it ${t} times.`);
      s.mul("steps in all", up, t);
      s.ask(`How many steps does ${who.he} climb in all?`);
      return;
    }
    s.ask(`How many steps does ${who.he} climb?`);
  }),
  template("two-brothers-money", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const t = s.cash("money of both", 30, 300);
    const n = s.cash(`money of ${a.name}`, 10, 150);
    s.say(`Together ${a.name} and ${b.name} own $${t}. $${n} of that belong to ${a.name}.`);
    const x = s.sub(`money of ${b.name}`, t, n);
    if (steps === 1) {
      s.ask(`How many dollars belong to ${b.name}?`);
      return;
    }
    const c = s.cash("money spent", 3, 40);
    s.say(`${b.name} spends $${c}.`);
    s.sub(`money of ${b.name} after that`, x, c);
    s.ask(`How many dollars does ${b.name} have after that?`);
  }),
];
