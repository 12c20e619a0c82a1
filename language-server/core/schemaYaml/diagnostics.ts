import type { ErrorObject } from "ajv/dist/2020.js";
import { distance } from "fastest-levenshtein";
import { type Document, isMap, parseDocument, visit } from "yaml";
import { describeViolation } from "../protocols/bindProtocol.ts";
import type { YamlKind } from "./kind.ts";
import { schemaAlong } from "./schema.ts";
import { type NodePath, nodesAlong, pairAt, type Span, spanOf } from "./tree.ts";

export interface YamlProblem {
  readonly span: Span;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/**
 * Everything that keeps a YAML file from being used, in the words that its reader has for it, each at the text it is
 * about. While the text is no YAML, nothing is said about its meaning.
 */
export function yamlProblems(kind: YamlKind, text: string): YamlProblem[] {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  const syntax = [
    ...document.errors.map((error) => ({ error, severity: "error" as const })),
    ...document.warnings.map((error) => ({ error, severity: "warning" as const })),
  ].map(({ error, severity }) =>
    problem(within(text, error.pos), `Not valid YAML: ${error.message}`, severity),
  );
  if (document.errors.length > 0) return syntax;
  const value = kind.valueOf(document);
  if (!value.ok) return [problem(aliasOrFirstLine(document, text), value.error.message)];
  // Where `parameters` is no object, the common part of the schema and the protocol's say the same.
  const violations = new Map<string, YamlProblem>();
  for (const error of kind.violationsOf(value.value)) {
    const message = `${kind.title}: ${describeViolation(error)}${hint(kind, error, document, text)}.`;
    if (!violations.has(message)) violations.set(message, problem(spanFor(error, document, text), message));
  }
  return [...syntax, ...violations.values()];
}

const problem = (span: Span, message: string, severity: YamlProblem["severity"] = "error"): YamlProblem => ({
  span,
  message,
  severity,
});

/** Unknown names are marked themselves, missing ones at what should hold them, all else at the value. */
function spanFor(error: ErrorObject, document: Document, text: string): Span {
  const path = pathOfViolation(error);
  const pair = pairAt(document, path);
  if (error.keyword === "additionalProperties") {
    return spanOf(pairAt(document, [...path, error.params.additionalProperty])?.key) ?? firstLine(text);
  }
  const key = spanOf(pair?.key) ?? itemSpan(document, path);
  const value = isMap(pair?.value) ? undefined : spanOf(pair?.value);
  // `samples:` has a value of no length.
  if (value !== undefined && value.end > value.start) return value;
  return key ?? firstLine(text);
}

/** An object in a list has no name of its own to mark. */
const itemSpan = (document: Document, path: NodePath): Span | undefined => {
  const item = path.length === 0 ? undefined : nodesAlong(document, path).at(-1);
  return isMap(item) ? spanOf(item) : undefined;
};

const pathOfViolation = ({ instancePath }: ErrorObject): string[] =>
  instancePath
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The known name that was probably meant. */
function hint(kind: YamlKind, error: ErrorObject, document: Document, text: string): string {
  if (error.keyword !== "additionalProperties") return "";
  const schema = schemaAlong(kind.schemaFor(document, text), nodesAlong(document, pathOfViolation(error)));
  const written = String(error.params.additionalProperty);
  const [nearest] = Object.keys(schema?.properties ?? {})
    .map((name) => ({ name, edits: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.ceil(name.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return nearest === undefined ? "" : `; did you mean “${nearest.name}”`;
}

/** The first alias without an anchor before it. */
function aliasOrFirstLine(document: Document, text: string): Span {
  let found: Span | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      found = spanOf(alias);
      return visit.BREAK;
    },
  });
  return found ?? firstLine(text);
}

const within = (text: string, [start, end]: readonly [number, number]): Span => ({
  start: Math.min(start, text.length),
  end: Math.min(Math.max(end, start), text.length),
});

/** For what is wrong with the file as a whole: its first line that says something. */
function firstLine(text: string): Span {
  const found = /^[^\S\n]*([^\s#][^\r\n]*)/m.exec(text);
  if (found === null) return { start: 0, end: 0 };
  const end = found.index + found[0].trimEnd().length;
  return { start: end - found[0].trim().length, end };
}
