import { readFileSync } from "node:fs";
import { type Lexicon, parseLexicon } from "../../../language-server/core/sql/linking/lexicon.ts";
import { type LinkOptions, linkQuestion } from "../../../language-server/core/sql/linking/link.ts";
import {
  buildLinkIndex,
  type LinkIndexOptions,
} from "../../../language-server/core/sql/linking/linkIndex.ts";
import type { DatabaseSchema, ForeignKey } from "../../../language-server/core/sql/schema.ts";
import { parseSpiderTables } from "../../../language-server/core/sql/spiderTables.ts";

const file = (path: string) => new URL(`../../../${path}`, import.meta.url);

export const fixtureText = (path: string): string => readFileSync(file(`test/fixtures/sql/${path}`), "utf8");

export const wordsFile = (): Uint8Array => readFileSync(file("media/linking/words.bin"));

let words: Lexicon | undefined;

/** The product's own word list. */
export function lexicon(): Lexicon {
  if (words === undefined) {
    const parsed = parseLexicon(wordsFile());
    if (!parsed.ok) throw new Error(parsed.error.message);
    words = parsed.value;
  }
  return words;
}

/** The eight Spider databases of the fixtures as one of 28 tables. */
export function spiderSchema(): DatabaseSchema {
  const parsed = parseSpiderTables(fixtureText("spider/tables.json"), () => "");
  if (!parsed.ok) throw new Error(parsed.error.message);
  return {
    dialect: "sqlite",
    name: "spider",
    tables: parsed.value.flatMap(({ tables }) => tables),
    contentHash: "",
  };
}

/** Columns as `name`, `name:samples,…`, `name!` for the primary key, `name>table.column` for a foreign key. */
export function schemaOf(tables: Readonly<Record<string, readonly string[]>>): DatabaseSchema {
  const described = Object.entries(tables).map(([name, columns]) => {
    const parts = columns.map((column) => {
      const [, own = "", key, target, samples] = /^([^!>:]+)(!)?(?:>([^:]+))?(?::(.*))?$/s.exec(column) ?? [];
      return { name: own, primaryKey: key !== undefined, target, samples };
    });
    return {
      name,
      kind: "table" as const,
      columns: parts.map(({ name, primaryKey, samples }) => ({
        name,
        type: "text",
        nullable: true,
        primaryKey,
        ...(samples === undefined ? {} : { samples: samples.split(",") }),
      })),
      primaryKey: parts.filter((part) => part.primaryKey).map((part) => part.name),
      foreignKeys: parts.flatMap((part): ForeignKey[] => {
        const [table, column] = part.target?.split(".") ?? [];
        if (table === undefined || column === undefined) return [];
        return [{ columns: [part.name], targetTable: table, targetColumns: [column], inferred: false }];
      }),
      rowCount: null,
    };
  });
  return { dialect: "sqlite", name: "test", tables: described, contentHash: "" };
}

export const concerts = schemaOf({
  stadium: ["Stadium_ID!", "Name:Somerset Park,Stark's Park", "Location"],
  singer: ["Singer_ID!", "Name", "Country:France,United States", "Song_Name:Park", "Age"],
  concert: ["concert_ID!", "Stadium_ID>stadium.Stadium_ID", "Year"],
  singer_in_concert: ["concert_ID>concert.concert_ID", "Singer_ID>singer.Singer_ID"],
  weather: ["day", "wind"],
});

export const link = (
  schema: DatabaseSchema,
  question: string,
  options: LinkOptions & LinkIndexOptions = {},
) => linkQuestion(buildLinkIndex(schema, options), question, options);
