import assert from "node:assert/strict";
import { test } from "node:test";
import { extractQuery } from "../../../language-server/core/sql/evaluation/extractQuery.ts";

const extract = (text: string, startsInThought = false) =>
  extractQuery(text, { dialect: "sqlite", startsInThought });

for (const [what, text, query] of [
  ["a response that is a query", "SELECT a FROM t;", "SELECT a FROM t"],
  ["lower case, no semicolon, lines", "select a\nfrom t\nwhere b = 1\n", "select a\nfrom t\nwhere b = 1"],
  ["a comment in front", "-- all of them\nSELECT a FROM t;", "-- all of them\nSELECT a FROM t"],
  ["a semicolon in a text", "SELECT a FROM t WHERE b = 'x; y';", "SELECT a FROM t WHERE b = 'x; y'"],
  ["only the first of several", "SELECT 1; SELECT 2;", "SELECT 1"],
  ["a fenced block", "Sure!\n```sql\nSELECT a FROM t;\n```\nDone.", "SELECT a FROM t"],
  ["a block without a word", "```\nSELECT a FROM t\n```", "SELECT a FROM t"],
  ["a block that was cut off", "```sql\nSELECT a FROM", "SELECT a FROM"],
  [
    "the last block with a statement",
    "```sql\nSELECT 1\n```\nBetter:\n```sql\nSELECT 2\n```\nIt prints\n```\n2\n```",
    "SELECT 2",
  ],
  ["text before and after", "The query is:\nSELECT a FROM t\n\nIt reads all rows.", "SELECT a FROM t"],
  ["the same line", "Answer: SELECT a FROM t;", "SELECT a FROM t"],
  ["back-quotes", "Use `SELECT a FROM t` for that.", "SELECT a FROM t"],
  [
    "the last statement of a text",
    "First I try SELECT a.\nSELECT a FROM t;\nNo:\nSELECT b FROM t;\n",
    "SELECT b FROM t",
  ],
  ["a CTE", "WITH x AS (SELECT 1) SELECT * FROM x", "WITH x AS (SELECT 1) SELECT * FROM x"],
  ["behind a thought", "<think>SELECT wrong FROM t;</think>\nSELECT a FROM t;", "SELECT a FROM t"],
  ["what would do harm, to be refused", "DROP TABLE t;", "DROP TABLE t"],
  ["harm in a block", "```sql\nDELETE FROM t;\n```", "DELETE FROM t"],
  ["harm in a text", "I do this:\nATTACH '/etc/x' AS y;", "ATTACH '/etc/x' AS y"],
  ["brackets", "(SELECT 1) UNION SELECT 2", "(SELECT 1) UNION SELECT 2"],
] as const) {
  test(`the query is found: ${what}`, () => assert.equal(extract(text), query));
}

for (const [what, text] of [
  ["nothing", ""],
  ["prose", "I do not know the answer."],
  ["prose that begins like a statement", "With this schema it cannot be done."],
  ["prose that begins like another", "Select wisely, my friend."],
  ["a thought that was cut off", "<think>SELECT a FROM t;"],
  ["a block of something else", "```python\nprint(1)\n```"],
] as const) {
  test(`there is no query: ${what}`, () => assert.equal(extract(text), null));
}

test("a thought that the template has opened is not the answer", () => {
  assert.equal(extract("SELECT wrong FROM t;</think>SELECT a FROM t", true), "SELECT a FROM t");
  assert.equal(extract("SELECT wrong FROM t;", true), null);
});
