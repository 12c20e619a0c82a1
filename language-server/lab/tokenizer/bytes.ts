/**
 * Bytes as printable characters, as GPT-2's tokenizer writes them and GGUF expects them (`tokenizer.ggml.model` =
 * "gpt2"): printable Latin-1 stands for itself, the other bytes for characters from U+0100 on.
 */
const isPlain = (byte: number): boolean =>
  (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);

const toCharacter: string[] = [];
const toByte = new Map<string, number>();
let next = 256;
for (let byte = 0; byte < 256; byte++) {
  const character = String.fromCharCode(isPlain(byte) ? byte : next++);
  toCharacter.push(character);
  toByte.set(character, byte);
}

/** The 256 characters, by byte. */
export const byteCharacters: readonly string[] = toCharacter;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text, each as its character. */
export function charactersOf(text: string): string {
  let result = "";
  for (const byte of encoder.encode(text)) result += toCharacter[byte];
  return result;
}

/** Bytes that a token's characters stand for. */
export const bytesOf = (token: string): number[] =>
  Array.from(token, (character) => toByte.get(character) ?? 0x3f);

/** Text of bytes; bytes that are no UTF-8 become U+FFFD. */
export const textOfBytes = (bytes: readonly number[]): string => decoder.decode(Uint8Array.from(bytes));
