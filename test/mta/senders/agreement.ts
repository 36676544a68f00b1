/** The senders' logs against the truth about arrival. */
import type { Row } from "../expectation.ts";
import { outcomeOf, senderName } from "./attempt.ts";
import { arrivalAt } from "./arrivals.ts";
import type { Arrival } from "./arrivals.ts";
import { endOf } from "./deliveries.ts";
import type { Delivery } from "./deliveries.ts";

/** True where what a sender's log says is what the truth says; senders may differ where it says so. */
export function agrees(delivery: Delivery, arrival: Arrival): boolean {
  const end = endOf(delivery);
  const [first] = delivery.tries;
  switch (arrival) {
    case "yes":
      return end === "sent";
    case "greylisted":
      return end === "sent" && first?.at !== undefined && outcomeOf(first) === "deferred";
    case "deferred":
      return end === "deferred";
    case "no":
      return end === "bounced";
    case "varies":
      return end !== undefined;
  }
}

/** One message in a line: which, and what its sender's log says of every try. */
export function describeDelivery({ target, endpoint, sender, tries }: Delivery): string {
  const said = tries.map(
    (each) =>
      `${outcomeOf(each)}${each.at === undefined ? "" : ` at ${each.at}`} (TLS ${each.encryption ?? "unknown"}): ${each.words}`,
  );
  const place = `${target}.test${endpoint === undefined ? "" : ` ${endpoint}`}`;
  return `${place}, ${sender}: ${said.join("; ") || "nothing"}`;
}

/** What of all deliveries to a target is not as the truth has it, each in a line. */
export function disagreements(row: Row, deliveries: readonly Delivery[]): string[] {
  const own = deliveries.filter(({ target }) => target === row.name);
  const silent = senderName.options.filter(
    (name) => !own.some(({ sender, endpoint }) => sender === name && endpoint === undefined),
  );
  return [
    ...silent.map((name) => `${row.name}.test, ${name}: was not asked to send by the MX records`),
    ...own.filter((each) => !agrees(each, arrivalAt(row, each.endpoint))).map(describeDelivery),
  ];
}
