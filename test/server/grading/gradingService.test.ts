import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createGradingService } from "../../../language-server/grading/gradingService.ts";
import { WorkerQueue } from "../../../language-server/grading/workerQueue.ts";

const workerUrl = new URL("../../../language-server/grading/gradingWorker.ts", import.meta.url);
const service = createGradingService({ workerUrl, execArgv: ["--import", "tsx"] });
after(() => service.dispose());

test("a response is graded end to end, with the worker where the cheap rules do not decide", async () => {
  const verdict = await service.grade("So it is \\boxed{\\ln 8}.", { gold: "3\\ln 2", answerKind: "value" });
  assert.deepEqual(
    [verdict.correct, verdict.extracted, verdict.method, verdict.rule, verdict.grader],
    [true, "\\ln 8", "box", "symbolic", "symbolic"],
  );
  const wrong = await service.grade("So it is \\boxed{\\ln 9}.", { gold: "3\\ln 2", answerKind: "value" });
  assert.equal(wrong.correct, false);
});

test("bare answers, whole responses and equality of two answers", async () => {
  assert.ok((await service.gradePrediction("She has 3 left.\n#### 3", "3")).correct);
  assert.ok((await service.gradePrediction("\\frac{6}{2}", "3")).correct);
  assert.ok((await service.gradeAnswer("2\\sin x\\cos x", "\\sin 2x")).correct);
  assert.ok(await service.equal("0.5", "\\frac12"));
  assert.ok(await service.equal("\\sqrt{12}", "2\\sqrt{3}"));
  assert.ok(!(await service.equal("\\sqrt{12}", "3\\sqrt{2}")));
});

test("a choice question is graded by its options", async () => {
  const question = { gold: "B", answerKind: "choice", options: ["A)5", "B)6\\sqrt{2}"] } as const;
  assert.ok((await service.grade("The answer is \\boxed{\\sqrt{72}}.", question)).correct);
  assert.ok(!(await service.grade("The answer is (A).", question)).correct);
});

test("a missing answer is wrong and says so", async () => {
  const verdict = await service.grade("So \\boxed{12", { gold: "12", answerKind: "value" });
  assert.equal(verdict.extracted, null);
  assert.deepEqual([...verdict.flags].sort(), ["cut_box", "no_answer"]);
});

test("sums that the own parser does not read are read by the engine, and only plain mathematics", async () => {
  assert.ok((await service.gradeAnswer("\\sum_{k=1}^{10} k", "55")).correct);
  const verdict = await service.gradeAnswer("\\operatorname{Assign}(x, 5) + \\int_0^1 x dx", "5");
  assert.equal(verdict.correct, false);
  const integral = await service.gradeAnswer("\\int_0^1 x dx", "0.5");
  assert.deepEqual([integral.correct, integral.flags], [false, ["unparsed"]]);
});

test("text of a model is never run as code", async () => {
  const marker = "deliberateWasHere";
  for (const text of [
    `globalThis.${marker}=1`,
    `\\text{\${globalThis.${marker}=1}}`,
    `constructor.constructor("globalThis.${marker}=1")()`,
    `\\sum_{k=1}^{10} k + \\operatorname{Function}("globalThis.${marker}=1")`,
    `"); globalThis.${marker}=1; ("`,
  ]) {
    assert.equal((await service.gradePrediction(text, "42")).correct, false);
  }
  assert.equal(marker in globalThis, false);
});

test("a comparison that takes too long is stopped, flagged, never right, and the next one works", async () => {
  const hasty = createGradingService({ workerUrl, execArgv: ["--import", "tsx"], workMs: 40 });
  try {
    const slow = await hasty.gradeAnswer("\\sum_{k=1}^{500} \\sin(k)^{k}", "5\\pi");
    assert.deepEqual([slow.correct, slow.flags], [false, ["timeout"]]);
  } finally {
    await hasty.dispose();
  }
  assert.ok((await service.gradeAnswer("\\ln 9", "2\\ln 3")).correct);
});

test("a worker that dies, stalls or runs out of memory is replaced, and the queue behind it goes on", async () => {
  const queue = new WorkerQueue({ workerUrl: new URL("./dyingWorker.mjs", import.meta.url), workMs: 300 });
  try {
    const results = await Promise.all(
      ["fine", "die", "fine", "stall", "fine"].map((word) => queue.run(word, "gold", {})),
    );
    assert.deepEqual(
      results.map((r) => (r.ok ? "ok" : r.why)),
      ["ok", "lost", "ok", "timeout", "ok"],
    );
  } finally {
    await queue.dispose();
  }
  const hungry = new WorkerQueue({
    workerUrl: new URL("./dyingWorker.mjs", import.meta.url),
    workMs: 60_000,
  });
  try {
    const results = await Promise.all(["memory", "fine"].map((word) => hungry.run(word, "gold", {})));
    assert.deepEqual(
      results.map((r) => (r.ok ? "ok" : r.why)),
      ["lost", "ok"],
    );
  } finally {
    await hungry.dispose();
  }
});

test("a worker file that cannot start gives unparsed verdicts instead of hanging", async () => {
  const broken = createGradingService({ workerUrl: new URL("./noSuchWorker.mjs", import.meta.url) });
  try {
    const verdict = await broken.gradeAnswer("\\ln 8", "3\\ln 2");
    assert.deepEqual([verdict.correct, verdict.flags], [false, ["unparsed"]]);
    assert.ok((await broken.gradeAnswer("1/2", "0.5")).correct);
  } finally {
    await broken.dispose();
  }
});

test("after disposal every call still answers", async () => {
  const short = createGradingService({ workerUrl, execArgv: ["--import", "tsx"] });
  const pending = short.gradeAnswer("\\ln 8", "3\\ln 2");
  await short.dispose();
  assert.equal((await pending).correct, false);
  assert.equal((await short.gradeAnswer("\\ln 8", "3\\ln 2")).correct, false);
});
