/** How far a run is, in one line. */
import { plural } from "../text/plural.ts";
import type { ObserveProgress } from "../observe/observation.ts";
import { terminal } from "../text/escape.ts";
import { secondsWords } from "./sentences.ts";

/** Under so many seconds nobody wonders what an endpoint is doing. */
const LONG_SECONDS = 5;

/** Endpoints that are named one by one where there is room, and from when on. */
const SLOWEST = 3;
const SLOW_SECONDS = 2;

function countsOf({ domainsResolved, domains, endpointsDone, endpoints }: ObserveProgress): string {
  const resolved =
    domainsResolved < domains ? `${domainsResolved} of ${plural(domains, "domain")} resolved, ` : "";
  return `${resolved}${endpointsDone} of ${plural(endpoints, "endpoint")} done`;
}

/**
 * How far it is, for a place where lines are rewritten: the counts, then the slowest endpoints with their seconds.
 * `3 of 9 domains resolved, 12 of 40 endpoints done, 8 under way`
 */
export function progressBlock(progress: ObserveProgress): string[] {
  const { underWay } = progress;
  const under = underWay.length > 0 ? `, ${underWay.length.toLocaleString("en")} under way` : "";
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
