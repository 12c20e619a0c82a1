import type { Template } from "../story.ts";
import { chain, type Domain } from "./chains.ts";

const domains: readonly Domain[] = [
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

/** Stories of one changing amount, for training. */
export const trainChains: readonly Template[] = domains.map(chain);
