import { type Template, template } from "../story.ts";

/** Ages, home life, things shared between people. */
export const family: readonly Template[] = [
  template(
    "age-years-apart",
    [1, 2],
    (s, steps) => {
      const who = s.person();
      const rel = s.pick("mother", "father", "aunt", "uncle", "teacher", "neighbor", "coach");
      const a = s.num(`age of ${who.name}`, 6, 16);
      const d = s.num("years older", 15, 40);
      s.say(`${who.name} is ${a} years old. ${who.his} ${rel} is ${d} years older.`);
      const b = s.add(`age of the ${rel}`, a, d);
      if (steps === 1) {
        s.ask(`How old is the ${rel}?`);
        return;
      }
      const y = s.num("years", 3, 15);
      s.add(`age of the ${rel} in ${y} years`, b, y);
      s.ask(`How old will the ${rel} be in ${y} years?`);
    },
    { noise: false },
  ),
  template(
    "age-multiple",
    [1, 2],
    (s, steps) => {
      const [a, b] = [s.person(), s.person()];
      const x = s.num(`age of ${a.name}`, 4, 15);
      const k = s.num("times as old", 2, 5);
      s.say(
        `${a.name} is ${x} years old, and ${b.name} is ${k.number === 2 ? "twice" : `${k} times`} as old.`,
      );
      const y = s.mul(`age of ${b.name}`, x, k);
      if (steps === 1) {
        s.ask(`[How old is ${b.name}|What is ${b.name}'s age]?`);
        return;
      }
      if (s.random.chance(0.5)) {
        s.add("sum of the ages", x, y);
        s.ask("How old are they together?");
      } else {
        s.sub("years between them", y, x);
        s.ask(`How many years older is ${b.name}?`);
      }
    },
    { noise: false },
  ),
  template("laundry-loads", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick("shirts", "towels", "socks", "napkins", "sheets", "T-shirts", "bibs");
    const k = s.num(`${what} in a load`, 6, 25);
    if (steps === 1) {
      const all = s.multiple(what, k, 2, 9);
      s.say(
        `${who.name}'s washing machine takes ${k} ${what} at once. ${who.he} has to wash ${all} ${what}.`,
      );
      s.div("loads", all, k);
      s.ask(`How many loads [is that|does ${who.he} wash|are needed]?`);
      return;
    }
    const n = s.num("loads", 2, 9);
    const dry = s.num(`${what} already dry`, 4, 60);
    s.say(`${who.name} washed ${n} loads of ${k} ${what}. ${dry} of them are already dry.`);
    const all = s.mul(what, n, k);
    const wet = s.sub(`wet ${what}`, all, dry);
    if (steps === 2) {
      s.ask(`How many ${what} are still wet?`);
      return;
    }
    const l = s.num("lines", 2, 8);
    s.say(`The wet ones hang on ${l} lines, the same number on each.`);
    s.div(`${what} on a line`, wet, l);
    s.ask(`How many ${what} hang on one line?`);
  }),
  template("siblings-share", [1, 2, 3], (s, steps) => {
    const item = s.thing("small").many;
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const x = s.num(`${item} of ${a.name}`, 6, 80);
    const y = s.num(`${item} of ${b.name}`, 6, 80);
    s.say(
      `${a.name} and ${b.name} put their ${item} together. ${a.name} brings ${x} and ${b.name} brings ${y}.`,
    );
    const all = s.add(item, x, y);
    if (steps === 1) {
      s.ask(`How many ${item} do they have [now|together|between them]?`);
      return;
    }
    if (steps === 2) {
      s.div(`${item} for each`, all, 2);
      s.say("Then they share them equally.");
      s.ask(`How many ${item} does each of [the two|them] get?`);
      return;
    }
    const z = s.num(`${item} given to ${c.name}`, 2, 40);
    s.say(`They give ${z} of them to ${c.name} and share the rest equally.`);
    const rest = s.sub(`${item} left`, all, z);
    s.div(`${item} for each`, rest, 2);
    s.ask(`How many ${item} do ${a.name} and ${b.name} each have at the end?`);
  }),
  template("lost-and-found", [1, 2], (s, steps) => {
    const who = s.person();
    const item = s.thing("toy").many;
    const now = s.num(`${item} now`, 10, 150);
    const lost = s.num(`${item} lost`, 3, 60);
    if (steps === 1) {
      s.say(`After losing ${lost} ${item}, ${who.name} has ${now} [left|${item} left].`);
      s.add(`${item} before`, now, lost);
      s.ask(`How many ${item} did ${who.he} have [at first|before]?`);
      return;
    }
    const got = s.num(`${item} got`, 3, 60);
    s.say(`${who.name} got ${got} ${item} as a gift, then lost ${lost}, and now has ${now}.`);
    const before = s.add(`${item} before the loss`, now, lost);
    s.sub(`${item} at first`, before, got);
    s.ask(`How many ${item} did ${who.he} [have in the beginning|start with|own before the gift]?`);
  }),
  template("gift-missing", [1, 2], (s, steps) => {
    const who = s.person();
    const item = s.thing("toy").many;
    const had = s.num(`${item} at first`, 12, 150);
    const now = s.num(`${item} now`, 40, 300);
    const other = s.person();
    s.say(
      `${who.name} had ${had} ${item}. ${other.name} gave ${who.him} some more, and now ${who.he} has ${now}.`,
    );
    const got = s.sub(`${item} from ${other.name}`, now, had);
    if (steps === 1) {
      s.ask(`How many ${item} [did ${other.name} give ${who.him}|came from ${other.name}]?`);
      return;
    }
    const kept = s.num(`${item} ${other.name} kept`, 5, 90);
    s.say(`${other.name} kept ${kept} ${item}.`);
    s.add(`${item} of ${other.name} at first`, got, kept);
    s.ask(`How many ${item} did ${other.name} have [before|at first]?`);
  }),
  template("screen-time", [1, 2], (s, steps) => {
    const who = s.person();
    const a = s.num("minutes on a school day", 15, 60, 5);
    const b = s.num("minutes on a weekend day", 30, 120, 10);
    const what = s.pick("watches television", "plays video games", "uses a tablet", "plays outside", "draws");
    if (steps === 1) {
      s.need(b.number > a.number);
      s.say(`On a school day ${who.name} ${what} for ${a} minutes, on a Sunday for ${b} minutes.`);
      s.sub("minutes more", b, a);
      s.ask("How many minutes [more is that on a Sunday|longer is it on a Sunday]?");
      return;
    }
    s.say(`${who.name} ${what} for ${a} minutes on each of the 5 school days of a week.`);
    const week = s.mul("minutes on school days", a, 5);
    s.say(`On Saturday it is ${b} minutes.`);
    s.add("minutes from Monday to Saturday", week, b);
    s.ask("How many minutes is that from Monday to Saturday?");
  }),
  template("moving-boxes", [2, 3], (s, steps) => {
    const who = s.person();
    const a = s.num("boxes from the kitchen", 5, 30);
    const room = s.pick("bedroom", "attic", "cellar", "office", "living room");
    const b = s.num(`boxes from the ${room}`, 5, 30);
    const k = s.num("boxes in one trip", 2, 9);
    s.say(
      `${who.name}'s family moves to a new house. There are ${a} boxes from the kitchen and ${b} boxes from the ${room}.`,
    );
    const all = s.add("boxes", a, b);
    if (steps === 2) {
      s.say(`The car takes ${k} boxes on each trip.`);
      s.div("trips", all, k);
      s.ask("How many trips [do they make|are needed]?");
      return;
    }
    const done = s.num("boxes moved", 4, 40);
    s.say(`${done} boxes have been moved already. The car takes ${k} boxes at a time.`);
    const left = s.sub("boxes left", all, done);
    s.div("trips", left, k);
    s.ask("How many trips are still needed?");
  }),
  template("photo-phone", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick("photos", "pictures", "videos", "messages", "emails", "songs");
    const n = s.num(`${what} at first`, 40, 400);
    const d = s.num(`${what} deleted`, 8, 150);
    s.say(`${who.name}'s phone stores ${n} ${what}. ${who.he} deletes ${d} of them.`);
    const left = s.sub(`${what} left`, n, d);
    if (steps === 1) {
      s.ask(`How many ${what} [are left on the phone|remain]?`);
      return;
    }
    const k = s.num(`new ${what} a day`, 3, 20);
    if (steps === 2) {
      s.say(`The same day ${k} new ${what} are added.`);
      s.add(`${what} now`, left, k);
      s.ask(`How many ${what} are on the phone now?`);
      return;
    }
    const w = s.num("days", 2, 12);
    s.say(`In the following ${w} days ${k} new ${what} are added every day.`);
    const more = s.mul(`new ${what}`, k, w);
    s.add(`${what} then`, left, more);
    s.ask(`How many ${what} are on the phone then?`);
  }),
  template("three-children-total", [2, 3], (s, steps) => {
    const item = s.thing("small").many;
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const x = s.num(`${item} of ${a.name}`, 8, 60);
    const d = s.num("more", 3, 30);
    const e = s.num("fewer", 3, 30);
    s.say(
      `${a.name} has ${x} ${item}. ${b.name} has ${d} more than ${a.name}, and ${c.name} has ${e} fewer than ${b.name}.`,
    );
    const y = s.add(`${item} of ${b.name}`, x, d);
    const z = s.sub(`${item} of ${c.name}`, y, e);
    if (steps === 2) {
      s.ask(`How many ${item} does ${c.name} have?`);
      return;
    }
    s.total(`${item} of all`, x, y, z);
    s.ask(`How many ${item} do the three [have altogether|children have|own in total]?`);
  }),
  template("candle-hours", [1, 2], (s, steps) => {
    const n = s.num("candles", 3, 15);
    const k = s.num("hours of a candle", 4, 24);
    s.say(`A candle burns for ${k} hours. A family has ${n} such candles and burns one after the other.`);
    const all = s.mul("hours of light", n, k);
    if (steps === 1) {
      s.ask("For how many hours do the candles last?");
      return;
    }
    const h = s.num("hours in an evening", 2, 6);
    s.say(`Each evening they need light for ${h} hours.`);
    s.div("evenings", all, h);
    s.ask("For how many evenings do the candles last?");
  }),
];
