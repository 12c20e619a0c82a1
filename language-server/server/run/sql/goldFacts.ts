import type { Question } from "../../../contract/entities.ts";
import { ok, type Result } from "../../../contract/result.ts";
import type { DatabaseSchema, QueryResult } from "../../../core/sql/schema.ts";
import { type Hardness, hardnessOf } from "../../../core/sql/scoring/spider/hardness.ts";
import { parseSpiderStatement } from "../../../core/sql/scoring/spider/parser.ts";
import { spiderSchema } from "../../../core/sql/scoring/spider/schema.ts";
import { keep } from "../../../sql/keep.ts";
import { evaluationLimits, type SqlDatabase } from "../../../sql/sqlDatabase.ts";
import type { RunDatabases } from "./runDatabases.ts";

/** A question's database and the results of statements on it that are asked for again and again. */
export interface GoldFacts {
  readonly database: SqlDatabase;
  readonly schema: DatabaseSchema;
  readonly hardness: Hardness | null;
  /** Of gold as it is written, for display. */
  readonly shown: Result<QueryResult>;
  /** Runs gold, in whatever form it is compared, once only. */
  run(sql: string): Promise<Result<QueryResult>>;
}

/** Samples of a question come close together: facts of so many questions are kept. */
const kept = 48;

/** Gold queries are run once for all samples and attempts of a question. */
export class GoldShelf {
  private readonly facts = new Map<string, Promise<Result<GoldFacts>>>();

  constructor(private readonly databases: RunDatabases) {}

  of(question: Question): Promise<Result<GoldFacts>> {
    const facts = this.facts.get(question.id) ?? this.gather(question);
    keep(this.facts, question.id, facts, kept);
    return facts;
  }

  private async gather(question: Question): Promise<Result<GoldFacts>> {
    const database = await this.databases.of(question);
    if (!database.ok) return database;
    const schema = await database.value.schema();
    if (!schema.ok) return schema;
    const run = onceEach(database.value);
    const statement = parseSpiderStatement(question.gold, spiderSchema(schema.value));
    return ok({
      database: database.value,
      schema: schema.value,
      hardness: statement === null ? null : hardnessOf(statement),
      shown: await run(question.gold),
      run,
    });
  }
}

/** Runs each statement once. */
export function onceEach(database: SqlDatabase): (sql: string) => Promise<Result<QueryResult>> {
  const results = new Map<string, Promise<Result<QueryResult>>>();
  return (sql) => {
    const result = results.get(sql) ?? database.query(sql, evaluationLimits);
    results.set(sql, result);
    return result;
  };
}
