import assert from "node:assert/strict";
import { test } from "node:test";
import { isForwarded, isHostMethod } from "../../../extension/src/client/tables.ts";
import { concerns, readRequest, readWatch } from "../../../extension/src/editors/envelope.ts";
import { panelPage } from "../../../extension/src/editors/html.ts";

const page = panelPage({
  cspSource: "https://file+.vscode-resource.test",
  nonce: "abc123",
  scriptUri: "https://x/panel.js",
  styleUri: 'https://x/panel.css?a="b',
});

test("the page runs our script only, and loads nothing from elsewhere", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'nonce-abc123'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|\*|http:|connect-src/);
  const scripts = [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  assert.equal(scripts.length, 1);
  assert.match(scripts[0] ?? "", /nonce="abc123"/);
  assert.doesNotMatch(page, /\son\w+=|style="/);
});

test("addresses cannot break out of their attribute", () => {
  assert.ok(page.includes("panel.css?a=&quot;b"));
});

test("a page may read and run, but not choose models, download or delete", () => {
  assert.ok(isForwarded("deliberate/run/questions") && isForwarded("deliberate/run/stop"));
  for (const method of [
    "deliberate/model/download",
    "deliberate/model/select",
    "deliberate/run/delete",
    "deliberate/training/start",
    "deliberate/training/delete",
    "initialize",
    "constructor",
    "panel/ready",
  ]) {
    assert.ok(!isForwarded(method), method);
  }
  assert.ok(isHostMethod("panel/copy") && !isHostMethod("toString"));
});

test("only requests of our envelope are read", () => {
  assert.notEqual(readRequest({ v: 1, kind: "request", id: 1, method: "panel/ready", body: {} }), null);
  for (const message of [
    null,
    "x",
    {},
    { v: 2, kind: "request", id: 1, method: "a" },
    { v: 1, kind: "response", id: 1 },
  ]) {
    assert.equal(readRequest(message), null);
  }
});

test("a page hears of the tokens of the path it watches and of no other", () => {
  const address = { runId: "r", questionId: "q", sample: 0 };
  const watch = readWatch({ viewId: "anything", runId: "r", path: address });
  const event = (path: typeof address) => ({ address: path, record: {} as never });
  assert.ok(concerns(watch, event(address)));
  assert.ok(!concerns(watch, event({ ...address, sample: 1 })));
  assert.ok(!concerns(readWatch({ viewId: "v", runId: "r", path: null }), event(address)));
  assert.equal(readWatch({ viewId: "v" }), null);
  assert.equal(readWatch({ runId: "r", path: { runId: "r" } }), null);
});
