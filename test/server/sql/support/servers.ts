/** Real database servers for tests: Debian's PostgreSQL and MariaDB, each in a folder of its own, and PGlite. */
import { execFileSync, fork, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import mysql from "mysql2/promise";
import pg from "pg";
import type { ServerSource } from "../../../../language-server/sql/sqlDatabase.ts";

export interface TestServer {
  readonly source: ServerSource;
  readonly password: string;
  /** Runs statements as the administrator, past everything that is tested. Rows of the last one as text. */
  execute(sql: string): Promise<string>;
  stop(): Promise<void>;
}

const find = (program: string): string => {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, "bin"))
    : [];
  const folders = [...versions, ...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`${program} is missing: install Debian's packages postgresql and mariadb-server.`);
  return found;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const eventually = async <T>(work: () => Promise<T>, ms = 60_000): Promise<T> => {
  const end = Date.now() + ms;
  while (true) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
};

/** The servers refuse to run as root; Debian's packages come with users for them. */
const asUser = (name: string): { uid?: number; gid?: number } => {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
};

export async function startPostgres(setup: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "deliberate-postgres-"));
  const user = asUser("postgres");
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, stdio: "ignore" } as const;
  const data = join(folder, "data");
  execFileSync(
    find("initdb"),
    ["-D", data, "-U", "admin", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
    options,
  );
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    "fsync=off",
  ];
  const server = spawn(find("postgres"), ["-D", data, ...settings.flatMap((each) => ["-c", each])], options);
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const connection = { host: "127.0.0.1", port, user: "admin", database: "postgres" };
  const execute = async (sql: string): Promise<string> => {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      const result: unknown = await client.query(sql);
      const last = Array.isArray(result) ? result.at(-1) : result;
      return JSON.stringify((last as pg.QueryResult).rows);
    } finally {
      await client.end();
    }
  };
  await eventually(() => execute("SELECT 1"));
  await execute(setup);
  return {
    source: { kind: "server", dialect: "postgres", ...connection, tls: "off", secretKey: "test-postgres" },
    password: "",
    execute,
    async stop() {
      server.kill("SIGQUIT");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startMariaDb(setup: readonly string[]): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "deliberate-mariadb-"));
  const data = join(folder, "data");
  const user = userInfo().username;
  execFileSync(
    find("mariadb-install-db"),
    [
      "--no-defaults",
      `--datadir=${data}`,
      `--user=${user}`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
    ],
    { stdio: "ignore" },
  );
  const port = await freePort();
  const server = spawn(
    find("mariadbd"),
    [
      ...[
        "--no-defaults",
        `--datadir=${data}`,
        `--user=${user}`,
        `--port=${port}`,
        "--bind-address=127.0.0.1",
      ],
      ...[
        `--socket=${join(folder, "socket")}`,
        `--pid-file=${join(folder, "pid")}`,
        "--innodb-flush-method=nosync",
      ],
    ],
    { stdio: "ignore" },
  );
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const password = "a secret that is never shown";
  const run = async (statements: readonly string[], options: mysql.ConnectionOptions): Promise<string> => {
    const connection = await mysql.createConnection(options);
    try {
      let rows: unknown = [];
      for (const statement of statements) [rows] = await connection.query(statement);
      return JSON.stringify(rows);
    } finally {
      await connection.end();
    }
  };
  const socket = { socketPath: join(folder, "socket"), user: "root" };
  await eventually(() => run(["SELECT 1"], socket));
  await run(["CREATE DATABASE music", `CREATE USER 'admin'@'%' IDENTIFIED BY '${password}'`], socket);
  // With FILE, so that what keeps statements away from files is what is tested.
  await run(["GRANT ALL ON *.* TO 'admin'@'%'", "USE music", ...setup], socket);
  return {
    source: {
      ...{ kind: "server", dialect: "mysql", host: "127.0.0.1", port, database: "music", user: "admin" },
      ...{ tls: "off", secretKey: "test-mariadb" },
    },
    password,
    execute: (sql) => run(["USE music", sql], socket),
    async stop() {
      server.kill("SIGKILL");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PGlite behind a socket, in a process of its own: a statement that never ends blocks it whole. */
export async function startPglite(setup: string): Promise<Omit<TestServer, "execute">> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL("./pgliteProcess.ts", import.meta.url)), [String(port)], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", () => reject(new Error("PGlite did not start")));
    child.send(setup);
  });
  return {
    source: {
      ...{
        kind: "server",
        dialect: "postgres",
        host: "127.0.0.1",
        port,
        database: "postgres",
        user: "postgres",
      },
      ...{ tls: "off", secretKey: "test-pglite" },
    },
    password: "",
    async stop() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
