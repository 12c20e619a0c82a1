import {
  type EndpointAccess,
  type EndpointReport,
  type LimitField,
  usesSeveral,
} from "../../contract/endpoint.ts";
import { pauseAfter, retryAfterMs } from "./connection/backOff.ts";
import { AbortedError, ConnectionError, type Http } from "./connection/http.ts";
import type { Lease, Pool } from "./connection/pool.ts";
import { EventReader } from "./connection/sse.ts";
import { bySeeds, Gathering } from "./gathering.ts";
import { type Attempt, type Drawn, Member, type Order, type Tried } from "./member.ts";
import { refusalOf, unreachable, wantsNewerLimit } from "./refusals.ts";
import { problemIn, type Wanted, type Wire } from "./wire/wire.ts";

/** Answers of one request, at most: servers have limits of their own, which are larger or told. */
const mostAnswers = 32;

/** What a whole request failed with; null when each answer speaks for itself. */
type Failed = Exclude<Attempt, { end: "turn" | "length" | "stopped" }> | null;

/**
 * Asks for answers until they are whole. Every unit is taken exactly once: where an answer can be gone on with, what came
 * before a cut stays and only the rest is asked for; else nothing is taken before the answer has come to its end, and
 * after a cut the same is asked for again. Orders that ask the same at the same time share a request, if the endpoint
 * gives several answers to one; what becomes of each is its own affair.
 */
export class Requests {
  private count = 0;
  private answersPerRequest: number;
  private limitField: LimitField;
  private readonly gathering = new Gathering((members) => this.sendGroup(members));

  constructor(
    private readonly http: Http,
    private readonly pool: Pool,
    private readonly wire: Wire,
    private readonly access: EndpointAccess,
    private readonly report: EndpointReport,
    private readonly log: (text: string) => void,
  ) {
    this.answersPerRequest = usesSeveral(report) ? Math.min(mostAnswers, report.parallel ?? mostAnswers) : 1;
    this.limitField = report.limitField;
  }

  async draw(order: Order): Promise<Drawn> {
    let failures = 0;
    for (;;) {
      // Cut off behind the last token that was wanted.
      if (order.wanted().maxTokens <= 0) return { end: "length", promptTokens: null, sampledTokens: null };
      const { attempt, taken, url } = await this.try(order);
      if (attempt.end === "otherwise") continue;
      if (attempt.end !== "again") return attempt;
      failures = taken > 0 ? 1 : failures + 1;
      if (failures >= this.access.attempts)
        return { end: "failed", failure: unreachable(url, attempt.reason) };
      this.log(
        `${url}: ${attempt.reason}; ${taken} tokens kept, attempt ${failures + 1} of ${this.access.attempts}`,
      );
    }
  }

  private try(order: Order): Promise<Tried> {
    const member = new Member(order);
    if (this.answersPerRequest === 1) void this.send([member]);
    else this.gathering.add(JSON.stringify(this.bodyOf(order, { ...order.wanted(), seed: 0 })), member);
    return member.tried;
  }

  private sendGroup(members: readonly Member[]): void {
    const { consecutiveSeeds } = this.report;
    const runs = consecutiveSeeds
      ? bySeeds(members, ({ order }) => order.wanted().seed)
      : members.length === 0
        ? []
        : [[...members]];
    for (const run of runs)
      for (let at = 0; at < run.length; at += this.answersPerRequest)
        void this.send(run.slice(at, at + this.answersPerRequest));
  }

  /** Settles all of them: by one request, or by several where a server has less room. */
  private async send(members: readonly Member[]): Promise<void> {
    const [first] = members;
    if (first === undefined) return;
    const abort = new AbortController();
    for (const { tried } of members)
      void tried.then(() => members.every(({ settled }) => settled) && abort.abort());
    const lease = await this.pool.acquire(first.order.preferred, abort.signal, members.length);
    if (lease === null) return;
    const here = members.slice(0, lease.answers);
    this.sendGroup(members.slice(lease.answers).filter(({ settled }) => !settled));
    const wanted = here.filter(({ settled }) => !settled);
    // A gap in the seeds would give the others those of their neighbours.
    if (wanted.length < here.length) {
      this.pool.ended(lease);
      this.sendGroup(wanted);
      return;
    }
    await this.ask(lease, here);
  }

  private async ask(lease: Lease, members: readonly Member[]): Promise<void> {
    const url = this.wire.url(lease.url);
    for (const [at, member] of members.entries()) {
      member.url = lease.url;
      member.promptIsShared = at > 0;
    }
    const cut = new AbortController();
    const stop = () => {
      if (members.every(({ settled }) => settled) && members.some(({ stopped }) => stopped)) cut.abort();
    };
    for (const { tried } of members) void tried.then(stop);
    const failed = await this.post(url, members, cut.signal);
    // Before anybody is told: whoever asks again must find the server as it is now.
    if (failed?.end === "again")
      this.pool.failed(lease, failed.overloaded, (inARow) =>
        pauseAfter(inARow, this.access.pauseMs, Math.random(), failed.restMs),
      );
    else if (members.some(({ end }) => end !== undefined) || failed?.end === "context")
      this.pool.succeeded(lease);
    else this.pool.ended(lease);
    if (failed !== null) for (const member of members) member.settle(failed);
  }

  private async post(url: string, members: readonly Member[], signal: AbortSignal): Promise<Failed> {
    const [first] = members;
    if (first === undefined) return null;
    const { order } = first;
    try {
      const body = this.bodyOf(order, { ...order.wanted(), answers: members.length });
      const samples = members.map((member) => member.order.sample);
      const label = `${order.label(samples)}.${++this.count}`.replace(/[^\w.:@-]/g, "_");
      const reply = await this.http.post(url, body, signal, { "x-request-id": label });
      if (reply.status === 200) return await this.read(url, reply.pieces(), members);
      return this.refused(reply.status, await reply.text(), url, reply.header("retry-after"), members.length);
    } catch (error) {
      if (error instanceof AbortedError) return null;
      if (error instanceof ConnectionError)
        return { end: "again", overloaded: false, reason: error.message, restMs: null };
      throw error;
    }
  }

  private bodyOf(order: Order, wanted: Wanted): object {
    return this.wire.body(order.dialogue, { ...wanted, limitField: this.limitField });
  }

  private async read(
    url: string,
    pieces: AsyncIterable<string>,
    members: readonly Member[],
  ): Promise<Failed> {
    const events = new EventReader();
    const readers = members.map(() => this.wire.reader());
    let whole = false;
    for await (const piece of pieces) {
      for (const data of events.push(piece)) {
        if (data === "[DONE]") {
          whole = true;
          continue;
        }
        const event = eventOf(data);
        const { problem } = problemIn(event) ?? {};
        if (problem !== undefined)
          return this.refused(problem.status, problem.text, url, undefined, members.length);
        const parts = members.length === 1 ? [{ answer: 0, event }] : this.wire.parts(event);
        for (const { answer, event: part } of parts) {
          const member = members[answer ?? 0];
          const read = readers[answer ?? 0];
          if (member === undefined || read === undefined) continue;
          const delta = read(part);
          if (answer === null) {
            // Tokens of all prompts and answers together; the prompt is the same, and was evaluated once.
            for (const each of members) each.promptTokens ??= delta.promptTokens ?? null;
            continue;
          }
          member.promptTokens = delta.promptTokens ?? member.promptTokens;
          member.sampledTokens = delta.sampledTokens ?? member.sampledTokens;
          for (const unit of delta.units) {
            const at = performance.now();
            if (this.report.continuation) await member.take(unit, at);
            else if (!member.settled) member.held.push({ unit, at });
          }
          member.end = delta.end ?? member.end;
          // The counts that come last are waited for by one of them.
          if (members.length > 1 && (member.promptIsShared || member.promptTokens !== null))
            await finish(member);
        }
        if (members.every(({ settled }) => settled) && members.some(({ stopped }) => stopped)) return null;
      }
    }
    return this.endOf(members, whole);
  }

  /** The stream is at its end: what of the answers is not has been cut off. */
  private async endOf(members: readonly Member[], whole: boolean): Promise<Failed> {
    for (const member of members) await finish(member);
    if (members.every(({ settled }) => settled)) return null;
    const [first, ...others] = members;
    if (whole && first?.end !== undefined && others.every(({ begun }) => !begun))
      return this.oneByOne("the server gave one answer where several were asked for");
    return { end: "again", overloaded: false, reason: "the answer was cut off", restMs: null };
  }

  private oneByOne(reason: string): Failed {
    if (this.answersPerRequest > 1) this.log(`${reason}; from now on samples are asked for one by one`);
    this.answersPerRequest = 1;
    return { end: "otherwise", reason };
  }

  private refused(
    status: number,
    text: string,
    url: string,
    retryAfter: string | undefined,
    answers: number,
  ): Failed {
    const refusal = refusalOf(status, text, url);
    switch (refusal.kind) {
      case "context":
        return { end: "context", promptTokens: null, sampledTokens: null };
      case "final":
        if (this.limitField === "max_tokens" && wantsNewerLimit(text)) {
          this.limitField = "max_completion_tokens";
          this.log(`${url} wants max_completion_tokens`);
          return { end: "otherwise", reason: text };
        }
        return answers > 1
          ? this.oneByOne(refusal.failure.message)
          : { end: "failed", failure: refusal.failure };
      case "again":
        return {
          end: "again",
          overloaded: refusal.overloaded,
          reason: refusal.text,
          restMs: retryAfterMs(retryAfter, Date.now()),
        };
    }
  }
}

/** Nothing, as long as the server has not ended the answer. */
async function finish(member: Member): Promise<void> {
  if (member.settled || member.end === undefined) return;
  await member.takeHeld();
  member.finish();
}

/** An event that is not JSON is a stream that was cut inside a proxy. */
function eventOf(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    throw new ConnectionError("the answer cannot be read");
  }
}
