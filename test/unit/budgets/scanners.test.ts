import assert from "node:assert/strict";
import { test } from "node:test";
import { BoxScanner } from "../../../language-server/core/budgets/boxScanner.ts";
import { StageText } from "../../../language-server/core/budgets/stageText.ts";
import { StopScanner } from "../../../language-server/core/budgets/stopScanner.ts";
import { ThoughtTracker } from "../../../language-server/core/budgets/thoughtTracker.ts";

const stopped = (texts: string[], pieces: string[]): { kept: string; hit: string | null } => {
  const scanner = new StopScanner(texts);
  let kept = "";
  for (const piece of pieces) {
    const scan = scanner.push(piece);
    kept += scan.released;
    if (scan.hit !== null) return { kept, hit: scan.hit };
  }
  return { kept: kept + scanner.flush(), hit: null };
};

test("a stop text is found across token seams and cut off with all that follows", () => {
  assert.deepEqual(stopped(["\nQuestion:"], ["4", ".", "\nQue", "stion", ": next"]), {
    kept: "4.",
    hit: "\nQuestion:",
  });
  assert.deepEqual(stopped(["stop"], ["a", "s", "t", "o", "p", "b"]), { kept: "a", hit: "stop" });
  assert.deepEqual(stopped(["aab"], ["a", "a", "a", "b"]), { kept: "a", hit: "aab" });
});

test("what only looked like a stop text is kept", () => {
  assert.deepEqual(stopped(["\nQuestion:"], ["one", "\nQues", "t"]), { kept: "one\nQuest", hit: null });
  assert.deepEqual(stopped(["END"], ["E", "N", "E", "N", "D"]), { kept: "EN", hit: "END" });
});

test("the stop text that starts first wins; empty ones are ignored", () => {
  assert.deepEqual(stopped(["", "bc", "abcd"], ["xabcd"]), { kept: "x", hit: "abcd" });
  assert.deepEqual(stopped([], ["all", " of it"]), { kept: "all of it", hit: null });
});

test("held-back text never contains more than the start of a stop text", () => {
  const scanner = new StopScanner(["###"]);
  assert.equal(scanner.push("a#").released, "a");
  assert.equal(scanner.push("b").released, "#b");
});

const closesAt = (pieces: string[]): number => {
  const scanner = new BoxScanner();
  return pieces.findIndex((piece) => scanner.push(piece));
};

test("a box is found character by character with nested and escaped braces", () => {
  assert.equal(closesAt([..."so \\boxed{\\frac{1}{2}} then"]), "so \\boxed{\\frac{1}{2}}".length - 1);
  assert.equal(closesAt(["\\box", "ed{\\{1, 2\\}", "}", " rest"]), 2);
  assert.equal(closesAt(["\\boxed {7}"]), 0);
  assert.equal(closesAt(["\\\\boxed{7}"]), 0);
});

test("blank and unfinished boxes do not count", () => {
  assert.equal(closesAt(["put it in \\boxed{} or \\boxed{ } ", "\\boxed{{}}"]), -1);
  assert.equal(closesAt(["\\boxed{12"]), -1);
  assert.equal(closesAt(["\\boxedx{3}"]), -1);
  assert.equal(closesAt(["\\boxed{}", "\\boxed{4}"]), 1);
});

test("thought tags are followed across seams and their insides left out", () => {
  const tracker = new ThoughtTracker({ open: "<think>", close: "</think>", startsOpen: true });
  const outside = ["hm", "m </th", "ink> yes <", "thi", "nk>more", "</think>", "done <", "b"].map((piece) =>
    tracker.push(piece),
  );
  assert.equal(outside.join(""), " yes done <b");
  assert.equal(tracker.inThought, false);
});

test("without tags everything lies outside", () => {
  const tracker = new ThoughtTracker(null);
  assert.equal(tracker.push("<think>x"), "<think>x");
  assert.equal(tracker.inThought, false);
});

test("a box in a thought does not end the stage, the one behind it does", () => {
  const text = new StageText(
    { texts: [], atBox: true },
    { open: "<think>", close: "</think>", startsOpen: false },
  );
  assert.equal(text.push("<think> maybe \\boxed{3}"), null);
  assert.equal(text.inThought, true);
  assert.equal(text.push("</think> It is \\boxed{4"), null);
  assert.equal(text.push("}."), "box");
  assert.equal(text.text, "<think> maybe \\boxed{3}</think> It is \\boxed{4}.");
});

test("a stage's text ends before the stop text and keeps a false start", () => {
  const stopping = new StageText({ texts: ["\n\n"], atBox: false }, null);
  assert.equal(stopping.push("one\n"), null);
  assert.equal(stopping.push("\ntwo"), "stop-text");
  stopping.finish();
  assert.equal(stopping.text, "one");
  const running = new StageText({ texts: ["\n\n"], atBox: false }, null);
  running.push("one\n");
  running.finish();
  assert.equal(running.text, "one\n");
});
