/** What to say to whoever writes something else where a mail domain is asked for: the name alone, or the setting meant. */
import { isIP } from "node:net";
import { shown } from "../text/configuration-error.ts";
import { normaliseHostName } from "../text/host-name.ts";

/** Schemes that `servers` understands. */
const MAIL_SCHEME = /^(?:smtps?|submissions?):\/\//i;

/** Endings of file names that are no top-level domains, and the setting that reads such a file. */
const FILE_ENDINGS: readonly {
  readonly endings: readonly string[];
  readonly hint: (file: string) => string;
}[] = [
  {
    endings: ["txt", "csv", "list", "lst"],
    hint: (file) => `To read domains from a file, use domains-file: ${file}.`,
  },
  {
    endings: ["json", "ndjson"],
    hint: (file) => `To evaluate a recorded report again, run mx-gate judge ${file}.`,
  },
  { endings: ["yml", "yaml"], hint: (file) => `To use a policy file, set config-file: ${file}.` },
  {
    endings: ["db", "zonefile"],
    hint: (file) => `To test the MX records of a zone file, use zone-files: ${file}.`,
  },
];

/** The hint for a name that ends as files do and as no domain does; undefined for every other name. */
export function fileHint(item: string): string | undefined {
  const ending = item.slice(item.lastIndexOf(".") + 1).toLowerCase();
  const found =
    item.includes(".") && !item.includes("@")
      ? FILE_ENDINGS.find(({ endings }) => endings.includes(ending))
      : undefined;
  return found && `${shown(item)} looks like a file, not a domain name. ${found.hint(item)}`;
}

/** `To test that server itself, use servers: x.`, cut to what `shown` shows. */
function serverHint(server: string): string {
  return `To test that server itself, use servers: ${shown(server).slice(1, -1)}`;
}

/**
 * Why an item of `domains` is not a domain name, and what to write instead.
 * @param item one item of the list, not empty, not accepted by normaliseHostName
 */
export function domainProblem(item: string): string {
  const what = shown(item);
  if (item.startsWith("@") && !item.includes(" ")) {
    return `${what} is not a domain name. To read domains from a file, use domains-file: ${shown(item.slice(1)).slice(1, -1)}`;
  }
  if (item.includes("@")) {
    const behind = normaliseHostName(item.slice(item.lastIndexOf("@") + 1));
    return `${what} is a mailbox, not a domain name. Give only the part after the @${behind === undefined ? "." : `: ${behind}`}`;
  }
  if (MAIL_SCHEME.test(item)) return `${what} is a server, not a domain name. ${serverHint(item)}`;
  const bare = bareName(item);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(item)) {
    return `${what} is a URL, not a domain name.${bare === undefined ? "" : ` Give only the name: ${bare}`}`;
  }
  const address = item.replace(/^\[(.*)\](?::\d+)?$/, "$1");
  if (isIP(address) !== 0 || isIP(item.replace(/:\d+$/, "")) === 4) {
    return `${what} is an IP address, not a domain name. ${serverHint(isIP(item) === 6 ? `[${item}]` : item)}`;
  }
  if (/^[^:/\s]+:\d{1,5}$/.test(item)) {
    return `${what} has a port, so it is a server and not a domain name. ${serverHint(item)}`;
  }
  if (bare !== undefined) return `${what} is not a domain name. Give only the name: ${bare}`;
  const parts = item.split(/\s+/).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => part.includes("."))) {
    return `${what} is not a domain name. Separate domains with commas or line breaks.`;
  }
  return `${what} is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.`;
}

/** The name in a URL, or before a slash; undefined where there is none. */
function bareName(item: string): string | undefined {
  const behind = item.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
  if (behind === item && !item.includes("/")) return undefined;
  return normaliseHostName(behind.split(/[/?#:]/, 1)[0] ?? "");
}
