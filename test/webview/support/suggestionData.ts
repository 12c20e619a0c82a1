/** A suggestion of an SQL file for the panel: one cut query, one good as it is, one that names what is not there. */
import type { Suggestion, SuggestionCandidate } from "../../../language-server/contract/sql.ts";
import { tokensOf } from "./data.ts";
import { chinook } from "./sqlData.ts";

const begun = "SELECT Title FROM ";
const whole =
  "SELECT Title FROM Album JOIN Artist ON Album.ArtistId = Artist.ArtistId WHERE Artist.Name = 'AC/DC'";
const lost = `${whole} ORDER BY Artist.Title`;

const candidate = (
  sampling: SuggestionCandidate["sampling"],
  key: number,
  tries: SuggestionCandidate["tries"],
): SuggestionCandidate => {
  const written = tries[0]?.sql ?? "";
  const last = tries.at(-1);
  return {
    sampling,
    tokens: tokensOf(written.slice(begun.length), key),
    generateMs: 340,
    tries,
    insert: last?.problem === null ? `${last.sql.slice(begun.length)};` : null,
  };
};

export const suggestion: Suggestion = {
  suggestionId: "albums",
  uri: "file:///work/ideas.sql",
  database: chinook,
  modelName: "Deliberate 10M",
  comment: "albums of the artist AC/DC",
  begun,
  tables: ["Album", "Artist", "Track"],
  tablesLeftOut: 8,
  prompt: `user\nCREATE TABLE Album (AlbumId INTEGER, Title TEXT, ArtistId INTEGER);\n\nWrite the SQLite query that the comment asks for.\n\n-- albums of the artist AC/DC\nassistant\n${begun}`,
  promptTokens: 187,
  reusedTokens: 141,
  promptMs: 96,
  constrained: true,
  elapsedMs: 512,
  candidates: [
    candidate("likeliest", 3, [
      {
        sql: lost,
        problem: {
          kind: "names",
          message: "“Artist” has no column “Title”. Did you mean “Name”?",
        },
      },
      { sql: whole, problem: null },
    ]),
    candidate("drawn", 5, [{ sql: "SELECT Title FROM Album", problem: null }]),
    candidate("drawn", 8, [
      {
        sql: "SELECT Title FROM Album WHERE Title LIKE total(Title)",
        problem: { kind: "database", message: "misuse of aggregate: total()" },
      },
    ]),
  ],
};
