import { type Template, template } from "../../story.ts";

/** Farms, fishing, orchards, bees, forests, mines, vineyards, sheep. */
export const craftLand: readonly Template[] = [
  template("cw-egg-farm", [1, 2, 3], (s, steps) => {
    const bird = s.pick("hens", "ducks", "geese", "quails", "turkeys");
    const days = s.pick("a day", "a week");
    const e = s.num(`eggs ${days}`, 40, 200);
    const way = s.pick("kept", "broken", "boxes");
    s.say(
      `[The ${bird} of a farm lay ${e} eggs ${days}|${e} eggs ${days} are laid by a farmer's ${bird}|A farmer collects ${e} eggs ${days} from ${bird}].`,
    );
    if (way === "boxes") {
      const n = s.num("times", 2, 7);
      const unit = days === "a day" ? "days" : "weeks";
      if (steps === 3) {
        const y = s.num("eggs eaten", 5, 40);
        const b = s.oneOf("eggs in a carton", [2, 3, 4, 5, 6, 10]);
        s.say(
          `[In ${n} ${unit} the family eats ${y} of them and packs the others in cartons of ${b}|After ${n} ${unit} all eggs but the ${y} that were eaten are in cartons of ${b}|${y} eggs are eaten at home during ${n} ${unit}. Cartons of ${b} are filled with the rest].`,
        );
        s.div("cartons", s.sub("eggs to pack", s.mul(`eggs in ${n} ${unit}`, e, n), y), b);
        s.ask(
          "[How many cartons are filled|How many cartons does that take|How many full cartons are there]?",
        );
        return;
      }
      const m = s.mul(`eggs in ${n} ${unit}`, e, n);
      if (steps === 1)
        s.ask(
          `[How many eggs is that in ${n} ${unit}|How many eggs are there after ${n} ${unit}|What do ${n} ${unit} bring, in eggs]?`,
        );
      else {
        const y = s.num("eggs eaten", 5, 40);
        s.sub("eggs to sell", m, y);
        s.ask(
          `[If the family eats ${y} of them, how many eggs can be sold after ${n} ${unit}|How many are left after ${n} ${unit} when ${y} have been eaten|In ${n} ${unit} the family eats ${y} eggs. How many eggs remain]?`,
        );
      }
      return;
    }
    const b = s.num(way === "kept" ? "eggs kept" : "broken eggs", 5, 30);
    s.say(
      way === "kept"
        ? `[${b} of them are kept for the kitchen|The cook needs ${b}|${b} stay in the house]. `
        : `[${b} get broken|${b} of them break on the way|The children drop ${b}].`,
    );
    const left = s.sub("eggs left", e, b);
    if (steps === 1) {
      s.ask("[How many eggs are left|How many eggs can be sold|How many eggs remain for the market]?");
      return;
    }
    if (steps === 2 && s.random.chance(0.5)) {
      const k = s.num("neighbors", 2, 6);
      s.say(
        `[The others go to ${k} neighbors in equal parts|${k} neighbors buy equal numbers of the rest|The rest is split evenly among ${k} customers].`,
      );
      s.div("eggs for each", left, k);
      s.ask(
        "[How many eggs does each of them get|How many eggs is that for each|What is one person's share of the eggs]?",
      );
      return;
    }
    const p = s.cash("price of an egg", 2, 4);
    s.say(
      `[A big egg costs $${p} at the fair|Each is sold for $${p} because they are painted|They are painted and sold for $${p} apiece].`,
    );
    const m = s.mul("money for the eggs", left, p);
    if (steps === 3) {
      const c = s.cash("cost of the stall", 5, 60, 5);
      s.say(
        `[The place at the market costs $${c}|$${c} must be paid for the stall|From this the farmer pays $${c} for feed].`,
      );
      s.sub("money left", m, c);
      s.ask("[How many dollars are left after that|How much does the farmer keep|What is the gain]?");
    } else
      s.ask(
        "[How much do the other eggs bring|How many dollars does the farmer take in|What is earned with the eggs]?",
      );
  }),
  template("cw-fishing-boats", [1, 2, 3, 4], (s, steps) => {
    const names = s.pick(
      ["Seagull", "Dolphin"],
      ["Aurora", "Northwind"],
      ["Maria", "Albatross"],
      ["Pearl", "Neptune"],
      ["Comet", "Sirius"],
    );
    const f = s.pick("herring", "crabs", "mackerel", "squid", "lobsters", "cod", "shrimp");
    const k = s.num("factor", 2, 6);
    const a = s.num(`kilograms of ${f} of one boat`, 12, 90);
    const unit = `kilograms of ${f}`;
    const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
    const form = s.pick("times", "more");
    if (form === "times")
      s.say(
        `[The ${names[0]} caught ${a} ${unit}, the ${names[1]} ${times} as much|The ${names[1]} came home with ${times} as much ${f} as the ${names[0]}, which had ${a} kilograms|${a} ${unit} were in the nets of the ${names[0]}. For the ${names[1]} it was ${times} that amount].`,
      );
    else
      s.say(
        `[The ${names[0]} caught ${a} ${unit}, ${k} kilograms less than the ${names[1]}|With ${a} ${unit}, the ${names[0]} has ${k} kilograms less than the ${names[1]}|${a} ${unit} were in the nets of the ${names[0]}. That is ${k} kilograms less than what the ${names[1]} had].`,
      );
    const b =
      form === "times"
        ? s.mul(`kilograms of the ${names[1]}`, k, a)
        : s.add(`kilograms of the ${names[1]}`, a, k);
    if (steps === 1) {
      s.ask(
        `[How many kilograms did the ${names[1]} catch|How much did the ${names[1]} bring home, in kilograms|What was the catch of the ${names[1]} in kilograms]?`,
      );
      return;
    }
    if (steps === 2 && form === "times" && s.random.chance(0.4)) {
      s.sub("difference", b, a);
      s.ask(
        `[How many kilograms more did the ${names[1]} catch|By how many kilograms is the catch of the ${names[0]} smaller|How much less did the ${names[0]} catch, in kilograms]?`,
      );
      return;
    }
    const all = s.add("kilograms in all", a, b);
    if (steps === 2) {
      s.ask(
        "[How many kilograms did the two boats catch together|What is the total catch in kilograms|How many kilograms do both boats have]?",
      );
      return;
    }
    const h = s.num("kilograms for a hotel", 5, 40);
    s.say(
      `[A hotel buys ${h} kilograms of all this|${h} kilograms of the whole catch go to a hotel|From both together, a hotel takes ${h} kilograms].`,
    );
    const left = s.sub("kilograms left", all, h);
    if (steps === 4) {
      const c = s.num("kilograms in a box", 2, 5);
      s.say(
        `[The rest is put on ice in boxes of ${c} kilograms|${c} kilograms of the rest fit into a box|Boxes for ${c} kilograms each are filled with what remains].`,
      );
      s.div("boxes", left, c);
      s.ask("[How many boxes are filled|How many boxes does it take|How many boxes are needed]?");
    } else
      s.ask(
        "[How many kilograms are left|How much remains, in kilograms|How many kilograms can still be sold]?",
      );
  }),
  template("cw-orchard-rows", [1, 2, 3], (s, steps) => {
    const t = s.pick("apple", "pear", "plum", "cherry", "olive", "lemon", "peach", "walnut", "fig", "almond");
    const way = s.pick("rows", "dead", "each");
    const r = s.num("rows", 4, 20);
    if (way === "each") {
      const n = s.multiple(`${t} trees`, r, 4, 20);
      s.say(
        `[${n} ${t} trees are planted in ${r} rows of equal length|An orchard with ${r} equal rows has ${n} ${t} trees|There are ${n} ${t} trees in an orchard. They form ${r} rows with equal numbers].`,
      );
      const k = s.div("trees in a row", n, r);
      if (steps === 1) {
        s.ask("[How many trees are in a row|How many trees does each row have|How long is a row, in trees]?");
        return;
      }
      const b = s.num("baskets from a tree", 2, 6);
      s.say(
        `[Every tree gives ${b} baskets of fruit|From each tree come ${b} baskets|A tree fills ${b} baskets].`,
      );
      const x = s.mul("baskets from a row", k, b);
      if (steps === 3) {
        const p = s.num("baskets picked", 5, 40);
        s.say(
          `[In the first row ${p} baskets have been filled|Pickers have filled ${p} baskets in the first row|${p} baskets of the first row are done].`,
        );
        s.sub("baskets left", x, p);
        s.ask(
          "[How many baskets are still to be picked in that row|How many more baskets will this row give|How many baskets are missing from the first row]?",
        );
      } else
        s.ask(
          "[How many baskets does one row give|How many baskets are filled from a row|What is the harvest of one row in baskets]?",
        );
      return;
    }
    const k = s.num("trees in a row", 5, 20);
    s.say(
      `[An orchard has ${r} rows of ${k} ${t} trees|${t} trees stand in ${r} rows on a hill, ${k} to a row|There are ${r} rows in an orchard, and in each grow ${k} ${t} trees].`,
    );
    const n = s.mul("trees", r, k);
    if (steps === 1) {
      s.ask(
        "[How many trees are there|How many trees does the owner have|What is the number of trees in the orchard]?",
      );
      return;
    }
    const d = s.num(way === "dead" ? "trees cut down" : "new trees", 3, 30);
    s.say(
      way === "dead"
        ? `[A storm breaks ${d} of them|${d} are sick and have to be cut down|${d} have died in the frost].`
        : `[${d} more are planted along the wall|Beside the road ${d} others are added|In spring, ${d} young ones are added].`,
    );
    const m = way === "dead" ? s.sub("healthy trees", n, d) : s.add("trees in all", n, d);
    if (steps === 3) {
      const w = s.num("workers", 2, 8);
      s.say(
        `[${w} workers care for equal numbers of the trees|The trees are divided equally among ${w} gardeners|Each of ${w} gardeners is given the same number of them].`,
      );
      s.div("trees for a worker", m, w);
      s.ask(
        "[How many trees does each of them care for|How many trees is that for each|What is the share of one of them]?",
      );
    } else
      s.ask(
        "[How many trees are there now|How many trees stand in the orchard then|What is the number of trees after that]?",
      );
  }),
  template("cw-bee-hives", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const h = s.num("hives", 4, 20);
    const k = s.num("jars from a hive", 5, 20);
    if (steps === 2 && s.random.chance(0.4)) {
      const all = s.multiple("jars in all", h, 6, 20);
      s.say(
        `[${who.name}'s ${h} hives gave ${all} jars of honey. The year before, a hive gave ${k}|A year ago each hive gave ${k} jars; now ${who.name} gets ${all} jars from ${h} hives|From ${h} hives ${who.name} takes ${all} jars of honey. Last year it was ${k} jars per hive].`,
      );
      const x = s.div("jars from a hive now", all, h);
      s.need(x.number > k.number);
      s.sub("more jars from a hive", x, k);
      s.ask(
        "[How many more jars does a hive give this year|By how many jars per hive is this year better|How many jars fewer did a hive give last year]?",
      );
      return;
    }
    s.say(
      `[${who.name} keeps ${h} bee hives and gets ${k} jars of honey from each|Each of ${who.name}'s ${h} hives gives ${k} jars of honey|${k} jars of honey come from every one of the ${h} hives that ${who.name} has].`,
    );
    const all = s.mul("jars", h, k);
    if (steps === 1) {
      s.ask("[How many jars of honey is that|How many jars are there in all|What is the harvest in jars]?");
      return;
    }
    const g = s.num("jars given away", 4, 40);
    s.say(
      `[${g} jars are presents for the family|${who.he} gives ${g} jars to friends|${g} jars are kept for the winter].`,
    );
    const left = s.sub("jars to sell", all, g);
    if (steps === 2) {
      s.ask(
        `[How many jars can ${who.name} sell|How many jars are left|How many jars remain for the market]?`,
      );
      return;
    }
    const p = s.cash("price of a jar", 4, 9);
    s.say(`[A jar costs $${p}|The others are sold at $${p} a jar|Customers pay $${p} for a jar].`);
    const m = s.mul("money", left, p);
    if (steps === 4) {
      const c = s.cash("cost of glasses", 20, 120, 5);
      s.say(
        `[The empty jars and the sugar cost $${c}|New frames for the bees cost $${c}|${who.name} spent $${c} on lids and labels].`,
      );
      s.sub("money left", m, c);
      s.ask(
        `[How much does ${who.name} earn after that cost|What is the profit|How many dollars are left when this is paid]?`,
      );
    } else
      s.ask(
        `[How much money comes in|How many dollars does ${who.name} get for the honey|What do these jars bring in dollars]?`,
      );
  }),
  template("cw-forest-planting", [1, 2, 3], (s, steps) => {
    const t = s.pick("oaks", "pines", "birches", "maples", "firs", "beeches", "cedars", "willows");
    const cut = s.num(`${t} cut`, 30, 250);
    const form = s.pick("each", "before", "compare");
    if (form === "each") {
      const k = s.num("new for each", 2, 5);
      s.say(
        `[For every one of the ${cut} ${t} that are cut, foresters plant ${k} new ones|Foresters cut ${cut} ${t}. They must plant ${k} for each of these|${cut} ${t} fall this winter, and the law asks for ${k} seedlings per tree].`,
      );
      const n = s.mul("new trees", cut, k);
      if (steps === 1) {
        s.ask("[How many trees must be planted|How many seedlings are needed|How many new trees is that]?");
        return;
      }
      const d = s.num("planted already", 20, 150, 5);
      s.say(
        `[${d} have been planted already|By April ${d} are in the ground|School classes have planted ${d}].`,
      );
      const left = s.sub("still to plant", n, d);
      if (steps === 3) {
        const w = s.num("weeks", 2, 8);
        s.say(
          `[The rest is spread equally over ${w} weeks|${w} weeks remain, and each week the same number is planted|In ${w} weeks they want to be done, with equal numbers per week].`,
        );
        s.div("trees a week", left, w);
        s.ask(
          "[How many trees a week is that|How many trees must be planted in each week|What is one week's work, in trees]?",
        );
      } else
        s.ask("[How many are still to be planted|How many more trees must they plant|How many are missing]?");
      return;
    }
    const b = s.num(`${t} left`, 260, 700, 10);
    if (form === "before") {
      s.say(
        `[After ${cut} ${t} were cut, ${b} are left in the forest|${b} ${t} still stand in a forest from which ${cut} were taken|A forest has ${b} ${t} now that ${cut} have been cut down].`,
      );
      const n = s.add(`${t} before`, b, cut);
      if (steps === 1) {
        s.ask(
          `[How many ${t} were there before|How many ${t} did the forest have at first|What was the number of ${t} before the cutting]?`,
        );
        return;
      }
      const y = s.num("difference from the neighboring forest", 10, 90);
      s.say(
        `[At that time the forest across the river had ${y} fewer|Before the cutting, the forest across the river had ${y} ${t} fewer than this one|Compared with the number before the cutting, the next forest had ${y} fewer].`,
      );
      const o = s.sub(`${t} of the other forest`, n, y);
      if (steps === 3) {
        s.add(`${t} in both`, n, o);
        s.ask(
          `[How many ${t} did both forests have then|How many ${t} were there together in the two forests before|Before the cutting, how many ${t} were in the two forests]?`,
        );
      } else
        s.ask(
          `[How many ${t} did the other forest have|How many ${t} grew in the other one|What was the number of ${t} in the other forest]?`,
        );
      return;
    }
    s.say(
      `[There are ${b} ${t} in one forest and ${cut} in another|One forest has ${b} ${t}; ${cut} grow in the other|${cut} ${t} were counted in the small forest, ${b} in the big one].`,
    );
    const gap = s.sub("difference", b, cut);
    if (steps === 1) {
      s.ask(
        `[How many more ${t} does the bigger forest have|By how many ${t} do the forests differ|How many fewer ${t} are in the smaller forest]?`,
      );
      return;
    }
    const y = s.num("planted in the small forest", 10, 90);
    s.say(
      `[Then ${y} are planted in the smaller forest|The smaller forest gets ${y} new ones|${y} young ones are added to the smaller one].`,
    );
    const g2 = s.sub("difference after the planting", gap, y);
    if (steps === 3) {
      const n = s.num("years", 2, 6);
      s.say(
        `[In the next ${n} years, planting equal numbers each year, the smaller one is to catch up|The smaller one shall be equal in ${n} years, with the same number added every year|The gap that is left shall be closed in ${n} years by equal plantings].`,
      );
      s.div("trees a year", g2, n);
      s.ask(
        "[How many must be planted in it each year|How many trees a year is that|What number of trees is planted in one of these years]?",
      );
    } else
      s.ask(
        `[By how many ${t} is it still smaller|How many ${t} are missing for equal numbers|How many more must be planted there to have as many as in the bigger one]?`,
      );
  }),
  template("cw-mine-carts", [1, 2, 3], (s, steps) => {
    const o = s.pick("coal", "iron ore", "salt", "copper ore", "gravel", "marble", "clay", "sand");
    const c = s.num("tons in a cart", 2, 9);
    const way = s.pick("carts", "total", "missing");
    if (way === "carts") {
      const all = s.multiple(`tons of ${o}`, c, 8, 60);
      s.say(
        `[A mine brings up ${all} tons of ${o} in carts of ${c} tons|${all} tons of ${o} come out of a mine. A cart holds ${c} tons|With carts that carry ${c} tons, ${all} tons of ${o} are moved]. `,
      );
      const n = s.div("carts", all, c);
      if (steps === 1) {
        s.ask("[How many carts is that|How many carts are filled|How many cart loads does it take]?");
        return;
      }
      const y = s.num("fewer carts the day before", 3, 25);
      const more = s.random.chance(0.5);
      s.say(
        more
          ? `[The day before it was ${y} carts more|On the day before ${y} more carts came up|That is ${y} carts fewer than the day before].`
          : `[The day before it was ${y} carts fewer|On the day before ${y} fewer carts came up|That is ${y} carts more than the day before].`,
      );
      const m = more ? s.add("carts the day before", n, y) : s.sub("carts the day before", n, y);
      if (steps === 3) {
        s.add("carts on both days", n, m);
        s.ask(
          "[How many carts came up on both days|How many carts is that in the two days|What is the number of carts for the two days]?",
        );
      } else
        s.ask(
          "[How many carts were there the day before|How many carts came up on that earlier day|What was the number of carts the day before]?",
        );
      return;
    }
    const n = s.num("carts", 8, 40);
    s.say(
      `[${n} carts with ${c} tons of ${o} each leave the mine|A train of ${n} carts carries ${c} tons of ${o} in each|In a mine, ${n} carts are loaded with ${c} tons of ${o} apiece].`,
    );
    const t = s.mul("tons", n, c);
    if (steps === 1) {
      s.ask(
        `[How many tons of ${o} is that|What is the whole load in tons|How much ${o} is carried, in tons]?`,
      );
      return;
    }
    const x = s.num(
      way === "total" ? "tons of rock" : "tons on order",
      way === "total" ? 5 : 200,
      way === "total" ? 30 : 500,
    );
    s.say(
      way === "total"
        ? `[${x} tons turn out to be worthless rock|${x} tons of that are only rock|When it is washed, ${x} tons are lost].`
        : `[The steel works ordered ${x} tons|There is an order for ${x} tons|The ship in the harbor takes ${x} tons].`,
    );
    const left = way === "total" ? s.sub("good tons", t, x) : s.sub("tons missing", x, t);
    if (steps === 3) {
      if (way === "total") {
        const p = s.cash("price of a ton", 2, 10);
        s.say(`[A good ton is worth $${p}|$${p} is paid for a good ton|The rest sells for $${p} a ton].`);
        s.mul("value", left, p);
        s.ask(
          "[What is the good part worth in dollars|How many dollars does the mine get for it|How much money does that bring]?",
        );
      } else {
        s.div("carts missing", left, c);
        s.ask(
          "[How many more carts are needed|How many carts must follow|How many more cart loads does it take]?",
        );
      }
    } else
      s.ask(
        way === "total"
          ? "[How many good tons are there|How many tons are left|How many tons can be sold]?"
          : "[How many tons are missing|How many more tons are needed|How many tons must still come]?",
      );
  }),
  template("cw-sheep-shearing", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const a = s.num(`sheep of ${p.name}`, 20, 90);
    const form = s.pick("fewer", "more", "both");
    const d = form === "both" ? s.num("sheep of both", 95, 200) : s.num("difference", 4, 16);
    if (form === "both") {
      const all = d;
      s.say(
        `[${p.name} and ${q.name} sheared ${all} sheep together, ${a} of them by ${p.name}|Of ${all} sheep, ${a} were sheared by ${p.name} and the others by ${q.name}|${all} sheep have lost their wool. ${p.name} did ${a} of them, ${q.name} all the rest].`,
      );
    } else
      s.say(
        form === "fewer"
          ? `[${p.name} sheared ${a} sheep, ${d} fewer than ${q.name}|${a} sheep were sheared by ${p.name}. These are ${d} fewer than ${q.name} did|With ${a} sheep, ${p.name} sheared ${d} fewer than ${q.name}].`
          : `[${p.name} sheared ${a} sheep, ${d} more than ${q.name}|${a} sheep were sheared by ${p.name}. These are ${d} more than ${q.name} did|With ${a} sheep, ${p.name} sheared ${d} more than ${q.name}].`,
      );
    const b =
      form === "more"
        ? s.sub(`sheep of ${q.name}`, a, d)
        : form === "both"
          ? s.sub(`sheep of ${q.name}`, d, a)
          : s.add(`sheep of ${q.name}`, a, d);
    if (steps === 1) {
      s.ask(
        `[How many sheep did ${q.name} shear|How many did ${q.name} do|What is ${q.name}'s number of sheep]?`,
      );
      return;
    }
    if (form !== "both" && s.random.chance(0.5)) {
      const sum = s.add("sheep of both", a, b);
      if (steps === 3) {
        const n = s.num("sheep not sheared", 5, 60);
        s.say(
          `[${n} more are waiting|In the pen there are ${n} others, still with their wool|The herd has ${n} more sheep].`,
        );
        s.add("sheep in all", sum, n);
        s.ask(
          "[How many sheep are in the herd|How many sheep are there in all, sheared or not|What is the size of the whole herd]?",
        );
      } else
        s.ask(
          `[How many sheep did they shear together|How many sheep is that for both|What is the total of the two]?`,
        );
      return;
    }
    const w = s.num("kilograms of wool from a sheep", 3, 6);
    s.say(
      `[A sheep gives ${w} kilograms of wool|Each sheep brings ${w} kilograms of wool|From every sheep come ${w} kilograms of wool].`,
    );
    const kg = s.mul(`kilograms of ${q.name}`, b, w);
    if (steps === 3) {
      const x = s.num("kilograms sold", 10, 60);
      s.say(
        `[${q.name} sells ${x} kilograms|A weaver buys ${x} kilograms from ${q.name}|${x} kilograms of ${q.name}'s wool are sold].`,
      );
      s.sub("kilograms left", kg, x);
      s.ask(
        `[How many kilograms does ${q.name} have left|How much wool does ${q.name} still have, in kilograms|What remains of ${q.name}'s wool, in kilograms]?`,
      );
    } else
      s.ask(
        `[How many kilograms of wool does ${q.name} have|How much wool is that for ${q.name}, in kilograms|What does ${q.name}'s wool weigh, in kilograms]?`,
      );
  }),
  template("cw-feed-days", [1, 2, 3], (s, steps) => {
    const [an, food] = s.pick(
      ["cows", "hay"],
      ["horses", "oats"],
      ["pigs", "grain"],
      ["goats", "straw"],
      ["ostriches", "corn"],
      ["elephants", "fruit"],
      ["donkeys", "hay"],
    );
    const n = s.num(`${an}`, 3, 12);
    const k = s.num("kilograms a day for one", 2, 9);
    s.say(
      `[Each of ${n} ${an} eats ${k} kilograms of ${food} a day|${n} ${an} are fed ${k} kilograms of ${food} each per day|A farmer has ${n} ${an}, and ${k} kilograms of ${food} a day are needed for each].`,
    );
    const day = s.mul("kilograms a day", n, k);
    if (steps === 1) {
      s.ask(
        `[How much ${food} do they eat in a day, in kilograms|How many kilograms does the farmer need for one day|How many kilograms of ${food} are gone after a day]?`,
      );
      return;
    }
    const way = s.pick("days", "stock", "last");
    if (way === "last") {
      const stock = s.multiple("kilograms in the barn", day, 3, 20);
      s.say(
        `[${stock} kilograms are in the barn|The barn holds ${stock} kilograms of it|There is a supply of ${stock} kilograms].`,
      );
      const d = s.div("days", stock, day);
      if (steps === 3) {
        const w = s.num("days of winter", 10, 60);
        s.say(
          `[Snow will lie for ${w} days|It must last for ${w} days|The next delivery comes in ${w} days].`,
        );
        s.need(w.number > d.number + 1);
        s.sub("days without food", w, d);
        s.ask(
          "[For how many days is there nothing|How many days too early will it be used up|For how many days is food still missing]?",
        );
      } else
        s.ask(
          `[For how many days is it enough|How many days will it last|After how many days is it used up]?`,
        );
      return;
    }
    const d = s.num("days", 3, 12);
    if (way === "days")
      s.say(
        `[The farmer buys enough for ${d} days|A delivery has to last ${d} days|It takes ${d} days until the next delivery].`,
      );
    const x = s.mul(`kilograms in ${d} days`, day, d);
    if (way === "days" && steps === 3) {
      const h = s.num("kilograms there", 20, 90, 5);
      s.say(
        `[${h} kilograms are still there|There is a rest of ${h} kilograms|In the barn ${h} kilograms are left from before].`,
      );
      s.sub("kilograms to buy", x, h);
      s.ask(
        "[How many kilograms must be bought|How many more kilograms are needed for this time|How much is missing, in kilograms]?",
      );
      return;
    }
    if (steps === 3) {
      const h = s.num("kilograms at first", 200, 900, 10);
      s.say(
        `[At first there were ${h} kilograms|The barn held ${h} kilograms|The farmer starts with ${h} kilograms].`,
      );
      s.sub("kilograms left", h, x);
      s.ask(
        `[How many kilograms are left after ${d} days|What remains ${d} days later, in kilograms|After ${d} days, how much is still there, in kilograms]?`,
      );
      return;
    }
    s.ask(
      `[How many kilograms do they eat in ${d} days|How much ${food} is that in ${d} days, in kilograms|In ${d} days, how many kilograms of ${food} are eaten]?`,
    );
  }),
];
