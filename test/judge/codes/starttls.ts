import { connect } from "node:net";
import { directRoute, type Route } from "../../../src/observe/route/route.ts";
import { listen, type Place, type RawServer } from "../../support/tcp/raw-server.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { PATIENT } from "../scene.ts";

/** A device that resets those connections in which the client sends what it does not like. */
function resettingWhere(
  dislikes: (octets: number, connection: number) => boolean,
): (server: Place) => Promise<RawServer> {
  return ({ host, port = 0 }) =>
    listen({ host }, (client, connection) => {
      const server = connect({ host, port, noDelay: true });
      server.on("error", () => client.destroy());
      server.on("close", () => client.destroy());
      client.on("close", () => server.destroy());
      server.pipe(client);
      client.on("data", (chunk) => {
        if (dislikes(chunk.length, connection)) client.resetAndDestroy();
        else server.write(chunk);
      });
    });
}

/** Octets of a command at most, and of a small ClientHello at most. */
const COMMAND = 400;
const SMALL_HELLO = 600;

/** A route on which the second connection, which offers old versions only, is refused. */
function oneConnection(): Route {
  let dialled = 0;
  return {
    description: "one connection",
    dial: (destination, options) => {
      dialled += 1;
      if (dialled === 1) return directRoute.dial(destination, options);
      return Promise.resolve({ step: { outcome: "refused", code: "ECONNREFUSED", seconds: 0 } });
    },
  };
}

const common = { check: "starttls", confirm: CONFIRM.starttls } as const;
const error = { ...common, verdict: "fail", severity: "error" } as const;
const warning = { ...common, verdict: "warn", severity: "warning" } as const;
const notice = { ...common, verdict: "pass", severity: "notice" } as const;
const OLD = { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } as const;

export const starttlsCases: readonly CodeCase[] = [
  {
    ...error,
    code: "starttls-not-offered",
    where: "STARTTLS is neither announced nor known",
    scene: { script: { starttls: "missing" } },
    says: ["does not offer STARTTLS"],
    advises: "smtpd_tls_security_level",
    quotes: "250-mx.case.test | 250-PIPELINING",
  },
  {
    ...warning,
    code: "starttls-hidden",
    where: "STARTTLS is not announced and works all the same",
    scene: { script: { starttls: "hidden" } },
    verdict: "fail",
    says: ["not announced"],
    advises: "SMTP inspection",
    beside: ["starttls-not-offered"],
  },
  {
    ...error,
    code: "starttls-refused",
    where: "it is put off, on the second look, too",
    scene: {
      script: { troubles: [{ at: "STARTTLS", reply: "454 4.7.0 TLS not available due to local problem" }] },
      settings: { retries: "1" },
    },
    says: ["454"],
    confirm: CONFIRM.starttlsCommand,
    advises: "key file",
    quotes: "TLS not available due to local problem",
  },
  {
    ...error,
    code: "starttls-refused",
    where: "it is refused",
    scene: { script: { troubles: [{ at: "STARTTLS", reply: "502 5.5.1 not implemented" }] } },
    says: ["502"],
    confirm: CONFIRM.starttlsCommand,
    advises: "log",
  },
  {
    ...error,
    code: "starttls-extra-data",
    where: "a reply in the clear stands behind the 220",
    scene: { script: { behindStarttls: "250 injected\r\n" } },
    says: ["14 octets"],
    confirm: CONFIRM.starttlsCommand,
    advises: "response injection",
    quotes: "250 injected",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "a reply in the clear answers the ClientHello",
    scene: { script: { starttls: "plaintext" } },
    says: ["not TLS"],
    advises: "log",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "the server hangs up behind the 220",
    scene: { script: { starttls: "close" } },
    says: ["closes the connection"],
    advises: "certificate and key",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "the server resets at the ClientHello",
    scene: { script: { starttls: "reset" } },
    says: ["resets the connection"],
    advises: "certificate and key",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "something on the way resets at every ClientHello",
    scene: { inFront: resettingWhere((octets) => octets > COMMAND) },
    says: ["resets the connection"],
    advises: "log",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "the server has no cipher for its own certificate",
    scene: { tls: () => ({ maxVersion: "TLSv1.2", ciphers: "ECDHE-RSA-AES128-GCM-SHA256" }) },
    says: ["ends it with an alert"],
    advises: "no common version or cipher",
    quotes: "handshake_failure",
  },
  {
    ...error,
    code: "tls-handshake-failed",
    confirm: CONFIRM.handshake,
    where: "the answer to STARTTLS is no reply",
    scene: { script: { troubles: [{ at: "STARTTLS", reply: "Go ahead" }] } },
    says: ["STARTTLS is not an SMTP reply"],
    advises: "log",
    quotes: "Go ahead",
  },
  {
    ...error,
    code: "tls-timeout",
    where: "STARTTLS gets no answer",
    scene: {
      script: { troubles: [{ at: "STARTTLS", then: "silence" }] },
      settings: PATIENT,
    },
    says: ["STARTTLS", "40 s"],
    advises: "tlsmgr",
  },
  {
    ...error,
    code: "tls-timeout",
    where: "the ClientHello gets no answer",
    scene: { script: { starttls: "silence" }, settings: PATIENT },
    says: ["The TLS handshake got no answer within"],
    advises: "large packets",
  },
  {
    ...error,
    code: "tls-version-too-low",
    confirm: CONFIRM.anyVersion,
    where: "the server knows nothing newer than TLS 1.1",
    scene: { tls: () => ({ ...OLD, maxVersion: "TLSv1.1" }) },
    says: ["negotiates TLS 1.1", "TLS 1.0 to 1.3 were offered", "at least TLS 1.2"],
    advises: "smtpd_tls_protocols",
  },
  {
    ...error,
    code: "tls-version-too-low",
    confirm: CONFIRM.anyVersion,
    where: "the policy asks for TLS 1.3 and the server knows TLS 1.2",
    scene: { tls: () => ({ maxVersion: "TLSv1.2" }), settings: { "min-tls-version": "1.3" } },
    says: ["negotiates TLS 1.2", "at least TLS 1.3"],
    advises: "newer versions",
  },
  {
    ...warning,
    code: "tls-legacy-accepted",
    where: "the server takes TLS 1.0 on the second connection",
    scene: { tls: () => ({ minVersion: "TLSv1", maxVersion: "TLSv1.2", ciphers: "ALL@SECLEVEL=0" }) },
    says: ["TLS 1.1"],
    advises: "TLS 1.2 as the lowest version",
    confirm: CONFIRM.legacy,
  },
  {
    ...warning,
    code: "tls-legacy-accepted",
    where: "the policy is content with the TLS 1.1 that is negotiated",
    scene: { tls: () => ({ ...OLD, maxVersion: "TLSv1.1" }), settings: { "min-tls-version": "1.0" } },
    says: ["TLS 1.1"],
    advises: "TLS 1.2 as the lowest version",
    confirm: CONFIRM.legacy,
  },
  {
    ...warning,
    code: "tls-weak-cipher",
    confirm: CONFIRM.anyCipher,
    where: "the server encrypts nothing",
    scene: { tls: () => ({ maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0" }) },
    says: ["ECDHE-ECDSA-NULL-SHA"],
    advises: "AES-GCM",
  },
  {
    ...notice,
    code: "tls-no-1.3",
    confirm: CONFIRM.anyVersion,
    where: "the server knows nothing newer than TLS 1.2",
    scene: { tls: () => ({ maxVersion: "TLSv1.2" }) },
    says: ["TLS 1.3"],
    advises: "TLS library",
  },
  {
    ...notice,
    code: "tls-floor-unknown",
    where: "the second connection does not come about",
    scene: { route: oneConnection() },
    says: ["TLS 1.0 or 1.1", "connection for this test"],
    advises: "by hand",
    confirm: CONFIRM.legacy,
  },
  {
    ...notice,
    code: "tls-floor-unknown",
    where: "the policy makes an error of old versions and they could not be ruled out",
    scene: { route: oneConnection(), settings: { severity: "tls-legacy-accepted: error" } },
    verdict: "inconclusive",
    severity: "inconclusive",
    says: ["TLS 1.0 or 1.1"],
    advises: "later",
    confirm: CONFIRM.legacy,
  },
  {
    ...notice,
    code: "tls-large-hello",
    confirm: CONFIRM.largeHello,
    where: "something on the way cannot take a large ClientHello",
    scene: { inFront: resettingWhere((octets) => octets > SMALL_HELLO) },
    says: ["small ClientHello"],
    advises: "middlebox",
  },
  {
    ...notice,
    code: "starttls-flaky",
    confirm: CONFIRM.again,
    where: "STARTTLS works on the second look only",
    scene: {
      script: { troubles: [{ at: "STARTTLS", connections: 1, reply: "454 4.7.0 TLS not available" }] },
      settings: { retries: "1" },
    },
    says: ["second look"],
    advises: "several backends",
  },
  {
    ...notice,
    code: "starttls-flaky",
    confirm: CONFIRM.again,
    where: "the handshake breaks once and never again",
    scene: { inFront: resettingWhere((octets, connection) => connection === 1 && octets > COMMAND) },
    says: ["failed at first"],
    advises: "limit",
  },
];
