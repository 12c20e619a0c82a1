import type { EndpointAccess, EndpointReport } from "../../contract/endpoint.ts";
import type { DrawKey, PromptPiece } from "../../contract/engine.ts";
import { stageDice } from "../../core/sampling/random.ts";
import type { Http } from "./connection/http.ts";
import { Pool } from "./connection/pool.ts";
import { RemoteSlot } from "./remoteSlot.ts";
import { Requests } from "./requests.ts";
import { TokenBook } from "./tokenBook.ts";
import type { RemoteTokens } from "./tokens.ts";
import { chatWire } from "./wire/chat.ts";
import { completionsWire } from "./wire/completions.ts";
import { llamaServerWire } from "./wire/llamaServer.ts";
import type { WireOf } from "./wire/wire.ts";

const wires: Readonly<Record<EndpointReport["api"], WireOf>> = {
  "llama-server": llamaServerWire,
  completions: completionsWire,
  chat: chatWire,
};

/** Where a server does not tell how many answers it works on at once. */
const carefulStart = 4;

export interface SessionParts {
  readonly http: Http;
  readonly access: EndpointAccess;
  readonly report: EndpointReport;
  /** Null where texts stand for tokens. */
  readonly tokens: RemoteTokens | null;
  readonly sequences: number;
  readonly contextTokens: number;
  readonly known: readonly (readonly [number, string])[];
  /** Different in each life of the engine. */
  readonly name: string;
  readonly log: (text: string) => void;
}

/** An endpoint that is in use. */
export class RemoteSession {
  readonly slots: readonly RemoteSlot[];
  readonly book = new TokenBook();
  readonly requests: Requests;
  readonly capacity: number;
  readonly name: string;

  constructor(private readonly parts: SessionParts) {
    const { report, http, access, sequences } = parts;
    this.slots = Array.from({ length: sequences }, (_, index) => new RemoteSlot(index));
    this.book.learnAll(parts.known);
    this.capacity = parts.contextTokens - 1;
    this.name = parts.name;
    const pool = new Pool(
      report.servers.map(({ url }) => url),
      {
        start: report.parallel ?? carefulStart,
        most: sequences,
        now: () => performance.now(),
      },
    );
    const wire = wires[report.api](report);
    this.requests = new Requests(http, pool, wire, access, report, parts.log);
  }

  /** Prompts and answers are exchanged as token ids. */
  get hasIds(): boolean {
    return this.parts.tokens !== null;
  }

  isEndOfTurn(id: number): boolean {
    return this.parts.tokens !== null && id === this.parts.tokens.endOfTurn;
  }

  /** @param last the token in front; null at the start. Null where texts stand for tokens. */
  async encode(
    pieces: readonly PromptPiece[],
    last: number | null,
    signal: AbortSignal,
  ): Promise<readonly number[] | null> {
    return this.parts.tokens === null ? null : this.parts.tokens.encode(pieces, last, signal);
  }

  async inside(text: string, signal: AbortSignal): Promise<number[]> {
    return (await this.parts.tokens?.inside(text, signal)) ?? [];
  }

  async named(text: string, signal: AbortSignal): Promise<number | null> {
    return (await this.parts.tokens?.named(text, signal)) ?? null;
  }

  /** Texts of tokens from before an interruption. Where there are ids, the whole text stands with the last. */
  async texts(ids: readonly number[], signal: AbortSignal): Promise<string[]> {
    const { tokens } = this.parts;
    if (tokens === null) return ids.map((id) => this.book.text(id));
    // The end of the turn has a name, but no text.
    const shown = this.isEndOfTurn(ids.at(-1) ?? -1) ? ids.slice(0, -1) : ids;
    const whole = await tokens.text(shown, signal);
    return ids.map((_, at) => (at === ids.length - 1 ? whole : ""));
  }

  /**
   * Where the answers of one request take seeds that follow each other, the samples of a question have such seeds, and
   * are the same whether they share a request or not.
   */
  seedOf(key: DrawKey, step: number): number {
    if (!this.parts.report.consecutiveSeeds) return Math.floor(stageDice(key)(step) * 0x7fffffff);
    return Math.floor(stageDice({ ...key, sample: 0 })(step) * 0x3fffffff) + key.sample;
  }

  /** The same server for the same question, as long as there are as many. */
  preferredBy(questionId: string): number {
    let hash = 0;
    for (let at = 0; at < questionId.length; at++)
      hash = (Math.imul(hash, 31) + questionId.charCodeAt(at)) >>> 0;
    return hash;
  }

  close(): void {
    for (const slot of this.slots) slot.abort?.abort();
    this.parts.http.close();
  }
}
