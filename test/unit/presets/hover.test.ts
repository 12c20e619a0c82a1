import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { presetYaml } from "../../../language-server/core/presets/presetYaml.ts";
import { hoverYaml } from "../../../language-server/core/schemaYaml/hover.ts";

const text = `protocol: multi-attempt
parameters:
  attempts: 5
  prompts: { silent: "Again." }
samples: 2
`;
const hover = (word: string, source = text) => hoverYaml(presetYaml, source, source.indexOf(word) + 1);

describe("hover in presets", () => {
  it("says what a name means, which values it takes and its default, at the name", () => {
    const found = hover("attempts");
    assert.equal(found?.contents, "Attempts allowed (N).\n\nInteger from 1 to 32.\n\nDefault: `3`.");
    assert.equal(text.slice(found?.span.start, found?.span.end), "attempts");
  });

  it("shows a prompt's default as it is", () => {
    assert.match(hover("silent")?.contents ?? "", /```text\nTry again\. Tries left: \{left\}\./);
  });

  it("says what a named protocol does", () => {
    assert.match(hover("multi-attempt")?.contents ?? "", /^Up to N attempts/);
  });

  it("says nothing about values and unknown names", () => {
    assert.equal(hover("Again"), null);
    assert.equal(hover("5"), null);
    assert.equal(hover("budgets", "protocol: direct\nparameters: {budgets: 1}"), null);
    assert.equal(hover("fast", "fast"), null);
  });

  it("works beside an error", () => {
    assert.match(
      hover("budget", "protocol: direct\nparameters: {budget: [")?.contents ?? "",
      /Budget of the answer/,
    );
  });
});
