import type { Settings } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { SuggestionExplanation } from "../../contract/sql.ts";
import { createChatFormat } from "../../core/chat/chatTemplate.ts";
import { isEndpointAddress } from "../../core/endpoint/address.ts";
import { automatonOf, queryConstraint } from "../../core/sql/constrain/queryGuard.ts";
import { wholeQueries } from "../../core/sql/constrain/wholeQueries.ts";
import { describeSchema } from "../../core/sql/linking/describeSchema.ts";
import { linkQuestion } from "../../core/sql/linking/link.ts";
import { SuggestionMemory } from "../../core/sql/suggest/suggestionMemory.ts";
import { type SuggestionPlace, suggestionPlace } from "../../core/sql/suggest/suggestionPlace.ts";
import { chatPrompt, fillPromptPieces, type PromptParts } from "../../core/sql/suggest/suggestionPrompt.ts";
import { readModelHeader } from "../../models/header.ts";
import type { ModelSession } from "../modelSession.ts";
import type { EngineClient } from "../run/engineClient.ts";
import { suggestionProblem } from "./checkSuggestion.ts";
import type { DatabaseDesk, DocumentDatabase } from "./databaseDesk.ts";
import { type Continuation, SuggestionEngine, suggestionLoad } from "./suggestionEngine.ts";
import { explainTrace, type SuggestionTrace } from "./suggestionTrace.ts";

export interface SuggestionRequest {
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset of the cursor. */
  readonly offset: number;
  /** Asked for by a key: with alternatives, and without waiting for a pause in typing. */
  readonly invoked: boolean;
  readonly signal: AbortSignal;
}

export interface SuggestionServiceParts {
  readonly session: ModelSession;
  readonly desk: DatabaseDesk;
  settings(): Settings;
  selectedModel(): Promise<string | null>;
  log(text: string): void;
}

/** A pause in typing after which the engine is asked. */
const debounceMs = 150;
const budgetTokens = 192;
const alternatives = 3;
/** Nobody waits longer for a suggestion, least of all one that was not asked for. */
const longestMs = { automatic: 6_000, invoked: 20_000 };
/** Share of the context for the schema, and the most of it (graphix-text-to-sql.md I.2). */
const schemaShare = 0.4;
/** The same for models of a short context, which are small: they read little, slowly, and lose their way in much. */
const shortSchemaShare = 0.12;
const mostSchemaTokens = 1200;
/** A token of names has at least so many characters: the budget is never exceeded by a longer text. */
const charactersPerToken = 2.5;
/** Models with a context this long know dialogues of several turns. */
const longContext = 4096;
const earlierShown = 3;

/** Queries suggested by the model; only those that the document's database accepts. */
export class SuggestionService {
  private readonly memory = new SuggestionMemory<SuggestionTrace>();
  private readonly engine = new SuggestionEngine();
  private readonly shown = new Map<string, SuggestionTrace>();
  private working: { readonly abort: AbortController; readonly done: Promise<unknown> } | null = null;

  constructor(private readonly parts: SuggestionServiceParts) {}

  /** Texts to insert at the cursor, the best first; none where nothing good came out. */
  async suggest(request: SuggestionRequest): Promise<string[]> {
    const before = request.text.slice(0, request.offset);
    const after = request.text.slice(request.offset);
    const known = this.memory.at(before, after);
    if (known.length >= (request.invoked ? alternatives : 1)) return this.show(request.uri, known);
    const database = await this.parts.desk.of(request.uri);
    if (database === null || request.signal.aborted) return [];
    const place = suggestionPlace(request.text, request.offset, database.schema.dialect);
    if (place === null) return [];
    if (!request.invoked && !(await pause(request.signal))) return [];
    const limit = AbortSignal.timeout(request.invoked ? longestMs.invoked : longestMs.automatic);
    const made = await this.exclusively(AbortSignal.any([request.signal, limit]), (signal) =>
      this.make(place, database, request.invoked ? alternatives : 1, signal),
    );
    if (!made.ok) {
      if (made.error.code !== "run/busy") this.parts.log(`Suggestion: ${made.error.message}`);
      return this.show(request.uri, known);
    }
    for (const trace of [...made.value].reverse())
      if (trace.problem === null) this.memory.add({ before, after, text: trace.insert, value: trace });
    const [first] = made.value;
    // Also what was not good enough to be shown can be asked about.
    if (first !== undefined) this.shown.set(request.uri, first);
    return this.show(request.uri, this.memory.at(before, after));
  }

  /** How the suggestion made last in a document came about. */
  traceOf(uri: string): SuggestionTrace | null {
    return this.shown.get(uri) ?? null;
  }

  /** The same as a document to read. */
  explain(uri: string): Result<SuggestionExplanation> {
    const trace = this.shown.get(uri);
    if (trace === undefined) return fail("input/invalid", "Nothing has been suggested in this document yet.");
    return ok(explainTrace(trace, (id) => this.parts.session.tokenText(id)));
  }

  /** Schemas or the model have changed: what was suggested may no longer hold. */
  forget(): void {
    this.memory.clear();
  }

  private show(
    uri: string,
    found: readonly { readonly text: string; readonly value: SuggestionTrace }[],
  ): string[] {
    const [first] = found;
    if (first !== undefined) this.shown.set(uri, first.value);
    return found.slice(0, alternatives).map(({ text }) => text);
  }

  /** One at a time: a newer request ends the one before, which the person has typed past. */
  private async exclusively<T>(
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    while (this.working !== null) {
      this.working.abort.abort();
      await this.working.done;
      if (signal.aborted) return cancelled;
    }
    const abort = new AbortController();
    const done = work(AbortSignal.any([signal, abort.signal])).finally(() => {
      this.working = null;
    });
    this.working = { abort, done: done.catch(() => undefined) };
    return done;
  }

  private async make(
    place: SuggestionPlace,
    database: DocumentDatabase,
    count: number,
    signal: AbortSignal,
  ): Promise<Result<readonly SuggestionTrace[]>> {
    const startedAt = performance.now();
    const modelPath = await this.parts.selectedModel();
    if (modelPath === null) return fail("model/not-selected", "No model is selected.");
    // What a person is typing never leaves the machine.
    if (isEndpointAddress(modelPath))
      return fail(
        "endpoint/not-allowed",
        "Suggestions while typing are made by models on this machine only.",
      );
    const header = await readModelHeader(modelPath);
    if (!header.ok) return header;
    const contextTokens = Math.min(header.value.trainContextTokens ?? longContext, longContext);
    const linking = linkQuestion(
      await this.parts.desk.linkIndex(database),
      `${place.comment} ${place.prefix}`,
    );
    const described = describeSchema(
      database.schema,
      linking,
      Math.min(
        mostSchemaTokens,
        Math.floor(contextTokens * (contextTokens < longContext ? shortSchemaShare : schemaShare)),
      ),
      (text) => Math.ceil(text.length / charactersPerToken),
      { comments: false },
    );
    if (signal.aborted) return cancelled;
    const load = suggestionLoad(modelPath, header.value.trainContextTokens, this.parts.settings().engine);
    const generated = await this.parts.session.lend(load, async (engine, runStarted, unchanged) => {
      const promptParts: PromptParts = {
        place: withoutLastWord(place),
        schema: described.text,
        dialect: database.schema.dialect,
        earlier: contextTokens >= longContext ? earlierShown : 0,
      };
      const constraint = {
        ...queryConstraint(database.schema, promptParts.place.prefix),
        owed: place.prefix.slice(promptParts.place.prefix.length),
        wholeFrom: budgetTokens / 3,
      };
      const bound = automatonOf(constraint).start().extended(place.prefix) !== null;
      const prompt = promptOf(engine, bound ? promptParts : { ...promptParts, place }, bound);
      if (!prompt.ok) return prompt;
      const continued = await this.engine.continuations(
        engine,
        { ...prompt.value, budgetTokens, constraint: bound ? constraint : null, count },
        unchanged,
        AbortSignal.any([signal, runStarted]),
      );
      if (!continued.ok) return continued;
      const owed = bound ? constraint.owed.length : 0;
      return ok({ model: engine.model, prompt: prompt.value.prompt, continued: continued.value, owed });
    });
    if (!generated.ok) return generated;
    if (signal.aborted) return cancelled;
    const { model, prompt, continued, owed } = generated.value;
    const traces: SuggestionTrace[] = [];
    for (const continuation of continued) {
      const text = continuation.result.text.slice(owed).replace(/;\s*$/, "");
      const whole = `${place.prefix}${text}`.trimEnd();
      const { sql, problem } = await acceptable(whole, unfinished(continuation), place, database);
      const insert = `${place.lead}${sql.slice(place.prefix.length)}${place.suffix === "" ? ";" : ""}`;
      traces.push({
        insert,
        problem,
        isCut: sql !== whole,
        place,
        database: database.entry,
        modelName: model.name,
        prompt: prompt.map((piece) => piece.text).join(""),
        tables: described.tables,
        dropped: described.dropped.length,
        continuation,
        elapsedMs: performance.now() - startedAt,
      });
    }
    return ok(traces);
  }
}

/** How often a query is cut before it is given up. */
const mostCuts = 4;

/**
 * The query as it was written where the database accepts it, else the longest beginning of it that it accepts: a model
 * that loses its way in the fourth clause may be right in the first three.
 */
async function acceptable(
  written: string,
  unfinished: string | null,
  place: SuggestionPlace,
  database: DocumentDatabase,
): Promise<{ readonly sql: string; readonly problem: string | null }> {
  const behind = place.suffix === "" ? "" : ` ${place.suffix}`;
  const problem = unfinished ?? (await suggestionProblem(`${written}${behind}`, database));
  if (problem === null || behind !== "") return { sql: written, problem };
  const { dialect, tables } = queryConstraint(database.schema);
  const cuts = wholeQueries(automatonOf({ dialect, tables }), written).filter(
    (sql) => sql.length > place.prefix.trimEnd().length,
  );
  for (const sql of cuts.slice(0, mostCuts))
    if ((await suggestionProblem(sql, database)) === null) return { sql, problem: null };
  return { sql: written, problem };
}

const cancelled = fail("run/busy", "The suggestion was cancelled.");

/** @param bound what is written is kept to the grammar, which ends it by itself. */
function promptOf(engine: EngineClient, parts: PromptParts, bound: boolean) {
  const { chatTemplate, bosText, eosText, fill } = engine.model;
  const stopTexts = bound ? [] : [";", "\n\n"];
  if (fill !== undefined && (parts.place.suffix !== "" || chatTemplate === null))
    return ok({ prompt: fillPromptPieces(parts, fill), stopTexts });
  const chat = createChatFormat({ template: chatTemplate, bosText, eosText });
  if (!chat.ok) return chat;
  return ok({ prompt: chatPrompt(parts, chat.value), stopTexts: [...chat.value.stopTexts, ...stopTexts] });
}

/** The word under the cursor, and the blanks before it, are written again by the model in its own tokens. */
const withoutLastWord = (place: SuggestionPlace): SuggestionPlace => ({
  ...place,
  prefix: place.prefix.replace(/\s*[A-Za-z0-9_]*$/, ""),
});

const unfinished = ({ result }: Continuation): string | null =>
  result.reason === "end-of-turn" || result.reason === "stop-text"
    ? null
    : `The model did not come to an end (${result.reason}).`;

/** Waits for a pause in typing; false when the request was cancelled in the meantime. */
const pause = (signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(!signal.aborted), debounceMs);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve(false);
      },
      { once: true },
    );
  });
