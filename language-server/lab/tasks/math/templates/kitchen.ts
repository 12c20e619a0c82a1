import { type Template, template } from "../story.ts";

/** Cooking, baking, cafés. */
export const kitchen: readonly Template[] = [
  template("baking-trays", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const bake = s.pick(
      "cookies",
      "rolls",
      "muffins",
      "scones",
      "cupcakes",
      "pretzels",
      "macaroons",
      "biscuits",
    );
    const n = s.num("trays", 3, 12);
    const k = s.num(`${bake} on a tray`, 6, 24);
    s.say(`${who.name} [bakes|made|baked] ${n} trays of ${bake}, with ${k} ${bake} on each [tray|one].`);
    const all = s.mul(bake, n, k);
    if (steps === 1) {
      s.ask(`How many ${bake} [is that|are there in all|come out of the oven]?`);
      return;
    }
    const gone = s.num(`${bake} gone`, 4, 50);
    s.say(
      `[${gone} of them were burnt|${who.his} family ate ${gone} of them|${who.he} gave away ${gone} of them|${gone} of them broke].`,
    );
    const left = s.sub(`${bake} left`, all, gone);
    if (steps === 2) {
      s.ask(`How many ${bake} were left?`);
      return;
    }
    const box = s.num(`${bake} in a box`, 3, 12);
    s.say(`${who.he} packed the others in boxes of ${box}.`);
    s.div("boxes", left, box);
    s.ask(`How many boxes did ${who.he} fill?`);
  }),
  template("eggs-for-cakes", [2, 3], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(
      ["sponge cake", "omelette", "pudding", "quiche", "pie", "waffle batter"],
      2,
    );
    const a = s.num(`eggs for the ${x}`, 2, 12);
    const cartons = s.num("cartons", 2, 8);
    s.say(`${who.name} has ${cartons} cartons of 12 eggs.`);
    const all = s.mul("eggs", cartons, 12);
    if (steps === 2) {
      s.say(`${who.he} [uses|takes] ${a} eggs for the ${x}.`);
      s.sub("eggs left", all, a);
    } else {
      const b = s.num(`eggs for the ${y}`, 2, 12);
      s.say(`${who.he} uses ${a} eggs for the ${x} and ${b} for the ${y}.`);
      const used = s.add("eggs used", a, b);
      s.sub("eggs left", all, used);
    }
    s.ask(`How many eggs [are left|does ${who.he} have left|remain]?`);
  }),
  template("soup-servings", [1, 2], (s, steps) => {
    const dish = s.pick("soup", "stew", "chili", "punch", "lemonade", "curry");
    const k = s.num("servings from a pot", 6, 24);
    if (steps === 1) {
      const people = s.multiple("servings needed", k, 2, 12);
      s.say(
        `One pot of ${dish} is enough for ${k} servings. [A canteen needs|A kitchen must serve] ${people} servings.`,
      );
      s.div("pots", people, k);
      s.ask(`How many pots of ${dish} [are needed|must be cooked]?`);
      return;
    }
    const n = s.num("pots", 2, 9);
    const served = s.num("servings eaten", 10, 120);
    s.say(
      `A cook makes ${n} pots of ${dish}, and each pot gives ${k} servings. By noon ${served} servings have been eaten.`,
    );
    const all = s.mul("servings", n, k);
    s.sub("servings left", all, served);
    s.ask("How many servings are left?");
  }),
  template("flour-grams", [1, 2], (s, steps) => {
    const who = s.person();
    const what = s.pick("flour", "sugar", "rice", "oats", "butter", "cheese");
    const bag = s.num(`grams of ${what}`, 500, 1000, 50);
    const used = s.num("grams used", 100, 480, 10);
    s.say(
      `${who.name} has ${bag} grams of ${what} [at home|in the kitchen] and uses ${used} grams [for a cake|for dinner].`,
    );
    const left = s.sub("grams left", bag, used);
    if (steps === 1) {
      s.ask(`How many grams of ${what} are left?`);
      return;
    }
    const more = s.num("grams bought", 100, 900, 50);
    s.say(`The next day ${who.he} [buys|gets] another ${more} grams.`);
    s.add("grams now", left, more);
    s.ask(`How many grams of ${what} does ${who.he} have then?`);
  }),
  template(
    "cooking-time",
    [1, 2],
    (s, steps) => {
      const who = s.person();
      const dish = s.pick("a lasagna", "a roast", "a casserole", "bread", "an apple pie", "a pizza");
      const a = s.num("minutes of preparing", 10, 50, 5);
      const b = s.num("minutes in the oven", 15, 80, 5);
      s.say(
        `${who.name} makes ${dish}. Preparing it takes ${a} minutes, and it [is|stays] in the oven for ${b} minutes.`,
      );
      if (steps === 1) {
        s.add("minutes in all", a, b);
        s.ask("How many minutes does that take altogether?");
        return;
      }
      const c = s.num("minutes of cooling", 5, 30, 5);
      s.say(`Then it has to cool for ${c} minutes. The guests come in ${s.pick("three", "four")} hours.`);
      const x = s.add("minutes until it leaves the oven", a, b);
      s.add("minutes until it is cool", x, c);
      s.ask(`After how many minutes can ${who.he} serve it?`);
    },
    { noise: false },
  ),
  template("cafe-orders", [2, 3], (s, steps) => {
    const [x, y] = s.random.pickSome(["coffee", "tea", "cocoa", "orange juice", "milk shake", "lemonade"], 2);
    const p = s.cash(`price of a ${x}`, 2, 6);
    const n = s.num(`orders of ${x}`, 4, 25);
    const m = s.num(`orders of ${y}`, 4, 25);
    if (steps === 2) {
      s.say(
        `[Each ${x} in a café costs|A café charges for every ${x}] $${p}. In the morning ${n} are sold and in the evening ${m}.`,
      );
      const all = s.add("sold", n, m);
      s.mul("money taken in", all, p);
      s.ask(`How much money does the café [take in|get] for them?`);
      return;
    }
    const q = s.cash(`price of a ${y}`, 2, 6);
    s.say(
      `A café charges $${p} for a ${x} and $${q} for a ${y}. [Today|On Sunday|In one hour] it sells ${n} cups of the first and ${m} cups of the second.`,
    );
    const a = s.mul(`money for the ${x}`, n, p);
    const b = s.mul(`money for the ${y}`, m, q);
    s.add("money taken in", a, b);
    s.ask("How many dollars does it take in?");
  }),
  template("jam-jars", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const f = s.thing("fruit");
    const n = s.num("jars", 4, 24);
    const k = s.num(`${f.many} for a jar`, 4, 15);
    s.say(`For one jar of jam ${who.name} needs ${k} ${f.many}. ${who.he} wants to fill ${n} jars.`);
    const need = s.mul(`${f.many} needed`, n, k);
    if (steps === 1) {
      s.ask(`How many ${f.many} does ${who.he} need [for that|in all]?`);
      return;
    }
    const have = s.num(`${f.many} picked`, 10, 150);
    s.say(`So far ${who.he} has picked ${have}.`);
    const missing = s.sub(`${f.many} missing`, need, have);
    if (steps === 2) {
      s.ask(`How many ${f.many} [are still missing|must ${who.he} still pick]?`);
      return;
    }
    const k2 = s.num(`${f.many} in a bag`, 3, 12);
    s.say(`At the store the ${f.many} are sold in bags of ${k2}.`);
    s.div("bags", missing, k2);
    s.ask("How many bags should be bought for the missing ones?");
  }),
  template("pancake-stack", [1, 2], (s, steps) => {
    const [a, b] = [s.person(), s.person()];
    const dish = s.pick("pancakes", "dumplings", "meatballs", "sausages", "tacos", "grapes", "fries");
    const x = s.num(`${dish} of ${a.name}`, 4, 40);
    const y = s.num(`${dish} of ${b.name}`, 3, 30);
    if (steps === 1) {
      s.say(`${a.name} [eats|ate] ${x} ${dish}, which is ${y} more than ${b.name}.`);
      s.sub(`${dish} of ${b.name}`, x, y);
      s.ask(`How many ${dish} [are ${b.name}'s|are for ${b.name}|are on ${b.name}'s plate]?`);
      return;
    }
    const all = s.num(`${dish} made`, 30, 120);
    s.say(`${a.name}'s father makes ${all} ${dish}. ${a.name} eats ${x} of them and ${b.name} eats ${y}.`);
    const eaten = s.add(`${dish} eaten`, x, y);
    s.sub(`${dish} left`, all, eaten);
    s.ask(`How many ${dish} are left for the others?`);
  }),
  template("juice-jugs", [2], (s) => {
    const who = s.person();
    const n = s.num("jugs", 2, 12);
    const k = s.num("glasses from a jug", 4, 12);
    const guests = s.num("guests", 3, 15);
    const juice = s.pick("apple juice", "iced tea", "water", "lemonade", "milk");
    s.say(
      `${who.name} prepares ${n} jugs of ${juice}. Every jug is enough for ${k} glasses. [${guests} guests come|There are ${guests} guests], and all drink the same amount.`,
    );
    const all = s.mul("glasses", n, k);
    s.div("glasses for each guest", all, guests);
    s.ask(`How many glasses of ${juice} can each guest drink?`);
  }),
  template("recipe-scale", [2], (s) => {
    const who = s.person();
    const what = s.pick(
      "potatoes",
      "cups of flour",
      "spoons of sugar",
      "tomatoes",
      "carrots",
      "cups of rice",
    );
    const base = s.num("people in the recipe", 2, 6);
    const need = s.multiple(`${what} in the recipe`, base, 2, 6);
    const people = s.num("people who come", 7, 25);
    s.say(
      `A recipe for ${base} people [uses|calls for|asks for] ${need} ${what}. ${who.name} cooks for ${people} people.`,
    );
    const one = s.div(`${what} for one person`, need, base);
    s.mul(`${what} needed`, one, people);
    s.ask(`How many ${what} does ${who.he} need?`);
  }),
  template("candy-shop-scoops", [1, 2], (s, steps) => {
    const who = s.person();
    const [x, y] = s.random.pickSome(["vanilla", "chocolate", "strawberry", "lemon", "mint", "caramel"], 2);
    const k = s.num("times as many", 2, 6);
    const n = s.num(`${y} scoops`, 4, 40);
    s.say(
      `At ${who.name}'s ice cream stand ${n} scoops of ${y} were sold and ${k} times as many scoops of ${x}.`,
    );
    const m = s.mul(`${x} scoops`, n, k);
    if (steps === 1) {
      s.ask(`How many scoops of ${x} were sold?`);
      return;
    }
    s.add("scoops of both", n, m);
    s.ask(`How many scoops of [the two flavors|${x} and ${y}] were sold together?`);
  }),
];
