/** Files of `dane-keys`: found as zone files are, and kept in the forms that TLSA records have. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPublicKey, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { DANE_KEY_FILE_OCTETS, DANE_KEY_FILES, DANE_KEYS_IN_FILE } from "../../src/observe/bounds.ts";
import { daneKeyFile } from "../../src/observe/schemas/observation.ts";
import { readingDaneKeys, type DaneKeys } from "../../src/run/dane-keys.ts";
import { atOnce } from "../../src/system/steps.ts";
import { folderWorkspace } from "../../src/system/workspace.ts";
import { issue } from "../support/certificates/issue.ts";

const ca = issue({ subject: "CA", ca: true });
const leaf = issue({ subject: "mx.example", dnsNames: ["mx.example", "*.mx.example"], issuer: ca });
const publicPem = createPublicKey(leaf.key).export({ format: "pem", type: "spki" }).toString();

let root: string;
before(() => {
  root = mkdtempSync(path.join(tmpdir(), "mx-gate-dane-keys-"));
});
after(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function read(patterns: readonly string[], anywhere = false): DaneKeys {
  const found = atOnce(
    readingDaneKeys(patterns, {
      workspace: folderWorkspace(root),
      anywhere,
      positionOf: () => ({ file: "policy.yml", line: 7 }),
    }),
  );
  for (const each of found.files) daneKeyFile.parse(each);
  return found;
}

function messages({ problems }: DaneKeys): string[] {
  return problems.map(({ file = "", line, message }) => `${file}:${String(line ?? "")} ${message}`);
}

function openssl(arguments_: readonly string[], input: Buffer | string): string {
  return execFileSync("openssl", arguments_, { input }).toString("hex");
}

describe("a file", () => {
  test("gives the certificates in their order, with what openssl makes of each, and no private key", () => {
    write("certs/fullchain.pem", `# next\n${leaf.keyPem}${leaf.pem}${ca.pem}`);
    const { files, problems } = read(["certs/*.pem"]);
    assert.deepEqual(problems, []);
    const [{ file, keys } = assert.fail("nothing was read")] = files;
    assert.equal(file, "certs/fullchain.pem");
    assert.deepEqual(
      keys.map(({ dnsNames }) => dnsNames),
      [["mx.example", "*.mx.example"], []],
    );
    const spki = Buffer.from(openssl(["pkey", "-pubin", "-outform", "DER"], publicPem), "hex");
    assert.deepEqual(keys[0], {
      line: 2 + leaf.keyPem.trimEnd().split("\n").length,
      certificate: {
        full: leaf.der.toString("hex"),
        sha256: openssl(["dgst", "-sha256", "-binary"], leaf.der),
        sha512: openssl(["dgst", "-sha512", "-binary"], leaf.der),
      },
      publicKey: {
        full: spki.toString("hex"),
        sha256: openssl(["dgst", "-sha256", "-binary"], spki),
        sha512: openssl(["dgst", "-sha512", "-binary"], spki),
      },
      dnsNames: ["mx.example", "*.mx.example"],
    });
    assert.ok(!JSON.stringify(files).includes("PRIVATE"));
  });

  test("may hold a public key alone, which is the same as that of its certificate", () => {
    write("public/next.pub", publicPem);
    write("public/next.crt", leaf.pem);
    const { files } = read(["public/next.*"]);
    const [certificate, key] = files.map(({ keys }) => keys[0]);
    assert.deepEqual(key, { line: 1, publicKey: certificate?.publicKey });
  });

  test("that cannot be used is told with its line", () => {
    const junk = (label: string): string =>
      `-----BEGIN ${label}-----\n${randomBytes(60).toString("base64")}\n-----END ${label}-----\n`;
    write("bad/a.pem", `\n\n${junk("CERTIFICATE")}`);
    write("bad/b.pem", `${leaf.pem}${junk("PUBLIC KEY")}`);
    write("bad/c.pem", leaf.keyPem);
    write("bad/d.pem", leaf.pem.repeat(DANE_KEYS_IN_FILE + 1));
    write("bad/e.pem", "x".repeat(DANE_KEY_FILE_OCTETS + 1));
    const found = read(["bad/*"]);
    const lines = leaf.pem.trimEnd().split("\n").length;
    assert.deepEqual(found.files, []);
    assert.deepEqual(messages(found), [
      "bad/a.pem:3 This is not a readable certificate.",
      `bad/b.pem:${String(lines + 1)} This is not a readable public key.`,
      "bad/c.pem: There is no PEM certificate and no public key in it (-----BEGIN CERTIFICATE-----, -----BEGIN PUBLIC KEY-----).",
      `bad/d.pem:${String(DANE_KEYS_IN_FILE * lines + 1)} It holds more than ${String(DANE_KEYS_IN_FILE)} certificates and keys.`,
      `bad/e.pem: The file is not read: it is larger than ${String(DANE_KEY_FILE_OCTETS)} octets.`,
    ]);
  });

  test("with octets behind the certificate or key is not readable", () => {
    const label = "PUBLIC KEY";
    const der = Buffer.concat([
      Buffer.from(openssl(["pkey", "-pubin", "-outform", "DER"], publicPem), "hex"),
      Buffer.from([0]),
    ]);
    write("behind/a.pem", `-----BEGIN ${label}-----\n${der.toString("base64")}\n-----END ${label}-----\n`);
    assert.deepEqual(messages(read(["behind/*"])), ["behind/a.pem:1 This is not a readable public key."]);
  });
});

describe("a pattern of the policy file", () => {
  test("reads nothing outside of the workspace, nothing hidden, and says so", () => {
    const outside = path.join(root, "..", `${path.basename(root)}-outside.pem`);
    writeFileSync(outside, leaf.pem);
    write(".secret/key.pem", leaf.pem);
    write("links/plain.pem", leaf.pem);
    symlinkSync(outside, path.join(root, "links/out.pem"));
    symlinkSync(path.join(root, ".secret/key.pem"), path.join(root, "links/hidden.pem"));
    const found = read(["links/*.pem", "../*.pem", ".secret/*.pem"]);
    assert.deepEqual(
      found.files.map(({ file }) => file),
      ["links/plain.pem"],
    );
    assert.deepEqual(messages(found).sort(), [
      "policy.yml:7 dane-keys: ../*.pem leads out of the workspace.",
      "policy.yml:7 dane-keys: .secret is hidden: its name, or the name of a folder above it, starts with a dot.",
      "policy.yml:7 dane-keys: links/hidden.pem is hidden: its name, or the name of a folder above it, starts with a dot.",
      "policy.yml:7 dane-keys: links/out.pem leads out of the workspace.",
    ]);
    assert.equal(read([outside], true).files.length, 1);
    rmSync(outside);
  });

  test("that finds nothing is an error, and a file that two of them find is read once", () => {
    write("twice/a.pem", leaf.pem);
    assert.deepEqual(messages(read(["nowhere/*.pem"])), [
      "policy.yml:7 dane-keys: nowhere/*.pem matches no file.",
    ]);
    assert.equal(read(["twice/*.pem", "twice/a.*"]).files.length, 1);
  });

  test("names no more files than a run takes", () => {
    for (let number = 0; number <= DANE_KEY_FILES; number++) write(`many/${String(number)}.pem`, leaf.pem);
    const found = read(["many/*"]);
    assert.deepEqual([found.files.length, found.problems.length], [0, 1]);
  });
});
