import { fail, ok } from "../../contract/result.ts";
import type { YamlKind } from "../../core/schemaYaml/kind.ts";
import type { EditorSchema } from "../../core/schemaYaml/schema.ts";
import { recipeSchema, recipeViolations } from "./recipe.ts";

/** Training recipes, `*.recipe.yaml`, for completion, hover and diagnostics. */
export const recipeYaml: YamlKind = {
  title: "Recipe",
  code: "input/invalid",
  schemaFor: () => recipeSchema as EditorSchema,
  valueOf(document) {
    try {
      return ok(document.toJS({ maxAliasCount: 100 }));
    } catch (error) {
      return fail("input/invalid", `Not valid YAML: ${error instanceof Error ? error.message : error}`);
    }
  },
  violationsOf: recipeViolations,
};
