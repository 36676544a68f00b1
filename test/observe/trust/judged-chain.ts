/** What the check `certificate` says of a served chain. */
import { certificateCheck } from "../../../src/judge/checks/certificate/certificate.ts";
import { viewDialog } from "../../../src/judge/dialog-view.ts";
import type { Code } from "../../../src/judge/diagnostics/registry.ts";
import type { EndpointObservation, TlsHandshake } from "../../../src/observe/observation.ts";
import { describeChain } from "../../../src/observe/trust/paths.ts";
import type { TrustStores } from "../../../src/observe/trust/stores.ts";
import { planOf } from "../../judge/scene.ts";
import { HOST } from "./chains/chain-case.ts";

const thresholds = planOf({}).policy.thresholdsFor("own.test", HOST);

/** Findings with which we refuse a chain. Names, strength and time left are not among them: OpenSSL is not asked for those. */
export const REFUSALS: ReadonlySet<Code> = new Set<Code>([
  "cert-expired",
  "cert-not-yet-valid",
  "cert-self-signed",
  "cert-untrusted",
  "cert-incomplete-chain",
  "cert-wrong-usage",
  "cert-chain-expired",
  "cert-chain-order",
]);

/** Codes that the check raises for a chain in DER at this moment; with OpenSSL's own verdict only where it is given. */
export function judgeChainCase(
  chain: readonly Buffer[],
  stores: TrustStores,
  handshake: Partial<Pick<TlsHandshake, "opensslVerdict">> = {},
): Code[] {
  const { certificates, ...served } = describeChain(chain, stores);
  const now = Date.now();
  const endpoint: EndpointObservation = {
    host: HOST,
    address: "192.0.2.25",
    family: 4,
    scope: "public",
    port: 25,
    sharesOurNetwork: false,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "off", floor: false },
    replyTimeout: 60,
    connections: [
      {
        purpose: "dialog",
        at: 0,
        connect: { outcome: "connected", seconds: 0 },
        tls: { outcome: "done", hello: "full", seconds: 0, ...served, ...handshake },
        transcript: [],
      },
    ],
  };
  const outcome = certificateCheck.judge({
    domain: "own.test",
    kind: "domain",
    endpoint,
    dialog: viewDialog(endpoint, undefined),
    certificates,
    thresholds,
    now,
    observedAt: now,
    trustStores: [],
    otherFamily: "none",
    addressFaulted: false,
    hangUpMeantTarget: true,
    implicitMx: false,
    daneKeys: [],
    matchedElsewhere: new Set(),
    enforcedByMtaSts: false,
  });
  return outcome?.findings.map(({ code }) => code) ?? [];
}
