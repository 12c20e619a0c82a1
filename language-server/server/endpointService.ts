import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { EndpointAccess, EndpointReport } from "../contract/endpoint.ts";
import type { LoadParams } from "../contract/engine.ts";
import type { Settings } from "../contract/methods.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import {
  type EndpointAddress,
  formatEndpoint,
  hostsText,
  isEndpointAddress,
  isLoopback,
  parseEndpoint,
} from "../core/endpoint/address.ts";
import { Http } from "../engine/remote/connection/http.ts";
import { endpointModels, probeEndpoint } from "../engine/remote/probe.ts";
import { accessOf } from "./run/loadPlan.ts";

export interface EndpointPermission {
  readonly allowed: boolean;
  /** Sent as a bearer token. */
  readonly key: string | null;
  /** Why it is not allowed, where there is more to say than that it is not. */
  readonly reason?: string;
}

export interface EndpointParts {
  settings(): Settings;
  trusted(): boolean;
  /** Asks whoever may decide, once for each address; never asked for addresses of this machine but for their key. */
  permission(address: string, isLocal: boolean): Promise<EndpointPermission>;
  /** Where endpoints that were added are kept; null: nowhere. */
  file(): string | null;
}

/** Endpoints that are known, and the one gate through which anything is sent to them. */
export class EndpointService {
  constructor(private readonly parts: EndpointParts) {}

  /** What loading a model needs where it is behind an endpoint. Errors: `endpoint/not-allowed`, `endpoint/bad-address`. */
  async prepare(params: LoadParams): Promise<Result<LoadParams>> {
    if (!isEndpointAddress(params.modelPath)) return ok(params);
    const access = await this.access(params.modelPath, params.endpoint);
    return access.ok ? ok({ ...params, endpoint: access.value.access }) : access;
  }

  async models(text: string): Promise<Result<{ models: string[] }>> {
    return this.with(text, async (address, http) => {
      const models = await endpointModels(address, http, new AbortController().signal);
      return models.ok ? ok({ models: [...models.value] }) : models;
    });
  }

  /** Gets to know an endpoint, and remembers it. */
  async add(text: string): Promise<Result<EndpointReport>> {
    return this.with(text, async (address, http) => {
      const probed = await probeEndpoint(address, http, new AbortController().signal);
      if (!probed.ok) return probed;
      const { report } = probed.value;
      const others = (await this.list()).filter((other) => other.address !== report.address);
      await this.write([report, ...others]);
      return ok(report);
    });
  }

  async remove(address: string): Promise<void> {
    await this.write((await this.list()).filter((other) => other.address !== address));
  }

  /** As they were when they were added; nobody is asked. */
  async list(): Promise<EndpointReport[]> {
    const file = this.parts.file();
    if (file === null) return [];
    try {
      return JSON.parse(await readFile(file, "utf8")) as EndpointReport[];
    } catch {
      // Missing or damaged: none has been added yet.
      return [];
    }
  }

  private async with<T>(
    text: string,
    work: (address: EndpointAddress, http: Http) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const opened = await this.access(text);
    if (!opened.ok) return opened;
    const { address, access } = opened.value;
    const http = new Http(access);
    try {
      return await work(address, http);
    } finally {
      http.close();
    }
  }

  private async access(
    text: string,
    given: EndpointAccess = accessOf(this.parts.settings().endpoint),
  ): Promise<Result<{ address: EndpointAddress; access: EndpointAccess }>> {
    const address = parseEndpoint(text);
    if (address === null)
      return fail(
        "endpoint/bad-address",
        `“${text}” is not an address such as http://localhost:8080/v1#model.`,
      );
    const hosts = hostsText(address);
    if (!this.parts.trusted())
      return fail(
        "endpoint/not-allowed",
        `Nothing is sent to ${hosts} from a workspace that is not trusted.`,
      );
    const permission = await this.parts.permission(formatEndpoint(address), isLoopback(address));
    if (!permission.allowed) {
      return fail(
        "endpoint/not-allowed",
        permission.reason ?? `Nothing was sent to ${hosts}: it is not allowed for this workspace.`,
      );
    }
    return ok({ address, access: permission.key === null ? given : { ...given, key: permission.key } });
  }

  private async write(reports: readonly EndpointReport[]): Promise<void> {
    const file = this.parts.file();
    if (file === null) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(reports, null, 2)}\n`);
  }
}
