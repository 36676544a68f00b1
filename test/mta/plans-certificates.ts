/** How the domains of the topic "Certificates" are set up: Postfix or Exim with one certificate each. */
import type { IssueOptions } from "../support/certificates/issue.ts";
import { nameOf, type AuthorityFile } from "./authority-files.ts";
import type { Authorities, Chain } from "./certificates.ts";
import { exim, one, postfix } from "./plan.ts";
import type { DomainPlan, Stage } from "./plan.ts";

type ChainMaker = (stage: Stage) => Chain;

const by = (chain: ChainMaker): DomainPlan => one(postfix({ chain }));

/** A leaf that differs so, with its intermediate. */
function leaf(differing: (stage: Stage) => Partial<IssueOptions>): ChainMaker {
  return (stage) => stage.authorities.chain(stage.host, differing(stage));
}

/** A sound leaf that began and ends so many days from now. */
function days(from: number, until: number): ChainMaker {
  return leaf(({ authorities }) => authorities.days(from, until));
}

/** Names what it names in place of the host. */
function named(names: (stage: Stage) => Partial<IssueOptions>): ChainMaker {
  return leaf((stage) => ({ subject: "A mail server", dnsNames: [], ...names(stage) }));
}

/** A leaf of this issuer for the host, and behind it what `served` says. */
function issued(
  issuer: (authorities: Authorities) => Chain[number],
  served: (authorities: Authorities) => readonly Chain[number][],
): ChainMaker {
  return ({ authorities, host }) => [
    authorities.leaf(host, { issuer: issuer(authorities) }),
    ...served(authorities),
  ];
}

/** The same, where the leaf says that its issuer's certificate is to be had under this name. */
function naming(
  file: AuthorityFile,
  issuer: (authorities: Authorities) => Chain[number],
  served: (authorities: Authorities) => readonly Chain[number][] = () => [],
): ChainMaker {
  return ({ authorities, host }) => [
    authorities.leaf(host, { issuer: issuer(authorities), caIssuers: [nameOf(file)] }),
    ...served(authorities),
  ];
}

const NAMES_ITS_ISSUER = naming("second-root.cer", (lab) => lab.calledRoot);

/** Let's Encrypt's short-lived certificates. */
const SIX_DAYS = 160 / 24;

const EXPIRED = days(-93, -3);
const LEAF_ALONE: ChainMaker = ({ authorities, host }) => [authorities.leaf(host)];
const SELF_SIGNED: ChainMaker = ({ authorities, host }) => [authorities.selfSigned(host)];

export const CERTIFICATE_PLANS: Readonly<Record<string, DomainPlan>> = {
  expired: by(EXPIRED),
  "expired-exim": one(exim({ chain: EXPIRED })),
  "not-yet-valid": by(days(2, 92)),
  "days-5": by(days(-85, 5)),
  "days-20": by(days(-70, 20)),
  "days-29": by(days(-61, 29)),
  "six-days-0": by(days(0, SIX_DAYS)),
  "six-days-1": by(days(-1, SIX_DAYS - 1)),
  "six-days-2": by(days(-2, SIX_DAYS - 2)),
  "six-days-3": by(days(-3, SIX_DAYS - 3)),
  "six-days-4": by(days(-4, SIX_DAYS - 4)),
  "six-days-5": by(days(-130 / 24, 30 / 24)),
  "six-days-6": by(days(-140 / 24, 20 / 24)),
  "days-45-0": by(days(0, 45)),
  "days-45-15": by(days(-15, 30)),
  "days-45-33": by(days(-33, 12)),
  "days-45-35": by(days(-35, 10)),
  "wrong-name": by(named(() => ({ dnsNames: ["mail.elsewhere.test"] }))),
  wildcard: by(named(({ domain }) => ({ dnsNames: [`*.${domain}`] }))),
  "wildcard-deep": by(named(() => ({ dnsNames: ["*.test"] }))),
  "upper-case-san": by(named(({ host }) => ({ dnsNames: [host.toUpperCase()] }))),
  "ip-only": by(named(({ address }) => ({ ipAddresses: [address] }))),
  "common-name": by(named(({ host }) => ({ subject: host }))),
  "domain-name": by(named(({ domain }) => ({ subject: domain, dnsNames: [domain] }))),
  "self-signed": by(SELF_SIGNED),
  "self-signed-exim": one(exim({ chain: SELF_SIGNED })),
  "unknown-root": by(
    issued(
      (lab) => lab.privateIntermediate,
      (lab) => [lab.privateIntermediate, lab.privateRoot],
    ),
  ),
  "private-root-direct": by(
    issued(
      (lab) => lab.privateRoot,
      (lab) => [lab.privateRoot],
    ),
  ),
  "private-root-hidden": by(
    issued(
      (lab) => lab.privateRoot,
      () => [],
    ),
  ),
  "no-intermediate": by(LEAF_ALONE),
  "no-intermediate-exim": one(exim({ chain: LEAF_ALONE })),
  "wrong-intermediate": by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.otherIntermediate],
    ),
  ),
  "names-issuer": by(NAMES_ITS_ISSUER),
  "names-issuer-exim": one(exim({ chain: NAMES_ITS_ISSUER })),
  "names-two-issuers": by(naming("deeper.pem", (lab) => lab.deeper)),
  "names-issuer-of-wrong": by(
    naming(
      "second-root.cer",
      (lab) => lab.calledRoot,
      (lab) => [lab.otherIntermediate],
    ),
  ),
  "names-private-root": by(naming("private.cer", (lab) => lab.hiddenPrivate)),
  "served-names-private-root": by(
    issued(
      (lab) => lab.hiddenPrivateIntermediate,
      (lab) => [lab.hiddenPrivateIntermediate],
    ),
  ),
  "names-missing-file": by(naming("gone.cer", (lab) => lab.lost)),
  "names-other-issuer": by(naming("other.cer", (lab) => lab.lost)),
  "expired-intermediate": by(
    issued(
      (lab) => lab.expiredIntermediate,
      (lab) => [lab.expiredIntermediate],
    ),
  ),
  "ending-intermediate": by(
    issued(
      (lab) => lab.endingIntermediate,
      (lab) => [lab.endingIntermediate],
    ),
  ),
  "wrong-order": by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.root, lab.intermediate],
    ),
  ),
  surplus: by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.intermediate, lab.otherIntermediate],
    ),
  ),
  "surplus-expired": by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.intermediate, lab.expiredIntermediate],
    ),
  ),
  "sha1-root": by(
    issued(
      (lab) => lab.sha1Root,
      (lab) => [lab.sha1Root],
    ),
  ),
  "rsa-1024": by(leaf(() => ({ key: "rsa1024" }))),
  "sha1-leaf": by(leaf(() => ({ signature: "sha1" }))),
  "client-usage": by(leaf(() => ({ extendedKeyUsage: ["clientAuth"] }))),
  ed25519: by(leaf(() => ({ key: "ed25519" }))),
  "p-384": by(leaf(() => ({ key: "p384" }))),
  "rsa-2048": by(leaf(() => ({ key: "rsa2048" }))),
  "far-future": by(days(-1, 12_000)),
  "no-usage": by(leaf(() => ({ extendedKeyUsage: [] }))),
  "empty-subject": by(leaf(() => ({ subject: null }))),
  "partial-wildcard": by(named(({ domain }) => ({ dnsNames: [`m*.${domain}`] }))),
  "ip-and-common-name": by(named(({ host, address }) => ({ subject: host, ipAddresses: [address] }))),
  "weak-intermediate": by(
    issued(
      (lab) => lab.weakIntermediate,
      (lab) => [lab.weakIntermediate],
    ),
  ),
  "sha1-intermediate": by(
    issued(
      (lab) => lab.sha1Intermediate,
      (lab) => [lab.sha1Intermediate],
    ),
  ),
  "issued-by-leaf": by(({ authorities, host }) => {
    const other = authorities.leaf("other.test");
    return [authorities.leaf(host, { issuer: other }), other, authorities.intermediate];
  }),
  "too-long-path": by(
    issued(
      (lab) => lab.tooDeep,
      (lab) => [lab.tooDeep, lab.intermediate],
    ),
  ),
  "expired-twin": by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.expiredTwin, lab.intermediate],
    ),
  ),
  "expired-twin-alone": by(
    issued(
      (lab) => lab.intermediate,
      (lab) => [lab.expiredTwin],
    ),
  ),
  "two-names": {
    records: ["two-names MX 10 mx1.two-names", "two-names MX 20 mx2.two-names", "mx2.two-names A ADDRESS"],
    hosts: { mx1: [postfix()] },
  },
  "three-faults": by(({ authorities }) => [
    authorities.selfSigned("mail.elsewhere.test", authorities.days(-93, -3)),
  ]),
  "four-faults": by(
    leaf(({ authorities }) => ({
      ...authorities.days(-93, -3),
      key: "rsa1024",
      signature: "sha1",
      extendedKeyUsage: ["clientAuth"],
    })),
  ),
};
