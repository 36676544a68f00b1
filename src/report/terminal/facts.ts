/** The facts of a check as sentences, for who asks for everything that was seen. */
import type { Check } from "../../judge/report.ts";

type Facts = NonNullable<Check["facts"]>;
type Value = Facts[string];

function said(value: Value): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** A sentence for each fact; none where the fact adds nothing to the line that it stands in. */
const SENTENCES: Readonly<Record<string, (value: Value, facts: Facts) => string>> = {
  // connect and banner have their seconds in the line.
  seconds: () => "",
  hosts: (value) => (said(value) === "" ? "" : `Hosts: ${said(value)}.`),
  addresses: (value) => `Addresses: ${said(value)}.`,
  authenticated: (value) => (value === true ? "Signed with DNSSEC, says the resolver." : ""),
  greeting: (value) => `Greeting: ${said(value)}.`,
  extensions: (value) => (said(value) === "" ? "No extensions." : `Extensions: ${said(value)}.`),
  tlsVersion: () => "",
  cipher: (value) => `Cipher ${said(value)}.`,
  keyExchange: (value) => `Key exchange ${said(value)}.`,
  subject: (value) => `Issued to ${said(value)}`,
  issuer: (value) => `by ${said(value)}.`,
  names: (value) => `Valid for ${said(value)}`,
  notBefore: (value) => `from ${said(value)}`,
  notAfter: (value) => `until ${said(value)}.`,
  daysLeft: () => "",
  key: (value) => `Key ${said(value)},`,
  signatureAlgorithm: (value) => `signed with ${said(value)}.`,
  chain: (value) => `Chain as sent: ${said(value)}.`,
  foreignRecipient: (value, facts) => `To a foreign recipient${inside(facts)}: ${said(value)}.`,
  ownPostmaster: (value, facts) => `To the domain's postmaster${inside(facts)}: ${said(value)}.`,
  nullSender: (value) => `The null sender <> was refused before: ${said(value)}.`,
  insideTls: () => "",
  formsTried: () => "",
  baseDomain: (value) => `TLSA records at ${said(value)}.`,
  dnssec: (value) => `DNSSEC: ${said(value)}.`,
  records: (value) => (said(value) === "" ? "" : `Records: ${said(value)}.`),
  rollover: (value) => `Next key: ${said(value)}.`,
  id: (value) => `Policy id ${said(value)}.`,
  mode: (value) => `Mode ${said(value)}.`,
  maxAge: (value) => `Cached for ${said(value)} s.`,
  patterns: (value) => `Covers ${said(value)}.`,
  destinations: (value) => `Reports go to ${said(value)}.`,
};

function inside({ insideTls }: Facts): string {
  if (insideTls === undefined) return "";
  return insideTls === true ? " (inside TLS)" : " (without TLS)";
}

/**
 * Every fact of a check in words, in the order in which the check tells them.
 * @returns sentences and parts of sentences, to be joined by spaces; a fact without words of its own by its name
 */
export function factSentences({ facts = {} }: Check): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      const sentence = Object.hasOwn(SENTENCES, name) ? SENTENCES[name] : undefined;
      return sentence === undefined ? `${name} ${said(value)}.` : sentence(value, facts);
    })
    .filter((sentence) => sentence !== "")
    .join(" ")
    .replaceAll("..", ".");
}
