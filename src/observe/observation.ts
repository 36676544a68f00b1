/**
 * The model of facts: what was seen on the wire, as plain JSON, with no opinion, and what tells one from another.
 * The form of each fact is in `schemas/observation.ts`; whoever probes and judges needs its types alone, and does not
 * load the schemas.
 */
import type {
  ConnectStep,
  ConnectionObservation,
  DomainObservation,
  EndpointObservation,
  HostService,
  Step,
  TlsHandshake,
} from "./schemas/observation.ts";

export type * from "./schemas/observation.ts";

/** Whether a server answered what it was asked: a 421 ends the session, whatever was asked (RFC 5321 3.8). */
export function isAnswer(step: Step | undefined): boolean {
  return step?.reply !== undefined && step.reply.code !== 421;
}

/** Whether a server hung up at a step, or sent no reply that could be read; not where the run ended. */
export function brokeOff(step: Step | undefined): boolean {
  return step?.ended !== undefined && step.ended.how !== "aborted";
}

/** Whether a server ended the session at a step: it broke off, or said 421 (RFC 5321 3.8). */
export function endedByServer(step: Step | undefined): boolean {
  return brokeOff(step) || step?.reply?.code === 421;
}

/** Whether a server took what it was asked. */
export function isAccepted(step: Step | undefined): boolean {
  return step?.reply !== undefined && step.reply.code < 300;
}

/** Whether a connection was lost at a step, or nothing came: a session inside TLS that ends so is none in senders' eyes. */
export function isLost(step: Pick<Step, "ended"> | undefined): boolean {
  const how = step?.ended?.how;
  return how === "closed" || how === "reset" || how === "timeout" || how === "tls-error" || how === "error";
}

/** Whether a server said no for now (RFC 5321 4.2.1): a reply of 4xx. */
export function isTransient(step: Step | undefined): boolean {
  const code = step?.reply?.code ?? 0;
  return code >= 400 && code < 500;
}

/** The certificate at which a served chain ends, walking from the leaf from issuer to issuer. */
export function topOfChain(tls: Pick<TlsHandshake, "chain">): string | undefined {
  const links = new Map((tls.chain ?? []).map((link) => [link.sha256, link]));
  let current = tls.chain?.[0];
  const passed = new Set<string>();
  while (current !== undefined) {
    passed.add(current.sha256);
    const next: string | undefined = current.issuedBy.find(
      (sha256) => !passed.has(sha256) && links.has(sha256),
    );
    if (next === undefined) return current.sha256;
    current = links.get(next);
  }
  return undefined;
}

/** Code of a connect for which the proxy hung up without a word. */
export const HUNG_UP = "HUNG_UP";

/** True where the foreign recipient was answered: such a test is never repeated in a run. A 421 is no answer. */
export function relayAnswered(relay: ConnectionObservation["relay"]): boolean {
  return (
    relay?.transactions.some((transaction) =>
      transaction.recipients.some((recipient) => recipient.kind === "foreign" && isAnswer(recipient)),
    ) ?? false
  );
}

/**
 * Identity of an endpoint within a run: SNI and relay answers differ by host name, so the host belongs to it; and
 * one port may be tried both with STARTTLS and with TLS from the first byte.
 */
export function endpointKey(endpoint: {
  host: string;
  address: string;
  port: number;
  tlsMode?: "starttls" | "implicit";
}): string {
  const place = `${endpoint.host}|${endpoint.address}|${String(endpoint.port)}`;
  return endpoint.tlsMode === "implicit" ? `${place}|implicit` : place;
}

/** True for the key of an endpoint where TLS starts with the first byte. */
export function isImplicitTls(key: string): boolean {
  return key.endsWith("|implicit");
}

/** Key among observations of the endpoint with this {@link endpointKey}: several runs may have seen the same one. */
export function keyInRun({ key, run }: { readonly key: string; readonly run?: number | undefined }): string {
  return run === undefined ? key : `${key}#${String(run)}`;
}

/** Our address as the server sees it; undefined where that is not known, behind NAT or a proxy. */
export function ownAddressSeen(
  { scope, reachedBy }: Pick<EndpointObservation, "scope" | "reachedBy">,
  { localAddress, localScope }: ConnectStep,
): string | undefined {
  const known = reachedBy !== "proxy" && (localScope === "public" || scope !== "public");
  return known ? localAddress : undefined;
}

/** Key of an endpoint among observations. */
export function observationKey(endpoint: EndpointObservation): string {
  return keyInRun({ key: endpointKey(endpoint), run: endpoint.run });
}

/**
 * Extended key usages of which a TLS server's certificate, and each CA's above it, needs one where it has the extension:
 * serverAuth, and the server-gated crypto of old. Like OpenSSL, and unlike RFC 5280 4.2.1.12, this leaves out
 * anyExtendedKeyUsage.
 */
export const SERVER_USAGES: ReadonlySet<string> = new Set([
  "1.3.6.1.5.5.7.3.1",
  "1.3.6.1.4.1.311.10.3.3",
  "2.16.840.1.113730.4.1",
]);

/** Key usages of which a TLS server's certificate needs one where it has the extension, as OpenSSL sees it. */
export const SERVER_KEY_USAGES: ReadonlySet<string> = new Set([
  "digitalSignature",
  "keyEncipherment",
  "keyAgreement",
]);

/** Identity of a service: that of its endpoints without their addresses. */
export function serviceKey({ host, port, tlsMode }: HostService): string {
  return `${host}|${String(port)}|${tlsMode}`;
}

/** Identity of a domain or server within a run. */
export function subjectKey({ kind, name }: Pick<DomainObservation, "kind" | "name">): string {
  return `${kind} ${name}`;
}

/** Whether anything of a domain is probed, here or by another shard. */
export function hasEndpoints({ endpoints, elsewhere }: DomainObservation): boolean {
  return endpoints.length > 0 || elsewhere !== undefined;
}

export interface ObserveProgress {
  readonly domainsResolved: number;
  readonly domains: number;
  readonly endpointsDone: number;
  readonly endpoints: number;
  /** Since these domains began to be looked up: with `wait`, in this round. */
  readonly seconds?: number;
  /** Endpoints under way, the longest first: name and seconds. */
  readonly underWay: readonly { readonly endpoint: string; readonly seconds: number }[];
}
