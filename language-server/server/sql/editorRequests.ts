import type { Connection } from "vscode-languageserver/node";
import type { EndpointClientMethods } from "../../contract/endpoint.ts";
import type { ClientMethods, DatabaseEntry } from "../../contract/sql.ts";

type Asked = ClientMethods & EndpointClientMethods;

/** What the server asks of the editor about databases and endpoints. An editor that does not answer has nothing and allows nothing. */
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

  async endpoint(address: string, isLocal: boolean): Promise<{ allowed: boolean; key: string | null }> {
    const answer = await this.ask("deliberate/client/endpoint", { address, isLocal });
    return answer ?? { allowed: isLocal, key: null };
  }

  private async ask<M extends keyof Asked>(
    method: M,
    params: Asked[M]["params"],
  ): Promise<Asked[M]["result"] | null> {
    return this.answers() ? this.connection.sendRequest<Asked[M]["result"]>(method, params) : null;
  }
}
