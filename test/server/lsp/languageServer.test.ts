import assert from "node:assert/strict";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RunId } from "../../../language-server/contract/entities.ts";
import { modelFile, questionLines, ServerProcess } from "./serverProcess.ts";

const small = { stages: "all", budget: { fast: 24, verify: 24, slow: 24, summary: 12 } };

describe("language server over ipc", { timeout: 180_000 }, () => {
  let server: ServerProcess;

  before(async () => {
    server = await new ServerProcess().start();
    copyFileSync(modelFile, join(server.folder, "stories.gguf"));
    writeFileSync(join(server.folder, "questions.jsonl"), questionLines(4));
    writeFileSync(join(server.folder, "long.jsonl"), questionLines(40));
    writeFileSync(
      join(server.folder, "mine.deliberate.yaml"),
      "protocol: direct\ntitle: Mine\nparameters: {budget: 8}\n",
    );
    writeFileSync(
      join(server.folder, "broken.deliberate.yaml"),
      "protocol: direct\nparameters: {budgets: 8}\n",
    );
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  const runToEnd = async (params: object): Promise<RunId> => {
    const ended = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "questions.jsonl"),
      protocol: "thinker",
      parameters: small,
      ...params,
    });
    const end = await ended;
    assert.equal(end.failure, null);
    assert.equal(end.status, "done");
    return runId;
  };

  it("takes the model that comes with the product when none was chosen", async () => {
    const { entries, selected } = await server.call("deliberate/model/list", {});
    assert.match(selected ?? "", /media[\\/]models[\\/][^\\/]+\.gguf$/);
    assert.equal(entries.find((entry) => entry.path === selected)?.problem, undefined);
  });

  it("finds the workspace's model, selects it and remembers it", async () => {
    const { entries } = await server.call("deliberate/model/list", {});
    const found = entries.find((entry) => entry.path.endsWith("stories.gguf"));
    assert.equal(found?.origin, "workspace");
    assert.equal(found?.header?.architecture, "llama");
    await server.call("deliberate/model/select", { path: found?.path ?? "" });
    const { selected } = await server.call("deliberate/model/list", {});
    assert.equal(selected, found?.path);
  });

  it("offers built-in protocols and presets, a broken preset with its reason", async () => {
    const { entries } = await server.call("deliberate/protocol/list", {});
    assert.deepEqual(
      entries.slice(0, 4).map(({ id }) => id),
      ["direct", "thinker", "multi-attempt", "leap"],
    );
    assert.ok(entries.some(({ title, problem }) => title === "Mine" && problem === undefined));
    assert.match(entries.find(({ problem }) => problem !== undefined)?.problem ?? "", /budgets/);
  });

  it("offers the presets that come with the product, each with its protocol and what it is for", async () => {
    const { entries } = await server.call("deliberate/protocol/list", {});
    const packaged = entries.filter(({ kind }) => kind === "packaged");
    const shipped = readdirSync("media/presets").map((name) => name.replace(/\.deliberate\.yaml$/, ""));
    assert.deepEqual(packaged.map(({ id }) => id).sort(), shipped.sort());
    for (const { id, protocol, description, problem } of packaged) {
      assert.ok(protocol !== "" && description !== "" && problem === undefined, id);
    }
    assert.equal(entries.find(({ title }) => title === "Mine")?.protocol, "Direct");
  });

  it("evaluates by a preset that was chosen", async () => {
    const { selected: before } = await server.call("deliberate/protocol/list", {});
    for (const [title, protocol] of [
      ["Mine", "direct"],
      ["Quick Thinker", "thinker"],
    ] as const) {
      const { entries } = await server.call("deliberate/protocol/list", {});
      const id = entries.find((entry) => entry.title === title)?.id ?? "";
      await server.call("deliberate/protocol/select", { id });
      assert.equal((await server.call("deliberate/protocol/list", {})).selected, id);
      const runId = await runToEnd({ protocol: undefined, parameters: undefined, limit: 1 });
      const { manifest } = await server.call("deliberate/run/summary", { runId });
      assert.equal(manifest.protocol.id, protocol);
      assert.match(manifest.title, new RegExp(title));
    }
    await server.call("deliberate/protocol/select", { id: before });
  });

  it("shows lenses above questions and diagnostics at the bad line", async () => {
    const uri = await server.open(
      "mixed.jsonl",
      `${questionLines(1)}\n{"question": "no answer here"}\n${questionLines(2)}`,
    );
    const lenses = await server.request<{ range: { start: { line: number } }; command: { title: string } }[]>(
      "textDocument/codeLens",
      { textDocument: { uri } },
    );
    assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))], [0, 2, 3]);
    assert.deepEqual(
      lenses.slice(0, 3).map(({ command }) => command.title.replace(/\$\(\w+\) /, "")),
      ["fast", "think", "3 attempts"],
    );
    await waitFor(() => (server.diagnostics.get(uri)?.length ?? 0) > 0);
    assert.equal(server.diagnostics.get(uri)?.[0]?.range.start.line, 1);
    const plain = await server.open("package.json", '{"name": "x"}', "json");
    assert.deepEqual(await server.request("textDocument/codeLens", { textDocument: { uri: plain } }), []);
  });

  it("runs Thinker, streams the watched path and answers questions about the run", async () => {
    const stages = new Set<string>();
    const texts: string[] = [];
    const first = server.next("deliberate/run/advanced");
    const off = server.on("deliberate/trace/advanced", ({ live, tokens }) => {
      stages.add(live.stage);
      texts.push(...tokens.map(({ text }) => text));
    });
    const ended = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "long.jsonl"),
      protocol: "thinker",
      parameters: small,
    });
    await first;
    const { rows } = await server.call("deliberate/run/questions", {
      runId,
      offset: 30,
      count: 1,
      filter: "all",
      sort: "file",
      descending: false,
      search: "",
    });
    const questionId = rows[0]!.questionId;
    await server.call("deliberate/trace/watch", {
      viewId: "v",
      runId,
      path: { runId, questionId, sample: 0 },
    });
    const end = await ended;
    off();
    assert.equal(end.status, "done");
    assert.equal(end.summary.pathsDone, 40);
    assert.equal(end.summary.accuracy.n, 40);
    const total = Object.values(end.summary.outcomes).reduce((sum, count) => sum + count, 0);
    assert.equal(total, 40, "every path has exactly one outcome");
    const { path, live } = await server.call("deliberate/run/path", { runId, questionId, sample: 0 });
    assert.equal(live, null);
    assert.deepEqual(
      [...stages],
      path.stages.map(({ stage }) => stage),
    );
    assert.equal(
      texts.join(""),
      path.stages.map(({ text }) => text).join(""),
      "what was streamed is what is stored",
    );
    const fast = path.stages[0]!;
    const { total: count, tokens } = await server.call("deliberate/run/tokens", {
      runId,
      questionId,
      sample: 0,
      stageIndex: 0,
      from: 0,
      to: 100,
    });
    assert.equal(count, fast.generatedTokens);
    assert.ok(tokens.every(({ logprob, alternatives }) => logprob <= 0 && alternatives.length === 5));
    assert.ok(
      tokens.every(({ alternatives }) => alternatives.every(({ text }) => text !== "")),
      "alternatives have texts",
    );
    assert.ok(server.progress.some(({ kind }) => kind === "end"));
  });

  it("evaluates nothing twice: each stage's prompt tokens are only its new turn", async () => {
    const runId = await runToEnd({});
    const { rows } = await server.call("deliberate/run/questions", {
      runId,
      offset: 0,
      count: 9,
      filter: "all",
      sort: "file",
      descending: false,
      search: "",
    });
    for (const { questionId } of rows) {
      const { path } = await server.call("deliberate/run/path", { runId, questionId, sample: 0 });
      const [fast, ...later] = path.stages;
      for (const stage of later) assert.ok(stage.promptTokens < fast!.promptTokens + stage.prompt.length);
    }
  });

  it("gives identical tokens for the same seed and compares runs", async () => {
    const a = await runToEnd({ source: join(server.folder, "long.jsonl"), samples: 2 });
    const b = await runToEnd({ source: join(server.folder, "long.jsonl"), samples: 2 });
    const texts = async (runId: RunId) => {
      const all: string[] = [];
      const { rows } = await server.call("deliberate/run/questions", {
        runId,
        offset: 0,
        count: 40,
        filter: "all",
        sort: "file",
        descending: false,
        search: "",
      });
      for (const { questionId } of rows) {
        for (const sample of [0, 1]) {
          const { path } = await server.call("deliberate/run/path", { runId, questionId, sample });
          all.push(path.stages.map(({ text }) => text).join("|"));
        }
      }
      return all;
    };
    const textsA = await texts(a);
    assert.deepEqual(textsA, await texts(b));
    assert.notEqual(textsA[0], textsA[1], "samples of a question differ");
    const comparison = await server.call("deliberate/run/compare", { a, b });
    assert.equal(comparison.shared, 40);
    assert.equal(comparison.difference.value, 0);
    assert.equal(comparison.mcnemar.p, 1);
  });

  it("stops between tokens, keeps what is there, and resumes", async () => {
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "long.jsonl"),
      protocol: "direct",
      parameters: { budget: 150 },
      samples: 4,
    });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 3);
    const stoppedEvent = server.next("deliberate/run/ended");
    assert.deepEqual(await server.call("deliberate/run/stop", { runId }), { stopped: [runId] });
    const stopped = await stoppedEvent;
    assert.equal(stopped.status, "stopped");
    const done = stopped.summary.pathsDone;
    assert.ok(done < 160);
    const again = server.next("deliberate/run/ended");
    await server.call("deliberate/run/resume", { runId });
    const end = await again;
    assert.equal(end.status, "done");
    assert.equal(end.summary.pathsDone, 160);
    await assert.rejects(server.call("deliberate/run/resume", { runId }), /complete/);
  });

  it("survives the engine's death in mid-run: restarts it and goes on from the journal", async () => {
    const lost = server.next(
      "deliberate/engine/changed",
      ({ state }) => state === "lost" || state === "loading",
    );
    const ended = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "long.jsonl"),
      protocol: "direct",
      parameters: { budget: 150 },
      samples: 3,
    });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 2);
    const [pid] = await server.enginePids();
    assert.ok(pid !== undefined);
    process.kill(pid, "SIGKILL");
    await lost;
    const end = await ended;
    assert.equal(end.failure, null);
    assert.equal(end.summary.pathsDone, 120);
    const runs = await server.call("deliberate/run/list", {});
    assert.equal(runs.runs.find(({ id }) => id === runId)?.status, "done");
  });

  it("re-runs only the questions that were wrong, or that changed", async () => {
    const runId = await runToEnd({});
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/rerun", { runId, which: "failed" });
    assert.equal((await ended).summary.questions, 4, "the tiny model gets nothing right");
    const changed = questionLines(4).replace("#### 7", "#### 8");
    writeFileSync(join(server.folder, "questions.jsonl"), changed);
    const second = server.next("deliberate/run/ended");
    await server.call("deliberate/run/rerun", { runId, which: "changed" });
    assert.equal((await second).summary.questions, 1);
    writeFileSync(join(server.folder, "questions.jsonl"), questionLines(4));
    await assert.rejects(
      server.call("deliberate/run/rerun", { runId, which: "changed" }),
      /No question has changed/,
    );
  });

  it("puts verdicts beside the questions where they are now, and drops those of changed questions", async () => {
    const uri = await server.open("questions.jsonl", questionLines(4));
    const sent = server.next("deliberate/document/verdicts", ({ verdicts }) => verdicts.length === 4);
    await runToEnd({});
    const { verdicts } = await sent;
    assert.deepEqual(
      verdicts.map(({ range, right, expected }) => [range.start.line, right, expected]),
      [
        [0, 0, "5"],
        [1, 0, "6"],
        [2, 0, "7"],
        [3, 0, "8"],
      ],
    );
    const again = server.next("deliberate/document/verdicts", (body) => body.uri === uri);
    await server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: questionLines(4).replace("#### 6", "#### 9") }],
    });
    const [only] = (await server.call("deliberate/document/questions", { uri })).questions;
    await runToEnd({ questionIds: [only?.id ?? ""] });
    const lines = (await again).verdicts.map(({ range }) => range.start.line);
    assert.deepEqual(lines, [0, 2, 3], "the earlier verdicts stay, without the changed question's");
  });

  it("refuses a second run while one works, and a damaged model with a clear sentence", async () => {
    const ended = server.next("deliberate/run/ended");
    const request = {
      source: join(server.folder, "questions.jsonl"),
      protocol: "thinker",
      parameters: small,
    };
    const both = await Promise.allSettled([
      server.call("deliberate/run/start", request),
      server.call("deliberate/run/start", request),
    ]);
    const refused = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    assert.deepEqual(
      refused.map((error: Error & { code: string }) => error.code),
      ["run/busy"],
      "one of the two works, whichever came first",
    );
    await ended;
    writeFileSync(join(server.folder, "bad.gguf"), "not a model");
    await assert.rejects(
      server.call("deliberate/model/select", { path: join(server.folder, "bad.gguf") }),
      (error: Error & { code: string }) => error.code === "model/not-gguf",
    );
  });

  it("leaves nothing of the gold answer in what the model is told", async () => {
    const marked = JSON.stringify({ question: "How many birds?", answer: "They are many.\n#### 918273" });
    writeFileSync(join(server.folder, "marked.jsonl"), marked);
    for (const protocol of ["direct", "thinker", "multi-attempt"]) {
      const runId = await runToEnd({
        source: join(server.folder, "marked.jsonl"),
        protocol,
        parameters:
          protocol === "thinker"
            ? small
            : protocol === "direct"
              ? { budget: 16 }
              : { attempts: 3, tokensPerAttempt: 16, feedback: "verdict+answer" },
      });
      const { path } = await server
        .call("deliberate/run/path", { runId, questionId: "q0001", sample: 0 })
        .catch(async () => {
          const { rows } = await server.call("deliberate/run/questions", {
            runId,
            offset: 0,
            count: 1,
            filter: "all",
            sort: "file",
            descending: false,
            search: "",
          });
          return server.call("deliberate/run/path", { runId, questionId: rows[0]!.questionId, sample: 0 });
        });
      for (const stage of path.stages) assert.doesNotMatch(stage.prompt, /918273/);
    }
  });

  it("a server killed in mid-run leaves a run that the next server resumes", async () => {
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "long.jsonl"),
      protocol: "direct",
      parameters: { budget: 150 },
      samples: 4,
    });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 3);
    await server.kill("SIGKILL");
    await server.start();
    const { runs } = await server.call("deliberate/run/list", {});
    const summary = runs.find(({ id }) => id === runId);
    assert.equal(summary?.status, "interrupted");
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/resume", { runId });
    const end = await ended;
    assert.equal(end.status, "done");
    assert.equal(end.summary.pathsDone, 160);
    assert.ok(readdirSync(join(server.folder, ".deliberate", "runs")).includes(runId));
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
