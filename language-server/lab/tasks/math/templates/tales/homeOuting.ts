import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** What a family pays when it goes out. */
export const homeOuting: readonly Template[] = [
  told(
    "family-outing",
    (s) => {
      const f = s.pick(
        "The Rossi family",
        "The Kim family",
        "The Haddad family",
        "The Olsen family",
        "The Moreno family",
        "The Tanaka family",
      );
      const a = s.num("adults", 2, 4);
      const c = s.num("children", 2, 6);
      const o = s.pick(
        "the zoo",
        "the pool",
        "the cinema",
        "the aquarium",
        "the ice rink",
        "the climbing hall",
        "a puppet show",
        "the water park",
      );
      s.say(
        `[${f} goes to ${o}: ${a} adults and ${c} children|${a} adults and ${c} children of one family are going to ${o}|On Sunday ${c} children and ${a} adults leave the house to go to ${o}].`,
      );
      return { a, c };
    },
    {
      2: [
        (s, { a, c }) => {
          const p = s.cash("price of a ticket", 3, 15);
          s.say(
            `[Every ticket costs $${p}, for old and young|A ticket is $${p} for everyone|Each of them pays $${p}].`,
          );
          s.mul("dollars for tickets", s.add("people", a, c), p);
          s.ask(
            "[How much do they pay to get in|How many dollars are spent on tickets|What do the tickets cost in all]?",
          );
        },
        (s, { a, c }) => {
          const b = s.num("people in a row or car", 2, 5);
          s.need((a.number + c.number) % b.number === 0);
          s.say(
            `[They ride in taxis, ${b} in each|A taxi takes ${b} of them|Full taxis with ${b} of them each bring them there].`,
          );
          s.div("taxis", s.add("people", a, c), b);
          s.ask("[How many taxis do they need|How many taxis are there|How many taxis does that make]?");
        },
      ],
      3: [
        (s, { a, c }) => {
          const p = s.cash("price for an adult", 8, 20);
          const q = s.cash("price for a child", 2, 7);
          s.say(
            `[Adults pay $${p}, children $${q}|A ticket for an adult is $${p}, for a child $${q}|It costs $${q} for a child and $${p} for an adult].`,
          );
          s.add("dollars in all", s.mul("dollars for adults", a, p), s.mul("dollars for children", c, q));
          s.ask(
            "[How much do they pay altogether|How many dollars do the tickets cost|What is the price for everyone]?",
          );
        },
        (s, { a, c }) => {
          const p = s.cash("price of a ticket", 3, 12);
          const m = s.cash("dollars in the purse", 130, 200, 10);
          s.say(
            `[They have $${m} with them, and everyone pays $${p}|Everyone pays $${p}, from a purse that holds $${m}|The purse contains $${m} before a ticket for $${p} is bought for each of them].`,
          );
          s.sub("dollars left", m, s.mul("dollars for tickets", s.add("people", a, c), p));
          s.ask(
            "[How much money is left|How many dollars remain in the purse|What is left for ice cream, in dollars]?",
          );
        },
      ],
      4: [
        (s, { a, c }) => {
          const p = s.cash("price for an adult", 8, 20);
          const q = s.cash("price for a child", 2, 7);
          const v = s.cash("voucher", 5, 20);
          s.say(
            `[Adults pay $${p} and children $${q}, but there is a voucher for $${v}|With a voucher of $${v}, they buy tickets at $${p} for adults and $${q} for children|It is $${q} for a child and $${p} for an adult, less $${v} for families].`,
          );
          s.sub(
            "dollars to pay",
            s.add(
              "dollars without the voucher",
              s.mul("dollars for adults", a, p),
              s.mul("dollars for children", c, q),
            ),
            v,
          );
          s.ask(
            "[How many dollars do they pay|How much must be paid in the end|What do they pay altogether]?",
          );
        },
        (s, { a, c }) => {
          const p = s.cash("price for an adult", 12, 20);
          const q = s.cash("price for a child", 2, 4);
          const t = s.cash("price of the family ticket", 20, 24);
          s.say(
            `[Adults pay $${p} each and children $${q} each|For an adult the price is $${p}, for a child $${q}|It costs $${q} for a child and $${p} for an adult]. A family ticket, good for all, is $${t}.`,
          );
          s.sub(
            "dollars saved",
            s.add(
              "dollars for single tickets",
              s.mul("dollars for adults", a, p),
              s.mul("dollars for children", c, q),
            ),
            t,
          );
          s.ask(
            "[How much do they save with the family ticket|By how many dollars is the family ticket cheaper|How many dollars less is the family ticket]?",
          );
        },
      ],
      6: [
        (s, { a, c }) => {
          const p = s.cash("price for an adult", 8, 20);
          const q = s.cash("price for a child", 2, 7);
          const i = s.cash("price of an ice cream", 2, 4);
          const m = s.cash("dollars in the purse", 180, 300, 10);
          s.say(
            `[Adults pay $${p}, children $${q}. Afterwards each child gets an ice cream for $${i}, all from $${m} in the purse|From a purse with $${m}, tickets at $${p} for adults and $${q} for children are paid, and then an ice cream at $${i} for each child|There was $${m} in the purse. An adult pays $${p} and a child $${q}, and later the children eat an ice cream each, at $${i}].`,
          );
          const tickets = s.add(
            "dollars for tickets",
            s.mul("dollars for adults", a, p),
            s.mul("dollars for children", c, q),
          );
          s.sub("dollars left", m, s.add("dollars spent", tickets, s.mul("dollars for ice cream", c, i)));
          s.ask(
            "[How many dollars are left|How much money is in the purse at the end|What remains of the money]?",
          );
        },
      ],
    },
  ),
];
