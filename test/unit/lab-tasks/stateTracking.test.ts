import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type GroupName, groupOf } from "../../../language-server/lab/tasks/stateTracking/groups.ts";
import {
  isHeldOutWord,
  sampleWord,
  specialTokens,
  vocabularySize,
} from "../../../language-server/lab/tasks/stateTracking/words.ts";

const names: readonly GroupName[] = ["Z7", "Z12", "Z60", "S3", "A4", "A5"];

describe("groups", () => {
  test("closure, identity, inverses and associativity hold on all elements", () => {
    for (const name of names) {
      const { product, order } = groupOf(name);
      const all = Array.from({ length: order }, (_, i) => i);
      for (const a of all) {
        assert.equal(product[0]![a], a);
        assert.equal(product[a]![0], a);
        assert.deepEqual(
          [...product[a]!].sort((x, y) => x - y),
          all,
          "every product occurs once",
        );
        for (const b of all) {
          for (const c of all) {
            if (product[product[a]![b]!]![c] !== product[a]![product[b]![c]!])
              assert.fail(`${name}: ${a} ${b} ${c}`);
          }
        }
      }
    }
  });

  test("the groups have their sizes, and only the cyclic ones commute", () => {
    assert.deepEqual(
      names.map((name) => groupOf(name).order),
      [7, 12, 60, 6, 12, 60],
    );
    for (const name of names) {
      const { product, order } = groupOf(name);
      let commutes = true;
      for (let a = 0; a < order; a++)
        for (let b = 0; b < order; b++) commutes &&= product[a]![b] === product[b]![a];
      assert.equal(commutes, name.startsWith("Z"), name);
    }
    assert.throws(() => groupOf("Z0"), RangeError);
  });
});

describe("words", () => {
  const group = groupOf("A4");
  const { bos, sep, fill } = specialTokens(group);
  const draw = (serialisation: "answer" | "tagging" | "cot" | "interleaved" | "filler", more = {}) =>
    sampleWord(group, { serialisation, length: [5, 5], ...more }, "train", 3, 8);

  test("each serialisation has its layout, and what is to be predicted follows the product table", () => {
    const { word, states } = draw("cot");
    let state = 0;
    word.forEach((move, t) => {
      state = group.product[state]![move]!;
      assert.equal(states[t], state);
    });
    assert.deepEqual(draw("answer").tokens, [bos, ...word, sep, states[4]]);
    assert.deepEqual(draw("cot").tokens, [bos, ...word, sep, ...states]);
    assert.deepEqual(draw("filler").tokens, [bos, ...word, sep, fill, fill, fill, fill, fill, states[4]]);
    assert.deepEqual(draw("interleaved").tokens, [bos, ...word.flatMap((move, t) => [move, states[t]])]);
    assert.deepEqual(draw("tagging").targets, [null, ...states]);
    assert.deepEqual(
      draw("cot").targets.filter((target) => target !== null),
      states,
    );
    for (const serialisation of ["answer", "cot", "filler", "interleaved"] as const) {
      const { tokens, targets } = draw(serialisation);
      assert.equal(tokens.length, targets.length);
      targets.forEach((target, i) => {
        if (target !== null) assert.equal(tokens[i + 1], target);
      });
      assert.ok(tokens.every((token) => token >= 0 && token < vocabularySize(group)));
    }
  });

  test("skipping writes every second state, noise shows wrong ones without asking for them", () => {
    const { word, states, tokens } = draw("interleaved", { skip: 2 });
    assert.deepEqual(tokens, [bos, word[0], word[1], states[1], word[2], word[3], states[3], word[4]]);
    const noisy = sampleWord(
      group,
      { serialisation: "interleaved", length: [60, 60], noise: 0.5 },
      "train",
      1,
      1,
    );
    const asked = noisy.targets.filter((target) => target !== null).length;
    assert.ok(asked > 20 && asked < 50, String(asked));
  });

  test("long words are in one split only, and each word depends on its arguments alone", () => {
    const options = { serialisation: "cot", length: [4, 9] } as const;
    for (let i = 0; i < 300; i++) {
      assert.equal(isHeldOutWord(sampleWord(group, options, "train", 1, i).word), false);
      assert.equal(isHeldOutWord(sampleWord(group, options, "test", 1, i).word), true);
    }
    assert.deepEqual(sampleWord(group, options, "train", 1, 77), sampleWord(group, options, "train", 1, 77));
  });
});
