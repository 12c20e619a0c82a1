/**
 * Our prototypes against the headers of the very version that node-llama-cpp ships (it carries its source as a git
 * bundle). A wrong argument list would not be an error at run time but a crash, or wrong numbers.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  basePrototypes,
  deviceTypes,
  ggmlTypes,
  registryPrototypes,
} from "../../../language-server/lab/ggml/prototypes.ts";

let folder = "";
let headers = "";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "deliberate-ggml-"));
  const library = dirname(dirname(fileURLToPath(import.meta.resolve("node-llama-cpp"))));
  const bundle = join(library, "llama", "gitRelease.bundle");
  execFileSync("git", ["clone", "--quiet", "--bare", bundle, join(folder, "source")]);
  const show = (path: string) =>
    execFileSync("git", ["-C", join(folder, "source"), "show", `HEAD:${path}`], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
  headers = ["ggml.h", "ggml-alloc.h", "ggml-backend.h"]
    .map((file) => show(`ggml/include/${file}`))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/\/\/[^\n]*/g, " ");
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** pointer, or the plain C type; enumerations and typedefs by what they are in memory. */
const kindOf = (declaration: string): string => {
  const text = declaration.trim().replace(/\s+/g, " ");
  if (text.includes("*") || text.includes("[")) return "pointer";
  const word = text
    .replace(/\bconst\b|\bstruct\b/g, "")
    .trim()
    .split(" ");
  const type = word[0] ?? "";
  if (type === "enum") return "int";
  if (/^ggml_(backend|gallocr)(_\w+)?_t$/.test(type)) return "pointer";
  if (type === "DeliberateGgmlInit" || type === "ggml_init_params") return "init";
  return type;
};
const listOf = (list: string): string[] =>
  list.trim() === "" || list.trim() === "void" ? [] : list.split(",").map(kindOf);

test("every prototype says what the header says", () => {
  const wrong: string[] = [];
  for (const [name, prototype] of Object.entries({ ...basePrototypes, ...registryPrototypes })) {
    const ours = new RegExp(`^(.*?)${name}\\((.*)\\)$`).exec(prototype);
    const theirs = new RegExp(`GGML_API([^;()]*?[\\s*])${name}\\s*\\(([^;]*?)\\)\\s*;`).exec(headers);
    assert.ok(ours, name);
    if (theirs === null) {
      wrong.push(`${name} is not in the headers`);
      continue;
    }
    const a = [kindOf(`${ours[1]} x`), ...listOf(ours[2]!)].join(", ");
    const b = [kindOf(`${theirs[1]} x`), ...listOf(theirs[2]!)].join(", ");
    if (a !== b) wrong.push(`${name}: ${a} instead of ${b}`);
  }
  assert.deepEqual(wrong, []);
});

test("numbers of enumerations are those of the header", () => {
  const numberOf = (name: string) => Number(new RegExp(`\\b${name}\\s*=\\s*(\\d+)`).exec(headers)?.[1]);
  assert.equal(numberOf("GGML_TYPE_F32"), ggmlTypes.f32);
  assert.equal(numberOf("GGML_TYPE_F16"), ggmlTypes.f16);
  assert.equal(numberOf("GGML_TYPE_Q8_0"), ggmlTypes.q8_0);
  assert.equal(numberOf("GGML_TYPE_I32"), ggmlTypes.i32);
  assert.equal(numberOf("GGML_TYPE_BF16"), ggmlTypes.bf16);
  const kinds = /enum ggml_backend_dev_type \{([^}]*)\}/.exec(headers)?.[1]?.match(/DEVICE_TYPE_\w+/g);
  assert.deepEqual(
    kinds?.map((kind) => kind.slice("DEVICE_TYPE_".length)),
    ["CPU", "GPU", "IGPU", "ACCEL", "META"],
  );
  assert.equal(deviceTypes.length, 5);
});
