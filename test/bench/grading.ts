/** Pairs per second of the cheap rules: `node --import tsx test/bench/grading.ts`. */
import { gradeAnswer } from "../../language-server/core/grading/grade.ts";
import { createGradingService } from "../../language-server/grading/gradingService.ts";

const plain: [string, string][] = Array.from({ length: 20_000 }, (_, i): [string, string] => {
  const gold = String((i * 7919) % 100_000);
  return [i % 3 === 0 ? gold : i % 3 === 1 ? `${gold}.0` : String(i), gold];
});
const mixed: [string, string][] = plain.slice(0, 5000).map(([pred, gold], i) => {
  const forms: [string, string][] = [
    [`\\frac{${pred}}{7}`, `${gold}/7`],
    [`$${pred}$`, gold],
    [`${pred} dollars`, gold],
    [`(${pred}, 2)`, `(${gold},2)`],
    [`${pred}\\%`, gold],
  ];
  return forms[i % forms.length] ?? [pred, gold];
});

function rate(name: string, pairs: readonly (readonly [string, string])[]): void {
  for (const [pred, gold] of pairs.slice(0, 500)) gradeAnswer(pred, gold);
  const start = performance.now();
  for (const [pred, gold] of pairs) gradeAnswer(pred, gold);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${name}: ${Math.round(pairs.length / seconds)} pairs/s (${pairs.length} pairs, ${seconds.toFixed(2)} s)`,
  );
}
rate("plain numeric pairs", plain);
rate("fractions, units, tuples, percent", mixed);

const service = createGradingService({
  workerUrl: new URL("../../language-server/grading/gradingWorker.ts", import.meta.url),
  execArgv: ["--import", "tsx"],
});
const first = performance.now();
await service.gradeAnswer("\\ln 8", "3\\ln 2");
console.log(`first symbolic pair, worker start included: ${Math.round(performance.now() - first)} ms`);
const start = performance.now();
for (let i = 2; i < 202; i++) await service.gradeAnswer(`\\sqrt{${i * i * 3}}`, `${i}\\sqrt{3}`);
console.log(
  `symbolic pairs through the worker: ${Math.round(200 / ((performance.now() - start) / 1000))} pairs/s`,
);
await service.dispose();
