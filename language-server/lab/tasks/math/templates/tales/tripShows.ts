import { type Template, template } from "../../story.ts";
import { oneWay } from "./tripWords.ts";

/** Cinemas, theaters, concerts, costumes. */
export const tripShows: readonly Template[] = [
  template("trip-cinema-seats", [1, 2, 3], (s, steps) => {
    const place = s.pick(
      "cinema",
      "puppet theater",
      "planetarium",
      "lecture hall",
      "opera house",
      "open-air cinema",
      "music club",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num("seats taken", 30, 200);
          const b = s.num("free seats", 5, 60);
          s.say(
            `[In the ${place} ${a} seats are taken and ${b} are not|${b} seats of the ${place} are empty when ${a} guests have sat down|The ${place} still has ${b} free seats after ${a} guests have come].`,
          );
          s.add("seats", a, b);
          s.ask(
            `[How many seats does the ${place} have|How many people could sit there at most|What is the number of all seats]?`,
          );
        },
        () => {
          const a = s.num("seats", 100, 400, 5);
          const b = s.num("guests", 20, 95);
          s.say(
            `[The ${place} has ${a} seats, but only ${b} guests have come|${b} guests are sitting in a ${place} with ${a} seats|There is room for ${a} in the ${place}. ${b} tickets have been sold].`,
          );
          s.sub("empty seats", a, b);
          s.ask(
            "[How many seats are empty|How many more guests would find a seat|By how many is the number of seats larger than that of the guests]?",
          );
        },
        () => {
          const r = s.num("rows", 4, 25);
          const all = s.multiple("seats", r, 6, 24);
          s.say(
            `[A ${place} has ${all} seats in ${r} rows of the same length|The ${all} seats of the ${place} stand in ${r} equal rows|In ${r} rows, all alike, there are ${all} seats in a ${place}].`,
          );
          s.div("seats in a row", all, r);
          s.ask(
            "[How many seats are in each row|How many people can sit in one row|What is the number of seats in a row]?",
          );
        },
      );
      return;
    }
    const r = s.num("rows", 6, 25);
    const k = s.num("seats in a row", 8, 24);
    s.say(
      `[The ${place} has ${r} rows, each with ${k} seats|${k} seats are in each of the ${r} rows of a ${place}|In a ${place} there are ${r} rows of ${k} seats].`,
    );
    const all = s.mul("seats", r, k);
    oneWay(
      s,
      () => {
        const a = s.num("children", 10, 90);
        if (steps === 2) {
          s.say(
            `[It is full, with ${a} children among the guests|Every seat is taken, ${a} of them by children|No seat is free; ${a} of the guests are children].`,
          );
          s.sub("grown-ups", all, a);
          s.ask(
            "[How many grown-ups are there|How many guests are not children|What number of adults is in the audience]?",
          );
          return;
        }
        const b = s.num("grown-ups", 10, 120);
        s.say(
          `[${a} children and ${b} grown-ups have come|Tonight there are ${b} adults and ${a} children|${b} tickets went to grown-ups and ${a} to children].`,
        );
        s.sub("empty seats", all, s.add("guests", a, b));
        s.ask(
          "[How many seats are empty|How many seats did nobody buy|How many more people could have come]?",
        );
      },
      () => {
        const bro = s.num("broken seats", 3, 25);
        s.say(
          `[${bro} seats are broken|Because of repairs ${bro} seats cannot be used|Nobody may sit on ${bro} of them, which are broken].`,
        );
        const ok = s.sub("good seats", all, bro);
        if (steps === 2) {
          s.ask(
            "[How many seats can be used|For how many guests is there room|How many tickets can be sold for one show]?",
          );
          return;
        }
        const n = s.num("shows", 2, 6);
        s.say(
          `[There are ${n} shows a day|On Sunday the show is given ${n} times|On one day it opens for ${n} shows].`,
        );
        s.mul("tickets for the day", ok, n);
        s.ask(
          "[How many tickets can be sold on that day|For how many guests is there room in all the shows|How many people can come in a day at most]?",
        );
      },
    );
  }),
  template("trip-concert-prices", [1, 2, 3, 4], (s, steps) => {
    const ev = s.pick(
      "concert",
      "magic show",
      "ballet",
      "musical",
      "jazz night",
      "choir evening",
      "ice show",
      "boxing night",
    );
    const p = s.cash("price in front", 12, 40);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const d = s.cash("difference", 3, 11);
          s.say(
            `[A ticket for the front of the ${ev} costs $${p}, $${d} more than one for the back|In the back one pays $${d} less than in front, where a ticket to the ${ev} is $${p}|Front seats at the ${ev} are $${p}. Seats in the back are cheaper by $${d}].`,
          );
          s.sub("price in the back", p, d);
          s.ask(
            "[What does a ticket for the back cost|How much is a seat in the back|How many dollars must one pay in the back]?",
          );
        },
        () => {
          const d = s.cash("difference", 3, 11);
          s.say(
            `[A ticket for the back of the ${ev} costs $${p}, which is $${d} less than one for the front|In front of the ${ev} one pays $${d} more than in the back, where it is $${p}|Seats in the back of the ${ev} are $${p}. Front seats cost $${d} more].`,
          );
          s.add("price in front", p, d);
          s.ask(
            "[What does a ticket for the front cost|How much is a seat in front|How many dollars must one pay in front]?",
          );
        },
        () => {
          const sum = s.multiple("money", p, 2, 12);
          s.say(
            `[A ticket to the ${ev} costs $${p}, and a club pays $${sum} for its tickets|For $${sum} a school orders tickets to the ${ev}, at $${p} each|At $${p} a ticket, $${sum} are spent on the ${ev}].`,
          );
          s.div("tickets", sum, p);
          s.ask("[How many tickets are bought|How many people can go|What number of tickets is that]?");
        },
      );
      return;
    }
    const q = s.cash("price in the back", 5, 20);
    s.need(q.number < p.number);
    s.say(
      `[Tickets to a ${ev} are $${p} in front and $${q} in the back|At a ${ev} a front seat costs $${p} and one in the back $${q}|For $${q} one sits in the back at the ${ev}, for $${p} in front].`,
    );
    if (steps === 2) {
      const n = s.num("tickets", 3, 24);
      s.say(
        `[${s.person().name} wants ${n} tickets|A group of ${n} thinks about where to sit|${n} friends want to sit together].`,
      );
      s.mul("dollars saved", s.sub("dollars saved with one ticket", p, q), n);
      s.ask(
        "[How much is saved by sitting in the back|How many dollars less do they pay in the back|How much more is it to sit in front]?",
      );
      return;
    }
    const n = s.num("tickets in front", 3, 25);
    const m = s.num("tickets in the back", 4, 40);
    s.say(
      `[${n} people bought front seats and ${m} bought seats in the back|Sold were ${m} in the back and ${n} in front|${n} tickets were sold for the front; for the back it was ${m}].`,
    );
    const x = s.mul("money from the front", n, p);
    const y = s.mul("money from the back", m, q);
    if (steps === 3) {
      oneWay(
        s,
        () => {
          s.add("money in all", x, y);
          s.ask(
            "[How much money was taken|What did all the tickets bring|How many dollars is that altogether]?",
          );
        },
        () => {
          s.sub("dollars more from the front", x, y);
          s.ask(
            "[How many dollars more did the front bring|By how much is the income from the front higher|How much less did the back bring than the front]?",
          );
        },
        () => {
          s.sub("dollars more from the back", y, x);
          s.ask(
            "[How many dollars more did the back bring|By how much is the income from the back higher|How much less did the front bring than the back]?",
          );
        },
      );
      return;
    }
    const rent = s.cash("rent", 50, 400, 10);
    s.say(
      `[The hall costs $${rent}|$${rent} of it must be paid for the hall and the light|The artists want $${rent}].`,
    );
    s.sub("money left", s.add("money in all", x, y), rent);
    s.ask(
      "[How much money is left then|What remains of the income|How many dollars are left after paying this]?",
    );
  }),
  template("trip-theater-costumes", [1, 2, 3], (s, steps) => {
    const who = s.pick(
      s.person().name,
      "the director",
      "the stage painter",
      "the wardrobe keeper",
      "the drama club",
      "the music teacher",
    );
    const w = s.pick(
      "costumes",
      "masks",
      "wigs",
      "paper trees",
      "lanterns",
      "wooden swords",
      "cloaks",
      "crowns",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num(`${w} needed`, 30, 90);
          const b = s.num(`${w} there`, 8, 29);
          s.say(
            `[For a play ${who} needs ${a} ${w} and has ${b}|The play calls for ${a} ${w}. so far ${b} of them have been made|${b} of the ${a} ${w} for a play are ready].`,
          );
          s.sub(`${w} missing`, a, b);
          s.ask(
            `[How many more ${w} are needed|How many ${w} are missing|How many ${w} must still be made]?`,
          );
        },
        () => {
          const k = s.num("factor", 2, 6);
          const a = s.multiple(w, k, 4, 20);
          s.say(
            `[This year's play has ${a} ${w}, ${k} times as many as last year's|There are ${k} times as many ${w} in this play as in the last one. This one has ${a}|${a} ${w} are ready for the play. That is ${k} times what ${who} had last year].`,
          );
          s.div(`${w} last year`, a, k);
          s.ask(
            `[How many ${w} were there last year|What was the number of ${w} last year|How many ${w} did the play of last year have]?`,
          );
        },
      );
      return;
    }
    const n = s.num("actors", 6, 30);
    const k = s.num(`${w} for an actor`, 2, 5);
    s.say(
      `[In a play with ${n} actors each needs ${k} ${w}|${n} actors are in a play, and ${who} has to find ${k} ${w} for each|${who} looks for ${w}: ${k} for each of ${n} actors].`,
    );
    const all = s.mul(`${w} needed`, n, k);
    const have = s.num(`${w} there`, 5, 30);
    s.say(
      `[${have} ${w} are left from last year|In the cellar there are ${have} ${w} that can be used|A neighbor lends ${have} ${w}].`,
    );
    const miss = s.sub(`${w} missing`, all, have);
    if (steps === 3) {
      const p = s.cash("price", 3, 12);
      s.say(
        `[To make one costs $${p}|The others are bought for $${p} each|A tailor asks $${p} for each one].`,
      );
      s.mul("cost", miss, p);
      s.ask(
        `[How much do the missing ${w} cost|What must be paid for those that are missing|How many dollars does this take]?`,
      );
      return;
    }
    s.ask(`[How many ${w} are missing|How many more ${w} are needed|How many ${w} must still be found]?`);
  }),
];
