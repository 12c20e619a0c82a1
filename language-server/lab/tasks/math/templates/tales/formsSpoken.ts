import { type Template, template } from "../../story.ts";
import { divider, stuff, timesAs } from "./formsWorlds.ts";

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
        `[How many ${t} do they have together|How many ${t} are ${p.name}'s and ${p.his} ${other}'s in all|What is the sum of ${p.his} ${t} and those of ${p.his} ${other}]?`,
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
      `[How many ${t} do they have together then|How many ${t} are ${p.name}'s and ${p.his} ${other}'s in all after that|What is the sum of ${p.his} ${t} and those of ${p.his} ${other} then]?`,
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
            `[How many ${t} will that be|How many ${t} are meant by that|What number of ${t} is meant by this]?`,
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
];
