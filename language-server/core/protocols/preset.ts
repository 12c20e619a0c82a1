import { Ajv2020 } from "ajv/dist/2020.js";
import { parseDocument } from "yaml";
import type { SamplingSettings } from "../../contract/entities.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { bindProtocol, describeViolation } from "./bindProtocol.ts";
import type { JsonSchema } from "./protocol.ts";
import { protocols } from "./registry.ts";

/** A protocol with settings under a name, kept as a file `*.deliberate.yaml` (or .json) in the workspace. */
export interface Preset {
  readonly protocol: string;
  readonly title?: string;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly samples?: number;
  readonly seed?: number;
  readonly sampling?: Partial<SamplingSettings>;
  readonly grading?: { readonly profile?: "strict" | "lenient" | "reward" };
}

const samplingSchema: JsonSchema = {
  type: "object",
  description: "How tokens are drawn.",
  additionalProperties: false,
  properties: {
    temperature: { type: "number", minimum: 0, maximum: 5, description: "0 takes the most likely token." },
    topP: { type: "number", exclusiveMinimum: 0, maximum: 1, description: "1 switches it off." },
    minP: { type: "number", minimum: 0, maximum: 1, description: "0 switches it off." },
    topK: {
      type: "integer",
      minimum: 1,
      maximum: 256,
      description: "Candidates among which a token is drawn.",
    },
  },
};

/**
 * JSON schema of preset files. `media/schemas/protocol.schema.json` is this object, written by the build, so that
 * editors complete what the server accepts.
 */
export function presetSchema(): object {
  const variants = [...protocols.values()].map((protocol) => ({
    if: { properties: { protocol: { const: protocol.id } }, required: ["protocol"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema
    then: { properties: { parameters: { ...protocol.schema, default: protocol.defaults } } },
  }));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Deliberate protocol preset",
    description: "A reasoning protocol with its settings.",
    type: "object",
    required: ["protocol"],
    additionalProperties: false,
    properties: {
      protocol: {
        type: "string",
        enum: [...protocols.keys()],
        enumDescriptions: [...protocols.values()].map((protocol) => protocol.description),
        description: "Which protocol this is a preset of.",
      },
      title: { type: "string", minLength: 1, description: "Name shown in lists." },
      description: { type: "string", description: "One sentence about what it is for." },
      parameters: {
        type: "object",
        description: "Parameters of the protocol; what is missing keeps its default.",
      },
      samples: { type: "integer", minimum: 1, maximum: 1024, description: "Samples per question." },
      seed: { type: "integer", minimum: 0, description: "Seed of the run." },
      sampling: samplingSchema,
      grading: {
        type: "object",
        additionalProperties: false,
        properties: {
          profile: {
            type: "string",
            enum: ["strict", "lenient", "reward"],
            description: "strict accepts only the asked-for answer form.",
          },
        },
      },
    },
    allOf: variants,
  };
}

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** Reads a preset from YAML or JSON text. Errors: `protocol/invalid` with line or path, `protocol/unknown`. */
export function parsePreset(text: string): Result<Preset> {
  const document = parseDocument(text, { prettyErrors: true });
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) return fail("protocol/invalid", `Not valid YAML: ${syntaxError.message}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const { $schema: _, ...schema } = presetSchema() as Record<string, unknown>;
  const validate = ajv.compile<Preset>(schema);
  if (!validate(value)) {
    const violations = (validate.errors ?? [])
      .filter((error) => error.keyword !== "if")
      .map(describeViolation);
    return fail("protocol/invalid", `Preset: ${violations.join("; ")}.`);
  }
  const bound = bindProtocol(value.protocol, value.parameters);
  return bound.ok ? ok(value) : bound;
}
