import { type Template, template } from "../story.ts";

/** Parties, concerts, clubs, fairs, libraries. */
export const events: readonly Template[] = [
  template("party-tables", [1, 2, 3], (s, steps) => {
    const t = s.num("tables", 4, 30);
    const k = s.num("guests at a table", 4, 12);
    const event = s.pick(
      "wedding",
      "banquet",
      "birthday party",
      "family reunion",
      "charity dinner",
      "bingo night",
    );
    s.say(`[At|For] a ${event} there are ${t} tables for ${k} guests each.`);
    const all = s.mul("seats", t, k);
    if (steps === 1) {
      s.ask("How many guests can sit down?");
      return;
    }
    const g = s.num("guests", 20, 220);
    s.say(`${g} guests [have come|have said that they will come|are expected].`);
    const free = s.sub("free seats", all, g);
    if (steps === 2) {
      s.ask("How many seats [stay free|will be empty]?");
      return;
    }
    const more = s.num("guests invited later", 2, 30);
    s.say(`The hosts invite another ${more} people.`);
    s.sub("seats still free", free, more);
    s.ask("How many seats will still be free?");
  }),
  template("concert-money", [1, 2, 3], (s, steps) => {
    const n = s.num("tickets", 20, 90);
    const p = s.cash("price of a ticket", 4, 25);
    const event = s.pick(
      "concert",
      "play",
      "puppet show",
      "talent show",
      "dance show",
      "film night",
      "magic show",
    );
    s.say(
      `[For a ${event} ${n} tickets are sold|${n} people buy tickets for a ${event}]. A ticket costs $${p}.`,
    );
    const got = s.mul("money for the tickets", n, p);
    if (steps === 1) {
      s.ask("How much money [is taken in|comes in|is that in total]?");
      return;
    }
    const c = s.cash("cost of the hall", 50, 400, 10);
    s.say(`The hall costs $${c}.`);
    const left = s.sub("money left", got, c);
    if (steps === 2) {
      s.ask("How much money is left [for the club|after paying for the hall]?");
      return;
    }
    const h = s.num("groups", 2, 6);
    s.say(`What is left is split evenly among ${h} groups.`);
    s.div("money for each group", left, h);
    s.ask("How many dollars does each group receive?");
  }),
  template("library-loans", [1, 2, 3], (s, steps) => {
    const what = s.pick("books", "comics", "films", "games", "magazines", "audio books");
    const n = s.num(`${what} at first`, 60, 600);
    const a = s.num(`${what} lent`, 10, 200);
    s.say(`A library [owns|has|offers] ${n} ${what}. ${a} of them [are lent out|have been borrowed].`);
    const here = s.sub(`${what} on the shelves`, n, a);
    if (steps === 1) {
      s.ask(`How many ${what} are still on the shelves?`);
      return;
    }
    const b = s.num(`${what} brought back`, 4, 90);
    s.say(`[Readers bring back|By noon people return] ${b}.`);
    const now = s.add(`${what} then`, here, b);
    if (steps === 2) {
      s.ask(`How many ${what} are on the shelves then?`);
      return;
    }
    const k = s.num("shelves", 3, 12);
    s.say(`They stand on ${k} shelves, equally many on each.`);
    s.div(`${what} on a shelf`, now, k);
    s.ask(`How many ${what} stand on each shelf?`);
  }),
  template("late-fees", [1, 2], (s, steps) => {
    const who = s.person();
    const d = s.num("days late", 2, 12);
    const p = s.cash("fee a day", 2, 4);
    if (steps === 1) {
      s.say(
        `A library asks for $${p} for each day that a book is late. ${who.name} returns one book ${d} days late.`,
      );
      s.mul("fee", d, p);
      s.ask(`What fee must ${who.he} pay?`);
      return;
    }
    const n = s.num("books", 2, 9);
    s.say(
      `For every day a book is late, a library takes $${p}. ${who.name} brings back ${n} books, all of them ${d} days late.`,
    );
    const one = s.mul("fee for one book", d, p);
    s.mul("fee for all books", one, n);
    s.ask("How many dollars is the fee altogether?");
  }),
  template("balloon-party", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const [c, d] = s.random.pickSome(["red", "blue", "green", "silver", "golden", "pink", "yellow"], 2);
    const what = s.pick("balloons", "paper hats", "lanterns", "streamers", "cups", "napkins", "party bags");
    const a = s.num(`${c} ${what}`, 6, 70);
    const b = s.num(`${d} ${what}`, 6, 70);
    s.say(`For a party ${who.name} buys ${a} ${c} and ${b} ${d} ${what}.`);
    const all = s.add(what, a, b);
    if (steps === 1) {
      s.ask(`How many ${what} [does ${who.he} buy|are there for the party]?`);
      return;
    }
    const x = s.num(`broken ${what}`, 2, 20);
    s.say(`${x} of them [are torn|get lost|are no good].`);
    const good = s.sub(`good ${what}`, all, x);
    if (steps === 2) {
      s.ask(`How many ${what} can be used?`);
      return;
    }
    const g = s.num("guests", 3, 15);
    s.say(`The good ones are given to ${g} guests, the same number to each.`);
    s.div(`${what} for each guest`, good, g);
    s.ask(`How many ${what} does every guest get?`);
  }),
  template("raffle-tickets", [1, 2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const what = s.pick(
      "raffle tickets",
      "boxes of cookies",
      "candy bars",
      "wreaths",
      "calendars",
      "bags of popcorn",
    );
    const x = s.num(`${what} of ${a.name}`, 8, 80);
    const d = s.num("more", 2, 30);
    s.say(`${a.name} sold ${x} ${what}. That is ${d} more than ${b.name} sold.`);
    const y = s.sub(`${what} of ${b.name}`, x, d);
    if (steps === 1) {
      s.ask(`How many ${what} did ${b.name} sell?`);
      return;
    }
    const all = s.add(`${what} of both`, x, y);
    if (steps === 2) {
      s.ask(`How many ${what} did they sell [together|in all]?`);
      return;
    }
    const p = s.cash("price of each", 2, 6);
    s.say(`The price was $${p} each.`);
    s.mul("money", all, p);
    s.ask("How much money did the two collect?");
  }),
  template("club-members", [1, 2, 3], (s, steps) => {
    const club = s.pick(
      "chess club",
      "drama club",
      "scout group",
      "sports club",
      "sailing club",
      "theater group",
      "garden club",
    );
    const n = s.num("members at first", 15, 180);
    const j = s.num("new members", 4, 60);
    s.say(
      `A ${club} had ${n} members. [This year|During the year|Last year] ${j} [people joined|new members came].`,
    );
    const more = s.add("members with the new ones", n, j);
    if (steps === 1) {
      s.ask("How many members were there [then|after that]?");
      return;
    }
    const q = s.num("members who left", 3, 40);
    s.say(`${q} members left.`);
    const now = s.sub("members now", more, q);
    if (steps === 2) {
      s.ask(`How many members does the ${club} have now?`);
      return;
    }
    const p = s.cash("fee of a member", 3, 20);
    s.say(`Every member pays $${p} a year.`);
    s.mul("fees in a year", now, p);
    s.ask("How much money do the fees bring in a year?");
  }),
  template("parade-rows", [1, 2], (s, steps) => {
    const r = s.num("rows", 4, 25);
    const k = s.num("people in a row", 3, 12);
    const who = s.pick("dancers", "drummers", "soldiers", "children", "musicians", "skaters", "clowns");
    s.say(`In a parade ${who} walk in ${r} rows of ${k}.`);
    const all = s.mul(who, r, k);
    if (steps === 1) {
      s.ask(`How many ${who} [are in the parade|walk in the parade]?`);
      return;
    }
    const b = s.num(`other people in the parade`, 5, 90);
    s.say(`Behind them come ${b} people on ${s.pick("horses", "bicycles", "wagons", "stilts")}.`);
    s.add("people in the parade", all, b);
    s.ask("How many people take part in the parade?");
  }),
  template("votes-collected", [2, 3], (s, steps) => {
    const [x, y, z] = [s.person(), s.person(), s.person()];
    const role = s.pick(
      "class president",
      "team captain",
      "mayor",
      "king of the carnival",
      "head of the club",
    );
    const all = s.num("votes", 90, 400);
    const a = s.num(`votes for ${x.name}`, 20, 160);
    const b = s.num(`votes for ${y.name}`, 20, 160);
    s.say(
      `${all} people voted for a new ${role}. ${x.name} got ${a} votes, ${y.name} got ${b}, and ${z.name} got all the others.`,
    );
    const two = s.add(`votes for ${x.name} and ${y.name}`, a, b);
    const c = s.sub(`votes for ${z.name}`, all, two);
    if (steps === 2) {
      s.ask(`How many votes did ${z.name} get?`);
      return;
    }
    s.sub(`votes ${z.name} has more than ${y.name}`, c, b);
    s.ask(`How many more votes did ${z.name} get than ${y.name}?`);
  }),
  template("fair-rides", [2, 3], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(
      ["carousel", "roller coaster", "Ferris wheel", "ghost train", "water slide", "swing boat"],
      2,
    );
    const n = s.num(`rides on the ${x}`, 2, 8);
    const p = s.cash(`price of the ${x}`, 2, 6);
    const q = s.cash(`price of the ${y}`, 3, 9);
    s.say(
      `At the fair a ride on the ${x} costs $${p}, and one on the ${y} costs $${q}. ${who.name} goes on the ${x} ${n} times and once on the ${y}.`,
    );
    const a = s.mul(`cost of the ${x}`, n, p);
    const all = s.add("cost of the rides", a, q);
    if (steps === 2) {
      s.ask(`How much does ${who.he} spend on the rides?`);
      return;
    }
    const had = s.cash("money at first", 20, 90, 5);
    s.say(`${who.he} came with $${had}.`);
    s.sub("money left", had, all);
    s.ask(`How much money does ${who.he} take home?`);
  }),
  template("volunteer-hours", [1, 2], (s, steps) => {
    const n = s.num("volunteers", 4, 40);
    const h = s.num("hours of each", 2, 12);
    const what = s.pick(
      "cleaned a beach",
      "packed food parcels",
      "painted benches",
      "helped in a soup kitchen",
      "planted trees",
    );
    s.say(`${n} volunteers ${what}, and each of them worked ${h} hours.`);
    const all = s.mul("hours", n, h);
    if (steps === 1) {
      s.ask("How many hours did they work [altogether|in total]?");
      return;
    }
    const goal = s.num("hours planned", 100, 500, 10);
    s.say(`${goal} hours of help were planned.`);
    s.sub("hours missing", goal, all);
    s.ask("How many hours of help are still missing?");
  }),
];
