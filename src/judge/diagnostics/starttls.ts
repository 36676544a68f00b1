/** Codes of the check `starttls`: whether mail can be encrypted on its way (RFC 3207). */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic, type NoDetails } from "./diagnostic.ts";

export const starttlsDiagnostics = {
  "starttls-not-offered": diagnostic<NoDetails>({
    check: "starttls",
    severity: "error",
    message: () => words`The server does not offer STARTTLS, so mail is sent unencrypted.`,
    remedy: words`Give the server a certificate and switch TLS on (Postfix: smtpd_tls_chain_files and smtpd_tls_security_level = may; Exim: tls_certificate and tls_advertise_hosts = *). If it is on, look for a firewall that inspects SMTP.`,
    confirm: "starttls",
    reference: "RFC 3207 4, RFC 7435",
    resultType: "starttls-not-supported",
  }),
  "starttls-hidden": diagnostic<NoDetails>({
    check: "starttls",
    severity: "warning",
    message: () =>
      words`STARTTLS works although it is not announced: something on the path may remove it from the EHLO reply.`,
    remedy: words`Switch off SMTP inspection on the firewall in front of the server; senders use STARTTLS only where it is announced.`,
    confirm: "starttls",
    reference: "RFC 3207 6",
  }),
  "starttls-refused": diagnostic<{ readonly code: number }>({
    check: "starttls",
    severity: "error",
    message: ({ code }) => words`The server offers STARTTLS but refuses it with ${code}.`,
    remedy: words`Check the server's log: most often the certificate or key file is missing, unreadable or does not match.`,
    confirm: "smtp-starttls",
    reference: "RFC 3207 4",
    resultType: "starttls-not-supported",
  }),
  "starttls-extra-data": diagnostic<{ readonly octets: number }>({
    check: "starttls",
    severity: "error",
    message: ({ octets }) =>
      words`${octets} octets in the clear follow the 220 to STARTTLS; a client could take them for part of the encrypted session.`,
    remedy: words`Update the mail server or the proxy in front of it: nothing may be sent between the 220 and the handshake (response injection).`,
    confirm: "smtp-starttls",
    reference: "RFC 3207 6",
  }),
  "tls-handshake-failed": diagnostic<{ readonly reason: SafeText }>({
    check: "starttls",
    severity: "error",
    message: ({ reason }) => words`The TLS handshake fails: ${reason}.`,
    remedy: words`Check the server's log at this moment: certificate and key that do not match, no common version or cipher, or a server that requires client certificates.`,
    confirm: "handshake",
    reference: "RFC 3207 4.1, RFC 8446 6.2",
    resultType: "validation-failure",
  }),
  "tls-timeout": diagnostic<{ readonly step: SafeText; readonly seconds: number }>({
    check: "starttls",
    severity: "error",
    message: ({ step, seconds }) => words`${step} got no answer within ${seconds} s.`,
    remedy: words`Look for a TLS process (tlsmgr, a TLS proxy) that hangs, for missing entropy, and for a path that loses large packets (MTU).`,
    confirm: "starttls",
    reference: "RFC 3207 4.1",
    resultType: "validation-failure",
  }),
  "tls-version-too-low": diagnostic<{ readonly version: SafeText; readonly asked: SafeText }>({
    check: "starttls",
    severity: "error",
    message: ({ version, asked }) =>
      words`The server negotiates ${version}, although TLS 1.0 to 1.3 were offered; the policy requires at least TLS ${asked}.`,
    remedy: words`Switch newer versions on (Postfix: smtpd_tls_protocols = >=TLSv1.2), and update the TLS library if it does not support them.`,
    confirm: "any-version",
    reference: "RFC 8996, RFC 9325 3.1.1",
    resultType: "validation-failure",
    askedBy: "min-tls-version",
  }),
  "tls-legacy-accepted": diagnostic<{ readonly version: SafeText }>({
    check: "starttls",
    severity: "warning",
    message: ({ version }) => words`The server still accepts ${version}, which is obsolete.`,
    remedy: words`Set TLS 1.2 as the lowest version (Postfix: smtpd_tls_protocols = >=TLSv1.2; Exim: tls_require_ciphers or openssl_options +no_tlsv1 +no_tlsv1_1).`,
    confirm: "starttls-legacy",
    reference: "RFC 8996",
  }),
  "tls-weak-cipher": diagnostic<{ readonly cipher: SafeText }>({
    check: "starttls",
    severity: "warning",
    message: ({ cipher }) =>
      words`The server negotiates the weak cipher suite ${cipher}, although strong ones were offered.`,
    remedy: words`Offer suites with AES-GCM or ChaCha20 and forward secrecy, and drop NULL, anonymous, export, RC4, DES, 3DES and MD5.`,
    confirm: "any-cipher",
    reference: "RFC 9325 4.1",
  }),
  "tls-no-1.3": diagnostic<NoDetails>({
    check: "starttls",
    severity: "notice",
    message: () => words`The server does not support TLS 1.3.`,
    remedy: words`Update the mail server and its TLS library when you can; TLS 1.2 is acceptable, 1.3 is better.`,
    confirm: "any-version",
    reference: "RFC 9325 3.1.1",
  }),
  "tls-floor-unknown": diagnostic<{ readonly reason: SafeText }>({
    check: "starttls",
    severity: "notice",
    message: ({ reason }) => words`It is unknown whether TLS 1.0 or 1.1 is still accepted: ${reason}.`,
    remedy: words`Run again later, or test it by hand.`,
    confirm: "starttls-legacy",
    reference: "RFC 8996",
  }),
  "tls-large-hello": diagnostic<NoDetails>({
    check: "starttls",
    severity: "notice",
    message: () =>
      words`The handshake works only with a small ClientHello; clients with post-quantum key exchange fail.`,
    remedy: words`Update the server or the middlebox that cannot take a ClientHello in two segments.`,
    confirm: "large-hello",
    reference: "RFC 8446 4.1.2",
  }),
  "starttls-flaky": diagnostic<NoDetails>({
    check: "starttls",
    severity: "notice",
    message: () => words`STARTTLS failed at first and worked on the second look.`,
    remedy: words`Look for one of several backends that is configured differently, and for TLS processes at their limit.`,
    confirm: "starttls-again",
    reference: "RFC 3207 4.1",
  }),
} as const;
