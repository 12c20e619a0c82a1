import assert from "node:assert/strict";
import { chmod, copyFile, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gguf } from "@huggingface/gguf";
import { readGgufHeader } from "../../../language-server/core/models/gguf.ts";
import { memoryFor } from "../../../language-server/core/models/memory.ts";
import { fileFailure, openFile } from "../../../language-server/models/fileSource.ts";
import {
  type ModelDetails,
  readModelHeader,
  whyNotRunnable,
} from "../../../language-server/models/header.ts";
import { ggufBytes, type Model, text, tinyModel, u32 } from "./ggufBytes.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/models/${name}`, import.meta.url));

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "deliberate-header-"));
});
after(() => rm(folder, { recursive: true, force: true }));

let counter = 0;
async function file(bytes: Uint8Array | string, name = `m${counter++}.gguf`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function details(path: string, options = {}): Promise<ModelDetails> {
  const read = await readModelHeader(path, options);
  assert.ok(read.ok, read.ok ? "" : read.error.message);
  return read.value;
}

async function failure(path: string): Promise<{ code: string; message: string }> {
  const read = await readModelHeader(path);
  assert.ok(!read.ok, "an error was expected");
  return read.error;
}

test("a real model's header gives its facts", async () => {
  const model = await details(fixture("stories260K.gguf"));
  assert.equal(model.name, "stories260K");
  assert.equal(model.architecture, "llama");
  assert.equal(model.sizeBytes, 1185760);
  assert.equal(model.quantisation, "F32");
  assert.equal(model.trainContextTokens, 512);
  assert.equal(model.layers, 5);
  assert.equal(model.embeddingLength, 64);
  assert.equal(model.headCount, 8);
  assert.equal(model.kvHeadCount, 4);
  assert.equal(model.headDimension, 8);
  assert.equal(model.vocabularySize, 512);
  assert.equal(model.hasChatTemplate, false);
  assert.equal(model.hasWeights, true);
  assert.equal(model.licence, "mit");
  assert.equal(whyNotRunnable(model), null);
  assert.equal((await details(fixture("stories260K-q8_0.gguf"))).quantisation, "Q8_0");
});

test("a vocabulary-only file is read and said not to be runnable", async () => {
  const model = await details(fixture("ggml-vocab-phi-3.gguf"));
  assert.equal(model.hasWeights, false);
  assert.equal(model.hasChatTemplate, true);
  assert.equal(model.vocabularySize, 32064);
  assert.equal(model.parameterCount, null);
  const reason = whyNotRunnable(model);
  assert.equal(reason?.code, "model/vocab-only");
  assert.match(reason?.message ?? "", /vocabulary/);
});

test("the reader agrees with an independent one on every fixture", async () => {
  for (const name of [
    "stories260K.gguf",
    "stories260K-q8_0.gguf",
    "babyllama-char-940K.gguf",
    "ggml-vocab-phi-3.gguf",
  ]) {
    const theirs = await gguf(fixture(name), { allowLocalFile: true, computeParametersCount: true });
    const source = await openFile(fixture(name));
    assert.ok(source.ok);
    const ours = await readGgufHeader(source.value);
    assert.ok(ours.ok);
    assert.equal(ours.value.tensorCount, theirs.tensorInfos.length, name);
    assert.equal(ours.value.parameterCount, theirs.parameterCount, name);
    assert.equal(BigInt(ours.value.headerBytes), theirs.tensorDataOffset, name);
    for (const [key, value] of Object.entries(theirs.metadata)) {
      if (!key.includes(".")) continue;
      if (typeof value === "string" && value.length < 300)
        assert.equal(ours.value.values.get(key), value, `${name} ${key}`);
      if (typeof value === "number") assert.equal(ours.value.values.get(key), value, `${name} ${key}`);
    }
    await source.value.close();
  }
});

test("only the header is read, however large the file", async () => {
  const path = await file(
    ggufBytes(tinyModel({}, [{ name: "w", shape: [1024, 1024 * 1024], type: 0, bytes: 0 }])),
  );
  await truncate(path, 2 ** 32 + 4096);
  const source = await openFile(path);
  assert.ok(source.ok);
  const header = await readGgufHeader(source.value);
  assert.ok(header.ok);
  assert.equal(header.value.parameterCount, 2 ** 30);
  assert.ok(source.value.bytesRead <= 256 * 1024, `${source.value.bytesRead} bytes read`);
  await source.value.close();
});

test("version 2 is read like version 3", async () => {
  assert.equal((await details(await file(ggufBytes({ ...tinyModel(), version: 2 })))).name, "Tiny");
});

test("without file type the tensors tell the quantisation; without name the file does", async () => {
  const model = tinyModel({}, [
    { name: "token_embd.weight", shape: [256, 64], type: 12, bytes: 9216 },
    { name: "norm", shape: [64], type: 0, bytes: 256 },
  ]);
  const { "general.name": _, ...values } = model.values;
  const read = await details(await file(ggufBytes({ ...model, values }), "My-Model.gguf"));
  assert.equal(read.quantisation, "Q4_K");
  assert.equal(read.name, "My-Model");
  assert.equal(
    (await details(await file(ggufBytes(tinyModel({ "general.file_type": u32(15) }))))).quantisation,
    "Q4_K_M",
  );
});

test("memory need: weights, KV cache of 2 x layers x heads x dimension x 2 bytes, and the rest", async () => {
  const path = fixture("stories260K.gguf");
  const one = await details(path, { contextTokens: 512, sequences: 1 });
  // What llama.cpp reports for this file: 0.31 MiB KV for one sequence of 512 tokens.
  assert.equal(one.memory.kvBytes, 2 * 5 * 4 * 8 * 2 * 512);
  assert.equal(one.memory.weightsBytes, 1171200);
  assert.equal(one.memoryNeed.bytes, one.memory.totalBytes);
  assert.deepEqual({ ...one.memoryNeed, bytes: 0 }, { contextTokens: 512, sequences: 1, bytes: 0 });
  const eight = memoryFor(one.shape, { contextTokens: 1024, sequences: 8 });
  assert.equal(eight.kvBytes, one.memory.kvBytes * 16);
});

test("memory need of a model with 8B parameters at 8192 tokens, as worked out by hand", async () => {
  const shape = {
    weightsBytes: 0,
    layers: Array.from({ length: 32 }, () => ({ valuesPerCell: 8 * 256, windowed: false, stateValues: 0 })),
    slidingWindow: null,
    heads: 32,
    embeddingLength: 4096,
    vocabularySize: 128256,
  };
  const need = memoryFor(shape, { contextTokens: 8192, sequences: 1 });
  assert.equal(need.kvBytes, 1024 * 1024 * 1024);
  // 512 tokens x (128256 logits + 4096 states) x 4 bytes.
  assert.equal(need.computeBytes / 1024 / 1024, 258.5);
});

test("per-layer KV heads, recurrent layers and sliding windows are counted layer by layer", async () => {
  const hybrid = tinyModel({
    "llama.block_count": u32(4),
    "llama.attention.head_count_kv": { type: "u32[]", value: [4, 0, 0, 2] },
    "llama.ssm.conv_kernel": u32(4),
    "llama.ssm.inner_size": u32(128),
    "llama.ssm.state_size": u32(16),
    "llama.ssm.group_count": u32(1),
  });
  const mixed = await details(await file(ggufBytes(hybrid)), { contextTokens: 256, sequences: 2 });
  assert.equal(mixed.memory.kvBytes, (4 + 2) * 16 * 2 * 256 * 2);
  assert.equal(mixed.memory.recurrentBytes, 2 * (3 * (128 + 32) + 16 * 128) * 4 * 2);
  assert.equal(mixed.kvHeadCount, 4);

  const windowed = tinyModel({
    "llama.attention.sliding_window": u32(512),
    "llama.attention.sliding_window_pattern": { type: "bool[]", value: [1, 0] },
  });
  const model = await details(await file(ggufBytes(windowed)), { contextTokens: 8192, sequences: 1 });
  assert.equal(model.memory.kvBytes, 4 * 16 * 2 * (1024 + 8192));
  assert.equal(model.slidingWindowTokens, 512);
  assert.match(model.notes.join(" "), /sliding window of 512/);

  const unclear = tinyModel({ "llama.attention.sliding_window": u32(512) });
  const careful = await details(await file(ggufBytes(unclear)), { contextTokens: 8192, sequences: 1 });
  assert.equal(careful.memory.kvBytes, 4 * 16 * 2 * 2 * 8192);
  assert.match(careful.notes.join(" "), /may be smaller/);
});

test("what is not a GGUF is told apart", async () => {
  const safetensors = Buffer.concat([
    Buffer.from([64, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from(`{"__metadata__":{}}${" ".repeat(80)}`),
  ]);
  const cases: [string, Uint8Array | string, RegExp][] = [
    ["empty", "", /empty/],
    ["web page", "<!DOCTYPE html><html>Sign in</html>", /web page/],
    [
      "LFS",
      "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4920739232\n",
      /Git LFS.*4920739232/,
    ],
    ["zip", Buffer.from("PK\u0003\u0004rest"), /zip/],
    ["safetensors", safetensors, /safetensors/],
    ["GGML", Buffer.from("tjgg\u0003\u0000\u0000\u0000"), /before GGUF/],
    ["zeros", Buffer.alloc(4096), /unfinished download/],
    ["server's error", '{"error":"Entry not found"}', /JSON/],
    ["text", "hello there", /text file/],
    ["reversed magic", Buffer.from("FUGG\u0000\u0000\u0000\u0003"), /big-endian/],
    ["noise", Buffer.from([1, 2, 3, 250, 251, 252]), /not begin with/],
  ];
  for (const [name, bytes, pattern] of cases) {
    const problem = await failure(await file(bytes));
    assert.equal(problem.code, "model/not-gguf", name);
    assert.match(problem.message, pattern, name);
  }
});

test("versions and byte order that cannot be read are named", async () => {
  for (const [version, pattern] of [
    [1, /version 1/],
    [9, /version 9/],
  ] as const) {
    const problem = await failure(await file(ggufBytes({ ...tinyModel(), version })));
    assert.equal(problem.code, "model/unsupported");
    assert.match(problem.message, pattern);
  }
  const problem = await failure(
    await file(Buffer.from("GGUF\u0000\u0000\u0000\u0003\u0000\u0000\u0000\u0000")),
  );
  assert.equal(problem.code, "model/unsupported");
  assert.match(problem.message, /big-endian/);
});

test("a truncated model says how many bytes are missing, wherever it was cut", async () => {
  const whole = await readFile(fixture("stories260K.gguf"));
  const problem = await failure(await file(whole.subarray(0, whole.length - 1000)));
  assert.equal(problem.code, "model/truncated");
  assert.match(problem.message, /\b1000 of its 1185760 bytes are missing/);
  for (const at of [4, 7, 20, 24, 100, 3000, 9000]) {
    const cut = await failure(await file(whole.subarray(0, at)));
    assert.equal(cut.code, "model/truncated", `cut at ${at}: ${cut.message}`);
  }
});

test("missing file, folder, no permission, odd names", async () => {
  assert.equal((await failure(join(folder, "nothing.gguf"))).code, "model/not-found");
  assert.equal((await failure(join(folder, "nothing.gguf", "below"))).code, "model/not-found");
  assert.equal((await failure("a\u0000b.gguf")).code, "model/not-found");
  assert.equal((await failure(folder)).code, "model/is-directory");
  const secret = await file("GGUF");
  await chmod(secret, 0);
  const denied = fileFailure(Object.assign(new Error("denied"), { code: "EACCES" }), secret);
  assert.equal(!denied.ok && denied.error.code, "model/no-permission");
  // The superuser may read everything, so the real thing only as somebody else.
  if (process.getuid?.() !== 0) assert.equal((await failure(secret)).code, "model/no-permission");
});

test("projectors, adapters and embedding models are told apart from models", async () => {
  const of = (values: Model["values"]): Model => ({ values });
  const cases: [Model, string, RegExp][] = [
    [of({ "general.architecture": text("clip") }), "model/is-projector", /choose the model it belongs to/],
    [
      of({ "general.architecture": text("llama"), "general.type": text("adapter") }),
      "model/unsupported",
      /adapter/,
    ],
    [of({ "general.architecture": text("nomic-bert") }), "model/unsupported", /embedding/],
    [of({ "general.type": text("imatrix") }), "model/unsupported", /importance matrix/],
  ];
  for (const [model, code, pattern] of cases) {
    const problem = await failure(await file(ggufBytes(model)));
    assert.equal(problem.code, code);
    assert.match(problem.message, pattern);
  }
});

test("a split model is one model, by any of its parts; a missing part is named", async () => {
  const names = [1, 2, 3].map((part) => `split-0000${part}-of-00003.gguf`);
  const tensor = { name: "w", shape: [64, 10], type: 0, bytes: 2560 };
  const first = ggufBytes(tinyModel({ "split.count": u32(3) }, [tensor]));
  const other = ggufBytes({ values: { "split.count": u32(3) }, tensors: [tensor] });
  const paths = [await file(first, names[0]), await file(other, names[1]), await file(other, names[2])];
  for (const path of paths) {
    const model = await details(path);
    assert.equal(model.path, paths[0]);
    assert.deepEqual(model.parts, paths);
    assert.equal(model.sizeBytes, first.length + 2 * other.length);
    assert.equal(model.parameterCount, 1920);
    assert.equal(model.memory.weightsBytes, 3 * 2560);
  }
  await writeFile(paths[2]!, other.subarray(0, other.length - 100));
  assert.equal((await failure(paths[0]!)).code, "model/truncated");
  await rm(paths[1]!);
  const problem = await failure(paths[0]!);
  assert.equal(problem.code, "model/missing-part");
  assert.match(problem.message, /Part 2 of 3.*split-00002-of-00003\.gguf/);
  const renamed = join(folder, "renamed.gguf");
  await copyFile(paths[0]!, renamed);
  assert.equal((await failure(renamed)).code, "model/missing-part");
});
