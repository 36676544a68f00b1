import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { classifyTlsError } from "../../../src/observe/tls/tls-error.ts";

/** An error as Node makes it of what OpenSSL or the system says. */
function failure(fields: { message: string; code?: string; syscall?: string; reason?: string }): Error {
  return Object.assign(new Error(fields.message), fields);
}

const openssl = (rest: string): string =>
  `40CD25E7727F0000:error:0A000000:SSL routines:ssl3_read_bytes:${rest}\n`;

describe("an error of a TLS connection", () => {
  const cases: [case_: string, error: Error, expected: object][] = [
    [
      "an alert, by its number, whatever this OpenSSL calls it",
      failure({
        message: openssl("ssl/tls alert handshake failure:rec_layer_s3.c:918:SSL alert number 40"),
        code: "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE",
        reason: "ssl/tls alert handshake failure",
      }),
      { by: "peer-alert", code: "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", message: "handshake_failure" },
    ],
    [
      "an alert without the word in its code",
      failure({
        message: openssl("tlsv1 unrecognized name:rec_layer_s3.c:918:SSL alert number 112"),
        code: "ERR_SSL_TLSV1_UNRECOGNIZED_NAME",
      }),
      { by: "peer-alert", code: "ERR_SSL_TLSV1_UNRECOGNIZED_NAME", message: "unrecognized_name" },
    ],
    [
      "an alert that no registry has",
      failure({ message: openssl("unknown:x.c:1:SSL alert number 99"), code: "ERR_SSL_X" }),
      { by: "peer-alert", code: "ERR_SSL_X", message: "alert 99" },
    ],
    [
      "an end of the connection before TLS was up",
      failure({
        message: "Client network socket disconnected before secure TLS connection was established",
        code: "ECONNRESET",
      }),
      { by: "peer-closed" },
    ],
    [
      "an end in the middle of TLS",
      failure({
        message: openssl("unexpected eof while reading"),
        code: "ERR_SSL_UNEXPECTED_EOF_WHILE_READING",
        reason: "unexpected eof while reading",
      }),
      {
        by: "peer-closed",
        code: "ERR_SSL_UNEXPECTED_EOF_WHILE_READING",
        message: "unexpected eof while reading",
      },
    ],
    [
      "a write after the end",
      failure({ message: "write EPIPE", code: "EPIPE", syscall: "write" }),
      { by: "peer-closed", code: "EPIPE", message: "write EPIPE" },
    ],
    [
      "a reset",
      failure({ message: "read ECONNRESET", code: "ECONNRESET", syscall: "read" }),
      { by: "peer-reset", code: "ECONNRESET", message: "read ECONNRESET" },
    ],
    [
      "plain text",
      failure({
        message: openssl("wrong version number:x.c:77:"),
        code: "ERR_SSL_WRONG_VERSION_NUMBER",
        reason: "wrong version number",
      }),
      { by: "not-tls", code: "ERR_SSL_WRONG_VERSION_NUMBER", message: "wrong version number" },
    ],
    [
      "a refusal of our own",
      failure({
        message: openssl("unsupported protocol:x.c:1:"),
        code: "ERR_SSL_UNSUPPORTED_PROTOCOL",
        reason: "unsupported protocol",
      }),
      { by: "local", code: "ERR_SSL_UNSUPPORTED_PROTOCOL", message: "unsupported protocol" },
    ],
    [
      "an error of the network on our side",
      failure({ message: "read ENETDOWN", code: "ENETDOWN", syscall: "read" }),
      { by: "local", code: "ENETDOWN", message: "read ENETDOWN" },
    ],
    [
      "an error without a code",
      failure({ message: "oops" }),
      { by: "local", code: "Error", message: "oops" },
    ],
  ];
  for (const [case_, error, expected] of cases) {
    test(`is told apart: ${case_}`, () => {
      assert.deepEqual(classifyTlsError(error), expected);
    });
  }
});
