import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { presetYaml } from "../../../language-server/core/presets/presetYaml.ts";
import { parsePreset, presetSchema } from "../../../language-server/core/protocols/preset.ts";
import { protocols } from "../../../language-server/core/protocols/registry.ts";
import { completeYaml } from "../../../language-server/core/schemaYaml/completion.ts";
import { yamlProblems } from "../../../language-server/core/schemaYaml/diagnostics.ts";

/** ‸ is the cursor. */
const at = (marked: string) => {
  const offset = marked.indexOf("‸");
  assert.ok(offset >= 0, "no cursor");
  return { text: marked.replace("‸", ""), offset };
};
const complete = (marked: string) => {
  const { text, offset } = at(marked);
  return completeYaml(presetYaml, text, offset);
};
const labels = (marked: string): string[] => complete(marked).map(({ label }) => label);

/** The text after one completion has been accepted. */
const accept = (marked: string, label: string): string => {
  const { text, offset } = at(marked);
  const chosen = completeYaml(presetYaml, text, offset).find((each) => each.label === label);
  assert.ok(chosen, `${label} is not offered`);
  return text.slice(0, chosen.replaces.start) + chosen.insert + text.slice(chosen.replaces.end);
};

const rootKeys = Object.keys((presetSchema() as { properties: object }).properties);
const parametersOf = (id: string) => Object.keys(protocols.get(id)?.schema.properties ?? {});
const budgets = ["fast", "verify", "slow", "summary"];

describe("completion of names in presets", () => {
  it("offers every root name in an empty file", () => {
    assert.deepEqual(labels("‸"), rootKeys);
    assert.deepEqual(labels("# a comment\n‸"), rootKeys);
  });

  for (const id of protocols.keys()) {
    it(`offers the parameters of ${id}`, () => {
      assert.deepEqual(labels(`protocol: ${id}\nparameters:\n  ‸`), parametersOf(id));
      assert.deepEqual(labels(`parameters:\n  ‸\nprotocol: ${id}\n`), parametersOf(id));
    });
  }

  it("leaves out what is there already", () => {
    assert.deepEqual(
      labels("protocol: direct\ntitle: x\n‸\nseed: 3\n"),
      rootKeys.filter((name) => !["protocol", "title", "seed"].includes(name)),
    );
  });

  for (const [where, text, expected] of [
    ["below a nested name", "protocol: thinker\nparameters:\n  budget:\n    ‸\n", budgets],
    [
      "among nested names",
      "protocol: thinker\nparameters:\n  budget:\n    fast: 1\n    ‸\n    slow: 2\n",
      ["verify", "summary"],
    ],
    ["at the first letters of a name", "protocol: thinker\nparameters:\n  budget:\n    ve‸\n", budgets],
    ["in front of a name's colon", "protocol: thinker\nparameters:\n  budget:\n    ve‸: 3\n", budgets],
    ["in a flow object", "protocol: thinker\nparameters:\n  budget: {‸}\n", budgets],
    [
      "after a flow object's comma",
      "protocol: thinker\nparameters:\n  budget: { fast: 1, ‸ }\n",
      ["verify", "slow", "summary"],
    ],
    [
      "between flow names",
      "protocol: thinker\nparameters:\n  budget: { ‸ fast: 1 }\n",
      ["verify", "slow", "summary"],
    ],
    [
      "in a flow object without its end, more text below",
      "protocol: thinker\nparameters:\n  budget: { fast: 1, ve‸\n  prompts:\n    fast: x\n",
      ["verify", "slow", "summary"],
    ],
    [
      "in flow objects without their ends",
      "protocol: thinker\nparameters: { budget: { fast: 1, ‸",
      ["verify", "slow", "summary"],
    ],
    [
      "in a flow object over several lines",
      "protocol: thinker\nparameters: {\n  budget: {\n    fast: 1,\n    ‸\n  }\n}\n",
      ["verify", "slow", "summary"],
    ],
    ["in a whole file in flow style", "{ protocol: thinker, parameters: { budget: { ‸ } } }", budgets],
    ["with line ends of Windows", "protocol: thinker\r\nparameters:\r\n  budget:\r\n    ‸\r\n", budgets],
    ["under sampling", "protocol: thinker\nsampling:\n  ‸", ["temperature", "topP", "minP", "topK"]],
    [
      "before a comment",
      "protocol: thinker\nsampling:\n  top‸ # later\n",
      ["temperature", "topP", "minP", "topK"],
    ],
    ["after an error elsewhere", "title: [\nprotocol: thinker\nparameters:\n  budget:\n    ‸\n", budgets],
  ] as const) {
    it(`works ${where}`, () => assert.deepEqual(labels(text), expected));
  }

  for (const [where, text] of [
    ["a comment", "# ‸"],
    ["running text", "description: A sen‸tence of words"],
    ["a block of text", "protocol: thinker\nparameters:\n  prompts:\n    fast: |\n      Solve ‸\n"],
    ["a line of a block of text", "protocol: thinker\nparameters:\n  prompts:\n    fast: |\n      ‸\n"],
    ["quoted text", 'title: "a ‸ b"'],
    ["a list", "protocol: thinker\nparameters:\n  - ‸"],
    ["an unknown object", "protocol: direct\nparameters:\n  nothing:\n    ‸"],
    ["parameters of no protocol", "parameters:\n  ‸"],
    ["parameters of an unknown protocol", "protocol: guess\nparameters:\n  ‸"],
  ] as const) {
    it(`offers nothing in ${where}`, () => assert.deepEqual(labels(text), []));
  }

  it("writes the colon, and a new level for objects", () => {
    assert.equal(accept("ti‸", "title"), "title: ");
    assert.equal(accept("protocol: thinker\nsa‸", "sampling"), "protocol: thinker\nsampling:\n  ");
    assert.equal(
      accept("protocol: thinker\nparameters:\n    bud‸", "budget"),
      "protocol: thinker\nparameters:\n    budget:\n        ",
    );
    assert.equal(
      accept("protocol: thinker\nparameters: { ‸ }", "alwaysSlow").slice(18),
      "parameters: { alwaysSlow:  }",
    );
    assert.equal(
      accept("protocol: thinker\nparameters: { ‸ }", "budget").slice(18),
      "parameters: { budget: { $1 } }",
    );
    assert.equal(accept("ti‸: x", "title"), "title: x");
  });

  it("documents each name with its description, values and default", () => {
    const found = complete("protocol: thinker\nparameters:\n  budget:\n    ‸")[0];
    assert.equal(found?.detail, "1000");
    assert.equal(
      found?.documentation,
      "Budget of the fast answer. In tokens, thoughts included.\n\nInteger, at least 1.\n\nDefault: `1000`.",
    );
    for (const id of protocols.keys()) {
      for (const { documentation } of complete(`protocol: ${id}\nparameters:\n  ‸`))
        assert.notEqual(documentation, "");
    }
  });

  it("shows the sampling that the protocol itself takes", () => {
    const temperature = (id: string) => complete(`protocol: ${id}\nsampling:\n  ‸`)[0];
    assert.match(temperature("thinker")?.documentation ?? "", /Default: `0\.6`/);
    assert.doesNotMatch(temperature("direct")?.documentation ?? "", /Default/);
  });
});

describe("completion of values in presets", () => {
  it("offers the protocols, each in its own words", () => {
    const found = complete("protocol: ‸");
    assert.deepEqual(
      found.map(({ label, documentation }) => [label, documentation]),
      [...protocols.values()].map(({ id, description }) => [id, description]),
    );
  });

  for (const [where, text, expected] of [
    ["directly after the colon", "protocol: thinker\nparameters:\n  stages:‸", ["all", "fastOnly"]],
    ["at its first letters", "protocol: thinker\nparameters:\n  stages: fas‸", ["all", "fastOnly"]],
    ["in place of another", "protocol: thinker\nparameters:\n  stages: ‸all # so far\n", ["all", "fastOnly"]],
    ["in quotes", 'protocol: thinker\nparameters:\n  stages: "‸"', ["all", "fastOnly"]],
    [
      "in a quote without its end",
      'protocol: thinker\nparameters:\n  stages: "f‸\n  summary: true\n',
      ["all", "fastOnly"],
    ],
    ["in a flow object", "protocol: thinker\nparameters: { stages: ‸ }", ["all", "fastOnly"]],
    ["in a flow object without its end", "protocol: thinker\nparameters: { stages: ‸", ["all", "fastOnly"]],
    [
      "before more names",
      "protocol: thinker\nparameters:\n  stages: ‸\n  summary: true\n",
      ["all", "fastOnly"],
    ],
    ["of a switch", "protocol: thinker\nparameters:\n  alwaysSlow: ‸", ["true", "false"]],
    ["of a number: its default", "protocol: thinker\nparameters:\n  budget:\n    fast: ‸", ["1000"]],
    [
      "with a sign in it",
      "protocol: multi-attempt\nparameters:\n  feedback: verdict+‸",
      ["verdict", "verdict+answer", "silent"],
    ],
    ["below grading", "grading:\n  profile: ‸", ["strict", "lenient", "reward"]],
  ] as const) {
    it(`works ${where}`, () => assert.deepEqual(labels(text), expected));
  }

  it("marks the default", () => {
    assert.deepEqual(
      complete("protocol: thinker\nparameters:\n  stages: ‸").map(({ detail }) => detail),
      ["default", undefined],
    );
  });

  it("puts the missing space after the colon", () => {
    assert.equal(accept("protocol:‸", "thinker"), "protocol: thinker");
    assert.equal(accept("protocol: th‸", "thinker"), "protocol: thinker");
  });

  it("writes every value so that the preset reads it back", () => {
    for (const { id, schema } of protocols.values()) {
      for (const [name, { properties = {} }] of Object.entries(schema.properties ?? {})) {
        // A list is begun by its key; there is no one value to offer for it.
        const inside = Object.keys(properties).filter((key) => properties[key]?.type !== "array");
        const places = inside.length > 0 ? inside : [undefined];
        for (const inner of places) {
          const line = inner === undefined ? `  ${name}: ‸` : `  ${name}:\n    ${inner}: ‸`;
          const marked = `protocol: ${id}\nparameters:\n${line}\n`;
          const offered = labels(marked);
          assert.ok(offered.length > 0, marked);
          for (const label of offered) {
            const preset = parsePreset(accept(marked, label));
            assert.ok(preset.ok, accept(marked, label));
            const parameters = preset.value.parameters as Record<string, Record<string, unknown>>;
            const value = inner === undefined ? parameters[name] : parameters[name]?.[inner];
            assert.equal(String(value), label);
          }
        }
      }
    }
  });

  it("keeps up with a preset typed from the first letter to the last", () => {
    const text = `protocol: thinker
title: "Small"
parameters:
  budget: { fast: 10, verify: 20 }
  stages: fastOnly
  prompts:
    fast: |
      {question}
sampling:
  temperature: 0.5
`;
    for (let offset = 0; offset <= text.length; offset++) {
      for (const typed of [text.slice(0, offset), text]) {
        for (const { replaces } of completeYaml(presetYaml, typed, offset)) {
          assert.ok(replaces.start <= offset && offset <= replaces.end);
        }
        yamlProblems(presetYaml, typed);
      }
    }
    assert.deepEqual(yamlProblems(presetYaml, text), []);
  });
});
