import type { Mixture, TaskId } from "./registry.ts";
import { taskIds, taskTitles } from "./taskTitles.ts";

/** Part of JSON Schema (draft 2020-12) as data. */
type Schema = Readonly<Record<string, unknown>>;

const share = (description: string): Schema => ({ type: "number", minimum: 0, maximum: 1, description });

const weightsBy = (pattern: string, description: string): Schema => ({
  type: "object",
  patternProperties: { [pattern]: { type: "number", minimum: 0 } },
  additionalProperties: false,
  minProperties: 1,
  description,
});

const options = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  properties,
  additionalProperties: false,
});

const mathProperties = {
  steps: weightsBy("^[1-6]$", "Weights by number of solution steps, 1 to 6."),
  distractorShare: share("Share of problems with a number that no one needs."),
  expressionShare: share("Share of bare arithmetic among the questions."),
};

const optionSchemas: { readonly [K in TaskId]: Schema } = {
  arithmetic: options({ steps: weightsBy("^[1-4]$", "Weights by number of operations, 1 to 4.") }),
  drill: options({
    lines: {
      type: "array",
      items: { type: "integer", minimum: 1 },
      minItems: 2,
      maxItems: 2,
      description: "Operations of one dialogue, at least and at most.",
    },
    byPlacesShare: share("Share of dialogues that work by place values."),
  }),
  direct: options(mathProperties),
  thinker: options({
    ...mathProperties,
    wrongShare: share("Share of dialogues whose fast answer is wrong."),
    unfinishedShare: share("Share of dialogues whose fast answer never reaches its box."),
    mistakenShare: share("Share of dialogues in which a right fast answer is turned down by mistake."),
    fastOnlyShare: share("Share of dialogues that end with a right fast answer."),
    fastBudgets: {
      type: "array",
      items: { type: "integer", minimum: 1 },
      minItems: 1,
      description:
        "Limits for the fast answer that are told to the model, in tokens, drawn with equal chances.",
    },
  }),
  "multi-attempt": options({
    ...mathProperties,
    wrongShare: share("Share of dialogues whose first attempt is wrong."),
    attempts: weightsBy("^[1-9]$", "Weights by number of attempts that are allowed."),
  }),
  leap: options({
    ...mathProperties,
    wrongPeerShare: share("Share of peers whose summary holds a wrong answer."),
    wrongShare: share("Share of dialogues in which the path's own work so far is wrong."),
    peers: weightsBy("^[1-9]$", "Weights by number of peers."),
  }),
  "sql-question": options({}),
  "sql-comment": options({}),
};

/** Schema of a mixture in a training recipe, for completion and checks. */
export const mixtureSchema: Schema = {
  type: "array",
  minItems: 1,
  description: "What the training samples are drawn from.",
  items: {
    type: "object",
    required: ["task", "weight"],
    additionalProperties: false,
    properties: {
      task: {
        type: "string",
        enum: taskIds,
        enumDescriptions: taskIds.map((id) => taskTitles[id]),
        description: taskIds.map((id) => `${id}: ${taskTitles[id]}.`).join(" "),
      },
      weight: { type: "number", minimum: 0, description: "Share among the parts; they need not sum to one." },
      options: { type: "object" },
    },
    allOf: taskIds.map((id) => ({
      if: { properties: { task: { const: id } } },
      // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
      then: { properties: { options: optionSchemas[id] } },
    })),
  },
};

/** Something wrong with a mixture that a schema cannot say. */
export interface MixtureFault {
  /** Names and numbers that lead to the value, as in a JSON pointer. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Weights that leave nothing to draw from, and shares of one whole that exceed it, in a mixture that fits its schema. */
export function* mixtureFaults(mixture: Mixture): Generator<MixtureFault> {
  if (!mixture.some((part) => part.weight > 0)) {
    yield { path: [], message: "has no part with a weight above zero" };
  }
  for (const [index, part] of mixture.entries()) {
    for (const [name, weights] of Object.entries(part.options ?? {})) {
      if (!isWeights(weights) || Object.values(weights).some((weight) => weight > 0)) continue;
      yield { path: [index, "options", name], message: "has no weight above zero" };
    }
    if (part.task !== "thinker") continue;
    const { wrongShare = 0.5, unfinishedShare = 0.05, mistakenShare = 0.05 } = part.options ?? {};
    if (wrongShare + unfinishedShare + mistakenShare > 1 + 1e-9) {
      yield {
        path: [index, "options"],
        message: "wrongShare, unfinishedShare and mistakenShare exceed 1 together",
      };
    }
  }
}

/** All objects among the options are weights by number. */
const isWeights = (option: unknown): option is Readonly<Record<string, number>> =>
  typeof option === "object" && option !== null && !Array.isArray(option);
