import { validDays } from "../../support/lab/lab-plan.ts";
import { openAuthority } from "../../support/certificates/authority.ts";
import * as der from "../../support/certificates/der.ts";
import { DAY, issue, type Issued, type IssueOptions } from "../../support/certificates/issue.ts";
import type { ServerTls } from "../../support/smtp/server-tls.ts";
import {
  alternativeNames,
  basicConstraints,
  extendedKeyUsage,
  extension,
  forge,
  keyUsage,
  name,
  nameConstraints,
  OID,
} from "../../support/certificates/forge.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { HOST, type Authority, type Scene } from "../scene.ts";

/** A server whose leaf differs from a sound one. */
function leaf(differing: (now: Date) => Partial<IssueOptions>): Scene {
  return {
    tls: (authority) => ({
      chain: authority.chainFor(HOST, differing(authority.now)),
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
  };
}

/** A chain over an intermediate of its own, which differs from a sound one. */
function overIntermediate({ root, now }: Authority, differing: Partial<IssueOptions>): ServerTls["chain"] {
  const soon = {
    notBefore: new Date(now.getTime() - 200 * DAY),
    notAfter: new Date(now.getTime() + 300 * DAY),
  };
  const intermediate = issue(
    { subject: "Own Intermediate", issuer: root, ca: true, ...soon, ...differing },
    now,
  );
  return [issue({ subject: HOST, dnsNames: [HOST], issuer: intermediate }, now), intermediate];
}

const called = (common: string): Buffer => name([OID.commonName, common]);

/** Roots of its own in every store. */
function trusting(...roots: readonly Issued[]): NonNullable<Scene["stores"]> {
  return () =>
    (["bundled", "system"] as const).map((store) => ({ store, read: () => roots.map(({ pem }) => pem) }));
}

/** A server whose leaf has these extensions, below the scene's root. */
function ofForgery(extensions: (host: string) => readonly Buffer[]): Scene {
  return {
    tls: ({ root }) => ({
      chain: [forge({ subject: called(HOST), issuer: root, extensions: extensions(HOST) })],
    }),
  };
}

/** A chain over an intermediate that may issue for another domain alone. */
function constrained({ root }: Authority): ServerTls["chain"] {
  const permitted = [der.implicit(2, Buffer.from("example.net"))];
  const intermediate = forge({
    subject: called("Constrained"),
    issuer: root,
    extensions: [basicConstraints(true), keyUsage(5), nameConstraints({ permitted })],
  });
  return [issue({ subject: HOST, dnsNames: [HOST], issuer: intermediate }), intermediate];
}

/** A server below a root that ends at a moment. */
function underRoot(ends: (now: Date) => Date): Scene {
  const now = new Date();
  const notBefore = new Date(now.getTime() - 400 * DAY);
  const root = issue({ subject: "Old Root", ca: true, notBefore, notAfter: ends(now) }, now);
  return {
    tls: (authority) => ({
      chain: [issue({ subject: HOST, dnsNames: [HOST], issuer: root }, authority.now)],
    }),
    stores: trusting(root),
  };
}

/** Two roots of one name and without key identifiers: OpenSSL takes the first, whoever has signed. */
function underNamesake(): Scene {
  const extensions = [basicConstraints(true), keyUsage(5)];
  const [first, second] = [1, 2].map(() => forge({ subject: called("Namesake"), extensions }));
  if (first === undefined || second === undefined) throw new Error("no roots");
  return {
    tls: () => ({
      chain: [forge({ subject: called(HOST), issuer: second, extensions: [alternativeNames(HOST)] })],
    }),
    stores: trusting(first, second),
  };
}

const error = { check: "certificate", verdict: "fail", severity: "error" } as const;
const warning = { check: "certificate", verdict: "warn", severity: "warning" } as const;
const notice = { check: "certificate", verdict: "pass", severity: "notice" } as const;

export const certificateCases: readonly CodeCase[] = [
  {
    ...error,
    code: "cert-expired",
    where: "the certificate ended three days ago",
    scene: leaf(validDays(-93, -3)),
    says: ["3 days ago"],
    advises: "certbot renew",
    confirm: CONFIRM.dates,
  },
  {
    ...error,
    code: "cert-not-yet-valid",
    where: "the certificate begins in two days and a half",
    scene: leaf(validDays(2.5, 90)),
    says: ["2 days"],
    advises: "clock",
    confirm: CONFIRM.dates,
  },
  {
    ...error,
    code: "cert-not-yet-valid",
    confirm: CONFIRM.chain,
    where: "the only intermediate begins in two days and a half",
    scene: {
      tls: (authority) => ({
        chain: overIntermediate(authority, { notBefore: new Date(authority.now.getTime() + 2.5 * DAY) }),
      }),
    },
    says: ["CN=Own Intermediate", "2 days"],
    advises: "clock",
  },
  {
    ...error,
    code: "cert-expiring",
    where: "less time is left than the policy asks for",
    scene: leaf(validDays(-84, 5.5)),
    says: ["5 days"],
    advises: "reload the mail server",
    confirm: CONFIRM.dates,
  },
  {
    ...warning,
    code: "cert-expiring-soon",
    where: "less time is left than the policy warns of",
    scene: leaf(validDays(-70, 20.5)),
    says: ["20 days"],
    advises: "certbot renew",
    confirm: CONFIRM.dates,
  },
  {
    ...error,
    code: "cert-name-mismatch",
    where: "the certificate names another host",
    scene: leaf(() => ({ subject: "www.case.test", dnsNames: ["www.case.test", "case.test"] })),
    says: ["mx.case.test"],
    advises: "subject alternative names",
    confirm: CONFIRM.names,
  },
  {
    check: "certificate",
    verdict: "inconclusive",
    severity: "inconclusive",
    code: "cert-name-not-compared",
    where: "the server is named by an address that its certificate does not have",
    scene: { byAddress: true },
    says: ["127.0.0.1", "no host name to compare the certificate with."],
    advises: "connect-to: HOST:",
    confirm: CONFIRM.names.replace("-servername mx.case.test", "-noservername"),
  },
  {
    check: "certificate",
    verdict: "inconclusive",
    severity: "inconclusive",
    code: "cert-name-not-compared",
    where: "the server is named by an address, and its certificate has no name at all",
    scene: {
      byAddress: true,
      tls: ({ root }) => ({
        chain: [forge({ subject: name([OID.organization, "Nobody"]), issuer: root, extensions: [] })],
      }),
    },
    says: [
      "127.0.0.1",
      "and the certificate that it sends to clients that name no server (SNI) has no name at all.",
    ],
    advises: "Issue one with the name in the MX record. To compare names, use servers: HOST:",
    confirm: CONFIRM.names.replace("-servername mx.case.test", "-noservername"),
  },
  {
    ...warning,
    code: "cert-common-name-only",
    where: "the host stands in the common name and nowhere else",
    scene: leaf(() => ({ subject: HOST, dnsNames: [] })),
    says: ["mx.case.test", "common name"],
    advises: "subject alternative name",
    confirm: CONFIRM.names,
  },
  {
    ...error,
    code: "cert-self-signed",
    where: "the certificate is its own issuer",
    scene: { tls: (authority) => ({ chain: [authority.selfSigned(HOST)] }) },
    says: ["self-signed"],
    advises: "public authority",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-incomplete-chain",
    where: "the leaf is served alone",
    scene: {
      tls: (authority) => ({
        chain: [authority.chainFor(HOST, { caIssuers: ["ldap://case.test/ca"] })[0]],
      }),
    },
    says: ["Lab Intermediate"],
    advises: "fullchain.pem",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-untrusted",
    where: "the leaf is served alone, and nothing says whether its issuer is a root",
    scene: { tls: (authority) => ({ chain: [authority.chainFor(HOST)[0]] }) },
    says: ["Lab Intermediate", "a missing intermediate, or the root of a private authority"],
    advises: "if it is a root of your own, give it in ca-file",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-untrusted",
    where: "its issuer is not served, but somebody else's intermediate",
    scene: {
      tls: (authority) => ({ chain: [authority.chainFor(HOST)[0], authority.selfSigned("Passer-by")] }),
    },
    says: ["a missing intermediate, or the root of a private authority"],
    quotes: "served with it: CN=Passer-by, which is not its issuer",
    advises: "fullchain.pem",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-untrusted",
    where: "its intermediate may not issue for this name",
    scene: { tls: (authority) => ({ chain: constrained(authority) }) },
    says: ["leads to the trusted root CN=Lab Root", "CN=Constrained may not issue", "name constraints"],
    quotes: "CN=Constrained",
    advises: "permit every name",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-untrusted",
    where: "the authority is a stranger",
    scene: { tls: ({ now }) => ({ chain: openAuthority(now).stage.chainFor(HOST) }) },
    says: ["its root CN=Lab Root, O=MX Gate Lab is in no trust store", "of that name has another key"],
    advises: "ca-file",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-untrusted",
    confirm: CONFIRM.anyCipher,
    where: "the server shows no certificate at all",
    scene: { tls: () => ({ maxVersion: "TLSv1.2", ciphers: "AECDH-AES256-SHA:@SECLEVEL=0" }) },
    says: ["anonymous cipher"],
    advises: "public authority",
    beside: ["tls-weak-cipher"],
  },
  {
    ...error,
    code: "cert-weak-key",
    where: "the leaf has an RSA key of 1024 bits",
    scene: leaf(() => ({ key: "rsa1024" })),
    says: ["The key of the certificate", "RSA 1024 bits"],
    advises: "2048 bits",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-weak-key",
    confirm: CONFIRM.chain,
    where: "the intermediate has an RSA key of 1024 bits",
    scene: {
      tls: (authority) => ({
        chain: overIntermediate(authority, { key: "rsa1024" }),
        ciphers: "DEFAULT@SECLEVEL=0",
      }),
    },
    says: ["the intermediate CN=Own Intermediate", "RSA 1024 bits"],
    advises: "ECDSA",
  },
  {
    ...error,
    code: "cert-weak-signature",
    where: "the leaf is signed with SHA-1",
    scene: leaf(() => ({ signature: "sha1" })),
    says: ["The certificate is signed with", "SHA1"],
    advises: "SHA-256",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-weak-signature",
    confirm: CONFIRM.chain,
    where: "the intermediate is signed with SHA-1",
    scene: {
      tls: (authority) => ({
        chain: overIntermediate(authority, { signature: "sha1" }),
        ciphers: "DEFAULT@SECLEVEL=0",
      }),
    },
    says: ["The intermediate CN=Own Intermediate", "SHA1"],
    advises: "SHA-256",
  },
  {
    ...error,
    code: "cert-wrong-usage",
    where: "the certificate is one for clients",
    scene: leaf(() => ({ extendedKeyUsage: ["clientAuth"] })),
    says: ["clientAuth"],
    advises: "serverAuth",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-wrong-usage",
    where: "the certificate may be used for anything, which OpenSSL does not take for servers",
    scene: ofForgery((host) => [alternativeNames(host), extendedKeyUsage("2.5.29.37.0")]),
    says: ["extended key usage is anyExtendedKeyUsage"],
    advises: "serverAuth",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-wrong-usage",
    where: "its key may sign certificates and nothing else",
    scene: ofForgery((host) => [alternativeNames(host), keyUsage(5, 6)]),
    says: ["key usage is keyCertSign, cRLSign"],
    advises: "digitalSignature",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-wrong-usage",
    where: "Netscape's extension calls it a client's",
    scene: ofForgery((host) => [alternativeNames(host), extension(OID.netscapeCertType, der.namedBits([0]))]),
    says: ["Netscape certificate type is sslClient"],
    advises: "serverAuth",
    confirm: CONFIRM.details,
  },
  {
    ...error,
    code: "cert-chain-expired",
    where: "the only intermediate ended three days ago",
    scene: {
      tls: (authority) => ({
        chain: overIntermediate(authority, { notAfter: new Date(authority.now.getTime() - 3 * DAY) }),
      }),
    },
    says: ["CN=Own Intermediate", "3 days ago"],
    advises: "current intermediate",
    confirm: CONFIRM.chain,
  },
  {
    ...error,
    code: "cert-chain-expired",
    where: "the trusted root ended three days ago",
    scene: underRoot((now) => new Date(now.getTime() - 3 * DAY)),
    says: ["root certificate CN=Old Root", "3 days ago"],
    advises: "current root",
    confirm: CONFIRM.chain,
  },
  {
    ...warning,
    code: "cert-chain-expiring",
    where: "the trusted root ends in ten days",
    scene: underRoot((now) => new Date(now.getTime() + 10.5 * DAY)),
    says: ["root certificate CN=Old Root", "10 days"],
    advises: "current root",
    confirm: CONFIRM.chain,
  },
  {
    ...warning,
    code: "cert-chain-order",
    where: "the cross-sign of a stranger is served before the one that leads to a root",
    scene: {
      tls: (authority) => {
        const stranger = issue({ subject: "Stranger", ca: true }, authority.now);
        const own = { subject: "Own Intermediate", ca: true } as const;
        const trusted = issue({ ...own, issuer: authority.root }, authority.now);
        const other = issue({ ...own, issuer: stranger, reuseKeyOf: trusted }, authority.now);
        const leaf = issue({ subject: HOST, dnsNames: [HOST], issuer: trusted }, authority.now);
        return { chain: [leaf, other, trusted] };
      },
    },
    says: [
      "serve CN=Own Intermediate (issued by CN=Lab Root",
      "before CN=Own Intermediate (issued by CN=Stranger)",
    ],
    advises: "leave the other certificate out",
    confirm: CONFIRM.chain,
  },
  {
    ...warning,
    code: "cert-senders-differ",
    where: "OpenSSL refuses what we find no fault with",
    scene: underNamesake(),
    says: ["refuses it"],
    quotes: "CERT_SIGNATURE_FAILURE",
    advises: "every sender trusts",
    confirm: CONFIRM.chain,
  },
  {
    ...warning,
    code: "cert-chain-expiring",
    where: "the only intermediate ends in ten days",
    scene: {
      tls: (authority) => ({
        chain: overIntermediate(authority, { notAfter: new Date(authority.now.getTime() + 10.5 * DAY) }),
      }),
    },
    says: ["CN=Own Intermediate", "10 days"],
    advises: "current intermediate",
    confirm: CONFIRM.chain,
  },
  {
    ...notice,
    code: "cert-root-not-everywhere",
    where: "only the system's store has the root",
    scene: {
      stores: ({ root, selfSigned }) => [
        { store: "bundled", read: () => [selfSigned("Other Root").pem] },
        { store: "system", read: () => [root.pem] },
      ],
    },
    says: ["in this system's store, but not in Node's bundled roots"],
    advises: "Ask the authority",
    confirm: CONFIRM.chain,
  },
  {
    ...notice,
    code: "cert-root-not-everywhere",
    where: "only Node has the root",
    scene: {
      stores: ({ root, selfSigned }) => [
        { store: "bundled", read: () => [root.pem] },
        { store: "system", read: () => [selfSigned("Other Root").pem] },
      ],
    },
    says: ["in Node's bundled roots, but not in this system's store"],
    advises: "Ask the authority",
    confirm: CONFIRM.chain,
  },
  {
    ...notice,
    code: "cert-chain-surplus",
    where: "two strangers are served behind the chain, one of them expired",
    scene: {
      tls: (authority) => {
        const expired = issue(
          { subject: "Stranger", ca: true, ...validDays(-100, -10)(authority.now) },
          authority.now,
        );
        return { chain: [...authority.chainFor(HOST), authority.selfSigned("Passer-by"), expired] };
      },
    },
    says: ["2 of the served certificates"],
    advises: "cross-signs",
    confirm: CONFIRM.chain,
  },
];
