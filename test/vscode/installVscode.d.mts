/** Paths of the offline VS Code once installed. */
export const offlineVscode: { readonly node: string; readonly server: string };
/** Installs it where missing. @throws Error with one clear sentence. */
export function installOfflineVscode(): void;
