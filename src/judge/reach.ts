/** How far mail gets: counted in endpoints, and said in one sentence that comes first in every report. */
import { joinWords, words, type SafeText } from "../text/quote.ts";
import type { Code } from "./diagnostics/registry.ts";
import { plural, type EndpointSubject, type Raised } from "./outcome.ts";
import type { Reach, Result } from "./report.ts";

/** How far mail gets at one endpoint. */
export interface EndpointReach {
  readonly connected: boolean;
  readonly accepting: boolean;
  readonly encrypted: boolean;
  readonly authenticated: boolean;
}

/** What keeps a certificate from authenticating the server in the eyes of MTA-STS (RFC 8461 4.1). */
const NOT_AUTHENTICATED: readonly Code[] = [
  "cert-expired",
  "cert-not-yet-valid",
  "cert-name-mismatch",
  "cert-common-name-only",
  "cert-self-signed",
  "cert-incomplete-chain",
  "cert-untrusted",
  "cert-wrong-usage",
  "cert-chain-expired",
  "cert-chain-order",
  "cert-senders-differ",
];

/**
 * Counts an endpoint from what was seen, whatever the policy makes of it.
 * @param raised findings of the checks that were made
 * @param certificateJudged without it nothing is known of the certificate, be it sound or not
 */
export function reachOf(
  { dialog }: Pick<EndpointSubject, "dialog">,
  raised: readonly Raised[],
  certificateJudged: boolean,
): EndpointReach {
  const connected = dialog.connect?.outcome === "connected";
  // A dialog that is rewritten on the way says nothing of the server behind it.
  if (raised.some((finding) => finding.code === "egress-intercepted"))
    return { connected, accepting: false, encrypted: false, authenticated: false };
  const refused = raised.some((finding) => finding.code === "domain-not-served");
  const done = dialog.tls?.outcome === "done" && dialog.helloInTls?.ended?.how !== "tls-error";
  // Senders use STARTTLS only where it is announced.
  const encrypted = done && dialog.starttls?.announced !== false;
  return {
    connected,
    accepting: connected && dialog.hello?.reply?.code === 250 && !refused,
    encrypted,
    authenticated:
      encrypted && certificateJudged && !raised.some((finding) => NOT_AUTHENTICATED.includes(finding.code)),
  };
}

export function sumReach(endpoints: readonly EndpointReach[]): Reach {
  const count = (key: keyof EndpointReach): number => endpoints.filter((each) => each[key]).length;
  return {
    endpoints: endpoints.length,
    connected: count("connected"),
    accepting: count("accepting"),
    encrypted: count("encrypted"),
    authenticated: count("authenticated"),
  };
}

export interface ReachContext {
  readonly reach: Reach;
  /** Results of the endpoints, in any order. */
  readonly results: readonly Result[];
  /** How far the dialogs were to go. */
  readonly depth: "none" | "connect" | "banner" | "ehlo" | "starttls";
  /** False where nobody asked for certificates to be looked at. */
  readonly certificates?: boolean;
  readonly nullMx: boolean;
  /** What is known of the places that its mail goes to. */
  readonly addresses: "none" | "known" | "unresolved";
}

/** The reach in one sentence. */
export function reachSentence({
  reach,
  results,
  depth,
  certificates,
  nullMx,
  addresses: locations,
}: ReachContext): SafeText {
  if (nullMx) return words`The domain says that it takes no mail (null MX).`;
  if (depth === "none") return words`Only DNS was looked at; no endpoint was tested.`;
  if (reach.endpoints === 0) {
    if (locations === "unresolved") return words`Where its mail goes could not be found out from here.`;
    if (locations === "known") return words`None of its endpoints was tested.`;
    return words`There is no endpoint that mail could be delivered to.`;
  }
  // An endpoint that could not be judged and did not take our EHLO may well be fine for others.
  const unseen = results.filter((each) => each === "inconclusive" || each === "skip").length;
  const shallow = depth === "connect" || depth === "banner";
  const arrived = shallow ? reach.connected : reach.accepting;
  const unknown = Math.min(unseen, reach.endpoints - arrived);
  const parts = [
    shallow ? connectionWords(arrived, reach.endpoints) : arrivalWords(arrived, reach.endpoints, unknown),
  ];
  if (depth === "starttls" && certificates !== false && arrived > 0) parts.push(authenticationWords(reach));
  if (unknown > 0 && reach.endpoints > 1) parts.push(words`${unknown} could not be tested from here`);
  return words`${joinWords(parts, "; ")}.`;
}

function connectionWords(connected: number, endpoints: number): SafeText {
  return words`${connected} of ${plural(endpoints, "endpoint")} took a connection`;
}

function arrivalWords(arrived: number, endpoints: number, unknown: number): SafeText {
  if (endpoints === 1) {
    if (arrived === 1) return words`Mail arrives through its one endpoint`;
    return unknown === 1
      ? words`Its one endpoint could not be tested from here`
      : words`Mail does not arrive: its one endpoint does not take it`;
  }
  if (arrived === endpoints) return words`Mail arrives through all ${plural(endpoints, "endpoint")}`;
  if (arrived === 0) return words`Mail arrives through none of ${plural(endpoints, "endpoint")}`;
  return words`Mail still arrives through ${arrived} of ${plural(endpoints, "endpoint")}`;
}

function authenticationWords({ endpoints, authenticated }: Reach): SafeText {
  if (endpoints === 1)
    return authenticated === 1 ? words`it would satisfy MTA-STS` : words`it would not satisfy MTA-STS`;
  if (authenticated === endpoints) return words`all would satisfy MTA-STS`;
  return words`${authenticated === 0 ? words`none` : authenticated} would satisfy MTA-STS`;
}
