import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { schemaFiles } from "../../schemas.mjs";

const folder = "media/schemas";

test("editors complete files by the schemas that the product reads them by", () => {
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(schemaFiles).sort());
  for (const [name, text] of Object.entries(schemaFiles)) {
    assert.equal(readFileSync(join(folder, name), "utf8"), text, `${name} is out of date: npm run schemas`);
  }
});
