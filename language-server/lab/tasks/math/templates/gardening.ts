import { type Template, template } from "../story.ts";

/** Gardens, orchards, harvests. */
export const gardening: readonly Template[] = [
  template("seed-packets", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const plant = s.pick(
      "tulip",
      "poppy",
      "sunflower",
      "carrot",
      "lettuce",
      "pumpkin",
      "bean",
      "basil",
      "pea",
    );
    const n = s.num("packets of seeds", 3, 15);
    const k = s.num("seeds in a packet", 6, 40);
    s.say(
      `${who.name} [opened|bought|emptied] ${n} packets of ${plant} seeds. [Each packet held ${k} seeds|There were ${k} seeds in every packet].`,
    );
    const all = s.mul("seeds", n, k);
    if (steps === 1) {
      s.ask(`[How many seeds did ${who.he} have|How many seeds was that in all]?`);
      return;
    }
    const lost = s.num("seeds that did not grow", 4, 60);
    s.say(`${lost} of the seeds did not [sprout|grow|come up].`);
    const grown = s.sub("seeds that grew", all, lost);
    if (steps === 2) {
      s.ask("How many seeds [sprouted|grew into plants]?");
      return;
    }
    const rows = s.num("rows", 3, 12);
    s.say(`${who.name} moved the young plants into ${rows} equal rows.`);
    s.div("plants in a row", grown, rows);
    s.ask("How many plants were there in each row?");
  }),
  template("orchard-pickers", [2, 3], (s, steps) => {
    const f = s.thing("fruit");
    const [a, b] = [s.person(), s.person()];
    const x = s.num(`${f.many} of ${a.name}`, 20, 200);
    const d = s.num("fewer", 5, 60);
    s.say(
      `${a.name} [picked|gathered|harvested] ${x} ${f.many}, and ${b.name} [picked|gathered] ${d} fewer than ${a.name}.`,
    );
    const y = s.sub(`${f.many} of ${b.name}`, x, d);
    const all = s.add(`${f.many} of both`, x, y);
    if (steps === 2) {
      s.ask(`How many ${f.many} did they [pick|gather] together?`);
      return;
    }
    const k = s.num("baskets", 2, 12);
    s.say(`They put [everything|all of them] into ${k} baskets, the same number in each.`);
    s.div(`${f.many} in a basket`, all, k);
    s.ask(`How many ${f.many} [were in one basket|went into each basket]?`);
  }),
  template("flower-bed-colours", [1, 2], (s, steps) => {
    const [c, d, e] = s.random.pickSome(["red", "yellow", "white", "pink", "purple", "orange"], 3);
    const flower = s.pick("tulips", "roses", "lilies", "asters", "poppies", "dahlias", "carnations");
    const a = s.num(`${c} ${flower}`, 6, 90);
    const b = s.num(`${d} ${flower}`, 6, 90);
    if (steps === 1) {
      s.say(`[In a garden bloom|A bouquet shop has] ${a} ${c} and ${b} ${d} ${flower}.`);
      s.add(flower, a, b);
      s.ask(`How many ${flower} [are there|is that]?`);
      return;
    }
    const all = s.num(flower, 60, 300);
    s.say(
      `There are ${all} ${flower} in a flower bed. ${a} are ${c}, ${b} are ${d}, and [the rest are|the others are] ${e}.`,
    );
    const two = s.add(`${c} and ${d} ${flower}`, a, b);
    s.sub(`${e} ${flower}`, all, two);
    s.ask(`How many ${e} ${flower} are there?`);
  }),
  template("watering-cans", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const n = s.num("plants", 6, 30);
    const k = s.num("litres for each plant", 2, 6);
    s.say(`${who.name} waters ${n} [plants|bushes|young trees] and gives each of them ${k} litres of water.`);
    const all = s.mul("litres", n, k);
    if (steps === 1) {
      s.ask(`How many litres of water does ${who.he} use?`);
      return;
    }
    if (steps === 2) {
      const can = s.num("litres in the can", 4, 12);
      s.say(`The watering can holds ${can} litres.`);
      s.div("times the can is filled", all, can);
      s.ask(`How many times [must ${who.he} fill the can|does ${who.he} have to fill it]?`);
      return;
    }
    const d = s.num("days", 2, 7);
    const tank = s.num("litres in the rain barrel", 200, 900, 10);
    s.say(`${who.he} does this for ${d} days with water from a barrel that held ${tank} litres at first.`);
    const used = s.mul(`litres in ${d} days`, all, d);
    s.sub("litres left", tank, used);
    s.ask("How many litres are left in the barrel?");
  }),
  template("bulbs-to-plant", [1, 2], (s, steps) => {
    const who = s.person();
    const bulb = s.pick("tulip bulbs", "onions", "daffodil bulbs", "strawberry plants", "pepper plants");
    const goal = s.num(`${bulb} wanted`, 40, 250);
    const morning = s.num("planted in the morning", 8, 90);
    s.say(`${who.name} wants to plant ${goal} ${bulb}. In the morning ${who.he} plants ${morning}.`);
    if (steps === 1) {
      s.sub("left to plant", goal, morning);
      s.ask(`How many [more ${bulb} does ${who.he} have to plant|${bulb} are left to plant]?`);
      return;
    }
    const noon = s.num("planted in the afternoon", 8, 90);
    s.say(`In the afternoon ${who.he} plants ${noon} [more|others].`);
    const done = s.add("planted", morning, noon);
    s.sub("left to plant", goal, done);
    s.ask(`How many ${bulb} are [left for the next day|still not planted]?`);
  }),
  template("garden-plot-area", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const l = s.num("length in metres", 5, 25);
    const w = s.num("width in metres", 3, 15);
    const plot = s.pick("vegetable garden", "lawn", "herb garden", "flower bed", "playground");
    s.say(`${who.name}'s ${plot} is ${l} metres long and ${w} metres wide.`);
    if (steps === 2 && s.random.chance(0.5)) {
      const sum = s.add("length and width in metres", l, w);
      s.mul("metres around", sum, 2);
      s.ask(
        `[What is the perimeter of the ${plot}, in metres|How many metres of fence go around the ${plot}]?`,
      );
      return;
    }
    const area = s.mul("area in square metres", l, w);
    if (steps === 1) {
      s.ask(`What is the area of the ${plot}, in square metres?`);
      return;
    }
    const bag = s.num("square metres for one bag", 3, 10);
    s.say(`[One bag of soil covers|A sack of grass seed is enough for] ${bag} square metres.`);
    const bags = s.div("bags", area, bag);
    if (steps === 2) {
      s.ask(`How many [does ${who.name} need|are needed|must ${who.name} buy] for the whole ${plot}?`);
      return;
    }
    const p = s.cash("price of a bag", 3, 15);
    s.say(`Each costs $${p}.`);
    s.mul("cost", bags, p);
    s.ask(`How much does ${who.name} spend to cover the whole ${plot}?`);
  }),
  template("harvest-crates", [2, 3], (s, steps) => {
    const v = s.thing("vegetable");
    const n = s.num("full crates", 4, 20);
    const k = s.num(`${v.many} in a crate`, 12, 48, 2);
    const loose = s.num(`loose ${v.many}`, 3, 30);
    s.say(
      `A farmer [packs|fills] ${n} crates with ${k} ${v.many} each and [has ${loose} left over|is left with ${loose} more].`,
    );
    const packed = s.mul(`${v.many} in crates`, n, k);
    const all = s.add(v.many, packed, loose);
    if (steps === 2) {
      s.ask(`How many ${v.many} [did the farmer harvest|does the farmer have]?`);
      return;
    }
    const spoiled = s.num(`bad ${v.many}`, 3, 40);
    s.say(`Later ${spoiled} of all these ${v.many} turn out to be bad.`);
    s.sub(`good ${v.many}`, all, spoiled);
    s.ask(`How many ${v.many} are good?`);
  }),
  template("tree-heights", [1, 2], (s, steps) => {
    const [x, y] = s.random.pickSome(["maple", "pine", "birch", "cedar", "willow", "poplar", "spruce"], 2);
    const a = s.num(`height of the ${x} in metres`, 4, 25);
    const k = s.num("times as tall", 2, 4);
    s.say(
      `[A ${x} in a park is|The ${x} behind the house is] ${a} metres tall. The ${y} is ${k} times as tall.`,
    );
    const b = s.mul(`height of the ${y} in metres`, a, k);
    if (steps === 1) {
      s.ask(`How tall is the ${y}, in metres?`);
      return;
    }
    s.sub("difference in metres", b, a);
    s.ask(`How many metres taller is the ${y} than the ${x}?`);
  }),
  template("pots-on-sills", [1, 2], (s, steps) => {
    const plant = s.thing("plant");
    const who = s.person();
    const w = s.num("windows", 3, 14);
    const k = s.num("pots at each window", 2, 8);
    s.say(`${who.name} keeps ${k} pots of ${plant.many} at each of ${who.his} ${w} windows.`);
    const all = s.mul("pots", w, k);
    if (steps === 1) {
      s.ask("What is the number of pots in all?");
      return;
    }
    const k2 = s.num("new pots", 3, 20);
    s.say(
      `[For ${who.his} birthday ${who.he} got|A neighbour brought ${who.him}|At the market ${who.he} found] ${k2} more.`,
    );
    s.add("pots now", all, k2);
    s.ask(`How many pots does ${who.he} have now?`);
  }),
  template("compost-weeks", [1, 2], (s, steps) => {
    const who = s.person();
    const k = s.num("kg a week", 2, 9);
    const w = s.num("weeks", 4, 25);
    s.say(
      `Every week ${who.name} [puts ${k} kg of leaves on the compost|collects ${k} kg of kitchen waste for the compost].`,
    );
    const all = s.mul("kg in all", k, w);
    if (steps === 1) {
      s.ask(`How many kg is that [after|in] ${w} weeks?`);
      return;
    }
    const used = s.num("kg used", 5, 60);
    s.say(`After ${w} weeks ${who.he} takes out ${used} kg of it for the garden.`);
    s.sub("kg left", all, used);
    s.ask("How many kg remain on the heap?");
  }),
  template("trees-start-unknown", [1, 2], (s, steps) => {
    const plant = s.thing("plant").many;
    const added = s.num(`${plant} added`, 8, 90);
    const now = s.num(`${plant} now`, 60, 400);
    const place = s.pick("city park", "nursery", "cemetery", "school garden", "botanical garden");
    s.say(`[Gardeners planted|Volunteers set|This spring workers added] ${added} ${plant} in a ${place}.`);
    if (steps === 1) {
      s.say(`Now there are ${now} ${plant} there.`);
      s.sub(`${plant} before`, now, added);
      s.ask(`How many ${plant} were there [before|at first|to begin with]?`);
      return;
    }
    const lost = s.num(`${plant} lost`, 4, 50);
    s.say(`In winter ${lost} froze, and now there are ${now} ${plant}.`);
    const before = s.add(`${plant} before the winter`, now, lost);
    s.sub(`${plant} at first`, before, added);
    s.ask(`How many ${plant} were there [before the planting|at the very start]?`);
  }),
];
