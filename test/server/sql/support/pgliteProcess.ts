import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

const port = Number(process.argv[2]);
process.once("message", async (setup: string) => {
  const db = await PGlite.create();
  await db.exec(setup);
  await new PGLiteSocketServer({ db, port, host: "127.0.0.1", maxConnections: 4 }).start();
  process.send?.("ready");
});
