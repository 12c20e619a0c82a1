import { numberWithoutLoss } from "./finalAnswer.ts";
import type { FieldPath, SourceRecord } from "./types.ts";

export type FieldTable = Readonly<Record<string, unknown>>;

export function isFieldTable(value: unknown): value is FieldTable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path of own fields; undefined where there is none. */
export function valueAt(fields: FieldTable, path: FieldPath): unknown {
  let value: unknown = fields;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isFieldTable(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Turns a name of the user's mapping into a path: the whole name if there is such a field, else split at its dots. */
export function mappedPath(fields: FieldTable, name: string): FieldPath | undefined {
  if (Object.hasOwn(fields, name)) return [name];
  const parts = name.split(".");
  if (valueAt(fields, parts) !== undefined) return parts;
  const other = Object.keys(fields).find((key) => key.trim().toLowerCase() === name.trim().toLowerCase());
  return other === undefined ? undefined : [other];
}

/** Text of a string, number (without loss) or boolean; undefined for everything else. */
export function scalarText(
  record: SourceRecord,
  path: FieldPath,
  value: unknown = valueAt(record.fields, path),
): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberWithoutLoss(record.numberText(path) ?? String(value));
  if (typeof value === "boolean") return String(value);
  return undefined;
}

/** Finds fields by name, exact spelling first, then in any case (`Problem`, `ANSWER`). */
export class FieldNames {
  readonly #exact: FieldTable;
  readonly #folded = new Map<string, string>();

  constructor(fields: FieldTable) {
    this.#exact = fields;
    for (const key of Object.keys(fields)) {
      const folded = key.trim().toLowerCase();
      if (!this.#folded.has(folded)) this.#folded.set(folded, key);
    }
  }

  /** The first of the names that is there with a value other than null. */
  find(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const key = Object.hasOwn(this.#exact, name) ? name : this.#folded.get(name.toLowerCase());
      if (key !== undefined && this.#exact[key] !== null && this.#exact[key] !== undefined) return key;
    }
    return undefined;
  }

  /** Like `find`, but a field that is there with null counts. */
  has(...names: readonly string[]): boolean {
    return names.some((name) => Object.hasOwn(this.#exact, name) || this.#folded.has(name.toLowerCase()));
  }
}
