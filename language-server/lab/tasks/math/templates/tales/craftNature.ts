import { type Template, template } from "../../story.ts";

/** Birds, plants, small animals, stars. */
export const craftNature: readonly Template[] = [
  template("cw-bird-count", [1, 2, 3, 4], (s, steps) => {
    const [x, y] = s.random.pickSome(
      [
        "gulls",
        "herons",
        "swans",
        "ducks",
        "storks",
        "cranes",
        "terns",
        "pelicans",
        "cormorants",
        "lapwings",
      ],
      2,
    ) as [string, string];
    const place = s.pick("lake", "island", "marsh", "river bank", "bay", "reservoir");
    const a = s.num(`${x}`, 12, 200);
    const form = steps === 4 ? s.pick("sum", "half") : s.pick("part", "sum", "half");
    if (form === "part") {
      const all = s.num(`birds`, 205, 400);
      s.say(
        `[Biologists counted ${all} birds at a ${place}: ${a} ${x}, and the others were ${y}|At a ${place} there are ${all} birds. ${a} of them are ${x} and the rest ${y}|Only ${x} and ${y} live at a ${place}, ${all} birds in all, and ${a} of these are ${x}].`,
      );
      const b = s.sub(`${y}`, all, a);
      if (steps === 1) {
        s.ask(`[How many ${y} are there|How many of the birds are ${y}|What is the number of ${y}]?`);
        return;
      }
      if (steps === 2 && s.random.chance(0.5)) {
        const more = b.number > a.number;
        if (more) s.sub("difference", b, a);
        else s.sub("difference", a, b);
        const [u, v] = more ? [y, x] : [x, y];
        s.ask(
          `[How many more ${u} than ${v} are there|By how many do the ${u} outnumber the ${v}|How many fewer ${v} than ${u} did they see]?`,
        );
        return;
      }
      const c = s.num(`new ${y}`, 10, 60);
      s.say(
        `[Then ${c} more ${y} come flying in|${c} young ${y} hatch in spring|Later ${c} further ${y} arrive].`,
      );
      const e = s.add(`${y} after that`, b, c);
      if (steps === 2)
        s.ask(
          `[How many ${y} are there after that|How many ${y} is that then|What is the number of ${y} now]?`,
        );
      else {
        s.add("birds in the end", e, a);
        s.ask(
          "[How many birds of both kinds are there now|How many birds is that in the end|What is the total number of birds then]?",
        );
      }
      return;
    }
    if (form === "sum") {
      const d = s.num("difference", 5, 50);
      s.say(
        `[Biologists counted ${a} ${x} at a ${place} and ${d} more ${y} than ${x}|At a ${place} there are ${a} ${x}; of ${y} there are ${d} more|There are ${d} ${x} fewer than ${y} at a ${place}, namely ${a}].`,
      );
      const b = s.add(`${y}`, a, d);
      if (steps === 1)
        s.ask(`[How many ${y} are there|How many ${y} did they count|What is the number of ${y}]?`);
      else {
        const sum = s.add("birds", a, b);
        if (steps === 2)
          s.ask(
            `[How many ${x} and ${y} are there together|How many birds is that in all|What is the total number of these birds]?`,
          );
        else {
          const g = s.num("birds that left", 10, 90);
          s.say(
            `[In autumn ${g} of all these birds fly south|${g} of the birds leave when it gets cold|When a boat passes, ${g} birds fly away].`,
          );
          const l = s.sub("birds left", sum, g);
          if (steps === 4) {
            const n = s.num("birds back", 5, 60);
            s.say(`[After that ${n} come back|Then ${n} return|Later on ${n} others arrive].`);
            s.add("birds in the end", l, n);
          }
          s.ask(
            "[How many birds are there in the end|How many birds can be seen then|How many birds does that leave at the place]?",
          );
        }
      }
      return;
    }
    s.need(a.number % 2 === 0);
    s.say(
      `[There are ${a} ${x} at a ${place} and half as many ${y}|At a ${place} half as many ${y} as ${x} were counted; ${x} were seen ${a} times|${a} ${x} live at a ${place}. The number of ${y} is half of that].`,
    );
    const b = s.div(`${y}`, a, 2);
    if (steps === 1) {
      s.ask(`[How many ${y} are there|How many ${y} live at the ${place}|What is the number of ${y}]?`);
      return;
    }
    const sum = s.add("birds", a, b);
    if (steps === 2) {
      s.ask(
        `[How many birds of these two kinds are there|How many ${x} and ${y} is that altogether|What do both numbers come to]?`,
      );
      return;
    }
    const r = s.num("ringed birds", 5, 40);
    s.say(
      `[${r} of all these birds have a ring|${r} of the birds have been given a ring|Rings are worn by ${r} of these birds].`,
    );
    const w = s.sub("birds without a ring", sum, r);
    if (steps === 4) {
      const d = s.num("days", 2, 6);
      s.say(
        `[The others get theirs in ${d} days, equally many each day|In ${d} days all the others will get one, the same number every day|The work for the others is spread evenly over ${d} days].`,
      );
      s.div("birds a day", w, d);
      s.ask(
        "[How many birds get a ring each day|How many birds is that a day|How many rings are put on in one day]?",
      );
    } else
      s.ask(
        "[How many birds have no ring|How many of the birds are still without a ring|How many rings are missing]?",
      );
  }),
  template(
    "cw-plant-growth",
    [1, 2, 3, 4],
    (s, steps) => {
      const p = s.pick(
        "bean plant",
        "sunflower",
        "bamboo",
        "tomato plant",
        "vine",
        "corn stalk",
        "hop plant",
        "young poplar",
      );
      const k = s.num("centimeters a week", 3, 16);
      if (steps === 1) {
        const more = s.multiple("centimeters gained", k, 3, 15);
        s.say(
          `[A ${p} grows ${k} centimeters a week and has gained ${more} centimeters|Since a ${p} was planted it has gained ${more} centimeters, ${k} in each week|${more} centimeters have been added to a ${p}, which gains ${k} a week].`,
        );
        s.div("weeks", more, k);
        s.ask(
          "[How many weeks did that take|For how many weeks has it been growing|How many weeks is that]?",
        );
        return;
      }
      const a = s.num("centimeters at first", 5, 60);
      const n = s.num("weeks", 3, 12);
      s.say(
        `[A ${p} is ${a} centimeters tall and grows ${k} centimeters a week|Each week a ${p} grows ${k} centimeters. At the start it has ${a} centimeters|With ${k} centimeters a week, a ${p} of ${a} centimeters keeps growing].`,
      );
      const g = s.mul(`centimeters in ${n} weeks`, k, n);
      const h = s.add("height in centimeters", a, g);
      if (steps === 2) {
        s.ask(
          `[How tall is it after ${n} weeks, in centimeters|How many centimeters does it have ${n} weeks later|After ${n} weeks, what is its height in centimeters]?`,
        );
        return;
      }
      const q = s.num("centimeters of the other plant", 20, 200);
      s.say(
        `[Next to it stands another with ${q} centimeters, which does not grow anymore|Its neighbor stays at ${q} centimeters|The stick beside it is ${q} centimeters long].`,
      );
      if (steps === 3) {
        s.sub("difference", h, q);
        s.ask(
          `[By how many centimeters is it above that after ${n} weeks|How many centimeters taller is it after ${n} weeks|After ${n} weeks, how many centimeters higher does it reach]?`,
        );
      } else {
        const c = s.num("centimeters cut off", 5, 30);
        s.sub("difference in the end", s.sub("height after the cut", h, c), q);
        s.ask(
          `[After ${n} weeks ${c} centimeters are cut off. By how many centimeters is it still taller|If one then cuts off ${c} centimeters after ${n} weeks, how many centimeters is it above that|When ${n} weeks are over, ${c} centimeters are cut off. How many centimeters higher is it still]?`,
        );
      }
    },
    { noise: false },
  ),
  template("cw-ant-colony", [1, 2, 3], (s, steps) => {
    const an = s.pick(
      "ants",
      "snails",
      "tadpoles",
      "caterpillars",
      "beetles",
      "fruit flies",
      "fireflies",
      "shrimps",
      "mice",
    );
    const b = s.num("boxes", 3, 12);
    const k = s.num(`${an} in a box`, 6, 30);
    const form = s.pick("more", "fewer", "move");
    s.say(
      `[A biology room has ${b} glass boxes with ${k} ${an} in each|${k} ${an} live in each of ${b} glass boxes at a school|At the start of a study, ${b} boxes hold ${k} ${an} apiece].`,
    );
    const n = s.mul(`${an}`, b, k);
    if (steps === 1) {
      s.ask(
        `[How many ${an} are there|How many ${an} is that in all the boxes|What is the number of ${an}]?`,
      );
      return;
    }
    if (form === "move") {
      const c = s.num("boxes at the end", 2, 9);
      s.say(
        `[Later all of them are moved into ${c} new boxes, equally many to each|They are then spread evenly over ${c} larger boxes|All are put into ${c} other boxes, with equal numbers].`,
      );
      const e = s.div(`${an} in a new box`, n, c);
      if (steps === 3) {
        s.need(e.number > k.number);
        s.sub("difference", e, k);
        s.ask(
          `[How many more ${an} are in a new box than in an old one|By how many ${an} is a new box fuller|How many fewer ${an} were in an old box]?`,
        );
      } else
        s.ask(
          `[How many ${an} are in each of these|How many ${an} does one of these hold|How many ${an} is that per new box]?`,
        );
      return;
    }
    const d = s.num(form === "more" ? `young ${an}` : `${an} set free`, 10, 80);
    s.say(
      form === "more"
        ? `[${d} young ones are born|The number grows by ${d}|${d} are born in spring].`
        : `[${d} are set free|The number goes down by ${d}|${d} escape at night].`,
    );
    const m = form === "more" ? s.add(`${an} after that`, n, d) : s.sub(`${an} after that`, n, d);
    if (steps === 3) {
      const f = s.num("groups of pupils", 2, 6);
      s.say(
        `[${f} groups of pupils watch equal numbers of them|To count them, they are divided equally among ${f} groups of pupils|Each of ${f} groups of pupils studies the same number].`,
      );
      s.div(`${an} for a group`, m, f);
      s.ask(
        `[How many ${an} does each group have|How many ${an} is that for one group|What number of ${an} falls to a group]?`,
      );
    } else
      s.ask(
        `[How many ${an} are there now|How many ${an} does the room have after that|What is the number of ${an} then]?`,
      );
  }),
  template("cw-star-photos", [1, 2, 3], (s, steps) => {
    const o = s.pick("stars", "galaxies", "comets", "craters", "asteroids", "sun spots", "meteors");
    const form = s.pick("known", "nights", "split");
    if (form === "split") {
      const n = s.num("students", 4, 20);
      const all = s.multiple(`${o}`, n, 4, 25);
      s.say(
        `[${all} ${o} are to be checked by ${n} students, the same number by each|An observatory shares a list of ${all} ${o} equally among ${n} students|${n} students divide ${all} ${o} evenly among themselves, to check them].`,
      );
      const e = s.div(`${o} for a student`, all, n);
      if (steps === 1) {
        s.ask(
          `[How many ${o} does each of them check|How many ${o} is that for each student|What is the share of one student]?`,
        );
        return;
      }
      const t = s.num("minutes for each", 2, 12);
      s.say(`[It takes ${t} minutes to check one|Each takes ${t} minutes|For one, ${t} minutes are needed].`);
      const m = s.mul("minutes", e, t);
      if (steps === 3) {
        const d = s.num("minutes worked", 5, 60, 5);
        s.say(
          `[One student has already worked for ${d} minutes|After ${d} minutes a student takes a rest|A student began ${d} minutes ago].`,
        );
        s.sub("minutes left", m, d);
        s.ask(
          "[For how many more minutes must this student work|How many minutes of work are left for this student|How much longer does it take this student, in minutes]?",
        );
      } else
        s.ask(
          "[How many minutes does each student work|How long does each of them need, in minutes|How many minutes is that for one student]?",
        );
      return;
    }
    const k = s.num(`${o} in a photo`, 5, 30);
    const n = s.num("photos", 4, 20);
    s.say(
      `[A telescope took ${n} photos, and on each one can see ${k} ${o}|${k} ${o} can be seen on each of the ${n} photos of a telescope|On every photo of a telescope there are ${k} ${o}; ${n} photos were taken].`,
    );
    const all = s.mul(`${o}`, n, k);
    if (steps === 1) {
      s.ask(
        `[How many ${o} do the photos show|How many ${o} is that in all|What is the number of ${o} on all the photos]?`,
      );
      return;
    }
    if (form === "known") {
      const d = s.num(`known ${o}`, 10, 90);
      s.say(
        `[${d} of them were known before|Only ${d} of these are in the catalog|The catalog has ${d} of these].`,
      );
      const w = s.sub(`new ${o}`, all, d);
      if (steps === 3) {
        const p = s.num("mistakes", 2, 9);
        s.say(
          `[${p} of the new ones turn out to be dust|${p} of those that seemed new were mistakes|A check shows that ${p} of the new ones are not real].`,
        );
        s.sub(`real new ${o}`, w, p);
        s.ask(`[How many new ${o} remain|How many ${o} are really new|How many of the new ones are real]?`);
      } else s.ask(`[How many ${o} are new|How many ${o} were not known|How many have been discovered]?`);
      return;
    }
    const q = s.num(`${o} of the next night`, 20, 200);
    s.say(
      `[The next night brings ${q} more|In the night after that ${q} others are found|${q} others are found in the next night].`,
    );
    const sum = s.add(`${o} in all`, all, q);
    if (steps === 3) {
      const goal = s.num("goal", 200, 900, 50);
      s.say(`[The plan is to find ${goal}|The catalog shall have ${goal} of them|They want ${goal}].`);
      s.sub(`${o} missing`, goal, sum);
      s.ask(
        `[How many are still missing|How many ${o} must still be found|How many more ${o} do they want]?`,
      );
    } else
      s.ask(
        `[How many ${o} are found in both nights|How many ${o} is that after the next night|What is the sum of the two nights]?`,
      );
  }),
];
