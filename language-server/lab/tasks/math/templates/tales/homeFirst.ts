import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Stories that say what is wanted before the facts. */
export const homeFirst: readonly Template[] = [
  told(
    "wonder-first",
    (s) => {
      const who = s.person();
      const t = s.thing("small").many;
      s.say(
        `[${who.name} would like to know how many ${t} there were this morning|The number of ${t} this morning is what ${who.name} is trying to find out|Nobody counted the ${t} this morning, and now ${who.name} asks about it].`,
      );
      return { who, t };
    },
    {
      1: [
        (s, { who, t }) => {
          const n = s.num(`${t} now`, 20, 95);
          const g = s.num(`${t} eaten or taken`, 4, 25);
          s.say(
            `[There are ${n} now, and ${g} have been taken since|${g} are gone since then, and ${n} are still there|After ${g} were handed out, ${who.name} counts ${n}].`,
          );
          s.add(`${t} this morning`, n, g);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} in the morning]?`,
          );
        },
        (s, { who, t }) => {
          const n = s.num(`${t} now`, 30, 95);
          const g = s.num(`${t} added`, 4, 25);
          s.say(
            `[There are ${n} now, and ${g} have been added since|${g} came in the meantime, and ${n} are there now|After ${g} more were put there, ${who.name} counts ${n}].`,
          );
          s.sub(`${t} this morning`, n, g);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} in the morning]?`,
          );
        },
        (s, { who, t }) => {
          const n = s.num(`${t} now`, 10, 60);
          s.say(
            `[Half of them have been given away since, and ${n} are left|Since then the number has been cut in half: it is ${n} now|${who.name} counts ${n}, which is half as many as this morning].`,
          );
          s.mul(`${t} this morning`, n, 2);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} in the morning]?`,
          );
        },
        (s, { who, t }) => {
          const k = s.num("factor", 2, 6);
          const n = s.multiple(`${t} now`, k, 4, 25);
          s.say(
            `[The number has grown to ${k} times what it was: it is ${n} now|Now there are ${n}, ${k} times as many as in the morning|${who.name} counts ${n}, and that is ${k} times as many as this morning].`,
          );
          s.div(`${t} this morning`, n, k);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} in the morning]?`,
          );
        },
      ],
      2: [
        (s, { t }) => {
          const n = s.num(`${t} now`, 20, 95);
          const g = s.num(`${t} taken`, 4, 25);
          const b = s.num(`${t} added`, 4, 16);
          s.say(
            `[Now there are ${n}, after ${g} had been taken away and ${b} added|Since then ${g} have gone and ${b} have come, which makes ${n} now|${b} were added and ${g} were removed, and ${n} are there now].`,
          );
          s.sub(`${t} this morning`, s.add(`${t} without the loss`, n, g), b);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there at first|What was the number of ${t} in the morning]?`,
          );
        },
        (s, { t, who }) => {
          const k = s.num("children", 2, 6);
          const e = s.num(`${t} for a child`, 3, 12);
          const n = s.num(`${t} now`, 5, 30);
          s.say(
            `[${k} children took ${e} each, and ${n} are left|${n} are left after each of ${k} children has taken ${e}|${who.name} gave ${e} to each of ${k} children and has ${n} left].`,
          );
          s.add(`${t} this morning`, s.mul(`${t} taken`, k, e), n);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} at first]?`,
          );
        },
        (s, { t }) => {
          const n = s.num(`${t} now`, 5, 40);
          const e = s.num(`${t} eaten or lost`, 3, 20);
          s.say(
            `[Half were given away. Then ${e} got lost, and ${n} are left|After half had been given away and another ${e} had got lost, there were ${n}|${n} are left, since first half of them and then ${e} more disappeared].`,
          );
          s.mul(`${t} this morning`, s.add(`half of the ${t}`, n, e), 2);
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there before|What was the number of ${t} at first]?`,
          );
        },
      ],
      3: [
        (s, { t, who }) => {
          const k = s.num("bags", 2, 6);
          const e = s.num(`${t} in a bag`, 3, 12);
          const n = s.num(`${t} now`, 5, 30);
          const b = s.num(`${t} bought`, 3, 16);
          s.say(
            `[${k} bags of ${e} were given away, ${b} were bought, and ${n} are there now|There are ${n} now, but ${b} of them were bought later, and ${k} bags with ${e} each had been given away|${who.name} counts ${n}, after ${b} were bought and ${k} bags, each with ${e}, were sent to a friend].`,
          );
          s.need(n.number >= b.number);
          s.add(`${t} this morning`, s.sub(`old ${t} left`, n, b), s.mul(`${t} in the bags`, k, e));
          s.ask(
            `[How many ${t} were there this morning|How many ${t} were there at first|What was the number of ${t} at the beginning]?`,
          );
        },
      ],
    },
  ),
  told(
    "wanted-first",
    (s) => {
      const who = s.person();
      const [t, one, c] = s.pick(
        ["muffins", "muffin", "trays"],
        ["candles", "candle", "boxes"],
        ["paper cranes", "paper crane", "chains"],
        ["sandwiches", "sandwich", "plates"],
        ["cookies", "cookie", "tins"],
        ["flags", "flag", "strings"],
        ["paper hats", "paper hat", "piles"],
        ["eggs", "egg", "cartons"],
      );
      const w = s.num(`${t} wanted`, 60, 200, 10);
      s.say(
        `[${w} ${t} are wanted for the street festival. ${who.name} is in charge|For the street festival, ${who.name} must have ${w} ${t}|${who.name} has promised ${w} ${t} for the street festival].`,
      );
      return { who, t, one, c, w };
    },
    {
      1: [
        (s, { t, w }) => {
          const d = s.num(`${t} ready`, 20, 58);
          s.say(`[${d} are ready|So far ${d} are finished|On the table stand ${d} already].`);
          s.sub(`${t} missing`, w, d);
          s.ask(
            `[How many ${t} are still to be made|How many ${t} are missing|How many more ${t} are needed]?`,
          );
        },
        (s, { t, c, w }) => {
          const k = s.num(`${t} in one of the ${c}`, 4, 20);
          s.need(w.number % k.number === 0);
          s.say(
            `[There will be ${k} to each of the ${c}|They are put on or in ${c}, ${k} at a time|All ${c} will have ${k} each].`,
          );
          s.div(c, w, k);
          s.ask(`[How many ${c} is that|How many ${c} are needed|How many ${c} will be full]?`);
        },
      ],
      2: [
        (s, { t, c, w }) => {
          const n = s.num(c, 2, 6);
          const k = s.num(`${t} in one of the ${c}`, 4, 20);
          s.need(w.number > n.number * k.number);
          s.say(
            `[${n} ${c} with ${k} each are ready|So far there are ${n} ${c} with ${k} in each of them|Up to now ${n} ${c} have been filled, ${k} in each].`,
          );
          s.sub(`${t} missing`, w, s.mul(`${t} ready`, n, k));
          s.ask(
            `[How many ${t} are still to be made|How many ${t} are missing|How many more ${t} must there be]?`,
          );
        },
        (s, { t, w, who }) => {
          const d = s.num(`${t} ready`, 10, 58);
          const h = s.num("helpers", 2, 6);
          s.need((w.number - d.number) % h.number === 0);
          s.say(
            `[${d} are ready, and ${h} helpers make the rest in equal parts|${h} helpers divide the work equally, once ${who.name} has finished ${d} alone|When ${d} are done, ${h} neighbors offer to make all the others, the same number each].`,
          );
          s.div(`${t} for a helper`, s.sub(`${t} missing`, w, d), h);
          s.ask(
            `[How many ${t} does each of them make|How many ${t} are there for each helper|What is the part of one person, in ${t}]?`,
          );
        },
        (s, { t, one, w }) => {
          const d = s.num(`${t} ready`, 10, 58);
          const m = s.num(`minutes for one ${one}`, 2, 5);
          s.say(
            `[${d} are ready. Each ${one} takes ${m} minutes|A ${one} takes ${m} minutes to make, and ${d} are finished|With ${m} minutes for every ${one}, ${d} have been made so far].`,
          );
          s.mul("minutes", s.sub(`${t} missing`, w, d), m);
          s.ask(
            "[How many minutes of work are still to come|How long will the rest take, in minutes|How many more minutes are needed]?",
          );
        },
      ],
      3: [
        (s, { t, w, who }) => {
          const other = s.person();
          const a = s.num(`${t} an hour of ${who.name}`, 5, 15);
          const b = s.num(`${t} an hour of ${other.name}`, 5, 15);
          const h = s.num("hours", 2, 4);
          s.need(w.number > h.number * (a.number + b.number));
          s.say(
            `[${who.name} makes ${a} an hour and ${other.name} ${b}, and ${h} hours have passed|For ${h} hours, ${who.name} has made ${a} an hour and ${other.name} ${b}|${other.name} helps with ${b} an hour, while ${who.name} manages ${a}. They have worked for ${h} hours].`,
          );
          s.sub(`${t} missing`, w, s.mul(`${t} made`, s.add(`${t} an hour together`, a, b), h));
          s.ask(
            `[How many ${t} are still missing|How many ${t} are left to make|How many more ${t} do they need]?`,
          );
        },
      ],
    },
  ),
];
