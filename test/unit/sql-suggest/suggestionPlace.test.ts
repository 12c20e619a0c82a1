import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SuggestionMemory } from "../../../language-server/core/sql/suggest/suggestionMemory.ts";
import { suggestionPlace } from "../../../language-server/core/sql/suggest/suggestionPlace.ts";

const at = (marked: string) => {
  const offset = marked.indexOf("|");
  return suggestionPlace(marked.slice(0, offset) + marked.slice(offset + 1), offset, "sqlite");
};

describe("where a query is suggested", () => {
  it("behind a comment, on its line and on the next", () => {
    assert.deepEqual(at("-- all genres|"), {
      comment: "all genres",
      prefix: "",
      suffix: "",
      lead: "\n",
      earlier: [],
    });
    assert.deepEqual(at("-- all genres\n|"), {
      comment: "all genres",
      prefix: "",
      suffix: "",
      lead: "",
      earlier: [],
    });
    assert.equal(at("-- all\n-- genres\n|")?.comment, "all genres");
  });

  it("in a statement that is begun, with the comment above it and the statements before", () => {
    const place = at("-- one\nselect 1;\n\n-- two\nselect a from |");
    assert.equal(place?.comment, "two");
    assert.equal(place?.prefix, "select a from ");
    assert.deepEqual(place?.earlier, [{ comment: "one", sql: "select 1" }]);
    assert.equal(at("sel|")?.prefix, "sel");
  });

  it("knows the rest of the statement, but not the next one", () => {
    assert.equal(at("select a\n|\nfrom t;")?.suffix, "from t");
    assert.equal(at("select a |\n\nselect b")?.suffix, "");
  });

  for (const marked of [
    "|",
    "-- a|",
    "select 1; |",
    "select 'a|",
    "-- x\n|select 1",
    "insert into t |",
    "select 1 -- so|",
  ])
    it(`not at ${JSON.stringify(marked)}`, () => assert.equal(at(marked), null));
});

describe("reuse of suggestions", () => {
  it("holds while the person types what it says", () => {
    const memory = new SuggestionMemory<number>();
    memory.add({ before: "a ", after: "", text: "from t", value: 1 });
    assert.deepEqual(memory.at("a fr", ""), [{ text: "om t", value: 1 }]);
    assert.deepEqual(memory.at("a x", ""), []);
    assert.deepEqual(memory.at("a from t", ""), []);
    assert.deepEqual(memory.at("a ", "more"), []);
  });
});
