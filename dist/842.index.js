export const id = 842;
export const ids = [842];
export const modules = {

/***/ 2842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  historyOf: () => (/* reexport */ historyOf),
  renderPage: () => (/* binding */ renderPage)
});

// UNUSED EXPORTS: contentPolicy

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/report/finding-groups.js
var finding_groups = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/report/links.js
var report_links = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/report/ranking.js
var ranking = __webpack_require__(8888);
// EXTERNAL MODULE: ./lib/report/sentences.js
var sentences = __webpack_require__(3700);
// EXTERNAL MODULE: ./lib/report/finding-fields.js
var finding_fields = __webpack_require__(6437);
// EXTERNAL MODULE: ./lib/report/marks.js
var marks = __webpack_require__(4480);
// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(8944);
;// CONCATENATED MODULE: ./lib/report/html/markup.js


function escaped(text) {
    return (0,text_escape/* htmlAttribute */._s)(text);
}
const LETTERS = {
    pass: "p",
    warn: "w",
    fail: "f",
    inconclusive: "i",
    waived: "x",
    skip: "s",
};
function letterOf(verdict) {
    return LETTERS[verdict];
}
function findingLetter(finding) {
    const { sign } = (0,marks/* findingMark */.hn)(finding);
    const verdict = ["pass", "warn", "fail", "inconclusive", "waived"].find((one) => marks/* MARKS */.j7[one].sign === sign);
    return verdict === undefined ? "n" : letterOf(verdict);
}
function marked(result) {
    return `<span class="m ${letterOf(result)}">${marks/* MARKS */.j7[result].sign} ${result}</span>`;
}
function linked(label, url) {
    return url === undefined ? label : `<a href="${escaped(url)}" rel="noreferrer">${label}</a>`;
}
function copyable(command) {
    return `<span class="cmd"><code>${escaped(command)}</code><button type="button" class="copy">Copy</button></span>`;
}
const RESULT_ORDER = ["fail", "inconclusive", "warn", "pass", "skip"];

;// CONCATENATED MODULE: ./lib/report/html/cards.js







const LOCATIONS_NAMED = 8;
const ALIKE = 5;
const CARD_LIMIT = 100;
function whereWords(group) {
    const places = (0,finding_groups/* otherLocations */.t$)(group);
    const all = (0,plural/* andMore */.v)(places.slice(0, LOCATIONS_NAMED), places.length);
    return [all, (0,sentences/* concernedWords */.J$)((0,finding_groups/* concernedDomains */.tF)(group))].filter((part) => part !== "").join(" \u00b7 ");
}
function fieldMarkup({ label, text }, group, links) {
    const { policy } = group.finding;
    const asked = policy === undefined
        ? ""
        : linked(`<code>${escaped((0,sentences/* positionWords */.Bh)(policy))}</code>`, (0,report_links/* fileLine */.RO)(links, policy));
    switch (label) {
        case "confirm":
            return copyable(text);
        case "evidence":
            return `<code>${escaped(text)}</code>`;
        case "expected":
            return `${escaped(text)}${asked === "" ? "" : ` (${asked})`}`;
        case "asked at":
            return asked;
        case "see":
            return linked(escaped(text), undefined);
        case "actual":
        case "fix":
        case "alternative":
        case "lowered":
        case "senders":
            return escaped(text);
    }
}
function card(group, links, open = false) {
    const { finding, domains } = group;
    const waived = (0,finding_fields/* waivedWords */.I5)(finding);
    const where = whereWords(group);
    const page = (0,report_links/* codePage */.xr)(links, finding.code);
    const fields = (0,finding_fields/* findingFields */.Xu)(finding).map((field) => `<dt>${escaped(field.name)}</dt><dd>${fieldMarkup(field, group, links)}</dd>`);
    const actions = [
        ...(domains.length > 1 ? [showLink(finding.code, "Show the domains")] : []),
        ...(page === undefined ? [] : [linked(`About ${escaped(finding.code)}`, page)]),
    ];
    return [
        `<details class="card ${findingLetter(finding)}"${open ? " open" : ""}><summary><span class="sign" aria-hidden="true">${(0,marks/* findingMark */.hn)(finding).sign}</span>`,
        `<span class="what"><span class="msg">${escaped(finding.message)}</span>`,
        `<span class="meta"><b>${escaped(finding.code)}</b> <span class="sev">${escaped(waived ?? finding.severity)}</span>`,
        where === "" ? "" : ` <span class="where">${escaped(where)}</span>`,
        `</span></span></summary><dl>${fields.join("")}</dl>`,
        actions.length === 0 ? "" : `<p class="actions">${actions.join(" \u00b7 ")}</p>`,
        "</details>\n",
    ].join("");
}
function showLink(code, label) {
    return `<a class="show" href="#code=${encodeURIComponent(code.toWellFormed())}">${label}</a>`;
}
function* cards(groups, links, openFirst) {
    let shown = 0;
    for (const [code, alike] of Map.groupBy(groups, ({ finding }) => finding.code)) {
        const these = alike.slice(0, Math.min(ALIKE, CARD_LIMIT - shown));
        for (const group of these) {
            yield card(group, links, openFirst && shown === 0);
            shown += 1;
        }
        const more = alike.length - these.length;
        if (more > 0)
            yield `<p class="alike">${(0,plural/* grouped */.zD)(more)} more of ${escaped(code)}: ${showLink(code, "show the domains")}</p>\n`;
    }
}
function* causeSection(groups, links) {
    if (groups.length === 0)
        return;
    const quiet = ({ finding }) => finding.severity === "notice" || (0,finding_fields/* waivedWords */.I5)(finding) !== undefined;
    const loud = groups.filter((group) => !quiet(group));
    const rest = groups.filter(quiet);
    yield `<section id="causes"><h2>${loud.length === 0 ? "Notes" : "What is wrong, worst first"}</h2>\n`;
    yield* cards(loud, links, true);
    if (rest.length > 0) {
        const open = loud.length === 0 ? " open" : "";
        yield `<details class="quiet"${open}><summary>Notices and excused findings: ${(0,plural/* grouped */.zD)(rest.length)}</summary>\n`;
        yield* cards(rest, links, false);
        yield "</details>\n";
    }
    yield "</section>\n";
}

// EXTERNAL MODULE: ./lib/judge/checks/all.js + 28 modules
var checks_all = __webpack_require__(9024);
// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
;// CONCATENATED MODULE: ./lib/report/html/data.js







class Numbered {
    all = [];
    #numbers = new Map();
    of(text) {
        const known = this.#numbers.get(text);
        if (known !== undefined)
            return known;
        this.#numbers.set(text, this.all.length);
        return this.all.push(text) - 1;
    }
}
function operatorOf(host) {
    if (/[:\]]|^[\d.]+$/.test(host))
        return host;
    const labels = host.split(".");
    const [second = "", top = ""] = labels.slice(-2);
    const short = top.length === 2 && (second.length <= 2 || ["com", "net", "org", "gov", "edu"].includes(second));
    return labels.slice(short ? -3 : -2).join(".");
}
const SCRIPT_END = /</g;
function inert(value) {
    return (0,text_escape/* json */.Pq)(JSON.stringify(value)).replaceAll(SCRIPT_END, "\\u003c");
}
function words(text) {
    return (0,quote/* quote */.hD)(text, Number.POSITIVE_INFINITY);
}
function cellsOf(checks, texts) {
    const cells = checks_all/* CHECK_IDS */.Sh.map((id) => checks.find(({ check }) => check === id));
    return JSON.stringify([
        cells.map((check) => (check === undefined ? "-" : letterOf(check.verdict))).join(""),
        cells.map((check) => (check === undefined ? -1 : texts.of(words(check.summary)))),
    ]);
}
const NO_CELLS = '["",[]]';
function causeOf(group, texts) {
    const { finding } = group;
    const fields = (0,finding_fields/* findingFields */.Xu)(finding);
    const fixes = fields.filter(({ label }) => label === "fix" || label === "alternative");
    const fix = fixes.map(({ label, name, text }) => (label === "fix" ? text : `${name}: ${text}`)).join("\n");
    return [
        texts.of(words(finding.code)),
        findingLetter(finding),
        texts.of(words(finding.message)),
        texts.of(words(whereWords(group))),
        texts.of(fix.split("\n").map(words).join("\n")),
        finding.confirm === undefined ? -1 : texts.of(words(finding.confirm)),
    ];
}
function* pageData(domains, { own, sharedOf }) {
    const texts = new Numbered();
    const rows = new Numbered();
    const cells = new Numbered();
    const causes = new Map();
    const made = [];
    const causeNumber = (group) => {
        const known = causes.get(group);
        if (known !== undefined)
            return known;
        causes.set(group, made.length);
        return made.push(causeOf(group, texts)) - 1;
    };
    yield '{"domains":[';
    let comma = "";
    for (const domain of domains) {
        const its = domain.servers.flatMap((server) => {
            const { host, preference, endpoints } = server;
            const start = [texts.of(words(host)), texts.of(operatorOf(words(host)))];
            const places = endpoints.map((endpoint) => {
                const place = words((0,labels/* addressAndPort */.dV)(server, endpoint));
                return [
                    ...start,
                    texts.of(place),
                    preference,
                    endpoint.score,
                    cells.of(cellsOf(endpoint.checks, texts)),
                ];
            });
            const all = places.length > 0
                ? places
                : [[...start, texts.of((0,labels/* withoutEndpoint */.GJ)(server)), preference, null, cells.of(NO_CELLS)]];
            return all.map((row) => rows.of(JSON.stringify(row)));
        });
        const found = [...sharedOf(domain), ...own(domain)].map(causeNumber);
        const line = [
            cells.of(cellsOf(domain.checks, texts)),
            domain.score,
            texts.of(words(domain.reachSummary)),
            ...(domain.partial ? [1] : []),
        ];
        yield `${comma}${inert([texts.of(words(domain.name)), letterOf(domain.result), its, found, ...line])}`;
        comma = ",";
    }
    yield `],"checks":${inert(checks_all/* CHECK_IDS */.Sh)},"causes":${inert(made)},"rows":[${rows.all.map((row) => (0,text_escape/* json */.Pq)(row)).join()}],`;
    yield `"cells":[${cells.all.map((each) => (0,text_escape/* json */.Pq)(each)).join()}],`;
    yield `"texts":${inert(texts.all)}}`;
}

;// CONCATENATED MODULE: ./lib/report/html/fleet.js




const LIST_LIMIT = 20_000;
const LISTED = 200;
const DRAWN = 1_000;
const FEW = 400;
function* fleetSection(domains) {
    if (domains.length < 2)
        return;
    yield `<section id="fleet"><h2>All domains</h2>\n${filters(domains)}`;
    const size = domains.length <= FEW ? " few" : "";
    yield `<div id="squares" class="squares${size}" role="group" aria-label="One square for each domain, worst first; arrow keys move, Enter opens">`;
    let index = 0;
    for (const domain of domains.slice(0, DRAWN)) {
        const said = escaped(`${domain.name}: ${domain.result}, ${(0,sentences/* scoreWords */.gu)(domain)}`);
        yield `<a href="#d${String(index)}" class="${letterOf(domain.result)}" tabindex="${index === 0 ? "0" : "-1"}" aria-label="${said}"></a>`;
        index += 1;
    }
    const others = domains.length - DRAWN;
    const note = others > 0
        ? `<noscript><p class="dim">The squares of ${(0,plural/* grouped */.zD)(others)} more domains are drawn by a script.</p></noscript>`
        : "";
    yield `</div>\n${note}<div id="tip" hidden></div></section>\n`;
}
function filters(domains) {
    const counted = Map.groupBy(domains, ({ result }) => result);
    const states = RESULT_ORDER.flatMap((result) => {
        const number = counted.get(result)?.length ?? 0;
        const letter = letterOf(result);
        if (number === 0)
            return [];
        return [
            `<button type="button" class="state" data-state="${letter}" aria-pressed="false"><i class="${letter}" aria-hidden="true"></i>${marks/* MARKS */.j7[result].sign} ${result} <b>${(0,plural/* grouped */.zD)(number)}</b></button>`,
        ];
    });
    const field = (id, label) => `<label>${label}<input id="${id}" list="${id}s" autocomplete="off" spellcheck="false"></label><datalist id="${id}s"></datalist>`;
    return [
        '<form id="filters" class="js-only" role="search" aria-label="Filter the domains">',
        '<label class="search">Search<input id="q" type="search" autocomplete="off" spellcheck="false" placeholder="domain, host, address or code"></label>',
        '<label>Code<select id="code"><option value="">any</option></select></label>',
        field("host", "Host"),
        field("operator", "Operator"),
        `<div class="states" role="group" aria-label="Result">${states.join("")}</div>`,
        '<p class="found"><output id="found"></output> <button type="reset" id="reset" hidden>Show all</button></p>',
        "</form>\n",
    ].join("");
}
function* domainList(domains, all) {
    if (domains.length === 0)
        return;
    yield `<section id="matrix"><h2>Domain by domain</h2>\n<noscript><p class="dim">The endpoints of a domain are shown by a script.</p></noscript><div id="list">\n`;
    let index = 0;
    for (const domain of domains.slice(0, LISTED)) {
        const score = domain.score === null ? "\u2013" : String(domain.score);
        yield `<details class="dom" id="d${String(index)}"><summary>${marked(domain.result)}<span class="n">${escaped(domain.name)}</span><span class="sc">${score}</span><span class="r">${escaped(domain.reachSummary)}</span></summary></details>\n`;
        index += 1;
    }
    const more = all - domains.length;
    yield `</div><p><button type="button" id="further" hidden>Show more</button></p>${more > 0 ? `<p class="dim">${(0,plural/* grouped */.zD)(more)} more domains, none of them worse, are in the JSON report.</p>` : ""}<p id="none" class="dim" hidden>No domain matches.</p></section>\n`;
}

// EXTERNAL MODULE: ./lib/judge/report.js
var report = __webpack_require__(6221);
// EXTERNAL MODULE: ./lib/judge/verdict.js
var verdict = __webpack_require__(7522);
// EXTERNAL MODULE: ./lib/report/summary/certificates.js
var certificates = __webpack_require__(1525);
;// CONCATENATED MODULE: ./lib/report/html/history.js





function causesIn(domains) {
    const found = new Map();
    for (const { domain, server, endpoint, check } of (0,report/* placedChecks */.xU)(domains)) {
        for (const finding of check.findings) {
            if (finding.severity === "notice" || !(0,verdict/* counts */.tQ)(finding))
                continue;
            const host = server?.host ?? finding.host ?? domain.name;
            const port = endpoint === undefined || endpoint.port === 25 ? "" : `:${String(endpoint.port)}`;
            const words = `${finding.code} at ${host}${port}`;
            const concerned = found.get(words) ?? new Set();
            concerned.add(domain.rawName);
            found.set(words, concerned);
        }
    }
    return found;
}
function missingFrom(causes, others, seen) {
    return [...causes].flatMap(([words, concerned]) => others.has(words) || ![...concerned].some((name) => seen.has(name)) ? [] : [words]);
}
function historyOf(reports) {
    const byTime = [...reports].sort((a, b) => Date.parse(a.finished) - Date.parse(b.finished));
    const points = [];
    let before;
    for (const report of byTime) {
        const { domains } = report;
        const names = new Set(domains.map(({ rawName }) => rawName));
        if (before !== undefined && ![...before.names].some((name) => names.has(name)))
            return [];
        const causes = causesIn(domains);
        const [first] = (0,certificates/* certificateTimeline */.TY)(domains);
        points.push({
            at: report.finished,
            score: report.score,
            domains: domains.length,
            fine: domains.filter(({ result }) => result === "pass" || result === "warn").length,
            ...(first !== undefined && { daysLeft: first.daysLeft }),
            opened: before === undefined ? [] : missingFrom(causes, before.causes, before.names),
            closed: before === undefined ? [] : missingFrom(before.causes, causes, names),
        });
        before = { causes, names };
    }
    return points.length < 2 ? [] : points;
}
const WIDTH = 340;
const HEIGHT = 120;
const TOP = 18;
const BASE = 92;
function line(title, points, valueOf) {
    const times = points.map(({ at }) => Date.parse(at));
    const [start, end] = [Math.min(...times), Math.max(...times)];
    const values = points.map(valueOf);
    const known = values.filter((value) => value !== null);
    if (known.length === 0)
        return "";
    const [low, high] = [Math.min(0, ...known), Math.max(1, ...known)];
    const spots = values.flatMap((value, index) => {
        if (value === null)
            return [];
        const at = times[index] ?? start;
        const x = 14 + (end === start ? 0 : ((at - start) / (end - start)) * (WIDTH - 28));
        return [{ x, y: BASE - ((value - low) / (high - low)) * (BASE - TOP), value }];
    });
    const path = spots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`);
    const dots = spots.map(({ x, y }) => `<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`);
    const labels = [spots[0], spots.length > 1 ? spots.at(-1) : undefined].flatMap((spot, index) => spot === undefined
        ? []
        : [
            `<text x="${index === 0 ? "0" : String(WIDTH)}" y="${(spot.y - 7).toFixed(1)}"${index === 0 ? "" : ' class="end"'}>${(0,plural/* grouped */.zD)(spot.value)}</text>`,
        ]);
    const dates = [points[0], points.at(-1)].map((point, index) => point === undefined
        ? ""
        : `<text x="${index === 0 ? "0" : String(WIDTH)}" y="${String(HEIGHT - 4)}"${index === 0 ? "" : ' class="end"'}>${escaped(point.at.slice(0, 10))}</text>`);
    const said = points.map((point) => `${point.at.slice(0, 10)}: ${String(valueOf(point) ?? "unknown")}`);
    const axis = `<path class="axis" d="M0 ${String(BASE + 6.5)}H${String(WIDTH)}"/>`;
    return `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${escaped(`${title}: ${said.join(", ")}`)}">${axis}<path class="line" d="${path.join("")}"/>${dots.join("")}${labels.join("")}${dates.join("")}</svg></figure>\n`;
}
const NAMED = 10;
function causeList(causes) {
    if (causes.length === 0)
        return "\u2013";
    const more = causes.length - NAMED;
    const named = causes.slice(0, NAMED).map(escaped);
    return [...named, ...(more > 0 ? [(0,plural/* moreWords */.bp)(more)] : [])].join("<br>");
}
function historySection(points) {
    if (points.length < 2)
        return "";
    const rows = points
        .toReversed()
        .map(({ at, score, fine, domains, daysLeft, opened, closed }) => `<tr><th scope="row">${escaped(at.slice(0, 16).replace("T", " "))}</th><td>${score === null ? "\u2013" : String(score)}</td><td>${(0,plural/* grouped */.zD)(fine)}/${(0,plural/* grouped */.zD)(domains)}</td><td>${daysLeft === undefined ? "\u2013" : (0,plural/* grouped */.zD)(daysLeft)}</td><td>${causeList(opened)}</td><td>${causeList(closed)}</td></tr>`);
    return [
        `<section id="history"><h2>History of ${escaped((0,plural/* plural */.LS)(points.length, "run"))}</h2>\n<div class="plots">`,
        line("Score", points, ({ score }) => score),
        line("Domains without a failure", points, ({ fine }) => fine),
        line("Days until the first certificate ends", points, ({ daysLeft }) => daysLeft ?? null),
        '</div>\n<div class="scroll" role="region" aria-label="Runs" tabindex="0"><table><thead><tr><th scope="col">run (UTC)</th><th scope="col">score</th><th scope="col">fine</th><th scope="col">days left</th><th scope="col">opened</th><th scope="col">closed</th></tr></thead><tbody>',
        ...rows,
        "</tbody></table></div></section>\n",
    ].join("");
}

;// CONCATENATED MODULE: ./lib/report/html/plots.js




const plots_WIDTH = 340;
const WEEKS = 13;
const plots_HEIGHT = 150;
const plots_BASE = 112;
function expiryWeeks(domains) {
    const lines = (0,certificates/* certificateTimeline */.TY)(domains);
    const binOf = (days) => (days < 0 ? 0 : Math.min(Math.floor(days / 7), WEEKS) + 1);
    const bins = Map.groupBy(lines, ({ daysLeft }) => binOf(daysLeft));
    return Array.from({ length: WEEKS + 2 }, (_, index) => {
        const label = index === 0 ? "expired" : index > WEEKS ? "later" : String(index);
        const these = bins.get(index) ?? [];
        const parts = ["fail", "inconclusive", "warn", "waived", "pass", "skip"].map((verdict) => ({
            letter: letterOf(verdict),
            number: these.filter((line) => line.verdict === verdict).length,
        }));
        return { label, parts: parts.filter(({ number }) => number > 0) };
    });
}
function sum(parts) {
    return parts.reduce((all, { number }) => all + number, 0);
}
function figure(title, told, svg) {
    return `<figure><figcaption>${escaped(title)}</figcaption>${svg}<p class="legend">${told}</p></figure>\n`;
}
function svgOf(height, label, content) {
    return `<svg viewBox="0 0 ${String(plots_WIDTH)} ${String(height)}" role="img" aria-label="${escaped(label)}">${content}</svg>`;
}
function expiryPlot(domains) {
    const weeks = expiryWeeks(domains);
    const most = Math.max(...weeks.map(({ parts }) => sum(parts)));
    if (most === 0)
        return "";
    const step = plots_WIDTH / weeks.length;
    const bars = weeks.map(({ label, parts }, index) => {
        const x = index * step;
        let y = plots_BASE;
        const rects = parts.map(({ letter, number }) => {
            const height = Math.max(2, (number / most) * (plots_BASE - 20));
            y -= height;
            return `<rect class="${letter}" x="${(x + 2).toFixed(1)}" y="${y.toFixed(1)}" width="${(step - 4).toFixed(1)}" height="${height.toFixed(1)}"/>`;
        });
        const middle = (x + step / 2).toFixed(1);
        const number = sum(parts);
        const above = number === 0
            ? ""
            : `<text x="${middle}" y="${(y - 4).toFixed(1)}" class="mid">${(0,plural/* grouped */.zD)(number)}</text>`;
        const anchor = index === 0
            ? `x="0"`
            : index > WEEKS
                ? `x="${String(plots_WIDTH)}" class="end"`
                : `x="${middle}" class="mid"`;
        const below = index === 0 || index > WEEKS || index % 3 === 0;
        return `${rects.join("")}${above}${below ? `<text ${anchor} y="${String(plots_BASE + 16)}">${label}</text>` : ""}`;
    });
    const axis = `<path class="axis" d="M0 ${String(plots_BASE + 0.5)}H${String(plots_WIDTH)}"/>`;
    const under = `<text x="${String(plots_WIDTH / 2)}" y="${String(plots_HEIGHT - 4)}" class="mid">weeks from now</text>`;
    const said = weeks.filter(({ parts }) => parts.length > 0);
    const label = said.map(({ label: week, parts }) => `${week}: ${(0,plural/* grouped */.zD)(sum(parts))}`).join(", ");
    const [first] = (0,certificates/* certificateTimeline */.TY)(domains);
    const told = first === undefined ? "" : `The first to end: ${escaped(firstToEnd(first.daysLeft, first.hosts))}.`;
    return figure("Certificates by week of expiry", told, svgOf(plots_HEIGHT, `Certificates by week of expiry: ${label}`, bars.join("") + axis + under));
}
function firstToEnd(days, hosts) {
    const where = (0,plural/* andMore */.v)(hosts.slice(0, 1), hosts.length);
    return days < 0 ? `${where}, ${(0,plural/* grouped */.zD)(-days)} days ago` : `${where}, in ${(0,plural/* grouped */.zD)(days)} days`;
}
function tlsVersions(domains) {
    const seen = new Set();
    const versions = new Map();
    for (const { endpoint, check } of (0,report/* placedChecks */.xU)(domains)) {
        if (endpoint === undefined || check.check !== "starttls")
            continue;
        const key = `${String(endpoint.run)} ${endpoint.key}`;
        if (seen.has(key))
            continue;
        seen.add(key);
        const { facts = {}, verdict } = check;
        const version = facts["tlsVersion"];
        const unseen = verdict === "inconclusive" || verdict === "skip";
        const name = typeof version === "string" ? version.replace("TLSv", "TLS ") : unseen ? "not seen" : "no TLS";
        const old = name === "TLS 1.1" || name === "TLS 1.0" || name === "TLS 1" || name === "no TLS";
        const letter = name === "not seen" ? "s" : old ? "f" : "p";
        const part = versions.get(name) ?? { letter, number: 0 };
        part.number += 1;
        versions.set(name, part);
    }
    const rank = (name) => ["TLS 1.3", "TLS 1.2", "TLS 1.1", "TLS 1.0", "no TLS", "not seen"].indexOf(name);
    return new Map([...versions].sort(([a], [b]) => rank(a) - rank(b)));
}
function tlsPlot(domains) {
    const versions = tlsVersions(domains);
    if (versions.size === 0)
        return "";
    const most = Math.max(...Array.from(versions.values(), ({ number }) => number));
    const bars = Array.from(versions, ([name, { letter, number }], index) => {
        const y = index * 26 + 4;
        const width = Math.max(2, (number / most) * 200);
        return `<text x="0" y="${String(y + 14)}">${escaped(name)}</text><rect class="${letter}" x="72" y="${String(y)}" width="${width.toFixed(1)}" height="18"/><text x="${(78 + width).toFixed(1)}" y="${String(y + 14)}">${(0,plural/* grouped */.zD)(number)}</text>`;
    });
    const all = Array.from(versions.values(), ({ number }) => number).reduce((a, b) => a + b, 0);
    const label = Array.from(versions, ([name, { number }]) => `${name}: ${(0,plural/* grouped */.zD)(number)}`).join(", ");
    return figure("TLS versions", `Of ${(0,plural/* grouped */.zD)(all)} endpoints, the highest version that each negotiates.`, svgOf(versions.size * 26 + 6, `TLS versions: ${label}`, bars.join("")));
}
function coverage(domains, of) {
    const counted = { all: 0, some: 0, none: 0 };
    for (const { kind, reach } of domains) {
        if (kind !== "domain" || reach.endpoints === 0)
            continue;
        const number = reach[of] ?? 0;
        counted[number === 0 ? "none" : number < reach.endpoints ? "some" : "all"] += 1;
    }
    return counted;
}
function asked({ domains }, id) {
    for (const { check } of (0,report/* placedChecks */.xU)(domains)) {
        if (check.check === id && !(check.verdict === "skip" && check.summary === "not asked for"))
            return true;
    }
    return false;
}
function coveragePlot(report) {
    const rows = [
        ["DANE", "dane", "dane"],
        ["MTA-STS", "mtaSts", "mta-sts"],
        ["valid certificate", "authenticated", "certificate"],
    ]
        .filter(([, , id]) => asked(report, id))
        .map(([name, of]) => ({ name, ...coverage(report.domains, of) }))
        .filter(({ all, some, none }) => all + some + none > 0);
    if (rows.length === 0)
        return "";
    const parts = ({ all, some, none }) => [
        { letter: "p", number: all, said: "all endpoints" },
        { letter: "w", number: some, said: "some" },
        { letter: "s", number: none, said: "none" },
    ];
    const bars = rows.map((row, index) => {
        const y = index * 48 + 4;
        const whole = row.all + row.some + row.none;
        let x = 0;
        const rects = parts(row).map(({ letter, number }) => {
            const width = (number / whole) * plots_WIDTH;
            const rect = number === 0
                ? ""
                : `<rect class="${letter}" x="${x.toFixed(1)}" y="${String(y + 20)}" width="${Math.max(1, width - 1).toFixed(1)}" height="14"/>`;
            x += width;
            return rect;
        });
        const told = parts(row)
            .filter(({ number }) => number > 0)
            .map(({ number, said }) => `${said} ${(0,plural/* grouped */.zD)(number)}`)
            .join(" \u00b7 ");
        return `<text x="0" y="${String(y + 14)}" class="strong">${row.name}</text><text x="${String(plots_WIDTH)}" y="${String(y + 14)}" class="end">${told}</text>${rects.join("")}`;
    });
    const label = rows.map(({ name, all, some, none }) => `${name}: all ${(0,plural/* grouped */.zD)(all)}, some ${(0,plural/* grouped */.zD)(some)}, none ${(0,plural/* grouped */.zD)(none)}`);
    return figure("Authenticated transport", "Domains with this protection at all of their endpoints, at some, at none.", svgOf(rows.length * 48, label.join("; "), bars.join("")));
}
function plotSection(report) {
    const figures = [expiryPlot(report.domains), tlsPlot(report.domains), coveragePlot(report)].filter((one) => one !== "");
    return figures.length === 0
        ? ""
        : `<section id="plots"><h2>Certificates and transport</h2>\n<div class="plots">${figures.join("")}</div></section>\n`;
}

;// CONCATENATED MODULE: ./lib/report/html/script.js
const SCRIPT = String.raw `
(() => {
"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const { texts, domains, rows, cells, causes, checks } = data;
const root = document.documentElement;
const grid = byId("squares");
const squares = [...(grid?.children ?? [])];
const list = byId("list");
const items = [...(list?.children ?? [])];
const SIGNS = { p: "\u2713", w: "!", f: "\u2717", i: "?", x: "w", s: "\u00b7", n: "i" };
const WORDS = { p: "pass", w: "warn", f: "fail", i: "inconclusive", x: "waived", s: "skip", n: "notice" };
root.classList.add("js");

const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const sign = (letter) => {
  const shown = element("span", { class: "m " + letter, role: "img", "aria-label": WORDS[letter] ?? "" }, SIGNS[letter] ?? "");
  return shown;
};

// A domain's endpoints and findings, made when somebody opens it.
const cell = (letter, text) => {
  if (letter === "-") return element("td", { class: "s" }, "\u2013");
  const said = text === -1 ? "" : texts[text];
  const words = said === "" || said === "\u2013" ? WORDS[letter] : said;
  const long = words.length > 24 ? " long" : "";
  return element("td", { class: letter + long }, sign(letter), " " + words);
};
const endpointTable = (numbers, name) => {
  const its = numbers.map((number) => rows[number]);
  const used = checks.map((_, at) => at).filter((at) => its.some((row) => (cells[row[5]][0][at] ?? "-") !== "-"));
  const head = element("tr", {}, ...["pref", "host", ...used.map((at) => checks[at]), "score"].map((title) => element("th", { scope: "col" }, title)));
  let last = -1;
  const lines = its.map(([host, , place, preference, score, said]) => {
    const [letters, words] = cells[said];
    const first = host !== last;
    last = host;
    const where = element("th", { scope: "row" }, first ? texts[host] : "");
    where.append(element("small", {}, texts[place]));
    return element("tr", {},
      element("td", {}, first && preference !== null ? String(preference) : ""),
      where,
      ...used.map((at) => cell(letters[at] ?? "-", words[at] ?? -1)),
      element("td", {}, score === null ? "\u2013" : String(score)));
  });
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Endpoints of " + name },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines)));
};
const causeItem = (number) => {
  const [code, letter, message, where, fix, confirm] = causes[number];
  const item = element("li", {}, sign(letter), element("b", {}, texts[code]), " ");
  if (texts[where] !== "") item.append(texts[where] + ": ");
  item.append(texts[message]);
  if (letter !== "n" && texts[fix] !== "") item.append(element("span", { class: "fix dim" }, texts[fix]));
  if (letter !== "n" && confirm !== -1)
    item.append(element("span", { class: "cmd" }, element("code", {}, texts[confirm]), element("button", { type: "button", class: "copy" }, "Copy")));
  return item;
};
const fill = (item, number) => {
  if (item.childElementCount > 1) return;
  const [name, , its, found, cell] = domains[number];
  const [letters, words] = cells[cell];
  const body = element("div", { class: "body" });
  const own = checks.map((_, at) => at).filter((at) => (letters[at] ?? "-") !== "-");
  if (own.length > 0) {
    const line = element("p", { class: "own" });
    own.forEach((at, index) => line.append(index > 0 ? " \u00b7 " : "", sign(letters[at]), " " + checks[at] + ": " + texts[words[at]]));
    body.append(line);
  }
  if (its.length > 0) body.append(endpointTable(its, texts[name]));
  if (found.length > 0) body.append(element("ul", { class: "found-here" }, ...found.map(causeItem)));
  item.append(body);
};
const numberOf = (item) => Number(item.id.slice(1));
byId("list")?.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".dom")) fill(target, numberOf(target));
}, true);

// The line of a domain; those behind the first ones are made when they are to be seen.
const itemOf = (number) => {
  if (items[number] !== undefined) return items[number];
  const [name, letter, , , , score, reach] = domains[number];
  const summary = element("summary", {},
    element("span", { class: "m " + letter }, SIGNS[letter] + " " + WORDS[letter]),
    element("span", { class: "n" }, texts[name]),
    element("span", { class: "sc" }, score === null ? "\u2013" : String(score)),
    element("span", { class: "r" }, texts[reach]));
  items[number] = element("details", { class: "dom", id: "d" + number }, summary);
  return items[number];
};

const show = (number) => {
  if (domains[number] === undefined) return;
  const item = itemOf(number);
  if (!item.isConnected) list.prepend(item);
  fill(item, number);
  item.open = true;
  item.scrollIntoView({ block: "start" });
  item.querySelector("summary").focus({ preventScroll: true });
};

// The squares behind the first ones are drawn while nobody waits, or at once where somebody looks for one.
const STROKE = 1500;
const draw = (until) => {
  if (grid === null || squares.length >= until) return;
  const made = document.createDocumentFragment();
  for (let number = squares.length; number < until; number++) {
    const [name, letter, , , , score, , partial] = domains[number];
    const scored = score === null ? "no score" : "score " + score + (partial === 1 ? " (partial)" : "");
    const square = element("a", { href: "#d" + number, class: letter, tabindex: "-1", "aria-label": texts[name] + ": " + WORDS[letter] + ", " + scored });
    squares.push(square);
    made.append(square);
  }
  grid.append(made);
};
const drawAll = () => draw(domains.length);
const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
const drawOn = () => {
  draw(Math.min(domains.length, squares.length + STROKE));
  if (grid !== null && squares.length < domains.length) whenIdle(drawOn);
};

// Filters, and their copy in the address bar.
const form = byId("filters");
const fields = ["q", "code", "host", "operator"];
const state = { q: "", code: "", host: "", operator: "", state: new Set() };
let hay;
const hayOf = ([name, , its, found]) =>
  [texts[name], ...its.flatMap((number) => [texts[rows[number][0]], texts[rows[number][2]]]), ...found.map((number) => texts[causes[number][0]])].join(" ").toLowerCase();
const matches = (domain, number) => {
  const [, result, its, found] = domain;
  if (state.state.size > 0 && !state.state.has(result)) return false;
  if (state.code !== "" && !found.some((cause) => texts[causes[cause][0]] === state.code)) return false;
  const host = state.host.toLowerCase();
  if (host !== "" && !its.some((row) => texts[rows[row][0]].toLowerCase().includes(host))) return false;
  const operator = state.operator.toLowerCase();
  if (operator !== "" && !its.some((row) => texts[rows[row][1]].toLowerCase() === operator)) return false;
  if (state.q === "") return true;
  hay ??= domains.map(hayOf);
  return state.q.toLowerCase().split(/\s+/).every((word) => hay[number].includes(word));
};
const filtered = () => state.state.size > 0 || fields.some((field) => state[field] !== "");
const PORTION = 200;
let portion = PORTION;
const apply = () => {
  if (filtered()) drawAll();
  const found = [];
  domains.forEach((domain, number) => {
    const seen = matches(domain, number);
    if (seen) found.push(number);
    if (squares[number] !== undefined && squares[number].hidden === seen) squares[number].hidden = !seen;
  });
  const shown = found.length;
  walk(found[0] ?? -1);
  const wanted = found.slice(0, portion).map(itemOf);
  if (list !== null && (wanted.length !== list.childElementCount || wanted.some((item, at) => item !== list.children[at])))
    list.replaceChildren(...wanted);
  if (list !== null) byId("further").hidden = shown <= portion;
  if (form === null) return;
  const all = domains.length.toLocaleString("en");
  byId("found").textContent = filtered() ? shown.toLocaleString("en") + " of " + all + " domains" : all + " domains";
  byId("reset").hidden = !filtered();
  byId("none").hidden = shown > 0;
};
const hash = () => {
  const words = new URLSearchParams();
  for (const field of fields) if (state[field] !== "") words.set(field, state[field]);
  if (state.state.size > 0) words.set("state", [...state.state].map((letter) => WORDS[letter]).join(","));
  return words.toString();
};
const remember = () => {
  // A frame of another page may forbid it: the filter works all the same.
  try { history.replaceState(null, "", "#" + hash()); } catch { return; }
};
const showFields = () => {
  if (form === null) return;
  for (const field of fields) byId(field).value = state[field];
  for (const button of form.querySelectorAll(".state"))
    button.setAttribute("aria-pressed", String(state.state.has(button.dataset.state)));
};
const readHash = () => {
  const at = location.hash.slice(1);
  const place = /^d(\d+)$/.exec(at);
  if (place !== null) return show(Number(place[1]));
  const words = new URLSearchParams(at);
  for (const field of fields) state[field] = words.get(field) ?? "";
  state.state = new Set((words.get("state") ?? "").split(",").flatMap((word) => Object.keys(WORDS).filter((letter) => WORDS[letter] === word)));
  fillLists();
  showFields();
  apply();
};
let listed = false;
const fillLists = () => {
  if (listed || form === null) return;
  listed = true;
  const options = (id, words) => byId(id).append(...[...words].sort().map((word) => element("option", { value: word }, id === "code" ? word : "")));
  options("code", new Set(causes.map(([code]) => texts[code])));
  options("hosts", new Set(rows.map(([host]) => texts[host])));
  options("operators", new Set(rows.map(([, operator]) => texts[operator])));
};
byId("further")?.addEventListener("click", () => {
  const at = portion;
  portion += PORTION;
  apply();
  list.children[at]?.querySelector("summary").focus();
});
let timer;
form?.addEventListener("input", () => {
  portion = PORTION;
  for (const field of fields) state[field] = byId(field).value.trim();
  clearTimeout(timer);
  timer = setTimeout(() => { apply(); remember(); }, domains.length > 2000 ? 150 : 0);
});
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of fields) state[field] = "";
  state.state.clear();
  showFields();
  apply();
  remember();
  byId("q").focus();
});
form?.addEventListener("click", ({ target }) => {
  const button = target.closest(".state");
  if (button === null) return;
  const letter = button.dataset.state;
  if (!state.state.delete(letter)) state.state.add(letter);
  showFields();
  apply();
  remember();
});
addEventListener("hashchange", readHash);

// The squares: one tab stop, arrow keys within.
let current = -1;
const walk = (number) => {
  if (squares.length === 0 || number === current) return;
  if (current !== -1) squares[current].tabIndex = -1;
  else squares[0].tabIndex = -1;
  current = number;
  if (number !== -1) squares[number].tabIndex = 0;
};
const tip = byId("tip");
const tell = (square) => {
  if (tip === null) return;
  tip.hidden = square === undefined;
  if (square === undefined) return;
  tip.textContent = square.getAttribute("aria-label");
  const { left, bottom, top } = square.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(left, innerWidth - width - 12)) + "px";
  tip.style.top = (bottom + height + 10 > innerHeight ? top - height - 6 : bottom + 6) + "px";
};
const squareOf = ({ target }) => (target.parentElement?.id === "squares" ? target : undefined);
grid?.addEventListener("mouseover", (event) => tell(squareOf(event)));
grid?.addEventListener("mouseleave", () => tell(undefined));
grid?.addEventListener("focusin", (event) => tell(squareOf(event)));
grid?.addEventListener("focusout", () => tell(undefined));
grid?.addEventListener("click", (event) => {
  const square = squareOf(event);
  if (square === undefined) return;
  event.preventDefault();
  tell(undefined);
  walk(squares.indexOf(square));
  show(squares.indexOf(square));
});
const KEYS = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"];
grid?.addEventListener("keydown", (event) => {
  if (!KEYS.includes(event.key)) return;
  drawAll();
  const seen = squares.filter((square) => !square.hidden);
  const at = seen.indexOf(document.activeElement);
  if (at === -1) return;
  const top = seen[0].offsetTop;
  const next = seen.findIndex((square) => square.offsetTop > top);
  const across = next === -1 ? seen.length : next;
  const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + across, ArrowUp: at - across, Home: 0, End: seen.length - 1 };
  const target = seen[steps[event.key]];
  if (target === undefined) return;
  event.preventDefault();
  walk(squares.indexOf(target));
  target.focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell(undefined);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,select,textarea")) return;
  const search = byId("q");
  if (search === null) return;
  event.preventDefault();
  search.focus();
});

// Copying, with the old way where a browser gives a file no clipboard.
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};
document.addEventListener("click", async ({ target }) => {
  const button = target.closest(".copy");
  if (button === null) return;
  const done = await copied(button.parentElement.querySelector("code").textContent);
  button.focus();
  button.textContent = done ? "Copied" : "Not copied";
  byId("said").textContent = done ? "Copied to the clipboard" : "Not copied";
  setTimeout(() => { button.textContent = "Copy"; byId("said").textContent = ""; }, 2000);
});

// Paper shows the causes in full, and the endpoints of as many domains as one would read.
const PRINTED = 100;
addEventListener("beforeprint", () => {
  drawAll();
  for (const card of document.querySelectorAll("#causes details")) card.open = true;
  for (const item of [...(list?.children ?? [])].slice(0, PRINTED)) {
    fill(item, numberOf(item));
    item.open = true;
  }
});

if (domains.length === 1 || (domains.length > 0 && domains.length <= 3)) items.forEach((item, number) => { fill(item, number); item.open = true; });
if (location.hash.length > 1) readHash();
else {
  apply();
  // The lists of thousands of hosts can wait until somebody looks for one.
  form?.addEventListener("focusin", fillLists, { once: true });
}
if (grid !== null && squares.length < domains.length) addEventListener("load", () => whenIdle(drawOn));
})();
`;

;// CONCATENATED MODULE: ./lib/report/html/style.js
const LIGHT = `--ground:#ffffff;--card:#f6f8fa;--text:#1f2328;--dim:#59636e;--line:#d1d9e0;--link:#0550ae;
--p:#1a7f37;--w:#9a6700;--f:#cf222e;--i:#8250df;--s:#6e7781;--x:#59636e;--n:#59636e;--soft-p:#4ac26b;--cross:#ffffff`;
const DARK = `--ground:#0d1117;--card:#151b23;--text:#f0f6fc;--dim:#9198a1;--line:#3d444d;--link:#79c0ff;
--p:#3fb950;--w:#d29922;--f:#f85149;--i:#ab7df8;--s:#9198a1;--x:#9198a1;--n:#9198a1;--soft-p:#238636;--cross:#0d1117`;
const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 1.25rem}
a{color:var(--link)}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .5rem;font-weight:650;text-wrap:balance}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem;font-weight:650}
code{font:.86em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.dim,.legend,footer{color:var(--dim)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
header{padding-top:1.75rem}
.gate{display:inline-block;font-weight:650;padding:.1rem .7rem;border-radius:1rem;border:1.5px solid currentColor}
.gate.open{color:var(--p)}
.gate.closed{color:var(--f)}
.lead{margin:0 0 .35rem;font-size:1.05rem}
.numbers{display:grid;grid-template-columns:repeat(3,1fr);gap:.75rem;margin:1.25rem 0 0;padding:0}
.numbers div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.7rem 1rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.numbers dd{margin:0;font-size:1.9rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
.numbers dd small{font-size:1rem;font-weight:400;color:var(--dim)}
.numbers dt{color:var(--dim);font-size:.9rem}
.m,.sign{font-weight:650;white-space:nowrap}
.m.p,.card.p .sign{color:var(--p)}.m.w,.card.w .sign{color:var(--w)}.m.f,.card.f .sign{color:var(--f)}
.m.i,.card.i .sign{color:var(--i)}.m.s,.m.x,.m.n,.card.x .sign,.card.n .sign{color:var(--dim)}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:8px;margin:0 0 .6rem}
.card.f{border-left-color:var(--f)}.card.w{border-left-color:var(--w)}.card.i{border-left-color:var(--i)}
.card>summary{display:flex;gap:.75rem;padding:.7rem 1rem;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.card>summary::after,.quiet>summary::after,.dom>summary::after{content:"";flex:none;width:.5rem;height:.5rem;margin:.5rem .1rem 0 auto;border:solid var(--dim);border-width:0 2px 2px 0;transform:rotate(45deg)}
[open]>summary::after{transform:rotate(-135deg);margin-top:.75rem}
.sign{width:1rem;text-align:center}
.what{min-width:0}
.msg{display:block;font-weight:550}
.meta{display:block;color:var(--dim);font-size:.9rem}
.meta b{font-weight:600;color:var(--text)}
.sev::before,.where::before{content:"\u00b7 "}
.card dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem 1rem;margin:0;padding:.2rem 1rem .9rem 2.75rem}
.card dt{color:var(--dim)}
.card dt::first-letter{text-transform:uppercase}
.card dd{margin:0}
.alike{margin:-.1rem 0 .9rem;padding-left:1rem;color:var(--dim)}
.actions{margin:0;padding:0 1rem .9rem 2.75rem}
.quiet>summary{display:flex;cursor:pointer;padding:.4rem 0;color:var(--dim);list-style:none}
.quiet>summary::after{margin-left:.75rem}
.cmd{display:flex;gap:.5rem;align-items:flex-start}
.cmd code{flex:1 1 auto;min-width:0;background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:.35rem .6rem;white-space:pre-wrap}
button,input,select{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:.3rem .65rem;min-width:0}
input,select{height:2.2rem}
button{cursor:pointer}
button:hover{border-color:var(--dim)}
.copy{flex:none;font-size:.86rem}
.js-only,.copy{display:none}
.js .js-only{display:flex}
.js .copy{display:block}
#filters{flex-wrap:wrap;gap:.6rem;align-items:end;margin:0 0 .9rem}
#filters label{display:flex;flex-direction:column;font-size:.86rem;color:var(--dim);flex:1 1 9rem;gap:.15rem}
#filters input,#filters select{color:var(--text);font-size:.95rem;width:100%}
#filters .search{flex:2 1 15rem}
.states{display:flex;flex-wrap:wrap;gap:.4rem;flex:1 1 100%}
.state{display:inline-flex;align-items:center;gap:.45rem}
.state b{font-weight:600;font-variant-numeric:tabular-nums}
.state[aria-pressed=true]{border-color:var(--link);box-shadow:inset 0 0 0 1px var(--link)}
.found{margin:0;flex:1 1 100%;color:var(--dim);min-height:1.6rem}
.squares{display:flex;flex-wrap:wrap;gap:3px;line-height:0}
.squares a,.state i{display:block;width:11px;height:11px;flex:none;forced-color-adjust:none;position:relative}
.few{gap:5px}
.few a{width:20px;height:20px}
.squares .p,.state .p{background:var(--soft-p);border-radius:2px}
.squares .w::before,.state .w::before{content:"";position:absolute;inset:0;background:var(--w);clip-path:polygon(50% 0,100% 100%,0 100%)}
.squares .f,.state .f{background:linear-gradient(45deg,transparent 41%,var(--cross) 41% 59%,transparent 59%),linear-gradient(-45deg,transparent 41%,var(--cross) 41% 59%,transparent 59%),var(--f)}
.squares .i,.state .i{border:2.5px solid var(--i);border-radius:50%}
.squares .s,.state .s{background:radial-gradient(circle,var(--s) 30%,transparent 33%)}
.squares a:hover{outline:2px solid var(--dim);outline-offset:1px}
#tip{position:fixed;pointer-events:none;z-index:2;max-width:min(24rem,90vw);background:var(--text);color:var(--ground);border-radius:6px;padding:.2rem .6rem;font-size:.9rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:1rem}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem;display:flex;flex-direction:column;min-width:0}
figcaption{font-weight:600;margin-bottom:.5rem}
figure .legend{margin:auto 0 0;padding-top:.5rem;font-size:.86rem}
svg{display:block;width:100%;height:auto;forced-color-adjust:none}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--dim);font-variant-numeric:tabular-nums}
svg .strong{fill:var(--text);font-weight:600}
svg .mid{text-anchor:middle}
svg .end{text-anchor:end}
svg .axis{stroke:var(--line);fill:none}
svg .line{stroke:var(--link);stroke-width:2;fill:none;stroke-linejoin:round}
svg .dot{fill:var(--link)}
svg rect.p{fill:var(--p)}svg rect.w{fill:var(--w)}svg rect.f{fill:var(--f)}svg rect.i{fill:var(--i)}svg rect.s,svg rect.x{fill:var(--s)}
.dom{content-visibility:auto;contain-intrinsic-size:auto 2.6rem;border-bottom:1px solid var(--line)}
.dom>summary{display:grid;grid-template-columns:7.5rem minmax(8rem,1.2fr) 3rem minmax(0,2fr) 1rem;gap:.75rem;padding:.5rem 0;cursor:pointer;list-style:none;align-items:baseline}
.dom>summary::after{margin-top:0;align-self:center}
.dom[open]>summary::after{margin-top:.3rem}
.dom .n{font-weight:600}
.dom .sc{text-align:right;font-variant-numeric:tabular-nums}
.dom .r{color:var(--dim);font-size:.92rem}
.body{padding:.1rem 0 1.1rem}
.scroll{overflow-x:auto;margin:.4rem 0}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-top:1px solid var(--line);white-space:nowrap;font-weight:400}
thead th{border-top:0;color:var(--dim);font-size:.86rem}
tbody th small{display:block;color:var(--dim);font-size:.95em}
td.f,td.i{font-weight:650}
td.s,td.x{color:var(--dim)}
td.long{white-space:normal;min-width:9rem}
.own{margin:.2rem 0}
.found-here{list-style:none;margin:.5rem 0 0;padding:0}
.found-here li{margin:0 0 .6rem;padding-left:1.4rem;position:relative}
.found-here .m{position:absolute;left:0}
.found-here .fix{display:block;white-space:pre-line}
.found-here .cmd{margin-top:.3rem}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;font-size:.86rem;border-top:1px solid var(--line)}
footer p{margin:.2rem 0}
@media (max-width:640px){
body{font-size:14px}
main,header,footer{padding-left:.75rem;padding-right:.75rem}
header{padding-top:1rem}
h1{font-size:1.35rem}
.numbers{gap:.4rem}
.numbers div{padding:.5rem .6rem}
.numbers dd{font-size:1.4rem}
.numbers dd small{font-size:.8rem}
.card>summary{padding:.6rem .7rem;gap:.5rem}
.card dl{grid-template-columns:minmax(0,1fr);gap:.1rem;padding:.1rem .7rem .8rem}
.card dd{margin-bottom:.4rem}
.actions{padding:0 .7rem .8rem}
.cmd{flex-direction:column}
.dom>summary{grid-template-columns:minmax(0,1fr) auto 1rem;gap:.1rem .6rem}
.dom .m{grid-column:1}.dom .n{grid-column:1;grid-row:1}.dom .m{grid-row:2;font-size:.92rem}.dom .sc{grid-column:2;grid-row:1}.dom .r{grid-column:1/4;grid-row:3}
.dom>summary::after{grid-column:3;grid-row:1}
}
@media print{
body{font-size:10pt}
main,header,footer{max-width:none;padding:0}
.js-only,.copy,.skip,.actions,#tip,.card>summary::after,.dom>summary::after{display:none!important}
.card,figure,tr{break-inside:avoid}
h2{break-after:avoid}
.plots{grid-template-columns:repeat(3,1fr)}
.squares a{print-color-adjust:exact}
svg{print-color-adjust:exact}
.dom{content-visibility:visible}
.scroll{overflow:visible}
th,td{white-space:normal;padding-right:.4rem;font-size:8pt}
a{color:inherit;text-decoration:none}
}
`;

;// CONCATENATED MODULE: ./lib/report/html/page.js















function hashOf(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}'`;
}
function contentPolicy() {
    return [
        "default-src 'none'",
        `script-src ${hashOf(SCRIPT)}`,
        `style-src ${hashOf(STYLE)}`,
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ].join("; ");
}
function sentenceOf(report) {
    const said = sentences/* headline */.Pl(report);
    return said.slice(said.indexOf("\u2014") + 1).trim();
}
function causesOf({ ofRun, shared, own }, domains) {
    const all = [...ofRun, ...shared, ...domains.flatMap((domain) => own(domain))];
    return all.sort((a, b) => (0,ranking/* compareFindings */.Eg)(a.finding, b.finding) || b.domains.length - a.domains.length);
}
function numbers(report, causes) {
    const { domains, score, partial } = report;
    const fine = domains.filter(({ result }) => result === "pass").length;
    const closing = causes.filter(({ closes }) => closes).reduce((all, group) => all + group.causes, 0);
    const figure = (label, value) => `<div><dt>${label}</dt><dd>${value}</dd></div>`;
    return [
        '<dl class="numbers">',
        figure(`Score${partial ? " (partial)" : ""}`, score === null ? "\u2013" : `${String(score)} <small>of 100</small>`),
        figure("Domains that pass", `${(0,plural/* grouped */.zD)(fine)} <small>of ${(0,plural/* grouped */.zD)(domains.length)}</small>`),
        figure(closing === 1 ? "Cause that fails the build" : "Causes that fail the build", (0,plural/* grouped */.zD)(closing)),
        "</dl>\n",
    ].join("");
}
function header(report, causes, links) {
    const { file } = report.policy;
    const extras = sentences/* policyExtras */.mo(report.policy);
    const policy = file === null
        ? "the defaults"
        : `${linked(`<code>${escaped(file)}</code>`, (0,report_links/* fileLine */.RO)(links, { file, line: 1 }))}${extras === "" ? "" : ` (${extras})`}`;
    const reach = sentences/* reachOfWorst */.qS(report);
    const baseline = sentences/* baselineWords */.v8(report);
    return [
        '<a class="skip" href="#causes">To the findings</a>',
        `<header><p class="dim">${escaped(report.finished.slice(0, 16).replace("T", " "))} UTC \u00b7 policy: ${policy}</p>`,
        `<span class="gate ${report.gate}">Gate ${report.gate}</span>`,
        `<h1>${escaped(sentenceOf(report))}.</h1>`,
        reach === undefined ? "" : `<p class="lead">${escaped(reach)}</p>`,
        `<p class="dim">${escaped(report.gateSummary)} ${escaped(sentences/* countsWords */.Mm(report.counts))} checks.${baseline === undefined ? "" : ` ${escaped(baseline)}`}</p>`,
        numbers(report, causes),
        "</header>\n",
    ].join("");
}
function footer(report, { commit, run }) {
    const { environment, tool } = report;
    const zones = sentences/* zonesWords */.Zk(report);
    const parts = [
        `${tool.name} ${escaped(tool.version)}`,
        `resolver ${escaped(environment.resolver)}`,
        escaped(environment.route),
        ...(zones === "" ? [] : [escaped(zones)]),
        `HELO ${escaped(environment.heloName)}`,
        sentences/* secondsWords */.dB(sentences/* runSeconds */.Rl(report)),
        ...(commit === undefined ? [] : [`commit ${linked(escaped(commit.sha.slice(0, 7)), commit.url)}`]),
        ...(run === undefined ? [] : [linked("this run", run)]),
    ];
    const dnssec = environment.dnssec === undefined ? "" : `<p>${escaped(environment.dnssec)}</p>`;
    return `<footer>${dnssec}<p>${parts.join(" \u00b7 ")}</p></footer>\n`;
}
function* renderPage(report, rules, options = {}) {
    const { links = {}, history = [] } = options;
    const grouped = (0,finding_groups/* groupFindings */.kG)(report, rules);
    const causes = causesOf(grouped, report.domains);
    const worstFirst = [...report.domains].sort(ranking/* compareDomains */.vP).slice(0, LIST_LIMIT);
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
    yield `<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">\n`;
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
    yield `<title>Mail gate ${report.gate}: ${escaped(sentenceOf(report))}</title>\n<link rel="icon" href="data:,">\n`;
    yield `<style>${STYLE}</style>\n</head>\n<body>\n`;
    yield header(report, causes, links);
    yield "<main>\n";
    yield* causeSection(causes, links);
    yield* fleetSection(worstFirst);
    yield plotSection(report);
    yield historySection(history);
    yield* domainList(worstFirst, report.domains.length);
    yield "</main>\n";
    yield footer(report, links);
    yield '<p id="said" role="status" class="skip"></p>\n<script type="application/json" id="data">';
    yield* pageData(worstFirst, grouped);
    yield `</script>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}


/***/ })

};
