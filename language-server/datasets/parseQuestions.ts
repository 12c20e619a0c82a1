import { parseQuestionText } from "../core/datasets/questionReader.ts";
import type { FieldMapping, ParsedQuestions } from "../core/datasets/types.ts";
import { sha256Text } from "./hashing.ts";

/**
 * Questions and diagnostics of an open document, for CodeLens and the Problems view. Never throws on any content.
 * @param options.path path or URI of the document; its extension decides only where the content does not
 */
export function parseQuestions(
  text: string,
  options: { readonly path: string; readonly mapping?: FieldMapping },
): ParsedQuestions {
  return parseQuestionText(text, { ...options, hash: sha256Text });
}
