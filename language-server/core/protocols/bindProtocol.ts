import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { RunManifest } from "../../contract/entities.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { BindProtocol, BoundProtocol } from "./protocol.ts";
import { protocols } from "./registry.ts";

const ajv = new Ajv2020({ allErrors: true, strict: false });

/**
 * A protocol with its parameters: defaults, overlaid by what is given, checked against the schema.
 * Errors: `protocol/unknown`, `protocol/invalid` (every violation named by its path).
 */
export const bindProtocol: BindProtocol = (id, parameters) => {
  const protocol = protocols.get(id);
  if (protocol === undefined) {
    return fail(
      "protocol/unknown",
      `There is no protocol “${id}”. Known: ${[...protocols.keys()].join(", ")}.`,
    );
  }
  const merged = overlay(protocol.defaults, parameters);
  const validate = ajv.compile(protocol.schema);
  if (!validate(merged)) {
    return fail(
      "protocol/invalid",
      `Protocol ${id}: ${(validate.errors ?? []).map(describeViolation).join("; ")}.`,
    );
  }
  return ok({
    id: protocol.id,
    version: protocol.version,
    title: protocol.title,
    parameters: merged,
    maximumTokens: protocol.maximumTokens(merged),
    maximumTurns: protocol.maximumTurns(merged),
    exchanges: protocol.exchanges === true,
    maximumReceivedTokens: (samples) => protocol.maximumReceivedTokens?.(merged, samples) ?? 0,
    next: (question, stages, group) => protocol.next(merged, question, stages, group),
  });
};

/** A protocol as a run recorded it, by whatever version. Errors: as `bindProtocol`. */
export const bindRecorded = (recorded: RecordedProtocol): Result<BoundProtocol> =>
  bindProtocol(recorded.id, recordedParameters(recorded));

/** Its parameters, with which the version of today does what the recorded one did. */
export function recordedParameters({ id, version, parameters }: RecordedProtocol): unknown {
  const recorded = protocols.get(id)?.recorded;
  return recorded === undefined ? parameters : recorded(parameters ?? {}, version);
}

type RecordedProtocol = RunManifest["protocol"];

/** One schema violation in words: where, and what is expected there. */
export function describeViolation(error: ErrorObject): string {
  const where = error.instancePath === "" ? "" : `${error.instancePath.slice(1).replaceAll("/", ".")} `;
  if (error.keyword === "additionalProperties")
    return `${where}unknown name “${error.params.additionalProperty}”`;
  if (error.keyword === "enum")
    return `${where}must be one of ${(error.params.allowedValues as unknown[]).join(", ")}`;
  return `${where}${error.message ?? "is not valid"}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `over` on top of `base`, objects merged, everything else replaced. */
export function overlay(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(base) || !isObject(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = overlay(base[key], value);
  return merged;
}
