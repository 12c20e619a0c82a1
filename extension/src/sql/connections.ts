import * as vscode from "vscode";
import type { ClientMethods, DatabaseEntry } from "../../../language-server/contract/sql.ts";

const connectionsKey = "deliberate.sql.connections";
const allowedKey = "deliberate.sql.allowed";
const secretName = (key: string): string => `deliberate.sql.password:${key}`;

/**
 * Connections that the person has added to this workspace, their passwords (in SecretStorage only), and which servers
 * may be asked. Answers the requests that the language server makes.
 */
export class Connections {
  /** The person is asked once, however many requests come meanwhile. */
  readonly #asking = new Map<string, Promise<boolean>>();
  /** Not asked again until the person does something with the database. */
  readonly #refused = new Set<string>();

  constructor(private readonly context: vscode.ExtensionContext) {}

  readonly answers: {
    readonly [M in keyof ClientMethods]: (
      params: ClientMethods[M]["params"],
    ) => Promise<ClientMethods[M]["result"]>;
  } = {
    "deliberate/client/secret": async ({ key }) => (await this.context.secrets.get(secretName(key))) ?? null,
    "deliberate/client/connections": async () => [...this.all],
    "deliberate/client/mayConnect": ({ database, ask }) => this.#mayConnect(database, ask),
  };

  get all(): readonly string[] {
    return this.context.workspaceState.get<string[]>(connectionsKey) ?? [];
  }

  async add(connection: string, secret: { readonly key: string; readonly password: string } | null) {
    if (secret !== null) await this.context.secrets.store(secretName(secret.key), secret.password);
    await this.context.workspaceState.update(connectionsKey, [...new Set([...this.all, connection])]);
  }

  /** Forgets a connection, its password, and that it may be asked. */
  async remove(database: DatabaseEntry): Promise<void> {
    await this.context.secrets.delete(secretName(database.id));
    await this.context.workspaceState.update(
      connectionsKey,
      this.all.filter((connection) => connection !== database.location),
    );
    await this.context.workspaceState.update(
      allowedKey,
      this.#allowed.filter((id) => id !== database.id),
    );
  }

  /** The person wants something of the database: a “no” of before is not the last word. */
  reconsider(id: string): void {
    this.#refused.delete(id);
  }

  /** Adding a connection by hand is an answer already. */
  async allow(id: string): Promise<void> {
    await this.context.workspaceState.update(allowedKey, [...new Set([...this.#allowed, id])]);
  }

  get #allowed(): readonly string[] {
    return this.context.workspaceState.get<string[]>(allowedKey) ?? [];
  }

  async #mayConnect(database: DatabaseEntry, ask: boolean): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return false;
    if (this.#allowed.includes(database.id)) return true;
    if (!ask || this.#refused.has(database.id)) return false;
    const asked = this.#asking.get(database.id) ?? this.#ask(database);
    this.#asking.set(database.id, asked);
    const allowed = await asked;
    this.#asking.delete(database.id);
    return allowed;
  }

  async #ask(database: DatabaseEntry): Promise<boolean> {
    const allow = "Allow";
    const answer = await vscode.window.showWarningMessage(
      `Read from the database “${database.name}” on a server?`,
      {
        modal: true,
        detail: `${database.location}${database.foundIn === undefined ? "" : `\nFound in: ${database.foundIn}`}\n\nIts schema and sample values are read now; queries are run when you ask for it. Nothing can be written. Deliberate remembers your answer for this workspace.`,
      },
      allow,
    );
    if (answer !== allow) {
      this.#refused.add(database.id);
      return false;
    }
    await this.allow(database.id);
    return true;
  }
}
