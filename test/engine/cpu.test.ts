/** Models on the processor are called past the addon; what comes out must be what the addon gives. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { getLlama, type Llama, LlamaLogLevel, type Token } from "node-llama-cpp";
import { loadParams, newHost, stories, TestEngine, value } from "./harness.ts";

const logged: string[] = [];
const engine = new TestEngine(newHost({ log: (text) => logged.push(text) }));
let llama: Llama;

before(async () => {
  llama = await getLlama({ gpu: false, build: "never", logLevel: LlamaLogLevel.error, progressLogs: false });
  value(await engine.host.start());
});
after(async () => {
  await engine.host.stop();
  await llama.dispose();
});

/** Tokens and probabilities of the library's own greedy loop, which cuts to as many candidates as the engine. */
async function libraryLoop(
  prompt: string,
  count: number,
): Promise<{ ids: number[]; likely: Map<number, number>[] }> {
  const model = await llama.loadModel({ modelPath: stories });
  const context = await model.createContext({ contextSize: 512, threads: 1 });
  const start = [model.tokens.bos as Token, ...model.tokenize(prompt, false)];
  const ids: number[] = [];
  const likely: Map<number, number>[] = [];
  const options = { temperature: 1, topK: 40, topP: 1, minP: 0, seed: 1 };
  const sequence = context.getSequence();
  let tokens = start;
  while (ids.length < count) {
    const input = tokens.map((token, i): Token | [Token, object] =>
      i < tokens.length - 1 ? token : [token, { generateNext: { probabilities: true, options } }],
    );
    const output = await sequence.controlledEvaluate(
      input as Parameters<typeof sequence.controlledEvaluate>[0],
    );
    const probabilities = output.at(-1)?.next.probabilities;
    assert.ok(probabilities !== undefined);
    likely.push(new Map(probabilities));
    tokens = [[...probabilities.keys()][0]!];
    ids.push(tokens[0]!);
  }
  await model.dispose();
  return { ids, likely };
}

for (const threads of [1, 2]) {
  test(`tokens and probabilities are those of the library's own loop, with ${threads} thread(s)`, async () => {
    value(await engine.host.request("load", loadParams({ threads })));
    const stage = await engine.generate({ budgetTokens: 40 });
    const { ids, likely } = await libraryLoop("Once upon a time", 40);
    assert.deepEqual(stage.ids, ids);
    for (const [step, logprob] of stage.logprobs.entries()) {
      const expected = Math.log(likely[step]!.get(ids[step]!)!);
      assert.ok(Math.abs(logprob - expected) < 1e-3, `token ${step}: ${logprob} instead of ${expected}`);
    }
  });
}

test("nothing has fallen back to the addon", () => {
  assert.deepEqual(
    logged.filter((line) => line.includes("through the addon")),
    [],
  );
});
