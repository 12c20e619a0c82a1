import * as vscode from "vscode";
import {
  type EndpointReport,
  endpointCapabilities,
  templateNote,
} from "../../../language-server/contract/endpoint.ts";
import type { ModelEntry } from "../../../language-server/contract/entities.ts";
import type { Result } from "../../../language-server/contract/result.ts";
import { heard } from "../client/mirror.ts";
import { commandIds } from "../platform/contributions.ts";
import { describeEndpoint, modelTitle } from "../platform/format.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { fieldOf } from "./argument.ts";

/** *Add Endpoint…*, and what the tree of models offers for endpoints. */
export function endpointCommands(
  services: Services,
  use: (path: string) => Promise<boolean>,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  const withEndpoint = async (
    argument: unknown,
    title: string,
    work: (report: EndpointReport) => Promise<unknown>,
  ) => {
    const report = await endpointOf(services, argument, title);
    if (report !== undefined) await work(report);
  };
  return [
    register(commandIds.addEndpoint, () => addEndpoint(services, use)),
    register(commandIds.showEndpoint, (argument?: unknown) =>
      withEndpoint(argument, "Show Endpoint Capabilities", showCapabilities),
    ),
    register(commandIds.setEndpointKey, (argument?: unknown) =>
      withEndpoint(argument, "Set Endpoint Key", ({ address }) => askKey(services, address)),
    ),
    register(commandIds.removeEndpoint, (argument?: unknown) =>
      withEndpoint(argument, "Remove Endpoint", async ({ address }) => {
        await services.server.request("deliberate/endpoint/remove", { address });
        await services.endpoints.forget(address);
        await services.mirror.refreshModels();
      }),
    ),
  ];
}

/** Asks for an address, gets to know the endpoint, and selects its model. */
export async function addEndpoint(
  services: Services,
  use: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title: "Add Endpoint",
    prompt:
      "Address of an OpenAI-compatible server, such as llama-server, vLLM or SGLang; several, separated by commas, are a pool",
    placeHolder: "http://localhost:8080/v1",
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === "" || /^https?:\/\/[^\s@]+$/i.test(text.trim())
        ? undefined
        : "An address begins with http:// or https:// and holds no key; the key is asked for.",
  });
  const address = typed?.trim() ?? "";
  if (address === "") return false;
  const named = address.includes("#") ? address : await chooseModel(services, address);
  if (named === undefined) return false;
  const added = await withKey(services, named, () =>
    asking(named, () => services.server.request("deliberate/endpoint/add", { address: named })),
  );
  if (!added.ok) {
    showFailure(added.error, services.log);
    return false;
  }
  await services.mirror.refreshModels();
  if (!(await use(added.value.address))) return false;
  void tell(added.value);
  return true;
}

/** The address with the model that is used; undefined when nothing was chosen or a failure was shown. */
async function chooseModel(services: Services, address: string): Promise<string | undefined> {
  const listed = await withKey(services, address, () =>
    asking(address, () => services.server.request("deliberate/endpoint/models", { address })),
  );
  if (!listed.ok) {
    showFailure(listed.error, services.log);
    return undefined;
  }
  const { models } = listed.value;
  const model =
    models.length === 1
      ? models[0]
      : await vscode.window.showQuickPick(models, {
          title: "Add Endpoint",
          placeHolder: "Model of the endpoint",
        });
  return model === undefined ? undefined : `${address}#${model}`;
}

/** Asks for a key where the endpoint refuses, and tries once more. */
async function withKey<T>(
  services: Services,
  address: string,
  request: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const first = await request();
  if (first.ok || first.error.code !== "endpoint/refused") return first;
  return (await askKey(services, address)) ? request() : first;
}

/** @returns whether a key was given */
async function askKey(services: Services, address: string): Promise<boolean> {
  const key = await vscode.window.showInputBox({
    title: "Endpoint Key",
    prompt: `Key for ${address.split("#")[0]}; kept in VS Code's secret storage. Leave it empty for none`,
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return false;
  await services.endpoints.keep(address, key.trim());
  return key.trim() !== "";
}

const asking = async <T>(address: string, work: () => Thenable<T>): Promise<T> =>
  vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Asking ${address.split("#")[0]} what it can do…`,
    },
    work,
  );

async function tell(report: EndpointReport): Promise<void> {
  const missing = endpointCapabilities(report).filter(({ available, counts }) => counts && !available);
  const show = "Show Capabilities";
  const text =
    missing.length === 0
      ? `${report.model} is ready; its endpoint can do all that Deliberate uses.`
      : `${report.model} is ready; its endpoint lacks: ${missing.map(({ title }) => title.toLowerCase()).join(", ")}.`;
  if ((await vscode.window.showInformationMessage(text, show)) === show) await showCapabilities(report);
}

/** A list to read, by keyboard and screen reader too; choosing an item does nothing. */
async function showCapabilities(report: EndpointReport): Promise<void> {
  await vscode.window.showQuickPick(
    [
      { label: "$(comment-discussion) Dialogue", detail: `By ${report.api}: ${templateNote(report)}` },
      ...endpointCapabilities(report).map(({ title, available, note }) => ({
        label: `${available ? "$(check)" : "$(circle-slash)"} ${title}`,
        description: available ? "" : "missing",
        detail: note,
      })),
    ],
    { title: `${report.model} · ${describeEndpoint(report)}`, placeHolder: "What the endpoint can do" },
  );
}

/** The endpoint of a tree item, or the one that the person now chooses. */
async function endpointOf(
  services: Services,
  argument: unknown,
  title: string,
): Promise<EndpointReport | undefined> {
  const known = heard(services.mirror.models) ?? heard(await services.mirror.refreshModels());
  const entries = (known?.entries ?? []).filter(
    (entry): entry is ModelEntry & { endpoint: EndpointReport } => entry.endpoint !== undefined,
  );
  const path = fieldOf(argument, "path");
  const named = entries.find((entry) => entry.path === path);
  if (named !== undefined) return named.endpoint;
  if (entries.length === 0) {
    void vscode.window.showInformationMessage("No endpoint has been added yet.");
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    entries.map((entry) => ({
      label: modelTitle(entry),
      detail: describeEndpoint(entry.endpoint),
      endpoint: entry.endpoint,
    })),
    { title },
  );
  return picked?.endpoint;
}
