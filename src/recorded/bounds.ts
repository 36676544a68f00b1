/**
 * Recorded observations under the bounds of a live run: what is longer than a run would have kept is cut in the same
 * way, and counted where a run counts it.
 */
import {
  DANE_KEYS_IN_FILE,
  DANE_KEY_FILES,
  FORMS_PER_CONNECTION,
  EXTENDED_ERROR_LIMIT,
  EXTENDED_ERROR_OCTETS,
  MAX_CA_ISSUERS,
  MAX_CONNECTION_OCTETS,
  MAX_POSTMASTERS,
  MAX_ELEMENTS,
  MAX_EVIDENCE_OCTETS,
  MAX_FURTHER_CONNECTIONS,
  MAX_HOST_ADDRESSES,
  MAX_ISSUER_FETCHES,
  MAX_ISSUER_NAME_LENGTH,
  MAX_LINE_OCTETS,
  MAX_MX_HOSTS,
  MAX_NAME_SERVERS,
  MAX_PATHS_PER_STORE,
  MAX_POLICY_HEADER_OCTETS,
  MAX_POLICY_OCTETS,
  MAX_REPORT_DESTINATIONS,
  MAX_REPLY_LINES,
  MAX_SERVED_CERTIFICATES,
  MAX_TLSA_RECORDS,
  MAX_TRANSCRIPT_OCTETS,
  MESSAGE_BYTES,
} from "../observe/bounds.ts";
import type { Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import type {
  CertificateFacts,
  DaneObservation,
  ConnectionObservation,
  DnsAnswer,
  DomainObservation,
  EndpointObservation,
  Ending,
  MxHost,
  Observations,
  Reply,
  Step,
  TlsHandshake,
} from "../observe/observation.ts";
import { NAME_OCTETS, STRING_OCTETS } from "../text/bounds.ts";

/** Characters of a name in master-file form: each octet may be `\\DDD`. */
const NAME_CHARACTERS = 4 * NAME_OCTETS;
/** Characters of what the system or a library says of an error. */
const DETAIL_CHARACTERS = 1024;
/** Trust stores that there are: bundled, system, ca-file. */
const STORES = 3;
/** The dialog, the floor test, and the second looks. */
const CONNECTIONS = 2 + MAX_FURTHER_CONNECTIONS;
/** Own postmasters (in reports of earlier versions) and the forms of the thorough test, each with both senders. */
const RECIPIENTS = 2 * (MAX_POSTMASTERS + CONNECTIONS * FORMS_PER_CONNECTION);
/** The end of a host's aliases, and the host. */
const BASE_DOMAINS = 2;
/** `. NS` and `com. NS`, each in both forms, to the first server and to others. */
const CONTROL_QUESTIONS = 4 * (1 + MAX_NAME_SERVERS);
/** Bytes of a connection in the clear, and of its records inside TLS. */
const CONNECTION_CHARACTERS = 2 * MAX_CONNECTION_OCTETS;

/** Throws where there is more of something than a run has. */
type Refuse = (found: number, limit: number, what: string) => void;

/**
 * Cuts what a live run would have cut, in place and in steps.
 * @param file where they stand, for errors
 * @throws ConfigurationError where there is more of something than a run makes, so that a cut would hide it
 */
export function* boundingRecorded(observations: Observations, file: string): Steps<void> {
  const refuseBeyond: Refuse = (found, limit, what) => {
    if (found <= limit) return;
    const message = `It holds ${String(found)} ${what}; a run has ${String(limit)} at most.`;
    throw new ConfigurationError([{ file, message }]);
  };
  for (const run of observations.runs ?? [observations]) {
    const issuers = Object.entries(run.issuers ?? {});
    refuseBeyond(issuers.length, MAX_ISSUER_FETCHES, "names of issuers that were asked");
    for (const [url, { certificates }] of issuers) {
      refuseBeyond(url.length, MAX_ISSUER_NAME_LENGTH, "characters of the name of an issuer");
      cut(certificates, MAX_SERVED_CERTIFICATES);
    }
    for (const { controls } of run.egress ?? []) cut(controls, MAX_NAME_SERVERS * MAX_HOST_ADDRESSES);
    const control = run.environment.dnssec?.answers;
    cut(control, CONTROL_QUESTIONS);
    for (const answer of control ?? []) boundAnswer(answer);
    refuseBeyond(run.daneKeys?.length ?? 0, DANE_KEY_FILES, "files of dane-keys");
    for (const { file, keys } of run.daneKeys ?? []) {
      refuseBeyond(
        keys.length,
        DANE_KEYS_IN_FILE,
        `certificates and keys of ${short(file, NAME_CHARACTERS)}`,
      );
      for (const { dnsNames } of keys) cut(dnsNames, MAX_ELEMENTS);
    }
  }
  for (const domain of observations.domains) {
    boundDomain(domain);
    boundPublished(domain);
    yield;
  }
  for (const endpoint of Object.values(observations.endpoints)) {
    boundEndpoint(endpoint, refuseBeyond);
    yield;
  }
  for (const certificate of Object.values(observations.certificates)) {
    boundCertificate(certificate);
    yield;
  }
}

/** Leaves the first items of a list; the number of those that went. */
function cut(list: unknown[] | undefined, limit: number): number {
  return list === undefined || list.length <= limit ? 0 : list.splice(limit).length;
}

function short(text: string, limit: number): string {
  return text.length > limit ? text.slice(0, limit) : text;
}

/** Leaves the first characters of each text of a list. */
function shorten(texts: string[], limit: number): void {
  for (const [index, text] of texts.entries()) if (text.length > limit) texts[index] = short(text, limit);
}

function boundDomain({ mx, server, detours }: DomainObservation): void {
  const lookups = [...(server === undefined ? [] : [server.lookup]), ...(detours ?? []).map(({ to }) => to)];
  for (const host of lookups) boundHost(host);
  for (const { root } of [mx, server, ...(detours ?? [])].filter((each) => each !== undefined))
    boundAnswer(root);
  if (mx === undefined) return;
  boundAnswer(mx.question);
  const listed = mx.hosts.length;
  // As a run says it: there are more hosts than were probed.
  if (cut(mx.hosts, MAX_MX_HOSTS) > 0) mx.listed = Math.max(mx.listed ?? 0, listed);
  mx.hosts.forEach(boundHost);
}

/** A policy as long as one that is read, and header fields that fit into a header. */
function boundPublished({ mtaSts, tlsRpt }: DomainObservation): void {
  boundAnswer(mtaSts?.record);
  if (mtaSts?.file !== undefined) mtaSts.file.text = short(mtaSts.file.text, MAX_POLICY_OCTETS);
  const { fetch } = mtaSts ?? {};
  if (fetch !== undefined) {
    boundAnswer(fetch.a);
    boundAnswer(fetch.aaaa);
    boundHandshake(fetch.tls);
    if (fetch.body !== undefined) fetch.body = short(fetch.body, MAX_POLICY_OCTETS);
    for (const field of ["contentType", "contentEncoding", "location"] as const) {
      const value = fetch[field];
      if (value !== undefined) fetch[field] = short(value, MAX_POLICY_HEADER_OCTETS);
    }
    for (const holder of [fetch, fetch.connect]) {
      if (holder?.detail !== undefined) holder.detail = short(holder.detail, DETAIL_CHARACTERS);
    }
  }
  boundAnswer(tlsRpt?.record);
  cut(tlsRpt?.destinations, MAX_REPORT_DESTINATIONS);
  for (const { mx, a, aaaa } of tlsRpt?.destinations ?? []) {
    for (const answer of [mx, a, aaaa]) boundAnswer(answer);
  }
}

function boundHost(host: MxHost): void {
  host.host = short(host.host, NAME_CHARACTERS);
  boundAnswer(host.a);
  boundAnswer(host.aaaa);
  const listed = host.addresses.length;
  if (cut(host.addresses, 2 * MAX_HOST_ADDRESSES) > 0)
    host.addressesListed = Math.max(host.addressesListed ?? 0, listed);
}

function boundAnswer(answer: DnsAnswer | undefined): void {
  if (answer === undefined) return;
  // The smallest record takes 16 octets of a message.
  const records = MESSAGE_BYTES >> 4;
  answer.name = short(answer.name, NAME_CHARACTERS);
  for (const list of [answer.values, answer.aliases, answer.exchanges, answer.texts, answer.associations])
    cut(list, records);
  shorten(answer.values, NAME_CHARACTERS);
  shorten(answer.aliases, NAME_CHARACTERS);
  for (const exchange of answer.exchanges ?? [])
    exchange.exchange = short(exchange.exchange, NAME_CHARACTERS);
  boundOctets(answer);
  cut(answer.extendedErrors, EXTENDED_ERROR_LIMIT);
  for (const error of answer.extendedErrors) error.text = short(error.text, EXTENDED_ERROR_OCTETS);
  if (answer.detail !== undefined) answer.detail = short(answer.detail, DETAIL_CHARACTERS);
  cut(answer.differing, MAX_NAME_SERVERS);
}

/** Texts and certificate associations came in one message of each name server. */
function boundOctets({ texts = [], associations = [] }: DnsAnswer): void {
  let left = MAX_NAME_SERVERS * MESSAGE_BYTES;
  const keep = (text: string, perOctet: number): string => {
    const kept = short(text, left * perOctet);
    left -= Math.ceil(kept.length / perOctet);
    return kept;
  };
  for (const text of texts) {
    cut(text, MESSAGE_BYTES);
    for (const [index, string] of text.entries()) text[index] = keep(short(string, STRING_OCTETS), 1);
  }
  // Two hexadecimal digits for each octet.
  for (const association of associations) association.data = keep(association.data, 2);
}

/** Fields that hold more than a word or a number. */
type Structured<Facts> = {
  [Name in keyof Facts]-?: NonNullable<Facts[Name]> extends string | number | boolean ? never : Name;
}[keyof Facts];

/** An endpoint as long as what others said of it is bounded below: with a further such field it is `never`. */
type BoundedEndpoint = [
  Exclude<Structured<EndpointObservation>, "connections" | "dane" | "asked" | "postmasters">,
] extends [never]
  ? EndpointObservation
  : never;

function boundEndpoint({ connections, dane }: BoundedEndpoint, refuseBeyond: Refuse): void {
  refuseBeyond(connections.length, CONNECTIONS, "connections to one endpoint");
  for (const connection of connections) boundConnection(connection, refuseBeyond);
  if (dane !== undefined) boundDane(dane, refuseBeyond);
}

/** Of the records of an answer as many as a run keeps, and what they match among them. */
function boundDane({ cname, lookUps, matches }: DaneObservation, refuseBeyond: Refuse): void {
  refuseBeyond(lookUps.length, BASE_DOMAINS, "base domains of one endpoint");
  boundAnswer(cname);
  for (const lookUp of lookUps) {
    lookUp.baseDomain = short(lookUp.baseDomain, NAME_CHARACTERS);
    const listed = lookUp.tlsa.associations?.length ?? 0;
    if (cut(lookUp.tlsa.associations, MAX_TLSA_RECORDS) > 0)
      lookUp.listed = Math.max(lookUp.listed ?? 0, listed);
    boundAnswer(lookUp.tlsa);
  }
  cut(matches, MAX_TLSA_RECORDS);
  for (const match of matches ?? []) {
    cut(match.matches, MAX_SERVED_CERTIFICATES);
    cut(match.signs, MAX_SERVED_CERTIFICATES);
  }
}

function boundConnection(connection: ConnectionObservation, refuseBeyond: Refuse): void {
  const { connect, ehlo, helo, starttls, tls, ehloInTls, relay, delivery } = connection;
  if (connect.detail !== undefined) connect.detail = short(connect.detail, DETAIL_CHARACTERS);
  const transactions = relay?.transactions ?? [];
  const recipients = transactions.flatMap((each) => each.recipients);
  refuseBeyond(recipients.length, RECIPIENTS, "recipients of one relay test");
  const own = delivery?.transactions ?? [];
  refuseBeyond(own.length, RECIPIENTS, "postmasters asked for on one connection");
  const budget = { left: CONNECTION_CHARACTERS };
  for (const step of stepsOf(connection)) {
    boundReply(step.reply, budget);
    boundEnding(step.ended);
  }
  for (const hello of [ehlo, helo, ehloInTls]) {
    cut(hello?.extensions, MAX_REPLY_LINES);
    for (const extension of hello?.extensions ?? []) {
      extension.keyword = short(extension.keyword, MAX_LINE_OCTETS);
      extension.parameters = short(extension.parameters, MAX_LINE_OCTETS);
    }
  }
  if (starttls?.extraData !== undefined) starttls.extraData = short(starttls.extraData, MAX_EVIDENCE_OCTETS);
  for (const recipient of recipients) recipient.address = short(recipient.address, MAX_LINE_OCTETS);
  boundHandshake(tls);
  boundTranscript(connection.transcript);
}

/** Every step of a connection of which something is known. */
export function stepsOf(connection: ConnectionObservation): Step[] {
  const { greeting, ehlo, helo, starttls, ehloInTls, relay, delivery } = connection;
  const transactions = relay?.transactions ?? [];
  const steps = [
    ...[greeting, ehlo, helo, starttls, ehloInTls],
    ...transactions.flatMap(({ mail, rset }) => [mail, rset]),
    ...transactions.flatMap(({ recipients }) => recipients),
    ...(delivery?.transactions ?? []).flatMap(({ mail, rcpt, rset }) => [mail, rcpt, rset]),
  ];
  return steps.filter((step) => step !== undefined);
}

/** Lines as long and as many as a reply may have, as long as the connection has room for them: a list may be that of others, too. */
function boundReply(reply: Reply | undefined, budget: { left: number }): void {
  if (reply === undefined) return;
  cut(reply.lines, MAX_REPLY_LINES);
  const kept = reply.lines.map((line) => {
    const begin = short(line, Math.min(MAX_LINE_OCTETS, budget.left));
    budget.left -= begin.length;
    return begin;
  });
  if (kept.some((line, index) => line !== reply.lines[index])) reply.lines = kept;
}

function boundEnding(ending: Ending | undefined): void {
  if (ending?.partial !== undefined) ending.partial = short(ending.partial, MAX_EVIDENCE_OCTETS);
}

function boundHandshake(tls: TlsHandshake | undefined): void {
  if (tls === undefined) return;
  const left = cut(tls.chain, MAX_SERVED_CERTIFICATES);
  if (left > 0) tls.chainCut = (tls.chainCut ?? 0) + left;
  for (const { issuedBy, notSignedBy, issuersByName } of tls.chain ?? []) {
    for (const list of [issuedBy, notSignedBy, issuersByName]) cut(list, MAX_SERVED_CERTIFICATES);
  }
  for (const refused of [tls.refusedPath, tls.issuerSearch?.refusedPath])
    cut(refused?.certificates, MAX_SERVED_CERTIFICATES);
  if (tls.opensslVerdict !== undefined) tls.opensslVerdict = short(tls.opensslVerdict, DETAIL_CHARACTERS);
  for (const paths of [tls.paths, tls.issuerSearch?.paths]) {
    cut(paths, STORES * MAX_PATHS_PER_STORE);
    for (const { certificates } of paths ?? []) cut(certificates, MAX_SERVED_CERTIFICATES);
  }
  cut(tls.issuerSearch?.steps, MAX_SERVED_CERTIFICATES);
  if (tls.failure?.message !== undefined) tls.failure.message = short(tls.failure.message, DETAIL_CHARACTERS);
}

/** As a session writes it: each line costs its octets and eight more. A line may be that of others, too. */
function boundTranscript(transcript: ConnectionObservation["transcript"]): void {
  let octets = 0;
  const kept = transcript.findIndex((line, index) => {
    if (octets >= MAX_TRANSCRIPT_OCTETS) return true;
    const text = short(line.text, MAX_TRANSCRIPT_OCTETS - octets);
    if (text !== line.text) transcript[index] = { ...line, text };
    octets += text.length + 8;
    return false;
  });
  if (kept >= 0) cut(transcript, kept);
}

function boundCertificate(certificate: CertificateFacts): void {
  const { subjectCommonNames, dnsNames, ipAddresses, caIssuers, unreadable } = certificate;
  const { keyUsage, extendedKeyUsage, netscapeCertType } = certificate;
  for (const list of [subjectCommonNames, dnsNames, ipAddresses, unreadable]) cut(list, MAX_ELEMENTS);
  for (const list of [keyUsage, extendedKeyUsage, netscapeCertType]) cut(list, MAX_ELEMENTS);
  cut(caIssuers, MAX_CA_ISSUERS);
}
