import { plural } from "../math/words.ts";
import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { type NamePool, namePools } from "./names.ts";

export type ColumnRole = "id" | "label" | "number" | "category" | "foreign";

export interface Column {
  readonly name: string;
  /** How a question speaks of it. */
  readonly phrase: string;
  readonly type: "INTEGER" | "TEXT";
  readonly role: ColumnRole;
  /** Smallest and largest value of a number. */
  readonly range?: readonly [number, number];
  /** Values of a label or category. */
  readonly values?: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  readonly columns: readonly Column[];
  /** Name of the table that the foreign column refers to. */
  readonly parent?: string;
}

export interface Schema {
  readonly tables: readonly Table[];
}

type NameStyle = "snake" | "capital";

/** One to three tables; from the second on a table may refer to the first. */
export function drawSchema(split: Split, random: TaskRandom): Schema {
  const pool = namePools[split];
  const style = random.weighted<NameStyle>([
    ["snake", 0.8],
    ["capital", 0.2],
  ]);
  // Training also sees names that mean nothing, so that names are read from the schema rather than known by heart.
  const invents = split === "train" && random.chance(0.35);
  const count = random.weighted([
    [1, 0.35],
    [2, 0.45],
    [3, 0.2],
  ]);
  const entities = random
    .pickSome(pool.entities, count)
    .map((entity) => (invents ? inventWord(random) : entity));
  const tables: Table[] = [];
  for (const entity of new Set(entities)) {
    const parent = tables[0];
    const refers = parent !== undefined && (tables.length === 1 || random.chance(0.6));
    tables.push(drawTable(entity, refers ? parent : undefined, pool, style, invents, random));
  }
  return { tables };
}

function drawTable(
  entity: string,
  parent: Table | undefined,
  pool: NamePool,
  style: NameStyle,
  invents: boolean,
  random: TaskRandom,
): Table {
  const columns: Column[] = [{ name: named("id", style), phrase: "id", type: "INTEGER", role: "id" }];
  const phrases = new Set<string>(["id", entity]);
  const add = (phrase: string, column: Omit<Column, "name" | "phrase">) => {
    if (phrases.has(phrase)) return;
    phrases.add(phrase);
    columns.push({ name: named(phrase, style), phrase, ...column });
  };
  const word = (known: string) => (invents && random.chance(0.6) ? inventWord(random) : known);
  add(random.pick(pool.labels), { type: "TEXT", role: "label", values: pool.labelValues });
  if (parent !== undefined) {
    add(`${parent.one} id`, { type: "INTEGER", role: "foreign" });
  }
  const rest: (() => void)[] = [];
  for (const [name, low, high] of random.pickSome(pool.numbers, random.integer(1, 3))) {
    rest.push(() =>
      add(word(name), { type: "INTEGER", role: "number", range: [low, Math.max(high, low + 40)] }),
    );
  }
  for (const [name, values] of random.pickSome(pool.categories, random.integer(1, 2))) {
    rest.push(() => add(word(name), { type: "TEXT", role: "category", values }));
  }
  for (const make of random.shuffle(rest)) make();
  return {
    name: named(entity, style),
    one: entity,
    many: plural(entity),
    columns,
    ...(parent === undefined ? {} : { parent: parent.name }),
  };
}

/** `unit price` → `unit_price` or `UnitPrice`. */
function named(phrase: string, style: NameStyle): string {
  const words = phrase.split(" ");
  if (style === "snake") return words.join("_");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

const onsets = "b,c,d,f,g,k,l,m,n,p,r,s,t,v,z,br,dr,gr,kl,pl,st,tr".split(",");
const vowels = "a,e,i,o,u".split(",");
const codas = ",,,l,m,n,r,k".split(",");

/** A word that could be English and is not, such as `tarvo`. */
function inventWord(random: TaskRandom): string {
  const syllable = () => random.pick(onsets) + random.pick(vowels);
  const word = `${syllable()}${random.pick(codas)}${syllable()}${random.chance(0.3) ? syllable() : ""}`;
  return reserved.has(word) ? `${word}la` : word;
}

const reserved = new Set(["select", "table", "values", "limit", "group", "order", "index", "like"]);

/** The schema as `CREATE TABLE` statements, one a line. */
export function schemaText(schema: Schema): string {
  return schema.tables
    .map((table) => {
      const columns = table.columns.map((column) => {
        const parent =
          column.role === "foreign" ? schema.tables.find((t) => t.name === table.parent) : undefined;
        const key = column.role === "id" ? " PRIMARY KEY" : "";
        const reference = parent === undefined ? "" : ` REFERENCES ${parent.name}(${idOf(parent)})`;
        return `${column.name} ${column.type}${key}${reference}`;
      });
      return `CREATE TABLE ${table.name} (${columns.join(", ")});`;
    })
    .join("\n");
}

export const idOf = (table: Table): string => columnsOf(table, "id")[0]?.name ?? "id";

export const columnsOf = (table: Table, ...roles: readonly ColumnRole[]): Column[] =>
  table.columns.filter((column) => roles.includes(column.role));
