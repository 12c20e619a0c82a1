import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  type DownloadedModel,
  type DownloadOptions,
  type DownloadProgress,
  download,
} from "../../../language-server/models/download.ts";
import { readModelHeader } from "../../../language-server/models/header.ts";
import { hubAccess } from "../../../language-server/models/hub.ts";
import type { Clock } from "../../../language-server/models/retry.ts";
import { LocalHub } from "./localHub.ts";

let root = "";
let model: Buffer;
let hub: LocalHub;
let folder = "";
let count = 0;
let waits: number[] = [];

before(async () => {
  root = await mkdtemp(join(tmpdir(), "deliberate-download-"));
  model = await readFile(fileURLToPath(new URL("../../fixtures/models/stories260K.gguf", import.meta.url)));
});
after(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  hub = await new LocalHub().start();
  folder = join(root, `d${count++}`);
  waits = [];
  hub.files.set("README.md", { bytes: Buffer.from("hello"), sha256: null });
  hub.files.set("m-Q4_0.gguf", { bytes: model });
});
afterEach(() => hub.stop());

/** Waiting costs nothing, and is noted. */
const clock: Clock = {
  now: () => performance.now(),
  sleep: async (ms) => {
    waits.push(ms);
  },
};

const options = (more: Partial<DownloadOptions> = {}): DownloadOptions => ({
  endpoint: hub.endpoint,
  folder,
  clock,
  ...more,
});

async function fetched(reference: string, more: Partial<DownloadOptions> = {}): Promise<DownloadedModel> {
  const result = await download(reference, options(more));
  assert.ok(
    result.ok,
    result.ok ? "" : `${result.error.code}: ${result.error.message} ${result.error.detail ?? ""}`,
  );
  return result.value;
}

async function refused(
  reference: string,
  more: Partial<DownloadOptions> = {},
): Promise<{ code: string; message: string }> {
  const result = await download(reference, options(more));
  assert.ok(!result.ok, "an error was expected");
  return result.error;
}

const target = (): string => join(folder, "user", "repo", "m-Q4_0.gguf");
const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

/** Starts a download and cancels it after some bytes. */
async function interrupted(afterBytes: number): Promise<{ code: string }> {
  const controller = new AbortController();
  hub.pieceBytes = 16 * 1024;
  const onProgress = ({ receivedBytes }: DownloadProgress): void => {
    if (receivedBytes >= afterBytes) controller.abort();
  };
  // Every chunk reports: the clock jumps.
  let now = 0;
  return refused("user/repo:Q4_0", {
    signal: controller.signal,
    onProgress,
    clock: { ...clock, now: () => (now += 1000) },
  });
}

test("a model is fetched, checked and usable", async () => {
  const progress: DownloadProgress[] = [];
  const result = await fetched("hf:user/repo:q4_0", { onProgress: (step) => progress.push(step) });
  assert.equal(result.path, target());
  assert.equal(result.quantisation, "Q4_0");
  assert.equal(result.sizeBytes, model.length);
  assert.equal(result.alreadyThere, false);
  assert.deepEqual(await readFile(result.path), model);
  assert.ok((await readModelHeader(result.path)).ok);
  assert.deepEqual(await readdir(join(folder, "user", "repo")), ["m-Q4_0.gguf"]);
  assert.deepEqual(
    { ...progress.at(-1), bytesPerSecond: 0 },
    { receivedBytes: model.length, totalBytes: model.length, bytesPerSecond: 0 },
  );

  const before = hub.fetches.length;
  assert.equal((await fetched("user/repo:Q4_0")).alreadyThere, true);
  assert.equal(hub.fetches.length, before);
});

test("a URL of the resolve kind, and a mirror that has no list", async () => {
  await fetched(`${hub.endpoint}/user/repo/resolve/main/m-Q4_0.gguf`);
  await rm(target());
  hub.listed = false;
  await fetched(`${hub.endpoint}/user/repo/resolve/main/m-Q4_0.gguf?download=true`, {
    endpoint: "http://127.0.0.1:1",
  });
  assert.deepEqual(await readFile(target()), model);
});

test("all parts of a split model are fetched, with one progress; the first is the path", async () => {
  hub.files.clear();
  for (const part of [1, 2, 3])
    hub.files.set(`Q8_0/m-Q8_0-0000${part}-of-00003.gguf`, { bytes: model.subarray(0, 200_000 + part) });
  const progress: DownloadProgress[] = [];
  const result = await fetched("user/repo", { onProgress: (step) => progress.push(step) });
  assert.equal(result.paths.length, 3);
  assert.equal(result.path, join(folder, "user", "repo", "Q8_0", "m-Q8_0-00001-of-00003.gguf"));
  assert.equal(progress.at(-1)?.totalBytes, 600_006);
  assert.equal(progress.at(-1)?.receivedBytes, 600_006);
});

test("long lists come in pages", async () => {
  hub.pageSize = 1;
  assert.equal((await fetched("user/repo:Q4_0")).sizeBytes, model.length);
});

test("cut connections are continued where they broke", async () => {
  hub.cuts = [300_000, 300_000];
  await fetched("user/repo:Q4_0");
  assert.deepEqual(await readFile(target()), model);
  const ranges = hub.fetches.map(({ range }) => Number(/\d+/.exec(range ?? "0")?.[0]));
  assert.equal(ranges.length, 3);
  assert.ok(ranges[1]! > 0 && ranges[2]! > ranges[1]!, ranges.join());
  assert.ok(hub.fetches[1]?.ifRange !== undefined);
  assert.deepEqual(waits, [1000, 1000]);
});

test("a server that only cuts is given up, and what has arrived is kept", async () => {
  hub.intercept = (request, response) => {
    if (!request.url?.includes("/resolve/")) return false;
    response.destroy();
    return true;
  };
  const problem = await refused("user/repo:Q4_0");
  assert.equal(problem.code, "download/failed");
  assert.match(problem.message, /connection was cut/);
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000]);
});

test("503 and 429 are asked again, after as long as the server says", async () => {
  let busy = 0;
  hub.intercept = (_, response) => {
    busy++;
    if (busy === 1) response.writeHead(503).end();
    else if (busy === 3) response.writeHead(429, { "retry-after": "7" }).end();
    else return false;
    return true;
  };
  await fetched("user/repo:Q4_0");
  assert.deepEqual(waits, [1000, 7000]);
});

test("cancel keeps the part, and the next time goes on from it", async () => {
  assert.equal((await interrupted(200_000)).code, "download/cancelled");
  const kept = (await stat(`${target()}.part`)).size;
  assert.ok(kept >= 200_000 && kept < model.length, String(kept));
  assert.equal(await exists(target()), false);
  const progress: DownloadProgress[] = [];
  await fetched("user/repo:Q4_0", { onProgress: (step) => progress.push(step) });
  assert.equal(hub.fetches.at(-1)?.range, `bytes=${kept}-`);
  assert.equal(progress[0]?.receivedBytes, kept);
  assert.deepEqual(await readFile(target()), model);
  assert.deepEqual(await readdir(join(folder, "user", "repo")), ["m-Q4_0.gguf"]);
});

test("a download cancelled before it began, and one whose part is complete", async () => {
  const problem = await refused("user/repo:Q4_0", { signal: AbortSignal.abort() });
  assert.equal(problem.code, "download/cancelled");
  await interrupted(200_000);
  await writeFile(`${target()}.part`, model);
  const before = hub.fetches.length;
  await fetched("user/repo:Q4_0");
  assert.equal(hub.fetches.length, before);
});

test("a file that changed in between is fetched from the start", async () => {
  await interrupted(200_000);
  const changed = Buffer.concat([model, Buffer.alloc(100, 7)]);
  hub.files.set("m-Q4_0.gguf", { bytes: changed });
  await fetched("user/repo:Q4_0");
  assert.equal(hub.fetches.at(-1)?.range, undefined);
  assert.deepEqual(await readFile(target()), changed);
});

test("without a published hash the ETag tells that the file changed", async () => {
  hub.files.set("m-Q4_0.gguf", { bytes: model, sha256: null, etag: '"one"' });
  await interrupted(200_000);
  const changed = Buffer.from(model);
  changed.fill(7, 1_000_000);
  hub.files.set("m-Q4_0.gguf", { bytes: changed, sha256: null, etag: '"two"' });
  await fetched("user/repo:Q4_0");
  assert.equal(hub.fetches.at(-1)?.ifRange, '"one"');
  assert.deepEqual(await readFile(target()), changed);
});

test("a server that knows no ranges, or answers 416 or a wrong place, sends the file anew", async () => {
  await interrupted(200_000);
  hub.supportsRange = false;
  await fetched("user/repo:Q4_0");
  assert.deepEqual(await readFile(target()), model);

  for (const status of [416, 206]) {
    await rm(target());
    hub.supportsRange = true;
    hub.intercept = () => false;
    await interrupted(200_000);
    hub.intercept = (request, response) => {
      if (request.headers.range === undefined) return false;
      response.writeHead(status, { "content-range": `bytes 5-10/${model.length}` }).end("abcdef");
      return true;
    };
    await fetched("user/repo:Q4_0");
    assert.deepEqual(await readFile(target()), model, String(status));
  }
});

test("a wrong hash deletes what came and says so", async () => {
  hub.files.set("m-Q4_0.gguf", { bytes: model, sha256: "0".repeat(64) });
  const problem = await refused("user/repo:Q4_0");
  assert.equal(problem.code, "download/checksum");
  assert.match(problem.message, /damaged/);
  assert.deepEqual(await readdir(join(folder, "user", "repo")), []);
});

test("a file that is replaced while it is fetched is fetched again", async () => {
  const changed = Buffer.concat([model, Buffer.alloc(64, 1)]);
  let lists = 0;
  hub.intercept = (request) => {
    // The list was made before the change, the file is sent after it.
    if (request.url?.startsWith("/api/")) lists++;
    else hub.files.set("m-Q4_0.gguf", { bytes: changed });
    return false;
  };
  await fetched("user/repo:Q4_0");
  assert.equal(lists, 2);
  assert.deepEqual(await readFile(target()), changed);
});

test("a web page in place of the model is recognised at once", async () => {
  hub.files.set("m-Q4_0.gguf", { bytes: Buffer.from("<!doctype html><title>Please sign in</title>") });
  const problem = await refused("user/repo:Q4_0");
  assert.equal(problem.code, "model/not-gguf");
  assert.match(problem.message, /web page/);
  assert.equal(await exists(`${target()}.part`), false);
});

test("refusals: gated, missing, unknown quantisation, unknown host", async () => {
  hub.intercept = (_, response) => {
    response.writeHead(403, { "x-error-code": "GatedRepo" }).end();
    return true;
  };
  const gated = await refused("user/repo:Q4_0");
  assert.equal(gated.code, "download/forbidden");
  assert.match(gated.message, /accept its licence.*HF_TOKEN/);
  assert.ok(gated.message.includes(`${hub.endpoint}/user/repo`));

  hub.intercept = (_, response) => {
    response.writeHead(401).end();
    return true;
  };
  assert.equal((await refused("user/repo:Q4_0", { token: "t" })).code, "download/forbidden");

  hub.intercept = () => false;
  const missing = await refused("user/nothing:Q4_0");
  assert.equal(missing.code, "download/not-found");
  assert.match(missing.message, /user\/nothing/);
  const label = await refused("user/repo:Q6_K");
  assert.equal(label.code, "download/not-found");
  assert.match(label.message, /There is Q4_0/);
  assert.equal((await refused("nonsense")).code, "download/bad-reference");
  const unreachable = await refused("user/repo", { endpoint: "http://127.0.0.1:1" });
  assert.equal(unreachable.code, "download/failed");
  assert.match(unreachable.message, /127\.0\.0\.1:1 cannot be reached/);
});

test("the token goes to the endpoint and to no other host", async () => {
  const seen: (string | undefined)[] = [];
  const other = createServer((request, response) => {
    seen.push(request.headers.authorization);
    // And back again: the way led through a stranger, so still without it.
    if (request.url === "/back")
      response.writeHead(302, { location: `${hub.endpoint}/user/repo/resolve/main/m-Q4_0.gguf?back` }).end();
    else response.writeHead(200, { "content-length": model.length }).end(model);
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  try {
    for (const way of ["/blob", "/back"]) {
      hub.requests.length = 0;
      hub.intercept = (request, response) => {
        if (!request.url?.includes("/resolve/") || request.url.endsWith("?back")) return false;
        response.writeHead(302, { location: address + way }).end();
        return true;
      };
      await fetched("user/repo:Q4_0", { token: "secret" });
      await rm(target());
      assert.deepEqual(
        hub.requests.map(({ authorization }) => authorization),
        ["Bearer secret", "Bearer secret", ...(way === "/back" ? [undefined] : [])],
      );
    }
    assert.deepEqual(seen, [undefined, undefined]);
    seen.length = 0;
    await fetched(`${address}/user/repo/resolve/main/m-Q4_0.gguf`, {
      token: "secret",
      endpoint: hub.endpoint,
    }).catch(() => undefined);
    assert.ok(seen.length > 0 && seen.every((header) => header === undefined));
  } finally {
    other.closeAllConnections();
    other.close();
  }
});

test("redirects in a circle or to another scheme are not followed", async () => {
  for (const location of ["/user/repo/resolve/main/m-Q4_0.gguf", "file:///etc/passwd", "ftp://127.0.0.1/x"]) {
    hub.intercept = (request, response) => {
      if (!request.url?.includes("/resolve/")) return false;
      response.writeHead(302, { location }).end();
      return true;
    };
    const problem = await refused("user/repo:Q4_0");
    assert.equal(problem.code, "download/failed");
    assert.match(problem.message, /redirect/);
  }
});

test("names from the server never lead out of the folder", async () => {
  hub.files.clear();
  hub.files.set("../../../m-Q4_0.gguf", { bytes: model });
  const problem = await refused("user/repo");
  assert.equal(problem.code, "download/failed");
  assert.match(problem.message, /name that is not allowed/);
  assert.equal(hub.fetches.length, 0);
  assert.equal((await readdir(root)).includes("m-Q4_0.gguf"), false);
});

test("too little space is said before anything is fetched; a folder that cannot be made, too", async () => {
  const problem = await refused("user/repo:Q4_0", { freeBytes: async () => 1_000_000 });
  assert.equal(problem.code, "download/no-space");
  assert.match(problem.message, /0\.001 GB are free/);
  assert.equal(hub.fetches.length, 0);
  await mkdir(root, { recursive: true });
  await writeFile(join(root, `occupied${count}`), "a file");
  const blocked = await refused("user/repo:Q4_0", { folder: join(root, `occupied${count}`, "below") });
  assert.equal(blocked.code, "download/failed");
  assert.match(blocked.message, /could not be written/);
});

test("a stalled connection is made anew", async () => {
  let stalled = 0;
  hub.intercept = (request, response) => {
    if (!request.url?.includes("/resolve/") || stalled++ > 0) return false;
    response.writeHead(200, { "content-length": model.length });
    response.write(model.subarray(0, 1000));
    return true;
  };
  await fetched("user/repo:Q4_0", { stallMs: 150 });
  assert.deepEqual(await readFile(target()), model);
});

test("one file is not written twice at the same time", async () => {
  const [a, b] = await Promise.all([
    download("user/repo:Q4_0", options()),
    download("user/repo:Q4_0", options()),
  ]);
  assert.equal([a, b].filter(({ ok }) => ok).length, 1);
  const lost = [a, b].find(({ ok }) => !ok);
  assert.match(lost?.ok === false ? lost.error.message : "", /already being downloaded/);
  assert.deepEqual(await readFile(target()), model);
});

test("endpoint and token from setting and environment", () => {
  assert.deepEqual(hubAccess(undefined, {}), { ok: true, value: { endpoint: "https://huggingface.co" } });
  assert.deepEqual(hubAccess("", { HF_ENDPOINT: "https://mirror.example/hf/", HF_TOKEN: " t " }), {
    ok: true,
    value: { endpoint: "https://mirror.example/hf", token: "t" },
  });
  const set = hubAccess("http://localhost:1", { HF_ENDPOINT: "https://mirror.example" });
  assert.equal(set.ok && set.value.endpoint, "http://localhost:1");
  const wrong = hubAccess("mirror.example", {});
  assert.equal(!wrong.ok && wrong.error.code, "download/bad-reference");
});
