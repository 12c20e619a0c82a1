/**
 * Says what is wrong with a reference to a model on Hugging Face while it is being typed; null when it can be tried.
 * Form: `hf:user/repo` with an optional `:quantisation` or `/file.gguf`.
 */
export function problemOfReference(reference: string): string | null {
  const text = reference.trim();
  if (text === "") return "Form: hf:user/repo:quantisation, for example hf:ggml-org/SmolLM3-3B-GGUF:Q4_K_M";
  if (/^https?:/i.test(text)) return "Give the short form hf:user/repo:quantisation instead of an address.";
  if (!text.startsWith("hf:")) return "Start with hf: as in hf:user/repo:Q4_K_M";
  if (/\s/.test(text)) return "There must be no blanks in it.";
  const name = "[A-Za-z0-9][A-Za-z0-9._-]*";
  if (!new RegExp(`^hf:${name}/${name}`).test(text)) return "After hf: comes user/repo.";
  return new RegExp(`^hf:${name}/${name}(:[A-Za-z0-9_]+|(/[A-Za-z0-9._-]+)*/[A-Za-z0-9._-]+\\.gguf)?$`).test(
    text,
  )
    ? null
    : "After user/repo comes nothing, :quantisation (letters, digits, _), or the path of a .gguf file.";
}
