import assert from "node:assert/strict";
import { test } from "node:test";
import { createRestartPolicy } from "../../../extension/src/client/restartPolicy.ts";

test("a server that keeps dying is given up, one that dies now and then is not", () => {
  let now = 0;
  const policy = createRestartPolicy(3, 180_000, () => now);
  const deaths = (times: readonly number[]) =>
    times.map((time) => {
      now = time;
      return policy.died();
    });
  assert.deepEqual(deaths([0, 1_000, 2_000, 3_000]), ["restart", "restart", "restart", "give-up"]);
  assert.deepEqual(deaths([400_000, 600_000, 800_000, 1_000_000]), [
    "restart",
    "restart",
    "restart",
    "restart",
  ]);
});

test("a restart that a person asked for starts the count anew", () => {
  const policy = createRestartPolicy(1, 1_000, () => 0);
  assert.equal(policy.died(), "restart");
  assert.equal(policy.died(), "give-up");
  policy.reset();
  assert.equal(policy.died(), "restart");
});
