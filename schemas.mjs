#!/usr/bin/env node
/**
 * Writes the JSON schemas that editors complete presets and recipes by, from those that the product reads them by:
 *
 *   npm run schemas
 */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { presetSchema } from "./language-server/core/protocols/preset.ts";
import { recipeSchema } from "./language-server/lab/recipe/recipe.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "media", "schemas");

/** Text of each file of media/schemas, by its name. */
export const schemaFiles = {
  "protocol.schema.json": textOf(presetSchema()),
  "recipe.schema.json": textOf(recipeSchema),
};

function textOf(schema) {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (argv[1] !== undefined && fileURLToPath(import.meta.url) === argv[1]) {
  for (const [name, text] of Object.entries(schemaFiles)) await writeFile(join(folder, name), text);
}
