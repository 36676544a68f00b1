/** The ClientHellos of a run. One context of each kind serves all connections: a context each costs a quarter more. */
import { constants } from "node:crypto";
import { createSecureContext, type SecureContext, type SecureContextOptions } from "node:tls";
import type { TlsHandshake } from "../observation.ts";

export type HelloKind = TlsHandshake["hello"];
export type TlsContexts = Readonly<Record<HelloKind, SecureContext>>;

/**
 * Everything that authenticates and encrypts, in OpenSSL's order of strength. Security level 0 takes weak keys,
 * hashes and groups: what is weak is to be negotiated and then graded, not refused here.
 */
const AUTHENTICATED = "ALL:!aNULL:!eNULL:@SECLEVEL=0";

/**
 * The same, and behind it what neither authenticates nor encrypts. A Postfix that goes by its own order would take
 * anonymous suites first, so they are offered on the second attempt only, to servers that refused the rest.
 */
const EVERYTHING = "ALL:COMPLEMENTOFALL:+aNULL:+eNULL:@SECLEVEL=0";

/** Groups that every TLS library has known for long. */
const CLASSIC_GROUPS = "X25519:P-256:P-384:P-521";

/** OpenSSL's SSL_OP_TLSEXT_PADDING, which Node has no name for (RFC 7685). */
const PADDING = 0x10;

/** A server may not renegotiate, so what was judged stays true; one that cannot do it securely is still met. */
const ALWAYS = constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_LEGACY_SERVER_CONNECT;

const COMMON: SecureContextOptions = {
  minVersion: "TLSv1",
  ciphers: AUTHENTICATED,
  secureOptions: ALWAYS,
};

const SMALL: SecureContextOptions = {
  ...COMMON,
  ciphers: EVERYTHING,
  ecdhCurve: CLASSIC_GROUPS,
  secureOptions: ALWAYS | PADDING,
};

/**
 * The contexts for one run, each made when it is first asked for: reading the anchors takes OpenSSL tens of milliseconds.
 * - `full`: today's ClientHello (about 1,600 octets for its post-quantum key share), TLS 1.0 to 1.3;
 * - `small`: classic groups, padded past the 511 octets that some devices choke on, 517 octets for usual names;
 * - `legacy`: TLS 1.0 and 1.1 only.
 * @param anchors gives the trust anchors (PEM) that OpenSSL verifies chains with, for its own verdict beside ours
 */
export function createTlsContexts(anchors: () => readonly string[]): TlsContexts {
  const made = new Map<HelloKind, SecureContext>();
  const recall = (kind: HelloKind, make: () => SecureContextOptions): SecureContext => {
    const context = made.get(kind) ?? createSecureContext(make());
    made.set(kind, context);
    return context;
  };
  return {
    get full() {
      return recall("full", () => ({ ...COMMON, ca: [...anchors()] }));
    },
    get small() {
      return recall("small", () => ({ ...SMALL, ca: [...anchors()] }));
    },
    // Nobody judges the certificates that it gets.
    get legacy() {
      return recall("legacy", () => ({ ...COMMON, maxVersion: "TLSv1.1", ca: [] }));
    },
  };
}

/**
 * The context of a connection that is verified with these anchors (PEM) and not judged. One serves all connections to
 * a place: reading the anchors takes tens of milliseconds.
 */
export function contextTrusting(anchors: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...anchors] });
}

/**
 * The same for a web server that senders demand TLS 1.2 of (RFC 8461 7.2), with OpenSSL's usual demands on keys and
 * signatures: whoever sends mail has no other.
 */
export function webContext(anchors: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...anchors], minVersion: "TLSv1.2" });
}
