/** Version of the messages between extension, server, engine and webview; refused on mismatch. */
export const contractVersion = 1;
