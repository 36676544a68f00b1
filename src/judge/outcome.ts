/** What a check says of one subject, before severities, waivers and verdicts are worked out. */
import type {
  CertificateFacts,
  DaneKeyFile,
  DnsAnswer,
  DomainObservation,
  EgressObservation,
  EndpointObservation,
  Environment,
  Observations,
} from "../observe/observation.ts";
import { MAX_REMEMBERED_FACTS, REMEMBERED_FACTS_LENGTH } from "../text/bounds.ts";
import { Memory } from "../text/memory.ts";
import { plural } from "../text/plural.ts";
import { words, type SafeText } from "../text/quote.ts";
import type { Confirmation, ConfirmationSubject } from "./confirm/confirmation.ts";
import type { DialogView } from "./dialog-view.ts";
import type { FormerPolicy } from "./checks/mta-sts/memory.ts";
import type { WebView } from "./checks/mta-sts/fetch.ts";
import type { EgressDoubt } from "./checks/egress.ts";
import type { Fitness } from "./checks/mta-sts/fitness.ts";
import type { FilePosition } from "../text/file-position.ts";
import { describe, diagnostics, type Code, type DetailsOf } from "./diagnostics/registry.ts";
import type { CheckFacts, Severity } from "./report.ts";
import type { Thresholds } from "./policy.ts";

/** A deviation, in words. */
export interface Raised {
  readonly code: Code;
  readonly message: SafeText;
  /** Severity here and now where it differs from the registry's; the policy still overrides it. */
  readonly severity?: Severity;
  /** MX host that it is about, for findings of a domain. */
  readonly host?: string;
  /** Address that it is about, for findings of a domain about one of several. */
  readonly about?: string;
  /** Sender and recipient that it is about, where they are not those of the basic relay test. */
  readonly envelope?: { readonly sender: string; readonly recipient: string } | undefined;
  /** A line that shows it better than the code's own one. */
  readonly confirm?: Confirmation | undefined;
  /** Line of a file of the user's that it is about, where that is not the one that names the domain or host. */
  readonly at?: FilePosition | undefined;
  /** Result type of RFC 8460 4.3 where it is not the code's own. */
  readonly resultType?: string;
  /** DNS question that it is about, or rests on. */
  readonly question?: ConfirmationSubject["question"];
  /** TLSA records that it is about. */
  readonly dane?: ConfirmationSubject["dane"];
  readonly expected?: SafeText;
  readonly actual?: SafeText;
  readonly evidence?: SafeText;
  /** What sending servers do because of it, where that depends on what else was seen. */
  readonly senders?: SafeText | undefined;
  /** What to do about it where that is not what the code says. */
  readonly remedy?: SafeText | undefined;
}

export type RaisedParts = Omit<Raised, "code" | "message">;

/** Makes a deviation from its code, the words its message needs, and what was asked, seen and said. */
export function raise<Name extends Code>(
  code: Name,
  details: DetailsOf<Name>,
  parts: RaisedParts = {},
): Raised {
  const message = (diagnostics[code].message as (details: DetailsOf<Name>) => SafeText)(details);
  return { code, message, ...parts };
}

/** Severity of a raised finding before the policy. */
export function ownSeverity(raised: Raised): Severity {
  return raised.severity ?? describe(raised.code).severity;
}

/** Why a check has no verdict of its own. */
export interface Skip {
  readonly because: "failure" | "inconclusive" | "not-asked" | "inapplicable";
  readonly reason: SafeText;
}

export interface Outcome {
  readonly findings: readonly Raised[];
  /** The fact in few words. */
  readonly summary: SafeText;
  readonly facts?: CheckFacts;
  readonly seconds: number;
  /** Set where nothing is claimed, whatever the findings say. */
  readonly skip?: Skip;
  /** What the check is about was not seen to work: whatever the policy makes of the findings, it is no pass. */
  readonly unproven?: boolean;
  /** Set where nothing that was seen after this step may be claimed, to the reason why. */
  readonly endsJudging?: SafeText;
}

export interface DomainSubject {
  readonly domain: DomainObservation;
  /** Its endpoints, as the same run saw them. */
  readonly observed: readonly EndpointObservation[];
  /** True where checks of endpoints were asked for, too. */
  readonly probes: boolean;
  readonly environment: Environment;
  readonly thresholds: Thresholds;
  /** Thresholds for one host of the domain. */
  readonly thresholdsFor: (host: string) => Thresholds;
  /** Whether anything is asked of a host of it beyond its addresses. */
  readonly asksServer: (host: string) => boolean;
  /** Endpoints of the domain with what was made of them; none for checks that come before those of endpoints. */
  readonly endpoints: readonly JudgedPlace[];
  /** What the run knows of its way to web servers. */
  readonly web: WebView;
  /** The MTA-STS policy that the baseline saw. */
  readonly formerPolicy?: FormerPolicy | undefined;
}

/** An endpoint after its checks. */
export interface JudgedPlace {
  readonly observation: EndpointObservation;
  readonly fitness: Fitness;
}

export interface EndpointSubject {
  /** Mail domain that the endpoint is judged for. */
  readonly domain: string;
  readonly kind: "domain" | "server";
  readonly endpoint: EndpointObservation;
  readonly dialog: DialogView;
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  /** What caIssuers names gave that were asked. */
  readonly issuers?: Observations["issuers"] | undefined;
  readonly thresholds: Thresholds;
  /** Moment of judging, milliseconds since the epoch. */
  readonly now: number;
  /** Moment at which the run that saw it ended, in the same unit. */
  readonly observedAt: number;
  /** Trust stores that the run could judge by; an empty one is none. */
  readonly trustStores: Environment["trustStores"];
  /** Addresses of the same host in the other family: whether there are any, and whether one connected. */
  readonly otherFamily: "none" | "connected" | "not-connected";
  /** What was found out of the way out to this port and family, where nothing was seen to get through. */
  readonly egress?: EgressObservation | undefined;
  /** Why it is unknown whether the endpoint, or this network, is at fault. */
  readonly egressDoubt?: EgressDoubt | undefined;
  /** An error that counts says that an address of the host is not public. */
  readonly addressFaulted: boolean;
  /** The next hop that leads to it (RFC 7672 2.2.1, 3.2.2); absent where it has no TLSA records. */
  readonly nextHop?: NextHop | undefined;
  /** The domain has no MX record: its own name is the host (RFC 5321 5.1). */
  readonly implicitMx: boolean;
  /** What `dane-keys` has for its host. */
  readonly daneKeys: readonly DaneKeyFile[];
  /** TLSA records, as JSON, that another address of its host matches. */
  readonly matchedElsewhere: ReadonlySet<string>;
  /** An enforced MTA-STS policy covers its host, so that senders without DANE want the certificate of a public authority. */
  readonly enforcedByMtaSts: boolean;
  /** Whether a proxy that hung up without a word meant this server, and not just us. */
  readonly hangUpMeantTarget: boolean;
}

/** How senders come to an endpoint. */
export interface NextHop {
  /** Names of the next hop that a certificate below a trust anchor may have in place of the base domain. */
  readonly names: readonly string[];
  /** The question for its MX records; absent where the server was named directly. */
  readonly mx?: DnsAnswer | undefined;
}

const facts = new Memory<CheckFacts>(MAX_REMEMBERED_FACTS, REMEMBERED_FACTS_LENGTH);

/** Facts that many endpoints have alike, such as those of one product: equal ones are kept once. */
export function common(made: CheckFacts): CheckFacts {
  return facts.recall(JSON.stringify(made), () => made);
}

/** What is said of a check that nobody asked for. */
export function notAskedFor(reason = words`not asked for`): Outcome {
  return { findings: [], summary: reason, seconds: 0, skip: { because: "not-asked", reason } };
}

/** A span of time in the unit that a person would use. */
export function span(milliseconds: number): SafeText {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 2) return plural(days, "day");
  if (hours >= 1) return plural(hours, "hour");
  return plural(minutes, "minute");
}

/** `64 KiB`, `1000 octets`: the size of something that has a bound. */
export function sizeWords(octets: number): SafeText {
  return octets % 1024 === 0 ? words`${octets / 1024} KiB` : words`${octets} octets`;
}

/** Seconds for people: whole from ten on, else with one decimal. */
export function forPeople(seconds: number): number {
  return seconds >= 10 ? Math.round(seconds) : Math.round(seconds * 10) / 10;
}
