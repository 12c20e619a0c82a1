import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { PathRecord, Question, StageRecord } from "../../language-server/contract/entities.ts";
import { createChatFormat } from "../../language-server/core/chat/chatTemplate.ts";
import { bindProtocol } from "../../language-server/core/protocols/bindProtocol.ts";
import type { PeerPath } from "../../language-server/core/protocols/protocol.ts";
import type { Script } from "../../language-server/engine/scripted/script.ts";
import { ModelSession } from "../../language-server/server/modelSession.ts";
import type { EngineClient } from "../../language-server/server/run/engineClient.ts";
import { ExchangeBoard } from "../../language-server/server/run/exchangeBoard.ts";
import type {
  PathEnvironment,
  PathGrader,
  PathProgress,
} from "../../language-server/server/run/pathEnvironment.ts";
import { PrefixBoard } from "../../language-server/server/run/prefixBoard.ts";
import { allJobs, type PathJob, runPaths } from "../../language-server/server/run/runController.ts";
import { verdict } from "../unit/protocols/stages.ts";
import { loadParams, newHost, value } from "./harness.ts";

const question = (id: string): Question => ({
  id,
  text: "Lily has 3 red balls and 4 blue balls. How many balls has Lily?",
  gold: "7",
  answerKind: "value",
  contentHash: "",
});

/** Takes the last box or number for the answer. */
const grader: PathGrader = {
  grade: async ({ text }) => {
    const answer = /\\boxed\{([^}]*)\}/.exec(text)?.[1] ?? /answer is (\d+)/.exec(text)?.[1] ?? null;
    return { verdict: verdict(answer, answer === "7") };
  },
  judge: async () => ({ judgement: "no", changes: 0 }),
  equal: async (a, b) => a === b,
};

/** Everything that a journal would hold, and a way to stop at any of its lines. */
class Recorder {
  readonly stages = new Map<number, StageRecord[]>();
  readonly tokens = new Map<number, number[][]>();
  readonly ended: PathRecord[] = [];
  readonly abort = new AbortController();
  private stagesEnded = 0;

  constructor(private readonly stopAfterStages = Number.POSITIVE_INFINITY) {}

  readonly listener: PathEnvironment["listener"] = {
    stageStarted: ({ sample }, { index, resumed }) => {
      const all = this.tokens.get(sample) ?? [];
      this.tokens.set(sample, all);
      if (!resumed) all[index] = [];
    },
    tokensWritten: ({ sample }, index, { ids }) => this.tokens.get(sample)?.[index]?.push(...ids),
    stageEnded: ({ sample }, record) => {
      this.stages.set(sample, [...(this.stages.get(sample) ?? []), record]);
      this.stagesEnded++;
      if (this.stagesEnded === this.stopAfterStages) this.abort.abort();
    },
    pathEnded: (_key, record) => {
      this.ended.push(record);
    },
  };

  progress(sample: number): PathProgress {
    const stages = this.stages.get(sample) ?? [];
    const tokens = this.tokens.get(sample) ?? [];
    const current = tokens[stages.length];
    return {
      stages,
      stageTokens: tokens.slice(0, stages.length),
      current: current === undefined || current.length === 0 ? null : { tokens: current, forcedFrom: null },
    };
  }
}

interface Setting {
  readonly engine: EngineClient;
  readonly samples: number;
  readonly parameters: object;
  readonly seed?: number;
  readonly from?: Recorder;
  readonly recorder?: Recorder;
  readonly questions?: readonly string[];
}

/** Runs the group, from where `from` had been stopped. */
async function run({ engine, samples, parameters, from, ...more }: Setting): Promise<PathRecord[]> {
  const recorder = more.recorder ?? new Recorder();
  const done = new Set(from?.ended.map(({ sample }) => sample));
  const known = Array.from({ length: samples }, (_, sample): PeerPath => {
    return { stages: from?.stages.get(sample) ?? [], ended: done.has(sample) };
  });
  const jobs: PathJob[] = allJobs((more.questions ?? ["q"]).map(question), samples)
    .filter(({ sample }) => !done.has(sample))
    .map((job) => (from === undefined ? job : { ...job, progress: async () => from.progress(job.sample) }));
  const seed = more.seed ?? 3;
  await runPaths(
    {
      engine,
      chat: value(createChatFormat({ template: null, bosText: "<s>", eosText: "</s>" })),
      protocol: value(bindProtocol("leap", parameters)),
      sampling: { temperature: 0.8, topP: 0.95, minP: 0, topK: 40 },
      seed,
      grader: () => grader,
      listener: recorder.listener,
      prefixes: new PrefixBoard(engine),
      exchanges: new ExchangeBoard({
        seed,
        samples,
        known: async () => known,
        hold: (slot, on) => engine.call("hold", { slot, on }),
      }),
      signal: recorder.abort.signal,
    },
    jobs,
  );
  return [...(from?.ended ?? []), ...recorder.ended].sort((a, b) => a.sample - b.sample);
}

const withSession = async <T>(
  options: Parameters<typeof newHost>[0],
  load: Parameters<typeof loadParams>[0],
  work: (engine: EngineClient) => Promise<T>,
): Promise<T> => {
  const session = new ModelSession(
    newHost(options),
    () => undefined,
    () => performance.now(),
  );
  try {
    return await work(value(await session.open(loadParams(load))));
  } finally {
    await session.close();
  }
};

const longText = Array.from({ length: 30 }, (_, i) => `step${i}${i % 6 === 5 ? "." : ""}`).join(" ");

describe("LeaP on a scripted engine", { timeout: 120_000 }, () => {
  const settings = { interval: 20, maximum: 60, summaryTokens: 30, peers: 2 };
  const script: Script = {
    rules: [
      // A summary ended by the model's end of turn must be closed for it, and that token must be gone.
      { when: "is 9\\.</summarize>\\n\\n<comment>[^<]*is 7[^<]*</comment>[^<]*$", say: "It is \\boxed{7}." },
      { when: "is \\d\\.</summarize>\\n\\n<comment>[^<]*</comment>[^<]*$", say: "I stay. \\boxed{9}" },
      { when: "<summarize> [^<]*$", say: [" the answer is 7.</summarize>", " the answer is 9."] },
      { when: "no notes from peers", say: "Alone: \\boxed{5}" },
      { when: "Lily", say: [longText, `${longText} `, "At once: \\boxed{7}"] },
    ],
  };
  const scripted = <T>(work: (engine: EngineClient) => Promise<T>, more: Partial<Script> = {}) =>
    withSession({ script: { ...script, ...more } }, { contextTokens: 2000 }, work);

  it("paths read each other's summaries, and those that end early are not waited for", async () => {
    await scripted(async (engine) => {
      const paths = await run({ engine, samples: 8, parameters: settings });
      assert.equal(paths.length, 8);
      const early = paths.filter(({ stages }) => stages.length === 1);
      const met = paths.filter(({ stages }) => stages.length === 3);
      assert.equal(early.length + met.length, 8);
      assert.ok(early.length > 0 && met.length > 2, "the seed gives both");
      for (const { stages, sample, verdict: end } of met) {
        assert.deepEqual(
          stages.map(({ stage }) => stage),
          ["reasoning", "summary", "reasoning"],
        );
        const [own, note, last] = stages;
        assert.equal(own?.paused, true);
        assert.equal(own?.outcome, "finished");
        const peers = last?.exchange?.peers ?? [];
        assert.equal(peers.length, 2);
        assert.ok(peers.every((peer) => peer !== sample && met.some((path) => path.sample === peer)));
        for (const [index, peer] of peers.entries()) {
          const theirs = met.find((path) => path.sample === peer)?.stages[1];
          const words = `Peer ${index + 1}: "${theirs?.exchange?.opening}${theirs?.text}"`;
          assert.ok(last?.prompt.includes(words), `${last?.prompt} should hold ${words}`);
        }
        const toldSeven = /is 7/.test(last?.prompt ?? "");
        const wroteNine = note?.verdict?.extracted === "9";
        assert.equal(note?.endedTurn === true, wroteNine);
        assert.equal(end?.extracted, wroteNine && toldSeven ? "7" : "9");
      }
      for (const { verdict: end } of early) assert.equal(end?.extracted, "7");
    });
  });

  it("goes on after a stop at any exchange and in the middle of any stage as if nothing had happened", async () => {
    const said = (paths: readonly PathRecord[]) =>
      paths.map(({ stages, sample }) => [
        sample,
        stages.map(({ text, prompt, kept }) => [prompt, text, kept]),
      ]);
    // One process: a scripted vocabulary is numbered in the order in which words appear.
    await scripted(async (engine) => {
      const whole = await run({ engine, samples: 6, parameters: settings });
      const stages = whole.reduce((sum, path) => sum + path.stages.length, 0);
      assert.ok(stages > 12, `${stages} stages`);
      const cut = whole.flatMap((path) => path.stages).filter(({ kept }) => kept !== undefined);
      assert.ok(cut.length > 2, `${cut.length} stages have lost their end`);
      let interrupted = 0;
      for (let stopAfter = 1; stopAfter < stages; stopAfter++) {
        const first = new Recorder(stopAfter);
        await run({ engine, samples: 6, parameters: settings, recorder: first });
        if (first.ended.length < 6) interrupted++;
        const resumed = await run({ engine, samples: 6, parameters: settings, from: first });
        assert.deepEqual(said(resumed), said(whole), `stopped after ${stopAfter} stages`);
      }
      assert.ok(interrupted > 8, `${interrupted} of the runs were cut`);
    });
  });

  it("puts notes into an open thought, and reads the answer of the whole turn", async () => {
    const rules = [
      {
        when: "is 8\\.</summarize>\\n\\n<comment>[^<]*</comment>[^<]*$",
        say: "so 7.</think> It is \\boxed{7}.",
      },
      { when: "<summarize> [^<]*$", say: " the answer is 8.</summarize>" },
      { when: "Lily", say: `<think>Perhaps \\boxed{3} ${longText}` },
    ];
    await scripted(
      async (engine) => {
        for (const path of await run({ engine, samples: 2, parameters: settings })) {
          assert.deepEqual(
            path.stages.map(({ endedInThought, closedThought }) => [endedInThought, closedThought]),
            [
              [true, undefined],
              [true, undefined],
              [undefined, true],
            ],
          );
          assert.equal(path.stages[1]?.verdict?.extracted, "8");
          assert.match(path.stages[2]?.text ?? "", /^so 7/);
          assert.equal(path.verdict?.extracted, "3", "this grader takes the first box of what it is given");
        }
      },
      { rules },
    );
  });

  it("a box that was open at an exchange is left open, and the answer is the one written after it", async () => {
    const own = "three and four is eight, so \\boxed{8 and more";
    const script: Script = {
      rules: [
        { when: "no notes from peers", say: " So the answer is \\boxed{7}." },
        { when: "<summarize> [^<]*$", say: " it is 8.</summarize>" },
        { when: "Lily", say: `${own} and more and more and more and more` },
      ],
    };
    await withSession({ script }, { sequences: 1 }, async (engine) => {
      const parameters = { ...settings, interval: 17, maximum: 60, exchanges: 1 };
      const paths = await run({ engine, samples: 1, parameters });
      const [first] = paths[0]?.stages ?? [];
      assert.match(first?.text ?? "", /boxed\{8[^}]*$/, "it was paused in the box");
      assert.equal(paths[0]?.verdict?.extracted, "7");
      assert.equal(paths[0]?.outcome, "finished");
    });
  });

  describe("at an exchange", () => {
    const own =
      "Three red.\n\nFour blue, so it may be \\boxed{8} or not and on and on and on and on and on and on";
    const parameters = { ...settings, interval: 24, maximum: 60, exchanges: 1 };
    /** The summary, and what follows it, depend on what stands right before them. */
    const script: Script = {
      rules: [
        { when: "no notes from peers", say: " So the answer is \\boxed{7}." },
        { when: "Four blue[^<]*<summarize> [^<]*$", say: " it is kept.</summarize>" },
        { when: "Three red\\.\\n\\n[A-Z][^<]*<summarize> [^<]*$", say: " it is dropped.</summarize>" },
        { when: "Lily", say: own.replace(" \\boxed{8}", " eight") },
      ],
    };
    const alone = (more: object, rules = script.rules, from?: Recorder, recorder = new Recorder()) =>
      withSession({ script: { ...script, rules } }, { sequences: 1, contextTokens: 400 }, (engine) =>
        run({
          engine,
          samples: 1,
          parameters: { ...parameters, ...more },
          recorder,
          ...(from === undefined ? {} : { from }),
        }),
      );

    it("drops the unfinished paragraph, which stays in the record and is counted", async () => {
      const [path] = await alone({});
      const [first, note] = path?.stages ?? [];
      assert.equal(first?.text.slice(0, first.kept?.characters), "Three red.\n\n");
      assert.match(first?.text ?? "", /Four blue/);
      assert.equal(first?.generatedTokens, 24);
      assert.equal(note?.text, " it is dropped.");
      assert.match(note?.prompt ?? "", /^[A-Z]/);
      assert.equal(path?.verdict?.extracted, "7");
    });

    it("keeps it where told to", async () => {
      const [path] = await alone({ unfinished: "keep" });
      assert.equal(path?.stages[0]?.kept, undefined);
      assert.equal(path?.stages[1]?.text, " it is kept.");
    });

    it("keeps an answer that is complete", async () => {
      const [path] = await alone({}, [...script.rules.slice(0, 3), { when: "Lily", say: own }]);
      assert.equal(path?.stages[0]?.kept, undefined);
      assert.equal(path?.stages[0]?.verdict?.extracted, "8");
    });

    it("and does not read for an answer what is dropped", async () => {
      const talk = own.replace(" \\boxed{8}", " that the answer is 8");
      const [path] = await alone({}, [...script.rules.slice(0, 3), { when: "Lily", say: talk }]);
      assert.match(path?.stages[0]?.text ?? "", /answer is 8/);
      assert.equal(path?.stages[0]?.verdict?.extracted, null);
    });

    it("a model whose state cannot be cut reads anew what is kept", async () => {
      const paths = await withSession(
        { script: { ...script, cannotCut: true } },
        { sequences: 1, contextTokens: 400 },
        (engine) => run({ engine, samples: 1, parameters }),
      );
      const [first, note] = paths[0]?.stages ?? [];
      assert.ok((first?.kept?.reevaluatedTokens ?? 0) > 10);
      assert.equal(note?.text, " it is dropped.");
    });
  });

  it("a stopped run lets go of paths that wait", async () => {
    const recorder = new Recorder(2);
    await scripted((engine) => run({ engine, samples: 4, parameters: settings, recorder }));
    assert.ok(recorder.ended.length < 4);
  });

  it("asks for the answer at the end of the maximum, behind a forced box", async () => {
    const rules = [
      { when: "Final Answer\\*\\* \\\\boxed\\{$", say: "7}." },
      { when: "<summarize> [^<]*$", say: " nothing yet.</summarize>" },
      { when: "Lily", say: "on", endsTurn: false },
    ];
    await scripted(
      async (engine) => {
        const paths = await run({ engine, samples: 2, parameters: settings });
        for (const path of paths) {
          assert.equal(path.stages.length, 5, "two exchanges in three intervals");
          assert.equal(path.outcome, "forced-closed");
          assert.equal(path.verdict?.extracted, "7");
        }
      },
      { rules },
    );
  });
});

describe("LeaP on the real engine", { timeout: 180_000 }, () => {
  const session = new ModelSession(
    newHost(),
    () => undefined,
    () => performance.now(),
  );
  let engine: EngineClient;
  before(async () => {
    engine = value(await session.open(loadParams({ contextTokens: 1200, sequences: 4 })));
  });
  after(() => session.close());

  const settings = { interval: 20, maximum: 60, summaryTokens: 16, peers: 1, rescueTokens: 8 };
  const evaluated = async (slot: number) => {
    const { inputTokens, outputTokens } = value(await engine.call("counters", { slot }));
    return inputTokens + outputTokens;
  };

  it("never evaluates again what a sequence holds, and shares the opening, by the engine's own meter", async () => {
    const slots = [0, 1, 2, 3];
    const before = await Promise.all(slots.map(evaluated));
    const paths = await run({ engine, samples: 4, parameters: settings });
    const after = await Promise.all(slots.map(evaluated));
    const exchanged = paths
      .flatMap(({ stages }) => stages)
      .filter(({ exchange }) => exchange?.peers?.length === 1);
    assert.ok(exchanged.length >= 4, `${exchanged.length} exchanges`);
    const total = after.reduce((sum, count, slot) => sum + count - (before[slot] ?? 0), 0);
    const written = paths
      .flatMap(({ stages }) => stages)
      .reduce((sum, s) => sum + s.promptTokens + s.generatedTokens + s.forcedTokens, 0);
    assert.ok(total <= written, `${total} evaluated for ${written} tokens of text`);
  });

  it("two questions share the slots, and the same run gives the same texts", async () => {
    const twice = { engine, samples: 3, parameters: settings, questions: ["a", "b"] };
    const said = (paths: readonly PathRecord[]) =>
      paths
        .map(({ questionId, sample, stages }) => [questionId, sample, stages.map(({ text }) => text)])
        .sort((a, b) => String(a).localeCompare(String(b)));
    const first = await run(twice);
    assert.equal(first.length, 6);
    assert.deepEqual(said(await run(twice)), said(first));
  });
});
