import type { QueryConstraint } from "../../../contract/engine.ts";
import type { SamplingSettings } from "../../../contract/entities.ts";
import type { Candidates } from "../../sampling/candidates.ts";
import type { TableSchema } from "../schema.ts";
import { QueryAutomaton, type QueryPrefix } from "./queryAutomaton.ts";
import type { VocabularyTrie } from "./vocabularyTrie.ts";

/** Candidates less likely than this share of the best allowed one are not looked at: they are hardly ever drawn. */
const leastShare = 1e-4;
/** Searches kept: the same prefix is asked about again when several samples begin alike. */
const rememberedTexts = 4_096;

export interface GuardedVocabulary {
  text(id: number): string;
  isControl(id: number): boolean;
  isEndOfGeneration(id: number): boolean;
  /** Made when it is first needed. */
  trie(): VocabularyTrie;
}

/** The candidates that may be drawn, and where each stands among all of them. */
export interface AllowedCandidates {
  readonly candidates: Candidates;
  readonly places: readonly number[];
}

/** Keeps a generation to the constraint: which tokens may come, and what has come. */
export class QueryGuard {
  private prefix: QueryPrefix | null;
  private readonly known = new Map<string, QueryPrefix | null>();
  /** The query was closed by a semicolon. */
  private closed = false;

  constructor(
    automaton: QueryAutomaton,
    start: string,
    /** What is still to be written before anything else. */
    private owed: string,
    private readonly vocabulary: GuardedVocabulary,
  ) {
    this.prefix = automaton.start().extended(start);
  }

  /** What stands before the generated text is no query of this grammar: nothing can be said about what follows. */
  get isApplicable(): boolean {
    return this.prefix !== null;
  }

  /** What is written is a whole query, which may still go on. */
  get isWhole(): boolean {
    return this.owed === "" && this.prefix?.isComplete === true;
  }

  /** A whole query that was closed. */
  get isClosed(): boolean {
    return this.closed;
  }

  /**
   * The allowed ones of ordered candidates, as many as a draw with these settings can reach. Empty when none is allowed.
   */
  allowed(candidates: Candidates, { temperature, topK }: SamplingSettings): AllowedCandidates {
    const ids: number[] = [];
    const probabilities: number[] = [];
    const places: number[] = [];
    const most = temperature <= 0 ? 1 : topK > 0 ? topK : candidates.count;
    let sum = 0;
    for (let place = 0; place < candidates.count && ids.length < most; place++) {
      const probability = candidates.probabilities[place] ?? 0;
      if (ids.length > 0 && probability < leastShare * (probabilities[0] ?? 0)) break;
      const id = candidates.ids[place] ?? 0;
      if (!this.allows(id)) continue;
      ids.push(id);
      probabilities.push(probability);
      places.push(place);
      sum += probability;
    }
    const shares = sum > 0 ? probabilities.map((probability) => probability / sum) : probabilities;
    return { candidates: { ids, probabilities: shares, count: ids.length }, places };
  }

  /** A bracket is open that may be closed now. */
  get canCloseBracket(): boolean {
    return this.owed === "" && this.extended(")") !== null;
  }

  /**
   * A token of the whole vocabulary that may come, where no candidate may: the longest one. Null in a dead end.
   * @param closing one that closes a bracket, if there is any
   */
  fallback(closing: boolean): number | null {
    if (this.prefix === null) return null;
    const following = this.vocabulary.trie().following(this.prefix);
    const closes = (id: number) => this.vocabulary.text(id).trimStart().startsWith(")");
    return (
      (closing ? following.find(closes) : undefined) ??
      following.find((id) => this.pays(this.vocabulary.text(id))) ??
      null
    );
  }

  /** Takes a token that was drawn. */
  take(id: number): void {
    if (this.vocabulary.isControl(id)) return;
    const text = this.vocabulary.text(id);
    this.owed = this.owed.slice(text.length);
    if (this.endsWith(text)) this.closed = true;
    else this.prefix = this.extended(text);
    this.known.clear();
  }

  private allows(id: number): boolean {
    if (this.vocabulary.isEndOfGeneration(id)) return this.owed === "" && this.prefix?.isComplete === true;
    if (this.vocabulary.isControl(id)) return false;
    const text = this.vocabulary.text(id);
    return text !== "" && this.pays(text) && (this.endsWith(text) || this.extended(text) !== null);
  }

  /** Whether a text begins with what is owed, or is a part of it. */
  private pays(text: string): boolean {
    return text.startsWith(this.owed) || this.owed.startsWith(text);
  }

  private extended(text: string): QueryPrefix | null {
    if (this.prefix === null || text.includes("\ufffd")) return null;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const longer = this.prefix.extended(text);
    if (this.known.size < rememberedTexts) this.known.set(text, longer);
    return longer;
  }

  /** Whether the token closes the query by a semicolon. */
  private endsWith(text: string): boolean {
    const semicolon = text.indexOf(";");
    if (semicolon === -1 || text.slice(semicolon + 1).trim() !== "") return false;
    const before = text.slice(0, semicolon);
    return (before === "" ? this.prefix : this.extended(before))?.isComplete === true;
  }
}

const automata = new Map<string, QueryAutomaton>();
const keptAutomata = 8;

/** The automaton of a constraint's schema; equal schemas share one. */
export function automatonOf({
  dialect,
  tables,
}: Pick<QueryConstraint, "dialect" | "tables">): QueryAutomaton {
  const key = JSON.stringify([dialect, tables]);
  const automaton = automata.get(key) ?? new QueryAutomaton({ dialect, tables: tables.map(tableOf) });
  automata.delete(key);
  automata.set(key, automaton);
  const [oldest] = automata.keys();
  if (automata.size > keptAutomata && oldest !== undefined) automata.delete(oldest);
  return automaton;
}

const tableOf = ({ name, namespace, columns }: QueryConstraint["tables"][number]): TableSchema => ({
  name,
  ...(namespace === undefined ? {} : { namespace }),
  kind: "table",
  columns: columns.map((column) => ({ name: column, type: "", nullable: true, primaryKey: false })),
  primaryKey: [],
  foreignKeys: [],
  rowCount: null,
});

/**
 * The constraint that keeps generated text to one query over a schema.
 * @param prefix what of the query stands already before the generated text.
 */
export const queryConstraint = (
  schema: { readonly dialect: QueryConstraint["dialect"]; readonly tables: readonly TableSchema[] },
  prefix = "",
): QueryConstraint => ({
  dialect: schema.dialect,
  tables: schema.tables.map(({ name, namespace, columns }) => ({
    name,
    ...(namespace === undefined ? {} : { namespace }),
    columns: columns.map((column) => column.name),
  })),
  prefix,
});
