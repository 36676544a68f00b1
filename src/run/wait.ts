/** `wait`: after a deploy, what does not pass is looked at again until it does, or the time is over. */
import type { Settings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import {
  closesGate,
  placedChecks,
  type EndpointReport,
  type GateRules,
  type PlacedCheck,
  type Report,
} from "../judge/report.ts";
import { endpointKey } from "../observe/observation.ts";
import type { EarlierRound } from "../observe/observe.ts";
import { relayAnswered } from "../observe/smtp/relay.ts";

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

function mayChange({ server, endpoint, check }: PlacedCheck, { observations }: Report): boolean {
  if (check.findings.every(({ code }) => NOT_OF_THE_DEPLOY.has(code))) return false;
  if (check.check !== "relay" || server === undefined || endpoint === undefined) return true;
  // An answered relay test is not repeated in a run, so its verdict stays.
  const { address, port } = endpoint;
  return !Object.values(observations.endpoints).some(
    (observed) =>
      observed.host === server.host &&
      observed.address === address &&
      observed.port === port &&
      observed.connections.some(({ relay }) => relayAnswered(relay)),
  );
}

/** Keeps what passes: of the domains that are looked up again, the endpoints that are fine. */
function roundAfter(report: Report, open: readonly PlacedCheck[], started: number): EarlierRound {
  const { observations } = report;
  // The report quotes names; its domains stand in the order of the observations.
  const domainIsOpen = new Set(
    open.map(({ domain }) => observations.domains[report.domains.indexOf(domain)]?.name),
  );
  const placeOf = (host: string, { address, port }: Pick<EndpointReport, "address" | "port">): string =>
    endpointKey({ host, address, port });
  const endpointIsOpen = new Set(
    open.flatMap(({ server, endpoint }) =>
      server === undefined || endpoint === undefined ? [] : [placeOf(server.host, endpoint)],
    ),
  );
  return {
    observations,
    started,
    again: (name) => domainIsOpen.has(name),
    keeps: (key) => {
      const observed = observations.endpoints[key];
      return observed !== undefined && !endpointIsOpen.has(placeOf(observed.host, observed));
    },
  };
}
