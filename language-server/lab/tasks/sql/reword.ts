import { capitalised } from "../math/phrasing.ts";
import type { TaskRandom } from "../random.ts";
import type { Query } from "./queries.ts";
import { columnsOf, type Schema } from "./schema.ts";

/** The same query asked for in shorter and in other words, for training alone. */
export function reworded(query: Query, schema: Schema, random: TaskRandom): Query {
  const shorter = random.chance(0.5) ? (text: string) => withoutBelonging(text, schema, random) : undefined;
  const said = shorter?.(query.question) ?? query.question;
  const question = random.chance(0.3) ? said.replace(/ are there\?$/, " do we have?") : said;
  const comment = random.weighted<string>([
    [shorter?.(query.comment) ?? query.comment, 0.6],
    [question, 0.25],
    [capitalised(query.comment), 0.15],
  ]);
  return { ...query, question, comment };
}

/** `that belong to artists whose name is Queen` → `of the artist Queen`; with other conditions `of artists whose …`. */
function withoutBelonging(text: string, schema: Schema, random: TaskRandom): string {
  for (const table of schema.tables) {
    for (const label of columnsOf(table, "label")) {
      const start = ` that belong to ${table.many} `;
      const condition = new RegExp(
        `${start}(?:whose ${label.phrase} is|with ${label.phrase}|where the ${label.phrase} is) (?!not )([A-Z][a-z]+(?: [a-z]+)?)(?=$|[.?]| are there)`,
      );
      if (condition.test(text)) {
        return text.replace(condition, ` ${random.pick(["of the", "of", "by"])} ${table.one} $1`);
      }
    }
  }
  return text.replace(" that belong to ", " of ");
}
