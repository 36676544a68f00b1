/** What a proxy says, to the octet, and who is at fault then: the proxy, or the target behind it. */
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import type { ConnectStep } from "../../../src/observe/observation.ts";
import { connectStep } from "../../../src/observe/schemas/observation.ts";
import type { Proxy } from "../../../src/observe/route/proxy-answer.ts";
import type { Script } from "../../support/tcp/raw-server.ts";
import { scriptedProxy } from "./proxies.ts";

const TARGET = { host: "mx.own.test", address: "192.0.2.10", port: 25 };

/** Seconds for a proxy that is slow or silent on purpose. */
const PATIENCE = 2;

async function dial(
  t: TestContext,
  proxy: Pick<Proxy, "scheme" | "username" | "password">,
  scripts: readonly [Script, ...Script[]],
  timeout: number,
): Promise<ConnectStep> {
  const route = await scriptedProxy(t, proxy, ...scripts);
  const options = { timeout, clock: systemClock, signal: new AbortController().signal };
  const { step, socket } = await route.dial(TARGET, options);
  socket?.destroy();
  return connectStep.parse(step);
}

interface Case {
  readonly says: string;
  readonly script: Script;
  /** What it says to the connections that come after the first one. */
  readonly later?: Script;
  readonly outcome: ConnectStep["outcome"];
  readonly code?: string;
  readonly words?: RegExp;
  readonly login?: true;
  readonly patience?: number;
}

const HELLO = { until: /\x05\x01\0/ };
const REQUEST = { until: /\x05\x01\0\x01\xc0\0\x02\x0a\0\x19/ };
const OPEN = "\x05\0";
const BOUND = "\0\x01\0\0\0\0\0\0";
const end = { hangUp: "end" } as const;
const answer = (reply: string): Script => [HELLO, OPEN, REQUEST, reply, end];

const socks5: readonly Case[] = [
  {
    says: "that it is connected, in single octets",
    script: [HELLO, "\x05", { pause: 0.02 }, "\0", REQUEST, "\x05", { pause: 0.02 }, `\0${BOUND}`],
    outcome: "connected",
  },
  {
    says: "that it is connected, bound to a name",
    script: answer("\x05\0\0\x03\x04gate\x04\x38"),
    outcome: "connected",
  },
  {
    says: "that it is connected, bound to an IPv6 address",
    script: answer(`\x05\0\0\x04${"\0".repeat(18)}`),
    outcome: "connected",
  },
  {
    says: "reply 1, general failure",
    script: answer(`\x05\x01${BOUND}`),
    outcome: "proxy-failed",
    code: "SOCKS5_1",
    words: /general failure of the proxy/,
  },
  {
    says: "reply 2, not allowed",
    script: answer(`\x05\x02${BOUND}`),
    outcome: "proxy-failed",
    code: "SOCKS5_2",
    words: /rules do not allow/,
  },
  {
    says: "reply 3, network unreachable",
    script: answer(`\x05\x03${BOUND}`),
    outcome: "unreachable",
    code: "SOCKS5_3",
  },
  {
    says: "reply 4, host unreachable",
    script: answer(`\x05\x04${BOUND}`),
    outcome: "unreachable",
    code: "SOCKS5_4",
  },
  { says: "reply 5, refused", script: answer(`\x05\x05${BOUND}`), outcome: "refused", code: "SOCKS5_5" },
  { says: "reply 6, TTL expired", script: answer(`\x05\x06${BOUND}`), outcome: "timeout", code: "SOCKS5_6" },
  {
    says: "reply 7, no CONNECT",
    script: answer(`\x05\x07${BOUND}`),
    outcome: "proxy-failed",
    code: "SOCKS5_7",
  },
  {
    says: "a reply that nobody knows",
    script: answer(`\x05\xc8${BOUND}`),
    outcome: "proxy-failed",
    code: "SOCKS5_200",
    words: /unknown reply/,
  },
  {
    says: "an answer in SOCKS4",
    script: [HELLO, "\0\x5b\0\0\0\0\0\0", end],
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
  },
  {
    says: "the greeting of a mail server",
    script: ["220 mx.own.test ESMTP\r\n"],
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
    words: /does not speak SOCKS5/,
  },
  {
    says: "an error page of HTTP",
    script: ["HTTP/1.1 400 Bad Request\r\n\r\n"],
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
  },
  {
    says: "a version that is another one behind the login",
    script: answer(`\x04\0${BOUND}`),
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
  },
  {
    says: "a type of address that does not exist",
    script: answer("\x05\0\0\x09\0\0\0\0\0\0"),
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
  },
  {
    says: "that it wants a password where there is none",
    script: [HELLO, "\x05\x02", end],
    outcome: "proxy-failed",
    code: "SOCKS5_AUTH",
    words: /asks for a user name and password/,
  },
  {
    says: "that it wants Kerberos",
    script: [HELLO, "\x05\x01", end],
    outcome: "proxy-failed",
    code: "SOCKS5_PROTOCOL",
    words: /a login that was not offered/,
  },
  {
    says: "that no way to log in is good enough",
    script: [{ until: /\x05\x02\0\x02/ }, "\x05\xff", end],
    login: true,
    outcome: "proxy-failed",
    code: "SOCKS5_AUTH",
    words: /does not take a user name and password/,
  },
  {
    says: "that the password is wrong",
    script: [{ until: /\x05\x02\0\x02/ }, "\x05\x02", { until: /\x01\x02me\x06secret/ }, "\x01\x01", end],
    login: true,
    outcome: "proxy-failed",
    code: "SOCKS5_AUTH",
    words: /refuses this user name and password/,
  },
  { says: "nothing and hangs up at once", script: [end], outcome: "proxy-failed", code: "CLOSED" },
  {
    says: "nothing and resets at once",
    script: [HELLO, { hangUp: "reset" }],
    outcome: "proxy-failed",
    code: "ECONNRESET",
  },
  { says: "half an answer", script: answer("\x05\0\0\x01\0"), outcome: "proxy-failed", code: "CLOSED" },
  {
    says: "nothing behind the request and hangs up, as it does for everybody",
    script: [HELLO, OPEN, REQUEST, end],
    later: [HELLO, OPEN, { until: /\xff\xff\xff\xff\0\x19/ }, end],
    outcome: "unreachable",
    code: "HUNG_UP",
  },
  {
    says: "nothing behind the request and hangs up, but tells others what is wrong",
    script: [HELLO, OPEN, REQUEST, end],
    later: [HELLO, OPEN, { until: /\xff\xff\xff\xff\0\x19/ }, `\x05\x03${BOUND}`, end],
    outcome: "proxy-failed",
    code: "HUNG_UP",
  },
  {
    says: "nothing at all",
    script: [],
    patience: PATIENCE,
    outcome: "proxy-failed",
    code: "NO_ANSWER",
    words: /does not answer in time/,
  },
  {
    says: "nothing behind the request, to nobody",
    script: [HELLO, OPEN],
    patience: PATIENCE,
    outcome: "proxy-failed",
    code: "NO_ANSWER",
  },
  {
    says: "nothing behind the request, but answers at once where nothing can be reached",
    script: [HELLO, OPEN],
    later: [HELLO, OPEN, { until: /\xff\xff\xff\xff\0\x19/ }, `\x05\x03${BOUND}`, end],
    patience: PATIENCE,
    outcome: "timeout",
  },
  {
    says: "that it is connected, slowly",
    script: [HELLO, { pause: 0.2 }, OPEN, REQUEST, { pause: 0.3 }, `\x05\0${BOUND}`],
    outcome: "connected",
  },
];

const CONNECT = { until: /^CONNECT 192\.0\.2\.10:25 HTTP\/1\.1\r\nHost: 192\.0\.2\.10:25\r\n\r\n/ };
const NOWHERE = { until: /^CONNECT 255\.255\.255\.255:25 HTTP\/1\.1\r\n[^]*\r\n\r\n/ };
const respond = (status: string, headers = "", page = ""): Script => [
  CONNECT,
  `HTTP/1.1 ${status}\r\n${headers}\r\n${page}`,
  end,
];

const http: readonly Case[] = [
  { says: "200", script: respond("200 Connection established"), outcome: "connected" },
  {
    says: "200 behind an interim response",
    script: [CONNECT, "HTTP/1.1 100 Continue\r\n\r\n", { pause: 0.02 }, "HTTP/1.1 200\r\n\r\n"],
    outcome: "connected",
  },
  {
    says: "302, as captive portals do",
    script: respond("302 Found", "Location: http://login.example/\r\n"),
    outcome: "proxy-failed",
    code: "HTTP_302",
    words: /does not allow this connection \(302 Found\)/,
  },
  {
    says: "403",
    script: respond("403 Forbidden"),
    outcome: "proxy-failed",
    code: "HTTP_403",
    words: /does not allow/,
  },
  {
    says: "407 and no password is set",
    script: respond("407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="x"\r\n'),
    outcome: "proxy-failed",
    code: "HTTP_407",
    words: /it asks for user name and password/,
  },
  {
    says: "407 to a password",
    script: [
      { until: /Proxy-Authorization: Basic bWU6c2VjcmV0\r\n\r\n/ },
      "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
      end,
    ],
    login: true,
    outcome: "proxy-failed",
    code: "HTTP_407",
    words: /it refuses this user name and password/,
  },
  {
    says: "500 alone",
    script: respond("500 Internal Server Error"),
    outcome: "proxy-failed",
    code: "HTTP_500",
  },
  {
    says: "500 and why, as tinyproxy does",
    script: respond("500 Unable to connect"),
    outcome: "unreachable",
    code: "HTTP_500",
  },
  { says: "502 alone", script: respond("502 Bad Gateway"), outcome: "unreachable", code: "HTTP_502" },
  {
    says: "502 and a page that says refused",
    script: respond("502 Bad Gateway", "", "<p>connect() failed (111: Connection refused)</p>"),
    outcome: "refused",
    code: "HTTP_502",
  },
  {
    says: "503 alone, which is about itself",
    script: respond("503 Service Unavailable"),
    outcome: "proxy-failed",
    code: "HTTP_503",
    words: /it failed with 503 Service Unavailable/,
  },
  {
    says: "503 as squid does where the target refuses",
    script: respond("503 Service Unavailable", "X-Squid-Error: ERR_CONNECT_FAIL 111\r\n"),
    outcome: "refused",
    code: "HTTP_503",
  },
  {
    says: "503 as squid does where the target does not answer",
    script: respond("503 Service Unavailable", "X-Squid-Error: ERR_CONNECT_FAIL 110\r\n"),
    outcome: "timeout",
    code: "HTTP_503",
  },
  {
    says: "503 as squid does where the target cannot be reached",
    script: respond("503 Service Unavailable", "X-Squid-Error: ERR_CONNECT_FAIL 113\r\n"),
    outcome: "unreachable",
    code: "HTTP_503",
  },
  {
    says: "503 as squid does where it has no socket left itself",
    script: respond("503 Service Unavailable", "X-Squid-Error: ERR_SOCKET_FAILURE 24\r\n", "timed out"),
    outcome: "proxy-failed",
    code: "HTTP_503",
  },
  { says: "504", script: respond("504 Gateway Timeout"), outcome: "timeout", code: "HTTP_504" },
  {
    says: "the greeting of a mail server",
    script: ["220 mx.own.test ESMTP\r\n"],
    outcome: "proxy-failed",
    code: "HTTP_PROTOCOL",
  },
  {
    says: "a status that is none",
    script: [CONNECT, "HTTP/1.1 OK\r\n\r\n"],
    outcome: "proxy-failed",
    code: "HTTP_PROTOCOL",
  },
  {
    says: "a head without end",
    script: [CONNECT, "HTTP/1.1 200 OK\r\n", `X-Filler: ${"x".repeat(20_000)}\r\n`],
    outcome: "proxy-failed",
    code: "ANSWER_LIMIT",
  },
  { says: "nothing and hangs up", script: [CONNECT, end], outcome: "proxy-failed", code: "CLOSED" },
  {
    says: "nothing at all",
    script: [],
    patience: PATIENCE,
    outcome: "proxy-failed",
    code: "NO_ANSWER",
  },
  {
    says: "nothing, but 502 at once where nothing can be reached",
    script: [],
    later: [NOWHERE, "HTTP/1.1 502 Bad Gateway\r\n\r\n", end],
    patience: PATIENCE,
    outcome: "timeout",
  },
];

for (const [scheme, cases] of [
  ["socks5", socks5],
  ["http", http],
] as const) {
  // At once: some of them have to be waited for.
  describe(`a proxy (${scheme}) that says`, { concurrency: true }, () => {
    for (const { says, script, later, outcome, code, words, login, patience: timeoutSeconds } of cases) {
      test(`${says}: ${[outcome, code].filter((part) => part !== undefined).join(" ")}`, async (t) => {
        const credentials = login === true ? { username: "me", password: "secret" } : {};
        const scripts = [script, ...(later === undefined ? [] : [later])] as const;
        const step = await dial(t, { scheme, ...credentials }, scripts, timeoutSeconds ?? 20);
        assert.deepEqual([step.outcome, step.code], [outcome, code]);
        assert.match(step.detail ?? "", words ?? /^/);
      });
    }
  });
}
