import { bareFunctions, functionNames } from "../functions.ts";
import type { DatabaseSchema, SqlDialect } from "../schema.ts";
import { readScopes, type TableNames, tableNames } from "../scope/readScopes.ts";
import { type Resolution, resolveUse } from "../scope/resolve.ts";
import { type NameUse, qualifierOf, type Scope, type Scopes } from "../scope/scope.ts";
import { isReserved } from "../scope/words.ts";
import type { SqlToken } from "../tokens.ts";
import { queryNetwork, typeNames } from "./grammar.ts";
import { type Network, type Position, positionAt, type Step, type Terminal } from "./network.ts";
import { partialTokens, tailToken } from "./partialTokens.ts";

const longestNewName = 30;
/** Between two tokens: a blank or two, or a new line with its indentation. */
const blanksAllowed = /^(?: {0,2}| ?\n {0,8})$/;
const newName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** An alias without AS is short: a longer word there is most often a misspelt keyword. */
const shortName = /^[A-Za-z]{1,3}[0-9]{0,2}$/;

/**
 * Accepts the texts that can still become one query over a schema: syntax by the dialect's network, names by the
 * statement's own scopes. A table or column that the schema lacks cannot be written, nor a column of a table that is
 * not in FROM as soon as FROM is known. Aliases, common table expressions and result names are the query's own.
 */
export class QueryAutomaton {
  readonly dialect: SqlDialect;
  readonly tables: TableNames;
  readonly network: Network;
  readonly functions: ReadonlySet<string>;
  /** Names of tables, columns, functions and namespaces, by their first letters. */
  readonly names: NameIndex;
  /** Names of the tables in each namespace; all in lower case. */
  readonly namespaces: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(schema: Pick<DatabaseSchema, "dialect" | "tables">) {
    this.dialect = schema.dialect;
    this.tables = tableNames({ ...schema, name: "", contentHash: "" });
    this.network = queryNetwork(schema.dialect);
    this.functions = functionNames(schema.dialect);
    this.names = new NameIndex([
      ...schema.tables.flatMap((table) => [table.name, ...table.columns.map((column) => column.name)]),
      ...schema.tables.flatMap(({ namespace }) => namespace ?? []),
    ]);
    this.namespaces = tablesByNamespace(schema.tables);
  }

  /** The empty text. */
  start(): QueryPrefix {
    const query = this.network.get("query");
    const starts = query === undefined ? [] : [{ node: query, stack: null }];
    return new QueryPrefix(new State(this, [], positionAt(this.network, starts)), "", "");
  }
}

/** A text that can still become a query. */
export class QueryPrefix {
  constructor(
    private readonly state: State,
    /** The last token, while more of it may come. */
    private readonly tail: string,
    /** Blanks at the end. */
    private readonly blanks: string,
  ) {}

  /** The longer text; null when it can no longer become a query. */
  extended(text: string): QueryPrefix | null {
    const trailing = /[ \n\t]*$/.exec(text)?.[0] ?? "";
    const blanks = trailing.length === text.length ? this.blanks + trailing : trailing;
    if (blanks !== "" && !blanksAllowed.test(blanks)) return null;
    const { automaton } = this.state;
    const read = partialTokens(this.tail + text, automaton.dialect);
    if (read === null) return null;
    let state: State | null = this.state;
    for (const token of read.tokens) {
      state = state.advance(token);
      if (state === null) return null;
    }
    if (read.tail !== "" ? !state.mayBegin(read.tail) : state.isDeadEnd) return null;
    return new QueryPrefix(state, read.tail, blanks);
  }

  /** Whether the text is a whole query as it stands. */
  get isComplete(): boolean {
    if (this.tail === "") return this.state.isComplete;
    const token = tailToken(this.tail, this.state.automaton.dialect);
    return token !== null && this.state.advance(token)?.isComplete === true;
  }
}

/** A list of whole tokens that can still become a query. */
class State {
  private readonly next = new Map<string, State | null>();
  private read: Scopes | null = null;

  constructor(
    readonly automaton: QueryAutomaton,
    readonly tokens: readonly SqlToken[],
    private readonly position: Position,
  ) {}

  get isDeadEnd(): boolean {
    return this.position.steps.length === 0 && !this.isComplete;
  }

  get isComplete(): boolean {
    return this.position.ends && this.tokens.length > 0 && this.namesAreGood(false, this.tokens.length);
  }

  /** Null when the token may not come here. */
  advance(token: SqlToken): State | null {
    const key = `${token.kind} ${token.text}`;
    const known = this.next.get(key);
    if (known !== undefined) return known;
    const state = this.advanced(token);
    this.next.set(key, state);
    return state;
  }

  private advanced(token: SqlToken): State | null {
    const steps = this.position.steps.filter(({ terminal }) => mayBe(terminal, token, this.automaton));
    if (steps.length === 0) return null;
    const { automaton } = this;
    const longer = new State(automaton, [...this.tokens, token], positionAt(automaton.network, []));
    const kept = steps.filter((step) => longer.allowsAsLast(step.terminal));
    // The last name is judged by `allowsAsLast`: it may still become a qualifier or a function.
    if (kept.length === 0 || !longer.namesAreGood(true, longer.tokens.length - 1)) return null;
    const starts = kept.map(({ to, stack }: Step) => ({ node: to, stack }));
    return new State(automaton, longer.tokens, positionAt(automaton.network, starts));
  }

  /** Whether some token that begins with `tail` may come. */
  mayBegin(tail: string): boolean {
    const { automaton } = this;
    const whole = tailToken(tail, automaton.dialect);
    if (whole !== null && this.advance(whole) !== null) return true;
    const first = tail.charAt(0);
    if (first === "'" || (first === '"' && automaton.dialect === "mysql"))
      return this.advance({ kind: "string", text: "", start: 0, end: 0 }) !== null;
    if (first === '"' || first === "`") {
      const content = tail.slice(1).replaceAll(first + first, first);
      return this.mayBeginName(content, (text) => ({ kind: "quoted", text, start: 0, end: 0 }));
    }
    if (newName.test(tail)) {
      const upper = tail.toUpperCase();
      const even = isEvenlyWritten(tail);
      return (
        this.position.steps.some(
          ({ terminal }) =>
            // A word that ends FROM may not come while a name is still without its table.
            (even &&
              terminal.kind === "keyword" &&
              terminal.text.startsWith(upper) &&
              this.advance(wordToken(completed(tail, terminal.text))) !== null) ||
            (terminal.kind === "type" && startsOne(typeNames, tail)) ||
            (even && isFunction(terminal) && startsOne(automaton.functions, tail)),
        ) || this.mayBeginName(tail, wordToken)
      );
    }
    return this.position.steps.some(
      ({ terminal }) =>
        terminal.kind === "symbol" &&
        terminal.text.startsWith(tail) &&
        this.advance({ kind: "symbol", text: terminal.text, start: 0, end: 0 }) !== null,
    );
  }

  /** Whether a name of the schema or of the statement itself that begins so may come. */
  private mayBeginName(start: string, tokenOf: (name: string) => SqlToken): boolean {
    const { automaton } = this;
    const wants = (kind: Terminal["kind"]) =>
      this.position.steps.some(({ terminal }) => terminal.kind === kind);
    if (!["table", "column", "namespace", "qualifier"].some((kind) => wants(kind as Terminal["kind"])))
      return false;
    const tries = (name: string) => this.advance(tokenOf(name)) !== null;
    for (const name of this.ownNames()) if (begins(name, start) && tries(name)) return true;
    for (const name of automaton.names.beginning(start))
      if ((tokenOf !== wordToken || isWrittenAs(start, name)) && tries(name)) return true;
    return false;
  }

  /** Aliases, common table expressions, and columns of sub-queries that are in sight. */
  private ownNames(): string[] {
    const names: string[] = [];
    const place = this.scopes().places.at(-1);
    for (const cte of place?.scope?.ctes ?? []) names.push(cte.name, ...(cte.columns() ?? []));
    for (let scope = place?.scope ?? null; scope !== null; scope = scope.parent) {
      for (const source of scope.sources) {
        if (source.alias !== null) names.push(source.alias);
        if (source.kind !== "table") names.push(...(source.columns() ?? []));
      }
      for (const output of scope.outputs)
        if (output.kind === "column" && output.name !== null) names.push(output.name);
    }
    return names;
  }

  /** Whether the last token, read as this terminal, names something. */
  private allowsAsLast(terminal: Terminal): boolean {
    const at = this.tokens.length - 1;
    const token = this.tokens[at];
    if (token === undefined) return false;
    const { automaton } = this;
    const scopes = this.scopes();
    const use = scopes.uses.find((candidate) => candidate.token === at);
    switch (terminal.kind) {
      case "namespace":
        return automaton.namespaces.has(token.text.toLowerCase());
      case "table":
        return (
          use?.kind === "table" &&
          this.isInNamespace(use) &&
          isGood(this.resolve(use, true)) &&
          isSpelt(token, this.nameOf(use), automaton)
        );
      case "column": {
        if (scopes.places[at]?.using === true) return automaton.names.has(token.text);
        if (use?.kind !== "column") return false;
        return isGood(this.resolve(use, true)) && isSpelt(token, this.nameOf(use), automaton);
      }
      case "qualifier":
        return use !== undefined && mayQualify(token.text, use, automaton.tables);
      default:
        return true;
    }
  }

  /** A qualified table has to stand in the namespace that is named. */
  private isInNamespace({ token, qualifier }: NameUse): boolean {
    if (qualifier === null) return true;
    const namespace = this.tokens[qualifier]?.text.toLowerCase() ?? "";
    const tables = this.automaton.namespaces.get(namespace);
    return tables?.has(this.tokens[token]?.text.toLowerCase() ?? "") === true;
  }

  /** The name as the schema writes it, for dialects in which that matters; null for the statement's own names. */
  private nameOf(use: NameUse): string | null {
    const resolution = this.resolve(use, true);
    if (resolution.kind === "open") return this.automaton.names.spelling(this.tokens[use.token]?.text ?? "");
    if (resolution.kind !== "found") return null;
    return use.kind === "table" ? (resolution.source.table?.name ?? null) : resolution.column;
  }

  private resolve(use: NameUse, unfinished: boolean): Resolution {
    const { dialect, tables } = this.automaton;
    return resolveUse(use, { tokens: this.tokens, tables, dialect, unfinished });
  }

  private namesAreGood(unfinished: boolean, before: number): boolean {
    return this.scopes().uses.every((use) => use.token >= before || isGood(this.resolve(use, unfinished)));
  }

  private scopes(): Scopes {
    this.read ??= readScopes(this.tokens, this.automaton.tables);
    return this.read;
  }
}

function tablesByNamespace(tables: DatabaseSchema["tables"]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { namespace, name } of tables) {
    if (namespace === undefined) continue;
    const key = namespace.toLowerCase();
    found.set(key, (found.get(key) ?? new Set()).add(name.toLowerCase()));
  }
  return found;
}

/** A word in capitals, in small letters, or with one capital; anything else is a model that has lost its way. */
const isEvenlyWritten = (word: string): boolean => /^(?:[A-Z_\d]+|[A-Za-z]?[a-z_\d]*)$/.test(word);

const wordToken = (text: string): SqlToken => ({ kind: "word", text, start: 0, end: 0 });

/** A keyword of which a beginning is written, in its letters. */
const completed = (start: string, keyword: string): string => {
  const rest = keyword.slice(start.length);
  return start + (start === start.toUpperCase() ? rest : rest.toLowerCase());
};

const isGood = ({ kind }: Resolution): boolean =>
  kind === "found" || kind === "open" || kind === "output" || kind === "unsure";

const isFunction = ({ kind }: Terminal): boolean => kind === "function" || kind === "bare-function";

/** Whether a token can be this terminal by its form alone. */
function mayBe(terminal: Terminal, token: SqlToken, { functions }: QueryAutomaton): boolean {
  const word = token.kind === "word";
  const named = word ? !isReserved(token.text) : token.kind === "quoted";
  switch (terminal.kind) {
    case "keyword":
      return word && token.text.toUpperCase() === terminal.text && isEvenlyWritten(token.text);
    case "symbol":
      return token.kind === "symbol" && token.text === terminal.text;
    case "string":
    case "number":
      return token.kind === terminal.kind;
    case "function":
    case "bare-function": {
      const name = token.text.toLowerCase();
      if (!word || !functions.has(name) || !isEvenlyWritten(token.text)) return false;
      return terminal.kind === "function" || bareFunctions.has(name);
    }
    case "type":
      return word && typeNames.has(token.text.toLowerCase());
    case "new-name":
      return named && token.text !== "" && token.text.length <= longestNewName;
    case "short-name":
      return word && named && shortName.test(token.text);
    default:
      return named && token.text !== "";
  }
}

/**
 * Whether a name, or a beginning of it, is in letters that somebody would write: each word of it as in the schema, in
 * capitals, in small letters, or with one capital. As with keywords, anything else is a model that has lost its way.
 */
function isWrittenAs(start: string, name: string): boolean {
  const words = name.split("_");
  return start.split("_").every((written, at) => {
    const word = words[at]?.slice(0, written.length) ?? "";
    return isEvenlyWritten(written) || written.slice(1) === word.slice(1);
  });
}

/**
 * Postgres folds bare names to lower case, so names with capitals need quotes there; quoted ones are exact. Elsewhere
 * case does not matter to the database.
 */
function isSpelt(token: SqlToken, name: string | null, { dialect }: QueryAutomaton): boolean {
  if (name === null) return true;
  if (token.kind === "word" && !isWrittenAs(token.text, name)) return false;
  if (dialect !== "postgres") return true;
  return token.kind === "quoted" ? token.text === name : name === name.toLowerCase();
}

/** Whether a dot may follow: the name of a source in sight, or of one that may still come. */
function mayQualify(name: string, use: NameUse, tables: TableNames): boolean {
  let open = false;
  for (let scope: Scope | null = use.scope; scope !== null; scope = scope.parent) {
    const own = scope === use.scope;
    const limited = own && use.sourcesThen !== null;
    const sources = limited ? scope.sources.slice(0, use.sourcesThen ?? undefined) : scope.sources;
    if (
      sources.some(
        (source) => begins(qualifierOf(source), name) && qualifierOf(source).length === name.length,
      )
    )
      return true;
    open ||= !scope.complete && !limited;
  }
  if (!open) return false;
  const isTable =
    tables.has(name.toLowerCase()) ||
    use.scope.ctes.some((cte) => cte.name.toLowerCase() === name.toLowerCase());
  return isTable || shortName.test(name);
}

const begins = (name: string, start: string): boolean => name.toLowerCase().startsWith(start.toLowerCase());

const startsOne = (names: ReadonlySet<string>, start: string): boolean => {
  const lower = start.toLowerCase();
  for (const name of names) if (name.startsWith(lower)) return true;
  return false;
};

/** Names found by their first letters, whatever their case. */
class NameIndex {
  private readonly sorted: readonly { readonly lower: string; readonly name: string }[];

  constructor(names: readonly string[]) {
    const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
    this.sorted = [...byLower]
      .map(([lower, name]) => ({ lower, name }))
      .sort((a, b) => (a.lower < b.lower ? -1 : 1));
  }

  has(name: string): boolean {
    return this.spelling(name) !== null;
  }

  spelling(name: string): string | null {
    const lower = name.toLowerCase();
    const found = this.sorted[this.place(lower)];
    return found?.lower === lower ? found.name : null;
  }

  *beginning(start: string): Generator<string> {
    const lower = start.toLowerCase();
    for (let at = this.place(lower); at < this.sorted.length; at++) {
      const entry = this.sorted[at];
      if (entry === undefined || !entry.lower.startsWith(lower)) return;
      yield entry.name;
    }
  }

  private place(lower: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.lower ?? "") < lower) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
