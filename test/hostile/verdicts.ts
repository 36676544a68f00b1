/** A run over peers: its settings, and what it says of each in the words in which they expect it. */
import type { DomainReport } from "../../src/judge/report.ts";
import type { Peer, Said } from "./peer.ts";
import type { Whereabouts } from "./stage.ts";

/**
 * Settings of a run over peers: impatient, so that it is over soon, and yet with time for a machine that has other work:
 * who waits for a silent peer costs nobody anything.
 */
export function settingsFor(
  peers: readonly Peer[],
  { port, dnsServer }: Whereabouts,
): Record<string, string> {
  return {
    domains: peers.map(({ name }) => `${name}.test`).join(),
    port: String(port),
    "dns-server": dnsServer,
    "ca-file": "ca.pem",
    "allow-private-addresses": "true",
    "egress-control": "off",
    timeout: "8",
    "reply-timeout": "10",
    concurrency: "300",
  };
}

/** Verdict and codes of each check of a domain's one endpoint. */
export function saidOf(domain: DomainReport | undefined): Record<string, string> {
  const [server] = domain?.servers ?? [];
  const checks = server?.endpoints[0]?.checks ?? [];
  return Object.fromEntries(
    checks.map(({ check: id, verdict, findings }) => [
      id,
      [verdict, ...findings.map(({ code }) => code)].join(" "),
    ]),
  );
}

function isList(said: Peer["said"]): said is readonly [Said, ...Said[]] {
  return Array.isArray(said);
}

/** Everything that may be said of a peer. */
export function expectedOf({ said }: Peer): readonly Said[] {
  return isList(said) ? said : [said];
}
