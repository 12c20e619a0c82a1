import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as zlibCrc32 } from "node:zlib";
import { BlockIndex } from "../../../language-server/core/trace/blockIndex.ts";
import { crc32 } from "../../../language-server/core/trace/crc32.ts";
import {
  decodeFrame,
  encodeFrames,
  headerBytes,
  noToken,
  scanFrames,
} from "../../../language-server/core/trace/frame.ts";
import { StageTokens } from "../../../language-server/core/trace/stageTokens.ts";

const address = { path: 70_000, stage: 2, generation: 1 };

/** A chunk whose numbers all follow from the step, so that a reader's mistake shows. */
function chunk(firstStep: number, texts: readonly string[], forcedAt = Number.POSITIVE_INFINITY) {
  const n = texts.length;
  const step = (i: number) => firstStep + i;
  return {
    firstStep,
    ids: Uint32Array.from({ length: n }, (_, i) => 1000 + step(i)),
    texts,
    logprobs: Float32Array.from({ length: n }, (_, i) => -step(i) / 8),
    entropies: Float32Array.from({ length: n }, (_, i) => step(i) / 16),
    alternativeIds: Uint32Array.from({ length: n * 5 }, (_, i) => (i % 5 === 4 ? noToken : i % 5)),
    alternativeLogprobs: Float32Array.from({ length: n * 5 }, (_, i) => -(i % 5) / 4),
    forced: Uint8Array.from({ length: n }, (_, i) => (step(i) >= forcedAt ? 1 : 0)),
    stepMs: Float32Array.from({ length: n }, (_, i) => 12.5 + step(i)),
  };
}

test("crc32 is the one of zip and of Python", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  const bytes = Uint8Array.from({ length: 999 }, (_, i) => (i * 37) & 255);
  assert.equal(crc32(bytes.subarray(400), crc32(bytes.subarray(0, 400))), crc32(bytes));
  if (typeof zlibCrc32 === "function") assert.equal(crc32(bytes), zlibCrc32(bytes));
});

test("a frame gives back every column", () => {
  const texts = ["Let", " x", "", " = ∛π", "\n"];
  const bytes = encodeFrames(address, chunk(7, texts, 10));
  const scan = scanFrames(bytes, 0, { verify: true });
  assert.equal(scan.validEnd, bytes.length);
  assert.deepEqual(
    { ...scan.frames[0]!.header, crc: 0, payloadBytes: 0 },
    {
      ...address,
      alternatives: 5,
      count: 5,
      firstStep: 7,
      payloadBytes: 0,
      crc: 0,
    },
  );
  const stage = new StageTokens();
  stage.add({ ...decodeFrame(bytes, 0)!, firstStep: 0 });
  const records = stage.records(0, 99, (id) => `<${id}>`);
  assert.deepEqual(
    records.map((r) => r.text),
    texts,
  );
  assert.deepEqual(records[1], {
    id: 1008,
    text: " x",
    logprob: -1,
    entropy: 0.5,
    alternatives: [
      { id: 0, text: "<0>", logprob: 0 },
      { id: 1, text: "<1>", logprob: -0.25 },
      { id: 2, text: "<2>", logprob: -0.5 },
      { id: 3, text: "<3>", logprob: -0.75 },
    ],
    forced: false,
    stepMs: 20.5,
  });
  assert.deepEqual(
    records.map((r) => r.forced),
    [false, false, false, true, true],
  );
});

test("numbers outside the fixed-point range stay readable", () => {
  const odd = {
    ...chunk(0, ["a", "b", "c", "d"]),
    logprobs: Float32Array.of(Number.NEGATIVE_INFINITY, Number.NaN, 0, 1e-9),
    entropies: Float32Array.of(99, Number.NaN, 0, 1),
  };
  const columns = decodeFrame(encodeFrames(address, odd), 0)!;
  assert.ok(columns.logprobs[0]! < -31.9 && Number.isFinite(columns.logprobs[0]!));
  assert.ok(Number.isNaN(columns.logprobs[1]!));
  assert.equal(columns.logprobs[2], 0);
  assert.equal(columns.logprobs[3], 0);
  assert.ok(Math.abs(columns.entropies[0]! - 8) < 0.001);
  assert.ok(Number.isNaN(columns.entropies[1]!));
});

test("resolution is as documented", () => {
  for (const logprob of [-0.0003, -0.01, -1.2345, -7.77, -30]) {
    const columns = decodeFrame(
      encodeFrames(address, { ...chunk(0, ["a"]), logprobs: Float32Array.of(logprob) }),
      0,
    )!;
    assert.ok(Math.abs(columns.logprobs[0]! - logprob) <= 1 / 4096 + 1e-6);
  }
});

test("cut at any byte, the frames before the cut are read and the end is reported", () => {
  const first = encodeFrames(address, chunk(0, ["The", " answer"]));
  const second = encodeFrames(address, chunk(2, [" is", " 4"]));
  const file = new Uint8Array([...first, ...second]);
  for (let cut = 0; cut < file.length; cut++) {
    const scan = scanFrames(file.subarray(0, cut), 0, { verify: true });
    const whole = cut < first.length ? 0 : 1;
    assert.equal(scan.frames.length, whole, `cut at ${cut}`);
    assert.equal(scan.validEnd, whole * first.length);
    assert.equal(scan.damaged, false);
  }
});

test("a changed byte anywhere is noticed", () => {
  const file = encodeFrames(address, chunk(0, ["The", " answer"]));
  for (let at = 0; at < file.length; at++) {
    const broken = Uint8Array.from(file);
    broken[at]! ^= 0x10;
    assert.equal(scanFrames(broken, 0, { verify: true }).frames.length, 0, `byte ${at}`);
    assert.equal(decodeFrame(broken, 0), null, `byte ${at}`);
  }
});

test("zeros behind the last frame, as a power loss leaves them, end the walk", () => {
  const frame = encodeFrames(address, chunk(0, ["a"]));
  const file = new Uint8Array(frame.length + 500);
  file.set(frame);
  assert.deepEqual({ ...scanFrames(file), frames: 1 }, { frames: 1, validEnd: frame.length, damaged: true });
});

test("a chunk of more tokens than a frame holds becomes several frames", () => {
  const bytes = encodeFrames(
    address,
    chunk(
      0,
      Array.from({ length: 70_000 }, () => "ab"),
    ),
  );
  const { frames } = scanFrames(bytes, 0, { verify: true });
  assert.deepEqual(
    frames.map((f) => [f.header.firstStep, f.header.count]),
    [
      [0, 65_535],
      [65_535, 4465],
    ],
  );
});

test("an empty chunk writes nothing", () => {
  assert.equal(encodeFrames(address, chunk(0, [])).length, 0);
});

test("a stage taken up again replaces what came after that step; a gap is not read over", () => {
  const columns = (firstStep: number, texts: string[], forcedAt?: number) =>
    decodeFrame(encodeFrames(address, chunk(firstStep, texts, forcedAt)), 0)!;
  const stage = new StageTokens();
  stage.add(columns(0, ["a", "b", "c"]));
  stage.add(columns(3, ["d", "e"]));
  assert.equal(stage.add(columns(9, ["lost"])), false);
  assert.equal(stage.text(), "abcde");
  stage.add(columns(2, ["C"], 2));
  assert.equal(stage.text(), "abC");
  assert.equal(stage.forcedFrom(), 2);
  assert.deepEqual(stage.ids(), [1000, 1001, 1002]);
  stage.add(columns(3, ["!", "?"]));
  assert.deepEqual(stage.texts(), ["a", "b", "C", "!", "?"]);
  assert.equal(stage.givenTo(), 0);
  const given = columns(5, ["so", "it", "is"]);
  stage.add({ ...given, forced: Uint8Array.from([2, 2, 0]) });
  assert.equal(stage.givenTo(), 7, "behind the last that a person put in");
  assert.deepEqual(
    stage.records(1, 4, () => "").map((r) => r.text),
    ["b", "C", "!"],
  );
  assert.deepEqual(
    stage.records(-3, 1, () => "").map((r) => r.text),
    ["a"],
  );
  stage.add(columns(0, ["new"]));
  assert.equal(stage.text(), "new");
});

test("the block index finds every frame of a stage among those of others", () => {
  const index = new BlockIndex();
  const files: Uint8Array[] = [];
  let size = 0;
  for (let step = 0; step < 400; step++) {
    const parts = [0, 1, 2, 3].map((path) =>
      encodeFrames(
        { path, stage: 0, generation: 0 },
        chunk(
          step * 8,
          Array.from({ length: 8 }, () => `${path} `),
        ),
      ),
    );
    for (const part of parts) {
      index.add(scanFrames(part).frames, size);
      files.push(part);
      size += part.length;
    }
  }
  const file = Buffer.concat(files);
  assert.equal(index.end, file.length);
  const stage = new StageTokens();
  const ranges = index.ranges(2, 0);
  assert.ok(ranges.length > 1);
  for (const { start, end } of ranges) {
    const block = file.subarray(start, end);
    for (const { offset, header } of scanFrames(block).frames)
      if (header.path === 2) stage.add(decodeFrame(block, offset)!);
  }
  assert.equal(stage.length, 3200);
  assert.equal(stage.text(), "2 ".repeat(3200));
  assert.deepEqual(index.ranges(9, 0), []);
  assert.ok(headerBytes === 28);
});
