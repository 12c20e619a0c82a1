import type { TokenChunk } from "../contract/engine.ts";
import { type Candidates, entropyOf, logprobOf } from "../core/sampling/candidates.ts";
import type { EngineSink } from "./engine.ts";

const chunkCapacity = 64;
const flushAfterMs = 50;
export const alternativesKept = 5;
const forcedMark = 1;
const givenMark = 2;
const noToken = 0xffffffff;

/** Columns of one slot being filled. */
class Columns {
  count = 0;
  firstStep = 0;
  readonly ids = new Uint32Array(chunkCapacity);
  texts: string[] = [];
  readonly logprobs = new Float32Array(chunkCapacity);
  readonly entropies = new Float32Array(chunkCapacity);
  readonly alternativeIds = new Uint32Array(chunkCapacity * alternativesKept);
  readonly alternativeLogprobs = new Float32Array(chunkCapacity * alternativesKept);
  readonly forced = new Uint8Array(chunkCapacity);
  readonly stepMs = new Float32Array(chunkCapacity);
  vocabulary: { id: number; text: string }[] = [];

  take(slot: number): TokenChunk {
    const n = this.count;
    const chunk: TokenChunk = {
      slot,
      firstStep: this.firstStep,
      ids: this.ids.slice(0, n),
      texts: this.texts,
      logprobs: this.logprobs.slice(0, n),
      entropies: this.entropies.slice(0, n),
      alternativeIds: this.alternativeIds.slice(0, n * alternativesKept),
      alternativeLogprobs: this.alternativeLogprobs.slice(0, n * alternativesKept),
      forced: this.forced.slice(0, n),
      stepMs: this.stepMs.slice(0, n),
      vocabulary: this.vocabulary,
    };
    this.count = 0;
    this.texts = [];
    this.vocabulary = [];
    return chunk;
  }
}

/** One token on its way into a frame. */
export interface TokenEntry {
  readonly step: number;
  readonly id: number;
  readonly text: string;
  readonly stepMs: number;
  /** Null for tokens that we wrote ourselves; the logarithm alone (NaN: unknown) where no alternatives are told. */
  readonly drawn:
    | { readonly candidates: Candidates; readonly index: number }
    | { readonly logprob: number }
    | null;
  /** Put in by somebody. */
  readonly given?: true;
}

/**
 * Collects tokens of all slots and sends them in common messages, about 20 a second: the loop never waits for a
 * message, and the receiver is not flooded by one message a token.
 */
export class TokenFrames {
  private readonly columns = new Map<number, Columns>();
  private readonly known: Uint8Array;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly sink: EngineSink;
  private readonly textOf: (id: number) => string;

  constructor(sink: EngineSink, vocabularySize: number, textOf: (id: number) => string) {
    this.sink = sink;
    this.known = new Uint8Array(vocabularySize);
    this.textOf = textOf;
  }

  add(slot: number, entry: TokenEntry): void {
    let columns = this.columns.get(slot);
    if (columns === undefined) {
      columns = new Columns();
      this.columns.set(slot, columns);
    }
    const at = columns.count;
    if (at === 0) columns.firstStep = entry.step;
    columns.ids[at] = entry.id;
    columns.texts.push(entry.text);
    columns.stepMs[at] = entry.stepMs;
    this.introduce(columns, entry.id);
    const { drawn } = entry;
    columns.forced[at] = drawn !== null ? 0 : entry.given === true ? givenMark : forcedMark;
    if (drawn !== null && "candidates" in drawn) {
      this.addDistribution(columns, at, drawn.candidates, drawn.index);
    } else {
      columns.logprobs[at] = drawn?.logprob ?? 0;
      columns.entropies[at] = drawn === null ? 0 : Number.NaN;
      columns.alternativeIds.fill(noToken, at * alternativesKept, (at + 1) * alternativesKept);
      columns.alternativeLogprobs.fill(0, at * alternativesKept, (at + 1) * alternativesKept);
    }
    columns.count++;
    if (columns.count === chunkCapacity) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), flushAfterMs);
  }

  /** Sends everything collected so far. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const chunks: TokenChunk[] = [];
    for (const [slot, columns] of this.columns) if (columns.count > 0) chunks.push(columns.take(slot));
    if (chunks.length > 0) this.sink({ kind: "tokens", chunks });
  }

  private addDistribution(columns: Columns, at: number, candidates: Candidates, index: number): void {
    columns.logprobs[at] = logprobOf(candidates, index);
    columns.entropies[at] = entropyOf(candidates);
    for (let i = 0; i < alternativesKept; i++) {
      const cell = at * alternativesKept + i;
      const id = i < candidates.count ? (candidates.ids[i] ?? noToken) : noToken;
      columns.alternativeIds[cell] = id;
      columns.alternativeLogprobs[cell] = id === noToken ? 0 : logprobOf(candidates, i);
      if (id !== noToken) this.introduce(columns, id);
    }
  }

  private introduce(columns: Columns, id: number): void {
    if (this.known[id] === 1) return;
    this.known[id] = 1;
    columns.vocabulary.push({ id, text: this.textOf(id) });
  }
}
