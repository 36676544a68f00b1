/**
 * What the runner says of itself and @actions/github reads while it is imported. It throws there where that is wrong,
 * so that the run would end before it began. This has to be imported first.
 */
import { readFileSync } from "node:fs";

type Environment = Record<string, string | undefined>;

/** What cannot be used, and was taken out of the environment; nothing where all is well. */
export interface SetAside {
  /** Why the event of this run is not known. */
  readonly event?: string;
  /** GITHUB_API_URL is no such address. */
  readonly apiUrl?: true;
  /** The variable that names a proxy which is none for HTTP. */
  readonly proxy?: string;
}

/** Takes what cannot be used out of the environment, and says what it was. */
export function setBrokenAside(env: Environment): SetAside {
  const event = eventProblem(env["GITHUB_EVENT_PATH"] ?? "");
  if (event !== undefined) delete env["GITHUB_EVENT_PATH"];
  const apiUrl = !isUsable(env["GITHUB_API_URL"] ?? "");
  if (apiUrl) delete env["GITHUB_API_URL"];
  const proxies = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].filter((name) => {
    const url = (env[name] ?? "") === "" ? "" : proxyUrl(env[name] ?? "");
    if (url === undefined) Reflect.deleteProperty(env, name);
    else if (url !== "") env[name] = url;
    return url === undefined;
  });
  const [proxy] = proxies;
  return {
    ...(event !== undefined && { event }),
    ...(apiUrl && { apiUrl }),
    ...(proxy !== undefined && { proxy }),
  };
}

function eventProblem(file: string): string | undefined {
  if (file === "") return undefined;
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof event === "object" && event !== null ? undefined : "it holds no event";
  } catch (error) {
    return error instanceof SyntaxError ? "it is not JSON" : "there is no such file";
  }
}

/** An address without credentials: `fetch` refuses them, and says them out loud. */
function isUsable(url: string): boolean {
  if (url === "") return true;
  const { protocol = "", username = "", password = "" } = URL.parse(url) ?? {};
  return ["https:", "http:"].includes(protocol) && username === "" && password === "";
}

/** A proxy with its scheme, which curl lets people leave out; undefined where it is none for HTTP. */
function proxyUrl(written: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  return /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
}

/** What of this process's surroundings cannot be used. */
export const setAside = setBrokenAside(process.env);
