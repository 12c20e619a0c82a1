/** Training as a whole: a toy that learns, the same to the bit each time, and survives being stopped. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Device } from "../../../language-server/lab/ggml/device.ts";
import {
  toyConfig as config,
  selfTest,
  toySettings as settings,
  toySource as source,
  toyLosses,
} from "../../../language-server/lab/selfTest.ts";
import { listCheckpoints, readCheckpoint } from "../../../language-server/lab/train/checkpoint.ts";
import { type BatchSource, packByLength, packExamples } from "../../../language-server/lab/train/data.ts";
import { HeldBack } from "../../../language-server/lab/train/heldBack.ts";
import { resumeRun, saveRun } from "../../../language-server/lab/train/resume.ts";
import { rateAt } from "../../../language-server/lab/train/schedule.ts";
import type { TrainSettings } from "../../../language-server/lab/train/settings.ts";
import { Trainer } from "../../../language-server/lab/train/trainer.ts";
import { runTraining } from "../../../language-server/lab/train/trainingRun.ts";
import { openDevice } from "./labKit.ts";

let device: Device;
let folder = "";
before(async () => {
  device = await openDevice();
  folder = mkdtempSync(join(tmpdir(), "deliberate-training-"));
});
after(() => {
  device.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const train = async (trainer: Trainer, steps: number): Promise<number[]> => {
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) losses.push((await trainer.step()).loss);
  return losses;
};
const weightsOf = (trainer: Trainer) =>
  Object.fromEntries([...trainer.parameters.tensors.values()].map((t) => [t.name, [...t.read()]]));
const make = (changes: Partial<TrainSettings> = {}, from = source()) =>
  new Trainer(device, config, { ...settings, ...changes }, from);

test("a toy learns running sums to a known loss", async () => {
  const trainer = make();
  const losses = await train(trainer, 200);
  toyLosses.forEach((loss, i) => {
    assert.ok(Math.abs(losses[i]! - loss) < 1e-3, `loss ${i}: ${losses[i]} instead of ${loss}`);
  });
  const last = losses.slice(-10).reduce((a, b) => a + b, 0) / 10;
  assert.ok(last < 0.05, `last losses ${last}`);
  // Examples that no batch of this run has shown.
  const unseen = source(16, 6);
  const heldBack = new HeldBack(trainer, unseen, unseen.packed);
  const { loss, accuracy } = await heldBack.measure([await unseen.batchAt(0), await unseen.batchAt(1)]);
  assert.ok(loss < 0.05 && accuracy > 0.98, `${loss}, ${accuracy}`);
  heldBack.dispose();
  trainer.dispose();
});

test("the self-test passes, and fails where losses are held to more than floats can do", async () => {
  const result = await selfTest(device);
  assert.ok(result.ok && result.value < 1e-3);
  assert.ok(!(await selfTest(device, 0)).ok);
});

test("a single row with one head of keys has the gradient that plain operations give", async () => {
  const portable = await Device.open({ kind: "cpu", threads: 1, portable: true });
  assert.ok(portable.ok);
  const norms: number[] = [];
  for (const on of [device, portable.value]) {
    const trainer = new Trainer(on, config, settings, source(1));
    norms.push((await trainer.step()).gradientNorm);
    trainer.dispose();
  }
  portable.value.dispose();
  assert.ok(Math.abs(norms[0]! / norms[1]! - 1) < 1e-4, norms.join(" and "));
});

test("two runs give the same weights to the bit, another seed gives others", async () => {
  const [a, b, c] = [make(), make(), make({ seed: 12 })];
  assert.deepEqual(await train(a, 12), await train(b, 12));
  await train(c, 12);
  assert.deepEqual(weightsOf(a), weightsOf(b));
  assert.notDeepEqual(weightsOf(a), weightsOf(c));
  for (const trainer of [a, b, c]) trainer.dispose();
});

test("accumulated batches count as one large batch", async () => {
  const whole = source(16);
  // Batch 2i and 2i + 1 of the halves hold the rows of batch i, so weights differ between them.
  const halves: BatchSource = {
    rows: 8,
    length: 16,
    packed: true,
    batchAt: async (index) => {
      const batch = await whole.batchAt(index >> 1);
      const part = <A extends { subarray(from: number, to: number): A }>(values: A) =>
        values.subarray((index & 1) * 128, (index & 1) * 128 + 128);
      return {
        tokens: part(batch.tokens),
        targets: part(batch.targets),
        weights: part(batch.weights),
        positions: part(batch.positions),
        segments: part(batch.segments!),
      };
    },
  };
  const [a, b] = [make(), make({ accumulate: 2 }, halves)];
  const [x, y] = [await train(a, 5), await train(b, 5)];
  x.forEach((loss, i) => {
    assert.ok(Math.abs(loss - y[i]!) < 1e-4, `${loss} and ${y[i]}`);
  });
  assert.equal(b.position.nextBatch, 10);
  a.dispose();
  b.dispose();
});

test("what a mask or the list of frozen parameters keeps stays as it was, decay and all", async () => {
  const trainer = make({
    weightDecay: 0.5,
    masked: ["blk.0.ffn_up.weight"],
    frozen: (name) => name.includes("attn_q"),
  });
  const mask = new Float32Array(32 * 64).fill(1, 1000);
  trainer.setMask("blk.0.ffn_up.weight", mask);
  const start = weightsOf(trainer);
  await train(trainer, 3);
  const end = weightsOf(trainer);
  const name = "blk.0.ffn_up.weight";
  assert.deepEqual(end[name]!.slice(0, 1000), start[name]!.slice(0, 1000));
  assert.ok(end[name]!.slice(1000).every((value, i) => value !== start[name]![1000 + i]));
  assert.deepEqual(end["blk.0.attn_q.weight"], start["blk.0.attn_q.weight"]);
  assert.notDeepEqual(end["blk.0.attn_k.weight"], start["blk.0.attn_k.weight"]);
  trainer.dispose();
});

test("adapters learn and leave the model alone", async () => {
  const trainer = make({ lora: { rank: 4, alpha: 8, targets: ["attn_q", "attn_v", "ffn_up"] } });
  const start = weightsOf(trainer);
  const losses = await train(trainer, 20);
  const end = weightsOf(trainer);
  for (const name of Object.keys(start)) {
    if (name.includes("lora")) assert.notDeepEqual(end[name], start[name], name);
    else assert.deepEqual(end[name], start[name], name);
  }
  assert.ok(losses.at(-1)! < losses[0]!);
  trainer.dispose();
});

test("prompts and padding change nothing: neither the loss nor a gradient", async () => {
  const base = source();
  const changed: BatchSource = {
    ...base,
    batchAt: async (index) => {
      const batch = await base.batchAt(index);
      // Targets that do not count may be anything.
      return { ...batch, targets: batch.targets.map((target, i) => (batch.weights[i] === 0 ? 9 : target)) };
    },
  };
  const [a, b] = [make(), make({}, changed)];
  assert.deepEqual(await train(a, 3), await train(b, 3));
  assert.deepEqual(weightsOf(a), weightsOf(b));
  a.dispose();
  b.dispose();
});

test("a student learns from a teacher's probabilities alone", async () => {
  const base = source();
  const taught: BatchSource = {
    ...base,
    batchAt: async (index) => {
      const batch = await base.batchAt(index);
      const teacher = new Float32Array(batch.tokens.length * 10).fill(0.01);
      batch.targets.forEach((target, i) => {
        teacher[i * 10 + target] = 0.91;
      });
      // Targets that would teach nothing.
      return { ...batch, teacher, targets: batch.targets.map(() => 0) };
    },
  };
  const trainer = make({ distillation: { temperature: 1, share: 1 } }, taught);
  const losses = await train(trainer, 150);
  assert.ok(losses.at(-1)! < 0.1 && losses[0]! > 1, `${losses[0]} to ${losses.at(-1)}`);
  trainer.dispose();
  const without = make({ distillation: { temperature: 1, share: 1 } });
  await assert.rejects(without.step(), /teacher/);
  without.dispose();
});

describe("packing", () => {
  test("whole texts, first row with room, padding without weight, and no example twice", async () => {
    const seen: number[] = [];
    const packed = packExamples(
      (number) => {
        seen.push(number);
        const size = 3 + (number % 4);
        return { tokens: Array.from({ length: size }, (_, i) => i + 1), learn: Array(size).fill(1) };
      },
      2,
      8,
    );
    const first = await packed.batchAt(0);
    assert.deepEqual([...first.segments!], [0, 0, 1, 1, 1, -1, -1, -1, 2, 2, 2, 2, -1, -1, -1, -1]);
    assert.deepEqual([...first.positions.slice(0, 5)], [0, 1, 0, 1, 2]);
    assert.deepEqual([...first.targets.slice(0, 5)], [2, 3, 2, 3, 4]);
    assert.deepEqual([...first.weights], [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
    const before_ = seen.length;
    await packed.batchAt(1);
    assert.ok(Math.min(...seen.slice(before_)) > Math.max(...seen.slice(0, before_)));
    const long = packExamples(() => ({ tokens: Array(50).fill(3), learn: Array(50).fill(1) }), 2, 8);
    assert.equal(
      (await long.batchAt(0)).weights.reduce((a, b) => a + b, 0),
      16,
    );
  });

  test("short texts go to short rows, and training on both counts as training on all", async () => {
    const exampleAt = (number: number) => {
      const size = number % 3 === 0 ? 13 : 5;
      return { tokens: Array.from({ length: size }, (_, i) => (i * number) % 7), learn: Array(size).fill(1) };
    };
    const both = packByLength(exampleAt, [
      { rows: 4, length: 4 },
      { rows: 2, length: 12 },
    ]);
    const [short, long] = [await both.batchAt(0), await both.batchAt(1)];
    assert.deepEqual(short.shape, { rows: 4, length: 4 });
    assert.deepEqual([...new Set(short.segments)], [1, 2, 4, 5]);
    assert.deepEqual([...new Set(long.segments)], [0, 3]);
    await both.batchAt(2);
    assert.deepEqual(await both.batchAt(1), long);
    // The same six examples in one batch.
    const joined: BatchSource = {
      rows: 6,
      length: 12,
      packed: true,
      batchAt: async () => {
        const batch = await packExamples((k) => exampleAt(k < 6 ? k : 0), 6, 12).batchAt(0);
        return { ...batch, weights: batch.weights.map((w, i) => (batch.segments![i]! < 6 ? w : 0)) };
      },
    };
    const [a, b] = [make({ accumulate: 2 }, both), make({}, joined)];
    const [x, y] = [await a.step(), await b.step()];
    assert.equal(x.learnedTokens, y.learnedTokens);
    assert.ok(Math.abs(x.loss - y.loss) < 1e-5, `${x.loss} and ${y.loss}`);
    assert.ok(Math.abs(x.gradientNorm - y.gradientNorm) < 1e-4, `${x.gradientNorm} and ${y.gradientNorm}`);
    a.dispose();
    b.dispose();
    assert.throws(() => make({}, packExamples(exampleAt, 1, 64)), /context of 32/);
  });
});

describe("checkpoints", () => {
  test("a run that was stopped goes on as if it had not been", async () => {
    const [whole, first, second] = [make(), make(), make()];
    const losses = await train(whole, 10);
    await train(first, 6);
    await saveRun(first, join(folder, "a"));
    const resumed = await resumeRun(second, join(folder, "a"));
    assert.ok(resumed.ok && resumed.value?.step === 6);
    assert.deepEqual(await train(second, 4), losses.slice(6));
    assert.deepEqual(weightsOf(second), weightsOf(whole));
    for (const trainer of [whole, first, second]) trainer.dispose();
  });

  test("a file that was cut or changed is passed over for the one before", async () => {
    const place = join(folder, "b");
    const trainer = make();
    await train(trainer, 1);
    await saveRun(trainer, place);
    await train(trainer, 1);
    const newest = await saveRun(trainer, place);
    const bytes = readFileSync(newest);
    writeFileSync(newest, bytes.subarray(0, bytes.length - 100));
    const cut = await readCheckpoint(newest);
    assert.equal(!cut.ok && cut.error.code, "model/truncated");
    const other = make();
    const resumed = await resumeRun(other, place);
    assert.ok(resumed.ok && resumed.value?.step === 1);
    bytes[bytes.length - 9]! ^= 1;
    writeFileSync(newest, bytes);
    const changed = await readCheckpoint(newest);
    assert.equal(!changed.ok && changed.error.code, "model/damaged");
    trainer.dispose();
    other.dispose();
  });

  test("only the newest are kept, and leftovers of a killed writer go", async () => {
    const place = join(folder, "c");
    const trainer = make();
    for (let i = 0; i < 3; i++) {
      await train(trainer, 1);
      await saveRun(trainer, place);
      writeFileSync(join(place, ".step-00000009.safetensors.1.part"), "half");
    }
    assert.equal((await listCheckpoints(place)).length, 2);
    trainer.dispose();
  });

  test("one of another model is refused with the name of what differs", async () => {
    const other = new Trainer(device, { ...config, hidden: 48 }, settings, source());
    const resumed = await resumeRun(other, join(folder, "a"));
    assert.ok(!resumed.ok);
    assert.match(resumed.error.message, /ffn_gate/);
    other.dispose();
  });
});

test("the rate warms up, falls and ends at its floor", () => {
  const { schedule } = settings;
  assert.equal(rateAt(schedule, 1), 1e-3);
  assert.equal(rateAt(schedule, 10), 1e-2);
  assert.ok(rateAt(schedule, 105) < 1e-2 && rateAt(schedule, 105) > 1e-3);
  assert.ok(Math.abs(rateAt(schedule, 200) - 1e-3) < 1e-12);
});

describe("products in bfloat16", () => {
  test("learn as well, and the same to the bit each time", async () => {
    const [a, b, exact] = [make({ products: "bf16" }), make({ products: "bf16" }), make()];
    const losses = await train(a, 120);
    assert.deepEqual(await train(b, 10), losses.slice(0, 10));
    (await train(exact, 5)).forEach((loss, i) => {
      assert.ok(Math.abs(loss - losses[i]!) < 0.02, `${loss} and ${losses[i]}`);
    });
    assert.notEqual(losses[1], toyLosses[1]);
    assert.ok(losses.at(-1)! < 0.2, `${losses.at(-1)}`);
    for (const trainer of [a, b, exact]) trainer.dispose();
  });
});

describe("a run", () => {
  const lines = (place: string) =>
    readFileSync(join(place, "steps.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("is stopped, goes on to its end, and its log has every step once", async () => {
    const place = join(folder, "run");
    const stop = new AbortController();
    const first = make();
    const stopped = await runTraining(first, {
      folder: place,
      steps: 12,
      saveEverySteps: 3,
      signal: stop.signal,
      onStep: ({ step }) => {
        if (step === 5) stop.abort();
      },
    });
    assert.ok(stopped.ok && stopped.value.step === 5);
    // Steps after the checkpoint, as a killed process leaves them, the last one cut.
    writeFileSync(
      join(place, "steps.jsonl"),
      `${readFileSync(join(place, "steps.jsonl"), "utf8")}{"step":6}\n{"st`,
    );
    const second = make();
    const ended = await runTraining(second, { folder: place, steps: 12, saveEverySteps: 3 });
    assert.ok(ended.ok && ended.value.step === 12);
    const whole = make();
    const losses = await train(whole, 12);
    assert.deepEqual(
      lines(place).map(({ step, loss }) => [step, loss]),
      losses.map((loss, i) => [i + 1, loss]),
    );
    for (const trainer of [first, second, whole]) trainer.dispose();
  });

  test("ends with a sentence when the loss is no number", async () => {
    const trainer = make({ schedule: { ...settings.schedule, peak: 1e30 } });
    const ended = await runTraining(trainer, { folder: join(folder, "nan"), steps: 30, saveEverySteps: 100 });
    assert.ok(!ended.ok);
    assert.match(ended.error.message, /learning rate/);
    trainer.dispose();
  });
});
