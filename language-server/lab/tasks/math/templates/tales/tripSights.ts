import { type Template, template } from "../../story.ts";
import { museums, oneWay } from "./tripWords.ts";

/** Museums, zoos, fairs, aquariums and queues. */
export const tripSights: readonly Template[] = [
  template("trip-museum-groups", [1, 2, 3, 4], (s, steps) => {
    const m = s.pick(...museums);
    const k = s.num("people in a group", 6, 20);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const all = s.multiple("people", k, 3, 20);
          s.say(
            `[${all} people want a tour of the ${m}, and a guide takes ${k} at a time|A guide of the ${m} leads ${k} people. ${all} have signed up|The ${m} divides ${all} people into tours of ${k}].`,
          );
          s.div("groups", all, k);
          s.ask(
            "[How many groups does that make|How many tours are needed|Into how many groups are they divided]?",
          );
        },
        () => {
          const g = s.num("groups", 3, 15);
          s.say(
            `[${g} groups of ${k} people walk through the ${m}|The ${m} has let in ${g} groups with ${k} people each|In the ${m} there are ${g} guides, each with ${k} people].`,
          );
          s.mul("people", g, k);
          s.ask(
            "[How many people are on a tour|How many people are in these groups|What is the number of people in the groups]?",
          );
        },
        () => {
          const late = s.num("people who are late", 2, 5);
          s.say(
            `[A tour of the ${m} starts with ${k} people. later ${late} more join|${late} people who were late join a group of ${k} in the ${m}|With ${k} people a guide sets out through the ${m}, and ${late} catch up with them].`,
          );
          s.add("people in the end", k, late);
          s.ask(
            "[How many people are in the group then|How large is the group in the end|What number of people does the guide lead now]?",
          );
        },
      );
      return;
    }
    const g = s.num("groups", 3, 12);
    s.say(
      `[The ${m} has ${g} tours today, each with ${k} people|${k} people are on every tour of the ${m}, and ${g} tours are led today|Today ${g} guides lead a group of ${k} people each through the ${m}].`,
    );
    const p = s.mul("people on tours", g, k);
    if (steps === 4 || s.random.chance(0.5)) {
      const o = s.num("people without a guide", 15, 150);
      s.say(
        `[${o} other people come without a guide|Another ${o} walk through on their own|There are also ${o} people who look around alone].`,
      );
      const all = s.add("people in all", p, o);
      if (steps === 2) {
        s.ask(
          "[How many people are in the museum today|How many people come in all|What is the total number of people]?",
        );
        return;
      }
      const t = s.cash("price", 2, 4);
      s.say(
        `[All pay $${t} to get in|The ticket is $${t} for everyone|Every person is charged $${t} at the door].`,
      );
      const money = s.mul("money taken", all, t);
      if (steps === 3) {
        s.ask("[How much money is taken|What do they pay altogether|How many dollars come in today]?");
        return;
      }
      const c = s.cash("cost of a day", 40, 300, 10);
      s.say(
        `[Guards and light cost $${c} a day|A day costs the museum $${c}|To keep it open for a day costs $${c}].`,
      );
      s.sub("money left", money, c);
      s.ask(
        "[How much of it is left|How many dollars remain after the costs|What is left of the day's money]?",
      );
      return;
    }
    const kids = s.num("children", 10, 90);
    s.say(
      `[${kids} of them are children|Among these are ${kids} children|The number of children in the groups is ${kids}].`,
    );
    const adults = s.sub("grown-ups", p, kids);
    if (steps === 2) {
      s.ask(
        "[How many grown-ups are on the tours|How many of these people are not children|What is the number of adults]?",
      );
      return;
    }
    const t = s.cash("price for adults", 3, 12);
    s.say(
      `[Children go free, and grown-ups pay $${t}|A grown-up pays $${t} and a child nothing|The ticket is $${t}, but only for grown-ups].`,
    );
    s.mul("money taken", adults, t);
    s.ask("[How much is paid by all|How many dollars does the museum get|What do the tours bring]?");
  }),
  template("trip-zoo-animals", [1, 2, 3, 4], (s, steps) => {
    const [a, b] = s.random.pickSome(
      "penguins,flamingos,monkeys,parrots,tortoises,seals,antelopes,zebras,meerkats,owls,pelicans,lemurs,lizards,otters".split(
        ",",
      ),
      2,
    );
    const n = s.num(`${a} in the zoo`, 8, 60);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const k = s.num("factor", 2, 5);
          s.say(
            `[A zoo has ${n} ${a} and ${k} times as many ${b}|There are ${k} times as many ${b} as ${a} in a zoo with ${n} ${a}|${n} ${a} live in a zoo; of ${b} there are ${k} times as many].`,
          );
          s.mul(`${b} in the zoo`, n, k);
          s.ask(`[How many ${b} does the zoo have|How many ${b} live there|What is the number of ${b}]?`);
        },
        () => {
          const d = s.num("difference", 2, 7);
          s.say(
            `[A zoo has ${n} ${a} and ${d} fewer ${b}|There are ${d} more ${a} than ${b} in a zoo with ${n} ${a}|${n} ${a} live in a zoo, which is ${d} more than the number of ${b}].`,
          );
          s.sub(`${b} in the zoo`, n, d);
          s.ask(`[How many ${b} does the zoo have|How many ${b} live there|What is the number of ${b}]?`);
        },
        () => {
          const y = s.num("young ones", 2, 20);
          s.say(
            `[In spring ${y} young ${a} are born in a zoo which had ${n} before|A zoo with ${n} ${a} gets ${y} more from another town|${n} ${a} live in a zoo when ${y} new ones arrive by truck].`,
          );
          s.add(`${a} in the end`, n, y);
          s.ask(
            `[How many ${a} does the zoo have now|How many ${a} are there then|What is the number of ${a} after that]?`,
          );
        },
      );
      return;
    }
    const v = s.pick(
      "kg of fish",
      "kg of fruit",
      "kg of hay",
      "kg of pellets",
      "buckets of feed",
      "cups of grain",
    );
    if (s.random.chance(0.5)) {
      const k = s.num("amount for one a day", 2, 6);
      const m = s.num(`${b} in the zoo`, 5, 40);
      s.say(
        `[The ${n} ${a} and ${m} ${b} of a zoo eat ${k} ${v} a day each|A zoo feeds ${n} ${a} and ${m} ${b}, and every animal gets ${k} ${v} a day|Every day ${k} ${v} are given to each of the ${n} ${a} and the ${m} ${b} in a zoo].`,
      );
      const day = s.mul(`${v} a day`, s.add("animals", n, m), k);
      if (steps === 2) {
        s.ask(
          `[How many ${v} does the zoo need a day|How many ${v} do they eat in a day|What is the daily need in ${v}]?`,
        );
        return;
      }
      const have = s.num(`${v} there`, 200, 900, 10);
      if (steps === 3) {
        s.say(
          `[In the morning there were ${have} ${v}|The store holds ${have} ${v}|At dawn the keeper counts ${have} ${v}].`,
        );
        s.sub(`${v} left`, have, day);
        s.ask(
          `[How many ${v} are left after a day|How many ${v} remain for the next days|What is left of it in the evening, in ${v}]?`,
        );
        return;
      }
      const d = s.num("days", 2, 5);
      s.say(
        `[A truck brings ${have} ${v}, which is to last for ${d} days|For ${d} days there are ${have} ${v}|The keeper has ${have} ${v} and must get through ${d} days with them].`,
      );
      s.sub(`${v} left`, have, s.mul(`${v} for these days`, day, d));
      s.ask(
        `[How many ${v} are left after that time|How many ${v} are more than they need|How many ${v} remain in the end]?`,
      );
      return;
    }
    const two = s.num(`cages`, 2, 8);
    const go = s.num("animals given away", 2, 20);
    s.say(
      `[Of ${n} ${a} in a zoo, ${go} are given to another zoo. The others live in ${two} houses of equal size|${go} of the ${n} ${a} in a zoo move away, and those that stay are divided equally among ${two} houses|A zoo with ${n} ${a} sends off ${go} and puts the same number of the others into each of ${two} houses].`,
    );
    const each = s.div(`${a} in a house`, s.sub(`${a} that stay`, n, go), two);
    if (steps === 2) {
      s.ask(
        `[How many ${a} are in each house|How many ${a} live in one house|What is the number of ${a} in a house]?`,
      );
      return;
    }
    const m = s.num(`${b} in the zoo`, 5, 40);
    s.say(
      `[Each house also has ${m} ${b}|${m} ${b} live in every one of the houses as well|In the same way ${m} ${b} are put into each house].`,
    );
    const all = s.add("animals in a house", each, m);
    if (steps === 3) {
      s.ask(
        "[How many animals are in each house|How many animals live in one house|What is the number of animals in a house]?",
      );
      return;
    }
    const k = s.num("amount for one a day", 2, 6);
    s.say(
      `[Every animal gets ${k} ${v} a day|An animal eats ${k} ${v} a day|The keeper gives each animal ${k} ${v} a day].`,
    );
    s.mul(`${v} for a house`, all, k);
    s.ask(
      `[How many ${v} does one house need a day|How many ${v} must be brought to each house in a day|What is eaten in one house a day, in ${v}]?`,
    );
  }),
  template("trip-queue", [1, 2, 3], (s, steps) => {
    const at = s.pick(
      "roller coaster",
      "ticket office",
      "ice cream van",
      "ferris wheel",
      "ghost train",
      "passport desk",
      "cloakroom",
      "viewing platform",
      "castle gate",
    );
    const n = s.num("people in the queue", 20, 120);
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const who = s.person();
          const f = s.num("people in front", 4, 19);
          s.say(
            `[${n} people stand in a queue for the ${at}, ${f} of them in front of ${who.name} and the others behind|In front of ${who.name}, ${f} people wait at the ${at}; the queue without ${who.him} has ${n} people|At the ${at} ${who.name} joins ${n} others. ${f} of them are ahead of ${who.him}, the rest come after].`,
          );
          s.sub("people behind", n, f);
          s.ask(
            `[How many people stand behind ${who.name}|How many come after ${who.name}|What number of people is behind ${who.him}]?`,
          );
        },
        () => {
          const j = s.num("people who join", 3, 50);
          s.say(
            `[${n} people wait at the ${at} when a class of ${j} joins the line|A tour group makes the line at the ${at} longer by ${j}. before there were ${n}|At the ${at} there are ${n} in line, and ${j} more come].`,
          );
          s.add("people in the end", n, j);
          s.ask(
            "[How many people are in line now|How long is the queue then, in people|What is the number of people who wait]?",
          );
        },
      );
      return;
    }
    const r = s.num("people for a ride", 4, 20);
    const t = s.num("rounds", 2, 6);
    s.say(
      `[The ${at} lets in ${r} people at a time, and ${n} are in line|${n} people wait at the ${at}, where ${r} may enter at a time|Always ${r} people together may enter at the ${at}. The line has ${n}]. [This has happened ${t} times by now|The gate has been opened ${t} times|The guard has let people in ${t} times].`,
    );
    const left = s.sub("people left", n, s.mul("people let in", r, t));
    if (steps === 2) {
      s.ask(
        "[How many of them still wait|How many people are left in line|What number of people has not been let in]?",
      );
      return;
    }
    oneWay(
      s,
      () => {
        const j = s.num("people who join", 4, 50);
        s.say(
          `[Meanwhile ${j} people joined the line|At the end of the line ${j} others have come|By then ${j} more have lined up].`,
        );
        s.add("people in line now", left, j);
        s.ask(
          "[How many people are in line now|How long is the line now, in people|What is the number of people who wait]?",
        );
      },
      () => {
        const j = s.num("people who give up", 2, 15);
        s.say(
          `[Meanwhile ${j} gave up and walked away|${j} of those waiting lose patience and go|It is too long for ${j} others, who leave the line].`,
        );
        s.sub("people in line now", left, j);
        s.ask(
          "[How many people are in line now|How long is the line now, in people|What is the number of people who wait]?",
        );
      },
    );
  }),
  template("trip-tickets-by-age", [3, 4], (s, steps) => {
    const at = s.pick(
      "the aquarium",
      "the water park",
      "the castle",
      "the zoo",
      "the steam railway",
      "the cave",
      "the tower",
      "the fun park",
    );
    const a = s.cash("price for grown-ups", 6, 25);
    const c = s.cash("price for children", 2, 12);
    s.need(a.number > c.number);
    const n = s.num("grown-ups", 2, 9);
    const m = s.num("children", 2, 24);
    const group = s.pick(
      "A family club",
      "A choir",
      "A village",
      "A soccer team",
      "A neighborhood",
      "A chess club",
      "A scout group",
    );
    s.say(
      `[In ${at} a grown-up pays $${a}|Grown-ups pay $${a} in ${at}|A ticket to ${at} costs $${a} for a grown-up]`,
    );
    s.say(
      `[and a child $${c}|while children pay $${c}|, and for a child it is $${c}]. ${group} [comes with ${n} grown-ups and ${m} children|of ${m} children and ${n} grown-ups goes there].`,
    );
    const sum = s.add(
      "price for all",
      s.mul("price for the grown-ups", n, a),
      s.mul("price for the children", m, c),
    );
    if (steps === 3) {
      s.ask("[How much do they pay in all|What do all the tickets cost|How many dollars is that together]?");
      return;
    }
    const g = s.cash("group ticket", 50, 250, 5);
    s.say(
      `[A group ticket for all of them costs $${g}|They could also take a group ticket for $${g}|For $${g} they can get one group ticket instead].`,
    );
    s.sub("dollars saved", sum, g);
    s.ask(
      "[How much does the group ticket save|How many dollars less is the group ticket|By how much is the group ticket cheaper]?",
    );
  }),
];
