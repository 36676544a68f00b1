/**
 * The domains of the lab: how each of their servers is set up, and what is therefore true of them under the
 * default policy with `allow-private-addresses: true` and `max-banner-seconds: 2`. The truth is written from
 * the set-up, never from what a program said of it.
 */
import { SKIP, fails, peer, scripted, skips, validDays, warns } from "./lab-plan.ts";
import type { Deviations, DomainPlan } from "./lab-plan.ts";
import { always, onlyFor } from "../smtp/smtp-script.ts";

const EXPIRED = validDays(-93, -3);
const NO_CERTIFICATE_SEEN = { certificate: SKIP } satisfies Deviations;

/** Every domain of the lab, the sound ones first. */
export const DOMAINS: readonly DomainPlan[] = [
  {
    domain: "healthy.test",
    result: "pass",
    hosts: [
      peer("mx1.healthy.test"),
      scripted("mx2.healthy.test", {
        // Whoever names no server gets a self-signed certificate here, as from large providers.
        tls: (stage) => ({ chainWithoutName: [stage.selfSigned("no-sni.test")] }),
      }),
    ],
  },
  {
    domain: "dual-stack.test",
    result: "pass",
    hosts: [{ ...peer("mx1.dual-stack.test"), dualStack: true }],
  },
  {
    domain: "greylisting.test",
    result: "pass",
    hosts: [
      scripted("mx1.greylisting.test", {
        deviations: { relay: skips("relay-greylisted"), delivery: skips("delivery-greylisted") },
        // The words and the code of milter-greylist: X.7.1 is not about relaying here.
        script: { rcpt: always("451 4.7.1 Greylisting in action, please come back in 00:05:00") },
      }),
    ],
  },
  {
    domain: "20-days-left.test",
    result: "warn",
    hosts: [
      // 90 days long: it warns under a quarter, 22.5 days, and fails under 14.
      peer("mx1.20-days-left.test", validDays(-70, 20), { certificate: warns("cert-expiring-soon") }),
    ],
  },
  {
    domain: "old-tls.test",
    result: "warn",
    hosts: [
      scripted("mx1.old-tls.test", {
        deviations: { starttls: warns("tls-legacy-accepted") },
        tls: () => ({ minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }),
      }),
    ],
  },
  {
    domain: "slow-greeting.test",
    result: "warn",
    hosts: [
      scripted("mx1.slow-greeting.test", {
        deviations: { banner: warns("banner-slow") },
        script: { greeting: [3, "220 mx1.slow-greeting.test ESMTP\r\n"] },
      }),
    ],
  },
  {
    domain: "nameless-greeting.test",
    result: "warn",
    hosts: [
      scripted("mx1.nameless-greeting.test", {
        deviations: { banner: warns("banner-no-hostname") },
        script: { greeting: "220 ESMTP ready\r\n" },
      }),
    ],
  },
  {
    domain: "expired.test",
    result: "fail",
    hosts: [peer("mx1.expired.test", EXPIRED, { certificate: fails("cert-expired") })],
  },
  {
    domain: "5-days-left.test",
    result: "fail",
    hosts: [peer("mx1.5-days-left.test", validDays(-85, 5), { certificate: fails("cert-expiring") })],
  },
  {
    domain: "wrong-name.test",
    result: "fail",
    hosts: [
      peer("mx1.wrong-name.test", () => ({ subject: "mail.other.test", dnsNames: ["mail.other.test"] }), {
        certificate: fails("cert-name-mismatch"),
      }),
    ],
  },
  {
    domain: "self-signed.test",
    result: "fail",
    hosts: [
      scripted("mx1.self-signed.test", {
        deviations: { certificate: fails("cert-self-signed") },
        tls: (stage) => ({ chain: [stage.selfSigned("mx1.self-signed.test")] }),
      }),
    ],
  },
  {
    domain: "missing-intermediate.test",
    result: "fail",
    hosts: [
      scripted("mx1.missing-intermediate.test", {
        deviations: { certificate: fails("cert-incomplete-chain") },
        tls: (stage) => ({ chain: [stage.chainFor("mx1.missing-intermediate.test")[0]] }),
      }),
    ],
  },
  {
    domain: "no-starttls.test",
    result: "fail",
    hosts: [
      scripted("mx1.no-starttls.test", {
        deviations: { ...NO_CERTIFICATE_SEEN, starttls: fails("starttls-not-offered") },
        script: { starttls: "missing" },
      }),
    ],
  },
  {
    domain: "broken-starttls.test",
    result: "fail",
    hosts: (["close", "plaintext"] as const).map((starttls, index) =>
      scripted(`mx${String(index + 1)}.broken-starttls.test`, {
        deviations: { ...NO_CERTIFICATE_SEEN, starttls: fails("tls-handshake-failed") },
        script: { starttls },
      }),
    ),
  },
  {
    domain: "open-relay.test",
    result: "fail",
    hosts: [
      scripted("mx1.open-relay.test", {
        // On loopback this client may be one of the server's own, so what is seen is `-to-us`.
        deviations: { relay: fails("relay-open-to-us") },
        script: { rcpt: always("250 2.1.5 Ok") },
      }),
    ],
  },
  {
    domain: "not-served.test",
    result: "fail",
    hosts: [
      scripted("mx1.not-served.test", {
        deviations: { delivery: fails("domain-not-served") },
        script: { rcpt: onlyFor(["moved.test"]) },
      }),
    ],
  },
  {
    domain: "refused-port.test",
    result: "fail",
    hosts: [
      {
        host: "mx1.refused-port.test",
        setUp: () => "nothing listens",
        deviations: {
          connect: fails("connect-refused"),
          banner: SKIP,
          ehlo: SKIP,
          starttls: SKIP,
          certificate: SKIP,
          relay: SKIP,
          delivery: SKIP,
        },
      },
    ],
  },
  { domain: "null-mx.test", result: "fail", hosts: [] },
  {
    domain: "one-of-four.test",
    result: "fail",
    hosts: [
      peer("mx1.one-of-four.test"),
      peer("mx2.one-of-four.test", EXPIRED, { certificate: fails("cert-expired") }),
      peer("mx3.one-of-four.test"),
      peer("mx4.one-of-four.test"),
    ],
  },
];
