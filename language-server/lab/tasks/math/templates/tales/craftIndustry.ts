import { type Template, template } from "../../story.ts";

/** Deliveries, pallets, recycling, shifts of factories. */
export const craftIndustry: readonly Template[] = [
  template("cw-van-route", [1, 2, 3, 4], (s, steps) => {
    const w = s.pick(
      "parcels",
      "letters",
      "crates",
      "boxes of vegetables",
      "newspapers",
      "meals",
      "bundles",
      "packages",
    );
    const n = s.num("stops", 4, 15);
    if (steps === 1) {
      const m = s.multiple(`${w}`, n, 3, 15);
      s.say(
        `[A van carries ${m} ${w} for ${n} stops, the same number for each|${m} ${w} are delivered evenly to ${n} places|At ${n} addresses equal numbers of ${w} are handed over, ${m} in all].`,
      );
      s.div(`${w} for each`, m, n);
      s.ask(
        `[How many ${w} are left at each of them|How many ${w} does each place get|How many ${w} leave the van every time]?`,
      );
      return;
    }
    const k = s.num(`${w} at a stop`, 3, 12);
    const way = s.pick("start", "rest");
    if (way === "start") {
      const left = s.num(`${w} left`, 5, 60);
      s.say(
        `[After leaving ${k} ${w} at each of ${n} stops, a driver still has ${left} in the van|A van makes ${n} stops, and at each of them ${k} ${w} are handed over. When it returns, ${left} are left|${left} ${w} are still in the van after ${n} stops with ${k} ${w} each].`,
      );
      const out = s.mul(`${w} delivered`, n, k);
      const all = s.add(`${w} at first`, out, left);
      if (steps === 2) {
        s.ask(
          `[How many ${w} were in the van at the start|How many ${w} had been loaded|With how many ${w} did the van set out]?`,
        );
        return;
      }
      const half = s.div(`half of the ${w}`, all, 2);
      if (steps === 3) {
        s.ask(
          `[Half of the whole load was for the city. How many ${w} is that|If half of the load came from abroad, how many ${w} is this|One half of the first load was marked as urgent. How many ${w} were urgent]?`,
        );
        return;
      }
      const l = s.num(`light ${w}`, 3, 40);
      s.say(
        `[Half of all the ${w} that were loaded were urgent, and ${l} of these were light|${l} of the urgent ${w} were light, and the urgent ones made up half of the first load|One half of the load at the start was urgent; ${l} of the urgent ones were light].`,
      );
      s.sub(`urgent and heavy ${w}`, half, l);
      s.ask(
        `[How many urgent ${w} were not light|How many of the urgent ${w} were heavy|What number of urgent ${w} was not light]?`,
      );
      return;
    }
    const load = s.num(`${w} loaded`, 60, 250, 5);
    s.say(
      `[A van leaves with ${load} ${w} and drops ${k} at each of ${n} stops|${load} ${w} are loaded. At each of ${n} stops ${k} leave the van|At ${n} stops a driver who started with ${load} ${w} unloads ${k} each time].`,
    );
    const rest = s.sub(`${w} left`, load, s.mul(`${w} delivered`, n, k));
    if (steps === 2) {
      s.ask(
        `[How many ${w} are left in the van|How many ${w} come back|How many ${w} have not been delivered]?`,
      );
      return;
    }
    if (steps === 3 && s.random.chance(0.5)) {
      const p = s.num(`${w} picked up`, 5, 40);
      s.say(
        `[On the way back ${p} new ones are picked up|The driver then collects ${p} others|${p} more get into the van on the way home].`,
      );
      s.add(`${w} in the end`, rest, p);
      s.ask(
        `[How many ${w} are in the van in the end|With how many ${w} does the driver come home|How many ${w} does the van bring back]?`,
      );
      return;
    }
    const d = s.num("colleagues", 2, 5);
    s.say(
      `[The rest is taken over by ${d} colleagues in equal parts|${d} bicycle couriers share the rest equally|What is left is divided evenly among ${d} other drivers].`,
    );
    const each = s.div(`${w} for each`, rest, d);
    if (steps === 4) {
      const m = s.oneOf("minutes for one", [2, 3, 4, 5, 6]);
      s.say(
        `[For one of the ${w} they need ${m} minutes|Each delivery takes them ${m} minutes|${m} minutes go by for every one].`,
      );
      s.mul("minutes for each", each, m);
      s.ask(
        "[How many minutes does each of them need|For how many minutes is one of them busy|How long does it take each of them, in minutes]?",
      );
    } else
      s.ask(
        `[How many ${w} does each of them take|How many ${w} is that for each of them|What is the share of one of them, in ${w}]?`,
      );
  }),
  template("cw-pallet-height", [1, 2, 3], (s, steps) => {
    const w = s.pick(
      "cartons",
      "crates",
      "sacks",
      "bricks",
      "cans of paint",
      "bales",
      "tires",
      "water bottles",
    );
    const l = s.num("layers", 3, 8);
    const k = s.num(`${w} in a layer`, 4, 12);
    s.say(
      `[On a pallet there are ${l} layers of ${w}, with ${k} in a layer|${w} stand on a pallet in ${l} layers of ${k} each|A pallet is stacked with ${l} layers, and each layer has ${k} ${w}].`,
    );
    const p = s.mul(`${w} on a pallet`, l, k);
    if (steps === 1) {
      s.ask(
        `[How many ${w} are on the pallet|How many ${w} does the pallet carry|What is the number of ${w} on it]?`,
      );
      return;
    }
    const way = s.pick("pallets", "weight", "rest");
    if (way === "pallets") {
      const n = s.num("pallets", 3, 9);
      s.say(
        `[The warehouse has ${n} pallets like this|${n} such pallets arrive|A truck brings ${n} of these pallets].`,
      );
      const all = s.mul(`${w} in all`, n, p);
      if (steps === 3) {
        const out = s.num(`${w} taken`, 10, 90);
        s.say(
          `[${out} ${w} are taken away|A customer fetches ${out} ${w}|${out} turn out to be damaged and are sent back].`,
        );
        s.sub(`${w} left`, all, out);
        s.ask(`[How many ${w} are left in the warehouse|How many ${w} stay|How many ${w} remain]?`);
      } else
        s.ask(
          `[How many ${w} are there in all|How many ${w} is that altogether|What is the total number of ${w}]?`,
        );
      return;
    }
    if (way === "weight") {
      const g = s.num("kilograms for one", 2, 9);
      s.say(
        `[One weighs ${g} kilograms|Each has a weight of ${g} kilograms|The weight of a single one is ${g} kilograms].`,
      );
      const kg = s.mul("kilograms of the load", p, g);
      if (steps === 3) {
        const e = s.num("kilograms of the empty pallet", 12, 25);
        s.say(
          `[The empty pallet weighs ${e} kilograms|Add ${e} kilograms for the pallet itself|The wood of the pallet has ${e} kilograms].`,
        );
        s.add("kilograms in all", kg, e);
        s.ask(
          "[How heavy is the full pallet, in kilograms|How many kilograms must the forklift raise|What is the total weight in kilograms]?",
        );
      } else
        s.ask(
          `[How many kilograms do all these ${w} weigh|What is the weight of the load in kilograms|How heavy are the ${w} together, in kilograms]?`,
        );
      return;
    }
    const out = s.num(`${w} taken`, 5, 40);
    s.say(`[${out} of them are sold|Workers take away ${out} of them|A shop orders ${out} of them].`);
    const left = s.sub(`${w} left`, p, out);
    if (steps === 3) {
      const d = s.num("shelves", 2, 6);
      s.say(
        `[The others are put on ${d} shelves, evenly|${d} shelves take equal parts of the rest|What is left goes equally onto ${d} shelves].`,
      );
      s.div(`${w} on a shelf`, left, d);
      s.ask(
        `[How many ${w} are on each shelf|How many ${w} does one shelf get|What does a shelf hold, in ${w}]?`,
      );
    } else
      s.ask(
        `[How many ${w} are still on the pallet|How many ${w} are left|How many ${w} does the pallet carry then]?`,
      );
  }),
  template("cw-recycling", [1, 2, 3], (s, steps) => {
    const m = s.pick(
      "glass",
      "paper",
      "plastic",
      "scrap metal",
      "wood",
      "copper",
      "cardboard",
      "old clothes",
    );
    const [a, b] = [s.num(`tons of ${m} last month`, 20, 90), s.num(`tons of ${m} this month`, 95, 200)];
    s.say(
      `[Last month a recycling plant took in ${a} tons of ${m}; this month it was ${b}|${b} tons of ${m} came to a recycling plant this month, while last month it was ${a}|In one month a plant recycles ${a} tons of ${m} and in the next ${b} tons].`,
    );
    const way = s.pick("sum", "gap");
    const x = way === "sum" ? s.add("tons in both months", a, b) : s.sub("more tons this month", b, a);
    if (steps === 1) {
      s.ask(
        way === "sum"
          ? `[How many tons is that in the two months|How many tons of ${m} came in altogether|What is the total, in tons]?`
          : `[How many more tons were there in the second month|By how many tons did the amount grow|How many fewer tons did the first of these months bring]?`,
      );
      return;
    }
    if (way === "sum") {
      const t = s.num("tons unusable", 5, 40);
      s.say(
        `[${t} tons could not be used|${t} tons of it were too dirty|Of all this, ${t} tons had to be burned].`,
      );
      const good = s.sub("useful tons", x, t);
      if (steps === 3) {
        const p = s.num("tons on a truck", 3, 10);
        s.say(
          `[The rest leaves in trucks that carry ${p} tons each|A truck can take ${p} tons of the good material|${p} tons of the useful part go onto a truck].`,
        );
        s.div("trucks", good, p);
        s.ask(
          "[How many trucks are needed|How many full trucks leave the plant|How many truck loads is that]?",
        );
      } else
        s.ask(
          `[How many tons were recycled|How many tons of useful ${m} are there|How many tons could be used]?`,
        );
      return;
    }
    const p = s.cash("dollars for a ton", 3, 12);
    s.say(`[A ton is worth $${p}|The plant gets $${p} for a ton|Each ton sells for $${p}].`);
    const more = s.mul("more money", x, p);
    if (steps === 3) {
      const c = s.cash("extra cost", 10, 90, 5);
      s.say(
        `[But the additional tons cost $${c} to sort|Sorting the additional tons costs $${c}|$${c} must be paid to sort what came in additionally].`,
      );
      s.sub("gain", more, c);
      s.ask(
        "[How much do the additional tons gain after that cost|What remains of the extra money|How many extra dollars are left after sorting]?",
      );
    } else
      s.ask(
        "[How much more money did the plant get this month|By how many dollars is this month better|How many dollars more does the second month bring]?",
      );
  }),
  template("cw-factory-shifts", [1, 2, 3, 4], (s, steps) => {
    const w = s.pick(
      "lamps",
      "radios",
      "zippers",
      "bottles",
      "shoes",
      "engines",
      "fans",
      "clocks",
      "drills",
      "pumps",
      "helmets",
      "kettles",
    );
    const e = s.num(`${w} in the early shift`, 60, 250, 5);
    const d = s.num("difference of the shifts", 10, 50);
    const more = s.random.chance(0.5);
    s.say(
      more
        ? `[The early shift of a factory makes ${e} ${w}, the late shift ${d} more|A factory's late shift turns out ${d} more ${w} than the early shift, which makes ${e}|${e} ${w} are made in the early shift. The late shift beats this by ${d}].`
        : `[The early shift of a factory makes ${e} ${w}, the late shift ${d} fewer|A factory's late shift turns out ${d} fewer ${w} than the early shift, which makes ${e}|${e} ${w} are made in the early shift. The late shift stays ${d} below that].`,
    );
    const l = more ? s.add(`${w} in the late shift`, e, d) : s.sub(`${w} in the late shift`, e, d);
    if (steps === 1) {
      s.ask(
        `[How many ${w} does the late shift make|How many ${w} come from the late shift|What is the number of ${w} in the late shift]?`,
      );
      return;
    }
    const both = s.add(`${w} in both shifts`, e, l);
    if (steps === 2) {
      s.ask(
        `[How many ${w} do both shifts make|How many ${w} is that in a day with both shifts|What is the total of the two shifts]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      const bad = s.num(`faulty ${w}`, 5, 30);
      s.say(
        `[${bad} of the day's ${w} are faulty|Inspectors reject ${bad} of them|A check finds ${bad} that do not work].`,
      );
      const good = s.sub(`good ${w}`, both, bad);
      if (steps === 4) {
        const k = s.num(`${w} in a box`, 2, 5);
        s.say(
          `[The good ones are packed in boxes of ${k}|${k} good ones go into a box|A box takes ${k} of the good ones].`,
        );
        s.div("boxes", good, k);
        s.ask("[How many boxes are filled|How many boxes does that take|What number of boxes is needed]?");
      } else s.ask(`[How many good ${w} are left|How many ${w} pass the check|How many ${w} can be sold]?`);
      return;
    }
    const goal = s.num("goal", 300, 900, 10);
    s.say(
      `[The goal for the day is ${goal}|By the evening there should be ${goal}|A customer waits for ${goal}].`,
    );
    const miss = s.sub(`${w} missing`, goal, both);
    if (steps === 4) {
      const r = s.num(`${w} an hour`, 4, 9);
      s.say(
        `[The night shift makes ${r} an hour|At night ${r} an hour are made|In the night shift it is ${r} every hour].`,
      );
      s.div("hours", miss, r);
      s.ask(
        "[How many hours must the night shift work to reach that number|For how many hours is the night shift needed|How many hours does the rest take at night]?",
      );
    } else
      s.ask(
        `[How many ${w} are missing|How many ${w} must the night shift add|By how many ${w} do the two shifts fall short]?`,
      );
  }),
];
