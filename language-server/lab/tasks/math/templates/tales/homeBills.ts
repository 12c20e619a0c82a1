import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Water, electricity and what a household spends. */
export const homeBills: readonly Template[] = [
  told(
    "shower-water",
    (s) => {
      const l = s.num("liters a minute", 6, 15);
      s.say(
        `[The shower uses ${l} liters of water a minute|${l} liters of water run through the shower in one minute|In the bathroom, each minute of showering takes ${l} liters].`,
      );
      return { l };
    },
    {
      1: [
        (s, { l }) => {
          const who = s.person();
          const m = s.num("minutes", 3, 12);
          s.say(
            `[${who.name} showers for ${m} minutes|It takes ${who.name} ${m} minutes to shower|${m} minutes go by before ${who.name} turns it off].`,
          );
          s.mul("liters", m, l);
          s.ask(
            `[How many liters of water does ${who.name} use|How much water is that, in liters|How many liters run down the drain]?`,
          );
        },
        (s, { l }) => {
          const all = s.multiple("liters", l, 4, 15);
          s.say(
            `[The meter shows that ${all} liters were used|${all} liters were used this morning|A tank of ${all} liters is emptied that way].`,
          );
          s.div("minutes", all, l);
          s.ask(
            "[How many minutes was the shower on|For how many minutes did the water run|How long did it take, in minutes]?",
          );
        },
      ],
      2: [
        (s, { l }) => {
          const [p, q] = [s.person(), s.person()];
          const a = s.num(`minutes of ${p.name}`, 7, 15);
          const b = s.num(`minutes of ${q.name}`, 2, 6);
          s.say(
            `[${p.name} takes ${a} minutes and ${q.name} ${b}|${q.name} is done after ${b} minutes, ${p.name} only after ${a}|For ${p.name} it is ${a} minutes, for ${q.name} ${b}].`,
          );
          s.mul("difference in liters", s.sub("minutes more", a, b), l);
          s.ask(
            `[How many more liters does ${p.name} use|How many liters does ${q.name} save compared with ${p.name}|By how many liters do the two differ]?`,
          );
        },
        (s, { l }) => {
          const m = s.num("minutes", 5, 12);
          const b = s.num("liters of a bath", 190, 250, 5);
          s.say(
            `[A bath takes ${b} liters, a shower ${m} minutes|Instead of a bath with ${b} liters, someone takes a shower of ${m} minutes|${m} minutes in the shower can replace a bath of ${b} liters].`,
          );
          s.sub("liters saved", b, s.mul("liters of the shower", m, l));
          s.ask(
            "[How many liters does the shower save|How many liters less does the shower take|By how many liters is the bath more]?",
          );
        },
        (s, { l }) => {
          const n = s.num("people", 2, 6);
          const m = s.num("minutes each", 4, 9);
          s.say(
            `[${n} people shower for ${m} minutes each|Each of the ${n} people in the house needs ${m} minutes|A family of ${n} showers, every one for ${m} minutes].`,
          );
          s.mul("liters", s.mul("minutes", n, m), l);
          s.ask(
            "[How many liters is that in all|How much water do they use together, in liters|How many liters does the family need]?",
          );
        },
      ],
      3: [
        (s, { l }) => {
          const m = s.num("minutes before", 8, 14);
          const d = s.num("minutes less", 2, 5);
          const n = s.num("days", 3, 8);
          s.say(
            `[Instead of ${m} minutes a day it is now ${d} minutes less. This is kept up for ${n} days|For ${n} days, someone who used to take ${m} minutes a day stops ${d} minutes sooner|A timer cuts ${d} minutes off the usual ${m} minutes a day, and it is in use for ${n} days].`,
          );
          s.mul("liters used", s.mul("liters a day", s.sub("minutes now", m, d), l), n);
          s.ask(
            "[How many liters are used in these days|How much water is used in that time, in liters|How many liters does this come to]?",
          );
        },
      ],
    },
  ),
  told(
    "power-bill",
    (s) => {
      const f = s.pick(
        "The Novak family",
        "The household",
        "A young couple",
        "The family upstairs",
        "The Garcia home",
        "The family on the corner",
        "The Lee family",
      );
      const b = s.pick("electricity", "gas", "water", "internet", "heating");
      const p = s.cash(`dollars a month for ${b}`, 20, 80);
      s.say(
        `[${f} pays $${p} a month for ${b}|Each month, ${f[0]?.toLowerCase()}${f.slice(1)} spends $${p} on ${b}|${b} costs ${f[0]?.toLowerCase()}${f.slice(1)} $${p} a month].`,
      );
      return { b, p };
    },
    {
      1: [
        (s, { b, p }) => {
          const m = s.num("months", 3, 12);
          s.say(`[${m} months go by|The list covers ${m} months|Nothing changes for ${m} months].`);
          s.mul(`dollars for ${b}`, m, p);
          s.ask(
            `[How much is paid for ${b} in that time|How many dollars does it come to|What is the cost for these months, in dollars]?`,
          );
        },
        (s, { p }) => {
          const l = s.cash("dollars last year", 81, 130);
          s.say(
            `[Last year it was $${l} a month|Before the new contract the bill was $${l}|It used to be $${l}].`,
          );
          s.sub("dollars saved", l, p);
          s.ask(
            "[How much is saved each month|By how many dollars has the bill gone down|How many dollars less is that now]?",
          );
        },
      ],
      2: [
        (s, { p }) => {
          const d = s.cash("dollars more", 2, 15);
          const m = s.num("months", 3, 8);
          s.say(
            `[In winter it is $${d} more, and winter lasts for ${m} months|For the ${m} cold months, $${d} are added each month|During ${m} cold months the bill is higher by $${d}].`,
          );
          s.mul("dollars in winter", s.add("dollars a month in winter", p, d), m);
          s.ask(
            "[How much is paid in the winter|How many dollars do these months cost|What does the cold season come to, in dollars]?",
          );
        },
        (s, { b, p }) => {
          const m = s.num("months", 3, 8);
          const r = s.cash("refund", 10, 50);
          s.say(
            `[After ${m} months, $${r} is paid back|A refund of $${r} arrives after ${m} months|Because of a mistake, $${r} is returned at the end of ${m} months].`,
          );
          s.sub("dollars in all", s.mul("dollars paid", m, p), r);
          s.ask(
            `[How much was really paid for ${b}|What did the ${b} cost in the end, in dollars|How many dollars were paid after all]?`,
          );
        },
        (s, { p }) => {
          const i = s.cash("other bill", 20, 80);
          const n = s.num("people", 2, 4);
          s.need((i.number + p.number) % n.number === 0);
          s.say(
            `[Another bill is $${i}, and ${n} people share both equally|${n} people in the house split this and the $${i} for the phone evenly|With $${i} for trash, everything is divided equally among ${n} people].`,
          );
          s.div("dollars each", s.add("both bills", p, i), n);
          s.ask(
            "[How much does each one pay a month|How many dollars a month is that per person|What is one person's part]?",
          );
        },
      ],
      3: [
        (s, { b, p }) => {
          const i = s.cash("income", 400, 900, 10);
          const q = s.cash("rent", 120, 240, 10);
          const m = s.num("months", 2, 5);
          s.say(
            `[With an extra job, $${i} comes in each month; the rent of a garage is $${q} a month. The rest is saved for ${m} months|After paying this and $${q} for a parking place out of $${i} a month, everything else is saved, for ${m} months|Each month $${i} is earned, from which this bill and $${q} for a music school are paid. All that remains is saved, for ${m} months].`,
          );
          s.mul("savings", s.sub(`rest a month`, s.sub(`rest after the ${b} bill`, i, p), q), m);
          s.ask(
            "[How much is saved in that time|How many dollars are put aside|What do the savings come to]?",
          );
        },
      ],
    },
  ),
  told(
    "weekly-shop",
    (s) => {
      const who = s.person();
      const [x, y] = s.random.pickSome(
        [
          "flour",
          "cheese",
          "coffee",
          "meat",
          "honey",
          "fruit",
          "soap",
          "bread",
          "tea",
          "rice",
          "fish",
          "butter",
        ],
        2,
      );
      const a = s.cash(`dollars for ${x}`, 4, 30);
      const b = s.cash(`dollars for ${y}`, 4, 30);
      s.say(
        `[At the supermarket ${who.name} pays $${a} for ${x} and $${b} for ${y}|On ${who.name}'s receipt there are $${a} for ${x} and $${b} for ${y}|${x} for $${a} and ${y} for $${b} are in ${who.name}'s shopping cart].`,
      );
      return { who, x, y, a, b };
    },
    {
      1: [
        (s, { a, b }) => {
          s.add("dollars in all", a, b);
          s.ask(
            "[How much is that in all|What is the total, in dollars|How many dollars are spent altogether]?",
          );
        },
        (s, { x, y, a, b }) => {
          s.need(a.number > b.number);
          s.sub("difference", a, b);
          s.ask(
            `[How much more was the ${x} than the ${y}|How many dollars less was spent on ${y}|By how many dollars do the two differ]?`,
          );
        },
      ],
      2: [
        (s, { who, a, b }) => {
          const m = s.cash("dollars in the purse", 60, 100, 5);
          s.say(
            `[There was $${m} in ${who.name}'s purse|${who.name} had come with $${m}|The budget for the day is $${m}].`,
          );
          s.sub("dollars left", m, s.add("dollars spent", a, b));
          s.ask("[How much money is left|How many dollars remain|What is left of it, in dollars]?");
        },
        (s, { a, b }) => {
          const c = s.cash("coupon", 2, 7);
          s.say(
            `[A coupon takes $${c} off the bill|$${c} is taken off because of an anniversary of the shop|The cashier subtracts $${c} for returned bottles].`,
          );
          s.sub("dollars to pay", s.add("dollars in all", a, b), c);
          s.ask("[How much must be paid|How many dollars does the bill come to|What is paid in the end]?");
        },
        (s, { a, b }) => {
          const w = s.num("weeks", 2, 8);
          s.say(
            `[It is the same every week, for ${w} weeks|This is repeated each week, ${w} weeks in all|${w} weeks in a row, exactly that is bought once a week].`,
          );
          s.mul("dollars in these weeks", s.add("dollars a week", a, b), w);
          s.ask(
            "[How much is spent in these weeks|How many dollars does this come to|What is the cost of all the weeks]?",
          );
        },
      ],
      3: [
        (s, { who, a, b }) => {
          const g = s.num("cans", 2, 9);
          const p = s.cash("price of a can", 2, 4);
          s.say(
            `[${g} cans of cat food at $${p} each come on top of that|Then ${who.name} adds ${g} light bulbs for $${p} apiece|There are also ${g} notebooks, each at $${p}].`,
          );
          s.add(
            "dollars in all",
            s.add("dollars at first", a, b),
            s.mul("dollars for the other things", g, p),
          );
          s.ask(
            `[How much does ${who.name} pay altogether|How many dollars is the whole bill|What is the total price]?`,
          );
        },
        (s, { who, x, a, b }) => {
          const n = s.num(`times for ${x}`, 2, 4);
          const y = s.cash("banknotes", 150, 200, 10);
          s.say(
            `[For a party the amount of ${x} is taken ${n} times, at ${n} times the price, and ${who.name} gives the cashier $${y}|${who.name} decides to take ${n} times as much ${x}, which costs ${n} times as much, and pays with $${y}|Of ${x}, ${n} times this amount is bought in the end, for ${n} times the money, and $${y} is handed over].`,
          );
          s.sub("change", y, s.add("the bill", s.mul(`dollars for all the ${x}`, n, a), b));
          s.ask("[How much change is there|How many dollars come back|What is the change, in dollars]?");
        },
      ],
    },
  ),
];
