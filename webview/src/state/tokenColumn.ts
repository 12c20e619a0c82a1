/** Tokens of one stage as they arrive: from the server's store in ranges, from the live stream at the end. */
import { signal } from "@preact/signals";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import type { Result } from "../../../language-server/contract/result.ts";

export type PullTokens = (
  from: number,
  to: number,
) => Promise<Result<{ total: number; tokens: readonly TokenRecord[] }>>;

/** A run of tokens drawn as one block; blocks end at line ends where they can. */
export interface Chunk {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const pullCount = 512;
const wantedChunk = 120;
const longestChunk = 400;

export class TokenColumn {
  /** Tokens in order without gaps; what is not here yet is not shown. */
  readonly tokens: TokenRecord[] = [];
  readonly chunks: Chunk[] = [];
  /** Rises whenever `tokens` grows. */
  readonly version = signal(0);
  readonly failure = signal<string | null>(null);
  /** Tokens that the stage has, as far as known. */
  total = 0;
  private pulling = false;
  /** Live tokens that came before the ones in front of them were pulled. */
  private readonly ahead: { first: number; tokens: readonly TokenRecord[] }[] = [];

  constructor(private readonly pull: PullTokens) {}

  get complete(): boolean {
    return this.tokens.length >= this.total;
  }

  /** Pulls everything known to exist, range after range. */
  async loadAll(total: number): Promise<void> {
    this.total = Math.max(this.total, total);
    if (this.pulling) return;
    this.pulling = true;
    this.failure.value = null;
    while (!this.complete) {
      const from = this.tokens.length;
      const answer = await this.pull(from, Math.min(from + pullCount, this.total));
      if (!answer.ok) {
        this.failure.value = answer.error.message;
        break;
      }
      // The store may lag behind the live stream; then the rest comes with the next range.
      if (answer.value.tokens.length === 0) break;
      this.take(from, answer.value.tokens);
    }
    this.pulling = false;
  }

  /** Live tokens from position `first` on. A gap in front is pulled. */
  append(first: number, tokens: readonly TokenRecord[]): void {
    this.total = Math.max(this.total, first + tokens.length);
    if (first > this.tokens.length) {
      this.ahead.push({ first, tokens });
      void this.loadAll(this.total);
    } else this.take(first, tokens);
  }

  private take(first: number, tokens: readonly TokenRecord[]): void {
    for (const token of tokens.slice(Math.max(0, this.tokens.length - first))) this.push(token);
    for (
      let next = this.ahead[0];
      next !== undefined && next.first <= this.tokens.length;
      next = this.ahead[0]
    ) {
      this.ahead.shift();
      for (const token of next.tokens.slice(Math.max(0, this.tokens.length - next.first))) this.push(token);
    }
    this.version.value++;
  }

  private push(token: TokenRecord): void {
    const at = this.tokens.push(token) - 1;
    const last = this.chunks.at(-1);
    const size = last === undefined ? 0 : last.to - last.from;
    const lineEnded = at > 0 && (this.tokens[at - 1]?.text.endsWith("\n") ?? false);
    if (last === undefined || size >= longestChunk || (size >= wantedChunk && lineEnded))
      this.chunks.push({ from: at, to: at + 1 });
    else this.chunks[this.chunks.length - 1] = { from: last.from, to: at + 1 };
  }
}
