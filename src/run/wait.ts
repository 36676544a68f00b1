/** `wait`: after a deploy, what does not pass is looked at again until it does, or the time is over. */
import type { Settings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import { closesGate, placedChecks, type GateRules, type PlacedCheck, type Report } from "../judge/report.ts";
import type { EarlierRound } from "../observe/observe.ts";
import { egressOf, triedControls } from "../observe/egress-facts.ts";
import { relayAnswered, type EndpointObservation, type Observations } from "../observe/observation.ts";

/** Seconds before the second round, and between rounds at most: each pause is twice the one before. */
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 60;

/** Codes about this machine and its network: waiting for a deploy does not mend them. */
const NOT_OF_THE_DEPLOY: ReadonlySet<string> = new Set(["egress-blocked", "ipv6-unavailable", "local-limit"]);

export class WaitRounds {
  readonly #wait: number;
  readonly #deadline: number;
  readonly #host: Pick<Host, "clock" | "interrupt" | "note" | "started">;
  readonly #started: number;
  #pause = FIRST_PAUSE;

  /** `deadlineGiven`: the user has set the deadline; its default gives way to a given `wait`. */
  constructor(
    { wait, deadline }: Pick<Settings, "wait" | "deadline">,
    deadlineGiven: boolean,
    host: Pick<Host, "clock" | "interrupt" | "note" | "started">,
  ) {
    this.#wait = wait;
    this.#deadline = deadlineGiven ? deadline : deadline + wait;
    this.#host = host;
    this.#started = host.clock.monotonic();
  }

  /** Seconds until the deadline of the run. */
  secondsLeft(): number {
    return Math.max(0.001, this.#untilDeadline());
  }

  /** Waits, and says what the next round is to look at; undefined where there is none. */
  async nextRound(report: Report, rules: GateRules): Promise<EarlierRound | undefined> {
    const open = unsettled(report, rules);
    const left = Math.min(this.#wait - this.#elapsed(), this.#untilDeadline());
    if (open.length === 0 || left <= 0 || this.#host.interrupt.aborted) return undefined;
    const pause = Math.min(this.#pause, left);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    const names = new Set(open.map(({ domain }) => domain.name));
    const what = names.size === 1 ? `${[...names].join("")} does` : `${String(names.size)} domains do`;
    this.#host.note(
      `${what} not pass yet; the next look is in ${pause.toFixed(0)} s, the last within ${left.toFixed(0)} s.`,
    );
    await this.#host.clock.sleep(pause, this.#host.interrupt);
    if (this.#host.interrupt.aborted) return undefined;
    return roundAfter(report, open, this.#started);
  }

  /** The deadline counts from the start of the process: what a run reads before it probes takes time, too. */
  #untilDeadline(): number {
    return this.#deadline - (this.#host.clock.monotonic() - this.#host.started);
  }

  #elapsed(): number {
    return this.#host.clock.monotonic() - this.#started;
  }
}

/** Checks that keep the gate closed and may come right by themselves. */
function unsettled(report: Report, rules: GateRules): PlacedCheck[] {
  return [...placedChecks(report.domains)].filter(
    (placed) => closesGate(placed.check.verdict, rules) && mayChange(placed, report),
  );
}

function mayChange({ endpoint, check }: PlacedCheck, { observations }: Report): boolean {
  const observed = endpoint && observations.endpoints[endpoint.key];
  if (
    !check.findings.some(({ code }) => !NOT_OF_THE_DEPLOY.has(code) || isDoubt(code, observed, observations))
  )
    return false;
  // An answered relay test is not repeated in a run, so its verdict stays.
  return check.check !== "relay" || observed?.connections.some(({ relay }) => relayAnswered(relay)) !== true;
}

/** Where no control host could be tried, the server may as well be one that does not run yet. */
function isDoubt(code: string, observed: EndpointObservation | undefined, { egress }: Observations): boolean {
  if (code !== "egress-blocked" || observed === undefined) return false;
  const facts = egressOf(observed, egress);
  return facts !== undefined && !facts.noRoute && triedControls(facts).length === 0;
}

/** Keeps what passes: of the domains that are looked up again, the endpoints that are fine. */
function roundAfter(report: Report, open: readonly PlacedCheck[], started: number): EarlierRound {
  const { observations } = report;
  const domainIsOpen = new Set(open.map(({ domain }) => domain.rawName));
  const endpointIsOpen = new Set(open.map(({ endpoint }) => endpoint?.key));
  return {
    observations,
    started,
    again: (name) => domainIsOpen.has(name),
    keeps: (key) => Object.hasOwn(observations.endpoints, key) && !endpointIsOpen.has(key),
  };
}
