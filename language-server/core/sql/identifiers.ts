import type { SqlDialect } from "./schema.ts";

/** Words that no dialect takes as a bare name, and those that read as a clause where a name is expected. */
const reserved: ReadonlySet<string> = new Set(
  `add all alter analyse analyze and any as asc between by case cast check collate column constraint create cross
  current_date current_time current_timestamp current_user database default delete desc distinct drop else end escape
  except exists explain false fetch for foreign from full grant group having if in index inner insert intersect into is
  isnull join key left like limit natural not notnull null offset on or order outer over partition primary range rank
  references right row rows select session_user set some table then to transaction trigger true union unique update
  user using values view when where window with`.split(/\s+/),
);

/** A table or column name as a statement writes it: bare where the dialect reads it unchanged, else quoted. */
export function identifier(name: string, dialect: SqlDialect): string {
  const folded = dialect === "postgres" && name !== name.toLowerCase();
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !folded && !reserved.has(name.toLowerCase())) return name;
  return dialect === "mysql" ? `\`${name.replaceAll("`", "``")}\`` : `"${name.replaceAll('"', '""')}"`;
}
