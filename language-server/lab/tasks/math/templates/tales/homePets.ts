import type { Template } from "../../story.ts";
import { told } from "./homeTold.ts";

/** Pets, hens and fish tanks. */
export const homePets: readonly Template[] = [
  told(
    "fish-tank",
    (s) => {
      const who = s.person();
      const f = s.pick("guppies", "tetras", "goldfish", "mollies", "snails", "shrimps", "angelfish");
      const a = s.num(f, 8, 40);
      s.say(
        `[${a} ${f} swim in the tank in ${who.name}'s room|${who.name} keeps ${a} ${f} in a glass tank|A tank with ${a} ${f} stands next to ${who.name}'s bed]. `,
      );
      return { who, f, a };
    },
    {
      1: [
        (s, { f, a }) => {
          const b = s.num(`${f} before`, 3, 20);
          s.need(b.number < a.number);
          s.say(
            `[Before some were born there were only ${b}|At New Year it was just ${b}|It all began with ${b} of them]. `,
          );
          s.sub(`new ${f}`, a, b);
          s.ask(
            `[How many ${f} have been added since then|By how many ${f} has the number grown|How many more ${f} are there than at that time]?`,
          );
        },
        (s, { f, a }) => {
          const b = s.num(`${f} given away`, 5, 25);
          s.say(
            `[That is after ${b} were given to a friend|${b} others now live with a cousin|Before that, ${b} had been moved to the pond].`,
          );
          s.add(`${f} at first`, a, b);
          s.ask(
            `[How many ${f} were there at first|How many were in the tank before that|What was the number of ${f} in the beginning]?`,
          );
        },
        (s, { who, a }) => {
          const w = s.num("liters for each", 2, 6);
          s.say(
            `[Each of them needs ${w} liters of water|${who.name} has read that ${w} liters are right for each of them|For every single one, the tank should hold ${w} liters].`,
          );
          s.mul("liters", a, w);
          s.ask(
            "[How many liters should the tank hold|How large must the tank be, in liters|How much water do they need, in liters]?",
          );
        },
      ],
      2: [
        (s, { f, a }) => {
          const b = s.num(`${f} born`, 3, 20);
          const n = s.num("tanks", 2, 5);
          s.need((a.number + b.number) % n.number === 0);
          s.say(
            `[After ${b} more have hatched, all of them are spread evenly over ${n} tanks|Then ${b} young ones arrive, and all are put into ${n} tanks, the same number in each|${n} tanks will hold them and ${b} new ones, equally many in each].`,
          );
          s.div(`${f} in a tank`, s.add(`${f} in all`, a, b), n);
          s.ask(
            `[How many ${f} are in each tank|How many ${f} does one tank hold then|What number of ${f} goes into a tank]?`,
          );
        },
        (s, { f, a }) => {
          const p = s.cash(`price of one of the ${f}`, 2, 6);
          const t = s.cash("price of a tank", 40, 150, 5);
          s.say(
            `[They cost $${p} apiece, and the tank was $${t}|The price was $${t} for the tank and $${p} for each of the ${f}|For every one of them $${p} was paid, and for the tank $${t}].`,
          );
          s.add("cost in all", s.mul(`cost of the ${f}`, a, p), t);
          s.ask(
            "[How much did everything cost|What was the price of it all, in dollars|How many dollars were spent in total]?",
          );
        },
      ],
      3: [
        (s, { who, f, a }) => {
          const b = s.num(`${f} sold`, 3, 15);
          const p = s.cash("price", 2, 6);
          const c = s.cash("cost of a filter", 10, 30);
          s.need(b.number < a.number);
          s.say(
            `[${who.name} keeps ${b} and sells the others for $${p} each, then buys a filter for $${c}|All but ${b} are sold at $${p} apiece. A filter for $${c} is paid from that|A friend pays $${p} for each of them, but ${b} are not for sale. With the money a filter for $${c} is bought].`,
          );
          s.sub("money left", s.mul("money", s.sub(`${f} sold`, a, b), p), c);
          s.ask(
            `[How much money does ${who.name} have after that|How many dollars are left|What remains of the money]?`,
          );
        },
      ],
    },
  ),
  told(
    "hens-eggs",
    (s) => {
      const who = s.person();
      const [b, bs] = s.pick(["hen", "hens"], ["duck", "ducks"], ["quail", "quails"], ["goose", "geese"]);
      const n = s.num(bs, 4, 15);
      s.say(
        `[Behind the house ${who.name} keeps ${n} ${bs}|There are ${n} ${bs} in the garden of ${who.name}|${n} ${bs} belong to ${who.name}'s household].`,
      );
      return { who, b, bs, n };
    },
    {
      1: [
        (s, { b, bs, n }) => {
          const k = s.num(`eggs of one ${b}`, 3, 7);
          s.say(
            `[Each ${b} lays ${k} eggs a week|In a week every ${b} lays ${k} eggs|A ${b} of this kind gives ${k} eggs a week].`,
          );
          s.mul("eggs a week", n, k);
          s.ask(
            `[How many eggs are there in a week|How many eggs do the ${bs} lay in a week|What number of eggs can be expected a week]?`,
          );
        },
        (s, { b, bs, n }) => {
          const e = s.multiple("eggs", n, 3, 9);
          s.say(
            `[Together they laid ${e} eggs, each of them the same number|${e} eggs were found in one week, equally many from every ${b}|The ${bs} share a good week of ${e} eggs evenly].`,
          );
          s.div(`eggs of one ${b}`, e, n);
          s.ask(
            `[How many eggs did each ${b} lay|How many eggs is that per ${b}|What did a single ${b} lay]?`,
          );
        },
      ],
      2: [
        (s, { who, b, n }) => {
          const k = s.num(`eggs of one ${b}`, 3, 7);
          const u = s.num("eggs eaten", 5, 20);
          s.say(
            `[A ${b} lays ${k} eggs a week, and ${u} of all the eggs are eaten by the family|The family eats ${u} eggs a week, while each ${b} lays ${k}|Every ${b} gives ${k} eggs a week. ${who.name} cooks ${u} of them].`,
          );
          s.sub("eggs to sell", s.mul("eggs", n, k), u);
          s.ask(
            "[How many eggs are left to sell|How many eggs a week are not eaten|How many eggs can be given to the neighbors]?",
          );
        },
        (s, { b, n }) => {
          const k = s.num(`eggs of one ${b}`, 3, 7);
          const c = s.oneOf("eggs in a carton", [6, 10, 12]);
          s.need((n.number * k.number) % c.number === 0);
          s.say(
            `[Cartons hold ${c} eggs, and each ${b} lays ${k} a week|Every ${b} lays ${k} eggs a week. They are packed in cartons of ${c}|With ${k} eggs a week from every ${b}, cartons of ${c} are filled].`,
          );
          s.div("cartons", s.mul("eggs", n, k), c);
          s.ask(
            "[How many cartons are filled in a week|How many cartons does one week give|How many cartons are needed for a week's eggs]?",
          );
        },
      ],
      3: [
        (s, { who, b, n }) => {
          const k = s.num(`eggs of one ${b}`, 3, 7);
          const u = s.num("eggs eaten", 5, 20);
          const p = s.cash("price of an egg", 2, 3);
          s.say(
            `[Each ${b} gives ${k} eggs a month just now. ${who.name} keeps ${u} of the month's eggs and sells the others to a hotel at $${p} each|In winter a ${b} lays only ${k} eggs a month; ${u} go to the kitchen, and for each of the others a bakery pays $${p}|At this time of the year every ${b} lays ${k} eggs a month. The family needs ${u} of them; a shop takes the rest and pays $${p} for each].`,
          );
          s.mul("money", s.sub("eggs sold", s.mul("eggs", n, k), u), p);
          s.ask(
            "[How much money do the eggs bring in|How many dollars are paid for the eggs|What does the month bring, in dollars]?",
          );
        },
        (s, { who, bs, n }) => {
          const m = s.num(`new ${bs}`, 2, 8);
          const l = s.num(`${bs} lost`, 2, 3);
          const g = s.num("grams of grain for each", 20, 60, 10);
          s.say(
            `[${m} more are bought and ${l} run away. The others get ${g} grams of grain each|After ${l} have been taken by a fox and ${m} new ones have come, ${who.name} gives each of them ${g} grams of grain a day|Then ${m} are added and ${l} are given away. Each of those that are there now gets ${g} grams of grain].`,
          );
          s.mul("grams of grain", s.sub(`${bs} now`, s.add(`${bs} with the new ones`, n, m), l), g);
          s.ask(
            "[How many grams of grain is that in all|How much grain is needed for one feeding, in grams|How many grams of grain are given out]?",
          );
        },
      ],
    },
  ),
  told(
    "dog-food",
    (s) => {
      const [who, pet] = [
        s.person(),
        s.pick("dog", "cat", "rabbit", "parrot", "hamster", "guinea pig", "puppy"),
      ];
      const g = s.num("grams a day", 40, 160, 10);
      s.say(
        `[${who.name}'s ${pet} eats ${g} grams of dry food a day|A bowl with ${g} grams of dry food is what ${who.name} gives the ${pet} each day|The ${pet} of the family gets ${g} grams of food daily, and ${who.name} weighs it out].`,
      );
      return { who, pet, g };
    },
    {
      1: [
        (s, { pet, g }) => {
          const d = s.num("days", 3, 6);
          s.say(
            `[The family wants to know about the next ${d} days|A trip of ${d} days is coming up|A friend will look after the ${pet} for ${d} days].`,
          );
          s.mul("grams", d, g);
          s.ask(
            "[How many grams of food does that take|How much food is needed for that time, in grams|How many grams are eaten in these days]?",
          );
        },
        (s, { g }) => {
          const b = s.multiple("grams in the bag", g, 3, 9);
          s.say(`[A bag holds ${b} grams|The new bag weighs ${b} grams|${b} grams are left in the box].`);
          s.div("days", b, g);
          s.ask(
            "[How many days does it last|For how many days is this enough|After how many days will it be empty]?",
          );
        },
      ],
      2: [
        (s, { pet, g }) => {
          const b = s.num("grams in the bag", 500, 950, 50);
          const d = s.num("days", 2, 5);
          s.say(
            `[A bag of ${b} grams was opened ${d} days ago|${d} days have gone by since a bag of ${b} grams was opened for the ${pet}|From a fresh bag of ${b} grams, food has been taken for ${d} days].`,
          );
          s.sub("grams left", b, s.mul("grams eaten", d, g));
          s.ask(
            "[How many grams are left in it|How much food is still there, in grams|What does the bag weigh now, in grams]?",
          );
        },
        (s, { pet, g }) => {
          const d = s.num("grams more", 10, 60, 10);
          const k = s.num("days", 2, 5);
          s.say(
            `[In winter it is ${d} grams more a day|On cold days the ${pet} gets ${d} grams more|When it snows, ${d} grams are added every day]. [There are ${k} cold days in a row|This lasts for ${k} days|A cold spell goes on for ${k} days].`,
          );
          s.mul("grams in all", s.add("grams a day in winter", g, d), k);
          s.ask(
            "[How many grams are eaten in this time|How much food does the cold spell take, in grams|How many grams of food is that]?",
          );
        },
      ],
      3: [
        (s, { who, pet, g }) => {
          const h = s.num("grams of the second animal", 30, 90, 10);
          const k = s.num("days", 2, 4);
          const b = s.num("grams in the sack", 750, 1000, 50);
          s.say(
            `[A stray that moves in gets ${h} grams a day. From a sack of ${b} grams both are fed for ${k} days|${who.name}'s other pet needs ${h} grams a day, and both eat from a sack of ${b} grams for ${k} days|For ${k} days the ${pet} has a visitor that eats ${h} grams a day from the same sack, which held ${b} grams].`,
          );
          s.sub("grams left", b, s.mul("grams eaten", s.add("grams a day for both", g, h), k));
          s.ask(
            "[How many grams are left in the sack|How much food is still in the sack, in grams|What remains of the food, in grams]?",
          );
        },
      ],
    },
  ),
];
