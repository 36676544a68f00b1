/** Peers that are sound but for what they serve as certificates: too many, too large, broken, contradicting. */
import { randomBytes } from "node:crypto";
import * as der from "../support/certificates/der.ts";
import { issue, type Issued } from "../support/certificates/issue.ts";
import {
  alternativeNames,
  basicConstraints,
  extendedKeyUsage,
  extension,
  forge,
  keyUsage,
  name,
  OID,
  rsaKeyInfo,
  type Recipe,
} from "../support/certificates/forge.ts";
import { forgeTls13, type ForgedTls13 } from "./forged-tls13.ts";
import { SOUND, withoutTls, type Peer, type Said, type Scene } from "./peer.ts";
import { playSound } from "./steps.ts";
import { upToTls } from "./tls-peers.ts";

/** What is served: the leaf with its key, and octets behind it. */
interface Served {
  readonly leaf: Issued;
  readonly others: readonly Buffer[];
}

/** A server that answers inside TLS 1.3 as a sound one does. */
async function answer(tls: ForgedTls13, { host, domain }: Scene): Promise<void> {
  await tls.hear(/EHLO .*\r\n/);
  await tls.say(`250-${host}\r\n250 PIPELINING\r\n`);
  await tls.hear(/RSET\r\n[^]*RSET\r\n/);
  await tls.say("250 2.1.0 Ok\r\n554 5.7.1 Relay access denied\r\n250 2.0.0 Ok\r\n");
  await tls.say(`250 2.1.0 Ok\r\n250 2.1.5 postmaster@${domain}\r\n250 2.0.0 Ok\r\n`);
  await tls.hear(/QUIT\r\n/);
  await tls.say("221 2.0.0 Bye\r\n");
}

/** Serves it on every connection that speaks TLS 1.3; the others meet a sound server. */
export function serving(name: string, said: Said, serve: (scene: Scene) => Served): Peer {
  return {
    name,
    said,
    async play(scene) {
      if (scene.connection > 1) {
        await playSound(scene);
        return;
      }
      const { leaf, others } = serve(scene);
      if (!(await upToTls(scene))) return;
      const tls = await forgeTls13(scene.wire, {
        certificates: [leaf.der, ...others],
        key: leaf.key,
      });
      if (tls === undefined) scene.wire.socket.destroy();
      else await answer(tls, scene);
    },
  };
}

const judged = (certificate: string): Said => ({ ...SOUND, certificate });
/** OpenSSL itself will have none of it. The relay test follows in the clear. */
const REFUSED = withoutTls("fail tls-handshake-failed");

/** A leaf of the lab's own intermediate, with what the recipe says. */
function leafOf({ host, chain }: Scene, recipe: Partial<Recipe> = {}): Issued {
  const extensions = recipe.extensions ?? [alternativeNames(host)];
  return forge({ subject: name([OID.commonName, host]), issuer: chain[1], ...recipe, extensions });
}

/** A leaf with this recipe, and the intermediate behind it. */
function forged(label: string, certificate: string, recipe: (scene: Scene) => Partial<Recipe>): Peer {
  return serving(label, judged(certificate), (scene) => ({
    leaf: leafOf(scene, recipe(scene)),
    others: [scene.chain[1].der],
  }));
}

/** The same octets with one of them changed. */
function patched(octets: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(octets);
  copy[at] = value;
  return copy;
}

const GENERALIZED_TIME = 0x18;
const hugeExponent = Buffer.alloc(8, 0xff);

const chains: readonly Peer[] = [
  serving("chain-of-200", judged("pass cert-chain-surplus"), ({ chain: [leaf, intermediate] }) => {
    const surplus = issue({ subject: "Surplus", ca: true });
    return { leaf, others: [intermediate.der, ...Array.from({ length: 198 }, () => surplus.der)] };
  }),
  serving("ladder-of-200", judged("fail cert-untrusted"), ({ host }) => {
    const steps: Issued[] = [];
    for (let step = 0; step < 199; step++) {
      const issuer = steps.at(-1);
      steps.push(issue({ subject: `Step ${step}`, ca: true, ...(issuer && { issuer, reuseKeyOf: issuer }) }));
    }
    const bottom = steps.at(-1);
    const leaf = issue({ subject: host, dnsNames: [host], ...(bottom && { issuer: bottom }) });
    return { leaf, others: steps.toReversed().map((each) => each.der) };
  }),
  serving("cross-signed-maze", judged("fail cert-untrusted"), ({ host }) => {
    // Twenty authorities of one name and two keys, each signed by the others: paths without number.
    const first = issue({ subject: "Maze", ca: true });
    const second = issue({ subject: "Maze", ca: true, issuer: first });
    const maze = Array.from({ length: 18 }, (_, index) =>
      issue({
        subject: "Maze",
        ca: true,
        issuer: index % 2 === 0 ? first : second,
        reuseKeyOf: index % 3 === 0 ? first : second,
      }),
    );
    const leaf = issue({ subject: host, dnsNames: [host], issuer: first });
    return { leaf, others: [second, ...maze].map((each) => each.der) };
  }),
  serving("the-leaf-forty-times", judged("fail cert-incomplete-chain"), ({ chain: [leaf] }) => ({
    leaf,
    others: Array.from({ length: 40 }, () => leaf.der),
  })),
  serving("certificates-without-end", REFUSED, ({ chain: [leaf, intermediate] }) => ({
    leaf,
    others: Array.from({ length: 400 }, () => intermediate.der),
  })),
  serving("rubbish-behind-the-leaf", REFUSED, ({ chain: [leaf] }) => ({ leaf, others: [randomBytes(1000)] })),
  serving("empty-certificate", REFUSED, ({ chain: [leaf] }) => ({
    leaf: { ...leaf, der: Buffer.alloc(0) },
    others: [],
  })),
  serving("length-that-lies", REFUSED, ({ chain: [leaf] }) => ({
    leaf: { ...leaf, der: patched(leaf.der, 3, (leaf.der[3] ?? 0) ^ 0x10) },
    others: [],
  })),
  serving("length-without-end", REFUSED, ({ chain: [leaf] }) => ({
    leaf: { ...leaf, der: patched(leaf.der, 1, 0x80) },
    others: [],
  })),
  serving("another-key", REFUSED, ({ chain: [leaf, intermediate] }) => ({
    leaf: { ...leaf, key: intermediate.key },
    others: [],
  })),
];

/** What hides in the certificate of somebody who has no other: OpenSSL looks for PEM before it tries DER. */
const hidden = (pem: string): Buffer => extension("1.3.6.1.4.1.99999.1", Buffer.from(`\n${pem}`));

const hiding: readonly Peer[] = [
  serving("root-in-an-extension", judged("fail cert-untrusted"), ({ host, root }) => ({
    leaf: forge({
      subject: name([OID.commonName, host]),
      issuerName: root.name,
      extensions: [alternativeNames(host), hidden(root.pem)],
    }),
    others: [],
  })),
  serving("root-in-the-subject", judged("fail cert-untrusted"), ({ host, root }) => ({
    leaf: forge({
      subject: name([OID.commonName, host], [OID.organization, `\n${root.pem}`]),
      issuerName: root.name,
      extensions: [alternativeNames(host)],
    }),
    others: [root.der],
  })),
  serving("root-in-an-intermediate", judged("fail cert-untrusted"), ({ host, root, chain: [, real] }) => {
    const impostor = forge({
      subject: real.name,
      issuerName: root.name,
      extensions: [basicConstraints(true), hidden(root.pem)],
    });
    const leaf = forge({
      subject: name([OID.commonName, host]),
      issuer: impostor,
      extensions: [alternativeNames(host)],
    });
    return { leaf, others: [impostor.der] };
  }),
];

const leaves: readonly Peer[] = [
  forged("thousand-names", "pass", ({ host }) => ({
    extensions: [alternativeNames(...Array.from({ length: 1000 }, (_, at) => `n${at}.big.test`), host)],
  })),
  forged("huge-extension", "pass", ({ host }) => ({
    extensions: [alternativeNames(host), extension("1.3.6.1.4.1.99999.1", randomBytes(60_000))],
  })),
  forged("nul-in-name", "fail cert-name-mismatch", ({ host }) => ({
    extensions: [alternativeNames(`${host}\0.evil.test`)],
  })),
  forged("newline-in-name", "fail cert-name-mismatch", ({ host }) => ({
    extensions: [alternativeNames(`evil.test\n${host}`)],
  })),
  forged("name-in-another-case", "pass", ({ host }) => ({
    extensions: [alternativeNames(host.toUpperCase())],
  })),
  forged("names-that-lie", "fail cert-name-mismatch cert-untrusted", ({ host }) => {
    const names = der.sequence(der.implicit(2, Buffer.from(host)));
    return { extensions: [extension(OID.alternativeNames, patched(names, 1, 0x7f))] };
  }),
  forged("ends-before-it-begins", "fail cert-expired", () => ({
    notBefore: der.time(new Date("2040-01-01T00:00:00Z")),
    notAfter: der.time(new Date("2020-01-01T00:00:00Z")),
  })),
  forged("date-that-is-none", "fail cert-untrusted", () => ({
    notAfter: der.element(GENERALIZED_TIME, Buffer.from("99999999999999Z")),
  })),
  forged("date-of-words", "fail cert-untrusted", () => ({
    notAfter: der.element(GENERALIZED_TIME, Buffer.from("\n::error::owned")),
  })),
  forged("year-9999", "pass", () => ({
    notAfter: der.element(GENERALIZED_TIME, Buffer.from("99991231235959Z")),
  })),
  forged("names-twice", "fail cert-untrusted", ({ host }) => ({
    extensions: [alternativeNames(host), alternativeNames("evil.test")],
  })),
  forged("version-1-with-names", "pass", () => ({ version: 1 })),
  forged("authority-that-may-not-sign", "fail cert-wrong-usage", ({ host }) => ({
    extensions: [
      alternativeNames(host),
      basicConstraints(true, 0),
      keyUsage(0),
      extendedKeyUsage("1.3.6.1.5.5.7.3.2"),
    ],
  })),
  forged("spoilt-signature", "fail cert-untrusted", () => ({ spoilt: true })),
  forged("serial-of-20000-bits", "pass", () => ({ serial: der.integer(Buffer.alloc(2500, 0x7f)) })),
  forged("issuer-that-it-is-not", "fail cert-untrusted", () => ({
    issuerName: name([OID.commonName, "Somebody Else"]),
  })),
  serving("absurd-keys", judged("fail cert-untrusted"), ({ host }) => {
    const absurd = name([OID.commonName, "Absurd"]);
    const authority = { subject: absurd, extensions: [basicConstraints(true), keyUsage(5)] };
    const leaf = forge({
      subject: name([OID.commonName, host]),
      issuerName: absurd,
      extensions: [alternativeNames(host)],
    });
    const keys = [16_384, 16_392, 24_000, 40_000].map((bits) =>
      forge({ ...authority, publicKey: rsaKeyInfo(bits, hugeExponent) }),
    );
    return { leaf, others: [...keys, ...keys].map((each) => each.der) };
  }),
];

export const certificatePeers: readonly Peer[] = [...chains, ...hiding, ...leaves];
