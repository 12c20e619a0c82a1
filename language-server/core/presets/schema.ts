import { presetSchema } from "../protocols/preset.ts";
import type { JsonSchema } from "../protocols/protocol.ts";
import { protocols } from "../protocols/registry.ts";

/** The part of JSON schema that presets use, with the words that editors show beside values. */
export interface EditorSchema extends JsonSchema {
  readonly properties?: Readonly<Record<string, EditorSchema>>;
  readonly enumDescriptions?: readonly string[];
}

/** Names from the document's root to a place in it. */
export type KeyPath = readonly string[];

/**
 * The schema of presets of one protocol: its parameters in place of “some object”, and the sampling that the protocol
 * takes when the preset says nothing. For an unknown protocol the parameters stay open.
 */
export function schemaFor(protocolId: string | undefined): EditorSchema {
  const root = presetSchema() as EditorSchema;
  const protocol = protocols.get(protocolId ?? "");
  if (protocol === undefined) return root;
  const sampling = root.properties?.sampling ?? {};
  const drawn = Object.entries(sampling.properties ?? {}).map(([name, schema]) => {
    const own = protocol.sampling?.[name as keyof typeof protocol.sampling];
    return [name, own === undefined ? schema : { ...schema, default: own }] as const;
  });
  return {
    ...root,
    properties: {
      ...root.properties,
      parameters: protocol.schema,
      sampling: { ...sampling, properties: Object.fromEntries(drawn) },
    },
  };
}

/** What is allowed at a place; undefined where the schema knows nothing. */
export function schemaAt(schema: EditorSchema, path: KeyPath): EditorSchema | undefined {
  let found: EditorSchema | undefined = schema;
  for (const name of path) {
    found = Object.hasOwn(found?.properties ?? {}, name) ? found?.properties?.[name] : undefined;
  }
  return found;
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
  if (value === undefined) return undefined;
  return typeof value === "string" && /\W/.test(value)
    ? `Default:\n\n\`\`\`text\n${value}\n\`\`\``
    : `Default: \`${String(value)}\`.`;
}
