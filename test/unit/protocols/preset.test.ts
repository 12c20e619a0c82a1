import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bindProtocol } from "../../../language-server/core/protocols/bindProtocol.ts";
import { parsePreset } from "../../../language-server/core/protocols/preset.ts";

describe("presets", () => {
  it("reads YAML and JSON alike", () => {
    const yaml = parsePreset(
      "protocol: thinker\ntitle: Small\nparameters:\n  budget:\n    fast: 64\nsamples: 4\n",
    );
    const json = parsePreset(
      '{"protocol":"thinker","title":"Small","parameters":{"budget":{"fast":64}},"samples":4}',
    );
    assert.ok(yaml.ok && json.ok);
    assert.deepEqual(yaml.value, json.value);
  });

  it("keeps the defaults of what is not named", () => {
    const bound = bindProtocol("thinker", { budget: { fast: 64 } });
    assert.ok(bound.ok);
    assert.deepEqual((bound.value.parameters as { budget: object }).budget, {
      fast: 64,
      verify: 6000,
      slow: 6000,
      summary: 1000,
    });
  });

  for (const [what, text, message] of [
    ["an unknown protocol", "protocol: guess", /protocol must be one of/],
    ["a misspelt parameter", "protocol: direct\nparameters: {budgets: 3}", /unknown name “budgets”/],
    [
      "a wrong type",
      "protocol: multi-attempt\nparameters: {attempts: many}",
      /parameters\.attempts must be integer/,
    ],
    ["broken YAML", "protocol: [", /Not valid YAML/],
    ["no protocol", "title: x", /protocol/],
    ["an alias without its anchor", "protocol: *nowhere", /Not valid YAML: Unresolved alias/],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      const result = parsePreset(text);
      assert.ok(!result.ok);
      assert.match(result.error.message, message);
    });
  }
});
