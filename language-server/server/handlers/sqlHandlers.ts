import { ok } from "../../contract/result.ts";
import type { SqlMethods } from "../../contract/sql.ts";
import { schemaTables } from "../sql/schemaView.ts";
import type { SqlFiles } from "../sql/sqlFiles.ts";
import type { Handlers } from "./requests.ts";

/** Requests about databases and SQL files. */
export const sqlHandlers = (files: SqlFiles): Pick<Handlers, keyof SqlMethods> => {
  const { desk } = files;
  return {
    "deliberate/sql/databases": async ({ uri }) =>
      ok({ databases: [...(await desk.list())], selected: (await desk.selection.of(uri))?.id ?? null }),
    "deliberate/sql/selectDatabase": ({ id, uri }) => desk.select(id, uri),
    "deliberate/sql/schema": async ({ id, refresh }) => {
      const schema = await desk.schema(id, refresh);
      return schema.ok ? ok({ dialect: schema.value.dialect, tables: schemaTables(schema.value) }) : schema;
    },
    "deliberate/sql/explainSuggestion": ({ uri }) => files.explainSuggestion(uri),
  };
};
