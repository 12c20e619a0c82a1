import { type Template, template } from "../story.ts";

/** Building sites, repairs, workshops, transport of goods. */
export const building: readonly Template[] = [
  template("brick-wall", [1, 2, 3], (s, steps) => {
    const n = s.num("rows", 6, 30);
    const k = s.num("bricks in a row", 8, 40);
    const who = s.person();
    const wall = s.pick("garden wall", "chimney", "garage wall", "oven", "wall of a shed");
    s.say(`For a ${wall} ${who.name} lays ${n} rows of ${k} bricks.`);
    const all = s.mul("bricks", n, k);
    if (steps === 1) {
      s.ask(`How many bricks [are used|does ${who.he} lay|does the work take]?`);
      return;
    }
    const have = s.num("bricks laid", 20, 300);
    s.say(`${have} bricks are already in place.`);
    const left = s.sub("bricks left", all, have);
    if (steps === 2) {
      s.ask("How many bricks are left to lay?");
      return;
    }
    const r = s.num("bricks in an hour", 10, 60);
    s.say(`${who.he} lays ${r} bricks an hour.`);
    s.div("hours", left, r);
    s.ask("How many more hours will it take?");
  }),
  template("plank-saw", [1, 2], (s, steps) => {
    const who = s.person();
    const wood = s.pick("plank", "beam", "pole", "pipe", "rod");
    const l = s.num("length in cm", 100, 600, 10);
    const k = s.num("length of a piece in cm", 12, 60);
    if (steps === 1) {
      s.say(`A ${wood} of ${l} cm is shortened by ${k} cm.`);
      s.sub("length in cm", l, k);
      s.ask(`How long is it [then|after that], in cm?`);
      return;
    }
    const n = s.num("pieces", 2, 9);
    s.say(`${who.name} saws ${n} pieces of ${k} cm each from a ${wood} that is ${l} cm long.`);
    const cut = s.mul("cm sawn off", n, k);
    s.sub("cm left", l, cut);
    s.ask(`How many cm [long is the rest|of the ${wood} are left]?`);
  }),
  template("nail-boxes", [1, 2, 3], (s, steps) => {
    const what = s.pick("nails", "screws", "bolts", "hooks", "tiles", "hinges", "washers");
    const n = s.num("boxes", 3, 12);
    const k = s.num(`${what} in a box`, 20, 99);
    s.say(`A [carpenter|roofer|builder|handyman] has ${n} boxes of ${k} ${what}.`);
    const all = s.mul(what, n, k);
    if (steps === 1) {
      s.ask(`How many ${what} [is that|are there]?`);
      return;
    }
    const a = s.num("used on the first day", 10, 200);
    s.say(`${a} ${what} are used on the first day.`);
    const left = s.sub("left after the first day", all, a);
    if (steps === 2) {
      s.ask(`How many ${what} are left after that day?`);
      return;
    }
    const b = s.num("used on the second day", 10, 200);
    s.say(`On the second day ${b} more are used.`);
    s.sub("left after the second day", left, b);
    s.ask(`How many ${what} are left after two days?`);
  }),
  template("painter-rooms", [1, 2], (s, steps) => {
    const n = s.num("rooms", 3, 20);
    const k = s.num("cans for each room", 2, 6);
    s.say(`A painter has to paint ${n} rooms and needs ${k} cans of paint for each.`);
    const all = s.mul("cans", n, k);
    if (steps === 1) {
      s.ask("How many cans of paint are needed?");
      return;
    }
    const p = s.cash("price of a can", 8, 30);
    s.say(`[Paint costs|The price is] $${p} a can.`);
    s.mul("cost of the paint", all, p);
    s.ask("How much money will the paint cost?");
  }),
  template("floor-tiles", [1, 2, 3], (s, steps) => {
    const room = s.pick("bathroom", "kitchen", "hall", "terrace", "cellar", "corridor");
    const l = s.num("tiles along the length", 8, 40);
    const w = s.num("tiles along the width", 5, 25);
    s.say(`The floor of a ${room} is ${l} tiles long and ${w} tiles wide.`);
    const all = s.mul("tiles", l, w);
    if (steps === 1) {
      s.ask("How many tiles cover the floor?");
      return;
    }
    const spare = s.num("spare tiles", 4, 40);
    s.say(`The owner wants ${spare} spare tiles too.`);
    const need = s.add("tiles with spares", all, spare);
    if (steps === 2) {
      s.ask("How many tiles should be ordered?");
      return;
    }
    const box = s.num("tiles in a box", 4, 12);
    s.say(`They are delivered in boxes of ${box}.`);
    s.div("boxes", need, box);
    s.ask("How many boxes should be ordered?");
  }),
  template(
    "crew-days",
    [1, 2],
    (s, steps) => {
      const n = s.num("workers", 3, 15);
      const d = s.num("days", 3, 12);
      const what = s.pick("bridge", "barn", "pavilion", "roof", "road", "playground");
      if (steps === 1) {
        s.say(`${n} workers [build|repair] a ${what} in ${d} days. Each of them works every day.`);
        s.mul("days of work", n, d);
        s.ask("How many days of work is that, counted for all workers?");
        return;
      }
      const p = s.cash("pay of a worker a day", 40, 120, 10);
      s.say(`For ${d} days ${n} workers work on a ${what}. Each is paid $${p} a day.`);
      const day = s.mul("pay for a day", n, p);
      s.mul("pay for all days", day, d);
      s.ask("How much do the workers get [in total|altogether]?");
    },
    { noise: false },
  ),
  template("storey-windows", [1, 2, 3], (s, steps) => {
    const house = s.pick("office building", "hotel", "tower", "apartment house", "hospital", "school");
    const n = s.num("floors", 3, 25);
    const k = s.num("windows on a floor", 6, 30);
    s.say(`A ${house} has ${n} floors with ${k} windows on each.`);
    const all = s.mul("windows", n, k);
    if (steps === 1) {
      s.ask("[How many windows does the building have|How many windows are there]?");
      return;
    }
    const done = s.num("windows cleaned", 12, 200);
    s.say(`The cleaners have finished ${done} of them.`);
    const left = s.sub("windows left", all, done);
    if (steps === 2) {
      s.ask("How many windows are still dirty?");
      return;
    }
    const c = s.num("cleaners", 2, 9);
    s.say(`The dirty ones are divided equally among ${c} cleaners.`);
    s.div("windows for each cleaner", left, c);
    s.ask("How many windows must each cleaner still do?");
  }),
  template("warehouse-pallets", [2, 3], (s, steps) => {
    const item = s.thing("goods").many;
    const n = s.num("pallets", 4, 20);
    const k = s.num("boxes on a pallet", 6, 30);
    const out = s.num("boxes sent", 10, 150);
    s.say(
      `In a warehouse there are ${n} pallets with ${k} boxes of ${item} on each. [A truck takes ${out} boxes away|${out} boxes are sent to shops].`,
    );
    const all = s.mul("boxes", n, k);
    const left = s.sub("boxes left", all, out);
    if (steps === 2) {
      s.ask("How many boxes [stay|are left in the warehouse|remain]?");
      return;
    }
    const back = s.num("boxes that arrive", 12, 120);
    s.say(`The next day ${back} boxes arrive.`);
    s.add("boxes then", left, back);
    s.ask("How many boxes are in the warehouse then?");
  }),
  template("fence-posts-cost", [2, 3], (s, steps) => {
    const who = s.person();
    const l = s.num("length in metres", 6, 40);
    const w = s.num("width in metres", 5, 30);
    const yard = s.pick("chicken run", "yard", "paddock", "meadow", "pond", "sports field");
    s.say(`${who.name} wants a fence around a ${yard} that is ${l} metres by ${w} metres.`);
    const half = s.add("length and width in metres", l, w);
    const all = s.mul("metres of fence", half, 2);
    if (steps === 2) {
      s.ask("How many metres of fence are needed?");
      return;
    }
    const p = s.cash("price of a metre", 3, 15);
    s.say(`A metre of fence costs $${p}.`);
    s.mul("cost of the fence", all, p);
    s.ask(`What will ${who.he} pay for the fence?`);
  }),
  template("water-tanker", [1, 2], (s, steps) => {
    const n = s.num("trips", 3, 20);
    const k = s.num("litres a trip", 20, 300, 10);
    const vehicle = s.pick("truck", "tanker", "tractor", "cart");
    s.say(`A ${vehicle} brings ${k} litres of water on each trip. It makes ${n} trips.`);
    const all = s.mul("litres brought", n, k);
    if (steps === 1) {
      s.ask("How many litres does it bring?");
      return;
    }
    const u = s.num("litres used", 50, 900, 10);
    s.say(`${u} litres are used for [mixing concrete|washing the machines|the plants].`);
    s.sub("litres left", all, u);
    s.ask("How much water is left, in litres?");
  }),
  template("light-bulbs", [1, 2, 3], (s, steps) => {
    const n = s.num("lamps", 4, 30);
    const k = s.num("bulbs in a lamp", 2, 8);
    const place = s.pick("ballroom", "theater", "church", "restaurant", "library", "train station");
    s.say(`In a ${place} hang ${n} lamps with ${k} bulbs each.`);
    const all = s.mul("bulbs", n, k);
    if (steps === 1) {
      s.ask("How many bulbs is that altogether?");
      return;
    }
    const bad = s.num("broken bulbs", 3, 40);
    s.say(`${bad} bulbs are broken.`);
    if (steps === 2) {
      s.sub("working bulbs", all, bad);
      s.ask("How many bulbs still work?");
      return;
    }
    const good = s.sub("working bulbs", all, bad);
    const e = s.num("bulbs switched off", 5, 60);
    s.say(`Of the others ${e} are switched off.`);
    s.sub("bulbs that are on", good, e);
    s.ask("How many bulbs are shining?");
  }),
];
