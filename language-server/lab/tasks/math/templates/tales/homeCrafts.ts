import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Sewing, knitting, candles and painting rooms. */
export const homeCrafts: readonly Template[] = [
  told(
    "sewing-cloth",
    (s) => {
      const who = s.person();
      const [one, many] = s.pick(
        ["curtain", "curtains"],
        ["pillowcase", "pillowcases"],
        ["apron", "aprons"],
        ["tablecloth", "tablecloths"],
        ["bag", "bags"],
        ["scarf", "scarves"],
        ["flag", "flags"],
        ["cape", "capes"],
      );
      const c = s.num(`centimeters for one ${one}`, 20, 80, 5);
      s.say(
        `[For a ${one}, ${who.name} needs ${c} centimeters of cloth|${c} centimeters of cloth make one ${one}, says ${who.name}|${who.name} sews ${many}; every ${one} takes ${c} centimeters of cloth].`,
      );
      return { who, one, many, c };
    },
    {
      1: [
        (s, { many, c }) => {
          const l = s.multiple("centimeters of cloth", c, 3, 12);
          s.say(
            `[The roll is ${l} centimeters long|A remnant of ${l} centimeters lies on the table|There is a piece of ${l} centimeters].`,
          );
          s.div(many, l, c);
          s.ask(
            `[How many ${many} can be made|For how many ${many} is it enough|How many ${many} does that give]?`,
          );
        },
        (s, { many, c }) => {
          const n = s.num(many, 3, 12);
          s.say(`[${n} ${many} have been ordered|The plan is to make ${n}|A shop would like ${n} ${many}].`);
          s.mul("centimeters", n, c);
          s.ask(
            "[How many centimeters of cloth is that|How much cloth is needed, in centimeters|What length of cloth do they take, in centimeters]?",
          );
        },
      ],
      2: [
        (s, { many, c, who }) => {
          const n = s.num(many, 2, 6);
          const l = s.num("centimeters of cloth", 400, 600, 10);
          s.need(l.number > n.number * c.number);
          s.say(
            `[From ${l} centimeters, ${n} are cut|${who.name} cuts ${n} from a roll of ${l} centimeters|A roll had ${l} centimeters until ${n} ${many} were cut from it].`,
          );
          s.sub("centimeters left", l, s.mul("centimeters used", n, c));
          s.ask(
            "[How many centimeters are left|How long is the rest, in centimeters|What is left of the cloth, in centimeters]?",
          );
        },
        (s, { one, c }) => {
          const h = s.num("centimeters for the hem", 2, 10);
          const n = s.num("pieces", 3, 8);
          s.say(
            `[The hem takes another ${h} centimeters each time, and ${n} are sewn|With ${h} centimeters more per ${one} for the hem, ${n} are cut|${n} are wanted, each of them with a hem that needs ${h} centimeters on top of that].`,
          );
          s.mul("centimeters", s.add("centimeters for one", c, h), n);
          s.ask(
            "[How many centimeters are needed|How much cloth is that in all, in centimeters|What length is used altogether, in centimeters]?",
          );
        },
        (s, { many, c }) => {
          const b = s.num("centimeters too few", 10, 60, 5);
          const n = s.num(many, 3, 8);
          s.say(
            `[For ${n} ${many}, the piece at hand is ${b} centimeters too short|The piece at hand lacks ${b} centimeters for ${n} of them|${n} were planned, but there are ${b} centimeters less than needed].`,
          );
          s.sub("centimeters at hand", s.mul("centimeters needed", n, c), b);
          s.ask(
            "[How long is the piece at hand, in centimeters|How many centimeters of cloth are there|How much cloth is at hand, in centimeters]?",
          );
        },
      ],
      3: [
        (s, { many, c }) => {
          const n = s.num(`${many} for the shop`, 2, 5);
          const m = s.num(`${many} for friends`, 2, 5);
          const l = s.num("centimeters of cloth", 700, 860, 10);
          s.say(
            `[${n} are for a shop and ${m} for friends, all from a bale of ${l} centimeters|Out of ${l} centimeters come ${n} ${many} for a shop and ${m} for friends|There are ${l} centimeters of cloth. A shop gets ${n} ${many} and friends get ${m}].`,
          );
          s.sub("centimeters left", l, s.mul("centimeters used", s.add(`${many} in all`, n, m), c));
          s.ask(
            "[How many centimeters are left over|What is the rest of the cloth, in centimeters|How many centimeters were not needed]?",
          );
        },
      ],
    },
  ),
  told(
    "wool-balls",
    (s) => {
      const who = s.person();
      const [one, many] = s.pick(
        ["sweater", "sweaters"],
        ["hat", "hats"],
        ["blanket", "blankets"],
        ["pair of socks", "pairs of socks"],
        ["shawl", "shawls"],
        ["vest", "vests"],
        ["toy bear", "toy bears"],
      );
      const k = s.num(`balls of wool for one ${one}`, 2, 9);
      s.say(
        `[${who.name} knits, and one ${one} takes ${k} balls of wool|It takes ${k} balls of wool to knit a ${one} like ${who.name}'s|${k} balls of wool are used up by ${who.name} for a ${one}].`,
      );
      return { who, one, many, k };
    },
    {
      1: [
        (s, { k, many }) => {
          const b = s.multiple("balls of wool", k, 3, 12);
          s.say(`[The chest holds ${b} balls|A cousin has sent ${b} balls|${b} balls have been bought].`);
          s.div(many, b, k);
          s.ask(
            `[How many ${many} can be knitted|How many ${many} will that be|For how many ${many} does the wool last]?`,
          );
        },
      ],
      2: [
        (s, { k, many }) => {
          const n = s.num(many, 3, 9);
          const p = s.cash("price of a ball", 2, 7);
          s.say(
            `[A ball costs $${p}, and ${n} ${many} are to be made|There will be ${n} ${many}, and each ball of wool is $${p}|At $${p} a ball, wool for ${n} ${many} is bought].`,
          );
          s.mul("cost", s.mul("balls of wool", n, k), p);
          s.ask(
            "[How much does the wool cost|How many dollars are spent on wool|What is the price of all the wool]?",
          );
        },
        (s, { k, many, who }) => {
          const n = s.num(many, 3, 9);
          const h = s.num("balls at home", 2, 8);
          s.say(
            `[${h} balls are at home, and ${n} ${many} are to be made|${who.name} wants to make ${n} ${many} and has ${h} balls|For ${n} ${many} there are only ${h} balls in the basket].`,
          );
          s.sub("balls to buy", s.mul("balls needed", n, k), h);
          s.ask(
            "[How many balls are missing|How many more balls of wool does one need|How many balls must be bought]?",
          );
        },
        (s, { k, many, who }) => {
          const h = s.num("balls at home", 2, 15);
          const b = s.num("balls bought", 4, 40);
          s.need((h.number + b.number) % k.number === 0);
          s.say(
            `[To ${h} balls at home, ${who.name} adds ${b} from a sale|${b} balls are bought, and ${h} were there already|There are ${h} balls in a drawer and ${b} in the basket].`,
          );
          s.div(many, s.add("balls in all", h, b), k);
          s.ask(
            `[How many ${many} can be made of that|How many ${many} does all the wool give|For how many ${many} is this enough]?`,
          );
        },
      ],
      3: [
        (s, { k, one, many, who }) => {
          const n = s.num(many, 3, 9);
          const p = s.cash("price of a ball", 2, 5);
          const q = s.cash(`price of one ${one}`, 30, 80, 5);
          s.say(
            `[A ball costs $${p} and a finished ${one} is sold for $${q}. ${n} of them are made and sold|${who.name} sells ${n} at $${q} each, having paid $${p} for every ball|Every ball costs $${p}. On the market people pay $${q} for a ${one}, and ${n} ${many} are knitted and sold].`,
          );
          s.mul("gain", s.sub(`gain on one ${one}`, q, s.mul(`wool for one ${one}`, k, p)), n);
          s.ask(
            "[How much money is earned after paying for the wool|What is the gain in all, in dollars|How many dollars are left when the wool has been paid]?",
          );
        },
      ],
    },
  ),
  told(
    "painting-rooms",
    (s) => {
      const who = s.person();
      const r = s.pick("room", "wall", "door", "fence panel", "window frame", "ceiling", "cupboard");
      const h = s.num(`minutes for one ${r}`, 15, 60, 5);
      s.say(
        `[Painting one ${r} takes ${who.name} ${h} minutes|${who.name} paints a ${r} in ${h} minutes|A ${r} is painted in ${h} minutes when ${who.name} holds the brush].`,
      );
      return { who, r, h };
    },
    {
      1: [
        (s, { h, r }) => {
          const n = s.num(`${r}s`, 3, 9);
          s.say(`[The apartment has ${n} ${r}s|There are ${n} ${r}s to paint|${n} ${r}s are on the list].`);
          s.mul("minutes", n, h);
          s.ask(
            "[How many minutes does the whole job take|How long will all this take, in minutes|How many minutes of painting is that]?",
          );
        },
        (s, { h, r }) => {
          const all = s.multiple("minutes", h, 3, 9);
          s.say(
            `[The work went on for ${all} minutes|${all} minutes were spent on it|After ${all} minutes all was done].`,
          );
          s.div(`${r}s`, all, h);
          s.ask(`[How many ${r}s were painted|How many ${r}s is that|How many ${r}s had there been]?`);
        },
      ],
      2: [
        (s, { h, r }) => {
          const n = s.num(`${r}s`, 3, 8);
          const b = s.num("minutes of breaks", 10, 45, 5);
          s.say(
            `[With ${b} minutes of breaks, ${n} ${r}s are done|${n} ${r}s are painted, and there are breaks of ${b} minutes altogether|There were ${n} ${r}s and, in between, ${b} minutes of rest].`,
          );
          s.add("minutes in all", s.mul("minutes of painting", n, h), b);
          s.ask(
            "[How many minutes pass from start to end|How long does it take with the breaks, in minutes|How many minutes is that altogether]?",
          );
        },
        (s, { h, r, who }) => {
          const other = s.person();
          const d = s.num("minutes less", 3, 10);
          const n = s.num(`${r}s`, 3, 8);
          s.say(
            `[${other.name} needs ${d} minutes less for each and paints ${n}|For ${other.name}, who paints ${n}, each takes ${d} minutes less|${who.name} is slower than ${other.name} by ${d} minutes each time. It is ${other.name} who paints all ${n}].`,
          );
          s.mul("minutes", s.sub(`minutes of ${other.name} for one`, h, d), n);
          s.ask(
            `[How many minutes does ${other.name} paint|How long does ${other.name} work, in minutes|How many minutes does ${other.name} need]?`,
          );
        },
      ],
      3: [
        (s, { h, r }) => {
          const n = s.num(`${r}s`, 5, 10);
          const d = s.num(`${r}s done`, 2, 4);
          const f = s.num("minutes of cleaning", 10, 40, 5);
          s.say(
            `[${d} of ${n} ${r}s are done. When the others are painted, cleaning will take ${f} minutes|There are ${n} ${r}s, ${d} of them finished. At the end ${f} minutes of cleaning are needed|${n} ${r}s have to be painted, and ${d} of them are dry already. After the others, the brushes must be cleaned for ${f} minutes].`,
          );
          s.add("minutes still to work", s.mul("minutes of painting", s.sub(`${r}s left`, n, d), h), f);
          s.ask(
            "[How many minutes of work are still to come|How long will it be until all is done, in minutes|How many more minutes does it take]?",
          );
        },
      ],
    },
  ),
];
