import { type Template, template } from "../story.ts";

/** Longer stories of homes, families and free time. */
export const atHome: readonly Template[] = [
  template("flat-share", [2, 3, 4], (s, steps) => {
    const rent = s.cash("rent", 300, 900, 10);
    const power = s.cash("electricity", 30, 120, 5);
    const water = s.cash("water", 10, 80, 5);
    const n = s.num("friends", 2, 6);
    s.say(
      `${n} friends share a flat. [Each month|Every month] they pay $${rent} for rent, $${power} for electricity and $${water} for water, and [everyone pays the same|the cost is split equally].`,
    );
    const all = s.total("cost per month", rent, power, water);
    const each = s.div("cost for each friend", all, n);
    if (steps === 2) {
      s.ask("How much does each friend pay per month?");
      return;
    }
    const who = s.person();
    if (steps === 3) {
      const earned = s.cash(`money ${who.name} earns`, 300, 900, 10);
      s.say(`${who.name}, who is one of them, earns $${earned} a month.`);
      s.sub(`money left for ${who.name}`, earned, each);
      s.ask(`How much does ${who.name} have left after paying?`);
      return;
    }
    const m = s.num("months", 2, 8);
    const paid = s.cash("money already paid", 20, 180, 10);
    s.say(`${who.name}, who is one of them, moves in for ${m} months and has already paid $${paid}.`);
    s.sub("money still to pay", s.mul(`cost for ${m} months`, each, m), paid);
    s.ask(`How much does ${who.name} still have to pay?`);
  }),
  template("leaking-tub", [3, 4], (s, steps) => {
    const thing = s.pick("tub", "pool", "fountain", "pond", "barrel");
    const f = s.num("litres in per minute", 8, 30);
    const l = s.num("litres out per minute", 2, 9);
    const m = s.num("minutes", 5, 30);
    const have = s.num("litres at first", 10, 90);
    s.need(l.number < f.number - 1);
    s.say(
      `A ${thing} holds ${have} litres of water. ${f} litres run in every minute, but ${l} litres [leak|run] out [in the same time|each minute].`,
    );
    const gain = s.sub("litres gained per minute", f, l);
    const all = s.add(`litres after ${m} minutes`, s.mul(`litres gained in ${m} minutes`, gain, m), have);
    if (steps === 3) {
      s.ask(`How many litres are in the ${thing} after ${m} minutes?`);
      return;
    }
    const full = s.num(`litres in a full ${thing}`, 300, 900, 10);
    s.say(`When it is full it holds ${full} litres.`);
    s.sub("litres missing", full, all);
    s.ask(`How many litres are missing after ${m} minutes?`);
  }),
  template("washing-day", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const a = s.num("shirts", 5, 25);
    const b = s.num("towels", 4, 25);
    const c = s.num("pairs of trousers", 3, 15);
    const k = s.num("pieces per load", 5, 12);
    s.say(
      `${who.name} has to wash ${a} shirts, ${b} towels and ${c} pairs of trousers. [One load is ${k} pieces|The machine takes ${k} pieces at a time].`,
    );
    const all = s.total("pieces to wash", a, b, c);
    const loads = s.div("loads", all, k);
    if (steps === 2) {
      s.ask(`How many loads [are needed|does ${who.he} need|is that]?`);
      return;
    }
    const m = s.num("minutes for a load", 20, 90, 5);
    s.say(`Each load takes ${m} minutes.`);
    const time = s.mul("minutes of washing", loads, m);
    if (steps === 3) {
      s.ask("For how many minutes does the machine run?");
      return;
    }
    const d = s.num("minutes for hanging up", 10, 60, 5);
    s.say(`Hanging everything up takes another ${d} minutes in all.`);
    s.add("minutes in all", time, d);
    s.ask("How many minutes does all of it take?");
  }),
  template("recipe-for-more", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const [dish, what] = s.random.pick([
      ["soup", "carrots"],
      ["cake", "eggs"],
      ["cake", "cups of flour"],
      ["stew", "potatoes"],
      ["pudding", "spoons of sugar"],
      ["salad", "tomatoes"],
      ["lasagne", "onions"],
      ["pancakes", "eggs"],
    ] as const);
    const base = s.num("people in the recipe", 2, 6);
    const k = s.num(`${what} in the recipe`, 2, 9);
    const people = s.multiple("people who come", base, 2, 8);
    s.say(
      `A recipe for ${dish} for ${base} people needs ${k} ${what}. ${who.name} cooks for ${people} people.`,
    );
    const times = s.div("times the recipe", people, base);
    const need = s.mul(`${what} needed`, times, k);
    if (steps === 2) {
      s.ask(`How many ${what} does ${who.he} need?`);
      return;
    }
    const have = s.num(`${what} at home`, 2, 20);
    s.say(`${who.he} already has ${have} ${what}.`);
    const buy = s.sub(`${what} to buy`, need, have);
    if (steps === 3) {
      s.ask(`How many ${what} does ${who.he} have to [buy|get]?`);
      return;
    }
    const p = s.cash("price of each", 2, 4);
    s.say(`The shop asks $${p} for each.`);
    s.mul(`cost of the ${what}`, buy, p);
    s.ask(`How much does ${who.he} pay for what is missing?`);
  }),
  template("allowance-and-treats", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const thing = s.pick("a skateboard", "a camera", "a guitar", "a telescope", "a drum set");
    const a = s.cash("pocket money a week", 8, 30);
    const t = s.cash("money for treats a week", 2, 7);
    s.need(t.number < a.number - 1);
    s.say(`${who.name} gets $${a} of pocket money a week and spends $${t} of it on treats.`);
    const net = s.sub("money saved a week", a, t);
    if (steps === 2) {
      const price = s.cash("price", 60, 400, 5);
      s.say(`The rest is saved for ${thing} that costs $${price}.`);
      s.div("weeks", price, net);
      s.ask(`After how many weeks can ${who.he} buy it?`);
      return;
    }
    const w = s.num("weeks", 3, 15);
    s.say(`The rest goes into a box [for|over] ${w} weeks.`);
    const saved = s.mul(`money saved in ${w} weeks`, net, w);
    if (steps === 3) {
      const gift = s.cash("gift from grandmother", 5, 60, 5);
      s.say(`Then ${who.his} grandmother puts in $${gift}.`);
      s.add("money in the box", saved, gift);
      s.ask("How much money is in the box then?");
      return;
    }
    const price = s.cash("price", 60, 400, 5);
    const gift = s.cash("gift from grandmother", 5, 60, 5);
    s.say(`${who.his} grandmother adds $${gift}, and ${thing} costs $${price}.`);
    s.sub("money missing", price, s.add("money in the box", saved, gift));
    s.ask(`How much money is ${who.name} still short of?`);
  }),
  template("pet-food", [3, 4], (s, steps) => {
    const pet = s.pick("dogs", "cats", "rabbits", "parrots", "ponies");
    const who = s.person();
    const n = s.num(pet, 2, 8);
    const k = s.num("cups a day for each", 2, 6);
    const d = s.num("days", 5, 30);
    const b = s.num("cups in a bag", 8, 40);
    s.say(
      `${who.name} looks after ${n} ${pet} for ${d} days. Each of them eats ${k} cups of food a day, and a bag [of food |]has ${b} cups.`,
    );
    const day = s.mul("cups a day", n, k);
    const all = s.mul("cups in all", day, d);
    const bags = s.div("bags", all, b);
    if (steps === 3) {
      s.ask(`How many bags [are needed|does ${who.he} need|are eaten]?`);
      return;
    }
    const p = s.cash("price of a bag", 5, 25);
    s.say(`A bag costs $${p}.`);
    s.mul("cost of the food", bags, p);
    s.ask("How much does the food cost [for all the days|in all]?");
  }),
  template("thick-book", [3, 4], (s, steps) => {
    const who = s.person();
    const all = s.num("pages of the book", 150, 600, 10);
    const a = s.num("pages a day at first", 8, 30);
    const d = s.num("days at first", 3, 9);
    const b = s.num("pages a day later", 10, 50);
    s.say(
      `${who.name} reads a book of ${all} pages. For the first ${d} days ${who.he} reads ${a} pages a day. [After that|From then on] ${who.he} reads ${b} pages a day[| until the end].`,
    );
    const read = s.mul(`pages in the first ${d} days`, a, d);
    const left = s.sub("pages left", all, read);
    const more = s.div("more days", left, b);
    if (steps === 3) {
      s.ask(`How many more days does it take ${who.him} to finish the book?`);
      return;
    }
    s.add("days in all", more, d);
    s.ask(`How many days does ${who.name} need for the whole book?`);
  }),
  template("joint-gift", [3, 4], (s, steps) => {
    const [a, b, c] = [s.person(), s.person(), s.person()];
    const n = s.cash(`money of ${a.name}`, 8, 40);
    const m = s.cash("dollars more", 2, 15);
    s.say(
      `${a.name}, ${b.name} and ${c.name} buy a present for their mother. ${a.name} gives $${n}, ${b.name} gives $${m} more [than ${a.name}|than that], and ${c.name} gives twice as much as ${a.name}.`,
    );
    const x = s.add(`money of ${b.name}`, n, m);
    const y = s.mul(`money of ${c.name}`, n, 2);
    const all = s.total("money of all three", n, x, y);
    if (steps === 3) {
      s.ask("How much [money do they have for the present|can the present cost|do they give in all]?");
      return;
    }
    const p = s.cash("price of the present", 20, 150);
    s.say(`The present costs $${p}.`);
    s.sub("money left", all, p);
    s.ask("How much of their money is left?");
  }),
  template("fence-round", [3, 4], (s, steps) => {
    const place = s.pick("garden", "field", "playground", "yard", "chicken run");
    const l = s.num("length in metres", 8, 60);
    const w = s.num("width in metres", 5, 40);
    const p = s.cash("price of a metre", 3, 15);
    s.say(
      `A ${place} is ${l} metres long and ${w} metres wide. A fence [is put|goes] all the way round it[, and a metre of fence costs $${p}|. One metre of fence costs $${p}].`,
    );
    const half = s.add("length and width", l, w);
    const round = s.mul("metres of fence", half, 2);
    const cost = s.mul("cost of the fence", round, p);
    if (steps === 3) {
      s.ask("How much does the fence cost?");
      return;
    }
    const gate = s.cash("price of the gate", 20, 150, 5);
    s.say(`A gate is $${gate} more.`);
    s.add("cost with the gate", cost, gate);
    s.ask("How much do the fence and the gate cost together?");
  }),
  template("new-floor", [3, 4], (s, steps) => {
    const l = s.num("length in metres", 3, 15);
    const w = s.num("width in metres", 3, 12);
    const p = s.cash("price per square metre", 5, 30);
    const x = s.cash("price of the work", 40, 200, 10);
    s.say(
      `The floor of a ${s.pick("bedroom", "kitchen", "hall", "shop", "studio")} is ${l} metres long and ${w} metres wide. ${s.pick("Wood", "Carpet", "Tile", "Stone")} costs $${p} per square metre, and laying it costs $${x}.`,
    );
    const area = s.mul("square metres", l, w);
    const all = s.add("cost with the work", s.mul("cost of the floor", area, p), x);
    if (steps === 3) {
      s.ask("How much does the new floor cost [in all|with the work]?");
      return;
    }
    const paid = s.cash("money paid already", 20, 150, 10);
    s.say(`$${paid} has been paid [already|in advance].`);
    s.sub("money still to pay", all, paid);
    s.ask("How much is still to be paid?");
  }),
  template("cough-syrup", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const k = s.num("spoons each time", 2, 5);
    const t = s.oneOf("times a day", [2, 3, 4]);
    const d = s.num("days", 4, 14);
    s.say(`${who.name} has to take ${k} spoons of a medicine ${t} times a day [for|on] ${d} days.`);
    const day = s.mul("spoons a day", k, t);
    const all = s.mul("spoons in all", day, d);
    if (steps === 2) {
      s.ask(`How many spoons does ${who.he} take in all?`);
      return;
    }
    const b = s.num("spoons in a bottle", 10, 40);
    s.say(`A bottle is enough for ${b} spoons.`);
    const bottles = s.div("bottles", all, b);
    if (steps === 3) {
      s.ask("How many bottles are needed?");
      return;
    }
    const p = s.cash("price of a bottle", 4, 20);
    s.say(`One bottle costs $${p}.`);
    s.mul("cost of the medicine", bottles, p);
    s.ask("How much does the medicine cost?");
  }),
  template("firewood-winter", [3, 4], (s, steps) => {
    const who = s.person();
    const n = s.num("piles", 3, 12);
    const k = s.num("logs in each pile", 20, 60);
    const e = s.num("logs burnt each evening", 3, 12);
    const d = s.num("evenings", 8, 40);
    s.say(
      `${who.name} has ${n} piles of ${k} logs [behind the house|in the shed|]. ${who.he} burns ${e} logs each evening for ${d} evenings.`,
    );
    const all = s.mul("logs", n, k);
    const burnt = s.mul("logs burnt", e, d);
    const left = s.sub("logs left", all, burnt);
    if (steps === 3) {
      s.ask("How many logs are left [after that|then]?");
      return;
    }
    s.div("more evenings", left, e);
    s.ask("For how many more evenings are there logs?");
  }),
];
