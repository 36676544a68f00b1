/** The postmasters of the domains that share an endpoint: who is still to be asked for, over all its connections. */
import {
  MAX_POSTMASTERS,
  MAX_REFUSED_POSTMASTERS,
  POSTMASTERS_ALONE,
  POSTMASTERS_GROWTH,
  POSTMASTERS_TOGETHER,
} from "../bounds.ts";
import type { EndpointObservation } from "../observation.ts";

/**
 * How a connection was left on which postmasters were asked for.
 * - `broke-off`: the server hung up or sent no reply that could be read when it was asked for one of them.
 * - `unanswered`: the session ended otherwise before all were answered: at MAIL, with a 421, or with the run.
 * - `run-ended`: the run, or the time for one endpoint, ended before.
 */
export type OwnEnd = "answered" | "broke-off" | "unanswered" | "run-ended";

export class Postmasters {
  readonly #waiting: string[];
  #beyond: number;
  /** Refused for now, to be asked for again at a second look. */
  readonly #deferred: string[] = [];
  /** At whom a session ended: to be asked for once more, behind all others. */
  readonly #last: string[] = [];
  /** Asked for behind all others, or about to be. */
  readonly #askedLast = new Set<string>();
  /** At whom a session ended behind another recipient, which is no answer of its own. */
  readonly #unheard = new Set<string>();
  /** At whom a session ended then, too. */
  readonly #givenUp: string[] = [];
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
    return this.othersWait || (this.#last.length > 0 && !this.#seenEnough);
  }

  /** True while there are such for whom nobody has asked in vain. */
  get othersWait(): boolean {
    return this.#waiting.length > 0 && !this.#seenEnough;
  }

  /** True where any was refused with what may be over in a while. */
  get deferred(): boolean {
    return this.#deferred.length > 0;
  }

  /**
   * Domains that nobody will be asked for, and why; undefined where there are none.
   * @param left how the last session that asked for any was left: `unanswered` where that is no matter of a recipient, and
   *   nobody was answered for, so that it is everybody's who is left
   */
  notAsked(left: OwnEnd): NonNullable<EndpointObservation["postmasters"]>["notAsked"] {
    const unheard = this.#last.filter((domain) => this.#unheard.has(domain)).length;
    const waiting = left !== "unanswered" || this.#seenEnough ? this.#waiting.length : 0;
    const domains = this.#beyond + unheard + waiting;
    if (domains === 0) return undefined;
    if (this.#seenEnough) return { domains, because: "refusals" };
    return { domains, because: left === "broke-off" || left === "run-ended" ? left : "limit" };
  }

  /**
   * The domains to ask for next, in one write; those of one group share a transaction. The first few have one each: some
   * servers refuse the second recipient of the null sender for being the second. Where a server takes those, more and
   * more share one, because servers count RSET (Postfix: smtpd_junk_command_limit, Exim: smtp_accept_max_nonmail), and
   * hang up.
   */
  take(): string[][] {
    if (this.#waiting.length === 0) return this.#last.splice(0, 1).map((domain) => [domain]);
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

  /**
   * Told of the domain at which the session ended: all others are asked for first, and then it once more.
   * @param behindAnother recipient of the same transaction
   */
  endedAt(domain: string, behindAnother: boolean): void {
    if (behindAnother) this.#unheard.add(domain);
    else this.#unheard.delete(domain);
    (this.#askedLast.has(domain) ? this.#givenUp : this.#last).push(domain);
    this.#askedLast.add(domain);
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

  /** Brings those back that were refused for now, and those at whom a session ended. */
  lookAgain(): void {
    this.giveBack(this.#deferred.splice(0));
    this.#last.push(...this.#givenUp.splice(0));
  }

  get #seenEnough(): boolean {
    return this.#refused >= MAX_REFUSED_POSTMASTERS;
  }
}
