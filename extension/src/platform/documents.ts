/** Which documents concern us. Pure, so that the rules can be tested without VS Code. */

export const mathExtensions = ["jsonl", "json", "csv", "tsv", "md", "tex"] as const;

export const mathPattern = `**/*.{${mathExtensions.join(",")}}`;
export const presetPattern = "**/*.deliberate.{yaml,yml,json}";
export const recipePattern = "**/*.recipe.{yaml,yml}";

/** A file name that can hold questions. */
export const hasMathExtension = (path: string): boolean =>
  new RegExp(`\\.(${mathExtensions.join("|")})$`, "i").test(path) && !isPreset(path);

/** A protocol preset file by its name. */
export const isPreset = (path: string): boolean => /\.deliberate\.(ya?ml|json)$/i.test(path);

/** A training recipe by its name. */
export const isRecipe = (path: string): boolean => /\.recipe\.ya?ml$/i.test(path);

/** Enough of a file to see what it is about. */
export const sniffCharacters = 65_536;

/**
 * Whether a document looks so much like mathematics questions that the language server is worth starting for it.
 * Deliberately generous, and only for that: what a file really holds is the server's decision. Without this, every
 * opened `package.json` and `README.md` would cost a process.
 * @param head The first `sniffCharacters` of the text.
 */
export function deservesServer(path: string, head: string): boolean {
  if (isPreset(path) || isRecipe(path)) return true;
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  switch (extension) {
    case "jsonl":
      return true;
    case "csv":
    case "tsv":
      return /answer|solution|gold|target|correct|result/i.test(head.slice(0, 2_000));
    case "json":
      return /"[^"\n]{0,40}(answer|solution|gold|target|correct)[^"\n]{0,40}"\s*:/i.test(head);
    case "md":
      return /\banswer\b|\\boxed/i.test(head);
    case "tex":
      return /\\boxed|\\begin\{(problem|exercise|question|solution|answer)|\\answer/i.test(head);
    default:
      return false;
  }
}
