import { type Template, template } from "../../story.ts";

/** Things made by hand: pottery, dough, cloth, toys. */
export const craftMaking: readonly Template[] = [
  template("cw-potter-kiln", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const t = s.pick(
      "mugs",
      "bowls",
      "vases",
      "plates",
      "jugs",
      "tea cups",
      "saucers",
      "flower pots",
      "oil lamps",
    );
    const k = s.num(`${t} in one firing`, 6, 30);
    const n = s.num("firings", 3, 12);
    s.say(
      `[The kiln of ${who.name} holds ${k} ${t}, and this week it was filled ${n} times|${who.name} fired ${n} full loads of ${t} this week. One load is ${k}|${n} times this week a potter named ${who.name} filled the kiln, which takes ${k} ${t}].`,
    );
    const all = s.mul(`${t} fired`, k, n);
    if (steps === 1) {
      s.ask(
        `[How many ${t} were fired this week|How many ${t} came out of the kiln altogether|What is the week's total of ${t}]?`,
      );
      return;
    }
    const b = s.num(`cracked ${t}`, 3, 25);
    s.say(
      `[When they had cooled down, ${b} turned out to be cracked|Unfortunately ${b} of them cracked in the heat|${b} could not be used because the glaze had burst].`,
    );
    const good = s.sub(`good ${t}`, all, b);
    if (steps === 2) {
      s.ask(
        `[How many ${t} came out whole|How many ${t} are fit to be sold|How many good ${t} does ${who.name} have from this week]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const o = s.num(`${t} ordered`, 10, 200);
      s.say(
        `[An inn has ordered ${o}|${o} are already promised to an inn|Of the whole ones ${o} go to an inn].`,
      );
      s.sub(`${t} not promised`, good, o);
      s.ask(
        `[How many ${t} remain after the order|How many are left for the shop|When the inn has got its ${t}, how many does ${who.name} still have]?`,
      );
      return;
    }
    const g = s.num(`${t} in a set`, 2, 6);
    s.say(
      `[Whole ones are sold in sets of ${g}|${who.name} ties the whole ones up in sets of ${g}|${g} good pieces make a set].`,
    );
    const sets = s.div("sets", good, g);
    if (steps === 3) {
      s.ask("[How many sets are there|How many sets does that make|How many full sets can be sold]?");
      return;
    }
    const p = s.cash("price of a set", 5, 20);
    s.say(`[A set costs $${p}|For every set a customer pays $${p}|The price of one set is $${p}].`);
    s.mul("money for all sets", sets, p);
    s.ask(
      "[How much money do all the sets bring|What do the sets cost together|How many dollars come in if every set is sold]?",
    );
  }),
  template("cw-dough-balls", [1, 2, 3], (s, steps) => {
    const w = s.pick("rolls", "bagels", "pizzas", "buns", "flatbreads", "pretzels", "dumplings", "tarts");
    const g = s.oneOf(`grams of dough for one of the ${w}`, [20, 25, 30, 40, 50, 60, 80]);
    const all = s.multiple("grams of dough", g, 6, 14);
    s.say(
      `[A baker has kneaded ${all} grams of dough. ${g} grams are needed for each of the ${w}|There are ${all} grams of dough in the bowl, from which ${w} of ${g} grams each are shaped|The ${w} of a bakery weigh ${g} grams each before baking, and today's dough weighs ${all} grams].`,
    );
    const n = s.div(`${w} from the dough`, all, g);
    if (steps === 1) {
      s.ask(
        `[How many ${w} can be shaped|How many ${w} does the dough give|For how many ${w} is there enough dough]?`,
      );
      return;
    }
    const way = s.pick("more", "short", "fewer");
    if (way === "more") {
      const b = s.num(`${w} from the day before`, 3, 30);
      s.say(
        `[${b} ${w} from the day before are still on the shelf|The baker still has ${b} from yesterday|Yesterday ${b} were not sold].`,
      );
      const sum = s.add(`${w} in all`, n, b);
      if (steps === 3) {
        const d = s.num("bags", 2, 6);
        s.say(
          `[Old and new ones are put into ${d} bags, the same number in each|Everything is packed evenly into ${d} bags|${d} bags are filled equally with all of them].`,
        );
        s.div(`${w} in a bag`, sum, d);
        s.ask(`[How many ${w} are in a bag|How many does each bag hold|What goes into every bag, in ${w}]?`);
      } else
        s.ask(
          `[How many ${w} can be sold then|How many ${w} are there in all|With the new ones, how many ${w} does the baker have]?`,
        );
      return;
    }
    if (way === "short") {
      const need = s.num(`${w} wanted`, 10, 60);
      s.say(
        `[For a wedding ${need} are wanted|A school needs ${need} of them|${need} have been ordered by a hotel].`,
      );
      const miss = s.sub(`${w} missing`, need, n);
      s.need(miss.number > 1);
      if (steps === 3) {
        s.mul("grams of dough missing", miss, g);
        s.ask(
          "[How many grams of dough are still missing|How much more dough must be kneaded, in grams|How many more grams of dough does the baker need]?",
        );
      } else
        s.ask(
          `[How many ${w} is the baker short|How many ${w} are still missing|How many more ${w} must be baked from new dough]?`,
        );
      return;
    }
    const b = s.num(`burnt ${w}`, 3, 20);
    s.say(
      `[${b} get burnt in the oven|Since the oven is too hot, ${b} of them are spoiled|In the oven ${b} of them burn].`,
    );
    const left = s.sub(`${w} left`, n, b);
    if (steps === 3) {
      const p = s.cash("price of one", 2, 6);
      s.say(
        `[The others sell at $${p} apiece|Each of the others is sold for $${p}|Customers pay $${p} for one].`,
      );
      s.mul("money taken in", left, p);
      s.ask(
        `[How much do the ${w} bring in|How many dollars does the baker take in|What are the sales in dollars]?`,
      );
    } else
      s.ask(
        `[How many ${w} are left to sell|How many good ${w} are there|How many ${w} does the baker have after that]?`,
      );
  }),
  template("cw-tailor-cloth", [1, 2, 3, 4], (s, steps) => {
    const g = s.pick(
      "coats",
      "dresses",
      "shirts",
      "curtains",
      "robes",
      "skirts",
      "capes",
      "costumes",
      "aprons",
    );
    const h = s.pick("scarves", "vests", "ties", "cushion covers", "hats", "tablecloths", "bags");
    const cloth = s.pick("linen", "wool", "silk", "cotton", "velvet", "felt", "denim");
    const n = s.num(`${g}`, 4, 20);
    const k = s.num(`meters for one of the ${g}`, 2, 6);
    s.say(
      `[A tailor sews ${n} ${g} out of ${cloth}, and every one of them takes ${k} meters|${n} ${g} are to be cut from ${cloth}; ${k} meters go into each|To make ${n} ${g}, a tailor uses ${k} meters of ${cloth} apiece].`,
    );
    const a = s.mul(`meters for the ${g}`, n, k);
    if (steps === 1) {
      s.ask(
        `[How many meters of ${cloth} is that|How many meters of ${cloth} does the tailor use|How much ${cloth} is needed, in meters]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const roll = s.num(`meters of ${cloth} on the roll`, 40, 200, 5);
      s.say(
        `[The roll has ${roll} meters on it|On the roll there were ${roll} meters of ${cloth}|${roll} meters of ${cloth} are in the shop].`,
      );
      const left = s.sub(`meters left`, roll, a);
      if (steps === 2) {
        s.ask(
          `[How many meters are left on it|How many meters of ${cloth} remain|How much of the ${cloth} is not used, in meters]?`,
        );
        return;
      }
      const e = s.num(`meters for one of the ${h}`, 2, 5);
      s.say(
        `[From what is left come ${h} of ${e} meters each|The rest is cut up into ${h}, each from ${e} meters|${e} meters of the rest go into each of some ${h}].`,
      );
      const m = s.div(`${h}`, left, e);
      if (steps === 3) {
        s.ask(
          `[How many ${h} can be made|For how many ${h} is the rest enough|How many ${h} does the tailor get out of it]?`,
        );
        return;
      }
      s.add("pieces in all", n, m);
      s.ask(
        `[How many pieces does the tailor make in all|How many ${g} and ${h} are there together|What is the total number of ${g} and ${h}]?`,
      );
      return;
    }
    if (steps === 2) {
      const extra = s.num("meters wasted", 2, 15);
      s.say(
        `[Another ${extra} meters are lost as scraps|On top of that ${extra} meters end up as scraps|${extra} meters more are spoiled by a bad cut].`,
      );
      s.add("meters in all", a, extra);
      s.ask(
        `[How many meters of ${cloth} are gone altogether|How much ${cloth} has been taken from the roll in all, in meters|How many meters is that in total]?`,
      );
      return;
    }
    const q = s.num(`${h}`, 3, 15);
    const e = s.num(`meters for one of the ${h}`, 2, 6);
    s.say(
      `[There are ${q} ${h} to sew as well, at ${e} meters each|Then ${q} ${h} follow, which need ${e} meters each|For ${q} ${h}, ${e} meters each are cut].`,
    );
    const b = s.mul(`meters for the ${h}`, q, e);
    if (steps === 3 && s.random.chance(0.5)) {
      s.sub("difference in meters", a, b);
      s.ask(
        `[How many more meters go into the ${g} than into the ${h}|By how many meters do the ${h} need less|How much more ${cloth} do the ${g} take, in meters]?`,
      );
      return;
    }
    const sum = s.add("meters in all", a, b);
    if (steps === 4) {
      const p = s.cash("price of a meter", 2, 9);
      s.say(`[A meter of ${cloth} costs $${p}|The tailor pays $${p} a meter|${cloth} is $${p} per meter].`);
      s.mul("cost of the cloth", sum, p);
      s.ask(
        `[How much does the ${cloth} cost|What does the tailor pay for the ${cloth}|How many dollars are spent on ${cloth}]?`,
      );
    } else
      s.ask(
        `[How many meters of ${cloth} are used in all|What is the total length of ${cloth}, in meters|How many meters must the tailor have]?`,
      );
  }),
  template("cw-toy-wheels", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const v = s.pick<readonly [string, number]>(
      ["trucks", 6],
      ["scooters", 2],
      ["tricycles", 3],
      ["wagons", 4],
      ["trailers", 8],
      ["buses", 6],
    );
    const [toy] = v;
    const k = s.oneOf("wheels on one", [v[1]]);
    const stock = s.multiple("wheels", k, 5, 40);
    s.say(
      `[A toy maker, ${who.name}, has ${stock} wooden wheels. Each of the ${toy} in the catalog has ${k} wheels|Wooden ${toy} with ${k} wheels each are made by ${who.name}, whose drawer holds ${stock} wheels|In ${who.name}'s workshop lie ${stock} small wheels, meant for toy ${toy} that need ${k} each].`,
    );
    if (steps === 2 && s.random.chance(0.5)) {
      const m = s.num(`${toy} made`, 3, 20);
      s.say(
        `[Today ${m} ${toy} got their wheels|By the evening ${m} ${toy} are finished|${who.name} finishes ${m} ${toy}].`,
      );
      s.sub("wheels left", stock, s.mul("wheels used", m, k));
      s.ask(
        "[How many wheels are left in the workshop|How many wheels have not been used|How many wheels remain]?",
      );
      return;
    }
    const n = s.div(`${toy}`, stock, k);
    if (steps === 1) {
      s.ask(
        `[How many ${toy} can get their wheels|For how many ${toy} are the wheels enough|How many ${toy} can ${who.name} build]?`,
      );
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      const o = s.num(`${toy} ordered`, 8, 80);
      s.say(`[A shop wants ${o} ${toy}|${o} ${toy} have been ordered|There is an order for ${o} ${toy}].`);
      s.sub(`${toy} short`, o, n);
      s.ask(
        `[How many ${toy} will be missing|By how many ${toy} does ${who.name} fall short|How many of the ${toy} cannot be built yet]?`,
      );
      return;
    }
    const p = s.cash("price of one", 5, 25);
    s.say(`[They sell for $${p} each|Each is worth $${p}|A customer pays $${p} for one].`);
    const m = s.mul(`money for the ${toy}`, n, p);
    if (steps === 3) {
      const c = s.cash("cost of paint", 10, 60, 5);
      s.say(`[Paint and glue cost $${c} in all|$${c} went on paint|For paint ${who.name} spent $${c}].`);
      s.sub("money left", m, c);
      s.ask(
        `[How much is left when all ${toy} are sold|How much does ${who.name} gain after paying for that|What remains, in dollars, if all the wheels are used and all ${toy} sold]?`,
      );
    } else
      s.ask(
        `[How much do the ${toy} bring if all wheels are used|What can ${who.name} take in with all these wheels|How many dollars would all the ${toy} bring]?`,
      );
  }),
];
