/** The lines by which to confirm a finding: they say what they are to say, and no shell makes more of them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, test } from "node:test";
import fc from "fast-check";
import { confirmationLine } from "../../../src/judge/confirm/line.ts";
import type { Confirmation, ConfirmationSubject } from "../../../src/judge/confirm/confirmation.ts";

const SUBJECT = {
  domain: "example.com",
  host: "mx.example.com",
  address: "192.0.2.10",
  port: 25,
  relaySender: "",
  relayRecipient: "probe@example.net",
  heloName: "[198.51.100.7]",
  question: { name: "mx.example.com", type: "AAAA", server: "192.0.2.53:5353" },
  dane: { baseDomain: "mx.example.com", records: ["3 1 1 00ff", "2 0 1 ee"] },
} as const satisfies ConfirmationSubject;

const OPENSSL = [
  "openssl",
  "s_client",
  "-starttls",
  "smtp",
  "-connect",
  "192.0.2.10:25",
  "-servername",
  "mx.example.com",
];
const SWAKS = ["swaks", "--server", "192.0.2.10", "--port", "25", "--ehlo", "[198.51.100.7]"];
const DIG = ["dig", "+noall", "+comments", "+answer"];
const QUESTION = ["@192.0.2.53", "-p", "5353", "AAAA", "mx.example.com."];

const NC = ["nc", "-w", "15", "192.0.2.10", "25"];
const NC_CRLF = ["nc", "-C", ...NC.slice(1)];
/** What makes a ClientHello of more than a packet. */
const PROTOCOLS = ["smtp", ...Array.from({ length: 301 }, (_, index) => 1000 + index)].join(",");
const AGAIN = [
  [...OPENSSL, "-brief"],
  ["grep", "-E", "Protocol|:error:"],
];

/** The commands of each line, as a shell takes them apart; what only waits or speaks is left out. */
const COMMANDS: Readonly<Record<Confirmation, string[][]>> = {
  "dig-mx": [[...DIG, ...QUESTION.slice(0, 3), "MX", "example.com."]],
  "dig-host": [[...DIG, ...QUESTION.slice(0, 3), "mx.example.com.", "A", "mx.example.com.", "AAAA"]],
  "dig-question": [[...DIG, ...QUESTION]],
  "dig-bogus": [
    [...DIG, ...QUESTION],
    [...DIG, "+cd", ...QUESTION],
  ],
  "dig-dnssec": [[...DIG, "+dnssec", ...QUESTION]],
  "dig-resolver": [
    [...DIG, ...QUESTION],
    [...DIG, ...QUESTION.slice(0, 3), "NS", "."],
  ],
  "dig-authoritative": [["dig", "+nssearch", "example.com."]],
  "policy-fetch": [
    [
      ...["curl", "-v", "--tlsv1.2", "--max-redirs", "0"],
      "https://mta-sts.example.com/.well-known/mta-sts.txt",
    ],
  ],
  "mx-certificate": [
    [
      ...["openssl", "s_client", "-starttls", "smtp", "-connect", "mx.example.com:25"],
      ...[
        "-servername",
        "mx.example.com",
        "-verify_hostname",
        "mx.example.com",
        "-verify_return_error",
        "-brief",
      ],
    ],
  ],
  "tcp-connect": [["nc", "-v", "-z", "-w", "15", "192.0.2.10", "25"]],
  "smtp-greeting": [[...SWAKS, "--quit-after", "CONNECT"]],
  "smtp-greeting-slow": [[...SWAKS, "--timeout", "300", "--quit-after", "CONNECT"]],
  "raw-greeting": [NC, ["head", "-c", "2000"]],
  "smtp-ehlo": [[...SWAKS, "--quit-after", "FIRST-EHLO"]],
  "smtp-ehlo-in-tls": [[...SWAKS, "--tls", "--quit-after", "EHLO"]],
  "raw-ehlo": [NC_CRLF],
  "raw-ehlo-in-tls": [[...OPENSSL, "-quiet", "-crlf"]],
  "smtp-starttls": [[...SWAKS, "--tls", "--quit-after", "STARTTLS"]],
  starttls: [[...OPENSSL, "-brief"]],
  "starttls-again": Array.from({ length: 10 }, () => AGAIN).flat(),
  handshake: [[...OPENSSL, "-brief"]],
  "any-version": [[...OPENSSL, "-cipher", "DEFAULT@SECLEVEL=0", "-brief"]],
  "any-cipher": [[...OPENSSL, "-cipher", "ALL:COMPLEMENTOFALL@SECLEVEL=0", "-brief"]],
  "large-hello": [[...OPENSSL, "-alpn", PROTOCOLS, "-brief"]],
  "starttls-legacy": [[...OPENSSL, "-no_tls1_3", "-no_tls1_2", "-cipher", "DEFAULT@SECLEVEL=0", "-brief"]],
  dane: [
    [
      ...OPENSSL.slice(0, 6),
      ...["-dane_tlsa_domain", "mx.example.com", "-dane_ee_no_namechecks"],
      ...[
        "-dane_tlsa_rrdata",
        "3 1 1 00ff",
        "-dane_tlsa_rrdata",
        "2 0 1 ee",
        "-verify_return_error",
        "-brief",
      ],
    ],
  ],
  "certificate-dates": [OPENSSL, ["openssl", "x509", "-noout", "-dates"]],
  "certificate-names": [OPENSSL, ["openssl", "x509", "-noout", "-subject", "-ext", "subjectAltName"]],
  "certificate-details": [OPENSSL, ["openssl", "x509", "-noout", "-text"]],
  "certificate-chain": [[...OPENSSL, "-showcerts"]],
  relay: [[...SWAKS, "--tls-optional", "--from", "<>", "--to", "probe@example.net", "--quit-after", "RCPT"]],
  session: [
    [...SWAKS, "--tls-optional", "--from", "<>", "--to", "probe@example.net", "--quit-after", "RCPT"],
  ],
  "own-postmaster": [
    [...SWAKS, "--tls-optional", "--from", "<>", "--to", "postmaster@example.com", "--quit-after", "RCPT"],
  ],
};
const KINDS = Object.keys(COMMANDS) as Confirmation[];

/** What a shell runs for a line: each command with its arguments. */
function commandsOf(line: string, shell = "sh"): string[][] {
  return commandsOfEach([line], shell)[0] ?? [];
}

/** The same for lines, one after the other. */
function commandsOfEach(lines: readonly string[], shell = "sh"): string[][][] {
  // One write for each command: those of a pipe run at the same time.
  const functions = ["curl", "dig", "nc", "swaks", "openssl", "head", "grep"].map(
    (name) => `${name}() { printf '%s\\037' ${name} "$@" END >&3; }`,
  );
  // What is said to a command that does not listen is lost, and that is all.
  const each = `for line; do eval "$line"; printf '\\036' >&3; done`;
  const script = ["exec 3>&1", ...functions, "sleep() { :; }", "echo() { :; }", each].join("\n");
  const output = execFileSync(shell, ["-c", script, shell, ...lines], { encoding: "utf8", cwd: tmpdir() });
  return output
    .split("\u001e")
    .slice(0, -1)
    .map((ran) =>
      ran
        .split("\u001fEND\u001f")
        .slice(0, -1)
        .map((run) => run.split("\u001f")),
    );
}

/** Commands of a pipe begin at the same time, so their order says nothing. */
const sorted = (commands: readonly string[][]): string[] =>
  commands.map((command) => command.join(" ")).sort();

describe("a shell runs for", () => {
  for (const kind of KINDS) {
    const shown = COMMANDS[kind].map((command) => command.join(" ").slice(0, 120));
    test(`${kind}: ${[...new Set(shown)].join(" and ")}`, () => {
      const line = confirmationLine(kind, SUBJECT) ?? assert.fail("no line");
      for (const shell of ["sh", "bash"])
        assert.deepEqual(sorted(commandsOf(line, shell)), sorted(COMMANDS[kind]), shell);
    });
  }

  test("a server whose TLS starts with the first byte: no STARTTLS", () => {
    const implicit = { ...SUBJECT, port: 465, implicitTls: true };
    assert.equal(
      confirmationLine("starttls", implicit),
      "openssl s_client -connect 192.0.2.10:465 -servername mx.example.com -brief </dev/null",
    );
    assert.match(confirmationLine("relay", implicit) ?? "", / --tls-on-connect /);
  });

  test("a greeting or an EHLO behind TLS from the first byte: TLS first", () => {
    const implicit = { ...SUBJECT, port: 465, implicitTls: true };
    const lines = (["smtp-greeting", "smtp-ehlo", "smtp-ehlo-in-tls"] as const).map((kind) =>
      confirmationLine(kind, implicit),
    );
    assert.ok(lines.every((line) => / --tls-on-connect (?:.*)--quit-after /.test(line ?? "")));
    for (const kind of ["raw-greeting", "raw-ehlo"] as const)
      assert.match(confirmationLine(kind, implicit) ?? "", /openssl s_client -connect .* -quiet/);
  });

  test("a relay test that was made in the clear: no STARTTLS, which may break the connection", () => {
    const inClear = { ...SUBJECT, relayInClear: true };
    for (const kind of ["relay", "own-postmaster"] as const)
      assert.doesNotMatch(confirmationLine(kind, inClear) ?? "--tls", /--tls/);
    assert.match(confirmationLine("session", inClear) ?? "", / --tls-optional /);
  });

  test("words in an EHLO by hand: those, CR and LF behind them", () => {
    assert.equal(
      confirmationLine("raw-ehlo", SUBJECT),
      "(sleep 9; echo EHLO '[198.51.100.7]'; sleep 5) | nc -C -w 15 192.0.2.10 25",
    );
    assert.match(
      confirmationLine("raw-ehlo", { ...SUBJECT, heloName: undefined }) ?? "",
      /; echo EHLO mx-gate\.example\.net; /,
    );
  });

  test("a mailbox that begins with = in quotes, for zsh would look for a program; none that begins with -", () => {
    const from = (relaySender: string) => confirmationLine("relay", { ...SUBJECT, relaySender });
    assert.match(from("=a@example.org") ?? "", / --from '=a@example\.org' /);
    assert.equal(from("-a@example.org"), undefined);
  });

  for (const name of ["=id", "-x", "+cd", "@192.0.2.1"]) {
    test(`no name that begins like ${name}`, () => {
      assert.equal(confirmationLine("dig-mx", { domain: name }), undefined);
      assert.equal(confirmationLine("dig-host", { host: name }), undefined);
      assert.equal(confirmationLine("dig-question", { question: { name, type: "A" } }), undefined);
      assert.equal(confirmationLine("starttls", { ...SUBJECT, host: name }), undefined);
    });
  }

  test("a server that is named by its address: no server name", () => {
    const line = confirmationLine("certificate-chain", { ...SUBJECT, host: SUBJECT.address });
    assert.equal(
      line,
      "openssl s_client -starttls smtp -connect 192.0.2.10:25 -noservername -showcerts </dev/null",
    );
  });

  test("a chain that was judged with a file of the user's: that file, where a shell takes its name as it is", () => {
    const line = (caFile: string) => confirmationLine("certificate-chain", { ...SUBJECT, caFile }) ?? "";
    for (const file of ["ca.pem", "/etc/ssl/own-ca.pem", "certs/ca@2026.pem"])
      assert.ok(line(file).endsWith(` -servername mx.example.com -CAfile ${file} -showcerts </dev/null`));
    for (const file of ["-x", "=x", "a b", "$(id)", "a;id", "a'b", "~/ca.pem", "a\nb", "", "x".repeat(201)])
      assert.doesNotMatch(line(file), /-CAfile/);
    assert.doesNotMatch(
      confirmationLine("certificate-names", { ...SUBJECT, caFile: "ca.pem" }) ?? "",
      /-CAfile/,
    );
  });

  test("a server that refused MAIL: no recipient", () => {
    const line = confirmationLine("relay", { ...SUBJECT, relayRecipient: undefined }) ?? "";
    assert.deepEqual(commandsOf(line), [
      [...SWAKS, "--tls-optional", "--from", "<>", "--quit-after", "FROM"],
    ]);
  });

  test("a name in EHLO: that name, and none where no EHLO was said", () => {
    const helo = (heloName: string | undefined) => confirmationLine("smtp-ehlo", { ...SUBJECT, heloName });
    const swaks = "swaks --server 192.0.2.10 --port 25";
    assert.equal(helo("ci.example.org"), `${swaks} --ehlo ci.example.org --quit-after FIRST-EHLO`);
    assert.equal(helo("[IPv6:2001:db8::7]"), `${swaks} --ehlo '[IPv6:2001:db8::7]' --quit-after FIRST-EHLO`);
    assert.equal(helo(undefined), `${swaks} --quit-after FIRST-EHLO`);
  });

  test("a question: the server that answered it, at its port where that is not the usual one", () => {
    const dig = (server: string | undefined, name = "example.com") =>
      confirmationLine("dig-question", { question: { name, type: "NS", server } });
    assert.equal(dig("192.0.2.53:53"), `${DIG.join(" ")} @192.0.2.53 NS example.com.`);
    assert.equal(dig("[2001:db8::53]:5300"), `${DIG.join(" ")} @2001:db8::53 -p 5300 NS example.com.`);
    assert.equal(dig(undefined), `${DIG.join(" ")} NS example.com.`);
    assert.equal(dig("[fe80::53%eth0]:53"), `${DIG.join(" ")} @fe80::53%eth0 NS example.com.`);
    assert.equal(dig("https://dns.example"), `${DIG.join(" ")} +https @dns.example NS example.com.`);
    assert.equal(
      dig("https://[2001:db8::53]:8443"),
      `${DIG.join(" ")} +https @2001:db8::53 -p 8443 NS example.com.`,
    );
    assert.equal(dig(undefined, "."), `${DIG.join(" ")} NS .`);
  });

  test("records and addresses: the server that gave them, as every question", () => {
    for (const kind of ["dig-mx", "dig-host"] as const)
      assert.match(confirmationLine(kind, SUBJECT) ?? "", / @192\.0\.2\.53 -p 5353 /);
  });

  test("what several servers say: each of them", () => {
    const question = { ...SUBJECT.question, servers: ["192.0.2.1:53", "[2001:db8::2]:53"] };
    assert.deepEqual(commandsOf(confirmationLine("dig-authoritative", { ...SUBJECT, question }) ?? ""), [
      [...DIG, "@192.0.2.1", ...QUESTION.slice(3)],
      [...DIG, "@2001:db8::2", ...QUESTION.slice(3)],
    ]);
  });

  test("what a zone file says: the zone's own server, or a word that DNS need not have it yet", () => {
    const dig = (server: string | undefined) =>
      confirmationLine("dig-mx", { ...SUBJECT, question: { ...SUBJECT.question, zoneFile: { server } } }) ??
      "";
    assert.deepEqual(commandsOf(dig("ns1.example.com")), [
      [...DIG, "@ns1.example.com", "MX", "example.com."],
    ]);
    for (const server of [undefined, ".", "$(id)", "-x"]) {
      assert.equal(
        dig(server),
        `echo 'The zone file is not live yet. DNS says:'; ${DIG.join(" ")} MX example.com.`,
      );
    }
  });

  test("an IPv6 address: brackets that zsh does not take for a pattern", () => {
    const line = confirmationLine("certificate-chain", { ...SUBJECT, address: "2001:db8::10" });
    assert.equal(
      line,
      "openssl s_client -starttls smtp -connect '[2001:db8::10]:25' -servername mx.example.com -showcerts </dev/null",
    );
  });

  test("another sender than the null one: that sender", () => {
    const line = confirmationLine("relay", { ...SUBJECT, relaySender: "probe+1@example.org" }) ?? "";
    assert.match(line, / --from probe\+1@example\.org --to probe@example\.net /);
  });
});

/** Lines about the policy of a domain, and about what one of its hosts shows. */
const OF_POLICIES: readonly Confirmation[] = ["policy-fetch", "mx-certificate"];
/** Lines that an endpoint's address is in. */
const OF_ENDPOINTS = KINDS.filter((kind) => !kind.startsWith("dig") && !OF_POLICIES.includes(kind));

describe("there is no line", () => {
  const cases: readonly { without: keyof typeof SUBJECT; for: readonly Confirmation[] }[] = [
    { without: "domain", for: ["dig-mx", "own-postmaster"] },
    { without: "host", for: ["dig-host"] },
    { without: "address", for: OF_ENDPOINTS },
    { without: "port", for: OF_ENDPOINTS },
    { without: "question", for: ["dig-question", "dig-bogus", "dig-dnssec"] },
    { without: "dane", for: ["dane"] },
  ];
  for (const { without, for: kinds } of cases) {
    test(`without ${without} for ${kinds.join(", ")}`, () => {
      for (const kind of kinds)
        assert.equal(confirmationLine(kind, { ...SUBJECT, [without]: undefined }), undefined);
    });
  }

  const hostile = [
    "a;id",
    "$(id)",
    "`id`",
    "a b",
    "a|id",
    "a&id",
    "a>b",
    "a<b",
    "'",
    '"',
    "\\",
    "a\nid",
    "*",
    "?",
    "~",
    "#",
    "!",
    "{a,b}",
    "%0a",
    "é",
    "\u202e",
  ];
  const locations = ["domain", "host", "address", "relaySender", "relayRecipient"] as const;
  for (const place of locations) {
    test(`that would hold a shell's characters as ${place}`, () => {
      const lines: string[] = [];
      const expected: string[][] = [];
      for (const kind of KINDS) {
        // A line that does not need it is as before; one that does has it as one word.
        const asBefore = COMMANDS[kind].map((command) => command.join(" ")).join(" ");
        const value = SUBJECT[place] === "" ? "<>" : SUBJECT[place];
        for (const text of hostile) {
          const line = confirmationLine(kind, { ...SUBJECT, [place]: text });
          if (line === undefined) continue;
          const asksForMail = kind === "relay" || kind === "session" || kind === "own-postmaster";
          const needed = asksForMail && asBefore.includes(value);
          const withText = (word: string): string => (needed && word === value ? text : word);
          lines.push(line);
          expected.push(sorted(COMMANDS[kind].map((command) => command.map(withText))));
        }
      }
      assert.deepEqual(commandsOfEach(lines).map(sorted), expected);
    });
  }

  test("that would hold a shell's characters as a question, its server or the name in EHLO", () => {
    for (const text of hostile) {
      const question = { ...SUBJECT.question, name: text };
      assert.equal(confirmationLine("dig-question", { ...SUBJECT, question }), undefined);
      const server = { ...SUBJECT.question, server: `${text}:53` };
      const line = confirmationLine("dig-question", { ...SUBJECT, question: server }) ?? "";
      assert.deepEqual(commandsOf(line), [[...DIG, ...QUESTION.slice(3)]]);
      const greeting = confirmationLine("smtp-greeting", { ...SUBJECT, heloName: text }) ?? "";
      assert.deepEqual(commandsOf(greeting), [[...SWAKS.slice(0, 5), "--quit-after", "CONNECT"]]);
    }
  });
});

test("whatever it is made from, a line has none of a shell's characters beside its own", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.stringMatching(/^[a-z0-9.:@$`;|&<>'"\\ -]{0,12}$/),
  );
  const question = fc.record({
    name: text,
    type: fc.constantFrom("A", "MX"),
    server: fc.oneof(
      text.map((address) => `${address}:53`),
      text.map((host) => `https://${host}`),
    ),
    servers: fc.array(text.map((address) => `${address}:53`)),
    zoneFile: fc.option(fc.record({ server: text }), { nil: undefined }),
  });
  const subject = fc.record({
    domain: text,
    host: text,
    address: text,
    port: fc.nat(65535),
    relaySender: text,
    relayRecipient: text,
    heloName: text,
    question,
  });
  const ours = [
    / <\/dev\/null(?: \| (?:openssl x509 [a-zA-Z -]+|head -c 2000))?$/g,
    /^for i in [\d ]+; do (?=openssl )| <\/dev\/null 2>&1 \| grep -E 'Protocol\|:error:'; done$/g,
    /^\(sleep 9; echo EHLO (?:'[^']*'|[a-z0-9.-]+); sleep 5\) \| |^sleep 3 \| /gi,
    / -alpn smtp,\$\(seq -s , 1000 1300\)/g,
    / --from '<>'| --(?:ehlo|from|to) '[!-&(-~]+'|;(?= dig )/g,
    /^echo 'The zone file is not live yet\. DNS says:'|(?<=@[0-9a-f:.]+)%[a-z0-9]+(?= )/gi,
    /'\[[0-9A-Za-z.:@_+=-]*\]:\d+'/g,
    /(?<= )https:\/\/(?=mta-sts\.)|\/\.well-known\/mta-sts\.txt$/g,
  ];
  const property = fc.property(fc.constantFrom(...KINDS), subject, (kind, given) => {
    const line = confirmationLine(kind, given);
    const rest =
      line === undefined ? undefined : ours.reduce<string>((left, each) => left.replaceAll(each, ""), line);
    if (rest !== undefined) assert.match(rest, /^[A-Za-z0-9._:@+= -]*$/);
  });
  fc.assert(property, { numRuns: 3000 });
});
