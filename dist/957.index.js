export const id = 957;
export const ids = [957];
export const modules = {

/***/ 5957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readingRecorded: () => (/* binding */ readingRecorded)
});

// EXTERNAL MODULE: ./lib/recorded/recording.js
var recording = __webpack_require__(6559);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./lib/observe/observation.js
var observation = __webpack_require__(3082);
// EXTERNAL MODULE: ./lib/text/configuration-error.js
var configuration_error = __webpack_require__(9386);
// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/text/bounds.js
var text_bounds = __webpack_require__(6114);
;// CONCATENATED MODULE: ./lib/recorded/bounds.js



const NAME_CHARACTERS = 4 * text_bounds/* NAME_OCTETS */.z0;
const DETAIL_CHARACTERS = 1024;
const STORES = 3;
const CONNECTIONS = 2 + bounds/* MAX_FURTHER_CONNECTIONS */.Sd;
const RECIPIENTS = 2 * (bounds/* MAX_POSTMASTERS */.xR + CONNECTIONS * bounds/* FORMS_PER_CONNECTION */.Pl);
const BASE_DOMAINS = 2;
const CONTROL_QUESTIONS = 4 * (1 + bounds/* MAX_NAME_SERVERS */.GX);
const CONNECTION_CHARACTERS = 2 * bounds/* MAX_CONNECTION_OCTETS */.Zv;
function* boundingRecorded(observations, file) {
    const refuseBeyond = (found, limit, what) => {
        if (found <= limit)
            return;
        const message = `It holds ${String(found)} ${what}; a run has ${String(limit)} at most.`;
        throw new configuration_error/* ConfigurationError */.j1([{ file, message }]);
    };
    for (const run of observations.runs ?? [observations]) {
        const issuers = Object.entries(run.issuers ?? {});
        refuseBeyond(issuers.length, bounds/* MAX_ISSUER_FETCHES */.it, "names of issuers that were asked");
        for (const [url, { certificates }] of issuers) {
            refuseBeyond(url.length, bounds/* MAX_ISSUER_NAME_LENGTH */.og, "characters of the name of an issuer");
            cut(certificates, bounds/* MAX_SERVED_CERTIFICATES */.c5);
        }
        for (const { controls } of run.egress ?? [])
            cut(controls, bounds/* MAX_NAME_SERVERS */.GX * bounds/* MAX_HOST_ADDRESSES */.zE);
        const control = run.environment.dnssec?.answers;
        cut(control, CONTROL_QUESTIONS);
        for (const answer of control ?? [])
            boundAnswer(answer);
        refuseBeyond(run.daneKeys?.length ?? 0, bounds/* DANE_KEY_FILES */.Fj, "files of dane-keys");
        for (const { file, keys } of run.daneKeys ?? []) {
            refuseBeyond(keys.length, bounds/* DANE_KEYS_IN_FILE */.tG, `certificates and keys of ${bounds_short(file, NAME_CHARACTERS)}`);
            for (const { dnsNames } of keys)
                cut(dnsNames, bounds/* MAX_ELEMENTS */.DU);
        }
    }
    for (const domain of observations.domains) {
        boundDomain(domain);
        boundPublished(domain);
        yield;
    }
    for (const endpoint of Object.values(observations.endpoints)) {
        boundEndpoint(endpoint, refuseBeyond);
        yield;
    }
    for (const certificate of Object.values(observations.certificates)) {
        boundCertificate(certificate);
        yield;
    }
}
function cut(list, limit) {
    return list === undefined || list.length <= limit ? 0 : list.splice(limit).length;
}
function bounds_short(text, limit) {
    return text.length > limit ? text.slice(0, limit) : text;
}
function shorten(texts, limit) {
    for (const [index, text] of texts.entries())
        if (text.length > limit)
            texts[index] = bounds_short(text, limit);
}
function boundDomain({ mx, server, detours }) {
    const lookups = [...(server === undefined ? [] : [server.lookup]), ...(detours ?? []).map(({ to }) => to)];
    for (const host of lookups)
        boundHost(host);
    for (const { root } of [mx, server, ...(detours ?? [])].filter((each) => each !== undefined))
        boundAnswer(root);
    if (mx === undefined)
        return;
    boundAnswer(mx.question);
    const listed = mx.hosts.length;
    if (cut(mx.hosts, bounds/* MAX_MX_HOSTS */.rK) > 0)
        mx.listed = Math.max(mx.listed ?? 0, listed);
    mx.hosts.forEach(boundHost);
}
function boundPublished({ mtaSts, tlsRpt }) {
    boundAnswer(mtaSts?.record);
    if (mtaSts?.file !== undefined)
        mtaSts.file.text = bounds_short(mtaSts.file.text, bounds/* MAX_POLICY_OCTETS */.dI);
    const { fetch } = mtaSts ?? {};
    if (fetch !== undefined) {
        boundAnswer(fetch.a);
        boundAnswer(fetch.aaaa);
        boundHandshake(fetch.tls);
        if (fetch.body !== undefined)
            fetch.body = bounds_short(fetch.body, bounds/* MAX_POLICY_OCTETS */.dI);
        for (const field of ["contentType", "contentEncoding", "location"]) {
            const value = fetch[field];
            if (value !== undefined)
                fetch[field] = bounds_short(value, bounds/* MAX_POLICY_HEADER_OCTETS */.ZA);
        }
        for (const holder of [fetch, fetch.connect]) {
            if (holder?.detail !== undefined)
                holder.detail = bounds_short(holder.detail, DETAIL_CHARACTERS);
        }
    }
    boundAnswer(tlsRpt?.record);
    cut(tlsRpt?.destinations, bounds/* MAX_REPORT_DESTINATIONS */.uK);
    for (const { mx, a, aaaa } of tlsRpt?.destinations ?? []) {
        for (const answer of [mx, a, aaaa])
            boundAnswer(answer);
    }
}
function boundHost(host) {
    host.host = bounds_short(host.host, NAME_CHARACTERS);
    boundAnswer(host.a);
    boundAnswer(host.aaaa);
    const listed = host.addresses.length;
    if (cut(host.addresses, 2 * bounds/* MAX_HOST_ADDRESSES */.zE) > 0)
        host.addressesListed = Math.max(host.addressesListed ?? 0, listed);
}
function boundAnswer(answer) {
    if (answer === undefined)
        return;
    const records = bounds/* MESSAGE_BYTES */._g >> 4;
    answer.name = bounds_short(answer.name, NAME_CHARACTERS);
    for (const list of [answer.values, answer.aliases, answer.exchanges, answer.texts, answer.associations])
        cut(list, records);
    shorten(answer.values, NAME_CHARACTERS);
    shorten(answer.aliases, NAME_CHARACTERS);
    for (const exchange of answer.exchanges ?? [])
        exchange.exchange = bounds_short(exchange.exchange, NAME_CHARACTERS);
    boundOctets(answer);
    cut(answer.extendedErrors, bounds/* EXTENDED_ERROR_LIMIT */.Ji);
    for (const error of answer.extendedErrors)
        error.text = bounds_short(error.text, bounds/* EXTENDED_ERROR_OCTETS */.aF);
    if (answer.detail !== undefined)
        answer.detail = bounds_short(answer.detail, DETAIL_CHARACTERS);
    cut(answer.differing, bounds/* MAX_NAME_SERVERS */.GX);
}
function boundOctets({ texts = [], associations = [] }) {
    let left = bounds/* MAX_NAME_SERVERS */.GX * bounds/* MESSAGE_BYTES */._g;
    const keep = (text, perOctet) => {
        const kept = bounds_short(text, left * perOctet);
        left -= Math.ceil(kept.length / perOctet);
        return kept;
    };
    for (const text of texts) {
        cut(text, bounds/* MESSAGE_BYTES */._g);
        for (const [index, string] of text.entries())
            text[index] = keep(bounds_short(string, text_bounds/* STRING_OCTETS */.DL), 1);
    }
    for (const association of associations)
        association.data = keep(association.data, 2);
}
function boundEndpoint({ connections, dane }, refuseBeyond) {
    refuseBeyond(connections.length, CONNECTIONS, "connections to one endpoint");
    for (const connection of connections)
        boundConnection(connection, refuseBeyond);
    if (dane !== undefined)
        boundDane(dane, refuseBeyond);
}
function boundDane({ cname, lookUps, matches }, refuseBeyond) {
    refuseBeyond(lookUps.length, BASE_DOMAINS, "base domains of one endpoint");
    boundAnswer(cname);
    for (const lookUp of lookUps) {
        lookUp.baseDomain = bounds_short(lookUp.baseDomain, NAME_CHARACTERS);
        const listed = lookUp.tlsa.associations?.length ?? 0;
        if (cut(lookUp.tlsa.associations, bounds/* MAX_TLSA_RECORDS */.DY) > 0)
            lookUp.listed = Math.max(lookUp.listed ?? 0, listed);
        boundAnswer(lookUp.tlsa);
    }
    cut(matches, bounds/* MAX_TLSA_RECORDS */.DY);
    for (const match of matches ?? []) {
        cut(match.matches, bounds/* MAX_SERVED_CERTIFICATES */.c5);
        cut(match.signs, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    }
}
function boundConnection(connection, refuseBeyond) {
    const { connect, ehlo, helo, starttls, tls, ehloInTls, relay, delivery } = connection;
    if (connect.detail !== undefined)
        connect.detail = bounds_short(connect.detail, DETAIL_CHARACTERS);
    const transactions = relay?.transactions ?? [];
    const recipients = transactions.flatMap((each) => each.recipients);
    refuseBeyond(recipients.length, RECIPIENTS, "recipients of one relay test");
    const own = delivery?.transactions ?? [];
    refuseBeyond(own.length, RECIPIENTS, "postmasters asked for on one connection");
    const budget = { left: CONNECTION_CHARACTERS };
    for (const step of stepsOf(connection)) {
        boundReply(step.reply, budget);
        boundEnding(step.ended);
    }
    for (const hello of [ehlo, helo, ehloInTls]) {
        cut(hello?.extensions, bounds/* MAX_REPLY_LINES */.Gh);
        for (const extension of hello?.extensions ?? []) {
            extension.keyword = bounds_short(extension.keyword, bounds/* MAX_LINE_OCTETS */.jV);
            extension.parameters = bounds_short(extension.parameters, bounds/* MAX_LINE_OCTETS */.jV);
        }
    }
    if (starttls?.extraData !== undefined)
        starttls.extraData = bounds_short(starttls.extraData, bounds/* MAX_EVIDENCE_OCTETS */.I7);
    for (const recipient of recipients)
        recipient.address = bounds_short(recipient.address, bounds/* MAX_LINE_OCTETS */.jV);
    boundHandshake(tls);
    boundTranscript(connection.transcript);
}
function stepsOf(connection) {
    const { greeting, ehlo, helo, starttls, ehloInTls, relay, delivery } = connection;
    const transactions = relay?.transactions ?? [];
    const steps = [
        ...[greeting, ehlo, helo, starttls, ehloInTls],
        ...transactions.flatMap(({ mail, rset }) => [mail, rset]),
        ...transactions.flatMap(({ recipients }) => recipients),
        ...(delivery?.transactions ?? []).flatMap(({ mail, rcpt, rset }) => [mail, rcpt, rset]),
    ];
    return steps.filter((step) => step !== undefined);
}
function boundReply(reply, budget) {
    if (reply === undefined)
        return;
    cut(reply.lines, bounds/* MAX_REPLY_LINES */.Gh);
    const kept = reply.lines.map((line) => {
        const begin = bounds_short(line, Math.min(bounds/* MAX_LINE_OCTETS */.jV, budget.left));
        budget.left -= begin.length;
        return begin;
    });
    if (kept.some((line, index) => line !== reply.lines[index]))
        reply.lines = kept;
}
function boundEnding(ending) {
    if (ending?.partial !== undefined)
        ending.partial = bounds_short(ending.partial, bounds/* MAX_EVIDENCE_OCTETS */.I7);
}
function boundHandshake(tls) {
    if (tls === undefined)
        return;
    const left = cut(tls.chain, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    if (left > 0)
        tls.chainCut = (tls.chainCut ?? 0) + left;
    for (const { issuedBy, notSignedBy, issuersByName } of tls.chain ?? []) {
        for (const list of [issuedBy, notSignedBy, issuersByName])
            cut(list, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    }
    for (const refused of [tls.refusedPath, tls.issuerSearch?.refusedPath])
        cut(refused?.certificates, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    if (tls.opensslVerdict !== undefined)
        tls.opensslVerdict = bounds_short(tls.opensslVerdict, DETAIL_CHARACTERS);
    for (const paths of [tls.paths, tls.issuerSearch?.paths]) {
        cut(paths, STORES * bounds/* MAX_PATHS_PER_STORE */.wB);
        for (const { certificates } of paths ?? [])
            cut(certificates, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    }
    cut(tls.issuerSearch?.steps, bounds/* MAX_SERVED_CERTIFICATES */.c5);
    if (tls.failure?.message !== undefined)
        tls.failure.message = bounds_short(tls.failure.message, DETAIL_CHARACTERS);
}
function boundTranscript(transcript) {
    let octets = 0;
    const kept = transcript.findIndex((line, index) => {
        if (octets >= bounds/* MAX_TRANSCRIPT_OCTETS */.lm)
            return true;
        const text = bounds_short(line.text, bounds/* MAX_TRANSCRIPT_OCTETS */.lm - octets);
        if (text !== line.text)
            transcript[index] = { ...line, text };
        octets += text.length + 8;
        return false;
    });
    if (kept >= 0)
        cut(transcript, kept);
}
function boundCertificate(certificate) {
    const { subjectCommonNames, dnsNames, ipAddresses, caIssuers, unreadable } = certificate;
    const { keyUsage, extendedKeyUsage, netscapeCertType } = certificate;
    for (const list of [subjectCommonNames, dnsNames, ipAddresses, unreadable])
        cut(list, bounds/* MAX_ELEMENTS */.DU);
    for (const list of [keyUsage, extendedKeyUsage, netscapeCertType])
        cut(list, bounds/* MAX_ELEMENTS */.DU);
    cut(caIssuers, bounds/* MAX_CA_ISSUERS */.R4);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/observe/load/owner.js
var load_owner = __webpack_require__(9706);
;// CONCATENATED MODULE: ./lib/recorded/consistency.js




const NOT_OURS = "This is not a report of MX Gate (mx-gate/report/v1).";
function* findingInconsistency({ domains, endpoints, certificates, runs, shard, }) {
    const at = (...path) => errors/* toDotPath */.sR(["observations", ...path]);
    const known = ({ run }) => runs === undefined ? run === undefined : run !== undefined && run < runs.length;
    for (const { shard: part } of runs ?? [{ shard }]) {
        if (part !== undefined && part.index > part.of)
            return `There is no shard ${String(part.index)} of ${String(part.of)}.`;
    }
    for (const [key, endpoint] of Object.entries(endpoints)) {
        yield;
        if (!known(endpoint))
            return `At ${at("endpoints", key)}: it does not name a run of this report.`;
        if (key !== (0,observation/* observationKey */.oL)(endpoint))
            return `At ${at("endpoints", key)}: it is another endpoint.`;
    }
    for (const [index, domain] of domains.entries()) {
        yield;
        if (!known(domain))
            return `At ${at("domains", index)}: it does not name a run of this report.`;
        const part = domain.run === undefined ? shard : runs?.[domain.run]?.shard;
        if (part !== undefined && strangeOwner(domain, part))
            return `At ${at("domains", index)}: it does not belong to shard ${String(part.index)} of ${String(part.of)}.`;
        const suffix = domain.run === undefined ? "" : `#${String(domain.run)}`;
        const missing = domain.endpoints.findIndex((key) => !Object.hasOwn(endpoints, key + suffix));
        if (missing >= 0)
            return `At ${at("domains", index, "endpoints", missing)}: there is no such endpoint.`;
    }
    for (const [sha256, { der }] of Object.entries(certificates)) {
        yield;
        if ((0,external_node_crypto_.createHash)("sha256").update(Buffer.from(der, "base64")).digest("hex") !== sha256.toLowerCase())
            return `At ${at("certificates", sha256)}: it is another certificate.`;
    }
    return undefined;
}
function strangeOwner({ name, server, owner, endpoints }, { index, of }) {
    const belongsTo = (0,load_owner/* ownerOf */.b)(server?.lookup.host ?? name, of);
    const hosts = new Set(endpoints.map((key) => key.slice(0, key.indexOf("|"))));
    return belongsTo !== (owner ?? index) || [...hosts].some((host) => (0,load_owner/* ownerOf */.b)(host, of) !== index);
}

;// CONCATENATED MODULE: ./lib/recorded/form.js
const made = new WeakMap();
function formOf(schema) {
    const known = made.get(schema);
    if (known !== undefined)
        return known;
    const form = makeForm(schema._zod.def);
    made.set(schema, form);
    return form;
}
const ASK_ZOD = () => false;
function makeForm(def) {
    if (def.type === "number")
        return numberForm(def);
    if ((def.checks ?? []).length > 0 || "format" in def)
        return ASK_ZOD;
    switch (def.type) {
        case "string":
            return (value) => typeof value === "string";
        case "boolean":
            return (value) => typeof value === "boolean";
        case "literal":
            return oneOf(def.values);
        case "enum":
            return oneOf(Object.values(def.entries));
        case "unknown":
            return () => true;
        case "array": {
            const item = formOf(def.element);
            return (value) => {
                if (!Array.isArray(value))
                    return false;
                for (const each of value)
                    if (!item(each))
                        return false;
                return true;
            };
        }
        case "optional":
            return formOf(def.innerType);
        case "nullable": {
            const inner = formOf(def.innerType);
            return (value) => value === null || inner(value);
        }
        case "union":
            return unionForm(def);
        case "object":
            return def.catchall?._zod.def.type === "never" ? objectForm(def.shape) : ASK_ZOD;
        case "record":
            return recordForm(formOf(def.keyType), formOf(def.valueType));
        default:
            return ASK_ZOD;
    }
}
function oneOf(values) {
    const all = new Set(values);
    return (value) => all.has(value);
}
function numberForm(def) {
    const whole = "format" in def;
    if (whole && def.format !== "safeint")
        return ASK_ZOD;
    let [least, below, most, above] = [-Infinity, -Infinity, Infinity, Infinity];
    for (const { _zod } of def.checks ?? []) {
        const check = _zod.def;
        if (check.check === "greater_than" && typeof check.value === "number") {
            if (check.inclusive)
                least = Math.max(least, check.value);
            else
                below = Math.max(below, check.value);
        }
        else if (check.check === "less_than" && typeof check.value === "number") {
            if (check.inclusive)
                most = Math.min(most, check.value);
            else
                above = Math.min(above, check.value);
        }
        else
            return ASK_ZOD;
    }
    return (value) => (whole ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
        value >= least &&
        value > below &&
        value <= most &&
        value < above;
}
function unionForm(def) {
    const forms = def.options.map(formOf);
    if (!("discriminator" in def))
        return (value) => forms.some((form) => form(value));
    const { discriminator } = def;
    const named = new Map();
    for (const [index, option] of def.options.entries()) {
        const form = forms[index];
        for (const name of option._zod.propValues?.[discriminator] ?? [])
            if (form !== undefined)
                named.set(name, form);
    }
    return (value) => isObject(value) && named.get(value[discriminator])?.(value) === true;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function objectForm(shape) {
    const members = new Map(Object.entries(shape).map(([name, schema]) => {
        const optional = schema._zod.def.type === "optional";
        return [name, { form: formOf(schema), counts: optional ? 0 : 1 }];
    }));
    let required = 0;
    for (const { counts } of members.values())
        required += counts;
    return (value) => {
        if (!isObject(value))
            return false;
        let met = 0;
        for (const name in value) {
            const member = members.get(name);
            if (member?.form(value[name]) !== true)
                return false;
            met += member.counts;
        }
        return met === required;
    };
}
function recordForm(name, each) {
    return (value) => {
        if (!isObject(value))
            return false;
        for (const key in value)
            if (key === "__proto__" || !name(key) || !each(value[key]))
                return false;
        return true;
    };
}

;// CONCATENATED MODULE: ./lib/recorded/hidden.js
function hidesMember(value) {
    const left = [value];
    while (left.length > 0) {
        const each = left.pop();
        if (typeof each !== "object" || each === null)
            continue;
        if (Object.hasOwn(each, "__proto__"))
            return true;
        for (const member of Object.values(each))
            left.push(member);
    }
    return false;
}
const HIDDEN = { path: ["__proto__"], message: "No run writes a member of this name" };

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(3798);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ./lib/dns/zone-troubles.js
var zone_troubles = __webpack_require__(6502);
;// CONCATENATED MODULE: ./lib/dns/answer-data.js

const exchange = schemas/* strictObject */.rej({ preference: schemas/* int */.Whr(), exchange: schemas/* string */.YjP() });
const association = schemas/* strictObject */.rej({
    usage: schemas/* int */.Whr(),
    selector: schemas/* int */.Whr(),
    matchingType: schemas/* int */.Whr(),
    data: schemas/* string */.YjP(),
});
const answerData = schemas/* strictObject */.rej({
    values: schemas/* array */.YOg(schemas/* string */.YjP()),
    exchanges: schemas/* array */.YOg(exchange).optional(),
    texts: schemas/* array */.YOg(schemas/* array */.YOg(schemas/* string */.YjP())).optional(),
    associations: schemas/* array */.YOg(association).optional(),
});

// EXTERNAL MODULE: ./lib/dns/record-types.js
var record_types = __webpack_require__(3378);
;// CONCATENATED MODULE: ./lib/dns/answer.js



const outcome = schemas/* enum */.k5n([
    "answer",
    "nodata",
    "nxdomain",
    "servfail",
    "refused",
    "timeout",
    "malformed",
    "unreachable",
    "local-limit",
    "aborted",
]);
const dnssecStatus = schemas/* enum */.k5n(["secure", "insecure", "bogus", "failed", "unseen"]);
const dnsAnswer = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    type: schemas/* enum */.k5n(record_types/* DNS_TYPES */.U_),
    outcome,
    rcode: schemas/* string */.YjP().optional(),
    ...answerData.shape,
    aliases: schemas/* array */.YOg(schemas/* string */.YjP()),
    aliasLoop: schemas/* boolean */.zMY().optional(),
    aliasLimit: schemas/* int */.Whr().optional(),
    ttl: schemas/* int */.Whr().optional(),
    authenticated: schemas/* boolean */.zMY(),
    dnssec: dnssecStatus.optional(),
    extendedErrors: schemas/* array */.YOg(schemas/* strictObject */.rej({ code: schemas/* int */.Whr(), text: schemas/* string */.YjP() })),
    firstOutcome: outcome.optional(),
    withCheckingDisabled: schemas/* string */.YjP().optional(),
    zoneFile: schemas/* strictObject */.rej({
        file: schemas/* string */.YjP(),
        server: schemas/* string */.YjP().optional(),
        at: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().positive() }).optional(),
    })
        .optional(),
    detail: schemas/* string */.YjP().optional(),
    server: schemas/* string */.YjP().optional(),
    transport: schemas/* enum */.k5n(["udp", "tcp", "https"]).optional(),
    differing: schemas/* array */.YOg(schemas/* strictObject */.rej({ server: schemas/* string */.YjP(), outcome: schemas/* string */.YjP(), values: schemas/* array */.YOg(schemas/* string */.YjP()) }))
        .optional(),
    seconds: schemas/* number */.aig().nonnegative(),
});
const dnssecControl = schemas/* strictObject */.rej({
    validates: schemas/* boolean */.zMY(),
    asksBy: schemas/* enum */.k5n(["ad", "do"]).optional(),
    answers: schemas/* array */.YOg(dnsAnswer),
});

;// CONCATENATED MODULE: ./lib/observe/schemas/observation.js





const seconds = schemas/* number */.aig().nonnegative();
const runIndex = schemas/* int */.Whr().nonnegative();
const addressScope = schemas/* enum */.k5n([
    "public",
    "private",
    "loopback",
    "link-local",
    "multicast",
    "documentation",
    "reserved",
]);
const hostAddress = schemas/* strictObject */.rej({
    address: schemas/* string */.YjP(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    scope: addressScope,
});
const mxHost = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    preference: schemas/* int */.Whr().nullable(),
    form: schemas/* enum */.k5n(["hostname", "address", "invalid", "root"]),
    a: dnsAnswer.optional(),
    aaaa: dnsAnswer.optional(),
    addresses: schemas/* array */.YOg(hostAddress),
    addressesListed: schemas/* int */.Whr().optional(),
});
const doubt = {
    root: dnsAnswer.optional(),
    topLevels: schemas/* array */.YOg(dnsAnswer).optional(),
};
const mxObservation = schemas/* strictObject */.rej({
    question: dnsAnswer,
    hosts: schemas/* array */.YOg(mxHost),
    implicit: schemas/* boolean */.zMY(),
    listed: schemas/* int */.Whr().optional(),
    ...doubt,
    seconds,
});
const ending = schemas/* strictObject */.rej({
    how: schemas/* enum */.k5n([
        "closed",
        "reset",
        "timeout",
        "malformed",
        "line-limit",
        "lines-limit",
        "bytes-limit",
        "tls-error",
        "aborted",
        "error",
    ]),
    code: schemas/* string */.YjP().optional(),
    partial: schemas/* string */.YjP().optional(),
    limit: schemas/* int */.Whr().nonnegative().optional(),
});
const reply = schemas/* strictObject */.rej({
    code: schemas/* int */.Whr(),
    lines: schemas/* array */.YOg(schemas/* string */.YjP()),
    seconds,
    firstLineSeconds: seconds.optional(),
});
const step = schemas/* strictObject */.rej({
    reply: reply.optional(),
    ended: ending.optional(),
    late: seconds.optional(),
});
const ehloStep = schemas/* strictObject */.rej({
    verb: schemas/* enum */.k5n(["EHLO", "HELO"]),
    name: schemas/* string */.YjP(),
    reply: reply.optional(),
    ended: ending.optional(),
    extensions: schemas/* array */.YOg(schemas/* strictObject */.rej({ keyword: schemas/* string */.YjP(), parameters: schemas/* string */.YjP() })),
});
const chainLink = schemas/* strictObject */.rej({
    sha256: schemas/* string */.YjP(),
    issuedBy: schemas/* array */.YOg(schemas/* string */.YjP()),
    notSignedBy: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    issuersByName: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const trustPath = schemas/* strictObject */.rej({
    store: schemas/* enum */.k5n(["bundled", "system", "ca-file"]),
    certificates: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const refusedBecause = schemas/* enum */.k5n([
    "not-a-ca",
    "key-usage",
    "extended-key-usage",
    "path-length",
    "name-constraints",
    "unusable-constraints",
    "critical-extension",
    "unreadable-extension",
    "repeated-extension",
    "proxy-certificate",
    "explicit-curve",
    "unreadable-date",
    "issuer-not-in-store",
    "other-issuer",
    "signature",
]);
const refusedPath = schemas/* strictObject */.rej({
    store: trustPath.shape.store,
    certificates: schemas/* array */.YOg(schemas/* string */.YjP()),
    refused: schemas/* string */.YjP(),
    because: refusedBecause,
});
const issuerSearch = schemas/* strictObject */.rej({
    steps: schemas/* array */.YOg(schemas/* strictObject */.rej({
        of: schemas/* string */.YjP(),
        issuer: schemas/* string */.YjP().optional(),
        anchor: schemas/* boolean */.zMY().optional(),
        url: schemas/* string */.YjP().optional(),
    })),
    paths: schemas/* array */.YOg(trustPath),
    refusedPath: refusedPath.optional(),
});
const tlsHandshake = schemas/* strictObject */.rej({
    outcome: schemas/* enum */.k5n(["done", "failed", "timeout", "aborted"]),
    hello: schemas/* enum */.k5n(["full", "small", "legacy"]),
    serverName: schemas/* string */.YjP().optional(),
    seconds,
    version: schemas/* string */.YjP().optional(),
    cipher: schemas/* string */.YjP().optional(),
    keyExchange: schemas/* string */.YjP().optional(),
    chain: schemas/* array */.YOg(chainLink).optional(),
    paths: schemas/* array */.YOg(trustPath).optional(),
    refusedPath: refusedPath.optional(),
    opensslVerdict: schemas/* string */.YjP().optional(),
    issuerSearch: issuerSearch.optional(),
    chainCut: schemas/* int */.Whr().optional(),
    certificateLimit: schemas/* int */.Whr().nonnegative().optional(),
    failure: schemas/* strictObject */.rej({
        by: schemas/* enum */.k5n(["peer-alert", "peer-closed", "peer-reset", "not-tls", "local"]),
        code: schemas/* string */.YjP().optional(),
        message: schemas/* string */.YjP().optional(),
    })
        .optional(),
});
const starttlsStep = schemas/* strictObject */.rej({
    announced: schemas/* boolean */.zMY(),
    sent: schemas/* boolean */.zMY(),
    reply: reply.optional(),
    ended: ending.optional(),
    extraData: schemas/* string */.YjP().optional(),
});
const relayRecipient = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["foreign", "control", "random-local"]),
    form: schemas/* string */.YjP().optional(),
    foreignDomain: schemas/* boolean */.zMY().optional(),
    domain: schemas/* string */.YjP().optional(),
    address: schemas/* string */.YjP(),
    reply: reply.optional(),
    ended: ending.optional(),
});
const relayTransaction = schemas/* strictObject */.rej({
    sender: schemas/* string */.YjP(),
    mail: step,
    recipients: schemas/* array */.YOg(relayRecipient),
    rset: step.optional(),
});
const deliveryTransaction = schemas/* strictObject */.rej({
    sender: schemas/* string */.YjP(),
    domain: schemas/* string */.YjP(),
    mail: step,
    rcpt: step.optional(),
    rset: step.optional(),
    behindAnother: schemas/* boolean */.zMY().optional(),
});
const transcriptLine = schemas/* strictObject */.rej({
    at: seconds,
    mark: schemas/* enum */.k5n([">", "<", "*"]),
    text: schemas/* string */.YjP(),
});
const connectStep = schemas/* strictObject */.rej({
    outcome: schemas/* enum */.k5n([
        "connected",
        "refused",
        "timeout",
        "unreachable",
        "reset",
        "no-route",
        "local-limit",
        "proxy-failed",
        "aborted",
        "error",
    ]),
    code: schemas/* string */.YjP().optional(),
    detail: schemas/* string */.YjP().optional(),
    localAddress: schemas/* string */.YjP().optional(),
    localScope: addressScope.optional(),
    seconds,
    late: seconds.optional(),
});
const connectionPurpose = schemas/* enum */.k5n([
    "dialog",
    "retry",
    "small-hello",
    "full-hello-again",
    "relay-in-clear",
    "relay-thorough",
    "postmasters",
    "dane-name",
    "floor",
]);
const connectionObservation = schemas/* strictObject */.rej({
    purpose: connectionPurpose,
    at: seconds,
    connect: connectStep,
    greeting: step.optional(),
    ehlo: ehloStep.optional(),
    helo: ehloStep.optional(),
    starttls: starttlsStep.optional(),
    tls: tlsHandshake.optional(),
    ehloInTls: ehloStep.optional(),
    relay: schemas/* strictObject */.rej({
        inTls: schemas/* boolean */.zMY(),
        pipelined: schemas/* boolean */.zMY(),
        transactions: schemas/* array */.YOg(relayTransaction),
        earlier: schemas/* boolean */.zMY().optional(),
    })
        .optional(),
    delivery: schemas/* strictObject */.rej({
        inTls: schemas/* boolean */.zMY(),
        pipelined: schemas/* boolean */.zMY(),
        transactions: schemas/* array */.YOg(deliveryTransaction),
    })
        .optional(),
    transcript: schemas/* array */.YOg(transcriptLine),
});
const probeScope = schemas/* strictObject */.rej({
    depth: schemas/* enum */.k5n(["connect", "banner", "ehlo", "starttls"]),
    relay: schemas/* enum */.k5n(["off", "basic", "thorough"]),
    delivery: schemas/* enum */.k5n(["off", "sample", "all"]).optional(),
    floor: schemas/* boolean */.zMY(),
    dane: schemas/* boolean */.zMY().optional(),
    checks: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const associationMatch = schemas/* strictObject */.rej({
    parses: schemas/* boolean */.zMY().optional(),
    matches: schemas/* array */.YOg(schemas/* string */.YjP()),
    signs: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const daneObservation = schemas/* strictObject */.rej({
    addresses: dnssecStatus,
    cname: dnsAnswer.optional(),
    lookUps: schemas/* array */.YOg(schemas/* strictObject */.rej({
        baseDomain: schemas/* string */.YjP(),
        tlsa: dnsAnswer,
        listed: schemas/* int */.Whr().optional(),
    })),
    matches: schemas/* array */.YOg(associationMatch).optional(),
    publicKey: schemas/* string */.YjP().optional(),
});
const endpointObservation = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    address: schemas/* string */.YjP(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    scope: addressScope,
    port: schemas/* int */.Whr(),
    sharesOurNetwork: schemas/* boolean */.zMY(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
    submission: schemas/* boolean */.zMY().optional(),
    reachedBy: schemas/* enum */.k5n(["connect-to", "proxy"]).optional(),
    asked: probeScope,
    replyTimeout: seconds,
    notProbed: schemas/* enum */.k5n([
        "deadline",
        "interrupted",
        "address-not-public",
        "another-address",
    ])
        .optional(),
    connections: schemas/* array */.YOg(connectionObservation),
    postmasters: schemas/* strictObject */.rej({
        sample: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        notAsked: schemas/* strictObject */.rej({ domains: schemas/* int */.Whr(), because: schemas/* enum */.k5n(["refusals", "broke-off", "run-ended", "limit"]) })
            .optional(),
    })
        .optional(),
    dane: daneObservation.optional(),
    floorAt: schemas/* string */.YjP().optional(),
    probedAfter: seconds.optional(),
    run: runIndex.optional(),
});
const egressObservation = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    blocked: schemas/* boolean */.zMY(),
    noRoute: schemas/* boolean */.zMY(),
    controls: schemas/* array */.YOg(schemas/* strictObject */.rej({
        host: schemas/* string */.YjP(),
        address: schemas/* string */.YjP(),
        port: schemas/* int */.Whr(),
        connect: connectStep,
        greeting: schemas/* enum */.k5n(["seen", "none"]).optional(),
    })),
    unresolved: schemas/* int */.Whr().min(1).optional(),
    otherFamily: schemas/* int */.Whr().min(1).optional(),
    named: schemas/* boolean */.zMY().optional(),
});
const certificateFacts = schemas/* strictObject */.rej({
    der: schemas/* base64 */.K39(),
    subject: schemas/* string */.YjP(),
    issuer: schemas/* string */.YjP(),
    subjectCommonNames: schemas/* array */.YOg(schemas/* string */.YjP()),
    issuerOrganization: schemas/* string */.YjP().optional(),
    dnsNames: schemas/* array */.YOg(schemas/* string */.YjP()),
    ipAddresses: schemas/* array */.YOg(schemas/* string */.YjP()),
    otherNames: schemas/* int */.Whr(),
    serial: schemas/* string */.YjP(),
    notBefore: schemas/* string */.YjP(),
    notAfter: schemas/* string */.YjP(),
    keyType: schemas/* string */.YjP(),
    keyBits: schemas/* int */.Whr().optional(),
    curve: schemas/* string */.YjP().optional(),
    signatureAlgorithm: schemas/* string */.YjP(),
    ca: schemas/* boolean */.zMY(),
    keyUsage: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    extendedKeyUsage: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    netscapeCertType: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    selfIssued: schemas/* boolean */.zMY(),
    caIssuers: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    unreadable: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
const issuerFetch = schemas/* strictObject */.rej({
    outcome: schemas/* enum */.k5n([
        "fetched",
        "not-asked",
        "no-address",
        "address-not-public",
        "not-connected",
        "timeout",
        "broken-off",
        "http-status",
        "too-large",
        "no-certificate",
        "aborted",
    ]),
    detail: schemas/* string */.YjP().optional(),
    limit: schemas/* int */.Whr().nonnegative().optional(),
    certificates: schemas/* array */.YOg(schemas/* string */.YjP()),
    seconds,
});
const serverLookup = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
    lookup: mxHost,
    ...doubt,
    privateAddressesAllowed: schemas/* boolean */.zMY(),
    seconds,
});
const detour = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    port: schemas/* int */.Whr(),
    to: mxHost,
    toPort: schemas/* int */.Whr(),
    ...doubt,
});
const zoneLine = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    address: schemas/* string */.YjP().optional(),
    file: schemas/* string */.YjP(),
    line: schemas/* int */.Whr().positive(),
});
const policyFetch = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    outcome: schemas/* enum */.k5n([
        "answered",
        "name-failed",
        "no-address",
        "address-not-public",
        "not-connected",
        "tls-failed",
        "not-authenticated",
        "timeout",
        "broken-off",
        "too-large",
        "aborted",
    ]),
    detail: schemas/* string */.YjP().optional(),
    limit: schemas/* int */.Whr().nonnegative().optional(),
    a: dnsAnswer.optional(),
    aaaa: dnsAnswer.optional(),
    address: schemas/* string */.YjP().optional(),
    connect: connectStep.optional(),
    tls: tlsHandshake.optional(),
    namesHost: schemas/* boolean */.zMY().optional(),
    status: schemas/* int */.Whr().optional(),
    contentType: schemas/* string */.YjP().optional(),
    contentEncoding: schemas/* string */.YjP().optional(),
    location: schemas/* string */.YjP().optional(),
    body: schemas/* string */.YjP().optional(),
    seconds,
});
const mtaStsObservation = schemas/* strictObject */.rej({
    record: dnsAnswer,
    fetch: policyFetch.optional(),
    file: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), text: schemas/* string */.YjP() }).optional(),
    seconds,
});
const tlsRptObservation = schemas/* strictObject */.rej({
    record: dnsAnswer,
    destinations: schemas/* array */.YOg(schemas/* strictObject */.rej({
        scheme: schemas/* enum */.k5n(["mailto", "https"]),
        host: schemas/* string */.YjP(),
        mx: dnsAnswer.optional(),
        a: dnsAnswer.optional(),
        aaaa: dnsAnswer.optional(),
    })),
    seconds,
});
const hostService = schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    port: schemas/* int */.Whr(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
});
const domainObservation = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["domain", "server"]),
    source: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr() }).optional(),
    lines: schemas/* array */.YOg(zoneLine).optional(),
    mx: mxObservation.optional(),
    server: serverLookup.optional(),
    detours: schemas/* array */.YOg(detour).optional(),
    mtaSts: mtaStsObservation.optional(),
    tlsRpt: tlsRptObservation.optional(),
    endpoints: schemas/* array */.YOg(schemas/* string */.YjP()),
    elsewhere: schemas/* array */.YOg(hostService).optional(),
    owner: schemas/* int */.Whr().positive().optional(),
    run: runIndex.optional(),
});
const zoneTrouble = schemas/* strictObject */.rej({
    reason: schemas/* enum */.k5n(zone_troubles/* ZONE_TROUBLE_REASONS */.l),
    servers: schemas/* array */.YOg(schemas/* string */.YjP()),
    file: schemas/* string */.YjP(),
    line: schemas/* int */.Whr().positive(),
    about: schemas/* string */.YjP().optional(),
    count: schemas/* int */.Whr().positive(),
});
const zoneFile = schemas/* strictObject */.rej({
    file: schemas/* string */.YjP(),
    zone: schemas/* string */.YjP().optional(),
    namedBy: schemas/* enum */.k5n(["zone-files", "file name", "$ORIGIN", "SOA"]).optional(),
    troubles: schemas/* array */.YOg(zoneTrouble),
});
const targetNote = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["policy-targets", "zones-without-mx", "live-dns"]),
    names: schemas/* array */.YOg(schemas/* string */.YjP()),
    count: schemas/* int */.Whr().positive(),
    position: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().positive() }).optional(),
});
const associationData = schemas/* strictObject */.rej({ full: schemas/* string */.YjP(), sha256: schemas/* string */.YjP(), sha512: schemas/* string */.YjP() });
const daneKeyFile = schemas/* strictObject */.rej({
    file: schemas/* string */.YjP(),
    keys: schemas/* array */.YOg(schemas/* strictObject */.rej({
        line: schemas/* int */.Whr().positive(),
        certificate: associationData.optional(),
        publicKey: associationData,
        dnsNames: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    })),
});
const environment = schemas/* strictObject */.rej({
    heloName: schemas/* string */.YjP(),
    resolver: schemas/* string */.YjP(),
    dnssec: dnssecControl.optional(),
    route: schemas/* string */.YjP(),
    privateAddressesAllowed: schemas/* boolean */.zMY(),
    trustStores: schemas/* array */.YOg(schemas/* strictObject */.rej({
        store: schemas/* string */.YjP(),
        certificates: schemas/* int */.Whr(),
        file: schemas/* string */.YjP().optional(),
    })),
});
const shardFacts = schemas/* strictObject */.rej({
    index: schemas/* int */.Whr().positive(),
    of: schemas/* int */.Whr().positive().max(text_bounds/* MOST_SHARDS */.Y),
    plan: schemas/* string */.YjP(),
    subjects: schemas/* int */.Whr().nonnegative(),
});
const politenessBound = schemas/* strictObject */.rej({
    operator: schemas/* string */.YjP(),
    endpoints: schemas/* int */.Whr().positive(),
    atOnce: schemas/* int */.Whr().positive(),
    seconds,
    secondsLeft: seconds,
});
const surroundings = {
    started: datetime(),
    finished: datetime(),
    ended: schemas/* enum */.k5n(["interrupted", "deadline", "cut-off"]).optional(),
    absent: schemas/* int */.Whr().nonnegative().optional(),
    shard: shardFacts.optional(),
    environment,
    checks: schemas/* array */.YOg(schemas/* string */.YjP()),
    politeness: schemas/* array */.YOg(politenessBound).optional(),
    egress: schemas/* array */.YOg(egressObservation).optional(),
    issuers: schemas/* record */.g1P(schemas/* string */.YjP(), issuerFetch).optional(),
    zoneFiles: schemas/* array */.YOg(zoneFile).optional(),
    daneKeys: schemas/* array */.YOg(daneKeyFile).optional(),
    targetNotes: schemas/* array */.YOg(targetNote).optional(),
};
const runFacts = schemas/* strictObject */.rej(surroundings);
const observations = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("mx-gate/observations/v1"),
    ...surroundings,
    domains: schemas/* array */.YOg(domainObservation),
    endpoints: schemas/* record */.g1P(schemas/* string */.YjP(), endpointObservation),
    certificates: schemas/* record */.g1P(schemas/* string */.YjP(), certificateFacts),
    runs: schemas/* array */.YOg(runFacts).optional(),
});

// EXTERNAL MODULE: ./lib/judge/checks/all.js + 28 modules
var checks_all = __webpack_require__(9024);
// EXTERNAL MODULE: ./lib/judge/report.js
var report = __webpack_require__(6221);
;// CONCATENATED MODULE: ./lib/judge/schemas/report.js




const safeText = schemas/* string */.YjP().brand();
const filePosition = schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().positive() });
const checkId = schemas/* enum */.k5n(checks_all/* CHECK_IDS */.Sh);
const verdict = schemas/* enum */.k5n(report/* VERDICTS */.bk);
const result = schemas/* enum */.k5n(["pass", "warn", "fail", "inconclusive", "skip"]);
const severity = schemas/* enum */.k5n(["notice", "warning", "error", "inconclusive"]);
const gate = schemas/* enum */.k5n(["open", "closed"]);
const finding = schemas/* strictObject */.rej({
    code: schemas/* string */.YjP(),
    severity,
    message: safeText,
    host: safeText.optional(),
    address: schemas/* string */.YjP().optional(),
    expected: safeText.optional(),
    actual: safeText.optional(),
    evidence: safeText.optional(),
    remedy: safeText,
    alternatives: schemas/* array */.YOg(schemas/* strictObject */.rej({ label: safeText, text: safeText })).optional(),
    confirm: safeText.optional(),
    senders: safeText.optional(),
    reference: schemas/* string */.YjP().optional(),
    resultType: schemas/* string */.YjP().optional(),
    policy: filePosition.optional(),
    waived: schemas/* strictObject */.rej({ reason: safeText, until: schemas/* string */.YjP() }).optional(),
    off: schemas/* boolean */.zMY().optional(),
    loweredFrom: severity.optional(),
    known: schemas/* boolean */.zMY().optional(),
});
const placedFinding = finding.extend({
    domain: safeText.optional(),
    check: checkId.optional(),
    port: schemas/* int */.Whr().optional(),
});
const checkFacts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([safeText, schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* array */.YOg(safeText)]));
const check = schemas/* strictObject */.rej({
    check: checkId,
    verdict,
    seconds: schemas/* number */.aig().nonnegative(),
    summary: safeText,
    facts: checkFacts.optional(),
    findings: schemas/* array */.YOg(finding),
});
const endpointReport = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    address: schemas/* string */.YjP(),
    port: schemas/* int */.Whr(),
    run: schemas/* int */.Whr().nonnegative().optional(),
    result,
    score: schemas/* int */.Whr().min(0).max(100).nullable(),
    connections: schemas/* int */.Whr().nonnegative(),
    secondLooks: schemas/* array */.YOg(schemas/* string */.YjP()),
    passedAfter: schemas/* number */.aig().optional(),
    checks: schemas/* array */.YOg(check),
});
const serverReport = schemas/* strictObject */.rej({
    host: safeText,
    preference: schemas/* int */.Whr().nullable(),
    result,
    score: schemas/* int */.Whr().min(0).max(100).nullable(),
    endpoints: schemas/* array */.YOg(endpointReport),
    elsewhere: schemas/* literal */.euz(true).optional(),
});
const reach = schemas/* strictObject */.rej({
    endpoints: schemas/* int */.Whr(),
    connected: schemas/* int */.Whr(),
    accepting: schemas/* int */.Whr(),
    refusing: schemas/* int */.Whr().optional(),
    unseen: schemas/* int */.Whr().optional(),
    encrypted: schemas/* int */.Whr(),
    authenticated: schemas/* int */.Whr(),
    dane: schemas/* int */.Whr().optional(),
    mtaSts: schemas/* int */.Whr().optional(),
});
const domainReport = schemas/* strictObject */.rej({
    name: safeText,
    rawName: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["domain", "server"]),
    source: filePosition.optional(),
    result,
    score: schemas/* int */.Whr().min(0).max(100).nullable(),
    partial: schemas/* boolean */.zMY(),
    reach,
    reachSummary: safeText,
    checks: schemas/* array */.YOg(check),
    servers: schemas/* array */.YOg(serverReport),
});
const counts = schemas/* strictObject */.rej({
    pass: schemas/* int */.Whr(),
    warn: schemas/* int */.Whr(),
    fail: schemas/* int */.Whr(),
    inconclusive: schemas/* int */.Whr(),
    waived: schemas/* int */.Whr(),
    skip: schemas/* int */.Whr(),
});
const settingInForce = schemas/* strictObject */.rej({
    value: schemas/* unknown */.L5J(),
    from: schemas/* enum */.k5n(["default", "input", "file"]),
    line: schemas/* int */.Whr().positive().optional(),
});
const policyInForce = schemas/* strictObject */.rej({
    file: schemas/* string */.YjP().nullable(),
    sha256: schemas/* string */.YjP().optional(),
    overrides: schemas/* int */.Whr(),
    waivers: schemas/* int */.Whr(),
    settings: schemas/* record */.g1P(schemas/* string */.YjP(), settingInForce),
});
const report_report = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("mx-gate/report/v1"),
    tool: schemas/* strictObject */.rej({ name: schemas/* literal */.euz("mx-gate"), version: schemas/* string */.YjP() }),
    started: datetime(),
    finished: datetime(),
    judgedAt: datetime(),
    result,
    gate,
    gateSummary: safeText,
    score: schemas/* int */.Whr().min(0).max(100).nullable(),
    partial: schemas/* boolean */.zMY(),
    counts,
    policy: policyInForce,
    environment: schemas/* strictObject */.rej({
        heloName: safeText,
        resolver: safeText,
        route: safeText,
        trustStores: schemas/* array */.YOg(safeText),
        dnssec: safeText.optional(),
        zones: schemas/* array */.YOg(safeText).optional(),
    }),
    findings: schemas/* array */.YOg(placedFinding),
    baseline: schemas/* strictObject */.rej({
        file: schemas/* string */.YjP(),
        new: schemas/* int */.Whr(),
        known: schemas/* int */.Whr(),
        fixed: schemas/* array */.YOg(schemas/* strictObject */.rej({
            domain: safeText,
            host: safeText.optional(),
            port: schemas/* int */.Whr().optional(),
            check: schemas/* string */.YjP(),
            code: schemas/* string */.YjP(),
        })),
    })
        .optional(),
    domains: schemas/* array */.YOg(domainReport),
    observations: observations,
});

;// CONCATENATED MODULE: ./lib/recorded/lines.js



const count = schemas/* int */.Whr().nonnegative();
const { finished, ended, absent, politeness, egress, issuers, zoneFiles, daneKeys, targetNotes, shard, started, checks, } = observations.shape;
const headerLine = schemas/* strictObject */.rej({
    record: schemas/* literal */.euz("header"),
    schema: schemas/* literal */.euz("mx-gate/recording/v1"),
    tool: report_report.shape.tool,
    started,
    checks,
    policy: policyInForce,
    environment: environment,
    subjects: count,
    shard,
});
const certificateLine = schemas/* strictObject */.rej({
    record: schemas/* literal */.euz("certificate"),
    sha256: schemas/* string */.YjP(),
    certificate: certificateFacts,
});
const endpointLine = schemas/* strictObject */.rej({
    record: schemas/* literal */.euz("endpoint"),
    endpoint: endpointObservation,
});
const domainLine = schemas/* strictObject */.rej({
    record: schemas/* literal */.euz("domain"),
    index: count,
    domain: domainObservation,
});
const runLine = schemas/* strictObject */.rej({ record: schemas/* literal */.euz("run"), run: runFacts });
const endLine = schemas/* strictObject */.rej({
    record: schemas/* literal */.euz("end"),
    finished,
    ended,
    absent,
    environment: environment,
    politeness,
    egress,
    issuers,
    zoneFiles,
    daneKeys,
    targetNotes,
    domains: count,
    endpoints: count,
    certificates: count,
});
const recordingLine = schemas/* discriminatedUnion */.gMt("record", [
    headerLine,
    certificateLine,
    endpointLine,
    domainLine,
    runLine,
    endLine,
]);

;// CONCATENATED MODULE: ./lib/recorded/depth.js
const SETTING_DEPTH = 16;
function nestedDeeper(value, levels) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > levels)
            return true;
        level = level.flatMap((each) => typeof each === "object" && each !== null ? Object.values(each) : []);
    }
    return false;
}

// EXTERNAL MODULE: ./lib/observe/smtp/line-table.js
var line_table = __webpack_require__(6230);
// EXTERNAL MODULE: ./lib/text/memory.js
var memory = __webpack_require__(9680);
;// CONCATENATED MODULE: ./lib/recorded/sharing.js




const NONE = [];
class Sharing {
    #texts = new memory/* Memory */.c(bounds/* REMEMBERED_RECORDED_TEXTS */.pP, bounds/* REMEMBERED_TEXT_LENGTH */.We);
    #lines = new line_table/* LineTable */.l();
    #replies = new memory/* Memory */.c(bounds/* REMEMBERED_TEXTS */.ot, bounds/* REMEMBERED_TEXT_LENGTH */.We);
    #extensions = new memory/* Memory */.c(bounds/* REMEMBERED_TEXTS */.ot, bounds/* REMEMBERED_TEXT_LENGTH */.We);
    #hosts = new Map();
    #compared = [];
    endpoint(endpoint) {
        this.#within(endpoint);
        for (const connection of endpoint.connections) {
            const { transcript, ehlo, helo, ehloInTls } = connection;
            for (const [index, { at, mark, text }] of transcript.entries())
                transcript[index] = this.#lines.line(at, mark, text);
            for (const { reply } of stepsOf(connection))
                if (reply !== undefined)
                    reply.lines = this.#repliedBefore(reply.lines);
            for (const hello of [ehlo, helo, ehloInTls])
                if (hello !== undefined)
                    hello.extensions = this.#extendedBefore(hello.extensions);
        }
    }
    domain(domain) {
        this.#within(domain);
        const hosts = domain.mx?.hosts ?? [];
        for (const [index, host] of hosts.entries()) {
            const known = this.#hosts.get(host.host);
            if (known !== undefined && this.#same(known, host))
                hosts[index] = known;
            else
                this.#hosts.set(host.host, host);
        }
    }
    #repliedBefore(lines) {
        const known = this.#replies.recall(lines[0] ?? "", () => lines);
        return this.#same(known, lines) ? known : lines;
    }
    #extendedBefore(extensions) {
        return extensions.length === 0
            ? extensions
            : this.#extensions.recall(JSON.stringify(extensions), () => extensions);
    }
    #within(value) {
        if (Array.isArray(value)) {
            const items = value;
            for (let index = 0; index < items.length; index++)
                items[index] = this.#known(items[index]);
            return;
        }
        const members = value;
        for (const name in members) {
            const member = members[name];
            if (typeof member === "string" || typeof member === "object")
                members[name] = this.#known(member);
        }
    }
    #known(value) {
        if (typeof value === "string")
            return this.#texts.get(value) ?? this.#texts.recall(value, () => value);
        if (typeof value !== "object" || value === null)
            return value;
        if (Array.isArray(value) && value.length === 0)
            return NONE;
        this.#within(value);
        return value;
    }
    #same(a, b) {
        if (a === b)
            return true;
        if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
            return false;
        if (Array.isArray(a) || Array.isArray(b)) {
            if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length)
                return false;
            return a.every((item, index) => this.#same(item, b[index]));
        }
        const [one, other] = [a, b];
        const names = this.#compared;
        const start = names.length;
        for (const name in one)
            names.push(name);
        let at = start;
        let alike = true;
        for (const name in other)
            alike = alike && name === names[at++] && this.#same(one[name], other[name]);
        alike = alike && at === names.length;
        names.length = start;
        return alike;
    }
}

;// CONCATENATED MODULE: ./lib/recorded/reading.js











const NOT_A_RECORDING = "This is not a recording of MX Gate (mx-gate/recording/v1).";
function* readingRecording(lines, file) {
    const recording = new Reading(file);
    for (const line of lines) {
        recording.take(line);
        yield;
    }
    const { header, observations } = yield* recording.whole();
    return { observations, tool: header.tool, settings: header.policy.settings };
}
class Reading {
    #file;
    #line = 0;
    #header;
    #end;
    #endpoints = new Map();
    #domains = new Map();
    #certificates = new Map();
    #runs = [];
    #sharing = new Sharing();
    constructor(file) {
        this.#file = file;
    }
    take(text) {
        this.#line += 1;
        if (text.trim() === "")
            return;
        if (this.#end !== undefined)
            this.#refuse("It goes on behind its end: one file has one recording.");
        const line = this.#parse(text);
        if (line === undefined)
            return;
        if (line.record === "header") {
            if (this.#header !== undefined)
                this.#refuse("This is a second header: one file has one recording.");
            if (Object.values(line.policy.settings).some(({ value }) => nestedDeeper(value, SETTING_DEPTH)))
                this.#refuse(`${NOT_A_RECORDING} A setting of its header is nested too deeply.`);
            this.#header = line;
        }
        else if (this.#header === undefined)
            this.#refuse(`${NOT_A_RECORDING} Its first line is not the header.`);
        else
            this.#keep(line, this.#header);
    }
    #keep(line, { subjects }) {
        switch (line.record) {
            case "certificate":
                this.#certificates.set(line.sha256, line.certificate);
                return;
            case "endpoint":
                this.#sharing.endpoint(line.endpoint);
                this.#endpoints.set((0,observation/* observationKey */.oL)(line.endpoint), line.endpoint);
                return;
            case "domain":
                if (line.index >= subjects)
                    this.#refuse(`${NOT_A_RECORDING} This is domain ${String(line.index)} of ${String(subjects)}.`);
                this.#sharing.domain(line.domain);
                this.#domains.set(line.index, line.domain);
                return;
            case "run":
                this.#runs.push(line.run);
                return;
            case "end":
                this.#end = line;
        }
    }
    #parse(text) {
        let json;
        try {
            json = JSON.parse(text);
        }
        catch {
            if (!text.endsWith("\n") && this.#header !== undefined)
                return undefined;
            this.#refuse("This is not valid JSON.");
        }
        if (formOf(recordingLine)(json))
            return json;
        const parsed = recordingLine.safeParse(json);
        if (parsed.success && !hidesMember(json))
            return json;
        const [first] = parsed.error?.issues ?? [HIDDEN];
        const place = first === undefined || first.path.length === 0
            ? ""
            : ` At ${errors/* toDotPath */.sR(first.path)}: ${first.message}.`;
        this.#refuse(`${NOT_A_RECORDING}${place}`);
    }
    *whole() {
        const header = this.#header;
        if (header === undefined) {
            this.#line = 0;
            this.#refuse(`${NOT_A_RECORDING} It is empty.`);
        }
        const end = this.#end;
        if (end !== undefined)
            this.#count(end, header);
        const observations = this.#observations(header, end);
        const strange = yield* findingInconsistency(observations);
        if (strange !== undefined) {
            this.#line = 0;
            this.#refuse(`${NOT_A_RECORDING} ${strange}`);
        }
        yield* boundingRecorded(observations, this.#file);
        return { header, observations };
    }
    #count(end, { subjects, shard }) {
        const found = {
            domains: this.#domains.size,
            endpoints: this.#endpoints.size,
            certificates: this.#certificates.size,
        };
        for (const what of ["domains", "endpoints", "certificates"]) {
            if (end[what] === found[what])
                continue;
            this.#refuse(`The file is not whole: by its end it has ${String(end[what])} ${what}, and ${String(found[what])} are there.`);
        }
        const missing = subjects - found.domains - (end.absent ?? 0);
        if (shard === undefined && missing > 0) {
            this.#refuse(`The file is not whole: the run was for ${(0,plural/* plural */.LS)(subjects, "domain or server", "domains and servers")}, of which the file lacks ${String(missing)}.`);
        }
    }
    #observations(header, end) {
        const domains = [...this.#domains].sort(([a], [b]) => a - b).map(([, domain]) => domain);
        const named = new Set(domains.flatMap(({ endpoints, run }) => endpoints.map((key) => (run === undefined ? key : `${key}#${String(run)}`))));
        const endpoints = sorted(this.#endpoints).filter(([key]) => named.has(key));
        const { record: _record, domains: _domains, endpoints: _endpoints, certificates: _certificates, ...ends } = end ?? this.#cutOff(header);
        return {
            schema: "mx-gate/observations/v1",
            started: header.started,
            ...ends,
            ...(header.shard !== undefined && { shard: header.shard }),
            checks: header.checks,
            domains,
            endpoints: Object.fromEntries(endpoints),
            certificates: Object.fromEntries(sorted(this.#certificates)),
            ...(this.#runs.length > 0 && { runs: this.#runs }),
        };
    }
    #cutOff({ started, environment, subjects, shard }) {
        return {
            record: "end",
            finished: started,
            ended: "cut-off",
            absent: shard === undefined ? subjects - this.#domains.size : 0,
            environment,
            domains: this.#domains.size,
            endpoints: this.#endpoints.size,
            certificates: this.#certificates.size,
        };
    }
    #refuse(message) {
        const line = this.#line > 0 ? { line: this.#line } : {};
        throw new configuration_error/* ConfigurationError */.j1([{ file: this.#file, ...line, message }]);
    }
}
function sorted(map) {
    return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
;// CONCATENATED MODULE: ./lib/recorded/former-report.js


function membersOf(value) {
    return typeof value === "object" && value !== null ? value : {};
}
function listOf(parent, name) {
    const list = parent[name];
    return Array.isArray(list) ? list.map(membersOf) : [];
}
function addKeys(json) {
    const report = membersOf(json);
    const domains = listOf(report, "domains");
    if (domains.every((domain) => "rawName" in domain))
        return;
    const observed = membersOf(report["observations"]);
    const names = new Map();
    for (const { name } of listOf(observed, "domains")) {
        if (typeof name === "string")
            names.set((0,quote/* quoteName */.AB)(name), name);
    }
    const keys = new Map();
    for (const endpoint of Object.values(membersOf(observed["endpoints"])).map(membersOf)) {
        const { host, address, port, tlsMode } = endpoint;
        if (typeof host !== "string" || typeof address !== "string" || typeof port !== "number")
            continue;
        const place = placeOf((0,quote/* quote */.hD)(host, 255), endpoint);
        const mode = tlsMode === "implicit" ? "implicit" : "starttls";
        if (!keys.has(place))
            keys.set(place, (0,observation/* endpointKey */.r4)({ host, address, port, tlsMode: mode }));
    }
    for (const domain of domains) {
        domain["rawName"] ??= names.get(domain["name"]);
        for (const server of listOf(domain, "servers")) {
            for (const endpoint of listOf(server, "endpoints")) {
                endpoint["key"] ??= keys.get(placeOf(server["host"], endpoint));
            }
        }
    }
}
function placeOf(host, { address, port, run }) {
    return JSON.stringify([host, address, port, run]);
}

;// CONCATENATED MODULE: ./lib/recorded/json-pieces.js
const PIECE = 500_000;
const LONG_LEVELS = 32;
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /[^\s,\]}]+/y;
function* parsingJson(text, piece = PIECE) {
    const pieces = new Pieces(text, piece);
    const value = yield* pieces.value(0);
    if (!pieces.atEnd)
        throw new SyntaxError("something stands behind the value");
    return value;
}
class Pieces {
    #text;
    #piece;
    #at = 0;
    constructor(text, piece) {
        this.#text = text;
        this.#piece = piece;
        this.#skipSpace();
    }
    get atEnd() {
        return this.#at === this.#text.length;
    }
    *value(level) {
        const end = this.#endOfValue();
        if (end !== undefined)
            return this.#parse(end);
        if (level === LONG_LEVELS)
            throw new SyntaxError("nested too deeply");
        if (this.#takes("[")) {
            const items = [];
            if (this.#takes("]"))
                return items;
            do
                items.push(yield* this.#next(level));
            while (this.#takes(","));
            this.#demand("]");
            return items;
        }
        this.#demand("{");
        const members = [];
        if (this.#takes("}"))
            return {};
        do
            members.push([this.#key(), yield* this.#next(level)]);
        while (this.#takes(","));
        this.#demand("}");
        return Object.fromEntries(members);
    }
    *#next(level) {
        const value = yield* this.value(level + 1);
        yield;
        return value;
    }
    #key() {
        if (this.#text[this.#at] !== '"')
            throw new SyntaxError("a key is missing");
        const key = this.#parse(this.#endOfString(this.#at));
        this.#demand(":");
        return key;
    }
    #parse(end) {
        const value = JSON.parse(this.#text.slice(this.#at, end));
        this.#at = end;
        this.#skipSpace();
        return value;
    }
    #takes(mark) {
        if (this.#text[this.#at] !== mark)
            return false;
        this.#at += 1;
        this.#skipSpace();
        return true;
    }
    #demand(mark) {
        if (!this.#takes(mark))
            throw new SyntaxError(`${mark} is missing`);
    }
    #skipSpace() {
        SPACE.lastIndex = this.#at;
        SPACE.test(this.#text);
        this.#at = SPACE.lastIndex;
    }
    #endOfValue() {
        const text = this.#text;
        const first = text[this.#at];
        if (first === '"')
            return this.#endOfString(this.#at);
        if (first !== "[" && first !== "{") {
            SCALAR.lastIndex = this.#at;
            if (!SCALAR.test(text))
                throw new SyntaxError("a value is missing");
            return SCALAR.lastIndex;
        }
        let depth = 0;
        for (let at = this.#at; at <= this.#at + this.#piece; at++) {
            switch (text[at]) {
                case '"':
                    at = this.#endOfString(at) - 1;
                    break;
                case "[":
                case "{":
                    depth++;
                    break;
                case "]":
                case "}":
                    depth--;
                    if (depth === 0)
                        return at + 1;
                    break;
                default:
                    if (at >= text.length)
                        throw new SyntaxError("the end is missing");
            }
        }
        return undefined;
    }
    #endOfString(start) {
        const text = this.#text;
        for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            let before = quote;
            while (text[before - 1] === "\\")
                before--;
            if ((quote - before) % 2 === 0)
                return quote + 1;
        }
        throw new SyntaxError("a quote is missing");
    }
}

;// CONCATENATED MODULE: ./lib/recorded/report.js












const LONG_PARTS = [
    { path: ["findings"], each: report_report.shape.findings.element },
    { path: ["domains"], each: report_report.shape.domains.element },
    { path: ["observations", "domains"], each: observations.shape.domains.element },
    { path: ["observations", "endpoints"], each: observations.shape.endpoints.valueType },
    { path: ["observations", "certificates"], each: observations.shape.certificates.valueType },
];
function parseReport(text, file) {
    return atOnce(parsingReport(text, file));
}
function* parsingReport(text, file) {
    let json;
    try {
        json = yield* parsingJson(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new configuration_error/* ConfigurationError */.j1([{ file, message: "This is not valid JSON." }]);
    }
    yield;
    addKeys(json);
    yield;
    const issue = yield* checking(json);
    if (issue !== undefined) {
        const place = issue.path.length === 0 ? "" : ` At ${errors/* toDotPath */.sR(issue.path)}: ${issue.message}.`;
        throw new configuration_error/* ConfigurationError */.j1([{ file, message: `${NOT_OURS}${place}` }]);
    }
    const written = json;
    if (Object.values(written.policy.settings).some(({ value }) => nestedDeeper(value, SETTING_DEPTH)))
        throw new configuration_error/* ConfigurationError */.j1([{ file, message: `${NOT_OURS} A setting is nested too deeply.` }]);
    const strange = yield* findingInconsistency(written.observations);
    if (strange !== undefined)
        throw new configuration_error/* ConfigurationError */.j1([{ file, message: `${NOT_OURS} ${strange}` }]);
    written.findings = written.findings.filter(({ domain }) => domain === undefined);
    yield* boundingRecorded(written.observations, file);
    return written;
}
function* checking(json) {
    const shell = shellOf(json);
    const whole = issueOf(report_report, shell);
    if (whole !== undefined)
        return whole;
    for (const { path, each } of LONG_PARTS) {
        yield;
        const part = path.reduce((value, name) => membersOf(value)[name], json);
        const form = formOf(each);
        for (const [key, item] of Object.entries(membersOf(part))) {
            const first = form(item) ? undefined : issueOf(each, item);
            const at = Array.isArray(part) ? Number(key) : key;
            if (first !== undefined)
                return { ...first, path: [...path, at, ...first.path] };
            yield;
        }
    }
    return undefined;
}
function issueOf(schema, value) {
    const first = schema.safeParse(value).error?.issues[0];
    return first ?? (hidesMember(value) ? HIDDEN : undefined);
}
function shellOf(json) {
    return LONG_PARTS.reduce((copy, { path }) => emptied(copy, path), json);
}
function emptied(value, [name, ...further]) {
    if (typeof value !== "object" || value === null)
        return value;
    if (name === undefined)
        return Array.isArray(value) ? [] : {};
    return { ...value, [name]: emptied(membersOf(value)[name], further) };
}

// EXTERNAL MODULE: ./lib/system/files.js
var files = __webpack_require__(1870);
// EXTERNAL MODULE: ./lib/config/bounds.js
var config_bounds = __webpack_require__(1137);
;// CONCATENATED MODULE: ./lib/config/recorded-file.js






const BOUNDS = { line: config_bounds/* RECORDING_LINE_OCTETS */.is, octets: config_bounds/* RECORDING_OCTETS */.dM, lines: config_bounds/* RECORDING_LINES */.ai };
function* readingRecorded(file, { readFile, readLines }, octets = Infinity) {
    try {
        if ((0,recording/* isRecording */.k3)(file)) {
            const lines = readLines(file, BOUNDS);
            return lines === undefined ? undefined : yield* readingRecording(lines, file);
        }
        const text = readFile(file, octets);
        if (text === undefined)
            return undefined;
        const report = yield* parsingReport(text, file);
        return { observations: report.observations, tool: report.tool, settings: report.policy.settings, report };
    }
    catch (error) {
        if (error instanceof configuration_error/* ConfigurationError */.j1)
            throw error;
        const reason = (0,files/* failureReason */.Hr)(error);
        if (reason === undefined)
            throw error;
        throw new configuration_error/* ConfigurationError */.j1([{ message: `${file} cannot be read: ${reason}.` }]);
    }
}


/***/ })

};
