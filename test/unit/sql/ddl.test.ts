import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  definesTables,
  guessDialect,
  readDdl,
  splitStatements,
} from "../../../language-server/core/sql/ddl.ts";
import { withInferredKeys } from "../../../language-server/core/sql/foreignKeys.ts";
import type { SqlDialect, TableSchema } from "../../../language-server/core/sql/schema.ts";

const chinook = readFileSync(new URL("../../fixtures/sql/chinook-postgresql.sql", import.meta.url), "utf8");

const outline = (table: TableSchema | undefined) => ({
  columns: table?.columns.map(
    (column) => `${column.name} ${column.type}${column.nullable ? "" : " not null"}`,
  ),
  key: table?.primaryKey,
  references: table?.foreignKeys.map((key) => `${key.columns} -> ${key.targetTable}(${key.targetColumns})`),
});

const references = (sql: string, dialect: SqlDialect = "sqlite") =>
  withInferredKeys({
    dialect,
    name: "x",
    contentHash: "",
    tables: readDdl(sql, dialect).tables,
  }).tables.flatMap((table) =>
    table.foreignKeys
      .filter((key) => key.inferred)
      .map((key) => `${table.name}.${key.columns} -> ${key.targetTable}.${key.targetColumns}`),
  );

test("a script for PostgreSQL: Chinook with its keys added later and its rows passed over", () => {
  assert.equal(guessDialect(chinook), "postgres");
  const { tables, skipped } = readDdl(chinook, "postgres");
  assert.deepEqual(skipped, []);
  assert.equal(tables.length, 11);
  assert.deepEqual(outline(tables.find((table) => table.name === "track")), {
    columns: [
      ...[
        "track_id INT not null",
        "name VARCHAR(200) not null",
        "album_id INT",
        "media_type_id INT not null",
      ],
      ...[
        "genre_id INT",
        "composer VARCHAR(220)",
        "milliseconds INT not null",
        "bytes INT",
        "unit_price NUMERIC(10,2) not null",
      ],
    ],
    key: ["track_id"],
    references: [
      "album_id -> album(album_id)",
      "genre_id -> genre(genre_id)",
      "media_type_id -> media_type(media_type_id)",
    ],
  });
});

test("a dump of pg_dump: client commands, rows in the script, comments, types of several words", () => {
  const { tables } = readDdl(
    `\\connect music
     CREATE TABLE public."Album" (
       id integer DEFAULT nextval('x'::regclass) NOT NULL,
       at timestamp without time zone, tags text[] DEFAULT '{}'::text[], price numeric(10, 2) CHECK (price > 0 AND NOT false)
     );
COPY public."Album" (id, at) FROM stdin;
1	CREATE TABLE not_one (a int);
\\.
     ALTER TABLE ONLY public."Album" ADD CONSTRAINT p PRIMARY KEY (id);
     ALTER TABLE ONLY public."Album" ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES public.artist ON DELETE CASCADE;
     CREATE TABLE artist (id serial PRIMARY KEY);
     COMMENT ON TABLE public."Album" IS 'What was ''released''';
     COMMENT ON COLUMN public."Album".at IS 'When';`,
    "postgres",
  );
  const album = tables.find((table) => table.name === "Album");
  assert.deepEqual(outline(album), {
    columns: ["id integer not null", "at timestamp without time zone", "tags text[]", "price numeric(10, 2)"],
    key: ["id"],
    references: ["id -> artist(id)"],
  });
  assert.deepEqual([album?.comment, album?.namespace], ["What was 'released'", "public"]);
  assert.equal(album?.columns[1]?.comment, "When");
  assert.deepEqual(
    tables.map((table) => table.name),
    ["Album", "artist"],
  );
});

test("a dump of mysqldump: back-quotes, versioned comments, indexes, comments in place", () => {
  const script = `/*!40101 SET NAMES utf8 */;
    CREATE TABLE \`album\` (
      \`id\` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'the key',
      \`kind\` enum('lp','ep (short)') CHARACTER SET utf8 DEFAULT 'lp',
      \`artist_id\` int(11) NOT NULL,
      \`code\` char(8) DEFAULT NULL,
      PRIMARY KEY (\`id\`), UNIQUE KEY \`u\` (\`code\`), KEY \`k\` (\`artist_id\`),
      CONSTRAINT \`f\` FOREIGN KEY (\`artist_id\`) REFERENCES \`artist\` (\`id\`)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8 COMMENT='records';
    # done
    INSERT INTO album VALUES (1, 'a;b');`;
  assert.equal(guessDialect(script), "mysql");
  const { tables } = readDdl(script, "mysql");
  assert.deepEqual(outline(tables[0]), {
    columns: [
      "id int(11) unsigned not null",
      "kind enum('lp','ep (short)')",
      "artist_id int(11) not null",
      "code char(8)",
    ],
    key: ["id"],
    references: ["artist_id -> artist(id)"],
  });
  assert.deepEqual(
    [tables[0]?.comment, tables[0]?.columns[0]?.comment, tables[0]?.columns[3]?.unique],
    ["records", "the key", true],
  );
});

test("plain definitions are taken for SQLite; scripts without tables are told apart", () => {
  assert.equal(guessDialect("CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT)"), "sqlite");
  assert.equal(definesTables("-- create\nCREATE TABLE IF NOT EXISTS a (b)"), true);
  assert.equal(definesTables("SELECT * FROM created_tables"), false);
  assert.deepEqual(splitStatements(".mode csv\nCREATE TABLE a (b DEFAULT ';'); -- x;\n;SELECT 1", "sqlite"), [
    "CREATE TABLE a (b DEFAULT ';')",
    "SELECT 1",
  ]);
});

test("a column named like a keyword is a column", () => {
  const { tables } = readDdl(
    "CREATE TABLE a (key text, index int, check_in date, comment text, primary_artist int)",
    "sqlite",
  );
  assert.deepEqual(
    tables[0]?.columns.map((column) => column.name),
    ["key", "index", "check_in", "comment", "primary_artist"],
  );
});

test("undeclared keys are inferred from names and types", () => {
  assert.deepEqual(
    references(
      `CREATE TABLE albums (id int PRIMARY KEY, artist_id int, label text, ArtistName text);
       CREATE TABLE artists (id int PRIMARY KEY, name text);
       CREATE TABLE Track (TrackId int PRIMARY KEY, album_id int, genre text);
       CREATE TABLE Play (TrackId int, at date, AlbumID text)`,
    ),
    ["albums.artist_id -> artists.id", "Track.album_id -> albums.id", "Play.TrackId -> Track.TrackId"],
  );
});

test("nothing is inferred where two tables answer, where a key is declared, or for a table's own key", () => {
  assert.deepEqual(
    references(
      `CREATE TABLE member (person_id int PRIMARY KEY);
       CREATE TABLE staff (person_id int PRIMARY KEY);
       CREATE TABLE area (code int PRIMARY KEY, name text);
       CREATE TABLE badge (person_id text, code int, name text)`,
    ),
    [],
  );
  assert.deepEqual(
    references("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int REFERENCES a (id))"),
    [],
  );
});
