import { type Template, template } from "../../story.ts";

/** Swimming, training plans, tournaments, races. */
export const craftSport: readonly Template[] = [
  template(
    "cw-pool-laps",
    [1, 2, 3],
    (s, steps) => {
      const p = s.person();
      const m = s.oneOf("meters of a lap", [20, 25, 30, 50]);
      const way = s.pick("laps", "meters", "rest");
      if (way === "laps") {
        const d = s.multiple("meters planned", m, 8, 19);
        s.say(
          `[${p.name} wants to swim ${d} meters. The pool is ${m} meters long|In a pool of ${m} meters, ${p.name} is going to swim ${d} meters|${d} meters is what ${p.name} plans to swim, and one length of the pool is ${m}].`,
        );
        const n = s.div("lengths", d, m);
        if (steps === 1) {
          s.ask(
            "[How many lengths is that|How many lengths must be swum|How many times must the pool be crossed]?",
          );
          return;
        }
        const done = s.num("lengths done", 2, 7);
        s.say(
          `[${done} lengths are done|${p.he} has swum ${done} lengths|After ${done} lengths there is a break].`,
        );
        const left = s.sub("lengths left", n, done);
        if (steps === 3) {
          const t = s.oneOf("seconds for a length", [20, 25, 30, 35, 40, 50]);
          s.say(
            `[A length takes ${t} seconds|For one length ${t} seconds are needed|${p.he} needs ${t} seconds for each].`,
          );
          s.mul("seconds", left, t);
          s.ask(
            "[How many seconds will the others take|How long does the rest take, in seconds|For how many more seconds does the swimming go on]?",
          );
        } else
          s.ask(
            "[How many lengths are left|How many lengths are still to come|How many more times must the pool be crossed]?",
          );
        return;
      }
      const n = s.num("lengths", 4, 18);
      s.say(
        `[${p.name} swims ${n} lengths in a pool that is ${m} meters long|A pool is ${m} meters long, and ${p.name} crosses it ${n} times|${n} times ${p.name} swims through the pool of ${m} meters].`,
      );
      const x = s.mul("meters", n, m);
      if (steps === 1) {
        s.ask(
          "[How many meters is that|How far does the swim go, in meters|What distance is covered, in meters]?",
        );
        return;
      }
      const q = s.person();
      const y = s.num("difference in meters", 20, 200, 10);
      const more = s.random.chance(0.5);
      s.say(
        more
          ? `[${q.name} swims ${y} meters more|For ${q.name} it is ${y} meters more|${q.name} beats that by ${y} meters].`
          : `[${q.name} swims ${y} meters less|For ${q.name} it is ${y} meters less|${q.name} stops ${y} meters earlier].`,
      );
      const z = more ? s.add(`meters of ${q.name}`, x, y) : s.sub(`meters of ${q.name}`, x, y);
      if (steps === 3) {
        s.add("meters of both", x, z);
        s.ask(
          "[How many meters do both swim together|What is the sum of the two distances, in meters|How many meters is that for the two]?",
        );
      } else
        s.ask(
          `[How many meters does ${q.name} swim|How far does ${q.name} get, in meters|What is the distance of ${q.name}, in meters]?`,
        );
    },
    { noise: false },
  ),
  template(
    "cw-running-plan",
    [1, 2, 3, 4],
    (s, steps) => {
      const p = s.person();
      const unit = s.pick("kilometers", "miles");
      const verb = s.pick("runs", "walks", "cycles", "skates", "rows");
      const k = s.num(`${unit} a day`, 3, 15);
      const d = s.num("days a week", 2, 6);
      const way = steps === 3 ? "goal" : s.pick("weeks", "goal");
      s.say(
        `[On ${d} days of a week ${p.name} ${verb} ${k} ${unit}|${p.name} ${verb} ${k} ${unit} a day on ${d} days a week|To get fit, ${p.name} ${verb} ${k} ${unit} each time, on ${d} days of the week].`,
      );
      const w = s.mul(`${unit} a week`, k, d);
      if (steps === 1) {
        s.ask(
          `[How many ${unit} is that in a week|How many ${unit} does ${p.name} do each week|What is the distance for a week, in ${unit}]?`,
        );
        return;
      }
      if (way === "goal") {
        const g = s.multiple(`${unit} planned`, w, 2, 12);
        s.say(
          `[The goal is ${g} ${unit}|${p.he} wants to do ${g} ${unit} in all|A badge is given for ${g} ${unit}].`,
        );
        const n = s.div("weeks", g, w);
        if (steps === 2) {
          s.ask(
            "[How many weeks does it take|In how many weeks is this reached|For how many weeks must this go on]?",
          );
          return;
        }
        const o = s.num("weeks done", 2, 9);
        s.say(
          `[${o} weeks have gone by|This has been going on for ${o} weeks|${p.he} began ${o} weeks ago].`,
        );
        const l = s.sub("weeks left", n, o);
        if (steps === 4) {
          s.mul(`${unit} left`, l, w);
          s.ask(
            `[How many ${unit} are still to be done|How far is it still to the goal, in ${unit}|How many ${unit} remain]?`,
          );
        } else
          s.ask(
            "[How many weeks are left|How many more weeks does it take|For how many weeks must it still go on]?",
          );
        return;
      }
      const n = s.num("weeks", 2, 8);
      s.say(`[${p.he} keeps this up for ${n} weeks|This goes on for ${n} weeks|The plan is for ${n} weeks].`);
      const all = s.mul(`${unit} in all`, w, n);
      if (steps === 2) {
        s.ask(
          `[How many ${unit} is that in this time|How many ${unit} does ${p.name} cover in all|What is the whole distance, in ${unit}]?`,
        );
        return;
      }
      const miss = s.num("days missed", 2, 5);
      s.say(
        `[But ${miss} training days had to be left out|Because of rain ${miss} of these days are skipped|${p.he} is ill on ${miss} of these days and rests].`,
      );
      const lost = s.mul(`${unit} missed`, miss, k);
      s.sub(`${unit} covered`, all, lost);
      s.ask(
        `[How many ${unit} are really covered|How many ${unit} remain|What distance is it in the end, in ${unit}]?`,
      );
    },
    { noise: false },
  ),
  template("cw-tournament", [1, 2, 3, 4], (s, steps) => {
    const sport = s.pick(
      "volleyball",
      "basketball",
      "handball",
      "soccer",
      "curling",
      "hockey",
      "rugby",
      "softball",
    );
    const t = s.num("teams", 4, 20);
    const k = s.num("players of a team", 5, 15);
    s.say(
      `[${t} teams of ${k} players come to a ${sport} tournament|At a ${sport} tournament there are ${t} teams, and every team has ${k} players|A ${sport} tournament is played by ${t} teams with ${k} players each].`,
    );
    const n = s.mul("players", t, k);
    const way = s.pick("out", "shirts", "hotel");
    if (steps === 1) {
      s.ask("[How many players take part|How many players are there|What is the number of players in all]?");
      return;
    }
    if (way === "out") {
      const o = s.num("teams out", 2, 10);
      if (steps === 2) {
        s.say(
          `[There are also ${o} referees|${o} referees come as well|In addition, ${o} referees are there].`,
        );
        s.add("people", n, o);
        s.ask(
          "[How many players and referees are there|How many people are that together|With the referees, how many is it]?",
        );
        return;
      }
      s.need(o.number < t.number - 1);
      s.say(
        `[After the first day ${o} teams go home|${o} teams are out after the first day|On the second day ${o} teams are missing].`,
      );
      const left = s.sub("players left", n, s.mul("players out", o, k));
      if (steps === 4) {
        const c = s.num("referees", 3, 15);
        s.say(`[${c} referees stay too|There are ${c} referees besides|With them stay ${c} referees].`);
        s.add("people", left, c);
        s.ask(
          "[How many players and referees are there on the second day|How many people, players and referees, remain|With the referees, how many are left]?",
        );
      } else
        s.ask(
          "[How many players are left|How many players are there on the second day|How many players are still in it]?",
        );
      return;
    }
    if (way === "shirts") {
      const c = s.cash("price of a cap", 2, 9);
      s.say(
        `[Each player gets a cap for $${c}|A cap for $${c} is given to every player|Every player is given a cap that costs $${c}].`,
      );
      const m = s.mul("cost of the caps", n, c);
      if (steps === 2) {
        s.ask(
          "[What do all the caps cost|How much is paid for the caps|How many dollars are needed for the caps]?",
        );
        return;
      }
      const sp = s.cash("money from a bank", 50, 300, 10);
      s.say(
        `[A bank pays $${sp} of it|$${sp} of this is paid by a bank|From a bank they get $${sp} for it].`,
      );
      const l = s.sub("money to pay", m, sp);
      if (steps === 4) {
        s.div("money for a team", l, t);
        s.ask(
          "[The teams share the rest equally. How much does each team pay|How much is left for each team to pay, in equal parts|How many dollars must each team add if all add the same]?",
        );
      } else
        s.ask(
          "[How much must still be paid|What remains to be paid for the caps|How many dollars are left to pay]?",
        );
      return;
    }
    const r = s.num("beds in a room", 2, 6);
    s.say(
      `[They sleep in rooms for ${r}|Rooms with ${r} beds are booked for the players|A room has beds for ${r} players].`,
    );
    const x = s.div("rooms", n, r);
    if (steps === 2) {
      s.ask("[How many rooms are needed|How many rooms must be booked|How many full rooms is that]?");
      return;
    }
    const f = s.num("rooms free", 5, 40);
    s.say(
      `[A hotel has only ${f} rooms free|In the hotel ${f} rooms are empty|So far ${f} rooms have been found].`,
    );
    const y = s.sub("rooms missing", x, f);
    if (steps === 4) {
      s.mul("players without a bed", y, r);
      s.ask(
        "[How many players have no bed yet|For how many players are beds missing|How many players must sleep somewhere else]?",
      );
    } else s.ask("[How many rooms are missing|How many more rooms are needed|How many rooms short is that]?");
  }),
  template(
    "cw-race-times",
    [1, 2, 3],
    (s, steps) => {
      const [p, q] = [s.person(), s.person()];
      const r = s.pick(
        "ski race",
        "rowing race",
        "hurdle race",
        "sack race",
        "downhill race",
        "bicycle race",
        "canoe race",
        "obstacle race",
        "go-kart race",
      );
      const a = s.num(`seconds of ${p.name}`, 60, 300);
      const d = s.num("difference in seconds", 4, 42);
      const faster = s.random.chance(0.5);
      s.say(
        faster
          ? `[${p.name} needs ${a} seconds in a ${r}. ${q.name} is ${d} seconds faster|In a ${r}, ${q.name} is ${d} seconds faster than ${p.name}, who needs ${a}|${a} seconds after the start of the ${r} ${p.name} is at the finish, ${d} seconds behind ${q.name}].`
          : `[${p.name} needs ${a} seconds in a ${r}. ${q.name} is ${d} seconds slower|In a ${r}, ${q.name} is ${d} seconds slower than ${p.name}, who needs ${a}|${a} seconds after the start of the ${r} ${p.name} is at the finish, ${d} seconds ahead of ${q.name}].`,
      );
      const b = faster ? s.sub(`seconds of ${q.name}`, a, d) : s.add(`seconds of ${q.name}`, a, d);
      if (steps === 1) {
        s.ask(
          `[How many seconds does ${q.name} need|What is the time of ${q.name}, in seconds|How long does it take ${q.name}, in seconds]?`,
        );
        return;
      }
      if (s.random.chance(0.5)) {
        const sum = s.add("seconds of both", a, b);
        if (steps === 3) {
          const z = s.num("seconds of the best pair", 100, 500, 5);
          s.say(
            `[Times are added for pairs, and the best pair has ${z} seconds|Their two times count together. The winners have ${z} seconds|For the pairs' cup, both times are added; the leaders have ${z} seconds].`,
          );
          s.sub("seconds behind", sum, z);
          s.ask(
            "[How many seconds are the two behind the first|By how many seconds do they miss first place|How many seconds slower than the best are they]?",
          );
        } else
          s.ask(
            "[What is the sum of the two times, in seconds|How many seconds do both need together|How many seconds is that for the pair]?",
          );
        return;
      }
      const x = s.num("penalty seconds", 5, 40, 5);
      s.say(
        `[A mistake costs ${q.name} ${x} more seconds|The judges add ${x} seconds to ${q.name}'s time|${q.name} is given ${x} penalty seconds].`,
      );
      const c = s.add("seconds with the penalty", b, x);
      if (steps === 3) {
        const y = s.num("seconds allowed", 120, 500, 10);
        s.say(
          `[The limit is ${y} seconds|To get through one must stay under ${y} seconds|Everyone under ${y} seconds gets through].`,
        );
        s.sub("seconds to spare", y, c);
        s.ask(
          `[How many seconds under the limit is ${q.name}|By how many seconds is ${q.name} below it|How many seconds does ${q.name} have to spare]?`,
        );
      } else
        s.ask(
          `[What is ${q.name}'s time in the end, in seconds|How many seconds count for ${q.name}|With these, how many seconds is it for ${q.name}]?`,
        );
    },
    { noise: false },
  ),
];
