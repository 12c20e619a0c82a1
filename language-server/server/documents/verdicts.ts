import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Question, QuestionId } from "../../contract/entities.ts";
import type { DocumentVerdict } from "../../contract/methods.ts";
import type { RunLibrary } from "../run/runLibrary.ts";
import type { RunView } from "../run/runView.ts";

interface Known {
  readonly contentHash: string;
  readonly verdict: Omit<DocumentVerdict, "range">;
}

/** Runs looked through for the last one over a file that has just been opened. */
const runsLookedAt = 30;

/**
 * The newest verdict on every question of the files that are open. A question whose text or answer has changed since
 * has none.
 */
export class VerdictBoard {
  private readonly files = new Map<string, Map<QuestionId, Known>>();

  /** Takes in what a run has decided so far. */
  take(view: RunView): void {
    const path = view.manifest.source.path;
    const known = this.files.get(path) ?? new Map<QuestionId, Known>();
    this.files.set(path, known);
    for (const question of view.questions) {
      const verdict = verdictOf(view, question);
      if (verdict !== null) known.set(question.id, { contentHash: question.contentHash, verdict });
    }
  }

  /** The last run over a file, when no run of this session was; for a window that has been reloaded. */
  async recall(path: string, library: RunLibrary): Promise<void> {
    if (this.files.has(path)) return;
    this.files.set(path, new Map());
    const candidates = (await library.list()).filter(({ title }) => title.startsWith(basename(path)));
    for (const { id } of candidates.slice(0, runsLookedAt)) {
      const view = await library.view(id);
      if (!view.ok || view.value.manifest.source.path !== path) continue;
      this.take(view.value);
      return;
    }
  }

  /** Verdicts for a document as it is now, at the places where its questions are now. */
  verdicts(uri: string, questions: readonly Question[]): DocumentVerdict[] {
    const known = this.files.get(fileURLToPath(uri));
    if (known === undefined) return [];
    return questions.flatMap(({ id, range, contentHash }) => {
      const found = known.get(id);
      return found === undefined || range === undefined || found.contentHash !== contentHash
        ? []
        : [{ ...found.verdict, range }];
    });
  }
}

function verdictOf(view: RunView, question: Question): Omit<DocumentVerdict, "range"> | null {
  const row = view.row(question.id);
  const isGraded = (verdict: string) => verdict === "right" || verdict === "wrong";
  const shown = row?.verdicts.findIndex(isGraded) ?? -1;
  if (row === null || shown < 0) return null;
  return {
    questionId: question.id,
    runId: view.manifest.id,
    right: row.verdicts.filter((verdict) => verdict === "right").length,
    samples: row.verdicts.filter(isGraded).length,
    given: row.given[shown] ?? null,
    expected: question.gold,
    outcome: row.outcomes[shown] ?? "finished",
    protocol: view.manifest.protocol.id,
  };
}
