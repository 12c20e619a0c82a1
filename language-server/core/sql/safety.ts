/**
 * The first gate for generated SQL (sql-tools-and-safety.md section 7, rule 1): exactly one statement, and it is a
 * query. It looks at tokens only; each engine has its own means behind it (authorizer, read-only transaction).
 */
import { fail, ok, type Result } from "../../contract/result.ts";
import type { SqlDialect } from "./schema.ts";
import { type SqlToken, sqlTokens } from "./tokens.ts";

/** A statement that may be given to an engine. */
export interface CheckedQuery {
  /** Without the semicolon and what follows it. */
  readonly sql: string;
  /** Names that are followed by a parenthesis, in lower case, without a schema: functions, and some keywords. */
  readonly functions: readonly string[];
}

/** Characters of the longest statement taken. */
const maxStatementLength = 100_000;

const changes = new Set(["INSERT", "UPDATE", "DELETE"]);
/** Not reserved everywhere, so refused only where a statement can begin. */
const changesAtStart = new Set(["MERGE", "REPLACE", "COPY", "CALL", "DO"]);
const lockWords = new Set(["UPDATE", "SHARE", "NO", "KEY"]);

/** Functions that reach beyond the database, change it or outlive the statement, where no engine setting stops them. */
const deniedFunctions: Readonly<Record<SqlDialect, RegExp>> = {
  sqlite: /^(load_extension|readfile|writefile|edit|fts3_tokenizer)$/,
  duckdb:
    /^(getenv|read_\w+|parquet_\w+|sniff_csv|glob|sqlite_\w+|postgres_\w+|mysql_\w+|\w*_scan|query|query_table)$/,
  mysql:
    /^(load_file|sys_\w+|get_lock|release_lock|release_all_locks|is_free_lock|is_used_lock|master_\w+|source_pos_wait|wait_for_\w+|nextval|setval|lastval|sleep|benchmark|set_user_var)$/,
  postgres:
    /^(pg_read_\w+|pg_ls_\w+|pg_stat_file|pg_file_\w+|pg_logdir_ls|pg_current_logfile|lo_\w+|loread|lowrite|dblink\w*|pg_sleep\w*|pg_terminate_\w+|pg_cancel_\w+|pg_signal_\w+|pg_reload_conf|pg_rotate_\w+|pg_switch_\w+|pg_create_\w+|pg_drop_\w+|pg_logical_\w+|pg_replication_\w+|pg_copy_\w+|pg_advisory_\w+|pg_try_advisory_\w+|pg_backup_\w+|pg_start_\w+|pg_stop_\w+|pg_wal_\w+|pg_promote|pg_notify|pg_log_\w+|pg_stat_reset\w*|pg_import_\w+|pg_export_\w+|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings|pg_config|pg_execute_\w+|set_config|nextval|setval|setseed|query_to_\w+|cursor_to_\w+|table_to_\w+|schema_to_\w+|database_to_\w+|ts_stat|ts_rewrite|plpgsql_\w+|xpath_table|crosstab\w*|connectby)$/,
};

/** Catalogue views of Postgres that show passwords or files of the server. */
const deniedRelations =
  /^(pg_authid|pg_shadow|pg_user_mappings?|pg_hba_file_rules|pg_ident_file_mappings|pg_file_settings|pg_config|pg_largeobject)$/;

/** Databases of a MySQL server that hold its users' passwords and what others run. */
const serverDatabases = /^(mysql|performance_schema|sys)$/;

/** Checks a statement without any engine. `sql/refused` says what is wrong with it. */
export function checkQuery(sql: string, dialect: SqlDialect): Result<CheckedQuery> {
  if (sql.length > maxStatementLength)
    return refuse(`it is longer than ${maxStatementLength.toLocaleString("en")} characters`);
  const { tokens, problem } = sqlTokens(sql, dialect);
  if (problem !== null) return refuse(problem);
  const semicolon = tokens.findIndex((token) => token.text === ";" && token.kind === "symbol");
  const statement = semicolon === -1 ? tokens : tokens.slice(0, semicolon);
  const rest = semicolon === -1 ? [] : tokens.slice(semicolon);
  if (rest.some((token) => !(token.kind === "symbol" && token.text === ";")))
    return refuse("it has more than one statement");
  const first = statement.find((token) => !isSymbol(token, "("));
  if (first === undefined) return refuse("it is empty");
  if (!["SELECT", "WITH", "VALUES"].includes(keyword(first)))
    return refuse("only queries are run: SELECT, WITH … SELECT or VALUES");
  const reason = findDenied(statement, dialect);
  if (reason !== null) return refuse(reason);
  return ok({
    sql: sql.slice(0, statement.at(-1)?.end ?? 0),
    functions: [...new Set(statement.flatMap((token, index) => calledName(token, statement[index + 1])))],
  });
}

function findDenied(tokens: readonly SqlToken[], dialect: SqlDialect): string | null {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const word = keyword(token);
    const atStart = before === undefined || isSymbol(before, "(") || isSymbol(before, ")");
    // A column may be called anything behind its table's name.
    const free = word !== "" && (before === undefined || !isSymbol(before, "."));
    if (free && word === "INTO") return "INTO writes the result somewhere";
    if (free && word === "FOR" && after !== undefined && lockWords.has(keyword(after)))
      return "it locks rows";
    if (free && changes.has(word)) return `${word} changes the database`;
    if (atStart && changesAtStart.has(word) && !(after && isSymbol(after, "(")))
      return `${word} is not a query`;
    if (dialect === "mysql") {
      if (free && word === "LOCK" && keyword(after) === "IN") return "it locks rows";
      if (free && word === "PROCEDURE") return "PROCEDURE is not part of a query";
      if (free && word === "NEXT" && keyword(after) === "VALUE") return "it changes a sequence";
      if (isSymbol(token, ":=")) return "it sets a variable";
      if (isName(token) && after && isSymbol(after, ".") && serverDatabases.test(token.text.toLowerCase()))
        return `${token.text} is not part of the database's data`;
    }
    if (dialect === "postgres") {
      if (word === "U" && after !== undefined && isSymbol(after, "&") && touches(token, after))
        return "names and texts with Unicode escapes are not taken";
      if (isName(token) && deniedRelations.test(token.text.toLowerCase()))
        return `${token.text} is not part of the database's data`;
    }
    for (const name of calledName(token, after)) {
      if (deniedFunctions[dialect].test(name)) return `the function ${name} is not allowed`;
    }
  }
  return null;
}

const isName = (token: SqlToken): boolean => token.kind === "word" || token.kind === "quoted";
const isSymbol = (token: SqlToken, text: string): boolean => token.kind === "symbol" && token.text === text;
const touches = (a: SqlToken, b: SqlToken): boolean => a.end === b.start;
const keyword = (token: SqlToken | undefined): string =>
  token?.kind === "word" ? token.text.toUpperCase() : "";

function calledName(token: SqlToken, after: SqlToken | undefined): string[] {
  return isName(token) && after !== undefined && isSymbol(after, "(") ? [token.text.toLowerCase()] : [];
}

const refuse = (reason: string): Result<never> =>
  fail("sql/refused", `The statement was not run: ${reason}.`);
