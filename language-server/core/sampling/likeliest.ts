import { type Candidates, softmax } from "./candidates.ts";

/** The least logits that are kept, in step with the ids; grown to the largest number ever asked for. */
let kept = new Float64Array(256);

/** Puts a logit where it belongs among those before `last`, behind equal ones. */
function place(value: number, id: number, last: number, ids: Uint32Array): void {
  let at = last;
  while (at > 0 && value > (kept[at - 1] ?? 0)) {
    kept[at] = kept[at - 1] ?? 0;
    ids[at] = ids[at - 1] ?? 0;
    at--;
  }
  kept[at] = value;
  ids[at] = id;
}

/**
 * The likeliest tokens of a vocabulary's logits with their probabilities among themselves; equal ones by id. As many
 * as the arrays hold, which are filled.
 * @returns how many there are
 */
export function fillLikeliest(
  logits: ArrayLike<number>,
  ids: Uint32Array,
  probabilities: Float64Array<ArrayBuffer>,
): number {
  const { length } = logits;
  const count = Math.min(ids.length, length);
  if (count === 0) return 0;
  if (kept.length < count) kept = new Float64Array(count);
  for (let id = 0; id < count; id++) {
    const logit = logits[id] ?? Number.NaN;
    // What is no number could never be pushed out again.
    place(Number.isNaN(logit) ? Number.NEGATIVE_INFINITY : logit, id, id, ids);
  }
  // The rest is compared eight at a time: hardly any of them is among the likeliest, and this is done for every token.
  const last = count - 1;
  let least = kept[last] ?? 0;
  const blocksEnd = length - ((length - count) % 8);
  for (let id = count; id < blocksEnd; id += 8) {
    if (
      (logits[id] as number) > least ||
      (logits[id + 1] as number) > least ||
      (logits[id + 2] as number) > least ||
      (logits[id + 3] as number) > least ||
      (logits[id + 4] as number) > least ||
      (logits[id + 5] as number) > least ||
      (logits[id + 6] as number) > least ||
      (logits[id + 7] as number) > least
    ) {
      for (let one = id; one < id + 8; one++) {
        if ((logits[one] as number) > least) {
          place(logits[one] as number, one, last, ids);
          least = kept[last] ?? 0;
        }
      }
    }
  }
  for (let id = blocksEnd; id < length; id++) {
    if ((logits[id] as number) > least) {
      place(logits[id] as number, id, last, ids);
      least = kept[last] ?? 0;
    }
  }
  softmax(kept, count, probabilities);
  return count;
}

/** The `most` likeliest tokens of a vocabulary's logits; equal ones by id. */
export function likeliest(logits: ArrayLike<number>, most: number): Candidates {
  const count = Math.min(most, logits.length);
  const ids = new Uint32Array(count);
  const probabilities = new Float64Array(count);
  return { ids, probabilities, count: fillLikeliest(logits, ids, probabilities) };
}
