import assert from "node:assert/strict";
import { test } from "node:test";
import { exactMatch } from "../../../language-server/core/sql/scoring/spider/exactMatch.ts";
import { parseSpiderStatement } from "../../../language-server/core/sql/scoring/spider/parser.ts";
import { spiderSchema } from "../../../language-server/core/sql/scoring/spider/schema.ts";
import { openFixture, schemaOf } from "./sqliteFixture.ts";

const schema = spiderSchema(schemaOf(openFixture("concert_singer"), "concert_singer"));
const exact = (predicted: string, gold: string, compareValues = false) =>
  exactMatch(predicted, gold, schema, { compareValues })?.exact;

test("values count only when asked for", () => {
  const gold = "SELECT name FROM singer WHERE age > 30 AND country = 'France'";
  const other = "SELECT name FROM singer WHERE country = 'Spain' AND age > 20";
  assert.equal(exact(other, gold), true);
  assert.equal(exact(other, gold, true), false);
  assert.equal(exact('SELECT name FROM singer WHERE country = "France" AND age > 30.0', gold, true), true);
  assert.equal(exact("SELECT name FROM singer WHERE country = 'France' OR age > 30", gold), false);
});

test("columns joined by a foreign key are one column, where both tables are read", () => {
  const gold =
    "SELECT T1.name FROM singer AS T1 JOIN singer_in_concert AS T2 ON T1.singer_id = T2.singer_id GROUP BY T2.singer_id";
  assert.equal(exact(gold.replace("BY T2", "BY T1"), gold), true);
  assert.equal(
    exact("SELECT concert_id FROM singer_in_concert", "SELECT concert_id FROM concert"),
    false,
    "another table",
  );
});

test("DISTINCT is forgotten outside and counts in nested statements", () => {
  assert.equal(exact("SELECT DISTINCT name FROM singer", "SELECT name FROM singer"), true);
  const gold = "SELECT name FROM stadium WHERE stadium_id NOT IN (SELECT stadium_id FROM concert)";
  assert.equal(exact(gold.replace("(SELECT", "(SELECT DISTINCT"), gold), false);
});

test("the order of select items, tables and conditions does not count, that of ORDER BY does", () => {
  assert.equal(exact("SELECT age , name FROM singer", "SELECT name , age FROM singer"), true);
  assert.equal(
    exact("SELECT name FROM singer ORDER BY age , name", "SELECT name FROM singer ORDER BY name , age"),
    false,
  );
  assert.equal(
    exact("SELECT name FROM singer ORDER BY age LIMIT 3", "SELECT name FROM singer ORDER BY age LIMIT 1"),
    true,
    "the number after LIMIT is not read",
  );
});

test("what the official parser cannot read is an empty statement as a prediction and no verdict as gold", () => {
  for (const outside of [
    "SELECT name FROM singer WHERE age=30",
    "SELECT name FROM singer WHERE age <> 30",
    "SELECT name FROM singer LEFT JOIN concert ON singer.age = concert.year",
    "SELECT name FROM singer , concert",
    "SELECT name AS n FROM singer",
    "SELECT name FROM singer WHERE age IS NULL",
    "SELECT `name` FROM singer",
    "SELECT unknown FROM singer",
    "SELECT name FROM singer WHERE name = 'O''Brien",
    "SELECT name FROM singer AS concert",
    "SELECT",
    "",
  ]) {
    assert.equal(parseSpiderStatement(outside, schema), null, outside);
    const match = exactMatch(outside, "SELECT name FROM singer", schema)!;
    assert.equal(match.exact, false);
    assert.equal(match.predictionParses, false);
    assert.equal(match.components.where, true, "neither has WHERE");
    assert.equal(exactMatch("SELECT name FROM singer", outside, schema), null);
  }
});

test("oddities of the official parser are kept", () => {
  // OR after a column on the right-hand side swallows the rest of the condition.
  const swallowed = parseSpiderStatement("SELECT name FROM singer WHERE age = singer_id OR age = 3", schema);
  assert.equal(swallowed?.where.units.length, 1);
  // One direction for the whole list.
  const direction = parseSpiderStatement("SELECT name FROM singer ORDER BY age DESC , name ASC", schema);
  assert.equal(direction?.orderBy?.direction, "asc");
  // "value" in a prediction becomes 1, also inside a name.
  assert.equal(exactMatch("SELECT valuename FROM singer", "SELECT name FROM singer", schema)?.exact, false);
});
