import type { SqlDialect } from "./schema.ts";

const everywhere = `abs avg ceil ceiling coalesce concat count exp floor group_concat lag lead length ln log lower ltrim
  max min mod nullif power rank dense_rank first_value last_value ntile replace round row_number rtrim sign sqrt
  substr substring sum trim upper cume_dist percent_rank acos asin atan atan2 cos degrees pi radians sin tan`;

const own: Readonly<Record<SqlDialect, string>> = {
  sqlite: `char date datetime format glob hex ifnull iif instr json json_array json_array_length json_each json_extract
    json_object json_type json_valid julianday likelihood likely printf quote random strftime time timediff total trunc
    typeof unicode unixepoch json_group_array json_group_object nth_value`,
  postgres: `age array_agg array_length bool_and bool_or btrim char_length date_part date_trunc extract format
    generate_series greatest initcap jsonb_agg jsonb_array_elements jsonb_build_object jsonb_object_agg json_agg
    json_build_object least left lpad make_date md5 now overlay percentile_cont percentile_disc position random
    regexp_matches regexp_replace repeat right rpad split_part starts_with stddev string_agg strpos to_char to_date
    to_number to_timestamp trunc unnest variance width_bucket nth_value`,
  mysql: `char_length concat_ws curdate curtime date date_add date_format date_sub datediff day dayname dayofmonth
    dayofweek dayofyear elt field find_in_set format from_unixtime greatest hour if ifnull instr json_arrayagg
    json_extract json_object json_objectagg last_day least left locate lpad makedate md5 minute month monthname now
    period_diff quarter rand repeat reverse right rpad second stddev str_to_date strcmp time timediff timestampdiff
    to_days truncate unix_timestamp variance week weekday year nth_value`,
  duckdb: `arg_max arg_min array_agg bool_and bool_or contains date_diff date_part date_trunc day dayname epoch format
    generate_series greatest hour ifnull json_extract least left list list_value lpad median mode month monthname now
    printf quantile quantile_cont quarter random range regexp_extract regexp_matches regexp_replace repeat right rpad
    split_part starts_with stddev strftime string_agg strptime struct_pack trunc unnest variance week year nth_value`,
};

/** Those of all dialects that can be called without an argument. */
export const bareFunctions: ReadonlySet<string> = new Set(
  `cume_dist curdate curtime date datetime dense_rank json_array json_object julianday now percent_rank pi
   rand random rank row_number time unix_timestamp unixepoch`.split(/\s+/),
);

const known = new Map<SqlDialect, ReadonlySet<string>>();

/** Names of the functions that are offered and that generated text may call, in lower case. */
export function functionNames(dialect: SqlDialect): ReadonlySet<string> {
  let names = known.get(dialect);
  if (names === undefined) {
    names = new Set(`${everywhere} ${own[dialect]}`.split(/\s+/).sort());
    known.set(dialect, names);
  }
  return names;
}
