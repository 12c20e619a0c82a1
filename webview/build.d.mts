import type { BuildOptions } from "esbuild";

export const webviewBuild: BuildOptions & { readonly outdir: string };
