import { type Template, template } from "../../story.ts";
import { oneWay, towns } from "./tripWords.ts";

/** Planes, luggage, ski lifts. */
export const tripAir: readonly Template[] = [
  template("trip-plane-rows", [1, 2, 3], (s, steps) => {
    const r = s.num("rows", 6, 40);
    const k = s.num("seats in a row", 3, 9);
    const town = s.pick(...towns);
    s.say(
      `[A plane to ${town} has ${r} rows of ${k} seats|In a plane there are ${k} seats side by side in each of the ${r} rows|${r} rows with ${k} seats each stand in the cabin of the flight to ${town}].`,
    );
    const seats = s.mul("seats", r, k);
    if (steps === 1) {
      s.ask("[How many seats does the plane have|How many people can fly|What is the number of seats]?");
      return;
    }
    oneWay(
      s,
      () => {
        const x = s.num("empty seats", 4, 40);
        s.say(
          `[${x} seats stay empty on this flight|All but ${x} seats are booked|When the doors close, ${x} seats have nobody in them].`,
        );
        const fly = s.sub("passengers", seats, x);
        if (steps === 2) {
          s.ask("[How many passengers are on the flight|How many people fly|How many seats are taken]?");
          return;
        }
        oneWay(
          s,
          () => {
            const c = s.num("crew members", 3, 12);
            s.say(
              `[There are also ${c} crew members|A crew of ${c} flies with them|${c} more people, the crew, are with them].`,
            );
            s.add("people on board", fly, c);
            s.ask(
              "[How many people are on board in all|How many persons are in the plane with the crew|What is the total of people in the air]?",
            );
          },
          () => {
            const c = s.num("children", 5, 60);
            s.say(
              `[${c} of the passengers are children|Among those who fly are ${c} children|The list of passengers shows ${c} children].`,
            );
            s.sub("grown-ups", fly, c);
            s.ask(
              "[How many grown-ups are flying|How many passengers are not children|What is the number of adults among the passengers]?",
            );
          },
        );
      },
      () => {
        const booked = s.num("seats booked online", 10, 90);
        if (steps === 2) {
          s.say(
            `[Up to today ${booked} seats have been booked|${booked} people hold a ticket|The airline has given away ${booked} of them so far].`,
          );
          s.sub("free seats", seats, booked);
          s.ask(
            "[How many seats can still be sold|How many more people can book|How many tickets are left]?",
          );
          return;
        }
        const desk = s.num("seats booked at the desk", 5, 60);
        s.say(
          `[${booked} seats were booked online and ${desk} at the desk|Online ${booked} tickets were sold; the travel agency sold ${desk} more|People booked ${desk} seats at the desk, and ${booked} others over the internet].`,
        );
        s.sub("free seats", seats, s.add("seats booked", booked, desk));
        s.ask(
          "[How many seats have not been booked|How many tickets can still be bought|How many seats would stay empty if no one else booked]?",
        );
      },
    );
  }),
  template("trip-ski-lift", [1, 2, 3], (s, steps) => {
    const lift = s.pick("chairlift", "cable car", "ski lift", "gondola lift", "mountain railway");
    const k = s.num("skiers in a minute", 4, 20);
    oneWay(
      s,
      () => {
        const m = s.num("minutes", 5, 30);
        s.say(
          `[A ${lift} carries ${k} skiers up in a minute. It has been running for ${m} minutes|For ${m} minutes a ${lift} has been taking people up, ${k} skiers every minute|In every minute ${k} skiers are lifted by a ${lift}, and ${m} minutes have passed].`,
        );
        const up = s.mul("skiers at the top", k, m);
        if (steps === 1) {
          s.ask(
            "[How many skiers have gone up|How many skiers got to the top|What number of skiers has it lifted]?",
          );
          return;
        }
        const down = s.num("skiers gone down", 10, 90);
        s.say(
          `[${down} of these have already gone down again|By now ${down} skiers are back in the valley|Meanwhile ${down} have skied back to the valley].`,
        );
        const stay = s.sub("skiers up there", up, down);
        if (steps === 3) {
          const hut = s.pick(["half", 2] as const, ["a third", 3] as const, ["half", 2] as const);
          s.say(
            `[Of those still at the top, ${hut[0]} sit in the hut|In the hut sits ${hut[0]} of those who are still up].`,
          );
          s.part("skiers in the hut", stay, 1, hut[1]);
          s.ask(
            "[How many skiers are in the hut|How many people sit in the hut|What is the number of guests in the hut]?",
          );
          return;
        }
        s.ask(
          "[How many skiers are still at the top|How many have not come down yet|How many skiers are up there now]?",
        );
      },
      () => {
        const all = s.multiple("skiers in line", k, 4, 25);
        if (steps === 1) {
          s.say(
            `[${all} skiers are in line for the ${lift}, which takes ${k} every minute|In a minute ${k} skiers leave on the ${lift}. The line has ${all} skiers|There is a line of ${all} skiers, and a ${lift} takes ${k} of them a minute].`,
          );
          s.div("minutes", all, k);
          s.ask(
            "[In how many minutes is the line gone|How many minutes pass until the last one is on the way|How long does it take for all to leave, in minutes]?",
          );
          return;
        }
        const gone = s.num("skiers who give up", 4, 60);
        s.say(
          `[${all} skiers stood in line for a ${lift}, but ${gone} gave up. It takes ${k} every minute|The ${lift} can take ${k} skiers in a minute. Of ${all} who waited, ${gone} went home|From a line of ${all} skiers ${gone} walk away; the ${lift} carries off ${k} others a minute].`,
        );
        const wait = s.sub("skiers who wait", all, gone);
        const min = s.div("minutes", wait, k);
        if (steps === 3) {
          const brk = s.num("minutes of the stop", 3, 25);
          s.say(
            `[Because of the wind it also stands still for ${brk} minutes|A technician halts it for ${brk} minutes in between|There is also a stop of ${brk} minutes while snow is cleared].`,
          );
          s.add("minutes in all", min, brk);
        }
        s.ask(
          "[After how many minutes is nobody waiting any more|How many minutes does it take to clear the line|How long does the last one wait, in minutes]?",
        );
      },
    );
  }),
  template("trip-luggage", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const thing = s.pick("books", "shoes", "tools", "gifts", "camera gear", "diving gear", "jars of honey");
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const limit = s.num("kg allowed", 20, 42);
          const cl = s.num("kg of clothes", 4, 16);

          s.say(
            `[${who.name} may take ${limit} kg on the flight. The packed suitcase weighs ${cl} kg|At the airport ${limit} kg of luggage are allowed, and ${who.name}'s bag weighs ${cl} kg|${who.name}'s bag of ${cl} kg goes on the scales; ${limit} kg are free].`,
          );
          s.sub("kg free", limit, cl);
          s.ask(
            `[How many more kg can ${who.name} pack|How many kg are still allowed|By how many kg is the bag below the limit]?`,
          );
        },
        () => {
          const limit = s.num("kg weighed", 20, 42);
          const bag = s.num("kg too much", 2, 9);
          s.say(
            `[The scales at the airport show ${limit} kg, which is ${bag} kg too much for ${who.name}'s ticket|${who.name}'s luggage of ${limit} kg is over the limit by ${bag} kg|A bag of ${limit} kg is what ${who.name} brings, and that is ${bag} kg above the limit].`,
          );
          s.sub("kg allowed", limit, bag);
          s.ask("[How many kg are allowed|What is the limit, in kg|How heavy may the luggage be, in kg]?");
        },
      );
      return;
    }
    const bag = s.num("kg of the suitcase", 2, 6);
    const cl = s.num("kg of clothes", 4, 16);
    const x = steps === 3 ? s.num(`kg of ${thing}`, 3, 20) : 0;
    s.say(
      `[${who.name}'s empty suitcase weighs ${bag} kg. ${who.he} puts in ${cl} kg of clothes${steps === 3 ? ` and ${x} kg of ${thing}` : ""}|Into a suitcase of ${bag} kg ${who.name} packs clothes that weigh ${cl} kg${steps === 3 ? `, and ${thing} of ${x} kg` : ""}].`,
    );
    const one = s.add("kg with clothes", bag, cl);
    if (steps === 3) {
      const w = s.add("kg packed", one, x);
      oneWay(
        s,
        () => {
          const limit = s.num("kg allowed", 20, 42);
          s.say(
            `[The limit is ${limit} kg|No more than ${limit} kg may be taken along|${limit} kg is the most that may be packed].`,
          );
          s.sub("kg free", limit, w);
          s.ask(
            `[How many kg can ${who.he} still add|How far below the limit is ${who.he}, in kg|How many kg are free]?`,
          );
        },
        () => {
          const fee = s.num("kg free of charge", 5, 15);
          s.say(
            `[The airline takes ${fee} kg without charge. more has to be paid|Only the first ${fee} kg are free of charge|One pays only for what is above ${fee} kg].`,
          );
          s.sub("kg to be paid", w, fee);
          s.ask(
            "[For how many kg must the fee be paid|How many kg are to be paid for|How many kg is that above the free weight]?",
          );
        },
      );
      return;
    }
    oneWay(
      s,
      () => {
        const limit = s.num("kg allowed", 20, 42);
        s.say(
          `[Allowed are ${limit} kg|The airline's limit is ${limit} kg|Up to ${limit} kg may be taken on the plane].`,
        );
        s.sub("kg free", limit, one);
        s.ask(
          `[How many kg of gifts can ${who.he} bring back|How many kg can still be added|How many kg remain up to the limit]?`,
        );
      },
      () => {
        const r = s.num("kg taken out", 2, 7);
        s.say(
          `[At the desk ${who.he} takes out ${r} kg|A jacket and boots of ${r} kg are taken out again|Then ${r} kg of it are left with a friend].`,
        );
        s.sub("kg in the end", one, r);
        s.ask(
          "[How heavy is the suitcase now, in kg|What does the suitcase weigh in the end, in kg|How many kg do the scales show then]?",
        );
      },
    );
  }),
];
