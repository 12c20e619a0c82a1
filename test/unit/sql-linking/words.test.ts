import assert from "node:assert/strict";
import { test } from "node:test";
import {
  lemmaOf,
  splitIdentifier,
  stemOf,
  tokenizeQuestion,
  valueKey,
} from "../../../language-server/core/sql/linking/words.ts";

test("names are split at signs, digits and changes of case", () => {
  assert.deepEqual(splitIdentifier("singer_in_concert"), ["singer", "in", "concert"]);
  assert.deepEqual(splitIdentifier("GNPOld"), ["gnp", "old"]);
  assert.deepEqual(splitIdentifier("SurfaceArea"), ["surface", "area"]);
  assert.deepEqual(splitIdentifier("Order Details"), ["order", "details"]);
  assert.deepEqual(splitIdentifier("address2Line"), ["address", "2", "line"]);
  assert.deepEqual(splitIdentifier("CustomerIDs"), ["customer", "ids"]);
  assert.deepEqual(splitIdentifier("straßenName"), ["straßen", "name"]);
  assert.deepEqual(splitIdentifier("__"), []);
});

test("words are compared in the singular, more loosely by what they are derived from", () => {
  assert.equal(lemmaOf("Countries"), "country");
  assert.equal(lemmaOf("people"), lemmaOf("person"));
  assert.equal(lemmaOf("status"), "status");
  assert.notEqual(lemmaOf("goods"), lemmaOf("good"));
  assert.notEqual(lemmaOf("published"), lemmaOf("publisher"));
  assert.equal(stemOf("published"), stemOf("publishing"));
});

test("tokens stand where the question has them", () => {
  const question = "Which singers' flight_number isn't in “Somerset Park”, e.g. 1,000?";
  const tokens = tokenizeQuestion(question);
  for (const { text, start, end } of tokens) assert.equal(question.slice(start, end), text);
  const texts = tokens.map((token) => token.text);
  assert.deepEqual(texts.slice(0, 5), ["Which", "singers", "flight", "number", "isn't"]);
  assert.ok(texts.includes("1,000"));
});

test("the order of the rows is not the orders of a shop", () => {
  const order = (question: string) =>
    tokenizeQuestion(question).find((token) => token.lemma === "order")?.stop;
  assert.equal(order("List names in alphabetical order."), true);
  assert.equal(order("List names in the order of age."), true);
  assert.equal(order("Which order is the largest?"), false);
});

test("values are compared without signs and case", () => {
  assert.equal(valueKey(" Stark's  PARK"), "stark s park");
  assert.equal(valueKey("--"), "");
});
