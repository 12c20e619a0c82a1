/** What a stage read of its peers, and what becomes of it without one of the notes. */
import type { StageRecord } from "../../../language-server/contract/entities.ts";
import type { PathAddress } from "../../../language-server/contract/methods.ts";
import { engineBusy, startBranch } from "../state/branches.ts";
import { show } from "../state/panel.ts";
import { Icon } from "./icon.tsx";

export function ReadNotes({ address, record }: { address: PathAddress; record: StageRecord }) {
  const peers = record.exchange?.peers ?? [];
  if (peers.length === 0) return null;
  const ofBranch = address.runId.includes("~");
  const withoutEach = (): void =>
    void startBranch({
      path: address,
      kind: "ablation",
      count: 1,
      // With all of them first: what else has changed (the machine, the engine) would be seen there.
      places: [
        { stageIndex: record.index, token: 0 },
        ...peers.map((peer) => ({ stageIndex: record.index, token: 0, without: peer })),
      ],
    });
  return (
    <p class="read-notes">
      <Icon name="comment-discussion" tone="info" /> Read the {peers.length === 1 ? "note" : "notes"} of{" "}
      {peers.map((peer, at) => (
        <span key={peer}>
          {at > 0 && ", "}
          {ofBranch ? (
            `path ${peer + 1}`
          ) : (
            <button
              type="button"
              class="link"
              onClick={() => show({ sample: peer, stageIndex: record.index - 1 })}
            >
              path {peer + 1}
            </button>
          )}
        </span>
      ))}{" "}
      at exchange {record.exchange?.number}.{" "}
      <button
        type="button"
        class="link"
        disabled={engineBusy.value}
        title={
          engineBusy.value
            ? "Another run is working; this can be started when it has ended."
            : "Goes on from this exchange with the same seed, once with every note and once without each of them"
        }
        onClick={withoutEach}
      >
        Go on without each of them
      </button>
    </p>
  );
}
