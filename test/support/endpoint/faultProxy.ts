import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What is done to one request: answered with a status and never passed on; not answered at all; cut after some bytes of
 * the answer; ended as if it were whole after some bytes; given to the server, whose answer is thrown away.
 */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: "refuse" }
  | { readonly kind: "silence" }
  | { readonly kind: "cut"; readonly afterBytes: number }
  | { readonly kind: "end"; readonly afterBytes: number }
  | { readonly kind: "lose" };

export interface FaultProxy {
  readonly url: string;
  /** Faults that took effect since the plan was set, by kind (`status 503` for statuses). */
  readonly done: ReadonlyMap<string, number>;
  /** Answers that reached the client whole since the plan was set, by the client's name for what it asked. */
  readonly delivered: ReadonlyMap<string, number>;
  /** Requests since the plan was set. */
  readonly seen: number;
  /** From now on; given the number of the request, from 0. */
  setFaults(plan: (request: number) => Fault | null): void;
  close(): Promise<void>;
}

const generating = /\/(chat\/)?completions?$/;

/** Stands between client and server, and does to requests for answers what the plan says. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const done = new Map<string, number>();
  const delivered = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const upstream = new URL(target);
  let plan: (request: number) => Fault | null = () => null;
  let seen = 0;

  const pass = (
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    fault: Fault | null,
  ): void => {
    const label = String(request.headers["x-request-id"] ?? "probe").replace(/\.\d+$/, "");
    const sent = httpRequest(
      {
        host: upstream.hostname,
        port: upstream.port,
        path: request.url,
        method: request.method,
        headers: request.headers,
      },
      (answer) => {
        if (fault?.kind === "lose") {
          count(done, "lose");
          answer.resume();
          answer.on("end", () => response.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        let left = fault !== null && "afterBytes" in fault ? fault.afterBytes : Number.POSITIVE_INFINITY;
        answer.on("data", (piece: Buffer) => {
          if (left <= 0) return;
          response.write(piece.subarray(0, Math.min(piece.length, left)));
          left -= piece.length;
          if (left > 0) return;
          count(done, fault?.kind ?? "");
          if (fault?.kind === "cut") setImmediate(() => response.destroy());
          else response.end();
          sent.destroy();
        });
        answer.on("end", () => {
          if (left <= 0) return;
          count(delivered, label);
          response.end();
        });
        answer.on("error", () => response.destroy());
      },
    );
    sent.on("error", () => response.destroy());
    response.on("close", () => fault?.kind !== "lose" && sent.destroy());
    sent.end(body);
  };

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const fault = generating.test(request.url ?? "") ? plan(seen++) : null;
    if (fault !== null && !("afterBytes" in fault) && fault.kind !== "lose")
      count(done, fault.kind === "status" ? `status ${fault.status}` : fault.kind);
    if (fault?.kind === "status") {
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
      response
        .writeHead(fault.status, headers)
        .end(JSON.stringify({ error: { message: "made up", code: fault.status } }));
    } else if (fault?.kind === "refuse") request.socket.destroy();
    else if (fault?.kind !== "silence") pass(request, Buffer.concat(parts), response, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${upstream.pathname}`,
    done,
    delivered,
    get seen() {
      return seen;
    },
    setFaults(next) {
      plan = next;
      seen = 0;
      done.clear();
      delivered.clear();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
