/** The VS Code window as a person uses it: keys and clicks in, visible text out. Nothing here calls an API of VS Code. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";

/** The three looks every screen is photographed in, with the theme's label. */
export const themes = {
  light: "Light Modern",
  dark: "Dark Modern",
  "high-contrast": "Dark High Contrast",
} as const;
export type ThemeName = keyof typeof themes;

/** Polls `read` until `accept` likes it. @throws Error with the last value after `timeoutMs`. */
export const eventually = async <T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  timeoutMs = 15_000,
): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`${what}: not within ${timeoutMs / 1000} s; last seen ${JSON.stringify(value)}`);
    await sleep(100);
  }
};

/** A string of a CSS selector. */
const cssString = (text: string) => `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\a ")}"`;

const appears = (what: Locator, timeout: number): Promise<boolean> =>
  what.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

const clean = (text: string) => text.replace(/\s+/g, " ").trim();

export class Workbench {
  readonly page: Page;
  private readonly settingsFile: string;
  private readonly artefacts: string;
  private theme: ThemeName | null = null;

  constructor(page: Page, files: { settings: string; artefacts: string }) {
    this.page = page;
    this.settingsFile = files.settings;
    this.artefacts = files.artefacts;
    mkdirSync(this.artefacts, { recursive: true });
  }

  /** Waits until the window is drawn; extensions may still be starting. */
  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 30_000 });
    await this.page.locator(".monaco-workbench .part.editor").waitFor({ timeout: 15_000 });
  }

  /** Reloads the window as *Developer: Reload Window* does. */
  async reload(): Promise<void> {
    // In a browser VS Code saves the state of its window every five seconds only, as it cannot while unloading.
    await sleep(8000);
    // `ready` waits for what a person waits for; the load event of every frame says less.
    await this.page.reload({ waitUntil: "commit" });
    await this.ready();
  }

  // ---- keyboard, palette, quick picks

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  private get quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible");
  }

  /**
   * Opens the quick input by keys. Pressed in a webview that is just being drawn, keys can be lost: then one clicks a
   * tab, as a person would, and presses them again.
   */
  private async openQuickInput(...keys: string[]): Promise<Locator> {
    const input = this.quickInput.locator("input[type=text], input.input").first();
    await eventually(
      `quick input after ${keys.join(", ")}`,
      async () => {
        await this.closeQuickInput();
        await this.press(...keys);
        const open = await appears(input, 4000);
        if (!open)
          await this.page
            .locator(".tabs-container .tab.active")
            .first()
            .click({ timeout: 2000 })
            .catch(() => undefined);
        return open;
      },
      (open) => open,
      25_000,
    );
    return input;
  }

  /** Escape goes to the quick input only: in a webview it would mean something else. */
  async closeQuickInput(): Promise<void> {
    if ((await this.quickInput.count()) > 0) await this.press("Escape");
  }

  private async quickRows(): Promise<{ text: string; label: string }[]> {
    return this.quickInput.locator(".quick-input-list .monaco-list-row").evaluateAll((rows) =>
      rows.map((row) => ({
        text: row.getAttribute("aria-label") ?? row.textContent ?? "",
        label: row.querySelector(".label-name")?.textContent ?? row.textContent ?? "",
      })),
    );
  }

  /** Clicks the first row that fits. The list may still be filtering, so the click is tried again until it lands. */
  private async clickRow(
    what: string,
    fits: (row: { text: string; label: string }) => boolean,
    timeoutMs: number,
  ): Promise<string> {
    let rows: { text: string; label: string }[] = [];
    const clicked = await eventually(
      what,
      async () => {
        rows = await this.quickRows();
        const chosen = rows.find(fits);
        if (chosen === undefined) return { rows };
        // By its label, not by its place: rows move while results still come in.
        const row = this.quickInput
          .locator(`.quick-input-list .monaco-list-row[aria-label=${cssString(chosen.text)}]`)
          .first();
        const done = await row.click({ timeout: 5000, force: true }).then(
          () => true,
          () => false,
        );
        return done ? { text: chosen.text } : { rows };
      },
      (result) => "text" in result,
      timeoutMs,
    );
    return "text" in clicked ? clean(clicked.text ?? "") : "";
  }

  /**
   * Opens the palette and runs the command with exactly this title (`Category: Title`). A palette that was opened
   * before an extension was found does not show its commands later, so it is opened anew.
   */
  async runCommand(title: string): Promise<void> {
    const what = `command “${title}” in the palette`;
    const once = async (timeoutMs: number): Promise<void> => {
      const input = await this.openQuickInput("F1");
      await input.fill(`>${title}`);
      await this.clickRow(what, (row) => clean(row.label) === title, timeoutMs);
    };
    await once(6000)
      .catch(() => once(10_000))
      .catch(() => once(15_000));
  }

  /** Texts offered by the open quick pick, with descriptions and details. */
  async quickPickRows(timeoutMs = 15_000): Promise<string[]> {
    const rows = await eventually(
      "rows of the quick pick",
      () => this.quickRows(),
      (r) => r.length > 0,
      timeoutMs,
    );
    return rows.map((row) => clean(row.text));
  }

  /** Chooses the first row that matches in the open quick pick; gives its text. */
  async pick(match: string | RegExp, timeoutMs = 15_000): Promise<string> {
    const fits = (text: string) => (typeof match === "string" ? text.includes(match) : match.test(text));
    return this.clickRow(`quick pick row ${match}`, (row) => fits(clean(row.text)), timeoutMs);
  }

  /** Ticks the rows that match in a quick pick with check boxes, then accepts it. */
  async pickMany(matches: readonly (string | RegExp)[]): Promise<void> {
    for (const match of matches) await this.pick(match);
    await this.press("Enter");
  }

  /** Types into the open input box and accepts. */
  async answerInput(text: string): Promise<void> {
    const input = this.quickInput.locator("input").first();
    await input.waitFor();
    await input.fill(text);
    await this.press("Enter");
  }

  /** Types into the open quick pick, which filters its rows. */
  async typeInQuickInput(text: string): Promise<void> {
    const input = this.quickInput.locator("input[type=text], input.input").first();
    await input.waitFor();
    await input.fill(text);
  }

  /** What the open quick input says: title, prompt, and what is wrong with the text. */
  async quickInputSays(): Promise<string> {
    const texts = await this.quickInput
      .locator(".quick-input-titlebar, .quick-input-message, .quick-input-description")
      .allTextContents();
    return clean(texts.join(" "));
  }

  async quickPickOpen(): Promise<boolean> {
    return (await this.quickInput.count()) > 0;
  }

  // ---- files and editors

  /** Opens a file by its name; tried again as a person would when the list closes under the click. */
  async openFile(name: string): Promise<void> {
    await eventually(
      `${name} is the active editor`,
      async () => {
        // The first group, or the file would cover a panel that has the focus.
        const input = await this.openQuickInput("Control+1", "Control+p");
        await input.fill(name);
        // On a busy machine the search for files starts late; then one looks again.
        const listed = await this.pick(name).then(
          () => true,
          () => false,
        );
        if (!listed) return false;
        return appears(this.page.locator(".tab.active", { hasText: name }).first(), 6000);
      },
      (open) => open,
      50_000,
    );
  }

  async tabs(): Promise<string[]> {
    const tabs = this.page.locator(".tabs-container .tab");
    return tabs.evaluateAll((all) =>
      all.map((tab) => tab.getAttribute("aria-label") ?? tab.textContent ?? ""),
    );
  }

  async activateTab(title: string | RegExp): Promise<void> {
    await this.page.locator(".tabs-container .tab", { hasText: title }).first().click();
  }

  async goToLine(line: number): Promise<void> {
    await this.press("Control+g");
    await this.answerInput(`:${line}`);
  }

  /** Titles of the CodeLenses drawn in the visible part of the editors. */
  async codeLenses(): Promise<string[]> {
    return (await this.page.locator(".codelens-decoration a").allTextContents()).map(clean).filter(Boolean);
  }

  async clickCodeLens(match: string | RegExp, nth = 0): Promise<void> {
    await this.page.locator(".codelens-decoration a", { hasText: match }).nth(nth).click();
  }

  /** Text that decorations add before or behind the lines; it lives in CSS, so the style is read. */
  async decorationTexts(): Promise<string[]> {
    return this.page
      .locator(".monaco-editor .view-lines span, .monaco-editor .glyph-margin-widgets .cgmr")
      .evaluateAll((spans) => {
        const texts: string[] = [];
        for (const span of spans)
          for (const side of ["::before", "::after"]) {
            const { content } = getComputedStyle(span, side);
            if (content && content !== "none" && content !== "normal" && content.length > 2)
              texts.push(content.replace(/^"|"$/g, ""));
          }
        return texts;
      });
  }

  /** Colours (CSS) in which decoration text matching `pattern` is drawn, and the editor's background. */
  async decorationColours(pattern: RegExp): Promise<{ text: string[]; background: string }> {
    const spans = this.page.locator(".monaco-editor .view-lines span");
    const text = await spans.evaluateAll((all, source) => {
      const colours = new Set<string>();
      for (const span of all)
        for (const side of ["::before", "::after"]) {
          const { content, color } = getComputedStyle(span, side);
          if (new RegExp(source).test(content)) colours.add(color);
        }
      return [...colours];
    }, pattern.source);
    const background = await this.page
      .locator(".monaco-editor-background")
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    return { text, background };
  }

  // ---- side bar, status bar, notifications

  /** Opens the view container of the activity bar with this title. */
  async openContainer(title: string): Promise<void> {
    const item = this.page.locator(`.part.activitybar .action-item:has([aria-label^="${title}"])`).first();
    await item.waitFor();
    const selected = await item.evaluate((element) => element.classList.contains("checked"));
    if (!selected) await item.click();
  }

  /** Aria labels of the rows in the tree view with this title. */
  async treeRows(view: string): Promise<string[]> {
    const pane = this.page.locator(".pane", {
      has: this.page.locator(`.pane-header[aria-label^="${view}"]`),
    });
    return pane
      .locator(".monaco-list-row")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? row.textContent ?? ""));
  }

  treeRow(view: string, text: string | RegExp): Locator {
    return this.page
      .locator(".pane", { has: this.page.locator(`.pane-header[aria-label^="${view}"]`) })
      .locator(".monaco-list-row", { hasText: text });
  }

  async statusTexts(): Promise<string[]> {
    return this.page
      .locator(".part.statusbar .statusbar-item")
      .evaluateAll((items) =>
        items.map((item) => `${item.textContent ?? ""} ${item.getAttribute("aria-label") ?? ""}`.trim()),
      );
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator(".part.statusbar .statusbar-item", { hasText: text });
  }

  private get notificationCenter(): Locator {
    return this.page.locator(".notifications-center");
  }

  /** Opens the notification centre: VS Code shows no toasts while it is driven by a test. */
  async showNotifications(): Promise<void> {
    if (await this.notificationCenter.isVisible()) return;
    await this.page.locator(".part.statusbar [id='status.notifications']").click();
    await this.notificationCenter.waitFor();
  }

  async hideNotifications(): Promise<void> {
    if (!(await this.notificationCenter.isVisible())) return;
    await this.page.locator(".part.statusbar [id='status.notifications']").click();
    await this.notificationCenter.waitFor({ state: "hidden" });
  }

  async notifications(): Promise<string[]> {
    await this.showNotifications();
    const texts = await this.notificationCenter.locator(".notification-list-item").allTextContents();
    return texts.map(clean);
  }

  async waitForNotification(match: RegExp, timeoutMs = 15_000): Promise<string> {
    const all = await eventually(
      `notification ${match}`,
      () => this.notifications(),
      (texts) => texts.some((text) => match.test(text)),
      timeoutMs,
    );
    await this.hideNotifications();
    return all.find((text) => match.test(text)) ?? "";
  }

  /** Presses a button of the notification that matches. */
  async answerNotification(match: RegExp, button: string): Promise<void> {
    await this.waitForNotification(match);
    await this.showNotifications();
    await this.notificationCenter
      .locator(".notification-list-item", { hasText: match })
      .locator(".monaco-button", { hasText: button })
      .click();
  }

  async clearNotifications(): Promise<void> {
    await this.runCommand("Notifications: Clear All Notifications");
  }

  // ---- webviews

  /** The document inside the nth visible webview (two frames deep). */
  webview(nth = 0): FrameLocator {
    return this.page
      .frameLocator("iframe.webview.ready >> visible=true")
      .nth(nth)
      .frameLocator("#active-frame");
  }

  async webviewText(nth = 0): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: only the text a person sees counts here
    return clean(await this.webview(nth).locator("body").innerText());
  }

  // ---- looks

  /** Changes the user settings file; the offline VS Code reads it when the window loads the next time. */
  setSettings(changes: Record<string, unknown>): void {
    const settings = JSON.parse(readFileSync(this.settingsFile, "utf8"));
    writeFileSync(this.settingsFile, JSON.stringify({ ...settings, ...changes }, null, 2));
  }

  async setTheme(theme: ThemeName): Promise<void> {
    const mark = { light: "vs", dark: "vs-dark", "high-contrast": "hc-black" }[theme];
    const workbench = this.page.locator(`.monaco-workbench.${mark}`);
    if (this.theme === theme) return;
    await this.runCommand("Preferences: Color Theme");
    // The list draws only the rows in view, so it is filtered first.
    await this.typeInQuickInput(themes[theme]);
    await this.pick(themes[theme]);
    await workbench.waitFor();
    this.theme = theme;
    await sleep(400);
  }

  /** Writes `<name>.png` among the test artefacts. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.artefacts, `${name}.png`) });
  }

  /** Photographs the window in light, dark and high contrast, and goes back to light. */
  async screenshotInThemes(name: string): Promise<void> {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      await this.setTheme(theme);
      await this.screenshot(`${name}-${theme}`);
    }
    await this.setTheme("light");
  }
}
