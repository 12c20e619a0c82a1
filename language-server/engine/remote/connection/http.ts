import { Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest, Agent as SecureAgent } from "node:https";
import type { EndpointAccess } from "../../../contract/endpoint.ts";

/** The connection itself failed: refused, reset, cut, or silent for too long. Trying again may help. */
export class ConnectionError extends Error {}

/** We ourselves ended it. */
export class AbortedError extends Error {}

export interface Reply {
  readonly status: number;
  header(name: string): string | undefined;
  /** The whole body. @throws ConnectionError, AbortedError */
  text(): Promise<string>;
  /** The body as it comes. @throws ConnectionError, AbortedError */
  pieces(): AsyncGenerator<string>;
}

/**
 * Requests to the servers of an endpoint. No redirect is followed: it would carry the key to somebody else. The
 * built-in `fetch` cannot be told how long a server may be silent, which for long queues is the question.
 */
export class Http {
  private readonly agents = {
    plain: new Agent({ keepAlive: true }),
    secure: new SecureAgent({ keepAlive: true }),
  };

  constructor(private readonly access: Pick<EndpointAccess, "key" | "timeoutMs">) {}

  get(url: string, signal: AbortSignal): Promise<Reply> {
    return this.send(url, null, {}, signal);
  }

  post(url: string, body: object, signal: AbortSignal, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send(url, JSON.stringify(body), headers, signal);
  }

  close(): void {
    this.agents.plain.destroy();
    this.agents.secure.destroy();
  }

  private send(
    url: string,
    body: string | null,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Reply> {
    const secure = url.startsWith("https:");
    const { key, timeoutMs } = this.access;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new AbortedError());
        return;
      }
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        method: body === null ? "GET" : "POST",
        agent: secure ? this.agents.secure : this.agents.plain,
        headers: {
          ...headers,
          ...(body === null
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        signal,
      });
      const failure = (error: Error): Error =>
        signal.aborted ? new AbortedError() : new ConnectionError(reasonOf(error));
      sent.setTimeout(timeoutMs, () =>
        sent.destroy(new Error(`no word for ${Math.round(timeoutMs / 100) / 10} seconds`)),
      );
      sent.on("error", (error) => reject(failure(error)));
      sent.on("response", (response) => resolve(replyOf(response, failure)));
      sent.end(body ?? undefined);
    });
  }
}

function replyOf(response: IncomingMessage, failure: (error: Error) => Error): Reply {
  response.setEncoding("utf8");
  async function* pieces(): AsyncGenerator<string> {
    try {
      for await (const piece of response) yield piece as string;
    } catch (error) {
      throw failure(error as Error);
    } finally {
      // Whoever stops reading wants the server to stop writing.
      response.destroy();
    }
  }
  return {
    status: response.statusCode ?? 0,
    header: (name) => {
      const value = response.headers[name];
      return typeof value === "string" ? value : undefined;
    },
    pieces,
    async text() {
      let whole = "";
      for await (const piece of pieces()) whole += piece;
      return whole;
    },
  };
}

/** Node puts several tries (IPv6, IPv4) into one error without a message. */
function reasonOf(error: Error): string {
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [error];
  return first?.message ?? error.message;
}
