import { type Template, template } from "../story.ts";

/** More scenarios that training never sees. */
export const heldOutMoreTemplates: readonly Template[] = [
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
