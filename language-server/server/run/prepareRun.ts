import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  Question,
  QuestionSource,
  RunManifest,
  SamplingSettings,
  SqlManifest,
} from "../../contract/entities.ts";
import type { RunStartParams, Settings } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { isEndpointAddress } from "../../core/endpoint/address.ts";
import { askedFormat } from "../../core/statistics/summariseRun.ts";
import { sha256Text } from "../../datasets/hashing.ts";
import { readAllQuestions } from "../../datasets/readQuestions.ts";
import { modelFingerprint } from "../../models/fingerprint.ts";
import { type ModelDetails, readModelHeader, whyNotRunnable } from "../../models/header.ts";
import type { ProtocolService, ResolvedProtocol } from "../protocolService.ts";
import type { PreparedSql, SqlOrder } from "./sql/prepareSql.ts";
import { defaultSqlSettings } from "./sql/sqlSettings.ts";

/** Everything a run needs, checked, before any model is loaded. */
export interface PreparedRun {
  readonly source: QuestionSource;
  readonly questions: readonly Question[];
  readonly protocol: ResolvedProtocol["protocol"];
  readonly preset: ResolvedProtocol["preset"];
  readonly model: ModelDetails;
  readonly modelFingerprint: string;
  readonly sampling: SamplingSettings;
  readonly samples: number;
  readonly seed: number;
  readonly endsRepetition: boolean;
  readonly profile: RunManifest["grading"]["profile"];
  readonly title: string;
  /** Set where there are text-to-SQL questions. */
  readonly sql: SqlManifest | null;
}

/** Samples of a question that exchange (leap.md section 2). */
const mostMeeting = 32;

export interface PrepareContext {
  readonly settings: Settings;
  /** Relative paths are resolved against it. */
  readonly baseFolder: string;
  readonly selectedProtocol: string;
  /** Model to use when the request names none. */
  readonly selectedModel: string | null;
  /** Refuses files without text-to-SQL questions. */
  readonly sqlOnly?: boolean;
}

/** What preparing asks others for. */
export interface Preparation {
  readonly protocols: ProtocolService;
  /** Finds the databases of text-to-SQL questions and writes their schemas into the questions. */
  prepareSql(order: SqlOrder): Promise<Result<PreparedSql>>;
}

/**
 * Reads and checks what a run is asked to do. Errors: `questions/*`, `protocol/*`, `model/*`, `input/invalid`.
 * Precedence: request, then preset, then protocol, then settings.
 */
export async function prepareRun(
  params: RunStartParams,
  context: PrepareContext,
  { protocols, prepareSql }: Preparation,
): Promise<Result<PreparedRun>> {
  const { settings, baseFolder } = context;
  const path = resolve(
    baseFolder,
    params.source.startsWith("file:") ? fileURLToPath(params.source) : params.source,
  );
  const protocol = await protocols.resolve(
    params.protocol ?? context.selectedProtocol,
    params.parameters,
    baseFolder,
  );
  if (!protocol.ok) return protocol;
  const modelPath = params.modelPath ?? context.selectedModel;
  if (modelPath === null) {
    return fail("model/not-selected", "No model is selected. Choose one with the command “Select model”.");
  }
  const model = await readModelHeader(
    isEndpointAddress(modelPath) ? modelPath : resolve(baseFolder, modelPath),
  );
  if (!model.ok) return model;
  const unusable = whyNotRunnable(model.value);
  if (unusable !== null) return { ok: false, error: unusable };
  const fingerprint = await modelFingerprint(model.value.path);
  if (!fingerprint.ok) return fingerprint;
  const read =
    params.asked === undefined ? await readSource(path, params, settings) : ok(askedQuestion(params.asked));
  if (!read.ok) return read;
  const { preset } = protocol.value;
  const samples = params.samples ?? preset?.content.samples ?? settings.run.samples;
  const seed = params.seed ?? preset?.content.seed ?? settings.run.seed;
  if (!Number.isInteger(samples) || samples < 1 || samples > 1024) {
    return fail(
      "input/invalid",
      `The number of samples must be a whole number from 1 to 1024, not ${samples}.`,
    );
  }
  const { exchanges, title } = protocol.value.protocol;
  if (exchanges && samples > mostMeeting) {
    return fail(
      "input/invalid",
      `${title} takes at most ${mostMeeting} samples of a question, not ${samples}: all of them work at the same time.`,
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    return fail("input/invalid", `The seed must be a whole number of at least 0, not ${seed}.`);
  }
  const sampling = { ...settings.sampling, ...protocol.value.sampling, ...params.sampling };
  const problem = samplingProblem(sampling);
  if (problem !== null) return fail("input/invalid", problem);
  const sql = await prepareSql({
    questions: read.value.questions,
    questionsPath: path,
    baseFolder,
    database: params.database,
    settings: {
      ...defaultSqlSettings,
      // Who asks for one query wants one that runs; an evaluation measures what the model does unaided.
      constrained: params.asked !== undefined && !isEndpointAddress(model.value.path) && !exchanges,
      ...preset?.content.sql,
      ...params.sql,
    },
    contextTokens: contextFor(model.value, settings),
  });
  if (!sql.ok) return sql;
  if (context.sqlOnly === true && sql.value.manifest === null)
    return fail("input/invalid", `${path} has no text-to-SQL questions: none of the answers is a query.`);
  if (sql.value.manifest?.constrained === true) {
    if (isEndpointAddress(model.value.path))
      return fail(
        "input/invalid",
        "An endpoint cannot keep to the names of a database. Choose a model on this machine, or run without the constraint.",
      );
    if (exchanges)
      return fail(
        "input/invalid",
        `${title} writes its answer between notes of others, so that it cannot be kept to one query. Run it without the constraint.`,
      );
  }
  const protocolTitle = preset?.content.title ?? protocol.value.protocol.title;
  return ok({
    source: read.value.source,
    questions: sql.value.questions,
    sql: sql.value.manifest,
    protocol: protocol.value.protocol,
    preset,
    model: model.value,
    modelFingerprint: fingerprint.value,
    sampling,
    samples,
    seed,
    endsRepetition: settings.engine.endRepetition,
    profile: preset?.content.grading?.profile ?? settings.grading.profile,
    title: `${params.asked === undefined ? basename(path) : shortened(params.asked)} · ${protocolTitle}`,
  });
}

/** Largest context that the run can have, as far as that is known before the model is loaded. */
function contextFor(model: ModelDetails, { engine }: Settings): number | null {
  const known = [engine.contextTokens, model.trainContextTokens ?? 0].filter((tokens) => tokens > 0);
  return known.length === 0 ? null : Math.min(...known);
}

function samplingProblem({ temperature, topP, minP, topK }: SamplingSettings): string | null {
  if (!(temperature >= 0 && temperature <= 5))
    return `The temperature must be between 0 and 5, not ${temperature}.`;
  if (!(topP > 0 && topP <= 1)) return `Top-p must be above 0 and at most 1, not ${topP}.`;
  if (!(minP >= 0 && minP <= 1)) return `Min-p must be between 0 and 1, not ${minP}.`;
  if (!(Number.isInteger(topK) && topK >= 1 && topK <= 256)) {
    return `Top-k must be a whole number from 1 to 256, not ${topK}.`;
  }
  return null;
}

/** A question that a person typed, as if it were alone in a file. */
function askedQuestion(text: string): { source: QuestionSource; questions: readonly Question[] } {
  const sha256 = sha256Text(text);
  const question: Question = {
    id: "question",
    text,
    gold: "",
    answerKind: "sql",
    sql: { dialect: "sqlite", database: "" },
    contentHash: sha256,
  };
  return { source: { path: "", sha256, format: askedFormat, count: 1 }, questions: [question] };
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

async function readSource(
  path: string,
  params: RunStartParams,
  settings: Settings,
): Promise<Result<{ source: QuestionSource; questions: readonly Question[] }>> {
  const info = await stat(path).catch(() => null);
  if (info === null)
    return fail("questions/unreadable", `The file ${path} does not exist or cannot be read.`);
  if (info.isDirectory())
    return fail("questions/unreadable", `${path} is a folder. Name a file with questions.`);
  if (params.limit !== undefined && (!Number.isInteger(params.limit) || params.limit < 1)) {
    return fail("input/invalid", `The limit must be a whole number of at least 1, not ${params.limit}.`);
  }
  const wanted = params.questionIds === undefined ? null : new Set(params.questionIds);
  const read = await readAllQuestions(path, {
    mapping: settings.questions.fieldMapping,
    ...(params.limit === undefined || wanted !== null ? {} : { limit: params.limit }),
  });
  if (!read.ok) return read;
  const questions =
    wanted === null ? read.value.questions : read.value.questions.filter(({ id }) => wanted.has(id));
  if (questions.length === 0) {
    return fail(
      "questions/empty",
      "The question is not in the file as it was last saved. Save the file and try again.",
    );
  }
  return ok({ source: { ...read.value.source, count: questions.length }, questions });
}
