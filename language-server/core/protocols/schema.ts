import type { JsonSchema } from "./protocol.ts";

/** Small builders, so that a protocol's schema reads like the table of constants in its spec. */
export const tokens = (defaultValue: number, description: string): JsonSchema => ({
  type: "integer",
  minimum: 1,
  default: defaultValue,
  description: `${description} In tokens, thoughts included.`,
});

export const choice = <T extends string>(
  values: readonly T[],
  defaultValue: T,
  description: string,
): JsonSchema => ({
  type: "string",
  enum: values,
  default: defaultValue,
  description,
});

export const flag = (defaultValue: boolean, description: string): JsonSchema => ({
  type: "boolean",
  default: defaultValue,
  description,
});

export const prompt = (defaultValue: string, description: string): JsonSchema => ({
  type: "string",
  minLength: 1,
  default: defaultValue,
  description,
});

/** Texts of which one is drawn. */
export const prompts = (defaultValue: readonly string[], description: string): JsonSchema => ({
  type: "array",
  items: { type: "string", minLength: 1 },
  minItems: 1,
  default: defaultValue,
  description,
});

export const whole = (minimum: number, defaultValue: number, description: string): JsonSchema => ({
  type: "integer",
  minimum,
  default: defaultValue,
  description,
});

export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  description: string,
): JsonSchema => ({
  type: "object",
  properties,
  additionalProperties: false,
  description,
});

/** Parameters that every protocol has. */
export const commonProperties = {
  forceAnswer: flag(
    false,
    "At the end of a budget close the thought, open a box and sample up to 32 tokens more. The trace marks the answer as forced.",
  ),
  keepThoughts: flag(
    true,
    "Later turns see the thoughts of earlier ones. False removes them, and the dialogue is evaluated anew at every turn.",
  ),
} as const;
