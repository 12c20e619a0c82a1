import { type Template, template } from "../../story.ts";

/** What is left over, surveys, chains of comparisons, savings of a workshop, loads and trips. */
export const craftPlans: readonly Template[] = [
  template("cw-leftover-pieces", [2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "candles",
      "soaps",
      "pins",
      "badges",
      "corks",
      "marbles",
      "tiles",
      "dominoes",
      "spools",
      "whistles",
    );
    const k = s.num(`${w} in a box`, 6, 20);
    const b = s.num("full boxes", 4, 20);
    const n = s.num(`${w} in all`, 60, 420);
    s.say(
      `[${who.name} has made ${n} ${w}. ${b} boxes are filled with ${k} each, and the rest stays on the bench|${n} ${w} have been made by ${who.name}; they fill ${b} boxes of ${k}, with some left over|Out of ${n} ${w}, ${who.name} packs ${b} boxes with ${k} in each].`,
    );
    const left = s.sub(`${w} left over`, n, s.mul(`${w} in the boxes`, b, k));
    if (steps === 2) {
      s.ask(
        `[How many ${w} are left over|How many ${w} are not in a box|How many ${w} stay outside the boxes]?`,
      );
      return;
    }
    if (s.random.chance(0.5)) {
      s.need(left.number < 40);
      const m = s.num(`more ${w}`, 5, 30);
      s.say(
        `[The next day ${m} more are made|${m} others come from a colleague|In the night ${m} more are finished].`,
      );
      const x = s.add(`${w} outside the boxes`, left, m);
      if (steps === 4) {
        const g = s.num("children", 2, 6);
        s.say(
          `[All that are not in a box are shared equally by ${g} children|${g} children get equal parts of all that are outside the boxes|Those that are in no box go to ${g} visitors, the same number to each].`,
        );
        s.div(`${w} for each`, x, g);
        s.ask(
          `[How many ${w} does each of them get|How many ${w} is that for each|What does one of them get, in ${w}]?`,
        );
      } else
        s.ask(
          `[How many ${w} are outside the boxes now|How many ${w} are there without a box|How many ${w} have no box then]?`,
        );
      return;
    }
    const p = s.cash("price of one", 2, 6);
    s.say(
      `[Single ones are sold at $${p}|Those left over cost $${p} each|For one that is in no box a customer pays $${p}].`,
    );
    const m = s.mul("money for single ones", left, p);
    if (steps === 4) {
      const c = s.cash("price of a new tool", 5, 60, 5);
      s.say(
        `[From that money ${who.name} buys a tool for $${c}|$${c} of that is spent on wax|A new brush takes $${c} of it].`,
      );
      s.sub("money left", m, c);
      s.ask(
        "[How many dollars are left|How much of it remains|What is left of the money for the single ones]?",
      );
    } else
      s.ask(
        "[How much do those left over bring|How many dollars come in for the single ones|What are all the single ones worth in dollars]?",
      );
  }),
  template("cw-pupil-survey", [1, 2, 3, 4], (s, steps) => {
    const [x, y, z] = s.pick(
      ["walk", "cycle", "take the bus"],
      ["play chess", "sing", "dance"],
      ["drink tea", "drink milk", "drink water"],
      ["like history", "like art", "like science"],
      ["have a cat", "have a dog", "have no pet"],
    ) as [string, string, string];
    const n = s.multiple("pupils asked", 20, 4, 30);
    if (steps === 1) {
      const q = s.oneOf("percentage", [5, 10, 20, 25, 30, 40, 50, 75]);
      s.say(
        `[${n} pupils were asked, and ${q}% of them ${x}|In a survey of ${n} pupils, ${q}% say that they ${x}|Of ${n} pupils in a school, ${q}% ${x}].`,
      );
      s.percent(`pupils who ${x}`, n, q);
      s.ask(`[How many pupils ${x}|How many of them ${x}|What is the number of pupils who ${x}]?`);
      return;
    }
    const a = s.num(`pupils who ${x}`, 10, 75);
    if (steps === 2) {
      const b = s.num(`pupils who ${y}`, 10, 75);
      s.say(
        `[${n} pupils were asked. ${a} of them ${x}, ${b} ${y} and the others ${z}|Of ${n} pupils in a school, ${a} ${x} and ${b} ${y}. All others ${z}|In a survey ${a} pupils say that they ${x}, and ${b} that they ${y}. The rest of the ${n} who were asked ${z}].`,
      );
      s.sub(`pupils who ${z}`, n, s.add("pupils of the first two kinds", a, b));
      s.ask(`[How many pupils ${z}|How many of them ${z}|What is the number of pupils who ${z}]?`);
      return;
    }
    const d = s.num("difference", 3, 40);
    const more = s.random.chance(0.5);
    s.say(
      more
        ? `[${n} pupils were asked. ${a} of them ${x}, ${d} more than that ${y} and the others ${z}|Of ${n} pupils in a school, ${a} ${x}. Those who ${y} are ${d} more, and all others ${z}|In a survey ${a} pupils say that they ${x}, and ${d} more say that they ${y}. The rest of the ${n} who were asked ${z}].`
        : `[${n} pupils were asked. ${a} of them ${x}, ${d} fewer than that ${y} and the others ${z}|Of ${n} pupils in a school, ${a} ${x}. Those who ${y} are ${d} fewer, and all others ${z}|In a survey ${a} pupils say that they ${x}, and ${d} fewer say that they ${y}. The rest of the ${n} who were asked ${z}].`,
    );
    const b = more ? s.add(`pupils who ${y}`, a, d) : s.sub(`pupils who ${y}`, a, d);
    const c = s.sub(`pupils who ${z}`, n, s.add("pupils of the first two kinds", a, b));
    if (steps === 4) {
      s.need(c.number > a.number);
      s.sub("difference", c, a);
      s.ask(
        `[How many more pupils ${z} than ${x}|By how many is the group of those who ${z} bigger than that of those who ${x}|How many fewer pupils ${x} than ${z}]?`,
      );
    } else s.ask(`[How many pupils ${z}|How many of them ${z}|What is the number of pupils who ${z}]?`);
  }),
  template("cw-three-in-a-row", [2, 3, 4], (s, steps) => {
    const [p, q, r] = [s.person(), s.person(), s.person()];
    const [verb, w] = s.pick(
      ["planted", "bulbs"],
      ["typed", "pages"],
      ["sold", "tickets"],
      ["caught", "trout"],
      ["folded", "shirts"],
      ["collected", "signatures"],
      ["picked", "melons"],
      ["solved", "riddles"],
      ["carved", "spoons"],
      ["washed", "windows"],
    ) as [string, string];
    const a = s.num(`${w} of ${p.name}`, 20, 120);
    const d = s.num("first difference", 3, 25);
    const first = s.random.chance(0.5);
    s.say(
      first
        ? `[${q.name} ${verb} ${d} more ${w} than ${p.name}|${p.name} ${verb} ${d} fewer ${w} than ${q.name}|The number of ${w} that ${q.name} ${verb} is ${d} greater than ${p.name}'s].`
        : `[${q.name} ${verb} ${d} fewer ${w} than ${p.name}|${p.name} ${verb} ${d} more ${w} than ${q.name}|The number of ${w} that ${q.name} ${verb} is ${d} less than ${p.name}'s].`,
    );
    const k = s.num("factor", 2, 4);
    const form = s.pick("times", "half");
    const times = k.number === 2 ? s.pick("twice", "2 times") : `${k} times`;
    s.say(
      form === "times"
        ? `[${r.name} ${verb} ${times} as many as ${q.name}|For ${r.name} it was ${times} as many as for ${q.name}|${q.name}'s number was surpassed by ${r.name}, who ${verb} ${times} as many].`
        : `[${q.name} ${verb} ${times} as many as ${r.name}|For ${q.name} it was ${times} as many as for ${r.name}|${r.name}'s number was surpassed by ${q.name}, who ${verb} ${times} as many].`,
    );
    s.say(`[${p.name} ${verb} ${a}|${a} ${w} were ${p.name}'s|${p.name}'s number is ${a}].`);
    const b = first ? s.add(`${w} of ${q.name}`, a, d) : s.sub(`${w} of ${q.name}`, a, d);
    const c = form === "times" ? s.mul(`${w} of ${r.name}`, b, k) : s.div(`${w} of ${r.name}`, b, k);
    if (steps === 2) {
      s.ask(
        `[How many ${w} were ${r.name}'s|What is ${r.name}'s number of ${w}|How many ${w} is that for ${r.name}]?`,
      );
      return;
    }
    if (steps === 3) {
      if (s.random.chance(0.5)) {
        s.total(`${w} of all three`, a, b, c);
        s.ask(
          `[How many ${w} is that for all three|What is the total of the three, in ${w}|How many ${w} do the three have altogether]?`,
        );
      } else if (c.number > a.number) {
        s.sub("difference", c, a);
        s.ask(
          `[How many more ${w} were ${r.name}'s than ${p.name}'s|By how many is ${r.name} ahead of ${p.name}|How many fewer is it for ${p.name} than for ${r.name}]?`,
        );
      } else {
        s.sub("difference", a, c);
        s.ask(
          `[How many more ${w} were ${p.name}'s than ${r.name}'s|By how many is ${p.name} ahead of ${r.name}|How many fewer is it for ${r.name} than for ${p.name}]?`,
        );
      }
      return;
    }
    const sum = s.total(`${w} of all three`, a, b, c);
    const goal = s.num("goal", 150, 900, 10);
    s.sub(`${w} short of the goal`, goal, sum);
    s.ask(
      `[Together they wanted ${goal}. How many ${w} are missing|How many ${w} short of ${goal} are all three together|If the three wanted ${goal} in all, how many more would they need]?`,
    );
  }),
  template("cw-lathe-savings", [1, 2, 3, 4], (s, steps) => {
    const who = s.person();
    const w = s.pick(
      "lathe",
      "sewing machine",
      "kiln",
      "band saw",
      "cargo bike",
      "printing press",
      "loom",
      "workbench",
      "coffee roaster",
      "greenhouse",
    );
    const price = s.cash(`price of the ${w}`, 200, 950, 10);
    const has = s.cash("money saved", 40, 190, 10);
    const form = s.pick("plain", "gift", "used");
    s.say(
      `[${who.name} wants a ${w} that costs $${price} and has put aside $${has}|A ${w} costs $${price}. So far ${who.name}'s savings for it are $${has}|With $${has} saved, ${who.name} is thinking of a ${w} for $${price}].`,
    );
    if (form === "plain" || steps === 1) {
      const miss = s.sub("money missing", price, has);
      if (steps === 1) {
        s.ask("[How much more must be saved|How many dollars are missing|How much money is still needed]?");
        return;
      }
      const m = s.cash("money a month", 10, 60, 10);
      s.say(
        `[$${m} can be put aside each month|Every month $${m} is added|${who.name} can save $${m} a month].`,
      );
      const t = s.div("months", miss, m);
      if (steps === 2) {
        s.ask(
          "[How many months does it take|After how many months is it enough|For how many months must this go on]?",
        );
        return;
      }
      const g = s.num("months gone by", 2, 9);
      s.say(
        `[${g} months of that have gone by|${who.he} has now done this for ${g} months|${g} months have passed since then].`,
      );
      const l = s.sub("months left", t, g);
      if (steps === 4) {
        s.mul("money still missing", l, m);
        s.ask(
          "[How many dollars are still missing now|How much must still be put aside after that|How much more money is needed at this moment]?",
        );
      } else
        s.ask(
          "[How many months are left|How many more months does it take|How much longer does it take, in months]?",
        );
      return;
    }
    const x = s.cash(form === "gift" ? "gift" : "discount", 10, 90, 10);
    s.say(
      form === "gift"
        ? `[An aunt gives ${who.him} $${x} for it|For the birthday there is another $${x}|${who.he} also gets $${x} from a neighbor].`
        : `[Because it has a scratch, it is $${x} cheaper|The seller lowers the price by $${x}|With a coupon, the price falls by $${x}].`,
    );
    const y = form === "gift" ? s.add("money in all", has, x) : s.sub("lower price", price, x);
    const miss = form === "gift" ? s.sub("money missing", price, y) : s.sub("money missing", y, has);
    if (steps === 2) {
      s.ask("[How much more must be saved|How many dollars are missing now|How much money is still needed]?");
      return;
    }
    const k = s.num("equal sums", 2, 6);
    s.say(
      `[The rest is paid in ${k} equal sums|The seller lets ${who.him} pay the rest in ${k} months, equal sums each month|What is missing is earned in ${k} weeks, the same sum each week].`,
    );
    const e = s.div("one sum", miss, k);
    if (steps === 4) {
      const h = s.cash("money for an hour", 5, 20, 5);
      s.say(
        `[For one such sum ${who.name} works at $${h} an hour|An hour of work brings ${who.name} $${h}|${who.name} earns $${h} an hour].`,
      );
      s.div("hours for one sum", e, h);
      s.ask(
        "[How many hours of work are needed for one of these sums|For how many hours must one work to get one of these sums|How many hours is one of the equal sums worth]?",
      );
    } else
      s.ask(
        "[How big is each of these sums|How many dollars is that each time|What does one of these sums come to]?",
      );
  }),
];
