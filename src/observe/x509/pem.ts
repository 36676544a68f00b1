/**
 * PEM files (RFC 7468) as OpenSSL reads them: a boundary stands alone on its line, with five dashes on each side. What
 * OpenSSL would pass over or stumble on is a problem with its line, and nothing is left out in silence.
 */

export interface PemBlock {
  readonly label: string;
  /** What stands between the boundaries, decoded; undefined where that is not base64. */
  readonly octets: Buffer | undefined;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
}

/** Why a file cannot be used, and at which line. */
export interface PemProblem {
  /** A line that is meant to be a boundary and is none; a block that ends with the file, or where the next one begins. */
  readonly problem: "malformed-boundary" | "unclosed-block";
  readonly line: number;
}

const BOUNDARY = /^-----(BEGIN|END) (.*)-----$/;
/** What a line that is meant to be a boundary has in it, with the label that it is meant to have. */
const MEANT = /-? ?(?:BEGIN|END) ([A-Z0-9 ]*)/;
const BASE64 = /^[A-Za-z0-9+/=\s]*$/;

/** What is said of a problem to the reader of the file. */
export const PEM_PROBLEMS: Readonly<Record<PemProblem["problem"], string>> = {
  "malformed-boundary":
    "OpenSSL does not read this line as the boundary of a PEM block. Write -----BEGIN CERTIFICATE----- or -----END CERTIFICATE----- (or the same with another label) alone on the line, with exactly five dashes on each side.",
  "unclosed-block": "The PEM block that begins here has no -----END line of the same label.",
};

/** The line without what OpenSSL takes off its end: spaces and control characters. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= 0x20) end--;
  return line.slice(0, end);
}

/** Whether a line has the words of a boundary, and a dash beside them. */
function isMeant(line: string, labels: readonly string[]): boolean {
  const found = MEANT.exec(line);
  if (found === null || !labels.includes(found[1]?.trim() ?? "")) return false;
  return found[0].startsWith("-") || line[found.index + found[0].length] === "-";
}

/**
 * Reads the blocks with these labels. Blocks of other labels, such as private keys, and text between are left out; so is
 * a line that begins with `#`, for whoever has commented a block out.
 */
export function readPem(text: string, labels: readonly string[]): PemBlock[] | PemProblem {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly line: number; readonly content: string[] } | undefined;
  // OpenSSL passes over a byte order mark, too.
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const number = index + 1;
    const line = withoutEnd(raw);
    const [, edge, label = ""] = BOUNDARY.exec(line) ?? [];
    const counts = edge !== undefined && labels.includes(label);
    if (!counts && !line.startsWith("#") && isMeant(line, labels))
      return { problem: "malformed-boundary", line: number };
    if (open === undefined) {
      if (!counts) continue;
      if (edge === "END") return { problem: "malformed-boundary", line: number };
      open = { label, line: number, content: [] };
    } else if (edge === "END" && label === open.label) {
      const content = open.content.join("\n");
      const octets = BASE64.test(content) ? Buffer.from(content, "base64") : undefined;
      blocks.push({ label, octets, line: open.line });
      open = undefined;
    } else if (edge !== undefined) {
      return { problem: "unclosed-block", line: open.line };
    } else {
      open.content.push(line);
    }
  }
  return open === undefined ? blocks : { problem: "unclosed-block", line: open.line };
}
