import { type KeyPlace, placeAt, type ValuePlace } from "./cursor.ts";
import type { YamlKind } from "./kind.ts";
import { documentation, type EditorSchema } from "./schema.ts";
import type { Span } from "./tree.ts";

export interface YamlCompletion {
  readonly label: string;
  readonly kind: "key" | "value";
  /** The default, for the line of the list. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation: string;
  /** Takes the place of `replaces`; indented for where it stands. */
  readonly insert: string;
  /** `insert` has one `$1`, where the cursor goes. */
  readonly snippet: boolean;
  readonly replaces: Span;
  /** What comes next can be completed as well. */
  readonly continues: boolean;
}

/**
 * Names and values that can stand at an offset of a YAML file, in the schema's order.
 * @param offset UTF-16 units from the start of the text.
 */
export function completeYaml(kind: YamlKind, text: string, offset: number): YamlCompletion[] {
  const place = placeAt(text, offset, kind.schemaFor);
  if (place?.schema === undefined) return [];
  return place.kind === "key" ? keys(place, place.schema, indentUnit(text)) : values(place, place.schema);
}

function keys(place: KeyPlace, schema: EditorSchema, unit: number): YamlCompletion[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !place.present.has(name))
    .map(([name, property]) => {
      const nested = nesting(property);
      const snippet = nested !== "none" && place.flow && !place.hasColon;
      return {
        label: name,
        kind: "key",
        ...detailOf(property),
        documentation: documentation(property),
        insert: place.hasColon ? name : keyText(name, nested, place, unit),
        snippet,
        replaces: place.word,
        continues: !place.hasColon && (nested !== "none" || choices(property).length > 0),
      };
    });
}

type Nesting = "none" | "object" | "list";

const nesting = ({ type }: EditorSchema): Nesting =>
  type === "object" ? "object" : type === "array" ? "list" : "none";

function keyText(name: string, nested: Nesting, { flow, indent }: KeyPlace, unit: number): string {
  if (nested === "none") return `${name}: `;
  if (flow) return nested === "list" ? `${name}: [$1]` : `${name}: { $1 }`;
  return `${name}:\n${" ".repeat(indent + unit)}${nested === "list" ? "- " : ""}`;
}

function values(place: ValuePlace, schema: EditorSchema): YamlCompletion[] {
  return choices(schema)
    .filter(({ value }) => !place.quoted || typeof value === "string")
    .map(({ value, about }) => {
      const written = place.quoted ? String(value) : yamlOf(value);
      const isDefault = value === schema.default;
      return {
        label: String(value),
        kind: "value",
        ...(isDefault ? { detail: "default" } : {}),
        documentation: about ?? documentation(schema),
        insert: place.needsSpace ? ` ${written}` : written,
        snippet: false,
        replaces: place.word,
        continues: false,
      };
    });
}

/** Values worth offering: all there are, or at least the one that holds anyway, as something to start from. */
function choices(schema: EditorSchema): { readonly value: unknown; readonly about?: string }[] {
  if (schema.enum !== undefined) {
    return schema.enum.map((value, index) => {
      const about = schema.enumDescriptions?.[index];
      return about === undefined ? { value } : { value, about };
    });
  }
  if (schema.type === "boolean") return [{ value: true }, { value: false }];
  return schema.default === undefined || typeof schema.default === "object"
    ? []
    : [{ value: schema.default }];
}

/** Plain where YAML reads it back as the same text, else in double quotes. */
const yamlOf = (value: unknown): string =>
  typeof value !== "string" || /^(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z][\w+-]*$/i.test(value)
    ? String(value)
    : JSON.stringify(value);

const detailOf = (schema: EditorSchema): { detail?: string } =>
  schema.default === undefined || typeof schema.default === "object"
    ? {}
    : { detail: shorten(String(schema.default)) };

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Columns per level, from the first line that is indented. */
const indentUnit = (text: string): number => /^( {1,8})\S/m.exec(text)?.[1]?.length ?? 2;
