import { type Template, template } from "../story.ts";

/** Speed, work, time, averages. */
export const rates: readonly Template[] = [
  template("drive", [1], (s) => {
    const who = s.person();
    const v = s.num("km in an hour", 20, 120, 5);
    const h = s.num("hours", 2, 9);
    s.say(`${who.name} [drives|travels|rides] at ${v} km per hour for ${h} hours.`);
    s.mul("distance in km", v, h);
    s.ask(
      `[How far does ${who.he} go|How many km does ${who.he} travel|What distance does ${who.he} cover, in km]?`,
    );
  }),
  template("two-legs", [3, 4], (s, steps) => {
    const who = s.person();
    const v = s.num("speed at first in km per hour", 20, 90, 5);
    const h = s.num("hours at first", 2, 6);
    const w = s.num("speed later in km per hour", 20, 90, 5);
    const k = s.num("hours later", 2, 6);
    s.say(
      `${who.name} [drives|rides] for ${h} hours at ${v} km per hour and then for ${k} hours at ${w} km per hour.`,
    );
    const x = s.mul("first part in km", v, h);
    const y = s.mul("second part in km", w, k);
    const all = s.add("whole way in km", x, y);
    if (steps === 3) {
      s.ask(`[How many km is that in all|How far does ${who.he} go in all]?`);
      return;
    }
    const d = s.num("length of the trip in km", 200, 900, 10);
    s.say(`The whole trip is ${d} km long.`);
    s.sub("km left", d, all);
    s.ask("How many km are [still left|left to go]?");
  }),
  template("time-for-way", [1, 2], (s, steps) => {
    const who = s.person();
    const v = s.num("km in an hour", 4, 90);
    if (steps === 1) {
      const d = s.multiple("distance in km", v, 2, 9);
      s.say(`${who.name} [wants to go|has to travel] ${d} km at ${v} km per hour.`);
      s.div("hours", d, v);
      s.ask("How many hours does [it take|that take|the trip take]?");
      return;
    }
    const d = s.num("distance in km", 40, 400);
    const done = s.num("km done", 10, 200);
    s.say(`A trip is ${d} km long. ${who.name} has done ${done} km and goes on at ${v} km per hour.`);
    const left = s.sub("km left", d, done);
    s.div("hours", left, v);
    s.ask("How many hours does the rest take?");
  }),
  template("machine", [1, 2], (s, steps) => {
    const item = s.thing("sold");
    const r = s.num(`${item.many} in a minute`, 3, 40);
    if (steps === 1) {
      const m = s.num("minutes", 3, 50);
      s.say(`A machine makes ${r} ${item.many} [a|per|every] minute.`);
      s.mul(`${item.many} made`, r, m);
      s.ask(`How many ${item.many} does it make in ${m} minutes?`);
      return;
    }
    const n = s.num("machines", 2, 9);
    const t = s.num("minutes", 3, 30);
    s.say(`A factory has ${n} machines. Each makes ${r} ${item.many} [a|per] minute.`);
    const all = s.mul(`${item.many} of all machines in a minute`, n, r);
    s.mul(`${item.many} made`, all, t);
    s.ask(`How many ${item.many} do [they|the machines] make in ${t} minutes?`);
  }),
  template("time-to-make", [1, 2], (s, steps) => {
    const who = s.person();
    const item = s.thing("sold");
    const m = s.num("minutes for one", 3, 25);
    if (steps === 1) {
      const n = s.num(item.many, 3, 20);
      s.say(`${who.name} needs ${m} minutes [for one ${item.one}|to make one ${item.one}].`);
      s.mul("minutes for all", m, n);
      s.ask(`How many minutes does ${who.he} need for ${n} ${item.many}?`);
      return;
    }
    const h = s.num("hours", 2, 8);
    s.say(`${who.name} works for ${h} hours and needs ${m} minutes to make one ${item.one}.`);
    const all = s.mul("minutes of work", h, 60);
    s.div(item.many, all, m);
    s.ask(`How many ${item.many} does ${who.he} make?`);
  }),
  template("tank", [1, 2, 3], (s, steps) => {
    const r = s.num("litres in a minute", 3, 20);
    if (steps === 1) {
      const c = s.multiple("litres of the tank", r, 4, 40);
      s.say(`A tank holds ${c} litres. Water flows in at ${r} litres [a|per] minute.`);
      s.div("minutes", c, r);
      s.ask("How many minutes does it take to fill the tank?");
      return;
    }
    const c = s.num("litres of the tank", 60, 600);
    const have = s.num("litres at first", 10, 200);
    s.say(`A tank holds ${c} litres and already has ${have} litres in it.`);
    const need = s.sub("litres needed", c, have);
    if (steps === 2) {
      s.say(`A tap [gives|adds] ${r} litres a minute.`);
      s.div("minutes", need, r);
    } else {
      const q = s.num("litres a minute of the second tap", 2, 15);
      s.say(`One tap gives ${r} litres a minute, a second one ${q} litres a minute, and both are open.`);
      const both = s.add("litres in a minute", r, q);
      s.div("minutes", need, both);
    }
    s.ask("After how many minutes is the tank full?");
  }),
  template("laps", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const l = s.num("metres in a lap", 50, 400, 50);
    const n = s.num("laps", 3, 12);
    s.say(`${who.name} [runs|walks] ${n} laps of ${l} metres${steps > 1 ? " every day" : ""}.`);
    const day = s.mul(`metres${steps > 1 ? " in a day" : ""}`, n, l);
    if (steps === 1) {
      s.ask(`How many metres does ${who.he} [go|cover]?`);
      return;
    }
    const d = s.num("days", 2, 9);
    const all = s.mul("metres in all days", day, d);
    if (steps === 2) {
      s.ask(`How many metres is that in ${d} days?`);
      return;
    }
    const other = s.num("metres on the last day", 100, 900, 50);
    s.say(`${who.he} does this for ${d} days, and on one more day ${who.he} goes only ${other} metres.`);
    s.add("metres in all", all, other);
    s.ask("How many metres is that in all?");
  }),
  template("practice", [1, 2], (s, steps) => {
    const who = s.person();
    const what = s.pick("the piano", "the violin", "chess", "football", "dancing", "the guitar");
    if (steps === 1) {
      const m = s.num("minutes a day", 10, 60, 5);
      const d = s.num("days", 5, 30);
      s.say(`${who.name} practises ${what} for ${m} minutes [a|every|each] day.`);
      s.mul("minutes in all", m, d);
      s.ask(`How many minutes does ${who.he} practise in ${d} days?`);
      return;
    }
    const m = s.num("minutes a day", 10, 90, 5);
    const d = s.num("days", 4, 30);
    s.say(`${who.name} practises ${what} for ${m} minutes on each of ${d} days.`);
    const all = s.mul("minutes in all", m, d);
    s.div("hours", all, 60);
    s.ask("How many hours is that in all?");
  }),
  template("schedule", [1, 2], (s, steps) => {
    const who = s.person();
    const acts = s.random.pickSome(
      ["reading", "cleaning", "homework", "cooking", "sport", "music", "shopping"],
      3,
    );
    const [x, y, z] = [
      s.num(`minutes for ${acts[0]}`, 5, 70),
      s.num(`minutes for ${acts[1]}`, 5, 60),
      s.num(`minutes for ${acts[2]}`, 5, 60),
    ];
    s.say(
      `${who.name} spends ${x} minutes on ${acts[0]}, ${y} minutes on ${acts[1]} and ${z} minutes on ${acts[2]}.`,
    );
    const all = s.total("minutes in all", x, y, z);
    if (steps === 1) {
      s.ask("How many minutes is that in all?");
      return;
    }
    const h = s.oneOf("minutes free", [120, 150, 180, 200, 240]);
    s.say(`${who.he} had ${h} minutes [of free time|free].`);
    s.sub("minutes left", h, all);
    s.ask(`How many minutes [are left|does ${who.he} have left]?`);
  }),
  template("team-work", [2, 3], (s, steps) => {
    const worker = s.thing("worker");
    const item = s.thing("goods");
    const n = s.num(worker.many, 2, 12);
    const r = s.num(`${item.many} in an hour`, 2, 12);
    const h = s.num("hours", 2, 9);
    s.say(`${n} ${worker.many} work for ${h} hours. Each [makes|finishes] ${r} ${item.many} [an|per] hour.`);
    const all = s.mul(`${item.many} of all in an hour`, n, r);
    const made = s.mul(`${item.many} in all`, all, h);
    if (steps === 2) {
      s.ask(`How many ${item.many} do they [make|finish]?`);
      return;
    }
    const bad = s.num(`bad ${item.many}`, 2, 40);
    s.say(`${bad} of the ${item.many} are bad and thrown away.`);
    s.sub(`good ${item.many}`, made, bad);
    s.ask(`How many good ${item.many} are there?`);
  }),
  template("fuel", [1, 2], (s, steps) => {
    const who = s.person();
    const k = s.num("km with one litre", 8, 25);
    const d = s.multiple("distance in km", k, 3, 30);
    s.say(`A car [goes|drives] ${k} km with one litre of fuel. ${who.name} drives ${d} km.`);
    const l = s.div("litres", d, k);
    if (steps === 1) {
      s.ask("How many litres does the car [need|use]?");
      return;
    }
    const p = s.cash("price of a litre", 2, 5);
    s.say(`A litre costs $${p}.`);
    s.mul("cost of the fuel", l, p);
    s.ask(`How much does the fuel cost?`);
  }),
  template("week-and-weekend", [3], (s) => {
    const who = s.person();
    const what = s.pick("pages", "exercises", "words", "letters", "puzzles");
    const verb = { pages: "reads", exercises: "does", words: "learns", letters: "writes", puzzles: "solves" }[
      what
    ];
    const a = s.num(`${what} on a weekday`, 4, 40);
    const b = s.num(`${what} on a weekend day`, 5, 60);
    s.say(
      `${who.name} ${verb} ${a} ${what} on each of the 5 weekdays and ${b} ${what} on each of the 2 weekend days.`,
    );
    const x = s.mul(`${what} on weekdays`, a, 5);
    const y = s.mul(`${what} at the weekend`, b, 2);
    s.add(`${what} in the week`, x, y);
    s.ask(`How many ${what} is that in [a|one] week?`);
  }),
  template("average", [2], (s) => {
    const who = s.person();
    const n = s.pick(3, 4);
    const what = s.pick("points", "pages", "km", "minutes");
    const values = Array.from({ length: n }, (_, i) =>
      s.num(`${what} on the ${["first", "second", "third", "fourth"][i]} day`, 6, 60),
    );
    const last = values.at(-1);
    s.say(`On ${n} days ${who.name} has ${values.slice(0, -1).join(", ")} and ${last} ${what}.`);
    const all = s.total("sum", ...values);
    s.div("average", all, n);
    s.ask(`What is the average [number of ${what}|of the ${n} days]?`);
  }),
  template("reading", [2, 3], (s, steps) => {
    const who = s.person();
    const p = s.num("pages of the book", 90, 500);
    const r = s.num("pages a day", 8, 40);
    const d = s.num("days", 3, 12);
    s.say(`${who.name} reads ${r} pages [a|every|each] day of a book with ${p} pages.`);
    const done = s.mul("pages read", r, d);
    const left = s.sub("pages left", p, done);
    if (steps === 2) {
      s.ask(`How many pages are left after ${d} days?`);
      return;
    }
    const k = s.num("days for the rest", 2, 9);
    s.say(`After ${d} days ${who.he} wants to read the rest in ${k} days, equally many pages each day.`);
    s.div("pages a day for the rest", left, k);
    s.ask(`How many pages must ${who.he} read on each of these days?`);
  }),
  template("growth", [2, 3], (s, steps) => {
    const plant = s.pick(
      { one: "tulip" },
      { one: "sunflower" },
      { one: "bush" },
      { one: "young tree" },
      { one: "rose" },
    );
    const h = s.num("height at first in cm", 5, 60);
    const g = s.num("cm a week", 2, 9);
    const w = s.num("weeks", 3, 15);
    s.say(`A ${plant.one} is ${h} cm [high|tall] and grows ${g} cm [a|every|each] week.`);
    const more = s.mul("growth in cm", g, w);
    const now = s.add("height in cm", h, more);
    if (steps === 2) {
      s.ask(`How [high|tall] is it after ${w} weeks, in cm?`);
      return;
    }
    const cut = s.num("cm cut off", 2, 30);
    s.say(`After ${w} weeks ${cut} cm are cut off.`);
    s.sub("height after the cut", now, cut);
    s.ask("How tall is it then, in cm?");
  }),
  template("water-people", [2, 3], (s, steps) => {
    const n = s.num("people", 3, 25);
    const b = s.num("bottles for each person a day", 2, 5);
    const d = s.num("days", 2, 14);
    s.say(
      `A group of ${n} people goes [hiking|camping|sailing] for ${d} days. Each person drinks ${b} bottles of water a day.`,
    );
    const day = s.mul("bottles a day", n, b);
    const all = s.mul("bottles in all", day, d);
    if (steps === 2) {
      s.ask("How many bottles [do they need|does the group need]?");
      return;
    }
    const k = s.oneOf("bottles in a box", [4, 6, 8, 10, 12]);
    s.say(`The bottles come in boxes of ${k}.`);
    s.div("boxes", all, k);
    s.ask("How many boxes do they need?");
  }),
];
