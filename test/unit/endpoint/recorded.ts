/**
 * Streams in the exact shapes of servers that cannot be run here, written down from their source: vLLM's
 * `vllm/entrypoints/openai/{chat_completion,completion}/serving.py` with `v1/engine/parallel_sampling.py`, SGLang's
 * `python/sglang/srt/entrypoints/openai/serving_{chat,completions}.py` with `protocol.py`. Texts are made up.
 */

type Event = Record<string, unknown>;

const usage = (prompt: number, sampled: number) => ({
  prompt_tokens: prompt,
  total_tokens: prompt + sampled,
  completion_tokens: sampled,
});

const named = (token: string, logprob: number, others: readonly (readonly [string, number])[]) => ({
  token,
  logprob,
  bytes: [...Buffer.from(token)],
  top_logprobs: others.map(([text, value]) => ({
    token: text,
    logprob: value,
    bytes: [...Buffer.from(text)],
  })),
});

/** Two answers, `logprobs` and `top_logprobs` 2, `return_token_ids`, `continuous_usage_stats`. Unset fields are left out. */
export const vllmChat: readonly Event[] = (() => {
  const chunk = (index: number, delta: object, more: object, sampled: number): Event => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index, delta, logprobs: null, finish_reason: null, token_ids: null, ...more }],
    usage: usage(9, sampled),
  });
  const token = (index: number, text: string, id: number, sampled: number, more: object = {}) =>
    chunk(
      index,
      { content: text },
      {
        logprobs: {
          content: [
            named(text, -0.25, [
              [text, -0.25],
              [" other", -1.5],
            ]),
          ],
        },
        token_ids: [id],
        ...more,
      },
      sampled,
    );
  return [
    { ...chunk(0, { role: "assistant", content: "" }, {}, 0), prompt_token_ids: [1, 2, 3] },
    { ...chunk(1, { role: "assistant", content: "" }, {}, 0), prompt_token_ids: [1, 2, 3] },
    token(0, " four", 11, 1),
    token(1, " five", 12, 1),
    // The end of the turn is a token without text, and counted.
    chunk(
      0,
      { content: "" },
      {
        logprobs: { content: [named("", -0.01, [["", -0.01]])] },
        finish_reason: "stop",
        stop_reason: null,
        token_ids: [2],
      },
      2,
    ),
    token(1, "!", 13, 2, { finish_reason: "length", stop_reason: null }),
    {
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1,
      model: "m",
      choices: [],
      usage: usage(9, 4),
    },
  ];
})();

/** As a reasoning parser splits it (`reasoning`), with `include_usage` alone. */
export const vllmThought: readonly Event[] = [
  { role: "assistant", content: "" },
  { reasoning: "2 and 2" },
  { reasoning: " is 4" },
  { content: "4" },
].map((delta, at) => ({
  id: "chatcmpl-2",
  object: "chat.completion.chunk",
  created: 1,
  model: "m",
  choices: [
    {
      index: 0,
      delta,
      logprobs: null,
      finish_reason: at === 3 ? "stop" : null,
      ...(at === 3 ? { stop_reason: null } : {}),
    },
  ],
}));

/** Two answers of `/v1/completions`: alternatives as a map, offsets, `prompt_token_ids` with the first of each. */
export const vllmCompletions: readonly Event[] = (() => {
  const chunk = (index: number, text: string, id: number, offset: number, finish: string | null): Event => ({
    id: "cmpl-1",
    object: "text_completion",
    created: 1,
    model: "m",
    choices: [
      {
        index,
        text,
        logprobs: {
          text_offset: [offset],
          token_logprobs: [-0.5],
          tokens: [text],
          top_logprobs: [{ [text]: -0.5, " x": -2 }],
        },
        finish_reason: finish,
        stop_reason: null,
        ...(offset === 0 ? { prompt_token_ids: [5, 6] } : {}),
        token_ids: [id],
      },
    ],
  });
  return [
    chunk(1, " b", 22, 0, null),
    chunk(0, " a", 21, 0, "length"),
    chunk(1, " c", 23, 2, "length"),
    { id: "cmpl-1", object: "text_completion", created: 1, model: "m", choices: [], usage: usage(2, 3) },
  ];
})();

/**
 * Two answers: every field is there, with nulls; several tokens to a chunk, whose alternatives are those of the first for
 * all; the ends come together after all texts; usage beside the texts when continuous.
 */
export const sglangChat: readonly Event[] = (() => {
  const chunk = (
    index: number,
    delta: object,
    logprobs: object | null,
    finish: string | null,
    sampled: number | null,
  ): Event => ({
    id: "a1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [
      {
        index,
        delta: { role: null, content: null, reasoning_content: null, tool_calls: null, ...delta },
        logprobs,
        finish_reason: finish,
        matched_stop: finish === "stop" ? 2 : null,
      },
    ],
    usage:
      sampled === null ? null : { ...usage(9, sampled), prompt_tokens_details: null, reasoning_tokens: 0 },
  });
  const others: readonly (readonly [string, number])[] = [
    [" so", -0.1],
    [" but", -2.5],
  ];
  return [
    chunk(1, { role: "assistant", content: "" }, null, null, null),
    chunk(
      1,
      { content: " so it" },
      { content: [named(" so", -0.1, others), named(" it", -0.2, others)] },
      null,
      2,
    ),
    chunk(0, { role: "assistant", content: "" }, null, null, null),
    chunk(0, { content: " is" }, { content: [named(" is", -0.3, others)] }, null, 1),
    chunk(0, { content: " 4" }, { content: [named(" 4", -0.4, others)] }, null, 3),
    chunk(0, {}, null, "stop", null),
    chunk(1, {}, null, "length", null),
    {
      id: "a1",
      object: "chat.completion.chunk",
      created: 1,
      model: "m",
      choices: [],
      usage: { ...usage(9, 5), prompt_tokens_details: null, reasoning_tokens: 0 },
    },
  ];
})();

/** An answer that somebody has aborted at the server: no error, only a reason. */
export const sglangAborted: readonly Event[] = [
  {
    id: "a2",
    object: "text_completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, text: " half", logprobs: null, finish_reason: null, matched_stop: null }],
    usage: null,
  },
  {
    id: "a2",
    object: "text_completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, text: "", logprobs: null, finish_reason: "abort", matched_stop: null }],
    usage: null,
  },
];

/** What they say when they refuse, with what it is for us. */
export const refusals: readonly {
  readonly server: string;
  readonly status: number;
  readonly body: object;
  readonly kind: "context" | "final" | "again";
}[] = [
  {
    server: "vLLM",
    status: 400,
    body: {
      error: {
        message:
          "This model's maximum context length is 4096 tokens. However, you requested 1000 output tokens and your prompt contains at least 3097 input tokens, for a total of at least 4097 tokens.",
        type: "BadRequestError",
        param: "input_tokens",
        code: 400,
      },
    },
    kind: "context",
  },
  {
    server: "vLLM",
    status: 400,
    body: {
      error: {
        message:
          "'max_tokens' or 'max_completion_tokens' is too large: 8000. This model's maximum context length is 4096 tokens and your request has 201 input tokens (8000 > 4096 - 201).",
        type: "BadRequestError",
        param: null,
        code: 400,
      },
    },
    kind: "context",
  },
  {
    server: "vLLM",
    status: 404,
    body: {
      error: { message: "The model `x` does not exist.", type: "NotFoundError", param: "model", code: 404 },
    },
    kind: "final",
  },
  {
    server: "SGLang",
    status: 400,
    body: {
      object: "error",
      message: "The input (691793 tokens) is longer than the model's context length (540000 tokens).",
      type: "BadRequestError",
      param: null,
      code: 400,
    },
    kind: "context",
  },
  {
    server: "SGLang",
    status: 400,
    body: {
      object: "error",
      message: "Prompt cannot be empty",
      type: "BadRequestError",
      param: null,
      code: 400,
    },
    kind: "final",
  },
  {
    server: "SGLang",
    status: 503,
    body: {
      object: "error",
      message: "The request queue is full.",
      type: "ServiceUnavailable",
      param: null,
      code: 503,
    },
    kind: "again",
  },
];
