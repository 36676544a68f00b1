/** Command lines that show a finding by hand, with names and addresses that were validated before. */
import { quote, type SafeText } from "../text/quote.ts";

export type Confirmation =
  | "dig-mx"
  | "dig-host"
  | "dig-authoritative"
  | "tcp-connect"
  | "smtp-greeting"
  | "smtp-ehlo"
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
}

/** Characters of host names, addresses and mailboxes that no shell gives a meaning to. */
const SHELL_SAFE = /^[A-Za-z0-9._:@+=-]*$/;

/**
 * The command line for a confirmation, or undefined where the subject lacks what it needs or holds anything
 * that a shell might not take literally.
 */
export function confirmationLine(kind: Confirmation, subject: ConfirmationSubject): SafeText | undefined {
  const { domain, host, address } = subject;
  const values = [domain, host, address, subject.relaySender, subject.relayRecipient];
  if (!values.every((value) => value === undefined || SHELL_SAFE.test(value))) return undefined;
  if (kind === "dig-mx")
    return domain === undefined ? undefined : quote(`dig +noall +comments +answer MX ${domain}.`);
  if (kind === "dig-authoritative")
    return domain === undefined ? undefined : quote(`dig +nssearch ${domain}.`);
  if (kind === "dig-host") {
    return host === undefined ? undefined : quote(`dig +noall +comments +answer A ${host}. AAAA ${host}.`);
  }
  if (address === undefined || subject.port === undefined) return undefined;
  const line = endpointLine(kind, subject, address, subject.port);
  return line === undefined ? undefined : quote(line);
}

type EndpointConfirmation = Exclude<Confirmation, "dig-mx" | "dig-host" | "dig-authoritative">;

function endpointLine(
  kind: EndpointConfirmation,
  subject: ConfirmationSubject,
  address: string,
  port: number,
): string | undefined {
  const place = `${address.includes(":") ? `[${address}]` : address}:${String(port)}`;
  const swaksTls = subject.implicitTls === true ? " --tls-on-connect" : " --tls-optional";
  const swaks = `swaks --server ${address} --port ${String(port)}`;
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
      const sender =
        subject.relaySender === undefined || subject.relaySender === "" ? "'<>'" : subject.relaySender;
      if (subject.relayRecipient === undefined) return undefined;
      return `${swaks}${swaksTls} --from ${sender} --to ${subject.relayRecipient} --quit-after RCPT`;
    }
    case "own-postmaster":
      if (subject.domain === undefined) return undefined;
      return `${swaks}${swaksTls} --from '<>' --to postmaster@${subject.domain} --quit-after RCPT`;
  }
}
