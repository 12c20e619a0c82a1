import * as vscode from "vscode";
import type { ProtocolEntry } from "../../../language-server/contract/methods.ts";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import { presetFileName, presetTemplate } from "../platform/presetTemplate.ts";
import type { Services } from "../platform/services.ts";
import { fieldOf } from "./argument.ts";

/** *Select Protocol*, selection from the tree, and *New Protocol Preset*. */
export function protocolCommands(services: Services): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(commandIds.selectProtocol, () => selectProtocol(services)),
    register(commandIds.createProtocol, () => createPreset()),
    register(commandIds.useProtocol, (argument?: unknown) => {
      const id = typeof argument === "string" ? argument : fieldOf(argument, "protocolId");
      return id === undefined ? selectProtocol(services) : useProtocol(services, id);
    }),
  ];
}

type Item = vscode.QuickPickItem & { readonly entry?: ProtocolEntry; readonly create?: true };

async function selectProtocol(services: Services): Promise<void> {
  const mirrored = await services.mirror.refreshProtocols();
  if (mirrored === undefined) return;
  if ("failure" in mirrored) return showFailure(mirrored.failure, services.log);
  const { entries, selected } = mirrored.value;
  const group = (kind: ProtocolEntry["kind"], label: string): Item[] => {
    const members = entries.filter((entry) => entry.kind === kind);
    if (members.length === 0) return [];
    return [
      { label, kind: vscode.QuickPickItemKind.Separator },
      ...members.map((entry) => ({
        label: `${entry.problem ? "$(warning) " : entry.id === selected ? "$(check) " : ""}${entry.title}`,
        ...(entry.kind === "built-in" ? {} : { description: origin(entry) }),
        detail: entry.problem ?? entry.description,
        entry,
      })),
    ];
  };
  const picked = await vscode.window.showQuickPick<Item>(
    [
      ...group("built-in", "Built in"),
      ...group("preset", "Presets of the workspace"),
      ...group("packaged", "Presets of Deliberate"),
      { label: "More", kind: vscode.QuickPickItemKind.Separator },
      {
        label: "$(new-file) New preset file…",
        detail: "A protocol with your own settings",
        create: true,
        alwaysShow: true,
      },
    ],
    {
      title: "Select Protocol",
      placeHolder: "Protocol for evaluations",
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked?.create) return createPreset();
  if (picked?.entry === undefined) return;
  if (picked.entry.problem !== undefined && picked.entry.path !== undefined) {
    await vscode.window.showTextDocument(vscode.Uri.file(picked.entry.path));
    return;
  }
  await useProtocol(services, picked.entry.id);
}

/** A preset's protocol, and of a file of the workspace where it is. */
const origin = ({ kind, path = "", protocol }: ProtocolEntry): string =>
  [protocol, kind === "preset" ? vscode.workspace.asRelativePath(path) : ""]
    .filter((part) => part !== "")
    .join(" · ");

async function useProtocol(services: Services, id: string): Promise<void> {
  const answer = await services.server.request("deliberate/protocol/select", { id });
  if (!answer.ok) return showFailure(answer.error, services.log);
  await services.mirror.refreshProtocols();
  vscode.window.setStatusBarMessage(`Protocol: ${answer.value.title}`, 4_000);
}

async function createPreset(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    void vscode.window.showInformationMessage("Open a folder first: presets are files of a workspace.");
    return;
  }
  const title = await vscode.window.showInputBox({
    title: "New Protocol Preset",
    prompt: "Name of the preset",
    value: "My thinker",
    validateInput: (text) => (presetFileName(text) === "" ? "Use letters or digits." : null),
  });
  if (title === undefined) return;
  const uri = vscode.Uri.joinPath(folder.uri, presetFileName(title));
  const exists = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  // An existing file is opened, never overwritten.
  if (!exists) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(presetTemplate(title)));
  await vscode.window.showTextDocument(uri);
}
