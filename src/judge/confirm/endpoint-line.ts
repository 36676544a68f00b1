/** Command lines that show what an endpoint does. */
import { hostPort } from "../../text/address.ts";
import type { Confirmation, ConfirmationSubject } from "./confirmation.ts";
import { heloName, pathWord, SHELL_SAFE, shellWord } from "./shell-words.ts";

type EndpointConfirmation = Exclude<Confirmation, `dig-${string}` | "policy-fetch" | "mx-certificate">;

/** Octets of a greeting that are enough to see what it is. */
const GREETING_OCTETS = 2000;

/** Seconds that senders wait for a greeting (RFC 5321 4.5.3.2.1). */
const GREETING_WAIT = 300;

/** The name in EHLO where the run has sent none, and tools ask for one. */
const OTHER_HELO = "mx-gate.example.net";

/**
 * Application protocols that make a ClientHello larger than one packet. Mail servers take no notice of ALPN, or look
 * for `smtp` in it.
 */
const MANY_PROTOCOLS = "smtp,$(seq -s , 1000 1300)";

/** The line for an endpoint's finding; undefined where a shell might not take a part of it literally. */
export function endpointLine(
  kind: EndpointConfirmation,
  subject: ConfirmationSubject,
  address: string,
  port: number,
): string | undefined {
  const implicit = subject.implicitTls === true;
  const helo = heloName(subject.heloName);
  const server = `swaks --server ${address} --port ${String(port)}`;
  const greeted = `${server}${helo === undefined ? "" : ` --ehlo ${helo}`}`;
  const swaks = implicit ? `${greeted} --tls-on-connect` : greeted;
  const place = `-w 15 ${address} ${String(port)}`;
  const openssl = opensslLine(subject, address, port);
  const ehlo = `(sleep 9; echo ${helo === undefined ? `EHLO ${OTHER_HELO}` : `EHLO ${helo}`}; sleep 5)`;
  switch (kind) {
    case "tcp-connect":
      return `nc -v -z ${place}`;
    case "smtp-greeting":
      return `${swaks} --quit-after CONNECT`;
    case "smtp-greeting-slow":
      return `${swaks} --timeout ${String(GREETING_WAIT)} --quit-after CONNECT`;
    case "raw-greeting":
      return `${implicit ? `${openssl} -quiet` : `nc ${place}`} </dev/null | head -c ${String(GREETING_OCTETS)}`;
    case "smtp-ehlo":
      return `${swaks} --quit-after FIRST-EHLO`;
    case "smtp-ehlo-in-tls":
      return implicit ? `${swaks} --quit-after FIRST-EHLO` : `${swaks} --tls --quit-after EHLO`;
    case "raw-ehlo":
      return implicit ? `${ehlo} | ${openssl} -quiet -crlf` : `${ehlo} | nc -C ${place}`;
    case "raw-ehlo-in-tls":
      return `${ehlo} | ${openssl} -quiet -crlf`;
    case "smtp-starttls":
      return `${swaks} --tls --quit-after STARTTLS`;
    case "starttls":
      return `${openssl} -brief </dev/null`;
    case "starttls-again":
      return `for i in 1 2 3 4 5 6 7 8 9 10; do ${openssl} -brief </dev/null 2>&1 | grep -E 'Protocol|:error:'; done`;
    case "handshake":
      return `sleep 3 | ${openssl} -brief`;
    case "any-version":
      return `${openssl} -cipher DEFAULT@SECLEVEL=0 -brief </dev/null`;
    case "any-cipher":
      return `${openssl} -cipher ALL:COMPLEMENTOFALL@SECLEVEL=0 -brief </dev/null`;
    case "large-hello":
      return `${openssl} -alpn ${MANY_PROTOCOLS} -brief </dev/null`;
    case "starttls-legacy":
      return `${openssl} -no_tls1_3 -no_tls1_2 -cipher DEFAULT@SECLEVEL=0 -brief </dev/null`;
    case "dane": {
      const records = daneWords(subject.dane);
      if (records === undefined) return undefined;
      return `${opensslLine(subject, address, port, "")}${records} -verify_return_error -brief </dev/null`;
    }
    case "certificate-dates":
      return `${openssl} </dev/null | openssl x509 -noout -dates`;
    case "certificate-names":
      return `${openssl} </dev/null | openssl x509 -noout -subject -ext subjectAltName`;
    case "certificate-details":
      return `${openssl} </dev/null | openssl x509 -noout -text`;
    case "certificate-chain":
      return `${openssl}${caFileWords(subject.caFile)} -showcerts </dev/null`;
    case "relay":
    case "session": {
      const inClear = kind === "relay" && subject.relayInClear === true;
      const envelope = envelopeWords(subject);
      return envelope === undefined ? undefined : `${withTls(swaks, subject, inClear)}${envelope}`;
    }
    case "own-postmaster": {
      if (subject.domain === undefined) return undefined;
      const dialog = withTls(swaks, subject, subject.relayInClear === true);
      const sender = shellWord(subject.relaySender ?? "");
      if (sender === undefined) return undefined;
      return `${dialog} --from ${sender} --to postmaster@${subject.domain} --quit-after RCPT`;
    }
  }
}

/** @param name the words for the server name, where they are not those of the host */
function opensslLine(subject: ConfirmationSubject, address: string, port: number, name?: string): string {
  // Brackets are a pattern of file names to a shell, and an error to zsh.
  const bare = hostPort(address, port);
  const place = address.includes(":") ? `'${bare}'` : bare;
  const starttls = subject.implicitTls === true ? "" : " -starttls smtp";
  const ofHost =
    subject.host === undefined || subject.host === address
      ? " -noservername"
      : ` -servername ${subject.host}`;
  return `openssl s_client${starttls} -connect ${place}${name ?? ofHost}`;
}

/** The records, and the name to ask for; undefined where a shell might not take them literally. */
function daneWords(dane: ConfirmationSubject["dane"]): string | undefined {
  if (dane === undefined || !SHELL_SAFE.test(dane.baseDomain)) return undefined;
  if (!dane.records.every((record) => /^\d+ \d+ \d+ [0-9a-f]+$/.test(record))) return undefined;
  const records = dane.records.map((record) => ` -dane_tlsa_rrdata '${record}'`).join("");
  return ` -dane_tlsa_domain ${dane.baseDomain} -dane_ee_no_namechecks${records}`;
}

/** Without it OpenSSL would verify with the system's store alone. */
function caFileWords(caFile: string | undefined): string {
  const word = pathWord(caFile);
  return word === undefined ? "" : ` -CAfile ${word}`;
}

function withTls(swaks: string, { implicitTls }: ConfirmationSubject, inClear: boolean): string {
  return implicitTls === true || inClear ? swaks : `${swaks} --tls-optional`;
}

/** Sender and recipient of the relay test, up to where it got. */
function envelopeWords({ relaySender, relayRecipient }: ConfirmationSubject): string | undefined {
  const sender = shellWord(relaySender ?? "");
  if (sender === undefined) return undefined;
  // Where the dialog never got as far as a recipient, MAIL is as far as it can be confirmed.
  if (relayRecipient === undefined) return ` --from ${sender} --quit-after FROM`;
  const recipient = shellWord(relayRecipient);
  return recipient === undefined ? undefined : ` --from ${sender} --to ${recipient} --quit-after RCPT`;
}
