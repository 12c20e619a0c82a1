import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { presetTemplate } from "../../../extension/src/platform/presetTemplate.ts";
import { presetYaml } from "../../../language-server/core/presets/presetYaml.ts";
import { parsePreset } from "../../../language-server/core/protocols/preset.ts";
import { yamlProblems } from "../../../language-server/core/schemaYaml/diagnostics.ts";

const marked = (text: string) =>
  yamlProblems(presetYaml, text).map(({ span, message }) => [text.slice(span.start, span.end), message]);

describe("diagnostics of presets", () => {
  for (const [what, text, where, message] of [
    [
      "an unknown protocol",
      "title: x\nprotocol: guess\n",
      "guess",
      /^Preset: protocol must be one of direct, /,
    ],
    ["an unknown name", "protocol: direct\ncolour: 3\n", "colour", /^Preset: unknown name “colour”\.$/],
    [
      "a misspelt parameter",
      "protocol: thinker\nparameters:\n  budget: { fsat: 3 }\n",
      "fsat",
      /^Preset: parameters\.budget unknown name “fsat”; did you mean “fast”\.$/,
    ],
    [
      "a parameter of another protocol",
      "protocol: direct\nparameters:\n  attempts: 3\n",
      "attempts",
      /unknown name “attempts”/,
    ],
    [
      "a wrong type",
      "protocol: direct\nparameters: {budget: many}\n",
      "many",
      /parameters\.budget must be integer/,
    ],
    [
      "a number out of range",
      "protocol: direct\nsampling:\n  topP: 0 # none\n",
      "0",
      /sampling\.topP must be > 0/,
    ],
    [
      "a value of no choice",
      "protocol: thinker\nparameters:\n  stages: some\n",
      "some",
      /stages must be one of all, fastOnly/,
    ],
    ["a name without a value", "protocol: direct\nsamples:\nseed: 1\n", "samples", /samples must be integer/],
    ["an object for a number", "protocol: direct\nseed:\n  a: 1\n", "seed", /seed must be integer/],
    ["a number for an object", "protocol: direct\nparameters: 3\n", "3", /parameters must be object/],
    ["no protocol", "# mine\ntitle: x\n", "title: x", /must have required property 'protocol'/],
    ["a list", "- protocol: direct\n", "- protocol: direct", /must be object/],
    [
      "an alias without its anchor",
      "protocol: direct\ntitle: *that\n",
      "*that",
      /^Not valid YAML: Unresolved alias/,
    ],
    [
      "a name given twice",
      "protocol: direct\nseed: 1\nseed: 2\n",
      "s",
      /^Not valid YAML: Map keys must be unique/,
    ],
  ] as const) {
    it(`marks ${what}`, () => {
      const problems = marked(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.equal(problems[0]?.[0], where);
      assert.match(problems[0]?.[1] ?? "", message);
      assert.equal(parsePreset(text).ok, false);
    });
  }

  it("marks every violation, each at its own place", () => {
    const text = "protocol: multi-attempt\nsamples: 0\nparameters:\n  attempts: 99\n  prompts: {wrong: ''}\n";
    assert.deepEqual(
      marked(text)
        .map(([where]) => where)
        .sort(),
      ["''", "0", "99"],
    );
  });

  it("says in the same words what the server says when it reads the file", () => {
    const text = "protocol: direct\nsamples: 0\nparameters: {budget: x}\n";
    const read = parsePreset(text);
    assert.ok(!read.ok);
    for (const { message } of yamlProblems(presetYaml, text)) {
      assert.ok(read.error.message.includes(message.replace("Preset: ", "").replace(/\.$/, "")), message);
    }
  });

  it("marks broken YAML inside the text, and nothing else with it", () => {
    const text = "protocol: [\nsamples: 0";
    const problems = yamlProblems(presetYaml, text);
    assert.ok(problems.length > 0);
    for (const { message, span } of problems) {
      assert.match(message, /^Not valid YAML: /);
      assert.ok(span.start <= span.end && span.end <= text.length);
    }
  });

  it("finds a place in an empty file", () => {
    assert.deepEqual(
      yamlProblems(presetYaml, "").map(({ span }) => span),
      [{ start: 0, end: 0 }],
    );
  });

  it("has nothing against our own presets and the text of a new one", () => {
    for (const name of readdirSync("media/presets")) {
      assert.deepEqual(yamlProblems(presetYaml, readFileSync(`media/presets/${name}`, "utf8")), [], name);
    }
    assert.deepEqual(yamlProblems(presetYaml, presetTemplate("Mine")), []);
  });
});
