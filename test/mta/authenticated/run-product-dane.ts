/**
 * Runs inside a namespace: starts the bed with every target that is about DANE, lets the whole program test their domains,
 * and prints what came out as JSON; with `--keep FILE` it leaves the report in that file, and
 * with `--only NAMES` these targets alone are there.
 */
import { writeFileSync } from "node:fs";
import { checkWith } from "../gate.ts";
import { chosen, readLabWords } from "../lab-words.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import { renderJson } from "../../../src/report/json.ts";
import type { Check, DomainReport, EndpointReport } from "../../../src/judge/report.ts";
import { startBed } from "./bed.ts";
import { DANE_TARGETS, type JudgedDane } from "./product-dane.ts";
import type { Site } from "./site.ts";

/** A verdict and its codes, as labels have them. */
function outcomeOf(check: Check | undefined): string {
  if (check === undefined) return "no check";
  const codes = [...new Set(check.findings.map(({ code }) => code))].toSorted();
  return codes.length === 0 ? check.verdict : `${check.verdict}: ${codes.join(", ")}`;
}

/** Servers that no MX record leads to: other ports, and next hops that are named directly. */
function serversOf({ target, hosts, name }: Site): string[] {
  const named = target.nextHop === undefined ? [] : [`smtp://${name(target.nextHop)}:25`];
  const others = hosts.flatMap((host) =>
    host.servers
      .filter(({ port }) => port !== 25)
      .map(({ port }) => `${port === 465 ? "smtps" : "submission"}://${host.name}`),
  );
  return [...named, ...others];
}

const folder = settleIn();
const { keep, only } = readLabWords();
const bed = await startBed(folder, chosen(DANE_TARGETS, only));
const report = await checkWith({
  ...bed.settings,
  domains: bed.sites
    .filter(({ target }) => target.nextHop === undefined)
    .map(({ domain }) => domain)
    .join(","),
  servers: bed.sites.flatMap(serversOf).join(","),
  timeout: "8",
  retries: "0",
  "egress-control": "off",
  "tls-floor-test": "false",
  "relay-test": "off",
});
if (keep !== undefined) writeFileSync(keep, [...renderJson(report)].join(""));

/** Every endpoint of a host, whether its domain led there or it was named directly. */
function endpointsOf(host: string, domain: string): EndpointReport[] {
  const servers = report.domains
    .filter(({ rawName, kind }) => kind === "server" || rawName === domain)
    .flatMap((found) => found.servers);
  return servers.filter((server) => server.host === host).flatMap(({ endpoints }) => endpoints);
}

const daneOf = ({ checks }: EndpointReport): Check | undefined =>
  checks.find(({ check }) => check === "dane");

const judged = bed.sites.map((site): JudgedDane => {
  const { target, domain, hosts, name } = site;
  const found: DomainReport | undefined = report.domains.find(({ rawName }) => rawName === domain);
  const dane: Record<string, string> = {};
  const words: string[] = [];
  for (const key of new Set(Object.keys(target.label.dane ?? {}))) {
    const [host = "", number] = key.split("#");
    const all = endpointsOf(name(host), domain);
    const server =
      number === undefined ? undefined : hosts.find((each) => each.key === host)?.servers[Number(number) - 1];
    const endpoints = all.filter(
      ({ address, port }) => server === undefined || (server.address === address && server.port === port),
    );
    dane[key] = [...new Set(endpoints.map((each) => outcomeOf(daneOf(each))))].join(" | ");
    for (const { message, evidence } of endpoints.flatMap((each) => daneOf(each)?.findings ?? []))
      words.push(`${message} [${evidence ?? ""}]`);
  }
  const mx = found?.checks.find(({ check }) => check === "mx")?.findings.map(({ code }) => code) ?? [];
  return {
    name: target.name,
    dane,
    mx: mx.filter((code) => code.startsWith("dane-")),
    reach: found?.reachSummary ?? "",
    words: [...new Set(words)],
  };
});
leaveWith(JSON.stringify(judged, undefined, 1));
