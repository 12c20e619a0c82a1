import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { encodeLexicon, parseLexicon } from "../../../language-server/core/sql/linking/lexicon.ts";
import { readLexicon } from "../../../language-server/sql/lexicon/readLexicon.ts";
import { lexicon, wordsFile } from "./help.ts";

const small = () =>
  encodeLexicon(["town", "city", "car"], 2, Int8Array.of(100, 0, 60, 80, 0, -50), [[0, 1, "broader"]]);

test("a word list reads back as it was written, wherever its bytes lie", () => {
  const shifted = new Uint8Array(small().length + 3);
  shifted.set(small(), 3);
  for (const bytes of [small(), shifted.subarray(3)]) {
    const parsed = parseLexicon(bytes);
    assert.ok(parsed.ok);
    const { id, cosine, relation } = parsed.value;
    assert.deepEqual(["town", "city", "car", "bus"].map(id), [0, 1, 2, undefined]);
    assert.ok(Math.abs(cosine(0, 1) - 0.6) < 1e-9);
    assert.ok(Math.abs(cosine(1, 2) + 0.8) < 1e-9);
    assert.equal(relation(1, 0), "broader");
    assert.equal(relation(0, 2), undefined);
  }
});

test("a damaged word list is refused", () => {
  const bytes = small();
  const header = new TextDecoder("latin1").decode(bytes).indexOf("{");
  const damages: Uint8Array[] = [
    new Uint8Array(0),
    bytes.slice(0, -1),
    bytes.slice(0, header + 5),
    Uint8Array.from([...bytes, 0]),
    bytes.map((byte, at) => (at === 0 ? byte + 1 : byte)),
    bytes.map((byte, at) => (at === header ? 91 : byte)),
    bytes.map((byte, at) => (at === bytes.length - 1 ? 9 : byte)),
  ];
  for (const damaged of damages) {
    const parsed = parseLexicon(damaged);
    assert.equal(parsed.ok ? "" : parsed.error.code, "input/invalid");
  }
  assert.equal(parseLexicon(wordsFile().slice(0, 100_000)).ok, false);
});

test("the product's word list knows words of nearly the same meaning", () => {
  const words = lexicon();
  const near = (one: string, other: string) => words.cosine(words.id(one) ?? -1, words.id(other) ?? -1);
  for (const [word, same, other] of [
    ["vocalist", "singer", "singe"],
    ["nation", "country", "count"],
    ["automobile", "car", "care"],
    ["salary", "wage", "age"],
  ] as const) {
    assert.ok(near(word, same) > near(word, other) + 0.2, `${word}: ${same} before ${other}`);
  }
  assert.equal(words.relation(words.id("automobile") ?? -1, words.id("car") ?? -1), "synonym");
});

test("the word list is read from the product's folder; without it there is a failure to go on with", async () => {
  const read = await readLexicon(join(import.meta.dirname, "../../.."));
  assert.ok(read.ok && read.value.id("singer") !== undefined);
  const missing = await readLexicon(join(tmpdir(), "no-product-here"));
  assert.equal(missing.ok ? "" : missing.error.code, "input/invalid");
});
