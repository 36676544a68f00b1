/** The ways to see a finding by hand, and what their command lines are made of. */
import type { FilePosition } from "../../text/file-position.ts";

export type Confirmation =
  /** The MTA-STS policy, as senders fetch it. */
  | "policy-fetch"
  /** The certificate of an MX host, verified by name. */
  | "mx-certificate"
  | "dig-mx"
  | "dig-question"
  /** The question, and the one for the root: whether it is the resolver. */
  | "dig-resolver"
  | "dig-bogus"
  /** The question with the signatures of its answer. */
  | "dig-dnssec"
  | "dig-host"
  | "dig-authoritative"
  | "tcp-connect"
  | "smtp-greeting"
  /** The same, as long as senders wait. */
  | "smtp-greeting-slow"
  /** What comes as it comes, of servers that a mail client can make nothing of. */
  | "raw-greeting"
  | "smtp-ehlo"
  | "smtp-ehlo-in-tls"
  | "raw-ehlo"
  | "raw-ehlo-in-tls"
  | "smtp-starttls"
  | "starttls"
  /** The same, ten times. */
  | "starttls-again"
  /** The same, with time for an alert behind the handshake. */
  | "handshake"
  | "any-version"
  | "any-cipher"
  | "large-hello"
  | "starttls-legacy"
  /** OpenSSL holds the certificate against TLSA records. */
  | "dane"
  | "certificate-dates"
  | "certificate-names"
  | "certificate-details"
  | "certificate-chain"
  | "relay"
  /** The same dialog for what happens on its way: STARTTLS, too, whatever came of it. */
  | "session"
  | "own-postmaster";

export interface ConfirmationSubject {
  readonly domain?: string | undefined;
  readonly host?: string | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly relaySender?: string | undefined;
  readonly relayRecipient?: string | undefined;
  readonly implicitTls?: boolean | undefined;
  /** The relay test was made in the clear: its line leaves STARTTLS out, which may break the connection. */
  readonly relayInClear?: boolean | undefined;
  /** File of trust anchors that the run was given. */
  readonly caFile?: string | undefined;
  /** The name that was given in EHLO. */
  readonly heloName?: string | undefined;
  /** The DNS question that it is about, or rests on. */
  readonly question?: AskedQuestion | undefined;
  readonly dane?: DaneRecords | undefined;
}

/** TLSA records as they are written, and the base domain below which they stand. */
export interface DaneRecords {
  readonly baseDomain: string;
  readonly records: readonly string[];
}

/** A DNS question, and who is asked to see its answer. */
export interface AskedQuestion {
  readonly name: string;
  readonly type: string;
  /** `address:port` or `https://host` of who answered it, or was asked first. */
  readonly server?: string | undefined;
  /** Where several were asked and differ. */
  readonly servers?: readonly string[] | undefined;
  /** Where a zone file answered: the host name of the zone's own server, if the file names one, and the record's line. */
  readonly zoneFile?:
    { readonly server?: string | undefined; readonly at?: FilePosition | undefined } | undefined;
}
