import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { PathRecord, Question, StageRecord } from "../../language-server/contract/entities.ts";
import { createChatFormat } from "../../language-server/core/chat/chatTemplate.ts";
import { bindProtocol } from "../../language-server/core/protocols/bindProtocol.ts";
import { ModelSession } from "../../language-server/server/modelSession.ts";
import type { EngineClient } from "../../language-server/server/run/engineClient.ts";
import {
  freshPath,
  type PathEnvironment,
  type PathGrader,
  type PathProgress,
} from "../../language-server/server/run/pathEnvironment.ts";
import { runPath } from "../../language-server/server/run/pathRunner.ts";
import { PrefixBoard } from "../../language-server/server/run/prefixBoard.ts";
import { allJobs, runPaths } from "../../language-server/server/run/runController.ts";
import { verdict } from "../unit/protocols/stages.ts";
import { loadParams, newHost, value } from "./harness.ts";

const question: Question = {
  id: "q1",
  text: "Lily has 3 red balls and 4 blue balls. How many balls has Lily?",
  gold: "7",
  answerKind: "value",
  contentHash: "",
};

/** Finds an answer everywhere and never accepts it, so that every stage of every protocol is run. */
const grader: PathGrader = {
  grade: async () => ({ verdict: verdict("1") }),
  judge: async () => ({ judgement: "no", changes: 0 }),
  equal: async () => true,
};

const silent: PathEnvironment["listener"] = {
  stageStarted() {},
  tokensWritten() {},
  stageEnded() {},
  pathEnded() {},
};

describe("paths on the real engine", { timeout: 120_000 }, () => {
  const host = newHost();
  const session = new ModelSession(
    host,
    () => undefined,
    () => performance.now(),
  );
  let engine: EngineClient;

  before(async () => {
    engine = value(await session.open(loadParams()));
  });
  after(() => session.close());

  const environment = (
    protocol: string,
    parameters: object,
    more: Partial<PathEnvironment> = {},
  ): PathEnvironment => ({
    engine,
    chat: value(createChatFormat({ template: null, bosText: "<s>", eosText: "</s>" })),
    protocol: value(bindProtocol(protocol, parameters)),
    sampling: { temperature: 0.8, topP: 0.95, minP: 0, topK: 40 },
    seed: 3,
    grader: () => grader,
    listener: silent,
    prefixes: null,
    signal: new AbortController().signal,
    ...more,
  });
  const counters = async (slot: number) => value(await engine.call("counters", { slot }));
  const evaluated = async (slot: number) => {
    const { inputTokens, outputTokens } = await counters(slot);
    return inputTokens + outputTokens;
  };

  for (const [protocol, parameters, stages] of [
    ["thinker", { budget: { fast: 30, verify: 30, slow: 30, summary: 20 } }, 4],
    ["multi-attempt", { attempts: 3, tokensPerAttempt: 30 }, 3],
  ] as const) {
    it(`${protocol}: no stage evaluates again what its sequence holds, by the engine's own meter`, async () => {
      const before = await evaluated(0);
      const record = await runPath(environment(protocol, parameters), 0, question, 0, freshPath);
      assert.equal(record.stages.length, stages);
      const { length } = await counters(0);
      // The last token drawn is never evaluated: nothing comes after it.
      assert.equal((await evaluated(0)) - before, length - 1);
      const written = record.stages.reduce(
        (sum, stage) => sum + stage.promptTokens + stage.generatedTokens,
        0,
      );
      assert.equal(written, length);
    });
  }

  it("samples of a question share the evaluation of its opening", async () => {
    const slots = [0, 1, 2, 3];
    const before = await Promise.all(slots.map(evaluated));
    const sampled = async (more: Partial<PathEnvironment>) => {
      const records: PathRecord[] = [];
      const listener = { ...silent, pathEnded: (_key: unknown, record: PathRecord) => records.push(record) };
      await runPaths(environment("direct", { budget: 10 }, { ...more, listener }), allJobs([question], 4));
      return records;
    };
    const records = await sampled({ prefixes: new PrefixBoard(engine) });
    const after = await Promise.all(slots.map(evaluated));
    const opening = Math.max(...records.map((record) => record.stages[0]?.promptTokens ?? 0));
    const total = after.reduce((sum, count, slot) => sum + count - (before[slot] ?? 0), 0);
    assert.ok(total < opening + 4 * 11, `${total} evaluated, opening ${opening}`);
    const alone = await sampled({});
    const texts = (paths: typeof records) => new Set(paths.map((path) => path.stages[0]?.text));
    assert.deepEqual(texts(records), texts(alone), "sharing changes nothing in what is drawn");
  });

  it("goes on from the middle of a stage as if nothing had happened", async () => {
    const tokens: number[][] = [];
    const stages: StageRecord[] = [];
    const parameters = { budget: { fast: 30, verify: 30, slow: 30, summary: 20 } };
    const recorded = environment("thinker", parameters, {
      listener: {
        stageStarted: (_path, { index }) => {
          tokens[index] = [];
        },
        tokensWritten: (_path, index, chunk) => tokens[index]?.push(...chunk.ids),
        stageEnded: (_path, record) => stages.push(record),
        pathEnded() {},
      },
    });
    const whole = await runPath(recorded, 0, question, 0, freshPath);
    const progress: PathProgress = {
      stages: stages.slice(0, 2),
      stageTokens: tokens.slice(0, 2),
      current: { tokens: (tokens[2] ?? []).slice(0, 11), forcedFrom: null },
    };
    const resumed = await runPath(environment("thinker", parameters), 5, question, 0, progress);
    assert.deepEqual(
      resumed.stages.map(({ text }) => text),
      whole.stages.map(({ text }) => text),
    );
  });

  it("removes earlier thoughts from the dialogue when asked to", async () => {
    const prompts: string[] = [];
    const spying: EngineClient = Object.create(engine, {
      call: {
        value: (method: "generate", params: never, signal?: AbortSignal) => {
          if (method === "generate") {
            prompts.push((params as { prompt: { text: string }[] }).prompt.map(({ text }) => text).join(""));
          }
          return engine.call(method, params, signal);
        },
      },
    });
    const thinking = environment(
      "thinker",
      { keepThoughts: false, fastThinking: "suppress", budget: { fast: 5, verify: 5, slow: 5, summary: 5 } },
      { engine: spying },
    );
    const record = await runPath(thinking, 6, question, 0, {
      stages: [
        {
          stage: "fast",
          index: 0,
          prompt: "",
          text: "<think>secret</think>It is 1.",
          outcome: "finished",
          promptTokens: 1,
          generatedTokens: 1,
          forcedTokens: 0,
          promptMs: 0,
          generateMs: 0,
          verdict: verdict("1"),
        },
      ],
      stageTokens: [[10, 11]],
      current: null,
    });
    assert.equal(record.stages.length, 4);
    assert.match(prompts[0] ?? "", /It is 1\./);
    assert.doesNotMatch(prompts[0] ?? "", /secret/);
  });

  it("ends with an explicit outcome when the context is full", async () => {
    const long: Question = { ...question, text: question.text.repeat(12) };
    const record = await runPath(environment("direct", { budget: 200 }), 0, long, 0, freshPath);
    assert.equal(record.outcome, "context-exhausted");
  });
});
