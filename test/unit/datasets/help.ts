import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseQuestionText } from "../../../language-server/core/datasets/questionReader.ts";
import type { FieldMapping, ParsedQuestions } from "../../../language-server/core/datasets/types.ts";

export const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const parse = (text: string, path = "x", mapping?: FieldMapping): ParsedQuestions =>
  parseQuestionText(text, { path, hash, ...(mapping === undefined ? {} : { mapping }) });

export const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/math/${name}`, import.meta.url), "utf8");

/** Reads a fixture under a name without its extension: the content alone has to tell the format. */
export const parseFixture = (name: string): ParsedQuestions => parse(fixture(name), "file");

/** `line:character code` of every diagnostic, zero-based. */
export const places = (parsed: ParsedQuestions): string[] =>
  parsed.diagnostics.map(({ range, code }) => `${range.start.line}:${range.start.character} ${code}`);

export const textAt = (
  text: string,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
): string => {
  const lines = text.split(/\r\n|\n|\r/);
  const { start, end } = range;
  if (start.line === end.line) return lines[start.line]!.slice(start.character, end.character);
  return [
    lines[start.line]!.slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line]!.slice(0, end.character),
  ].join("\n");
};
