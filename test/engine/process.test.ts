import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import type { EngineMessage } from "../../language-server/contract/engine.ts";
import { contractVersion } from "../../language-server/contract/version.ts";
import {
  abortsOnEvaluation,
  abortsOnLoad,
  throwsOnLoad,
  truncated,
  unknownArchitecture,
} from "./damagedModels.ts";
import {
  error,
  generateParams,
  llamaEntry,
  loadParams,
  modelPath,
  newHost,
  scratchFile,
  stories,
  TestEngine,
  value,
} from "./harness.ts";

test("kill -9 in the middle of a generation: every request fails, the engine comes back and goes on", async () => {
  const host = newHost();
  const engine = new TestEngine(host);
  let losses = 0;
  host.onLost(() => losses++);
  value(await host.start());
  value(await host.request("load", loadParams()));
  const whole = await engine.generate({ budgetTokens: 300 });

  await engine.call("clear", { slot: 0 });
  const seen: number[] = [];
  const killed = new Promise<void>((resolve) => {
    host.onEvent((event) => {
      if (event.kind !== "tokens" || seen.length > 0) return;
      seen.push(...(event.chunks[0]?.ids ?? []));
      process.kill(host.pid!, "SIGKILL");
      resolve();
    });
  });
  const running = [0, 1].map((slot) => host.request("generate", generateParams({ slot, budgetTokens: 300 })));
  await killed;
  for (const answer of await Promise.all(running)) {
    const failure = error(answer);
    assert.equal(failure.code, "engine/lost");
    assert.match(failure.message, /SIGKILL/);
  }
  assert.equal(losses, 1);
  assert.equal(host.state, "lost");
  assert.equal(error(await host.request("counters", { slot: 0 })).code, "engine/lost");

  value(await host.start());
  value(await host.request("load", loadParams()));
  const rest = await engine.generate({ budgetTokens: 300, resume: { tokens: seen, forcedFrom: null } });
  assert.deepEqual([...seen, ...rest.ids], whole.ids);
  assert.equal(rest.result.text, whole.result.text);
  await host.stop();
  assert.equal(host.state, "stopped");
  assert.equal(losses, 1, "a stop is no loss");
});

for (const [what, make] of [
  ["an assertion", abortsOnLoad],
  ["an exception nobody catches", throwsOnLoad],
] as const) {
  test(`a model whose loading ends the process by ${what} gives a clear failure; the next one loads`, async () => {
    const host = newHost();
    value(await host.start());
    const failure = error(await host.request("load", loadParams({ modelPath: make() })));
    assert.equal(failure.code, "engine/lost");
    assert.match(failure.message, /while it was loading the model/);
    assert.match(failure.detail ?? "", /GGML_ASSERT|terminate called|out_of_range/);
    value(await host.start());
    assert.equal(value(await host.request("load", loadParams({ modelPath: stories }))).name, "stories260K");
    await host.stop();
  });
}

test("an abort in the middle of decoding fails the request with the last words of the library", async () => {
  const host = newHost();
  value(await host.start());
  value(await host.request("load", loadParams({ modelPath: abortsOnEvaluation() })));
  const failure = error(await host.request("generate", generateParams()));
  assert.equal(failure.code, "engine/lost");
  assert.match(failure.detail ?? "", /GGML_ASSERT/);
  await host.stop();
});

test("bad model files are told apart without losing the engine", async () => {
  const host = newHost();
  value(await host.start());
  const cases: [string, string][] = [
    ["/nowhere/model.gguf", "model/not-found"],
    [scratchFile("notes.gguf", "just some text"), "model/not-gguf"],
    [scratchFile("empty.gguf", ""), "model/not-gguf"],
    [truncated(700_000), "model/truncated"],
    [truncated(5_000), "model/truncated"],
    [modelPath("ggml-vocab-phi-3.gguf"), "model/vocab-only"],
    [unknownArchitecture(), "model/unsupported"],
  ];
  for (const [path, code] of cases) {
    const failure = error(await host.request("load", loadParams({ modelPath: path })));
    assert.equal(failure.code, code, `${path}: ${failure.message} ${failure.detail ?? ""}`);
    assert.doesNotMatch(failure.message, /\n|Error:/);
  }
  assert.equal(error(await host.request("counters", { slot: 0 })).code, "model/not-selected");
  value(await host.request("load", loadParams()));
  await host.stop();
});

test("a context that cannot fit is refused with what would help", async () => {
  const host = newHost();
  value(await host.start());
  for (const tokens of [2 ** 24, 2 ** 30]) {
    const wish = loadParams({ contextTokens: tokens, contextTokensMinimum: tokens, sequences: 16 });
    const failure = error(await host.request("load", wish));
    assert.equal(failure.code, "engine/context-too-small", failure.detail);
    assert.match(failure.message, /16 parallel answers/);
  }
  await host.stop();
});

test("loading reports its progress up to the end", async () => {
  const host = newHost();
  const fractions: number[] = [];
  host.onEvent((event) => {
    if (event.kind === "load-progress") fractions.push(event.fraction);
  });
  value(await host.start());
  value(await host.request("load", loadParams()));
  assert.equal(fractions.at(-1), 1);
  assert.deepEqual(
    fractions,
    [...fractions].sort((a, b) => a - b),
  );
  await host.stop();
});

test("messages that make no sense are answered or ignored, and the engine stays", async () => {
  const child = fork(llamaEntry, [], {
    serialization: "advanced",
    execArgv: ["--import", "tsx"],
    silent: true,
  });
  const inbox: EngineMessage[] = [];
  child.on("message", (message) => inbox.push(message as EngineMessage));
  const until = async (test: (message: EngineMessage) => boolean): Promise<EngineMessage> => {
    for (;;) {
      const found = inbox.find(test);
      if (found !== undefined) return found;
      await once(child, "message");
    }
  };
  const ready = await until((message) => message.kind === "ready");
  assert.deepEqual(ready, { kind: "ready", contractVersion });
  for (const nonsense of [
    null,
    7,
    "text",
    {},
    { kind: "request" },
    { kind: "request", id: "x", method: "load" },
  ]) {
    child.send(nonsense as never);
  }
  const bad: [string, unknown][] = [
    ["explode", {}],
    ["__proto__", {}],
    ["load", undefined],
    ["load", { modelPath: 5 }],
    ["generate", { slot: -1 }],
    ["generate", { slot: 0, prompt: "no list" }],
    ["fork", { from: 0 }],
    ["clear", null],
  ];
  for (const [index, [method, params]] of bad.entries()) {
    child.send({ kind: "request", id: index, method, params } as never);
    const answer = await until((message) => message.kind === "response" && message.id === index);
    assert.ok(answer.kind === "response" && !answer.ok && answer.error.code === "input/invalid", method);
  }
  child.send({ kind: "request", id: 99, method: "counters", params: { slot: 0 } } as never);
  await until((message) => message.kind === "response" && message.id === 99);
  const exit = once(child, "exit");
  child.disconnect();
  assert.deepEqual(await exit, [0, null], "it goes when its parent goes");
});

test("an engine that keeps dying is not started for ever", async () => {
  let clock = 0;
  const host = newHost({ script: { rules: [] }, now: () => clock });
  for (let death = 0; death < 4; death++) {
    value(await host.start());
    const lost = new Promise((resolve) => host.onLost(resolve));
    process.kill(host.pid!, "SIGKILL");
    await lost;
    clock += 10_000;
  }
  assert.equal(error(await host.start()).code, "engine/crash-loop");
  clock += 3 * 60_000;
  value(await host.start());
  await host.stop();
});

test("an entry that cannot start fails with what it printed", async () => {
  const host = newHost({ entry: scratchFile("broken.mjs", "throw new Error('no such luck')") });
  const failure = error(await host.start());
  assert.equal(failure.code, "engine/lost");
  assert.match(failure.detail ?? "", /no such luck/);
});

test("an engine of another contract version is refused", async () => {
  const host = newHost({
    entry: scratchFile(
      "old.mjs",
      "process.send({kind: 'ready', contractVersion: 0}); setInterval(() => {}, 1000);",
    ),
  });
  assert.equal(error(await host.start()).code, "engine/failed");
});
