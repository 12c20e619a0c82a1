import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Eating and drinking at home: juice, pizza, eggs, lunch boxes, calories. */
export const homeTable: readonly Template[] = [
  told(
    "pizza-slices",
    (s) => {
      const who = s.person();
      const k = s.oneOf("slices of one pizza", [6, 8, 10, 12]);
      s.say(
        `[For movie night ${who.name} orders pizzas that are cut into ${k} slices each|Every pizza that ${who.name} takes out of the oven is cut into ${k} slices|${who.name} cuts each pizza into ${k} equal slices].`,
      );
      return { who, k };
    },
    {
      1: [
        (s, { k }) => {
          const w = s.multiple("slices wanted", k, 3, 9);
          s.say(
            `[The guests will eat ${w} slices|Altogether ${w} slices are wanted|It takes ${w} slices to feed everyone].`,
          );
          s.div("pizzas", w, k);
          s.ask("[How many pizzas is that|How many pizzas are needed|How many whole pizzas must there be]?");
        },
      ],
      2: [
        (s, { k }) => {
          const n = s.num("pizzas", 3, 9);
          const e = s.num("slices eaten", 9, 25);
          s.say(
            `[There are ${n} pizzas, and at the end of the evening ${e} slices have been eaten|${e} slices of the ${n} pizzas are eaten|Of ${n} pizzas, the guests manage ${e} slices].`,
          );
          s.sub("slices left", s.mul("slices", n, k), e);
          s.ask(
            "[How many slices are left over|How many slices go into the fridge|How many slices did nobody eat]?",
          );
        },
        (s, { k }) => {
          const n = s.num("pizzas", 2, 6);
          const g = s.num("guests", 2, 12);
          s.say(
            `[${n} pizzas are shared equally by ${g} people|${g} friends get equally many slices of ${n} pizzas|Among ${g} hungry people, ${n} pizzas are divided fairly].`,
          );
          s.div("slices each", s.mul("slices", n, k), g);
          s.ask(
            "[How many slices does everyone get|How many slices are there for each|What is one person's share, in slices]?",
          );
        },
      ],
      3: [
        (s, { who, k }) => {
          const n = s.num("pizzas", 2, 6);
          const a = s.num("adults", 2, 6);
          const b = s.num("slices of an adult", 2, 4);
          s.say(
            `[The ${n} pizzas are meant for ${a} adults, who take ${b} slices each, and the children get the rest|${a} adults eat ${b} slices apiece of the ${n} pizzas, then the children are called|There are ${n} pizzas on the table. First ${a} adults take ${b} slices each, and the children may have the rest].`,
          );
          s.sub("slices for the children", s.mul("slices", n, k), s.mul("slices of the adults", a, b));
          s.ask(
            `[How many slices are there for the children|How many slices are left when the adults have eaten|How many slices can ${who.name} give to the children]?`,
          );
        },
      ],
    },
  ),
  told(
    "juice-pitcher",
    (s) => {
      const d = s.pick("lemonade", "orange juice", "iced tea", "milk", "apple juice", "punch", "mint tea");
      const v = s.multiple("milliliters of a glass", 50, 2, 5);
      s.say(
        `[A glass of ${d} holds ${v} milliliters|${d} is poured into glasses of ${v} milliliters|To fill one glass, ${v} milliliters of ${d} are needed].`,
      );
      return { d, v };
    },
    {
      1: [
        (s, { d, v }) => {
          const all = s.multiple(`milliliters of ${d}`, v, 3, 8);
          s.say(
            `[The pitcher contains ${all} milliliters|There are ${all} milliliters of it in the fridge|${all} milliliters have been made].`,
          );
          s.div("glasses", all, v);
          s.ask(
            "[How many glasses can be filled|How many full glasses is that|For how many glasses is this enough]?",
          );
        },
        (s, { d, v }) => {
          const n = s.num("children", 3, 6);
          s.say(
            `[Each of ${n} children drinks one glass|${n} children get a glass each|One glass is set before each of ${n} children].`,
          );
          s.mul(`milliliters of ${d}`, n, v);
          s.ask(
            `[How many milliliters of ${d} do they drink|How much ${d} is needed, in milliliters|How many milliliters is that in all]?`,
          );
        },
      ],
      2: [
        (s, { d, v }) => {
          const n = s.num("glasses", 2, 5);
          const all = s.multiple(`milliliters of ${d}`, 50, 14, 20);
          s.say(
            `[${n} glasses are poured from a jug of ${all} milliliters|The jug held ${all} milliliters before ${n} glasses were filled|From ${all} milliliters in a bottle, ${n} people take a glass each].`,
          );
          s.sub("milliliters left", all, s.mul("milliliters poured", n, v));
          s.ask(
            "[How many milliliters are left|How much remains, in milliliters|How many milliliters were not poured out]?",
          );
        },
      ],
      3: [
        (s, { d, v }) => {
          const n = s.num("glasses by day", 2, 4);
          const m = s.num("glasses in the evening", 2, 4);
          const all = s.oneOf(`milliliters of ${d}`, [750, 800, 900, 1000]);
          s.say(
            `[${n} glasses are drunk by day and ${m} in the evening, all from one bottle of ${all} milliliters|A bottle of ${all} milliliters is opened. ${n} glasses go at noon, ${m} more at night|The bottle holds ${all} milliliters. By noon ${n} glasses have been poured, and ${m} more are poured at dinner].`,
          );
          s.sub("milliliters left", all, s.mul("milliliters drunk", s.add("glasses", n, m), v));
          s.ask(
            "[How many milliliters does the bottle still hold|What is left in the bottle, in milliliters|How many milliliters remain]?",
          );
        },
      ],
    },
  ),
  told(
    "lunch-boxes",
    (s) => {
      const [p, q] = [s.person(), s.person()];
      const t = s.pick(
        "grapes",
        "carrot sticks",
        "crackers",
        "raisins",
        "cucumber slices",
        "olives",
        "cherries",
        "apple slices",
        "nuts",
      );
      const a = s.num(`${t} of ${p.name}`, 12, 40);
      s.say(
        `[In ${p.name}'s lunch box there are ${a} ${t}|${p.name} opens a lunch box with ${a} ${t}, next to ${q.name}|${a} ${t} were packed for ${p.name}].`,
      );
      return { p, q, t, a };
    },
    {
      1: [
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 3, 11);
          s.say(
            `[That is ${d} more than ${q.name} has|${q.name} has ${d} fewer|${p.name} got ${d} more than ${q.name}].`,
          );
          s.sub(`${t} of ${q.name}`, a, d);
          s.ask(
            `[How many ${t} does ${q.name} have|How many are in ${q.name}'s box|What number of ${t} did ${q.name} get]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const d = s.num("difference", 3, 20);
          s.say(
            `[That is ${d} fewer than ${q.name} has|${q.name} has ${d} more than that|Compared with ${q.name}, ${p.name} has ${d} too few].`,
          );
          s.add(`${t} of ${q.name}`, a, d);
          s.ask(
            `[How many ${t} does ${q.name} have|How many are in ${q.name}'s box|What number of ${t} did ${q.name} get]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const b = s.num(`${t} of ${q.name}`, 41, 70);
          s.say(`[${q.name} has ${b}|There are ${b} in the box of ${q.name}|For ${q.name} there were ${b}].`);
          s.sub("difference", b, a);
          s.ask(
            `[How many more ${t} does ${q.name} have|By how many ${t} is ${p.name} behind|How many fewer ${t} did ${p.name} get than ${q.name}]?`,
          );
        },
      ],
      2: [
        (s, { q, t, a }) => {
          const d = s.num("difference", 3, 11);
          s.say(
            `[${q.name} has ${d} fewer|That is ${d} more than what ${q.name} got|With ${d} more, ${q.name} would have just as many].`,
          );
          s.add(`${t} in all`, a, s.sub(`${t} of ${q.name}`, a, d));
          s.ask(
            `[How many ${t} do the two have together|How many ${t} are in both boxes|What do they have in all, in ${t}]?`,
          );
        },
        (s, { p, q, t, a }) => {
          const k = s.num("factor", 2, 5);
          s.say(
            `[${q.name} has ${k} times as many|${k} times that number is in ${q.name}'s box|For ${q.name} there are ${k} times as many].`,
          );
          s.sub("difference", s.mul(`${t} of ${q.name}`, a, k), a);
          s.ask(
            `[How many more ${t} does ${q.name} have than ${p.name}|What is the difference, in ${t}|How many ${t} fewer does ${p.name} have]?`,
          );
        },
      ],
      3: [
        (s, { q, t, a }) => {
          const d = s.num("difference", 2, 10, 2);
          const n = s.num("friends", 2, 4);
          s.say(
            `[${q.name} has ${d} more. They put everything together and split it equally among ${n} friends|${d} more lie in the box of ${q.name}. Both boxes are emptied onto a plate for ${n} friends, who take the same number each|Next to it is the box of ${q.name} with ${d} more. All that is in the two boxes is shared equally by ${n} friends].`,
          );
          const b = s.add(`${t} of ${q.name}`, a, d);
          s.div(`${t} for a friend`, s.add(`${t} on the plate`, a, b), n);
          s.ask(
            `[How many ${t} does each friend take|How many ${t} are there for each friend|What is the share of one friend]?`,
          );
        },
      ],
    },
  ),
  told(
    "eggs-week",
    (s) => {
      const who = s.person();
      const e = s.pick("eggs", "rolls", "yogurts", "bananas", "slices of toast", "oranges");
      const d = s.num(`${e} a day`, 3, 9);
      s.say(
        `[${who.name}'s family eats ${d} ${e} a day|Every day ${d} ${e} are used in ${who.name}'s kitchen|At the breakfast table of ${who.name}, ${d} ${e} disappear daily].`,
      );
      return { who, e, d };
    },
    {
      1: [
        (s, { e, d }) => {
          s.mul(`${e} a week`, d, 7);
          s.ask(
            `[How many ${e} is that in a week|How many ${e} do they need for a week|What is the use of ${e} in one week]?`,
          );
        },
        (s, { e, d }) => {
          const h = s.multiple(`${e} at home`, d, 4, 12);
          s.say(`[They have ${h} at home|A shelf full of ${h} is waiting|${h} have just been bought].`);
          s.div("days", h, d);
          s.ask(
            `[How many days will the ${e} last|For how many days are there enough|After how many days are all of them gone]?`,
          );
        },
      ],
      2: [
        (s, { e, d }) => {
          const h = s.num(`${e} at home`, 5, 20);
          s.say(
            `[There are ${h} at home now, and a whole week lies ahead|At the start of the week only ${h} are there|For the coming week ${h} have been bought so far].`,
          );
          s.sub(`${e} to buy`, s.mul(`${e} a week`, d, 7), h);
          s.ask(
            `[How many more ${e} do they need for the week|How many ${e} must still be bought|How many ${e} are they short]?`,
          );
        },
        (s, { who, e, d }) => {
          const k = s.num(`${e} in a pack`, 4, 12);
          s.need((d.number * 7) % k.number === 0);
          s.say(
            `[Packs contain ${k} of them|${who.name} buys them in packs of ${k}|In the shop there are ${k} to a pack].`,
          );
          s.div("packs", s.mul(`${e} a week`, d, 7), k);
          s.ask(
            "[How many packs are used in a week|How many packs does a week take|How many packs should be bought for one week]?",
          );
        },
      ],
      3: [
        (s, { who, e, d }) => {
          const k = s.num(`${e} in a pack`, 6, 12);
          const n = s.num("packs", 8, 12);
          s.say(
            `[${who.name} comes home with ${n} packs of ${k} for a week|${n} packs, ${k} in each, are there on Monday, when a full week begins|For one week, ${n} packs have been bought, and every pack contains ${k}].`,
          );
          s.sub(`${e} left`, s.mul(`${e} bought`, n, k), s.mul(`${e} a week`, d, 7));
          s.ask(
            `[How many ${e} are left at the end of the week|How many ${e} are too many for one week|What is left over after seven days]?`,
          );
        },
      ],
    },
  ),
];
