import { fail, ok, type Result } from "../../contract/result.ts";
import type { DatabaseEntry } from "../../contract/sql.ts";
import type { LinkIndex } from "../../core/sql/linking/linkIndex.ts";
import type { DatabaseSchema } from "../../core/sql/schema.ts";
import type { Databases } from "../../sql/databases.ts";
import type { LinkIndexes } from "../../sql/linkIndexes.ts";
import type { DatabaseSource, SqlDatabase } from "../../sql/sqlDatabase.ts";
import { DatabaseSelection } from "./databaseSelection.ts";

/** A database that was found, and how to open it. */
export interface FoundDatabase {
  readonly entry: DatabaseEntry;
  readonly source: DatabaseSource;
}

export interface DatabaseDeskParts {
  readonly databases: Databases;
  readonly linkIndexes: LinkIndexes;
  discover(): Promise<readonly FoundDatabase[]>;
  workspaceFolders(): readonly string[];
  storageFolder(): string;
  /** False: nothing of the workspace is opened. */
  trusted(): boolean;
  /** Whether a server may be asked something; the person decides once for each workspace, when `ask` is true. */
  mayConnect(entry: DatabaseEntry, ask: boolean): Promise<boolean>;
  /** Another database is used somewhere, or databases came or went. */
  onChanged(): void;
}

/** A document's database, opened, with its schema. */
export interface DocumentDatabase {
  readonly entry: DatabaseEntry;
  readonly database: SqlDatabase;
  readonly schema: DatabaseSchema;
}

/** The databases of the workspace: found, chosen, opened once. */
export class DatabaseDesk {
  readonly selection: DatabaseSelection;
  private found: Promise<readonly FoundDatabase[]> | null = null;
  private readonly opened = new Map<string, Promise<Result<SqlDatabase>>>();

  constructor(private readonly parts: DatabaseDeskParts) {
    this.selection = new DatabaseSelection({
      databases: () => this.list(),
      workspaceFolders: parts.workspaceFolders,
      storageFolder: parts.storageFolder,
    });
  }

  async list(): Promise<readonly DatabaseEntry[]> {
    return (await this.all()).map(({ entry }) => entry);
  }

  /** Files, settings or folders have changed: databases are looked for anew. */
  forget(): void {
    this.found = null;
    this.parts.onChanged();
  }

  async select(
    id: string | null,
    uri: string | undefined,
  ): Promise<Result<{ selected: DatabaseEntry | null }>> {
    if (id !== null && !(await this.list()).some((entry) => entry.id === id)) return unknownDatabase(id);
    await this.selection.select(id, uri);
    this.parts.onChanged();
    return ok({ selected: await this.selection.of(uri) });
  }

  /** By its id, or by its location as runs name it. Errors: `sql/unknown-database`. */
  async entry(id: string): Promise<Result<DatabaseEntry>> {
    const found = (await this.list()).find((entry) => entry.id === id || entry.location === id);
    return found === undefined ? unknownDatabase(id) : ok(found);
  }

  /** Errors: `sql/unknown-database`, `sql/not-trusted`, `sql/no-consent` and those of opening. */
  async open(id: string, ask = true): Promise<Result<SqlDatabase>> {
    const found = (await this.all()).find(({ entry }) => entry.id === id);
    if (found === undefined) return unknownDatabase(id);
    if (!this.parts.trusted())
      return fail("sql/not-trusted", "Databases are not opened in a workspace that is not trusted.");
    if (found.entry.kind === "server" && !(await this.parts.mayConnect(found.entry, ask)))
      return fail("sql/no-consent", `You have not allowed queries on ${found.entry.location}.`);
    const known = this.opened.get(id);
    if (known !== undefined) return known;
    const opening = this.parts.databases.open(found.source);
    this.opened.set(id, opening);
    const result = await opening;
    if (!result.ok) this.opened.delete(id);
    return result;
  }

  /** Errors: as `open`, and those of reading the schema. */
  async schema(id: string, refresh = false): Promise<Result<DatabaseSchema>> {
    const database = await this.open(id);
    return database.ok ? database.value.schema(refresh) : database;
  }

  /** Null when the document has no database, or it cannot be read: plain help goes on without names then. */
  async of(uri: string): Promise<DocumentDatabase | null> {
    const entry = await this.selection.of(uri);
    if (entry === null) return null;
    // Help while typing is no reason to ask a person for consent.
    const database = await this.open(entry.id, false);
    if (!database.ok) return null;
    const schema = await database.value.schema();
    return schema.ok ? { entry, database: database.value, schema: schema.value } : null;
  }

  linkIndex({ database, schema }: DocumentDatabase): Promise<LinkIndex> {
    return this.parts.linkIndexes.of(database, schema);
  }

  private all(): Promise<readonly FoundDatabase[]> {
    this.found ??= this.parts.discover();
    return this.found;
  }
}

const unknownDatabase = (id: string): Result<never> =>
  fail("sql/unknown-database", `There is no database “${id}” any more. Select another one.`);
