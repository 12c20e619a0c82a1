import { type Template, template } from "../../story.ts";
import { oneWay, towns } from "./tripWords.ts";

/** Street lamps, trees, bridges, water towers: the works of a town. */
export const tripCity: readonly Template[] = [
  template("trip-street-lamps", [1, 2, 3, 4], (s, steps) => {
    const [street, w] = s.pick(
      ["street", "lamps"],
      ["park", "benches"],
      ["promenade", "flower tubs"],
      ["bicycle path", "signs"],
      ["avenue", "lime trees"],
      ["quay", "bollards"],
      ["schoolyard", "bicycle racks"],
    );
    const town = s.pick(...towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const g = s.num(`metres between ${w}`, 5, 30);
          const n = s.num("gaps", 6, 30);
          s.say(
            `[Along a ${street} in ${town} there is a gap of ${g} metres from one of the ${w} to the next, and there are ${n} such gaps|The ${w} of a ${street} leave ${n} gaps of ${g} metres each|From the first to the last of the ${w} on a ${street} there are ${n} gaps, all ${g} metres long].`,
          );
          s.mul("metres from the first to the last", n, g);
          s.ask(
            "[How many metres is it from the first to the last|How far apart are the first and the last, in metres|What length is that in all, in metres]?",
          );
        },
        () => {
          const old = s.num(`old ${w}`, 12, 90);
          const add = s.num(`new ${w}`, 4, 50);
          s.say(
            `[The ${street} in ${town} has ${old} ${w}, and the mayor has ${add} more set up|To the ${old} ${w} of a ${street} workers add ${add}|${add} new ${w} are put up in a ${street} of ${town} which had ${old} before].`,
          );
          s.add(w, old, add);
          s.ask(
            `[How many ${w} are there then|How many ${w} does the ${street} have now|What is the number of ${w} after that]?`,
          );
        },
        () => {
          const all = s.num(w, 50, 120);
          const bad = s.num(`damaged ${w}`, 4, 45);
          s.say(
            `[${bad} of the ${all} ${w} in a ${street} are damaged|After a storm ${bad} ${w} of the ${street} in ${town} need repair; ${all} stand there|Of ${all} ${w}, the storm damaged ${bad}].`,
          );
          s.sub(`good ${w}`, all, bad);
          s.ask(
            `[How many ${w} are in good order|How many ${w} need no repair|What number of ${w} is not damaged]?`,
          );
        },
      );
      return;
    }
    const n = s.num("squares", 3, 12);
    const k = s.num(`${w} each`, 4, 20);
    s.say(
      `[${town} has ${n} parts, and each is to get ${k} ${w}|The council wants ${k} ${w} in every one of the ${n} parts of ${town}|${k} ${w} are planned for each of ${n} parts of ${town}].`,
    );
    const all = s.mul(`${w} planned`, n, k);
    if (steps < 4 && s.random.chance(0.5)) {
      const done = s.num(`${w} there`, 5, 60);
      s.say(
        `[So far ${done} are in place|${done} of them stand already|By the end of May ${done} had been put up].`,
      );
      const left = s.sub(`${w} left`, all, done);
      if (steps === 2) {
        s.ask(
          `[How many ${w} are still to be put up|How many ${w} are missing|What number of ${w} has to follow]?`,
        );
        return;
      }
      const d = s.num(`${w} a day`, 2, 6);
      s.say(
        `[The workers put up ${d} a day|A day is enough for ${d} of them|In a day they get ${d} of them done].`,
      );
      s.div("days", left, d);
      s.ask(
        "[How many days does the rest take|In how many days is the work done|For how many days must they go on]?",
      );
      return;
    }
    const p = s.cash("price", 3, 12);
    s.say(`[One costs $${p}|They are $${p} each|A firm sells them for $${p} apiece].`);
    const cost = s.mul("cost", all, p);
    if (steps === 2) {
      s.ask(`[How much do the ${w} cost|What must the town pay|How many dollars is that for all]?`);
      return;
    }
    const give = s.cash("money given", 20, 150, 10);
    s.say(
      `[A bank gives $${give} for this|The shops of the town pay $${give} of it|Of this $${give} come from a rich neighbor].`,
    );
    const rest = s.sub("money from the town", cost, give);
    if (steps === 3) {
      s.ask(
        "[How much is left for the town to pay|What does the town pay|How many dollars must the council find]?",
      );
      return;
    }
    const m = s.num("months", 2, 6);
    s.say(
      `[The town pays its part in ${m} equal parts|It pays the remainder in ${m} months, the same each time|The council spreads what it must pay evenly over ${m} months].`,
    );
    s.div("money each time", rest, m);
    s.ask(
      "[How much is paid each time|What does one of these payments come to|How many dollars is one payment]?",
    );
  }),
  template("trip-bridge-paint", [1, 2, 3], (s, steps) => {
    const what = s.pick(
      "bridge",
      "fence of the harbor",
      "tunnel wall",
      "city wall",
      "railing of the pier",
      "dam",
      "subway wall",
    );
    const length = s.num("metres in all", 150, 900, 10);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num("metres done", 20, 140);
          s.say(
            `[The ${what} is ${length} metres long, and ${a} metres have been painted|Painters have finished ${a} metres of the ${what}, which has ${length} metres|${a} of ${length} metres of the ${what} shine in new paint].`,
          );
          s.sub("metres left", length, a);
          s.ask(
            "[How many metres are not painted yet|How many metres are left to paint|What length is still to be done, in metres]?",
          );
        },
        () => {
          const a = s.num("metres left", 12, 90);
          s.say(
            `[When ${length} metres of the ${what} are painted, ${a} metres are still missing|Of the ${what}, ${length} metres have been painted, and ${a} are left|Painters still have ${a} metres of the ${what} to do; ${length} are finished].`,
          );
          s.add("metres in all", length, a);
          s.ask(
            `[How long is the ${what}, in metres|How many metres does the ${what} have|What is the whole length, in metres]?`,
          );
        },
      );
      return;
    }
    const a = s.num("metres a day", 8, 40);
    const d = s.num("days", 2, 9);
    s.say(
      `[The ${what} has ${length} metres. Painters do ${a} metres a day and have worked ${d} days|For ${d} days painters have been at the ${what}, with ${a} metres done each day and ${length} to do in all|${a} metres of the ${what} are painted in a day. It is ${length} metres long, and ${d} days have gone by].`,
    );
    const left = s.sub("metres left", length, s.mul("metres done", a, d));
    if (steps === 2) {
      s.ask(
        "[How many metres are not painted yet|How many metres are left|What length is still to be done, in metres]?",
      );
      return;
    }
    const t = s.num("teams", 2, 6);
    s.say(
      `[${t} teams paint the rest in equal parts|What is left is divided equally among ${t} teams|For the rest there are ${t} teams with equal shares].`,
    );
    s.div("metres for a team", left, t);
    s.ask(
      "[How many metres are there for each team|How much does one team paint, in metres|What is the share of a team, in metres]?",
    );
  }),
  template("trip-water-tower", [1, 2, 3], (s, steps) => {
    const w = s.pick(
      "water tower",
      "pool",
      "fountain basin",
      "reservoir",
      "fire pond",
      "rain tank",
      "canal lock",
    );
    const r = s.num("litres a minute", 4, 30);
    const m = s.num("minutes", 5, 30);
    s.say(
      `[Every minute ${r} litres flow into a ${w}, and this goes on for ${m} minutes|A pump fills a ${w} for ${m} minutes with ${r} litres a minute|For ${m} minutes a pump brings ${r} litres a minute into a ${w}].`,
    );
    if (steps === 1) {
      s.mul("litres", r, m);
      s.ask(
        "[How many litres flow in|How much water is that, in litres|What does the pump bring in, in litres]?",
      );
      return;
    }
    const x = s.mul("litres that flow in", r, m);
    oneWay(
      s,
      () => {
        const a = s.num("litres at first", 20, 200, 5);
        s.say(
          `[There were ${a} litres in it before|It held ${a} litres when the pump started|Before that there were ${a} litres inside].`,
        );
        const now = s.add("litres then", a, x);
        if (steps === 2) {
          s.ask(
            `[How many litres are in the ${w} then|How much water does it hold now, in litres|What is the amount after that, in litres]?`,
          );
          return;
        }
        const use = s.num("litres used", 20, 150, 5);
        s.say(
          `[Then ${use} litres are taken out|Later ${use} litres are let out|A farmer takes ${use} litres of it].`,
        );
        s.sub("litres left", now, use);
        s.ask(
          `[How many litres are left in the ${w}|How much water remains, in litres|What does it hold in the end, in litres]?`,
        );
      },
      () => {
        const full = s.num("litres when full", 200, 990, 10);
        s.say(
          `[It was empty at first and takes ${full} litres|When full it holds ${full} litres; at the start it was empty|It is made for ${full} litres and had nothing in it before].`,
        );
        const miss = s.sub("litres missing", full, x);
        if (steps === 2) {
          s.ask(
            "[How many litres are missing until it is full|How much more water does it take, in litres|How many litres can still flow in]?",
          );
          return;
        }
        const b = s.num("litres in a bucket", 2, 10);
        s.say(
          `[The rest is brought in buckets of ${b} litres|Helpers fill it up with buckets that hold ${b} litres|For the rest one carries buckets of ${b} litres].`,
        );
        s.div("buckets", miss, b);
        s.ask(
          "[How many buckets does this take|How many times must a bucket be emptied into it|What number of buckets is needed]?",
        );
      },
    );
  }),
];
