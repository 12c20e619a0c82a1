/** What is read out of a recipe's text without parsing it, for lists and copies. Pure; the server reads it in full. */

/** Value of a name at the root, on its own line, without quotes and comment; null when it is not there. */
const fieldOf = (text: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]+(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\n]*?))[ \\t]*(?:#.*)?$`, "m")
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined && part !== "") ?? null;

/** How a recipe calls what it makes. */
export const recipeHead = (text: string): { name: string | null; description: string | null } => ({
  name: fieldOf(text, "name"),
  description: fieldOf(text, "description"),
});

/** The recipe that one starts from, as its text names it; null when it starts from random weights or a folder. */
export function startOf(text: string): string | null {
  const start = fieldOf(text, "start");
  return start !== null && /\.recipe\.ya?ml$/i.test(start) ? start : null;
}
