/** Turns of the text-to-SQL tasks; `{schema}`, `{question}` and `{comment}` are replaced. */
export const sqlPrompts = {
  question: "{schema}\n\nWrite one SQLite query that answers the question.\n\nQuestion: {question}",
  comment: "{schema}\n\nWrite the SQLite query that the comment asks for.\n\n-- {comment}",
} as const;
