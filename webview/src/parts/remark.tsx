/** Under a path that has not ended: pause it, say something to it, go on. */
import { useState } from "preact/hooks";
import type { StageRecord } from "../../../language-server/contract/entities.ts";
import { count } from "../format.ts";
import { goOnWith, pauseForRemark, remarkOn, sending } from "../state/remark.ts";
import { run } from "../state/runs.ts";
import type { OpenPath } from "../state/trace.ts";
import { Button } from "./controls.tsx";
import { Icon } from "./icon.tsx";

const mostCharacters = 4000;

export function Remark({ open }: { open: OpenPath }) {
  const [text, setText] = useState("");
  const { address, path, live } = open;
  const status = run.value.state === "here" ? run.value.value.summary.status : null;
  const ended = path.status === "done" || path.status === "failed" || path.status === "queued";
  const begun = path.stages.length > 0 || live !== null;
  if (ended || !begun || status === null || status === "done") return null;
  const working = status === "running";
  const writing = JSON.stringify(remarkOn.value) === JSON.stringify(address);
  if (!writing)
    return (
      <p class="remark-offer">
        <Button
          icon={working ? "debug-pause" : "comment"}
          secondary
          title="A remark stands in the path as a peer's note would"
          onPress={() => void pauseForRemark(address, working)}
        >
          {working ? "Pause and remark…" : "Write a remark…"}
        </Button>
      </p>
    );
  const said = text.trim();
  return (
    <form
      class="remark"
      aria-label="Remark to this path"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== "") void goOnWith(address, said);
      }}
    >
      <label for="remark-text">
        <strong>What should this path hear?</strong>{" "}
        <span class="dim">
          It reads it where it stands now, as a note of a person, and is told to check it.
        </span>
      </label>
      <textarea
        id="remark-text"
        class="field"
        rows={3}
        maxLength={mostCharacters}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && said !== "")
            void goOnWith(address, said);
          if (event.key !== "Escape") return;
          event.preventDefault();
          remarkOn.value = null;
        }}
      />
      <div class="go-on-fields">
        <Button
          icon="debug-continue"
          disabled={said === "" || working || sending.value}
          title="Ctrl+Enter"
          onPress={() => void goOnWith(address, said)}
        >
          {sending.value ? "Going on…" : "Go on with the remark"}
        </Button>
        <Button
          icon="debug-continue"
          secondary
          disabled={working || sending.value}
          onPress={() => void goOnWith(address, null)}
        >
          Go on without one
        </Button>
        {working && <span class="dim">Pausing…</span>}
      </div>
    </form>
  );
}

/** What a person said while a stage was written. */
export const Remarks = ({ remarks }: { remarks: NonNullable<StageRecord["remarks"]> }) => (
  <>
    {remarks.map(({ token, said }) => (
      <p key={token} class="read-notes">
        <Icon name="account" tone="info" /> A person remarked behind token {count(token)}: “{said}”
      </p>
    ))}
  </>
);
