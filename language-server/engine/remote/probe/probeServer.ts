import type { EndpointReport, LimitField } from "../../../contract/endpoint.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { rootUrl } from "../../../core/endpoint/address.ts";
import { wantsNewerLimit } from "../refusals.ts";
import { asNumber, asRecord, asText } from "../wire/wire.ts";
import type { Asker } from "./ask.ts";
import { chosenModel, type ServedModel, servedModels } from "./models.ts";
import { chatApi, completionsApi, llamaServerApi, probePrompt, probeSamples } from "./samples.ts";

/** What one server can do. */
export interface ServerFindings extends Omit<EndpointReport, "address" | "servers"> {
  readonly url: string;
  readonly software: string;
  /** Jinja text, where the server tells it. */
  readonly chatTemplate: string | null;
  readonly bosText: string;
  readonly eosText: string;
}

/** Errors: `endpoint/unreachable`, `endpoint/refused`, `endpoint/unusable`. */
export async function probeServer(
  asker: Asker,
  url: string,
  wanted: string | null,
): Promise<Result<ServerFindings>> {
  const models = await servedModels(asker, url);
  if (!models.ok) return models;
  const model = chosenModel(models.value, wanted, url);
  if (!model.ok) return model;
  const props = await asker.get(`${rootUrl(url)}/props`);
  const settings = asRecord(props?.default_generation_settings);
  if (props !== null && asNumber(settings.n_ctx) !== undefined) {
    const llama = await probeLlamaServer(asker, url, model.value, props);
    if (llama !== null) return ok(llama);
  }
  const software = await softwareOf(asker, url, model.value);
  const messages = [{ role: "user", content: probePrompt }];
  const chat = await asker.ask(`${url}/chat/completions`, { model: model.value.id, messages, max_tokens: 1 });
  if (!chat.ok) return chat;
  const newer = chat.value.status === 400 && wantsNewerLimit(chat.value.text);
  const limitField = newer ? "max_completion_tokens" : "max_tokens";
  if (chat.value.status === 200 || newer)
    return ok(await probeChat(asker, url, model.value, software, limitField));
  const plain = await asker.get(`${url}/completions`, {
    model: model.value.id,
    prompt: probePrompt,
    max_tokens: 1,
  });
  if (plain !== null) return ok(await probeCompletions(asker, url, model.value, software));
  return fail(
    "endpoint/unusable",
    `${url} writes no text with “${model.value.id}”: neither /chat/completions nor /completions answers.`,
    chat.value.text.slice(0, 2000),
  );
}

async function probeLlamaServer(
  asker: Asker,
  url: string,
  { id }: ServedModel,
  props: Record<string, unknown>,
): Promise<ServerFindings | null> {
  const root = rootUrl(url);
  const tokens = (await asker.get(`${root}/tokenize`, { content: probePrompt }))?.tokens;
  if (!Array.isArray(tokens) || tokens.length === 0) return null;
  const samples = await probeSamples(asker, llamaServerApi(root, id));
  const build = asText(props.build_info);
  const template = asText(props.chat_template);
  return {
    url,
    software: build === "" ? "llama-server" : `llama-server ${build}`,
    model: id,
    api: "llama-server",
    template: template === "" ? "plain" : "local",
    chatTemplate: template === "" ? null : template,
    bosText: asText(props.bos_token),
    eosText: asText(props.eos_token),
    contextTokens: asNumber(asRecord(props.default_generation_settings).n_ctx) ?? null,
    parallel: asNumber(props.total_slots) ?? null,
    tokenIds: true,
    // What is sent is tokens: where they end is where the model goes on.
    continuation: true,
    limitField: "max_tokens",
    ...samples,
  };
}

async function probeChat(
  asker: Asker,
  url: string,
  { id, contextTokens }: ServedModel,
  software: string,
  limitField: LimitField,
): Promise<ServerFindings> {
  return {
    url,
    software,
    model: id,
    api: "chat",
    template: "server",
    chatTemplate: null,
    bosText: "",
    eosText: "",
    contextTokens,
    parallel: null,
    tokenIds: false,
    continuation: await probeContinuation(asker, url, id, limitField),
    limitField,
    ...(await probeSamples(asker, chatApi(url, id, limitField))),
  };
}

async function probeCompletions(
  asker: Asker,
  url: string,
  { id, contextTokens }: ServedModel,
  software: string,
): Promise<ServerFindings> {
  return {
    url,
    software,
    model: id,
    api: "completions",
    template: "plain",
    chatTemplate: null,
    bosText: "",
    eosText: "",
    contextTokens,
    parallel: null,
    tokenIds: false,
    continuation: true,
    limitField: "max_tokens",
    ...(await probeSamples(asker, completionsApi(url, id))),
  };
}

/**
 * An answer that is gone on with is read without the end of its turn and without the opening of another one, so its
 * prompt has fewer tokens. Servers that do not know the fields pass over them, and count the same.
 */
async function probeContinuation(
  asker: Asker,
  url: string,
  model: string,
  limitField: LimitField,
): Promise<boolean> {
  const request = {
    model,
    // So few that reasoning models of OpenAI call it an error.
    [limitField]: limitField === "max_tokens" ? 1 : fewTokens,
    messages: [
      { role: "user", content: "Count." },
      { role: "assistant", content: "one, two, three, four," },
    ],
  };
  const [closed, open] = await Promise.all([
    asker.get(`${url}/chat/completions`, request),
    asker.get(`${url}/chat/completions`, {
      ...request,
      continue_final_message: true,
      add_generation_prompt: false,
    }),
  ]);
  const [before, after] = [promptTokens(closed), promptTokens(open)];
  return before !== undefined && after !== undefined && after < before;
}

const fewTokens = 16;

const promptTokens = (body: Record<string, unknown> | null): number | undefined =>
  asNumber(asRecord(body?.usage).prompt_tokens);

async function softwareOf(asker: Asker, url: string, { owner }: ServedModel): Promise<string> {
  const version = asText((await asker.get(`${rootUrl(url)}/version`))?.version);
  return [owner, version].filter((part) => part !== "").join(" ") || "OpenAI-compatible";
}
