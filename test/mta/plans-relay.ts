/** How the domains of the topic "Relay" are set up. */
import { always } from "../support/smtp/smtp-script.ts";
import { exim, one, postfix, postfixWith, script } from "./plan.ts";
import type { DomainPlan } from "./plan.ts";
import { aboutForeign } from "./plans-greeting.ts";

/** Postfix that says so to foreign recipients. */
function refuses(answer: string): DomainPlan {
  return one(postfix({ settings: aboutForeign(answer) }));
}

/** A scripted server that says so to foreign recipients, word for word. */
function says(answer: string): DomainPlan {
  return one(
    script(({ domain }) => ({
      rcpt: ({ recipient }) => (recipient.endsWith(`@${domain}`) ? "250 2.1.5 Ok" : answer),
    })),
  );
}

/** Takes mail for whoever sends as somebody of the server's own domain. */
const OPEN_TO_LOCAL = postfix({
  settings: (stage) => ({
    smtpd_relay_restrictions: `check_sender_access regexp:${stage.file("sender", `/@${stage.domain}$/ OK\n`)}, reject_unauth_destination`,
  }),
});

const OPEN_TO_PERCENT = postfixWith({ allow_percent_hack: "yes", allow_untrusted_routing: "yes" });

/** A scripted server that takes its own domain's recipients, and such. */
function takes(recipients: RegExp): DomainPlan {
  return one(
    script(({ domain }) => ({
      rcpt: ({ recipient }) =>
        recipients.test(recipient) || /^[^@%!:"]+@([^@]+)$/.exec(recipient)?.[1] === domain
          ? "250 2.1.5 Ok"
          : "554 5.7.1 Relay access denied",
    })),
  );
}

/** Postfix with an empty relay check: what the other restrictions say to recipients is all there is. */
function restricted(recipients: string, more: Readonly<Record<string, string>> = {}): DomainPlan {
  return one(
    postfixWith({
      smtpd_relay_restrictions: "",
      smtpd_recipient_restrictions: `${recipients}, reject_unauth_destination`,
      ...more,
    }),
  );
}

/** RCPT for the foreign recipient, and the one that real senders and swaks ask for. */
const STRANGER = /@example\.com>/;

const GREYLIST = "check_policy_service inet:127.0.0.1:10023";

/** Postfix with the last of its compatibility defaults: 454 in place of 554 for what it does not relay. */
const DEFERRING = postfixWith({ smtpd_relay_restrictions: "permit_mynetworks, defer_unauth_destination" });

export const RELAY_PLANS: Readonly<Record<string, DomainPlan>> = {
  "closed-454": one(DEFERRING),
  "closed-530": refuses("530 5.7.0 Authentication required"),
  "closed-553": refuses("553 5.7.1 relaying denied"),
  "closed-qmail": says("553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"),
  "closed-exchange": says("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"),
  "closed-office": says(
    "550 5.7.64 TenantAttribution; Relay Access Denied [AM0EUR02.prod.protection.outlook.com]",
  ),
  "closed-sendmail": says(
    "550 5.7.1 <mx-gate-relay-test@example.com>... Relaying denied. Proper authentication required.",
  ),
  "auth-first": one(script({ mail: () => "530 5.7.0 Authentication required" })),
  postgrey: restricted(GREYLIST),
  "postgrey-open": one(postfixWith({ mynetworks: "0.0.0.0/0", smtpd_recipient_restrictions: GREYLIST })),
  "postgrey-behind": one(
    postfixWith({ smtpd_recipient_restrictions: `reject_unauth_destination, ${GREYLIST}` }),
  ),
  "greylist-451": one(exim({ acl: { rcpt: ["defer message = Greylisted, please try again later"] } })),
  "greylist-milter": refuses("451 4.7.1 Greylisting in action, please come back in 00:05:00"),
  "blocked-at-rcpt": restricted("reject_rbl_client dnsbl.test"),
  "blocked-at-mail": one(
    postfix({
      settings: (stage) => ({
        smtpd_delay_reject: "no",
        smtpd_sender_restrictions: `check_sender_access regexp:${stage.file("sender", "/./ 550 5.7.1 Unfortunately, messages from [127.0.0.1] weren't sent. Please contact your provider since part of their network is on our block list (S3150).\n")}`,
      }),
    }),
  ),
  "client-refused": one(postfixWith({ smtpd_client_restrictions: "reject" })),
  "rcpt-421": refuses("421 4.7.0 too much of you"),
  prohibited: one(exim({ acl: { rcpt: ["deny domains = example.com"] } })),
  "office-unknown": one(
    script(({ domain }) => ({
      rcpt: ({ recipient }) =>
        recipient.endsWith(`@${domain}`)
          ? "550 5.4.1 Recipient address rejected: Access denied. [AM0EUR02FT014.eop-EUR02.prod.protection.outlook.com]"
          : "550 5.7.64 TenantAttribution; Relay Access Denied",
    })),
  ),
  "no-reverse": restricted("reject_unknown_client_hostname"),
  "null-recipient": restricted("reject_unknown_recipient_domain"),
  "unknown-recipient": refuses("450 4.1.2 Domain not found"),
  open: one(postfixWith({ mynetworks: "0.0.0.0/0" })),
  "open-exim": one(exim({ acl: { rcpt: ["accept"] } })),
  "open-opensmtpd": one({ by: "opensmtpd", tls: false, open: true }),
  "open-broken-opensmtpd": one({ by: "opensmtpd", tls: true, open: true }),
  "open-in-tls": one(
    postfixWith({
      mynetworks: "0.0.0.0/0",
      smtpd_relay_restrictions: "reject_plaintext_session, permit_mynetworks, reject_unauth_destination",
    }),
  ),
  "open-in-tls-exim": one(exim({ acl: { rcpt: ["accept encrypted = *"] } })),
  "open-to-local": one(OPEN_TO_LOCAL),
  "open-to-percent": one(OPEN_TO_PERCENT),
  "refused-at-data": one(postfixWith({ mynetworks: "0.0.0.0/0", smtpd_data_restrictions: "reject" })),
  "error-limit": one(postfixWith({ smtpd_soft_error_limit: "1", smtpd_hard_error_limit: "1" })),
  "hang-up-at-rcpt": one(script({ troubles: [{ at: "RCPT", then: "close" }] })),
  "hang-up-at-stranger": one(script({ troubles: [{ at: "RCPT", line: STRANGER, then: "close" }] })),
  "silent-to-stranger": one(script({ troubles: [{ at: "RCPT", line: STRANGER, then: "silence" }] })),
  "hang-up-at-mail": one(script({ troubles: [{ at: "MAIL", then: "close" }] })),
  "hang-up-at-mail-once": one(script({ troubles: [{ at: "MAIL", connections: 1, then: "close" }] })),
  "rcpt-silence": one(script({ troubles: [{ at: "RCPT", then: "silence" }] })),
  "slow-answer": one(exim({ acl: { rcpt: ["warn delay = 20s"] } })),
  "forwards-251": one(script({ rcpt: always("251 2.1.5 User not local; will forward") })),
  "takes-252": one(script({ rcpt: always("252 2.1.5 Cannot verify, but will attempt delivery") })),
  "not-served": { ...one(postfix()), unserved: true },
  "not-served-exim": { ...one(exim()), unserved: true },
  "not-served-454": { ...one(DEFERRING), unserved: true },
  "no-postmaster": one(
    postfix({
      settings: (stage) => ({
        smtpd_recipient_restrictions: `reject_unauth_destination, check_recipient_access regexp:${stage.file("rcpt", "/^postmaster@/ 550 5.1.1 User unknown in virtual mailbox table\n")}`,
      }),
    }),
  ),
  "no-postmaster-exim": one(
    exim({ acl: { rcpt: ["deny local_parts = postmaster", "  message = Unknown user"] } }),
  ),
  "thorough-closed": one(postfix()),
  "thorough-closed-exim": one(exim()),
  "thorough-open": one(postfixWith({ mynetworks: "0.0.0.0/0" })),
  "thorough-local": one(OPEN_TO_LOCAL),
  "thorough-source-route": takes(/^@/),
  "thorough-percent": one(OPEN_TO_PERCENT),
  "thorough-quoted": takes(/^"[^"]*"$/),
  "thorough-error-limit": one(postfixWith({ smtpd_soft_error_limit: "2", smtpd_hard_error_limit: "2" })),
};
