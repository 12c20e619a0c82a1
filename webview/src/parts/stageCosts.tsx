import type { StageSummary } from "../../../language-server/contract/entities.ts";
import { count, duration, percent, quantity } from "../format.ts";
import { stageLabels, stageTitle } from "../labels.ts";
import { FiguresHead } from "./figuresHead.tsx";
import { Icon } from "./icon.tsx";

/** What each stage costs and how often it is cut off. */
export const StageCosts = ({ stages }: { stages: readonly StageSummary[] }) => (
  <section class="card card-wide">
    <h2>Cost by stage</h2>
    <div class="scroll-x">
      <table class="figures">
        <FiguresHead
          rows="Stage"
          columns={[
            "Paths",
            { head: "Tokens ⌀ / median", hint: "Tokens per path: mean and median" },
            "Tokens",
            "Time",
            "Truncated",
            "No answer",
          ]}
        />
        <tbody>
          {stages.map((stage) => (
            <tr key={`${stage.stage}${stage.attempt ?? ""}`}>
              <th scope="row" class="nowrap">
                <Icon name={stageLabels[stage.stage].icon} /> {stageTitle(stage.stage, stage.attempt)}
              </th>
              <td class="num">{count(stage.paths)}</td>
              <td class="num">
                {quantity(stage.tokensMean)} / {quantity(stage.tokensMedian)}
              </td>
              <td class="num">{count(stage.tokensTotal)}</td>
              <td class="num">{duration(stage.secondsTotal)}</td>
              <td class="num">{percent(stage.truncationRate)}</td>
              <td class="num">{percent(stage.noAnswerRate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
