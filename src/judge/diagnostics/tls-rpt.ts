/** Codes of the check `tls-rpt`: where senders report failures of TLS to. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Domain = { readonly domain: SafeText };

export const tlsRptDiagnostics = {
  "tls-rpt-required": diagnostic<Domain & { readonly found: SafeText }>({
    check: "tls-rpt",
    severity: "error",
    message: ({ domain, found }) => words`The policy requires TLS reporting for ${domain}, but ${found}.`,
    remedy: words`Publish a TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN".`,
    confirm: "dig-question",
    reference: "RFC 8460 3",
    askedBy: "require",
  }),
  "tls-rpt-invalid": diagnostic<{ readonly why: SafeText }>({
    check: "tls-rpt",
    severity: "warning",
    message: ({ why }) =>
      words`Senders ignore the _smtp._tls record, so nobody reports TLS failures: ${why}.`,
    remedy: words`Publish exactly one TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN"; several destinations are separated by commas.`,
    confirm: "dig-question",
    reference: "RFC 8460 3",
  }),
  "tls-rpt-undeliverable": diagnostic<{ readonly uri: SafeText; readonly why: SafeText }>({
    check: "tls-rpt",
    severity: "warning",
    message: ({ uri, why }) => words`TLS reports to ${uri} cannot be delivered: ${why}.`,
    remedy: words`In the _smtp._tls record, use a mailbox that accepts mail, or an https address whose host exists.`,
    confirm: "dig-question",
    reference: "RFC 8460 3",
  }),
  "tls-rpt-unseen": diagnostic<{ readonly what: SafeText }>({
    check: "tls-rpt",
    severity: "inconclusive",
    message: ({ what }) => words`${what}.`,
    remedy: words`Correct what the name servers answer for this name, or name a resolver that gets an answer (dns-server).`,
    confirm: "dig-question",
    reference: "RFC 8460 3",
  }),
  "tls-rpt-missing": diagnostic<Domain & { readonly published: SafeText }>({
    check: "tls-rpt",
    severity: "notice",
    message: ({ domain, published }) =>
      words`The domain ${domain} publishes ${published} but no address for TLS reports, so nobody tells you when senders fail.`,
    remedy: words`Publish a TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN".`,
    confirm: "dig-question",
    reference: "RFC 8460 3",
  }),
} as const;
