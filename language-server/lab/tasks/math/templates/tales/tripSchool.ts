import { type Template, template } from "../../story.ts";
import { oneWay, sights, towns } from "./tripWords.ts";

/** School trips, walking tours, trip funds. */
export const tripSchool: readonly Template[] = [
  template("trip-school-buses", [1, 2, 3, 4], (s, steps) => {
    const [kids, adults] = s.pick(
      ["students", "teachers"],
      ["children", "parents"],
      ["scouts", "leaders"],
      ["singers", "helpers"],
      ["players", "coaches"],
      ["pupils", "guides"],
    );
    const goal = s.pick(...sights);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const k = s.num("people in a bus", 12, 56);
          const all = s.multiple("people", k, 2, 12);
          s.say(
            `[${all} people go to the ${goal} in buses for ${k}|A bus takes ${k}, and ${all} people want to see the ${goal}|To bring ${all} people to the ${goal} there are buses with ${k} seats].`,
          );
          s.div("vehicles", all, k);
          s.ask(
            "[How many buses are needed|How many buses must be ordered|What number of buses is enough for all]?",
          );
        },
        () => {
          const a = s.num(`${kids} in all`, 60, 200);
          const b = s.num(`${kids} who are ill`, 3, 25);
          s.say(
            `[${b} of the ${a} ${kids} are ill and cannot go to the ${goal}|All ${a} ${kids} go to the ${goal}, except for ${b}|Of ${a} ${kids}, ${b} have to stay at home while the others see the ${goal}].`,
          );
          s.sub(`${kids} who go`, a, b);
          s.ask(
            `[How many ${kids} see the ${goal}|How many ${kids} are on the trip|What number of ${kids} goes along]?`,
          );
        },
      );
      return;
    }
    const n = s.num("vehicles", 2, 8);
    const k = s.num(`${kids} in each`, 12, 40);
    s.say(
      `[${n} buses with ${k} ${kids} each go to the ${goal}|On a trip to the ${goal} there are ${k} ${kids} in each of ${n} buses|${k} ${kids} get into every one of the ${n} buses to the ${goal}].`,
    );
    const all = s.mul(kids, n, k);
    const t = s.num(adults, 4, 30);
    s.say(
      `[${t} ${adults} come along|With them are ${t} ${adults}|The number of ${adults} with them is ${t}].`,
    );
    if (s.random.chance(0.4) && steps < 4) {
      if (steps === 2) {
        s.div(`${kids} for one of the ${adults}`, all, t);
        s.ask(
          `[For how many ${kids} does each of the ${adults} care, if all have the same number|How many ${kids} are there for each of the ${adults}|How many ${kids} are in a group, if each of the ${adults} takes an equal one]?`,
        );
        return;
      }
      const g = s.num("ice creams for each", 2, 3);
      s.say(
        `[Every one of the ${kids} eats ${g} ice creams, and each of the ${adults} has one|There are ${g} ice creams for each of the ${kids}, and one for each of the ${adults}|One ice cream is for each of the ${adults}, and ${g} are for each of the ${kids}].`,
      );
      s.add("ice creams", s.mul(`ice creams of the ${kids}`, all, g), t);
      s.ask(
        "[How many ice creams is that|How many ice creams are eaten|What number of ice creams do they need]?",
      );
      return;
    }
    const people = s.add("people", all, t);
    if (steps === 2) {
      s.ask(
        "[How many people are on the trip|How many persons go there in all|What is the number of all who go]?",
      );
      return;
    }
    const p = s.cash("price of a ticket", 2, 6);
    s.say(
      `[The ticket costs $${p} for each person|Everybody pays $${p} at the gate|At the gate it is $${p} a head].`,
    );
    const cost = s.mul("price of all tickets", people, p);
    if (steps === 3) {
      s.ask(
        "[How much do they pay in all|What do the tickets cost together|How many dollars is that for all]?",
      );
      return;
    }
    const f = s.cash("money from a fund", 50, 300, 10);
    s.say(
      `[A fund gives them $${f} of it|$${f} of this is paid by the town|They get $${f} for it from a club].`,
    );
    s.sub("money left to pay", cost, f);
    s.ask(
      "[How much is left for them to pay|How many dollars must they bring themselves|What remains to be paid]?",
    );
  }),
  template("trip-trip-fund", [1, 2, 3, 4], (s, steps) => {
    const who = s.pick(
      s.person().name,
      "the choir",
      "class four",
      "the chess club",
      "the marching band",
      "the rowing team",
      "the school newspaper",
    );
    const goal = s.pick(...towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const have = s.cash("money there", 30, 190, 5);
          const need = s.cash("money needed", 200, 900, 10);
          s.say(
            `[${who} needs $${need} for a trip to ${goal} and has saved $${have}|A trip to ${goal} costs $${need}. ${who} has put aside $${have}|$${have} of the $${need} for ${goal} have been saved by ${who}].`,
          );
          s.sub("money missing", need, have);
          s.ask(`[How much is missing|How many more dollars does ${who} need|How much must still be saved]?`);
        },
        () => {
          const miss = s.cash("money missing", 30, 190, 5);
          const need = s.cash("money needed", 200, 900, 10);
          s.say(
            `[${who} has saved $${need} for a trip to ${goal} but still needs $${miss} more|For the trip to ${goal} ${who} is $${miss} short, with $${need} saved|There are $${need} in the travel box of ${who}. $${miss} are missing for ${goal}].`,
          );
          s.add("price of the trip", need, miss);
          s.ask(
            `[How much does the trip cost|What is the price of the trip|How many dollars does one need for ${goal}]?`,
          );
        },
        () => {
          const m = s.num("months", 3, 12);
          const sum = s.multiple("money needed", m, 8, 60);
          s.say(
            `[${who} wants $${sum} for ${goal} in ${m} months and saves the same each month|In ${m} months ${who} must have $${sum} for the trip to ${goal}, saved in equal parts|$${sum} for ${goal} are to come together in ${m} months, the same sum each month; so ${who} begins to save].`,
          );
          s.div("money a month", sum, m);
          s.ask(
            `[How much must be saved each month|How many dollars a month is that|What sum does ${who} put aside in a month]?`,
          );
        },
      );
      return;
    }
    const need = s.cash("money needed", 200, 900, 10);
    const k = s.num("weeks", 4, 20);
    const w = s.cash("money a week", 5, 30);
    s.say(
      `[${who} saves $${w} a week for ${goal}, where the stay costs $${need}, and has done so for ${k} weeks|A stay in ${goal} is $${need}. For ${k} weeks ${who} has put $${w} a week into a box|For ${k} weeks, $${w} every week went into the travel box of ${who}; the goal is $${need} for ${goal}].`,
    );
    const have = s.mul("money saved", k, w);
    const left = s.sub("money missing", need, have);
    if (steps === 2) {
      s.ask(
        `[How much is still missing|How many dollars does ${who} still need|How far is it to the goal, in dollars]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const g = s.cash("gift", 10, 90, 5);
      s.say(`[An uncle adds a gift of $${g}|A bank gives $${g} on top|Selling cakes brings another $${g}].`);
      s.sub("money missing in the end", left, g);
      s.ask("[How much is missing after that|How many dollars are needed now|What remains to be saved]?");
      return;
    }
    if (steps === 3) {
      s.say("[It goes on at the same rate|The saving goes on as before|Nothing changes in the next weeks].");
      s.div("weeks to go", left, w);
      s.ask(
        "[How many more weeks does it take to reach the goal|For how many more weeks must the saving go on|In how many weeks is the goal reached]?",
      );
      return;
    }
    const n = s.num("months left", 2, 6);
    s.say(
      `[The rest shall come together in ${n} weeks, in equal parts|Only ${n} weeks are left, with the same amount in each|There are ${n} weeks for what is missing, with equal sums].`,
    );
    const each = s.div("money in each of the last weeks", left, n);
    s.sub("dollars more a week", each, w);
    s.ask(
      "[How many dollars a week more than before is that|By how much must the weekly amount grow|How much more has to be saved in a week than before]?",
    );
  }),
  template("trip-walking-tour", [1, 2, 3], (s, steps) => {
    const who = s.pick(s.person().name, "a city guide", "the mayor", "a historian", "a night watchman");
    const n = s.num("stations", 4, 15);
    const m = s.num("minutes at each", 4, 15);
    const town = s.pick(...towns);
    s.say(
      `[${who} leads a walk through ${town} with ${n} stations and talks for ${m} minutes at each|At each of the ${n} stations of a walk through ${town}, ${who} talks for ${m} minutes|A walk through ${town} has ${n} stations. At every station ${who} tells stories for ${m} minutes].`,
    );
    const talk = s.mul("minutes of talk", n, m);
    if (steps === 1) {
      s.ask(
        "[How many minutes is that at all the stations|How long does the talking take in all, in minutes|How many minutes are spent at the stations]?",
      );
      return;
    }
    oneWay(
      s,
      () => {
        const walk = s.num("minutes of walking", 20, 90, 5);
        s.say(
          `[Walking takes ${walk} minutes more|In between they walk for ${walk} minutes in all|The ways between them take ${walk} minutes together].`,
        );
        const all = s.add("minutes in all", talk, walk);
        if (steps === 2) {
          s.ask(
            "[How many minutes does the tour last|How long is the whole tour, in minutes|After how many minutes is it over]?",
          );
          return;
        }
        const past = s.num("minutes that are over", 10, 60, 5);
        s.say(
          `[${past} minutes are over|It started ${past} minutes ago|By now ${past} minutes of it have gone by].`,
        );
        s.sub("minutes left", all, past);
        s.ask(
          "[How many minutes are left|How much longer does it last, in minutes|In how many minutes does it end]?",
        );
      },
      () => {
        const all = s.num("minutes in all", 120, 300, 10);
        s.say(
          `[The whole tour lasts ${all} minutes|It is over after ${all} minutes|From start to end it takes ${all} minutes], [and the other time is for walking|with walking in between|and in between they walk].`,
        );
        const walk = s.sub("minutes of walking", all, talk);
        if (steps === 2) {
          s.ask(
            "[How many minutes do they walk|How long do they walk, in minutes|What time is left for walking, in minutes]?",
          );
          return;
        }
        s.sub("minutes more", talk, walk);
        s.ask(
          "[How many more minutes are spent at the stations than on walking|By how many minutes is the talking longer than the walking|How many minutes shorter is the walking time than the time at the stations]?",
        );
      },
    );
  }),
];
