import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Watering, growing plants, and animals that come and go. */
export const homeYard: readonly Template[] = [
  told(
    "watering-can",
    (s) => {
      const who = s.person();
      const c = s.num("liters in a can", 3, 12);
      s.say(
        `[${who.name}'s watering can holds ${c} liters|To water the garden ${who.name} uses a can of ${c} liters|${c} liters fit into the watering can with which ${who.name} waters the garden].`,
      );
      return { who, c };
    },
    {
      1: [
        (s, { who, c }) => {
          const b = s.multiple("liters in the barrel", c, 4, 15);
          s.say(
            `[The rain barrel contains ${b} liters|There are ${b} liters in the rain barrel, and ${who.name} uses them all|A tub of ${b} liters is emptied with it].`,
          );
          s.div("cans", b, c);
          s.ask(
            "[How many times can it be filled|How many full cans is that|How many times does one fill the can]?",
          );
        },
        (s, { c }) => {
          const n = s.num("cans", 3, 12);
          s.say(
            `[The vegetable bed takes ${n} cans|${n} full cans are carried to the beans|On hot days, ${n} cans are needed].`,
          );
          s.mul("liters", n, c);
          s.ask(
            "[How many liters of water is that|How much water is used, in liters|How many liters are carried]?",
          );
        },
      ],
      2: [
        (s, { c }) => {
          const b = s.num("liters in the barrel", 100, 200, 5);
          const n = s.num("cans", 3, 8);
          s.say(
            `[${n} cans are taken from a barrel that held ${b} liters|The barrel was full with ${b} liters before ${n} cans were drawn from it|Of the ${b} liters in the barrel, ${n} cans are used].`,
          );
          s.sub("liters left", b, s.mul("liters used", n, c));
          s.ask(
            "[How many liters does the barrel still hold|How many liters are left|How much water remains, in liters]?",
          );
        },
        (s, { c }) => {
          const m = s.num("cans in the morning", 2, 7);
          const e = s.num("cans in the evening", 2, 7);
          s.say(
            `[${m} cans are emptied in the morning and ${e} in the evening|In the evening it takes ${e} cans, in the morning ${m}|The roses get ${m} cans and the lettuce ${e}].`,
          );
          s.mul("liters", s.add("cans", m, e), c);
          s.ask(
            "[How many liters does that come to|How much water do they get in all, in liters|How many liters are used altogether]?",
          );
        },
      ],
      3: [
        (s, { c }) => {
          const m = s.num("cans a day", 2, 5);
          const d = s.num("days", 3, 7);
          const r = s.num("liters of tap water", 10, 60, 5);
          s.say(
            `[For ${d} days, ${m} cans a day are used; ${r} liters of that came from the tap and the rest was rain|${m} cans a day are needed in a dry spell of ${d} days. Only ${r} liters come from the tap, all the rest from the rain barrel|${d} days without rain follow, each with ${m} cans of water. The tap gave ${r} liters of it, and a rain barrel gave the rest].`,
          );
          s.sub("liters of rain water", s.mul("liters in all", s.mul("cans", m, d), c), r);
          s.ask(
            "[How many liters of rain water were used|How many liters did not come from the tap|How much of it was rain, in liters]?",
          );
        },
      ],
    },
  ),
  told(
    "sunflower-growth",
    (s) => {
      const who = s.person();
      const p = s.pick(
        "sunflower",
        "bean plant",
        "tomato plant",
        "sapling",
        "corn stalk",
        "bamboo shoot",
        "pea vine",
      );
      const a = s.num(`height of the ${p}`, 10, 60);
      s.say(
        `[${who.name}'s ${p} is ${a} centimeters tall|A ${p} that ${who.name} planted has reached ${a} centimeters|${who.name} measures a ${p}: it is ${a} centimeters high].`,
      );
      return { who, p, a };
    },
    {
      1: [
        (s, { a }) => {
          const b = s.num("height last week", 4, 9);
          s.say(
            `[A week ago it was ${b} centimeters|Last Sunday it measured ${b} centimeters|It was only ${b} centimeters tall at the last measurement].`,
          );
          s.sub("centimeters grown", a, b);
          s.ask(
            "[How many centimeters has it grown|By how many centimeters is it taller now|How much did it grow, in centimeters]?",
          );
        },
        (s, { a }) => {
          const k = s.num("factor", 2, 6);
          s.say(
            `[The fence is ${k} times as high|It should become ${k} times as tall|The label says it will grow to ${k} times that height].`,
          );
          s.mul("height", a, k);
          s.ask(
            "[How many centimeters is that|What height is that, in centimeters|How high is that, in centimeters]?",
          );
        },
      ],
      2: [
        (s, { p, a }) => {
          const g = s.num("centimeters a week", 3, 12);
          const w = s.num("weeks", 3, 9);
          s.say(
            `[It grows ${g} centimeters a week|Every week ${g} centimeters are added|Week after week the ${p} gains ${g} centimeters]. [${w} weeks pass|The gardener waits ${w} weeks|The next look is in ${w} weeks].`,
          );
          s.add("height then", a, s.mul("growth", g, w));
          s.ask(
            `[How tall is the ${p} then, in centimeters|How many centimeters high is it by then|What height has it reached, in centimeters]?`,
          );
        },
        (s, { a, p }) => {
          const g = s.num("centimeters a week", 3, 12);
          const h = s.num("height of the window", 80, 160, 5);
          s.need((h.number - a.number) % g.number === 0);
          s.say(
            `[The window sill is ${h} centimeters up, and the ${p} grows ${g} centimeters a week|Growing ${g} centimeters a week, it is to reach a window at ${h} centimeters|Its stake is ${h} centimeters long. Each week the ${p} grows by ${g} centimeters].`,
          );
          s.div("weeks", s.sub("centimeters to grow", h, a), g);
          s.ask(
            "[In how many weeks will it be that high|How many weeks does it take to get there|How many weeks of growing are needed]?",
          );
        },
      ],
      3: [
        (s, { p, a }) => {
          const g = s.num("centimeters a week", 3, 12);
          const w = s.num("weeks", 3, 9);
          const b = s.num("height of the other", 10, 40);
          s.say(
            `[It gains ${g} centimeters a week for ${w} weeks, while the one beside it stays at ${b} centimeters|After ${w} weeks of growing ${g} centimeters a week, it is compared with a smaller ${p} of ${b} centimeters|A smaller ${p} beside it does not grow and stays at ${b} centimeters. This one gets ${g} centimeters taller every week, for ${w} weeks].`,
          );
          s.sub("difference", s.add("height then", a, s.mul("growth", g, w)), b);
          s.ask(
            "[How many centimeters is the difference then|By how many centimeters is it taller than the other one|How many centimeters shorter is the other one]?",
          );
        },
      ],
    },
  ),
  told(
    "stray-cats",
    (s) => {
      const a = s.pick("cats", "hedgehogs", "ducks", "pigeons", "rabbits", "sparrows", "squirrels", "frogs");
      const place = s.pick(
        "in the yard",
        "by the pond",
        "under the porch",
        "behind the garage",
        "in the garden",
      );
      const n = s.num(`${a} at first`, 12, 40);
      s.say(
        `[There were ${n} ${a} ${place} this morning|${n} ${a} could be seen ${place} at breakfast time|At sunrise, a neighbor counted ${n} ${a} ${place}].`,
      );
      return { a, place, n };
    },
    {
      1: [
        (s, { a, n }) => {
          const b = s.num(`${a} later`, 41, 70);
          s.say(
            `[By noon the number had gone up to ${b}|At noon it was ${b}|A second count an hour later gave ${b}].`,
          );
          s.sub(`${a} that came`, b, n);
          s.ask(
            `[How many ${a} had come in between|How many more ${a} were there|By how many ${a} did the number go up]?`,
          );
        },
        (s, { a, n }) => {
          const b = s.num(`${a} left`, 2, 11);
          s.say(
            `[After a thunderclap there were only ${b}|A barking dog left just ${b} of them there|When the mower started, no more than ${b} stayed].`,
          );
          s.sub(`${a} gone`, n, b);
          s.ask(`[How many ${a} had gone|How many ${a} ran off|How many of them left]?`);
        },
      ],
      2: [
        (s, { a, n }) => {
          const b = s.num(`${a} that went`, 3, 11);
          const c = s.num(`${a} that came`, 3, 25);
          s.say(
            `[Then ${b} left and ${c} arrived|${c} others joined them after ${b} had gone|Since that time ${b} have gone and ${c} have come].`,
          );
          s.add(`${a} now`, s.sub(`${a} that stayed`, n, b), c);
          s.ask(
            `[How many ${a} are there now|How many ${a} does that make|What is the number of ${a} at the end]?`,
          );
        },
        (s, { a, n, place }) => {
          const b = s.num(`${a} that went`, 3, 11);
          const k = s.num("groups", 2, 5);
          s.need((n.number - b.number) % k.number === 0);
          s.say(
            `[${b} of them left, and the others sat in ${k} groups of the same size|Those that stayed after ${b} had left formed ${k} equal groups|Minus ${b} that did not stay, they sat ${place} in ${k} groups, equally many in each].`,
          );
          s.div(`${a} in a group`, s.sub(`${a} that stayed`, n, b), k);
          s.ask(
            `[How many ${a} were in each group|How many ${a} made up one group|How large was one group]?`,
          );
        },
      ],
      3: [
        (s, { a, n }) => {
          const c = s.num(`${a} that came`, 3, 25);
          const b = s.num(`${a} across the street`, 5, 30);
          s.say(
            `[${c} more came. Half of all these then crossed the street, where ${b} were sitting already|Later ${c} joined them, and half of them all moved over to the ${b} across the street|Then the number went up by ${c}. One half of them all went over to the other side of the street, joining ${b} that were there before].`,
          );
          s.add(`${a} across the street in the end`, s.div("half of them", s.add(`${a} in all`, n, c), 2), b);
          s.ask(
            `[How many ${a} are across the street then|How many ${a} can be seen over there now|What is the number of ${a} across the street]?`,
          );
        },
      ],
    },
  ),
];
