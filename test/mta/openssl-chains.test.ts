/**
 * Our verdict on every chain that the tests forge beside those of Debian's OpenSSL (`openssl verify`), which is Postfix's,
 * and for a third of them beside that of Postfix's own client (`posttls-finger`).
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import { HOST } from "../observe/trust/chains/chain-case.ts";
import { EXPLAINED } from "../observe/trust/chains/explained.ts";
import { families, sampled, type ChainCase } from "../observe/trust/chains/families.ts";
import { storesOf } from "../observe/trust/finding.ts";
import { judgeChainCase, REFUSALS } from "../observe/trust/judged-chain.ts";
import { Shell } from "./authenticated/shells.ts";

/** Where Debian's OpenSSL and we differ: what depends on Node's version alone does not. */
const EXPLAINED_HERE = EXPLAINED.filter(({ why }) => !why.startsWith("OpenSSL 3.5"));

/** Programs at once. */
const AT_ONCE = 4;

const folder = mkdtempSync(path.join(tmpdir(), "mx-gate-chains-"));
after(() => rmSync(folder, { recursive: true }));

/** Settings of Postfix, which its client reads. */
const postfix = path.join(folder, "postfix");
mkdirSync(postfix);
writeFileSync(path.join(postfix, "main.cf"), "compatibility_level = 3.6\ninet_protocols = ipv4\n");

const all = Object.values(families).flatMap((cases) => cases());

/** Writes certificates to a file, and gives its path. */
function fileOf(name: string, certificates: ChainCase["anchors"]): string {
  const file = path.join(folder, name);
  writeFileSync(file, certificates.map(({ pem }) => pem).join(""));
  return file;
}

/** Whether `openssl verify` trusts the chain, with the purpose that Postfix has and no look at strength. */
async function byOpenssl({ served, anchors }: ChainCase, number: number, shell: Shell): Promise<boolean> {
  const file = (what: string, certificates: ChainCase["anchors"]): string =>
    fileOf(`${String(number)}-${what}.pem`, certificates);
  const store = anchors.length === 0 ? "-no-CAfile" : `-CAfile=${file("anchors", anchors)}`;
  const words = await shell.heard([
    ...["openssl", "verify", "-purpose", "sslserver", "-auth_level", "0", "-no-CApath", "-no-CAstore"],
    ...store.split("="),
    ...["-untrusted", file("served", served), file("leaf", served.slice(0, 1))],
  ]);
  assert.match(words, /: OK$|verification failed$/m);
  return !/verification failed$/m.test(words);
}

/** Whether Postfix trusts the chain of a server. At the level `secure` it would call one that names another host untrusted. */
async function byPostfix(
  { served, anchors, title }: ChainCase,
  number: number,
  shell: Shell,
): Promise<boolean> {
  const server = await startScriptedServer(
    { host: "127.0.0.1" },
    { name: HOST, tls: { chain: served, ciphers: "DEFAULT:@SECLEVEL=0" } },
  );
  try {
    const words = await shell.heard(
      [
        ...["posttls-finger", "-c", "-l", "encrypt", "-t", "30", "-T", "30", "-s", HOST],
        ...[
          "-F",
          fileOf(`${String(number)}-postfix.pem`, anchors),
          `[127.0.0.1]:${String(server.port)}`,
          HOST,
        ],
      ],
      { MAIL_CONFIG: postfix },
    );
    const status = /^posttls-finger: (\w+) TLS connection established/m.exec(words)?.[1];
    assert.ok(status !== undefined, `${title}: ${words}`);
    return status === "Trusted";
  } finally {
    await server.close();
  }
}

/** Cases in which a program and we differ, a few at a time. */
async function differences(
  cases: readonly ChainCase[],
  ask: (each: ChainCase, number: number, shell: Shell) => Promise<boolean>,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...cases.entries()];
  const work = async (): Promise<void> => {
    const shell = new Shell({ limited: false });
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, each] = next;
      const codes = judgeChainCase(
        each.served.map(({ der }) => der),
        storesOf({ "ca-file": each.anchors }),
      );
      const refusals = codes.filter((code) => REFUSALS.has(code));
      const trusted = await ask(each, number, shell);
      const agrees = trusted === (refusals.length === 0);
      if (agrees === EXPLAINED_HERE.some(({ titles }) => titles.test(each.title)))
        found.push(
          `${each.title}: ${trusted ? "trusted" : "refused"}, and we say ${refusals.join() || "nothing"}`,
        );
    }
    shell.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

describe("our verdict on forged chains", () => {
  test("is that of Debian's OpenSSL, for every chain", async () => {
    assert.ok(all.length > 900);
    assert.deepEqual(await differences(all, byOpenssl), []);
  });

  test("is that of Postfix's client, for a third of them", async () => {
    const third = sampled(all, 3).filter(({ anchors }) => anchors.length > 0);
    assert.ok(third.length > 250);
    assert.deepEqual(await differences(third, byPostfix), []);
  });

  test("differs nowhere but where a chain shows it", () => {
    const unused = EXPLAINED.filter(({ titles }) => !all.some(({ title }) => titles.test(title)));
    assert.deepEqual(unused, []);
  });
});
