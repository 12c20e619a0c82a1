import { isPair, parseDocument, visit } from "yaml";
import type { YamlKind } from "./kind.ts";
import { documentation, type EditorSchema, schemaAlong } from "./schema.ts";
import { type Span, spanOf } from "./tree.ts";

export interface YamlHover {
  /** Markdown. */
  readonly contents: string;
  readonly span: Span;
}

/**
 * What the schema says about the name, or the named value, at an offset of a YAML file. Null elsewhere.
 * @param offset UTF-16 units from the start of the text.
 */
export function hoverYaml(kind: YamlKind, text: string, offset: number): YamlHover | null {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
  const root = kind.schemaFor(document, text);
  let found: YamlHover | null = null;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const span = spanOf(scalar);
      if (span === undefined || offset < span.start || offset > span.end) return undefined;
      if (!ancestors.some((ancestor) => isPair(ancestor))) return undefined;
      const schema = schemaAlong(root, ancestors);
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
