/** What the test of a code is: a scene that provokes it, and what a reader of the report must then find. */
import assert from "node:assert/strict";
import { describe as describeCode, type Code } from "../../src/judge/diagnostics/registry.ts";
import {
  placedChecks,
  type Check,
  type CheckId,
  type Finding,
  type Severity,
  type Verdict,
} from "../../src/judge/report.ts";
import { judgeAgain, planOf, play, type Played, type Scene } from "./scene.ts";

export interface CodeCase {
  readonly code: Code;
  /** What happens, to complete "where …". */
  readonly where: string;
  readonly scene: Scene;
  /** The check that carries the code, its verdict, and the severity of the finding. */
  readonly check: CheckId;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Words that the message must hold: names and numbers above all. */
  readonly says: readonly string[];
  /** Words of the remedy. */
  readonly advises: string;
  /** The whole line by which to confirm it, `PORT` and `DNS` standing for the ports; absent where none is promised. */
  readonly confirm?: string;
  /** Words of the server that must be quoted. */
  readonly quotes?: string;
  /** Further codes of severity warning or worse, each of which must be there, and no other. */
  readonly beside?: readonly Code[];
}

/** Lines of confirmation of the scenes, by hand. */
export const CONFIRM = {
  digMx: "dig +noall +comments +answer @127.0.0.1 -p DNS MX case.test.",
  digSts: "dig +noall +comments +answer @127.0.0.1 -p DNS TXT _mta-sts.case.test.",
  digRpt: "dig +noall +comments +answer @127.0.0.1 -p DNS TXT _smtp._tls.case.test.",
  policy: "curl -v --tlsv1.2 --max-redirs 0 https://mta-sts.case.test/.well-known/mta-sts.txt",
  mxCertificate:
    "openssl s_client -starttls smtp -connect mx.case.test:25 -servername mx.case.test -verify_hostname mx.case.test -verify_return_error -brief </dev/null",
  digHost: "dig +noall +comments +answer @127.0.0.1 -p DNS mx.case.test. A mx.case.test. AAAA",
  digQuestion: "dig +noall +comments +answer @127.0.0.1 -p DNS MX case.test.",
  digUnanswered: "dig +noall +comments +answer MX case.test.",
  digResolver:
    "dig +noall +comments +answer @127.0.0.1 -p DNS MX case.test.; dig +noall +comments +answer @127.0.0.1 -p DNS NS .",
  digBogus:
    "dig +noall +comments +answer @127.0.0.1 -p DNS MX case.test.; dig +noall +comments +answer +cd @127.0.0.1 -p DNS MX case.test.",
  connect: "nc -v -z -w 15 127.0.0.1 PORT",
  greeting: "swaks --server 127.0.0.1 --port PORT --quit-after CONNECT",
  /** The same after EHLO, whose name is given again. */
  greetingOnceMore: "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --quit-after CONNECT",
  greetingSlow: "swaks --server 127.0.0.1 --port PORT --timeout 300 --quit-after CONNECT",
  greetingSlowOnceMore:
    "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --timeout 300 --quit-after CONNECT",
  rawGreeting: "nc -w 15 127.0.0.1 PORT </dev/null | head -c 2000",
  rawEhlo: "(sleep 9; echo EHLO '[127.0.0.1]'; sleep 5) | nc -C -w 15 127.0.0.1 PORT",
  rawEhloInTls:
    "(sleep 9; echo EHLO '[127.0.0.1]'; sleep 5) | openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -quiet -crlf",
  ehloInTls: "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --tls --quit-after EHLO",
  again:
    "for i in 1 2 3 4 5 6 7 8 9 10; do openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -brief </dev/null 2>&1 | grep -E 'Protocol|:error:'; done",
  handshake:
    "sleep 3 | openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -brief",
  anyVersion:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -cipher DEFAULT@SECLEVEL=0 -brief </dev/null",
  anyCipher:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -cipher ALL:COMPLEMENTOFALL@SECLEVEL=0 -brief </dev/null",
  largeHello:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -alpn smtp,$(seq -s , 1000 1300) -brief </dev/null",
  ehlo: "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --quit-after FIRST-EHLO",
  starttlsCommand: "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --tls --quit-after STARTTLS",
  starttls:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -brief </dev/null",
  legacy:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -no_tls1_3 -no_tls1_2 -cipher DEFAULT@SECLEVEL=0 -brief </dev/null",
  dates:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test </dev/null | openssl x509 -noout -dates",
  names:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test </dev/null | openssl x509 -noout -subject -ext subjectAltName",
  details:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test </dev/null | openssl x509 -noout -text",
  chain:
    "openssl s_client -starttls smtp -connect 127.0.0.1:PORT -servername mx.case.test -showcerts </dev/null",
  relay:
    "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --tls-optional --from '<>' --to mx-gate-relay-test@example.com --quit-after RCPT",
  mail: "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --tls-optional --from '<>' --quit-after FROM",
  postmaster:
    "swaks --server 127.0.0.1 --port PORT --ehlo '[127.0.0.1]' --tls-optional --from '<>' --to postmaster@case.test --quit-after RCPT",
} as const;

/** Plays the scene of a case and compares what it gives with what the case expects. */
export async function provoke(expected: CodeCase): Promise<void> {
  const played = await play(expected.scene);
  const { code, check: id } = expected;
  const checks = [...placedChecks(played.report.domains)].map((placed) => placed.check);
  const carrying = checks.filter(
    (check) => check.check === id && check.findings.some((each) => each.code === code),
  );
  const check = carrying[0] ?? assert.fail(`no ${code} in ${id}; there are ${codesOf(checks)}`);
  const finding = check.findings.find((each) => each.code === code) ?? assert.fail(code);
  assert.deepEqual(
    { verdict: check.verdict, severity: finding.severity },
    { verdict: expected.verdict, severity: expected.severity },
  );
  compareWords(finding, expected, played);
  const grave = checks
    .flatMap((each) => each.findings)
    .filter((each) => each.severity !== "notice" && each.code !== code);
  assert.deepEqual(
    new Set(grave.map((each) => each.code)),
    new Set(expected.beside ?? []),
    "codes of severity warning or worse beside it",
  );
  const { settings = {} } = expected.scene;
  const severity = `${settings["severity"] ?? ""}\n${code}: error`;
  const stricter = judgeAgain(played.observations, planOf({ ...settings, severity }).policy);
  const raised = [...placedChecks(stricter.domains)]
    .filter(({ check }) => check.check === id && check.findings.some((each) => each.code === code))
    .map(({ check }) => check.verdict);
  assert.deepEqual(new Set(raised), new Set(["fail"]), "what it comes to as an error");
  assert.equal(stricter.gate, "closed");
}

function codesOf(checks: readonly Check[]): string {
  return JSON.stringify(
    checks.map((check) => [check.check, check.verdict, ...check.findings.map((each) => each.code)]),
  );
}

function compareWords(finding: Finding, expected: CodeCase, { port, dnsPort }: Played): void {
  const { message, remedy, confirm, reference, evidence = "" } = finding;
  for (const word of expected.says) assert.ok(message.includes(word), `"${word}" is not in: ${message}`);
  for (const sentence of [message, remedy]) {
    assert.match(sentence, /^[A-Z0-9].*\.$/);
    assert.doesNotMatch(sentence, /undefined|NaN|\[object|\d\.\d{3}/);
  }
  assert.ok(remedy.includes(expected.advises), `"${expected.advises}" is not in: ${remedy}`);
  // Digests differ with every key.
  const line = confirm?.replaceAll(/ [0-9a-f]{64,}(?=')/g, " DATA");
  assert.equal(line, expected.confirm?.replace("PORT", String(port)).replaceAll("DNS", String(dnsPort)));
  const promised = describeCode(expected.code);
  assert.equal(
    confirm === undefined,
    promised.confirm === undefined,
    "confirm is there where the registry promises it",
  );
  assert.equal(reference, promised.reference);
  assert.ok(evidence.includes(expected.quotes ?? ""), `"${expected.quotes ?? ""}" is not in: ${evidence}`);
}
