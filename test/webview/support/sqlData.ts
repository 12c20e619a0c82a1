/** Text-to-SQL runs, results and schema links for the panel. The links are the server's own for Chinook. */
import type {
  QueryOutcome,
  Question,
  RunManifest,
  RunSummary,
  StageRecord,
} from "../../../language-server/contract/entities.ts";
import type { DatabaseEntry, SchemaLinks, ShownResult } from "../../../language-server/contract/sql.ts";
import { estimate, path, type RunPlan } from "./data.ts";
import chinookLinks from "./links.json" with { type: "json" };

export const links = chinookLinks as unknown as SchemaLinks;

export const chinook: DatabaseEntry = {
  id: "sqlite:chinook",
  name: "chinook",
  dialect: "sqlite",
  kind: "file",
  location: "/work/chinook.sqlite",
};

const schema = `CREATE TABLE Artist (ArtistId INTEGER PRIMARY KEY, Name NVARCHAR(120));
CREATE TABLE Album (AlbumId INTEGER PRIMARY KEY, Title NVARCHAR(160), ArtistId INTEGER REFERENCES Artist(ArtistId));`;

const goldSql =
  "SELECT a.Name, COUNT(*) FROM Artist a JOIN Album b ON a.ArtistId = b.ArtistId GROUP BY a.ArtistId HAVING COUNT(*) > 10 ORDER BY COUNT(*) DESC";
const goldRows = [
  ["Iron Maiden", "21"],
  ["Led Zeppelin", "14"],
  ["Deep Purple", "11"],
];

const queries: readonly Pick<QueryOutcome, "sql" | "columns" | "rows" | "error">[] = [
  {
    sql: "SELECT Artist.Name, COUNT(Album.AlbumId) FROM Artist JOIN Albums ON Artist.ArtistId = Albums.ArtistId -- guessed\nGROUP BY Artist.Name HAVING COUNT(*) > 10",
    columns: [],
    rows: [],
    error: { kind: "schema", message: "no such table: Albums" },
  },
  {
    sql: "SELECT Artist.Name, COUNT(Album.AlbumId) AS albums\nFROM Artist JOIN Album ON Artist.ArtistId = Album.ArtistId\nWHERE Artist.Name <> 'Metallica'\nGROUP BY Artist.Name HAVING COUNT(*) >= 10 ORDER BY albums DESC",
    columns: ["Name", "albums"],
    rows: [
      ["Iron Maiden", "21"],
      ["Led Zeppelin", "14"],
      [null, "12"],
      ["Deep Purple", "11"],
    ],
    error: null,
  },
];

export const sqlPlan: RunPlan = {
  id: "run-sql",
  number: 6,
  title: "artists.jsonl · Multi-attempt",
  protocol: "multi-attempt",
  questions: 120,
  samples: 1,
  done: 120,
  status: "done",
};

export const sqlQuestion = (question: Question): Question => ({
  ...question,
  text: "Which artists have more than 10 albums, and how many? Order them by the number of albums, most first.",
  gold: goldSql,
  answerKind: "sql",
  sql: { dialect: "sqlite", database: "chinook", evidence: "an album belongs to one artist", schema },
  tags: { db: "chinook", hardness: "extra" },
});

const execution = (at: number): QueryOutcome => {
  const query = queries[at % queries.length]!;
  return { ...query, rowCount: query.rows.length, truncated: false, elapsedMs: 4.2 };
};

export function sqlPath(index: number) {
  const base = path(sqlPlan, index, 0);
  const stages = queries.map((query, at): StageRecord => {
    const stage = base.stages[0]!;
    return {
      ...stage,
      stage: "attempt",
      index: at,
      attempt: at + 1,
      prompt: `Tables of the database:\n${schema}\n\nWrite one SQLite query.`,
      text: `The answer needs both tables.\n\n\`\`\`sql\n${query.sql}\n\`\`\``,
      execution: execution(at),
      verdict: {
        correct: false,
        extracted: query.sql,
        method: "sql",
        rule: "execution",
        reason:
          query.error === null
            ? "The result has 4 rows, the gold query's has 3."
            : `The query does not run: ${query.error.message}`,
        flags: [],
        predNormal: "a",
        goldNormal: "b",
        grader: "execution",
        sql: {
          executionMatch: false,
          exactMatch: false,
          robustMatch: null,
          hardness: "extra",
          errorClass: query.error === null ? "filter" : "unknownTable",
          gold: { columns: ["Name", "COUNT(*)"], rows: goldRows, rowCount: 3 },
        },
        elapsedMs: 12,
      },
    };
  });
  return { ...base, stages, answerStage: 1, verdict: stages[1]!.verdict };
}

export const sqlManifest = (manifest: RunManifest): RunManifest => ({
  ...manifest,
  sql: {
    linking: true,
    comments: false,
    schemaTokens: 1200,
    constrained: false,
    robust: true,
    scoring: "file",
    scorer: "Spider execution accuracy",
    databases: [{ name: "chinook", dialect: "sqlite", source: chinook.location, contentHash: "0" }],
  },
});

export const sqlSummary = (summary: RunSummary): RunSummary => ({
  ...summary,
  sql: {
    byHardness: [
      { hardness: "easy", accuracy: estimate(0.81, 31) },
      { hardness: "medium", accuracy: estimate(0.55, 47) },
      { hardness: "hard", accuracy: estimate(0.35, 23) },
      { hardness: "extra", accuracy: estimate(0.16, 19) },
    ],
    nonEmptyGold: estimate(0.49, 112),
    exactMatch: estimate(0.41, 120),
    robustAccuracy: estimate(0.44, 120),
    ran: estimate(0.88, 120),
    unknownNames: estimate(0.07, 120),
    errorClasses: [
      { errorClass: "join", answers: 21 },
      { errorClass: "filter", answers: 17 },
      { errorClass: "unknownColumn", answers: 8 },
      { errorClass: "aggregation", answers: 6 },
      { errorClass: "noQuery", answers: 2 },
    ],
    goldFailed: 1,
    endedByConstraint: 3,
  },
});

const composers = [
  "AC/DC",
  null,
  "Angus Young, Malcolm Young, Brian Johnson",
  '<img src=x onerror="window.__hacked = 9">',
  "",
];

/** Results by their ids: rows, an error, no rows. */
export const results: Readonly<Record<string, ShownResult>> = {
  tracks: {
    resultId: "tracks",
    database: chinook,
    outcome: {
      sql: "SELECT TrackId, Name, Composer, Milliseconds, UnitPrice FROM Track WHERE UnitPrice < 1.5 -- all songs",
      columns: ["TrackId", "Name", "Composer", "Milliseconds", "UnitPrice"],
      rows: Array.from({ length: 1000 }, (_, at) => [
        String(at + 1),
        `Song ${at + 1}, "live"`,
        composers[at % composers.length] ?? null,
        String(180_000 + at * 37),
        "0.99",
      ]),
      rowCount: 3290,
      truncated: false,
      elapsedMs: 31,
      error: null,
    },
  },
  asked: {
    resultId: "asked",
    database: chinook,
    asked: { question: "How many albums has AC/DC?", runId: "run-sql", questionId: "q-00001" },
    outcome: {
      sql: "SELECT COUNT(*) FROM Albums WHERE Artist = 'AC/DC'",
      columns: [],
      rows: [],
      rowCount: 0,
      truncated: false,
      elapsedMs: 2,
      error: { kind: "schema", message: "no such table: Albums" },
    },
  },
};
