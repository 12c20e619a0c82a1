import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Question } from "../../../language-server/contract/entities.ts";
import { parseQuestions } from "../../../language-server/datasets/parseQuestions.ts";
import {
  type ReadOptions,
  readAllQuestions,
  readQuestions,
} from "../../../language-server/datasets/readQuestions.ts";

const folder = mkdtempSync(join(tmpdir(), "datasets-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/math/${name}`, import.meta.url));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A file of `count` records, about 260 bytes each. */
async function generated(
  name: string,
  count: number,
  record: (index: number) => string,
  head = "",
  tail = "",
): Promise<string> {
  const path = join(folder, name);
  const out = createWriteStream(path);
  out.write(head);
  for (let index = 0; index < count; index++) out.write(record(index));
  out.end(tail);
  await finished(out);
  return path;
}

const filler = "Some words to make the question as long as usual ones are. ".repeat(4);
const jsonRecord = (index: number) =>
  JSON.stringify({ question: `${index}: ${filler}`, answer: `so\n#### ${index}` });
const big: Readonly<Record<string, () => Promise<string>>> = {
  jsonl: () => generated("big.jsonl", 20_000, (index) => `${jsonRecord(index)}\n`),
  json: () =>
    generated(
      "big.json",
      20_000,
      (index) => `${index === 0 ? "" : ",\n"}  ${jsonRecord(index)}`,
      '{"name":"big","data":[\n',
      "\n]}\n",
    ),
  csv: () =>
    generated("big.csv", 20_000, (index) => `"${index}: ${filler}\n",${index}\n`, "question,answer\n"),
};

async function all(path: string, options: ReadOptions = {}) {
  const reading = readQuestions(path, options);
  const questions: Question[] = [];
  let largest = 0;
  for await (const batch of reading) {
    questions.push(...batch.questions);
    largest = Math.max(largest, batch.questions.length);
  }
  return { reading, questions, largest };
}

for (const [format, make] of Object.entries(big)) {
  test(`a ${format} file of 5 MB is read in pieces: all questions, bounded buffer, hash of the whole`, async () => {
    const path = await make();
    const { reading, questions, largest } = await all(path, { batchSize: 100 });
    assert.equal(reading.failure, null);
    assert.deepEqual(reading.diagnostics, []);
    assert.equal(questions.length, 20_000);
    assert.equal(questions[19_999]!.gold, "19999");
    assert.equal(questions[19_999]!.id, "q20000");
    assert.ok(largest <= 100);
    const content = readFileSync(path);
    assert.ok(content.length > 4_800_000);
    assert.equal(reading.bytesRead, content.length);
    assert.ok(
      reading.bufferedCharactersMaximum < 70_000,
      `${reading.bufferedCharactersMaximum} characters kept`,
    );
    const source = await reading.source();
    assert.deepEqual(source, {
      ok: true,
      value: {
        path,
        sha256: createHash("sha256").update(content).digest("hex"),
        format: reading.format,
        count: 20_000,
      },
    });
    const limited = await all(path, { limit: 10 });
    assert.deepEqual(limited.questions, questions.slice(0, 10));
    assert.ok(limited.reading.bytesRead <= 512 * 1024, "the rest of the file is not read");
    assert.equal(limited.reading.failure, null);
    assert.deepEqual(limited.reading.diagnostics, []);
    const limitedSource = await limited.reading.source();
    assert.ok(limitedSource.ok && source.ok && limitedSource.value.sha256 === source.value.sha256);
  });
}

test("the file on disk and the open document give the same questions", async () => {
  for (const name of [
    "gsm8k-100.jsonl",
    "math500-40.jsonl",
    "amc23.jsonl",
    "svamp-40.json",
    "aqua-40.jsonl",
    "headings.md",
    "problems.tex",
    "exam.csv",
    "broken.json",
  ]) {
    const { reading, questions } = await all(fixture(name), { chunkBytes: 1000 });
    const open = parseQuestions(readFileSync(fixture(name), "utf8"), { path: name });
    assert.deepEqual({ format: reading.format, questions, diagnostics: reading.diagnostics }, open, name);
  }
});

test("everything at once, with what the manifest needs", async () => {
  const result = await readAllQuestions(fixture("gsm8k-100.jsonl"));
  assert.ok(result.ok);
  assert.equal(result.value.questions.length, 100);
  assert.equal(result.value.source.format, "jsonl/gsm8k");
  assert.equal(result.value.source.count, 100);
  const mapped = await readAllQuestions(written("m.csv", "frage,antwort\nWas?,5\n"), {
    mapping: { question: "frage", answer: "antwort" },
  });
  assert.ok(mapped.ok && mapped.value.questions[0]!.gold === "5");
});

test("a bad file is one clear sentence", async () => {
  const problem = async (path: string, options: ReadOptions = {}) => {
    const result = await readAllQuestions(path, options);
    assert.ok(!result.ok);
    return [result.error.code, result.error.message.replace(folder, "")];
  };
  assert.deepEqual(await problem(join(folder, "none.jsonl")), [
    "questions/unreadable",
    "/none.jsonl could not be read: there is no such file.",
  ]);
  assert.deepEqual(await problem(folder), ["questions/unreadable", " could not be read: it is a folder."]);
  assert.deepEqual(await problem(written("empty.jsonl", "")), ["questions/empty", "/empty.jsonl is empty."]);
  assert.equal((await problem(written("x.bin", "hello there")))[0], "questions/unknown-format");
  assert.equal((await problem(written("x.csv", "name,age\nx,3\n")))[0], "questions/unknown-format");
  const broken = await problem(written("b.jsonl", '\n{"question":"?"}\n{"question":"?","answer":}\n'));
  assert.equal(broken[0], "questions/empty");
  assert.match(broken[1]!, /line 2: No answer found/);
});

test("an aborted reading stops and says so", async () => {
  const path = await big.jsonl!();
  const controller = new AbortController();
  const reading = readQuestions(path, { signal: controller.signal });
  let count = 0;
  for await (const batch of reading) {
    count += batch.questions.length;
    controller.abort();
  }
  assert.ok(count > 0 && count < 5000, `${count} questions after the abort`);
  assert.match(reading.failure!.message, /reading was stopped/);
  const result = await readAllQuestions(path, { signal: AbortSignal.abort() });
  assert.ok(!result.ok && result.error.code === "questions/unreadable");
});

test("a consumer that leaves early closes the file", async () => {
  const reading = readQuestions(await big.jsonl!());
  for await (const _ of reading) break;
  assert.ok(reading.bytesRead <= 512 * 1024);
});

test("UTF-16 with a byte order mark is read; invalid UTF-8 is told at its line", async () => {
  const text = '\uFEFF{"question":"Ünï 😀?","answer":1}\n{"question":"b","answer":2}\n';
  const wide = await readAllQuestions(written("wide.jsonl", Buffer.from(text, "utf16le")));
  assert.ok(wide.ok);
  assert.equal(wide.value.questions[0]!.text, "Ünï 😀?");
  const bytes = Buffer.concat([
    Buffer.from('{"question":"a","answer":1}\n{"question":"caf'),
    Buffer.from([0xe9]),
    Buffer.from('?","answer":2}\n'),
  ]);
  const invalid = await readAllQuestions(written("latin.jsonl", bytes));
  assert.ok(invalid.ok);
  assert.equal(invalid.value.questions.length, 2);
  assert.deepEqual(
    invalid.value.diagnostics.map(({ code, range }) => [code, range.start.line]),
    [["encoding", 1]],
  );
});

test("characters of several bytes survive any cut between pieces", async () => {
  const path = written("cut.jsonl", `${'{"question":"Ünï 😀 ∑?","answer":"½"}\r\n'.repeat(50)}`);
  for (const chunkBytes of [1, 2, 3, 5]) {
    const { questions, reading } = await all(path, { chunkBytes });
    assert.deepEqual(reading.diagnostics, []);
    assert.equal(questions.length, 50);
    assert.ok(
      questions.every(
        ({ text, gold, range }, index) => text === "Ünï 😀 ∑?" && gold === "½" && range!.start.line === index,
      ),
    );
  }
});

test("a record that never ends does not fill the memory", async () => {
  const endless = await generated(
    "endless.jsonl",
    5000,
    () => "x".repeat(2000),
    `${jsonRecord(1)}\n{"question":"`,
    `\n${jsonRecord(2)}\n`,
  );
  const { questions, reading } = await all(endless);
  assert.deepEqual(
    questions.map(({ id }) => id),
    ["q0001", "q0003"],
  );
  assert.deepEqual(
    reading.diagnostics.map(({ code, range }) => [code, range.start.line]),
    [["record-too-long", 1]],
  );
  assert.ok(reading.bufferedCharactersMaximum < 5_000_000);
});
