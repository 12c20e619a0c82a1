import type { ErrorObject } from "ajv/dist/2020.js";
import type { Document } from "yaml";
import type { ErrorCode } from "../../contract/errors.ts";
import type { Result } from "../../contract/result.ts";
import type { EditorSchema } from "./schema.ts";

/** A kind of YAML file that is written by a schema: what the editor's help needs to know of it. */
export interface YamlKind {
  /** First word of its problems. */
  readonly title: string;
  readonly code: ErrorCode;
  /** The schema that holds for a document, which may be half written; `text` is what was really typed. */
  schemaFor(document: Document, text: string): EditorSchema;
  /** A parsed document as a value, or why there is none. */
  valueOf(document: Document): Result<unknown>;
  /** What a value breaks of the schema. */
  violationsOf(value: unknown): readonly ErrorObject[];
}
