const table = /* @__PURE__ */ buildTable();

function buildTable(): Uint32Array {
  const entries = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    entries[byte] = value;
  }
  return entries;
}

/**
 * CRC-32 as in zip, PNG and Python's `zlib.crc32` (reflected polynomial 0xEDB88320), so that other programs can
 * check our frames with what they already have. `start` is the checksum of the bytes that came before.
 */
export function crc32(bytes: Uint8Array, start = 0): number {
  let value = ~start;
  for (let i = 0; i < bytes.length; i++)
    value = (table[(value ^ (bytes[i] as number)) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
