import { type Template, template } from "../../story.ts";
import { oneWay } from "./tripWords.ts";

/** Youth hostels, treasure hunts. */
export const tripCamp: readonly Template[] = [
  template("trip-hostel-meals", [2, 3, 4], (s, steps) => {
    const food = s.pick(
      "rolls",
      "eggs",
      "pancakes",
      "sausages",
      "apples",
      "sandwiches",
      "yogurts",
      "dumplings",
      "bananas",
    );
    const place = s.pick(
      "youth hostel",
      "ski hut",
      "summer camp",
      "horse farm",
      "music camp",
      "sailing school",
    );
    const g = s.num("girls", 8, 40);
    const b = s.num("boys", 8, 40);
    const k = s.num(`${food} for each`, 2, 5);
    s.say(
      `[At a ${place} there are ${g} girls and ${b} boys, and each gets ${k} ${food}|The cook of a ${place} plans ${k} ${food} for each child. ${g} girls and ${b} boys are there|${g} girls and ${b} boys stay in a ${place} where every child is given ${k} ${food}].`,
    );
    const need = s.mul(`${food} needed`, s.add("children", g, b), k);
    if (steps === 2) {
      s.ask(
        `[How many ${food} does the kitchen need|How many ${food} are needed in all|What number of ${food} is that]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const have = s.num(`${food} there`, 20, 120, 5);
      s.say(
        `[${have} of these are in the kitchen|The cook has ${have}|There is a box with ${have} of them already].`,
      );
      s.sub(`${food} missing`, need, have);
      s.ask(
        `[How many ${food} are missing|How many ${food} must still be bought|How many ${food} short is the cook]?`,
      );
      return;
    }
    const p = s.num(`${food} in a pack`, 2, 10);
    s.say(`[They come in packs of ${p}|A pack contains ${p}|The shop sells only packs with ${p} in each].`);
    const packs = s.div("packs", need, p);
    if (steps === 3) {
      s.ask(
        "[How many packs must be bought|How many packs does the cook need|What number of packs is needed]?",
      );
      return;
    }
    const c = s.cash("price of a pack", 2, 9);
    s.say(`[A pack costs $${c}|For a pack one pays $${c}|The shop asks $${c} for a pack].`);
    s.mul("price", packs, c);
    s.ask(
      "[How much must be paid for them|What do the packs cost in all|How many dollars does the cook spend]?",
    );
  }),
  template("trip-treasure-hunt", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const w = s.pick(
      "clues",
      "flags",
      "painted stones",
      "stamps",
      "shells",
      "golden nuts",
      "ribbons",
      "tokens",
    );
    const a = s.num(`${w} of ${p.name}`, 6, 40);
    const d = s.num("difference", 2, 20);
    const more = s.random.chance(0.5);
    s.say(
      more
        ? `[On a treasure hunt ${p.name} finds ${a} ${w}, and ${q.name} finds ${d} more than ${p.name}|${q.name} has ${d} more ${w} than ${p.name}, who found ${a} in the woods|${a} ${w} are found by ${p.name}. ${q.name} beats that by ${d}].`
        : `[On a treasure hunt ${p.name} finds ${a} ${w}, and ${q.name} finds ${d} fewer than ${p.name}|${q.name} has ${d} fewer ${w} than ${p.name}, who found ${a} in the woods|${a} ${w} are found by ${p.name}. ${q.name} is ${d} short of that].`,
    );
    const b = more ? s.add(`${w} of ${q.name}`, a, d) : s.sub(`${w} of ${q.name}`, a, d);
    if (steps === 1) {
      s.ask(
        `[How many ${w} does ${q.name} find|How many ${w} does ${q.name} have|What is ${q.name}'s number of ${w}]?`,
      );
      return;
    }
    const both = s.add(`${w} of both`, a, b);
    if (steps === 2) {
      s.ask(
        `[How many ${w} do the two have together|How many ${w} have been found in all|What is the sum for both]?`,
      );
      return;
    }
    oneWay(
      s,
      () => {
        const hid = s.num(`${w} hidden`, 60, 120);
        s.say(
          `[${hid} ${w} had been hidden|Their aunt had hidden ${hid}|At the start there were ${hid} ${w} in the woods].`,
        );
        s.sub(`${w} not found`, hid, both);
        s.ask(
          `[How many ${w} have not been found|How many ${w} are still hidden|What number of ${w} is still in the woods]?`,
        );
      },
      () => {
        const pts = s.num("points", 2, 10);
        s.say(
          `[Each is worth ${pts} points|For each there are ${pts} points|The judge gives ${pts} points for each one].`,
        );
        s.mul("points", both, pts);
        s.ask(
          "[How many points do they have together|What is their number of points in all|How many points is that for both of them]?",
        );
      },
      () => {
        const k = s.num("friends", 2, 5);
        s.say(
          `[They share all of them equally with others, so that ${k} children have the same number|All of them are divided evenly among ${k} children|In the end all of these go to ${k} children, the same number to each].`,
        );
        s.div(`${w} for a child`, both, k);
        s.ask(
          `[How many ${w} does each child get|How many ${w} are there for one child|What is a child's share]?`,
        );
      },
    );
  }),
];
