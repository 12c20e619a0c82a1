/** A training recipe: everything that a run depends on, as YAML. The same recipe on the same device gives the same model. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { fail, ok, type Result } from "../../contract/result.ts";
import { describeViolation } from "../../core/protocols/bindProtocol.ts";
import type { StoredType } from "../export/quantise.ts";
import type { DeviceKind } from "../ggml/library.ts";
import type { DecoderConfig } from "../model/config.ts";
import { mixtureFaults, mixtureSchema } from "../tasks/mixture.ts";
import type { Mixture } from "../tasks/registry.ts";
import type { BatchShape } from "../train/data.ts";
import { defaultTrainSettings } from "../train/settings.ts";

export interface Recipe {
  readonly name: string;
  readonly description?: string;
  /** SPDX identifier of the model that comes out. */
  readonly license: string;
  readonly seed: number;
  /**
   * What is trained before: another recipe of the same model shape, or the folder of its run; relative to this recipe's
   * file. This run starts from its last weights and takes its tokenizer.
   */
  readonly start?: string;
  readonly model: Omit<DecoderConfig, "vocabulary">;
  readonly tokenizer: {
    /** Tokens at most. */
    readonly size: number;
    /** Samples of the data that it is learned from. */
    readonly samples: number;
    /** What it is learned from when later runs go on with other data; `data` of the recipe when left out. */
    readonly data?: Mixture;
  };
  readonly data: Mixture;
  readonly batch: BatchShape & {
    readonly accumulate: number;
    /** Shorter rows for shorter samples, see `packByLength`. */
    readonly short?: BatchShape;
  };
  readonly training: {
    readonly steps: number;
    readonly rate: number;
    readonly floorShare: number;
    readonly warmUpSteps: number;
    readonly shape: "cosine" | "linear" | "constant";
    readonly beta1: number;
    readonly beta2: number;
    readonly weightDecay: number;
    readonly clipNorm: number;
    readonly products: "f32" | "bf16";
    readonly saveEverySteps: number;
    /** How often the model is measured on samples that it is not trained on. */
    readonly measureEverySteps: number;
  };
  readonly device: { readonly kind: DeviceKind; readonly threads: number };
  readonly export: {
    readonly type: StoredType;
    readonly context?: number;
    /**
     * Share of the weights that the run started from in the exported model; the rest are the trained ones. Keeps most of
     * what was known before and most of what is new (Wortsman et al., Robust fine-tuning of zero-shot models, 2022).
     */
    readonly startShare?: number;
  };
}

const whole = (minimum: number, fallback?: number) => ({
  type: "integer",
  minimum,
  ...(fallback === undefined ? {} : { default: fallback }),
});
const number = (fallback: number) => ({ type: "number", minimum: 0, default: fallback });
const choice = (values: readonly string[], fallback?: string) => ({
  enum: values,
  ...(fallback === undefined ? {} : { default: fallback }),
});
const object = (
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[],
  rest: Readonly<Record<string, unknown>> = {},
) => ({ type: "object", properties, required, additionalProperties: false, ...rest });

const mixture = (description: string) => ({ ...mixtureSchema, description });

/**
 * JSON schema of recipes; its defaults are filled in on reading. `npm run schemas` writes it to
 * `media/schemas/recipe.schema.json`, so that editors complete what the lab accepts.
 */
export const recipeSchema = object(
  {
    name: { type: "string", minLength: 1, description: "Name of the model" },
    description: { type: "string" },
    license: { type: "string", description: "SPDX identifier of the model's licence" },
    seed: { ...whole(0, 0), description: "Decides weights and data" },
    start: {
      type: "string",
      minLength: 1,
      description:
        "Recipe that is trained before this one, the folder of its run, or a GGUF model of the lab, to go on from its weights",
    },
    model: object(
      {
        layers: whole(1),
        width: { ...whole(2), description: "Width of the residual stream" },
        heads: whole(1),
        keyValueHeads: { ...whole(1), description: "Fewer than heads share keys and values" },
        hidden: {
          ...whole(1),
          description: "Width inside the feed-forward part; multiples of 32 are fastest",
        },
        context: { ...whole(8), description: "Longest sequence in tokens" },
        ropeBase: number(10_000),
        normEpsilon: number(1e-5),
        tied: { type: "boolean", default: true, description: "The output layer is the embedding" },
      },
      ["layers", "width", "heads", "keyValueHeads", "hidden", "context"],
    ),
    tokenizer: object(
      {
        size: whole(300, 2048),
        samples: whole(1, 4000),
        data: mixture("What the tokenizer is learned from, when later runs go on with other tasks"),
      },
      [],
      { default: {} },
    ),
    data: mixture("Tasks and their shares"),
    batch: object(
      {
        rows: whole(1),
        length: { ...whole(8), description: "Tokens per row; samples are packed into rows" },
        short: object({ rows: whole(1), length: whole(8) }, ["rows", "length"], {
          description: "Shorter rows beside the long ones, for shorter samples: attention costs less there",
        }),
        accumulate: { ...whole(1, 1), description: "Batches per step" },
      },
      ["rows", "length"],
    ),
    training: object(
      {
        steps: whole(1),
        rate: { type: "number", exclusiveMinimum: 0, description: "Highest learning rate" },
        floorShare: number(0.1),
        warmUpSteps: whole(0, 100),
        shape: choice(["cosine", "linear", "constant"], "cosine"),
        beta1: number(defaultTrainSettings.beta1),
        beta2: number(defaultTrainSettings.beta2),
        weightDecay: number(defaultTrainSettings.weightDecay),
        clipNorm: number(defaultTrainSettings.clipNorm),
        products: choice(["f32", "bf16"], "f32"),
        saveEverySteps: { ...whole(1, 200), description: "Steps between checkpoints" },
        measureEverySteps: {
          ...whole(1, 100),
          description: "Steps between measurements on samples that are not trained on",
        },
      },
      ["steps", "rate"],
    ),
    device: object({ kind: choice(["cpu", "cuda", "vulkan", "metal"], "cpu"), threads: whole(1, 1) }, [], {
      default: {},
    }),
    export: object(
      {
        type: choice(["F32", "F16", "Q8_0"], "F16"),
        context: whole(8),
        startShare: {
          type: "number",
          minimum: 0,
          exclusiveMaximum: 1,
          description:
            "Share of the weights that the run started from in the exported model: keeps what was known before",
        },
      },
      [],
      { default: {} },
    ),
  },
  ["name", "license", "model", "data", "batch", "training"],
  { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Deliberate training recipe" },
);

const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
/** Made when first needed: it takes longer than all else that a starting server does. */
let compiled: ValidateFunction<Recipe> | undefined;

/** What keeps a value from being a recipe, each with its path; empty for one that can be used. Fills in defaults. */
export const recipeViolations = (value: unknown): readonly ErrorObject[] => checked(value).violations;

function checked(value: unknown): {
  readonly recipe: Recipe | null;
  readonly violations: readonly ErrorObject[];
} {
  compiled ??= ajv.compile<Recipe>(recipeSchema);
  if (!compiled(value)) {
    // “if” only says that a branch was taken; what is wrong in the branch has entries of its own.
    const violations = (compiled.errors ?? []).filter((error) => error.keyword !== "if");
    return { recipe: null, violations };
  }
  const { data, tokenizer } = value;
  const violations = [
    ...mixtureViolations("/data", data),
    ...(tokenizer.data === undefined ? [] : mixtureViolations("/tokenizer/data", tokenizer.data)),
    ...(value.start === undefined && (value.export.startShare ?? 0) > 0
      ? [violation("/export/startShare", "wants a start: there are no weights to keep a share of")]
      : []),
  ];
  return { recipe: violations.length === 0 ? value : null, violations };
}

const mixtureViolations = (place: string, mixture: Mixture): ErrorObject[] =>
  Array.from(mixtureFaults(mixture), ({ path, message }) => violation([place, ...path].join("/"), message));

/** What a schema cannot say. */
const violation = (instancePath: string, message: string): ErrorObject => ({
  keyword: "recipe",
  instancePath,
  schemaPath: "",
  params: {},
  message,
});

/**
 * Reads a recipe.
 *
 * Errors: `input/invalid` with every fault and where it is.
 */
export function readRecipe(text: string): Result<Recipe> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return fail("input/invalid", "The recipe is no valid YAML.", String(error));
  }
  const { recipe, violations } = checked(value);
  if (recipe !== null) return ok(recipe);
  return fail("input/invalid", `The recipe cannot be used: ${violations.map(describeViolation).join("; ")}.`);
}
