/** A training process killed at odd moments leaves checkpoints to go on from, with the losses of an undisturbed run. */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Device } from "../../../language-server/lab/ggml/device.ts";
import { toyConfig, toySettings, toySource } from "../../../language-server/lab/selfTest.ts";
import { Trainer } from "../../../language-server/lab/train/trainer.ts";

interface Message {
  readonly resumedAt?: number;
  readonly step?: number;
  readonly loss?: number;
}

const folder = mkdtempSync(join(tmpdir(), "deliberate-killed-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs until `steps` steps are reported, waits a little longer, and kills. */
const runAndKill = (steps: number, delayMs: number): Promise<Message[]> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL("./killedTraining.ts", import.meta.url)), [folder], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const messages: Message[] = [];
    child.on("message", (message: Message) => {
      messages.push(message);
      if (message.step !== undefined && messages.length === steps + 1) {
        setTimeout(() => child.kill("SIGKILL"), delayMs);
      }
    });
    child.on("exit", () => resolve(messages));
  });

test("kill -9 three times, and the losses are those of one run", { timeout: 120_000 }, async () => {
  const device = await Device.open({ kind: "cpu", threads: 1 });
  assert.ok(device.ok);
  const undisturbed = new Trainer(device.value, toyConfig, toySettings, toySource());
  const losses: number[] = [];
  let reached = 0;
  for (const delay of [0, 7, 3]) {
    const messages = await runAndKill(4, delay);
    const start = messages[0]?.resumedAt;
    assert.ok(start !== undefined && start >= reached, `resumed at ${start} after ${reached}`);
    for (const { step, loss } of messages.slice(1)) {
      while (losses.length < step!) losses.push((await undisturbed.step()).loss);
      assert.equal(loss, losses[step! - 1], `step ${step}`);
      reached = step!;
    }
  }
  assert.ok(reached >= 12);
  undisturbed.dispose();
  device.value.dispose();
});
