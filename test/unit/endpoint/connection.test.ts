import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseAfter, retryAfterMs } from "../../../language-server/engine/remote/connection/backOff.ts";
import { AdaptiveLimit } from "../../../language-server/engine/remote/connection/limit.ts";
import { Pool } from "../../../language-server/engine/remote/connection/pool.ts";
import { EventReader } from "../../../language-server/engine/remote/connection/sse.ts";
import { refusalOf } from "../../../language-server/engine/remote/refusals.ts";

test("events are read across any seams", () => {
  const stream =
    ': hi\r\ndata: {"a":1}\r\n\r\nevent: x\ndata: two\ndata: lines\n\nerror: {"code":500}\n\ndata:[DONE]\n\n';
  const expected = ['{"a":1}', "two\nlines", '{"error": {"code":500}}', "[DONE]"];
  for (let size = 1; size <= stream.length; size++) {
    const reader = new EventReader();
    const events: string[] = [];
    for (let at = 0; at < stream.length; at += size) events.push(...reader.push(stream.slice(at, at + size)));
    assert.deepEqual(events, expected, `pieces of ${size}`);
  }
  assert.deepEqual(new EventReader().push("data: cut"), [], "what is cut is no event");
});

test("pauses double, are half chance, have an end, and are never shorter than the server asks", () => {
  assert.deepEqual(
    [1, 2, 3].map((failures) => pauseAfter(failures, 500, 0, null)),
    [250, 500, 1000],
  );
  assert.equal(pauseAfter(1, 500, 0.999, null) < 500, true);
  assert.ok(pauseAfter(60, 500, 0.5, null) <= 30_000);
  assert.equal(pauseAfter(1, 500, 0, 4000), 4000);
  assert.equal(retryAfterMs("3", 0), 3000);
  assert.equal(retryAfterMs("Thu, 01 Jan 1970 00:00:09 GMT", 4000), 5000);
  for (const header of [undefined, "soon", "-1"]) assert.equal(retryAfterMs(header, Date.now()), null);
});

test("the limit grows by one a round, halves once for each overload, and never falls below one", () => {
  const limit = new AdaptiveLimit(4, 6);
  for (let request = 0; request < 5; request++) limit.succeeded();
  assert.equal(limit.current, 5);
  for (let request = 0; request < 30; request++) limit.succeeded();
  assert.equal(limit.current, 6, "no more than there are sequences");
  const { mark } = limit;
  limit.overloaded(mark);
  limit.overloaded(mark);
  assert.equal(limit.current, 3, "requests of the same moment tell of the same overload");
  for (let time = 0; time < 9; time++) limit.overloaded(limit.mark);
  assert.equal(limit.current, 1);
});

test("a pool keeps to its limits, prefers the same server, and lets others in when one rests", async () => {
  let now = 0;
  const pool = new Pool(["a", "b"], { start: 1, most: 4, now: () => now });
  const never = new AbortController().signal;
  const [first, second] = [await pool.acquire(0, never), await pool.acquire(0, never)];
  assert.deepEqual([first?.url, second?.url], ["a", "b"], "the favourite is full");
  const waiting = pool.acquire(0, never);
  const abort = new AbortController();
  const given = pool.acquire(0, abort.signal);
  abort.abort();
  assert.equal(await given, null, "who is aborted waits no longer");
  assert.ok(first !== null && second !== null);
  pool.failed(first, true, () => 20);
  pool.succeeded(second);
  assert.equal((await waiting)?.url, "b", "the favourite rests");
  const later = pool.acquire(0, never);
  now = 21;
  assert.equal((await later)?.url, "b", "it has room for two after a success");
  assert.equal((await pool.acquire(0, never))?.url, "a", "and the favourite is back");
});

test("what a server refuses is told apart: for now, for lack of room, for good", () => {
  const kind = (status: number, body = "{}") => refusalOf(status, body, "http://a").kind;
  for (const status of [408, 429, 500, 502, 503, 504]) assert.equal(kind(status), "again", `${status}`);
  for (const status of [301, 400, 401, 403, 404, 422, 501]) assert.equal(kind(status), "final", `${status}`);
  assert.equal(kind(400, '{"error":{"type":"exceed_context_size_error","message":"…"}}'), "context");
  assert.equal(kind(400, '{"message":"This model\'s maximum context length is 4096 tokens."}'), "context");
  const refused = refusalOf(401, '{"error":{"message":"Invalid  API\\nKey"}}', "http://a");
  assert.ok(refused.kind === "final" && refused.failure.code === "endpoint/refused");
  assert.match(refused.failure.message, /Invalid API Key/);
});
