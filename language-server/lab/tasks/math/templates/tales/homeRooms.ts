import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Windows, tiles, light bulbs and parts of a whole in a house. */
export const homeRooms: readonly Template[] = [
  told(
    "apartment-windows",
    (s) => {
      const t = s.pick(
        "windows",
        "lamps",
        "chairs",
        "radiators",
        "smoke alarms",
        "light switches",
        "flower pots",
        "mirrors",
      );
      const f = s.num("floors", 3, 9);
      const k = s.num(`${t} on a floor`, 6, 20);
      s.say(
        `[A house has ${f} floors, and on each floor there are ${k} ${t}|There are ${k} ${t} on every one of the ${f} floors of an apartment house|${f} floors with ${k} ${t} each make up the house across the street].`,
      );
      return { t, f, k };
    },
    {
      1: [
        (s, { t, f, k }) => {
          s.mul(t, f, k);
          s.ask(
            `[How many ${t} does the house have|How many ${t} are there in the house|What is the number of ${t}]?`,
          );
        },
      ],
      2: [
        (s, { t, f, k }) => {
          const c = s.num(`${t} done`, 4, 16);
          s.say(
            `[A janitor has already cleaned ${c} of them|${c} of these were replaced last year|In spring ${c} of them were repaired].`,
          );
          s.sub(`${t} left`, s.mul(t, f, k), c);
          s.ask(
            `[How many ${t} are still to be done|How many other ${t} are there|How many ${t} has nobody touched yet]?`,
          );
        },
        (s, { t, f, k }) => {
          const m = s.num("minutes for each", 2, 4);
          s.say(
            `[Cleaning one of them takes ${m} minutes|A janitor spends ${m} minutes on each of them|Each of the ${t} needs ${m} minutes of care].`,
          );
          s.mul("minutes", s.mul(t, f, k), m);
          s.ask(
            "[How many minutes of work is that|How long does it take for the whole house, in minutes|How many minutes does the janitor need]?",
          );
        },
        (s, { t, f, k }) => {
          const w = s.num("workers", 2, 6);
          s.need((f.number * k.number) % w.number === 0 && w.number !== f.number);
          s.say(
            `[${w} workers check all of them and share the work equally|The work of checking them is divided equally among ${w} people|Each of ${w} janitors takes care of the same number of them].`,
          );
          s.div(`${t} for a worker`, s.mul(t, f, k), w);
          s.ask(
            `[How many ${t} does each one check|How many ${t} are there for each of them|What number of ${t} is that per person]?`,
          );
        },
      ],
      3: [
        (s, { t, f, k }) => {
          const g = s.num(`${t} on the ground floor`, 3, 15);
          const b = s.num(`broken ${t}`, 2, 12);
          s.say(
            `[The ground floor, which is not one of those, has ${g} more, and ${b} in the whole house are broken|${b} in the whole house are out of order. In the basement, which does not count as a floor, there are ${g} as well|In the yard there are another ${g} that belong to the house. A check of everything shows that ${b} are broken].`,
          );
          s.sub(`good ${t}`, s.add(`${t} in all`, s.mul(`${t} on the floors`, f, k), g), b);
          s.ask(`[How many ${t} are in order|How many good ${t} are there|How many ${t} work or are whole]?`);
        },
      ],
    },
  ),
  told(
    "bathroom-tiles",
    (s) => {
      const who = s.person();
      const t = s.pick(
        "tiles",
        "bricks",
        "planks",
        "carpet squares",
        "paving stones",
        "cork squares",
        "panels",
      );
      const r = s.num("rows", 5, 15);
      const k = s.num(`${t} in a row`, 4, 20);
      s.say(
        `[${who.name} lays ${r} rows of ${k} ${t}|A floor is made of ${r} rows with ${k} ${t} in each, and ${who.name} lays them|For ${who.name}'s terrace, ${r} rows of ${k} ${t} are planned].`,
      );
      return { who, t, r, k };
    },
    {
      1: [
        (s, { t, r, k }) => {
          s.mul(t, r, k);
          s.ask(
            `[How many ${t} are needed|How many ${t} is that in all|What number of ${t} does the floor take]?`,
          );
        },
      ],
      2: [
        (s, { who, t, r, k }) => {
          const b = s.num(`broken ${t}`, 3, 16);
          s.say(
            `[${who.name} adds ${b} as a reserve|To be safe, ${b} more than needed are ordered|As some may break, ${b} extra ones are bought].`,
          );
          s.add(`${t} bought`, s.mul(`${t} needed`, r, k), b);
          s.ask(
            `[How many ${t} are bought|How many ${t} must be ordered|How many ${t} is that with the reserve]?`,
          );
        },
        (s, { t, r, k }) => {
          const b = s.num(`${t} in a box`, 5, 20, 5);
          s.need((r.number * k.number) % b.number === 0);
          s.say(
            `[A box contains ${b}|They come in boxes of ${b}|The store sells them in boxes, ${b} to a box].`,
          );
          s.div("boxes", s.mul(`${t} needed`, r, k), b);
          s.ask(`[How many boxes are needed|How many boxes must one buy|How many boxes of ${t} is that]?`);
        },
        (s, { t, k, r }) => {
          const d = s.num("rows done", 2, 4);
          s.need(d.number < r.number);
          s.say(
            `[So far ${d} rows are done|${d} rows have been finished by noon|After a day ${d} rows are finished].`,
          );
          s.mul(`${t} to lay`, s.sub("rows left", r, d), k);
          s.ask(
            `[How many ${t} are still to be laid|How many ${t} are left to lay|How many ${t} does the rest take]?`,
          );
        },
      ],
      3: [
        (s, { t, r, k, who }) => {
          const h = s.num(`${t} at hand`, 5, 25);
          const p = s.cash("price of one", 2, 4);
          s.say(
            `[${h} ${t} are left from another job, and the others cost $${p} apiece|${who.name} has ${h} and must buy the others for $${p} each|Since ${h} ${t} are in the shed, only the others must be bought. Their price is $${p} each].`,
          );
          s.mul("cost", s.sub(`${t} to buy`, s.mul(`${t} needed`, r, k), h), p);
          s.ask(
            `[How much must be paid for the others|How many dollars do the missing ${t} cost|What is the cost of those that are bought]?`,
          );
        },
      ],
    },
  ),
  told(
    "day-parts",
    (s) => {
      const who = s.person();
      const t = s.pick(
        "emails",
        "dishes",
        "weeds in the bed",
        "dirty windows",
        "pairs of socks",
        "apples to peel",
        "envelopes",
        "leaves of paper to sort",
      );
      const a = s.multiple(t, 12, 2, 20);
      s.say(
        `[There are ${a} ${t} waiting for ${who.name}|${who.name} has to deal with ${a} ${t}|On ${who.name}'s list are ${a} ${t}].`,
      );
      return { who, t, a };
    },
    {
      1: [
        (s, { t, a }) => {
          const [w, d] = s.pick(
            ["A third", 3] as const,
            ["A quarter", 4] as const,
            ["Half", 2] as const,
            ["One sixth", 6] as const,
          );
          s.say(
            `[${w} of them can be done at once|${w} of them are left to a brother|${w} of these are done before the phone rings].`,
          );
          s.part(`part of the ${t}`, a, 1, d);
          s.ask(`[How many is that|How many ${t} are those|How many of the ${t} does this mean]?`);
        },
      ],
      2: [
        (s, { who, t, a }) => {
          const [w, d] = s.pick(
            ["A third", 3] as const,
            ["A quarter", 4] as const,
            ["Half", 2] as const,
            ["One sixth", 6] as const,
          );
          s.say(
            `[${w} of them are done before noon|${w} of these are done by ${who.name} in the first hour|${w} of them are finished when a friend comes along].`,
          );
          s.sub(`${t} left`, a, s.part(`${t} done`, a, 1, d));
          s.ask(`[How many ${t} are left|How many ${t} are still to be done|How many of them remain]?`);
        },
        (s, { t, a }) => {
          const [w, n, d] = s.pick(
            ["Two thirds", 2, 3] as const,
            ["Three quarters", 3, 4] as const,
            ["Five sixths", 5, 6] as const,
          );
          const m = s.num("minutes for one", 2, 3);
          s.say(
            `[${w} of them take ${m} minutes each, the others no time at all|${w} of these need ${m} minutes each|For ${w.toLowerCase()} of them one must count ${m} minutes each, and the rest can be skipped].`,
          );
          s.mul("minutes", s.part(`part of the ${t}`, a, n, d), m);
          s.ask(
            "[How many minutes does that take|How long is the work, in minutes|How many minutes are needed]?",
          );
        },
      ],
      3: [
        (s, { t, a, who }) => {
          const k = s.num("helpers", 2, 4);
          s.need((a.number * 2) % (3 * k.number) === 0);
          s.say(
            `[${who.name} does a third, and ${k} helpers do the rest in equal parts|When a third has been done, ${k} friends divide what remains equally|A third is done by noon; the rest is split equally by ${k} people].`,
          );
          s.div(`${t} for each`, s.sub(`${t} left`, a, s.part(`${t} done`, a, 1, 3)), k);
          s.ask(
            `[How many ${t} are there for each of them|How many ${t} does each of them do|What is one part, in ${t}]?`,
          );
        },
        (s, { t, a }) => {
          const b = s.num("more", 3, 16);
          const [w, d] = s.pick(["a third", 3] as const, ["a quarter", 4] as const, ["half", 2] as const);
          s.say(
            `[By noon ${w} of them are done, but ${b} new ones have come|${b} others are added after ${w} of the first ones have been done|While ${w} of these were being done, ${b} more came in].`,
          );
          s.add(`${t} in the end`, s.sub(`${t} left`, a, s.part(`${t} done`, a, 1, d)), b);
          s.ask(
            `[How many ${t} are there to do now|How many ${t} are on the list then|What is the number of ${t} after that]?`,
          );
        },
      ],
    },
  ),
];
