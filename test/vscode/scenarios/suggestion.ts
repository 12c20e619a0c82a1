/** Ghost text in an SQL file: typed for, accepted, run and explained, as a person does it. */
import assert from "node:assert/strict";
import { eventually, type Workbench } from "../workbench.ts";
import { panelSays } from "./panel.ts";

const ghostParts = ".ghost-text-decoration, .ghost-text-decoration-preview, .suggest-preview-text";

const ghostText = async (workbench: Workbench): Promise<string> =>
  (await workbench.page.locator(`.editor-group-container.active :is(${ghostParts})`).allTextContents())
    .join("\n")
    .replaceAll("\u00a0", " ")
    .trim();

const editorText = async (workbench: Workbench): Promise<string> => {
  const lines = workbench.page.locator(".editor-group-container.active .monaco-editor .view-lines").first();
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads
  return (await lines.innerText()).replaceAll("\u00a0", " ");
};

/**
 * Types comments into the open file until a query is suggested under one, and gives the suggestion. A small model has
 * no good idea under every comment; what the database would not accept is never shown.
 */
export async function suggestionUnder(workbench: Workbench, comments: readonly string[]): Promise<string> {
  for (const comment of comments) {
    await workbench.press("Control+a", "Delete");
    await workbench.page.keyboard.type(`-- ${comment}\n`, { delay: 15 });
    const appears = (timeoutMs: number) =>
      eventually(
        `ghost text under “${comment}”`,
        () => ghostText(workbench),
        (text) => /^(?:select|with)\b/i.test(text),
        timeoutMs,
      ).catch(() => null);
    // While one types, a suggestion that takes long is dropped; one that was asked for may take longer.
    const typed = await appears(8000);
    if (typed !== null) return typed;
    await workbench.runCommand("Trigger Inline Suggestion");
    const shown = await appears(25_000);
    if (shown !== null) return shown;
  }
  throw new Error("No query was suggested under any comment.");
}

/** Tab takes the suggestion into the file; it is a query that the database runs. */
export async function acceptAndRun(workbench: Workbench, suggestion: string, rows: RegExp): Promise<void> {
  const squeezed = (text: string) => text.replace(/\s+/g, "").toLowerCase();
  const ghost = (accept: (text: string) => boolean) =>
    eventually("the ghost text", () => ghostText(workbench), accept, 25_000);
  await ghost((text) => squeezed(text).includes(squeezed(suggestion)));
  await workbench.press("Tab");
  // What a ghost says is drawn among the lines: it counts as written once there is no ghost any more.
  await ghost((text) => text === "");
  const text = await editorText(workbench);
  assert.match(text, /^--/);
  assert.ok(squeezed(text).includes(squeezed(suggestion)), text);
  await workbench.runCommand("Deliberate: Run Query");
  await panelSays(workbench, rows, 90_000);
}
