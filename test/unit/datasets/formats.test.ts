import assert from "node:assert/strict";
import { test } from "node:test";
import { QuestionReader } from "../../../language-server/core/datasets/questionReader.ts";
import { rangeAt } from "../../../language-server/core/datasets/rangeAt.ts";
import { fixture, hash, parse, parseFixture, textAt } from "./help.ts";

const record = '{"question":"One?","answer":1}';

test("the format is told by the content, whatever the name says", () => {
  const format = (text: string, path = "notes.txt") => parse(text, path).format;
  assert.equal(format(`${record}\n${record}`, "test.json"), "jsonl/generic");
  assert.equal(format(`[${record}]`, "x.jsonl"), "json/generic");
  assert.equal(format('{\n  "question": "One?",\n  "answer": 1\n}\n'), "json/generic");
  assert.equal(format(`{"version": 1, "questions": [${record}]}`), "json/generic");
  assert.equal(format(`{"data": [\n${record},\n${record}\n]}`), "json/generic");
  assert.equal(format(`{"question": oops}\n${record}`), "jsonl/generic");
  assert.equal(format("Question,Answer\nOne?,1\n", "x.json"), "csv/generic");
  assert.equal(format("question\tanswer\nOne?\t1\n"), "tsv/generic");
  assert.equal(format("question;answer\nOne?;1,5\n"), "csv/generic");
  assert.equal(format("# Homework\n\n1. One?\n\nAnswer: 1\n"), "markdown/problems");
  assert.equal(format("\\begin{problem}One? \\answer{1}\\end{problem}"), "latex/problems");
  assert.equal(format("just some words\n"), "unknown");
  assert.equal(format("GGUF\u0003\0\0\0\u0001\0\0\0\0\0\0\0", "x.jsonl"), "unknown");
});

test("lists inside objects: the list of questions is found, other lists are not taken for it", () => {
  const nested = {
    meta: { authors: [{ name: "x" }], tags: ["a"] },
    data: { train: [{ question: "A?", answer: 1 }], test: [{ question: "B?", answer: "2" }] },
  };
  for (const text of [JSON.stringify(nested), JSON.stringify(nested, null, 2)]) {
    const { questions, diagnostics } = parse(text, "x.json");
    assert.deepEqual(
      questions.map((question) => [question.text, question.gold]),
      [
        ["A?", "1"],
        ["B?", "2"],
      ],
    );
    assert.deepEqual(diagnostics, []);
    for (const question of questions)
      assert.equal(
        (JSON.parse(textAt(text, question.range!)) as { question: string }).question,
        question.text,
      );
  }
});

test("byte order mark, CRLF and lone CR are accepted and counted as editors count", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const { questions, diagnostics } = parse(`\uFEFF${record}${end}${record}${end}`);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      questions.map(({ range }) => [range!.start.line, range!.start.character, range!.end.character]),
      [
        [0, 0, 30],
        [1, 0, 30],
      ],
    );
    const markdown = parse(["## Problem 1", "", "One?", "", "Answer: 1", ""].join(end), "x.md").questions[0]!;
    assert.deepEqual([markdown.text, markdown.gold, markdown.range!.end.line], ["One?", "1", 4]);
  }
});

test("CSV: quoted commas, quotes and line ends, stray quotes; TSV with a column per option", () => {
  const { format, questions, diagnostics } = parseFixture("exam.csv");
  assert.equal(format, "csv/generic");
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    questions.map(({ text, gold, range }) => [text, gold, range!.start.line, range!.end.line]),
    [
      ['A "big" number, is it?', "1,000", 1, 1],
      ["Two lines:\nwhat is 3+4?", "7", 2, 3],
      ['What is 5" in half-inches?', "10", 4, 4],
    ],
  );
  const choices = parseFixture("choices.tsv");
  assert.equal(choices.format, "tsv/choice");
  assert.deepEqual(
    choices.questions.map(({ id, gold, options }) => [id, gold, options]),
    [
      ["x1", "B", ["5", "6", "7"]],
      ["x2", "A", ["8", "7", "6"]],
    ],
  );
  const gaps = parse("question\tlevel\tanswer\nOne?\t\t1\n", "x").questions[0]!;
  assert.deepEqual([gaps.text, gaps.gold], ["One?", "1"]);
});

test("Markdown: headings with answer lines, answer headings and fenced answers", () => {
  const { format, questions, diagnostics } = parseFixture("headings.md");
  assert.equal(format, "markdown/problems");
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    questions.map(({ id, gold, answerKind }) => [id, gold, answerKind]),
    [
      ["q0001", "13", "value"],
      ["q0002", "1", "value"],
      ["triangle", "Answer: 5", "value"],
      ["q0004", "B", "choice"],
    ],
  );
  assert.equal(
    questions[0]!.text,
    "Ducks lay **16** eggs. How many are left after 3 are eaten?\n\n1. Count them.\n2. Subtract.",
  );
  assert.deepEqual(questions[0]!.tags, { title: "Eggs" });
  assert.equal(questions[1]!.solution, "Twice a half is one.");
  assert.doesNotMatch(questions[1]!.text, /Twice/);
  assert.deepEqual(questions[3]!.options, ["4", "7", "9"]);
  const source = fixture("headings.md");
  assert.match(textAt(source, questions[0]!.range!), /^## Problem 1[\s\S]*\*\*Answer:\*\* \$13\$$/);
  assert.match(textAt(source, questions[1]!.range!), /^## Problem 2[\s\S]*\n1$/);
});

test("Markdown: numbered problems, lists inside them, a boxed solution", () => {
  const { questions, diagnostics } = parseFixture("numbered.md");
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    questions.map(({ gold }) => gold),
    ["2", "2", "\\frac{5}{6}"],
  );
  assert.match(questions[1]!.text, /^A list inside a problem:\n\n {3}1\. first/);
  assert.equal(questions[2]!.text, "What is $\\frac{1}{2}+\\frac{1}{3}$?");
});

test("Markdown: every way to write a label and an answer", () => {
  const gold = (text: string) =>
    parse(text, "x.md").questions.map((question) => [question.text, question.gold]);
  const wanted = [["One?", "42"]];
  for (const label of [
    "**Problem 1.** One?",
    "**1.** One?",
    "1) One?",
    "(1) One?",
    "Problem 1: One?",
    "### 1. One?",
    "## Problem 1\nOne?",
    "## One?",
  ]) {
    assert.deepEqual(gold(`${label}\n\nAnswer: 42\n`), wanted, label);
  }
  for (const answer of [
    "**Answer:** 42",
    "**Answer**: 42",
    "**Answer: 42**",
    "*answer:* $42$",
    "ANSWER: **42**",
    "- Answer: 42",
    "> Final answer: 42",
    "Answer:\n\n$$42$$",
    "Answer = 42",
    "```answer\n42\n```",
    "~~~ answer\n42\n~~~",
    "#### Answer\n42",
  ]) {
    assert.deepEqual(gold(`## Problem 1\n\nOne?\n\n${answer}\n\nMore words.\n`), wanted, answer);
  }
  assert.deepEqual(gold("## Problem 1\n\nAnswer the question: One?\n\nNote: x > 0.\n\nAnswer: 42"), [
    ["Answer the question: One?\n\nNote: x > 0.", "42"],
  ]);
});

test("Markdown table with question and answer columns", () => {
  const { format, questions, diagnostics } = parseFixture("table.md");
  assert.equal(format, "markdown/table");
  assert.deepEqual(
    questions.map(({ id, text, gold, range }) => [id, text, gold, range!.start.line]),
    [
      ["a1", "What is 2+2?", "4", 4],
      ["a2", "What is |-3|?", "3", 5],
    ],
  );
  assert.deepEqual(
    diagnostics.map(({ code, range }) => [code, range.start.line]),
    [["empty-answer", 6]],
  );
});

test("LaTeX: four environments, answers in three ways, comments and solutions kept out", () => {
  const { format, questions, diagnostics } = parseFixture("problems.tex");
  assert.equal(format, "latex/problems");
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    questions.map(({ id, text, gold }) => [id, text, gold]),
    [
      ["prob:halves", "What is 50\\% of $8$?", "4"],
      ["q0002", "Solve $x + 1 = 3$.", "\\frac{4}{2}"],
      ["q0003", "How many sides has a\ntriangle?", "3"],
      ["q0004", "What is $7^2$?", "49"],
    ],
  );
  assert.deepEqual(questions[0]!.tags, { title: "Halves" });
  assert.match(questions[3]!.solution!, /By counting/);
  const source = fixture("problems.tex");
  assert.match(textAt(source, questions[0]!.range!), /^\\begin\{problem\}\[Halves\][\s\S]*\\end\{problem\}$/);
  assert.match(textAt(source, questions[1]!.range!), /^\\begin\{exercise\}[\s\S]*\\end\{exercise\}$/);
});

test("pieces of any size give what the whole gives", () => {
  for (const name of [
    "gsm8k-100.jsonl",
    "svamp-40.json",
    "exam.csv",
    "choices.tsv",
    "headings.md",
    "problems.tex",
    "broken.jsonl",
    "broken.json",
    "broken.csv",
  ]) {
    // White space after the first record makes the head that is collected for detection full, so that the pieces
    // reach the scanners.
    const source = fixture(name);
    const gap = name.endsWith(".json") ? source.indexOf("},") + 2 : source.indexOf("\n") + 1;
    const text = `${source.slice(0, gap)}${"\n".repeat(65_600)}${source.slice(gap)}`;
    const whole = parse(text, name);
    for (const size of [1, 7, 1000]) {
      const reader = new QuestionReader({ path: name, hash });
      const questions = [];
      for (let from = 0; from < text.length; from += size)
        questions.push(...reader.push(text.slice(from, from + size)));
      questions.push(...reader.end());
      assert.deepEqual(
        { format: reader.format, questions, diagnostics: reader.diagnostics },
        whole,
        `${name} in pieces of ${size}`,
      );
    }
  }
});

test("the question at the cursor", () => {
  const { questions } = parse(
    `[ ${record}, {"question":"Two?","answer":2},\n\n  {\n "question":"Three?",\n "answer":3}\n]`,
  );
  const at = (line: number, character: number) => rangeAt(questions, { line, character })?.text;
  assert.equal(at(0, 5), "One?");
  assert.equal(at(0, 40), "Two?");
  assert.equal(at(0, 0), "One?");
  assert.equal(at(0, 99), "Two?");
  assert.equal(at(1, 0), undefined);
  assert.equal(at(2, 0), "Three?");
  assert.equal(at(4, 3), "Three?");
  assert.equal(at(5, 0), undefined);
});
