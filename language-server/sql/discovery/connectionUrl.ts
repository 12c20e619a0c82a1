import type { DatabaseSource, ServerSource } from "../sqlDatabase.ts";

/** A connection that was written down somewhere; the password, if one was there, is kept apart from it. */
export interface ParsedConnection {
  readonly source: DatabaseSource;
  /** Null when none was written. */
  readonly password: string | null;
}

const ports = { postgres: 5432, mysql: 3306 } as const;

/** Under which the password of a server is kept: the same for every way in which the connection is written. */
const secretKeyOf = (server: Omit<ServerSource, "kind" | "secretKey" | "tls">): string =>
  `${server.dialect}://${server.user}@${server.host}:${server.port}/${server.database}`;

/**
 * Reads a connection string: `postgres://user:password@host:port/database?sslmode=require`, also `postgresql:`,
 * `mysql:`, `mariadb:`, SQLAlchemy's `postgresql+psycopg2:`, and `sqlite:///path`, `file:path`, `duckdb:path`.
 * Null when it is none of these, or names no database.
 * @param resolve Makes a path absolute, relative to where the string was found.
 */
export function parseConnectionUrl(text: string, resolve: (path: string) => string): ParsedConnection | null {
  const trimmed = text.trim();
  const scheme = /^([a-z0-9]+)(\+[a-z0-9_]+)?:/i.exec(trimmed);
  switch (scheme?.[1]?.toLowerCase()) {
    case "postgres":
    case "postgresql":
      return parseServer(trimmed, "postgres");
    case "mysql":
    case "mariadb":
      return parseServer(trimmed, "mysql");
    case "sqlite":
    case "sqlite3":
    case "file":
      return fileSource("sqlite", trimmed.slice(scheme?.[0].length), resolve);
    case "duckdb":
      return fileSource("duckdb", trimmed.slice(scheme?.[0].length), resolve);
    default:
      return null;
  }
}

function parseServer(text: string, dialect: ServerSource["dialect"]): ParsedConnection | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const database = decode(url.pathname.slice(1));
  if (database === "" || url.hostname === "") return null;
  return serverConnection({
    dialect,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port,
    database,
    user: decode(url.username),
    password: url.password === "" ? null : decode(url.password),
    tls: tlsOf(
      url.searchParams.get("sslmode") ?? url.searchParams.get("ssl-mode") ?? url.searchParams.get("ssl"),
    ),
  });
}

/** A server from its parts; missing ones have the defaults of the server's own programs. */
export function serverConnection(parts: {
  readonly dialect: ServerSource["dialect"];
  readonly host: string;
  readonly port: string | number;
  readonly database: string;
  readonly user: string;
  readonly password: string | null;
  readonly tls: ServerSource["tls"];
}): ParsedConnection {
  const { dialect, database, password, tls } = parts;
  const server = {
    dialect,
    host: parts.host || "localhost",
    port: Number(parts.port) || ports[dialect],
    database,
    user: parts.user || (dialect === "postgres" ? "postgres" : "root"),
  };
  return { source: { kind: "server", ...server, tls, secretKey: secretKeyOf(server) }, password };
}

function fileSource(
  kind: "sqlite" | "duckdb",
  rest: string,
  resolve: (path: string) => string,
): ParsedConnection | null {
  // `sqlite:///a.db` is relative in SQLAlchemy and absolute elsewhere; a path of four slashes is absolute in both.
  const path = decode(rest.replace(/[?#].*$/, ""))
    .replace(/^\/\/\/(?!\/)/, "")
    .replace(/^\/\/+(?=\/)/, "");
  if (path === "" || path === ":memory:") return null;
  return { source: { kind, path: resolve(path.replace(/^\/\//, "/")) }, password: null };
}

function tlsOf(mode: string | null): ServerSource["tls"] {
  switch (mode?.toLowerCase()) {
    case "require":
    case "required":
    case "prefer":
    case "true":
    case "1":
      return "require";
    case "verify-ca":
    case "verify-full":
    case "verify_ca":
    case "verify_identity":
      return "verify";
    default:
      return "off";
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
