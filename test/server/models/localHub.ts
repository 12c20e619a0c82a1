/** A model hub on this computer: file lists, ranges, redirects, and the faults of real networks. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface HubFile {
  bytes: Buffer;
  /** Published hash; the true one by default, null = not published. */
  sha256?: string | null;
  etag?: string;
}

export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly authorization: string | undefined;
}

/** Decides about a request before the hub does; true = answered. */
export type Intercept = (request: IncomingMessage, response: ServerResponse, count: number) => boolean;

export class LocalHub {
  readonly files = new Map<string, HubFile>();
  readonly requests: SeenRequest[] = [];
  intercept: Intercept = () => false;
  /** Cut the connection after so many bytes of a file, once for each number. */
  cuts: number[] = [];
  /** Pieces the file is sent in. */
  pieceBytes = 64 * 1024;
  supportsRange = true;
  listed = true;
  pageSize = 1000;
  readonly repository = "user/repo";
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests for files, not for lists. */
  get fetches(): SeenRequest[] {
    return this.requests.filter(({ path }) => path.includes("/resolve/"));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { range, authorization } = request.headers;
    const ifRange = request.headers["if-range"] as string | undefined;
    this.requests.push({ path: request.url ?? "", range, ifRange, authorization });
    if (this.intercept(request, response, this.requests.length)) return;
    const url = new URL(request.url ?? "", this.endpoint);
    if (url.pathname.startsWith("/api/models/")) this.#list(url, response);
    else await this.#file(url, request, response);
  }

  #list(url: URL, response: ServerResponse): void {
    if (!this.listed || !url.pathname.startsWith(`/api/models/${this.repository}/tree/`)) {
      response.writeHead(404, { "x-error-code": "RepoNotFound" }).end();
      return;
    }
    const page = Number(url.searchParams.get("page") ?? "0");
    const all = [...this.files].map(([path, { bytes, sha256 }]) => {
      const oid = sha256 === undefined ? createHash("sha256").update(bytes).digest("hex") : sha256;
      const lfs = oid === null ? {} : { lfs: { oid, size: bytes.length, pointerSize: 134 } };
      return { type: "file", path, size: bytes.length, oid: "0", ...lfs };
    });
    const more = (page + 1) * this.pageSize < all.length;
    const link = more ? { link: `<${this.endpoint}${url.pathname}?page=${page + 1}>; rel="next"` } : {};
    response.writeHead(200, { "content-type": "application/json", ...link });
    response.end(JSON.stringify(all.slice(page * this.pageSize, (page + 1) * this.pageSize)));
  }

  async #file(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(url.pathname.split("/").slice(5).join("/"));
    const file = this.files.get(path);
    if (file === undefined) {
      response.writeHead(404, { "x-error-code": "EntryNotFound" }).end();
      return;
    }
    const etag = file.etag ?? `"${createHash("md5").update(file.bytes).digest("hex")}"`;
    const ifRange = request.headers["if-range"];
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
    const partial = this.supportsRange && range !== null && (ifRange === undefined || ifRange === etag);
    const from = partial ? Number(range[1]) : 0;
    const body = file.bytes.subarray(from);
    response.writeHead(partial ? 206 : 200, {
      etag,
      "content-length": body.length,
      ...(partial ? { "content-range": `bytes ${from}-${file.bytes.length - 1}/${file.bytes.length}` } : {}),
    });
    const cut = this.cuts.shift();
    for (let at = 0; at < body.length; at += this.pieceBytes) {
      if (response.destroyed) return;
      if (cut !== undefined && at >= cut) {
        response.destroy();
        return;
      }
      const piece = body.subarray(at, at + this.pieceBytes);
      if (!response.write(piece)) await drained(response);
    }
    response.end();
  }
}

/** Until the connection takes more, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}
