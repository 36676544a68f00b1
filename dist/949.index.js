export const id = 949;
export const ids = [949];
export const modules = {

/***/ 1949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FILE_NAMES: () => (/* binding */ FILE_NAMES),
  readPolicyFile: () => (/* binding */ readPolicyFile),
  readingPolicyFile: () => (/* binding */ readingPolicyFile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/system/steps.js
var steps = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/text/host-name.js
var host_name = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 13 modules
var registry = __webpack_require__(9161);
// EXTERNAL MODULE: ./lib/text/configuration-error.js
var configuration_error = __webpack_require__(9386);
// EXTERNAL MODULE: ./lib/config/reading.js
var reading = __webpack_require__(8618);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/config/bounds.js
var bounds = __webpack_require__(1137);
;// CONCATENATED MODULE: ./lib/config/policy/yaml-depth.js


class Nesting {
    #offset = 0;
    #lineStart = 0;
    #flow = 0;
    #blocks = [];
    #opens = true;
    #isText = false;
    #nodes = 0;
    get nodes() {
        return this.#nodes;
    }
    get offset() {
        return this.#offset;
    }
    isTooDeepAt(token) {
        const type = this.#isText ? null : dist/* CST */.DB.tokenType(token);
        this.#isText = type === "scalar";
        if (type !== null && NODES.has(type))
            this.#nodes++;
        if (type === "flow-seq-start" || type === "flow-map-start")
            this.#flow++;
        else if (type === "flow-seq-end" || type === "flow-map-end")
            this.#flow = Math.max(0, this.#flow - 1);
        else if (this.#flow === 0 && this.#opens && type !== null && !BETWEEN.has(type)) {
            const column = this.#offset - this.#lineStart;
            while ((this.#blocks.at(-1) ?? -1) >= column)
                this.#blocks.pop();
            this.#blocks.push(column);
            this.#opens = type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind";
        }
        if (this.#flow + this.#blocks.length > 2 * bounds/* POLICY_DEPTH */.pW)
            return true;
        if (type !== null && MARKS.has(type))
            return false;
        this.#offset += token.length;
        const newline = token.lastIndexOf("\n");
        if (newline < 0)
            return false;
        this.#lineStart = this.#offset - (token.length - newline - 1);
        this.#opens = true;
        return false;
    }
}
const MARKS = new Set(["scalar", "doc-mode", "flow-error-end"]);
const NODES = new Set([
    "directive-line",
    "doc-start",
    "doc-end",
    "flow-seq-end",
    "flow-map-end",
    "scalar",
    "single-quoted-scalar",
    "double-quoted-scalar",
    "alias",
    "flow-seq-start",
    "flow-map-start",
    "seq-item-ind",
    "map-value-ind",
]);
const BETWEEN = new Set(["space", "newline", "comment", "doc-mode", "byte-order-mark"]);

;// CONCATENATED MODULE: ./lib/config/policy/yaml-errors.js
const SYNTAX = {
    ALIAS_PROPS: "An alias (*) takes no anchor and no tag. Take them out.",
    BAD_ALIAS: "An alias or anchor (* or &) has a name that is not allowed here. Use letters and digits.",
    BAD_COLLECTION_TYPE: "A tag stands before a value that it does not fit. Take the tag out.",
    BAD_DIRECTIVE: "This is not a directive of YAML. Take the line out.",
    BAD_DQ_ESCAPE: "This escape is not one of YAML's. Use single quotes, in which a backslash is itself.",
    BAD_INDENT: "The lines of this value are not indented alike, or a closing bracket is missing or not indented.",
    BAD_PROP_ORDER: "Anchors and tags stand behind the dash or the colon. Move this one there.",
    BAD_SCALAR_START: "A word cannot begin with this character in YAML. Put the word in quotes.",
    BLOCK_AS_IMPLICIT_KEY: "A second key stands on this line. Put it on a line of its own.",
    BLOCK_IN_FLOW: "Within brackets, write lists as [a, b] and mappings as { a: b }.",
    DUPLICATE_KEY: "This key is set twice. Keep one.",
    IMPOSSIBLE: "This is not valid YAML.",
    KEY_OVER_1024_CHARS: "This key is longer than 1024 characters.",
    MISSING_CHAR: "A character is missing here: a colon, a comma, a quote, a bracket or a space.",
    MULTILINE_IMPLICIT_KEY: "A key stands on one line, with its colon.",
    MULTIPLE_ANCHORS: "A value has one anchor (&) at most. Take the others out.",
    MULTIPLE_DOCS: "A second document begins here (---). A policy file is one document.",
    MULTIPLE_TAGS: "This is a tag (!); a policy file knows none. Take it out.",
    NON_STRING_KEY: "A key must be a word.",
    RESOURCE_EXHAUSTION: "The file is nested too deeply.",
    TAB_AS_INDENT: "A tab stands where YAML takes spaces only. Indent with spaces.",
    TAG_RESOLVE_FAILED: "This is a tag (!); a policy file knows none. Take it out.",
    UNEXPECTED_TOKEN: "This is not expected here. Check the line's quotes, brackets and indentation.",
};

;// CONCATENATED MODULE: ./lib/config/policy/yaml.js






function placed({ part, message, }) {
    return { ...part.position, message };
}
function readYaml(text) {
    return atOnce(readingYaml(text));
}
function* readingYaml(text) {
    const start = { line: 1, column: 1 };
    if (text.length > bounds/* POLICY_CHARACTERS */.O_) {
        const message = `The file has ${String(text.length)} characters; at most ${String(bounds/* POLICY_CHARACTERS */.O_)} are read.`;
        return { root: undefined, problems: [{ ...start, message }] };
    }
    const lines = new dist/* LineCounter */.HN();
    lines.addNewLine(0);
    const tokens = [];
    const nesting = new Nesting();
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (nesting.isTooDeepAt(lexeme)) {
            const before = text.slice(0, nesting.offset).split("\n");
            const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
            return { root: undefined, problems: [{ ...position, message: "The file is nested too deeply." }] };
        }
        if (nesting.nodes > bounds/* POLICY_NODES */.Jg) {
            const message = `The file has more keys, values and lists than ${String(bounds/* POLICY_NODES */.Jg)}. Put long lists of domains into a file of domains-file.`;
            return { root: undefined, problems: [{ ...start, message }] };
        }
        tokens.push(...parser.next(lexeme));
        yield;
    }
    tokens.push(...parser.end());
    const documents = new dist/* Composer */.Dk({ uniqueKeys: false }).compose(tokens, true, text.length);
    const document = withoutStacks(() => documents.next().value);
    yield;
    if (document === undefined)
        return { root: undefined, problems: [] };
    const second = withoutStacks(() => documents.next().value);
    yield;
    const wrong = [...document.errors, ...document.warnings];
    if (second !== undefined)
        wrong.push({ code: "MULTIPLE_DOCS", pos: second.range });
    if (wrong.length > 0)
        return { root: undefined, problems: syntaxProblems(wrong, lines) };
    const reader = new Reader(lines);
    const root = document.contents === null ? undefined : yield* reader.read(document.contents, 0);
    if (reader.excess !== undefined)
        return { root: undefined, problems: [reader.excess] };
    return { root: root?.value === null ? undefined : root, problems: reader.problems };
}
function withoutStacks(work) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return work();
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
function syntaxProblems(errors, lines) {
    const byLine = new Map();
    for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
        const position = positionAt(lines, error.pos[0]);
        if (!byLine.has(position.line))
            byLine.set(position.line, { ...position, message: SYNTAX[error.code] });
    }
    return [...byLine.values()].slice(0, bounds/* POLICY_SYNTAX_PROBLEMS */.Ge);
}
function positionAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
}
class Reader {
    problems = [];
    #lines;
    #anchors = new Map();
    #unfolding = 0;
    #reported = new Set();
    excess;
    #values = 0;
    #aliases = 0;
    constructor(lines) {
        this.#lines = lines;
    }
    #positionOf(node) {
        return positionAt(this.#lines, node.range?.[0] ?? 0);
    }
    #problem(position, message) {
        const known = `${String(position.line)} ${message}`;
        if (this.#reported.has(known))
            return;
        this.#reported.add(known);
        this.problems.push({ ...position, message });
    }
    *read(node, depth) {
        const position = isNode(node) ? this.#positionOf(node) : { line: 1, column: 1 };
        const nothing = { position, value: null };
        if (this.excess !== undefined)
            return nothing;
        yield;
        this.#values++;
        if ((0,dist/* isAlias */.Vj)(node))
            this.#aliases++;
        if (depth > bounds/* POLICY_DEPTH */.pW || this.#values > bounds/* POLICY_VALUES */.uL || this.#aliases > bounds/* POLICY_ALIASES */.sb) {
            this.excess = {
                ...position,
                message: "The file is nested too deeply, or its aliases unfold to too much.",
            };
            return nothing;
        }
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = this.#anchors.get(node.source);
            if (target === undefined) {
                this.#problem(position, `${(0,configuration_error/* shown */.SP)(`*${node.source}`)} is not an anchor of this file. Write &${node.source} first.`);
                return nothing;
            }
            this.#unfolding++;
            const value = yield* this.read(target, depth + 1);
            this.#unfolding--;
            return { ...value, position };
        }
        this.#keepAnchor(node);
        if ((0,dist/* isScalar */.jn)(node))
            return { position, value: plainScalar(node.value) };
        if ((0,dist/* isSeq */.oP)(node)) {
            const items = [];
            for (const item of node.items)
                items.push(yield* this.read(item, depth + 1));
            return { position, value: items.map(({ value }) => value), items };
        }
        return (0,dist/* isMap */.jh)(node) ? yield* this.#readMap(node.items, position, depth) : nothing;
    }
    #keepAnchor(node) {
        if (this.#unfolding > 0 || !isNode(node) || (0,dist/* isAlias */.Vj)(node) || node.anchor === undefined)
            return;
        this.#anchors.set(node.anchor, node);
    }
    *#readMap(pairs, position, depth) {
        const entries = [];
        const seen = new Map();
        for (const { key, value } of pairs) {
            this.#keepAnchor(key);
            const at = isNode(key) ? this.#positionOf(key) : position;
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.source ?? key.value) : undefined;
            if (name === undefined) {
                this.#problem(at, "A key must be a word.");
                continue;
            }
            const before = seen.get(name);
            if (before !== undefined) {
                this.#problem(at, `${name} is set twice; line ${String(before.line)} has it already. Keep one.`);
                continue;
            }
            seen.set(name, at);
            entries.push({
                key: name,
                position: at,
                value: value === null ? { position: at, value: null } : yield* this.read(value, depth + 1),
            });
        }
        const value = Object.fromEntries(entries.map((entry) => [entry.key, entry.value.value]));
        return { position, value, entries };
    }
}
function isNode(node) {
    return (0,dist/* isAlias */.Vj)(node) || (0,dist/* isScalar */.jn)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isMap */.jh)(node);
}
function plainScalar(value) {
    if (typeof value === "bigint")
        return Number(value);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

// EXTERNAL MODULE: ./lib/config/policy/values.js
var values = __webpack_require__(7539);
// EXTERNAL MODULE: ./lib/config/settings.js + 1 modules
var settings = __webpack_require__(1202);
;// CONCATENATED MODULE: ./lib/config/policy/settings.js




function isPolicyName(name) {
    return Object.hasOwn(settings/* settings */.W0, name);
}
function* readingSettingEntries(entries, rules) {
    const values = {};
    const positions = new Map();
    const problems = [];
    for (const { key, position, value } of entries) {
        yield;
        if (!isPolicyName(key)) {
            problems.push({ ...position, message: `${key} is not a setting.${(0,configuration_error/* suggestion */.h)(key, rules.known)}` });
            continue;
        }
        const complaint = rules.complaint(key) ?? runComplaint(key);
        if (complaint !== undefined) {
            problems.push({ ...position, message: complaint });
            continue;
        }
        const read = (0,reading/* readValue */.w)(key, value);
        yield;
        if ("problems" in read) {
            problems.push(...read.problems.map(placed));
            continue;
        }
        const setting = settings/* settings */.W0[key];
        const refused = setting.fileProblem?.(read.value);
        if (refused !== undefined) {
            problems.push({ ...value.position, message: `${key}: ${refused}` });
            continue;
        }
        values[key] = read.value;
        positions.set(key, { file: rules.file, line: position.line });
        for (const [part, at] of partsOf(value)) {
            positions.set(`${key} ${part}`, { file: rules.file, line: at.position.line });
        }
    }
    return { values, positions, problems };
}
function isOfFile(name) {
    const { kind, inputOnly } = settings/* settings */.W0[name];
    return kind !== "run" && inputOnly !== true;
}
function runComplaint(name) {
    if (isOfFile(name))
        return undefined;
    if (settings/* settings */.W0[name].kind !== "run")
        return `${name} is what a run says to servers, and a pull request may edit this file. Set it as an input or option.`;
    return `${name} is about one run, and a pull request may edit this file. Set it as an input or option.`;
}
function* partsOf(value) {
    for (const entry of value.entries ?? [])
        yield [entry.key, { ...entry.value, position: entry.position }];
    for (const item of value.items ?? [])
        yield [String(item.value), item];
}

;// CONCATENATED MODULE: ./lib/config/policy/rules.js







const SCOPE_FIELDS = {
    domain: {
        schema: values/* patternList */.B2(),
        description: "Domains that it holds for: a name or a list; `*` stands for any run of characters, dots too.",
    },
    host: {
        schema: values/* patternList */.B2(),
        description: "MX hosts that it holds for: a name or a list; `*` stands for any run of characters, dots too.",
    },
};
const WAIVER_FIELDS = {
    code: { schema: values/* codeOf */.$N(registry/* CODES */.Lp), description: "The code that is let pass." },
    until: {
        schema: values/* day */.vd(),
        description: "Last day on which it is let pass, UTC, at most a year ahead: `2027-01-31`.",
    },
    reason: { schema: values/* reason */.l(), description: "Why it is let pass, for whoever meets it later." },
    ...SCOPE_FIELDS,
};
const MISSING = {
    code: "names no code, so it lets nothing pass. Say which one.",
    until: "has no end. Say until when, at most a year ahead.",
    reason: "has no reason. Say why, so that whoever meets it later can judge.",
};
function isOverridable(name) {
    return isOfFile(name) && (settings/* settings */.W0[name].kind === "judge" || settings/* settings */.W0[name].kind === "probe");
}
function rulesOf(name, written, problems) {
    if (written.items === undefined) {
        problems.push(written.value === null
            ? { ...written.position, message: `${name} has no value. Give it one, or take the line out.` }
            : {
                ...written.position,
                message: `${(0,configuration_error/* shown */.SP)(written.value)} is not a value of ${name}. Allowed: a list.`,
            });
        return [];
    }
    return written.items.filter((item) => {
        if (item.entries !== undefined)
            return true;
        problems.push({
            ...item.position,
            message: `${(0,configuration_error/* shown */.SP)(item.value)} is not an item of ${name}. Allowed: a mapping.`,
        });
        return false;
    });
}
function readField(rule, name, field, problems) {
    const written = rule.entries?.find((entry) => entry.key === name)?.value;
    if (written === undefined)
        return undefined;
    const parsed = field.schema.safeParse(written.value);
    if (parsed.success)
        return parsed.data;
    problems.push(...(0,reading/* valueProblems */.c)(parsed.error.issues, written, name).map(placed));
    return undefined;
}
function textOf(value) {
    return typeof value === "string" ? value : undefined;
}
function readScope(rule, problems) {
    const domain = readField(rule, "domain", SCOPE_FIELDS.domain, problems);
    const host = readField(rule, "host", SCOPE_FIELDS.host, problems);
    return {
        ...(Array.isArray(domain) && { domain: domain.map(String) }),
        ...(Array.isArray(host) && { host: host.map(String) }),
    };
}
function has(rule, key) {
    return rule.entries?.some((entry) => entry.key === key) === true;
}
function* readingWaivers(written, context) {
    const { file, problems } = context;
    const waivers = [];
    for (const rule of rulesOf("waivers", written, problems)) {
        yield;
        const before = problems.length;
        const named = textOf(rule.entries?.find((entry) => entry.key === "code")?.value.value);
        const subject = named === undefined ? "This waiver" : `The waiver for ${shownBare(named)}`;
        for (const { key, position: place } of rule.entries ?? []) {
            if (Object.hasOwn(WAIVER_FIELDS, key))
                continue;
            const message = `A waiver has no key ${key}.${(0,configuration_error/* suggestion */.h)(key, Object.keys(WAIVER_FIELDS))}`;
            problems.push({ ...place, message });
        }
        for (const [field, missing] of Object.entries(MISSING)) {
            if (!has(rule, field))
                problems.push({ ...rule.position, message: `${subject} ${missing}` });
        }
        const code = textOf(readField(rule, "code", WAIVER_FIELDS.code, problems));
        const until = textOf(readField(rule, "until", WAIVER_FIELDS.until, problems));
        const reason = textOf(readField(rule, "reason", WAIVER_FIELDS.reason, problems));
        const scope = readScope(rule, problems);
        if (until !== undefined && until > yearAfter(context.now)) {
            const at = rule.entries?.find((entry) => entry.key === "until")?.value.position ?? rule.position;
            const message = `${subject} lasts until ${until}. At most a year ahead is allowed: ${yearAfter(context.now)}.`;
            problems.push({ ...at, message });
        }
        if (problems.length > before || code === undefined || until === undefined || reason === undefined)
            continue;
        const position = { file, line: rule.position.line };
        waivers.push({ code, until, reason, ...scope, position });
    }
    return waivers;
}
function shownBare(word) {
    return word.length > 80 ? `${word.slice(0, 80)}\u2026` : word;
}
function yearAfter(now) {
    const moment = new Date(now);
    moment.setUTCFullYear(moment.getUTCFullYear() + 1);
    return moment.toISOString().slice(0, 10);
}
function* readingOverrides(written, context) {
    const { file, problems } = context;
    const known = [...settings/* ALL_SETTING_NAMES */.UF.filter(isOverridable), ...Object.keys(SCOPE_FIELDS)];
    const overrides = [];
    for (const rule of rulesOf("overrides", written, problems)) {
        yield;
        const before = problems.length;
        const scope = readScope(rule, problems);
        const isScope = (key) => Object.hasOwn(SCOPE_FIELDS, key);
        if (!has(rule, "domain") && !has(rule, "host")) {
            const message = "This override has neither domain nor host. Say what it holds for, or move its settings to the top.";
            problems.push({ ...rule.position, message });
        }
        const entries = (rule.entries ?? []).filter(({ key }) => !isScope(key));
        if (entries.length === 0) {
            problems.push({
                ...rule.position,
                message: "This override sets nothing. Give it a setting, or take it out.",
            });
        }
        const read = yield* readingSettingEntries(entries, {
            file,
            known,
            complaint: (name) => overrideComplaint(name, { domain: has(rule, "domain"), host: has(rule, "host") }),
        });
        problems.push(...read.problems);
        if (problems.length > before)
            continue;
        const position = { file, line: rule.position.line };
        overrides.push({ ...scope, values: read.values, positions: read.positions, position });
    }
    return overrides;
}
function overrideComplaint(name, scope) {
    const { kind, ofDomain } = settings/* settings */.W0[name];
    if (kind === "target" || kind === "policy")
        return `${name} stands at the top of the file, not in an override.`;
    if (kind === "probe" && scope.domain) {
        return `${name} is about probing, and an endpoint is probed once for all domains. Override it by host alone.`;
    }
    if (ofDomain === true && scope.host)
        return `${name} is about a whole domain. Override it by domain alone.`;
    return undefined;
}

// EXTERNAL MODULE: ./lib/config/values.js
var config_values = __webpack_require__(6618);
;// CONCATENATED MODULE: ./lib/config/policy/file.js








const FILE_NAMES = settings/* ALL_SETTING_NAMES */.UF.filter(isOfFile);
function readPolicyFile(file, text, now) {
    return (0,steps/* atOnce */.z)(readingPolicyFile(file, text, now));
}
function* readingPolicyFile(file, text, now) {
    const { root, problems: yamlProblems } = yield* readingYaml(text);
    const problems = [...yamlProblems];
    const entries = root?.entries ?? [];
    if (root !== undefined && root.entries === undefined) {
        const message = 'This is not a policy. Write settings, one to a line: min-tls-version: "1.3"';
        problems.push({ ...root.position, message });
    }
    const valueOf = (name) => entries.find((entry) => entry.key === name)?.value;
    const isRule = (name) => name === "overrides" || name === "waivers";
    const read = yield* readingSettingEntries(entries.filter(({ key }) => !isRule(key)), { file, known: FILE_NAMES, complaint: () => undefined });
    problems.push(...read.problems);
    yield;
    const context = { file, now, problems };
    const overrides = valueOf("overrides");
    const waivers = valueOf("waivers");
    const policy = {
        file,
        sha256: (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex"),
        values: read.values,
        positions: withDomains(read.positions),
        overrides: overrides === undefined ? [] : yield* readingOverrides(overrides, context),
        waivers: waivers === undefined ? [] : yield* readingWaivers(waivers, context),
    };
    const inOrder = problems.sort((a, b) => a.line - b.line || a.column - b.column);
    return { policy, problems: inOrder.map((problem) => ({ file, ...problem })) };
}
function withDomains(positions) {
    const all = new Map(positions);
    for (const [key, position] of positions) {
        if (!key.startsWith("domains "))
            continue;
        for (const written of key.slice("domains ".length).split(",")) {
            const name = (0,host_name/* normaliseHostName */.e)((0,config_values/* withoutComment */.sp)(written));
            if (name !== undefined)
                all.set(`domains ${name}`, position);
        }
    }
    return all;
}


/***/ })

};
