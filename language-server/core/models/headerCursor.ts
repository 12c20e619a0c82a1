/** Random access to a file's bytes. `read` may return fewer bytes only at the end of the file. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

class EndOfFile extends Error {}
class TooLong extends Error {}

const windowBytes = 256 * 1024;
const utf8 = new TextDecoder();

/**
 * Forward-only reader over a small window of a file. `need(n)` makes n bytes available; the accessors after it are
 * synchronous. Skipping beyond the window reads nothing.
 */
export class HeaderCursor {
  readonly #source: ByteSource;
  readonly #limit: number;
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** File offset of the window's first byte. */
  #start = 0;
  /** Next byte, relative to the window; may lie beyond its end after a skip. */
  #at = 0;

  constructor(source: ByteSource, limit: number) {
    this.#source = source;
    this.#limit = limit;
  }

  /** Offset in the file. */
  get position(): number {
    return this.#start + this.#at;
  }

  /** Bytes that can be read without `need`. */
  get available(): number {
    return this.#view.byteLength - this.#at;
  }

  /** Makes `bytes` bytes available; throws when the file or the limit ends before. */
  async need(bytes: number): Promise<void> {
    if (this.available >= bytes) return;
    const position = this.position;
    // Checked before anything is allocated: the length may be a lie.
    if (position + bytes > this.#source.size) throw new EndOfFile();
    if (position + bytes > this.#limit) throw new TooLong();
    const data = await this.#source.read(
      position,
      Math.min(Math.max(bytes, windowBytes), this.#source.size - position),
    );
    if (data.byteLength < bytes) throw new EndOfFile();
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    this.#start = position;
    this.#at = 0;
  }

  skip(bytes: number): void {
    this.#at += bytes;
    if (this.position > this.#source.size) throw new EndOfFile();
  }

  u32(): number {
    const value = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    return value;
  }

  /** As a number: above 2^53 it is inexact, and far above every limit it is compared with. */
  u64(): number {
    const low = this.#view.getUint32(this.#at, true);
    const high = this.#view.getUint32(this.#at + 4, true);
    this.#at += 8;
    return high * 0x1_0000_0000 + low;
  }

  text(bytes: number): string {
    const text = utf8.decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at, bytes));
    this.#at += bytes;
    return text;
  }

  /** A number or boolean of a GGUF value type that is neither string nor array. */
  scalar(type: number): number | boolean {
    const view = this.#view;
    const at = this.#at;
    switch (type) {
      case 0:
        this.#at += 1;
        return view.getUint8(at);
      case 1:
        this.#at += 1;
        return view.getInt8(at);
      case 2:
        this.#at += 2;
        return view.getUint16(at, true);
      case 3:
        this.#at += 2;
        return view.getInt16(at, true);
      case 4:
        return this.u32();
      case 5:
        this.#at += 4;
        return view.getInt32(at, true);
      case 6:
        this.#at += 4;
        return view.getFloat32(at, true);
      case 7:
        this.#at += 1;
        return view.getUint8(at) !== 0;
      case 10:
        return this.u64();
      case 11:
        this.#at += 8;
        return Number(view.getBigInt64(at, true));
      case 12:
        this.#at += 8;
        return view.getFloat64(at, true);
      default:
        throw new Error(`Not a scalar type: ${type}`);
    }
  }

  isEnd(error: unknown): boolean {
    return error instanceof EndOfFile;
  }

  isTooLong(error: unknown): boolean {
    return error instanceof TooLong;
  }
}
