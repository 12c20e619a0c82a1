import { resolve } from "node:path";
import { fail, ok } from "../../contract/result.ts";
import type { SqlMethods } from "../../contract/sql.ts";
import { scriptStatements, statementAt } from "../../core/sql/statements.ts";
import { parseConnectionUrl } from "../../sql/discovery/connectionUrl.ts";
import { labelOf } from "../run/sql/findDatabases.ts";
import { linksView } from "../sql/linksView.ts";
import { schemaTables } from "../sql/schemaView.ts";
import type { SqlFiles } from "../sql/sqlFiles.ts";
import type { Handlers } from "./requests.ts";

/** Requests about databases and SQL files. */
export const sqlHandlers = (files: SqlFiles): Pick<Handlers, keyof SqlMethods> => {
  const { desk, results, suggestions } = files;
  return {
    "deliberate/sql/databases": async ({ uri, refresh }) => {
      if (refresh === true) desk.forget();
      return ok({
        databases: [...(await desk.list())],
        selected: (await desk.selection.of(uri))?.id ?? null,
      });
    },
    "deliberate/sql/selectDatabase": ({ id, uri }) => desk.select(id, uri),
    "deliberate/sql/schema": async ({ id, refresh }) => {
      const schema = await desk.schema(id, refresh);
      return schema.ok ? ok({ dialect: schema.value.dialect, tables: schemaTables(schema.value) }) : schema;
    },
    "deliberate/sql/query": async ({ id, sql, asked }) => {
      const entry = await desk.entry(id);
      if (!entry.ok) return entry;
      const database = await desk.open(id);
      return database.ok ? results.run(entry.value, database.value, sql, asked) : database;
    },
    "deliberate/sql/result": ({ resultId }) => results.of(resultId),
    "deliberate/sql/statements": async ({ uri, position }) => {
      const document = files.documents.documents.get(uri);
      if (document === undefined) return fail("input/invalid", "The document is not open.");
      const text = document.getText();
      const found = scriptStatements(text, (await desk.selection.of(uri))?.dialect ?? "sqlite");
      return ok({
        at: position === undefined ? null : statementAt(text, found, document.offsetAt(position)),
        statements: found.map(({ start, end }) => ({
          sql: text.slice(start, end),
          range: { start: document.positionAt(start), end: document.positionAt(end) },
        })),
      });
    },
    "deliberate/sql/links": async ({ id, question }) => {
      const entry = await desk.entry(id);
      if (!entry.ok) return entry;
      const database = await desk.open(entry.value.id);
      if (!database.ok) return database;
      const schema = await database.value.schema();
      if (!schema.ok) return schema;
      const opened = { entry: entry.value, database: database.value, schema: schema.value };
      return ok(linksView(entry.value, schema.value, await desk.linkIndex(opened), question));
    },
    "deliberate/sql/readConnection": ({ text }) => {
      const parsed = parseConnectionUrl(text, (path) => resolve(path));
      if (parsed === null)
        return fail(
          "input/invalid",
          "This is not a connection string such as postgres://user@host:5432/name or mysql://user@host/name.",
        );
      const { source, password } = parsed;
      return ok({
        connection: source.kind === "server" ? labelOf(source) : `${source.kind}:${source.path}`,
        secretKey: source.kind === "server" ? source.secretKey : null,
        password,
      });
    },
    "deliberate/sql/lastSuggestion": ({ uri }) => {
      const last = suggestions.last(uri);
      return last.ok ? ok({ suggestionId: last.value.suggestionId }) : last;
    },
    "deliberate/sql/suggestion": ({ suggestionId }) => suggestions.of(suggestionId),
  };
};
