/** Words that are not names where a value is expected, unless they are quoted or qualified. */
export const valueWords: ReadonlySet<string> = new Set(
  `ALL AND ANY AS ASC AT BETWEEN BY CASE CAST COLLATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER
  DESC DISTINCT ELSE END ESCAPE EXCEPT EXISTS FALSE FETCH FILTER FOLLOWING FOR FROM FULL GLOB GROUP HAVING ILIKE IN
  INNER INTERSECT INTERVAL INTO IS ISNULL JOIN LATERAL LEFT LIKE LIMIT LOCALTIME LOCALTIMESTAMP MATCH NATURAL NOT
  NOTNULL NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION PRECEDING RANGE RECURSIVE REGEXP RIGHT ROW ROWS SELECT
  SESSION_USER SIMILAR SOME THEN TRUE UNBOUNDED UNION USING VALUES WHEN WHERE WINDOW WITH WITHIN XOR`.split(
    /\s+/,
  ),
);

/** Words that end a table's name or alias in FROM. */
export const fromWords: ReadonlySet<string> = new Set(
  `CROSS EXCEPT FETCH FOR FROM FULL GROUP HAVING INDEXED INNER INTERSECT JOIN LATERAL LEFT LIMIT NATURAL NOT OFFSET ON ORDER
  OUTER RIGHT SELECT SET STRAIGHT_JOIN TABLESAMPLE UNION USE USING VALUES WHERE WINDOW WITH`.split(/\s+/),
);

/** Of these, words that are names where a database has a column called so. */
export const softWords: ReadonlySet<string> = new Set(
  "AT CURRENT FILTER FOLLOWING INTERVAL MATCH PARTITION PRECEDING RANGE RECURSIVE ROW ROWS SIMILAR SOME UNBOUNDED WINDOW WITHIN XOR".split(
    " ",
  ),
);

/** Words that a bare name cannot be. */
export const isReserved = (word: string): boolean => {
  const upper = word.toUpperCase();
  return !softWords.has(upper) && (valueWords.has(upper) || fromWords.has(upper));
};

/** Words before JOIN. */
export const joinWords: ReadonlySet<string> = new Set(
  "CROSS FULL INNER LEFT NATURAL OUTER RIGHT LATERAL STRAIGHT_JOIN".split(" "),
);
