import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./languageServer.ts";

// The transport is named by the client's arguments (ipc); never stdio, because native libraries print.
startServer(createConnection(ProposedFeatures.all), import.meta.url);
