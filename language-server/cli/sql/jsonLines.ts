import { readFile } from "node:fs/promises";
import { UsageError } from "../usage.ts";

/** A line of a JSONL file with its number, from 1. */
export interface JsonLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** All lines that are not empty. @throws UsageError that names the file and the line. */
export async function readJsonLines(path: string): Promise<JsonLine[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError(`the file ${path} does not exist or cannot be read`);
  });
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((content, index) =>
      content.trim() === "" ? [] : [{ line: index + 1, fields: parsed(content, path, index + 1) }],
    );
}

function parsed(content: string, path: string, line: number): JsonLine["fields"] {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value));
  } catch {
    // Said below.
  }
  throw new UsageError(`${path}, line ${line}: not a JSON object`);
}

/** The first of the fields that holds a text or a number, as text. */
export function textField(fields: JsonLine["fields"], ...names: readonly string[]): string | undefined {
  const value = names.map((name) => fields[name]).find((each) => each !== undefined && each !== null);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
