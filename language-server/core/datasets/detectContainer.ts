import { csvFields } from "./csvRows.ts";
import { looksLikeQuestion } from "./fieldNames.ts";
import { isFieldTable } from "./fieldValues.ts";
import type { Container, FieldMapping } from "./types.ts";

/** How many characters of the beginning `detectContainer` wants to see. */
export const headCharacters = 64 * 1024;

export type Detected =
  | { readonly container: Container; readonly delimiter?: string }
  | { readonly container: "empty" | "unknown" };

const byExtension: Readonly<Record<string, Container>> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  md: "markdown",
  markdown: "markdown",
  tex: "latex",
  latex: "latex",
};

/** Name of an environment that holds a problem, with its star. */
export const problemEnvironments = "problem|exercise|question|prob";

/**
 * Which format a file has, told by its beginning; its extension only decides where the beginning does not
 * (AQuA's `test.json` is JSONL, exports called `.txt` are CSV).
 * @param complete whether `head` is the whole file
 */
export function detectContainer(
  head: string,
  complete: boolean,
  path: string,
  mapping?: FieldMapping,
): Detected {
  const text = head.trimStart();
  if (text === "") return { container: "empty" };
  if (looksBinary(head)) return { container: "unknown" };
  const extension = byExtension[/\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""];
  if (/^\[\s*(?:[{[\]"]|-?\d[\d.eE+-]*\s*,|$)/.test(text)) return { container: "json" };
  if (/^\{\s*(?:["}]|$)/.test(text))
    return { container: objectContainer(text, complete, extension, mapping) };
  if (
    extension !== "markdown" &&
    new RegExp(`\\\\documentclass|^[ \\t]*\\\\begin\\s*\\{(?:${problemEnvironments})\\*?\\}`, "m").test(head)
  ) {
    return { container: "latex" };
  }
  const delimiter = questionDelimiter(text, mapping);
  if (delimiter !== undefined && extension !== "markdown" && extension !== "latex") {
    return { container: delimiter === "\t" ? "tsv" : "csv", delimiter };
  }
  if (extension === "csv" || extension === "tsv")
    return { container: extension, delimiter: extension === "tsv" ? "\t" : commonDelimiter(text) };
  if (extension !== undefined) return { container: extension };
  // A first line that is broken does not make a JSONL file something else.
  if (/^\s*\{\s*".*\}\s*$/m.test(text)) return { container: "jsonl" };
  if (/^(?:#{1,6}\s|\d+[.)]\s|\*\*|---\s*$|\|)/m.test(text) && /answer/i.test(text))
    return { container: "markdown" };
  return { container: "unknown" };
}

function objectContainer(
  text: string,
  complete: boolean,
  extension: Container | undefined,
  mapping: FieldMapping | undefined,
): "json" | "jsonl" {
  const lines = text.split(/\r\n|[\r\n]/);
  // The last line of a head may be cut anywhere.
  const whole = complete ? lines : lines.slice(0, -1);
  const filled = whole.filter((line) => line.trim() !== "").slice(0, 20);
  // A document that goes on in the next line, as no line of JSONL does.
  if (extension !== "jsonl" && filled.length > 1 && /[[{,:]\s*$/.test(filled[0] ?? "")) return "json";
  const objects = filled.map(parsedObject).filter((value) => value !== undefined);
  if (objects.some((fields) => looksLikeQuestion(fields, mapping))) return "jsonl";
  if (filled.length === 1 || whole.length === 0) {
    // One long line: an object that holds a list, or a single record.
    if (/^\{(?:[^[\]{}]|\{)*\[\s*\{/.test(text.slice(0, 2000)) && extension !== "jsonl") return "json";
    return extension === "json" ? "json" : "jsonl";
  }
  if (objects.length > 0) return "jsonl";
  if (extension === "jsonl" || filled.filter((line) => /^\s*\{\s*".*\S/.test(line)).length > 1)
    return "jsonl";
  return "json";
}

function parsedObject(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.trimStart().startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isFieldTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const delimiters = [",", "\t", ";", "|"] as const;

function questionDelimiter(text: string, mapping: FieldMapping | undefined): string | undefined {
  const first = text.slice(0, 4000).split(/[\r\n]/, 1)[0] ?? "";
  if (first.startsWith("|")) return undefined;
  return delimiters.find((delimiter) => {
    const names = csvFields([first], delimiter)[0] ?? [];
    return (
      names.length > 1 && looksLikeQuestion(Object.fromEntries(names.map((name) => [name, ""])), mapping)
    );
  });
}

function commonDelimiter(text: string): string {
  const first = text.slice(0, 4000).split(/[\r\n]/, 1)[0] ?? "";
  const count = (delimiter: string) => first.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ",";
}

/** Control characters other than white space in numbers: a GGUF or an archive, not a text. */
function looksBinary(head: string): boolean {
  const sample = head.slice(0, 4096);
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) odd++;
  }
  return odd > sample.length / 20;
}
