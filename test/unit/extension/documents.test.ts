import assert from "node:assert/strict";
import { test } from "node:test";
import { deservesServer, hasMathExtension, isPreset } from "../../../extension/src/platform/documents.ts";

test("files with questions start the server", () => {
  for (const [path, head] of [
    ["/a/gsm8k.jsonl", '{"question": "…", "answer": "#### 18"}'],
    ["/a/aqua.json", '[{"question": "…", "options": [], "correct": "A"}]'],
    ["/a/aime.csv", "ID,Problem,Answer\n"],
    ["/a/problems.md", "## 1\n\nWhat is 2+2?\n\n**Answer:** 4"],
    ["/a/sheet.tex", "\\begin{problem} … \\end{problem}"],
    ["/a/solutions.tex", "so \\boxed{3}"],
  ] as const) {
    assert.ok(deservesServer(path, head), path);
  }
});

test("the usual files of a workspace do not", () => {
  for (const [path, head] of [
    ["/a/package.json", '{"name": "x", "scripts": {"build": "tsc"}}'],
    ["/a/README.md", "# A project\n\nInstall it and run it."],
    ["/a/cities.csv", "name,population\n"],
    ["/a/paper.tex", "\\section{Introduction}"],
    ["/a/main.py", "answer = 42"],
  ] as const) {
    assert.ok(!deservesServer(path, head), path);
  }
});

test("a preset is recognised by its name and is not a file with questions", () => {
  assert.ok(isPreset("/a/deep.deliberate.yaml") && isPreset("/a/deep.deliberate.yml"));
  assert.ok(isPreset("/a/deep.deliberate.json"));
  assert.ok(!hasMathExtension("/a/deep.deliberate.json"));
  assert.ok(deservesServer("/a/deep.deliberate.yaml", ""));
});

test("file names count whatever their case", () => {
  assert.ok(hasMathExtension("/a/B.JSONL"));
  assert.ok(!hasMathExtension("/a/b.txt"));
});
