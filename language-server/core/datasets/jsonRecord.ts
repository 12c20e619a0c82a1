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
    this.#tree ??= withinStack(() => parseTree(this.#text, [], strict));
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
  const first = firstError(text);
  const at =
    first === undefined
      ? range
      : rangeIn(
          text,
          first.offset,
          Math.max(0, Math.min(first.length, text.length - first.offset)),
          range.start,
        );
  const why = first === undefined ? "it is nested too deeply or cannot be parsed" : explanations[first.name];
  const message = `This is not valid JSON: ${why ?? "it cannot be parsed"}.`;
  return { ok: false, fault: { code: "json-syntax", severity: "error", message }, range: at };
}

interface FoundError {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

function firstError(text: string): FoundError | undefined {
  let first: FoundError | undefined;
  const onError = (error: ParseError["error"], offset: number, length: number) => {
    first ??= withinToken(text, { name: printParseErrorCode(error), offset, length });
  };
  withinStack(() => visit(text, { onError }, strict));
  return first;
}

/** Errors inside a string are reported for the whole string; narrows them to the character that is wrong. */
function withinToken(text: string, error: FoundError): FoundError {
  const wrong =
    error.name === "InvalidEscapeCharacter"
      ? /^(?:[^\\]|\\["\\/bfnrtu])*?(\\[^"\\/bfnrtu])/
      : error.name === "InvalidCharacter"
        ? // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
          /^[^\u0000-\u001f]*?([\u0000-\u001f])/
        : undefined;
  const match = wrong?.exec(text.slice(error.offset, error.offset + Math.min(error.length, 100_000)));
  if (match?.[1] === undefined) return error;
  return {
    name: error.name,
    offset: error.offset + match[0].length - match[1].length,
    length: match[1].length,
  };
}

/** The parser with offsets recurses; thousands of nested brackets are refused instead of ending the process. */
function withinStack<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
