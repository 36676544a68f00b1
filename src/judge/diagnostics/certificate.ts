/** Codes of the check `certificate`: trust, name and validity, each on its own. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic, type NoDetails } from "./diagnostic.ts";

type Host = { readonly host: SafeText };
type Certificate = { readonly certificate: SafeText };

const RENEW = words`Renew it (certbot renew), then reload the mail server (Exchange: Enable-ExchangeCertificate): an MTA keeps the old one in memory.`;

const VERIFYING = words`senders that verify certificates do not deliver, others do`;

export const certificateDiagnostics = {
  "cert-expired": diagnostic<{ readonly ago: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ ago }) => words`The certificate expired ${ago} ago.`,
    remedy: RENEW,
    confirm: "certificate-dates",
    reference: "RFC 5280 4.1.2.5",
    resultType: "certificate-expired",
    senders: VERIFYING,
  }),
  "cert-not-yet-valid": diagnostic<Certificate & { readonly in: SafeText }>({
    check: "certificate",
    severity: "error",
    message: (details) => words`${details.certificate} is not valid yet: it becomes valid in ${details.in}.`,
    remedy: words`Check the clock of the machine that issued it; install the certificate that is valid today.`,
    confirm: "certificate-dates",
    reference: "RFC 5280 4.1.2.5",
    resultType: "validation-failure",
    senders: VERIFYING,
  }),
  "cert-expiring": diagnostic<{ readonly left: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ left }) => words`The certificate expires in ${left}.`,
    remedy: RENEW,
    confirm: "certificate-dates",
    reference: "RFC 5280 4.1.2.5",
    askedBy: "min-days-to-expiry",
  }),
  "cert-expiring-soon": diagnostic<{ readonly left: SafeText }>({
    check: "certificate",
    severity: "warning",
    message: ({ left }) => words`The certificate expires in ${left}.`,
    remedy: RENEW,
    confirm: "certificate-dates",
    reference: "RFC 5280 4.1.2.5",
    askedBy: "warn-days-to-expiry",
  }),
  "cert-name-mismatch": diagnostic<Host & { readonly role: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ host, role }) => words`The certificate does not name the ${role} ${host}.`,
    remedy: words`Issue one whose subject alternative names include the MX host name; the mail domain's own name does not count here.`,
    confirm: "certificate-names",
    reference: "RFC 9525 6, RFC 8461 4.1",
    resultType: "certificate-host-mismatch",
    senders: VERIFYING,
  }),
  "cert-name-not-compared": diagnostic<{ readonly address: SafeText; readonly said: SafeText }>({
    check: "certificate",
    severity: "inconclusive",
    message: ({ address, said }) =>
      words`The server was named by its address ${address}, so there is no host name to compare the certificate with${said}.`,
    remedy: words`Name the server as its MX record does, and lead that name to the address with connect-to.`,
    confirm: "certificate-names",
    reference: "RFC 9525 6, RFC 8461 4.1",
  }),
  "cert-common-name-only": diagnostic<Host>({
    check: "certificate",
    severity: "warning",
    message: ({ host }) =>
      words`The certificate names ${host} only in its common name, which modern clients ignore.`,
    remedy: words`Issue one with the name as a subject alternative name (dNSName).`,
    confirm: "certificate-names",
    reference: "RFC 9525 2",
    resultType: "certificate-host-mismatch",
    senders: VERIFYING,
  }),
  "cert-self-signed": diagnostic<NoDetails>({
    check: "certificate",
    severity: "error",
    message: () => words`The certificate is self-signed; no authority vouches for it.`,
    remedy: words`Install one from a public authority (Let's Encrypt is free). For servers that only your own machines use, give its root in ca-file.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6",
    resultType: "certificate-not-trusted",
    senders: VERIFYING,
  }),
  "cert-incomplete-chain": diagnostic<{ readonly issuer: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ issuer }) => words`The server does not send the intermediate certificate of ${issuer}.`,
    remedy: words`Configure the full chain instead of the leaf alone (certbot: fullchain.pem in place of cert.pem), then reload the server. Browsers hide this fault, mail servers do not.`,
    confirm: "certificate-chain",
    reference: "RFC 8446 4.4.2",
    resultType: "certificate-not-trusted",
    senders: VERIFYING,
  }),
  "cert-untrusted": diagnostic<{ readonly reason: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ reason }) => words`The certificate is not trusted: ${reason}.`,
    remedy: words`Install a certificate from a public authority; for an authority of your own, give its root in ca-file.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6",
    resultType: "certificate-not-trusted",
    senders: VERIFYING,
  }),
  "cert-weak-key": diagnostic<Certificate & { readonly key: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ certificate, key }) => words`The key of ${certificate} is too weak: ${key}.`,
    remedy: words`Issue the certificate again with an RSA key of at least 2048 bits or an ECDSA key on P-256.`,
    confirm: "certificate-details",
    reference: "RFC 9325 4.5",
    resultType: "validation-failure",
    senders: VERIFYING,
    askedBy: "min-rsa-bits",
  }),
  "cert-weak-signature": diagnostic<Certificate & { readonly algorithm: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ certificate, algorithm }) =>
      words`${certificate} is signed with ${algorithm}, which can be forged.`,
    remedy: words`Have it issued again, signed with SHA-256 or better.`,
    confirm: "certificate-details",
    reference: "RFC 9155, RFC 9325 4.5",
    resultType: "validation-failure",
    senders: VERIFYING,
  }),
  "cert-wrong-usage": diagnostic<{ readonly extension: SafeText; readonly usage: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ extension, usage }) =>
      words`The certificate must not be used for a server: its ${extension} is ${usage}.`,
    remedy: words`Have it issued for a server: extended key usage serverAuth, key usage digitalSignature.`,
    confirm: "certificate-details",
    reference: "RFC 5280 4.2.1.3, 4.2.1.12",
    resultType: "certificate-not-trusted",
    senders: VERIFYING,
  }),
  "cert-issuer-unexpected": diagnostic<{ readonly issuer: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ issuer }) => words`The certificate was issued by ${issuer}, which the policy does not allow.`,
    remedy: words`Find out who had it issued, and have it issued by an organisation in issuers; or add this one there.`,
    confirm: "certificate-details",
    reference: "RFC 5280 4.1.2.4",
    askedBy: "issuers",
  }),
  "cert-chain-expired": diagnostic<Certificate & { readonly ago: SafeText }>({
    check: "certificate",
    severity: "error",
    message: ({ certificate, ago }) =>
      words`The ${certificate} expired ${ago} ago, and senders find no other path to a trusted root.`,
    remedy: words`Install the authority's current intermediate (certbot renews it with the certificate), then reload the server.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6.1.3",
    resultType: "certificate-expired",
    senders: VERIFYING,
  }),
  "cert-chain-expiring": diagnostic<Certificate & { readonly left: SafeText }>({
    check: "certificate",
    severity: "warning",
    message: ({ certificate, left }) => words`The ${certificate} expires in ${left}.`,
    remedy: words`Install the authority's current intermediate, then reload the server.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6.1.3",
  }),
  "cert-chain-order": diagnostic<{ readonly needed: SafeText; readonly taken: SafeText }>({
    check: "certificate",
    severity: "warning",
    message: ({ needed, taken }) =>
      words`OpenSSL, and so Postfix, finds no trusted root: serve ${needed} before ${taken}.`,
    remedy: words`Change the order in the server's chain file, or leave the other certificate out; then reload the server.`,
    confirm: "certificate-chain",
    reference: "RFC 8446 4.4.2",
    resultType: "certificate-not-trusted",
  }),
  "cert-senders-differ": diagnostic<{ readonly openssl: SafeText }>({
    check: "certificate",
    severity: "warning",
    message: ({ openssl }) =>
      words`Senders judge this certificate differently: OpenSSL, as Postfix uses it, ${openssl}.`,
    remedy: words`Serve a chain that every sender trusts: the certificate and the authority's current intermediates, and nothing else.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6.1",
  }),
  "cert-root-not-everywhere": diagnostic<{ readonly known: SafeText; readonly unknown: SafeText }>({
    check: "certificate",
    severity: "notice",
    message: ({ known, unknown }) =>
      words`The root is in ${known}, but not in ${unknown}; some senders will not trust it.`,
    remedy: words`Ask the authority for a chain to a root that is in every store, if such senders matter to you.`,
    confirm: "certificate-chain",
    reference: "RFC 5280 6",
  }),
  "cert-chain-surplus": diagnostic<{ readonly surplus: number }>({
    check: "certificate",
    severity: "notice",
    message: ({ surplus }) => words`${surplus} of the served certificates are not needed.`,
    remedy: words`Serve the leaf and the intermediates of its path only; old cross-signs and unrelated certificates confuse some clients.`,
    confirm: "certificate-chain",
    reference: "RFC 8446 4.4.2",
  }),
} as const;
