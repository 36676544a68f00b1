/**
 * Certificates that hide another one: `X509Certificate` looks for PEM anywhere in the octets before it tries DER, so that
 * whoever carries a public root's PEM in one of his fields would be read as that root. Anybody can make them.
 */
import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, test } from "node:test";
import { readCertificateFile } from "../../../src/observe/x509/certificate-file.ts";
import { readCertificate } from "../../../src/observe/x509/certificate.ts";
import { findTrustPaths } from "../../../src/observe/trust/paths.ts";
import { loadTrustStores } from "../../../src/observe/trust/stores.ts";
import * as der from "../../support/certificates/der.ts";
import { issue, type Issued } from "../../support/certificates/issue.ts";
import { storesOf } from "../trust/finding.ts";
import {
  alternativeNames,
  basicConstraints,
  extension,
  forge,
  name,
  OID,
  type Recipe,
} from "../../support/certificates/forge.ts";
import { verdictOfOpenssl } from "../trust/openssl-verdict.ts";

const root = issue({ subject: "Public Root", ca: true });
const middle = issue({ subject: "Public Middle", ca: true, issuer: root });
const HOST = "mx.example.com";
const UNKNOWN = "1.3.6.1.4.1.99999.1";

/** A leaf that nobody but its maker has signed, and that says it is the root's. */
function leaf(recipe: Partial<Recipe>): Issued {
  const own = recipe.extensions ?? [];
  return forge({
    subject: name([OID.commonName, HOST]),
    issuerName: root.name,
    ...recipe,
    extensions: [alternativeNames(HOST), ...own],
  });
}

// OpenSSL looks at the beginning of lines.
const hidden = (text: string): Buffer => extension(UNKNOWN, der.octetString(Buffer.from(`\n${text}`)));
const relabelled = (label: string): string => root.pem.replaceAll("CERTIFICATE", label);
const aux = Buffer.from("300c300a06082b06010505070301", "hex");
const trusted = `-----BEGIN TRUSTED CERTIFICATE-----\n${Buffer.concat([root.der, aux]).toString("base64")}\n-----END TRUSTED CERTIFICATE-----\n`;

const own = forge({ subject: name([OID.commonName, "Own Authority"]), extensions: [basicConstraints(true)] });
/** Says that it is a CA of the root's; its key is the attacker's. */
const impostor = forge({
  subject: middle.name,
  issuerName: root.name,
  extensions: [basicConstraints(true), hidden(root.pem)],
});
const middleInside = forge({
  subject: middle.name,
  issuerName: root.name,
  extensions: [basicConstraints(true), hidden(middle.pem)],
});

/** What is served, leaf first; the key of each leaf is the attacker's. */
const chains: readonly [says: string, chain: readonly Issued[]][] = [
  ["in an extension", [leaf({ extensions: [hidden(root.pem)] })]],
  ["in an extension, as X509 CERTIFICATE", [leaf({ extensions: [hidden(relabelled("X509 CERTIFICATE"))] })]],
  ["in an extension, as TRUSTED CERTIFICATE", [leaf({ extensions: [hidden(trusted)] })]],
  [
    "in an extension, with Windows line ends",
    [leaf({ extensions: [hidden(root.pem.replaceAll("\n", "\r\n"))] })],
  ],
  ["in the subject", [leaf({ subject: name([OID.commonName, HOST], [OID.organization, `\n${root.pem}`]) })]],
  [
    "in a name that it bears",
    [leaf({ extensions: [], subject: name([OID.commonName, `${HOST}\n${root.pem}`]) })],
  ],
  [
    "in its serial number",
    [leaf({ serial: der.integer(Buffer.concat([Buffer.of(1), Buffer.from(`\n${root.pem}`)])) })],
  ],
  ["in an extension, and the root behind it", [leaf({ extensions: [hidden(root.pem)] }), root]],
  ["in an intermediate", [leaf({ issuerName: middle.name, issuer: impostor }), impostor]],
  [
    "in an intermediate, the real one's",
    [leaf({ issuerName: middle.name, issuer: middleInside }), middleInside],
  ],
  [
    "in an intermediate, behind the real one",
    [leaf({ issuerName: middle.name, issuer: middleInside }), middle, middleInside],
  ],
  [
    "in the leaf and in the intermediate",
    [leaf({ issuerName: middle.name, issuer: impostor, extensions: [hidden(middle.pem)] }), impostor],
  ],
  [
    "in a leaf below an authority of its own",
    [leaf({ issuerName: own.name, issuer: own, extensions: [hidden(root.pem)] }), own],
  ],
];

describe("a chain is not trusted that has a trusted certificate's PEM", () => {
  for (const [says, chain] of chains) {
    test(says, async () => {
      const { paths, links } = findTrustPaths(
        chain.map((each) => each.der),
        storesOf({ bundled: [root], system: [root, middle] }),
      );
      assert.deepEqual(paths, []);
      assert.notEqual(links[0]?.issuedBy.includes(root.sha256), true);
      assert.notEqual(await verdictOfOpenssl(chain, [root]), "trusted");
    });
  }

  const sound = leaf({});
  const behind: readonly [says: string, octets: Buffer][] = [
    ["behind its DER", Buffer.concat([sound.der, Buffer.from(`\n${root.pem}`)])],
    ["before its DER", Buffer.concat([Buffer.from(root.pem), sound.der])],
    ["in its place", Buffer.from(root.pem)],
    [
      "in its place, with bytes of a DER before it",
      Buffer.concat([Buffer.of(0x30, 0x82), Buffer.from(root.pem)]),
    ],
  ];
  for (const [says, octets] of behind) {
    test(says, () => {
      const { paths } = findTrustPaths([octets, root.der], storesOf({ bundled: [root] }));
      assert.deepEqual(paths, []);
      assert.deepEqual(readCertificate(octets).unreadable?.includes("der"), true);
    });
  }

  test("and OpenSSL would have read the root", () => {
    // What these tests are about: where this changes they may go.
    for (const [says, [forged]] of chains.slice(0, 6)) {
      assert.ok(forged);
      assert.equal(new X509Certificate(forged.der).raw.equals(root.der), true, says);
    }
  });
});

describe("a file of a CA gives no certificate that hides another one:", () => {
  const forged = leaf({ extensions: [hidden(root.pem)] });
  const cms = der.sequence(
    der.oid("1.2.840.113549.1.7.2"),
    der.explicit(
      0,
      der.sequence(
        der.integer(1),
        der.set(),
        der.sequence(der.oid("1.2.840.113549.1.7.1")),
        der.explicit(0, forged.der, middle.der),
        der.set(),
      ),
    ),
  );
  const files: readonly [says: string, body: Buffer, holds: readonly Buffer[]][] = [
    ["in DER", forged.der, []],
    ["in PEM", Buffer.from(forged.pem), []],
    ["in CMS", cms, [middle.der]],
    ["DER, and PEM behind it", Buffer.concat([middle.der, Buffer.from(root.pem)]), [middle.der]],
    ["PEM, and DER behind it", Buffer.concat([Buffer.from(root.pem), middle.der]), [root.der]],
    ["DER, and bytes behind it", Buffer.concat([middle.der, Buffer.alloc(99, 0x30)]), [middle.der]],
  ];
  for (const [says, body, holds] of files) {
    test(says, () => assert.deepEqual(readCertificateFile(body), holds));
  }
});

describe("ca-file", () => {
  const block = (label: string, octets: Buffer): string =>
    `-----BEGIN ${label}-----\n${octets.toString("base64")}\n-----END ${label}-----\n`;
  const anchor = forge({ ...recipeOf("Own Root"), extensions: [basicConstraints(true), hidden(root.pem)] });
  function recipeOf(subject: string): Recipe {
    return { subject: name([OID.commonName, subject]) };
  }
  const unreadable = { problem: "unreadable-certificate", line: 1 };
  const files: readonly [says: string, text: string][] = [
    ["a certificate that hides another one", block("CERTIFICATE", anchor.der)],
    ["the same as TRUSTED CERTIFICATE", block("TRUSTED CERTIFICATE", Buffer.concat([anchor.der, aux]))],
    ["a certificate with bytes behind it", block("CERTIFICATE", Buffer.concat([root.der, Buffer.of(0)]))],
    [
      "a certificate with PEM behind it",
      block("CERTIFICATE", Buffer.concat([root.der, Buffer.from(middle.pem)])),
    ],
    ["a certificate with another one behind it", block("CERTIFICATE", Buffer.concat([root.der, middle.der]))],
    ["OpenSSL's own data behind a plain certificate", block("CERTIFICATE", Buffer.concat([root.der, aux]))],
    ["PEM in base64", block("CERTIFICATE", Buffer.from(root.pem))],
  ];
  for (const [says, text] of files) {
    test(`is refused with ${says}`, () => {
      assert.deepEqual(loadTrustStores({ caFilePem: text }), unreadable);
    });
  }

  const server = "06082b06010505070301";
  const mail = "06082b06010505070304";
  const any = "0604551d2500";
  const list = (tag: number, ...oids: string[]): Buffer =>
    der.element(tag, ...oids.map((each) => Buffer.from(each, "hex")));
  const uses: readonly [says: string, auxiliary: Buffer, counts: boolean][] = [
    ["nothing of what it is for", der.sequence(), true],
    ["that it is for servers", der.sequence(list(0x30, server)), true],
    ["that it is for anything", der.sequence(list(0x30, any)), true],
    ["that it is for mail", der.sequence(list(0x30, mail)), false],
    ["that it is for nothing", der.sequence(list(0x30)), false],
    ["that it is not for servers", der.sequence(list(0xa0, server)), false],
    ["that it is for nothing at all", der.sequence(list(0xa0, any)), false],
    [
      "that it is for servers, and not for servers",
      der.sequence(list(0x30, server), list(0xa0, server)),
      false,
    ],
    ["that it is not for mail", der.sequence(list(0xa0, mail)), true],
    ["what nobody can read", Buffer.from("rubbish"), false],
    ["two things one behind the other", Buffer.concat([der.sequence(), der.sequence()]), false],
  ];
  for (const [says, auxiliary, counts] of uses) {
    test(`${counts ? "takes" : "leaves out"} a root with OpenSSL's own data that say ${says}`, () => {
      const trustedBlock = block("TRUSTED CERTIFICATE", Buffer.concat([root.der, auxiliary]));
      const other = issue({ subject: "Another Root", ca: true });
      const stores = loadTrustStores({ caFilePem: trustedBlock + other.pem });
      assert.ok(!("problem" in stores));
      assert.equal(stores.size("ca-file"), counts ? 2 : 1);
    });
  }
});
