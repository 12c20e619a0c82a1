import { type Template, template } from "../../story.ts";
import { oneWay, towns, twoOf } from "./tripWords.ts";

/** Trains, buses, ferries, planes and lifts: passengers, seats, luggage, fares. */
export const tripRails: readonly Template[] = [
  template("trip-bus-riders", [1, 2, 3, 4], (s, steps) => {
    const v = s.pick("bus", "tram", "shuttle", "minibus", "trolley", "coach", "water taxi");
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const off = s.num("passengers who get off", 3, 30);
          const now = s.num("passengers now", 4, 50);
          s.say(
            `[After ${off} passengers get off a ${v}, ${now} are still in it|A ${v} drives on with ${now} passengers, as ${off} have just got off|When ${off} people have left the ${v}, it carries only ${now} passengers].`,
          );
          s.add("passengers before", now, off);
          s.ask(
            `[How many passengers were in the ${v} before the stop|How many people did the ${v} carry at first|With how many passengers did the ${v} arrive]?`,
          );
        },
        () => {
          const before = s.num("passengers before", 5, 30);
          const now = s.num("passengers now", 32, 70);
          s.say(
            `[A ${v} comes to a stop with ${before} passengers and leaves it with ${now}. nobody gets off|There were ${before} passengers in a ${v}. At the market some people get on, no one leaves, and now there are ${now}|${now} passengers are in a ${v} now. Before the last stop, where nobody got off, it had ${before}].`,
          );
          s.sub("passengers who get on", now, before);
          s.ask(
            "[How many people got on|How many passengers came in at the stop|What is the number of new passengers]?",
          );
        },
        () => {
          const before = s.num("passengers before", 20, 70);
          const off = s.num("passengers who get off", 3, 19);
          s.say(
            `[${before} passengers ride in a ${v}. ${off} of them get off at the hospital|Of the ${before} passengers in a ${v}, ${off} leave it at the town hall|At the park ${off} people get off a ${v} which carried ${before} until then].`,
          );
          s.sub("passengers left", before, off);
          s.ask(
            `[How many passengers ride on|How many people stay in the ${v}|With how many passengers does the ${v} go on]?`,
          );
        },
      );
      return;
    }
    const before = s.num("passengers at first", 21, 50);
    const fares = steps === 2 && s.random.chance(0.4);
    const off = fares
      ? s.distractor("passengers who get off", 3, 20)
      : s.num("passengers who get off", 3, 20);
    const on = s.num("passengers who get on", 4, 30);
    s.say(
      `[A ${v} starts with ${before} passengers. At the first stop ${off} get off and ${on} get on|${before} people are sitting in a ${v} when it reaches the square; there ${off} of them leave and ${on} others come in|At the station ${off} people get off the ${v}, which had ${before} passengers, and ${on} get on].`,
    );
    if (fares) {
      const p = s.cash("price of a ride", 2, 6);
      s.say(
        `[A ride costs $${p}, paid on getting on|Everybody who has been on board has paid $${p}|Each person pays $${p} to the driver on getting on].`,
      );
      s.mul("dollars paid", s.add("passengers in all", before, on), p);
      s.ask(
        "[How much money have all these people paid|How many dollars has the driver taken in all|What do all the fares come to]?",
      );
      return;
    }
    if (steps === 2) {
      s.add("passengers now", s.sub("passengers who stay", before, off), on);
      s.ask(
        `[How many passengers are in the ${v} now|With how many people does the ${v} go on|How many riders does the ${v} have then]?`,
      );
      return;
    }
    const stay = s.sub("passengers who stay", before, off);
    const now = s.add("passengers after the stop", stay, on);
    if (steps === 3) {
      oneWay(
        s,
        () => {
          const end = s.num("passengers after the second stop", 2, 15);
          s.say(
            `[At the second stop some leave and no one comes, so that ${end} remain|After the next stop, where people only get off, there are ${end}|Then comes a stop where people only get off, and ${end} are left].`,
          );
          s.sub("passengers who get off later", now, end);
          s.ask(
            "[How many got off there|How many people left at that stop|What number of passengers got off the second time]?",
          );
        },
        () => {
          const seats = s.num("seats", 50, 95);
          s.say(
            `[The ${v} has ${seats} seats, and everyone sits|There is room for ${seats}|In all there are ${seats} places to sit].`,
          );
          s.sub("free seats", seats, now);
          s.ask(
            `[How many seats are free after that|How many more people could ride in the ${v}|How many places are empty then]?`,
          );
        },
      );
      return;
    }
    const third = s.num("groups", 2, 5);
    const on2 = s.num("passengers who get on later", 3, 20);
    s.say(
      `[${on2} more get on at the next stop, and at the end of the line all leave in ${third} equal groups|Another ${on2} join them later. At the end the guide forms ${third} groups of the same size from all of them|Later ${on2} more come in, and on arriving all of them are divided into ${third} equal groups].`,
    );
    s.div("passengers in a group", s.add("passengers in the end", now, on2), third);
    s.ask(
      "[How many passengers are in each group|How big is one of the groups|How many people does one group have]?",
    );
  }),
  template("trip-train-cars", [1, 2, 3], (s, steps) => {
    const kind = s.pick("train", "express", "night train", "subway train", "mountain railway", "steam train");
    const k = s.num("seats in a car", 12, 60, 2);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const n = s.num("cars", 3, 12);
          s.say(
            `[Every car of the ${kind} has ${k} seats, and there are ${n} cars|A ${kind} is made up of ${n} cars with ${k} seats each|${n} cars, each with ${k} seats, form a ${kind}].`,
          );
          s.mul("seats", n, k);
          s.ask(
            `[How many seats does the ${kind} have|How many people can sit in the ${kind}|What is the total number of seats]?`,
          );
        },
        () => {
          const all = s.multiple("passengers", k, 2, 12);
          s.say(
            `[${all} passengers want to travel, and a car of the ${kind} takes ${k}|A car holds ${k} people. For the ${kind} ${all} tickets were sold|For ${all} travelers a ${kind} is put together from cars with ${k} seats].`,
          );
          s.div("cars", all, k);
          s.ask(
            "[How many cars are needed so that everyone can sit|How many cars must the train have|What is the smallest number of cars that is enough]?",
          );
        },
      );
      return;
    }
    const n = s.num("cars", 3, 10);
    s.say(
      `[A ${kind} leaves ${s.pick(...towns)} with ${n} cars, and in every car ${k} people can sit|There are ${k} seats in each of the ${n} cars of a ${kind}|The ${n} cars of a ${kind} have ${k} seats apiece].`,
    );
    const seats = s.mul("seats", n, k);
    if (steps === 2) {
      oneWay(
        s,
        () => {
          const x = s.num("travelers", 20, 200);
          s.say(
            `[${x} travelers have found a seat|So far ${x} seats are reserved|Only ${x} people are on board].`,
          );
          s.sub("free seats", seats, x);
          s.ask(
            "[How many seats are still free|How many more people could sit down|How many seats has nobody taken]?",
          );
        },
        () => {
          const x = s.num("travelers without a seat", 5, 60);
          s.say(
            `[All of them are taken, and ${x} people must stand|Nobody finds a free seat any more: ${x} passengers are standing|All seats are in use, and ${x} more people are standing].`,
          );
          s.add("passengers", seats, x);
          s.ask(
            "[How many passengers are on the train|How many people travel altogether|What is the number of all who are on board]?",
          );
        },
        () => {
          const part = s.pick(["half", 2] as const, ["a third", 3] as const, ["a quarter", 4] as const);
          s.say(
            `[The conductor counts and finds ${part[0]} of all seats taken|Today only ${part[0]} of the seats are in use].`,
          );
          s.part("seats taken", seats, 1, part[1]);
          s.ask(
            "[How many seats are taken|On how many seats does somebody sit|What is the number of seats in use]?",
          );
        },
      );
      return;
    }
    const x = s.num("travelers at first", 20, 150);
    const y = s.num("travelers who join", 10, 100);
    s.say(
      `[${x} travelers get on at the first station and ${y} at the second|It starts with ${x} travelers. ${y} more come at the next station|The first station brings ${x} travelers and the second ${y} more].`,
    );
    s.sub("free seats", seats, s.add("travelers", x, y));
    s.ask(
      "[How many seats are left for others|How many seats are empty then|If nobody gets off, how many free seats are there]?",
    );
  }),
  template("trip-ferry", [1, 2, 3], (s, steps) => {
    const [a, b] = twoOf(s, towns);
    const cargo = s.pick("cars", "trucks", "bicycles", "campers", "motorbikes", "vans", "tractors", "horses");
    const k = s.num(`${cargo} on a crossing`, 6, 40);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const n = s.num("crossings", 2, 9);
          s.say(
            `[The ferry from ${a} to ${b} takes ${k} ${cargo} each time and crosses ${n} times a day|With ${k} ${cargo} on board, the ferry makes the trip to ${b} ${n} times|${n} trips a day are made by a ferry from ${a} with ${k} ${cargo} on each].`,
          );
          s.mul(`${cargo} in all`, k, n);
          s.ask(
            `[How many ${cargo} does it carry over|How many ${cargo} get across in all|What is the total of ${cargo} on these trips]?`,
          );
        },
        () => {
          const n = s.num(`${cargo} left behind`, 3, 30);
          s.say(
            `[A ferry takes ${k} ${cargo} to ${b}, and ${n} have to wait for the next one|${n} ${cargo} are left on the quay after ${k} were let onto the ferry|The ferry to ${b} leaves with ${k} ${cargo}. behind it ${n} others are still in line].`,
          );
          s.add(`${cargo} in the queue`, k, n);
          s.ask(
            `[How many ${cargo} were waiting at first|How many ${cargo} stood in line before|How long was the line at first, counted in ${cargo}]?`,
          );
        },
      );
      return;
    }
    if (steps === 2) {
      oneWay(
        s,
        () => {
          const n = s.num("crossings", 2, 9);
          const all = s.num(`${cargo} waiting`, 60, 300);
          s.say(
            `[${all} ${cargo} are waiting in ${a}. A ferry has room for ${k} of them, and it has already gone ${n} times fully loaded|A ferry that loads ${k} ${cargo} has made ${n} full crossings. In the morning ${all} ${cargo} stood at the pier|At the pier in ${a} there were ${all} ${cargo}. The ferry has come ${n} times since then and taken ${k} each time].`,
          );
          s.sub(`${cargo} left`, all, s.mul(`${cargo} taken over`, k, n));
          s.ask(
            `[How many ${cargo} still wait|How many ${cargo} have yet to cross|How many of the ${cargo} are left at the pier]?`,
          );
        },
        () => {
          const c = s.num("minutes of a crossing", 8, 40);
          const all = s.multiple(`${cargo} waiting`, k, 2, 9);
          s.say(
            `[${all} ${cargo} have to be brought to ${b}. The boat loads ${k} of them, and each crossing takes ${c} minutes. The time back is not counted|One crossing lasts ${c} minutes, and ${k} ${cargo} go on the boat each time. There are ${all} ${cargo} in line. Leave out the way back|In line for ${b} are ${all} ${cargo}, of which ${k} fit on the boat. It crosses in ${c} minutes; do not count the way back].`,
          );
          s.mul("minutes", s.div("crossings needed", all, k), c);
          s.ask(
            "[How many minutes do all the crossings take|How long is the boat on its way with load, in minutes|How many minutes of crossing is that]?",
          );
        },
      );
      return;
    }
    const n = s.num("crossings", 2, 9);
    const p = s.cash(`price for one of the ${cargo}`, 2, 12);
    const cost = s.cash("cost of a day", 30, 300, 10);
    s.say(
      `[The captain takes ${k} ${cargo} on each crossing and $${p} for each of them. There are ${n} crossings a day, and running the boat costs $${cost} a day|Running a ferry costs $${cost} a day. It crosses ${n} times, always with ${k} ${cargo} on deck, at $${p} apiece|On ${n} crossings a day a ferry takes ${k} ${cargo} each and gets $${p} for every one; a day costs the owner $${cost}].`,
    );
    s.sub("profit", s.mul("income", s.mul(`${cargo} in a day`, k, n), p), cost);
    s.ask(
      "[What profit does the boat make in a day|How much is earned in a day after the costs|How many dollars are left of the day's income]?",
    );
  }),
];
