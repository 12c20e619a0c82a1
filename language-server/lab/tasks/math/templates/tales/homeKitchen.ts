import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Cooking, baking, the pantry and the table. */
export const homeKitchen: readonly Template[] = [
  told(
    "cookie-jar",
    (s) => {
      const who = s.person();
      const t = s.pick(
        "cookies",
        "ginger snaps",
        "toffees",
        "almonds",
        "pretzels",
        "rice crackers",
        "fudge cubes",
      );
      const a = s.num(`${t} in the jar`, 24, 96, 2);
      s.say(
        `[There is a jar on the kitchen shelf with ${a} ${t} in it|${who.name}'s jar holds ${a} ${t}|On the counter stands a jar, and ${who.name} has counted ${a} ${t} in it].`,
      );
      return { who, t, a };
    },
    {
      1: [
        (s, { who, t, a }) => {
          const b = s.num(`${t} eaten`, 3, 22);
          s.say(
            `[By evening ${b} of them have been eaten|${who.name} and a friend eat ${b} after lunch|Someone took ${b} of them without asking].`,
          );
          s.sub(`${t} left`, a, b);
          s.ask(`[How many ${t} are still in the jar|What number of ${t} remains|How many are left]?`);
        },
        (s, { t, a }) => {
          const c = s.num(`${t} now`, 100, 160);
          s.say(
            `[After the jar was topped up there were ${c}|When more had been put in, the count was ${c}|A refill brought the number up to ${c}].`,
          );
          s.sub(`${t} put in`, c, a);
          s.ask(`[How many ${t} were added|How many went into the jar|How large was the refill, in ${t}]?`);
        },
        (s, { t, a }) => {
          s.say(
            "[Half of them are meant for the neighbors|Exactly half will be packed as a gift|One half goes to Grandma].",
          );
          s.div(`half of the ${t}`, a, 2);
          s.ask(
            `[How many ${t} is that|How many ${t} will be given away|How many of the ${t} leave the house]?`,
          );
        },
      ],
      2: [
        (s, { who, t, a }) => {
          const b = s.num(`${t} a day`, 2, 6);
          const d = s.num("days", 2, 7);
          s.say(
            `[${who.name} eats ${b} a day for ${d} days|For ${d} days in a row, ${b} are taken out every day|Each day ${b} disappear, and that goes on for ${d} days].`,
          );
          s.sub(`${t} left`, a, s.mul(`${t} eaten`, b, d));
          s.ask(
            `[How many are left after that|How many ${t} does the jar hold in the end|What is left in the jar]?`,
          );
        },
        (s, { who, t, a }) => {
          const n = s.num("batches", 2, 5);
          const b = s.num(`${t} in a batch`, 8, 24);
          s.say(
            `[${who.name} makes ${n} more batches of ${b} and puts them in as well|Into it go ${n} new batches, each of ${b}|Then ${n} batches with ${b} ${t} apiece are added].`,
          );
          s.add(`${t} in all`, a, s.mul(`new ${t}`, n, b));
          s.ask(`[How many ${t} are in the jar then|What is the total now|How many are there altogether]?`);
        },
      ],
      3: [
        (s, { t, a }) => {
          const b = s.num(`${t} for school`, 2, 10, 2);
          const n = s.num("children", 2, 4);
          s.say(
            `[Half of them are frozen for later. Of the other half, ${b} are taken to school and ${n} children share the rest equally|${n} children may share equally what remains after half has been set aside for a party and then ${b} more for the teacher|One half is put aside for winter. From the other half ${b} are given to a friend, and what is left is divided equally among ${n} children].`,
          );
          const rest = s.sub(`${t} to share`, s.div(`half of the ${t}`, a, 2), b);
          s.div(`${t} for a child`, rest, n);
          s.ask(
            `[How many ${t} does each child get|What is one child's share|How many are there for every child]?`,
          );
        },
      ],
    },
  ),
  told(
    "recipe-scaling",
    (s) => {
      const who = s.person();
      const [, many] = s.pick(
        ["pancake", "pancakes"],
        ["waffle", "waffles"],
        ["dumpling", "dumplings"],
        ["muffin", "muffins"],
        ["crepe", "crepes"],
        ["scone", "scones"],
        ["fritter", "fritters"],
      );
      const k = s.num(`${many} from one bowl of batter`, 6, 15);
      s.say(
        `[One bowl of dough is enough for ${k} ${many}|${who.name}'s recipe makes ${k} ${many} from one bowl of mix|From each bowl of mix, ${who.name} gets ${k} ${many}].`,
      );
      return { who, many, k };
    },
    {
      1: [
        (s, { who, many, k }) => {
          const n = s.num("bowls", 3, 9);
          s.say(
            `[${n} bowls are mixed today|${who.name} mixes ${n} bowls|This time ${n} bowls are prepared].`,
          );
          s.mul(many, n, k);
          s.ask(
            `[How many ${many} will there be|How many ${many} does that make|What number of ${many} comes out]?`,
          );
        },
        (s, { many, k }) => {
          const need = s.multiple(`${many} wanted`, k, 3, 9);
          s.say(
            `[The family wants ${need} ${many} for Sunday|${need} ${many} are needed for the school fair|The plan is to serve ${need} ${many}].`,
          );
          s.div("bowls", need, k);
          s.ask(
            "[How many bowls have to be mixed|How many bowls does that take|What number of bowls is needed]?",
          );
        },
      ],
      2: [
        (s, { many, k }) => {
          const n = s.num("bowls", 3, 8);
          const b = s.num(`burnt ${many}`, 2, 9);
          s.say(
            `[${n} bowls were used, but ${b} ${many} burned|${b} ${many} from the ${n} bowls were spoiled|Out of ${n} bowls' worth, ${b} ended up in the bin].`,
          );
          s.sub(`good ${many}`, s.mul(many, n, k), b);
          s.ask(
            `[How many good ${many} were there|How many could be served|How many ${many} turned out well]?`,
          );
        },
        (s, { who, many, k }) => {
          const n = s.num("bowls", 3, 8);
          const w = s.num(`${many} wished for`, 90, 150);
          s.say(
            `[For the street party ${w} are asked for, and ${who.name} has mixed ${n} bowls|${who.name} promised ${w} ${many} and has dough for ${n} bowls|${n} bowls are ready, though ${w} ${many} were ordered].`,
          );
          s.sub(`${many} missing`, w, s.mul(many, n, k));
          s.ask(
            `[How many ${many} are still missing|How many ${many} short is that|How many more ${many} are needed]?`,
          );
        },
      ],
      3: [
        (s, { who, many, k }) => {
          const n = s.num("bowls", 3, 8);
          const e = s.num(`${many} eaten at home`, 4, 12);
          const p = s.cash(`price of one of the ${many}`, 2, 5);
          s.say(
            `[At the bake sale ${who.name} has ${n} bowls' worth of them, minus ${e} that the family ate. One costs $${p}|${who.name} mixes ${n} bowls, lets the family have ${e} ${many}, and sells all the others at $${p} apiece|${n} bowls are mixed for a sale. The family eats ${e} of the ${many}, and customers buy the rest for $${p} each].`,
          );
          s.mul("money", s.sub(`${many} sold`, s.mul(many, n, k), e), p);
          s.ask("[How much money comes in|How many dollars are taken in altogether|What are the takings]?");
        },
      ],
    },
  ),
  told(
    "pantry-tins",
    (s) => {
      const t = s.pick(
        "cans of beans",
        "jars of jam",
        "tins of soup",
        "packs of rice",
        "bags of lentils",
        "bottles of oil",
        "jars of pickles",
        "packs of noodles",
      );
      const n = s.num("shelves", 3, 8);
      const k = s.num(`${t} on a shelf`, 6, 20);
      s.say(
        `[The pantry has ${n} shelves with ${k} ${t} on each|On every one of the ${n} pantry shelves stand ${k} ${t}|${k} ${t} fit on a shelf, and all ${n} shelves of the pantry are full].`,
      );
      return { t, n, k };
    },
    {
      1: [
        (s, { t, n, k }) => {
          s.mul(t, n, k);
          s.ask(
            `[How many ${t} are in the pantry|How many ${t} does the family have|What is the total number of ${t}]?`,
          );
        },
      ],
      2: [
        (s, { t, n, k }) => {
          const b = s.num(`${t} used`, 5, 30);
          s.say(
            `[Over the winter ${b} are used up|${b} of them turn out to be too old|The food drive gets ${b} of them].`,
          );
          s.sub(`${t} left`, s.mul(t, n, k), b);
          s.ask(
            `[How many ${t} are left|How many remain in the pantry|How many ${t} does the family still have]?`,
          );
        },
        (s, { t, n, k }) => {
          const w = s.num("weeks", 2, 6);
          s.need((n.number * k.number) % w.number === 0);
          s.say(
            `[This stock is meant to last for ${w} weeks, with the same amount for each week|They are to be used evenly over ${w} weeks|In ${w} weeks everything will be eaten, equally much every week].`,
          );
          s.div(`${t} a week`, s.mul(t, n, k), w);
          s.ask(
            `[How many ${t} can be used a week|How many ${t} are planned for one week|What is the use per week, in ${t}]?`,
          );
        },
      ],
      4: [
        (s, { t, n, k }) => {
          const c = s.num("boxes", 2, 6);
          const d = s.num(`${t} in a box`, 6, 15);
          const b = s.num(`${t} given away`, 5, 30);
          s.say(
            `[In the cellar there are ${c} boxes more, each with ${d}. The neighbors are given ${b}|${b} of all these go to the food bank, but the cellar holds ${c} further boxes of ${d} as well|Another ${c} boxes with ${d} in each are stored in the cellar, and of the whole stock ${b} are used in a month].`,
          );
          const all = s.add("in all", s.mul("in the pantry", n, k), s.mul("in the cellar", c, d));
          s.sub(`${t} left`, all, b);
          s.ask(
            `[How many ${t} are left|How many ${t} does the family keep|What is left of the stock, in ${t}]?`,
          );
        },
      ],
    },
  ),
];
