import { basename } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { Suggestion } from "../../contract/sql.ts";
import { SuggestionMemory } from "../../core/sql/suggest/suggestionMemory.ts";
import { suggestionPlace } from "../../core/sql/suggest/suggestionPlace.ts";
import { cancelled, SuggestionMaker, type SuggestionMakerParts } from "./suggestionMaker.ts";

export interface SuggestionRequest {
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset of the cursor. */
  readonly offset: number;
  /** Asked for by a key: with alternatives, and without waiting for a pause in typing. */
  readonly invoked: boolean;
  readonly signal: AbortSignal;
}

export interface SuggestionServiceParts extends SuggestionMakerParts {
  log(text: string): void;
}

/** A pause in typing after which the engine is asked. */
const debounceMs = 150;
const alternatives = 3;
/** Nobody waits longer for a suggestion, least of all one that was not asked for. */
const longestMs = { automatic: 6_000, invoked: 20_000 };
/** Suggestions kept, so that a panel that comes back shows what it showed. */
const keptSuggestions = 50;

/** Queries suggested by the model; only those that the document's database accepts. */
export class SuggestionService {
  private readonly memory = new SuggestionMemory<Suggestion>();
  private readonly maker: SuggestionMaker;
  private readonly made = new Map<string, Suggestion>();
  /** By document. */
  private readonly shown = new Map<string, Suggestion>();
  private working: { readonly abort: AbortController; readonly done: Promise<unknown> } | null = null;

  constructor(private readonly parts: SuggestionServiceParts) {
    this.maker = new SuggestionMaker(parts);
  }

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
    const task = { uri: request.uri, place, database, count: request.invoked ? alternatives : 1 };
    const startedAt = performance.now();
    const made = await this.exclusively(AbortSignal.any([request.signal, limit]), (signal) =>
      this.maker.make(task, signal),
    );
    const elapsedMs = Math.round(performance.now() - startedAt);
    const ended = request.signal.aborted ? "cancelled by the editor" : limit.aborted ? "given up" : null;
    const told = ended === null ? toldOf(made) : ended;
    this.parts.log(`Suggestion in ${basename(request.uri)} after ${elapsedMs} ms: ${told}`);
    if (!made.ok) return this.show(request.uri, known);
    this.keep(made.value);
    for (const { insert } of [...made.value.candidates].reverse())
      if (insert !== null) this.memory.add({ before, after, text: insert, value: made.value });
    return this.show(request.uri, this.memory.at(before, after));
  }

  /** Whether the text up to here is the beginning of what was suggested. */
  goesOnAt(text: string, offset: number): boolean {
    return this.memory.at(text.slice(0, offset), text.slice(offset)).length > 0;
  }

  /** The suggestion made or shown last in a document; also one that was not good enough to be shown. */
  last(uri: string): Result<Suggestion> {
    const suggestion = this.shown.get(uri);
    return suggestion === undefined
      ? fail("input/invalid", "Nothing has been suggested in this document yet.")
      : ok(suggestion);
  }

  /** A suggestion that was made before. */
  of(suggestionId: string): Result<Suggestion> {
    const suggestion = this.made.get(suggestionId);
    return suggestion === undefined
      ? fail("sql/suggestion-gone", "This suggestion is not kept any more.")
      : ok(suggestion);
  }

  /** Schemas or the model have changed: what was suggested may no longer hold. */
  forget(): void {
    this.memory.clear();
  }

  private keep(suggestion: Suggestion): void {
    this.shown.set(suggestion.uri, suggestion);
    this.made.set(suggestion.suggestionId, suggestion);
    const [oldest] = this.made.keys();
    if (this.made.size > keptSuggestions && oldest !== undefined) this.made.delete(oldest);
  }

  private show(
    uri: string,
    found: readonly { readonly text: string; readonly value: Suggestion }[],
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
}

/** What became of a request, for the log: what it cost and why nothing is shown, not what was written. */
function toldOf(made: Result<Suggestion>): string {
  if (!made.ok) return made.error.message;
  const { candidates, promptTokens, reusedTokens } = made.value;
  const tokens = candidates.reduce((sum, candidate) => sum + candidate.tokens.length, 0);
  const good = candidates.filter(({ insert }) => insert !== null).length;
  const why = candidates[0]?.tries[0]?.problem;
  const unshown = good === 0 && why != null ? `, not shown: ${why.kind}` : "";
  return `${good} of ${candidates.length} good${unshown}; ${promptTokens} tokens of prompt (${reusedTokens} reused), ${tokens} written`;
}

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
