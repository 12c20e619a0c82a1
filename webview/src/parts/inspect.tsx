/** What the model thought of at one token: the popover of the strip and of the token text. */
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import { count, isTold, probability, quantity, thinPercents, visibleToken } from "../format.ts";
import { Icon } from "./icon.tsx";

export interface Inspected {
  readonly stageIndex: number;
  readonly at: number;
  readonly total: number;
  readonly token: TokenRecord;
  /** It does not stand in the path any more. */
  readonly dropped: boolean;
  /** Screen box that the popover must not cover. */
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly by: "hover" | "focus";
}

export const inspected = signal<Inspected | null>(null);

export const stopInspecting = (by?: Inspected["by"]): void => {
  if (by === undefined || inspected.peek()?.by === by) inspected.value = null;
};

/** Lower bounds of the five classes of probability that colour, underline and strip height share. */
const classBounds = [0.9, 0.5, 0.2, 0.05] as const;
export const classNames = ["≥ 90", "50–90", "20–50", "5–20", "< 5"].map((range) => thinPercents(`${range}%`));

/** 0 (sure) to 4 (very unlikely). */
export function confidenceClass(logprob: number): number {
  const p = Math.exp(logprob);
  const found = classBounds.findIndex((bound) => p >= bound);
  return found < 0 ? classBounds.length : found;
}

/** One sentence for screen readers. */
export const tokenSentence = (
  { text, logprob, forced, given, entropy, alternatives }: TokenRecord,
  dropped: boolean,
): string => {
  const others = alternatives
    .slice(0, 3)
    .map((other) => `${visibleToken(other.text)} ${probability(other.logprob)}`)
    .join(", ");
  const shown = `${visibleToken(text)}${dropped ? ", dropped at the exchange" : ""}`;
  if (given === true) return `${shown}, put in by a person`;
  return `${shown}, ${forced ? "written by the program" : probability(logprob)}, entropy ${quantity(entropy)}; most likely ${others}`;
};

const tokenKey = (token: { id: number }, at: number): string => `${token.id}-${at}`;

export function TokenPopover() {
  const shown = inspected.value;
  const node = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = node.current;
    if (own === null || shown === null) return;
    const size = own.getBoundingClientRect();
    const below = shown.box.bottom + 6;
    const fits = below + size.height <= window.innerHeight - 4;
    const left = Math.max(4, Math.min(shown.box.left, window.innerWidth - size.width - 8));
    own.style.left = `${left}px`;
    own.style.top = `${fits ? below : Math.max(4, shown.box.top - size.height - 6)}px`;
  }, [shown]);
  if (shown === null) return null;
  const { token, at, total, dropped } = shown;
  const rank = token.alternatives.findIndex((other) => other.id === token.id);
  const told = isTold(token.logprob);
  const isListed = rank >= 0 || token.given === true || !told;
  const listed = isListed ? token.alternatives : [...token.alternatives, token];
  return (
    <div ref={node} class="popover" role="tooltip" id="token-popover">
      <div class="popover-head">
        <code class="popover-token">{visibleToken(token.text)}</code>
        {token.given !== true && told && (
          <span class="popover-probability">{probability(token.logprob)}</span>
        )}
        {token.forced && (
          <span class="badge tone-info">
            <Icon name="lock" /> Forced
          </span>
        )}
      </div>
      {dropped && <p class="popover-note">Dropped at the exchange: the path went on without it.</p>}
      {token.given === true && <p class="popover-note">Put in by a person, not drawn.</p>}
      {token.forced && <p class="popover-note">Written by the program to close the thought, not drawn.</p>}
      {listed.length > 0 && (
        <ol class="alternatives" aria-label="Most likely tokens">
          {listed.slice(0, 6).map((other, position) => {
            const taken = other.id === token.id;
            return (
              <li key={tokenKey(other, position)} class={taken ? "taken" : undefined}>
                <span class="alternatives-mark">
                  {taken && <Icon name="triangle-right" />}
                  {taken && <span class="sr-only">chosen</span>}
                </span>
                <code>{visibleToken(other.text)}</code>
                <span class="alternatives-bar" aria-hidden="true">
                  <span style={{ width: `${Math.max(1, Math.exp(other.logprob) * 100)}%` }} />
                </span>
                <span class="num">{probability(other.logprob)}</span>
              </li>
            );
          })}
        </ol>
      )}
      {!told && <p class="popover-note">The endpoint tells no probability of this token.</p>}
      {told && rank < 0 && token.alternatives.length > 0 && !token.forced && token.given !== true && (
        <p class="popover-note">The chosen token is not among the {token.alternatives.length} most likely.</p>
      )}
      <dl class="popover-facts">
        {isTold(token.entropy) && (
          <div>
            <dt>Entropy</dt>
            <dd>{token.entropy.toFixed(2)} nats</dd>
          </div>
        )}
        <div>
          <dt>Step</dt>
          <dd>{token.stepMs.toFixed(1)} ms</dd>
        </div>
        <div>
          <dt>Token</dt>
          <dd>
            {count(at + 1)} of {count(total)}
          </dd>
        </div>
        <div>
          <dt>Id</dt>
          <dd>{token.id}</dd>
        </div>
      </dl>
    </div>
  );
}
