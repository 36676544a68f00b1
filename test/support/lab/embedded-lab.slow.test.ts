import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { Resolver } from "node:dns/promises";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { startLab } from "./embedded-lab.ts";
import type { Lab } from "./embedded-lab.ts";
import { Visitor } from "../smtp/visitor.ts";

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

function addressOf(host: string): string {
  const hosts = lab.truth.flatMap((truth) => truth.hosts);
  return (
    hosts.find((candidate) => candidate.host === host)?.addresses[0] ??
    assert.fail(`${host} is not in the lab`)
  );
}

/** Options with which openssl names the server that it wants (SNI). */
function named(host: string): string[] {
  return ["-servername", host];
}

/** What `openssl s_client -starttls smtp` prints of a host, verified against the lab's root and the host's name. */
async function openssl(host: string, ...options: readonly string[]): Promise<string> {
  const running = promisify(execFile)("openssl", [
    ...["s_client", "-starttls", "smtp", "-connect", `${addressOf(host)}:${String(lab.port)}`],
    ...["-CAfile", lab.caFile, "-no-CApath", "-verify_hostname", host, ...options],
  ]);
  running.child.stdin?.end();
  // openssl exits with 1 where the handshake fails, and says why on stderr.
  const { stdout, stderr } = await running.catch(
    (failed: unknown) => failed as { stdout: string; stderr: string },
  );
  return stdout + stderr;
}

async function visit(host: string): Promise<Visitor> {
  return Visitor.connect({ host: addressOf(host), port: lab.port });
}

describe("certificates of the lab, as openssl sees them", { concurrency: 2 }, () => {
  const cases: readonly { host: string; sees: RegExp }[] = [
    { host: "mx1.healthy.test", sees: /Verify return code: 0 \(ok\)/ },
    { host: "mx2.healthy.test", sees: /Verify return code: 0 \(ok\)/ },
    { host: "mx1.20-days-left.test", sees: /Verify return code: 0 \(ok\)/ },
    { host: "mx1.5-days-left.test", sees: /Verify return code: 0 \(ok\)/ },
    { host: "mx1.expired.test", sees: /Verify return code: 10 \(certificate has expired\)/ },
    { host: "mx1.wrong-name.test", sees: /Verify return code: 62 \(hostname mismatch\)/ },
    { host: "mx1.self-signed.test", sees: /Verify return code: 18 \(self[- ]signed certificate\)/ },
    {
      host: "mx1.missing-intermediate.test",
      sees: /Verify return code: 21 \(unable to verify the first certificate\)/,
    },
    { host: "mx1.one-of-four.test", sees: /Verify return code: 0 \(ok\)/ },
    { host: "mx2.one-of-four.test", sees: /Verify return code: 10 \(certificate has expired\)/ },
    { host: "mx1.open-relay.test", sees: /Verify return code: 0 \(ok\)/ },
  ];
  for (const { host, sees } of cases) {
    test(`${host}: ${sees.source.replaceAll("\\", "")}`, async () => {
      assert.match(await openssl(host, ...named(host)), sees);
    });
  }

  test("whoever names no server gets another certificate from the second healthy host", async () => {
    assert.match(await openssl("mx2.healthy.test", "-noservername"), /subject=CN ?= ?no-sni\.test/);
  });

  test("both healthy hosts speak TLS 1.3; of the lab only the old one takes TLS 1.0", async () => {
    const legacy = ["-tls1", "-cipher", "DEFAULT@SECLEVEL=0"];
    assert.match(await openssl("mx1.healthy.test", ...named("mx1.healthy.test")), /New, TLSv1\.3/);
    assert.match(await openssl("mx1.old-tls.test"), /New, TLSv1\.3/);
    assert.match(await openssl("mx1.old-tls.test", ...legacy), /New, TLSv1\.0, Cipher is [A-Z]/);
    assert.match(await openssl("mx1.healthy.test", ...legacy), /protocol version/);
    assert.match(await openssl("mx2.healthy.test", ...legacy), /protocol version/);
  });

  test("a broken STARTTLS breaks for openssl, too", async () => {
    for (const host of ["mx1.broken-starttls.test", "mx2.broken-starttls.test"]) {
      assert.match(await openssl(host), /Cipher is \(NONE\)/);
    }
  });
});

describe("dialogs of the lab, typed by hand", { concurrency: true }, () => {
  const FOREIGN = "RCPT TO:<someone@elsewhere.example>";
  const cases: readonly { host: string; foreign: RegExp; own: RegExp }[] = [
    { host: "mx1.healthy.test", foreign: /^554 5\.7\.1 .*Relay access denied$/, own: /^250 / },
    { host: "mx2.healthy.test", foreign: /^554 5\.7\.1 .*Relay access denied$/, own: /^250 / },
    { host: "mx1.open-relay.test", foreign: /^250 /, own: /^250 / },
    {
      host: "mx1.not-served.test",
      foreign: /^554 5\.7\.1 .*Relay access denied$/,
      own: /^554 5\.7\.1 .*Relay access denied$/,
    },
    { host: "mx1.greylisting.test", foreign: /^451 4\.7\.1 Grey/, own: /^451 4\.7\.1 Grey/ },
    { host: "mx1.no-starttls.test", foreign: /^554 /, own: /^250 / },
    { host: "mx2.broken-starttls.test", foreign: /^554 /, own: /^250 / },
  ];
  for (const { host, foreign, own } of cases) {
    test(`${host} says to a foreign recipient ${foreign.source}, to its own postmaster ${own.source}`, async () => {
      const visitor = await visit(host);
      assert.match(await visitor.hear(), new RegExp(`^220 ${host} `));
      assert.match(await visitor.ask("EHLO client.example"), /^250/);
      assert.match(await visitor.ask("MAIL FROM:<>"), /^250/);
      assert.match(await visitor.ask(FOREIGN), foreign);
      assert.match(await visitor.ask(`RCPT TO:<postmaster@${host.replace(/^mx\d\./, "")}>`), own);
      visitor.leave();
    });
  }

  test("only the host without STARTTLS announces none", async () => {
    const hosts = lab.truth
      .flatMap((truth) => truth.hosts)
      .filter(({ checks }) => checks.connect.verdict === "pass");
    const announcing = await Promise.all(
      hosts.map(async ({ host }) => {
        const visitor = await visit(host);
        await visitor.hear();
        const reply = await visitor.ask("EHLO client.example");
        visitor.leave();
        return /^250[- ]STARTTLS\r?$/m.test(reply);
      }),
    );
    const without = hosts.filter((_host, index) => announcing[index] === false);
    assert.deepEqual(
      without.map(({ host }) => host),
      ["mx1.no-starttls.test"],
    );
  });

  test("one greeting names no host", async () => {
    const visitor = await visit("mx1.nameless-greeting.test");
    assert.equal(await visitor.hear(), "220 ESMTP ready");
    visitor.leave();
  });

  test("one greeting takes longer than the two seconds that the lab's policy allows", async () => {
    const visitor = await visit("mx1.slow-greeting.test");
    const begun = performance.now();
    assert.equal(await visitor.hear(), "220 mx1.slow-greeting.test ESMTP");
    assert.ok(performance.now() - begun > 2000);
    visitor.leave();
  });

  test("one port is refused", async () => {
    await assert.rejects(visit("mx1.refused-port.test"), { code: "ECONNREFUSED" });
  });
});

describe("the lab", () => {
  test("its names lead to its servers, for a resolver that was not written here", async () => {
    const resolver = new Resolver();
    resolver.setServers([lab.dnsServer]);
    for (const { domain, hosts } of lab.truth) {
      const listed = await resolver.resolveMx(domain);
      const expected = hosts.map(({ host, preference }) => ({ exchange: host, priority: preference }));
      // A null MX arrives as an empty name.
      assert.deepEqual(
        listed
          .map(({ exchange, priority }) => ({ exchange, priority }))
          .toSorted((one, other) => one.priority - other.priority),
        hosts.length === 0 ? [{ exchange: "", priority: 0 }] : expected,
      );
      for (const { host, addresses } of hosts) {
        const four = await resolver.resolve4(host);
        const six = await resolver.resolve6(host).catch((): string[] => []);
        assert.deepEqual([...four, ...six], addresses);
      }
    }
    await assert.rejects(resolver.resolveMx("nowhere.test"), { code: "ENOTFOUND" });
  });

  test("it has a server at every address but the refused one, all on one port", () => {
    const expected = lab.truth.flatMap(({ hosts }) =>
      hosts
        .filter(({ checks }) => checks.connect.verdict === "pass")
        .flatMap(({ host, addresses }) => addresses.map((address) => `${host} ${address}`)),
    );
    assert.deepEqual([...lab.servers.keys()], expected);
    assert.deepEqual(new Set([...lab.servers.values()].map(({ port }) => port)), new Set([lab.port]));
    const addresses = lab.truth.flatMap(({ hosts }) => hosts.flatMap((host) => host.addresses));
    assert.equal(new Set(addresses).size, addresses.length);
  });

  test("its truth agrees with itself: a domain is as bad as its worst check", () => {
    const rank = ["skip", "pass", "warn", "fail"];
    for (const { domain, result, mx, hosts } of lab.truth) {
      const checks = [mx, ...hosts.flatMap((host) => Object.values(host.checks))];
      const worst = checks.reduce((sum, { verdict }) => Math.max(sum, rank.indexOf(verdict)), 0);
      assert.equal(rank[worst], result, domain);
      for (const { verdict, codes } of checks) {
        if (verdict === "warn" || verdict === "fail") assert.notEqual(codes.length, 0, domain);
        // What greylisting puts off is skipped, and said.
        if (verdict === "skip")
          assert.ok(
            codes.every((code) => code.endsWith("-greylisted")),
            domain,
          );
      }
    }
  });

  test("without IPv6 it leaves out what needs it; asked for a few domains it starts these", async () => {
    const four = await startLab({ ipv6: false });
    assert.equal(four.domains.includes("dual-stack.test"), false);
    assert.equal(
      four.truth.every(({ hosts }) => hosts.every((host) => host.addresses.length === 1)),
      true,
    );
    await four.close();
    const few = await startLab({ only: ["healthy.test", "null-mx.test"] });
    assert.deepEqual(few.domains, ["healthy.test", "null-mx.test"]);
    assert.equal(few.servers.size, 2);
    assert.notEqual(few.port, lab.port);
    await few.close();
    assert.equal(existsSync(few.caFile), false);
  });

  test("a process that closed it in mid-dialog ends by itself", async () => {
    const script = `
      import { connect } from "node:net";
      import { once } from "node:events";
      import { startLab } from ${JSON.stringify(import.meta.resolve("./embedded-lab.ts"))};
      const lab = await startLab();
      const sockets = [...lab.servers.values()].map(({ host, port }) => connect(port, host));
      await Promise.all(sockets.map((socket) => once(socket, "connect")));
      sockets.forEach((socket) => socket.on("error", () => {}).resume());
      await lab.close();
      process.stdout.write("closed");`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", script],
      {
        timeout: 100_000,
      },
    );
    assert.equal(stdout, "closed");
  });
});
