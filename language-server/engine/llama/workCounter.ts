import type { EngineWork } from "../../contract/engine.ts";

/** What a token costs at least. */
export interface ModelCosts {
  /** Read once for each batch. */
  readonly weightBytes: number;
  /** Keys and values of one token. */
  readonly cellBytes: number;
  readonly parameters: number;
}

/** A longer pause is none of the host's work: nothing was asked for. */
const longestHostMs = 100;

/** Adds up what the batches had to do and how long they took. */
export class WorkCounter {
  private readonly costs: ModelCosts;
  private decodeMs = 0;
  private decodeBytes = 0;
  private promptMs = 0;
  private promptFlops = 0;
  private hostMs = 0;
  private beganAt = 0;
  private endedAt = 0;
  /** Of the batch being put together. */
  private singles = 0;
  private promptTokens = 0;
  private cells = 0;

  constructor(costs: ModelCosts) {
    this.costs = costs;
  }

  /** So many tokens of one sequence, from this position on, are in the next batch. */
  add(position: number, count: number): void {
    if (count === 1) this.singles++;
    else this.promptTokens += count;
    this.cells += position + count;
  }

  begin(): void {
    this.beganAt = performance.now();
    const pause = this.beganAt - this.endedAt;
    if (pause < longestHostMs) this.hostMs += pause;
  }

  end(): void {
    this.endedAt = performance.now();
    const elapsed = this.endedAt - this.beganAt;
    const { weightBytes, cellBytes, parameters } = this.costs;
    if (this.promptTokens > this.singles) {
      this.promptMs += elapsed;
      this.promptFlops += 2 * parameters * (this.promptTokens + this.singles);
    } else {
      this.decodeMs += elapsed;
      this.decodeBytes += weightBytes + this.cells * cellBytes;
    }
    this.singles = 0;
    this.promptTokens = 0;
    this.cells = 0;
  }

  /** What was added up since the last call. */
  take(): EngineWork {
    const { decodeMs, decodeBytes, promptMs, promptFlops, hostMs } = this;
    this.decodeMs = 0;
    this.decodeBytes = 0;
    this.promptMs = 0;
    this.promptFlops = 0;
    this.hostMs = 0;
    return { decodeMs, decodeBytes, promptMs, promptFlops, hostMs };
  }
}
