/** How the domains of the topics DNS and TCP are set up. */
import { NAME_SERVERS } from "./name-servers.ts";
import { at, bytes, network, one, postfix, postfixWith } from "./plan.ts";
import type { DomainPlan, PostfixPlan } from "./plan.ts";

/** A domain without servers of its own; lines relative to .test. */
function records(...lines: readonly string[]): DomainPlan {
  return { records: lines, hosts: {} };
}

/** A sound server whose certificate names every host of the domain. */
const FOR_ALL_HOSTS: PostfixPlan = postfix({
  chain: ({ authorities, domain }) => authorities.chain(domain, { dnsNames: [`*.${domain}`] }),
});

/** Many MX hosts, all at one address. */
function crowd(domain: string, count: number): DomainPlan {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    records: numbers.flatMap((number) => [
      `${domain} MX ${number} mx${number}.${domain}`,
      ...(number === 1 ? [] : [`mx${number}.${domain} A ADDRESS`]),
    ]),
    hosts: { mx1: [FOR_ALL_HOSTS] },
  };
}

const SOUND = postfix();

/** A zone of its own whose name server spoils AAAA answers, each by its name. */
function behindFaulty(domain: string): DomainPlan {
  return {
    records: [`${domain} NS ns.${domain}`, `ns.${domain} A ${NAME_SERVERS.faulty}`],
    hosts: { mx: [SOUND] },
    zone: "unsigned",
  };
}

/** An MX host that is the first of so many aliases; without hosts of its own, nobody gets as far as the address. */
function chain(domain: string, length: number, hosts: DomainPlan["hosts"] = { mx: [SOUND] }): DomainPlan {
  const name = (link: number): string => (link === 0 ? `mx.${domain}` : `a${link}.${domain}`);
  const links = Array.from({ length }, (_, link) => `${name(link)} CNAME ${name(link + 1)}`);
  return {
    records: [
      `${domain} MX 10 mx.${domain}`,
      ...links,
      `${name(length)} A ${"mx" in hosts ? "ADDRESS" : "127.0.0.9"}`,
    ],
    hosts,
  };
}

export const DNS_PLANS: Readonly<Record<string, DomainPlan>> = {
  nxdomain: records(),
  nodata: records("nodata TXT nothing"),
  lame: records("lame NS ns.lame", `ns.lame A ${NAME_SERVERS.other}`),
  "lost-zone": { ...records("lost-zone NS ns"), zone: "lost" },
  "dead-authority": records(
    "dead-authority NS ns.dead-authority",
    `ns.dead-authority A ${NAME_SERVERS.dead}`,
  ),
  "silent-authority": records(
    "silent-authority NS ns.silent-authority",
    `ns.silent-authority A ${NAME_SERVERS.silent}`,
  ),
  "refused-by-resolver": records("refused-by-resolver MX 10 mx.refused-by-resolver"),
  "silent-resolver": records("silent-resolver MX 10 mx.silent-resolver"),
  bogus: { ...records("bogus NS ns", `bogus DS 12345 13 2 ${"0".repeat(64)}`), zone: "signed" },
  "bogus-host": records("bogus-host MX 10 mx.bogus"),
  "lame-host": records("lame-host MX 10 mx.lame"),
  unsigned: { records: ["unsigned NS ns"], hosts: { mx: [SOUND] }, zone: "unsigned" },
  "slow-authority": {
    records: ["slow-authority NS ns.slow-authority", `ns.slow-authority A ${NAME_SERVERS.slow}`],
    hosts: { mx: [SOUND] },
    zone: "unsigned",
  },
  sixty: crowd("sixty", 60),
  "hundred-and-one": crowd("hundred-and-one", 101),
  "null-mx": records("null-mx MX 0 ."),
  "null-with-others": {
    records: ["null-with-others MX 0 .", "null-with-others MX 10 mx.null-with-others"],
    hosts: { mx: [SOUND] },
  },
  "null-preference": records("null-preference MX 10 ."),
  implicit: { records: [], hosts: { "@": [SOUND] } },
  "mx-alias": {
    records: ["mx-alias MX 10 mx.mx-alias", "mx.mx-alias CNAME host.mx-alias", "host.mx-alias A ADDRESS"],
    hosts: { mx: [SOUND] },
  },
  "domain-alias": {
    records: ["domain-alias CNAME www.domain-alias", "www.domain-alias MX 10 mx.domain-alias"],
    hosts: { mx: [SOUND] },
  },
  "cname-loop": records(
    "cname-loop MX 10 a.cname-loop",
    "a.cname-loop CNAME b.cname-loop",
    "b.cname-loop CNAME a.cname-loop",
  ),
  "mx-to-nothing": records("mx-to-nothing MX 10 gone.nxdomain"),
  "mx-without-address": records(
    "mx-without-address MX 10 mx.mx-without-address",
    "mx.mx-without-address TXT x",
  ),
  "mx-is-ip": records("mx-is-ip MX 10 127.0.0.9."),
  "mx-is-literal": records("mx-is-literal MX 10 \\[192.0.2.1\\]."),
  underscore: {
    records: ["underscore MX 10 mx_1.underscore"],
    hosts: { mx_1: [postfixWith({ myhostname: "mx.underscore.test" })] },
  },
  "space-in-name": records("space-in-name MX 10 mx\\032one.space-in-name"),
  "one-to-nothing": {
    records: ["one-to-nothing MX 10 mx1.one-to-nothing", "one-to-nothing MX 20 mx2.one-to-nothing"],
    hosts: { mx1: [SOUND] },
  },
  duplicate: {
    records: ["duplicate MX 10 mx.duplicate", "duplicate MX 20 mx.duplicate"],
    hosts: { mx: [SOUND] },
  },
  "duplicate-case": {
    records: ["duplicate-case MX 10 mx.duplicate-case", "duplicate-case MX 20 MX.Duplicate-Case"],
    hosts: { mx: [SOUND] },
  },
  "mx-self": { records: ["mx-self MX 10 mx-self"], hosts: { "@": [SOUND] } },
  "equal-preference": {
    records: ["equal-preference MX 10 mx1.equal-preference", "equal-preference MX 10 mx2.equal-preference"],
    hosts: { mx1: [SOUND], mx2: [SOUND] },
  },
  "upper-case": {
    records: ["UPPER-CASE MX 10 MX.UPPER-CASE"],
    hosts: { mx: [SOUND] },
    given: "UPPER-CASE.TEST",
  },
  "trailing-dot": { ...one(SOUND), given: "trailing-dot.test." },
  "xn--bcher-kva": { ...one(SOUND), given: "bücher.test" },
  "v6-only": one(at("v6", SOUND)),
  "dual-stack": { hosts: { mx: [SOUND, at("v6", SOUND)] } },
  "one-address-dead": { hosts: { mx: [SOUND, network("closed")] } },
  "v6-dead": { hosts: { mx: [SOUND, at("v6", network("dropped"))] } },
  "v6-no-route": { hosts: { mx: [SOUND, at("abroad6", network("closed"))] } },
  "v6-only-no-route": one(at("abroad6", network("closed"))),
  "aaaa-servfail": behindFaulty("aaaa-servfail"),
  "aaaa-nxdomain": behindFaulty("aaaa-nxdomain"),
  "aaaa-refused": behindFaulty("aaaa-refused"),
  "aaaa-notimp": behindFaulty("aaaa-notimp"),
  "aaaa-formerr": behindFaulty("aaaa-formerr"),
  "aaaa-silent": behindFaulty("aaaa-silent"),
  "nine-aliases": chain("nine-aliases", 9),
  "eleven-aliases": chain("eleven-aliases", 11),
  "twelve-aliases": chain("twelve-aliases", 12, {}),
  "sixteen-aliases": chain("sixteen-aliases", 16, {}),
  "shared-served": { hosts: { mx: [SOUND] } },
  "shared-unserved": { records: ["shared-unserved MX 10 mx.shared-served"], hosts: {}, unserved: true },
  "one-of-four": {
    records: [1, 2, 3, 4].map((number) => `one-of-four MX ${number}0 mx${number}.one-of-four`),
    hosts: { mx1: [SOUND], mx2: [network("closed")], mx3: [SOUND], mx4: [SOUND] },
  },
  public: one(at("public", SOUND)),
  "public-open": one(at("public", postfixWith({ mynetworks: "0.0.0.0/0" }))),
  private: one(SOUND),
  "resolver-gone": records("resolver-gone MX 10 mx.resolver-gone"),
  "resolver-mute": records("resolver-mute MX 10 mx.resolver-mute"),
  "resolver-failing": records("resolver-failing MX 10 mx.resolver-failing"),
  "resolver-refusing": records("resolver-refusing MX 10 mx.resolver-refusing"),
  "resolver-nowhere": records("resolver-nowhere MX 10 mx.resolver-nowhere"),
  "resolver-second": one(SOUND),
};

export const TCP_PLANS: Readonly<Record<string, DomainPlan>> = {
  refused: one(network("closed")),
  "refused-by-icmp": one(network("port-unreachable")),
  dropped: one(network("dropped")),
  "host-unreachable": one(network("host-unreachable")),
  "admin-prohibited": one(network("admin-prohibited")),
  "net-prohibited": one(network("net-prohibited")),
  "own-prohibition": one(network("own-prohibition")),
  "full-backlog": one(network("full-backlog")),
  lossy: one(at("lossy", SOUND)),
  "no-route": one(at("abroad", network("closed"))),
  "accept-close": one(bytes({ hangUp: "end" })),
  "accept-reset": one(bytes({ pause: 0.1 }, { hangUp: "reset" })),
  "accept-silence": one(bytes()),
};
