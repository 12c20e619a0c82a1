import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Party bags and candles. */
export const homeParty: readonly Template[] = [
  told(
    "party-bags",
    (s) => {
      const who = s.person();
      const t = s.thing("toy").many;
      const k = s.num(`${t} in a bag`, 2, 9);
      s.say(
        `[At ${who.name}'s party every guest goes home with a bag of ${k} ${t}|${who.name} fills party bags with ${k} ${t} each|Party bags are being packed for ${who.name}'s birthday; into each go ${k} ${t}].`,
      );
      return { who, t, k };
    },
    {
      1: [
        (s, { t, k }) => {
          const n = s.num("bags", 4, 20);
          s.say(
            `[There are ${n} bags|${n} guests are invited, one bag for each|In all, ${n} bags are wanted].`,
          );
          s.mul(t, n, k);
          s.ask(`[How many ${t} are needed|How many ${t} are in all the bags|What number of ${t} is that]?`);
        },
        (s, { t, k }) => {
          const all = s.multiple(t, k, 4, 15);
          s.say(
            `[${all} ${t} have been bought|The shop sold them ${all} ${t}|On the table lie ${all} ${t}].`,
          );
          s.div("bags", all, k);
          s.ask(
            "[How many bags can be filled|For how many bags is that enough|How many guests can get a bag]?",
          );
        },
      ],
      2: [
        (s, { t, k }) => {
          const n = s.num("bags", 4, 12);
          const h = s.num(`${t} at hand`, 110, 160);
          s.say(
            `[A box of ${h} ${t} is opened to fill ${n} bags|${n} bags are filled from a box of ${h} ${t}|There were ${h} ${t} at hand, and ${n} bags have been filled].`,
          );
          s.sub(`${t} left`, h, s.mul(`${t} in bags`, n, k));
          s.ask(
            `[How many ${t} are left over|How many ${t} did not go into a bag|How many ${t} stay in the box]?`,
          );
        },
        (s, { t, k }) => {
          const g = s.num("girls", 3, 9);
          const b = s.num("boys", 3, 9);
          s.say(
            `[${g} girls and ${b} boys are coming|The list has the names of ${g} girls and ${b} boys|${b} boys and ${g} girls will be there].`,
          );
          s.mul(t, s.add("guests", g, b), k);
          s.ask(
            `[How many ${t} does that take|How many ${t} must be bought|How many ${t} do they get altogether]?`,
          );
        },
        (s, { who, t, k }) => {
          const p = s.cash(`price of one of the ${t}`, 2, 4);
          const n = s.num("bags", 3, 12);
          s.say(
            `[The ${t} were $${p} apiece, and ${n} bags are made|One of the ${t} costs $${p}, and ${who.name} needs ${n} bags|${n} bags are made, with ${t} at a price of $${p} each].`,
          );
          s.mul("cost", s.mul(t, n, k), p);
          s.ask(
            "[How much do all of them cost|How many dollars is that in all|What does it cost to fill the bags]?",
          );
        },
      ],
      3: [
        (s, { t, k }) => {
          const n = s.num("guests", 8, 15);
          const m = s.num("guests who are ill", 2, 4);
          const h = s.num(`${t} at hand`, 5, 15);
          s.say(
            `[${n} guests are invited, but ${m} call in sick. There are ${h} ${t} in the house already|Of ${n} children on the list, ${m} cannot come. ${h} ${t} are left from last year|Invitations went to ${n} children. ${m} of them say no, and ${h} ${t} from another party can be used].`,
          );
          s.sub(`${t} to buy`, s.mul(`${t} needed`, s.sub("guests who come", n, m), k), h);
          s.ask(
            `[How many more ${t} must be bought|How many ${t} are still missing|How many ${t} short are they]?`,
          );
        },
      ],
    },
  ),
  told(
    "birthday-candles",
    (s) => {
      const who = s.person();
      const t = s.pick(
        "candles",
        "tea lights",
        "lanterns",
        "sparklers",
        "paper stars",
        "balloons",
        "streamers",
      );
      const a = s.num(`${t} in a pack`, 8, 24);
      s.say(
        `[${t} come in packs of ${a}|A pack contains ${a} ${t}, and ${who.name} is getting ready for a birthday|For the birthday, ${who.name} looks at packs of ${a} ${t}].`,
      );
      return { who, t, a };
    },
    {
      1: [
        (s, { who, t, a }) => {
          const n = s.num("packs", 3, 9);
          s.say(
            `[${who.name} buys ${n} packs|${n} packs are put into the basket|An aunt sends ${who.name} ${n} packs].`,
          );
          s.mul(t, n, a);
          s.ask(
            `[How many ${t} is that|How many ${t} are there in all|How many ${t} does ${who.name} have then]?`,
          );
        },
        (s, { who, t, a }) => {
          const u = s.num(`${t} used`, 3, 15);
          s.need(u.number < a.number);
          s.say(
            `[From one pack, ${u} are used|${who.name} takes ${u} out of a pack|Of one pack, ${u} are needed for the cake].`,
          );
          s.sub(`${t} left`, a, u);
          s.ask(
            `[How many ${t} are still in the pack|How many ${t} stay in the pack|How many are left for next time]?`,
          );
        },
      ],
      2: [
        (s, { t, a }) => {
          const n = s.num("packs", 3, 9);
          const h = s.num(`old ${t}`, 3, 20);
          s.say(
            `[${n} packs are bought, and ${h} ${t} are left from last time|In the drawer lie ${h} old ones; ${n} packs are added|To ${h} ${t} from last year come ${n} packs].`,
          );
          s.add(`${t} in all`, s.mul(`new ${t}`, n, a), h);
          s.ask(
            `[How many ${t} are there altogether|How many ${t} can be used|How many ${t} is that in total]?`,
          );
        },
        (s, { who, t, a }) => {
          const n = s.num("packs", 2, 6);
          const r = s.num("tables", 2, 6);
          s.need((n.number * a.number) % r.number === 0);
          s.say(
            `[The contents of ${n} packs are spread evenly over ${r} tables|${r} tables get equally many from ${n} packs|${who.name} opens ${n} packs and puts the same number on each of ${r} tables].`,
          );
          s.div(`${t} on a table`, s.mul(t, n, a), r);
          s.ask(
            `[How many ${t} are on each table|How many ${t} does one table get|What is the number of ${t} per table]?`,
          );
        },
      ],
      3: [
        (s, { who, t, a }) => {
          const n = s.num("packs", 3, 6);
          const c = s.num("children", 3, 8);
          const k = s.num(`${t} for a child`, 2, 5);
          s.say(
            `[${who.name} buys ${n} packs, and ${c} children each take ${k} ${t} home|${c} children are given ${k} ${t} each from the ${n} packs that ${who.name} buys|Of ${n} packs, ${who.name} hands out ${k} ${t} to each of ${c} children].`,
          );
          s.sub(`${t} left`, s.mul(`${t} in all`, n, a), s.mul(`${t} given out`, c, k));
          s.ask(
            `[How many ${t} are left|How many ${t} does ${who.name} still have|How many ${t} are not given out]?`,
          );
        },
      ],
    },
  ),
];
