import { type Document, isScalar } from "yaml";
import { presetSchema, presetValue, presetViolations } from "../protocols/preset.ts";
import { protocols } from "../protocols/registry.ts";
import type { YamlKind } from "../schemaYaml/kind.ts";
import type { EditorSchema } from "../schemaYaml/schema.ts";
import { pairAt } from "../schemaYaml/tree.ts";

/** Protocol presets, `*.deliberate.yaml`. */
export const presetYaml: YamlKind = {
  title: "Preset",
  code: "protocol/invalid",
  schemaFor: (document, text) => schemaOf(protocolOf(document, text)),
  valueOf: presetValue,
  violationsOf: presetViolations,
};

/**
 * The schema of presets of one protocol: its parameters in place of “some object”, and the sampling that the protocol
 * takes when the preset says nothing. For an unknown protocol the parameters stay open.
 */
function schemaOf(protocolId: string | undefined): EditorSchema {
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

/** The protocol that the document names, also when the text around it cannot be parsed yet. */
function protocolOf(document: Document, text: string): string | undefined {
  const pair = pairAt(document, ["protocol"]);
  if (isScalar(pair?.value) && typeof pair.value.value === "string") return pair.value.value;
  return /^\s*\{?\s*["']?protocol["']?\s*:\s*["']?([\w-]+)/m.exec(text)?.[1];
}
