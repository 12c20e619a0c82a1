/**
 * Builds `llama-server` of the llama.cpp release that the product's engine is made of, from the git bundle that
 * node-llama-cpp carries: nothing is downloaded. For the processor of this machine, in Release, without GPU and
 * without the server's web page. Takes git, cmake and a C++ compiler, and some minutes.
 *
 *   node --import tsx test/bench/buildLlamaServer.ts --folder FOLDER [--jobs N] [--cuda]
 *
 * Afterwards FOLDER/bin/llama-server is what `throughput.ts --server` wants.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

const run = (program: string, ...args: string[]): void => {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0)
    throw new Error(`${program} ${args[0]} failed${error === undefined ? "" : `: ${error.message}`}.`);
};

if (!existsSync(source)) run("git", "clone", "--quiet", join(carried, "gitRelease.bundle"), source);
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
