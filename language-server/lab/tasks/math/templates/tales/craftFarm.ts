import { type Template, template } from "../../story.ts";

/** Eggs, fish, orchards, honey. */
export const craftFarm: readonly Template[] = [
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
];
