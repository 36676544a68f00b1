/** Command lines that show a finding by hand, with names and addresses that were validated before. */
import { quote, type SafeText } from "../text/quote.ts";

export type Confirmation =
  | "dig-mx"
  | "dig-question"
  | "dig-bogus"
  | "dig-host"
  | "dig-authoritative"
  | "tcp-connect"
  | "smtp-greeting"
  | "smtp-ehlo"
  | "smtp-starttls"
  | "starttls"
  | "starttls-legacy"
  | "certificate-dates"
  | "certificate-names"
  | "certificate-details"
  | "certificate-chain"
  | "relay"
  | "own-postmaster";

export interface ConfirmationSubject {
  readonly domain?: string | undefined;
  readonly host?: string | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly relaySender?: string | undefined;
  readonly relayRecipient?: string | undefined;
  readonly implicitTls?: boolean | undefined;
  /** The name that was given in EHLO. */
  readonly heloName?: string | undefined;
  /** A DNS question, with the name server that answered it (`address:port`) where one did. */
  readonly question?:
    { readonly name: string; readonly type: string; readonly server?: string | undefined } | undefined;
}

/** Characters of host names, addresses and mailboxes that no shell gives a meaning to. */
const SHELL_SAFE = /^[A-Za-z0-9._:@+=-]*$/;

/**
 * The command line for a confirmation, or undefined where the subject lacks what it needs or holds anything
 * that a shell might not take literally.
 */
export function confirmationLine(kind: Confirmation, subject: ConfirmationSubject): SafeText | undefined {
  const { domain, host, address } = subject;
  const { question } = subject;
  // Only what goes into the line has to be harmless: an MX host may be no host name at all.
  const values = kind === "dig-mx" ? [domain] : [domain, host, address, question?.name];
  if (!values.every((value) => value === undefined || SHELL_SAFE.test(value))) return undefined;
  if (kind === "dig-mx") return domain === undefined ? undefined : quote(`${DIG} MX ${domain}.`);
  if (kind === "dig-authoritative")
    return domain === undefined ? undefined : quote(`dig +nssearch ${domain}.`);
  if (kind === "dig-host") return host === undefined ? undefined : quote(`${DIG} ${host}. A ${host}. AAAA`);
  if (kind === "dig-question" || kind === "dig-bogus") {
    if (question === undefined) return undefined;
    const words = `${serverWords(question.server)}${question.type} ${question.name === "." ? "." : `${question.name}.`}`;
    const line = `${DIG} ${words}`;
    return quote(kind === "dig-bogus" ? `${line}; ${DIG} +cd ${words}` : line);
  }
  if (address === undefined || subject.port === undefined) return undefined;
  const line = endpointLine(kind, subject, address, subject.port);
  return line === undefined ? undefined : quote(line);
}

const DIG = "dig +noall +comments +answer";

/** `@192.0.2.53 -p 5353 ` for a name server other than the system's usual port; nothing where none answered. */
function serverWords(server: string | undefined): string {
  const match = /^\[?([0-9a-f:.]+?)\]?:(\d+)$/i.exec(server ?? "");
  if (match?.[1] === undefined) return "";
  return `@${match[1]} ${match[2] === "53" ? "" : `-p ${match[2] ?? ""} `}`;
}

type EndpointConfirmation = Exclude<Confirmation, `dig-${string}`>;

function endpointLine(
  kind: EndpointConfirmation,
  subject: ConfirmationSubject,
  address: string,
  port: number,
): string | undefined {
  // Brackets are a pattern of file names to a shell, and an error to zsh.
  const place = address.includes(":") ? `'[${address}]:${String(port)}'` : `${address}:${String(port)}`;
  const swaksTls = subject.implicitTls === true ? " --tls-on-connect" : " --tls-optional";
  const helo = heloWords(subject.heloName);
  const swaks = `swaks --server ${address} --port ${String(port)}${helo}`;
  const starttls = subject.implicitTls === true ? "" : " -starttls smtp";
  const name =
    subject.host === undefined || subject.host === address
      ? " -noservername"
      : ` -servername ${subject.host}`;
  const openssl = `openssl s_client${starttls} -connect ${place}${name}`;
  switch (kind) {
    case "tcp-connect":
      return `nc -v -z -w 15 ${address} ${String(port)}`;
    case "smtp-greeting":
      return `${swaks} --quit-after CONNECT`;
    case "smtp-ehlo":
      return `${swaks} --quit-after FIRST-EHLO`;
    case "smtp-starttls":
      return `${swaks} --tls --quit-after STARTTLS`;
    case "starttls":
      return `${openssl} -brief </dev/null`;
    case "starttls-legacy":
      return `${openssl} -no_tls1_3 -no_tls1_2 -cipher DEFAULT@SECLEVEL=0 -brief </dev/null`;
    case "certificate-dates":
      return `${openssl} </dev/null | openssl x509 -noout -dates`;
    case "certificate-names":
      return `${openssl} </dev/null | openssl x509 -noout -subject -ext subjectAltName`;
    case "certificate-details":
      return `${openssl} </dev/null | openssl x509 -noout -text`;
    case "certificate-chain":
      return `${openssl} -showcerts </dev/null`;
    case "relay": {
      const sender = shellWord(subject.relaySender ?? "");
      if (sender === undefined) return undefined;
      // Where the dialog never got as far as a recipient, MAIL is as far as it can be confirmed.
      if (subject.relayRecipient === undefined)
        return `${swaks}${swaksTls} --from ${sender} --quit-after FROM`;
      const recipient = shellWord(subject.relayRecipient);
      if (recipient === undefined) return undefined;
      return `${swaks}${swaksTls} --from ${sender} --to ${recipient} --quit-after RCPT`;
    }
    case "own-postmaster":
      if (subject.domain === undefined) return undefined;
      return `${swaks}${swaksTls} --from '<>' --to postmaster@${subject.domain} --quit-after RCPT`;
  }
}

/** A mailbox as a word of a shell: as it is, or in single quotes; undefined where even those do not hold it. */
function shellWord(mailbox: string): string | undefined {
  if (mailbox === "") return "'<>'";
  if (SHELL_SAFE.test(mailbox)) return mailbox;
  return /^[\x21-\x26\x28-\x7e]+$/.test(mailbox) ? `'${mailbox}'` : undefined;
}

/** ` --ehlo NAME`; an address literal is put in quotes, for a shell reads brackets. */
function heloWords(name: string | undefined): string {
  if (name === undefined) return "";
  if (/^\[[0-9A-Za-z:.]+\]$/.test(name)) return ` --ehlo '${name}'`;
  return /^[A-Za-z0-9.-]+$/.test(name) ? ` --ehlo ${name}` : "";
}
