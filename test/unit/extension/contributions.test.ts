import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  commandIds,
  contextKeys,
  internalCommandIds,
  modelContextValues,
  protocolContextValues,
  runContextValues,
  schemaContextValues,
  settings,
  trainingContextValues,
  viewContainerId,
  viewIds,
  walkthroughId,
  webviewType,
} from "../../../extension/src/platform/contributions.ts";
import { defaultSettings } from "../../../language-server/server/settings.ts";

const root = join(import.meta.dirname, "../../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { contributes } = manifest;

const sources = readdirSync(join(root, "extension/src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(root, "extension/src", path), "utf8"))
  .join("\n");

const sorted = (values: Iterable<string>) => [...values].sort();
interface MenuItem {
  command: string;
  when?: string;
}
const menuItems = Object.values(contributes.menus as Record<string, MenuItem[]>).flat();

/** Configuration properties of all groups. */
const properties: Record<string, { default: unknown; scope: string; markdownDescription: string }> =
  Object.assign({}, ...contributes.configuration.map((group: { properties: object }) => group.properties));

test("the manifest offers exactly the commands of the table", () => {
  assert.deepEqual(
    sorted(contributes.commands.map((entry: MenuItem) => entry.command)),
    sorted(Object.values(commandIds)),
  );
});

test("every command of the table is registered once by the code", () => {
  for (const [table, ids] of [
    ["commandIds", commandIds],
    ["internalCommandIds", internalCommandIds],
  ] as const) {
    for (const name of Object.keys(ids)) {
      const pattern = new RegExp(`(?:register|registerCommand)\\(\\s*${table}\\.${name}\\b`, "g");
      assert.equal([...sources.matchAll(pattern)].length, 1, `${table}.${name}`);
    }
  }
});

test("menus, keys, links and steps name only commands that exist", () => {
  const known = new Set<string>(Object.values(commandIds));
  const named = [
    ...menuItems.map((item) => item.command),
    ...contributes.keybindings.map((item: MenuItem) => item.command),
    ...[...JSON.stringify(contributes).matchAll(/command:(deliberate\.[\w.]+)/g)].map(
      (match) => match[1] ?? "",
    ),
  ];
  for (const command of named) assert.ok(known.has(command), command);
});

test("internal commands are not in the manifest", () => {
  const text = JSON.stringify(contributes);
  for (const id of Object.values(internalCommandIds)) assert.ok(!text.includes(id), id);
});

test("the manifest describes exactly the settings of the contract, with their scopes", () => {
  assert.deepEqual(sorted(Object.keys(properties)), sorted(Object.keys(settings)));
  for (const [key, facts] of Object.entries(settings)) {
    assert.equal(properties[key]?.scope, facts.scope, key);
    assert.ok((properties[key]?.markdownDescription ?? "").length > 20, `${key} says what it is for`);
  }
});

test("defaults of the manifest are those of the server", () => {
  for (const key of Object.keys(settings)) {
    const [, area = "", name = ""] = key.split(".");
    const areas = defaultSettings as unknown as Record<string, Record<string, unknown>>;
    assert.deepEqual(properties[key]?.default, areas[area]?.[name], key);
  }
});

test("an untrusted workspace may not set what chooses files, folders or servers", () => {
  const restricted = Object.entries(settings)
    .filter(([, facts]) => facts.restricted)
    .map(([key]) => key);
  assert.deepEqual(
    sorted(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations),
    sorted(restricted),
  );
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
});

test("views, their container, their welcome texts and the walkthrough carry the table's ids", () => {
  assert.deepEqual(Object.keys(contributes.views), [viewContainerId]);
  assert.equal(contributes.viewsContainers.activitybar[0].id, viewContainerId);
  const views = contributes.views[viewContainerId].map((view: { id: string }) => view.id);
  assert.deepEqual(sorted(views), sorted(Object.values(viewIds)));
  for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
  assert.deepEqual(
    contributes.walkthroughs.map((walkthrough: { id: string }) => walkthrough.id),
    [walkthroughId],
  );
});

test("`when` clauses use context keys that somebody sets, and every key is used", () => {
  const clauses = [...JSON.stringify(contributes).matchAll(/"(?:when|enablement)":"((?:[^"\\]|\\.)*)"/g)].map(
    (match) => match[1] ?? "",
  );
  const events = [...JSON.stringify(contributes).matchAll(/onContext:([\w.]+)/g)].map(
    (match) => match[1] ?? "",
  );
  const views = new Set<string>(Object.values(viewIds));
  const used = new Set(
    [...clauses.flatMap((clause) => clause.match(/deliberate\.[\w.]+/g) ?? []), ...events].filter(
      (key) => !views.has(key),
    ),
  );
  assert.deepEqual(sorted(used), sorted(Object.values(contextKeys)));
});

test("`viewItem` conditions match a context value of the items they are about", () => {
  const values = [
    runContextValues,
    modelContextValues,
    protocolContextValues,
    trainingContextValues,
    schemaContextValues,
  ].flatMap((table) => Object.values(table)) as string[];
  for (const { when = "" } of menuItems) {
    const [, equal] = /viewItem == ([\w.]+)/.exec(when) ?? [];
    const [, pattern] = /viewItem =~ \/(.*)\/$/.exec(when) ?? [];
    if (equal !== undefined) assert.ok(values.includes(equal), when);
    if (pattern !== undefined)
      assert.ok(
        values.some((value) => new RegExp(pattern).test(value)),
        when,
      );
  }
});

test("a panel of the last session wakes the extension, and nothing wakes it at the start of the window", () => {
  assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${webviewType}`));
  assert.ok(
    !manifest.activationEvents.some((event: string) => event === "*" || event.startsWith("onStartup")),
  );
});

test("files that the manifest names exist", () => {
  const files = [
    manifest.icon,
    ...[...JSON.stringify(contributes).matchAll(/"(?:\.\/)?(media\/[^"]+)"/g)].map((match) => match[1] ?? ""),
  ];
  assert.ok(files.length > 6);
  for (const file of new Set(files)) assert.ok(existsSync(join(root, file)), file);
});

test("the commands of the view titles and inline actions have an icon", () => {
  const icons = new Map(
    contributes.commands.map((entry: { command: string; icon?: string }) => [entry.command, entry.icon]),
  );
  for (const item of menuItems as (MenuItem & { group?: string })[]) {
    if (/^(navigation|inline)/.test(item.group ?? ""))
      assert.match(String(icons.get(item.command)), /^\$\([\w-]+\)$/);
  }
});
