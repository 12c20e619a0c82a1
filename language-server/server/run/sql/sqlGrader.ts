import type { Question, SqlSettings } from "../../../contract/entities.ts";
import { extractJudgement } from "../../../core/grading/extraction/judgement.ts";
import { extractQuery } from "../../../core/sql/evaluation/extractQuery.ts";
import { outcomeOf } from "../../../core/sql/evaluation/outcome.ts";
import {
  askedVerdict,
  comparedVerdict,
  noQueryVerdict,
  unreachableVerdict,
} from "../../../core/sql/evaluation/verdicts.ts";
import type { SqlDialect } from "../../../core/sql/schema.ts";
import { prepareStatements, type StatementRules } from "../../../core/sql/scoring/execution/statementText.ts";
import { scorePrediction } from "../../../core/sql/scoring/scorePrediction.ts";
import { sqlTokens } from "../../../core/sql/tokens.ts";
import { sha256Text } from "../../../datasets/hashing.ts";
import { evaluationLimits, interactiveLimits } from "../../../sql/sqlDatabase.ts";
import type { Graded, ModelResponse, PathGrader } from "../pathEnvironment.ts";
import { thoughtOptions } from "../pathGrader.ts";
import { type GoldFacts, GoldShelf, onceEach } from "./goldFacts.ts";
import type { RunDatabases } from "./runDatabases.ts";
import { scoringOf } from "./sqlSettings.ts";
import type { Variants } from "./variants.ts";

/** Spider's rules, without the script's stand-in for models that cannot write values: it breaks columns called so. */
const rulesFor = (dialect: SqlDialect): StatementRules => ({
  keepDistinct: false,
  replaceValueWord: false,
  dialect,
});

/** Text-to-SQL: the query of a response is run, and its result compared with that of the gold query. */
export class SqlGrader implements PathGrader {
  private readonly gold: GoldShelf;

  /** @param variants null: they are not looked at. */
  constructor(
    private readonly databases: RunDatabases,
    private readonly variants: Variants | null,
    private readonly scoring: SqlSettings["scoring"] | undefined,
  ) {
    this.gold = new GoldShelf(databases);
  }

  async grade(response: ModelResponse, question: Question): Promise<Graded> {
    const started = performance.now();
    const dialect = question.sql?.dialect ?? "sqlite";
    const query = extractQuery(response.text, { dialect, ...thoughtOptions(response) });
    if (question.gold === "") return this.runOnly(query, question);
    const facts = await this.gold.of(question);
    const graded: Graded = !facts.ok
      ? { verdict: unreachableVerdict(query, facts.error) }
      : query === null
        ? { verdict: noQueryVerdict(facts.value.shown, facts.value.hardness) }
        : await this.compare(query, question, facts.value);
    const { verdict } = graded;
    const flags = response.forced ? [...verdict.flags, "forced" as const] : verdict.flags;
    return { ...graded, verdict: { ...verdict, flags, elapsedMs: performance.now() - started } };
  }

  judge(response: ModelResponse, answer: string | null) {
    return extractJudgement(response.text, answer, { equal: sameStatement, ...thoughtOptions(response) });
  }

  async equal(a: string, b: string): Promise<boolean> {
    return sameStatement(a, b);
  }

  /** Of a question without gold: whether its query runs is all that can be said. */
  private async runOnly(query: string | null, question: Question): Promise<Graded> {
    if (query === null) return { verdict: askedVerdict(null, null) };
    const database = await this.databases.of(question);
    const started = performance.now();
    const result = database.ok ? await database.value.query(query, interactiveLimits) : database;
    const execution = outcomeOf(query, result, performance.now() - started);
    return { verdict: askedVerdict(query, execution), execution };
  }

  private async compare(query: string, question: Question, facts: GoldFacts): Promise<Graded> {
    const { id, gold } = question;
    const { database, schema, shown } = facts;
    const rules = rulesFor(schema.dialect);
    const scoring = scoringOf(this.scoring, question);
    const started = performance.now();
    const run = onceEach(database);
    const ran = { sql: query, result: await run(query) };
    const execution = outcomeOf(query, ran.result, performance.now() - started, schema);
    // What is compared may be written otherwise than what was asked for: without DISTINCT.
    const goldText = scoring === "bird" ? gold : prepareStatements(query, gold, rules).gold;
    const robust = await this.variants?.of(database, schema);
    const score = await scorePrediction(
      { id, predicted: query, gold },
      {
        schema,
        databases: [database],
        execute: (target, sql) =>
          target !== database
            ? target.query(sql, evaluationLimits)
            : sql === goldText
              ? facts.run(sql)
              : run(sql),
        rules,
        scoring,
        ...(robust === undefined ? {} : { robust }),
      },
    );
    return {
      verdict: comparedVerdict(ran, { sql: gold, result: shown }, score, sha256Text, scoring),
      execution,
    };
  }
}

/** Whether two statements are the same but for blanks, comments and the case of words. */
function sameStatement(a: string, b: string): boolean {
  const normal = (sql: string) =>
    sqlTokens(sql, "sqlite")
      .tokens.filter(({ kind, text }) => !(kind === "symbol" && text === ";"))
      .map(({ kind, text }) => `${kind} ${kind === "word" ? text.toLowerCase() : text}`)
      .join("\n");
  return normal(a) === normal(b);
}
