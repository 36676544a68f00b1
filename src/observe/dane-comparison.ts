/** What DNS says of an endpoint's certificates, beside the certificates that it served. */
import type { Turns } from "../system/turns.ts";
import type { DaneLookUp } from "./dns/dane.ts";
import type {
  CertificateFacts,
  ConnectionObservation,
  DaneObservation,
  TlsHandshake,
} from "./observation.ts";
import { isUsableForm, matchAssociations, publicKeyDigest } from "./x509/tlsa/association.ts";
import type { Signal } from "../system/signal.ts";

/**
 * The server name of senders that do DANE, where they would name another one than we did (RFC 7672 8.1), and have usable
 * records to go by.
 */
export function daneServerName(
  dane: DaneLookUp,
  { host, serverName }: { readonly host: string; readonly serverName: string | undefined },
): string | undefined {
  const last = dane.lookUps.at(-1);
  if (last === undefined || last.baseDomain === (serverName ?? host)) return undefined;
  const { dnssec = "unseen", associations = [] } = last.tlsa;
  const counts = dnssec === "secure" || dnssec === "unseen";
  return counts && associations.some(isUsableForm) ? last.baseDomain : undefined;
}

/**
 * The handshake whose certificates DANE is compared with: that with the server name of DANE, where there was one, else the
 * one that says most of modern senders.
 */
function handshakeForDane(connections: readonly ConnectionObservation[]): TlsHandshake | undefined {
  const named = connections.find(({ purpose }) => purpose === "dane-name");
  if (named !== undefined) return named.tls;
  const done = connections.filter(({ purpose, tls }) => purpose !== "floor" && tls?.outcome === "done");
  const full = done.filter(({ tls }) => tls?.hello === "full");
  const usual = full.length > 0 ? full : done;
  return (usual.find(({ ehloInTls }) => ehloInTls?.reply?.code === 250) ?? usual[0])?.tls;
}

/**
 * Compares the records that count with the served certificates.
 * @param certificates those that were served, by SHA-256
 */
export async function compareWithDane(
  lookUp: DaneLookUp,
  connections: readonly ConnectionObservation[],
  certificates: Readonly<Record<string, CertificateFacts>>,
  { turns, signal }: { readonly turns: Turns; readonly signal: Signal },
): Promise<DaneObservation> {
  const { associations = [] } = lookUp.lookUps.at(-1)?.tlsa ?? {};
  const chain = (handshakeForDane(connections)?.chain ?? []).flatMap(({ sha256 }) => {
    const der = certificates[sha256]?.der;
    return der === undefined ? [] : [Buffer.from(der, "base64")];
  });
  if (associations.length === 0 || chain.length === 0) return lookUp;
  const [leaf] = chain;
  const matches = await turns.do(() => matchAssociations(associations, chain), signal);
  const publicKey = leaf && publicKeyDigest(leaf);
  return { ...lookUp, ...(matches && { matches }), ...(publicKey !== undefined && { publicKey }) };
}
