import { type Template, template } from "../../story.ts";
import { divider, scene, stuff, timesAs } from "./formsWorlds.ts";

/** Other ways to talk: pronouns, I and you, relative clauses, lists, notes, single sentences, negations. */
export const formsSpokenMore: readonly Template[] = [
  template("fo-say-all-but", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const [a, b] = [s.num(`${w.items} in all`, 20, 250), s.num("exceptions", 3, 60)];
    const [done, not] = s.pick(
      ["checked", "unchecked"],
      ["labeled", "unlabeled"],
      ["counted", "uncounted"],
      ["photographed", "not photographed"],
      ["measured", "not measured"],
      ["insured", "uninsured"],
      ["named on a list", "not on the list"],
    ) as [string, string];
    s.say(
      `[All but ${b} of the ${a} ${w.items} are ${done}.|There are ${a} ${w.items}, and except for ${b} they are all ${done}.|Of ${a} ${w.items}, only ${b} are ${not}.|Apart from ${b}, all of the ${a} ${w.items} are ${done}.]`,
    );
    const x = s.sub(`${w.items} that are ${done}`, a, b);
    if (steps === 1)
      return s.ask(
        `[How many ${w.items} are ${done}|What is the number of ${w.items} that are ${done}|Of how many ${w.items} can one say that they are ${done}]?`,
      );
    if (steps === 3 || s.random.chance(0.5)) {
      const c = s.num(`more ${done}`, 2, 50);
      s.need(c.value < b.value);
      s.say(
        `[Then ${c} of the others are ${done} too.|Later another ${c} of them are ${done}.|The next day ${c} more of these are ${done}.]`,
      );
      const y = s.add(`${w.items} that are ${done} then`, x, c);
      if (steps === 2)
        return s.ask(
          `[How many ${w.items} are ${done} then|What is the number of ${w.items} that are ${done} in the end|How many ${w.items} are ${done} by that time]?`,
        );
      const n = divider(s, "helpers", y, 2, 9);
      s.say(
        `[This was done by ${n} helpers in equal parts.|${n} helpers had the same number each of those that are ${done} in the end.|Each of ${n} helpers did as many of these as the others.]`,
      );
      s.div(`${w.items} of a helper`, y, n);
      return s.ask(
        `[How many ${w.items} is that for each helper|How many ${w.items} were one helper's part|What number of ${w.items} did each helper have]?`,
      );
    }
    s.need(x.value !== b.value);
    const more = x.value > b.value;
    if (more) s.sub("difference", x, b);
    else s.sub("difference", b, x);
    s.ask(
      more
        ? `[How many more ${w.items} are ${done} than not|By how many ${w.items} do those that are ${done} outnumber the others|How many fewer ${w.items} are ${not} than ${done}]?`
        : `[How many fewer ${w.items} are ${done} than not|By how many ${w.items} do those that are ${not} outnumber the others|How many more ${w.items} are ${not} than ${done}]?`,
    );
  }),
  template("fo-say-yesterday-tomorrow", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} today`, 8, 120);
    const b = s.num("difference", 3, 60);
    const up = s.random.chance(0.5);
    const yesterday = up
      ? `[yesterday there were ${b} more|that is ${b} fewer than yesterday|since yesterday ${b} have gone]`
      : `[yesterday there were ${b} fewer|that is ${b} more than yesterday|since yesterday ${b} have come]`;
    s.say(
      `[Today there are ${a} ${w.items}; ${yesterday}.|The number of ${w.items} today is ${a}, and ${yesterday}.|Today one counts ${a} ${w.items}. ${yesterday}.]`,
    );
    const x = up ? s.add(`${w.items} yesterday`, a, b) : s.sub(`${w.items} yesterday`, a, b);
    if (steps === 1)
      return s.ask(
        `[How many ${w.items} were there yesterday|What was yesterday's number of ${w.items}|How many ${w.items} did one count the day before]?`,
      );
    const k = s.num("factor", 2, 5);
    if (steps === 2) {
      s.say(
        `[The day before yesterday there were ${timesAs(k)} as yesterday.|Yesterday's number, taken ${k} times, was that of the day before yesterday.|Two days ago, the number had been ${k} times that of yesterday.]`,
      );
      s.mul(`${w.items} two days ago`, x, k);
      return s.ask(
        `[How many ${w.items} were there two days ago|What was the number of ${w.items} the day before yesterday|How many ${w.items} had there been two days before today]?`,
      );
    }
    s.say(
      `[Tomorrow there will be ${timesAs(k)} as today.|The number for tomorrow is ${k} times that of today.|By tomorrow, today's number will have become ${k} times as large.]`,
    );
    const y = s.mul(`${w.items} tomorrow`, a, k);
    s.need(y.value > x.value);
    s.sub(`more ${w.items} than yesterday`, y, x);
    s.ask(
      `[How many more ${w.items} will there be tomorrow than there were yesterday|By how many ${w.items} does the number grow from yesterday to tomorrow|How many fewer ${w.items} were there yesterday than there will be tomorrow]?`,
    );
  }),
  template("fo-say-same-total", [2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const t = stuff(s).many;
    const box = s.thing("container").many;
    const [n, k] = [s.num(`${box} of ${p.name}`, 2, 15), s.num(`${t} in each of these`, 3, 24)];
    const x = s.mul(`${t} of ${p.name}`, n, k);
    const m = divider(s, `${box} of ${q.name}`, x, 2, 15);
    s.need(m.value !== n.value);
    s.say(
      `[${p.name}'s ${n} ${box} hold ${k} ${t} each. ${q.name} has the same total number of ${t}, but in ${m} ${box}.|${q.name} has as many ${t} in ${m} ${box} as ${p.name} has in ${n}. ${p.name} keeps ${k} ${t} in each.|${p.name} and ${q.name} own equally many ${t}. ${p.name} has put ${k} each into ${n} ${box}, while ${q.name} uses ${m} ${box}, all with the same number.]`,
    );
    const y = s.div(`${t} in each of ${q.name}'s ${box}`, x, m);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${q.name} have in each of the ${m} ${box}|How many ${t} are in one of ${q.name}'s ${box}|What is the number of ${t} in every one of the ${box} of ${q.name}]?`,
      );
    s.need(y.value !== k.value);
    const up = y.value > k.value;
    if (up) s.sub("difference", y, k);
    else s.sub("difference", k, y);
    s.ask(
      `[How many ${up ? "more" : "fewer"} ${t} are in one of ${q.name}'s ${box} than in one of ${p.name}'s|By how many ${t} do the ${box} of the two differ|What is the difference between one of ${p.name}'s ${box} and one of ${q.name}'s, in ${t}]?`,
    );
  }),
  template("fo-say-arrived", [1, 2, 3, 4], (s, steps) => {
    const [t, came] = s
      .pick(
        "parcels/have arrived",
        "guests/have come",
        "books/have been returned",
        "chairs/have been set up",
        "letters/have been answered",
        "pupils/have signed up",
        "bricks/have been delivered",
        "windows/have been cleaned",
        "seats/have been taken",
        "plants/have been watered",
        "tickets/have been sold",
        "songs/have been rehearsed",
        "boxes/have been unpacked",
        "runners/have finished",
        "dishes/have been washed",
        "pages/have been read",
      )
      .split("/") as [string, string];
    const [a, b] = [s.num(t, 30, 400), s.num(`${t} that ${came}`, 5, 200)];
    s.need(a.value > b.value);
    s.say(
      `[Of ${a} ${t}, ${b} ${came}.|${b} of the ${a} ${t} ${came} by noon.|There are ${a} ${t} in all, of which ${b} ${came} so far.|${b} ${t} ${came}, but there should be ${a}.]`,
    );
    let x = s.sub(`other ${t}`, a, b);
    if (steps === 1)
      return s.ask(
        `[For how many ${t} is that not yet so|How many ${t} are still to go|How many of the ${t} are not included in that|How many ${t} does that leave]?`,
      );
    const c = s.num(`more ${t}`, 3, 90);
    s.say(
      `[In the afternoon it is the same for ${c} more.|Another ${c} follow later.|By evening ${c} others have joined them.]`,
    );
    x = s.sub(`${t} left`, x, c);
    if (steps === 2)
      return s.ask(
        `[For how many ${t} is that still not so|How many ${t} are still to go then|How many of the ${t} are not included in that|How many ${t} does that leave]?`,
      );
    const n = divider(s, "days", x, 2, 9);
    s.say(
      `[The rest will follow within ${n} days, with the same number each day.|All that remain are spread evenly over the next ${n} days.|The remaining ones need ${n} more days, equally many a day.]`,
    );
    const y = s.div(`${t} a day`, x, n);
    if (steps === 3)
      return s.ask(
        `[How many ${t} is that a day|How many ${t} come on each of those days|What is the number of ${t} per day]?`,
      );
    const d = s.num(`extra ${t}`, 2, 30);
    s.say(
      `[On the first of these days there are ${d} extra ones as well.|The first of these days brings ${d} on top, which nobody expected.|${d} unexpected ones come on top on the first of these days.]`,
    );
    s.add(`${t} on the first of these days`, y, d);
    s.ask(
      `[How many ${t} are that on this first day|What is the number of ${t} for that first day|How many ${t} does that first day see]?`,
    );
  }),
];
