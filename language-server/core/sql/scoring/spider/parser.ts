import type { SpiderSchema } from "./schema.ts";
import {
  type Aggregate,
  type Arithmetic,
  aggregates,
  arithmetic,
  type ColumnUnit,
  type Comparison,
  type Condition,
  type Conditions,
  type Connective,
  comparisons,
  type FromUnit,
  type Operand,
  type SelectItem,
  type SetOperation,
  type SpiderStatement,
  type ValueUnit,
} from "./statement.ts";
import { spiderTokens } from "./tokens.ts";

const clauseWords = new Set([
  "select",
  "from",
  "where",
  "group",
  "order",
  "limit",
  "intersect",
  "union",
  "except",
]);
const joinWords = new Set(["join", "on", "as"]);
const floatLiteral =
  /^[+-]?(?:(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/;

/** Thrown inside the parser only; `parseSpiderStatement` turns it into null. */
class NotInSubset extends Error {}

/**
 * Reads a statement the way the official script (process_sql.py) does, failing where it fails: on `<>`, LEFT JOIN,
 * commas in FROM, IS NULL, output aliases, `a=1` without blanks, back-quotes and all else outside Spider's subset.
 * What it reads wrongly is kept too: text after the last clause it knows is ignored, and OR after a column on the
 * right-hand side swallows what follows. Null when the script would raise an error.
 */
export function parseSpiderStatement(sql: string, schema: SpiderSchema): SpiderStatement | null {
  const tokens = spiderTokens(sql);
  if (tokens === null) return null;
  try {
    return new Parser(tokens, aliasesOf(tokens, schema), schema).statement();
  } catch (error) {
    if (error instanceof NotInSubset) return null;
    throw error;
  }
}

/** Alias → table for the whole text at once, sub-statements included; every table is its own alias. */
function aliasesOf(tokens: readonly string[], schema: SpiderSchema): Map<string, string> {
  const aliases = new Map<string, string>();
  tokens.forEach((token, index) => {
    const alias = tokens[index + 1];
    if (token !== "as") return;
    if (alias === undefined) throw new NotInSubset();
    aliases.set(alias, tokens.at(index - 1) ?? "");
  });
  for (const table of schema.tables.keys()) {
    if (aliases.has(table)) throw new NotInSubset();
    aliases.set(table, table);
  }
  return aliases;
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly aliases: ReadonlyMap<string, string>,
    private readonly schema: SpiderSchema,
  ) {}

  statement(): SpiderStatement {
    const start = this.at;
    const inBrackets = this.skip("(");
    const selectAt = this.at;
    // FROM comes first: it says in which tables a bare column is looked up.
    this.at = start;
    const { units, on, tables } = this.from();
    const afterFrom = this.at;
    this.at = selectAt;
    const { distinct, select } = this.select(tables);
    this.at = afterFrom;
    const where = this.conditionsAfter("where", tables);
    const groupBy = this.groupBy(tables);
    const having = this.conditionsAfter("having", tables);
    const orderBy = this.orderBy(tables);
    const limit = this.limit();
    this.skipSemicolons();
    if (inBrackets) this.expect(")");
    this.skipSemicolons();
    const second = this.setOperation();
    return {
      distinct,
      select,
      from: { units, on },
      where,
      groupBy,
      having,
      orderBy,
      limit,
      intersect: second?.operation === "intersect" ? second.statement : null,
      union: second?.operation === "union" ? second.statement : null,
      except: second?.operation === "except" ? second.statement : null,
    };
  }

  private setOperation(): { operation: SetOperation; statement: SpiderStatement } | null {
    const operation = this.peek();
    if (operation !== "intersect" && operation !== "union" && operation !== "except") return null;
    this.at += 1;
    return { operation, statement: this.statement() };
  }

  private from(): { units: FromUnit[]; on: Conditions; tables: string[] } {
    const keyword = this.tokens.indexOf("from", this.at);
    if (keyword < 0) throw new NotInSubset();
    this.at = keyword + 1;
    const units: FromUnit[] = [];
    const tables: string[] = [];
    const on: { units: Condition[]; connectives: Connective[] } = { units: [], connectives: [] };
    while (this.at < this.tokens.length) {
      const inBrackets = this.skip("(");
      if (this.token() === "select") units.push({ kind: "statement", statement: this.statement() });
      else {
        this.skip("join");
        const table = this.table();
        units.push({ kind: "table", table });
        tables.push(table);
      }
      if (this.skip("on")) {
        const more = this.conditions(tables);
        if (on.units.length > 0) on.connectives.push("and");
        on.units.push(...more.units);
        on.connectives.push(...more.connectives);
      }
      if (inBrackets) this.expect(")");
      if (this.atClauseEnd()) break;
    }
    return { units, on, tables };
  }

  private table(): string {
    const table = this.aliases.get(this.token());
    if (table === undefined || !this.schema.tables.has(table)) throw new NotInSubset();
    this.at += this.tokens[this.at + 1] === "as" ? 3 : 1;
    return table;
  }

  private select(tables: readonly string[]): { distinct: boolean; select: SelectItem[] } {
    this.expect("select");
    const distinct = this.skip("distinct");
    const select: SelectItem[] = [];
    while (this.at < this.tokens.length && !clauseWords.has(this.token())) {
      const aggregate = this.aggregate() ?? "none";
      select.push({ aggregate, value: this.value(tables) });
      this.skip(",");
    }
    return { distinct, select };
  }

  private groupBy(tables: readonly string[]): ColumnUnit[] {
    const columns: ColumnUnit[] = [];
    if (!this.skip("group")) return columns;
    this.expect("by");
    while (this.at < this.tokens.length && !this.atClauseEnd()) {
      columns.push(this.columnUnit(tables));
      if (!this.skip(",")) break;
    }
    return columns;
  }

  private orderBy(tables: readonly string[]): SpiderStatement["orderBy"] {
    if (!this.skip("order")) return null;
    this.expect("by");
    const values: ValueUnit[] = [];
    let direction: "asc" | "desc" = "asc";
    while (this.at < this.tokens.length && !this.atClauseEnd()) {
      values.push(this.value(tables));
      // One direction for the whole list: the last one named.
      if (this.skip("asc")) direction = "asc";
      else if (this.skip("desc")) direction = "desc";
      if (!this.skip(",")) break;
    }
    return { direction, values };
  }

  private limit(): boolean {
    if (!this.skip("limit")) return false;
    this.token();
    this.at += 1;
    return true;
  }

  private conditionsAfter(keyword: string, tables: readonly string[]): Conditions {
    return this.skip(keyword) ? this.conditions(tables) : { units: [], connectives: [] };
  }

  private conditions(tables: readonly string[]): Conditions {
    const units: Condition[] = [];
    const connectives: Connective[] = [];
    while (this.at < this.tokens.length) {
      // Two conditions with nothing between them: the script reads on and compares nonsense; here it is an error.
      if (connectives.length < units.length) throw new NotInSubset();
      units.push(this.condition(tables));
      if (this.atClauseEnd() || joinWords.has(this.peek() ?? "")) break;
      if (this.skip("and")) connectives.push("and");
      else if (this.skip("or")) connectives.push("or");
    }
    return { units, connectives };
  }

  private condition(tables: readonly string[]): Condition {
    const left = this.value(tables);
    const negated = this.token() === "not";
    if (negated) this.at += 1;
    const token = this.token();
    const comparison: Comparison | undefined = comparisons.find((name) => name === token);
    if (comparison === undefined) throw new NotInSubset();
    this.at += 1;
    const first = this.operand(tables);
    if (comparison !== "between") return { negated, comparison, left, first, second: null };
    this.expect("and");
    return { negated, comparison, left, first, second: this.operand(tables) };
  }

  private operand(tables: readonly string[]): Operand {
    const start = this.at;
    const inBrackets = this.skip("(");
    const token = this.token();
    let operand: Operand;
    if (token === "select") operand = this.statement();
    else if (token.includes('"')) {
      operand = token;
      this.at += 1;
    } else if (floatLiteral.test(token)) {
      operand = Number(token.replaceAll("_", ""));
      this.at += 1;
    } else {
      // A column: the script looks at the words up to the next comma, bracket, AND or keyword and skips them all.
      let end = this.at;
      while (end < this.tokens.length && !this.endsOperand(this.tokens[end] ?? "")) end += 1;
      operand = new Parser(this.tokens.slice(start, end), this.aliases, this.schema).columnUnit(tables);
      this.at = end;
    }
    if (inBrackets) this.expect(")");
    return operand;
  }

  private endsOperand(token: string): boolean {
    return (
      token === "," || token === ")" || token === "and" || clauseWords.has(token) || joinWords.has(token)
    );
  }

  private value(tables: readonly string[]): ValueUnit {
    const inBrackets = this.skip("(");
    const left = this.columnUnit(tables);
    const sign = this.peek();
    const operator: Arithmetic | undefined = arithmetic.find((name) => name === sign);
    let right: ColumnUnit | null = null;
    if (operator !== undefined) {
      this.at += 1;
      right = this.columnUnit(tables);
    }
    if (inBrackets) this.expect(")");
    return { operator: operator ?? "none", left, right };
  }

  private columnUnit(tables: readonly string[]): ColumnUnit {
    const inBrackets = this.skip("(");
    const aggregate = this.aggregate();
    if (aggregate !== null) {
      this.expect("(");
      const distinct = this.skip("distinct");
      const column = this.column(tables);
      this.expect(")");
      // A bracket opened before the aggregate is not closed here, as in the script.
      return { aggregate, column, distinct };
    }
    const distinct = this.skip("distinct");
    const column = this.column(tables);
    if (inBrackets) this.expect(")");
    return { aggregate: "none", column, distinct };
  }

  private column(tables: readonly string[]): string {
    const token = this.token();
    this.at += 1;
    if (token === "*") return token;
    if (token.includes(".")) {
      const [alias = "", column = "", ...rest] = token.split(".");
      const table = this.aliases.get(alias);
      if (rest.length > 0 || table === undefined || !this.schema.tables.get(table)?.includes(column))
        throw new NotInSubset();
      return `${table}.${column}`;
    }
    const owner = tables.find((table) => this.schema.tables.get(table)?.includes(token));
    if (owner === undefined) throw new NotInSubset();
    return `${owner}.${token}`;
  }

  private aggregate(): Aggregate | null {
    const token = this.token();
    const aggregate = aggregates.find((name) => name === token);
    if (aggregate === undefined) return null;
    this.at += 1;
    return aggregate;
  }

  private atClauseEnd(): boolean {
    const token = this.peek();
    return token !== undefined && (clauseWords.has(token) || token === ")" || token === ";");
  }

  private peek(): string | undefined {
    return this.tokens[this.at];
  }

  /** The token here; there has to be one. */
  private token(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new NotInSubset();
    return token;
  }

  private skip(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.skip(token)) throw new NotInSubset();
  }

  private skipSemicolons(): void {
    while (this.skip(";"));
  }
}
