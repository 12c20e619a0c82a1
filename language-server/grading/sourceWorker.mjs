// Development only: starts the TypeScript worker from the sources. On Node 20 the loader of `--import tsx` does not
// reach worker threads, so it is registered inside the thread. The product runs the bundle and never loads this file.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);
