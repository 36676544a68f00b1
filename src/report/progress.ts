/** How far a run is, in one line. */
import type { Host } from "../host.ts";
import { terminal } from "../text/escape.ts";
import { plural, secondsWords } from "./sentences.ts";

type Progress = Parameters<Host["progress"]>[0];

/** Under so many seconds nobody wonders what an endpoint is doing. */
const LONG_SECONDS = 5;

/** `3 of 9 domains resolved, 12 of 40 endpoints done; waiting for mx1.example.com [192.0.2.1]:25 (14.2 s)` */
export function progressLine({
  domainsResolved,
  domains,
  endpointsDone,
  endpoints,
  underWay,
}: Progress): string {
  const resolved =
    domainsResolved < domains ? `${domainsResolved} of ${plural(domains, "domain")} resolved, ` : "";
  const [slowest] = underWay;
  const waiting =
    slowest === undefined || slowest.seconds < LONG_SECONDS
      ? ""
      : `; waiting for ${terminal(slowest.endpoint)} (${secondsWords(slowest.seconds)})`;
  return `${resolved}${endpointsDone} of ${plural(endpoints, "endpoint")} done${waiting}`;
}
