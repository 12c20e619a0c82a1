import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { abortsOnEvaluation, abortsOnLoad } from "../../engine/damagedModels.ts";
import { modelFile, questionLines, ServerProcess } from "./serverProcess.ts";

const weights = readFileSync(modelFile);
const digest = createHash("sha256").update(weights).digest("hex");

/** A hub with one repository, over real HTTP. */
function startHub(): Promise<Server> {
  const hub = createServer((request, response) => {
    if (request.url?.startsWith("/api/models/tester/tiny/tree/") === true) {
      const file = {
        type: "file",
        path: "tiny-Q8_0.gguf",
        size: weights.length,
        lfs: { oid: digest, size: weights.length },
      };
      response.setHeader("content-type", "application/json").end(JSON.stringify([file]));
    } else if (request.url?.startsWith("/tester/tiny/resolve/") === true) {
      response.setHeader("content-length", weights.length).end(weights);
    } else response.writeHead(404).end();
  });
  return new Promise((resolve) => hub.listen(0, "127.0.0.1", () => resolve(hub)));
}

describe("models through the language server", { timeout: 120_000 }, () => {
  let hub: Server;
  let server: ServerProcess;

  before(async () => {
    hub = await startHub();
    const { port } = hub.address() as AddressInfo;
    server = await new ServerProcess({ model: { huggingFaceEndpoint: `http://127.0.0.1:${port}` } }).start();
    writeFileSync(join(server.folder, "questions.jsonl"), questionLines(3));
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
    hub.close();
  });

  const evaluate = async (modelPath: string) => {
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/start", {
      source: join(server.folder, "questions.jsonl"),
      modelPath,
      protocol: "direct",
      parameters: { budget: 8 },
    });
    return ended;
  };

  it("downloads by hf reference with progress, then runs what it has downloaded", async () => {
    const { path } = await server.call("deliberate/model/download", {
      reference: "hf:tester/tiny:Q8_0",
      workDoneToken: "d",
    });
    assert.deepEqual(readFileSync(path), weights);
    assert.ok(server.progress.some(({ kind }) => kind === "end"));
    const { entries } = await server.call("deliberate/model/list", {});
    assert.equal(entries.find((entry) => entry.path === path)?.origin, "downloads");
    assert.equal((await evaluate(path)).status, "done");
  });

  it("names what is there when the wanted quantisation is not", async () => {
    await assert.rejects(
      server.call("deliberate/model/download", { reference: "hf:tester/tiny:Q4_K_M" }),
      (error: Error & { code: string }) => error.code === "download/not-found" && /Q8_0/.test(error.message),
    );
  });

  for (const [when, damaged] of [
    ["while loading", abortsOnLoad],
    ["at the first token", abortsOnEvaluation],
  ] as const) {
    it(`survives a file that makes the engine abort ${when}, says so, and runs the next model`, async () => {
      const end = await evaluate(damaged());
      assert.equal(end.status, "failed");
      assert.match(end.failure?.message ?? "", /engine process ended unexpectedly/i);
      await server.call("deliberate/engine/restart", {});
      // A model that keeps aborting has used up the restarts; a few minutes later or another server it works again.
      if (when === "while loading") assert.equal((await evaluate(modelFile)).status, "done");
    });
  }
});
