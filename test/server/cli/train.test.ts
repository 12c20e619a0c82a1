/** `deliberate train`: a run to its end, one that is interrupted and resumed, and what it says when it cannot. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { readModelHeader } from "../../../language-server/models/header.ts";

const entry = resolve("language-server/cli/main.ts");
const loader = resolve("node_modules/tsx/dist/esm/index.mjs");
const toy = (steps: number, start = "") => `
name: Toy
license: MIT
${start}
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 128 }
tokenizer: { size: 400, samples: 40 }
data: [{ task: arithmetic, weight: 1 }]
batch: { rows: 1, length: 96 }
training: { steps: ${steps}, rate: 0.003, warmUpSteps: 2, saveEverySteps: 100 }
`;

describe("deliberate train", { timeout: 180_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deliberate-train-"));
    writeFileSync(join(folder, "toy.recipe.yaml"), toy(400));
    writeFileSync(join(folder, "grown.recipe.yaml"), toy(10, "start: toy.recipe.yaml"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const command = (args: readonly string[]) => ["--import", loader, entry, "train", ...args];
  const cli = (...args: string[]) => {
    const result = spawnSync(process.execPath, command(args), { encoding: "utf8", cwd: folder });
    return { ...result, lastLine: result.stderr.trim().split("\n").at(-1) ?? "" };
  };
  /** Starts, waits until some steps are taken, and interrupts as Ctrl-C does. */
  const interrupt = (runFolder: string, ...args: string[]): Promise<{ code: number | null; said: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, command(args), {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
      const log = join(folder, runFolder, "steps.jsonl");
      const timer = setInterval(() => {
        if (!existsSync(log) || readFileSync(log, "utf8").split("\n").length < 6) return;
        clearInterval(timer);
        child.kill("SIGINT");
      }, 10);
      child.on("close", (code) => {
        clearInterval(timer);
        done({ code, said });
      });
    });

  it("stops at Ctrl-C with a checkpoint, says how to go on, and then ends with a model", async () => {
    const { code, said } = await interrupt("run", "toy.recipe.yaml", "--folder", "run");
    assert.equal(code, 2);
    const again = /go on with: deliberate train (.+)$/m.exec(said)?.[1]?.split(" ") ?? [];
    assert.deepEqual(again, ["toy.recipe.yaml", "--folder", join(folder, "run"), "--resume"], said);
    const refused = cli("toy.recipe.yaml", "--folder", "run");
    assert.equal(refused.status, 2);
    assert.match(refused.lastLine, /--resume/);

    const { status, stdout, stderr } = cli(...again, "--json");
    assert.equal(status, 0, stderr);
    assert.match(stderr, /parameters on .* · from step \d+/);
    const report = JSON.parse(stdout);
    assert.equal(report.step, 400);
    assert.ok(report.heldBackLoss > 0 && report.heldBackLoss < 6);
    assert.ok(report.heldBackAccuracy > 0 && report.heldBackAccuracy <= 1);
    const header = await readModelHeader(report.model);
    assert.ok(header.ok && header.value.name === "Toy");
    assert.match(stderr, /step 400\/400 · loss \d\.\d+ · \d+ tokens\/s/);
  });

  it("trains from another recipe's run, into a new folder of its own", () => {
    const { status, stdout, stderr } = cli("grown.recipe.yaml", "--threads", "1");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /held back {2}loss \d\.\d+ nats a token, \d+\.\d % of next tokens right/);
    const runs = join(folder, ".deliberate/training");
    assert.ok(existsSync(join(runs, "grown-1/model.gguf")));
    assert.ok(existsSync(join(runs, "toy-1/step-00000400.safetensors")));
    assert.equal(readFileSync(join(runs, ".gitignore"), "utf8"), "*\n");
  });

  for (const [what, args, message] of [
    ["a missing recipe", ["nowhere.yaml"], /nowhere\.yaml cannot be read/],
    ["no recipe", [], /wants one recipe/],
    ["an unknown device", ["toy.recipe.yaml", "--device", "abacus"], /--device is cpu/],
    ["a broken number of threads", ["toy.recipe.yaml", "--threads", "1.5"], /--threads/],
    ["nothing to resume", ["toy.recipe.yaml", "--folder", "empty", "--resume"], /no run in/],
  ] as const) {
    it(`answers ${what} with one line and exit code 2`, () => {
      const { status, stdout, stderr } = cli(...args);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.equal(stderr.trim().split("\n").length, 1);
      assert.match(stderr, message);
    });
  }
});
