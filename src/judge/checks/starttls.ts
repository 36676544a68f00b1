/** The check `starttls`: STARTTLS and the TLS versions. */
import type { EndpointCheck } from "./check.ts";
import type { TlsHandshake } from "../../observe/observation.ts";
import { quote, quoteWire, words, type SafeText } from "../../text/quote.ts";
import { abortedFinding, partialWords, replyWords, sessionFinding } from "./endings.ts";
import { common, forPeople, raise, type EndpointSubject, type Outcome, type Raised } from "../outcome.ts";
import { sendersWithoutTls } from "../senders.ts";
import { greylisterInFront } from "./banner.ts";

export const starttlsCheck: EndpointCheck<"starttls"> = {
  id: "starttls",
  scope: "endpoint",
  title: "STARTTLS",
  observes:
    "offer, handshake, version, cipher; whether TLS 1.0 and 1.1 are still taken; bytes in the clear behind",
  passes: "handshake done, version 1.2 or newer, nothing behind the 220",
  shortHead: "tls",
  weight: 25,
  needs: { depth: "starttls", floor: true },
  judge(subject) {
    const { dialog, endpoint } = subject;
    const greylister = greylisterInFront(dialog);
    if (greylister !== undefined) return greylister;
    if (endpoint.tlsMode === "starttls" && dialog.starttls === undefined) return undefined;
    if (dialog.starttls === undefined && dialog.tls === undefined) return undefined;
    const findings = [...judgeCommand(subject), ...judgeHandshake(subject), ...judgeFloor(subject)];
    if (dialog.flaky) findings.push(raise("starttls-flaky", {}));
    if (dialog.smallHelloOnly) findings.push(raise("tls-large-hello", {}));
    return {
      findings: findings.map((each) => ({
        ...each,
        senders: each.senders ?? sendersWithoutTls(each.code, dialog),
      })),
      summary: summarise(subject),
      facts: handshakeFacts(dialog.tls),
      // A policy may put up with the lack of TLS, but nobody has seen any.
      unproven: dialog.tls?.outcome !== "done" || dialog.helloInTls?.ended?.how === "tls-error",
      seconds: (dialog.starttls?.reply?.seconds ?? 0) + (dialog.tls?.seconds ?? 0),
    };
  },
};

function summarise({ dialog }: EndpointSubject): SafeText {
  if (dialog.tls?.outcome === "done" && dialog.helloInTls?.ended?.how !== "tls-error")
    return versionName(dialog.tls.version);
  if (dialog.starttls?.announced === false) return words`not offered`;
  if (dialog.tls !== undefined)
    return dialog.tls.outcome === "timeout" ? words`timed out` : words`handshake failed`;
  return dialog.starttls?.reply === undefined ? words`no answer` : words`${dialog.starttls.reply.code}`;
}

/** `TLSv1.3` as people write it. */
function versionName(version: string | undefined): SafeText {
  if (version === undefined) return words`TLS`;
  return quote(version.replace(/^TLSv1$/, "TLSv1.0").replace("TLSv", "TLS "), 20);
}

function handshakeFacts(tls: TlsHandshake | undefined): NonNullable<Outcome["facts"]> {
  if (tls?.outcome !== "done") return {};
  return common({
    tlsVersion: versionName(tls.version),
    cipher: quote(tls.cipher ?? "unknown"),
    ...(tls.keyExchange !== undefined && { keyExchange: quote(tls.keyExchange) }),
  });
}

function judgeCommand({ dialog, endpoint }: EndpointSubject): Raised[] {
  const step = dialog.starttls;
  if (step === undefined) return [];
  const findings: Raised[] = [];
  if (!step.announced) {
    const hello = dialog.hello?.reply;
    findings.push(
      raise("starttls-not-offered", {}, hello === undefined ? {} : { evidence: replyWords(hello) }),
    );
    if (dialog.tls?.outcome === "done") findings.push(raise("starttls-hidden", {}));
  } else if (step.ended?.how === "timeout") {
    findings.push(raise("tls-timeout", { step: words`STARTTLS`, seconds: endpoint.replyTimeout }));
  } else if (step.ended?.how === "malformed") {
    const evidence = partialWords(step.ended);
    findings.push(
      raise(
        "tls-handshake-failed",
        { reason: words`the answer to STARTTLS is not an SMTP reply` },
        { ...(evidence && { evidence }) },
      ),
    );
  } else if (step.reply !== undefined && step.reply.code !== 220 && step.reply.code !== 421) {
    findings.push(raise("starttls-refused", { code: step.reply.code }, { evidence: replyWords(step.reply) }));
  } else {
    const finding = sessionFinding(step, words`STARTTLS`, { dialog, endpoint });
    if (finding !== undefined) findings.push(finding);
  }
  if (step.extraData !== undefined) {
    const evidence = quoteWire(step.extraData);
    findings.push(raise("starttls-extra-data", { octets: step.extraData.length }, { evidence }));
  }
  return findings;
}

/** TLS below 1.2: OpenSSL 3 takes it at security level 0 only, which Postfix sets for opportunistic TLS (tls_client.c). */
const SENDERS_DIFFER = words`Postfix accepts this version by default; senders that leave OpenSSL 3 at its default security level refuse it, and go on in the clear or do not deliver`;

function judgeHandshake({ dialog, thresholds }: EndpointSubject): Raised[] {
  const { tls } = dialog;
  // What becomes of a STARTTLS that was never announced is no fault of its own.
  if (tls === undefined || (dialog.starttls?.announced === false && tls.outcome !== "done")) return [];
  if (tls.outcome === "aborted") return [abortedFinding()];
  if (tls.outcome === "timeout")
    return [raise("tls-timeout", { step: words`The TLS handshake`, seconds: forPeople(tls.seconds) })];
  if (tls.outcome === "failed") {
    return [
      raise(
        "tls-handshake-failed",
        { reason: failureWords(tls) },
        failureEvidence(tls.failure?.code, tls.failure?.message),
      ),
    ];
  }
  const alert = dialog.helloInTls?.ended;
  if (alert?.how === "tls-error") {
    const reason = (alert.code ?? "").includes("_ALERT_")
      ? words`the server ends TLS with an alert as soon as it is established (does it require a client certificate?)`
      : words`it is done, but the TLS library here cannot make sense of what follows`;
    return [raise("tls-handshake-failed", { reason }, failureEvidence(alert.code, undefined))];
  }
  const findings: Raised[] = [];
  const version = versionNumber(tls.version);
  const asked = Number(thresholds["min-tls-version"]);
  const shown = versionName(tls.version);
  if (version < asked) {
    const parts = {
      expected: words`TLS ${quote(thresholds["min-tls-version"])} or newer`,
      actual: shown,
      ...(version < 1.2 && { senders: SENDERS_DIFFER }),
    };
    findings.push(
      raise("tls-version-too-low", { version: shown, asked: quote(thresholds["min-tls-version"]) }, parts),
    );
  } else if (version < 1.2) {
    findings.push(raise("tls-legacy-accepted", { version: shown }));
  }
  if (version < 1.3) findings.push(raise("tls-no-1.3", {}, { actual: shown }));
  if (isWeakCipher(tls.cipher ?? ""))
    findings.push(raise("tls-weak-cipher", { cipher: quote(tls.cipher ?? "") }));
  return findings;
}

/** `TLSv1.2` as 1.2; what is unknown is older than all. */
function versionNumber(version: string | undefined): number {
  const match = /^TLSv1(?:\.(\d))?$/.exec(version ?? "");
  return match === null ? 0 : 1 + Number(match[1] ?? 0) / 10;
}

/** NULL, anonymous, export, RC4, DES, 3DES and MD5 (RFC 9325 4.1), by OpenSSL's and IANA's names. */
function isWeakCipher(cipher: string): boolean {
  return /NULL|^A(?:EC)?DH-|[-_]anon[-_]|EXP(?:ORT)?|RC4|DES|MD5/i.test(cipher);
}

function failureWords(tls: TlsHandshake): SafeText {
  switch (tls.failure?.by) {
    case "peer-alert":
      return words`the server ends it with an alert`;
    case "peer-closed":
      return words`the server closes the connection during it`;
    case "peer-reset":
      return words`the server resets the connection during it`;
    case "not-tls":
      return words`what comes back is not TLS`;
    case "local":
    case undefined:
      return words`the TLS library here cannot make sense of it`;
  }
}

function failureEvidence(code: string | undefined, message: string | undefined): { evidence?: SafeText } {
  const parts = [code, message].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? {} : { evidence: quote(parts.join(": ")) };
}

/** Whether TLS 1.0 and 1.1 are still taken, seen on a second connection. */
function judgeFloor({ dialog, endpoint, thresholds }: EndpointSubject): Raised[] {
  const { floor } = dialog;
  const modern = dialog.tls?.outcome === "done" && versionNumber(dialog.tls.version) >= 1.2;
  // Who makes an error of old versions wants them ruled out, and that was not possible.
  const ruledOut = thresholds.severity["tls-legacy-accepted"] === "error";
  if (!modern || (!endpoint.asked.floor && !ruledOut)) return [];
  const severity = ruledOut ? "inconclusive" : "notice";
  const unknown = (reason: SafeText) => [raise("tls-floor-unknown", { reason }, { severity })];
  if (!endpoint.asked.floor) return unknown(words`tls-floor-test is off`);
  if (floor === undefined) return unknown(words`the run ended before`);
  const { tls } = floor;
  if (tls === undefined) {
    const reply = (floor.starttls ?? floor.ehlo ?? floor.greeting)?.reply;
    if (reply !== undefined)
      return unknown(words`the server answered the connection for this test with ${reply.code}`);
    return unknown(words`the connection for this test did not get as far as TLS`);
  }
  if (tls.outcome === "done")
    return [
      raise(
        "tls-legacy-accepted",
        { version: versionName(tls.version) },
        { actual: quote(tls.cipher ?? "") },
      ),
    ];
  if (tls.outcome === "timeout") return unknown(words`the server left the old ClientHello unanswered`);
  if (tls.outcome === "aborted") return unknown(words`the run ended before`);
  // Only the peer's own word or hang-up means that it refuses; an error of this side means nothing.
  const refused =
    tls.failure?.by === "peer-alert" || tls.failure?.by === "peer-closed" || tls.failure?.by === "peer-reset";
  return refused ? [] : unknown(words`this machine's TLS library could not try`);
}
