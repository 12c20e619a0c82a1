/** Learns byte pairs from texts. */
import { type TokenizerData, wordsOf } from "./bpe.ts";
import { byteCharacters, charactersOf } from "./bytes.ts";

interface Word {
  parts: string[];
  readonly count: number;
}

/**
 * Learns a tokenizer with about `size` tokens: the 256 bytes, merges by falling frequency, and the special tokens.
 * Fewer when no pair is left that occurs `leastCount` times. The same texts give the same tokenizer: among pairs
 * that are equally frequent the one that sorts first is taken.
 */
export function trainTokenizer(
  texts: Iterable<string>,
  size: number,
  special: readonly string[],
  leastCount = 2,
): TokenizerData {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words: Word[] = [...counts].map(([word, count]) => ({
    parts: Array.from(charactersOf(word)),
    count,
  }));

  const pairCounts = new Map<string, number>();
  /** Words in which a pair was seen; it may be gone from some of them by now. */
  const places = new Map<string, Set<Word>>();
  const note = (pair: string, word: Word, by: number) => {
    pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + by);
    if (by <= 0) return;
    const known = places.get(pair);
    if (known === undefined) places.set(pair, new Set([word]));
    else known.add(word);
  };
  const noteAll = (word: Word, sign: number) => {
    for (let i = 0; i + 1 < word.parts.length; i++) {
      note(`${word.parts[i]} ${word.parts[i + 1]}`, word, sign * word.count);
    }
  };
  for (const word of words) noteAll(word, 1);

  const tokens = [...byteCharacters];
  const known = new Set(tokens);
  const merges: string[] = [];
  while (tokens.length + special.length < size) {
    let best = "";
    let bestCount = leastCount - 1;
    for (const [pair, count] of pairCounts) {
      if (count > bestCount || (count === bestCount && count >= leastCount && pair < best)) {
        best = pair;
        bestCount = count;
      }
    }
    if (best === "") break;
    const [left = "", right = ""] = best.split(" ");
    for (const word of places.get(best) ?? []) {
      noteAll(word, -1);
      word.parts = merged(word.parts, left, right);
      noteAll(word, 1);
    }
    pairCounts.delete(best);
    places.delete(best);
    merges.push(best);
    // Two merges can spell the same piece.
    if (!known.has(left + right)) tokens.push(left + right);
    known.add(left + right);
  }
  return { tokens: [...tokens, ...special], merges, special: [...special] };
}

function merged(parts: readonly string[], left: string, right: string): string[] {
  const result: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === left && parts[i + 1] === right) {
      result.push(left + right);
      i++;
    } else result.push(parts[i] ?? "");
  }
  return result;
}
