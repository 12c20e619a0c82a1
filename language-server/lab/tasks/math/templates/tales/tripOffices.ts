import { type Template, template } from "../../story.ts";
import { oneWay } from "./tripWords.ts";

/** Libraries, post offices, hospitals. */
export const tripOffices: readonly Template[] = [
  template("trip-library-loans", [1, 2, 3, 4], (s, steps) => {
    const b = s.pick(
      "books",
      "comics",
      "atlases",
      "audio books",
      "magazines",
      "films",
      "games",
      "picture books",
    );
    const lib = s.pick(
      "library",
      "book bus",
      "school library",
      "reading room",
      "village library",
      "library on the ship",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const out = s.num(`${b} lent`, 20, 150);
          const left = s.num(`${b} there`, 30, 400);
          s.say(
            `[With ${out} ${b} lent to readers, the ${lib} still has ${left}|${left} ${b} are on the shelves of a ${lib}, and ${out} are with readers|Readers have ${out} ${b} of the ${lib} at home; ${left} are in the house].`,
          );
          s.add(`${b} in all`, out, left);
          s.ask(
            `[How many ${b} does the ${lib} own|How many ${b} are there in all|What is the whole number of ${b}]?`,
          );
        },
        () => {
          const before = s.num(`${b} before`, 30, 200);
          const now = s.num(`${b} now`, 210, 400);
          s.say(
            `[A ${lib} had ${before} ${b} and now has ${now}, after a gift|Thanks to a gift the number of ${b} in the ${lib} went from ${before} to ${now}|Before a gift there were ${before} ${b} in a ${lib}; now there are ${now}].`,
          );
          s.sub(`${b} given`, now, before);
          s.ask(
            `[How many ${b} were given|How many ${b} did the gift bring|By how many ${b} did the ${lib} grow]?`,
          );
        },
        () => {
          const k = s.num("shelves", 4, 20);
          const all = s.multiple(b, k, 6, 40);
          s.say(
            `[All ${all} ${b} of a ${lib} are put on ${k} shelves, equally many on each|A ${lib} spreads ${all} ${b} evenly over ${k} shelves|On ${k} shelves with the same number on each, a ${lib} has ${all} ${b}].`,
          );
          s.div(`${b} on a shelf`, all, k);
          s.ask(
            `[How many ${b} are on each shelf|How many ${b} does one shelf hold|What is the number of ${b} on a shelf]?`,
          );
        },
      );
      return;
    }
    const a = s.num(`${b} at first`, 120, 600, 10);
    const out = s.num(`${b} lent`, 20, 100);
    s.say(
      `[A ${lib} has ${a} ${b}. On Monday readers take home ${out}|On Monday ${out} of the ${a} ${b} of a ${lib} are lent|From the ${a} ${b} in a ${lib}, readers borrow ${out} on Monday].`,
    );
    const left = s.sub(`${b} left`, a, out);
    if (steps === 2 && s.random.chance(0.4)) {
      const more = s.num(`${b} lent on Tuesday`, 20, 90);
      s.say(
        `[On Tuesday ${more} more are taken|Tuesday brings loans of another ${more}|Then ${more} others are borrowed the next day].`,
      );
      s.sub(`${b} left in the end`, left, more);
      s.ask(
        `[How many ${b} are left after that|How many ${b} are still there|What number of ${b} remains in the ${lib}]?`,
      );
      return;
    }
    const back = s.num(`${b} brought back`, 5, 60);
    s.need(back.number < out.number);
    s.say(
      `[On Tuesday ${back} of these come back|${back} of those are returned the next day|A day later readers bring back ${back}].`,
    );
    const now = s.add(`${b} there again`, left, back);
    if (steps === 2) {
      s.ask(
        `[How many ${b} does the ${lib} have then|How many ${b} are in the ${lib} on Tuesday|What number of ${b} is there after that]?`,
      );
      return;
    }
    if (s.random.chance(0.5) && steps === 3) {
      const buy = s.num(`new ${b}`, 5, 50);
      s.say(
        `[${buy} new ones are bought as well|A bookshop gives ${buy} new ones|There are also ${buy} new ones from the bookshop].`,
      );
      s.add(`${b} in the end`, now, buy);
      s.ask(
        `[How many ${b} can be borrowed then|How many ${b} are in the ${lib} in the end|What number of ${b} is that]?`,
      );
      return;
    }
    const r = s.num("rooms", 2, 5);
    s.say(
      `[Those that are there are put into ${r} rooms, equally many in each|All that are in the house are spread evenly over ${r} rooms|Equal numbers of all that are there now stand in ${r} rooms].`,
    );
    const each = s.div(`${b} in a room`, now, r);
    if (steps === 3) {
      s.ask(
        `[How many ${b} are in each room|How many ${b} are put into one room|What is the number of ${b} in a room]?`,
      );
      return;
    }
    const x = s.num(`${b} for children`, 10, 60);
    s.say(
      `[In the first room ${x} are for children|${x} of those in the first room are for children|${x} of those that stand in the first room are meant for children].`,
    );
    s.sub(`${b} for grown-ups`, each, x);
    s.ask(
      `[How many in the first room are not for children|How many ${b} in the first room are for grown-ups|What number in the first room is for adults]?`,
    );
  }),
  template("trip-post-office", [1, 2, 3], (s, steps) => {
    const w = s.pick("letters", "parcels", "packets", "newspapers", "postcards", "catalogs", "telegrams");
    const who = s.pick(
      s.person().name,
      "the mail carrier",
      "a postwoman",
      "the mail van",
      "the mail boat",
      "a bicycle courier",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const a = s.num(`${w} in the bag`, 60, 200);
          const d = s.num(`${w} delivered`, 12, 55);
          s.say(
            `[${who} starts with ${a} ${w} and has delivered ${d} by noon|Of ${a} ${w}, ${who} has brought ${d} to their houses|${d} out of ${a} ${w} have been handed over by ${who}].`,
          );
          s.sub(`${w} left`, a, d);
          s.ask(
            `[How many ${w} are left|How many ${w} are still to be delivered|What number of ${w} remains]?`,
          );
        },
        () => {
          const h = s.num("houses", 6, 40);
          const k = s.num(`${w} each`, 2, 6);
          s.say(
            `[${who} brings ${k} ${w} to each of ${h} houses|${h} houses get ${k} ${w} each from ${who}|At every one of ${h} houses ${who} leaves ${k} ${w}].`,
          );
          s.mul(w, h, k);
          s.ask(`[How many ${w} is that|How many ${w} did ${who} bring|What is the number of ${w}]?`);
        },
        () => {
          const k = s.num(`${w} a sack`, 6, 30);
          const all = s.multiple(w, k, 3, 20);
          s.say(
            `[${all} ${w} are put into sacks of ${k} for ${who}|A sack holds ${k} ${w}, and there are ${all} for ${who}|For ${who} the post office fills ${all} ${w} into sacks, ${k} in each].`,
          );
          s.div("sacks", all, k);
          s.ask("[How many sacks are filled|How many sacks does this take|What number of sacks is needed]?");
        },
      );
      return;
    }
    const a = s.num(`${w} for the town`, 30, 200);
    const c = s.num(`${w} for the villages`, 20, 150);
    s.say(
      `[In the morning ${a} ${w} come in for the town and ${c} for the villages|The post office has ${a} ${w} for the town. for the villages there are ${c}|${c} ${w} go to the villages and ${a} to the town].`,
    );
    const all = s.add(`${w} in all`, a, c);
    if (s.random.chance(0.5)) {
      const d = s.num(`${w} delivered`, 20, 120);
      s.say(
        `[By noon ${d} of all these have been delivered|${who} and the others have delivered ${d} of them|${d} of all these are at their goal by noon].`,
      );
      const left = s.sub(`${w} left`, all, d);
      if (steps === 2) {
        s.ask(`[How many ${w} are left|How many ${w} are still to be brought|What number of ${w} remains]?`);
        return;
      }
      const more = s.num(`${w} that come later`, 10, 80);
      s.say(`[A train brings ${more} more|At noon ${more} others arrive|Later ${more} more come in].`);
      s.add(`${w} in the end`, left, more);
      s.ask(
        `[How many ${w} are there to deliver then|How many ${w} lie at the post office after that|What is the number of ${w} then]?`,
      );
      return;
    }
    const n = s.num("carriers", 2, 8);
    s.say(
      `[${n} carriers share them equally|They are given to ${n} carriers in equal parts|Each of ${n} carriers takes the same number of them].`,
    );
    const each = s.div(`${w} for a carrier`, all, n);
    if (steps === 2) {
      s.ask(
        `[How many ${w} does each carrier take|How many ${w} are there for one carrier|What is a carrier's share of the ${w}]?`,
      );
      return;
    }
    const h = s.num(`${w} an hour`, 5, 20);
    s.say(
      `[A carrier delivers ${h} an hour|In an hour a carrier is rid of ${h}|${h} is what one carrier manages in an hour].`,
    );
    s.div("hours", each, h);
    s.ask(
      "[How many hours does a carrier work|After how many hours is a carrier done|How long does it take, in hours]?",
    );
  }),
  template("trip-hospital-beds", [1, 2, 3], (s, steps) => {
    const h = s.pick(
      "hospital",
      "clinic",
      "animal clinic",
      "children's ward",
      "rest home",
      "health resort",
      "eye clinic",
    );
    if (steps === 1) {
      oneWay(
        s,
        () => {
          const b = s.num("patients later", 5, 22);
          const a = s.num("patients at first", 25, 120);
          s.say(
            `[A ${h} had ${a} patients on Monday and has ${b} on Friday, and nobody new came|${b} of the ${a} patients of a ${h} are still there on Friday|On Monday there were ${a} patients in the ${h}. On Friday only ${b} of them are left].`,
          );
          s.sub("patients who went home", a, b);
          s.ask(
            "[How many patients went home|How many patients have left|What number of patients is well again]?",
          );
        },
        () => {
          const b = s.num("free beds", 3, 24);
          const a = s.num("patients at first", 25, 120);
          s.say(
            `[Each of the ${a} patients in a ${h} has a bed, and ${b} beds are free|The ${h} has ${b} free beds while ${a} patients are there|${a} patients lie in a ${h}. ${b} beds are empty].`,
          );
          s.add("beds", a, b);
          s.ask(
            `[How many beds does the ${h} have|How many beds are there in all|What is the number of beds]?`,
          );
        },
        () => {
          const k = s.num("patients for a nurse", 3, 9);
          const all = s.multiple("patients", k, 4, 20);
          s.say(
            `[A nurse cares for ${k} patients, and the ${h} has ${all}|In a ${h} with ${all} patients each nurse looks after ${k}|${all} patients of a ${h} are divided among the nurses, ${k} for each].`,
          );
          s.div("nurses", all, k);
          s.ask("[How many nurses are needed|How many nurses work there|What number of nurses is that]?");
        },
      );
      return;
    }
    const a = s.num("patients at first", 25, 120);
    const go = s.num("patients who go home", 4, 40);
    const come = s.num("new patients", 3, 40);
    const first = s.random.chance(0.5);
    s.say(
      first
        ? `[A ${h} with ${a} patients sends ${go} home and takes in ${come}|${go} of the ${a} patients in a ${h} go home, and ${come} new ones come|In a ${h} there were ${a} patients before ${go} of them left and ${come} others came].`
        : `[Last night ${come} patients came to a ${h} which had ${a}; this morning ${go} went home|A ${h} with ${a} patients takes in ${come} at night and lets ${go} go in the morning|To the ${a} patients of a ${h} come ${come} new ones; then ${go} leave].`,
    );
    const now = first
      ? s.add("patients now", s.sub("patients who stay", a, go), come)
      : s.sub("patients now", s.add("patients at night", a, come), go);
    if (steps === 2) {
      s.ask(
        `[How many patients are in the ${h} now|How many patients does the ${h} have then|What is the number of patients after that]?`,
      );
      return;
    }
    oneWay(
      s,
      () => {
        const beds = s.num("beds", 90, 200);
        s.say(
          `[There are ${beds} beds|The ${h} has ${beds} beds|In all its rooms together it has ${beds} beds].`,
        );
        s.sub("free beds", beds, now);
        s.ask(
          "[How many beds are free|How many more patients could be taken in|How many beds are empty now]?",
        );
      },
      () => {
        const pills = s.num("pills a day", 2, 6);
        s.say(
          `[Each patient gets ${pills} pills a day|Every day a patient takes ${pills} pills|The doctor orders ${pills} pills a day for every patient].`,
        );
        s.mul("pills for a day", now, pills);
        s.ask(
          "[How many pills are needed a day now|How many pills do they all take in a day|What number of pills is that for a day]?",
        );
      },
    );
  }),
];
