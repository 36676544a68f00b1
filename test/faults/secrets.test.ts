/** Secrets of the run stay out of everything that a run shows or writes, where the settings are wrong as well. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openDoors } from "../support/run/doors.ts";
import { filesBelow } from "../support/run/product.ts";

const { runAction } = openDoors();

const PASSWORD = "s3cret@:/%";
const ENCODED = encodeURIComponent(PASSWORD);
const BASIC = Buffer.from(`user:${PASSWORD}`, "utf8").toString("base64");
const TOKEN = "ghs_0123456789";

describe("the proxy's password and the token are masked, and in no file", () => {
  for (const scheme of ["socks5", "http"]) {
    test(scheme, async () => {
      const done = await runAction({
        domains: "own.test",
        proxy: `${scheme}://user:${ENCODED}@127.0.0.1:9`,
        "dns-server": "127.0.0.1:9",
        "egress-control": "off",
        timeout: "1",
        servers: "192.0.2.1",
        "allow-private-addresses": "true",
        "github-token": TOKEN,
        "sarif-file": "mail.sarif",
      });
      assert.equal(done.status, 1);
      const files = filesBelow(done.folder);
      assert.deepEqual(files, ["mail.sarif", "mx-gate-junit.xml", "mx-gate-report.json"]);
      const masks = done.stdout.split("\n").filter((line) => line.startsWith("::add-mask::"));
      assert.equal(masks.length, 4);
      const log = done.stdout.split("\n").filter((line) => !masks.includes(line));
      const texts = [...log, done.stderr, done.summary, ...Object.values(done.outputs)];
      const all = [...texts, ...files.map((file) => readFileSync(join(done.folder, file), "utf8"))].join(
        "\n",
      );
      for (const secret of [PASSWORD, ENCODED, BASIC, TOKEN]) assert.ok(!all.includes(secret), secret);
    });
  }
});

describe("a proxy that is written wrong is not shown with its password", () => {
  for (const proxy of [
    `ftp://user:${ENCODED}@h:1`,
    `socks5://user:${ENCODED}@`,
    `socks5://user:${ENCODED}@h:99999`,
    `user:${ENCODED}@h:1080`,
    `socks5://user:${ENCODED}@h:1080/x`,
  ]) {
    test(proxy, async () => {
      const done = await runAction({
        domains: "own.test",
        proxy,
        "github-token": TOKEN,
        "dns-server": "127.0.0.1:9",
      });
      assert.equal(done.status, 1);
      assert.match(done.stdout, /proxy/);
      assert.ok(!(done.stdout + done.stderr).includes(ENCODED), done.stdout);
    });
  }
});

describe("a token that can be in no header is not shown with what refuses it", () => {
  for (const token of [`${TOKEN}\n::error::forged`, `${TOKEN}\u0007`, `${TOKEN} é`]) {
    test(JSON.stringify(token), async () => {
      const asked = { "github-token": token, "comment-summary-in-pr": "always" };
      const done = await runAction({ domains: "own.test", "dns-server": "127.0.0.1:9", ...asked });
      assert.equal(done.status, 1);
      assert.match(done.stdout, /input github-token: This is not a token/);
      const [mask = "", ...log] = done.stdout.split("\n");
      assert.ok(mask.startsWith(`::add-mask::${TOKEN}`), mask);
      assert.ok(!(log.join("\n") + done.stderr).includes(TOKEN), done.stdout);
    });
  }
});
