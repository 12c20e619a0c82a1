/** How near the engine is to what the machine can do, over the last second. */
import type { EngineLoad } from "../../../language-server/contract/methods.ts";

const whole = (share: number): string => `${Math.round(share * 100)} %`;
const giga = (perSecond: number): string => {
  const value = perSecond / 1e9;
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
};

function Gauge({ name, share, of, hint }: { name: string; share: number | null; of: string; hint: string }) {
  if (share === null) return null;
  return (
    <div class="gauge" title={hint}>
      <dt>{name}</dt>
      <dd>
        <svg class="gauge-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="gauge-rest" x={0} width={100} height={6} rx={1.5} />
          <rect class="gauge-share" x={0} width={Math.min(100, share * 100)} height={6} rx={1.5} />
        </svg>
        <span>
          {whole(share)} <span class="dim">of {of}</span>
        </span>
      </dd>
    </div>
  );
}

export function LoadGauge({ load }: { load: EngineLoad }) {
  const { decodeShare, promptShare, hostShare, limits } = load;
  const measured = `measured on this machine with ${limits.threads} ${limits.threads === 1 ? "thread" : "threads"}`;
  return (
    <dl class="gauges" aria-label="How near the engine is to the limit of the machine">
      <Gauge
        name="Decoding"
        share={decodeShare}
        of={`${giga(limits.bytesPerSecond)} GB/s`}
        hint={`Weights and keys/values that every step has to read, against the memory's bandwidth (${measured}). Parts that stay in the processor's cache can lift it above 100 %.`}
      />
      <Gauge
        name="Prompts"
        share={promptShare}
        of={`${giga(limits.flopsPerSecond)} GFLOP/s`}
        hint={`Operations that reading prompts needs, against large products of 32-bit matrices (${measured}). Quantised weights can lift it above 100 %.`}
      />
      <Gauge
        name="Between steps"
        share={hostShare}
        of="the time"
        hint="Sampling, drawing and recording: time in which the model itself does not compute."
      />
    </dl>
  );
}
