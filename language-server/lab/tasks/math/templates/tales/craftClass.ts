import { type Template, template } from "../../story.ts";

/** Classes, tests, homework, exams. */
export const craftClass: readonly Template[] = [
  template("cw-class-sizes", [1, 2, 3, 4], (s, steps) => {
    const a = s.num("pupils of the first class", 20, 34);
    const d = s.num("difference", 2, 9);
    const fewer = s.random.chance(0.5);
    const [x, y] = s.pick(
      ["Room 1", "Room 2"],
      ["the red class", "the blue class"],
      ["the art course", "the music course"],
      ["class 4a", "class 4b"],
      ["the morning group", "the evening group"],
    );
    s.say(
      fewer
        ? `[There are ${a} pupils in ${x} and ${d} fewer in ${y}|${x} has ${a} pupils; ${y} has ${d} fewer|${y} is smaller than ${x} by ${d} pupils. In ${x} there are ${a}]. `
        : `[There are ${a} pupils in ${x} and ${d} more in ${y}|${x} has ${a} pupils; ${y} has ${d} more|${y} is bigger than ${x} by ${d} pupils. In ${x} there are ${a}].`,
    );
    const b = fewer ? s.sub(`pupils of ${y}`, a, d) : s.add(`pupils of ${y}`, a, d);
    if (steps === 1) {
      s.ask(
        `[How many pupils are in ${y}|How many pupils does ${y} have|What is the number of pupils in ${y}]?`,
      );
      return;
    }
    const all = s.add("pupils in both", a, b);
    if (steps === 2) {
      s.ask(
        "[How many pupils are there in both together|How many pupils is that in all|What is the total number of pupils]?",
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const g = s.num("pupils in a team", 2, 6);
      s.say(
        `[For the sports day they are mixed and put in teams of ${g}|Together they form groups of ${g}|On a trip, all of them walk in groups of ${g}].`,
      );
      const t = s.div("teams", all, g);
      if (steps === 4) {
        const n = s.num("balls for a team", 2, 5);
        s.say(
          `[Each of the groups gets ${n} balls|${n} maps are handed to each group|Every group needs ${n} ropes].`,
        );
        s.mul("things in all", t, n);
        s.ask(
          "[How many of these things are needed in all|How many must the teachers bring|What number of them is that for all the groups]?",
        );
      } else
        s.ask("[How many groups are there|How many groups does that make|What is the number of groups]?");
      return;
    }
    const ill = s.num("ill pupils", 2, 12);
    s.say(`[Today ${ill} of them are ill|${ill} are absent today|${ill} stay at home today].`);
    const here = s.sub("pupils present", all, ill);
    if (steps === 4) {
      const c = s.num("sheets for a pupil", 2, 5);
      s.say(
        `[Each pupil who came gets ${c} sheets|The teachers hand ${c} sheets to everyone who is there|${c} sheets are given to each one who is present].`,
      );
      s.mul("sheets", here, c);
      s.ask(
        "[How many sheets are handed out|How many sheets is that altogether|How many sheets do the teachers need]?",
      );
    } else s.ask("[How many pupils are present|How many came to school|How many are there today]?");
  }),
  template("cw-test-points", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const subject = s.pick(
      "history",
      "spelling",
      "math",
      "biology",
      "French",
      "geography",
      "music",
      "physics",
    );
    const way = s.pick("wrong", "two tests", "each");
    if (way === "wrong") {
      const n = s.num("questions", 20, 80, 5);
      const w = s.num("wrong answers", 3, 15);
      s.say(
        `[A ${subject} test had ${n} questions, and ${p.name} got ${w} of them wrong|${p.name} made ${w} mistakes in a ${subject} test with ${n} questions|Of ${n} questions in a ${subject} test, ${p.name} answered all but ${w} correctly].`,
      );
      const r = s.sub("right answers", n, w);
      if (steps === 1) {
        s.ask(
          "[How many answers were right|How many questions were answered correctly|What is the number of right answers]?",
        );
        return;
      }
      const k = s.num("points for a right answer", 2, 5);
      s.say(
        `[A right answer is worth ${k} points|Each right answer gives ${k} points|For a right answer there are ${k} points].`,
      );
      const pts = s.mul("points", r, k);
      if (steps === 3) {
        const need = s.num("points for the best mark", 100, 400, 10);
        s.say(
          `[The best mark needs ${need} points|For the top mark one must have ${need}|${need} points are needed to win the prize].`,
        );
        s.sub("points missing", need, pts);
        s.ask(
          `[How many points is ${p.name} short of that|How many points are missing|How many more points would ${p.he} need]?`,
        );
      } else s.ask(`[How many points does ${p.name} get|What is ${p.name}'s score|How many points is that]?`);
      return;
    }
    const a = s.num("points in the first test", 40, 95);
    if (way === "each") {
      const k = s.num("points gained", 3, 16);
      const up = s.random.chance(0.5);
      s.say(
        up
          ? `[${p.name} had ${a} points in the first ${subject} test and ${k} more in the second|The second ${subject} test went better for ${p.name}, by ${k} points. The first had brought ${a}|After ${a} points in ${subject}, ${p.name} improved by ${k} in the next test].`
          : `[${p.name} had ${a} points in the first ${subject} test and ${k} fewer in the second|The second ${subject} test went worse for ${p.name}, by ${k} points. The first had brought ${a}|After ${a} points in ${subject}, ${p.name} dropped by ${k} in the next test].`,
      );
      const b = up ? s.add("points in the second test", a, k) : s.sub("points in the second test", a, k);
      if (steps === 1) {
        s.ask(
          "[How many points did the second test bring|What was the score in the second test|How many points was it the second time]?",
        );
        return;
      }
      const sum = s.add("points in both", a, b);
      if (steps === 3) {
        s.need(sum.number % 2 === 0);
        s.div("average", sum, 2);
        s.ask(
          "[What is the average of the two tests|What is the mean of both scores|How many points is that per test on average]?",
        );
      } else
        s.ask(
          "[How many points is that in both tests|What is the sum of the two scores|How many points are there altogether]?",
        );
      return;
    }
    const b = s.num("points in the second test", 40, 95);
    s.say(
      `[In two ${subject} tests ${p.name} scored ${a} and ${b} points|${p.name} got ${a} points in one ${subject} test and ${b} in another|${a} points in the first and ${b} in the second test: these are ${p.name}'s results in ${subject}].`,
    );
    const sum = s.add(`points of ${p.name}`, a, b);
    if (steps === 1) {
      s.ask(
        `[How many points does ${p.name} have in all|What is the total of ${p.name}'s points|How many points is that together]?`,
      );
      return;
    }
    const c = s.num(`points of ${q.name}`, 60, 99);
    s.say(
      `[${q.name} has ${c} points so far|${q.name} took part in only one test and scored ${c}|So far ${q.name} has ${c}].`,
    );
    const gap = s.sub("difference", sum, c);
    if (steps === 3) {
      const n = s.num("tests left", 2, 6);
      s.say(
        `[${q.name} wants to catch up in ${n} further tests, with the same score in each|In ${n} more tests ${q.name} has to reach the same sum, with equal points each time|${n} tests remain for ${q.name} to draw level, with equal points in each].`,
      );
      s.div("points in each test", gap, n);
      s.ask(
        "[How many points must each of them bring|How many points are needed in each test|How many points is that per test]?",
      );
    } else
      s.ask(
        `[How many more points does ${p.name} have|By how many points is ${q.name} behind|How many points does ${q.name} lack to draw level]?`,
      );
  }),
  template("cw-homework-time", [1, 2, 3], (s, steps) => {
    const p = s.person();
    const [u, v] = s.pick(
      ["math", "reading"],
      ["spelling", "drawing"],
      ["Latin", "chemistry"],
      ["history", "piano"],
      ["biology", "writing"],
    );
    const way = steps === 1 ? s.pick("left", "twice") : s.pick("problems", "left", "twice");
    const a = s.num(`minutes for ${u}`, 15, 60, 5);
    if (way === "problems") {
      const k = s.num("minutes for a problem", 2, 8);
      const n = s.num("problems", 6, 25);
      s.say(
        `[${p.name} spends ${a} minutes on ${u}. After that there are ${n} sums at ${k} minutes each|After ${a} minutes with ${u}, ${p.name} still has to do ${n} sums, each of which takes ${k} minutes|${n} sums and ${u} are ${p.name}'s homework: ${k} minutes go into each sum and ${a} into ${u}].`,
      );
      const m = s.mul("minutes for the sums", n, k);
      const t = s.add("minutes in all", m, a);
      if (steps === 3) {
        const b = s.num("minutes of breaks", 5, 20, 5);
        s.say(
          `[In between, breaks take ${b} minutes|${p.he} also rests for ${b} minutes|Breaks of ${b} minutes in all come on top].`,
        );
        s.add("minutes with breaks", t, b);
      }
      s.ask(
        "[How many minutes does everything take|How long is that in minutes altogether|After how many minutes is all of it over]?",
      );
      return;
    }
    if (way === "twice") {
      const k = s.num("factor", 2, 4);
      const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
      s.say(
        `[${p.name} needed ${a} minutes for ${u} and ${times} as long for ${v}|For ${v}, ${p.name} needed ${times} as long as for ${u}, which took ${a} minutes|${u} took ${p.name} ${a} minutes. It was ${times} that time for ${v}].`,
      );
      const b = s.mul(`minutes for ${v}`, k, a);
      if (steps === 1) {
        s.ask(
          `[How many minutes did ${v} take|How long did ${p.name} need for ${v}, in minutes|What was the time for ${v}, in minutes]?`,
        );
        return;
      }
      const sum = s.add("minutes in all", a, b);
      if (steps === 3) {
        const x = s.num("minutes there", 60, 300, 10);
        s.say(
          `[There were ${x} minutes until dinner|${p.name} had begun ${x} minutes before the training|The movie starts ${x} minutes after the beginning of this work].`,
        );
        s.sub("minutes left", x, sum);
        s.ask(
          "[How many minutes were left after the work|How many free minutes remained|How many minutes are there between the end of the homework and that]?",
        );
      } else
        s.ask(
          "[How many minutes is that in all|How long did the homework take, in minutes|What was the total time, in minutes]?",
        );
      return;
    }
    const whole = s.num("minutes in all", 70, 180, 5);
    s.say(
      `[Of ${whole} minutes of homework, ${p.name} spent ${a} on ${u} and the rest on ${v}|${p.name} sat over homework for ${whole} minutes, first ${a} minutes for ${u} and then only for ${v}|Homework took ${p.name} ${whole} minutes. ${u} took ${a} of these and ${v} all the others].`,
    );
    const rest = s.sub(`minutes for ${v}`, whole, a);
    if (steps === 1) {
      s.ask(
        `[How many minutes were for ${v}|How long did ${v} take, in minutes|How much time went into ${v}, in minutes]?`,
      );
      return;
    }
    const more = s.sub("difference", rest, a);
    if (steps === 3) {
      const h = s.num("times", 2, 5);
      s.ask(
        `[If this is so on ${h} days a week, how many more minutes a week go into ${v} than into ${u}|On ${h} days it is exactly the same. How many more minutes does ${v} take in these days|How many minutes more does ${v} take than ${u} in ${h} days like this]?`,
      );
      s.mul("more minutes in all", more, h);
    } else
      s.ask(
        `[How much longer did ${v} take than ${u}, in minutes|How many minutes more went into ${v}|By how many minutes was ${u} shorter]?`,
      );
  }),
  template("cw-exam-pass", [2, 3, 4], (s, steps) => {
    const ex = s.pick(
      "driving exam",
      "swimming test",
      "piano exam",
      "sailing exam",
      "entrance exam",
      "first aid course",
      "cycling test",
      "language exam",
    );
    const frac = s.pick<readonly [string, number, number]>(
      ["half", 1, 2],
      ["a third", 1, 3],
      ["a quarter", 1, 4],
      ["a fifth", 1, 5],
      ["two thirds", 2, 3],
      ["three quarters", 3, 4],
    );
    const n = s.multiple("people who took part", frac[2], 8, 60);
    s.say(
      `[${n} people took the ${ex}, and ${frac[0]} of them failed|Of the ${n} people who took a ${ex}, ${frac[0]} failed|At a ${ex}, ${frac[0]} of the ${n} who tried failed].`,
    );
    const f = s.part("people who failed", n, frac[1], frac[2]);
    if (s.random.chance(0.5)) {
      const p = s.sub("people who passed", n, f);
      if (steps === 2) {
        s.ask("[How many passed|How many people were successful|What is the number of those who passed]?");
        return;
      }
      const h = s.num("people with honors", 2, 12);
      s.say(
        `[${h} of those who passed did so with honors|With honors, ${h} people passed|${h} of the successful ones got a medal].`,
      );
      const o = s.sub("others who passed", p, h);
      if (steps === 4) {
        const c = s.cash("price of a certificate", 2, 9);
        s.say(
          `[The others who passed pay $${c} each for a certificate|A certificate costs $${c} for each of the other successful ones|$${c} is charged for a certificate, but nothing for those best ones; all the other successful ones buy it].`,
        );
        s.mul("money for certificates", o, c);
        s.ask(
          "[How much money is paid for certificates|How many dollars do the certificates bring|What do they pay together for their certificates]?",
        );
      } else
        s.ask(
          "[How many of the successful ones did not get that|How many passed without it|How many others passed]?",
        );
      return;
    }
    const again = s.num("people who give up", 2, 10);
    s.say(
      `[${again} of those give up; the others try again|All of these except ${again} try again|The ones who failed come back, but ${again} of them stay away].`,
    );
    const r = s.sub("people who try again", f, again);
    if (steps === 2) {
      s.ask(
        "[How many people try again|How many come a second time|What is the number of those who try once more]?",
      );
      return;
    }
    const fee = s.cash("fee", 5, 20);
    s.say(
      `[The second time costs $${fee}|Trying again costs each $${fee}|For the second time one pays $${fee}].`,
    );
    const m = s.mul("money for the second time", r, fee);
    if (steps === 4) {
      const c = s.cash("cost of the room", 20, 90, 5);
      s.say(
        `[The room costs $${c}|Out of this the school pays $${c} for the room|$${c} of that is spent on paper and the room].`,
      );
      s.sub("money left", m, c);
      s.ask("[How much of these fees is left|How many dollars remain after that|What is left of the money]?");
    } else
      s.ask(
        "[How much do they pay together|How many dollars come in for the second time|What is the sum of these fees]?",
      );
  }),
];
