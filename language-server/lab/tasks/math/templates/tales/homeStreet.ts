import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Houses of a street, and toys made of parts. */
export const homeStreet: readonly Template[] = [
  told(
    "street-houses",
    (s) => {
      const [p, q] = s.random.pickSome(
        [
          "Oak Lane",
          "Mill Street",
          "Lake Road",
          "Church Street",
          "Rose Alley",
          "Hill Road",
          "Park Lane",
          "River Street",
        ],
        2,
      ) as [string, string];
      const t = s.pick(
        "houses",
        "mailboxes",
        "street lamps",
        "trees",
        "parked cars",
        "front doors",
        "trash cans",
      );
      const a = s.num(`${t} in ${p}`, 15, 80);
      s.say(`[There are ${a} ${t} in ${p}|${p} has ${a} ${t}|A mail carrier counts ${a} ${t} in ${p}].`);
      return { p, q, t, a };
    },
    {
      1: [
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 4, 14);
          s.say(
            `[That is ${d} more than in ${q}|${q} has ${d} fewer|In ${q} there are ${d} fewer than in ${p}].`,
          );
          s.sub(`${t} in ${q}`, a, d);
          s.ask(
            `[How many ${t} are there in ${q}|How many ${t} does ${q} have|What is the number of ${t} in ${q}]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const k = s.num("factor", 2, 5);
          s.say(
            `[${q} is longer and has ${k} times as many|In ${q} there are ${k} times as many as in ${p}|${k} times that number stands in ${q}].`,
          );
          s.mul(`${t} in ${q}`, a, k);
          s.ask(
            `[How many ${t} are there in ${q}|How many ${t} does ${q} have|What is the number of ${t} in ${q}]?`,
          );
        },
        (s, { p, t, a }) => {
          const l = s.num(`${t} on the left side`, 4, 14);
          s.say(
            `[On the left side of it there are ${l}|${l} are on the left side and the others on the right|Its left side has ${l} of them].`,
          );
          s.sub(`${t} on the right side`, a, l);
          s.ask(
            `[How many ${t} are on the right side|How many ${t} does the right side of ${p} have|What is the number of ${t} on the right]?`,
          );
        },
      ],
      2: [
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 4, 30);
          s.say(
            `[That is ${d} fewer than in ${q}|${q} has ${d} more|In ${q} there are ${d} more than that].`,
          );
          s.add(`${t} in both`, a, s.add(`${t} in ${q}`, a, d));
          s.ask(
            `[How many ${t} are there in both streets|How many ${t} do ${p} and ${q} have together|What is the total of ${t} in the two streets]?`,
          );
        },
        (s, { q, t, a }) => {
          const k = s.num("factor", 2, 4);
          s.say(
            `[${q} has ${k} times as many|In ${q}, ${k} times that number can be counted|That number, taken ${k} times, gives the one for ${q}].`,
          );
          s.sub("difference", s.mul(`${t} in ${q}`, a, k), a);
          s.ask(
            `[How many more ${t} are in ${q}|By how many ${t} do the streets differ|How many fewer ${t} does the first street have]?`,
          );
        },
      ],
      3: [
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 4, 14);
          const n = s.num("helpers", 2, 4);
          s.say(
            `[${q} has ${d} fewer. ${n} helpers look after all those in both streets, the same number each|With those of ${q}, which are ${d} fewer, they are divided equally among ${n} inspectors|${n} mail carriers divide up both streets, so that each has equally many. In ${q} there are ${d} fewer than in ${p}].`,
          );
          s.div(`${t} for each`, s.add(`${t} in both`, a, s.sub(`${t} in ${q}`, a, d)), n);
          s.ask(
            `[How many ${t} are there for each of them|How many ${t} of ${p} and ${q} does each one look after|What is the share of one person, in ${t}]?`,
          );
        },
      ],
    },
  ),
  told(
    "toy-wheels",
    (s) => {
      const who = s.person();
      const [one, many, part] = s.pick(
        ["truck", "trucks", "wheels"],
        ["robot", "robots", "lights"],
        ["spider", "spiders", "legs"],
        ["windmill", "windmills", "blades"],
        ["crane", "cranes", "screws"],
        ["rocket", "rockets", "stickers"],
        ["castle", "castles", "towers"],
      );
      const k = s.num(`${part} of one ${one}`, 3, 12);
      s.say(
        `[For one toy ${one}, ${who.name} uses ${k} ${part}|${who.name} builds toy ${many} with ${k} ${part} each|Each toy ${one} that ${who.name} makes has ${k} ${part}].`,
      );
      return { who, one, many, part, k };
    },
    {
      1: [
        (s, { many, part, k }) => {
          const b = s.multiple(part, k, 3, 12);
          s.say(
            `[A box contains ${b} ${part}|There are ${b} ${part} in the kit|On the carpet lie ${b} ${part}].`,
          );
          s.div(many, b, k);
          s.ask(
            `[How many ${many} can be built|For how many ${many} are there enough ${part}|How many ${many} will that be]?`,
          );
        },
        (s, { many, part, k }) => {
          const n = s.num(many, 3, 12);
          s.say(
            `[${n} ${many} are to be built|A friend wants ${n} of these ${many}|The plan is for ${n} of them].`,
          );
          s.mul(part, n, k);
          s.ask(
            `[How many ${part} are needed|How many ${part} does that take|How many ${part} must there be]?`,
          );
        },
      ],
      2: [
        (s, { many, part, k, who }) => {
          const n = s.num(many, 3, 9);
          const h = s.num(`${part} at hand`, 110, 160);
          s.say(
            `[${n} ${many} are built from a bag of ${h} ${part}|A bag had ${h} ${part} before ${who.name} built ${n} ${many}|After building ${n} ${many}, ${who.name} looks into the bag, which had held ${h} ${part}].`,
          );
          s.sub(`${part} left`, h, s.mul(`${part} used`, n, k));
          s.ask(
            `[How many ${part} are left|How many ${part} does the bag still hold|How many ${part} have not been used]?`,
          );
        },
        (s, { many, part, k }) => {
          const h = s.num(`${part} at hand`, 4, 40);
          const b = s.num(`${part} bought`, 4, 60);
          s.need((h.number + b.number) % k.number === 0);
          s.say(
            `[There are ${h} ${part} in a drawer, and ${b} more are bought|${b} ${part} are added to the ${h} in the box|A cousin gives ${b} ${part}, and ${h} were there before].`,
          );
          s.div(many, s.add(`${part} in all`, h, b), k);
          s.ask(
            `[How many ${many} can be built|For how many ${many} is that enough|How many ${many} will there be]?`,
          );
        },
      ],
      3: [
        (s, { many, part, k, who }) => {
          const n = s.num(`${many} built`, 2, 6);
          const h = s.multiple(`${part} at hand`, k, 8, 16);
          s.say(
            `[Of ${h} ${part}, ${who.name} has used what ${n} ${many} need. The rest will be used as well|${who.name} started with ${h} ${part} and has built ${n} ${many}. All the other ${part} will be used too|There were ${h} ${part} to begin with. ${n} ${many} are finished, and all the remaining ${part} will go into others].`,
          );
          s.div(`${many} still to build`, s.sub(`${part} left`, h, s.mul(`${part} used`, n, k)), k);
          s.ask(
            `[How many more ${many} can be built|How many ${many} will be built from the rest|For how many further ${many} are there ${part}]?`,
          );
        },
      ],
    },
  ),
];
