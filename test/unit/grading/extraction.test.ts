import assert from "node:assert/strict";
import { test } from "node:test";
import {
  extractAnswer,
  extractJudgement,
  gradeResponse,
  groupAnswers,
  looksLikeResponse,
  readPrediction,
} from "../../../language-server/core/grading/grade.ts";

const right = (response: string, gold: string, options = {}): boolean => {
  const verdict = gradeResponse(response, { gold, answerKind: "value" }, options);
  return verdict !== "open" && verdict.correct;
};

test("methods are told apart", () => {
  const methods: [string, string, string][] = [
    ["So \\boxed{5}.", "box", "5"],
    ["<answer>5</answer>", "answer_tag", "5"],
    ["#### 5", "hash", "5"],
    ['{"answer": "5"}', "json", "5"],
    ["The answer is 5.", "phrase", "5"],
    ["Therefore $x=5$.", "math_tail", "x=5"],
    ["That makes **5**", "bold_tail", "5"],
    ["(D)", "choice", "(D)"],
    ["It takes 5 days", "last_number", "5"],
  ];
  for (const [response, method, text] of methods) {
    const found = extractAnswer(response);
    assert.deepEqual([found.method, found.text], [method, text], response);
  }
  assert.deepEqual(extractAnswer("I could not solve it.").flags, ["no_answer"]);
  assert.deepEqual(extractAnswer("It takes 5 days").flags, ["fallback"]);
});

test("the strict profile takes only the forms that were asked for", () => {
  assert.equal(extractAnswer("The answer is 5.", { profile: "strict" }).text, null);
  assert.equal(extractAnswer("So \\boxed{5}.", { profile: "strict" }).text, "5");
  assert.equal(extractAnswer("#### 5", { profile: "strict" }).text, "5");
});

test("thoughts: tags of other models, cut thoughts, thoughts opened by the template", () => {
  assert.equal(extractAnswer("[THINK]\\boxed{3}[/THINK] \\boxed{4}").text, "4");
  const tags = { thoughtTags: [{ open: "<plan>", close: "</plan>" }] };
  assert.equal(extractAnswer("<plan>\\boxed{3}</plan> The answer is 4.", tags).text, "4");
  assert.deepEqual(extractAnswer("<think>\\boxed{3} but maybe 4").flags, ["cut_thought"]);
  const open = extractAnswer("still thinking, perhaps 4", { startsInThought: true });
  assert.deepEqual([open.text, open.flags.includes("cut_thought")], [null, true]);
  assert.equal(extractAnswer("so \\boxed{3}", { startsInThought: true }).text, "3");
});

test("role markers are a setting", () => {
  const response = "\\boxed{1}\nNEXT> what else?\n\\boxed{2}";
  assert.equal(extractAnswer(response).text, "2");
  assert.equal(extractAnswer(response, { roleMarkers: ["NEXT>"] }).text, "1");
});

test("ways in which models end a solution", () => {
  assert.ok(right("So the answer is $18.", "18"));
  assert.ok(right("**Final Answer**\n\n\\boxed{18}", "18"));
  assert.ok(right("### Final Answer\n\n18", "18"));
  assert.ok(right("The answers are $x=3$ and $x=5$.", "3,5"));
  assert.ok(right("Thus the answer is \\boxed{\\textbf{(C)}\\ 380}", "C"));
  assert.ok(right("Answer: 12\n\nExplanation: 3*4=12, since 3 groups of 4", "12"));
  assert.ok(!right("The answer is not 42.", "42"));
  assert.ok(!right("The answer is 42 or 43.", "42"));
});

test("the last number is a guess for numeric golds only", () => {
  assert.ok(right("Altogether there were 7 of them in 3 boxes, so 21", "21"));
  const verdict = gradeResponse("we looked at 7 of them", { gold: "\\text{Evelyn}", answerKind: "value" });
  assert.ok(verdict !== "open" && verdict.extracted === null);
});

test("a prediction may be a bare answer or a whole response", () => {
  assert.ok(!looksLikeResponse("\\frac{1}{2}"));
  assert.ok(!looksLikeResponse("15\\text{ square centimeters}"));
  assert.ok(looksLikeResponse("So it is \\boxed{5}"));
  assert.equal(readPrediction("3, 5", "3,5").text, "3, 5");
  assert.equal(readPrediction("First 8.\n#### 7", "7").text, "7");
  assert.equal(readPrediction("pages 10-3", "3").text, "3");
  assert.equal(readPrediction("not 42", "42").text, "not 42");
});

test("judgements: boxed word, last line, a value solved again, and how often the word changed", async () => {
  const equal = (a: string, b: string): boolean => a === b;
  const judge = (text: string, answer: string | null = "5") => extractJudgement(text, answer, { equal });
  assert.deepEqual(await judge("All steps hold. \\boxed{Yes}"), { judgement: "yes", changes: 0 });
  assert.deepEqual(await judge("\\boxed{Yes} wait \\boxed{No} hmm \\boxed{\\text{yes}}"), {
    judgement: "yes",
    changes: 2,
  });
  assert.deepEqual(await judge("It fails.\nNo."), { judgement: "no", changes: 0 });
  assert.deepEqual(await judge("I get \\boxed{5}"), { judgement: "yes", changes: 0 });
  assert.deepEqual(await judge("I get \\boxed{6}"), { judgement: "no", changes: 0 });
  assert.deepEqual(await judge("I get \\boxed{6}", null), { judgement: "unclear", changes: 0 });
  assert.deepEqual(await judge("Hard to say."), { judgement: "unclear", changes: 0 });
  assert.deepEqual(await judge("<think>\\boxed{No}</think>\\boxed{Yes}"), { judgement: "yes", changes: 1 });
  assert.deepEqual(await judge("<think>let me see \\boxed{Yes} but"), { judgement: "yes", changes: 0 });
});

test("votes are grouped with the first of their kind, in order, without the missing ones", async () => {
  const equal = (a: string, b: string): boolean => Number(a) === Number(b);
  const groups = await groupAnswers(["1", null, "2", "1.0", "2", "3"], equal);
  assert.deepEqual(groups, [
    { representative: "1", members: [0, 3] },
    { representative: "2", members: [2, 4] },
    { representative: "3", members: [5] },
  ]);
});
