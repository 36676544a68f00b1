/** Certificate chains that targets serve. */
import type { Issued, IssueOptions } from "../../support/certificates/issue.ts";
import type { MakeChain, Maker } from "./target.ts";

/** Options that may depend on the names of the target. */
type Differing = Partial<IssueOptions> | ((maker: Maker) => Partial<IssueOptions>);

function options(maker: Maker, differing: Differing): Partial<IssueOptions> {
  return typeof differing === "function" ? differing(maker) : differing;
}

const PAST: Differing = ({ authorities }) => authorities.days(-30, -2);
const FUTURE: Differing = ({ authorities }) => authorities.days(2, 30);

/** A leaf that signs itself, which no WebPKI trusts. */
export const selfSigned =
  (differing: Differing = {}): MakeChain =>
  (maker) => [maker.authorities.selfSigned(maker.host, options(maker, differing))];

/** Leaf and intermediate of the trusted root, which is not sent: what public authorities tell people to serve. */
export const webPki =
  (differing: Differing = {}): MakeChain =>
  (maker) =>
    maker.authorities.chain(maker.host, options(maker, differing));

/** Leaf, intermediate and root of a private authority, all sent. */
export const privatePki =
  (differing: Differing = {}): MakeChain =>
  (maker) => {
    const { authorities, host } = maker;
    const issuer = authorities.privateIntermediate;
    const leaf = authorities.leaf(host, { issuer, ...options(maker, differing) });
    return [leaf, issuer, authorities.privateRoot];
  };

/** The first `count` certificates of a chain. */
export const cut =
  (make: MakeChain, count: number): MakeChain =>
  (maker) => {
    const [leaf, ...rest] = make(maker);
    return [leaf, ...rest.slice(0, count - 1)];
  };

/** A chain with further certificates behind it that have nothing to do with it. */
export const withStray =
  (make: MakeChain): MakeChain =>
  (maker) => [...make(maker), maker.authorities.otherIntermediate];

/** A certificate whose last octet, which belongs to the signature, is another. */
function spoilt(issued: Issued): Issued {
  const der = Buffer.from(issued.der);
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
  return { ...issued, der, pem };
}

/** A chain whose leaf carries a false signature. */
export const falselySigned =
  (make: MakeChain): MakeChain =>
  (maker) => {
    const [leaf, ...rest] = make(maker);
    return [spoilt(leaf), ...rest];
  };

/** Issued by an authority that has expired. */
export const underExpired: MakeChain = ({ authorities, host }) => {
  const issuer = authorities.expiredIntermediate;
  return [authorities.leaf(host, { issuer }), issuer, authorities.root];
};

export const expired = PAST;
export const notYetValid = FUTURE;

/** Names one host of the target, or several, and no other. */
export const naming =
  (...hosts: readonly string[]): Differing =>
  ({ name }) => ({ subject: name(hosts[0] ?? "@"), dnsNames: hosts.map(name) });

/** Names the host in its subject alone. */
export const commonNameOnly: Differing = { dnsNames: [] };

/** The wildcard one label above the host. */
export const wildcard: Differing = ({ host }) => ({ subject: null, dnsNames: [host.replace(/^[^.]+/, "*")] });
