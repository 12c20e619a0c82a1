import * as vscode from "vscode";
import { isRecipe, recipePattern } from "../platform/documents.ts";
import { fileName } from "../platform/format.ts";
import { recipeFileName, recipeTemplate } from "../platform/recipeTemplate.ts";
import { recipeHead, startOf } from "../platform/recipeText.ts";
import type { Services } from "../platform/services.ts";

type Item = vscode.QuickPickItem & {
  readonly uri?: vscode.Uri;
  readonly from?: "workspace" | "shipped" | "new";
};

/**
 * Lets a person choose what to train. A recipe of the workspace is given back; one that comes with Deliberate is
 * copied into the workspace and opened, and given back when the person has seen it and says so; a new one is opened for
 * editing and nothing is given back.
 */
export async function pickRecipe({ context }: Services): Promise<vscode.Uri | undefined> {
  const [own, shipped] = await Promise.all([
    vscode.workspace.findFiles(recipePattern, "**/{node_modules,.deliberate}/**", 200),
    shippedRecipes(context.extensionUri),
  ]);
  const items: Item[] = [
    ...group("Recipes of the workspace", await Promise.all(own.map((uri) => item(uri, "workspace")))),
    ...group("Recipes of Deliberate", await Promise.all(shipped.map((uri) => item(uri, "shipped")))),
    { label: "More", kind: vscode.QuickPickItemKind.Separator },
    {
      label: "$(new-file) New recipe…",
      detail: "A small one with comments, to start from",
      alwaysShow: true,
      from: "new",
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: "New Training Run",
    placeHolder: "Recipe to train",
    matchOnDescription: true,
  });
  switch (picked?.from) {
    case "workspace":
      return picked.uri;
    case "shipped":
      return picked.uri === undefined ? undefined : copyToWorkspace(picked.uri);
    case "new":
      await newRecipe();
      return undefined;
    case undefined:
      return undefined;
  }
}

/** A recipe by its name, its file beside it. */
async function item(uri: vscode.Uri, from: "workspace" | "shipped"): Promise<Item> {
  const path = from === "workspace" ? vscode.workspace.asRelativePath(uri) : fileName(uri.path);
  const { name, description } = recipeHead(await textOf(uri));
  return {
    label: `$(${from === "workspace" ? "beaker" : "library"}) ${name ?? path}`,
    ...(name === null ? {} : { description: path }),
    ...(description === null ? {} : { detail: description }),
    uri,
    from,
  };
}

const textOf = (uri: vscode.Uri): Thenable<string> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => "",
  );

const group = (label: string, items: Item[]): Item[] =>
  items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];

async function shippedRecipes(extensionUri: vscode.Uri): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(extensionUri, "media", "recipes");
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  return entries
    .map(([name]) => name)
    .filter(isRecipe)
    .sort()
    .map((name) => vscode.Uri.joinPath(folder, name));
}

/** Where new files go; a person without a folder is told why there is no place. */
function targetFolder(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined)
    void vscode.window.showInformationMessage("Open a folder first: recipes are files of a workspace.");
  return folder;
}

const exists = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

/** Copies a recipe and those that it starts from, which it names by their place beside it. */
async function copyToWorkspace(shipped: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = targetFolder();
  if (folder === undefined) return undefined;
  const target = vscode.Uri.joinPath(folder, fileName(shipped.path));
  for (let source: vscode.Uri | undefined = shipped; source !== undefined; ) {
    const copy = vscode.Uri.joinPath(folder, fileName(source.path));
    // An existing copy is used as it is: it may have been edited.
    if (await exists(copy)) break;
    await vscode.workspace.fs.copy(source, copy);
    const start = startOf(await textOf(source));
    source = start === null ? undefined : vscode.Uri.joinPath(source, "..", start);
  }
  await vscode.window.showTextDocument(target, { preview: false });
  const choice = await vscode.window.showInformationMessage(
    `${fileName(target.path)} is in the workspace now. Change it as you like, then train it.`,
    "Train",
  );
  return choice === "Train" ? target : undefined;
}

async function newRecipe(): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: "New Recipe",
    prompt: "Name of the model",
    value: "My model",
    validateInput: (text) => (recipeFileName(text) === "" ? "Use letters or digits." : null),
  });
  if (name === undefined) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    const document = await vscode.workspace.openTextDocument({
      language: "yaml",
      content: recipeTemplate(name),
    });
    await vscode.window.showTextDocument(document);
    return;
  }
  const uri = vscode.Uri.joinPath(folder, recipeFileName(name));
  // An existing file is opened, never overwritten.
  if (!(await exists(uri)))
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(recipeTemplate(name)));
  await vscode.window.showTextDocument(uri);
}
