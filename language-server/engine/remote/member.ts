import type { Failure } from "../../contract/result.ts";
import type { Dialogue } from "./dialogue.ts";
import type { Delta, Unit, Wanted } from "./wire/wire.ts";

/** How one answer, or the rest of it, ended. */
export type Drawn =
  | {
      readonly end: "turn" | "length" | "context";
      readonly promptTokens: number | null;
      readonly sampledTokens: number | null;
      readonly promptIsShared?: boolean;
    }
  /** `take` wanted no more, or the signal was aborted. */
  | { readonly end: "stopped"; readonly promptTokens: number | null; readonly promptIsShared?: boolean }
  | { readonly end: "failed"; readonly failure: Failure };

export interface Order {
  readonly dialogue: Dialogue;
  /** What is asked for now: less, after a stream that was cut. */
  wanted(): Wanted;
  /** Takes a unit into the dialogue; true when the answer must end here. `at` is when it came, in process time. */
  take(unit: Unit, at: number): boolean | Promise<boolean>;
  /** Answers that are alike in this go to the same server, while it has room. */
  readonly preferred: number;
  readonly sample: number;
  /** Names a request for these samples to the server, for its logs. */
  label(samples: readonly number[]): string;
  readonly signal: AbortSignal;
}

/** What became of one attempt. */
export type Attempt =
  | Drawn
  | {
      readonly end: "again";
      readonly overloaded: boolean;
      readonly reason: string;
      readonly restMs: number | null;
    }
  /** The request was at fault, and the next one will be another. */
  | { readonly end: "otherwise"; readonly reason: string };

export interface Tried {
  readonly attempt: Attempt;
  readonly url: string;
  readonly taken: number;
}

/** One order's part in a request that may be for several. */
export class Member {
  readonly tried: Promise<Tried>;
  settled = false;
  /** By us: it wanted no more. */
  stopped = false;
  /** Its prompt is evaluated for another answer of the request. */
  promptIsShared = false;
  url = "";
  taken = 0;
  /** Units that are only taken when the answer has come to its end. */
  readonly held: { readonly unit: Unit; readonly at: number }[] = [];
  end: Delta["end"];
  promptTokens: number | null = null;
  sampledTokens: number | null = null;
  private resolve: (tried: Tried) => void = () => undefined;
  private readonly leave = (): void => {
    const { promptTokens, promptIsShared } = this;
    this.settle({ end: "stopped", promptTokens, promptIsShared });
  };

  constructor(
    readonly order: Order,
    private readonly onSettled: () => void = () => undefined,
  ) {
    this.tried = new Promise((resolve) => {
      this.resolve = resolve;
    });
    if (order.signal.aborted) this.leave();
    else order.signal.addEventListener("abort", this.leave, { once: true });
  }

  /** Only the first time counts. */
  settle(attempt: Attempt): void {
    if (this.settled) return;
    this.settled = true;
    this.stopped = attempt.end === "stopped";
    this.order.signal.removeEventListener("abort", this.leave);
    this.resolve({ attempt, url: this.url, taken: this.taken });
    this.onSettled();
  }

  async take(unit: Unit, at: number): Promise<void> {
    if (this.settled) return;
    this.taken++;
    if (await this.order.take(unit, at)) this.leave();
  }

  async takeHeld(): Promise<void> {
    for (const { unit, at } of this.held.splice(0)) await this.take(unit, at);
  }

  /** Something of it has come. */
  get begun(): boolean {
    return this.taken > 0 || this.held.length > 0 || this.end !== undefined;
  }

  /** The server has ended it. */
  finish(): void {
    const { end, promptTokens, sampledTokens, promptIsShared } = this;
    if (end !== undefined) this.settle({ end, promptTokens, sampledTokens, promptIsShared });
  }
}
