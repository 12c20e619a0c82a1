/** Trains a toy and saves after every step until it is killed. Argument: the folder for checkpoints. */
import { Device } from "../../../language-server/lab/ggml/device.ts";
import { toyConfig, toySettings, toySource } from "../../../language-server/lab/selfTest.ts";
import { resumeRun, saveRun } from "../../../language-server/lab/train/resume.ts";
import { Trainer } from "../../../language-server/lab/train/trainer.ts";

const main = async (): Promise<void> => {
  const folder = process.argv[2] ?? "";
  const device = await Device.open({ kind: "cpu", threads: 1 });
  if (!device.ok) throw new Error(device.error.message);
  const trainer = new Trainer(device.value, toyConfig, toySettings, toySource());
  const resumed = await resumeRun(trainer, folder);
  if (!resumed.ok) throw new Error(resumed.error.message);
  process.send?.({ resumedAt: resumed.value?.step ?? 0 });
  for (;;) {
    const { step, loss } = await trainer.step();
    await saveRun(trainer, folder);
    process.send?.({ step, loss });
  }
};
void main();
