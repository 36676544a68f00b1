/** The postmasters of the domains that share an endpoint: who is still to be asked for, over all its connections. */
import {
  MAX_POSTMASTERS,
  MAX_REFUSED_POSTMASTERS,
  POSTMASTERS_ALONE,
  POSTMASTERS_GROWTH,
  POSTMASTERS_TOGETHER,
} from "../bounds.ts";

export class Postmasters {
  readonly #waiting: string[];
  #beyond: number;
  /** Refused for now, to be asked for again at a second look. */
  readonly #deferred: string[] = [];
  #asked = 0;
  #refused = 0;
  /** How many share the next transaction. */
  #together = 1;

  /** @param domains in the order in which their postmasters are asked for */
  constructor(domains: readonly string[]) {
    this.#waiting = domains.slice(0, MAX_POSTMASTERS);
    this.#beyond = domains.length - this.#waiting.length;
  }

  /** Adds domains that were not known at the start. */
  add(domains: readonly string[]): void {
    const room = Math.max(0, MAX_POSTMASTERS - this.#asked - this.#waiting.length);
    this.#waiting.push(...domains.slice(0, room));
    this.#beyond += Math.max(0, domains.length - room);
  }

  /** True while there is anyone to ask for. */
  get open(): boolean {
    return this.#waiting.length > 0 && !this.#seenEnough;
  }

  /** True where any was refused with what may be over in a while. */
  get deferred(): boolean {
    return this.#deferred.length > 0;
  }

  /**
   * Domains that nobody will be asked for, and why; undefined where there are none.
   * @param answered the server answered to the last: those that are left are too many, and not unanswered
   */
  notAsked(answered: boolean): { domains: number; because: "refusals" | "limit" } | undefined {
    const domains = this.#beyond + (answered || this.#seenEnough ? this.#waiting.length : 0);
    return domains === 0 ? undefined : { domains, because: this.#seenEnough ? "refusals" : "limit" };
  }

  /**
   * The domains to ask for next, in one write; those of one group share a transaction. The first few have one each: some
   * servers refuse the second recipient of the null sender for being the second. Where a server takes those, more and
   * more share one, because servers count RSET (Postfix: smtpd_junk_command_limit, Exim: smtp_accept_max_nonmail), and
   * hang up.
   */
  take(): string[][] {
    const alone = this.#asked < POSTMASTERS_ALONE;
    const count = alone ? POSTMASTERS_ALONE - this.#asked : this.#together;
    const group = this.#waiting.splice(0, count);
    this.#asked += group.length;
    return alone ? group.map((domain) => [domain]) : [group];
  }

  /** Puts back domains whose question was not answered, to be asked for first. */
  giveBack(domains: readonly string[]): void {
    this.#asked -= domains.length;
    this.#waiting.unshift(...domains);
  }

  /** Told of a group that was answered, and how many of it were accepted. */
  answered(group: readonly string[], accepted: number): void {
    this.#together =
      accepted === group.length ? Math.min(POSTMASTERS_TOGETHER, POSTMASTERS_GROWTH * group.length) : 1;
  }

  /** Counts a refusal that would meet the others, too. */
  countRefusal(): void {
    this.#refused++;
  }

  /** Keeps a domain for the second look. */
  defer(domain: string): void {
    this.#deferred.push(domain);
  }

  /** Brings those back that were refused for now. */
  lookAgain(): void {
    this.giveBack(this.#deferred.splice(0));
  }

  get #seenEnough(): boolean {
    return this.#refused >= MAX_REFUSED_POSTMASTERS;
  }
}
