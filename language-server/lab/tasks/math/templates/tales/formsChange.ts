import { type Template, template } from "../../story.ts";
import { divider, scene } from "./formsWorlds.ts";

/** Something becomes more or fewer; start, change or end is asked for. */
export const formsChange: readonly Template[] = [
  template("fo-change-more", [1, 2, 3, 4], (s, steps) => {
    const w = scene(s);
    const [a, b] = [s.num(`${w.items} at first`, 8, 180), s.num(`more ${w.items}`, 3, 90)];
    s.say(
      `[${w.holds(a)}. ${w.gain(b)}.|${w.holds(a)}, and then ${w.gain(b)}.|To begin with, ${w.holds(a)}; ${w.gain(b)}.|In the beginning ${w.holds(a)}, but soon ${w.gain(b)}.]`,
    );
    let now = s.add(`${w.items} then`, a, b);
    if (steps === 1) {
      s.ask(`${w.askNow}?`);
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      const c = s.num(`more ${w.items} again`, 3, 90);
      s.say(`[A day later ${w.gain(c)}.|Then ${w.gain(c)} as well.|On top of this, ${w.gain(c)}.]`);
      s.add(`${w.items} in the end`, now, c);
      s.ask(`${w.askNow}?`);
      return;
    }
    const c = s.num(`fewer ${w.items}`, 3, 70);
    s.say(`[Later ${w.lose(c)}.|After that ${w.lose(c)}.|In the end, however, ${w.lose(c)}.]`);
    now = s.sub(`${w.items} left`, now, c);
    if (steps === 2) {
      s.ask(`${w.askLeft}?`);
      return;
    }
    const n = divider(s, "equal parts", now, 2, 9);
    s.say(
      `[The remaining ones are put into ${n} equal groups.|What is left is divided into ${n} equal parts.|The rest is split equally ${n} ways.]`,
    );
    const each = s.div(`${w.items} in a part`, now, n);
    if (steps === 3) {
      s.ask(
        `[How many ${w.items} are in each of them|What is the number of ${w.items} in one part|Of how many ${w.items} does every part consist]?`,
      );
      return;
    }
    const d = s.num(`${w.items} put to one part`, 2, 30);
    s.say(
      `[To one of the parts ${d} other ${w.items} are added.|One of these parts is then made bigger by ${d} ${w.items}.|Somebody puts ${d} extra ${w.items} with one part.]`,
    );
    s.add(`${w.items} in the big part`, each, d);
    s.ask(
      `[How many ${w.items} are in that part now|What is the number of ${w.items} in the bigger part|How many ${w.items} does this part have then]?`,
    );
  }),
  template("fo-change-fewer", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [a, b] = [s.num(`${w.items} at first`, 20, 300), s.num(`fewer ${w.items}`, 3, 120)];
    s.say(
      `[${w.holds(a)}. ${w.lose(b)}.|${w.holds(a)} until ${w.lose(b)}.|Of ${a} ${w.items} that there ${w.are} at first, some go: ${w.lose(b)}.|First ${w.holds(a)}, and then ${w.lose(b)}.]`,
    );
    const left = s.sub(`${w.items} left`, a, b);
    if (steps === 1) {
      s.ask(`${w.askLeft}?`);
      return;
    }
    const c = s.num(`fewer ${w.items} again`, 3, 60);
    const isLess = s.random.chance(0.5);
    s.say(
      isLess
        ? `[Later ${w.lose(c)}.|The next day ${w.lose(c)} too.|Besides, ${w.lose(c)}.]`
        : `[To make up for it, ${w.gain(c)}.|But then ${w.gain(c)}.|A little later ${w.gain(c)}.]`,
    );
    const x = isLess ? s.sub(`${w.items} left then`, left, c) : s.add(`${w.items} then`, left, c);
    if (steps === 2) {
      s.ask(`${isLess ? w.askLeft : w.askNow}?`);
      return;
    }
    s.say("[Compare this with the beginning.|Someone compares the end with the beginning.|]");
    s.need(a.value > x.value);
    s.sub(`${w.items} fewer in the end`, a, x);
    s.ask(
      `[How many fewer ${w.items} ${w.are} there than at the start|By how many did the number of ${w.items} go down in all|How many ${w.items} short of the first number is the last one]?`,
    );
  }),
  template("fo-change-asked-first", [1, 2, 3, 4], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} at first`, 30, 250);
    const b = s.num(`fewer ${w.items}`, 3, 80);
    const down = s.random.chance(0.5);
    const single = down ? w.askLeft : w.askNow;
    s.say(
      steps === 1
        ? `${single}, [if first ${w.holds(a)} and then ${down ? w.lose(b) : w.gain(b)}|given that ${down ? w.loseNamed(b) : w.gainNamed(b)} and that before this ${w.holds(a)}|when ${w.holds(a)} and, after that, ${down ? w.lose(b) : w.gain(b)}]?`
        : `[Work this out|Here is the question|Find out]: ${w.askNow}? [These are the facts. ${w.holds(a)}. ${down ? w.lose(b) : w.gain(b)}.|At first ${w.holds(a)}; ${down ? w.lose(b) : w.gain(b)}.|${down ? w.loseNamed(b) : w.gainNamed(b)}, but before that ${w.holds(a)}.]`,
    );
    let x = down ? s.sub(`${w.items} left`, a, b) : s.add(`${w.items} then`, a, b);
    for (let more = 2; more <= steps; more++) {
      const c = s.num(`change ${more}`, 3, 60);
      const isMore = s.random.chance(0.5);
      s.say(`[Later|Then|Next|After a while] ${isMore ? w.gain(c) : w.lose(c)}.`);
      x = isMore
        ? s.add(`${w.items} after change ${more}`, x, c)
        : s.sub(`${w.items} after change ${more}`, x, c);
    }
  }),
  template("fo-change-start-before-loss", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [b, e] = [s.num(`fewer ${w.items}`, 3, 120), s.num(`${w.items} left`, 5, 250)];
    s.say(
      `[After ${w.loseNamed(b, true)}, ${w.holds(e)}.|${w.loseNamed(b, true)}. That leaves ${e} ${w.items}.|${w.holds(e)} after ${w.loseNamed(b, true)}.|Because ${w.loseNamed(b, true)}, only ${e} ${w.items} remain.]`,
    );
    const first = s.add(`${w.items} at first`, b, e);
    if (steps === 1) {
      s.ask(`${w.askStart}?`);
      return;
    }
    const c = s.num(`more ${w.items} before`, 3, 100);
    s.say(
      `[Before this, ${w.gainNamed(c, true)}.|That was after ${w.gainNamed(c, true)}.|Even earlier, ${w.gainNamed(c, true)}.]`,
    );
    const old = s.sub(`${w.items} in the beginning`, first, c);
    if (steps === 2) {
      s.ask(
        `[How many ${w.items} were there in the very beginning|What was the number of ${w.items} before all this|With how many ${w.items} did it all begin]?`,
      );
      return;
    }
    s.need(e.value > old.value);
    s.sub(`${w.items} more than in the beginning`, e, old);
    s.ask(
      `[How many more ${w.items} are there now than in the very beginning|By how many has the number of ${w.items} grown from beginning to end|How many ${w.items} have been won in all]?`,
    );
  }),
  template("fo-change-start-before-gain", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [b, e] = [s.num(`more ${w.items}`, 3, 120), s.num(`${w.items} in the end`, 20, 300)];
    s.say(
      `[After ${w.gainNamed(b, true)}, ${w.holds(e)}.|${w.gainNamed(b, true)}, which made a total of ${e} ${w.items}.|${w.holds(e)}, but only since ${w.gainNamed(b, true)}.|Once ${w.gainNamed(b, true)}, the number of ${w.items} was ${e}.]`,
    );
    const first = s.sub(`${w.items} at first`, e, b);
    if (steps === 1) {
      s.ask(`${w.askStart}?`);
      return;
    }
    const c = s.num(`fewer ${w.items} before`, 3, 60);
    s.say(
      `[Before this, ${w.loseNamed(c, true)}.|The day before, ${w.loseNamed(c, true)}.|That was not all: earlier ${w.loseNamed(c, true)}.]`,
    );
    const old = s.add(`${w.items} in the beginning`, first, c);
    if (steps === 2) {
      s.ask(
        `[How many ${w.items} were there in the very beginning|What was the number of ${w.items} before all this|With how many ${w.items} did it all begin]?`,
      );
      return;
    }
    const n = divider(s, "equal piles", old, 2, 9);
    s.say(
      `[In the very beginning all ${w.items} had been in ${n} groups of equal size.|At the very start they had been divided into ${n} equal groups.|The first ${w.items} of all had come in ${n} equal lots.]`,
    );
    s.div(`${w.items} in a group`, old, n);
    s.ask(
      `[How many ${w.items} had each of these had|How many ${w.items} were in one of them|Of what size was each, in ${w.items}]?`,
    );
  }),
  template("fo-change-gain-unknown", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [a, e] = [s.num(`${w.items} at first`, 5, 150), s.num(`${w.items} in the end`, 20, 400)];
    s.need(e.value > a.value);
    if (steps === 1) {
      s.say(
        `[At first ${w.holds(a)}. A week later the number is ${e}.|The number of ${w.items} rose from ${a} to ${e}.|${w.holds(e)}. Earlier that number was only ${a}.|It is known that ${w.holds(a)} in the morning, and that in the evening there ${w.are} ${e}.]`,
      );
      s.sub(`more ${w.items}`, e, a);
      s.ask(`${w.askGained}?`);
      return;
    }
    const b = s.num(`fewer ${w.items}`, 2, 60);
    s.say(
      `[At first ${w.holds(a)}. Then ${w.lose(b)}, but some others came later, and in the end the count was ${e}.|${w.holds(a)}. ${w.lose(b)}. Later new ones made it ${e} ${w.items} in all.|From ${a} ${w.items} the number fell, since ${w.lose(b)}; then it rose to ${e}.]`,
    );
    const left = s.sub(`${w.items} left`, a, b);
    const gained = s.sub(`more ${w.items}`, e, left);
    if (steps === 2) {
      s.ask(`[${w.askGained}|How many new ${w.items} were there]?`);
      return;
    }
    const k = divider(s, "equal lots", gained, 2, 9);
    s.say(
      `[The new ones came in ${k} equal lots.|All the new ${w.items} came in ${k} parts of the same size.|There were ${k} lots of new ${w.items}, all equally big.]`,
    );
    s.div(`${w.items} in a lot`, gained, k);
    s.ask(
      `[How many ${w.items} were in each lot|How big was one lot, in ${w.items}|How many new ${w.items} came at a time]?`,
    );
  }),
  template("fo-change-loss-unknown", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [a, e] = [s.num(`${w.items} at first`, 20, 400), s.num(`${w.items} in the end`, 4, 200)];
    s.need(a.value > e.value);
    if (steps === 1) {
      s.say(
        `[${w.holds(a)}. In the end only ${e} are left.|Of ${a} ${w.items} just ${e} remain.|The number of ${w.items} went down from ${a} to ${e}.|There are ${e} ${w.items} now. Earlier ${w.holds(a)}.]`,
      );
      s.sub(`fewer ${w.items}`, a, e);
      s.ask(`${w.askLost}?`);
      return;
    }
    const b = s.num(`more ${w.items}`, 3, 90);
    s.say(
      `[${w.holds(a)}. First ${w.gain(b)}, but then the number went down to ${e}.|Though ${w.gain(b)} when the count of ${w.items} stood at ${a}, only ${e} are left by now.|In the morning ${w.holds(a)}, and ${w.gain(b)}. By night there are just ${e}.]`,
    );
    const x = s.add(`${w.items} then`, a, b);
    const lost = s.sub(`fewer ${w.items}`, x, e);
    if (steps === 2) {
      s.ask(
        `[${w.askLost}|How many ${w.items} are gone by then|How many of the ${w.items} are missing in the end]?`,
      );
      return;
    }
    const c = s.num(`${w.items} known to be gone`, 2, 60);
    s.say(
      `[For ${c} of the missing ones the reason is known.|It is known where ${c} of the missing ones are.|Of those that are gone, ${c} have been written down.]`,
    );
    s.sub(`${w.items} still to be explained`, lost, c);
    s.ask(
      `[For how many of the missing ${w.items} is nothing known|How many missing ${w.items} have still to be explained|How many of the ${w.items} that are gone remain a riddle]?`,
    );
  }),
  template("fo-change-dialogue", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const t = s.thing(s.pick("small", "toy", "school", "food", "fruit"));
    const a = s.num(`${t.many} of ${p.name}`, 10, 120);
    const b = s.num(`${t.many} between them`, 3, 60);
    const kind = s.random.integer(0, 3);
    const said = [
      [
        `"I have ${a} ${t.many}, and you have ${b} more than I do," ${p.name} says to ${q.name}.`,
        `${p.name} tells ${q.name}: "If I had ${b} more ${t.many}, I would have as many as you. I have ${a}."`,
        `"You have ${a} ${t.many}," says ${q.name} to ${p.name}, "and that is ${b} fewer than mine."`,
      ],
      [
        `"I have ${a} ${t.many}, and you have ${b} fewer," ${p.name} says to ${q.name}.`,
        `${q.name} says to ${p.name}: "Give me ${b} new ones from the shop, and I have as many ${t.many} as you with your ${a}."`,
        `"My ${a} ${t.many} are ${b} more than yours," ${p.name} tells ${q.name}.`,
      ],
      [
        `"If you give me ${b} of your ${t.many}, I will have ${a}," says ${q.name} to ${p.name}.`,
        `"With ${b} more ${t.many} I would have ${a}," ${q.name} says.`,
        `${q.name} explains: "I need ${b} more ${t.many} to reach ${a}."`,
      ],
      [
        `"Without the ${b} ${t.many} that I lost, I am down to ${a}," says ${q.name}. This is about the time before that loss.`,
        `"I lost ${b} ${t.many} and have ${a} left," says ${q.name}. This is about the time before that loss.`,
        `${q.name}, who has ${a} ${t.many}, sighs: "If only I had not lost ${b}!" This is about the time before that loss.`,
      ],
    ][kind] as string[];
    s.say(s.pick(...said));
    const mine =
      kind === 0 || kind === 3
        ? s.add(`${t.many} of ${q.name}`, a, b)
        : s.sub(`${t.many} of ${q.name}`, a, b);
    const did = kind === 3;
    if (steps === 1) {
      s.ask(
        did
          ? `[How many ${t.many} did ${q.name} have before the loss|What number of ${t.many} did ${q.name} have then|How many ${t.many} had ${q.name} had]?`
          : `[How many ${t.many} does ${q.name} have|What is the number of ${q.name}'s ${t.many}|How many ${t.many} are ${q.name}'s]?`,
      );
      return;
    }
    const k = s.num("factor", 2, 5);
    const r = s.person();
    const many = k.number === 2 ? "twice as many" : `${k} times as many`;
    s.say(
      did
        ? `[At that time ${r.name} had ${many} as ${q.name}.|Then, ${r.name} had ${many} ${t.many} as ${q.name}.|"And I had ${many} as you then," ${r.name} answers ${q.name}.]`
        : `[${r.name} has ${many} as ${q.name}.|"Me, I have ${many} as ${q.name}," ${r.name} adds.|The collection of ${r.name} is ${k.number === 2 ? "twice" : `${k} times`} the size of ${q.name}'s.]`,
    );
    const theirs = s.mul(`${t.many} of ${r.name}`, mine, k);
    const [do_, have] = did ? ["did", "had"] : ["does", "has"];
    if (steps === 2) {
      s.ask(
        `[How many ${t.many} ${do_} ${r.name} have|What ${did ? "was" : "is"} the number of ${r.name}'s ${t.many}|Do you know how many ${t.many} ${r.name} ${have}]?`,
      );
      return;
    }
    s.add(`${t.many} of both`, mine, theirs);
    s.ask(
      `[How many ${t.many} ${did ? "did" : "do"} ${q.name} and ${r.name} have together|What is the total for ${q.name} and ${r.name}, in ${t.many}|How many ${t.many} ${did ? "were" : "are"} that for ${q.name} and ${r.name} in all]?`,
    );
  }),
  template("fo-change-every-day", [2, 3], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} at first`, 20, 300);
    const [b, n] = [s.num(`${w.items} a day`, 2, 25), s.num("days", 2, 12)];
    const up = s.random.chance(0.5);
    const each = up ? "more" : "fewer";
    s.say(
      `[On the first morning ${w.holds(a)}. From then on there are ${b} ${each} every day.|${w.holds(a)}. Each day the number ${up ? "grows" : "goes down"} by ${b}.|A count shows that ${w.holds(a)} and that ${b} ${up ? "are added" : "go"} daily.]`,
    );
    if (up) s.say(`[This goes on for ${n} days.|${n} days pass in this way.|It is like that for ${n} days.]`);
    else s.say(`[This goes on for ${n} days.|For ${n} days it stays so.|${n} days go by.]`);
    const change = s.mul(`${w.items} in those days`, b, n);
    const x = up ? s.add(`${w.items} then`, a, change) : s.sub(`${w.items} then`, a, change);
    if (steps === 3) {
      const c = s.num(`${w.items} on top`, 5, 80);
      s.say(
        up
          ? `[Then ${w.lose(c)}.|On the day after, ${w.lose(c)}.|Finally, ${w.lose(c)}.]`
          : `[Then ${w.gain(c)}.|On the day after, ${w.gain(c)}.|Finally, ${w.gain(c)}.]`,
      );
      if (up) s.sub(`${w.items} in the end`, x, c);
      else s.add(`${w.items} in the end`, x, c);
    }
    s.ask(
      `[How many ${w.items} are there in the end|What is the number of ${w.items} after that|How many ${w.items} does this leave|To what number of ${w.items} does this lead]?`,
    );
  }),
  template("fo-change-how-long", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} at first`, 30, 400);
    if (steps === 1) {
      const b = divider(s, `${w.items} a day`, a, 2, 20);
      s.say(
        `[${w.holds(a)}. Every day there are ${b} fewer.|${b} a day is the number by which the ${a} ${w.items} become fewer.|If ${b} of ${a} ${w.items} go each day, the end can be foretold.]`,
      );
      s.div("days", a, b);
      s.ask(
        "[After how many days are none left|How many days does it take until all are gone|For how many days do they last]?",
      );
      return;
    }
    const e = s.num(`${w.items} in the end`, 5, 300);
    const up = e.value > a.value;
    const gap = up ? s.sub("difference", e, a) : s.sub("difference", a, e);
    const b = divider(s, `${w.items} a day`, gap, 2, 20);
    const [more, grows] = up ? ["more", "grows"] : ["fewer", "shrinks"];
    s.say(
      `[${w.holds(a)}. The number ${grows} by ${b} a day, and it must come to ${e}.|At first ${w.holds(a)}. There are ${b} ${more} each day until there are just ${e}.|With ${b} ${more} every day, it is a question of time when the ${a} ${w.items} have become ${e}.]`,
    );
    const days = s.div("days", gap, b);
    if (steps === 3) {
      const c = s.num("days without change", 2, 9);
      s.say(
        `[There is a break of ${c} days, in which nothing changes.|For ${c} days in the middle nothing changes.|Nothing happens on ${c} of the days, and these come on top.]`,
      );
      s.add("days in all", days, c);
    }
    s.ask(
      "[How many days does that take|After how many days is it so far|How long does that take, in days]?",
    );
  }),
  template("fo-change-share-after", [2, 3, 4], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} at first`, 15, 200);
    const b = s.num("change", 3, 60);
    const up = s.random.chance(0.5);
    s.say(
      `[First ${w.holds(a)}. Then ${up ? w.gain(b) : w.lose(b)}.|${w.holds(a)}; however, ${up ? w.gain(b) : w.lose(b)}.|${up ? w.gainNamed(b) : w.loseNamed(b)}. Before that ${w.holds(a)}.]`,
    );
    const x = up ? s.add(`${w.items} then`, a, b) : s.sub(`${w.items} then`, a, b);
    const isTimes = s.random.chance(0.4);
    const n = isTimes ? s.num("factor", 2, 6) : divider(s, "groups", x, 2, 9);
    s.say(
      isTimes
        ? `[In the next year there are ${n.number === 2 ? "twice" : `${n} times`} as many as after this.|This new number becomes ${n} times as large within a year.|After a year the number is ${n} times what it is now.]`
        : `[They are divided into ${n} groups of the same size.|Now they form ${n} equal groups.|All that are there now are sorted into ${n} equal groups.]`,
    );
    let y = isTimes ? s.mul(`${w.items} next year`, x, n) : s.div(`${w.items} in a group`, x, n);
    if (steps > 2) {
      const c = s.num(isTimes ? "not wanted" : "taken out", 2, 40);
      s.say(
        isTimes
          ? `[Of these, ${c} are not wanted.|${c} of them cannot be used.|${c} of those are not good enough.]`
          : `[From one of the groups ${c} are taken out.|One group then loses ${c}.|${c} disappear from one of these groups.]`,
      );
      y = s.sub(isTimes ? `good ${w.items}` : `${w.items} in the small group`, y, c);
    }
    if (steps > 3) {
      const d = s.num("added", 2, 40);
      s.say(
        "[" +
          [
            `Somebody brings ${d} to make up for it.`,
            `In their place come ${d} others.`,
            `${d} new ones take their place.`,
          ].join("|") +
          "]",
      );
      s.add(`${w.items} in the end`, y, d);
    }
    s.ask(
      isTimes
        ? `[How many ${w.items} are there ${steps > 2 ? "that can be used" : "in a year"}|What is the number of ${steps > 2 ? "good " : ""}${w.items} then|How many ${steps > 2 ? "good " : ""}${w.items} does this make]?`
        : `[How many ${w.items} are there in ${steps > 2 ? "that" : "each"} group|What number of ${w.items} does ${steps > 2 ? "that" : "one"} group have|How big is ${steps > 2 ? "that" : "every"} group, in ${w.items}]?`,
    );
  }),
];
