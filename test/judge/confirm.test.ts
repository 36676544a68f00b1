/** The lines by which to confirm a finding: they say what they are to say, and no shell makes more of them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, test } from "node:test";
import fc from "fast-check";
import { confirmationLine, type Confirmation, type ConfirmationSubject } from "../../src/judge/confirm.ts";

const SUBJECT = {
  domain: "example.com",
  host: "mx.example.com",
  address: "192.0.2.10",
  port: 25,
  relaySender: "",
  relayRecipient: "probe@example.net",
  heloName: "[198.51.100.7]",
  question: { name: "mx.example.com", type: "AAAA", server: "192.0.2.53:5353" },
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

/** The commands of each line, as a shell takes them apart. */
const COMMANDS: Readonly<Record<Confirmation, string[][]>> = {
  "dig-mx": [[...DIG, "MX", "example.com."]],
  "dig-host": [[...DIG, "mx.example.com.", "A", "mx.example.com.", "AAAA"]],
  "dig-question": [[...DIG, ...QUESTION]],
  "dig-bogus": [
    [...DIG, ...QUESTION],
    [...DIG, "+cd", ...QUESTION],
  ],
  "dig-authoritative": [["dig", "+nssearch", "example.com."]],
  "tcp-connect": [["nc", "-v", "-z", "-w", "15", "192.0.2.10", "25"]],
  "smtp-greeting": [[...SWAKS, "--quit-after", "CONNECT"]],
  "smtp-ehlo": [[...SWAKS, "--quit-after", "FIRST-EHLO"]],
  "smtp-starttls": [[...SWAKS, "--tls", "--quit-after", "STARTTLS"]],
  starttls: [[...OPENSSL, "-brief"]],
  "starttls-legacy": [[...OPENSSL, "-no_tls1_3", "-no_tls1_2", "-cipher", "DEFAULT@SECLEVEL=0", "-brief"]],
  "certificate-dates": [OPENSSL, ["openssl", "x509", "-noout", "-dates"]],
  "certificate-names": [OPENSSL, ["openssl", "x509", "-noout", "-subject", "-ext", "subjectAltName"]],
  "certificate-details": [OPENSSL, ["openssl", "x509", "-noout", "-text"]],
  "certificate-chain": [[...OPENSSL, "-showcerts"]],
  relay: [[...SWAKS, "--tls-optional", "--from", "<>", "--to", "probe@example.net", "--quit-after", "RCPT"]],
  "own-postmaster": [
    [...SWAKS, "--tls-optional", "--from", "<>", "--to", "postmaster@example.com", "--quit-after", "RCPT"],
  ],
};
const KINDS = Object.keys(COMMANDS) as Confirmation[];

/** What a shell runs for a line: each command with its arguments. */
function commandsOf(line: string): string[][] {
  // One write for each command: those of a pipe run at the same time.
  const functions = ["dig", "nc", "swaks", "openssl"].map(
    (name) => `${name}() { printf '%s\\037' ${name} "$@" END >&3; }`,
  );
  const output = execFileSync("sh", ["-c", `exec 3>&1\n${functions.join("\n")}\n${line}\n`], {
    encoding: "utf8",
    cwd: tmpdir(),
  });
  const runs = output.split("\u001fEND\u001f").slice(0, -1);
  return runs.map((run) => run.split("\u001f"));
}

/** Commands of a pipe begin at the same time, so their order says nothing. */
const sorted = (commands: readonly string[][]): string[] =>
  commands.map((command) => command.join(" ")).sort();

describe("a shell runs for", () => {
  for (const kind of KINDS) {
    test(`${kind}: ${COMMANDS[kind].map((command) => command.join(" ")).join(" and ")}`, () => {
      const line = confirmationLine(kind, SUBJECT) ?? assert.fail("no line");
      assert.deepEqual(sorted(commandsOf(line)), sorted(COMMANDS[kind]));
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

  test("a server that is named by its address: no server name", () => {
    const line = confirmationLine("certificate-chain", { ...SUBJECT, host: SUBJECT.address });
    assert.equal(
      line,
      "openssl s_client -starttls smtp -connect 192.0.2.10:25 -noservername -showcerts </dev/null",
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
    assert.equal(dig(undefined, "."), `${DIG.join(" ")} NS .`);
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

describe("there is no line", () => {
  const cases: readonly { without: keyof typeof SUBJECT; for: readonly Confirmation[] }[] = [
    { without: "domain", for: ["dig-mx", "own-postmaster"] },
    { without: "host", for: ["dig-host"] },
    { without: "address", for: KINDS.filter((kind) => !kind.startsWith("dig")) },
    { without: "port", for: KINDS.filter((kind) => !kind.startsWith("dig")) },
    { without: "question", for: ["dig-question", "dig-bogus"] },
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
  const places = ["domain", "host", "address", "relaySender", "relayRecipient"] as const;
  for (const place of places) {
    test(`that would hold a shell's characters as ${place}`, () => {
      for (const kind of KINDS) {
        // A line that does not need it is as before; one that does has it as one word.
        const asBefore = COMMANDS[kind].map((command) => command.join(" ")).join(" ");
        const value = SUBJECT[place] === "" ? "<>" : SUBJECT[place];
        for (const text of hostile) {
          const line = confirmationLine(kind, { ...SUBJECT, [place]: text });
          if (line === undefined) continue;
          const needed = kind === "relay" && asBefore.includes(value);
          const withText = (word: string): string => (needed && word === value ? text : word);
          assert.deepEqual(
            sorted(commandsOf(line)),
            sorted(COMMANDS[kind].map((command) => command.map(withText))),
          );
        }
      }
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
    server: text.map((address) => `${address}:53`),
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
  const ours =
    / <\/dev\/null(?: \| openssl x509 [a-zA-Z -]+)?$| --from '<>'| --(?:ehlo|from|to) '[!-&(-~]+'|;(?= dig )/g;
  const property = fc.property(fc.constantFrom(...KINDS), subject, (kind, given) => {
    const line = confirmationLine(kind, given);
    const rest = line?.replaceAll(ours, "").replaceAll(/'\[[0-9A-Za-z.:@_+=-]*\]:\d+'/g, "");
    if (rest !== undefined) assert.match(rest, /^[A-Za-z0-9._:@+= -]*$/);
  });
  fc.assert(property, { numRuns: 3000 });
});
