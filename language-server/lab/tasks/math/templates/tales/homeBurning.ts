import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Candles that burn down, and percentages of what is on the table. */
export const homeBurning: readonly Template[] = [
  told(
    "candle-burns",
    (s) => {
      const t = s.pick(
        "candle",
        "wax candle",
        "garden torch",
        "beeswax candle",
        "stick of incense",
        "birthday candle",
      );
      const m = s.num("millimeters an hour", 3, 15);
      s.say(
        `[A ${t} loses ${m} millimeters an hour while it burns|Every hour, a burning ${t} gets ${m} millimeters shorter|When it is lit, a ${t} burns down by ${m} millimeters an hour].`,
      );
      return { t, m };
    },
    {
      1: [
        (s, { t, m }) => {
          const h = s.num("hours", 3, 12);
          s.say(
            `[It has burned for ${h} hours|The ${t} is lit for ${h} hours|${h} hours go by before the flame is blown out].`,
          );
          s.mul("millimeters burned", h, m);
          s.ask(
            "[How many millimeters have burned away|By how many millimeters has it become shorter|How much shorter is it, in millimeters]?",
          );
        },
        (s, { t, m }) => {
          const l = s.multiple("length in millimeters", m, 4, 20);
          s.say(
            `[It is ${l} millimeters long|The ${t} has a length of ${l} millimeters|At the start, ${l} millimeters are measured].`,
          );
          s.div("hours", l, m);
          s.ask(
            "[How many hours does it burn|For how many hours will it give light|After how many hours is nothing left of it]?",
          );
        },
      ],
      2: [
        (s, { m, t }) => {
          const l = s.num("length in millimeters", 110, 250, 5);
          const h = s.num("hours", 2, 7);
          s.say(
            `[At six o'clock it was ${l} millimeters long, and it has burned for ${h} hours since|A ${t} of ${l} millimeters is lit for ${h} hours|After ${h} hours one measures it again; it had been ${l} millimeters long].`,
          );
          s.sub("millimeters left", l, s.mul("millimeters burned", h, m));
          s.ask(
            "[How long is it now, in millimeters|How many millimeters are left|What is its length then, in millimeters]?",
          );
        },
        (s, { m }) => {
          const l = s.num("length before", 90, 200);
          const e = s.num("length after", 20, 85);
          s.need((l.number - e.number) % m.number === 0);
          s.say(
            `[It was ${l} millimeters long before, and now it is ${e}|Of ${l} millimeters, ${e} are left|Only ${e} millimeters are left of a length of ${l}].`,
          );
          s.div("hours", s.sub("millimeters burned", l, e), m);
          s.ask(
            "[How many hours has it burned|For how many hours was it lit|How long did the flame burn, in hours]?",
          );
        },
      ],
      3: [
        (s, { m }) => {
          const l = s.num("length in millimeters", 150, 250, 5);
          const d = s.num("evenings", 2, 4);
          const h = s.num("hours an evening", 2, 3);
          s.say(
            `[On ${d} evenings it is lit for ${h} hours each; at first it was ${l} millimeters long|With a length of ${l} millimeters at first, it burns for ${h} hours on each of ${d} evenings|At ${l} millimeters it is new. Then come ${d} evenings, and on each it burns for ${h} hours].`,
          );
          s.sub("millimeters left", l, s.mul("millimeters burned", s.mul("hours", d, h), m));
          s.ask(
            "[How many millimeters are left|How long is it after that, in millimeters|What length remains, in millimeters]?",
          );
        },
      ],
    },
  ),
  told(
    "percent-snacks",
    (s) => {
      const who = s.person();
      const t = s.thing("food").many;
      const a = s.multiple(t, 20, 2, 12);
      s.say(
        `[${who.name} has made ${a} ${t} for the neighbors|${a} ${t} stand in ${who.name}'s kitchen|For a day with guests, ${who.name} has put ${a} ${t} on the counter].`,
      );
      return { who, t, a };
    },
    {
      1: [
        (s, { t, a }) => {
          const p = s.oneOf("percent", [10, 20, 25, 30, 40, 50, 60, 75, 80]);
          s.say(
            `[${p} percent of them are eaten|Children take ${p} percent of these|${p} percent go to the family next door].`,
          );
          s.percent(`${t} that go`, a, p);
          s.ask(`[How many ${t} is that|How many ${t} are those|How many of the ${t} are gone then]?`);
        },
      ],
      2: [
        (s, { t, a }) => {
          const p = s.oneOf("percent", [10, 20, 25, 30, 40, 60, 75, 80]);
          s.say(
            `[${p} percent of them are eaten|Children take ${p} percent of these|${p} percent go to the family next door].`,
          );
          s.sub(`${t} left`, a, s.percent(`${t} that go`, a, p));
          s.ask(`[How many ${t} are left|How many ${t} are still there|How many of the ${t} remain]?`);
        },
        (s, { t, a, who }) => {
          const p = s.oneOf("percent", [10, 20, 25, 30, 40, 60, 75]);
          const b = s.num(`${t} added`, 3, 25);
          s.say(
            `[${b} are bought as well, and ${who.name} packs these together with ${p} percent of the others|Into a basket go ${p} percent of them and ${b} from a shop|A basket is filled with ${p} percent of these and with ${b} that a friend made].`,
          );
          s.add(`${t} together`, s.percent(`part of the ${t}`, a, p), b);
          s.ask(
            `[How many ${t} are packed together|How many ${t} are in the basket or pack|How many ${t} does that make]?`,
          );
        },
      ],
      3: [
        (s, { t, a }) => {
          const p = s.oneOf("percent", [10, 20, 25, 40, 50, 60, 75]);
          const n = s.num("plates", 2, 6);
          s.need((a.number * (100 - p.number)) % (100 * n.number) === 0);
          s.say(
            `[${p} percent of them are frozen and the others are put on ${n} plates, the same number on each|After ${p} percent have been eaten, ${n} plates get equal parts of the rest|${n} plates are filled evenly with what is left when ${p} percent have been given away].`,
          );
          s.div(`${t} on a plate`, s.sub(`${t} left`, a, s.percent(`${t} that go`, a, p)), n);
          s.ask(
            `[How many ${t} are on each plate|How many ${t} does one plate hold|What is the number of ${t} per plate]?`,
          );
        },
      ],
    },
  ),
];
