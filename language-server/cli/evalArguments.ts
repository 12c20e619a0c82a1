import type { SamplingSettings, SqlScoring, SqlSettings } from "../contract/entities.ts";
import type { Settings } from "../contract/methods.ts";
import { numberOption, readOptions, UsageError } from "./usage.ts";

export interface EvalArguments {
  readonly files: readonly string[];
  readonly resume: string | undefined;
  readonly model: string | undefined;
  readonly protocol: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly samples: number | undefined;
  readonly seed: number | undefined;
  readonly limit: number | undefined;
  readonly sampling: Partial<SamplingSettings>;
  readonly engine: Partial<Settings["engine"]>;
  readonly profile: "strict" | "lenient" | undefined;
  /** Of text-to-SQL questions. */
  readonly database: string | undefined;
  readonly sql: Partial<SqlSettings>;
  readonly out: string | undefined;
  readonly threshold: number | undefined;
  readonly json: boolean;
}

const text = { type: "string" } as const;

/** @throws UsageError */
export function readEvalArguments(args: readonly string[], name = "eval"): EvalArguments {
  const { values, positionals } = parse(args);
  const number = (name: keyof typeof values & string) =>
    numberOption(name, values[name] as string | undefined);
  if (positionals.length === 0 && values.resume === undefined)
    throw new UsageError(`${name} wants a file of questions`);
  if (positionals.length > 0 && values.resume !== undefined)
    throw new UsageError("--resume takes no file of questions");
  const { profile, gpu } = values;
  if (profile !== undefined && profile !== "strict" && profile !== "lenient") {
    throw new UsageError("--profile is strict or lenient");
  }
  if (gpu !== undefined && !isGpu(gpu)) throw new UsageError("--gpu is auto, cuda, vulkan, metal or cpu");
  const { scoring } = values;
  if (scoring !== undefined && scoring !== "file" && !isScoring(scoring))
    throw new UsageError("--scoring is file, spider or bird");
  const threshold = number("threshold");
  if (threshold !== undefined && !(threshold >= 0 && threshold <= 1))
    throw new UsageError("--threshold is between 0 and 1");
  return {
    files: positionals,
    resume: values.resume,
    model: values.model,
    protocol: values.protocol,
    parameters: parametersOf(values.param ?? []),
    samples: number("samples"),
    seed: number("seed"),
    limit: number("limit"),
    sampling: defined({
      temperature: number("temperature"),
      topP: number("top-p"),
      minP: number("min-p"),
      topK: number("top-k"),
    }),
    engine: defined({
      sequences: number("sequences"),
      contextTokens: number("context"),
      gpu,
      strict: values.strict,
      endRepetition: values["keep-repetition"] === true ? false : undefined,
    }),
    profile,
    database: values.db,
    sql: defined({
      linking: values["no-linking"] === true ? false : undefined,
      comments: values.comments,
      schemaTokens: number("schema-tokens"),
      constrained: values.constrained,
      robust: values.robust,
      scoring,
    }),
    out: values.out,
    threshold,
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  return readOptions(args, {
    model: text,
    protocol: text,
    param: { type: "string", multiple: true },
    samples: text,
    seed: text,
    limit: text,
    temperature: text,
    "top-p": text,
    "min-p": text,
    "top-k": text,
    sequences: text,
    context: text,
    gpu: text,
    strict: { type: "boolean" },
    "keep-repetition": { type: "boolean" },
    profile: text,
    db: text,
    "no-linking": { type: "boolean" },
    comments: { type: "boolean" },
    "schema-tokens": text,
    constrained: { type: "boolean" },
    robust: { type: "boolean" },
    scoring: text,
    out: text,
    resume: text,
    threshold: text,
    json: { type: "boolean" },
  });
}

export const isScoring = (value: string): value is SqlScoring => value === "spider" || value === "bird";

const isGpu = (value: string): value is Settings["engine"]["gpu"] =>
  ["auto", "cuda", "vulkan", "metal", "cpu"].includes(value);

/** Keeps what was given on the command line. */
function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** `budget.fast=200` → `{budget: {fast: 200}}`; values are JSON where they can be, else text. */
export function parametersOf(entries: readonly string[]): Record<string, unknown> | undefined {
  if (entries.length === 0) return undefined;
  const parameters: Record<string, unknown> = {};
  for (const entry of entries) {
    const at = entry.indexOf("=");
    const names = entry.slice(0, at).split(".");
    if (at < 1 || names.some((name) => !/^[a-zA-Z]+$/.test(name))) {
      throw new UsageError(`--param wants NAME=VALUE, not “${entry}”`);
    }
    let target = parameters;
    for (const name of names.slice(0, -1)) {
      const inner = target[name];
      target[name] = typeof inner === "object" && inner !== null ? inner : {};
      target = target[name] as Record<string, unknown>;
    }
    target[names.at(-1) ?? ""] = jsonOrText(entry.slice(at + 1));
  }
  return parameters;
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
