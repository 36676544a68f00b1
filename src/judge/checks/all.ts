/**
 * The checks in their order: the ONE list of them. Ids, columns, weights, what must be probed, the README's table and
 * the schemas derive from it, so that an id which no check implements is a type error.
 */
import type { ProbeScope } from "../../observe/observation.ts";
import { bannerCheck } from "./banner.ts";
import { certificateCheck } from "./certificate/certificate.ts";
import type { ProbeNeeds } from "./check.ts";
import { connectCheck } from "./connect.ts";
import { daneCheck } from "./dane/dane.ts";
import { deliveryCheck } from "./delivery.ts";
import { ehloCheck } from "./ehlo.ts";
import { mtaStsCheck } from "./mta-sts/mta-sts.ts";
import { mxCheck } from "./mx.ts";
import { relayCheck } from "./relay.ts";
import { starttlsCheck } from "./starttls.ts";
import { tlsRptCheck } from "./tls-rpt.ts";

export const CHECKS = [
  mxCheck,
  mtaStsCheck,
  tlsRptCheck,
  connectCheck,
  bannerCheck,
  ehloCheck,
  starttlsCheck,
  certificateCheck,
  relayCheck,
  deliveryCheck,
  daneCheck,
] as const;

export type CheckId = (typeof CHECKS)[number]["id"];
const [first, ...others] = CHECKS;
export const CHECK_IDS = [first.id, ...others.map(({ id }) => id)] as const;

export const DOMAIN_CHECKS = CHECKS.filter((check) => check.scope === "domain");
export const ENDPOINT_CHECKS = CHECKS.filter((check) => check.scope === "endpoint");

/** The ids of those that each endpoint has. */
export type EndpointCheckId = (typeof ENDPOINT_CHECKS)[number]["id"];

/** Those of some checks, by id, that judge endpoints; ids that are none, as an old report may have, count as none. */
export function endpointChecksOf(ids: Iterable<string>): (typeof ENDPOINT_CHECKS)[number][] {
  const asked = new Set(ids);
  return ENDPOINT_CHECKS.filter(({ id }) => asked.has(id));
}

/** Whether any of some checks judges endpoints. */
export function probesEndpoints(ids: readonly string[]): boolean {
  return ids.some((asked) => ENDPOINT_CHECKS.some(({ id }) => id === asked));
}

/** How far into the dialog each of its steps is. */
const DEPTH: Readonly<Record<ProbeScope["depth"], number>> = { connect: 0, banner: 1, ehlo: 2, starttls: 3 };

/** What must be probed for several checks together. */
export type CombinedNeeds = Pick<ProbeNeeds, "depth"> &
  Readonly<Record<Exclude<keyof ProbeNeeds, "depth">, boolean>>;

/** What must be probed for some checks, by id; undefined where DNS is enough. */
export function probeNeeds(ids: Iterable<string>): CombinedNeeds | undefined {
  const needs = endpointChecksOf(ids).map((check) => check.needs);
  if (needs.length === 0) return undefined;
  const any = (need: Exclude<keyof ProbeNeeds, "depth">): boolean =>
    needs.some((each) => each[need] === true);
  return {
    depth: needs
      .map(({ depth }) => depth)
      .reduce((deepest, each) => (DEPTH[each] > DEPTH[deepest] ? each : deepest)),
    relay: any("relay"),
    delivery: any("delivery"),
    floor: any("floor"),
    issuers: any("issuers"),
    dane: any("dane"),
  };
}
