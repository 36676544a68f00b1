/** Whether a greeting names the server: RFC 5321 4.2 puts the name first. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { play } from "../scene.ts";

describe("a greeting", () => {
  const cases: readonly [says: string, named: boolean][] = [
    ["mx.own.example ESMTP Postfix", true],
    ["[192.0.2.1] ESMTP", true],
    ["[IPv6:2001:db8::1] ESMTP", true],
    ["mx.own.example. ready", true],
    ["ESMTP mx.own.example", true],
    ["ready <1356@mx.own.example>", true],
    ["eSafe@mail.own.example service ready", true],
    ["mx.xn--p1ai ESMTP", true],
    ["IBM Domino 9.0.1FP8 ready", false],
    ["SMTP service [3.9.0.7] ready", false],
    ["Microsoft ESMTP MAIL Service, Version: 10.0.14393.4169 ready", false],
    ["service ready", false],
  ];
  for (const [says, named] of cases) {
    test(`${named ? "names a host" : "names nobody"}: 220 ${says}`, async () => {
      const { report } = await play({ script: { greeting: `220 ${says}\r\n` } });
      const banner = report.domains[0]?.servers[0]?.endpoints[0]?.checks.find(
        ({ check }) => check === "banner",
      );
      assert.deepEqual(
        banner?.findings.map(({ code }) => code),
        named ? [] : ["banner-no-hostname"],
      );
    });
  }
});
