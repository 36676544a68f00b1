/** Files that tools make zones of, given where a zone file must be: what the file is, and how to make a zone file of it. */
import path from "node:path";

interface Format {
  /** Whether a file is of this format, by its name and its lines without white space around them. */
  matches(name: string, lines: readonly string[]): boolean;
  readonly message: string;
}

/** Characters at the start of a file that are looked at. */
const LOOKED_AT = 65_536;

/** Words that begin a block of Terraform, before a name in quotation marks. */
const TERRAFORM_BLOCKS = ["resource", "module", "variable", "provider"];

/** True where a line is `WORD "name" … {`. */
function isTerraformBlock(line: string): boolean {
  const [word = "", name = ""] = line.split(" ", 2);
  return TERRAFORM_BLOCKS.includes(word) && name.startsWith('"') && line.endsWith("{");
}

/** True where a line calls `D("…")`, or `D_EXTEND("…")`, of dnscontrol. */
function isDomainCall(line: string): boolean {
  const [called = "", argument = ""] = line.split("(", 2);
  return ["D", "D_EXTEND"].includes(called.trimEnd()) && /^["']/.test(argument.trimStart());
}

/** True where a text begins as an object or a list of JSON does. */
function isJson(text: string): boolean {
  return /^[[{]/.test(text) && /^["[{]/.test(text.slice(1).trimStart());
}

/** True where a line is `type: …` of a mapping, which may be the first of a list. */
function isTypeKey(line: string): boolean {
  return (
    line.startsWith("type: ") || (line.startsWith("-") && line.slice(1).trimStart().startsWith("type: "))
  );
}

const FORMATS: readonly Format[] = [
  {
    matches: (name, lines) => /\.[cm]?js$/i.test(name) || lines.some(isDomainCall),
    message:
      "This is a configuration of dnscontrol, not a zone file. Let dnscontrol write zone files (`dnscontrol push --providers bind`; of what is live: `dnscontrol get-zones --format=zone`) and name those in zone-files: docs/examples/dnscontrol.yml.",
  },
  {
    matches: (name, lines) => /\.tf$/i.test(name) || lines.some(isTerraformBlock),
    message:
      "This is Terraform, not a zone file. Terraform writes no zone files: export the zone from the DNS provider, or test the live records with domains.",
  },
  {
    matches: (name, lines) => /\.ya?ml$/i.test(name) || (lines.includes("---") && lines.some(isTypeKey)),
    message:
      "This is YAML as octoDNS reads it, not a zone file. Let octoDNS write zone files (`octodns-dump --output-provider=zonefiles`) and name those in zone-files: docs/examples/octodns.yml.",
  },
  {
    matches: (name, lines) => /\.json$/i.test(name) || isJson(lines.join("")),
    message: "This is JSON, not a zone file. Export the zone as a BIND zone file.",
  },
];

/** What is said of a file that is no zone file but of a format that is known; undefined for any other. */
export function otherFormat(file: string, text: string): string | undefined {
  const lines = text
    .slice(0, LOOKED_AT)
    .split("\n")
    .map((line) => line.trim());
  const name = path.basename(file);
  return FORMATS.find((format) => format.matches(name, lines))?.message;
}
