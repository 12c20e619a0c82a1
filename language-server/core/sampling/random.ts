/**
 * Counter-based randomness. A draw depends only on what it is for (run seed, question, sample, path, stage, step),
 * never on how many draws came before it or on what else shares the batch: a run can stop, resume and change its
 * batch size without changing its dice (design note local-inference, section 0, point 5).
 *
 * Generator: Philox 4x32 with 10 rounds (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011). Counter = (step, stage, path, sample); key = 64 bits hashed from the seed and the question id.
 */
import type { DrawKey } from "../../contract/engine.ts";

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/** Upper 32 bits of an unsigned 32 × 32 product, in halves so that every partial product is exact. */
function multiplyHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

export type Words4 = readonly [number, number, number, number];

/** One Philox 4x32-10 block: four 32-bit words from a 128-bit counter and a 64-bit key. */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(multiplier0, c0);
    const low0 = Math.imul(multiplier0, c0) >>> 0;
    const high1 = multiplyHigh(multiplier1, c2);
    const low1 = Math.imul(multiplier1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + weyl0) >>> 0;
    k1 = (k1 + weyl1) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** FNV-1a over the UTF-16 bytes of a text, low byte first. */
function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Final mixing of MurmurHash3 (32 bit): spreads every input bit over the word. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The dice of one stage: maps a step to a uniform number in [0, 1) with 53 random bits.
 * Seeds are safe integers; all 53 bits count.
 */
export function stageDice(key: DrawKey): (step: number) => number {
  const seedLow = key.seed >>> 0;
  const seedHigh = Math.floor(key.seed / 0x100000000) >>> 0;
  const philoxKey: readonly [number, number] = [
    mix(fnv1a(key.questionId, 0x811c9dc5) ^ mix(seedLow + 1)),
    mix(fnv1a(key.questionId, 0x050c5d1f) ^ mix(seedHigh ^ mix(seedLow))),
  ];
  return (step) => {
    const [a, b] = philox4x32([step >>> 0, key.stage >>> 0, key.path >>> 0, key.sample >>> 0], philoxKey);
    return ((a >>> 5) * 0x4000000 + (b >>> 6)) / 0x20000000000000;
  };
}
