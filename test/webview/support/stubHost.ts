/** Stands in for the extension host inside the test page: answers every request of the contract from made-up runs. */
import type { QuestionRow, TokenRecord } from "../../../language-server/contract/entities.ts";
import type { Method, Methods, PathAddress } from "../../../language-server/contract/methods.ts";
import type { PanelCall, PanelMessage, PanelMethodName } from "../../../language-server/contract/webview.ts";
import { branchesOf, branchManifest, startedBranch } from "./branchData.ts";
import {
  estimate,
  manifest,
  path,
  pieces,
  plans,
  question,
  random,
  row,
  stageText,
  summary,
  token,
  tokensOf,
} from "./data.ts";
import { leapLanes, leapManifest, leapPath, leapPlan, leapSummary } from "./leapData.ts";
import { links, results, sqlManifest, sqlPath, sqlPlan, sqlQuestion, sqlSummary } from "./sqlData.ts";
import { suggestion } from "./suggestionData.ts";
import { trainingPlans, trainingPoint, trainingPoints, trainingSummary } from "./trainingData.ts";

type Handler = (body: never) => unknown;

const failure = (code: string, message: string) => ({ ok: false, error: { code, message } });
const good = (value: unknown) => ({ ok: true, value });
/** The run over text-to-SQL questions is not in the list of runs, whose pictures stay as they are. */
const planOf = (id: string) =>
  id === sqlPlan.id
    ? sqlPlan
    : id === leapPlan.id
      ? leapPlan
      : plans.find((plan) => plan.id === id.split("~")[0]);
const indexOf = (id: string): number => Number(id.replace("q-", "")) - 1;

/** What the tests look at and steer. */
export interface StubHost {
  readonly requests: { method: string; body: unknown }[];
  readonly violations: string[];
  /** Methods that fail or never answer. */
  readonly broken: Record<string, "fail" | "silent">;
  /** Answer to `panel/ready`. */
  state: unknown;
  empty: boolean;
  emit(method: string, body: unknown): void;
  /** Sends live tokens of `run-live`; returns how many were sent in all. */
  stream(tokens: number): number;
  endStage(): void;
  advance(done: number): void;
  /** Trains `words-2` on to this step. */
  train(step: number): void;
  /** The server is started anew: what was running is interrupted. */
  restart(): void;
}

const allRows = new Map<string, QuestionRow[]>();
const rowsOf = (id: string): QuestionRow[] => {
  const plan = planOf(id);
  if (plan === undefined) return [];
  const kept =
    allRows.get(id) ??
    Array.from({ length: plan.questions }, (_, at) => row(plan.number, at, plan.samples, plan.done));
  allRows.set(id, kept);
  return kept;
};

const keep: Record<string, (row: QuestionRow) => boolean> = {
  all: () => true,
  right: ({ verdicts }) => verdicts.every((verdict) => verdict === "right"),
  wrong: ({ verdicts }) => verdicts.every((verdict) => verdict === "wrong"),
  mixed: ({ verdicts }) => verdicts.includes("right") && verdicts.includes("wrong"),
  truncated: ({ outcomes }) => outcomes.includes("truncated"),
  "no-answer": ({ outcomes }) => outcomes.includes("no-answer"),
  unfinished: ({ verdicts }) => verdicts.some((verdict) => verdict === "queued" || verdict === "running"),
};
const share = ({ verdicts }: QuestionRow): number => verdicts.filter((verdict) => verdict === "right").length;
const order: Record<string, (a: QuestionRow, b: QuestionRow) => number> = {
  file: (a, b) => a.index - b.index,
  accuracy: (a, b) => share(a) - share(b),
  tokens: (a, b) => a.tokens - b.tokens,
  id: (a, b) => a.questionId.localeCompare(b.questionId),
};

const liveQuestion = 37;
const liveText = stageText("slow", 2, "17/5");
const livePieces = pieces(liveText);
const liveTokens: TokenRecord[] = livePieces.map((piece, at) => token(piece, at, 77));
let sent = 40;

function questions(body: Methods["deliberate/run/questions"]["params"]) {
  const rows = rowsOf(body.runId)
    .filter(
      (entry) =>
        keep[body.filter]?.(entry) &&
        `${entry.questionId} ${entry.preview} ${entry.gold}`
          .toLowerCase()
          .includes(body.search.toLowerCase()),
    )
    .sort((a, b) => (order[body.sort]?.(a, b) ?? 0) * (body.descending ? -1 : 1) || a.index - b.index);
  return good({ total: rows.length, rows: rows.slice(body.offset, body.offset + body.count) });
}

function pathOf(body: PathAddress) {
  if (body.runId === leapPlan.id) {
    const index = indexOf(body.questionId);
    return good({ question: question(index), path: leapPath(index, body.sample), live: null });
  }
  if (body.runId === sqlPlan.id) {
    const index = indexOf(body.questionId);
    return good({ question: sqlQuestion(question(index)), path: sqlPath(index), live: null });
  }
  const plan = planOf(body.runId);
  if (plan === undefined) return failure("run/not-found", "This run is gone; it may have been deleted.");
  const index = indexOf(body.questionId);
  const live =
    !restarted && body.runId === "run-live" && index === liveQuestion && !stageEnded
      ? {
          stageIndex: 0,
          stage: "fast" as const,
          prompt: "Solve the problem below briefly.",
          text: livePieces.slice(0, sent).join(""),
          tokens: sent,
          budgetTokens: 1000,
          ...(paused ? { paused: true } : {}),
        }
      : null;
  return good({ question: question(index), path: path(plan, index, body.sample), live });
}

function tokens(body: Methods["deliberate/run/tokens"]["params"]) {
  const plan = planOf(body.runId);
  const index = indexOf(body.questionId);
  if (plan === undefined) return failure("run/not-found", "This run is gone.");
  const shown = plan === leapPlan ? leapPath(index, body.sample) : path(plan, index, body.sample);
  const stage = shown.stages[body.stageIndex];
  const all =
    stage === undefined ? liveTokens.slice(0, sent) : tokensOf(stage.text, index * 10 + body.stageIndex);
  return good({ total: all.length, tokens: all.slice(body.from, body.to) });
}

function compare({ a, b }: Methods["deliberate/run/compare"]["params"]) {
  // Two runs of one outcome: nothing flips.
  const flips = Array.from({ length: b === "run-cut" ? 0 : 700 }, (_, at) => {
    const aRight = random(at, 71) < 0.41;
    const index = at * 13;
    return {
      questionId: question(index).id,
      preview: question(index).text,
      a: aRight ? 1 : 0,
      b: aRight ? 0 : 1,
    };
  });
  const aOnly = flips.filter((flip) => flip.a > flip.b).length;
  return good({
    a,
    b,
    shared: 9994,
    onlyA: 0,
    onlyB: 6,
    changedQuestions: 2,
    accuracyA: estimate(0.42, 9994),
    accuracyB: estimate(0.436, 9994),
    difference: { value: 0.016, n: 9994, interval: { low: 0.0108, high: 0.0212, level: 0.95 } },
    mcnemar: { aOnly, bOnly: flips.length - aOnly, p: 0.0000021 },
    flips,
    warnings: ["The runs differ in protocol and in samples (4 and 1)."],
  });
}

const model = {
  path: "models/qwen3.gguf",
  name: "Qwen3 0.6B",
  architecture: "qwen3",
  device: "cpu",
  deviceNames: ["CPU"],
  gpuLayers: 0,
  totalLayers: 28,
  contextTokens: 8192,
  sequences: 8,
  trainContextTokens: 32768,
  vocabularySize: 151936,
  chatTemplate: null,
  bosText: null,
  eosText: null,
  addBos: false,
  engine: { name: "node-llama-cpp", version: "3.22.1", llamaCpp: "b0" },
  loadMs: 900,
};

const handlers: { [M in PanelMethodName]?: (body: PanelCall[M]["params"]) => unknown } = {
  "panel/ready": () => {
    // Like the extension: what is to be shown is said once, afterwards the page itself remembers.
    const greeted = sessionStorage.getItem("greeted") !== null;
    sessionStorage.setItem("greeted", "yes");
    return good({ state: greeted ? {} : host.state, viewId: "view-1" });
  },
  "panel/openSource": () => good({}),
  "panel/copy": () => good({}),
  "panel/openFolder": () => good({}),
  "panel/training": () => good({}),
  "panel/newTraining": () => good({}),
  "panel/setTitle": () => good({}),
  "panel/sql": () => good({}),
  "deliberate/sql/result": ({ resultId }) => {
    const result = results[resultId];
    return result === undefined
      ? failure("sql/result-gone", "This result is not kept any more. Run the query again.")
      : good(result);
  },
  "deliberate/sql/suggestion": ({ suggestionId }) =>
    suggestionId === suggestion.suggestionId
      ? good(suggestion)
      : failure("sql/suggestion-gone", "This suggestion is not kept any more."),
  "deliberate/sql/links": ({ question: text }) => good({ ...links, question: text }),
  "deliberate/engine/status": () =>
    good({
      state: "busy",
      model,
      loadFraction: null,
      tokensPerSecond: 186,
      load: null,
      activeRun: null,
      message: null,
    }),
  "deliberate/run/list": () => good({ runs: host.empty ? [] : plans.map(summaryNow) }),
  "deliberate/run/summary": ({ runId }) => {
    const plan = planOf(runId);
    return plan === undefined
      ? failure(
          "run/not-found",
          "This run is not in the workspace any more. Choose another one in the list of runs.",
        )
      : plan === leapPlan
        ? good({ manifest: leapManifest(manifest(plan)), summary: leapSummary(summary(plan)), folder: "" })
        : plan === sqlPlan
          ? good({ manifest: sqlManifest(manifest(plan)), summary: sqlSummary(summary(plan)), folder: "" })
          : good({
              manifest: branchManifest(manifest(plan), runId),
              summary: summaryNow(plan),
              folder: `.deliberate/runs/${runId}`,
            });
  },
  "deliberate/run/questions": questions,
  "deliberate/run/path": pathOf,
  "deliberate/run/tokens": tokens,
  "deliberate/run/compare": compare,
  "deliberate/run/stop": ({ runId }) => {
    if (runId === "run-live") {
      paused = true;
      const live = { ...summary(plans[0]!), status: "stopped" };
      setTimeout(() => host.emit("deliberate/run/ended", { runId, summary: live, failure: null }), 50);
    }
    return good({ stopped: [runId] });
  },
  "deliberate/run/remark": ({ runId }) => {
    paused = false;
    return good({ runId });
  },
  "deliberate/run/resume": ({ runId }) => good({ runId }),
  "deliberate/run/group": ({ questionId }) => good({ lanes: leapLanes(indexOf(questionId)) }),
  "deliberate/branch/list": (of) => good({ branches: branchesOf(of) }),
  "deliberate/branch/start": (params) => good({ runId: startedBranch(params) }),
  "deliberate/training/list": () =>
    good({ runs: host.empty ? [] : trainingPlans.map((plan) => trainingSummary(plan)) }),
  "deliberate/training/points": ({ id }) => {
    const plan = trainingPlans.find((each) => each.id === id);
    return plan === undefined
      ? failure("training/not-found", "This training run is gone; it may have been deleted.")
      : good({ summary: trainingSummary(plan), points: trainingPoints(plan) });
  },
  "deliberate/training/stop": () => good({}),
  "deliberate/training/resume": () => good({}),
  "deliberate/trace/watch": () => good({}),
  "deliberate/trace/unwatch": () => good({}),
};

const post = (message: unknown): void => window.postMessage(message, "*");
const address: PathAddress = { runId: "run-live", questionId: question(liveQuestion).id, sample: 0 };
let trained = trainingPlans[0]!.step;
let stageEnded = false;
let restarted = false;
let paused = false;
const summaryNow = (plan: (typeof plans)[number]) => ({
  ...summary(plan),
  ...(restarted && plan.status === "running" ? { status: "interrupted" as const } : {}),
  ...(paused && plan.status === "running" ? { status: "stopped" as const } : {}),
});

const host: StubHost = {
  requests: [],
  violations: [],
  broken: {},
  state: JSON.parse(new URLSearchParams(location.search).get("state") ?? "{}"),
  empty: location.search.includes("empty"),
  emit: (method, body) => post({ v: 1, kind: "event", method, body }),
  stream(count) {
    const fresh = liveTokens.slice(sent, sent + count);
    const live = {
      stageIndex: 0,
      stage: "fast",
      prompt: "Solve the problem below briefly.",
      tokens: sent + fresh.length,
      budgetTokens: 1000,
    };
    host.emit("deliberate/trace/advanced", { address, live, firstStep: sent, tokens: fresh });
    sent += fresh.length;
    return sent;
  },
  endStage() {
    stageEnded = true;
    const [plan] = plans;
    const record = path({ ...plan!, done: 100 }, liveQuestion, 0).stages[0];
    host.emit("deliberate/trace/stageEnded", {
      address,
      record: { ...record, text: livePieces.slice(0, sent).join(""), generatedTokens: sent },
    });
  },
  advance(done) {
    const plan = plans[0]!;
    const rows = Array.from({ length: done - plan.done + 1 }, (_, at) =>
      row(plan.number, plan.done + at, plan.samples, done),
    );
    host.emit("deliberate/run/advanced", { runId: plan.id, summary: summary(plan, done), rows });
  },
  train(step) {
    const plan = trainingPlans[0]!;
    const points = Array.from({ length: step - trained }, (_, at) => trainingPoint(plan, trained + at + 1));
    trained = step;
    host.emit("deliberate/training/advanced", { summary: trainingSummary(plan, step), points });
  },
  restart() {
    restarted = true;
    host.emit("panel/show", {});
  },
};

document.addEventListener("securitypolicyviolation", (event) => {
  host.violations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
  );
});

Object.assign(window, {
  __host: host,
  acquireVsCodeApi: () => ({
    postMessage(message: PanelMessage) {
      if (message.kind !== "request") return;
      host.requests.push({ method: message.method, body: message.body });
      const mode = host.broken[message.method];
      if (mode === "silent") return;
      const answer =
        mode === "fail"
          ? failure("engine/lost", "The engine process ended. Restart it and try again.")
          : ((handlers[message.method as Method] as Handler | undefined)?.(message.body as never) ??
            failure("internal", "not in the stub"));
      setTimeout(
        () => post({ v: 1, kind: "response", id: message.id, body: JSON.parse(JSON.stringify(answer)) }),
        3,
      );
    },
    getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
    setState: (state: unknown) => sessionStorage.setItem("state", JSON.stringify(state)),
  }),
});
