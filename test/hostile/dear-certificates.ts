/** Peers whose certificates are made to cost as much work as the bounds allow. */
import * as der from "../support/certificates/der.ts";
import { issue } from "../support/certificates/issue.ts";
import {
  alternativeNames,
  basicConstraints,
  extension,
  forge,
  name,
  nameConstraints,
  OID,
  rsaKeyInfo,
} from "../support/certificates/forge.ts";
import { serving } from "./certificate-peers.ts";
import { SOUND, type Peer, type Said, type Scene } from "./peer.ts";

/** Certificates that stand behind a leaf: with it as many as are kept. */
const BEHIND = 19;

const judged = (certificate: string): Said => ({ ...SOUND, certificate });
const called = (text: string): Buffer => name([OID.commonName, text]);

function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Authorities of one name with keys of their own, made once: it takes longer to make them than to serve them. */
const authorities = once(() =>
  times(BEHIND + 1, () => issue({ subject: "Namesake", ca: true, key: "p384" })),
);

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A leaf of an issuer that is not served, and namesakes of that issuer: no two hosts serve the same certificate. */
function namesakes(host: string) {
  const [issuer, ...others] = authorities();
  const leaf = issue({ subject: host, dnsNames: [host], ...(issuer !== undefined && { issuer }) });
  return {
    leaf,
    others: others.map((authority) => issue({ subject: "Namesake", ca: true, reuseKeyOf: authority }).der),
  };
}

/** The same with keys that take 7 ms each; nobody holds them. */
function dearNamesakes(host: string) {
  const subject = called("Namesake");
  const algorithm = der.sequence(der.oid("1.2.840.113549.1.1.11"), der.none());
  // As long as the modulus, for what is shorter is refused without a look at it.
  const signature = Buffer.alloc(384, 0x7f);
  const leaf = forge({
    subject: called(host),
    issuerName: subject,
    algorithm,
    signature,
    extensions: [alternativeNames(host)],
  });
  const others = times(BEHIND, (index) => {
    const exponent = Buffer.alloc(380, 0xff);
    exponent[0] = index + 1;
    const publicKey = rsaKeyInfo(3072, exponent);
    return forge({ subject, publicKey, algorithm, signature, extensions: [basicConstraints(true)] }).der;
  });
  return { leaf, others };
}

/** A name that is as long as twenty of it may be. */
function longNames(host: string) {
  const subject = called("x".repeat(1800));
  const leaf = forge({ subject: called(host), issuerName: subject, extensions: [alternativeNames(host)] });
  return { leaf, others: times(BEHIND, () => forge({ subject, extensions: [basicConstraints(true)] }).der) };
}

/** An authority that may give a hundred names, and a leaf that has as many. */
function manyNames({ host, root }: Scene) {
  const directory = (index: number): Buffer => der.explicit(4, called(`${"n".repeat(200)}${String(index)}`));
  const names = times(120, directory);
  const authority = forge({
    subject: called("Constrained"),
    issuer: root,
    extensions: [
      basicConstraints(true),
      nameConstraints({ permitted: [der.explicit(4, called(host)), ...names.toReversed()] }),
    ],
  });
  const leaf = forge({
    subject: called(host),
    issuer: authority,
    extensions: [alternativeNames(host, ...names)],
  });
  return { leaf, others: [authority.der] };
}

/** Every authority is signed by every other one. */
function bridges(host: string) {
  const keys = times(5, (index) => issue({ subject: `Bridge ${String(index)}`, ca: true }));
  const [first] = keys;
  const crossed = keys.flatMap((one) =>
    keys
      .filter((two) => two !== one)
      .map((two) => issue({ subject: one.subject, ca: true, issuer: two, reuseKeyOf: one }).der),
  );
  const leaf = issue({ subject: host, dnsNames: [host], ...(first !== undefined && { issuer: first }) });
  return { leaf, others: crossed.slice(0, BEHIND) };
}

/** Twenty certificates with as many extensions as there is room for. */
function manyExtensions(host: string) {
  const extensions = times(150, (index) => extension(`1.3.6.1.4.1.99999.${String(index)}`, der.none()));
  const leaf = forge({
    subject: called(host),
    issuerName: called("Crowded"),
    extensions: [alternativeNames(host), ...extensions],
  });
  const crowded = times(3, () => forge({ subject: called("Crowded"), extensions }).der);
  return { leaf, others: times(BEHIND, (index) => crowded[index % crowded.length] ?? leaf.der) };
}

export const dearPeers: readonly Peer[] = [
  ...times(20, (index) =>
    serving(`namesakes-${String(index)}`, judged("fail cert-untrusted"), ({ host }) => namesakes(host)),
  ),
  serving("dear-namesakes", judged("fail cert-untrusted"), ({ host }) => dearNamesakes(host)),
  serving("long-names", judged("fail cert-untrusted"), ({ host }) => longNames(host)),
  serving("many-names", judged("pass"), manyNames),
  serving("bridges", judged("fail cert-untrusted"), ({ host }) => bridges(host)),
  serving("many-extensions", judged("fail cert-untrusted"), ({ host }) => manyExtensions(host)),
];
