import { type Template, template } from "../../story.ts";

/** Potters, bakers, tailors, toy makers, painters, mechanics, florists: things made by hand. */
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
  template("cw-paint-tins", [1, 2, 3], (s, steps) => {
    const place = s.pick(
      "a gym",
      "a hotel",
      "a barn",
      "a school",
      "a clinic",
      "a station hall",
      "an office",
      "a villa",
    );
    const c = s.num("square meters per tin", 4, 15);
    const way = s.pick("area", "tins");
    if (way === "area") {
      const t = s.num("tins", 4, 25);
      s.say(
        `[Painters used ${t} tins of paint in ${place}. A tin covers ${c} square meters|A tin of paint is enough for ${c} square meters, and ${t} tins were emptied in ${place}|For the walls of ${place}, ${t} tins were opened, each for ${c} square meters].`,
      );
      const area = s.mul("square meters painted", t, c);
      if (steps === 1) {
        s.ask(
          "[How many square meters were painted|What area was covered, in square meters|How large is the painted area in square meters]?",
        );
        return;
      }
      const whole = s.num("square meters of wall", 60, 500, 10);
      s.say(
        `[The walls measure ${whole} square meters in all|There are ${whole} square meters of wall|Altogether ${whole} square meters have to be painted].`,
      );
      const left = s.sub("square meters without paint", whole, area);
      if (steps === 3) {
        s.div("tins still needed", left, c);
        s.ask(
          "[How many more tins are needed|How many tins must still be opened|How many tins will the rest take]?",
        );
      } else
        s.ask(
          "[How many square meters are not painted yet|How much wall is left, in square meters|How many square meters remain to be done]?",
        );
      return;
    }
    const need = s.multiple("square meters of wall", c, 4, 30);
    s.say(
      `[${place} has ${need} square meters of wall to paint, and one tin is enough for ${c}|One tin of paint covers ${c} square meters. The walls of ${place} measure ${need} square meters|Painters must cover ${need} square meters in ${place} with tins that last for ${c} square meters each].`,
    );
    const tins = s.div("tins", need, c);
    if (steps === 1) {
      s.ask(
        "[How many tins are needed|How many tins of paint does that take|What number of tins should they bring]?",
      );
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      const h = s.num("tins there", 2, 12);
      s.say(`[They have ${h} tins with them|${h} tins are in the van|In the cellar they find ${h} tins].`);
      s.sub("tins missing", tins, h);
      s.ask(
        "[How many more tins do they have to buy|How many tins are missing|How many tins are they short]?",
      );
      return;
    }
    const p = s.cash("price of a tin", 6, 30);
    s.say(`[A tin costs $${p}|The paint is $${p} a tin|They pay $${p} for each tin].`);
    const cost = s.mul("cost of the paint", tins, p);
    if (steps === 3) {
      const r = s.cash("discount", 5, 40, 5);
      s.say(
        `[The dealer takes $${r} off the bill|They get a discount of $${r} on the whole|A coupon lowers the sum by $${r}].`,
      );
      s.sub("bill", cost, r);
      s.ask(
        "[How much do they really pay|What is the bill for the paint in the end|How many dollars are paid]?",
      );
    } else
      s.ask(
        "[How much does the paint cost|What do they pay for the paint|How many dollars are needed for paint]?",
      );
  }),
  template("cw-tyre-change", [1, 2, 3, 4], (s, steps) => {
    const cars = s.num("cars", 5, 40);
    const month = s.pick("October", "November", "March", "April", "the first week", "the holidays");
    s.say(
      `[In ${month}, ${cars} cars came to a garage to get four new tires each|${cars} cars had all four tires changed at a garage in ${month}|A garage put four new tires on each of ${cars} cars in ${month}].`,
    );
    const four = s.oneOf("tires on a car", [4]);
    const t = s.mul("tires on cars", cars, four);
    if (steps === 1) {
      s.ask(
        "[How many tires were changed|How many new tires did that take|How many tires did the cars get]?",
      );
      return;
    }
    if (steps === 2) {
      const way = s.pick("left", "stock");
      const stock = s.num("tires in stock", 40, 200, 5);
      s.say(
        way === "left"
          ? `[Before that there were ${stock} tires in the store room|The store room had held ${stock} tires|It had started with ${stock} tires].`
          : `[Now there are ${stock} tires in the store room|${stock} tires are still in the store room|After that it has ${stock} tires left].`,
      );
      if (way === "left") s.sub("tires left", stock, t);
      else s.add("tires before", stock, t);
      s.ask(
        way === "left"
          ? "[How many tires are still there|How many tires does the garage have left|What is left of the stock of tires]?"
          : "[How many tires were there at the beginning|How many tires did the garage have before|With how many tires did it start]?",
      );
      return;
    }
    const bikes = s.num("motorcycles", 4, 20);
    s.say(
      `[Also ${bikes} motorcycles got two tires each|Besides, two tires were put on each of ${bikes} motorcycles|${bikes} motorcycles needed two new tires each].`,
    );
    const two = s.oneOf("tires on a motorcycle", [2]);
    const u = s.mul("tires on motorcycles", bikes, two);
    if (steps === 3 && s.random.chance(0.5)) {
      s.sub("difference", t, u);
      s.ask(
        "[How many more tires went on cars than on motorcycles|How many fewer tires did the motorcycles take|By how much is the number of car tires greater]?",
      );
      return;
    }
    const all = s.add("tires in all", t, u);
    if (steps === 4) {
      const p = s.oneOf("minutes for a tire", [3, 4, 5]);
      s.say(
        `[Each tire takes ${p} minutes|It takes ${p} minutes to change one tire|A mechanic needs ${p} minutes per tire].`,
      );
      s.mul("minutes in all", all, p);
      s.ask(
        "[How many minutes of work was that|How long did all this take, in minutes|For how many minutes were tires changed]?",
      );
    } else
      s.ask(
        "[How many tires were used in total|How many new tires is that in all|How many tires did the garage change altogether]?",
      );
  }),
  template("cw-cable-drum", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const item = s.pick("cable", "wire", "copper pipe", "hose", "rope", "chain");
    const way = s.pick("start", "rooms", "used");
    if (way === "start") {
      const left = s.num("meters left", 10, 90);
      const used = s.num("meters used", 20, 120);
      s.say(
        `[After laying ${used} meters of ${item}, ${who.name} has ${left} meters left on the drum|${left} meters of ${item} remain on ${who.name}'s drum once ${used} meters have been laid|${who.name} has laid ${used} meters of ${item}, and now the drum holds ${left} meters].`,
      );
      const a = s.add("meters at first", left, used);
      if (steps === 1) {
        s.ask(
          "[How many meters did the drum hold at first|How many meters were on it before the work began|How long was it in the beginning, in meters]?",
        );
        return;
      }
      const p = s.cash("price of a meter", 2, 8);
      s.say(`[A meter is $${p}|It costs $${p} a meter|The price was $${p} per meter].`);
      const m = s.mul("price of the full drum", a, p);
      if (steps === 3) {
        const pay = s.num("people who share the cost", 2, 5);
        s.say(
          `[${pay} neighbors split the price of the full drum evenly|The price of the full drum is divided equally among ${pay} neighbors|${pay} families pay equal parts of the full drum].`,
        );
        s.div("one share", m, pay);
        s.ask(
          "[What does each of them pay|How many dollars is one share|How much must every one of them pay]?",
        );
      } else
        s.ask(
          "[What did the full drum cost|How much was paid for the full drum|How many dollars did the drum cost when it was full]?",
        );
      return;
    }
    if (way === "used") {
      const left = s.num("meters left", 10, 90);
      const full = s.num("meters on the drum", 150, 400, 10);
      s.say(
        `[A drum with ${full} meters of ${item} was brought to a building, and only ${left} meters came back|Of ${full} meters of ${item}, ${left} are left over when ${who.name} leaves the building|${who.name} came with ${full} meters of ${item} and goes home with ${left}].`,
      );
      const u = s.sub("meters used", full, left);
      if (steps === 1) {
        s.ask(
          "[How many meters were used|How much of it stayed in the building, in meters|How many meters were laid]?",
        );
        return;
      }
      const n = s.num("rooms", 3, 9);
      s.say(
        `[It went into ${n} rooms, the same length in each|${n} equal rooms were fitted with it|Each of ${n} rooms got the same length].`,
      );
      const each = s.div("meters in a room", u, n);
      if (steps === 3) {
        const p = s.cash("price of a meter", 2, 6);
        s.say(`[The owner is charged $${p} a meter|A meter costs $${p}|For a meter $${p} is charged].`);
        s.mul("cost for a room", each, p);
        s.ask(
          "[What is charged for one room|How many dollars does one room cost|How much is it for a single room]?",
        );
      } else
        s.ask(
          "[How many meters are in one room|How much did each room take, in meters|How many meters is that per room]?",
        );
      return;
    }
    const n = s.num("rooms", 3, 9);
    const k = s.num("meters for a room", 8, 30);
    s.say(
      `[An electrician lays ${k} meters of ${item} in each of ${n} rooms|${n} rooms need ${k} meters of ${item} apiece|In a new house there are ${n} rooms, each with ${k} meters of ${item}].`,
    );
    const a = s.mul("meters for the rooms", n, k);
    if (steps === 1) {
      s.ask(
        "[How many meters is that in all|How many meters are needed|What length does the whole job take, in meters]?",
      );
      return;
    }
    const c = s.num("meters for the cellar", 10, 60);
    s.say(
      `[The cellar takes another ${c} meters|For the cellar ${c} meters more are laid|Besides, ${c} meters are laid in the cellar].`,
    );
    const b = s.add("meters in all", a, c);
    if (steps === 3) {
      const full = s.num("meters on the drum", 120, 400, 10);
      s.say(
        `[The drum has ${full} meters|There were ${full} meters to begin with|${full} meters had been bought].`,
      );
      s.sub("meters left over", full, b);
      s.ask("[How many meters are left over|How much is not used, in meters|How many meters remain]?");
    } else
      s.ask(
        "[How many meters is that altogether|How many meters are laid in the whole house|What is the total length, in meters]?",
      );
  }),
  template("cw-florist", [1, 2, 3, 4], (s, steps) => {
    const [f, g] = s.pick(
      ["roses", "ferns"],
      ["tulips", "twigs"],
      ["carnations", "grasses"],
      ["lilies", "leaves"],
      ["asters", "daisies"],
      ["peonies", "ivy stems"],
      ["irises", "poppies"],
    );
    const k = s.num(`${f} in a bouquet`, 3, 12);
    if (steps === 1) {
      if (s.random.chance(0.5)) {
        const a = s.multiple(`${f}`, k, 4, 20);
        s.say(
          `[A florist ties ${a} ${f} into bouquets of ${k}|With ${k} ${f} in a bouquet, a florist uses up ${a}|${a} ${f} stand in the florist's bucket. A bouquet takes ${k} of them].`,
        );
        s.div("bouquets", a, k);
        s.ask("[How many bouquets are there|How many bouquets can be made|What number of bouquets is that]?");
      } else {
        const n = s.num("bouquets", 5, 25);
        s.say(
          `[A florist ties ${n} bouquets, each with ${k} ${f}|${n} bouquets with ${k} ${f} in each leave the florist's shop|Into each of ${n} bouquets a florist puts ${k} ${f}].`,
        );
        s.mul(`${f}`, n, k);
        s.ask(`[How many ${f} are used|How many ${f} does the florist need|How many ${f} is that]?`);
      }
      return;
    }
    const h = s.num(`${g} in a bouquet`, 2, 8);
    const n = s.num("bouquets", 5, 25);
    s.say(
      `[Every bouquet for the ball is made of ${k} ${f} and ${h} ${g}, and ${n} are ordered|A florist must tie ${n} bouquets. ${k} ${f} and ${h} ${g} belong in each|For ${n} tables a florist makes bouquets: ${k} ${f} with ${h} ${g} in every one].`,
    );
    const each = s.add("stems in a bouquet", k, h);
    const all = s.mul("stems in all", each, n);
    if (steps === 2) {
      s.ask(
        "[How many stems does the florist need in all|How many flowers and greens are used altogether|What is the total number of stems]?",
      );
      return;
    }
    const have = s.num("stems there", 10, 80, 2);
    s.say(
      `[${have} stems are in the shop already|The florist has ${have} stems in the cold room|So far ${have} stems have been delivered].`,
    );
    const miss = s.sub("stems missing", all, have);
    if (steps === 4) {
      const b = s.oneOf("stems in a bundle", [2, 3, 4, 5, 6]);
      s.say(
        `[The market sells them in bundles of ${b}|A bundle at the market has ${b} stems|They come in bundles of ${b}].`,
      );
      s.div("bundles", miss, b);
      s.ask(
        "[How many bundles must be bought|How many bundles are missing|How many bundles does the florist still need]?",
      );
    } else
      s.ask(
        "[How many stems are still missing|How many more stems does the florist need|How many stems is the shop short]?",
      );
  }),
];
