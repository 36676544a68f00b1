/** What the senders are given to deliver: one message a domain by its MX records, and one to each endpoint. */
import type { LocatedDomain } from "../lab.ts";
import type { SenderName } from "./attempt.ts";

/** Where the senders are at home. */
export const SENDER_DOMAIN = "senders.test";

/** The name that both senders say in EHLO. */
export const SENDER_HOST = `mx.${SENDER_DOMAIN}`;

/** How a message finds its server: by the domain's MX records, or straight to one of its addresses. */
export type Route = "mx records" | { readonly endpoint: string; readonly address: string };

export interface Message {
  /** Part of its sender's address, by which the logs are read. */
  readonly id: string;
  /** Name of the target; the recipient is its postmaster. */
  readonly target: string;
  readonly route: Route;
}

/**
 * Address that a message comes from. Each sender has addresses of its own: a greylister must not take the second
 * sender's first try for the first sender's second one.
 */
export function addressOf(sender: SenderName, { id }: Message): string {
  return `${sender}+${id}@${SENDER_DOMAIN}`;
}

/** The message that such an address stands for, whatever the domain. */
export function idIn(address: string): string | undefined {
  return /^[a-z]+\+(\w+)@/.exec(address)?.[1];
}

export function recipientOf({ target }: Message): string {
  return `postmaster@${target}.test`;
}

/**
 * The messages for all targets. A sender chooses one endpoint among many, so each has a message of its own that
 * goes nowhere else; where there is only one, the message that follows the MX records reaches it.
 * @param keyOf name of an endpoint, as the truth about it says
 * @param leads whether the domain's records lead to its servers
 */
export function messagesFor(
  domains: readonly LocatedDomain[],
  keyOf: (domain: LocatedDomain, label: string, address: string) => string,
  leads: (domain: LocatedDomain) => boolean,
): Message[] {
  const routes = domains.flatMap((domain): Omit<Message, "id">[] => {
    const { name: target, servers } = domain;
    const all: Omit<Message, "id">[] = [{ target, route: "mx records" }];
    if (servers.length === 1 && leads(domain)) return all;
    for (const { label, stage } of servers) {
      const { address } = stage;
      all.push({ target, route: { endpoint: keyOf(domain, label, address), address } });
    }
    return all;
  });
  return routes.map((each, index) => ({ id: `m${String(index)}`, ...each }));
}

/** The commands of one message, as they are sent to whoever is to queue it. */
export function envelopeOf(sender: SenderName, message: Message): readonly [mail: string, rcpt: string] {
  return [`MAIL FROM:<${addressOf(sender, message)}>`, `RCPT TO:<${recipientOf(message)}>`];
}

/** Header and body, with the dot behind it. */
export function contentOf(sender: SenderName, message: Message): string {
  return [
    `From: <${addressOf(sender, message)}>`,
    `To: <${recipientOf(message)}>`,
    "Subject: Does this arrive?",
    `Message-Id: <${message.id}@${SENDER_HOST}>`,
    "",
    "A message of the lab.",
    ".",
    "",
  ].join("\r\n");
}
