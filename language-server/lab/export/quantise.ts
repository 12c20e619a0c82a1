/** Values as GGUF stores them: F32, F16 and Q8_0 (blocks of 32 with a half-precision scale). */

export type StoredType = "F32" | "F16" | "Q8_0";
export const storedTypes: Readonly<Record<StoredType, number>> = { F32: 0, F16: 1, Q8_0: 8 };

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** Half-precision bits of a number, rounded to nearest, ties to even. */
export function halfBits(value: number): number {
  single[0] = value;
  const word = bits[0] ?? 0;
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  if (magnitude >= 0x7f800000) return sign | (magnitude > 0x7f800000 ? 0x7e00 : 0x7c00);
  // 65520 is the first number that rounds to infinity.
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    // Subnormal: units of 2⁻²⁴. Math.abs of the float itself is exact.
    const units = Math.abs(single[0] ?? 0) * 16777216;
    const floor = Math.floor(units);
    const rest = units - floor;
    return sign | (floor + (rest > 0.5 || (rest === 0.5 && (floor & 1) === 1) ? 1 : 0));
  }
  const rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1);
  return sign | ((rounded - 0x38000000) >>> 13);
}

/** Number of half-precision bits. */
export function halfValue(half: number): number {
  const sign = (half & 0x8000) !== 0 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Whether a row of this width can be stored so. */
export const fitsType = (type: StoredType, width: number): boolean => type !== "Q8_0" || width % 32 === 0;

/** Bytes that so many values take. */
export const storedLength = (type: StoredType, count: number): number =>
  type === "F32" ? count * 4 : type === "F16" ? count * 2 : (count / 32) * 34;

/**
 * Values as ggml stores them: F16 rounded to the nearest, Q8_0 in blocks of 32 with a scale of their own.
 * @param values for Q8_0 a multiple of 32, see `fitsType`
 */
export function storedBytes(type: StoredType, values: Float32Array): Buffer {
  if (type === "F32") return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  if (type === "F16") {
    const halves = Uint16Array.from(values, halfBits);
    return Buffer.from(halves.buffer);
  }
  const bytes = Buffer.alloc((values.length / 32) * 34);
  for (let block = 0; block * 32 < values.length; block++) {
    const part = values.subarray(block * 32, block * 32 + 32);
    let largest = 0;
    for (const value of part) largest = Math.max(largest, Math.abs(value));
    const scale = Math.fround(largest / 127);
    const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
    bytes.writeUInt16LE(halfBits(scale), block * 34);
    for (const [i, value] of part.entries()) {
      const scaled = Math.fround(value * inverse);
      // Away from zero at halves, as C's roundf.
      bytes.writeInt8(Math.sign(scaled) * Math.round(Math.abs(scaled)), block * 34 + 2 + i);
    }
  }
  return bytes;
}

/** Values of `count` stored ones. */
export function valuesOf(type: StoredType, bytes: Uint8Array, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    if (type === "F32") values[i] = view.getFloat32(i * 4, true);
    else if (type === "F16") values[i] = halfValue(view.getUint16(i * 2, true));
    else {
      const block = (i >>> 5) * 34;
      values[i] = halfValue(view.getUint16(block, true)) * view.getInt8(block + 2 + (i & 31));
    }
  }
  return values;
}
