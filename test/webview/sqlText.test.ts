import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SchemaLinks } from "../../language-server/contract/sql.ts";
import { layoutLinks } from "../../webview/src/linkLayout.ts";
import { toCsv } from "../../webview/src/text/csv.ts";
import { rowDifference } from "../../webview/src/text/rowDifference.ts";
import { sqlPieces } from "../../webview/src/text/sqlWords.ts";
import chinookLinks from "./support/links.json" with { type: "json" };

describe("pieces of a query", () => {
  it("keeps every character and knows strings, names and comments", () => {
    const sql = `select "from", 'it''s -- not' /* where */ from t where n > 1.5e3 -- end`;
    const pieces = sqlPieces(sql);
    assert.equal(pieces.map(({ text }) => text).join(""), sql);
    const ofKind = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text);
    assert.deepEqual(ofKind("keyword"), ["select", "from", "where"]);
    assert.deepEqual(ofKind("text"), ["'it''s -- not'"]);
    assert.deepEqual(ofKind("comment"), ["/* where */", "-- end"]);
    assert.deepEqual(ofKind("number"), ["1.5e3"]);
  });

  it("ends with what is not closed", () => {
    for (const sql of ["select 'open", 'select "open', "select 1 /* open", "😀\u2028x"])
      assert.equal(
        sqlPieces(sql)
          .map(({ text }) => text)
          .join(""),
        sql,
      );
  });
});

describe("the first row that differs", () => {
  it("is a row that the other side lacks, however the columns stand", () => {
    assert.deepEqual(
      rowDifference(
        [
          ["a", "1"],
          ["b", "2"],
        ],
        [
          ["1", "a"],
          ["3", "b"],
        ],
      ),
      {
        gold: 1,
        predicted: 1,
        order: false,
      },
    );
  });
  it("counts rows that stand there more than once", () => {
    assert.deepEqual(rowDifference([["a"]], [["a"], ["a"]]), { gold: null, predicted: 1, order: false });
  });
  it("knows NULL from a text that says so", () => {
    assert.deepEqual(rowDifference([[null]], [["null"]]), { gold: 0, predicted: 0, order: false });
  });
  it("tells another order from other rows", () => {
    assert.deepEqual(rowDifference([["a"], ["b"]], [["b"], ["a"]]), { gold: 0, predicted: 0, order: true });
    assert.deepEqual(rowDifference([["a"]], [["a"]]), { gold: null, predicted: null, order: false });
  });
});

describe("rows as CSV", () => {
  it("quotes what needs it and tells NULL from an empty text", () => {
    assert.equal(
      toCsv(
        ["a", "b"],
        [
          ['x,"y"', null],
          ["", "line\nbreak"],
        ],
      ),
      'a,b\r\n"x,""y""",\r\n"","line\nbreak"\r\n',
    );
  });
});

describe("the picture of schema links", () => {
  const layout = layoutLinks(chinookLinks as unknown as SchemaLinks);

  it("has every table and each column that something speaks for, one below the other", () => {
    assert.equal(layout.tables.length, 8);
    for (const [at, table] of layout.tables.entries()) {
      const next = layout.tables[at + 1];
      if (next !== undefined) assert.ok(table.y + table.height < next.y, table.name);
      assert.equal(table.columns.length > 0 && table.hidden >= 0, true);
    }
    const shown = layout.tables.flatMap(({ node, columns }) => [
      node,
      ...columns.map((column) => column.node),
    ]);
    for (const { item } of layout.links) assert.ok(shown.includes(item));
  });

  it("joins words to what they name, and gives the stored value", () => {
    const value = layout.links.find((link) => link.kind === "value" && link.value === "AC/DC");
    assert.ok(value !== undefined);
    const word = layout.words.find(({ node }) => node === value.word);
    assert.match(word?.text ?? "", /AC|DC/);
    assert.equal(value.from, word?.y);
  });
});
