/** Files that tools make zones of, given where a zone file must be: what the file is, and how to make a zone file of it. */
import path from "node:path";

interface Format {
  /** Whether a file is of this format, by its name and text. */
  matches(name: string, text: string): boolean;
  readonly message: string;
}

/** Characters at the start of a file that are looked at. */
const LOOKED_AT = 65_536;

const FORMATS: readonly Format[] = [
  {
    matches: (name, text) => /\.[cm]?js$/i.test(name) || /^\s*(?:D|D_EXTEND)\s*\(\s*["']/m.test(text),
    message:
      "This is a configuration of dnscontrol, not a zone file. Let dnscontrol write zone files (`dnscontrol push --providers bind`; of what is live: `dnscontrol get-zones --format=zone`) and name those in zone-files: docs/examples/dnscontrol.yml.",
  },
  {
    matches: (name, text) =>
      /\.tf$/i.test(name) || /^\s*(?:resource|module|variable|provider)\s+"[^"]*"[^\n]*\{/m.test(text),
    message:
      "This is Terraform, not a zone file. Terraform writes no zone files: export the zone from the DNS provider, or test the live records with domains.",
  },
  {
    matches: (name, text) =>
      /\.ya?ml$/i.test(name) || (/^---\s*$/m.test(text) && /^\s+-?\s*type:\s/m.test(text)),
    message:
      "This is YAML as octoDNS reads it, not a zone file. Let octoDNS write zone files (`octodns-dump --output-provider=zonefiles`) and name those in zone-files: docs/examples/octodns.yml.",
  },
  {
    matches: (name, text) => /\.json$/i.test(name) || /^\s*[[{]\s*["[{]/.test(text),
    message: "This is JSON, not a zone file. Export the zone as a BIND zone file.",
  },
];

/** What is said of a file that is no zone file but of a format that is known; undefined for any other. */
export function otherFormat(file: string, text: string): string | undefined {
  const start = text.slice(0, LOOKED_AT);
  const name = path.basename(file);
  return FORMATS.find((format) => format.matches(name, start))?.message;
}
