/** How the domains of the topic "Greeting and EHLO" are set up. */
import { always } from "../support/smtp/smtp-script.ts";
import { BLOCK_LIST } from "./block-list.ts";
import { bytes, exim, one, postfix, postfixWith, script, through } from "./plan.ts";
import type { DomainPlan, Stage } from "./plan.ts";

/** Postfix says what it has against client, name or sender at once instead of at RCPT. */
const AT_ONCE = { smtpd_delay_reject: "no" };

/** Postfix that says so of the EHLO name `[127.0.0.1]`, which is what a client without a name gives. */
function aboutHelo(answer: string, more: Readonly<Record<string, string>>) {
  return postfix({
    settings: (stage) => ({
      ...more,
      smtpd_helo_restrictions: `check_helo_access regexp:${stage.file("helo", `/^\\[/ ${answer}\n`)}`,
    }),
  });
}

/** Postfix that says so of a sender: of the null sender, which Postfix looks up as `<>`, or of everybody. */
function aboutSender(senders: string, answer: string, more: Readonly<Record<string, string>>) {
  return postfix({
    settings: (stage) => ({
      ...more,
      smtpd_sender_restrictions: `check_sender_access regexp:${stage.file("sender", `${senders} ${answer}\n`)}`,
    }),
  });
}

/** postscreen that knows no client and waits 6 s for who speaks too early, however busy it is. */
function screen(settings: Readonly<Record<string, string>> = {}) {
  const fixed = { postscreen_greet_wait: "6s", postscreen_command_time_limit: "300s" };
  return one(postfix({ screen: { ...fixed, postscreen_watchdog_timeout: "1h", ...settings } }));
}

/** Whoever the list has not spoken of when the greet wait ends is let in, so there is time to ask it; and that is soon forgotten. */
const BLOCKED = {
  postscreen_dnsbl_sites: BLOCK_LIST.zone,
  postscreen_dnsbl_timeout: "60s",
  postscreen_greet_wait: "9s",
  postscreen_dnsbl_min_ttl: "1s",
  postscreen_dnsbl_max_ttl: "1s",
};

/** Seconds at each of the steps. */
const SLOWLY = "sleep 4";

const SPAMD_GREETING = "220 mx.spamd.test ESMTP spamd IP-based SPAM blocker; Sat Nov 21 12:00:00 2026\r\n";

export const GREETING_PLANS: Readonly<Record<string, DomainPlan>> = {
  "sound-postfix": one(postfix()),
  "sound-exim": one(exim()),
  "greets-554": one(postfixWith({ ...AT_ONCE, smtpd_client_restrictions: "reject" })),
  "greets-450": one(postfixWith({ ...AT_ONCE, smtpd_client_restrictions: "defer" })),
  "greets-421": one(
    postfixWith({
      ...AT_ONCE,
      smtpd_client_restrictions: "check_client_access static:{421 4.3.2 not now}",
    }),
  ),
  "greets-550-exim": one(exim({ acl: { connect: ["deny message = no service for you"] } })),
  "greets-421-once": one(
    script({ troubles: [{ at: "greeting", connections: 1, reply: "421 4.7.0 try again later" }] }),
  ),
  "rate-limit": one(postfixWith({ smtpd_client_connection_rate_limit: "1" })),
  "delay-12": one(exim({ acl: { connect: ["accept delay = 12s"] } })),
  "delay-8": one(postfixWith({ ...AT_ONCE, smtpd_client_restrictions: "sleep 8" })),
  // Exim's own daemon takes the connection, and no master starts a process first: the delay does not grow.
  "delay-35": one(exim({ acl: { connect: ["accept delay = 35s"] } })),
  postscreen: screen(),
  "postscreen-deep": screen({ postscreen_pipelining_enable: "yes" }),
  "postscreen-blocked": screen({ ...BLOCKED, postscreen_dnsbl_action: "enforce" }),
  "postscreen-dropped": screen({ ...BLOCKED, postscreen_dnsbl_action: "drop" }),
  "multi-line": one(
    exim({
      settings: ({ host }) => [`smtp_banner = ${host} ESMTP Exim\\nNo spam, please\\nReady`],
    }),
  ),
  "no-host-name": one(postfixWith({ smtpd_banner: "ESMTP" })),
  "bare-greeting": one(script({ greeting: "220\r\n" })),
  localhost: one(postfixWith({ smtpd_banner: "localhost ESMTP" })),
  literal: one(postfixWith({ smtpd_banner: "[192.0.2.25] ESMTP" })),
  "helo-only": one(
    script({
      ehlo: "502 5.5.1 Error: command not implemented",
      helo: "250 mx.helo-only.test",
      starttls: "missing",
    }),
  ),
  "no-hello": one(script({ ehlo: "502 5.5.1 No", helo: "502 5.5.1 No" })),
  "helo-refused": one(aboutHelo("550 5.7.1 not with that name", AT_ONCE)),
  "helo-refused-exim": one(exim({ acl: { helo: ["deny message = not with that name"] } })),
  "helo-refused-late": one(aboutHelo("504 5.5.2 need fully-qualified hostname", {})),
  "sender-refused": one(aboutSender("/^<>$/", "550 5.7.1 bounces are not taken", AT_ONCE)),
  "sender-refused-late": one(aboutSender("/^<>$/", "550 5.7.1 bounces are not taken", {})),
  tarpit: one(
    postfixWith({
      ...AT_ONCE,
      smtpd_helo_restrictions: SLOWLY,
      smtpd_sender_restrictions: SLOWLY,
      smtpd_recipient_restrictions: SLOWLY,
    }),
  ),
  "tarpit-exim": one(
    exim({
      acl: { helo: ["accept delay = 4s"], mail: ["accept delay = 4s"], rcpt: ["warn delay = 4s"] },
    }),
  ),
  "lower-case": one(through({ reply: (line) => (line.startsWith("250") ? line.toLowerCase() : line) })),
  bytewise: one(through({ bytewise: true })),
  "starttls-last": one(
    postfixWith({
      smtpd_discard_ehlo_keywords: "size, vrfy, etrn, enhancedstatuscodes, 8bitmime, dsn, smtputf8, chunking",
    }),
  ),
  "bare-codes": one(
    script({
      mail: () => "250",
      rcpt: ({ recipient }) => (recipient.endsWith("@bare-codes.test") ? "250" : "550"),
      troubles: [
        { at: "RSET", reply: "250" },
        { at: "QUIT", reply: "221", then: "close" },
      ],
    }),
  ),
  "lf-only": one(through({ lineEnd: "\n" })),
  spamd: one(
    script({
      greeting: [
        ...Array.from(SPAMD_GREETING.slice(0, 8)).flatMap((octet) => [octet, 1]),
        SPAMD_GREETING.slice(8),
      ],
      ehlo: "250 Hello, spam sender. Pleased to be wasting your time.",
      starttls: "missing",
      mail: (sender) =>
        `250 You are about to try to deliver spam. Your time will be spent, for nothing. ${sender}`,
      rcpt: always("250 This is hurting you more than it is hurting me."),
    }),
  ),
  masked: one(
    through({
      reply: (line) =>
        line.startsWith("220 mx")
          ? `220 ${"*".repeat(line.length - 4)}`
          : line.replace("STARTTLS", "XXXXXXXA"),
      command: (line) => line.replace(/^STARTTLS/i, "XXXXXXXX"),
    }),
  ),
  "auth-in-clear": one(
    exim({
      authenticators: ["plain:", "  driver = plaintext", "  public_name = PLAIN", "  server_condition = no"],
    }),
  ),
  "ehlo-421": one(aboutHelo("421 4.7.0 too much of you", AT_ONCE)),
  "mail-450": one(aboutSender("/./", "450 4.7.1 try again later", AT_ONCE)),
  "mail-451": one(script({ mail: () => "451 4.3.2 Please try again later" })),
  "quit-silence": one(script({ troubles: [{ at: "QUIT", then: "silence" }] })),
  "mail-421": one(aboutSender("/./", "421 4.7.0 [TSS04] Messages temporarily deferred", AT_ONCE)),
  "starttls-421": one(script({ troubles: [{ at: "STARTTLS", reply: "421 4.7.0 too much of you" }] })),
  ssh: one(bytes("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n")),
  endless: one(bytes(`220 ${"so long ".repeat(100_000)}`)),
  smtps: one(postfixWith({ smtpd_tls_wrappermode: "yes" })),
  "ehlo-garbage": one(script({ troubles: [{ at: "EHLO", reply: "Hello yourself, client" }] })),
  "ehlo-silence": one(script({ troubles: [{ at: "EHLO", then: "silence" }] })),
  "ehlo-hang-up": one(script({ troubles: [{ at: "EHLO", then: "close" }] })),
  "ehlo-flood": one(script({ ehlo: `${"250-X-SO-MUCH\r\n".repeat(299)}250 HELP` })),
  "odd-lines": one(
    through({
      reply: (line) =>
        line.startsWith("250-PIPELINING") ? ["250-", "250- ", "250-@!?", line].join("\r\n") : line,
    }),
  ),
};

/** Answers about the foreign recipient in Postfix's own words, for plans elsewhere. */
export function aboutForeign(answer: string): (stage: Stage) => Readonly<Record<string, string>> {
  return (stage) => ({
    smtpd_relay_restrictions: `check_recipient_access regexp:${stage.file("rcpt", `/@example\\.com$/ ${answer}\n`)}, reject_unauth_destination`,
  });
}
