import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { QuestionRow, TokenRecord } from "../../language-server/contract/entities.ts";
import { ok } from "../../language-server/contract/result.ts";
import {
  duration,
  intervalText,
  percent,
  points,
  probability,
  visibleToken,
} from "../../webview/src/format.ts";
import { RowPages, type RowQuery } from "../../webview/src/state/rowPages.ts";
import { TokenColumn } from "../../webview/src/state/tokenColumn.ts";
import { parseBlocks, parseInline } from "../../webview/src/text/markdown.ts";
import { plainMath } from "../../webview/src/text/preview.ts";
import { segments } from "../../webview/src/text/segments.ts";
import { row, token } from "./support/data.ts";

const formulas = (text: string): string[] =>
  parseInline(text).flatMap((part) => (part.kind === "math" ? [part.tex] : []));

describe("text of questions and models", () => {
  it("takes formulas in all four delimiters and bare boxes, but not sums of money", () => {
    assert.deepEqual(formulas("$x^2$ and \\(y\\) and $$z$$ and \\[w\\]"), ["x^2", "y", "z", "w"]);
    assert.deepEqual(formulas("so \\boxed{\\frac{1}{2}}."), ["\\boxed{\\frac{1}{2}}"]);
    assert.deepEqual(formulas("\\boxed{Yes}"), ["\\boxed{\\text{Yes}}"]);
    assert.deepEqual(formulas("He pays $5 for one and $10 for two."), []);
    assert.deepEqual(formulas("an unclosed $x + 1"), []);
  });

  it("keeps products as text and reads emphasis only around words", () => {
    assert.deepEqual(parseInline("<<3*4=12>> and 2*3*4"), [{ kind: "text", text: "<<3*4=12>> and 2*3*4" }]);
    assert.deepEqual(parseInline("**so** it"), [
      { kind: "strong", children: [{ kind: "text", text: "so" }] },
      { kind: "text", text: " it" },
    ]);
  });

  it("splits blocks: display formulas, lists, tables, code, headings", () => {
    const kinds = parseBlocks(
      "# Head\ntext\n\\[ a\n= b \\]\n1. one\n2. two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\n<b>\n```\n\n\\begin{align*}\nx &= 1\n\\end{align*}\n---",
    ).map((block) => block.kind);
    assert.deepEqual(kinds, ["heading", "paragraph", "math", "list", "table", "code", "math", "rule"]);
  });

  it("loses no character of a long thought without blank lines", () => {
    const text = Array.from({ length: 95 }, (_, at) => `line ${at}`).join("\n");
    const blocks = parseBlocks(text);
    assert.equal(blocks.map((block) => ("source" in block ? block.source : "")).join("\n"), text);
    assert.equal(blocks.length, 5);
  });

  it("separates thoughts from what was said, also open and template-opened ones", () => {
    assert.deepEqual(
      segments("<think>a</think>b").map(({ kind, text, open }) => [kind, text, open]),
      [
        ["thought", "a", false],
        ["said", "b", false],
      ],
    );
    assert.deepEqual(
      segments("<think>a").map(({ open }) => open),
      [true],
    );
    assert.deepEqual(
      segments("a</think>b").map(({ kind }) => kind),
      ["thought", "said"],
    );
  });

  it("writes TeX on one line for list rows", () => {
    assert.equal(plainMath("Find $\\frac{x+3}{4} = \\sqrt{x^2-9}$."), "Find (x+3)/4 = √(x²-9).");
    assert.equal(plainMath("\\frac34"), "3/4");
    assert.equal(plainMath("$90^\\circ$ and $\\angle A$"), "90° and ∠A");
    assert.equal(plainMath("$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$"), "(1 2; 3 4)");
    assert.equal(plainMath("costs  $5\nplain"), "costs 5 plain");
  });

  it("writes numbers as people read them", () => {
    assert.equal(percent(0.3124), "31.2\u202f%");
    assert.equal(percent(null), "–");
    assert.equal(points(-0.0123), "−1.2 pp");
    assert.equal(intervalText({ low: 0.271, high: 0.356, level: 0.95 }), "27.1–35.6\u202f%");
    assert.deepEqual([0.42, 5.25, 33.4, 125, 7260].map(duration), [
      "0.42 s",
      "5.3 s",
      "33 s",
      "2 min 5 s",
      "2 h 1 min",
    ]);
    assert.equal(probability(0), "100\u202f%");
    assert.equal(probability(Math.log(0.0324)), "3.24\u202f%");
    assert.equal(visibleToken(" the"), "␣the");
    assert.equal(visibleToken(""), "∅");
  });
});

describe("rows pulled by range", () => {
  const query: RowQuery = { runId: "r", filter: "all", sort: "file", descending: false, search: "" };
  const rows: QuestionRow[] = Array.from({ length: 950 }, (_, at) => row(1, at, 1, 10_000));

  it("pulls each page once and patches what is loaded", async () => {
    const asked: number[] = [];
    const pages = new RowPages(
      query,
      async (_, offset, count) => {
        asked.push(offset);
        return ok({ total: rows.length, rows: rows.slice(offset, offset + count) });
      },
      () => undefined,
    );
    pages.ensure(90, 110);
    pages.ensure(95, 130);
    await new Promise((resolve) => setTimeout(resolve, 0));
    pages.ensure(0, 199);
    assert.deepEqual(asked, [0, 100]);
    assert.equal(pages.total, 950);
    assert.equal(pages.row(105)?.index, 105);
    assert.equal(pages.row(300), undefined);
    pages.patch([
      { ...rows[105]!, tokens: 7 },
      { ...rows[700]!, tokens: 8 },
    ]);
    assert.equal(pages.row(105)?.tokens, 7);
    assert.equal(pages.positionOf(rows[105]!.questionId), 105);
    pages.markStale();
    pages.ensure(0, 0);
    assert.deepEqual(asked, [0, 100, 0]);
  });
});

describe("tokens of a stage", () => {
  const all: TokenRecord[] = Array.from({ length: 1300 }, (_, at) =>
    token(at % 9 === 8 ? ".\n" : " a", at, 1),
  );
  const column = () =>
    new TokenColumn(async (from, to) => ok({ total: all.length, tokens: all.slice(from, to) }));

  it("is without gaps or doubles whatever order stream and store deliver", async () => {
    const tokens = column();
    tokens.append(900, all.slice(900, 950));
    tokens.append(950, all.slice(950, 960));
    await tokens.loadAll(960);
    tokens.append(940, all.slice(940, 1300));
    // The first gap began the pulling; it ends when nothing is missing.
    for (let turn = 0; turn < 100 && !tokens.complete; turn++)
      await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(tokens.tokens, all);
    assert.ok(tokens.complete);
  });

  it("is cut into blocks that cover every token once and end at line ends", async () => {
    const tokens = column();
    await tokens.loadAll(1300);
    assert.equal(tokens.chunks[0]?.from, 0);
    assert.equal(tokens.chunks.at(-1)?.to, 1300);
    for (const [at, chunk] of tokens.chunks.entries()) {
      if (at === 0) continue;
      assert.equal(chunk.from, tokens.chunks[at - 1]?.to);
      assert.ok(all[chunk.from - 1]?.text.endsWith("\n"));
    }
  });
});
