import { orderedCandidates } from "../../core/sampling/candidates.ts";
import type { TokenEntry } from "../tokenFrames.ts";
import type { TokenBook } from "./tokenBook.ts";
import type { Unit } from "./wire/wire.ts";

/** What a trace records of a unit: its probability and the alternatives, as far as they were told. */
export function columnsOf(unit: Unit, id: number, text: string, book: TokenBook): TokenEntry["drawn"] {
  const others = unit.alternatives.map((other) => {
    if (other.id === null) return { id: book.idOf(other.text), logprob: other.logprob };
    book.learn(other.id, other.text);
    return { id: other.id, logprob: other.logprob };
  });
  book.learn(id, text);
  if (unit.logprob === null) return { logprob: Number.NaN };
  if (others.length === 0) return { logprob: unit.logprob };
  const pairs = new Map(others.map((other): [number, number] => [other.id, Math.exp(other.logprob)]));
  pairs.set(id, Math.exp(unit.logprob));
  const candidates = orderedCandidates(pairs);
  return { candidates, index: Array.from(candidates.ids).indexOf(id) };
}
