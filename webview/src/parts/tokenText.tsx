// biome-ignore-all lint/a11y/useFocusableInteractive: the list box has the focus and names its active token (aria-activedescendant)
// biome-ignore-all lint/a11y/useSemanticElements: an option element cannot stand inside running text
/** The text token by token: tint and underline by probability, read with the mouse or the arrow keys. */
import { memo } from "preact/compat";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import { isTold } from "../format.ts";
import type { Chunk, TokenColumn } from "../state/tokenColumn.ts";
import { classNames, confidenceClass, inspected, stopInspecting, tokenSentence } from "./inspect.tsx";
import { tokenAfterKey, tokenKeys } from "./tokenStrip.tsx";
import { useNear } from "./useNear.ts";

const tokenId = (stageIndex: number, at: number): string => `token-${stageIndex}-${at}`;

function TokenNode({
  token,
  at,
  stageIndex,
  total,
  dropped,
  selected,
}: {
  token: TokenRecord;
  at: number;
  stageIndex: number;
  total: number;
  dropped: boolean;
  selected: boolean;
}) {
  const newline = token.text.includes("\n");
  return (
    <span
      role="option"
      id={tokenId(stageIndex, at)}
      data-token={at}
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={total}
      aria-label={selected ? tokenSentence(token, dropped) : undefined}
      class={`token c${confidenceClass(token.logprob)}${token.forced ? " forced" : ""}${token.given === true ? " given" : ""}${dropped ? " dropped" : ""}${selected ? " selected" : ""}`}
    >
      {token.text === "" ? (
        <i class="token-mark">∅</i>
      ) : newline ? (
        <>
          <i class="token-mark">↵</i>
          {token.text}
        </>
      ) : (
        token.text
      )}
    </span>
  );
}

interface ChunkProps {
  readonly column: TokenColumn;
  readonly from: number;
  readonly to: number;
  readonly stageIndex: number;
  /** Tokens from this one on were dropped. */
  readonly kept: number;
  /** Position of the selected token when it is in this chunk. */
  readonly selected: number | null;
}

/** Draws its tokens only near the screen; elsewhere an empty box of the same height stands in. */
const ChunkNode = memo(({ column, from, to, stageIndex, kept, selected }: ChunkProps) => {
  const { box, near, height } = useNear(from === 0);
  const total = column.total;
  const tokens = column.tokens.slice(from, to);
  if (!near && selected === null) {
    const characters = tokens.reduce((sum, token) => sum + token.text.length, 0);
    const guess = Math.ceil(characters / 90) * 22;
    return <div ref={box} role="presentation" class="chunk" style={{ height: `${height ?? guess}px` }} />;
  }
  return (
    <div ref={box} role="presentation" class="chunk" style={{ height: "auto" }}>
      {tokens.map((token, offset) => {
        const at = from + offset;
        return (
          <TokenNode
            key={at}
            token={token}
            at={at}
            stageIndex={stageIndex}
            total={total}
            dropped={at >= kept}
            selected={at === selected}
          />
        );
      })}
    </div>
  );
});

/** The nearest token on the line above or below, by where the words stand on screen. */
function onNextLine(current: HTMLElement, direction: 1 | -1): number | null {
  const home = current.getBoundingClientRect();
  const all = [...(current.closest(".token-text")?.querySelectorAll<HTMLElement>("[data-token]") ?? [])];
  let best: { at: number; distance: number; top: number } | null = null;
  for (let i = all.indexOf(current) + direction; i >= 0 && i < all.length; i += direction) {
    const box = all[i]?.getClientRects()[0];
    if (box === undefined || Math.abs(box.top - home.top) < home.height / 2) continue;
    if (best !== null && Math.abs(box.top - best.top) > box.height / 2) break;
    const distance = Math.abs(box.left - home.left);
    if (best === null || distance < best.distance)
      best = { at: Number(all[i]?.dataset.token), distance, top: box.top };
  }
  return best?.at ?? null;
}

interface TokenTextProps {
  readonly column: TokenColumn;
  readonly stageIndex: number;
  /** Tokens from this one on were dropped; left out, none was. */
  readonly kept?: number;
  readonly cursor: number | null;
  readonly onMove: (at: number) => void;
  /** Enter at the token that is chosen, where something can go on from it. */
  readonly onEnter?: () => void;
  readonly label: string;
}

export function TokenText({
  column,
  stageIndex,
  kept = Number.POSITIVE_INFINITY,
  cursor,
  onMove,
  onEnter,
  label,
}: TokenTextProps) {
  column.version.value;
  const list = useRef<HTMLDivElement>(null);
  const inspect = (element: HTMLElement | null, by: "hover" | "focus"): void => {
    const at = Number(element?.dataset.token);
    const token = column.tokens[at];
    const box = element?.getClientRects()[0];
    if (token === undefined || box === undefined) return;
    if (
      inspected.peek()?.at === at &&
      inspected.peek()?.stageIndex === stageIndex &&
      inspected.peek()?.by === by
    )
      return;
    inspected.value = { stageIndex, at, total: column.total, token, dropped: at >= kept, box, by };
  };
  // After a move the token is drawn; only then it has a place on screen.
  useLayoutEffect(() => {
    if (cursor === null || document.activeElement !== list.current) return;
    const element = document.getElementById(tokenId(stageIndex, cursor));
    element?.scrollIntoView({ block: "nearest" });
    inspect(element, "focus");
  }, [cursor]);
  const under = (event: MouseEvent): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>("[data-token]");
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && cursor !== null && onEnter !== undefined) {
      event.preventDefault();
      onEnter();
      return;
    }
    const at = cursor ?? -1;
    let target = tokenAfterKey(event, at, column);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const element = document.getElementById(tokenId(stageIndex, Math.max(0, at)));
      target = element === null ? 0 : (onNextLine(element, event.key === "ArrowDown" ? 1 : -1) ?? at);
    }
    if (target === undefined) return;
    event.preventDefault();
    onMove(Math.max(0, target));
  };
  return (
    <>
      <div
        ref={list}
        class="token-text"
        role="listbox"
        tabIndex={0}
        aria-label={`${label}, token by token. ${tokenKeys(onEnter !== undefined)}`}
        aria-orientation="horizontal"
        aria-activedescendant={cursor === null ? undefined : tokenId(stageIndex, cursor)}
        aria-describedby="token-popover"
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (cursor !== null && list.current?.matches(":focus-visible"))
            inspect(document.getElementById(tokenId(stageIndex, cursor)), "focus");
        }}
        onBlur={() => stopInspecting("focus")}
        onMouseOver={(event) => inspect(under(event), "hover")}
        onMouseLeave={() => stopInspecting("hover")}
        onClick={(event) => {
          const element = under(event);
          if (element !== null) onMove(Number(element.dataset.token));
        }}
      >
        {column.chunks.map((chunk: Chunk) => (
          <ChunkNode
            key={chunk.from}
            column={column}
            from={chunk.from}
            to={chunk.to}
            stageIndex={stageIndex}
            kept={kept}
            selected={cursor !== null && cursor >= chunk.from && cursor < chunk.to ? cursor : null}
          />
        ))}
      </div>
      <p class="legend">
        {column.tokens.some(({ logprob }) => isTold(logprob)) ? (
          <>
            <span class="dim">Probability</span>
            {classNames.map((name, at) => (
              <span key={name} class="legend-item">
                <span class={`token c${at}`}>{name}</span>
              </span>
            ))}
          </>
        ) : (
          <span class="dim">The endpoint tells no probabilities; a piece may be several tokens.</span>
        )}
        {column.tokens.some(({ forced }) => forced) && (
          <span class="legend-item">
            <span class="token forced">forced</span>
          </span>
        )}
        {column.tokens.some(({ given }) => given === true) && (
          <span class="legend-item">
            <span class="token given">put in by a person</span>
          </span>
        )}
        {column.tokens.length > kept && (
          <span class="legend-item">
            <span class="token dropped">dropped at the exchange</span>
          </span>
        )}
      </p>
    </>
  );
}
