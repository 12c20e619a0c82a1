/** The variables that VS Code gives to a webview, for its three default looks (values as its colour registry has them). */

export type ThemeName = "dark-modern" | "light-modern" | "high-contrast";

const dark = {
  foreground: "#cccccc", descriptionForeground: "#9d9d9d", errorForeground: "#f85149", focusBorder: "#0078d4", "icon-foreground": "#cccccc",
  "editor-background": "#1f1f1f", "editor-foreground": "#cccccc", "editorWidget-background": "#202020", "panel-border": "#2b2b2b", "widget-border": "#313131",
  "widget-shadow": "#0000005c", "sideBar-background": "#181818", "textLink-foreground": "#4daafc", "textLink-activeForeground": "#4daafc",
  "textBlockQuote-background": "#2b2b2b", "textBlockQuote-border": "#616161", "textCodeBlock-background": "#2b2b2b",
  "button-background": "#0078d4", "button-foreground": "#ffffff", "button-hoverBackground": "#026ec1", "button-border": "#ffffff12",
  "button-secondaryBackground": "#313131", "button-secondaryForeground": "#cccccc", "button-secondaryHoverBackground": "#3c3c3c",
  "list-hoverBackground": "#2a2d2e", "list-activeSelectionBackground": "#04395e", "list-activeSelectionForeground": "#ffffff",
  "list-inactiveSelectionBackground": "#37373d", "list-focusOutline": "#0078d4", "list-focusHighlightForeground": "#2aaaff", "list-highlightForeground": "#2aaaff",
  "toolbar-hoverBackground": "#5a5d5e50", "inputOption-activeBackground": "#2489db82", "inputOption-activeForeground": "#ffffff", "inputOption-activeBorder": "#2488db",
  "settings-textInputBackground": "#313131", "settings-textInputBorder": "#3c3c3c", "settings-textInputForeground": "#cccccc", "input-placeholderForeground": "#989898",
  "settings-dropdownBackground": "#313131", "settings-dropdownBorder": "#3c3c3c", "settings-dropdownForeground": "#cccccc", "settings-dropdownListBorder": "#454545",
  "settings-checkboxBackground": "#313131", "checkbox-border": "#3c3c3c", "progressBar-background": "#0078d4", "badge-background": "#616161", "badge-foreground": "#f8f8f8",
  "charts-blue": "#3794ff", "charts-green": "#89d185", "charts-red": "#f14c4c", "charts-orange": "#d18616", "charts-yellow": "#cca700", "charts-purple": "#b180d7",
  "testing-iconPassed": "#73c991", "testing-iconFailed": "#f14c4c", "editorWarning-foreground": "#cca700",
  "editorHoverWidget-background": "#202020", "editorHoverWidget-foreground": "#cccccc", "editorHoverWidget-border": "#454545",
  "breadcrumb-foreground": "#cccccccc", "scrollbarSlider-background": "#79797966",
};

const light: Record<string, string> = {
  ...dark,
  foreground: "#3b3b3b", descriptionForeground: "#6c6c6c", focusBorder: "#005fb8", "icon-foreground": "#3b3b3b",
  "editor-background": "#ffffff", "editor-foreground": "#3b3b3b", "editorWidget-background": "#f8f8f8", "panel-border": "#e5e5e5", "widget-border": "#e5e5e5",
  "widget-shadow": "#00000029", "sideBar-background": "#f8f8f8", "textLink-foreground": "#005fb8", "textLink-activeForeground": "#005fb8",
  "textBlockQuote-background": "#f8f8f8", "textBlockQuote-border": "#e5e5e5", "textCodeBlock-background": "#f8f8f8",
  "button-background": "#005fb8", "button-hoverBackground": "#0258a8", "button-border": "#0000001a",
  "button-secondaryBackground": "#e5e5e5", "button-secondaryForeground": "#3b3b3b", "button-secondaryHoverBackground": "#cccccc",
  "list-hoverBackground": "#f2f2f2", "list-activeSelectionBackground": "#e8e8e8", "list-activeSelectionForeground": "#000000",
  "list-inactiveSelectionBackground": "#e4e6f1", "list-focusOutline": "#005fb8", "list-highlightForeground": "#0066bf", "list-focusHighlightForeground": "#0066bf",
  "toolbar-hoverBackground": "#b8b8b850", "inputOption-activeBackground": "#bed6ed", "inputOption-activeForeground": "#000000", "inputOption-activeBorder": "#005fb8",
  "settings-textInputBackground": "#ffffff", "settings-textInputBorder": "#cecece", "settings-textInputForeground": "#3b3b3b", "input-placeholderForeground": "#767676",
  "settings-dropdownBackground": "#ffffff", "settings-dropdownBorder": "#cecece", "settings-dropdownForeground": "#3b3b3b", "settings-dropdownListBorder": "#cecece",
  "settings-checkboxBackground": "#f8f8f8", "checkbox-border": "#cecece", "progressBar-background": "#005fb8",
  "charts-blue": "#1a85ff", "charts-green": "#388a34", "charts-red": "#e51400", "charts-orange": "#d18616", "charts-yellow": "#bf8803", "charts-purple": "#652d90",
  "testing-iconPassed": "#388a34", "testing-iconFailed": "#f14c4c", "editorWarning-foreground": "#bf8803",
  "editorHoverWidget-background": "#f8f8f8", "editorHoverWidget-foreground": "#3b3b3b", "editorHoverWidget-border": "#c8c8c8", "breadcrumb-foreground": "#616161cc",
};

const contrast: Record<string, string> = {
  ...dark,
  foreground: "#ffffff", descriptionForeground: "#ffffffb3", focusBorder: "#f38518", contrastBorder: "#6fc3df", contrastActiveBorder: "#f38518", "icon-foreground": "#ffffff",
  "editor-background": "#000000", "editor-foreground": "#ffffff", "editorWidget-background": "#0c141f", "panel-border": "#6fc3df", "widget-border": "#6fc3df",
  "sideBar-background": "#000000", "textLink-foreground": "#21a6ff", "textLink-activeForeground": "#21a6ff", "textBlockQuote-background": "#000000",
  "textBlockQuote-border": "#ffffff", "textCodeBlock-background": "#000000", "button-background": "#000000", "button-foreground": "#ffffff", "button-border": "#6fc3df",
  "button-secondaryBackground": "#000000", "button-secondaryForeground": "#ffffff", "button-hoverBackground": "#000000", "button-secondaryHoverBackground": "#000000",
  "list-hoverBackground": "#ffffff1a", "list-activeSelectionBackground": "#000000", "list-inactiveSelectionBackground": "#000000", "list-focusOutline": "#f38518",
  "toolbar-hoverBackground": "#00000000", "inputOption-activeBackground": "#00000000", "inputOption-activeBorder": "#6fc3df",
  "settings-textInputBackground": "#000000", "settings-textInputBorder": "#6fc3df", "settings-textInputForeground": "#ffffff", "settings-dropdownBackground": "#000000",
  "settings-dropdownBorder": "#6fc3df", "settings-dropdownForeground": "#ffffff", "settings-dropdownListBorder": "#6fc3df", "settings-checkboxBackground": "#000000", "checkbox-border": "#6fc3df",
  "progressBar-background": "#6fc3df", "testing-iconPassed": "#89d185", "testing-iconFailed": "#f48771", "editorWarning-foreground": "#ffd370",
  "editorHoverWidget-background": "#0c141f", "editorHoverWidget-foreground": "#ffffff", "editorHoverWidget-border": "#6fc3df", "breadcrumb-foreground": "#ffffffcc",
};

const themes: Record<ThemeName, { kind: string; values: Record<string, string> }> = {
  "dark-modern": { kind: "vscode-dark", values: dark },
  "light-modern": { kind: "vscode-light", values: light },
  "high-contrast": { kind: "vscode-high-contrast", values: contrast },
};

export const themeKind = (name: ThemeName): string => themes[name].kind;

/** A style sheet that sets the theme's variables on the root, with VS Code's own body rules for webviews. */
export const themeCss = (name: ThemeName): string =>
  `:root{${Object.entries(themes[name].values).map(([key, value]) => `--vscode-${key}:${value};`).join("")}--vscode-font-family:"DejaVu Sans",sans-serif;--vscode-font-size:13px;--vscode-font-weight:normal;--vscode-editor-font-family:"DejaVu Sans Mono",monospace;--vscode-editor-font-size:13px;color-scheme:${name === "light-modern" ? "light" : "dark"}}body{padding:0 20px}`;
