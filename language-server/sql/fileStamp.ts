import { closeSync, openSync, readSync, type Stats, statSync } from "node:fs";

/** What tells cheaply that a database file may have another content than before. */
export interface FileStamp {
  readonly path: string;
  /** Size, time of change and identity of the file. */
  readonly main: string;
  /** The same of its write-ahead log. */
  readonly log: string;
  /** Head of the log with its two salts, which change when the log is begun anew. */
  readonly logHead: string;
}

/** The stamp of a file as it is now, which may not exist. */
export function stampOf(path: string): FileStamp {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return {
    path,
    main: describe(statSync(path, { throwIfNoEntry: false })),
    log: describe(log),
    logHead: log === undefined || log.size === 0 ? "" : headOf(`${path}-wal`),
  };
}

export const sameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.main === b.main && a.log === b.log && a.logHead === b.logHead;

const describe = (stats: Stats | undefined): string =>
  stats === undefined ? "-" : `${stats.size}:${stats.mtimeMs}:${stats.ino}`;

function headOf(path: string): string {
  const head = Buffer.alloc(32);
  try {
    const fd = openSync(path, "r");
    try {
      readSync(fd, head, 0, head.length, 0);
    } finally {
      closeSync(fd);
    }
  } catch {
    return "";
  }
  return head.toString("hex");
}
