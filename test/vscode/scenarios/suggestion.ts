/** Ghost text in an SQL file: typed for, accepted, run and explained, as a person does it. */
import assert from "node:assert/strict";
import { eventually, type Workbench } from "../workbench.ts";
import { panelSays } from "./panel.ts";

const ghostParts = ".ghost-text-decoration, .ghost-text-decoration-preview, .suggest-preview-text";

const ghostText = async (workbench: Workbench): Promise<string> =>
  (await workbench.page.locator(`.editor-group-container.active :is(${ghostParts})`).allTextContents())
    .join("")
    .replaceAll("\u00a0", " ")
    .trim();

const squeezed = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

const ghostWhich = (
  workbench: Workbench,
  what: string,
  fits: (text: string) => boolean,
  timeoutMs = 25_000,
) => eventually(what, () => ghostText(workbench), fits, timeoutMs);

/** Lines of the extension's output about suggestions that were made or dropped. */
const madeIn = (output: string): string[] => output.split("\n").filter((line) => /Suggestion in /.test(line));

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
  await ghostWhich(workbench, "the ghost text", (text) => squeezed(text).includes(squeezed(suggestion)));
  await workbench.press("Tab");
  // What a ghost says is drawn among the lines: it counts as written once there is no ghost any more.
  await ghostWhich(workbench, "no ghost text", (text) => text === "");
  const text = await editorText(workbench);
  assert.match(text, /^--/);
  assert.ok(squeezed(text).includes(squeezed(suggestion)), text);
  await workbench.runCommand("Deliberate: Run Query");
  await panelSays(workbench, rows, 90_000);
}

/** While a person types what is suggested, the rest stays there, and the model is not asked again. */
export async function typeInto(
  workbench: Workbench,
  suggestion: string,
  output: () => string,
): Promise<void> {
  const typed = suggestion.slice(0, 7);
  const before = madeIn(output()).length;
  await workbench.page.keyboard.type(typed, { delay: 120 });
  const rest = squeezed(suggestion.slice(typed.length));
  await ghostWhich(workbench, "the rest of the suggestion", (text) => squeezed(text) === rest);
  // Longer than the pause after which the model is asked, and than it takes.
  await workbench.page.waitForTimeout(2500);
  assert.equal(squeezed(await ghostText(workbench)), rest);
  // Asking for the suggestion asks for alternatives too, which typing cancels.
  const made = madeIn(output())
    .slice(before)
    .filter((line) => !line.includes("cancelled by the editor"));
  assert.deepEqual(made, [], "nothing was made anew");
}

/** What is on its way when a person types on is dropped: nobody waits for it, and it is not shown. */
export async function typeOn(workbench: Workbench, output: () => string): Promise<void> {
  const before = madeIn(output()).length;
  const dropped = () =>
    madeIn(output())
      .slice(before)
      .some((line) => line.includes("cancelled by the editor"));
  // How soon the model is at work depends on the machine.
  for (const pauseMs of [250, 350, 500, 200, 800]) {
    await workbench.press("Control+a", "Delete");
    await workbench.page.keyboard.type("-- title of each album and the name of its artist\n", { delay: 5 });
    await workbench.page.waitForTimeout(pauseMs);
    await workbench.page.keyboard.type("SELECT ", { delay: 5 });
    await workbench.page.waitForTimeout(1500);
    if (dropped()) return;
  }
  assert.fail(`No suggestion was cancelled:\n${madeIn(output()).slice(before).join("\n")}`);
}

/** The next alternative is another query, and the one before it comes back. */
export async function walkAlternatives(workbench: Workbench, comments: readonly string[]): Promise<void> {
  for (const comment of comments) {
    await workbench.press("Control+a", "Delete");
    await workbench.page.keyboard.type(`-- ${comment}\n`, { delay: 15 });
    await workbench.runCommand("Trigger Inline Suggestion");
    const first = await ghostWhich(workbench, `ghost text under “${comment}”`, (text) =>
      /^(?:select|with)\b/i.test(text),
    ).catch(() => null);
    if (first === null) continue;
    await workbench.press("Alt+]");
    const next = await ghostWhich(
      workbench,
      "another query",
      (text) => text !== "" && text !== first,
      4000,
    ).catch(() => null);
    if (next === null) continue;
    assert.match(next, /^(?:select|with)\b/i);
    await workbench.screenshot("suggestion-alternative");
    await workbench.press("Alt+[");
    await ghostWhich(workbench, "the first query again", (text) => text === first);
    return;
  }
  throw new Error("There was no second suggestion under any comment.");
}
