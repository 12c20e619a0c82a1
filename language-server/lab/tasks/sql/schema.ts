import { capitalised } from "../math/phrasing.ts";
import { plural } from "../math/words.ts";
import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { type NamePool, namePools, otherNames } from "./names.ts";

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

/** `unit_price`, `UnitPrice`, `Unit_Price` with `ID`, `Unit_price` with `ID`, `unitPrice`, `UNIT_PRICE`. */
export type NameStyle = "snake" | "capital" | "title" | "sentence" | "camel" | "upper";

export interface Schema {
  readonly style: NameStyle;
  readonly tables: readonly Table[];
}

/** Shares of schemas by the way they write names. Training sees all that are in use. */
const nameStyles: Readonly<Record<Split, readonly (readonly [NameStyle, number])[]>> = {
  train: [
    ["snake", 0.46],
    ["capital", 0.2],
    ["title", 0.12],
    ["sentence", 0.08],
    ["camel", 0.08],
    ["upper", 0.06],
  ],
  test: [
    ["snake", 0.8],
    ["capital", 0.2],
  ],
};

/** Shares of schemas by number of tables. Training has larger ones, as real databases are. */
const tableCounts: Readonly<Record<Split, readonly (readonly [number, number])[]>> = {
  train: [
    [1, 0.3],
    [2, 0.38],
    [3, 0.18],
    [4, 0.08],
    [5, 0.06],
  ],
  test: [
    [1, 0.35],
    [2, 0.45],
    [3, 0.2],
  ],
};

/** Ways to name that hold for a whole schema. */
interface Habits {
  /** `album_id` for the key of `album` instead of `id`. */
  readonly ownIds?: boolean;
  /** Tables are named for all their rows: `albums`. */
  readonly plurals?: boolean;
}

/** A few tables; from the second on a table may refer to the first. */
export function drawSchema(split: Split, random: TaskRandom): Schema {
  const pool = namePools[split];
  const style = random.weighted(nameStyles[split]);
  const named: Naming = split === "train" ? (known) => nameForTraining(known, random) : (known) => known;
  const habits: Habits =
    split === "train" ? { ownIds: random.chance(0.5), plurals: random.chance(0.25) } : {};
  const count = random.weighted(tableCounts[split]);
  const entities = random.pickSome(pool.entities, count).map(named);
  const tables: Table[] = [];
  for (const entity of new Set(entities)) {
    const parent = tables[0];
    const refers = parent !== undefined && (tables.length === 1 || random.chance(0.6));
    tables.push(drawTable(entity, refers ? parent : undefined, pool, style, habits, named, random));
  }
  return { style, tables };
}

function drawTable(
  entity: string,
  parent: Table | undefined,
  pool: NamePool,
  style: NameStyle,
  habits: Habits,
  naming: Naming,
  random: TaskRandom,
): Table {
  const id = habits.ownIds ? `${entity} id` : "id";
  const columns: Column[] = [{ name: named(id, style), phrase: "id", type: "INTEGER", role: "id" }];
  const phrases = new Set<string>(["id", entity]);
  const add = (phrase: string, column: Omit<Column, "name" | "phrase">) => {
    if (phrases.has(phrase)) return;
    phrases.add(phrase);
    columns.push({ name: named(phrase, style), phrase, ...column });
  };
  const valuesLike = (known: readonly string[]) => [...new Set(known.map(naming))];
  const label = random.pick(pool.labels);
  add(random.chance(0.7) ? label : naming(label), {
    type: "TEXT",
    role: "label",
    values: valuesLike(pool.labelValues).map(capitalised),
  });
  if (parent !== undefined) {
    add(`${parent.one} id`, { type: "INTEGER", role: "foreign" });
  }
  const rest: (() => void)[] = [];
  for (const [name, low, high] of random.pickSome(pool.numbers, random.integer(1, 3))) {
    rest.push(() =>
      add(naming(name), { type: "INTEGER", role: "number", range: [low, Math.max(high, low + 40)] }),
    );
  }
  for (const [name, values] of random.pickSome(pool.categories, random.integer(1, 2))) {
    rest.push(() => add(naming(name), { type: "TEXT", role: "category", values: valuesLike(values) }));
  }
  for (const make of random.shuffle(rest)) make();
  return {
    name: named(habits.plurals ? plural(entity) : entity, style),
    one: entity,
    many: plural(entity),
    columns,
    ...(parent === undefined ? {} : { parent: parent.name }),
  };
}

/** The words of a name as the style joins them. */
export function named(phrase: string, style: NameStyle): string {
  const words = phrase.split(" ");
  const title = words.map(capitalised);
  switch (style) {
    case "snake":
      return words.join("_");
    case "capital":
      return title.join("");
    case "title":
      return title.join("_").replace(/Id$/, "ID");
    case "sentence":
      return capitalised(words.join("_")).replace(/(^|_)id$/i, "$1ID");
    case "camel":
      return [words[0], ...title.slice(1)].join("");
    case "upper":
      return words.join("_").toUpperCase();
  }
}

/** What a table, a column or a value is called. */
type Naming = (known: string) => string;

/**
 * Training also sees names that have nothing to do with their role, and such that mean nothing, so that names are read
 * from the schema rather than known by heart.
 */
const nameForTraining = (known: string, random: TaskRandom): string =>
  random.weighted<() => string>([
    [() => known, 0.25],
    [() => random.pick(otherNames), 0.22],
    [() => inventWord(random), 0.2],
    [() => `${random.pick(otherNames)} ${random.pick(["count", "type", "date", "id number", "rank"])}`, 0.05],
    [() => `${inventWord(random)} ${random.pick(otherNames)}`, 0.08],
    [() => `${random.pick(oneWordNames)} ${random.pick(oneWordNames)}`, 0.15],
    [() => `${inventWord(random)} ${inventWord(random)}`, 0.05],
  ])();

const oneWordNames = otherNames.filter((name) => !name.includes(" "));

const onsets =
  "b,c,d,f,g,h,j,k,l,m,n,p,qu,r,s,t,v,w,y,z,bl,br,ch,cl,cr,dr,fl,gl,gr,kl,ph,pl,pr,sh,sk,sl,st,th,tr,tw".split(
    ",",
  );
const vowels = "a,e,i,o,u,a,e,i,o,u,ai,ea,ee,ie,oo,ou,y".split(",");
const codas = ",,,,l,m,n,r,k,t,s,x,ck,nd,ng,nt,rd,rt,sh,st,th".split(",");

/** A word that could be English and is not, such as `tarvo`. */
function inventWord(random: TaskRandom): string {
  const syllable = () => random.pick(onsets) + random.pick(vowels);
  const end = random.chance(0.4) ? random.pick(codas) : "";
  const word = `${syllable()}${random.pick(codas)}${syllable()}${random.chance(0.3) ? syllable() : ""}${end}`;
  return reserved.has(word) ? `${word}la` : word;
}

const reserved = new Set(["select", "table", "values", "limit", "group", "order", "index", "like"]);

export const idOf = (table: Table): string => columnsOf(table, "id")[0]?.name ?? "id";

export const columnsOf = (table: Table, ...roles: readonly ColumnRole[]): Column[] =>
  table.columns.filter((column) => roles.includes(column.role));
