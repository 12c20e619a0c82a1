import { directDialogue } from "./dialogues/direct.ts";
import { type DrillOptions, drillDialogue } from "./dialogues/drill.ts";
import { type LeapOptions, leapDialogue } from "./dialogues/leap.ts";
import { type MultiAttemptOptions, multiAttemptDialogue } from "./dialogues/multiAttempt.ts";
import { drawQuestion, type MathOptions, problemTags } from "./dialogues/problems.ts";
import { type ThinkerOptions, thinkerDialogue } from "./dialogues/thinker.ts";
import { drawExpression } from "./math/expressions.ts";
import type { Problem, StepWeights } from "./math/problem.ts";
import { TaskRandom } from "./random.ts";
import { drawDeclarations } from "./sql/declarations.ts";
import { sqlDialogue } from "./sql/dialogue.ts";
import { drawQuery, drawSqlCase, type SqlCase } from "./sql/queries.ts";
import { reworded } from "./sql/reword.ts";
import type { Split, TaskMessage, TaskSample } from "./types.ts";

export interface ArithmeticOptions {
  /** Shares by number of operations, 1 to 4. */
  readonly steps?: StepWeights;
}

/** Options of every dialogue task; all have defaults. */
export interface TaskOptions {
  readonly arithmetic: ArithmeticOptions;
  readonly drill: DrillOptions;
  readonly direct: MathOptions;
  readonly thinker: ThinkerOptions;
  readonly "multi-attempt": MultiAttemptOptions;
  readonly leap: LeapOptions;
  readonly "sql-question": SqlOptions;
  readonly "sql-comment": SqlOptions;
}

/** Text-to-SQL has no settings yet. */
export type SqlOptions = Readonly<Record<string, never>>;

export type TaskId = keyof TaskOptions;

interface Dialogue {
  readonly messages: readonly TaskMessage[];
  readonly gold: string;
  readonly tags: Readonly<Record<string, string | number>>;
}

export interface Task<K extends TaskId> {
  draw(split: Split, random: TaskRandom, options: TaskOptions[K]): Dialogue;
}

const about = (
  problem: Problem,
  messages: readonly TaskMessage[],
  tags: Readonly<Record<string, string | number>> = {},
): Dialogue => ({ messages, gold: problem.answerText, tags: { ...problemTags(problem), ...tags } });

function sqlTask(form: "question" | "comment", split: Split, random: TaskRandom): Dialogue {
  const drawn = drawSqlCase(split, random);
  const { schema, query } = drawn;
  const tags = { kind: query.kind, tables: schema.tables.length };
  const messages = split === "train" ? practice(drawn, form, random) : sqlDialogue(drawn, form);
  return { messages, gold: query.sql, tags };
}

/** Further queries that one schema is asked for in training, at most. */
const furtherQueries = 5;

function practice(drawn: SqlCase, form: "question" | "comment", random: TaskRandom): TaskMessage[] {
  const { schema, rows } = drawn;
  const more = Array.from({ length: random.integer(0, furtherQueries) }, () =>
    drawQuery(schema, rows, random),
  ).filter((query) => query !== null);
  const [query = drawn.query, ...further] = [drawn.query, ...more].map((next) =>
    reworded(next, schema, random),
  );
  return sqlDialogue({ ...drawn, query }, form, drawDeclarations(schema.style, random), further);
}

/** Every dialogue task by id. State tracking, which has tokens instead of text, is in `stateTracking/`. */
export const tasks: { readonly [K in TaskId]: Task<K> } = {
  arithmetic: {
    draw(split, random, options) {
      const problem = drawExpression(split, random, options.steps);
      return about(problem, directDialogue(problem));
    },
  },
  drill: {
    draw(_, random, options) {
      const { messages, gold, lines } = drillDialogue(random, options);
      return { messages, gold, tags: { lines } };
    },
  },
  direct: {
    draw(split, random, options) {
      const problem = drawQuestion(split, random, options);
      return about(problem, directDialogue(problem));
    },
  },
  thinker: {
    draw(split, random, options) {
      const problem = drawQuestion(split, random, options);
      const { messages, course } = thinkerDialogue(problem, random, options);
      return about(problem, messages, { course });
    },
  },
  "multi-attempt": {
    draw(split, random, options) {
      const problem = drawQuestion(split, random, options);
      const { messages, wrongAttempts } = multiAttemptDialogue(problem, random, options);
      return about(problem, messages, { wrongAttempts });
    },
  },
  leap: {
    draw(split, random, options) {
      const problem = drawQuestion(split, random, options);
      const { messages, wrongPeers, ownIsWrong } = leapDialogue(problem, random, options);
      return about(problem, messages, { wrongPeers, ownIsWrong: ownIsWrong ? 1 : 0 });
    },
  },
  "sql-question": {
    draw: (split, random) => sqlTask("question", split, random),
  },
  "sql-comment": {
    draw: (split, random) => sqlTask("comment", split, random),
  },
};

/**
 * One sample of a task. Depends on its arguments alone, so that a data loader can start anywhere and share the indices
 * among workers.
 * @param index any safe integer of zero or more
 */
export function sample<K extends TaskId>(
  task: K,
  split: Split,
  seed: number,
  index: number,
  options: TaskOptions[K] = {} as TaskOptions[K],
): TaskSample {
  const random = new TaskRandom({ seed, stream: `${task}/${split}`, index });
  const { messages, gold, tags } = tasks[task].draw(split, random, options);
  return { task, id: `${task}-${split}-${seed}-${index}`, split, messages, gold, tags };
}

/** Tasks whose dialogues are about one word problem. */
export type ProblemTask = "direct" | "thinker" | "multi-attempt" | "leap";

/**
 * The problem of a sample, without its dialogue: for dialogues around a model's own answers (`dialogues/ownAnswers.ts`).
 * Equal arguments give the problem of `sample`.
 */
export function problemOf(
  task: ProblemTask,
  split: Split,
  seed: number,
  index: number,
  options: MathOptions = {},
): Problem {
  return drawQuestion(split, new TaskRandom({ seed, stream: `${task}/${split}`, index }), options);
}

/** One part of a mixture; `options` are those of its task. */
export type MixturePart = {
  readonly [K in TaskId]: { readonly task: K; readonly weight: number; readonly options?: TaskOptions[K] };
}[TaskId];

/** What a training run draws its samples from; weights need not sum to one. */
export type Mixture = readonly MixturePart[];

/** Sample `index` of a mixture, again by its arguments alone. Throws a RangeError when no part has a weight. */
export function sampleMixture(mixture: Mixture, split: Split, seed: number, index: number): TaskSample {
  const random = new TaskRandom({ seed, stream: `mixture/${split}`, index });
  const part = random.weighted(mixture.map((entry) => [entry, entry.weight] as const));
  return sample(part.task, split, seed, index, part.options);
}
