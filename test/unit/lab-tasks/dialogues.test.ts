import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extractAnswer } from "../../../language-server/core/grading/extraction/extractAnswer.ts";
import { extractJudgement } from "../../../language-server/core/grading/extraction/judgement.ts";
import { direct } from "../../../language-server/core/protocols/direct.ts";
import { multiAttempt } from "../../../language-server/core/protocols/multiAttempt.ts";
import { thinker } from "../../../language-server/core/protocols/thinker.ts";
import {
  multiAttemptDialogueOn,
  thinkerDialogueOn,
} from "../../../language-server/lab/tasks/dialogues/ownAnswers.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";
import { problemOf, sample, sampleMixture } from "../../../language-server/lab/tasks/registry.ts";
import type { TaskSample } from "../../../language-server/lab/tasks/types.ts";
import { wrongEquation } from "./arithmetic.ts";

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const answers = ({ messages }: TaskSample) => messages.filter((message) => message.role === "assistant");
const prompts = ({ messages }: TaskSample) => messages.filter((m) => m.role === "user").map((m) => m.content);
const boxed = (text: string) => extractAnswer(text, { profile: "strict" }).text;

describe("dialogues of the protocols", () => {
  test("whatever is trained is true, and trained answers are the right ones", () => {
    for (const task of ["arithmetic", "direct", "thinker", "multi-attempt", "leap"] as const) {
      for (const dialogue of many(700, (i) => sample(task, i % 4 === 0 ? "test" : "train", 3, i))) {
        for (const { content, train, role } of dialogue.messages) {
          if (!train) continue;
          assert.equal(role, "assistant");
          assert.equal(wrongEquation(content), undefined, content);
          const answer = boxed(content);
          if (answer !== null && !/^(yes|no)$/i.test(answer)) assert.equal(answer, dialogue.gold, content);
        }
        assert.ok(answers(dialogue).at(-1)?.train, "the last turn is to be learnt");
      }
    }
  });

  test("the prompts are those that the product sends", () => {
    for (const dialogue of many(50, (i) => sample("direct", "train", 1, i))) {
      const [question = ""] = prompts(dialogue);
      assert.ok(question.endsWith(direct.defaults.prompt.replace("{question}", "")));
    }
    const known = Object.values(thinker.defaults.prompts);
    for (const dialogue of many(200, (i) => sample("thinker", "train", 1, i))) {
      const [first = "", ...later] = prompts(dialogue);
      assert.match(first, /^Solve the problem below briefly, in at most \d+ tokens\./);
      for (const prompt of later) assert.ok(known.includes(prompt), prompt);
    }
    for (const dialogue of many(200, (i) => sample("multi-attempt", "train", 1, i))) {
      const system = dialogue.messages[0];
      assert.equal(system?.role, "system");
      const attempts = /You may try (\d) times/.exec(system?.content ?? "")?.[1];
      if (attempts === undefined) assert.equal(system?.content, multiAttempt.defaults.prompts.openingOnce);
      prompts(dialogue)
        .slice(1)
        .forEach((prompt, i) => {
          assert.equal(/Tries left: (\d)\./.exec(prompt)?.[1], String(Number(attempts) - i - 1), prompt);
        });
    }
  });

  test("the check says Yes exactly when the fast answer is right, and the wrong fast answer is not learnt", async () => {
    let yes = 0;
    let no = 0;
    for (const dialogue of many(1200, (i) => sample("thinker", "train", 8, i))) {
      const [fast, check, slow, summary] = answers(dialogue);
      const course = dialogue.tags.course;
      const isRight = boxed(fast?.content ?? "") === dialogue.gold;
      assert.equal(fast?.train, isRight);
      if (course === "unfinished") {
        assert.equal(boxed(fast?.content ?? ""), null);
        assert.equal(prompts(dialogue)[1], thinker.defaults.prompts.slowWithoutAnswer);
        continue;
      }
      const { judgement } = await extractJudgement(check?.content ?? "", boxed(fast?.content ?? ""));
      if (course === "mistaken-check") {
        assert.equal(check?.train, false);
        assert.equal(judgement, "no");
      } else {
        assert.equal(check?.train, true);
        assert.equal(judgement, isRight ? "yes" : "no");
        if (isRight) yes++;
        else no++;
      }
      assert.equal(slow === undefined, judgement === "yes");
      if (slow !== undefined) assert.equal(boxed(summary?.content ?? ""), dialogue.gold);
    }
    assert.ok(Math.abs(yes / (yes + no) - 0.45) < 0.06, `${yes} yes, ${no} no`);
  });

  test("the balance of verdicts follows the setting", () => {
    const wrong = many(400, (i) => sample("thinker", "train", 2, i, { wrongShare: 0.8 })).filter(
      (dialogue) => dialogue.tags.course === "wrong",
    );
    assert.ok(Math.abs(wrong.length / 400 - 0.8) < 0.07, String(wrong.length));
  });

  test("retries differ from what failed, and all but the last attempt are wrong", () => {
    let retries = 0;
    for (const dialogue of many(600, (i) => sample("multi-attempt", "train", 4, i))) {
      const turns = answers(dialogue);
      for (const turn of turns.slice(0, -1)) {
        assert.equal(turn.train, false);
        assert.notEqual(boxed(turn.content), dialogue.gold);
        assert.notEqual(turn.content, turns.at(-1)?.content);
        retries++;
      }
    }
    assert.ok(retries > 200);
  });

  test("notes of peers are sometimes wrong, never trained, and the path still ends right", () => {
    let wrongPeers = 0;
    for (const dialogue of many(400, (i) => sample("leap", "train", 4, i))) {
      const turn = answers(dialogue);
      const notes = turn.filter((part) => part.content.includes("<comment>"));
      assert.equal(notes.length, 1);
      assert.equal(notes[0]?.train, false);
      assert.ok(turn.slice(1).every((part) => part.continues === true));
      assert.equal(boxed(turn.map((part) => part.content).join("")), dialogue.gold);
      wrongPeers += Number(dialogue.tags.wrongPeers);
    }
    assert.ok(wrongPeers > 200, String(wrongPeers));
  });
});

describe("sample stream", () => {
  test("a sample depends on its task, split, seed and index alone", () => {
    const forwards = many(60, (i) => sample("thinker", "train", 7, i));
    const backwards = many(60, (i) => sample("thinker", "train", 7, 59 - i)).reverse();
    assert.deepEqual(forwards, backwards);
    const text = (s: TaskSample) => s.messages.map((m) => m.content).join("\n");
    assert.notEqual(text(sample("direct", "train", 7, 3)), text(sample("direct", "train", 8, 3)));
    assert.notEqual(text(sample("direct", "train", 7, 3)), text(sample("direct", "train", 7, 4)));
    assert.notEqual(
      text(sample("direct", "train", 7, 3)),
      text(sample("direct", "train", 7, 3 + 2 ** 32)),
      "indices beyond 32 bits count",
    );
  });

  test("a mixture gives each task its share, in any order", () => {
    const mixture = [
      { task: "direct", weight: 3, options: { steps: { 1: 1 } } },
      { task: "thinker", weight: 1 },
      { task: "leap", weight: 0 },
    ] as const;
    const drawn = many(400, (i) => sampleMixture(mixture, "train", 5, i));
    const share = drawn.filter((s) => s.task === "direct").length / drawn.length;
    assert.ok(Math.abs(share - 0.75) < 0.08, String(share));
    assert.ok(drawn.every((s) => s.task !== "leap"));
    assert.ok(drawn.filter((s) => s.task === "direct").every((s) => s.tags.steps === 1));
    assert.deepEqual(sampleMixture(mixture, "train", 5, 123), drawn[123]);
  });
});

describe("a model's own answers", () => {
  const problem = problemOf("thinker", "train", 7, 5);
  const random = () => new TaskRandom({ seed: 1, stream: "own", index: 0 });
  const wrong = String(Number(problem.answerText) + 1);
  const trained = (messages: readonly { role: string; train: boolean }[]) =>
    messages.filter((message) => message.role === "assistant").map((message) => message.train);

  test("the problem of a sample can be had without its dialogue", () => {
    const { messages, gold } = sample("thinker", "train", 7, 5);
    assert.ok(messages[0]?.content.endsWith(problem.text));
    assert.equal(gold, problem.answerText);
  });

  test("a right one is confirmed, a wrong or missing one is followed by the right solution", () => {
    const right = thinkerDialogueOn(problem, `I think it is \\boxed{\\$${problem.answerText}}.`, random());
    assert.deepEqual(trained(right), [true, true]);
    assert.match(right.at(-1)?.content ?? "", /\\boxed\{Yes\}$/);
    const off = thinkerDialogueOn(problem, `\\boxed{${wrong}}`, random());
    assert.deepEqual(trained(off), [false, true, true, true]);
    assert.ok(off[3]?.content.endsWith(`The answer was ${wrong}. \\boxed{No}`));
    const none = thinkerDialogueOn(problem, "I do not know", random());
    assert.equal(none[2]?.content, thinker.defaults.prompts.slowWithoutAnswer);
  });

  test("attempts go on until the right one", () => {
    const tries = [`\\boxed{${wrong}}`, `\\boxed{${problem.answerText}}`, "never reached"];
    assert.deepEqual(trained(multiAttemptDialogueOn(problem, tries, random())), [false, true]);
    assert.deepEqual(trained(multiAttemptDialogueOn(problem, tries.slice(0, 1), random())), [false, true]);
  });
});
