import type { WriteStream } from "node:tty";
import { type EndpointReport, endpointCapabilities, templateNote } from "../contract/endpoint.ts";
import type { RunSummary } from "../contract/entities.ts";
import type { EngineStatus } from "../contract/methods.ts";

const plainEveryMs = 5000;

/** Progress on standard error: one line that rewrites itself on a terminal, now and then a line elsewhere. */
export class ProgressLine {
  private shown = false;
  private lastPlainAt = 0;
  private loaded = "";

  constructor(private readonly stream: WriteStream | NodeJS.WritableStream) {}

  show(summary: RunSummary): void {
    const { pathsDone, pathsTotal, accuracy, tokensPerSecond } = summary;
    const right = pathsDone === 0 ? "" : ` · ${(accuracy.value * 100).toFixed(1)} % right`;
    this.update(
      `${pathsDone}/${pathsTotal}${right} · ${tokensPerSecond.toFixed(0)} tokens/s`,
      pathsDone === pathsTotal,
    );
  }

  engine({ state, loadFraction, model }: EngineStatus): void {
    if (state === "loading" && loadFraction !== null)
      this.update(`loading the model ${Math.round(loadFraction * 100)} %`);
    const described =
      model === null ? "" : `${model.name} on ${[model.device, ...model.deviceNames].join(" ")}`;
    if (described !== "" && described !== this.loaded) {
      this.loaded = described;
      this.line(`${described} · ${model?.sequences} sequences of ${model?.contextTokens} tokens`);
      if (model?.endpoint !== undefined) this.endpoint(model.endpoint);
    }
  }

  private endpoint(report: EndpointReport): void {
    const servers = report.servers.map(({ url, software }) => `${url} (${software})`).join(", ");
    this.line(`endpoint ${servers}, by ${report.api}; ${templateNote(report)}`);
    for (const { title, available, note } of endpointCapabilities(report))
      this.line(`  ${available ? "+" : "-"} ${title.toLowerCase()}: ${note}`);
  }

  /** A line that stays. */
  line(text: string): void {
    this.clear();
    this.stream.write(`deliberate: ${text}\n`);
  }

  /** Technical text, indented below the line it belongs to. */
  detail(text: string): void {
    if (process.env.DELIBERATE_DEBUG === undefined) return;
    this.clear();
    this.stream.write(`  ${text.replaceAll("\n", "\n  ")}\n`);
  }

  clear(): void {
    if (this.shown) this.stream.write("\r\u001b[K");
    this.shown = false;
  }

  /** The line that rewrites itself. Elsewhere than on a terminal it is shown now and then, or when it must be. */
  update(text: string, always = false): void {
    if ("isTTY" in this.stream && this.stream.isTTY) {
      this.stream.write(`\r\u001b[K${text}`);
      this.shown = true;
      return;
    }
    const now = performance.now();
    if (!always && now - this.lastPlainAt < plainEveryMs) return;
    this.lastPlainAt = now;
    this.stream.write(`${text}\n`);
  }
}
