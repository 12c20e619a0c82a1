import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  keptOf,
  type Segment,
  toBlankLine,
} from "../../../language-server/core/protocols/leap/unfinished.ts";

const thought = { open: "<think>", close: "</think>", startsOpen: false };

/** Tokens of one word with the space before it, or of one character of anything else. */
const words = (text: string): string[] => text.match(/ ?[a-z]+|[\s\S]/gi) ?? [];

/** The text that stays; null where all does. */
function kept(text: string, more: Partial<Segment> = {}): string | null {
  const texts = more.texts ?? words(text);
  const part = keptOf({ texts, thought: null, inThought: false, keptAtLeast: 0, ...more });
  if (part === null) return null;
  const said = texts.slice(0, part.tokens).join("");
  assert.equal(said.length, part.characters, "tokens and characters are of the same text");
  return said;
}

describe("the unfinished end of a segment", () => {
  it("is what stands behind the last blank line, also where it looks whole", () => {
    assert.equal(kept("One.\n\nTwo.\n\nThree is"), "One.\n\nTwo.\n\n");
    assert.equal(kept("One.\n\nTwo is done."), "One.\n\n");
    assert.equal(kept("One.\r\n \t\r\nTwo"), "One.\r\n \t\r\n");
    assert.equal(kept("One.\n\n\n\nTwo"), "One.\n\n\n\n");
    assert.equal(kept("One. More\nof it\n\nTwo"), "One. More\nof it\n\n");
  });

  it("is nothing where the text ends with a blank line", () => {
    assert.equal(kept("One.\n\nTwo.\n\n"), null);
    assert.equal(kept("One.\n\n  "), null);
  });

  it("without a blank line is what stands behind the last sentence", () => {
    assert.equal(kept("It is 3.5 in all. So we have"), "It is 3.5 in all.");
    assert.equal(kept("It is (so). “Is it?” I think"), "It is (so). “Is it?”");
    assert.equal(kept("我们有三个。然后"), "我们有三个。");
    assert.equal(kept("One is done.\nTwo is"), "One is done.");
    assert.equal(kept("It is done. First:\n2. take"), "It is done.", "the number of a list ends no sentence");
  });

  it("is nothing where there is neither, or nothing behind it", () => {
    assert.equal(kept("so we have 3.5 and"), null);
    assert.equal(kept("so we have 3.5."), null);
    assert.equal(kept(""), null);
  });

  it("is never all that was written", () => {
    assert.equal(kept("\n\nso we go on"), null);
    assert.equal(kept(" \n\nIt is done. So"), " \n\nIt is done.");
  });

  it("ends at a whole token, before a cut that lies within one", () => {
    assert.equal(kept("", { texts: ["One", ".", "\n", "\nTwo", " is"] }), "One.\n");
    assert.equal(kept("", { texts: ["One", ".\n\n", "Two"] }), "One.\n\n");
    assert.equal(kept("", { texts: ["One.\n\nTwo", " is"] }), null, "there is no token to end at");
    assert.equal(kept("", { texts: ["It is done", ". So", " we"] }), "It is done");
    assert.equal(
      kept("", { texts: ["It is done", ".\n", "So", " we"] }),
      "It is done.\n",
      "space is no loss",
    );
    assert.equal(kept("", { texts: ["It is done", ".", "\n", "So", " we"] }), "It is done.", "nor a gain");
  });

  it("takes the parts of a character along that is not whole yet", () => {
    assert.equal(kept("", { texts: ["One.\n\n", "", "", "é is"] }), "One.\n\n");
    assert.equal(kept("", { texts: ["Caf", "", "é.", " So", "", ""] }), "Café.");
  });

  it("holds no complete answer", () => {
    assert.equal(kept("One.\n\nSo \\boxed{4}. Let me"), "One.\n\nSo \\boxed{4}.");
    assert.equal(kept("One.\n\nSo \\boxed{4} is what I"), null);
    assert.equal(kept("\\boxed{4}\n\nLet me"), "\\boxed{4}\n\n");
    assert.equal(kept("One.\n\nSo \\boxed{"), "One.\n\n", "an open box is none");
    assert.equal(kept("One.\n\nSo \\boxed{ }"), "One.\n\n", "nor is an empty one");
    const query = "Look:\n\n```sql\nSELECT 1\n```";
    assert.equal(kept(`${query}\nThis is done. It`), `${query}\nThis is done.`);
    assert.equal(kept(`${query}\nThis is`), null);
    assert.equal(kept("Look:\n\n```sql\nSELECT 1"), "Look:\n\n");
  });

  it("holds no tag of a thought that goes on, and nothing is dropped where one was closed for good", () => {
    const open = { thought, inThought: true };
    assert.equal(kept("Hm.\n\n<think> so it is. But", open), "Hm.\n\n<think> so it is.");
    assert.equal(kept("Hm.\n\n<think> so", open), null);
    assert.equal(kept("<think> Hm.\n\nso", open), "<think> Hm.\n\n");
    assert.equal(kept("Hm.\n\nSo</think> it is", { thought: { ...thought, startsOpen: true } }), null);
    assert.equal(kept("<think>Hm.</think>\n\nSo", { thought }), null);
  });

  it("holds nothing that somebody else has put there", () => {
    const text = "One.\n\nA person said no. So";
    const least = words("One.\n\nA person said").length;
    assert.equal(kept(text, { keptAtLeast: least }), "One.\n\nA person said no.");
    assert.equal(kept(text, { keptAtLeast: words(text).length }), null);
    assert.equal(kept(text, { keptAtLeast: words("One.\n\n").length }), "One.\n\n");
  });
});

it("what is missing to a blank line", () => {
  assert.deepEqual(["", "One.", "One.\n", "One.\n\n", "One.\n\n\n"].map(toBlankLine), [
    "\n\n",
    "\n\n",
    "\n",
    "",
    "",
  ]);
});
