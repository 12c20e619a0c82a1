/** What the exchanges of a LeaP run did (leap.md section 6). */
import type { Estimate, LeapSummary } from "../../../language-server/contract/entities.ts";
import { count } from "../format.ts";
import { EstimateHead, EstimateRow } from "./accuracyTable.tsx";

export function LeapEffects({ leap }: { leap: LeapSummary }) {
  const rows: readonly (readonly [name: string, estimate: Estimate | null, hint: string])[] = [
    [
      "Contagion of errors",
      leap.contagion,
      "Where a path read a wrong answer that it did not hold: the share in which it then holds one that it read",
    ],
    ["Cure", leap.cure, "Where a path without the right answer read it: the share in which it then holds it"],
    ["Right answers spoiled", leap.spoiled, "Right before an exchange and wrong after it"],
    ["Wrong answers repaired", leap.repaired, "Wrong before an exchange and right after it"],
    ["Consistent", leap.consistent, "The same answer as most of those read, before and after"],
    ["Unaffected", leap.unaffected, "Another answer than most of those read, which stays"],
    ["Influenced", leap.influenced, "Another answer than most of those read, which changes"],
    ["Summaries cut", leap.cutSummaries, "Ended by their budget"],
    ["Summaries with an answer", leap.summariesWithAnswer, "An answer can be read from them"],
  ];
  const { reasoning, summary, received, dropped } = leap.tokens;
  return (
    <section class="card">
      <h2>What the exchanges did</h2>
      <table class="figures">
        <EstimateHead first="By exchange" />
        <tbody>
          {rows.map(
            ([name, estimate, hint]) =>
              estimate !== null && <EstimateRow key={name} name={name} estimate={estimate} hint={hint} />,
          )}
        </tbody>
      </table>
      <p class="note">
        {count(leap.exchanges)} exchanges. Tokens: {count(reasoning)} of own work
        {dropped > 0 && <> ({count(dropped)} dropped as unfinished)</>}, {count(summary)} of summaries,{" "}
        {count(received)} received. The answer before an exchange is that of the path's summary.
      </p>
    </section>
  );
}
