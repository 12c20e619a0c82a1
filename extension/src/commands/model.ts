import * as vscode from "vscode";
import type { ModelEntry } from "../../../language-server/contract/entities.ts";
import { heard, type Mirrored, type Models } from "../client/mirror.ts";
import { commandIds } from "../platform/contributions.ts";
import { describeModel, groupByOrigin, modelTitle, originTitles } from "../platform/format.ts";
import { problemOfReference } from "../platform/huggingFace.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { fieldOf } from "./argument.ts";
import { addEndpoint, endpointCommands } from "./endpoint.ts";

/** *Select Model*, *Download Model…*, and selection from the tree. */
export function modelCommands(services: Services): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(commandIds.selectModel, () => selectModel(services)),
    register(commandIds.downloadModel, () => downloadModel(services)),
    ...endpointCommands(services, (path) => useModel(services, path)),
    register(commandIds.refreshModels, () => services.mirror.refreshModels()),
    register(commandIds.useModel, (argument?: unknown) => {
      const path = pathOf(argument);
      return path === undefined ? selectModel(services) : useModel(services, path);
    }),
  ];
}

type Choice =
  | { readonly kind: "entry"; readonly entry: ModelEntry }
  | { readonly kind: "download" }
  | { readonly kind: "endpoint" }
  | { readonly kind: "browse" };
type Item = vscode.QuickPickItem & { readonly choice?: Choice };

/** Lets the person choose a model. Resolves to whether one is selected now because of it. */
export async function selectModel(
  services: Services,
  placeholder = "Model for evaluations",
): Promise<boolean> {
  const choice = await pick(services, placeholder);
  switch (choice?.kind) {
    case undefined:
      return false;
    case "download":
      return downloadModel(services);
    case "endpoint":
      return addEndpoint(services, (path) => useModel(services, path));
    case "browse":
      return browse(services);
    case "entry":
      if (choice.entry.problem === undefined) return useModel(services, choice.entry.path);
      void vscode.window.showErrorMessage(choice.entry.problem.message);
      return false;
  }
}

/** A quick pick that is there at once and fills when the folders have been searched. */
function pick(services: Services, placeholder: string): Promise<Choice | undefined> {
  return new Promise((resolve) => {
    const quickPick = vscode.window.createQuickPick<Item>();
    const refresh: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon("refresh"),
      tooltip: "Search the folders again",
    };
    const reveal: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon("folder-opened"),
      tooltip: "Show the file in its folder",
    };
    quickPick.title = "Select Model";
    quickPick.placeholder = placeholder;
    quickPick.matchOnDescription = true;
    quickPick.matchOnDetail = true;
    quickPick.buttons = [refresh];
    const show = (models: Mirrored<Models>): void => {
      quickPick.items = items(models, [reveal]);
      const selected = heard(models)?.selected;
      const active = quickPick.items.find(
        ({ choice }) => choice?.kind === "entry" && choice.entry.path === selected,
      );
      if (active) quickPick.activeItems = [active];
    };
    const search = async (): Promise<void> => {
      quickPick.busy = true;
      show(await services.mirror.refreshModels());
      quickPick.busy = false;
    };
    let chosen: Choice | undefined;
    quickPick.onDidTriggerButton(() => void search());
    quickPick.onDidTriggerItemButton(({ item }) => {
      if (item.choice?.kind !== "entry") return;
      void vscode.commands.executeCommand("revealFileInOS", vscode.Uri.file(item.choice.entry.path));
    });
    quickPick.onDidAccept(() => {
      chosen = quickPick.selectedItems[0]?.choice;
      quickPick.hide();
    });
    quickPick.onDidHide(() => {
      quickPick.dispose();
      resolve(chosen);
    });
    show(services.mirror.models);
    quickPick.show();
    void search();
  });
}

function items(models: Mirrored<Models>, buttons: vscode.QuickInputButton[]): Item[] {
  const known = heard(models);
  const list: Item[] = [];
  for (const { origin, entries } of groupByOrigin(known?.entries ?? [])) {
    list.push({ label: originTitles[origin], kind: vscode.QuickPickItemKind.Separator });
    for (const entry of entries) {
      const mark = entry.problem ? "$(warning) " : entry.path === known?.selected ? "$(check) " : "";
      list.push({
        label: `${mark}${modelTitle(entry)}`,
        description: describeModel(entry),
        detail: entry.problem?.message ?? entry.path,
        buttons: entry.origin === "endpoint" ? [] : buttons,
        choice: { kind: "entry", entry },
      });
    }
  }
  if (models !== undefined && "failure" in models) {
    list.push({
      label: "$(error) The models could not be listed",
      detail: models.failure.message,
      alwaysShow: true,
    });
  }
  list.push(
    { label: "More", kind: vscode.QuickPickItemKind.Separator },
    {
      label: "$(cloud-download) Download from Hugging Face…",
      detail: "By reference, such as hf:user/repo:Q4_K_M",
      alwaysShow: true,
      choice: { kind: "download" },
    },
    {
      label: "$(cloud) Endpoint…",
      detail: "A model behind llama-server, vLLM, SGLang or another OpenAI-compatible server",
      alwaysShow: true,
      choice: { kind: "endpoint" },
    },
    {
      label: "$(folder) Browse…",
      detail: "A GGUF file on this machine",
      alwaysShow: true,
      choice: { kind: "browse" },
    },
  );
  return list;
}

async function useModel(services: Services, path: string): Promise<boolean> {
  const answer = await services.server.request("deliberate/model/select", { path });
  if (!answer.ok) {
    showFailure(answer.error, services.log);
    return false;
  }
  await services.mirror.refreshModels();
  vscode.window.setStatusBarMessage(`Model: ${answer.value.name}`, 4_000);
  return true;
}

async function browse(services: Services): Promise<boolean> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: "Select Model",
      openLabel: "Select",
      filters: { "GGUF models": ["gguf"], "All files": ["*"] },
    })) ?? [];
  return uri !== undefined && useModel(services, uri.fsPath);
}

async function downloadModel(services: Services): Promise<boolean> {
  const reference = await vscode.window.showInputBox({
    title: "Download from Hugging Face",
    prompt: "hf:user/repo:quantisation",
    placeHolder: "hf:ggml-org/SmolLM3-3B-GGUF:Q4_K_M",
    ignoreFocusOut: true,
    validateInput: problemOfReference,
  });
  if (reference === undefined) return false;
  // The progress token needs a running client to be heard.
  const started = await services.server.start();
  if (!started.ok) return false;
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: reference.trim(), cancellable: true },
    async (progress, token) => {
      let reached = 0;
      const { token: workDoneToken, disposable } = services.server.progressToken((value) => {
        if (value.kind === "end") return;
        const percentage = value.percentage ?? reached;
        progress.report({
          increment: Math.max(0, percentage - reached),
          ...(value.message === undefined ? {} : { message: value.message }),
        });
        reached = Math.max(reached, percentage);
      });
      try {
        const params = { reference: reference.trim(), workDoneToken };
        const result = await services.server.request("deliberate/model/download", params, token);
        return token.isCancellationRequested ? undefined : result;
      } finally {
        disposable.dispose();
      }
    },
  );
  if (answer === undefined) return false;
  if (!answer.ok) {
    showFailure(answer.error, services.log);
    return false;
  }
  return useModel(services, answer.value.path);
}

const pathOf = (argument: unknown): string | undefined =>
  typeof argument === "string" ? argument : fieldOf(argument, "path");
