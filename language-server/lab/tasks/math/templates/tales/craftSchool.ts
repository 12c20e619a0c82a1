import { type Template, template } from "../../story.ts";

/** Pupils, classes, tests, homework, chairs, pencils, clubs, exams. */
export const craftSchool: readonly Template[] = [
  template("cw-class-sizes", [1, 2, 3, 4], (s, steps) => {
    const a = s.num("pupils of the first class", 20, 34);
    const d = s.num("difference", 2, 9);
    const fewer = s.random.chance(0.5);
    const [x, y] = s.pick(["Room 1", "Room 2"], ["the red class", "the blue class"], ["the art course", "the music course"], ["class 4a", "class 4b"], ["the morning group", "the evening group"]);
    s.say(
      fewer
        ? `[There are ${a} pupils in ${x} and ${d} fewer in ${y}|${x} has ${a} pupils; ${y} has ${d} fewer|${y} is smaller than ${x} by ${d} pupils. In ${x} there are ${a}]. `
        : `[There are ${a} pupils in ${x} and ${d} more in ${y}|${x} has ${a} pupils; ${y} has ${d} more|${y} is bigger than ${x} by ${d} pupils. In ${x} there are ${a}].`,
    );
    const b = fewer ? s.sub(`pupils of ${y}`, a, d) : s.add(`pupils of ${y}`, a, d);
    if (steps === 1) {
      s.ask(`[How many pupils are in ${y}|How many pupils does ${y} have|What is the number of pupils in ${y}]?`);
      return;
    }
    const all = s.add("pupils in both", a, b);
    if (steps === 2) {
      s.ask("[How many pupils are there in both together|How many pupils is that in all|What is the total number of pupils]?");
      return;
    }
    if (s.random.chance(0.5)) {
      const g = s.num("pupils in a team", 2, 6);
      s.say(`[For the sports day they are mixed and put in teams of ${g}|Together they form groups of ${g}|On a trip, all of them walk in groups of ${g}].`);
      const t = s.div("teams", all, g);
      if (steps === 4) {
        const n = s.num("balls for a team", 2, 5);
        s.say(`[Each of the groups gets ${n} balls|${n} maps are handed to each group|Every group needs ${n} ropes].`);
        s.mul("things in all", t, n);
        s.ask("[How many of these things are needed in all|How many must the teachers bring|What number of them is that for all the groups]?");
      } else s.ask("[How many groups are there|How many groups does that make|What is the number of groups]?");
      return;
    }
    const ill = s.num("ill pupils", 2, 12);
    s.say(`[Today ${ill} of them are ill|${ill} are absent today|${ill} stay at home today].`);
    const here = s.sub("pupils present", all, ill);
    if (steps === 4) {
      const c = s.num("sheets for a pupil", 2, 5);
      s.say(`[Each pupil who came gets ${c} sheets|The teachers hand ${c} sheets to everyone who is there|${c} sheets are given to each one who is present].`);
      s.mul("sheets", here, c);
      s.ask("[How many sheets are handed out|How many sheets is that altogether|How many sheets do the teachers need]?");
    } else s.ask("[How many pupils are present|How many came to school|How many are there today]?");
  }),
  template("cw-test-points", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const subject = s.pick("history", "spelling", "math", "biology", "French", "geography", "music", "physics");
    const way = s.pick("wrong", "two tests", "each");
    if (way === "wrong") {
      const n = s.num("questions", 20, 80, 5);
      const w = s.num("wrong answers", 3, 15);
      s.say(`[A ${subject} test had ${n} questions, and ${p.name} got ${w} of them wrong|${p.name} made ${w} mistakes in a ${subject} test with ${n} questions|Of ${n} questions in a ${subject} test, ${p.name} answered all but ${w} correctly].`);
      const r = s.sub("right answers", n, w);
      if (steps === 1) {
        s.ask("[How many answers were right|How many questions were answered correctly|What is the number of right answers]?");
        return;
      }
      const k = s.num("points for a right answer", 2, 5);
      s.say(`[A right answer is worth ${k} points|Each right answer gives ${k} points|For a right answer there are ${k} points].`);
      const pts = s.mul("points", r, k);
      if (steps === 3) {
        const need = s.num("points for the best mark", 100, 400, 10);
        s.say(`[The best mark needs ${need} points|For the top mark one must have ${need}|${need} points are needed to win the prize].`);
        s.sub("points missing", need, pts);
        s.ask(`[How many points is ${p.name} short of that|How many points are missing|How many more points would ${p.he} need]?`);
      } else s.ask(`[How many points does ${p.name} get|What is ${p.name}'s score|How many points is that]?`);
      return;
    }
    const a = s.num("points in the first test", 40, 95);
    if (way === "each") {
      const k = s.num("points gained", 3, 16);
      const up = s.random.chance(0.5);
      s.say(up ? `[${p.name} had ${a} points in the first ${subject} test and ${k} more in the second|The second ${subject} test went better for ${p.name}, by ${k} points. The first had brought ${a}|After ${a} points in ${subject}, ${p.name} improved by ${k} in the next test].` : `[${p.name} had ${a} points in the first ${subject} test and ${k} fewer in the second|The second ${subject} test went worse for ${p.name}, by ${k} points. The first had brought ${a}|After ${a} points in ${subject}, ${p.name} dropped by ${k} in the next test].`);
      const b = up ? s.add("points in the second test", a, k) : s.sub("points in the second test", a, k);
      if (steps === 1) {
        s.ask("[How many points did the second test bring|What was the score in the second test|How many points was it the second time]?");
        return;
      }
      const sum = s.add("points in both", a, b);
      if (steps === 3) {
        s.need(sum.number % 2 === 0);
        s.div("average", sum, 2);
        s.ask("[What is the average of the two tests|What is the mean of both scores|How many points is that per test on average]?");
      } else s.ask("[How many points is that in both tests|What is the sum of the two scores|How many points are there altogether]?");
      return;
    }
    const b = s.num("points in the second test", 40, 95);
    s.say(`[In two ${subject} tests ${p.name} scored ${a} and ${b} points|${p.name} got ${a} points in one ${subject} test and ${b} in another|${a} points in the first and ${b} in the second test: these are ${p.name}'s results in ${subject}].`);
    const sum = s.add(`points of ${p.name}`, a, b);
    if (steps === 1) {
      s.ask(`[How many points does ${p.name} have in all|What is the total of ${p.name}'s points|How many points is that together]?`);
      return;
    }
    const c = s.num(`points of ${q.name}`, 60, 99);
    s.say(`[${q.name} has ${c} points so far|${q.name} took part in only one test and scored ${c}|So far ${q.name} has ${c}].`);
    const gap = s.sub("difference", sum, c);
    if (steps === 3) {
      const n = s.num("tests left", 2, 6);
      s.say(`[${q.name} wants to catch up in ${n} further tests, with the same score in each|In ${n} more tests ${q.name} has to reach the same sum, with equal points each time|${n} tests remain for ${q.name} to draw level, with equal points in each].`);
      s.div("points in each test", gap, n);
      s.ask("[How many points must each of them bring|How many points are needed in each test|How many points is that per test]?");
    } else s.ask(`[How many more points does ${p.name} have|By how many points is ${q.name} behind|How many points does ${q.name} lack to draw level]?`);
  }),
  template("cw-homework-time", [1, 2, 3], (s, steps) => {
    const p = s.person();
    const [u, v] = s.pick(["math", "reading"], ["spelling", "drawing"], ["Latin", "chemistry"], ["history", "piano"], ["biology", "writing"]);
    const way = steps === 1 ? s.pick("left", "twice") : s.pick("problems", "left", "twice");
    const a = s.num(`minutes for ${u}`, 15, 60, 5);
    if (way === "problems") {
      const k = s.num("minutes for a problem", 2, 8);
      const n = s.num("problems", 6, 25);
      s.say(`[${p.name} spends ${a} minutes on ${u}. After that there are ${n} sums at ${k} minutes each|After ${a} minutes with ${u}, ${p.name} still has to do ${n} sums, each of which takes ${k} minutes|${n} sums and ${u} are ${p.name}'s homework: ${k} minutes go into each sum and ${a} into ${u}].`);
      const m = s.mul("minutes for the sums", n, k);
      const t = s.add("minutes in all", m, a);
      if (steps === 3) {
        const b = s.num("minutes of breaks", 5, 20, 5);
        s.say(`[In between, breaks take ${b} minutes|${p.he} also rests for ${b} minutes|Breaks of ${b} minutes in all come on top].`);
        s.add("minutes with breaks", t, b);
      }
      s.ask("[How many minutes does everything take|How long is that in minutes altogether|After how many minutes is all of it over]?");
      return;
    }
    if (way === "twice") {
      const k = s.num("factor", 2, 4);
      const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
      s.say(`[${p.name} needed ${a} minutes for ${u} and ${times} as long for ${v}|For ${v}, ${p.name} needed ${times} as long as for ${u}, which took ${a} minutes|${u} took ${p.name} ${a} minutes. It was ${times} that time for ${v}].`);
      const b = s.mul(`minutes for ${v}`, k, a);
      if (steps === 1) {
        s.ask(`[How many minutes did ${v} take|How long did ${p.name} need for ${v}, in minutes|What was the time for ${v}, in minutes]?`);
        return;
      }
      const sum = s.add("minutes in all", a, b);
      if (steps === 3) {
        const x = s.num("minutes there", 60, 300, 10);
        s.say(`[There were ${x} minutes until dinner|${p.name} had begun ${x} minutes before the training|The movie starts ${x} minutes after the beginning of this work].`);
        s.sub("minutes left", x, sum);
        s.ask("[How many minutes were left after the work|How many free minutes remained|How many minutes are there between the end of the homework and that]?");
      } else s.ask("[How many minutes is that in all|How long did the homework take, in minutes|What was the total time, in minutes]?");
      return;
    }
    const whole = s.num("minutes in all", 70, 180, 5);
    s.say(`[Of ${whole} minutes of homework, ${p.name} spent ${a} on ${u} and the rest on ${v}|${p.name} sat over homework for ${whole} minutes, first ${a} minutes for ${u} and then only for ${v}|Homework took ${p.name} ${whole} minutes. ${u} took ${a} of these and ${v} all the others].`);
    const rest = s.sub(`minutes for ${v}`, whole, a);
    if (steps === 1) {
      s.ask(`[How many minutes were for ${v}|How long did ${v} take, in minutes|How much time went into ${v}, in minutes]?`);
      return;
    }
    const more = s.sub("difference", rest, a);
    if (steps === 3) {
      const h = s.num("times", 2, 5);
      s.ask(`[If this is so on ${h} days a week, how many more minutes a week go into ${v} than into ${u}|On ${h} days it is exactly the same. How many more minutes does ${v} take in these days|How many minutes more does ${v} take than ${u} in ${h} days like this]?`);
      s.mul("more minutes in all", more, h);
    } else s.ask(`[How much longer did ${v} take than ${u}, in minutes|How many minutes more went into ${v}|By how many minutes was ${u} shorter]?`);
  }),
  template("cw-hall-chairs", [1, 2, 3, 4], (s, steps) => {
    const ev = s.pick("a concert", "a play", "a speech", "the graduation", "a film evening", "a meeting of parents", "the exams");
    const k = s.num("chairs in a row", 8, 20);
    const way = s.pick("guests", "needed", "more");
    if (way === "needed") {
      const g = s.multiple("guests", k, 5, 30);
      s.say(`[For ${ev}, ${g} people are expected in the school hall, where a row has ${k} chairs|${g} chairs must be set up for ${ev}, ${k} in a row|The janitor puts up rows of ${k} chairs for ${ev}, until there are ${g} seats].`);
      const n = s.div("rows needed", g, k);
      if (steps === 1) {
        s.ask("[How many rows are needed|How many rows does that make|How many rows of chairs is that]?");
        return;
      }
      const r = s.num("rows ready", 3, 16);
      s.say(`[So far there are ${r} rows|${r} rows are ready|${r} rows have been put up].`);
      const m = s.sub("rows missing", n, r);
      if (steps === 2) {
        s.ask("[How many rows are missing|How many more rows must be put up|How many rows are still to come]?");
        return;
      }
      const t = s.num("minutes for a row", 2, 6);
      s.say(`[A row takes ${t} minutes|Each row is ${t} minutes of work|One needs ${t} minutes for a row].`);
      const x = s.mul("minutes", m, t);
      if (steps === 4) {
        const h = s.num("minutes until it begins", 60, 120, 5);
        s.say(`[It begins in ${h} minutes|The doors open in ${h} minutes|There are ${h} minutes left until the beginning].`);
        s.sub("minutes to spare", h, x);
        s.ask("[How many minutes are left when the rows are ready|How many minutes before that is everything done|How much time remains after the work, in minutes]?");
      } else s.ask("[How many minutes of work is left|How long do the missing rows take, in minutes|How many more minutes are needed]?");
      return;
    }
    const r = s.num("rows", 6, 20);
    s.say(`[The school hall has ${r} rows with ${k} chairs for ${ev}|For ${ev} there are ${r} rows of ${k} chairs in the hall|${k} chairs stand in each of ${r} rows, ready for ${ev}].`);
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
        s.ask("[How many people are sitting in the hall|How many people came|For how many people were the chairs used]?");
        return;
      }
      const b = s.num("children", 20, 70);
      s.say(`[${a} parents and ${b} children come|There come ${b} children and ${a} parents|${a} adults and ${b} children sit down].`);
      const sum = s.add("people", a, b);
      const free = s.sub("free chairs", n, sum);
      if (steps === 4) {
        const c = s.num("late people", 5, 40);
        s.say(`[Later ${c} more people come|${c} others arrive late|After the first song ${c} more sit down].`);
        s.sub("free chairs in the end", free, c);
        s.ask("[How many chairs are free in the end|How many chairs are empty then|How many seats are left after that]?");
      } else s.ask("[How many chairs are free|How many seats are empty|How many more people could sit down]?");
      return;
    }
    const c = s.num("chairs from the gym", 10, 60);
    s.say(`[From the gym ${c} more are brought|${c} chairs are added along the walls|The teachers carry in another ${c}].`);
    const all = s.add("chairs in all", n, c);
    if (steps === 2) {
      s.ask("[How many chairs are there then|How many people can be seated now|How many chairs does the hall have after that]?");
      return;
    }
    const g = s.num("guests", 200, 520);
    s.say(`[There are ${g} guests|${g} guests have come|${g} tickets were sold].`);
    const stand = s.sub("people without a chair", g, all);
    if (steps === 4) {
      const h = s.num("chairs on a bench", 2, 6);
      s.say(`[Those who have no chair sit on benches for ${h}|A bench is enough for ${h} of the others|Benches with ${h} places are fetched for the others].`);
      s.div("benches", stand, h);
      s.ask("[How many benches are needed|How many benches must be fetched|What number of benches does it take]?");
    } else s.ask("[How many people find no chair|How many guests have to stand|How many chairs are still missing]?");
  }),
  template("cw-pencil-store", [1, 2, 3], (s, steps) => {
    const w = s.thing("school");
    const way = s.pick("pupils", "left", "share");
    if (way === "share") {
      const n = s.num("pupils", 12, 30);
      const all = s.multiple(`${w.many}`, n, 2, 9);
      s.say(`[A teacher hands ${all} ${w.many} to ${n} pupils, the same number to each|${n} pupils share ${all} ${w.many} from the cupboard equally|${all} ${w.many} are divided evenly in a class of ${n}].`);
      const e = s.div(`${w.many} for a pupil`, all, n);
      if (steps === 1) {
        s.ask(`[How many ${w.many} does each pupil get|How many ${w.many} is that for each|What is a pupil's share]?`);
        return;
      }
      const h = s.num(`${w.many} a pupil had`, 2, 12);
      s.say(`[Every one of them had ${h} before|Each has brought ${h} from home|At home each of them has ${h} more].`);
      const x = s.add(`${w.many} of a pupil`, e, h);
      if (steps === 3) {
        const l = s.num("lost", 2, 6);
        s.say(`[One girl loses ${l} of hers|A boy gives ${l} of his to his sister|One pupil sells ${l} of them].`);
        s.sub(`${w.many} left`, x, l);
        s.ask(`[How many does this child have left|How many ${w.many} remain to this child|How many ${w.many} does this one still own]?`);
      } else s.ask(`[How many ${w.many} does each pupil have now|How many ${w.many} is that per pupil, with the old ones|What number of ${w.many} does a pupil own]?`);
      return;
    }
    const k = s.num(`${w.many} in a pack`, 5, 25);
    const p = s.num("packs", 3, 15);
    s.say(`[In the school store there are ${p} packs of ${k} ${w.many}|The school orders ${p} packs, each with ${k} ${w.many}|${w.many} come in packs of ${k}, and the school buys ${p} packs].`);
    const n = s.mul(`${w.many}`, p, k);
    if (steps === 1) {
      s.ask(`[How many ${w.many} is that|How many ${w.many} does the school have|How many ${w.many} are in the packs together]?`);
      return;
    }
    const c = s.num(way === "left" ? `${w.many} handed out` : `${w.many} needed`, way === "left" ? 10 : 100, way === "left" ? 90 : 500);
    s.say(way === "left" ? `[${c} have been handed out|Teachers took ${c}|${c} of them went to the first grade].` : `[${c} are needed for the year|All classes together want ${c}|The list of the teachers says ${c}].`);
    const x = way === "left" ? s.sub(`${w.many} left`, n, c) : s.sub(`${w.many} missing`, c, n);
    if (steps === 3) {
      if (way === "left") {
        const m = s.num("classes", 2, 8);
        s.say(`[${m} classes share the rest|The others are for ${m} classes, in equal parts|What remains is split evenly among ${m} classes].`);
        s.div(`${w.many} for a class`, x, m);
        s.ask(`[How many ${w.many} does a class get|How many ${w.many} are for each class|What is the share of one class]?`);
      } else {
        const q = s.cash("price of one", 2, 6);
        s.say(`[Bought singly, one costs $${q}|The missing ones are bought at $${q} each|A shop sells single ones for $${q}].`);
        s.mul("cost of the missing ones", x, q);
        s.ask("[How much do the missing ones cost|How many dollars must be spent on the missing ones|What does the school pay for what is missing]?");
      }
    } else s.ask(way === "left" ? `[How many ${w.many} are left|How many ${w.many} are still in the store|How many remain]?` : `[How many ${w.many} are missing|How many more must be ordered|How many ${w.many} is the school short]?`);
  }),
  template("cw-clubs", [1, 2, 3, 4], (s, steps) => {
    const [x, y, z] = s.random.pickSome(["chess", "drama", "robot", "dance", "cooking", "garden", "film", "debate", "photo", "judo"], 3);
    const a = s.num(`members of the ${x} club`, 12, 60);
    const k = s.num("factor", 2, 4);
    const form = s.pick("times", "fewer");
    const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
    s.say(form === "times" ? `[The ${x} club has ${a} members and the ${y} club ${times} as many|${times} as many pupils are in the ${y} club as in the ${x} club, which has ${a}|${a} pupils belong to the ${x} club. The ${y} club has ${times} as many]. ` : `[The ${x} club has ${a} members, ${times} as many as the ${y} club|${a} pupils belong to the ${x} club. That is ${times} as many as in the ${y} club|There are ${times} as many pupils in the ${x} club, with its ${a} members, as in the ${y} club].`);
    const b = form === "times" ? s.mul(`members of the ${y} club`, a, k) : s.div(`members of the ${y} club`, a, k);
    if (steps === 1) {
      s.ask(`[How many members does the ${y} club have|How many pupils are in the ${y} club|How big is the ${y} club]?`);
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      if (form === "times") s.sub("difference", b, a);
      else s.sub("difference", a, b);
      s.ask(form === "times" ? `[How many more members does the ${y} club have than the ${x} club|How many fewer pupils are in the ${x} club|By how many pupils is the ${y} club bigger]?` : `[How many more members does the ${x} club have than the ${y} club|How many fewer pupils are in the ${y} club|By how many pupils is the ${x} club bigger]?`);
      return;
    }
    const sum = s.add("members of both", a, b);
    if (steps === 2) {
      s.ask("[How many members do the two clubs have|How many pupils is that in both clubs|How many members are there in all]?");
      return;
    }
    const d = s.num("difference", 4, 30);
    const more = s.random.chance(0.5);
    s.say(more ? `[The ${z} club has ${d} members more than these two together|With ${d} more than both of them together, the ${z} club is the biggest|If one adds these two, the ${z} club still has ${d} more].` : `[The ${z} club has ${d} members fewer than these two together|Both together have ${d} more than the ${z} club|The ${z} club would need ${d} more to be as big as these two together].`);
    const c = more ? s.add(`members of the ${z} club`, sum, d) : s.sub(`members of the ${z} club`, sum, d);
    if (steps === 4) {
      s.add("members of all clubs", sum, c);
      s.ask("[How many members do all three clubs have|How many pupils are in the three clubs|What is the total of the three clubs]?");
    } else s.ask(`[How many members does the ${z} club have|How big is the ${z} club|How many pupils are in the ${z} club]?`);
  }),
  template("cw-school-bus-trip", [1, 2, 3], (s, steps) => {
    const place = s.pick("the zoo", "the museum", "a castle", "the seaside", "a farm", "the planetarium", "a salt mine", "the theater");
    const b = s.num("buses", 2, 8);
    const way = s.pick("seats", "money", "equal");
    if (way === "equal") {
      const all = s.multiple("pupils", b, 18, 50);
      s.say(`[${all} pupils travel to ${place} in ${b} buses, the same number in each|${b} buses take ${all} pupils to ${place}, all equally full|On the way to ${place}, ${all} pupils are divided equally among ${b} buses].`);
      const e = s.div("pupils in a bus", all, b);
      if (steps === 1) {
        s.ask("[How many pupils are in each bus|How many pupils does one bus carry|What is the number of pupils per bus]?");
        return;
      }
      const t = s.num("teachers in a bus", 2, 4);
      s.say(`[Each bus also carries ${t} teachers|${t} teachers ride in every bus|There are ${t} teachers in each bus as well].`);
      const p = s.add("people in a bus", e, t);
      if (steps === 3) {
        const seats = s.num("seats of a bus", 30, 64);
        s.say(`[A bus has ${seats} seats|There are ${seats} seats in a bus|${seats} people can sit in a bus].`);
        s.sub("free seats", seats, p);
        s.ask("[How many seats of a bus are empty|How many free seats does each bus have|How many more people could sit in a bus]?");
      } else s.ask("[How many pupils and teachers are in a bus|How many people sit in each bus|What does a bus carry, pupils and teachers together]?");
      return;
    }
    const k = s.num("pupils in a bus", 20, 50);
    s.say(`[${b} buses with ${k} pupils each drive to ${place}|A school goes to ${place} with ${b} buses. There are ${k} pupils in each|${k} pupils sit in each of the ${b} buses to ${place}].`);
    const n = s.mul("pupils", b, k);
    if (steps === 1) {
      s.ask("[How many pupils go on the trip|How many pupils is that altogether|What is the number of pupils on the trip]?");
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
        s.ask("[How much remains to be paid|How many dollars must the school still find|What is left to pay]?");
      } else s.ask("[How much is that for all pupils|What does the school pay|How many dollars are needed]?");
      return;
    }
    const walk = s.num("pupils on bicycles", 5, 60);
    s.say(`[${walk} others come by bicycle|${walk} more pupils walk there|By train, ${walk} others arrive].`);
    const all = s.add("pupils in all", n, walk);
    if (steps === 3) {
      const g = s.num("pupils in a group", 3, 8);
      s.say(`[There they form groups of ${g}|A guide takes ${g} pupils|All are shown around in groups of ${g}].`);
      s.div("groups", all, g);
      s.ask("[How many groups are there|How many groups are formed at the place|What number of groups is that]?");
    } else s.ask(`[How many pupils come there in all|How many pupils meet there|How many pupils is that together]?`);
  }),
  template("cw-exam-pass", [2, 3, 4], (s, steps) => {
    const ex = s.pick("driving exam", "swimming test", "piano exam", "sailing exam", "entrance exam", "first aid course", "cycling test", "language exam");
    const frac = s.pick<readonly [string, number, number]>(["half", 1, 2], ["a third", 1, 3], ["a quarter", 1, 4], ["a fifth", 1, 5], ["two thirds", 2, 3], ["three quarters", 3, 4]);
    const n = s.multiple("people who took part", frac[2], 8, 60);
    s.say(`[${n} people took the ${ex}, and ${frac[0]} of them failed|Of the ${n} people who took a ${ex}, ${frac[0]} failed|At a ${ex}, ${frac[0]} of the ${n} who tried failed].`);
    const f = s.part("people who failed", n, frac[1], frac[2]);
    if (s.random.chance(0.5)) {
      const p = s.sub("people who passed", n, f);
      if (steps === 2) {
        s.ask("[How many passed|How many people were successful|What is the number of those who passed]?");
        return;
      }
      const h = s.num("people with honors", 2, 12);
      s.say(`[${h} of those who passed did so with honors|With honors, ${h} people passed|${h} of the successful ones got a medal].`);
      const o = s.sub("others who passed", p, h);
      if (steps === 4) {
        const c = s.cash("price of a certificate", 2, 9);
        s.say(`[The others who passed pay $${c} each for a certificate|A certificate costs $${c} for each of the other successful ones|$${c} is charged for a certificate, but nothing for those best ones; all the other successful ones buy it].`);
        s.mul("money for certificates", o, c);
        s.ask("[How much money is paid for certificates|How many dollars do the certificates bring|What do they pay together for their certificates]?");
      } else s.ask("[How many of the successful ones did not get that|How many passed without it|How many others passed]?");
      return;
    }
    const again = s.num("people who give up", 2, 10);
    s.say(`[${again} of those give up; the others try again|All of these except ${again} try again|The ones who failed come back, but ${again} of them stay away].`);
    const r = s.sub("people who try again", f, again);
    if (steps === 2) {
      s.ask("[How many people try again|How many come a second time|What is the number of those who try once more]?");
      return;
    }
    const fee = s.cash("fee", 5, 20);
    s.say(`[The second time costs $${fee}|Trying again costs each $${fee}|For the second time one pays $${fee}].`);
    const m = s.mul("money for the second time", r, fee);
    if (steps === 4) {
      const c = s.cash("cost of the room", 20, 90, 5);
      s.say(`[The room costs $${c}|Out of this the school pays $${c} for the room|$${c} of that is spent on paper and the room].`);
      s.sub("money left", m, c);
      s.ask("[How much of these fees is left|How many dollars remain after that|What is left of the money]?");
    } else s.ask("[How much do they pay together|How many dollars come in for the second time|What is the sum of these fees]?");
  }),
];
