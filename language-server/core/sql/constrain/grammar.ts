import type { SqlDialect } from "../schema.ts";
import { type Network, networkOf, type Part, type Terminal, type WordKind } from "./network.ts";

const token = (terminal: Terminal): Part => ({ kind: "token", terminal });
const seq = (...parts: Part[]): Part => ({ kind: "sequence", parts });
const either = (...parts: Part[]): Part => ({ kind: "choice", parts });
const maybe = (...parts: Part[]): Part => ({ kind: "optional", part: seq(...parts) });
const many = (...parts: Part[]): Part => ({ kind: "repeat", part: seq(...parts) });
const rule = (name: string): Part => ({ kind: "rule", name });
/** Keywords one after the other. */
const words = (text: string): Part =>
  seq(...text.split(" ").map((word) => token({ kind: "keyword", text: word })));
const anyOf = (text: string): Part => either(...text.split(" ").map(words));
const symbol = (text: string): Part => token({ kind: "symbol", text });
const symbols = (text: string): Part => either(...text.split(" ").map(symbol));
const list = (part: Part): Part => seq(part, many(symbol(","), part));
const inBrackets = (...parts: Part[]): Part => seq(symbol("("), ...parts, symbol(")"));
const name = (kind: Exclude<WordKind, "string" | "number">): Part => token({ kind });
const text = token({ kind: "string" });
const number = token({ kind: "number" });
const expression = rule("expression");
const arithmetic = rule("arithmetic");
const query = rule("query");
const alias = either(seq(words("AS"), name("new-name")), name("short-name"));

/** Queries of a dialect: SELECT with all clauses, compounds, common table expressions, sub-queries, windows. */
function rulesOf(dialect: SqlDialect): Record<string, Part> {
  const others = dialect !== "sqlite";
  const likes = {
    sqlite: "LIKE GLOB",
    postgres: "LIKE ILIKE",
    mysql: "LIKE REGEXP",
    duckdb: "LIKE ILIKE GLOB",
  };
  const compares = `= <> != < <= > >=${dialect === "sqlite" || dialect === "duckdb" ? " ==" : ""}${dialect === "postgres" ? " ~" : ""}`;
  return {
    query: seq(
      maybe(words("WITH"), maybe(words("RECURSIVE")), list(rule("common"))),
      rule("core"),
      many(
        either(seq(words("UNION"), maybe(words("ALL"))), words("INTERSECT"), words("EXCEPT")),
        rule("core"),
      ),
      maybe(words("ORDER BY"), list(rule("order"))),
      maybe(words("LIMIT"), arithmetic, maybe(either(words("OFFSET"), symbol(",")), arithmetic)),
    ),
    common: seq(
      name("new-name"),
      maybe(inBrackets(list(name("new-name")))),
      words("AS"),
      ...(others ? [maybe(maybe(words("NOT")), words("MATERIALIZED"))] : []),
      inBrackets(query),
    ),
    core: either(
      seq(
        words("SELECT"),
        maybe(anyOf("DISTINCT ALL")),
        list(rule("item")),
        maybe(
          words("FROM"),
          list(rule("joined")),
          maybe(words("WHERE"), expression),
          maybe(words("GROUP BY"), list(expression), maybe(words("HAVING"), expression)),
        ),
      ),
      ...(others ? [inBrackets(query)] : []),
    ),
    item: either(
      symbol("*"),
      seq(name("qualifier"), symbol("."), symbol("*")),
      seq(expression, maybe(words("AS"), name("new-name"))),
    ),
    joined: seq(
      rule("relation"),
      many(
        either(
          seq(
            either(seq(anyOf("LEFT RIGHT FULL"), maybe(words("OUTER"))), words("INNER")),
            words("JOIN"),
            rule("relation"),
            rule("condition"),
          ),
          seq(maybe(words("CROSS")), words("JOIN"), rule("relation"), maybe(rule("condition"))),
          seq(words("NATURAL"), maybe(words("LEFT"), maybe(words("OUTER"))), words("JOIN"), rule("relation")),
        ),
      ),
    ),
    condition: either(seq(words("ON"), expression), seq(words("USING"), inBrackets(list(name("column"))))),
    relation: seq(
      either(
        name("table"),
        ...(others ? [seq(name("namespace"), symbol("."), name("table"))] : []),
        inBrackets(query),
      ),
      maybe(alias),
    ),
    expression: seq(rule("term"), many(anyOf("AND OR"), rule("term"))),
    term: seq(
      many(words("NOT")),
      either(seq(words("EXISTS"), inBrackets(query)), seq(arithmetic, many(rule("predicate")))),
    ),
    predicate: either(
      seq(
        symbols(compares),
        either(arithmetic, ...(others ? [seq(anyOf("ANY ALL SOME"), inBrackets(query))] : [])),
      ),
      seq(words("IS"), maybe(words("NOT")), maybe(words("DISTINCT FROM")), arithmetic),
      seq(
        maybe(words("NOT")),
        either(
          seq(words("IN"), inBrackets(either(query, list(expression)))),
          seq(anyOf(likes[dialect]), arithmetic, maybe(words("ESCAPE"), text)),
          seq(words("BETWEEN"), arithmetic, words("AND"), arithmetic),
        ),
      ),
      ...(dialect === "mysql" ? [] : [anyOf("ISNULL NOTNULL")]),
    ),
    arithmetic: seq(rule("value"), many(symbols("+ - * / % ||"), rule("value"))),
    value: seq(
      many(symbols("- +")),
      rule("primary"),
      ...(dialect === "postgres" || dialect === "duckdb" ? [many(symbol("::"), name("type"))] : []),
      ...(dialect === "sqlite" ? [maybe(words("COLLATE"), anyOf("NOCASE BINARY RTRIM"))] : []),
    ),
    primary: either(
      text,
      number,
      anyOf("NULL TRUE FALSE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP"),
      name("column"),
      seq(name("qualifier"), symbol("."), name("column")),
      rule("call"),
      seq(
        words("CASE"),
        maybe(expression),
        words("WHEN"),
        expression,
        words("THEN"),
        expression,
        many(words("WHEN"), expression, words("THEN"), expression),
        maybe(words("ELSE"), expression),
        words("END"),
      ),
      seq(words("CAST"), inBrackets(expression, words("AS"), rule("type"))),
      inBrackets(either(query, list(expression))),
      ...(others ? [seq(anyOf("INTERVAL DATE TIMESTAMP"), text)] : []),
      ...(others
        ? [
            seq(
              words("EXTRACT"),
              inBrackets(
                anyOf("YEAR MONTH DAY HOUR MINUTE SECOND QUARTER DOW EPOCH WEEK"),
                words("FROM"),
                expression,
              ),
            ),
          ]
        : []),
      ...(dialect === "mysql"
        ? [seq(words("INTERVAL"), arithmetic, anyOf("YEAR MONTH DAY HOUR MINUTE SECOND WEEK"))]
        : []),
    ),
    call: seq(
      either(
        seq(words("COUNT"), inBrackets(symbol("*"))),
        seq(name("bare-function"), symbol("("), symbol(")")),
        seq(
          name("function"),
          inBrackets(
            maybe(words("DISTINCT")),
            list(expression),
            maybe(words("ORDER BY"), list(rule("order"))),
          ),
        ),
      ),
      maybe(words("FILTER"), inBrackets(words("WHERE"), expression)),
      maybe(words("OVER"), inBrackets(rule("window"))),
    ),
    window: seq(
      maybe(words("PARTITION BY"), list(expression)),
      maybe(words("ORDER BY"), list(rule("order"))),
      maybe(
        anyOf("ROWS RANGE"),
        either(rule("bound"), seq(words("BETWEEN"), rule("bound"), words("AND"), rule("bound"))),
      ),
    ),
    bound: either(
      words("CURRENT ROW"),
      seq(either(words("UNBOUNDED"), number), anyOf("PRECEDING FOLLOWING")),
    ),
    order: seq(expression, maybe(anyOf("ASC DESC")), maybe(words("NULLS"), anyOf("FIRST LAST"))),
    type: seq(name("type"), maybe(inBrackets(number, maybe(symbol(","), number)))),
  };
}

/** Types that a cast may name. */
export const typeNames: ReadonlySet<string> = new Set(
  "bigint blob boolean char date datetime decimal double float int integer interval json jsonb numeric real signed smallint text time timestamp unsigned uuid varchar".split(
    " ",
  ),
);

const networks = new Map<SqlDialect, Network>();

/** The network of a dialect's queries, made once; its first rule is `query`. */
export function queryNetwork(dialect: SqlDialect): Network {
  let network = networks.get(dialect);
  if (network === undefined) {
    network = networkOf(rulesOf(dialect));
    networks.set(dialect, network);
  }
  return network;
}

/** All keywords of the grammar, in upper case. */
export function queryKeywords(dialect: SqlDialect): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: Part): void => {
    if (part.kind === "token") {
      if (part.terminal.kind === "keyword") found.add(part.terminal.text);
    } else if ("parts" in part) part.parts.forEach(visit);
    else if ("part" in part) visit(part.part);
  };
  Object.values(rulesOf(dialect)).forEach(visit);
  // In the grammar for its asterisk only: it is a function.
  found.delete("COUNT");
  return found;
}
