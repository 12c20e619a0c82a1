import type { DatabaseSchema, TableSchema } from "../schema.ts";
import type { SqlToken } from "../tokens.ts";
import {
  type Clause,
  type NameUse,
  outputNames,
  type Place,
  type Scope,
  type Scopes,
  type Source,
} from "./scope.ts";
import { fromWords, isReserved, joinWords, softWords, valueWords } from "./words.ts";

/** Tables by lower-case name; a name in two namespaces stands for the first. */
export type TableNames = ReadonlyMap<string, TableSchema>;

export const tableNames = (schema: DatabaseSchema): TableNames =>
  new Map([...schema.tables].reverse().map((table) => [table.name.toLowerCase(), table]));

/** Names of all columns of a database in lower case; computed once for each. */
const columnSets = new WeakMap<TableNames, ReadonlySet<string>>();

export function columnNames(tables: TableNames): ReadonlySet<string> {
  let names = columnSets.get(tables);
  if (names === undefined) {
    const all = [...tables.values()].flatMap(({ columns }) => columns);
    names = new Set(all.map(({ name }) => name.toLowerCase()));
    columnSets.set(tables, names);
  }
  return names;
}

/**
 * Scopes and uses of names of one statement's tokens, finished or not. Reads what is there and passes over what it does
 * not understand: checking syntax is the parser's task.
 */
export function readScopes(tokens: readonly SqlToken[], tables: TableNames): Scopes {
  return new ScopeReader(tokens, tables).read();
}

/** What a parenthesis inside a SELECT is for. */
type Bracket = "group" | "call" | "cast" | "join" | "using";

class ScopeReader {
  private at = 0;
  private readonly uses: NameUse[] = [];
  private readonly places: Place[] = [];

  constructor(
    private readonly tokens: readonly SqlToken[],
    private readonly tables: TableNames,
  ) {}

  read(): Scopes {
    while (this.at < this.tokens.length) {
      const before = this.at;
      this.query(null, []);
      // A stray parenthesis, or a statement that is no query.
      if (this.at === before) this.step(null, "select");
    }
    this.places.push(this.endPlace ?? place(null, "select"));
    return { uses: this.uses, places: this.places };
  }

  /** What may be written behind the last token; the innermost query says so. */
  private endPlace: Place | null = null;

  private word(offset = 0): string {
    const token = this.tokens[this.at + offset];
    return token?.kind === "word" ? token.text.toUpperCase() : "";
  }

  private symbol(offset = 0): string {
    const token = this.tokens[this.at + offset];
    return token?.kind === "symbol" ? token.text : "";
  }

  private isName(offset = 0): boolean {
    const kind = this.tokens[this.at + offset]?.kind;
    return kind === "word" || kind === "quoted";
  }

  /** Goes over one token; what may stand there is known from before it. */
  private step(scope: Scope | null, clause: Clause, table = false, using = false): void {
    this.places[this.at] = { scope, clause, table, using };
    this.at++;
  }

  /** Says what may be written here, if the text ends here. */
  private see(scope: Scope | null, clause: Clause, table = false, using = false): void {
    if (this.at >= this.tokens.length) this.endPlace ??= { scope, clause, table, using };
  }

  /** A query up to its closing parenthesis, which is left, or to the end. Gives its first SELECT. */
  private query(parent: Scope | null, outer: readonly Source[]): Scope | null {
    let ctes = outer;
    if (this.word() === "WITH") ctes = this.withClause(parent, outer);
    let first: Scope | null = null;
    for (;;) {
      while (this.symbol() === "(" && ["SELECT", "WITH", "VALUES", ""].includes(this.word(1))) {
        if (this.word(1) === "" && this.symbol(1) !== "(") break;
        this.step(first, "select");
        first ??= this.query(parent, ctes);
        if (this.symbol() === ")") this.step(first, "select");
      }
      const word = this.word();
      if (word !== "SELECT" && word !== "VALUES" && first === null) return first;
      const scope = newScope(parent, ctes, first);
      first ??= scope;
      this.select(scope);
      if (!["UNION", "INTERSECT", "EXCEPT", "MINUS"].includes(this.word())) return first;
      this.step(scope, "order");
      if (this.word() === "ALL" || this.word() === "DISTINCT") this.step(scope, "order");
      this.see(newScope(parent, ctes, first), "select");
      if (this.at >= this.tokens.length) return first;
    }
  }

  private withClause(parent: Scope | null, outer: readonly Source[]): readonly Source[] {
    let ctes = outer;
    const none = newScope(parent, outer, null);
    this.step(none, "with");
    if (this.word() === "RECURSIVE") this.step(none, "with");
    while (this.isName() && this.word() !== "SELECT") {
      const token = this.at;
      const name = this.tokens[token]?.text ?? "";
      this.step(none, "with");
      const named: string[] = [];
      if (this.symbol() === "(") {
        while (this.at < this.tokens.length && this.symbol() !== ")") {
          if (this.isName()) named.push(this.tokens[this.at]?.text ?? "");
          this.step(none, "with");
        }
        this.step(none, "with");
      }
      while (["AS", "NOT", "MATERIALIZED"].includes(this.word())) this.step(none, "with");
      let body: Scope | null = null;
      const columns = () => (named.length > 0 ? named : body === null ? null : outputNames(body));
      const source: Source = { kind: "cte", name, alias: null, columns, table: null, token };
      if (this.symbol() === "(") {
        this.step(none, "with");
        // Recursive ones see themselves; seeing too much there only misses an error.
        body = this.query(parent, [source, ...ctes]);
        if (this.symbol() === ")") this.step(none, "with");
      }
      ctes = [source, ...ctes];
      this.see(newScope(parent, ctes, null), "with");
      if (this.symbol() !== ",") break;
      this.step(none, "with");
    }
    return ctes;
  }

  /** One SELECT up to a set operator, a closing parenthesis or the end. */
  private select(scope: Scope): void {
    let clause: Clause = "select";
    let wantsTable = false;
    const brackets: Bracket[] = [];
    const item = new OutputReader(scope);
    const inJoin = () => brackets.every((bracket) => bracket === "join");
    const enter = (next: Clause) => {
      if (clause === "select") item.commit();
      clause = next;
      wantsTable = next === "from";
      if (next === "from") scope.hasFrom = true;
      else if (next !== "on") scope.complete = true;
    };
    this.step(scope, "select");
    while (this.at < this.tokens.length) {
      const using = brackets.at(-1) === "using";
      const token = this.tokens[this.at];
      if (token === undefined) break;
      const word = this.word();
      const level = brackets.length === 0;
      if (token.kind === "symbol") {
        if (token.text === ")") {
          if (level) break;
          brackets.pop();
          this.step(scope, clause, false, using);
          continue;
        }
        if (token.text === ";") break;
        if (token.text === "(") {
          if (["SELECT", "WITH", "VALUES"].includes(this.word(1))) {
            const opened = this.at;
            this.step(scope, clause, wantsTable);
            const body = this.query(wantsTable ? scope.parent : scope, scope.ctes);
            if (this.symbol() === ")") this.step(scope, clause);
            if (wantsTable) this.derived(scope, body, opened);
            wantsTable = false;
          } else {
            brackets.push(this.bracketKind(wantsTable));
            this.step(scope, clause, wantsTable, brackets.at(-1) === "using");
          }
          continue;
        }
        if (token.text === "," && (clause === "from" || clause === "on") && inJoin()) {
          clause = "from";
          this.step(scope, clause);
          wantsTable = true;
          continue;
        }
        if (token.text === "," && clause === "select" && level) item.commit();
        else if (token.text === "*" && clause === "select" && level) item.star(null);
        this.step(scope, clause, wantsTable, using);
        continue;
      }
      if (level) {
        if (["UNION", "INTERSECT", "EXCEPT", "MINUS"].includes(word)) break;
        const next = clauseOf(word, this.word(1));
        if (next !== null && (this.symbol(-1) !== "." || isReserved(word))) {
          this.step(scope, clause, wantsTable);
          if (word === "GROUP" || word === "ORDER") if (this.word() === "BY") this.step(scope, next);
          enter(next);
          continue;
        }
      }
      if ((clause === "from" || clause === "on") && inJoin()) {
        if (word === "JOIN" || joinWords.has(word)) {
          if (word === "NATURAL") scope.natural = true;
          clause = "from";
          this.step(scope, clause);
          wantsTable = word === "JOIN" || word === "STRAIGHT_JOIN" || wantsTable;
          continue;
        }
        if (word === "ON") {
          this.step(scope, clause);
          clause = "on";
          continue;
        }
      }
      if (using) {
        if (this.isName()) scope.merged.add(token.text.toLowerCase());
        this.step(scope, clause, false, true);
      } else if (clause === "from") {
        if (wantsTable && this.isName() && !fromWords.has(word)) {
          this.tableName(scope);
          wantsTable = false;
        } else this.step(scope, clause, wantsTable);
      } else this.value(scope, clause, brackets, item);
    }
    if (clause === "select") item.commit();
    if (this.at < this.tokens.length) scope.complete = true;
    else this.see(scope, clause, wantsTable, brackets.at(-1) === "using");
  }

  private bracketKind(wantsTable: boolean): Bracket {
    if (wantsTable) return "join";
    const before = this.word(-1);
    if (before === "USING") return "using";
    if (before === "CAST" || before === "TRY_CAST") return "cast";
    return before !== "" && !valueWords.has(before) ? "call" : "group";
  }

  private alias(scope: Scope): string | null {
    if (this.word() === "AS") this.step(scope, "from");
    const is = this.isName() && (this.tokens[this.at]?.kind === "quoted" || !fromWords.has(this.word()));
    if (!is) return null;
    const name = this.tokens[this.at]?.text ?? null;
    this.step(scope, "from");
    return name;
  }

  private derived(scope: Scope, body: Scope | null, token: number): void {
    const alias = this.alias(scope);
    const named: string[] = [];
    if (alias !== null && this.symbol() === "(") {
      while (this.at < this.tokens.length && this.symbol() !== ")") {
        if (this.isName()) named.push(this.tokens[this.at]?.text ?? "");
        this.step(scope, "from");
      }
      if (this.symbol() === ")") this.step(scope, "from");
    }
    const columns = () => (named.length > 0 ? named : body === null ? null : outputNames(body));
    scope.sources.push({ kind: "query", name: "", alias, columns, table: null, token });
  }

  private tableName(scope: Scope): void {
    let token = this.at;
    let qualifier: number | null = null;
    // Behind a dot that ends the text the table is still to come.
    let named = true;
    this.step(scope, "from", true);
    while (this.symbol() === ".") {
      this.step(scope, "from", true);
      named = this.isName();
      if (!named) break;
      qualifier = token;
      token = this.at;
      this.step(scope, "from", true);
    }
    const name = this.tokens[token]?.text ?? "";
    if (this.symbol() === "(") {
      this.skipBrackets(scope);
      scope.sources.push({
        kind: "function",
        name,
        alias: this.alias(scope),
        columns: () => null,
        table: null,
        token,
      });
      return;
    }
    if (named) this.uses.push({ kind: "table", token, qualifier, scope, clause: "from", sourcesThen: null });
    const cte = qualifier === null ? scope.ctes.find((known) => sameName(known.name, name)) : undefined;
    const table = cte === undefined ? (this.tables.get(name.toLowerCase()) ?? null) : null;
    const own = table?.columns.map((column) => column.name) ?? null;
    const columns = cte === undefined ? () => own : cte.columns;
    // The alias is taken before the source counts, so that its tokens see the sources before it.
    const alias = this.alias(scope);
    scope.sources.push({ kind: cte === undefined ? "table" : "cte", name, alias, columns, table, token });
  }

  private skipBrackets(scope: Scope): void {
    let depth = 0;
    do {
      if (this.symbol() === "(") depth++;
      if (this.symbol() === ")") depth--;
      this.step(scope, "from");
    } while (depth > 0 && this.at < this.tokens.length);
  }

  /** A word, name or literal where values stand. */
  private value(scope: Scope, clause: Clause, brackets: readonly Bracket[], item: OutputReader): void {
    const level = brackets.length === 0;
    const token = this.tokens[this.at];
    const word = this.word();
    const before = this.word(-1);
    const notName =
      !this.isName() ||
      (valueWords.has(word) &&
        this.symbol(-1) !== "." &&
        this.symbol(1) !== "." &&
        !(softWords.has(word) && columnNames(this.tables).has(word.toLowerCase()))) ||
      before === "COLLATE" ||
      (before === "NULLS" && (word === "FIRST" || word === "LAST")) ||
      this.symbol(-1) === "::" ||
      (token?.kind === "word" && this.tokens[this.at + 1]?.kind === "string");
    if (notName) {
      if (level && clause === "select" && !["DISTINCT", "ALL", "AS"].includes(word)) item.other();
      this.step(scope, clause);
      return;
    }
    if (before === "AS") {
      if (level && clause === "select") item.name(token?.text ?? null);
      this.step(scope, clause);
      return;
    }
    if (this.symbol(1) === "(" && token?.kind === "word") {
      if (level && clause === "select") item.other();
      this.step(scope, clause);
      return;
    }
    if (level && clause === "select" && this.endsValue(-1)) {
      item.name(token?.text ?? null);
      this.step(scope, clause);
      return;
    }
    if (brackets.at(-1) === "cast" && before === "AS") this.step(scope, clause);
    else this.columnName(scope, clause, level, item);
  }

  private endsValue(offset: number): boolean {
    const token = this.tokens[this.at + offset];
    if (token === undefined) return false;
    if (token.kind === "symbol")
      return token.text === ")" || (token.text === "*" && this.symbol(offset - 1) === ".");
    if (token.kind !== "word") return true;
    const word = token.text.toUpperCase();
    return (
      !valueWords.has(word) ||
      ["END", "NULL", "TRUE", "FALSE", "ISNULL", "NOTNULL"].includes(word) ||
      word.startsWith("CURRENT_")
    );
  }

  private columnName(scope: Scope, clause: Clause, level: boolean, item: OutputReader): void {
    let token = this.at;
    let qualifier: number | null = null;
    this.step(scope, clause);
    while (this.symbol() === ".") {
      this.step(scope, clause);
      if (this.symbol() === "*") {
        if (level && clause === "select") item.star(this.tokens[token]?.text ?? null);
        this.uses.push({
          kind: "column",
          token: this.at,
          qualifier: token,
          scope,
          clause,
          sourcesThen: null,
        });
        this.step(scope, clause);
        return;
      }
      qualifier = token;
      token = this.at;
      // Behind a dot that is being written comes the rest of the statement.
      if (!this.isName() || isReserved(this.word())) break;
      this.step(scope, clause);
    }
    const sourcesThen = clause === "on" ? scope.sources.length : null;
    this.uses.push({ kind: "column", token, qualifier, scope, clause, sourcesThen });
    if (level && clause === "select") item.column(this.tokens[token]?.text ?? null);
  }
}

/** Names of the select list's columns, one item after the other. */
class OutputReader {
  private alias: string | null = null;
  private single: string | null = null;
  private parts = 0;
  private starOf: { readonly qualifier: string | null } | null = null;

  constructor(private readonly scope: Scope) {}

  name(alias: string | null): void {
    this.alias = alias;
    this.parts++;
  }

  column(name: string | null): void {
    this.single = name;
    this.parts++;
  }

  other(): void {
    this.parts += 2;
  }

  star(qualifier: string | null): void {
    if (this.parts === 0) this.starOf = { qualifier };
    this.parts++;
  }

  commit(): void {
    if (this.starOf !== null && this.parts === 1)
      this.scope.outputs.push({ kind: "star", qualifier: this.starOf.qualifier });
    else if (this.parts > 0)
      this.scope.outputs.push({
        kind: "column",
        name: this.alias ?? (this.parts === 1 ? this.single : null),
      });
    this.alias = null;
    this.single = null;
    this.parts = 0;
    this.starOf = null;
  }
}

function clauseOf(word: string, next: string): Clause | null {
  switch (word) {
    case "FROM":
      return "from";
    case "WHERE":
      return "where";
    case "GROUP":
      return next === "BY" || next === "" ? "group" : null;
    case "HAVING":
      return "having";
    case "ORDER":
      return next === "BY" || next === "" ? "order" : null;
    case "LIMIT":
    case "OFFSET":
    case "FETCH":
      return "limit";
    case "WINDOW":
      return "having";
    default:
      return null;
  }
}

const newScope = (parent: Scope | null, ctes: readonly Source[], first: Scope | null): Scope => ({
  parent,
  ctes,
  sources: [],
  outputs: [],
  first,
  hasFrom: false,
  complete: false,
  merged: new Set(),
  natural: false,
});

const place = (scope: Scope | null, clause: Clause): Place => ({ scope, clause, table: false, using: false });

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
