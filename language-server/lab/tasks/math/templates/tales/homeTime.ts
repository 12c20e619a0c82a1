import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Sleep, videos, phone minutes and evenings. */
export const homeTime: readonly Template[] = [
  told(
    "sleep-hours",
    (s) => {
      const who = s.person();
      const h = s.num("hours a night", 6, 10);
      s.say(
        `[${who.name} sleeps ${h} hours a night|A night's sleep is ${h} hours for ${who.name}|Every night ${who.name} gets ${h} hours of sleep].`,
      );
      return { who, h };
    },
    {
      1: [
        (s, { h }) => {
          s.say(
            "[The day has 24 hours|All the rest of the 24 hours is spent awake|Of the 24 hours of a day, the others are for being awake].",
          );
          s.sub("hours awake", 24, h);
          s.ask(
            "[How many hours a day is that time awake|How many hours are not slept|For how many hours is one awake each day]?",
          );
        },
        (s, { who, h }) => {
          const d = s.num("nights", 3, 15);
          s.say(
            `[This goes on for ${d} nights|A record is kept for ${d} nights|${who.name} writes it down for ${d} nights].`,
          );
          s.mul("hours of sleep", d, h);
          s.ask(
            `[How many hours of sleep are those|How many hours does ${who.name} sleep in this time|What is the sum of the hours]?`,
          );
        },
      ],
      2: [
        (s, { who, h }) => {
          const other = s.person();
          const k = s.num(`hours of ${other.name}`, 3, 5);
          const d = s.num("nights", 5, 14);
          s.say(
            `[${other.name}, who has a baby, sleeps only ${k}. They compare ${d} nights|In ${d} nights like this, ${other.name} gets only ${k} hours each time|Because of night work, ${other.name} gets no more than ${k} hours. This is the case for ${d} nights].`,
          );
          s.mul("hours in all", s.sub("hours more a night", h, k), d);
          s.ask(
            `[How many more hours does ${who.name} sleep in this time|How many hours of sleep does ${other.name} miss in comparison|By how many hours do they differ in the end]?`,
          );
        },
        (s, { h }) => {
          const n = s.num("minutes of a nap", 10, 60, 5);
          s.say(
            `[There is also a nap of ${n} minutes each day|At noon a nap of ${n} minutes is added|A nap adds ${n} minutes].`,
          );
          s.add("minutes", s.mul("minutes a night", h, 60), n);
          s.ask(
            "[How many minutes of sleep are there in a day|How long is that altogether, in minutes|How many minutes a day are slept]?",
          );
        },
        (s, { who, h }) => {
          const d = s.num("weeknights", 4, 6);
          const w = s.num("hours at the weekend", 15, 22);
          s.say(
            `[So it is on ${d} nights; the others of the week add up to ${w} hours|On ${d} nights it is like that, and the rest of ${who.name}'s week brings ${w} hours|The rest of the week adds ${w} hours to ${d} nights of this kind].`,
          );
          s.add("hours a week", s.mul("hours of these nights", d, h), w);
          s.ask(
            `[How many hours does ${who.name} sleep a week|How many hours of sleep does the week have|What does the week add up to, in hours]?`,
          );
        },
      ],
      3: [
        (s, { h, who }) => {
          const w = s.num("hours at work", 5, 8);
          const n = s.num("things to do", 2, 4);
          s.need((24 - h.number - w.number) % n.number === 0);
          s.say(
            `[${w} hours are spent at work. The rest of the 24 hours is given in equal parts to ${n} hobbies|Of the remaining time in a day of 24 hours, ${w} hours are for work, and ${who.name} divides the rest evenly among ${n} things|Work takes ${w} hours. What is left of the day's 24 hours is shared equally by ${n} activities].`,
          );
          s.div("hours each", s.sub("free hours", s.sub("hours awake", 24, h), w), n);
          s.ask(
            "[How many hours does each of them get|How many hours is that for each|What is the time for one of them, in hours]?",
          );
        },
      ],
    },
  ),
  told(
    "video-length",
    (s) => {
      const who = s.person();
      const v = s.pick("videos", "cartoons", "documentaries", "episodes", "short films", "concerts on TV");
      const m = s.num(`minutes of each of the ${v}`, 5, 25);
      s.say(
        `[The ${v} that ${who.name} watches are ${m} minutes long each|Each of ${who.name}'s favorite ${v} lasts ${m} minutes|${who.name} likes ${v} of ${m} minutes].`,
      );
      return { who, v, m };
    },
    {
      1: [
        (s, { v, m, who }) => {
          const n = s.num(v, 3, 9);
          s.say(
            `[Today it is ${n} of them|${who.name} goes through ${n} of them in a row|${n} of those are played on a rainy day].`,
          );
          s.mul("minutes", n, m);
          s.ask(
            "[How many minutes is that|How long does it take, in minutes|What is the total time, in minutes]?",
          );
        },
        (s, { v, m }) => {
          const all = s.multiple("minutes allowed", m, 2, 8);
          s.say(
            `[The rule of the house allows ${all} minutes|There are ${all} minutes until dinner|Screen time ends after ${all} minutes].`,
          );
          s.div(v, all, m);
          s.ask(`[How many ${v} fit in|For how many ${v} is there time|How many ${v} is that]?`);
        },
      ],
      2: [
        (s, { m, v }) => {
          const n = s.num(v, 2, 5);
          const all = s.num("minutes allowed", 100, 180, 5);
          s.need(all.number > n.number * m.number);
          s.say(
            `[${all} minutes of screen time are allowed, and ${n} have been played|Of ${all} minutes allowed, ${n} ${v} use up a part|After ${n} ${v} one looks at the limit of ${all} minutes].`,
          );
          s.sub("minutes left", all, s.mul("minutes used", n, m));
          s.ask(
            "[How many minutes are left|How much screen time remains, in minutes|How many more minutes are allowed]?",
          );
        },
        (s, { v, m, who }) => {
          const n = s.num(v, 3, 6);
          const a = s.num("minutes of ads", 2, 5);
          s.say(
            `[Before each of ${n} ${v}, ${a} minutes of ads are shown|${who.name} plays ${n} of them with ${a} minutes of ads each time|With ${a} minutes of ads for each, ${n} ${v} are played].`,
          );
          s.mul("minutes", s.add("minutes with ads", m, a), n);
          s.ask(
            "[How many minutes does it take in all|How long does this last, in minutes|How many minutes are needed, ads included]?",
          );
        },
        (s, { v, m }) => {
          const n = s.num(v, 3, 6);
          const b = s.num("minutes of the movie", 80, 130, 5);
          s.say(
            `[A movie takes ${b} minutes. Instead of it, ${n} of the ${v} can be played|${n} ${v} are compared with a movie of ${b} minutes|One child wants a movie of ${b} minutes, the other wants ${n} ${v}].`,
          );
          s.sub("difference", b, s.mul(`minutes of the ${v}`, n, m));
          s.ask(
            "[By how many minutes is the movie longer|How many minutes more does the movie take|How many minutes would one save without the movie]?",
          );
        },
      ],
      3: [
        (s, { m, v, who }) => {
          const n = s.num(`${v} on Saturday`, 2, 6);
          const k = s.num(`${v} on Sunday`, 2, 6);
          const d = s.num("minutes skipped", 3, 12);
          s.say(
            `[On Saturday it was ${n}, on Sunday ${k}, but ${who.name} skipped ${d} minutes|${who.name} had ${n} on Saturday and ${k} on Sunday and fell asleep for the last ${d} minutes|${n} were played on Saturday and ${k} on Sunday. Of all that, ${d} minutes were missed because of a phone call].`,
          );
          s.sub("minutes", s.mul("minutes of all", s.add(`${v} in all`, n, k), m), d);
          s.ask(
            "[How many minutes were really seen|How many minutes does that leave|How many minutes are the rest]?",
          );
        },
      ],
    },
  ),
  told(
    "phone-minutes",
    (s) => {
      const who = s.person();
      const a = s.num("minutes in the plan", 100, 300, 10);
      s.say(
        `[${who.name}'s phone plan includes ${a} minutes a month|With ${a} free minutes, ${who.name}'s phone month begins|A phone card of ${who.name}'s is good for ${a} minutes].`,
      );
      return { who, a };
    },
    {
      1: [
        (s, { a }) => {
          const u = s.num("minutes used", 20, 95);
          s.say(
            `[A call to Grandma took ${u} minutes|${u} minutes have been talked away|After the first week, ${u} minutes are gone].`,
          );
          s.sub("minutes left", a, u);
          s.ask("[How many minutes are left|How many minutes can still be used|How many minutes remain]?");
        },
        (s, { a }) => {
          const c = s.num("minutes of a call", 5, 20, 5);
          s.need(a.number % c.number === 0);
          s.say(
            `[A usual call takes ${c} minutes|Every call is ${c} minutes long|Nobody talks for less or more than ${c} minutes at a time].`,
          );
          s.div("calls", a, c);
          s.ask("[How many calls is that|How many calls can be made|For how many calls do they last]?");
        },
      ],
      2: [
        (s, { a, who }) => {
          const n = s.num("calls", 3, 8);
          const c = s.num("minutes of a call", 4, 12);
          s.say(
            `[${n} calls of ${c} minutes each have been made|${who.name} has called ${n} friends for ${c} minutes each|There were ${n} calls, each of them ${c} minutes long].`,
          );
          s.sub("minutes left", a, s.mul("minutes used", n, c));
          s.ask("[How many minutes are left|How many minutes has one still got|What remains, in minutes]?");
        },
        (s, { a, who }) => {
          const u = s.num("minutes used", 305, 440, 5);
          const p = s.cash("price of a minute", 2, 3);
          s.say(
            `[This month ${u} minutes were used, and every extra minute costs $${p}|Each minute beyond that is $${p}, and ${who.name} has talked for ${u} minutes|The bill lists ${u} minutes this month. For each minute that is not included, $${p} must be paid].`,
          );
          s.mul("extra cost", s.sub("extra minutes", u, a), p);
          s.ask(
            "[How much must be paid for the extra minutes|How many dollars does that cost extra|What is the extra cost in dollars]?",
          );
        },
      ],
      3: [
        (s, { a, who }) => {
          const m = s.num("minutes to the mother", 10, 45);
          const f = s.num("minutes to a friend", 10, 45);
          const d = s.num("days", 2, 8);
          s.need((a.number - m.number - f.number) % d.number === 0);
          s.say(
            `[${m} minutes went to a call to the mother and ${f} to a friend. The rest is spread evenly over ${d} days|A friend got ${f} minutes and ${who.name}'s mother ${m}. For the remaining ${d} days, the rest is divided evenly|First the mother is called for ${m} minutes and then a friend for ${f}. What is left must last for ${d} days, the same amount each day].`,
          );
          s.div("minutes a day", s.sub("minutes left", a, s.add("minutes used", m, f)), d);
          s.ask(
            "[How many minutes is that for each day|How many minutes a day can be used|What is there per day, in minutes]?",
          );
        },
      ],
    },
  ),
];
