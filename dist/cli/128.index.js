export const id = 128;
export const ids = [128];
export const modules = {

/***/ 1525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J7: () => (/* binding */ daysWords),
/* harmony export */   TY: () => (/* binding */ certificateTimeline),
/* harmony export */   jA: () => (/* binding */ lifetimeBar)
/* harmony export */ });
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1042);
/* harmony import */ var _judge_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7522);
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6713);




function text(fact) {
    return typeof fact === "string" ? fact : undefined;
}
function certificateTimeline(domains) {
    const found = new Map();
    for (const { server, check } of (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_1__/* .placedChecks */ .xU)(domains)) {
        const { facts = {}, verdict } = check;
        if (check.check !== "certificate" || server === undefined)
            continue;
        const { daysLeft } = facts;
        if (typeof daysLeft !== "number")
            continue;
        const [notBefore, notAfter, issuer] = [
            text(facts["notBefore"]),
            text(facts["notAfter"]),
            text(facts["issuer"]),
        ];
        const key = JSON.stringify([facts["subject"], issuer, notBefore, notAfter, facts["key"], daysLeft]);
        const grown = found.get(key) ?? {
            line: {
                daysLeft,
                ...(notBefore === undefined ? {} : { notBefore }),
                ...(notAfter === undefined ? {} : { notAfter }),
                ...(issuer === undefined ? {} : { issuer }),
            },
            hosts: new Set(),
            verdict,
        };
        grown.hosts.add(server.host);
        if ((0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVerdicts */ .m3)(verdict, grown.verdict) < 0)
            grown.verdict = verdict;
        found.set(key, grown);
    }
    return Array.from(found.values(), ({ line, hosts, verdict }) => ({
        ...line,
        hosts: [...hosts],
        verdict,
    })).sort((a, b) => a.daysLeft - b.daysLeft);
}
function lifetime({ notBefore, notAfter }) {
    const days = (Date.parse(notAfter ?? "") - Date.parse(notBefore ?? "")) / _text_time_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY */ .d;
    return Number.isFinite(days) && days > 0 ? days : undefined;
}
const USUAL_LIFETIME = 90;
function lifetimeBar(line) {
    const share = line.daysLeft / (lifetime(line) ?? USUAL_LIFETIME);
    const full = share <= 0 ? 0 : Math.min(10, Math.max(1, Math.round(share * 10)));
    return "\u2588".repeat(full) + "\u2591".repeat(10 - full);
}
function daysWords(days) {
    const said = (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.abs(days), "day");
    return days < 0 ? `ended ${said} ago` : `${said} left`;
}


/***/ }),

/***/ 7128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SUMMARY_BUDGET: () => (/* binding */ SUMMARY_BUDGET),
  head: () => (/* binding */ head),
  renderSummary: () => (/* binding */ renderSummary),
  renderingSummary: () => (/* binding */ renderingSummary)
});

// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(8944);
// EXTERNAL MODULE: ./lib/system/steps.js
var steps = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/report/finding-groups.js
var finding_groups = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/report/arrangement.js
var arrangement = __webpack_require__(6870);
// EXTERNAL MODULE: ./lib/report/links.js
var report_links = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/report/ranking.js
var ranking = __webpack_require__(8888);
// EXTERNAL MODULE: ./lib/report/sentences.js
var sentences = __webpack_require__(3700);
// EXTERNAL MODULE: ./lib/judge/checks/all.js + 28 modules
var checks_all = __webpack_require__(9024);
// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
// EXTERNAL MODULE: ./lib/report/finding-fields.js
var finding_fields = __webpack_require__(6437);
;// CONCATENATED MODULE: ./lib/report/summary/finding.js






const LOCATIONS_NAMED = 8;
function finding_link(label, url) {
    return url === undefined ? label : `<a href="${(0,text_escape/* htmlAttribute */._s)(url)}">${label}</a>`;
}
function locationsText(locations) {
    return (0,plural/* andMore */.v)(locations.slice(0, LOCATIONS_NAMED).map(text_escape/* markdown */.wD), locations.length, "place");
}
function whereText(group, locations) {
    return [
        ...(locations.length > 0 ? [locationsText(locations)] : []),
        ...[(0,sentences/* concernedWords */.J$)((0,finding_groups/* concernedDomains */.tF)(group))].filter((domains) => domains !== "").map(text_escape/* markdown */.wD),
    ]
        .map((part) => ` \u00b7 ${part}`)
        .join("");
}
function askedLink({ finding }, links) {
    if (finding.policy === undefined)
        return "";
    return finding_link((0,text_escape/* codeSpan */.SS)((0,sentences/* positionWords */.Bh)(finding.policy)), (0,report_links/* fileLine */.RO)(links, finding.policy));
}
const CODE_WIDTH = 100;
function shellWords(command) {
    if (/[\\\n]/.test(command))
        return undefined;
    const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
    return words.join(" ") === command ? words : undefined;
}
function shellLines(command) {
    const words = command.length <= CODE_WIDTH ? undefined : shellWords(command);
    if (words === undefined)
        return [command];
    const parts = [];
    for (const word of words) {
        if (parts.length === 0 || /^[-|<]/.test(word))
            parts.push(word);
        else
            parts.push(`${parts.pop() ?? ""} ${word}`);
    }
    const lines = [];
    for (const part of parts) {
        const last = lines.at(-1);
        if (last === undefined)
            lines.push(part);
        else if (last.length + part.length < CODE_WIDTH - 2)
            lines[lines.length - 1] = `${last} ${part}`;
        else
            lines.push(`  ${part}`);
    }
    return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}
function fieldItem({ label, name: said, text }, group, links) {
    const name = `**${(0,text_escape/* markdown */.wD)(`${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`)}:**`;
    switch (label) {
        case "expected": {
            const asked = askedLink(group, links);
            return `- ${name} ${(0,text_escape/* markdown */.wD)(text)}${asked === "" ? "" : ` (${asked})`}`;
        }
        case "asked at":
            return `- ${name} ${askedLink(group, links)}`;
        case "evidence":
            return `- ${name} ${(0,text_escape/* codeSpan */.SS)(text)}`;
        case "confirm":
            return `- ${name}\n  ${(0,text_escape/* fencedBlock */.zW)(shellLines(text), "sh").replaceAll("\n", "\n  ")}`;
        case "actual":
        case "fix":
        case "alternative":
        case "lowered":
        case "senders":
        case "see":
            return `- ${name} ${(0,text_escape/* markdown */.wD)(text)}`;
    }
}
function block(group, links) {
    const { finding, locations } = group;
    const title = `**${(0,text_escape/* markdown */.wD)(finding.code)}**${whereText(group, locations)}`;
    const items = (0,finding_fields/* findingFields */.Xu)(finding)
        .filter(({ label }) => label !== "see")
        .map((field) => fieldItem(field, group, links));
    const page = (0,report_links/* codePage */.xr)(links, finding.code);
    const more = [
        ...(page === undefined ? [] : [finding_link((0,text_escape/* markdown */.wD)(finding.code), page)]),
        ...(finding.reference === undefined ? [] : [(0,text_escape/* markdown */.wD)(finding.reference)]),
    ];
    if (more.length > 0)
        items.push(`- **More:** ${more.join(", ")}`);
    return `${title}<br>\n${(0,text_escape/* markdown */.wD)(finding.message)}\n\n${items.join("\n")}`;
}
function brief(group, links) {
    const { finding } = group;
    const code = finding_link((0,text_escape/* markdown */.wD)(finding.code), (0,report_links/* codePage */.xr)(links, finding.code));
    const where = whereText(group, (0,finding_groups/* otherLocations */.t$)(group));
    const asked = askedLink(group, links);
    const waived = (0,finding_fields/* waivedWords */.I5)(finding);
    return [
        `- ${finding.severity} **${code}**${where}: ${(0,text_escape/* markdown */.wD)(finding.message)}`,
        ...(asked === "" ? [] : [`(${asked})`]),
        ...(waived === undefined ? [] : [`\u2014 ${(0,text_escape/* markdown */.wD)(waived)}`]),
    ].join(" ");
}
function findingSections(groups, links) {
    const blocks = groups.filter(finding_groups/* pressing */.E9).map((group) => block(group, links));
    const { shown, more } = (0,finding_groups/* limitSimilar */.n3)(groups.filter((group) => !(0,finding_groups/* pressing */.E9)(group)));
    if (shown.length === 0)
        return blocks;
    const others = [
        ...shown.map((group) => brief(group, links)),
        ...Array.from(more, ([code, number]) => `- ${(0,plural/* grouped */.zD)(number)} more like these: ${(0,text_escape/* markdown */.wD)(code)}`),
    ];
    return [...blocks, ...(blocks.length > 0 ? ["Also seen:"] : []), others.join("\n")];
}

// EXTERNAL MODULE: ./lib/report/summary/certificates.js
var certificates = __webpack_require__(1525);
;// CONCATENATED MODULE: ./lib/report/summary/tables.js





const DOMAINS_LISTED = 50;
const CERTIFICATES_LISTED = 15;
const HOSTS_NAMED = 3;
function row(cells) {
    return `| ${cells.join(" | ")} |`;
}
function table(heads, rows) {
    return [row(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}
const SIGNS = {
    pass: "\u2705",
    warn: "\u26a0\ufe0f",
    fail: "\u274c",
    inconclusive: "\u2753",
    waived: "\u2611\ufe0f",
    skip: "\u2796",
};
function signed(verdict, said) {
    return `${SIGNS[verdict]}&nbsp;${said}`;
}
function scoreCell({ score, partial }) {
    return score === null ? "\u2013" : `${score}${partial ? " (partial)" : ""}`;
}
function keyTable(report) {
    const reach = (0,sentences/* reachOfWorst */.qS)(report);
    const rows = [
        [
            `**${signed(report.result, report.result)}**`,
            report.score === null ? "\u2013" : `**${report.score}**${report.partial ? " (partial)" : ""}`,
            reach === undefined ? "\u2013" : (0,text_escape/* markdown */.wD)(reach),
        ],
    ];
    return table(["result", "score", "reach"], rows);
}
function codesOf(domain) {
    const checks = [
        ...domain.checks,
        ...domain.servers.flatMap((one) => one.endpoints.flatMap((e) => e.checks)),
    ];
    const codes = new Set(checks.flatMap((check) => check.verdict === "pass" || check.verdict === "skip"
        ? []
        : check.findings.filter(({ severity }) => severity !== "notice").map(({ code }) => code)));
    return (0,plural/* andMore */.v)([...codes].slice(0, HOSTS_NAMED).map(text_escape/* markdown */.wD), codes.size);
}
function domainsTable(domains) {
    if (domains.length < 2)
        return "";
    const byWorst = [...domains].sort(ranking/* compareDomains */.vP);
    const withDane = byWorst.some(({ reach }) => reach.dane !== undefined);
    const rows = byWorst.slice(0, DOMAINS_LISTED).map((domain) => {
        const { endpoints, accepting, encrypted, authenticated, dane } = domain.reach;
        const of = (number) => (endpoints === 0 ? "\u2013" : `${number}/${endpoints}`);
        return [
            (0,text_escape/* markdown */.wD)(domain.name),
            signed(domain.result, domain.result),
            scoreCell(domain),
            of(accepting),
            of(encrypted),
            of(authenticated),
            ...(withDane ? [dane === undefined ? "\u2013" : of(dane)] : []),
            codesOf(domain),
        ];
    });
    const more = domains.length - rows.length;
    const heads = [
        ...["domain", "result", "score", "accepts mail", "encrypted", "authenticated"],
        ...(withDane ? ["DANE"] : []),
        "findings",
    ];
    const whole = table(heads, rows);
    return more > 0 ? `${whole}\n\nAnd ${(0,plural/* plural */.LS)(more, "more domain")}, none of them worse.` : whole;
}
function hostsText(hosts) {
    const named = hosts.slice(0, HOSTS_NAMED).map((host) => (0,text_escape/* markdown */.wD)(host));
    return (0,plural/* andMore */.v)(named, hosts.length, "host");
}
function certificatesTable(report) {
    const all = (0,certificates/* certificateTimeline */.TY)(report.domains);
    if (all.length === 0)
        return "";
    const rows = all
        .slice(0, CERTIFICATES_LISTED)
        .map((line) => [
        signed(line.verdict, (0,certificates/* daysWords */.J7)(line.daysLeft)),
        (0,text_escape/* codeSpan */.SS)((0,certificates/* lifetimeBar */.jA)(line)),
        line.notAfter === undefined ? "\u2013" : (0,text_escape/* markdown */.wD)(line.notAfter.slice(0, 10)).replaceAll("-", "&#8209;"),
        hostsText(line.hosts),
        line.issuer === undefined ? "\u2013" : (0,text_escape/* markdown */.wD)(line.issuer),
    ]);
    const more = all.length - rows.length;
    const whole = table(["days left", "of its lifetime", "ends", "served by", "issuer"], rows);
    const note = more > 0 ? `\n\nAnd ${(0,plural/* plural */.LS)(more, "more certificate")}, which end later.` : "";
    return `#### Certificates, the first to end first\n\n${whole}${note}`;
}

// EXTERNAL MODULE: ./lib/report/transcripts.js
var report_transcripts = __webpack_require__(8297);
;// CONCATENATED MODULE: ./lib/report/summary/domain.js








function cell(check) {
    if (check === undefined)
        return "\u2013";
    const { verdict } = check;
    const said = check.summary === "\u2013" ? "" : (0,text_escape/* markdown */.wD)(check.summary);
    switch (verdict) {
        case "fail":
            return signed(verdict, `**${said === "" ? verdict : said}**`);
        case "warn":
        case "inconclusive":
        case "waived":
            return signed(verdict, said === "" || said.includes(verdict) ? said || verdict : `${said} (${verdict})`);
        case "pass":
        case "skip":
            return signed(verdict, said === "" ? verdict : said);
    }
}
const INFORMATIVE = new Set(["starttls", "certificate", "relay", "delivery", "dane"]);
function isQuiet(endpoints, id) {
    const verdicts = endpoints.flatMap(({ checks }) => checks.filter(({ check }) => check === id));
    return verdicts.every(({ verdict }) => verdict === "pass" || verdict === "skip");
}
function matrix(domain) {
    if (domain.servers.length === 0)
        return "";
    const endpoints = domain.servers.flatMap((server) => server.endpoints);
    const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
    const all = checks_all/* CHECK_IDS */.Sh.filter((id) => ids.has(id));
    const loud = all.filter((id) => !isQuiet(endpoints, id));
    const columns = loud.length === 0 ? all.filter((id) => INFORMATIVE.has(id)) : loud;
    const passed = (id) => endpoints.some(({ checks }) => checks.some(({ check, verdict }) => check === id && verdict === "pass"));
    const quiet = all.filter((id) => !columns.includes(id) && passed(id));
    const standard = endpoints.every(({ port }) => port === 25);
    const preferences = domain.servers.some(({ preference }) => preference !== null);
    const what = domain.kind === "domain" ? "MX host and endpoint" : "host and endpoint";
    const heads = [...(preferences ? ["pref"] : []), what, ...columns, "score"];
    const rows = domain.servers.flatMap((server) => {
        const { host, preference, endpoints: its } = server;
        const name = (0,text_escape/* markdown */.wD)(host);
        const first = preferences ? [preference === null ? "" : String(preference)] : [];
        if (its.length === 0)
            return [[...first, `${name}<br>${(0,labels/* withoutEndpoint */.GJ)(server)}`, ...columns.map(() => "\u2013"), "\u2013"]];
        return its.map((endpoint, index) => {
            const place = (0,text_escape/* markdown */.wD)(standard ? endpoint.address : (0,labels/* addressAndPort */.dV)(server, endpoint));
            return [
                ...(index === 0 ? first : first.map(() => "")),
                index === 0 ? `${name}<br>${place}` : place,
                ...columns.map((id) => cell(endpoint.checks.find(({ check }) => check === id))),
                endpoint.score === null ? "\u2013" : String(endpoint.score),
            ];
        });
    });
    const whole = table(heads, rows);
    return quiet.length === 0 ? whole : `${whole}\n\nNothing wrong in: ${quiet.join(", ")}.`;
}
function folded(title, content) {
    return `<details><summary>${(0,text_escape/* html */.qy)(title)}</summary>\n\n${content}\n\n</details>`;
}
function factTable(checks) {
    const rows = checks.map((check) => [
        check.check,
        signed(check.verdict, check.verdict),
        (0,text_escape/* markdown */.wD)(check.summary),
        (0,sentences/* secondsWords */.dB)(check.seconds).replaceAll(" ", "&nbsp;"),
        (0,sentences/* factWords */.mg)(check).map(text_escape/* markdown */.wD).join("<br>"),
    ]);
    return table(["check", "verdict", "seen", "took", "facts"], rows);
}
function details(domain, observed) {
    const parts = [factTable(domain.checks)];
    for (const server of domain.servers) {
        for (const endpoint of server.endpoints) {
            const looks = endpoint.secondLooks.length > 0 ? `, second looks: ${endpoint.secondLooks.join(", ")}` : "";
            const title = `${(0,labels/* endpointLabel */.md)(server, endpoint)}, ${(0,plural/* plural */.LS)(endpoint.connections, "connection")}${looks}`;
            const transcripts = (0,report_transcripts/* transcriptsOf */.j)(observed, endpoint).map((transcript) => (0,text_escape/* fencedBlock */.zW)([transcript.title, ...transcript.lines.map(({ head, text }) => `${head}  ${text}`)], "text"));
            parts.push(folded(title, [factTable(endpoint.checks), ...transcripts].join("\n\n")));
        }
    }
    return folded(`Facts and transcripts of ${domain.name}`, parts.join("\n\n"));
}
function domainTitle(domain) {
    return `${signed(domain.result, (0,text_escape/* markdown */.wD)(domain.name))} \u2014 ${domain.result}, ${(0,sentences/* scoreWords */.gu)(domain)}`;
}
function ownChecks(domain) {
    return domain.checks.map((check) => `**${check.check}** ${cell(check)}`).join(", ");
}
function toldAbove(groups) {
    const deviating = groups.filter(({ finding }) => finding.severity !== "notice");
    const codes = new Set(deviating.map(({ finding }) => (0,text_escape/* markdown */.wD)(finding.code)));
    return codes.size === 0 ? "" : `Shown above: ${[...codes].join(", ")}.`;
}
function domainSection(domain, { own, sharedOf }, { links, reachTold, observed }) {
    return [
        reachTold ? "" : (0,text_escape/* markdown */.wD)(domain.reachSummary),
        ownChecks(domain),
        matrix(domain),
        toldAbove(sharedOf(domain)),
        ...findingSections(own(domain), links),
        observed === undefined ? "" : details(domain, observed),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}

;// CONCATENATED MODULE: ./lib/report/summary/causes.js





const FLEET = 4;
const CAUSES_LISTED = 25;
const causes_HOSTS_NAMED = 2;
const VERDICT_OF = {
    error: "fail",
    inconclusive: "inconclusive",
    warning: "warn",
    notice: "pass",
};
function whereCell({ hosts, domains }) {
    const named = hosts.slice(0, causes_HOSTS_NAMED).map((host) => (0,text_escape/* markdown */.wD)(host));
    if (named.length === 0)
        return domains.length === 1 ? (0,text_escape/* markdown */.wD)(domains[0]?.name ?? "") : "\u2013";
    return (0,plural/* andMore */.v)(named, hosts.length, "host");
}
function causesTable(domains, { ofRun, shared, own }) {
    if (domains.length < FLEET)
        return "";
    const causes = [...ofRun, ...shared, ...domains.flatMap(own)]
        .filter(({ finding }) => finding.severity !== "notice" && (0,finding_fields/* waivedWords */.I5)(finding) === undefined)
        .sort(finding_groups/* compareGroups */.GM);
    if (causes.length < 2)
        return "";
    const rows = causes
        .slice(0, CAUSES_LISTED)
        .map((group) => [
        signed(VERDICT_OF[group.finding.severity], (0,text_escape/* markdown */.wD)(group.finding.code)),
        whereCell(group),
        group.domains.length === 0 ? "\u2013" : (0,plural/* grouped */.zD)(group.domains.length),
    ]);
    const more = causes.length - rows.length;
    const whole = table(["cause", "host", "domains"], rows);
    return more > 0 ? `${whole}\n\nAnd ${(0,plural/* plural */.LS)(more, "more cause")}, none of them worse.` : whole;
}

;// CONCATENATED MODULE: ./lib/report/summary/page.js
class Page {
    sections = [];
    left;
    constructor(budget) {
        this.left = budget + 1;
    }
    add(section) {
        const bytes = Buffer.byteLength(section) + 2;
        if (bytes > this.left)
            return false;
        this.left -= bytes;
        this.sections.push(section);
        return true;
    }
}
function markdownPage(sections) {
    return `${sections.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./lib/report/summary/summary.js













const SUMMARY_BUDGET = 1_040_000;
function policyLine(report, links) {
    const { file } = report.policy;
    const extras = sentences/* policyExtras */.mo(report.policy);
    if (file === null)
        return "Policy: the defaults, there is no policy file.";
    const named = finding_link((0,text_escape/* codeSpan */.SS)(file), (0,report_links/* fileLine */.RO)(links, { file, line: 1 }));
    return `Policy: ${named}${extras === "" ? "" : ` (${extras})`}.`;
}
function head({ report, links }) {
    const size = `${(0,plural/* plural */.LS)(report.domains.length, "domain")}, ${(0,plural/* plural */.LS)(sentences/* endpointCount */.rK(report), "endpoint")}`;
    const baseline = sentences/* baselineWords */.v8(report);
    return [
        `### Mail gate: ${(0,text_escape/* markdown */.wD)(sentences/* headline */.Pl(report))}`,
        keyTable(report),
        `${(0,text_escape/* markdown */.wD)(report.gateSummary)} ${policyLine(report, links)}`,
        [
            `${size}: ${sentences/* countsWords */.Mm(report.counts)}.`,
            ...(baseline === undefined ? [] : [(0,text_escape/* markdown */.wD)(baseline)]),
        ].join(" "),
    ];
}
function overview({ report, arranged }) {
    const unreached = new Set(arranged.unreached);
    const reached = report.domains.filter((domain) => !unreached.has(domain));
    return [causesTable(report.domains, arranged), domainsTable((0,arrangement/* worstFirst */.md)(reached, arranged))].filter((part) => part !== "");
}
function timeline({ report }) {
    return [certificatesTable(report)].filter((part) => part !== "");
}
function tail({ report, links }) {
    const { environment, tool } = report;
    const { commit, run } = links;
    const parts = [
        `${tool.name} ${(0,text_escape/* markdown */.wD)(tool.version)}`,
        `resolver ${(0,text_escape/* markdown */.wD)(environment.resolver)}`,
        (0,text_escape/* markdown */.wD)(environment.route),
        ...[sentences/* zonesWords */.Zk(report)].filter((zones) => zones !== "").map(text_escape/* markdown */.wD),
        `HELO ${(0,text_escape/* markdown */.wD)(environment.heloName)}`,
        sentences/* secondsWords */.dB(sentences/* runSeconds */.Rl(report)),
        ...(commit === undefined ? [] : [`commit ${finding_link((0,text_escape/* markdown */.wD)(commit.sha.slice(0, 7)), commit.url)}`]),
        ...(run === undefined ? [] : [finding_link("this run", run)]),
    ];
    const dnssec = environment.dnssec === undefined ? [] : [(0,text_escape/* markdown */.wD)(environment.dnssec)];
    return [...dnssec, parts.join(" \u00b7 ")].join("\n\n");
}
function causeSections({ arranged, links }) {
    return [...findingSections(arranged.ofRun, links), ...findingSections((0,arrangement/* sharedInSight */.eE)(arranged), links)];
}
const NAMED_ABOVE = 20;
function withoutSection({ arranged: { above, unreached } }) {
    const names = above.slice(0, NAMED_ABOVE).map(({ name }) => (0,text_escape/* markdown */.wD)(name));
    const said = (0,plural/* plural */.LS)(above.length, "domain has", "domains have");
    return [
        ...(above.length > 0
            ? [`${said} nothing but what is shown above: ${(0,plural/* andMore */.v)(names, above.length)}.`]
            : []),
        ...(unreached.length > 0 ? [`${sentences/* unreachedWords */.xY(unreached)}.`] : []),
    ];
}
function openSection(domain, { links, worst, arranged }, observed) {
    const section = domainSection(domain, arranged, { links, reachTold: domain === worst, observed });
    return `#### ${domainTitle(domain)}\n\n${section}`;
}
function closedSection(domain, context, observed) {
    const { links, arranged } = context;
    const section = domainSection(domain, arranged, { links, reachTold: false, observed });
    return `**${domainTitle(domain)}**\n\n${section}`;
}
function* everything(context, budget, details, note) {
    const { report, open } = context;
    const { closed } = context.arranged;
    const page = new Page(budget);
    const observed = details ? report.observations.endpoints : undefined;
    function* sections() {
        yield* head(context);
        if (note !== "")
            yield note;
        yield* overview(context);
        yield* causeSections(context);
        for (const domain of open)
            yield openSection(domain, context, observed);
        yield* withoutSection(context);
        yield* timeline(context);
        if (closed.length > 0) {
            yield `<details><summary>${(0,text_escape/* html */.qy)(sentences/* closedWords */.UG(closed))}</summary>`;
            for (const domain of closed)
                yield closedSection(domain, context, observed);
            yield "</details>";
        }
        yield tail(context);
    }
    for (const section of sections()) {
        if (!page.add(section))
            return undefined;
        yield;
    }
    return markdownPage(page.sections);
}
function leftOut(what, { written }) {
    const file = written.find(({ kind }) => kind === "report-file");
    const where = file === undefined
        ? "set report-file to have all of it as JSON"
        : `all of it is in ${(0,text_escape/* codeSpan */.SS)(file.path)}`;
    return `_Too long for this page. Left out: ${what.join(", ")}; ${where}._`;
}
const DETAILS = "facts and transcripts";
function* failingOnly(context, budget) {
    const { open } = context;
    const { closed } = context.arranged;
    const passing = closed.length > 0 ? [(0,plural/* plural */.LS)(closed.length, "passing domain")] : [];
    const note = (causes, missing) => {
        const blocks = (0,plural/* plural */.LS)(causes, "block of findings", "blocks of findings");
        const failing = (0,plural/* plural */.LS)(missing, "domain that does not pass", "domains that do not pass");
        const left = [...(causes > 0 ? [blocks] : []), ...(missing > 0 ? [failing] : [])];
        return leftOut([DETAILS, ...left, ...passing], context);
    };
    const page = new Page(budget);
    const start = head(context);
    const causes = causeSections(context);
    yield;
    const without = withoutSection(context);
    const codes = [codeTable(context)].filter((section) => section !== "");
    const needed = [...start, note(causes.length, open.length), ...codes, ...without, tail(context)];
    for (const section of needed)
        if (!page.add(section))
            return undefined;
    yield;
    const told = causes.filter((section) => page.add(section));
    yield;
    const over = overview(context).filter((section) => page.add(section));
    const ends = timeline(context).filter((section) => page.add(section));
    const reported = [];
    for (const domain of open) {
        const section = openSection(domain, context);
        if (!page.add(section))
            break;
        reported.push(section);
        yield;
    }
    if (told.length + reported.length === 0 && causes.length + open.length > 0)
        return undefined;
    return markdownPage([
        ...start,
        note(causes.length - told.length, open.length - reported.length),
        ...codes,
        ...over,
        ...told,
        ...reported,
        ...without,
        ...ends,
        tail(context),
    ]);
}
function codeTable({ report, arranged }) {
    const groups = Map.groupBy([...arranged.ofRun, ...arranged.shared, ...report.domains.flatMap(arranged.own)], ({ finding }) => finding.code);
    const rows = (0,ranking/* codesWorstFirst */._3)(report).map((code) => {
        const these = groups.get(code) ?? [];
        const domains = new Set(these.flatMap((group) => group.domains));
        const causes = these.reduce((sum, group) => sum + group.causes, 0);
        return [(0,text_escape/* markdown */.wD)(code), ...[causes, domains.size].map(plural/* grouped */.zD)];
    });
    return rows.length === 0 ? "" : table(["code", "causes", "domains"], rows);
}
function countsOnly(context, budget) {
    const { report, open } = context;
    const page = new Page(budget);
    const [headline = "", ...start] = head(context);
    const sections = [
        headline,
        leftOut(["every domain and every finding"], context),
        ...start,
        (0,text_escape/* markdown */.wD)(sentences/* silencesWords */.y1(report) ?? ""),
        codeTable(context),
        ...(open.length > 0 ? [`Worst first: ${open.slice(0, 20).map(domainTitle).join("; ")}.`] : []),
        tail(context),
    ];
    for (const section of sections)
        if (section !== "")
            page.add(section);
    return markdownPage(page.sections);
}
function renderSummary(report, rules, options = {}) {
    return (0,steps/* atOnce */.z)(renderingSummary(report, rules, options));
}
function* renderingSummary(report, rules, options = {}) {
    const { links = {}, written = [], budget = SUMMARY_BUDGET, details = true } = options;
    yield* (0,finding_groups/* groupingFindings */.ap)(report, rules);
    const arranged = (0,arrangement/* arrange */.NL)(report, rules);
    yield;
    const [worst] = [...report.domains].sort(ranking/* compareDomains */.vP);
    const open = [...arranged.open].sort(ranking/* compareDomains */.vP);
    const context = { report, links, written, worst, arranged, open };
    return ((yield* everything(context, budget, details, "")) ??
        (details ? yield* everything(context, budget, false, leftOut([DETAILS], context)) : undefined) ??
        (yield* failingOnly(context, budget)) ??
        countsOnly(context, budget));
}


/***/ })

};
