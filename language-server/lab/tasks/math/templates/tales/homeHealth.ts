import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Steps walked, medicine, weather diaries. */
export const homeHealth: readonly Template[] = [
  told(
    "dog-walk-blocks",
    (s) => {
      const who = s.person();
      const u = s.pick("blocks", "flights of stairs", "minutes", "rounds of the park", "rounds of the pond");
      const a = s.num(`${u} a day`, 4, 25);
      s.say(
        `[To keep fit, ${who.name} walks ${a} ${u} a day|${who.name}'s daily walk is ${a} ${u}|Every day ${who.name} covers ${a} ${u} on foot].`,
      );
      return { who, u, a };
    },
    {
      1: [
        (s, { who, u, a }) => {
          const g = s.num(`${u} as a goal`, 26, 60);
          s.say(`[The doctor advises ${g}|It ought to be ${g}|${who.name} would like to get to ${g}].`);
          s.sub(`${u} missing`, g, a);
          s.ask(
            `[How many more ${u} would that be|How many ${u} a day are missing|By how many ${u} must the walk get longer]?`,
          );
        },
        (s, { u, a }) => {
          const d = s.num("days", 5, 14);
          s.say(`[This goes well for ${d} days|${d} days pass like that|For ${d} days no walk is missed].`);
          s.mul(u, d, a);
          s.ask(
            `[How many ${u} is that altogether|How many ${u} have been walked|What is the total, in ${u}]?`,
          );
        },
        (s, { u, a }) => {
          const m = s.num(`${u} before lunch`, 2, 12);
          s.need(m.number < a.number);
          s.say(
            `[Before lunch it is ${m} of them|${m} of these are done before lunch|In the morning ${m} of them are walked].`,
          );
          s.sub(`${u} after lunch`, a, m);
          s.ask(
            `[How many ${u} are left for the afternoon|How many ${u} come later in the day|How many ${u} are walked after lunch]?`,
          );
        },
      ],
      2: [
        (s, { u, a, who }) => {
          const other = s.person();
          const k = s.num("factor", 2, 4);
          s.say(
            `[${other.name} walks ${k} times as far|The walk of ${other.name} is ${k} times as long|${k} times that is what ${other.name} walks].`,
          );
          s.sub("difference", s.mul(`${u} of ${other.name}`, a, k), a);
          s.ask(
            `[How many ${u} more does ${other.name} walk|How many ${u} fewer does ${who.name} walk|By how many ${u} is the walk of ${other.name} longer]?`,
          );
        },
        (s, { u, a }) => {
          const d = s.num("days", 3, 6);
          const e = s.num(`${u} on Sunday`, 26, 50);
          s.say(
            `[On ${d} weekdays it is like that, and on Sunday ${e} are walked|Sunday's walk is ${e} ${u}, and on ${d} other days it is the usual number|${d} usual days and a Sunday with ${e} ${u} make up the week].`,
          );
          s.add(`${u} in the week`, s.mul(`${u} on usual days`, d, a), e);
          s.ask(
            `[How many ${u} does the week have|How many ${u} are walked in that week|What does the week come to, in ${u}]?`,
          );
        },
        (s, { u, a, who }) => {
          const r = s.num(`more ${u}`, 2, 9);
          const d = s.num("days", 3, 9);
          s.say(
            `[With a new dog it is ${r} more a day, for ${d} days so far|A friend who walks along adds ${r} to that each day, for ${d} days|For ${d} days ${who.name} does ${r} more than usual].`,
          );
          s.mul(u, s.add(`${u} a day now`, a, r), d);
          s.ask(
            `[How many ${u} is that in these days|How many ${u} are walked in this time|What do these days add up to, in ${u}]?`,
          );
        },
      ],
      4: [
        (s, { u, a, who }) => {
          const other = s.person();
          const b = s.num(`${u} of ${other.name}`, 2, 12);
          const d = s.num("days", 3, 9);
          const e = s.num(`${u} on a trip`, 5, 40);
          s.say(
            `[${other.name} does ${b} a day and ${e} extra on a trip. They compare ${d} days|In ${d} days, in which ${who.name} never misses one, ${other.name} does ${b} daily and once ${e} on top|A cousin, ${other.name}, does ${b} a day for the same ${d} days and adds ${e} once on a trip].`,
          );
          s.sub(
            "difference",
            s.mul(`${u} of ${who.name}`, d, a),
            s.add(`${u} of ${other.name} in all`, s.mul(`usual ${u} of ${other.name}`, d, b), e),
          );
          s.ask(
            `[How many more ${u} does ${who.name} walk in these days|How many ${u} is ${other.name} behind|By how many ${u} do they differ in the end]?`,
          );
        },
      ],
    },
    { noise: false },
  ),
  told(
    "pill-box",
    (s) => {
      const who = s.person();
      const t = s.pick("tablets", "capsules", "drops", "spoonfuls of syrup", "vitamin pills", "lozenges");
      const k = s.num(`${t} a day`, 2, 6);
      s.say(
        `[${who.name} has to take ${k} ${t} a day|The doctor tells ${who.name} to take ${k} ${t} every day|A day's dose for ${who.name} is ${k} ${t}].`,
      );
      return { who, t, k };
    },
    {
      1: [
        (s, { t, k }) => {
          const d = s.num("days", 5, 25);
          s.say(
            `[The cure goes on for ${d} days|This must be done for ${d} days|It lasts ${d} days until all is well].`,
          );
          s.mul(t, d, k);
          s.ask(`[How many ${t} is that|How many ${t} are taken in all|How many ${t} does the cure need]?`);
        },
        (s, { t, k }) => {
          const b = s.multiple(t, k, 5, 24);
          s.say(`[The package contains ${b}|There are ${b} in the package|The pharmacist hands over ${b}].`);
          s.div("days", b, k);
          s.ask(
            `[How many days do the ${t} last|For how many days is that enough|After how many days is a new package needed]?`,
          );
        },
      ],
      2: [
        (s, { t, k, who }) => {
          const b = s.num(t, 60, 110, 5);
          const d = s.num("days", 4, 9);
          s.say(
            `[From a package of ${b}, ${who.name} has taken the dose for ${d} days|${d} days ago a package of ${b} was opened|A package held ${b} before the first of ${d} days].`,
          );
          s.sub(`${t} left`, b, s.mul(`${t} taken`, d, k));
          s.ask(
            `[How many ${t} are left|How many ${t} does the package still hold|How many ${t} have not been taken]?`,
          );
        },
        (s, { t, k }) => {
          const b = s.multiple(t, k, 8, 20);
          const d = s.num("days gone by", 2, 7);
          s.say(
            `[A package contains ${b}, and ${d} days have gone by since it was opened|It was ${d} days ago that a package of ${b} was opened|${d} days into the cure, one wonders about the package, which held ${b} at first].`,
          );
          s.sub("days left", s.div("days in all", b, k), d);
          s.ask(
            "[How many more days will it last|For how many more days is it enough|In how many days will it be empty]?",
          );
        },
        (s, { t, k }) => {
          const a = s.num("weeks", 2, 6);
          s.say(
            `[The cure takes ${a} weeks of 7 days|It goes on for ${a} full weeks|${a} whole weeks are planned].`,
          );
          s.mul(t, s.mul("days", a, 7), k);
          s.ask(
            `[How many ${t} are needed for that|How many ${t} will be taken|What number of ${t} is that]?`,
          );
        },
      ],
      4: [
        (s, { t, k, who }) => {
          const d = s.num("days at first", 3, 7);
          const e = s.num("days after that", 3, 9);
          const l = s.num(`${t} less`, 2, 3);
          s.need(l.number < k.number - 1);
          const first = s.mul(`${t} at first`, d, k);
          s.say(
            `[After ${d} days, ${who.name} takes ${l} less a day for another ${e} days|For ${d} days it stays like that, then for ${e} days it is reduced by ${l} a day|The first ${d} days are like that. On each of the ${e} days after them it is ${l} less].`,
          );
          s.add(`${t} in all`, first, s.mul(`${t} later`, s.sub(`${t} a day later`, k, l), e));
          s.ask(
            `[How many ${t} are taken altogether|How many ${t} does the whole cure take|What is the number of ${t} for both parts]?`,
          );
        },
      ],
    },
  ),
  told(
    "weather-diary",
    (s) => {
      const who = s.person();
      const w = s.pick("rainy", "sunny", "windy", "cloudy", "foggy", "snowy", "stormy", "frosty");
      const n = s.num(`${w} days`, 12, 60);
      s.say(
        `[In a weather diary ${who.name} has counted ${n} ${w} days this year|${who.name} writes down the weather: so far there have been ${n} ${w} days|This year brought ${n} ${w} days, as ${who.name}'s notes show].`,
      );
      return { who, w, n };
    },
    {
      1: [
        (s, { w, n }) => {
          const d = s.num("fewer", 3, 11);
          s.say(
            `[Last year there were ${d} fewer|It is ${d} more than last year|The year before had ${d} days less of this kind].`,
          );
          s.sub(`${w} days last year`, n, d);
          s.ask(
            `[How many ${w} days were there last year|How many ${w} days did last year have|What was the number last year]?`,
          );
        },
        (s, { w, n }) => {
          const d = s.num("days more", 3, 40);
          s.say(
            `[Last year there were ${d} more|It is ${d} fewer than last year|The year before had ${d} more of this kind].`,
          );
          s.add(`${w} days last year`, n, d);
          s.ask(
            `[How many ${w} days were there last year|How many ${w} days did last year have|What was the number last year]?`,
          );
        },
        (s, { w, n }) => {
          const l = s.num(`${w} days last year`, 61, 110);
          s.say(
            `[Last year it was ${l}|The number for last year is ${l}|In the notes of last year one finds ${l}].`,
          );
          s.sub("difference", l, n);
          s.ask(
            `[How many fewer ${w} days are there this year|By how many days has the number gone down|How many more ${w} days were there last year]?`,
          );
        },
      ],
      2: [
        (s, { w, n }) => {
          const d = s.num("days more", 3, 11);
          s.say(
            `[It is ${d} more than last year|Last year had ${d} fewer|With ${d} fewer, it would be as many as last year].`,
          );
          s.add(`${w} days in both years`, n, s.sub(`${w} days last year`, n, d));
          s.ask(
            `[How many ${w} days do both years have together|How many ${w} days were there in the two years|What is the number for both years]?`,
          );
        },
        (s, { w, n }) => {
          const a = s.num("in spring", 3, 12);
          const b = s.num("in summer", 2, 10);
          s.need(a.number + b.number < n.number);
          s.say(
            `[Spring had ${a} of them and summer ${b}, the others came in fall and winter|${a} of these were in spring and ${b} in summer|In summer it was ${b} of them, in spring ${a}].`,
          );
          s.sub("other days", n, s.add("in spring and summer", a, b));
          s.ask(
            `[How many ${w} days were there in the other seasons|How many of them were not in spring or summer|How many ${w} days belong to fall and winter]?`,
          );
        },
      ],
      3: [
        (s, { w, n }) => {
          const m = s.num("months", 3, 9);
          const k = s.num("days a month", 2, 5);
          const l = s.num(`${w} days last year`, 61, 110);
          s.say(
            `[In the remaining ${m} months ${k} a month are expected. Last year had ${l}|Last year ended with ${l}. For the ${m} months still to come, ${k} a month are likely|${m} months are left, each of which should bring ${k}. Last year's number was ${l}].`,
          );
          const end = s.add(`${w} days in the end`, n, s.mul("days still to come", m, k));
          s.need(l.number > end.number);
          s.sub("difference", l, end);
          s.ask(
            `[How many fewer will there be than last year|By how many days will this year be behind last year|How many ${w} days more did last year have]?`,
          );
        },
      ],
    },
    { noise: false },
  ),
];
