/** Where an endpoint stands with DANE: what is published for it, what was seen of its TLS, and what the two come to. */
import type { TlsHandshake } from "../../../observe/observation.ts";
import { quote, words, type SafeText } from "../../../text/quote.ts";
import type { EndpointSubject } from "../../outcome.ts";
import { applies, publicationOf, type Publication, type Published } from "./publication.ts";
import { TRUST_ANCHOR } from "./tlsa-records.ts";
import { verify, type Verification } from "./verification.ts";

/** What a sender with DANE meets at the endpoint. */
export type Encounter =
  | { readonly tls: "done"; readonly verification: Verification; readonly handshake: TlsHandshake }
  /** It gets no TLS, and does not go on without (RFC 7672 2.2). */
  | { readonly tls: "none"; readonly how: SafeText; readonly resultType: string }
  /** TLS works, and this run does not know with which certificate for the base domain. */
  | { readonly tls: "unknown"; readonly why: SafeText }
  /** The dialog did not get that far, or the server refused this client. */
  | { readonly tls: "unobserved" };

export interface Assessment {
  readonly publication: Publication;
  /** Absent where there are no records that TLS could be held against. */
  readonly encounter?: Encounter;
}

/** Undefined where nobody looked for records. */
export function assess(subject: EndpointSubject): Assessment | undefined {
  const { dane } = subject.endpoint;
  if (dane === undefined) return undefined;
  const publication = publicationOf(dane);
  if (!("records" in publication)) return { publication };
  return { publication, encounter: meet(publication, subject) };
}

/** What senders with DANE make of the server. */
export interface DaneResult {
  readonly authenticates: boolean;
  /** They look at its name and dates, too: a CA is what authenticates it (RFC 7672 3.1.2). */
  readonly byAuthority: boolean;
}

/** What DANE makes of an endpoint; undefined where it does not apply, or was not seen to come to anything. */
export function daneAuthenticates(subject: EndpointSubject): DaneResult | undefined {
  const { publication, encounter } = assess(subject) ?? {};
  // Senders that cannot look the records up leave the host out.
  if (publication?.status === "failed") return { authenticates: false, byAuthority: false };
  if (publication === undefined || encounter === undefined || !applies(publication)) return undefined;
  if (encounter.tls === "unknown" || encounter.tls === "unobserved") return undefined;
  const by = encounter.tls === "done" ? encounter.verification.by : undefined;
  return { authenticates: by !== undefined, byAuthority: by?.record.usage === TRUST_ANCHOR };
}

function meet(publication: Published, subject: EndpointSubject): Encounter {
  const { dialog, endpoint, certificates, now } = subject;
  const ofDialog = tlsOf(dialog);
  // A sender names the base domain (RFC 7672 8.1): what the server shows to others does not count.
  const ofName =
    publication.baseDomain === endpoint.host
      ? ofDialog
      : (tlsOf(dialog.daneName) ??
        (isHandshake(ofDialog)
          ? { why: words`no second connection with the server name ${quote(publication.baseDomain, 255)}` }
          : ofDialog));
  if (ofName === undefined) return { tls: "unobserved" };
  if (!isHandshake(ofName))
    return "why" in ofName ? { tls: "unknown", ...ofName } : { tls: "none", ...ofName };
  const handshake = ofName;
  const { listed, records } = publication;
  if (listed !== undefined)
    return {
      tls: "unknown",
      why: words`there are ${listed} records, of which ${records.length} were looked at`,
    };
  if (handshake.chain?.[0] === undefined && (handshake.chainCut ?? 0) > 0)
    return { tls: "unknown", why: words`its certificate is longer than this run keeps` };
  if (handshake.chain?.[0] !== undefined && endpoint.dane?.matches === undefined)
    return { tls: "unknown", why: words`its certificate was not compared with the records` };
  const names = [publication.baseDomain, ...(subject.nextHop?.names ?? [])];
  const verification = verify(publication.records, { tls: handshake, certificates, now, names });
  return { tls: "done", verification, handshake };
}

type TlsSteps = Partial<Pick<EndpointSubject["dialog"], "starttls" | "tls" | "helloInTls">>;
type Without = { readonly how: SafeText; readonly resultType: string };

function isHandshake(seen: ReturnType<typeof tlsOf>): seen is TlsHandshake {
  return seen !== undefined && "outcome" in seen;
}

/** The handshake that was done, or why there is none; undefined where nothing is known. */
function tlsOf(steps: TlsSteps | undefined): TlsHandshake | Without | { readonly why: SafeText } | undefined {
  if (steps === undefined) return undefined;
  const { starttls, tls, helloInTls } = steps;
  const broken = (how: SafeText): Without => ({ how, resultType: "validation-failure" });
  if (starttls?.announced === false)
    return { how: words`the server does not offer STARTTLS`, resultType: "starttls-not-supported" };
  const code = starttls?.reply?.code;
  if (code === 421 || starttls?.ended?.how === "aborted") return undefined;
  if (code !== undefined && code !== 220)
    return { how: words`the server answers STARTTLS with ${code}`, resultType: "starttls-not-supported" };
  if (starttls?.ended !== undefined) return broken(words`the server does not answer STARTTLS`);
  if (tls === undefined || tls.outcome === "aborted") return undefined;
  if (tls.outcome === "timeout") return broken(words`the TLS handshake gets no answer`);
  if (tls.outcome === "failed") return broken(words`the TLS handshake fails`);
  if (helloInTls?.ended?.how === "tls-error")
    return broken(words`the server closes the connection right after the handshake`);
  return tls;
}
