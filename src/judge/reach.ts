/** How far mail gets: counted in endpoints, and said in one sentence that comes first in every report. */
import { brokeOff, isLost } from "../observe/observation.ts";
import { MAX_REMEMBERED_FACTS, REMEMBERED_FACTS_LENGTH } from "../text/bounds.ts";
import { Memory } from "../text/memory.ts";
import { plural } from "../text/plural.ts";
import { joinWords, words, type SafeText } from "../text/quote.ts";
import { daneAuthenticates } from "./checks/dane/assessment.ts";
import type { Code } from "./diagnostics/registry.ts";
import { ownSeverity, type EndpointSubject, type Outcome, type Raised } from "./outcome.ts";
import type { Reach } from "./report.ts";

/** How far mail gets at one endpoint. */
export interface EndpointReach {
  readonly connected: boolean;
  /**
   * `serving`: it knows the domain and refuses its postmaster, which says little of other recipients; `deferring`: it says
   * that senders are to try again.
   */
  readonly delivery: "accepting" | "refusing" | "deferring" | "serving" | "unseen" | "not-asked";
  readonly encrypted: boolean;
  /** It was not seen to answer EHLO, so that nobody knows whether it encrypts. */
  readonly silent?: true;
  /** By the certificate of a public authority, or by DANE. */
  readonly authenticated: boolean;
  /** Whether DANE authenticates it; absent where it does not apply. */
  readonly dane?: boolean;
}

/** What keeps a certificate from authenticating the server in the eyes of MTA-STS (RFC 8461 4.1). */
export const NOT_AUTHENTICATED: readonly Code[] = [
  "cert-expired",
  "cert-not-yet-valid",
  "cert-name-mismatch",
  "cert-name-not-compared",
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
 * @param outcomeOf what was made of a check, before the policy
 */
export function reachOf(
  subject: EndpointSubject,
  raised: readonly Raised[],
  outcomeOf: (id: "certificate" | "delivery") => Outcome,
): EndpointReach {
  const { dialog } = subject;
  const connected = dialog.connect?.outcome === "connected";
  // Whatever took the connection, it is not known to be the server.
  if (subject.egressDoubt !== undefined)
    return {
      connected: false,
      delivery: deliveryReach(outcomeOf("delivery"), dialog),
      encrypted: false,
      authenticated: false,
    };
  // A dialog that is rewritten on the way says nothing of the server behind it.
  if (raised.some((finding) => finding.code === "egress-intercepted"))
    return { connected, delivery: "unseen", encrypted: false, authenticated: false };
  const done = dialog.tls?.outcome === "done" && !isLost(dialog.helloInTls);
  // Senders use STARTTLS only where it is announced.
  const encrypted = done && dialog.starttls?.announced !== false;
  // Without the check nothing is known of the certificate, be it sound or not.
  const certificateJudged = outcomeOf("certificate").skip === undefined;
  const dane = daneAuthenticates(subject);
  return {
    connected,
    delivery: deliveryReach(outcomeOf("delivery"), dialog),
    encrypted,
    ...(dialog.hello === undefined && dialog.tls === undefined && { silent: true }),
    authenticated:
      dane?.authenticates === true ||
      (encrypted && certificateJudged && !raised.some((finding) => NOT_AUTHENTICATED.includes(finding.code))),
    ...(dane !== undefined && { dane: dane.authenticates }),
  };
}

/** Whether the dialog ended where senders do not go on, without TLS either. */
function stopsSenders({ connect, greeting, hello, starttls }: EndpointSubject["dialog"]): boolean {
  const spoken = connect?.outcome === "connected" && greeting?.reply?.code === 220;
  return !spoken || hello?.reply?.code !== 250 || (starttls?.announced === true && brokeOff(starttls));
}

/** Mail arrives where `delivery` passes, and nowhere else. */
function deliveryReach(
  { findings, skip }: Outcome,
  dialog: EndpointSubject["dialog"],
): EndpointReach["delivery"] {
  switch (skip?.because) {
    case "not-asked":
    case "inapplicable":
      return "not-asked";
    case "failure":
      // Senders did not get past the earlier step either; they do past a certificate, and past TLS that fails.
      return stopsSenders(dialog) ? "refusing" : "unseen";
    case "inconclusive":
      return "unseen";
    case undefined:
      break;
  }
  // Mail of people arrives all the same.
  const ofMail = findings.filter(({ code }) => code !== "null-sender-refused");
  // A refusal of the domain, and a server that hangs up or falls silent, are met by every sender.
  if (ofMail.some((finding) => ownSeverity(finding) === "error")) return "refusing";
  if (ofMail.some(({ code }) => code === "postmaster-refused")) return "serving";
  if (ofMail.some(({ code }) => code === "delivery-deferred")) return "deferring";
  return ofMail.length === 0 ? "accepting" : "unseen";
}

export function sumReach(endpoints: readonly EndpointReach[]): Reach {
  let [connected, accepting, refusing, encrypted, authenticated, byDane] = [0, 0, 0, 0, 0, 0];
  let applies = false;
  for (const each of endpoints) {
    if (each.connected) connected++;
    if (each.delivery === "accepting") accepting++;
    if (each.delivery === "refusing") refusing++;
    if (each.encrypted) encrypted++;
    if (each.authenticated) authenticated++;
    if (each.dane === true) byDane++;
    applies ||= each.dane !== undefined;
  }
  return {
    endpoints: endpoints.length,
    connected,
    accepting,
    refusing,
    unseen: endpoints.length - accepting - refusing,
    encrypted,
    authenticated,
    ...(applies && { dane: byDane }),
  };
}

/** How many endpoints satisfy a policy, and of how many that was to be seen. */
export interface SatisfyingCount {
  readonly satisfying: number;
  readonly seen: number;
}

export interface ReachContext {
  readonly endpoints: readonly EndpointReach[];
  /** How far the dialogs were to go. */
  readonly depth: "none" | "connect" | "banner" | "ehlo" | "starttls";
  readonly nullMx: boolean;
  /** What is known of the places that its mail goes to. */
  readonly addresses: "none" | "known" | "unresolved";
  /** Whether an MTA-STS policy was read. */
  readonly policyRead?: boolean;
  /** Endpoints that satisfy the domain's MTA-STS policy, out of those seen; undefined where no policy was read. */
  readonly mtaSts?: SatisfyingCount | undefined;
  /** Hosts that other shards probe, and that were not seen. */
  readonly hostsElsewhere?: number;
}

const sentences = new Memory<SafeText>(MAX_REMEMBERED_FACTS, REMEMBERED_FACTS_LENGTH);

/** The reach in one sentence, and how many hosts it says nothing of. */
export function reachSentence(context: ReachContext): SafeText {
  const sentence = wholeSentence(context);
  return sentences.recall(sentence, () => sentence);
}

function wholeSentence(context: ReachContext): SafeText {
  const { hostsElsewhere: hosts = 0 } = context;
  if (hosts === 0) return seenSentence(context);
  const left =
    hosts === 1
      ? words`1 host belongs to another shard and was not seen here.`
      : words`${hosts} hosts belong to other shards and were not seen here.`;
  return context.endpoints.length === 0 ? left : words`${seenSentence(context)} ${left}`;
}

function seenSentence({ endpoints, depth, nullMx, addresses, policyRead, mtaSts }: ReachContext): SafeText {
  if (nullMx) return words`The domain says that it accepts no mail (null MX).`;
  if (depth === "none") {
    const seen = policyRead === true ? words`DNS and the MTA-STS policy were` : words`DNS was`;
    return words`Only ${seen} tested, and no mail server.`;
  }
  const reach = sumReach(endpoints);
  if (reach.endpoints === 0) {
    if (addresses === "unresolved") return words`Where its mail goes is unknown: not visible from here.`;
    if (addresses === "known") return words`None of its endpoints was tested.`;
    return words`There is no endpoint that mail could be delivered to.`;
  }
  const asked = endpoints.some(({ delivery }) => delivery !== "not-asked");
  const parts = [asked ? arrivalWords(reach, endpoints) : connectionWords(reach)];
  const heard = endpoints.some((each) => each.connected && each.silent !== true);
  if (depth === "starttls" && heard) parts.push(encryptionWords(reach));
  const authentication = authenticationWords(reach);
  if (authentication !== undefined) parts.push(authentication);
  if (mtaSts !== undefined && mtaSts.seen > 0) parts.push(policyWords(reach, mtaSts));
  if (!asked && depth === "starttls") parts.push(words`whether mail arrives was not asked`);
  return words`${joinWords(parts, "; ")}.`;
}

function connectionWords({ connected, endpoints }: Reach): SafeText {
  return words`${connected} of ${plural(endpoints, "endpoint")} took a connection`;
}

/** The word for all endpoints of several. */
function allOf(endpoints: number): SafeText {
  return endpoints === 2 ? words`both` : words`all`;
}

function arrivalWords(reach: Reach, endpoints: readonly EndpointReach[]): SafeText {
  const [only] = endpoints;
  if (endpoints.length === 1 && only !== undefined) return oneEndpointWords(only);
  const { accepting, refusing } = reach;
  const count = (kind: EndpointReach["delivery"]): number =>
    endpoints.filter(({ delivery }) => delivery === kind).length;
  const [deferring, serving] = [count("deferring"), count("serving")];
  const unseen = reach.unseen - deferring - serving;
  const all =
    endpoints.length === 2 ? words`both endpoints` : words`all ${plural(endpoints.length, "endpoint")}`;
  if (accepting === endpoints.length) return words`Mail arrives through ${all}`;
  if (unseen === endpoints.length)
    return words`Whether mail arrives through any of ${plural(unseen, "endpoint")} could not be seen`;
  const of = plural(endpoints.length, "endpoint");
  const head =
    accepting === 0
      ? words`None of ${of} was seen to accept its mail`
      : words`Mail arrives through ${accepting} of ${of}`;
  const others = [
    ...(refusing > 0 ? [words`${refusing} ${refusing === 1 ? words`refuses` : words`refuse`} it`] : []),
    ...(deferring > 0 ? [words`${deferring} ${deferring === 1 ? words`defers` : words`defer`} it`] : []),
    ...(serving > 0
      ? [words`${serving} ${serving === 1 ? words`serves` : words`serve`} the domain without a postmaster`]
      : []),
    ...(unseen > 0 ? [words`${unseen} could not be seen`] : []),
  ];
  return words`${head}; ${joinWords(others, ", ")}`;
}

function oneEndpointWords({ delivery }: EndpointReach): SafeText {
  switch (delivery) {
    case "accepting":
      return words`Mail arrives through its one endpoint`;
    case "refusing":
      return words`Mail does not arrive: its one endpoint does not accept it`;
    case "deferring":
      return words`Its one endpoint defers its mail`;
    case "serving":
      return words`Its one endpoint serves the domain, and refuses mail to its postmaster`;
    case "unseen":
    case "not-asked":
      return words`Whether mail arrives through its one endpoint could not be seen`;
  }
}

/** Named where TLSA records were read, and nowhere else. */
function authenticationWords({ endpoints, dane }: Reach): SafeText | undefined {
  if (dane === undefined) return undefined;
  if (endpoints === 1)
    return dane === 1 ? words`DANE authenticates it` : words`senders that use DANE do not deliver to it`;
  if (dane === endpoints) return words`DANE authenticates ${allOf(endpoints)}`;
  return words`DANE authenticates ${dane === 0 ? words`none` : words`${dane} of ${endpoints}`}`;
}

function encryptionWords({ endpoints, encrypted }: Reach): SafeText {
  if (endpoints === 1) return encrypted === 1 ? words`it encrypts` : words`it does not encrypt`;
  if (encrypted === endpoints) return words`${allOf(endpoints)} encrypt`;
  return words`${encrypted === 0 ? words`none` : encrypted} ${encrypted === 1 ? words`encrypts` : words`encrypt`}`;
}

/** `3 of 4 satisfy the MTA-STS policy`: named only where a policy was read, and of endpoints that were seen. */
function policyWords({ endpoints }: Reach, { satisfying, seen }: SatisfyingCount): SafeText {
  const policy = words`the MTA-STS policy`;
  if (seen === 1) {
    const which = endpoints === 1 ? words`it` : words`the one that was seen`;
    return satisfying === 1
      ? words`${which} satisfies ${policy}`
      : words`${which} does not satisfy ${policy}`;
  }
  const among = seen < endpoints ? words`the ${seen} that were seen` : words`${endpoints}`;
  if (satisfying === seen)
    return seen < endpoints
      ? words`${among} satisfy ${policy}`
      : words`${allOf(endpoints)} satisfy ${policy}`;
  const verb = satisfying === 1 ? words`satisfies` : words`satisfy`;
  return words`${satisfying === 0 ? words`none` : satisfying} of ${among} ${verb} ${policy}`;
}
