import { type Document, isMap, parseDocument, type Scalar, visit, type YAMLMap } from "yaml";
import type { KeyPath } from "./schema.ts";
import { nameOf, pathOf, protocolOf, type Span } from "./tree.ts";

interface Place {
  readonly protocol: string | undefined;
  /** What a completion replaces: the word around the cursor. */
  readonly word: Span;
}

/** A name is being written: inside the object at `path`. */
export interface KeyPlace extends Place {
  readonly kind: "key";
  readonly path: KeyPath;
  readonly present: ReadonlySet<string>;
  readonly flow: boolean;
  /** Columns before the name. */
  readonly indent: number;
  /** The colon is there already. */
  readonly hasColon: boolean;
}

/** The value of the name at `path` is being written. */
export interface ValuePlace extends Place {
  readonly kind: "value";
  readonly path: KeyPath;
  readonly quoted: boolean;
  /** The colon stands directly before the cursor. */
  readonly needsSpace: boolean;
}

/** Allowed in YAML, and written by nobody. */
const mark = "\uE000";
const wordBefore = /[\w+-]*$/;
const wordAfter = /^[\w+-]*/;

/**
 * What is being written at the cursor. A document that is being typed is seldom valid, so a mark takes the place of
 * the word at the cursor and the parser, which goes on after errors, decides where it belongs. Null in comments, in
 * running text, and wherever no name or value can stand.
 */
export function placeAt(text: string, offset: number): KeyPlace | ValuePlace | null {
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
    const base = { protocol: protocolOf(document, text), word };
    if (found.map === null) {
      return { ...base, kind: "value", path: found.path, quoted: isQuoted(found.scalar), needsSpace };
    }
    return {
      ...base,
      kind: "key",
      path: found.path,
      present: new Set(found.map.items.map(nameOf).filter((name) => name !== mark)),
      flow: found.map.flow === true,
      indent: before.length - before.trimStart().length,
      hasColon: /^\s*:/.test(after),
    };
  }
  return null;
}

/** What to put at the cursor, most likely first; the later ones end what the writer has not ended yet. */
function standIns(before: string, after: string): string[] {
  const last = /^\s*(#.*)?$/.test(after);
  if (last && before.trim() === "") return [`${mark}:`, `${mark},`];
  const endings = last ? ["", "}", ","] : ["", ",", "}"];
  return [...endings, '"', "'"].map((ending) => mark + ending);
}

interface Found {
  readonly scalar: Scalar;
  readonly path: KeyPath;
  /** The object that the mark is a name of; null when it is a value. */
  readonly map: YAMLMap | null;
}

function findMark(document: Document): Found | null {
  let found: Found | null = null;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      if (scalar.value !== mark) return undefined;
      const names = pathOf(ancestors);
      const map = ancestors.at(-2);
      if (key === "value") found = { scalar, path: names, map: null };
      if (key === "key" && isMap(map)) found = { scalar, path: names.slice(0, -1), map };
      return visit.BREAK;
    },
  });
  return found;
}

const isQuoted = (scalar: Scalar): boolean =>
  scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
