/** Letters, digits and dashes of a title, for a file name; empty when nothing is left. */
export const fileStem = (title: string): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** A file name, or the empty text for an empty stem. */
export const withSuffix = (stem: string, suffix: string): string => (stem === "" ? "" : `${stem}${suffix}`);
