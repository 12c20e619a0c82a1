import { type Template, template } from "../../story.ts";
import { oneWay, towns } from "./tripWords.ts";

/** People of a town, of a ship; lost things, rented bicycles. */
export const tripCrowd: readonly Template[] = [
  template("trip-ship-ashore", [1, 2, 3, 4], (s, steps) => {
    const ship = s.pick(
      "cruise ship",
      "river boat",
      "paddle steamer",
      "excursion train",
      "hotel bus",
      "sailing ship",
    );
    const f = s.pick(
      ["half", 2] as const,
      ["a third", 3] as const,
      ["a quarter", 4] as const,
      ["a fifth", 5] as const,
    );
    const n = s.multiple("travelers", f[1], 12, 60);
    const town = s.pick(...towns);
    if (steps === 1) {
      s.say(
        `[In ${town} ${f[0]} of the ${n} travelers of a ${ship} get off to see the town|Of ${n} travelers on a ${ship}, ${f[0]} want to see ${town}|A ${ship} with ${n} travelers stops at ${town}, and ${f[0]} of them go for a walk].`,
      );
      s.part("travelers in the town", n, 1, f[1]);
      s.ask(
        "[How many travelers see the town|How many people go into the town|What number of travelers is that]?",
      );
      return;
    }
    s.say(
      `[In ${town} ${f[0]} of the ${n} travelers of a ${ship} get off to see the town, and the others stay|Of ${n} travelers on a ${ship}, ${f[0]} go to see ${town}; the others sleep|A ${ship} with ${n} travelers stops at ${town}. For a walk ${f[0]} of them go, and the others do not].`,
    );
    const go = s.part("travelers in the town", n, 1, f[1]);
    if (steps === 4 || s.random.chance(0.5)) {
      const stay = s.sub("travelers who stay", n, go);
      if (steps === 2) {
        s.ask(
          `[How many stay on board|How many travelers do not go into the town|What number of travelers remains on the ${ship}]?`,
        );
        return;
      }
      const d = s.num("travelers at dinner", 5, 40);
      s.say(
        `[${d} of those who stay are having dinner|Of those on board, ${d} sit at dinner|Dinner is eaten by ${d} of those who stay].`,
      );
      const others = s.sub("travelers not at dinner", stay, d);
      if (steps === 3) {
        s.ask(
          "[How many on board are not at dinner|How many of those who stay do something else|What number of those on board is not eating]?",
        );
        return;
      }
      const t = s.num("tables", 2, 6);
      s.say(
        `[The rest sit at ${t} card tables, equally many at each|At ${t} card tables the others sit in equal numbers|All others are playing, in equal numbers, at ${t} card tables].`,
      );
      s.div("travelers at a table", others, t);
      s.ask(
        "[How many sit at each card table|How many people are at one card table|What number of players does a card table have]?",
      );
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      const p = s.cash("price of the tour", 3, 12);
      s.say(
        `[Each of those who go pays $${p} to a guide|The guide in the town takes $${p} from each of them|A guide shows these the town for $${p} each].`,
      );
      s.mul("money for the guide", go, p);
      s.ask("[How much does the guide get|How many dollars do they pay in all|What does the guide take in]?");
      return;
    }
    const late = s.num("travelers back early", 3, 20);
    s.say(
      `[${late} of those in the town come back early|After an hour ${late} of them are back|Soon ${late} of these return].`,
    );
    const still = s.sub("travelers still in the town", go, late);
    if (steps === 2) {
      s.ask(
        "[How many are still in the town|How many travelers have not come back|For how many travelers must they wait]?",
      );
      return;
    }
    const p = s.cash("price of a ride", 3, 12);
    s.say(
      `[Those still there pay $${p} each for a coach ride|A coach ride for $${p} each is taken by those who are still there|A coach takes those who are still there for a ride, at $${p} each].`,
    );
    s.mul("money for the coach", still, p);
    s.ask(
      "[How much do they pay for this|What do these rides cost in all|How many dollars does the coach driver get]?",
    );
  }),
  template("trip-town-people", [1, 2, 3], (s, steps) => {
    const town = s.pick(...towns);
    const kind = s.pick("village", "island", "mountain village", "fishing village", "valley", "oasis");
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num("people ten years ago", 200, 800, 5);
          const d = s.num("difference", 20, 150);
          s.say(
            `[The ${kind} of ${town} has ${a} people, ${d} fewer than when the railway was built|When the railway was built, ${town} had ${d} more people than now; now there are ${a}|${a} people live in ${town} today, after ${d} have moved away].`,
          );
          s.add("people then", a, d);
          s.ask(
            "[How many people lived there then|What was the number of people before|How many people did it have in those days]?",
          );
        },
        () => {
          const a = s.num("people before", 100, 400, 5);
          const b = s.num("people now", 405, 900, 5);
          s.say(
            `[The ${kind} of ${town} grew from ${a} to ${b} people|${b} people live in ${town}, a ${kind} which once had ${a}|Once ${a} people lived in the ${kind} of ${town}. Today it has ${b}].`,
          );
          s.sub("people more", b, a);
          s.ask(
            "[By how many people did it grow|How many more people live there now|How many people fewer were there before]?",
          );
        },
      );
      return;
    }
    const a = s.num("people at first", 200, 700, 5);
    const born = s.num("children born", 4, 40);
    const gone = s.num("people who moved away", 4, 60);
    s.say(
      `[A ${kind} had ${a} people. In a year ${born} children were born and ${gone} people moved away|In a year ${gone} people left ${town}, a ${kind} of ${a}, and ${born} children were born there|${born} children were born in ${town} last year, and ${gone} people moved away; before, ${a} people lived there].`,
    );
    const now = s.sub("people now", s.add("people with the children born", a, born), gone);
    if (steps === 2) {
      s.ask(
        `[How many people live there now|What is the number of people after that year|How many people does it have then]?`,
      );
      return;
    }
    oneWay(
      s,
      () => {
        const men = s.num("people over sixty", 20, 150);
        s.say(
          `[${men} of them are old people|Old people make up ${men} of these|Of all these, ${men} are old].`,
        );
        s.sub("younger people", now, men);
        s.ask(
          "[How many are not old people|How many younger people live there|What is the number of the others]?",
        );
      },
      () => {
        const k = s.num("people to a house", 2, 5);
        s.say(
          `[There are ${k} people to each house|In every house live ${k} people now|They live in houses, ${k} to each].`,
        );
        s.div("houses", now, k);
        s.ask("[How many houses are lived in|How many houses does it have|What number of houses is that]?");
      },
    );
  }),
  template("trip-lost-property", [1, 2, 3], (s, steps) => {
    const w = s.pick(
      "umbrellas",
      "gloves",
      "scarves",
      "hats",
      "phones",
      "keys",
      "schoolbags",
      "coats",
      "wallets",
      "glasses",
    );
    const place = s.pick(
      "the railway station",
      "the airport",
      "the bus company",
      "the zoo",
      "the swimming pool",
      "the town hall",
      "the opera",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num(`${w} fetched`, 8, 60);
          const b = s.num(`${w} still there`, 10, 90);
          s.say(
            `[Of the ${w} found at ${place}, ${a} were fetched by their owners and ${b} are still there|${b} lost ${w} lie in a cupboard of ${place}; ${a} others went back to their owners|The owners came for ${a} of the ${w} found at ${place}, but ${b} are left].`,
          );
          s.add(`${w} found`, a, b);
          s.ask(
            `[How many ${w} had been found|How many ${w} were there at first|What was the number of ${w} before]?`,
          );
        },
        () => {
          const k = s.num("factor", 2, 5);
          const a = s.multiple(`${w} in winter`, k, 5, 30);
          s.say(
            `[In winter ${a} ${w} are lost at ${place}, ${k} times as many as in summer|At ${place} there are ${k} times as many lost ${w} in winter as in summer; in winter it is ${a}|${a} ${w} are lost at ${place} in winter. That is ${k} times the number of the summer].`,
          );
          s.div(`${w} in summer`, a, k);
          s.ask(
            `[How many ${w} are lost in summer|What is the number of ${w} in summer|How many ${w} does the summer bring]?`,
          );
        },
      );
      return;
    }
    const a = s.num(`${w} in May`, 12, 80);
    const b = s.num(`${w} in June`, 12, 80);
    const c = s.num(`${w} fetched`, 5, 60);
    s.say(
      `[At ${place} ${a} ${w} were found in May and ${b} in June; the owners fetched ${c}|${c} of the ${w} found at ${place} went back to their owners. Found were ${a} in May and ${b} in June|May brought ${a} lost ${w} to ${place}, June ${b}. For ${c} of all these the owners came].`,
    );
    const left = s.sub(`${w} left`, s.add(`${w} found`, a, b), c);
    if (steps === 2) {
      s.ask(`[How many ${w} are left|How many ${w} did no one fetch|What number of ${w} remains]?`);
      return;
    }
    oneWay(
      s,
      () => {
        const p = s.cash("price", 2, 8);
        s.say(
          `[The others are sold at $${p} each|Those that no one wants back are sold for $${p} apiece|A dealer buys the others for $${p} apiece].`,
        );
        s.mul("money for them", left, p);
        s.ask(
          "[How much money does that bring|How many dollars are paid for them|What do they bring in all]?",
        );
      },
      () => {
        const k = s.num("shops", 2, 6);
        s.say(
          `[The others are given to ${k} thrift shops in equal parts|${k} thrift shops share the others equally|Equal numbers of the others go to ${k} thrift shops].`,
        );
        s.div(`${w} for a shop`, left, k);
        s.ask(
          `[How many ${w} does each shop get|How many ${w} are there for one shop|What is a shop's share]?`,
        );
      },
    );
  }),
  template("trip-bike-share", [1, 2, 3, 4], (s, steps) => {
    const w = s.pick("bicycles", "scooters", "e-bikes", "cargo bikes", "tandems", "go-karts");
    const town = s.pick(...towns);
    const a = s.num(`${w} at the harbor`, 15, 80);
    const d = s.num("difference", 3, 30);
    const fewer = s.random.chance(0.5);
    s.say(
      fewer
        ? `[In ${town} one can rent ${w}. ${a} of them are at the harbor and ${d} fewer at the station|At the station of ${town} there are ${d} fewer ${w} for rent than at the harbor, where ${a} stand|The harbor of ${town} has ${a} ${w} for rent. The station has ${d} less than that]`
        : `[In ${town} one can rent ${w}. ${a} of them are at the harbor and ${d} more at the station|At the station of ${town} there are ${d} more ${w} for rent than at the harbor, where ${a} stand|The harbor of ${town} has ${a} ${w} for rent. The station has ${d} more than that]`,
    );
    s.say(".");
    const b = fewer ? s.sub(`${w} at the station`, a, d) : s.add(`${w} at the station`, a, d);
    if (steps === 1) {
      s.ask(
        `[How many ${w} are at the station|How many ${w} does the station have|What is the number of ${w} at the station]?`,
      );
      return;
    }
    const both = s.add(`${w} at both`, a, b);
    if (steps === 2) {
      s.ask(
        `[How many ${w} are there at both places together|How many ${w} can be rented in all|What is the total number of ${w}]?`,
      );
      return;
    }
    const out = s.num(`${w} in use`, 5, 60);
    s.say(
      `[By noon ${out} of all these have been rented|Then ${out} of them are taken by guests|Guests come and ride off on ${out} of these].`,
    );
    const left = s.sub(`${w} left`, both, out);
    if (steps === 3) {
      s.ask(`[How many ${w} are left|How many ${w} can still be rented|What number of ${w} is not in use]?`);
      return;
    }
    const p = s.num("minutes for one", 2, 9);
    s.say(
      `[A mechanic checks all that are left and takes ${p} minutes for each|All that are left are cleaned, at ${p} minutes each|For each that is left there, a mechanic needs ${p} minutes].`,
    );
    s.mul("minutes of work", left, p);
    s.ask(
      "[How many minutes does this take|How long does the work last, in minutes|How many minutes of work is that]?",
    );
  }),
];
