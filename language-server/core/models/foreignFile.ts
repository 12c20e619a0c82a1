/** What a file is that was taken for a GGUF, from its first bytes: a phrase that ends "but it is …". */
export function describeForeign(start: Uint8Array, sizeBytes: number): string {
  if (sizeBytes === 0) return "it is empty";
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => start[i] === byte);
  const text = new TextDecoder()
    .decode(start)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text.startsWith("version https://git-lfs.github.com/spec/")) {
    const bytes = Number(/^size (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
    const size = Number.isFinite(bytes) ? ` of a file of ${bytes} bytes` : "";
    return `it is only a Git LFS pointer${size}; run "git lfs pull" in its repository or download the file itself`;
  }
  if (/^(?:<!doctype|<html|<head|<\?xml|<!--)/i.test(text)) {
    return "it is a web page, which is what a failed download leaves; download it again";
  }
  if (starts(0x50, 0x4b, 0x03, 0x04))
    return "it is a zip archive (PyTorch models are zip archives too); a GGUF conversion is needed";
  if (
    starts(0x1f, 0x8b) ||
    starts(0xfd, 0x37, 0x7a, 0x58, 0x5a) ||
    starts(0x28, 0xb5, 0x2f, 0xfd) ||
    starts(0x37, 0x7a, 0xbc, 0xaf)
  ) {
    return "it is a compressed archive; unpack it first";
  }
  if (starts(0x46, 0x55, 0x47, 0x47))
    return "it is a GGUF in big-endian byte order, which this computer cannot load";
  if ([0x67676d6c, 0x67676d66, 0x67676a74].some((magic) => starts(...bytesOf(magic)))) {
    return "it is an old GGML file from before GGUF; download a newer conversion of the model";
  }
  if (isSafetensors(start, sizeBytes))
    return "it is a safetensors file; a GGUF conversion of the model is needed";
  if (starts(0x80, 0x02) || starts(0x80, 0x04))
    return "it is a Python pickle (PyTorch); a GGUF conversion is needed";
  if (starts(0x89, 0x48, 0x44, 0x46)) return "it is an HDF5 file; a GGUF conversion is needed";
  if (start.every((byte) => byte === 0))
    return "it begins with zeros, as an unfinished download does; download it again";
  if (/^[{[]/.test(text))
    return "it is JSON text; if it was downloaded, it may be the server's error message";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: telling text from binary is the point
  if (!/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) return "it is a text file";
  return "it does not begin with the letters GGUF";
}

/** Bytes of a little-endian 32-bit magic. */
const bytesOf = (magic: number): number[] => [0, 8, 16, 24].map((shift) => (magic >>> shift) & 0xff);

/** A length of a JSON header in 8 bytes, then that header. */
function isSafetensors(start: Uint8Array, sizeBytes: number): boolean {
  if (start.length < 9 || start[8] !== 0x7b) return false;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const length = Number(view.getBigUint64(0, true));
  return length > 1 && length + 8 <= Math.max(sizeBytes, 9) && length < 2 ** 31;
}
