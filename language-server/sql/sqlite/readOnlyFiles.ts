import { randomFillSync } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import type { Sqlite3Static, WasmPointer } from "@sqlite.org/sqlite-wasm";

/** Name under which this file system is known to SQLite. */
export const readOnlyFilesName = "deliberate-read-only";

/** Days from the Julian epoch, in which SQLite counts time, to 1970. */
const julianEpochDays = 2_440_587.5;

interface OpenFile {
  /** Null: the file does not exist and reads as empty (a write-ahead log without content). */
  readonly fd: number | null;
  readonly size: number;
}

/**
 * A file system for SQLite that can only read, and only files that were mounted: the WebAssembly build has none of its
 * own. Databases of any size are read page by page, nothing is copied, no lock is taken and nothing is ever written, so
 * programs that use the same file are not disturbed. Files beside a database that SQLite asks for (`-wal`, `-journal`)
 * are read too; the content of a write-ahead log needs `locking_mode=EXCLUSIVE`, which keeps its index in memory.
 */
export class ReadOnlyFiles {
  private readonly paths = new Map<string, string>();
  private readonly open = new Map<WasmPointer, OpenFile>();
  private next = 1;

  constructor(sqlite3: Sqlite3Static) {
    const { capi, wasm } = sqlite3;
    const vfs = new capi.sqlite3_vfs();
    const io = new capi.sqlite3_io_methods();
    vfs.$iVersion = 2;
    // An open file is one pointer to its methods; the rest of what we know of it is in `open`.
    vfs.$szOsFile = 8;
    vfs.$mxPathname = 256;
    // The package's types miss the `$` that its structures have at run time.
    Object.assign(io, { $iVersion: 1 });

    const pathOf = (name: WasmPointer): string | null => {
      const text = name === 0 ? "" : (wasm.cstrToJs(name) ?? "");
      const suffix = /-(wal|journal)$/.exec(text)?.[0] ?? "";
      const path = this.paths.get(suffix === "" ? text : text.slice(0, -suffix.length));
      return path === undefined ? null : path + suffix;
    };

    sqlite3.vfs.installVfs({
      io: {
        struct: io,
        methods: {
          xClose: (file) => {
            const fd = this.open.get(file)?.fd ?? null;
            if (fd !== null) closeSync(fd);
            this.open.delete(file);
            return capi.SQLITE_OK;
          },
          xRead: (file, buffer, length, offset) => {
            const opened = this.open.get(file);
            const target = wasm.heap8u().subarray(Number(buffer), Number(buffer) + length);
            let filled = 0;
            try {
              if (opened !== undefined && opened.fd !== null)
                filled = readFully(opened, target, Number(offset));
            } catch {
              return capi.SQLITE_IOERR_READ;
            }
            if (filled === length) return capi.SQLITE_OK;
            target.fill(0, filled);
            return capi.SQLITE_IOERR_SHORT_READ;
          },
          xWrite: () => capi.SQLITE_READONLY,
          xTruncate: () => capi.SQLITE_READONLY,
          xSync: () => capi.SQLITE_OK,
          xFileSize: (file, size) => {
            wasm.poke64(size, BigInt(this.open.get(file)?.size ?? 0));
            return capi.SQLITE_OK;
          },
          xLock: () => capi.SQLITE_OK,
          xUnlock: () => capi.SQLITE_OK,
          xCheckReservedLock: (_file, result) => {
            wasm.poke32(result, 0);
            return capi.SQLITE_OK;
          },
          xFileControl: () => capi.SQLITE_NOTFOUND,
          xDeviceCharacteristics: () => 0,
        },
      },
      vfs: {
        struct: vfs,
        name: readOnlyFilesName,
        methods: {
          xOpen: (_vfs, name, file, flags, outFlags) => {
            const path = pathOf(name);
            if (path === null) return capi.SQLITE_CANTOPEN;
            const opened = openForReading(path);
            if (opened.fd === null && (flags & capi.SQLITE_OPEN_WAL) === 0) return capi.SQLITE_CANTOPEN;
            this.open.set(file, opened);
            const struct = new capi.sqlite3_file(file);
            struct.$pMethods = io.pointer;
            struct.dispose();
            if (outFlags !== 0) wasm.poke32(outFlags, capi.SQLITE_OPEN_READONLY);
            return capi.SQLITE_OK;
          },
          xDelete: () => capi.SQLITE_READONLY,
          xAccess: (_vfs, name, _flags, result) => {
            const path = pathOf(name);
            const size = path === null ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
            wasm.poke32(result, size !== undefined && size > 0 ? 1 : 0);
            return capi.SQLITE_OK;
          },
          xFullPathname: (_vfs, name, length, out) => {
            return wasm.cstrncpy(out, name, length) < length ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN;
          },
          xRandomness: (_vfs, length, out) => {
            randomFillSync(wasm.heap8u(), Number(out), length);
            return capi.SQLITE_OK;
          },
          xSleep: () => capi.SQLITE_OK,
          xCurrentTime: (_vfs, out) => {
            wasm.poke64f(out, Date.now() / 86_400_000 + julianEpochDays);
            return capi.SQLITE_OK;
          },
          xCurrentTimeInt64: (_vfs, out) => {
            wasm.poke64(out, BigInt(Date.now() + julianEpochDays * 86_400_000));
            return capi.SQLITE_OK;
          },
          xGetLastError: () => capi.SQLITE_OK,
        },
      },
    });
  }

  /** The name under which SQLite can open a file from now on; every call gives another. */
  mount(path: string): string {
    const name = `/${this.next++}`;
    this.paths.set(name, path);
    return name;
  }

  unmount(name: string): void {
    this.paths.delete(name);
  }
}

function openForReading(path: string): OpenFile {
  try {
    const fd = openSync(path, "r");
    return { fd, size: fstatSync(fd).size };
  } catch {
    return { fd: null, size: 0 };
  }
}

/** Bytes read. A file that grows while it is open keeps the size it had. */
function readFully({ fd, size }: OpenFile, target: Uint8Array, offset: number): number {
  const wanted = Math.max(0, Math.min(target.length, size - offset));
  let filled = 0;
  while (fd !== null && filled < wanted) {
    const read = readSync(fd, target, filled, wanted - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
