/**
 * Builds `llama-server` of the llama.cpp release that the product's engine is made of, from the git bundle that
 * node-llama-cpp carries: nothing is downloaded. For the processor of this machine, in Release, without GPU and
 * without the server's web page. Takes git, cmake and a C++ compiler, and some minutes.
 *
 *   node --import tsx test/bench/buildLlamaServer.ts --folder FOLDER [--jobs N] [--cuda]
 *
 * Afterwards FOLDER/bin/llama-server is what `throughput.ts --server` wants. On Linux there is a second one,
 * FOLDER/same-kernels/llama-server: the same program linked to the libraries that the engine runs on. The compiler
 * alone makes a difference of up to two between kernels, so only this one says what the engine itself is worth.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    jobs: { type: "string", default: "2" },
    cuda: { type: "boolean", default: false },
  },
});
if (values.folder === undefined) throw new Error("--folder names where to build; not inside a checkout.");

const folder = resolve(values.folder);
const carried = fileURLToPath(new URL("../../node_modules/node-llama-cpp/llama/", import.meta.url));
const { tag } = JSON.parse(readFileSync(join(carried, "llama.cpp.info.json"), "utf8")) as { tag: string };
const source = join(folder, `llama.cpp-${tag}`);

const runIn = (cwd: string | undefined, program: string, ...args: string[]): void => {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", cwd });
  if (status !== 0)
    throw new Error(`${program} ${args[0]} failed${error === undefined ? "" : `: ${error.message}`}.`);
};

const run = (program: string, ...args: string[]): void => runIn(undefined, program, ...args);

/**
 * Before version 13 GCC believes that its `_tile_loadconfig` reads eight bytes and leaves out what fills the rest: the
 * first product of quantised weights on a processor with AMX ends the program.
 */
function keepTileConfiguration(): void {
  const path = join(source, "ggml/src/ggml-cpu/amx/mmq.cpp");
  const text = readFileSync(path, "utf8");
  const kept = text.replace("_tile_loadconfig(&tc);", 'asm volatile("ldtilecfg %0" : : "m"(tc));');
  if (kept !== text) writeFileSync(path, kept);
}

/** Links the program that was built to the libraries of node-llama-cpp's package instead of its own. */
function linkToShippedLibraries(): string {
  const package_ = `linux-${process.arch}`;
  const libraries = fileURLToPath(
    new URL(`../../node_modules/@node-llama-cpp/${package_}/bins/${package_}/`, import.meta.url),
  );
  const target = join(folder, "same-kernels");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const files = readdirSync(libraries).filter((file) => file.endsWith(".so"));
  for (const file of files) symlinkSync(join(libraries, file), join(target, file));
  const wanted = files.filter((file) => /^lib(llama|ggml|ggml-base)(\.v[\d.]+)?\.so$/.test(file));
  const build = join(folder, "tools/server");
  const command = readFileSync(join(build, "CMakeFiles/llama-server.dir/link.txt"), "utf8")
    .trim()
    .split(/\s+/)
    .map((part) => part.replaceAll('"', ""))
    .filter((part) => !/\/(libllama|libggml[^/]*)\.a$|libgomp/.test(part))
    .map((part) => (part.endsWith("bin/llama-server") ? join(target, "llama-server") : part));
  const [compiler = "c++", ...args] = command;
  runIn(build, compiler, ...args, `-L${target}`, ...wanted.map((file) => `-l:${file}`), "-Wl,-rpath,$ORIGIN");
  return join(target, "llama-server");
}

if (!existsSync(source)) run("git", "clone", "--quiet", join(carried, "gitRelease.bundle"), source);
keepTileConfiguration();
run(
  "cmake",
  ...["-S", source, "-B", folder],
  "-DCMAKE_BUILD_TYPE=Release",
  "-DBUILD_SHARED_LIBS=OFF",
  "-DGGML_NATIVE=ON",
  `-DGGML_CUDA=${values.cuda ? "ON" : "OFF"}`,
  "-DLLAMA_BUILD_TESTS=OFF",
  "-DLLAMA_BUILD_EXAMPLES=OFF",
  "-DLLAMA_USE_PREBUILT_UI=OFF",
  "-DLLAMA_OPENSSL=OFF",
);
run("cmake", "--build", folder, "--target", "llama-server", "--parallel", values.jobs);
console.log(`llama-server of llama.cpp ${tag}: ${join(folder, "bin", "llama-server")}`);
if (process.platform === "linux" && !values.cuda)
  console.log(`The same over the engine's own libraries: ${linkToShippedLibraries()}`);
