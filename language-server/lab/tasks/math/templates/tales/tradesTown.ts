import { type Template, template } from "../../story.ts";
import { bakes, crops, funds, parts, wares } from "./tradesWords.ts";

/** Restaurants, offices, building sites, banks, warehouses, markets. */
export const tradesTown: readonly Template[] = [
  template("tr-restaurant-seats", [1, 2, 3], (s, steps) => {
    const n = s.num("tables", 6, 30);
    const k = s.num("seats at a table", 2, 8);
    s.say(
      `[A restaurant has ${n} tables with ${k} seats each|There are ${n} tables in an inn, and each of them seats ${k}|${k} guests can sit at every one of the ${n} tables of a café].`,
    );
    const seats = s.mul("seats", n, k);
    if (steps === 1) {
      s.ask("[How many guests can sit down|How many seats are there|For how many people is there room]?");
      return;
    }
    const g = s.num("guests", 10, 120);
    s.say(`[${g} guests are sitting there now|At noon ${g} of the seats are taken]. `);
    const free = s.sub("free seats", seats, g);
    if (steps === 3) {
      const b = s.num("people on the tour", 5, 60);
      s.say(`[Then a tour group of ${b} comes in and sits down|A group of ${b} takes a seat as well].`);
      s.sub("free seats in the end", free, b);
    }
    s.ask(
      "[How many seats are free then|How many more guests would find a seat|How many places are not taken]?",
    );
  }),
  template("tr-brick-wall", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const t = s.pick("bricks", "roof tiles", "paving stones", "floor boards", "blocks", "wall tiles");
    const a = s.num(`${t} an hour`, 12, 45);
    const h = s.num("hours", 2, 8);
    s.say(
      `[On a building site ${who.name} lays ${a} ${t} an hour and works for ${h} hours|${a} ${t} an hour are laid by ${who.name}, who is at it for ${h} hours|For ${h} hours ${who.name} has been laying ${t}, ${a} in every hour].`,
    );
    const x = s.mul(`${t} laid`, a, h);
    if (steps === 1) {
      s.ask(`[How many ${t} are in place|How many ${t} did ${who.name} lay|What number of ${t} is that]?`);
      return;
    }
    const all = s.num(`${t} needed`, 200, 900, 10);
    s.say(`[The whole job takes ${all}|In all, ${all} have to be laid].`);
    const left = s.sub(`${t} left`, all, x);
    if (steps === 2) {
      s.ask(`[How many ${t} are still to be laid|How many remain|How many ${t} does the job still need]?`);
      return;
    }
    const n = s.num("helpers", 2, 6);
    s.say(`[${n} helpers lay the rest in equal parts|The rest is divided equally among ${n} helpers].`);
    const each = s.div(`${t} for a helper`, left, n);
    if (steps === 4) {
      const r = s.num(`${t} of a helper an hour`, 4, 12);
      s.say(`Each helper [lays|manages] ${r} an hour.`);
      s.div("hours of the helpers", each, r);
      s.ask(
        "[For how many hours do the helpers work|After how many hours are the helpers done|How many hours does the rest take]?",
      );
      return;
    }
    s.ask(
      "[How many does each helper lay|What is the share of one helper|How many are laid by every helper]?",
    );
  }),
  template("tr-print-run", [1, 2], (s, steps) => {
    const d = s.pick("leaflets", "programs", "menus", "calendars", "brochures", "tickets", "labels", "maps");
    const r = s.num(`${d} a minute`, 5, 40);
    const have = s.multiple(`${d} ordered`, r, 4, 25);
    if (steps === 1) {
      s.say(
        `[A printer's shop must deliver ${have} ${d}. The press manages ${r} a minute|${have} ${d} are to be printed on a press that turns out ${r} every minute|With ${r} ${d} a minute, a press works on an order of ${have}].`,
      );
      s.div("minutes", have, r);
    } else {
      const add = s.num("minutes of setting up", 3, 30);
      s.say(
        `[Setting up a press takes ${add} minutes. After that it prints ${r} ${d} a minute, and ${have} are ordered|A customer orders ${have} ${d}. The press needs ${add} minutes to warm up before it prints ${r} a minute].`,
      );
      s.add("minutes in all", s.div("minutes of printing", have, r), add);
    }
    s.ask(
      "[How many minutes does this take altogether|After how many minutes is the order done|How long does it take in minutes]?",
    );
  }),
  template("tr-bank-account", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const a = s.cash("money at first", 100, 500, 10);
    const b = s.cash("money paid in", 20, 300, 5);
    s.say(
      `[${who.name}'s account stood at $${a} before $${b} was paid in|${who.name} pays $${b} into an account which already holds $${a}|On an account of ${who.name}'s there are $${a}. A transfer adds $${b}].`,
    );
    const c = s.add("money after the payment", a, b);
    if (steps === 1) {
      s.ask(
        "[How much is in the account now|What is the new balance|How many dollars does the account hold then]?",
      );
      return;
    }
    const w = s.cash("bill for power", 20, 150, 5);
    s.say(`[The power bill of $${w} is taken off|A shop then collects $${w} from it].`);
    const d = s.sub("money after the bill", c, w);
    if (steps > 2) {
      const n = s.num("months", 2, 8);
      if (steps === 3) {
        s.say(
          `[The money is withdrawn in ${n} equal amounts|${who.name} spreads everything that is in it evenly over ${n} months].`,
        );
        s.div("one amount", d, n);
        s.ask("[How big is one amount|How many dollars is that each time|How much is it per part]?");
        return;
      }
      const f = s.cash("standing order", 5, 60);
      s.say(
        `[For ${n} months $${f} is transferred each month to a club|A club takes $${f} from it in each of ${n} months].`,
      );
      s.sub("money in the end", d, s.mul("money for the club", n, f));
    }
    s.ask(
      "[How much is in the account in the end|What is the balance after that|How many dollars are left in it]?",
    );
  }),
  template("tr-warehouse-floors", [2, 3, 4, 5], (s, steps) => {
    const w = s.pick(...parts);
    const a = s.num("pallets", 3, 12);
    const k = s.num("boxes on a pallet", 4, 15);
    s.say(
      `[In a warehouse stand ${a} pallets with ${k} boxes of ${w.many} each|A warehouse receives ${a} pallets, every one of which carries ${k} boxes of ${w.many}].`,
    );
    const n = s.mul("boxes", a, k);
    const o = s.num("old boxes", 5, 60);
    s.say(`[${o} more boxes were there before|There are also ${o} boxes from last month].`);
    const all = s.add("boxes in all", n, o);
    if (steps === 2) {
      s.ask(
        "[How many boxes does the warehouse hold|How many boxes are there in all|What is the total number of boxes]?",
      );
      return;
    }
    const t = s.num("trucks", 2, 6);
    if (steps === 3) {
      s.say(`All of them are [spread equally over|loaded in equal parts onto] ${t} trucks.`);
      s.div("boxes on a truck", all, t);
      s.ask(
        "[How many boxes does each truck carry|How many boxes are on one truck|What is the load of a truck, in boxes]?",
      );
      return;
    }
    const l = s.num("boxes on a truck", 6, 30);
    s.say(`[${t} trucks leave with ${l} boxes each|${l} boxes are loaded onto each of ${t} trucks].`);
    const left = s.sub("boxes left", all, s.mul("boxes taken away", t, l));
    if (steps === 5) {
      const v = s.num(`${w.many} in a box`, 3, 20);
      s.say(`A box contains ${v} ${w.many}.`);
      s.mul(`${w.many} left`, left, v);
      s.ask(
        `[How many ${w.many} are left in the warehouse|How many ${w.many} did not leave|What is the stock of ${w.many} after that]?`,
      );
      return;
    }
    s.ask("[How many boxes stay behind|How many boxes are left|What remains in the warehouse, in boxes]?");
  }),
  template("tr-office-calls", [1, 2], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const d = s.pick("calls", "letters", "invoices", "complaints", "forms", "orders", "reports", "e-mails");
    const k = s.num("factor", 2, 6);
    const b = s.multiple(`${d} of ${p.name}`, k, 4, 30);
    s.say(
      `[${p.name} deals with ${b} ${d} in the office, ${k} times as many as ${q.name}|In an office ${b} ${d} land on ${p.name}'s desk. That is ${k} times what ${q.name} gets].`,
    );
    const a = s.div(`${d} of ${q.name}`, b, k);
    if (steps === 1) {
      s.ask(
        `[How many ${d} does ${q.name} have|How many are on ${q.name}'s desk|What is ${q.name}'s number of ${d}]?`,
      );
      return;
    }
    s.sub("difference", b, a);
    s.ask(
      `[How many more ${d} does ${p.name} have|By how many ${d} do the two differ|How many fewer ${d} are for ${q.name}]?`,
    );
  }),
  template("tr-market-half-gone", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const c = s.pick(...crops, ...bakes);
    const n = s.multiple(`${c.many} brought`, 12, 3, 25);
    const f = s.pick(["half", 2] as const, ["a third", 3] as const, ["a quarter", 4] as const);
    s.say(
      `[${who.name} brings ${n} ${c.many} to the market and sells ${f[0]} of them before noon|Of ${n} ${c.many} on ${who.name}'s stall, ${f[0]} are gone by noon].`,
    );
    const left = s.sub(`${c.many} left at noon`, n, s.part(`${c.many} sold before noon`, n, 1, f[1]));
    if (steps === 2) {
      s.ask(
        `[How many ${c.many} are left at noon|How many can still be sold|How many does ${who.name} have then]?`,
      );
      return;
    }
    const a = s.num(`${c.many} sold later`, 4, 60);
    s.say(`[In the afternoon ${a} more are sold|Another ${a} go after lunch].`);
    const end = s.sub(`${c.many} left in the end`, left, a);
    if (steps === 4) {
      const h = s.num("neighbors", 2, 8);
      s.say(
        `[${h} neighbors share what is left equally|The remaining ones are given to ${h} neighbors in equal parts].`,
      );
      s.div(`${c.many} for a neighbor`, end, h);
      s.ask(
        `[How many ${c.many} does each neighbor get|How many are for one neighbor|What is one neighbor's share]?`,
      );
      return;
    }
    s.ask(`[How many ${c.many} are unsold|How many does ${who.name} take home|What is left in the evening]?`);
  }),
  template("tr-club-raffle", [4, 5], (s, steps) => {
    const w = s.pick(...wares);
    const fund = s.pick(...funds);
    const n = s.num("tickets on Saturday", 20, 90);
    const m = s.num("tickets on Sunday", 20, 90);
    const p = s.cash("price of a ticket", 2, 5);
    const k = s.num("prizes", 2, 6);
    const q = s.cash(`cost of a ${w.one}`, 4, 25);
    s.say(
      `[A club sells ${n} raffle tickets on Saturday and ${m} on Sunday, all at $${p}|Raffle tickets of a club cost $${p}; ${n} are sold on Saturday and ${m} on Sunday]. [As prizes it buys ${k} ${w.many} for $${q} each|The prizes are ${k} ${w.many}, for which it paid $${q} each]. What is left goes to ${fund}.`,
    );
    const income = s.mul("money for the tickets", s.add("tickets", n, m), p);
    const rest = s.sub("money left", income, s.mul("cost of the prizes", k, q));
    if (steps === 5) {
      const e = s.cash("gift of the mayor", 10, 100, 5);
      s.say(`[The mayor adds $${e} to it|To this sum the mayor gives another $${e}].`);
      s.add("money in all", rest, e);
    }
    s.ask(
      "[How much money can be handed over in all|How many dollars are given to the good cause altogether|What sum is handed over in the end]?",
    );
  }),
];
