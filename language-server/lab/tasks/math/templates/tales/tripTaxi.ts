import { type Template, template } from "../../story.ts";
import { oneWay } from "./tripWords.ts";

/** Taxis and tram lines. */
export const tripTaxi: readonly Template[] = [
  template("trip-taxi", [2, 3], (s, steps) => {
    const who = s.person();
    const base = s.cash("basic fare", 3, 9);
    const km = s.num("km", 4, 25);
    const per = s.cash("price of a km", 2, 4);
    s.say(
      `[A taxi ride costs $${base} plus $${per} for every km. ${who.name} goes ${km} km|${who.name} takes a taxi for ${km} km. The driver asks for $${base} at the start and $${per} a km|For a ride of ${km} km ${who.name} calls a cab, which charges $${per} a km and a basic fare of $${base}].`,
    );
    const fare = s.add("fare", s.mul("price of the way", km, per), base);
    if (steps === 2) {
      s.ask(
        `[How much is the ride|What does ${who.name} have to pay|How many dollars does the ride cost in all]?`,
      );
      return;
    }
    oneWay(
      s,
      () => {
        const bill = s.oneOf("money handed over", [50, 60, 80, 100]);
        s.say(
          `[${who.he} hands the driver $${bill}|The driver is given $${bill}|From ${who.him} the driver gets $${bill}].`,
        );
        s.sub("change", bill, fare);
        s.ask(
          `[How much change is due|How many dollars does ${who.he} get back|What does the driver give back]?`,
        );
      },
      () => {
        const n = s.num("riders", 2, 4);
        s.say(
          `[${n} people ride together and split the fare equally|The fare is shared equally by ${n} riders|There are ${n} riders, who all pay the same part of it].`,
        );
        s.div("share of a rider", fare, n);
        s.ask(
          "[How much does each of them pay|What is one person's share|How many dollars must each rider give]?",
        );
      },
      () => {
        const bus = s.cash("price of the bus", 2, 9);
        s.say(
          `[The bus would have cost $${bus}|By bus the same way costs $${bus}|A bus ticket for this way is $${bus}].`,
        );
        s.sub("dollars more", fare, bus);
        s.ask(
          "[How much more does the taxi cost|How many dollars would the bus have saved|By how much is the bus cheaper]?",
        );
      },
    );
  }),
  template("trip-tram-line", [1, 2, 3], (s, steps) => {
    const v = s.pick("tram", "bus", "subway", "city train", "boat bus");
    const m = s.num("minutes for a stop", 2, 6);
    const end = s.pick(
      "the zoo",
      "the harbor",
      "the airport",
      "the stadium",
      "the old town",
      "the university",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const n = s.num("stop count", 5, 24);
          s.say(
            `[From here it is ${n} stops by ${v} to ${end}, and each takes ${m} minutes|A ${v} needs ${m} minutes from stop to stop. ${end} is ${n} stops away|${n} stops lie between here and ${end}; the ${v} takes ${m} minutes for each].`,
          );
          s.mul("minutes", n, m);
          s.ask(
            `[How many minutes does the ride take|How long is one on the way to ${end}, in minutes|After how many minutes does one arrive]?`,
          );
        },
        () => {
          const all = s.multiple("minutes", m, 4, 20);
          s.say(
            `[The ${v} to ${end} takes ${all} minutes, with ${m} minutes from one stop to the next|It is ${all} minutes to ${end} by ${v}, at ${m} minutes a stop|One rides for ${all} minutes by ${v} to ${end} and gets to a new stop every ${m} minutes].`,
          );
          s.div("stop count", all, m);
          s.ask(
            "[How many stops away is that|After how many stops must one get off|How many stops does the ride have]?",
          );
        },
      );
      return;
    }
    const n = s.num("stop count", 5, 24);
    const w = s.num("minutes of walking", 3, 20);
    s.say(
      `[${s.person().name} rides ${n} stops to ${end}, ${m} minutes each, and then walks for ${w} minutes|The ${v} to ${end} goes ${n} stops, with ${m} minutes for each. after that there is a walk of ${w} minutes|To get to ${end} one takes the ${v} for ${n} stops of ${m} minutes each and walks ${w} minutes].`,
    );
    const all = s.add("minutes in all", s.mul("minutes of the ride", n, m), w);
    if (steps === 3) {
      oneWay(
        s,
        () => {
          const car = s.num("minutes by car", 10, 45);
          s.say(
            `[By car the way takes ${car} minutes|A car would need ${car} minutes|With a car one is there in ${car} minutes].`,
          );
          s.sub("minutes more", all, car);
          s.ask(
            `[How many minutes longer is the way by ${v}|How many minutes are lost without the car|By how many minutes is the car faster]?`,
          );
        },
        () => {
          const d = s.num("minutes late", 3, 25);
          s.say(
            `[Today the ${v} also stands in a jam for ${d} minutes|This time a closed road costs another ${d} minutes|Roadworks make the way ${d} minutes longer today].`,
          );
          s.add("minutes today", all, d);
          s.ask(
            "[How long does the way take today, in minutes|How many minutes does the journey last this time|How many minutes is that altogether]?",
          );
        },
      );
      return;
    }
    s.ask(
      "[How many minutes is that in all|How long does the whole way take, in minutes|After how many minutes is one there]?",
    );
  }),
];
