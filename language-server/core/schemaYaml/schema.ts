import { isMap, isPair, isScalar, isSeq, type YAMLMap } from "yaml";
import type { JsonSchema } from "../protocols/protocol.ts";
import { nameOf, pairNamed } from "./tree.ts";

/** The part of JSON schema that our files use, with the words that editors show beside values. */
export interface EditorSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, EditorSchema>>;
  readonly items?: EditorSchema;
  readonly enumDescriptions?: readonly string[];
  /** What holds in addition where a name has a certain value. */
  readonly allOf?: readonly Branch[];
}

interface Branch {
  readonly if: { readonly properties: Readonly<Record<string, { readonly const: unknown }>> };
  readonly then: { readonly properties: Readonly<Record<string, EditorSchema>> };
}

/**
 * What is allowed at the end of a way through a document; undefined where the schema knows nothing.
 * @param nodes Maps, pairs and lists from the root on; others are passed over.
 */
export function schemaAlong(root: EditorSchema, nodes: readonly unknown[]): EditorSchema | undefined {
  let found: EditorSchema | undefined = root;
  for (const node of nodes) {
    if (isMap(node)) found = found && withBranches(found, node);
    else if (isSeq(node)) found = found?.items;
    else if (isPair(node)) found = propertyOf(found, nameOf(node));
  }
  return found;
}

const propertyOf = (schema: EditorSchema | undefined, name: string): EditorSchema | undefined =>
  Object.hasOwn(schema?.properties ?? {}, name) ? schema?.properties?.[name] : undefined;

/** A map's schema with the branches that its values choose. */
function withBranches(schema: EditorSchema, map: YAMLMap): EditorSchema {
  const chosen = (schema.allOf ?? []).filter((branch) =>
    Object.entries(branch.if.properties).every(([name, wanted]) => {
      const value = pairNamed(map, name)?.value;
      return isScalar(value) && value.value === wanted.const;
    }),
  );
  if (chosen.length === 0) return schema;
  const properties = Object.assign({}, schema.properties, ...chosen.map((branch) => branch.then.properties));
  return { ...schema, properties };
}

/** Markdown about one name: what it is, which values it takes, and what holds without it. */
export function documentation(schema: EditorSchema): string {
  return [schema.description, allowed(schema), defaultOf(schema)]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function allowed(schema: EditorSchema): string | undefined {
  if (schema.enum !== undefined) return `One of ${schema.enum.map((value) => `\`${value}\``).join(", ")}.`;
  switch (schema.type) {
    case "boolean":
      return "`true` or `false`.";
    case "integer":
      return `Integer${bounds(schema)}.`;
    case "number":
      return `Number${bounds(schema)}.`;
    case "string":
      return schema.minLength === undefined ? "Text." : "Text, not empty.";
    default:
      return undefined;
  }
}

function bounds({ minimum, exclusiveMinimum, maximum }: EditorSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (exclusiveMinimum !== undefined && maximum !== undefined)
    return ` above ${exclusiveMinimum}, at most ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return "";
}

/** A prompt gets a block of its own, in which braces, backslashes and line breaks stay as they are. */
function defaultOf(schema: EditorSchema): string | undefined {
  const value = schema.default;
  if (value === undefined || typeof value === "object") return undefined;
  return typeof value === "string" && /\W/.test(value)
    ? `Default:\n\n\`\`\`text\n${value}\n\`\`\``
    : `Default: \`${String(value)}\`.`;
}
