import sqlite3InitModule from "@sqlite.org/sqlite-wasm";

type Cell = string | number | null;

export interface Sqlite {
  /** Result of a query in a new database in memory. Throws what SQLite throws. */
  rowsOf(setUp: readonly string[], query: string): Cell[][];
}

/** A real SQLite to run generated queries in. */
export async function openSqlite(): Promise<Sqlite> {
  const sqlite = await sqlite3InitModule();
  return {
    rowsOf(setUp, query) {
      const database = new sqlite.oo1.DB(":memory:");
      try {
        for (const statements of setUp) database.exec(statements);
        return database.exec(query, { returnValue: "resultRows", rowMode: "array" }) as Cell[][];
      } finally {
        database.close();
      }
    },
  };
}
