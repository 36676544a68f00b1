/** Tells from an error of a TLS connection who ended it. */
import type { TlsHandshake } from "../observation.ts";

export type TlsFailure = NonNullable<TlsHandshake["failure"]>;

/** Alert descriptions (IANA registry "TLS Alerts"). */
const ALERTS: Readonly<Record<number, string>> = {
  0: "close_notify",
  10: "unexpected_message",
  20: "bad_record_mac",
  21: "decryption_failed",
  22: "record_overflow",
  30: "decompression_failure",
  40: "handshake_failure",
  41: "no_certificate",
  42: "bad_certificate",
  43: "unsupported_certificate",
  44: "certificate_revoked",
  45: "certificate_expired",
  46: "certificate_unknown",
  47: "illegal_parameter",
  48: "unknown_ca",
  49: "access_denied",
  50: "decode_error",
  51: "decrypt_error",
  52: "too_many_cids_requested",
  60: "export_restriction",
  70: "protocol_version",
  71: "insufficient_security",
  80: "internal_error",
  86: "inappropriate_fallback",
  90: "user_canceled",
  100: "no_renegotiation",
  109: "missing_extension",
  110: "unsupported_extension",
  111: "certificate_unobtainable",
  112: "unrecognized_name",
  113: "bad_certificate_status_response",
  114: "bad_certificate_hash_value",
  115: "unknown_psk_identity",
  116: "certificate_required",
  117: "general_error",
  120: "no_application_protocol",
  121: "ech_required",
};

/** OpenSSL's words for a first record that is none: plain text, or HTTP. */
const NOT_TLS: ReadonlySet<string> = new Set([
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_UNKNOWN_PROTOCOL",
  "ERR_SSL_HTTP_REQUEST",
  "ERR_SSL_HTTPS_PROXY_REQUEST",
]);

const CLOSED: ReadonlySet<string> = new Set(["EPIPE", "ERR_SSL_UNEXPECTED_EOF_WHILE_READING"]);
const RESET: ReadonlySet<string> = new Set(["ECONNRESET", "ECONNABORTED"]);

/** OpenSSL's reason where there is one: its message holds addresses and source lines that change by build. */
function reasonOf(error: NodeJS.ErrnoException): string {
  return "reason" in error && typeof error.reason === "string" ? error.reason : error.message;
}

/**
 * Says who ended a TLS connection, during the handshake or after it: under TLS 1.3 a server that wants a client
 * certificate says so only when the client has already finished. For alerts `message` is the alert's name. `local`
 * is what this side refused or failed at, bytes that break the protocol included: of the server it proves nothing.
 */
export function classifyTlsError(error: NodeJS.ErrnoException): TlsFailure {
  const code = error.code ?? error.name;
  // The code changes with OpenSSL (SSLV3_ALERT_…, SSL/TLS_ALERT_…), the number does not.
  const alert = /SSL alert number (\d+)/.exec(error.message)?.[1];
  if (alert !== undefined)
    return { by: "peer-alert", code, message: ALERTS[Number(alert)] ?? `alert ${alert}` };
  // Node's word for a connection that ended before TLS was up; a reset comes from a system call.
  if (code === "ECONNRESET" && error.syscall === undefined) return { by: "peer-closed" };
  if (CLOSED.has(code)) return { by: "peer-closed", code, message: reasonOf(error) };
  if (RESET.has(code)) return { by: "peer-reset", code, message: reasonOf(error) };
  return { by: NOT_TLS.has(code) ? "not-tls" : "local", code, message: reasonOf(error) };
}
