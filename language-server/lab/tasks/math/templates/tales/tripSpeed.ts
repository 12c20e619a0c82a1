import { type Template, template } from "../../story.ts";
import { oneWay, towns, twoOf } from "./tripWords.ts";

/** Speed and time, toll bridges, parking. */
export const tripSpeed: readonly Template[] = [
  template("trip-speed-time", [1, 2, 3, 4], (s, steps) => {
    const v = s.pick(
      "train",
      "coach",
      "truck",
      "steamboat",
      "motorbike",
      "camper van",
      "freight train",
      "balloon",
      "sailing boat",
    );
    const [from, to] = twoOf(s, towns);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num("km an hour", 12, 90);
          const h = s.num("hours", 2, 9);
          s.say(
            `[For ${h} hours a ${v} moves at ${a} km an hour|A ${v} to ${to} does ${a} km every hour and is on its way for ${h} hours|${h} hours is the time a ${v} takes from ${from} to ${to}, at ${a} km an hour].`,
          );
          s.mul("km", a, h);
          s.ask(`[How many km does the ${v} cover|How long is the way, in km|What distance is that, in km]?`);
        },
        () => {
          const a = s.num("km an hour", 12, 90);
          const d = s.multiple("km", a, 2, 9);
          s.say(
            `[It is ${d} km from ${from} to ${to}, and the ${v} covers ${a} km an hour|At ${a} km an hour a ${v} travels the ${d} km to ${to}|A ${v} has to go ${d} km and does ${a} km in an hour].`,
          );
          s.div("hours", d, a);
          s.ask(
            `[How many hours does the ${v} take|How long is the ${v} on its way, in hours|After how many hours does it arrive]?`,
          );
        },
        () => {
          const h = s.num("hours", 2, 9);
          const d = s.multiple("km", h, 12, 90);
          s.say(
            `[In ${h} hours a ${v} covered ${d} km, always at the same speed|A ${v} took ${h} hours for the ${d} km from ${from} to ${to} and never changed its speed|The ${d} km to ${to} were done by a ${v} in ${h} hours at an even speed].`,
          );
          s.div("km in an hour", d, h);
          s.ask(
            `[How many km did the ${v} cover in an hour|What was the speed of the ${v}, in km an hour|How far did the ${v} get in one hour, in km]?`,
          );
        },
      );
      return;
    }
    const a = s.num("km an hour", 12, 90);
    const h = s.num("hours", 2, 8);
    s.say(
      `[A ${v} leaves ${from} and goes ${a} km an hour for ${h} hours|From ${from} a ${v} goes on for ${h} hours, ${a} km in each of them|At ${a} km an hour a ${v} travels away from ${from}, for ${h} hours].`,
    );
    const x = s.mul("km in the first part", a, h);
    if (s.random.chance(0.5)) {
      if (steps === 2) {
        const rest = s.num("km in the city", 4, 60);
        s.say(
          `[Another ${rest} km are done after a rest|To these come ${rest} km after dark|The next day adds ${rest} km].`,
        );
        s.add("km in all", x, rest);
        s.ask("[How many km is the whole way|How long is the way in all, in km|What is the sum, in km]?");
        return;
      }
      const b = s.num("km an hour later", 8, 70);
      const g = s.num("hours later", 2, 7);
      s.say(
        `[Then it changes to ${b} km an hour for ${g} hours|After that come ${g} hours at ${b} km an hour|The second part takes ${g} hours at ${b} km an hour].`,
      );
      const y = s.mul("km in the second part", b, g);
      if (steps === 3) {
        s.add("km in all", x, y);
        s.ask(
          "[How far does it get in all, in km|What is the whole distance, in km|How many km are covered altogether]?",
        );
        return;
      }
      const d = s.num(`km to ${to}`, 200, 990);
      s.say(
        `[${to} is ${d} km from ${from} on this road|The way to ${to} has ${d} km|From ${from} it is ${d} km to ${to} by this way].`,
      );
      s.sub("km left", d, s.add("km in all", x, y));
      s.ask(
        `[How many km are left to ${to}|How far away is ${to} then, in km|How many km does it still have to go to ${to}]?`,
      );
      return;
    }
    const g = steps === 2 ? 0 : s.num("hours left", 2, 5);
    const d = s.num(`km to ${to}`, 100, 900);
    s.say(
      `[${to} is ${d} km away from ${from} on this road|It is on the way to ${to}, which has ${d} km|All in all it is ${d} km from ${from} to ${to} by this way].`,
    );
    const left = s.sub("km left", d, x);
    if (steps === 2) {
      s.ask(
        `[How many km are left|How far is it then to ${to}, in km|How many km must the ${v} still cover]?`,
      );
      return;
    }
    s.say(
      `[The rest is to be done in ${g} hours|${g} hours remain for the last part|For what remains there are ${g} hours].`,
    );
    const speed = s.div("km an hour for the rest", left, g);
    s.need(speed.number <= 150);
    if (steps === 3) {
      s.ask(
        "[How many km must it cover in each of these hours|What speed is needed, in km an hour|How fast must it go on the last part, in km an hour]?",
      );
      return;
    }
    s.sub("km an hour more", speed, a);
    s.ask(
      "[By how many km an hour must it be faster than before|How many km an hour must it gain|How many more km must it cover in an hour than at first]?",
    );
  }),
  template("trip-toll-bridge", [1, 2, 3], (s, steps) => {
    const place = s.pick("bridge", "tunnel", "mountain road", "motorway", "canal lock", "old ferry ramp");
    const a = s.cash("toll for a car", 2, 9);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const all = s.multiple("money taken", a, 10, 80);
          s.say(
            `[$${all} was taken at the ${place}, where every car pays $${a}|Each car pays $${a} at the ${place}. By noon the box holds $${all}|The keeper of the ${place} asks $${a} of every car. He has taken $${all}].`,
          );
          s.div("cars", all, a);
          s.ask(
            `[How many cars have paid|How many cars have used the ${place}|What number of cars was that]?`,
          );
        },
        () => {
          const n = s.num("cars", 12, 90);
          s.say(
            `[${n} cars use the ${place} in an hour and pay $${a} each|The toll at the ${place} is $${a} a car, and ${n} cars come|In an hour the keeper of the ${place} counts ${n} cars at $${a}].`,
          );
          s.mul("money taken", n, a);
          s.ask(
            "[How much money is taken|How many dollars of toll do they pay|What does the toll add up to]?",
          );
        },
      );
      return;
    }
    const b = s.cash("toll for a truck", 8, 25);
    s.need(b.number > a.number);
    s.say(
      `[At the ${place} a car pays $${a} and a truck $${b}|The toll at the ${place} is $${a} for cars, for trucks it is $${b}|A truck has to pay $${b} at the ${place}, a car $${a}].`,
    );
    if (steps === 2) {
      const n = s.num("times", 4, 30);
      s.say(
        `[A firm goes there ${n} times with a car instead of a truck|Instead of a truck ${s.person().name} takes a car, ${n} times|${n} times a month a delivery is made with a car and no longer with a truck].`,
      );
      s.mul("money saved", s.sub("dollars saved each time", b, a), n);
      s.ask("[How much toll does that save|How many dollars less must be paid|What is saved in all]?");
      return;
    }
    const n = s.num("cars", 10, 60);
    const m = s.num("trucks", 3, 24);
    s.say(
      `[${n} cars and ${m} trucks have come through|Today's count is ${m} trucks and ${n} cars|Up to noon there were ${n} cars; the trucks numbered ${m}].`,
    );
    const x = s.mul("toll of the cars", n, a);
    const y = s.mul("toll of the trucks", m, b);
    oneWay(
      s,
      () => {
        s.add("toll in all", x, y);
        s.ask(
          "[How much toll was paid in all|How many dollars have been taken altogether|What do both together bring]?",
        );
      },
      () => {
        s.sub("dollars more from the cars", x, y);
        s.ask(
          "[How many dollars more do the cars bring than the trucks|By how much is the toll of all cars higher than that of all trucks|How much more is taken from cars than from trucks]?",
        );
      },
      () => {
        s.sub("dollars more from the trucks", y, x);
        s.ask(
          "[How many dollars more do the trucks bring than the cars|By how much is the toll of all trucks higher than that of all cars|How much more is taken from trucks than from cars]?",
        );
      },
    );
  }),
  template("trip-parking", [1, 2, 3], (s, steps) => {
    const place = s.pick(
      "parking garage",
      "car park",
      "parking lot at the lake",
      "garage under the square",
      "parking deck of the airport",
      "lot behind the stadium",
    );
    if (s.random.chance(0.5)) {
      const n = s.num("levels", 2, 8);
      const k = s.num("spaces on a level", 15, 90);
      s.say(
        `[A ${place} has ${n} levels with ${k} spaces each|On each of its ${n} levels, the ${place} has ${k} spaces|There are ${k} spaces on every level of the ${place}, which has ${n} levels].`,
      );
      const all = s.mul("spaces", n, k);
      if (steps === 1) {
        s.ask(
          `[How many spaces does the ${place} have|For how many cars is there room|What is the number of spaces]?`,
        );
        return;
      }
      const f = s.num("free spaces", 5, 90);
      s.say(
        `[The sign at the entrance shows ${f} free spaces|${f} spaces are not taken|Nobody has parked in ${f} of them].`,
      );
      const cars = s.sub("cars", all, f);
      if (steps === 2) {
        s.ask("[How many cars are inside|How many spaces are taken|What number of cars is parked there]?");
        return;
      }
      const g = s.num("cars that drive away", 10, 90);
      s.say(
        `[By evening ${g} cars drive out and none comes|Then ${g} of the cars drive off|After the last show ${g} cars leave].`,
      );
      s.sub("cars left", cars, g);
      s.ask("[How many cars are still there|How many cars are left inside|What number of cars stays]?");
      return;
    }
    const who = s.person();
    const p = s.cash("price of an hour", 2, 6);
    if (steps === 1) {
      const sum = s.multiple("money paid", p, 3, 12);
      s.say(
        `[${who.name} pays $${sum} in a ${place} where an hour costs $${p}|An hour in the ${place} is $${p}, and ${who.name}'s ticket comes to $${sum}|The machine of a ${place} asks for $${sum} at $${p} an hour. ${who.name} pays].`,
      );
      s.div("hours", sum, p);
      s.ask(
        `[For how many hours was ${who.name} there|How many hours did the car stand there|How long was the car parked, in hours]?`,
      );
      return;
    }
    const h = s.num("hours", 3, 9);
    s.say(
      `[${who.name} parks for ${h} hours in a ${place} that charges $${p} an hour|For each hour in the ${place}, $${p} must be paid. ${who.name}'s car is there for ${h} hours|${h} hours is how long ${who.name}'s car stands in a ${place} at $${p} an hour].`,
    );
    if (steps === 2) {
      oneWay(
        s,
        () => {
          s.say("[The first hour is free|Only the first hour costs nothing|One hour is a gift of the town].");
          s.mul("price", s.sub("hours paid", h, 1), p);
          s.ask(`[How much does ${who.name} pay|What does the ticket cost|How many dollars must be paid]?`);
        },
        () => {
          const o = s.cash("discount", 2, 5);
          s.say(
            `[A shop takes $${o} off the ticket|With a stamp of the cinema it is $${o} less|Guests of a café get $${o} back].`,
          );
          s.sub("money paid", s.mul("price", h, p), o);
          s.ask(
            `[How much does ${who.name} pay|What does parking cost in the end|How many dollars must be paid then]?`,
          );
        },
      );
      return;
    }
    const day = s.cash("price of a day", 5, 15);
    const d = s.num("days", 2, 6);
    s.say(
      `[${who.he} does this on ${d} days. A day ticket would cost $${day}|It is the same on ${d} days, though a day ticket for $${day} is sold as well|A day ticket is $${day}, but ${who.he} pays by the hour on ${d} days].`,
    );
    const each = s.sub("dollars saved a day", s.mul("price by the hour", h, p), day);
    s.mul("dollars saved", each, d);
    s.ask(
      `[How much would ${who.he} save with day tickets|How many dollars less would day tickets cost for these days|What is the difference for all the days]?`,
    );
  }),
];
