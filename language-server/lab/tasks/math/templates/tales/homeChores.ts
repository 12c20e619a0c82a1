import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Laundry, cleaning and recycling. */
export const homeChores: readonly Template[] = [
  told(
    "laundry-loads",
    (s) => {
      const t = s.pick("shirts", "towels", "socks", "pieces of clothing", "sheets", "T-shirts", "napkins");
      const k = s.num(`${t} in a load`, 5, 15);
      s.say(
        `[The washing machine takes ${k} ${t} at a time|One load of the washing machine is ${k} ${t}|No more than ${k} ${t} go into the machine in one load, and every load is full].`,
      );
      return { t, k };
    },
    {
      1: [
        (s, { t, k }) => {
          const n = s.num("loads", 3, 9);
          s.say(
            `[On Saturday ${n} loads are done|The machine runs ${n} times|${n} loads are washed before lunch].`,
          );
          s.mul(t, n, k);
          s.ask(
            `[How many ${t} are clean then|How many ${t} were washed|What number of ${t} went through the machine]?`,
          );
        },
        (s, { t, k }) => {
          const all = s.multiple(t, k, 3, 9);
          s.say(
            `[A heap of ${all} ${t} is waiting|After the trip there are ${all} ${t} to wash|The hamper holds ${all} ${t}].`,
          );
          s.div("loads", all, k);
          s.ask(
            "[How many loads is that|How many times must the machine run|How many loads of washing are there]?",
          );
        },
      ],
      2: [
        (s, { t, k }) => {
          const all = s.num(`dirty ${t}`, 90, 150);
          const n = s.num("loads", 2, 5);
          s.say(
            `[Of ${all} dirty ${t}, ${n} loads are washed today|${n} loads have been done, but there were ${all} dirty ${t} this morning|In the basement lay ${all} dirty ${t} until ${n} loads were washed].`,
          );
          s.sub(`${t} left`, all, s.mul(`${t} washed`, n, k));
          s.ask(
            `[How many ${t} are still dirty|How many ${t} are left for tomorrow|How many ${t} have not been washed]?`,
          );
        },
        (s, { t, k }) => {
          const all = s.multiple(t, k, 3, 9);
          const m = s.multiple("minutes of a load", 5, 6, 12);
          s.say(
            `[There are ${all} ${t} to wash, and a load takes ${m} minutes|A load runs for ${m} minutes. ${all} ${t} have to be washed, one load after the other|Each load takes ${m} minutes, and ${all} ${t} are waiting to be washed].`,
          );
          s.mul("minutes", s.div("loads", all, k), m);
          s.ask(
            "[How many minutes does the washing take|How long is the machine running, in minutes|For how many minutes must the machine run]?",
          );
        },
        (s, { t, k }) => {
          const a = s.num("loads on Saturday", 2, 6);
          const b = s.num("loads on Sunday", 2, 6);
          s.say(
            `[Saturday sees ${a} loads, Sunday ${b}|${a} loads are run on Saturday and ${b} on Sunday|On Sunday ${b} loads follow the ${a} loads of Saturday].`,
          );
          s.mul(t, s.add("loads", a, b), k);
          s.ask(
            `[How many ${t} are washed over the weekend|How many ${t} is that altogether|What is the number of ${t} for both days]?`,
          );
        },
      ],
      3: [
        (s, { t, k }) => {
          const a = s.num("loads", 3, 8);
          const b = s.num(`${t} dried inside`, 5, 14);
          const n = s.num("clotheslines", 2, 4);
          s.say(
            `[After ${a} loads, ${b} ${t} are dried inside and the others hang on ${n} clotheslines, the same number on each|${n} clotheslines share equally what comes out of ${a} loads, except for ${b} ${t} that stay in the bathroom|${a} loads are washed. Apart from ${b} ${t} for the radiator, everything is hung on ${n} clotheslines in equal parts].`,
          );
          s.div(`${t} on a line`, s.sub(`${t} outside`, s.mul(t, a, k), b), n);
          s.ask(
            `[How many ${t} hang on each line|How many ${t} are there per line|What is the number of ${t} on one line]?`,
          );
        },
      ],
    },
  ),
  told(
    "recycling-run",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const t = s.pick(
        "bottles",
        "cans",
        "glass jars",
        "newspapers",
        "cartons",
        "batteries",
        "plastic cups",
        "bottle caps",
      );
      const a = s.num(`${t} of ${p.name}`, 20, 95);
      s.say(
        `[For the recycling day ${p.name} brings ${a} ${t}|${a} ${t} were collected by ${p.name} for recycling|Into the recycling bin go ${a} ${t} from ${p.name}].`,
      );
      return { p, q, t, a };
    },
    {
      1: [
        (s, { q, t, a }) => {
          const b = s.num(`${t} of ${q.name}`, 20, 95);
          s.say(
            `[${q.name} brings ${b}|Another ${b} come from ${q.name}|${q.name} found ${b} in the cellar].`,
          );
          s.add(`${t} in all`, a, b);
          s.ask(
            `[How many ${t} do they bring together|How many ${t} is that in total|How many ${t} were collected by the two]?`,
          );
        },
        (s, { p, t, a }) => {
          const g = s.num(`${t} as a goal`, 100, 200, 10);
          s.say(
            `[The class has set itself a goal of ${g} ${t} per person|Everyone is supposed to bring ${g}|A badge is given for ${g} ${t}].`,
          );
          s.sub(`${t} missing`, g, a);
          s.ask(
            `[How many more ${t} does ${p.name} need|How many ${t} short is ${p.name}|How many are missing for ${p.name}]?`,
          );
        },
      ],
      2: [
        (s, { q, t, a }) => {
          const b = s.num("more", 5, 40);
          s.say(
            `[${q.name} brings ${b} more than that|That is ${b} fewer than ${q.name} brings|${q.name}'s heap is larger by ${b}].`,
          );
          s.add(`${t} in all`, a, s.add(`${t} of ${q.name}`, a, b));
          s.ask(
            `[How many ${t} do the two bring altogether|How many ${t} is that in all|What is the total of both, in ${t}]?`,
          );
        },
        (s, { p, t, a }) => {
          const b = s.num(`more ${t}`, 5, 30);
          const k = s.num(`${t} in a sack`, 3, 9);
          s.need((a.number + b.number) % k.number === 0);
          s.say(
            `[${p.name} finds ${b} more in the garage and packs everything into sacks of ${k}|Then ${b} more turn up, and a sack takes ${k} of them|Sacks for ${k} are filled with these and ${b} more].`,
          );
          s.div("sacks", s.add(`${t} in all`, a, b), k);
          s.ask("[How many sacks are filled|How many sacks does that make|How many sacks are needed]?");
        },
      ],
      3: [
        (s, { p, q, t, a }) => {
          const k = s.num("factor", 2, 4);
          const b = s.num(`broken ${t}`, 3, 15);
          s.say(
            `[${q.name} brings ${k} times as many. ${b} ${t} have to be sorted out|${k} times that number comes from ${q.name}. Of everything, ${b} cannot be taken|${b} in all are dirty and not accepted, though ${q.name} brings ${k} times as many as ${p.name}].`,
          );
          s.sub(`${t} taken`, s.add(`${t} in all`, a, s.mul(`${t} of ${q.name}`, a, k)), b);
          s.ask(
            `[How many ${t} are accepted|How many ${t} of ${p.name} and ${q.name} are good enough|How many ${t} stay in the bin]?`,
          );
        },
      ],
    },
  ),
];
