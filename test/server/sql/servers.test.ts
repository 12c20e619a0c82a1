import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Databases } from "../../../language-server/sql/databases.ts";
import { MysqlSession } from "../../../language-server/sql/mysql/session.ts";
import { PostgresSession } from "../../../language-server/sql/postgres/session.ts";
import type { SqlDatabase } from "../../../language-server/sql/sqlDatabase.ts";
import { limits, musicRows, musicTables, testDatabases, testSafety } from "./support/engine.ts";
import { startMariaDb, startPglite, startPostgres, type TestServer } from "./support/servers.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-servers-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const postgresSetup = [
  ...musicTables,
  ...musicRows,
  "CREATE SEQUENCE counter",
  "COMMENT ON TABLE album IS 'What was released'",
  "COMMENT ON COLUMN album.title IS 'As on the cover'",
  "CREATE VIEW released AS SELECT title FROM album",
].join("; ");

const postgresGuard = [
  "INSERT INTO artist VALUES (9, 'x')",
  "DELETE FROM album",
  "CREATE TABLE made (a int)",
  "DROP TABLE album",
  "SELECT nextval('counter')",
  "SELECT * FROM artist FOR UPDATE",
  "WITH gone AS (DELETE FROM album RETURNING *) SELECT * FROM gone",
  "SELECT 1; DROP TABLE album",
];
const albumText = "SELECT * FROM artist a JOIN album b ON a.artist_id = b.artist_id ORDER BY album_id";

interface Case {
  readonly server: Omit<TestServer, "execute">;
  readonly databases: Databases;
  readonly database: SqlDatabase;
}

async function open(server: Omit<TestServer, "execute">): Promise<Case> {
  const databases = testDatabases({ [server.source.secretKey]: server.password });
  const database = await databases.open(server.source);
  assert.ok(database.ok);
  return { server, databases, database: database.value };
}

/** Whether the server itself lets a statement pass. */
async function passes(session: PostgresSession | MysqlSession, sql: string): Promise<boolean> {
  const result = await session.run(sql, limits);
  assert.notEqual(result.ok ? "" : result.error.code, "sql/unreachable", JSON.stringify(result));
  return result.ok;
}

const testSchema = (database: () => SqlDatabase, commented: boolean): void => {
  test("schema: types, keys, inferred keys, comments, counts, frequent values", async () => {
    const schema = await database().schema();
    assert.ok(schema.ok, JSON.stringify(schema));
    const album = schema.value.tables.find((table) => table.name === "album");
    assert.equal(album?.rowCount, 3);
    assert.deepEqual(album?.primaryKey, ["album_id"]);
    assert.deepEqual(
      album?.foreignKeys.map((key) => [key.columns, key.targetTable, key.targetColumns, key.inferred]),
      [
        [["artist_id"], "artist", ["artist_id"], false],
        [["label_id"], "label", ["label_id"], true],
      ],
    );
    const price = album?.columns.find((column) => column.name === "price");
    assert.deepEqual(price?.samples, [9.5, 12.25]);
    assert.match(price?.type ?? "", /^(numeric|decimal)\(6,2\)$/i);
    const artist = schema.value.tables.find((table) => table.name === "artist");
    const name = artist?.columns.find((column) => column.name === "name");
    assert.deepEqual(
      [name?.unique, name?.nullable, name?.samples],
      [true, false, ["AC/DC", "Accept", "Björk"]],
    );
    assert.equal(schema.value.tables.find((table) => table.name === "released")?.kind, "view");
    if (commented) {
      assert.equal(album?.comment, "What was released");
      assert.equal(album?.columns.find((column) => column.name === "title")?.comment, "As on the cover");
    }
  });
};

describe("Debian's PostgreSQL", () => {
  let server: TestServer;
  let opened: Case;
  let session: PostgresSession;
  before(async () => {
    server = await startPostgres(postgresSetup);
    opened = await open(server);
    session = new PostgresSession(server.source, async () => "");
  });
  after(async () => {
    await session?.close();
    await opened?.databases.dispose();
    await server?.stop();
  });
  testSafety(() => ({
    dialect: "postgres",
    outside: join(folder, "postgres.txt"),
    database: () => opened.database,
    bypass: (sql) => passes(session, sql),
    content: () => server.execute(albumText),
    ownGuard: postgresGuard,
  }));
  testSchema(() => opened.database, true);

  test("values keep their kind", async () => {
    const result = await opened.database.query(
      `SELECT 1::int2, 9007199254740993::int8, 1.5::numeric, true, NULL, 'x'::bytea, DATE '2024-05-06',
       '{"a": 1}'::jsonb, count(*), avg(album_id), 'NaN'::float8 FROM album`,
    );
    assert.deepEqual(result.ok ? result.value.rows[0] : result, [
      ...[
        1,
        9007199254740993n,
        1.5,
        true,
        null,
        new Uint8Array([120]),
        "2024-05-06",
        '{"a": 1}',
        3,
        2,
        Number.NaN,
      ],
    ]);
  });

  test("a changed schema is noticed, an unchanged one is not read again", async () => {
    const before = await opened.database.schema();
    await server.execute("CREATE TABLE later (a int); INSERT INTO artist VALUES (4, 'Devo')");
    const after = await opened.database.schema();
    assert.ok(before.ok && after.ok);
    assert.ok(after.value.tables.some((table) => table.name === "later"));
    assert.notEqual(before.value.contentHash, after.value.contentHash);
    await server.execute("DELETE FROM artist WHERE artist_id = 4");
    const counted = async (refresh: boolean) => {
      const schema = await opened.database.schema(refresh);
      return schema.ok ? schema.value.tables.find((table) => table.name === "artist")?.rowCount : schema;
    };
    assert.equal(await counted(false), 4);
    assert.equal(await counted(true), 3);
  });

  test("a function of the database's owner may be called, one that writes fails", async () => {
    await server.execute(
      `CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2';
       CREATE FUNCTION clear() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM album; END'`,
    );
    const twice = await opened.database.query("SELECT twice(21)");
    assert.deepEqual(twice.ok ? twice.value.rows : twice, [[42]]);
    const clear = await opened.database.query("SELECT clear()");
    assert.equal(clear.ok ? "ran" : clear.error.code, "sql/refused");
  });

  test("the connection is made again after the server closed it", async () => {
    await server.execute(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'deliberate'",
    );
    const first = await opened.database.query("SELECT 1");
    const second = first.ok ? first : await opened.database.query("SELECT 1");
    assert.deepEqual(second.ok ? second.value.rows : second, [[1]]);
  });
});

describe("PGlite", () => {
  let opened: Case;
  let session: PostgresSession;
  before(async () => {
    opened = await open(await startPglite(postgresSetup));
    session = new PostgresSession(opened.server.source, async () => "");
  });
  after(async () => {
    await opened?.server.stop();
    await session?.close();
    await opened?.databases.dispose();
  });
  testSchema(() => opened.database, true);
  testSafety(
    () => ({
      dialect: "postgres",
      outside: join(folder, "pglite.txt"),
      database: () => opened.database,
      bypass: (sql) => passes(session, sql),
      content: async () => {
        const rows = await session.run(albumText, limits);
        assert.ok(rows.ok, JSON.stringify(rows));
        return JSON.stringify(rows.value.rows);
      },
      ownGuard: postgresGuard,
    }),
    false,
  );
});

describe("Debian's MariaDB", () => {
  let server: TestServer;
  let opened: Case;
  let session: MysqlSession;
  before(async () => {
    server = await startMariaDb([
      ...musicTables,
      ...musicRows,
      "ALTER TABLE album COMMENT = 'What was released'",
      "ALTER TABLE album MODIFY title varchar(40) COMMENT 'As on the cover'",
      "CREATE VIEW released AS SELECT title FROM album",
    ]);
    opened = await open(server);
    session = new MysqlSession(server.source, async () => server.password);
  });
  after(async () => {
    await session?.close();
    await opened?.databases.dispose();
    await server?.stop();
  });
  testSafety(() => ({
    dialect: "mysql",
    outside: join(folder, "mariadb.txt"),
    database: () => opened.database,
    bypass: (sql) => passes(session, sql),
    content: () => server.execute(albumText),
    ownGuard: [
      "INSERT INTO artist VALUES (9, 'x')",
      "DELETE FROM album",
      "UPDATE artist SET name = 'x'",
      "SELECT 1; DROP TABLE album",
    ],
  }));
  testSchema(() => opened.database, true);

  test("values keep their kind", async () => {
    const result = await opened.database.query(
      `SELECT 1, 9007199254740993, 1.5, NULL, x'78', DATE '2024-05-06', count(*), avg(album_id), 'é' FROM album`,
    );
    assert.deepEqual(result.ok ? result.value.rows[0] : result, [
      ...[1, 9007199254740993n, 1.5, null, new Uint8Array([120]), "2024-05-06", 3, 2, "é"],
    ]);
  });

  test("a wrong password is told without the password", async () => {
    const databases = testDatabases({ [server.source.secretKey]: "not this one" });
    const database = await databases.open(server.source);
    const result = database.ok ? await database.value.query("SELECT 1") : database;
    assert.equal(result.ok ? "ran" : result.error.code, "sql/unreachable");
    assert.match(JSON.stringify(result), /Access denied/);
    assert.doesNotMatch(JSON.stringify(result), /not this one/);
    await databases.dispose();
  });
});

test("a server that is not there", async () => {
  const databases = testDatabases();
  for (const dialect of ["postgres", "mysql"] as const) {
    const database = await databases.open({
      ...{
        kind: "server",
        dialect,
        host: "127.0.0.1",
        port: 1,
        database: "x",
        user: "x",
        tls: "off",
        secretKey: "x",
      },
    });
    const result = database.ok ? await database.value.schema() : database;
    assert.equal(result.ok ? "ran" : result.error.code, "sql/unreachable");
  }
  await databases.dispose();
});
