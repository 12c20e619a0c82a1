import type { Quantity, Story } from "../../story.ts";

/** Who or what has things: a person, somebody by their work, or a place; all in the singular. */
export interface Holder {
  readonly name: string;
  readonly he: string;
  readonly him: string;
  readonly his: string;
}

/** One holder whose things become more or fewer; clauses without full stop, questions without question mark. */
export interface Scene {
  readonly who: Holder;
  readonly items: string;
  /** `does` or `did`. */
  readonly does: string;
  readonly has: string;
  readonly are: string;
  /** `Tom has 5 shells`, in several wordings. */
  holds(n: unknown): string;
  /** `Tom finds 5 more on the beach`. */
  gain(n: unknown, past?: boolean): string;
  lose(n: unknown, past?: boolean): string;
  /** The same where the things have not been named yet. */
  gainNamed(n: unknown, past?: boolean): string;
  loseNamed(n: unknown, past?: boolean): string;
  readonly askNow: string;
  readonly askLeft: string;
  readonly askStart: string;
  readonly askGained: string;
  readonly askLost: string;
}

const she = { he: "she", him: "her", his: "her" };
const heForms = { he: "he", him: "him", his: "his" };
const it = { he: "it", him: "it", his: "its" };

const roles =
  "baker,gardener,librarian,coach,shopkeeper,fisherman,farmer,painter,beekeeper,tailor,teacher,magician,cook,clerk,captain,caretaker,hunter,florist,carpenter,miller,pilot,nurse".split(
    ",",
  );
const trios: readonly (readonly [string, string, string])[] = [
  ["the red team", "the blue team", "the green team"],
  ["the north farm", "the south farm", "the hill farm"],
  ["the old library", "the new library", "the school library"],
  ["the toy store", "the corner shop", "the supermarket"],
  ["the morning group", "the noon group", "the evening group"],
  ["the first box", "the second box", "the third box"],
  ["the village school", "the town school", "the harbor school"],
  ["the white barn", "the brown barn", "the stone barn"],
  ["the museum", "the theater", "the zoo"],
  ["the left drawer", "the right drawer", "the top drawer"],
  ["the chess club", "the garden club", "the swim club"],
  ["the small bag", "the big bag", "the striped bag"],
  ["the kitchen", "the office", "the workshop"],
  ["the upper shelf", "the middle shelf", "the lower shelf"],
];

/** Some holders of one sort, to be compared. */
export function holders(s: Story, count: 2 | 3): [Holder, Holder, Holder] {
  const sort = s.random.integer(0, 9);
  if (sort < 6) {
    const [p, q] = [s.person(), s.person()];
    return [p, q, count === 3 ? s.person() : q];
  }
  if (sort < 8) {
    const some = s.random
      .pickSome(roles, 3)
      .map((role) => ({ name: `the ${role}`, ...s.pick(she, heForms) }));
    return some as [Holder, Holder, Holder];
  }
  const [a, b, c] = s.pick(...trios).map((name) => ({ name, ...it }));
  return [a, b, c] as [Holder, Holder, Holder];
}

/** Things that any holder can have. */
export const stuff = (s: Story): { readonly one: string; readonly many: string } =>
  s.thing(s.pick("small", "toy", "school", "food", "fruit", "goods", "sold", "plant"));

interface Verb {
  readonly base: string;
  readonly now: string;
  readonly past: string;
  readonly tail: string;
}

const verbOf = (text: string): Verb => {
  const [forms = "", tail = ""] = text.trim().split("~");
  const [base = "", now = "", past = ""] = forms.split(" ");
  return { base, now, past, tail: tail === "" ? "" : ` ${tail}` };
};

/** Things; what makes them more; what makes them fewer. */
const people = `
shells, pebbles, pieces of amber; find finds found~on the beach, get gets got~from a fisherman, pick picks picked~out of the sand; lose loses lost~on the way, give gives gave~to a cousin, drop drops dropped~into the water
stamps, old coins, postcards; buy buys bought~at a fair, find finds found~in the attic, receive receives received~by mail; swap swaps swapped~for a book, sell sells sold~to a collector, give gives gave~away
eggs; collect collects collected~in the henhouse, buy buys bought~from a neighbor; break breaks broke~by accident, use uses used~for a cake, sell sells sold~at the gate
marbles, glass beads; win wins won~from a friend, find finds found~under the bed, get gets got~for a good mark; lose loses lost~in a game, give gives gave~to a younger child, trade trades traded~for a whistle
pages of a story; write writes wrote~on Monday, type types typed~after lunch; delete deletes deleted~at night, tear tears tore~up
tomatoes, cucumbers, peppers; pick picks picked~before noon, harvest harvests harvested~in the greenhouse; eat eats ate~for lunch, give gives gave~to the neighbors, cook cooks cooked~in a soup
points; win wins won~in the second round, score scores scored~with a lucky throw, earn earns earned~for a right answer; lose loses lost~for a mistake, spend spends spent~on a hint
balloons; blow blows blew~up, get gets got~from a clown, buy buys bought~in town; pop pops popped~by accident, hand hands handed~out to children, lose loses lost~in the wind
photos, songs, videos; add adds added~to the phone, receive receives received~from a friend, download downloads downloaded~at home; delete deletes deleted~from the phone, erase erases erased~by mistake
sheep, goats, cows; buy buys bought~at the market, get gets got~from an uncle; sell sells sold~in autumn, give gives gave~to a neighbor, lose loses lost~in the hills
cookies, muffins, pies; bake bakes baked~in the afternoon, get gets got~from a neighbor, take takes took~out of the oven; eat eats ate~with friends, burn burns burned~by mistake, sell sells sold~at a stall
tickets, raffle tickets; receive receives received~from the office, print prints printed~at home; sell sells sold~at the door, hand hands handed~out for free, lose loses lost~on the train
comics, books; borrow borrows borrowed~from a friend, buy buys bought~with birthday money, get gets got~as a present; return returns returned~to the owner, sell sells sold~at a flea market, give gives gave~to the school
fish, trout; catch catches caught~in the river, buy buys bought~at the harbor, net nets netted~at dawn; throw throws threw~back, fry fries fried~for dinner, sell sells sold~to an inn
flowers, roses, tulips; cut cuts cut~in the garden, grow grows grew~behind the house, get gets got~from a florist; put puts put~in a vase, sell sells sold~by the road, give gives gave~to a friend
stickers, trading cards; unpack unpacks unpacked~at home, trade trades traded~in during the break, find finds found~in a cereal box; stick sticks stuck~on a wall, give gives gave~to a classmate, lose loses lost~at school
candles, soaps; make makes made~in the cellar, order orders ordered~from a catalog; sell sells sold~at a fair, burn burns burned~in winter, give gives gave~away as presents
messages; get gets got~from a cousin, receive receives received~during the night; answer answers answered~before breakfast, delete deletes deleted~unread
nails, screws, bolts; buy buys bought~in a store, find finds found~in a drawer; use uses used~for a fence, lose loses lost~in the grass, bend bends bent~by accident
gold coins, gems, silver rings; dig digs dug~up, win wins won~in a duel, find finds found~in a cave; pay pays paid~to a ferryman, hide hides hid~under a stone, drop drops dropped~in a river
math problems to solve; get gets got~from the teacher, copy copies copied~from the board; solve solves solved~at home, finish finishes finished~on the bus
sketches, paintings; draw draws drew~by the lake, make makes made~at school; sell sells sold~at an exhibition, throw throws threw~away, give gives gave~to a museum
crates of apples, sacks of grain; load loads loaded~onto the cart, buy buys bought~at the mill; deliver delivers delivered~to a shop, sell sells sold~on the way, unload unloads unloaded~at a farm`
  .trim()
  .split("\n")
  .map((line) => {
    const [things = "", gains = "", losses = ""] = line.split(";");
    return {
      things: things.split(",").map((thing) => thing.trim()),
      gains: gains.split(",").map(verbOf),
      losses: losses.split(",").map(verbOf),
    };
  });

/** The place with its preposition; things; what happens when they become more; and when they become fewer. */
const places = `
in the library; books, novels, comics; brought back, bought, donated by readers; lent out, thrown away, sold at a sale
on the bus; passengers, students, tourists; picked up at the market, let in at the station; let out at the school, dropped off at the museum
in the parking lot; cars, vans; parked there before noon, let in by the guard; driven away, towed away
in the pond; ducks, fish, frogs; released by a keeper, brought from another pond; caught by a heron, moved to the zoo
at the bakery; rolls, loaves of bread, buns; baked before eight, delivered by van; sold before noon, given to a school
in the warehouse; boxes, parcels, tires; delivered by truck, unloaded at night; shipped to customers, loaded onto a truck
in the harbor; boats, sailing ships; towed in, repaired and put back; sunk by a storm, sent out to sea
in the garden; trees, bushes, rose plants; planted in spring, planted by a class; cut down, dug up, broken by the wind
in the hotel; guests, visitors; welcomed in the evening, brought by taxi; driven to the airport, sent to another hotel
on the farm; hens, turkeys, rabbits; hatched or born in May, bought at a market; sold in June, taken by a fox
in the cinema; people; let in by the doorman, seated after the first film; called out to the lobby, sent home
in the stockroom; chairs, lamps, jackets; added in the morning, returned by customers; sold, sent back to the factory, broken
on the tree; pears, lemons, plums; counted on a high branch, discovered behind the leaves; picked by children, blown down by the wind, eaten by birds
in the tank; liters of water, liters of oil; pumped in, poured in from a barrel; drained off, used up, lost through a leak
at the shelter; cats, dogs, puppies; brought in by the police, found on the streets; adopted, given to families
in the toy box; blocks, toy cars, puppets; put in by a child, put back after dinner; taken out, broken and thrown away
in the school; desks, computers, globes; bought over the summer, donated by parents; given away, taken to the dump
in the choir; singers; found at a festival, accepted in March; sent to another choir, excused because of the flu
on the shelf; jars, cans, bottles; put there by a clerk, placed beside them; bought by customers, knocked down by a cat
in the museum; statues, paintings, clocks; bought at an auction, lent by a king; sent to Rome, stolen in the night
in the aquarium; crabs, seahorses, turtles; bought from a diver, brought from the coast; set free, moved to another town
in the camp; tents, children, scouts; added on the second day, brought by bus; taken home early, moved to the lake`
  .trim()
  .split("\n")
  .map((line) => {
    const [place = "", things = "", gains = "", losses = ""] = line.split(";").map((part) => part.trim());
    const list = (text: string): string[] => text.split(",").map((part) => part.trim());
    return { place, things: list(things), gains: list(gains), losses: list(losses) };
  });

/** Draws who or where, what, what happens, and whether it is told in the past. */
export function scene(s: Story): Scene {
  const past = s.random.chance(0.5);
  const words = {
    does: past ? "did" : "does",
    has: past ? "had" : "has",
    are: past ? "were" : "are",
  };
  return s.random.chance(0.55) ? personScene(s, past, words) : placeScene(s, past, words);
}

type Words = Pick<Scene, "does" | "has" | "are">;

function personScene(s: Story, past: boolean, words: Words): Scene {
  const world = s.pick(...people);
  const items = s.pick(...world.things);
  const who: Holder = s.random.chance(0.7)
    ? s.person()
    : { name: `the ${s.pick(...roles)}`, ...s.pick(she, heForms) };
  const up = s.pick(...world.gains);
  const down = s.pick(...world.losses);
  const { does, has } = words;
  const ago = past ? "at that point" : "now";
  return {
    ...words,
    who,
    items,
    holds: (n) =>
      `[${who.name} ${has} ${n} ${items}|${n} ${items} ${past ? "belonged" : "belong"} to ${who.name}|there ${words.are} ${n} ${items} that ${past ? "belonged" : "belong"} to ${who.name}]`,
    gain: (n, p = past) => {
      const another = s.pick(...world.gains);
      return `${who.name} ${p ? another.past : another.now} ${s.pick(`${n} more`, `${n} more`, `another ${n}`)}${another.tail}`;
    },
    lose: (n, p = past) => {
      const another = s.pick(...world.losses);
      return `${who.name} ${p ? another.past : another.now} ${n}${s.pick(" of them", "", " of these")}${another.tail}`;
    },
    gainNamed: (n, p = past) => {
      const another = s.pick(...world.gains);
      return `${who.name} ${p ? another.past : another.now} ${n} ${s.pick("more ", "new ")}${items}${another.tail}`;
    },
    loseNamed: (n, p = past) => {
      const another = s.pick(...world.losses);
      return `${who.name} ${p ? another.past : another.now} ${n} ${items}${another.tail}`;
    },
    askNow: `[how many ${items} ${does} ${who.name} have ${ago}|how many ${items} ${does} that make in all|what ${past ? "was" : "is"} the number of ${who.name}'s ${items} then|how many ${items} ${does} ${who.name} have altogether in the end]`,
    askLeft: `[how many ${items} ${does} ${who.name} have left|how many ${items} ${words.are} left for ${who.name}|how many ${items} ${does} ${who.name} still have|how many of ${who.name}'s ${items} remain${past ? "ed" : ""}]`,
    askStart: `[how many ${items} did ${who.name} have at first|how many ${items} did ${who.name} start with|what was the number of ${who.name}'s ${items} before that|how many ${items} had ${who.name} had before]`,
    askGained: `[how many ${items} did ${who.name} ${up.base}${up.tail}|how many more ${items} did ${who.name} ${up.base}${up.tail}|what number of ${items} did ${who.name} ${up.base}${up.tail}]`,
    askLost: `[how many ${items} did ${who.name} ${down.base}${down.tail}|how many of the ${items} did ${who.name} ${down.base}${down.tail}|what number of ${items} did ${who.name} ${down.base}${down.tail}]`,
  };
}

function placeScene(s: Story, past: boolean, words: Words): Scene {
  const world = s.pick(...places);
  const items = s.pick(...world.things);
  const where = world.place;
  const up = s.pick(...world.gains);
  const down = s.pick(...world.losses);
  const who: Holder = { name: where.replace(/^\w+ /, ""), ...it };
  const be = (p: boolean): string => (p ? "were" : "are");
  const { are } = words;
  return {
    ...words,
    who,
    items,
    holds: (n) =>
      `[there ${are} ${n} ${items} ${where}|${where} there ${are} ${n} ${items}|${n} ${items} ${are} ${where}|one ${past ? "could" : "can"} count ${n} ${items} ${where}]`,
    gain: (n, p = past) =>
      `${s.pick(`${n} more`, `another ${n}`, `${n} other ${items}`)} ${be(p)} ${s.pick(...world.gains)}`,
    lose: (n, p = past) =>
      `${n}${s.pick(" of them", "", ` of the ${items}`)} ${be(p)} ${s.pick(...world.losses)}`,
    gainNamed: (n, p = past) => `${n} ${s.pick("more ", "new ")}${items} ${be(p)} ${s.pick(...world.gains)}`,
    loseNamed: (n, p = past) => `${n} ${items} ${be(p)} ${s.pick(...world.losses)}`,
    askNow: `[how many ${items} ${are} ${where} then|how many ${items} ${are} there in all|what ${past ? "was" : "is"} the number of ${items} ${where} in the end|how many ${items} ${past ? "could" : "can"} be counted ${where} after that]`,
    askLeft: `[how many ${items} ${are} left ${where}|how many ${items} ${are} still ${where}|how many ${items} remain${past ? "ed" : ""} ${where}|what number of ${items} ${past ? "was" : "is"} left there]`,
    askStart: `[how many ${items} were ${where} at first|how many ${items} had been ${where} before that|what was the number of ${items} ${where} at the beginning|how many ${items} were there at the start]`,
    askGained: `[how many ${items} were ${up}|how many more ${items} were ${up}|what number of ${items} was ${up}]`,
    askLost: `[how many ${items} were ${down}|how many of the ${items} were ${down}|what number of ${items} was ${down}]`,
  };
}

/** `twice as many`, `5 times as many`. */
export const timesAs = (k: { readonly number: number }, many = "many"): string =>
  k.number === 2 ? `twice as ${many}` : `${k} times as ${many}`;

/** A given number that divides another one, so that the draw is not in vain. */
export function divider(s: Story, label: string, of: Quantity, low: number, high: number): Quantity {
  const fits: number[] = [];
  for (let d = low; d <= high; d++) if (of.number % d === 0 && of.number > d) fits.push(d);
  s.need(fits.length > 0);
  return s.oneOf(label, fits);
}
