/**
 * The page about DANE, MTA-STS and TLS reporting: every target of the bed, what has to come out, and what senders do.
 *
 *     node test/mta/authenticated/authenticated-page.ts --write docs/accuracy-authenticated.md
 *
 * It needs no bed: that the program and the oracles say what stands there is what the tests beside it hold.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { table } from "../matrix.ts";
import { MISTAKES } from "./mistakes.ts";
import { DANE_TARGETS } from "./product-dane.ts";
import { STS_TARGETS } from "./product-sts.ts";
import type { Label, Target } from "./target.ts";
import { COVERAGE_TARGETS } from "./targets-coverage.ts";
import { FETCH_TARGETS } from "./targets-fetch.ts";
import { FITNESS_TARGETS } from "./targets-fitness.ts";
import { GRAMMAR_TARGETS } from "./targets-grammar.ts";
import { HOST_TARGETS } from "./targets-hosts.ts";
import { NAME_TARGETS } from "./targets-names.ts";
import { SET_TARGETS } from "./targets-sets.ts";
import { STATUS_TARGETS } from "./targets-status.ts";
import { TEXT_TARGETS } from "./targets-texts.ts";
import { USAGE_TARGETS } from "./targets-usages.ts";
import { VALIDITY_TARGETS } from "./targets-validity.ts";
import { TARGETS } from "./targets.ts";

const TOPICS: readonly (readonly [title: string, targets: readonly Target[]])[] = [
  ["Forms of TLSA records", USAGE_TARGETS],
  ["Sets of TLSA records", SET_TARGETS],
  ["Names, dates and signatures of chains", VALIDITY_TARGETS],
  ["DNSSEC status", STATUS_TARGETS],
  ["Base domains, server names and next hops", NAME_TARGETS],
  ["Several hosts, addresses and ports; broken TLS", HOST_TARGETS],
  ["MX hosts that a policy covers", COVERAGE_TARGETS],
  ["Certificates that a policy asks for", FITNESS_TARGETS],
  ["Policies that cannot be had", FETCH_TARGETS],
  ["Policies that are written wrongly", GRAMMAR_TARGETS],
  ["Records of MTA-STS and TLS reporting", TEXT_TARGETS],
];

/** What has to come out, in a cell: `dane fail: dane-mismatch`. */
function outcomesOf({ dane = {}, mx, mtaSts, tlsRpt }: Label): string {
  const servers = Object.entries(dane);
  const same = new Set(servers.map(([, outcome]) => outcome)).size === 1;
  const ofHosts = same
    ? servers.slice(0, 1).map(([, outcome]) => `dane ${outcome}`)
    : servers.map(([host, outcome]) => `dane at ${host} ${outcome}`);
  return [
    ...ofHosts,
    ...(mx === undefined ? [] : [`mx ${mx}`]),
    ...(mtaSts === undefined ? [] : [`mta-sts ${mtaSts}`]),
    ...(tlsRpt === undefined ? [] : [`tls-rpt ${tlsRpt}`]),
  ].join("; ");
}

/** What senders do: with DANE, and with the policy enforced. */
function deliveryOf({ delivery, stsDelivery }: Label): string {
  return [
    ...(delivery === undefined ? [] : [`DANE: ${delivery}`]),
    ...(stsDelivery === undefined ? [] : [`MTA-STS: ${stsDelivery}`]),
  ].join("; ");
}

function differencesOf({ differs = {} }: Target): string {
  return Object.entries(differs)
    .map(([oracle, { says, because }]) => `${oracle} ${says}: ${because}`)
    .join(" ");
}

function rowOf(target: Target): string[] {
  const cells = [target.name, `${target.rule} (${target.see})`, outcomesOf(target.label)];
  return [...cells, deliveryOf(target.label), differencesOf(target)].map((cell) =>
    cell.replaceAll("|", "\\|"),
  );
}

/** The page, in Markdown as Prettier writes it. */
export function renderAuthenticatedPage(): Promise<string> {
  const differing = TARGETS.filter(({ differs }) => differs !== undefined).length;
  const page = [
    "# Accuracy: DANE, MTA-STS and TLS reporting",
    "Made by `node test/mta/authenticated/authenticated-page.ts --write docs/accuracy-authenticated.md`; not to be edited by hand. A test compares it with the targets.",
    `**${TARGETS.length} targets** in signed and unsigned zones (Knot DNS behind a validating Unbound), with Postfix, Exim, scripted servers that choose certificates by server name, and nginx for policies. What has to come out was written from the RFCs before any program was asked. \`.ci/run mta\` holds it twice: the whole program must say it (${DANE_TARGETS.length} targets in \`product-dane.test.ts\`, ${STS_TARGETS.length} in \`product-sts.test.ts\`), and so must the oracles (\`authenticated-oracles.test.ts\`): Postfix delivering with \`smtp_tls_security_level = dane\` and \`secure\`, Exim with \`hosts_try_dane\`, posttls-finger, \`openssl s_client -dane_tlsa_rrdata\`, unbound-host and curl. The DNSSEC status of every answer and the records that match are compared with unbound-host and openssl (\`product-facts.test.ts\`).`,
    `At ${differing} targets an oracle says something else, each time for the reason that the last column gives. A difference without a reason fails the test, and so does a reason without a difference.`,
    "## Mistakes of other programs",
    "Each has a target that shows it:",
    MISTAKES.map(
      (mistake) =>
        `- ${mistake} (${TARGETS.filter((each) => each.mistake === mistake)
          .map(({ name }) => `\`${name}\``)
          .join(", ")})`,
    ).join("\n"),
    ...TOPICS.flatMap(([title, targets]) => [
      `## ${title}`,
      table(
        ["target", "rule", "what has to come out", "what senders do", "oracles that differ"],
        targets.map(rowOf),
        "---",
      ),
    ]),
  ];
  return format(page.join("\n\n"), { parser: "markdown", printWidth: 110 });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { write: { type: "string" } } });
  const page = await renderAuthenticatedPage();
  if (values.write === undefined) process.stdout.write(page);
  else writeFileSync(values.write, page);
}
