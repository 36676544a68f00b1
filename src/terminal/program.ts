/** How the reader started the command, so that the commands that messages name are ones that the reader has. */
import { delimiter, relative } from "node:path";
import { pathWord } from "../judge/confirm/shell-words.ts";

/** What the command is called where nothing better is known. */
export const PROGRAM = "mx-gate";

export interface Started {
  /** The script as it was called: `process.argv[1]`, a link unresolved. */
  readonly called: string;
  /** Folder that it was called in. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What stands in front of the command's words: `mx-gate`, `npx mx-gate`, `node dist/cli/index.js`. */
export function programName({ called, folder, env }: Started): string {
  const path = called.replaceAll("\\", "/");
  // npm's own variables: `npx mx-gate` or `npm exec mx-gate`, and `npm start` in a checkout.
  const installed = /(?:^|\/)(?:mx-gate|node_modules\/mx-gate\/dist\/cli\/index\.js)$/.test(path);
  if (installed && env["npm_command"] === "exec") return `npx ${PROGRAM}`;
  if (env["npm_lifecycle_event"] === "start" && path.endsWith("/src/cli.ts")) return "npm start --silent --";
  const word = pathWord(fromFolder(path, folder));
  if (word === undefined) return PROGRAM;
  if (!installed) return `node ${word}`;
  // The link that npm makes, or the script that stands for it on Windows, which only PATH leads to.
  const folders = (env["PATH"] ?? "").replaceAll("\\", "/").split(delimiter);
  const found = path.endsWith(".js") || folders.includes(path.slice(0, -"/mx-gate".length));
  return found ? PROGRAM : word;
}

/** A path from the folder that the reader is in, where it leads down from there; with slashes, which every shell takes. */
function fromFolder(path: string, folder: string): string {
  const below = relative(folder, path).replaceAll("\\", "/");
  return below === "" || below.startsWith("..") ? path : below;
}
