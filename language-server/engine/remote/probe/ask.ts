import { type Failure, fail, ok, type Result } from "../../../contract/result.ts";
import { ConnectionError, type Http } from "../connection/http.ts";
import { refusalOf, unreachable } from "../refusals.ts";

const tries = 3;
const pauseMs = 400;

export interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Asks one server while an endpoint is got to know. What it refuses is an answer, too. */
export class Asker {
  constructor(
    private readonly http: Http,
    private readonly signal: AbortSignal,
  ) {}

  /** @returns also statuses that are no success; a failure only when there is no answer or the key is refused */
  async ask(url: string, body?: object): Promise<Result<Told>> {
    let failure: Failure | null = null;
    for (let attempt = 0; attempt < tries; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
      try {
        const reply = await (body === undefined
          ? this.http.get(url, this.signal)
          : this.http.post(url, body, this.signal));
        const text = await reply.text();
        const told = { status: reply.status, body: parsed(text), text };
        if (reply.status === 200) return ok(told);
        const refusal = refusalOf(reply.status, text, url);
        if (refusal.kind !== "again") {
          const closed = reply.status === 401 || reply.status === 403;
          return closed && refusal.kind === "final" ? { ok: false, error: refusal.failure } : ok(told);
        }
        failure = unreachable(url, refusal.text);
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        failure = unreachable(url, error.message);
      }
    }
    return failure === null
      ? fail("endpoint/unreachable", `${url} does not answer.`)
      : { ok: false, error: failure };
  }

  /** The body of a success; null otherwise. */
  async get(url: string, body?: object): Promise<Record<string, unknown> | null> {
    const told = await this.ask(url, body);
    return told.ok && told.value.status === 200 ? told.value.body : null;
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
