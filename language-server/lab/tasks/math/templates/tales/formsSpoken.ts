import { type Template, template } from "../../story.ts";
import { divider, scene, stuff, timesAs } from "./formsWorlds.ts";

/** Other ways to talk: pronouns, I and you, relative clauses, lists, notes, single sentences, negations. */
export const formsSpoken: readonly Template[] = [
  template("fo-say-pronoun", [1, 2, 3], (s, steps) => {
    const p = s.person();
    const t = stuff(s).many;
    const other = s.pick(
      "brother",
      "sister",
      "mother",
      "cousin",
      "best friend",
      "neighbor",
      "uncle",
      "teacher",
      "grandfather",
      "roommate",
      "coach",
    );
    const [a, b] = [s.num(`${t} of ${p.name}`, 8, 150), s.num("difference", 3, 60)];
    const up = s.random.chance(0.5);
    s.say(
      up
        ? `[${p.name} has ${a} ${t}, but ${p.his} ${other} has ${b} more than ${p.he} does.|With ${a} ${t}, ${p.name} is behind ${p.his} ${other}, who is ${b} ahead of ${p.him}.|${p.name}'s ${a} ${t} are ${b} fewer than those of ${p.his} ${other}.|To equal ${p.his} ${other}, ${p.name} would have to add ${b} to ${p.his} ${a} ${t}.]`
        : `[${p.name} has ${a} ${t}; ${p.his} ${other} has ${b} fewer than ${p.he} does.|With ${a} ${t}, ${p.name} is ahead of ${p.his} ${other}, who has ${b} fewer.|${p.name}'s ${a} ${t} are ${b} more than those of ${p.his} ${other}.|If ${p.his} ${other} had ${b} more, it would be as many as ${p.name}'s ${a} ${t}.]`,
    );
    const x = up ? s.add(`${t} of the ${other}`, a, b) : s.sub(`${t} of the ${other}`, a, b);
    if (steps === 1)
      return s.ask(
        `[How many ${t} does ${p.his} ${other} have|How many ${t} are ${p.his} ${other}'s|What is the number of ${t} that ${p.his} ${other} has]?`,
      );
    if (steps === 2 && s.random.chance(0.5)) {
      s.add(`${t} of both`, a, x);
      return s.ask(
        `[How many ${t} do they have together|How many ${t} are ${p.his} and ${p.his} ${other}'s in all|What is the sum of ${p.his} ${t} and those of ${p.his} ${other}]?`,
      );
    }
    if (s.random.chance(0.5)) {
      const k = s.num("factor", 2, 4);
      s.say(
        `[A third person has ${timesAs(k)} as this ${other}.|Their friend has ${timesAs(k)} ${t} as the ${other}.|Take the ${other}'s number ${k} times, and you get the number of a third person.]`,
      );
      const y = s.mul(`${t} of the third`, x, k);
      if (steps === 2)
        return s.ask(
          `[How many ${t} does the third one have|What is the number of ${t} of this third person|How many ${t} belong to that third person]?`,
        );
      s.need(y.value > a.value);
      s.sub("difference", y, a);
      return s.ask(
        `[How many more ${t} does the third one have than ${p.name}|By how many ${t} does the third one beat ${p.name}|How many ${t} fewer than this third person does ${p.name} have]?`,
      );
    }
    const c = s.num(`${t} lost`, 2, 60);
    s.say(
      `[Then the ${other} loses ${c}.|Later ${c} of the ${other}'s ${t} are sold.|The ${other} gives ${c} to a stranger.]`,
    );
    const y = s.sub(`${t} of the ${other} then`, x, c);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does the ${other} have left|What is the number of ${t} left for ${p.his} ${other}|How many ${t} remain with the ${other}]?`,
      );
    s.add(`${t} of both then`, a, y);
    s.ask(
      `[How many ${t} do they have together then|How many ${t} are ${p.his} and ${p.his} ${other}'s in all after that|What is the sum of ${p.his} ${t} and those of ${p.his} ${other} then]?`,
    );
  }),
  template("fo-say-i-and-you", [1, 2, 3, 4], (s, steps) => {
    const t = stuff(s).many;
    const [who, my, do_] = s.pick(
      ["I", "my", "do"],
      ["you", "your", "do"],
      ["we", "our", "do"],
      ["they", "their", "do"],
    ) as [string, string, string];
    const a = s.num(`${t} at first`, 15, 200);
    const down = s.random.chance(0.5);
    const b = s.num("first change", 3, 60);
    s.say(
      down
        ? `[${who} have ${a} ${t}, but ${b} of them get lost.|Of ${my} ${a} ${t}, ${b} have to go.|From ${my} ${a} ${t}, somebody takes ${b}.|${b} of the ${a} ${t} which ${who} have are sold.]`
        : `[${who} have ${a} ${t}, and ${b} more arrive.|To ${my} ${a} ${t}, somebody adds ${b}.|${who} find ${b} ${t} in the cellar and have ${a} already.|${b} ${t} come to the ${a} which ${who} have.]`,
    );
    let x = down ? s.sub(`${t} then`, a, b) : s.add(`${t} then`, a, b);
    if (steps > 1) {
      const sharing = s.random.chance(0.5);
      if (sharing) {
        const n = divider(s, "boxes", x, 2, 9);
        s.say(
          `[${who} put all of them into ${n} boxes, the same number in each.|${n} equal boxes are what ${who} put them into.|All of them fit evenly into ${my} ${n} boxes.]`,
        );
        x = s.div(`${t} in a box`, x, n);
        if (steps === 2)
          return s.ask(
            `[How many ${t} ${do_} ${who} put into each box|How many ${t} are in one of ${my} boxes|What is the number of ${t} in a box]?`,
          );
        const m = s.num("full boxes", 2, 8);
        s.need(m.value < n.value);
        s.say(
          `[${m} of the boxes are needed today.|Today ${who} open only ${m} of the boxes.|${who} take ${m} of these boxes on a trip.]`,
        );
        x = s.mul(`${t} in ${m} boxes`, x, m);
        if (steps === 3)
          return s.ask(
            `[How many ${t} are in these ${m} boxes|How many ${t} is that|What number of ${t} do these ${m} boxes hold]?`,
          );
      } else {
        const k = s.num("factor", 2, 5);
        s.say(
          `[Next year ${who} will have ${timesAs(k)} as after this.|${my} aim is to have ${timesAs(k)} as that.|${who} want this number to be ${k} times as large.]`,
        );
        x = s.mul(`${t} wanted`, x, k);
        if (steps === 2)
          return s.ask(
            `[How many ${t} will that be|How many ${t} is that aim|What number of ${t} is meant by this]?`,
          );
        const c = s.num(`${t} more`, 3, 60);
        s.say(
          `[Then, on top of it, there will be ${c} others.|${c} should be added to it for guests.|Besides, ${who} count on ${c} more.]`,
        );
        x = s.add(`${t} with these`, x, c);
        if (steps === 3)
          return s.ask(
            `[How many ${t} will that be in all|To what number of ${t} does it come|How many ${t} are that altogether]?`,
          );
      }
      const d = s.num(`${t} given away`, 2, 40);
      s.say(
        `[Of these, ${d} are for a neighbor.|${d} of these are meant for someone else.|${who} promise ${d} of these to a friend.]`,
      );
      s.sub(`${t} for ourselves`, x, d);
      return s.ask(
        `[How many of these ${t} will not go to someone else|How many of these ${t} stay|What number of these ${t} remains]?`,
      );
    }
    s.ask(
      down
        ? `[How many ${t} ${do_} ${who} have left|How many ${t} are still there|What is the number of ${my} ${t} now]?`
        : `[How many ${t} ${do_} ${who} have now|How many ${t} are there in all|What is the number of ${my} ${t} now]?`,
    );
  }),
  template("fo-say-list", [1, 2, 3, 4], (s, steps) => {
    const kind = s.pick("fruit", "vegetable", "animal", "pet", "plant", "school", "goods");
    const [x, y, z] = s.things(kind, 3).map((noun) => noun.many) as [string, string, string];
    const head = s.pick(
      "A note says",
      "The list reads",
      "On the board one can read",
      "This is what the inventory says",
      "An order",
      "From a diary",
      "The poster says",
      "A text message",
    );
    const [a, b] = [s.num(x, 5, 90), s.num("difference", 2, 50)];
    const up = s.random.chance(0.5);
    const k = steps > 1 ? s.num("factor", 2, 5) : undefined;
    const lines = [
      `${x}: ${a}`,
      up
        ? `[${y}: ${b} more than ${x}|${y}: ${b} above the number of ${x}|${y}: as many as ${x}, plus ${b}]`
        : `[${y}: ${b} fewer than ${x}|${y}: ${b} below the number of ${x}|${y}: as many as ${x}, less ${b}]`,
    ];
    if (k !== undefined)
      lines.push(
        `[${z}: ${timesAs(k)} as ${y}|${z}: ${k} times the number of ${y}|${z}: ${k} for each of the ${y}]`,
      );
    s.say(`${head}: ${(s.random.chance(0.5) ? lines : s.random.shuffle(lines)).join("; ")}.`);
    const v = up ? s.add(y, a, b) : s.sub(y, a, b);
    if (k === undefined)
      return s.ask(`[How many ${y} are there|What is the number of ${y}|How many ${y} does this mean]?`);
    const w = s.mul(z, v, k);
    if (steps === 2)
      return s.ask(`[How many ${z} are there|What is the number of ${z}|How many ${z} does this mean]?`);
    if (steps === 3 && s.random.chance(0.4)) {
      s.need(w.value > a.value);
      s.sub("difference", w, a);
      return s.ask(
        `[How many more ${z} than ${x} are there|By how many do the ${z} outnumber the ${x}|How many fewer ${x} are there than ${z}]?`,
      );
    }
    const all = s.total("all together", a, v, w);
    if (steps === 3)
      return s.ask(
        "[How many are there altogether, of all three kinds|What is the total of the three numbers|How many does that make in all]?",
      );
    const c = s.num("those not there", 3, 60);
    s.say(
      `[But ${c} of all these do not exist any more.|Of all of them together, ${c} have been crossed out.|Then ${c} of the total are taken away.]`,
    );
    s.sub("those left", all, c);
    s.ask("[How many are left altogether|What is the total after that|How many of them are there still]?");
  }),
  template("fo-say-one-sentence", [1, 2], (s, steps) => {
    const t = stuff(s).many;
    const who = s.pick(
      "children",
      "guests",
      "workers",
      "visitors",
      "pupils",
      "friends",
      "players",
      "neighbors",
      "hikers",
      "cooks",
    );
    const kind = s.random.integer(0, 3);
    if (steps === 1) {
      if (kind < 2) {
        const [n, k] = [s.num(who, 3, 25), s.num(`${t} for each`, 2, 20)];
        s.mul(t, n, k);
        return s.ask(
          `[How many ${t} are needed so that each of ${n} ${who} gets ${k}|If ${n} ${who} take ${k} ${t} each, how many ${t} is that in all|What is the number of ${t} that ${n} ${who} with ${k} ${t} each have together|How many ${t} must be bought for ${n} ${who} who want ${k} each]?`,
        );
      }
      const [n, each] = [s.num(kind === 2 ? who : `${t} for each`, 2, 15), s.random.integer(3, 40)];
      const all = s.oneOf(t, [n.number * each]);
      s.div(kind === 2 ? `${t} for each` : who, all, n);
      return s.ask(
        kind === 2
          ? `[How many ${t} does each of ${n} ${who} get when ${all} ${t} are shared equally|If ${n} ${who} divide ${all} ${t} evenly, how many ${t} does each have|What is one share when ${all} ${t} are split equally between ${n} ${who}]?`
          : `[For how many ${who} are ${all} ${t} enough if each gets ${n}|How many ${who} can have ${n} ${t} each when there are ${all} ${t}|If each of the ${who} gets ${n} of ${all} ${t} and none are left, how many ${who} are there]?`,
      );
    }
    const [n, k] = [s.num(who, 3, 20), s.num(`${t} for each`, 2, 15)];
    const c = s.num(kind < 2 ? `spare ${t}` : `${t} so far`, 3, 60);
    if (kind < 2) {
      s.add(`${t} in all`, s.mul(`${t} for the ${who}`, n, k), c);
      return s.ask(
        `[How many ${t} are needed so that each of ${n} ${who} gets ${k} and ${c} are to spare|If ${n} ${who} take ${k} ${t} each and leave ${c}, how many ${t} were there|What is the number of ${t} if ${c} are kept and ${k} go to each of ${n} ${who}]?`,
      );
    }
    s.sub(`${t} missing`, s.mul(`${t} for the ${who}`, n, k), c);
    s.ask(
      `[How many ${t} must still be bought so that each of ${n} ${who} gets ${k}, if ${c} ${t} are there|If ${c} ${t} are at hand and ${n} ${who} want ${k} each, how many are missing|With ${c} ${t} at home, how many more does one need to give ${k} to each of ${n} ${who}]?`,
    );
  }),
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
        `[For how many ${t} is that not yet so|How many ${t} are still to go|How many of the ${t} remain|How many ${t} does that leave]?`,
      );
    const c = s.num(`more ${t}`, 3, 90);
    s.say(
      `[In the afternoon it is the same for ${c} more.|Another ${c} follow later.|By evening ${c} others have joined them.]`,
    );
    x = s.sub(`${t} left`, x, c);
    if (steps === 2)
      return s.ask(
        `[For how many ${t} is that still not so|How many ${t} are still to go then|How many of the ${t} remain|How many ${t} does that leave]?`,
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
