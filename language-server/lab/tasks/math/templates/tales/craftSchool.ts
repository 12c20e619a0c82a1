import { type Template, template } from "../../story.ts";

/** Chairs of the hall, school stores, clubs, trips. */
export const craftSchool: readonly Template[] = [
  template("cw-hall-chairs", [1, 2, 3, 4], (s, steps) => {
    const ev = s.pick(
      "a concert",
      "a play",
      "a speech",
      "the graduation",
      "a film evening",
      "a meeting of parents",
      "the exams",
    );
    const k = s.num("chairs in a row", 8, 20);
    const way = s.pick("guests", "needed", "more");
    if (way === "needed") {
      const g = s.multiple("guests", k, 5, 30);
      s.say(
        `[For ${ev}, ${g} people are expected in the school hall, where a row has ${k} chairs|${g} chairs must be set up for ${ev}, ${k} in a row|The janitor puts up rows of ${k} chairs for ${ev}, until there are ${g} seats].`,
      );
      const n = s.div("rows needed", g, k);
      if (steps === 1) {
        s.ask("[How many rows are needed|How many rows does that make|How many rows of chairs is that]?");
        return;
      }
      const r = s.num("rows ready", 3, 16);
      s.say(`[So far there are ${r} rows|${r} rows are ready|${r} rows have been put up].`);
      const m = s.sub("rows missing", n, r);
      if (steps === 2) {
        s.ask(
          "[How many rows are missing|How many more rows must be put up|How many rows are still to come]?",
        );
        return;
      }
      const t = s.num("minutes for a row", 2, 6);
      s.say(`[A row takes ${t} minutes|Each row is ${t} minutes of work|One needs ${t} minutes for a row].`);
      const x = s.mul("minutes", m, t);
      if (steps === 4) {
        const h = s.num("minutes until it begins", 60, 120, 5);
        s.say(
          `[It begins in ${h} minutes|The doors open in ${h} minutes|There are ${h} minutes left until the beginning].`,
        );
        s.sub("minutes to spare", h, x);
        s.ask(
          "[How many minutes are left when the rows are ready|How many minutes before that is everything done|How much time remains after the work, in minutes]?",
        );
      } else
        s.ask(
          "[How many minutes of work is left|How long do the missing rows take, in minutes|How many more minutes are needed]?",
        );
      return;
    }
    const r = s.num("rows", 6, 20);
    s.say(
      `[The school hall has ${r} rows with ${k} chairs for ${ev}|For ${ev} there are ${r} rows of ${k} chairs in the hall|${k} chairs stand in each of ${r} rows, ready for ${ev}].`,
    );
    const n = s.mul("chairs", r, k);
    if (steps === 1) {
      s.ask("[How many chairs are there|How many people can sit|What is the number of seats]?");
      return;
    }
    if (way === "guests") {
      const a = s.num("parents", 20, 70);
      if (steps === 2) {
        s.say(`[${a} seats stay empty|${a} chairs are not taken|Everyone sits, and ${a} chairs are empty]. `);
        s.sub("people", n, a);
        s.ask(
          "[How many people are sitting in the hall|How many people came|For how many people were the chairs used]?",
        );
        return;
      }
      const b = s.num("children", 20, 70);
      s.say(
        `[${a} parents and ${b} children come|There come ${b} children and ${a} parents|${a} adults and ${b} children sit down].`,
      );
      const sum = s.add("people", a, b);
      const free = s.sub("free chairs", n, sum);
      if (steps === 4) {
        const c = s.num("late people", 5, 40);
        s.say(
          `[Later ${c} more people come|${c} others arrive late|After the first song ${c} more sit down].`,
        );
        s.sub("free chairs in the end", free, c);
        s.ask(
          "[How many chairs are free in the end|How many chairs are empty then|How many seats are left after that]?",
        );
      } else
        s.ask("[How many chairs are free|How many seats are empty|How many more people could sit down]?");
      return;
    }
    const c = s.num("chairs from the gym", 10, 60);
    s.say(
      `[From the gym ${c} more are brought|${c} chairs are added along the walls|The teachers carry in another ${c}].`,
    );
    const all = s.add("chairs in all", n, c);
    if (steps === 2) {
      s.ask(
        "[How many chairs are there then|How many people can be seated now|How many chairs does the hall have after that]?",
      );
      return;
    }
    const g = s.num("guests", 200, 520);
    s.say(`[There are ${g} guests|${g} guests have come|${g} tickets were sold].`);
    const stand = s.sub("people without a chair", g, all);
    if (steps === 4) {
      const h = s.num("chairs on a bench", 2, 6);
      s.say(
        `[Those who have no chair sit on benches for ${h}|A bench is enough for ${h} of the others|Benches with ${h} places are fetched for the others].`,
      );
      s.div("benches", stand, h);
      s.ask(
        "[How many benches are needed|How many benches must be fetched|What number of benches does it take]?",
      );
    } else
      s.ask(
        "[How many people find no chair|How many guests have to stand|How many chairs are still missing]?",
      );
  }),
  template("cw-pencil-store", [1, 2, 3], (s, steps) => {
    const w = s.thing("school");
    const way = s.pick("pupils", "left", "share");
    if (way === "share") {
      const n = s.num("pupils", 12, 30);
      const all = s.multiple(`${w.many}`, n, 2, 9);
      s.say(
        `[A teacher hands ${all} ${w.many} to ${n} pupils, the same number to each|${n} pupils share ${all} ${w.many} from the cupboard equally|${all} ${w.many} are divided evenly in a class of ${n}].`,
      );
      const e = s.div(`${w.many} for a pupil`, all, n);
      if (steps === 1) {
        s.ask(
          `[How many ${w.many} does each pupil get|How many ${w.many} is that for each|What is a pupil's share]?`,
        );
        return;
      }
      const h = s.num(`${w.many} a pupil had`, 2, 12);
      s.say(
        `[Every one of them had ${h} before|Each has brought ${h} from home|At home each of them has ${h} more].`,
      );
      const x = s.add(`${w.many} of a pupil`, e, h);
      if (steps === 3) {
        const l = s.num("lost", 2, 6);
        s.say(
          `[One girl loses ${l} of hers|A boy gives ${l} of his to his sister|One pupil sells ${l} of them].`,
        );
        s.sub(`${w.many} left`, x, l);
        s.ask(
          `[How many does this child have left|How many ${w.many} remain to this child|How many ${w.many} does this one still own]?`,
        );
      } else
        s.ask(
          `[How many ${w.many} does each pupil have now|How many ${w.many} is that per pupil, with the old ones|What number of ${w.many} does a pupil own]?`,
        );
      return;
    }
    const k = s.num(`${w.many} in a pack`, 5, 25);
    const p = s.num("packs", 3, 15);
    s.say(
      `[In the school store there are ${p} packs of ${k} ${w.many}|The school orders ${p} packs, each with ${k} ${w.many}|${w.many} come in packs of ${k}, and the school buys ${p} packs].`,
    );
    const n = s.mul(`${w.many}`, p, k);
    if (steps === 1) {
      s.ask(
        `[How many ${w.many} is that|How many ${w.many} does the school have|How many ${w.many} are in the packs together]?`,
      );
      return;
    }
    const c = s.num(
      way === "left" ? `${w.many} handed out` : `${w.many} needed`,
      way === "left" ? 10 : 100,
      way === "left" ? 90 : 500,
    );
    s.say(
      way === "left"
        ? `[${c} have been handed out|Teachers took ${c}|${c} of them went to the first grade].`
        : `[${c} are needed for the year|All classes together want ${c}|The list of the teachers says ${c}].`,
    );
    const x = way === "left" ? s.sub(`${w.many} left`, n, c) : s.sub(`${w.many} missing`, c, n);
    if (steps === 3) {
      if (way === "left") {
        const m = s.num("classes", 2, 8);
        s.say(
          `[${m} classes share the rest|The others are for ${m} classes, in equal parts|What remains is split evenly among ${m} classes].`,
        );
        s.div(`${w.many} for a class`, x, m);
        s.ask(
          `[How many ${w.many} does a class get|How many ${w.many} are for each class|What is the share of one class]?`,
        );
      } else {
        const q = s.cash("price of one", 2, 6);
        s.say(
          `[Bought singly, one costs $${q}|The missing ones are bought at $${q} each|A shop sells single ones for $${q}].`,
        );
        s.mul("cost of the missing ones", x, q);
        s.ask(
          "[How much do the missing ones cost|How many dollars must be spent on the missing ones|What does the school pay for what is missing]?",
        );
      }
    } else
      s.ask(
        way === "left"
          ? `[How many ${w.many} are left|How many ${w.many} are still in the store|How many remain]?`
          : `[How many ${w.many} are missing|How many more must be ordered|How many ${w.many} is the school short]?`,
      );
  }),
  template("cw-clubs", [1, 2, 3, 4], (s, steps) => {
    const [x, y, z] = s.random.pickSome(
      ["chess", "drama", "robot", "dance", "cooking", "garden", "film", "debate", "photo", "judo"],
      3,
    );
    const a = s.num(`members of the ${x} club`, 12, 60);
    const k = s.num("factor", 2, 4);
    const form = s.pick("times", "fewer");
    const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
    s.say(
      form === "times"
        ? `[The ${x} club has ${a} members and the ${y} club ${times} as many|${times} as many pupils are in the ${y} club as in the ${x} club, which has ${a}|${a} pupils belong to the ${x} club. The ${y} club has ${times} as many]. `
        : `[The ${x} club has ${a} members, ${times} as many as the ${y} club|${a} pupils belong to the ${x} club. That is ${times} as many as in the ${y} club|There are ${times} as many pupils in the ${x} club, with its ${a} members, as in the ${y} club].`,
    );
    const b =
      form === "times" ? s.mul(`members of the ${y} club`, a, k) : s.div(`members of the ${y} club`, a, k);
    if (steps === 1) {
      s.ask(
        `[How many members does the ${y} club have|How many pupils are in the ${y} club|How big is the ${y} club]?`,
      );
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      if (form === "times") s.sub("difference", b, a);
      else s.sub("difference", a, b);
      s.ask(
        form === "times"
          ? `[How many more members does the ${y} club have than the ${x} club|How many fewer pupils are in the ${x} club|By how many pupils is the ${y} club bigger]?`
          : `[How many more members does the ${x} club have than the ${y} club|How many fewer pupils are in the ${y} club|By how many pupils is the ${x} club bigger]?`,
      );
      return;
    }
    const sum = s.add("members of both", a, b);
    if (steps === 2) {
      s.ask(
        "[How many members do the two clubs have|How many pupils is that in both clubs|How many members are there in all]?",
      );
      return;
    }
    const d = s.num("difference", 4, 30);
    const more = s.random.chance(0.5);
    s.say(
      more
        ? `[The ${z} club has ${d} members more than these two together|With ${d} more than both of them together, the ${z} club is the biggest|If one adds these two, the ${z} club still has ${d} more].`
        : `[The ${z} club has ${d} members fewer than these two together|Both together have ${d} more than the ${z} club|The ${z} club would need ${d} more to be as big as these two together].`,
    );
    const c = more ? s.add(`members of the ${z} club`, sum, d) : s.sub(`members of the ${z} club`, sum, d);
    if (steps === 4) {
      s.add("members of all clubs", sum, c);
      s.ask(
        "[How many members do all three clubs have|How many pupils are in the three clubs|What is the total of the three clubs]?",
      );
    } else
      s.ask(
        `[How many members does the ${z} club have|How big is the ${z} club|How many pupils are in the ${z} club]?`,
      );
  }),
  template("cw-school-bus-trip", [1, 2, 3], (s, steps) => {
    const place = s.pick(
      "the zoo",
      "the museum",
      "a castle",
      "the seaside",
      "a farm",
      "the planetarium",
      "a salt mine",
      "the theater",
    );
    const b = s.num("buses", 2, 8);
    const way = s.pick("seats", "money", "equal");
    if (way === "equal") {
      const all = s.multiple("pupils", b, 18, 50);
      s.say(
        `[${all} pupils travel to ${place} in ${b} buses, the same number in each|${b} buses take ${all} pupils to ${place}, all equally full|On the way to ${place}, ${all} pupils are divided equally among ${b} buses].`,
      );
      const e = s.div("pupils in a bus", all, b);
      if (steps === 1) {
        s.ask(
          "[How many pupils are in each bus|How many pupils does one bus carry|What is the number of pupils per bus]?",
        );
        return;
      }
      const t = s.num("teachers in a bus", 2, 4);
      s.say(
        `[Each bus also carries ${t} teachers|${t} teachers ride in every bus|There are ${t} teachers in each bus as well].`,
      );
      const p = s.add("people in a bus", e, t);
      if (steps === 3) {
        const seats = s.num("seats of a bus", 30, 64);
        s.say(
          `[A bus has ${seats} seats|There are ${seats} seats in a bus|${seats} people can sit in a bus].`,
        );
        s.sub("free seats", seats, p);
        s.ask(
          "[How many seats of a bus are empty|How many free seats does each bus have|How many more people could sit in a bus]?",
        );
      } else
        s.ask(
          "[How many pupils and teachers are in a bus|How many people sit in each bus|What does a bus carry, pupils and teachers together]?",
        );
      return;
    }
    const k = s.num("pupils in a bus", 20, 50);
    s.say(
      `[${b} buses with ${k} pupils each drive to ${place}|A school goes to ${place} with ${b} buses. There are ${k} pupils in each|${k} pupils sit in each of the ${b} buses to ${place}].`,
    );
    const n = s.mul("pupils", b, k);
    if (steps === 1) {
      s.ask(
        "[How many pupils go on the trip|How many pupils is that altogether|What is the number of pupils on the trip]?",
      );
      return;
    }
    if (way === "money") {
      const c = s.cash("price for a pupil", 2, 6);
      s.say(`[A ticket for a pupil is $${c}|Each pupil pays $${c}|The tour costs $${c} for each pupil].`);
      const m = s.mul("cost", n, c);
      if (steps === 3) {
        const f = s.cash("money from the town", 50, 200, 10);
        s.say(`[The town pays $${f} of this|$${f} comes from the town|A bank gives $${f} toward it].`);
        s.sub("money to pay", m, f);
        s.ask(
          "[How much remains to be paid|How many dollars must the school still find|What is left to pay]?",
        );
      } else s.ask("[How much is that for all pupils|What does the school pay|How many dollars are needed]?");
      return;
    }
    const walk = s.num("pupils on bicycles", 5, 60);
    s.say(`[${walk} others come by bicycle|${walk} more pupils walk there|By train, ${walk} others arrive].`);
    const all = s.add("pupils in all", n, walk);
    if (steps === 3) {
      const g = s.num("pupils in a group", 3, 8);
      s.say(
        `[There they form groups of ${g}|A guide takes ${g} pupils|All are shown around in groups of ${g}].`,
      );
      s.div("groups", all, g);
      s.ask(
        "[How many groups are there|How many groups are formed at the place|What number of groups is that]?",
      );
    } else
      s.ask(
        `[How many pupils come there in all|How many pupils meet there|How many pupils is that together]?`,
      );
  }),
];
