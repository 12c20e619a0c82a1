/** Endpoint addresses: `http://host:port/v1#model`, several servers of one model separated by commas. */

export interface EndpointAddress {
  /** Base URLs without a slash at the end, normally ending in `/v1`. */
  readonly urls: readonly string[];
  /** Null: the only model that the endpoint has. */
  readonly model: string | null;
}

export const isEndpointAddress = (path: string): boolean => /^https?:\/\//i.test(path.trim());

/** Null when a part is not a URL, or has parts that do not belong into it (a password, a query). */
export function parseEndpoint(text: string): EndpointAddress | null {
  const trimmed = text.trim();
  const hash = trimmed.indexOf("#");
  const model = hash < 0 ? "" : trimmed.slice(hash + 1).trim();
  const urls: string[] = [];
  for (const part of (hash < 0 ? trimmed : trimmed.slice(0, hash)).split(",")) {
    const url = baseUrl(part.trim());
    if (url === null) return null;
    if (!urls.includes(url)) urls.push(url);
  }
  return urls.length === 0 ? null : { urls, model: model === "" ? null : model };
}

export const formatEndpoint = ({ urls, model }: EndpointAddress): string =>
  `${urls.join(",")}${model === null ? "" : `#${model}`}`;

/** `localhost:8080`, and how many more there are. */
export function hostsText({ urls }: EndpointAddress): string {
  const [first = "", ...others] = urls.map((url) => url.replace(/^https?:\/\//, "").split("/")[0] ?? url);
  return others.length === 0 ? first : `${first} + ${others.length}`;
}

/** Whether everything sent there stays on this machine. */
export const isLoopback = ({ urls }: EndpointAddress): boolean => urls.every(isLoopbackUrl);

/** Where the server's own requests (`/props`, `/tokenize`) are: above the OpenAI-compatible ones. */
export const rootUrl = (url: string): string => url.replace(/\/v1$/, "");

const urlPattern = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?(\/[^\s?#@]*)?$/i;

function baseUrl(text: string): string | null {
  const match = urlPattern.exec(text);
  if (match === null) return null;
  const [, scheme = "", host = "", port = "", path = ""] = match;
  const folder = path.replace(/\/+$/, "");
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${port}${folder === "" ? "/v1" : folder}`;
}

function isLoopbackUrl(url: string): boolean {
  const host = urlPattern.exec(url)?.[2] ?? "";
  return host === "localhost" || host === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
