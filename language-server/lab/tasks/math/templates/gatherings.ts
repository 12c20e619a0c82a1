import { type Template, template } from "../story.ts";

/** Longer stories of sport, school, festivals and other places where people come together. */
export const gatherings: readonly Template[] = [
  template("stadium-seats", [3, 4, 5], (s, steps) => {
    const place = s.pick("stadium", "circus", "concert hall", "arena");
    const n = s.num("sections", 3, 9);
    const r = s.num("rows in each section", 5, 12);
    const k = s.num("seats in each row", 5, 12);
    s.say(`A ${place} has ${n} sections. Each section has ${r} rows of ${k} seats.`);
    const one = s.mul("seats in a section", r, k);
    const all = s.mul("seats", one, n);
    const free = s.num("free seats", 10, 120);
    s.say(`[At one show|On Saturday|Tonight] ${free} seats stay empty[| and all the others are taken].`);
    const people = s.sub("people", all, free);
    if (steps === 3) {
      s.ask(`How many people [are sitting|have a seat] in the ${place}?`);
      return;
    }
    const c = s.num("children", 20, 90);
    s.say(`${c} of the guests are children.`);
    const grown = s.sub("grown-ups", people, c);
    if (steps === 4) {
      s.ask("How many grown-ups are there?");
      return;
    }
    s.sub("difference", grown, c);
    s.ask("How many more grown-ups than children are there?");
  }),
  template("raffle", [3, 4], (s, steps) => {
    const n = s.num("tickets sold on Friday", 20, 120);
    const f = s.num("factor", 2, 3);
    const p = s.cash("price of a ticket", 2, 6);
    s.say(
      `A [club|school|choir] sells raffle tickets at $${p} each. ${n} tickets are sold on Friday and ${f.number === 2 ? "twice" : "three times"} as many on Saturday.`,
    );
    const saturday = s.mul("tickets sold on Saturday", n, f);
    const all = s.add("tickets sold", n, saturday);
    const money = s.mul("money taken in", all, p);
    if (steps === 3) {
      s.ask("How much money do the tickets bring in?");
      return;
    }
    const prize = s.cash("cost of the prizes", 20, 150, 5);
    s.say(`The prizes cost $${prize}.`);
    s.sub("profit", money, prize);
    s.ask("How much money is left after the prizes are paid?");
  }),
  template("play-tickets", [4, 5], (s, steps) => {
    const a = s.num("adults", 15, 80);
    const m = s.num("more children", 5, 30);
    const p = s.cash("price for an adult", 5, 12);
    const q = s.cash("price for a child", 2, 4);
    s.say(
      `A play is watched by ${a} adults and ${m} more children than adults. Adults pay $${p}${s.pick(", children", " and children")} pay $${q}.`,
    );
    const c = s.add("children", a, m);
    const x = s.mul("money from the adults", a, p);
    const y = s.mul("money from the children", c, q);
    const all = s.add("money in all", x, y);
    if (steps === 4) {
      s.ask("How much money is taken in for this play?");
      return;
    }
    const hall = s.cash("rent of the hall", 50, 300, 10);
    s.say(`The hall costs $${hall} for the evening.`);
    s.sub("money left", all, hall);
    s.ask("How much money is left after the hall is paid?");
  }),
  template("tournament-shirts", [2, 3, 4], (s, steps) => {
    const t = s.num("teams", 4, 12);
    const k = s.num("players in a team", 5, 15);
    const p = s.cash("price of a shirt", 4, 15);
    s.say(
      `${t} teams of ${k} players come to a tournament. Every player gets a shirt that costs $${p}[| to print].`,
    );
    const n = s.mul("players", t, k);
    const cost = s.mul("cost of the shirts", n, p);
    if (steps === 2) {
      s.ask("How much do the shirts cost [in all|altogether]?");
      return;
    }
    const given = s.cash("money from a sponsor", 50, 400, 10);
    s.say(`A sponsor gives $${given} for the shirts.`);
    const rest = s.sub("cost left", cost, given);
    if (steps === 3) {
      s.ask("How much has to be paid after that?");
      return;
    }
    s.div("cost for each team", rest, t);
    s.say("The teams share the rest of the cost equally.");
    s.ask("How much does each team pay?");
  }),
  template("quiz-minus-points", [3, 4], (s, steps) => {
    const who = s.person();
    const r = s.num("right answers", 8, 30);
    const w = s.num("wrong answers", 2, 9);
    const p = s.num("points for a right answer", 3, 10);
    const m = s.pick(1, 2);
    s.say(
      `In a quiz a right answer gives ${p} points, and [for a wrong one ${m === 1 ? "1 point is" : "2 points are"} taken away|a wrong one costs ${m === 1 ? "1 point" : "2 points"}]. ${who.name} has ${r} right and ${w} wrong answers.`,
    );
    const plus = s.mul("points for right answers", r, p);
    if (m === 1) {
      const all = s.sub("points", plus, w);
      const b = s.num("bonus points", 5, 25);
      s.say(`For being quick ${who.he} gets ${b} more points.`);
      const sum = s.add("points with the bonus", all, b);
      if (steps === 4) {
        const goal = s.num("points to win", 100, 350);
        s.say(`${goal} points are needed to win.`);
        s.sub("points missing", goal, sum);
        s.ask(`How many points is ${who.name} short of?`);
        return;
      }
      s.ask(`How many points does ${who.name} have in the end?`);
      return;
    }
    const all = s.sub("points", plus, s.mul("points taken away", w, m));
    if (steps === 3) {
      s.ask(`How many points does ${who.name} have?`);
      return;
    }
    const other = s.person();
    const o = s.num(`points of ${other.name}`, 20, 200);
    s.say(`${other.name} has ${o} points.`);
    s.need(all.number !== o.number);
    const isAhead = all.number > o.number;
    s.sub("difference", isAhead ? all : o, isAhead ? o : all);
    s.ask(`By how many points is ${isAhead ? who.name : other.name} ahead?`);
  }),
  template("boys-and-girls-collect", [3, 4], (s, steps) => {
    const item = s.pick("bottles", "chestnuts", "old books", "cans", "newspapers", "corks");
    const b = s.num("boys", 6, 18);
    const g = s.num("girls", 6, 18);
    const k = s.num(`${item} from each boy`, 3, 12);
    const l = s.num(`${item} from each girl`, 3, 12);
    s.say(
      `The children of a class collect ${item}. Each of the ${b} boys brings ${k}, and each of the ${g} girls brings ${l}.`,
    );
    const x = s.mul(`${item} from the boys`, b, k);
    const y = s.mul(`${item} from the girls`, g, l);
    if (steps === 3 && s.pick(true, false)) {
      s.need(x.number !== y.number);
      const boysMore = x.number > y.number;
      s.sub("difference", boysMore ? x : y, boysMore ? y : x);
      s.ask(
        `How many more ${item} do the ${boysMore ? "boys" : "girls"} bring than the ${boysMore ? "girls" : "boys"}?`,
      );
      return;
    }
    const all = s.add(`all ${item}`, x, y);
    if (steps === 3) {
      s.ask(`How many ${item} [are collected|does the class collect|do they have] [in all|altogether]?`);
      return;
    }
    const boxes = s.num("boxes", 3, 12);
    s.say(`All of them go into ${boxes} boxes, the same number in each.`);
    s.div(`${item} in each box`, all, boxes);
    s.ask(`How many ${item} are in one box?`);
  }),
  template("sponsored-run", [3, 4, 5], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num(`rounds of ${a.name}`, 5, 25);
    const m = s.num("rounds more", 2, 8);
    const p = s.cash("dollars for a round", 2, 8);
    s.say(
      `At a charity run sponsors pay $${p} for every round. ${a.name} runs ${n} rounds; ${b.name} runs ${m} [rounds |]more.`,
    );
    const other = s.add(`rounds of ${b.name}`, n, m);
    const all = s.add("rounds of both", n, other);
    const money = s.mul("money for the rounds", all, p);
    if (steps === 3) {
      s.ask("How much money do the two collect [together|with their rounds]?");
      return;
    }
    const gift = s.cash("gift", 10, 90, 5);
    s.say(`A shop adds a gift of $${gift}.`);
    const sum = s.add("money with the gift", money, gift);
    if (steps === 4) {
      s.ask("How much money comes together?");
      return;
    }
    const goal = s.cash("goal", 200, 900, 10);
    s.say(`The goal is $${goal}.`);
    s.sub("money missing", goal, sum);
    s.ask("How much is missing to reach the goal?");
  }),
  template("marching-band", [2, 3, 4], (s, steps) => {
    const n = s.num("rows", 4, 15);
    const k = s.num("people in each row", 4, 12);
    const x = s.num("people who are ill", 2, 20);
    s.say(
      `A band marches in ${n} rows of ${k} people. [At the next parade|One day|On Sunday] ${x} of them are ill.`,
    );
    const left = s.sub("people left", s.mul("people", n, k), x);
    if (steps === 2) {
      s.ask("How many people can march?");
      return;
    }
    if (steps === 3) {
      const rows = s.num("people in a new row", 3, 12);
      s.say(`The others form rows of ${rows}.`);
      s.div("rows", left, rows);
      s.ask("How many rows do they form?");
      return;
    }
    const g = s.num("guests from other bands", 3, 9);
    const t = s.num("guests from each", 2, 6);
    s.say(`${g} other bands each send ${t} people to help.`);
    s.add("people at the parade", left, s.mul("guests", g, t));
    s.ask("How many people march in the end?");
  }),
  template("class-votes", [3, 4], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const n = s.multiple("votes", 4, 12, 60);
    s.say(
      `${n} children vote for a class speaker. Half of the votes go to ${a.name}, a quarter to ${b.name}, and [the rest|all the others] to ${c.name}.`,
    );
    const half = s.div(`votes for ${a.name}`, n, 2);
    const quarter = s.div(`votes for ${b.name}`, n, 4);
    if (steps === 3) {
      s.sub("difference", half, quarter);
      s.ask(`By how many votes is ${a.name} ahead of ${b.name}?`);
      return;
    }
    const late = s.num("late votes", 2, 9);
    s.say(`[Later|At the last moment] ${b.name} gets ${late} more votes.`);
    const then = s.add(`votes for ${b.name} in the end`, quarter, late);
    s.need(then.number < half.number);
    s.sub("difference", half, then);
    s.ask(`By how many votes is ${a.name} ahead of ${b.name} in the end?`);
  }),
  template("training-laps", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const thing = s.pick("laps", "push-ups", "jumps", "throws", "lengths of the pool");
    const n = s.num(`${thing} on Monday`, 6, 40);
    const m = s.num("more on Tuesday", 2, 15);
    s.say(
      `On Monday ${who.name} does ${n} ${thing}, on Tuesday ${m} more[| than on Monday]${steps > 2 ? ", and on Wednesday twice as many as on Tuesday" : ""}.`,
    );
    const second = s.add(`${thing} on Tuesday`, n, m);
    if (steps === 2) {
      s.add(`${thing} on both days`, n, second);
      s.ask(`How many ${thing} is that [on both days|in all|together]?`);
      return;
    }
    const third = s.mul(`${thing} on Wednesday`, second, 2);
    const all = s.total(`${thing} on three days`, n, second, third);
    if (steps === 3) {
      s.ask(`How many ${thing} does ${who.he} do on these three days?`);
      return;
    }
    s.div(`${thing} a day on average`, all, 3);
    s.ask(`How many ${thing} is that a day on average?`);
  }),
  template("film-evening", [3, 4], (s, steps) => {
    const n = s.num("friends", 3, 12);
    const p = s.cash("price of a ticket", 5, 12);
    const q = s.cash("price of a snack", 2, 6);
    s.say(
      `${n} friends go to the cinema. [Each of them pays|Everyone pays] $${p} for a ticket and $${q} for a snack.`,
    );
    const one = s.add("cost for one", p, q);
    const all = s.mul("cost for all", one, n);
    const d = s.cash("discount", 3, 30);
    s.say(`With a group card they get $${d} off [the total|in all].`);
    const after = s.sub("cost after the discount", all, d);
    if (steps === 3) {
      s.ask("How much do they pay [together|in all]?");
      return;
    }
    const bill = s.oneOf("money they have", [100, 120, 150, 200, 250]);
    s.say(`They have $${bill} between them.`);
    s.sub("money left", bill, after);
    s.ask("How much money do they have left [after the evening|]?");
  }),
  template("rowing-on-the-lake", [3, 4], (s, steps) => {
    const c = s.num("adults", 20, 90);
    const l = s.num("children", 10, 60);
    const big = s.num("ferries", 2, 6);
    const k = s.num("people on a ferry", 6, 12);
    s.say(
      `${c} adults and ${l} children want to cross a lake. ${big} small ferries take ${k} people each[; the others row|, and everyone else rows].`,
    );
    const all = s.add("people", c, l);
    const rest = s.sub("people who row", all, s.mul("people on the ferries", big, k));
    if (steps === 3) {
      s.ask("How many people [row|cross the lake in rowing boats]?");
      return;
    }
    const m = s.num("people in a rowing boat", 2, 6);
    s.say(`A rowing boat is for ${m} people.`);
    s.div("rowing boats", rest, m);
    s.ask("How many rowing boats are needed?");
  }),
  template("shared-percent", [2, 3, 4], (s, steps) => {
    const what = s.pick("members", "children", "singers", "players", "guests");
    const n = s.multiple(what, 20, 2, 25);
    const p = s.oneOf("percent", [10, 20, 25, 30, 40, 60, 70, 75, 80]);
    const act = s.pick("play the piano", "wear glasses", "come by train", "have a brother", "like chess");
    s.say(`A club has ${n} ${what}. ${p} percent of them ${act}.`);
    const yes = s.percent(`${what} who ${act}`, n, p);
    const no = s.sub(`the other ${what}`, n, yes);
    if (steps === 2) {
      s.ask(`How many of the ${what} do not ${act}?`);
      return;
    }
    if (steps === 3) {
      s.need(yes.number !== no.number);
      const isMore = yes.number > no.number;
      s.sub("difference", isMore ? yes : no, isMore ? no : yes);
      s.ask(
        isMore
          ? `How many more ${what} ${act} than do not?`
          : `By how many are those who do not ${act} more than those who do?`,
      );
      return;
    }
    const k = s.num("new people", 2, 20);
    const g = s.num("groups", 2, 9);
    s.say(`${k} new ${what} join who do not. All who do not ${act} form ${g} equal groups.`);
    s.div(`${what} in each group`, s.add(`${what} who do not`, no, k), g);
    s.ask(`How many ${what} are in each group?`);
  }),
];
