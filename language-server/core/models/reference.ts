/** What a person may write to name a model on Hugging Face, and which of a repository's files it means. */
import { fail, ok, type Result } from "../../contract/result.ts";
import { normalLabel, parseSplitName, quantisationLabel, splitPartName } from "./quantisation.ts";

export interface ModelReference {
  /** `user/name`. */
  readonly repository: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** Path of a file in the repository; then `quantisation` is null. */
  readonly file: string | null;
  /** As written; null = choose by `preferredLabels`. */
  readonly quantisation: string | null;
  /** Origin of a URL; null = the configured endpoint. */
  readonly origin: string | null;
}

/** Chosen in this order when no quantisation is asked for; then the first file. */
export const preferredLabels: readonly string[] = ["Q4_K_M", "Q4_0", "Q8_0"];

const repositoryPart = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,95})";
const shortForm = new RegExp(
  `^(${repositoryPart}/${repositoryPart})(?:/([^:#]+\\.gguf)|:([A-Za-z0-9][A-Za-z0-9._-]*))?(?:#(.+))?$`,
  "i",
);
const hubHosts = new Set(["huggingface.co", "www.huggingface.co", "hf.co"]);

const howToWrite =
  "Write hf:user/repository:Q4_K_M, hf:user/repository/file.gguf or the https address of a .gguf file.";

/**
 * Reads a reference: `hf:user/repo`, `hf:user/repo:Q4_K_M`, `hf:user/repo/dir/file.gguf`, each also without `hf:` or
 * with `hf.co/`, and with `#branch` at the end; or an https URL of a repository or of a file in it (`resolve`, `blob`).
 * Plain http is accepted for this computer only.
 *
 * Errors: `download/bad-reference`.
 */
export function parseReference(text: string): Result<ModelReference> {
  const trimmed = text.trim();
  if (/^https?:\/\//i.test(trimmed)) return parseUrl(trimmed);
  const short = trimmed.replace(/^hf:(?:\/\/)?/i, "").replace(/^(?:www\.)?(?:huggingface\.co|hf\.co)\//i, "");
  const match = shortForm.exec(short);
  const [, repository, file, label, revision] = match ?? [];
  if (repository === undefined) {
    return fail(
      "download/bad-reference",
      `"${shorten(trimmed)}" is not the name of a model on Hugging Face. ${howToWrite}`,
    );
  }
  return checked({
    repository,
    revision: revision ?? "main",
    file: file ?? null,
    quantisation: label ?? null,
    origin: null,
  });
}

function parseUrl(text: string): Result<ModelReference> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return fail("download/bad-reference", `"${shorten(text)}" is not a valid address. ${howToWrite}`);
  }
  const local = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !local) {
    return fail("download/bad-reference", `"${shorten(text)}" is not encrypted; use the https address.`);
  }
  if (url.username !== "" || url.password !== "") {
    return fail("download/bad-reference", "The address contains a password; set HF_TOKEN instead.");
  }
  const steps = url.pathname.split("/").filter((step) => step !== "");
  let decoded: string[];
  try {
    decoded = steps.map(decodeURIComponent);
  } catch {
    return fail("download/bad-reference", `"${shorten(text)}" is not a valid address. ${howToWrite}`);
  }
  const [user, name, kind, revision, ...file] = decoded;
  const origin = hubHosts.has(url.hostname) ? null : url.origin;
  const isFile = kind === "resolve" || kind === "blob";
  if (user === undefined || name === undefined || (kind !== undefined && !isFile && kind !== "tree")) {
    return fail(
      "download/bad-reference",
      `"${shorten(text)}" is not the address of a model file. ${howToWrite}`,
    );
  }
  if (isFile && (file.length === 0 || !/\.gguf$/i.test(file.at(-1) ?? ""))) {
    return fail("download/bad-reference", `"${shorten(text)}" does not lead to a .gguf file. ${howToWrite}`);
  }
  return checked({
    repository: `${user}/${name}`,
    revision: revision ?? "main",
    file: isFile ? file.join("/") : null,
    quantisation: null,
    origin,
  });
}

function checked(reference: ModelReference): Result<ModelReference> {
  const names = reference.repository.split("/");
  const valid =
    names.every((name) => new RegExp(`^${repositoryPart}$`).test(name) && !name.includes("..")) &&
    /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(reference.revision) &&
    !reference.revision.split("/").includes("..");
  if (!valid || (reference.file !== null && !isSafePath(reference.file))) {
    return fail("download/bad-reference", `The name contains characters that are not allowed. ${howToWrite}`);
  }
  return ok(reference);
}

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/**
 * Whether a path from the network may become a path below a folder on any system: relative, no step upwards, no
 * characters or names that Windows treats specially.
 */
export function isSafePath(path: string): boolean {
  if (path === "" || path.length > 1000) return false;
  return path.split("/").every(
    (step) =>
      step !== "" &&
      step.length <= 255 &&
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
      !/[\u0000-\u001f\u007f\\:*?"<>|]/.test(step) &&
      !/^\.+$/.test(step) &&
      !/[. ]$/.test(step) &&
      !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(step),
  );
}

/** A file of a repository. */
export interface RemoteFile {
  readonly path: string;
  /** Null when the server does not say. */
  readonly sizeBytes: number | null;
  /** SHA-256 in hexadecimal; null for files that are not stored by it. */
  readonly sha256: string | null;
}

export interface Choice {
  /** All files to fetch, in order of parts. */
  readonly files: readonly RemoteFile[];
  readonly quantisation: string | null;
}

/**
 * The files a reference means. Labels are compared whole and without regard to case (`Q4_K` is not `Q4_K_M`); a plain
 * label is preferred to its `UD-` variant, a single file to a split one, then the shortest path.
 *
 * Errors: `download/not-found`, with the quantisations there are.
 */
export function chooseFiles(files: readonly RemoteFile[], reference: ModelReference): Result<Choice> {
  const models = groupParts(files.filter((file) => isModelFile(file.path)));
  const { repository, file, quantisation } = reference;
  if (file !== null) {
    const group = models.find(({ parts }) => parts.some(({ path }) => path === file));
    // Named outright, any file will do, also one that would not be offered.
    const single = files.filter(({ path }) => path === file);
    if (group === undefined && single.length === 0) {
      return fail("download/not-found", `${repository} has no file ${file}. ${available(models)}`);
    }
    return group === undefined
      ? ok({ files: single, quantisation: quantisationLabel(file) })
      : complete(group, repository);
  }
  if (models.length === 0) {
    return fail(
      "download/not-found",
      `${repository} has no GGUF files. Look for a repository of the model whose name ends in GGUF.`,
    );
  }
  const wanted = quantisation === null ? preferredLabels : [normalLabel(quantisation)];
  for (const label of wanted) {
    const group = models.filter((model) => hasLabel(model, label)).sort(byPreference(label))[0];
    if (group !== undefined) return complete(group, repository);
  }
  if (quantisation !== null) {
    return fail(
      "download/not-found",
      `${repository} has no quantisation ${quantisation}. ${available(models)}`,
    );
  }
  const first = models[0];
  return first === undefined ? fail("internal", "No file was chosen.") : complete(first, repository);
}

interface RemoteModel {
  readonly parts: readonly RemoteFile[];
  /** Number of parts it should have. */
  readonly count: number;
  readonly path: string;
  readonly label: string | null;
}

/** Importance matrices and projectors are GGUF files too, but no models. */
const isModelFile = (path: string): boolean =>
  /\.gguf$/i.test(path) && !/(?:^|[/._-])(?:mmproj|imatrix)/i.test(path);

function groupParts(files: readonly RemoteFile[]): RemoteModel[] {
  const groups = new Map<string, { path: string; count: number; parts: Map<number, RemoteFile> }>();
  for (const file of files) {
    const split = parseSplitName(file.path);
    const key = split === null ? file.path : splitPartName(split.prefix, 1, split.count);
    const group = groups.get(key) ?? {
      path: key,
      count: split?.count ?? 1,
      parts: new Map<number, RemoteFile>(),
    };
    group.parts.set(split?.part ?? 1, file);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ path, count, parts }) => ({
    path,
    count,
    label: quantisationLabel((parseSplitName(path)?.prefix ?? path).replace(/\.gguf$/i, "")),
    parts: [...parts].sort(([a], [b]) => a - b).map(([, file]) => file),
  }));
}

/** `UD-` marks Unsloth's variant of the same quantisation. */
const plain = (label: string): string => label.replace(/^UD-/, "");

function hasLabel(model: RemoteModel, wanted: string): boolean {
  if (model.label !== null)
    return model.label === wanted || (!wanted.startsWith("UD-") && plain(model.label) === wanted);
  // Labels this version does not know are still found when they stand alone in the name.
  const escaped = wanted.replace(/[.]/g, "\\.");
  return new RegExp(`(?:^|[-./])${escaped}(?:[-./]|$)`, "i").test(model.path);
}

const byPreference =
  (label: string) =>
  (a: RemoteModel, b: RemoteModel): number =>
    Number(a.label !== label) - Number(b.label !== label) ||
    Number(a.count > 1) - Number(b.count > 1) ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : 1);

function complete(model: RemoteModel, repository: string): Result<Choice> {
  if (model.parts.length < model.count) {
    return fail(
      "download/not-found",
      `${repository} has only ${model.parts.length} of the ${model.count} parts of ${model.path}; the upload may not be finished.`,
    );
  }
  return ok({ files: model.parts, quantisation: model.label });
}

function available(models: readonly RemoteModel[]): string {
  const labels = [...new Set(models.map(({ label, path }) => label ?? path))];
  if (labels.length === 0) return "It has no GGUF files.";
  const shown = labels.slice(0, 30);
  return `There ${labels.length === 1 ? "is" : "are"} ${shown.join(", ")}${labels.length > shown.length ? ", …" : ""}.`;
}

/** All quantisations of a repository, in the order of its files, for a list to choose from. */
export function quantisationsOf(files: readonly RemoteFile[]): readonly {
  readonly quantisation: string | null;
  readonly path: string;
  readonly sizeBytes: number | null;
}[] {
  return groupParts(files.filter((file) => isModelFile(file.path))).map(({ label, path, parts }) => ({
    quantisation: label,
    path,
    sizeBytes: parts.some(({ sizeBytes }) => sizeBytes === null)
      ? null
      : parts.reduce((total, { sizeBytes }) => total + (sizeBytes ?? 0), 0),
  }));
}
