import { type Template, template } from "../../story.ts";
import { scene, timesAs } from "./formsWorlds.ts";

/** Longer ways through the same things: several holders, days, needs and supplies. */
export const formsChainsMore: readonly Template[] = [
  template("fo-chain-supply", [1, 2, 3], (s, steps) => {
    const [t, place, eater, day] = s
      .pick(
        "bales of hay/a stable/horse/day",
        "cans of food/a cat shelter/cat/day",
        "liters of water/a camp/hiker/day",
        "sheets of paper/a school/pupil/week",
        "rolls/a hostel/guest/morning",
        "pounds of fish/a zoo/seal/day",
        "logs/a cabin/stove/night",
        "candles/an abbey/monk/week",
        "bananas/a jungle station/monkey/day",
        "tea bags/an office/worker/week",
        "pills/a clinic/patient/day",
        "oranges/a training camp/runner/day",
        "buckets of feed/a barn/cow/day",
      )
      .split("/") as [string, string, string, string];
    const [n, k] = [s.num(`${eater}s`, 3, 20), s.num(`${t} per ${eater} a ${day}`, 2, 8)];
    if (steps === 1) {
      s.say(
        `[In ${place} every ${eater} needs ${k} ${t} a ${day}, and there are ${n}.|${n} ${eater}s live in ${place}. Each uses ${k} ${t} a ${day}.|${place} has ${n} ${eater}s, with ${k} ${t} for each of them per ${day}.]`,
      );
      s.mul(`${t} a ${day}`, n, k);
      return s.ask(
        `[How many ${t} are used a ${day}|How many ${t} does one ${day} take|What is the need of a single ${day}, in ${t}]?`,
      );
    }
    const days = s.random.integer(2, 15);
    const use = n.number * k.number;
    const b = steps === 3 ? s.num(`more ${t}`, 5, 90) : undefined;
    const start = use * days - (b?.number ?? 0);
    s.need(start > 10 && start <= 900);
    const stock = s.oneOf(`${t} at first`, [start]);
    s.say(
      `[In ${place} there are ${stock} ${t} and ${n} ${eater}s. Every ${eater} needs ${k} ${t} a ${day}.|${place} with ${n} ${eater}s has ${stock} ${t}; per ${day}, each ${eater} uses ${k}.|${stock} ${t} are stored in ${place}, where each of ${n} ${eater}s uses ${k} a ${day}.]`,
    );
    if (b !== undefined)
      s.say(
        `[Before anything is used, ${b} more are delivered.|A gift adds ${b} to the supply on the first ${day}.|At once another ${b} are bought.]`,
      );
    const all = b === undefined ? stock : s.add(`${t} in all`, stock, b);
    s.div(`${day}s`, all, s.mul(`${t} a ${day}`, n, k));
    s.ask(
      `[For how many ${day}s is that enough|How many ${day}s does the supply last|After how many ${day}s is nothing left|How long does it last, in ${day}s]?`,
    );
  }),
  template("fo-chain-made-and-used", [2, 3, 4], (s, steps) => {
    const [place, t, make, use] = s
      .pick(
        "a henhouse/eggs/laid/eaten",
        "a bakery/loaves/baked/sold",
        "a mill/sacks of flour/ground/used",
        "a workshop/chairs/made/sold",
        "a village/buckets of water/filled/used",
        "a nursery/seedlings/raised/planted",
        "a dairy/cheeses/made/eaten",
        "a print shop/posters/printed/sold",
        "a quarry/stones/cut/taken away",
        "a laundry/shirts/washed/picked up",
        "a kitchen/pancakes/fried/eaten",
        "a post office/letters/received/delivered",
      )
      .split("/") as [string, string, string, string];
    const [a, b] = [s.num(`${t} ${make} a day`, 8, 60), s.num(`${t} ${use} a day`, 3, 50)];
    s.need(a.value > b.value);
    const n = s.num("days", 2, 14);
    s.say(
      `[In ${place}, ${a} ${t} are ${make} and ${b} are ${use} every day.|Day by day, ${b} ${t} are ${use} in ${place}, and ${a} new ones are ${make}.|${place} is a busy place: ${a} ${t} a day are ${make}, of which ${b} are ${use} at once.]`,
    );
    const x = s.mul(`${t} left in those days`, s.sub(`${t} left a day`, a, b), n);
    if (steps === 2)
      return s.ask(
        `[How many ${t} are left over in ${n} days|In ${n} days, by how many does the number of ${t} grow|How many ${t} will have been kept after ${n} days]?`,
      );
    const c = s.num(`${t} before`, 3, 80);
    s.say(
      `[At the beginning there were ${c} ${t} in store.|${c} ${t} were there before.|From earlier times, ${c} ${t} are left.]`,
    );
    const y = s.add(`${t} in store`, x, c);
    if (steps === 3)
      return s.ask(
        `[How many ${t} are in store ${n} days later|What is the number of ${t} in store after ${n} days|After ${n} days, how many ${t} are there in all]?`,
      );
    const d = s.num(`${t} wanted`, 5, 200);
    s.need(d.value < y.value);
    s.say(
      `[After ${n} days a buyer takes ${d}.|At the end of ${n} days ${d} are given away.|When ${n} days have passed, ${d} are lost.]`,
    );
    s.sub(`${t} left`, y, d);
    s.ask(`[How many ${t} are in store after that|How many ${t} remain|What number of ${t} is there then]?`);
  }),
  template("fo-chain-supposing", [1, 2, 3], (s, steps) => {
    const w = scene(s);
    const a = s.num(`${w.items} now`, 5, 120);
    const up = s.random.chance(0.5);
    s.say(`[At the moment there are ${a} ${w.items}.|We know of ${a} ${w.items}.|Think of ${a} ${w.items}.]`);
    if (steps === 1) {
      if (s.random.chance(0.5)) {
        const k = s.num("factor", 2, 6);
        s.mul(`${w.items} then`, a, k);
        return s.ask(
          `[If there were ${timesAs(k)}, how many ${w.items} would there be|How many ${w.items} would ${timesAs(k)} be|What would the number be if it became ${k} times as large]?`,
        );
      }
      const b = s.num("change", 3, 80);
      if (up) s.add(`${w.items} then`, a, b);
      else s.sub(`${w.items} then`, a, b);
      return s.ask(
        `[If there were ${b} ${up ? "more" : "fewer"}, how many ${w.items} would there be|How many ${w.items} would there be if ${b} ${up ? "came to them" : "went away"}|What would the number be, were it ${b} ${up ? "higher" : "lower"}]?`,
      );
    }
    const [k, b] = [s.num("factor", 2, 6), s.num("change", 3, 80)];
    const x = s.mul(`${k} times as many`, a, k);
    const y = up ? s.add(`${w.items} then`, x, b) : s.sub(`${w.items} then`, x, b);
    const first = `[Suppose the number becomes ${k} times as large and then ${up ? "grows" : "goes down"} by ${b}.|Let there be ${timesAs(k)}, and then ${b} ${up ? "more" : "fewer"}.|Imagine ${k} such lots of ${w.items}, ${up ? `and ${b} on top of that` : `from which ${b} are taken`}.]`;
    s.say(first);
    if (steps === 2)
      return s.ask(
        `[How many ${w.items} would that be|What number of ${w.items} would it be then|How many ${w.items} would there be in that case]?`,
      );
    s.need(y.value > a.value);
    s.sub(`more ${w.items} than now`, y, a);
    s.ask(
      `[How many more ${w.items} than now would that be|By how many ${w.items} would this be above the real number|How many ${w.items} would have to be added to the real number for that]?`,
    );
  }),
  template("fo-chain-time", [1, 2, 3, 4], (s, steps) => {
    const p = s.person();
    const [one, two, three] = s.random.pickSome(
      [
        "piano practice",
        "homework",
        "the way to school",
        "breakfast",
        "a bath",
        "a phone call",
        "a walk",
        "feeding the animals",
        "a game of chess",
        "tidying up",
        "reading",
        "weeding the garden",
        "a nap",
        "cooking",
      ],
      3,
    ) as [string, string, string];
    const [a, b] = [s.num(`minutes for ${one}`, 10, 90, 5), s.num(`difference in minutes`, 4, 40)];
    const up = s.random.chance(0.5);
    s.say(
      `[${one} takes ${p.name} ${a} minutes, and ${two} takes ${b} minutes ${up ? "longer" : "less"}.|For ${one}, ${p.name} needs ${a} minutes, ${b} ${up ? "fewer" : "more"} than for ${two}.|${p.name} spends ${a} minutes on ${one}. The time for ${two} is ${b} minutes ${up ? "longer" : "shorter"}.]`,
    );
    const x = up ? s.add(`minutes for ${two}`, a, b) : s.sub(`minutes for ${two}`, a, b);
    if (steps === 1)
      return s.ask(
        `[How many minutes does ${two} take|How long does ${two} take, in minutes|What time does ${p.name} need for ${two}, in minutes]?`,
      );
    const sum = s.add(`minutes for ${one} and ${two}`, a, x);
    if (steps === 2)
      return s.ask(
        `[How many minutes do ${one} and ${two} take together|How long does ${p.name} need for both, in minutes|What is the whole time in minutes]?`,
      );
    if (s.random.chance(0.5) && steps === 3) {
      const n = s.num("days", 2, 6);
      s.say(
        `[This is done on ${n} days.|It is the same on each of ${n} days.|On ${n} days in a row it is like that.]`,
      );
      s.mul("minutes in those days", sum, n);
      return s.ask(
        `[How many minutes is that in all those days|How much time do the two take on these days, in minutes|What is the whole time for the ${n} days in minutes]?`,
      );
    }
    const h = s.num("free minutes", 120, 300, 10);
    s.say(
      `[${p.name} has ${h} minutes in all, and the rest is for ${three}.|Of ${h} free minutes, what remains is used for ${three}.|All that is left of ${h} minutes goes to ${three}.]`,
    );
    const rest = s.sub(`minutes for ${three}`, h, sum);
    if (steps === 3)
      return s.ask(
        `[How many minutes are there for ${three}|How long can ${three} take, in minutes|What time is left for ${three}, in minutes]?`,
      );
    const m = s.num("minutes of delay", 3, 30);
    s.need(m.value < rest.value);
    s.say(
      `[But a visitor costs ${m} of these last minutes.|Of this last part, ${m} minutes are lost.|A delay makes this last part ${m} minutes shorter.]`,
    );
    s.sub(`minutes left for ${three}`, rest, m);
    s.ask(
      `[How many minutes are left for ${three}|How long can ${three} really take, in minutes|What time is there for ${three} in the end, in minutes]?`,
    );
  }),
];
