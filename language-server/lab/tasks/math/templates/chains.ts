import { type Quantity, type Story, type Template, template } from "../story.ts";

/**
 * Stories of one changing amount: a start, then things that happen to it, then the question. Every domain has words of
 * its own; how many things happen gives the number of steps, so these reach up to six.
 */
interface Domain {
  readonly id: string;
  /** Sets the scene and gives what is counted; `who` is spoken of as `he` later. */
  begin(story: Story): Scene;
}

interface Scene {
  /** Plural of what is counted, such as `apples`. */
  readonly what: string;
  /** Sentence for a plain start with `n`. */
  start(n: Quantity): string;
  /** Sentence for a start of `n` groups of `k`. */
  startGroups(n: Quantity, k: Quantity): string;
  /** More of them; `n` is a number or a phrase such as `3 boxes of 4`. */
  readonly gains: readonly ((n: string) => string)[];
  readonly losses: readonly ((n: string) => string)[];
  /** Half, a third or a quarter goes. */
  readonly losesPart?: (part: string) => string;
  /** What a group is called, such as `bags`. */
  readonly groups: string;
  /** What a group of the start is called, where that differs. */
  readonly startGroupName?: string;
  readonly ask: string;
  /** Money of one, asked at the end: sentence and question. */
  readonly price?: (p: string) => readonly [string, string];
  /** Equal groups at the end: sentence and question. */
  readonly split?: (n: string) => readonly [string, string];
}

const partWords = ["half", "a third", "a quarter", "a fifth"] as const;

/** The start and then enough events for the wanted number of steps. */
function tell(story: Story, scene: Scene, steps: number): void {
  const { random } = story;
  const { what } = scene;
  let left = steps;
  let now: Quantity;
  if (left >= 2 && random.chance(0.5)) {
    const groups = scene.startGroupName ?? scene.groups;
    const n = story.num(groups, 3, 15);
    const k = story.num(`${what} in each of the ${groups}`, 3, 20);
    story.say(scene.startGroups(n, k));
    now = story.mul(`${what} at first`, n, k);
    left--;
  } else {
    now = story.num(`${what} at first`, 12, 150);
    story.say(scene.start(now));
  }
  const ending = left >= 2 && random.chance(0.35) ? random.pick(["price", "split"] as const) : "none";
  if (ending !== "none" && scene[ending] !== undefined) left--;
  let turn = 0;
  while (left > 0) {
    const kinds = [
      "gain",
      "loss",
      ...(left >= 2 ? ["gain-groups", "loss-groups"] : []),
      ...(scene.losesPart ? ["part"] : []),
    ];
    const kind = random.pick(kinds);
    const opening = turn === 0 ? "" : `[Then|Later|After that|Next|Soon] `;
    turn++;
    if (kind === "part" && left >= (random.chance(0.7) ? 2 : 1)) {
      const i = random.integer(0, partWords.length - 1);
      story.say(opening + (scene.losesPart?.(partWords[i] ?? "half") ?? ""));
      if (i === 0) {
        now = story.div(`${what} after half is gone`, now, 2);
        left--;
      } else if (left >= 2) {
        const gone = story.div(`${what} that go (${partWords[i]})`, now, i + 2);
        now = story.sub(`${what} after that`, now, gone);
        left -= 2;
      } else {
        story.need(false);
      }
      continue;
    }
    const grows = kind.startsWith("gain");
    const sayings = grows ? scene.gains : scene.losses;
    const say = random.pick(sayings);
    if (kind.endsWith("groups")) {
      const n = story.num(`${scene.groups} ${grows ? "added" : "taken"}`, 2, 9);
      const k = story.num(`${what} in each of them`, 3, 15);
      story.say(opening + say(`${n} ${scene.groups} of ${k} ${what}`));
      const amount = story.mul(`${what} ${grows ? "added" : "taken"}`, n, k);
      now = grows ? story.add(`${what} then`, now, amount) : story.sub(`${what} then`, now, amount);
      left -= 2;
    } else {
      const n = story.num(`${what} ${grows ? "added" : "taken"}`, 2, 60);
      story.say(opening + say(`${n} ${grows ? `more ${what}` : what}`));
      now = grows ? story.add(`${what} then`, now, n) : story.sub(`${what} then`, now, n);
      left--;
    }
  }
  finish(story, scene, ending, now);
}

function finish(story: Story, scene: Scene, ending: "price" | "split" | "none", now: Quantity): void {
  const { what } = scene;
  if (ending === "price" && scene.price !== undefined) {
    const p = story.cash("price of each", 2, 9);
    const [sentence, question] = scene.price(p.digits);
    story.mul(`money for the ${what}`, now, p);
    story.say(sentence);
    story.ask(question);
    return;
  }
  if (ending === "split" && scene.split !== undefined) {
    const n = story.num("equal parts", 2, 12);
    const [sentence, question] = scene.split(n.digits);
    story.div(`${what} in each part`, now, n);
    story.say(sentence);
    story.ask(question);
    return;
  }
  story.ask(scene.ask);
}

const chain = ({ id, begin }: Domain): Template =>
  template(`chain-${id}`, [1, 2, 3, 4, 5, 6], (story, steps) => tell(story, begin(story), steps));

const trainDomains: readonly Domain[] = [
  {
    id: "own",
    begin(s) {
      const who = s.person();
      const friend = s.person();
      const item = s.thing("small").many;
      const groups = s.pick("bags", "boxes", "packs");
      return {
        what: item,
        groups,
        start: (n) => `${who.name} [has|owns|starts with] ${n} ${item}.`,
        startGroups: (n, k) => `${who.name} has ${n} ${groups} with ${k} ${item} [each|in each].`,
        gains: [
          (n) => `${who.he} [buys|gets|finds] ${n}.`,
          (n) => `${friend.name} gives ${who.him} ${n}.`,
          (n) => `${who.his} [father|mother|aunt|uncle] [brings|gives] ${who.him} ${n}.`,
        ],
        losses: [
          (n) => `${who.he} [loses|gives away|sells] ${n}.`,
          (n) => `${who.he} gives ${n} to ${friend.name}.`,
          (n) => `${friend.name} takes ${n}[| from ${who.him}].`,
        ],
        losesPart: (part) => `${who.he} gives ${part} of them to ${who.his} [sister|brother|cousin].`,
        ask: `How many ${item} does ${who.he} have [now|in the end|left]?`,
        price: (p) => [`${who.he} sells all of them for $${p} each.`, `How much money does ${who.he} get?`],
        split: (n) => [
          `${who.he} shares them equally among ${n} friends.`,
          `How many ${item} does each friend get?`,
        ],
      };
    },
  },
  {
    id: "farm",
    begin(s) {
      const item = s.thing("produce").many;
      const who = s.person();
      const groups = s.pick("crates", "baskets", "sacks");
      return {
        what: item,
        groups,
        start: (n) => `Farmer ${who.name} [picks|harvests] ${n} ${item} [in the morning|on Monday|].`,
        startGroups: (n, k) => `Farmer ${who.name} fills ${n} ${groups} with ${k} ${item} [each|in each].`,
        gains: [(n) => `${who.he} [picks|harvests|digs up] ${n}.`, (n) => `a helper brings ${n}.`],
        losses: [
          (n) => `${n} [rot|go bad|are thrown away].`,
          (n) => `${who.he} sells ${n} at the market.`,
          (n) => `the family [eats|cooks] ${n}.`,
        ],
        losesPart: (part) => `${part} of them go to a shop.`,
        ask: `How many ${item} [are left|does the farmer have now]?`,
        price: (p) => [
          `the rest is sold for $${p} each.`,
          `How much money does the farmer get for the rest?`,
        ],
        split: (n) => [
          `${who.he} packs the rest into ${n} equal boxes.`,
          `How many ${item} are in each box?`,
        ],
      };
    },
  },
  {
    id: "library",
    begin(s) {
      const item = s.pick("books", "films", "games", "magazines");
      const day = s.pick("morning", "afternoon");
      return {
        what: item,
        groups: "boxes",
        startGroupName: "shelves",
        start: (n) => `A library [has|owns] ${n} ${item}.`,
        startGroups: (n, k) => `A library has ${n} shelves with ${k} ${item} [each|on each].`,
        gains: [(n) => `readers bring back ${n}.`, (n) => `the library [buys|receives] ${n}.`],
        losses: [
          (n) => `readers [borrow|take out] ${n}${s.pick("", ` in the ${day}`)}.`,
          (n) => `${n} are [damaged and thrown away|given to a school|lost].`,
        ],
        losesPart: (part) => `${part} of them are lent to another library.`,
        ask: `How many ${item} are [in the library|there] now?`,
        split: (n) => [
          `they are put on ${n} shelves, equally many on each.`,
          `How many ${item} are on each shelf?`,
        ],
      };
    },
  },
  {
    id: "bakery",
    begin(s) {
      const item = s.thing("food").many;
      return {
        what: item,
        groups: "trays",
        start: (n) => `A [baker|bakery] [makes|bakes] ${n} ${item}[| in the morning].`,
        startGroups: (n, k) => `A [baker|bakery] makes ${n} trays of ${k} ${item} [each|].`,
        gains: [(n) => `the baker [makes|bakes] ${n}.`, (n) => `${n} come out of the oven.`],
        losses: [(n) => `customers buy ${n}.`, (n) => `${n} are [burnt|sold|eaten by the staff].`],
        losesPart: (part) => `${part} of them are sold before noon.`,
        ask: `How many ${item} are [left|there in the end]?`,
        price: (p) => [
          `the rest are sold for $${p} each.`,
          `How much money does the baker get for the rest?`,
        ],
        split: (n) => [
          `the rest are put into ${n} boxes, equally many in each.`,
          `How many ${item} are in each box?`,
        ],
      };
    },
  },
  {
    id: "savings",
    begin(s) {
      const who = s.person();
      return {
        what: "dollars",
        groups: "gifts",
        start: (n) => `${who.name} has ${n} dollars [in the bank|in a box|].`,
        startGroups: (n, k) => `${who.name} gets ${n} gifts of ${k} dollars.`,
        gains: [
          (n) => `${who.he} [earns|saves|gets] ${n}.`,
          (n) => `${who.his} grandmother gives ${who.him} ${n}.`,
        ],
        losses: [
          (n) => `${who.he} [spends|pays|loses] ${n}.`,
          (n) => `${who.he} spends ${n} on ${s.pick("shoes", "food", "a game", "a book")}.`,
        ],
        losesPart: (part) => `${who.he} spends ${part} of the money.`,
        ask: `How many dollars does ${who.he} have [now|left]?`,
        split: (n) => [
          `${who.he} divides the money equally among ${n} children.`,
          `How many dollars does each child get?`,
        ],
      };
    },
  },
  {
    id: "water",
    begin(s) {
      const place = s.pick("tank", "barrel", "pool", "pond");
      return {
        what: "litres",
        groups: "buckets",
        start: (n) => `A ${place} [holds|contains] ${n} litres of water.`,
        startGroups: (n, k) => `${n} buckets of ${k} litres are poured into an empty ${place}.`,
        gains: [(n) => `someone [pours in|adds] ${n}.`, (n) => `a helper fills in ${n}.`],
        losses: [(n) => `${n} [leak out|are used|flow out].`, (n) => `a gardener takes out ${n}.`],
        losesPart: (part) => `${part} of the water is used.`,
        ask: `How many litres are in the ${place} [now|then]?`,
        split: (n) => [`the water is poured into ${n} equal cans.`, `How many litres are in each can?`],
      };
    },
  },
  {
    id: "game",
    begin(s) {
      const who = s.person();
      const thing = s.pick("points", "coins", "stars", "gems");
      return {
        what: thing,
        groups: "chests",
        start: (n) => `In a game ${who.name} [has|starts with] ${n} ${thing}.`,
        startGroups: (n, k) => `In a game ${who.name} opens ${n} chests with ${k} ${thing} each.`,
        gains: [(n) => `${who.he} [wins|finds|earns] ${n}.`, (n) => `a friend sends ${who.him} ${n}.`],
        losses: [(n) => `${who.he} [loses|pays|spends] ${n}.`, (n) => `a monster takes ${n}.`],
        losesPart: (part) => `${who.he} loses ${part} of the ${thing}.`,
        ask: `How many ${thing} does ${who.he} have [now|at the end]?`,
        split: (n) => [
          `${who.he} shares them equally among ${n} players.`,
          `How many ${thing} does each player get?`,
        ],
      };
    },
  },
  {
    id: "shop",
    begin(s) {
      const item = s.thing("goods").many;
      return {
        what: item,
        groups: "boxes",
        start: (n) => `A shop has ${n} ${item}[| in stock].`,
        startGroups: (n, k) => `A shop [receives|orders|gets] ${n} boxes with ${k} ${item} each.`,
        gains: [
          (n) => `a truck brings ${n}.`,
          (n) => `the owner [orders|buys] ${n}.`,
          (n) => `customers return ${n}.`,
        ],
        losses: [
          (n) => `the shop sells ${n}.`,
          (n) => `${n} [break|are sold|are sent back].`,
          (n) => `a customer buys ${n}.`,
        ],
        losesPart: (part) => `the shop sells ${part} of them.`,
        ask: `How many ${item} [does the shop have now|are left in the shop]?`,
        price: (p) => [
          `the shop sells the rest for $${p} each.`,
          `How much money does the shop get for the rest?`,
        ],
        split: (n) => [
          `they are put on ${n} tables, equally many on each.`,
          `How many ${item} are on each table?`,
        ],
      };
    },
  },
  {
    id: "people",
    begin(s) {
      const place = s.pick("party", "museum", "station", "beach", "meeting");
      return {
        what: "people",
        groups: "groups",
        start: (n) => `[There are ${n} people at a ${place}|${n} people are at a ${place}].`,
        startGroups: (n, k) => `${n} groups of ${k} people come to a ${place}.`,
        gains: [(n) => `${n} [come|arrive|join].`],
        losses: [(n) => `${n} [leave|go home|go away].`],
        losesPart: (part) => `${part} of the people leave.`,
        ask: `How many people are [there now|at the ${place} now]?`,
        price: (p) => [`each person who is still there pays $${p}.`, `How much money do they pay in all?`],
        split: (n) => [`they form ${n} equal teams.`, `How many people are in each team?`],
      };
    },
  },
  {
    id: "forest",
    begin(s) {
      const plant = s.thing("plant").many;
      return {
        what: plant,
        groups: "rows",
        start: (n) =>
          `[There are ${n} ${plant} in a park|A park has ${n} ${plant}|A gardener has ${n} ${plant}].`,
        startGroups: (n, k) => `A gardener plants ${n} rows of ${k} ${plant}.`,
        gains: [(n) => `the gardener plants ${n}.`, (n) => `${n} are added.`],
        losses: [(n) => `${n} [die|dry out|are cut down].`, (n) => `a storm destroys ${n}.`],
        losesPart: (part) => `${part} of the ${plant} are moved to another park.`,
        ask: `How many ${plant} are [left|there now]?`,
        split: (n) => [`they are planted again in ${n} equal rows.`, `How many ${plant} are in each row?`],
      };
    },
  },
];

const testDomains: readonly Domain[] = [
  {
    id: "parking",
    begin() {
      return {
        what: "cars",
        groups: "rows",
        start: (n) => `[${n} cars stand in front of a hall|In front of a shop there are ${n} cars].`,
        startGroups: (n, k) => `In front of a hall there are ${n} full rows of ${k} cars.`,
        gains: [(n) => `${n} [drive in|come and stop there].`],
        losses: [(n) => `${n} [drive off|drive away again].`],
        losesPart: (part) => `${part} of all the cars drive away.`,
        ask: "How many cars [stand there|are there] in the end?",
        price: (p) => [
          `every driver whose car is still there has to pay $${p}.`,
          "How much money do the drivers pay?",
        ],
        split: (n) => [
          `the cars that are left stand in ${n} rows of the same length.`,
          "How many cars stand in each row?",
        ],
      };
    },
  },
  {
    id: "storeroom",
    begin(s) {
      const item = s.thing("goods").many;
      const who = s.person();
      return {
        what: item,
        groups: "crates",
        start: (n) => `In a store room ${who.name} counts ${n} ${item}.`,
        startGroups: (n, k) =>
          `${who.name} works in a store room and counts ${n} crates that hold ${k} ${item} each.`,
        gains: [(n) => `a driver unloads ${n}.`, (n) => `${n} come by train.`],
        losses: [(n) => `${n} are loaded on a truck.`, (n) => `${who.he} sends ${n} to a customer.`],
        losesPart: (part) => `${part} of the ${item} go to another town.`,
        ask: `How many ${item} are in the store room [after that|now]?`,
        price: (p) => [
          `all that is left is sold at $${p} for each piece.`,
          "How many dollars does that bring?",
        ],
        split: (n) => [
          `what is left is put into ${n} crates of the same size.`,
          `How many ${item} does each of these crates hold?`,
        ],
      };
    },
  },
  {
    id: "fish-pond",
    begin(s) {
      const who = s.person();
      return {
        what: "fish",
        groups: "buckets",
        start: (n) => `${who.name} keeps ${n} fish in a pond.`,
        startGroups: (n, k) =>
          `${who.name} brings ${n} buckets with ${k} fish in each and puts all of them into a new pond.`,
        gains: [(n) => `${n} are put into the pond.`, (n) => `a neighbour brings ${who.him} ${n}.`],
        losses: [(n) => `${n} are moved to a lake.`, (n) => `${who.he} catches and sells ${n}.`],
        losesPart: (part) => `${part} of the fish die in a cold winter.`,
        ask: "How many fish [live in the pond|are in the pond] now?",
        price: (p) => [
          `${who.he} sells every fish for $${p}.`,
          `How many dollars does ${who.he} get for all the fish?`,
        ],
        split: (n) => [
          `${who.he} moves them to ${n} small ponds, the same number to each.`,
          "How many fish are in each small pond?",
        ],
      };
    },
  },
];

export const trainChains: readonly Template[] = trainDomains.map(chain);
export const testChains: readonly Template[] = testDomains.map(chain);
