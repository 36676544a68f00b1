/** Command-line oracles: each is asked one question and gives one answer. */
import type { Said, Sent } from "./answers.ts";
import type { Shell } from "./shells.ts";

/** Status of the answer to a DNS question, by unbound-host (RFC 4035 4.3). */
export async function askUnbound(
  shell: Shell,
  configuration: string,
  name: string,
  type: string,
): Promise<Said> {
  const words = await shell.heard(["unbound-host", "-C", configuration, "-v", "-t", type, name]);
  const nothing = / has no |\(NXDOMAIN\)/.test(words) ? " none" : "";
  if (words.includes("(BOGUS")) return { answer: "bogus", words };
  // Of an alias it names the status with every line.
  const status = /\((secure|insecure)\)/.exec(words)?.[1];
  return { answer: status === undefined ? "failed" : `${status}${nothing}`, words };
}

/** A handshake goes on where a sender would end it: what counts is that it names records or names that do not match. */
function fingerAnswer(status: string, words: string): Sent["answer"] {
  if (status === "Verified" || words.includes("log verified as trusted")) {
    return words.includes("verification failed") ? "deferred" : "verified";
  }
  return REFUSALS.test(words) ? "deferred" : "unauthenticated";
}

const REFUSALS = /num=(7|62|65):|certificate has expired|certificate not yet valid/;

/** posttls-finger at the level `dane`. Its exit code is 0 on a mismatch, too. */
export async function askFinger(shell: Shell, configuration: string, destination: string): Promise<Sent> {
  const args = ["-c", "-t5", "-T15", "-L", "summary,certmatch", "-l", "dane", destination];
  const words = await shell.heard(["posttls-finger", ...args], { MAIL_CONFIG: configuration });
  const match =
    /(Verified|Trusted|Untrusted|Anonymous) TLS connection established to (\S+?)\[([^\]]+)\]/.exec(words);
  const [, status = "", host, address] = match ?? [];
  if (host === undefined || address === undefined) {
    // Of a server without STARTTLS it says nothing at all, beside what it says of the records.
    const failures = words.split("\n").filter((line) => line !== "" && !line.includes("unsupported TLSA"));
    return { answer: failures.length === 0 ? "plain" : "deferred", words };
  }
  return { answer: fingerAnswer(status, words), host, address, words };
}

export interface Handshake {
  readonly address: string;
  readonly port: number;
  /** The name that is sent and, for DANE-TA, checked. */
  readonly base: string;
  /** TLSA records in master-file form. */
  readonly records: readonly string[];
}

/** Errors of verification by number (openssl-verification-options(1)), in the words of labels. */
const VERIFY_ERRORS: Readonly<Record<string, string>> = {
  // A leaf that no anchor has signed.
  "7": "mismatch",
  "9": "dates",
  "10": "dates",
  "62": "name",
  "65": "mismatch",
};

/** openssl s_client with these records: `verified`, or why not. */
export async function askOpenssl(shell: Shell, { address, port, base, records }: Handshake): Promise<Said> {
  const place = address.includes(":") ? `[${address}]:${String(port)}` : `${address}:${String(port)}`;
  const args = [
    "s_client",
    ...(port === 465 ? [] : ["-starttls", "smtp"]),
    ...["-verify_return_error", "-brief", "-connect", place],
    ...["-dane_tlsa_domain", base, "-dane_ee_no_namechecks"],
    ...records.flatMap((record) => ["-dane_tlsa_rrdata", record]),
  ];
  // It waits for ever where no TLS comes.
  const words = await shell.heard(["timeout", "30", "openssl", ...args]);
  if (/^Verification: OK$/m.test(words)) return { answer: "verified", words };
  const failure = /verify error:num=(\d+):(.*)$/m.exec(words);
  if (failure !== null) return { answer: VERIFY_ERRORS[failure[1] ?? ""] ?? failure[2] ?? "", words };
  return { answer: /no usable TLSA|unusable/i.test(words) ? "unusable" : "no tls", words };
}

const CURL_ENDS: Readonly<Record<string, string>> = {
  "6": "no address",
  "7": "refused",
  "28": "timeout",
  "35": "tls",
  "60": "certificate",
  "63": "too large",
};

/** curl at a policy as the contract fetches it: no redirects, TLS 1.2, 64 KiB; the patience is less. */
export async function askCurl(shell: Shell, caFile: string, domain: string): Promise<Said> {
  const args = [
    ...["--silent", "--show-error", "--cacert", caFile, "--tlsv1.2", "--max-redirs", "0"],
    ...["--max-time", "15", "--max-filesize", "65536", "--output", "/dev/null"],
    ...["--write-out", "%{exitcode} %{http_code} %{content_type}\n"],
    `https://mta-sts.${domain}/.well-known/mta-sts.txt`,
  ];
  const words = await shell.heard(["curl", ...args]);
  const [, code = "", status = ""] = /^(\d+) (.*)$/m.exec(words) ?? [];
  return {
    answer:
      code === "0"
        ? status.trim().replace(/^(?!200)(\d+) .*/, "$1")
        : (CURL_ENDS[code] ?? `exit code ${code}`),
    words,
  };
}

/** Strings of the TXT records at a name, as the resolver gives them. */
export async function askTexts(shell: Shell, name: string): Promise<string[]> {
  const words = await shell.heard(["dig", "+short", "+timeout=30", "+tries=1", name, "TXT"]);
  return words
    .split("\n")
    .filter((line) => line.startsWith('"'))
    .toSorted();
}

/** Whether a resolver says AD of the root's name servers. */
export async function askControl(shell: Shell, resolver: string): Promise<boolean> {
  return / ad[ ;]/.test(await shell.heard(["dig", `@${resolver}`, "+adflag", ".", "NS"]));
}
