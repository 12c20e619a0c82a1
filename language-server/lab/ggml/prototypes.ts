/**
 * The functions of ggml that the lab calls, by library and with their C prototypes (all structures as `void *`). They
 * are compared with the exported symbols at start; a test compares them with the header of the pinned version.
 */

/** `ggml_version()` values that the self-test and the tests of this room have passed with. */
export const testedVersions: readonly string[] = ["0.25.1"];

const unary = (name: string) => `void *${name}(void *ctx, void *a)`;
const binary = (name: string) => `void *${name}(void *ctx, void *a, void *b)`;
const rope = (name: string) =>
  `void *${name}(void *ctx, void *a, void *b, void *c, int n_dims, int mode, int n_ctx_orig, float freq_base, float freq_scale, float ext_factor, float attn_factor, float beta_fast, float beta_slow)`;

/** Exported by libggml-base. */
export const basePrototypes = {
  ggml_version: "const char *ggml_version()",
  ggml_init: "void *ggml_init(DeliberateGgmlInit params)",
  ggml_free: "void ggml_free(void *ctx)",
  ggml_tensor_overhead: "size_t ggml_tensor_overhead()",
  ggml_graph_overhead_custom: "size_t ggml_graph_overhead_custom(size_t size, bool grads)",
  ggml_new_tensor_4d:
    "void *ggml_new_tensor_4d(void *ctx, int type, int64_t ne0, int64_t ne1, int64_t ne2, int64_t ne3)",
  ggml_nbytes: "size_t ggml_nbytes(void *tensor)",
  ggml_set_output: "void ggml_set_output(void *tensor)",
  ggml_set_param: "void ggml_set_param(void *tensor)",
  ggml_new_graph_custom: "void *ggml_new_graph_custom(void *ctx, size_t size, bool grads)",
  ggml_build_forward_expand: "void ggml_build_forward_expand(void *graph, void *tensor)",
  ggml_graph_n_nodes: "int ggml_graph_n_nodes(void *graph)",
  ggml_add: binary("ggml_add"),
  ggml_add_inplace: binary("ggml_add_inplace"),
  ggml_sub: binary("ggml_sub"),
  ggml_mul: binary("ggml_mul"),
  ggml_div: binary("ggml_div"),
  ggml_scale_bias: "void *ggml_scale_bias(void *ctx, void *a, float s, float b)",
  ggml_mul_mat: binary("ggml_mul_mat"),
  ggml_out_prod: binary("ggml_out_prod"),
  ggml_get_rows: binary("ggml_get_rows"),
  ggml_get_rows_back: "void *ggml_get_rows_back(void *ctx, void *a, void *b, void *c)",
  ggml_set_rows: "void *ggml_set_rows(void *ctx, void *a, void *b, void *c)",
  ggml_soft_max_ext: "void *ggml_soft_max_ext(void *ctx, void *a, void *mask, float scale, float max_bias)",
  ggml_soft_max_ext_back:
    "void *ggml_soft_max_ext_back(void *ctx, void *a, void *b, float scale, float max_bias)",
  ggml_rms_norm: "void *ggml_rms_norm(void *ctx, void *a, float eps)",
  ggml_rms_norm_back: "void *ggml_rms_norm_back(void *ctx, void *a, void *b, float eps)",
  ggml_rope_ext: rope("ggml_rope_ext"),
  ggml_rope_ext_back: rope("ggml_rope_ext_back"),
  ggml_repeat: binary("ggml_repeat"),
  ggml_repeat_back: binary("ggml_repeat_back"),
  ggml_silu: unary("ggml_silu"),
  ggml_silu_back: binary("ggml_silu_back"),
  ggml_sigmoid: unary("ggml_sigmoid"),
  ggml_log: unary("ggml_log"),
  ggml_exp: unary("ggml_exp"),
  ggml_sqrt: unary("ggml_sqrt"),
  ggml_sqr: unary("ggml_sqr"),
  ggml_clamp: "void *ggml_clamp(void *ctx, void *a, float min, float max)",
  ggml_sum_rows: unary("ggml_sum_rows"),
  ggml_sum: unary("ggml_sum"),
  ggml_reshape_4d:
    "void *ggml_reshape_4d(void *ctx, void *a, int64_t ne0, int64_t ne1, int64_t ne2, int64_t ne3)",
  ggml_permute: "void *ggml_permute(void *ctx, void *a, int axis0, int axis1, int axis2, int axis3)",
  ggml_cont: unary("ggml_cont"),
  ggml_cpy: binary("ggml_cpy"),
  ggml_cast: "void *ggml_cast(void *ctx, void *a, int type)",
  ggml_opt_step_adamw:
    "void *ggml_opt_step_adamw(void *ctx, void *a, void *grad, void *m, void *v, void *adamw_params)",
  ggml_fp32_to_fp16_row: "void ggml_fp32_to_fp16_row(const void *x, void *y, int64_t n)",
  ggml_fp16_to_fp32_row: "void ggml_fp16_to_fp32_row(const void *x, void *y, int64_t n)",
  ggml_quantize_chunk:
    "size_t ggml_quantize_chunk(int type, const void *src, void *dst, int64_t start, int64_t nrows, int64_t n_per_row, const void *imatrix)",
  ggml_gallocr_new: "void *ggml_gallocr_new(void *buft)",
  ggml_gallocr_free: "void ggml_gallocr_free(void *galloc)",
  ggml_gallocr_alloc_graph: "bool ggml_gallocr_alloc_graph(void *galloc, void *graph)",
  ggml_gallocr_get_buffer_size: "size_t ggml_gallocr_get_buffer_size(void *galloc, int buffer_id)",
  ggml_backend_alloc_ctx_tensors: "void *ggml_backend_alloc_ctx_tensors(void *ctx, void *backend)",
  ggml_backend_buffer_clear: "void ggml_backend_buffer_clear(void *buffer, uint8_t value)",
  ggml_backend_buffer_get_size: "size_t ggml_backend_buffer_get_size(void *buffer)",
  ggml_backend_buffer_free: "void ggml_backend_buffer_free(void *buffer)",
  ggml_backend_name: "const char *ggml_backend_name(void *backend)",
  ggml_backend_free: "void ggml_backend_free(void *backend)",
  ggml_backend_get_default_buffer_type: "void *ggml_backend_get_default_buffer_type(void *backend)",
  ggml_backend_tensor_set:
    "void ggml_backend_tensor_set(void *tensor, const void *data, size_t offset, size_t size)",
  ggml_backend_tensor_get:
    "void ggml_backend_tensor_get(const void *tensor, void *data, size_t offset, size_t size)",
  ggml_backend_supports_op: "bool ggml_backend_supports_op(void *backend, const void *op)",
  ggml_backend_graph_compute: "int ggml_backend_graph_compute(void *backend, void *graph)",
  ggml_backend_dev_name: "const char *ggml_backend_dev_name(void *device)",
  ggml_backend_dev_description: "const char *ggml_backend_dev_description(void *device)",
  ggml_backend_dev_type: "int ggml_backend_dev_type(void *device)",
  ggml_backend_dev_backend_reg: "void *ggml_backend_dev_backend_reg(void *device)",
  ggml_backend_dev_init: "void *ggml_backend_dev_init(void *device, const char *params)",
  ggml_backend_reg_get_proc_address: "void *ggml_backend_reg_get_proc_address(void *reg, const char *name)",
} as const;

/** Exported by libggml, which knows the device libraries. */
export const registryPrototypes = {
  ggml_backend_load_all_from_path: "void ggml_backend_load_all_from_path(const char *dir_path)",
  ggml_backend_dev_count: "size_t ggml_backend_dev_count()",
  ggml_backend_dev_get: "void *ggml_backend_dev_get(size_t index)",
} as const;

/** Numbers of ggml's enumerations that are used here. */
export const ggmlTypes = { f32: 0, f16: 1, q8_0: 8, i32: 26, bf16: 30 } as const;
export const ropeModes = { neighbours: 0, halves: 2 } as const;
export const deviceTypes = ["cpu", "gpu", "integrated-gpu", "accelerator", "meta"] as const;
