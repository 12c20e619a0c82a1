/** Exported models in llama.cpp: the same probabilities, the same tokens for texts. And the way back. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { getLlama, type Llama, LlamaLogLevel, type LlamaModel, type Token } from "node-llama-cpp";
import { softmax } from "../../../language-server/core/sampling/candidates.ts";
import { philox4x32 } from "../../../language-server/core/sampling/random.ts";
import { exportModel } from "../../../language-server/lab/export/exportModel.ts";
import { importModel } from "../../../language-server/lab/export/importModel.ts";
import type { StoredType } from "../../../language-server/lab/export/quantise.ts";
import { Device } from "../../../language-server/lab/ggml/device.ts";
import { type DecoderConfig, parameterSpecs } from "../../../language-server/lab/model/config.ts";
import { Generator } from "../../../language-server/lab/model/generator.ts";
import { Tokenizer } from "../../../language-server/lab/tokenizer/bpe.ts";
import { trainTokenizer } from "../../../language-server/lab/tokenizer/train.ts";
import { packExamples } from "../../../language-server/lab/train/data.ts";
import { defaultTrainSettings } from "../../../language-server/lab/train/settings.ts";
import { Trainer } from "../../../language-server/lab/train/trainer.ts";

const corpus = [
  "Tom has 12 apples and buys 30 more apples. How many apples does Tom have now?",
  "She sells 7 apples for 250 cents each. How many cents does she have? The answer is \\boxed{1750}.",
  "SELECT name, COUNT(*) FROM people WHERE age > 30 GROUP BY name ORDER BY 2 DESC;",
];
const special = ["<|end|>", "<|user|>", "<|assistant|>"];
const tokenizer = new Tokenizer(trainTokenizer(corpus, 340, special));
const chatTemplate =
  "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|end|>{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";

const config: DecoderConfig = {
  vocabulary: tokenizer.size,
  layers: 2,
  width: 64,
  heads: 4,
  keyValueHeads: 2,
  hidden: 96,
  context: 128,
  ropeBase: 10_000,
  normEpsilon: 1e-5,
  tied: false,
};

let folder = "";
let device: Device;
let llama: Llama;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "deliberate-export-"));
  const opened = await Device.open({ kind: "cpu", threads: 1 });
  assert.ok(opened.ok);
  device = opened.value;
  await train(config);
  await train(tiedConfig);
  llama = await getLlama({
    gpu: false,
    build: "never",
    skipDownload: true,
    progressLogs: false,
    maxThreads: 1,
    logLevel: LlamaLogLevel.error,
  });
});
after(async () => {
  await llama.dispose();
  device.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const words = "Tom has apples 12 7 305 buys sells cents SELECT name FROM \n people ? answer {} żółć 🙂".split(
  " ",
);
const textOf = (seed: number) => {
  const picks = Array.from(
    { length: 3 + (seed % 9) },
    (_, i) => philox4x32([i, seed, 0, 0], [1, 2])[0]! % words.length,
  );
  return picks.map((pick) => words[pick]).join(" ");
};

/** Weights of a model that has learned a little, so that probabilities are peaked and differ by prompt. */
const trained = new Map<DecoderConfig, Map<string, Float32Array>>();
async function train(of: DecoderConfig): Promise<void> {
  const trainer = new Trainer(
    device,
    of,
    {
      ...defaultTrainSettings,
      seed: 3,
      schedule: { peak: 5e-3, floorShare: 0.1, warmUpSteps: 5, steps: 60, shape: "cosine" },
    },
    packExamples(
      (number) => {
        const tokens = tokenizer.encode(
          `<|user|>${textOf(number)}<|assistant|>${textOf(number % 7)}<|end|>`,
          true,
        );
        return { tokens, learn: tokens.map(() => 1) };
      },
      4,
      128,
    ),
  );
  for (let i = 0; i < 60; i++) await trainer.step();
  trained.set(
    of,
    new Map([...trainer.parameters.tensors.values()].map((tensor) => [tensor.name, tensor.read()])),
  );
  trainer.dispose();
}
const valuesOf = (of: DecoderConfig, name: string) => trained.get(of)!.get(name)!;
const tiedConfig = { ...config, tied: true };

const exported = async (type: StoredType, of = config): Promise<string> => {
  const path = join(folder, `${type}${of.tied ? "-tied" : ""}.gguf`);
  const done = await exportModel(path, of, (name) => valuesOf(of, name), {
    type,
    card: { name: "Toy", license: "MIT" },
    tokenizer: tokenizer.data,
    endToken: "<|end|>",
    chatTemplate,
  });
  assert.ok(done.ok);
  return path;
};

/** Probabilities of the next token by llama.cpp, by token id. */
async function theirs(model: LlamaModel, prompts: readonly number[][]): Promise<Map<number, number>[]> {
  const context = await model.createContext({
    contextSize: 128,
    threads: 1,
    // llama.cpp's own half-precision keys, values and attention make differences of 2 · 10⁻³ in stories260K.
    flashAttention: false,
    experimentalKvCacheKeyType: "F32",
    experimentalKvCacheValueType: "F32",
  });
  const sequence = context.getSequence();
  const results: Map<number, number>[] = [];
  for (const prompt of prompts) {
    await sequence.clearHistory();
    const input = prompt.map((id, i) =>
      i < prompt.length - 1
        ? (id as Token)
        : ([
            id as Token,
            { generateNext: { probabilities: true, options: { temperature: 1, topK: 0, topP: 1, minP: 0 } } },
          ] as [Token, object]),
    );
    const output = await sequence.controlledEvaluate(input);
    const probabilities = output.at(-1)?.next.probabilities;
    assert.ok(probabilities);
    results.push(new Map([...probabilities].map(([token, probability]) => [Number(token), probability])));
  }
  await context.dispose();
  return results;
}

/** The same in the lab, of the values as the file holds them. */
async function ours(path: string, prompts: readonly number[][]): Promise<Float64Array[]> {
  const imported = await importModel(path);
  assert.ok(imported.ok, imported.ok ? "" : imported.error.message);
  const specs = parameterSpecs(imported.value.config);
  const parameters = device.arena(specs);
  for (const { name } of specs) parameters.get(name).write(imported.value.values.get(name)!);
  const generator = new Generator(device, imported.value.config, parameters, 10, 128);
  const results: Float64Array[] = [];
  for (let from = 0; from < prompts.length; from += 10) {
    for (let row = 0; row < 10; row++) generator.cut(row, 0);
    const part = prompts.slice(from, from + 10).map((tokens, row) => ({ row, tokens }));
    results.push(...(await generator.append(part)).map((logits) => softmax(logits)));
  }
  generator.dispose();
  parameters.dispose();
  return results;
}

/** Largest difference over prompts and tokens, and how often the most likely token is the same. */
async function compare(
  path: string,
  prompts: readonly number[][],
): Promise<{ worst: number; sameTop: number }> {
  const model = await llama.loadModel({ modelPath: path });
  const [a, b] = [await theirs(model, prompts), await ours(path, prompts)];
  await model.dispose();
  let worst = 0;
  let sameTop = 0;
  for (const [i, mine] of b.entries()) {
    let top = 0;
    mine.forEach((probability, id) => {
      worst = Math.max(worst, Math.abs(probability - (a[i]!.get(id) ?? 0)));
      if (probability > mine[top]!) top = id;
    });
    const [best] = [...a[i]!].sort((x, y) => y[1] - x[1])[0]!;
    if (best === top) sameTop++;
  }
  return { worst, sameTop };
}

const prompts = Array.from({ length: 100 }, (_, i) =>
  tokenizer.encode(`<|user|>${textOf(i)}<|assistant|>`, true),
);

for (const type of ["F32", "F16"] as const) {
  test(`${type}: next-token probabilities on 100 prompts within 1e-3`, async (t) => {
    const { worst, sameTop } = await compare(await exported(type), prompts);
    t.diagnostic(`largest difference ${worst.toExponential(2)}, same top token ${sameTop} of 100`);
    assert.ok(worst <= 1e-3, `${worst}`);
  });
}

test("Q8_0: close, though llama.cpp rounds activations to 8 bits there too", async (t) => {
  const { worst, sameTop } = await compare(await exported("Q8_0"), prompts);
  t.diagnostic(`largest difference ${worst.toExponential(2)}, same top token ${sameTop} of 100`);
  // The lab computes with the file's values in float32: what it differs by is the rounding of the weights alone.
  const whole = await ours(await exported("F32"), prompts);
  const rounded = await ours(await exported("Q8_0"), prompts);
  const byWeights = Math.max(
    ...whole.map((row, i) => row.reduce((most, p, id) => Math.max(most, Math.abs(p - rounded[i]![id]!)), 0)),
  );
  t.diagnostic(`rounding the weights alone: ${byWeights.toExponential(2)}`);
  assert.ok(byWeights <= 0.03, `${byWeights}`);
  assert.ok(worst <= 0.03, `${worst}`);
  assert.ok(sameTop >= 90);
});

test("a tied model needs no output matrix", async () => {
  const { worst } = await compare(await exported("F16", tiedConfig), prompts.slice(0, 10));
  assert.ok(worst <= 1e-3, `${worst}`);
});

test("llama.cpp cuts 1,000 texts into the same tokens and gives them back", async () => {
  const model = await llama.loadModel({ modelPath: await exported("F16"), vocabOnly: true });
  const random = [
    "  two  spaces",
    "\n\nlines\r\n",
    "I'm he'll 'S",
    "a1b2 3.14",
    "x²+½",
    "東京 12",
    "e\u0301",
    "\t\ttab ",
    "a_b-c==d",
  ];
  for (let i = 0; i < 1000; i++) {
    const text = `${textOf(i)}${random[i % random.length]}${textOf(i + 5000)}`;
    const ids = tokenizer.encode(text);
    assert.deepEqual(
      [...model.tokenize(text, false, "trimLeadingSpace")].map(Number),
      ids,
      JSON.stringify(text),
    );
    assert.equal(tokenizer.decode(ids), text);
    assert.equal(model.detokenize(ids as Token[]), text);
  }
  await model.dispose();
});

test("name, licence, chat template and special tokens arrive", async () => {
  const model = await llama.loadModel({ modelPath: await exported("F16") });
  const { metadata } = model.fileInfo;
  assert.equal(metadata.general.name, "Toy");
  assert.equal(metadata.general.license, "MIT");
  assert.equal(metadata.tokenizer.chat_template, chatTemplate);
  assert.equal(Number(model.tokens.eos), tokenizer.idOf("<|end|>"));
  assert.equal(model.tokens.shouldPrependBosToken, false);
  assert.deepEqual([...model.tokenize("<|user|>Hi", true)].map(Number), tokenizer.encode("<|user|>Hi", true));
  await model.dispose();
});

test("a file of others is read: grouped heads, F32 and Q8_0", async (t) => {
  const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/models/${name}`, import.meta.url));
  const some = Array.from({ length: 10 }, (_, i) =>
    Array.from({ length: 8 }, (__, k) => 5 + ((i * 37 + k * 11) % 400)),
  );
  const plain = await compare(fixture("stories260K.gguf"), some);
  t.diagnostic(`stories260K: largest difference ${plain.worst.toExponential(2)}`);
  assert.ok(plain.worst <= 1e-3, `${plain.worst}`);
  const quantised = await compare(fixture("stories260K-q8_0.gguf"), some);
  assert.ok(quantised.sameTop >= 9);
});

test("a model and a tokenizer that do not fit are refused", async () => {
  const wrong = { ...config, vocabulary: 12 };
  const done = await exportModel(join(folder, "wrong.gguf"), wrong, () => new Float32Array(0), {
    type: "F32",
    card: { name: "Toy", license: "MIT" },
    tokenizer: tokenizer.data,
    endToken: "<|end|>",
  });
  assert.ok(!done.ok);
  assert.match(done.error.message, /12.*\d\d\d/);
});
