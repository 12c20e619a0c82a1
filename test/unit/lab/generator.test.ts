/** Kept keys and values give what a whole forward pass gives. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Arena, Device } from "../../../language-server/lab/ggml/device.ts";
import { Program } from "../../../language-server/lab/ggml/program.ts";
import { Graph } from "../../../language-server/lab/graph/graph.ts";
import { elements, shapeOf } from "../../../language-server/lab/graph/node.ts";
import { complete } from "../../../language-server/lab/model/complete.ts";
import { type DecoderConfig, parameterSpecs } from "../../../language-server/lab/model/config.ts";
import { decoderLogits } from "../../../language-server/lab/model/decoder.ts";
import { Generator } from "../../../language-server/lab/model/generator.ts";
import { causalMask } from "../../../language-server/lab/train/data.ts";
import { assertClose, numbers, openDevice } from "./labKit.ts";

const config: DecoderConfig = {
  vocabulary: 11,
  layers: 2,
  width: 16,
  heads: 4,
  keyValueHeads: 2,
  hidden: 24,
  context: 64,
  ropeBase: 10_000,
  normEpsilon: 1e-5,
  tied: true,
};
let device: Device;
let parameters: Arena;
before(async () => {
  device = await openDevice();
  const specs = parameterSpecs(config);
  parameters = device.arena(specs);
  for (const [i, { name, shape }] of specs.entries()) {
    parameters.get(name).write(numbers(elements(shape), i));
  }
});
after(() => {
  parameters.dispose();
  device.dispose();
});

const tokensOf = (length: number, seed: number) =>
  Array.from({ length }, (_, i) => (i * 7 + seed * 3 + (i >> 2)) % 11);

async function whole(tokens: number[]): Promise<Float32Array> {
  const g = new Graph(device.fused);
  const length = tokens.length;
  const logits = decoderLogits(g, config, (name) => g.tensor(parameters.get(name)), {
    tokens: g.input("tokens", shapeOf(length), "i32"),
    positions: g.input("positions", shapeOf(length), "i32"),
    mask: g.constant(causalMask(length), shapeOf(length, length)),
    rows: 1,
    length,
  });
  const program = new Program(device, g, { outputs: { logits } });
  const result = await program.run({
    tokens: Int32Array.from(tokens),
    positions: Int32Array.from(tokens, (_, i) => i),
  });
  program.dispose();
  return result.logits!.slice(-config.vocabulary);
}

test("sequences of different lengths, prompts longer than a chunk, single tokens, and pauses", async () => {
  const generator = new Generator(device, config, parameters, 3, 60);
  const texts = [tokensOf(5, 1), tokensOf(40, 2), tokensOf(33, 3)];
  const work = (lists: number[][]) =>
    lists.flatMap((tokens, row) => (tokens.length > 0 ? [{ row, tokens }] : []));
  const first = await generator.append(work(texts));
  for (const [row, text] of texts.entries())
    assertClose(first[row]!, await whole(text), 1e-4, `prompt ${row}`);
  const second = await generator.append(work([[4], [], [9]]));
  texts[0]!.push(4);
  texts[2]!.push(9);
  assertClose(second[0]!, await whole(texts[0]!), 1e-4, "one token");
  assertClose(second[1]!, await whole(texts[2]!), 1e-4, "one token");
  const third = await generator.append(work([[1, 2], [3], []]));
  texts[0]!.push(1, 2);
  texts[1]!.push(3);
  assertClose(third[0]!, await whole(texts[0]!), 1e-4, "two tokens");
  assertClose(third[1]!, await whole(texts[1]!), 1e-4, "after a pause");
  generator.dispose();
});

test("a sequence can be cut back and go on differently, and cannot outgrow its room", async () => {
  const generator = new Generator(device, config, parameters, 1, 12);
  await generator.append([{ row: 0, tokens: tokensOf(10, 1) }]);
  generator.cut(0, 4);
  const [logits] = await generator.append([{ row: 0, tokens: [8, 8] }]);
  assertClose(logits!, await whole([...tokensOf(4, 1), 8, 8]), 1e-4, "after the cut");
  await assert.rejects(generator.append([{ row: 0, tokens: tokensOf(7, 1) }]), /13 tokens.*12/);
  await generator.append([{ row: 0, tokens: tokensOf(6, 1) }]);
  assert.equal(generator.lengthOf(0), 12);
  generator.dispose();
});

test("a sequence gets the same bits alone and among others, after a copy as after its own prompt", async () => {
  const together = new Generator(device, config, parameters, 5, 200);
  const alone = new Generator(device, config, parameters, 1, 200);
  const prompt = tokensOf(45, 2);
  const [wanted] = await alone.append([{ row: 0, tokens: prompt }]);
  const others = [150, 3, 9].map((length, i) => ({ row: i, tokens: tokensOf(length, i) }));
  const among = await together.append([...others, { row: 4, tokens: prompt }]);
  assert.deepEqual(among[3], wanted);
  together.copy(4, 3, 45);
  for (const token of [1, 7, 4]) {
    const [next] = await alone.append([{ row: 0, tokens: [token] }]);
    const rest = [0, 1].map((row) => ({ row, tokens: [token] }));
    const [, , own, copied] = await together.append([
      ...rest,
      { row: 4, tokens: [token] },
      { row: 3, tokens: [token] },
    ]);
    assert.deepEqual(own, next);
    assert.deepEqual(copied, next);
  }
  together.copy(4, 0, 40);
  assert.equal(together.lengthOf(0), 40);
  const [after] = await together.append([{ row: 0, tokens: [8, 8] }]);
  assertClose(after!, await whole([...prompt.slice(0, 40), 8, 8]), 1e-4, "a part was copied");
  assert.throws(() => together.copy(0, 1, 60), /42 tokens, not 60/);
  await assert.rejects(
    together.append([
      { row: 1, tokens: [1] },
      { row: 1, tokens: [1] },
    ]),
    /twice/,
  );
  together.dispose();
  alone.dispose();
});

test("completions of many prompts on few rows are those of each alone, and the same dice give the same text", async () => {
  const prompts = [3, 40, 7, 12, 1].map((length, seed) => tokensOf(length, seed));
  const settings = {
    sampling: { temperature: 0, topP: 1, minP: 0, topK: 0 },
    endTokens: [10],
    maxTokens: 9,
    dice: (prompt: number, step: number) => ((prompt * 31 + step * 17) % 23) / 23,
  };
  const together = new Generator(device, config, parameters, 2, 60);
  const alone = new Generator(device, config, parameters, 1, 60);
  const some = await complete(together, prompts, settings);
  for (const [i, prompt] of prompts.entries()) {
    assert.deepEqual((await complete(alone, [prompt], settings))[0], some[i]);
    assert.ok(some[i]!.ended || some[i]!.tokens.length === 9);
    assert.ok(!some[i]!.tokens.includes(10));
  }
  const drawn = { ...settings, sampling: { ...settings.sampling, temperature: 1 } };
  const first = await complete(together, prompts, drawn);
  assert.deepEqual(await complete(together, prompts, drawn), first);
  assert.notDeepEqual(first, some);
  const [cut] = await complete(alone, [tokensOf(58, 1)], { ...settings, endTokens: [] });
  assert.equal(cut!.tokens.length, 3);
  together.dispose();
  alone.dispose();
});
