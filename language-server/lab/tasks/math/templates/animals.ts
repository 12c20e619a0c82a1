import { type Template, template } from "../story.ts";

/** Pets, farms, zoos. */
export const animals: readonly Template[] = [
  template("kibble-days", [1, 2, 3], (s, steps) => {
    const who = s.person();
    const pet = s.pick("dogs", "cats", "rabbits", "hamsters", "horses", "ponies", "parrots");
    const n = s.num(pet, 2, 9);
    const k = s.num("cups a day for each", 2, 6);
    s.say(
      `${who.name} [takes care of|feeds|looks after] ${n} ${pet}. [Each|Every one] of them eats ${k} cups of food a day.`,
    );
    const day = s.mul("cups a day", n, k);
    if (steps === 1) {
      s.ask(`How many cups of food does ${who.he} need for one day?`);
      return;
    }
    if (steps === 2 || s.random.chance(0.5)) {
      const d = s.num("days", 3, 14);
      const all = s.mul(`cups in ${d} days`, day, d);
      if (steps === 2) {
        s.ask(`How many cups of food [do they eat in ${d} days|are needed for ${d} days]?`);
        return;
      }
      const have = s.num("cups in the bag", 50, 500, 10);
      s.say(`${who.he} opens a bag with ${have} cups.`);
      s.sub("cups left", have, all);
      s.ask(`How many cups are left after ${d} days?`);
      return;
    }
    const bag = s.num("cups in the bag", 60, 300);
    const gift = s.num("cups given away", 5, 40);
    s.say(`${who.he} has ${bag} cups of food but gives ${gift} to a neighbor.`);
    const left = s.sub("cups left", bag, gift);
    s.div("days", left, day);
    s.ask("For how many days does the rest last?");
  }),
  template("hatching", [1, 2], (s, steps) => {
    const bird = s.pick("hens", "ducks", "geese", "turkeys", "quails");
    const n = s.num(bird, 3, 20);
    const k = s.num("eggs of each", 3, 12);
    s.say(`On a farm ${n} ${bird} laid ${k} eggs each.`);
    const eggs = s.mul("eggs", n, k);
    if (steps === 1) {
      s.ask("How many eggs were there?");
      return;
    }
    const out = s.num("eggs that hatched", 5, 100);
    s.say(`${out} of the eggs hatched.`);
    s.sub("eggs that did not hatch", eggs, out);
    s.ask("How many eggs did not hatch?");
  }),
  template("zoo-count", [1, 2, 3], (s, steps) => {
    const [x, y, z] = s.random.pickSome(
      [
        "monkeys",
        "penguins",
        "lions",
        "zebras",
        "flamingos",
        "seals",
        "giraffes",
        "deer",
        "bears",
        "otters",
        "lemurs",
        "wolves",
      ],
      3,
    );
    const a = s.num(`${x}`, 6, 60);
    const d = s.num("more", 3, 30);
    s.say(`A zoo [keeps|has] ${a} ${x}. There are ${d} [more ${y} than ${x}|fewer ${x} than ${y}].`);
    const b = s.add(`${y}`, a, d);
    if (steps === 1) {
      s.ask(`How many ${y} are there [in the zoo|]?`);
      return;
    }
    const two = s.add(`${x} and ${y}`, a, b);
    if (steps === 2) {
      s.ask(`How many ${x} and ${y} are there [together|in all]?`);
      return;
    }
    const all = s.num("animals", 60, 250);
    s.say(`The only other animals are ${z}, and the zoo has ${all} animals in all.`);
    s.sub(`${z}`, all, two);
    s.ask(`How many ${z} [live there|does the zoo have]?`);
  }),
  template("barn-legs", [3], (s) => {
    const [four, two] = [
      s.pick("cows", "sheep", "pigs", "goats", "horses"),
      s.pick("hens", "ducks", "geese", "turkeys"),
    ];
    const n = s.num(four, 3, 25);
    const m = s.num(two, 3, 40);
    s.say(`In a barn there are ${n} ${four} with 4 legs each and ${m} ${two} with 2 legs each.`);
    const a = s.mul(`legs of the ${four}`, n, 4);
    const b = s.mul(`legs of the ${two}`, m, 2);
    s.add("legs", a, b);
    s.ask("[How many legs are in the barn|How many legs do all these animals have]?");
  }),
  template("milk-cows", [1, 2, 3], (s, steps) => {
    const animal = s.pick("cows", "goats", "sheep");
    const n = s.num(animal, 4, 30);
    const k = s.num("litres of each", 3, 20);
    s.say(
      `[A farmer milks|Every morning a farmer milks] ${n} ${animal}, and each gives ${k} litres of milk.`,
    );
    const all = s.mul("litres", n, k);
    if (steps === 1) {
      s.ask("How many litres of milk is that?");
      return;
    }
    const own = s.num("litres kept", 5, 50);
    s.say(`${own} litres are [kept for cheese|used on the farm|given to the calves].`);
    const rest = s.sub("litres sold", all, own);
    if (steps === 2) {
      s.ask("How many litres are left to be sold?");
      return;
    }
    const can = s.num("litres in a can", 4, 20);
    s.say(`The rest is filled into cans of ${can} litres.`);
    s.div("cans", rest, can);
    s.ask("How many cans are filled?");
  }),
  template("shelter-homes", [1, 2, 3], (s, steps) => {
    const pet = s.thing("pet").many;
    const n = s.num(`${pet} at first`, 12, 120);
    const out = s.num(`${pet} given to families`, 3, 60);
    const day = s.pick("last week", "on Saturday", "in May", "this month", "during the holidays");
    s.say(
      `An animal shelter had ${n} ${pet}. ${day} ${out} of them [found a new home|were adopted|went to families].`,
    );
    const left = s.sub(`${pet} left`, n, out);
    if (steps === 1) {
      s.ask(`How many ${pet} [stayed|remained in the shelter|were left]?`);
      return;
    }
    const came = s.num(`${pet} that came`, 2, 40);
    s.say(`Then ${came} [new ${pet} were brought in|more ${pet} arrived].`);
    const now = s.add(`${pet} now`, left, came);
    if (steps === 2) {
      s.ask(`How many ${pet} are in the shelter now?`);
      return;
    }
    const rooms = s.num("rooms", 2, 9);
    s.say(`They are kept in ${rooms} rooms with equal numbers in each.`);
    s.div(`${pet} in a room`, now, rooms);
    s.ask(`How many ${pet} are in each room?`);
  }),
  template("aquarium-tanks", [1, 2], (s, steps) => {
    const who = s.person();
    const n = s.num("tanks", 2, 14);
    const k = s.num("fish in a tank", 4, 30);
    s.say(`${who.name}'s pet shop has ${n} tanks with ${k} fish in each [of them|tank].`);
    const all = s.mul("fish", n, k);
    if (steps === 1) {
      s.ask("How many fish are in the shop?");
      return;
    }
    const p = s.cash("price of a fish", 2, 9);
    s.say(`A fish is sold for $${p}.`);
    s.mul("money for all fish", all, p);
    s.ask("How much money are all the fish worth?");
  }),
  template("bird-walk", [2], (s) => {
    const who = s.person();
    const [x, y, z] = s.random.pickSome(
      ["sparrows", "crows", "robins", "swans", "gulls", "pigeons", "herons", "owls", "finches"],
      3,
    );
    const a = s.num(`${x}`, 3, 60);
    const b = s.num(`${y}`, 3, 60);
    if (s.random.chance(0.5)) {
      const c = s.num(`${z}`, 3, 60);
      s.say(`On a walk ${who.name} counted ${a} ${x}, ${b} ${y} and ${c} ${z}.`);
      const both = s.add(`${x} and ${y}`, a, b);
      s.sub(`more ${x} and ${y} than ${z}`, both, c);
      s.ask(`How many more ${x} and ${y} together than ${z} did ${who.he} count?`);
      return;
    }
    const all = s.num("birds", 40, 160);
    s.say(`${who.name} counted ${all} birds at a lake: ${a} ${x}, ${b} ${y}, and for the rest only ${z}.`);
    const both = s.add(`${x} and ${y}`, a, b);
    s.sub(`${z}`, all, both);
    s.ask(`How many ${z} did ${who.he} see?`);
  }),
  template("puppy-weight", [1, 2], (s, steps) => {
    const pet = s.pick("puppy", "lamb", "calf", "foal", "kid", "piglet");
    const a = s.num("kg at first", 2, 20);
    if (steps === 1) {
      const now = s.num("kg now", 8, 60);
      s.say(`A ${pet} weighed ${a} kg when it came to the farm. Now it weighs ${now} kg.`);
      s.sub("kg gained", now, a);
      s.ask(`How many kg has it [gained|put on]?`);
      return;
    }
    const g = s.num("kg a month", 2, 8);
    const m = s.num("months", 2, 10);
    s.say(`A ${pet} weighs ${a} kg and gains ${g} kg [a|every|each] month.`);
    const more = s.mul("kg gained", g, m);
    s.add("kg then", a, more);
    s.ask(`How many kg will it weigh [after|in] ${m} months?`);
  }),
  template("vet-bill", [2, 3], (s, steps) => {
    const who = s.person();
    const pet = s.pick("cat", "dog", "parrot", "rabbit", "turtle");
    const visit = s.cash("price of a visit", 20, 80, 5);
    const n = s.num("visits", 2, 6);
    const med = s.cash("medicine", 10, 60);
    s.say(
      `${who.name} took ${who.his} ${pet} to the vet ${n} times. Each visit cost $${visit}, and the medicine cost $${med} in all.`,
    );
    const a = s.mul("cost of the visits", n, visit);
    const all = s.add("cost with medicine", a, med);
    if (steps === 2) {
      s.ask(`How much did ${who.name} spend [on the ${pet}|at the vet]?`);
      return;
    }
    const back = s.cash("money from the insurance", 20, 150, 10);
    s.say(`The insurance paid back $${back}.`);
    s.sub("money paid", all, back);
    s.ask(`How much did ${who.he} have to pay ${who.him}self?`);
  }),
  template("honey-pots", [1, 2], (s, steps) => {
    const n = s.num("hives", 3, 20);
    const k = s.num("kg of honey from a hive", 6, 25);
    const who = s.person();
    s.say(`${who.name} [owns|has] ${n} hives of bees, and every hive gives ${k} kg of honey a year.`);
    const all = s.mul("kg of honey", n, k);
    if (steps === 1) {
      s.ask("How many kg of honey is that in one year?");
      return;
    }
    const p = s.cash("price of a kg", 4, 12);
    s.say(`One kg is sold for $${p}.`);
    s.mul("money for the honey", all, p);
    s.ask(`How much money does ${who.he} get for the honey?`);
  }),
];
