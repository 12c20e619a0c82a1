/**
 * esbuild options of the trace panel, imported by the root build script and by the webview tests.
 * Everything the panel needs is bundled: the content security policy allows nothing from outside.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Chromium reads woff2; the two older formats would triple the fonts in the package for nobody. */
const woff2Only = {
  name: "katex-woff2-only",
  setup(build) {
    build.onLoad({ filter: /katex[\\/]dist[\\/]katex(\.min)?\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(
        /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g,
        "",
      ),
      loader: "css",
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
export const webviewBuild = {
  entryPoints: { panel: here("./src/main.tsx") },
  outdir: here("../dist/webview"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: ["chrome122"],
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "file", ".ttf": "file" },
  assetNames: "assets/[name]-[hash]",
  minify: true,
  sourcemap: false,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [woff2Only],
};
