import assert from "node:assert/strict";
import { test } from "node:test";
import { extractAnswer, gradeAnswer, readPrediction } from "../../../language-server/core/grading/grade.ts";

const times = (text: string, n: number): string => text.repeat(n);

/** Short enough to be parsed, built to explode. */
const explosive = [
  `${times("(", 200)}x${times(")", 200)}`,
  `${times("{", 300)}1${times("}", 300)}`,
  `${times("\\frac{1}{", 150)}2${times("}", 150)}`,
  `${times("\\sqrt{", 200)}2${times("}", 200)}`,
  `2${times("^{2", 100)}${times("}", 100)}`,
  "100000!",
  "10^{10^{10}}",
  "9^{9^{9}}",
  "((((10!)!)!)!)!",
  "\\binom{10^{9}}{5\\cdot 10^{8}}",
  `2^{${times("9", 1500)}}`,
  "1e999999",
  `0.${times("0", 1900)}1`,
  times("1,", 900),
  `${times("x+", 900)}x`,
  times("(x+1)", 300),
  "(a+b+c+d+e+f+g)^{20}(a+b)^{24}",
  times("\\pm 1", 300),
  times("|", 1500),
  `${times("-", 1500)}1`,
  `5${times("!", 1000)}`,
  times("€", 1500),
  `${times("(1,2)\\cup", 200)}(3,4)`,
  times("\\begin{pmatrix}", 120),
  times("\\text{a}", 280),
  `${times("x=", 600)}1`,
  times("\\left(", 300),
];
const golds = ["42", "x", "(1,2)", "\\{1,2\\}", "[0,1]", "A", "\\text{no}", "1,2,3"];

test("explosive formulas get a verdict or are left to the worker, and are never right by accident", () => {
  for (const pred of explosive) {
    for (const gold of golds) {
      const decision = gradeAnswer(pred, gold);
      assert.ok(decision === "open" || !decision.correct, `${pred.slice(0, 30)} against ${gold}`);
      gradeAnswer(gold, pred);
    }
    const itself = gradeAnswer(pred, pred);
    assert.ok(itself !== "open" && itself.correct, `${pred.slice(0, 30)} against itself`);
  }
});

test("numbers too large to write out are compared by structure and factors", () => {
  const verdict = (pred: string, gold: string): boolean => {
    const d = gradeAnswer(pred, gold);
    return d !== "open" && d.correct;
  };
  assert.ok(verdict("4^{500000}", "2^{1000000}"));
  assert.ok(verdict("100000 \\cdot 99999!", "100000!"));
  assert.ok(verdict("6^{10^{9}}", "2^{10^{9}}\\cdot 3^{10^{9}}"));
  assert.ok(!verdict("99999!", "100000!"));
  assert.ok(!verdict("9^{9^{8}}", "9^{9^{9}}"));
  assert.ok(!verdict("10^{10^{10}}+1", "10^{10^{10}}"));
});

test("very long texts are compared as text only", () => {
  const long = `${times("1+", 2000)}1`;
  const decision = gradeAnswer(long, "2001");
  assert.ok(decision !== "open" && !decision.correct && decision.flags.includes("unparsed"));
  const same = gradeAnswer(long, `${long} `);
  assert.ok(same !== "open" && same.correct);
});

test("extraction reads two hundred thousand hostile characters without stalling", () => {
  const hostile = [
    "\\boxed{",
    "\\boxed{1} ",
    "<think>",
    "</think>",
    "<answer>",
    "<answer></answer>",
    "#### 5\n",
    "answer is ",
    "the answer is not ",
    '"answer": "',
    '"answer":"\\',
    "$",
    "**",
    "1,111",
    "9",
    "\n",
    "\nQuestion: \\boxed{",
    " ",
    "\\text{and}",
    "final answer\n",
    "{",
    "\\",
    "\\[",
    "correct ",
  ].map((unit) => times(unit, Math.ceil(200_000 / unit.length)));
  const start = performance.now();
  for (const text of hostile) {
    extractAnswer(text);
    readPrediction(text, "5");
    gradeAnswer(text, "5");
  }
  // Quadratic scanning would take minutes; the bound only tells the two apart.
  assert.ok(performance.now() - start < 30_000);
});

test("random scraps of LaTeX never throw and always equal themselves", () => {
  const scraps =
    "\\frac|{|}|(|)|[|]|1|23|x|y|^|_|,|;|\\{|\\}|+|-|*|/|=|<|\\le|\\cup|\\infty|\\pm|\\text{|cm| |$|\\%|or|and|\\begin{pmatrix}|\\end{pmatrix}|&|\\\\|!|:|.|\\sqrt|\\sin|\\log_2|°|½|√|\\in|\\mathbb{R}|\\approx|'|\\left".split(
      "|",
    );
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let i = 0; i < 4000; i++) {
    const text = Array.from(
      { length: 1 + Math.floor(next() * 14) },
      () => scraps[Math.floor(next() * scraps.length)],
    ).join("");
    const gold = golds[i % golds.length] ?? "42";
    gradeAnswer(text, gold);
    if (text.trim() === "") continue;
    const itself = gradeAnswer(text, text);
    assert.ok(itself !== "open" && itself.correct, JSON.stringify(text));
  }
});
