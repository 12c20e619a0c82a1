import assert from "node:assert/strict";
import { test } from "node:test";
import { fixture, hash, parse, parseFixture, textAt } from "./help.ts";

test("GSM8K as published: answer after the hashes, worked solution kept apart", () => {
  const { format, questions, diagnostics } = parseFixture("gsm8k-100.jsonl");
  assert.equal(format, "jsonl/gsm8k");
  assert.equal(questions.length, 100);
  assert.deepEqual(diagnostics, []);
  assert.equal(questions[0]!.id, "q0001");
  assert.equal(questions[0]!.gold, "18");
  assert.match(questions[0]!.text, /^Janet’s ducks/);
  assert.match(questions[0]!.solution!, /<<16-3-4=9>>/);
  assert.ok(questions.every(({ gold }) => /^-?\d+(\.\d+)?$/.test(gold)));
});

test("GSM8K in the reduced form and with thousands commas", () => {
  const { questions, format } = parse(
    '{"question":"A?","answer":"#### 1,234,500"}\n{"question":"B?","answer":"$2,125","solution":"so\\n#### 2125"}\n',
  );
  assert.equal(format, "jsonl/gsm8k");
  assert.deepEqual(
    questions.map(({ gold }) => gold),
    ["1234500", "$2,125"],
  );
  assert.equal(questions[1]!.solution, "so\n#### 2125");
});

test("MATH-500 as published: LaTeX golds untouched, publisher's ids, subject and level as tags", () => {
  const { format, questions, diagnostics } = parseFixture("math500-40.jsonl");
  assert.equal(format, "jsonl/math");
  assert.equal(questions.length, 40);
  assert.deepEqual(diagnostics, []);
  assert.equal(questions[0]!.gold, "\\left( 3, \\frac{\\pi}{2} \\right)");
  assert.equal(questions[1]!.id, "test/intermediate_algebra/1994.json");
  assert.deepEqual(questions[1]!.tags, { subject: "Intermediate Algebra", level: "5" });
});

test("MATH without an answer field: the last box of the solution", () => {
  const published = fixture("math500-40.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const without = published.map(({ answer: _, ...rest }) => JSON.stringify(rest)).join("\n");
  const { questions, format } = parse(without);
  assert.equal(format, "jsonl/math");
  assert.deepEqual(
    questions.map(({ gold }) => gold),
    published.map(({ answer }) => answer),
  );
});

test("boxes of a solution: the last one, neighbours joined, never an unfinished one", () => {
  const gold = (solution: string) => parse(JSON.stringify({ problem: "?", solution })).questions[0]?.gold;
  assert.equal(gold("first \\boxed{1}, then \\boxed{\\frac{1}{2}}."), "\\frac{1}{2}");
  assert.equal(gold("$\\boxed{2}$ and $\\boxed{3}$"), "2, 3");
  assert.equal(gold("\\boxed{\\boxed{5}} \\boxed{}"), "5");
  assert.equal(gold("\\boxed 7."), "7");
  assert.equal(gold("\\boxed{\\{1,2\\}}"), "\\{1,2\\}");
  assert.equal(gold("\\boxed{1} but \\boxed{2"), undefined);
});

test("AIME keeps leading zeros; AMC floats become whole numbers", () => {
  const aime = parseFixture("aime24.jsonl");
  assert.equal(aime.format, "jsonl/aime");
  assert.equal(aime.questions.length, 30);
  assert.ok(aime.questions.some(({ gold }) => gold === "025"));
  const kaggle = parse('[{"ID":"2024-I-1","Problem":"How long?","Answer":204,"Year":2024}]');
  assert.equal(kaggle.format, "json/aime");
  assert.deepEqual(
    [kaggle.questions[0]!.id, kaggle.questions[0]!.gold, kaggle.questions[0]!.tags],
    ["2024-I-1", "204", { year: "2024" }],
  );
  const amc = parseFixture("amc23.jsonl");
  assert.equal(amc.format, "jsonl/amc");
  assert.equal(amc.questions.length, 40);
  assert.equal(amc.questions[0]!.gold, "27");
  assert.equal(amc.questions[0]!.id, "0");
  assert.ok(amc.questions.every(({ gold }) => !gold.includes(".")));
});

test("SVAMP array: body and question joined, unfinished clauses with a comma", () => {
  const { format, questions, diagnostics } = parseFixture("svamp-40.json");
  assert.equal(format, "json/svamp");
  assert.equal(questions.length, 40);
  assert.deepEqual(diagnostics, []);
  assert.match(questions[0]!.text, /discount of 25 dollars on each pack, how much do you have to pay/);
  assert.match(questions[2]!.text, /9 salty cookies\. How many salty cookies did Paco have left\?$/);
  assert.deepEqual([questions[0]!.id, questions[0]!.gold], ["chal-1", "51"]);
});

test("AQuA: options without letters, shown in the question, gold is the letter", () => {
  const { format, questions, diagnostics } = parseFixture("aqua-40.jsonl");
  assert.equal(format, "jsonl/aqua");
  assert.equal(questions.length, 40);
  assert.deepEqual(diagnostics, []);
  assert.equal(questions[0]!.answerKind, "choice");
  assert.equal(questions[0]!.gold, "A");
  assert.equal(questions[0]!.options![0], "5(√3 + 1)");
  assert.match(questions[0]!.text, /\n\n\(A\) 5\(√3 \+ 1\)\n\(B\) 6/);
  assert.match(questions[0]!.solution!, /^Explanation/);
});

test("golds of choice questions: letters in any dress, option texts, MMLU indices, ARC tables", () => {
  const gold = (record: unknown) =>
    parse(JSON.stringify(record)).questions.map((question) => question.gold)[0];
  const options = ["4", "2", "6"];
  assert.equal(gold({ question: "?", options, answer: "(c)" }), "C");
  assert.equal(gold({ question: "?", options, answer: "\\text{(B)}" }), "B");
  assert.equal(gold({ question: "?", options, answer: "6" }), "C");
  assert.equal(gold({ question: "?", options, answer: 2 }), "B");
  assert.equal(gold({ question: "?", choices: options, answer: 2 }), "C");
  assert.equal(
    gold({ question: "?", choices: { text: options, label: ["A", "B", "C"] }, answerKey: "B" }),
    "B",
  );
  assert.equal(gold({ question: "?", options: { A: "x", B: "y" }, correct: "B" }), "B");
  assert.equal(gold({ question: "?", options: null, answer: "5" }), "5");
});

test("OlympiadBench: list of answers, tolerance, context", () => {
  const { format, questions } = parseFixture("olympiad.jsonl");
  assert.equal(format, "jsonl/olympiadbench");
  assert.deepEqual(
    questions.map(({ id, gold, alternatives, tolerance }) => [id, gold, alternatives, tolerance]),
    [
      ["1606", "$0,2$", undefined, undefined],
      ["1607", "1.41", undefined, 0.01],
      ["1608", "5", ["7"], undefined],
    ],
  );
  assert.equal(questions[1]!.text, "Use a calculator.\n\nWhat is $\\sqrt{2}$ to two places?");
});

test("any pair of question and answer fields", () => {
  for (const [q, a] of [
    ["question", "gold"],
    ["problem", "target"],
    ["prompt", "label"],
    ["input", "expected"],
    ["Problem", "Final_Answer"],
  ]) {
    const { questions, format } = parse(JSON.stringify({ [q!]: "What?", [a!]: " 7 " }));
    assert.equal(format, "jsonl/generic", `${q} and ${a}`);
    assert.deepEqual([questions[0]!.text, questions[0]!.gold], ["What?", "7"]);
  }
});

test("numbers become text without loss", () => {
  const golds = [
    "27.0",
    "1e400",
    "12345678901234567890",
    "0.1000000000000000055511151231257827",
    "-0.0",
    "2.50",
    "-3",
  ];
  const { questions } = parse(
    golds.map((gold) => `{"question": "?", "answer": ${gold}, "id": ${gold}}`).join("\n"),
  );
  const expected = [
    "27",
    "1e400",
    "12345678901234567890",
    "0.1000000000000000055511151231257827",
    "0",
    "2.50",
    "-3",
  ];
  assert.deepEqual(
    questions.map(({ gold }) => gold),
    expected,
  );
  assert.deepEqual(
    questions.map(({ id }) => id),
    expected,
  );
});

test("the field mapping wins over detection and goes into nested objects", () => {
  const text = JSON.stringify({
    question: "no",
    answer: "no",
    data: { ask: "Yes?", key: [{ v: 5 }] },
    "dotted.name": "n1",
    why: "because",
  });
  const { questions, format } = parse(text, "x.jsonl", {
    question: "data.ask",
    answer: "data.key.0.v",
    id: "dotted.name",
    solution: "why",
  });
  assert.equal(format, "jsonl/mapped");
  assert.deepEqual(
    [questions[0]!.text, questions[0]!.gold, questions[0]!.id, questions[0]!.solution],
    ["Yes?", "5", "n1", "because"],
  );
  const partly = parse("frage;antwort\nWas?;5\n", "x", { question: "Frage", answer: "antwort" });
  assert.deepEqual([partly.format, partly.questions[0]!.gold], ["csv/mapped", "5"]);
  const missing = parse('{"question":"?","answer":"1"}', "x", { question: "text", answer: "" });
  assert.equal(missing.diagnostics[0]!.code, "missing-question");
  assert.match(missing.diagnostics[0]!.message, /"text"/);
});

test("the range of a question is exactly its record", () => {
  const source = fixture("svamp-40.json");
  for (const question of parse(source).questions) {
    assert.equal((JSON.parse(textAt(source, question.range!)) as { ID: string }).ID, question.id);
  }
  const lines = '  {"question":"😀?","answer":1}  \r\n\r\n{"question":"b","answer":2}';
  assert.deepEqual(
    parse(lines).questions.map(({ range }) => range),
    [
      { start: { line: 0, character: 2 }, end: { line: 0, character: 31 } },
      { start: { line: 2, character: 0 }, end: { line: 2, character: 27 } },
    ],
  );
});

test("the content hash changes with text, gold and options and with nothing else", () => {
  const one = (record: unknown) => parse(JSON.stringify(record)).questions[0]!.contentHash;
  const base = one({ question: "a", answer: "b" });
  assert.equal(base, hash(JSON.stringify(["a", "b", null])));
  assert.equal(one({ id: "7", question: "a", answer: "b", level: 3 }), base);
  assert.notEqual(one({ question: "a", answer: "c" }), base);
  assert.notEqual(one({ question: "ab", answer: "b" }), base);
});

test("ids from the position stay when a broken record is repaired", () => {
  const ids = (text: string) => parse(text).questions.map(({ id }) => id);
  assert.deepEqual(ids('{"question":"a","answer":1}\n{"question"\n{"question":"c","answer":3}'), [
    "q0001",
    "q0003",
  ]);
});
