/** Training runs over the protocol, in the real server with its real lab process. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { TrainingPoint, TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import { readModelHeader } from "../../../language-server/models/header.ts";
import { ServerProcess } from "./serverProcess.ts";

const toy = (steps: number, extra = "") => `
name: Toy
license: MIT
seed: 7
${extra}
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 128 }
tokenizer: { size: 400, samples: 40 }
data: [{ task: arithmetic, weight: 1 }]
batch: { rows: 1, length: 96 }
training: { steps: ${steps}, rate: 0.003, warmUpSteps: 2, saveEverySteps: 50, measureEverySteps: 50 }
`;

/** Process ids of lab processes that train in a folder. */
const labPids = (folder: string): number[] =>
  execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("labMain") && line.includes(folder))
    .map((line) => Number(line.trim().split(/\s+/)[0]));

describe("training runs", () => {
  let server: ServerProcess;
  before(async () => {
    server = await new ServerProcess().start();
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  const recipe = (name: string, text: string): string => {
    const path = join(server.folder, name);
    writeFileSync(path, text);
    return path;
  };
  const find = async (id: string): Promise<TrainingRunSummary | undefined> =>
    (await server.call("deliberate/training/list", {})).runs.find((run) => run.id === id);
  const ended = (id: string) =>
    server
      .next(
        "deliberate/training/advanced",
        ({ summary }) => summary.id === id && summary.status !== "running",
      )
      .then(({ summary }) => summary);
  const reached = (id: string, step: number) =>
    server.next("deliberate/training/advanced", ({ summary }) => summary.id === id && summary.step >= step);
  const weightsOf = ({ folder }: TrainingRunSummary) => readFileSync(join(folder, "model.gguf"));

  /** An undisturbed run of 400 steps, which the others are compared with. */
  let whole: TrainingRunSummary;

  it("trains a recipe, tells every step, measures, and leaves a model", async () => {
    const seen: TrainingPoint[] = [];
    const off = server.on("deliberate/training/advanced", ({ points }) => {
      seen.push(...points);
    });
    const { id } = await server.call("deliberate/training/start", {
      recipe: recipe("toy.recipe.yaml", toy(400)),
    });
    assert.equal(id, "toy-1");
    assert.equal((await find(id))?.status, "running");
    await assert.rejects(
      server.call("deliberate/training/start", { recipe: "toy.recipe.yaml" }),
      /another training/i,
    );
    await assert.rejects(server.call("deliberate/training/delete", { id }), /Stop it first/);
    whole = await ended(id);
    off();
    assert.equal(whole.status, "done", whole.failure?.message);
    assert.deepEqual(
      seen.map(({ step }) => step),
      Array.from({ length: 400 }, (_, i) => i + 1),
    );
    assert.deepEqual(
      seen.filter(({ heldBackLoss }) => heldBackLoss !== undefined).map(({ step }) => step),
      [50, 100, 150, 200, 250, 300, 350, 400],
    );
    assert.ok(seen.at(-1)!.loss < seen[0]!.loss);
    assert.equal(whole.heldBackLoss, seen.at(-1)!.heldBackLoss);
    assert.ok(whole.heldBackLoss! < 6 && whole.heldBackAccuracy! > 0);
    assert.equal(
      whole.learnedTokens,
      seen.reduce((sum, { learnedTokens }) => sum + learnedTokens, 0),
    );
    assert.deepEqual(
      [whole.step, whole.steps, whole.tokensPerSecond, whole.secondsLeft],
      [400, 400, 0, null],
    );
    assert.equal(whole.checkpoints.at(-1)?.step, 400);
    const header = await readModelHeader(whole.model!);
    assert.ok(header.ok);
    assert.equal(whole.parameters, header.value.parameterCount);

    const { points } = await server.call("deliberate/training/points", { id, from: 221, most: 10 });
    assert.equal(points.length, 10);
    assert.deepEqual(
      points.filter(({ heldBackLoss }) => heldBackLoss !== undefined).map(({ step }) => step),
      [250, 300, 350, 400],
    );
    assert.ok(points.every(({ step }, i) => step >= 221 && step > (points[i - 1]?.step ?? 0)));
  });

  it("stopped and resumed it ends with the same weights", async () => {
    const { id } = await server.call("deliberate/training/start", { recipe: "toy.recipe.yaml" });
    assert.equal(id, "toy-2");
    await reached(id, 5);
    const stopping = ended(id);
    await server.call("deliberate/training/stop", { id });
    const stopped = await stopping;
    assert.equal(stopped.status, "stopped");
    assert.ok(stopped.step >= 5 && stopped.step < 400, `stopped at ${stopped.step}`);
    assert.equal(stopped.checkpoints.at(-1)?.step, stopped.step);
    await server.call("deliberate/training/resume", { id });
    const resumed = await ended(id);
    assert.equal(resumed.status, "done");
    assert.ok(weightsOf(resumed).equals(weightsOf(whole)));
    assert.equal(resumed.learnedTokens, whole.learnedTokens);
    await assert.rejects(server.call("deliberate/training/resume", { id }), /last step/);
  });

  it("goes on when its process is killed, and ends with the same weights", async () => {
    const { id } = await server.call("deliberate/training/start", { recipe: "toy.recipe.yaml" });
    const summary = (await reached(id, 60)).summary;
    for (const pid of labPids(summary.folder)) process.kill(pid, "SIGKILL");
    const done = await ended(id);
    assert.equal(done.status, "done", done.failure?.message);
    assert.ok(weightsOf(done).equals(weightsOf(whole)));
  });

  it("exports the newest checkpoint of a run that was stopped", async () => {
    const { id } = await server.call("deliberate/training/start", { recipe: "toy.recipe.yaml" });
    await reached(id, 3);
    const stopping = ended(id);
    await server.call("deliberate/training/stop", { id });
    const { model } = await stopping;
    const exported = readFileSync(model!);
    writeFileSync(model!, "");
    const { path } = await server.call("deliberate/training/export", { id });
    assert.ok(readFileSync(path).equals(exported));
    await server.call("deliberate/training/delete", { id });
    assert.equal(await find(id), undefined);
    assert.ok(!existsSync(path));
  });

  it("trains what a recipe starts from first, and only once", async () => {
    recipe("first.recipe.yaml", toy(12));
    const second = recipe(
      "second.recipe.yaml",
      toy(8, "start: first.recipe.yaml").replace("seed: 7", "seed: 8"),
    );
    const begun: string[] = [];
    const off = server.on("deliberate/training/advanced", ({ summary, points }) => {
      if (points.length > 0 && begun.at(-1) !== summary.id) begun.push(summary.id);
    });
    const { id } = await server.call("deliberate/training/start", { recipe: second });
    assert.equal((await ended(id)).status, "done");
    const part = await find("first-1");
    assert.equal(part?.status, "done");
    assert.equal(part?.step, 12);
    const again = await server.call("deliberate/training/start", { recipe: second });
    const repeated = await ended(again.id);
    off();
    assert.deepEqual(begun, ["first-1", "second-1", "second-2"]);
    assert.ok(weightsOf(repeated).equals(weightsOf((await find(id))!)));
  });

  it("says at once what is wrong with a recipe, and makes no folder", async () => {
    const folders = () => readdirSync(join(server.folder, ".deliberate/training"));
    const known = folders();
    recipe("faulty.recipe.yaml", toy(5).replace("width: 32", "width: wide"));
    recipe("a.recipe.yaml", toy(5, "start: b.recipe.yaml"));
    recipe("b.recipe.yaml", toy(5, "start: a.recipe.yaml"));
    recipe("nowhere.recipe.yaml", toy(5, "start: missing.recipe.yaml"));
    for (const [name, message] of [
      ["faulty", /model.width/],
      ["a", /starts from itself/],
      ["nowhere", /does not exist/],
      ["absent", /cannot be read/],
    ] as const) {
      await assert.rejects(
        server.call("deliberate/training/start", { recipe: `${name}.recipe.yaml` }),
        message,
      );
    }
    assert.deepEqual(folders(), known);
    for (const id of ["", ".", "..", "../training", "toy-99"]) {
      await assert.rejects(server.call("deliberate/training/delete", { id }), /no training run/);
    }
  });

  it("shows a run as failed that cannot be trained, with the reason", async () => {
    const wrong = toy(5).replace("heads: 2", "heads: 5");
    const { id } = await server.call("deliberate/training/start", {
      recipe: recipe("wrong.recipe.yaml", wrong),
    });
    const { status, failure } = await ended(id);
    assert.equal(status, "failed");
    assert.match(failure?.message ?? "", /does not split/);
  });
});

describe("a training whose server was killed", () => {
  it("ends with a checkpoint, is listed as interrupted by the next server, and goes on", async () => {
    const server = await new ServerProcess().start();
    writeFileSync(join(server.folder, "long.recipe.yaml"), toy(3000));
    const { id } = await server.call("deliberate/training/start", { recipe: "long.recipe.yaml" });
    const { summary } = await server.next("deliberate/training/advanced", (event) => event.summary.step >= 3);
    await server.kill();
    while (labPids(summary.folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 100));

    await server.start();
    const list = async () => (await server.call("deliberate/training/list", {})).runs;
    const [run, ...others] = await list();
    assert.deepEqual([run?.id, run?.status, others.length], [id, "interrupted", 0]);
    assert.ok(run!.step >= 3 && run!.step < 3000, `at step ${run!.step}`);
    assert.equal(run!.checkpoints.at(-1)?.step, run!.step);
    const begun = server.next("deliberate/training/advanced", (event) => event.points.length > 0);
    await server.call("deliberate/training/resume", { id });
    assert.equal((await begun).points[0]?.step, run!.step + 1);
    await server.stop();
    assert.deepEqual(labPids(summary.folder), []);
    server.cleanUp();
  });
});
