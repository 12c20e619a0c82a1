/** Replaces `{name}` in a prompt template; unknown names stay as they are (LaTeX is full of braces). */
export function fillPrompt(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
