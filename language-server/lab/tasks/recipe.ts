import { Ajv2020 } from "ajv/dist/2020.js";
import { fail, ok, type Result } from "../../contract/result.ts";
import { describeViolation } from "../../core/protocols/bindProtocol.ts";
import { type Mixture, type TaskId, taskIds, tasks } from "./registry.ts";

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
        enumDescriptions: taskIds.map((id) => tasks[id].title),
        description: taskIds.map((id) => `${id}: ${tasks[id].title}.`).join(" "),
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

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(mixtureSchema);

/** Checks a mixture that a file gives. Error: `input/invalid`, every violation named by its path. */
export function readMixture(value: unknown): Result<Mixture> {
  if (!validate(value)) {
    const violations = (validate.errors ?? [])
      .filter((error) => error.keyword !== "if")
      .map(describeViolation);
    return fail("input/invalid", `Mixture: ${violations.join("; ")}.`);
  }
  const mixture = value as Mixture;
  const faults = [...sumFaults(mixture)];
  return faults.length === 0 ? ok(mixture) : fail("input/invalid", `Mixture: ${faults.join("; ")}.`);
}

/** What a schema cannot say: some weight above zero, and shares of one whole that leave it whole. */
function* sumFaults(mixture: Mixture): Generator<string> {
  if (!mixture.some((part) => part.weight > 0)) yield "no part has a weight above zero";
  for (const [index, part] of mixture.entries()) {
    const given = (part.options ?? {}) as Readonly<Record<string, unknown>>;
    for (const name of ["steps", "attempts", "peers"]) {
      const weights = given[name];
      if (typeof weights !== "object" || weights === null) continue;
      if (!Object.values(weights).some((weight) => weight > 0))
        yield `${index}.options.${name} has no weight above zero`;
    }
    if (part.task !== "thinker") continue;
    const { wrongShare = 0.5, unfinishedShare = 0.05, mistakenShare = 0.05 } = part.options ?? {};
    if (wrongShare + unfinishedShare + mistakenShare > 1 + 1e-9) {
      yield `${index}.options: wrongShare, unfinishedShare and mistakenShare exceed 1 together`;
    }
  }
}
