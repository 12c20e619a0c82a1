/** What the machine can do is measured in a process of its own, by the library that runs the models. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { limitsInProcess } from "../../../language-server/lab/process/labHost.ts";

const entry = fileURLToPath(new URL("../../../language-server/lab/process/labMain.ts", import.meta.url));
const host = { entry, execArgv: ["--import", "tsx"] };

test("bandwidth and matrix rate of the processor", async (t) => {
  const limits = await limitsInProcess({ kind: "cpu", threads: 1 }, host);
  assert.ok(limits.ok);
  const { bytesPerSecond, flopsPerSecond, threads } = limits.value;
  t.diagnostic(
    `${(bytesPerSecond / 1e9).toFixed(1)} GB/s, ${(flopsPerSecond / 1e9).toFixed(1)} GFLOP/s with one thread`,
  );
  assert.equal(threads, 1);
  // Far apart enough for any machine; another unit or a product left out is off by more.
  assert.ok(bytesPerSecond > 1e8 && bytesPerSecond < 1e13, `${bytesPerSecond} bytes a second`);
  assert.ok(flopsPerSecond > 1e8 && flopsPerSecond < 1e15, `${flopsPerSecond} operations a second`);
});

test("a device that is not there is no defect", async () => {
  const limits = await limitsInProcess({ kind: "metal" }, { ...host });
  assert.ok(process.platform === "darwin" || (!limits.ok && limits.error.code === "engine/failed"));
});
