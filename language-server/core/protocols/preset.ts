import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { type Document, parseDocument } from "yaml";
import type { SamplingSettings, SqlSettings } from "../../contract/entities.ts";
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
  readonly sql?: Partial<SqlSettings>;
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

const sqlSchema: JsonSchema = {
  type: "object",
  description: "How text-to-SQL questions are put and scored.",
  additionalProperties: false,
  properties: {
    linking: {
      type: "boolean",
      default: true,
      description:
        "Rank tables and columns by the question and show the best; off, all are shown while they fit.",
    },
    comments: {
      type: "boolean",
      default: false,
      description: "Say beside each table why it is shown: words that name it, values as they are stored.",
    },
    schemaTokens: {
      type: "integer",
      minimum: 16,
      default: 1200,
      description: "Most tokens of schema shown, estimated; never more than a quarter of the context.",
    },
    constrained: {
      type: "boolean",
      default: false,
      description:
        "Keep answers to one query over tables and columns that the database has; thoughts stay free. Not with LeaP or an endpoint.",
    },
    scoring: {
      type: "string",
      enum: ["file", "spider", "bird"],
      default: "file",
      description:
        "Whose execution accuracy: BIRD's for files of BIRD and Spider's for all others, or always one.",
    },
    robust: {
      type: "boolean",
      default: false,
      description: "Compare right queries on generated variants of the database, too. Slow.",
    },
  },
};

/**
 * JSON schema of preset files, made of the protocols' own. `npm run schemas` writes it to
 * `media/schemas/protocol.schema.json`, so that editors complete what the server accepts.
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
      sql: sqlSchema,
    },
    allOf: variants,
  };
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
let compiled: ValidateFunction<Preset> | undefined;

function compile(): ValidateFunction<Preset> {
  const { $schema: _, ...schema } = presetSchema() as Record<string, unknown>;
  return ajv.compile<Preset>(schema);
}

/** What a preset's value breaks of the schema, each with its path; empty for a preset that can be used. */
export function presetViolations(value: unknown): readonly ErrorObject[] {
  compiled ??= compile();
  compiled(value);
  // “if” only says that a branch was taken; what is wrong in the branch has entries of its own.
  return (compiled.errors ?? []).filter((error) => error.keyword !== "if");
}

/** A parsed document as a value. Aliases are resolved only here: one without its anchor, or too many, is an error. */
export function presetValue(document: Document): Result<unknown> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    return fail("protocol/invalid", `Not valid YAML: ${(error as Error).message}`);
  }
}

/** Reads a preset from YAML or JSON text. Errors: `protocol/invalid` with line or path, `protocol/unknown`. */
export function parsePreset(text: string): Result<Preset> {
  const document = parseDocument(text, { prettyErrors: true, logLevel: "silent" });
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) return fail("protocol/invalid", `Not valid YAML: ${syntaxError.message}`);
  const read = presetValue(document);
  if (!read.ok) return read;
  const violations = presetViolations(read.value);
  if (violations.length > 0)
    return fail("protocol/invalid", `Preset: ${violations.map(describeViolation).join("; ")}.`);
  const preset = read.value as Preset;
  const bound = bindProtocol(preset.protocol, preset.parameters);
  return bound.ok ? ok(preset) : bound;
}
