/** Targets whose chains differ: names, dates, signatures, the software that serves them. */
import {
  commonNameOnly,
  cut,
  expired,
  falselySigned,
  naming,
  notYetValid,
  privatePki,
  selfSigned,
  underExpired,
  webPki,
  wildcard,
} from "./chains.ts";
import {
  EXIM_CHECKS_ANCHOR_DATES,
  EXIM_KNOWS_ONE_NAME,
  OPENSSL_KNOWS_ONE_NAME,
} from "./oracle-differences.ts";
import type { MakeChain, Outcome, ServerPlan, Target, TlsaPlan } from "./target.ts";

interface Rule {
  readonly rule: string;
  readonly see: string;
}

function served(
  name: string,
  server: ServerPlan,
  tlsa: TlsaPlan,
  dane: Outcome,
  { rule, see }: Rule,
  rest: Partial<Target> = {},
): Target {
  const delivery = dane.startsWith("fail") ? "deferred" : "verified";
  return {
    name,
    rule,
    see,
    hosts: { mx: [server] },
    tlsa: { mx: [tlsa] },
    ...rest,
    label: { dane: { mx: dane }, delivery },
  };
}

function byKey(name: string, chain: MakeChain, rule: string, see = "RFC 7672 3.1.1"): Target {
  return served(name, { chain }, "3 1 1 leaf", "pass", { rule, see });
}

function byAnchor(
  name: string,
  chain: MakeChain,
  dane: Outcome,
  rule: string,
  see = "RFC 7672 3.2.2",
  differs: Target["differs"] = {},
): Target {
  return served(name, { chain }, "2 1 1 ca", dane, { rule, see }, { differs });
}

const KEYS: readonly Target[] = [
  byKey(
    "ee-other-name",
    selfSigned(naming("elsewhere")),
    "Names do not matter for DANE-EE.",
    "RFC 7672 3.2.1",
  ),
  byKey("ee-expired", selfSigned(expired), "An expired certificate is good for DANE-EE."),
  byKey("ee-not-yet-valid", selfSigned(notYetValid), "A certificate of tomorrow is good for DANE-EE."),
  byKey("ee-incomplete-chain", cut(webPki(), 1), "A missing intermediate does not matter for DANE-EE."),
  byKey("ee-false-signature", falselySigned(privatePki()), "Who signed does not matter for DANE-EE."),
  byKey("ee-rsa", selfSigned({ key: "rsa2048" }), "An RSA key matches."),
];

const NAMES: readonly Target[] = [
  byAnchor(
    "ta-other-name",
    privatePki(naming("elsewhere")),
    "fail: dane-name-mismatch",
    "Names matter for DANE-TA.",
  ),
  byAnchor(
    "ta-next-hop-name",
    privatePki(naming("@")),
    "pass",
    "The mail domain's name is good where MX is secure.",
    "RFC 7672 3.2.2",
    { exim: EXIM_KNOWS_ONE_NAME, openssl: OPENSSL_KNOWS_ONE_NAME },
  ),
  byAnchor("ta-wildcard", privatePki(wildcard), "pass", "A wildcard is good.", "RFC 7672 3.2.3"),
  byAnchor(
    "ta-common-name",
    privatePki(commonNameOnly),
    "pass",
    "The common name counts where no dNSName is.",
    "RFC 7672 3.2.3",
  ),
  byAnchor(
    "ta-common-name-beside-san",
    privatePki(({ host, name }) => ({ subject: host, dnsNames: [name("elsewhere")] })),
    "fail: dane-name-mismatch",
    "The common name does not count beside a dNSName.",
    "RFC 7672 3.2.3",
  ),
];

const PATHS: readonly Target[] = [
  byAnchor(
    "ta-expired",
    privatePki(expired),
    "fail: dane-expired",
    "Dates matter for DANE-TA.",
    "RFC 7672 3.1.2",
  ),
  byAnchor(
    "ta-not-yet-valid",
    privatePki(notYetValid),
    "fail: dane-expired",
    "Dates matter for DANE-TA.",
    "RFC 7672 3.1.2",
  ),
  served("ta-expired-between", { chain: underExpired }, "2 1 1 ca2", "fail: dane-expired", {
    rule: "Dates of what is between leaf and anchor matter.",
    see: "RFC 7672 3.1.2",
  }),
  served(
    "ta-expired-anchor",
    { chain: cut(underExpired, 2) },
    "2 1 1 ca",
    "pass",
    {
      rule: "The anchor's own date is not part of the path.",
      see: "RFC 5280 6.1",
    },
    { differs: { exim: EXIM_CHECKS_ANCHOR_DATES } },
  ),
  served("ta-expired-above", { chain: underExpiredRoot }, "2 1 1 ca", "pass", {
    rule: "Dates above the anchor do not matter.",
    see: "RFC 7671 5.2",
  }),
  byAnchor(
    "ta-false-signature",
    falselySigned(privatePki()),
    "fail: dane-mismatch",
    "A leaf that the anchor has not signed does not reach it.",
    "RFC 7672 3.1.2",
  ),
];

/** The intermediate's own issuer has expired; nobody above the intermediate is asked. */
function underExpiredRoot({ authorities, host }: Parameters<MakeChain>[0]): ReturnType<MakeChain> {
  const issuer = authorities.intermediate;
  return [authorities.leaf(host, { issuer }), issuer, authorities.expiredIntermediate];
}

const SOFTWARE: readonly Target[] = [
  served("postfix-ee", { by: "postfix", chain: webPki() }, "3 1 1 leaf", "pass", {
    rule: "Postfix with a certificate of the WebPKI, as most are.",
    see: "RFC 7672 3.1.1",
  }),
  served("postfix-mismatch", { by: "postfix", chain: webPki() }, "3 1 1 other", "fail: dane-mismatch", {
    rule: "Postfix after a renewal that changed the key.",
    see: "RFC 7671 8.1",
  }),
  served("postfix-ta", { by: "postfix", chain: privatePki() }, "2 1 1 ca2", "pass", {
    rule: "Postfix with an authority of its own.",
    see: "RFC 7672 3.1.2",
  }),
  served("exim-ee", { by: "exim", chain: selfSigned() }, "3 1 1 leaf", "pass", {
    rule: "Exim with GnuTLS and a certificate that signs itself.",
    see: "RFC 7672 3.1.1",
  }),
  served("exim-ta", { by: "exim", chain: privatePki() }, "2 1 1 ca2", "pass", {
    rule: "Exim with GnuTLS and an authority of its own.",
    see: "RFC 7672 3.1.2",
  }),
  served("exim-mismatch", { by: "exim", chain: selfSigned() }, "3 1 1 other", "fail: dane-mismatch", {
    rule: "Exim with GnuTLS after a change of the key.",
    see: "RFC 7671 8.1",
  }),
];

export const VALIDITY_TARGETS: readonly Target[] = [...KEYS, ...NAMES, ...PATHS, ...SOFTWARE];
