/** SVAMP: a body that is an unfinished clause ("If there are 692 girls") goes on with a comma and a small letter. */
export function joinedSentences(body: string, question: string): string {
  if (/[.?!]["')]?$/.test(body)) return `${body} ${question}`;
  const clause = body.replace(/[,;:]$/, "");
  const opening =
    /^(?:How|What|Which|Who|Whose|When|Where|Why|Find|Did|Do|Does|Is|Are|Was|Were|Will|Can|By|In|If)\b/;
  return `${clause}, ${opening.test(question) ? question.charAt(0).toLowerCase() + question.slice(1) : question}`;
}
