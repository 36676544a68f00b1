/** Rules for words about the domain of the recipient. */
import type { Meaning } from "../meaning.ts";
import {
  type Utterance,
  type Codes,
  says,
  states,
  quotesUs,
  US,
  PERSON,
  namesRecipient,
} from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";

/** "Unknown recipient (domain disabled)": of a domain that the server has, the reason in the second place decides. */
export function switchedOff(said: Utterance, { foreign }: Codes): Meaning | undefined {
  const ofOthers = says(said, "sender", "client", "clientRejected", "conduct", "listed", "authMissing");
  return !foreign && !ofOthers && states(said, ["domain"], ["inactive"]) ? "domain" : undefined;
}

/**
 * "<x> has no MX records": what is missing is in the DNS of the domain, whoever is named before it. A server looks up
 * no records of a domain of its own: beside our own postmaster they are the sender's.
 */
export function domainsRecords(said: Utterance, codes: Codes): Meaning | undefined {
  if (!says(said, "domainRecords")) return undefined;
  return codes.foreign || said.tokens.includes("<domain>") ? domain(said, codes) : "client";
}

/** Words and codes that speak of the DNS: what it holds of a domain is another thing than the server's own table. */
const DNS: ReadonlySet<string> = new Set(
  "dns mx nxdomain host hosts such lookup record records find rfc label reserved 存".split(" "),
);
const DNS_STEMS = "resol exist nonexist esist istnie bestaat существ rout unrout reach unreach null".split(
  " ",
);
const isOfDns = (token: string): boolean =>
  DNS.has(token) || DNS_STEMS.some((stem) => token.startsWith(stem));
const DNS_CODE = /^(?:1\.(?:2|4|6|10)|4\.\d+)$/;

/**
 * "Unknown recipient domain", said at once and for good of a stranger's domain: the server looked into its own table.
 * A domain that the DNS does not know is called so in the DNS's words, by its codes, or in Postfix's frame.
 */
function isMissingInTable(said: Utterance, { code, enhanced, foreign }: Codes): boolean {
  if (
    !foreign ||
    code < 500 ||
    code === 556 ||
    DNS_CODE.test(enhanced ?? "") ||
    says(said, "place", "sender")
  )
    return false;
  // "<x>: Domain not found" is Postfix's and Sendmail's frame of what the DNS says.
  if (said.tokens[0] === "<recipient>") return false;
  // "No such domain served here": of the DNS nobody says where.
  if (said.tokens.some((token) => HERE.has(token) || token === "gateway") && !quotesUs(said)) return true;
  return !said.tokens.some((token) => isOfDns(token)) && !quotesUs(said);
}

/** What else a no beside a domain may be said of. */
const OTHER_THAN_DOMAIN: readonly Concept[] = [
  ...US,
  ...PERSON,
  "conduct",
  "listed",
  "policy",
  "auth",
  "authMissing",
  "tls",
  "tlsMissing",
  "unknown",
  "inactive",
  "unavailable",
  "domainSaid",
  "domainRecords",
  "troubleSaid",
  "failed",
  "temporary",
  "rate",
  "full",
];

/** Words for the way to a domain: what is wrong with it, the DNS or the network tells. */
const WAY = /^(?:route|host|mx|mail exchanger|zone)/;

/** "Ten serwer nie obsługuje tej domeny": a no, for good, and nothing but a stranger's domain that it may be said of. */
export function deniesDomain(said: Utterance, { code, foreign }: Codes): Meaning | undefined {
  if (!foreign || code < 500 || says(said, ...OTHER_THAN_DOMAIN)) return undefined;
  const sentences = said.tags
    .filter(({ concept, phrase }) => concept === "domain" && !WAY.test(phrase))
    .map(({ sentence }) => sentence);
  const denies = said.tags.some(
    ({ concept, sentence }) =>
      (concept === "negated" || concept === "notAccepted" || concept === "refused") &&
      sentences.includes(sentence),
  );
  return denies ? "relaying" : undefined;
}

const ONLY: ReadonlySet<string> = new Set(
  "only nur uniquement seulement solo solamente somente apenas soltanto alleen enkel tylko wylacznie только sadece pouze endast".split(
    " ",
  ),
);

/** "Only mail for own.example is accepted": what is served is named, and a stranger's domain was asked for. */
export function servesOthersOnly(said: Utterance, { code, foreign }: Codes): Meaning | undefined {
  const { tokens } = said;
  const others = says(
    said,
    ...US,
    "conduct",
    "listed",
    "auth",
    "authMissing",
    "tls",
    "tlsMissing",
    "recipientRule",
  );
  if (!foreign || code < 500 || others) return undefined;
  const only = tokens.findIndex((token) => ONLY.has(token));
  const served = tokens.findIndex(
    (token, at) => at > only && (token === "<host>" || /^(?:do?m[aei]|домен)/.test(token)),
  );
  return only >= 0 && served > only ? "relaying" : undefined;
}

/** "Recipient domain is blocked": it is known, and kept out. */
export function bannedDomain(said: Utterance): Meaning | undefined {
  if (
    says(said, ...US, "conduct", "listed", "clientRejected") ||
    !states(said, ["domain"], ["blocked", "banned"])
  )
    return undefined;
  const named = said.tags.some(
    ({ concept, phrase }) => concept === "domain" && /^(?:recipient|destination|target)/.test(phrase),
  );
  return named || said.tokens.includes("<domain>") ? "domain" : undefined;
}

export function domain(said: Utterance, codes: Codes): Meaning | undefined {
  const { code } = codes;
  const spoken =
    says(said, "domainSaid", "domainRecords") ||
    states(said, ["domain"], ["unknown", "inactive", "unavailable", "notAccepted"]) ||
    (code >= 500 && states(said, ["domain"], ["failed"]) && said.tokens.includes("verified"));
  // "Host not recognized": of which host is not said.
  const ofHost = said.tags.every(({ concept, phrase }) => concept !== "domain" || phrase === "host");
  if (ofHost && !says(said, "domainSaid", "domainRecords") && !namesRecipient(said)) return undefined;
  const missing = isMissingInTable(said, codes);
  const refuses = says(said, "domainSaid") || states(said, ["domain"], ["unknown", "notAccepted", "refused"]);
  if (missing && refuses && !states(said, ["domain"], ["inactive"])) return "relaying";
  if (!spoken || (code < 500 && says(said, "troubleSaid"))) return undefined;
  // Of its own domain a server looks up no records: those that it finds fault with are the sender's.
  const ofSender =
    !codes.foreign && !said.tokens.includes("<domain>") && said.tokens.some((token) => RECORDS.has(token));
  return ofSender || says(said, "sender") || (quotesUs(said) && !namesRecipient(said)) ? "client" : "domain";
}

/** Words for what was looked up, and for the look-up: "Address uses MX in loopback address space", "unable to look up host". */
const LOOKED_UP: ReadonlySet<string> = new Set(["mx", "dns", "nxdomain", "nodename", "servname"]);

/** What is found in the DNS of a stranger's domain tells of that domain, however it is put. */
export function strangersRecords(said: Utterance, { code, foreign }: Codes): Meaning | undefined {
  if (!foreign || code < 500 || quotesUs(said)) return undefined;
  if (says(said, ...US, "conduct", "listed", "clientRejected", "relay", "notOurs")) return undefined;
  return said.tokens.some((token) => LOOKED_UP.has(token)) ? "domain" : undefined;
}

const RECORDS: ReadonlySet<string> = new Set(["mx", "aaaa", "record", "records", "resource"]);

/** Predicates whose subject is not named. */
export const HERE: ReadonlySet<string> = new Set(["here", "hier", "ici", "aqui", "qui", "tutaj", "здесь"]);
