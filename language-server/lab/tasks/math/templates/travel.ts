import { type Template, template } from "../story.ts";

/** Journeys, luggage, hotels. */
export const travel: readonly Template[] = [
  template("hotel-nights", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("nights", 2, 12);
    const p = s.cash("price of a night", 20, 120, 5);
    const place = s.pick("a hotel", "an inn", "a cabin", "a hostel", "a guest house", "a beach house");
    s.say(`${who.name} [stays|stayed] in ${place} for ${n} nights. [A night costs|One night is] $${p}.`);
    const stay = s.mul("cost of the nights", n, p);
    if (steps === 1) {
      s.ask("How much [is that for the whole stay|is the bill|do the nights cost]?");
      return;
    }
    if (steps === 2) {
      const tax = s.cash("cost of the meals", 15, 90);
      s.say(`The meals cost another $${tax}.`);
      s.add("cost of stay and meals", stay, tax);
      s.ask("How much is that altogether?");
      return;
    }
    const b = s.cash("price of a breakfast", 5, 15);
    s.say(`Breakfast is $${b} a day and is taken on each of the ${n} days.`);
    const food = s.mul("cost of the breakfasts", n, b);
    s.add("cost of nights and breakfasts", stay, food);
    s.ask(`How much must be paid in total?`);
  }),
  template("suitcase-limit", [1, 2], (s, steps) => {
    const who = s.person();
    const max = s.num("kg allowed", 20, 35);
    const a = s.num("kg of the suitcase", 6, 25);
    s.say(
      `[A passenger may take|An airline allows] ${max} kg of luggage. ${who.name}'s suitcase weighs ${a} kg.`,
    );
    const left = s.sub("kg still allowed", max, a);
    if (steps === 1) {
      s.ask(`How many more kg may ${who.he} pack?`);
      return;
    }
    const k = s.num("kg of a gift", 2, 4);
    s.say(`${who.he} wants to add gifts that weigh ${k} kg each.`);
    s.div("gifts", left, k);
    s.ask(`How many gifts can ${who.he} add?`);
  }),
  template("plane-seats", [1, 2, 3], (s, steps) => {
    const r = s.num("rows", 12, 40);
    const k = s.num("seats in a row", 4, 9);
    const what = s.pick("plane", "ferry", "train car", "movie theater", "bus");
    s.say(`A ${what} has ${r} rows of ${k} seats.`);
    const all = s.mul("seats", r, k);
    if (steps === 1) {
      s.ask(`How many people can sit in it?`);
      return;
    }
    const taken = s.num("seats taken", 20, 200);
    s.say(`${taken} seats are [taken|occupied|reserved].`);
    const free = s.sub("empty seats", all, taken);
    if (steps === 2) {
      s.ask("How many seats are empty?");
      return;
    }
    const g = s.num("people in a group", 3, 12);
    s.say(`Groups of ${g} people want to come along.`);
    s.div("groups", free, g);
    s.ask("How many groups fit into the empty seats?");
  }),
  template("train-stations", [2, 3], (s, steps) => {
    const n = s.num("passengers at first", 30, 300);
    const off = s.num("passengers who get off", 5, 90);
    const on = s.num("passengers who get on", 5, 90);
    const what = s.pick("train", "tram", "ship", "subway");
    s.say(
      `[A ${what} left with ${n} passengers|${n} passengers were on a ${what}]. At the first stop ${off} got off and ${on} got on.`,
    );
    const a = s.sub("after those who got off", n, off);
    const b = s.add("after the first stop", a, on);
    if (steps === 2) {
      s.ask("How many passengers were there [then|after the first stop|when it went on]?");
      return;
    }
    const off2 = s.num("passengers who get off later", 5, 60);
    s.say(`At the second stop ${off2} got off and nobody got on.`);
    s.sub("after the second stop", b, off2);
    s.ask("How many passengers were there after the second stop?");
  }),
  template("trip-budget", [2, 3], (s, steps) => {
    const who = s.person();
    const all = s.cash("budget", 300, 900, 10);
    const [x, y, z] = s.random.pickSome(
      ["tickets", "food", "the hotel", "presents", "museums", "a rental car", "fuel"],
      3,
    );
    const a = s.cash(`money for ${x}`, 40, 250, 5);
    const b = s.cash(`money for ${y}`, 30, 200, 5);
    s.say(
      `${who.name} [saved|set aside|had] $${all} for a trip. ${who.he} spent $${a} on ${x} and $${b} on ${y}.`,
    );
    const spent = s.add("spent on both", a, b);
    const left = s.sub("money left", all, spent);
    if (steps === 2) {
      s.ask("How much money was left?");
      return;
    }
    const c = s.cash(`money for ${z}`, 10, 100, 5);
    s.say(`[Later|On the last day] ${who.he} also paid $${c} for ${z}.`);
    s.sub("money left in the end", left, c);
    s.ask("How much money was left in the end?");
  }),
  template("road-trip-left", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const all = s.num("km of the whole way", 200, 900, 5);
    const a = s.num("km before lunch", 60, 400, 5);
    const where = s.pick(
      "to the sea",
      "to the mountains",
      `to ${who.his} grandmother`,
      "to the capital",
      "to the lake",
    );
    s.say(`It is ${all} km ${where}. ${who.name} [drives|drove] ${a} km before lunch.`);
    if (steps === 1) {
      s.sub("km left", all, a);
      s.ask("How many km [remain|are left|are still to go]?");
      return;
    }
    const b = s.num("km after lunch", 20, 250, 5);
    s.say(`After lunch ${who.he} [does|covers] another ${b} km.`);
    const done = s.add("km done", a, b);
    const left = s.sub("km left", all, done);
    if (steps === 2) {
      s.ask("How far is it still, in km?");
      return;
    }
    const v = s.num("km in an hour", 20, 90, 5);
    s.say(`On the last part ${who.he} makes ${v} km an hour.`);
    s.div("hours", left, v);
    s.ask("How many hours will the last part take?");
  }),
  template(
    "two-cars-apart",
    [2, 3],
    (s, steps) => {
      const [a, b] = [s.person(), s.person()];
      const v = s.num(`speed of ${a.name}`, 12, 90);
      const w = s.num(`speed of ${b.name}`, 10, 80);
      const h = s.num("hours", 2, 8);
      if (steps === 2) {
        const faster = s.random.chance(0.5);
        s.say(
          `${a.name} and ${b.name} start at the same place [and|and then] drive in ${faster ? "the same direction" : "opposite directions"}. ${a.name} goes ${v} km per hour and ${b.name} goes ${w} km per hour.`,
        );
        const d = faster
          ? s.sub("km between them after an hour", v, w)
          : s.add("km between them after an hour", v, w);
        s.mul("km between them", d, h);
        s.ask(`How many km apart are they after ${h} hours?`);
        return;
      }
      s.say(
        `${a.name} travels for ${h} hours at ${v} km per hour, ${b.name} for the same time at ${w} km per hour.`,
      );
      const x = s.mul(`km of ${a.name}`, v, h);
      const y = s.mul(`km of ${b.name}`, w, h);
      s.sub("difference in km", x, y);
      s.ask(`How many km farther does ${a.name} get?`);
    },
    { noise: false },
  ),
  template("postcards-sent", [1, 2], (s, steps) => {
    const who = s.person();
    const n = s.num("postcards", 4, 25);
    const p = s.cash("price of a postcard", 2, 4);
    s.say(`On vacation ${who.name} sends ${n} postcards. Each card costs $${p}.`);
    if (steps === 1) {
      s.mul("cost of the cards", n, p);
      s.ask("How many dollars do the cards cost?");
      return;
    }
    const q = s.cash("price of a stamp", 2, 3);
    s.say(`[Each stamp costs|A stamp for each of them costs|The price of every stamp is] $${q}.`);
    const one = s.add("cost of a card with its stamp", p, q);
    s.mul("cost of all", one, n);
    s.ask(`How much does ${who.he} spend on cards and stamps?`);
  }),
  template("museum-visitors", [1, 2, 3], (s, steps) => {
    const [d1, d2] = s.pick(["Friday", "Saturday"], ["Saturday", "Sunday"], ["Monday", "Tuesday"]);
    const place = s.pick("museum", "castle", "aquarium", "tower", "water park", "gallery", "cave");
    const a = s.num(`visitors on ${d1}`, 80, 500, 10);
    const k = s.num("difference", 20, 200, 10);
    const word = s.pick("more", "fewer");
    s.say(`On ${d1} a ${place} had ${a} visitors. On ${d2} there were ${k} ${word}.`);
    const b = word === "more" ? s.add(`visitors on ${d2}`, a, k) : s.sub(`visitors on ${d2}`, a, k);
    if (steps === 1) {
      s.ask(`How many visitors came on ${d2}?`);
      return;
    }
    const all = s.add("visitors on both days", a, b);
    if (steps === 2) {
      s.ask(`How many people visited the ${place} on [both days|these two days]?`);
      return;
    }
    const kids = s.num("children among them", 30, 300, 10);
    s.say(`Altogether ${kids} of the visitors were children.`);
    s.sub("adults", all, kids);
    s.ask("How many of them were adults?");
  }),
  template("taxi-fare", [2], (s) => {
    const who = s.person();
    const base = s.cash("basic fare", 3, 10);
    const p = s.cash("price of a km", 2, 4);
    const n = s.num("km", 4, 30);
    s.say(`A taxi ride costs $${base} plus $${p} for [every|each] km. ${who.name} [rides|goes] ${n} km.`);
    const way = s.mul("cost of the way", n, p);
    s.add("fare", way, base);
    s.ask(`How much [does the ride cost|is the fare|must ${who.he} pay]?`);
  }),
  template("souvenir-money", [1, 2], (s, steps) => {
    const who = s.person();
    const n = s.num("friends", 3, 12);
    const p = s.cash("price of a souvenir", 3, 15);
    const item = s.thing("toy");
    s.say(`${who.name} brings a ${item.one} home for each of ${who.his} ${n} friends. They cost $${p} each.`);
    const cost = s.mul(`cost of the ${item.many}`, n, p);
    if (steps === 1) {
      s.ask("How much do they cost altogether?");
      return;
    }
    const had = s.cash("money at first", 50, 250, 10);
    s.say(`Before, ${who.he} had $${had} in ${who.his} wallet.`);
    s.sub("money left", had, cost);
    s.ask(`How much is left in the wallet?`);
  }),
];
