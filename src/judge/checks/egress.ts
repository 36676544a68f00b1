/**
 * Whether this network lets anything out to a port, in words. A server is blamed only where that is known: an endpoint
 * greeted, or a control host answered.
 */
import {
  earlyEnd,
  egressOf,
  type ConnectStep,
  type EarlyEnd,
  type EgressObservation,
  type EndpointObservation,
} from "../../observe/observation.ts";
import { plural } from "../../text/plural.ts";
import { words, type SafeText } from "../../text/quote.ts";

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
  const { controls, unresolved = 0 } = facts;
  if (controls.some((control) => clears(control, end))) return undefined;
  if (controls.length === 0 && unresolved === 0) return undefined;
  const ends = new Set([wayOf(end)]);
  for (const endpoint of endpoints) {
    if (egressOf(endpoint, [facts]) !== undefined) ends.add(wayOf(earlyEnd(endpoint)));
  }
  ends.delete(undefined);
  // Without any control host, endpoints that fail in different ways are taken at their word: a network fails in one.
  return ends.has("heard") || (controls.length === 0 && ends.size > 1) ? undefined : { facts, end };
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

/** What cannot be reached, and how that was found out. */
export interface EgressWords {
  readonly what: SafeText;
  readonly why: SafeText;
}

/** Where nothing answered, neither an endpoint nor a control host. */
export function blockedWords(facts: EgressObservation): EgressWords {
  const what = whatCannot(facts);
  if (facts.noRoute) return { what, why: words`it has no route for IPv${facts.family}` };
  return { what, why: deadWords(facts.controls) };
}

/** Where it is unknown, with what would settle it; a network that greets for nobody is known, and needs none. */
export function doubtWords({ facts, end }: EgressDoubt): EgressWords & { readonly remedy?: SafeText } {
  const { controls, unresolved = 0 } = facts;
  const silent = controls.filter(
    ({ connect, greeting }) => greeting === "none" || connect.outcome === "reset",
  );
  if (wasAccepted(end) && silent.length > 0) {
    const why = words`connections are accepted, but ${plural(silent.length, "control host")} sent no greeting, either`;
    return { what: whatCannot(facts), why };
  }
  const address = facts.family === 6 ? words`IPv6 address` : words`address`;
  const unknown = words`no ${address} was found for ${plural(unresolved, "control host")}`;
  const why = controls.length > 0 ? deadWords(controls) : unknown;
  const what = words`It is unknown whether this machine can reach ${portWords(facts)}`;
  return { what, why: words`${END_WORDS[end]}, and ${why}`, remedy: toSettle(facts) };
}

/** A control host at another port, or without an address of the family, would say nothing of this one. */
function toSettle({ port, family }: EgressObservation): SafeText {
  const over = family === 6 ? words` over IPv6` : words``;
  return words`Set \`egress-control: HOST:${port}\` to a mail server elsewhere that is known to answer${over}, or make the control hosts resolvable. If this network is known to reach the port, \`egress-control: off\` says so, and the servers are judged.`;
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

function deadWords(controls: readonly Control[]): SafeText {
  const [first] = controls;
  const alike = controls.every(({ connect }) => connect.outcome === first?.connect.outcome);
  const how = alike ? outcomeWords(first?.connect.outcome) : words`did not answer`;
  return words`${plural(controls.length, "control host")} ${how}, too`;
}

function outcomeWords(outcome: ConnectStep["outcome"] | undefined): SafeText {
  if (outcome === "timeout") return words`timed out`;
  if (outcome === "refused") return words`refused`;
  return outcome === "reset" ? words`reset` : words`could not be reached`;
}
