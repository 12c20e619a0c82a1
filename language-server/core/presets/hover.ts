import { isPair, parseDocument, visit } from "yaml";
import { documentation, type EditorSchema, schemaAt, schemaFor } from "./schema.ts";
import { pathOf, protocolOf, type Span, spanOf } from "./tree.ts";

export interface PresetHover {
  /** Markdown. */
  readonly contents: string;
  readonly span: Span;
}

/**
 * What the schema says about the name, or the named value, at an offset of a YAML preset. Null elsewhere.
 * @param offset UTF-16 units from the start of the text.
 */
export function hoverPreset(text: string, offset: number): PresetHover | null {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  const root = schemaFor(protocolOf(document, text));
  let found: PresetHover | null = null;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const span = spanOf(scalar);
      if (span === undefined || offset < span.start || offset > span.end) return undefined;
      if (!ancestors.some((ancestor) => isPair(ancestor))) return undefined;
      const schema = schemaAt(root, pathOf(ancestors));
      const contents = schema === undefined ? undefined : about(schema, key === "key", scalar.value);
      if (contents !== undefined && contents !== "") found = { contents, span };
      return found === null ? undefined : visit.BREAK;
    },
  });
  return found;
}

function about(schema: EditorSchema, isKey: boolean, value: unknown): string | undefined {
  if (isKey) return documentation(schema);
  const index = schema.enum?.indexOf(value as string) ?? -1;
  return schema.enumDescriptions?.[index];
}
