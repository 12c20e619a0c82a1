import { AdaptiveLimit } from "./limit.ts";

/** Permission to have one request under way at a server. */
export interface Lease {
  readonly url: string;
  readonly server: number;
  /** That the request may ask for. */
  readonly answers: number;
  /** State of the server's limit when the request began. */
  readonly mark: number;
}

interface Server {
  readonly url: string;
  readonly limit: AdaptiveLimit;
  /** Answers. */
  underWay: number;
  /** Failures of the connection in a row. */
  failures: number;
  restsUntil: number;
}

interface Waiting {
  readonly preferred: number;
  readonly answers: number;
  give(lease: Lease | null): void;
}

export interface PoolOptions {
  /** Answers that each server is asked for at once at first, and the most. */
  readonly start: number;
  readonly most: number;
  readonly now: () => number;
}

/**
 * The servers of an endpoint. Each request goes to the server that it prefers (so that answers to one question find its
 * evaluated prompt), or to the one with the most room; servers that fail or are overloaded rest for a while.
 */
export class Pool {
  private readonly servers: readonly Server[];
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    urls: readonly string[],
    private readonly options: PoolOptions,
  ) {
    this.servers = urls.map((url) => ({
      url,
      limit: new AdaptiveLimit(options.start, options.most),
      underWay: 0,
      failures: 0,
      restsUntil: 0,
    }));
  }

  /**
   * A lease as soon as a server has room for an answer, and for as many of them as it has room for; null when the signal
   * is aborted before. Every lease must be given back.
   */
  acquire(preferred: number, signal: AbortSignal, answers = 1): Promise<Lease | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        preferred,
        answers,
        give: (lease) => {
          signal.removeEventListener("abort", leave);
          resolve(lease);
        },
      };
      const leave = (): void => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        resolve(null);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.waiting.push(waiting);
      this.serve();
    });
  }

  succeeded(lease: Lease): void {
    const server = this.back(lease);
    server.failures = 0;
    for (let answer = 0; answer < lease.answers; answer++) server.limit.succeeded();
    this.serve();
  }

  /** We ended the request ourselves: it says nothing about the server. */
  ended(lease: Lease): void {
    this.back(lease);
    this.serve();
  }

  /** @param pauseMs by the number of failures of this server in a row */
  failed(lease: Lease, overloaded: boolean, pauseMs: (failures: number) => number): void {
    const server = this.back(lease);
    server.failures++;
    if (overloaded) server.limit.overloaded(lease.mark);
    server.restsUntil = Math.max(server.restsUntil, this.options.now() + pauseMs(server.failures));
    this.serve();
  }

  private back({ server, answers }: Lease): Server {
    const found = this.servers[server] as Server;
    found.underWay -= answers;
    return found;
  }

  private serve(): void {
    const now = this.options.now();
    const kept: Waiting[] = [];
    for (const waiting of this.waiting) {
      const server = this.choose(waiting.preferred, now);
      if (server === null) {
        kept.push(waiting);
        continue;
      }
      const found = this.servers[server] as Server;
      const answers = Math.min(waiting.answers, roomOf(found, now));
      found.underWay += answers;
      waiting.give({ url: found.url, server, answers, mark: found.limit.mark });
    }
    this.waiting = kept;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const wakes = this.servers.map(({ restsUntil }) => restsUntil).filter((until) => until > now);
    if (kept.length > 0 && wakes.length > 0)
      this.timer = setTimeout(() => this.serve(), Math.min(...wakes) - now + 1);
  }

  private choose(preferred: number, now: number): number | null {
    const favourite = preferred % this.servers.length;
    if (roomOf(this.servers[favourite] as Server, now) > 0) return favourite;
    let best: number | null = null;
    let most = 0;
    for (const [index, server] of this.servers.entries()) {
      const room = roomOf(server, now);
      if (room <= most) continue;
      most = room;
      best = index;
    }
    return best;
  }
}

const roomOf = (server: Server, now: number): number =>
  server.restsUntil > now ? 0 : server.limit.current - server.underWay;
