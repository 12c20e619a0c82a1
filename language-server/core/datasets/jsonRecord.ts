/**
 * One JSON object as a record. `JSON.parse` decides what is valid; only where it fails or where a place or a number's
 * own text is asked for, the slower parser with offsets looks at the same text again.
 */
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  visit,
} from "jsonc-parser/lib/esm/main.js";
import type { TextRange } from "../../contract/entities.ts";
import { isFieldTable } from "./fieldValues.ts";
import { positionAt, type TextPosition } from "./positions.ts";
import type { FieldPath, RecordFault, SourceRecord } from "./types.ts";

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

export type JsonRecord =
  | { readonly ok: true; readonly record: SourceRecord }
  | { readonly ok: false; readonly fault: RecordFault; readonly range: TextRange };

/** Parses the text of one element that stands at `range`. */
export function parseJsonRecord(text: string, range: TextRange): JsonRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxFault(text, range);
  }
  if (!isFieldTable(value)) {
    const message = 'A question must be a JSON object with fields such as "question" and "answer".';
    return { ok: false, fault: { code: "json-not-object", severity: "error", message }, range };
  }
  return { ok: true, record: new JsonSourceRecord(value, text, range) };
}

class JsonSourceRecord implements SourceRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly range: TextRange;
  readonly #text: string;
  #tree: Node | undefined;

  constructor(fields: Readonly<Record<string, unknown>>, text: string, range: TextRange) {
    this.fields = fields;
    this.range = range;
    this.#text = text;
  }

  numberText(path: FieldPath): string | undefined {
    const node = this.#node(path);
    return node?.type === "number" ? this.#text.slice(node.offset, node.offset + node.length) : undefined;
  }

  fieldRange(path: FieldPath): TextRange | undefined {
    const node = this.#node(path);
    return node === undefined ? undefined : rangeIn(this.#text, node.offset, node.length, this.range.start);
  }

  #node(path: FieldPath): Node | undefined {
    this.#tree ??= parseTree(this.#text, [], strict);
    return this.#tree === undefined ? undefined : findNodeAtLocation(this.#tree, [...path]);
  }
}

function rangeIn(text: string, offset: number, length: number, origin: TextPosition): TextRange {
  return { start: positionAt(text, offset, origin), end: positionAt(text, offset + length, origin) };
}

const explanations: Readonly<Record<string, string>> = {
  InvalidSymbol: "unknown word or character; strings need double quotes, and NaN or Infinity are not JSON",
  InvalidNumberFormat: "a number is not written as JSON wants it",
  PropertyNameExpected: "a field name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected after the field name",
  CommaExpected: "a comma is missing between two fields",
  CloseBraceExpected: "the closing brace } is missing",
  CloseBracketExpected: "the closing bracket ] is missing",
  EndOfFileExpected: "there is text after the end of the object",
  InvalidCommentToken: "comments are not allowed",
  UnexpectedEndOfComment: "comments are not allowed",
  UnexpectedEndOfString: "a string is not closed",
  UnexpectedEndOfNumber: "a number is not complete",
  InvalidUnicode: "a \\u escape is not complete",
  InvalidEscapeCharacter: "a backslash starts an unknown escape; write \\\\ for a backslash",
  InvalidCharacter: "a control character stands in a string; write it as an escape",
};

function syntaxFault(text: string, range: TextRange): JsonRecord {
  let first: (ParseError & { name: string }) | undefined;
  visit(
    text,
    {
      onError: (error, offset, length) => {
        first ??= { error, offset, length, name: printParseErrorCode(error) };
      },
    },
    strict,
  );
  const offset = first?.offset ?? 0;
  const at = rangeIn(
    text,
    offset,
    Math.max(0, Math.min(first?.length ?? 1, text.length - offset)),
    range.start,
  );
  const message = `This is not valid JSON: ${explanations[first?.name ?? ""] ?? "it could not be parsed"}.`;
  return { ok: false, fault: { code: "json-syntax", severity: "error", message }, range: at };
}
