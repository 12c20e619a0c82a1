import type { QuestionId, StageRecord } from "../../contract/entities.ts";
import type { PathGroup, PeerPath } from "../../core/protocols/protocol.ts";
import type { Exchanges } from "./pathEnvironment.ts";
import type { PathKey } from "./runEvents.ts";

export interface ExchangeParts {
  readonly seed: number;
  readonly samples: number;
  /** Paths of a question as an earlier part of the run has left them, by sample; a path that has none is new. */
  known(questionId: QuestionId): Promise<readonly (PeerPath | undefined)[]>;
  /**
   * Whether the others wait for the next step of this slot. A path that waits for its group must let go, or the group
   * would wait for it.
   */
  hold(slot: number, on: boolean): Promise<unknown>;
}

interface Waiting {
  readonly slot: number;
  isReady(): boolean;
  go(goesOn: boolean): void;
}

interface Group {
  readonly paths: PeerPath[];
  waiting: Waiting[];
}

const untouched: PeerPath = { stages: [], ended: false };

/**
 * Where the samples of a question meet: each tells what it has finished and waits until the protocol can go on. All of
 * a group are held again before any of them goes on, so that they take their next steps together, and the same run
 * meets at the same steps.
 */
export class ExchangeBoard implements Exchanges {
  private readonly groups = new Map<QuestionId, Promise<Group>>();
  private readonly opened = new Map<QuestionId, Group>();
  private givenUp = false;

  constructor(private readonly parts: ExchangeParts) {}

  async enter(key: PathKey, stages: readonly StageRecord[]): Promise<void> {
    let opening = this.groups.get(key.questionId);
    if (opening === undefined) {
      opening = this.open(key.questionId);
      this.groups.set(key.questionId, opening);
    }
    (await opening).paths[key.sample] = { stages: [...stages], ended: false };
  }

  groupOf({ questionId, sample }: PathKey): PathGroup {
    const paths = this.opened.get(questionId)?.paths ?? [];
    return { seed: this.parts.seed, questionId, self: sample, paths };
  }

  async advanced(key: PathKey, stages: readonly StageRecord[]): Promise<void> {
    await this.tell(key, { stages: [...stages], ended: false });
  }

  async ended(key: PathKey): Promise<void> {
    const stages = this.opened.get(key.questionId)?.paths[key.sample]?.stages ?? [];
    await this.tell(key, { stages, ended: true });
    const group = this.opened.get(key.questionId);
    if (group?.paths.every(({ ended }) => ended) !== true) return;
    this.groups.delete(key.questionId);
    this.opened.delete(key.questionId);
  }

  async wait({ questionId }: PathKey, slot: number, isReady: () => boolean): Promise<boolean> {
    const group = this.opened.get(questionId);
    if (group === undefined || this.givenUp) return false;
    if (isReady()) return true;
    const released = new Promise<boolean>((go) => group.waiting.push({ slot, isReady, go }));
    await this.parts.hold(slot, false);
    return released;
  }

  giveUp(): void {
    this.givenUp = true;
    for (const group of this.opened.values()) {
      for (const { go } of group.waiting) go(false);
      group.waiting = [];
    }
  }

  private async tell({ questionId, sample }: PathKey, path: PeerPath): Promise<void> {
    const group = this.opened.get(questionId);
    if (group === undefined) return;
    group.paths[sample] = path;
    const ready = group.waiting.filter(({ isReady }) => isReady());
    group.waiting = group.waiting.filter((waiting) => !ready.includes(waiting));
    await Promise.all(ready.map(({ slot }) => this.parts.hold(slot, true)));
    for (const { go } of ready) go(true);
  }

  private async open(questionId: QuestionId): Promise<Group> {
    const known = await this.parts.known(questionId);
    const paths = Array.from({ length: this.parts.samples }, (_, sample) => known[sample] ?? untouched);
    const group: Group = { paths, waiting: [] };
    this.opened.set(questionId, group);
    return group;
  }
}
