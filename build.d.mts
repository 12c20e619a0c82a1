import type { BuildOptions } from "esbuild";

/** Root of the repository. */
export const root: string;
/** Packages that stay outside the bundles. */
export const externals: readonly string[];
/** Options of every bundle, by name. */
export function bundles(): Promise<Record<string, BuildOptions>>;
/** Entry files of a bundle as absolute paths. */
export function entriesOf(options: BuildOptions): string[];
/** Whether all entry files of a bundle are there. */
export function isPresent(options: BuildOptions): boolean;
