import { type Template, template } from "../story.ts";

/** More scenarios that training never sees: the shortest and the longest ones. */
export const heldOutLongTemplates: readonly Template[] = [
  template(
    "old-trees",
    [1],
    (s) => {
      const a = s.num("age of the oak", 60, 300);
      const b = s.num("age of the bush", 5, 90);
      s.say(`In a park stands an oak that is ${a} years old. The bush beside it is ${b} years old.`);
      s.sub("difference in years", a, b);
      s.ask("By how many years is the oak older than the bush?");
    },
    { noise: false },
  ),
  template("wall-tiles", [1, 2], (s, steps) => {
    const who = s.person();
    const r = s.num("rows of tiles", 6, 40);
    const k = s.num("tiles in a row", 5, 30);
    s.say(`${who.name} covers a kitchen wall with ${r} rows of tiles and puts ${k} tiles in every row.`);
    const all = s.mul("tiles on the wall", r, k);
    if (steps === 1) {
      s.ask(`How many tiles are on the wall?`);
      return;
    }
    const left = s.num("tiles left", 3, 30);
    s.say(`After that ${left} tiles are left.`);
    s.add("tiles at the start", all, left);
    s.ask(`How many tiles did ${who.he} have at the start?`);
  }),
  template("boat-rides", [1, 2], (s, steps) => {
    const k = s.num("seats of a boat", 4, 12);
    const n = s.multiple("children in line", k, 4, 25);
    s.say(`${n} children want to take a boat across the lake. A boat has ${k} seats.`);
    const rides = s.div("rides", n, k);
    if (steps === 1) {
      s.ask("How many full boats are needed?");
      return;
    }
    const m = s.num("minutes of a ride", 4, 15);
    s.say(`There is only one boat, and a ride takes ${m} minutes.`);
    s.mul("minutes for all rides", rides, m);
    s.ask("How many minutes do all the rides take?");
  }),
  template("toy-train", [1], (s) => {
    const a = s.cash("price of the engine", 20, 95);
    const b = s.cash("price of the wagons", 10, 90);
    const c = s.cash("price of the rails", 10, 60);
    s.say(`For a toy train the engine costs $${a}, the wagons cost $${b} and the rails cost $${c}.`);
    s.total("price of the train", a, b, c);
    s.ask("What does the whole train cost?");
  }),
  template("paper-boats", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num(`boats of ${a.name}`, 12, 90);
    const k = s.num("factor", 2, 4);
    s.say(`While ${a.name} folds ${n} paper boats, ${b.name} folds ${k} times that number.`);
    const x = s.mul(`boats of ${b.name}`, n, k);
    if (steps === 1) {
      s.ask(`How many paper boats does ${b.name} fold?`);
      return;
    }
    s.add("boats of both", n, x);
    s.ask("How many paper boats do the two fold in all?");
  }),
  template("class-trip", [4, 5], (s, steps) => {
    const n = s.num("children", 15, 60);
    const p = s.cash("bus for each child", 3, 9);
    const q = s.cash("lunch for each child", 4, 9);
    const m = s.cash("cost of a guide", 20, 120);
    s.say(
      `On a class trip each of ${n} children pays $${p} for the bus and $${q} for lunch. The school pays a guide $${m}.`,
    );
    const one = s.add("cost for a child", p, q);
    const all = s.mul("cost for all children", one, n);
    const sum = s.add("cost of the trip", all, m);
    const have = s.cash("money collected", 200, 1500, 10);
    s.say(`A fund gives $${have} for the trip.`);
    const left = s.sub("money left", have, sum);
    if (steps === 5) {
      s.say("Half of what is left is kept for next year.");
      s.div("money for next year", left, 2);
      s.ask("How many dollars are kept for next year?");
      return;
    }
    s.ask("How many dollars of it are left?");
  }),
  template("berry-jam", [4, 5, 6], (s, steps) => {
    const who = s.person();
    const n = s.num("buckets", 4, 20);
    const k = s.num("kg of a bucket", 3, 12);
    const e = s.num("kg eaten", 3, 30);
    const j = s.num("jars for a kg", 2, 4);
    const g = s.num("jars given away", 5, 40);
    s.say(
      `${who.name} and some friends pick ${n} buckets of berries with ${k} kg in each. They eat ${e} kg and cook jam with the rest. One kg of berries makes ${j} jars of jam, and ${g} jars are given to the neighbours.`,
    );
    const kg = s.mul("kg of berries", n, k);
    const rest = s.sub("kg for jam", kg, e);
    const jars = s.mul("jars of jam", rest, j);
    const left = s.sub("jars left", jars, g);
    if (steps === 4) {
      s.ask("How many jars of jam are left?");
      return;
    }
    const p = s.cash("price of a jar", 2, 8);
    s.say(`The other jars are sold for $${p} each.`);
    const money = s.mul("money for the jars", left, p);
    if (steps === 5) {
      s.ask("How many dollars do they get for the jars?");
      return;
    }
    const f = s.num("friends", 2, 8);
    s.say(`That money is shared equally by ${f} people.`);
    s.div("share of each", money, f);
    s.ask("How many dollars does each of them get?");
  }),
  template("hotel-night", [4, 5], (s, steps) => {
    const f = s.num("floors", 3, 12);
    const k = s.num("rooms on a floor", 8, 30);
    const e = s.num("empty rooms", 5, 60);
    const p = s.num("guests in a room", 2, 4);
    s.say(
      `A hotel has ${f} floors with ${k} rooms each. Tonight ${e} rooms are empty, and in every other room sleep ${p} guests.`,
    );
    const rooms = s.mul("rooms", f, k);
    const used = s.sub("rooms in use", rooms, e);
    const guests = s.mul("guests", used, p);
    const late = s.num("guests who leave early", 4, 60);
    s.say(`${late} of the guests leave before breakfast.`);
    const eat = s.sub("guests at breakfast", guests, late);
    if (steps === 5) {
      const r = s.num("rolls for each", 2, 3);
      s.say(`Every guest at breakfast gets ${r} rolls.`);
      s.mul("rolls", eat, r);
      s.ask("How many rolls are needed?");
      return;
    }
    s.ask("How many guests have breakfast?");
  }),
];
