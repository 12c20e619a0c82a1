/** Native code stays behind two doors, one for the lab and one for the engine; the lab never imports node-llama-cpp. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../language-server", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const importsIn = (path: string): string[] =>
  [...readFileSync(join(root, path), "utf8").matchAll(/(?:from|import\() ?"([^"]+)"/g)].map(
    (match) => match[1]!,
  );

test("koffi is imported by one file of the lab and one of the engine", () => {
  assert.deepEqual(files.filter((path) => importsIn(path).includes("koffi")).sort(), [
    "engine/llama/cpu/llamaLibrary.ts",
    "lab/ggml/library.ts",
  ]);
});

test("graphs, models and tokenizers of the lab know no device", () => {
  for (const path of files.filter((file) => /^lab\/(graph|tokenizer)\//.test(file))) {
    assert.deepEqual(
      importsIn(path).filter((from) => !from.startsWith("./") && !from.startsWith("../../contract")),
      [],
      path,
    );
  }
  assert.ok(!files.some((path) => path.startsWith("lab/") && importsIn(path).includes("node-llama-cpp")));
});
