import { type Template, template } from "../../story.ts";
import { oneWay, sights, towns } from "./tripWords.ts";

/** Cyclists, hikers, towns along a road, fuel, tolls. */
export const tripRoads: readonly Template[] = [
  template("trip-two-cyclists", [1, 2, 3], (s, steps) => {
    const [p, q] = [s.person(), s.person()];
    const how = s.pick(
      ["cycles", "cycle"],
      ["skates", "skate"],
      ["rides", "ride"],
      ["walks", "walk"],
      ["paddles", "paddle"],
    );
    if (steps === 1) {
      const a = s.num("km", 12, 60);
      const d = s.num("difference", 2, 11);
      oneWay(
        s,
        () => {
          s.say(
            `[${p.name} ${how[0]} ${a} km. ${q.name} ${how[0]} ${d} km more than that|${q.name} gets ${d} km further than ${p.name}, who ${how[0]} ${a} km|On Sunday ${p.name} ${how[0]} ${a} km, which is ${d} km less than ${q.name} does].`,
          );
          s.add(`km of ${q.name}`, a, d);
          s.ask(
            `[How far does ${q.name} get, in km|How many km does ${q.name} ${how[1]}|What distance does ${q.name} cover, in km]?`,
          );
        },
        () => {
          s.say(
            `[${p.name} ${how[0]} ${a} km, which is ${d} km more than ${q.name}|${q.name} stops ${d} km earlier than ${p.name}, whose tour has ${a} km|The way of ${q.name} is ${d} km shorter than the ${a} km of ${p.name}].`,
          );
          s.sub(`km of ${q.name}`, a, d);
          s.ask(
            `[How far does ${q.name} get, in km|How many km does ${q.name} ${how[1]}|What distance does ${q.name} cover, in km]?`,
          );
        },
        () => {
          s.say(
            `[${p.name} ${how[0]} ${a} km, ${d} times as far as ${q.name}|${a} km is the distance that ${p.name} does, ${d} times what ${q.name} manages|The tour of ${p.name} has ${a} km. That is ${d} times the length of ${q.name}'s tour].`,
          );
          s.div(`km of ${q.name}`, a, d);
          s.ask(
            `[How many km does ${q.name} ${how[1]}|How far does ${q.name} get, in km|What is the length of ${q.name}'s way, in km]?`,
          );
        },
      );
      return;
    }
    const a = s.num(`km of ${p.name}`, 12, 60);
    const k = s.num("factor", 2, 4);
    s.say(
      `[${p.name} ${how[0]} ${a} km and ${q.name} ${k} times as far|${a} km is what ${p.name} does on a day out. ${q.name} covers ${k} times that distance|${q.name} ${how[0]} ${k} times as far as ${p.name}, who does ${a} km].`,
    );
    const b = s.mul(`km of ${q.name}`, a, k);
    if (steps === 2 && s.random.chance(0.5)) {
      s.sub("km more", b, a);
      s.ask(
        `[How many km more does ${q.name} do|By how many km is ${q.name}'s way longer|How many km less does ${p.name} ${how[1]}]?`,
      );
      return;
    }
    const both = s.add("km of both", a, b);
    if (steps === 2) {
      s.ask(
        "[How many km do the two cover together|How far is that for both in all, in km|What is the sum of their distances, in km]?",
      );
      return;
    }
    const d = s.num("km of a third person", 10, 90);
    const r = s.person();
    s.say(
      `[${r.name} comes along and does ${d} km|A third person, ${r.name}, covers ${d} km|Then there is ${r.name}, with ${d} km].`,
    );
    if (s.random.chance(0.5)) {
      s.add("km in all", both, d);
      s.ask(
        "[How many km do the three of them do altogether|What is the sum of the three distances, in km|How many km are covered in all]?",
      );
    } else {
      s.sub("km more", both, d);
      s.ask(
        `[How many km more do ${p.name} and ${q.name} do together than ${r.name}|By how many km is ${r.name} behind what ${p.name} and ${q.name} do together|How many km must ${r.name} still do to reach what the other two have together]?`,
      );
    }
  }),
  template("trip-hike-days", [1, 2, 3, 4], (s, steps) => {
    const who = s.pick(
      s.person().name,
      "a hiker",
      "a scout group",
      "the mountain club",
      "a pilgrim",
      "our class",
      "a rider",
    );
    const [whole, a] =
      steps === 1 ? [0, 0] : [s.num("km in all", 60, 180), s.num("km on the first day", 9, 25)];
    const sight = s.pick(...sights);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const whole = s.num("km", 40, 180);
          const a = s.num("km on a day", 9, 25);
          s.say(
            `[${who} has a way of ${whole} km to the ${sight} and gets ${a} km far on the first day|The trail to the ${sight} is ${whole} km long. ${who} has done ${a} km of it|${a} of the ${whole} km to the ${sight} lie behind ${who}].`,
          );
          s.sub("km left", whole, a);
          s.ask(
            "[How many km are still ahead|How far is it still, in km|How many km of the trail are left]?",
          );
        },
        () => {
          const whole = s.num("km", 40, 180);
          const a = s.num("km on a day", 9, 25);
          s.say(
            `[After a first day of ${a} km, ${who} still has ${whole} km to go to the ${sight}|There are ${whole} km left to the ${sight}, and ${a} km are already done by ${who}|${who} has done ${a} km on the way to the ${sight} and has ${whole} km ahead].`,
          );
          s.add("km of the whole way", whole, a);
          s.ask(
            "[How long is the whole way, in km|How far was it from the start, in km|How many km does the whole trail have]?",
          );
        },
        () => {
          const d = s.num("days", 3, 12);
          const a = s.num("km on a day", 9, 25);
          s.say(
            `[On every one of ${d} days ${who} covers ${a} km|${who} is on foot for ${d} days and does ${a} km a day|A trail to the ${sight} is done by ${who} in ${d} days, with ${a} km each day].`,
          );
          s.mul("km in all", a, d);
          s.ask("[How many km is that|How long is the way, in km|What distance is covered in all, in km]?");
        },
      );
      return;
    }
    const b = s.num("km on the second day", 8, 28);
    s.say(
      `[The trail to the ${sight} has ${whole} km. ${who} does ${a} km on Friday and ${b} km on Saturday|On Friday ${who} hikes ${a} km and on Saturday ${b} km, on a trail of ${whole} km|Of a trail of ${whole} km, ${who} covers ${a} km on the first day and ${b} km on the second].`,
    );
    const left = s.sub("km left", whole, s.add("km in two days", a, b));
    if (steps === 2) {
      s.ask(
        "[How many km are left|How far is it to the end, in km|What part of the trail is still to be done, in km]?",
      );
      return;
    }
    const d = s.num("days that are left", 2, 4);
    s.say(
      `[The rest is spread equally over ${d} days|${d} more days are planned, each with the same distance|For what remains there are ${d} days of equal length].`,
    );
    const each = s.div("km a day", left, d);
    if (steps === 3) {
      s.ask(
        "[How many km a day is that|How far must they go on each of these days, in km|What is the distance for one of these days, in km]?",
      );
      return;
    }
    s.sub("km more than on the first day", each, a);
    s.ask(
      "[How many km longer is such a day than the first one|By how many km is each of these days longer than the first|Compared with the first day, how many km more is one of them]?",
    );
  }),
  template("trip-fuel-tank", [1, 2, 3], (s, steps) => {
    const v = s.pick("car", "van", "camper", "truck", "motorboat", "motorbike", "jeep", "tractor");
    const k = s.num("km a litre", 5, 20);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const l = s.num("litres", 6, 50);
          s.say(
            `[With one litre of fuel the ${v} goes ${k} km. There are ${l} litres in the tank|A ${v} has ${l} litres in its tank and drives ${k} km on each|The tank of the ${v} holds ${l} litres, and every litre is enough for ${k} km].`,
          );
          s.mul("km", l, k);
          s.ask(
            `[How far can the ${v} go, in km|For how many km is the fuel enough|How many km can one drive before the tank is empty]?`,
          );
        },
        () => {
          const km = s.multiple("km", k, 5, 40);
          s.say(
            `[The ${v} needs a litre of fuel for every ${k} km, and the trip has ${km} km|For a trip of ${km} km a ${v} is used that goes ${k} km with one litre|${km} km are to be driven by ${v}; a litre is used up every ${k} km].`,
          );
          s.div("litres", km, k);
          s.ask(
            "[How many litres does the trip take|How much fuel is used, in litres|What is the need of fuel, in litres]?",
          );
        },
        () => {
          const full = s.num("litres in a full tank", 40, 90);
          s.say(
            `[A full tank of the ${v} holds ${full} litres. The display shows that ${k} litres are in it|Only ${k} litres are left in a tank for ${full} litres|The tank of a ${v} takes ${full} litres but has just ${k} in it].`,
          );
          s.sub("litres missing", full, k);
          s.ask(
            "[How many litres can be filled in|How much must be added to fill the tank, in litres|How many litres are missing]?",
          );
        },
      );
      return;
    }
    const km = s.multiple("km of the trip", k, 5, 30);
    s.say(
      `[${s.person().name} drives ${km} km in a ${v} that goes ${k} km on a litre|A trip of ${km} km is made with a ${v}. one litre lasts for ${k} km|${k} km to the litre is what a ${v} does. It is used for a trip of ${km} km].`,
    );
    const used = s.div("litres used", km, k);
    oneWay(
      s,
      () => {
        const start = s.num("litres at first", 20, 70);
        s.say(
          `[There were ${start} litres in the tank at the start|It starts out with ${start} litres|At the start the tank holds ${start} litres].`,
        );
        const left = s.sub("litres left", start, used);
        if (steps === 2) {
          s.ask(
            "[How many litres are left in the end|How much fuel remains, in litres|What does the tank still hold, in litres]?",
          );
          return;
        }
        s.mul("km still possible", left, k);
        s.ask(
          `[How many km can the ${v} still go after that|How far does the rest of the fuel take it, in km|For how many more km is there fuel]?`,
        );
      },
      () => {
        const p = s.cash("price of a litre", 2, 4);
        s.say(
          `[A litre costs $${p}|At the pump they ask for $${p} a litre|The price of fuel is $${p} a litre].`,
        );
        const cost = s.mul("price of the fuel", used, p);
        if (steps === 2) {
          s.ask(
            "[What does the fuel cost|How many dollars are spent on fuel|How much must be paid for the fuel]?",
          );
          return;
        }
        const toll = s.cash("toll", 3, 30);
        s.say(
          `[There is also a toll of $${toll}|On top of it, $${toll} have to be paid for a tunnel|A bridge on the way costs $${toll} as well].`,
        );
        s.add("cost of the trip", cost, toll);
        s.ask(
          "[What does the trip cost in all|How much money is spent on the trip|How many dollars does the drive come to]?",
        );
      },
    );
  }),
  template("trip-towns-on-road", [1, 2, 3], (s, steps) => {
    const [a = "", b = "", c = ""] = s.random.pickSome(towns, 3);
    const x = s.num(`km from ${a} to ${b}`, 12, 90);
    const y = s.num(`km from ${b} to ${c}`, 12, 90);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          s.say(
            `[The road goes from ${a} through ${b} to ${c}. It is ${x} km to ${b} and from there ${y} km to ${c}|${b} lies between ${a} and ${c}, ${x} km from the first and ${y} km from the second|${c} is ${y} km behind ${b}, and ${b} is ${x} km behind ${a} on the same road].`,
          );
          s.add(`km from ${a} to ${c}`, x, y);
          s.ask(
            `[How far is it from ${a} to ${c}, in km|How many km is the road from ${a} to ${c}|What is the distance of ${a} and ${c}, in km]?`,
          );
        },
        () => {
          s.need(x.number > y.number);
          s.say(
            `[On the ${x} km from ${a} to ${c} one passes ${b}, which is ${y} km from ${c}|It is ${x} km from ${a} to ${c}. ${b} is on this road, ${y} km before ${c}|From ${a} to ${c} the road has ${x} km, and the last ${y} km of these begin in ${b}].`,
          );
          s.sub(`km from ${a} to ${b}`, x, y);
          s.ask(
            `[How far is ${b} from ${a}, in km|How many km are there between ${a} and ${b}|After how many km does one get from ${a} to ${b}]?`,
          );
        },
        () => {
          s.need(x.number > y.number);
          s.say(
            `[From ${a} one drives ${x} km to ${b} but only ${y} km to ${c}|${c} is ${y} km away from ${a}, and ${b} is ${x} km away|The way from ${a} to ${b} has ${x} km, and the one from ${a} to ${c} has ${y}].`,
          );
          s.sub("km more", x, y);
          s.ask(
            `[How many km further away is ${b} than ${c}|By how many km is ${c} closer|How many km does one save by going to ${c}]?`,
          );
        },
      );
      return;
    }
    s.say(
      `[A road leads from ${a} to ${b}, ${x} km away, and from there ${y} km on to ${c}|${s.person().name} drives ${x} km from ${a} to ${b} and then ${y} km to ${c}|Between ${a} and ${b} there are ${x} km of road, and ${y} km between ${b} and ${c}].`,
    );
    const all = s.add(`km from ${a} to ${c}`, x, y);
    oneWay(
      s,
      () => {
        if (steps === 3) {
          const n = s.num("trips in a month", 2, 5);
          s.say(
            `[A driver goes all the way there and back ${n} times a month|The whole way is driven ${n} times a month, always there and back|${n} times a month a truck goes there and comes back the same way].`,
          );
          s.mul("km in a month", s.mul("km there and back", all, 2), n);
          s.ask(
            "[How many km a month is that|How far does one drive in a month, in km|How many km come together in a month]?",
          );
          return;
        }
        s.mul("km there and back", all, 2);
        s.ask(
          `[How many km is it from ${a} to ${c} and back|How far is the whole way there and back to ${a}, in km|After going to ${c} and home to ${a}, how many km have been driven]?`,
        );
      },
      () => {
        const z = s.num("km of the new road", 10, 60);
        s.say(
          `[A new road goes directly from ${a} to ${c} and has ${z} km|By the new tunnel it is just ${z} km from ${a} to ${c}|Since a bridge was built, ${z} km are enough from ${a} to ${c}].`,
        );
        const saved = s.sub("km saved", all, z);
        if (steps === 2) {
          s.ask(
            "[How many km shorter is the new way|How many km does one save on the new way|By how many km is the old way longer]?",
          );
          return;
        }
        const n = s.num("trips", 3, 12);
        s.say(
          `[A mail van goes this way ${n} times a week|${n} times a week a bus goes there|A doctor makes this trip ${n} times a week].`,
        );
        s.mul("km saved in a week", saved, n);
        s.ask(
          "[How many km does that save in a week|How many km fewer are driven in a week on the new road|What is saved in a week, in km]?",
        );
      },
    );
  }),
];
