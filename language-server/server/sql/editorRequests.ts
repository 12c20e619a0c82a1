import type { Connection } from "vscode-languageserver/node";
import type { ClientMethods, DatabaseEntry } from "../../contract/sql.ts";

/** What the server asks of the editor about databases. An editor that does not answer has nothing and allows nothing. */
export class EditorRequests {
  /** Passwords that stand in the workspace's own files, by key: used where no other is kept. */
  found: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly connection: Connection,
    private readonly answers: () => boolean,
  ) {}

  async secret(key: string): Promise<string | undefined> {
    return (await this.ask("deliberate/client/secret", { key })) ?? this.found.get(key);
  }

  async connections(): Promise<readonly string[]> {
    return (await this.ask("deliberate/client/connections", {})) ?? [];
  }

  async mayConnect(database: DatabaseEntry, ask: boolean): Promise<boolean> {
    return (await this.ask("deliberate/client/mayConnect", { database, ask })) ?? false;
  }

  private async ask<M extends keyof ClientMethods>(
    method: M,
    params: ClientMethods[M]["params"],
  ): Promise<ClientMethods[M]["result"] | null> {
    return this.answers() ? this.connection.sendRequest<ClientMethods[M]["result"]>(method, params) : null;
  }
}
