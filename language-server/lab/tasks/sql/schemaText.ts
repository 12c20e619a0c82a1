import { type Declarations, plainDeclarations } from "./declarations.ts";
import { idOf, type Schema } from "./schema.ts";

/** The schema as `CREATE TABLE` statements, one a line. */
export function schemaText(schema: Schema, declarations: Declarations = plainDeclarations): string {
  return schema.tables
    .map((table) => {
      const columns = table.columns.map((column) => {
        const parent =
          column.role === "foreign" ? schema.tables.find((t) => t.name === table.parent) : undefined;
        const key = column.role === "id" ? " PRIMARY KEY" : "";
        const reference = parent === undefined ? "" : ` REFERENCES ${parent.name}(${idOf(parent)})`;
        return `${`${column.name} ${declarations.typeOf(column)}`.trimEnd()}${key}${reference}`;
      });
      columns.push(...declarations.unasked(table));
      return `CREATE TABLE ${table.name} (${columns.join(", ")});`;
    })
    .join("\n");
}
