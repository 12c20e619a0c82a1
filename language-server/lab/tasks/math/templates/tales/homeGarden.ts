import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Balconies and fruit trees. */
export const homeGarden: readonly Template[] = [
  told(
    "balcony-pots",
    (s) => {
      const who = s.person();
      const p = s.pick(
        "tulips",
        "violets",
        "herbs",
        "pansies",
        "marigolds",
        "strawberry plants",
        "peppers",
        "begonias",
        "ferns",
      );
      const n = s.num("pots", 4, 12);
      const k = s.num(`${p} in a pot`, 2, 9);
      s.say(
        `[${n} pots stand on ${who.name}'s balcony, and in each grow ${k} ${p}|On the balcony ${who.name} has planted ${k} ${p} in every one of ${n} pots|${who.name} has ${n} pots on the balcony with ${k} ${p} per pot].`,
      );
      return { who, p, n, k };
    },
    {
      1: [
        (s, { p, n, k }) => {
          s.mul(p, n, k);
          s.ask(
            `[How many ${p} grow on the balcony|How many ${p} are there|What number of ${p} is that altogether]?`,
          );
        },
      ],
      2: [
        (s, { who, p, n, k }) => {
          const d = s.num(`${p} that died`, 2, 9);
          s.say(
            `[The frost kills ${d} of them|${d} wither in the heat|Snails eat ${d} while ${who.name} is away].`,
          );
          s.sub(`${p} left`, s.mul(p, n, k), d);
          s.ask(`[How many ${p} are still alive|How many ${p} are left|How many ${p} made it]?`);
        },
        (s, { p, n, k }) => {
          const b = s.num(`${p} bought`, 70, 130);
          s.say(
            `[${b} ${p} had been bought for it|The garden center delivered ${b} ${p}|At the market, ${b} ${p} were bought].`,
          );
          s.sub(`${p} not planted`, b, s.mul(`${p} planted`, n, k));
          s.ask(
            `[How many ${p} have not found a place yet|How many ${p} are still to be planted|How many ${p} are left over]?`,
          );
        },
        (s, { who, p, n, k }) => {
          const m = s.num("minutes for a plant", 2, 5);
          s.say(
            `[Planting one of them takes ${m} minutes|${who.name} needs ${m} minutes for every single one|It is ${m} minutes of work for each of the ${p}].`,
          );
          s.mul("minutes", s.mul(p, n, k), m);
          s.ask(
            "[How many minutes does the planting take|How long is the work, in minutes|How many minutes of work are there]?",
          );
        },
      ],
      3: [
        (s, { p, n, k }) => {
          const m = s.num("boxes", 2, 5);
          const l = s.num(`${p} in a box`, 3, 10);
          s.say(
            `[The window boxes are planted as well: ${m} of them with ${l} each|There are also ${m} window boxes, each with ${l}|In addition, ${l} are planted in each of ${m} window boxes].`,
          );
          s.add(`${p} in all`, s.mul(`${p} in pots`, n, k), s.mul(`${p} in boxes`, m, l));
          s.ask(
            `[How many ${p} does the balcony have in all|How many ${p} are in pots and boxes together|What is the total number of ${p}]?`,
          );
        },
        (s, { p, n, k }) => {
          const m = s.num("boxes", 2, 4);
          const l = s.num(`${p} in a box`, 2, 5);
          s.say(
            `[A neighbor has ${m} window boxes with ${l} ${p} each|Next door there are ${m} boxes of ${l} ${p}|The balcony of a neighbor has only ${m} boxes, every one with ${l} ${p} in it].`,
          );
          s.sub("difference", s.mul(`${p} in pots`, n, k), s.mul(`${p} of the neighbor`, m, l));
          s.ask(
            `[How many fewer ${p} are there next door|How many more ${p} are in the pots than in the neighbor's boxes|By how many ${p} do the two balconies differ]?`,
          );
        },
      ],
    },
  ),
  told(
    "fruit-tree",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const f = s.pick(
        "cherries",
        "plums",
        "pears",
        "apples",
        "figs",
        "lemons",
        "apricots",
        "quinces",
        "walnuts",
        "peaches",
      );
      const a = s.num(`${f} of ${p.name}`, 20, 90);
      s.say(
        `[From the tree behind the house ${p.name} picks ${a} ${f}|${p.name} climbs the ladder and picks ${a} ${f}|${a} ${f} are in the basket that ${p.name} carries home from the tree].`,
      );
      return { p, q, f, a };
    },
    {
      1: [
        (s, { p, q, f, a }) => {
          const d = s.num("difference", 5, 30);
          s.say(
            `[${q.name} picks ${d} more than ${p.name}|That is ${d} fewer than what ${q.name} picks|With ${d} more in the basket, ${p.name} would have as many as ${q.name}].`,
          );
          s.add(`${f} of ${q.name}`, a, d);
          s.ask(
            `[How many ${f} does ${q.name} pick|How many ${f} are in ${q.name}'s basket|How many ${f} did ${q.name} get]?`,
          );
        },
        (s, { f, a }) => {
          const k = s.num(`${f} in a bag`, 3, 9);
          s.need(a.number % k.number === 0);
          s.say(
            `[They are packed in bags of ${k}|Each bag takes ${k} of them|For the neighbors they are put into bags, ${k} to a bag].`,
          );
          s.div("bags", a, k);
          s.ask("[How many bags are there|How many bags does that make|How many bags can be filled]?");
        },
        (s, { q, f, a }) => {
          const t = s.num(`${f} together`, 100, 160);
          s.say(
            `[Together with ${q.name} it is ${t}|With the ones of ${q.name} there are ${t}|${q.name} adds some, which makes ${t} in all].`,
          );
          s.sub(`${f} of ${q.name}`, t, a);
          s.ask(
            `[How many ${f} did ${q.name} pick|How many came from ${q.name}|What is ${q.name}'s part, in ${f}]?`,
          );
        },
      ],
      2: [
        (s, { q, f, a }) => {
          const b = s.num(`${f} of ${q.name}`, 20, 90);
          const r = s.num(`rotten ${f}`, 3, 15);
          s.say(
            `[${q.name} picks ${b}, but ${r} in all are rotten|${r} of these and the ${b} picked by ${q.name} are bad|${b} more come from ${q.name}. They throw away ${r}].`,
          );
          s.sub(`good ${f}`, s.add(`${f} in all`, a, b), r);
          s.ask(`[How many good ${f} do they have|How many ${f} can be used|How many ${f} are left]?`);
        },
        (s, { q, f, a }) => {
          const b = s.num(`${f} of ${q.name}`, 20, 90);
          const k = s.num(`${f} for a jar`, 5, 12);
          s.need((a.number + b.number) % k.number === 0);
          s.say(
            `[${q.name} brings ${b} more. A jar of jam takes ${k} ${f}|For a jar of jam they need ${k} ${f}, and ${q.name} has ${b} as well|With the ${b} of ${q.name} they make jam, ${k} ${f} to a jar].`,
          );
          s.div("jars", s.add(`${f} in all`, a, b), k);
          s.ask(
            "[How many jars of jam can they make|How many jars will there be|For how many jars is that enough]?",
          );
        },
      ],
      3: [
        (s, { p, q, f, a }) => {
          const k = s.num("factor", 2, 4);
          const n = s.num("neighbors", 3, 6);
          s.say(
            `[${q.name} picks ${k} times as many as ${p.name}. All of it is divided equally among ${n} neighbors|${n} neighbors share this equally with what ${q.name} picks, which is ${k} times as much|Another tree gives ${q.name} ${k} times as many. What the two have is handed out to ${n} neighbors in equal parts].`,
          );
          s.div(`${f} for a neighbor`, s.add(`${f} in all`, a, s.mul(`${f} of ${q.name}`, a, k)), n);
          s.ask(
            `[How many ${f} does each neighbor get|How many ${f} are for one neighbor|What is one neighbor's share, in ${f}]?`,
          );
        },
      ],
    },
  ),
];
