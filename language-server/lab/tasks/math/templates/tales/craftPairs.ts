import { type Quantity, type Template, template } from "../../story.ts";

/** Two people or machines compared or working together. */
export const craftPairs: readonly Template[] = [
  template(
    "cw-apprentice-age",
    [1, 2, 3],
    (s, steps) => {
      const [p, q] = [s.person(), s.person()];
      const job = s.pick(
        "mason",
        "cook",
        "clockmaker",
        "weaver",
        "miller",
        "tuner",
        "saddler",
        "printer",
        "gardener",
        "roofer",
      );
      const a = s.num(`years of ${p.name}`, 30, 65);
      const form = s.pick("younger", "half", "third");
      let b: Quantity;
      if (form === "younger") {
        const d = s.num("difference in years", 4, 16);
        s.say(
          `[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, is ${d} years younger|${q.name} is ${d} years younger than the ${job} ${p.name}, who is ${a}|At ${a} years of age, the ${job} ${p.name} is ${d} years older than ${q.name}].`,
        );
        b = s.sub(`years of ${q.name}`, a, d);
      } else {
        s.say(
          form === "half"
            ? `[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, is half as old|${q.name} is half as old as the ${job} ${p.name}, who is ${a}|The ${job} ${p.name} is ${a} years old, twice the age of ${q.name}].`
            : `[${p.name} is a ${job} of ${a} years. ${q.name}, the apprentice, has a third of that age|${q.name} is a third as old as the ${job} ${p.name}, who is ${a}|The ${job} ${p.name} is ${a} years old, three times the age of ${q.name}].`,
        );
        b = s.div(`years of ${q.name}`, a, form === "half" ? 2 : 3);
      }
      if (steps === 1) {
        s.ask(`[How old is ${q.name}|What is ${q.name}'s age|How many years old is ${q.name}]?`);
        return;
      }
      const n = s.num("years later", 2, 12);
      const later = s.random.chance(0.6);
      const c = later ? s.add(`years of ${q.name} later`, b, n) : s.sub(`years of ${q.name} then`, b, n);
      if (steps === 2) {
        s.ask(
          later
            ? `[How old will ${q.name} be in ${n} years|In ${n} years, what will be the age of ${q.name}|What age does ${q.name} reach ${n} years from now]?`
            : `[How old was ${q.name} ${n} years ago|What was the age of ${q.name} ${n} years ago|${n} years ago, how many years old was ${q.name}]?`,
        );
        return;
      }
      const e = s.num("years with the firm", 2, 9);
      s.say(
        later
          ? `[In ${n} years ${q.name} will take over the shop and then wants to work for ${e} more years|${q.name} takes over in ${n} years and gives it up ${e} years after that|After ${n} years ${q.name} becomes the boss and stays it for ${e} years].`
          : `[${n} years ago ${q.name} joined the firm, ${e} years after leaving school|${q.name} left school and came to the shop ${e} years after that, which is ${n} years ago|Since ${n} years ago ${q.name} has been in the shop; school had ended ${e} years earlier].`,
      );
      if (later) s.add("years at the end", c, e);
      else s.sub("years at the end of school", c, e);
      s.ask(
        later
          ? `[How old will ${q.name} be at the end of that time|What is the age of ${q.name} when this ends|At what age does ${q.name} stop]?`
          : `[How old was ${q.name} when school ended|What was the age of ${q.name} at the end of school|At what age did ${q.name} leave school]?`,
      );
    },
    { noise: false },
  ),
  template("cw-two-masons", [1, 2, 3, 4], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const w = s.pick(
      "stones",
      "tiles",
      "bricks",
      "slabs",
      "fence posts",
      "seedlings",
      "bolts",
      "labels",
      "buttons",
      "envelopes",
    );
    const verb = s.pick("handles", "checks", "sorts", "counts", "cleans");
    const a = s.num(`${w} of ${p.name} an hour`, 12, 50);
    const b = s.num(`${w} of ${q.name} an hour`, 6, 42);
    s.say(
      `[In an hour ${p.name} ${verb} ${a} ${w} and ${q.name} ${b}|${p.name} ${verb} ${a} ${w} an hour, while it is ${b} for ${q.name}|${q.name} ${verb} ${b} ${w} every hour. ${p.name} does the same with ${a}].`,
    );
    const together = s.random.chance(0.5);
    if (!together) s.need(a.number > b.number);
    const x = together ? s.add(`${w} of both an hour`, a, b) : s.sub("difference an hour", a, b);
    if (steps === 1) {
      s.ask(
        together
          ? `[How many ${w} do they do together in an hour|How many ${w} an hour is that for both|What do the two get done in one hour, in ${w}]?`
          : `[How many more ${w} an hour does ${p.name} do|By how many ${w} an hour is ${q.name} slower|How many fewer ${w} does ${q.name} do in an hour]?`,
      );
      return;
    }
    const h = s.num("hours", 2, 9);
    s.say(`[Both work for ${h} hours|They keep this up for ${h} hours|They go on like this for ${h} hours].`);
    const y = s.mul(together ? `${w} of both` : "difference in all", x, h);
    if (steps === 2) {
      s.ask(
        together
          ? `[How many ${w} do they do in that time|How many ${w} are done in the end|What is the total number of ${w}]?`
          : `[How many more ${w} has ${p.name} done in the end|By how many ${w} is ${q.name} behind at the end|How many fewer ${w} has ${q.name} done in the end]?`,
      );
      return;
    }
    const z = together ? s.num(`${w} to do`, 200, 950, 10) : s.num("head start", 5, 60);
    s.say(
      together
        ? `[There are ${z} ${w} in all|They have been given ${z} ${w}|The job is ${z} ${w}].`
        : `[But ${q.name} had done ${z} before ${p.name} began|${q.name} began earlier and had a lead of ${z}|At the beginning ${q.name} already had ${z} ready, ${p.name} none].`,
    );
    const l = together ? s.sub(`${w} left`, z, y) : s.sub("lead in the end", y, z);
    if (steps === 4) {
      if (together) {
        const k = s.num("days for it", 2, 6);
        s.say(
          `[A third worker does the rest in ${k} days, the same number each day|The rest is spread evenly over ${k} other days|On ${k} more days equal parts of the rest are done].`,
        );
        s.div(`${w} a day`, l, k);
        s.ask(
          `[How many ${w} is that on each of those days|How many ${w} are done on one of those days|What is the number of ${w} per day then]?`,
        );
      } else {
        const c = s.num("cents for one", 2, 9);
        s.say(
          `[For one they are paid ${c} cents|One is worth ${c} cents to each of them|Each of the two gets ${c} cents for one].`,
        );
        s.mul("more cents", l, c);
        s.ask(
          `[How many cents more does ${p.name} get|By how many cents is ${q.name} behind|How many cents fewer does ${q.name} earn]?`,
        );
      }
      return;
    }
    s.ask(
      together
        ? `[How many ${w} are left|How many ${w} are still to do|How many remain]?`
        : `[How many more ${w} has ${p.name} done in the end|By how many is ${p.name} ahead in the end|How many fewer has ${q.name} done in all]?`,
    );
  }),
  template("cw-two-pumps", [1, 2, 3], (s, steps) => {
    const m = s.pick("pumps", "presses", "ovens", "harvesters", "looms", "saws", "mills");
    const [u, v] = {
      pumps: ["liters of water", "liters"],
      presses: ["posters", "posters"],
      ovens: ["loaves", "loaves"],
      harvesters: ["sacks of grain", "sacks"],
      looms: ["meters of cloth", "meters"],
      saws: ["boards", "boards"],
      mills: ["kilograms of flour", "kilograms"],
    }[m] as [string, string];
    const a = s.num(`${v} of the first`, 4, 20);
    const b = s.num(`${v} of the second`, 4, 20);
    s.say(
      `[Of two ${m}, the old one gives ${a} ${u} a minute and the new one ${b}|Two ${m} run side by side: one makes ${a} ${u} a minute, the other ${b}|${a} ${u} a minute come from one of two ${m} and ${b} from the other].`,
    );
    const x = s.add(`${v} a minute`, a, b);
    if (steps === 1) {
      s.ask(
        `[How many ${v} is that a minute for both|How many ${v} do they give together in a minute|What do the two bring per minute, in ${v}]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const all = s.multiple(`${v} needed`, x, 3, 30);
      s.say(`[${all} ${v} are needed|The order is ${all} ${v}|One wants ${all} ${v} in all].`);
      const t = s.div("minutes", all, x);
      if (steps === 3) {
        const g = s.num("minutes gone by", 2, 12);
        s.say(
          `[They have been running for ${g} minutes|${g} minutes are over|They were started ${g} minutes ago].`,
        );
        s.sub("minutes left", t, g);
        s.ask(
          "[How many more minutes does it take|How many minutes are left|How much longer must they run, in minutes]?",
        );
      } else
        s.ask(
          "[How many minutes does that take with both|How long must both run, in minutes|After how many minutes is that done]?",
        );
      return;
    }
    const t = s.num("minutes", 3, 25);
    s.say(`[Both run for ${t} minutes|They are stopped after ${t} minutes|This goes on for ${t} minutes].`);
    const y = s.mul(`${v} in all`, x, t);
    if (steps === 3) {
      const l = s.num(`${v} lost`, 5, 60);
      s.say(`[${l} ${v} of that are lost|${l} ${v} cannot be used|Of this, ${l} ${v} are thrown away].`);
      s.sub(`${v} left`, y, l);
      s.ask(`[How many ${v} remain|How many ${v} can be used|How many ${v} are there in the end]?`);
    } else
      s.ask(
        `[How many ${v} is that in all|How many ${v} have they made by then|What is the result in ${v}]?`,
      );
  }),
  template("cw-bookbinder", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "albums",
      "diaries",
      "atlases",
      "prayer books",
      "cook books",
      "songbooks",
      "guest books",
      "ledgers",
    );
    const before = s.num(`${w} left`, 12, 90);
    const form = s.pick("before", "twice");
    if (form === "before") {
      const gone = s.num(`${w} fetched`, 10, 80);
      s.say(
        `[After sending off ${gone} ${w}, the bookbinder ${who.name} has ${before} in the shop|The bookbinder ${who.name} has ${before} ${w} now that ${gone} have been fetched|${before} ${w} are in ${who.name}'s bindery. Before that, ${gone} were fetched].`,
      );
      const x = s.add(`${w} at first`, before, gone);
      if (steps === 1) {
        s.ask(
          `[How many ${w} were there at first|How many ${w} had been bound|What was the number of ${w} before]?`,
        );
        return;
      }
      const d = s.num("days", 2, 9);
      s.say(
        `[Binding all of them had taken ${d} days, with the same number each day|They had all been bound in ${d} days, equally many per day|All of them were the work of ${d} days, evenly divided].`,
      );
      const e = s.div(`${w} a day`, x, d);
      if (steps === 2) {
        s.ask(
          `[How many ${w} were bound in a day|How many ${w} a day was that|What was one day's work, in ${w}]?`,
        );
        return;
      }
      const f = s.num(`more ${w} a day`, 2, 9);
      s.say(
        `[With a helper it would be ${f} more a day|A machine would make ${f} more each day|Now, with a new press, ${f} more can be bound each day].`,
      );
      const g = s.add(`${w} a day then`, e, f);
      if (steps === 4) {
        const k = s.num("days then", 2, 9);
        s.mul(`${w} in that time`, g, k);
        s.ask(
          `[How many ${w} would be made in ${k} days like that|In ${k} days of this kind, how many ${w} are bound|How many ${w} is that in ${k} days]?`,
        );
      } else
        s.ask(
          `[How many ${w} a day would that be|How many ${w} can be bound per day then|What would be the number per day]?`,
        );
      return;
    }
    s.say(
      `[The bookbinder ${who.name} bound ${before} ${w} in the first month and twice as many in the second|In the second month ${who.name} bound twice as many ${w} as in the first, when it was ${before}|${before} ${w} left ${who.name}'s bindery in one month, and double that number in the next].`,
    );
    const y = s.mul(`${w} in the second month`, before, 2);
    if (steps === 1) {
      s.ask(
        `[How many ${w} were there in the second month|How many ${w} did the second month bring|What was the number for the second month]?`,
      );
      return;
    }
    const z = s.add(`${w} in both months`, before, y);
    if (steps > 2) {
      const gone = s.num(`${w} sold`, 10, 80);
      const l = s.sub(`${w} left`, z, gone);
      s.say(
        `[${gone} of all these have been sold|Of all these, ${gone} are gone|A museum bought ${gone} of them].`,
      );
      if (steps === 4) {
        const k = s.num("shelves", 2, 8);
        s.say(
          `[The others stand on ${k} shelves, equally many on each|${k} shelves hold equal parts of the rest|The rest is put evenly on ${k} shelves].`,
        );
        s.div(`${w} on a shelf`, l, k);
        s.ask(
          `[How many ${w} are on one shelf|How many ${w} does each shelf hold|What is the number of ${w} per shelf]?`,
        );
        return;
      }
      s.ask(`[How many ${w} are left|How many ${w} have not been sold|How many ${w} remain]?`);
      return;
    }
    s.ask(
      `[How many ${w} were bound in both months|How many ${w} is that in all|What is the total of the two months]?`,
    );
  }),
];
