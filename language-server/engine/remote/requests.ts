import type { EndpointAccess } from "../../contract/endpoint.ts";
import type { Failure } from "../../contract/result.ts";
import { pauseAfter, retryAfterMs } from "./connection/backOff.ts";
import { AbortedError, ConnectionError, type Http } from "./connection/http.ts";
import type { Lease, Pool } from "./connection/pool.ts";
import { EventReader } from "./connection/sse.ts";
import type { Dialogue } from "./dialogue.ts";
import { refusalOf, unreachable } from "./refusals.ts";
import type { Delta, Unit, Wanted, Wire } from "./wire/wire.ts";

/** How one answer, or the rest of it, ended. */
export type Drawn =
  | {
      readonly end: "turn" | "length" | "context";
      readonly promptTokens: number | null;
      readonly sampledTokens: number | null;
    }
  /** `take` wanted no more, or the signal was aborted. */
  | { readonly end: "stopped"; readonly promptTokens: number | null }
  | { readonly end: "failed"; readonly failure: Failure };

export interface Order {
  readonly dialogue: Dialogue;
  /** What is asked for now: less, after a stream that was cut. */
  wanted(): Wanted;
  /** Takes a unit into the dialogue; true when the answer must end here. `at` is when it came, in process time. */
  take(unit: Unit, at: number): boolean | Promise<boolean>;
  /** Answers that are alike in this go to the same server, while it has room. */
  readonly preferred: number;
  /** Names the request to the server, for its logs. */
  readonly label: string;
  readonly signal: AbortSignal;
}

/** What became of one attempt. */
type Attempt =
  | Drawn
  | {
      readonly end: "again";
      readonly overloaded: boolean;
      readonly reason: string;
      readonly restMs: number | null;
    };

/**
 * Asks for an answer until it is whole. Every unit is taken exactly once: where an answer can be gone on with, what came
 * before a cut stays and only the rest is asked for; else nothing is taken before the stream has come to its end, and
 * after a cut the same is asked for again.
 */
export class Requests {
  private count = 0;

  constructor(
    private readonly http: Http,
    private readonly pool: Pool,
    private readonly wire: Wire,
    private readonly access: EndpointAccess,
    /** What has been taken can be gone on with. */
    private readonly continues: boolean,
    private readonly log: (text: string) => void,
  ) {}

  async draw(order: Order): Promise<Drawn> {
    let failures = 0;
    for (;;) {
      // Cut off behind the last token that was wanted.
      if (order.wanted().maxTokens <= 0) return { end: "length", promptTokens: null, sampledTokens: null };
      const lease = await this.pool.acquire(order.preferred, order.signal);
      if (lease === null) return { end: "stopped", promptTokens: null };
      let taken = 0;
      const attempt = await this.attempt(lease, order, (unit, at) => {
        taken++;
        return order.take(unit, at);
      });
      if (attempt.end !== "again") {
        if (attempt.end === "stopped" || attempt.end === "failed") this.pool.ended(lease);
        else this.pool.succeeded(lease);
        return attempt;
      }
      failures = taken > 0 ? 1 : failures + 1;
      this.pool.failed(lease, attempt.overloaded, (inARow) =>
        pauseAfter(inARow, this.access.pauseMs, Math.random(), attempt.restMs),
      );
      if (failures >= this.access.attempts) {
        return { end: "failed", failure: unreachable(lease.url, attempt.reason) };
      }
      this.log(
        `${lease.url}: ${attempt.reason}; ${taken} tokens kept, attempt ${failures + 1} of ${this.access.attempts}`,
      );
    }
  }

  private async attempt(lease: Lease, order: Order, take: Order["take"]): Promise<Attempt> {
    const url = this.wire.url(lease.url);
    try {
      const body = this.wire.body(order.dialogue, order.wanted());
      const label = `${order.label}.${++this.count}`.replace(/[^\w.:@-]/g, "_");
      const reply = await this.http.post(url, body, order.signal, { "x-request-id": label });
      if (reply.status !== 200) {
        return refused(reply.status, await reply.text(), url, reply.header("retry-after"));
      }
      return await this.read(url, reply.pieces(), take);
    } catch (error) {
      if (error instanceof AbortedError) return { end: "stopped", promptTokens: null };
      if (error instanceof ConnectionError) {
        return { end: "again", overloaded: false, reason: error.message, restMs: null };
      }
      throw error;
    }
  }

  private async read(url: string, pieces: AsyncIterable<string>, take: Order["take"]): Promise<Attempt> {
    const events = new EventReader();
    const read = this.wire.reader();
    const held: { unit: Unit; at: number }[] = [];
    let end: Delta["end"];
    let promptTokens: number | null = null;
    let sampledTokens: number | null = null;
    for await (const piece of pieces) {
      for (const data of events.push(piece)) {
        if (data === "[DONE]") continue;
        const delta = read(eventOf(data));
        if (delta.problem !== undefined)
          return refused(delta.problem.status, delta.problem.text, url, undefined);
        promptTokens = delta.promptTokens ?? promptTokens;
        sampledTokens = delta.sampledTokens ?? sampledTokens;
        for (const unit of delta.units) {
          const at = performance.now();
          if (!this.continues) held.push({ unit, at });
          else if (await take(unit, at)) return { end: "stopped", promptTokens };
        }
        end = delta.end ?? end;
      }
    }
    if (end === undefined)
      return { end: "again", overloaded: false, reason: "the answer was cut off", restMs: null };
    for (const { unit, at } of held) if (await take(unit, at)) return { end: "stopped", promptTokens };
    return { end, promptTokens, sampledTokens };
  }
}

function refused(status: number, text: string, url: string, retryAfter: string | undefined): Attempt {
  const refusal = refusalOf(status, text, url);
  switch (refusal.kind) {
    case "context":
      return { end: "context", promptTokens: null, sampledTokens: null };
    case "final":
      return { end: "failed", failure: refusal.failure };
    case "again":
      return {
        end: "again",
        overloaded: refusal.overloaded,
        reason: refusal.text,
        restMs: retryAfterMs(retryAfter, Date.now()),
      };
  }
}

/** An event that is not JSON is a stream that was cut inside a proxy. */
function eventOf(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    throw new ConnectionError("the answer cannot be read");
  }
}
