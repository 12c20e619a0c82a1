import { randomUUID } from "node:crypto";
import type { Settings } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { Suggestion, SuggestionCandidate, SuggestionProblem } from "../../contract/sql.ts";
import { createChatFormat } from "../../core/chat/chatTemplate.ts";
import { isEndpointAddress } from "../../core/endpoint/address.ts";
import { automatonOf, queryConstraint } from "../../core/sql/constrain/queryGuard.ts";
import { describeSchema } from "../../core/sql/linking/describeSchema.ts";
import { linkQuestion } from "../../core/sql/linking/link.ts";
import type { SuggestionPlace } from "../../core/sql/suggest/suggestionPlace.ts";
import { chatPrompt, fillPromptPieces, type PromptParts } from "../../core/sql/suggest/suggestionPrompt.ts";
import { readModelHeader } from "../../models/header.ts";
import type { ModelSession } from "../modelSession.ts";
import type { EngineClient } from "../run/engineClient.ts";
import { trySuggestion } from "./checkSuggestion.ts";
import type { DatabaseDesk, DocumentDatabase } from "./databaseDesk.ts";
import { type Continuation, SuggestionEngine, suggestionLoad } from "./suggestionEngine.ts";

export interface SuggestionMakerParts {
  readonly session: ModelSession;
  readonly desk: DatabaseDesk;
  settings(): Settings;
  selectedModel(): Promise<string | null>;
}

/** A place of a document for which a query is wanted. */
export interface SuggestionTask {
  readonly uri: string;
  readonly place: SuggestionPlace;
  readonly database: DocumentDatabase;
  /** How many continuations. */
  readonly count: number;
}

const budgetTokens = 192;
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

/** What a cancelled suggestion fails with. */
export const cancelled = fail("run/busy", "The suggestion was cancelled.");

/** Has the model write queries for a place in a document, and has each checked. */
export class SuggestionMaker {
  private readonly engine: SuggestionEngine;

  constructor(private readonly parts: SuggestionMakerParts) {
    this.engine = new SuggestionEngine((id) => parts.session.tokenText(id));
  }

  /** Errors: no model on this machine is selected, or it cannot work now (`run/busy`, also when cancelled). */
  async make(
    { uri, place, database, count }: SuggestionTask,
    signal: AbortSignal,
  ): Promise<Result<Suggestion>> {
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
    const described = await this.describe(place, database, contextTokens);
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
      return ok({
        modelName: engine.model.name,
        prompt: prompt.value.prompt,
        continued: continued.value,
        bound,
        owed: bound ? constraint.owed.length : 0,
      });
    });
    if (!generated.ok) return generated;
    if (signal.aborted) return cancelled;
    const { modelName, prompt, continued, bound, owed } = generated.value;
    const candidates: SuggestionCandidate[] = [];
    for (const continuation of continued.continuations)
      candidates.push(await checked(continuation, owed, candidates.length === 0, place, database));
    return ok({
      suggestionId: randomUUID(),
      uri,
      database: database.entry,
      modelName,
      comment: place.comment,
      begun: place.prefix,
      tables: described.tables.map(({ name }) => name),
      tablesLeftOut: described.dropped.length,
      prompt: prompt.map((piece) => piece.text).join(""),
      promptTokens: continued.promptTokens,
      reusedTokens: continued.reusedTokens,
      promptMs: continued.promptMs,
      constrained: bound,
      elapsedMs: performance.now() - startedAt,
      candidates,
    });
  }

  /** The part of the schema that the place speaks of. */
  private async describe(place: SuggestionPlace, database: DocumentDatabase, contextTokens: number) {
    const index = await this.parts.desk.linkIndex(database);
    const linking = linkQuestion(index, `${place.comment} ${place.prefix}`);
    const share = contextTokens < longContext ? shortSchemaShare : schemaShare;
    return describeSchema(
      database.schema,
      linking,
      Math.min(mostSchemaTokens, Math.floor(contextTokens * share)),
      (text) => Math.ceil(text.length / charactersPerToken),
      { comments: false },
    );
  }
}

/** @param owed how many characters of what was written stand in the document already. */
async function checked(
  continuation: Continuation,
  owed: number,
  likeliest: boolean,
  place: SuggestionPlace,
  database: DocumentDatabase,
): Promise<SuggestionCandidate> {
  const text = continuation.result.text.slice(owed).replace(/;\s*$/, "");
  const written = `${place.prefix}${text}`.trimEnd();
  const tries = await trySuggestion(written, unfinished(continuation), place, database);
  const good = tries.at(-1)?.problem === null ? tries.at(-1) : undefined;
  // What stands behind the cursor is part of what was tried, and stays where it is.
  const kept = place.suffix === "" ? good?.sql : written;
  return {
    sampling: likeliest ? "likeliest" : "drawn",
    tokens: continuation.tokens,
    generateMs: continuation.result.generateMs,
    tries,
    insert:
      good === undefined || kept === undefined
        ? null
        : `${place.lead}${kept.slice(place.prefix.length)}${place.suffix === "" ? ";" : ""}`,
  };
}

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

const unfinished = ({ result }: Continuation): SuggestionProblem | null =>
  result.reason === "end-of-turn" || result.reason === "stop-text"
    ? null
    : { kind: "unfinished", message: `The model did not come to an end (${result.reason}).` };
