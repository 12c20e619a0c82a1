import { type Document, isMap, parseDocument, type Scalar, visit, type YAMLMap } from "yaml";
import { type EditorSchema, schemaAlong } from "./schema.ts";
import { nameOf, type Span } from "./tree.ts";

interface Place {
  /** Of the object that gets the name, or of the value; undefined where the schema knows nothing. */
  readonly schema: EditorSchema | undefined;
  /** What a completion replaces: the word around the cursor. */
  readonly word: Span;
}

/** A name is being written, inside an object. */
export interface KeyPlace extends Place {
  readonly kind: "key";
  readonly present: ReadonlySet<string>;
  readonly flow: boolean;
  /** Columns before the name. */
  readonly indent: number;
  /** The colon is there already. */
  readonly hasColon: boolean;
}

/** The value of a name is being written. */
export interface ValuePlace extends Place {
  readonly kind: "value";
  readonly quoted: boolean;
  /** The colon stands directly before the cursor. */
  readonly needsSpace: boolean;
}

/** Allowed in YAML, and written by nobody. */
const mark = "\uE000";
const wordBefore = /[\w+-]*$/;
const wordAfter = /^[\w+-]*/;
/** White space, and the dashes of lists that begin on the same line. */
const leadIn = /^\s*(?:-\s+)*/;

/**
 * What is being written at the cursor. A document that is being typed is seldom valid, so a mark takes the place of
 * the word at the cursor and the parser, which goes on after errors, decides where it belongs. Null in comments, in
 * running text, and wherever no name or value can stand.
 */
export function placeAt(
  text: string,
  offset: number,
  schemaFor: (document: Document, text: string) => EditorSchema,
): KeyPlace | ValuePlace | null {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const left = text.slice(lineStart, offset);
  const right = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  const written = wordBefore.exec(left)?.[0].length ?? 0;
  const rest = wordAfter.exec(right)?.[0].length ?? 0;
  const word: Span = { start: offset - written, end: offset + rest };
  const before = left.slice(0, left.length - written);
  const after = right.slice(rest);
  const needsSpace = before.endsWith(":");
  for (const stand of standIns(before, after)) {
    const probed = `${text.slice(0, word.start)}${needsSpace ? " " : ""}${stand}${text.slice(word.end)}`;
    const document = parseDocument(probed, { prettyErrors: false, logLevel: "silent" });
    const found = findMark(document);
    if (found === null) continue;
    const base = { schema: schemaAlong(schemaFor(document, text), found.nodes), word };
    if (found.map === null) {
      return { ...base, kind: "value", quoted: isQuoted(found.scalar), needsSpace };
    }
    return {
      ...base,
      kind: "key",
      present: new Set(found.map.items.map(nameOf).filter((name) => name !== mark)),
      flow: found.map.flow === true,
      indent: leadIn.exec(before)?.[0].length ?? 0,
      hasColon: /^\s*:/.test(after),
    };
  }
  return null;
}

/** What to put at the cursor, most likely first; the later ones end what the writer has not ended yet. */
function standIns(before: string, after: string): string[] {
  const last = /^\s*(#.*)?$/.test(after);
  if (last && leadIn.exec(before)?.[0] === before) return [`${mark}:`, `${mark},`];
  const endings = last ? ["", "}", ","] : ["", ",", "}"];
  return [...endings, '"', "'"].map((ending) => mark + ending);
}

interface Found {
  readonly scalar: Scalar;
  /** Those on the way to the schema of the place. */
  readonly nodes: readonly unknown[];
  /** The object that the mark is a name of; null when it is a value. */
  readonly map: YAMLMap | null;
}

function findMark(document: Document): Found | null {
  let found: Found | null = null;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      if (scalar.value !== mark) return undefined;
      const map = ancestors.at(-2);
      if (key === "value") found = { scalar, nodes: ancestors, map: null };
      if (key === "key" && isMap(map)) found = { scalar, nodes: ancestors.slice(0, -1), map };
      return visit.BREAK;
    },
  });
  return found;
}

const isQuoted = (scalar: Scalar): boolean =>
  scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
