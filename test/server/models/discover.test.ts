import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { ModelEntry } from "../../../language-server/contract/entities.ts";
import { defaultModelPath } from "../../../language-server/models/defaultModel.ts";
import { type DiscoverOptions, discoverModels } from "../../../language-server/models/discover.ts";
import { modelFingerprint } from "../../../language-server/models/fingerprint.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/models/${name}`, import.meta.url));
const stories = fixture("stories260K-q8_0.gguf");

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "deliberate-discover-"));
});
after(() => rm(root, { recursive: true, force: true }));

/** A home folder of its own for each test. */
let homes = 0;
async function home(): Promise<string> {
  const path = join(root, `home${homes++}`);
  await mkdir(path, { recursive: true });
  return path;
}

async function place(...steps: string[]): Promise<string> {
  const path = join(...steps);
  await mkdir(dirname(path), { recursive: true });
  await copyFile(stories, path);
  return path;
}

async function write(content: string, ...steps: string[]): Promise<void> {
  const path = join(...steps);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

const discover = (at: string, more: Partial<DiscoverOptions> = {}): Promise<ModelEntry[]> =>
  // Not "linux": a system-wide Ollama of the machine that runs the tests is none of their business.
  discoverModels({ workspaceFolders: [], env: {}, home: at, platform: "freebsd", ...more });

const shown = (entries: ModelEntry[], at: string): string[] =>
  entries.map(
    ({ origin, path, problem }) => `${origin} ${relative(at, path)}${problem ? ` ! ${problem.code}` : ""}`,
  );

test("an empty machine has no models", async () => {
  assert.deepEqual(await discover(await home()), []);
});

test("LM Studio, old and new folder; a folder of models may be a link", async () => {
  const at = await home();
  await place(at, ".lmstudio", "models", "publisher", "repo", "a-Q8_0.gguf");
  await place(at, ".cache", "lm-studio", "models", "p", "r", "b.GGUF");
  await place(at, "elsewhere", "c.gguf");
  await symlink(join(at, "elsewhere"), join(at, ".lmstudio", "models", "linked"));
  const entries = await discover(at);
  assert.deepEqual(shown(entries, at), [
    "lm-studio .lmstudio/models/linked/c.gguf",
    "lm-studio .lmstudio/models/publisher/repo/a-Q8_0.gguf",
    "lm-studio .cache/lm-studio/models/p/r/b.GGUF",
  ]);
  assert.equal(entries[0]?.header?.quantisation, "Q8_0");
});

test("Ollama: blobs get the names of their manifests", async () => {
  const at = await home();
  const store = join(at, "ollama-store");
  const digest = createHash("sha256")
    .update(await readFile(stories))
    .digest("hex");
  const blob = await place(store, "blobs", `sha256-${digest}`);
  const manifest = (model: string): string =>
    JSON.stringify({
      layers: [
        { mediaType: "application/vnd.ollama.image.template", digest: `sha256:${"1".repeat(64)}` },
        { mediaType: "application/vnd.ollama.image.model", digest: model },
      ],
    });
  await write(
    manifest(`sha256:${digest}`),
    store,
    "manifests",
    "registry.ollama.ai",
    "library",
    "qwen3",
    "4b",
  );
  await write(
    manifest(`sha256:${"2".repeat(64)}`),
    store,
    "manifests",
    "registry.ollama.ai",
    "someone",
    "gone",
    "latest",
  );
  await write(
    manifest("sha256:../../../etc/passwd"),
    store,
    "manifests",
    "registry.ollama.ai",
    "library",
    "evil",
    "x",
  );
  await write("not json", store, "manifests", "registry.ollama.ai", "library", "broken", "x");
  const entries = await discover(at, { env: { OLLAMA_MODELS: store } });
  assert.equal(entries.length, 2);
  assert.equal(entries[0]?.path, blob);
  assert.equal(entries[0]?.header?.name, "qwen3:4b");
  assert.equal(entries[0]?.origin, "ollama");
  assert.equal(entries[1]?.problem?.code, "model/not-found");

  await place(at, ".ollama", "models", "blobs", `sha256-${digest}`);
  await write(
    manifest(`sha256:${digest}`),
    at,
    ".ollama",
    "models",
    "manifests",
    "hf.co",
    "user",
    "repo",
    "Q8_0",
  );
  const usual = await discover(at);
  assert.deepEqual(
    usual.map((entry) => entry.header?.name),
    ["hf.co/user/repo:Q8_0"],
  );
});

test("Hugging Face cache: links of several snapshots to one blob are one model; a broken link is a problem", async () => {
  const at = await home();
  const repo = join(at, ".cache", "huggingface", "hub", "models--user--repo");
  const blob = await place(repo, "blobs", "abc");
  for (const snapshot of ["1111", "2222"]) {
    await mkdir(join(repo, "snapshots", snapshot), { recursive: true });
    await symlink(blob, join(repo, "snapshots", snapshot, "m-Q8_0.gguf"));
  }
  await symlink(join(repo, "blobs", "gone"), join(repo, "snapshots", "2222", "x.gguf"));
  await place(at, ".cache", "huggingface", "hub", "datasets--user--data", "snapshots", "1", "no.gguf");
  assert.deepEqual(shown(await discover(at), at), [
    "huggingface .cache/huggingface/hub/models--user--repo/snapshots/1111/m-Q8_0.gguf",
    "huggingface .cache/huggingface/hub/models--user--repo/snapshots/2222/x.gguf ! model/not-found",
  ]);
  assert.equal((await discover(at, { env: { HF_HOME: join(at, "none") } })).length, 0);
  await place(at, "hub", "models--a--b", "snapshots", "1", "y.gguf");
  assert.equal((await discover(at, { env: { HF_HUB_CACHE: "~/hub" } })).length, 1);
});

test("llama.cpp cache on each platform", async () => {
  const at = await home();
  await place(at, ".cache", "llama.cpp", "linux.gguf");
  await place(at, "Library", "Caches", "llama.cpp", "mac.gguf");
  await place(at, "Local", "llama.cpp", "windows.gguf");
  await place(at, "own", "env.gguf");
  const found = async (more: Partial<DiscoverOptions>): Promise<string[]> =>
    shown(await discover(at, more), at);
  assert.deepEqual(await found({}), ["llama.cpp .cache/llama.cpp/linux.gguf"]);
  assert.deepEqual(await found({ platform: "darwin" }), ["llama.cpp Library/Caches/llama.cpp/mac.gguf"]);
  assert.deepEqual(await found({ platform: "win32", env: { LOCALAPPDATA: join(at, "Local") } }), [
    "llama.cpp Local/llama.cpp/windows.gguf",
  ]);
  assert.deepEqual(await found({ env: { LLAMA_CACHE: join(at, "own") } }), ["llama.cpp own/env.gguf"]);
});

test("the workspace is walked within bounds", async () => {
  const at = await home();
  const workspace = join(at, "ws");
  await place(workspace, "models", "deep", "m.gguf");
  await place(workspace, "node_modules", "pkg", "no.gguf");
  await place(workspace, ".git", "no.gguf");
  await place(workspace, "1", "2", "3", "4", "5", "6", "7", "no.gguf");
  await place(workspace, "._resource.gguf");
  await symlink(workspace, join(workspace, "models", "loop"));
  assert.deepEqual(shown(await discover(at, { workspaceFolders: [workspace] }), at), [
    "workspace ws/models/deep/m.gguf",
  ]);
});

test("order, the same file twice, the embedded model", async () => {
  const at = await home();
  const embedded = await place(at, "product", "media", "models", "embedded.gguf");
  const chosen = await place(at, "ws", "chosen.gguf");
  await symlink(chosen, join(at, "ws", "again.gguf"));
  await place(at, "ws", "other.gguf");
  await place(at, "downloads", "u", "r", "d.gguf");
  const options = {
    settingPath: "~/ws/chosen.gguf",
    workspaceFolders: [join(at, "ws")],
    downloadsFolder: join(at, "downloads"),
  };
  const entries = await discover(at, { ...options, embeddedPath: embedded });
  assert.deepEqual(shown(entries, at), [
    "embedded product/media/models/embedded.gguf",
    "setting ws/chosen.gguf",
    "downloads downloads/u/r/d.gguf",
    "workspace ws/other.gguf",
  ]);
  assert.equal(await defaultModelPath(join(at, "product")), embedded);
  assert.equal(await defaultModelPath(at), null);
  assert.equal((await discover(at, { embeddedPath: join(at, "none.gguf") })).length, 0);
});

test("a setting that leads nowhere is shown with its problem; one that is a folder is searched", async () => {
  const at = await home();
  await place(at, "mine", "x.gguf");
  assert.deepEqual(shown(await discover(at, { settingPath: join(at, "mine") }), at), ["setting mine/x.gguf"]);
  assert.deepEqual(shown(await discover(at, { settingPath: join(at, "nope.gguf") }), at), [
    "setting nope.gguf ! model/not-found",
  ]);
});

test("split models are listed once; what cannot be used keeps its problem", async () => {
  const at = await home();
  const workspace = join(at, "ws");
  await place(workspace, "s-00001-of-00002.gguf");
  await place(workspace, "s-00002-of-00002.gguf");
  await place(workspace, "t-00002-of-00002.gguf");
  await write("<!doctype html>", workspace, "page.gguf");
  await mkdir(join(workspace, "folder.gguf"));
  await copyFile(fixture("ggml-vocab-phi-3.gguf"), join(workspace, "vocab.gguf"));
  await writeFile(join(workspace, "cut.gguf"), (await readFile(stories)).subarray(0, 400_000));
  const entries = await discover(at, { workspaceFolders: [workspace] });
  assert.deepEqual(shown(entries, workspace), [
    "workspace cut.gguf ! model/truncated",
    "workspace page.gguf ! model/not-gguf",
    "workspace s-00001-of-00002.gguf",
    "workspace t-00002-of-00002.gguf ! model/missing-part",
    "workspace vocab.gguf ! model/vocab-only",
  ]);
  assert.equal(entries[2]?.header?.sizeBytes, 2 * 489600);
  assert.equal(entries[4]?.header?.vocabularySize, 32064);
});

test("entries are told one by one, and a cancelled search stops", async () => {
  const at = await home();
  for (let i = 0; i < 30; i++) await place(at, "ws", `m${i}.gguf`);
  const told: string[] = [];
  const controller = new AbortController();
  const entries = await discover(at, {
    workspaceFolders: [join(at, "ws")],
    signal: controller.signal,
    onEntry: (entry) => {
      told.push(entry.path);
      if (told.length === 5) controller.abort();
    },
  });
  assert.ok(entries.length >= 5 && entries.length < 15);
  assert.deepEqual(entries.map(({ path }) => path).sort(), told.sort());
});

test("fingerprint: size, first and last MiB", async () => {
  const at = await home();
  const path = join(at, "big.gguf");
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 5, 1);
  const of = async (): Promise<string> => {
    await writeFile(path, bytes);
    const read = await modelFingerprint(path);
    assert.ok(read.ok);
    return read.value;
  };
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length));
  const expected = createHash("sha256")
    .update(size)
    .update(bytes.subarray(0, 2 ** 20))
    .update(bytes.subarray(bytes.length - 2 ** 20));
  const original = await of();
  assert.equal(original, expected.digest("hex"));
  bytes[1_500_000] = 2; // the middle is not looked at
  assert.equal(await of(), original);
  bytes[bytes.length - 1] = 2;
  assert.notEqual(await of(), original);
  const missing = await modelFingerprint(join(at, "none.gguf"));
  assert.equal(!missing.ok && missing.error.code, "model/not-found");
});
