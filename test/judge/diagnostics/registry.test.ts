/** The registry of codes against the contract: which check raises a code, how grave it is, and what every code has. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settings } from "../../../src/config/settings.ts";
import type { Severity } from "../../../src/judge/report.ts";
import { CODES, describe as describeCode, isCode } from "../../../src/judge/diagnostics/registry.ts";

const judgeSettings = Object.entries(settings)
  .filter(([, { kind }]) => kind === "judge")
  .map(([name]) => name);

/** Section 3 of the contract: codes by check and default severity. */
const CONTRACT: Readonly<Record<string, Readonly<Record<Severity, readonly string[]>>>> = {
  mx: {
    error: [
      ...[
        "domain-not-found",
        "mx-missing",
        "mx-null",
        "mx-not-null",
        "mx-null-with-others",
        "mx-host-not-found",
      ],
      ...[
        "mx-no-address",
        "mx-is-address",
        "mx-invalid-name",
        "mx-private-address",
        "dns-servfail",
        "dnssec-bogus",
      ],
      ...["mx-unexpected-host", "mx-expected-missing", "mx-too-few-hosts", "ipv6-missing"],
    ],
    warning: [
      "mx-implicit",
      "mx-is-alias",
      "mx-inconsistent",
      "mx-truncated",
      "dns-malformed",
      "dane-partial",
    ],
    notice: ["mx-duplicate-host", "mx-null-preference"],
    inconclusive: ["dns-timeout", "dns-refused", "dns-resolver-broken"],
  },
  connect: {
    error: ["connect-refused", "connect-timeout", "connect-unreachable", "connect-reset"],
    warning: ["connect-slow"],
    notice: ["ipv6-unavailable"],
    inconclusive: ["egress-blocked", "egress-intercepted", "proxy-failed", "local-limit", "not-probed"],
  },
  banner: {
    error: ["banner-timeout", "banner-closed", "banner-malformed", "banner-too-long"],
    warning: ["banner-slow", "banner-no-hostname"],
    notice: [],
    inconclusive: ["banner-refused", "banner-deferred", "greylister-in-front"],
  },
  ehlo: {
    error: [
      ...["ehlo-refused", "ehlo-malformed", "ehlo-timeout", "ehlo-closed"],
      ...["ehlo-missing-extension", "ehlo-forbidden-extension"],
    ],
    warning: ["ehlo-helo-only", "ehlo-auth-in-clear"],
    notice: [],
    inconclusive: ["ehlo-client-refused"],
  },
  starttls: {
    error: [
      ...["starttls-not-offered", "starttls-refused", "starttls-extra-data"],
      ...["tls-handshake-failed", "tls-timeout", "tls-version-too-low"],
    ],
    warning: ["tls-legacy-accepted", "tls-weak-cipher", "starttls-hidden"],
    notice: ["tls-no-1.3", "tls-floor-unknown", "tls-large-hello", "starttls-flaky"],
    inconclusive: [],
  },
  certificate: {
    error: [
      ...["cert-expired", "cert-not-yet-valid", "cert-name-mismatch", "cert-self-signed", "cert-untrusted"],
      ...[
        "cert-incomplete-chain",
        "cert-weak-key",
        "cert-weak-signature",
        "cert-wrong-usage",
        "cert-chain-expired",
      ],
      ...["cert-issuer-unexpected", "cert-expiring"],
    ],
    warning: [
      ...["cert-expiring-soon", "cert-common-name-only", "cert-chain-expiring"],
      ...["cert-chain-order", "cert-senders-differ"],
    ],
    notice: ["cert-root-not-everywhere", "cert-chain-surplus"],
    inconclusive: ["cert-name-not-compared"],
  },
  relay: {
    error: ["relay-open", "relay-open-to-us"],
    warning: ["relay-odd-forms", "relay-not-tested", "relay-deferred"],
    notice: ["relay-rejected-otherwise", "relay-greylisted"],
    inconclusive: [],
  },
  delivery: {
    error: ["domain-not-served", "login-required", "delivery-failing"],
    warning: ["delivery-not-tested", "delivery-deferred", "null-sender-refused"],
    notice: ["postmaster-refused", "delivery-greylisted"],
    inconclusive: ["delivery-unclear", "delivery-not-asked"],
  },
  dane: {
    error: [
      ...["dane-mismatch", "dane-name-mismatch", "dane-expired", "dane-no-tls", "dane-lookup-failed"],
      ...["dane-required", "dane-key-unpublished"],
    ],
    warning: ["dane-unusable", "dane-insecure", "dane-unmatched-combination"],
    notice: ["dane-record-unusable", "dane-fragile", "dane-mx-insecure"],
    inconclusive: ["dane-unseen"],
  },
  "mta-sts": {
    error: ["mta-sts-mx-not-covered", "mta-sts-mx-unauthenticated", "mta-sts-required"],
    warning: [
      ...["mta-sts-id-unchanged", "mta-sts-record-invalid", "mta-sts-fetch-failed"],
      ...["mta-sts-webpki-invalid", "mta-sts-policy-invalid", "mta-sts-fragile", "mta-sts-max-age-short"],
    ],
    notice: ["mta-sts-pattern-unused"],
    inconclusive: ["mta-sts-unseen"],
  },
  "tls-rpt": {
    error: ["tls-rpt-required"],
    warning: ["tls-rpt-invalid", "tls-rpt-undeliverable"],
    notice: ["tls-rpt-missing"],
    inconclusive: ["tls-rpt-unseen"],
  },
  session: {
    error: ["session-closed", "session-limit"],
    warning: [],
    notice: [],
    inconclusive: ["session-deferred"],
  },
  run: {
    error: ["shard-missing", "zone-would-not-load"],
    warning: ["waiver-expired"],
    notice: [
      "waiver-ending",
      "waiver-unused",
      "policy-silences",
      "deadline-too-short",
      "addresses-not-probed",
      "target-sources",
    ],
    inconclusive: ["recording-cut-off"],
  },
};

/** Result types of RFC 8460 4.3. */
const RESULT_TYPES = [
  ...[
    "starttls-not-supported",
    "certificate-host-mismatch",
    "certificate-expired",
    "certificate-not-trusted",
  ],
  ...["validation-failure", "tlsa-invalid", "dnssec-invalid", "dane-required"],
  ...["sts-policy-fetch-error", "sts-policy-invalid", "sts-webpki-invalid"],
];

const contracted = new Map(
  Object.entries(CONTRACT).flatMap(([check, bySeverity]) =>
    Object.entries(bySeverity).flatMap(([severity, codes]) =>
      codes.map((code) => [code, { check, severity }] as const),
    ),
  ),
);

describe("every code of the registry", () => {
  for (const code of CODES) {
    test(`${code} stands in the contract, and has what a reader needs`, () => {
      assert.ok(isCode(code));
      const { check, severity, remedy, reference, resultType, askedBy, confirm } = describeCode(code);
      assert.deepEqual({ check, severity }, contracted.get(code));
      assert.match(remedy, /^[A-Z].*\.$/s);
      // Of a machine's own limits there is nothing to be seen at the server, and no RFC speaks of them.
      const withoutLine = ["local-limit", "not-probed", "proxy-failed", "delivery-not-asked"];
      const ours = withoutLine.includes(code) || check === "run";
      assert.equal(confirm === undefined, ours);
      if (reference !== undefined)
        assert.match(reference, /^RFC \d+(?: [A-Z\d][\d.]*)?(?:, (?:RFC \d+(?: [A-Z\d][\d.]*)?|[\d.]+))*$/);
      if (resultType !== undefined) assert.ok(RESULT_TYPES.includes(resultType), resultType);
      if (askedBy !== undefined) assert.ok(judgeSettings.includes(askedBy), askedBy);
    });
  }
});

describe("what is no code", () => {
  for (const text of ["", "cert-expire", "constructor", "__proto__", "CERT-EXPIRED"]) {
    test(`"${text}"`, () => assert.equal(isCode(text), false));
  }
});
