/** Ways to a trust anchor: path lengths, key identifiers, namesakes, cross-signs and the order in which they are served. */
import * as der from "../../../support/certificates/der.ts";
import { DAY, issue, type Issued } from "../../../support/certificates/issue.ts";
import { basicConstraints, forge, keyUsage, name, OID } from "../../../support/certificates/forge.ts";
import { authority, called, identifier, leafOf, points, ROOT, type ChainCase } from "./chain-case.ts";

const LENGTHS = [undefined, 0, 1, 2] as const;

/** CAs one below the other with these path lengths, root first, and a leaf below the last. */
function pathLengths(lengths: readonly (number | undefined)[]): ChainCase {
  const chain: Issued[] = [];
  for (const [index, pathLength] of lengths.entries()) {
    const issuer = chain[0];
    chain.unshift(
      authority(`CA ${String(index)}`, {
        extensions: [basicConstraints(true, pathLength)],
        ...(issuer === undefined ? {} : { issuer }),
      }),
    );
  }
  const [last, ...others] = chain;
  if (last === undefined) throw new Error("no CA");
  const title = `path lengths ${lengths.map((length) => length ?? "any").join(", ")}`;
  return { title, served: [leafOf(last), last, ...others], anchors: chain.slice(-1) };
}

function pathLengthCases(): ChainCase[] {
  const two = LENGTHS.flatMap((one) => LENGTHS.map((other) => [one, other]));
  const three = two.flatMap((lengths) => LENGTHS.map((length) => [...lengths, length]));
  return [...LENGTHS.map((length) => [length]), ...two, ...three].map(pathLengths);
}

const past = { notBefore: new Date(Date.now() - 90 * DAY), notAfter: new Date(Date.now() - DAY) };
const longer = { notAfter: new Date(Date.now() + 900 * DAY) };

function crossSignCases(): ChainCase[] {
  const one = issue({ subject: "Root One", ca: true });
  const two = issue({ subject: "Root Two", ca: true });
  const own = { subject: "Own CA", ca: true } as const;
  const byOne = issue({ ...own, issuer: one });
  const byTwo = issue({ ...own, issuer: two, reuseKeyOf: byOne });
  const agedOne = issue({ ...own, issuer: one, reuseKeyOf: byOne, ...past });
  const agedTwo = issue({ ...own, issuer: two, reuseKeyOf: byOne, ...past });
  const olderTwo = issue({
    ...own,
    issuer: two,
    reuseKeyOf: byOne,
    ...past,
    notAfter: new Date(Date.now() - 9 * DAY),
  });
  const longTwo = issue({ ...own, issuer: two, reuseKeyOf: byOne, ...longer });
  const leaf = issue({ subject: "x", issuer: byOne });
  const serve = (title: string, served: Issued[], ...anchors: Issued[]): ChainCase => ({
    title: `cross-signs: ${title}`,
    served: [leaf, ...served],
    anchors,
  });
  const forClients = issue({ ...own, issuer: one, reuseKeyOf: byOne, extendedKeyUsage: ["clientAuth"] });
  const noAuthority = forge({
    subject: byOne.name,
    issuer: one,
    extensions: [basicConstraints(false)],
    key: byOne.key,
  });
  const twoByOne = issue({ subject: "Root Two", ca: true, issuer: one, reuseKeyOf: two });
  const agedRoot = issue({ subject: "Root Two", ca: true, reuseKeyOf: two, ...past });
  return [
    serve("the trusted one first", [byOne, byTwo], one),
    serve("the trusted one last", [byTwo, byOne], one),
    serve("the trusted one last, with the other's root", [byTwo, two, byOne], one),
    serve("the trusted one last, behind its own root", [one, byTwo, byOne], one),
    serve("both trusted", [byTwo, byOne], one, two),
    serve("neither trusted", [byTwo, byOne], ROOT),
    serve("the untrusted one, expired, first", [agedTwo, byOne], one),
    serve("the untrusted one, which lasts longer, first", [longTwo, byOne], one),
    serve("both expired, the trusted one first", [agedOne, agedTwo], one),
    serve("both expired, the trusted one, which lasted longer, last", [olderTwo, agedOne], one),
    serve("the trusted one expired, the other one valid", [agedOne, byTwo], one),
    serve("the trusted one expired, the other one valid and first", [byTwo, agedOne], one),
    serve("each twice", [byTwo, byTwo, byOne, byOne], one),
    serve("the same one twice", [byOne, byOne], one),
    serve("the leaf again before the trusted one", [leaf, byOne], one),
    serve("a root that is cross-signed, the old one trusted", [byTwo, twoByOne], one),
    serve("a root that is cross-signed, both trusted", [byTwo, twoByOne], one, two),
    serve("a root that is cross-signed, itself served first", [byTwo, two, twoByOne], one),
    serve("a root that is cross-signed, itself served last", [byTwo, twoByOne, two], one),
    serve("an expired root in the store, cross-signed by a valid one", [byTwo, twoByOne], one, agedRoot),
    serve("an expired root in the store, and its successor", [byTwo], agedRoot, two),
    serve("an expired root in the store, behind its successor", [byTwo], two, agedRoot),
    serve("an expired root is served, its successor is in the store", [byTwo, agedRoot], two),
    serve("the intermediate in the store instead of in the chain", [], byOne, one),
    serve("the intermediate alone in the store", [], byOne),
    serve("the intermediate alone in the store, the root served", [one], byOne, ROOT),
    serve("the intermediate of another root in the store, the trusted one served", [byOne], byTwo, one),
    serve("the intermediate in the store may not stand above servers", [byOne], forClients, one),
    serve("the intermediate in the store is no CA's", [byOne], noAuthority, one),
    serve(
      "cross-signs of each other, none trusted",
      [byTwo, twoByOne, issue({ subject: "Root One", ca: true, issuer: two, reuseKeyOf: one })],
      ROOT,
    ),
  ];
}

function namesakeCases(): ChainCase[] {
  const first = authority("Same");
  const second = authority("Same");
  const below = authority("Below", { issuer: first });
  const other = authority("Below", { issuer: second });
  const marked = (id: string): Issued =>
    authority("Same", { extensions: [basicConstraints(true), identifier(id)] });
  const [one, two] = [marked("one"), marked("two")];
  const pointing = leafOf(one, { extensions: [points({ key: "one" })] });
  const noSigner = authority("Same", { extensions: [basicConstraints(true), keyUsage(0)] });
  return [
    { title: "namesakes: the signer first in the store", served: [leafOf(first)], anchors: [first, second] },
    { title: "namesakes: the signer last in the store", served: [leafOf(second)], anchors: [first, second] },
    { title: "namesakes: another key in the store", served: [leafOf(first)], anchors: [second] },
    { title: "namesakes: the signer served first", served: [leafOf(below), below, other], anchors: [first] },
    { title: "namesakes: the signer served last", served: [leafOf(below), other, below], anchors: [first] },
    { title: "namesakes: told apart by key identifiers", served: [pointing], anchors: [two, one] },
    {
      title: "namesakes: the right key identifier, another key",
      served: [leafOf(two, { extensions: [points({ key: "one" })] })],
      anchors: [one],
    },
    { title: "namesakes: the first may not sign", served: [leafOf(first)], anchors: [noSigner, first] },
  ];
}

function keyIdentifierCases(): ChainCase[] {
  const serial = Buffer.from("0123456789abcdef", "hex");
  const other = name([OID.commonName, "Other"]);
  const top = authority("Marked", { extensions: [basicConstraints(true), identifier("key")] });
  const forms: [form: string, to: Parameters<typeof points>[0]][] = [
    ["nothing", {}],
    ["its key", { key: "key" }],
    ["another key", { key: "yek" }],
    ["its serial", { serial }],
    ["another serial", { serial: Buffer.from([1]) }],
    ["its issuer and serial", { issuer: top.name, serial }],
    ["another issuer and its serial", { issuer: other, serial }],
    ["another issuer", { issuer: other }],
    ["its key and another serial", { key: "key", serial: Buffer.from([1]) }],
  ];
  return forms.flatMap(([form, to]) => {
    const root = authority("Marked", { extensions: [basicConstraints(true), identifier("key"), points(to)] });
    return [
      {
        title: `a leaf whose authority key identifier names ${form}`,
        served: [leafOf(top, { extensions: [points(to)] })],
        anchors: [top],
      } satisfies ChainCase,
      {
        title: `a root whose authority key identifier names ${form}`,
        served: [leafOf(root)],
        anchors: [root],
      } satisfies ChainCase,
    ];
  });
}

function completenessCases(): ChainCase[] {
  const between = authority("Between", { issuer: ROOT });
  const leaf = leafOf(between);
  const stranger = authority("Stranger");
  const alone = issue({ subject: "alone", dnsNames: ["mx.own.test"] });
  const rolled = authority("Rolled");
  const next = authority("Rolled", { issuer: rolled });
  const rsa = issue({ subject: "Kinds", ca: true, key: "rsa2048" });
  const crossKind = forge({
    ...called("Kinds"),
    issuer: rsa,
    issuerName: rsa.name,
    algorithm: der.sequence(der.oid("1.2.840.10045.4.3.2")),
  });
  const serve = (title: string, served: ChainCase["served"], ...anchors: Issued[]): ChainCase => ({
    title,
    served,
    anchors,
  });
  return [
    serve("the whole chain", [leaf, between, ROOT], ROOT),
    serve("the root left out", [leaf, between], ROOT),
    serve("the wrong order", [leaf, ROOT, between], ROOT),
    serve("strangers between", [leaf, stranger, between, alone], ROOT),
    serve("the leaf alone", [leaf], ROOT),
    serve("a foreign intermediate", [leaf, stranger], ROOT),
    serve("an unknown root", [leaf, between, ROOT], stranger),
    serve("no anchors", [leaf, between, ROOT]),
    serve("a self-signed leaf", [alone], ROOT),
    serve("a self-signed leaf in the store", [alone], alone),
    serve("a leaf in the store", [leaf, between], leaf),
    serve("an intermediate in the store", [leaf, between], between),
    serve("a successor of the same name and without key identifiers", [leafOf(next), next], rolled),
    serve("a namesake of another kind of key", [leafOf(crossKind), crossKind], rsa),
  ];
}

/** Chains about ways to a trust anchor. */
export function pathCases(): ChainCase[] {
  return [
    ...pathLengthCases(),
    ...crossSignCases(),
    ...namesakeCases(),
    ...keyIdentifierCases(),
    ...completenessCases(),
  ];
}
