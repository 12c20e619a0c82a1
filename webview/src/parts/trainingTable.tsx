import type { TrainingPoint } from "../../../language-server/contract/lab.ts";
import { smallNumber, tableRows } from "../curves.ts";
import { count, duration, percent } from "../format.ts";
import { FiguresHead } from "./figuresHead.tsx";

const rowsShown = 40;

/** The curves as numbers, for those who cannot see them and for copying. */
export const TrainingTable = ({ points }: { points: readonly TrainingPoint[] }) => (
  <details class="curve-table">
    <summary>Values as a table</summary>
    <div class="scroll-x">
      <table class="figures">
        <FiguresHead
          rows="Step"
          columns={[
            "Tokens of the step",
            "Loss",
            "Held-back loss",
            "Held-back accuracy",
            "Learning rate",
            "Gradient norm",
            "Time of the step",
          ]}
        />
        <tbody>
          {tableRows(points, rowsShown).map((point) => (
            <tr key={point.step}>
              <th scope="row" class="num">
                {count(point.step)}
              </th>
              <td class="num">{count(point.learnedTokens)}</td>
              <td class="num">{point.loss.toFixed(3)}</td>
              <td class="num">{point.heldBackLoss?.toFixed(3) ?? "–"}</td>
              <td class="num">{percent(point.heldBackAccuracy)}</td>
              <td class="num">{smallNumber(point.rate)}</td>
              <td class="num">{smallNumber(point.gradientNorm)}</td>
              <td class="num">{duration(point.milliseconds / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
