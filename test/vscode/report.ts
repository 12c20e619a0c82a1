/** Results of the VS Code tests: one line a test in node:test's manner, and the sum that CI reads. */
export interface TestResult {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly error?: string;
}

export const printResult = (result: TestResult): void => {
  console.log(`${result.ok ? "✔" : "✖"} ${result.name} (${result.ms.toFixed(0)}ms)`);
  if (result.error !== undefined) console.log(result.error.replace(/^/gm, "    "));
};

/** Prints `N passed, N failed`. True when all passed and there was at least one test. */
export const printSum = (results: readonly TestResult[]): boolean => {
  const failed = results.filter((result) => !result.ok);
  if (failed.length > 0) console.log(`\nfailed:\n${failed.map((result) => `  ✖ ${result.name}`).join("\n")}`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 && results.length > 0;
};

export const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Runs `work` with a time limit and turns what happens into a result. */
export const measure = async (
  name: string,
  work: () => Promise<void>,
  limitMs: number,
): Promise<TestResult> => {
  const started = Date.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not finished within ${limitMs / 1000} s`)), limitMs);
      }),
    ]);
    return { name, ok: true, ms: Date.now() - started };
  } catch (error) {
    return { name, ok: false, ms: Date.now() - started, error: describeError(error) };
  } finally {
    clearTimeout(timer);
  }
};
