import { type Template, template } from "../../story.ts";
import { divider, holders, stuff, timesAs } from "./formsWorlds.ts";

/** Longer ways through the same things: several holders, days, needs and supplies. */
export const formsChains: readonly Template[] = [
  template("fo-chain-both-change", [2, 3, 4], (s, steps) => {
    const [p, q, r] = holders(s, 3);
    const t = stuff(s).many;
    const [a, b, c] = [
      s.num(`${t} of ${p.name}`, 10, 150),
      s.num(`more ${t} of ${p.name}`, 3, 70),
      s.num(`${t} of ${q.name}`, 10, 200),
    ];
    s.say(
      `[${p.name} has ${a} ${t}, and ${q.name} has ${c}. Then ${p.name} gets ${b} more.|${q.name} has ${c} ${t}. ${p.name}, with only ${a} at first, is given another ${b}.|To ${p.name}'s ${a} ${t} another ${b} are added, while ${q.name} stays with ${c}.|${p.name}, who had ${a} ${t}, has just received ${b} more. The number of ${t} of ${q.name} is ${c}.]`,
    );
    const x = s.add(`${t} of ${p.name} then`, a, b);
    let y = c;
    if (steps > 2) {
      const d = s.num(`fewer ${t} of ${q.name}`, 2, 60);
      s.say(
        `[${q.name} loses ${d} later.|Later ${d} of ${q.name}'s are gone.|Then ${q.name} gives ${d} to ${r.name === q.name ? "a stranger" : r.name}.]`,
      );
      y = s.sub(`${t} of ${q.name} then`, c, d);
    }
    if (steps === 4) {
      const all = s.add(`${t} of both`, x, y);
      const n = divider(s, "bags", all, 2, 9);
      s.say(
        `[What the two have then is put into ${n} bags, equally many in each.|All that ${p.name} and ${q.name} have now goes into ${n} equal bags.|Together their ${t} fill ${n} bags of the same size.]`,
      );
      s.div(`${t} in a bag`, all, n);
      return s.ask(
        `[How many ${t} are in a bag|How many ${t} does each bag hold|What is the number of ${t} per bag]?`,
      );
    }
    if (s.random.chance(0.5)) {
      s.add(`${t} of both`, x, y);
      return s.ask(
        `[How many ${t} do ${p.name} and ${q.name} have together now|What is the total of ${p.name} and ${q.name} then, in ${t}|How many ${t} does this make for the two of them]?`,
      );
    }
    s.need(x.value !== y.value);
    const up = x.value > y.value;
    if (up) s.sub("difference", x, y);
    else s.sub("difference", y, x);
    const [m, l] = up ? [p, q] : [q, p];
    s.ask(
      `[How many more ${t} does ${m.name} have now than ${l.name}|By how many ${t} does ${m.name} then beat ${l.name}|How many ${t} is ${l.name} behind ${m.name} in the end]?`,
    );
  }),
  template("fo-chain-days", [2, 3, 4], (s, steps) => {
    const [what, verb] = s
      .pick(
        "visitors/came to a castle",
        "loaves/were sold in a shop",
        "calls/reached an office",
        "cars/crossed a bridge",
        "letters/were delivered in a village",
        "swimmers/used a pool",
        "fish/were caught in a bay",
        "meals/were served in an inn",
        "tickets/were sold at a cinema",
        "bricks/were laid on a wall",
        "apples/fell off a tree",
        "patients/saw a doctor",
        "boats/passed a lock",
        "pages/were printed in an office",
      )
      .split("/") as [string, string];
    const [d, e, f] = s
      .pick(
        "Monday,Tuesday,Wednesday",
        "Friday,Saturday,Sunday",
        "the first day,the second day,the third day",
      )
      .split(",") as [string, string, string];
    const a = s.num(`${what} on the first day`, 8, 100);
    const b = s.num("difference", 3, 60);
    const up = s.random.chance(0.5);
    s.say(
      `[On ${d} ${a} ${what} ${verb}. On ${e} it was ${b} ${up ? "more" : "fewer"}.|${a} ${what} ${verb} on ${d}, ${b} ${up ? "fewer" : "more"} than on ${e}.|Compared with ${e}, ${d} had ${b} ${up ? "fewer" : "more"} ${what}: ${a} ${verb} on ${d}.]`,
    );
    const x = up ? s.add(`${what} on the second day`, a, b) : s.sub(`${what} on the second day`, a, b);
    if (steps === 2) {
      s.add(`${what} on both days`, a, x);
      return s.ask(
        `[How many ${what} is that for both days|What is the total number of ${what} on ${d} and ${e}|How many ${what} do ${d} and ${e} have together]?`,
      );
    }
    const k = s.num("factor", 2, 4);
    s.say(
      `[On ${f} there were ${timesAs(k)} ${what} as on ${e}.|${f} had ${timesAs(k)} as ${e}.|The number for ${f} was ${k} times that for ${e}.]`,
    );
    const y = s.mul(`${what} on the third day`, x, k);
    if (steps === 3) {
      if (s.random.chance(0.6)) {
        s.total(`${what} on all days`, a, x, y);
        return s.ask(
          `[How many ${what} is that for the three days|What is the total number of ${what}|How many ${what} are that altogether]?`,
        );
      }
      s.need(y.value > a.value);
      s.sub("difference", y, a);
      return s.ask(
        `[How many more ${what} were there on ${f} than on ${d}|By how many ${what} was ${f} ahead of ${d}|How many fewer ${what} did ${d} have than ${f}]?`,
      );
    }
    const all = s.total(`${what} on all days`, a, x, y);
    s.need(all.number % 3 === 0);
    s.div(`${what} a day on average`, all, 3);
    s.ask(
      `[What is the average number of ${what} per day|How many ${what} is that a day on average|If all three days had been alike, with the same total, how many ${what} would each have had]?`,
    );
  }),
  template("fo-chain-share-then-own", [2, 3, 4], (s, steps) => {
    const p = s.person();
    const t = s.thing(s.pick("small", "toy", "fruit", "food", "school")).many;
    const [n, each] = [s.num("people", 2, 9), s.random.integer(4, 40)];
    const all = s.oneOf(`${t} in all`, [n.number * each]);
    const c = s.num(`${p.name}'s own ${t}`, 3, 50);
    const up = s.random.chance(0.5);
    s.say(
      up
        ? `[${all} ${t} are shared equally by ${n} people, one of whom is ${p.name}. Before, ${p.name} had ${c}.|${p.name}, who has ${c} ${t} already, takes one of ${n} equal parts of another ${all}.|Together with others, ${p.name} is one of ${n} who split ${all} ${t} evenly. ${p.name} adds ${c} ${t} from home.]`
        : `[${all} ${t} are shared equally by ${n} people, one of whom is ${p.name}. Of this part, ${p.name} gives away ${c}.|${p.name} takes one of ${n} equal parts of ${all} ${t} and loses ${c}.|Together with others, ${p.name} is one of ${n} who split ${all} ${t} evenly. Afterwards ${p.name} parts with ${c} of these.]`,
    );
    const x = s.div(`${t} for each`, all, n);
    const y = up ? s.add(`${t} of ${p.name}`, x, c) : s.sub(`${t} of ${p.name}`, x, c);
    if (steps === 2)
      return s.ask(
        `[How many ${t} does ${p.name} have then|What is the number of ${t} of ${p.name} after that|How many ${t} does this leave ${p.name} with]?`,
      );
    const q = s.person();
    const k = s.num("factor", 2, 5);
    s.say(
      `[${q.name} has ${timesAs(k)} ${t} as ${p.name} has then.|After that ${q.name} can show ${timesAs(k)} as ${p.name}.|At this point, the number of ${q.name}'s ${t} is ${k} times that of ${p.name}'s.]`,
    );
    const z = s.mul(`${t} of ${q.name}`, y, k);
    if (steps === 3)
      return s.ask(
        `[How many ${t} does ${q.name} have|What is ${q.name}'s number of ${t}|How many ${t} belong to ${q.name}]?`,
      );
    s.add(`${t} of both`, y, z);
    s.ask(
      `[How many ${t} do ${p.name} and ${q.name} have together|What is the total for the two, in ${t}|How many ${t} is that for both of them]?`,
    );
  }),
  template("fo-chain-share-twice", [2, 3], (s, steps) => {
    const t = s.thing(s.pick("small", "toy", "fruit", "food", "school", "goods")).many;
    const [big, small] = s
      .pick(
        "schools/classes",
        "teams/players",
        "tables/guests",
        "streets/families",
        "groups/children",
        "rooms/shelves",
        "trucks/crates",
        "camps/tents",
        "clubs/members",
        "floors/offices",
      )
      .split("/") as [string, string];
    const [n, m, each] = [s.num(big, 2, 8), s.num(small, 2, 8), s.random.integer(2, 12)];
    const extra = steps === 3 ? s.num(`${t} kept back`, 2, 40) : undefined;
    const all = s.oneOf(`${t} in all`, [n.number * m.number * each + (extra?.number ?? 0)]);
    if (extra !== undefined)
      s.say(
        `[There are ${all} ${t}, and ${extra} of them are kept back.|Of ${all} ${t}, ${extra} are kept back.|After ${extra} of ${all} ${t} have been kept back, the others are given out.]`,
      );
    else
      s.say(
        `[There are ${all} ${t} to be given out.|${all} ${t} are given out.|The number of ${t} to be given out is ${all}.]`,
      );
    s.say(
      `[They go to ${n} ${big} in equal parts, and in each part ${m} ${small} share equally.|Each of ${n} ${big} gets the same number, which is divided evenly among ${m} ${small}.|First ${n} ${big} share them evenly. Then every one of these makes equal parts for its ${m} ${small}.]`,
    );
    const rest = extra === undefined ? all : s.sub(`${t} given out`, all, extra);
    s.div(`${t} per part`, s.div(`${t} for each of the ${big}`, rest, n), m);
    s.ask(
      `[How many ${t} does each of the ${small} get|How many ${t} come to one of the ${small}|What is the number of ${t} for each one of the ${small}]?`,
    );
  }),
  template("fo-chain-handed-out", [2, 3, 4], (s, steps) => {
    const p = s.person();
    const t = s.thing(s.pick("small", "toy", "fruit", "food", "school")).many;
    const who = s.pick(
      "children",
      "neighbors",
      "friends",
      "guests",
      "pupils",
      "cousins",
      "players",
      "sailors",
      "singers",
      "visitors",
    );
    const [n, k, left] = [s.num(who, 3, 15), s.num(`${t} for each`, 2, 15), s.num(`${t} left`, 2, 60)];
    s.say(
      `[${p.name} gave ${k} ${t} to each of ${n} ${who} and had ${left} left.|After each of ${n} ${who} had received ${k} ${t} from ${p.name}, there were ${left} over.|${n} ${who} took ${k} ${t} each, which left ${p.name} with ${left}.|${left} ${t} remained when ${p.name} had handed ${k} to every one of ${n} ${who}.]`,
    );
    const all = s.add(`${t} at first`, s.mul(`${t} handed out`, n, k), left);
    if (steps === 2)
      return s.ask(
        `[How many ${t} did ${p.name} have at first|With how many ${t} did ${p.name} begin|What was the number of ${t} before they were handed out]?`,
      );
    const b = s.num(`${t} from a shop`, 3, 80);
    s.say(
      `[Of those at the beginning, ${b} came from a shop and all the others were a present.|${b} of the ${t} had been bought; ${p.name} had made the rest at home.|Before, ${p.name} had added ${b} to an older supply.]`,
    );
    const old = s.sub(`other ${t}`, all, b);
    if (steps === 4) {
      const d = divider(s, "boxes", old, 2, 9);
      s.say(
        `[These others had been in ${d} boxes, the same number in each.|The remaining part of the first supply had filled ${d} equal boxes.|${d} equal boxes had been needed for the rest.]`,
      );
      s.div(`${t} in a box`, old, d);
      return s.ask(
        `[How many ${t} had been in one box|How many ${t} had each box held|What number of ${t} had every box contained]?`,
      );
    }
    s.ask(
      `[How many of the ${t} did not belong to those ${b}|How many ${t} were there without these ${b}|How many other ${t} had there been]?`,
    );
  }),
  template("fo-chain-need", [1, 2, 3, 4], (s, steps) => {
    const p = s.person();
    const [t, goal] = s
      .pick(
        "chairs/a party",
        "eggs/a huge cake",
        "signatures/a petition",
        "beads/a curtain",
        "points/the next level",
        "bricks/a wall",
        "volunteers/a festival",
        "candles/a church",
        "apples/a batch of juice",
        "lanterns/a parade",
        "stones/a dam",
        "squares/a quilt",
        "stamps/a free coffee machine",
        "bottles/a raft",
        "planks/a tree house",
        "flags/a street",
      )
      .split("/") as [string, string];
    const [need, have] = [s.num(`${t} needed`, 50, 500, 5), s.num(`${t} so far`, 5, 150)];
    s.need(need.value > have.value);
    s.say(
      `[For ${goal}, ${p.name} needs ${need} ${t} and has ${have}.|${p.name} has got ${have} of the ${need} ${t} that are needed for ${goal}.|${need} ${t} are what ${goal} takes. So far, ${p.name} has ${have}.|"I need ${need} ${t} for ${goal}, and here are ${have}," says ${p.name}.]`,
    );
    if (steps === 1) {
      s.sub(`${t} missing`, need, have);
      return s.ask(
        `[How many more ${t} does ${p.name} need|How many ${t} are missing|How many ${t} is ${p.name} short|How many ${t} have still to be found]?`,
      );
    }
    const q = s.person();
    const b = s.num(`${t} from ${q.name}`, 3, 70);
    let got = have;
    if (steps === 4) {
      const [n, k] = [s.num("helpers", 2, 6), s.num(`${t} of a helper`, 2, 20)];
      s.say(
        `[${n} helpers bring ${k} each.|From each of ${n} helpers come ${k}.|${k} are added by every one of ${n} helpers.]`,
      );
      s.say(`[${q.name} brings ${b}.|Another ${b} come from ${q.name}.|${b} are added by ${q.name}.]`);
      got = s.add(`${t} with the helpers`, have, s.mul(`${t} of the helpers`, n, k));
      got = s.add(`${t} then`, got, b);
      s.sub(`${t} missing`, need, got);
      return s.ask(
        `[How many ${t} are still missing then|How many more ${t} must be found|How many ${t} short of the goal is that]?`,
      );
    }
    s.say(`[${q.name} brings ${b}.|Another ${b} come from ${q.name}.|${b} are added by ${q.name}.]`);
    got = s.add(`${t} then`, have, b);
    const gap = s.sub(`${t} missing`, need, got);
    if (steps === 3) {
      const n = divider(s, "friends", gap, 2, 9);
      s.say(
        `[What is still missing is brought by ${n} friends in equal parts.|${n} friends promise to bring the same number each, so that nothing is missing.|The gap is closed by ${n} friends, who all bring equally many.]`,
      );
      s.div(`${t} of a friend`, gap, n);
      return s.ask(
        `[How many ${t} does each friend bring|How many ${t} come from one friend|What is one friend's part, in ${t}]?`,
      );
    }
    s.ask(
      `[How many more ${t} does ${p.name} need now|How many ${t} are still missing|How many ${t} are lacking after that]?`,
    );
  }),
];
