/**
 * DNSSEC status of answers (RFC 4035 4.3), as the resolver tells it. Nothing is validated here: a resolver that says of the
 * root, or of `com`, that it validated is believed, and all others are not asked for an opinion.
 */
import type { DnsAnswer, DnssecControl, DnssecStatus, Resolver } from "../../dns/answer.ts";
import { MAX_NAME_SERVERS } from "../bounds.ts";

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
  // Several servers may be asked in turn: what one says or leaves out is no word of another.
  const tried = control.answers.some((each) => isValidated(each) && each.server === answer.server);
  if (!tried) return "unseen";
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
 * its questions at once, so that nobody waits longer for an answer than the resolver takes for these. Where answers come
 * from another of its servers, that one has a control of its own.
 */
export function withDnssec(resolver: Resolver): Resolver {
  const sight = new Sight(resolver);
  return {
    ...resolver,
    dnssec: () => sight.found,
    async query(name, type, manner) {
      const known = sight.look();
      const asksBy = sight.found?.asksBy ?? "ad";
      const first = await resolver.query(name, type, { ...manner, asksBy });
      // It may have been asked before it was known how to ask.
      const form = SETTLED.has(first.outcome) ? ((await known).asksBy ?? asksBy) : asksBy;
      const answer = form === asksBy ? first : await resolver.query(name, type, { ...manner, asksBy: form });
      return { ...answer, dnssec: dnssecStatusOf(answer, await sight.of(answer)) };
    },
  };
}

/** What is known of a resolver with one server or several. */
class Sight {
  readonly #resolver: Resolver;
  #first: Promise<DnssecControl> | undefined;
  /** Controls of further servers, by the server that an answer came from. */
  readonly #others = new Map<string | undefined, Promise<void>>();
  #found: DnssecControl | undefined;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  get found(): DnssecControl | undefined {
    return this.#found;
  }

  /** Asks the control where that was not done before. */
  look(): Promise<DnssecControl> {
    this.#first ??= askControl(this.#resolver).then((control) => (this.#found = control));
    return this.#first;
  }

  /** What is known of the server that gave an answer. */
  async of({ outcome, server }: DnsAnswer): Promise<DnssecControl> {
    const first = await this.look();
    const known = this.#found ?? first;
    const unknown = known.answers.every((answer) => answer.server !== server);
    if (known.validates && SETTLED.has(outcome) && unknown) await this.#lookAt(server);
    return this.#found ?? first;
  }

  async #lookAt(server: string | undefined): Promise<void> {
    if (!this.#others.has(server) && this.#others.size < MAX_NAME_SERVERS) {
      // The servers choose themselves who answers: most likely the one that did so just now.
      const looking = askControl(this.#resolver).then(({ answers }) => {
        if (this.#found !== undefined)
          this.#found = { ...this.#found, answers: [...this.#found.answers, ...answers] };
      });
      this.#others.set(server, looking);
    }
    await this.#others.get(server);
  }
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
