import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  fitsType,
  halfBits,
  halfValue,
  storedBytes,
  valuesOf,
} from "../../../language-server/lab/export/quantise.ts";
import { Tokenizer, wordsOf } from "../../../language-server/lab/tokenizer/bpe.ts";
import { trainTokenizer } from "../../../language-server/lab/tokenizer/train.ts";
import { numbers } from "./labKit.ts";

const texts = [
  "Tom has 12 apples and buys 30 more apples. How many apples does Tom have?",
  "She sells 7 apples for 250 cents. How many cents does she have?",
  "SELECT name FROM people WHERE age > 30;",
];
const special = ["<|end|>", "<|user|>"];

describe("learning a tokenizer", () => {
  const data = trainTokenizer(texts, 300, special);
  const tokenizer = new Tokenizer(data);

  test("frequent words become one token, digits stay apart", () => {
    assert.equal(tokenizer.encode(" apples").length, 1);
    assert.equal(tokenizer.encode("1234567890").length, 10);
    assert.ok(data.tokens.every((token) => !/.\d|\d./.test(token)));
  });

  test("the size is kept, special tokens included, and the same texts give the same tokenizer", () => {
    assert.ok(tokenizer.size <= 300 && tokenizer.size > 280, `${tokenizer.size}`);
    assert.equal(new Set(data.tokens).size, data.tokens.length);
    assert.deepEqual(trainTokenizer(texts, 300, special), data);
  });

  test("any text comes back", () => {
    for (const text of [
      ...texts,
      "",
      "  leading and   inner spaces\n\n\ttabs ",
      "żółć 東京 🙂👩‍👩‍👧 \u0000 \u007f e\u0301",
      "don't we'LL 3.14 x² ½",
      "<|end|> as plain text",
    ]) {
      assert.equal(tokenizer.decode(tokenizer.encode(text)), text);
    }
  });

  test("special tokens are found on request only, and shown on request only", () => {
    const ids = tokenizer.encode("<|user|>Hi<|end|>", true);
    assert.equal(ids[0], tokenizer.idOf("<|user|>"));
    assert.equal(ids.at(-1), tokenizer.idOf("<|end|>"));
    assert.equal(tokenizer.decode(ids), "Hi");
    assert.equal(tokenizer.decode(ids, true), "<|user|>Hi<|end|>");
    assert.ok(!tokenizer.encode("<|end|>").includes(tokenizer.idOf("<|end|>")));
    assert.throws(() => tokenizer.idOf("<|none|>"), /none/);
  });

  test("words are cut as llama.cpp cuts them", () => {
    assert.deepEqual(wordsOf("I'm 42 ok!\n\n  x"), ["I", "'m", " ", "4", "2", " ok", "!\n\n", " ", " x"]);
  });
});

describe("stored values", () => {
  test("half precision: exact values, rounding to even, limits", () => {
    for (const [value, bits] of [
      [0, 0],
      [-0, 0x8000],
      [1, 0x3c00],
      [-2, 0xc000],
      [65504, 0x7bff],
      [65519.996, 0x7bff],
      [65520, 0x7c00],
      [2 ** -14, 0x0400],
      [2 ** -24, 0x0001],
      [2 ** -25, 0x0000],
      [1.5 * 2 ** -24, 0x0002],
      [1 + 2 ** -11, 0x3c00],
      [1 + 3 * 2 ** -11, 0x3c02],
      [Number.POSITIVE_INFINITY, 0x7c00],
    ] as const) {
      assert.equal(halfBits(value), bits, `${value}`);
    }
    for (let bits = 0; bits < 0x7c00; bits++) assert.equal(halfBits(halfValue(bits)), bits);
  });

  test("Q8_0 keeps values to half a step, and needs rows of 32", () => {
    const values = numbers(64);
    const back = valuesOf("Q8_0", storedBytes("Q8_0", values), 64);
    const step = Math.max(...values.map(Math.abs)) / 127;
    back.forEach((value, i) => {
      assert.ok(Math.abs(value - values[i]!) <= step * 0.52, `${i}`);
    });
    assert.deepEqual([...valuesOf("Q8_0", storedBytes("Q8_0", new Float32Array(32)), 32)], Array(32).fill(0));
    assert.equal(fitsType("Q8_0", 40), false);
  });
});
