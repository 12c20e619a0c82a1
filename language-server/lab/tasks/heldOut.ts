import { drawExpression } from "./math/expressions.ts";
import { drawProblem, type Problem } from "./math/problem.ts";
import { renderSolution } from "./math/render.ts";
import { TaskRandom } from "./random.ts";
import { drawSqlCase } from "./sql/queries.ts";
import { insertText } from "./sql/rows.ts";
import { schemaText } from "./sql/schemaText.ts";

/** Question sets that can be written out for an evaluation. */
export type HeldOutSet = "words" | "arithmetic" | "sql";

/**
 * A held-out test as JSON Lines in the form of GSM8K: `question`, and `answer` with the worked solution and the result
 * behind `####`; `level` is the number of steps and `type` the scenario. For SQL `answer` is the query, and `comment`,
 * `schema` (CREATE TABLE statements) and `content` (INSERT statements) come with it. No question comes twice.
 */
export function writeHeldOut(set: HeldOutSet, count: number, seed: number): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (let index = 0; lines.length < count; index++) {
    const random = new TaskRandom({ seed, stream: `held-out/${set}`, index });
    const record = set === "sql" ? sqlRecord(random) : problemRecord(set, random);
    const key = `${record.schema ?? ""}\n${record.question}`;
    if (seen.has(key)) continue;
    seen.add(key);
    lines.push(JSON.stringify({ id: `held-out-${set}-${seed}-${lines.length}`, ...record }));
  }
  return lines.map((line) => `${line}\n`).join("");
}

interface HeldOutRecord {
  readonly question: string;
  readonly answer: string;
  readonly level?: string;
  readonly type: string;
  readonly comment?: string;
  readonly schema?: string;
  readonly content?: string;
}

function problemRecord(set: "words" | "arithmetic", random: TaskRandom): HeldOutRecord {
  const problem: Problem = set === "words" ? drawProblem("test", random) : drawExpression("test", random);
  const worked = renderSolution(problem.working, problem.results, "worked");
  const steps = worked.slice(0, worked.lastIndexOf("\n"));
  return {
    question: problem.text,
    answer: `${steps}\n#### ${problem.answerText}`,
    level: String(problem.plan.steps.length),
    type: problem.template,
  };
}

function sqlRecord(random: TaskRandom): HeldOutRecord {
  const { schema, rows, query } = drawSqlCase("test", random);
  return {
    question: query.question,
    answer: query.sql,
    type: query.kind,
    comment: query.comment,
    schema: schemaText(schema),
    content: insertText(schema, rows),
  };
}
