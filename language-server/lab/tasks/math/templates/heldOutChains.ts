import type { Template } from "../story.ts";
import { chain, type Domain } from "./chains.ts";

const domains: readonly Domain[] = [
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

/** Stories of one changing amount that training never sees. */
export const heldOutChains: readonly Template[] = domains.map(chain);
