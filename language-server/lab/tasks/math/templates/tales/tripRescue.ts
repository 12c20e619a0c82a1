import { type Template, template } from "../../story.ts";
import { oneWay, towns } from "./tripWords.ts";

/** Fire brigades, weather stations, markets, reports of the day. */
export const tripRescue: readonly Template[] = [
  template("trip-fire-brigade", [1, 2, 3], (s, steps) => {
    const hose = s.num("metres of a hose", 8, 25);
    const n = s.num("hoses", 3, 15);
    s.say(
      `[A fire engine carries ${n} hoses of ${hose} metres each|On a fire engine there are ${n} hoses, each with a length of ${hose} metres|The fire brigade of ${s.pick(...towns)} joins ${n} hoses of ${hose} metres].`,
    );
    const all = s.mul("metres of all", n, hose);
    if (steps === 1) {
      s.ask(
        "[How long are they all together, in metres|How far do they reach when joined, in metres|How many metres of hose is that]?",
      );
      return;
    }
    oneWay(
      s,
      () => {
        const d = s.num("metres to the fire", 60, 400, 5);
        s.say(
          `[From the river to the fire it is ${d} metres|The fire is ${d} metres away from the water|Water has to be brought over ${d} metres to the fire].`,
        );
        if (s.random.chance(0.5)) {
          const miss = s.sub("metres missing", d, all);
          if (steps === 2) {
            s.ask(
              "[How many metres of hose are missing|By how many metres is the hose too short|How many metres short are they]?",
            );
            return;
          }
          s.div("hoses missing", miss, hose);
          s.ask(
            "[How many more such hoses do they need|How many hoses of this length are missing|What number of hoses must be brought]?",
          );
          return;
        }
        const over = s.sub("metres left", all, d);
        if (steps === 2) {
          s.ask(
            "[How many metres of hose are left over|By how many metres is the hose longer than needed|How many metres are not needed]?",
          );
          return;
        }
        const back = s.num("metres of a street", 2, 30);
        s.need(back.number < over.number);
        s.say(
          `[Going around a house costs ${back} metres more|${back} metres more are needed to get around a wall|To reach the back door takes ${back} metres more].`,
        );
        s.sub("metres left in the end", over, back);
        s.ask(
          "[How many metres of hose are left then|How many metres are still not needed|What length is left over in the end, in metres]?",
        );
      },
      () => {
        const torn = s.num("metres torn", 5, 40);
        s.say(
          `[${torn} metres of it are torn and cannot be used|At a test ${torn} metres prove to be bad|Of this, ${torn} metres have holes].`,
        );
        const good = s.sub("good metres", all, torn);
        if (steps === 2) {
          s.ask(
            "[How many metres of good hose remain|How many metres can be used|What length is in order, in metres]?",
          );
          return;
        }
        const buy = s.num("metres bought", 20, 100, 5);
        s.say(
          `[The town buys ${buy} metres of new hose|${buy} metres of new hose are added|A neighboring town gives them ${buy} metres of new hose].`,
        );
        s.add("metres in the end", good, buy);
        s.ask(
          "[How many metres of good hose do they have then|How much hose can be used after that, in metres|What is the length in the end, in metres]?",
        );
      },
    );
  }),

  template("trip-weather-station", [1, 2, 3], (s, steps) => {
    const [unit, what] = s.pick(
      ["mm of rain", "rain"],
      ["cm of snow", "snow"],
      ["hours of sunshine", "sunshine"],
      ["minutes of thunder", "thunder"],
      ["hours of fog", "fog"],
    );
    const place = s.pick(
      "a weather station",
      "a lighthouse",
      "an island",
      "a mountain hut",
      "an airfield",
      "a ski resort",
      s.pick(...towns),
    );
    if (steps === 1) {
      const a = s.num(`${unit} in May`, 25, 90);
      const d = s.num("difference", 4, 24);
      oneWay(
        s,
        () => {
          s.say(
            `[In ${place} there were ${a} ${unit} in April, ${d} more than in March|March had ${d} ${unit} less than April in ${place}, and April had ${a}|For April ${place} reports ${a} ${unit}. That is ${d} above the number for March].`,
          );
          s.sub(`${unit} in March`, a, d);
          s.ask(
            `[How many ${unit} were there in March|What was the number for March, in ${unit}|How much ${what} did March bring, in ${unit}]?`,
          );
        },
        () => {
          s.say(
            `[In ${place} there were ${a} ${unit} in April, ${d} less than in March|March had ${d} ${unit} more than April in ${place}, and April had ${a}|For April ${place} reports ${a} ${unit}. That is ${d} below the number for March].`,
          );
          s.add(`${unit} in March`, a, d);
          s.ask(
            `[How many ${unit} were there in March|What was the number for March, in ${unit}|How much ${what} did March bring, in ${unit}]?`,
          );
        },
        () => {
          s.say(
            `[In ${place} there were ${d} ${unit} in the first week of a month; the whole month brought ${a}|A month had ${a} ${unit} in ${place}. On the first days alone ${d} were measured|Of ${a} ${unit} in a month, ${place} had ${d} in the first week].`,
          );
          s.sub(`${unit} after that`, a, d);
          s.ask(
            `[How many ${unit} came after the first days|How much ${what} was there in the other weeks, in ${unit}|How many ${unit} did the later weeks bring]?`,
          );
        },
      );
      return;
    }
    const a = s.num(`${unit} on Monday`, 4, 24);
    const k = s.num("factor", 2, 4);
    s.say(
      `[On Monday ${place} had ${a} ${unit}, and on Tuesday ${k} times as much|${k} times as much ${what} as on Monday came on Tuesday in ${place}: Monday had ${a} ${unit}|${place} had ${a} ${unit} on Monday. Tuesday brought ${k} times that].`,
    );
    const b = s.mul(`${unit} on Tuesday`, a, k);
    if (steps === 2) {
      oneWay(
        s,
        () => {
          s.add(`${unit} on both days`, a, b);
          s.ask(
            `[How many ${unit} is that on the two days|How much ${what} was there on both days, in ${unit}|What is the sum of the two days, in ${unit}]?`,
          );
        },
        () => {
          s.sub(`${unit} more on Tuesday`, b, a);
          s.ask(
            `[How many more ${unit} were there on Tuesday than on Monday|By how many ${unit} do the days differ|How many ${unit} less did Monday have than Tuesday]?`,
          );
        },
      );
      return;
    }
    const c = s.num(`${unit} on Wednesday`, 4, 30);
    s.say(`[Wednesday had ${c} ${unit}|On Wednesday it was ${c} ${unit}|The next day brought ${c} ${unit}].`);
    if (s.random.chance(0.5)) {
      const two = s.add(`${unit} on two days`, a, b);
      s.add(`${unit} on three days`, two, c);
      s.ask(
        `[How many ${unit} is that on the three days|What is the sum of the three days, in ${unit}|How many ${unit} came in all]?`,
      );
    } else {
      s.div(`${unit} a day`, s.total(`${unit} on three days`, a, b, c), 3);
      s.ask(
        `[How many ${unit} is that a day on average for the three days|What is the average of the three days, in ${unit}|If all three days had had the same, how many ${unit} would that be a day]?`,
      );
    }
  }),
  template("trip-market-day", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const stall = s.pick("cheese", "honey", "flower", "fish", "bread", "spice", "toy", "pottery", "juice");
    const town = s.pick(...towns);
    const a = s.cash("money in the morning", 20, 150, 5);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const now = s.cash("money in the evening", 160, 500, 5);
          s.say(
            `[${who.name} opens a ${stall} stall on the market of ${town} with $${a} in the box and closes with $${now}|In the evening there are $${now} in the box of ${who.name}'s ${stall} stall; in the morning there were $${a}|The box of the ${stall} stall went from $${a} to $${now} in a day].`,
          );
          s.sub("money taken", now, a);
          s.ask("[How much was taken that day|How many dollars did customers pay|What did the day bring]?");
        },
        () => {
          const f = s.cash("fee", 5, 18);
          s.say(
            `[After paying a fee of $${f} to the town of ${town}, ${who.name} has $${a} left from the ${stall} stall|${who.name} has $${a} from the ${stall} stall once the fee of $${f} is paid|The ${stall} stall leaves ${who.name} $${a}, when $${f} have gone to the town].`,
          );
          s.add("money before the fee", a, f);
          s.ask(
            `[How much did ${who.name} have before paying the fee|How many dollars were there before the fee|How much had been taken at the stall]?`,
          );
        },
      );
      return;
    }
    const n = s.num("customers", 8, 40);
    const p = s.cash("dollars from a customer", 3, 12);
    s.say(
      `[At a ${stall} stall in ${town} ${n} customers spend $${p} each. In the morning there were $${a} in ${who.name}'s box|${who.name} sells to ${n} customers at $${p} each from a ${stall} stall and had $${a} in the box before|The box of ${who.name}'s ${stall} stall holds $${a} at first. Then ${n} customers pay $${p} each].`,
    );
    const box = s.add("money in the box", s.mul("money taken", n, p), a);
    if (steps === 2) {
      s.ask(
        "[How much money is in the box then|What does the box hold in the end|How many dollars are in it now]?",
      );
      return;
    }
    oneWay(
      s,
      () => {
        const f = s.cash("fee", 8, 60);
        s.say(
          `[A fee of $${f} is paid out of it|From this $${f} must be paid to the town|The place costs $${f}, taken from the box].`,
        );
        s.sub("money left", box, f);
        s.ask("[How much is left in the box|How many dollars remain|What does the box hold after that]?");
      },
      () => {
        const k = s.num("owners", 2, 4);
        s.say(
          `[The ${k} owners of the stall share all of it equally|All the money in it is divided evenly among ${k} owners|It goes in equal parts to the ${k} owners].`,
        );
        s.div("dollars for an owner", box, k);
        s.ask(
          "[How much does each owner get|What is the share of one owner|How many dollars are there for each]?",
        );
      },
    );
  }),
  template("trip-sailor-provisions", [1, 2, 3], (s, steps) => {
    const [unit, boat] = s.pick(
      ["cans of soup", "a sailing boat"],
      ["bottles of water", "an ice breaker"],
      ["loaves of bread", "a river barge"],
      ["packs of rice", "a research ship"],
      ["bags of oats", "a sledge"],
      ["jars of jam", "a submarine"],
    );
    const crew = s.num("sailors", 4, 20);
    const k = s.num(`${unit} for one a week`, 2, 9);
    s.say(
      `[There are ${crew} sailors on ${boat}, and each needs ${k} ${unit} a week|Each of the ${crew} sailors on ${boat} gets ${k} ${unit} a week|On ${boat} every one of ${crew} sailors uses up ${k} ${unit} in a week].`,
    );
    const week = s.mul(`${unit} a week`, crew, k);
    if (steps === 1) {
      s.ask(
        `[How many ${unit} do they need a week|What is the need for a week, in ${unit}|How many ${unit} are used up in a week]?`,
      );
      return;
    }
    oneWay(
      s,
      () => {
        const w = s.num("weeks", 2, 8);
        s.say(
          `[The voyage lasts ${w} weeks|They are at sea for ${w} weeks|It is ${w} weeks to the next harbor].`,
        );
        const all = s.mul(`${unit} for the voyage`, week, w);
        if (steps === 2) {
          s.ask(
            `[How many ${unit} are needed|How many ${unit} must be taken on board|What does the voyage take, in ${unit}]?`,
          );
          return;
        }
        const have = s.num(`${unit} on board`, 20, 200, 10);
        s.say(
          `[${have} are on board already|They have loaded ${have} so far|In the hold there are ${have} of them].`,
        );
        s.sub(`${unit} missing`, all, have);
        s.ask(
          `[How many ${unit} must still be loaded|How many more ${unit} are needed|How many ${unit} are missing]?`,
        );
      },
      () => {
        const have = s.num(`${unit} on board`, 120, 600, 10);
        if (steps === 2) {
          s.say(
            `[${have} ${unit} are on board|They have loaded ${have}|The hold contains ${have} ${unit} at the start].`,
          );
          s.sub(`${unit} left after a week`, have, week);
          s.ask(
            `[How many ${unit} are left after the first week|How many ${unit} remain when a week has gone by|What is left after seven days, in ${unit}]?`,
          );
          return;
        }
        const lost = s.num(`${unit} lost`, 10, 60);
        s.say(
          `[${have} ${unit} were on board, but ${lost} fell into the sea|Of the ${have} on board, ${lost} have gone bad|They had ${have} ${unit}, of which ${lost} got wet and were thrown away].`,
        );
        s.div("weeks", s.sub(`good ${unit}`, have, lost), week);
        s.ask(
          "[For how many weeks is there enough|How many weeks does the rest last|After how many weeks is nothing left]?",
        );
      },
    );
  }),
];
