import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { ByteSource } from "../../../language-server/core/models/gguf.ts";
import { readGgufHeader } from "../../../language-server/core/models/gguf.ts";
import { readModelHeader } from "../../../language-server/models/header.ts";
import { ggufBytes, tinyModel, u32 } from "./ggufBytes.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "deliberate-hostile-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A source that notes the largest piece it was asked for. */
function watched(bytes: Uint8Array): ByteSource & { largest: number } {
  return {
    size: bytes.length,
    largest: 0,
    async read(offset, length) {
      this.largest = Math.max(this.largest, length);
      return bytes.subarray(offset, offset + length);
    },
  };
}

const huge = 2n ** 63n;
const header = (...parts: (Buffer | bigint | number)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => {
      if (typeof part !== "bigint" && typeof part !== "number") return part;
      const buffer = Buffer.alloc(typeof part === "bigint" ? 8 : 4);
      if (typeof part === "bigint") buffer.writeBigUInt64LE(part);
      else buffer.writeUInt32LE(part);
      return buffer;
    }),
  );
const start = header(Buffer.from("GGUF"), 3);

test("lies about counts and lengths end in an error, not in memory", async () => {
  const cases: [string, Buffer][] = [
    ["tensors", header(start, huge, 0n)],
    ["pairs", header(start, 0n, huge)],
    ["pairs within the limit", header(start, 0n, 20_000n, Buffer.alloc(64))],
    ["name length", header(start, 0n, 1n, huge, Buffer.alloc(64))],
    ["string length", header(start, 0n, 1n, 1n, Buffer.from("k"), 8, huge, Buffer.alloc(64))],
    ["numbers in an array", header(start, 0n, 1n, 1n, Buffer.from("k"), 9, 4, huge, Buffer.alloc(64))],
    ["strings in an array", header(start, 0n, 1n, 1n, Buffer.from("k"), 9, 8, huge, Buffer.alloc(64))],
    [
      "length of a string in an array",
      header(start, 0n, 1n, 1n, Buffer.from("k"), 9, 8, 5n, huge, Buffer.alloc(64)),
    ],
    [
      "arrays in arrays",
      header(
        start,
        0n,
        1n,
        1n,
        Buffer.from("k"),
        ...Array<number | bigint>(40)
          .fill(9)
          .flatMap((n) => [n, 1n]),
      ),
    ],
    ["value type", header(start, 0n, 1n, 1n, Buffer.from("k"), 77, Buffer.alloc(64))],
    ["dimensions", header(start, 1n, 0n, 1n, Buffer.from("w"), 2 ** 31, Buffer.alloc(64))],
    ["shape", header(start, 1n, 0n, 1n, Buffer.from("w"), 2, huge, huge, 0, 0n, Buffer.alloc(64))],
    ["offset", header(start, 1n, 0n, 1n, Buffer.from("w"), 1, 32n, 0, huge, Buffer.alloc(64))],
    ["alignment of zero", ggufBytes(tinyModel({ "general.alignment": u32(0) }))],
    [
      "row that does not fit its type",
      ggufBytes(tinyModel({}, [{ name: "w", shape: [3, 3], type: 12, bytes: 64 }])),
    ],
  ];
  for (const [name, bytes] of cases) {
    const source = watched(bytes);
    const read = await readGgufHeader(source);
    assert.ok(!read.ok, `${name}: an error was expected`);
    assert.match(read.error.code, /^model\/(damaged|truncated)$/, name);
    assert.ok(source.largest <= 256 * 1024, `${name}: asked for ${source.largest} bytes`);
  }
});

test("an absurd number of layers gives an answer all the same", async () => {
  const path = join(folder, "layers.gguf");
  await writeFile(
    path,
    ggufBytes(tinyModel({ "llama.block_count": u32(0xffffffff), "llama.context_length": u32(0xffffffff) })),
  );
  const read = await readModelHeader(path, { contextTokens: 4096, sequences: 8 });
  assert.ok(read.ok);
  assert.ok(Number.isFinite(read.value.memoryNeed.bytes));
});

/** Small counter-based generator: the test is the same every time. */
function randomBytes(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}

test("headers with random bytes overwritten never throw and never ask for much", async () => {
  const original = (
    await readFile(fileURLToPath(new URL("../../fixtures/models/stories260K.gguf", import.meta.url)))
  ).subarray(0, 15_000);
  const random = randomBytes(7);
  const codes = new Set<string>();
  for (let round = 0; round < 1500; round++) {
    const bytes = Buffer.from(original);
    const changes = 1 + Math.floor(random() * 12);
    // Most of a header is vocabulary; the ends hold the counts and the tensors.
    const span = round % 3 === 0 ? 200 : round % 3 === 1 ? 3000 : bytes.length;
    for (let i = 0; i < changes; i++) {
      const at = 4 + Math.floor(random() * (span - 4));
      bytes[at] = random() < 0.3 ? 0xff : Math.floor(random() * 256);
    }
    const source = watched(bytes);
    const read = await readGgufHeader(source);
    codes.add(read.ok ? "ok" : read.error.code);
    if (read.ok) {
      assert.ok(Number.isSafeInteger(read.value.parameterCount));
      assert.ok(Number.isSafeInteger(read.value.dataEnd));
    }
    assert.ok(source.largest <= 256 * 1024);
  }
  assert.ok(codes.has("ok") && codes.has("model/damaged") && codes.has("model/truncated"), [...codes].join());
});

test("whole files of noise after the magic end in an error value", async () => {
  const random = randomBytes(11);
  for (let round = 0; round < 100; round++) {
    const bytes = Buffer.from(Array.from({ length: 512 }, () => Math.floor(random() * 256)));
    bytes.write("GGUF", 0);
    bytes.writeUInt32LE(3, 4);
    const path = join(folder, "noise.gguf");
    await writeFile(path, bytes);
    const read = await readModelHeader(path);
    assert.ok(!read.ok);
  }
});
