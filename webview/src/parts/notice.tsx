/** What stands where there is nothing to show yet, nothing at all, or a failure: always with what to do. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { thinPercents } from "../format.ts";
import { Button } from "./controls.tsx";
import { Icon } from "./icon.tsx";

export const Empty = ({
  icon,
  title,
  children,
}: {
  icon: string;
  title: string;
  children?: ComponentChildren;
}) => (
  <div class="notice">
    <Icon name={icon} />
    <p class="notice-title">{title}</p>
    {children}
  </div>
);

/** Appears only after a moment (by CSS), so that quick answers do not flicker. */
export const Loading = ({ what }: { what: string }) => (
  <div class="notice loading" role="status">
    <Icon name="loading" spin />
    <p>Loading {what}…</p>
  </div>
);

interface ProblemProps {
  readonly error: { readonly code: string; readonly message: string };
  readonly onRetry?: () => void;
  /** Other ways out. */
  readonly children?: ComponentChildren;
}

export const Problem = ({ error, onRetry, children }: ProblemProps) => (
  <div class="notice problem" role="alert">
    <Icon name="error" tone="bad" />
    <p class="notice-title">{error.message}</p>
    <p class="dim">{error.code}</p>
    <div class="notice-actions">
      {children}
      {onRetry !== undefined && (
        <Button icon="refresh" secondary onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  </div>
);

interface BannerProps {
  readonly tone: "warn" | "bad" | "info";
  readonly children: ComponentChildren;
  readonly onDismiss?: () => void;
}

/** One line above the content. */
export const Banner = ({ tone, children, onDismiss }: BannerProps) => (
  <div class={`banner banner-${tone}`} role={tone === "bad" ? "alert" : undefined}>
    <Icon name={tone === "info" ? "info" : tone === "warn" ? "warning" : "error"} tone={tone} />
    <div class="banner-body">{children}</div>
    {onDismiss !== undefined && (
      <button type="button" class="icon-button" aria-label="Dismiss" title="Dismiss" onClick={onDismiss}>
        <Icon name="close" />
      </button>
    )}
  </div>
);

/** Warnings shown before one asks for the others; the server names the weightiest first. */
const shownWarnings = 2;

export function Warnings({ sentences }: { sentences: readonly string[] }) {
  const [all, setAll] = useState(false);
  const more = sentences.length - shownWarnings;
  return (
    <>
      {sentences.slice(0, all ? undefined : shownWarnings).map((sentence) => (
        <Banner key={sentence} tone="warn">
          {thinPercents(sentence)}
        </Banner>
      ))}
      {more > 0 && (
        <p class="more-warnings">
          <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer warnings" : `${more} more ${more === 1 ? "warning" : "warnings"}`}
          </button>
        </p>
      )}
    </>
  );
}
