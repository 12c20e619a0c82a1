/** The package as a user gets it: made, unpacked somewhere else, and its engine started from there. */
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, fork, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type {
  EngineEvent,
  EngineMethod,
  EngineMethods,
  EngineResponse,
} from "../../language-server/contract/engine.ts";
import { contractVersion } from "../../language-server/contract/version.ts";
import { readZip, unpack, type ZipEntry } from "./zip.ts";

const root = join(import.meta.dirname, "../..");
const target = `${process.platform}-${process.arch}`;
const largestBytes = 40_000_000;

let folder = "";
let entries: ZipEntry[] = [];
let names: string[] = [];

before(() => {
  folder = mkdtempSync(join(tmpdir(), "deliberate-vsix-"));
  const said = execFileSync(
    process.execPath,
    [join(root, "package.mjs"), "--target", target, "--out", folder],
    {
      encoding: "utf8",
    },
  );
  const { vsix, sizeBytes } = JSON.parse(said) as { vsix: string; sizeBytes: number };
  entries = readZip(readFileSync(vsix));
  names = entries.map((entry) => entry.name);
  unpack(entries, join(folder, "unpacked"));
  console.log(`VSIX for ${target}: ${(sizeBytes / 1e6).toFixed(1)} MB, ${names.length} files`);
  assert.ok(sizeBytes < largestBytes, `${sizeBytes} bytes`);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds what is on the list and nothing else", () => {
  const top = new Set(names.map((name) => name.split("/").slice(0, 2).join("/")));
  const allowed = [
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/package.json",
    "extension/readme.md",
    "extension/changelog.md",
    "extension/LICENCE.txt",
    "extension/THIRD_PARTY_NOTICES.txt",
    "extension/dist",
    "extension/docs",
    "extension/media",
  ];
  for (const name of top) assert.ok(allowed.includes(name), name);
  const inside = (room: string) =>
    new Set(
      names.filter((name) => name.startsWith(`extension/${room}/`)).map((name) => name.split("/")[2] ?? ""),
    );
  for (const name of inside("dist")) {
    assert.match(
      name,
      /^(extension\.cjs|(server|engine|lab|labData|labEngine|remoteEngine|gradingWorker|sqliteWorker|duckdbProcess|cli)\.mjs|(sqlite3|sqlparser)\.wasm|webview|node_modules)$/,
    );
  }
  for (const name of inside("media")) {
    assert.match(name, /^(icon\.png|icons|linking|models|presets|recipes|samples|schemas|walkthrough)$/);
  }
});

test("neither data sets, nor sources, nor tests, nor source maps are in it", () => {
  for (const name of names) {
    // The sample questions are our own.
    if (name.startsWith("extension/media/samples/")) continue;
    assert.doesNotMatch(name, /\.jsonl$|\.map$|\.vsix$|\/(test|fixtures|shared)\//);
    if (!name.includes("/node_modules/")) assert.doesNotMatch(name, /\.tsx?$/);
  }
});

test("binaries of one platform only are in it", () => {
  const platforms = new Set(
    names.map((name) => /@node-llama-cpp\/([^/]+)\//.exec(name)?.[1]).filter((name) => name !== undefined),
  );
  assert.equal(platforms.size, 1, [...platforms].join(", "));
});

test("of koffi only what this platform loads is in it", () => {
  const natives = names.filter((name) => name.endsWith(".node") && name.includes("koffi"));
  assert.deepEqual(
    natives.map((name) => name.replace(/^.*@koromix\//, "")),
    [`koffi-${target}/${target.replace("-", "_")}/koffi.node`],
  );
  assert.ok(!names.some((name) => /\.(cc|hh|h|inc|c|asm|S)$/.test(name) && name.includes("koffi")));
});

test("the models that come with the product, their cards and the recipes are in it", () => {
  const here = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);
  for (const folder of ["media/models", "media/recipes"]) {
    for (const name of here(folder)) assert.ok(names.includes(`extension/${folder}/${name}`), name);
  }
  const models = entries.filter(
    ({ name }) => name.startsWith("extension/media/models/") && /\.gguf$/.test(name),
  );
  for (const { name, sizeBytes } of models) assert.ok(sizeBytes <= 20_000_000, `${name}: ${sizeBytes}`);
  if (models.length > 0) assert.ok(names.includes("extension/media/models/README.md"), "no model card");
});

test("its manifest names this platform and files that are there", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "unpacked/extension/package.json"), "utf8"));
  for (const file of [manifest.main, manifest.icon, manifest.bin.deliberate]) {
    assert.ok(names.includes(`extension/${file.replace(/^\.\//, "")}`), file);
  }
  assert.equal(manifest.scripts, undefined);
  assert.ok(
    readFileSync(join(folder, "unpacked/extension.vsixmanifest"), "utf8").includes(
      `TargetPlatform="${target}"`,
    ),
  );
});

test("the licences of all packages are in it", () => {
  const notices = readFileSync(join(folder, "unpacked/extension/THIRD_PARTY_NOTICES.txt"), "utf8");
  for (const name of ["node-llama-cpp", "vscode-languageclient", "preact", "katex", "@vscode/codicons"]) {
    assert.ok(notices.includes(`\n${name} `), name);
  }
});

test("its command line says how it is used", () => {
  const help = spawnSync(process.execPath, [join(folder, "unpacked/extension/dist/cli.mjs"), "--help"], {
    encoding: "utf8",
    cwd: folder,
  });
  assert.equal(help.status, 0, help.stderr);
  assert.match(help.stdout, /eval/);
});

test("its engine loads a model and generates", { timeout: 120_000 }, async () => {
  const text = await generate(join(root, "test/fixtures/models/stories260K.gguf"));
  assert.match(text, /[a-z]{3,} [a-z]+/);
});

test("its command line trains a recipe, and its engine runs the model", { timeout: 180_000 }, async () => {
  const recipe = join(folder, "toy.recipe.yaml");
  writeFileSync(
    recipe,
    `
name: Toy
license: MIT
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 2, hidden: 64, context: 256 }
tokenizer: { size: 400, samples: 40 }
data: [{ task: arithmetic, weight: 1 }]
batch: { rows: 2, length: 96 }
training: { steps: 6, rate: 0.003, warmUpSteps: 2 }
`,
  );
  const trained = spawnSync(
    process.execPath,
    [join(folder, "unpacked/extension/dist/cli.mjs"), "train", recipe, "--folder", "run", "--json"],
    { encoding: "utf8", cwd: folder, env: bare() },
  );
  assert.equal(trained.status, 0, trained.stderr);
  const { model, step } = JSON.parse(trained.stdout);
  assert.equal(step, 6);
  assert.notEqual(await generate(model), "");
});

/** Neither the loader of these tests nor a package of this checkout may help. */
const bare = () => ({ PATH: process.env.PATH, HOME: folder });

/** What the package's engine writes after a few words, without any randomness. */
async function generate(modelPath: string): Promise<string> {
  const child = fork(join(folder, "unpacked/extension/dist/engine.mjs"), [], {
    serialization: "advanced",
    execArgv: [],
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: bare(),
  });
  let said = "";
  child.stderr?.on("data", (data) => {
    said += String(data);
  });
  try {
    const ready = await next(
      child,
      (message) => message.kind === "ready",
      () => said,
    );
    assert.deepEqual(ready, { kind: "ready", contractVersion });
    const model = await ask(child, 1, "load", {
      modelPath,
      gpu: "cpu",
      gpuLayers: 0,
      contextTokens: 256,
      contextTokensMinimum: 64,
      sequences: 2,
    });
    assert.equal(model.device, "cpu");
    const result = await ask(child, 2, "generate", {
      slot: 0,
      prompt: [{ text: "Once upon a time", special: false }],
      key: { seed: 1, questionId: "q", sample: 0, path: 0, stage: 0 },
      sampling: { temperature: 0, topP: 1, minP: 0, topK: 40 },
      budgetTokens: 24,
      stop: { texts: [], atBox: false },
    });
    assert.equal(result.generatedTokens, 24);
    return result.text;
  } finally {
    child.kill();
  }
}

type Message = EngineEvent | EngineResponse;

/** The next message that fits; rejects with what the process said when it ends first. */
function next(
  child: ChildProcess,
  fits: (message: Message) => boolean,
  said: () => string,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the engine ended with ${code}: ${said()}`));
    const onMessage = (message: Message) => {
      if (!fits(message)) return;
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(message);
    };
    child.on("message", onMessage);
    child.on("exit", onExit);
  });
}

async function ask<M extends EngineMethod>(
  child: ChildProcess,
  id: number,
  method: M,
  params: EngineMethods[M]["params"],
): Promise<EngineMethods[M]["result"]> {
  const answer = next(
    child,
    (message) => message.kind === "response" && message.id === id,
    () => "",
  );
  child.send({ kind: "request", id, method, params });
  const response = (await answer) as EngineResponse;
  if (!response.ok) throw new Error(`${method}: ${response.error.message} ${response.error.detail ?? ""}`);
  return response.result as EngineMethods[M]["result"];
}
