import { type Template, template } from "../../story.ts";
import { oneWay, sights } from "./tripWords.ts";

/** What is asked comes first, or the facts come in an order that is not the order of use; rides to a sight. */
export const tripWonder: readonly Template[] = [
  template("trip-wonder-left", [1, 2, 3], (s, steps) => {
    const who = s.pick(
      s.person().name,
      "the keeper",
      "the captain",
      "the ticket seller",
      "the cook on board",
      "the gardener",
      "the guide",
      "the shepherd",
    );
    const [w, where] = s.pick(
      ["life jackets", "on the ship"],
      ["blankets", "in the mountain hut"],
      ["umbrellas", "at the hotel"],
      ["helmets", "at the climbing park"],
      ["audio guides", "in the museum"],
      ["bicycles", "at the station"],
      ["skates", "at the ice rink"],
      ["oars", "in the boat house"],
      ["lockers", "at the airport"],
    );
    s.say(
      `[${who} wonders how many ${w} ${where} are not in use|${who} wants to know how many ${w} ${where} nobody is using|How many ${w} ${where} are free, ${who} asks].`,
    );
    if (steps === 1) {
      const a = s.num(`${w} in all`, 40, 150);
      const b = s.num(`${w} in use`, 8, 38);
      s.say(
        `[${b} are in use, and there are ${a} in all|There are ${a} of them, ${b} of which are in use|Guests have ${b} out of ${a}].`,
      );
      s.sub(`free ${w}`, a, b);
    } else {
      const n = s.num("racks", 4, 15);
      const k = s.num(`${w} in a rack`, 5, 20);
      if (steps === 2) {
        const b = s.num(`${w} in use`, 8, 60);
        s.say(
          `[${b} are in use. All of them together would fill ${n} racks of ${k}|There are ${n} racks for ${k} each, which would be full if ${b} were not in use|Guests have ${b} of them. With these there would be ${n} full racks, each with ${k}].`,
        );
        s.sub(`free ${w}`, s.mul(`${w} in all`, n, k), b);
      } else {
        const g = s.num("families", 3, 12);
        const m = s.num(`${w} for a family`, 2, 6);
        s.say(
          `[${g} families use ${m} each. All of them together would fill ${n} racks of ${k}|There are ${n} racks for ${k} each, which would be full if ${g} families had not taken ${m} each|Each of ${g} families has ${m} of them. With these there would be ${n} full racks, each with ${k}].`,
        );
        s.sub(`free ${w}`, s.mul(`${w} in all`, n, k), s.mul(`${w} in use`, g, m));
      }
    }
    s.ask("[What is the answer|How many of them are free|How many of them is nobody using]?");
  }),
  template("trip-wonder-cost", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const [one, many] = s.pick(
      ["ticket", "tickets"],
      ["map", "maps"],
      ["guidebook", "guidebooks"],
      ["boat tour", "boat tours"],
      ["ski pass", "ski passes"],
      ["tent place", "tent places"],
      ["rope", "ropes"],
      ["sleeping bag", "sleeping bags"],
    );
    const n = s.num(many, 3, 20);
    if (steps === 1) {
      if (s.random.chance(0.5)) {
        const p = s.cash(`price of a ${one}`, 4, 25);
        s.say(
          `[${who.name} wants to know what ${n} ${many} cost|What must be paid for ${n} ${many}, ${who.name} asks|The question is how much ${n} ${many} are]. [The price of each is $${p}|One of them is $${p}|A single one costs $${p}].`,
        );
        s.mul("price", n, p);
        s.ask("[What is the answer|How many dollars are they|How much is that]?");
      } else {
        const sum = s.multiple("price", n, 3, 20);
        s.say(
          `[${who.name} wants to know what one ${one} costs|What is the price of a ${one}, ${who.name} asks|The question is how much a single ${one} is]. [For ${n} of them $${sum} were paid|${n} cost $${sum}, and all have the same price|The bill for ${n} says $${sum}].`,
        );
        s.div(`price of a ${one}`, sum, n);
        s.ask("[What is the answer|How many dollars is one|How much is that]?");
      }
      return;
    }
    const p = s.cash(`price of a ${one}`, 4, 25);
    if (steps === 2) {
      oneWay(
        s,
        () => {
          const d = s.cash("discount", 5, 30);
          s.say(
            `[${who.name} asks what ${n} ${many} cost with a coupon|With a coupon ${n} ${many} are cheaper, and ${who.name} wants to know the price|How much must be paid for ${n} ${many} with a coupon, ${who.name} wants to know]. [The coupon is worth $${d}, and without it each is $${p}|Each is $${p}. The coupon takes $${d} off the whole bill|Without the coupon one pays $${p} for each; with it, the whole bill is $${d} less].`,
          );
          s.sub("price with the coupon", s.mul("price", n, p), d);
          s.ask("[What is the answer|How many dollars must be paid|How much is that]?");
        },
        () => {
          const have = s.cash("money in the purse", 100, 500, 10);
          s.say(
            `[How much would be left, ${who.name} asks, after buying ${n} ${many}|${who.name} thinks about buying ${n} ${many} and wants to know what would be left|What would remain of the money after buying ${n} ${many}, ${who.name} wonders]. [The purse holds $${have}, and each is $${p}|Each is $${p}, and $${have} are in the purse|For each one pays $${p}, out of a purse with $${have}].`,
          );
          s.sub("money left", have, s.mul("price", n, p));
          s.ask("[What is the answer|How many dollars would be left|How much money would remain]?");
        },
      );
      return;
    }
    const d = s.cash("discount", 5, 30);
    const have = s.cash("money in the purse", 100, 500, 10);
    s.say(
      `[${who.name} wants to know what would be left after buying ${n} ${many}|How much would remain, ${who.name} asks, after buying ${n} ${many}|${who.name} wonders what would remain of the money after buying ${n} ${many}]. [There are $${have} in the purse, each costs $${p}, and a coupon takes $${d} off the bill|With a coupon the bill is $${d} less. Each costs $${p}, and in the purse there are $${have}|Each is $${p}, the bill is $${d} less with a coupon, and the purse holds $${have}].`,
    );
    s.sub("money left", have, s.sub("price with the coupon", s.mul("price", n, p), d));
    s.ask("[What is the answer|How many dollars would be left|How much money would remain]?");
  }),
  template("trip-tower-lift", [1, 2, 3], (s, steps) => {
    const sight = s.pick(...sights);
    const k = s.num("people at a time", 4, 20);
    const [go, how] = s.pick(
      ["lift", "a lift goes up"],
      ["rowboat", "a rowboat crosses"],
      ["carriage", "a carriage drives up"],
      ["jeep", "a jeep drives up"],
      ["cabin", "a cabin glides up"],
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const n = s.num("times", 4, 30);
          s.say(
            `[To the ${sight} ${how} with ${k} people at a time. It has done so ${n} times|${n} times today, ${how} to the ${sight}, always with ${k} people|Since the morning ${k} people at a time have been taken to the ${sight} by ${go}, and this ${n} times].`,
          );
          s.mul("people", n, k);
          s.ask(
            "[How many people are that|How many people have been taken there|What number of people has gone that way]?",
          );
        },
        () => {
          const all = s.multiple("people", k, 3, 25);
          s.say(
            `[To the ${sight} ${how} with ${k} people at a time, and ${all} people want to go|${all} people want to see the ${sight}. The ${go} takes ${k} at a time|The ${go} to the ${sight} has room for ${k}. there are ${all} people in the group].`,
          );
          s.div("times", all, k);
          s.ask(
            `[How many times must the ${go} go there|How many trips does the ${go} have to make|How often does the ${go} have to start]?`,
          );
        },
      );
      return;
    }
    const n = s.num("times", 3, 15);
    const foot = s.num("people on foot", 10, 90);
    s.say(
      `[${n} times ${how} to the ${sight} with ${k} people, and ${foot} people walk there|${foot} people walk to the ${sight}, others are taken by ${go}: ${n} times with ${k} people|The ${go} to the ${sight} takes ${k} people and starts ${n} times. ${foot} people come on foot].`,
    );
    const ride = s.mul("people who ride", n, k);
    oneWay(
      s,
      () => {
        const all = s.add("people in all", ride, foot);
        if (steps === 2) {
          s.ask(
            `[How many people get to the ${sight}|How many people come in all|What is the number of people who get there]?`,
          );
          return;
        }
        const p = s.num("people who go home", 10, 80);
        s.say(
          `[${p} of all these have gone home|By dark ${p} people are on their way home|A coach takes ${p} people home again].`,
        );
        s.sub("people still there", all, p);
        s.ask(
          `[How many people are still at the ${sight}|How many are left there|What number of people remains]?`,
        );
      },
      () => {
        const more = s.sub("people more", ride, foot);
        if (steps === 2) {
          s.ask(
            `[How many more people ride than walk|By how many people do the two ways differ|How many fewer people walk than ride]?`,
          );
          return;
        }
        const p = s.num("walkers who come later", 2, 9);
        s.need(p.number < more.number);
        s.say(
          `[Later ${p} others walk there as well|Then ${p} more people come on foot|A little later ${p} more arrive on foot].`,
        );
        s.sub("people more in the end", more, p);
        s.ask(
          "[How many more people have come by riding than on foot after that|By how many is the number of riders higher in the end|How many fewer have walked than ridden after that]?",
        );
      },
    );
  }),
];
