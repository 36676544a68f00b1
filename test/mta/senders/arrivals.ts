/**
 * Whether mail to postmaster arrives at each target, from an ordinary sender with a host name and a mail domain:
 * written from the configuration of the servers, never from what a sender's log said.
 */
import type { Row } from "../expectation.ts";

/**
 * - `yes`: taken, be it in the clear after TLS failed, or after a refusal that is said once only.
 * - `greylisted`: deferred by the server at the first try, and taken later.
 * - `deferred`: at every try; a sender gives up after days.
 * - `no`: refused for good, and bounced at once.
 * - `varies`: senders differ, as is said beside it.
 */
export type Arrival = "yes" | "greylisted" | "deferred" | "no" | "varies";

/** By endpoint, and by the MX records. */
export type Arrivals = Readonly<Partial<Record<string, Arrival>>>;

/** Key of the message that follows the MX records. */
export const BY_RECORDS = "by records";

function all(arrival: Arrival, names: string): Record<string, Arrival> {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, arrival]),
  );
}

/** Targets where mail does not simply arrive by every way. */
const EXCEPTIONS: Readonly<Record<string, Arrival | Arrivals>> = {
  // There is no such domain, it has no server, or it says that it takes no mail.
  ...all("no", "nxdomain nodata null-mx null-preference mx-to-nothing mx-without-address mx-is-literal"),
  ...all("no", "space-in-name"),
  // Their own resolver is broken, the senders' is not: it knows that their MX host does not exist.
  ...all("no", "resolver-gone resolver-mute resolver-failing resolver-refusing resolver-nowhere"),
  // DNS does not answer, or not in a way that can be believed.
  ...all("deferred", "lame lost-zone dead-authority silent-authority refused-by-resolver silent-resolver"),
  ...all("deferred", "bogus bogus-host lame-host cname-loop twelve-aliases sixteen-aliases"),
  // RFC 7505 3 forbids it; Postfix sees the null MX, Exim the other one.
  "null-with-others": { [BY_RECORDS]: "varies" },
  // Postfix connects to the address, where nothing listens; Exim takes no address for a host.
  "mx-is-ip": "varies",
  "one-address-dead": { "mx/2": "deferred" },
  "v6-dead": { "mx/2": "deferred" },
  "v6-no-route": { "mx/2": "deferred" },
  "v6-only-no-route": "deferred",
  "shared-unserved": "no",
  "one-of-four": { mx2: "deferred" },

  ...all("deferred", "refused refused-by-icmp dropped host-unreachable admin-prohibited net-prohibited"),
  ...all("deferred", "own-prohibition full-backlog no-route accept-close accept-reset accept-silence"),

  // A refusal in place of the greeting: Postfix tries elsewhere and later (smtp_skip_5xx_greeting), Exim bounces.
  ...all("varies", "greets-554 greets-550-exim postscreen-dropped"),
  ...all("deferred", "greets-450 greets-421"),
  // One connection a minute, and there are two senders.
  "rate-limit": "varies",
  "postscreen-deep": "greylisted",
  "postscreen-blocked": "no",
  ...all("no", "no-hello helo-refused-exim"),
  ...all("deferred", "mail-450 mail-451 mail-421 starttls-421 ssh endless smtps"),
  ...all("deferred", "ehlo-garbage ehlo-silence ehlo-hang-up"),
  // How long a reply may be is for every sender to say.
  "ehlo-flood": "varies",
  // The real one defers behind the message; the dialog here goes no further than DATA.
  spamd: "varies",

  // No certificate, no mail: a 421 inside TLS, and none is taken in the clear.
  ...all("deferred", "client-cert client-cert-1-2"),
  // Without an answer to STARTTLS nobody goes on in the clear.
  ...all("deferred", "starttls-silence starttls-hang-up"),

  "auth-first": "no",
  "greylist-451": "deferred",
  ...all("no", "blocked-at-rcpt blocked-at-mail client-refused office-unknown"),
  "no-reverse": "deferred",
  "refused-at-data": "no",
  ...all("deferred", "hang-up-at-rcpt hang-up-at-mail rcpt-silence"),
  ...all("no", "not-served not-served-exim no-postmaster no-postmaster-exim"),
  "not-served-454": "deferred",
};

/** What becomes of mail to a target. @param endpoint its name; by the MX records where absent */
export function arrivalAt(row: Pick<Row, "name" | "arrives">, endpoint?: string): Arrival {
  const arrival = row.arrives ?? EXCEPTIONS[row.name] ?? "yes";
  return typeof arrival === "string" ? arrival : (arrival[endpoint ?? BY_RECORDS] ?? "yes");
}

/** Targets that stand in the table above. */
export const NAMED: readonly string[] = Object.keys(EXCEPTIONS);
