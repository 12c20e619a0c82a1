import { type Template, template } from "../story.ts";

/** Rectangles, games, votes, journeys, mixed matters. */
export const places: readonly Template[] = [
  template("area", [1, 2], (s, steps) => {
    const what = s.pick("garden", "room", "field", "floor", "yard");
    const a = s.num("length in metres", 4, 40);
    const b = s.num("width in metres", 3, 25);
    s.say(`A ${what} is ${a} metres long and ${b} metres wide.`);
    const area = s.mul("area in square metres", a, b);
    if (steps === 1) {
      s.ask("[What is its area|How large is it], in square metres?");
      return;
    }
    const p = s.cash("cost of a square metre", 2, 9);
    s.say(`[Grass|A new cover|Paint] for one square metre costs $${p}.`);
    s.mul("cost", area, p);
    s.ask(`How much does it cost for the whole ${what}?`);
  }),
  template("fence", [2, 3], (s, steps) => {
    const what = s.pick("garden", "field", "meadow", "yard");
    const a = s.num("length in metres", 5, 60);
    const b = s.num("width in metres", 4, 40);
    s.say(
      `A ${what} is ${a} metres long and ${b} metres wide. [A fence is built around it|It gets a fence all around].`,
    );
    const half = s.add("length and width", a, b);
    const around = s.mul("fence in metres", half, 2);
    if (steps === 2) {
      s.ask("How many metres of fence are needed?");
      return;
    }
    const p = s.cash("price of a metre", 3, 20);
    s.say(`One metre of fence costs $${p}.`);
    s.mul("cost of the fence", around, p);
    s.ask("How much does the fence cost?");
  }),
  template("square", [1, 2], (s, steps) => {
    const a = s.num("side in metres", 3, 60);
    s.say(`[A square|A square field|A square yard] has sides of ${a} metres.`);
    const around = s.mul("way around in metres", a, 4);
    if (steps === 1) {
      s.ask("How many metres is it around the square?");
      return;
    }
    const n = s.num("rounds", 2, 9);
    const who = s.person();
    s.say(`${who.name} walks around it ${n} times.`);
    s.mul("metres walked", around, n);
    s.ask(`How many metres does ${who.he} walk?`);
  }),
  template("quiz", [2, 3], (s, steps) => {
    const who = s.person();
    const p = s.num("points for a right answer", 2, 10);
    const n = s.num("right answers", 5, 40);
    const q = steps === 3 ? s.num("points for a wrong answer", 2, 5) : undefined;
    const m = s.num("wrong answers", 2, 12);
    if (q !== undefined) {
      s.say(
        `In a quiz each right answer gives ${p} points and each wrong answer costs ${q} points. ${who.name} has ${n} right and ${m} wrong answers.`,
      );
      const x = s.mul("points won", n, p);
      const y = s.mul("points lost", m, q);
      s.sub("points", x, y);
    } else {
      s.say(
        `In a quiz each right answer gives ${p} points and each wrong answer costs 1 point. ${who.name} has ${n} right and ${m} wrong answers.`,
      );
      const x = s.mul("points won", n, p);
      s.sub("points", x, m);
    }
    s.ask(`How many points does ${who.he} [have|get]?`);
  }),
  template("league", [2, 3], (s, steps) => {
    const w = s.num("wins", 3, 25);
    const d = s.num("draws", 2, 12);
    s.say(`A team gets 3 points for a win and 1 point for a draw. It has ${w} wins and ${d} draws.`);
    const x = s.mul("points from wins", w, 3);
    const t = s.add("points", x, d);
    if (steps === 2) {
      s.ask("How many points does the team have?");
      return;
    }
    const other = s.num("points of the other team", 2, 90);
    s.need(other.value < t.value);
    s.say(`Another team has ${other} points.`);
    s.sub("lead", t, other);
    s.ask("How many points more does the first team have?");
  }),
  template("votes", [2], (s) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const n = s.num("votes in all", 60, 600);
    const x = s.num(`votes for ${a.name}`, 10, 250);
    const y = s.num(`votes for ${b.name}`, 10, 250);
    s.say(
      `[In an election|In a vote] ${n} votes are counted. ${a.name} gets ${x}, ${b.name} gets ${y}, and the rest go to ${c.name}.`,
    );
    const both = s.add("votes for the first two", x, y);
    s.sub(`votes for ${c.name}`, n, both);
    s.ask(`How many votes does ${c.name} get?`);
  }),
  template("bus-stops", [2, 3, 4], (s, steps) => {
    const vehicle = s.pick("bus", "train", "tram", "ferry");
    const n = s.num("people at first", 10, 60);
    s.say(`[There are ${n} people on a ${vehicle}|A ${vehicle} starts with ${n} people].`);
    let now = n;
    for (let stop = 0; stop < Math.ceil(steps / 2); stop++) {
      const where = stop === 0 ? "at the first stop" : "at the next stop";
      const out = s.num(`people who get off ${where}`, 2, 25);
      if (steps % 2 === 1 && stop === Math.ceil(steps / 2) - 1) {
        s.say(`${where} ${out} people get off.`);
        now = s.sub("people then", now, out);
        break;
      }
      const on = s.num(`people who get on ${where}`, 2, 30);
      s.say(`${where} ${out} people get off and ${on} get on.`);
      now = s.add("people then", s.sub("people after some get off", now, out), on);
    }
    s.ask(`How many people are on the ${vehicle} [now|then]?`);
  }),
  template("temperature", [1, 2], (s, steps) => {
    const t = s.num("degrees in the morning", 3, 20);
    const u = s.num("degrees up", 2, 15);
    s.say(`In the morning it is ${t} degrees. By noon it gets ${u} degrees warmer.`);
    const noon = s.add("degrees at noon", t, u);
    if (steps === 1) {
      s.ask("How many degrees is it at noon?");
      return;
    }
    const d = s.num("degrees down", 2, 20);
    s.say(`Until the evening it gets ${d} degrees colder.`);
    s.sub("degrees in the evening", noon, d);
    s.ask("How many degrees is it in the evening?");
  }),
  template("wheels", [3, 4], (s, steps) => {
    const n = s.num("cars", 3, 40);
    const m = s.num("bicycles", 3, 40);
    s.say(`[In a street there are|A shop repairs] ${n} cars and ${m} bicycles.`);
    const a = s.mul("wheels of the cars", n, 4);
    const b = s.mul("wheels of the bicycles", m, 2);
    if (steps === 3) {
      s.add("all wheels", a, b);
    } else {
      const k = s.num("tricycles", 2, 15);
      s.say(`There are also ${k} tricycles.`);
      const c = s.mul("wheels of the tricycles", k, 3);
      s.total("all wheels", a, b, c);
    }
    s.ask("How many wheels [are there|is that] in all?");
  }),
  template("weights", [2, 3], (s, steps) => {
    const [a, b] = s.things("container", 2);
    if (a === undefined || b === undefined) return;
    const n = s.num(a.many, 2, 12);
    const w = s.num(`kg of a ${a.one}`, 2, 25);
    const truck = s.num("kg that the cart can carry", 60, 400, 10);
    s.say(`A cart can carry ${truck} kg. ${n} ${a.many} of ${w} kg each are loaded.`);
    const load = s.mul("kg loaded", n, w);
    const free = s.sub("kg that still fit", truck, load);
    if (steps === 2) {
      s.ask("How many kg can still be loaded?");
      return;
    }
    const v = s.num(`kg of a ${b.one}`, 2, 12);
    s.say(`Now ${b.many} of ${v} kg are added until the cart is exactly full.`);
    s.div(b.many, free, v);
    s.ask(`How many ${b.many} are added?`);
  }),
  template("feed-animals", [2, 3], (s, steps) => {
    const pet = s.pick(
      { one: "cow", many: "cows" },
      { one: "horse", many: "horses" },
      { one: "sheep", many: "sheep" },
      { one: "goat", many: "goats" },
      { one: "donkey", many: "donkeys" },
    );
    const n = s.num(pet.many, 3, 25);
    const k = s.num("kg for each a day", 2, 8);
    const d = s.num("days", 2, 14);
    s.say(`A farmer has ${n} ${pet.many}. [Each|Every] ${pet.one} eats ${k} kg of hay a day.`);
    const day = s.mul("kg a day", n, k);
    if (steps === 2) {
      s.mul("kg in all", day, d);
      s.ask(`How many kg of hay do they eat in ${d} days?`);
      return;
    }
    const have = s.num("kg in the barn", 200, 2000, 10);
    const eaten = s.mul("kg eaten", day, d);
    s.sub("kg left", have, eaten);
    s.say(`There are ${have} kg of hay in the barn.`);
    s.ask(`How many kg are left after ${d} days?`);
  }),
  template("floors", [2, 3], (s, steps) => {
    const f = s.num("floors", 3, 25);
    const k = s.num("flats on each floor", 2, 9);
    s.say(`A [house|tower|building] has ${f} floors with ${k} flats on each floor.`);
    const flats = s.mul("flats", f, k);
    if (steps === 2) {
      const e = s.num("empty flats", 2, 30);
      s.say(`${e} flats are empty.`);
      s.sub("flats in use", flats, e);
      s.ask("In how many flats do people live?");
      return;
    }
    const w = s.num("windows of a flat", 3, 9);
    const broken = s.num("broken windows", 2, 30);
    s.say(`Each flat has ${w} windows. ${broken} windows are broken.`);
    const all = s.mul("windows", flats, w);
    s.sub("windows that are not broken", all, broken);
    s.ask("How many windows are not broken?");
  }),
  template("missing-addend", [1, 2], (s, steps) => {
    const who = s.person();
    const item = s.thing("small");
    const n = s.num(`${item.many} wanted`, 30, 250);
    const h = s.num(`${item.many} now`, 5, 120);
    s.say(
      `${who.name} wants to [collect|have] ${n} ${item.many} and has ${h}${steps === 1 ? " so far" : ""}.`,
    );
    const need = s.sub(`${item.many} missing`, n, h);
    if (steps === 1) {
      s.ask(`How many [more|more ${item.many}] does ${who.he} need?`);
      return;
    }
    const k = s.num(`${item.many} a day`, 2, 12);
    s.say(`${who.he} gets ${k} ${item.many} a day.`);
    s.div("days", need, k);
    s.ask(`After how many days does ${who.he} have enough?`);
  }),
  template("parts-sum", [1], (s) => {
    const item = s.thing("small");
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const x = s.num(`${item.many} of ${a.name}`, 4, 120);
    const y = s.num(`${item.many} of ${b.name}`, 4, 120);
    const z = s.num(`${item.many} of ${c.name}`, 4, 90);
    s.say(`${a.name} [brings|finds|counts] ${x} ${item.many}, ${b.name} ${y} and ${c.name} ${z}.`);
    s.total(`all ${item.many}`, x, y, z);
    s.ask(`How many ${item.many} is that [in all|altogether|together]?`);
  }),
];
