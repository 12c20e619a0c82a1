import assert from "node:assert/strict";
import { test } from "node:test";
import { writeHeldOut } from "../../../language-server/lab/tasks/heldOut.ts";
import { parse } from "./help.ts";

const only = (text: string, path = "x", mapping?: Parameters<typeof parse>[2]) => {
  const parsed = parse(text, path, mapping);
  assert.deepEqual(parsed.diagnostics, []);
  assert.equal(parsed.questions.length, 1);
  return { ...parsed, question: parsed.questions[0]! };
};

test("Spider: the query is the answer, the database is named, the parsed form is passed over", () => {
  const { format, question } = only(
    JSON.stringify([
      {
        db_id: "concert_singer",
        query: "SELECT count(*) FROM singer",
        query_toks: ["SELECT"],
        question: "How many singers do we have?",
        sql: { from: {} },
      },
    ]),
    "dev.json",
  );
  assert.equal(format, "json/spider");
  assert.equal(question.text, "How many singers do we have?");
  assert.equal(question.gold, "SELECT count(*) FROM singer");
  assert.equal(question.answerKind, "sql");
  assert.deepEqual(question.sql, { dialect: "sqlite", database: "concert_singer" });
  assert.deepEqual(question.tags, { db: "concert_singer" });
});

test("BIRD: evidence and difficulty", () => {
  const { format, question } = only(
    JSON.stringify({
      question_id: 1471,
      db_id: "debit",
      question: "What is the ratio?",
      evidence: "ratio = a / b",
      SQL: "WITH x AS (SELECT 1) SELECT * FROM x",
      difficulty: "simple",
    }),
  );
  assert.equal(format, "jsonl/bird");
  assert.equal(question.id, "1471");
  assert.equal(question.sql?.evidence, "ratio = a / b");
  assert.deepEqual(question.tags, { db: "debit", difficulty: "simple" });
});

test("own files: JSONL and CSV with a query under some name, with and without a database", () => {
  const jsonl = only('{"question":"How many?","sql":"select count(*) from t","database":"shop"}').question;
  assert.deepEqual([jsonl.gold, jsonl.sql?.database], ["select count(*) from t", "shop"]);
  const { questions, format } = parse(
    'question,query,db,hardness\nHow many?,"SELECT count(*), 1 FROM t",shop,easy\n',
    "x",
  );
  assert.equal(format, "csv/sql");
  assert.equal(questions[0]?.gold, "SELECT count(*), 1 FROM t");
  assert.deepEqual(questions[0]?.tags, { hardness: "easy", db: "shop" });
  const answer = only('{"question":"How many?","answer":"SELECT count(*) FROM t"}').question;
  assert.deepEqual([answer.answerKind, answer.sql?.database], ["sql", ""]);
  const mapped = only('{"ask":"How many?","data":{"gold":"SELECT 1"}}', "x.jsonl", {
    question: "ask",
    answer: "data.gold",
  }).question;
  assert.deepEqual([mapped.answerKind, mapped.gold], ["sql", "SELECT 1"]);
});

test("a query as something else than the answer does not make a question one of SQL", () => {
  const { question } = only('{"question":"What does it print?","query":"a number","answer":"42"}');
  assert.deepEqual([question.answerKind, question.gold, question.sql], ["value", "42", undefined]);
});

test("a schema and rows beside the question are its own database", () => {
  const [line = ""] = writeHeldOut("sql", 1, 5).split("\n");
  const record = JSON.parse(line) as Record<string, string>;
  const { question } = only(line);
  assert.equal(question.sql?.schema, record.schema);
  assert.equal(question.sql?.script, `${record.schema}\n${record.content}`);
  assert.equal(question.gold, record.answer);
  const other = only(JSON.stringify({ ...record, content: `${record.content} -- more` })).question;
  assert.notEqual(other.contentHash, question.contentHash, "other rows are another question");
});

test("Markdown: a fenced query, an answer line, and a table", () => {
  const { questions, diagnostics } = parse(
    [
      "# Exam",
      "",
      "## Question 1",
      "Database: shop",
      "",
      "How many orders are there?",
      "",
      "```sql",
      "SELECT count(*)",
      "FROM orders;",
      "```",
      "",
      "## Question 2",
      "Which table does this make?",
      "```sql",
      "CREATE TABLE a (b INT);",
      "```",
      "Answer: SELECT name FROM sqlite_schema",
      "",
    ].join("\n"),
    "exam.md",
  );
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    questions.map(({ text, gold, answerKind, sql }) => [text, gold, answerKind, sql?.database]),
    [
      ["How many orders are there?", "SELECT count(*)\nFROM orders;", "sql", "shop"],
      [
        "Which table does this make?\n```sql\nCREATE TABLE a (b INT);\n```",
        "SELECT name FROM sqlite_schema",
        "sql",
        "",
      ],
    ],
  );
  const table = parse(
    "| id | question | sql | database |\n|---|---|---|---|\n| a | How many? | SELECT count(*) FROM t | shop |\n",
    "x.md",
  ).questions[0];
  assert.deepEqual([table?.id, table?.gold, table?.sql?.database], ["a", "SELECT count(*) FROM t", "shop"]);
});
