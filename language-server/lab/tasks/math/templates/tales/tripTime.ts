import { type Template, template } from "../../story.ts";
import { oneWay, towns, twoOf } from "./tripWords.ts";

/** Delays, long journeys, day passes, money for a journey, tokens of a fair. */
export const tripTime: readonly Template[] = [
  template("trip-delay", [1, 2, 3], (s, steps) => {
    const v = s.pick(
      "train",
      "plane",
      "ferry",
      "night bus",
      "express",
      "airship",
      "mail coach",
      "cruise ship",
    );
    const [from, to] = twoOf(s, towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const all = s.num("minutes this time", 90, 400, 5);
          const late = s.num("minutes late", 5, 80);
          s.say(
            `[With a delay of ${late} minutes, the ${v} to ${to} took ${all} minutes|The ${v} took ${all} minutes from ${from} to ${to}, ${late} minutes more than usual|Because of fog the ${v} to ${to} was ${late} minutes slower than usual and took ${all} minutes].`,
          );
          s.sub("minutes usually", all, late);
          s.ask(
            `[How many minutes does it take usually|How long is the journey without the delay, in minutes|How many minutes should it have been]?`,
          );
        },
        () => {
          const all = s.num("minutes usually", 60, 300, 5);
          const late = s.num("minutes late", 5, 80);
          s.say(
            `[The ${v} to ${to} usually takes ${all} minutes. Today it is ${late} minutes slower|For the journey from ${from} to ${to} the ${v} has ${all} minutes in its plan, but fog costs it ${late} more|Today's ${v} to ${to} has a delay of ${late} minutes on a journey of ${all}].`,
          );
          s.add("minutes today", all, late);
          s.ask(
            "[How many minutes does it take today|How long is today's journey, in minutes|After how many minutes does it arrive]?",
          );
        },
        () => {
          const old = s.num("minutes in the old days", 100, 400, 5);
          const now = s.num("minutes now", 30, 95);
          s.say(
            `[In the old days the ${v} took ${old} minutes to ${to}, and now it takes ${now}|From ${from} to ${to} it is ${now} minutes by ${v} today; once it was ${old}|The ${v} to ${to} needs just ${now} minutes now, where it once needed ${old}].`,
          );
          s.sub("minutes saved", old, now);
          s.ask(
            "[How many minutes does one save now|By how many minutes is it faster|How many minutes longer did it take then]?",
          );
        },
      );
      return;
    }
    const a = s.num("minutes of the first part", 20, 150, 5);
    const w = s.num("minutes of waiting", 5, 50);
    s.say(
      `[The ${v} from ${from} is on its way for ${a} minutes and then waits ${w} minutes at a signal|After ${a} minutes the ${v} from ${from} to ${to} has to stand still for ${w}|A ${v} to ${to} has ${a} minutes behind it when it is held up for ${w} minutes].`,
    );
    const b = s.num("minutes of the second part", 20, 150, 5);
    s.say(
      `[It then goes on for ${b} minutes|From there it is another ${b} minutes|${b} minutes more bring it to ${to}].`,
    );
    if (steps === 2) {
      oneWay(
        s,
        () => {
          s.add("minutes in all", s.add("minutes with the stop", a, w), b);
          s.ask(
            "[How many minutes does it take in all|How long is the whole journey with the stop, in minutes|After how many minutes does it arrive]?",
          );
        },
        () => {
          s.sub("minutes more", s.add("minutes of moving", a, b), w);
          s.ask(
            "[How many minutes more does it move than stand still|By how many minutes is the time of moving longer than the stop|How many minutes shorter is the stop than the time of moving]?",
          );
        },
      );
      return;
    }
    const all = s.add("minutes in all", s.add("minutes with the stop", a, w), b);
    if (s.random.chance(0.5)) {
      const plan = s.num("minutes planned", 60, 300, 5);
      s.say(
        `[The plan says ${plan} minutes for all this|${plan} minutes were planned for the journey|It should have been done in ${plan} minutes].`,
      );
      s.sub("minutes late", all, plan);
      s.ask(
        "[How many minutes late is it|How large is the delay, in minutes|By how many minutes does it miss the plan]?",
      );
    } else {
      const walk = s.num("minutes of walking", 5, 40);
      s.say(
        `[A passenger walks ${walk} minutes to a hotel after that|From the stop to the hotel one walks for ${walk} minutes|The hotel of a passenger is ${walk} minutes on foot from the stop].`,
      );
      s.add("minutes to the hotel", all, walk);
      s.ask(
        "[After how many minutes is the passenger at the hotel|How long does it take to the hotel altogether, in minutes|How many minutes is that up to the hotel]?",
      );
    }
  }),
  template("trip-day-pass", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const what = s.pick(
      "bus",
      "tram",
      "ferry",
      "cable car",
      "subway",
      "ski lift",
      "water slide",
      "merry-go-round",
    );
    const p = s.cash("price of one ride", 2, 7);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const sum = s.multiple("money", p, 3, 20);
          s.say(
            `[${who.name} has $${sum} to spend on the ${what}, where a ride costs $${p}|A ride on the ${what} is $${p}, and in ${who.name}'s pocket there are $${sum}|With $${sum} ${who.name} goes to the ${what}. Each ride takes $${p} of it].`,
          );
          s.div("times", sum, p);
          s.ask(
            `[How many rides are possible|How often can ${who.name} ride|For how many rides is the money enough]?`,
          );
        },
        () => {
          const d = s.cash("day pass", 12, 40);
          s.say(
            `[A day pass for the ${what} costs $${d}. ${who.name} has a card that takes $${p} off|${who.name} gets a day pass of $${d} for the ${what} at $${p} less|Normally a day pass for the ${what} is $${d}, but today ${who.name} pays $${p} less].`,
          );
          s.sub("price paid", d, p);
          s.ask(
            `[How much does ${who.name} pay|What does the pass cost ${who.name}|How many dollars are paid for the pass]?`,
          );
        },
      );
      return;
    }
    const n = s.num("number of times", 4, 18);
    s.say(
      `[${who.name} rides the ${what} ${n} times on a visit, at $${p} a ride|One ride on the ${what} costs $${p}, and ${who.name} takes ${n}|For each of ${n} rides on the ${what} ${who.name} would pay $${p}].`,
    );
    const sum = s.mul("price of single rides", n, p);
    const pass = s.cash("price of a pass", 10, 60);
    s.say(
      `[A pass for as many rides as one likes costs $${pass}|There is also a pass at $${pass} for the whole visit|For $${pass} one can buy a pass and ride all the time].`,
    );
    if (steps === 2 && s.random.chance(0.4)) {
      s.sub("dollars lost by the pass", pass, sum);
      s.ask(
        "[How much more does the pass cost than the single rides|How many dollars are lost by buying the pass|By how much are the single rides cheaper]?",
      );
      return;
    }
    const diff = s.sub("dollars saved by the pass", sum, pass);
    if (steps === 3) {
      const k = s.num("people", 2, 6);
      s.say(
        `[${k} people do exactly the same|A family of ${k} does the same, each of them|In a group of ${k}, each one does this].`,
      );
      s.mul("dollars saved in all", diff, k);
      s.ask(
        `[How much do the ${k} save in all with a pass for each|How many dollars less do ${k} passes cost than their single rides|What is saved by all ${k} with passes]?`,
      );
      return;
    }
    s.ask(
      "[How much does the pass save|How many dollars less is the pass|By how much is the pass cheaper than the single rides]?",
    );
  }),
  template("trip-purse", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const town = s.pick(...towns);
    const a = s.cash("money at first", 120, 600, 10);
    const items = s.random.pickSome(
      [
        "a boat tour",
        "a hat",
        "dinner",
        "the museum",
        "a map",
        "sun cream",
        "a taxi",
        "a concert",
        "a bicycle for a day",
        "a pair of sandals",
        "presents",
      ],
      3,
    );
    const b = s.cash("first expense", 12, 60);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          s.say(
            `[${who.name} arrives in ${town} with $${a} and spends $${b} on ${items[0]}|In ${town} ${who.name} pays $${b} for ${items[0]} out of a purse with $${a}|From $${a} for the stay in ${town}, $${b} go to ${items[0]}; ${who.name} notes it].`,
          );
          s.sub("money left", a, b);
          s.ask(`[How much is left|How many dollars does ${who.name} still have|What is in the purse now]?`);
        },
        () => {
          s.say(
            `[After spending $${b} on ${items[0]} in ${town}, ${who.name} still has $${a}|${who.name} has $${a} left in ${town}, as $${b} went to ${items[0]}|In ${town} ${items[0]} cost ${who.name} $${b}. That leaves $${a}].`,
          );
          s.add("money at first", a, b);
          s.ask(
            `[How much did ${who.name} have before|How many dollars were there at first|With how much money did ${who.name} come]?`,
          );
        },
      );
      return;
    }
    const c = s.cash("second expense", 12, 60);
    s.say(
      `[${who.name} takes $${a} to ${town} and spends $${b} on ${items[0]} and $${c} on ${items[1]}|In ${town} ${who.name} pays $${b} for ${items[0]}, then $${c} for ${items[1]}; the purse had $${a} at first|${items[0]} for $${b} and ${items[1]} for $${c} are paid by ${who.name} in ${town} out of $${a}].`,
    );
    if (steps === 2 && s.random.chance(0.3)) {
      const g = s.sub("money left at noon", a, b);
      s.sub("money left", g, c);
      s.ask(
        `[How much is left|How many dollars does ${who.name} still have|What is in the purse after that]?`,
      );
      return;
    }
    const left = s.sub("money left", a, s.add("money spent", b, c));
    if (steps === 2) {
      s.ask(
        `[How much is left|How many dollars does ${who.name} still have|What is in the purse after that]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const d = s.num("days", 2, 8);
      s.say(
        `[What is left has to last for ${d} days, with the same sum each day|The rest is for ${d} days in equal parts|${d} days are to follow, and each shall have the same part of what is left].`,
      );
      s.div("money a day", left, d);
      s.ask(
        `[How much can ${who.name} spend a day|How many dollars is that a day|What is the sum for each day]?`,
      );
      return;
    }
    if (steps === 3) {
      const back = s.cash("money sent from home", 20, 150, 10);
      s.say(
        `[From home ${who.name} is sent $${back} more|${who.his} mother sends $${back}|A friend gives ${who.name} $${back}].`,
      );
      s.add("money in the end", left, back);
      s.ask(
        `[How much does ${who.name} have then|How many dollars are in the purse then|What sum is there in the end]?`,
      );
      return;
    }
    const d = s.num("days", 2, 8);
    const e = s.cash("money a day", 5, 40);
    s.say(
      `[On each of the next ${d} days ${who.name} spends $${e}|$${e} a day are spent on ${d} more days|The stay goes on for ${d} days at $${e} a day].`,
    );
    s.sub("money in the end", left, s.mul("money for these days", d, e));
    s.ask(
      `[How much is left in the end|How many dollars does ${who.name} bring home|What is in the purse at the end]?`,
    );
  }),
];
