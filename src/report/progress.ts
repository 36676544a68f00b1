/** How far a run is, in one line. */
import { grouped, plural } from "../text/plural.ts";
import type { ObserveProgress } from "../observe/observation.ts";
import { terminal } from "../text/escape.ts";
import { secondsWords } from "./sentences.ts";

/** Under so many seconds nobody wonders what an endpoint is doing. */
const LONG_SECONDS = 5;

/** Endpoints that are named one by one where there is room, and from when on. */
const SLOWEST = 3;
const SLOW_SECONDS = 2;

/** Before so many seconds and endpoints, nobody can say how fast a run is. */
const PACE_SECONDS = 10;
const PACE_ENDPOINTS = 10;

function countsOf(progress: ObserveProgress): string {
  const { domainsResolved, domains, endpointsDone, endpoints } = progress;
  const resolved =
    domainsResolved < domains ? `${grouped(domainsResolved)} of ${plural(domains, "domain")} resolved, ` : "";
  return `${resolved}${grouped(endpointsDone)} of ${plural(endpoints, "endpoint")} done${paceOf(progress)}`;
}

/** ` (12.5 a second, about 7 min left)`; domains that are not resolved yet are taken to have as many endpoints as others. */
function paceOf({
  domainsResolved,
  domains,
  endpointsDone,
  endpoints,
  seconds = 0,
}: ObserveProgress): string {
  if (seconds < PACE_SECONDS || endpointsDone < PACE_ENDPOINTS || domainsResolved === 0) return "";
  const rate = endpointsDone / seconds;
  const left = Math.max(0, (endpoints * domains) / domainsResolved - endpointsDone) / rate;
  return ` (${rate < 100 ? rate.toFixed(1) : grouped(Math.round(rate))} a second, about ${roughly(left)} left)`;
}

/** Seconds as far as a guess goes: `40 s`, `7 min`, `2.5 h`. */
function roughly(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  const minutes = seconds / 60;
  return minutes < 90 ? `${String(Math.round(minutes))} min` : `${(minutes / 60).toFixed(1)} h`;
}

/**
 * How far it is, for a place where lines are rewritten: the counts, then the slowest endpoints with their seconds.
 * `3 of 9 domains resolved, 12 of 40 endpoints done, 8 under way`
 */
export function progressBlock(progress: ObserveProgress): string[] {
  const { underWay } = progress;
  const under = underWay.length > 0 ? `, ${grouped(underWay.length)} under way` : "";
  const slowest = underWay.filter(({ seconds }) => seconds >= SLOW_SECONDS).slice(0, SLOWEST);
  return [
    countsOf(progress) + under,
    ...slowest.map(({ endpoint, seconds }) => `${secondsWords(seconds).padStart(12)}  ${terminal(endpoint)}`),
  ];
}

/** `3 of 9 domains resolved, 12 of 40 endpoints done; waiting for mx1.example.com [192.0.2.1]:25 (14.2 s)` */
export function progressLine(progress: ObserveProgress): string {
  const [slowest] = progress.underWay;
  const waiting =
    slowest === undefined || slowest.seconds < LONG_SECONDS
      ? ""
      : `; waiting for ${terminal(slowest.endpoint)} (${secondsWords(slowest.seconds)})`;
  return `${countsOf(progress)}${waiting}`;
}
