import assert from "node:assert/strict";
import { test } from "node:test";
import { scriptStatements, statementAt } from "../../../language-server/core/sql/statements.ts";

const texts = (script: string) =>
  scriptStatements(script, "sqlite").map(({ start, end }) => script.slice(start, end));
const at = (marked: string) => {
  const offset = marked.indexOf("|");
  const script = marked.replace("|", "");
  const statements = scriptStatements(script, "sqlite");
  const index = statementAt(script, statements, offset);
  const found = index === null ? undefined : statements[index];
  return found === undefined ? null : script.slice(found.start, found.end);
};

test("semicolons in strings, names and comments end no statement", () => {
  assert.deepEqual(texts("select ';' as \"a;b\" -- x; y\n, 2;\n/* ; */ select 3;;"), [
    "select ';' as \"a;b\" -- x; y\n, 2",
    "select 3",
  ]);
});

test("what is not closed is one statement to the end", () => {
  assert.deepEqual(texts("select 1; select 'open from t; select 2\n"), [
    "select 1",
    "select 'open from t; select 2",
  ]);
});

test("the statement at the cursor: inside, behind its semicolon, in the comment in front of it", () => {
  assert.equal(at("select 1;\nsele|ct 2;"), "select 2");
  assert.equal(at("select 1;|\nselect 2;"), "select 1");
  assert.equal(at("select 1;\n\n-- two| things\nselect 2;"), "select 2");
  assert.equal(at("select 1;\n|\n\nselect 2;"), null);
  assert.equal(at("|"), null);
});
