/**
 * What the line of each code must show in the lab, as docs/codes/CODE.md says it: written from the page and from the
 * manuals of dig, nc, swaks and openssl. Every code of the registry is decided here.
 */
import type { Code } from "../../src/judge/diagnostics/registry.ts";
import * as said from "./said.ts";
import type { Shows } from "./said.ts";

const { answers, both, either, hangs, hangsUpAt, lacks, says, takes } = said;

export interface Symptom {
  readonly shows: Shows;
  /** Rows of the lab whose findings are confirmed; the first few where absent. */
  readonly at?: readonly string[];
  /** The same line shows it at a sound server, too: it answers a question, and both answers are fine. */
  readonly anywhere?: true;
}

/** Not in the lab's reports, and why; or without a line. */
export interface Absent {
  readonly absent: string;
}

export interface Lineless {
  readonly lineless: string;
}

export type Decision = Symptom | Absent | Lineless;

const NO_SUCH_POLICY: Absent = { absent: "the lab runs under the default policy, which does not ask for it" };
const EGRESS: Absent = {
  absent: "the lab is one network, with every way open (test/mta/reach-egress.test.ts)",
};
const UNSIGNED: Absent = { absent: "no zone of the lab has TLSA records; those of authenticated/ do" };
const PUBLISHED: Absent = {
  absent: "no domain of this lab publishes a policy (test/mta/authenticated/product-sts.test.ts)",
};
const NO_LINE: Lineless = { lineless: "it is about this run, and no server can be asked" };

const shows = (...all: readonly Shows[]): Symptom => ({ shows: both(...all) });

const ESTABLISHED = /^CONNECTION ESTABLISHED$/m;
const CONNECTED = /^=== Connected to/m;
const GREETED = /^<- +220/m;
const TAKEN = /^25[012] /;
const REFUSED = /^5\d\d /;
/** Not the recipient of the test, whose name has the word. */
const ABOUT_RELAYING = /relay(?!-test)|rcpthosts/i;
const HUNG_UP = /^\*\*\* Remote host closed connection/m;
const OLD = /^Protocol version: TLSv1(?:\.1)?$/m;

const refusesRcpt = either(answers("RCPT", REFUSED), answers("MAIL", REFUSED));
/** RCPT is the last thing that was said. */
const UNANSWERED = says(/ ~> RCPT TO:<[^\n]*\n*$/);

const SWAYED =
  /blocked using|block list|Helo command rejected|Sender address rejected|host rejected|not find|not found|null MX|does not accept mail/i;

export const SYMPTOMS: Readonly<Record<Code, Decision>> = {
  "domain-not-found": shows(says(/status: NXDOMAIN/)),
  "mx-missing": shows(says(/status: NOERROR/, /ANSWER: 0/)),
  "mx-null": {
    ...shows(says(/\sMX\s+0 \.$/m), (words) => said.exchangesOf(words).length === 1),
    at: ["null-mx"],
  },
  "mx-not-null": NO_SUCH_POLICY,
  "mx-unexpected-host": NO_SUCH_POLICY,
  "mx-expected-missing": NO_SUCH_POLICY,
  "mx-too-few-hosts": NO_SUCH_POLICY,
  "ipv6-missing": NO_SUCH_POLICY,
  "mx-null-with-others": shows(says(/\sMX\s+0 \.$/m, /\sMX\s+10 \S+\.test\.$/m)),
  "mx-null-preference": shows(says(/\sMX\s+[1-9]\d* \.$/m)),
  "mx-implicit": shows(says(/status: NOERROR/, /ANSWER: 0/)),
  "mx-host-not-found": shows(says(/status: NXDOMAIN/)),
  "mx-no-address": shows(says(/status: NOERROR[\s\S]*status: NOERROR/), lacks(/\s(?:A|AAAA)\s+\S+$/m)),
  "mx-is-address": shows(says(/\sMX\s+\d+ (?:[\d.]+|\[[\d.]+\])\.$/m)),
  "mx-invalid-name": shows(says(/\sMX\s+\d+ \S*(?:_|\\032)\S*$/m)),
  "mx-is-alias": shows(says(/\sCNAME\s+\S+$/m)),
  "mx-private-address": shows(says(/\s(?:A\s+(?:10|127|192\.168)\.|AAAA\s+f[cd])\S+$/m)),
  "mx-duplicate-host": shows((words) => {
    const names = said.exchangesOf(words);
    return new Set(names).size < names.length;
  }),
  "mx-inconsistent": { absent: "Unbound answers for all name servers (test/mta/reach-servers.test.ts)" },
  "mx-truncated": shows((words) => said.exchangesOf(words).length > 100),
  "dns-servfail": shows(says(/status: SERVFAIL/)),
  "dnssec-bogus": shows(says(/status: SERVFAIL[\s\S]*status: NOERROR/)),
  "dns-malformed": { absent: "neither Knot nor Unbound sends a malformed answer (test/judge/codes/dns.ts)" },
  "dns-timeout": shows(says(/communications error .*timed out|no servers could be reached/)),
  "dns-refused": shows(says(/status: REFUSED/)),
  "dns-resolver-broken": shows(
    says(/status: (?:SERVFAIL|NXDOMAIN)|timed out|connection refused|no servers/),
    lacks(/ANSWER: [1-9]/),
  ),

  "connect-refused": shows(says(/Connection refused/)),
  "connect-timeout": shows(says(/timed out/)),
  "connect-unreachable": shows(says(/No route to host|Network is unreachable|Permission denied/)),
  "connect-reset": { absent: "a reset right behind the handshake comes after connect() here: banner-closed" },
  "connect-slow": shows(says(/succeeded!/), takes(6.9)),
  "egress-blocked": EGRESS,
  "proxy-failed": NO_LINE,
  "egress-intercepted": shows(says(/^<- +(?:220 \*+|250[- ]X+A)$/m)),
  "ipv6-unavailable": shows(says(/Network is unreachable/)),
  "local-limit": NO_LINE,
  "not-probed": NO_LINE,

  "banner-timeout": shows(hangs, says(CONNECTED), lacks(GREETED)),
  "banner-closed": shows(says(CONNECTED, HUNG_UP), lacks(GREETED)),
  "banner-malformed": shows(says(/^(?!220)\S/)),
  "banner-too-long": shows(({ output }) => output.length >= 2000, lacks(/^220 .*\n/m)),
  "banner-slow": { ...shows(says(GREETED), takes(7.9)), at: ["delay-8"] },
  "banner-no-hostname": shows(says(/^(?:<- +)?220(?: ESMTP| localhost ESMTP)?\s*$/m)),
  "banner-refused": shows(says(/^<\*\* +5\d\d/m)),
  "banner-deferred": shows(says(/^<\*\* +4\d\d/m)),
  "greylister-in-front": shows(says(/spamd IP-based SPAM blocker/)),

  "ehlo-refused": shows(says(/^ -> EHLO.*\n<\*\* +50[02]/m)),
  "ehlo-malformed": shows(({ output }) => /^220 .*\r?\n(?!250[- ])./.test(output)),
  "ehlo-timeout": shows(hangs, says(/ -> EHLO/), lacks(/^<- +250/m)),
  "ehlo-closed": shows(hangsUpAt("EHLO")),
  "ehlo-missing-extension": NO_SUCH_POLICY,
  "ehlo-forbidden-extension": NO_SUCH_POLICY,
  "ehlo-helo-only": shows(says(/^ -> EHLO.*\n<\*\* +50[02][\s\S]*^ -> HELO.*\n<- +250/m)),
  "ehlo-auth-in-clear": shows(says(/^<- +250[- ]AUTH[ =](?:PLAIN|LOGIN)/m)),
  "ehlo-client-refused": shows(says(/^ -> EHLO.*\n<\*\* +[45]\d\d/m)),

  "starttls-not-offered": shows(says(/Didn't find STARTTLS in server response/)),
  "starttls-hidden": {
    absent: "the box of the lab masks what it hides: egress-intercepted (test/judge/codes/starttls.ts)",
  },
  "starttls-refused": shows(says(/^ -> STARTTLS\n<\*\* +[45]\d\d/m)),
  "starttls-extra-data": shows(says(/^ ~> QUIT\n<~\* +(?!221)|TLS startup failed .*wrong version number/m)),
  "tls-handshake-failed": shows(says(/:error:/)),
  "tls-timeout": shows(hangs, lacks(ESTABLISHED)),
  "tls-version-too-low": shows(says(OLD)),
  "tls-legacy-accepted": shows(says(OLD)),
  "tls-weak-cipher": shows(says(/^Ciphersuite: \S*(?:NULL|ADH|AECDH|RC4|DES|MD5)/m)),
  "tls-no-1.3": shows(says(/^Protocol version: TLSv1(?:\.[12])?$/m)),
  // The minute of the server's limit is over, and the line finds out what the run could not.
  "tls-floor-unknown": { ...shows(says(/alert protocol version|^CONNECTION ESTABLISHED$/m)), anywhere: true },
  "tls-large-hello": shows(lacks(ESTABLISHED), either(hangs, says(/error|errno/))),
  "starttls-flaky": { ...shows(says(/:error:/, /^Protocol version/m)), at: ["now-and-then"] },

  "cert-expired": shows((words) => said.daysUntil(words, "notAfter") < 0),
  "cert-not-yet-valid": shows((words) => said.daysUntil(words, "notBefore") > 0),
  "cert-expiring": shows((words) => {
    const days = said.daysUntil(words, "notAfter");
    return days > 0 && days < 14;
  }),
  "cert-expiring-soon": shows((words) => {
    const days = said.daysUntil(words, "notAfter");
    return days > 0 && days < 22.5;
  }),
  "cert-name-mismatch": shows(says(/^subject=/m), (words) => !said.namesHost(words)),
  "cert-name-not-compared": {
    absent: "the lab's servers have names, in DNS (test/judge/codes/certificate.ts)",
  },
  "cert-common-name-only": shows(says(/^subject=.*CN = mx\.\S+$/m), lacks(/DNS:/)),
  "cert-self-signed": shows(says(/error:num=18:self-signed certificate$/m), (words) => {
    const [leaf] = said.listedIn(words);
    return leaf !== undefined && leaf.subject === leaf.issuer;
  }),
  "cert-incomplete-chain": shows(says(/unable to verify the first certificate/), (words) => {
    const [leaf, ...others] = said.listedIn(words);
    return leaf !== undefined && !others.some(({ subject }) => subject === leaf.issuer);
  }),
  "cert-untrusted": {
    at: [
      "unknown-root",
      "private-root-hidden",
      "names-private-root",
      "served-names-private-root",
      "anonymous",
    ],
    shows: says(
      /self-signed certificate in certificate chain|unable to get local issuer certificate|^Ciphersuite: A(?:EC)?DH/m,
    ),
  },
  "cert-weak-key": shows(
    either(
      says(/Public-Key: \(1024 bit\)/),
      said.listsAboveLeaf(({ key }) => /^rsa.*\b1024\b/.test(key)),
    ),
  ),
  "cert-weak-signature": shows(
    either(
      says(/Signature Algorithm: \S*SHA1/i),
      said.listsAboveLeaf(({ signature }) => /sha1/i.test(signature)),
    ),
  ),
  "cert-wrong-usage": shows(says(/X509v3 Extended Key Usage/), lacks(/TLS Web Server Authentication/)),
  "cert-issuer-unexpected": NO_SUCH_POLICY,
  "cert-chain-expired": shows(said.listsAboveLeaf(({ daysLeft }) => daysLeft < 0)),
  "cert-chain-expiring": shows(said.listsAboveLeaf(({ daysLeft }) => daysLeft > 0 && daysLeft < 30)),
  "cert-chain-order": { absent: "no server of the lab has cross-signs (test/judge/codes/certificate.ts)" },
  "cert-senders-differ": { absent: "no server of the lab is one (test/judge/codes/certificate.ts)" },
  "cert-root-not-everywhere": { absent: "its roots are in ca-file alone (test/judge/codes/certificate.ts)" },
  "cert-chain-surplus": shows((words) => {
    const list = said.listedIn(words);
    return (
      list.some(({ issuer }, index) => index + 1 < list.length && list[index + 1]?.subject !== issuer) ||
      said.listsAboveLeaf(({ subject, issuer }) => subject === issuer)(words) ||
      new Set(list.map(({ subject }) => subject)).size < list.length
    );
  }),

  "relay-open": shows(answers("RCPT", TAKEN)),
  "relay-open-to-us": shows(answers("RCPT", TAKEN)),
  "relay-odd-forms": shows(answers("RCPT", TAKEN)),
  "domain-not-served": shows(answers("RCPT TO:<postmaster@", REFUSED), says(ABOUT_RELAYING)),
  "relay-not-tested": shows(
    either(says(SWAYED), hangsUpAt("RCPT"), both(hangs, UNANSWERED)),
    lacks(/Relay access denied/),
  ),
  "relay-deferred": shows(either(answers("RCPT", /^4\d\d /), answers("MAIL", /^4\d\d /))),
  "relay-greylisted": {
    shows: either(answers("RCPT", /^4\d\d /), answers("MAIL", /^4\d\d /)),
    // postscreen has let us pass by now, as its page says.
    at: ["postgrey-open", "greylist-451", "greylist-milter"],
  },
  "relay-rejected-otherwise": {
    ...shows(refusesRcpt, lacks(ABOUT_RELAYING)),
    // swaks waits for a space behind a code, and bare-codes.test has none.
    at: ["no-tls-opensmtpd", "broken-opensmtpd", "prohibited"],
  },
  "null-sender-refused": shows(either(answers("RCPT", REFUSED), answers("MAIL", REFUSED))),
  "postmaster-refused": shows(answers("RCPT TO:<postmaster@", REFUSED)),
  "login-required": shows(either(answers("RCPT", REFUSED), answers("MAIL", REFUSED))),
  "delivery-failing": shows(either(answers("RCPT", /^4\d\d /), answers("MAIL", /^4\d\d /))),
  "delivery-not-tested": shows(either(answers("RCPT", /^[45]\d\d /), answers("MAIL", /^[45]\d\d /))),
  "delivery-deferred": shows(either(answers("RCPT", /^4\d\d /), answers("MAIL", /^4\d\d /))),
  "delivery-unclear": { absent: "no server of the lab answers so (test/judge/codes/delivery.ts)" },
  "delivery-not-asked": { lineless: "it is about many domains, and each has a line of its own" },
  "delivery-greylisted": {
    // The others of the lab let whoever comes again pass by now, as the page says.
    ...shows(either(answers("RCPT", /^4\d\d /), answers("MAIL", /^4\d\d /))),
    at: ["greylist-451"],
  },

  "mta-sts-mx-not-covered": PUBLISHED,
  "mta-sts-mx-unauthenticated": PUBLISHED,
  "mta-sts-required": PUBLISHED,
  "mta-sts-id-unchanged": PUBLISHED,
  "mta-sts-record-invalid": PUBLISHED,
  "mta-sts-fetch-failed": PUBLISHED,
  "mta-sts-webpki-invalid": PUBLISHED,
  "mta-sts-policy-invalid": PUBLISHED,
  "mta-sts-fragile": PUBLISHED,
  "mta-sts-max-age-short": PUBLISHED,
  "mta-sts-pattern-unused": PUBLISHED,
  "mta-sts-unseen": PUBLISHED,
  "tls-rpt-required": PUBLISHED,
  "tls-rpt-invalid": PUBLISHED,
  "tls-rpt-undeliverable": PUBLISHED,
  "tls-rpt-unseen": PUBLISHED,
  "tls-rpt-missing": PUBLISHED,

  "session-closed": shows(hangsUpAt("STARTTLS|MAIL|RCPT")),
  "session-limit": shows(
    either(both(hangs, UNANSWERED), ({ output }) => (output.match(/^<- +250-/gm) ?? []).length > 256),
  ),
  "session-deferred": shows(says(/^<[*~]\* +421/m)),

  "dane-mismatch": UNSIGNED,
  "dane-name-mismatch": UNSIGNED,
  "dane-expired": UNSIGNED,
  "dane-no-tls": UNSIGNED,
  "dane-lookup-failed": UNSIGNED,
  "dane-required": UNSIGNED,
  "dane-unusable": UNSIGNED,
  "dane-insecure": UNSIGNED,
  "dane-unmatched-combination": UNSIGNED,
  "dane-key-unpublished": UNSIGNED,
  "dane-record-unusable": UNSIGNED,
  "dane-fragile": UNSIGNED,
  "dane-mx-insecure": UNSIGNED,
  "dane-unseen": UNSIGNED,
  "dane-partial": UNSIGNED,

  "waiver-expired": NO_LINE,
  "waiver-ending": NO_LINE,
  "waiver-unused": NO_LINE,
  "policy-silences": NO_LINE,
  "shard-missing": NO_LINE,
  "deadline-too-short": NO_LINE,
  "addresses-not-probed": NO_LINE,
  "target-sources": NO_LINE,
  "recording-cut-off": NO_LINE,
  "zone-would-not-load": NO_LINE,
};
