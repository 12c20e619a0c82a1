/** What the extension promises in its manifest is what it registers, seen from inside the extension host. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "./harness.ts";

const extension = () => {
  const found = vscode.extensions.getExtension("deliberate.deliberate");
  assert.ok(found, "the extension is installed");
  return found;
};

test("the extension activates without an error", async () => {
  await extension().activate();
  assert.equal(extension().isActive, true);
}, 60_000);

test("every command of the manifest is registered", async () => {
  const commands = new Set(await vscode.commands.getCommands(true));
  const contributed: { command: string }[] = extension().packageJSON.contributes?.commands ?? [];
  assert.ok(contributed.length >= 8);
  assert.deepEqual(
    contributed.map(({ command }) => command).filter((command) => !commands.has(command)),
    [],
  );
});

test("every setting of the manifest has a default that its own schema accepts", () => {
  const sections = [extension().packageJSON.contributes?.configuration ?? []].flat();
  for (const section of sections)
    for (const [key, schema] of Object.entries<{
      type?: string | string[];
      enum?: unknown[];
      default?: unknown;
    }>(section.properties)) {
      const value = vscode.workspace.getConfiguration().inspect(key)?.defaultValue;
      if (schema.enum) assert.ok(schema.enum.includes(value), `${key}: ${value} is not among ${schema.enum}`);
      assert.notEqual(value, undefined, `${key} has a default`);
    }
});
