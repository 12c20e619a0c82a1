import type { BranchPoint, StageRecord } from "../../../contract/entities.ts";
import type { PathGroup, PeerPath } from "../../../core/protocols/protocol.ts";
import type { Exchanges } from "../pathEnvironment.ts";
import type { PathKey } from "../runEvents.ts";

export interface RecordedPeersParts {
  /** Of the run in which the group worked. */
  readonly seed: number;
  /** The path of the group that continuations take the place of. */
  readonly self: number;
  /** The group as it was recorded, by sample. */
  readonly paths: readonly PeerPath[];
  pointOf(sample: number): BranchPoint | undefined;
}

/**
 * The group that a path worked in, as it was recorded: continuations of the path read what the others wrote then, and
 * nobody waits.
 */
export class RecordedPeers implements Exchanges {
  private readonly own = new Map<number, readonly StageRecord[]>();

  constructor(private readonly parts: RecordedPeersParts) {}

  async enter({ sample }: PathKey, stages: readonly StageRecord[]): Promise<void> {
    this.own.set(sample, [...stages]);
  }

  groupOf({ questionId, sample }: PathKey): PathGroup {
    const { seed, self, paths, pointOf } = this.parts;
    const withheld = pointOf(sample)?.without;
    return {
      seed,
      questionId,
      self,
      paths: paths.map((path, at) =>
        at === self ? { stages: this.own.get(sample) ?? [], ended: false } : { ...path, ended: true },
      ),
      ...(withheld === undefined ? {} : { withheld }),
    };
  }

  async advanced({ sample }: PathKey, stages: readonly StageRecord[]): Promise<void> {
    this.own.set(sample, [...stages]);
  }

  async ended({ sample }: PathKey): Promise<void> {
    this.own.delete(sample);
  }

  async wait(): Promise<boolean> {
    return false;
  }

  giveUp(): void {}
}
