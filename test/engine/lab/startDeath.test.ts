/** A lab process that dies before its device has passed the self-test: told once, with the cause and the way out. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Failure } from "../../../language-server/contract/result.ts";
import { trainInProcess } from "../../../language-server/lab/process/labHost.ts";
import type { LabOptions } from "../../../language-server/lab/process/messages.ts";
import { readRunStatus } from "../../../language-server/lab/recipe/runFolder.ts";

const scratch = mkdtempSync(join(tmpdir(), "deliberate-start-death-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const recipePath = join(scratch, "toy.yaml");
writeFileSync(
  recipePath,
  `
name: Toy
license: MIT
seed: 7
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 256 }
tokenizer: { size: 400, samples: 60 }
data: [{ task: arithmetic, weight: 1 }]
batch: { rows: 1, length: 96 }
training: { steps: 1, rate: 0.003, warmUpSteps: 1, saveEverySteps: 1 }
`,
);
const entryOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Told {
  readonly failure: Failure;
  /** How often the process was started. */
  readonly starts: number;
  readonly folder: string;
}

async function refused(
  name: string,
  entry: string,
  kind: NonNullable<LabOptions["device"]>["kind"],
  words = "",
): Promise<Told> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "starts"), "");
  process.env.DELIBERATE_TEST_LAST_WORDS = words;
  const options = { entry: entryOf(entry), execArgv: ["--import", "tsx"] };
  const trained = await trainInProcess(
    { recipePath, folder, device: kind === undefined ? {} : { kind } },
    options,
  );
  assert.ok(!trained.ok);
  return { failure: trained.error, starts: readFileSync(join(folder, "starts"), "utf8").length, folder };
}

test("a device whose library aborts is tried once, and the message names cause and way out", {
  timeout: 120_000,
}, async () => {
  const { failure, starts, folder } = await refused("cuda", "./dyingLab.ts", "cuda");
  assert.equal(starts, 1, "it is not started again");
  assert.equal(failure.code, "engine/failed");
  assert.match(failure.message, /died .* CUDA device.*driver is older .* no kernels for this card/);
  assert.match(failure.message, /`device: \{ kind: cpu \}`.*`--device cpu` or `--device vulkan`/);
  assert.deepEqual(
    (await readRunStatus(folder))?.failure,
    failure,
    "who looks at the run later reads the same",
  );
});

test("what the library says decides which cause is named", { timeout: 120_000 }, async () => {
  const words = "CUDA error: no kernel image is available for execution on the device\n";
  const card = await refused("card", "./dyingLab.ts", "cuda", words);
  assert.match(card.failure.message, /Probably the prebuilt library has no kernels for this card\./);
  assert.match(card.failure.detail ?? "", /no kernel image/);
  const driver = await refused(
    "driver",
    "./dyingLab.ts",
    "vulkan",
    "CUDA error: the provided PTX was compiled with an unsupported toolchain.\n",
  );
  assert.match(driver.failure.message, /Vulkan device\. Probably its driver is older than/);
  assert.doesNotMatch(driver.failure.message, /--device vulkan/);
});

test("the CPU needs no other driver: there it is tried again", { timeout: 120_000 }, async () => {
  const { failure, starts } = await refused("cpu", "./dyingLab.ts", "cpu");
  assert.equal(failure.code, "engine/crash-loop");
  assert.equal(starts, 3);
});

test("a device that is not there is told with the way out", { timeout: 60_000 }, async () => {
  const absent = process.platform === "darwin" ? "cuda" : "metal";
  const { failure } = await refused("absent", "../../../language-server/lab/process/labMain.ts", absent);
  assert.match(failure.message, /(cannot load ggml|There is no \w+ device)/);
  if (process.platform === "linux") assert.match(failure.message, /`--device cpu`/);
});
