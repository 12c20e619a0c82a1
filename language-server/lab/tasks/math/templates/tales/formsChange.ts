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
    for (const order of ["second", "third", "fourth"].slice(0, steps - 1)) {
      const c = s.num(`${order} change`, 3, 60);
      const isMore = s.random.chance(0.5);
      s.say(`[Later|Then|Next|After a while] ${isMore ? w.gain(c) : w.lose(c)}.`);
      x = isMore
        ? s.add(`${w.items} after the ${order} change`, x, c)
        : s.sub(`${w.items} after the ${order} change`, x, c);
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
];
