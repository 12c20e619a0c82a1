/**
 * Reads generated files of about 100 MB and prints speed and memory as one JSON object per format.
 * Run: `node --expose-gc --import tsx test/bench/datasets.ts [megabytes]`
 */
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { readQuestions } from "../../language-server/datasets/readQuestions.ts";

const megabytes = Number(process.argv[2] ?? "100");
const folder = mkdtempSync(join(tmpdir(), "bench-datasets-"));
const words = "A shop sells boxes of pens; each box holds some and costs a little more than the one before. ";
const text = (index: number) => `${index}: ${words.repeat(2 + (index % 3))}How many pens are there?`;
const solution = (index: number) => `First ${index} then <<${index}+1=${index + 1}>>more.\n#### ${index + 1}`;

const formats: Readonly<Record<string, { head: string; record: (index: number) => string; tail: string }>> = {
  jsonl: {
    head: "",
    record: (i) => `${JSON.stringify({ question: text(i), answer: solution(i) })}\n`,
    tail: "",
  },
  "jsonl-numbers": {
    head: "",
    record: (i) => `{"id":${i},"problem":${JSON.stringify(text(i))},"answer":${i}.0}\n`,
    tail: "",
  },
  json: {
    head: "[",
    record: (i) => `${i === 0 ? "" : ","}\n ${JSON.stringify({ question: text(i), answer: solution(i) })}`,
    tail: "\n]\n",
  },
  csv: { head: "id,question,answer\n", record: (i) => `${i},"${text(i)}",${i + 1}\n`, tail: "" },
};

async function generate(path: string, format: (typeof formats)[string]): Promise<void> {
  const out = createWriteStream(path);
  out.write(format.head);
  for (let index = 0, bytes = 0; bytes < megabytes * 1e6; ) {
    let block = "";
    for (let n = 0; n < 1000; n++) block += format.record(index++);
    bytes += block.length;
    if (!out.write(block)) await once(out, "drain");
  }
  out.end(format.tail);
  await finished(out);
}

for (const [name, format] of Object.entries(formats)) {
  const path = join(folder, `big.${name.split("-")[0]}`);
  await generate(path, format);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const started = performance.now();
  let firstMs = 0;
  const reading = readQuestions(path);
  for await (const _ of reading) {
    firstMs ||= performance.now() - started;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const source = await reading.source();
  const seconds = (performance.now() - started) / 1000;
  if (!source.ok) throw new Error(source.error.message);
  const size = statSync(path).size;
  console.log(
    JSON.stringify({
      name,
      megabytes: Math.round(size / 1e6),
      format: source.value.format,
      questions: source.value.count,
      seconds: Number(seconds.toFixed(2)),
      megabytesPerSecond: Number((size / 1e6 / seconds).toFixed(1)),
      firstBatchMs: Number(firstMs.toFixed(1)),
      bufferedCharactersMaximum: reading.bufferedCharactersMaximum,
      rssGrowthMegabytes: Math.round((peak - before) / 1e6),
      diagnostics: reading.diagnostics.length,
    }),
  );
  rmSync(path);
}
rmSync(folder, { recursive: true, force: true });
