import { type Template, template } from "../../story.ts";
import { oneWay, towns, twoOf } from "./tripWords.ts";

/** Boats for hire, maps, beaches, camps. */
export const tripLake: readonly Template[] = [
  template("trip-boat-hire", [1, 2, 3], (s, steps) => {
    const b = s.pick(
      "rowboats",
      "canoes",
      "pedal boats",
      "kayaks",
      "rafts",
      "surfboards",
      "sailboats",
      "electric boats",
    );
    oneWay(
      s,
      () => {
        const all = s.num(`${b} in all`, 24, 70);
        const out = s.num(`${b} on the lake`, 5, 22);
        s.say(
          `[${out} of the ${all} ${b} of a lake station are out on the water|A station by the lake has ${all} ${b}, and ${out} are on the lake|From a pier with ${all} ${b}, ${out} have been hired].`,
        );
        const left = s.sub(`${b} at the pier`, all, out);
        if (steps === 1) {
          s.ask(
            `[How many ${b} are at the pier|How many ${b} can still be hired|How many ${b} lie at the station]?`,
          );
          return;
        }
        const back = s.num(`${b} that come back`, 2, 15);
        s.need(back.number < out.number);
        s.say(
          `[Then ${back} of those out there come back|${back} of the hired ones return|A little later ${back} are brought back].`,
        );
        const now = s.add(`${b} there again`, left, back);
        if (steps === 3) {
          const broken = s.num(`damaged ${b}`, 2, 9);
          s.say(
            `[${broken} at the pier are damaged|Among those at the pier, ${broken} have a leak|A check shows that ${broken} of those at the pier leak].`,
          );
          s.sub(`good ${b}`, now, broken);
          s.ask(
            `[How many good ${b} are at the pier|How many ${b} at the pier can be used|How many of the ${b} there are in order]?`,
          );
          return;
        }
        s.ask(
          `[How many ${b} are at the pier now|How many ${b} are there for new guests|What number of ${b} is at the station then]?`,
        );
      },
      () => {
        const people = s.num("people in one", 2, 6);
        const g = s.multiple("people", people, 3, 12);
        s.say(
          `[A group of ${g} people wants to go out in ${b}, ${people} in each|${g} guests share out among ${b} that hold ${people} people|For ${g} people ${b} are to be hired, with room for ${people} in each].`,
        );
        const n = s.div(`${b} needed`, g, people);
        if (steps === 1) {
          s.ask(`[How many ${b} do they need|How many ${b} must be hired|What number of ${b} is enough]?`);
          return;
        }
        const p = s.cash("price", 8, 30);
        s.say(`[To hire one costs $${p}|$${p} is charged for each of these|The price for one is $${p}].`);
        const cost = s.mul("price of all", n, p);
        if (steps === 3) {
          const have = s.cash("money of the group", 50, 500, 10);
          s.say(
            `[They have $${have} with them|The group's purse holds $${have}|For this they have put aside $${have}].`,
          );
          s.sub("money left", have, cost);
          s.ask(
            "[How much money is left|How many dollars remain in the purse|What do they have after paying]?",
          );
          return;
        }
        s.ask(`[How much do they pay|What do the ${b} cost in all|How many dollars does the group spend]?`);
      },
    );
  }),
  template("trip-map-scale", [1, 2, 3], (s, steps) => {
    const k = s.num("km for a cm", 2, 25);
    const [a, b] = twoOf(s, towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const c = s.num("cm on the map", 3, 30);
          s.say(
            `[One cm of a map stands for ${k} km. From ${a} to ${b} it is ${c} cm on the map|On a map ${a} and ${b} lie ${c} cm apart, and each cm means ${k} km|A map shows ${k} km as one cm. The line from ${a} to ${b} has ${c} cm].`,
          );
          s.mul("km", c, k);
          s.ask(
            `[How many km is it from ${a} to ${b}|How far apart are the two towns really, in km|What is the real distance, in km]?`,
          );
        },
        () => {
          const d = s.multiple("km", k, 3, 30);
          s.say(
            `[The ${d} km between ${a} and ${b} are to be drawn on a map on which one cm means ${k} km|${a} is ${d} km from ${b}. On the map a cm stands for ${k} km|A map has one cm for ${k} km, and it is ${d} km from ${a} to ${b}].`,
          );
          s.div("cm", d, k);
          s.ask(
            "[How many cm is that on the map|How long is the line on the map, in cm|How far apart are they on the paper, in cm]?",
          );
        },
      );
      return;
    }
    const c = s.num("cm on the map", 4, 20);
    const e = s.num("cm of the second part", 2, 16);
    s.say(
      `[On the map of ${s.person().name} the road from ${a} to a lake measures ${c} cm and from there to ${b} ${e} cm. One cm is ${k} km|A cm of the map is ${k} km of road. A route has ${c} cm to a lake and ${e} cm from the lake to ${b}|With a ruler one finds ${c} cm from ${a} to a lake and ${e} cm from the lake to ${b}, on a map with one cm for ${k} km].`,
    );
    oneWay(
      s,
      () => {
        const km = s.mul("km", s.add("cm in all", c, e), k);
        if (steps === 3) {
          const done = s.num("km done", 10, 90);
          s.say(
            `[${done} km of this are already done|They have driven ${done} km so far|${done} km lie behind them].`,
          );
          s.sub("km left", km, done);
          s.ask("[How many km are left|How far is it still, in km|What distance remains, in km]?");
          return;
        }
        s.ask(
          "[How long is the whole way really, in km|How many km do both parts have|What does the route come to, in km]?",
        );
      },
      () => {
        const km = s.mul("km more", s.sub("cm more", c, e), k);
        if (steps === 3) {
          const h = s.num("km an hour", 2, 6);
          s.say(
            `[A hiker does ${h} km an hour|On foot one does ${h} km an hour|The speed is ${h} km an hour on foot].`,
          );
          s.div("hours more", km, h);
          s.ask(
            "[How many hours longer does one walk on the first part than on the second|By how many hours is the first part longer|What is the difference of the two parts, in hours]?",
          );
          return;
        }
        s.ask(
          "[How many km longer is the first part than the second|By how many km do the two parts differ|How many km shorter is the second part]?",
        );
      },
    );
  }),

  template("trip-beach-chairs", [1, 2, 3], (s, steps) => {
    const c = s.pick("beach chairs", "sunshades", "deck chairs", "loungers", "air beds", "towels");
    const r = s.num("rows", 4, 15);
    const k = s.num(`${c} in a row`, 5, 20);
    s.say(
      `[On the beach stand ${r} rows of ${k} ${c}|A beach keeper puts up ${r} rows with ${k} ${c} in each|${k} ${c} side by side make a row, and there are ${r} rows on the beach].`,
    );
    const all = s.mul(c, r, k);
    if (steps === 1) {
      s.ask(`[How many ${c} are on the beach|How many ${c} is that in all|What is the number of ${c}]?`);
      return;
    }
    const n = s.num(`${c} in use`, 10, 120);
    oneWay(
      s,
      () => {
        s.say(
          `[${n} of them are free|For ${n} of these there is no guest yet|Guests have taken all but ${n}].`,
        );
        const used = s.sub(`${c} in use`, all, n);
        if (steps === 2) {
          s.ask(
            `[How many ${c} are in use|How many of the ${c} have a guest|What is the number of ${c} that are taken]?`,
          );
          return;
        }
        const p = s.cash("price of a day", 2, 9);
        s.say(
          `[A guest pays $${p} a day for one|The price is $${p} a day for one of them|To use one for a day costs $${p}].`,
        );
        s.mul("money taken", used, p);
        s.ask(
          "[How much money is taken on such a day|What does the keeper earn in a day|How many dollars do the guests pay]?",
        );
      },
      () => {
        s.say(
          `[A storm carries ${n} of them into the sea|In the night ${n} of them are stolen|${n} of them are too old and are thrown away].`,
        );
        const left = s.sub(`${c} left`, all, n);
        if (steps === 2) {
          s.ask(
            `[How many ${c} are left|How many ${c} does the beach have now|What number of ${c} remains]?`,
          );
          return;
        }
        const m = s.num(`new ${c}`, 10, 90);
        s.say(`[Then ${m} new ones are bought|${m} new ones arrive on Monday|The town sends ${m} new ones].`);
        s.add(`${c} in the end`, left, m);
        s.ask(
          `[How many ${c} are there in the end|How many ${c} does the beach have after that|What is the number of ${c} then]?`,
        );
      },
    );
  }),
  template("trip-campsite", [1, 2, 3], (s, steps) => {
    const t = s.pick("tents", "campers", "caravans", "huts", "trailers", "cabins");
    const a = s.num(`${t} in spring`, 12, 60);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const b = s.num("difference", 5, 40);
          s.say(
            `[In July there are ${b} more ${t} on the campsite than in May, when there were ${a}|${a} ${t} stood on a campsite in May. July brought ${b} more than that|May: ${a} ${t} on the campsite. In July the number is higher by ${b}].`,
          );
          s.add(`${t} in July`, a, b);
          s.ask(
            `[How many ${t} are there in July|How many ${t} does the campsite have in July|What is the number of ${t} in July]?`,
          );
        },
        () => {
          const b = s.num(`${t} in summer`, 62, 140);
          s.say(
            `[The campsite has ${b} ${t} in July, and in May it had ${a}|${a} ${t} in May, ${b} ${t} in July: that is what the keeper of a campsite noted|In May the keeper counted ${a} ${t} on the campsite, in July ${b}].`,
          );
          s.sub("difference", b, a);
          s.ask(
            `[How many more ${t} are there in July|By how many did the number of ${t} grow|How many fewer ${t} were there in May]?`,
          );
        },
        () => {
          const k = s.num("people in each", 2, 6);
          s.say(
            `[${a} ${t} stand on a campsite, and ${k} people sleep in each|A campsite by the river has ${a} ${t} with ${k} people apiece|There are ${k} people to each of the ${a} ${t} on a campsite].`,
          );
          s.mul("people", a, k);
          s.ask(
            "[How many people sleep there|How many guests does the campsite have|What is the number of people on the campsite]?",
          );
        },
      );
      return;
    }
    const k = s.num("people in each", 2, 6);
    s.say(
      `[A campsite has ${a} ${t}, each with ${k} people|${k} people live in each of the ${a} ${t} on a campsite|In each of ${a} ${t} by the lake there are ${k} people].`,
    );
    const p = s.mul("people", a, k);
    oneWay(
      s,
      () => {
        const go = s.num("people who leave", 10, 90);
        s.say(
          `[On Sunday ${go} people go home|It rains, and ${go} people drive home|${go} people pack up and leave].`,
        );
        const stay = s.sub("people who stay", p, go);
        if (steps === 2) {
          s.ask("[How many people stay|How many guests are left|What is the number of people after that]?");
          return;
        }
        const m = s.num("new people", 5, 60);
        s.say(`[Then ${m} new guests arrive|On Monday ${m} others come|A coach brings ${m} more].`);
        s.add("people in the end", stay, m);
        s.ask(
          "[How many people are on the campsite then|How many guests does it have now|How many people is that in the end]?",
        );
      },
      () => {
        const f = s.cash("fee of a night", 3, 12);
        s.say(
          `[Each person pays $${f} a night|A night costs $${f} per person|The fee is $${f} a night for everyone].`,
        );
        const money = s.mul("money for a night", p, f);
        if (steps === 2) {
          s.ask(
            "[How much does the campsite take in a night|How many dollars do all pay for one night|What do the guests pay for a night in all]?",
          );
          return;
        }
        const c = s.cash("cost of a day", 20, 200, 10);
        s.say(
          `[Water, power and cleaning cost $${c} a day|The campsite spends $${c} a day|Each day $${c} of that are spent on water, power and cleaning].`,
        );
        s.sub("money left", money, c);
        s.ask(
          "[How much is left of that each day|What does the campsite earn in a day after this|How many dollars remain]?",
        );
      },
    );
  }),
];
