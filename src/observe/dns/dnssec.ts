/**
 * DNSSEC status of answers (RFC 4035 4.3), as the resolver tells it. Nothing is validated here: a resolver that says of the
 * root, or of `com`, that it validated is believed, and all others are not asked for an opinion.
 */
import type { DnsAnswer, DnssecControl, DnssecStatus, Resolver } from "../../dns/answer.ts";

/** Signed names that exist wherever the DNS of the Internet can be asked, and the forms of asking: in order. */
const CONTROL = [
  { name: ".", asksBy: "ad" },
  { name: "com", asksBy: "ad" },
  { name: ".", asksBy: "do" },
  { name: "com", asksBy: "do" },
] as const;

/** What is known of a resolver that cannot validate. */
const BLIND: DnssecControl = { validates: false, answers: [] };

const SETTLED: ReadonlySet<DnsAnswer["outcome"]> = new Set(["answer", "nodata", "nxdomain"]);

/** What an answer says of DNSSEC, given what is known of the resolver. */
export function dnssecStatusOf(answer: DnsAnswer, control: DnssecControl): DnssecStatus {
  if (!SETTLED.has(answer.outcome)) return isBogus(answer) ? "bogus" : "failed";
  // Several servers may be asked in turn: what another one says or leaves out is no word of the one that was tried.
  const tried = control.answers.find(isValidated)?.server;
  if (!control.validates || answer.server !== tried) return "unseen";
  return answer.authenticated ? "secure" : "insecure";
}

/** An error, an answer without validation, and an error again. */
function isBogus({ outcome, withCheckingDisabled }: DnsAnswer): boolean {
  return outcome === "servfail" && SETTLED.has(withCheckingDisabled as DnsAnswer["outcome"]);
}

function isValidated({ outcome, authenticated }: DnsAnswer): boolean {
  return outcome === "answer" && authenticated;
}

/**
 * The same resolver, whose answers tell their DNSSEC status. At the first question the control is asked beside it, all of
 * its questions at once, so that nobody waits longer for an answer than the resolver takes for these.
 */
export function withDnssec(resolver: Resolver): Resolver {
  let control: Promise<DnssecControl> | undefined;
  let found: DnssecControl | undefined;
  return {
    ...resolver,
    dnssec: () => found,
    async query(name, type, manner) {
      control ??= askControl(resolver).then((told) => (found = told));
      const asksBy = found?.asksBy ?? "ad";
      const first = await resolver.query(name, type, { ...manner, asksBy });
      const told = await control;
      // It was asked before it was known how to ask.
      const form = SETTLED.has(first.outcome) ? (told.asksBy ?? asksBy) : asksBy;
      const answer = form === asksBy ? first : await resolver.query(name, type, { ...manner, asksBy: form });
      return { ...answer, dnssec: dnssecStatusOf(answer, told) };
    },
  };
}

/** The same resolver, which cannot see DNSSEC: authoritative servers do not validate. */
export function withoutDnssec(resolver: Resolver): Resolver {
  return {
    ...resolver,
    dnssec: () => BLIND,
    async query(name, type, manner) {
      const answer = await resolver.query(name, type, manner);
      return { ...answer, dnssec: dnssecStatusOf(answer, BLIND) };
    },
  };
}

async function askControl(resolver: Resolver): Promise<DnssecControl> {
  const asked = CONTROL.map(({ name, asksBy }) => ({
    asksBy,
    answer: resolver.query(name, "NS", { once: true, asksBy }),
  }));
  const answers: DnsAnswer[] = [];
  for (const { asksBy, answer } of asked) {
    answers.push(await answer);
    if (answers.some(isValidated)) return { validates: true, asksBy, answers };
  }
  return { validates: false, answers };
}
