import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { writeHeldOut } from "../../../language-server/lab/tasks/heldOut.ts";
import { answers, type EndedRun, ScriptedRuns } from "./support/scriptedRuns.ts";

const path = (run: EndedRun, id: string, sample = 0) => {
  const found = run.paths.get(`${id}#${sample}`);
  assert.ok(found, `${id}#${sample} is in the run`);
  return found;
};

describe("questions that bring their own database", { timeout: 120_000 }, () => {
  const rows = writeHeldOut("sql", 6, 3)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; question: string; answer: string; schema: string });
  // Right for the first four, as text, in a fence, behind a thought; wrong and nothing for the others.
  const said = rows.map(({ question, answer }, index): [string, string] => [
    question,
    [
      answer,
      `Here it is:\n\`\`\`sql\n${answer}\n\`\`\``,
      `<think>SELECT 1;</think>\n${answer}`,
      `The query is:\n${answer}\nThat is all.`,
      "SELECT 'nobody';",
      "I do not know.",
    ][index] ?? "",
  ]);
  const runs = new ScriptedRuns(answers(said));
  after(() => runs.dispose());

  it("are answered on that database, and shown their schema as it was written", async () => {
    const source = runs.questions("own.jsonl", rows);
    const run = await runs.run({ source, protocol: "direct" });
    assert.equal(run.summary.status, "done");
    assert.deepEqual(
      rows.map(({ id }) => path(run, id).verdict?.correct),
      [true, true, true, true, false, false],
    );
    assert.equal(path(run, rows[5]?.id ?? "").verdict?.extracted, null);
    assert.match(path(run, rows[4]?.id ?? "").verdict?.reason ?? "", /gold query/);
    const [stage] = path(run, rows[0]?.id ?? "").stages;
    assert.ok(stage?.prompt.startsWith(rows[0]?.schema ?? "?"));
    assert.equal(stage?.execution?.error, null);
    assert.equal(stage?.verdict?.predNormal, stage?.verdict?.goldNormal);
    assert.equal(
      run.summary.sql?.errorClasses.find(({ errorClass }) => errorClass === "noQuery")?.answers,
      1,
    );
  });
});
