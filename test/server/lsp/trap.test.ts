import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { defaultModelPath } from "../../../language-server/models/defaultModel.ts";
import { ServerProcess } from "./serverProcess.ts";

const words = (await defaultModelPath(resolve("."))) ?? "";
const samples = readFileSync(resolve("media/samples/word-problems.jsonl"), "utf8").split("\n").slice(0, 8);

describe("prefix dominance trap in the language server, with the built-in model", {
  timeout: 240_000,
}, () => {
  let server: ServerProcess;
  before(async () => {
    server = await new ServerProcess({ sampling: { temperature: 1 } }).start();
    await server.call("deliberate/model/select", { path: words });
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  /** A direct run over questions with these answers. */
  const freeRun = async (name: string, answers: readonly (string | null)[] = []): Promise<string> => {
    const source = join(server.folder, name);
    const lines = samples.map((line, at) => {
      const answer = answers[at];
      return answer == null ? line : JSON.stringify({ ...JSON.parse(line), answer: `#### ${answer}` });
    });
    writeFileSync(source, lines.join("\n"));
    const ended = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", {
      ...{ source, protocol: "direct", parameters: { budget: 120 }, samples: 4 },
    });
    assert.equal((await ended).failure, null);
    return runId;
  };
  it("begins paths with the beginning of wrong ones, alone and with LeaP, and pairs what comes of them", async () => {
    // What one of the model's samples says is made the answer, so that there are right and wrong ones.
    const before = await server.rows(await freeRun("first.jsonl"));
    const runId = await freeRun(
      "second.jsonl",
      before.map(({ given }) => given.find((answer) => answer !== null) ?? null),
    );
    const mixed = (await server.rows(runId)).filter(
      ({ verdicts }) => verdicts.includes("right") && verdicts.includes("wrong"),
    );
    assert.ok(mixed.length >= 2, `${mixed.length} questions with right and wrong answers`);
    const ended = server.next("deliberate/experiment/trapEnded");
    const begun = server.next("deliberate/experiment/trapAdvanced");
    await server.call("deliberate/experiment/trap", {
      ...{ runId, share: 0.25, questions: 2, samples: 3, seed: 5 },
      parameters: { interval: 32, summaryTokens: 16, peers: 2, rescueTokens: 8, answerTokens: 16 },
    });
    const { result } = await ended;
    assert.ok(result.ok, JSON.stringify(result));
    const { report, markdown, file } = result.value;
    assert.equal((await begun).runId, report.runs.alone, "a view can follow its runs");
    assert.equal(readFileSync(file ?? "", "utf8"), markdown);
    assert.equal(report.figures.questions, 2);
    assert.match(markdown, /Recovered by LeaP/);
    assert.ok(report.warnings.some((warning) => /Fewer than 10 questions/.test(warning)));
    for (const id of [report.runs.alone, report.runs.leap]) {
      const { manifest, summary } = await server.call("deliberate/run/summary", { runId: id });
      assert.equal(summary.status, "done");
      assert.equal(summary.pathsTotal, 6);
      const met = id === report.runs.leap;
      assert.equal((summary.leap?.exchanges ?? 0) > 0, met, "there are exchanges with LeaP only");
      for (const { questionId, sample, tokens } of manifest.beginnings?.paths ?? []) {
        const read = async (path: { runId: string; sample: number }, to: number) =>
          (await server.call("deliberate/run/tokens", { ...path, questionId, stageIndex: 0, from: 0, to }))
            .tokens;
        const whole = await read({ runId, sample }, 1000);
        assert.equal(tokens, Math.round(0.25 * whole.length));
        assert.equal(mixed.find((row) => row.questionId === questionId)?.verdicts[sample], "wrong");
        for (const each of [0, 1, 2]) {
          const begun = await read({ runId: id, sample: each }, tokens);
          assert.deepEqual(
            begun.map((token) => token.id),
            whole.slice(0, tokens).map((token) => token.id),
          );
          const { path } = await server.call("deliberate/run/path", { runId: id, questionId, sample: each });
          const stays = path.stages[0]?.kept?.tokens ?? Number.POSITIVE_INFINITY;
          assert.ok(stays >= tokens, `${stays} of ${tokens} tokens of the beginning stay at the exchange`);
        }
      }
      assert.equal(manifest.beginnings?.paths.length, 2);
    }
    const kept = join(server.folder, ".deliberate", "runs", report.runs.leap, "trap.json");
    assert.deepEqual(JSON.parse(readFileSync(kept, "utf8")), JSON.parse(JSON.stringify(report)));
  });

  it("says which runs it can take", async () => {
    const ended = server.next("deliberate/experiment/trapEnded");
    const { runs } = await server.call("deliberate/run/list", {});
    const leap = runs.find(({ protocol }) => protocol === "leap");
    await server.call("deliberate/experiment/trap", { runId: leap?.id ?? "" });
    const { result } = await ended;
    assert.match(result.ok ? "" : result.error.message, /wants a run of the protocol “direct”/);
  });
});
