/**
 * The truth about every domain of the lab under the default policy, with `allow-private-addresses` on. It is
 * written from the configuration of the servers and from the contract; never from what the program printed.
 * A check that is not named passes without findings. Each row is one target.
 *
 * Where the contract leaves room, the reading taken is said beside the row.
 */
import * as say from "./expectation.ts";
import type { DomainRow, Row } from "./expectation.ts";
import { DELIVERY } from "./truth-delivery.ts";

const {
  FOUND,
  GREYLISTED,
  NOT_TESTED,
  SKIP,
  domains,
  endsAt,
  fails,
  noTls,
  notes,
  numbered,
  servers,
  unclear,
  warns,
} = say;

const DNS = domains([
  ["nxdomain", "does not exist", fails("domain-not-found")],
  ["nodata", "exists with a TXT record alone", fails("mx-missing")],
  ["lame", "delegated to a name server that refuses it (Unbound: SERVFAIL)", fails("dns-servfail")],
  ["lost-zone", "its name server has lost the zone file and says SERVFAIL", fails("dns-servfail")],
  // Unbound goes on trying for longer than the 15 s that a question gets.
  ["dead-authority", "nothing listens at its name server", unclear("dns-timeout")],
  ["silent-authority", "packets to its name server vanish", unclear("dns-timeout")],
  ["refused-by-resolver", "the resolver refuses this one name", unclear("dns-refused")],
  ["silent-resolver", "the resolver drops questions for this one name", unclear("dns-timeout")],
  ["bogus", "signed, with a DS record at the parent that fits no key", fails("dnssec-bogus")],
  ["bogus-host", "its MX host is in the bogus zone", fails("dnssec-bogus")],
  ["lame-host", "its MX host is in the lame zone", fails("dns-servfail")],
  ["unsigned", "a zone without DNSSEC below a signed parent", FOUND, { mx: {} }],
  ["slow-authority", "its name server takes 1.2 s for an answer", FOUND, { mx: {} }],
  ["sixty", "60 MX hosts: the answer does not fit into a datagram", FOUND, numbered(60)],
  [
    "hundred-and-one",
    "101 MX hosts at one address",
    warns("mx-truncated", "mx-private-address"),
    numbered(100),
  ],
  ["null-mx", "a null MX", fails("mx-null")],
  [
    "null-with-others",
    "a null MX beside an ordinary one",
    fails("mx-null-with-others", "mx-private-address"),
    { mx: {} },
  ],
  ["null-preference", "a null MX with preference 10", fails("mx-null", "mx-null-preference")],
  ["implicit", "no MX, but an address", warns("mx-implicit", "mx-private-address"), { "@": {} }],
  [
    "mx-alias",
    "the MX host is a CNAME; the certificate names the alias, which is what senders compare",
    warns("mx-is-alias", "mx-private-address"),
    { mx: {} },
  ],
  ["domain-alias", "the domain itself is a CNAME of one with an MX (RFC 5321 5.1)", FOUND, { mx: {} }],
  // Unbound says SERVFAIL for a circle, so the circle itself is not to be seen.
  ["cname-loop", "the MX host is a CNAME that runs in a circle", fails("dns-servfail")],
  ["mx-to-nothing", "the MX host does not exist", fails("mx-host-not-found")],
  ["mx-without-address", "the MX host has a TXT record alone", fails("mx-no-address")],
  ["mx-is-ip", "the MX record names 127.0.0.9", fails("mx-is-address")],
  ["mx-is-literal", "the MX record names [192.0.2.1]", fails("mx-is-address")],
  [
    "underscore",
    "the MX host has an underscore in its name, and senders deliver to it",
    warns("mx-invalid-name", "mx-private-address"),
    { mx_1: {} },
  ],
  ["space-in-name", "the MX host has a space in its name", fails("mx-invalid-name")],
  [
    "one-to-nothing",
    "of two MX hosts one does not exist",
    fails("mx-host-not-found", "mx-private-address"),
    { mx1: {} },
  ],
  ["duplicate", "one host in two MX records", notes("mx-duplicate-host", "mx-private-address"), { mx: {} }],
  [
    "duplicate-case",
    "one host in two MX records, once in upper case",
    notes("mx-duplicate-host", "mx-private-address"),
    { mx: {} },
  ],
  ["mx-self", "the domain is its own MX host", FOUND, { "@": {} }],
  ["equal-preference", "two hosts of equal preference", FOUND, { mx1: {}, mx2: {} }],
  ["upper-case", "written in upper case wherever a name stands", FOUND, { mx: {} }],
  ["trailing-dot", "asked about with a dot behind it", FOUND, { mx: {} }],
  ["xn--bcher-kva", "asked about as bücher.test", FOUND, { mx: {} }],
  ["v6-only", "the host has an AAAA record alone", FOUND, { mx: {} }],
  ["dual-stack", "the host has an A and an AAAA record", FOUND, { mx: {}, "mx/2": {} }],
  [
    "one-address-dead",
    "of two addresses one refuses connections",
    FOUND,
    { mx: {}, "mx/2": endsAt("connect", fails("connect-refused")) },
  ],
  [
    "v6-dead",
    "over IPv4 it answers, over IPv6 packets vanish",
    FOUND,
    { mx: {}, "mx/2": endsAt("connect", fails("connect-timeout")) },
  ],
  [
    "v6-no-route",
    "an IPv6 address beside the IPv4 one, and no route to it from here",
    FOUND,
    { mx: {}, "mx/2": endsAt("connect", { verdict: "skip", codes: ["ipv6-unavailable"] }) },
  ],
  [
    "v6-only-no-route",
    "an IPv6 address alone, and no route to it from here",
    FOUND,
    { mx: endsAt("connect", unclear("ipv6-unavailable")) },
  ],
  // Senders get through over IPv4, so it is less than an error.
  [
    "aaaa-servfail",
    "its name server says SERVFAIL to AAAA questions; there is an A record",
    warns("dns-servfail", "mx-private-address"),
    { mx: {} },
  ],
  // Unbound makes SERVFAIL of all of them, or goes on trying.
  ...(["refused", "notimp", "formerr"] as const).map((code): DomainRow => [
    `aaaa-${code}`,
    `its name server says ${code.toUpperCase()} to AAAA questions; there is an A record`,
    warns("dns-servfail", "mx-private-address"),
    { mx: {} },
  ]),
  [
    "aaaa-silent",
    "its name server never answers AAAA questions; there is an A record",
    warns("dns-timeout", "mx-private-address"),
    { mx: {} },
  ],
  [
    "nine-aliases",
    "the MX host is the first of 9 aliases",
    warns("mx-is-alias", "mx-private-address"),
    { mx: {} },
  ],
  [
    "eleven-aliases",
    "the MX host is the first of 11 aliases",
    warns("mx-is-alias", "mx-private-address"),
    { mx: {} },
  ],
  // Unbound follows 11 and says SERVFAIL to what comes after them.
  ["twelve-aliases", "the MX host is the first of 12 aliases", fails("dns-servfail", "mx-is-alias")],
  ["sixteen-aliases", "the MX host is the first of 16 aliases", fails("dns-servfail", "mx-is-alias")],
  // The host is there, as its A record shows, and senders find it.
  [
    "aaaa-nxdomain",
    "its name server says NXDOMAIN to AAAA questions; there is an A record",
    FOUND,
    { mx: {} },
  ],
  ["shared-served", "one of two domains with the same MX host, which serves it", FOUND, { mx: {} }],
  [
    "shared-unserved",
    "the other one of the two, which the host does not serve",
    FOUND,
    { "mx.shared-served.test": { delivery: fails("domain-not-served") } },
  ],
  [
    "one-of-four",
    "four MX hosts, the second of which refuses connections",
    FOUND,
    { mx1: {}, mx2: endsAt("connect", fails("connect-refused")), mx3: {}, mx4: {} },
  ],
  ["public", "a public address", say.PASS, { mx: {} }, "public-only"],
  [
    "public-open",
    "an open relay at a public address",
    say.PASS,
    { mx: { relay: fails("relay-open") } },
    "public-only",
  ],
  [
    "private",
    "a private address, which is not to be probed",
    fails("mx-private-address"),
    { mx: endsAt("connect", SKIP) },
    "public-only",
  ],
  ["resolver-gone", "no resolver at all", unclear("dns-resolver-broken"), {}, "resolver-gone"],
  ["resolver-mute", "the resolver never answers", unclear("dns-resolver-broken"), {}, "resolver-silent"],
  [
    "resolver-failing",
    "the resolver says SERVFAIL to everything, the root included",
    unclear("dns-resolver-broken"),
    {},
    "resolver-failing",
  ],
  ["resolver-refusing", "the resolver refuses everything", unclear("dns-refused"), {}, "resolver-refusing"],
  [
    "resolver-nowhere",
    "the resolver says NXDOMAIN to everything, top-level domains included",
    unclear("dns-resolver-broken"),
    {},
    "resolver-empty",
  ],
  [
    "resolver-second",
    "the first resolver never answers, the second one does",
    FOUND,
    { mx: {} },
    "resolver-second",
  ],
]);

const TCP = servers("TCP", [
  ["refused", "nothing listens", endsAt("connect", fails("connect-refused"))],
  ["refused-by-icmp", "a firewall says port unreachable", endsAt("connect", fails("connect-refused"))],
  ["dropped", "a firewall drops packets", endsAt("connect", fails("connect-timeout"))],
  ["host-unreachable", "a router says host unreachable", endsAt("connect", fails("connect-unreachable"))],
  ["admin-prohibited", "a firewall says prohibited", endsAt("connect", fails("connect-unreachable"))],
  ["net-prohibited", "a router says network prohibited", endsAt("connect", fails("connect-unreachable"))],
  // This machine's own rule says nothing about the server, so nothing is claimed about it.
  ["own-prohibition", "this machine's routing forbids it", endsAt("connect", unclear("connect-unreachable"))],
  ["full-backlog", "the server accepts no more connections", endsAt("connect", fails("connect-timeout"))],
  [
    "lossy",
    "the first three packets are lost: 7 s until the connection is there",
    { connect: warns("connect-slow") },
  ],
  // That this machine has no route says nothing about the server.
  ["no-route", "no route to its address from here", endsAt("connect", unclear("connect-unreachable"))],
  ["accept-close", "accepts and closes", endsAt("banner", fails("banner-closed"))],
  // A reset right behind the handshake may come before connect() returns, and is a connect-reset then.
  ["accept-reset", "accepts and resets after 0.1 s", endsAt("banner", fails("banner-closed"))],
  ["accept-silence", "accepts and says nothing", endsAt("banner", fails("banner-timeout"))],
]);

const GREETING = servers("Greeting and EHLO", [
  ["sound-postfix", "a sound Postfix"],
  ["sound-exim", "a sound Exim (GnuTLS)"],
  ["greets-554", "554 in place of the greeting", endsAt("banner", unclear("banner-refused"))],
  ["greets-450", "450 in place of the greeting", endsAt("banner", unclear("banner-deferred"))],
  // 4xx in place of the greeting has a code of its own, which is nearer than session-deferred.
  ["greets-421", "421 in place of the greeting", endsAt("banner", unclear("banner-deferred"))],
  ["greets-550-exim", "550 in place of the greeting", endsAt("banner", unclear("banner-refused"))],
  ["greets-421-once", "421 to the first connection, then all is well"],
  ["rate-limit", "421 from the second connection of a minute on", { starttls: notes("tls-floor-unknown") }],
  ["delay-12", "greets after 12 s (Exim, delay in acl_smtp_connect)"],
  ["delay-35", "greets after 35 s (Exim)", { banner: warns("banner-slow") }],
  ["postscreen", "postscreen: 220- at once, 220 after 6 s, and who speaks earlier is turned away"],
  [
    "postscreen-deep",
    "postscreen with its tests inside the dialog: 450 4.3.2 to a new client's RCPT",
    GREYLISTED,
  ],
  ["postscreen-blocked", "postscreen, client on a block list, refused for it at RCPT", NOT_TESTED],
  [
    "postscreen-dropped",
    "postscreen, client on a block list: 220- and then 521",
    endsAt("banner", unclear("banner-refused")),
  ],
  ["multi-line", "a greeting of three lines"],
  ["no-host-name", "220 ESMTP", { banner: warns("banner-no-hostname") }],
  ["bare-greeting", "220 and nothing behind it", { banner: warns("banner-no-hostname") }],
  ["localhost", "220 localhost ESMTP", { banner: warns("banner-no-hostname") }],
  ["literal", "220 [192.0.2.25] ESMTP"],
  // Without EHLO there is no STARTTLS to be had.
  [
    "helo-only",
    "502 to EHLO, 250 to HELO",
    { ehlo: warns("ehlo-helo-only"), ...noTls(fails("starttls-not-offered")) },
  ],
  ["no-hello", "502 to EHLO and HELO", endsAt("ehlo", fails("ehlo-refused"))],
  ["helo-refused", "refuses the EHLO name at EHLO", endsAt("ehlo", unclear("ehlo-client-refused"))],
  ["helo-refused-exim", "550 to EHLO", endsAt("ehlo", unclear("ehlo-client-refused"))],
  ["helo-refused-late", "refuses the EHLO name at RCPT (504)", NOT_TESTED],
  // The second sender, postmaster@ the EHLO name, is taken, and then the foreign recipient is refused.
  ["sender-refused", "refuses the null sender at MAIL", { delivery: warns("null-sender-refused") }],
  // The question is put once more with the second sender, and then the foreign recipient is refused.
  ["sender-refused-late", "refuses the null sender at RCPT", { delivery: warns("null-sender-refused") }],
  ["tarpit", "4 s for EHLO, MAIL and RCPT each"],
  ["tarpit-exim", "4 s for EHLO, MAIL and RCPT each"],
  ["lower-case", "EHLO keywords in lower case"],
  ["bytewise", "every octet in a packet of its own"],
  ["starttls-last", "STARTTLS is the last line of EHLO: `250 STARTTLS`"],
  // A bare 550 does not say why: refused, but not as relaying.
  ["bare-codes", "reply codes without text", { relay: notes("relay-rejected-otherwise") }],
  ["lf-only", "lines end with LF alone in the clear"],
  [
    "spamd",
    "OpenBSD spamd's dialog: a slow greeting, 250 to the first RCPT, no STARTTLS",
    {
      banner: unclear("greylister-in-front"),
      starttls: unclear("greylister-in-front"),
      certificate: unclear("greylister-in-front"),
      relay: unclear("greylister-in-front"),
      delivery: unclear("greylister-in-front"),
    },
  ],
  // Nothing that comes through such a box is known to be the server's own, so nothing is claimed about it.
  [
    "masked",
    "a firewall masks greeting and STARTTLS with asterisks and X",
    endsAt("connect", unclear("egress-intercepted")),
  ],
  ["auth-in-clear", "AUTH PLAIN LOGIN before TLS", { ehlo: warns("ehlo-auth-in-clear") }],
  ["ehlo-421", "421 to EHLO", endsAt("ehlo", unclear("session-deferred"))],
  ["mail-450", "450 to MAIL: the sender is refused for now", NOT_TESTED],
  [
    "mail-451",
    "451 4.3.2 to MAIL, without a reason",
    { relay: warns("relay-deferred"), delivery: fails("delivery-failing") },
  ],
  ["quit-silence", "no answer to QUIT"],
  [
    "mail-421",
    "421 to MAIL, inside TLS",
    { relay: unclear("session-deferred"), delivery: unclear("session-deferred") },
  ],
  ["starttls-421", "421 to STARTTLS", endsAt("starttls", unclear("session-deferred"))],
  ["ssh", "an SSH server on port 25", endsAt("banner", fails("banner-malformed"))],
  ["endless", "a greeting without end", endsAt("banner", fails("banner-too-long"))],
  ["smtps", "TLS from the first byte, as on port 465", endsAt("banner", fails("banner-timeout"))],
  ["ehlo-garbage", "garbage to EHLO", endsAt("ehlo", fails("ehlo-malformed"))],
  ["ehlo-silence", "nothing to EHLO", endsAt("ehlo", fails("ehlo-timeout"))],
  ["ehlo-hang-up", "hangs up at EHLO", endsAt("ehlo", fails("ehlo-closed"))],
  ["ehlo-flood", "an EHLO reply of 300 lines", endsAt("ehlo", fails("session-limit"))],
  ["odd-lines", "an EHLO reply with empty and strange lines"],
]);

/** With `max-banner-seconds: 5`. */
const IMPATIENT = servers(
  "Greeting and EHLO",
  [["delay-8", "greets after 8 s, where the policy allows 5", { banner: warns("banner-slow") }]],
  "impatient",
);

const NO_CLIENT_CERTIFICATE = { ehlo: unclear("session-deferred"), relay: SKIP, delivery: SKIP };

const TLS = servers("TLS", [
  ["tls-1-0", "TLS 1.0 only", { starttls: fails("tls-version-too-low", "tls-no-1.3") }],
  ["tls-1-1", "TLS 1.1 only", { starttls: fails("tls-version-too-low", "tls-no-1.3") }],
  ["tls-1-2", "TLS 1.2 only", { starttls: notes("tls-no-1.3") }],
  ["tls-1-3", "TLS 1.3 only"],
  ["tls-1-0-to-1-2", "TLS 1.0 to 1.2", { starttls: warns("tls-legacy-accepted", "tls-no-1.3") }],
  // Without forward secrecy, and in CBC mode: old, but none of what the contract calls weak.
  ["rsa-key-exchange", "AES256-SHA with RSA key exchange only", { starttls: notes("tls-no-1.3") }],
  ["tls-1-0-to-1-3", "TLS 1.0 to 1.3", { starttls: warns("tls-legacy-accepted") }],
  ["tls-1-2-exim", "TLS 1.2 only", { starttls: notes("tls-no-1.3") }],
  ["tls-1-3-exim", "TLS 1.3 only"],
  ["tls-1-0-to-1-3-exim", "TLS 1.0 to 1.3", { starttls: warns("tls-legacy-accepted") }],
  ["key-mismatch", "key and certificate do not match: 454", noTls(fails("starttls-refused"))],
  ["key-mismatch-exim", "key and certificate do not match: 454", noTls(fails("starttls-refused"))],
  ["no-certificate", "the certificate's file is missing: 454", noTls(fails("starttls-refused"))],
  ["starttls-502", "announced, and answered with 502", noTls(fails("starttls-refused"))],
  ["now-and-then", "454 to one STARTTLS in five", { starttls: notes("starttls-flaky") }],
  ["starttls-454-once", "454 on the first connection", { starttls: notes("starttls-flaky") }],
  [
    "anonymous",
    "anonymous ciphers only (smtpd_tls_cert_file = none)",
    { starttls: warns("tls-weak-cipher", "tls-no-1.3"), certificate: fails("cert-untrusted") },
  ],
  ["null-cipher", "ciphers without encryption only", { starttls: warns("tls-weak-cipher", "tls-no-1.3") }],
  // No client can speak it any more: OpenSSL builds come without 3DES.
  ["triple-des", "3DES only", noTls(fails("tls-handshake-failed"))],
  // Postfix takes everybody's handshake and says 421 to the next command of who has shown no certificate: a 421
  // is never more than that, and what was seen before it stands.
  ["client-cert", "demands a client certificate (smtpd_tls_req_ccert)", NO_CLIENT_CERTIFICATE],
  ["client-cert-1-2", "the same under TLS 1.2", { ...NO_CLIENT_CERTIFICATE, starttls: notes("tls-no-1.3") }],
  // Exim ends the handshake with an alert. Under TLS 1.3 its own certificate was seen before.
  ["client-cert-exim", "demands a client certificate", { starttls: fails("tls-handshake-failed") }],
  ["client-cert-1-2-exim", "the same under TLS 1.2", noTls(fails("tls-handshake-failed"))],
  ["tls-required", "refuses MAIL in the clear"],
  ["tls-required-exim", "refuses MAIL in the clear"],
  ["large-hello-reset", "a box resets at a large ClientHello", { starttls: notes("tls-large-hello") }],
  ["large-hello-dropped", "a box drops a large ClientHello", { starttls: notes("tls-large-hello") }],
  ["flaky", "a box that resets the first handshake only", { starttls: notes("starttls-flaky") }],
  // The handshake was done, and the server went away afterwards: no fault of TLS. Senders go on in the clear.
  ["hang-up-in-tls", "hangs up at EHLO inside TLS", { ehlo: fails("ehlo-closed") }],
  // What breaks STARTTLS must not hide what the server does in the clear.
  // Neither Postfix nor Exim goes on in the clear after that.
  ["starttls-silence", "no answer to STARTTLS", { ...noTls(fails("tls-timeout")), delivery: SKIP }],
  [
    "starttls-hang-up",
    "hangs up at STARTTLS; an open relay in the clear",
    { ...noTls(fails("session-closed")), relay: fails("relay-open-to-us"), delivery: SKIP },
  ],
  ["sni", "the right certificate for who asks for the host, a self-signed one for others"],
  ["sni-exim", "the right certificate for who asks for the host, a self-signed one for others"],
  [
    "sni-wrong",
    "a wrong certificate for who asks for the host",
    { certificate: fails("cert-name-mismatch") },
  ],
  ["handshake-close", "hangs up behind the 220 to STARTTLS", noTls(fails("tls-handshake-failed"))],
  ["handshake-reset", "resets in the handshake", noTls(fails("tls-handshake-failed"))],
  ["handshake-garbage", "garbage in place of the handshake", noTls(fails("tls-handshake-failed"))],
  ["handshake-plaintext", "an SMTP reply in place of the handshake", noTls(fails("tls-handshake-failed"))],
  ["handshake-silence", "nothing in place of the handshake", noTls(fails("tls-timeout"))],
  ["extra-data", "bytes in the clear behind the 220 to STARTTLS", { starttls: fails("starttls-extra-data") }],
  ["hidden", "a box masks STARTTLS in the EHLO reply", endsAt("connect", unclear("egress-intercepted"))],
  ["no-tls", "no STARTTLS", noTls(fails("starttls-not-offered"))],
  ["no-tls-exim", "no STARTTLS", noTls(fails("starttls-not-offered"))],
  // OpenSMTPD refuses foreign recipients as `550 Invalid recipient`, as it does unknown ones.
  [
    "no-tls-opensmtpd",
    "no STARTTLS",
    { ...noTls(fails("starttls-not-offered")), relay: notes("relay-rejected-otherwise") },
  ],
  // Debian 12 builds OpenSMTPD against an OpenSSL that its separated keys do not work with.
  [
    "broken-opensmtpd",
    "TLS that breaks with an alert (internal error)",
    { ...noTls(fails("tls-handshake-failed")), relay: notes("relay-rejected-otherwise") },
  ],
]);

const CERTIFICATES = servers("Certificates", [
  ["expired", "ended 3 days ago", { certificate: fails("cert-expired") }],
  ["expired-exim", "ended 3 days ago", { certificate: fails("cert-expired") }],
  ["not-yet-valid", "begins in 2 days", { certificate: fails("cert-not-yet-valid") }],
  // 90 days: under 14 it fails, under 22.5 (a quarter) it warns.
  ["days-5", "90 days, 5 of them left", { certificate: fails("cert-expiring") }],
  ["days-20", "90 days, 20 of them left", { certificate: warns("cert-expiring-soon") }],
  ["days-29", "90 days, 29 of them left: certbot renews at 30"],
  // 160 hours: warns under 40 hours, fails under 26.7.
  ["six-days-0", "160 hours, just issued"],
  ["six-days-1", "160 hours, a day old"],
  ["six-days-2", "160 hours, 2 days old"],
  ["six-days-3", "160 hours, 3 days old"],
  ["six-days-4", "160 hours, 4 days old"],
  ["six-days-5", "160 hours, 30 hours left", { certificate: warns("cert-expiring-soon") }],
  ["six-days-6", "160 hours, 20 hours left", { certificate: fails("cert-expiring") }],
  // 45 days: warns under 11.25, fails under 7.5.
  ["days-45-0", "45 days, just issued"],
  ["days-45-15", "45 days, 15 days old"],
  ["days-45-33", "45 days, 12 days left"],
  ["days-45-35", "45 days, 10 days left", { certificate: warns("cert-expiring-soon") }],
  ["wrong-name", "names another host", { certificate: fails("cert-name-mismatch") }],
  ["wildcard", "*.wildcard.test for mx.wildcard.test"],
  ["wildcard-deep", "*.test for mx.wildcard-deep.test", { certificate: fails("cert-name-mismatch") }],
  ["upper-case-san", "its name in upper case"],
  ["ip-only", "names the IP address alone", { certificate: fails("cert-name-mismatch") }],
  ["common-name", "the name in the CN alone", { certificate: warns("cert-common-name-only") }],
  ["domain-name", "names the domain, not the host", { certificate: fails("cert-name-mismatch") }],
  ["self-signed", "signed by itself", { certificate: fails("cert-self-signed") }],
  ["self-signed-exim", "signed by itself", { certificate: fails("cert-self-signed") }],
  ["unknown-root", "private root, chain served whole", { certificate: fails("cert-untrusted") }],
  ["private-root-direct", "signed by a private root, root served", { certificate: fails("cert-untrusted") }],
  ["private-root-hidden", "signed by a private root, leaf alone", { certificate: fails("cert-untrusted") }],
  ["no-intermediate", "leaf alone", { certificate: fails("cert-incomplete-chain") }],
  ["no-intermediate-exim", "leaf alone", { certificate: fails("cert-incomplete-chain") }],
  ["wrong-intermediate", "with another intermediate", { certificate: fails("cert-incomplete-chain") }],
  // An issuer whose name says root, and which is none: only its certificate tells, at the caIssuers name.
  [
    "names-issuer",
    "leaf alone, its intermediate (called a root) is at its caIssuers name",
    { certificate: fails("cert-incomplete-chain") },
  ],
  [
    "names-issuer-exim",
    "leaf alone, its intermediate (called a root) is at its caIssuers name",
    { certificate: fails("cert-incomplete-chain") },
  ],
  [
    "names-two-issuers",
    "leaf alone, two intermediates, each at the caIssuers name of the one below",
    { certificate: fails("cert-incomplete-chain") },
  ],
  [
    "names-issuer-of-wrong",
    "with another intermediate, its own (called a root) is at its caIssuers name",
    { certificate: fails("cert-incomplete-chain") },
  ],
  // The name of this root does not say so: its certificate does.
  [
    "names-private-root",
    "leaf alone, a private root (not called one) is at its caIssuers name",
    { certificate: fails("cert-untrusted") },
  ],
  [
    "served-names-private-root",
    "with its intermediate, whose private root is at its caIssuers name",
    { certificate: fails("cert-untrusted") },
  ],
  // What the name does not give changes nothing: a leaf that came alone.
  [
    "names-missing-file",
    "leaf alone, nothing is at its caIssuers name (404)",
    { certificate: fails("cert-incomplete-chain") },
  ],
  [
    "names-other-issuer",
    "leaf alone, another certificate is at its caIssuers name",
    { certificate: fails("cert-incomplete-chain") },
  ],
  ["expired-intermediate", "intermediate ended 2 days ago", { certificate: fails("cert-chain-expired") }],
  ["ending-intermediate", "intermediate ends in 20 days", { certificate: warns("cert-chain-expiring") }],
  ["wrong-order", "leaf, root, intermediate"],
  ["surplus", "with a certificate that is not needed", { certificate: notes("cert-chain-surplus") }],
  ["surplus-expired", "with an expired one that is not needed", { certificate: notes("cert-chain-surplus") }],
  ["sha1-root", "with a root that is signed by itself with SHA-1"],
  ["rsa-1024", "RSA with 1024 bits", { certificate: fails("cert-weak-key") }],
  ["sha1-leaf", "signed with SHA-1", { certificate: fails("cert-weak-signature") }],
  ["client-usage", "for client authentication alone", { certificate: fails("cert-wrong-usage") }],
  ["ed25519", "an Ed25519 key"],
  ["p-384", "a P-384 key"],
  ["far-future", "valid until beyond 2050"],
  ["no-usage", "without extended key usage"],
  ["empty-subject", "without subject, its name as SAN"],
  ["partial-wildcard", "m*.partial-wildcard.test", { certificate: fails("cert-name-mismatch") }],
  // A CN counts only where there is no dNSName, and there is none.
  [
    "ip-and-common-name",
    "the IP address as SAN, the name in the CN",
    { certificate: warns("cert-common-name-only") },
  ],
  ["weak-intermediate", "intermediate with RSA 1024 bits", { certificate: fails("cert-weak-key") }],
  ["sha1-intermediate", "intermediate signed with SHA-1", { certificate: fails("cert-weak-signature") }],
  ["issued-by-leaf", "signed by a certificate that is not a CA", { certificate: fails("cert-untrusted") }],
  ["too-long-path", "signed by a CA below one that may have none", { certificate: fails("cert-untrusted") }],
  [
    "expired-twin",
    "with the intermediate and an expired one of the same key",
    { certificate: notes("cert-chain-surplus") },
  ],
  [
    "expired-twin-alone",
    "with the expired one of the two alone",
    { certificate: fails("cert-chain-expired") },
  ],
  ["rsa-2048", "an RSA key with 2048 bits"],
  [
    "three-faults",
    "expired, another name, signed by itself",
    { certificate: fails("cert-expired", "cert-name-mismatch", "cert-self-signed") },
  ],
  [
    "four-faults",
    "expired, RSA with 1024 bits, SHA-1, for clients",
    { certificate: fails("cert-expired", "cert-weak-key", "cert-weak-signature", "cert-wrong-usage") },
  ],
]);

const RELAY = servers("Relay", [
  ["closed-454", "454 4.7.1 Relay access denied (defer_unauth_destination)"],
  ["closed-530", "530 5.7.0 Authentication required, to foreign recipients"],
  ["closed-553", "553 5.7.1 relaying denied"],
  ["closed-qmail", "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ["closed-exchange", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"],
  ["closed-office", "550 5.7.64 TenantAttribution; Relay Access Denied"],
  ["closed-sendmail", "550 5.7.1 Relaying denied. Proper authentication required."],
  ["auth-first", "530 5.7.0 Authentication required, at MAIL", { delivery: fails("login-required") }],
  // postgrey asks to defer what would be accepted in the end (DEFER_IF_PERMIT), so the refusal wins.
  ["postgrey", "postgrey in front of the relay check"],
  ["postgrey-behind", "postgrey behind the relay check"],
  // What would be open later is not accepted now, and that is all there is to see.
  ["postgrey-open", "an open relay with postgrey: 450 4.2.0 Greylisted", { relay: GREYLISTED.relay }],
  ["greylist-451", "451 Greylisted, please try again later", GREYLISTED],
  ["greylist-milter", "451 4.7.1 Greylisting in action", { relay: GREYLISTED.relay }],
  ["blocked-at-rcpt", "client on a block list, refused for it at RCPT", NOT_TESTED],
  ["blocked-at-mail", "client on a block list, refused for it at MAIL", NOT_TESTED],
  ["client-refused", "554 5.7.1 Client host rejected, at RCPT", NOT_TESTED],
  ["rcpt-421", "421 to RCPT of a stranger", { relay: unclear("session-deferred") }],
  ["prohibited", "550 Administrative prohibition", { relay: notes("relay-rejected-otherwise") }],
  [
    "office-unknown",
    "refuses relaying, and its own postmaster as 550 5.4.1 Access denied",
    { delivery: notes("postmaster-refused") },
  ],
  ["no-reverse", "450 4.7.25 client without host name", NOT_TESTED],
  ["null-recipient", "556 5.1.10: example.com takes no mail", { relay: warns("relay-not-tested") }],
  ["unknown-recipient", "450 4.1.2 Domain not found", { relay: warns("relay-not-tested") }],
  ["open", "mynetworks = 0.0.0.0/0", { relay: fails("relay-open-to-us") }],
  ["open-exim", "accepts every recipient", { relay: fails("relay-open-to-us") }],
  [
    "open-opensmtpd",
    "match from any for any, without TLS",
    { ...noTls(fails("starttls-not-offered")), relay: fails("relay-open-to-us") },
  ],
  [
    "open-broken-opensmtpd",
    "the same, and TLS breaks",
    { ...noTls(fails("tls-handshake-failed")), relay: fails("relay-open-to-us") },
  ],
  ["open-in-tls", "relays inside TLS only", { relay: fails("relay-open-to-us") }],
  ["open-in-tls-exim", "relays inside TLS only", { relay: fails("relay-open-to-us") }],
  // What follows is closed to the null sender and the plain form, which is all that the basic test tries.
  ["open-to-local", "relays for senders of its own domain"],
  ["open-to-percent", "relays user%foreign@own"],
  ["refused-at-data", "takes every recipient and refuses at DATA", { relay: fails("relay-open-to-us") }],
  ["error-limit", "421 after the first error: the foreign recipient's refusal came before"],
  [
    "hang-up-at-rcpt",
    "hangs up at the first RCPT",
    { relay: fails("session-closed"), delivery: fails("session-closed") },
  ],
  ["hang-up-at-stranger", "hangs up at a foreign recipient only", { relay: warns("relay-not-tested") }],
  ["silent-to-stranger", "answers RCPT for its own domain only", { relay: warns("relay-not-tested") }],
  [
    "hang-up-at-mail",
    "hangs up at MAIL",
    { relay: fails("session-closed"), delivery: fails("session-closed") },
  ],
  ["hang-up-at-mail-once", "hangs up at MAIL on the first connection"],
  ["rcpt-silence", "no answer to RCPT", { relay: fails("session-limit"), delivery: fails("session-limit") }],
  ["slow-answer", "20 s for the answer to RCPT"],
  ["forwards-251", "251 User not local; will forward", { relay: fails("relay-open-to-us") }],
  ["takes-252", "252 Cannot verify, but will take it", { relay: fails("relay-open-to-us") }],
  ["not-served", "no longer serves the domain", { delivery: fails("domain-not-served") }],
  ["not-served-exim", "no longer serves the domain", { delivery: fails("domain-not-served") }],
  [
    "not-served-454",
    "no longer serves the domain, and defers what it does not relay",
    { delivery: fails("delivery-deferred") },
  ],
  ["no-postmaster", "serves the domain, postmaster is unknown", { delivery: notes("postmaster-refused") }],
  [
    "no-postmaster-exim",
    "serves the domain, postmaster is unknown",
    { delivery: notes("postmaster-refused") },
  ],
]);

/** With the thorough relay test, which tries 18 further forms of sender and recipient. */
const THOROUGH = servers(
  "Relay",
  [
    ["thorough-closed", "closed to all forms"],
    ["thorough-closed-exim", "closed to all forms"],
    ["thorough-open", "open to the plain form", { relay: fails("relay-open-to-us") }],
    ["thorough-local", "relays for senders of its own domain", { relay: fails("relay-open-to-us") }],
    ["thorough-source-route", "relays along source routes", { relay: fails("relay-open-to-us") }],
    // The own domain stands behind the last @: whether such mail would travel on is not to be seen.
    ["thorough-percent", "takes user%foreign@own", { relay: warns("relay-odd-forms") }],
    [
      "thorough-quoted",
      'takes "user@foreign" in quotes, without a domain',
      { relay: warns("relay-odd-forms") },
    ],
    ["thorough-error-limit", "421 after the second error"],
  ],
  "thorough",
);

/** One address under two names: each is judged on its own. */
const TWO_NAMES: Row = {
  name: "two-names",
  topic: "Certificates",
  says: "two MX names for one server, whose certificate has the first of them",
  mx: FOUND,
  endpoints: { mx1: {}, mx2: { certificate: fails("cert-name-mismatch") } },
  run: "default",
};

/** Every target, by topic. */
export const TRUTH: readonly Row[] = [
  ...DNS,
  ...TCP,
  ...GREETING,
  ...IMPATIENT,
  ...TLS,
  ...CERTIFICATES,
  TWO_NAMES,
  ...RELAY,
  ...THOROUGH,
  ...DELIVERY,
];
