import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Longer stories of a household: savings for something, a yard sale. */
export const homeLong: readonly Template[] = [
  told(
    "savings-jar",
    (s) => {
      const who = s.person();
      const w = s.pick(
        "tablet",
        "tent",
        "bicycle",
        "keyboard",
        "pair of skis",
        "telescope",
        "sewing machine",
        "drum set",
      );
      const g = s.cash(`price of the ${w}`, 240, 600, 10);
      const a = s.cash("dollars a week", 8, 25);
      s.say(
        `[To own a ${w}, which costs $${g}, ${who.name} saves $${a} a week|${who.name} wants to buy a ${w} that costs $${g} and puts $${a} into a jar every week|A jar is filled with $${a} each week, since ${who.name} longs for a ${w} at $${g}].`,
      );
      return { who, w, g, a };
    },
    {
      2: [
        (s, { who, g, a }) => {
          const n = s.num("weeks", 4, 12);
          s.say(
            `[${n} weeks have passed|By now ${who.name} has saved for ${n} weeks|The jar has been in use for ${n} weeks].`,
          );
          s.sub("dollars missing", g, s.mul("dollars saved", n, a));
          s.ask(
            `[How many dollars are still missing|How much more does ${who.name} need|How many dollars short is ${who.name} at this time]?`,
          );
        },
        (s, { g, a }) => {
          const h = s.cash("dollars from before", 20, 90, 5);
          s.need((g.number - h.number) % a.number === 0);
          s.say(
            `[At the beginning there were $${h} in it|The jar was not empty at first: it held $${h}|$${h} of birthday money had been put in at the start].`,
          );
          s.div("weeks", s.sub("dollars to save", g, h), a);
          s.ask(
            "[How many weeks will it take|After how many weeks is there enough|For how many weeks must the saving go on]?",
          );
        },
      ],
      4: [
        (s, { who, g, a }) => {
          const n = s.num("weeks", 4, 9);
          const b = s.cash("birthday money", 20, 60, 5);
          const c = s.cash("dollars spent", 5, 20);
          s.say(
            `[After ${n} weeks, $${b} come from Grandpa, but $${c} are taken out for a gift|In ${n} weeks, ${who.name} adds $${b} of birthday money and takes out $${c} once|${n} weeks go by. Then a grandmother puts in $${b}, but $${c} are needed for a repair].`,
          );
          s.sub(
            "dollars missing",
            g,
            s.sub(
              "dollars in the jar",
              s.add("dollars with the birthday money", s.mul("dollars saved", n, a), b),
              c,
            ),
          );
          s.ask(
            `[How many dollars are missing now|How much more must ${who.name} save|How many dollars short is that]?`,
          );
        },
      ],
      5: [
        (s, { who, g, a }) => {
          const n = s.num("weeks", 4, 9);
          const b = s.cash("dollars a car", 4, 9);
          const k = s.num("cars", 3, 8);
          const f = s.num("helpers", 2, 3);
          s.say(
            `[For ${n} weeks it goes on like this, and besides that ${who.name} washes ${k} cars at $${b} each. An aunt promises to pay ${f} times whatever is earned with the cars|${who.name} keeps it up for ${n} weeks. Washing ${k} cars brings $${b} each, and an uncle gives ${f} times the car money on top|${n} weeks pass like that. There is also a job: ${k} cars are washed for $${b} each, and the grandparents add ${f} times the money for the cars].`,
          );
          const cars = s.mul("dollars for the cars", k, b);
          const extra = s.mul("dollars of the relative", cars, f);
          const saved = s.mul("dollars saved", n, a);
          s.sub("dollars missing", g, s.total("dollars in all", saved, cars, extra));
          s.ask(
            `[How many dollars are still missing|How much more is needed|How many dollars short is ${who.name}]?`,
          );
        },
      ],
    },
  ),
  told(
    "yard-sale",
    (s) => {
      const who = s.person();
      const x = s.thing("goods");
      const y = s.thing("goods");
      s.need(x.many !== y.many);
      const a = s.num(`${x.many} sold`, 3, 15);
      const p = s.cash(`price of one of the ${x.many}`, 2, 12);
      s.say(
        `[At a yard sale ${who.name} sells ${a} ${x.many} for $${p} each|${a} ${x.many} are sold at $${p} apiece by ${who.name} in front of the house|${who.name} puts a table in the driveway and sells ${a} ${x.many}, each at $${p}].`,
      );
      return { who, x, y, a, p };
    },
    {
      1: [
        (s, { a, p }) => {
          s.mul("dollars", a, p);
          s.ask("[How much money is that|How many dollars come in|What does the sale bring, in dollars]?");
        },
      ],
      2: [
        (s, { a, p }) => {
          const e = s.cash("cost of the ad", 3, 15);
          s.say(
            `[An ad in the paper cost $${e}|$${e} had been paid for a sign|Lemonade for the visitors cost $${e}].`,
          );
          s.sub("dollars left", s.mul("dollars of the sale", a, p), e);
          s.ask(
            "[How much is left after that cost|How many dollars are earned in the end|What is the gain, in dollars]?",
          );
        },
        (s, { a, p, who }) => {
          const h = s.cash("dollars from before", 10, 60);
          s.say(
            `[${who.name} started with $${h} in the cash box|The cash box had held $${h} for change|There was $${h} in the box before].`,
          );
          s.add("dollars in the box", s.mul("dollars of the sale", a, p), h);
          s.ask(
            "[How much money is in the box at the end|How many dollars does the box hold then|What does one find in the box, in dollars]?",
          );
        },
      ],
      3: [
        (s, { a, p, y }) => {
          const b = s.num(`${y.many} sold`, 3, 15);
          const q = s.cash(`price of one of the ${y.many}`, 2, 12);
          s.say(
            `[${b} ${y.many} go for $${q} each|There are also ${b} ${y.many}, which bring $${q} apiece|In the afternoon ${b} ${y.many} are sold at $${q} each].`,
          );
          s.add(
            "dollars in all",
            s.mul("dollars of the first sale", a, p),
            s.mul("dollars of the second sale", b, q),
          );
          s.ask(
            "[How much money comes in altogether|How many dollars are taken in the whole day|What is the total in dollars]?",
          );
        },
      ],
      4: [
        (s, { a, p, y, who }) => {
          const b = s.num(`${y.many} sold`, 3, 15);
          const q = s.cash(`price of one of the ${y.many}`, 2, 12);
          const m = s.num("persons", 2, 4);
          s.need((a.number * p.number + b.number * q.number) % m.number === 0);
          s.say(
            `[Then ${b} ${y.many} are sold at $${q} each. The money is shared equally by ${m} people|With ${b} ${y.many} at $${q} each there is more to share: ${who.name} and the others, ${m} people in all, get equal parts of everything|There are also ${b} ${y.many}, and people pay $${q} for each. Everything that comes in is divided equally among ${m} people].`,
          );
          s.div(
            "dollars each",
            s.add(
              "dollars in all",
              s.mul("dollars of the first sale", a, p),
              s.mul("dollars of the second sale", b, q),
            ),
            m,
          );
          s.ask(
            "[How many dollars does each person get|How much money is that for each|What is one share in dollars]?",
          );
        },
      ],
      5: [
        (s, { a, p, y, who }) => {
          const b = s.num(`${y.many} sold`, 3, 15);
          const q = s.cash(`price of one of the ${y.many}`, 2, 12);
          const r = s.cash("rent of a tent", 5, 30, 5);
          const d = s.cash("dollars for lunch", 4, 20);
          s.say(
            `[${b} ${y.many} go for $${q} each. The rent of a tent, $${r}, and lunch for $${d} are paid from the money|From what comes in, together with that for ${b} ${y.many} at $${q} each, ${who.name} pays $${r} for a tent and $${d} for lunch|A second table has ${b} ${y.many}, all of which are sold for $${q} each. Of the whole income, $${r} goes to the owner of the tent and $${d} to a sandwich shop].`,
          );
          const all = s.add(
            "dollars in all",
            s.mul("dollars of the first sale", a, p),
            s.mul("dollars of the second sale", b, q),
          );
          s.sub("dollars left", s.sub("dollars after the tent", all, r), d);
          s.ask(
            "[How many dollars are left|How much money remains at the end of the day|What is earned after the costs]?",
          );
        },
      ],
    },
  ),
];
