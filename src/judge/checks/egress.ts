/**
 * Whether this network lets anything out to a port, in words. A server is blamed only where that is known: an endpoint
 * greeted, or a control host answered.
 */
import { earlyEnd, egressOf, triedControls, type EarlyEnd } from "../../observe/egress-facts.ts";
import type { ConnectStep, EgressObservation, EndpointObservation } from "../../observe/observation.ts";
import { plural } from "../../text/plural.ts";
import { joinWords, quote, words, type SafeText } from "../../text/quote.ts";

/** Every endpoint of a run ended before a word was heard, and no control host shows that the network is not why. */
export interface EgressDoubt {
  readonly facts: EgressObservation;
  readonly end: EarlyEnd;
}

type Control = EgressObservation["controls"][number];

/**
 * Whether endpoints that ended like this may have met this network and not their servers.
 * @param endpoints all that the same run saw
 */
export function egressDoubt(
  facts: EgressObservation,
  end: EarlyEnd,
  endpoints: Iterable<EndpointObservation>,
): EgressDoubt | undefined {
  const { controls, unresolved = 0, otherFamily = 0 } = facts;
  if (controls.some((control) => clears(control, end))) return undefined;
  if (controls.length + unresolved + otherFamily === 0) return undefined;
  const ends = new Set([wayOf(end)]);
  for (const endpoint of endpoints) {
    if (egressOf(endpoint, [facts]) !== undefined) ends.add(wayOf(earlyEnd(endpoint)));
  }
  ends.delete(undefined);
  // Without any control host, endpoints that fail in different ways are taken at their word: a network fails in one.
  const untold = triedControls(facts).length === 0;
  return ends.has("heard") || (untold && ends.size > 1) ? undefined : { facts, end };
}

/** The control host got further than the endpoint. */
function clears({ connect, greeting }: Control, end: EarlyEnd): boolean {
  return connect.outcome === "connected" && !(wasAccepted(end) && greeting === "none");
}

/** A connection that is reset at once is seen as made, or not, by chance. */
function wayOf(end: ReturnType<typeof earlyEnd>): ReturnType<typeof earlyEnd> {
  return end === "reset" ? "hung-up" : end;
}

function wasAccepted(end: EarlyEnd): boolean {
  return end === "hung-up" || end === "silent";
}

/** What cannot be reached or is in doubt, how that was found out, and, in doubt, what would settle it. */
export interface EgressWords {
  readonly what: SafeText;
  readonly why: SafeText;
  readonly remedy?: SafeText;
}

/**
 * Where neither an endpoint nor a control host answered. That nothing is reached is said only where every control host was
 * tried: of one that has no address, or that this machine could not try, nothing is known.
 * @param end how the endpoints ended; absent where a network that lets nothing out explains it
 */
export function egressWords(facts: EgressObservation, end?: EarlyEnd): EgressWords {
  if (facts.noRoute) return { what: whatCannot(facts), why: words`it has no route for IPv${facts.family}` };
  const tried = triedControls(facts);
  const silent = tried.filter(({ connect, greeting }) => greeting === "none" || connect.outcome === "reset");
  const dead = tried.filter((control) => !silent.includes(control));
  const accepted = end !== undefined && wasAccepted(end);
  const all = tried.length === facts.controls.length && facts.unresolved === undefined;
  if (accepted && silent.length > 0 && all) {
    const why = words`connections are accepted, but ${joined([silentWords(silent), ...deadWords(dead)])}`;
    return { what: whatCannot(facts), why };
  }
  const shown = accepted && silent.length > 0 ? [silentWords(silent), ...deadWords(dead)] : deadWords(tried);
  const why = joined([...shown, ...untoldWords(facts)]);
  if (facts.blocked && all) return { what: whatCannot(facts), why };
  return {
    what: words`It is unknown whether this machine can reach ${portWords(facts)}`,
    why: end === undefined ? why : words`${END_WORDS[end]}, and ${why}`,
    remedy: toSettle(facts),
  };
}

/** Why nothing is known of the control hosts that were not tried. */
function untoldWords(facts: EgressObservation): SafeText[] {
  const { unresolved = 0, otherFamily = 0, family, controls } = facts;
  const address = family === 6 ? words`IPv6 address` : words`address`;
  const untried = untriedControls(facts);
  const told: SafeText[] = [];
  if (unresolved > 0) told.push(words`no ${address} was found for ${plural(unresolved, "control host")}`);
  if (untried.length > 0)
    told.push(words`${plural(untried.length, "control host")} could not be tried (${whyUntried(untried)})`);
  if (told.length > 0 || controls.length > 0 || otherFamily === 0) return told;
  const theirs =
    otherFamily === 1 ? words`the control host has` : words`the ${otherFamily} control hosts have`;
  return [words`${theirs} no IPv${family} address`];
}

function untriedControls(facts: EgressObservation): readonly Control[] {
  const tried = triedControls(facts);
  return facts.controls.filter((control) => !tried.includes(control));
}

/** Each reason once. */
function whyUntried(controls: readonly Control[]): SafeText {
  return joinWords([...new Set(controls.map(({ connect }) => whyNotTried(connect)))], ", ");
}

function whyNotTried({ outcome, code }: Control["connect"]): SafeText {
  switch (outcome) {
    case "no-route":
      return words`this machine has no route there`;
    case "proxy-failed":
      return words`the proxy failed`;
    case "aborted":
      return words`the run ended`;
    default:
      return quote(code ?? "no reason is known");
  }
}

/** A control host at another port, or without an address of the family, would say nothing of this one. */
function toSettle(facts: EgressObservation): SafeText {
  const { port, family, unresolved = 0 } = facts;
  const over = family === 6 ? words` over IPv6` : words``;
  const resolvable = unresolved > 0 ? words`, or make the control hosts resolvable` : words``;
  const limited = untriedControls(facts).some(({ connect }) => connect.outcome === "local-limit");
  const limit = limited
    ? words`This machine ran out of sockets or files: lower \`concurrency\`, or raise the limit (ulimit -n). `
    : words``;
  return words`${limit}Set \`egress-control: HOST:${port}\` to a mail server elsewhere that is known to answer${over}${resolvable}. If this network is known to reach the port, \`egress-control: off\` says so, and the servers are judged.`;
}

const END_WORDS: Readonly<Record<EarlyEnd, SafeText>> = {
  refused: words`every connection was refused`,
  timeout: words`every connection timed out`,
  unreachable: words`nothing could be reached`,
  reset: words`every connection was reset`,
  "hung-up": words`every connection was accepted and closed without a greeting`,
  silent: words`every connection was accepted and brought no greeting`,
};

function whatCannot(facts: EgressObservation): SafeText {
  return words`This machine cannot reach ${portWords(facts)} anywhere`;
}

function portWords({ port, family }: EgressObservation): SafeText {
  return family === 6 ? words`port ${port} over IPv6` : words`port ${port}`;
}

function silentWords(silent: readonly Control[]): SafeText {
  return words`${plural(silent.length, "control host")} sent no greeting, either`;
}

/** Nothing for none. */
function deadWords(dead: readonly Control[]): SafeText[] {
  const [first] = dead;
  if (first === undefined) return [];
  const alike = dead.every(({ connect }) => connect.outcome === first.connect.outcome);
  const how = alike ? outcomeWords(first.connect.outcome) : words`did not answer`;
  return [words`${plural(dead.length, "control host")} ${how}, too`];
}

function outcomeWords(outcome: ConnectStep["outcome"]): SafeText {
  if (outcome === "timeout") return words`timed out`;
  if (outcome === "refused") return words`refused`;
  return outcome === "reset" ? words`reset` : words`could not be reached`;
}

/** `a`, `a, and b`: parts that have commas themselves. */
function joined(parts: readonly SafeText[]): SafeText {
  const [first = words``, ...others] = parts;
  return others.reduce((said, part) => words`${said}, and ${part}`, first);
}
