/**
 * Start-up self-test: a toy is trained for twenty steps and its losses are compared with stored ones. A driver or
 * library that computes something else is found here, before hours are spent on it.
 */

import { fail, ok, type Result } from "../contract/result.ts";
import { philox4x32 } from "../core/sampling/random.ts";
import type { Device } from "./ggml/device.ts";
import type { DecoderConfig } from "./model/config.ts";
import { type BatchSource, type Example, packExamples } from "./train/data.ts";
import { defaultTrainSettings, type TrainSettings } from "./train/settings.ts";
import { Trainer } from "./train/trainer.ts";

export const toyConfig: DecoderConfig = {
  vocabulary: 10,
  layers: 1,
  width: 32,
  heads: 2,
  keyValueHeads: 1,
  hidden: 64,
  context: 32,
  ropeBase: 10_000,
  normEpsilon: 1e-5,
  tied: false,
};

export const toySettings: TrainSettings = {
  ...defaultTrainSettings,
  seed: 11,
  weightDecay: 0.01,
  schedule: { peak: 1e-2, floorShare: 0.1, warmUpSteps: 10, steps: 200, shape: "cosine" },
};

/** Running sums modulo 7: after each digit stands the sum so far. Only the sums are to be learned. */
export const toySource = (rows = 16, seed = 5): BatchSource =>
  packExamples(
    (number): Example => {
      const words = philox4x32([number, 0, 0, 0], [seed, 0]);
      const tokens = [8];
      const learn = [0];
      let sum = 0;
      for (const word of words) {
        const digit = word % 7;
        sum = (sum + digit) % 7;
        tokens.push(digit, sum);
        learn.push(0, 1);
      }
      return { tokens, learn };
    },
    rows,
    16,
  );

/** Losses of the first steps, computed on a CPU. */
export const toyLosses: readonly number[] = [2.49747, 2.38142, 2.16314, 2.09794, 1.97497, 1.77406];

/**
 * Largest difference from the stored losses. Devices round differently, and the differences grow with the steps.
 *
 * Errors: `engine/failed` when it exceeds `tolerance`.
 */
export async function selfTest(device: Device, tolerance = 0.02): Promise<Result<number>> {
  const trainer = new Trainer(device, toyConfig, toySettings, toySource());
  try {
    let worst = 0;
    for (const expected of toyLosses) {
      const { loss } = await trainer.step();
      const off = Math.abs(loss - expected);
      worst = Number.isFinite(off) ? Math.max(worst, off) : Number.POSITIVE_INFINITY;
    }
    if (worst <= tolerance) return ok(worst);
    return fail(
      "engine/failed",
      `The lab computes wrongly on ${device.description}: losses are off by ${worst.toPrecision(2)}. Use another device.`,
    );
  } finally {
    trainer.dispose();
  }
}
