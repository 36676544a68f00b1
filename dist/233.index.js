export const id = 233;
export const ids = [233];
export const modules = {

/***/ 6233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JUNIT_LIMIT: () => (/* binding */ JUNIT_LIMIT),
  renderJunit: () => (/* binding */ renderJunit)
});

// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/judge/findings/causes.js
var causes = __webpack_require__(7116);
// EXTERNAL MODULE: ./lib/judge/checks/all.js + 28 modules
var checks_all = __webpack_require__(9024);
// EXTERNAL MODULE: ./lib/judge/report.js
var report = __webpack_require__(6221);
// EXTERNAL MODULE: ./lib/text/address.js
var address = __webpack_require__(6519);
// EXTERNAL MODULE: ./lib/judge/verdict.js
var judge_verdict = __webpack_require__(7522);
// EXTERNAL MODULE: ./lib/report/gate-rules.js
var gate_rules = __webpack_require__(3209);
// EXTERNAL MODULE: ./node_modules/junit-report-builder/dist/index.js
var dist = __webpack_require__(1072);
// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(8944);
;// CONCATENATED MODULE: ./lib/report/junit/builder.js


function junitSeconds(seconds) {
    return Math.round(seconds * 1000) / 1000;
}
function addToTotals(totals, suite) {
    for (const { kind } of suite.cases) {
        totals.tests += 1;
        if (kind === "failure")
            totals.failures += 1;
        if (kind === "error")
            totals.errors += 1;
    }
}
const SUITE_MARKUP = `\n  <testsuite name="" timestamp="" time="0" tests="1">\n  </testsuite>`.length;
const CASE_MARKUP = `\n    <testcase classname="" name="" time="0"/>`.length;
const SAID_MARKUP = `>\n      <failure><![CDATA[]]></failure>\n    </testcase`.length;
function junitStart({ tests, failures, errors }, seconds) {
    const attributes = `name="mx-gate" time="${junitSeconds(seconds)}" tests="${tests}" failures="${failures}" errors="${errors}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>`;
}
const JUNIT_END = "\n</testsuites>\n";
const GAP = "\ue000";
const builder_frames = new Map();
function frameOf(kind, noted) {
    const form = noted ? `${kind}, noted` : kind;
    const known = builder_frames.get(form);
    if (known !== undefined)
        return known;
    const builder = dist.newBuilder();
    const testCase = builder.testSuite().testCase().className(GAP).name(GAP).time(Number.NaN);
    if (kind === "failure")
        testCase.failure(GAP, GAP).stacktrace(GAP);
    if (kind === "error")
        testCase.error(GAP, GAP, GAP);
    if (kind === "skipped")
        testCase.skipped();
    if (noted)
        testCase.standardOutput(GAP);
    const whole = builder.build().replace(String(Number.NaN), GAP);
    const frame = whole
        .slice(whole.indexOf("\n    <testcase "), whole.lastIndexOf("\n  </testsuite>"))
        .split(GAP);
    builder_frames.set(form, frame);
    return frame;
}
function saidIn(outcome) {
    if ("body" in outcome)
        return [(0,text_escape/* xmlAttribute */.IE)(outcome.message), (0,text_escape/* xmlAttribute */.IE)(outcome.type), (0,text_escape/* xml */._n)(outcome.body)];
    return outcome.note === undefined ? [] : [(0,text_escape/* xml */._n)(outcome.note)];
}
function addCase(pieces, { classname, name, seconds, outcome }) {
    const said = saidIn(outcome);
    const [start = "", behindClass = "", behindName = "", ...others] = frameOf(outcome.kind, said.length === 1);
    pieces.push(start, (0,text_escape/* xmlAttribute */.IE)(classname), behindClass, (0,text_escape/* xmlAttribute */.IE)(name), behindName);
    pieces.push(String(junitSeconds(seconds)));
    for (const [index, part] of others.entries())
        pieces.push(part, said[index] ?? "");
}
function suiteXml({ name, timestamp, cases }) {
    const counted = { failure: 0, error: 0, skipped: 0, passed: 0 };
    let seconds = 0;
    const pieces = [];
    for (const { kind, tell } of cases) {
        const told = tell();
        counted[kind] += 1;
        seconds += told.seconds;
        addCase(pieces, told);
    }
    const { failure, error, skipped } = counted;
    const counts = `tests="${cases.length}" failures="${failure}" errors="${error}" skipped="${skipped}"`;
    const head = `name="${(0,text_escape/* xmlAttribute */.IE)(name)}" timestamp="${(0,text_escape/* xmlAttribute */.IE)(timestamp)}" time="${junitSeconds(seconds)}" ${counts}`;
    return `\n  <testsuite ${head}${cases.length === 0 ? "/>" : `>${pieces.join("")}\n  </testsuite>`}`;
}

;// CONCATENATED MODULE: ./lib/report/junit/case-names.js
class CaseNames {
    #taken = new Map();
    distinct(inClass, name) {
        let free = name;
        for (let number = 2; this.#taken.get(free)?.has(inClass) === true; number++)
            free = `${name} (${number})`;
        const classes = this.#taken.get(free);
        if (classes === undefined)
            this.#taken.set(free, new Set([inClass]));
        else
            classes.add(inClass);
        return free;
    }
}
function caseNames(domains) {
    const once = new Set();
    const shared = new Map();
    for (const { name } of domains) {
        if (once.has(name))
            shared.set(name, shared.get(name) ?? new CaseNames());
        once.add(name);
    }
    return ({ name }) => shared.get(name) ?? new CaseNames();
}

// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
// EXTERNAL MODULE: ./lib/report/ranking.js
var ranking = __webpack_require__(8888);
// EXTERNAL MODULE: ./lib/report/sentences.js
var sentences = __webpack_require__(3700);
// EXTERNAL MODULE: ./lib/report/finding-fields.js
var finding_fields = __webpack_require__(6437);
;// CONCATENATED MODULE: ./lib/report/junit/telling.js




const SHORT = ["expected", "actual", "fix"];
const CAUSE_LINE = [`  ${"cause".padEnd(9)} one for `, " domains, in full at "];
const CAUSE_LENGTH = CAUSE_LINE.join("").length;
function stateWords(finding) {
    const waived = (0,finding_fields/* waivedWords */.I5)(finding);
    return `${finding.code} (${waived === undefined ? finding.severity : `${finding.severity}, ${waived}`})`;
}
function headLines(finding) {
    return [stateWords(finding), `  ${finding.message}`];
}
function findingText(finding, short = false) {
    const at = (0,finding_fields/* askedAt */.YG)(finding);
    const fields = (0,finding_fields/* findingFields */.Xu)(finding).filter(({ label }) => !short || SHORT.includes(label));
    return [
        ...headLines(finding),
        ...fields.map(({ label, name, text }) => {
            const line = `  ${name.padEnd(9)} ${text}`;
            return label === "expected" && at !== undefined ? `${line} (${at})` : line;
        }),
    ].join("\n");
}
function leastOfFinding(finding) {
    const { code, severity, message, remedy, alternatives = [] } = finding;
    const head = `${code} (${severity})\n  ${message}`.length;
    return alternatives.length > 0 ? head : head + Math.min(remedy.length, CAUSE_LENGTH);
}
class Telling {
    #causes;
    #short;
    #told = new Map();
    #domains = new Map();
    constructor(causes, short) {
        this.#causes = causes;
        this.#short = short;
    }
    textOf(placed, name) {
        const { findings } = placed.check;
        if (findings.length === 0)
            return "";
        const causes = this.#causes.at(placed);
        return findings
            .map((finding, index) => ({ finding, cause: causes[index] }))
            .sort((a, b) => (0,ranking/* compareFindings */.Eg)(a.finding, b.finding))
            .map(({ finding, cause }) => cause === undefined ? findingText(finding, this.#short) : this.#tell(finding, cause, name))
            .join("\n\n");
    }
    #tell(finding, cause, name) {
        const domains = this.#domainsOf(cause);
        if (domains.length < 2)
            return findingText(finding, this.#short);
        const first = this.#told.get(cause);
        if (first === undefined) {
            this.#told.set(cause, name);
            return `${findingText(finding)}\n  ${"shared by".padEnd(9)} ${(0,sentences/* concernedWords */.J$)(domains)}`;
        }
        const number = (0,plural/* grouped */.zD)(domains.length);
        const place = `${first.classname}, ${first.name}`;
        if (this.#short)
            return `${stateWords(finding)}: see ${place}`;
        const [one, inFull] = CAUSE_LINE;
        return [...headLines(finding), `${one}${number}${inFull}${place}`].join("\n");
    }
    #domainsOf(cause) {
        const known = this.#domains.get(cause) ?? [...new Set(cause.seen.map(({ placed }) => placed.domain))];
        this.#domains.set(cause, known);
        return known;
    }
}

;// CONCATENATED MODULE: ./lib/report/junit/times.js


class Counted {
    #byEndpoint = new Map();
    isFirst({ run, key }, { check }) {
        const endpoint = run === undefined ? key : `${String(run)} ${key}`;
        const counted = this.#byEndpoint.get(endpoint) ?? 0;
        const bit = 1 << checks_all/* CHECK_IDS */.Sh.indexOf(check);
        this.#byEndpoint.set(endpoint, counted | bit);
        return (counted & bit) === 0;
    }
}
function shareOfRun(report) {
    const met = new Set();
    const counted = new Counted();
    let sum = 0;
    for (const { checks, servers } of report.domains) {
        for (const { seconds } of checks)
            sum += seconds;
        for (const endpoint of servers.flatMap(({ endpoints }) => endpoints)) {
            if (met.has(endpoint))
                continue;
            met.add(endpoint);
            for (const check of endpoint.checks)
                if (counted.isFirst(endpoint, check))
                    sum += check.seconds;
        }
    }
    const whole = (0,sentences/* runSeconds */.Rl)(report);
    return sum > whole ? whole / sum : 1;
}
class Times {
    #share;
    #told = new Counted();
    constructor(share) {
        this.#share = share;
    }
    of({ endpoint, check }) {
        if (endpoint !== undefined && !this.#told.isFirst(endpoint, check))
            return 0;
        const seconds = check.seconds * this.#share;
        return (this.#share < 1 ? Math.floor(seconds * 1000) : Math.round(seconds * 1000)) / 1000;
    }
}

;// CONCATENATED MODULE: ./lib/report/junit/junit.js














const JUNIT_LIMIT = 20_000_000;
function kindOf({ verdict }, rules) {
    if ((0,report/* closesGate */.HE)(verdict, rules))
        return verdict === "inconclusive" ? "error" : "failure";
    return verdict === "inconclusive" || verdict === "waived" || verdict === "skip" ? "skipped" : "passed";
}
function outcomeOf(check, kind, reported) {
    switch (kind) {
        case "failure":
        case "error": {
            const [worst] = [...check.findings].sort(ranking/* compareFindings */.Eg);
            const message = worst?.message ?? `${check.check}: ${check.summary}`;
            const body = reported === "" ? message : `${message}\n\n${reported}`;
            return { kind, type: worst?.code ?? check.verdict, message, body };
        }
        case "skipped": {
            const reason = `${check.verdict}: ${check.summary}`;
            return { kind, note: reported === "" ? reason : `${reason}\n\n${reported}` };
        }
        case "passed":
            return reported === "" ? { kind } : { kind, note: reported };
    }
}
function caseOf(placed, name, context) {
    const { rules, telling, times, names, withDnssec } = context;
    const { domain, check } = placed;
    const kind = kindOf(check, rules);
    return {
        kind,
        tell: () => {
            const named = { classname: `${domain.name}.${check.check}`, name: names.distinct(check.check, name) };
            const outcome = outcomeOf(check, kind, telling.textOf(placed, named));
            return { ...named, seconds: times.of(placed), outcome: withDnssec(check.check, outcome) };
        },
    };
}
function quiet({ verdict, findings }) {
    return (verdict === "pass" || verdict === "skip") && findings.every(judge_verdict/* counts */.tQ);
}
function loudChecks() {
    const found = new Map();
    return (endpoint) => {
        const known = found.get(endpoint) ?? endpoint.checks.filter((check) => !quiet(check));
        found.set(endpoint, known);
        return known;
    };
}
function foldedCases(domain, server, endpoints, { names, times, withDnssec }) {
    const name = `${server.host} (${(0,plural/* plural */.LS)(endpoints.length, "endpoint")}, passed)`;
    return checks_all/* CHECK_IDS */.Sh.flatMap((id) => {
        const placed = endpoints.flatMap((endpoint) => endpoint.checks
            .filter(({ check }) => check === id)
            .map((check) => ({ domain, server, endpoint, check })));
        const [first] = placed;
        if (first === undefined)
            return [];
        const passed = placed.some(({ check }) => check.verdict === "pass");
        const outcome = passed
            ? { kind: "passed" }
            : { kind: "skipped", note: `skip: ${first.check.summary}` };
        const tell = () => ({
            classname: `${domain.name}.${id}`,
            name: names.distinct(id, name),
            seconds: placed.reduce((sum, one) => sum + times.of(one), 0),
            outcome: withDnssec(id, outcome),
        });
        return [{ kind: outcome.kind, tell }];
    });
}
function* serverCases(domain, server, context) {
    const { folded, told, loudOf } = context;
    const fresh = [];
    const elsewhere = [];
    for (const endpoint of server.endpoints) {
        const known = folded && told.has(endpoint);
        const unremarkable = folded && loudOf(endpoint).length === 0;
        if (known)
            elsewhere.push(endpoint);
        else if (unremarkable)
            fresh.push(endpoint);
        const name = `${(0,address/* hostAddressPort */.yR)(server.host, endpoint)}${(0,labels/* tlsModeLabel */.Dv)(server, endpoint)}`;
        const shown = known || unremarkable ? loudOf(endpoint) : endpoint.checks;
        for (const check of shown)
            yield caseOf({ domain, server, endpoint, check }, name, context);
    }
    if (fresh.length > 0)
        yield* foldedCases(domain, server, fresh, context);
    if (elsewhere.length > 0)
        for (const [first, those] of Map.groupBy(elsewhere, (endpoint) => told.get(endpoint))) {
            if (first !== undefined)
                yield elsewhereCase(domain, first, server.host, those.length, context);
        }
    for (const endpoint of server.endpoints)
        if (!told.has(endpoint))
            told.set(endpoint, domain);
}
const ELSEWHERE = "what passed stands at";
function elsewhereCase(domain, first, host, endpoints, { names }) {
    const inClass = "servers";
    const tell = () => {
        const name = `${host} (${(0,plural/* plural */.LS)(endpoints, "endpoint")}; ${ELSEWHERE} ${first.name})`;
        return {
            classname: `${domain.name}.${inClass}`,
            name: names.distinct(inClass, name),
            seconds: 0,
            outcome: { kind: "passed" },
        };
    };
    return { kind: "passed", tell };
}
function runCases(report, rules) {
    const byCode = Map.groupBy([...report.findings].sort(ranking/* compareFindings */.Eg), (finding) => finding.code);
    return Array.from(byCode, ([code, findings]) => {
        const closing = findings.find((finding) => (0,gate_rules/* findingCloses */.l9)(finding, rules));
        const reported = findings.map((finding) => findingText(finding)).join("\n\n");
        const outcome = closing === undefined
            ? { kind: findings[0]?.severity === "inconclusive" ? "skipped" : "passed", note: reported }
            : {
                kind: closing.severity === "inconclusive" ? "error" : "failure",
                type: code,
                message: closing.message,
                body: `${closing.message}\n\n${reported}`,
            };
        const tell = () => ({ classname: "mx-gate.run", name: code, seconds: 0, outcome });
        return { kind: outcome.kind, tell };
    });
}
function tellOnce(dnssec) {
    let left = dnssec;
    return (check, outcome) => {
        if (left === undefined || check !== "dane")
            return outcome;
        const after = left;
        const told = (said) => (said === undefined ? after : `${said}\n\n${after}`);
        left = undefined;
        return "body" in outcome
            ? { ...outcome, body: told(outcome.body) }
            : { ...outcome, note: told(outcome.note) };
    };
}
function* suites(given, { folded, short }) {
    const { report, rules, causes, share, loudOf } = given;
    const context = {
        rules,
        loudOf,
        folded,
        told: new Map(),
        telling: new Telling(causes, short),
        times: new Times(share),
        withDnssec: tellOnce(report.environment.dnssec),
    };
    const timestamp = report.started;
    const namesOf = caseNames(report.domains);
    if (report.findings.length > 0) {
        yield { name: "mx-gate", timestamp, cases: runCases(report, rules) };
    }
    for (const domain of report.domains) {
        const inSuite = { ...context, names: namesOf(domain) };
        const cases = domain.checks.map((check) => caseOf({ domain, check }, domain.name, inSuite));
        for (const server of domain.servers)
            cases.push(...serverCases(domain, server, inSuite));
        yield { name: domain.name, timestamp, cases };
    }
}
function* leastBytes({ report, rules, loudOf }, folded, limit) {
    const met = new Set();
    const least = new Map();
    const leastOf = (checks) => {
        const known = least.get(checks) ?? checks.reduce((sum, check) => sum + leastOfCase(check, rules), 0);
        least.set(checks, known);
        return known;
    };
    let bytes = 0;
    for (const { name, checks, servers } of report.domains) {
        yield "";
        if (bytes > limit)
            break;
        bytes += SUITE_MARKUP + name.length;
        for (const check of checks)
            bytes += leastOfCase(check, rules) + 2 * name.length;
        for (const { host, endpoints } of servers) {
            for (const endpoint of endpoints) {
                const known = folded && met.has(endpoint);
                const loud = folded ? loudOf(endpoint) : endpoint.checks;
                const called = name.length + host.length + endpoint.address.length;
                const told = known || loud.length === 0 ? loud : endpoint.checks;
                bytes += leastOf(told) + told.length * called;
            }
            if (folded && endpoints.some((endpoint) => met.has(endpoint)))
                bytes += CASE_MARKUP + name.length + host.length + ELSEWHERE.length;
            for (const endpoint of endpoints)
                met.add(endpoint);
        }
    }
    return bytes;
}
function leastOfCase(check, rules) {
    const { findings } = check;
    const bare = CASE_MARKUP + check.check.length;
    if (findings.length === 0)
        return bare;
    const said = findings.reduce((sum, finding) => sum + leastOfFinding(finding), 0);
    const worst = Math.min(...findings.map(({ message }) => message.length));
    return bare + SAID_MARKUP + said + ((0,report/* closesGate */.HE)(check.verdict, rules) ? 2 * worst : 0);
}
function* countAll(all) {
    const totals = { tests: 0, failures: 0, errors: 0 };
    for (const suite of all) {
        addToTotals(totals, suite);
        yield "";
    }
    return totals;
}
function* within(limit, all) {
    const totals = { tests: 0, failures: 0, errors: 0 };
    const pieces = [];
    let bytes = 0;
    for (const suite of all) {
        addToTotals(totals, suite);
        const piece = suiteXml(suite);
        bytes += Buffer.byteLength(piece);
        if (bytes > limit)
            return undefined;
        pieces.push(piece);
        yield "";
    }
    return { totals, pieces };
}
function* renderJunit(report, rules, limit = JUNIT_LIMIT) {
    const given = {
        ...{ report, rules, causes: (0,causes/* causesOf */.cZ)(report.domains), share: shareOfRun(report) },
        loudOf: loudChecks(),
    };
    const written = (extent) => suites(given, extent);
    for (const folded of [false, true]) {
        const extent = { folded, short: false };
        const hopeful = (yield* leastBytes(given, folded, limit)) <= limit;
        const file = hopeful ? yield* within(limit, written(extent)) : undefined;
        if (file === undefined)
            continue;
        yield junitStart(file.totals, (0,sentences/* runSeconds */.Rl)(report));
        yield* file.pieces;
        yield JUNIT_END;
        return;
    }
    const last = { folded: true, short: true };
    yield junitStart(yield* countAll(written(last)), (0,sentences/* runSeconds */.Rl)(report));
    for (const suite of written(last))
        yield suiteXml(suite);
    yield JUNIT_END;
}


/***/ })

};
