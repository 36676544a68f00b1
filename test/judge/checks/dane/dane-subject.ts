/** Endpoints for the check `dane` that were observed by nobody: what is served and published is given. */
import { viewDialog } from "../../../../src/judge/dialog-view.ts";
import type { EndpointSubject } from "../../../../src/judge/outcome.ts";
import type {
  ConnectionObservation,
  DaneObservation,
  DnsAnswer,
  EndpointObservation,
} from "../../../../src/observe/observation.ts";
import { describeChain } from "../../../../src/observe/trust/paths.ts";
import { createTrustStores } from "../../../../src/observe/trust/stores.ts";
import { answer, matchesOf, tlsaRecord } from "../../dane-facts.ts";
import { planOf } from "../../scene.ts";

const HOST = "mx.own.test";
const stores = createTrustStores([]);

export interface SubjectPlan {
  /** Host of the endpoint. */
  readonly host?: string;
  readonly domain?: string;
  readonly port?: number;
  /** Certificates in DER, leaf first; null: STARTTLS is not offered. */
  readonly chain: readonly Buffer[] | null;
  /** The same for the second connection, with the base domain as its server name. */
  readonly chainForName?: readonly Buffer[];
  /** Records as they are written, with their data. */
  readonly tlsa: readonly string[];
  readonly baseDomain?: string;
  readonly answer?: Partial<DnsAnswer>;
  readonly addresses?: DaneObservation["addresses"];
  readonly listed?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly subject?: Partial<EndpointSubject>;
}

type Certificates = EndpointSubject["certificates"];

function connection(
  purpose: ConnectionObservation["purpose"],
  chain: readonly Buffer[] | null,
): { readonly connection: ConnectionObservation; readonly certificates: Certificates } {
  const common: ConnectionObservation = {
    purpose,
    at: 0,
    connect: { outcome: "connected", seconds: 0 },
    transcript: [],
  };
  if (chain === null)
    return { connection: { ...common, starttls: { announced: false, sent: false } }, certificates: {} };
  const { certificates, ...served } = describeChain(chain, stores);
  const starttls = { announced: true, sent: true, reply: { code: 220, lines: ["220 go"], seconds: 0 } };
  const tls = { outcome: "done", hello: "full", seconds: 0, ...served } as const;
  return { connection: { ...common, starttls, tls }, certificates };
}

/** The subject of a check at such an endpoint. */
export function subjectFor(plan: SubjectPlan): EndpointSubject {
  const { host = HOST, domain = "own.test", port = 25, chain, chainForName, tlsa } = plan;
  const { baseDomain = host, addresses = "secure", listed } = plan;
  const records = tlsa.map(tlsaRecord);
  const dialog = connection("dialog", chain);
  const named = chainForName && connection("dane-name", chainForName);
  const compared = chainForName ?? chain;
  const endpoint: EndpointObservation = {
    host,
    address: "192.0.2.25",
    family: 4,
    scope: "public",
    port,
    sharesOurNetwork: false,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "off", floor: false },
    replyTimeout: 60,
    connections: [dialog.connection, ...(named ? [named.connection] : [])],
    dane: {
      addresses,
      lookUps: [
        {
          baseDomain,
          tlsa: answer(`_${String(port)}._tcp.${baseDomain}`, { associations: records, ...plan.answer }),
          ...(listed !== undefined && { listed }),
        },
      ],
      ...(compared !== null && { matches: matchesOf(records, compared) }),
    },
  };
  const now = Date.now();
  return {
    domain,
    kind: "domain",
    endpoint,
    dialog: viewDialog(endpoint, undefined),
    certificates: { ...dialog.certificates, ...named?.certificates },
    thresholds: planOf(plan.settings ?? {}).policy.thresholdsFor(domain, host),
    now,
    observedAt: now,
    trustStores: [],
    otherFamily: "none",
    addressFaulted: false,
    hangUpMeantTarget: true,
    nextHop: { names: [domain], mx: answer(domain, { type: "MX" }) },
    implicitMx: false,
    daneKeys: [],
    matchedElsewhere: new Set(),
    enforcedByMtaSts: false,
    ...plan.subject,
  };
}
