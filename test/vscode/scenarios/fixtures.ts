/** Files that the scenarios put into their workspaces. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures");

export const copyMath = (name: string, workspace: string): void =>
  cpSync(join(fixtures, "math", name), join(workspace, name));

/** The smallest real model that writes text. @returns Its path in the workspace. */
export const copyModel = (workspace: string): string => {
  const path = join(workspace, "stories260K.gguf");
  cpSync(join(fixtures, "models", "stories260K.gguf"), path);
  return path;
};

/** The first bytes of that model: right magic, most of the tensors missing. */
export const copyTruncatedModel = (name: string, workspace: string): void => {
  const whole = readFileSync(join(fixtures, "models", "stories260K.gguf"));
  writeFileSync(join(workspace, name), whole.subarray(0, whole.length / 2));
};

/** The first `count` questions of GSM8K's test set. */
export const writeShortFile = (name: string, count: number, workspace: string): void => {
  const lines = readFileSync(join(fixtures, "math", "gsm8k-100.jsonl"), "utf8").split("\n");
  writeFileSync(join(workspace, name), `${lines.slice(0, count).join("\n")}\n`);
};

/** Names of the run folders of a workspace, oldest first. */
export const runFolders = (workspace: string): string[] => {
  const folder = join(workspace, ".deliberate", "runs");
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
};
