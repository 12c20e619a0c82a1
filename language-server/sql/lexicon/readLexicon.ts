import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { detailOf, fail, type Result } from "../../contract/result.ts";
import { type Lexicon, parseLexicon } from "../../core/sql/linking/lexicon.ts";

/**
 * The product's word list for schema linking: 20,000 English words, 5 MB once read. Linking works without it, but does
 * not find synonyms. Fails with `input/invalid` when the file is missing or damaged.
 * @param root of the product, which holds `media`.
 */
export async function readLexicon(root: string): Promise<Result<Lexicon>> {
  try {
    return parseLexicon(await readFile(join(root, "media", "linking", "words.bin")));
  } catch (error) {
    return fail("input/invalid", "The word list for schema linking could not be read.", detailOf(error));
  }
}
