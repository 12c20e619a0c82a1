/**
 * Every name that the manifest and the code share. A test compares this table with package.json both ways, so neither
 * can name something that the other does not have.
 */
import type { lensCommands, Settings } from "../../../language-server/contract/methods.ts";

/** Commands of the manifest's `contributes.commands`. */
export const commandIds = {
  evaluateFile: "deliberate.file.evaluate",
  openSamples: "deliberate.samples.open",
  evaluateQuestion: "deliberate.question.evaluate",
  stopRun: "deliberate.run.stop",
  resumeRun: "deliberate.run.resume",
  compareRuns: "deliberate.run.compare",
  rerunFailed: "deliberate.run.rerunFailed",
  rerunChanged: "deliberate.run.rerunChanged",
  prefixTrap: "deliberate.run.prefixTrap",
  deleteRun: "deliberate.run.delete",
  openRun: "deliberate.run.open",
  openTrace: "deliberate.trace.open",
  selectModel: "deliberate.model.select",
  useModel: "deliberate.model.use",
  downloadModel: "deliberate.model.download",
  refreshModels: "deliberate.model.refresh",
  addEndpoint: "deliberate.endpoint.add",
  showEndpoint: "deliberate.endpoint.show",
  setEndpointKey: "deliberate.endpoint.setKey",
  removeEndpoint: "deliberate.endpoint.remove",
  selectProtocol: "deliberate.protocol.select",
  useProtocol: "deliberate.protocol.use",
  createProtocol: "deliberate.protocol.create",
  newTraining: "deliberate.training.new",
  trainRecipe: "deliberate.training.start",
  stopTraining: "deliberate.training.stop",
  resumeTraining: "deliberate.training.resume",
  showTrainings: "deliberate.training.show",
  openTraining: "deliberate.training.open",
  deleteTraining: "deliberate.training.delete",
  evaluateTraining: "deliberate.training.evaluate",
  exportTraining: "deliberate.training.export",
  openRecipe: "deliberate.training.openRecipe",
  useTrained: "deliberate.training.useModel",
  revealTrained: "deliberate.training.reveal",
  copyTrainedPath: "deliberate.training.copyPath",
  selectDatabase: "deliberate.sql.selectDatabase",
  addConnection: "deliberate.sql.addConnection",
  removeConnection: "deliberate.sql.removeConnection",
  refreshDatabases: "deliberate.sql.refresh",
  copySchemaName: "deliberate.sql.copyName",
  insertSchemaName: "deliberate.sql.insertName",
  generateSql: "deliberate.sql.generate",
  runQuery: "deliberate.sql.runQuery",
  evaluateSql: "deliberate.sql.evaluate",
  showLinks: "deliberate.sql.showLinks",
  explainSuggestion: "deliberate.sql.explainSuggestion",
  restartEngine: "deliberate.engine.restart",
  openLog: "deliberate.log.open",
  copyDiagnostics: "deliberate.diagnostics.copy",
} as const;

/** Commands that only our own links and items call; not in the manifest. */
export const internalCommandIds = {
  statusMenu: "deliberate.status.menu",
  openQuestionTrace: "deliberate.trace.openQuestion",
} as const;

/** The server's code lenses name this command: the two spellings must be one. */
export const lensCommandsAreRegistered: typeof lensCommands = {
  evaluateQuestion: commandIds.evaluateQuestion,
  runQuery: commandIds.runQuery,
};

export const viewContainerId = "deliberate";

export const viewIds = {
  models: "deliberate.models",
  protocols: "deliberate.protocols",
  runs: "deliberate.runs",
  trainings: "deliberate.trainings",
  databases: "deliberate.databases",
} as const;

/** Keys for `when` clauses, set by `contextKeys.ts`. */
export const contextKeys = {
  runActive: "deliberate.run.active",
  runResumable: "deliberate.run.resumable",
  runAny: "deliberate.run.any",
  runComparable: "deliberate.run.comparable",
  modelSelected: "deliberate.model.selected",
  documentMath: "deliberate.document.math",
  documentRecipe: "deliberate.document.recipe",
  trainingActive: "deliberate.training.active",
  trainingResumable: "deliberate.training.resumable",
  trainingAny: "deliberate.training.any",
  sqlPresent: "deliberate.sql.present",
} as const;

/** `viewItem` of run items: states a run can be in as far as commands are concerned. */
export const runContextValues = {
  running: "run.running",
  resumable: "run.resumable",
  done: "run.done",
} as const;
export const modelContextValues = {
  selected: "model.selected",
  usable: "model.usable",
  problem: "model.problem",
  endpoint: "endpoint.usable",
  selectedEndpoint: "endpoint.selected",
} as const;
export const protocolContextValues = {
  selected: "protocol.selected",
  usable: "protocol.usable",
  problem: "protocol.problem",
} as const;

/** Items of the tree of databases. */
export const schemaContextValues = {
  database: "schema.database",
  connection: "schema.connection",
  table: "schema.table",
  column: "schema.column",
} as const;

/** Items of the training tree: runs by state, checkpoints, and the exported model. */
export const trainingContextValues = {
  running: "training.running",
  resumable: "training.resumable",
  done: "training.done",
  usable: "trained.usable",
  selected: "trained.selected",
} as const;

export const walkthroughId = "deliberate.start";
export const webviewType = "deliberate.trace";
export const testControllerId = "deliberate.questions";

/** `deliberate.<area>.<name>` for every field of the contract's `Settings`. */
export type SettingKey = {
  [Area in keyof Settings]: {
    [Name in keyof Settings[Area] & string]: `deliberate.${Area}.${Name}`;
  }[keyof Settings[Area] & string];
}[keyof Settings];

interface SettingFacts {
  readonly scope: "machine-overridable" | "resource" | "window";
  /** Whether an untrusted workspace may not set it: paths, places to download from, commands to hardware. */
  readonly restricted: boolean;
}

const free = { scope: "resource", restricted: false } as const;

/** Type-checked against the contract: a field added there fails here until it is described. */
export const settings: Readonly<Record<SettingKey, SettingFacts>> = {
  "deliberate.model.path": { scope: "machine-overridable", restricted: true },
  "deliberate.model.downloadFolder": { scope: "machine-overridable", restricted: true },
  "deliberate.model.huggingFaceEndpoint": { scope: "machine-overridable", restricted: true },
  "deliberate.engine.gpu": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.gpuLayers": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.contextTokens": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.sequences": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.threads": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.strict": { scope: "machine-overridable", restricted: false },
  "deliberate.engine.endRepetition": { scope: "machine-overridable", restricted: false },
  "deliberate.endpoint.timeoutSeconds": { scope: "machine-overridable", restricted: false },
  "deliberate.endpoint.attempts": { scope: "machine-overridable", restricted: false },
  "deliberate.run.protocol": free,
  "deliberate.run.samples": free,
  "deliberate.run.seed": free,
  "deliberate.run.folder": { scope: "resource", restricted: true },
  "deliberate.sampling.temperature": free,
  "deliberate.sampling.topP": free,
  "deliberate.sampling.minP": free,
  "deliberate.sampling.topK": free,
  "deliberate.grading.profile": free,
  "deliberate.questions.fieldMapping": free,
  "deliberate.sql.enabled": free,
  "deliberate.sql.inlineSuggestions": free,
  "deliberate.sql.completion": free,
  "deliberate.sql.diagnostics": free,
  "deliberate.sql.hover": free,
};
