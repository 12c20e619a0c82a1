import { type Template, template } from "../../story.ts";
import { divider, scene } from "./formsWorlds.ts";

/** Something becomes more or fewer; start, change or end is asked for. */
export const formsChangeMore: readonly Template[] = [
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
