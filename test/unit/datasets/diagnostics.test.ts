import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, parseFixture, places } from "./help.ts";

test("JSONL: each mistake at its line and column, the other lines are read", () => {
  const parsed = parseFixture("broken.jsonl");
  assert.deepEqual(places(parsed), [
    "1:31 json-syntax",
    "3:0 missing-question",
    "4:0 missing-answer",
    "5:43 empty-answer",
    "6:0 duplicate-id",
    "7:0 json-not-object",
    "8:71 bad-option",
    "9:43 json-syntax",
    "10:42 empty-answer",
    "11:45 json-syntax",
  ]);
  assert.deepEqual(
    parsed.questions.map(({ id, gold }) => [id, gold]),
    [
      ["a", "1"],
      ["a-2", "6"],
      ["k", "12"],
    ],
  );
  assert.equal(parsed.diagnostics.find(({ code }) => code === "duplicate-id")?.severity, "warning");
});

test("JSON list: broken elements cost themselves only", () => {
  const parsed = parseFixture("broken.json");
  assert.deepEqual(places(parsed), [
    "7:18 json-syntax",
    "10:18 json-syntax",
    "13:4 json-unclosed",
    "22:4 json-syntax",
  ]);
  assert.deepEqual(
    parsed.questions.map(({ text, gold }) => [text, gold]),
    [
      ["One?", "1"],
      ["Five?", "5"],
      ["Six?", "12345678901234567890"],
    ],
  );
});

test("JSON list that ends too early", () => {
  const cut = parse('[\n {"question":"One?","answer":1},\n {"question":"Two?",\n');
  assert.deepEqual(places(cut), ["2:1 json-unclosed", "3:0 json-unclosed"].slice(0, places(cut).length));
  assert.equal(cut.questions.length, 1);
  const open = parse('[\n {"question":"One?","answer":1}\n');
  assert.deepEqual(places(open), ["2:0 json-unclosed"]);
  assert.equal(open.questions.length, 1);
});

test("CSV: an unclosed quote costs its own row; too many columns and empty answers are told", () => {
  const parsed = parseFixture("broken.csv");
  assert.deepEqual(places(parsed), [
    "2:0 csv-quote",
    "4:0 csv-columns",
    "5:0 csv-quote",
    "6:0 empty-answer",
    "8:0 csv-quote",
  ]);
  assert.deepEqual(
    parsed.questions.map(({ text }) => text),
    ["One?", "Three?", "Seven?", "Nine?"],
  );
});

test("LaTeX: unclosed environments and braces, missing answers, an answer in the question", () => {
  const parsed = parseFixture("broken.tex");
  assert.deepEqual(places(parsed), [
    "0:0 unclosed-environment",
    "9:0 missing-answer",
    "13:0 missing-question",
    "17:0 unclosed-brace",
    "22:17 unclosed-environment",
    "25:0 answer-in-question",
    "29:0 empty-answer",
  ]);
  assert.deepEqual(
    parsed.questions.map(({ text, gold }) => [text, gold]),
    [
      ["What is $1+1$?", "2"],
      ["The product of $2$ and $3$ is \\underline{\\qquad}.", "6"],
    ],
  );
  assert.deepEqual(places(parse("\\documentclass{article}\n\\begin{document}\nHello\n\\end{document}")), [
    "0:0 no-problems",
  ]);
});

test("Markdown: missing and empty answers, problems without text, an unclosed fence", () => {
  const parsed = parseFixture("broken.md");
  assert.deepEqual(places(parsed), [
    "0:0 missing-answer",
    "4:0 missing-question",
    "12:0 empty-answer",
    "18:0 unclosed-fence",
  ]);
  assert.deepEqual(
    parsed.questions.map(({ id, gold }) => [id, gold]),
    [
      ["q0004", "4"],
      ["q0005", "5"],
    ],
  );
  assert.deepEqual(places(parse("# Title\n\nSome words.\n", "x.md")), ["0:0 no-problems"]);
});

test("empty files, files of another kind, records of another kind", () => {
  for (const text of ["", "  \r\n\n", "\uFEFF"])
    assert.deepEqual(places(parse(text, "x.jsonl")), ["0:0 empty-file"]);
  assert.deepEqual(places(parse("hello", "x.bin")), ["0:0 unknown-format"]);
  assert.deepEqual(places(parse('{"dependencies": {"a": "1"}, "files": [{"a": 1}]}', "package.json")), [
    "0:0 unknown-fields",
  ]);
  assert.deepEqual(places(parse("name,age\nx,3\ny,4\n", "x.csv")), ["0:0 unknown-fields"]);
  assert.deepEqual(places(parse('[1, "two", {"question":"?","answer":3}]')), [
    "0:1 json-not-object",
    "0:4 json-not-object",
  ]);
});

test("replaced characters and NUL are told at their question", () => {
  const parsed = parse(
    '{"question":"ok?","answer":1}\n{"question":"caf\uFFFD?","answer":2}\n{"question":"a\0b","answer":3}',
  );
  assert.deepEqual(places(parsed), ["1:0 encoding", "2:14 json-syntax"]);
  assert.equal(parsed.questions.length, 2);
  assert.deepEqual(places(parse("question,answer\na\0b?,1\n")), ["1:0 encoding"]);
});

test("backslashes of LaTeX that JSON takes for escapes are explained", () => {
  const [unknown] = parse(
    '{"question":"What is $\\sqrt 2$?","answer":1}\n{"question":"b","answer":1}',
  ).diagnostics;
  assert.match(unknown!.message, /write \\\\ for a backslash/);
  assert.deepEqual([unknown!.range.start.character, unknown!.range.end.character], [22, 24]);
  const swallowed = parse('{"question":"What is $\\frac12 \\times 2$?","answer":1}');
  assert.deepEqual(places(swallowed), ["0:0 lost-backslash"]);
  assert.equal(swallowed.questions.length, 1);
});

test("at most 200 diagnostics are kept, the rest is counted", () => {
  const { diagnostics, questions } = parse(
    `${'{"question":"no answer"}\n'.repeat(1000)}{"question":"a","answer":1}`,
  );
  assert.equal(diagnostics.length, 201);
  assert.equal(diagnostics[200]!.code, "too-many-problems");
  assert.match(diagnostics[200]!.message, /^800 more/);
  assert.equal(diagnostics[200]!.range.start.line, 200);
  assert.equal(questions[0]!.id, "q1001");
});

test("nothing makes the parser throw or hang", () => {
  const nasty = [
    "[".repeat(50_000),
    '{"a":'.repeat(20_000),
    `[${'{"question":"'.repeat(2000)}`,
    "{\\begin{problem}".repeat(3000),
    "#".repeat(50_000),
    "**".repeat(20_000),
    `question,answer\n${'"'.repeat(40_001)}`,
    '{"__proto__":{"question":1},"question":"a","answer":"b"}',
    "1. a\nAnswer: \n".repeat(3000),
    "\\boxed{".repeat(5000),
    `{"question":"?","solution":"${"\\\\boxed{".repeat(5000)}"}`,
    "```answer\n".repeat(2000),
    "|".repeat(20_000),
    "a | b\n--- | ---\n".repeat(2000),
  ];
  for (const text of nasty)
    for (const path of ["x", "x.json", "x.jsonl", "x.md", "x.tex", "x.csv"])
      assert.doesNotThrow(() => parse(text, path), `${text.slice(0, 20)} as ${path}`);
});
