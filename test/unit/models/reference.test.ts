import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSplitName, quantisationLabel } from "../../../language-server/core/models/quantisation.ts";
import {
  chooseFiles,
  isSafePath,
  type ModelReference,
  parseReference,
  quantisationsOf,
  type RemoteFile,
} from "../../../language-server/core/models/reference.ts";

function reference(text: string): ModelReference {
  const parsed = parseReference(text);
  assert.ok(parsed.ok, `${text}: ${parsed.ok ? "" : parsed.error.message}`);
  return parsed.value;
}

test("all ways to write a reference", () => {
  const plain = { repository: "user/repo", revision: "main", file: null, quantisation: null, origin: null };
  const cases: [string, Partial<ModelReference>][] = [
    ["hf:user/repo", {}],
    ["user/repo", {}],
    ["  hf:user/repo:Q4_K_M ", { quantisation: "Q4_K_M" }],
    ["user/repo:q8_0", { quantisation: "q8_0" }],
    ["hf.co/user/repo:Q4_0", { quantisation: "Q4_0" }],
    ["hf:user/repo/file.gguf", { file: "file.gguf" }],
    ["hf:user/repo/Q8_0/file-00001-of-00002.gguf", { file: "Q8_0/file-00001-of-00002.gguf" }],
    ["hf:user/repo:Q4_0#v2", { quantisation: "Q4_0", revision: "v2" }],
    ["https://huggingface.co/user/repo", {}],
    ["https://huggingface.co/user/repo/tree/main", {}],
    ["https://huggingface.co/user/repo/resolve/main/a%20b.gguf?download=true", { file: "a b.gguf" }],
    ["https://huggingface.co/user/repo/blob/v1/x.gguf", { file: "x.gguf", revision: "v1" }],
    [
      "https://mirror.example/user/repo/resolve/main/x.gguf",
      { file: "x.gguf", origin: "https://mirror.example" },
    ],
    [
      "http://127.0.0.1:8080/user/repo/resolve/main/x.gguf",
      { file: "x.gguf", origin: "http://127.0.0.1:8080" },
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(reference(text), { ...plain, ...expected }, text);
});

test("what is no reference is refused with a hint", () => {
  const wrong = [
    "",
    "repo",
    "hf:repo:Q4_0",
    "hf:user/repo/file.safetensors",
    "user/../etc:Q4_0",
    "hf:user/repo/../../x.gguf",
    "hf:user/repo/..%2f..%2fx.gguf/../y.gguf",
    "hf:user/repo#../../x",
    "http://huggingface.co/user/repo/resolve/main/x.gguf",
    "https://name:secret@huggingface.co/user/repo/resolve/main/x.gguf",
    "https://huggingface.co/user/repo/resolve/main/%2e%2e/x.gguf",
    "https://huggingface.co/user/repo/resolve/main/..%2f..%2fx.gguf",
    "https://huggingface.co/user/repo/resolve/main/readme.md",
    "https://huggingface.co/user/repo/raw/main/x.gguf",
    "https://huggingface.co/%zz/repo",
    "ftp://huggingface.co/user/repo",
    `hf:${"a".repeat(5000)}/b`,
  ];
  for (const text of wrong) {
    const parsed = parseReference(text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.error.code, "download/bad-reference");
    assert.ok(parsed.error.message.length < 400);
  }
});

test("paths from the network stay below their folder on any system", () => {
  for (const path of ["a.gguf", "Q4/a b.gguf", "a/b/c.gguf", "..a/b.gguf"]) assert.ok(isSafePath(path), path);
  for (const path of [
    "",
    "/a",
    "../a",
    "a/../b",
    "a/./b",
    "a//b",
    "a\\b",
    "C:/a",
    "a\u0000",
    "nul.gguf",
    "a./b",
    "a/",
    "x\ny",
  ]) {
    assert.ok(!isSafePath(path), JSON.stringify(path));
  }
});

test("labels are found in the file names people publish", () => {
  const cases: [string, string | null][] = [
    ["Qwen3-4B-Q4_K_M.gguf", "Q4_K_M"],
    ["qwen2.5-0.5b-instruct-q4_k_m.gguf", "Q4_K_M"],
    ["Llama-3.2-1B-Instruct-f16.gguf", "F16"],
    ["model.fp16.gguf", "F16"],
    ["Qwen3-4B-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"],
    ["gemma-IQ4_XS.gguf", "IQ4_XS"],
    ["m-IQ2_XXS.gguf", "IQ2_XXS"],
    ["Q8_0/big-00001-of-00002.gguf", "Q8_0"],
    ["gpt-oss-20b-MXFP4.gguf", "MXFP4"],
    ["TQ1_0.gguf", "TQ1_0"],
    ["model-BF16.gguf", "BF16"],
    ["ggml-model.gguf", null],
    ["QwQ-32B.gguf", null],
  ];
  for (const [path, label] of cases) assert.equal(quantisationLabel(path), label, path);
  assert.deepEqual(parseSplitName("d/x-00002-of-00003.gguf"), { prefix: "d/x", part: 2, count: 3 });
  assert.equal(parseSplitName("x-00004-of-00003.gguf"), null);
});

const remote = (...paths: string[]): RemoteFile[] =>
  paths.map((path) => ({ path, sizeBytes: 10, sha256: null }));
function chosen(files: RemoteFile[], text: string): string[] {
  const choice = chooseFiles(files, reference(text));
  assert.ok(choice.ok, choice.ok ? "" : choice.error.message);
  return choice.value.files.map(({ path }) => path);
}

test("the label is matched whole, without regard to case; single files before split ones", () => {
  const files = remote(
    "README.md",
    "m-Q4_K_S.gguf",
    "m-Q4_K_M.gguf",
    "m-UD-Q4_K_M.gguf",
    "m-IQ4_XS.gguf",
    "m-Q4_0_4_4.gguf",
    "m-Q4_0.gguf",
    "m-Q8_0-00002-of-00002.gguf",
    "m-Q8_0-00001-of-00002.gguf",
    "mmproj-m-F16.gguf",
    "imatrix_m.gguf",
  );
  assert.deepEqual(chosen(files, "u/r:q4_k_m"), ["m-Q4_K_M.gguf"]);
  assert.deepEqual(chosen(files, "u/r:UD-Q4_K_M"), ["m-UD-Q4_K_M.gguf"]);
  assert.deepEqual(chosen(files, "u/r:Q4_0"), ["m-Q4_0.gguf"]);
  assert.deepEqual(chosen(files, "u/r:Q8_0"), ["m-Q8_0-00001-of-00002.gguf", "m-Q8_0-00002-of-00002.gguf"]);
  assert.deepEqual(chosen([...files, ...remote("m-Q8_0.gguf")], "u/r:Q8_0"), ["m-Q8_0.gguf"]);
  assert.deepEqual(chosen(files, "u/r/m-Q8_0-00002-of-00002.gguf").length, 2);
  assert.deepEqual(chosen(files, "u/r/mmproj-m-F16.gguf"), ["mmproj-m-F16.gguf"]);
  for (const label of ["Q4_K", "XS", "F16", "Q4", "Q2_K"]) {
    const choice = chooseFiles(files, reference(`u/r:${label}`));
    assert.ok(!choice.ok, label);
    assert.equal(choice.error.code, "download/not-found");
    assert.match(choice.error.message, /There are Q4_K_S, Q4_K_M, UD-Q4_K_M, IQ4_XS/);
  }
});

test("without a label: Q4_K_M, then Q4_0, then Q8_0, then the first", () => {
  assert.deepEqual(chosen(remote("a-Q8_0.gguf", "a-Q4_0.gguf", "a-Q4_K_M.gguf"), "u/r"), ["a-Q4_K_M.gguf"]);
  assert.deepEqual(chosen(remote("a-Q8_0.gguf", "a-Q4_0.gguf"), "u/r"), ["a-Q4_0.gguf"]);
  assert.deepEqual(chosen(remote("a-F16.gguf", "a-Q8_0.gguf"), "u/r"), ["a-Q8_0.gguf"]);
  assert.deepEqual(chosen(remote("a-F16.gguf", "a-Q2_K.gguf"), "u/r"), ["a-F16.gguf"]);
});

test("repositories without models or with unfinished uploads say so", () => {
  const none = chooseFiles(remote("model.safetensors"), reference("u/r"));
  assert.match(none.ok ? "" : none.error.message, /no GGUF files/);
  const half = chooseFiles(remote("a-Q4_0-00001-of-00003.gguf"), reference("u/r"));
  assert.match(half.ok ? "" : half.error.message, /only 1 of the 3 parts/);
});

test("quantisations of a repository with their sizes", () => {
  assert.deepEqual(
    quantisationsOf(
      remote("a-Q4_0.gguf", "b-Q8_0-00001-of-00002.gguf", "b-Q8_0-00002-of-00002.gguf", "x.md"),
    ),
    [
      { quantisation: "Q4_0", path: "a-Q4_0.gguf", sizeBytes: 10 },
      { quantisation: "Q8_0", path: "b-Q8_0-00001-of-00002.gguf", sizeBytes: 20 },
    ],
  );
});
