import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { databaseUrls, discoverDatabases } from "../../../language-server/sql/discovery/discover.ts";
import { scanWorkspace } from "../../../language-server/sql/discovery/scan.ts";

const absolute = (path: string, beside: string | null) =>
  resolve(beside === null ? "/work" : dirname(beside), path);

test("each database once, whatever names it, and no password outside the passwords", () => {
  const found = discoverDatabases(
    {
      files: [
        { path: "/work/data/music.db", content: { kind: "sqlite" } },
        { path: "/work/schema.sql", content: { kind: "ddl" } },
        {
          path: "/work/app/.env",
          content: {
            kind: "env",
            text: "PORT=1\nDATABASE_URL=postgres://ann:s%40cret@db.example:6543/shop?sslmode=require # main\n",
          },
        },
        {
          path: "/work/data/.env.local",
          content: { kind: "env", text: 'export TEST_DATABASE_URL="sqlite:///music.db"' },
        },
      ],
      settings: {
        sqltools: [
          {
            name: "Shop",
            driver: "PostgreSQL",
            server: "db.example",
            port: 6543,
            database: "shop",
            username: "ann",
          },
          {
            name: "Local",
            driver: "MariaDB",
            server: "localhost",
            port: 3306,
            database: "music",
            username: "bo",
            password: "hidden",
          },
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor's variable, as written in its settings
          { name: "File", driver: "SQLite", database: "${workspaceFolder:work}/other.sqlite" },
          { name: "Other engine", driver: "MSSQL", server: "x", database: "y" },
          "nonsense",
        ],
        connections: ["mysql://root@[::1]/music", "not a url", "duckdb:///facts.duckdb"],
      },
    },
    absolute,
  );
  assert.deepEqual(
    found.databases.map(({ id, name, origin, foundIn }) => [id, name, origin, foundIn]),
    [
      ["sqlite:/work/data/music.db", "music", "file", "/work/data/music.db"],
      ["ddl:/work/schema.sql", "schema", "file", "/work/schema.sql"],
      ["postgres://ann@db.example:6543/shop", "shop", "env", "/work/app/.env"],
      ["mysql://bo@localhost:3306/music", "Local", "sqltools", null],
      ["sqlite:/work/other.sqlite", "File", "sqltools", null],
      ["mysql://root@::1:3306/music", "music", "settings", null],
      ["duckdb:/work/facts.duckdb", "facts", "settings", null],
    ],
  );
  assert.deepEqual(
    [...found.passwords],
    [
      ["postgres://ann@db.example:6543/shop", "s@cret"],
      ["mysql://bo@localhost:3306/music", "hidden"],
    ],
  );
  assert.doesNotMatch(JSON.stringify(found.databases), /s@cret|hidden/);
  const shop = found.databases[2]?.source;
  assert.equal(shop?.kind === "server" ? shop.tls : "", "require");
});

test("variables are read as dotenv does", () => {
  assert.deepEqual(
    databaseUrls(
      "DATABASE_URL=a # comment\n#DATABASE_URL=no\nexport MY_DATABASE_URL='b # kept'\nDATABASE_URLS=no\nEMPTY_DATABASE_URL=\r\n  X_DATABASE_URL = c\r\n",
    ),
    ["a", "b # kept", "c"],
  );
});

test("a folder's databases are told by their first bytes, within limits", async () => {
  const root = mkdtempSync(join(tmpdir(), "deliberate-scan-"));
  try {
    const write = (path: string, content: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    };
    write("a.db", `SQLite format 3\0${"\0".repeat(100)}`);
    write("sub/facts.duckdb", `12345678DUCK${"\0".repeat(100)}`);
    write("text.sqlite", "not a database");
    write("schema.sql", "-- tables\nCREATE TABLE a (b int);");
    write("query.sql", "SELECT 1");
    write(".env", "DATABASE_URL=postgres://a@b/c");
    write(".env.example", "DATABASE_URL=postgres://x@y/z");
    write("node_modules/p/hidden.db", "SQLite format 3\0");
    write("one/two/three/deep.db", "SQLite format 3\0");
    const names = async (depth: number) =>
      (await scanWorkspace(root, { depth, entries: 1000, opened: 100 })).map((file) => [
        file.path.slice(root.length + 1),
        file.content.kind,
      ]);
    assert.deepEqual(await names(1), [
      [".env", "env"],
      ["a.db", "sqlite"],
      ["schema.sql", "ddl"],
      ["sub/facts.duckdb", "duckdb"],
    ]);
    assert.equal((await names(3)).length, 5);
    assert.equal((await scanWorkspace(root, { depth: 3, entries: 1000, opened: 2 })).length, 2);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
