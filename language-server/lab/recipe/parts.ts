/** Recipes that start from other recipes: what has to be trained, in which order, in which folders. */
import { mkdir, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import { type Recipe, readRecipe } from "./recipe.ts";
import { claimOf, isModelFile, lastStep, runFiles } from "./runFolder.ts";

/** One recipe to be trained in one folder. */
export interface Part {
  readonly recipe: Recipe;
  /** The recipe as text. */
  readonly text: string;
  /** File that the recipe was first read from: its `start` is relative to it. */
  readonly source: string;
  readonly folder: string;
  /** Folder of the run, or GGUF model, whose weights and tokenizer it starts from. */
  readonly start: string | null;
}

/** A part whose folder may not be there yet. */
type Link = Omit<Part, "folder"> & { readonly folder: string | null };

/**
 * Parts to be trained for a recipe, the recipe itself last. A recipe named by `start` is trained in a folder beside
 * `folder`: the one that holds its run already, or a new one; it is left out when it has reached its end. So the same
 * call after an interruption goes on where the last one stopped.
 *
 * @param source file that `start` is relative to, when `recipePath` is a copy
 * Errors: `input/invalid` for recipes that cannot be read or that start from themselves, `model/not-found` when there
 * is nothing to start from.
 */
export async function partsOf(
  recipePath: string,
  folder: string,
  source = recipePath,
): Promise<Result<readonly Part[]>> {
  const target = resolve(folder);
  const chain = await chainOf(resolve(recipePath), target, resolve(source));
  if (!chain.ok) return chain;
  const parts: Part[] = [];
  let start = chain.value.at(-1)?.start ?? null;
  for (const link of chain.value.toReversed()) {
    const place = link.folder ?? (await newRunFolder(dirname(target), link.source));
    const isDone = (await lastStep(place)) >= link.recipe.training.steps;
    if (!isDone || place === target) parts.push({ ...link, folder: place, start });
    start = place;
  }
  return ok(parts);
}

/** Whether `partsOf` would find everything, without making a folder. */
export async function checkParts(recipePath: string, folder: string): Promise<Result<Recipe>> {
  const chain = await chainOf(resolve(recipePath), resolve(folder), resolve(recipePath));
  if (!chain.ok) return chain;
  const [asked] = chain.value;
  return asked === undefined ? fail("internal", "There is nothing to train.") : ok(asked.recipe);
}

/** From the recipe asked for back to the one that starts from nothing, or from weights that are there. */
async function chainOf(path: string, target: string, source: string): Promise<Result<readonly Link[]>> {
  const links: Link[] = [];
  const seen: string[] = [];
  let next: { path: string; source: string; folder: string | null } = { path, source, folder: target };
  for (;;) {
    const read = await readRecipeFile(next.path);
    if (!read.ok) return read;
    const { recipe } = read.value;
    const folder = next.folder ?? (await furthestRun(recipe, dirname(target)));
    const link = { ...read.value, source: next.source, folder, start: null };
    // With weights of its own a run needs no earlier one any more.
    if (recipe.start === undefined || (folder !== null && (await lastStep(folder)) > 0)) {
      return ok([...links, link]);
    }
    const origin = resolve(dirname(next.source), recipe.start);
    const kind = await stat(origin).catch(() => null);
    if (kind === null) {
      return fail(
        "model/not-found",
        `${basename(next.source)} starts from ${recipe.start}, which does not exist.`,
      );
    }
    if (kind.isDirectory() || isModelFile(origin)) return ok([...links, { ...link, start: origin }]);
    links.push(link);
    seen.push(await realpath(next.source).catch(() => next.source));
    if (seen.includes(await realpath(origin))) {
      return fail(
        "input/invalid",
        `${basename(origin)} starts from itself, by way of ${basename(next.source)}.`,
      );
    }
    next = { path: origin, source: origin, folder: null };
  }
}

async function readRecipeFile(path: string): Promise<Result<{ recipe: Recipe; text: string }>> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return fail("input/invalid", `The recipe ${path} cannot be read.`);
  const recipe = readRecipe(text);
  if (recipe.ok) return ok({ recipe: recipe.value, text });
  return { ok: false, error: { ...recipe.error, message: `${basename(path)}: ${recipe.error.message}` } };
}

/** Folder inside `parent` that holds the furthest run of this recipe; null when none does. */
export async function furthestRun(recipe: Recipe, parent: string): Promise<string | null> {
  const claim = claimOf(recipe);
  let furthest: { readonly folder: string; readonly step: number } | null = null;
  for (const name of (await readdir(parent).catch(() => [])).sort()) {
    const folder = join(parent, name);
    if ((await readFile(runFiles(folder).claim, "utf8").catch(() => null)) !== claim) continue;
    const step = await lastStep(folder);
    // One that was trained for longer than the recipe says is another model.
    if (step > recipe.training.steps) continue;
    if (furthest === null || step > furthest.step) furthest = { folder, step };
  }
  return furthest?.folder ?? null;
}

/** Makes `<parent>/<name of the recipe's file>-<n>` with the first n that is free. */
export async function newRunFolder(parent: string, recipePath: string): Promise<string> {
  const name = recipeFileName(recipePath);
  await mkdir(parent, { recursive: true });
  for (let n = 1; ; n++) {
    const folder = join(parent, `${name}-${n}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** A recipe's file name without what it ends with, as far as every file system takes it. */
export function recipeFileName(path: string): string {
  const name = basename(path)
    .replace(/(\.recipe)?\.ya?ml$/i, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return /^[.-]*$/.test(name) ? "training" : name;
}
