import { type Template, template } from "../../story.ts";

/** Forests, mines, sheep, feed. */
export const craftCountry: readonly Template[] = [
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
