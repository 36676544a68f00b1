/** Codes of the check `connect`: whether TCP reaches the server. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic, type NoDetails } from "./diagnostic.ts";

type Port = { readonly port: number };

const NEXT_HOST = words`senders try the next address or MX host, or keep the mail and try again`;

export const connectDiagnostics = {
  "connect-refused": diagnostic<Port>({
    check: "connect",
    ofAddress: true,
    severity: "error",
    message: ({ port }) =>
      words`The connection to port ${port} is refused: nothing listens there, or a firewall rejects it.`,
    remedy: words`Start the mail server, let it listen on this address, or take the address out of DNS.`,
    confirm: "tcp-connect",
    reference: "RFC 5321 4.5.4.1",
    senders: NEXT_HOST,
  }),
  "connect-timeout": diagnostic<{ readonly seconds: number; readonly comparison: SafeText }>({
    check: "connect",
    ofAddress: true,
    severity: "error",
    message: ({ seconds, comparison }) => words`Nothing answered within ${seconds} s${comparison}.`,
    remedy: words`Open the port in the firewall or security group for this address and family, or take the address out of DNS. If every server times out, check whether this machine can use the port at all.`,
    confirm: "tcp-connect",
    reference: "RFC 5321 4.5.4.1",
    senders: NEXT_HOST,
  }),
  "connect-unreachable": diagnostic<{ readonly code: SafeText }>({
    check: "connect",
    ofAddress: true,
    severity: "error",
    message: ({ code }) => words`The address cannot be reached (${code}).`,
    remedy: words`Check the server's network and the firewall on the way to it, or take the address out of DNS. EACCES and EPERM come from this machine's own firewall.`,
    confirm: "tcp-connect",
    reference: "RFC 1122 4.2.3.9",
    senders: NEXT_HOST,
  }),
  "connect-reset": diagnostic<Port>({
    check: "connect",
    ofAddress: true,
    severity: "error",
    message: ({ port }) => words`The connection to port ${port} was reset before it was established.`,
    remedy: words`Look for a firewall or connection limit that resets connections, and for a listener that is overloaded.`,
    confirm: "tcp-connect",
    reference: "RFC 5321 4.5.4.1",
    senders: NEXT_HOST,
  }),
  "connect-slow": diagnostic<{ readonly seconds: number }>({
    check: "connect",
    ofAddress: true,
    severity: "warning",
    message: ({ seconds }) => words`It took ${seconds} s to establish the connection.`,
    remedy: words`Look for packet loss on the way and for a listener whose queue is full.`,
    confirm: "tcp-connect",
    reference: "RFC 5321 4.5.3.2",
  }),
  "egress-blocked": diagnostic<{ readonly what: SafeText; readonly why: SafeText }>({
    check: "connect",
    severity: "inconclusive",
    message: ({ what, why }) => words`${what} (${why}). Nothing is claimed about the servers.`,
    remedy: words`Route through a host that can reach the port (proxy: socks5://127.0.0.1:1080 after ssh -fN -D 1080 you@server), run this job on a self-hosted runner, or test what needs DNS and HTTPS only (checks: mx, mta-sts, tls-rpt).`,
    confirm: "tcp-connect",
    reference: "RFC 5321 4.5.4.1",
  }),
  "proxy-failed": diagnostic<{ readonly reason: SafeText }>({
    check: "connect",
    severity: "inconclusive",
    message: ({ reason }) => words`The proxy did not make the connection: ${reason}.`,
    remedy: words`Correct the address and credentials of the proxy (setting proxy), or its rules for this port. Nothing is claimed about the servers.`,
    reference: "RFC 1928 6, RFC 9110 9.3.6",
  }),
  "egress-intercepted": diagnostic<{ readonly what: SafeText }>({
    check: "connect",
    severity: "inconclusive",
    message: ({ what }) => words`${what}: a firewall in between rewrites the SMTP dialog.`,
    remedy: words`Switch off SMTP inspection ("fixup smtp", "inspect esmtp") on the firewall between here and the server; it hides STARTTLS, too.`,
    confirm: "smtp-greeting",
    reference: "RFC 5321 4.3.1",
  }),
  "ipv6-unavailable": diagnostic<NoDetails>({
    check: "connect",
    severity: "notice",
    message: () => words`This machine has no IPv6, so IPv6 endpoints were not tested.`,
    remedy: words`Run it on a machine with IPv6, or set ip-family: 4 to say that IPv4 is all you want tested.`,
    confirm: "tcp-connect",
    reference: "RFC 5321 5.2",
  }),
  "local-limit": diagnostic<{ readonly code: SafeText }>({
    check: "connect",
    severity: "inconclusive",
    message: ({ code }) => words`This machine could not open another connection (${code}).`,
    remedy: words`If the limit of open files is reached (EMFILE), lower concurrency or raise the limit (ulimit -n). Otherwise check what this machine forbids.`,
  }),
  "not-probed": diagnostic<{ readonly reason: SafeText }>({
    check: "connect",
    severity: "inconclusive",
    message: ({ reason }) => words`Not tested: ${reason}.`,
    remedy: words`Raise deadline or test fewer domains in one run; after an interrupt, run again.`,
  }),
} as const;
