/**
 * The program's reports of the lab against the senders' logs, every difference in a line:
 *
 *     node test/mta/accuracy.ts --reports FOLDER
 *     node test/mta/senders/differences.ts FOLDER [LOGS]      keeps the senders' logs in the folder LOGS
 *
 * It needs root, for a network namespace of its own. Exit: 0, whatever it finds.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DomainReport } from "../../../src/judge/report.ts";
import { parseReport } from "../../../src/recorded/report.ts";
import { TRUTH } from "../truth.ts";
import { describeDelivery } from "./agreement.ts";
import { senderName } from "./attempt.ts";
import { endOf } from "./deliveries.ts";
import type { Delivery } from "./deliveries.ts";
import { askSenders } from "./oracle.ts";

/** What the reports of a folder say of each domain, by its name in DNS. */
function domainsIn(folder: string): Map<string, DomainReport> {
  const reports = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => parseReport(readFileSync(join(folder, file), "utf8"), file));
  return new Map(
    reports.flatMap(({ domains, observations }) =>
      domains.map((domain, index) => [observations.domains[index]?.name ?? domain.name, domain] as const),
    ),
  );
}

/** True where the sender gets through: to any endpoint by the MX records, or to so many one by one. */
function isAsReported(own: readonly Delivery[], accepting: number): boolean {
  const [byRecords, ...oneByOne] = own;
  const arrives = byRecords !== undefined && endOf(byRecords) === "sent";
  if (oneByOne.length === 0) return arrives === accepting > 0;
  const arrived = oneByOne.filter((each) => endOf(each) === "sent").length;
  // Hosts of a crowd share an address, which is tried once.
  return arrived === Math.min(accepting, oneByOne.length);
}

/**
 * Targets where the program's reach is not what both senders found.
 * @param domains what the program says, by name
 */
export function differences(
  domains: ReadonlyMap<string, DomainReport>,
  deliveries: readonly Delivery[],
): string[] {
  return TRUTH.flatMap(({ name }) => {
    const reach = domains.get(`${name}.test`)?.reach;
    const accepting = reach?.accepting ?? 0;
    const wrong = senderName.options.flatMap((sender) => {
      const own = deliveries.filter((each) => each.target === name && each.sender === sender);
      return isAsReported(own, accepting) ? [] : own.map((each) => `    ${describeDelivery(each)}`);
    });
    const said = `${name}.test: reported to arrive through ${String(accepting)} of ${String(reach?.endpoints ?? 0)}`;
    return wrong.length === 0 ? [] : [[said, ...wrong].join("\n")];
  });
}

if (import.meta.main) {
  const [reports, logs] = process.argv.slice(2);
  if (reports === undefined) throw new Error("Name the folder of the reports.");
  const domains = domainsIn(reports);
  const found = differences(domains, (await askSenders(logs)).deliveries);
  process.stdout.write(
    `${found.join("\n")}\n${String(found.length)} of ${String(TRUTH.length)} targets differ.\n`,
  );
}
