import type { DocumentVerdict } from "../../contract/methods.ts";
import type { RunView } from "../run/runView.ts";

/** Verdicts of a run for the lines of the file it came from; questions without any finished sample are left out. */
export function documentVerdicts(view: RunView): DocumentVerdict[] {
  return view.questions.flatMap((question) => {
    const row = view.row(question.id);
    if (row === null || question.range === undefined) return [];
    const graded = row.verdicts.filter((verdict) => verdict === "right" || verdict === "wrong");
    if (graded.length === 0) return [];
    const shown = row.verdicts.findIndex((verdict) => verdict === "right" || verdict === "wrong");
    return [
      {
        questionId: question.id,
        range: question.range,
        runId: view.manifest.id,
        right: graded.filter((verdict) => verdict === "right").length,
        samples: graded.length,
        given: row.given[shown] ?? null,
        expected: question.gold,
        outcome: row.outcomes[shown] ?? "finished",
        protocol: view.manifest.protocol.id,
      },
    ];
  });
}
