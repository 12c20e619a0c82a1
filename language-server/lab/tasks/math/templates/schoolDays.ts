import { type Template, template } from "../story.ts";

/** Classrooms, homework, school events. */
export const schoolDays: readonly Template[] = [
  template("class-supplies", [1, 2, 3], (s, steps) => {
    const item = s.thing("school");
    const n = s.num("students", 12, 32);
    const k = s.num(`${item.many} for each student`, 2, 6);
    s.say(
      `[A teacher wants to give each of ${n} students ${k} ${item.many}|There are ${n} students in a class, and each one needs ${k} ${item.many}|Every one of the ${n} students in a class gets ${k} ${item.many}].`,
    );
    const need = s.mul(`${item.many} for the class`, n, k);
    if (steps === 1) {
      s.ask(`How many ${item.many} [are needed|does the class need|is that]?`);
      return;
    }
    const have = s.num(`${item.many} in the closet`, 5, 60);
    s.say(`The [closet|supply room|cupboard] already holds ${have} ${item.many}.`);
    const missing = s.sub(`${item.many} still needed`, need, have);
    if (steps === 2) {
      s.ask(`How many more ${item.many} [are needed|must be ordered|should the school order]?`);
      return;
    }
    const p = s.cash(`price of one ${item.one}`, 2, 6);
    s.say(`The missing ones are ordered at $${p} each.`);
    s.mul("cost of the order", missing, p);
    s.ask("How much does the order cost?");
  }),
  template("school-roll", [1, 2], (s, steps) => {
    const g = s.num("girls", 8, 180);
    const place = s.pick("school", "summer camp", "choir", "chess club", "kindergarten");
    if (steps === 1) {
      const all = s.num("children", 40, 400);
      s.say(`${all} children [go to|belong to] a ${place}, and ${g} of them are girls. The others are boys.`);
      s.sub("boys", all, g);
      s.ask(`[How many boys are there|What is the number of boys]?`);
      return;
    }
    const b = s.num("boys", 8, 180);
    const away = s.num("children absent", 3, 40);
    s.say(
      `A ${place} has ${g} girls and ${b} boys. [Today ${away} of the children are ill|${away} of the children stay at home today].`,
    );
    const all = s.add("girls and boys", g, b);
    s.sub("children present", all, away);
    s.ask(`How many children [come today|are present|are not absent]?`);
  }),
  template("spelling-list", [1, 2], (s, steps) => {
    const who = s.person();
    const words = s.num("words on the list", 20, 160);
    const known = s.num("words known", 5, 90);
    s.say(
      `${who.name} has to learn ${words} [spelling words|French words|new words]. ${who.he} [already knows|has learned] ${known} of them.`,
    );
    const left = s.sub("words left", words, known);
    if (steps === 1) {
      s.ask(`How many words [must ${who.he} still learn|does ${who.he} not know yet]?`);
      return;
    }
    const d = s.num("days", 2, 9);
    s.say(`${who.he} wants to learn the others in ${d} days, the same number each day.`);
    s.div("words a day", left, d);
    s.ask(`How many words [is that each day|does ${who.he} have to learn a day]?`);
  }),
  template("field-trip-groups", [2, 3], (s, steps) => {
    const classes = s.num("classes", 2, 6);
    const k = s.num("students in a class", 15, 30);
    s.say(
      `[${classes} classes go on a field trip|A field trip is planned for ${classes} classes]. Each class has ${k} students.`,
    );
    const all = s.mul("students", classes, k);
    const size = s.num("students in a group", 4, 12);
    if (steps === 2) {
      s.say(`At the ${s.pick("museum", "farm", "aquarium", "science center")} they form groups of ${size}.`);
      s.div("groups", all, size);
      s.ask("How many groups are there?");
      return;
    }
    const adults = s.num("adults", 3, 15);
    s.say(`${adults} adults come too, and everybody sits in vans with ${size} seats.`);
    const people = s.add("students and adults", all, adults);
    s.div("vans", people, size);
    s.ask("How many vans [do they fill|are filled]?");
  }),
  template("homework-minutes", [1, 2], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(["math", "science", "history", "reading", "geography", "art"], 2);
    const a = s.num(`minutes of ${x}`, 8, 50);
    const b = s.num(`minutes of ${y}`, 8, 50);
    s.say(
      `${who.name} worked on ${x} [homework|exercises] for ${a} minutes and [then|afterwards] on ${y} for ${b} minutes.`,
    );
    const all = s.add("minutes of homework", a, b);
    if (steps === 1) {
      s.ask(`[How long did the homework take, in minutes|How many minutes did ${who.he} work]?`);
      return;
    }
    const other = s.person();
    const m = s.num(`minutes of ${other.name}`, 5, 30);
    s.say(`${other.name} finished ${m} minutes faster.`);
    s.sub(`minutes ${other.name} needed`, all, m);
    s.ask(`How many minutes did ${other.name} need?`);
  }),
  template("test-scores-mean", [2], (s) => {
    const who = s.person();
    const a = s.num("first score", 50, 100);
    const b = s.num("second score", 50, 100);
    const c = s.num("third score", 50, 100);
    s.say(
      `${who.name} [got ${a}, ${b} and ${c} points on three tests|scored ${a}, ${b}, and ${c} on three exams|has test scores of ${a}, ${b} and ${c}].`,
    );
    const all = s.total("sum of the scores", a, b, c);
    s.div("average score", all, 3);
    s.ask(`[What is ${who.his} average score|What is the mean of ${who.his} scores]?`);
  }),
  template("score-wanted", [2], (s) => {
    const who = s.person();
    const n = s.pick(2, 3);
    const goal = s.num("average wanted", 60, 95);
    const got = s.num(`points on the first ${n} tests`, 55 * n, 95 * n);
    s.say(
      `${who.name} [has|collected] ${got} points on the first ${n} tests together. There is one more test, and ${who.he} wants an average of ${goal} points on the ${n + 1} tests.`,
    );
    const need = s.mul("points needed in all", goal, n + 1);
    s.sub("points needed on the last test", need, got);
    s.ask(`How many points does ${who.he} need on the last test?`);
    s.need(need.number - got.number <= 100);
  }),
  template("lockers-painted", [1, 2], (s, steps) => {
    const n = s.num("lockers", 40, 300);
    const a = s.num("blue lockers", 10, 120);
    s.say(
      `[The ${n} lockers of a school are painted|A school paints its ${n} lockers]. So far ${a} of them are [blue|finished].`,
    );
    const left = s.sub("lockers left", n, a);
    if (steps === 1) {
      s.ask("How many lockers [are not painted yet|still have to be painted]?");
      return;
    }
    const d = s.num("lockers painted in a day", 4, 25);
    s.say(`[The workers paint ${d} lockers a day|${d} lockers can be painted each day].`);
    s.div("days", left, d);
    s.ask("How many [more days are needed|days will the rest take]?");
  }),
  template("pages-photocopied", [2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("students", 10, 32);
    const k = s.num("pages for each student", 2, 9);
    const have = s.num("sheets in the copier", 100, 500, 10);
    s.say(`[A copier holds|A school copier has|A copier is filled with] ${have} sheets of paper.`);
    s.say(`${who.name} copies a worksheet of ${k} pages for ${n} students.`);
    const used = s.mul("sheets used", n, k);
    const left = s.sub("sheets left", have, used);
    if (steps === 2) {
      s.ask("How many sheets [are left|remain in the copier]?");
      return;
    }
    const more = s.num("sheets added", 50, 250, 10);
    s.say(`Then ${who.he} puts in ${more} new sheets.`);
    s.add("sheets now", left, more);
    s.ask("How many sheets are in the copier now?");
  }),
  template("reading-contest", [2, 3], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const n = s.num(`books of ${a.name}`, 4, 30);
    const k = s.num("times as many", 2, 4);
    s.say(
      `In a reading contest ${a.name} read ${n} books. ${b.name} read ${k.number === 2 ? "twice" : `${k} times`} as many.`,
    );
    const m = s.mul(`books of ${b.name}`, n, k);
    const all = s.add("books of both", n, m);
    if (steps === 2) {
      s.ask(`How many books did [they|the two|${a.name} and ${b.name}] read together?`);
      return;
    }
    const goal = s.num("goal", 60, 200, 5);
    s.say(`Their team needs ${goal} books for a prize.`);
    s.sub("books still needed", goal, all);
    s.ask("How many more books does the team need?");
  }),
  template("school-bell", [1, 2], (s, steps) => {
    const n = s.num("lessons", 3, 7);
    const m = s.num("minutes of a lesson", 30, 60, 5);
    s.say(`[A school day has|On Monday there are|On Fridays a class has] ${n} lessons of ${m} minutes.`);
    const all = s.mul("minutes of lessons", n, m);
    if (steps === 1) {
      s.ask("How many minutes do the lessons last altogether?");
      return;
    }
    const breaks = s.num("minutes of breaks", 20, 70, 5);
    s.say(`The breaks [add up to|take] ${breaks} minutes.`);
    s.add("minutes at school", all, breaks);
    s.ask("How many minutes do lessons and breaks take together?");
  }),
  template("yearbook-sale", [2, 3], (s, steps) => {
    const what = s.pick("yearbook", "school calendar", "raffle ticket", "school T-shirt");
    const a = s.num(`${what}s sold on the first day`, 12, 90);
    const more = s.num("more on the second day", 5, 40);
    s.say(
      `On the first day of the sale a school sold ${a} ${what}s. On the second day it sold ${more} more than on the first.`,
    );
    const b = s.add(`${what}s on the second day`, a, more);
    const all = s.add(`${what}s on both days`, a, b);
    if (steps === 2) {
      s.ask(`How many ${what}s were sold [on the two days|in two days|altogether]?`);
      return;
    }
    const p = s.cash("price of each", 2, 9);
    s.say(`[They cost $${p} each|Each one cost $${p}].`);
    s.mul("money from the sale", all, p);
    s.ask("How much money did the school [take in|collect|make]?");
  }),
];
