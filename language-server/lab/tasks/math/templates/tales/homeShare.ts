import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Brothers, sisters and neighbors who share, lend and compare. */
export const homeShare: readonly Template[] = [
  told(
    "siblings-share",
    (s) => {
      const who = s.person();
      const t = s.thing("small").many;
      const f = s.pick("An aunt", "The grandmother", "A neighbor", "An uncle", "A godfather", "The landlady");
      const n = s.num("children", 2, 6);
      const a = s.multiple(t, n, 6, 20);
      s.say(
        `[${f} brings ${a} ${t} for the ${n} children of ${who.name}|${a} ${t} are brought for ${who.name}'s ${n} children|${who.name} has ${n} children. ${f} has sent them ${a} ${t}].`,
      );
      return { who, t, n, a };
    },
    {
      1: [
        (s, { t, n, a }) => {
          s.say(
            "[Each child is to get the same number|Nobody gets more than the others|They are shared out equally].",
          );
          s.div(`${t} for a child`, a, n);
          s.ask(
            `[How many ${t} does each child get|What is the share of one child, in ${t}|How many ${t} are there for each]?`,
          );
        },
      ],
      2: [
        (s, { who, t, n, a }) => {
          const l = s.num(`${t} of the youngest`, 2, 15);
          s.say(
            `[They share equally. The youngest already had ${l}|All get the same, but the youngest has ${l} from before|${l} were in the pocket of the youngest already before ${who.name} shared them out equally].`,
          );
          s.add(`${t} of the youngest in all`, s.div(`${t} for a child`, a, n), l);
          s.ask(
            `[How many ${t} does the youngest have now|How many ${t} are in the hands of the youngest|What does the youngest have in all, in ${t}]?`,
          );
        },
        (s, { t, n, a }) => {
          const e = s.num(`${t} given back`, 2, 5);
          s.say(
            `[Each takes the same share, and the oldest gives ${e} to a friend|They share equally; then ${e} are lost by the oldest|The oldest, who gets the same as the others, trades ${e} for a pen].`,
          );
          s.sub(`${t} of the oldest`, s.div(`${t} for a child`, a, n), e);
          s.ask(
            `[How many ${t} does the oldest have then|How many ${t} are left for the oldest|What number of ${t} does the oldest keep]?`,
          );
        },
        (s, { who, t, n, a }) => {
          const k = s.multiple(`${t} for ${who.name}`, n, 1, 4);
          s.say(
            `[${who.name} puts ${k} away, and the rest is shared equally|After ${who.name} has taken ${k}, the children share equally|${k} of them go to ${who.name}, all others to the children in equal parts].`,
          );
          s.div(`${t} for a child`, s.sub(`${t} for the children`, a, k), n);
          s.ask(
            `[How many ${t} does each child get|How many ${t} are there for each child|What is one child's part]?`,
          );
        },
      ],
      3: [
        (s, { t, n, a }) => {
          const b = s.multiple(`more ${t}`, n, 2, 8);
          const e = s.num(`${t} eaten or lost`, 2, 5);
          s.say(
            `[The next day ${b} more are brought. Each child gets an equal share of everything and loses ${e}|With ${b} more from a shop they share it all equally, and each then gives ${e} to the teacher|A second present of ${b} follows. All of it is divided equally among the children, and then each child gives ${e} to a friend].`,
          );
          s.sub(`${t} left for a child`, s.div(`${t} for a child`, s.add(`${t} in all`, a, b), n), e);
          s.ask(
            `[How many ${t} does each child have after that|How many ${t} are left for each|What does one child still have, in ${t}]?`,
          );
        },
      ],
    },
  ),
  told(
    "heights-stools",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const [k, u] = s.pick(
        ["tower of blocks", "centimeters"],
        ["stack of books", "centimeters"],
        ["train track", "centimeters"],
        ["paper chain", "centimeters"],
        ["domino line", "centimeters"],
        ["wall of sand", "centimeters"],
      );
      const a = s.num(`${u} of ${p.name}`, 40, 95);
      s.say(
        `[${p.name}'s ${k} measures ${a} ${u}|The ${k} that ${p.name} has made measures ${a} ${u}|${a} ${u} is what the ${k} of ${p.name} measures].`,
      );
      return { p, q, k, u, a };
    },
    {
      1: [
        (s, { q, u, a }) => {
          const d = s.num("difference", 4, 25);
          s.say(
            `[The one ${q.name} made is ${d} ${u} shorter|That is ${d} ${u} more than ${q.name}'s|${q.name}'s falls ${d} ${u} short of that].`,
          );
          s.sub(`${u} of ${q.name}`, a, d);
          s.ask(
            `[What does ${q.name}'s measure, in ${u}|How many ${u} does ${q.name}'s measure|What is the size of ${q.name}'s, in ${u}]?`,
          );
        },
        (s, { p, u, a, k }) => {
          const d = s.num(`${u} added`, 4, 25);
          s.say(`[${d} ${u} are added|${p.name} adds ${d} ${u} more|Then the ${k} grows by ${d} ${u}].`);
          s.add(`${u} now`, a, d);
          s.ask(
            `[What does it measure now, in ${u}|How many ${u} does it measure then|How many ${u} is that]?`,
          );
        },
        (s, { u, a }) => {
          const r = s.num("the record", 100, 180);
          s.say(
            `[The record of the house is ${r} ${u}|On the wall a mark shows the record, ${r} ${u}|Nobody has ever made more than ${r} ${u}, which is the record].`,
          );
          s.sub(`${u} missing`, r, a);
          s.ask(
            `[How many ${u} are missing to the record|How many more ${u} would be as much as the record|By how many ${u} is it below the record]?`,
          );
        },
      ],
      2: [
        (s, { p, q, u, a }) => {
          const d = s.num("difference", 4, 25);
          s.say(
            `[${q.name}'s measures ${d} ${u} more, and the two are joined together|They join it with ${q.name}'s, which measures ${d} ${u} more|${d} ${u} more is what ${q.name}'s measures. ${p.name} and ${q.name} put both together].`,
          );
          s.add(`${u} of both`, a, s.add(`${u} of ${q.name}`, a, d));
          s.ask(
            `[How many ${u} is that in all|What do both measure together, in ${u}|How many ${u} do the two have joined]?`,
          );
        },
        (s, { u, a, k }) => {
          const b = s.num(`${u} fallen`, 5, 30);
          const c = s.num(`${u} added`, 5, 40);
          s.say(
            `[${b} ${u} break off and ${c} are added again|A cat takes ${b} ${u} off it, but ${c} are put back|After losing ${b} ${u}, the ${k} gets ${c} new ones].`,
          );
          s.add(`${u} in the end`, s.sub(`${u} left`, a, b), c);
          s.ask(
            `[What does it measure in the end, in ${u}|How many ${u} does it measure then|How many ${u} is it after that]?`,
          );
        },
      ],
      3: [
        (s, { p, q, u, a }) => {
          const k = s.num("minutes", 3, 9);
          const r = s.num(`${u} a minute`, 4, 12);
          const b = s.num(`${u} of ${q.name}`, 10, 35);
          s.say(
            `[${q.name} has ${b} ${u} and adds ${r} a minute for ${k} minutes|For ${k} minutes ${q.name} adds ${r} ${u} a minute to a beginning of ${b}, while ${p.name} rests|The one of ${q.name} is at ${b} ${u} and grows by ${r} ${u} every minute, which goes on for ${k} minutes].`,
          );
          const then = s.add(`${u} of ${q.name} then`, b, s.mul(`${u} added`, k, r));
          s.need(then.number < a.number);
          s.sub("difference", a, then);
          s.ask(
            `[By how many ${u} is ${p.name} still ahead|How many ${u} is ${q.name} behind|How many ${u} are still missing for ${q.name}]?`,
          );
        },
      ],
    },
    { noise: false },
  ),
  told(
    "lent-tools",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const t = s.thing("goods").many;
      const a = s.num(`${t} of ${p.name}`, 15, 60);
      s.say(
        `[${p.name}'s garage is full of things: ${a} ${t}, for example|In the attic ${p.name} discovers ${a} ${t}|${a} ${t} have piled up at ${p.name}'s place].`,
      );
      return { p, q, t, a };
    },
    {
      1: [
        (s, { p, q, t, a }) => {
          const l = s.num(`${t} lent`, 3, 14);
          s.say(
            `[Since there is a party at ${q.name}'s house, ${p.name} lends out ${l}|${q.name} needs ${l} for a party and takes them along|${l} are lent to ${q.name}].`,
          );
          s.sub(`${t} left`, a, l);
          s.ask(
            `[How many ${t} are left|How many ${t} stay with ${p.name}|What number of ${t} remains at ${p.name}'s place]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const l = s.num(`${t} brought back`, 3, 25);
          s.say(
            `[${q.name} brings back ${l} that were borrowed long ago|Then the doorbell rings: ${q.name} returns ${l} others|${l} more come back from ${q.name}, who had borrowed them].`,
          );
          s.add(`${t} now`, a, l);
          s.ask(
            `[How many ${t} does ${p.name} have then|How many ${t} is that altogether|What is the number of ${t} now]?`,
          );
        },
      ],
      2: [
        (s, { p, q, t, a }) => {
          const c = s.cash("price of one", 2, 9);
          const k = s.num(`${t} kept`, 3, 14);
          s.say(
            `[At a yard sale all but ${k} are sold for $${c} each|${p.name} keeps ${k} and sells the others at $${c} apiece|${q.name} buys them for $${c} each, except for ${k}].`,
          );
          s.mul("money", s.sub(`${t} sold`, a, k), c);
          s.ask("[How much money does the sale bring|How many dollars come in|What is earned, in dollars]?");
        },
        (s, { t, a }) => {
          const n = s.num("boxes", 2, 5);
          const k = s.num(`broken ${t}`, 3, 9);
          s.need((a.number - k.number) % n.number === 0);
          s.say(
            `[${k} are broken, and the good ones go into ${n} boxes, the same number in each|Without ${k} that are thrown out, they fill ${n} boxes evenly|${n} boxes take equally many after ${k} have been thrown away].`,
          );
          s.div(`${t} in a box`, s.sub(`good ${t}`, a, k), n);
          s.ask(
            `[How many ${t} are in each box|How many ${t} does a box hold|What number of ${t} is in one box]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const b = s.num(`${t} of ${q.name}`, 15, 60);
          const k = s.num(`${t} thrown out`, 3, 14);
          s.say(
            `[${q.name} has ${b}, but ${k} of those are no good|Of ${q.name}'s ${b}, ${k} must be thrown out, but none of ${p.name}'s|${b} more are at ${q.name}'s house, where ${k} turn out to be useless].`,
          );
          s.add(`good ${t}`, a, s.sub(`good ${t} of ${q.name}`, b, k));
          s.ask(
            `[How many good ${t} do they have together|How many ${t} can the two use|What number of ${t} is left for both]?`,
          );
        },
      ],
      4: [
        (s, { p, t, a }) => {
          const c = s.cash("price of one", 3, 9);
          const k = s.num(`${t} kept`, 3, 9);
          const f = s.cash("fee for the table", 5, 20);
          const n = s.num("helpers", 2, 4);
          s.say(
            `[${p.name} keeps ${k} and sells the others for $${c} each at the flea market. After the fee of $${f}, the money is shared equally by ${n} people|The flea market charges a fee of $${f}. All but ${k} are sold there at $${c} apiece, and ${n} people share what is left of the money equally|Someone pays $${c} for each of them, but ${k} are not for sale. Of the money, $${f} is spent on a truck and the rest divided equally among ${n} people].`,
          );
          s.div(
            "dollars each",
            s.sub("money after the fee", s.mul("money", s.sub(`${t} sold`, a, k), c), f),
            n,
          );
          s.ask(
            "[How many dollars does each of them get|How much money is that per person|What is one share in dollars]?",
          );
        },
      ],
    },
  ),
];
