/** The page of the trace panel. Pure, so that its content security policy can be tested. */

export interface PageParts {
  /** Source expression of the webview's own files (`webview.cspSource`). */
  readonly cspSource: string;
  /** Fresh for every page, at least 128 bits. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
}

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * Nothing is loaded but our own script (by nonce), styles, fonts and pictures; no inline script, no eval, no network,
 * no frames, no forms.
 */
export function panelPage(parts: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.cspSource}`,
    `font-src ${parts.cspSource}`,
    `img-src ${parts.cspSource} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // The id is what @vscode-elements looks for to give its icons the codicon font from inside their shadow roots.
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escapeAttribute(parts.styleUri)}">
<title>Deliberate</title>
</head>
<body>
<div id="root"></div>
<script type="module" nonce="${escapeAttribute(parts.nonce)}" src="${escapeAttribute(parts.scriptUri)}"></script>
</body>
</html>
`;
}
