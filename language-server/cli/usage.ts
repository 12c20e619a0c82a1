import { type ParseArgsConfig, parseArgs } from "node:util";

/** 0 done; 1 a threshold was not reached, or a replay took another way; 2 bad input or engine failure. */
export const exitCodes = { done: 0, belowThreshold: 1, diverged: 1, failed: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command line is not one we understand; the message is shown as one line. */
export class UsageError extends Error {}

export const usageText = `deliberate - find out how well a local reasoning model thinks

  deliberate eval FILE... [options]     put the questions of math files through a protocol
  deliberate replay RUN [--json]        run a run's folder again; name the first token that differs
  deliberate compare RUN_A RUN_B        paired statistics of two runs on the questions that they share
  deliberate grade CASES.jsonl [--json] grade lines {"gold", "pred"}
  deliberate sql eval FILE... [options] put text-to-SQL questions through a protocol, and run the queries
  deliberate sql score --gold G.jsonl --pred P.jsonl --db DATABASE [--json]
                                        score predicted queries against gold queries
  deliberate sql link QUESTIONS.jsonl --db DATABASE [--json]
                                        rank the tables and columns that questions speak of
  deliberate branch RUN --question ID   sample on from a token of a path, or from places along it
  deliberate trap RUN [options]         prefix dominance trap: how well do paths recover from a bad beginning?
  deliberate train RECIPE.yaml [options] train a small model from a recipe, and export it as GGUF
  deliberate --version | --help

eval
  --model M          path of a GGUF file (default: the model that comes with the product), or an OpenAI-compatible
                     endpoint: http://host:port/v1#model; several servers of one model, separated by commas, are a
                     pool. The questions are sent there; its key is read from DELIBERATE_ENDPOINT_KEY
  --protocol P       direct, thinker, multi-attempt, leap, a preset that comes with the product (quickThinker,
                     sqlConstrained, …), or a preset file (default: thinker)
  --param NAME=VALUE a parameter of the protocol, e.g. budget.fast=200; may be repeated
  --samples N        samples per question (default: 1, or the preset's)
  --seed S           seed of the run (default: 0)
  --limit N          only the first N questions of each file
  --temperature T, --top-p P, --min-p P, --top-k K
  --sequences K      questions and samples worked on at once
  --context N        tokens of context for each of them
  --strict           evaluate every answer on its own: slower, and its tokens depend on nothing else in the run
  --keep-repetition  let answers that only repeat the same words go on to the end of their budget
  --gpu KIND         auto, cuda, vulkan, metal or cpu (default: auto)
  --profile P        grading: lenient or strict (default: lenient)
  --out DIR          folder for the run folders (default: .deliberate/runs)
  --resume RUN       go on with a run folder that was interrupted; takes no FILE
  --threshold A      exit with 1 when the accuracy is below A (0 to 1)
  --json             one JSON object on standard output

sql eval
  FILE is Spider, BIRD, or your own JSONL, JSON, CSV or Markdown with questions and gold queries. Options as for eval, and
  --db DATABASE      a database file, a folder of them (NAME/NAME.sqlite or NAME.sqlite), or a connection string
                     (default: the databases that the questions name, looked for near FILE)
  --no-linking       show all tables in file order while they fit, instead of those that the question speaks of
  --comments         say beside each table why it is shown, with values as they are stored
  --schema-tokens N  most tokens of schema shown (default: 1200; never more than a quarter of the context)
  --constrained      keep answers to one query over tables and columns that the database has; thoughts stay free
  --robust           also compare right queries on generated variants of the database
  --scoring RULES    whose execution accuracy: spider, bird, or file (default): BIRD's for files of BIRD, else Spider's

sql score
  G has lines {"id", "db_id", "gold_sql"}, P has lines {"id", "pred_sql"}; with --json a line
  {"id", "em", "ex", "robustEx", "error"} for each of G, in the same order. --no-robust leaves the variants out.
  --scoring is spider or bird (default: BIRD's for lines with its field "evidence"). --test-suite compares on all
  databases NAME/*.sqlite of the folder (test-suite accuracy).

sql link
  Lines {"id", "question"}; with --json a line {"id", "tables": [{"name", "score"}], "columns": [{"table", "name", "score"}]}
  for each, best first.

compare
  Difference with its 95 % interval, exact McNemar test, and the questions that flipped. Questions whose text or gold
  differs are left out and counted.
  --fail-if-worse    exit with 1 when the whole interval of B \u2212 A lies below zero
  --json             one JSON object on standard output

grade
  Reads lines {"gold", "pred"} and writes lines {"index", "verdict", "rule", "reason"} in the same order.

branch
  RUN is a run's folder; the continuations are kept in it, as a branch.
  --question ID, --sample N   the path (default: the first sample)
  --positions N      places along the path, for its success rate from there (default: 8)
  --stage I --token T   or this token: the first T tokens of stage I (from 0; default: 0) are kept
  --text S           put behind them
  --count N          continuations of each place (default: 8)
  --json             one JSON object on standard output

trap
  RUN is the folder of a run of the protocol direct with several samples. Paths are begun with the beginning of a wrong
  one, alone and with LeaP; both are runs beside RUN.
  --share S          share of the path that is kept as the beginning (default: 0.15)
  --questions N      questions with right and wrong answers, drawn at random (default: 10)
  --samples N        continuations of each beginning, 2 to 32 (default: 8)
  --beginnings B     wrong or right (default: wrong)
  --temperature T    of the continuations (default: 1)
  --seed S           of the choice and of the continuations (default: 0)
  --param NAME=VALUE a parameter of LeaP, e.g. interval=256; may be repeated
  --json             one JSON object on standard output

train
  --folder DIR       folder for the run (default: .deliberate/training/RECIPE-N)
  --resume           go on with the run in that folder, or with the furthest one of this recipe
  --device KIND      cpu, cuda, vulkan or metal (default: the recipe's)
  --threads N        threads on the CPU (default: the recipe's); no more than there are free cores
  --json             one JSON object on standard output
  A recipe that this one starts from is trained first, in a folder beside it, unless that is done already.
  Ctrl-C ends after the step in progress, with a checkpoint.

Exit codes: 0 done, 1 below the threshold or another way in a replay, 2 bad input or engine failure.
`;

/** Options of a command, and the words beside them. @throws UsageError */
export function readOptions<const T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
  allowPositionals = true,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals, options });
  } catch (error) {
    throw new UsageError(firstLine(error));
  }
}

/** A number from the command line. @throws UsageError */
export function numberOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new UsageError(`--${name} wants a number, not “${text}”`);
  return value;
}

/** First line of what was thrown: what a person needs of a library's message. */
export const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
