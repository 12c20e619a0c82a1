import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Moving house, furniture, letters and parcels. */
export const homeMoving: readonly Template[] = [
  told(
    "moving-boxes",
    (s) => {
      const who = s.person();
      const n = s.num("boxes", 24, 96, 2);
      s.say(
        `[${who.name} is moving and has packed ${n} boxes|For the move to a new apartment, ${who.name} has ${n} boxes|${n} boxes stand in ${who.name}'s hall on the day of the move].`,
      );
      return { who, n };
    },
    {
      1: [
        (s, { n }) => {
          const t = s.num("trips", 2, 8);
          s.need(n.number % t.number === 0);
          s.say(
            `[A small van takes them in ${t} trips with equally many boxes|They are driven over in ${t} trips, the same number on each|${t} friends carry them down, all the same number].`,
          );
          s.div("boxes each", n, t);
          s.ask(
            "[How many boxes is that each time|How many boxes make an equal share|What number of boxes is that per turn]?",
          );
        },
        (s, { n }) => {
          const d = s.num("boxes unpacked", 5, 22);
          s.say(
            `[On the first evening ${d} are unpacked|${d} of them are open by Sunday|A week later, ${d} have been unpacked].`,
          );
          s.sub("boxes left", n, d);
          s.ask("[How many boxes are still closed|How many boxes remain to be unpacked|How many are left]?");
        },
        (s, { n, who }) => {
          const d = s.num("boxes last time", 5, 22);
          s.say(
            `[At the last move there were ${d} fewer|That is ${d} more than at the move before|When ${who.name} last moved, ${d} boxes fewer were enough].`,
          );
          s.sub("boxes last time", n, d);
          s.ask(
            "[How many boxes were there last time|How many boxes were needed for the move before|What was the number of boxes then]?",
          );
        },
      ],
      2: [
        (s, { n }) => {
          const t = s.num("trips", 2, 4);
          const k = s.num("boxes on a trip", 4, 8);
          s.say(
            `[${k} fit into the car, and ${t} trips have been made|After ${t} trips with ${k} boxes each, there is a break|The car has gone ${t} times with ${k} boxes on board].`,
          );
          s.sub("boxes left", n, s.mul("boxes moved", t, k));
          s.ask(
            "[How many boxes still have to be moved|How many boxes are left|How many boxes are waiting]?",
          );
        },
        (s, { n }) => {
          const b = s.num("boxes of the neighbor", 5, 25);
          const k = s.num("boxes on a trip", 4, 12);
          s.need((n.number + b.number) % k.number === 0);
          s.say(
            `[A truck takes ${k} boxes at a time, and a neighbor adds ${b}|${b} boxes of a roommate are added, and ${k} fit into the car|With ${b} more from the cellar, they are moved ${k} at a time].`,
          );
          s.div("trips", s.add("boxes in all", n, b), k);
          s.ask("[How many trips are needed|How many times must one drive|How many trips does it take]?");
        },
        (s, { n, who }) => {
          s.say(
            `[Half of them hold books. Of the book boxes, half go to the cellar|One half is for the kitchen, and half of those kitchen boxes are marked as fragile|${who.name} puts half of them in the living room and opens half of those at once].`,
          );
          s.need(n.number % 4 === 0);
          s.div("half of that", s.div("half of the boxes", n, 2), 2);
          s.ask(
            "[How many boxes is that in the end|How many boxes are those|How many of the boxes belong to both halves]?",
          );
        },
      ],
      3: [
        (s, { n }) => {
          const h = s.num("helpers", 2, 5);
          const k = s.num("boxes an hour", 2, 6);
          const t = s.num("hours", 2, 4);
          s.say(
            `[${h} helpers carry ${k} boxes an hour each, and they work for ${t} hours|For ${t} hours, each of ${h} helpers carries ${k} boxes an hour|A helper can carry ${k} boxes an hour. There are ${h} helpers, and they are busy for ${t} hours].`,
          );
          s.sub("boxes left", n, s.mul("boxes carried", s.mul("boxes an hour together", h, k), t));
          s.ask("[How many boxes are left then|How many boxes are not carried yet|How many boxes remain]?");
        },
      ],
    },
  ),
  told(
    "furniture-sets",
    (s) => {
      const who = s.person();
      const f = s.pick("chair", "stool", "shelf", "lamp", "armchair", "bedside table", "mirror", "bench");
      const p = s.cash(`price of one ${f}`, 12, 60);
      s.say(
        `[For the new dining room, ${who.name} looks at a ${f} that costs $${p}|A ${f} at $${p} is what ${who.name} likes best in the furniture store|${who.name} has found a ${f} for $${p}].`,
      );
      return { who, f, p };
    },
    {
      1: [
        (s, { who, p }) => {
          const n = s.num("pieces", 2, 8);
          s.say(
            `[${n} pieces of this kind are needed|${who.name} orders ${n} of this kind|The room has space for ${n} like this].`,
          );
          s.mul("cost", n, p);
          s.ask(
            `[How much do they cost together|How many dollars is that in all|What must ${who.name} pay]?`,
          );
        },
        (s, { f, p }) => {
          const q = s.cash("price of the other", 65, 130);
          s.say(
            `[Another ${f} in the window costs $${q}|The one next to it is $${q}|A ${f} made of oak would be $${q}].`,
          );
          s.sub("difference", q, p);
          s.ask(
            "[How much cheaper is the first|How many dollars more is the other one|By how many dollars do the prices differ]?",
          );
        },
      ],
      2: [
        (s, { p, who }) => {
          const n = s.num("pieces", 2, 8);
          const d = s.cash("delivery", 15, 60, 5);
          s.say(
            `[${n} of them are bought, and delivery is $${d}|With delivery, which is $${d} for everything, ${who.name} takes ${n}|${who.name} needs ${n}. The truck to bring all of them costs $${d}].`,
          );
          s.add("cost in all", s.mul("cost of the furniture", n, p), d);
          s.ask("[How much does everything cost|How many dollars must be paid|What is the total price]?");
        },
        (s, { p, f, who }) => {
          const n = s.num("pieces", 2, 8);
          const d = s.cash("dollars less", 2, 10);
          s.say(
            `[Today every ${f} is $${d} cheaper, and ${who.name} takes ${n}|When one takes more than one, each is $${d} less. ${who.name} takes ${n}|${who.name} buys ${n} and gets $${d} off each of them].`,
          );
          s.mul("cost", s.sub("price now", p, d), n);
          s.ask("[How much is paid for them|How many dollars does that make|What do they cost now in all]?");
        },
        (s, { p }) => {
          const n = s.num("pieces", 2, 5);
          const b = s.cash("budget", 150, 400, 10);
          s.need(b.number > n.number * p.number);
          s.say(
            `[There is $${b} for furniture, and ${n} are bought|${n} of these are paid from a budget of $${b}|Of $${b} that were saved, ${n} pieces are paid].`,
          );
          s.sub("money left", b, s.mul("cost", n, p));
          s.ask("[How many dollars are left|How much of the budget is left|How much money remains]?");
        },
      ],
      3: [
        (s, { p, who, f }) => {
          const n = s.num("pieces", 2, 6);
          const t = s.cash("price of a table", 80, 200, 5);
          const m = s.num("months", 2, 6);
          s.need((n.number * p.number + t.number) % m.number === 0);
          s.say(
            `[${who.name} takes ${n} of them and a table for $${t} and pays for all in ${m} equal parts, one a month|A table for $${t} goes with ${n} like this ${f}. The sum is paid in ${m} equal monthly parts|Together with ${n} of this kind, a table for $${t} is ordered. Payment is in ${m} monthly parts of the same size].`,
          );
          s.div("dollars a month", s.add("cost in all", s.mul("cost of the pieces", n, p), t), m);
          s.ask("[How much is paid each month|How many dollars a month is that|What is one part]?");
        },
      ],
    },
  ),
  told(
    "letters-parcels",
    (s) => {
      const who = s.person();
      const t = s.pick("letters", "postcards", "parcels", "invitations", "thank-you notes", "greeting cards");
      const n = s.num(`${t} to send`, 12, 50);
      s.say(
        `[${who.name} has to send ${n} ${t}|There are ${n} ${t} for ${who.name} to mail|${n} ${t} are lying on ${who.name}'s desk, ready for the post office].`,
      );
      return { who, t, n };
    },
    {
      1: [
        (s, { t, n }) => {
          const p = s.cash("postage", 2, 9);
          s.say(
            `[Postage is $${p} for each|Each of them needs stamps for $${p}|The clerk charges $${p} apiece].`,
          );
          s.mul("postage in all", n, p);
          s.ask(
            `[How much is the postage|How many dollars does it cost to send the ${t}|What must be paid in all]?`,
          );
        },
        (s, { n, t }) => {
          const a = s.num(`${t} abroad`, 3, 11);
          s.say(
            `[${a} of them go abroad|${a} are for people in other countries|Abroad go ${a} of these, all others stay in the country].`,
          );
          s.sub(`${t} in the country`, n, a);
          s.ask(
            `[How many ${t} stay in the country|How many ${t} do not go abroad|How many of them are not for other countries]?`,
          );
        },
      ],
      2: [
        (s, { n, t, who }) => {
          const d = s.num(`${t} a day`, 2, 6);
          const k = s.num("days", 2, 5);
          s.need(n.number > d.number * k.number);
          s.say(
            `[${who.name} gets ${d} a day done, and ${k} days have gone by|In ${k} days, ${d} are mailed each day|For ${k} days, ${d} a day are taken to the mailbox].`,
          );
          s.sub(`${t} left`, n, s.mul(`${t} mailed`, d, k));
          s.ask(
            `[How many ${t} are still lying there|How many ${t} have not been sent|How many ${t} are left]?`,
          );
        },
        (s, { n, t }) => {
          const a = s.num(`heavy ${t}`, 3, 11);
          const p = s.cash("price of a light one", 2, 5);
          s.say(
            `[${a} are picked up by a friend for free. All the others cost $${p} each|Apart from ${a}, which are handed over in person, each is sent for $${p}|${a} can be dropped off by bicycle, and the rest is mailed at $${p} apiece].`,
          );
          s.mul("postage", s.sub(`${t} mailed`, n, a), p);
          s.ask(
            "[How much postage must be paid|How many dollars are paid at the post office|What does the mailing cost]?",
          );
        },
        (s, { n, t }) => {
          const b = s.num(`more ${t}`, 5, 20);
          const k = s.num("stacks", 2, 6);
          s.need((n.number + b.number) % k.number === 0);
          s.say(
            `[A neighbor brings ${b} more, and all are put in ${k} equal stacks|Then ${b} are added. They are bundled into ${k} stacks of the same size|${b} others come from upstairs. Together they make ${k} equal stacks].`,
          );
          s.div(`${t} in a stack`, s.add(`${t} in all`, n, b), k);
          s.ask(
            `[How many ${t} are in each stack|How many ${t} does one stack have|What is the size of a stack]?`,
          );
        },
      ],
      4: [
        (s, { n, t, who }) => {
          const a = s.num(`${t} abroad`, 3, 11);
          const p = s.cash("postage abroad", 4, 8);
          const q = s.cash("postage in the country", 2, 3);
          s.say(
            `[${a} of these go abroad at $${p} each, and ${who.name} pays $${q} for each of the others|It costs $${q} to send one in the country and $${p} to send one abroad, which is where ${a} of them go|Postage is $${p} for other countries, where ${a} of them are going, and $${q} for all the rest].`,
          );
          const home = s.mul("postage in the country in all", s.sub(`${t} in the country`, n, a), q);
          s.add("postage in all", s.mul("postage abroad in all", a, p), home);
          s.ask(
            "[How much does it cost to send everything|What is the postage in all, in dollars|How many dollars are paid altogether]?",
          );
        },
      ],
    },
  ),
];
