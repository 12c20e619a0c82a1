import * as vscode from "vscode";
import type { EndpointClientMethods } from "../../../language-server/contract/endpoint.ts";

const allowedKey = "deliberate.endpoint.allowed";
const secretName = (servers: string): string => `deliberate.endpoint.key:${servers}`;

/** An address without its model: whoever may be sent one question may be sent it for another model. */
const serversOf = (address: string): string => address.split("#")[0] ?? address;

/**
 * Which endpoints this workspace may send to, and their keys (in SecretStorage only). Answers what the language server
 * asks before it sends anything.
 */
export class Endpoints {
  /** The person is asked once, however many requests come meanwhile. */
  readonly #asking = new Map<string, Promise<boolean>>();

  constructor(private readonly context: vscode.ExtensionContext) {}

  readonly answers: {
    readonly [M in keyof EndpointClientMethods]: (
      params: EndpointClientMethods[M]["params"],
    ) => Promise<EndpointClientMethods[M]["result"]>;
  } = {
    "deliberate/client/endpoint": async ({ address, isLocal }) => {
      const servers = serversOf(address);
      const allowed = isLocal || (await this.#mayUse(servers));
      return {
        allowed,
        key: allowed ? ((await this.context.secrets.get(secretName(servers))) ?? null) : null,
      };
    },
  };

  async keep(address: string, key: string): Promise<void> {
    const name = secretName(serversOf(address));
    if (key === "") await this.context.secrets.delete(name);
    else await this.context.secrets.store(name, key);
  }

  /** Forgets the key, and that it may be used. */
  async forget(address: string): Promise<void> {
    const servers = serversOf(address);
    await this.context.secrets.delete(secretName(servers));
    await this.context.workspaceState.update(
      allowedKey,
      this.#allowed.filter((other) => other !== servers),
    );
  }

  get #allowed(): readonly string[] {
    return this.context.workspaceState.get<string[]>(allowedKey) ?? [];
  }

  async #mayUse(servers: string): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return false;
    if (this.#allowed.includes(servers)) return true;
    const asked = this.#asking.get(servers) ?? this.#ask(servers);
    this.#asking.set(servers, asked);
    const allowed = await asked;
    this.#asking.delete(servers);
    return allowed;
  }

  async #ask(servers: string): Promise<boolean> {
    const allow = "Allow";
    const open = servers.split(",").some((url) => url.startsWith("http:"));
    const answer = await vscode.window.showWarningMessage(
      "Send questions of this workspace to another machine?",
      {
        modal: true,
        detail: `${servers.replaceAll(",", "\n")}\n\nRuns with this endpoint send their questions, the prompts of the protocol, the answers so far and, for text-to-SQL, the schema that the model is shown. ${open ? "The connection is not encrypted. " : ""}Deliberate remembers your answer for this workspace.`,
      },
      allow,
    );
    if (answer !== allow) return false;
    await this.context.workspaceState.update(allowedKey, [...new Set([...this.#allowed, servers])]);
    return true;
  }
}
