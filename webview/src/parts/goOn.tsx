/** Go on from a token of a stage: keep it, take one of its alternatives, or write something else. */
import { useRef, useState } from "preact/hooks";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import type { BranchPlace, PathAddress } from "../../../language-server/contract/methods.ts";
import { count, probability, visibleToken } from "../format.ts";
import { engineBusy, startBranch, starting } from "../state/branches.ts";
import { Button, IconButton, submitOnEnter } from "./controls.tsx";

interface GoOnProps {
  readonly address: PathAddress;
  readonly stageIndex: number;
  readonly title: string;
  readonly at: number;
  readonly total: number;
  readonly token: TokenRecord;
  readonly dropped: boolean;
  /** Back to the tokens. */
  readonly onLeave: () => void;
}

/** Where a choice goes on from: behind the token, with another one in its place, or in its place with a text only. */
function placeOf(stageIndex: number, at: number, choice: string, text: string): BranchPlace {
  const words = text === "" ? {} : { text };
  if (choice === "keep") return { stageIndex, token: at + 1, ...words };
  if (choice === "text") return { stageIndex, token: at, ...words };
  return { stageIndex, token: at, tokenId: Number(choice), ...words };
}

export const goOnId = (stageIndex: number): string => `go-on-${stageIndex}`;

export function GoOn({ address, stageIndex, title, at, total, token, dropped, onLeave }: GoOnProps) {
  const [choice, setChoice] = useState("keep");
  const [text, setText] = useState("");
  const [times, setTimes] = useState(4);
  const form = useRef<HTMLFormElement>(null);
  const others = token.alternatives.filter(({ id }) => id !== token.id);
  const known = choice === "keep" || choice === "text" || others.some(({ id }) => String(id) === choice);
  const chosen = known ? choice : "keep";
  const ready = !engineBusy.value && times >= 1 && !(chosen === "text" && text === "");
  const options = [
    { value: "keep", words: <code>{visibleToken(token.text)}</code>, aside: "as it is" },
    ...others.map(({ id, text: other, logprob }) => ({
      value: String(id),
      words: <code>{visibleToken(other)}</code>,
      aside: probability(logprob),
    })),
    { value: "text", words: <>another text</>, aside: "" },
  ];
  const start = async (): Promise<void> => {
    if (!ready) return;
    const id = await startBranch({
      path: address,
      kind: "fork",
      places: [placeOf(stageIndex, at, chosen, text)],
      count: times,
    });
    if (id !== null)
      requestAnimationFrame(() =>
        document.getElementById(`branch-${id}`)?.scrollIntoView({ block: "nearest" }),
      );
  };
  return (
    <form
      ref={form}
      id={goOnId(stageIndex)}
      class="go-on"
      aria-label={`Go on from token ${count(at + 1)} of ${title}`}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
      onKeyDown={(event) => {
        submitOnEnter(event);
        if (event.key !== "Escape") return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div class="go-on-head">
        <strong>Go on from token {count(at + 1)}</strong>
        <span class="dim">of {count(total)}, with</span>
        <IconButton icon="close" label="Close" onPress={onLeave} />
      </div>
      <div class="go-on-choices" role="radiogroup" aria-label="What to go on with">
        {options.map(({ value, words, aside }) => (
          <label key={value} class={value === chosen ? "go-on-choice chosen" : "go-on-choice"}>
            <input
              type="radio"
              name={`go-on-${stageIndex}`}
              checked={value === chosen}
              onChange={() => setChoice(value)}
            />
            {words} {aside !== "" && <span class="dim">{aside}</span>}
          </label>
        ))}
      </div>
      <div class="go-on-fields">
        <input
          type="text"
          class="field field-wide"
          aria-label="Text to put there"
          placeholder={chosen === "text" ? "Text to go on with" : "Text to put behind it (optional)"}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <label class="field-label">
          <span>Continuations</span>
          <input
            type="number"
            class="field field-number"
            min={1}
            max={64}
            value={times}
            onInput={(event) => setTimes(Math.min(64, Math.round(event.currentTarget.valueAsNumber) || 0))}
          />
        </label>
        <Button icon="git-branch" disabled={!ready} onPress={() => form.current?.requestSubmit()}>
          {starting.value ? "Starting…" : "Go on from here"}
        </Button>
      </div>
      {dropped && (
        <p class="note">
          The path has dropped this token at its exchange. It goes on from here as it was then; what is
          unfinished at the exchange is dropped again, what you put in is not.
        </p>
      )}
      {engineBusy.value && !starting.value && (
        <p class="note">Another run is working; this can be started when it has ended.</p>
      )}
    </form>
  );
}
