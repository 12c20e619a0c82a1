import { type Template, template } from "../../story.ts";

/** Painters, mechanics, electricians, florists. */
export const craftTrades: readonly Template[] = [
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
          "[How many meters did the drum hold at first|How many meters were on it before the work began|How much was on it in the beginning, in meters]?",
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
