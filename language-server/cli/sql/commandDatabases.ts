import { openDatabases } from "../../server/product.ts";
import type { ProductFiles } from "../../server/productFiles.ts";
import type { Databases } from "../../sql/databases.ts";

/** Passwords of servers as their own programs take them, where a connection string has none. */
export async function passwordFromEnvironment(key: string): Promise<string | undefined> {
  return key.startsWith("postgres:") ? process.env.PGPASSWORD : process.env.MYSQL_PWD;
}

/** Does some work on databases, and closes them. */
export async function withDatabases<T>(
  files: ProductFiles,
  work: (databases: Databases, passwords: Map<string, string>) => Promise<T>,
): Promise<T> {
  const passwords = new Map<string, string>();
  const databases = openDatabases(files, {
    secret: async (key) => passwords.get(key) ?? (await passwordFromEnvironment(key)),
    packageFolders: [process.cwd()],
  });
  try {
    return await work(databases, passwords);
  } finally {
    await databases.dispose();
  }
}
