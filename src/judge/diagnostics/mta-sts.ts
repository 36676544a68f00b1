/** Codes of the check `mta-sts`: what senders that do MTA-STS make of a domain. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Domain = { readonly domain: SafeText };
type Host = { readonly host: SafeText };
type Why = { readonly why: SafeText };

export const mtaStsDiagnostics = {
  "mta-sts-mx-not-covered": diagnostic<Host & { readonly mode: SafeText }>({
    check: "mta-sts",
    severity: "error",
    message: ({ host, mode }) =>
      words`The MX host ${host} is not listed in the domain's MTA-STS policy (mode: ${mode}).`,
    remedy: words`Add a line "mx: HOST" for it to the policy, then change the id in the _mta-sts record so that senders fetch the policy again; or remove the MX record.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 4.1",
    resultType: "validation-failure",
  }),
  "mta-sts-mx-unauthenticated": diagnostic<Host & { readonly mode: SafeText; readonly why: SafeText }>({
    check: "mta-sts",
    severity: "error",
    message: ({ host, mode, why }) =>
      words`The MX host ${host} does not satisfy the domain's MTA-STS policy (mode: ${mode}): ${why}.`,
    remedy: words`Offer STARTTLS with a certificate from a public CA that is valid now, is sent with its intermediates and names the MX host. Until then set the policy to "mode: testing" and change the id in the _mta-sts record.`,
    confirm: "mx-certificate",
    reference: "RFC 8461 4.2",
  }),
  "mta-sts-required": diagnostic<Domain & { readonly wanted: SafeText; readonly found: SafeText }>({
    check: "mta-sts",
    severity: "error",
    message: ({ domain, wanted, found }) =>
      words`The setting require asks for ${wanted} for ${domain}, but ${found}.`,
    remedy: words`Publish a TXT record at _mta-sts and the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt; start with "mode: testing" and change to "mode: enforce" once reports show no failures.`,
    confirm: "dig-question",
    reference: "RFC 8461 5",
    askedBy: "require",
  }),
  "mta-sts-id-unchanged": diagnostic<{ readonly id: SafeText; readonly age: SafeText }>({
    check: "mta-sts",
    severity: "warning",
    message: ({ id, age }) =>
      words`The MTA-STS policy changed, but the id in its record is still ${id}: senders that cached the old policy use it for up to ${age}.`,
    remedy: words`Change the id in the _mta-sts record each time the policy changes.`,
    confirm: "dig-question",
    reference: "RFC 8461 3.1",
  }),
  "mta-sts-record-invalid": diagnostic<Why>({
    check: "mta-sts",
    severity: "warning",
    message: ({ why }) =>
      words`Senders ignore the _mta-sts record, so MTA-STS does not protect mail: ${why}.`,
    remedy: words`Publish exactly one TXT record at _mta-sts in the form "v=STSv1; id=20260101T000000", with an id of 1 to 32 letters and digits.`,
    confirm: "dig-question",
    reference: "RFC 8461 3.1",
  }),
  "mta-sts-fetch-failed": diagnostic<Why & Host>({
    check: "mta-sts",
    severity: "warning",
    message: ({ host, why }) =>
      words`Senders cannot fetch the MTA-STS policy from ${host}, so it does not protect mail: ${why}.`,
    remedy: words`Serve the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt with status 200, without a redirect, over TLS 1.2 or later.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.3",
    resultType: "sts-policy-fetch-error",
  }),
  "mta-sts-webpki-invalid": diagnostic<Why & Host>({
    check: "mta-sts",
    severity: "warning",
    message: ({ host, why }) =>
      words`Senders do not trust the web server of the MTA-STS policy (${host}), so it does not protect mail: ${why}.`,
    remedy: words`Give the web server a certificate from a public CA that names mta-sts.DOMAIN, with the whole chain.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.3",
    resultType: "sts-webpki-invalid",
  }),
  "mta-sts-policy-invalid": diagnostic<Why>({
    check: "mta-sts",
    severity: "warning",
    message: ({ why }) => words`The MTA-STS policy is not valid, so it does not protect mail: ${why}.`,
    remedy: words`Write the policy as plain text, one "key: value" per line: version: STSv1, mode, max_age, and one mx line for each MX host.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.2",
    resultType: "sts-policy-invalid",
  }),
  "mta-sts-fragile": diagnostic<Why>({
    check: "mta-sts",
    severity: "warning",
    message: ({ why }) => words`Senders do not all read this domain's MTA-STS the same way: ${why}.`,
    remedy: words`Follow RFC 8461: "v=STSv1; id=…" in the record, and in the policy each key once, no blank lines, max_age up to 31557600, served as text/plain.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.2",
  }),
  "mta-sts-max-age-short": diagnostic<{ readonly age: SafeText }>({
    check: "mta-sts",
    severity: "warning",
    message: ({ age }) =>
      words`Senders cache the enforced MTA-STS policy for only ${age}: an attacker need only block the policy host for that long.`,
    remedy: words`Set max_age to weeks (604800 is one week).`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.2",
  }),
  "mta-sts-pattern-unused": diagnostic<{ readonly pattern: SafeText }>({
    check: "mta-sts",
    severity: "notice",
    message: ({ pattern }) =>
      words`The MTA-STS policy lists ${pattern}, which matches no MX host of the domain.`,
    remedy: words`Remove the line if that host is gone for good; keep it if you are about to add the host.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 4.1",
  }),
  "mta-sts-unseen": diagnostic<{ readonly what: SafeText }>({
    check: "mta-sts",
    severity: "inconclusive",
    message: ({ what }) => words`${what}.`,
    remedy: words`Run this on a machine that reaches DNS, port 443 and port 25, or ask only for what can be seen from here: checks: mx, mta-sts, tls-rpt needs no port 25.`,
    confirm: "policy-fetch",
    reference: "RFC 8461 3.3",
  }),
} as const;
