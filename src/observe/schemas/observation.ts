/**
 * The schemas of the model of facts: what was seen on the wire, as plain JSON, with no opinion.
 *
 * Facts are reversible and inert: SMTP lines are kept as latin1 strings, DNS names in the master-file form
 * of RFC 1035 5.1 (`\DDD`), certificates as DER in base64. Durations are seconds, moments UTC in ISO 8601.
 * What is recorded here can be judged again tomorrow, under another policy, or merged from several runs.
 */
import { MOST_SHARDS } from "../../text/bounds.ts";
import { z } from "zod";
import { ZONE_TROUBLE_REASONS } from "../../dns/zone-troubles.ts";
import {
  dnsAnswer,
  dnssecControl,
  dnssecStatus,
  type DnsAnswer,
  type DnssecControl,
  type DnssecStatus,
} from "../../dns/answer.ts";

export { dnsAnswer, dnssecControl, dnssecStatus, type DnsAnswer, type DnssecControl, type DnssecStatus };

const seconds = z.number().nonnegative();
const runIndex = z.int().nonnegative();

// --- DNS ---------------------------------------------------------------------------------------------

/** How far an IP address reaches (IANA special-purpose address registries). */
export const addressScope = z.enum([
  "public",
  "private",
  "loopback",
  "link-local",
  "multicast",
  "documentation",
  "reserved",
]);
export type AddressScope = z.infer<typeof addressScope>;

export const hostAddress = z.strictObject({
  address: z.string(),
  family: z.union([z.literal(4), z.literal(6)]),
  scope: addressScope,
});
export type HostAddress = z.infer<typeof hostAddress>;

/** One exchange of the MX RRset, or the domain itself where the MX is implicit (RFC 5321 5.1). */
export const mxHost = z.strictObject({
  /** Host name for comparison: A-labels, lower case, no trailing dot. */
  host: z.string(),
  preference: z.int().nullable(),
  /** What the name is: a host name, an IP address written as a name, or no host name at all. */
  form: z.enum(["hostname", "address", "invalid", "root"]),
  a: dnsAnswer.optional(),
  aaaa: dnsAnswer.optional(),
  addresses: z.array(hostAddress),
  /** Number of addresses listed, where more are listed than are probed. */
  addressesListed: z.int().optional(),
});
export type MxHost = z.infer<typeof mxHost>;

/** What tells a broken resolver from a broken domain. */
const doubt = {
  /** What `. NS` gave, asked where a question failed. */
  root: dnsAnswer.optional(),
  /** Where a name does not exist and its top-level domain does not either: what that and the usual ones gave. */
  topLevels: z.array(dnsAnswer).optional(),
};

export const mxObservation = z.strictObject({
  question: dnsAnswer,
  /** Every exchange, by preference; equal names appear as often as they are listed. */
  hosts: z.array(mxHost),
  implicit: z.boolean(),
  /** Number of exchanges listed, where more are listed than are probed. */
  listed: z.int().optional(),
  ...doubt,
  seconds,
});
export type MxObservation = z.infer<typeof mxObservation>;

// --- SMTP --------------------------------------------------------------------------------------------

/** How a step ended where no whole reply came. */
export const ending = z.strictObject({
  how: z.enum([
    "closed",
    "reset",
    "timeout",
    "malformed",
    "line-limit",
    "lines-limit",
    "bytes-limit",
    "tls-error",
    "aborted",
    "error",
  ]),
  /** The system's or TLS library's code, as it came. */
  code: z.string().optional(),
  /** Bytes of the unfinished reply, latin1, capped. */
  partial: z.string().optional(),
  /** The bound that was met: octets of a line, lines of a reply, octets of the connection. */
  limit: z.int().nonnegative().optional(),
});
export type Ending = z.infer<typeof ending>;

/** One SMTP reply (RFC 5321 4.2). */
export const reply = z.strictObject({
  code: z.int(),
  /** Whole lines as they came, latin1, without line end. */
  lines: z.array(z.string()),
  /** From the command (for the greeting: from the connection) to the end of the last line. */
  seconds,
  /** To the first line, where it came notably earlier than the last. */
  firstLineSeconds: seconds.optional(),
});
export type Reply = z.infer<typeof reply>;

/** One step of the dialog: a reply, or the way in which none came. Both where the reply broke off. */
export const step = z.strictObject({
  reply: reply.optional(),
  ended: ending.optional(),
  /** Of a greeting: seconds in which this machine was too busy to look; absent where they do not matter. */
  late: seconds.optional(),
});
export type Step = z.infer<typeof step>;

export const ehloStep = z.strictObject({
  verb: z.enum(["EHLO", "HELO"]),
  name: z.string(),
  reply: reply.optional(),
  ended: ending.optional(),
  /** Extension keywords in upper case with their parameters as they came (RFC 5321 4.1.1.1). */
  extensions: z.array(z.strictObject({ keyword: z.string(), parameters: z.string() })),
});
export type EhloStep = z.infer<typeof ehloStep>;

/** A served certificate with its relations to the others of the same chain. */
export const chainLink = z.strictObject({
  sha256: z.string(),
  /** Served certificates whose key signed this one (itself, where self-signed). */
  issuedBy: z.array(z.string()),
  /**
   * Where none has: served certificates that are its issuer by name, key usage and key identifier (RFC 5280 4.2.1.1),
   * and whose key has not made the signature.
   */
  notSignedBy: z.array(z.string()).optional(),
  /**
   * Where there is more than one: the served certificates that OpenSSL takes for its issuer by name, usage and key
   * identifier, without a look at signatures, in the order in which they were served.
   */
  issuersByName: z.array(z.string()).optional(),
});

/** A verified path from the leaf to a trust anchor; signatures and CA flags are checked, dates are not. */
export const trustPath = z.strictObject({
  store: z.enum(["bundled", "system", "ca-file"]),
  /** SHA-256 of each certificate, leaf first, trust anchor last. */
  certificates: z.array(z.string()),
});
export type TrustPath = z.infer<typeof trustPath>;

/** What OpenSSL refuses of a certificate on the way to a trust anchor. */
export const refusedBecause = z.enum([
  /** It is no CA's certificate (basicConstraints). */
  "not-a-ca",
  /** It may not sign certificates (keyUsage). */
  "key-usage",
  /** It may not stand above a TLS server (extendedKeyUsage). */
  "extended-key-usage",
  /** More intermediates follow below it than it allows (basicConstraints). */
  "path-length",
  /** It may not give a name that a certificate below it has (nameConstraints). */
  "name-constraints",
  /** Its nameConstraints cannot be processed: other kinds of names, broken ones, or too many. */
  "unusable-constraints",
  "critical-extension",
  "unreadable-extension",
  "repeated-extension",
  /** RFC 3820. */
  "proxy-certificate",
  /** Its key's curve is spelt out in place of its name. */
  "explicit-curve",
  /** A date of it is in no form that RFC 5280 allows. */
  "unreadable-date",
  /** It stands in the store and is no root, and its issuer does not: OpenSSL looks for that nowhere else. */
  "issuer-not-in-store",
  /** The certificate below it names another issuer (authorityKeyIdentifier). */
  "other-issuer",
  /** Its key has not signed the certificate below it. */
  "signature",
]);
export type RefusedBecause = z.infer<typeof refusedBecause>;

/** A way from the leaf to a trust anchor that OpenSSL refuses, with the first reason why, from the leaf upwards. */
export const refusedPath = z.strictObject({
  store: trustPath.shape.store,
  /** SHA-256 of each certificate, leaf first, trust anchor last. */
  certificates: z.array(z.string()),
  /** The one of them that it fails at. */
  refused: z.string(),
  because: refusedBecause,
});
export type RefusedPath = z.infer<typeof refusedPath>;

/** What the search for an issuer that was not served came to, where no path was found among what was. */
export const issuerSearch = z.strictObject({
  /** From the end of the served chain upwards. */
  steps: z.array(
    z.strictObject({
      /** Certificate whose issuer was looked for. */
      of: z.string(),
      /** The issuer, by the key that signed; absent where none was found. */
      issuer: z.string().optional(),
      /** A trust store has the issuer. */
      anchor: z.boolean().optional(),
      /** The caIssuers name that was asked, or has given it for another; absent where another server of the run sent it. */
      url: z.string().optional(),
    }),
  ),
  /** Verified paths over the issuers that were found, as in `paths`. */
  paths: z.array(trustPath),
  /** Where there are none: one over them that OpenSSL refuses. */
  refusedPath: refusedPath.optional(),
});
export type IssuerSearch = z.infer<typeof issuerSearch>;

export const tlsHandshake = z.strictObject({
  outcome: z.enum(["done", "failed", "timeout", "aborted"]),
  /** Kind of ClientHello: today's, a small one with classic groups, or TLS 1.0 and 1.1 only. */
  hello: z.enum(["full", "small", "legacy"]),
  serverName: z.string().optional(),
  seconds,
  version: z.string().optional(),
  cipher: z.string().optional(),
  /** Key exchange group and key, e.g. `X25519` or `ECDH prime256v1 256`. */
  keyExchange: z.string().optional(),
  chain: z.array(chainLink).optional(),
  paths: z.array(trustPath).optional(),
  /** Where there are no paths: one that would be, if OpenSSL did not refuse it. */
  refusedPath: refusedPath.optional(),
  /**
   * What OpenSSL's own verification in the handshake came to, with the anchors of all stores at the time of the
   * connection: `OK`, or Node's code for its last error. Names are not compared. Absent in reports of older versions.
   */
  opensslVerdict: z.string().optional(),
  issuerSearch: issuerSearch.optional(),
  /** Served certificates that were left out because the chain is longer than we keep. */
  chainCut: z.int().optional(),
  /** Octets of the longest certificate that is kept, where one was left out for its length. */
  certificateLimit: z.int().nonnegative().optional(),
  failure: z
    .strictObject({
      /** Who ended it: the peer's alert, its close or reset, bytes that are no TLS, or this side. */
      by: z.enum(["peer-alert", "peer-closed", "peer-reset", "not-tls", "local"]),
      code: z.string().optional(),
      message: z.string().optional(),
    })
    .optional(),
});
export type TlsHandshake = z.infer<typeof tlsHandshake>;

export const starttlsStep = z.strictObject({
  announced: z.boolean(),
  sent: z.boolean(),
  reply: reply.optional(),
  ended: ending.optional(),
  /** Bytes in clear behind the 220, discarded unread (RFC 3207 6, CVE-2011-0411); latin1, capped. */
  extraData: z.string().optional(),
});
export type StarttlsStep = z.infer<typeof starttlsStep>;

/** One RCPT of a relay test. */
export const relayRecipient = z.strictObject({
  /**
   * `foreign` and the forms of the thorough test; `control` for the domain's own postmaster, in reports of versions that
   * asked for it in the same transaction.
   */
  kind: z.enum(["foreign", "control", "random-local"]),
  /** Name of the address form, for the thorough test. */
  form: z.string().optional(),
  /** Whether the domain part of the address is foreign; absent: it is, unless this is a control. */
  foreignDomain: z.boolean().optional(),
  /** Domain whose postmaster is asked for; absent for foreign recipients. */
  domain: z.string().optional(),
  address: z.string(),
  reply: reply.optional(),
  ended: ending.optional(),
});
export type RelayRecipient = z.infer<typeof relayRecipient>;

/** One MAIL transaction that stops before DATA. */
export const relayTransaction = z.strictObject({
  sender: z.string(),
  mail: step,
  recipients: z.array(relayRecipient),
  rset: step.optional(),
});
export type RelayTransaction = z.infer<typeof relayTransaction>;

/** The question for the postmaster of one domain, which stops before DATA. */
export const deliveryTransaction = z.strictObject({
  sender: z.string(),
  /** Domain whose postmaster was asked for. */
  domain: z.string(),
  /** Empty where the recipient stood behind another one. */
  mail: step,
  /** Absent where MAIL was not accepted. */
  rcpt: step.optional(),
  /** Absent where the recipient stood behind another one. */
  rset: step.optional(),
  /** True where it was not the first recipient of its transaction: a refusal may be for that alone. */
  behindAnother: z.boolean().optional(),
});
export type DeliveryTransaction = z.infer<typeof deliveryTransaction>;

/** One line of a transcript: `>` sent, `<` received, `*` what happened to the connection. */
export const transcriptLine = z.strictObject({
  at: seconds,
  mark: z.enum([">", "<", "*"]),
  text: z.string(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

export const connectStep = z.strictObject({
  outcome: z.enum([
    "connected",
    "refused",
    "timeout",
    "unreachable",
    "reset",
    /** This machine has no route for the address family. */
    "no-route",
    /** This machine ran out of sockets, ports or files. */
    "local-limit",
    "proxy-failed",
    "aborted",
    "error",
  ]),
  code: z.string().optional(),
  /** The system's or the proxy's own words. */
  detail: z.string().optional(),
  localAddress: z.string().optional(),
  /** How far the local address reaches: a server elsewhere sees another one where it is not public. */
  localScope: addressScope.optional(),
  seconds,
  /** Seconds of these in which this machine was too busy to look; absent where they do not matter. */
  late: seconds.optional(),
});
export type ConnectStep = z.infer<typeof connectStep>;

/** Why a connection was made. Every one beyond `dialog` and `floor` is a second look. */
export const connectionPurpose = z.enum([
  "dialog",
  "retry",
  "small-hello",
  "full-hello-again",
  "relay-in-clear",
  "relay-thorough",
  "postmasters",
  /** The handshake again, with the TLSA base domain as server name (RFC 7672 8.1). */
  "dane-name",
  "floor",
]);
export type ConnectionPurpose = z.infer<typeof connectionPurpose>;

export const connectionObservation = z.strictObject({
  purpose: connectionPurpose,
  /** Seconds after the start of the run. */
  at: seconds,
  connect: connectStep,
  greeting: step.optional(),
  ehlo: ehloStep.optional(),
  /** HELO, sent where EHLO was not understood. */
  helo: ehloStep.optional(),
  starttls: starttlsStep.optional(),
  tls: tlsHandshake.optional(),
  ehloInTls: ehloStep.optional(),
  relay: z
    .strictObject({
      inTls: z.boolean(),
      pipelined: z.boolean(),
      transactions: z.array(relayTransaction),
      /** Answered in an earlier round of this run, and not repeated since. */
      earlier: z.boolean().optional(),
    })
    .optional(),
  delivery: z
    .strictObject({
      inTls: z.boolean(),
      pipelined: z.boolean(),
      transactions: z.array(deliveryTransaction),
    })
    .optional(),
  transcript: z.array(transcriptLine),
});
export type ConnectionObservation = z.infer<typeof connectionObservation>;

/** What of the endpoint was to be looked at; what was not asked for is not judged. */
export const probeScope = z.strictObject({
  /** How far the dialog was to go; each step includes those before it. */
  depth: z.enum(["connect", "banner", "ehlo", "starttls"]),
  relay: z.enum(["off", "basic", "thorough"]),
  /** Whose postmasters were to be asked for; absent in reports of versions that did not ask. */
  delivery: z.enum(["off", "sample", "all"]).optional(),
  floor: z.boolean(),
  /** Whether TLSA records were to be looked up; absent where not. */
  dane: z.boolean().optional(),
  /** Checks asked for at this host, where they are not those of the run. */
  checks: z.array(z.string()).optional(),
});
export type ProbeScope = z.infer<typeof probeScope>;

/** How one TLSA record stands to the certificates that a server sent (RFC 6698 2.1, RFC 7671 5). */
export const associationMatch = z.strictObject({
  /** For Full(0): whether its data are a certificate, or a key, as the selector says; absent for digests. */
  parses: z.boolean().optional(),
  /** SHA-256 of the served certificates that it matches, in the order in which they were served. */
  matches: z.array(z.string()),
  /** For DANE-TA(2) with Full(0) that matches none: served certificates that its own certificate or key has signed. */
  signs: z.array(z.string()).optional(),
});
export type AssociationMatch = z.infer<typeof associationMatch>;

/** What DNS says of the certificates of an endpoint (RFC 7672 2.2). */
export const daneObservation = z.strictObject({
  /** Status of the addresses that it was found by; `secure` where it was named by its address. */
  addresses: dnssecStatus,
  /** The host's own CNAME, asked alone where its addresses have aliases and are not secure (RFC 7672 2.1.3). */
  cname: dnsAnswer.optional(),
  /** The base domains (RFC 7672 2.2.2) in the order in which they were asked for; the last one counts. */
  lookUps: z.array(
    z.strictObject({
      baseDomain: z.string(),
      tlsa: dnsAnswer,
      /** Number of TLSA records, where not all of them are kept, or not all of their data. */
      listed: z.int().optional(),
    }),
  ),
  /**
   * In the order of the last answer's records, against the chain of the connection `dane-name`, where there is one, else of
   * the dialog; absent where no certificate came.
   */
  matches: z.array(associationMatch).optional(),
  /** SHA-256 of the key that the same server used, its SubjectPublicKeyInfo: what a record `3 1 1` would have to hold. */
  publicKey: z.string().optional(),
});
export type DaneObservation = z.infer<typeof daneObservation>;

export const endpointObservation = z.strictObject({
  host: z.string(),
  address: z.string(),
  family: z.union([z.literal(4), z.literal(6)]),
  scope: addressScope,
  port: z.int(),
  /** True where the address lies in a network of this machine: what we may do there says little of others. */
  sharesOurNetwork: z.boolean(),
  /** `implicit` where TLS starts with the first byte (RFC 8314 3.3). */
  tlsMode: z.enum(["starttls", "implicit"]),
  /** True for a service that takes mail from logged-in users only (RFC 6409, RFC 8314). */
  submission: z.boolean().optional(),
  /** How it was reached where not straight: the client that the server saw may be one that it trusts. */
  reachedBy: z.enum(["connect-to", "proxy"]).optional(),
  asked: probeScope,
  /** Seconds that were granted for one whole reply. */
  replyTimeout: seconds,
  notProbed: z
    .enum([
      "deadline",
      "interrupted",
      "address-not-public",
      /** With `addresses: one`: another address of the host stands for it. */
      "another-address",
    ])
    .optional(),
  connections: z.array(connectionObservation),
  /** Whose postmasters were asked for, where not those of all its domains. */
  postmasters: z
    .strictObject({
      /** The domains of the sample. */
      sample: z.array(z.string()).optional(),
      /** Domains of which the server was not asked: it had refused enough others, broke off at others, or there are too many. */
      notAsked: z
        .strictObject({ domains: z.int(), because: z.enum(["refusals", "broke-off", "run-ended", "limit"]) })
        .optional(),
    })
    .optional(),
  /** Absent where nobody asked, and in reports of versions that did not. */
  dane: daneObservation.optional(),
  /** Host whose endpoint at the same address and port holds the floor test, once per address. */
  floorAt: z.string().optional(),
  /** Seconds from the start of the run until it was probed for the last time; with `wait` only. */
  probedAfter: seconds.optional(),
  /** Index of the run that saw it, where several were merged. */
  run: runIndex.optional(),
});
export type EndpointObservation = z.infer<typeof endpointObservation>;

/**
 * What was found out of the way out to one port, where no endpoint there got as far as a greeting, or a proxy hung up
 * without a word.
 */
export const egressObservation = z.strictObject({
  port: z.int(),
  family: z.union([z.literal(4), z.literal(6)]),
  /** Nothing answered: neither an endpoint nor a control host. */
  blocked: z.boolean(),
  /** This machine, or the proxy, has no route for the family at all. */
  noRoute: z.boolean(),
  /** Hosts that answer if anything does, tried over the same route; nothing is sent to them but, where TLS comes first, a ClientHello. */
  controls: z.array(
    z.strictObject({
      host: z.string(),
      address: z.string(),
      port: z.int(),
      connect: connectStep,
      /** Whether it greeted or, where TLS comes first, answered that; where it was connected and this could be expected of it. */
      greeting: z.enum(["seen", "none"]).optional(),
    }),
  ),
  /** Control hosts for which no address was found, so that nothing is known by them. */
  unresolved: z.int().min(1).optional(),
  /** Control hosts with addresses of the other family alone: of this one they say nothing. */
  otherFamily: z.int().min(1).optional(),
  /** The user named the control hosts: they stand for endpoints at private addresses, too. */
  named: z.boolean().optional(),
});
export type EgressObservation = z.infer<typeof egressObservation>;

// --- Certificates ------------------------------------------------------------------------------------

export const certificateFacts = z.strictObject({
  der: z.base64(),
  subject: z.string(),
  issuer: z.string(),
  subjectCommonNames: z.array(z.string()),
  issuerOrganization: z.string().optional(),
  dnsNames: z.array(z.string()),
  ipAddresses: z.array(z.string()),
  /** Number of subject alternative names of other kinds. */
  otherNames: z.int(),
  serial: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  keyType: z.string(),
  keyBits: z.int().optional(),
  curve: z.string().optional(),
  /** Name of the signature algorithm, or its OID where it has none here. */
  signatureAlgorithm: z.string(),
  ca: z.boolean(),
  /** Names of RFC 5280 4.2.1.3; absent where the extension is, and in reports of older versions. */
  keyUsage: z.array(z.string()).optional(),
  /** OIDs of the extended key usage; absent where the extension is. */
  extendedKeyUsage: z.array(z.string()).optional(),
  /** Netscape's certificate type: `sslServer`, `sslCa`, ...; absent as `keyUsage` is. */
  netscapeCertType: z.array(z.string()).optional(),
  selfIssued: z.boolean(),
  /** Where its issuer's certificate is to be had (RFC 5280 4.2.2.1), as it came; absent where it does not say. */
  caIssuers: z.array(z.string()).optional(),
  /** Fields that could not be read, by name. */
  unreadable: z.array(z.string()).optional(),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

/** What asking for an issuer's certificate by its caIssuers name gave. */
export const issuerFetch = z.strictObject({
  outcome: z.enum([
    "fetched",
    /** Nothing that a run asks: another scheme than http, another port than 80, a name that is no URL. */
    "not-asked",
    /** Its host has no address, or only such as are not public. */
    "no-address",
    "address-not-public",
    "not-connected",
    "timeout",
    "broken-off",
    /** Another HTTP status than 200, a redirect included. */
    "http-status",
    "too-large",
    /** What came holds no certificate. */
    "no-certificate",
    "aborted",
  ]),
  /** HTTP status or error code, as it came. */
  detail: z.string().optional(),
  /** Octets that an answer may have, where this one has more. */
  limit: z.int().nonnegative().optional(),
  /** SHA-256 of the certificates that came. */
  certificates: z.array(z.string()),
  seconds,
});
export type IssuerFetch = z.infer<typeof issuerFetch>;

// --- The run -----------------------------------------------------------------------------------------

/** A server that was named directly, with its addresses. */
export const serverLookup = z.strictObject({
  port: z.int(),
  tlsMode: z.enum(["starttls", "implicit"]),
  /** Without questions where it was named by address, or `connect-to` says where it is. */
  lookup: mxHost,
  ...doubt,
  /** True where addresses that are not public may be probed because the user named this server. */
  privateAddressesAllowed: z.boolean(),
  seconds,
});
export type ServerLookup = z.infer<typeof serverLookup>;

export const detour = z.strictObject({
  host: z.string(),
  port: z.int(),
  to: mxHost,
  toPort: z.int(),
  ...doubt,
});
export type Detour = z.infer<typeof detour>;

/** Line of a zone file: of the MX record that names a host, or of one of the host's addresses. */
export const zoneLine = z.strictObject({
  host: z.string(),
  address: z.string().optional(),
  file: z.string(),
  line: z.int().positive(),
});
export type ZoneLine = z.infer<typeof zoneLine>;

/** What asking a policy host for a domain's MTA-STS policy gave (RFC 8461 3.3). */
export const policyFetch = z.strictObject({
  /** The policy host: `mta-sts.` and the domain. */
  host: z.string(),
  outcome: z.enum([
    /** A whole HTTP response came, whatever its status. */
    "answered",
    /** DNS gave no answer about the host's addresses. */
    "name-failed",
    "no-address",
    "address-not-public",
    /** No connection: see `connect`. */
    "not-connected",
    /** No TLS: see `tls`. */
    "tls-failed",
    /** Nothing was asked: the certificate is not trusted or does not name the policy host. */
    "not-authenticated",
    "timeout",
    /** What came is no HTTP response, or not a whole one. */
    "broken-off",
    "too-large",
    "aborted",
  ]),
  /** System's or parser's code. */
  detail: z.string().optional(),
  /** Octets that a policy may have, where this one has more. */
  limit: z.int().nonnegative().optional(),
  a: dnsAnswer.optional(),
  aaaa: dnsAnswer.optional(),
  /** Of the address that was connected to, else of the one that was tried last. */
  address: z.string().optional(),
  connect: connectStep.optional(),
  tls: tlsHandshake.optional(),
  /** Whether a dNSName of the certificate names the policy host (RFC 9525 6.3); its common name does not count. */
  namesHost: z.boolean().optional(),
  status: z.int().optional(),
  /** Header fields that say something of the policy, as they came. */
  contentType: z.string().optional(),
  contentEncoding: z.string().optional(),
  location: z.string().optional(),
  /** The body of a response with status 200, latin1. */
  body: z.string().optional(),
  seconds,
});
export type PolicyFetch = z.infer<typeof policyFetch>;

/** What is published of MTA-STS. */
export const mtaStsObservation = z.strictObject({
  /** TXT at `_mta-sts.DOMAIN`. */
  record: dnsAnswer,
  /** Absent where the record asks senders for nothing, or a file stands for the policy. */
  fetch: policyFetch.optional(),
  /** A file that stands for the policy, and its text in latin1. */
  file: z.strictObject({ file: z.string(), text: z.string() }).optional(),
  seconds,
});
export type MtaStsObservation = z.infer<typeof mtaStsObservation>;

/** Where reports on TLS failures are to go. */
export const tlsRptObservation = z.strictObject({
  /** TXT at `_smtp._tls.DOMAIN`. */
  record: dnsAnswer,
  /** What DNS says of the destinations' hosts, each host once; nothing is posted there. */
  destinations: z.array(
    z.strictObject({
      scheme: z.enum(["mailto", "https"]),
      host: z.string(),
      /** For mailboxes. */
      mx: dnsAnswer.optional(),
      a: dnsAnswer.optional(),
      aaaa: dnsAnswer.optional(),
    }),
  ),
  seconds,
});
export type TlsRptObservation = z.infer<typeof tlsRptObservation>;

/** What a host offers at one port, whatever its addresses. */
export const hostService = z.strictObject({
  host: z.string(),
  port: z.int(),
  tlsMode: z.enum(["starttls", "implicit"]),
});
export type HostService = z.infer<typeof hostService>;

export const domainObservation = z.strictObject({
  name: z.string(),
  kind: z.enum(["domain", "server"]),
  source: z.strictObject({ file: z.string(), line: z.int() }).optional(),
  /** Lines of the zone file that name its MX hosts, and that give them their addresses. */
  lines: z.array(zoneLine).optional(),
  /** Absent where the MX was not looked up: servers, and runs without the check `mx`. */
  mx: mxObservation.optional(),
  /** The server of kind `server`, as it was named. */
  server: serverLookup.optional(),
  /** Where `connect-to` led in place of a host, with what the lookup of that place gave. */
  detours: z.array(detour).optional(),
  /** Absent where nobody asked, where the domain's mail goes nowhere, and in reports of older versions; so is `tlsRpt`. */
  mtaSts: mtaStsObservation.optional(),
  tlsRpt: tlsRptObservation.optional(),
  /** Keys of this domain's endpoints, in the order of `mx.hosts`. */
  endpoints: z.array(z.string()),
  /** In a shard: services of its MX hosts that other shards probe; absent where there are none. */
  elsewhere: z.array(hostService).optional(),
  /** In a shard: the one that judges the domain itself, where that is another one. */
  owner: z.int().positive().optional(),
  /** Index of the run that saw it, where several were merged. */
  run: runIndex.optional(),
});
export type DomainObservation = z.infer<typeof domainObservation>;

/** Something that name servers would refuse of a zone file. */
export const zoneTrouble = z.strictObject({
  reason: z.enum(ZONE_TROUBLE_REASONS),
  /** The name servers that refuse such a file. */
  servers: z.array(z.string()),
  file: z.string(),
  /** Of the first one in the file. */
  line: z.int().positive(),
  /** Name or record type of the first one. */
  about: z.string().optional(),
  count: z.int().positive(),
});
export type ZoneTroubleObservation = z.infer<typeof zoneTrouble>;

/** A zone file that was read in place of live DNS. */
export const zoneFile = z.strictObject({
  file: z.string(),
  /** The zone that it was read as; absent where the file names none, as a part of a zone may. */
  zone: z.string().optional(),
  /** What says which zone it is. */
  namedBy: z.enum(["zone-files", "file name", "$ORIGIN", "SOA"]).optional(),
  troubles: z.array(zoneTrouble),
});
export type ZoneFileObservation = z.infer<typeof zoneFile>;

/** Where a run tests other targets than its files suggest, or looks them up elsewhere. */
export const targetNote = z.strictObject({
  /**
   * `policy-targets`: settings of the policy file that give way to targets of this run. `zones-without-mx`: zones of zone
   * files that nobody tests. `live-dns`: domains that are in no zone file.
   */
  kind: z.enum(["policy-targets", "zones-without-mx", "live-dns"]),
  /** The first ones. */
  names: z.array(z.string()),
  /** All of them. */
  count: z.int().positive(),
  /** The policy file, with the line of the first name. */
  position: z.strictObject({ file: z.string(), line: z.int().positive() }).optional(),
});
export type TargetNote = z.infer<typeof targetNote>;

/** What a TLSA record may hold of a certificate or key (RFC 6698 2.1.3), by matching type, in lower-case hexadecimal. */
export const associationData = z.strictObject({ full: z.string(), sha256: z.string(), sha512: z.string() });
export type AssociationData = z.infer<typeof associationData>;

/** A file that `dane-keys` names: what a server is about to be given. */
export const daneKeyFile = z.strictObject({
  file: z.string(),
  /** In the order of the file: the first is the server's own, those behind it are the CAs above. */
  keys: z.array(
    z.strictObject({
      /** First line of its PEM block. */
      line: z.int().positive(),
      /** The certificate, selector 0; absent where the block is a public key alone. */
      certificate: associationData.optional(),
      /** Its SubjectPublicKeyInfo, selector 1. */
      publicKey: associationData,
      /** Alternative names of the certificate. */
      dnsNames: z.array(z.string()).optional(),
    }),
  ),
});
export type DaneKeyFile = z.infer<typeof daneKeyFile>;

export const environment = z.strictObject({
  heloName: z.string(),
  resolver: z.string(),
  /** Absent where DNSSEC mattered to nothing, and in reports of older versions. */
  dnssec: dnssecControl.optional(),
  route: z.string(),
  /** Addresses that are not public were probed, too. */
  privateAddressesAllowed: z.boolean(),
  trustStores: z.array(
    z.strictObject({
      store: z.string(),
      certificates: z.int(),
      /** Path of the file that the user gave, as it was given. */
      file: z.string().optional(),
    }),
  ),
});
export type Environment = z.infer<typeof environment>;

/** One of several runs that share the hosts of their domains among them. */
export const shardFacts = z.strictObject({
  /** From 1 to `of`. */
  index: z.int().positive(),
  of: z.int().positive().max(MOST_SHARDS),
  /** SHA-256 of what all of them were asked for: equal in the shards of one run. */
  plan: z.string(),
  /** Domains and servers of the whole run. */
  subjects: z.int().nonnegative(),
});
export type ShardFacts = z.infer<typeof shardFacts>;

/** An operator with so many endpoints that politeness alone takes longer than the run has. */
export const politenessBound = z.strictObject({
  /** The registrable domain that the hosts share, or the address that they share. */
  operator: z.string(),
  endpoints: z.int().positive(),
  /** Connections to it at once. */
  atOnce: z.int().positive(),
  /** What its endpoints take at least, by the usual duration of a dialog. */
  seconds,
  /** What was left of the deadline when probing began. */
  secondsLeft: seconds,
});
export type PolitenessBound = z.infer<typeof politenessBound>;

/** What a run knows beside its domains and endpoints. It speaks of this run's endpoints alone. */
const surroundings = {
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  /**
   * Why the run ended before everything was looked at; absent where it did not. `cut-off`: its recording has no end, so
   * that it was killed, or the file is not whole.
   */
  ended: z.enum(["interrupted", "deadline", "cut-off"]).optional(),
  /** Domains and servers that a recording was to have, and has not, where it is cut off. */
  absent: z.int().nonnegative().optional(),
  /** The part of a larger run that this one was; it looked up all domains, and probed its own hosts alone. */
  shard: shardFacts.optional(),
  environment,
  /** The checks that were asked for; what is not here was not looked at. */
  checks: z.array(z.string()),
  /** Operators whose endpoints cannot all be reached within the deadline; the slowest first. */
  politeness: z.array(politenessBound).optional(),
  /** By port and family, where no endpoint got as far as a greeting. */
  egress: z.array(egressObservation).optional(),
  /** By caIssuers name, where certificates were asked for that no server had sent. */
  issuers: z.record(z.string(), issuerFetch).optional(),
  /** The zone files that stood in for live DNS, where there were any. */
  zoneFiles: z.array(zoneFile).optional(),
  /** The certificates and keys that are about to be deployed, where files of them were named. */
  daneKeys: z.array(daneKeyFile).optional(),
  /** Absent where the files suggest what is tested, and in reports of older versions. */
  targetNotes: z.array(targetNote).optional(),
};
export const runFacts = z.strictObject(surroundings);
export type RunFacts = z.infer<typeof runFacts>;

export const observations = z.strictObject({
  schema: z.literal("mx-gate/observations/v1"),
  ...surroundings,
  domains: z.array(domainObservation),
  /** By {@link observationKey}. */
  endpoints: z.record(z.string(), endpointObservation),
  certificates: z.record(z.string(), certificateFacts),
  /** The runs that were merged; domains and endpoints name theirs, and may be there once for each run. */
  runs: z.array(runFacts).optional(),
});
export type Observations = z.infer<typeof observations>;
