import { type Template, template } from "../story.ts";

/** Matches, training, races. */
export const sports: readonly Template[] = [
  template("basket-points", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("two-point shots", 3, 25);
    const m = s.num("three-point shots", 2, 15);
    s.say(`In a basketball game ${who.name} made ${n} shots worth 2 points and ${m} shots worth 3 points.`);
    const a = s.mul("points from 2-point shots", n, 2);
    const b = s.mul("points from 3-point shots", m, 3);
    const all = s.add("points", a, b);
    if (steps === 3) {
      s.ask(`How many points did ${who.he} score?`);
      return;
    }
    const free = s.num("free throws", 2, 12);
    s.say(`${who.he} also got ${free} points [from free throws|for free throws].`);
    s.add("points with free throws", all, free);
    s.ask(`[How many points did ${who.he} score altogether|What was ${who.his} score in the whole game]?`);
  }),
  template("swim-lengths", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("lengths", 8, 40);
    const l = s.oneOf("metres of the pool", [20, 25, 50]);
    s.say(`${who.name} swam ${n} lengths in a pool that is ${l} metres long.`);
    const day = s.mul("metres", n, l);
    if (steps === 1) {
      s.ask(`[How far is that, in metres|How many metres did ${who.he} swim]?`);
      return;
    }
    const other = s.person();
    const m = s.num("metres fewer", 50, 400, 50);
    s.say(`In the same time ${other.name} swam ${m} metres less.`);
    const b = s.sub(`metres of ${other.name}`, day, m);
    if (steps === 2) {
      s.ask(`How many metres did ${other.name} swim?`);
      return;
    }
    s.add("metres of both", day, b);
    s.ask("How many metres did the two swim together?");
  }),
  template("season-goals", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const what = s.pick("goals", "points", "home runs", "touchdowns", "baskets");
    const x = s.num(`${what} of ${a.name}`, 6, 60);
    const d = s.num("more", 2, 25);
    s.say(
      `${a.name} scored ${x} ${what} [this season|last year], ${s.pick(`and ${b.name} scored ${d} more`, `${d} fewer than ${b.name}`)}.`,
    );
    const y = s.add(`${what} of ${b.name}`, x, d);
    if (steps === 1) {
      s.ask(`How many ${what} did ${b.name} score?`);
      return;
    }
    s.add(`${what} of both`, x, y);
    s.ask(`How many ${what} did [the two of them|${a.name} and ${b.name}|the pair] score in total?`);
  }),
  template("ticket-stands", [2, 3], (s, steps) => {
    const sport = s.pick("hockey", "football", "baseball", "soccer", "tennis", "volleyball");
    const n = s.num("blocks of seats", 3, 20);
    const k = s.num("seats in a block", 20, 99);
    const sold = s.num("tickets sold", 50, 900, 5);
    s.say(
      `A ${sport} stadium has ${n} blocks of ${k} seats. [So far ${sold} tickets have been sold|${sold} tickets are sold already].`,
    );
    const all = s.mul("seats", n, k);
    const free = s.sub("seats not sold", all, sold);
    if (steps === 2) {
      s.ask("How many tickets [are still available|can still be sold]?");
      return;
    }
    const more = s.num("tickets sold later", 10, 200);
    s.say(`On the day of the match ${more} more are sold.`);
    s.sub("empty seats", free, more);
    s.ask("How many seats stay empty?");
  }),
  template("race-times", [1, 2], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const x = s.num(`seconds of ${a.name}`, 50, 300);
    const d = s.num("seconds faster", 3, 30);
    s.say(`${a.name} [finished a race|ran the course] in ${x} seconds. ${b.name} was ${d} seconds faster.`);
    const y = s.sub(`seconds of ${b.name}`, x, d);
    if (steps === 1) {
      s.ask(`How many seconds did ${b.name} need?`);
      return;
    }
    const e = s.num("seconds slower", 3, 30);
    s.say(`${c.name} was ${e} seconds slower than ${b.name}.`);
    s.add(`seconds of ${c.name}`, y, e);
    s.ask(`In how many seconds did ${c.name} finish?`);
  }),
  template("push-up-plan", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick("push-ups", "sit-ups", "squats", "pull-ups", "jumps");
    const n = s.num(`${what} a day`, 6, 40);
    const d = s.num("days", 4, 20);
    s.say(`${who.name} does ${n} ${what} [every morning|every day|each day].`);
    const all = s.mul(`${what} in ${d} days`, n, d);
    if (steps === 1) {
      s.ask(`How many ${what} does ${who.he} do in ${d} days?`);
      return;
    }
    const k = s.num("more each day", 2, 15);
    if (steps === 2) {
      s.say(`${who.he} keeps this up for ${d} days and then does ${k} more on the last evening.`);
      s.add(`${what} in all`, all, k);
      s.ask(`How many ${what} does ${who.he} do in all?`);
      return;
    }
    const other = s.person();
    s.say(`${other.name} does ${k} ${what} on each of the same ${d} days.`);
    const b = s.mul(`${what} of ${other.name}`, k, d);
    s.add(`${what} of both`, all, b);
    s.ask(`How many ${what} do they do together in these ${d} days?`);
  }),
  template("team-shirts-cost", [2, 3], (s, steps) => {
    const n = s.num("players", 7, 25);
    const p = s.cash("price of a shirt", 8, 25);
    const q = s.cash("price of shorts", 5, 15);
    const team = s.pick("soccer", "handball", "rugby", "basketball", "cricket");
    s.say(`A ${team} team of ${n} players gets new shirts for $${p} and shorts for $${q} each.`);
    const one = s.add("cost for a player", p, q);
    const all = s.mul("cost for the team", one, n);
    if (steps === 2) {
      s.ask("What does the [new outfit of the whole team|equipment] cost?");
      return;
    }
    const given = s.cash("money from a sponsor", 50, 300, 10);
    s.say(`A sponsor pays $${given} of this.`);
    s.sub("money left to pay", all, given);
    s.ask("How much must the team pay itself?");
  }),
  template("bike-tour-stages", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const a = s.num("km on the first day", 15, 80);
    const b = s.num("km on the second day", 15, 80);
    const how = s.pick("rides a bike", "cycles", "hikes", "paddles", "skates");
    s.say(`${who.name} ${how} for ${a} km on Saturday and ${b} km on Sunday.`);
    if (steps === 1) {
      s.need(a.number > b.number);
      s.sub("km more", a, b);
      s.ask("How many km more is that on Saturday than on Sunday?");
      return;
    }
    const all = s.add("km on both days", a, b);
    if (steps === 2) {
      const goal = s.num("km of the tour", 100, 300, 10);
      s.say(`The whole tour is ${goal} km long.`);
      s.sub("km left", goal, all);
      s.ask("How many km [are left|are still ahead]?");
      return;
    }
    const w = s.num("weekends", 2, 8);
    const c = s.num("km on the holiday", 10, 60);
    s.say(`${who.he} does this on ${w} weekends, and once also [goes|covers] ${c} km on a holiday.`);
    const sum = s.mul(`km on ${w} weekends`, all, w);
    s.add("km in all", sum, c);
    s.ask("How many km is that altogether?");
  }),
  template("training-hours", [1, 2], (s, steps) => {
    const who = s.person();
    const sport = s.pick("karate", "judo", "gymnastics", "rowing", "fencing", "skating", "climbing");
    const n = s.num("lessons a week", 2, 5);
    const m = s.num("minutes of a lesson", 30, 90, 5);
    s.say(`${who.name} has ${n} ${sport} lessons a week, and each lesson lasts ${m} minutes.`);
    const week = s.mul("minutes a week", n, m);
    if (steps === 1) {
      s.ask(`How many minutes of ${sport} is that in a week?`);
      return;
    }
    const w = s.num("weeks", 2, 9);
    s.mul(`minutes in ${w} weeks`, week, w);
    s.ask(`How many minutes does ${who.he} train in ${w} weeks?`);
  }),
  template("darts-rounds", [2], (s) => {
    const [a, b] = [s.person(), s.person()];
    const x = [s.num(`first round of ${a.name}`, 8, 60), s.num(`second round of ${a.name}`, 8, 60)] as const;
    const y = s.num(`points of ${b.name}`, 12, 80);
    const game = s.pick(
      "At darts",
      "In bowling",
      "In a card game",
      "In a video game",
      "In archery",
      "At minigolf",
    );
    s.say(
      `${game} ${a.name} gets ${x[0]} points in the first round and ${x[1]} in the second. ${b.name} has ${y} points after both rounds.`,
    );
    const all = s.add(`points of ${a.name}`, x[0], x[1]);
    s.sub("points ahead", all, y);
    s.ask(`By how many points is ${a.name} ahead of ${b.name}?`);
  }),
  template("relay-laps", [1, 2], (s, steps) => {
    const n = s.num("runners", 3, 12);
    const k = s.num("laps of each runner", 2, 12);
    const team = s.pick("relay team", "school team", "running club", "charity team");
    s.say(`A ${team} has ${n} runners. Each of them runs ${k} laps.`);
    const laps = s.mul("laps", n, k);
    if (steps === 1) {
      s.ask("How many laps does the team run?");
      return;
    }
    const p = s.cash("money for a lap", 2, 9);
    s.say(`For every lap a company gives $${p} to a children's home.`);
    s.mul("money collected", laps, p);
    s.ask("How much money [does the team collect|does the home get]?");
  }),
];
