({ id: 240, ids: [240], modules: {

/***/ 233:
/***/ (__unused_webpack_module, exports, __webpack_require__) => {

exports["config/policy/file.js"] = () => __webpack_require__(1949);
exports["config/recorded-file.js"] = () => __webpack_require__(5563);
exports["judge/checks/certificate/chain.js"] = () => __webpack_require__(1752);
exports["judge/checks/certificate/openssl-verdict.js"] = () => __webpack_require__(1791);
exports["judge/checks/certificate/senders-path.js"] = () => __webpack_require__(3647);
exports["judge/checks/certificate/trust-gap.js"] = () => __webpack_require__(4022);
exports["judge/checks/dane/assessment.js"] = () => __webpack_require__(2780);
exports["judge/checks/dane/certificate-findings.js"] = () => __webpack_require__(1694);
exports["judge/checks/dane/keys.js"] = () => __webpack_require__(5742);
exports["judge/checks/dane/tlsa-records.js"] = () => __webpack_require__(6537);
exports["judge/checks/dane/verification.js"] = () => __webpack_require__(1030);
exports["judge/checks/mta-sts/published.js"] = () => __webpack_require__(3460);
exports["judge/replies/comparison.js"] = () => __webpack_require__(2619);
exports["judge/replies/meaning.js"] = () => __webpack_require__(2125);
exports["judge/replies/quoted-names.js"] = () => __webpack_require__(9243);
exports["observe/dns/authoritative.js"] = () => __webpack_require__(1491);
exports["observe/dns/dane.js"] = () => __webpack_require__(2052);
exports["observe/dns/dnssec.js"] = () => __webpack_require__(8298);
exports["observe/dns/https.js"] = () => __webpack_require__(6981);
exports["observe/endpoint.js"] = () => __webpack_require__(7787);
exports["observe/route/proxy.js"] = () => __webpack_require__(7246);
exports["observe/sts/published.js"] = () => __webpack_require__(1051);
exports["observe/trust/issuer-fetch.js"] = () => __webpack_require__(770);
exports["observe/trust/issuer-search.js"] = () => __webpack_require__(5032);
exports["recorded/merge.js"] = () => __webpack_require__(7024);
exports["recorded/reading.js"] = () => __webpack_require__(3308);
exports["recorded/recording.js"] = () => __webpack_require__(6559);
exports["recorded/report.js"] = () => __webpack_require__(9426);
exports["report/json.js"] = () => __webpack_require__(7406);
exports["report/metrics/metrics.js"] = () => __webpack_require__(2496);
exports["report/sarif.js"] = () => __webpack_require__(123);
exports["run/replay.js"] = () => __webpack_require__(7490);
exports["terminal/brief-help.js"] = () => __webpack_require__(6314);
exports["terminal/completion.js"] = () => __webpack_require__(2732);
exports["terminal/explain.js"] = () => __webpack_require__(1772);
exports["terminal/help.js"] = () => __webpack_require__(5661);
exports["tldts-icann"] = () => __webpack_require__(189);
exports.yaml = () => __webpack_require__(8815);
exports["zone/find.js"] = () => __webpack_require__(4031);
exports["zone/resolver.js"] = () => __webpack_require__(4702);
exports["zone/set.js"] = () => __webpack_require__(8152);


/***/ },

/***/ 240:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startCommand: () => (/* binding */ startCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/text/configuration-error.js
var configuration_error = __webpack_require__(9386);
// EXTERNAL MODULE: ./lib/system/files.js
var files = __webpack_require__(1870);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/system/machine.js
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }

var $node_os$made;
function $node_os() { return $node_os$made ??= process.getBuiltinModule("node:os"); }
var $node_v8$made;
function $node_v8() { return $node_v8$made ??= process.getBuiltinModule("node:v8"); }
function thisMachine() {
    return {
        name: $node_os().hostname(),
        interfaces: $node_os().networkInterfaces(),
        random: createRandom(),
        filesLeft: filesLeft(),
        resolvConf: readResolvConf(),
    };
}
function createRandom() {
    const numbers = new Uint32Array(256);
    let next = numbers.length;
    return () => {
        if (next === numbers.length) {
            fillRandom(numbers);
            next = 0;
        }
        const number = numbers[next] ?? 0;
        numbers[next++] = 0;
        return number / 2 ** 32;
    };
}
const RANDOM_DEVICE = "/dev/urandom";
function fillRandom(numbers) {
    try {
        const device = (0,external_node_fs_.openSync)(RANDOM_DEVICE, "r");
        try {
            if ((0,external_node_fs_.fstatSync)(device).isCharacterDevice() && (0,external_node_fs_.readSync)(device, numbers) === numbers.byteLength)
                return;
        }
        finally {
            (0,external_node_fs_.closeSync)(device);
        }
    }
    catch {
    }
    $node_crypto().randomFillSync(numbers);
}
const MEMORY_FLAGS = [
    ["--semi-space-growth-factor", 1, 2],
    ["--heap-growing-percent", 30, 0],
];
function keepMemorySmall() {
    for (const [flag, value] of MEMORY_FLAGS)
        $node_v8().setFlagsFromString(`${flag}=${String(value)}`);
}
function readResolvConf() {
    try {
        return (0,external_node_fs_.readFileSync)("/etc/resolv.conf", "utf8");
    }
    catch {
        return undefined;
    }
}
function filesLeft() {
    try {
        const limit = /^Max open files\s+(\d+)/m.exec((0,external_node_fs_.readFileSync)("/proc/self/limits", "utf8"))?.[1];
        return limit === undefined ? undefined : Number(limit) - (0,external_node_fs_.readdirSync)("/proc/self/fd").length;
    }
    catch {
        return undefined;
    }
}
const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const ECHO_SECONDS = 1;
function watchSignals(process, { monotonic }) {
    const controller = new AbortController();
    let first;
    for (const [name, code] of Object.entries(ENDING_SIGNALS)) {
        process.on(name, () => {
            if (first === undefined) {
                first = { code, at: monotonic() };
                controller.abort(name);
            }
            else if (first.code !== code || monotonic() - first.at > ECHO_SECONDS)
                process.exit(code);
        });
    }
    return { signal: controller.signal, exitStatus: () => first?.code };
}

// EXTERNAL MODULE: ./lib/system/clock.js
var system_clock = __webpack_require__(7699);
// EXTERNAL MODULE: ./lib/report/gate-rules.js
var gate_rules = __webpack_require__(3209);
// EXTERNAL MODULE: ./lib/late.cjs
var late = __webpack_require__(233);
// EXTERNAL MODULE: ./lib/config/given.js
var config_given = __webpack_require__(2243);
// EXTERNAL MODULE: ./lib/config/plan.js + 9 modules
var config_plan = __webpack_require__(4775);
// EXTERNAL MODULE: ./lib/judge/judge.js + 19 modules
var judge = __webpack_require__(4497);
// EXTERNAL MODULE: ./lib/system/deadline.js
var system_deadline = __webpack_require__(1997);
// EXTERNAL MODULE: ./lib/system/turns.js
var turns = __webpack_require__(2345);
// EXTERNAL MODULE: ./lib/text/address.js
var text_address = __webpack_require__(6519);
// EXTERNAL MODULE: ./lib/observe/dns/address-scope.js
var address_scope = __webpack_require__(9545);
;// CONCATENATED MODULE: ./lib/observe/helo-name.js


async function publicMachineName(machineName, resolver) {
    const name = machineName.toLowerCase().replace(/\.$/, "");
    if (!name.includes("."))
        return undefined;
    const answers = await Promise.all([resolver.query(name, "A"), resolver.query(name, "AAAA")]);
    const addresses = answers.flatMap((answer) => answer.values);
    return addresses.some((address) => (0,address_scope/* addressScopeOf */.k)(address) === "public") ? name : undefined;
}
function addressLiteral(localAddress) {
    const [address = ""] = (localAddress ?? "127.0.0.1").split("%", 1);
    return (0,text_address/* literalOf */.Zc)(address);
}

// EXTERNAL MODULE: ./lib/system/turnstile.js
var system_turnstile = __webpack_require__(8405);
// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/observe/load/owner.js
var load_owner = __webpack_require__(9706);
// EXTERNAL MODULE: ./lib/observe/observation.js + 2 modules
var observe_observation = __webpack_require__(1184);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/observe/dns/mx.js + 1 modules
var dns_mx = __webpack_require__(6700);
;// CONCATENATED MODULE: ./lib/observe/load/one-address.js
var one_address_$node_crypto$made;
function one_address_$node_crypto() { return one_address_$node_crypto$made ??= process.getBuiltinModule("node:crypto"); }
function oneAddressOf(host, addresses) {
    const ranked = addresses.map((address) => ({
        address,
        rank: [Number(address.scope !== "public"), address.family, hashOf(`${host}|${address.address}`)].join(" "),
    }));
    ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1));
    return ranked[0]?.address;
}
function hashOf(text) {
    return one_address_$node_crypto().createHash("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./lib/observe/targets.js







const FAMILIES = [4, 6];
async function listTargets({ server, policyFile: _policyFile, ...subject }, plan, tools) {
    const listing = new Listing(plan, tools);
    if (server !== undefined)
        return listing.ofServer(subject, server);
    const mx = await (0,dns_mx/* lookUpMx */.q3)(subject.name, tools.resolver, {
        families: FAMILIES,
        maxHosts: bounds/* MAX_MX_HOSTS */.rK,
        clock: tools.clock,
    });
    if (plan.probes) {
        for (const host of mx.hosts) {
            if (host.form === "hostname")
                await listing.add(host, serviceOf(plan.rulesFor(host.host)), false);
        }
    }
    return listing.finish({ ...subject, mx });
}
function serviceOf({ port }) {
    return { port, ...(0,text_address/* serviceAt */.xQ)(port) };
}
class Listing {
    #plan;
    #tools;
    #targets = [];
    #detours = [];
    #elsewhere = new Map();
    constructor(plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
    }
    async ofServer(subject, server) {
        const { clock, resolver } = this.#tools;
        const { host, port, tlsMode, allowPrivateAddresses } = server;
        const started = clock.monotonic();
        const elsewhere = this.#detourOf(host, port)?.toHost !== undefined;
        const unasked = { host, preference: null, form: "hostname", addresses: [] };
        const found = elsewhere
            ? { host: unasked }
            : await (0,dns_mx/* lookUpServer */.a8)(host, resolver, { families: FAMILIES });
        if (this.#plan.probes)
            await this.add(found.host, server, allowPrivateAddresses);
        const seconds = Math.max(0, clock.monotonic() - started);
        const { host: lookup, ...doubt } = found;
        return this.finish({
            ...subject,
            server: {
                port,
                tlsMode,
                lookup,
                ...doubt,
                privateAddressesAllowed: allowPrivateAddresses,
                seconds,
            },
        });
    }
    async add(host, service, privateAllowed) {
        const rules = this.#plan.rulesFor(host.host);
        const detour = this.#detourOf(host.host, service.port);
        if (detour === undefined) {
            const named = host.form === "address";
            const addresses = host.addresses.filter(({ family }) => named || rules.families.includes(family));
            this.#listAll(host, addresses, { ...service, askedPort: service.port }, rules, privateAllowed);
            return;
        }
        const toPort = detour.toPort ?? service.port;
        const { host: to, ...doubt } = detour.toHost === undefined
            ? { host }
            : await (0,dns_mx/* lookUpServer */.a8)(detour.toHost, this.#tools.resolver, { families: FAMILIES });
        this.#detours.push({
            host: host.host,
            port: service.port,
            to,
            toPort,
            ...doubt,
        });
        const addresses = to.addresses.filter(({ family }) => detour.toHost !== undefined || rules.families.includes(family));
        const there = { ...service, port: toPort, askedPort: service.port };
        this.#listAll(host, addresses, there, rules, true, "connect-to");
    }
    finish(observation) {
        const detours = this.#detours.length === 0 ? {} : { detours: this.#detours };
        const elsewhere = this.#elsewhere.size === 0 ? {} : { elsewhere: [...this.#elsewhere.values()] };
        return { observation: { ...observation, ...detours, ...elsewhere }, targets: this.#targets };
    }
    #detourOf(host, port) {
        return this.#plan.connectTo?.find((rule) => (rule.host ?? host) === host && (rule.port ?? port) === port);
    }
    #listAll(from, addresses, service, rules, privateAllowed, detoured) {
        const { shard } = this.#plan;
        const { host } = from;
        const { port, tlsMode } = service;
        if (shard !== undefined && (0,load_owner/* ownerOf */.b)(host, shard.of) !== shard.index) {
            const elsewhere = { host, port, tlsMode };
            if (addresses.length > 0)
                this.#elsewhere.set((0,observe_observation/* serviceKey */.jq)(elsewhere), elsewhere);
            return;
        }
        const one = rules.addresses === "one" ? oneAddressOf(host, addresses) : undefined;
        for (const address of addresses) {
            const spared = one !== undefined && address !== one;
            this.#list(from, address, service, rules, { privateAllowed, ...(spared && { spared }) }, detoured);
        }
    }
    #list(from, { address, family, scope }, { port, tlsMode, submission, askedPort }, rules, allowed, detoured) {
        const reachedBy = detoured ?? this.#tools.route.kind;
        const { host } = from;
        const target = {
            host,
            address,
            family,
            scope,
            port,
            sharesOurNetwork: sharesNetwork(address, this.#tools.interfaces),
            tlsMode,
            ...(submission && { submission }),
            ...(reachedBy !== undefined && { reachedBy }),
            asked: rules.scope,
            replyTimeout: rules.replyTimeout,
        };
        const named = rules.scope.dane === true && from.form === "hostname";
        const elsewhere = detoured !== undefined;
        const addresses = elsewhere ? placedElsewhere(from, family) : answerOf(from, family);
        this.#targets.push({
            target,
            ...allowed,
            ...(named && (elsewhere || addresses !== undefined) && { dane: { host, port: askedPort, addresses } }),
        });
    }
}
function answerOf({ a, aaaa }, family) {
    return family === 4 ? a : aaaa;
}
function placedElsewhere(host, family) {
    const answers = [answerOf(host, family), answerOf(host, family === 4 ? 6 : 4)];
    return answers.find((answer) => answer !== undefined && answer.values.length > 0);
}
var networks$made;
function networks() { return networks$made ??= (new WeakMap()); }
function networksOf(interfaces) {
    const known = networks().get(interfaces);
    if (known !== undefined)
        return known;
    const made = Object.values(interfaces).flatMap((addresses = []) => addresses.flatMap((own) => {
        const family = own.family === "IPv6" ? "ipv6" : "ipv4";
        const prefix = Number(own.cidr?.split("/")[1] ?? Number.NaN);
        if (Number.isNaN(prefix) || prefix === 0)
            return [];
        const members = new external_node_net_.BlockList();
        members.addSubnet(own.address, prefix, family);
        return [{ family, members }];
    }));
    networks().set(interfaces, made);
    return made;
}
function sharesNetwork(address, interfaces) {
    const family = external_node_net_.isIPv6(address) ? "ipv6" : "ipv4";
    return networksOf(interfaces).some((network) => network.family === family && network.members.check(address, family));
}

;// CONCATENATED MODULE: ./lib/observe/look-ups.js






class LookUps {
    targets = new Map();
    kept = new Set();
    #plan;
    #tools;
    #domainsByEndpoint = new Map();
    #earlier;
    #allResolved = Promise.withResolvers();
    #resolved = 0;
    #onListed;
    constructor(plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
        const earlier = plan.earlier?.observations.domains ?? [];
        this.#earlier = new Map(earlier.map((domain) => [(0,observe_observation/* subjectKey */.ow)(domain), domain]));
    }
    get resolved() {
        return this.#resolved;
    }
    get allListed() {
        return this.#allResolved.promise;
    }
    follow(onListed) {
        this.#onListed = onListed;
    }
    domainsOf(key) {
        const places = [...(this.#domainsByEndpoint.get(key) ?? [])].sort((a, b) => a - b);
        return [...new Set(places.flatMap((place) => this.#plan.domains[place]?.name ?? []))];
    }
    lookUpAll() {
        const turnstile = new system_turnstile/* Turnstile */.X(bounds/* LOOKUPS_AT_ONCE */.At);
        return this.#plan.domains.map((domain, place) => this.#inTurn(domain, place, turnstile));
    }
    async quickOnesDone() {
        const { clock, signal } = this.#tools;
        for (let before = -1; this.#resolved < this.#plan.domains.length && before < this.#resolved;) {
            before = this.#resolved;
            const quiet = new system_deadline/* Deadline */.B(signal);
            await Promise.race([this.#allResolved.promise, clock.sleep(bounds/* QUIET_SECONDS */.Hv, quiet.signal)]);
            quiet.end();
            if (signal.aborted)
                return;
        }
    }
    async #inTurn(domain, place, turnstile) {
        await turnstile.enter();
        const turn = new system_deadline/* Deadline */.B(undefined, () => turnstile.leave()).within(bounds/* SLOW_LOOKUP_SECONDS */.le, this.#tools.clock);
        try {
            const observed = await this.#lookUp(domain, place);
            this.#resolved++;
            if (this.#resolved === this.#plan.domains.length)
                this.#allResolved.resolve(undefined);
            return observed;
        }
        finally {
            if (turn.why === undefined)
                turnstile.leave();
            turn.end();
        }
    }
    async #lookUp(subject, place) {
        const { earlier, rulesFor, connectTo, probes, shard } = this.#plan;
        const owner = shard === undefined ? undefined : (0,load_owner/* ownerOf */.b)(subject.server?.host ?? subject.name, shard.of);
        const isOurs = owner === shard?.index;
        if (subject.server !== undefined && !isOurs)
            return undefined;
        const before = this.#earlier.get((0,observe_observation/* subjectKey */.ow)(subject));
        if (before !== undefined && earlier?.again(subject.name) === false) {
            for (const key of before.endpoints)
                this.kept.add(key);
            return before;
        }
        const { observation, targets } = await listTargets(subject, {
            rulesFor,
            ...(connectTo !== undefined && { connectTo }),
            probes,
            shard,
        }, this.#tools);
        if (!isOurs && targets.length === 0)
            return undefined;
        const keys = targets.map((listed) => this.#list(listed, subject, place));
        if (observation.mx !== undefined && isOurs)
            this.#tools.onMx?.(subject, observation.mx);
        return {
            ...observation,
            endpoints: [...new Set(keys)],
            ...(owner !== undefined && !isOurs && { owner }),
        };
    }
    #list(listed, { kind }, place) {
        const key = (0,observe_observation/* endpointKey */.r4)(listed.target);
        const known = this.targets.get(key);
        const privateAllowed = listed.privateAllowed || known?.privateAllowed === true;
        this.targets.set(key, { ...(known ?? listed), privateAllowed });
        if (kind === "domain") {
            const sharers = this.#domainsByEndpoint.get(key);
            if (sharers === undefined)
                this.#domainsByEndpoint.set(key, [place]);
            else
                sharers.push(place);
        }
        this.#onListed?.(key);
        return key;
    }
}

;// CONCATENATED MODULE: ./lib/observe/earlier-relay.js

function answeredRelay(known) {
    return known?.connections.find((connection) => (0,observe_observation/* relayAnswered */.jz)(connection.relay))?.relay;
}
function withEarlierRelay(observation, relay) {
    if (relay === undefined)
        return observation;
    const at = observation.connections.findIndex((connection) => (connection.helo ?? connection.ehlo)?.reply?.code === 250);
    const connections = observation.connections.map((connection, index) => index === at ? { ...connection, relay: { ...relay, earlier: true } } : connection);
    return { ...observation, connections };
}

// EXTERNAL MODULE: ./lib/observe/egress-facts.js
var egress_facts = __webpack_require__(6667);
// EXTERNAL MODULE: ./lib/observe/tls/handshake.js + 1 modules
var handshake = __webpack_require__(315);
;// CONCATENATED MODULE: ./lib/observe/egress.js





const EGRESS_WAIT = 3;
const WAIT_SHARE = 5;
var DEAD$made;
function DEAD() { return DEAD$made ??= (new Set(["refused", "timeout", "unreachable", "reset"])); }
class EgressWatch {
    #plan;
    #tools;
    #groups = new Map();
    #contexts = (0,handshake/* createTlsContexts */.up)(() => []);
    constructor(plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
    }
    join(key, target) {
        const counts = this.#plan.named || target.scope === "public";
        const name = `${String(target.port)} ${String(target.family)} ${String(counts)}`;
        let group = this.#groups.get(name);
        if (group === undefined) {
            group = new Group(target, this.#plan, { ...this.#tools, contexts: this.#contexts });
            this.#groups.set(name, group);
        }
        if (counts)
            group.add(key);
        return group;
    }
    async facts() {
        const facts = await Promise.all([...this.#groups.values()].map((group) => group.facts()));
        return facts.flatMap((each) => each ?? []);
    }
}
class Group {
    #target;
    #plan;
    #tools;
    #life;
    #standing = new Map();
    #steps = new Map();
    #pending = new Set();
    #greeted = false;
    #unheard = false;
    #unresolved = 0;
    #otherFamily = 0;
    #patience;
    #controls;
    #timeout = 0;
    constructor(target, plan, tools) {
        this.#target = target;
        this.#plan = plan;
        this.#tools = tools;
        this.#life = new system_deadline/* Deadline */.B(tools.signal);
    }
    get signal() {
        return this.#life.signal;
    }
    add(key) {
        this.#pending.add(key);
    }
    began(key, timeout) {
        if (!this.#pending.has(key) || this.#standing.has(key))
            return;
        this.#standing.set(key, "waiting");
        if (this.#patience !== undefined)
            return;
        this.#timeout = timeout;
        this.#patience = (0,system_deadline/* startDeadline */.d)(this.#patienceSeconds(), this.#tools, (why) => {
            if (why === "timeout" && !this.#greeted)
                this.#diagnose();
        });
    }
    dialled(key, step) {
        if (!this.#pending.has(key))
            return;
        this.#steps.set(key, step);
        const { outcome } = step;
        this.#standing.set(key, outcome === "connected" ? "connected" : DEAD().has(outcome) ? "dead" : "unclear");
    }
    greeted(key) {
        if (!this.#pending.has(key))
            return;
        this.#greeted = true;
        this.#patience?.end();
    }
    ended(key, unheard = false) {
        if (!this.#pending.delete(key))
            return;
        this.#unheard ||= unheard;
        if (this.#pending.size > 0)
            return;
        this.#patience?.end();
        if (this.#tools.signal.aborted)
            return;
        if (this.#greeted ? this.#anyHungUp() : this.#unheard || this.#anyDead())
            this.#diagnose();
    }
    async facts() {
        if (this.#greeted && !this.#anyHungUp())
            return undefined;
        const { port, family } = this.#target;
        const controls = (await this.#controls) ?? [];
        const steps = [...this.#steps.values()].filter(({ outcome }) => outcome !== "aborted");
        const ways = [...steps, ...controls.map(({ connect }) => connect)];
        const noRoute = ways.length > 0 && ways.every(isWithoutRoute);
        const blocked = !this.#greeted && (noRoute || allDead(controls));
        const unresolved = this.#greeted ? 0 : this.#unresolved;
        const otherFamily = this.#greeted ? 0 : this.#otherFamily;
        if (!blocked && controls.length === 0 && unresolved + otherFamily === 0)
            return undefined;
        return {
            port,
            family,
            blocked,
            noRoute,
            controls,
            ...(unresolved > 0 && { unresolved }),
            ...(otherFamily > 0 && { otherFamily }),
            named: this.#plan.named,
        };
    }
    #patienceSeconds() {
        return Math.min(EGRESS_WAIT, this.#timeout / WAIT_SHARE);
    }
    #anyDead() {
        return [...this.#steps.values()].some(({ outcome }) => DEAD().has(outcome));
    }
    #anyHungUp() {
        return [...this.#steps.values()].some(({ outcome, code }) => outcome === "unreachable" && code === observe_observation/* HUNG_UP */.H);
    }
    #diagnose() {
        if (this.#controls !== undefined)
            return;
        this.#controls = this.#tryControls();
        void this.#controls.then(async (controls) => {
            if (this.#greeted || !allDead(controls))
                return;
            const connected = [...this.#standing.values()].includes("connected");
            if (!connected || (await this.#answersEarly(this.#target.port)))
                this.#life.end();
        });
    }
    #answersEarly(port) {
        return this.#tools.route.answersEarly?.(port, this.#dialOptions()) ?? Promise.resolve(false);
    }
    #dialOptions() {
        const { clock, signal } = this.#tools;
        return { clock, signal, timeout: this.#timeout - this.#patienceSeconds() };
    }
    async #tryControls() {
        const { port, family } = this.#target;
        const { hosts, named } = this.#plan;
        const samePort = hosts.filter((control) => control.port === port);
        const chosen = samePort.length === 0 && named ? hosts : samePort;
        const tried = await Promise.all(chosen.map(async ({ host, port: controlPort }) => {
            const found = await (0,dns_mx/* lookUpHost */.fx)(host, this.#tools.resolver, { families: [family] });
            const address = found.addresses.find((each) => each.family === family && (named || each.scope === "public"))?.address;
            if (address === undefined) {
                if (await this.#isOfOtherFamily(found))
                    this.#otherFamily++;
                else
                    this.#unresolved++;
                return [];
            }
            const tried = await this.#connect({ host, address, port: controlPort });
            return [{ host, address, port: controlPort, ...tried }];
        }));
        return tried.flat();
    }
    async #isOfOtherFamily({ host, addresses, a, aaaa }) {
        const { family } = this.#target;
        if (addresses.length > 0)
            return addresses.every((each) => each.family !== family);
        if ((a ?? aaaa)?.outcome !== "nodata")
            return false;
        const other = await (0,dns_mx/* lookUpHost */.fx)(host, this.#tools.resolver, { families: [family === 4 ? 6 : 4] });
        return other.addresses.length > 0;
    }
    async #connect(destination) {
        const { step, socket } = await this.#tools.route.dial(destination, this.#dialOptions());
        if (socket === undefined)
            return { connect: step };
        try {
            const samePort = destination.port === this.#target.port;
            const answersEarly = await this.#answersEarly(destination.port);
            if (!samePort && !answersEarly)
                return { connect: step };
            const outcome = samePort && this.#target.opening === "tls"
                ? await this.#helloAnswered(socket, destination.host)
                : await this.#firstOctet(socket);
            if (answersEarly)
                return { connect: { ...step, outcome } };
            return { connect: step, greeting: outcome === "connected" ? "seen" : "none" };
        }
        finally {
            socket.on("error", () => undefined);
            socket.destroy();
        }
    }
    async #helloAnswered(socket, serverName) {
        const { contexts } = this.#tools;
        const hello = { hello: "full", context: contexts.full, serverName };
        const { facts, tls } = await (0,handshake/* shakeHands */.Jm)(socket, { ...hello, ...this.#dialOptions() });
        tls?.on("error", () => undefined);
        tls?.destroy();
        const end = (0,egress_facts/* endOfHandshake */.W_)(facts);
        return end === "heard" ? "connected" : end === "silent" ? "timeout" : "unreachable";
    }
    async #firstOctet(socket) {
        const { promise, resolve } = Promise.withResolvers();
        socket.once("data", () => resolve("connected"));
        socket.once("error", () => resolve("unreachable"));
        socket.once("close", () => resolve("unreachable"));
        const { clock, timeout } = this.#dialOptions();
        const deadline = (0,system_deadline/* startDeadline */.d)(timeout, { clock }, resolve);
        const outcome = await promise;
        deadline.end();
        return outcome;
    }
}
function allDead(controls) {
    return (controls.some(({ connect }) => DEAD().has(connect.outcome)) &&
        !controls.some(({ connect }) => connect.outcome === "connected"));
}
function isWithoutRoute({ outcome, code }) {
    return outcome === "no-route" || (outcome === "unreachable" && code === "SOCKS5_3");
}

// EXTERNAL MODULE: ./lib/observe/limiter.js
var limiter = __webpack_require__(8580);
// EXTERNAL MODULE: ./lib/observe/load/operator.js
var load_operator = __webpack_require__(3665);
;// CONCATENATED MODULE: ./lib/observe/load/politeness.js


function placesPerOperator(shards = 1) {
    return Math.max(1, Math.floor(bounds/* CONNECTIONS_PER_OPERATOR */.JJ / shards));
}
function politenessBounds(endpoints, { atOnce, secondsLeft }) {
    const crowds = new Map();
    const count = (operator, places) => {
        const crowd = crowds.get(operator) ?? { operator, atOnce: places, endpoints: 0 };
        crowd.endpoints++;
        crowds.set(operator, crowd);
    };
    for (const { host, address } of endpoints) {
        const operator = (0,load_operator/* operatorOf */.g)(host);
        if (operator !== address)
            count(operator, atOnce);
        count(address, 1);
    }
    return ([...crowds.values()]
        .map((crowd) => ({
        ...crowd,
        seconds: (crowd.endpoints * bounds/* SECONDS_OF_AN_ENDPOINT */.UF) / crowd.atOnce,
        secondsLeft: Math.max(0, secondsLeft),
    }))
        .filter((crowd) => crowd.endpoints > crowd.atOnce && crowd.seconds > secondsLeft)
        .sort((one, other) => other.seconds - one.seconds));
}

;// CONCATENATED MODULE: ./lib/observe/smtp/relay-forms.js

const RANDOM_LETTERS = 12;
function relayForms({ recipient, host, address, domain, random }) {
    const at = recipient.lastIndexOf("@");
    const user = recipient.slice(0, at);
    const foreign = recipient.slice(at + 1);
    const literal = (0,text_address/* literalOf */.Zc)(address);
    const here = `mx-gate@${literal}`;
    const plain = (name, sender) => {
        return { name, kind: "foreign", sender, recipient, foreignDomain: true };
    };
    const odd = (name, to, foreignDomain = false) => {
        return { name, kind: "foreign", sender: here, recipient: to, foreignDomain };
    };
    const own = domain === undefined
        ? []
        : [
            {
                name: "random local part",
                kind: "random-local",
                sender: "",
                recipient: `${randomLocalPart(random)}@${domain}`,
                foreignDomain: false,
            },
            plain("sender of the tested domain", `postmaster@${domain}`),
        ];
    return [
        ...own,
        plain("sender of the recipient's domain", `mx-gate@${foreign}`),
        plain("sender of the server's name", `mx-gate@${host}`),
        plain("sender at the server's address", here),
        odd("source route by address", `@${literal}:${recipient}`, true),
        odd("source route by name", `@${host}:${recipient}`, true),
        odd("percent hack by address", `${user}%${foreign}@${literal}`),
        odd("percent hack by name", `${user}%${foreign}@${host}`),
        odd("quoted address", `"${recipient}"`),
        odd("quoted percent hack", `"${user}%${foreign}"`),
        odd("two domains, the last an address", `${recipient}@${literal}`),
        odd("quoted address at an address", `"${recipient}"@${literal}`),
        odd("two domains, the last a name", `${recipient}@${host}`),
        odd("bang path", `${foreign}!${user}`),
        odd("bang path by address", `${foreign}!${user}@${literal}`),
        odd("bang path by name", `${foreign}!${user}@${host}`),
        odd("trailing @", `${recipient}@`),
    ];
}
function randomLocalPart(random) {
    const letters = Array.from({ length: RANDOM_LETTERS }, () => String.fromCodePoint(97 + Math.floor(random() * 26)));
    return `mx-gate-${letters.join("")}`;
}

;// CONCATENATED MODULE: ./lib/observe/probing.js
var probing_$node_crypto$made;
function probing_$node_crypto() { return probing_$node_crypto$made ??= process.getBuiltinModule("node:crypto"); }







var $observe_endpoint_js$made;
function $observe_endpoint_js() { return $observe_endpoint_js$made ??= late["observe/endpoint.js"](); }






var $observe_dns_dane_js$made;
function $observe_dns_dane_js() { return $observe_dns_dane_js$made ??= late["observe/dns/dane.js"](); }


class Probing {
    #plan;
    #tools;
    #lookUps;
    #egress;
    #underWay = new Map();
    #limiter;
    #contexts = (0,handshake/* createTlsContexts */.up)(() => this.#tools.trust.pems());
    #floors = new Map();
    #groups = new Map();
    #probes = new Map();
    #begun = new Set();
    #machineName;
    #done = new Set();
    constructor(plan, tools, lookUps) {
        this.#plan = plan;
        this.#tools = tools;
        this.#lookUps = lookUps;
        this.#limiter = (0,limiter/* createLimiter */.z)(plan.concurrency, plan.aside, placesPerOperator(plan.shard?.of));
        this.#egress = new EgressWatch(plan.egress ?? { hosts: [], named: false }, tools);
    }
    async prepare() {
        const { turns, trust, signal, prepareAdvice } = this.#tools;
        for (const store of trust.unread())
            await turns.do(() => trust.size(store), signal);
        if (prepareAdvice !== undefined)
            await turns.do(prepareAdvice, signal);
        await turns.do(() => this.#contexts.full, signal);
        await turns.do(() => (0,load_operator/* operatorOf */.g)("example.org"), signal);
        for (const store of trust.names) {
            while ((await turns.do(() => trust.prepare(store), signal)) === true)
                ;
        }
    }
    egressFacts() {
        return this.#egress.facts();
    }
    begin(machineName) {
        this.#machineName = machineName;
        const listed = [...this.#lookUps.targets.keys()];
        for (const key of listed)
            this.#announce(key);
        for (const key of listed)
            this.#take(key);
        this.#lookUps.follow((key) => {
            this.#announce(key);
            this.#take(key);
        });
    }
    async all() {
        const kept = [...this.#lookUps.kept].flatMap((key) => {
            const observed = this.#lookUps.targets.has(key) ? undefined : this.#before(key);
            return observed === undefined ? [] : [[key, observed]];
        });
        const probed = await Promise.all([...this.#probes].map(async ([key, observed]) => [
            key,
            await observed,
        ]));
        return Object.fromEntries([...kept, ...probed]);
    }
    async done(keys) {
        await Promise.all(keys.flatMap((key) => this.#probes.get(key) ?? []));
    }
    #before(key) {
        return this.#plan.earlier?.observations.endpoints[key];
    }
    bounds(secondsLeft) {
        const listed = [...this.#lookUps.targets].filter(([key, target]) => this.#mayBeProbed(target) && this.#plan.earlier?.keeps(key) !== true);
        return politenessBounds(listed.map(([, { target }]) => target), { atOnce: placesPerOperator(this.#plan.shard?.of), secondsLeft });
    }
    #mayBeProbed({ target, privateAllowed, spared }) {
        if (spared === true)
            return false;
        return target.scope === "public" || privateAllowed || this.#plan.allowPrivateAddresses;
    }
    #announce(key) {
        const listed = this.#lookUps.targets.get(key);
        if (listed === undefined || this.#groups.has(key) || !this.#mayBeProbed(listed))
            return;
        const kept = this.#plan.earlier?.keeps(key) === true ? this.#before(key) : undefined;
        const group = this.#egress.join(key, mailTarget(listed.target));
        if (kept === undefined) {
            this.#groups.set(key, group);
            return;
        }
        if ((0,egress_facts/* earlyEnd */.xQ)(kept) === "heard")
            group.greeted(key);
        group.ended(key);
    }
    #take(key) {
        const listed = this.#lookUps.targets.get(key);
        const group = this.#groups.get(key);
        if (listed === undefined || this.#begun.has(key))
            return;
        if (group !== undefined) {
            this.#begun.add(key);
            const probed = this.#probe(key, listed, group);
            probed.catch(() => undefined);
            this.#probes.set(key, probed);
            return;
        }
        const known = this.#mayBeProbed(listed) ? this.#before(key) : undefined;
        const unprobed = {
            ...listed.target,
            notProbed: listed.spared === true ? "another-address" : "address-not-public",
            connections: [],
        };
        this.#tools.sink?.endpoint(known ?? unprobed);
        this.#probes.set(key, Promise.resolve(known ?? unprobed));
    }
    async #probe(key, { target, dane }, group) {
        const known = this.#before(key);
        const rules = this.#plan.rulesFor(target.host);
        const answered = answeredRelay(known);
        await this.#tools.sink?.ready();
        const place = await this.#limiter.enter(target.host, target.address);
        const observation = await $observe_endpoint_js().probeEndpoint({
            target,
            place,
            serverName: external_node_net_.isIP(target.host) === 0 ? target.host : undefined,
            sender: rules.relaySender,
            foreign: target.asked.relay === "off" || answered !== undefined ? undefined : rules.relayRecipient,
            ...this.#postmastersOf(key, target),
            relayForms: target.asked.relay === "thorough" && answered === undefined
                ? this.#formsFor(key, target, rules.relayRecipient)
                : [],
            retries: rules.retries,
            dane: dane === undefined ? undefined : $observe_dns_dane_js().lookUpDane(dane, this.#tools.resolver),
        }, {
            ...this.#tools,
            route: watched(this.#tools.route, key, group, this.#tools.clock),
            contexts: this.#contexts,
            limiter: this.#limiter,
            runStarted: this.#tools.began,
            signal: group.signal,
            timeout: rules.timeout,
            replyTimeout: rules.replyTimeout,
            heloName: (localAddress) => rules.heloName ?? this.#machineName ?? addressLiteral(localAddress),
            claimFloor: (host, address, port) => {
                const place = `${address}|${String(port)}`;
                const holder = this.#floors.get(place) ?? host;
                this.#floors.set(place, holder);
                return holder;
            },
            onConnection: () => {
                this.#began(key, target);
                group.began(key, rules.timeout);
            },
            onGreeting: () => group.greeted(key),
        });
        const end = (0,egress_facts/* earlyEnd */.xQ)(observation);
        group.ended(key, end === "hung-up" || end === "silent");
        this.#markDone(key);
        const whole = this.#afterWaiting(withEarlierRelay(this.#markNotProbed(observation), answered));
        this.#tools.sink?.endpoint(whole);
        return whole;
    }
    #afterWaiting(observation) {
        if (this.#plan.earlier === undefined && this.#plan.waits !== true)
            return observation;
        const probedAfter = (0,system_clock/* round */.LI)(Math.max(0, this.#tools.clock.monotonic() - this.#tools.began));
        return { ...observation, probedAfter };
    }
    #postmastersOf(key, { asked, submission }) {
        const domains = this.#lookUps.domainsOf(key);
        if (submission === true || (asked.delivery ?? "off") === "off")
            return { domains: [], sampled: false };
        const sampled = asked.delivery === "sample" && domains.length > bounds/* SAMPLE_OF_POSTMASTERS */.R9;
        if (sampled)
            return { domains: sampleOf(domains, bounds/* SAMPLE_OF_POSTMASTERS */.R9), sampled };
        const laterDomains = async () => {
            this.#markDone(key);
            await this.#lookUps.allListed;
            const asked = new Set(domains);
            return this.#lookUps.domainsOf(key).filter((domain) => !asked.has(domain));
        };
        return { domains, sampled, laterDomains };
    }
    #formsFor(key, { host, address }, recipient) {
        const [domain] = this.#lookUps.domainsOf(key);
        return relayForms({ recipient, host, address, domain, random: this.#tools.random });
    }
    #markNotProbed(observation) {
        const untouched = observation.connections.every((connection) => connection.connect.outcome === "aborted");
        if (!this.#tools.signal.aborted || !untouched)
            return observation;
        return {
            ...observation,
            notProbed: this.#tools.interrupt.aborted ? "interrupted" : "deadline",
            connections: [],
        };
    }
    #markDone(key) {
        this.#underWay.delete(key);
        this.#done.add(key);
    }
    #began(key, target) {
        if (this.#underWay.has(key))
            return;
        const label = (0,text_address/* hostAddressPort */.yR)(target.host, target);
        this.#underWay.set(key, { label, since: this.#tools.clock.monotonic() });
    }
    get progress() {
        const now = this.#tools.clock.monotonic();
        const underWay = [...this.#underWay.values()].slice(0, 3);
        return {
            endpointsDone: this.#done.size,
            endpoints: this.#lookUps.targets.size,
            underWay: underWay.map(({ label, since }) => ({ endpoint: label, seconds: now - since })),
        };
    }
}
function mailTarget(target) {
    return { ...target, opening: target.tlsMode === "starttls" ? "greeting" : "tls" };
}
function sampleOf(names, count) {
    const hashed = names.map((name) => ({ name, hash: probing_$node_crypto().createHash("sha256").update(name).digest("hex") }));
    return hashed
        .sort((one, other) => (one.hash < other.hash ? -1 : 1))
        .slice(0, count)
        .map(({ name }) => name);
}
function watched(route, key, group, clock) {
    return {
        ...route,
        async dial(destination, options) {
            const measured = (0,system_clock/* startLateness */.QJ)(clock);
            const { step, ...dialled } = await route.dial(destination, options);
            group.dialled(key, step);
            return { ...dialled, step: { ...measured(), ...step } };
        },
    };
}

;// CONCATENATED MODULE: ./lib/observe/web-egress.js

const HTTPS_PORT = 443;
class WebEgress {
    #egress;
    constructor({ egress }, tools) {
        this.#egress = new EgressWatch(egress ?? { hosts: [], named: false }, tools);
    }
    watch(host, { address, family, scope }, timeout) {
        const key = `${host} ${address}`;
        const group = this.#egress.join(key, { port: HTTPS_PORT, family, scope, opening: "tls" });
        return {
            signal: group.signal,
            began: () => group.began(key, timeout),
            dialled: (step) => group.dialled(key, step),
            answered: () => group.greeted(key),
            ended: () => group.ended(key),
        };
    }
    facts() {
        return this.#egress.facts();
    }
}

;// CONCATENATED MODULE: ./lib/observe/observe.js






var $observe_trust_issuer_fetch_js$made;
function $observe_trust_issuer_fetch_js() { return $observe_trust_issuer_fetch_js$made ??= late["observe/trust/issuer-fetch.js"](); }

var $observe_trust_issuer_search_js$made;
function $observe_trust_issuer_search_js() { return $observe_trust_issuer_search_js$made ??= late["observe/trust/issuer-search.js"](); }

var $observe_sts_published_js$made;
function $observe_sts_published_js() { return $observe_sts_published_js$made ??= late["observe/sts/published.js"](); }

const PROGRESS_SECONDS = 0.2;
async function observe(plan, tools) {
    const { clock } = tools;
    const { earlier } = plan;
    const began = earlier?.started ?? clock.monotonic();
    const started = earlier === undefined ? clock.now() : Date.parse(earlier.observations.started);
    const lookedFrom = clock.monotonic();
    const run = (0,system_deadline/* startDeadline */.d)(plan.deadline, { clock, signal: tools.interrupt });
    const running = new system_deadline/* Deadline */.B();
    const goodbyes = new Set();
    const onLeaving = (left) => {
        const over = left.finally(() => goodbyes.delete(over));
        goodbyes.add(over);
    };
    try {
        const { signal } = run;
        const resolver = tools.createResolver(signal);
        const certificates = { ...earlier?.observations.certificates };
        const keepCertificates = (seen) => {
            tools.sink?.certificates(seen);
            Object.assign(certificates, seen);
        };
        const environment = {
            heloName: plan.heloName ?? "address literal",
            resolver: resolver.description,
            route: tools.route.description,
            privateAddressesAllowed: plan.allowPrivateAddresses,
            trustStores: [],
        };
        if (earlier === undefined)
            tools.sink?.begin({ started: new Date(started).toISOString(), environment });
        const runTools = {
            ...tools,
            resolver,
            turns: new turns/* Turns */.P(),
            signal,
            began,
            certificates,
            keepCertificates,
            ...(tools.sink === undefined && { onLeaving }),
        };
        const web = new WebEgress(plan, runTools);
        const published = publishedOf(plan, runTools, web);
        const lookUps = new LookUps(plan, {
            ...tools,
            resolver,
            signal,
            onMx: ({ name, policyFile }, mx) => published?.list(name, mx, policyFile),
        });
        const probing = new Probing(plan, runTools, lookUps);
        void tellProgress(running.signal, tools, () => ({
            domainsResolved: lookUps.resolved,
            domains: plan.domains.length,
            seconds: clock.monotonic() - lookedFrom,
            ...probing.progress,
        }));
        const lookingUp = lookUps.lookUpAll();
        const lookedUp = Promise.all(lookingUp);
        const prepared = plan.searchesIssuers ? probing.prepare() : undefined;
        prepared?.catch(() => undefined);
        const begun = Promise.withResolvers();
        const whole = Promise.all(lookingUp.map(async (looking, index) => {
            const looked = await looking;
            if (looked === undefined)
                return undefined;
            const domain = await completed(looked, published);
            if (domain.endpoints.length > 0)
                await begun.promise;
            await probing.done(domain.endpoints);
            tools.sink?.domain(index, domain);
            return domain;
        }));
        whole.catch(() => undefined);
        const [machineName] = await Promise.all([
            publicMachineName(tools.machineName, resolver),
            Promise.race([lookUps.quickOnesDone(), lookedUp]),
        ]);
        const politeness = probing.bounds(plan.deadline - (clock.monotonic() - lookedFrom));
        if (politeness.length > 0)
            tools.onBounds?.(politeness);
        probing.begin(machineName);
        published?.start();
        begun.resolve(undefined);
        await lookedUp;
        const probed = await probing.all();
        await prepared;
        const domains = (await whole).filter((domain) => domain !== undefined);
        const egress = [...(await probing.egressFacts()), ...(await web.facts())];
        const { endpoints, issuers } = await completeChains(probed, plan, runTools);
        const saidGoodbye = Promise.all(goodbyes).then(() => undefined);
        if (tools.onGoodbyes === undefined)
            await saidGoodbye;
        else
            tools.onGoodbyes(saidGoodbye);
        const dnssec = resolver.dnssec?.();
        const ended = tools.interrupt.aborted ? "interrupted" : "deadline";
        return {
            schema: "mx-gate/observations/v1",
            started: new Date(started).toISOString(),
            finished: new Date(started + (clock.monotonic() - began) * 1000).toISOString(),
            ...(signal.aborted && { ended }),
            environment: {
                ...environment,
                heloName: plan.heloName ?? machineName ?? "address literal",
                ...(dnssec !== undefined && { dnssec }),
                trustStores: Object.keys(certificates).length === 0 ? [] : describeStores(tools.trust),
            },
            checks: [...plan.checks],
            ...(plan.shard !== undefined && { shard: plan.shard }),
            ...(politeness.length > 0 && { politeness }),
            domains,
            endpoints,
            ...(egress.length > 0 && { egress }),
            certificates,
            ...(Object.keys(issuers).length > 0 && { issuers }),
            ...(plan.zoneFiles !== undefined && { zoneFiles: plan.zoneFiles }),
            ...(plan.daneKeys !== undefined && { daneKeys: plan.daneKeys }),
            ...(plan.targetNotes !== undefined && { targetNotes: plan.targetNotes }),
        };
    }
    finally {
        running.end();
        void Promise.allSettled(goodbyes).then(() => run.end());
    }
}
async function completed(domain, published) {
    const found = domain.kind === "domain" ? await published?.of(domain.name) : undefined;
    return found === undefined || Object.keys(found).length === 0 ? domain : { ...domain, ...found };
}
function publishedOf({ published, allowPrivateAddresses }, tools, web) {
    if (published === undefined || (!published.mtaSts && !published.tlsRpt))
        return undefined;
    return new ($observe_sts_published_js().PublishedPolicies)(published, {
        ...tools,
        privateAllowed: allowPrivateAddresses,
        watch: (host, address) => web.watch(host, address, published.timeout),
    });
}
async function tellProgress(over, { clock, onProgress }, progress) {
    for (;;) {
        await clock.sleep(PROGRESS_SECONDS, over);
        if (over.aborted)
            return;
        onProgress(progress());
    }
}
function describeStores(trust) {
    return trust.names.map((store) => {
        const file = trust.fileOf(store);
        return { store, certificates: trust.size(store), ...(file !== undefined && { file }) };
    });
}
async function completeChains(endpoints, plan, tools) {
    const { searchesIssuers, issuerTimeout: timeout, allowPrivateAddresses: privateAllowed, earlier } = plan;
    if (!searchesIssuers)
        return { endpoints, issuers: {} };
    const completed = await $observe_trust_issuer_search_js().searchIssuers(endpoints, tools.certificates, {
        trust: tools.trust,
        turns: tools.turns,
        signal: tools.signal,
        asked: earlier?.observations.issuers,
        fetch: timeout === undefined ? undefined : (name) => $observe_trust_issuer_fetch_js().fetchIssuer(name, { ...tools, privateAllowed, timeout }),
    });
    tools.keepCertificates(completed.certificates);
    return completed;
}

// EXTERNAL MODULE: ./lib/recorded/lines.js
var lines = __webpack_require__(2575);
// EXTERNAL MODULE: ./lib/system/pace.js
var pace = __webpack_require__(9142);
// EXTERNAL MODULE: ./lib/text/plural.js
var text_plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/observe/x509/alternative-names.js
var alternative_names = __webpack_require__(9995);
// EXTERNAL MODULE: ./lib/observe/x509/certificate-structure.js
var certificate_structure = __webpack_require__(9002);
// EXTERNAL MODULE: ./lib/observe/x509/der.js
var der = __webpack_require__(6202);
// EXTERNAL MODULE: ./lib/observe/x509/openssl.js
var openssl = __webpack_require__(3767);
// EXTERNAL MODULE: ./lib/observe/x509/pem.js
var pem = __webpack_require__(5751);
// EXTERNAL MODULE: ./lib/observe/x509/parsed-certificate.js
var parsed_certificate = __webpack_require__(9402);
;// CONCATENATED MODULE: ./lib/observe/x509/tlsa/key-file.js
var key_file_$node_crypto$made;
function key_file_$node_crypto() { return key_file_$node_crypto$made ??= process.getBuiltinModule("node:crypto"); }






const PUBLIC_KEY = "PUBLIC KEY";
const LABELS = ["CERTIFICATE", "X509 CERTIFICATE", PUBLIC_KEY];
function associationDataOf(octets) {
    return {
        full: octets.toString("hex"),
        sha256: key_file_$node_crypto().hash("sha256", octets, "hex"),
        sha512: key_file_$node_crypto().hash("sha512", octets, "hex"),
    };
}
function readKeyFile(text, most) {
    const found = (0,pem/* readPem */.J)(text, LABELS);
    if ("problem" in found)
        return found;
    const keys = [];
    for (const { label, octets = Buffer.of(), line } of found) {
        if (keys.length === most)
            return { problem: "too-many", line };
        const read = label === PUBLIC_KEY ? keyIn(octets) : certificateIn(octets);
        if (typeof read === "string")
            return { problem: read, line };
        keys.push({ line, ...read });
    }
    return keys.length === 0 ? { problem: "nothing" } : keys;
}
function keyIn(octets) {
    if ((0,der/* readElement */.RN)(octets)?.whole.equals(octets) !== true || (0,openssl/* readPublicKey */.RR)(octets) === undefined)
        return "unreadable-key";
    return { publicKey: associationDataOf(octets) };
}
function certificateIn(octets) {
    const certificate = new parsed_certificate/* ParsedCertificate */.D(octets);
    const structure = certificate.structure();
    const key = structure?.publicKey?.whole;
    if (!certificate.isReadable || key === undefined)
        return "unreadable-certificate";
    const names = structure?.extensions?.get((0,certificate_structure/* EXTENSION */.Y)().subjectAlternativeName)?.value;
    return {
        certificate: associationDataOf(octets),
        publicKey: associationDataOf(key),
        dnsNames: (names && (0,alternative_names/* readAlternativeNames */.m6)(names)?.dnsNames) ?? [],
    };
}

// EXTERNAL MODULE: ./lib/system/workspace.js + 1 modules
var system_workspace = __webpack_require__(4036);
;// CONCATENATED MODULE: ./lib/run/dane-keys.js






var $zone_find_js$made;
function $zone_find_js() { return $zone_find_js$made ??= late["zone/find.js"](); }
const SETTING = "dane-keys";
var PROBLEMS$made;
function PROBLEMS() { return PROBLEMS$made ??= ({
    ...(0,pem/* PEM_PROBLEMS */._)(),
    nothing: "There is no PEM certificate and no public key in it (-----BEGIN CERTIFICATE-----, -----BEGIN PUBLIC KEY-----).",
    "unreadable-certificate": "This is not a readable certificate.",
    "unreadable-key": "This is not a readable public key.",
    "too-many": `It holds more than ${String(bounds/* DANE_KEYS_IN_FILE */.tG)} certificates and keys.`,
}); }
function* loadingDaneKeys(patterns, search) {
    const { files, problems } = yield* readingDaneKeys(patterns, search);
    if (problems.length > 0)
        throw new configuration_error/* ConfigurationError */.j1(problems);
    return files;
}
function* readingDaneKeys(patterns, search) {
    if (patterns.length === 0)
        return { files: [], problems: [] };
    const { workspace } = search;
    const { files: named, problems } = yield* $zone_find_js().findFiles(SETTING, patterns, search);
    if (workspace === undefined)
        return { files: [], problems };
    if (named.length > bounds/* DANE_KEY_FILES */.Fj) {
        const message = `${SETTING}: the patterns match ${String(named.length)} files; one run takes at most ${String(bounds/* DANE_KEY_FILES */.Fj)}.`;
        return { files: [], problems: [...problems, { message }] };
    }
    const files = [];
    for (const { file, real } of named) {
        const read = readOne(file, real, workspace);
        if ("keys" in read)
            files.push(read);
        else
            problems.push(read);
        yield;
    }
    return { files, problems };
}
function readOne(file, real, workspace) {
    let text;
    try {
        text = workspace.read(real, bounds/* DANE_KEY_FILE_OCTETS */.Lg);
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
        const message = error instanceof system_workspace/* LargeFile */.KR
            ? `The file is not read: ${error.message}.`
            : `The file cannot be read (${code}).`;
        return { file, message };
    }
    const keys = readKeyFile(text, bounds/* DANE_KEYS_IN_FILE */.tG);
    if (!("problem" in keys))
        return { file, keys: [...keys] };
    return { file, ...(keys.line !== undefined && { line: keys.line }), message: PROBLEMS()[keys.problem] };
}

// EXTERNAL MODULE: ./lib/run/deliver.js
var deliver = __webpack_require__(5192);
// EXTERNAL MODULE: ./lib/run/loading.js
var loading = __webpack_require__(9541);
// EXTERNAL MODULE: ./lib/observe/dns/name-server.js
var name_server = __webpack_require__(3625);
// EXTERNAL MODULE: ./lib/observe/dns/resolver.js
var dns_resolver = __webpack_require__(7608);
// EXTERNAL MODULE: ./lib/observe/dns/stub-resolver.js
var stub_resolver = __webpack_require__(8133);
// EXTERNAL MODULE: ./lib/observe/route/route.js
var route_route = __webpack_require__(443);
;// CONCATENATED MODULE: ./lib/run/network.js


var $observe_dns_authoritative_js$made;
function $observe_dns_authoritative_js() { return $observe_dns_authoritative_js$made ??= late["observe/dns/authoritative.js"](); }

var $observe_dns_dnssec_js$made;
function $observe_dns_dnssec_js() { return $observe_dns_dnssec_js$made ??= late["observe/dns/dnssec.js"](); }

var $observe_dns_https_js$made;
function $observe_dns_https_js() { return $observe_dns_https_js$made ??= late["observe/dns/https.js"](); }




var $observe_route_proxy_js$made;
function $observe_route_proxy_js() { return $observe_route_proxy_js$made ??= late["observe/route/proxy.js"](); }

const FILES_KEPT = 16;
const SOCKETS_OF_A_QUESTION = 2;
function roomFor({ concurrency, "dns-server": chosen }, filesLeft) {
    const half = filesLeft === undefined ? Infinity : Math.floor((filesLeft - FILES_KEPT) / 2);
    const asked = chosen.some((server) => "authoritative" in server) ? bounds/* MAX_NAME_SERVERS */.GX : 1;
    const connections = Math.max(1, Math.min(concurrency, half));
    return {
        connections,
        aside: Math.max(0, Math.min(concurrency * bounds/* ASIDE_PER_SLOT */.Uz, half - connections)),
        questions: Math.max(1, Math.min(bounds/* QUESTIONS_IN_FLIGHT */.PI, Math.floor(half / SOCKETS_OF_A_QUESTION / asked))),
    };
}
function makeNetwork({ questions }, { proxy, timeout, "dns-server": chosen, "allow-private-addresses": allowPrivateAddresses }, trust, { clock, machine }, seesDnssec = false) {
    const route = proxy === null ? route_route/* directRoute */.f : $observe_route_proxy_js().proxyRoute(proxy);
    const dial = proxy?.scheme === "socks5h" ? dialer(route, timeout, clock) : undefined;
    return {
        route,
        createResolver(signal) {
            const settings = { timeout, clock, signal, questions, random: machine.random, ...(dial && { dial }) };
            const url = chosen.flatMap((server) => ("url" in server ? [server.url] : []))[0];
            const validated = (resolver) => (0,dns_resolver/* memoised */.Q)(seesDnssec ? $observe_dns_dnssec_js().withDnssec(resolver) : resolver);
            if (url !== undefined) {
                return validated($observe_dns_https_js().createHttpsResolver({ ...settings, url: new URL(url), route, trustAnchors: trust.pems() }));
            }
            const given = chosen.filter(isAddressed);
            const stub = (0,stub_resolver/* createStubResolver */.nU)({
                ...settings,
                servers: given.length > 0 ? given : (0,name_server/* systemServers */.mi)(undefined, machine.resolvConf),
            });
            if (!chosen.some((server) => "authoritative" in server))
                return validated(stub);
            const authoritative = $observe_dns_authoritative_js().createAuthoritativeResolver({
                ...settings,
                bootstrap: stub,
                port: name_server/* DNS_PORT */.MS,
                allowPrivateAddresses,
            });
            return (0,dns_resolver/* memoised */.Q)(seesDnssec ? $observe_dns_dnssec_js().withoutDnssec(authoritative) : authoritative);
        },
    };
}
function isAddressed(server) {
    return "address" in server;
}
function dialer(route, timeout, clock) {
    return async ({ address, port }, signal) => {
        const { step, socket } = await route.dial({ host: address, address, port }, { timeout, clock, signal });
        if (socket !== undefined)
            return socket;
        const detail = [step.code ?? step.outcome, step.detail].filter((part) => part !== undefined).join(", ");
        const outcome = step.outcome === "local-limit" ? "local-limit" : "unreachable";
        return { outcome, detail: `${detail} through ${route.description}` };
    };
}

// EXTERNAL MODULE: ./lib/judge/checks/all.js + 13 modules
var checks_all = __webpack_require__(2387);
// EXTERNAL MODULE: ./lib/judge/findings/coverage.js
var coverage = __webpack_require__(6458);
;// CONCATENATED MODULE: ./lib/run/refusals.js

var $judge_replies_meaning_js$made;
function $judge_replies_meaning_js() { return $judge_replies_meaning_js$made ??= late["judge/replies/meaning.js"](); }
var PASSING$made;
function PASSING() { return PASSING$made ??= (new Set(["trouble", "domain", "unclear"])); }
function adviseOnRefusal({ reply, ...asked }) {
    const { meaning } = $judge_replies_meaning_js().readReply(reply, asked);
    const transient = reply.code < 500;
    return {
        tryOtherSender: meaning === "client",
        meetsOthers: !transient && meaning !== "mailbox",
        lookAgain: transient && PASSING().has(meaning),
    };
}
var USUAL$made;
function USUAL() { return USUAL$made ??= ({
    reply: { code: 554, lines: ["554 5.7.1 <probe@foreign.example>: Relay access denied"], seconds: 0 },
    command: "RCPT",
    ownAddress: undefined,
    heloName: "client.example",
    sender: "",
    recipient: "probe@foreign.example",
    foreign: true,
    host: "mx.example",
}); }
function prepareAdvice() {
    $judge_replies_meaning_js().prepareToRead();
    adviseOnRefusal(USUAL());
}

// EXTERNAL MODULE: ./lib/dns/zone-troubles.js
var zone_troubles = __webpack_require__(6502);
;// CONCATENATED MODULE: ./lib/run/zone-files.js

function zoneFilesOf({ zones }) {
    return zones.map(({ file, name, troubles }) => ({
        file,
        ...(name !== undefined && { zone: name.name, namedBy: name.from }),
        troubles: troubles.map((trouble) => ({ ...trouble, servers: [...(0,zone_troubles/* ZONE_TROUBLES */.e)()[trouble.reason]] })),
    }));
}

;// CONCATENATED MODULE: ./lib/run/observing.js




var $zone_resolver_js$made;
function $zone_resolver_js() { return $zone_resolver_js$made ??= late["zone/resolver.js"](); }



const NOTED_OPERATORS = 3;
function observePlanOf({ settings, subjects, rulesFor, given, shard, zones, targetNotes }, room, daneKeys) {
    const needs = (0,checks_all/* probeNeeds */.c8)(settings.checks);
    const controls = settings["egress-control"];
    return {
        domains: subjects,
        checks: settings.checks,
        probes: needs !== undefined,
        searchesIssuers: needs?.issuers === true,
        rulesFor,
        heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
        allowPrivateAddresses: settings["allow-private-addresses"],
        concurrency: room.connections,
        aside: room.aside,
        connectTo: settings["connect-to"],
        egress: { hosts: controls, named: given.has("egress-control") && controls.length > 0 },
        issuerTimeout: settings["fetch-issuers"] ? settings.timeout : undefined,
        published: {
            mtaSts: settings.checks.includes("mta-sts"),
            tlsRpt: settings.checks.includes("tls-rpt"),
            timeout: settings.timeout,
        },
        waits: settings.wait > 0,
        ...(shard !== undefined && { shard }),
        ...(zones !== undefined && { zoneFiles: zoneFilesOf(zones) }),
        ...(daneKeys.length > 0 && { daneKeys: [...daneKeys] }),
        ...(targetNotes.length > 0 && { targetNotes: [...targetNotes] }),
    };
}
function observeToolsOf({ settings, zones }, { room, trust, sink, onGoodbyes }, host) {
    const network = makeNetwork(room, settings, trust, host, (0,checks_all/* probeNeeds */.c8)(settings.checks)?.dane === true);
    return {
        clock: host.clock,
        route: network.route,
        createResolver: (signal) => {
            const live = network.createResolver(signal);
            return zones === undefined ? live : (0,dns_resolver/* memoised */.Q)($zone_resolver_js().withZoneFiles(zones.zones, live));
        },
        trust,
        interrupt: host.interrupt,
        random: host.machine.random,
        machineName: host.machine.name,
        adviseOn: adviseOnRefusal,
        prepareAdvice: prepareAdvice,
        interfaces: host.machine.interfaces,
        onProgress: (progress) => host.progress(progress),
        onBounds: (bounds) => {
            for (const bound of bounds.slice(0, NOTED_OPERATORS))
                host.note((0,coverage/* boundSentence */.w)(bound));
        },
        sink,
        onGoodbyes,
    };
}

// EXTERNAL MODULE: ./lib/run/recorder.js
var run_recorder = __webpack_require__(5079);
;// CONCATENATED MODULE: ./lib/run/reports.js


var reports_$zone_find_js$made;
function reports_$zone_find_js() { return reports_$zone_find_js$made ??= late["zone/find.js"](); }
const reports_SETTING = "reports";
function* findingReports(patterns, { workspace }) {
    const search = { workspace, anywhere: true, positionOf: () => undefined };
    const { files, problems } = yield* reports_$zone_find_js().findFiles(reports_SETTING, patterns, search);
    if (problems.length > 0)
        throw new configuration_error/* ConfigurationError */.j1(problems);
    return files.map(({ file }) => file);
}

// EXTERNAL MODULE: ./lib/run/sources.js
var run_sources = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/config/domains-file.js
var domains_file = __webpack_require__(9798);
// EXTERNAL MODULE: ./lib/system/lines.js
var system_lines = __webpack_require__(2442);
;// CONCATENATED MODULE: ./lib/run/standard-input.js





async function standardInput(given, host, deadline) {
    const { settings } = (0,config_given/* readSettings */.sb)(given.filter(({ name }) => name === "domains-file"), "command");
    if (!settings["domains-file"].includes(domains_file/* STANDARD_INPUT */.XO))
        return undefined;
    const input = host.input?.();
    if (input === undefined)
        return undefined;
    if (input.isTTY === true)
        host.note("Waiting for domains on standard input, one a line. Ctrl-D ends the list.");
    const left = deadline - (host.clock.monotonic() - host.started);
    const waiting = new system_deadline/* Deadline */.B(host.interrupt, () => input.destroy()).within(left, host.clock);
    const pieces = [];
    let octets = 0;
    try {
        for await (const piece of input) {
            pieces.push(Buffer.from(piece));
            octets += piece.length;
            if (octets > domains_file/* DOMAINS_FILE_BOUNDS */.XI.octets)
                break;
        }
    }
    catch (error) {
        if (waiting.why === undefined)
            throw error;
    }
    const { why } = waiting;
    waiting.end();
    if (why === "aborted")
        stop("The run was interrupted while it read standard input.");
    if (why === "timeout")
        stop(`The run ran out of time while it read standard input (deadline ${String(deadline)} s).`);
    return (0,system_lines/* split */.lD)(pieces, domains_file/* DOMAINS_FILE_BOUNDS */.XI);
}
function stop(message) {
    throw new configuration_error/* ConfigurationError */.j1([{ message: `${message} Nothing was probed.` }]);
}

// EXTERNAL MODULE: ./lib/observe/trust/paths.js + 5 modules
var paths = __webpack_require__(8752);
;// CONCATENATED MODULE: ./lib/run/trust-stores.js




var trust_stores_PROBLEMS$made;
function trust_stores_PROBLEMS() { return trust_stores_PROBLEMS$made ??= ({
    ...(0,pem/* PEM_PROBLEMS */._)(),
    "no-certificate": "There is no PEM certificate in it (-----BEGIN CERTIFICATE-----).",
    "unreadable-certificate": "This is not a readable certificate.",
    "no-self-signed-certificate": "It holds no self-signed certificate; a chain is trusted only up to a root.",
}); }
function openTrustStores(caFile, host) {
    if (caFile === null)
        return opened({});
    return opened({ caFile, caFilePem: readGiven(caFile, host) });
}
function opened(given) {
    const stores = (0,paths/* loadTrustStores */.jq)(given);
    if (!("problem" in stores))
        return stores;
    const place = {
        ...(given.caFile !== undefined && { file: given.caFile }),
        ...(stores.line !== undefined && { line: stores.line }),
    };
    throw new configuration_error/* ConfigurationError */.j1([{ ...place, message: `ca-file: ${trust_stores_PROBLEMS()[stores.problem]}` }]);
}
function readGiven(file, host) {
    let text;
    try {
        text = host.readFile(file);
    }
    catch (error) {
        const reason = (0,files/* failureReason */.Hr)(error);
        if (reason === undefined)
            throw error;
        throw new configuration_error/* ConfigurationError */.j1([{ message: `ca-file: ${file} cannot be read: ${reason}.` }]);
    }
    if (text === undefined)
        throw new configuration_error/* ConfigurationError */.j1([{ message: `ca-file: ${file} does not exist.` }]);
    return text;
}

// EXTERNAL MODULE: ./lib/judge/report.js
var judge_report = __webpack_require__(6221);
;// CONCATENATED MODULE: ./lib/run/wait.js



const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 60;
var NOT_OF_THE_DEPLOY$made;
function NOT_OF_THE_DEPLOY() { return NOT_OF_THE_DEPLOY$made ??= (new Set(["egress-blocked", "ipv6-unavailable", "local-limit"])); }
class WaitRounds {
    #wait;
    #deadline;
    #host;
    #started;
    #pause = FIRST_PAUSE;
    constructor({ wait, deadline }, deadlineGiven, host) {
        this.#wait = wait;
        this.#deadline = deadlineGiven ? deadline : deadline + wait;
        this.#host = host;
        this.#started = host.clock.monotonic();
    }
    secondsLeft() {
        return Math.max(0.001, this.#untilDeadline());
    }
    async nextRound(report, rules) {
        const open = unsettled(report, rules);
        const left = Math.min(this.#wait - this.#elapsed(), this.#untilDeadline());
        if (open.length === 0 || left <= 0 || this.#host.interrupt.aborted)
            return undefined;
        const pause = Math.min(this.#pause, left);
        this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
        const names = new Set(open.map(({ domain }) => domain.name));
        const what = names.size === 1 ? `${[...names].join("")} does` : `${String(names.size)} domains do`;
        this.#host.note(`${what} not pass yet; the next look is in ${pause.toFixed(0)} s, the last within ${left.toFixed(0)} s.`);
        await this.#host.clock.sleep(pause, this.#host.interrupt);
        if (this.#host.interrupt.aborted)
            return undefined;
        return roundAfter(report, open, this.#started);
    }
    #untilDeadline() {
        return this.#deadline - (this.#host.clock.monotonic() - this.#host.started);
    }
    #elapsed() {
        return this.#host.clock.monotonic() - this.#started;
    }
}
function unsettled(report, rules) {
    return [...(0,judge_report/* placedChecks */.xU)(report.domains)].filter((placed) => (0,judge_report/* closesGate */.HE)(placed.check.verdict, rules) && mayChange(placed, report));
}
function mayChange({ endpoint, check }, { observations }) {
    const observed = endpoint && observations.endpoints[endpoint.key];
    if (!check.findings.some(({ code }) => !NOT_OF_THE_DEPLOY().has(code) || isDoubt(code, observed, observations)))
        return false;
    return check.check !== "relay" || observed?.connections.some(({ relay }) => (0,observe_observation/* relayAnswered */.jz)(relay)) !== true;
}
function isDoubt(code, observed, { egress }) {
    if (code !== "egress-blocked" || observed === undefined)
        return false;
    const facts = (0,egress_facts/* egressOf */.V1)(observed, egress);
    return facts !== undefined && !facts.noRoute && (0,egress_facts/* triedControls */.zl)(facts).length === 0;
}
function roundAfter(report, open, started) {
    const { observations } = report;
    const domainIsOpen = new Set(open.map(({ domain }) => domain.rawName));
    const endpointIsOpen = new Set(open.map(({ endpoint }) => endpoint?.key));
    return {
        observations,
        started,
        again: (name) => domainIsOpen.has(name),
        keeps: (key) => Object.hasOwn(observations.endpoints, key) && !endpointIsOpen.has(key),
    };
}

;// CONCATENATED MODULE: ./lib/run/run.js















var $run_replay_js$made;
function $run_replay_js() { return $run_replay_js$made ??= late["run/replay.js"](); }





const MANY = 100;
async function check(given, door, host) {
    const { deadline, reports } = (0,config_given/* readSettings */.sb)(given.filter(({ name }) => name === "deadline" || name === "reports"), door).settings;
    if (reports.length > 0) {
        const files = await (0,loading/* load */.H)(findingReports(reports, host), host, deadline);
        const others = given.filter(({ name }) => name !== "reports");
        return await $run_replay_js().rejudge(files, others, undefined, host, door);
    }
    const input = door === "command" ? await standardInput(given, host, deadline) : undefined;
    const sources = { ...(0,run_sources/* sourcesOf */.u)(host, host.clock.now()), standardInput: input };
    const plan = await (0,loading/* load */.H)((0,config_plan/* planning */.Ix)(given, door, sources), host, deadline);
    const { settings, policy } = plan;
    const daneKeys = await (0,loading/* load */.H)(loadingDaneKeys(settings["dane-keys"], plan.daneKeySearch), host, deadline);
    for (const secret of plan.secrets)
        host.mask?.(secret);
    const trust = openTrustStores(settings["ca-file"], host);
    const room = roomFor(settings, host.machine.filesLeft);
    announce(plan, room, host);
    const recorder = await recorderFor(plan, host);
    const sink = recorder instanceof run_recorder/* Recorder */.v ? recorder : undefined;
    let goodbyes = Promise.resolve();
    const onGoodbyes = (over) => {
        goodbyes = over;
    };
    const asked = observePlanOf(plan, room, daneKeys);
    const tools = observeToolsOf(plan, { room, trust, sink, onGoodbyes }, host);
    const judgeNow = (observations) => (0,pace/* paced */.y)((0,judge/* judging */.R)(observations, { policy, now: Date.parse(observations.finished), tool: version/* TOOL */.j }));
    const rounds = new WaitRounds(settings, plan.given.has("deadline"), host);
    let report = await judgeNow(await observe({ ...asked, deadline: rounds.secondsLeft() }, tools));
    for (;;) {
        const earlier = await rounds.nextRound(report, policy.gate);
        if (earlier === undefined)
            break;
        await goodbyes;
        report = await judgeNow(await observe({ ...asked, earlier, deadline: rounds.secondsLeft() }, tools));
    }
    if (host.showsTranscripts !== false || settings["report-file"] !== null)
        await goodbyes;
    return await (0,deliver/* deliver */.c)(report, settings, host, { recorder });
}
function announce({ settings, subjects, zones }, room, host) {
    for (const { owner, file, line } of zones?.untested ?? []) {
        host.note(`${file}:${String(line)} ${owner} has an MX record, but is not a name that can be tested.`);
    }
    if (room.connections < settings.concurrency) {
        host.note(`This process may open ${String(host.machine.filesLeft)} more files (ulimit -n): ${String(room.connections)} endpoints at once instead of ${String(settings.concurrency)}.`);
    }
    if (subjects.length >= MANY) {
        host.note(`Testing ${(0,text_plural/* plural */.LS)(subjects.length, "domain or server", "domains and servers")}; the deadline is ${String(settings.deadline)} s from the start.`);
    }
}
async function recorderFor({ settings, policy, subjects, shard }, host) {
    const path = settings["report-file"];
    if (path === null || !(0,lines/* isRecording */.k3)(path))
        return undefined;
    const run = {
        tool: version/* TOOL */.j,
        policy: policy.inForce,
        checks: [...settings.checks],
        subjects: subjects.length,
        ...(shard !== undefined && { shard }),
    };
    return await (0,run_recorder/* openRecorder */.L)(path, `report-file ${path}`, run, host);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/config/settings.js
var settings = __webpack_require__(1641);
// EXTERNAL MODULE: ./lib/terminal/own-options.js
var own_options = __webpack_require__(2687);
// EXTERNAL MODULE: ./lib/terminal/program.js
var terminal_program = __webpack_require__(9072);
;// CONCATENATED MODULE: ./lib/terminal/arguments.js






function isFlag(name) {
    const setting = (0,settings/* settings */.W0)()[name];
    return setting.flag === true;
}
function parseCommandLine(words, program = terminal_program/* PROGRAM */.R) {
    const { values, positionals, problems } = readWords(spellOutFlags(words), program);
    const help = values.get("help");
    if (help !== undefined)
        return { name: "help", brief: !help.includes("--help") };
    if (values.has("version"))
        return { name: "version" };
    if (words.length === 0)
        return { name: "help", brief: true };
    const [first, ...rest] = positionals;
    const command = (0,own_options/* COMMAND_NAMES */.nZ)().find((name) => name === first);
    const given = [...values].flatMap(([name, written]) => written.length > 0 && !(0,own_options/* OWN_OPTIONS */._X)().some((own) => own.name === name)
        ? [{ name, value: written.join("\n"), label: `--${name}` }]
        : []);
    const display = {
        json: values.has("json"),
        quiet: values.has("quiet"),
        verbose: values.has("verbose"),
        transcripts: (values.get("verbose")?.length ?? 0) > 1,
    };
    let at;
    const moment = values.get("at")?.at(-1);
    if (moment !== undefined && command !== "judge")
        problems.push({
            message: "--at goes with judge: it sets the moment at which recorded observations are judged.",
        });
    if (moment !== undefined) {
        at = readMoment(moment);
        if (at === undefined)
            problems.push({
                message: `--at: "${moment}" is not a date. Write it as 2026-11-21 or 2026-11-21T12:00:00Z.`,
            });
    }
    const notDomain = command === undefined && first !== undefined ? singleWord(first) : undefined;
    if (notDomain !== undefined)
        problems.push({ message: notDomain });
    if (command === "judge" && rest.length === 0)
        problems.push({ message: `judge needs a report: ${program} judge mx-gate-report.json` });
    if (command === "explain" && rest.length !== 1)
        problems.push({ message: `explain takes one code, check or setting: ${program} explain cert-expired` });
    const shell = own_options/* SHELLS */.OF.find((name) => name === rest[0]);
    if (command === "completion" && (rest.length !== 1 || shell === undefined))
        problems.push({ message: `completion takes a shell, bash, zsh or fish: ${program} completion bash` });
    const settingsGiven = command === "judge" || command === "explain" || command === "completion"
        ? given
        : withDomains(given, command === undefined ? positionals : rest);
    if (problems.length > 0)
        throw new configuration_error/* ConfigurationError */.j1([...problems, ...(0,config_given/* readSettings */.sb)(settingsGiven, "command").problems]);
    switch (command) {
        case "help":
            return { name: "help", brief: false };
        case "version":
            return { name: "version" };
        case "explain":
            return { name: "explain", word: rest[0] ?? "" };
        case "completion":
            return { name: "completion", shell: shell ?? "bash" };
        case "judge":
            return { name: "judge", files: rest, given, at, display };
        case "check":
        case undefined:
            return { name: "check", given: settingsGiven, display };
    }
}
function commandName(words, program = terminal_program/* PROGRAM */.R) {
    const [first] = readWords(spellOutFlags(words), program).positionals;
    return (0,own_options/* COMMAND_NAMES */.nZ)().find((name) => name === first) ?? "check";
}
function readMoment(text) {
    const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?Z)?$/.exec(text);
    if (match === null)
        return undefined;
    const [, day = "", minute = "00:00", second = "00"] = match;
    const written = `${day}T${minute}:${second}.000Z`;
    const moment = new Date(written);
    return !Number.isNaN(moment.getTime()) && moment.toISOString() === written ? moment : undefined;
}
function singleWord(word) {
    if (!/^[A-Za-z0-9-]+$/.test(word))
        return undefined;
    if (word.toLowerCase() === "localhost")
        return `localhost is a server, not a mail domain. To test it, use --servers localhost`;
    const meant = (0,configuration_error/* closestWord */.En)(word, (0,own_options/* COMMAND_NAMES */.nZ)());
    if (meant !== undefined)
        return `"${word}" is not a command. Did you mean ${meant}?`;
    return `"${word}" is neither a command (${(0,own_options/* COMMAND_NAMES */.nZ)().join(", ")}) nor a domain name with a dot. If you mean the top-level domain, write "${word}."`;
}
function withDomains(given, names) {
    if (names.length === 0)
        return [...given];
    const others = given.filter((setting) => setting.name !== "domains");
    const listed = given.find((setting) => setting.name === "domains");
    const all = [...names, ...(typeof listed?.value === "string" ? [listed.value] : [])];
    return [{ name: "domains", value: all.join("\n"), label: "domains" }, ...others];
}
function spellOutFlags(words) {
    const spelled = [];
    for (let index = 0; index < words.length; index++) {
        const word = words[index] ?? "";
        if (word === "--")
            return [...spelled, ...words.slice(index)];
        const [name = "", attached] = word.replace(/^--/, "").split("=", 2);
        const flag = word.startsWith("--") && (0,settings/* SETTING_NAMES */.OI)().some((setting) => setting === name && isFlag(setting));
        const next = words[index + 1];
        const value = attached ?? (flag && (next === "true" || next === "false") ? next : undefined);
        if (flag && (value === "true" || value === "false")) {
            spelled.push(value === "true" ? `--${name}` : `--no-${name}`);
            if (attached === undefined)
                index++;
        }
        else
            spelled.push(word);
    }
    return spelled;
}
function takesSeveral(name) {
    const setting = (0,config_given/* isSettingName */.s9)(name) ? (0,settings/* settings */.W0)()[name] : undefined;
    return setting?.list === true;
}
function unknownOption(word, meant, program) {
    if (!word.startsWith("--") && word.includes("."))
        return `${word} is not an option, and a domain name cannot start with a hyphen.`;
    return `Unknown option ${word}.${meant === undefined ? "" : ` Did you mean --${meant}?`} See ${program} --help.`;
}
function readWords(words, program) {
    const options = {};
    for (const name of (0,settings/* SETTING_NAMES */.OI)())
        options[name] = { type: isFlag(name) ? "boolean" : "string", multiple: true };
    for (const { name, short, placeholder } of (0,own_options/* OWN_OPTIONS */._X)())
        options[name] = {
            type: placeholder === undefined ? "boolean" : "string",
            multiple: true,
            ...(short !== undefined && { short }),
        };
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...words],
        options,
        allowPositionals: true,
        allowNegative: true,
        strict: false,
        tokens: true,
    });
    const values = new Map();
    const positionals = [];
    const problems = [];
    const settled = new Set();
    for (const token of tokens) {
        if (settled.has(token.index))
            continue;
        if (token.kind === "positional")
            positionals.push(token.value);
        if (token.kind !== "option")
            continue;
        const negated = token.rawName.startsWith("--no-") && Object.hasOwn(options, token.name);
        const { name } = token;
        const option = Object.hasOwn(options, name) ? options[name] : undefined;
        const own = (0,own_options/* OWN_OPTIONS */._X)().some((each) => each.name === name);
        if (option === undefined || (negated && (own || option.type === "string"))) {
            const short = !token.rawName.startsWith("--");
            const meant = short ? undefined : (0,configuration_error/* closestWord */.En)(name, Object.keys(options));
            problems.push({
                message: unknownOption(short ? (words[token.index] ?? "") : token.rawName, meant, program),
            });
            if (short)
                settled.add(token.index);
            else if (meant !== undefined && options[meant]?.type === "string" && token.value === undefined)
                settled.add(token.index + 1);
        }
        else if (option.type === "boolean") {
            if (token.value !== undefined)
                problems.push({
                    message: own
                        ? `--${name} takes no value.`
                        : `--${name}: "${token.value}" is neither true nor false.`,
                });
            const list = values.get(name) ?? [];
            values.set(name, (0,settings/* SETTING_NAMES */.OI)().some((setting) => setting === name)
                ? [negated ? "false" : "true"]
                : [...list, token.rawName]);
        }
        else if (token.value === undefined || (!token.inlineValue && token.value.startsWith("--"))) {
            problems.push({ message: `--${name} needs a value.` });
        }
        else
            values.set(name, [...(takesSeveral(name) ? (values.get(name) ?? []) : []), token.value]);
    }
    return { values, positionals, problems };
}

// EXTERNAL MODULE: ./lib/terminal/bug.js
var bug = __webpack_require__(222);
// EXTERNAL MODULE: ./lib/terminal/exit-status.js
var exit_status = __webpack_require__(5989);
// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(8944);
// EXTERNAL MODULE: ./lib/report/finding-groups.js
var finding_groups = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/report/finding-fields.js
var finding_fields = __webpack_require__(6437);
// EXTERNAL MODULE: ./lib/report/links.js
var report_links = __webpack_require__(4503);
// EXTERNAL MODULE: ./lib/report/ranking.js
var ranking = __webpack_require__(8888);
// EXTERNAL MODULE: ./lib/report/sentences.js
var sentences = __webpack_require__(3700);
;// CONCATENATED MODULE: ./lib/report/annotations.js






const annotations_LEVEL_LIMIT = 9;
const MESSAGE_LIMIT = 4096;
const LEVELS = (/* unused pure expression or super */ null && (["error", "warning", "notice"]));
const TOLD_FIELDS = (/* unused pure expression or super */ null && (["expected", "actual", "fix", "alternative"]));
const LOCATIONS_NAMED = 5;
function levelOf({ finding, closes }) {
    if (finding.severity === "notice" || waivedWords(finding) !== undefined)
        return "notice";
    if (finding.severity === "warning")
        return "warning";
    return closes ? "error" : "warning";
}
function capped(text, limit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    const split = /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end - 1 : end;
    return `${text.slice(0, split)}\u2026`;
}
function locationsWords(locations) {
    return andMore(locations.slice(0, LOCATIONS_NAMED), locations.length, "place");
}
function titleOf({ finding: { code }, domains }, hosts) {
    const [domain, other] = domains;
    const [host] = hosts;
    const of = other === undefined ? domain?.name : plural(domains.length, "domain");
    const where = hosts.length > 1 ? `${plural(hosts.length, "host")} of ${of ?? "this run"}` : (host ?? of);
    return capped(where === undefined ? code : `${code}: ${where}`, 200);
}
const LINES_NAMED = 5;
function otherLines({ positions }) {
    const others = positions.slice(1).map(positionWords);
    if (others.length === 0)
        return [];
    return [`The same at ${andMore(others.slice(0, LINES_NAMED), others.length, "line")}.`];
}
function messageOf(group, further, links) {
    const { finding } = group;
    const places = locationsWords(otherLocations(group));
    const domains = concernedWords(concernedDomains(group));
    const where = [places, domains].filter((part) => part !== "").join(" \u00b7 ");
    const fields = findingFields(finding).flatMap(({ label, name, text }) => TOLD_FIELDS.includes(label) ? [`${name}: ${text}`] : []);
    const waived = waivedWords(finding);
    const lines = [
        where === "" ? finding.message : `${where}: ${finding.message}`,
        ...(waived === undefined ? [] : [waived]),
        ...fields,
        ...otherLines(group),
        ...(further > 0 ? [`${plural(further, "similar finding")} not shown here.`] : []),
    ];
    const page = codePage(links, finding.code);
    const text = capped(lines.join("\n"), MESSAGE_LIMIT - (page === undefined ? 0 : page.length + 1));
    return page === undefined ? text : `${text}\n${page}`;
}
function annotationOf(groups, links) {
    const [worst] = groups;
    if (worst === undefined)
        return [];
    const hosts = [...new Set(groups.flatMap((group) => group.hosts))];
    const [at] = worst.positions;
    return [
        {
            level: levelOf(worst),
            title: titleOf(worst, hosts),
            message: messageOf(worst, groups.length - 1, links),
            ...(at === undefined ? {} : { file: at.file, line: at.line }),
        },
    ];
}
function annotationsOf(groups, links) {
    const byCode = Map.groupBy(groups, ({ check, finding }) => JSON.stringify([check, finding.code, waivedWords(finding) === undefined, finding.policy]));
    return [...byCode.values()].flatMap((same) => annotationOf(same, links));
}
function lastLine(report, missing) {
    const left = LEVELS.flatMap((level) => {
        const number = missing.get(level) ?? 0;
        return number > 0 ? [plural(number, `more ${level}`)] : [];
    });
    if (report.gate === "open" && left.length === 0)
        return [];
    const lines = [
        report.gateSummary,
        `Checks: ${countsWords(report.counts)}.`,
        ...(left.length > 0
            ? [`Not shown here: ${left.join(", ")}; the JSON report has all of them (report-file).`]
            : []),
    ];
    return [
        {
            level: report.gate === "closed" ? "error" : "notice",
            title: `Mail gate ${report.gate}`,
            message: capped(lines.join("\n"), MESSAGE_LIMIT),
        },
    ];
}
function renderAnnotations(report, rules, links = {}) {
    const { ofRun, shared, own } = groupFindings(report, rules);
    const all = [
        ...annotationsOf(ofRun, links),
        ...shared.flatMap((group) => annotationOf([group], links)),
        ...[...report.domains].sort(compareDomains).flatMap((domain) => annotationsOf(own(domain), links)),
    ];
    const missing = new Map();
    const graver = all.some(({ level }) => level !== "notice");
    const shown = LEVELS.flatMap((level) => {
        const these = level === "notice" && graver ? [] : all.filter((annotation) => annotation.level === level);
        missing.set(level, Math.max(0, these.length - annotations_LEVEL_LIMIT));
        return these.slice(0, annotations_LEVEL_LIMIT);
    });
    return [...shown, ...lastLine(report, missing)];
}

// EXTERNAL MODULE: ./lib/text/layout.js
var text_layout = __webpack_require__(5929);
;// CONCATENATED MODULE: ./lib/report/configuration-errors.js




function problemPlace({ file, line, column }) {
    if (file === undefined)
        return "";
    return [file, line, column].filter((part) => part !== undefined).join(":");
}
const SHOWN = 100;
function total({ length }, undone) {
    const first = length > SHOWN ? ` The first ${String(SHOWN)} are shown.` : "";
    if (undone !== undefined)
        return `${(0,text_plural/* plural */.LS)(length, "error")}; nothing was ${undone}.${first}`;
    return length > 1 ? `${(0,text_plural/* plural */.LS)(length, "error")}.${first}` : undefined;
}
const TITLE = "Mail gate: configuration error, nothing was probed";
const PLACE_LIMIT = 40;
function renderConfigurationErrors(problems, width, undone) {
    const shown = problems.slice(0, SHOWN);
    const locations = shown.map((problem) => (0,text_escape/* terminal */.Fo)(problemPlace(problem)));
    const aside = Math.max(0, ...locations.map(text_layout/* textWidth */.sc).filter((size) => size <= PLACE_LIMIT));
    const lines = shown.flatMap((problem, index) => {
        const message = (0,text_escape/* terminal */.Fo)(problem.message);
        const where = locations[index] ?? "";
        if (where === "")
            return (0,text_layout/* wrap */.LV)(message, width);
        if ((0,text_layout/* textWidth */.sc)(where) <= aside)
            return (0,text_layout/* hang */.lG)(`${(0,text_layout/* padRight */.M7)(where, aside)} `, message, width);
        return [where, ...(0,text_layout/* hang */.lG)("  ", message, width)];
    });
    const said = total(problems, undone);
    return said === undefined ? lines : [...lines, said];
}
function configurationAnnotations(problems) {
    const shown = problems.slice(0, LEVEL_LIMIT).map(({ message, file, line, column }) => {
        return {
            level: "error",
            title: TITLE,
            message,
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { line }),
            ...(column === undefined ? {} : { column }),
        };
    });
    const more = problems.length - shown.length;
    if (more <= 0)
        return shown;
    const message = `${plural(more, "more error")} in the step log; nothing was probed.`;
    return [...shown, { level: "error", title: TITLE, message }];
}

;// CONCATENATED MODULE: ./lib/report/progress.js



const LONG_SECONDS = 5;
const SLOWEST = 3;
const SLOW_SECONDS = 2;
const PACE_SECONDS = 10;
const PACE_ENDPOINTS = 10;
function countsOf(progress) {
    const { domainsResolved, domains, endpointsDone, endpoints } = progress;
    const resolved = domainsResolved < domains ? `${(0,text_plural/* grouped */.zD)(domainsResolved)} of ${(0,text_plural/* plural */.LS)(domains, "domain")} resolved, ` : "";
    return `${resolved}${(0,text_plural/* grouped */.zD)(endpointsDone)} of ${(0,text_plural/* plural */.LS)(endpoints, "endpoint")} done${paceOf(progress)}`;
}
function paceOf({ domainsResolved, domains, endpointsDone, endpoints, seconds = 0, }) {
    if (seconds < PACE_SECONDS || endpointsDone < PACE_ENDPOINTS || domainsResolved === 0)
        return "";
    const rate = endpointsDone / seconds;
    const left = Math.max(0, (endpoints * domains) / domainsResolved - endpointsDone) / rate;
    return ` (${rate < 100 ? rate.toFixed(1) : (0,text_plural/* grouped */.zD)(Math.round(rate))} a second, about ${roughly(left)} left)`;
}
function roughly(seconds) {
    if (seconds < 90)
        return `${String(Math.ceil(seconds))} s`;
    const minutes = seconds / 60;
    return minutes < 90 ? `${String(Math.round(minutes))} min` : `${(minutes / 60).toFixed(1)} h`;
}
function progressBlock(progress) {
    const { underWay } = progress;
    const under = underWay.length > 0 ? `, ${(0,text_plural/* grouped */.zD)(underWay.length)} under way` : "";
    const slowest = underWay.filter(({ seconds }) => seconds >= SLOW_SECONDS).slice(0, SLOWEST);
    return [
        countsOf(progress) + under,
        ...slowest.map(({ endpoint, seconds }) => `${(0,sentences/* secondsWords */.dB)(seconds).padStart(12)}  ${(0,text_escape/* terminal */.Fo)(endpoint)}`),
    ];
}
function progressLine(progress) {
    const [slowest] = progress.underWay;
    const waiting = slowest === undefined || slowest.seconds < LONG_SECONDS
        ? ""
        : `; waiting for ${(0,text_escape/* terminal */.Fo)(slowest.endpoint)} (${(0,sentences/* secondsWords */.dB)(slowest.seconds)})`;
    return `${countsOf(progress)}${waiting}`;
}

// EXTERNAL MODULE: ./lib/report/arrangement.js
var arrangement = __webpack_require__(6870);
// EXTERNAL MODULE: ./lib/report/marks.js
var marks = __webpack_require__(4480);
;// CONCATENATED MODULE: ./lib/report/terminal/frame.js






function asWritten(text) {
    return text;
}
function headBlock(report, { width, verbose = false, speak = asWritten }, paint) {
    const { policy, environment, tool } = report;
    const extras = sentences/* policyExtras */.mo(policy);
    const file = policy.file === null ? "no policy file" : `policy ${policy.file}`;
    const parts = [
        `${tool.name} ${tool.version}`,
        extras === "" ? file : `${file} (${extras})`,
        `resolver ${environment.resolver}`,
        environment.route,
        ...[sentences/* zonesWords */.Zk(report)].filter((zones) => zones !== ""),
        ...(verbose ? [`HELO ${environment.heloName}`, `trust ${environment.trustStores.join(", ")}`] : []),
    ];
    const lines = [
        ...(0,text_layout/* joinWrapped */._Z)(parts.map(text_escape/* terminal */.Fo), " \u00b7 ", width),
        ...(environment.dnssec === undefined ? [] : (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(speak(environment.dnssec)), width)),
    ];
    return { lines: lines.map((line) => paint("dim", line)) };
}
function countsLines(report, width, paint) {
    const parts = sentences/* COUNT_WORDS */.o_.map(([verdict, said]) => {
        const { sign, style } = (0,marks/* MARKS */.j7)()[verdict];
        const number = report.counts[verdict];
        const words = `${sign} ${(0,text_plural/* grouped */.zD)(number)} ${said}`;
        return {
            words,
            painted: number === 0 ? paint("dim", words) : paint(style, sign) + words.slice(sign.length),
        };
    });
    const before = `${(0,text_plural/* plural */.LS)(report.domains.length, "domain")} \u00b7 ${(0,text_plural/* plural */.LS)(sentences/* endpointCount */.rK(report), "endpoint")}`;
    const took = sentences/* secondsWords */.dB(sentences/* runSeconds */.Rl(report));
    const all = `${before} \u00b7 ${parts.map(({ words }) => words).join("  ")} \u00b7 ${took}`;
    const painted = parts.map((part) => part.painted).join("  ");
    if ((0,text_layout/* textWidth */.sc)(all) <= width)
        return [`${before} \u00b7 ${painted} \u00b7 ${took}`];
    const first = `${before} \u00b7 ${took}`;
    const second = parts.map(({ words }) => words).join("  ");
    if ((0,text_layout/* textWidth */.sc)(second) <= width)
        return [first, painted];
    return [
        first,
        ...(0,text_layout/* joinWrapped */._Z)(parts.map(({ words }) => words), "  ", width),
    ];
}
function quietBlock(report, causes, { width, exitCode, speak = asWritten }) {
    const silences = sentences/* silencesWords */.y1(report);
    const status = exitCode === undefined ? "" : ` Exit ${String(exitCode)}.`;
    return {
        lines: [
            ...(silences === undefined ? [] : (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(silences), width)),
            ...(report.gate === "open"
                ? []
                : [...causes, ...(0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(speak(report.gateSummary)) + status, width)]),
        ],
    };
}
function footBlock(report, options, paint) {
    const { width, written = [], exitCode, links, program = "mx-gate", speak = asWritten } = options;
    const files = sentences/* filesWords */.Lb(written);
    const gate = (0,text_escape/* terminal */.Fo)(speak(report.gateSummary));
    const baseline = sentences/* baselineWords */.v8(report);
    const tail = [
        ...(report.gate === "closed" && exitCode !== undefined ? [`Exit ${exitCode}.`] : []),
        ...(files === "" ? [] : [`Reports: ${(0,text_escape/* terminal */.Fo)(files)}`]),
    ];
    const gateLines = (0,text_layout/* wrap */.LV)(gate, width);
    const lastOfGate = gateLines.pop() ?? "";
    const [joined = "", ...further] = (0,text_layout/* joinWrapped */._Z)([lastOfGate, ...tail], " ", width);
    const style = report.gate === "open" ? "green" : "red";
    const [code] = (0,ranking/* codesWorstFirst */._3)(report);
    const troubled = report.result !== "pass" && report.result !== "skip";
    const hint = code !== undefined && troubled && links === undefined;
    return {
        lines: [
            ...countsLines(report, width, paint),
            ...(baseline === undefined ? [] : (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(baseline), width)),
            ...gateLines.map((line) => paint(style, line)),
            paint(style, lastOfGate) + joined.slice(lastOfGate.length),
            ...further,
            ...(hint ? [paint("dim", `What a code means: ${program} explain ${(0,text_escape/* terminal */.Fo)(code)}`)] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/report/terminal/score-words.js
const COSTS = [
    ["fail", "failed"],
    ["warn", "has a warning"],
    ["waived", "is excused (that changes no score)"],
];
function scoreReason({ score, checks, servers }) {
    if (score === null || score === 100)
        return "";
    const all = [
        ...checks,
        ...servers.flatMap(({ endpoints }) => endpoints.flatMap((endpoint) => endpoint.checks)),
    ];
    const ids = (verdict) => [
        ...new Set(all.filter((check) => check.verdict === verdict).map(({ check }) => check)),
    ];
    const costs = COSTS.flatMap(([verdict, words]) => ids(verdict).map((id) => ({ id, words })));
    const reasons = costs.map(({ id, words }) => `${id} ${words}`);
    const told = new Set(costs.map(({ id }) => id));
    for (const { check, findings } of all) {
        if (told.has(check) || !findings.some(({ loweredFrom }) => loweredFrom !== undefined))
            continue;
        told.add(check);
        reasons.push(`${check} has a finding that the policy lowers (that changes no score)`);
    }
    const withoutTls13 = all.some(({ findings }) => findings.some(({ code }) => code === "tls-no-1.3"));
    if (withoutTls13)
        reasons.push("no TLS 1.3 (2 points less)");
    return reasons.length === 0 ? "" : `Score ${String(score)}: ${reasons.join(", ")}.`;
}

// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
;// CONCATENATED MODULE: ./lib/report/terminal/facts.js
function said(value) {
    return Array.isArray(value) ? value.join(", ") : String(value);
}
var SENTENCES$made;
function SENTENCES() { return SENTENCES$made ??= ({
    seconds: () => "",
    hosts: (value) => (said(value) === "" ? "" : `Hosts: ${said(value)}.`),
    addresses: (value) => `Addresses: ${said(value)}.`,
    authenticated: (value) => (value === true ? "Signed with DNSSEC, says the resolver." : ""),
    greeting: (value) => `Greeting: ${said(value)}.`,
    extensions: (value) => (said(value) === "" ? "No extensions." : `Extensions: ${said(value)}.`),
    tlsVersion: () => "",
    cipher: (value) => `Cipher ${said(value)}.`,
    keyExchange: (value) => `Key exchange ${said(value)}.`,
    subject: (value) => `Issued to ${said(value)}`,
    issuer: (value) => `by ${said(value)}.`,
    names: (value) => `Valid for ${said(value)}`,
    notBefore: (value) => `from ${said(value)}`,
    notAfter: (value) => `until ${said(value)}.`,
    daysLeft: () => "",
    key: (value) => `Key ${said(value)},`,
    signatureAlgorithm: (value) => `signed with ${said(value)}.`,
    chain: (value) => `Chain as sent: ${said(value)}.`,
    foreignRecipient: (value, facts) => `To a foreign recipient${inside(facts)}: ${said(value)}.`,
    ownPostmaster: (value, facts) => `To the domain's postmaster${inside(facts)}: ${said(value)}.`,
    nullSender: (value) => `The null sender <> was refused before: ${said(value)}.`,
    insideTls: () => "",
    formsTried: () => "",
    baseDomain: (value) => `TLSA records at ${said(value)}.`,
    dnssec: (value) => `DNSSEC: ${said(value)}.`,
    records: (value) => (said(value) === "" ? "" : `Records: ${said(value)}.`),
    rollover: (value) => `Next key: ${said(value)}.`,
    id: (value) => `Policy id ${said(value)}.`,
    mode: (value) => `Mode ${said(value)}.`,
    maxAge: (value) => `Cached for ${said(value)} s.`,
    patterns: (value) => `Covers ${said(value)}.`,
    destinations: (value) => `Reports go to ${said(value)}.`,
}); }
function inside({ insideTls }) {
    if (insideTls === undefined)
        return "";
    return insideTls === true ? " (inside TLS)" : " (without TLS)";
}
function factSentences({ facts = {} }) {
    return Object.entries(facts)
        .map(([name, value]) => {
        const sentence = Object.hasOwn(SENTENCES(), name) ? SENTENCES()[name] : undefined;
        return sentence === undefined ? `${name} ${said(value)}.` : sentence(value, facts);
    })
        .filter((sentence) => sentence !== "")
        .join(" ")
        .replaceAll("..", ".");
}

// EXTERNAL MODULE: ./lib/report/transcripts.js
var report_transcripts = __webpack_require__(8297);
;// CONCATENATED MODULE: ./lib/report/terminal/details.js









var CHECK_WIDTH$made;
function CHECK_WIDTH() { return CHECK_WIDTH$made ??= (Math.max(...(0,checks_all/* CHECK_IDS */.Sh)().map((id) => id.length))); }
function checkLines(check, width, paint) {
    const { sign, style } = (0,marks/* MARKS */.j7)()[check.verdict];
    const facts = factSentences(check);
    const took = check.seconds > 0 ? [(0,sentences/* secondsWords */.dB)(check.seconds)] : [];
    const said = [check.summary, ...took, ...(facts === "" ? [] : [facts])].map(text_escape/* terminal */.Fo).join(" \u00b7 ");
    const prefix = `    ${sign} ${check.check.padEnd(CHECK_WIDTH())}  `;
    return (0,text_layout/* hang */.lG)(prefix, said, width).map((line, index) => index === 0 ? line.replace(sign, paint(style, sign)) : line);
}
function domainDetails(observed, { width, transcripts = false }, paint) {
    const endpointLines = (server, endpoint) => {
        const looks = endpoint.secondLooks.length > 0 ? ` (second looks: ${endpoint.secondLooks.join(", ")})` : "";
        const title = `${(0,labels/* endpointLabel */.md)(server, endpoint)} \u00b7 ${(0,text_plural/* plural */.LS)(endpoint.connections, "connection")}${looks}`;
        return [
            ...(0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(title), width - 2).map((line) => `  ${paint("bold", line)}`),
            ...endpoint.checks.flatMap((check) => checkLines(check, width, paint)),
            ...(transcripts ? (0,report_transcripts/* transcriptsOf */.j)(observed, endpoint) : []).flatMap((transcript) => [
                paint("dim", `    ${transcript.title}`),
                ...transcript.lines.flatMap(({ head, text }) => (0,text_layout/* hang */.lG)(`    ${head}  `, (0,text_escape/* terminal */.Fo)(text), width)),
            ]),
        ];
    };
    return (domain) => {
        const parts = [
            [
                ...(0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(domain.name), width - 2).map((line) => `  ${paint("bold", line)}`),
                ...domain.checks.flatMap((check) => checkLines(check, width, paint)),
            ],
            ...domain.servers.flatMap((server) => server.endpoints.map((endpoint) => endpointLines(server, endpoint))),
        ];
        return parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
    };
}

// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
;// CONCATENATED MODULE: ./lib/report/terminal/finding.js










const LOCATIONS_IN_HEADING = 2;
const LOCATIONS_LISTED = 12;
const LABEL = "expected  ".length;
const EVIDENCE_LIMIT = 120;
const ALTERNATIVE_LIMIT = 24;
function locationsInHeading(locations) {
    if (locations.length === 0)
        return "";
    return locations.length <= LOCATIONS_IN_HEADING ? locations.join(", ") : (0,text_plural/* plural */.LS)(locations.length, "place");
}
function headingWords(group, locations) {
    const places = locationsInHeading(locations);
    const domains = (0,sentences/* concernedWords */.J$)((0,finding_groups/* concernedDomains */.tF)(group));
    return [places, domains].filter((part) => part !== "").join(" \u00b7 ");
}
function locationsListed(locations) {
    return (0,text_plural/* andMore */.v)(locations.slice(0, LOCATIONS_LISTED), locations.length);
}
function field(label, text, right, indent, width, paint) {
    const column = Math.max(LABEL, (0,text_layout/* textWidth */.sc)(label) + 2);
    const room = width - indent.length - column;
    let lines = label === "confirm" ? [text] : (0,text_layout/* wrap */.LV)(text, room);
    const [only, second] = lines;
    if (right !== undefined && only !== undefined) {
        const aside = second === undefined ? (0,text_layout/* apart */.zZ)(only, right, room) : { line: only, fits: false };
        if (aside.fits)
            lines = [aside.line.slice(0, -right.length) + paint("dim", right)];
        else
            lines = (0,text_layout/* wrap */.LV)(`${text} (${right})`, room);
    }
    return lines.map((line, index) => {
        const head = index === 0 ? paint("dim", (0,text_layout/* padRight */.M7)(label, column)) : " ".repeat(column);
        return indent + head + line;
    });
}
function remedyFor(finding, text, { speak = asWritten }) {
    const asked = (0,registry/* isCode */._m)(finding.code) && (0,registry/* describe */.q0)(finding.code).askedBy !== undefined;
    return asked && finding.policy !== undefined ? text : speak(text);
}
function fullFinding(group, indent, options, paint) {
    const { width, links = {}, verbose = false } = options;
    const { finding, locations } = group;
    const start = " ".repeat(indent);
    const { sign, style } = (0,marks/* findingMark */.hn)(finding);
    const code = (0,text_escape/* terminal */.Fo)(finding.code);
    const heading = (0,text_escape/* terminal */.Fo)(headingWords(group, locations));
    const headLines = (0,text_layout/* wrap */.LV)(`${code}${heading === "" ? "" : `  ${heading}`}`, width - indent - 2);
    const lines = headLines.map((line, index) => {
        if (index > 0)
            return `${start}  ${line}`;
        const painted = line.startsWith(code) ? paint("bold", code) + line.slice(code.length) : line;
        return `${start}${paint(style, sign)} ${painted}`;
    });
    const inner = `${start}  `;
    lines.push(...(0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(finding.message), width - inner.length).map((line) => inner + line));
    const fieldIndent = `${inner}  `;
    const add = (label, text, right) => {
        if (text === undefined)
            return;
        lines.push(...field(label, (0,text_escape/* terminal */.Fo)(text), right === undefined ? right : (0,text_escape/* terminal */.Fo)(right), fieldIndent, width, paint));
    };
    if (locations.length > LOCATIONS_IN_HEADING)
        add("at", locationsListed(locations));
    const fields = (0,finding_fields/* findingFields */.Xu)(finding);
    const widest = Math.max(0, ...fields.map((one) => (one.label === "alternative" ? (0,text_layout/* textWidth */.sc)(one.name) : 0)));
    for (const { label, name, text } of fields) {
        if (label === "alternative")
            add((0,text_layout/* padRight */.M7)((0,text_layout/* cut */.Jj)((0,text_escape/* terminal */.Fo)(name), ALTERNATIVE_LIMIT), Math.min(widest, ALTERNATIVE_LIMIT)), remedyFor(finding, text, options));
        else if (label === "fix")
            add(label, remedyFor(finding, text, options));
        else if (label !== "see" || verbose)
            add(label, text, label === "expected" ? (0,finding_fields/* askedAt */.YG)(finding) : undefined);
    }
    add("excused", (0,finding_fields/* waivedWords */.I5)(finding));
    add("more", (0,report_links/* codePage */.xr)(links, finding.code));
    return lines;
}
function briefFinding(group, indent, width, paint) {
    const { finding } = group;
    const { sign, style } = (0,marks/* findingMark */.hn)(finding);
    const evidence = finding.severity === "warning" ? (0,text_layout/* cut */.Jj)(finding.evidence ?? "", EVIDENCE_LIMIT) : "";
    const tail = [
        headingWords(group, (0,finding_groups/* otherLocations */.t$)(group)),
        finding.message,
        evidence,
        (0,finding_fields/* waivedWords */.I5)(finding) ?? "",
    ];
    const said = tail.filter((part) => part !== "").map(text_escape/* terminal */.Fo);
    const start = " ".repeat(indent);
    return (0,text_layout/* wrap */.LV)(`${(0,text_escape/* terminal */.Fo)(finding.code)}  ${said.join(" \u00b7 ")}`, width - indent - 2).map((line, index) => index === 0 ? `${start}${paint(style, sign)} ${line}` : `${start}  ${line}`);
}
const BRIEF_FIX_LINES = 2;
function briefFix(text, indent, width, paint) {
    const label = "fix  ";
    const room = width - indent - label.length;
    const sentences = text.split(/(?<=[.;]) (?=[A-Z])/);
    let lines = (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(text), room);
    while (lines.length > BRIEF_FIX_LINES && sentences.length > 1) {
        sentences.pop();
        lines = (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(sentences.join(" ")), room);
    }
    const [first = "", ...others] = lines.slice(0, BRIEF_FIX_LINES);
    const last = lines.length > BRIEF_FIX_LINES ? others.map((line) => `${(0,text_layout/* cut */.Jj)(line, room - 2)} \u2026`) : others;
    const start = " ".repeat(indent);
    return [
        `${start}${paint("dim", label)}${first}`,
        ...last.map((line) => `${start}${" ".repeat(label.length)}${line}`),
    ];
}
function briefFindings(groups, indent, options, paint) {
    const { width } = options;
    const { shown, more } = (0,finding_groups/* limitSimilar */.n3)(groups);
    const last = new Map(shown.map((group) => [group.finding.remedy, group]));
    const fixOf = (group) => {
        const { finding } = group;
        const { remedy, severity } = finding;
        if (severity !== "warning" || (0,finding_fields/* waivedWords */.I5)(finding) !== undefined)
            return [];
        if (last.get(remedy) !== group)
            return [];
        return briefFix(remedyFor(finding, remedy, options), indent + 2, width, paint);
    };
    return [
        ...shown.flatMap((group) => [...briefFinding(group, indent, width, paint), ...fixOf(group)]),
        ...Array.from(more, ([code, number]) => paint("dim", `${" ".repeat(indent + 2)}${(0,text_escape/* terminal */.Fo)(code)}  ${(0,text_plural/* grouped */.zD)(number)} more like these`)),
    ];
}
function findingPieces(groups, indent, options, paint) {
    const { verbose = false } = options;
    const full = verbose ? groups : groups.filter(finding_groups/* pressing */.E9);
    const brief = verbose ? [] : groups.filter((group) => !(0,finding_groups/* pressing */.E9)(group));
    const pieces = full.map((group) => ({
        groups: [group],
        lines: fullFinding(group, indent, options, paint),
    }));
    if (brief.length > 0)
        pieces.push({ groups: brief, lines: briefFindings(brief, indent, options, paint) });
    return pieces;
}

;// CONCATENATED MODULE: ./lib/report/terminal/cells.js


const VALUE_LIMIT = 12;
var VALUES$made;
function VALUES() { return VALUES$made ??= ({
    connect: ({ summary, seconds }) => summary === "connected, seen late" ? summary : `${String(Math.round(seconds * 1000))} ms`,
    ehlo: ({ summary }) => summary.replace(/ extensions?$/, ""),
    relay: () => "closed",
    delivery: ({ summary }) => (summary === "accepted" ? "accepts" : summary),
}); }
function signCell(check) {
    const { sign, style } = (0,marks/* MARKS */.j7)()[check?.verdict ?? "skip"];
    return { text: sign, style };
}
function valueCell(check) {
    const sign = signCell(check);
    if (check?.verdict !== "pass")
        return sign;
    const value = (0,text_escape/* terminal */.Fo)((VALUES()[check.check] ?? ((each) => each.summary))(check));
    return value.length > 0 && value.length <= VALUE_LIMIT ? { ...sign, text: value } : sign;
}

;// CONCATENATED MODULE: ./lib/report/terminal/table.js






const INDENT = 2;
const PREFERENCE = "pref".length;
const SCORE = "score".length;
const fullHead = ({ id }) => id;
const briefHead = ({ shortHead }) => shortHead;
function columnsOf(endpoints, headOf, cell) {
    const ids = new Set(endpoints.flatMap((endpoint) => endpoint.checks.map((check) => check.check)));
    return (0,checks_all/* ENDPOINT_CHECKS */.OW)().filter(({ id }) => ids.has(id)).map((check) => {
        const head = headOf(check);
        const cellOf = (endpoint) => cell(endpoint.checks.find((each) => each.check === check.id));
        const width = Math.max(head.length, ...endpoints.map((endpoint) => (0,text_layout/* textWidth */.sc)(cellOf(endpoint).text)));
        return { head, width, cellOf };
    });
}
function columnsWidth(columns) {
    return columns.reduce((sum, { width }) => sum + width + 1, 1);
}
function leftOfEndpoint({ beside, preferences, hostWidth }) {
    return INDENT + (preferences ? PREFERENCE + 2 : 0) + (beside ? hostWidth + 2 : 0);
}
function totalWidth(layout) {
    return leftOfEndpoint(layout) + layout.endpointWidth + 1 + columnsWidth(layout.columns) + 1 + SCORE;
}
function layoutFor(domain, width, values) {
    const endpoints = domain.servers.flatMap((server) => server.endpoints);
    const widest = (texts) => Math.max(...texts.map(text_layout/* textWidth */.sc));
    const base = {
        preferences: domain.servers.some((server) => server.preference !== null),
        hostWidth: widest(["host", ...domain.servers.map((server) => (0,text_escape/* terminal */.Fo)(server.host))]),
        endpointWidth: widest([
            "endpoint",
            ...domain.servers.flatMap((server) => server.endpoints.map((endpoint) => (0,text_escape/* terminal */.Fo)((0,labels/* addressAndPort */.dV)(server, endpoint)))),
        ]),
        width,
    };
    const columns = (headOf, cell = signCell) => columnsOf(endpoints, headOf, cell);
    const candidates = [
        ...(values
            ? [
                { ...base, columns: columns(fullHead, valueCell), beside: true },
                { ...base, columns: columns(briefHead, valueCell), beside: true },
                { ...base, columns: columns(briefHead, valueCell), beside: false },
            ]
            : []),
        { ...base, columns: columns(fullHead), beside: true },
        { ...base, columns: columns(briefHead), beside: true },
        { ...base, columns: columns(fullHead), beside: false },
    ];
    const fitting = candidates.find((layout) => totalWidth(layout) <= width);
    if (fitting !== undefined)
        return fitting;
    const tight = { ...base, columns: columns(briefHead), beside: false };
    const tooMuch = Math.max(0, totalWidth(tight) - width);
    return { ...tight, endpointWidth: Math.max("endpoint".length, tight.endpointWidth - tooMuch) };
}
function headLine(layout) {
    const preference = layout.preferences ? "pref  " : "";
    const host = layout.beside ? `${(0,text_layout/* padRight */.M7)("host", layout.hostWidth)}  ` : "";
    const heads = layout.columns.map(({ head, width }) => (0,text_layout/* centre */.A8)(head, width)).join(" ");
    return `${" ".repeat(INDENT)}${preference}${host}${(0,text_layout/* padRight */.M7)("endpoint", layout.endpointWidth)}  ${heads}  score`;
}
function cellsOf(endpoint, layout, paint) {
    const cells = layout.columns.map(({ width, cellOf }) => {
        const { text, style } = cellOf(endpoint);
        return (0,text_layout/* centre */.A8)(text, width).replace(text, () => paint(style, text));
    });
    const score = endpoint.score === null ? "\u2013" : String(endpoint.score);
    return `${cells.join(" ")}  ${score.padStart(SCORE)}`;
}
function endpointLines(left, { server, endpoint }, layout, paint) {
    const place = (0,text_escape/* terminal */.Fo)((0,labels/* addressAndPort */.dV)(server, endpoint));
    const cells = cellsOf(endpoint, layout, paint);
    const indent = " ".repeat(leftOfEndpoint(layout));
    const lines = (0,text_layout/* textWidth */.sc)(place) <= layout.endpointWidth
        ? [`${left}${(0,text_layout/* padRight */.M7)(place, layout.endpointWidth)}  ${cells}`]
        : [
            ...(0,text_layout/* wrap */.LV)(place, layout.width - indent.length).map((line, index) => (index === 0 ? left : indent) + line),
        ].concat(`${indent}${" ".repeat(layout.endpointWidth)}  ${cells}`);
    if (endpoint.passedAfter !== undefined) {
        lines.push(paint("dim", `${indent}passed after ${(0,sentences/* secondsWords */.dB)(endpoint.passedAfter)} of waiting`));
    }
    return lines;
}
function domainTable(domain, width, paint, values) {
    if (domain.servers.every((server) => server.endpoints.length === 0))
        return [];
    const layout = layoutFor(domain, width, values);
    const lines = [paint("dim", headLine(layout))];
    for (const server of domain.servers) {
        const preference = layout.preferences ? `${String(server.preference ?? "").padStart(PREFERENCE)}  ` : "";
        const start = " ".repeat(INDENT) + preference;
        const host = (0,text_escape/* terminal */.Fo)(server.host);
        const indent = " ".repeat(leftOfEndpoint(layout));
        let left = indent;
        if (layout.beside)
            left = `${start}${(0,text_layout/* padRight */.M7)(host, layout.hostWidth)}  `;
        else {
            const under = " ".repeat(start.length);
            lines.push(...(0,text_layout/* wrap */.LV)(host, width - start.length).map((line, index) => (index === 0 ? start : under) + line));
        }
        if (server.endpoints.length === 0)
            lines.push(left + (0,labels/* withoutEndpoint */.GJ)(server));
        for (const endpoint of server.endpoints) {
            lines.push(...endpointLines(left, { server, endpoint }, layout, paint));
            left = indent;
        }
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/report/terminal/domain.js











function domainState(domain, groups) {
    const notices = groups.filter((group) => group.finding.severity === "notice").length;
    const waits = domain.servers.flatMap((server) => server.endpoints.flatMap(({ passedAfter }) => passedAfter ?? []));
    return [
        domain.result.toUpperCase(),
        sentences/* scoreWords */.gu(domain),
        ...(waits.length > 0 ? [`after ${sentences/* secondsWords */.dB(Math.max(...waits))}`] : []),
        ...(notices > 0 && domain.result === "pass" ? [(0,text_plural/* plural */.LS)(notices, "notice")] : []),
    ].join(" \u00b7 ");
}
function domainLine(domain, state, width, paint, sign, seen = "") {
    const mark = (0,marks/* resultMark */.nV)(domain.result);
    const name = (0,text_escape/* terminal */.Fo)(domain.name);
    const prefix = sign ? `${mark.sign} ` : "";
    const left = seen === "" ? prefix + name : `${prefix}${name}  ${seen}`;
    const { line, fits } = (0,text_layout/* apart */.zZ)(left, state, width);
    const paintName = (text) => (sign ? paint(mark.style, mark.sign) + text.slice(mark.sign.length) : text).replace(name, () => paint("bold", name));
    const paintState = paint(mark.style, domain.result.toUpperCase()) + state.slice(domain.result.length);
    if (fits)
        return [paintName(line.slice(0, line.length - state.length)) + paintState];
    const [first = "", ...more] = (0,text_layout/* wrap */.LV)(left, width);
    return [paintName(first), ...more, "  " + paintState];
}
function mxWords(domain) {
    const [first, ...others] = domain.checks;
    const seen = [
        ...(first === undefined ? [] : [first]),
        ...others.filter(({ verdict }) => verdict !== "skip"),
    ];
    return seen.map((check) => (0,text_escape/* terminal */.Fo)(check.summary)).join(" \u00b7 ");
}
function codesAbove(groups) {
    const deviating = groups.filter(({ finding }) => finding.severity !== "notice");
    return [...new Set(deviating.map(({ finding }) => (0,text_escape/* terminal */.Fo)(finding.code)))].join(", ");
}
class DomainWriter {
    few;
    #found;
    #options;
    #paint;
    #details;
    constructor(report, found, options, paint, few) {
        this.few = few;
        this.#found = found;
        this.#options = options;
        this.#paint = paint;
        const observed = options.verbose === true ? report.observations.endpoints : {};
        this.#details = domainDetails(observed, options, paint);
    }
    section(domain) {
        const { width } = this.#options;
        return [...domainLine(domain, this.#state(domain), width, this.#paint, false), ...this.body(domain)];
    }
    heading(domain) {
        return this.#line(domain, (0,text_layout/* painter */.C2)(false)).join(" ");
    }
    body(domain) {
        const { width, verbose = false } = this.#options;
        const above = codesAbove(this.#found.sharedOf(domain));
        const pieces = findingPieces(this.#found.own(domain), 2, this.#options, this.#paint);
        const parts = [
            domainTable(domain, width, this.#paint, this.few || verbose),
            above === "" ? [] : (0,text_layout/* hang */.lG)("  shown above: ", above, width),
            ...pieces.map(({ lines }) => lines),
            verbose ? this.#details(domain) : [],
        ].filter((part) => part.length > 0);
        return [
            ...(0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(domain.reachSummary), width),
            ...(this.few || verbose ? (0,text_layout/* wrap */.LV)(scoreReason(domain), width) : []).filter((line) => line !== ""),
            ...parts.flatMap((part) => ["", ...part]),
        ];
    }
    line(domain) {
        const excused = this.#found.own(domain).filter(({ finding }) => (0,finding_fields/* waivedWords */.I5)(finding) !== undefined);
        return [...this.#line(domain, this.#paint), ...briefFindings(excused, 2, this.#options, this.#paint)];
    }
    #line(domain, paint) {
        const above = (0,arrangement/* needsNothing */.T6)(domain) ? "" : codesAbove(this.#found.sharedOf(domain));
        const seen = above === "" && domain.reach.endpoints === 0 ? mxWords(domain) : above;
        return domainLine(domain, this.#state(domain), this.#options.width, paint, true, seen);
    }
    #state(domain) {
        return domainState(domain, [...this.#found.own(domain), ...this.#found.sharedOf(domain)]);
    }
}

;// CONCATENATED MODULE: ./lib/report/terminal/room.js



const TERMINAL_BUDGET = { lines: 4_000, bytes: 500_000 };
class Room {
    #lines;
    #bytes;
    #domains = 0;
    #groups = [];
    constructor({ lines, bytes }) {
        this.#lines = lines;
        this.#bytes = bytes;
    }
    copy() {
        return new Room({ lines: this.#lines, bytes: this.#bytes });
    }
    take(lines) {
        const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 1);
        if (lines.length + 1 > this.#lines || bytes > this.#bytes)
            return false;
        this.#lines -= lines.length + 1;
        this.#bytes -= bytes;
        return true;
    }
    leaveOut(groups, domains = 0) {
        for (const group of groups)
            this.#groups.push(group);
        this.#domains += domains;
    }
    note(written, more) {
        const numbers = new Map();
        for (const { finding, causes } of this.#groups) {
            const kind = (0,finding_fields/* waivedWords */.I5)(finding) === undefined ? finding.severity : "excused";
            numbers.set(kind, (numbers.get(kind) ?? 0) + causes);
        }
        const count = (kind, one) => {
            const number = numbers.get(kind) ?? 0;
            return number > 0 ? [(0,text_plural/* plural */.LS)(number, one)] : [];
        };
        const parts = [
            ...count("error", "error"),
            ...count("inconclusive", "inconclusive finding"),
            ...count("warning", "warning"),
            ...count("excused", "excused finding"),
            ...count("notice", "notice"),
            ...(this.#domains > 0
                ? [`the ${this.#domains === 1 ? "section" : "sections"} of ${(0,text_plural/* plural */.LS)(this.#domains, "domain")}`]
                : []),
        ];
        if (parts.length === 0)
            return undefined;
        return `Not shown: ${parts.join(", ")}; ${(0,sentences/* wholeWords */.pC)(written)}${more}.`;
    }
}

;// CONCATENATED MODULE: ./lib/report/terminal/terminal.js












const LISTED = 40;
const SHOWN_PASSING = 3;
const UNBOUNDED = { lines: Infinity, bytes: Infinity };
function spaced(parts) {
    return parts.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}
function listed(domains, most, room, lineOf, hint) {
    const lines = [];
    let shown = 0;
    for (const domain of domains.slice(0, most)) {
        const its = lineOf(domain);
        if (shown >= LISTED && !room.take(its))
            break;
        lines.push(...its);
        shown += 1;
    }
    const more = domains.length - shown;
    if (more > 0)
        lines.push(`  and ${(0,text_plural/* plural */.LS)(more, "more domain")} like these${hint}`);
    return lines;
}
function byTurns(pieces) {
    const seen = new Map();
    const turns = pieces.map((piece) => {
        const [only, second] = piece.groups;
        if (only === undefined || second !== undefined)
            return { piece, turn: 0 };
        const turn = (seen.get(only.finding.code) ?? 0) + 1;
        seen.set(only.finding.code, turn);
        return { piece, turn };
    });
    return turns.sort((a, b) => a.turn - b.turn).map(({ piece }) => piece);
}
function fittingFindings(groups, room, options, paint) {
    const pieces = findingPieces(groups, 0, options, paint);
    const kept = new Set();
    for (const piece of byTurns(pieces)) {
        if (room.take(piece.lines))
            kept.add(piece);
        else
            room.leaveOut(piece.groups);
    }
    return spaced(pieces.filter((piece) => kept.has(piece)).map(({ lines }) => lines));
}
function fittingSections(arranged, room, section) {
    const { open, own } = arranged;
    const attempt = (domains, into) => {
        const kept = [];
        for (const domain of domains) {
            const lines = section(domain);
            if (!into.take(lines))
                break;
            kept.push(lines);
        }
        return kept;
    };
    const all = attempt(open, room.copy());
    const byWorst = all.length < open.length ? (0,arrangement/* worstFirst */.md)(open, arranged) : open;
    const kept = attempt(byWorst, room);
    const missing = byWorst.slice(kept.length);
    room.leaveOut(missing.flatMap(own), missing.length);
    return kept;
}
function closingLines(report, rules, options, paint) {
    const { ofRun, shared, own } = (0,finding_groups/* groupFindings */.kG)(report, rules);
    const closing = [...ofRun, ...shared, ...report.domains.flatMap(own)]
        .filter(({ closes }) => closes)
        .sort((a, b) => (0,ranking/* compareFindings */.Eg)(a.finding, b.finding));
    const room = new Room(options.budget ?? TERMINAL_BUDGET);
    const lines = [];
    let shown = 0;
    for (const group of closing) {
        const its = briefFinding(group, 0, Infinity, paint);
        if (!room.take(its))
            break;
        lines.push(...its);
        shown += 1;
    }
    const more = closing.length - shown;
    return more > 0 ? [...lines, `${(0,text_plural/* plural */.LS)(more, "more cause")} not shown`] : lines;
}
function* renderTerminal(report, rules, options) {
    const paint = (0,text_layout/* painter */.C2)(options.colour);
    if (options.quiet === true) {
        yield quietBlock(report, closingLines(report, rules, options, paint), options);
        return;
    }
    const { verbose = false, foldPassing = false, written = [], speak = asWritten } = options;
    const everything = verbose && !foldPassing;
    const arranged = (0,arrangement/* arrange */.NL)(report, rules, verbose);
    const room = new Room(verbose ? UNBOUNDED : (options.budget ?? TERMINAL_BUDGET));
    const domains = new DomainWriter(report, arranged, options, paint, report.domains.length <= SHOWN_PASSING);
    yield headBlock(report, options, paint);
    const shared = verbose || foldPassing || domains.few ? arranged.shared : (0,arrangement/* sharedInSight */.eE)(arranged);
    for (const groups of [arranged.ofRun, shared]) {
        const lines = fittingFindings(groups, room, options, paint);
        if (lines.length > 0)
            yield { lines };
    }
    if (everything) {
        for (const domain of report.domains)
            yield { lines: domains.section(domain) };
    }
    else {
        yield* domainBlocks(arranged, room, domains, options);
    }
    const note = room.note(written, foldPassing ? "" : " (--verbose shows it here)");
    if (note !== undefined)
        yield { lines: (0,text_layout/* wrap */.LV)((0,text_escape/* terminal */.Fo)(speak(note)), options.width) };
    yield footBlock(report, options, paint);
}
function* domainBlocks(arranged, room, domains, { foldPassing = false, written = [] }) {
    const { above, unreached, closed } = arranged;
    const hint = foldPassing ? ` (${sentences/* wholeWords */.pC(written)})` : " (--verbose opens all)";
    const line = (domain) => domains.line(domain);
    const wordless = arranged.open.filter((domain) => [...arranged.own(domain), ...arranged.sharedOf(domain)].length === 0);
    const open = arranged.open.filter((domain) => !wordless.includes(domain));
    const sections = fittingSections({ ...arranged, open }, room, (domain) => domains.section(domain));
    for (const lines of sections)
        yield { lines };
    const told = [...wordless, ...above];
    if (told.length > 0)
        yield { lines: listed(told, LISTED, room, line, hint) };
    if (unreached.length > 0)
        yield { lines: [sentences/* unreachedWords */.xY(unreached)] };
    if (closed.length === 0)
        return;
    if (domains.few && !foldPassing) {
        for (const domain of closed)
            yield { lines: domains.section(domain) };
        return;
    }
    const excused = (domain) => arranged.own(domain).some(({ finding }) => (0,finding_fields/* waivedWords */.I5)(finding) !== undefined);
    const inOrder = closed.length <= LISTED
        ? closed
        : [...closed.filter(excused), ...closed.filter((each) => !excused(each))];
    if (!foldPassing)
        yield { lines: listed(inOrder, LISTED, room, line, hint) };
    else if (closed.length > LISTED)
        yield { heading: sentences/* closedWords */.UG(closed), lines: listed(inOrder, closed.length, room, line, hint) };
    else
        for (const domain of closed)
            yield { heading: domains.heading(domain), lines: domains.body(domain) };
}
function* blockLines(blocks) {
    let first = true;
    for (const { heading, lines } of blocks) {
        if (!first)
            yield "";
        first = false;
        if (heading !== undefined)
            yield heading;
        yield* lines;
    }
}

// EXTERNAL MODULE: ./lib/system/streams.js
var streams = __webpack_require__(2552);
// EXTERNAL MODULE: ./lib/judge/policy.js
var policy = __webpack_require__(4517);
;// CONCATENATED MODULE: ./lib/terminal/option-words.js




var $terminal_help_js$made;
function $terminal_help_js() { return $terminal_help_js$made ??= late["terminal/help.js"](); }
var NAMES$made;
function NAMES() { return NAMES$made ??= (["target", "judge", "probe", "run"].flatMap($terminal_help_js().optionNames)); }
function alternatives(names) {
    return names.toSorted((a, b) => b.length - a.length).join("|");
}
var START$made;
function START() { return START$made ??= (String.raw `(?<![\w./"-])`); }
const VALUE = '[^\\s,;()`"]*[^\\s,;()`".:]';
var FURTHER$made;
function FURTHER() { return FURTHER$made ??= (`(?:, (?:${alternatives([...(0,checks_all/* CHECK_IDS */.Sh)(), ...policy/* REQUIREMENTS */.d])})(?![\\w:.-]))*`); }
var WITH_VALUE$made;
function WITH_VALUE() { return WITH_VALUE$made ??= (new RegExp(`${START()}(${alternatives(NAMES())}): (${VALUE}${FURTHER()})`, "g")); }
var COMPOUND$made;
function COMPOUND() { return COMPOUND$made ??= (new RegExp(`${START()}(${alternatives(NAMES().filter((name) => name.includes("-")))})(?![\\w:/-]|\\.\\w)`, "g")); }
var PLAIN$made;
function PLAIN() { return PLAIN$made ??= (new RegExp(`\\b((?:[Ss]et|[Rr]aise|[Ll]ower|from|use)|setting) (\\x60?)(${alternatives(NAMES().filter((name) => !name.includes("-")))})(?![\\w:/-]|\\.\\w)`, "g")); }
function isValue(name, value) {
    const { schema, placeholder } = (0,settings/* settings */.W0)()[name];
    if (name.includes("-") || !/^[a-z0-9]+$/.test(value))
        return true;
    return !/GLOB|FILE/.test(placeholder) && schema.safeParse(value).success;
}
function option_words_option(name, value) {
    const { flag } = (0,settings/* settings */.W0)()[name];
    if (flag === true)
        return value === "false" ? `--no-${name}` : `--${name}`;
    return `--${name} ${value.replaceAll(", ", ",")}`;
}
function asOptions(text) {
    return text
        .split(/("[^"]*")/)
        .map((part) => (part.startsWith('"') ? part : inOptions(part)))
        .join("");
}
function inOptions(text) {
    return text
        .replace(WITH_VALUE(), (whole, name, value) => isValue(name, value) ? option_words_option(name, value) : whole)
        .replace(COMPOUND(), "--$1")
        .replace(PLAIN(), (_, before, mark, name) => `${before === "setting" ? "option" : before} ${mark}--${name}`);
}

;// CONCATENATED MODULE: ./lib/terminal/host.js





var $report_json_js$made;
function $report_json_js() { return $report_json_js$made ??= late["report/json.js"](); }







const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 60;
const PROGRESS_WAIT = 1;
const REDRAW = 0.1;
const SPARSE = 15;
const CLEAR_LINE = "\r\u001b[K";
const LINE_UP = "\u001b[1A";
function widthOf(stream) {
    return Math.max(MIN_WIDTH, stream.columns ?? DEFAULT_WIDTH);
}
function asTyped(problem) {
    return problem.file === undefined ? { ...problem, message: asOptions(problem.message) } : problem;
}
function terminalHost(process, options) {
    const { clock, machine, interrupt, json = false, verbose = false, transcripts = false, quiet = false, program = terminal_program/* PROGRAM */.R, } = options;
    const { stdout, stderr, env } = process;
    const out = (0,streams/* outputTo */.d)(stdout);
    const err = (0,streams/* outputTo */.d)(stderr);
    const rewritable = stderr.isTTY === true && env["TERM"] !== "dumb";
    const workspace = (0,system_workspace/* folderWorkspace */.c8)(".");
    const now = clock.monotonic();
    const { started = now } = options;
    let reportedAt = rewritable ? now + PROGRESS_WAIT - REDRAW : now;
    let openLines = 0;
    const lost = [];
    const clearing = () => openLines === 0 ? "" : CLEAR_LINE + (LINE_UP + CLEAR_LINE).repeat(openLines - 1);
    const clearProgress = () => {
        if (openLines > 0)
            err.write(clearing());
        openLines = 0;
    };
    const missing = (what, reason) => void lost.push(`${what} could not be written: ${reason}.`);
    const show = async (writing) => {
        try {
            await writing;
        }
        catch (error) {
            const reason = (0,files/* failureReason */.Hr)(error);
            if (reason === undefined)
                throw error;
            missing("The report on stdout", reason);
        }
    };
    const tellMissing = () => {
        for (const line of lost)
            err.write(`${(0,text_escape/* terminal */.Fo)(line)}\n`);
    };
    return {
        clock,
        machine,
        interrupt,
        started,
        ...(0,files/* filesIn */.nG)(workspace),
        workspace,
        input: () => process.stdin,
        missing,
        showsTranscripts: json || verbose,
        complete: () => lost.length === 0,
        note(text) {
            if (quiet)
                return;
            clearProgress();
            err.write(`${(0,text_escape/* terminal */.Fo)(text)}\n`);
        },
        progress(progress) {
            if (quiet)
                return;
            const now = clock.monotonic();
            if (now - reportedAt < (rewritable ? REDRAW : SPARSE))
                return;
            reportedAt = now;
            if (!rewritable) {
                err.write(`${progressLine(progress)}\n`);
                return;
            }
            const lines = progressBlock(progress).map((line) => (0,text_layout/* cut */.Jj)(line, (stderr.columns ?? DEFAULT_WIDTH) - 1));
            err.write((openLines === 0 ? CLEAR_LINE : clearing()) + lines.join("\n"));
            openLines = lines.length;
        },
        async deliver(report, written) {
            clearProgress();
            if (json) {
                await show(out.writeAll($report_json_js().renderJson(report)));
                tellMissing();
                return;
            }
            const rules = (0,gate_rules/* gateRules */.DB)(report);
            const lines = blockLines(renderTerminal(report, rules, {
                width: widthOf(stdout),
                colour: (0,streams/* wantsColour */.M)(process, stdout),
                verbose,
                transcripts,
                quiet,
                program,
                speak: asOptions,
                written,
                ...(!interrupt.aborted && { exitCode: (0,gate_rules/* exitCode */.I$)(report, rules) }),
            }));
            await show(out.writeLines(lines));
            tellMissing();
        },
        refuse(problems, undone) {
            clearProgress();
            for (const line of renderConfigurationErrors(problems.map(asTyped), widthOf(stderr), undone))
                err.write(`${line}\n`);
        },
    };
}

// EXTERNAL MODULE: ./lib/terminal/streams.js
var terminal_streams = __webpack_require__(5157);
// EXTERNAL MODULE: ./lib/terminal/version-page.js
var version_page = __webpack_require__(4606);
;// CONCATENATED MODULE: ./lib/command.js







var command_$run_replay_js$made;
function command_$run_replay_js() { return command_$run_replay_js$made ??= late["run/replay.js"](); }




var $terminal_completion_js$made;
function $terminal_completion_js() { return $terminal_completion_js$made ??= late["terminal/completion.js"](); }


var $terminal_explain_js$made;
function $terminal_explain_js() { return $terminal_explain_js$made ??= late["terminal/explain.js"](); }

var command_$terminal_help_js$made;
function command_$terminal_help_js() { return command_$terminal_help_js$made ??= late["terminal/help.js"](); }

var $terminal_brief_help_js$made;
function $terminal_brief_help_js() { return $terminal_brief_help_js$made ??= late["terminal/brief-help.js"](); }




async function startCommand(given, process) {
    keepMemorySmall();
    return await runCommand({ ...given, process, interruption: watchSignals(process, (0,system_clock/* systemClock */.ml)()) });
}
async function runCommand({ words, script, interruption, ...given }) {
    const process = (0,terminal_streams/* withInertStreams */._I)(given.process);
    const { called, folder = "/" } = given;
    const program = called === undefined ? terminal_program/* PROGRAM */.R : (0,terminal_program/* programName */.k)({ called, folder, env: process.env });
    const bare = {
        program,
        clock: (0,system_clock/* systemClock */.ml)(),
        machine: thisMachine(),
        interrupt: interruption.signal,
        started: system_clock/* PROCESS_STARTED */.cd,
    };
    let host = terminalHost(process, bare);
    try {
        const command = parseCommandLine(words, program);
        if (command.name === "check" || command.name === "judge") {
            host = terminalHost(process, { ...bare, ...command.display });
            const report = await (command.name === "check"
                ? check(command.given, "command", host)
                : command_$run_replay_js().rejudge(command.files, command.given, command.at, host));
            const status = interruption.exitStatus() ?? (0,gate_rules/* exitCode */.I$)(report, (0,gate_rules/* gateRules */.DB)(report));
            return status === 0 && !host.complete() ? exit_status/* UNWRITTEN */.RS : status;
        }
        const page = pageOf(command, script, program, process.stdout.columns ?? 100);
        return await (0,terminal_streams/* printPage */.XS)(page, process);
    }
    catch (error) {
        if (error instanceof configuration_error/* ConfigurationError */.j1) {
            host.refuse(error.problems, undoneBy(commandName(words, program)));
            return interruption.exitStatus() ?? exit_status/* USAGE */.u_;
        }
        process.stderr.write((0,bug/* bugReport */.r)(error));
        return exit_status/* BUG */.r1;
    }
}
function undoneBy(name) {
    if (name === "check")
        return "probed";
    return name === "judge" ? "judged" : undefined;
}
function pageOf(command, script, program, width) {
    switch (command.name) {
        case "help":
            return command.brief ? $terminal_brief_help_js().briefHelpPage(program) : command_$terminal_help_js().helpPage(Math.min(Math.max(width, 60), 110), program);
        case "version":
            return (0,version_page/* versionPage */.o)();
        case "explain":
            return $terminal_explain_js().explain(command.word, (0,external_node_path_.dirname)(script), files/* readTextFile */.Gu, program);
        case "completion":
            return $terminal_completion_js().completionScript(command.shell);
    }
}


/***/ },

/***/ 3390:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ controlList),
/* harmony export */   C: () => (/* binding */ detourList),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   IK: () => (/* binding */ serverList),
/* harmony export */   Rp: () => (/* binding */ dnsServerList),
/* harmony export */   nD: () => (/* binding */ proxyAddress),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8532);
/* harmony import */ var _text_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6519);
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3593);
/* harmony import */ var _text_ip_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(227);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6618);







function parseHostPort(text) {
    if ((0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_4__/* .ipVersion */ .UR)(text) !== 0)
        return { host: text.toLowerCase(), port: undefined };
    const groups = /^(?:\[(?<v6>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
    if (groups === undefined)
        return undefined;
    const port = groups["port"] === undefined ? undefined : Number(groups["port"]);
    const host = groups["v6"] === undefined ? hostOf(groups["name"] ?? "") : sixOf(groups["v6"]);
    return host === undefined || (port !== undefined && !(0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isPort */ .sW)(port)) ? undefined : { host, port };
}
function hostOf(text) {
    return (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_4__/* .ipVersion */ .UR)(text) === 4 ? text : (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_3__/* .normaliseHostName */ .e)(text);
}
function sixOf(text) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(text) && !text.includes("%") ? new URL(`http://[${text}]/`).hostname.slice(1, -1) : undefined;
}
var SERVICES$made;
function SERVICES() { return SERVICES$made ??= ({
    smtp: { port: 25, tlsMode: "starttls", submission: false },
    submission: { port: 587, tlsMode: "starttls", submission: true },
    smtps: { port: 465, tlsMode: "implicit", submission: true },
}); }
var serverList$made;
function serverList() { return serverList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)().transform((value, context) => {
    const servers = new Map();
    for (const item of (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .splitList */ .ry)(value)) {
        const server = parseServerAddress(item);
        if (server !== undefined)
            servers.set(server.name, server);
        else {
            const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(item)} is not a server. Write host, host:port, [v6]:port, or one of these behind smtp://, submission:// or smtps://.`;
            context.addIssue({ code: "custom", message });
        }
    }
    return [...servers.values()];
})); }
function parseServerAddress(item) {
    const match = /^(?:(?<scheme>[a-z]+):\/\/)?(?<place>.+?)\/?$/i.exec(item)?.groups;
    const scheme = match?.["scheme"]?.toLowerCase();
    const place = parseHostPort(match?.["place"] ?? "");
    const named = scheme === undefined ? undefined : SERVICES()[scheme];
    if (place === undefined || (scheme !== undefined && named === undefined))
        return undefined;
    const port = place.port ?? named?.port ?? 25;
    const usual = (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceAt */ .xQ)(port);
    const { tlsMode, submission } = named ?? usual;
    const prefix = named === undefined || tlsMode === usual.tlsMode ? "" : `${scheme ?? ""}://`;
    return { name: prefix + (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .hostPort */ .QL)(place.host, port), host: place.host, port, tlsMode, submission };
}
const DETOUR = /^(\[[^\]]*\]|[^:[\]]*):(\d{0,5}):(\[[^\]]*\]|[^:[\]]*):(\d{0,5})$/;
var detourList$made;
function detourList() { return detourList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)().transform((value, context) => {
    const detours = [];
    for (const item of (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .splitList */ .ry)(value)) {
        const detour = parseDetour(item);
        if (detour !== undefined)
            detours.push(detour);
        else {
            const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(item)} is not HOST:PORT:ADDRESS:PORT, such as mx1.example.com:25:127.0.0.1:2525.`;
            context.addIssue({ code: "custom", message });
        }
    }
    return detours;
})); }
function parseDetour(item) {
    const match = DETOUR.exec(item);
    if (match === null)
        return undefined;
    const [host, port, toHost, toPort] = match.slice(1).map((part) => (part === "" ? undefined : part));
    const hosts = [host, toHost].map((part) => (part === undefined ? undefined : parseHostPort(part)?.host));
    const ports = [port, toPort].map((part) => (part === undefined ? undefined : Number(part)));
    const broken = (host !== undefined && hosts[0] === undefined) ||
        (toHost !== undefined && hosts[1] === undefined) ||
        ports.some((each) => each !== undefined && !(0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isPort */ .sW)(each)) ||
        (toHost === undefined && toPort === undefined);
    return broken ? undefined : { host: hosts[0], port: ports[0], toHost: hosts[1], toPort: ports[1] };
}
const PROXY_PORTS = {
    socks5: 1080,
    socks5h: 1080,
    http: 8080,
};
const LONGEST_CREDENTIAL = 255;
var proxyAddress$made;
function proxyAddress() { return proxyAddress$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((written, context) => {
    const text = written.trim();
    if (text === "" || text === "none")
        return null;
    const refuse = (message) => {
        context.addIssue({ code: "custom", message });
        return zod__WEBPACK_IMPORTED_MODULE_7__/* .NEVER */ .tm;
    };
    const match = /^(?<scheme>[a-z0-9]+):\/\/(?:(?<user>.*)@)?(?<place>[^@/]+)\/?$/i.exec(text)?.groups;
    const scheme = ["socks5", "socks5h", "http"].find((known) => known === match?.["scheme"]?.toLowerCase());
    const place = parseHostPort(match?.["place"] ?? "");
    if (scheme === undefined || place === undefined) {
        return refuse("This is not a proxy address. Write socks5://HOST:PORT, socks5h://HOST:PORT or http://HOST:PORT, with USER:PASSWORD@ before the host where it asks for them.");
    }
    const proxy = { scheme, host: place.host, port: place.port ?? PROXY_PORTS[scheme] };
    const user = match?.["user"];
    if (user === undefined)
        return proxy;
    const colon = user.indexOf(":");
    const username = decoded(colon < 0 ? user : user.slice(0, colon));
    const password = decoded(colon < 0 ? "" : user.slice(colon + 1));
    if (username === undefined || password === undefined)
        return refuse("The proxy's user name or password has a % that starts no escape. Write it as %25.");
    if ([username, password].some((each) => Buffer.byteLength(each) > LONGEST_CREDENTIAL))
        return refuse("The proxy's user name or password is longer than 255 octets.");
    if (username === "")
        return refuse("The proxy's user name is empty.");
    return { ...proxy, username, password };
})); }
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
function withoutCredentials(proxy) {
    if (proxy === null)
        return null;
    const credentials = proxy.username === undefined ? "" : "***@";
    return `${proxy.scheme}://${credentials}${(0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .hostPort */ .QL)(proxy.host, proxy.port)}`;
}
function secretsOf(proxy) {
    if (proxy?.password === undefined || proxy.password === "")
        return [];
    const { username = "", password } = proxy;
    const basic = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
    return [...new Set([password, encodeURIComponent(password), basic])];
}
var controlList$made;
function controlList() { return controlList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)().transform((value, context) => {
    const items = (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .splitList */ .ry)(value);
    if (items.length === 1 && items[0] === "off")
        return [];
    return items.flatMap((item) => {
        const place = parseHostPort(item);
        if (place !== undefined)
            return [{ host: place.host, port: place.port ?? 25 }];
        context.addIssue({ code: "custom", message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(item)} is not host:port, and not off.` });
        return [];
    });
})); }
var dnsServerList$made;
function dnsServerList() { return dnsServerList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)().transform((value, context) => {
    const servers = (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .splitList */ .ry)(value).flatMap((item) => {
        if (item === "authoritative")
            return [{ authoritative: true }];
        const server = (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddressPort */ .rU)(item, 53) ?? parseUrl(item);
        if (server !== undefined)
            return [server];
        const what = item.includes("@") ? "This" : (0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(item);
        const message = `${what} is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`;
        context.addIssue({ code: "custom", message });
        return [];
    });
    const urls = servers.filter((server) => "url" in server).length;
    if (urls > 0 && servers.length > 1) {
        context.addIssue({
            code: "custom",
            message: "An https:// resolver stands alone: give one URL, or addresses.",
        });
    }
    return servers;
})); }
function parseUrl(text) {
    if (!/^https:\/\/\S+$/i.test(text) || !URL.canParse(text))
        return undefined;
    const { href, username, password, hash } = new URL(text);
    return username === "" && password === "" && hash === "" ? { url: href } : undefined;
}


/***/ },

/***/ 1137:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ RUN_TARGETS),
/* harmony export */   Ge: () => (/* binding */ POLICY_SYNTAX_PROBLEMS),
/* harmony export */   Jg: () => (/* binding */ POLICY_NODES),
/* harmony export */   K9: () => (/* binding */ TARGETS_NOTED),
/* harmony export */   O_: () => (/* binding */ POLICY_CHARACTERS),
/* harmony export */   U9: () => (/* binding */ REPORT_OCTETS),
/* harmony export */   US: () => (/* binding */ STRANGE_CODES),
/* harmony export */   ai: () => (/* binding */ RECORDING_LINES),
/* harmony export */   av: () => (/* binding */ DOMAINS_FILE_OCTETS),
/* harmony export */   bL: () => (/* binding */ DOMAINS_FILE_LINES),
/* harmony export */   dM: () => (/* binding */ RECORDING_OCTETS),
/* harmony export */   is: () => (/* binding */ RECORDING_LINE_OCTETS),
/* harmony export */   jA: () => (/* binding */ STS_FILE_OCTETS),
/* harmony export */   pW: () => (/* binding */ POLICY_DEPTH),
/* harmony export */   pq: () => (/* binding */ DOMAINS_FILE_LINE_OCTETS),
/* harmony export */   sb: () => (/* binding */ POLICY_ALIASES),
/* harmony export */   uJ: () => (/* binding */ DOMAINS_FILE_PROBLEMS),
/* harmony export */   uL: () => (/* binding */ POLICY_VALUES)
/* harmony export */ });
const POLICY_CHARACTERS = 250_000;
const POLICY_DEPTH = 16;
const POLICY_NODES = 40_000;
const POLICY_VALUES = 200_000;
const POLICY_ALIASES = 1000;
const POLICY_SYNTAX_PROBLEMS = 50;
const STRANGE_CODES = 100;
const RUN_TARGETS = 100_000;
const DOMAINS_FILE_OCTETS = 64_000_000;
const DOMAINS_FILE_LINES = 2_000_000;
const DOMAINS_FILE_LINE_OCTETS = 65_536;
const DOMAINS_FILE_PROBLEMS = 50;
const REPORT_OCTETS = 400_000_000;
const RECORDING_OCTETS = 8_000_000_000;
const RECORDING_LINE_OCTETS = 16_777_216;
const RECORDING_LINES = 4_000_000;
const STS_FILE_OCTETS = 65_536;
const TARGETS_NOTED = 5;


/***/ },

/***/ 2167:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ fileHint),
/* harmony export */   i: () => (/* binding */ domainProblem)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3593);



const MAIL_SCHEME = /^(?:smtps?|submissions?):\/\//i;
var FILE_ENDINGS$made;
function FILE_ENDINGS() { return FILE_ENDINGS$made ??= ([
    {
        endings: ["txt", "csv", "list", "lst"],
        hint: (file) => `To read domains from a file, use domains-file: ${file}.`,
    },
    {
        endings: ["json", "ndjson"],
        hint: (file) => `To evaluate a recorded report again, run mx-gate judge ${file}.`,
    },
    { endings: ["yml", "yaml"], hint: (file) => `To use a policy file, set config-file: ${file}.` },
    {
        endings: ["db", "zonefile"],
        hint: (file) => `To test the MX records of a zone file, use zone-files: ${file}.`,
    },
]); }
function fileHint(item) {
    const ending = item.slice(item.lastIndexOf(".") + 1).toLowerCase();
    const found = item.includes(".") && !item.includes("@")
        ? FILE_ENDINGS().find(({ endings }) => endings.includes(ending))
        : undefined;
    return found && `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(item)} looks like a file, not a domain name. ${found.hint(item)}`;
}
function serverHint(server) {
    return `To test that server itself, use servers: ${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(server).slice(1, -1)}`;
}
function domainProblem(item) {
    const what = (0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(item);
    if (item.startsWith("@") && !item.includes(" ")) {
        return `${what} is not a domain name. To read domains from a file, use domains-file: ${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(item.slice(1)).slice(1, -1)}`;
    }
    if (item.includes("@")) {
        const behind = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(item.slice(item.lastIndexOf("@") + 1));
        return `${what} is a mailbox, not a domain name. Give only the part after the @${behind === undefined ? "." : `: ${behind}`}`;
    }
    if (MAIL_SCHEME.test(item))
        return `${what} is a server, not a domain name. ${serverHint(item)}`;
    const bare = bareName(item);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(item)) {
        return `${what} is a URL, not a domain name.${bare === undefined ? "" : ` Give only the name: ${bare}`}`;
    }
    const address = item.replace(/^\[(.*)\](?::\d+)?$/, "$1");
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) !== 0 || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(item.replace(/:\d+$/, "")) === 4) {
        return `${what} is an IP address, not a domain name. ${serverHint((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(item) === 6 ? `[${item}]` : item)}`;
    }
    if (/^[^:/\s]+:\d{1,5}$/.test(item)) {
        return `${what} has a port, so it is a server and not a domain name. ${serverHint(item)}`;
    }
    if (bare !== undefined)
        return `${what} is not a domain name. Give only the name: ${bare}`;
    const parts = item.split(/\s+/).filter((part) => part !== "");
    if (parts.length > 1 && parts.every((part) => part.includes("."))) {
        return `${what} is not a domain name. Separate domains with commas or line breaks.`;
    }
    return `${what} is not a domain name: labels have letters, digits and inner hyphens, at most 63 characters.`;
}
function bareName(item) {
    const behind = item.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
    if (behind === item && !item.includes("/"))
        return undefined;
    return (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(behind.split(/[/?#:]/, 1)[0] ?? "");
}


/***/ },

/***/ 9798:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ readingDomains),
/* harmony export */   WO: () => (/* binding */ againWords),
/* harmony export */   XI: () => (/* binding */ DOMAINS_FILE_BOUNDS),
/* harmony export */   XO: () => (/* binding */ STANDARD_INPUT)
/* harmony export */ });
/* harmony import */ var _system_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2442);
/* harmony import */ var _system_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1870);
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3593);
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6713);
/* harmony import */ var _late_cjs__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(233);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1137);
/* harmony import */ var _domain_hints_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2167);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6618);





var $zone_find_js$made;
function $zone_find_js() { return $zone_find_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_4__["zone/find.js"](); }



const SETTING = "domains-file";
const STANDARD_INPUT = "-";
const INPUT_NAME = "standard input";
const BYTE_ORDER_MARK = "\u{feff}";
const DOMAINS_FILE_BOUNDS = {
    line: _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .DOMAINS_FILE_LINE_OCTETS */ .pq,
    octets: _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .DOMAINS_FILE_OCTETS */ .av,
    lines: _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .DOMAINS_FILE_LINES */ .bL,
};
function* readingDomains(patterns, sources) {
    const { workspace, standardInput, anywhere } = sources;
    const reading = new Reading(anywhere);
    const files = new Map();
    for (const pattern of patterns) {
        if (pattern === STANDARD_INPUT) {
            if (standardInput === undefined)
                reading.problems.push(noInput(sources));
            else
                yield* reading.read(INPUT_NAME, standardInput);
        }
        else {
            const found = yield* $zone_find_js().findFiles(SETTING, [pattern], sources);
            reading.problems.push(...found.problems);
            for (const { file, real } of found.files)
                if (!files.has(real))
                    files.set(real, file);
        }
    }
    for (const [real, file] of files) {
        if (workspace !== undefined)
            yield* reading.read(file, linesOf(workspace, real));
    }
    reading.finish();
    return reading;
}
function noInput({ positionOf }) {
    const message = `${SETTING}: ${STANDARD_INPUT} is standard input, which only the command reads. Name a file.`;
    return { ...positionOf(STANDARD_INPUT), message };
}
function* linesOf(workspace, file) {
    yield* workspace.lines(file, DOMAINS_FILE_BOUNDS);
}
class Reading {
    domains = new Map();
    problems = [];
    again = 0;
    #wrong = 0;
    #quotes;
    constructor(quotes) {
        this.#quotes = quotes;
    }
    *read(file, lines) {
        const before = { wrong: this.#wrong, domains: this.domains.size, again: this.again };
        let line = 0;
        try {
            for (const text of lines) {
                line += 1;
                this.#take(line === 1 ? text.replace(BYTE_ORDER_MARK, "") : text, { file, line });
                yield;
            }
        }
        catch (error) {
            const reason = (0,_system_files_js__WEBPACK_IMPORTED_MODULE_1__/* .failureReason */ .Hr)(error);
            if (reason === undefined)
                throw error;
            const message = error instanceof _system_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .UnboundedFile */ .zX
                ? `The file is not read: ${reason}.`
                : `The file cannot be read: ${reason}.`;
            this.problems.push({ file, message });
            return;
        }
        const nothing = this.#wrong === before.wrong && this.domains.size === before.domains && this.again === before.again;
        if (nothing)
            this.problems.push({ file, message: "There is no domain in it." });
    }
    finish() {
        const more = this.#wrong - _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .DOMAINS_FILE_PROBLEMS */ .uJ;
        if (more <= 0)
            return;
        const [lines, are] = more === 1 ? ["line", "is"] : ["lines", "are"];
        this.problems.push({
            message: `${SETTING}: ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(more)} more ${lines} ${are} wrong and not shown.`,
        });
    }
    #take(text, position) {
        const content = (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutComment */ .sp)(text);
        const item = content.trim();
        if (item === "")
            return;
        const name = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(item);
        if (name === undefined) {
            this.#wrong += 1;
            if (this.#wrong > _bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .DOMAINS_FILE_PROBLEMS */ .uJ)
                return;
            const column = content.length - content.trimStart().length + 1;
            const message = this.#quotes ? lineProblem(item) : UNQUOTED;
            this.problems.push({ ...position, column, message });
        }
        else if (this.domains.has(name))
            this.again += 1;
        else
            this.domains.set(name, position);
    }
}
const UNQUOTED = "This line is not a domain name. It is not shown, because the policy file names the file: set domains-file as an input or option to see it.";
function lineProblem(item) {
    const parts = item.split(/[\s,;]+/).filter((part) => part !== "");
    const several = parts.length > 1 && parts.every((part) => (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(part) !== undefined);
    return several ? "There is more than a domain in this line. Write one a line." : (0,_domain_hints_js__WEBPACK_IMPORTED_MODULE_5__/* .domainProblem */ .i)(item);
}
function againWords({ again }) {
    if (again === 0)
        return undefined;
    const verb = again === 1 ? "names a domain" : "name domains";
    return `${SETTING}: ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(again, "line")} ${verb} that another line has already; each is tested once.`;
}


/***/ },

/***/ 2243:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ defaultSettings),
/* harmony export */   s9: () => (/* binding */ isSettingName),
/* harmony export */   sb: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8618);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1641);



function isSettingName(name) {
    return (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTING_NAMES */ .OI)().some((known) => known === name);
}
function defaultSettings(door) {
    const values = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .ALL_SETTING_NAMES */ .UF)().map((name) => {
        const setting = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settings */ .W0)()[name];
        return [name, door === "action" ? (setting.actionDefault ?? setting.default) : setting.default];
    });
    return Object.fromEntries(values);
}
function readSettings(written, door) {
    const values = { ...defaultSettings(door) };
    const given = new Set();
    const wrong = new Set();
    const problems = [];
    for (const { name, value, label } of written) {
        if (!isSettingName(name) && Object.hasOwn((0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settings */ .W0)(), name)) {
            problems.push({ message: `${label} is a key of the policy file only. Set it there.` });
        }
        else if (!isSettingName(name)) {
            problems.push({ message: `${label} is not a setting.${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(name, (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTING_NAMES */ .OI)())}` });
        }
        else if (typeof value !== "string" || value.trim() !== "") {
            const read = (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .readValue */ .w)(name, { value });
            if ("value" in read) {
                values[name] = read.value;
                given.add(name);
            }
            else {
                wrong.add(name);
                problems.push(...read.problems.map(({ message }) => ({ message: `${label}: ${message}` })));
            }
        }
    }
    return { settings: values, given, wrong, problems };
}


/***/ },

/***/ 4775:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ix: () => (/* binding */ planning),
  XK: () => (/* binding */ planningReplay)
});

// UNUSED EXPORTS: makePlan, makeReplayPolicy

// EXTERNAL MODULE: ./lib/config/bounds.js
var bounds = __webpack_require__(1137);
// EXTERNAL MODULE: ./lib/text/configuration-error.js
var configuration_error = __webpack_require__(9386);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/given.js
var given = __webpack_require__(2243);
// EXTERNAL MODULE: ./lib/text/glob.js
var glob = __webpack_require__(5613);
// EXTERNAL MODULE: ./lib/judge/checks/all.js + 13 modules
var checks_all = __webpack_require__(2387);
// EXTERNAL MODULE: ./lib/config/settings.js
var config_settings = __webpack_require__(1641);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/config/shard.js
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }


function shardFile({ index, of }) {
    return `mx-gate-shard-${String(index)}-of-${String(of)}.ndjson`;
}
const SHARED = ["allow-private-addresses", "connect-to", "fetch-issuers"];
function isShared(name, { kind }) {
    return kind === "probe" || SHARED.includes(name);
}
function planHash({ settings, overrides }, subjects, zones) {
    const names = (0,config_settings/* ALL_SETTING_NAMES */.UF)().filter((name) => isShared(name, (0,config_settings/* settings */.W0)()[name]));
    const probed = (values) => names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]]] : []));
    const plan = {
        version: version/* VERSION */.x,
        subjects: subjects.map(({ kind, name }) => `${kind} ${name}`).sort(),
        settings: probed(settings),
        overrides: overrides.flatMap(({ host, values }) => {
            const own = probed(values);
            return own.length === 0 ? [] : [{ host, values: own }];
        }),
        zones: zones?.zones.map(({ file, name }) => [file, name?.name]).sort(),
    };
    return $node_crypto().createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}

;// CONCATENATED MODULE: ./lib/config/policy/in-force.js





function in_force_layer(read, file, door) {
    const origins = new Map();
    const values = { ...(0,given/* defaultSettings */.L6)(door) };
    const targetsGiven = [...read.given].some(namesTargets);
    for (const name of (0,config_settings/* ALL_SETTING_NAMES */.UF)()) {
        if (file === undefined || !Object.hasOwn(file.values, name))
            continue;
        if (namesTargets(name) && targetsGiven)
            continue;
        values[name] = file.values[name];
        origins.set(name, "file");
    }
    const { severity } = values;
    for (const name of read.given) {
        values[name] = read.settings[name];
        origins.set(name, "input");
    }
    const inputSeverity = read.given.has("severity") ? read.settings.severity : {};
    values["severity"] = { ...severity, ...inputSeverity };
    const { shard } = read.settings;
    if (shard !== null && !origins.has("report-file"))
        values["report-file"] = shardFile(shard);
    return { settings: values, origins, inputSeverity, overrides: file?.overrides ?? [], file };
}
function namesTargets(name) {
    const { kind, ofTargets } = (0,config_settings/* settings */.W0)()[name];
    return kind === "target" && ofTargets !== true;
}
function isSetByInput({ origins, inputSeverity }, name) {
    const [setting = "", part] = name.split(" ");
    if (setting === "severity")
        return part !== undefined && Object.hasOwn(inputSeverity, part);
    return origins.get(setting) === "input";
}
function positionIn(layers, name) {
    return isSetByInput(layers, name) ? undefined : layers.file?.positions.get(name);
}
function scopeMatcher({ domain, host }) {
    const domains = domain?.map(glob/* globMatcher */.f);
    const hosts = host?.map(glob/* globMatcher */.f);
    return (testedDomain, testedHost) => (domains === undefined ||
        (testedDomain !== undefined && domains.some((matches) => matches(testedDomain)))) &&
        (hosts === undefined || (testedHost !== undefined && hosts.some((matches) => matches(testedHost))));
}
function overridesOf(layers, kind) {
    return layers.overrides.flatMap((override) => {
        const names = (0,config_settings/* ALL_SETTING_NAMES */.UF)().filter((name) => Object.hasOwn(override.values, name) &&
            (0,config_settings/* settings */.W0)()[name].kind === kind &&
            !isSetByInput(layers, name));
        const values = Object.fromEntries(names.map((name) => [name, override.values[name]]));
        return names.length === 0 ? [] : [{ values, matches: scopeMatcher(override), override }];
    });
}
function memoisedByRules(rules, make) {
    const made = new Map();
    return (domain, host) => {
        const fitting = rules.filter((rule) => rule.matches(domain, host));
        const key = fitting.map((rule) => rules.indexOf(rule)).join(",");
        const known = made.get(key) ?? make(fitting);
        made.set(key, known);
        return known;
    };
}
function probeSettings(layers) {
    const find = memoisedByRules(overridesOf(layers, "probe"), (fitting) => fitting.reduce((merged, { values }) => ({ ...merged, ...values }), layers.settings));
    return (host) => find(undefined, host);
}
function runChecks(layers) {
    const asked = new Set(layers.settings.checks);
    for (const { values } of overridesOf(layers, "probe")) {
        for (const check of values.checks ?? [])
            asked.add(check);
    }
    return (0,checks_all/* CHECK_IDS */.Sh)().filter((id) => asked.has(id));
}
function makePolicy(layers, baseline, silences) {
    const { settings, file } = layers;
    const rules = overridesOf(layers, "judge");
    const thresholdsFor = memoisedByRules(rules, (fitting) => thresholdsOf(layers, fitting.map(({ values }) => values)));
    const probing = probeSettings(layers);
    return {
        thresholdsFor,
        asksServer: (host) => (0,checks_all/* probesEndpoints */.yy)(probing(host).checks),
        positionOf: (name, domain, host) => {
            if (isSetByInput(layers, name))
                return undefined;
            const holding = rules.filter(({ matches }) => matches(domain, host));
            const lines = holding.map(({ override }) => override.positions.get(name));
            return lines.findLast((line) => line !== undefined) ?? positionIn(layers, name);
        },
        severity: settings.severity,
        waivers: (file?.waivers ?? []).map(waiverRule),
        silences,
        baseline,
        gate: { failOn: settings["fail-on"], onInconclusive: settings["on-inconclusive"] },
        inForce: inForce(layers),
    };
}
function inForce(layers) {
    const { settings, origins, file } = layers;
    const listed = (0,config_settings/* ALL_SETTING_NAMES */.UF)().flatMap((name) => {
        const { fileOnly } = (0,config_settings/* settings */.W0)()[name];
        const from = origins.get(name) ?? "default";
        if (fileOnly === true && from === "default")
            return [];
        const line = from === "file" ? positionIn(layers, name)?.line : undefined;
        return [
            [name, { value: shownValue(name, settings), from, ...(line !== undefined && { line }) }],
        ];
    });
    return {
        file: file?.file ?? null,
        ...(file !== undefined && { sha256: file.sha256 }),
        overrides: file?.overrides.length ?? 0,
        waivers: file?.waivers.length ?? 0,
        settings: Object.fromEntries(listed),
    };
}
function shownValue(name, settings) {
    const definition = (0,config_settings/* settings */.W0)()[name];
    const value = settings[name];
    if (definition.secret === true)
        return value === null ? null : "set, not shown";
    return definition.redact === undefined ? value : definition.redact(value);
}
function scopeWords({ host = [], domain = [] }) {
    return [...host, ...domain].join(", ");
}
function waiverRule(waiver) {
    const { code, until, reason, position } = waiver;
    return {
        code,
        until,
        reason,
        position,
        scope: scopeWords(waiver),
        covers: scopeMatcher(waiver),
    };
}
function isBelow(one, other) {
    if (one.days !== undefined && other.days !== undefined)
        return one.days < other.days;
    return one.percent !== undefined && other.percent !== undefined && one.percent < other.percent;
}
function thresholdsOf({ settings, origins, inputSeverity }, overriding) {
    const merged = overriding.reduce((all, values) => ({ ...all, ...values }), settings);
    const severities = [settings, ...overriding].map(({ severity }) => severity ?? {});
    const given = (name) => origins.has(name) || overriding.some((values) => Object.hasOwn(values, name));
    let fail = merged["min-days-to-expiry"];
    let warn = merged["warn-days-to-expiry"];
    if (given("min-days-to-expiry") && !given("warn-days-to-expiry") && isBelow(warn, fail))
        warn = fail;
    if (given("warn-days-to-expiry") && !given("min-days-to-expiry") && isBelow(warn, fail))
        fail = warn;
    const names = (0,config_settings/* ALL_SETTING_NAMES */.UF)().filter((name) => (0,config_settings/* settings */.W0)()[name].kind === "judge");
    return {
        ...Object.fromEntries(names.map((name) => [name, merged[name]])),
        "min-days-to-expiry": fail,
        "warn-days-to-expiry": warn,
        severity: [...severities, inputSeverity].reduce((all, one) => ({ ...all, ...one }), {}),
    };
}

;// CONCATENATED MODULE: ./lib/config/contradictions.js



function contradictions(layers, wrong) {
    const { settings, origins, overrides } = layers;
    const names = ["warn-days-to-expiry", "min-days-to-expiry"];
    const message = "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.";
    const given = names.every((name) => origins.has(name));
    const base = given && isBelow(settings["warn-days-to-expiry"], settings["min-days-to-expiry"]);
    const problems = [];
    if (base)
        problems.push({ message, ...(positionIn(layers, names[0]) ?? positionIn(layers, names[1])) });
    for (const override of overrides) {
        const own = names.filter((name) => Object.hasOwn(override.values, name) && origins.get(name) !== "input");
        const both = names.every((name) => own.includes(name) || origins.has(name));
        const { "warn-days-to-expiry": warn, "min-days-to-expiry": fail } = {
            ...settings,
            ...pick(override.values, own),
        };
        const [first] = own;
        if (first === undefined || !both || !isBelow(warn, fail))
            continue;
        problems.push({ message, ...(override.positions.get(first) ?? override.position) });
    }
    if (settings.proxy?.scheme === "socks5h" &&
        settings["dns-server"].length === 0 &&
        !wrong.has("dns-server")) {
        const message = "proxy: socks5h:// asks DNS behind the proxy, over TCP, and needs to know whom. Set dns-server to a resolver that is reachable from there, or take socks5:// to ask from here.";
        problems.push({ message });
    }
    problems.push(...sameFileProblems(settings));
    if (settings.shard !== null && settings["report-file"] === null) {
        const message = "report-file is none, but a shard is merged from the file that it writes. Name a file, or leave report-file out.";
        problems.push({ message });
    }
    if (origins.has("wait") && origins.has("deadline") && settings.wait > settings.deadline) {
        const message = "wait is longer than deadline, so the run would end before the waiting does. Raise deadline or shorten wait.";
        problems.push({ message });
    }
    return problems;
}
function sameFileProblems(settings) {
    const locations = new Map();
    return (0,config_settings/* FILE_SETTING_NAMES */.tl)().flatMap((name) => {
        const path = settings[name];
        if (path === null)
            return [];
        const place = (0,external_node_path_.normalize)(path);
        const earlier = locations.get(place);
        locations.set(place, name);
        return earlier === undefined
            ? []
            : [{ message: `${earlier} and ${name} name the same file. Give each one of its own.` }];
    });
}
function pick(values, names) {
    return Object.fromEntries(names.map((name) => [name, values[name]]));
}

;// CONCATENATED MODULE: ./lib/config/probe-rules.js

function probeRules(settings, ofRun) {
    const family = settings["ip-family"];
    const scope = probeScope(settings);
    const endpointChecks = (0,checks_all/* endpointChecksOf */.ew)(settings.checks).map(({ id }) => id);
    const same = (0,checks_all/* endpointChecksOf */.ew)(ofRun).every(({ id }) => settings.checks.includes(id));
    return {
        port: settings.port,
        families: endpointChecks.length === 0 ? [] : family === "any" ? [4, 6] : family === "4" ? [4] : [6],
        addresses: settings.addresses,
        scope: same ? scope : { ...scope, checks: endpointChecks },
        relaySender: settings["relay-sender"],
        relayRecipient: settings["relay-recipient"],
        retries: settings.retries,
        timeout: settings.timeout,
        replyTimeout: settings["reply-timeout"],
        heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
    };
}
function probeScope(settings) {
    const needs = (0,checks_all/* probeNeeds */.c8)(settings.checks);
    return {
        depth: needs?.depth ?? "connect",
        relay: needs?.relay === true ? settings["relay-test"] : "off",
        delivery: needs?.delivery === true ? settings["delivery-test"] : "off",
        floor: needs?.floor === true && settings["tls-floor-test"],
        ...(needs?.dane === true && { dane: true }),
    };
}

;// CONCATENATED MODULE: ./lib/config/targets.js

const OTHER_RECIPIENTS = ["mx-gate-relay-test@example.net", "mx-gate-relay-test@example.org"];
function subjectsOf(layers, domains, { filed, zones, policies }) {
    const allowPrivateAddresses = layers.origins.get("servers") === "input";
    const at = (source) => (source === undefined ? {} : { source });
    return [
        ...domains.map((name) => {
            const inZone = zones?.domains.get(name);
            const policyFile = policies.fileOf(name);
            const subject = { name, kind: "domain", ...(policyFile && { policyFile }) };
            if (inZone !== undefined)
                return { ...subject, source: inZone.source, lines: [...inZone.lines] };
            return { ...subject, ...at(positionIn(layers, `domains ${name}`) ?? filed.domains.get(name)) };
        }),
        ...layers.settings.servers.map(({ name, ...server }) => ({
            name,
            kind: "server",
            ...at(positionIn(layers, `servers ${name}`) ?? positionIn(layers, "servers")),
            server: { ...server, allowPrivateAddresses },
        })),
    ];
}
function recipientProblems({ settings, origins }, domains) {
    const domain = domainOf(settings["relay-recipient"]);
    if (!origins.has("relay-recipient") || !domains.includes(domain))
        return [];
    const message = `relay-recipient is at ${domain}, which is tested itself, so it is not foreign to its servers. Take an address elsewhere.`;
    return [{ message }];
}
function domainOf(mailbox) {
    return mailbox.slice(mailbox.lastIndexOf("@") + 1);
}
function foreignRecipient(settings, domains) {
    const candidates = [settings["relay-recipient"], ...OTHER_RECIPIENTS];
    return candidates.find((mailbox) => !domains.includes(domainOf(mailbox))) ?? settings["relay-recipient"];
}

// EXTERNAL MODULE: ./lib/judge/baseline.js
var baseline = __webpack_require__(4396);
// EXTERNAL MODULE: ./lib/system/files.js
var files = __webpack_require__(1870);
// EXTERNAL MODULE: ./lib/config/domains-file.js
var domains_file = __webpack_require__(9798);
// EXTERNAL MODULE: ./lib/late.cjs
var late = __webpack_require__(233);
// EXTERNAL MODULE: ./lib/system/workspace.js + 1 modules
var system_workspace = __webpack_require__(4036);
// EXTERNAL MODULE: ./lib/judge/judge.js + 19 modules
var judge = __webpack_require__(4497);
// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
// EXTERNAL MODULE: ./lib/judge/verdict.js
var verdict = __webpack_require__(7522);
;// CONCATENATED MODULE: ./lib/config/policy/silences.js




function layersOf(layers) {
    const top = {
        values: layers.settings,
        scope: "",
        positionOf: (name) => positionIn(layers, name),
    };
    const overrides = layers.overrides.map((override) => {
        const { values, positions } = override;
        const severity = Object.entries(values.severity ?? {});
        return {
            values: {
                ...Object.fromEntries(Object.entries(values).filter(([name]) => !isSetByInput(layers, name))),
                severity: Object.fromEntries(severity.filter(([code]) => !isSetByInput(layers, `severity ${code}`))),
            },
            scope: scopeWords(override),
            positionOf: (name) => positions.get(name),
        };
    });
    return [top, ...overrides];
}
function silencesOf(layers, probing) {
    const all = layersOf(layers);
    const place = ({ scope, positionOf }, name) => {
        const position = positionOf(name);
        return { scope, ...(position !== undefined && { position }) };
    };
    const codes = all.flatMap((layer) => Object.entries(layer.values.severity ?? {}).flatMap(([code, level]) => (0,registry/* isCode */._m)(code) && (0,verdict/* isLower */.cs)(level, (0,registry/* describe */.q0)(code).severity)
        ? [{ code, level, ...place(layer, `severity ${code}`) }]
        : []));
    const settings = all.flatMap((layer) => (0,config_settings/* ALL_SETTING_NAMES */.UF)().flatMap((name) => {
        const definition = (0,config_settings/* settings */.W0)()[name];
        if (definition.kind === "probe" && !probing)
            return [];
        const value = layer.values[name];
        if (value === undefined ||
            layer.positionOf(name) === undefined ||
            definition.asksLess?.(value) !== true)
            return [];
        return [{ name, value: valueWords(value), ...place(layer, name) }];
    }));
    return { codes, settings };
}
function valueWords(value) {
    if (Array.isArray(value))
        return value.map(String).join(", ");
    if (typeof value !== "object" || value === null)
        return String(value);
    const { days, percent } = value;
    return days === undefined ? `${String(percent)}%` : `${String(days)} days`;
}

;// CONCATENATED MODULE: ./lib/config/policy/sources.js








var $config_policy_file_js$made;
function $config_policy_file_js() { return $config_policy_file_js$made ??= late["config/policy/file.js"](); }


var $zone_set_js$made;
function $zone_set_js() { return $zone_set_js$made ??= late["zone/set.js"](); }


var $config_recorded_file_js$made;
function $config_recorded_file_js() { return $config_recorded_file_js$made ??= late["config/recorded-file.js"](); }

const OCTETS_OF_A_CHARACTER = 3;
const sources_NO_SOURCES = {
    now: 0,
    readFile: () => undefined,
    readLines: () => undefined,
    note: () => undefined,
};
function* loadingPolicy(read, sources) {
    const path = read.given.has("config-file")
        ? read.settings["config-file"]
        : (0,given/* defaultSettings */.L6)("command")["config-file"];
    const { file, problems } = yield* readingPolicy(path, read.given.has("config-file"), sources);
    return {
        file,
        problems,
        domainsOf: (layers) => domainsOf(layers, sources),
        zonesOf: (layers) => zonesOf(layers, sources),
        baselineOf: (layers) => loadingBaseline(layers, sources),
    };
}
function* readingPolicy(path, named, sources) {
    const nothing = { file: undefined, problems: [] };
    if (path === null)
        return nothing;
    const text = readText(path, sources, bounds/* POLICY_CHARACTERS */.O_ * OCTETS_OF_A_CHARACTER);
    if (typeof text === "object")
        return { file: undefined, problems: [text] };
    if (text === undefined) {
        if (!named)
            return nothing;
        return { file: undefined, problems: [{ message: `config-file: ${path} does not exist.` }] };
    }
    const { policy, problems } = yield* $config_policy_file_js().readingPolicyFile(path, text, sources.now);
    return { file: policy, problems };
}
function readText(path, sources, most) {
    try {
        return sources.readFile(path, most);
    }
    catch (error) {
        const reason = (0,files/* failureReason */.Hr)(error) ?? (error instanceof Error ? error.message : String(error));
        return { file: path, message: `It cannot be read: ${reason}.` };
    }
}
function* domainsOf(layers, sources) {
    const search = searchFor("domains-file", layers, sources);
    const { standardInput } = sources;
    const filed = yield* (0,domains_file/* readingDomains */.Ip)(layers.settings["domains-file"], { ...search, standardInput });
    const again = (0,domains_file/* againWords */.WO)(filed);
    if (again !== undefined)
        sources.note(again);
    return filed;
}
function* zonesOf(layers, sources) {
    const patterns = layers.settings["zone-files"];
    if (patterns.length === 0)
        return undefined;
    return yield* $zone_set_js().readingZones(patterns, searchFor("zone-files", layers, sources));
}
function searchFor(setting, layers, { workspace }) {
    return {
        workspace,
        anywhere: layers.origins.get(setting) !== "file",
        positionOf: (pattern) => positionIn(layers, `${setting} ${pattern}`) ?? positionIn(layers, setting),
    };
}
function* loadingBaseline(layers, sources) {
    const path = layers.settings.baseline;
    if (path === null)
        return { baseline: undefined, problems: [] };
    const position = positionIn(layers, "baseline");
    const { workspace } = sources;
    const real = workspace?.realPath(path);
    const led = (0,system_workspace/* leadsUp */.ZK)(path) ? "leads out of the workspace" : undefined;
    const why = led ?? (real === undefined ? undefined : workspace?.refusal(real));
    if (why !== undefined) {
        const message = `baseline: ${path} ${why}. Name another file of the workspace.`;
        return { baseline: undefined, problems: [{ ...position, message }] };
    }
    try {
        const recorded = yield* $config_recorded_file_js().readingRecorded(path, sources, bounds/* REPORT_OCTETS */.U9);
        if (recorded !== undefined)
            return { baseline: (0,baseline/* baselineOf */.Bv)(foundIn(recorded, layers), path), problems: [] };
    }
    catch (error) {
        if (!(error instanceof configuration_error/* ConfigurationError */.j1))
            throw error;
        return { baseline: undefined, problems: error.problems };
    }
    sources.note(`There is no baseline ${path}, so everything that is found is new.`);
    return { baseline: (0,baseline/* baselineOf */.Bv)({ domains: [] }, path), problems: [] };
}
function foundIn({ report, observations, tool }, layers) {
    if (report !== undefined)
        return report;
    const policy = makePolicy(layers, undefined, silencesOf(layers, true));
    return (0,judge/* judge */.S)(observations, {
        policy,
        tool,
        now: Date.parse(observations.finished),
        momentOf: (run) => Date.parse(run.finished),
    });
}

// EXTERNAL MODULE: ./lib/config/addresses.js
var addresses = __webpack_require__(3390);
// EXTERNAL MODULE: ./lib/text/dns-name.js
var dns_name = __webpack_require__(7582);
;// CONCATENATED MODULE: ./lib/config/policy/target-notes.js




const REVERSE = "arpa";
function targetNotes(layers, domains, zones) {
    const { file, origins } = layers;
    const notes = [];
    const aside = (0,config_settings/* ALL_SETTING_NAMES */.UF)().filter((name) => namesTargets(name) && file?.values[name] !== undefined && origins.get(name) !== "file");
    const [first] = aside;
    if (file !== undefined && first !== undefined)
        notes.push({
            ...noteOf("policy-targets", aside),
            position: file.positions.get(first) ?? { file: file.file, line: 1 },
        });
    if (zones === undefined)
        return notes;
    const empty = zones.zones.filter(({ name, records }) => {
        if (name === undefined || (0,dns_name/* isAtOrBelow */.a5)(name.name, REVERSE))
            return false;
        return (!records.some(({ type }) => type === "MX") && !domains.some((domain) => (0,dns_name/* isAtOrBelow */.a5)(domain, name.name)));
    });
    if (empty.length > 0)
        notes.push(noteOf("zones-without-mx", empty.map(({ name, file }) => `${name?.name ?? ""} (${file})`)));
    const live = domains.filter((domain) => !zones.domains.has(domain) &&
        !zones.zones.some(({ name, owners }) => name === undefined ? owners.has(domain) : (0,dns_name/* isAtOrBelow */.a5)(domain, name.name)));
    if (live.length > 0)
        notes.push(noteOf("live-dns", live));
    return notes;
}
function noteOf(kind, names) {
    return { kind, names: names.slice(0, bounds/* TARGETS_NOTED */.K9), count: names.length };
}

;// CONCATENATED MODULE: ./lib/config/policy/sts-files.js




function loadStsFiles(layers, domains, sources) {
    const named = layers.settings["mta-sts-file"];
    const problems = [];
    const read = new Map();
    for (const path of new Set(named.map((each) => each.path))) {
        const found = readOne(path, layers, sources);
        if ("message" in found)
            problems.push(found);
        else
            read.set(path, found);
    }
    for (const { domain } of named) {
        if (domain !== undefined && !domains.includes(domain))
            sources.note(`mta-sts-file: ${domain} is not tested, so its file says nothing.`);
    }
    return {
        problems,
        fileOf: (domain) => {
            const own = named.find((each) => each.domain === domain) ?? named.find((each) => each.domain === undefined);
            return own === undefined ? undefined : read.get(own.path);
        },
    };
}
function readOne(path, layers, sources) {
    const position = positionIn(layers, "mta-sts-file");
    const problem = (what) => ({
        ...position,
        message: `mta-sts-file: ${path} ${what}`,
    });
    if (layers.origins.get("mta-sts-file") === "file") {
        const { workspace } = sources;
        const real = workspace?.realPath(path);
        const led = (0,system_workspace/* leadsUp */.ZK)(path) ? "leads out of the workspace" : undefined;
        const why = led ?? (real === undefined ? undefined : workspace?.refusal(real));
        if (why !== undefined)
            return problem(`${why}. Name another file of the workspace.`);
    }
    try {
        const text = sources.readFile(path, bounds/* STS_FILE_OCTETS */.jA);
        if (text === undefined)
            return problem("does not exist.");
        return { file: path, text: ofPolicy(Buffer.from(text, "utf8").toString("latin1")) };
    }
    catch (error) {
        const reason = (0,files/* failureReason */.Hr)(error) ?? (error instanceof Error ? error.message : String(error));
        return problem(`cannot be read: ${reason}.`);
    }
}
const BYTE_ORDER_MARK = "\xef\xbb\xbf";
const OF_POLICY = /^(?:version|mode|mx|max_age):/;
function ofPolicy(text) {
    const marked = text.startsWith(BYTE_ORDER_MARK);
    const lines = text.slice(marked ? BYTE_ORDER_MARK.length : 0).split("\n");
    const kept = lines.map((line) => {
        const content = line.endsWith("\r") ? line.slice(0, -1) : line;
        const end = line.slice(content.length);
        if (OF_POLICY.test(content) || /^[ \t]*$/.test(content))
            return line;
        return `${/^[A-Za-z0-9][A-Za-z0-9_.-]*:/.test(content) ? "other: -" : "?"}${end}`;
    });
    return `${marked ? BYTE_ORDER_MARK : ""}${kept.join("\n")}`;
}

;// CONCATENATED MODULE: ./lib/config/plan.js















function makePlan(written, door, sources = NO_SOURCES) {
    return atOnce(planning(written, door, sources));
}
function* planning(written, door, sources) {
    const read = (0,given/* readSettings */.sb)(written, door);
    const loaded = yield* loadingPolicy(read, sources);
    yield;
    const layers = in_force_layer(read, loaded.file, door);
    yield;
    const filed = yield* loaded.domainsOf(layers);
    const zones = yield* loaded.zonesOf(layers);
    const named = [...layers.settings.domains, ...filed.domains.keys(), ...(zones?.domains.keys() ?? [])];
    const domains = [...new Set(named)];
    const policies = loadStsFiles(layers, domains, sources);
    yield;
    const ofFiles = [...filed.problems, ...(zones?.problems ?? [])];
    const problems = [...read.problems, ...loaded.problems, ...ofFiles, ...policies.problems];
    const readable = loaded.problems.length + ofFiles.length === 0;
    if (readable)
        problems.push(...contradictions(layers, read.wrong), ...recipientProblems(layers, domains));
    const baseline = yield* loaded.baselineOf(layers);
    problems.push(...baseline.problems);
    const targets = domains.length + layers.settings.servers.length;
    if (readable &&
        baseline.problems.length === 0 &&
        targets === 0 &&
        !read.wrong.has("domains") &&
        !read.wrong.has("servers")) {
        problems.push({
            message: "There is nothing to test. Give at least one domain, server, file of domains or zone file.",
        });
    }
    if (targets > bounds/* RUN_TARGETS */.Dk) {
        const message = `There are ${String(targets)} domains and servers; one run takes at most ${String(bounds/* RUN_TARGETS */.Dk)}. Test them in several runs.`;
        problems.push({ message });
    }
    if (problems.length > 0)
        throw new configuration_error/* ConfigurationError */.j1(problems);
    yield;
    const recipient = foreignRecipient(layers.settings, domains);
    const checks = runChecks(layers);
    const settings = { ...layers.settings, checks, "relay-recipient": recipient };
    const rules = new Map();
    const asked = { ...layers, settings: { ...layers.settings, "relay-recipient": recipient } };
    const settingsFor = probeSettings(asked);
    const subjects = subjectsOf(layers, domains, { filed, zones, policies });
    yield;
    return {
        settings,
        domains,
        subjects,
        shard: settings.shard === null
            ? undefined
            : { ...settings.shard, plan: planHash(asked, subjects, zones), subjects: subjects.length },
        given: read.given,
        secrets: (0,addresses/* secretsOf */.Fj)(settings.proxy),
        rulesFor: (host) => {
            const own = settingsFor(host);
            const known = rules.get(own) ?? probeRules(own, checks);
            rules.set(own, known);
            return known;
        },
        policy: makePolicy(asked, baseline.baseline, silencesOf(layers, true)),
        targetNotes: targetNotes(layers, domains, zones),
        zones,
        daneKeySearch: searchFor("dane-keys", layers, sources),
    };
}
function makeReplayPolicy(written, sources = NO_SOURCES) {
    return atOnce(planningReplay(written, sources));
}
function* planningReplay(written, sources, reportsAt) {
    const door = reportsAt ?? "command";
    const read = (0,given/* readSettings */.sb)(written, door);
    const loaded = yield* loadingPolicy(read, sources);
    const layers = in_force_layer(read, loaded.file, door);
    const misplaced = [...read.given].filter((name) => !(0,config_settings/* isReplaySetting */.cu)(name) && !(door === "action" && (0,config_settings/* isForActionOnly */.Qx)(name)));
    const baseline = yield* loaded.baselineOf(layers);
    const problems = [
        ...read.problems,
        ...misplaced.map((name) => ({
            message: reportsAt !== undefined
                ? `${name} does not go with reports: nothing is probed. Set it where the reports are made.`
                : `--${name} is not an option of judge: nothing is probed, and only files are written.`,
        })),
        ...loaded.problems,
        ...(loaded.problems.length === 0 ? contradictions(layers, read.wrong) : []),
        ...baseline.problems,
    ];
    if (problems.length > 0)
        throw new configuration_error/* ConfigurationError */.j1(problems);
    return {
        policy: makePolicy(layers, baseline.baseline, silencesOf(layers, false)),
        settings: layers.settings,
    };
}


/***/ },

/***/ 7539:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   $Y: () => (/* binding */ fileList),
/* harmony export */   B2: () => (/* binding */ patternList),
/* harmony export */   Jm: () => (/* binding */ stsFileList),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   pX: () => (/* binding */ hostList),
/* harmony export */   qz: () => (/* binding */ issuerList),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3593);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6618);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8532);




var fileList$made;
function fileList() { return fileList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)().transform((value) => [
    ...new Set((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .Dw)(value).map(({ item }) => item)),
])); }
var stsFileList$made;
function stsFileList() { return stsFileList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)().transform((value, context) => {
    const files = [];
    for (const { item, path } of (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .Dw)(value)) {
        const equals = item.indexOf("=");
        const domain = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseHostName */ .e)(item.slice(0, Math.max(0, equals)));
        const file = item.slice(equals + 1).trim();
        if (equals >= 0 && (domain === undefined || file === "")) {
            const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(item)} is neither a path nor DOMAIN=path.`;
            context.addIssue({ code: "custom", path, message });
        }
        else if (files.some((each) => each.domain === domain)) {
            const whom = domain ?? "all domains";
            context.addIssue({ code: "custom", path, message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(item)} is a second file for ${whom}.` });
        }
        else
            files.push({ path: file, ...(domain !== undefined && { domain }) });
    }
    return files;
})); }
var hostList$made;
function hostList() { return hostList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)().transform((value, context) => {
    const hosts = new Set();
    for (const { item, path } of (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .Dw)(value)) {
        const name = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseHostName */ .e)(item);
        if (name !== undefined)
            hosts.add(name);
        else
            context.addIssue({ code: "custom", path, message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(item)} is not a host name.` });
    }
    return [...hosts];
})); }
var issuerList$made;
function issuerList() { return issuerList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)().transform((value, context) => {
    const names = (typeof value === "string" ? [value] : value).map((name) => name.trim());
    for (const [index, name] of names.entries()) {
        const path = typeof value === "string" ? [] : [index];
        if (name === "")
            context.addIssue({ code: "custom", path, message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(name)} is not an organisation.` });
    }
    return names;
})); }
var patternList$made;
function patternList() { return patternList$made ??= ((0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)().transform((value, context) => {
    for (const { item, path } of (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .Dw)(value)) {
        if (/^[a-z0-9_*-]+(?:\.[a-z0-9_*-]+)*\.?$/i.test(item) || /^[0-9a-f:.*]+$/i.test(item))
            continue;
        const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(item)} is not a name; \`*\` stands for any run of characters.`;
        context.addIssue({ code: "custom", path, message });
    }
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .listItems */ .Dw)(value).map(({ item }) => item);
})); }
var day$made;
function day() { return day$made ??= (zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform((value, context) => {
    const text = value.trim();
    const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    if (year === "") {
        context.addIssue({ code: "custom", message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)} is not a date. Write it as 2027-01-31.` });
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
    }
    const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    if (moment.toISOString().slice(0, 10) !== text) {
        context.addIssue({ code: "custom", message: `There is no ${text} in the calendar.` });
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
    }
    return text;
})); }
function codeOf(codes) {
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform((value, context) => {
        const text = value.trim();
        if (codes.includes(text))
            return text;
        const near = (0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .closestWord */ .En)(text, codes);
        const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)} is not a code.${near === undefined ? "" : ` Did you mean ${near}?`}`;
        context.addIssue({ code: "custom", message });
        return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
    });
}
var reason$made;
function reason() { return reason$made ??= (zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform((value, context) => {
    const text = value.replaceAll(/\s+/g, " ").trim();
    if (text !== "")
        return text;
    context.addIssue({ code: "custom", message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(value)} is not a reason.` });
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .NEVER */ .tm;
})); }


/***/ },

/***/ 8618:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ valueProblems),
/* harmony export */   w: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1641);


function readValue(name, written) {
    const parsed = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settings */ .W0)()[name].schema.safeParse(written.value);
    if (parsed.success && written.value !== null)
        return { value: parsed.data };
    return { problems: valueProblems(parsed.error?.issues ?? [], written, name) };
}
const TYPE_WORDS = {
    string: "text",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    record: "a mapping",
    object: "a mapping",
};
function valueProblems(issues, written, name) {
    if (written.value === null) {
        return [{ part: written, message: `${name} has no value. Give it one, or take the line out.` }];
    }
    return issues.map((issue) => {
        const deepest = issue.code === "invalid_union" ? deepestOf(issue) : [issue];
        const path = [...issue.path, ...(deepest[0]?.path ?? [])];
        const part = issue.code === "invalid_union" ? valueAt(written, path) : valueAt(written, issue.path);
        if (issue.code === "custom")
            return { part, message: issue.message };
        const expected = [...new Set(deepest.map(expectedWords))];
        const subject = path.length > 0 ? `an item of ${name}` : `a value of ${name}`;
        return { part, message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(part.value)} is not ${subject}. Allowed: ${expected.join(" or ")}.` };
    });
}
function deepestOf(issue) {
    const firsts = issue.errors.flatMap((branch) => branch.slice(0, 1));
    const depth = Math.max(0, ...firsts.map(({ path }) => path.length));
    return firsts.filter(({ path }) => path.length === depth);
}
function expectedWords(issue) {
    if (issue.code === "invalid_type")
        return TYPE_WORDS[issue.expected] ?? issue.expected;
    if (issue.code === "invalid_value")
        return "text";
    return issue.message;
}
function valueAt(value, path) {
    let current = value;
    for (const step of path) {
        const next = typeof step === "number"
            ? current.items?.[step]
            : current.entries?.find((entry) => entry.key === String(step))?.value;
        if (next === undefined)
            break;
        current = next;
    }
    return current;
}


/***/ },

/***/ 1641:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Qx: () => (/* binding */ isForActionOnly),
/* harmony export */   UF: () => (/* binding */ ALL_SETTING_NAMES),
/* harmony export */   W0: () => (/* binding */ settings),
/* harmony export */   cu: () => (/* binding */ isReplaySetting),
/* harmony export */   tl: () => (/* binding */ FILE_SETTING_NAMES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3798);
/* harmony import */ var _judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5797);
/* harmony import */ var _judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2387);
/* harmony import */ var _judge_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4517);
/* harmony import */ var _policy_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7539);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3390);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6618);
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9386);








function setting(definition) {
    return definition;
}
const seconds = (min, max) => _values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min, max, whole: false, unit: "seconds" });
var DEFAULT_CONTROLS$made;
function DEFAULT_CONTROLS() { return DEFAULT_CONTROLS$made ??= ([
    { host: "gmail-smtp-in.l.google.com", port: 25 },
    { host: "microsoft-com.mail.protection.outlook.com", port: 25 },
    { host: "mta5.am0.yahoodns.net", port: 25 },
    { host: "mxext1.mailbox.org", port: 25 },
    { host: "smtp.gmail.com", port: 587 },
    { host: "smtp.mailbox.org", port: 587 },
    { host: "smtp.gmail.com", port: 465 },
    { host: "smtp.mailbox.org", port: 465 },
    { host: "mta-sts.gmail.com", port: 443 },
    { host: "mta-sts.outlook.com", port: 443 },
]); }
const MAIL_PORTS = [25, 465, 587, 2525];
function mailPortProblem(ports) {
    const other = ports.find((port) => !MAIL_PORTS.includes(port));
    if (other === undefined)
        return undefined;
    return `port ${String(other)} is not one of ${MAIL_PORTS.join(", ")}, and a pull request may edit this file. Set it as an input or option.`;
}
var settings$made;
function settings() { return settings$made ??= ({
    domains: setting({
        kind: "target",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .domainList */ .BQ()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Mail domains to test, by line or comma; `#` starts a comment.",
        placeholder: "DOMAIN,...",
        list: true,
    }),
    "domains-file": setting({
        kind: "target",
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .fileList */ .$Y()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Files of mail domains (patterns with `*`, `**` and `?`), one a line; `#` starts a comment. For the command `-` is standard input.",
        placeholder: "GLOB|-,...",
        list: true,
        fileProblem: (files) => files.includes("-") ? "`-` is standard input, which only the command reads. Name a file." : undefined,
    }),
    servers: setting({
        kind: "target",
        get schema() { const made = (_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .serverList */ .IK()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Servers to test directly, without an MX lookup: `host`, `host:port`, `[v6]:port`, `smtp://`, `submission://` (587) or `smtps://` (465, TLS from the first byte). As an input or option any port, and addresses that are not public; in the policy file ports 25, 465, 587 and 2525 of public addresses.",
        placeholder: "SERVER,...",
        list: true,
        fileProblem: (servers) => mailPortProblem(servers.map(({ port }) => port)),
    }),
    "zone-files": setting({
        kind: "target",
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .fileList */ .$Y()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "BIND zone files (patterns with `*`, `**` and `?`) whose MX records are tested in place of live DNS; hosts inside the zone take their addresses from the file, too. Only names with an MX record are tested: list the domains that must have mail in `domains`, too. `NAME=path` where neither the file's name nor an SOA record says which zone it is.",
        placeholder: "[NAME=]GLOB,...",
        list: true,
    }),
    "dane-keys": setting({
        kind: "target",
        ofTargets: true,
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .fileList */ .$Y()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "PEM files (patterns with `*`, `**` and `?`) with certificates or public keys that are about to be deployed; each that is in no TLSA record of its MX host is an error.",
        placeholder: "GLOB,...",
        list: true,
    }),
    "mta-sts-file": setting({
        kind: "target",
        ofTargets: true,
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .stsFileList */ .Jm()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Before a deploy: a file to test in place of the policy that the policy host serves: `path`, or `DOMAIN=path` for each domain.",
        placeholder: "[DOMAIN=]FILE,...",
        list: true,
    }),
    reports: setting({
        kind: "target",
        inputOnly: true,
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .fileList */ .$Y()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Recorded reports (patterns with `*`, `**` and `?`) to judge in place of probing; the shards of one run become one report. A pattern that matches no file is an error.",
        placeholder: "GLOB,...",
        list: true,
    }),
    "config-file": setting({
        kind: "run",
        ofReplay: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: ".github/mx-gate.yml",
        defaultText: "`.github/mx-gate.yml` if it exists",
        description: "Policy file (see docs/policy.md); `none`: none, even where the default one exists.",
        placeholder: "FILE|none",
    }),
    checks: setting({
        kind: "probe",
        get schema() { const made = (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((written, context) => {
            const chosen = new Set();
            const items = _values_js__WEBPACK_IMPORTED_MODULE_4__/* .listItems */ .Dw(written);
            if (items.length === 0) {
                const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(written)} names no check. Allowed: ${(0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)().join(", ")}.`;
                context.addIssue({ code: "custom", message });
            }
            for (const { item, path } of items) {
                const parsed = _values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a check", (0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)()).safeParse(item);
                if (parsed.success)
                    chosen.add(parsed.data);
                else
                    context.addIssue({ code: "custom", path, message: parsed.error.issues[0]?.message ?? "" });
            }
            return (0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)().filter((id) => chosen.has(id));
        })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [...(0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)()],
        defaultText: "all",
        description: `Which checks to make: ${(0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)().map((id) => `\`${id}\``).join(", ")}. What is not asked for is not probed; \`mx\`, \`mta-sts\` and \`tls-rpt\` need DNS and port 443 only.`,
        asksLess: (value) => (0,_judge_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)().some((id) => !value.includes(id)),
        placeholder: "CHECK,...",
        list: true,
    }),
    "min-tls-version": setting({
        kind: "judge",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .tlsVersion */ .u9()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "1.2",
        defaultText: "`1.2`",
        description: "Minimum negotiated TLS version: `1.2` or `1.3` (`1.0`, `1.1` possible).",
        asksLess: (value) => Number(value) < 1.2,
        placeholder: "VERSION",
    }),
    "min-days-to-expiry": setting({
        kind: "judge",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .expiryRule */ .Q9()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: { days: 14, capPercent: 100 / 6 },
        defaultText: "`14`, at most a sixth of the lifetime",
        description: "Fail where a certificate ends sooner: days, or a share of its lifetime such as `10%`.",
        asksLess: ({ days = 14, percent = 100 }) => days < 14 || percent < 100 / 6,
        placeholder: "DAYS|PERCENT%",
    }),
    "warn-days-to-expiry": setting({
        kind: "judge",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .expiryRule */ .Q9()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: { days: 30, capPercent: 25 },
        defaultText: "`30`, at most a quarter of the lifetime",
        description: "Warn where a certificate ends sooner; not below `min-days-to-expiry`.",
        asksLess: ({ days = 30, percent = 100 }) => days < 30 || percent < 25,
        placeholder: "DAYS|PERCENT%",
    }),
    require: setting({
        kind: "judge",
        ofDomain: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .wordList */ .d8("a requirement", _judge_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .REQUIREMENTS */ .d)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "What every domain must publish: `dane`, `mta-sts` (valid, enforced, every MX host listed), `mta-sts-testing` (the same in mode testing or enforce), `tls-rpt`.",
        placeholder: "dane|mta-sts|...",
        list: true,
    }),
    "require-extensions": setting({
        kind: "judge",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .keywordList */ .QF()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "EHLO keywords that every endpoint must offer, such as `PIPELINING` or `SMTPUTF8`.",
        placeholder: "KEYWORD,...",
        list: true,
    }),
    "max-banner-seconds": setting({
        kind: "judge",
        get schema() { const made = (seconds(0.1, 300)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 30,
        defaultText: "`30`",
        description: "Warn where the greeting takes longer.",
        asksLess: (value) => value > 30,
        placeholder: "SECONDS",
    }),
    severity: setting({
        kind: "judge",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .severityMap */ .MT((0,_judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .Lp)(), _judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .ALWAYS_TOLD */ .y0, _judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .FIXED_SEVERITY */ .J_)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: {},
        defaultText: "[the registry's](docs/codes/README.md)",
        description: "Severity by code, lines `code: level` with `off`, `notice`, `warning`, `error` or `inconclusive`.",
        placeholder: "CODE:LEVEL,...",
        list: true,
    }),
    expect: setting({
        kind: "judge",
        fileOnly: true,
        ofDomain: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("an expectation", ["mail", "none", "any"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "mail",
        defaultText: "`mail`",
        description: "`mail`: the domain accepts mail; `none`: it accepts none, and a null MX is what passes; `any`: either.",
        asksLess: (value) => value !== "mail",
        placeholder: "mail|none|any",
    }),
    "mx-hosts": setting({
        kind: "judge",
        fileOnly: true,
        ofDomain: true,
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .hostList */ .pX()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "any",
        description: "The MX hosts that the domain must have: exactly these, in any order.",
        placeholder: "HOST,...",
        list: true,
    }),
    "min-mx-hosts": setting({
        kind: "judge",
        fileOnly: true,
        ofDomain: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min: 1, max: 100, whole: true, unit: "MX hosts" })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 1,
        defaultText: "`1`",
        description: "Fewest MX hosts that a domain that accepts mail may have.",
        placeholder: "NUMBER",
    }),
    "require-ipv6": setting({
        kind: "judge",
        fileOnly: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: false,
        defaultText: "`false`",
        description: "Every MX host must have an IPv6 address.",
        placeholder: "true|false",
        flag: true,
    }),
    "min-rsa-bits": setting({
        kind: "judge",
        fileOnly: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min: 1024, max: 16384, whole: true, unit: "bits" })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 2048,
        defaultText: "`2048`",
        description: "Smallest RSA key of the certificate and of its intermediates, in bits.",
        asksLess: (value) => value < 2048,
        placeholder: "BITS",
    }),
    trust: setting({
        kind: "judge",
        fileOnly: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a rule of trust", ["senders", "webpki", "any"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "senders",
        defaultText: "`senders`",
        description: "`senders`: the certificate must lead to a root that a trust store knows, or DANE must authenticate the server: then findings about chain, name and issuer are notices, and those about dates are warnings; `webpki`: the chain must lead to such a root in any case; `any`: what is wrong with the chain is a notice.",
        asksLess: (value) => value === "any",
        placeholder: "senders|webpki|any",
    }),
    issuers: setting({
        kind: "judge",
        fileOnly: true,
        get schema() { const made = (_policy_values_js__WEBPACK_IMPORTED_MODULE_2__/* .issuerList */ .qz()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "any",
        description: "Organisations that may have issued the certificate (the issuer's O); `*` stands for any characters.",
        placeholder: "ORGANISATION,...",
        list: true,
    }),
    "forbid-extensions": setting({
        kind: "judge",
        fileOnly: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .keywordList */ .QF()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "EHLO keywords that no endpoint may offer, before or after TLS, such as `VRFY`.",
        placeholder: "KEYWORD,...",
        list: true,
    }),
    overrides: setting({
        kind: "policy",
        fileOnly: true,
        get schema() { const made = (zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .custom */ .IeY())); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Settings of the kinds `judge` and `probe` for some domains, hosts or both; of several that fit, later ones win.",
        placeholder: "LIST",
    }),
    waivers: setting({
        kind: "policy",
        fileOnly: true,
        get schema() { const made = (zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .custom */ .IeY())); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "Codes that are let pass for a scope, with a reason and an end.",
        placeholder: "LIST",
    }),
    baseline: setting({
        kind: "policy",
        fileOnly: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "",
        description: "A former report, JSON or `.ndjson`: what stood there already is known and does not fail the run.",
        placeholder: "FILE",
    }),
    "relay-test": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a relay test", ["basic", "thorough", "off"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "basic",
        defaultText: "`basic`",
        description: "`basic`: one foreign recipient; `thorough`: eighteen further forms of sender and recipient on up to six connections; `off`: none.",
        asksLess: (value) => value === "off",
        placeholder: "basic|thorough|off",
    }),
    "delivery-test": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a delivery test", ["all", "sample", "off"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "all",
        defaultText: "`all`",
        description: "Whose mail the servers are asked to take: `all`: the postmaster of every domain, up to 1,000 for each endpoint; `sample`: 20 of them; `off`: none.",
        asksLess: (value) => value !== "all",
        placeholder: "all|sample|off",
    }),
    "relay-sender": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .mailbox */ .B5({ nullAllowed: true })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "",
        defaultText: "`<>`",
        description: "Sender of the relay test.",
        placeholder: "ADDRESS",
        inputOnly: true,
    }),
    "relay-recipient": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .mailbox */ .B5({ nullAllowed: false })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "mx-gate-relay-test@example.com",
        defaultText: "`mx-gate-relay-test@example.com`",
        description: "Foreign recipient of the relay test; nothing is ever sent to it. Set an address of yours that the tested servers do not serve.",
        placeholder: "ADDRESS",
        inputOnly: true,
    }),
    "tls-floor-test": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: true,
        defaultText: "`true`",
        description: "Find out on a second connection, once per address, whether TLS 1.0 or 1.1 is still accepted.",
        asksLess: (value) => !value,
        placeholder: "true|false",
        flag: true,
    }),
    port: setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min: 1, max: 65535, whole: true, unit: "TCP ports" })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 25,
        defaultText: "`25`",
        description: "Port of the MX endpoints; in the policy file 25, 465, 587 or 2525.",
        asksLess: (value) => value !== 25,
        placeholder: "PORT",
        fileProblem: (port) => mailPortProblem([port]),
    }),
    "ip-family": setting({
        kind: "probe",
        get schema() { const made = (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()])
            .transform(String)
            .pipe(_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("an IP family", ["any", "4", "6"]))); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "any",
        defaultText: "`any`",
        description: "Addresses to probe: `any`, `4` or `6`.",
        asksLess: (value) => value !== "any",
        placeholder: "any|4|6",
    }),
    addresses: setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a choice of addresses", ["all", "one"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "all",
        defaultText: "`all`",
        description: "`all`: every address of a host is probed; `one`: of a host with several addresses one, chosen by hash; the others are skipped and counted. For operators with a host name per customer.",
        asksLess: (value) => value !== "all",
        placeholder: "all|one",
    }),
    "allow-private-addresses": setting({
        kind: "run",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: false,
        defaultText: "`false`",
        description: "Probe addresses that are not public, too; `mx-private-address` becomes a notice.",
        placeholder: "true|false",
        flag: true,
    }),
    "fetch-issuers": setting({
        kind: "run",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: true,
        defaultText: "`true`",
        description: "Where a server sends no complete chain, fetch the missing certificate from the `http://` address that the certificate names (caIssuers), to tell a missing intermediate from an unknown authority.",
        placeholder: "true|false",
        flag: true,
    }),
    "dns-server": setting({
        kind: "run",
        get schema() { const made = (_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsServerList */ .Rp()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "the system's",
        description: "Who answers DNS: `ip` or `ip:port`, by line or comma; one `https://` URL (DoH); or `authoritative`: the domain's own name servers, every one of them, differences reported.",
        placeholder: "IP[:PORT],...",
        list: true,
    }),
    "connect-to": setting({
        kind: "run",
        get schema() { const made = (_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .detourList */ .C()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [],
        defaultText: "",
        description: "`HOST:PORT:ADDRESS:PORT` as curl's: connect to ADDRESS:PORT in place of HOST:PORT, and judge the names as before. Each part may be empty; the first line that matches counts.",
        placeholder: "HOST:PORT:ADDRESS:PORT,...",
        list: true,
    }),
    proxy: setting({
        kind: "run",
        get schema() { const made = (_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .proxyAddress */ .nD()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "",
        description: "Make every connection through `socks5://`, `socks5h://` or `http://` (CONNECT), with `user:password@` where needed. With `socks5h://` the DNS queries go through it, too, over TCP, and `dns-server` says to whom.",
        placeholder: "URL",
        redact: _addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCredentials */ .ri,
    }),
    "egress-control": setting({
        kind: "run",
        get schema() { const made = (_addresses_js__WEBPACK_IMPORTED_MODULE_3__/* .controlList */ .Ao()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: [...DEFAULT_CONTROLS()],
        defaultText: "well-known public mail servers",
        description: "`host:port` that must be reachable if anything is: connected to, and listened to until it greets or answers TLS, where no endpoint of a port and IP family does, to tell dead servers from a blocked network. `off`: none, because this network is known to reach the port.",
        placeholder: "HOST:PORT,...|off",
        list: true,
    }),
    "ca-file": setting({
        kind: "run",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "",
        description: "PEM file with trust anchors of your own, beside Node's bundled roots and the system's store.",
        placeholder: "FILE",
    }),
    "helo-name": setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .heloName */ .s5()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "",
        defaultText: "the machine's name if it resolves publicly, else the address literal",
        description: "Name sent in EHLO: a host name or an address literal.",
        placeholder: "NAME",
        inputOnly: true,
    }),
    timeout: setting({
        kind: "probe",
        get schema() { const made = (seconds(0.1, 300)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 15,
        defaultText: "`15`",
        description: "Seconds for a DNS query, a TCP connect and a TLS handshake, each.",
        placeholder: "SECONDS",
    }),
    "reply-timeout": setting({
        kind: "probe",
        get schema() { const made = (seconds(0.1, 600)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 60,
        defaultText: "`60`",
        description: "Seconds for one whole SMTP reply, the greeting included. Senders are patient, too.",
        placeholder: "SECONDS",
    }),
    retries: setting({
        kind: "probe",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min: 0, max: 2, whole: true, unit: "second looks" })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 1,
        defaultText: "`1`",
        description: "Second looks at a 421, a 4xx greeting or a reset: after 5 s, then after 30 s.",
        placeholder: "0|1|2",
    }),
    deadline: setting({
        kind: "run",
        get schema() { const made = (seconds(1, 21600)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 600,
        defaultText: "`600`",
        description: "Seconds for the whole run; endpoints not reached by then are `not-probed`.",
        placeholder: "SECONDS",
    }),
    wait: setting({
        kind: "run",
        get schema() { const made = (seconds(0, 21600)); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 0,
        defaultText: "`0`",
        description: "After a deploy: probe what does not pass again, with growing pauses and fresh DNS, until it passes or this many seconds are over.",
        placeholder: "SECONDS",
    }),
    concurrency: setting({
        kind: "run",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .numberValue */ .Vg({ min: 1, max: 1024, whole: true, unit: "endpoints" })); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: 64,
        defaultText: "`64`",
        description: "Endpoints probed at once, those not counted that have kept us waiting for a fifteenth of `reply-timeout`; never two connections at once to one address.",
        placeholder: "NUMBER",
    }),
    shard: setting({
        kind: "run",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .shardOf */ .IS()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "",
        description: "`K/N`: probe the K-th of N parts of a run, such as `3/20`. All shards have equal settings, each writes a `report-file`, and `reports` (or `judge`) makes one report of them; see docs/scale.md.",
        placeholder: "K/N",
        redact: (shard) => (shard === null ? null : `${String(shard.index)}/${String(shard.of)}`),
    }),
    "allow-partial": setting({
        kind: "run",
        ofReplay: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: false,
        defaultText: "`false`",
        description: "With `reports` or `judge`: judge shards although some are missing. `shard-missing` is a notice then.",
        placeholder: "true|false",
        flag: true,
    }),
    "fail-on": setting({
        kind: "run",
        ofReplay: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a gate rule", ["error", "warning", "never"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "error",
        defaultText: "`error`",
        description: "Severity from which findings close the gate; `never` opens it always.",
        placeholder: "error|warning|never",
    }),
    "on-inconclusive": setting({
        kind: "run",
        ofReplay: true,
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a rule for inconclusive checks", ["fail", "warn", "ignore"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "fail",
        defaultText: "`fail`",
        description: "What a check that could not be made from here does to the gate.",
        placeholder: "fail|warn|ignore",
    }),
    summary: setting({
        kind: "run",
        delivery: "page",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: true,
        defaultText: "`true`",
        description: "Write the job summary (Action).",
        placeholder: "true|false",
        flag: true,
    }),
    annotations: setting({
        kind: "run",
        delivery: "page",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanValue */ .eC()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: true,
        defaultText: "`true`",
        description: "Write annotations (Action).",
        placeholder: "true|false",
        flag: true,
    }),
    "junit-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        actionDefault: "mx-gate-junit.xml",
        defaultText: "Action: `mx-gate-junit.xml`; command: none",
        description: "Path of the JUnit XML; `none`: not written.",
        placeholder: "FILE|none",
    }),
    "report-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        actionDefault: "mx-gate-report.json",
        defaultText: "Action: `mx-gate-report.json`; command: none",
        description: "Path of the JSON report; `none`: not written. A path that ends in `.ndjson`: the observations, line by line while the run goes on, for any number of domains.",
        placeholder: "FILE|none",
    }),
    "sarif-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "none",
        description: "Path of the findings as SARIF 2.1.0, for code scanning; `none`: not written.",
        placeholder: "FILE|none",
    }),
    "summary-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "none",
        description: "Path of the summary as Markdown, as the job summary shows it; `none`: not written.",
        placeholder: "FILE|none",
    }),
    "html-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "none",
        description: "Path of the report as one HTML page that needs no server and no network; several recorded reports of different times add a history. `none`: not written.",
        placeholder: "FILE|none",
    }),
    "metrics-file": setting({
        kind: "run",
        delivery: "file",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .filePath */ .s$()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "none",
        description: "Path of the report as OpenMetrics text, for node_exporter's textfile collector or a Pushgateway; `none`: not written.",
        placeholder: "FILE|none",
    }),
    "comment-summary-in-pr": setting({
        kind: "run",
        delivery: "comment",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .oneOf */ .yL("a rule for the comment", ["always", "on-failure", "never"])); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: "never",
        defaultText: "`never`",
        description: "Comment on the pull request that the run belongs to (Action): one comment, kept up to date; `on-failure`: only once the gate was closed. Needs `permissions: pull-requests: write`.",
        placeholder: "always|on-failure|never",
    }),
    "github-token": setting({
        kind: "run",
        delivery: "comment",
        get schema() { const made = (_values_js__WEBPACK_IMPORTED_MODULE_4__/* .secretText */ .yD()); Object.defineProperty(this, "schema", { value: made, enumerable: true }); return made; },
        default: null,
        defaultText: "`${{ github.token }}`",
        actionYamlDefault: "${{ github.token }}",
        description: "Token for the comment (Action); used for nothing else, and in no report.",
        placeholder: "TOKEN",
        secret: true,
    }),
}); }
var SETTING_NAMES$made;
function SETTING_NAMES() { return SETTING_NAMES$made ??= (Object.entries(settings())
    .filter(([, { fileOnly }]) => fileOnly !== true)
    .map(([name]) => name)); }
var ALL_SETTING_NAMES$made;
function ALL_SETTING_NAMES() { return ALL_SETTING_NAMES$made ??= (Object.keys(settings())); }
var FILE_SETTING_NAMES$made;
function FILE_SETTING_NAMES() { return FILE_SETTING_NAMES$made ??= (SETTING_NAMES().filter((name) => settings()[name].delivery === "file")); }
function isForActionOnly(name) {
    const { delivery } = settings()[name];
    return delivery === "page" || delivery === "comment";
}
function isReplaySetting(name) {
    const { kind, ofReplay, delivery } = settings()[name];
    return kind === "judge" || ofReplay === true || delivery === "file";
}


/***/ },

/***/ 6618:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ mailbox),
/* harmony export */   BQ: () => (/* binding */ domainList),
/* harmony export */   Dw: () => (/* binding */ listItems),
/* harmony export */   IS: () => (/* binding */ shardOf),
/* harmony export */   MT: () => (/* binding */ severityMap),
/* harmony export */   Mk: () => (/* binding */ TLS_VERSIONS),
/* harmony export */   Q9: () => (/* binding */ expiryRule),
/* harmony export */   QF: () => (/* binding */ keywordList),
/* harmony export */   Vg: () => (/* binding */ numberValue),
/* harmony export */   d8: () => (/* binding */ wordList),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   eC: () => (/* binding */ booleanValue),
/* harmony export */   ry: () => (/* binding */ splitList),
/* harmony export */   s$: () => (/* binding */ filePath),
/* harmony export */   s5: () => (/* binding */ heloName),
/* harmony export */   sp: () => (/* binding */ withoutComment),
/* harmony export */   u9: () => (/* binding */ tlsVersion),
/* harmony export */   yD: () => (/* binding */ secretText),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* unused harmony export SEVERITY_LEVELS */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3798);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1137);
/* harmony import */ var _text_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6519);
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3593);
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9386);
/* harmony import */ var _domain_hints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2167);
/* harmony import */ var _text_bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6114);








function refuse(context, message) {
    context.addIssue({ code: "custom", message });
    return zod__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
}
var booleanValue$made;
function booleanValue() { return booleanValue$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((value, context) => {
    if (typeof value === "boolean")
        return value;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is neither true nor false.`);
})); }
function oneOf(what, allowed) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(allowed), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((value, context) => {
        const found = allowed.find((word) => word === value.trim());
        if (found !== undefined)
            return found;
        const message = `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not ${what}. Allowed: ${allowed.join(", ")}.${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(value, allowed)}`;
        return refuse(context, message);
    });
}
function numberValue(options) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((value, context) => {
        const text = typeof value === "string" ? value.trim() : String(value);
        const parsed = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
        const fits = parsed >= options.min && parsed <= options.max && (!options.whole || Number.isInteger(parsed));
        if (fits)
            return parsed;
        const kind = options.whole ? "a whole number of" : "a number of";
        const range = `from ${String(options.min)} to ${String(options.max)}`;
        return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not ${kind} ${options.unit} ${range}.`);
    });
}
var shardOf$made;
function shardOf() { return shardOf$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .nullable()
    .transform((value, context) => {
    if (value === null)
        return null;
    const [, index = 0, of = 0] = (/^\s*(\d{1,4})\/(\d{1,4})\s*$/.exec(value) ?? []).map(Number);
    if (index >= 1 && index <= of && of <= _text_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MOST_SHARDS */ .Y)
        return { index, of };
    return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not K/N with K from 1 to N and N up to ${String(_text_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MOST_SHARDS */ .Y)}, such as 3/20.`);
})); }
function withoutComment(line) {
    const comment = line.search(/(?:^|[\s,])#/);
    return comment < 0 ? line : line.slice(0, comment);
}
function splitList(value) {
    const lines = typeof value === "string" ? value.split(/\r?\n/) : value;
    return lines
        .flatMap((line) => withoutComment(line).split(","))
        .map((item) => item.trim())
        .filter((item) => item !== "");
}
var listInput$made;
function listInput() { return listInput$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()])); }
function listItems(value) {
    if (typeof value === "string")
        return splitList(value).map((item) => ({ item, path: [] }));
    return value.flatMap((line, index) => splitList([line]).map((item) => ({ item, path: [index] })));
}
var domainList$made;
function domainList() { return domainList$made ??= (listInput().transform((value, context) => {
    const domains = new Set();
    for (const { item, path } of listItems(value)) {
        const name = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(item);
        const file = (0,_domain_hints_js__WEBPACK_IMPORTED_MODULE_4__/* .fileHint */ .M)(item);
        if (name !== undefined && file === undefined)
            domains.add(name);
        else
            context.addIssue({ code: "custom", path, message: file ?? (0,_domain_hints_js__WEBPACK_IMPORTED_MODULE_4__/* .domainProblem */ .i)(item) });
    }
    return [...domains];
})); }
function wordList(what, allowed) {
    return listInput().transform((value, context) => {
        const chosen = new Set();
        for (const { item, path } of listItems(value)) {
            const parsed = oneOf(what, allowed).safeParse(item);
            if (parsed.success)
                chosen.add(parsed.data);
            else
                context.addIssue({ code: "custom", path, message: parsed.error.issues[0]?.message ?? "" });
        }
        return allowed.filter((word) => chosen.has(word));
    });
}
var keywordList$made;
function keywordList() { return keywordList$made ??= (listInput().transform((value, context) => {
    const keywords = listItems(value);
    for (const { item, path } of keywords) {
        if (!/^[A-Z0-9][A-Z0-9-]*$/i.test(item)) {
            context.addIssue({ code: "custom", path, message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(item)} is not an EHLO keyword.` });
        }
    }
    return [...new Set(keywords.map(({ item }) => item.toUpperCase()))];
})); }
const TLS_VERSIONS = ["1.0", "1.1", "1.2", "1.3"];
var tlsVersion$made;
function tlsVersion() { return tlsVersion$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((value, context) => {
    const text = typeof value === "number" && Number.isInteger(value) ? value.toFixed(1) : String(value).trim();
    const found = TLS_VERSIONS.find((version) => version === text.replace(/^TLS\s?v?/i, ""));
    if (found !== undefined)
        return found;
    return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not a TLS version. Allowed: ${TLS_VERSIONS.join(", ")}.`);
})); }
const MAX_EXPIRY_DAYS = 3650;
var expiryRule$made;
function expiryRule() { return expiryRule$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()]).transform((value, context) => {
    const text = String(value).trim();
    const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(text)?.[1];
    if (percent !== undefined && Number(percent) <= 100)
        return { percent: Number(percent) };
    if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) <= MAX_EXPIRY_DAYS)
        return { days: Number(text) };
    const rule = `a number of days up to ${String(MAX_EXPIRY_DAYS)} nor a share of the lifetime such as 10%`;
    return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is neither ${rule}.`);
})); }
var heloName$made;
function heloName() { return heloName$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((value, context) => {
    const literal = /^\[(?:IPv6:)?([0-9a-f:.]+)\]$/i.exec(value.trim())?.[1];
    if (literal !== undefined && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(literal) !== 0)
        return (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .literalOf */ .Zc)(literal);
    const name = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(value);
    if (name !== undefined)
        return name;
    return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is neither a host name nor an address literal such as [192.0.2.1].`);
})); }
const MAILBOX = /^(?=[^@]{1,64}@)([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@(.+)$/;
function mailbox(options) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((value, context) => {
        const text = value.trim();
        const bare = text.replace(/^<(.*)>$/, "$1");
        if (bare === "" && options.nullAllowed && text !== "")
            return "";
        const match = MAILBOX.exec(bare);
        const domain = (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseHostName */ .e)(match?.[2] ?? "");
        if (match?.[1] !== undefined && domain !== undefined)
            return `${match[1]}@${domain}`;
        return refuse(context, `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value)} is not a mail address${options.nullAllowed ? " or <>" : ""}.`);
    });
}
var filePath$made;
function filePath() { return filePath$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((value, context) => {
    const path = value.trim();
    if (path === "-")
        return refuse(context, '"-" is not a path. The command prints the report on stdout with --json.');
    return path === "none" ? null : path;
})); }
var secretText$made;
function secretText() { return secretText$made ??= (zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((value, context) => {
    const token = value.trim();
    if (/^[!-~]*$/.test(token))
        return token;
    return refuse(context, "This is not a token: it has spaces, line breaks or other signs than ASCII in it.");
})); }
const SEVERITY_LEVELS = ["off", "notice", "warning", "error", "inconclusive"];
function severityMap(codes, alwaysTold, fixed) {
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5J()), listInput()])
        .transform((value, context) => {
        const levels = {};
        for (const [code, level] of severityEntries(value)) {
            if (context.issues.length >= _bounds_js__WEBPACK_IMPORTED_MODULE_8__/* .STRANGE_CODES */ .US)
                break;
            const known = SEVERITY_LEVELS.find((word) => word === level);
            if (!codes.includes(code)) {
                context.addIssue({
                    code: "custom",
                    path: [code],
                    message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(code)} is not a code.${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(code, codes)}`,
                });
            }
            else if (known === undefined) {
                const near = typeof level === "string" ? (0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(level, SEVERITY_LEVELS) : "";
                const allowed = `Allowed: ${SEVERITY_LEVELS.join(", ")}.${near}`;
                context.addIssue({
                    code: "custom",
                    path: [code],
                    message: `${(0,_text_configuration_error_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(level)} is not a severity for ${code}. ${allowed}`,
                });
            }
            else if (known === "off" && alwaysTold.includes(code)) {
                context.addIssue({
                    code: "custom",
                    path: [code],
                    message: `${code} cannot be turned off: it says what the policy turns off.`,
                });
            }
            else if (Object.hasOwn(fixed, code)) {
                const message = `${code} keeps its severity: a policy cannot change it, ${fixed[code] ?? ""} does.`;
                context.addIssue({ code: "custom", path: [code], message });
            }
            else
                levels[code] = known;
        }
        return levels;
    });
}
function severityEntries(value) {
    if (typeof value !== "string" && !Array.isArray(value)) {
        return Object.entries(value).map(([code, level]) => [code, level === false ? "off" : level]);
    }
    return splitList(value).map((line) => {
        const colon = line.indexOf(":");
        return colon < 0 ? [line, ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    });
}


/***/ },

/***/ 8878:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ writeFields),
/* harmony export */   q: () => (/* binding */ readFields)
/* harmony export */ });
/* harmony import */ var _text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(227);
/* harmony import */ var _text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7582);


function fixed(octets, value) {
    return {
        read: (message, at, end) => at + octets > end ? undefined : { value: value(message, at), next: at + octets },
        write: String,
    };
}
function readString(message, at, end) {
    const length = message[at];
    if (at >= end || length === undefined || at + 1 + length > end)
        return undefined;
    const next = at + 1 + length;
    return { value: message.toString("latin1", at + 1, next), next };
}
function quoted(octets) {
    const escaped = octets.replace(/["\\]|[^ -~]/g, (octet) => octet === '"' || octet === "\\" ? `\\${octet}` : `\\${String(octet.charCodeAt(0)).padStart(3, "0")}`);
    return `"${escaped}"`;
}
function toTheEnd(encoding, write) {
    return { read: (message, at, end) => ({ value: message.toString(encoding, at, end), next: end }), write };
}
var FIELDS$made;
function FIELDS() { return FIELDS$made ??= ({
    ipv4: fixed(4, (message, at) => (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIpv4 */ .Re)(message.subarray(at, at + 4))),
    ipv6: fixed(16, (message, at) => (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIpv6 */ .DU)(message.subarray(at, at + 16))),
    name: {
        read(message, at, end) {
            const read = at < end ? (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(message, at) : undefined;
            return read === undefined || read.next > end ? undefined : { value: read.name, next: read.next };
        },
        write: (name) => name,
    },
    u8: fixed(1, (message, at) => message.readUInt8(at)),
    u16: fixed(2, (message, at) => message.readUInt16BE(at)),
    u32: fixed(4, (message, at) => message.readUInt32BE(at)),
    time: fixed(4, (message, at) => message.readUInt32BE(at)),
    string: { read: readString, write: quoted },
    strings: {
        read(message, at, end) {
            const value = [];
            let next = at;
            do {
                const read = readString(message, next, end);
                if (read === undefined)
                    return undefined;
                value.push(read.value);
                next = read.next;
            } while (next < end);
            return { value, next };
        },
        write: (strings) => strings.map(quoted).join(" "),
    },
    octets: toTheEnd("latin1", quoted),
    hex: toTheEnd("hex", (hex) => hex),
}); }
function readFields(fields, message, at, end) {
    const data = [];
    let next = at;
    for (const field of fields) {
        const read = FIELDS()[field].read(message, next, end);
        if (read === undefined)
            return undefined;
        data.push(read.value);
        next = read.next;
    }
    return next === end ? data : undefined;
}
function writeFields(fields, data) {
    return fields.map((field, index) => writeField(field, data[index])).join(" ");
}
function writeField(field, value) {
    const kind = FIELDS()[field];
    return value === undefined ? "" : kind.write(value);
}


/***/ },

/***/ 3378:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ ALL_TYPES),
/* harmony export */   Mr: () => (/* binding */ writeData),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   U_: () => (/* binding */ DNS_TYPES),
/* harmony export */   c4: () => (/* binding */ RECORD_TYPES),
/* harmony export */   v3: () => (/* binding */ readData),
/* harmony export */   zj: () => (/* binding */ withoutDuplicates)
/* harmony export */ });
/* unused harmony export ZONE_ONLY_TYPES */
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8878);

function recordType(number, fields, answer) {
    return { number, fields, answer: (records) => answer(records) };
}
function inLines(number, fields) {
    return recordType(number, fields, (records) => ({
        values: records.map((data) => (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .writeFields */ .p)(fields, data)),
    }));
}
var RECORD_TYPES$made;
function RECORD_TYPES() { return RECORD_TYPES$made ??= ({
    A: inLines(1, ["ipv4"]),
    AAAA: inLines(28, ["ipv6"]),
    MX: recordType(15, ["u16", "name"], (records) => ({
        values: [],
        exchanges: records.map(([preference, exchange]) => ({ preference, exchange })),
    })),
    NS: inLines(2, ["name"]),
    CNAME: inLines(5, ["name"]),
    SOA: inLines(6, ["name", "name", "u32", "time", "time", "time", "time"]),
    TXT: recordType(16, ["strings"], (records) => ({
        values: [],
        texts: records.map(([texts]) => [...texts]),
    })),
    TLSA: recordType(52, ["u8", "u8", "u8", "hex"], (records) => ({
        values: [],
        associations: records.map(([usage, selector, matchingType, data]) => ({
            usage,
            selector,
            matchingType,
            data,
        })),
    })),
}); }
var DNS_TYPES$made;
function DNS_TYPES() { return DNS_TYPES$made ??= (Object.keys(RECORD_TYPES())); }
var ZONE_ONLY_TYPES$made;
function ZONE_ONLY_TYPES() { return ZONE_ONLY_TYPES$made ??= ({
    PTR: { number: 12, fields: ["name"] },
    SRV: { number: 33, fields: ["u16", "u16", "u16", "name"] },
    DNAME: { number: 39, fields: ["name"] },
    CAA: { number: 257, fields: ["u8", "string", "octets"] },
}); }
var ALL_TYPES$made;
function ALL_TYPES() { return ALL_TYPES$made ??= (new Map(Object.entries({ ...RECORD_TYPES(), ...ZONE_ONLY_TYPES() }))); }
function fieldsOf(mnemonic) {
    return ALL_TYPES().get(mnemonic)?.fields;
}
function readData(type, message, at, end) {
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .q)(RECORD_TYPES()[type].fields, message, at, end);
}
function writeData(type, data) {
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .writeFields */ .p)(RECORD_TYPES()[type].fields, data);
}
function withoutDuplicates(type, records) {
    return [...new Map(records.map((data) => [writeData(type, data), data])).values()];
}


/***/ },

/***/ 6502:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ ZONE_TROUBLES),
/* harmony export */   l: () => (/* binding */ ZONE_TROUBLE_REASONS)
/* harmony export */ });
var ZONE_TROUBLES$made;
function ZONE_TROUBLES() { return ZONE_TROUBLES$made ??= ({
    "byte-order-mark": ["BIND", "Knot DNS", "NSD"],
    "generate-unquoted": ["BIND", "Knot DNS", "NSD"],
    "name-server-address": ["BIND", "Knot DNS"],
    "name-server-alias": ["BIND", "Knot DNS"],
    "host-name": ["BIND"],
    "long-string": ["BIND", "NSD"],
    "record-data": ["BIND"],
    "ds-at-apex": ["BIND"],
    "out-of-zone": ["NSD"],
    generate: ["Knot DNS", "NSD"],
    date: ["Knot DNS", "NSD"],
    "relative-origin": ["Knot DNS", "NSD"],
    "nested-parentheses": ["Knot DNS", "NSD"],
    "below-dname": ["Knot DNS", "NSD"],
    "new-type": ["Knot DNS", "NSD"],
    "old-type": ["Knot DNS"],
    "soa-twice": ["NSD"],
    "delegation-address": ["Knot DNS"],
    "quoted-name": ["Knot DNS"],
    "raw-octets": ["Knot DNS"],
    "name-characters": ["Knot DNS"],
    "carriage-return": ["Knot DNS"],
    "joined-quotes": ["Knot DNS"],
    "class-number": ["Knot DNS"],
    "ds-digest": ["Knot DNS"],
}); }
var ZONE_TROUBLE_REASONS$made;
function ZONE_TROUBLE_REASONS() { return ZONE_TROUBLE_REASONS$made ??= (Object.keys(ZONE_TROUBLES())); }


/***/ },

/***/ 6712:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ ownAnswer),
/* harmony export */   Me: () => (/* binding */ replyOf),
/* harmony export */   Or: () => (/* binding */ attemptsOf),
/* harmony export */   oy: () => (/* binding */ answerTo),
/* harmony export */   vl: () => (/* binding */ asRead)
/* harmony export */ });
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);

function attemptsOf(endpoint) {
    const foreign = [];
    const own = new Map();
    for (const [index, connection] of endpoint.connections.entries()) {
        if (connection.purpose === "relay-thorough")
            continue;
        const asker = {
            connection: index,
            ownAddress: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .ownAddressSeen */ .Sx)(endpoint, connection.connect),
            heloName: (connection.helo ?? connection.ehlo)?.name ?? "",
        };
        foreign.push(...foreignAttempts(connection, asker));
        const { transactions = [], inTls = false } = connection.delivery ?? {};
        for (const { domain, sender, mail, rcpt, rset, behindAnother } of transactions) {
            if (behindAnother === true && !(0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .oB)(rcpt))
                continue;
            const attempt = {
                ...asker,
                foreign: false,
                sender,
                recipient: `postmaster@${domain}`,
                mail,
                rcpt,
                rset,
                inTls,
            };
            const known = own.get(domain);
            if (known === undefined)
                own.set(domain, [attempt]);
            else
                known.push(attempt);
        }
    }
    const all = [...foreign, ...[...own.values()].flat()];
    const refused = all.every(({ rcpt }) => rcpt === undefined) && all.some(({ mail }) => isRefusal(mail));
    return { foreign, own, everybody: refused ? answerTo(all) : undefined };
}
function foreignAttempts({ relay }, asker) {
    const { transactions = [], inTls = false } = relay ?? {};
    return transactions.flatMap(({ sender, mail, recipients, rset }) => {
        const recipient = recipients.find(({ kind }) => kind === "foreign");
        if (recipient === undefined && recipients.length > 0)
            return [];
        const address = recipient?.address ?? "";
        return [{ ...asker, foreign: true, sender, recipient: address, mail, rcpt: recipient, rset, inTls }];
    });
}
function answerTo(attempts) {
    const answered = attempts.filter(({ rcpt }) => (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnswer */ .Tq)(rcpt));
    const counted = answered.find(({ rcpt }) => (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .oB)(rcpt)) ?? answered.at(-1);
    if (counted?.rcpt !== undefined)
        return { command: "RCPT", step: counted.rcpt, attempt: counted };
    const last = attempts.at(-1);
    if (last === undefined)
        return undefined;
    const refused = attempts.find(({ connection, mail }) => connection === last.connection && isRefusal(mail));
    if (refused !== undefined)
        return { command: "MAIL", step: refused.mail, attempt: refused };
    return last.rcpt === undefined
        ? { command: "MAIL", step: last.mail, attempt: last }
        : { command: "RCPT", step: last.rcpt, attempt: last };
}
function ownAnswer({ own, everybody }, domain) {
    const attempts = own.get(domain);
    return attempts === undefined ? everybody : answerTo(attempts);
}
function asRead(answered, host) {
    const reply = answered?.step.reply;
    if (answered === undefined || reply === undefined)
        return undefined;
    const { ownAddress, heloName, sender, recipient, foreign } = answered.attempt;
    const command = answered.command;
    const asked = {
        command,
        ownAddress,
        heloName,
        sender,
        recipient: command === "RCPT" ? recipient : undefined,
        foreign,
        host,
    };
    return { reply, asked };
}
function replyOf({ step }) {
    return (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnswer */ .Tq)(step) ? step.reply : undefined;
}
function isRefusal(step) {
    return (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAnswer */ .Tq)(step) && !(0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .oB)(step);
}


/***/ },

/***/ 4396:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   S2: () => (/* binding */ comparingWithBaseline),
/* harmony export */   qE: () => (/* binding */ isKnown)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7819);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _checks_mta_sts_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7522);




const GRAVITY = { notice: 0, inconclusive: 0, warning: 1, error: 2 };
function baselineOf(report, file) {
    const severities = new Map();
    const domains = new Set();
    for (const placed of (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .placedChecks */ .xU)(report.domains)) {
        domains.add(placed.domain.rawName);
        for (const finding of placed.check.findings) {
            if (GRAVITY[finding.severity] === 0 || finding.waived !== undefined || finding.off === true)
                continue;
            const identity = identityOf(finding, placed);
            const key = keyOf(identity);
            const before = severities.get(key);
            if (before === undefined || GRAVITY[before.severity] < GRAVITY[finding.severity]) {
                severities.set(key, { identity, severity: finding.severity });
            }
        }
    }
    return { file, severities, domains, policies: policiesOf(report.observations?.domains ?? []) };
}
function policiesOf(domains) {
    const policies = new Map();
    for (const { name, mtaSts } of domains) {
        const state = mtaSts === undefined ? undefined : (0,_checks_mta_sts_state_js__WEBPACK_IMPORTED_MODULE_2__/* .stsStateOf */ .rn)(mtaSts);
        if (state?.kind !== "published" || state.policy.kind !== "policy")
            continue;
        policies.set(name, { id: state.record.id, policy: state.policy.policy });
    }
    return policies;
}
function identityOf(finding, { domain, server, endpoint, check }) {
    const host = server?.host ?? finding.host;
    return { domain: domain.rawName, host, port: endpoint?.port, check: check.check, code: finding.code };
}
function keyOf({ domain, host, port, check, code }) {
    return [domain, host ?? "", port === undefined ? "" : String(port), check, code].join("|");
}
function placeKey(domain, host, port, check) {
    return [domain, host ?? "", port ?? "", check].join("|");
}
function isKnown(baseline, finding, place) {
    if (baseline === undefined || GRAVITY[finding.severity] === 0)
        return false;
    const identity = { ...place, host: finding.host, code: finding.code };
    const before = baseline.severities.get(keyOf(identity));
    return before !== undefined && GRAVITY[finding.severity] <= GRAVITY[before.severity];
}
function* comparingWithBaseline(baseline, domains) {
    const present = new Set();
    const made = new Set();
    const unseen = new Set();
    const elsewhere = new Set(domains.flatMap(({ rawName, servers }) => servers
        .filter((server) => server.elsewhere === true)
        .map(({ host }) => JSON.stringify([rawName, host]))));
    let fresh = 0;
    let known = 0;
    for (const placed of (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .placedChecks */ .xU)(domains)) {
        const { domain, server, endpoint, check } = placed;
        if (endpoint === undefined)
            yield;
        const conclusive = check.verdict !== "skip" && check.verdict !== "inconclusive";
        (conclusive ? made : unseen).add(placeKey(domain.rawName, server?.host, endpoint?.port, check.check));
        for (const finding of check.findings) {
            present.add(keyOf(identityOf(finding, placed)));
            if (finding.known === true)
                known++;
            else if ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .counts */ .tQ)(finding) && GRAVITY[finding.severity] > 0)
                fresh++;
        }
    }
    const fixed = [...baseline.severities].flatMap(([key, { identity }]) => {
        const { domain, host, port, check, code } = identity;
        const here = placeKey(domain, port === undefined ? undefined : host, port, check);
        const looked = unseen.has(here)
            ? false
            : made.has(here) || made.has(placeKey(domain, undefined, undefined, "mx"));
        if (present.has(key) || !looked || elsewhere.has(JSON.stringify([domain, host])))
            return [];
        return [
            {
                domain: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(domain),
                ...(host !== undefined && { host: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(host, 520) }),
                ...(port !== undefined && { port }),
                check,
                code,
            },
        ];
    });
    return { file: baseline.file, new: fresh, known, fixed };
}


/***/ },

/***/ 2387:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ui: () => (/* binding */ CHECKS),
  Sh: () => (/* binding */ CHECK_IDS),
  JT: () => (/* binding */ DOMAIN_CHECKS),
  OW: () => (/* binding */ ENDPOINT_CHECKS),
  ew: () => (/* binding */ endpointChecksOf),
  c8: () => (/* binding */ probeNeeds),
  yy: () => (/* binding */ probesEndpoints)
});

// EXTERNAL MODULE: ./lib/observe/observation.js + 2 modules
var observation = __webpack_require__(1184);
// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
// EXTERNAL MODULE: ./lib/judge/checks/endings.js
var endings = __webpack_require__(5041);
// EXTERNAL MODULE: ./lib/judge/checks/certificate/server-identity.js
var server_identity = __webpack_require__(4753);
// EXTERNAL MODULE: ./lib/judge/outcome.js
var judge_outcome = __webpack_require__(4411);
;// CONCATENATED MODULE: ./lib/judge/checks/banner.js




var bannerCheck$made;
function bannerCheck() { return bannerCheck$made ??= ({
    id: "banner",
    scope: "endpoint",
    title: "Greeting",
    observes: "the greeting, its code and host name, the time it takes",
    passes: "220 with a host name within 30 s",
    shortHead: "ban",
    weight: 5,
    needs: { depth: "banner" },
    judge(subject) {
        const step = subject.dialog.greeting;
        if (step === undefined)
            return undefined;
        if (step.reply === undefined) {
            const finding = noGreeting(step.ended ?? { how: "closed" }, subject, step.late);
            return { findings: [finding], summary: (0,quote/* words */.aL) `no greeting`, seconds: 0, unproven: true };
        }
        const { reply } = step;
        const seconds = (0,judge_outcome/* forPeople */.zW)(reply.seconds);
        const facts = { greeting: (0,endings/* replyWords */.uU)(reply), seconds: reply.seconds };
        const took = reply.seconds - (step.late ?? 0);
        const findings = judgeGreeting(subject, reply.code, reply.lines, took, facts.greeting);
        const slow = findings.some((finding) => finding.code === "banner-slow");
        const summary = reply.code !== 220 ? (0,quote/* words */.aL) `${reply.code}` : slow ? (0,quote/* words */.aL) `${seconds} s` : (0,quote/* words */.aL) `220`;
        return { findings, summary, facts, seconds: reply.seconds, unproven: reply.code !== 220 };
    },
}); }
function judgeGreeting(subject, code, lines, seconds, evidence) {
    if (code >= 500)
        return [(0,judge_outcome/* raise */.xl)("banner-refused", { code }, { evidence })];
    if (code >= 400)
        return [(0,judge_outcome/* raise */.xl)("banner-deferred", { code, again: (0,endings/* againWords */.WO)(subject.dialog) }, { evidence })];
    if (code !== 220)
        return [(0,judge_outcome/* raise */.xl)("banner-malformed", {}, { evidence, expected: (0,quote/* words */.aL) `220`, actual: (0,quote/* words */.aL) `${code}` })];
    if (isSpamd(lines))
        return [(0,judge_outcome/* raise */.xl)("greylister-in-front", {}, { evidence })];
    const findings = [];
    if (!namesHost(lines)) {
        const confirm = lines.at(-1) === "220" ? "raw-greeting" : undefined;
        findings.push((0,judge_outcome/* raise */.xl)("banner-no-hostname", {}, { evidence, actual: evidence, confirm }));
    }
    const allowed = subject.thresholds["max-banner-seconds"];
    if (seconds > allowed) {
        const expected = (0,quote/* words */.aL) `at most ${allowed} s`;
        findings.push((0,judge_outcome/* raise */.xl)("banner-slow", { seconds: (0,judge_outcome/* forPeople */.zW)(seconds), allowed }, { expected, actual: (0,quote/* words */.aL) `${(0,judge_outcome/* forPeople */.zW)(seconds)} s` }));
    }
    return findings;
}
function noGreeting(ended, subject, late = 0) {
    const evidence = (0,endings/* partialWords */.zY)(ended);
    const parts = evidence === undefined ? {} : { evidence };
    const replyTimeout = subject.endpoint.replyTimeout;
    if (ended.how === "aborted")
        return (0,endings/* abortedFinding */.R6)();
    if (ended.how === "timeout") {
        const enough = Math.min(subject.thresholds["max-banner-seconds"], replyTimeout / 2);
        const unsure = late > 0 && replyTimeout - late <= enough;
        const severity = unsure ? { severity: "inconclusive" } : {};
        return (0,judge_outcome/* raise */.xl)("banner-timeout", { seconds: replyTimeout }, { ...parts, ...severity });
    }
    if (ended.how === "malformed")
        return (0,judge_outcome/* raise */.xl)("banner-malformed", {}, parts);
    if ((0,endings/* isLimit */.S4)(ended))
        return (0,judge_outcome/* raise */.xl)("banner-too-long", { limit: (0,endings/* limitWords */.vd)(ended, replyTimeout) }, parts);
    return (0,judge_outcome/* raise */.xl)("banner-closed", { how: (0,endings/* howClosed */.BI)(ended) }, parts);
}
function isSpamd(lines) {
    return lines.some((line) => /\bspamd IP-based SPAM blocker\b/i.test(line));
}
function greylisterInFront({ greeting }) {
    const reply = greeting?.reply;
    if (reply === undefined || !isSpamd(reply.lines))
        return undefined;
    const findings = [(0,judge_outcome/* raise */.xl)("greylister-in-front", {}, { evidence: (0,endings/* replyWords */.uU)(reply) })];
    return { findings, summary: (0,quote/* words */.aL) `greylister`, seconds: 0 };
}
function namesHost(lines) {
    const [first = "", ...others] = lines.flatMap((line) => line.slice(4).split(/[\s,;()<>]+/)).filter(Boolean);
    if (isQualifiedName(first) || isLiteral(first))
        return true;
    return [first, ...others].some((word) => isQualifiedName(word.slice(word.lastIndexOf("@") + 1)));
}
function isQualifiedName(word) {
    const name = word.replace(/[.:]$/, "");
    return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i.test(name);
}
function isLiteral(word) {
    const literal = /^\[(?:IPv6:)?(.+)\]$/i.exec(word)?.[1];
    return literal !== undefined && (0,server_identity/* isAddress */.P)(literal);
}

// EXTERNAL MODULE: ./lib/text/glob.js
var glob = __webpack_require__(5613);
// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/text/address.js
var text_address = __webpack_require__(6519);
// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
// EXTERNAL MODULE: ./lib/late.cjs
var late = __webpack_require__(233);
// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
;// CONCATENATED MODULE: ./lib/judge/checks/certificate/trust-rule.js



var $judge_checks_dane_assessment_js$made;
function $judge_checks_dane_assessment_js() { return $judge_checks_dane_assessment_js$made ??= late["judge/checks/dane/assessment.js"](); }
const CHAIN_CODES = [
    "cert-self-signed",
    "cert-incomplete-chain",
    "cert-untrusted",
    "cert-chain-expired",
    "cert-chain-expiring",
    "cert-chain-order",
    "cert-senders-differ",
];
var OF_AUTHORITIES$made;
function OF_AUTHORITIES() { return OF_AUTHORITIES$made ??= (new Set([
    "cert-self-signed",
    "cert-incomplete-chain",
    "cert-untrusted",
    "cert-chain-order",
    "cert-senders-differ",
    "cert-issuer-unexpected",
    "cert-name-mismatch",
    "cert-common-name-only",
])); }
var DATES_OF_LEAF$made;
function DATES_OF_LEAF() { return DATES_OF_LEAF$made ??= (new Set([
    "cert-expired",
    "cert-not-yet-valid",
    "cert-expiring",
    "cert-expiring-soon",
])); }
var DATES_ABOVE$made;
function DATES_ABOVE() { return DATES_ABOVE$made ??= (new Set(["cert-chain-expired", "cert-chain-expiring"])); }
var DANE_SENDERS$made;
function DANE_SENDERS() { return DANE_SENDERS$made ??= ((0,quote/* words */.aL) `senders that use DANE ignore this and deliver; senders that require a certificate from a public CA do not`); }
function trustRule(subject) {
    const { trust } = subject.thresholds;
    if (trust === "any")
        return (finding) => (CHAIN_CODES.includes(finding.code) ? { ...finding, severity: "notice" } : finding);
    if (trust === "webpki" || subject.enforcedByMtaSts)
        return (finding) => finding;
    const dane = $judge_checks_dane_assessment_js().daneAuthenticates(subject);
    if (dane?.authenticates !== true)
        return (finding) => finding;
    return (finding) => {
        const { code } = finding;
        if (OF_AUTHORITIES().has(code))
            return lowered(finding, "notice");
        const ofDates = DATES_ABOVE().has(code) || (DATES_OF_LEAF().has(code) && !dane.byAuthority);
        return ofDates ? lowered(finding, "warning") : finding;
    };
}
function lowered(finding, severity) {
    const message = (0,quote/* words */.aL) `${finding.message} DANE senders do not look at this.`;
    const usual = finding.remedy ?? (0,registry/* describe */.q0)(finding.code).remedy;
    const remedy = (0,quote/* words */.aL) `For senders with DANE there is nothing to do. For others: ${usual}`;
    return { ...finding, message, severity, remedy, senders: DANE_SENDERS() };
}

// EXTERNAL MODULE: ./lib/judge/checks/certificate/usage.js
var usage = __webpack_require__(3554);
;// CONCATENATED MODULE: ./lib/judge/checks/certificate/certificate.js









var $judge_checks_certificate_chain_js$made;
function $judge_checks_certificate_chain_js() { return $judge_checks_certificate_chain_js$made ??= late["judge/checks/certificate/chain.js"](); }



var $judge_checks_certificate_openssl_verdict_js$made;
function $judge_checks_certificate_openssl_verdict_js() { return $judge_checks_certificate_openssl_verdict_js$made ??= late["judge/checks/certificate/openssl-verdict.js"](); }

var $judge_checks_certificate_senders_path_js$made;
function $judge_checks_certificate_senders_path_js() { return $judge_checks_certificate_senders_path_js$made ??= late["judge/checks/certificate/senders-path.js"](); }
var certificateCheck$made;
function certificateCheck() { return certificateCheck$made ??= ({
    id: "certificate",
    scope: "endpoint",
    title: "Certificate",
    observes: "chain, subject, names, validity, key, signature; trust and name each on its own",
    passes: "trusted, names the MX host, and more than 14 days are left",
    shortHead: "cert",
    weight: 25,
    needs: { depth: "starttls", issuers: true },
    judge(subject) {
        const { dialog, certificates, now } = subject;
        const greylister = greylisterInFront(dialog);
        if (greylister !== undefined)
            return greylister;
        const tls = dialog.tls;
        if (tls?.outcome !== "done")
            return undefined;
        const leafHash = tls.chain?.[0]?.sha256;
        const leaf = leafHash === undefined ? undefined : certificates[leafHash];
        if (leaf === undefined) {
            const tooLong = (tls.chainCut ?? 0) > 0;
            const reason = tooLong
                ? (0,quote/* words */.aL) `it is longer than anyone needs${limitWords(tls)}`
                : (0,quote/* words */.aL) `the server sent none at all (anonymous cipher)`;
            const finding = (0,judge_outcome/* raise */.xl)("cert-untrusted", { reason }, tooLong ? {} : { confirm: "any-cipher" });
            return { findings: [finding], summary: tooLong ? (0,quote/* words */.aL) `too long` : (0,quote/* words */.aL) `none`, seconds: 0 };
        }
        const chosen = $judge_checks_certificate_senders_path_js().choosePath(tls, certificates, now);
        const path = chosen?.path;
        const ours = [
            ...judgeValidity(leaf, subject),
            ...judgeName(leaf, subject),
            ...$judge_checks_certificate_chain_js().judgeTrust(tls, leaf, chosen, subject),
            ...$judge_checks_certificate_chain_js().judgeStrength(leaf, path, subject),
            ...(0,usage/* judgeUsage */.B)(leaf),
            ...$judge_checks_certificate_chain_js().judgeChain(tls, path, subject),
            ...judgeIssuer(leaf, subject),
        ];
        const dated = path?.certificates ?? tls.chain?.slice(0, 1).map(({ sha256 }) => sha256) ?? [];
        const findings = $judge_checks_certificate_openssl_verdict_js().besideOpenssl(tls, ours, dated, subject).map(trustRule(subject));
        const left = Date.parse(leaf.notAfter) - now;
        return {
            findings,
            summary: summarise(findings, left),
            facts: { ...leafFacts(leaf, left), chain: servedWords(tls, certificates) },
            seconds: 0,
        };
    },
}); }
function limitWords({ certificateLimit }) {
    return certificateLimit === undefined ? (0,quote/* words */.aL) `` : (0,quote/* words */.aL) ` (${(0,judge_outcome/* sizeWords */.pG)(certificateLimit)})`;
}
function judgeIssuer(leaf, { thresholds }) {
    const { issuers } = thresholds;
    const organization = leaf.issuerOrganization;
    if (issuers.length === 0)
        return [];
    if (organization !== undefined && issuers.some((issuer) => (0,glob/* globMatcher */.f)(issuer)(organization)))
        return [];
    const expected = (0,quote/* joinWords */.yZ)(issuers.slice(0, 8).map((issuer) => (0,quote/* quote */.hD)(issuer, 100)), ", ");
    const issuer = (0,quote/* quote */.hD)(organization ?? leaf.issuer, 200);
    return [(0,judge_outcome/* raise */.xl)("cert-issuer-unexpected", { issuer }, { expected, actual: (0,quote/* quote */.hD)(leaf.issuer) })];
}
function summarise(findings, left) {
    const codes = new Set(findings.map((finding) => finding.code));
    if (codes.has("cert-expired"))
        return (0,quote/* words */.aL) `expired ${(0,judge_outcome/* span */.Ln)(left)} ago`;
    if (codes.has("cert-not-yet-valid"))
        return (0,quote/* words */.aL) `not yet valid`;
    if (codes.has("cert-name-mismatch"))
        return (0,quote/* words */.aL) `wrong name`;
    if (codes.has("cert-self-signed"))
        return (0,quote/* words */.aL) `self-signed`;
    if (codes.has("cert-incomplete-chain"))
        return (0,quote/* words */.aL) `incomplete chain`;
    if (codes.has("cert-untrusted"))
        return (0,quote/* words */.aL) `untrusted`;
    if (codes.has("cert-chain-expired"))
        return (0,quote/* words */.aL) `chain expired`;
    if (codes.has("cert-chain-order"))
        return (0,quote/* words */.aL) `wrong order`;
    if (codes.has("cert-senders-differ"))
        return (0,quote/* words */.aL) `senders differ`;
    if (codes.has("cert-name-not-compared"))
        return (0,quote/* words */.aL) `name not compared`;
    return (0,judge_outcome/* span */.Ln)(left);
}
function daysOf(milliseconds) {
    const days = milliseconds / time/* DAY */.d;
    return Math.abs(days) >= 10 ? Math.floor(days) : Math.floor(days * 10) / 10;
}
function servedWords(tls, certificates) {
    return (tls.chain ?? []).map(({ sha256 }) => (0,quote/* quote */.hD)(certificates[sha256]?.subject ?? sha256, 160));
}
function leafFacts(leaf, left) {
    return {
        subject: (0,quote/* quote */.hD)(leaf.subject),
        issuer: (0,quote/* quote */.hD)(leaf.issuer),
        names: [...leaf.dnsNames, ...leaf.ipAddresses].slice(0, 20).map((name) => (0,quote/* quote */.hD)(name, 255)),
        notBefore: (0,quote/* quote */.hD)(leaf.notBefore),
        notAfter: (0,quote/* quote */.hD)(leaf.notAfter),
        ...(!Number.isNaN(left) && { daysLeft: daysOf(left) }),
        key: $judge_checks_certificate_chain_js().keyWords(leaf),
        signatureAlgorithm: (0,quote/* quote */.hD)(leaf.signatureAlgorithm),
    };
}
function actualDates(leaf, which) {
    const moment = leaf[which].replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC");
    const parts = [`${which} ${moment}`, leaf.subject, leaf.issuerOrganization ?? leaf.issuer];
    return (0,quote/* joinWords */.yZ)(parts.filter((part) => part !== "").map((part) => (0,quote/* quote */.hD)(part, 160)), " \u00b7 ");
}
function judgeValidity(leaf, { thresholds, now }) {
    const notBefore = Date.parse(leaf.notBefore);
    const notAfter = Date.parse(leaf.notAfter);
    const lifetime = notAfter - notBefore;
    const fail = requiredTime(thresholds["min-days-to-expiry"], lifetime);
    const warn = requiredTime(thresholds["warn-days-to-expiry"], lifetime);
    const left = notAfter - now;
    const actual = actualDates(leaf, "notAfter");
    const expected = (0,quote/* words */.aL) `at least ${(0,judge_outcome/* span */.Ln)(fail)} left`;
    if (left <= 0)
        return [(0,judge_outcome/* raise */.xl)("cert-expired", { ago: (0,judge_outcome/* span */.Ln)(left) }, { expected, actual })];
    if (now < notBefore) {
        return [
            (0,judge_outcome/* raise */.xl)("cert-not-yet-valid", { certificate: (0,quote/* words */.aL) `The certificate`, in: (0,judge_outcome/* span */.Ln)(notBefore - now) }, { actual: actualDates(leaf, "notBefore") }),
        ];
    }
    if (left < fail)
        return [(0,judge_outcome/* raise */.xl)("cert-expiring", { left: (0,judge_outcome/* span */.Ln)(left) }, { expected, actual })];
    if (left < warn) {
        return [
            (0,judge_outcome/* raise */.xl)("cert-expiring-soon", { left: (0,judge_outcome/* span */.Ln)(left) }, { expected: (0,quote/* words */.aL) `at least ${(0,judge_outcome/* span */.Ln)(warn)} left`, actual }),
        ];
    }
    return [];
}
function requiredTime(rule, lifetime) {
    if (rule.percent !== undefined)
        return (lifetime * rule.percent) / 100;
    const asked = (rule.days ?? 0) * time/* DAY */.d;
    return rule.capPercent === undefined ? asked : Math.min(asked, (lifetime * rule.capPercent) / 100);
}
function judgeName(leaf, { endpoint, kind }) {
    const { host } = endpoint;
    const address = (0,server_identity/* isAddress */.P)(host) ? host : undefined;
    const match = (0,server_identity/* matchServerIdentity */.v)(leaf, host, address);
    if (match === "dns-name" || match === "ip-address")
        return [];
    const presented = [...leaf.dnsNames, ...leaf.ipAddresses].slice(0, 8).map((name) => (0,quote/* quote */.hD)(name, 255));
    const common = leaf.subjectCommonNames
        .slice(0, 2)
        .map((name) => (0,quote/* words */.aL) `CN=${(0,quote/* quote */.hD)(name, 255)} (no dNSName)`);
    const listed = leaf.dnsNames.length === 0 ? [...presented, ...common] : presented;
    const left = leaf.dnsNames.length + leaf.ipAddresses.length - presented.length;
    const parts = {
        expected: (0,quote/* quote */.hD)(host, 255),
        actual: listed.length === 0 ? (0,quote/* words */.aL) `no name at all` : (0,plural/* andMore */.v)(listed, listed.length + left),
    };
    if (address !== undefined)
        return [withoutName(address, endpoint.port, parts.actual, listed.length === 0)];
    const named = (0,quote/* quote */.hD)(host, 255);
    if (match === "common-name")
        return [(0,judge_outcome/* raise */.xl)("cert-common-name-only", { host: named }, parts)];
    if (kind === "domain")
        return [(0,judge_outcome/* raise */.xl)("cert-name-mismatch", { host: named, role: (0,quote/* words */.aL) `MX host` }, parts)];
    const remedy = (0,quote/* words */.aL) `Issue one whose subject alternative names include the server's host name.`;
    return [(0,judge_outcome/* raise */.xl)("cert-name-mismatch", { host: named, role: (0,quote/* words */.aL) `server` }, { ...parts, remedy })];
}
function withoutName(address, port, actual, nameless) {
    const place = (0,quote/* quote */.hD)((0,text_address/* hostPort */.QL)(address, port));
    const compare = (0,quote/* words */.aL) `To compare names, use servers: HOST:${port} with connect-to: HOST:${port}:${place}, where HOST is the name in the MX record.`;
    const said = nameless
        ? (0,quote/* words */.aL) `, and the certificate that it sends to clients that name no server (SNI) has no name at all`
        : (0,quote/* words */.aL) ``;
    const remedy = nameless ? (0,quote/* words */.aL) `Issue one with the name in the MX record. ${compare}` : compare;
    return (0,judge_outcome/* raise */.xl)("cert-name-not-compared", { address: (0,quote/* quote */.hD)(address), said }, { actual, remedy });
}

// EXTERNAL MODULE: ./lib/judge/checks/egress.js
var checks_egress = __webpack_require__(4378);
;// CONCATENATED MODULE: ./lib/judge/checks/connect.js





const SLOW_SECONDS = 5;
var connectCheck$made;
function connectCheck() { return connectCheck$made ??= ({
    id: "connect",
    scope: "endpoint",
    title: "TCP connect",
    observes: "a TCP connect to every address: refused, timed out, unreachable, reset",
    passes: "connected",
    shortHead: "conn",
    weight: 15,
    decidesScore: true,
    needs: { depth: "connect" },
    judge(subject) {
        const { endpoint, dialog } = subject;
        if (endpoint.notProbed === "address-not-public" && !subject.addressFaulted) {
            const reason = (0,quote/* words */.aL) `the address is not public, and allow-private-addresses is not set`;
            return { findings: [(0,judge_outcome/* raise */.xl)("not-probed", { reason })], summary: (0,quote/* words */.aL) `not probed`, seconds: 0 };
        }
        if (endpoint.notProbed === "address-not-public") {
            return {
                findings: [],
                summary: (0,quote/* words */.aL) `not public`,
                seconds: 0,
                skip: { because: "failure", reason: (0,quote/* words */.aL) `the address is not public` },
            };
        }
        if (endpoint.notProbed !== undefined) {
            const reason = endpoint.notProbed === "interrupted"
                ? (0,quote/* words */.aL) `the run was interrupted`
                : (0,quote/* words */.aL) `the deadline of the run was over`;
            return { findings: [(0,judge_outcome/* raise */.xl)("not-probed", { reason })], summary: (0,quote/* words */.aL) `not probed`, seconds: 0 };
        }
        const step = dialog.connect;
        if (step === undefined)
            return undefined;
        const outcome = judgeConnect(subject, step);
        const unproven = step.outcome !== "connected" || subject.egressDoubt !== undefined;
        return { ...outcome, unproven, seconds: step.seconds, facts: { seconds: step.seconds } };
    },
}); }
var REWRITTEN$made;
function REWRITTEN() { return REWRITTEN$made ??= ((0,quote/* words */.aL) `the dialog is rewritten on the way`); }
function judgeConnect(subject, step) {
    const { endpoint, dialog, otherFamily, egress } = subject;
    const code = (0,quote/* quote */.hD)(step.code ?? step.outcome);
    const only = (finding, summary) => ({ findings: [finding], summary });
    const fallback = subject.thresholds["require-ipv6"] ? "none" : otherFamily;
    if (step.code === observation/* HUNG_UP */.H && step.outcome === "unreachable" && !subject.hangUpMeantTarget) {
        const detail = "it hung up without a reason: its rules may forbid the connection, or it reaches no server at this port";
        return only(proxyFailed({ ...step, detail }), (0,quote/* words */.aL) `proxy failed`);
    }
    if (egress?.blocked === true && isExplainedByEgress(step)) {
        return egress.noRoute && endpoint.family === 6
            ? withoutIpv6(fallback)
            : egressBlocked((0,checks_egress/* egressWords */.x)(egress));
    }
    if (subject.egressDoubt !== undefined) {
        const said = (0,checks_egress/* egressWords */.x)(subject.egressDoubt.facts, subject.egressDoubt.end);
        return {
            ...egressBlocked(said),
            endsJudging: said.remedy === undefined
                ? (0,quote/* words */.aL) `nothing gets out to this port`
                : (0,quote/* words */.aL) `it is unknown whether anything gets out to this port`,
        };
    }
    switch (step.outcome) {
        case "connected": {
            const findings = [];
            if (dialog.proxyLost !== undefined) {
                findings.push(proxyFailed(dialog.proxyLost));
                return { findings, summary: (0,quote/* words */.aL) `proxy lost`, endsJudging: (0,quote/* words */.aL) `the proxy was lost on the way` };
            }
            const greeting = dialog.greeting?.reply;
            if (greeting !== undefined && isMasked(greeting.lines)) {
                const what = (0,quote/* words */.aL) `The greeting is masked with asterisks`;
                findings.push((0,judge_outcome/* raise */.xl)("egress-intercepted", { what }, { evidence: (0,endings/* replyWords */.uU)(greeting) }));
                return { findings, summary: (0,quote/* words */.aL) `greeting masked`, endsJudging: REWRITTEN() };
            }
            const hello = dialog.hello?.reply;
            if (hello !== undefined && hidesExtensions(hello.lines)) {
                const what = (0,quote/* words */.aL) `The answer to EHLO has extensions masked with X`;
                const parts = { evidence: (0,endings/* replyWords */.uU)(hello), confirm: "smtp-ehlo" };
                findings.push((0,judge_outcome/* raise */.xl)("egress-intercepted", { what }, parts));
                return { findings, summary: (0,quote/* words */.aL) `EHLO masked`, endsJudging: REWRITTEN() };
            }
            const slow = ofServer(step) > SLOW_SECONDS;
            if (slow)
                findings.push((0,judge_outcome/* raise */.xl)("connect-slow", { seconds: (0,judge_outcome/* forPeople */.zW)(step.seconds) }));
            if (slow)
                return { findings, summary: (0,quote/* words */.aL) `${(0,judge_outcome/* forPeople */.zW)(step.seconds)} s` };
            return { findings, summary: step.late === undefined ? (0,quote/* words */.aL) `connected` : (0,quote/* words */.aL) `connected, seen late` };
        }
        case "refused":
            return only((0,judge_outcome/* raise */.xl)("connect-refused", { port: endpoint.port }, { actual: code }), (0,quote/* words */.aL) `refused`);
        case "timeout": {
            const other = endpoint.family === 6 ? (0,quote/* words */.aL) `; IPv4 of the same host does` : (0,quote/* words */.aL) `; IPv6 of the same host does`;
            const comparison = otherFamily === "connected" ? other : (0,quote/* words */.aL) ``;
            const details = { seconds: (0,judge_outcome/* forPeople */.zW)(step.seconds), comparison };
            if (step.late === undefined || ofServer(step) > Math.min(SLOW_SECONDS, step.seconds / 2))
                return only((0,judge_outcome/* raise */.xl)("connect-timeout", details), (0,quote/* words */.aL) `timed out`);
            const busy = (0,quote/* words */.aL) `; this machine was too busy to handle the connection for ${(0,judge_outcome/* forPeople */.zW)(step.late)} s of it`;
            return only((0,judge_outcome/* raise */.xl)("connect-timeout", { ...details, comparison: busy }, { severity: "inconclusive" }), (0,quote/* words */.aL) `timed out`);
        }
        case "reset":
            return only((0,judge_outcome/* raise */.xl)("connect-reset", { port: endpoint.port }, { actual: code }), (0,quote/* words */.aL) `reset`);
        case "unreachable": {
            const severity = step.code === "EACCES" || step.code === "EPERM" ? "inconclusive" : "error";
            return only((0,judge_outcome/* raise */.xl)("connect-unreachable", { code }, { severity }), (0,quote/* words */.aL) `unreachable`);
        }
        case "no-route": {
            if (endpoint.family === 4) {
                return only((0,judge_outcome/* raise */.xl)("connect-unreachable", { code }, { severity: "inconclusive" }), (0,quote/* words */.aL) `no route`);
            }
            return withoutIpv6(fallback);
        }
        case "aborted":
            return only((0,judge_outcome/* raise */.xl)("not-probed", { reason: (0,quote/* words */.aL) `the run ended before the connection was there` }), (0,quote/* words */.aL) `not probed`);
        case "proxy-failed":
            return only(proxyFailed(step), (0,quote/* words */.aL) `proxy failed`);
        case "local-limit":
        case "error":
            return only((0,judge_outcome/* raise */.xl)("local-limit", { code }), (0,quote/* words */.aL) `not possible here`);
    }
}
function egressBlocked({ remedy, ...details }) {
    const summary = remedy === undefined ? (0,quote/* words */.aL) `egress blocked` : (0,quote/* words */.aL) `egress unknown`;
    return { findings: [(0,judge_outcome/* raise */.xl)("egress-blocked", details, { remedy })], summary };
}
function ofServer({ seconds, late = 0 }) {
    return seconds - late;
}
function proxyFailed({ outcome, code, detail }) {
    const reason = (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(detail ?? "it gave no reason")} (${(0,quote/* quote */.hD)(code ?? outcome)})`;
    return (0,judge_outcome/* raise */.xl)("proxy-failed", { reason });
}
function isExplainedByEgress({ outcome, code }) {
    switch (outcome) {
        case "refused":
        case "timeout":
        case "unreachable":
        case "reset":
        case "no-route":
        case "aborted":
            return true;
        case "proxy-failed":
            return code === "ANSWERS_EARLY";
        case "connected":
        case "local-limit":
        case "error":
            return false;
    }
}
function withoutIpv6(otherFamily) {
    const summary = (0,quote/* words */.aL) `no IPv6 here`;
    if (otherFamily === "none")
        return { findings: [(0,judge_outcome/* raise */.xl)("ipv6-unavailable", {}, { severity: "inconclusive" })], summary };
    const skip = { because: "inapplicable", reason: (0,quote/* words */.aL) `this machine has no IPv6` };
    return { findings: [(0,judge_outcome/* raise */.xl)("ipv6-unavailable", {})], summary, skip };
}
function isMasked(lines) {
    return lines.some((line) => /^220[ -][*0-9A-Za-z ]*\*{6,}/.test(line));
}
function hidesExtensions(lines) {
    return lines.slice(1).some((line) => /^250[ -]X{5,}[A-Z]?\s*$/.test(line));
}

// EXTERNAL MODULE: ./lib/judge/answers.js
var answers = __webpack_require__(6712);
;// CONCATENATED MODULE: ./lib/judge/senders.js


var WITHOUT_TLS$made;
function WITHOUT_TLS() { return WITHOUT_TLS$made ??= (new Set([
    "starttls-not-offered",
    "starttls-refused",
    "tls-handshake-failed",
    "tls-timeout",
    "session-closed",
    "ehlo-closed",
    "ehlo-timeout",
])); }
function sendersWithoutTls(code, dialog) {
    if (!WITHOUT_TLS().has(code))
        return undefined;
    const { starttls, attempts } = dialog;
    if (starttls?.announced === true && starttls.ended !== undefined)
        return (0,quote/* words */.aL) `senders that meet no answer to STARTTLS do not go on in the clear: they keep the mail and try again`;
    const inClear = [...attempts.own.values()].flatMap((each) => {
        const answered = (0,answers/* answerTo */.oy)(each);
        const code = answered?.attempt.inTls === false ? (0,answers/* replyOf */.Me)(answered)?.code : undefined;
        return code === undefined ? [] : [code];
    });
    const demanding = (0,quote/* words */.aL) `senders that require TLS do not deliver`;
    if (inClear.length === 0)
        return (0,quote/* words */.aL) `senders that can do without TLS go on in the clear; ${demanding}`;
    if (inClear.some((code) => code < 300))
        return (0,quote/* words */.aL) `senders that can do without TLS deliver in the clear; ${demanding}`;
    return (0,quote/* words */.aL) `senders that can do without TLS go on in the clear, where the server does not accept the mail; ${demanding}`;
}

// EXTERNAL MODULE: ./lib/judge/checks/dns-answer.js
var dns_answer = __webpack_require__(9613);
;// CONCATENATED MODULE: ./lib/judge/checks/dane/record-words.js



var $judge_checks_dane_tlsa_records_js$made;
function $judge_checks_dane_tlsa_records_js() { return $judge_checks_dane_tlsa_records_js$made ??= late["judge/checks/dane/tlsa-records.js"](); }
function statusWords({ status }) {
    return status === "zone-file" ? (0,quote/* words */.aL) `zone file, not live yet` : (0,quote/* quote */.hD)(status);
}
function recordFacts(records, encounter) {
    const held = encounter.tls === "done" ? encounter.verification.records : undefined;
    const all = records.map(({ record, unusable }, index) => {
        if (unusable !== undefined)
            return (0,quote/* words */.aL) `${$judge_checks_dane_tlsa_records_js().recordWords(record)} (unusable: ${unusable})`;
        const one = held?.[index];
        if (one === undefined)
            return $judge_checks_dane_tlsa_records_js().recordWords(record);
        const said = one.matches ? (one.counts ? (0,quote/* words */.aL) `matches` : (0,quote/* words */.aL) `matches, not used`) : (0,quote/* words */.aL) `no match`;
        return (0,quote/* words */.aL) `${$judge_checks_dane_tlsa_records_js().recordWords(record)} (${said})`;
    });
    const distinct = [...new Set(all)];
    const more = distinct.length - FACTS_LISTED;
    return more > 0 ? [...distinct.slice(0, FACTS_LISTED), (0,plural/* moreWords */.bp)(more)] : distinct;
}
const FACTS_LISTED = 12;
function unusableWords(records) {
    return $judge_checks_dane_tlsa_records_js().listed(records.flatMap(({ record, unusable }) => unusable === undefined ? [] : [(0,quote/* words */.aL) `${$judge_checks_dane_tlsa_records_js().kindOf(record)} (${unusable})`]));
}
function wouldWords({ records }, encounter) {
    const usable = records.some(({ unusable }) => unusable === undefined);
    if (encounter.tls === "none")
        return (0,quote/* words */.aL) `If it does, senders that use DANE do not deliver here: ${encounter.how}`;
    if (!usable)
        return (0,quote/* words */.aL) `No sender could use them anyway: ${unusableWords(records)}`;
    if (encounter.tls !== "done")
        return (0,quote/* words */.aL) `Whether they match could not be seen either`;
    const { by, faults } = encounter.verification;
    if (by !== undefined)
        return (0,quote/* words */.aL) `If it does, DANE works: ${$judge_checks_dane_tlsa_records_js().kindOf(by.record)} matches the certificate`;
    if (faults?.name === true)
        return (0,quote/* words */.aL) `If it does, senders that use DANE do not deliver here: the certificate is not issued for this name`;
    if (faults !== undefined)
        return (0,quote/* words */.aL) `If it does, senders that use DANE do not deliver here: the certificate is not valid today`;
    return (0,quote/* words */.aL) `If it does, senders that use DANE do not deliver here: no record matches the certificate`;
}

;// CONCATENATED MODULE: ./lib/judge/checks/dane/dane.js








var dane_$judge_checks_dane_assessment_js$made;
function dane_$judge_checks_dane_assessment_js() { return dane_$judge_checks_dane_assessment_js$made ??= late["judge/checks/dane/assessment.js"](); }

var $judge_checks_dane_certificate_findings_js$made;
function $judge_checks_dane_certificate_findings_js() { return $judge_checks_dane_certificate_findings_js$made ??= late["judge/checks/dane/certificate-findings.js"](); }

var $judge_checks_dane_keys_js$made;
function $judge_checks_dane_keys_js() { return $judge_checks_dane_keys_js$made ??= late["judge/checks/dane/keys.js"](); }


var dane_$judge_checks_dane_tlsa_records_js$made;
function dane_$judge_checks_dane_tlsa_records_js() { return dane_$judge_checks_dane_tlsa_records_js$made ??= late["judge/checks/dane/tlsa-records.js"](); }

var $judge_checks_dane_verification_js$made;
function $judge_checks_dane_verification_js() { return $judge_checks_dane_verification_js$made ??= late["judge/checks/dane/verification.js"](); }
var daneCheck$made;
function daneCheck() { return daneCheck$made ??= ({
    id: "dane",
    scope: "endpoint",
    title: "DANE",
    observes: "the TLSA records of the MX host, their DNSSEC status, and which of them the served certificate matches",
    passes: "a record that counts matches, or none is published (skip)",
    shortHead: "dane",
    weight: 0,
    needs: { depth: "starttls", dane: true },
    judge(subject) {
        const assessment = dane_$judge_checks_dane_assessment_js().assess(subject);
        if (assessment === undefined)
            return undefined;
        const { publication, encounter } = assessment;
        const outcome = "records" in publication
            ? judgeRecords(publication, encounter ?? { tls: "unobserved" }, subject)
            : judgeAbsence(publication, subject);
        return outcome && { ...outcome, findings: outcome.findings.map((each) => atItsPort(each, subject)) };
    },
}); }
function atItsPort(raised, { endpoint }) {
    const submission = endpoint.submission === true || endpoint.port === 465 || endpoint.port === 587;
    return submission && (0,judge_outcome/* ownSeverity */.I9)(raised) === "error" ? { ...raised, severity: "warning" } : raised;
}
function judgeAbsence(publication, subject) {
    const { answer } = publication;
    const question = answer === undefined ? {} : (0,dns_answer/* asked */.NZ)(answer);
    const seconds = answer?.seconds ?? 0;
    switch (publication.status) {
        case "none": {
            if (publication.lost === true)
                return judgeLost(subject, question, seconds);
            const reason = (0,quote/* words */.aL) `no TLSA`;
            const required = judgeRequired((0,quote/* words */.aL) `it has no TLSA records`, subject, question);
            if (required.length > 0)
                return { findings: required, summary: reason, seconds, unproven: true };
            return { findings: [], summary: reason, seconds, skip: { because: "inapplicable", reason } };
        }
        case "failed": {
            const details = { question: questionWords(publication.answer), gave: gaveWords(publication.answer) };
            const confirm = publication.answer.outcome === "servfail" ? undefined : "dig-dnssec";
            const evidence = errorsOf(publication.answer);
            const findings = [(0,judge_outcome/* raise */.xl)("dane-lookup-failed", details, { ...question, ...evidence, confirm })];
            return { findings, summary: (0,quote/* words */.aL) `lookup failed`, seconds, unproven: true };
        }
        case "not-seen":
            return { findings: [notSeen(publication.answer)], summary: (0,quote/* words */.aL) `not seen`, seconds, unproven: true };
    }
}
function judgeLost(subject, question, seconds) {
    const reason = (0,quote/* words */.aL) `TLSA not seen`;
    const required = judgeRequired((0,quote/* words */.aL) `its TLSA records could not be looked up`, subject, question);
    const findings = required.map((each) => ({ ...each, severity: "inconclusive" }));
    if (findings.length > 0)
        return { findings, summary: reason, seconds, unproven: true };
    return { findings, summary: reason, seconds, skip: { because: "inconclusive", reason } };
}
function questionWords({ type, name }) {
    return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(type)} ${(0,quote/* quoteName */.AB)(name)}`;
}
function gaveWords({ outcome, dnssec, aliasLoop, aliasLimit, seconds }) {
    if (aliasLoop === true)
        return (0,quote/* words */.aL) `ends in an alias loop`;
    if (aliasLimit !== undefined)
        return (0,quote/* words */.aL) `goes through more than ${(0,plural/* plural */.LS)(aliasLimit, "alias", "aliases")}`;
    if (dnssec === "bogus")
        return (0,quote/* words */.aL) `fails DNSSEC validation`;
    if (outcome === "timeout")
        return (0,quote/* words */.aL) `gets no answer within ${Math.round(seconds)} s`;
    return outcome === "servfail" ? (0,quote/* words */.aL) `gets SERVFAIL` : (0,quote/* words */.aL) `gets a malformed answer`;
}
function errorsOf({ extendedErrors, server }) {
    const errors = extendedErrors.map(({ code, text }) => (0,quote/* quote */.hD)(`EDE ${String(code)} ${text}`.trim()));
    const all = [...(server === undefined ? [] : [(0,quote/* quote */.hD)(server)]), ...errors];
    return all.length === 0 ? {} : { evidence: dane_$judge_checks_dane_tlsa_records_js().listed(all) };
}
function notSeen({ outcome, detail }) {
    if (outcome === "aborted")
        return (0,endings/* abortedFinding */.R6)();
    if (outcome === "local-limit")
        return (0,judge_outcome/* raise */.xl)("local-limit", { code: (0,quote/* quote */.hD)(detail ?? "EMFILE") });
    const reason = outcome === "refused"
        ? (0,quote/* words */.aL) `the resolver refuses to answer for TLSA records`
        : (0,quote/* words */.aL) `no resolver could be reached for the TLSA records`;
    return (0,judge_outcome/* raise */.xl)("not-probed", { reason });
}
function judgeRequired(why, { thresholds, endpoint }, parts) {
    if (!thresholds.require.includes("dane"))
        return [];
    return [(0,judge_outcome/* raise */.xl)("dane-required", { host: (0,quote/* quoteName */.AB)(endpoint.host), why }, parts)];
}
function judgeRecords(publication, encounter, subject) {
    const { answer, records, baseDomain, status } = publication;
    const base = (0,quote/* quoteName */.AB)(baseDomain);
    const parts = (0,dns_answer/* asked */.NZ)(answer);
    const facts = {
        baseDomain: base,
        dnssec: statusWords(publication),
        records: recordFacts(records, encounter),
    };
    const outcome = { seconds: answer.seconds, facts };
    if (publication.status === "insecure") {
        const why = publication.of === "records"
            ? (0,quote/* words */.aL) `they are not signed with DNSSEC`
            : (0,quote/* words */.aL) `the addresses of this host are not signed with DNSSEC`;
        const findings = [
            (0,judge_outcome/* raise */.xl)("dane-insecure", { base, why }, parts),
            ...judgeRequired((0,quote/* words */.aL) `its TLSA records are not secured by DNSSEC`, subject, parts),
        ];
        return { ...outcome, findings, summary: (0,quote/* words */.aL) `not signed`, unproven: true };
    }
    const keys = $judge_checks_dane_keys_js().judgeKeys(publication, encounter, subject);
    const greylister = greylisterInFront(subject.dialog);
    if (greylister !== undefined)
        return { ...greylister, facts, findings: [...greylister.findings, ...keys] };
    if (status === "unseen") {
        const details = { base, why: UNSEEN(), would: wouldWords(publication, encounter) };
        const findings = [(0,judge_outcome/* raise */.xl)("dane-unseen", details, parts), ...keys];
        return { ...outcome, findings, summary: (0,quote/* words */.aL) `unseen`, unproven: true };
    }
    const usable = records.filter(({ unusable }) => unusable === undefined);
    const shared = [...keys, ...judgeMx(subject)];
    if (usable.length === 0) {
        const why = unusableWords(records);
        const findings = [
            ...judgeTls(base, encounter, subject),
            (0,judge_outcome/* raise */.xl)("dane-unusable", { base, why }, parts),
            ...judgeRequired((0,quote/* words */.aL) `no TLSA record is usable`, subject, parts),
            ...shared,
        ];
        return { ...outcome, findings: ofZone(findings, publication), summary: (0,quote/* words */.aL) `unusable`, unproven: true };
    }
    if (usable.length < records.length)
        shared.push((0,judge_outcome/* raise */.xl)("dane-record-unusable", { base, why: unusableWords(records) }, parts));
    switch (encounter.tls) {
        case "unobserved":
            return keys.length === 0
                ? undefined
                : { ...outcome, findings: keys, summary: (0,quote/* words */.aL) `not reached`, unproven: true };
        case "unknown": {
            const why = (0,quote/* words */.aL) `whether its certificate matches could not be seen (${encounter.why})`;
            const findings = [(0,judge_outcome/* raise */.xl)("dane-unseen", { base, why, would: SECOND_LOOK() }, parts), ...keys];
            return { ...outcome, findings, summary: (0,quote/* words */.aL) `not seen`, unproven: true };
        }
        case "none": {
            const findings = [...judgeTls(base, encounter, subject), ...shared];
            return { ...outcome, findings: ofZone(findings, publication), summary: (0,quote/* words */.aL) `no TLS`, unproven: true };
        }
        case "done": {
            const { verification } = encounter;
            const findings = [...$judge_checks_dane_certificate_findings_js().judgeVerification(publication, encounter, subject), ...shared];
            const rollover = $judge_checks_dane_verification_js().rolloverOf(verification, (record) => subject.matchedElsewhere.has(JSON.stringify(record)));
            return {
                seconds: answer.seconds,
                findings: ofZone(findings, publication),
                summary: $judge_checks_dane_certificate_findings_js().summarise(verification),
                facts: { ...facts, ...(verification.by !== undefined && { rollover: (0,quote/* quote */.hD)(rollover) }) },
                unproven: verification.by === undefined,
            };
        }
    }
}
var UNSEEN$made;
function UNSEEN() { return UNSEEN$made ??= ((0,quote/* words */.aL) `this run could not see whether DNSSEC secures them`); }
var SECOND_LOOK$made;
function SECOND_LOOK() { return SECOND_LOOK$made ??= ((0,quote/* words */.aL) `Run again; nothing is claimed about DANE here`); }
function judgeMx({ nextHop, domain }) {
    if (nextHop?.mx?.dnssec !== "insecure")
        return [];
    return [(0,judge_outcome/* raise */.xl)("dane-mx-insecure", { domain: (0,quote/* quoteName */.AB)(domain) }, (0,dns_answer/* asked */.NZ)(nextHop.mx))];
}
function judgeTls(base, encounter, { dialog }) {
    if (encounter.tls !== "none")
        return [];
    const { how, resultType } = encounter;
    const others = sendersWithoutTls("starttls-not-offered", dialog);
    const dane = (0,quote/* words */.aL) `senders that use DANE do not deliver here, neither with TLS nor without`;
    const senders = others === undefined ? dane : (0,quote/* words */.aL) `${dane}; ${others}`;
    return [(0,judge_outcome/* raise */.xl)("dane-no-tls", { base, how }, { resultType, senders })];
}
function ofZone(findings, { status, answer }) {
    if (status !== "zone-file")
        return [...findings];
    const file = (0,quote/* quote */.hD)(answer.zoneFile?.file ?? "", 255);
    return findings.map((finding) => ({
        ...finding,
        evidence: finding.evidence ?? (0,quote/* words */.aL) `TLSA records of ${file}: judged as if the zone were signed and live`,
    }));
}

;// CONCATENATED MODULE: ./lib/judge/checks/delivery.js





var $judge_replies_comparison_js$made;
function $judge_replies_comparison_js() { return $judge_replies_comparison_js$made ??= late["judge/replies/comparison.js"](); }


var deliveryCheck$made;
function deliveryCheck() { return deliveryCheck$made ??= ({
    id: "delivery",
    scope: "endpoint",
    title: "Delivery",
    observes: "the reply to the domain's own postmaster, in a transaction of its own; never DATA, so nothing is ever sent",
    passes: "it is accepted: the server accepts mail for the domain that names it as MX",
    shortHead: "del",
    weight: 15,
    needs: { depth: "starttls", delivery: true },
    judge(subject) {
        const { dialog, endpoint, domain, kind } = subject;
        if ((endpoint.asked.delivery ?? "off") === "off")
            return (0,judge_outcome/* notAskedFor */.$7)();
        if (endpoint.submission === true || kind === "server")
            return doesNotApply(endpoint.submission === true);
        const greylister = greylisterInFront(dialog);
        if (greylister !== undefined)
            return greylister;
        const { sample, notAsked } = endpoint.postmasters ?? {};
        if (sample !== undefined && !sample.includes(domain))
            return notSampled(sample.length);
        const answered = (0,answers/* ownAnswer */.Hx)(dialog.attempts, domain);
        if (answered !== undefined)
            return judgeAnswer(answered, subject);
        if (notAsked !== undefined)
            return judgeNotAsked(notAsked);
        return judgeSilence(subject);
    },
}); }
function doesNotApply(submission) {
    const reason = submission
        ? (0,quote/* words */.aL) `a submission service accepts no mail from other servers`
        : (0,quote/* words */.aL) `named without a domain`;
    return {
        findings: [],
        summary: (0,quote/* words */.aL) `does not apply`,
        seconds: 0,
        skip: { because: "inapplicable", reason },
    };
}
function notSampled(size) {
    const reason = (0,quote/* words */.aL) `not in the sample of ${size} domains`;
    return { findings: [], summary: reason, seconds: 0, skip: { because: "not-asked", reason } };
}
var notAskedBecause$made;
function notAskedBecause() { return notAskedBecause$made ??= ({
    refusals: (0,quote/* words */.aL) `it refused five others before, so the test stopped`,
    limit: (0,quote/* words */.aL) `too many domains share it for one run`,
}); }
function judgeNotAsked({ domains, because }) {
    const reason = notAskedBecause()[because];
    return {
        findings: [(0,judge_outcome/* raise */.xl)("delivery-not-asked", { count: domains, reason })],
        summary: (0,quote/* words */.aL) `not asked`,
        seconds: 0,
        unproven: true,
    };
}
function judgeSilence({ dialog, endpoint }) {
    const { foreign, own } = dialog.attempts;
    const last = (0,answers/* answerTo */.oy)([...foreign, ...[...own.values()].flat()].slice(-1));
    if (last === undefined)
        return undefined;
    if ((0,answers/* replyOf */.Me)(last) === undefined)
        return unanswered(last, { dialog, endpoint });
    const ending = (0,endings/* sessionFinding */.eW)(last.attempt.rset ?? {}, (0,quote/* words */.aL) `RSET`, { dialog, endpoint });
    if (ending !== undefined)
        return { findings: [ending], summary: (0,quote/* words */.aL) `no answer`, seconds: 0, unproven: true };
    if (own.size === 0)
        return undefined;
    const reason = (0,quote/* words */.aL) `this run did not ask about the domain`;
    return { findings: [], summary: (0,quote/* words */.aL) `not asked`, seconds: 0, skip: { because: "inconclusive", reason } };
}
function unanswered(answered, subject) {
    const finding = (0,endings/* unansweredFinding */.Wh)(answered, subject);
    return { findings: [finding], summary: (0,quote/* words */.aL) `no answer`, seconds: 0, unproven: true };
}
function judgeAnswer(answered, subject) {
    const { dialog, endpoint } = subject;
    const reply = (0,answers/* replyOf */.Me)(answered);
    if (reply === undefined)
        return unanswered(answered, subject);
    const compared = $judge_replies_comparison_js().compareAnswers({
        foreign: (0,answers/* asRead */.vl)((0,answers/* answerTo */.oy)(dialog.attempts.foreign), endpoint.host),
        own: (0,answers/* asRead */.vl)(answered, endpoint.host),
    });
    const { delivery: outcome } = compared;
    if (outcome === undefined)
        throw new Error("an answer that was read has an outcome");
    const said = (0,endings/* replyWords */.uU)(reply);
    const nullSender = nullSenderRefused(answered, subject);
    const facts = {
        insideTls: answered.attempt.inTls,
        ownPostmaster: said,
        ...(nullSender !== undefined && { nullSender }),
    };
    const { seconds } = reply;
    if (outcome.code === undefined)
        return { findings: [], summary: (0,quote/* words */.aL) `accepted`, facts, seconds };
    const findings = [raiseFor(outcome.code, answered, { ...compared, outcome, said }, subject)];
    if (outcome.result === "skip") {
        const reason = (0,quote/* words */.aL) `deferred by greylisting`;
        return {
            findings,
            summary: (0,quote/* words */.aL) `greylisted`,
            facts,
            seconds,
            skip: { because: "inconclusive", reason },
        };
    }
    return {
        findings,
        summary: summaries()[outcome.code],
        facts,
        seconds,
        unproven: outcome.result === "finding",
    };
}
function nullSenderRefused({ attempt }, { dialog, domain }) {
    if (attempt.sender === "")
        return undefined;
    const first = dialog.attempts.own.get(domain)?.find(({ sender }) => sender === "");
    const reply = first && (first.rcpt ?? first.mail).reply;
    return reply && (0,endings/* replyWords */.uU)(reply);
}
var summaries$made;
function summaries() { return summaries$made ??= ({
    "domain-not-served": (0,quote/* words */.aL) `not served`,
    "login-required": (0,quote/* words */.aL) `login required`,
    "delivery-failing": (0,quote/* words */.aL) `failing`,
    "delivery-not-tested": (0,quote/* words */.aL) `not tested`,
    "delivery-deferred": (0,quote/* words */.aL) `deferred`,
    "delivery-unclear": (0,quote/* words */.aL) `unclear`,
    "postmaster-refused": (0,quote/* words */.aL) `served`,
    "delivery-greylisted": (0,quote/* words */.aL) `greylisted`,
    "session-deferred": (0,quote/* words */.aL) `no answer`,
}); }
var FOREIGN_TO_IT$made;
function FOREIGN_TO_IT() { return FOREIGN_TO_IT$made ??= ((0,quote/* words */.aL) `, because it does not relay for the domain: it says the same about a foreign recipient`); }
var RELAYING_FOR_NOW$made;
function RELAYING_FOR_NOW() { return RELAYING_FOR_NOW$made ??= ({
    severity: "error",
    remedy: (0,quote/* words */.aL) `Add the domain to the server (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exchange: accepted domains), or take the MX record out. Postfix says 454 in place of 554 because of defer_unauth_destination in smtpd_relay_restrictions, or soft_bounce = yes.`,
    senders: (0,quote/* words */.aL) `senders keep the mail, try again for days, and then bounce it`,
}); }
var POSTMASTER_DEFERRED$made;
function POSTMASTER_DEFERRED() { return POSTMASTER_DEFERRED$made ??= ((0,quote/* words */.aL) `senders keep mail to postmaster, try again for days, and then bounce it; other recipients were not asked for`); }
function raiseFor(code, answered, { outcome, sameWords, forNow, said }, subject) {
    const domain = (0,quote/* quote */.hD)(subject.domain, 255);
    const number = answered.step.reply?.code ?? 0;
    const { sender, recipient } = answered.attempt;
    const parts = {
        evidence: said,
        expected: (0,quote/* words */.aL) `250`,
        actual: (0,quote/* words */.aL) `${number}`,
        envelope: { sender, recipient: recipient === "" ? `postmaster@${subject.domain}` : recipient },
    };
    switch (code) {
        case "delivery-not-tested": {
            const reason = outcome.meaning === "tls"
                ? (0,quote/* words */.aL) `the server requires TLS, which failed`
                : (0,quote/* words */.aL) `the server refuses this client, its EHLO name or its sender with ${number}`;
            return (0,judge_outcome/* raise */.xl)(code, { domain, reason }, { ...parts, ...(outcome.meaning === "tls" && (0,endings/* TLS_FIRST */.jK)()) });
        }
        case "delivery-unclear": {
            const reason = sameWords
                ? (0,quote/* words */.aL) `with the same text as for a foreign recipient`
                : (0,quote/* words */.aL) `without saying why`;
            return (0,judge_outcome/* raise */.xl)(code, { domain, code: number, reason }, parts);
        }
        case "session-deferred":
            return (0,endings/* sessionFinding */.eW)(answered.step, (0,quote/* words */.aL) `RCPT`, subject) ?? (0,endings/* abortedFinding */.R6)();
        case "delivery-deferred":
            return outcome.meaning === "relaying" && sameWords && !forNow
                ? (0,judge_outcome/* raise */.xl)(code, { domain, code: number, why: FOREIGN_TO_IT() }, { ...parts, ...RELAYING_FOR_NOW() })
                : (0,judge_outcome/* raise */.xl)(code, { domain, code: number, why: (0,quote/* words */.aL) `` }, parts);
        case "domain-not-served":
            return (0,judge_outcome/* raise */.xl)(code, { domain, code: number, reason: notServed(subject) }, { ...parts, ...advice(subject) });
        case "postmaster-refused":
            return (0,judge_outcome/* raise */.xl)(code, { domain, code: number }, { ...parts, ...(number < 500 && { senders: POSTMASTER_DEFERRED() }) });
        case "login-required":
        case "delivery-failing":
        case "delivery-greylisted":
            return (0,judge_outcome/* raise */.xl)(code, { domain, code: number }, parts);
    }
}
function notServed({ implicitMx }) {
    return implicitMx
        ? (0,quote/* words */.aL) `this name has an address but no MX record, so it may be a host and not a mail domain`
        : (0,quote/* words */.aL) `it does not serve the domain that names it as MX`;
}
function advice({ implicitMx, domain, endpoint }) {
    if (!implicitMx)
        return {};
    const server = (0,quote/* quote */.hD)(endpoint.port === 25 ? domain : (0,text_address/* hostPort */.QL)(domain, endpoint.port), 255);
    return {
        remedy: (0,quote/* words */.aL) `To test a server, use servers: ${server}, or name the domain whose mail it takes. For a mail domain, publish an MX record, and add the domain to the server that it names.`,
    };
}

;// CONCATENATED MODULE: ./lib/judge/checks/ehlo.js






var ehloCheck$made;
function ehloCheck() { return ehloCheck$made ??= ({
    id: "ehlo",
    scope: "endpoint",
    title: "EHLO",
    observes: "the reply to EHLO and every extension, before and after TLS",
    passes: "250, and the extensions that you ask for",
    shortHead: "ehlo",
    weight: 5,
    needs: { depth: "ehlo" },
    judge(subject) {
        const { hello, helloInTls, tls } = subject.dialog;
        if (hello === undefined)
            return undefined;
        const findings = judgeReply(hello, (0,quote/* words */.aL) ``, subject);
        const answered = hello.reply?.code === 250;
        if (answered && hello.verb === "HELO")
            findings.push((0,judge_outcome/* raise */.xl)("ehlo-helo-only", {}, evidenceOf(hello)));
        if (answered)
            findings.push(...judgeAuth(hello, subject));
        if (helloInTls !== undefined && helloInTls.ended?.how !== "tls-error") {
            const inside = judgeReply(helloInTls, (0,quote/* words */.aL) ` inside TLS`, subject).map(insideTls);
            findings.push(...inside.map((each) => ({ ...each, senders: sendersWithoutTls(each.code, subject.dialog) })));
        }
        const inside = tls?.outcome === "done" ? helloInTls : undefined;
        if (answered)
            findings.push(...judgeForbidden(hello, inside, subject));
        const offered = [...hello.extensions, ...(inside?.extensions ?? [])];
        const current = inside?.reply?.code === 250 ? inside : hello;
        if (current.reply?.code === 250)
            findings.push(...judgeExtensions(hello, current, subject));
        const extensions = [...new Set(offered.map((each) => wordsOf(each)))];
        return {
            findings,
            summary: answered
                ? hello.verb === "HELO"
                    ? (0,quote/* words */.aL) `HELO only`
                    : (0,plural/* plural */.LS)(current.extensions.length, "extension")
                : noAnswer(hello),
            facts: { extensions },
            seconds: hello.reply?.seconds ?? 0,
            unproven: !answered,
        };
    },
}); }
function insideTls(raised) {
    const kind = (0,registry/* describe */.q0)(raised.code).confirm;
    if (kind === "smtp-ehlo")
        return { ...raised, confirm: "smtp-ehlo-in-tls" };
    return kind === "raw-ehlo" ? { ...raised, confirm: "raw-ehlo-in-tls" } : raised;
}
function wordsOf(extension) {
    return (0,quote/* quoteWire */.aT)(`${extension.keyword} ${extension.parameters}`.trim(), 200);
}
function noAnswer(hello) {
    return hello.reply === undefined ? (0,quote/* words */.aL) `no answer` : (0,quote/* words */.aL) `${hello.reply.code}`;
}
function evidenceOf(step) {
    return step.reply === undefined ? {} : { evidence: (0,endings/* replyWords */.uU)(step.reply) };
}
function judgeReply(step, where, subject) {
    const seconds = subject.endpoint.replyTimeout;
    const { reply, ended } = step;
    if (ended !== undefined) {
        const evidence = (0,endings/* partialWords */.zY)(ended);
        const parts = evidence === undefined ? {} : { evidence };
        switch (ended.how) {
            case "aborted":
                return [(0,endings/* abortedFinding */.R6)()];
            case "timeout":
                return [(0,judge_outcome/* raise */.xl)("ehlo-timeout", { where, seconds }, parts)];
            case "malformed":
                return [(0,judge_outcome/* raise */.xl)("ehlo-malformed", { where }, parts)];
            case "closed":
            case "reset":
            case "error":
            case "tls-error":
                return [
                    (0,judge_outcome/* raise */.xl)("ehlo-closed", { where, how: (0,endings/* howClosed */.BI)(ended), again: (0,endings/* againWords */.WO)(subject.dialog) }, parts),
                ];
            case "line-limit":
            case "lines-limit":
            case "bytes-limit": {
                const finding = (0,endings/* sessionFinding */.eW)(step, (0,quote/* words */.aL) `EHLO${where}`, subject);
                return finding === undefined ? [] : [finding];
            }
        }
    }
    if (reply === undefined || reply.code === 250)
        return [];
    const evidence = { evidence: (0,endings/* replyWords */.uU)(reply) };
    const { code } = reply;
    if (code === 421) {
        const finding = (0,endings/* sessionFinding */.eW)(step, (0,quote/* words */.aL) `EHLO${where}`, subject);
        return finding === undefined ? [] : [finding];
    }
    if (step.verb === "HELO" && (code === 500 || code === 502))
        return [(0,judge_outcome/* raise */.xl)("ehlo-refused", { code }, evidence)];
    if (code >= 400)
        return [(0,judge_outcome/* raise */.xl)("ehlo-client-refused", { code }, evidence)];
    return [(0,judge_outcome/* raise */.xl)("ehlo-malformed", { where }, { ...evidence, expected: (0,quote/* words */.aL) `250`, actual: (0,quote/* words */.aL) `${code}` })];
}
function judgeAuth(hello, subject) {
    if (subject.endpoint.tlsMode === "implicit")
        return [];
    const mechanisms = hello.extensions
        .filter((extension) => extension.keyword === "AUTH")
        .flatMap((extension) => extension.parameters.toUpperCase().split(/\s+/))
        .filter((mechanism) => mechanism === "PLAIN" || mechanism === "LOGIN");
    if (mechanisms.length === 0)
        return [];
    const shown = (0,quote/* joinWords */.yZ)([...new Set(mechanisms)].map((mechanism) => (0,quote/* quote */.hD)(`AUTH ${mechanism}`)), ", ");
    return [(0,judge_outcome/* raise */.xl)("ehlo-auth-in-clear", { mechanisms: shown }, evidenceOf(hello))];
}
function judgeForbidden(hello, inside, subject) {
    const offers = (step, keyword) => step?.extensions.some((extension) => extension.keyword === keyword) === true;
    return subject.thresholds["forbid-extensions"].flatMap((keyword) => {
        const before = offers(hello, keyword);
        const within = offers(inside, keyword);
        if (!before && !within)
            return [];
        const where = before === within || inside === undefined ? (0,quote/* words */.aL) `` : before ? (0,quote/* words */.aL) ` before TLS` : (0,quote/* words */.aL) ` inside TLS`;
        const parts = {
            expected: (0,quote/* words */.aL) `no ${(0,quote/* quote */.hD)(keyword)}`,
            ...evidenceOf(before || inside === undefined ? hello : inside),
        };
        return [(0,judge_outcome/* raise */.xl)("ehlo-forbidden-extension", { keyword: (0,quote/* quote */.hD)(keyword), where }, parts)];
    });
}
function judgeExtensions(hello, current, subject) {
    const offered = new Set(current.extensions.map((extension) => extension.keyword));
    if (hello.extensions.some((extension) => extension.keyword === "STARTTLS"))
        offered.add("STARTTLS");
    const missing = subject.thresholds["require-extensions"].filter((keyword) => !offered.has(keyword));
    const actual = (0,quote/* joinWords */.yZ)([...offered].sort().map((keyword) => (0,quote/* quoteWire */.aT)(keyword, 40)), ", ");
    return missing.map((keyword) => (0,judge_outcome/* raise */.xl)("ehlo-missing-extension", { keyword: (0,quote/* quote */.hD)(keyword) }, { expected: (0,quote/* quote */.hD)(keyword), actual }));
}

// EXTERNAL MODULE: ./lib/judge/checks/mta-sts/state.js
var mta_sts_state = __webpack_require__(62);
// EXTERNAL MODULE: ./lib/judge/checks/mta-sts/reasons.js
var reasons = __webpack_require__(3526);
// EXTERNAL MODULE: ./lib/judge/checks/mta-sts/required.js
var mta_sts_required = __webpack_require__(7706);
;// CONCATENATED MODULE: ./lib/judge/checks/mta-sts/mta-sts.js






var $judge_checks_mta_sts_published_js$made;
function $judge_checks_mta_sts_published_js() { return $judge_checks_mta_sts_published_js$made ??= late["judge/checks/mta-sts/published.js"](); }


var mtaStsCheck$made;
function mtaStsCheck() { return mtaStsCheck$made ??= ({
    id: "mta-sts",
    scope: "domain",
    afterEndpoints: true,
    title: "MTA-STS",
    observes: "the `_mta-sts` record, the policy at `https://mta-sts.DOMAIN`, its MX patterns, and what the endpoints' own checks found",
    passes: "every MX host is listed and satisfies the policy; skipped where nothing is published",
    judge(subject) {
        const { mtaSts } = subject.domain;
        if (mtaSts === undefined)
            return undefined;
        const state = (0,mta_sts_state/* stsStateOf */.rn)(mtaSts);
        return { ...judgeState(state, subject, mtaSts.record), seconds: mtaSts.seconds };
    },
}); }
function judgeState(state, subject, answer) {
    const question = (0,dns_answer/* asked */.NZ)(answer);
    switch (state.kind) {
        case "unanswered": {
            if (answer.outcome === "aborted")
                return { findings: [(0,endings/* abortedFinding */.R6)()], summary: (0,quote/* words */.aL) `not reached` };
            const what = (0,quote/* words */.aL) `It is unknown whether ${(0,quote/* quoteName */.AB)(subject.domain.name)} has an MTA-STS policy: TXT ${(0,quote/* quoteName */.AB)(answer.name)} got ${(0,dns_answer/* gaveWords */.x4)(answer)}`;
            const remedy = (0,quote/* words */.aL) `Correct what the name servers answer for _mta-sts, or name a resolver that gets an answer (dns-server).`;
            const finding = (0,judge_outcome/* raise */.xl)("mta-sts-unseen", { what }, { confirm: "dig-question", remedy, ...question });
            return { findings: [finding], summary: (0,quote/* words */.aL) `not seen` };
        }
        case "none":
            return (0,mta_sts_required/* judgeAbsence */.B)(subject, (0,quote/* words */.aL) `it publishes no MTA-STS policy`, (0,quote/* words */.aL) `not published`, question);
        case "invalid": {
            const { fault, texts } = state.record;
            const evidence = (0,quote/* joinWords */.yZ)(texts.slice(0, 3).map((text) => (0,quote/* quoteWire */.aT)(text, 200)), " | ");
            const invalid = (0,judge_outcome/* raise */.xl)("mta-sts-record-invalid", { why: (0,reasons/* RECORD_FAULTS */.mY)()[fault] }, { evidence, ...question });
            const required = (0,mta_sts_required/* judgeRequired */.l)(subject, (0,quote/* words */.aL) `senders ignore its _mta-sts record`, question);
            return { findings: [invalid, ...required], summary: (0,quote/* words */.aL) `record not valid` };
        }
        case "published":
            return $judge_checks_mta_sts_published_js().judgePublished(state, subject, question);
    }
}

// EXTERNAL MODULE: ./lib/judge/checks/mx.js + 2 modules
var mx = __webpack_require__(2887);
;// CONCATENATED MODULE: ./lib/judge/checks/relay.js







var relay_$judge_replies_comparison_js$made;
function relay_$judge_replies_comparison_js() { return relay_$judge_replies_comparison_js$made ??= late["judge/replies/comparison.js"](); }

var relayCheck$made;
function relayCheck() { return relayCheck$made ??= ({
    id: "relay",
    scope: "endpoint",
    title: "Open relay",
    observes: "the reply to a foreign recipient; never DATA, so nothing is ever sent",
    passes: "it is refused",
    shortHead: "relay",
    weight: 10,
    needs: { depth: "starttls", relay: true },
    judge(subject) {
        const { dialog, endpoint } = subject;
        if (endpoint.asked.relay === "off")
            return (0,judge_outcome/* notAskedFor */.$7)();
        const greylister = greylisterInFront(dialog);
        if (greylister !== undefined)
            return greylister;
        const answered = (0,answers/* answerTo */.oy)(dialog.attempts.foreign);
        if (answered === undefined)
            return undefined;
        const formsTried = dialog.relayForms.flatMap(({ recipients }) => recipients).length;
        const judged = judgeForms(relay_judgeAnswer(answered, formsTried, subject), subject);
        const reply = (0,answers/* replyOf */.Me)(answered);
        return {
            ...judged,
            facts: {
                insideTls: answered.attempt.inTls,
                ...(reply && { foreignRecipient: (0,endings/* replyWords */.uU)(reply) }),
                ...(formsTried > 0 && { formsTried }),
            },
            seconds: reply?.seconds ?? 0,
        };
    },
}); }
function relay_judgeAnswer(answered, formsTried, subject) {
    const { dialog, endpoint, domain } = subject;
    const reply = (0,answers/* replyOf */.Me)(answered);
    if (reply === undefined)
        return { findings: [(0,endings/* unansweredFinding */.Wh)(answered, subject)], summary: (0,quote/* words */.aL) `no answer` };
    const closed = (0,quote/* words */.aL) `closed (${(0,plural/* plural */.LS)(1 + formsTried, "form")})`;
    if (endpoint.submission === true && reply.code >= 500)
        return { findings: [], summary: closed };
    const comparison = relay_$judge_replies_comparison_js().compareAnswers({
        foreign: (0,answers/* asRead */.vl)(answered, endpoint.host),
        own: (0,answers/* asRead */.vl)((0,answers/* ownAnswer */.Hx)(dialog.attempts, domain) ?? anyOwnAnswer(subject), endpoint.host),
    });
    const outcome = comparison.relay;
    if (outcome === undefined)
        throw new Error("an answer that was read has an outcome");
    if (outcome.code === undefined)
        return { findings: [], summary: closed };
    const finding = relay_raiseFor(outcome.code, answered, reply, comparison, subject);
    const summary = relay_summaries()[outcome.code];
    if (outcome.result !== "skip")
        return { findings: [finding], summary };
    return {
        findings: [finding],
        summary,
        skip: { because: "inconclusive", reason: (0,quote/* words */.aL) `deferred by greylisting` },
    };
}
function anyOwnAnswer({ dialog }) {
    for (const attempts of dialog.attempts.own.values()) {
        const answered = (0,answers/* answerTo */.oy)(attempts);
        if (answered !== undefined && (0,answers/* replyOf */.Me)(answered) !== undefined)
            return answered;
    }
    return undefined;
}
var relay_summaries$made;
function relay_summaries() { return relay_summaries$made ??= ({
    "relay-open": (0,quote/* words */.aL) `open`,
    "relay-not-tested": (0,quote/* words */.aL) `not tested`,
    "relay-deferred": (0,quote/* words */.aL) `deferred`,
    "relay-rejected-otherwise": (0,quote/* words */.aL) `refused`,
    "relay-greylisted": (0,quote/* words */.aL) `greylisted`,
    "session-deferred": (0,quote/* words */.aL) `no answer`,
}); }
function relay_raiseFor(code, answered, reply, comparison, subject) {
    const evidence = (0,endings/* replyWords */.uU)(reply);
    switch (code) {
        case "relay-open": {
            const recipient = (0,quote/* quoteWire */.aT)(answered.attempt.recipient);
            const expected = (0,quote/* words */.aL) `refused (550 or 554, relaying denied)`;
            const said = (0,quote/* words */.aL) `${evidence} (at RCPT, where the test stops: nothing is sent)`;
            const actual = (0,quote/* words */.aL) `${reply.code}`;
            return (0,judge_outcome/* raise */.xl)(openCode(subject), { recipient }, { evidence: said, expected, actual });
        }
        case "relay-not-tested":
            return (0,judge_outcome/* raise */.xl)(code, { reason: reasonOf(answered, reply, comparison) }, { evidence, ...(comparison.relay?.meaning === "tls" && (0,endings/* TLS_FIRST */.jK)()) });
        case "relay-deferred": {
            const why = comparison.relay?.meaning === "trouble" ? (0,quote/* words */.aL) ` because of a fault of the server` : (0,quote/* words */.aL) ``;
            return (0,judge_outcome/* raise */.xl)(code, { code: reply.code, why }, { evidence });
        }
        case "relay-rejected-otherwise":
        case "relay-greylisted":
            return (0,judge_outcome/* raise */.xl)(code, { code: reply.code }, { evidence });
        case "session-deferred":
            return (0,endings/* sessionFinding */.eW)(answered.step, (0,quote/* words */.aL) `RCPT`, subject) ?? (0,endings/* abortedFinding */.R6)();
    }
}
function reasonOf({ command, attempt }, reply, { relay, sameWords }) {
    const { code } = reply;
    if (code < 400)
        return (0,quote/* words */.aL) `the server answers ${(0,quote/* quote */.hD)(command)} with ${code}, which is no answer to it`;
    switch (relay?.meaning) {
        case "tls":
            return (0,quote/* words */.aL) `the server requires TLS, which failed (${code})`;
        case "domain": {
            const recipient = (0,quote/* quoteWire */.aT)(attempt.recipient);
            return (0,quote/* words */.aL) `the server refuses the domain of ${recipient} with ${code}; set relay-recipient to an address that accepts mail`;
        }
        case "client":
            return command === "MAIL"
                ? (0,quote/* words */.aL) `the server refuses the sender ${(0,quote/* quote */.hD)(`<${attempt.sender}>`)} or this client with ${code}`
                : (0,quote/* words */.aL) `the server refuses this client, its EHLO name or its sender with ${code}`;
        default:
            return sameWords
                ? (0,quote/* words */.aL) `the server refuses its own postmaster and a stranger in the same words (${code})`
                : (0,quote/* words */.aL) `the words of its refusal (${code}) do not say whether it is of relaying`;
    }
}
function openCode({ endpoint }) {
    const forUsOnly = endpoint.scope !== "public" || endpoint.sharesOurNetwork || endpoint.reachedBy !== undefined;
    return forUsOnly ? "relay-open-to-us" : "relay-open";
}
function judgeForms(basic, subject) {
    const tried = subject.dialog.relayForms.flatMap(({ sender, recipients }) => recipients.map((recipient) => ({ ...recipient, envelope: { sender, recipient: recipient.address } })));
    const taken = tried.filter((recipient) => recipient.kind === "foreign" && (0,observation/* isAccepted */.oB)(recipient));
    const plain = taken.find(({ foreignDomain }) => foreignDomain !== false);
    if (plain?.reply !== undefined) {
        const code = openCode(subject);
        const evidence = (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(plain.form ?? "")}: ${(0,quote/* quoteWire */.aT)(plain.address)} -> ${(0,endings/* replyWords */.uU)(plain.reply)}`;
        const parts = {
            envelope: plain.envelope,
            evidence,
            expected: (0,quote/* words */.aL) `refused (550 or 554, relaying denied)`,
            actual: (0,quote/* words */.aL) `${plain.reply.code}`,
        };
        return { findings: [(0,judge_outcome/* raise */.xl)(code, { recipient: (0,quote/* quoteWire */.aT)(plain.address) }, parts)], summary: (0,quote/* words */.aL) `open` };
    }
    if (taken.length === 0)
        return basic;
    const forms = (0,quote/* joinWords */.yZ)(taken.map(({ form }) => (0,quote/* quote */.hD)(form ?? "")), ", ");
    const everything = tried.some((recipient) => recipient.kind === "random-local" && (0,observation/* isAccepted */.oB)(recipient));
    const listed = (0,quote/* joinWords */.yZ)(taken.map(({ address }) => (0,quote/* quoteWire */.aT)(`<${address}>`)), " ");
    const evidence = everything ? (0,quote/* words */.aL) `${listed}; a random local part of its own is accepted, too` : listed;
    return {
        findings: [
            ...basic.findings,
            (0,judge_outcome/* raise */.xl)("relay-odd-forms", { forms }, { evidence, envelope: taken[0]?.envelope }),
        ],
        summary: (0,quote/* words */.aL) `unusual forms`,
    };
}

;// CONCATENATED MODULE: ./lib/judge/checks/starttls.js





var starttlsCheck$made;
function starttlsCheck() { return starttlsCheck$made ??= ({
    id: "starttls",
    scope: "endpoint",
    title: "STARTTLS",
    observes: "offer, handshake, version, cipher; whether TLS 1.0 and 1.1 are still taken; bytes in the clear behind",
    passes: "handshake done, version 1.2 or newer, nothing behind the 220",
    shortHead: "tls",
    weight: 25,
    needs: { depth: "starttls", floor: true },
    judge(subject) {
        const { dialog, endpoint } = subject;
        const greylister = greylisterInFront(dialog);
        if (greylister !== undefined)
            return greylister;
        if (endpoint.tlsMode === "starttls" && dialog.starttls === undefined)
            return undefined;
        if (dialog.starttls === undefined && dialog.tls === undefined)
            return undefined;
        const findings = [...judgeCommand(subject), ...judgeHandshake(subject), ...judgeFloor(subject)];
        if (dialog.flaky)
            findings.push((0,judge_outcome/* raise */.xl)("starttls-flaky", {}));
        if (dialog.smallHelloOnly)
            findings.push((0,judge_outcome/* raise */.xl)("tls-large-hello", {}));
        return {
            findings: findings.map((each) => ({ ...each, senders: sendersWithoutTls(each.code, dialog) })),
            summary: starttls_summarise(subject),
            facts: handshakeFacts(dialog.tls),
            unproven: dialog.tls?.outcome !== "done" || dialog.helloInTls?.ended?.how === "tls-error",
            seconds: (dialog.starttls?.reply?.seconds ?? 0) + (dialog.tls?.seconds ?? 0),
        };
    },
}); }
function starttls_summarise({ dialog }) {
    if (dialog.tls?.outcome === "done" && dialog.helloInTls?.ended?.how !== "tls-error")
        return versionName(dialog.tls.version);
    if (dialog.starttls?.announced === false)
        return (0,quote/* words */.aL) `not offered`;
    if (dialog.tls !== undefined)
        return dialog.tls.outcome === "timeout" ? (0,quote/* words */.aL) `timed out` : (0,quote/* words */.aL) `handshake failed`;
    return dialog.starttls?.reply === undefined ? (0,quote/* words */.aL) `no answer` : (0,quote/* words */.aL) `${dialog.starttls.reply.code}`;
}
function versionName(version) {
    if (version === undefined)
        return (0,quote/* words */.aL) `TLS`;
    return (0,quote/* quote */.hD)(version.replace(/^TLSv1$/, "TLSv1.0").replace("TLSv", "TLS "), 20);
}
function handshakeFacts(tls) {
    if (tls?.outcome !== "done")
        return {};
    return {
        tlsVersion: versionName(tls.version),
        cipher: (0,quote/* quote */.hD)(tls.cipher ?? "unknown"),
        ...(tls.keyExchange !== undefined && { keyExchange: (0,quote/* quote */.hD)(tls.keyExchange) }),
    };
}
function judgeCommand({ dialog, endpoint }) {
    const step = dialog.starttls;
    if (step === undefined)
        return [];
    const findings = [];
    if (!step.announced) {
        const hello = dialog.hello?.reply;
        findings.push((0,judge_outcome/* raise */.xl)("starttls-not-offered", {}, hello === undefined ? {} : { evidence: (0,endings/* replyWords */.uU)(hello) }));
        if (dialog.tls?.outcome === "done")
            findings.push((0,judge_outcome/* raise */.xl)("starttls-hidden", {}));
    }
    else if (step.ended?.how === "timeout") {
        findings.push((0,judge_outcome/* raise */.xl)("tls-timeout", { step: (0,quote/* words */.aL) `STARTTLS`, seconds: endpoint.replyTimeout }));
    }
    else if (step.ended?.how === "malformed") {
        const evidence = (0,endings/* partialWords */.zY)(step.ended);
        findings.push((0,judge_outcome/* raise */.xl)("tls-handshake-failed", { reason: (0,quote/* words */.aL) `the answer to STARTTLS is not an SMTP reply` }, { ...(evidence && { evidence }) }));
    }
    else if (step.reply !== undefined && step.reply.code !== 220 && step.reply.code !== 421) {
        findings.push((0,judge_outcome/* raise */.xl)("starttls-refused", { code: step.reply.code }, { evidence: (0,endings/* replyWords */.uU)(step.reply) }));
    }
    else {
        const finding = (0,endings/* sessionFinding */.eW)(step, (0,quote/* words */.aL) `STARTTLS`, { dialog, endpoint });
        if (finding !== undefined)
            findings.push(finding);
    }
    if (step.extraData !== undefined) {
        const evidence = (0,quote/* quoteWire */.aT)(step.extraData);
        findings.push((0,judge_outcome/* raise */.xl)("starttls-extra-data", { octets: step.extraData.length }, { evidence }));
    }
    return findings;
}
function judgeHandshake({ dialog, thresholds }) {
    const { tls } = dialog;
    if (tls === undefined || (dialog.starttls?.announced === false && tls.outcome !== "done"))
        return [];
    if (tls.outcome === "aborted")
        return [(0,endings/* abortedFinding */.R6)()];
    if (tls.outcome === "timeout")
        return [(0,judge_outcome/* raise */.xl)("tls-timeout", { step: (0,quote/* words */.aL) `The TLS handshake`, seconds: (0,judge_outcome/* forPeople */.zW)(tls.seconds) })];
    if (tls.outcome === "failed") {
        return [
            (0,judge_outcome/* raise */.xl)("tls-handshake-failed", { reason: failureWords(tls) }, failureEvidence(tls.failure?.code, tls.failure?.message)),
        ];
    }
    const alert = dialog.helloInTls?.ended;
    if (alert?.how === "tls-error") {
        const reason = (alert.code ?? "").includes("_ALERT_")
            ? (0,quote/* words */.aL) `the server ends TLS with an alert as soon as it is established (does it require a client certificate?)`
            : (0,quote/* words */.aL) `it is done, but the TLS library here cannot make sense of what follows`;
        return [(0,judge_outcome/* raise */.xl)("tls-handshake-failed", { reason }, failureEvidence(alert.code, undefined))];
    }
    const findings = [];
    const version = versionNumber(tls.version);
    const asked = Number(thresholds["min-tls-version"]);
    const shown = versionName(tls.version);
    if (version < asked) {
        const parts = { expected: (0,quote/* words */.aL) `TLS ${(0,quote/* quote */.hD)(thresholds["min-tls-version"])} or newer`, actual: shown };
        findings.push((0,judge_outcome/* raise */.xl)("tls-version-too-low", { version: shown, asked: (0,quote/* quote */.hD)(thresholds["min-tls-version"]) }, parts));
    }
    else if (version < 1.2) {
        findings.push((0,judge_outcome/* raise */.xl)("tls-legacy-accepted", { version: shown }));
    }
    if (version < 1.3)
        findings.push((0,judge_outcome/* raise */.xl)("tls-no-1.3", {}, { actual: shown }));
    if (isWeakCipher(tls.cipher ?? ""))
        findings.push((0,judge_outcome/* raise */.xl)("tls-weak-cipher", { cipher: (0,quote/* quote */.hD)(tls.cipher ?? "") }));
    return findings;
}
function versionNumber(version) {
    const match = /^TLSv1(?:\.(\d))?$/.exec(version ?? "");
    return match === null ? 0 : 1 + Number(match[1] ?? 0) / 10;
}
function isWeakCipher(cipher) {
    return /NULL|^A(?:EC)?DH-|[-_]anon[-_]|EXP(?:ORT)?|RC4|DES|MD5/i.test(cipher);
}
function failureWords(tls) {
    switch (tls.failure?.by) {
        case "peer-alert":
            return (0,quote/* words */.aL) `the server ends it with an alert`;
        case "peer-closed":
            return (0,quote/* words */.aL) `the server closes the connection during it`;
        case "peer-reset":
            return (0,quote/* words */.aL) `the server resets the connection during it`;
        case "not-tls":
            return (0,quote/* words */.aL) `what comes back is not TLS`;
        case "local":
        case undefined:
            return (0,quote/* words */.aL) `the TLS library here cannot make sense of it`;
    }
}
function failureEvidence(code, message) {
    const parts = [code, message].filter((part) => part !== undefined && part !== "");
    return parts.length === 0 ? {} : { evidence: (0,quote/* quote */.hD)(parts.join(": ")) };
}
function judgeFloor({ dialog, endpoint, thresholds }) {
    const { floor } = dialog;
    const modern = dialog.tls?.outcome === "done" && versionNumber(dialog.tls.version) >= 1.2;
    const ruledOut = thresholds.severity["tls-legacy-accepted"] === "error";
    if (!modern || (!endpoint.asked.floor && !ruledOut))
        return [];
    const severity = ruledOut ? "inconclusive" : "notice";
    const unknown = (reason) => [(0,judge_outcome/* raise */.xl)("tls-floor-unknown", { reason }, { severity })];
    if (!endpoint.asked.floor)
        return unknown((0,quote/* words */.aL) `tls-floor-test is off`);
    if (floor === undefined)
        return unknown((0,quote/* words */.aL) `the run ended before`);
    const { tls } = floor;
    if (tls === undefined) {
        const reply = (floor.starttls ?? floor.ehlo ?? floor.greeting)?.reply;
        if (reply !== undefined)
            return unknown((0,quote/* words */.aL) `the server answered the connection for this test with ${reply.code}`);
        return unknown((0,quote/* words */.aL) `the connection for this test did not get as far as TLS`);
    }
    if (tls.outcome === "done")
        return [
            (0,judge_outcome/* raise */.xl)("tls-legacy-accepted", { version: versionName(tls.version) }, { actual: (0,quote/* quote */.hD)(tls.cipher ?? "") }),
        ];
    if (tls.outcome === "timeout")
        return unknown((0,quote/* words */.aL) `the server left the old ClientHello unanswered`);
    if (tls.outcome === "aborted")
        return unknown((0,quote/* words */.aL) `the run ended before`);
    const refused = tls.failure?.by === "peer-alert" || tls.failure?.by === "peer-closed" || tls.failure?.by === "peer-reset";
    return refused ? [] : unknown((0,quote/* words */.aL) `this machine's TLS library could not try`);
}

// EXTERNAL MODULE: ./lib/sts/tls-rpt-record.js
var tls_rpt_record = __webpack_require__(1150);
;// CONCATENATED MODULE: ./lib/judge/checks/tls-rpt.js







var tlsRptCheck$made;
function tlsRptCheck() { return tlsRptCheck$made ??= ({
    id: "tls-rpt",
    scope: "domain",
    afterEndpoints: true,
    title: "TLS reporting",
    observes: "the `_smtp._tls` record, and whether DNS knows the hosts that it names; nothing is posted there",
    passes: "reports have somewhere to go; skipped where nothing is published",
    judge(subject) {
        const { tlsRpt } = subject.domain;
        return tlsRpt === undefined ? undefined : { ...judgeRecord(tlsRpt, subject), seconds: tlsRpt.seconds };
    },
}); }
function judgeRecord(observed, subject) {
    const { record: answer } = observed;
    const question = (0,dns_answer/* asked */.NZ)(answer);
    if (answer.outcome === "aborted")
        return { findings: [(0,endings/* abortedFinding */.R6)()], summary: (0,quote/* words */.aL) `not reached` };
    if (!isAnswered(answer)) {
        const summary = (0,quote/* words */.aL) `not seen`;
        const reason = lookupWords(answer);
        const unseen = (0,quote/* words */.aL) `whether it has any could not be seen (${reason})`;
        const required = tls_rpt_judgeRequired(subject, unseen, question).map((each) => ({
            ...each,
            severity: "inconclusive",
        }));
        if (required.length > 0)
            return { findings: required, summary };
        const what = (0,quote/* words */.aL) `It is unknown whether ${(0,quote/* quoteName */.AB)(subject.domain.name)} has an address for TLS reports: ${reason}`;
        return { findings: [(0,judge_outcome/* raise */.xl)("tls-rpt-unseen", { what }, question)], summary };
    }
    const record = (0,tls_rpt_record/* readRptRecord */.M)(answer.texts);
    switch (record.kind) {
        case "none":
            return tls_rpt_judgeAbsence(subject, question);
        case "invalid": {
            const evidence = (0,quote/* joinWords */.yZ)(record.texts.slice(0, 3).map((text) => (0,quote/* quoteWire */.aT)(text, 200)), " | ");
            const why = record.uri === undefined ? FAULTS()[record.fault] : destinationWords(record.uri);
            const invalid = (0,judge_outcome/* raise */.xl)("tls-rpt-invalid", { why }, { evidence, ...question });
            const required = tls_rpt_judgeRequired(subject, (0,quote/* words */.aL) `senders ignore its _smtp._tls record`, question);
            return { findings: [invalid, ...required], summary: (0,quote/* words */.aL) `record not valid` };
        }
        case "valid": {
            const { destinations } = record;
            const findings = destinations.flatMap((each) => judgeDestination(each, observed));
            return {
                findings,
                summary: (0,plural/* plural */.LS)(destinations.length, "destination"),
                facts: { destinations: destinations.map(({ uri }) => (0,quote/* quote */.hD)(uri, 200)) },
            };
        }
    }
}
var FAULTS$made;
function FAULTS() { return FAULTS$made ??= ({
    several: (0,quote/* words */.aL) `there is more than one`,
    version: (0,quote/* words */.aL) `it does not begin with "v=TLSRPTv1;"`,
    "no-rua": (0,quote/* words */.aL) `it names no destination (rua)`,
    destination: (0,quote/* words */.aL) `it names a destination that is neither mailto: nor https:`,
}); }
function destinationWords(uri) {
    return (0,quote/* words */.aL) `${(0,quote/* quoteWire */.aT)(uri, 100)} is neither a mailto: nor an https: address`;
}
function lookupWords(answer) {
    return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(answer.type)} ${(0,quote/* quoteName */.AB)(answer.name)} got ${(0,dns_answer/* gaveWords */.x4)(answer)}`;
}
function isAnswered({ outcome }) {
    return outcome === "answer" || outcome === "nodata" || outcome === "nxdomain";
}
function tls_rpt_judgeAbsence(subject, question) {
    const summary = (0,quote/* words */.aL) `not published`;
    const required = tls_rpt_judgeRequired(subject, (0,quote/* words */.aL) `it publishes none`, question);
    if (required.length > 0)
        return { findings: required, summary };
    const skip = { because: "inapplicable", reason: summary };
    const published = [
        ...(hasDane(subject) ? [(0,quote/* words */.aL) `DANE`] : []),
        ...(hasPolicy(subject) ? [(0,quote/* words */.aL) `MTA-STS`] : []),
    ];
    const [first, second] = published;
    if (first === undefined)
        return { findings: [], summary, skip };
    const named = second === undefined ? first : (0,quote/* words */.aL) `${first} and ${second}`;
    const missing = (0,judge_outcome/* raise */.xl)("tls-rpt-missing", { domain: (0,quote/* quoteName */.AB)(subject.domain.name), published: named }, question);
    return { findings: [missing], summary, skip };
}
function hasPolicy({ domain }) {
    const mode = (0,mta_sts_state/* followedPolicy */.pl)(domain)?.mode;
    return mode === "enforce" || mode === "testing";
}
function hasDane({ endpoints }) {
    return endpoints.some(({ observation }) => {
        const tlsa = observation.dane?.lookUps.at(-1)?.tlsa;
        return tlsa?.dnssec === "secure" && (tlsa.associations?.length ?? 0) > 0;
    });
}
function tls_rpt_judgeRequired(subject, found, question) {
    if (!subject.thresholds.require.includes("tls-rpt"))
        return [];
    return [(0,judge_outcome/* raise */.xl)("tls-rpt-required", { domain: (0,quote/* quoteName */.AB)(subject.domain.name), found }, question)];
}
function judgeDestination({ scheme, host, uri }, { destinations }) {
    const seen = destinations.find((each) => each.host === host && each.scheme === scheme);
    if (seen === undefined)
        return [];
    const { mx, a, aaaa } = seen;
    const name = (0,quote/* quoteName */.AB)(host);
    const undeliverable = (why, answer) => [
        (0,judge_outcome/* raise */.xl)("tls-rpt-undeliverable", { uri: (0,quote/* quote */.hD)(uri, 200), why }, (0,dns_answer/* asked */.NZ)(answer)),
    ];
    if (mx?.outcome === "nxdomain")
        return undeliverable((0,quote/* words */.aL) `the domain ${name} does not exist`, mx);
    const exchanges = mx?.exchanges ?? [];
    if (mx !== undefined && exchanges.length > 0 && exchanges.every(({ exchange }) => exchange === "."))
        return undeliverable((0,quote/* words */.aL) `the domain ${name} accepts no mail (null MX)`, mx);
    const addresses = (a?.values.length ?? 0) + (aaaa?.values.length ?? 0);
    const lost = [mx, a, aaaa].find((answer) => answer !== undefined && !isAnswered(answer));
    if (lost !== undefined && addresses === 0) {
        if (lost.outcome === "aborted")
            return [(0,endings/* abortedFinding */.R6)()];
        const what = (0,quote/* words */.aL) `It is unknown whether TLS reports to ${(0,quote/* quote */.hD)(uri, 200)} can be delivered: ${lookupWords(lost)}`;
        return [(0,judge_outcome/* raise */.xl)("tls-rpt-unseen", { what }, (0,dns_answer/* asked */.NZ)(lost))];
    }
    if (a === undefined || aaaa === undefined || addresses > 0)
        return [];
    const what = scheme === "mailto"
        ? (0,quote/* words */.aL) `the domain ${name} has neither an MX record nor an address`
        : (0,quote/* words */.aL) `the host ${name} has no address`;
    return undeliverable(what, mx ?? a);
}

;// CONCATENATED MODULE: ./lib/judge/checks/all.js












var CHECKS$made;
function CHECKS() { return CHECKS$made ??= ([
    (0,mx/* mxCheck */.K)(),
    mtaStsCheck(),
    tlsRptCheck(),
    connectCheck(),
    bannerCheck(),
    ehloCheck(),
    starttlsCheck(),
    certificateCheck(),
    relayCheck(),
    deliveryCheck(),
    daneCheck(),
]); }
const [first, ...others] = CHECKS();
var CHECK_IDS$made;
function CHECK_IDS() { return CHECK_IDS$made ??= ([first.id, ...others.map(({ id }) => id)]); }
var DOMAIN_CHECKS$made;
function DOMAIN_CHECKS() { return DOMAIN_CHECKS$made ??= (CHECKS().filter((check) => check.scope === "domain")); }
var ENDPOINT_CHECKS$made;
function ENDPOINT_CHECKS() { return ENDPOINT_CHECKS$made ??= (CHECKS().filter((check) => check.scope === "endpoint")); }
function endpointChecksOf(ids) {
    const asked = new Set(ids);
    return ENDPOINT_CHECKS().filter(({ id }) => asked.has(id));
}
function probesEndpoints(ids) {
    return ids.some((asked) => ENDPOINT_CHECKS().some(({ id }) => id === asked));
}
var DEPTHS$made;
function DEPTHS() { return DEPTHS$made ??= ((0,observation/* probeScope */.n4)().shape.depth.options); }
function probeNeeds(ids) {
    const needs = endpointChecksOf(ids).map((check) => check.needs);
    if (needs.length === 0)
        return undefined;
    const any = (need) => needs.some((each) => each[need] === true);
    const deepest = Math.max(...needs.map(({ depth }) => DEPTHS().indexOf(depth)));
    return {
        depth: DEPTHS()[deepest] ?? "connect",
        relay: any("relay"),
        delivery: any("delivery"),
        floor: any("floor"),
        issuers: any("issuers"),
        dane: any("dane"),
    };
}


/***/ },

/***/ 4753:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isAddress),
/* harmony export */   v: () => (/* binding */ matchServerIdentity)
/* harmony export */ });
/* harmony import */ var _text_ascii_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9728);

function matchServerIdentity(names, host, address) {
    if (address !== undefined)
        return names.ipAddresses.includes(address) ? "ip-address" : "none";
    if (names.dnsNames.some((name) => matchesName(name, host)))
        return "dns-name";
    const commonNameCounts = names.dnsNames.length === 0 && names.unreadable?.includes("dnsNames") !== true;
    return commonNameCounts && names.subjectCommonNames.some((name) => matchesName(name, host))
        ? "common-name"
        : "none";
}
function isAddress(host) {
    return host.includes(":") || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
const BEHIND_WILDCARD = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;
function matchesName(presented, host) {
    const pattern = (0,_text_ascii_js__WEBPACK_IMPORTED_MODULE_0__/* .foldAscii */ .D)(presented);
    const reference = (0,_text_ascii_js__WEBPACK_IMPORTED_MODULE_0__/* .foldAscii */ .D)(host.replace(/\.$/, ""));
    if (pattern === "" || reference === "")
        return false;
    if (!pattern.startsWith("*."))
        return pattern === reference;
    const rest = pattern.slice(2);
    const firstDot = reference.indexOf(".");
    return (BEHIND_WILDCARD.test(rest) &&
        /^[a-z0-9-]+$/.test(reference.slice(0, Math.max(0, firstDot))) &&
        reference.slice(firstDot + 1) === rest);
}


/***/ },

/***/ 3554:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ judgeUsage)
/* harmony export */ });
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4411);



var USAGE_NAMES$made;
function USAGE_NAMES() { return USAGE_NAMES$made ??= ({
    "1.3.6.1.5.5.7.3.2": "clientAuth",
    "1.3.6.1.5.5.7.3.3": "codeSigning",
    "1.3.6.1.5.5.7.3.4": "emailProtection",
    "1.3.6.1.5.5.7.3.8": "timeStamping",
    "1.3.6.1.5.5.7.3.9": "OCSPSigning",
    "2.5.29.37.0": "anyExtendedKeyUsage",
}); }
function judgeUsage({ keyUsage, extendedKeyUsage, netscapeCertType }) {
    if (extendedKeyUsage?.some((usage) => (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .SERVER_USAGES */ .$8)().has(usage)) === false) {
        const usage = listed(extendedKeyUsage.map((oid) => USAGE_NAMES()[oid] ?? oid));
        return [wrongUsage((0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `extended key usage`, usage, (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `serverAuth`)];
    }
    if (keyUsage?.some((usage) => (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .SERVER_KEY_USAGES */ .RT)().has(usage)) === false)
        return [wrongUsage((0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `key usage`, listed(keyUsage), (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `digitalSignature`)];
    if (netscapeCertType?.includes("sslServer") === false)
        return [wrongUsage((0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `Netscape certificate type`, listed(netscapeCertType), (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `sslServer`)];
    return [];
}
function wrongUsage(extension, usage, expected) {
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("cert-wrong-usage", { extension, usage }, { expected, actual: usage });
}
function listed(usages) {
    if (usages.length === 0)
        return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `empty`;
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .joinWords */ .yZ)(usages.slice(0, 8).map((usage) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(usage, 60)), ", ");
}


/***/ },

/***/ 38:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ applies),
/* harmony export */   M: () => (/* binding */ publicationOf)
/* harmony export */ });
/* harmony import */ var _late_cjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(233);

var $judge_checks_dane_tlsa_records_js$made;
function $judge_checks_dane_tlsa_records_js() { return $judge_checks_dane_tlsa_records_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_0__["judge/checks/dane/tlsa-records.js"](); }
function publicationOf(dane) {
    const last = dane.lookUps.at(-1);
    if (last === undefined)
        return { status: "none" };
    const { baseDomain, tlsa: answer, listed } = last;
    const statuses = [dane.addresses, dane.cname?.dnssec];
    const secured = statuses.includes("secure");
    if (isLost(answer)) {
        if (!secured)
            return { status: "none", answer, ...(dane.addresses !== "insecure" && { lost: true }) };
        return isOurs(answer) ? { status: "not-seen", answer } : { status: "failed", baseDomain, answer };
    }
    const associations = answer.associations ?? [];
    if (answer.outcome !== "answer" || associations.length === 0)
        return { status: "none", answer };
    const found = { baseDomain, answer, records: $judge_checks_dane_tlsa_records_js().rateRecords(associations, dane.matches), listed };
    if (answer.zoneFile !== undefined)
        return { ...found, status: "zone-file" };
    if (secured && answer.dnssec === "secure")
        return { ...found, status: "secure" };
    if (answer.dnssec === "insecure")
        return { ...found, status: "insecure", of: "records" };
    if (!secured && dane.addresses === "insecure")
        return { ...found, status: "insecure", of: "addresses" };
    return { ...found, status: "unseen" };
}
function isLost({ outcome, aliasLoop, aliasLimit }) {
    if (aliasLoop === true || aliasLimit !== undefined)
        return true;
    return outcome !== "answer" && outcome !== "nodata" && outcome !== "nxdomain";
}
function isOurs({ outcome }) {
    return ["aborted", "local-limit", "unreachable", "refused"].includes(outcome);
}
function applies(publication) {
    return (publication.status === "secure" && publication.records.some(({ unusable }) => unusable === undefined));
}


/***/ },

/***/ 9613:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ nothingExists),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   _E: () => (/* binding */ judgeDiffering),
/* harmony export */   c0: () => (/* binding */ judgeFailure),
/* harmony export */   sw: () => (/* binding */ resolverBroken),
/* harmony export */   x4: () => (/* binding */ gaveWords)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7819);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5041);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4411);



function judgeDiffering(answer) {
    const { differing } = answer;
    if (differing === undefined)
        return [];
    const said = differing.map(({ server, outcome, values }) => {
        const content = values.length > 0 ? values.join(", ") : outcome;
        return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(`${server}: ${content}`);
    });
    const details = { question: questionWords(answer), servers: differing.length };
    return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("mx-inconsistent", details, { actual: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)(said, "; "), ...asked(answer) })];
}
function questionWords(answer) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(answer.type)} ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(answer.name)}`;
}
function judgeFailure(answer, doubt, softened) {
    const finding = findingFor(answer, doubt, softened);
    if (finding === undefined)
        return [];
    const ours = answer.outcome === "aborted" || answer.outcome === "local-limit";
    if (ours)
        return [finding];
    if (softened === "warning-always")
        return [{ ...finding, severity: "warning" }];
    return [softened === "inconclusive-always" ? { ...finding, severity: "inconclusive" } : finding];
}
function findingFor(answer, doubt, softened) {
    const question = questionWords(answer);
    const evidence = { ...failureEvidence(answer), ...asked(answer) };
    const soft = softened === "warning" ? { severity: softened } : {};
    switch (answer.outcome) {
        case "servfail": {
            const shownBy = bogusBy(answer);
            if (shownBy !== undefined)
                return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dnssec-bogus", { question, shownBy }, evidence);
            if (!answersForRoot(doubt))
                return resolverBroken(answer, doubt);
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-servfail", { question }, { ...evidence, ...soft });
        }
        case "timeout":
            if (!answersForRoot(doubt))
                return resolverBroken(answer, doubt);
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-timeout", { question, seconds: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .forPeople */ .zW)(answer.seconds) }, evidence);
        case "refused":
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-refused", { question, rcode: gaveWords(answer) }, evidence);
        case "malformed": {
            const severity = softened === "warning" ? {} : { severity: "inconclusive" };
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-malformed", { question }, { ...evidence, ...severity });
        }
        case "unreachable":
            return resolverBroken(answer, doubt);
        case "local-limit":
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("local-limit", { code: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(answer.detail ?? "EMFILE") });
        case "aborted":
            return (0,_endings_js__WEBPACK_IMPORTED_MODULE_1__/* .abortedFinding */ .R6)();
        case "nxdomain":
            return nothingExists(answer, doubt) ? resolverBroken(answer, doubt) : undefined;
        case "answer":
        case "nodata":
            return undefined;
    }
}
function asked({ name, type, server, zoneFile, differing, }) {
    const servers = differing?.map((each) => each.server);
    return { question: { name, type, server, ...(servers && { servers }), ...(zoneFile && { zoneFile }) } };
}
function answersForRoot({ root }) {
    return root !== undefined && ["answer", "nodata", "refused"].includes(root.outcome);
}
function nothingExists({ zoneFile }, { topLevels }) {
    return zoneFile === undefined && (topLevels?.every(({ outcome }) => outcome === "nxdomain") ?? false);
}
function resolverBroken(answer, { root, topLevels }) {
    const details = { question: questionWords(answer), gave: gaveWords(answer) };
    const evidence = { ...failureEvidence(answer), ...asked(answer) };
    if (answer.outcome === "nxdomain") {
        const names = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)((topLevels ?? []).map(({ name }) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(name)), ", ");
        const others = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `and so did the top-level domains ${names}: this resolver knows nothing of public DNS`;
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-resolver-broken", { ...details, others }, evidence);
    }
    if (root === undefined) {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-resolver-broken", { ...details, others: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `and the root of DNS was not asked for` }, evidence);
    }
    const others = answersForRoot({ root })
        ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `although the resolver answers for the root of DNS`
        : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `and the root of DNS (NS .) got ${gaveWords(root)}: the resolver does not work`;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .raise */ .xl)("dns-resolver-broken", { ...details, others }, evidence);
}
function gaveWords({ outcome, rcode, detail, seconds }) {
    switch (outcome) {
        case "timeout":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `no answer within ${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .forPeople */ .zW)(seconds)} s`;
        case "unreachable":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `no connection (${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(detail ?? "unreachable")})`;
        case "malformed":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `a malformed answer`;
        default:
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(rcode ?? detail ?? outcome.toUpperCase());
    }
}
const VALIDATION_ERRORS = { from: 6, to: 12 };
function bogusBy({ withCheckingDisabled, extendedErrors }) {
    if (["answer", "nodata", "nxdomain"].includes(withCheckingDisabled ?? ""))
        return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `it is answered only with checking disabled`;
    const error = extendedErrors.find(({ code }) => code >= VALIDATION_ERRORS.from && code <= VALIDATION_ERRORS.to);
    return error === undefined ? undefined : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `the resolver says so (EDE ${error.code})`;
}
function failureEvidence(answer) {
    const errors = answer.extendedErrors.map((error) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(`EDE ${String(error.code)} ${error.text}`.trim()));
    const parts = [answer.rcode, answer.detail, answer.server]
        .filter((part) => part !== undefined)
        .map((part) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(part));
    const all = [...parts, ...errors];
    return all.length === 0 ? {} : { evidence: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)(all, "; ") };
}


/***/ },

/***/ 4378:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ egressDoubt),
/* harmony export */   x: () => (/* binding */ egressWords)
/* harmony export */ });
/* harmony import */ var _observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6667);
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6713);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);



function egressDoubt(facts, end, endpoints) {
    const { controls, unresolved = 0, otherFamily = 0 } = facts;
    if (controls.some((control) => clears(control, end)))
        return undefined;
    if (controls.length + unresolved + otherFamily === 0)
        return undefined;
    const ends = new Set([wayOf(end)]);
    for (const endpoint of endpoints) {
        if ((0,_observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .egressOf */ .V1)(endpoint, [facts]) !== undefined)
            ends.add(wayOf((0,_observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .earlyEnd */ .xQ)(endpoint)));
    }
    ends.delete(undefined);
    const untold = (0,_observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .triedControls */ .zl)(facts).length === 0;
    return ends.has("heard") || (untold && ends.size > 1) ? undefined : { facts, end };
}
function clears({ connect, greeting }, end) {
    return connect.outcome === "connected" && !(wasAccepted(end) && greeting === "none");
}
function wayOf(end) {
    return end === "reset" ? "hung-up" : end;
}
function wasAccepted(end) {
    return end === "hung-up" || end === "silent";
}
function egressWords(facts, end) {
    if (facts.noRoute)
        return { what: whatCannot(facts), why: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no route for IPv${facts.family}` };
    const tried = (0,_observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .triedControls */ .zl)(facts);
    const silent = tried.filter(({ connect, greeting }) => greeting === "none" || connect.outcome === "reset");
    const dead = tried.filter((control) => !silent.includes(control));
    const accepted = end !== undefined && wasAccepted(end);
    const all = tried.length === facts.controls.length && facts.unresolved === undefined;
    if (accepted && silent.length > 0 && all) {
        const why = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `connections are accepted, but ${joined([silentWords(silent), ...deadWords(dead)])}`;
        return { what: whatCannot(facts), why };
    }
    const shown = accepted && silent.length > 0 ? [silentWords(silent), ...deadWords(dead)] : deadWords(tried);
    const why = joined([...shown, ...untoldWords(facts)]);
    if (facts.blocked && all)
        return { what: whatCannot(facts), why };
    return {
        what: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `It is unknown whether this machine can reach ${portWords(facts)}`,
        why: end === undefined ? why : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${END_WORDS()[end]}, and ${why}`,
        remedy: toSettle(facts),
    };
}
function untoldWords(facts) {
    const { unresolved = 0, otherFamily = 0, family, controls } = facts;
    const address = family === 6 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `IPv6 address` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `address`;
    const untried = untriedControls(facts);
    const told = [];
    if (unresolved > 0)
        told.push((0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `no ${address} was found for ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(unresolved, "control host")}`);
    if (untried.length > 0)
        told.push((0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(untried.length, "control host")} could not be tried (${whyUntried(untried)})`);
    if (told.length > 0 || controls.length > 0 || otherFamily === 0)
        return told;
    const theirs = otherFamily === 1 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the control host has` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the ${otherFamily} control hosts have`;
    return [(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${theirs} no IPv${family} address`];
}
function untriedControls(facts) {
    const tried = (0,_observe_egress_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .triedControls */ .zl)(facts);
    return facts.controls.filter((control) => !tried.includes(control));
}
function whyUntried([first]) {
    switch (first?.connect.outcome) {
        case "no-route":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `this machine has no route to it`;
        case "proxy-failed":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the proxy failed`;
        case "aborted":
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the run ended`;
        default:
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(first?.connect.code ?? "no reason is known");
    }
}
function toSettle(facts) {
    const { port, family, unresolved = 0 } = facts;
    const over = family === 6 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) ` over IPv6` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) ``;
    const resolvable = unresolved > 0 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `, or make the control hosts resolvable` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) ``;
    const limited = untriedControls(facts).some(({ connect }) => connect.outcome === "local-limit");
    const limit = limited
        ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `This machine ran out of sockets or files: lower \`concurrency\`, or raise the limit (ulimit -n). `
        : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) ``;
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${limit}Set \`egress-control: HOST:${port}\` to a mail server elsewhere that is known to answer${over}${resolvable}. If this network is known to reach the port, \`egress-control: off\` says so, and the servers are judged.`;
}
var END_WORDS$made;
function END_WORDS() { return END_WORDS$made ??= ({
    refused: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `every connection was refused`,
    timeout: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `every connection timed out`,
    unreachable: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `nothing could be reached`,
    reset: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `every connection was reset`,
    "hung-up": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `every connection was accepted and closed without a greeting`,
    silent: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `every connection was accepted and brought no greeting`,
}); }
function whatCannot(facts) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `This machine cannot reach ${portWords(facts)} anywhere`;
}
function portWords({ port, family }) {
    return family === 6 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `port ${port} over IPv6` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `port ${port}`;
}
function silentWords(silent) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(silent.length, "control host")} sent no greeting, either`;
}
function deadWords(dead) {
    const [first] = dead;
    if (first === undefined)
        return [];
    const alike = dead.every(({ connect }) => connect.outcome === first.connect.outcome);
    const how = alike ? outcomeWords(first.connect.outcome) : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `did not answer`;
    return [(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(dead.length, "control host")} ${how}, too`];
}
function outcomeWords(outcome) {
    if (outcome === "timeout")
        return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `timed out`;
    if (outcome === "refused")
        return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `refused`;
    return outcome === "reset" ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `reset` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `could not be reached`;
}
function joined(parts) {
    const [first = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) ``, ...others] = parts;
    return others.reduce((said, part) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${said}, and ${part}`, first);
}


/***/ },

/***/ 5041:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ howClosed),
/* harmony export */   R6: () => (/* binding */ abortedFinding),
/* harmony export */   S4: () => (/* binding */ isLimit),
/* harmony export */   WO: () => (/* binding */ againWords),
/* harmony export */   Wh: () => (/* binding */ unansweredFinding),
/* harmony export */   eW: () => (/* binding */ sessionFinding),
/* harmony export */   jK: () => (/* binding */ TLS_FIRST),
/* harmony export */   uU: () => (/* binding */ replyWords),
/* harmony export */   vd: () => (/* binding */ limitWords),
/* harmony export */   zY: () => (/* binding */ partialWords)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7819);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4411);


function replyWords(reply) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .joinWords */ .yZ)(reply.lines.slice(0, 8).map((line) => (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWire */ .aT)(line)), " | ");
}
function partialWords(ending) {
    return ending.partial === undefined ? undefined : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWire */ .aT)(ending.partial);
}
function howClosed(ending) {
    return ending.how === "reset" ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `reset` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `closed`;
}
function limitWords({ how, limit }, replyTimeout) {
    switch (how) {
        case "line-limit":
            return limit === undefined ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `octets per line` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `${limit} octets per line`;
        case "lines-limit":
            return limit === undefined ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `lines per reply` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `${limit} lines per reply`;
        case "bytes-limit":
            return limit === undefined ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `octets per connection` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeWords */ .pG)(limit)} per connection`;
        default:
            return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `${replyTimeout} s per reply`;
    }
}
function isLimit(ending) {
    return ending.how === "line-limit" || ending.how === "lines-limit" || ending.how === "bytes-limit";
}
function againWords(dialog) {
    return dialog.lookedAgain ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `, on the second look as well` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) ``;
}
var TLS_FIRST$made;
function TLS_FIRST() { return TLS_FIRST$made ??= ({
    remedy: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `Fix STARTTLS first: the check starttls says what is wrong. Then run again.`,
}); }
function abortedFinding() {
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("not-probed", {
        reason: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `the run, or the time for one endpoint, ended before this step`,
    });
}
function sessionFinding(step, name, { endpoint, dialog }) {
    if (step.reply?.code === 421) {
        const said = replyWords(step.reply);
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("session-deferred", { step: name, again: againWords(dialog), said }, { evidence: said });
    }
    const ended = step.ended;
    if (ended === undefined)
        return undefined;
    if (ended.how === "aborted")
        return abortedFinding();
    const evidence = partialWords(ended);
    if (ended.how === "closed" || ended.how === "reset" || ended.how === "error" || ended.how === "tls-error") {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("session-closed", { step: name, how: howClosed(ended), again: againWords(dialog) }, { ...(evidence && { evidence }) });
    }
    if (ended.how === "malformed") {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("session-limit", { step: name, limit: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `one SMTP reply` }, { ...(evidence && { evidence }) });
    }
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("session-limit", { step: name, limit: limitWords(ended, endpoint.replyTimeout) }, { ...(evidence && { evidence }) });
}
function unansweredFinding({ command, step }, subject) {
    return sessionFinding(step, command === "MAIL" ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `MAIL` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `RCPT`, subject) ?? abortedFinding();
}


/***/ },

/***/ 3526:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ RECORD_ODDITIES),
/* harmony export */   CI: () => (/* binding */ lineWords),
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   XD: () => (/* binding */ POLICY_FAULTS),
/* harmony export */   Xe: () => (/* binding */ POLICY_ODDITIES),
/* harmony export */   hm: () => (/* binding */ ageWords),
/* harmony export */   mY: () => (/* binding */ RECORD_FAULTS)
/* harmony export */ });
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6713);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/* harmony import */ var _text_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1042);



var RECORD_FAULTS$made;
function RECORD_FAULTS() { return RECORD_FAULTS$made ??= ({
    several: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `there is more than one`,
    version: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it does not begin with "v=STSv1;"`,
    "no-id": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no id`,
    "id-form": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `its id is not 1 to 32 letters and digits`,
}); }
var RECORD_ODDITIES$made;
function RECORD_ODDITIES() { return RECORD_ODDITIES$made ??= ({
    "space-in-front": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the record begins with a space`,
    "space-before-semicolon": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the record has a space before its first semicolon`,
    "several-ids": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the record has more than one id`,
    "field-form": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the record has a field that is not "key=value"`,
}); }
var POLICY_FAULTS$made;
function POLICY_FAULTS() { return POLICY_FAULTS$made ??= ({
    empty: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it is empty`,
    html: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it is a web page`,
    binary: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it is not text (compressed, perhaps)`,
    "byte-order-mark": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it begins with a byte order mark (save it as UTF-8 without BOM)`,
    "line-form": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has a line that is not "key: value"`,
    "no-version": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no version`,
    version: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `its version is not STSv1`,
    "no-mode": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no mode`,
    mode: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `its mode is not enforce, testing or none`,
    "no-max-age": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no max_age`,
    "max-age": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `its max_age is not a number of 1 to 10 digits`,
    "no-mx": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `it has no mx line`,
    "mx-form": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `an mx line is neither a host name nor "*." followed by one`,
}); }
var POLICY_ODDITIES$made;
function POLICY_ODDITIES() { return POLICY_ODDITIES$made ??= ({
    "double-key": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the policy has a duplicate key`,
    "blank-line": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `the policy has a blank line`,
    "max-age-limit": (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `max_age is above 31557600 (one year)`,
}); }
function lineWords({ reason, line }, meanings) {
    return line === undefined ? meanings[reason] : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${meanings[reason]} (line ${line})`;
}
function evidenceOf({ text }) {
    return text === undefined ? {} : { evidence: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteWire */ .aT)(text, 200) };
}
function ageWords(seconds) {
    const days = (seconds * 1000) / _text_time_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY */ .d;
    if (days >= 14 && days % 7 === 0)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(days / 7, "week");
    if (days >= 1)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.floor(days), "day");
    if (seconds >= 3600)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.floor(seconds / 3600), "hour");
    if (seconds >= 60)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.floor(seconds / 60), "minute");
    return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(seconds, "second");
}


/***/ },

/***/ 7706:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ judgeAbsence),
/* harmony export */   l: () => (/* binding */ judgeRequired)
/* harmony export */ });
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7819);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4411);


function judgeAbsence(subject, found, summary, question) {
    const file = subject.domain.mtaSts?.file;
    const unread = file === undefined
        ? []
        : [
            (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("mta-sts-record-invalid", { why: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `there is none, so no sender will read the policy of ${(0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(file.file)}` }, { ...question, at: { file: file.file, line: 1 } }),
        ];
    const findings = [...unread, ...judgeRequired(subject, found, question)];
    if (findings.length > 0)
        return { findings, summary };
    return { findings, summary, skip: { because: "inapplicable", reason: summary } };
}
function judgeRequired(subject, found, question, missing = "policy") {
    const { require } = subject.thresholds;
    const enforced = require.includes("mta-sts");
    if (!enforced && (missing === "enforce" || !require.includes("mta-sts-testing")))
        return [];
    const wanted = enforced ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `an enforced MTA-STS policy` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `an MTA-STS policy (testing or enforce)`;
    const domain = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(subject.domain.name);
    return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .raise */ .xl)("mta-sts-required", { domain, wanted, found }, question)];
}


/***/ },

/***/ 62:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pl: () => (/* binding */ followedPolicy),
/* harmony export */   rn: () => (/* binding */ stsStateOf),
/* harmony export */   sG: () => (/* binding */ enforcedByMtaSts)
/* harmony export */ });
/* unused harmony export policyStateOf */
/* harmony import */ var _sts_sts_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4871);
/* harmony import */ var _sts_sts_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(544);


function stsStateOf(observed) {
    const { record: answer } = observed;
    if (!["answer", "nodata", "nxdomain"].includes(answer.outcome))
        return { kind: "unanswered", answer };
    const record = (0,_sts_sts_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readStsRecord */ .G)(answer.texts);
    if (record.kind === "none")
        return { kind: "none" };
    if (record.kind === "invalid")
        return { kind: "invalid", record };
    const policy = policyStateOf(observed);
    return policy === undefined ? { kind: "none" } : { kind: "published", record, policy };
}
function policyStateOf({ fetch, file }) {
    if (file !== undefined)
        return readText(file.text);
    if (fetch === undefined)
        return undefined;
    const { body, contentEncoding = "identity" } = fetch;
    if (fetch.outcome !== "answered" || body === undefined)
        return { kind: "not-fetched", fetch };
    const encoding = contentEncoding.trim().toLowerCase();
    return encoding === "" || encoding === "identity" ? readText(body) : { kind: "encoded", encoding };
}
function readText(text) {
    const reading = (0,_sts_sts_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .readStsPolicy */ .L$)(text);
    return reading.policy === undefined
        ? { kind: "invalid", fault: reading.fault }
        : { kind: "policy", policy: reading.policy };
}
function followedPolicy({ mtaSts }) {
    const state = mtaSts === undefined ? undefined : stsStateOf(mtaSts);
    return state?.kind === "published" && state.policy.kind === "policy" ? state.policy.policy : undefined;
}
function enforcedByMtaSts(policy, host) {
    return policy?.mode === "enforce" && (0,_sts_sts_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .policyCovers */ .P2)(policy, host);
}


/***/ },

/***/ 2887:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ isNullMx),
  K: () => (/* binding */ mxCheck)
});

// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/observe/observation.js + 2 modules
var observation = __webpack_require__(1184);
// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
// EXTERNAL MODULE: ./lib/judge/outcome.js
var outcome = __webpack_require__(4411);
// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
// EXTERNAL MODULE: ./lib/judge/checks/dns-answer.js
var dns_answer = __webpack_require__(9613);
// EXTERNAL MODULE: ./lib/judge/checks/dane/publication.js
var dane_publication = __webpack_require__(38);
// EXTERNAL MODULE: ./lib/late.cjs
var late = __webpack_require__(233);
;// CONCATENATED MODULE: ./lib/judge/checks/dane/partial.js




var $judge_checks_dane_tlsa_records_js$made;
function $judge_checks_dane_tlsa_records_js() { return $judge_checks_dane_tlsa_records_js$made ??= late["judge/checks/dane/tlsa-records.js"](); }
function judgePartial({ domain, observed }) {
    if (domain.mx === undefined)
        return [];
    const guarded = new Set();
    const bare = new Set();
    for (const { host, dane } of observed) {
        if (dane === undefined)
            continue;
        const publication = (0,dane_publication/* publicationOf */.M)(dane);
        if ((0,dane_publication/* applies */.B)(publication))
            guarded.add(host);
        else if (!["failed", "not-seen", "unseen", "zone-file"].includes(publication.status))
            bare.add(host);
    }
    for (const host of guarded)
        bare.delete(host);
    if (guarded.size === 0 || bare.size === 0)
        return [];
    const hosts = (named) => $judge_checks_dane_tlsa_records_js().listed([...named].map((host) => (0,quote/* quote */.hD)(host, 255)));
    return [(0,outcome/* raise */.xl)("dane-partial", { domain: (0,quote/* quoteName */.AB)(domain.name), of: hosts(guarded), bare: hosts(bare) })];
}

;// CONCATENATED MODULE: ./lib/judge/checks/mx-host.js



function missingIpv6(host) {
    const noIpv6 = host.aaaa?.outcome === "nodata" || host.aaaa?.outcome === "nxdomain";
    if (host.addresses.length === 0 || !noIpv6)
        return [];
    const addresses = host.addresses.slice(0, 8).map(({ address }) => (0,quote/* quote */.hD)(address));
    return [(0,outcome/* raise */.xl)("ipv6-missing", { host: (0,quote/* quoteName */.AB)(host.host) }, { actual: (0,quote/* joinWords */.yZ)(addresses, ", ") })];
}
function judgeHost(host, context) {
    const { implicit, requiresIpv6, role = (0,quote/* words */.aL) `MX host` } = context;
    const name = { host: (0,quote/* quoteName */.AB)(host.host), role };
    if (host.form === "root")
        return [];
    if (host.form === "address")
        return [(0,outcome/* raise */.xl)("mx-is-address", name)];
    if (host.form === "invalid")
        return [(0,outcome/* raise */.xl)("mx-invalid-name", { ...name, why: (0,quote/* words */.aL) `` })];
    const answers = [host.a, host.aaaa].filter((answer) => answer !== undefined);
    const findings = answers.flatMap(dns_answer/* judgeDiffering */._E);
    const alias = answers.find((answer) => answer.aliases.length > 0);
    const target = alias?.aliases.at(-1);
    if (target !== undefined && !implicit)
        findings.push((0,outcome/* raise */.xl)("mx-is-alias", { ...name, target: (0,quote/* quoteName */.AB)(target) }));
    if (host.addressesListed !== undefined) {
        const probed = host.addresses.length;
        const details = { host: name.host, listed: host.addressesListed, probed };
        findings.push((0,outcome/* raise */.xl)("mx-truncated", details, { confirm: "dig-host" }));
    }
    const underscore = host.host.includes("_") && !implicit;
    if (underscore) {
        const why = (0,quote/* words */.aL) ` because of the underscore; senders deliver, but no public authority issues a certificate for it`;
        findings.push((0,outcome/* raise */.xl)("mx-invalid-name", { ...name, why }, { severity: "warning" }));
    }
    const reachable = host.addresses.length > 0;
    const missing = reachable ? undefined : answers.find((answer) => answer.outcome === "nxdomain");
    if (missing !== undefined) {
        const broken = (0,dns_answer/* nothingExists */.CV)(missing, context);
        return [
            ...findings,
            broken ? (0,dns_answer/* resolverBroken */.sw)(missing, context) : (0,outcome/* raise */.xl)("mx-host-not-found", name, missingDot(host.host)),
        ];
    }
    const answered = ["answer", "nodata", "nxdomain"];
    const failed = answers.filter((answer) => !answered.includes(answer.outcome));
    for (const answer of failed)
        findings.push(...(0,dns_answer/* judgeFailure */.c0)(answer, context, reachable ? softening(answer, requiresIpv6) : undefined));
    if (failed.length === 0 && !reachable) {
        const unending = answers.map(unendingChain).find((found) => found !== undefined);
        findings.push((0,outcome/* raise */.xl)("mx-no-address", name, unending === undefined ? missingDot(host.host) : { actual: unending }));
    }
    if (requiresIpv6)
        findings.push(...missingIpv6(host));
    return [...findings, ...privateAddresses(host, role, context.privateAddressesAllowed)];
}
function softening({ type }, requiresIpv6) {
    if (type !== "AAAA")
        return "warning";
    return requiresIpv6 ? "inconclusive-always" : "warning-always";
}
function unendingChain({ aliasLoop, aliasLimit }) {
    if (aliasLoop === true)
        return (0,quote/* words */.aL) `the CNAME chain runs in a circle`;
    return aliasLimit === undefined ? undefined : (0,quote/* words */.aL) `the CNAME chain has more than ${aliasLimit} aliases`;
}
const TOP_LEVEL = /^(?:com|org)$/;
const TOP_LEVEL_BEHIND_DOMAIN = /^(?:com|org|net|info|biz|name|pro)$/;
function missingDot(host) {
    const labels = host.split(".");
    const isEnd = (label, index) => index > 1 ? TOP_LEVEL_BEHIND_DOMAIN.test(label) : index === 1 && TOP_LEVEL.test(label);
    const end = labels.findIndex(isEnd) + 1;
    if (end > 0 && labels.length - end >= 2) {
        const meant = (0,quote/* quoteName */.AB)(labels.slice(0, end).join("."));
        return {
            expected: (0,quote/* words */.aL) `did you mean ${meant}. with a dot at the end? A zone's name is added to one without it`,
        };
    }
    for (let length = 2; length * 2 < labels.length + 1; length++) {
        const last = labels.slice(-length).join(".");
        if (labels.slice(-2 * length, -length).join(".") !== last)
            continue;
        const meant = (0,quote/* quoteName */.AB)(labels.slice(0, -length).join("."));
        return { expected: (0,quote/* words */.aL) `did you mean ${meant}. with a dot at the end? The zone's name is in it twice` };
    }
    return {};
}
function privateAddresses({ host, addresses }, role, allowed) {
    const severity = allowed ? "notice" : "error";
    return addresses
        .filter(({ scope }) => scope !== "public")
        .map(({ address, scope }) => {
        const details = { host: (0,quote/* quoteName */.AB)(host), role, address: (0,quote/* quote */.hD)(address), scope: (0,quote/* quote */.hD)(scope) };
        return (0,outcome/* raise */.xl)("mx-private-address", details, { severity, about: address });
    });
}

;// CONCATENATED MODULE: ./lib/judge/checks/mx.js








var mxCheck$made;
function mxCheck() { return mxCheck$made ??= ({
    id: "mx",
    scope: "domain",
    title: "MX resolution",
    observes: "the MX records by preference, null and implicit MX, every host's A and AAAA, aliases, answer codes",
    passes: "the domain has at least one MX host, and every one resolves to a public address",
    judge(subject) {
        const { mx, server } = subject.domain;
        if (server !== undefined)
            return askedOf(judgeServer(server, subject), subject);
        if (mx === undefined)
            return undefined;
        const findings = [...judgeRecords(mx, subject), ...judgeDetours(subject), ...judgePartial(subject)];
        return askedOf({ findings, summary: summarise(mx), facts: recordFacts(mx), seconds: mx.seconds }, subject);
    },
}); }
function askedOf(outcome, { environment, domain }) {
    const { mx, server, detours } = domain;
    const [first] = environment.resolver.split(", else ").slice(-1);
    const [resolver] = (first ?? "").split(", ");
    const hosts = [
        ...(mx?.hosts ?? []),
        ...(server ? [server.lookup] : []),
        ...(detours ?? []).map(({ to }) => to),
    ];
    const findings = outcome.findings.map((raised) => {
        const host = hosts.find((each) => each.host === raised.host && (each.a ?? each.aaaa) !== undefined);
        const answer = usesAddresses(raised) ? (host?.a ?? host?.aaaa) : mx?.question;
        const question = raised.question ?? (answer === undefined ? undefined : (0,dns_answer/* asked */.NZ)(answer).question);
        if (question === undefined)
            return raised;
        return { ...raised, question: { ...question, server: question.server ?? resolver } };
    });
    return { ...outcome, findings };
}
function usesAddresses({ code, confirm = (0,registry/* describe */.q0)(code).confirm }) {
    return confirm === "dig-host";
}
function summarise(mx) {
    const { outcome } = mx.question;
    if (isNullMx(mx))
        return (0,quote/* words */.aL) `null MX`;
    if (outcome === "answer")
        return (0,plural/* plural */.LS)(distinctHosts(mx).length, "host");
    if (outcome === "nodata")
        return mx.hosts.length > 0 ? (0,quote/* words */.aL) `implicit` : (0,quote/* words */.aL) `no MX`;
    return (0,quote/* quote */.hD)(outcome.toUpperCase());
}
function recordFacts(mx) {
    const records = mx.hosts.map((host) => {
        const preference = host.preference === null ? "" : `${String(host.preference)} `;
        const addresses = host.addresses.map((each) => each.address).join(", ");
        return (0,quote/* quote */.hD)(`${preference}${host.host}${addresses === "" ? "" : ` (${addresses})`}`);
    });
    return { hosts: records, authenticated: mx.question.authenticated };
}
function distinctHosts(mx) {
    return [...new Map(mx.hosts.map((host) => [host.host, host])).values()];
}
function isNullMx(mx) {
    return mx.hosts.length > 0 && mx.hosts.every((host) => host.form === "root");
}
function hostOrDomain(name) {
    return (0,quote/* words */.aL) `To test a server, use servers: ${name}. For a mail domain, publish an MX record that names its server, so that a web server at this address is never taken for one.`;
}
function judgeRecords(mx, subject) {
    const domain = (0,quote/* quoteName */.AB)(subject.domain.name);
    const { question } = mx;
    if (question.outcome === "nxdomain" && !(0,dns_answer/* nothingExists */.CV)(question, mx))
        return [(0,outcome/* raise */.xl)("domain-not-found", { domain })];
    if (question.outcome !== "answer" && question.outcome !== "nodata")
        return (0,dns_answer/* judgeFailure */.c0)(question, mx, "inconclusive");
    const unending = unendingChain(question);
    if (unending !== undefined) {
        const aliases = (0,quote/* joinWords */.yZ)(question.aliases.map((name) => (0,quote/* quote */.hD)(name, 255)), ", ");
        return [(0,outcome/* raise */.xl)("mx-missing", { domain }, { actual: (0,quote/* words */.aL) `${unending}: ${aliases}` })];
    }
    const findings = (0,dns_answer/* judgeDiffering */._E)(question);
    const unexpected = judgeExpectation(mx, subject);
    findings.push(...unexpected);
    if (mx.hosts.length === 0) {
        return unexpected.length > 0 ? findings : [...findings, (0,outcome/* raise */.xl)("mx-missing", { domain })];
    }
    const nullMxAt = subject.domain.lines?.find(({ host }) => host === "." || host === "");
    findings.push(...judgeNullMx(mx, domain, subject.thresholds.expect, nullMxAt));
    findings.push(...judgeHosts(mx, subject));
    if (mx.implicit && distinctHosts(mx).some((host) => host.addresses.length > 0))
        findings.push((0,outcome/* raise */.xl)("mx-implicit", { domain }, { remedy: hostOrDomain(domain) }));
    if (mx.listed !== undefined)
        findings.push((0,outcome/* raise */.xl)("mx-truncated", { listed: mx.listed, probed: mx.hosts.length }));
    for (const host of distinctHosts(mx)) {
        const times = mx.hosts.filter((each) => each.host === host.host).length;
        const name = { host: (0,quote/* quoteName */.AB)(host.host) };
        if (times > 1 && host.form !== "root")
            findings.push((0,outcome/* raise */.xl)("mx-duplicate-host", { ...name, times }, { host: host.host }));
        const requiresIpv6 = subject.thresholdsFor(host.host)["require-ipv6"];
        const { privateAddressesAllowed } = subject.environment;
        for (const finding of judgeHost(host, { ...mx, requiresIpv6, privateAddressesAllowed }))
            findings.push({ ...finding, host: host.host });
    }
    const addressed = mx.hosts.some(({ form, addresses, host }) => form === "hostname" && addresses.length > 0 && subject.asksServer(host));
    if (subject.probes && addressed && !(0,observation/* hasEndpoints */.lZ)(subject.domain)) {
        const reason = (0,quote/* words */.aL) `none of its hosts has an address of the family that ip-family asks for`;
        findings.push((0,outcome/* raise */.xl)("not-probed", { reason }));
    }
    return findings;
}
function judgeExpectation(mx, { domain, thresholds }) {
    if (thresholds.expect !== "none" || mx.hosts.some((host) => host.form === "root"))
        return [];
    if (mx.hosts.length === 0 && mx.root !== undefined)
        return [];
    const actual = mx.hosts.length === 0 ? (0,quote/* words */.aL) `no MX record` : hostWords(distinctHosts(mx));
    return [
        (0,outcome/* raise */.xl)("mx-not-null", { domain: (0,quote/* quoteName */.AB)(domain.name) }, { expected: (0,quote/* words */.aL) `a null MX (0 .)`, actual }),
    ];
}
function hostWords(hosts) {
    const listed = hosts.slice(0, 12).map(({ host }) => (0,quote/* quote */.hD)(host, 255));
    return (0,plural/* andMore */.v)(listed, hosts.length);
}
function judgeHosts(mx, { domain, thresholds }) {
    const hosts = distinctHosts(mx).filter((host) => host.form !== "root");
    const asked = thresholds["mx-hosts"];
    const name = { domain: (0,quote/* quoteName */.AB)(domain.name) };
    const findings = [];
    if (asked.length > 0 && hosts.length > 0) {
        const sets = {
            expected: hostWords(asked.map((host) => ({ host }))),
            actual: hostWords(hosts),
        };
        for (const { host } of hosts.filter((each) => !asked.includes(each.host))) {
            findings.push((0,outcome/* raise */.xl)("mx-unexpected-host", { ...name, host: (0,quote/* quoteName */.AB)(host) }, { ...sets, host }));
        }
        for (const host of asked.filter((each) => !hosts.some((found) => found.host === each))) {
            findings.push((0,outcome/* raise */.xl)("mx-expected-missing", { ...name, host: (0,quote/* quoteName */.AB)(host) }, { ...sets, host }));
        }
    }
    const least = thresholds["min-mx-hosts"];
    if (hosts.length > 0 && hosts.length < least) {
        const expected = (0,quote/* words */.aL) `at least ${(0,plural/* plural */.LS)(least, "MX host")}`;
        findings.push((0,outcome/* raise */.xl)("mx-too-few-hosts", { ...name, found: (0,plural/* plural */.LS)(hosts.length, "MX host") }, { expected, actual: hostWords(hosts) }));
    }
    return findings;
}
function judgeNullMx(mx, domain, expected, line) {
    const at = line === undefined ? {} : { at: { file: line.file, line: line.line } };
    const roots = mx.hosts.filter((host) => host.form === "root");
    const first = roots[0];
    if (first === undefined)
        return [];
    const others = mx.hosts.length - roots.length;
    if (others > 0)
        return [(0,outcome/* raise */.xl)("mx-null-with-others", { others }, at)];
    const findings = [];
    if (expected === "mail") {
        const asked = (0,quote/* words */.aL) `MX records that name mail servers`;
        findings.push((0,outcome/* raise */.xl)("mx-null", { domain }, { expected: asked, actual: (0,quote/* words */.aL) `${first.preference ?? 0} .` }));
    }
    if (first.preference !== null && first.preference !== 0) {
        findings.push((0,outcome/* raise */.xl)("mx-null-preference", { preference: first.preference }));
    }
    return findings;
}
function judgeServer(server, { domain, probes, environment }) {
    const { lookup, seconds } = server;
    const role = (0,quote/* words */.aL) `server`;
    const allowed = environment.privateAddressesAllowed;
    const known = server.privateAddressesAllowed;
    const asked = lookup.a !== undefined || lookup.aaaa !== undefined;
    const detoured = judgeDetours({ domain });
    if (!asked) {
        const reason = domain.detours === undefined ? (0,quote/* words */.aL) `named by address` : (0,quote/* words */.aL) `connect-to`;
        const elsewhere = known || allowed || domain.detours !== undefined;
        const unprobed = elsewhere ? [] : privateAddresses(lookup, role, false);
        const findings = [...unprobed.map((each) => ({ ...each, host: lookup.host })), ...detoured];
        return {
            findings,
            summary: reason,
            seconds,
            ...(findings.length === 0 && { skip: { because: "inapplicable", reason } }),
        };
    }
    const how = {
        ...doubtOf(server),
        implicit: true,
        requiresIpv6: false,
        privateAddressesAllowed: allowed,
        role,
    };
    const findings = judgeHost(lookup, how).filter(({ code }) => code !== "mx-private-address" || !known);
    const unprobed = probes && !(0,observation/* hasEndpoints */.lZ)(domain) && domain.detours === undefined;
    if (findings.length === 0 && unprobed) {
        const actual = (0,quote/* words */.aL) `only addresses of the other family: ${(0,quote/* joinWords */.yZ)(lookup.addresses.map(({ address }) => (0,quote/* quote */.hD)(address)), ", ")}`;
        findings.push((0,outcome/* raise */.xl)("mx-no-address", { host: (0,quote/* quoteName */.AB)(lookup.host), role }, { actual, severity: "inconclusive" }));
    }
    return {
        findings: [...findings, ...detoured].map((finding) => ({ ...finding, host: lookup.host })),
        summary: (0,plural/* plural */.LS)(lookup.addresses.length, "address", "addresses"),
        facts: { addresses: lookup.addresses.map(({ address }) => (0,quote/* quote */.hD)(address)) },
        seconds,
    };
}
function judgeDetours({ domain }) {
    return (domain.detours ?? []).flatMap(({ host, to, ...asked }) => {
        if (to.addresses.length > 0)
            return [];
        const role = (0,quote/* words */.aL) `connect-to address`;
        const how = {
            ...doubtOf(asked),
            implicit: true,
            requiresIpv6: false,
            privateAddressesAllowed: true,
            role,
        };
        return judgeHost(to, how).map((finding) => ({ ...finding, host }));
    });
}
function doubtOf({ root, topLevels }) {
    return { ...(root !== undefined && { root }), ...(topLevels !== undefined && { topLevels }) };
}


/***/ },

/***/ 5797:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y0: () => (/* binding */ ALWAYS_TOLD),
  Lp: () => (/* binding */ CODES),
  J_: () => (/* binding */ FIXED_SEVERITY),
  q0: () => (/* binding */ describe),
  R3: () => (/* binding */ diagnostics),
  _m: () => (/* binding */ isCode)
});

// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
;// CONCATENATED MODULE: ./lib/judge/diagnostics/diagnostic.js
function diagnostic(definition) {
    return definition;
}

;// CONCATENATED MODULE: ./lib/judge/diagnostics/banner.js


var NEXT_HOST$made;
function NEXT_HOST() { return NEXT_HOST$made ??= ((0,quote/* words */.aL) `senders try the next address or MX host, or keep the mail and try again`); }
var bannerDiagnostics$made;
function bannerDiagnostics() { return bannerDiagnostics$made ??= ({
    "banner-timeout": diagnostic({
        check: "banner",
        severity: "error",
        message: ({ seconds }) => (0,quote/* words */.aL) `The server accepted the connection and sent no greeting within ${seconds} s.`,
        remedy: (0,quote/* words */.aL) `Look for a mail server that hangs, waits for DNS or has no free process; a proxy in front may have lost its backend.`,
        confirm: "smtp-greeting-slow",
        reference: "RFC 5321 4.5.3.2.1",
        senders: NEXT_HOST(),
    }),
    "banner-closed": diagnostic({
        check: "banner",
        severity: "error",
        message: ({ how }) => (0,quote/* words */.aL) `The server accepted the connection and ${how} it without a greeting.`,
        remedy: (0,quote/* words */.aL) `Check the server's log: a process that crashes, access rules (hosts.allow), a connection limit, or a proxy without a backend.`,
        confirm: "smtp-greeting",
        reference: "RFC 5321 3.1",
        senders: NEXT_HOST(),
    }),
    "banner-malformed": diagnostic({
        check: "banner",
        severity: "error",
        message: () => (0,quote/* words */.aL) `The service on this port does not speak SMTP: its first line is not a greeting.`,
        remedy: (0,quote/* words */.aL) `Check which service listens on this port. TLS from the first byte belongs on port 465, not on 25.`,
        confirm: "raw-greeting",
        reference: "RFC 5321 4.2",
    }),
    "banner-too-long": diagnostic({
        check: "banner",
        severity: "error",
        message: ({ limit }) => (0,quote/* words */.aL) `The greeting exceeds the limit of ${limit}.`,
        remedy: (0,quote/* words */.aL) `Shorten the greeting to one line of at most 512 octets.`,
        confirm: "raw-greeting",
        reference: "RFC 5321 4.5.3.1.5",
    }),
    "banner-slow": diagnostic({
        check: "banner",
        severity: "warning",
        message: ({ seconds, allowed }) => (0,quote/* words */.aL) `The greeting took ${seconds} s (${allowed} s allowed).`,
        remedy: (0,quote/* words */.aL) `Look for DNS lookups that time out, an overloaded server, or a greeting delay that is longer than you want.`,
        confirm: "smtp-greeting-slow",
        reference: "RFC 5321 4.5.3.2.1",
        askedBy: "max-banner-seconds",
    }),
    "banner-no-hostname": diagnostic({
        check: "banner",
        severity: "warning",
        message: () => (0,quote/* words */.aL) `The greeting does not contain the server's host name.`,
        remedy: (0,quote/* words */.aL) `Begin it with the fully qualified name (Postfix: smtpd_banner = $myhostname ESMTP; Exim: smtp_banner; Exchange: Set-ReceiveConnector -Banner).`,
        confirm: "smtp-greeting",
        reference: "RFC 5321 4.3.1",
    }),
    "banner-refused": diagnostic({
        check: "banner",
        severity: "inconclusive",
        message: ({ code }) => (0,quote/* words */.aL) `The server refuses this client with ${code} instead of a greeting.`,
        remedy: (0,quote/* words */.aL) `The reply usually gives the reason. Allow this machine's address at the server, or test from another machine.`,
        confirm: "smtp-greeting",
        reference: "RFC 5321 3.1",
        senders: (0,quote/* words */.aL) `some senders (Postfix) try the next address or MX host, or again later, others (Exim) bounce the mail`,
    }),
    "banner-deferred": diagnostic({
        check: "banner",
        severity: "inconclusive",
        message: ({ code, again }) => (0,quote/* words */.aL) `The server defers this client with ${code} instead of a greeting${again}.`,
        remedy: (0,quote/* words */.aL) `Run again later. If it persists, allow this machine's address at the server, or raise its connection limit.`,
        confirm: "smtp-greeting",
        reference: "RFC 5321 3.8",
        senders: NEXT_HOST(),
    }),
    "greylister-in-front": diagnostic({
        check: "banner",
        severity: "inconclusive",
        message: () => (0,quote/* words */.aL) `OpenBSD spamd answers in place of the mail server, which it hides from new clients.`,
        remedy: (0,quote/* words */.aL) `Let this machine's address through to the mail server (spamd whitelist), or test from a machine that it knows.`,
        confirm: "smtp-greeting",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/certificate.js


var RENEW$made;
function RENEW() { return RENEW$made ??= ((0,quote/* words */.aL) `Renew it (certbot renew), then reload the mail server (Exchange: Enable-ExchangeCertificate): an MTA keeps the old one in memory.`); }
var VERIFYING$made;
function VERIFYING() { return VERIFYING$made ??= ((0,quote/* words */.aL) `senders that verify certificates do not deliver, others do`); }
var certificateDiagnostics$made;
function certificateDiagnostics() { return certificateDiagnostics$made ??= ({
    "cert-expired": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ ago }) => (0,quote/* words */.aL) `The certificate expired ${ago} ago.`,
        remedy: RENEW(),
        confirm: "certificate-dates",
        reference: "RFC 5280 4.1.2.5",
        resultType: "certificate-expired",
        senders: VERIFYING(),
    }),
    "cert-not-yet-valid": diagnostic({
        check: "certificate",
        severity: "error",
        message: (details) => (0,quote/* words */.aL) `${details.certificate} is not valid yet: it becomes valid in ${details.in}.`,
        remedy: (0,quote/* words */.aL) `Check the clock of the machine that issued it; install the certificate that is valid today.`,
        confirm: "certificate-dates",
        reference: "RFC 5280 4.1.2.5",
        resultType: "validation-failure",
        senders: VERIFYING(),
    }),
    "cert-expiring": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ left }) => (0,quote/* words */.aL) `The certificate expires in ${left}.`,
        remedy: RENEW(),
        confirm: "certificate-dates",
        reference: "RFC 5280 4.1.2.5",
        askedBy: "min-days-to-expiry",
    }),
    "cert-expiring-soon": diagnostic({
        check: "certificate",
        severity: "warning",
        message: ({ left }) => (0,quote/* words */.aL) `The certificate expires in ${left}.`,
        remedy: RENEW(),
        confirm: "certificate-dates",
        reference: "RFC 5280 4.1.2.5",
        askedBy: "warn-days-to-expiry",
    }),
    "cert-name-mismatch": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ host, role }) => (0,quote/* words */.aL) `The certificate does not name the ${role} ${host}.`,
        remedy: (0,quote/* words */.aL) `Issue one whose subject alternative names include the MX host name; the mail domain's own name does not count here.`,
        confirm: "certificate-names",
        reference: "RFC 9525 6, RFC 8461 4.1",
        resultType: "certificate-host-mismatch",
        senders: VERIFYING(),
    }),
    "cert-name-not-compared": diagnostic({
        check: "certificate",
        severity: "inconclusive",
        message: ({ address, said }) => (0,quote/* words */.aL) `The server was named by its address ${address}, so there is no host name to compare the certificate with${said}.`,
        remedy: (0,quote/* words */.aL) `Name the server as its MX record does, and lead that name to the address with connect-to.`,
        confirm: "certificate-names",
        reference: "RFC 9525 6, RFC 8461 4.1",
    }),
    "cert-common-name-only": diagnostic({
        check: "certificate",
        severity: "warning",
        message: ({ host }) => (0,quote/* words */.aL) `The certificate names ${host} only in its common name, which modern clients ignore.`,
        remedy: (0,quote/* words */.aL) `Issue one with the name as a subject alternative name (dNSName).`,
        confirm: "certificate-names",
        reference: "RFC 9525 2",
        resultType: "certificate-host-mismatch",
        senders: VERIFYING(),
    }),
    "cert-self-signed": diagnostic({
        check: "certificate",
        severity: "error",
        message: () => (0,quote/* words */.aL) `The certificate is self-signed; no authority vouches for it.`,
        remedy: (0,quote/* words */.aL) `Install one from a public authority (Let's Encrypt is free). For servers that only your own machines use, give its root in ca-file.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6",
        resultType: "certificate-not-trusted",
        senders: VERIFYING(),
    }),
    "cert-incomplete-chain": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ issuer }) => (0,quote/* words */.aL) `The server does not send the intermediate certificate of ${issuer}.`,
        remedy: (0,quote/* words */.aL) `Configure the full chain instead of the leaf alone (certbot: fullchain.pem in place of cert.pem), then reload the server. Browsers hide this fault, mail servers do not.`,
        confirm: "certificate-chain",
        reference: "RFC 8446 4.4.2",
        resultType: "certificate-not-trusted",
        senders: VERIFYING(),
    }),
    "cert-untrusted": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ reason }) => (0,quote/* words */.aL) `The certificate is not trusted: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Install a certificate from a public authority; for an authority of your own, give its root in ca-file.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6",
        resultType: "certificate-not-trusted",
        senders: VERIFYING(),
    }),
    "cert-weak-key": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ certificate, key }) => (0,quote/* words */.aL) `The key of ${certificate} is too weak: ${key}.`,
        remedy: (0,quote/* words */.aL) `Issue the certificate again with an RSA key of at least 2048 bits or an ECDSA key on P-256.`,
        confirm: "certificate-details",
        reference: "RFC 9325 4.5",
        resultType: "validation-failure",
        senders: VERIFYING(),
        askedBy: "min-rsa-bits",
    }),
    "cert-weak-signature": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ certificate, algorithm }) => (0,quote/* words */.aL) `${certificate} is signed with ${algorithm}, which can be forged.`,
        remedy: (0,quote/* words */.aL) `Have it issued again, signed with SHA-256 or better.`,
        confirm: "certificate-details",
        reference: "RFC 9155, RFC 9325 4.5",
        resultType: "validation-failure",
        senders: VERIFYING(),
    }),
    "cert-wrong-usage": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ extension, usage }) => (0,quote/* words */.aL) `The certificate must not be used for a server: its ${extension} is ${usage}.`,
        remedy: (0,quote/* words */.aL) `Have it issued for a server: extended key usage serverAuth, key usage digitalSignature.`,
        confirm: "certificate-details",
        reference: "RFC 5280 4.2.1.3, 4.2.1.12",
        resultType: "certificate-not-trusted",
        senders: VERIFYING(),
    }),
    "cert-issuer-unexpected": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ issuer }) => (0,quote/* words */.aL) `The certificate was issued by ${issuer}, which the policy does not allow.`,
        remedy: (0,quote/* words */.aL) `Find out who had it issued, and have it issued by an organisation in issuers; or add this one there.`,
        confirm: "certificate-details",
        reference: "RFC 5280 4.1.2.4",
        askedBy: "issuers",
    }),
    "cert-chain-expired": diagnostic({
        check: "certificate",
        severity: "error",
        message: ({ certificate, ago }) => (0,quote/* words */.aL) `The ${certificate} expired ${ago} ago, and senders find no other path to a trusted root.`,
        remedy: (0,quote/* words */.aL) `Install the authority's current intermediate (certbot renews it with the certificate), then reload the server.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6.1.3",
        resultType: "certificate-expired",
        senders: VERIFYING(),
    }),
    "cert-chain-expiring": diagnostic({
        check: "certificate",
        severity: "warning",
        message: ({ certificate, left }) => (0,quote/* words */.aL) `The ${certificate} expires in ${left}.`,
        remedy: (0,quote/* words */.aL) `Install the authority's current intermediate, then reload the server.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6.1.3",
    }),
    "cert-chain-order": diagnostic({
        check: "certificate",
        severity: "warning",
        message: ({ needed, taken }) => (0,quote/* words */.aL) `OpenSSL, and so Postfix, finds no trusted root: serve ${needed} before ${taken}.`,
        remedy: (0,quote/* words */.aL) `Change the order in the server's chain file, or leave the other certificate out; then reload the server.`,
        confirm: "certificate-chain",
        reference: "RFC 8446 4.4.2",
        resultType: "certificate-not-trusted",
    }),
    "cert-senders-differ": diagnostic({
        check: "certificate",
        severity: "warning",
        message: ({ openssl }) => (0,quote/* words */.aL) `Senders judge this certificate differently: OpenSSL, as Postfix uses it, ${openssl}.`,
        remedy: (0,quote/* words */.aL) `Serve a chain that every sender trusts: the certificate and the authority's current intermediates, and nothing else.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6.1",
    }),
    "cert-root-not-everywhere": diagnostic({
        check: "certificate",
        severity: "notice",
        message: ({ known, unknown }) => (0,quote/* words */.aL) `The root is in ${known}, but not in ${unknown}; some senders will not trust it.`,
        remedy: (0,quote/* words */.aL) `Ask the authority for a chain to a root that is in every store, if such senders matter to you.`,
        confirm: "certificate-chain",
        reference: "RFC 5280 6",
    }),
    "cert-chain-surplus": diagnostic({
        check: "certificate",
        severity: "notice",
        message: ({ surplus }) => (0,quote/* words */.aL) `${surplus} of the served certificates are not needed.`,
        remedy: (0,quote/* words */.aL) `Serve the leaf and the intermediates of its path only; old cross-signs and unrelated certificates confuse some clients.`,
        confirm: "certificate-chain",
        reference: "RFC 8446 4.4.2",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/connect.js


var connect_NEXT_HOST$made;
function connect_NEXT_HOST() { return connect_NEXT_HOST$made ??= ((0,quote/* words */.aL) `senders try the next address or MX host, or keep the mail and try again`); }
var connectDiagnostics$made;
function connectDiagnostics() { return connectDiagnostics$made ??= ({
    "connect-refused": diagnostic({
        check: "connect",
        ofAddress: true,
        severity: "error",
        message: ({ port }) => (0,quote/* words */.aL) `The connection to port ${port} is refused: nothing listens there, or a firewall rejects it.`,
        remedy: (0,quote/* words */.aL) `Start the mail server, let it listen on this address, or take the address out of DNS.`,
        confirm: "tcp-connect",
        reference: "RFC 5321 4.5.4.1",
        senders: connect_NEXT_HOST(),
    }),
    "connect-timeout": diagnostic({
        check: "connect",
        ofAddress: true,
        severity: "error",
        message: ({ seconds, comparison }) => (0,quote/* words */.aL) `Nothing answered within ${seconds} s${comparison}.`,
        remedy: (0,quote/* words */.aL) `Open the port in the firewall or security group for this address and family, or take the address out of DNS. If every server times out, check whether this machine can use the port at all.`,
        confirm: "tcp-connect",
        reference: "RFC 5321 4.5.4.1",
        senders: connect_NEXT_HOST(),
    }),
    "connect-unreachable": diagnostic({
        check: "connect",
        ofAddress: true,
        severity: "error",
        message: ({ code }) => (0,quote/* words */.aL) `The address cannot be reached (${code}).`,
        remedy: (0,quote/* words */.aL) `Check the server's network and the firewall on the way to it, or take the address out of DNS. EACCES and EPERM come from this machine's own firewall.`,
        confirm: "tcp-connect",
        reference: "RFC 1122 4.2.3.9",
        senders: connect_NEXT_HOST(),
    }),
    "connect-reset": diagnostic({
        check: "connect",
        ofAddress: true,
        severity: "error",
        message: ({ port }) => (0,quote/* words */.aL) `The connection to port ${port} was reset before it was established.`,
        remedy: (0,quote/* words */.aL) `Look for a firewall or connection limit that resets connections, and for a listener that is overloaded.`,
        confirm: "tcp-connect",
        reference: "RFC 5321 4.5.4.1",
        senders: connect_NEXT_HOST(),
    }),
    "connect-slow": diagnostic({
        check: "connect",
        ofAddress: true,
        severity: "warning",
        message: ({ seconds }) => (0,quote/* words */.aL) `It took ${seconds} s to establish the connection.`,
        remedy: (0,quote/* words */.aL) `Look for packet loss on the way and for a listener whose queue is full.`,
        confirm: "tcp-connect",
        reference: "RFC 5321 4.5.3.2",
    }),
    "egress-blocked": diagnostic({
        check: "connect",
        severity: "inconclusive",
        message: ({ what, why }) => (0,quote/* words */.aL) `${what} (${why}). Nothing is claimed about the servers.`,
        remedy: (0,quote/* words */.aL) `Route through a host that can reach the port (proxy: socks5://127.0.0.1:1080 after ssh -fN -D 1080 you@server), run this job on a self-hosted runner, or test what needs DNS and HTTPS only (checks: mx, mta-sts, tls-rpt).`,
        confirm: "tcp-connect",
        reference: "RFC 5321 4.5.4.1",
    }),
    "proxy-failed": diagnostic({
        check: "connect",
        severity: "inconclusive",
        message: ({ reason }) => (0,quote/* words */.aL) `The proxy did not make the connection: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Correct the address and credentials of the proxy (setting proxy), or its rules for this port. Nothing is claimed about the servers.`,
        reference: "RFC 1928 6, RFC 9110 9.3.6",
    }),
    "egress-intercepted": diagnostic({
        check: "connect",
        severity: "inconclusive",
        message: ({ what }) => (0,quote/* words */.aL) `${what}: a firewall in between rewrites the SMTP dialog.`,
        remedy: (0,quote/* words */.aL) `Switch off SMTP inspection ("fixup smtp", "inspect esmtp") on the firewall between here and the server; it hides STARTTLS, too.`,
        confirm: "smtp-greeting",
        reference: "RFC 5321 4.3.1",
    }),
    "ipv6-unavailable": diagnostic({
        check: "connect",
        severity: "notice",
        message: () => (0,quote/* words */.aL) `This machine has no IPv6, so IPv6 endpoints were not tested.`,
        remedy: (0,quote/* words */.aL) `Run it on a machine with IPv6, or set ip-family: 4 to say that IPv4 is all you want tested.`,
        confirm: "tcp-connect",
        reference: "RFC 5321 5.2",
    }),
    "local-limit": diagnostic({
        check: "connect",
        severity: "inconclusive",
        message: ({ code }) => (0,quote/* words */.aL) `This machine could not open another connection (${code}).`,
        remedy: (0,quote/* words */.aL) `If the limit of open files is reached (EMFILE), lower concurrency or raise the limit (ulimit -n). Otherwise check what this machine forbids.`,
    }),
    "not-probed": diagnostic({
        check: "connect",
        severity: "inconclusive",
        message: ({ reason }) => (0,quote/* words */.aL) `Not tested: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Raise deadline or test fewer domains in one run; after an interrupt, run again.`,
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/dane.js


var DEFERRING$made;
function DEFERRING() { return DEFERRING$made ??= ((0,quote/* words */.aL) `senders that use DANE skip this host, and queue the mail if no other host is left; other senders deliver`); }
var UNPROTECTED$made;
function UNPROTECTED() { return UNPROTECTED$made ??= ((0,quote/* words */.aL) `all senders deliver as if there were no TLSA records`); }
var MATCH$made;
function MATCH() { return MATCH$made ??= ((0,quote/* words */.aL) `Publish a 3 1 1 record (the SHA-256 of the public key) for the key in use, or go back to the key that the records are for. Next time, publish the record of the new key first, wait twice the TTL, and only then change the key.`); }
var daneDiagnostics$made;
function daneDiagnostics() { return daneDiagnostics$made ??= ({
    "dane-mismatch": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ base, why }) => (0,quote/* words */.aL) `No TLSA record of ${base} matches the certificate that the server sends${why}.`,
        remedy: MATCH(),
        confirm: "dane",
        reference: "RFC 7672 3.2, 5",
        resultType: "tlsa-invalid",
        senders: DEFERRING(),
    }),
    "dane-name-mismatch": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ base, anchor }) => (0,quote/* words */.aL) `The certificate was issued by the CA in the TLSA record ${anchor}, but not for the name ${base}.`,
        remedy: (0,quote/* words */.aL) `Get a certificate that has this name among its DNS names, or publish a 3 1 1 record for the server's own key: then names do not matter.`,
        confirm: "dane",
        reference: "RFC 7672 3.2.2, 3.2.3",
        resultType: "certificate-host-mismatch",
        senders: DEFERRING(),
    }),
    "dane-expired": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ certificate, state, anchor }) => (0,quote/* words */.aL) `${certificate} ${state}; for a TLSA record that names a CA (${anchor}), senders check the dates.`,
        remedy: (0,quote/* words */.aL) `Renew it (certbot renew), then reload the mail server; or publish a 3 1 1 record for the server's own key: then dates do not matter.`,
        confirm: "dane",
        reference: "RFC 7672 3.1.2",
        resultType: "certificate-expired",
        senders: DEFERRING(),
    }),
    "dane-no-tls": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ base, how }) => (0,quote/* words */.aL) `The TLSA records of ${base} promise TLS, but senders get none: ${how}.`,
        remedy: (0,quote/* words */.aL) `Make STARTTLS work (see the findings of starttls), or remove the TLSA records until it does.`,
        confirm: "starttls",
        reference: "RFC 7672 2.2",
        resultType: "starttls-not-supported",
    }),
    "dane-lookup-failed": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ question, gave }) => (0,quote/* words */.aL) `Senders cannot look up the TLSA records: ${question} ${gave}.`,
        remedy: (0,quote/* words */.aL) `Make the zone's name servers answer this question, with records or with a signed denial (NSEC, NSEC3). Typical causes: a name server or load balancer that does not know the type TLSA, expired signatures.`,
        confirm: "dig-bogus",
        reference: "RFC 7672 2.1.2, 2.2",
        resultType: "dnssec-invalid",
        senders: DEFERRING(),
    }),
    "dane-required": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ host, why }) => (0,quote/* words */.aL) `The policy requires DANE, but it does not protect mail to ${host}: ${why}.`,
        remedy: (0,quote/* words */.aL) `Sign the zone with DNSSEC and publish a 3 1 1 record for the server's key at every MX host; or remove dane from require.`,
        confirm: "dig-dnssec",
        reference: "RFC 7672 2.2",
        askedBy: "require",
    }),
    "dane-unusable": diagnostic({
        check: "dane",
        severity: "warning",
        message: ({ base, why }) => (0,quote/* words */.aL) `No TLSA record of ${base} is usable, so DANE does not authenticate the server: ${why}.`,
        remedy: (0,quote/* words */.aL) `Publish 3 1 1 records (the SHA-256 of the server's public key) in their place.`,
        confirm: "dig-dnssec",
        reference: "RFC 7672 2.2.3, 3.1.3",
        resultType: "tlsa-invalid",
        senders: (0,quote/* words */.aL) `senders that use DANE require TLS but do not authenticate the server; others ignore the records`,
    }),
    "dane-insecure": diagnostic({
        check: "dane",
        severity: "warning",
        message: ({ base, why }) => (0,quote/* words */.aL) `No sender uses the TLSA records of ${base}, so they protect nothing: ${why}.`,
        remedy: (0,quote/* words */.aL) `Sign the zone and have the DS record published by the parent zone (your registrar); or remove the TLSA records.`,
        confirm: "dig-dnssec",
        reference: "RFC 7672 2.2, 2.2.2",
        senders: UNPROTECTED(),
    }),
    "dane-unmatched-combination": diagnostic({
        check: "dane",
        severity: "warning",
        message: ({ base, kinds, by }) => (0,quote/* words */.aL) `The ${kinds} TLSA records of ${base} do not match the server's certificate (${by} does): a sender that supports only these does not deliver.`,
        remedy: (0,quote/* words */.aL) `Publish a matching record of each kind, or remove the kinds that you do not keep up to date.`,
        confirm: "dig-dnssec",
        reference: "RFC 7671 8.4, 9",
    }),
    "dane-key-unpublished": diagnostic({
        check: "dane",
        severity: "error",
        message: ({ base, key }) => (0,quote/* words */.aL) `This key, which you are about to deploy, is in no usable TLSA record of ${base}: ${key}.`,
        remedy: (0,quote/* words */.aL) `Publish its 3 1 1 record beside the present ones, wait twice the TTL so that no cache has the old set, and deploy the key after that.`,
        confirm: "dig-dnssec",
        reference: "RFC 7671 8.1",
        senders: (0,quote/* words */.aL) `once it is deployed, senders that use DANE will not deliver here; others will`,
    }),
    "dane-record-unusable": diagnostic({
        check: "dane",
        severity: "notice",
        message: ({ base, why }) => (0,quote/* words */.aL) `Senders ignore some TLSA records of ${base}: ${why}.`,
        remedy: (0,quote/* words */.aL) `Remove them: they protect nothing.`,
        confirm: "dig-dnssec",
        reference: "RFC 7672 2.2.3, 3.1.3",
    }),
    "dane-fragile": diagnostic({
        check: "dane",
        severity: "notice",
        message: ({ base, why }) => (0,quote/* words */.aL) `DANE works for ${base} now, but may break: ${why}.`,
        remedy: (0,quote/* words */.aL) `Publish a 3 1 1 record (the SHA-256 of the server's public key), and keep the key when you renew the certificate (certbot: --reuse-key).`,
        confirm: "dig-dnssec",
        reference: "RFC 7671 5.2.2, 9",
    }),
    "dane-mx-insecure": diagnostic({
        check: "dane",
        severity: "notice",
        message: ({ domain }) => (0,quote/* words */.aL) `The MX records of ${domain} are not signed with DNSSEC: an attacker who forges them bypasses DANE.`,
        remedy: (0,quote/* words */.aL) `Sign the zone of the domain with DNSSEC as well.`,
        confirm: "dig-dnssec",
        reference: "RFC 7672 2.2.1",
        senders: (0,quote/* words */.aL) `Postfix uses DANE anyway; Exim does not`,
    }),
    "dane-unseen": diagnostic({
        check: "dane",
        severity: "inconclusive",
        message: ({ base, why, would }) => (0,quote/* words */.aL) `It is unknown whether the TLSA records of ${base} protect its mail: ${why}. ${would}.`,
        remedy: (0,quote/* words */.aL) `Set dns-server to a resolver that validates: one on this machine, or dns-server: https://\u2026 (DNS over HTTPS). The default resolvers of most CI runners do not pass on the result of DNSSEC validation.`,
        confirm: "dig-dnssec",
        reference: "RFC 4035 4.3",
    }),
    "dane-partial": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ domain, of, bare }) => (0,quote/* words */.aL) `DANE protects mail to ${of} but not to ${bare}: an attacker can divert mail for ${domain} to the unprotected host.`,
        remedy: (0,quote/* words */.aL) `Publish TLSA records, in a signed zone, for every MX host.`,
        confirm: "dig-mx",
        reference: "RFC 7672 2.2.1",
        senders: (0,quote/* words */.aL) `senders that use DANE deliver to the unprotected hosts, too, without authenticating them`,
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/delivery.js


var deliveryDiagnostics$made;
function deliveryDiagnostics() { return deliveryDiagnostics$made ??= ({
    "domain-not-served": diagnostic({
        check: "delivery",
        severity: "error",
        message: ({ domain, code, reason }) => (0,quote/* words */.aL) `The server refuses mail to ${domain} with ${code}: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Add the domain to the server (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exchange: accepted domains), or take the MX record out.`,
        confirm: "own-postmaster",
        reference: "RFC 5321 5.1",
        senders: (0,quote/* words */.aL) `every sender bounces the mail`,
    }),
    "login-required": diagnostic({
        check: "delivery",
        severity: "error",
        message: ({ domain, code }) => (0,quote/* words */.aL) `The server requires a login (${code}) before it accepts mail to ${domain}. Other mail servers have none, so their mail does not arrive.`,
        remedy: (0,quote/* words */.aL) `Accept mail to your own domains on port 25 without authentication, and require it on ports 587 and 465 only; or point the MX record at the server that accepts mail from outside.`,
        confirm: "own-postmaster",
        reference: "RFC 4954 4, RFC 6409 4.3",
        senders: (0,quote/* words */.aL) `no sender can log in: the mail bounces`,
    }),
    "delivery-failing": diagnostic({
        check: "delivery",
        severity: "error",
        message: ({ domain, code }) => (0,quote/* words */.aL) `A fault of the server stops it from accepting mail to ${domain} (${code}), also at the last look.`,
        remedy: (0,quote/* words */.aL) `Read the server's log at the time of this run: a table, database, disk or content filter that it needs is missing or does not work.`,
        confirm: "own-postmaster",
        reference: "RFC 3463 3.4, RFC 5321 4.2.1",
        senders: (0,quote/* words */.aL) `senders keep the mail, try again for days, and bounce it if the fault persists`,
    }),
    "delivery-not-tested": diagnostic({
        check: "delivery",
        severity: "warning",
        message: ({ domain, reason }) => (0,quote/* words */.aL) `This run could not test whether the server accepts mail to ${domain}: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Test from a machine that is allowed to send mail: a public address with a reverse name that is on no block list; set helo-name to that name.`,
        confirm: "own-postmaster",
        reference: "RFC 5321 5.1",
    }),
    "delivery-deferred": diagnostic({
        check: "delivery",
        severity: "warning",
        message: ({ domain, code, why }) => (0,quote/* words */.aL) `The server defers mail to ${domain} with ${code}${why}.`,
        remedy: (0,quote/* words */.aL) `Run again later. If it persists, read in the server's log why it does not accept mail for the domain now.`,
        confirm: "own-postmaster",
        reference: "RFC 5321 4.2.1",
        senders: (0,quote/* words */.aL) `senders keep the mail and try again`,
    }),
    "delivery-unclear": diagnostic({
        check: "delivery",
        severity: "inconclusive",
        message: ({ domain, code, reason }) => (0,quote/* words */.aL) `The server refuses mail to ${domain} with ${code}, ${reason}: it refuses this client, or does not serve the domain.`,
        remedy: (0,quote/* words */.aL) `Send a message to the domain from elsewhere. If that arrives, the server refuses this client: test from another machine.`,
        confirm: "own-postmaster",
        reference: "RFC 5321 5.1",
    }),
    "delivery-not-asked": diagnostic({
        check: "delivery",
        severity: "inconclusive",
        message: ({ count, reason }) => (0,quote/* words */.aL) `This run did not ask the server about ${count} of the domains that name it as MX: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Fix the domains that it refuses and run again; test fewer domains in one run, or set delivery-test to sample.`,
        reference: "RFC 5321 5.1",
    }),
    "postmaster-refused": diagnostic({
        check: "delivery",
        severity: "notice",
        message: ({ domain, code }) => (0,quote/* words */.aL) `The server serves ${domain}, but refuses postmaster@${domain}, which every domain must accept, with ${code}.`,
        remedy: (0,quote/* words */.aL) `Create the mailbox or an alias for it, or make room in it if it is full: others write there when your mail misbehaves.`,
        confirm: "own-postmaster",
        reference: "RFC 5321 4.5.1, RFC 2142 5",
        senders: (0,quote/* words */.aL) `mail to postmaster bounces; other recipients were not asked for`,
    }),
    "delivery-greylisted": diagnostic({
        check: "delivery",
        severity: "notice",
        message: ({ domain, code }) => (0,quote/* words */.aL) `The server defers mail to ${domain} with ${code} because it does not know this client (greylisting).`,
        remedy: (0,quote/* words */.aL) `Nothing to fix. To see the answer behind it, let this machine past the greylist.`,
        confirm: "own-postmaster",
        reference: "RFC 6647 2",
        senders: (0,quote/* words */.aL) `senders try again after some minutes and are accepted`,
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/ehlo.js


var ehloDiagnostics$made;
function ehloDiagnostics() { return ehloDiagnostics$made ??= ({
    "ehlo-refused": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ code }) => (0,quote/* words */.aL) `The server understands neither EHLO nor HELO (${code}).`,
        remedy: (0,quote/* words */.aL) `Check which software answers on this port: every mail server must know both.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 4.1.1.1, 4.5.1",
    }),
    "ehlo-malformed": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ where }) => (0,quote/* words */.aL) `The answer to EHLO${where} is not an SMTP reply.`,
        remedy: (0,quote/* words */.aL) `Look for a proxy or filter in front of the mail server that breaks its replies.`,
        confirm: "raw-ehlo",
        reference: "RFC 5321 4.2",
    }),
    "ehlo-timeout": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ where, seconds }) => (0,quote/* words */.aL) `No answer to EHLO${where} within ${seconds} s.`,
        remedy: (0,quote/* words */.aL) `Look for name lookups or content filters that hang in the server's EHLO stage.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 4.5.3.2",
    }),
    "ehlo-closed": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ where, how, again }) => (0,quote/* words */.aL) `The server ${how} the connection after EHLO${where}${again}.`,
        remedy: (0,quote/* words */.aL) `Check the server's log for a process that crashes or for rules on the EHLO name.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 3.8",
    }),
    "ehlo-missing-extension": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ keyword }) => (0,quote/* words */.aL) `The server does not offer ${keyword}, which the policy requires.`,
        remedy: (0,quote/* words */.aL) `Switch the extension on at the server, or take it out of require-extensions.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 4.1.1.1",
        askedBy: "require-extensions",
    }),
    "ehlo-forbidden-extension": diagnostic({
        check: "ehlo",
        severity: "error",
        message: ({ keyword, where }) => (0,quote/* words */.aL) `The server offers ${keyword}${where}, which the policy forbids.`,
        remedy: (0,quote/* words */.aL) `Switch the extension off at the server, or take it out of forbid-extensions.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 4.1.1.1",
        askedBy: "forbid-extensions",
    }),
    "ehlo-helo-only": diagnostic({
        check: "ehlo",
        severity: "warning",
        message: () => (0,quote/* words */.aL) `The server understands only HELO, so no extensions and no STARTTLS are possible.`,
        remedy: (0,quote/* words */.aL) `Switch ESMTP on; a firewall's SMTP inspection may have switched it off.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 3.2",
    }),
    "ehlo-auth-in-clear": diagnostic({
        check: "ehlo",
        severity: "warning",
        message: ({ mechanisms }) => (0,quote/* words */.aL) `The server offers ${mechanisms} before TLS, so clients may send passwords in the clear.`,
        remedy: (0,quote/* words */.aL) `Offer AUTH only inside TLS (Postfix: smtpd_tls_auth_only = yes; Exim: auth_advertise_hosts with tls_in_cipher), and not at all on port 25.`,
        confirm: "smtp-ehlo",
        reference: "RFC 4954 4, RFC 8314 4.1",
    }),
    "ehlo-client-refused": diagnostic({
        check: "ehlo",
        severity: "inconclusive",
        message: ({ code }) => (0,quote/* words */.aL) `The server refuses this client at EHLO with ${code}: its name or its address.`,
        remedy: (0,quote/* words */.aL) `Set helo-name to a name that resolves to this machine's address, or test from a machine that the server accepts.`,
        confirm: "smtp-ehlo",
        reference: "RFC 5321 4.1.4",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/mta-sts.js


var mtaStsDiagnostics$made;
function mtaStsDiagnostics() { return mtaStsDiagnostics$made ??= ({
    "mta-sts-mx-not-covered": diagnostic({
        check: "mta-sts",
        severity: "error",
        message: ({ host, mode }) => (0,quote/* words */.aL) `The MX host ${host} is not listed in the domain's MTA-STS policy (mode: ${mode}).`,
        remedy: (0,quote/* words */.aL) `Add a line "mx: HOST" for it to the policy, then change the id in the _mta-sts record so that senders fetch the policy again; or remove the MX record.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 4.1",
        resultType: "validation-failure",
    }),
    "mta-sts-mx-unauthenticated": diagnostic({
        check: "mta-sts",
        severity: "error",
        message: ({ host, mode, why }) => (0,quote/* words */.aL) `The MX host ${host} does not satisfy the domain's MTA-STS policy (mode: ${mode}): ${why}.`,
        remedy: (0,quote/* words */.aL) `Offer STARTTLS with a certificate from a public CA that is valid now, is sent with its intermediates and names the MX host. Until then set the policy to "mode: testing" and change the id in the _mta-sts record.`,
        confirm: "mx-certificate",
        reference: "RFC 8461 4.2",
    }),
    "mta-sts-required": diagnostic({
        check: "mta-sts",
        severity: "error",
        message: ({ domain, wanted, found }) => (0,quote/* words */.aL) `The setting require asks for ${wanted} for ${domain}, but ${found}.`,
        remedy: (0,quote/* words */.aL) `Publish a TXT record at _mta-sts and the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt; start with "mode: testing" and change to "mode: enforce" once reports show no failures.`,
        confirm: "dig-question",
        reference: "RFC 8461 5",
        askedBy: "require",
    }),
    "mta-sts-id-unchanged": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ id, age }) => (0,quote/* words */.aL) `The MTA-STS policy changed, but the id in its record is still ${id}: senders that cached the old policy use it for up to ${age}.`,
        remedy: (0,quote/* words */.aL) `Change the id in the _mta-sts record each time the policy changes.`,
        confirm: "dig-question",
        reference: "RFC 8461 3.1",
    }),
    "mta-sts-record-invalid": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ why }) => (0,quote/* words */.aL) `Senders ignore the _mta-sts record, so MTA-STS does not protect mail: ${why}.`,
        remedy: (0,quote/* words */.aL) `Publish exactly one TXT record at _mta-sts in the form "v=STSv1; id=20260101T000000", with an id of 1 to 32 letters and digits.`,
        confirm: "dig-question",
        reference: "RFC 8461 3.1",
    }),
    "mta-sts-fetch-failed": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ host, why }) => (0,quote/* words */.aL) `Senders cannot fetch the MTA-STS policy from ${host}, so it does not protect mail: ${why}.`,
        remedy: (0,quote/* words */.aL) `Serve the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt with status 200, without a redirect, over TLS 1.2 or later.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.3",
        resultType: "sts-policy-fetch-error",
    }),
    "mta-sts-webpki-invalid": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ host, why }) => (0,quote/* words */.aL) `Senders do not trust the web server of the MTA-STS policy (${host}), so it does not protect mail: ${why}.`,
        remedy: (0,quote/* words */.aL) `Give the web server a certificate from a public CA that names mta-sts.DOMAIN, with the whole chain.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.3",
        resultType: "sts-webpki-invalid",
    }),
    "mta-sts-policy-invalid": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ why }) => (0,quote/* words */.aL) `The MTA-STS policy is not valid, so it does not protect mail: ${why}.`,
        remedy: (0,quote/* words */.aL) `Write the policy as plain text, one "key: value" per line: version: STSv1, mode, max_age, and one mx line for each MX host.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.2",
        resultType: "sts-policy-invalid",
    }),
    "mta-sts-fragile": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ why }) => (0,quote/* words */.aL) `Senders do not all read this domain's MTA-STS the same way: ${why}.`,
        remedy: (0,quote/* words */.aL) `Follow RFC 8461: "v=STSv1; id=\u2026" in the record, and in the policy each key once, no blank lines, max_age up to 31557600, served as text/plain.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.2",
    }),
    "mta-sts-max-age-short": diagnostic({
        check: "mta-sts",
        severity: "warning",
        message: ({ age }) => (0,quote/* words */.aL) `Senders cache the enforced MTA-STS policy for only ${age}: an attacker need only block the policy host for that long.`,
        remedy: (0,quote/* words */.aL) `Set max_age to weeks (604800 is one week).`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.2",
    }),
    "mta-sts-pattern-unused": diagnostic({
        check: "mta-sts",
        severity: "notice",
        message: ({ pattern }) => (0,quote/* words */.aL) `The MTA-STS policy lists ${pattern}, which matches no MX host of the domain.`,
        remedy: (0,quote/* words */.aL) `Remove the line if that host is gone for good; keep it if you are about to add the host.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 4.1",
    }),
    "mta-sts-unseen": diagnostic({
        check: "mta-sts",
        severity: "inconclusive",
        message: ({ what }) => (0,quote/* words */.aL) `${what}.`,
        remedy: (0,quote/* words */.aL) `Run this on a machine that reaches DNS, port 443 and port 25, or ask only for what can be seen from here: checks: mx, mta-sts, tls-rpt needs no port 25.`,
        confirm: "policy-fetch",
        reference: "RFC 8461 3.3",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/mx.js


var mxDiagnostics$made;
function mxDiagnostics() { return mxDiagnostics$made ??= ({
    "domain-not-found": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain }) => (0,quote/* words */.aL) `The domain ${domain} does not exist in DNS (NXDOMAIN).`,
        remedy: (0,quote/* words */.aL) `Check the spelling, and whether the registration has lapsed or the zone was removed from its name servers.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
    }),
    "mx-missing": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain }) => (0,quote/* words */.aL) `The domain ${domain} has neither an MX record nor an address, so mail to it has nowhere to go.`,
        remedy: (0,quote/* words */.aL) `Publish an MX record that names your mail server; where the domain accepts no mail, publish a null MX (0 .). Check the spelling.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
    }),
    "mx-null": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain }) => (0,quote/* words */.aL) `The domain ${domain} publishes a null MX, which means that it accepts no mail.`,
        remedy: (0,quote/* words */.aL) `Replace the null MX with the MX records of your mail servers, or set expect to none for it in the policy file.`,
        confirm: "dig-mx",
        reference: "RFC 7505 3",
        askedBy: "expect",
    }),
    "mx-not-null": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain }) => (0,quote/* words */.aL) `The domain ${domain} should accept no mail but does not publish a null MX.`,
        remedy: (0,quote/* words */.aL) `Publish "0 ." as its only MX record, so that senders bounce at once; or set expect to mail in the policy file.`,
        confirm: "dig-mx",
        reference: "RFC 7505 3",
        askedBy: "expect",
    }),
    "mx-unexpected-host": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain, host }) => (0,quote/* words */.aL) `The domain ${domain} lists the MX host ${host}, which the policy does not name.`,
        remedy: (0,quote/* words */.aL) `Find out who added the record: mail goes there. Take it out of DNS, or add the host to mx-hosts.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
        askedBy: "mx-hosts",
    }),
    "mx-expected-missing": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain, host }) => (0,quote/* words */.aL) `The domain ${domain} does not list the MX host ${host}, which the policy requires.`,
        remedy: (0,quote/* words */.aL) `Put the record back into the zone, or take the host out of mx-hosts.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
        askedBy: "mx-hosts",
    }),
    "mx-too-few-hosts": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ domain, found }) => (0,quote/* words */.aL) `The domain ${domain} has only ${found}.`,
        remedy: (0,quote/* words */.aL) `Publish an MX record for a further server, or lower min-mx-hosts.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
        askedBy: "min-mx-hosts",
    }),
    "ipv6-missing": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ host }) => (0,quote/* words */.aL) `The MX host ${host} has no IPv6 address, which the policy requires.`,
        remedy: (0,quote/* words */.aL) `Give the server an IPv6 address and publish its AAAA record, or take require-ipv6 out of the policy.`,
        confirm: "dig-host",
        reference: "RFC 5321 5.2",
        askedBy: "require-ipv6",
    }),
    "mx-null-with-others": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ others }) => (0,quote/* words */.aL) `The domain has a null MX together with ${others === 1 ? (0,quote/* words */.aL) `another MX record` : (0,quote/* words */.aL) `${others} other MX records`}, which contradicts itself.`,
        remedy: (0,quote/* words */.aL) `Remove the record "0 ." if the domain accepts mail, otherwise remove all the others.`,
        confirm: "dig-mx",
        reference: "RFC 7505 3",
    }),
    "mx-null-preference": diagnostic({
        check: "mx",
        severity: "notice",
        message: ({ preference }) => (0,quote/* words */.aL) `The null MX has preference ${preference} instead of 0.`,
        remedy: (0,quote/* words */.aL) `Publish it as "0 .".`,
        confirm: "dig-mx",
        reference: "RFC 7505 3",
    }),
    "mx-implicit": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ domain }) => (0,quote/* words */.aL) `The name ${domain} has an address but no MX record: senders take the host itself for the mail server of a domain of this name.`,
        remedy: (0,quote/* words */.aL) `To test a server, use servers: HOST. For a mail domain, publish an MX record that names its server, so that a web server at the same address is never taken for one.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
    }),
    "mx-host-not-found": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ role, host }) => (0,quote/* words */.aL) `The ${role} ${host} does not exist in DNS (NXDOMAIN).`,
        remedy: (0,quote/* words */.aL) `Correct the name where it is written, or publish A and AAAA records for it.`,
        confirm: "dig-host",
        reference: "RFC 5321 5.1",
    }),
    "mx-no-address": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ role, host }) => (0,quote/* words */.aL) `The ${role} ${host} has neither an A nor an AAAA record.`,
        remedy: (0,quote/* words */.aL) `Publish the address of the server under this name, or take the name out.`,
        confirm: "dig-host",
        reference: "RFC 5321 5.1",
    }),
    "mx-is-address": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ host }) => (0,quote/* words */.aL) `The MX record contains the IP address ${host} instead of a host name.`,
        remedy: (0,quote/* words */.aL) `Give the server a name with an A or AAAA record, and put that name into the MX record.`,
        confirm: "dig-mx",
        reference: "RFC 1035 3.3.9, RFC 5321 5.1",
    }),
    "mx-invalid-name": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ host, why }) => (0,quote/* words */.aL) `The MX record names ${host}, which is not a valid host name${why}.`,
        remedy: (0,quote/* words */.aL) `Use letters, digits and hyphens only, and labels of at most 63 characters.`,
        confirm: "dig-mx",
        reference: "RFC 1123 2.1, RFC 5321 2.3.5",
    }),
    "mx-is-alias": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ host, target }) => (0,quote/* words */.aL) `The MX host ${host} is an alias (CNAME) of ${target}.`,
        remedy: (0,quote/* words */.aL) `Name the canonical host in the MX record, or give this name A and AAAA records of its own; some senders refuse an alias.`,
        confirm: "dig-host",
        reference: "RFC 2181 10.3, RFC 5321 5.1",
    }),
    "mx-private-address": diagnostic({
        check: "mx",
        ofAddress: true,
        severity: "error",
        message: ({ role, host, address, scope }) => (0,quote/* words */.aL) `The ${role} ${host} has the address ${address}, which is not public (${scope}).`,
        remedy: (0,quote/* words */.aL) `Publish the server's public address. To test servers of your own network on purpose, set allow-private-addresses.`,
        confirm: "dig-host",
        reference: "RFC 6890",
    }),
    "mx-duplicate-host": diagnostic({
        check: "mx",
        severity: "notice",
        message: ({ host, times }) => (0,quote/* words */.aL) `The MX host ${host} is listed ${times} times.`,
        remedy: (0,quote/* words */.aL) `Keep one MX record per host.`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
    }),
    "mx-inconsistent": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ question, servers }) => (0,quote/* words */.aL) `The ${servers} name servers of the zone do not agree on ${question}.`,
        remedy: (0,quote/* words */.aL) `Look for a secondary that has not taken over the zone (compare the serial numbers), and for a server that is no longer yours; what a sender gets depends on whom it asks.`,
        confirm: "dig-authoritative",
        reference: "RFC 1034 4.3.5, RFC 1912 2.2",
    }),
    "mx-truncated": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ host, listed, probed }) => host === undefined
            ? (0,quote/* words */.aL) `The domain lists ${listed} MX records; the first ${probed} by preference were tested.`
            : (0,quote/* words */.aL) `The host ${host} has ${listed} addresses; the first ${probed} were tested.`,
        remedy: (0,quote/* words */.aL) `Publish fewer of them: senders give up long before they have tried them all (Postfix after 5 addresses).`,
        confirm: "dig-mx",
        reference: "RFC 5321 5.1",
    }),
    "dns-servfail": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ question }) => (0,quote/* words */.aL) `DNS answers SERVFAIL for ${question}, while the resolver answers other questions.`,
        remedy: (0,quote/* words */.aL) `Check the zone's name servers for an expired zone, a lame delegation or a server that is down. Senders defer mail until this is fixed.`,
        confirm: "dig-question",
        reference: "RFC 1035 4.1.1",
    }),
    "dnssec-bogus": diagnostic({
        check: "mx",
        severity: "error",
        message: ({ question, shownBy }) => (0,quote/* words */.aL) `DNSSEC validation fails for ${question}: ${shownBy}.`,
        remedy: (0,quote/* words */.aL) `Compare the DS record at the parent with the zone's keys, and look for expired signatures; sign the zone again or withdraw the DS record.`,
        confirm: "dig-bogus",
        reference: "RFC 4035 4.3, 5.5",
        resultType: "dnssec-invalid",
    }),
    "dns-malformed": diagnostic({
        check: "mx",
        severity: "warning",
        message: ({ question }) => (0,quote/* words */.aL) `The answer to ${question} is malformed.`,
        remedy: (0,quote/* words */.aL) `Look at the name server that answers, and at middleboxes that rewrite DNS.`,
        confirm: "dig-question",
        reference: "RFC 1035 4",
    }),
    "dns-timeout": diagnostic({
        check: "mx",
        severity: "inconclusive",
        message: ({ question, seconds }) => (0,quote/* words */.aL) `No answer for ${question} within ${seconds} s.`,
        remedy: (0,quote/* words */.aL) `Run again; if it persists, ask each of the zone's name servers directly to find the one that does not answer.`,
        confirm: "dig-question",
        reference: "RFC 1035 7.2",
    }),
    "dns-refused": diagnostic({
        check: "mx",
        severity: "inconclusive",
        message: ({ question, rcode }) => (0,quote/* words */.aL) `The resolver does not answer ${question} (${rcode}).`,
        remedy: (0,quote/* words */.aL) `Set dns-server to a resolver that serves this machine.`,
        confirm: "dig-question",
        reference: "RFC 1035 4.1.1",
    }),
    "dns-resolver-broken": diagnostic({
        check: "mx",
        severity: "inconclusive",
        message: ({ question, gave, others }) => (0,quote/* words */.aL) `${question} got ${gave}, ${others}.`,
        remedy: (0,quote/* words */.aL) `Fix this machine's resolver (/etc/resolv.conf), or set dns-server to one that works from here. Nothing is claimed about the domain.`,
        confirm: "dig-resolver",
        reference: "RFC 1035 7.2",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/relay.js


var relayDiagnostics$made;
function relayDiagnostics() { return relayDiagnostics$made ??= ({
    "relay-open": diagnostic({
        check: "relay",
        severity: "error",
        message: ({ recipient }) => (0,quote/* words */.aL) `The server accepts mail from a stranger to the foreign recipient ${recipient}: it is an open relay.`,
        remedy: (0,quote/* words */.aL) `Relay only for authenticated clients and your own networks (Postfix: smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination), and check that mynetworks is not too wide.`,
        confirm: "relay",
        reference: "RFC 5321 7.9, RFC 2505 2.1",
    }),
    "relay-open-to-us": diagnostic({
        check: "relay",
        severity: "error",
        message: ({ recipient }) => (0,quote/* words */.aL) `The server accepts mail from this client to the foreign recipient ${recipient}; this client may be a trusted one.`,
        remedy: (0,quote/* words */.aL) `Confirm from a machine outside your network with the line below. If it is accepted there, too, relay only for authenticated clients and your own networks (Postfix: smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination). If only this machine may relay, and is meant to, say so: severity: relay-open-to-us:notice.`,
        confirm: "relay",
        reference: "RFC 5321 7.9",
    }),
    "relay-odd-forms": diagnostic({
        check: "relay",
        severity: "warning",
        message: ({ forms }) => (0,quote/* words */.aL) `The server refuses the plain foreign recipient and accepts it in unusual forms: ${forms}.`,
        remedy: (0,quote/* words */.aL) `Find out what happens to such a message: an unusual local part that bounces is harmless, one that is sent on is a relay. Refuse percent signs, bangs and source routes in recipients (Postfix: swap_bangpath = no, allow_percent_hack = no).`,
        confirm: "relay",
        reference: "RFC 5321 C, RFC 2505 2.1",
    }),
    "relay-not-tested": diagnostic({
        check: "relay",
        severity: "warning",
        message: ({ reason }) => (0,quote/* words */.aL) `This run could not test whether the server is an open relay: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Set helo-name, relay-sender or relay-recipient to names that the server has no reason to refuse, or test from another machine.`,
        confirm: "relay",
        reference: "RFC 5321 7.9",
    }),
    "relay-deferred": diagnostic({
        check: "relay",
        severity: "warning",
        message: ({ code, why }) => (0,quote/* words */.aL) `The foreign recipient was deferred with ${code}${why}: it was neither accepted nor refused.`,
        remedy: (0,quote/* words */.aL) `Run again later. If it persists, read in the server's log why it does not refuse for good (Postfix: relay_domains and access tables that cannot be read).`,
        confirm: "relay",
        reference: "RFC 5321 4.2.1",
    }),
    "relay-rejected-otherwise": diagnostic({
        check: "relay",
        severity: "notice",
        message: ({ code }) => (0,quote/* words */.aL) `The foreign recipient was refused with ${code}, but not with a reply about relaying.`,
        remedy: (0,quote/* words */.aL) `Nothing to fix. Set relay-recipient to an address that exists elsewhere for a clearer answer.`,
        confirm: "relay",
        reference: "RFC 5321 7.9",
    }),
    "relay-greylisted": diagnostic({
        check: "relay",
        severity: "notice",
        message: ({ code }) => (0,quote/* words */.aL) `The foreign recipient was deferred with ${code} (greylisting), so the answer behind it was not seen.`,
        remedy: (0,quote/* words */.aL) `Nothing to fix. To see the answer, let this machine past the greylist.`,
        confirm: "relay",
        reference: "RFC 6647 2",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/run.js


var runDiagnostics$made;
function runDiagnostics() { return runDiagnostics$made ??= ({
    "shard-missing": diagnostic({
        check: "run",
        severity: "error",
        message: ({ what }) => (0,quote/* words */.aL) `${what}.`,
        remedy: (0,quote/* words */.aL) `Run the shards that are missing again and judge all of them together: each of 1 to N once, with the same domains, settings and version. To judge a part on purpose, set allow-partial.`,
    }),
    "deadline-too-short": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ operator, takes, deadline }) => (0,quote/* words */.aL) `${operator} alone needs about ${takes}, because no operator is crowded; the deadline leaves ${deadline}.`,
        remedy: (0,quote/* words */.aL) `Raise \`deadline\`, share the run among shards (\`shard: K/N\`), or set \`addresses: one\` where each customer has a host name of its own.`,
    }),
    "addresses-not-probed": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ addresses, hosts }) => (0,quote/* words */.aL) `${addresses} of ${hosts} not tested: one address of each host was chosen instead (addresses: one).`,
        remedy: (0,quote/* words */.aL) `Nothing to do where all addresses of a host lead to the same servers. Else set \`addresses: all\` for these hosts.`,
    }),
    "target-sources": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ what }) => (0,quote/* words */.aL) `${what}.`,
        remedy: (0,quote/* words */.aL) `Check that this run tests what you mean, by the DNS that you mean.`,
    }),
    "waiver-expired": diagnostic({
        check: "run",
        severity: "warning",
        message: ({ code, scope, until }) => (0,quote/* words */.aL) `The waiver for ${code}${scope} ended on ${until}; its findings count again.`,
        remedy: (0,quote/* words */.aL) `Fix what it was for and remove the waiver; or give it a new end, and a reason that still holds.`,
    }),
    "waiver-ending": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ code, scope, until, left }) => (0,quote/* words */.aL) `The waiver for ${code}${scope} ends in ${left}, after ${until}.`,
        remedy: (0,quote/* words */.aL) `Fix what it lets pass before it counts again, or give the waiver a new end.`,
    }),
    "waiver-unused": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ code, scope }) => (0,quote/* words */.aL) `The waiver for ${code}${scope} matches nothing in this run.`,
        remedy: (0,quote/* words */.aL) `Remove it if its cause is fixed; else check its code, domain or host.`,
    }),
    "policy-silences": diagnostic({
        check: "run",
        severity: "notice",
        message: ({ what }) => (0,quote/* words */.aL) `The policy ${what}.`,
        remedy: (0,quote/* words */.aL) `Check that each of these is intended. To forbid them, set severity: policy-silences:error outside the policy file, which it overrides.`,
    }),
    "recording-cut-off": diagnostic({
        check: "run",
        severity: "inconclusive",
        message: ({ recordings, missing }) => (0,quote/* words */.aL) `${recordings}, so either the run was killed or the file is incomplete: ${missing}.`,
        remedy: (0,quote/* words */.aL) `Run it again, or copy the file again. To report what was finished anyway, set severity: recording-cut-off:warning.`,
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/session.js


var sessionDiagnostics$made;
function sessionDiagnostics() { return sessionDiagnostics$made ??= ({
    "session-closed": diagnostic({
        check: "session",
        severity: "error",
        message: ({ step, how, again }) => (0,quote/* words */.aL) `The server ${how} the connection at ${step}${again}.`,
        remedy: (0,quote/* words */.aL) `Check the server's log for a process that crashes at this command, or for a limit on errors or commands.`,
        confirm: "session",
        reference: "RFC 5321 3.8",
    }),
    "session-limit": diagnostic({
        check: "session",
        severity: "error",
        message: ({ step, limit }) => (0,quote/* words */.aL) `The server does not answer ${step} within the limit of ${limit}.`,
        remedy: (0,quote/* words */.aL) `Look for a server or proxy that loops or hangs at this command.`,
        confirm: "session",
        reference: "RFC 5321 4.5.3",
    }),
    "session-deferred": diagnostic({
        check: "session",
        severity: "inconclusive",
        message: ({ step, again, said }) => (0,quote/* words */.aL) `The server ended the dialog at ${step} with 421${again}: ${said}.`,
        remedy: (0,quote/* words */.aL) `Run again later. If it persists, look up in the server's log whether it was shutting down, was busy, or limits this machine's address.`,
        confirm: "session",
        reference: "RFC 5321 3.8",
        senders: (0,quote/* words */.aL) `senders keep the mail and try again`,
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/starttls.js


var starttlsDiagnostics$made;
function starttlsDiagnostics() { return starttlsDiagnostics$made ??= ({
    "starttls-not-offered": diagnostic({
        check: "starttls",
        severity: "error",
        message: () => (0,quote/* words */.aL) `The server does not offer STARTTLS, so mail is sent unencrypted.`,
        remedy: (0,quote/* words */.aL) `Give the server a certificate and switch TLS on (Postfix: smtpd_tls_chain_files and smtpd_tls_security_level = may; Exim: tls_certificate and tls_advertise_hosts = *). If it is on, look for a firewall that inspects SMTP.`,
        confirm: "starttls",
        reference: "RFC 3207 4, RFC 7435",
        resultType: "starttls-not-supported",
    }),
    "starttls-hidden": diagnostic({
        check: "starttls",
        severity: "warning",
        message: () => (0,quote/* words */.aL) `STARTTLS works although it is not announced: something on the path may remove it from the EHLO reply.`,
        remedy: (0,quote/* words */.aL) `Switch off SMTP inspection on the firewall in front of the server; senders use STARTTLS only where it is announced.`,
        confirm: "starttls",
        reference: "RFC 3207 6",
    }),
    "starttls-refused": diagnostic({
        check: "starttls",
        severity: "error",
        message: ({ code }) => (0,quote/* words */.aL) `The server offers STARTTLS but refuses it with ${code}.`,
        remedy: (0,quote/* words */.aL) `Check the server's log: most often the certificate or key file is missing, unreadable or does not match.`,
        confirm: "smtp-starttls",
        reference: "RFC 3207 4",
        resultType: "starttls-not-supported",
    }),
    "starttls-extra-data": diagnostic({
        check: "starttls",
        severity: "error",
        message: ({ octets }) => (0,quote/* words */.aL) `${octets} octets in the clear follow the 220 to STARTTLS; a client could take them for part of the encrypted session.`,
        remedy: (0,quote/* words */.aL) `Update the mail server or the proxy in front of it: nothing may be sent between the 220 and the handshake (response injection).`,
        confirm: "smtp-starttls",
        reference: "RFC 3207 6",
    }),
    "tls-handshake-failed": diagnostic({
        check: "starttls",
        severity: "error",
        message: ({ reason }) => (0,quote/* words */.aL) `The TLS handshake fails: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Check the server's log at this moment: certificate and key that do not match, no common version or cipher, or a server that requires client certificates.`,
        confirm: "handshake",
        reference: "RFC 3207 4.1, RFC 8446 6.2",
        resultType: "validation-failure",
    }),
    "tls-timeout": diagnostic({
        check: "starttls",
        severity: "error",
        message: ({ step, seconds }) => (0,quote/* words */.aL) `${step} got no answer within ${seconds} s.`,
        remedy: (0,quote/* words */.aL) `Look for a TLS process (tlsmgr, a TLS proxy) that hangs, for missing entropy, and for a path that loses large packets (MTU).`,
        confirm: "starttls",
        reference: "RFC 3207 4.1",
        resultType: "validation-failure",
    }),
    "tls-version-too-low": diagnostic({
        check: "starttls",
        severity: "error",
        message: ({ version, asked }) => (0,quote/* words */.aL) `A modern client negotiates ${version}; the policy requires at least TLS ${asked}.`,
        remedy: (0,quote/* words */.aL) `Switch newer versions on (Postfix: smtpd_tls_protocols = >=TLSv1.2), and update the TLS library if it does not support them.`,
        confirm: "any-version",
        reference: "RFC 8996, RFC 9325 3.1.1",
        resultType: "validation-failure",
        askedBy: "min-tls-version",
    }),
    "tls-legacy-accepted": diagnostic({
        check: "starttls",
        severity: "warning",
        message: ({ version }) => (0,quote/* words */.aL) `The server still accepts ${version}, which is obsolete.`,
        remedy: (0,quote/* words */.aL) `Set TLS 1.2 as the lowest version (Postfix: smtpd_tls_protocols = >=TLSv1.2; Exim: tls_require_ciphers or openssl_options +no_tlsv1 +no_tlsv1_1).`,
        confirm: "starttls-legacy",
        reference: "RFC 8996",
    }),
    "tls-weak-cipher": diagnostic({
        check: "starttls",
        severity: "warning",
        message: ({ cipher }) => (0,quote/* words */.aL) `A modern client negotiates the weak cipher suite ${cipher}.`,
        remedy: (0,quote/* words */.aL) `Offer suites with AES-GCM or ChaCha20 and forward secrecy, and drop NULL, anonymous, export, RC4, DES, 3DES and MD5.`,
        confirm: "any-cipher",
        reference: "RFC 9325 4.1",
    }),
    "tls-no-1.3": diagnostic({
        check: "starttls",
        severity: "notice",
        message: () => (0,quote/* words */.aL) `The server does not support TLS 1.3.`,
        remedy: (0,quote/* words */.aL) `Update the mail server and its TLS library when you can; TLS 1.2 is acceptable, 1.3 is better.`,
        confirm: "any-version",
        reference: "RFC 9325 3.1.1",
    }),
    "tls-floor-unknown": diagnostic({
        check: "starttls",
        severity: "notice",
        message: ({ reason }) => (0,quote/* words */.aL) `It is unknown whether TLS 1.0 or 1.1 is still accepted: ${reason}.`,
        remedy: (0,quote/* words */.aL) `Run again later, or test it by hand.`,
        confirm: "starttls-legacy",
        reference: "RFC 8996",
    }),
    "tls-large-hello": diagnostic({
        check: "starttls",
        severity: "notice",
        message: () => (0,quote/* words */.aL) `The handshake works only with a small ClientHello; clients with post-quantum key exchange fail.`,
        remedy: (0,quote/* words */.aL) `Update the server or the middlebox that cannot take a ClientHello in two segments.`,
        confirm: "large-hello",
        reference: "RFC 8446 4.1.2",
    }),
    "starttls-flaky": diagnostic({
        check: "starttls",
        severity: "notice",
        message: () => (0,quote/* words */.aL) `STARTTLS failed at first and worked on the second look.`,
        remedy: (0,quote/* words */.aL) `Look for one of several backends that is configured differently, and for TLS processes at their limit.`,
        confirm: "starttls-again",
        reference: "RFC 3207 4.1",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/tls-rpt.js


var tlsRptDiagnostics$made;
function tlsRptDiagnostics() { return tlsRptDiagnostics$made ??= ({
    "tls-rpt-required": diagnostic({
        check: "tls-rpt",
        severity: "error",
        message: ({ domain, found }) => (0,quote/* words */.aL) `The policy requires TLS reporting for ${domain}, but ${found}.`,
        remedy: (0,quote/* words */.aL) `Publish a TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN".`,
        confirm: "dig-question",
        reference: "RFC 8460 3",
        askedBy: "require",
    }),
    "tls-rpt-invalid": diagnostic({
        check: "tls-rpt",
        severity: "warning",
        message: ({ why }) => (0,quote/* words */.aL) `Senders ignore the _smtp._tls record, so nobody reports TLS failures: ${why}.`,
        remedy: (0,quote/* words */.aL) `Publish exactly one TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN"; several destinations are separated by commas.`,
        confirm: "dig-question",
        reference: "RFC 8460 3",
    }),
    "tls-rpt-undeliverable": diagnostic({
        check: "tls-rpt",
        severity: "warning",
        message: ({ uri, why }) => (0,quote/* words */.aL) `TLS reports to ${uri} cannot be delivered: ${why}.`,
        remedy: (0,quote/* words */.aL) `In the _smtp._tls record, use a mailbox that accepts mail, or an https address whose host exists.`,
        confirm: "dig-question",
        reference: "RFC 8460 3",
    }),
    "tls-rpt-unseen": diagnostic({
        check: "tls-rpt",
        severity: "inconclusive",
        message: ({ what }) => (0,quote/* words */.aL) `${what}.`,
        remedy: (0,quote/* words */.aL) `Correct what the name servers answer for this name, or name a resolver that gets an answer (dns-server).`,
        confirm: "dig-question",
        reference: "RFC 8460 3",
    }),
    "tls-rpt-missing": diagnostic({
        check: "tls-rpt",
        severity: "notice",
        message: ({ domain, published }) => (0,quote/* words */.aL) `The domain ${domain} publishes ${published} but no address for TLS reports, so nobody tells you when senders fail.`,
        remedy: (0,quote/* words */.aL) `Publish a TXT record at _smtp._tls in the form "v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN".`,
        confirm: "dig-question",
        reference: "RFC 8460 3",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/zone.js


var zoneDiagnostics$made;
function zoneDiagnostics() { return zoneDiagnostics$made ??= ({
    "zone-would-not-load": diagnostic({
        check: "run",
        severity: "error",
        message: ({ servers, file, what }) => (0,quote/* words */.aL) `${servers} would not load the zone file ${file}: ${what}.`,
        remedy: (0,quote/* words */.aL) `Correct the line and check the file with named-checkzone, kzonecheck or nsd-checkzone before you publish it.`,
        reference: "RFC 1035 5",
    }),
}); }

;// CONCATENATED MODULE: ./lib/judge/diagnostics/registry.js














var diagnostics$made;
function diagnostics() { return diagnostics$made ??= ({
    ...mxDiagnostics(),
    ...connectDiagnostics(),
    ...bannerDiagnostics(),
    ...ehloDiagnostics(),
    ...starttlsDiagnostics(),
    ...certificateDiagnostics(),
    ...relayDiagnostics(),
    ...deliveryDiagnostics(),
    ...daneDiagnostics(),
    ...mtaStsDiagnostics(),
    ...tlsRptDiagnostics(),
    ...sessionDiagnostics(),
    ...runDiagnostics(),
    ...zoneDiagnostics(),
}); }
var CODES$made;
function CODES() { return CODES$made ??= (Object.keys(diagnostics())); }
const ALWAYS_TOLD = ["policy-silences"];
const FIXED_SEVERITY = { "shard-missing": "allow-partial" };
function describe(code) {
    return diagnostics()[code];
}
function isCode(text) {
    return Object.hasOwn(diagnostics(), text);
}


/***/ },

/***/ 7116:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ Causes),
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   eI: () => (/* binding */ keepCauses),
/* harmony export */   i3: () => (/* binding */ isCausedByRun)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6221);

var OF_THE_RUN$made;
function OF_THE_RUN() { return OF_THE_RUN$made ??= (new Set(["not-probed"])); }
function isCausedByRun(code) {
    return OF_THE_RUN().has(code);
}
class Causes {
    #byKey = new Map();
    #byCheck = new Map();
    #numbers = new Map();
    add(placed) {
        const { findings } = placed.check;
        if (findings.length === 0)
            return;
        const causes = this.#causesAt(placed);
        findings.forEach((finding, index) => causes[index]?.seen.push({ finding, placed }));
    }
    get all() {
        return this.#byKey.values();
    }
    at(placed) {
        return placed.check.findings.length === 0 ? [] : this.#causesAt(placed);
    }
    #causesAt(placed) {
        const { check } = placed;
        const place = placed.endpoint ?? placed.domain;
        const known = this.#byCheck.get(check);
        if (known?.place === place)
            return known.causes;
        const keys = new Set();
        const causes = check.findings.map((finding) => {
            let key = `${String(this.#number(wordsOf(finding, placed.domain)))} ${whereOf(placed, finding)}`;
            while (keys.has(key))
                key += " another";
            keys.add(key);
            const cause = this.#byKey.get(key) ?? { finding, check: check.check, seen: [] };
            this.#byKey.set(key, cause);
            return cause;
        });
        this.#byCheck.set(check, { place, causes });
        return causes;
    }
    #number(words) {
        const number = this.#numbers.get(words) ?? this.#numbers.size;
        this.#numbers.set(words, number);
        return number;
    }
}
var made$made;
function made() { return made$made ??= (new WeakMap()); }
function causesOf(domains) {
    const known = made().get(domains);
    if (known !== undefined)
        return known;
    const causes = new Causes();
    for (const placed of (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .placedChecks */ .xU)(domains))
        causes.add(placed);
    keepCauses(domains, causes);
    return causes;
}
function keepCauses(domains, causes) {
    made().set(domains, causes);
}
function whereOf({ server, endpoint, check }, { code, host, address, policy }) {
    if (isCausedByRun(code))
        return "";
    if (endpoint !== undefined)
        return `${check.check}\n${server?.host ?? ""}\n${endpoint.key}`;
    const rest = JSON.stringify([address, host === undefined ? policy?.file : undefined]);
    return `${check.check}\nnone\n${host ?? ""}\n${rest}`;
}
function wordsOf(finding, { name }) {
    const { code, severity, message, expected, remedy } = finding;
    const { waived, off, loweredFrom, known } = finding;
    const without = (text) => (text.includes(name) ? text.replaceAll(name, "") : text);
    const said = `${code}\n${severity}\n${without(message)}\n${without(remedy)}\n`;
    const asked = expected === undefined ? "" : `expected ${without(expected)}`;
    const mild = waived === undefined && off === undefined && loweredFrom === undefined && known === undefined;
    return `${said}${asked}\n${mild ? "" : JSON.stringify([waived, off, loweredFrom, known])}`;
}


/***/ },

/***/ 6458:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ coverageFindings),
/* harmony export */   w: () => (/* binding */ boundSentence)
/* harmony export */ });
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6713);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/* harmony import */ var _diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5797);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4411);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8577);





const OPERATORS = 3;
function coverageFindings(observations, policy) {
    const { runs = [observations] } = observations;
    const slow = new Map();
    for (const bound of runs.flatMap(({ politeness = [] }) => politeness)) {
        const known = slow.get(bound.operator);
        if (known === undefined || known.seconds < bound.seconds)
            slow.set(bound.operator, bound);
    }
    const slowest = [...slow.values()].sort((one, other) => other.seconds - one.seconds).slice(0, OPERATORS);
    const spared = Object.values(observations.endpoints).filter(({ notProbed }) => notProbed === "another-address");
    const raised = slowest.map((bound) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .raise */ .xl)("deadline-too-short", boundDetails(bound)));
    if (spared.length > 0) {
        const hosts = new Set(spared.map(({ host }) => host));
        raised.push((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .raise */ .xl)("addresses-not-probed", {
            addresses: (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(new Set(spared.map(({ host, address }) => `${host} ${address}`)).size, "address", "addresses"),
            hosts: (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(hosts.size, "host"),
        }));
    }
    return raised.map((each) => (0,_settle_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOfRun */ .ym)(each, policy, undefined));
}
function boundSentence(bound) {
    return (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .raise */ .xl)("deadline-too-short", boundDetails(bound)).message} ${(0,_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)("deadline-too-short").remedy}`;
}
function boundDetails({ operator, seconds, secondsLeft }) {
    return { operator: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(operator, 255), takes: about(seconds), deadline: about(secondsLeft) };
}
function about(seconds) {
    return seconds < 120 ? (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.max(0, Math.round(seconds)), "second") : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(seconds * 1000);
}


/***/ },

/***/ 8577:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ym: () => (/* binding */ findingOfRun),
  G9: () => (/* binding */ settle)
});

// UNUSED EXPORTS: severityMarks

// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
// EXTERNAL MODULE: ./lib/text/address.js
var text_address = __webpack_require__(6519);
// EXTERNAL MODULE: ./lib/judge/confirm/shell-words.js
var shell_words = __webpack_require__(7526);
;// CONCATENATED MODULE: ./lib/judge/confirm/endpoint-line.js


const GREETING_OCTETS = 2000;
const GREETING_WAIT = 300;
const OTHER_HELO = "mx-gate.example.net";
const MANY_PROTOCOLS = "smtp,$(seq -s , 1000 1300)";
function endpointLine(kind, subject, address, port) {
    const implicit = subject.implicitTls === true;
    const helo = (0,shell_words/* heloName */.s5)(subject.heloName);
    const server = `swaks --server ${address} --port ${String(port)}`;
    const greeted = `${server}${helo === undefined ? "" : ` --ehlo ${helo}`}`;
    const swaks = implicit ? `${greeted} --tls-on-connect` : greeted;
    const place = `-w 15 ${address} ${String(port)}`;
    const openssl = opensslLine(subject, address, port);
    const ehlo = `(sleep 9; echo ${helo === undefined ? `EHLO ${OTHER_HELO}` : `EHLO ${helo}`}; sleep 5)`;
    switch (kind) {
        case "tcp-connect":
            return `nc -v -z ${place}`;
        case "smtp-greeting":
            return `${swaks} --quit-after CONNECT`;
        case "smtp-greeting-slow":
            return `${swaks} --timeout ${String(GREETING_WAIT)} --quit-after CONNECT`;
        case "raw-greeting":
            return `${implicit ? `${openssl} -quiet` : `nc ${place}`} </dev/null | head -c ${String(GREETING_OCTETS)}`;
        case "smtp-ehlo":
            return `${swaks} --quit-after FIRST-EHLO`;
        case "smtp-ehlo-in-tls":
            return implicit ? `${swaks} --quit-after FIRST-EHLO` : `${swaks} --tls --quit-after EHLO`;
        case "raw-ehlo":
            return implicit ? `${ehlo} | ${openssl} -quiet -crlf` : `${ehlo} | nc -C ${place}`;
        case "raw-ehlo-in-tls":
            return `${ehlo} | ${openssl} -quiet -crlf`;
        case "smtp-starttls":
            return `${swaks} --tls --quit-after STARTTLS`;
        case "starttls":
            return `${openssl} -brief </dev/null`;
        case "starttls-again":
            return `for i in 1 2 3 4 5 6 7 8 9 10; do ${openssl} -brief </dev/null 2>&1 | grep -E 'Protocol|:error:'; done`;
        case "handshake":
            return `sleep 3 | ${openssl} -brief`;
        case "any-version":
            return `${openssl} -cipher DEFAULT@SECLEVEL=0 -brief </dev/null`;
        case "any-cipher":
            return `${openssl} -cipher ALL:COMPLEMENTOFALL@SECLEVEL=0 -brief </dev/null`;
        case "large-hello":
            return `${openssl} -alpn ${MANY_PROTOCOLS} -brief </dev/null`;
        case "starttls-legacy":
            return `${openssl} -no_tls1_3 -no_tls1_2 -cipher DEFAULT@SECLEVEL=0 -brief </dev/null`;
        case "dane": {
            const records = daneWords(subject.dane);
            if (records === undefined)
                return undefined;
            return `${opensslLine(subject, address, port, "")}${records} -verify_return_error -brief </dev/null`;
        }
        case "certificate-dates":
            return `${openssl} </dev/null | openssl x509 -noout -dates`;
        case "certificate-names":
            return `${openssl} </dev/null | openssl x509 -noout -subject -ext subjectAltName`;
        case "certificate-details":
            return `${openssl} </dev/null | openssl x509 -noout -text`;
        case "certificate-chain":
            return `${openssl}${caFileWords(subject.caFile)} -showcerts </dev/null`;
        case "relay":
        case "session": {
            const inClear = kind === "relay" && subject.relayInClear === true;
            const envelope = envelopeWords(subject);
            return envelope === undefined ? undefined : `${withTls(swaks, subject, inClear)}${envelope}`;
        }
        case "own-postmaster": {
            if (subject.domain === undefined)
                return undefined;
            const dialog = withTls(swaks, subject, subject.relayInClear === true);
            const sender = (0,shell_words/* shellWord */.r7)(subject.relaySender ?? "");
            if (sender === undefined)
                return undefined;
            return `${dialog} --from ${sender} --to postmaster@${subject.domain} --quit-after RCPT`;
        }
    }
}
function opensslLine(subject, address, port, name) {
    const bare = (0,text_address/* hostPort */.QL)(address, port);
    const place = address.includes(":") ? `'${bare}'` : bare;
    const starttls = subject.implicitTls === true ? "" : " -starttls smtp";
    const ofHost = subject.host === undefined || subject.host === address
        ? " -noservername"
        : ` -servername ${subject.host}`;
    return `openssl s_client${starttls} -connect ${place}${name ?? ofHost}`;
}
function daneWords(dane) {
    if (dane === undefined || !shell_words/* SHELL_SAFE */.dZ.test(dane.baseDomain))
        return undefined;
    if (!dane.records.every((record) => /^\d+ \d+ \d+ [0-9a-f]+$/.test(record)))
        return undefined;
    const records = dane.records.map((record) => ` -dane_tlsa_rrdata '${record}'`).join("");
    return ` -dane_tlsa_domain ${dane.baseDomain} -dane_ee_no_namechecks${records}`;
}
function caFileWords(caFile) {
    const word = (0,shell_words/* pathWord */.Um)(caFile);
    return word === undefined ? "" : ` -CAfile ${word}`;
}
function withTls(swaks, { implicitTls }, inClear) {
    return implicitTls === true || inClear ? swaks : `${swaks} --tls-optional`;
}
function envelopeWords({ relaySender, relayRecipient }) {
    const sender = (0,shell_words/* shellWord */.r7)(relaySender ?? "");
    if (sender === undefined)
        return undefined;
    if (relayRecipient === undefined)
        return ` --from ${sender} --quit-after FROM`;
    const recipient = (0,shell_words/* shellWord */.r7)(relayRecipient);
    return recipient === undefined ? undefined : ` --from ${sender} --to ${recipient} --quit-after RCPT`;
}

;// CONCATENATED MODULE: ./lib/judge/confirm/dig-line.js

const DIG = "dig +noall +comments +answer";
function isDig(kind) {
    return kind.startsWith("dig-");
}
function digLine(kind, subject) {
    const { domain, host, question } = subject;
    const ask = (words, server = serverOf(question)) => `${DIG} ${server}${words}`;
    switch (kind) {
        case "dig-mx":
            return domain === undefined ? undefined : `${notLiveYet(question)}${ask(`MX ${domain}.`)}`;
        case "dig-host":
            return host === undefined ? undefined : `${notLiveYet(question)}${ask(`${host}. A ${host}. AAAA`)}`;
        case "dig-authoritative": {
            if (domain === undefined)
                return undefined;
            const servers = question?.servers?.map(serverWords).filter((words) => words !== "") ?? [];
            if (question === undefined || servers.length === 0)
                return `dig +nssearch ${domain}.`;
            return servers.map((server) => ask(questionWords(question), server)).join("; ");
        }
        case "dig-question":
            return question === undefined ? undefined : ask(questionWords(question));
        case "dig-dnssec":
            return question === undefined
                ? undefined
                : ask(questionWords(question), `+dnssec ${serverOf(question)}`);
        case "dig-bogus":
            if (question === undefined)
                return undefined;
            return `${ask(questionWords(question))}; ${ask(questionWords(question), `+cd ${serverOf(question)}`)}`;
        case "dig-resolver":
            return question === undefined ? undefined : `${ask(questionWords(question))}; ${ask("NS .")}`;
    }
}
function questionWords({ type, name }) {
    return `${type} ${name === "." ? "." : `${name}.`}`;
}
function notLiveYet(question) {
    if (question?.zoneFile === undefined)
        return "";
    return "echo 'The zone file is not live yet. DNS says:'; ";
}
function serverOf(question) {
    if (question?.zoneFile === undefined)
        return serverWords(question?.server);
    const { server } = question.zoneFile;
    return server === undefined || server === "." || !shell_words/* SHELL_SAFE */.dZ.test(server) ? "" : `@${server} `;
}
function serverWords(server = "") {
    const overHttps = /^https:\/\/(?<host>[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::(?<port>\d+))?$/i.exec(server)?.groups;
    if (overHttps?.["host"] !== undefined) {
        const { host, port } = overHttps;
        return `+https @${host.replace(/^\[(.*)\]$/, "$1")} ${port === undefined ? "" : `-p ${port} `}`;
    }
    const groups = /^\[?(?<address>[0-9a-f:.]+(?:%[a-z0-9]+)?)\]?:(?<port>\d+)$/i.exec(server)?.groups;
    if (groups?.["address"] === undefined)
        return "";
    return `@${groups["address"]} ${groups["port"] === "53" ? "" : `-p ${groups["port"] ?? ""} `}`;
}

;// CONCATENATED MODULE: ./lib/judge/confirm/policy-line.js

function isPolicyLine(kind) {
    return kind === "policy-fetch" || kind === "mx-certificate";
}
function policyLine(kind, { domain, host, caFile }) {
    const file = (0,shell_words/* pathWord */.Um)(caFile);
    switch (kind) {
        case "policy-fetch": {
            const anchors = file === undefined ? "" : ` --cacert ${file}`;
            return domain === undefined
                ? undefined
                : `curl -v --tlsv1.2 --max-redirs 0${anchors} https://mta-sts.${domain}/.well-known/mta-sts.txt`;
        }
        case "mx-certificate": {
            const anchors = file === undefined ? "" : ` -CAfile ${file}`;
            return host === undefined
                ? undefined
                : `openssl s_client -starttls smtp -connect ${host}:25 -servername ${host} -verify_hostname ${host} -verify_return_error${anchors} -brief </dev/null`;
        }
    }
}

;// CONCATENATED MODULE: ./lib/judge/confirm/line.js





function confirmationLine(kind, subject) {
    const { domain, host, address } = subject;
    const { question } = subject;
    const values = kind === "dig-mx" ? [domain] : [domain, host, address, question?.name];
    if (!values.every((value) => value === undefined || shell_words/* SHELL_SAFE */.dZ.test(value)))
        return undefined;
    if (isDig(kind)) {
        const line = digLine(kind, subject);
        return line === undefined ? undefined : (0,quote/* quote */.hD)(line);
    }
    if (isPolicyLine(kind)) {
        const line = policyLine(kind, subject);
        return line === undefined ? undefined : (0,quote/* quote */.hD)(line);
    }
    if (address === undefined || subject.port === undefined)
        return undefined;
    const line = endpointLine(kind, subject, address, subject.port);
    return line === undefined ? undefined : (0,quote/* quote */.hD)(line);
}

// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
// EXTERNAL MODULE: ./lib/judge/outcome.js
var judge_outcome = __webpack_require__(4411);
// EXTERNAL MODULE: ./lib/judge/verdict.js
var verdict = __webpack_require__(7522);
;// CONCATENATED MODULE: ./lib/judge/findings/settle.js





const NONE = [];
function settle(outcome, subject, thresholdsFor, { policy, waivers, check }) {
    if (outcome.findings.length === 0)
        return NONE;
    return outcome.findings.map((raised) => {
        const host = raised.host ?? subject.host;
        const level = thresholdsFor(host).severity[raised.code] ?? (0,judge_outcome/* ownSeverity */.I9)(raised);
        const finding = makeFinding(raised, level, placeOf(raised, { ...subject, host }), policy);
        return waivers.apply(finding, { domain: subject.domain ?? "", host, port: subject.port, check });
    });
}
function placeOf({ question, envelope, dane }, subject) {
    const relay = envelope === undefined ? {} : { relaySender: envelope.sender, relayRecipient: envelope.recipient };
    return { ...subject, question, dane, ...relay };
}
function severityMarks(level, own) {
    if (level === "off")
        return { severity: own, off: true };
    return (0,verdict/* isLower */.cs)(level, own) ? { severity: level, loweredFrom: own } : { severity: level };
}
function findingOfRun(raised, policy, position) {
    const own = (0,judge_outcome/* ownSeverity */.I9)(raised);
    const { remedy, reference } = (0,registry/* describe */.q0)(raised.code);
    return {
        code: raised.code,
        ...severityMarks(policy.severity[raised.code] ?? own, own),
        message: raised.message,
        ...(raised.evidence !== undefined && { evidence: raised.evidence }),
        remedy: raised.remedy ?? remedy,
        ...(reference !== undefined && { reference }),
        ...(position !== undefined && { policy: position }),
    };
}
function sourceOf({ code, about, at, question }, subject) {
    const { host, source, lines = [] } = subject;
    if (at !== undefined)
        return at;
    const ofHost = lines.filter((line) => line.host === host);
    const address = (0,registry/* describe */.q0)(code).ofAddress === true ? (about ?? subject.address) : undefined;
    const found = ofHost.find((line) => address !== undefined && line.address === address) ??
        (["MX", "A", "AAAA"].includes(question?.type ?? "MX") ? undefined : question?.zoneFile?.at) ??
        ofHost.find((line) => line.address === undefined);
    return found === undefined ? source : { file: found.file, line: found.line };
}
function makeFinding(raised, level, subject, policy) {
    const { remedy, reference, askedBy, ...described } = (0,registry/* describe */.q0)(raised.code);
    const ofSenders = subject.submission !== true;
    const resultType = ofSenders ? (raised.resultType ?? described.resultType) : undefined;
    const confirm = raised.confirm ?? described.confirm;
    const senders = ofSenders ? (raised.senders ?? described.senders) : undefined;
    const severityLine = `severity ${raised.code}`;
    const asker = askedBy === undefined ? [] : [askedBy];
    const askers = level === "off" ? [severityLine, ...asker] : [...asker, severityLine];
    const lines = askers.map((asker) => policy.positionOf(asker, subject.domain, subject.host));
    const position = lines.find((found) => found !== undefined) ?? sourceOf(raised, subject);
    const line = confirm === undefined ? undefined : confirmationLine(confirm, subject);
    return {
        code: raised.code,
        ...severityMarks(level, (0,judge_outcome/* ownSeverity */.I9)(raised)),
        message: raised.message,
        ...(subject.host !== undefined && { host: (0,quote/* quote */.hD)(subject.host, 255) }),
        ...(subject.address !== undefined && { address: subject.address }),
        ...(raised.expected !== undefined && { expected: raised.expected }),
        ...(raised.actual !== undefined && { actual: raised.actual }),
        ...(raised.evidence !== undefined && { evidence: raised.evidence }),
        remedy: raised.remedy ?? remedy,
        ...(line !== undefined && { confirm: line }),
        ...(senders !== undefined && { senders }),
        ...(reference !== undefined && { reference }),
        ...(resultType !== undefined && { resultType }),
        ...(position !== undefined && { policy: position }),
    };
}


/***/ },

/***/ 4497:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge),
  R: () => (/* binding */ judging)
});

// EXTERNAL MODULE: ./lib/system/steps.js
var steps = __webpack_require__(6338);
// EXTERNAL MODULE: ./lib/text/plural.js
var plural = __webpack_require__(6713);
// EXTERNAL MODULE: ./lib/text/quote.js
var quote = __webpack_require__(7819);
// EXTERNAL MODULE: ./lib/judge/baseline.js
var judge_baseline = __webpack_require__(4396);
// EXTERNAL MODULE: ./lib/judge/findings/causes.js
var findings_causes = __webpack_require__(7116);
;// CONCATENATED MODULE: ./lib/judge/waivers.js


function isInForce(waiver, now) {
    return new Date(now).toISOString().slice(0, 10) <= waiver.until;
}
function createWaivers(policy, now) {
    const used = new Set();
    const waivers = policy.waivers.filter((waiver) => isInForce(waiver, now));
    const { baseline } = policy;
    return {
        used,
        apply(finding, place) {
            const fitting = waivers.filter((waiver) => waiver.code === finding.code && waiver.covers(place.domain, place.host));
            for (const waiver of fitting)
                used.add(waiver);
            if (finding.off === true)
                return finding;
            const [first] = fitting;
            if (first !== undefined) {
                return { ...finding, waived: { reason: (0,quote/* quote */.hD)(first.reason), until: first.until } };
            }
            return (0,judge_baseline/* isKnown */.qE)(baseline, finding, place) ? { ...finding, known: true } : finding;
        },
        keyFor(domain, host) {
            const covering = waivers.flatMap((waiver, index) => (waiver.covers(domain, host) ? [index] : []));
            return `${covering.join(",")}|${baseline?.domains.has(domain) === true ? domain : ""}`;
        },
    };
}

// EXTERNAL MODULE: ./lib/observe/observation.js + 2 modules
var observation = __webpack_require__(1184);
// EXTERNAL MODULE: ./lib/sts/sts-policy.js
var sts_policy = __webpack_require__(4871);
// EXTERNAL MODULE: ./lib/judge/checks/all.js + 13 modules
var checks_all = __webpack_require__(2387);
// EXTERNAL MODULE: ./lib/judge/checks/dns-answer.js
var dns_answer = __webpack_require__(9613);
// EXTERNAL MODULE: ./lib/judge/checks/mx.js + 2 modules
var mx = __webpack_require__(2887);
// EXTERNAL MODULE: ./lib/judge/outcome.js
var outcome = __webpack_require__(4411);
// EXTERNAL MODULE: ./lib/late.cjs
var late = __webpack_require__(233);
;// CONCATENATED MODULE: ./lib/judge/reach.js




var $judge_checks_dane_assessment_js$made;
function $judge_checks_dane_assessment_js() { return $judge_checks_dane_assessment_js$made ??= late["judge/checks/dane/assessment.js"](); }

var NOT_AUTHENTICATED$made;
function NOT_AUTHENTICATED() { return NOT_AUTHENTICATED$made ??= ([
    "cert-expired",
    "cert-not-yet-valid",
    "cert-name-mismatch",
    "cert-name-not-compared",
    "cert-common-name-only",
    "cert-self-signed",
    "cert-incomplete-chain",
    "cert-untrusted",
    "cert-wrong-usage",
    "cert-chain-expired",
    "cert-chain-order",
    "cert-senders-differ",
]); }
function reachOf(subject, raised, outcomeOf) {
    const { dialog } = subject;
    const connected = dialog.connect?.outcome === "connected";
    if (subject.egressDoubt !== undefined)
        return {
            connected: false,
            delivery: deliveryReach(outcomeOf("delivery")),
            encrypted: false,
            authenticated: false,
        };
    if (raised.some((finding) => finding.code === "egress-intercepted"))
        return { connected, delivery: "unseen", encrypted: false, authenticated: false };
    const done = dialog.tls?.outcome === "done" && !(0,observation/* isLost */.JD)(dialog.helloInTls);
    const encrypted = done && dialog.starttls?.announced !== false;
    const certificateJudged = outcomeOf("certificate").skip === undefined;
    const dane = $judge_checks_dane_assessment_js().daneAuthenticates(subject);
    return {
        connected,
        delivery: deliveryReach(outcomeOf("delivery")),
        encrypted,
        ...(dialog.hello === undefined && dialog.tls === undefined && { silent: true }),
        authenticated: dane?.authenticates === true ||
            (encrypted && certificateJudged && !raised.some((finding) => NOT_AUTHENTICATED().includes(finding.code))),
        ...(dane !== undefined && { dane: dane.authenticates }),
    };
}
function deliveryReach({ findings, skip }) {
    switch (skip?.because) {
        case "not-asked":
        case "inapplicable":
            return "not-asked";
        case "failure":
            return "refusing";
        case "inconclusive":
            return "unseen";
        case undefined:
            break;
    }
    if (findings.some((finding) => (0,outcome/* ownSeverity */.I9)(finding) === "error"))
        return "refusing";
    if (findings.some(({ code }) => code === "postmaster-refused"))
        return "serving";
    if (findings.some(({ code }) => code === "delivery-deferred"))
        return "deferring";
    return findings.length === 0 ? "accepting" : "unseen";
}
function sumReach(endpoints) {
    const count = (holds) => endpoints.filter(holds).length;
    const accepting = count(({ delivery }) => delivery === "accepting");
    const refusing = count(({ delivery }) => delivery === "refusing");
    return {
        endpoints: endpoints.length,
        connected: count(({ connected }) => connected),
        accepting,
        refusing,
        unseen: endpoints.length - accepting - refusing,
        encrypted: count(({ encrypted }) => encrypted),
        authenticated: count(({ authenticated }) => authenticated),
        ...(endpoints.some(({ dane }) => dane !== undefined) && { dane: count(({ dane }) => dane === true) }),
    };
}
function reachSentence(context) {
    const { hostsElsewhere: hosts = 0 } = context;
    if (hosts === 0)
        return seenSentence(context);
    const left = hosts === 1
        ? (0,quote/* words */.aL) `1 host belongs to another shard and was not seen here.`
        : (0,quote/* words */.aL) `${hosts} hosts belong to other shards and were not seen here.`;
    return context.endpoints.length === 0 ? left : (0,quote/* words */.aL) `${seenSentence(context)} ${left}`;
}
function seenSentence({ endpoints, depth, nullMx, addresses, policyRead, mtaSts }) {
    if (nullMx)
        return (0,quote/* words */.aL) `The domain says that it accepts no mail (null MX).`;
    if (depth === "none") {
        const seen = policyRead === true ? (0,quote/* words */.aL) `DNS and the MTA-STS policy were` : (0,quote/* words */.aL) `DNS was`;
        return (0,quote/* words */.aL) `Only ${seen} tested, and no mail server.`;
    }
    const reach = sumReach(endpoints);
    if (reach.endpoints === 0) {
        if (addresses === "unresolved")
            return (0,quote/* words */.aL) `Where its mail goes is unknown: not visible from here.`;
        if (addresses === "known")
            return (0,quote/* words */.aL) `None of its endpoints was tested.`;
        return (0,quote/* words */.aL) `There is no endpoint that mail could be delivered to.`;
    }
    const asked = endpoints.some(({ delivery }) => delivery !== "not-asked");
    const parts = [asked ? arrivalWords(reach, endpoints) : connectionWords(reach)];
    const heard = endpoints.some((each) => each.connected && each.silent !== true);
    if (depth === "starttls" && heard)
        parts.push(encryptionWords(reach));
    const authentication = authenticationWords(reach);
    if (authentication !== undefined)
        parts.push(authentication);
    if (mtaSts !== undefined && mtaSts.seen > 0)
        parts.push(policyWords(reach, mtaSts));
    if (!asked && depth === "starttls")
        parts.push((0,quote/* words */.aL) `whether mail arrives was not asked`);
    return (0,quote/* words */.aL) `${(0,quote/* joinWords */.yZ)(parts, "; ")}.`;
}
function connectionWords({ connected, endpoints }) {
    return (0,quote/* words */.aL) `${connected} of ${(0,plural/* plural */.LS)(endpoints, "endpoint")} took a connection`;
}
function allOf(endpoints) {
    return endpoints === 2 ? (0,quote/* words */.aL) `both` : (0,quote/* words */.aL) `all`;
}
function arrivalWords(reach, endpoints) {
    const [only] = endpoints;
    if (endpoints.length === 1 && only !== undefined)
        return oneEndpointWords(only);
    const { accepting, refusing } = reach;
    const count = (kind) => endpoints.filter(({ delivery }) => delivery === kind).length;
    const [deferring, serving] = [count("deferring"), count("serving")];
    const unseen = reach.unseen - deferring - serving;
    const all = endpoints.length === 2 ? (0,quote/* words */.aL) `both endpoints` : (0,quote/* words */.aL) `all ${(0,plural/* plural */.LS)(endpoints.length, "endpoint")}`;
    if (accepting === endpoints.length)
        return (0,quote/* words */.aL) `Mail arrives through ${all}`;
    if (unseen === endpoints.length)
        return (0,quote/* words */.aL) `Whether mail arrives through any of ${(0,plural/* plural */.LS)(unseen, "endpoint")} could not be seen`;
    const of = (0,plural/* plural */.LS)(endpoints.length, "endpoint");
    const head = accepting === 0
        ? (0,quote/* words */.aL) `None of ${of} was seen to accept its mail`
        : (0,quote/* words */.aL) `Mail arrives through ${accepting} of ${of}`;
    const others = [
        ...(refusing > 0 ? [(0,quote/* words */.aL) `${refusing} ${refusing === 1 ? (0,quote/* words */.aL) `refuses` : (0,quote/* words */.aL) `refuse`} it`] : []),
        ...(deferring > 0 ? [(0,quote/* words */.aL) `${deferring} ${deferring === 1 ? (0,quote/* words */.aL) `defers` : (0,quote/* words */.aL) `defer`} it`] : []),
        ...(serving > 0
            ? [(0,quote/* words */.aL) `${serving} ${serving === 1 ? (0,quote/* words */.aL) `serves` : (0,quote/* words */.aL) `serve`} the domain without a postmaster`]
            : []),
        ...(unseen > 0 ? [(0,quote/* words */.aL) `${unseen} could not be seen`] : []),
    ];
    return (0,quote/* words */.aL) `${head}; ${(0,quote/* joinWords */.yZ)(others, ", ")}`;
}
function oneEndpointWords({ delivery }) {
    switch (delivery) {
        case "accepting":
            return (0,quote/* words */.aL) `Mail arrives through its one endpoint`;
        case "refusing":
            return (0,quote/* words */.aL) `Mail does not arrive: its one endpoint does not accept it`;
        case "deferring":
            return (0,quote/* words */.aL) `Its one endpoint defers its mail`;
        case "serving":
            return (0,quote/* words */.aL) `Its one endpoint serves the domain, and refuses mail to its postmaster`;
        case "unseen":
        case "not-asked":
            return (0,quote/* words */.aL) `Whether mail arrives through its one endpoint could not be seen`;
    }
}
function authenticationWords({ endpoints, dane }) {
    if (dane === undefined)
        return undefined;
    if (endpoints === 1)
        return dane === 1 ? (0,quote/* words */.aL) `DANE authenticates it` : (0,quote/* words */.aL) `senders that use DANE do not deliver to it`;
    if (dane === endpoints)
        return (0,quote/* words */.aL) `DANE authenticates ${allOf(endpoints)}`;
    return (0,quote/* words */.aL) `DANE authenticates ${dane === 0 ? (0,quote/* words */.aL) `none` : (0,quote/* words */.aL) `${dane} of ${endpoints}`}`;
}
function encryptionWords({ endpoints, encrypted }) {
    if (endpoints === 1)
        return encrypted === 1 ? (0,quote/* words */.aL) `it encrypts` : (0,quote/* words */.aL) `it does not encrypt`;
    if (encrypted === endpoints)
        return (0,quote/* words */.aL) `${allOf(endpoints)} encrypt`;
    return (0,quote/* words */.aL) `${encrypted === 0 ? (0,quote/* words */.aL) `none` : encrypted} ${encrypted === 1 ? (0,quote/* words */.aL) `encrypts` : (0,quote/* words */.aL) `encrypt`}`;
}
function policyWords({ endpoints }, { satisfying, seen }) {
    const policy = (0,quote/* words */.aL) `the MTA-STS policy`;
    if (seen === 1) {
        const which = endpoints === 1 ? (0,quote/* words */.aL) `it` : (0,quote/* words */.aL) `the one that was seen`;
        return satisfying === 1
            ? (0,quote/* words */.aL) `${which} satisfies ${policy}`
            : (0,quote/* words */.aL) `${which} does not satisfy ${policy}`;
    }
    const among = seen < endpoints ? (0,quote/* words */.aL) `the ${seen} that were seen` : (0,quote/* words */.aL) `${endpoints}`;
    if (satisfying === seen)
        return seen < endpoints
            ? (0,quote/* words */.aL) `${among} satisfy ${policy}`
            : (0,quote/* words */.aL) `${allOf(endpoints)} satisfy ${policy}`;
    const verb = satisfying === 1 ? (0,quote/* words */.aL) `satisfies` : (0,quote/* words */.aL) `satisfy`;
    return (0,quote/* words */.aL) `${satisfying === 0 ? (0,quote/* words */.aL) `none` : satisfying} of ${among} ${verb} ${policy}`;
}

// EXTERNAL MODULE: ./lib/judge/findings/settle.js + 4 modules
var settle = __webpack_require__(8577);
// EXTERNAL MODULE: ./lib/judge/verdict.js
var judge_verdict = __webpack_require__(7522);
;// CONCATENATED MODULE: ./lib/judge/run-check.js




function runCheck(check, run) {
    const outcome = outcomeOf(check, run);
    const { policy, waivers } = run;
    const findings = (0,settle/* settle */.G9)(outcome, run.place, run.thresholdsFor, { policy, waivers, check: check.id });
    const verdict = (0,judge_verdict/* verdictOf */.Vj)(findings);
    const skipped = outcome.skip === undefined
        ? outcome.unproven === true && verdict === "pass"
        : verdict === "pass" || verdict === "waived";
    return {
        outcome,
        check: {
            check: check.id,
            verdict: skipped ? "skip" : verdict,
            seconds: outcome.seconds,
            summary: outcome.summary,
            ...(outcome.facts !== undefined && { facts: outcome.facts }),
            findings,
        },
    };
}
function outcomeOf(check, { asked, left, unreliable, subject, unobserved }) {
    if (!asked)
        return (0,outcome/* notAskedFor */.$7)();
    if (left !== undefined)
        return (0,outcome/* notAskedFor */.$7)(left);
    if (unreliable !== undefined)
        return unreliableOutcome(unreliable);
    return check.judge(subject) ?? unobserved;
}
function unreliableOutcome(reason) {
    return { findings: [], summary: (0,quote/* words */.aL) `not seen`, seconds: 0, skip: { because: "inconclusive", reason } };
}

;// CONCATENATED MODULE: ./lib/judge/score.js


const NO_TLS_1_3 = 2;
const CEILING_WITH_FAIL = 59;
const CEILING_WITH_WARNING = 89;
function scoreEndpoint(checks) {
    const all = checks.flatMap(({ check }) => check.findings);
    if (all.some(isOpenRelay) || all.some(takesNoMail) || checks.some(isDecisiveFailure))
        return { value: 0, partial: false };
    let reached = 0;
    let possible = 0;
    let partial = false;
    for (const scored of checks) {
        const weight = definitionOf(scored)?.weight ?? 0;
        if (weight === 0)
            continue;
        const share = shareOf(scored);
        if (share === undefined) {
            partial = true;
            continue;
        }
        possible += weight;
        reached += weight * share;
    }
    if (possible === 0)
        return { value: null, partial };
    const penalty = all.some((finding) => finding.code === "tls-no-1.3") ? NO_TLS_1_3 : 0;
    return { value: clamp((reached / possible) * 100 - penalty), partial };
}
function shareOf(scored) {
    if (scored.skip !== undefined)
        return scored.skip.because === "failure" ? 0 : undefined;
    switch (unwaived(scored)) {
        case "pass":
            return 1;
        case "warn":
            return 0.5;
        case "fail":
            return 0;
        case "inconclusive":
        case "waived":
        case "skip":
            return undefined;
    }
}
function unwaived({ check, skip }) {
    if (skip !== undefined)
        return "skip";
    return (0,judge_verdict/* verdictOf */.Vj)(check.findings.map(judge_verdict/* unexcused */.NI));
}
function isOpenRelay(finding) {
    return finding.code.startsWith("relay-open") && (0,judge_verdict/* unlowered */.Eo)(finding) === "error";
}
function takesNoMail(finding) {
    const refused = finding.code === "domain-not-served" || finding.code === "login-required";
    return refused && (0,judge_verdict/* unlowered */.Eo)(finding) === "error";
}
function definitionOf({ check }) {
    return (0,checks_all/* ENDPOINT_CHECKS */.OW)().find(({ id }) => id === check.check);
}
function isDecisiveFailure(scored) {
    if (definitionOf(scored)?.decidesScore !== true)
        return false;
    return scored.skip?.because === "failure" || unwaived(scored) === "fail";
}
function meanScore(scores) {
    const values = scores.map((score) => score.value).filter((value) => value !== null);
    const partial = scores.some((score) => score.partial || score.value === null);
    if (values.length === 0)
        return { value: null, partial };
    return { value: values.reduce((sum, value) => sum + value, 0) / values.length, partial };
}
function scoreDomain(servers, findings, nothingToProbe) {
    const mean = meanScore(servers);
    const has = (severity) => findings.some((finding) => (0,judge_verdict/* unlowered */.Eo)(finding) === severity);
    if (nothingToProbe && has("error"))
        return { value: 0, partial: mean.partial };
    if (mean.value === null)
        return mean;
    if (findings.some(isOpenRelay))
        return { value: 0, partial: mean.partial };
    const ceiling = has("error") ? CEILING_WITH_FAIL : has("warning") ? CEILING_WITH_WARNING : 100;
    return { value: clamp(Math.min(mean.value, ceiling)), partial: mean.partial };
}
function lowestScore(scores) {
    const values = scores.filter((score) => score !== null);
    return values.length === 0 ? null : values.reduce((lowest, value) => Math.min(lowest, value));
}
function clamp(value) {
    return Math.max(0, Math.min(100, Math.floor(value + 1e-9)));
}

// EXTERNAL MODULE: ./lib/judge/report.js
var report = __webpack_require__(6221);
;// CONCATENATED MODULE: ./lib/judge/merged-runs.js


function createSights(observations) {
    const { runs = [observations] } = observations;
    const endpoints = runs.map(() => new Map());
    for (const endpoint of Object.values(observations.endpoints)) {
        endpoints[endpoint.run ?? 0]?.set((0,observation/* endpointKey */.r4)(endpoint), endpoint);
    }
    const services = Map.groupBy(Object.values(observations.endpoints), observation/* serviceKey */.jq);
    const web = runs.map(() => new Set());
    for (const { mtaSts, run } of observations.domains) {
        const { address, tls } = mtaSts?.fetch ?? {};
        if (tls?.outcome === "done")
            web[run ?? 0]?.add(address?.includes(":") === true ? 6 : 4);
    }
    const seen = runs.map((facts, index) => ({
        facts,
        endpoints: endpoints[index] ?? new Map(),
        answeringWeb: web[index] ?? new Set(),
    }));
    return {
        runOf({ run = 0 }) {
            const found = seen[run];
            if (found === undefined)
                throw new RangeError(`There is no run ${String(run)}.`);
            return found;
        },
        of: (key) => endpoints.flatMap((each) => each.get(key) ?? []),
        keysOf: (service) => [...new Set(services.get((0,observation/* serviceKey */.jq)(service))?.map(observation/* endpointKey */.r4))],
    };
}
function stepsSeen(dialog) {
    const steps = [
        dialog.connect?.outcome === "connected",
        dialog.greeting?.reply !== undefined,
        dialog.hello?.reply !== undefined,
        dialog.starttls !== undefined || dialog.tls !== undefined,
        dialog.tls?.outcome === "done",
        dialog.helloInTls?.reply !== undefined,
        [...dialog.attempts.foreign].some(({ rcpt }) => rcpt?.reply !== undefined),
        [...dialog.attempts.own.values()].flat().some(({ rcpt }) => rcpt?.reply !== undefined),
        dialog.relayForms.length > 0,
        dialog.floor !== undefined,
    ];
    return steps.filter((step) => step).length;
}
function sightThatCounts(candidates, rules) {
    const closes = ({ checks }) => Number(checks.some(({ verdict }) => verdict !== "inconclusive" && (0,report/* closesGate */.HE)(verdict, rules)));
    return candidates.reduce((best, next) => {
        const order = closes(next) - closes(best) || next.seen - best.seen;
        return order >= 0 ? next : best;
    });
}

// EXTERNAL MODULE: ./lib/judge/checks/mta-sts/state.js
var state = __webpack_require__(62);
;// CONCATENATED MODULE: ./lib/judge/judge-domain.js













function domainsOf(domains) {
    const found = new Map();
    for (const domain of domains) {
        const key = `${domain.kind} ${domain.name}`;
        const candidates = found.get(key);
        if (candidates === undefined)
            found.set(key, [domain]);
        else
            candidates.push(domain);
    }
    return [...found.values()];
}
function* judgingDomain(all, context) {
    const { sights: candidates, policy } = context;
    const judgeSight = (domain) => ({
        domain,
        checks: judgeDomainChecks(domain, context, FIRST_CHECKS(), []),
        seen: Number(isAnswered(domain)),
    });
    const [first, ...others] = ownersOf(all);
    const { domain, checks } = sightThatCounts([judgeSight(first), ...others.map(judgeSight)], policy.gate);
    const endpoints = keysOf([domain, ...all], candidates).flatMap((key) => candidates.of(key));
    const unseen = unseenHosts(all, endpoints);
    const faulted = hostsFaulted(checks);
    const nextHop = nextHopOf(domain);
    const followedHere = (0,state/* followedPolicy */.pl)(domain);
    const judged = [];
    for (const { host, preference } of hostsOf([domain, ...all], endpoints)) {
        const ofHost = endpoints.filter((endpoint) => endpoint.host === host);
        const judgeSightOf = (endpoint) => context.judgeEndpoint({
            domain: domain.name,
            kind: domain.kind,
            source: domain.source,
            lines: domain.lines?.filter(({ host: named }) => named === host),
            endpoint,
            siblings: ofHost.filter(({ run }) => run === endpoint.run),
            addressFaulted: faulted.has((0,quote/* quote */.hD)(host, 255)),
            nextHop,
            implicitMx: domain.mx?.implicit === true,
            enforcedByMtaSts: (0,state/* enforcedByMtaSts */.sG)(followedHere, host),
        });
        const each = [];
        for (const [one, ...more] of Map.groupBy(ofHost, observation/* endpointKey */.r4).values()) {
            if (one !== undefined)
                each.push(choose([judgeSightOf(one), ...more.map(judgeSightOf)], policy));
            yield;
        }
        judged.push({ each, score: meanScore(each.map(({ score }) => score)), host, preference });
    }
    const servers = judged.map(({ each, score, host, preference }) => {
        const reports = each.map(({ report }) => report);
        const own = checks
            .flatMap((check) => check.findings)
            .filter((finding) => finding.host === (0,quote/* quote */.hD)(host, 255));
        const result = reports.length > 0
            ? (0,judge_verdict/* worstResult */.NG)(reports.map((report) => report.result))
            : (0,judge_verdict/* worstResult */.NG)([verdictOfHost(own)]);
        return {
            host: (0,quote/* quote */.hD)(host, 255),
            preference,
            result,
            score: roundDown(score),
            endpoints: reports,
            ...(unseen.has(host) && reports.length === 0 && { elsewhere: true }),
        };
    });
    const everywhere = judged.flatMap(({ each }) => each);
    const reached = everywhere.filter(({ observation }) => observation.notProbed !== "another-address");
    const policies = judgePolicies(all, everywhere, context);
    const allChecks = [...checks, ...policies.checks, ...everywhere.flatMap(({ report }) => report.checks)];
    const result = (0,judge_verdict/* worstResult */.NG)([...allChecks.map((check) => check.verdict)]);
    const findings = allChecks.flatMap((check) => check.findings);
    const score = scoreDomain(judged.filter(({ each }) => each.length > 0).map((server) => server.score), findings, everywhere.length === 0);
    const probes = all.some((each) => (0,checks_all/* probesEndpoints */.yy)(candidates.runOf(each).facts.checks));
    const followed = (0,state/* followedPolicy */.pl)(policies.domain);
    const mtaSts = countSatisfying(followed, everywhere);
    const reach = {
        ...sumReach(reached.map((each) => each.reach)),
        ...(mtaSts !== undefined && { mtaSts: mtaSts.satisfying }),
    };
    return {
        name: (0,quote/* quoteName */.AB)(domain.name),
        rawName: domain.name,
        kind: domain.kind,
        ...(domain.source !== undefined && { source: domain.source }),
        result,
        score: score.value,
        partial: score.partial || unseen.size > 0 || allChecks.some((check) => check.verdict === "inconclusive"),
        reach,
        reachSummary: reachSentence({
            endpoints: reached.map((each) => each.reach),
            depth: probes ? (endpoints[0]?.asked.depth ?? "starttls") : "none",
            nullMx: domain.mx !== undefined && (0,mx/* isNullMx */.x)(domain.mx),
            addresses: placesOf(domain),
            policyRead: followed !== undefined,
            mtaSts,
            hostsElsewhere: unseen.size,
        }),
        checks: [...checks, ...policies.checks],
        servers,
    };
}
function ownersOf(all) {
    const [first, ...others] = all.filter(({ owner }) => owner === undefined);
    return first === undefined ? all : [first, ...others];
}
function keysOf(all, sights) {
    const listed = new Set(all.flatMap(({ endpoints }) => endpoints));
    const elsewhere = all.flatMap((each) => each.elsewhere ?? []);
    if (elsewhere.length === 0)
        return [...listed];
    const services = new Set([...listed].flatMap((key) => sights.of(key)).map(observation/* serviceKey */.jq));
    return [
        ...listed,
        ...elsewhere.flatMap((service) => services.has((0,observation/* serviceKey */.jq)(service)) ? [] : sights.keysOf(service).filter((key) => !listed.has(key))),
    ];
}
function unseenHosts(all, endpoints) {
    const left = all.flatMap(({ elsewhere = [] }) => elsewhere);
    if (left.length === 0)
        return new Set();
    const seen = new Set(endpoints.map(observation/* serviceKey */.jq));
    return new Set(left.flatMap((service) => (seen.has((0,observation/* serviceKey */.jq)(service)) ? [] : [service.host])));
}
function nextHopOf({ name, mx }) {
    if (mx === undefined)
        return { names: [name] };
    const { question } = mx;
    const expanded = question.dnssec === "secure" ? question.aliases.slice(-1) : [];
    return { names: [...new Set([name, ...expanded])], mx: question };
}
function choose(judged, { gate }) {
    if (judged.length === 1)
        return judged[0];
    const [first, ...others] = judged.map((each) => ({ ...each, checks: each.report.checks, each }));
    return first === undefined ? judged[0] : sightThatCounts([first, ...others], gate).each;
}
function isAnswered({ mx, server }) {
    const outcome = mx?.question.outcome;
    if (server !== undefined)
        return server.lookup.addresses.length > 0;
    return outcome === "answer" || outcome === "nodata" || outcome === "nxdomain";
}
function hostsFaulted(checks) {
    const findings = checks.flatMap((check) => check.findings);
    const faults = findings.filter((finding) => finding.code === "mx-private-address" && (0,judge_verdict/* counts */.tQ)(finding) && finding.severity === "error");
    return new Set(faults.map(({ host }) => host));
}
function verdictOfHost(findings) {
    return findings.length === 0 ? "skip" : (0,judge_verdict/* verdictOf */.Vj)(findings);
}
function roundDown(score) {
    return score.value === null ? null : Math.floor(score.value + 1e-9);
}
function placesOf({ mx, server, detours }) {
    const hosts = [
        ...(mx?.hosts ?? []),
        ...(server === undefined ? [] : [server.lookup]),
        ...(detours ?? []).map(({ to }) => to),
    ];
    if (hosts.some(({ addresses }) => addresses.length > 0))
        return "known";
    const answers = [mx?.question, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])];
    const failed = answers.some((answer) => answer !== undefined && !["answer", "nodata", "nxdomain"].includes(answer.outcome));
    const broken = mx !== undefined && (0,dns_answer/* nothingExists */.CV)(mx.question, mx);
    return failed || broken ? "unresolved" : "none";
}
function hostsOf([counted, ...others], endpoints) {
    const hosts = new Map();
    const probed = new Set(endpoints.map(({ host }) => host));
    for (const domain of [counted, ...others]) {
        for (const { host, preference, form } of domain.mx?.hosts ?? []) {
            if (domain !== counted && !probed.has(host))
                continue;
            if (form !== "root" && !hosts.has(host))
                hosts.set(host, preference);
        }
        if (domain.server !== undefined)
            hosts.set(domain.server.lookup.host, null);
    }
    for (const { host } of endpoints) {
        if (!hosts.has(host))
            hosts.set(host, null);
    }
    return [...hosts].map(([host, preference]) => ({ host, preference }));
}
var FIRST_CHECKS$made;
function FIRST_CHECKS() { return FIRST_CHECKS$made ??= ((0,checks_all/* DOMAIN_CHECKS */.JT)().filter((check) => !isAfterEndpoints(check))); }
var LATER_CHECKS$made;
function LATER_CHECKS() { return LATER_CHECKS$made ??= ((0,checks_all/* DOMAIN_CHECKS */.JT)().filter(isAfterEndpoints)); }
function isAfterEndpoints(check) {
    return check.afterEndpoints === true;
}
function judgePolicies(all, endpoints, context) {
    const judgeSight = (domain) => ({
        domain,
        checks: domain.server === undefined ? judgeDomainChecks(domain, context, LATER_CHECKS(), endpoints) : [],
        seen: [domain.mtaSts, domain.tlsRpt, domain.mtaSts?.fetch?.status].filter((fact) => fact !== undefined)
            .length,
    });
    const [first, ...others] = all;
    return sightThatCounts([judgeSight(first), ...others.map(judgeSight)], context.policy.gate);
}
function countSatisfying(policy, endpoints) {
    if (policy === undefined || policy.mode === "none")
        return undefined;
    if (endpoints.every(({ fitness }) => fitness.kind === "not-asked"))
        return undefined;
    const seen = endpoints.filter(({ fitness }) => fitness.kind === "fit" || fitness.kind === "unfit");
    const satisfying = seen.filter(({ fitness, observation }) => fitness.kind === "fit" && (0,sts_policy/* policyCovers */.P2)(policy, observation.host));
    return { satisfying: satisfying.length, seen: seen.length };
}
function judgeDomainChecks(domain, { sights: candidates, policy, excuser: waivers }, checks, endpoints) {
    const run = candidates.runOf(domain);
    const { checks: asked, environment } = run.facts;
    const thresholdsFor = (host) => policy.thresholdsFor(domain.name, host);
    const subject = {
        domain,
        observed: domain.elsewhere === undefined
            ? domain.endpoints.flatMap((key) => run.endpoints.get(key) ?? [])
            : keysOf([domain], candidates).flatMap((key) => candidates.of(key)),
        probes: (0,checks_all/* probesEndpoints */.yy)(asked),
        environment,
        thresholds: thresholdsFor(undefined),
        thresholdsFor,
        asksServer: (host) => policy.asksServer(host),
        endpoints,
        web: { answered: run.answeringWeb, egress: run.facts.egress, proxied: environment.route !== "direct" },
        formerPolicy: policy.baseline?.policies.get(domain.name),
    };
    const caFile = environment.trustStores.find(({ store }) => store === "ca-file")?.file;
    return checks.map((each) => {
        const needed = !(0,observation/* hasEndpoints */.lZ)(domain) || domain.server !== undefined;
        const given = {
            subject,
            asked: asked.includes(each.id) || (needed && !isAfterEndpoints(each)),
            ...(domain.owner !== undefined && { left: (0,quote/* words */.aL) `shard ${domain.owner} judges it` }),
            unobserved: asked.includes(each.id) ? unobserved(domain) : (0,outcome/* notAskedFor */.$7)(),
            place: { domain: domain.name, source: domain.source, lines: domain.lines, caFile },
            thresholdsFor,
            policy,
            waivers,
        };
        return runCheck(each, given).check;
    });
}
function unobserved(domain) {
    const reason = isAnswered(domain) ? (0,quote/* words */.aL) `no MX host` : (0,quote/* words */.aL) `not reached`;
    const because = isAnswered(domain) ? "inapplicable" : "inconclusive";
    return { findings: [], summary: reason, seconds: 0, skip: { because, reason } };
}

;// CONCATENATED MODULE: ./lib/judge/findings/dnssec-sentence.js

var TRANSPORTS$made;
function TRANSPORTS() { return TRANSPORTS$made ??= ({
    udp: (0,quote/* words */.aL) ` over UDP`,
    tcp: (0,quote/* words */.aL) ` over TCP`,
    https: (0,quote/* words */.aL) ` over HTTPS`,
}); }
function dnssecSentence({ environment: { dnssec } }) {
    if (dnssec === undefined)
        return {};
    if (!dnssec.validates) {
        return {
            dnssec: (0,quote/* words */.aL) `DNSSEC not visible: this resolver is not known to validate. To see it, set dns-server to one that does (dns-server: https://\u2026 for DNS over HTTPS).`,
        };
    }
    const { server, transport } = dnssec.answers.find(({ authenticated }) => authenticated) ?? {};
    const by = server === undefined ? (0,quote/* words */.aL) `the resolver` : (0,quote/* quote */.hD)(server);
    const over = transport === undefined ? (0,quote/* words */.aL) `` : TRANSPORTS()[transport];
    return { dnssec: (0,quote/* words */.aL) `DNSSEC validated by ${by}${over}.` };
}

;// CONCATENATED MODULE: ./lib/judge/findings/cut-off.js




function cutOffFindings(observations, policy, waivers) {
    const runs = observations.runs ?? [observations];
    const cutOff = runs.filter(({ ended, shard }) => ended === "cut-off" && shard === undefined);
    if (cutOff.length === 0)
        return [];
    const absent = cutOff.reduce((sum, run) => sum + (run.absent ?? 0), 0);
    const details = { recordings: recordingWords(cutOff.length, runs.length), missing: missingWords(absent) };
    const finding = (0,settle/* findingOfRun */.ym)((0,outcome/* raise */.xl)("recording-cut-off", details), policy, undefined);
    return [waivers.apply(finding, { domain: "", host: undefined, port: undefined, check: "mx" })];
}
function recordingWords(cutOff, all) {
    if (all === 1)
        return (0,quote/* words */.aL) `The recording has no end`;
    const verb = cutOff === 1 ? (0,quote/* words */.aL) `has` : (0,quote/* words */.aL) `have`;
    return (0,quote/* words */.aL) `${cutOff} of ${(0,plural/* plural */.LS)(all, "recording")} ${verb} no end`;
}
function missingWords(absent) {
    if (absent === 0)
        return (0,quote/* words */.aL) `what was seen of the way out is missing`;
    return (0,quote/* words */.aL) `${(0,plural/* plural */.LS)(absent, "domain or server", "domains and servers")} ${(0,plural/* isOrAre */.Cj)(absent)} missing`;
}

// EXTERNAL MODULE: ./lib/observe/egress-facts.js
var egress_facts = __webpack_require__(6667);
// EXTERNAL MODULE: ./lib/judge/checks/certificate/server-identity.js
var server_identity = __webpack_require__(4753);
// EXTERNAL MODULE: ./lib/judge/checks/dane/publication.js
var dane_publication = __webpack_require__(38);
;// CONCATENATED MODULE: ./lib/judge/checks/dane/of-run.js


var $judge_checks_dane_keys_js$made;
function $judge_checks_dane_keys_js() { return $judge_checks_dane_keys_js$made ??= late["judge/checks/dane/keys.js"](); }

function serviceOf({ host, port }) {
    return `${host}|${String(port)}`;
}
function daneOfRun({ facts, endpoints }) {
    let keys;
    let byService;
    const services = () => {
        byService ??= Map.groupBy([...endpoints.values()].filter(({ dane }) => dane !== undefined), serviceOf);
        return byService;
    };
    return {
        keysFor(endpoint) {
            if (facts.daneKeys === undefined)
                return [];
            keys ??= assignKeys(facts.daneKeys, services());
            return keys.get(serviceOf(endpoint)) ?? [];
        },
        matchedElsewhere(endpoint) {
            const others = (services().get(serviceOf(endpoint)) ?? []).filter(({ address }) => address !== endpoint.address);
            return new Set(others.flatMap(matchedRecords));
        },
    };
}
function matchedRecords({ dane }) {
    const records = dane?.lookUps.at(-1)?.tlsa.associations ?? [];
    return records
        .filter((_, index) => (dane?.matches?.[index]?.matches.length ?? 0) > 0)
        .map((record) => JSON.stringify(record));
}
function assignKeys(files, services) {
    const published = [...services].flatMap(([service, [first]]) => {
        const publication = first?.dane === undefined ? undefined : (0,dane_publication/* publicationOf */.M)(first.dane);
        if (publication === undefined || !("records" in publication) || publication.status === "insecure")
            return [];
        return publication.records.some(({ counts }) => counts) ? [[service, publication]] : [];
    });
    const assigned = new Map(published.map(([service]) => [service, []]));
    const nameless = [];
    for (const file of files) {
        const named = published.filter(([service, { baseDomain }]) => names(file, [baseDomain, hostOf(service)]));
        const at = published.filter(([, publication]) => $judge_checks_dane_keys_js().isPublished(file, publication));
        if (named.length === 0)
            nameless.push(file);
        const into = named.length > 0 ? named : at.length > 0 ? at : published;
        for (const [service] of into)
            assigned.get(service)?.push(file);
    }
    for (const [, its] of assigned)
        if (its.length === 0)
            its.push(...nameless);
    return assigned;
}
function hostOf(service) {
    return service.slice(0, service.lastIndexOf("|"));
}
function names({ keys: [own] }, hosts) {
    const presented = { dnsNames: own?.dnsNames ?? [], ipAddresses: [], subjectCommonNames: [] };
    return hosts.some((host) => (0,server_identity/* matchServerIdentity */.v)(presented, host, undefined) === "dns-name");
}

;// CONCATENATED MODULE: ./lib/judge/checks/dane/relevance.js
function tlsaOf({ dane }) {
    return dane?.lookUps.at(-1)?.tlsa.associations ?? [];
}
function hasTlsa(endpoint) {
    return tlsaOf(endpoint).length > 0;
}
function seesDnssec({ dane }) {
    const status = dane?.lookUps.at(-1)?.tlsa.dnssec;
    return status !== undefined && status !== "unseen";
}
function nextHopMatters({ endpoint, nextHop: { names, mx }, domain, }) {
    const records = tlsaOf(endpoint);
    if (records.length === 0)
        return "";
    const named = records.some(({ usage }) => usage === 2) ? names.join(",") : "";
    return `${mx?.dnssec === "insecure" ? domain : ""},${named}`;
}

// EXTERNAL MODULE: ./lib/judge/answers.js
var answers = __webpack_require__(6712);
;// CONCATENATED MODULE: ./lib/judge/dialog-view.js


function viewDialog(endpoint, floorHolder) {
    const all = endpoint.connections.filter(({ purpose }) => purpose !== "floor" && purpose !== "relay-thorough" && purpose !== "dane-name");
    const withTls = all.filter((connection) => connection.purpose !== "relay-in-clear");
    const best = bestOf(withTls, tlsRank);
    const hellos = all.map((connection) => connection.helo ?? connection.ehlo);
    const again = withTls.find((connection) => connection.purpose === "full-hello-again");
    const failedFull = withTls.some((connection) => connection.purpose !== "small-hello" && tlsFailed(connection));
    const worked = (connection) => connection.tls?.outcome === "done";
    const lastConnect = withTls.at(-1)?.connect;
    return {
        connect: furthest(all.map((connection) => connection.connect), (step) => step.outcome === "connected"),
        greeting: furthest(all.map((connection) => connection.greeting), (step) => step.reply?.code === 220),
        hello: furthest(hellos, (step) => step.reply?.code === 250),
        starttls: best?.starttls,
        tls: best?.tls,
        helloInTls: furthest(withTls.map((connection) => connection.ehloInTls), (step) => step.reply?.code === 250),
        attempts: (0,answers/* attemptsOf */.Or)(endpoint),
        relayForms: endpoint.connections
            .filter((connection) => connection.purpose === "relay-thorough")
            .flatMap((connection) => connection.relay?.transactions ?? []),
        floor: (floorHolder ?? endpoint).connections.find((connection) => connection.purpose === "floor"),
        daneName: endpoint.connections.findLast(({ purpose }) => purpose === "dane-name"),
        flaky: failedFull && withTls.some((connection) => connection.purpose !== "small-hello" && worked(connection)),
        lookedAgain: all.some((connection) => connection.purpose === "retry"),
        proxyLost: lastConnect?.outcome === "proxy-failed" ? lastConnect : undefined,
        smallHelloOnly: again !== undefined &&
            !worked(again) &&
            withTls.some((connection) => connection.purpose === "small-hello" && worked(connection) && !offeredLast(connection)),
    };
}
function offeredLast(connection) {
    return /^A(?:EC)?DH-|NULL/.test(connection.tls?.cipher ?? "");
}
function furthest(candidates, good) {
    const seen = candidates.filter((candidate) => candidate !== undefined);
    return seen.find(good) ?? seen.at(-1);
}
function bestOf(connections, rank) {
    let best;
    for (const connection of connections) {
        if (connection.starttls === undefined && connection.tls === undefined)
            continue;
        if (best === undefined || rank(connection) > rank(best))
            best = connection;
    }
    return best;
}
function tlsRank(connection) {
    if (connection.tls?.outcome === "done") {
        return (3 + (connection.tls.hello === "small" ? 0 : 2) + (connection.ehloInTls?.reply?.code === 250 ? 1 : 0));
    }
    if (connection.tls !== undefined)
        return 2;
    return connection.starttls?.reply === undefined ? 0 : 1;
}
function tlsFailed(connection) {
    const code = connection.starttls?.reply?.code;
    return ((connection.tls !== undefined && connection.tls.outcome !== "done") ||
        (code !== undefined && code !== 220 && code !== 421));
}

// EXTERNAL MODULE: ./lib/judge/checks/egress.js
var egress = __webpack_require__(4378);
;// CONCATENATED MODULE: ./lib/judge/checks/mta-sts/fitness.js


function fitnessOf({ dialog, endpoint }, outcomeOf) {
    if (endpoint.submission === true)
        return { kind: "not-asked" };
    const starttls = outcomeOf("starttls");
    const certificate = outcomeOf("certificate");
    if (certificate.skip?.because === "not-asked")
        return { kind: "not-asked" };
    const secured = dialog.tls?.outcome === "done" && dialog.helloInTls?.ended?.how !== "tls-error";
    if (!secured || dialog.starttls?.announced === false)
        return withoutTls(starttls);
    if (certificate.skip !== undefined)
        return notSeen(certificate.skip.because);
    const reasons = certificate.findings
        .map(({ code }) => code)
        .filter((code) => NOT_AUTHENTICATED().includes(code));
    return reasons.length === 0 ? { kind: "fit" } : { kind: "unfit", reasons };
}
function withoutTls({ findings, skip }) {
    if (skip !== undefined)
        return notSeen(skip.because);
    const reasons = findings
        .filter((raised) => ["error", "warning"].includes((0,outcome/* ownSeverity */.I9)(raised)))
        .map(({ code }) => code);
    return reasons.length === 0 ? { kind: "unseen" } : { kind: "unfit", reasons };
}
function notSeen(because) {
    return { kind: because === "inconclusive" ? "unseen" : "unreached" };
}

;// CONCATENATED MODULE: ./lib/judge/judge-endpoint.js
















function createEndpointJudge(context) {
    const { sights: candidates, policy, excuser: waivers } = context;
    const views = new Map();
    const judged = new Map();
    const thresholdNumbers = new Map();
    const hangUps = new Map();
    const doubts = new Map();
    const daneOf = new Map();
    const daneOfRunOf = (run) => {
        const known = daneOf.get(run) ?? daneOfRun(run);
        daneOf.set(run, known);
        return known;
    };
    const meantTarget = (endpoint, { connect }, run) => {
        if (connect?.code !== observation/* HUNG_UP */.H)
            return true;
        const way = `${String(endpoint.run)} ${String(endpoint.port)} ${String(endpoint.family)}`;
        const meant = hangUps.get(way) ?? (0,egress_facts/* hangUpMeantTarget */.q7)(endpoint, run.endpoints.values(), run.facts.egress);
        hangUps.set(way, meant);
        return meant;
    };
    const doubtOf = (endpoint, run) => {
        const facts = (0,egress_facts/* egressOf */.V1)(endpoint, run.facts.egress);
        const end = facts && (0,egress_facts/* earlyEnd */.xQ)(endpoint);
        if (facts === undefined || end === undefined || end === "heard")
            return undefined;
        const way = `${String(endpoint.run)} ${String(endpoint.port)} ${String(endpoint.family)} ${end}`;
        if (!doubts.has(way))
            doubts.set(way, (0,egress/* egressDoubt */.g)(facts, end, run.endpoints.values()));
        return doubts.get(way);
    };
    return (given) => {
        const { endpoint } = given;
        const key = (0,observation/* observationKey */.oL)(endpoint);
        const run = candidates.runOf(endpoint);
        const thresholds = policy.thresholdsFor(given.domain, endpoint.host);
        let dialog = views.get(key);
        if (dialog === undefined) {
            dialog = viewDialog(endpoint, floorHolder(endpoint, run));
            views.set(key, dialog);
        }
        const number = thresholdNumbers.get(thresholds) ?? thresholdNumbers.size;
        thresholdNumbers.set(thresholds, number);
        const shared = [
            key,
            number,
            given.source?.file,
            given.source?.line,
            given.lines === undefined ? "" : JSON.stringify(given.lines),
            waivers.keyFor(given.domain, endpoint.host),
            otherFamily(given),
            domainMatters(dialog, given),
            given.addressFaulted,
            nextHopMatters(given),
            given.enforcedByMtaSts,
        ].join("|");
        let result = judged.get(shared);
        if (result === undefined) {
            const subject = {
                domain: given.domain,
                kind: given.kind,
                endpoint,
                dialog,
                certificates: context.certificates,
                issuers: run.facts.issuers,
                thresholds,
                now: context.momentOf(run.facts),
                observedAt: Date.parse(run.facts.finished),
                otherFamily: otherFamily(given),
                egress: (0,egress_facts/* egressOf */.V1)(endpoint, run.facts.egress),
                egressDoubt: doubtOf(endpoint, run),
                hangUpMeantTarget: meantTarget(endpoint, dialog, run),
                addressFaulted: given.addressFaulted,
                trustStores: run.facts.environment.trustStores,
                ...(hasTlsa(endpoint) && { nextHop: given.nextHop }),
                implicitMx: given.implicitMx,
                daneKeys: hasTlsa(endpoint) ? daneOfRunOf(run).keysFor(endpoint) : [],
                matchedElsewhere: hasTlsa(endpoint) ? daneOfRunOf(run).matchedElsewhere(endpoint) : new Set(),
                enforcedByMtaSts: given.enforcedByMtaSts,
            };
            result = judgeEndpoint(subject, given, new Set(run.facts.checks), policy, waivers);
            judged.set(shared, result);
        }
        return result;
    };
}
function floorHolder(endpoint, { endpoints }) {
    if (endpoint.floorAt === undefined)
        return undefined;
    return endpoints.get((0,observation/* endpointKey */.r4)({ ...endpoint, host: endpoint.floorAt }));
}
function otherFamily({ endpoint, siblings }) {
    const others = siblings.filter((sibling) => sibling.family !== endpoint.family);
    if (others.length === 0)
        return "none";
    const connected = others.some((other) => other.connections.some((connection) => connection.connect.outcome === "connected"));
    return connected ? "connected" : "not-connected";
}
function domainMatters({ attempts }, { domain, kind, endpoint }) {
    if (kind === "server")
        return kind;
    const { sample, notAsked } = endpoint.postmasters ?? {};
    if (sample?.includes(domain) === false)
        return "not in the sample";
    const answered = (0,answers/* ownAnswer */.Hx)(attempts, domain);
    if (answered === undefined)
        return notAsked === undefined ? "unanswered" : "not asked";
    const code = (0,answers/* replyOf */.Me)(answered)?.code ?? 0;
    return code >= 200 && code < 300 ? "served" : `domain ${domain}`;
}
function judgeEndpoint(subject, { source, lines }, asked, policy, waivers) {
    const { endpoint, domain } = subject;
    const scored = [];
    const raised = [];
    const outcomes = new Map();
    const foreign = (0,answers/* answerTo */.oy)(subject.dialog.attempts.foreign);
    const place = {
        domain,
        host: endpoint.host,
        address: endpoint.address,
        port: endpoint.port,
        submission: endpoint.submission,
        source,
        lines,
        relaySender: foreign?.attempt.sender,
        relayRecipient: foreign?.command === "RCPT" ? foreign.attempt.recipient : undefined,
        implicitTls: endpoint.tlsMode === "implicit",
        relayInClear: foreign?.attempt.inTls === false,
        heloName: subject.dialog.hello?.name,
        caFile: subject.trustStores.find(({ store }) => store === "ca-file")?.file,
    };
    const keep = (made, index) => {
        raised.push(...made.outcome.findings);
        outcomes.set(made.check.check, made.outcome);
        scored[index] = { check: made.check, skip: skipOf(made) };
    };
    let ended;
    let unreliable;
    const wants = (id) => asked.has(id) && endpoint.asked.checks?.includes(id) !== false;
    const judged = new Map();
    const judgeOnce = (each) => {
        if (!judged.has(each.id))
            judged.set(each.id, each.judge(subject));
        return judged.get(each.id);
    };
    const make = (each, wanted, unseen) => runCheck({ id: each.id, judge: () => judgeOnce(each) }, {
        subject,
        asked: wanted,
        ...(endpoint.notProbed === "another-address" && {
            left: (0,quote/* words */.aL) `another address of the host was tested`,
        }),
        unreliable,
        unobserved: unseen,
        place,
        thresholdsFor: () => subject.thresholds,
        policy,
        waivers,
    });
    for (const [index, each] of (0,checks_all/* ENDPOINT_CHECKS */.OW)().entries()) {
        const unseen = judge_endpoint_unobserved(ended);
        const distrusted = isStep(each) && !wants(each.id) && judgeOnce(each)?.endsJudging !== undefined;
        let made = make(each, distrusted || wants(each.id), unseen);
        if (made.outcome === unseen && ended === undefined) {
            const steps = (0,checks_all/* ENDPOINT_CHECKS */.OW)().slice(0, index)
                .filter(isStep)
                .filter(({ id }) => !wants(id));
            for (const step of steps) {
                const hidden = make(step, true, unseen);
                ended = hidden.outcome === unseen ? undefined : endOf(hidden, undefined);
                if (ended === undefined)
                    continue;
                keep(hidden, (0,checks_all/* ENDPOINT_CHECKS */.OW)().indexOf(step));
                made = make(each, true, judge_endpoint_unobserved(ended));
                break;
            }
        }
        keep(made, index);
        unreliable ??= made.outcome.endsJudging;
        ended = endOf(made, ended);
    }
    const checks = scored.map(({ check }) => check);
    const score = endpoint.notProbed === "address-not-public" ? { value: 0, partial: false } : scoreEndpoint(scored);
    const verdicts = checks.map((check) => check.verdict);
    const outcomeOf = (id) => outcomes.get(id) ?? (0,outcome/* notAskedFor */.$7)();
    return {
        score,
        observation: endpoint,
        fitness: fitnessOf(subject, outcomeOf),
        seen: stepsSeen(subject.dialog) + Number(seesDnssec(endpoint)),
        reach: reachOf(subject, raised, outcomeOf),
        report: {
            key: (0,observation/* endpointKey */.r4)(endpoint),
            address: endpoint.address,
            port: endpoint.port,
            ...(endpoint.run !== undefined && { run: endpoint.run }),
            result: (0,judge_verdict/* worstResult */.NG)(verdicts),
            score: score.value,
            connections: endpoint.connections.length,
            ...passedAfter(endpoint, verdicts),
            secondLooks: endpoint.connections
                .map((connection) => connection.purpose)
                .filter((purpose) => purpose !== "dialog" && purpose !== "floor"),
            checks,
        },
    };
}
function isStep({ id, needs }) {
    return id === needs.depth;
}
function skipOf({ check, outcome: { skip } }) {
    return check.verdict === "skip" ? skip : undefined;
}
function passedAfter({ probedAfter }, verdicts) {
    const result = (0,judge_verdict/* worstResult */.NG)(verdicts);
    return probedAfter !== undefined && (result === "pass" || result === "warn")
        ? { passedAfter: probedAfter }
        : {};
}
function judge_endpoint_unobserved(ended) {
    const skip = ended ?? { because: "inapplicable", reason: (0,quote/* words */.aL) `does not apply` };
    const summary = skip.because === "inapplicable" ? skip.reason : (0,quote/* words */.aL) `not reached`;
    return { findings: [], summary, seconds: 0, skip };
}
function endOf(made, before) {
    const { check, outcome } = made;
    const skip = skipOf(made);
    if (before?.because === "failure")
        return before;
    if (skip !== undefined)
        return skip.because === "not-asked" ? before : (before ?? skip);
    if (check.findings.some((finding) => (0,judge_verdict/* unlowered */.Eo)(finding) === "error")) {
        return { because: "failure", reason: (0,quote/* words */.aL) `an earlier step failed` };
    }
    const unconnected = check.check === "connect" && outcome.unproven === true;
    if (unconnected ||
        check.verdict === "inconclusive" ||
        check.findings.some((finding) => (0,judge_verdict/* unlowered */.Eo)(finding) === "inconclusive")) {
        return before ?? { because: "inconclusive", reason: (0,quote/* words */.aL) `an earlier step could not be seen` };
    }
    return before;
}

// EXTERNAL MODULE: ./lib/judge/findings/coverage.js
var coverage = __webpack_require__(6458);
// EXTERNAL MODULE: ./lib/judge/diagnostics/registry.js + 15 modules
var registry = __webpack_require__(5797);
;// CONCATENATED MODULE: ./lib/judge/findings/run.js




const OF_THE_RUN = ["egress-blocked", "proxy-failed", "ipv6-unavailable"];
const waysRound = (port) => [
    {
        label: (0,quote/* words */.aL) `to test from here`,
        text: (0,quote/* words */.aL) `route through a host that can reach port ${port}: proxy: socks5://127.0.0.1:1080 after \`ssh -fN -D 1080 you@server\``,
    },
    { label: (0,quote/* words */.aL) `to test elsewhere`, text: (0,quote/* words */.aL) `run this job on a self-hosted runner` },
    { label: (0,quote/* words */.aL) `to test what can be`, text: (0,quote/* words */.aL) `checks: mx, mta-sts, tls-rpt   (DNS and HTTPS only)` },
];
class FindingsOfRun {
    #groups = new Map();
    add({ server, endpoint, check }) {
        for (const finding of check.findings) {
            if (!OF_THE_RUN.some((code) => code === finding.code) || !(0,judge_verdict/* counts */.tQ)(finding))
                continue;
            const key = `${finding.code} ${finding.message}`;
            const group = this.#groups.get(key) ?? { finding, endpoints: new Set(), port: endpoint?.port ?? 25 };
            if ((0,judge_verdict/* bySeverity */.Np)(finding, group.finding) < 0)
                group.finding = finding;
            group.endpoints.add(`${server?.host ?? ""} ${endpoint?.address ?? ""} ${String(endpoint?.port)}`);
            this.#groups.set(key, group);
        }
    }
    findings() {
        return Array.from(this.#groups.values(), ({ finding, endpoints, port }) => ofRun(finding, endpoints.size, port));
    }
}
function ofRun(finding, endpoints, port) {
    const { code, severity, remedy, reference } = finding;
    const shared = { code, severity, remedy, ...(reference !== undefined && { reference }) };
    const settles = remedy === (0,registry/* describe */.q0)("egress-blocked").remedy ? [] : [{ label: (0,quote/* words */.aL) `to find out`, text: remedy }];
    const alternatives = code === "egress-blocked" ? { alternatives: [...settles, ...waysRound(port)] } : {};
    return { ...shared, message: withNumber(finding, endpoints), ...alternatives };
}
function withNumber({ code, message }, endpoints) {
    if (code === "ipv6-unavailable") {
        const were = endpoints === 1 ? (0,quote/* words */.aL) `was` : (0,quote/* words */.aL) `were`;
        return (0,quote/* words */.aL) `This machine has no IPv6 route, so ${(0,plural/* plural */.LS)(endpoints, "IPv6 endpoint")} ${were} not tested.`;
    }
    const cost = (0,quote/* quote */.hD)(` so ${(0,plural/* plural */.LS)(endpoints, "endpoint")} could not be tested.`);
    if (code === "egress-blocked") {
        const [cannot = ""] = message.split(". ");
        return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(cannot)},${cost} Nothing is claimed about them.`;
    }
    return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(message.replace(/\.$/, ""))},${cost}`;
}

;// CONCATENATED MODULE: ./lib/judge/findings/shards.js





const NAMED = 10;
function shardFindings(observations, { allowPartial }, policy) {
    const [run, ...others] = shardedRuns(observations);
    if (run === undefined)
        return [];
    const severity = allowPartial ? { severity: "notice" } : {};
    return faultsOf(run, others, observations).map((what) => (0,settle/* findingOfRun */.ym)((0,outcome/* raise */.xl)("shard-missing", { what }, severity), withoutSeverities(policy), undefined));
}
function faultsOf(run, others, observations) {
    const runs = observations.runs ?? [observations];
    const indicesWhere = (holds) => numbers(run.of).filter((index) => holds(run.runs.get(index) ?? []));
    const missing = indicesWhere((of) => of.length === 0);
    const cut = indicesWhere((of) => of.some((each) => runs[each]?.ended === "cut-off"));
    const doubled = indicesWhere((of) => of.length > 1);
    const foreign = others.flatMap((other) => [...other.runs.values()].flat()).length;
    const unseen = shards_unseenHosts(observations);
    const { absent, concerned } = concernOf(run, unseen, observations);
    const told = [];
    if (missing.length > 0)
        told.push((0,quote/* words */.aL) `${shardsOf(missing, run)} ${(0,plural/* isOrAre */.Cj)(missing.length)} missing: ${concerned}`);
    if (cut.length > 0)
        told.push((0,quote/* words */.aL) `${shardsOf(cut, run)} ${were(cut)} cut off before the end: ${concerned}`);
    if (missing.length + cut.length === 0) {
        const hosts = [...unseen.keys()];
        if (absent > 0)
            told.push((0,quote/* words */.aL) `The shards hold less than their run asked for: ${concerned}`);
        if (hosts.length > 0)
            told.push((0,quote/* words */.aL) `${listed(hosts.map(quote/* quoteName */.AB))} ${were(hosts)} probed by no shard: ${concerned}`);
    }
    if (doubled.length > 0)
        told.push((0,quote/* words */.aL) `${shardsOf(doubled, run)} ${(0,plural/* isOrAre */.Cj)(doubled.length)} there more than once, with different observations`);
    if (foreign > 0)
        told.push((0,quote/* words */.aL) `${(0,plural/* plural */.LS)(foreign, "shard")} ${foreign === 1 ? (0,quote/* words */.aL) `belongs` : (0,quote/* words */.aL) `belong`} to another run: other domains, settings, number of shards or version`);
    return told;
}
function concernOf(run, unseen, { domains }) {
    const ofRun = new Set([...run.runs.values()].flat());
    const owned = domains.filter(({ owner, run: by }) => owner === undefined && ofRun.has(by ?? 0));
    const present = new Set(owned.map(observation/* subjectKey */.ow));
    const affected = new Set([...unseen.values()].flatMap((subjects) => [...subjects]));
    const absent = Math.max(0, run.subjects - present.size);
    const count = absent + [...affected].filter((subject) => present.has(subject)).length;
    return {
        absent,
        concerned: (0,quote/* words */.aL) `${(0,quote/* quote */.hD)((0,plural/* grouped */.zD)(count))} of ${(0,plural/* plural */.LS)(run.subjects, "domain")} ${(0,plural/* isOrAre */.Cj)(count)} not, or not wholly, judged`,
    };
}
function shardWords({ shard, domains }) {
    if (shard === undefined)
        return (0,quote/* words */.aL) ``;
    const owned = domains.filter(({ owner }) => owner === undefined).length;
    const others = domains.length - owned;
    const beside = others === 0 ? (0,quote/* words */.aL) `` : (0,quote/* words */.aL) `, and hosts of ${(0,plural/* plural */.LS)(others, "other domain")}`;
    return (0,quote/* words */.aL) `Shard ${shard.index} of ${shard.of}: ${(0,quote/* quote */.hD)((0,plural/* grouped */.zD)(owned))} of ${(0,plural/* plural */.LS)(shard.subjects, "domain")}${beside}. `;
}
function shardedRuns(observations) {
    const { runs = [observations] } = observations;
    const found = new Map();
    for (const [index, { shard }] of runs.entries()) {
        if (shard === undefined)
            continue;
        const key = `${shard.plan} ${String(shard.of)} ${String(shard.subjects)}`;
        const group = found.get(key) ?? { shard, runs: new Map() };
        found.set(key, group);
        group.runs.set(shard.index, [...(group.runs.get(shard.index) ?? []), index]);
    }
    return [...found]
        .sort(([one, a], [other, b]) => b.runs.size - a.runs.size || (one < other ? -1 : 1))
        .map(([, { shard, runs: of }]) => ({
        of: shard.of,
        plan: shard.plan,
        subjects: shard.subjects,
        runs: of,
    }));
}
function shards_unseenHosts({ domains, endpoints }) {
    const seen = new Set(Object.values(endpoints).map(observation/* serviceKey */.jq));
    const unseen = new Map();
    for (const domain of domains) {
        for (const service of domain.elsewhere ?? []) {
            if (seen.has((0,observation/* serviceKey */.jq)(service)))
                continue;
            const subjects = unseen.get(service.host) ?? new Set();
            unseen.set(service.host, subjects.add((0,observation/* subjectKey */.ow)(domain)));
        }
    }
    return unseen;
}
function numbers(count) {
    return Array.from({ length: count }, (_, index) => index + 1);
}
function shardsOf(indices, { of }) {
    const which = listed(indices.map((index) => (0,quote/* quote */.hD)(String(index))));
    return (0,quote/* words */.aL) `${indices.length === 1 ? (0,quote/* words */.aL) `Shard` : (0,quote/* words */.aL) `Shards`} ${which} of ${of}`;
}
function were({ length }) {
    return length === 1 ? (0,quote/* words */.aL) `was` : (0,quote/* words */.aL) `were`;
}
function listed(items) {
    return (0,plural/* andMore */.v)(items.slice(0, NAMED), items.length);
}
function withoutSeverities(policy) {
    return { ...policy, severity: {} };
}

;// CONCATENATED MODULE: ./lib/judge/findings/target-notes.js




var TOLD$made;
function TOLD() { return TOLD$made ??= ({
    "policy-targets": {
        what: (note) => (0,quote/* words */.aL) `This run tests only what its inputs name: ${target_notes_listed(note)} in ${(0,quote/* quote */.hD)(note.position?.file ?? "the policy file", 255)} ${(0,plural/* isOrAre */.Cj)(note.count)} left aside`,
        remedy: (0,quote/* words */.aL) `Nothing to do where this run is for these targets alone. To test those of the policy file, name no target in inputs or options.`,
    },
    "zones-without-mx": {
        what: (note) => (0,quote/* words */.aL) `${(0,plural/* plural */.LS)(note.count, "zone")} without any MX record ${(0,plural/* isOrAre */.Cj)(note.count)} not tested: ${target_notes_listed(note)}`,
        remedy: (0,quote/* words */.aL) `If the domain receives mail, add its MX record to the zone file. To test it as it is, name it in domains; else nothing is to be done.`,
    },
    "live-dns": {
        what: (note) => (0,quote/* words */.aL) `${(0,plural/* plural */.LS)(note.count, "domain")} ${(0,plural/* isOrAre */.Cj)(note.count)} in no zone file of this run and ${(0,plural/* isOrAre */.Cj)(note.count)} tested by live DNS: ${target_notes_listed(note)}`,
        remedy: (0,quote/* words */.aL) `Add the zone file to zone-files (NAME=path where its name does not say the zone), if there is one; else nothing is to be done.`,
    },
}); }
function targetFindings(observations, policy) {
    const notes = (observations.runs ?? [observations]).flatMap((run) => run.targetNotes ?? []);
    const distinct = new Map(notes.map((note) => [JSON.stringify(note), note]));
    return Array.from(distinct.values(), (note) => {
        const { what, remedy } = TOLD()[note.kind];
        return (0,settle/* findingOfRun */.ym)((0,outcome/* raise */.xl)("target-sources", { what: what(note) }, { remedy }), policy, note.position);
    });
}
function target_notes_listed({ names, count }) {
    const shown = names.map((name) => (0,quote/* quote */.hD)(name, 255));
    return (0,plural/* andMore */.v)(shown, count);
}

;// CONCATENATED MODULE: ./lib/judge/findings/zones.js




const FILES_APART = 5;
var zones_TOLD$made;
function zones_TOLD() { return zones_TOLD$made ??= ({
    "byte-order-mark": {
        what: () => (0,quote/* words */.aL) `it starts with a byte order mark`,
        fix: (0,quote/* words */.aL) `Save the file as UTF-8 without a byte order mark.`,
    },
    "generate-unquoted": {
        what: () => (0,quote/* words */.aL) `the data of a $GENERATE are several words without quotes`,
        fix: (0,quote/* words */.aL) `Put the data in quotes: $GENERATE 1-3 a$ MX "10 mx$".`,
    },
    "name-server-address": {
        what: (about) => (0,quote/* words */.aL) `its name server ${about} has no address in the zone`,
        fix: (0,quote/* words */.aL) `Add an A or AAAA record for the name server, or correct the NS record; is the dot at the end of the name missing?`,
    },
    "name-server-alias": {
        what: (about) => (0,quote/* words */.aL) `its name server ${about} is an alias`,
        fix: (0,quote/* words */.aL) `Name a host with addresses of its own in the NS record (RFC 2181 10.3).`,
    },
    "host-name": {
        what: (about) => (0,quote/* words */.aL) `${about} is not a host name`,
        fix: (0,quote/* words */.aL) `Use letters, digits and hyphens, and xn-- forms for other scripts; BIND takes other names for hosts only with check-names switched off.`,
    },
    "long-string": {
        what: (about) => (0,quote/* words */.aL) `a string of a ${about} record is longer than 255 octets`,
        fix: (0,quote/* words */.aL) `Split the text into several strings, each in quotes and at most 255 octets long.`,
    },
    "record-data": {
        what: (about) => (0,quote/* words */.aL) `the data of a ${about} record is malformed`,
        fix: (0,quote/* words */.aL) `Correct the record: number and form of its fields, length of its digest.`,
    },
    "ds-at-apex": {
        what: (about) => (0,quote/* words */.aL) `${about} has a DS record, which belongs in the zone above`,
        fix: (0,quote/* words */.aL) `Move the DS record to the parent zone.`,
    },
    "out-of-zone": {
        what: (about) => (0,quote/* words */.aL) `${about} is outside the zone; BIND and Knot DNS load the zone without this record`,
        fix: (0,quote/* words */.aL) `Remove the record, or move it to the file of its own zone; is an $ORIGIN wrong?`,
    },
    generate: {
        what: () => (0,quote/* words */.aL) `it uses $GENERATE, which only BIND knows`,
        fix: (0,quote/* words */.aL) `Write the records out if Knot DNS or NSD serves the zone; named-compilezone does that.`,
    },
    date: {
        what: () => (0,quote/* words */.aL) `it has a $DATE line, which only BIND knows`,
        fix: (0,quote/* words */.aL) `Remove the line if Knot DNS or NSD serves the zone.`,
    },
    "relative-origin": {
        what: () => (0,quote/* words */.aL) `the name behind $ORIGIN has no dot at its end`,
        fix: (0,quote/* words */.aL) `Write the whole name with a dot at its end.`,
    },
    "nested-parentheses": {
        what: () => (0,quote/* words */.aL) `it has parentheses within parentheses`,
        fix: (0,quote/* words */.aL) `Remove the inner parentheses.`,
    },
    "below-dname": {
        what: (about) => (0,quote/* words */.aL) `${about} lies below a DNAME record, which hides it`,
        fix: (0,quote/* words */.aL) `Remove the records below the DNAME (RFC 6672 2.4).`,
    },
    "new-type": {
        what: (about) => (0,quote/* words */.aL) `Knot DNS 3.2 and NSD 4.6 do not know the record type ${about}`,
        fix: (0,quote/* words */.aL) `Check that the version you run knows the type, or write the record in the generic form (RFC 3597).`,
    },
    "old-type": {
        what: (about) => (0,quote/* words */.aL) `Knot DNS 3.2 does not know the record type ${about}`,
        fix: (0,quote/* words */.aL) `Remove the record, or write it in the generic form (RFC 3597), if Knot DNS serves the zone.`,
    },
    "soa-twice": {
        what: () => (0,quote/* words */.aL) `the SOA record is there twice, as dig AXFR prints it`,
        fix: (0,quote/* words */.aL) `Remove the second SOA record.`,
    },
    "delegation-address": {
        what: (about) => (0,quote/* words */.aL) `a delegation names ${about}, which has no address in the zone`,
        fix: (0,quote/* words */.aL) `Add the address of the name server (glue), or correct the NS record.`,
    },
    "quoted-name": {
        what: () => (0,quote/* words */.aL) `the owner of a record is in quotes`,
        fix: (0,quote/* words */.aL) `Remove the quotes; write a space in a name as \\032.`,
    },
    "raw-octets": {
        what: () => (0,quote/* words */.aL) `it has characters that are not ASCII`,
        fix: (0,quote/* words */.aL) `Write them as \\DDD, and names of other scripts in their xn-- form.`,
    },
    "name-characters": {
        what: () => (0,quote/* words */.aL) `a name has punctuation that is not escaped`,
        fix: (0,quote/* words */.aL) `Put a backslash before it.`,
    },
    "carriage-return": {
        what: () => (0,quote/* words */.aL) `its lines end with carriage returns`,
        fix: (0,quote/* words */.aL) `Save the file with LF line ends.`,
    },
    "joined-quotes": {
        what: () => (0,quote/* words */.aL) `a quoted text sticks to the text beside it`,
        fix: (0,quote/* words */.aL) `Put a space between them.`,
    },
    "class-number": {
        what: () => (0,quote/* words */.aL) `the class is written as a number`,
        fix: (0,quote/* words */.aL) `Write IN, or no class.`,
    },
    "ds-digest": {
        what: (about) => (0,quote/* words */.aL) `the DS record of ${about} has a digest type that is not assigned`,
        fix: (0,quote/* words */.aL) `Take the DS record from the child zone again.`,
    },
}); }
function zoneFindings(observations, policy, waivers) {
    const runs = observations.runs ?? [observations];
    const places = runs
        .flatMap(({ zoneFiles = [] }) => zoneFiles)
        .flatMap((zoneFile) => zoneFile.troubles.map((trouble) => ({ zoneFile, trouble })));
    const distinct = [...new Map(places.map((place) => [JSON.stringify(place.trouble), place])).values()];
    const byReason = Map.groupBy(distinct, ({ trouble }) => trouble.reason);
    return [...byReason.values()].flatMap((same) => {
        const apart = same.length <= FILES_APART ? same.map((place) => [place]) : [same];
        return apart.flatMap(([first, ...others]) => first === undefined ? [] : [findingOf(first, others, policy, waivers)]);
    });
}
var BIND_WARNS$made;
function BIND_WARNS() { return BIND_WARNS$made ??= (new Set([
    "out-of-zone",
    "delegation-address",
])); }
function severityOf({ reason, servers }) {
    if (servers.includes("BIND"))
        return "error";
    return BIND_WARNS().has(reason) ? "warning" : "notice";
}
function findingOf(first, others, policy, waivers) {
    const { reason, file, line, about, count, servers } = first.trouble;
    const { what, fix } = zones_TOLD()[reason];
    const more = others.reduce((sum, { trouble }) => sum + trouble.count, count - 1);
    const lines = (0,plural/* andMore */.v)([(0,quote/* words */.aL) `line ${line}`], 1 + more);
    const listed = [first, ...others].slice(0, FILES_APART);
    const raised = (0,outcome/* raise */.xl)("zone-would-not-load", {
        servers: (0,quote/* joinWords */.yZ)(servers.map((server) => (0,quote/* quote */.hD)(server)), ", "),
        file: (0,quote/* quote */.hD)(file, 255),
        what: (0,quote/* words */.aL) `${what(aboutWords(about))} (${lines})`,
    }, {
        remedy: fix,
        severity: severityOf(first.trouble),
        ...(others.length > 0 && {
            evidence: (0,quote/* joinWords */.yZ)(listed.map(({ trouble }) => (0,quote/* quote */.hD)(`${trouble.file}:${String(trouble.line)}`, 255)), ", "),
        }),
    });
    const finding = (0,settle/* findingOfRun */.ym)(raised, policy, { file, line });
    return waivers.apply(finding, {
        domain: first.zoneFile.zone ?? "",
        host: undefined,
        port: undefined,
        check: "mx",
    });
}
function zoneWords(observations) {
    const files = (observations.runs ?? [observations]).flatMap(({ zoneFiles = [] }) => zoneFiles);
    const zones = files.map(({ file, zone, namedBy }) => {
        if (zone === undefined)
            return (0,quote/* quote */.hD)(file, 255);
        return (0,quote/* words */.aL) `${(0,quote/* quoteName */.AB)(zone)} (${(0,quote/* quote */.hD)(file, 255)}, named by ${NAMED_BY()[namedBy ?? "SOA"]})`;
    });
    return zones.length === 0 ? {} : { zones: [...new Set(zones)] };
}
var NAMED_BY$made;
function NAMED_BY() { return NAMED_BY$made ??= ({
    "zone-files": (0,quote/* words */.aL) `zone-files`,
    "file name": (0,quote/* words */.aL) `the file's name`,
    $ORIGIN: (0,quote/* words */.aL) `$ORIGIN`,
    SOA: (0,quote/* words */.aL) `its SOA record`,
}); }
function aboutWords(about) {
    return about === undefined ? (0,quote/* words */.aL) `` : /^[A-Z]/.test(about) ? (0,quote/* quote */.hD)(about) : (0,quote/* quoteName */.AB)(about);
}

;// CONCATENATED MODULE: ./lib/judge/findings/silences.js






const silences_NAMED = 8;
class Silences {
    #policy;
    #ruled = new Map();
    #seen = new Map();
    constructor(policy) {
        this.#policy = policy;
        for (const { code, level, ...place } of policy.silences.codes) {
            if ((0,registry/* isCode */._m)(code))
                entryOf(this.#ruled, code, level, (0,registry/* describe */.q0)(code).severity).rules.push(place);
        }
    }
    add({ domain, endpoint, check }) {
        for (const finding of check.findings) {
            count(this.#seen, finding, endpoint?.key ?? finding.host ?? domain.rawName);
        }
    }
    findings(ofRun) {
        for (const finding of ofRun)
            count(this.#ruled, finding, finding.message);
        for (const { code, level, from, places } of this.#seen.values()) {
            const entry = entryOf(this.#ruled, code, level, from);
            for (const place of places)
                entry.places.add(place);
        }
        const silenced = [...this.#ruled.values()].sort(worstFirst);
        const { settings } = this.#policy.silences;
        if (silenced.length + settings.length === 0)
            return [];
        const off = silenced.filter(({ level }) => level === "off");
        const lowered = silenced.filter(({ level }) => level !== "off");
        const say = (limit) => (0,quote/* joinWords */.yZ)([
            ...list((0,quote/* words */.aL) `turns off`, off.map(codeWords), limit),
            ...list((0,quote/* words */.aL) `lowers`, lowered.map(codeWords), limit),
            ...list((0,quote/* words */.aL) `sets`, settings.map(settingWords), limit),
        ], "; ");
        const cut = [off, lowered, settings].some(({ length }) => length > silences_NAMED);
        const position = [...silenced.flatMap(({ rules }) => rules), ...settings].find((rule) => rule.position !== undefined)?.position;
        const evidence = cut ? { evidence: say(Number.POSITIVE_INFINITY) } : {};
        const raised = (0,outcome/* raise */.xl)("policy-silences", { what: say(silences_NAMED) }, evidence);
        return [(0,settle/* findingOfRun */.ym)(raised, this.#policy, position)];
    }
}
function entryOf(found, code, level, from) {
    const key = `${code} ${level}`;
    const known = found.get(key) ?? { code, from, level, rules: [], places: new Set() };
    found.set(key, known);
    return known;
}
function count(found, finding, place) {
    if (finding.off !== true && finding.loweredFrom === undefined)
        return;
    const level = finding.off === true ? "off" : finding.severity;
    entryOf(found, finding.code, level, (0,judge_verdict/* unlowered */.Eo)(finding)).places.add(place);
}
function worstFirst(a, b) {
    const silent = Number(b.places.size > 0) - Number(a.places.size > 0);
    if (silent !== 0 || a.from === b.from)
        return silent;
    return (0,judge_verdict/* isLower */.cs)(a.from, b.from) ? 1 : -1;
}
function list(verb, items, limit) {
    if (items.length === 0)
        return [];
    return [(0,quote/* words */.aL) `${verb} ${(0,plural/* andMore */.v)(items.slice(0, limit), items.length)}`];
}
function codeWords({ code, from, level, rules, places: locations }) {
    const change = level === "off" ? (0,quote/* words */.aL) `` : (0,quote/* words */.aL) ` from ${(0,quote/* quote */.hD)(from)} to ${(0,quote/* quote */.hD)(level)}`;
    const number = locations.size === 0 ? (0,quote/* words */.aL) `no finding` : (0,plural/* plural */.LS)(locations.size, "finding");
    return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(code)}${change} (${(0,quote/* joinWords */.yZ)([number, ...rules.map(placeWords)], ", ")})`;
}
function settingWords({ name, value, ...place }) {
    return (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(name)}: ${(0,quote/* quote */.hD)(value, 100)} (${placeWords(place)})`;
}
function placeWords({ position, scope }) {
    const at = position === undefined ? (0,quote/* words */.aL) `by an input` : (0,quote/* quote */.hD)(`${position.file}:${String(position.line)}`, 200);
    return scope === "" ? at : (0,quote/* words */.aL) `${at} for ${(0,quote/* quote */.hD)(scope, 100)}`;
}

// EXTERNAL MODULE: ./lib/text/time.js
var time = __webpack_require__(1042);
;// CONCATENATED MODULE: ./lib/judge/findings/waivers.js








const ENDING_DAYS = 14;
function waiverFindings(policy, { used }, asked, now) {
    return policy.waivers.flatMap((waiver) => {
        const raised = waiverFinding(waiver, used.has(waiver), asked, now);
        return raised === undefined ? [] : [(0,settle/* findingOfRun */.ym)(raised, policy, waiver.position)];
    });
}
function waiverFinding(waiver, used, asked, now) {
    const details = { code: (0,quote/* quote */.hD)(waiver.code), scope: scopeWords(waiver), until: (0,quote/* quote */.hD)(waiver.until) };
    const parts = { evidence: (0,quote/* quote */.hD)(waiver.reason) };
    if (!isInForce(waiver, now))
        return (0,outcome/* raise */.xl)("waiver-expired", details, parts);
    if (!used)
        return couldBeUsed(waiver, asked) ? (0,outcome/* raise */.xl)("waiver-unused", details, parts) : undefined;
    const days = Math.floor((Date.parse(waiver.until) + time/* DAY */.d - now) / time/* DAY */.d);
    if (days > ENDING_DAYS)
        return undefined;
    return (0,outcome/* raise */.xl)("waiver-ending", { ...details, left: (0,plural/* plural */.LS)(days, "day") }, parts);
}
function scopeWords({ scope }) {
    return scope === "" ? (0,quote/* words */.aL) `` : (0,quote/* words */.aL) ` at ${(0,quote/* quote */.hD)(scope, 200)}`;
}
function couldBeUsed({ code }, asked) {
    if (!(0,registry/* isCode */._m)(code))
        return false;
    const { check } = (0,registry/* describe */.q0)(code);
    if (check === "session")
        return (0,checks_all/* endpointChecksOf */.ew)(asked).some(({ needs }) => needs.depth !== "connect");
    return asked.includes(check);
}

;// CONCATENATED MODULE: ./lib/judge/judge.js





















function judge(observations, options) {
    return (0,steps/* atOnce */.z)(judging(observations, options));
}
function* judging(observations, { policy, now, momentOf = () => now, tool, gathered }) {
    const waivers = createWaivers(policy, now);
    const candidates = createSights(observations);
    const { certificates } = observations;
    const judgeEndpoint = createEndpointJudge({
        certificates,
        sights: candidates,
        policy,
        excuser: waivers,
        momentOf,
    });
    const domains = [];
    const causes = new findings_causes/* Causes */.R4();
    const silences = new Silences(policy);
    const ofThisSide = new FindingsOfRun();
    const counted = (0,judge_verdict/* countVerdicts */.qX)([]);
    for (const all of domainsOf(observations.domains)) {
        const domain = yield* judgingDomain(all, { sights: candidates, policy, excuser: waivers, judgeEndpoint });
        domains.push(domain);
        for (const placed of (0,report/* placedChecks */.xU)([domain])) {
            counted[placed.check.verdict]++;
            if (placed.check.findings.length === 0)
                continue;
            causes.add(placed);
            silences.add(placed);
            ofThisSide.add(placed);
        }
        yield;
    }
    (0,findings_causes/* keepCauses */.eI)(domains, causes);
    const ofZones = zoneFindings(observations, policy, waivers);
    const ofRecordings = cutOffFindings(observations, policy, waivers);
    const ofWaivers = waiverFindings(policy, waivers, observations.checks, now);
    const ofFiles = [...ofRecordings, ...ofZones, ...ofWaivers];
    const ofShards = gathered === undefined ? [] : shardFindings(observations, gathered, policy);
    const ofCoverage = [...(0,coverage/* coverageFindings */.P)(observations, policy), ...targetFindings(observations, policy)];
    const ofPolicy = [
        ...ofShards,
        ...silences.findings([...ofFiles, ...ofCoverage]),
        ...ofFiles,
        ...ofCoverage,
    ];
    const ofRun = ofThisSide.findings();
    const baseline = policy.baseline === undefined ? undefined : yield* (0,judge_baseline/* comparingWithBaseline */.S2)(policy.baseline, domains);
    const { environment } = observations;
    return {
        schema: "mx-gate/report/v1",
        tool,
        started: observations.started,
        finished: observations.finished,
        judgedAt: new Date(now).toISOString(),
        result: (0,judge_verdict/* worstResult */.NG)(domains.map((domain) => domain.result)),
        ...judgeGate(counted, ofPolicy, [...ofPolicy, ...countedOnce(causes, ofRun)], policy, endedWords(observations)),
        score: lowestScore(domains.map((domain) => domain.score)),
        partial: ofShards.length + ofRecordings.length > 0 || domains.some((domain) => domain.partial),
        counts: counted,
        policy: policy.inForce,
        environment: {
            heloName: (0,quote/* quote */.hD)(environment.heloName, 255),
            resolver: (0,quote/* quote */.hD)(environment.resolver),
            route: (0,quote/* quote */.hD)(environment.route),
            trustStores: environment.trustStores.map(({ store, certificates }) => (0,quote/* words */.aL) `${(0,quote/* quote */.hD)(store)} (${certificates})`),
            ...dnssecSentence(observations),
            ...zoneWords(observations),
        },
        findings: [...ofRun, ...ofPolicy],
        ...(baseline !== undefined && { baseline }),
        domains,
        observations,
    };
}
function countedOnce(causes, ofRun) {
    const told = new Set(ofRun.map(({ code }) => code));
    const others = Array.from(causes.all, ({ finding }) => finding);
    return [...ofRun, ...others.filter(({ code }) => !told.has(code))];
}
function judgeGate(counted, ofRun, each, { gate }, before) {
    const ofChecks = report/* VERDICTS */.bk.filter((verdict) => counted[verdict] > 0);
    const verdicts = [...ofChecks, ...ofRun.map((finding) => (0,judge_verdict/* verdictOf */.Vj)([finding]))];
    const closed = verdicts.some((verdict) => (0,report/* closesGate */.HE)(verdict, gate));
    const standing = (severity) => each.filter((finding) => (0,judge_verdict/* counts */.tQ)(finding) && finding.severity === severity).length;
    const errors = standing("error");
    const warnings = standing("warning");
    const { inconclusive } = counted;
    const parts = [];
    if (errors > 0)
        parts.push(`${(0,plural/* plural */.LS)(errors, "error")}${behindWords(errors, counted.fail)}`);
    if (warnings > 0 && (gate.failOn === "warning" || !closed)) {
        parts.push((0,plural/* plural */.LS)(warnings, "warning"));
    }
    if (inconclusive > 0)
        parts.push((0,plural/* plural */.LS)(inconclusive, "inconclusive check"));
    const rules = gate.failOn === "never"
        ? " (fail-on: never)"
        : inconclusive > 0
            ? ` (on-inconclusive: ${gate.onInconclusive})`
            : "";
    const text = (0,quote/* quote */.hD)(`${parts.join(", ")}${rules}`);
    if (closed)
        return { gate: "closed", gateSummary: (0,quote/* words */.aL) `${before}Gate closed: ${text}.` };
    const open = parts.length === 0 ? (0,quote/* words */.aL) `Gate open.` : (0,quote/* words */.aL) `Gate open: ${text}.`;
    return { gate: "open", gateSummary: (0,quote/* words */.aL) `${before}${open}` };
}
function behindWords(errors, failed) {
    if (failed === 0 || failed === errors)
        return "";
    return ` ${failed > errors ? "behind" : "in"} ${(0,plural/* plural */.LS)(failed, "failed check")}`;
}
var ENDED$made;
function ENDED() { return ENDED$made ??= ({
    interrupted: (0,quote/* words */.aL) `The run was interrupted: this is what was finished. `,
    deadline: (0,quote/* words */.aL) `The run ran out of time: this is what was finished. `,
    "cut-off": (0,quote/* words */.aL) `The recording of the run is cut off: this is what was finished. `,
}); }
function endedWords(observations) {
    const { ended, runs = [] } = observations;
    const part = runs.length === 0 ? shardWords(observations) : (0,quote/* words */.aL) ``;
    if (ended === undefined)
        return part;
    const parts = runs.filter((run) => run.ended !== undefined).length;
    if (runs.length === 0)
        return (0,quote/* words */.aL) `${part}${ENDED()[ended]}`;
    return (0,quote/* words */.aL) `${parts} of ${runs.length} runs ended early: this is what they finished. `;
}


/***/ },

/***/ 4411:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ notAskedFor),
/* harmony export */   I9: () => (/* binding */ ownSeverity),
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   pG: () => (/* binding */ sizeWords),
/* harmony export */   xl: () => (/* binding */ raise),
/* harmony export */   zW: () => (/* binding */ forPeople)
/* harmony export */ });
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6713);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);
/* harmony import */ var _diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5797);



function raise(code, details, parts = {}) {
    const message = (0,_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnostics */ .R3)()[code].message(details);
    return { code, message, ...parts };
}
function ownSeverity(raised) {
    return raised.severity ?? (0,_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(raised.code).severity;
}
function notAskedFor(reason = (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `not asked for`) {
    return { findings: [], summary: reason, seconds: 0, skip: { because: "not-asked", reason } };
}
function span(milliseconds) {
    const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days >= 2)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(days, "day");
    if (hours >= 1)
        return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(hours, "hour");
    return (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(minutes, "minute");
}
function sizeWords(octets) {
    return octets % 1024 === 0 ? (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${octets / 1024} KiB` : (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `${octets} octets`;
}
function forPeople(seconds) {
    return seconds >= 10 ? Math.round(seconds) : Math.round(seconds * 10) / 10;
}


/***/ },

/***/ 4517:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ REQUIREMENTS)
/* harmony export */ });
const REQUIREMENTS = ["dane", "mta-sts", "mta-sts-testing", "tls-rpt"];


/***/ },

/***/ 6221:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HE: () => (/* binding */ closesGate),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   lN: () => (/* binding */ policyInForce),
/* harmony export */   xU: () => (/* binding */ placedChecks),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* unused harmony exports safeText, checkId, verdict, result, severity, gate, finding, placedFinding, checkFacts, check, endpointReport, serverReport, reach, domainReport, counts, settingInForce */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4377);
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _checks_all_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2387);



var safeText$made;
function safeText() { return safeText$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().brand()); }
var filePosition$made;
function filePosition() { return filePosition$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive() })); }
var checkId$made;
function checkId() { return checkId$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n((0,_checks_all_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECK_IDS */ .Sh)())); }
const VERDICTS = ["pass", "warn", "fail", "inconclusive", "waived", "skip"];
var verdict$made;
function verdict() { return verdict$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(VERDICTS)); }
var result$made;
function result() { return result$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["pass", "warn", "fail", "inconclusive", "skip"])); }
var severity$made;
function severity() { return severity$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["notice", "warning", "error", "inconclusive"])); }
var gate$made;
function gate() { return gate$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["open", "closed"])); }
var finding$made;
function finding() { return finding$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    severity: severity(),
    message: safeText(),
    host: safeText().optional(),
    address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    expected: safeText().optional(),
    actual: safeText().optional(),
    evidence: safeText().optional(),
    remedy: safeText(),
    alternatives: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ label: safeText(), text: safeText() })).optional(),
    confirm: safeText().optional(),
    senders: safeText().optional(),
    reference: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    resultType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    policy: filePosition().optional(),
    waived: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ reason: safeText(), until: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional(),
    off: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    loweredFrom: severity().optional(),
    known: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
})); }
var placedFinding$made;
function placedFinding() { return placedFinding$made ??= (finding().extend({
    domain: safeText().optional(),
    check: checkId().optional(),
    port: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
})); }
var checkFacts$made;
function checkFacts() { return checkFacts$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([safeText(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(safeText())]))); }
var check$made;
function check() { return check$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    check: checkId(),
    verdict: verdict(),
    seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
    summary: safeText(),
    facts: checkFacts().optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(finding()),
})); }
var endpointReport$made;
function endpointReport() { return endpointReport$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    address: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    port: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    run: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative().optional(),
    result: result(),
    score: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(100).nullable(),
    connections: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    secondLooks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    passedAfter: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().optional(),
    checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(check()),
})); }
var serverReport$made;
function serverReport() { return serverReport$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    host: safeText(),
    preference: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullable(),
    result: result(),
    score: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(100).nullable(),
    endpoints: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(endpointReport()),
    elsewhere: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true).optional(),
})); }
var reach$made;
function reach() { return reach$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    endpoints: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    connected: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    accepting: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    refusing: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
    unseen: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
    encrypted: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    authenticated: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    dane: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
    mtaSts: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
})); }
var domainReport$made;
function domainReport() { return domainReport$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: safeText(),
    rawName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["domain", "server"]),
    source: filePosition().optional(),
    result: result(),
    score: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(100).nullable(),
    partial: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    reach: reach(),
    reachSummary: safeText(),
    checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(check()),
    servers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(serverReport()),
})); }
var counts$made;
function counts() { return counts$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    pass: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    warn: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    fail: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    inconclusive: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    waived: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    skip: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
})); }
var settingInForce$made;
function settingInForce() { return settingInForce$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    value: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J(),
    from: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["default", "input", "file"]),
    line: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().optional(),
})); }
var policyInForce$made;
function policyInForce() { return policyInForce$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    overrides: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    waivers: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    settings: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), settingInForce()),
})); }
var report$made;
function report() { return report$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("mx-gate/report/v1"),
    tool: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("mx-gate"), version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    started: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    finished: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    judgedAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    result: result(),
    gate: gate(),
    gateSummary: safeText(),
    score: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0).max(100).nullable(),
    partial: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    counts: counts(),
    policy: policyInForce(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        heloName: safeText(),
        resolver: safeText(),
        route: safeText(),
        trustStores: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(safeText()),
        dnssec: safeText().optional(),
        zones: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(safeText()).optional(),
    }),
    findings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(placedFinding()),
    baseline: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        new: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        known: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        fixed: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
            domain: safeText(),
            host: safeText().optional(),
            port: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().optional(),
            check: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
            code: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        })),
    })
        .optional(),
    domains: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(domainReport()),
    observations: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .observations */ .EW)(),
})); }
function closesGate(verdict, rules) {
    if (rules.failOn === "never")
        return false;
    switch (verdict) {
        case "fail":
            return true;
        case "warn":
            return rules.failOn === "warning";
        case "inconclusive":
            return rules.onInconclusive === "fail";
        case "pass":
        case "waived":
        case "skip":
            return false;
    }
}
function* placedChecks(domains) {
    for (const domain of domains) {
        for (const check of domain.checks)
            yield { domain, check };
        for (const server of domain.servers) {
            for (const endpoint of server.endpoints) {
                for (const check of endpoint.checks)
                    yield { domain, server, endpoint, check };
            }
        }
    }
}


/***/ },

/***/ 7522:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ unlowered),
/* harmony export */   NG: () => (/* binding */ worstResult),
/* harmony export */   NI: () => (/* binding */ unexcused),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   cs: () => (/* binding */ isLower),
/* harmony export */   m3: () => (/* binding */ compareVerdicts),
/* harmony export */   qX: () => (/* binding */ countVerdicts),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
const SEVERITY_ORDER = ["error", "inconclusive", "warning", "notice", "off"];
function bySeverity(a, b) {
    return SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity);
}
function counts(finding) {
    return finding.waived === undefined && finding.off !== true && finding.known !== true;
}
function isLower(level, other) {
    return SEVERITY_ORDER.indexOf(level) > SEVERITY_ORDER.indexOf(other);
}
function unlowered({ severity, loweredFrom }) {
    return loweredFrom ?? severity;
}
function unexcused(finding) {
    const { waived: _waived, known: _known, off: _off, loweredFrom: _from, ...rest } = finding;
    return { ...rest, severity: unlowered(finding) };
}
function verdictOf(findings) {
    const deviating = findings.filter((finding) => finding.severity !== "notice");
    const standing = deviating.filter(counts);
    if (standing.some((finding) => finding.severity === "error"))
        return "fail";
    if (standing.some((finding) => finding.severity === "inconclusive"))
        return "inconclusive";
    if (standing.some((finding) => finding.severity === "warning"))
        return "warn";
    if (findings.some((finding) => unlowered(finding) === "inconclusive"))
        return "skip";
    return deviating.length > 0 ? "waived" : "pass";
}
const VERDICT_ORDER = ["fail", "inconclusive", "warn", "waived", "pass", "skip"];
function compareVerdicts(a, b) {
    return VERDICT_ORDER.indexOf(a) - VERDICT_ORDER.indexOf(b);
}
function worstResult(verdicts) {
    let worst = "skip";
    for (const verdict of verdicts) {
        const result = verdict === "waived" ? "pass" : verdict;
        if (compareVerdicts(result, worst) < 0)
            worst = result;
    }
    return worst;
}
function countVerdicts(checks) {
    const counted = { pass: 0, warn: 0, fail: 0, inconclusive: 0, waived: 0, skip: 0 };
    for (const { verdict } of checks)
        counted[verdict]++;
    return counted;
}


/***/ },

/***/ 9379:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ HTTPS_LOOK_SECONDS),
/* harmony export */   Aq: () => (/* binding */ PROXY_HABIT_WAIT),
/* harmony export */   At: () => (/* binding */ LOOKUPS_AT_ONCE),
/* harmony export */   D3: () => (/* binding */ MAX_FILE_CERTIFICATES),
/* harmony export */   DU: () => (/* binding */ MAX_ELEMENTS),
/* harmony export */   DY: () => (/* binding */ MAX_TLSA_RECORDS),
/* harmony export */   Dr: () => (/* binding */ UDP_PAYLOAD),
/* harmony export */   EW: () => (/* binding */ QUESTIONS_PER_SOCKET),
/* harmony export */   Ee: () => (/* binding */ MAX_ISSUER_NAMESAKES),
/* harmony export */   Eu: () => (/* binding */ MAX_CERTIFICATE_OCTETS),
/* harmony export */   Fj: () => (/* binding */ DANE_KEY_FILES),
/* harmony export */   GX: () => (/* binding */ MAX_NAME_SERVERS),
/* harmony export */   Gh: () => (/* binding */ MAX_REPLY_LINES),
/* harmony export */   Hv: () => (/* binding */ QUIET_SECONDS),
/* harmony export */   I7: () => (/* binding */ MAX_EVIDENCE_OCTETS),
/* harmony export */   Ib: () => (/* binding */ INDEXED_PER_TURN),
/* harmony export */   JJ: () => (/* binding */ CONNECTIONS_PER_OPERATOR),
/* harmony export */   Ji: () => (/* binding */ EXTENDED_ERROR_LIMIT),
/* harmony export */   Jk: () => (/* binding */ FAILOVER_SECONDS),
/* harmony export */   K3: () => (/* binding */ DOH_CONNECTIONS),
/* harmony export */   K5: () => (/* binding */ REMEMBERED_TRANSCRIPT_LINES),
/* harmony export */   Kb: () => (/* binding */ MAX_PATH_LENGTH),
/* harmony export */   Lg: () => (/* binding */ DANE_KEY_FILE_OCTETS),
/* harmony export */   Lm: () => (/* binding */ MAX_OID_OCTETS),
/* harmony export */   MB: () => (/* binding */ SLOW_SHARE),
/* harmony export */   MV: () => (/* binding */ MAX_SIGNATURE_WORK),
/* harmony export */   O8: () => (/* binding */ MAX_NAME_COMPARISONS),
/* harmony export */   OI: () => (/* binding */ MAX_REFUSED_POSTMASTERS),
/* harmony export */   OQ: () => (/* binding */ MAX_HANDSHAKE_OCTETS),
/* harmony export */   P2: () => (/* binding */ SILENCES_TO_GO_LAST),
/* harmony export */   PI: () => (/* binding */ QUESTIONS_IN_FLIGHT),
/* harmony export */   Pl: () => (/* binding */ FORMS_PER_CONNECTION),
/* harmony export */   QO: () => (/* binding */ MAX_ISSUER_NAMES),
/* harmony export */   Qk: () => (/* binding */ QUIT_WAIT),
/* harmony export */   R4: () => (/* binding */ MAX_CA_ISSUERS),
/* harmony export */   R9: () => (/* binding */ SAMPLE_OF_POSTMASTERS),
/* harmony export */   SZ: () => (/* binding */ DNS_SOCKET_SECONDS),
/* harmony export */   Sd: () => (/* binding */ MAX_FURTHER_CONNECTIONS),
/* harmony export */   Sv: () => (/* binding */ PARSED_PER_TURN),
/* harmony export */   Tk: () => (/* binding */ MAX_REMEMBERED_ISSUERS),
/* harmony export */   UF: () => (/* binding */ SECONDS_OF_AN_ENDPOINT),
/* harmony export */   UL: () => (/* binding */ SILENCE_BUDGET),
/* harmony export */   Uz: () => (/* binding */ ASIDE_PER_SLOT),
/* harmony export */   Vh: () => (/* binding */ POLICIES_AT_ONCE),
/* harmony export */   Vr: () => (/* binding */ DNS_SECOND_LOOK_SECONDS),
/* harmony export */   We: () => (/* binding */ REMEMBERED_TEXT_LENGTH),
/* harmony export */   Wf: () => (/* binding */ MAX_ISSUER_DEPTH),
/* harmony export */   X8: () => (/* binding */ MAX_REMEMBERED_CHAINS),
/* harmony export */   Xj: () => (/* binding */ POSTMASTERS_TOGETHER),
/* harmony export */   YP: () => (/* binding */ RECORD_LIMIT),
/* harmony export */   Yq: () => (/* binding */ STRAGGLER_SECONDS),
/* harmony export */   ZA: () => (/* binding */ MAX_POLICY_HEADER_OCTETS),
/* harmony export */   Zv: () => (/* binding */ MAX_CONNECTION_OCTETS),
/* harmony export */   _H: () => (/* binding */ MAX_PAGE_OCTETS),
/* harmony export */   _g: () => (/* binding */ MESSAGE_BYTES),
/* harmony export */   aF: () => (/* binding */ EXTENDED_ERROR_OCTETS),
/* harmony export */   bC: () => (/* binding */ MAX_TLSA_OCTETS),
/* harmony export */   c5: () => (/* binding */ MAX_SERVED_CERTIFICATES),
/* harmony export */   cI: () => (/* binding */ POSTMASTERS_ALONE),
/* harmony export */   cj: () => (/* binding */ OCTETS_PER_SIGNATURE_WORK),
/* harmony export */   cv: () => (/* binding */ MAX_ISSUER_CANDIDATES),
/* harmony export */   dI: () => (/* binding */ MAX_POLICY_OCTETS),
/* harmony export */   e2: () => (/* binding */ MAX_DNS_STRAYS),
/* harmony export */   fh: () => (/* binding */ MAX_ISSUER_FILE_OCTETS),
/* harmony export */   hC: () => (/* binding */ TRANSACTIONS_PER_CONNECTION),
/* harmony export */   "in": () => (/* binding */ RETRANSMIT_SECONDS),
/* harmony export */   it: () => (/* binding */ MAX_ISSUER_FETCHES),
/* harmony export */   jV: () => (/* binding */ MAX_LINE_OCTETS),
/* harmony export */   l_: () => (/* binding */ MAX_ANSWER_OCTETS),
/* harmony export */   le: () => (/* binding */ SLOW_LOOKUP_SECONDS),
/* harmony export */   lm: () => (/* binding */ MAX_TRANSCRIPT_OCTETS),
/* harmony export */   mU: () => (/* binding */ POSTMASTERS_GROWTH),
/* harmony export */   ml: () => (/* binding */ MAX_SEARCH_STEPS),
/* harmony export */   nX: () => (/* binding */ ZONE_LOOK_SECONDS),
/* harmony export */   og: () => (/* binding */ MAX_ISSUER_NAME_LENGTH),
/* harmony export */   ot: () => (/* binding */ REMEMBERED_TEXTS),
/* harmony export */   oy: () => (/* binding */ POLICY_FETCH_SECONDS),
/* harmony export */   rK: () => (/* binding */ MAX_MX_HOSTS),
/* harmony export */   s2: () => (/* binding */ OCTET_WATCH_SECONDS),
/* harmony export */   sk: () => (/* binding */ MAX_ISSUER_ADDRESSES),
/* harmony export */   tG: () => (/* binding */ DANE_KEYS_IN_FILE),
/* harmony export */   ty: () => (/* binding */ REPLIES_WAIT),
/* harmony export */   u$: () => (/* binding */ MAX_ISSUER_SEARCH_WORK),
/* harmony export */   uK: () => (/* binding */ MAX_REPORT_DESTINATIONS),
/* harmony export */   v5: () => (/* binding */ ISSUER_FETCHES_AT_ONCE),
/* harmony export */   vi: () => (/* binding */ MAX_POLICY_ADDRESSES),
/* harmony export */   vn: () => (/* binding */ DNS_SOCKETS),
/* harmony export */   wB: () => (/* binding */ MAX_PATHS_PER_STORE),
/* harmony export */   wK: () => (/* binding */ IDLE_DNS_SOCKETS),
/* harmony export */   xR: () => (/* binding */ MAX_POSTMASTERS),
/* harmony export */   xy: () => (/* binding */ MAX_REMEMBERED_CERTIFICATES),
/* harmony export */   zE: () => (/* binding */ MAX_HOST_ADDRESSES)
/* harmony export */ });
const MAX_LINE_OCTETS = 4096;
const MAX_REPLY_LINES = 256;
const MAX_CONNECTION_OCTETS = 64 * 1024;
const REMEMBERED_TEXTS = 1024;
const REMEMBERED_TEXT_LENGTH = 512;
const REMEMBERED_TRANSCRIPT_LINES = 16_384;
const MAX_EVIDENCE_OCTETS = 1024;
const MAX_TRANSCRIPT_OCTETS = 2048;
const QUIT_WAIT = 2;
const MAX_FURTHER_CONNECTIONS = 6;
const CONNECTIONS_PER_OPERATOR = 8;
const SECONDS_OF_AN_ENDPOINT = 1.3;
const REPLIES_WAIT = 10;
const SLOW_SHARE = 15;
const ASIDE_PER_SLOT = 8;
const FORMS_PER_CONNECTION = 4;
const MAX_POSTMASTERS = 1000;
const SAMPLE_OF_POSTMASTERS = 20;
const POSTMASTERS_ALONE = 3;
const POSTMASTERS_TOGETHER = 20;
const POSTMASTERS_GROWTH = 4;
const MAX_REFUSED_POSTMASTERS = 5;
const TRANSACTIONS_PER_CONNECTION = 10;
const MAX_ANSWER_OCTETS = 16_384;
const MAX_PAGE_OCTETS = 8192;
const PROXY_HABIT_WAIT = 6;
const MAX_MX_HOSTS = 100;
const MAX_HOST_ADDRESSES = 32;
const MESSAGE_BYTES = 65_535;
const RECORD_LIMIT = 4096;
const UDP_PAYLOAD = 1232;
const EXTENDED_ERROR_LIMIT = 16;
const EXTENDED_ERROR_OCTETS = 512;
const RETRANSMIT_SECONDS = 1.5;
const FAILOVER_SECONDS = 1;
const SILENCES_TO_GO_LAST = 2;
const HTTPS_LOOK_SECONDS = 3;
const ZONE_LOOK_SECONDS = 4.5;
const DNS_SECOND_LOOK_SECONDS = 5;
const SILENCE_BUDGET = 60;
const SLOW_LOOKUP_SECONDS = 2;
const QUIET_SECONDS = 4;
const MAX_TLSA_RECORDS = 64;
const MAX_TLSA_OCTETS = 16_384;
const DNS_SOCKETS = 8;
const QUESTIONS_PER_SOCKET = 32;
const DNS_SOCKET_SECONDS = 3;
const MAX_DNS_STRAYS = 8;
const IDLE_DNS_SOCKETS = 16;
const QUESTIONS_IN_FLIGHT = 128;
const LOOKUPS_AT_ONCE = 128;
const DOH_CONNECTIONS = 8;
const MAX_NAME_SERVERS = 16;
const STRAGGLER_SECONDS = 3;
const MAX_HANDSHAKE_OCTETS = 256 * 1024;
const OCTET_WATCH_SECONDS = 0.1;
const MAX_CA_ISSUERS = 4;
const MAX_ISSUER_NAMES = 2;
const MAX_ISSUER_NAME_LENGTH = 2048;
const MAX_ISSUER_FETCHES = 100;
const ISSUER_FETCHES_AT_ONCE = 8;
const MAX_ISSUER_ADDRESSES = 3;
const MAX_ISSUER_DEPTH = 3;
const MAX_ISSUER_NAMESAKES = 64;
const MAX_ISSUER_CANDIDATES = 8;
const INDEXED_PER_TURN = 1000;
const PARSED_PER_TURN = 16;
const MAX_ISSUER_SEARCH_WORK = 20_000;
const MAX_ISSUER_FILE_OCTETS = 65_536;
const MAX_FILE_CERTIFICATES = 8;
const MAX_SERVED_CERTIFICATES = 20;
const MAX_CERTIFICATE_OCTETS = 65_536;
const MAX_SIGNATURE_WORK = 150;
const OCTETS_PER_SIGNATURE_WORK = 16_384;
const MAX_REMEMBERED_ISSUERS = 64;
const MAX_PATH_LENGTH = 10;
const MAX_PATHS_PER_STORE = 8;
const MAX_SEARCH_STEPS = 500;
const MAX_REMEMBERED_CHAINS = 4096;
const MAX_REMEMBERED_CERTIFICATES = 1024;
const MAX_ELEMENTS = 16_384;
const MAX_OID_OCTETS = 64;
const MAX_NAME_COMPARISONS = 100_000;
const MAX_POLICY_OCTETS = 65_536;
const MAX_POLICY_HEADER_OCTETS = 16_384;
const POLICY_FETCH_SECONDS = 60;
const MAX_POLICY_ADDRESSES = 4;
const POLICIES_AT_ONCE = 32;
const MAX_REPORT_DESTINATIONS = 8;
const DANE_KEY_FILE_OCTETS = 262_144;
const DANE_KEY_FILES = 1000;
const DANE_KEYS_IN_FILE = 20;


/***/ },

/***/ 9545:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ addressScopeOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _text_ip_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(227);


var IPV4_RULES$made;
function IPV4_RULES() { return IPV4_RULES$made ??= ([
    ["loopback", "127.0.0.0/8"],
    ["private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
    ["link-local", "169.254.0.0/16"],
    ["documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"],
    ["multicast", "224.0.0.0/4"],
    ["reserved", "0.0.0.0/8", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"],
    ["reserved", "168.63.129.16/32"],
]); }
var IPV6_RULES$made;
function IPV6_RULES() { return IPV6_RULES$made ??= ([
    ["loopback", "::1/128"],
    ["private", "fc00::/7", "fec0::/10", "64:ff9b:1::/48"],
    ["link-local", "fe80::/10"],
    ["documentation", "2001:db8::/32", "3fff::/20"],
    ["multicast", "ff00::/8"],
    ["public", "2001:1::1/128", "2001:1::2/128", "2001:1::3/128", "2001:3::/32", "2001:4:112::/48"],
    ["public", "2001:20::/28", "2001:30::/28"],
    ["reserved", "2001::/23"],
    ["public", "2000::/3"],
    ["reserved", "::/0"],
]); }
function compile(rules, family) {
    return rules.map(([scope, ...prefixes]) => {
        const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
        for (const prefix of prefixes) {
            const [network = "", bits = ""] = prefix.split("/");
            list.addSubnet(network, Number(bits), family);
        }
        return [scope, list];
    });
}
var IPV4_SCOPES$made;
function IPV4_SCOPES() { return IPV4_SCOPES$made ??= (compile(IPV4_RULES(), "ipv4")); }
var IPV6_SCOPES$made;
function IPV6_SCOPES() { return IPV6_SCOPES$made ??= (compile(IPV6_RULES(), "ipv6")); }
function embeddedIpv4(address) {
    const groups = (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_1__/* .ipv6Groups */ .Y5)(address) ?? [];
    const ipv4 = (high = 0, low = 0) => (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_1__/* .formatIpv4 */ .Re)(Uint8Array.of(high >> 8, high & 0xff, low >> 8, low & 0xff));
    const front = groups.slice(0, 6).join(":");
    const mapped = front === [0, 0, 0, 0, 0, 0xffff].join(":");
    const translated = front === [0x64, 0xff9b, 0, 0, 0, 0].join(":");
    if (mapped || translated)
        return ipv4(groups[6], groups[7]);
    return groups[0] === 0x2002 ? ipv4(groups[1], groups[2]) : undefined;
}
function addressScopeOf(address) {
    const family = (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_1__/* .ipVersion */ .UR)(address);
    if (family === 0)
        return "reserved";
    if (family === 4)
        return IPV4_SCOPES().find(([, list]) => list.check(address, "ipv4"))?.[0] ?? "public";
    const [plain = ""] = address.split("%");
    const embedded = embeddedIpv4(plain);
    if (embedded !== undefined)
        return addressScopeOf(embedded);
    return IPV6_SCOPES().find(([, list]) => list.check(plain, "ipv6"))?.[0] ?? "reserved";
}


/***/ },

/***/ 8497:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GA: () => (/* binding */ answers),
/* harmony export */   PJ: () => (/* binding */ converseOverTcp),
/* harmony export */   iq: () => (/* binding */ converse)
/* harmony export */ });
/* unused harmony export socketFailure */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _dns_record_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3378);
/* harmony import */ var _system_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1997);
/* harmony import */ var _system_local_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7220);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(479);





function socketFailure(error, over = "") {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
    const outcome = (0,_system_local_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .isLocalLimit */ .D)(code) || code === "EADDRNOTAVAIL" ? "local-limit" : "unreachable";
    return { kind: "failure", outcome, detail: (code ?? String(error)) + over };
}
function answers(head, query) {
    if (!head.isResponse || head.opcode !== 0 || head.id !== query.id)
        return false;
    if (head.question === undefined)
        return head.rcode !== _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RCODE */ .KK.NOERROR && head.rcode !== _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RCODE */ .KK.NXDOMAIN;
    const { name, type, class: questionClass } = head.question;
    return name === query.name && type === (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORD_TYPES */ .c4)()[query.type].number && questionClass === _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .CLASS_IN */ .NH;
}
function encode(query) {
    const message = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeQuery */ .XX)(query);
    if (message === undefined)
        throw new TypeError(`not a name: ${query.name}`);
    return message;
}
function askOverTcp(server, query, done, connected) {
    const malformed = (detail) => {
        done({ kind: "failure", outcome: "malformed", detail });
    };
    const chunks = [];
    let received = 0;
    let expected;
    const socket = connected ?? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host: server.address, port: server.port, noDelay: true });
    const send = () => {
        const message = encode(query);
        const length = Buffer.alloc(2);
        length.writeUInt16BE(message.length);
        socket.write(Buffer.concat([length, message]));
    };
    if (connected === undefined)
        socket.on("connect", send);
    else
        send();
    socket.on("data", (chunk) => {
        chunks.push(chunk);
        received += chunk.length;
        if (expected === undefined && received >= 2)
            expected = 2 + Buffer.concat(chunks).readUInt16BE(0);
        if (expected === undefined || received < expected)
            return;
        const message = Buffer.concat(chunks).subarray(2, expected);
        const head = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeHead */ .Jk)(message);
        if (head === undefined || !answers(head, query))
            malformed("a message over TCP does not answer the question");
        else if (head.truncated)
            malformed("an answer over TCP says that it is truncated");
        else
            done({ kind: "reply", transport: "tcp", message, head });
    });
    socket.on("error", (error) => {
        done(socketFailure(error, " over TCP"));
    });
    socket.on("close", () => {
        malformed("the connection closed before a whole answer came");
    });
    return socket;
}
function converse(server, asked, random, datagrams) {
    const { promise, resolve } = Promise.withResolvers();
    let edns = true;
    let stream;
    const queryWith = (id) => ({ ...asked, id, edns });
    const close = () => {
        question.end();
        stream?.destroy();
    };
    const done = (heard) => {
        close();
        resolve(heard);
    };
    const asking = {
        encode: (id) => encode(queryWith(id)),
        onDatagram(message, id) {
            const head = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeHead */ .Jk)(message);
            if (head === undefined || !answers(head, queryWith(id)))
                return false;
            if (edns && (head.rcode === _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RCODE */ .KK.FORMERR || head.rcode === _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RCODE */ .KK.NOTIMP)) {
                edns = false;
                question.end();
                question = datagrams.ask(server, asking);
            }
            else if (head.truncated) {
                question.end();
                stream = askOverTcp(server, queryWith(freshId(random)), done);
            }
            else {
                done({ kind: "reply", transport: "udp", message, head });
            }
            return true;
        },
        onError: (error) => done(socketFailure(error)),
    };
    let question = datagrams.ask(server, asking);
    return { heard: promise, resend: () => question.resend(), close };
}
function freshId(random) {
    return Math.floor(random() * 0x1_0000);
}
function converseOverTcp(server, question, random, dial) {
    const { promise, resolve } = Promise.withResolvers();
    const query = { ...question, id: freshId(random), edns: true };
    const talk = new _system_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .Deadline */ .B();
    let stream;
    const close = () => {
        talk.end();
        stream?.destroy();
    };
    void dial(server, talk.signal).then((dialled) => {
        if (!("write" in dialled)) {
            resolve({ kind: "failure", ...dialled });
            return;
        }
        stream = dialled;
        const done = (heard) => {
            close();
            resolve(heard);
        };
        if (talk.why !== undefined)
            dialled.destroy();
        else
            askOverTcp(server, query, done, dialled);
    });
    return { heard: promise, resend: () => undefined, close };
}


/***/ },

/***/ 3988:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ Datagrams)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9379);
/* harmony import */ var _text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(227);
/* harmony import */ var _name_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3625);
var $node_dgram$made;
function $node_dgram() { return $node_dgram$made ??= process.getBuiltinModule("node:dgram"); }



class Line {
    pending = new Map();
    #ids = new Set();
    #socket;
    #opened;
    #tools;
    #connected = false;
    #closed = false;
    #strays = 0;
    constructor(server, tools, onError, onStrays) {
        this.#tools = tools;
        this.#opened = tools.clock.monotonic();
        const socket = $node_dgram().createSocket((0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .ipVersion */ .UR)(server.address) === 6 ? "udp6" : "udp4");
        this.#socket = socket;
        socket.on("connect", () => {
            this.#connected = true;
            for (const pending of this.pending.values())
                this.send(pending);
        });
        socket.on("error", (error) => {
            if (!this.#closed)
                onError(this, error);
        });
        socket.on("message", (datagram) => {
            const id = datagram.length < 2 ? undefined : datagram.readUInt16BE(0);
            const pending = id === undefined ? undefined : this.pending.get(id);
            if (pending?.asking.onDatagram(datagram, pending.id) === true)
                return;
            this.#strays++;
            if (this.#strays === _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_DNS_STRAYS */ .e2)
                onStrays(this);
        });
        socket.connect(server.port, server.address);
    }
    get isOpen() {
        return (!this.#closed &&
            this.#strays < _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_DNS_STRAYS */ .e2 &&
            this.#ids.size < _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .QUESTIONS_PER_SOCKET */ .EW &&
            this.#tools.clock.monotonic() - this.#opened < _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .DNS_SOCKET_SECONDS */ .SZ);
    }
    take(pending) {
        let id = Math.floor(this.#tools.random() * 0x1_0000);
        while (this.#ids.has(id))
            id = (id + 1) % 0x1_0000;
        this.#ids.add(id);
        pending.line = this;
        pending.id = id;
        if (this.pending.size === 0)
            this.#socket.ref();
        this.pending.set(id, pending);
        this.send(pending);
    }
    send({ asking, id }) {
        if (!this.#connected || this.#closed)
            return;
        this.#socket.send(asking.encode(id), (error) => {
            if (error !== null)
                this.#socket.emit("error", error);
        });
    }
    drop({ id }) {
        this.pending.delete(id);
        if (this.pending.size === 0 && !this.#closed)
            this.#socket.unref();
    }
    close() {
        if (this.#closed)
            return;
        this.#closed = true;
        this.#socket.close();
    }
}
const NOTHING = { resend: () => undefined, end: () => undefined };
class Datagrams {
    #tools;
    #lines = new Map();
    #idle = new Set();
    #all = new Set();
    constructor(tools) {
        this.#tools = tools;
        tools.signal.addEventListener("abort", () => {
            for (const line of this.#all)
                line.close();
            this.#all.clear();
        });
    }
    ask(server, asking) {
        if (this.#tools.signal.aborted)
            return NOTHING;
        const line = this.#lineTo(server);
        const pending = { asking, line, id: 0 };
        this.#idle.delete(line);
        line.take(pending);
        return {
            resend: () => {
                if (pending.line.pending.get(pending.id) === pending)
                    pending.line.send(pending);
            },
            end: () => this.#end(pending),
        };
    }
    #lineTo(server) {
        const key = (0,_name_server_js__WEBPACK_IMPORTED_MODULE_1__/* .formatServer */ .xu)(server);
        const lines = (this.#lines.get(key) ?? []).filter((line) => {
            if (!line.isOpen && this.#idle.has(line))
                this.#close(line);
            return line.isOpen;
        });
        this.#lines.set(key, lines);
        const known = lines.length < _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .DNS_SOCKETS */ .vn ? undefined : lines[Math.floor(this.#tools.random() * lines.length)];
        if (known !== undefined)
            return known;
        const line = this.#open(server);
        lines.push(line);
        return line;
    }
    #open(server) {
        const line = new Line(server, this.#tools, (failed, error) => this.#fail(server, failed, error), (met) => {
            if (met.pending.size > 1)
                this.#scatter(server, met);
        });
        this.#all.add(line);
        return line;
    }
    #end(pending) {
        const { line, id } = pending;
        if (line.pending.get(id) !== pending)
            return;
        line.drop(pending);
        if (line.pending.size > 0)
            return;
        if (!line.isOpen) {
            this.#close(line);
            return;
        }
        this.#idle.add(line);
        for (const longest of this.#idle) {
            if (this.#idle.size <= _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .IDLE_DNS_SOCKETS */ .wK)
                break;
            this.#close(longest);
        }
    }
    #close(line) {
        line.close();
        this.#idle.delete(line);
        this.#all.delete(line);
    }
    #fail(server, line, error) {
        const [only] = line.pending.values();
        if (line.pending.size !== 1) {
            this.#scatter(server, line);
            return;
        }
        line.pending.clear();
        this.#close(line);
        only?.asking.onError(error);
    }
    #scatter(server, line) {
        const all = [...line.pending.values()];
        line.pending.clear();
        this.#close(line);
        for (const pending of all)
            this.#open(server).take(pending);
    }
}


/***/ },

/***/ 6700:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fx: () => (/* binding */ lookUpHost),
  q3: () => (/* binding */ lookUpMx),
  a8: () => (/* binding */ lookUpServer)
});

// EXTERNAL MODULE: ./lib/text/ip-address.js
var ip_address = __webpack_require__(227);
// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/observe/dns/address-scope.js
var address_scope = __webpack_require__(9545);
// EXTERNAL MODULE: ./lib/text/host-name.js
var host_name = __webpack_require__(3593);
;// CONCATENATED MODULE: ./lib/observe/dns/host-form.js


function isAddress(name) {
    const literal = /^\[(?:ipv6:)?(?<address>.*)\]$/.exec(name)?.groups?.["address"];
    return (0,ip_address/* ipVersion */.UR)(literal ?? name) !== 0;
}
function hostFormOf(name) {
    if (name === ".")
        return "root";
    if (isAddress(name))
        return "address";
    return (0,host_name/* isHostName */.u)(name.replaceAll("_", "x")) ? "hostname" : "invalid";
}

// EXTERNAL MODULE: ./lib/text/dns-name.js
var dns_name = __webpack_require__(7582);
// EXTERNAL MODULE: ./lib/observe/dns/resolver.js
var dns_resolver = __webpack_require__(7608);
;// CONCATENATED MODULE: ./lib/observe/dns/mx.js






var DOUBTFUL$made;
function DOUBTFUL() { return DOUBTFUL$made ??= (new Set([
    "servfail",
    "timeout",
    "unreachable",
    "refused",
])); }
const PUBLIC_TOP_LEVELS = ["com", "net", "org"];
async function doubtOf(answers, resolver) {
    const given = answers.filter((answer) => answer !== undefined);
    const root = given.some(({ outcome }) => DOUBTFUL().has(outcome))
        ? await resolver.query(".", "NS")
        : undefined;
    const missing = given.find(({ outcome }) => outcome === "nxdomain");
    const topLevels = missing === undefined ? [] : await missingTopLevels(missing, resolver);
    return { ...(root !== undefined && { root }), ...(topLevels.length > 0 && { topLevels }) };
}
async function missingTopLevels({ name, aliases }, resolver) {
    const own = (aliases.at(-1) ?? name).split(".").at(-1) ?? name;
    const first = await resolver.query(own, "NS");
    if (first.outcome !== "nxdomain")
        return [];
    const others = PUBLIC_TOP_LEVELS.filter((label) => label !== own);
    return [first, ...(await Promise.all(others.map((label) => resolver.query(label, "NS"))))];
}
function addressesOf(a, aaaa) {
    const [listed4, listed6] = [new Set(a?.values), new Set(aaaa?.values)];
    const inFamily = (family, listed) => [...listed]
        .slice(0, bounds/* MAX_HOST_ADDRESSES */.zE)
        .map((address) => ({ address, family, scope: (0,address_scope/* addressScopeOf */.k)(address) }));
    const addresses = [...inFamily(4, listed4), ...inFamily(6, listed6)];
    const listed = listed4.size + listed6.size;
    return { addresses, ...(listed > addresses.length && { addressesListed: listed }) };
}
async function withAddresses({ exchange: host, preference }, resolver, { families }) {
    const form = hostFormOf(host);
    if (form !== "hostname")
        return { host, preference, form, addresses: [] };
    const [a, aaaa] = await Promise.all([
        families.includes(4) ? resolver.query(host, "A") : undefined,
        families.includes(6) ? resolver.query(host, "AAAA") : undefined,
    ]);
    return {
        host,
        preference,
        form,
        ...(a === undefined ? {} : { a }),
        ...(aaaa === undefined ? {} : { aaaa }),
        ...addressesOf(a, aaaa),
    };
}
async function lookUpHost(host, resolver, options) {
    const family = (0,ip_address/* ipVersion */.UR)(host);
    if (family === 4 || family === 6) {
        const addresses = [{ address: host, family, scope: (0,address_scope/* addressScopeOf */.k)(host) }];
        return { host, preference: null, form: "address", addresses };
    }
    if (host === "localhost") {
        const addresses = [{ address: "127.0.0.1", family: 4, scope: "loopback" }];
        return { host, preference: null, form: "hostname", addresses };
    }
    return withAddresses({ exchange: (0,dns_name/* normalName */.tK)(host) ?? host, preference: null }, resolver, options);
}
async function lookUpServer(host, resolver, options) {
    const found = await lookUpHost(host, resolver, options);
    return { host: found, ...(await doubtOf([found.a, found.aaaa], resolver)) };
}
function hasNoAddress({ a, aaaa }) {
    return [a, aaaa].every((answer) => answer?.outcome === "nodata" || answer?.outcome === "nxdomain");
}
function byPreference(one, other) {
    if (one.preference !== other.preference)
        return one.preference - other.preference;
    return one.exchange < other.exchange ? -1 : Number(one.exchange > other.exchange);
}
async function lookUpMx(domain, resolver, options) {
    const { maxHosts, clock } = options;
    const started = clock.monotonic();
    const once = (0,dns_resolver/* memoised */.Q)(resolver);
    const name = (0,dns_name/* normalName */.tK)(domain) ?? domain;
    const question = await once.query(name, "MX");
    const unending = question.aliasLoop === true || question.aliasLimit !== undefined;
    const implicit = question.outcome === "nodata" && !unending;
    const listed = (question.exchanges ?? []).toSorted(byPreference);
    const asked = implicit ? [{ exchange: name, preference: null }] : listed.slice(0, maxHosts);
    const hosts = await Promise.all(asked.map((host) => withAddresses(host, once, options)));
    const answers = [question, ...hosts.flatMap(({ a, aaaa }) => [a, aaaa])];
    const doubt = await doubtOf(answers, once);
    return {
        question,
        hosts: implicit ? hosts.filter((host) => !hasNoAddress(host)) : hosts,
        implicit,
        ...(listed.length > maxHosts ? { listed: listed.length } : {}),
        ...doubt,
        seconds: Math.max(0, clock.monotonic() - started),
    };
}


/***/ },

/***/ 3625:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ DNS_PORT),
/* harmony export */   mi: () => (/* binding */ systemServers),
/* harmony export */   xu: () => (/* binding */ formatServer)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _text_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6519);
var $node_dns$made;
function $node_dns() { return $node_dns$made ??= process.getBuiltinModule("node:dns"); }


const DNS_PORT = 53;
var written$made;
function written() { return written$made ??= (new WeakMap()); }
function formatServer(server) {
    const known = written().get(server);
    if (known !== undefined)
        return known;
    const text = (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .hostPort */ .QL)(server.address, server.port);
    written().set(server, text);
    return text;
}
function systemServers(configured = $node_dns().getServers(), resolvConf = "") {
    const zones = new Map([...resolvConf.matchAll(/^[ \t]*nameserver[ \t]+(?<address>[0-9a-f:.]+)%(?<zone>[^\s#;]+)/gim)].flatMap(({ groups }) => (groups === undefined ? [] : [[canonical(groups["address"] ?? ""), groups["zone"]]])));
    return configured.flatMap((text) => {
        const server = (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddressPort */ .rU)(text, DNS_PORT);
        if (server === undefined)
            return [];
        const zone = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(server.address) ? zones.get(canonical(server.address)) : undefined;
        return [zone === undefined ? server : { ...server, address: `${server.address}%${zone}` }];
    });
}
function canonical(address) {
    const url = URL.parse(`http://[${address}]/`);
    return url?.hostname.slice(1, -1) ?? address;
}


/***/ },

/***/ 6973:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ createResolver),
/* harmony export */   g: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3378);
/* harmony import */ var _system_deadline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1997);
/* harmony import */ var _system_turnstile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8405);
/* harmony import */ var _text_bounds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6114);
/* harmony import */ var _text_dns_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7582);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9379);






function failed(outcome, detail) {
    return { kind: "failed", outcome, extendedErrors: [], ...(detail === undefined ? {} : { detail }) };
}
const NONE = [];
async function followAliases({ name, type, manner }, ask) {
    const aliases = [];
    const extendedErrors = [];
    const dnssecOk = manner?.asksBy === "do";
    let authenticated = true;
    let ttl = Infinity;
    for (;;) {
        const passed = [name, ...aliases];
        const heard = await ask({ name: aliases.at(-1) ?? name, type, passed: passed.slice(0, -1), dnssecOk });
        extendedErrors.push(...heard.extendedErrors);
        if (heard.kind !== "failed") {
            aliases.push(...heard.aliases);
            authenticated &&= heard.authenticated;
            ttl = Math.min(ttl, heard.ttl ?? Infinity);
        }
        if (heard.kind === "continued")
            continue;
        return {
            name,
            type,
            outcome: heard.outcome,
            ...(heard.rcode === undefined ? {} : { rcode: heard.rcode }),
            ...dataOf(heard, type),
            aliases: aliases.length === 0 ? NONE : aliases,
            ...(Number.isFinite(ttl) ? { ttl } : {}),
            authenticated: authenticated && heard.kind === "settled",
            extendedErrors: extendedErrors.length === 0 ? NONE : extendedErrors,
            ...(heard.kind === "failed" && heard.detail !== undefined ? { detail: heard.detail } : {}),
            ...(heard.server === undefined ? {} : { server: heard.server }),
            ...(heard.transport === undefined ? {} : { transport: heard.transport }),
            ...(heard.differing === undefined ? {} : { differing: heard.differing }),
        };
    }
}
function dataOf(heard, type) {
    if (heard.kind === "failed")
        return { values: [] };
    return {
        ...(0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPES */ .c4)()[type].answer(heard.records),
        ...(heard.unending === "circle" ? { aliasLoop: true } : {}),
        ...(heard.unending === "limit" ? { aliasLimit: _text_bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .ALIAS_LIMIT */ .bW } : {}),
    };
}
class Questions {
    #settings;
    #firstLook;
    #ask;
    #places;
    #aside;
    #silenceLeft;
    #silences = 0;
    constructor(settings, firstLook, ask) {
        const { questions = _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .QUESTIONS_IN_FLIGHT */ .PI } = settings;
        this.#settings = settings;
        this.#firstLook = Math.min(firstLook, settings.timeout / 2);
        this.#ask = ask;
        this.#places = new _system_turnstile_js__WEBPACK_IMPORTED_MODULE_3__/* .Turnstile */ .X(questions);
        const aside = Math.max(1, Math.floor(questions / 3));
        this.#aside = new _system_turnstile_js__WEBPACK_IMPORTED_MODULE_3__/* .Turnstile */ .X(aside);
        this.#silenceLeft = _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .SILENCE_BUDGET */ .UL * aside;
    }
    async put(question) {
        const { clock, signal } = this.#settings;
        const { name, manner } = question;
        if (manner?.once === true)
            return this.#places.pass(() => this.#look(question, false, this.#firstLook));
        const first = await this.#hearOut(question, false);
        const failedFirst = first.outcome === "servfail";
        const inDoubt = name !== "." && (failedFirst || (first.outcome === "refused" && this.#silences > 0));
        if (!inDoubt)
            return first;
        const unchecked = failedFirst ? await this.#hearOut(question, true) : undefined;
        await clock.sleep(_bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .DNS_SECOND_LOOK_SECONDS */ .Vr, signal);
        const second = await this.#hearOut(question, false);
        return {
            ...second,
            firstOutcome: first.outcome,
            ...(second.outcome === "servfail" && unchecked && { withCheckingDisabled: unchecked.outcome }),
        };
    }
    async #hearOut(question, checkingDisabled) {
        const first = await this.#places.pass(() => this.#look(question, checkingDisabled, this.#firstLook));
        if (first.outcome !== "timeout")
            return first;
        this.#silences++;
        const second = await this.#aside.pass(() => this.#places.pass(() => this.#look(question, checkingDisabled, this.#patience())));
        const answered = second.outcome !== "timeout" && second.outcome !== "aborted";
        return {
            ...second,
            ...(answered && { firstOutcome: first.outcome }),
            seconds: first.seconds + second.seconds,
        };
    }
    #patience() {
        const rest = this.#settings.timeout - this.#firstLook;
        const seconds = this.#silenceLeft > 0 ? rest : Math.min(rest, this.#firstLook);
        this.#silenceLeft -= seconds;
        return seconds;
    }
    async #look(question, checkingDisabled, seconds) {
        const { clock, signal } = this.#settings;
        const started = clock.monotonic();
        const { promise: over, resolve } = Promise.withResolvers();
        const deadline = (0,_system_deadline_js__WEBPACK_IMPORTED_MODULE_4__/* .startDeadline */ .d)(seconds, { clock, signal }, (why) => resolve(failed(why)));
        const wait = {
            over,
            pause: (pause) => clock.sleep(pause, deadline.signal).then(() => "paused"),
        };
        try {
            const answer = await followAliases(question, (asked) => this.#ask(asked, checkingDisabled, wait));
            return { ...answer, seconds: Math.max(0, clock.monotonic() - started) };
        }
        finally {
            deadline.end();
        }
    }
}
function createResolver(description, settings, firstLook, ask) {
    const questions = new Questions(settings, firstLook, ask);
    return {
        description,
        query(name, type, manner) {
            const asked = (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(name);
            if (asked !== undefined)
                return questions.put({ name: asked, type, manner });
            const detail = "not a domain name";
            const nothing = { values: [], aliases: [], authenticated: false, extendedErrors: [], seconds: 0 };
            return Promise.resolve({ name, type, outcome: "malformed", detail, ...nothing });
        },
    };
}


/***/ },

/***/ 9828:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readReply)
/* harmony export */ });
/* harmony import */ var _text_dns_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7582);
/* harmony import */ var _dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3378);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(479);
/* harmony import */ var _text_bounds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6114);




function byOwner(records) {
    const owners = new Map();
    for (const record of records) {
        if (record.class !== _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .CLASS_IN */ .NH)
            continue;
        const known = owners.get(record.name);
        if (known === undefined)
            owners.set(record.name, [record]);
        else
            known.push(record);
    }
    return owners;
}
function followChain(message, answers, asked) {
    const owners = byOwner(answers);
    const passed = new Set([...asked.passed, asked.name]);
    const aliases = [];
    const ttls = [];
    for (let end = asked.name;;) {
        const own = owners.get(end) ?? [];
        const records = own.filter((record) => record.type === (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPES */ .c4)()[asked.type].number);
        const alias = own.find((record) => record.type === (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPES */ .c4)().CNAME.number);
        if (records.length > 0 || alias === undefined) {
            return {
                aliases,
                end,
                records,
                unending: undefined,
                ttls: [...ttls, ...records.map(({ ttl }) => ttl)],
            };
        }
        const target = (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .readData */ .v3)("CNAME", message, alias.dataAt, alias.dataEnd)?.[0];
        if (typeof target !== "string")
            return undefined;
        aliases.push(target);
        ttls.push(alias.ttl);
        end = target;
        const unending = passed.has(end) ? "circle" : passed.size > _text_bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .ALIAS_LIMIT */ .bW ? "limit" : undefined;
        if (unending !== undefined)
            return { aliases, end, records: [], unending, ttls };
        passed.add(end);
    }
}
function deniesData(body, name) {
    return body.authorities.some((record) => record.type === (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPES */ .c4)().SOA.number && (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isAtOrBelow */ .a5)(name, record.name));
}
function failureOf(rcode) {
    return rcode === _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RCODE */ .KK.SERVFAIL || rcode === _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RCODE */ .KK.YXDOMAIN ? "servfail" : "refused";
}
function readChain(message, head, body, asked, said) {
    const { extendedErrors, rcode } = said;
    const malformed = (detail) => ({
        kind: "failed",
        outcome: "malformed",
        rcode,
        detail,
        extendedErrors,
    });
    const chain = followChain(message, body.answers, asked);
    if (chain === undefined)
        return malformed("an alias cannot be read");
    const { aliases, end, unending } = chain;
    const ttl = chain.ttls.length === 0 ? undefined : Math.min(...chain.ttls);
    const settled = {
        ...said,
        kind: "settled",
        records: [],
        aliases,
        unending,
        ttl,
    };
    if (unending !== undefined)
        return { ...settled, outcome: "nodata" };
    if (body.rcode === _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RCODE */ .KK.NXDOMAIN)
        return { ...settled, outcome: "nxdomain" };
    if (chain.records.length > 0) {
        const data = chain.records.map(({ dataAt, dataEnd }) => (0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .readData */ .v3)(asked.type, message, dataAt, dataEnd));
        const records = data.filter((item) => item !== undefined);
        if (records.length < data.length)
            return malformed(`the data of an ${asked.type} record cannot be read`);
        return { ...settled, outcome: "answer", records };
    }
    if (deniesData(body, end))
        return { ...settled, outcome: "nodata" };
    if (end !== asked.name)
        return { ...said, kind: "continued", aliases, ttl };
    if (head.authoritative || head.recursionAvailable)
        return { ...settled, outcome: "nodata" };
    const detail = "the server is not authoritative and does not recurse";
    return { kind: "failed", outcome: "refused", rcode, detail, extendedErrors };
}
function readReply(message, head, asked) {
    const body = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeBody */ .Vj)(message, head);
    if ("malformed" in body) {
        const rcode = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .rcodeName */ .Z$)(head.rcode);
        return { kind: "failed", outcome: "malformed", rcode, detail: body.malformed, extendedErrors: [] };
    }
    const { extendedErrors } = body;
    const rcode = (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .rcodeName */ .Z$)(body.rcode);
    if (body.rcode !== _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RCODE */ .KK.NOERROR && body.rcode !== _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RCODE */ .KK.NXDOMAIN) {
        return { kind: "failed", outcome: failureOf(body.rcode), rcode, extendedErrors };
    }
    return readChain(message, head, body, asked, { rcode, authenticated: head.authenticated, extendedErrors });
}


/***/ },

/***/ 7608:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ memoised)
/* harmony export */ });
/* harmony import */ var _text_dns_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7582);

var WORKING$made;
function WORKING() { return WORKING$made ??= (new Set(["answer", "nodata", "refused"])); }
function memoised(resolver) {
    const answers = new Map();
    return {
        ...resolver,
        query(name, type, manner) {
            const { once = false, asksBy = "ad" } = manner ?? {};
            const form = `${type} ${asksBy} ${String(once)}`;
            const alike = answers.get(form) ?? new Map();
            answers.set(form, alike);
            const key = (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(name) ?? name;
            const known = alike.get(key);
            if (known !== undefined)
                return known;
            const asked = resolver.query(name, type, manner);
            alike.set(key, asked);
            if (name !== ".")
                return asked;
            return asked.then((answer) => {
                if (WORKING().has(answer.outcome))
                    alike.delete(key);
                return answer;
            });
        },
    };
}


/***/ },

/***/ 8133:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eu: () => (/* binding */ askInTurn),
/* harmony export */   nU: () => (/* binding */ createStubResolver)
/* harmony export */ });
/* unused harmony export Standing */
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9379);
/* harmony import */ var _conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8497);
/* harmony import */ var _datagrams_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3988);
/* harmony import */ var _name_server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3625);
/* harmony import */ var _questions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6973);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9828);






const TELLING = [
    "aborted",
    "servfail",
    "malformed",
    "refused",
    "timeout",
    "local-limit",
    "unreachable",
];
function mostTelling(one, other) {
    return TELLING.indexOf(one.outcome) <= TELLING.indexOf(other.outcome) ? one : other;
}
class Standing {
    #silences = new Map();
    silent(server) {
        this.#silences.set(server, (this.#silences.get(server) ?? 0) + 1);
    }
    spoke(server) {
        this.#silences.delete(server);
    }
    inOrder(servers) {
        const silences = (server) => {
            const inARow = this.#silences.get(server) ?? 0;
            return inARow < _bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .SILENCES_TO_GO_LAST */ .P2 ? 0 : inARow;
        };
        return servers.toSorted((one, other) => silences(one) - silences(other));
    }
}
function startTalk(server, asked, checkingDisabled, { random, dial, datagrams }) {
    const { name, type, dnssecOk } = asked;
    const question = { name, type, checkingDisabled, dnssecOk };
    const conversation = dial === undefined
        ? (0,_conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .converse */ .iq)(server, question, random, datagrams)
        : (0,_conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .converseOverTcp */ .PJ)(server, question, random, dial);
    const talk = {
        server,
        conversation,
        reading: conversation.heard.then((heard) => {
            if (heard.kind === "failure")
                return { talk, heard: (0,_questions_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)(heard.outcome, heard.detail) };
            const reading = (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .readReply */ .X)(heard.message, heard.head, asked);
            return { talk, heard: { ...reading, server: (0,_name_server_js__WEBPACK_IMPORTED_MODULE_2__/* .formatServer */ .xu)(server), transport: heard.transport } };
        }),
    };
    return talk;
}
async function askInTurn(asked, checkingDisabled, settings, wait, standing = new Standing()) {
    const { servers, signal } = settings;
    if (signal.aborted)
        return (0,_questions_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)("aborted");
    let failure = (0,_questions_js__WEBPACK_IMPORTED_MODULE_3__/* .failed */ .g)("unreachable", "no name server is configured");
    if (servers.length === 0)
        return failure;
    const unasked = standing.inOrder(servers);
    let silent = [];
    let resent = 0;
    const goOn = () => {
        const server = unasked.shift();
        if (server !== undefined) {
            silent.push(startTalk(server, asked, checkingDisabled, settings));
            return wait.pause(unasked.length > 0 ? _bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .FAILOVER_SECONDS */ .Jk : _bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .RETRANSMIT_SECONDS */ ["in"]);
        }
        const [next, ...others] = silent;
        next?.conversation.resend();
        silent = next === undefined ? [] : [...others, next];
        const round = 1 + Math.floor(resent / servers.length);
        resent += 1;
        return wait.pause(_bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .RETRANSMIT_SECONDS */ ["in"] * 2 ** round);
    };
    try {
        let pause = goOn();
        while (silent.length > 0) {
            const event = await Promise.race([...silent.map(({ reading }) => reading), wait.over, pause]);
            if (event === "paused") {
                const [latest] = silent.slice(-1);
                if (latest !== undefined && resent === 0)
                    standing.silent(latest.server);
                pause = goOn();
                continue;
            }
            if ("kind" in event)
                return mostTelling(event, failure);
            if (event.heard.server !== undefined)
                standing.spoke(event.talk.server);
            if (event.heard.kind === "failed") {
                failure = mostTelling(event.heard, failure);
                silent = silent.filter((talk) => talk !== event.talk);
                if (unasked.length > 0)
                    pause = goOn();
            }
            else {
                return event.heard;
            }
        }
        return failure;
    }
    finally {
        for (const { conversation } of silent)
            conversation.close();
    }
}
function createStubResolver(settings) {
    const { servers } = settings;
    const description = servers.map(_name_server_js__WEBPACK_IMPORTED_MODULE_2__/* .formatServer */ .xu).join(", ");
    const standing = new Standing();
    const withSockets = { ...settings, datagrams: new _datagrams_js__WEBPACK_IMPORTED_MODULE_1__/* .Datagrams */ .$(settings) };
    const firstLook = _bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .FAILOVER_SECONDS */ .Jk * Math.max(0, servers.length - 1) + _bounds_js__WEBPACK_IMPORTED_MODULE_5__/* .RETRANSMIT_SECONDS */ ["in"];
    return (0,_questions_js__WEBPACK_IMPORTED_MODULE_3__/* .createResolver */ .T)(description, settings, firstLook, (asked, checkingDisabled, wait) => askInTurn(asked, checkingDisabled, withSockets, wait, standing));
}


/***/ },

/***/ 479:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ decodeHead),
/* harmony export */   KK: () => (/* binding */ RCODE),
/* harmony export */   NH: () => (/* binding */ CLASS_IN),
/* harmony export */   Vj: () => (/* binding */ decodeBody),
/* harmony export */   XX: () => (/* binding */ encodeQuery),
/* harmony export */   Z$: () => (/* binding */ rcodeName)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9379);
/* harmony import */ var _text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7582);
/* harmony import */ var _dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3378);



const CLASS_IN = 1;
const TYPE_OPT = 41;
const OPTION_EXTENDED_ERROR = 15;
const OPT = { octets: 11, flagsAt: 7, dnssecOk: 0x8000 };
const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5, YXDOMAIN: 6 };
var RCODE_NAMES$made;
function RCODE_NAMES() { return RCODE_NAMES$made ??= ({
    ...Object.fromEntries(Object.entries(RCODE).map(([name, code]) => [code, name])),
    7: "YXRRSET",
    8: "NXRRSET",
    9: "NOTAUTH",
    10: "NOTZONE",
    11: "DSOTYPENI",
    16: "BADVERS",
    23: "BADCOOKIE",
}); }
function rcodeName(rcode) {
    return RCODE_NAMES()[rcode] ?? `RCODE${String(rcode)}`;
}
const HEADER_BYTES = 12;
const FLAG = { QR: 0x8000, AA: 0x0400, TC: 0x0200, RD: 0x0100, RA: 0x0080, AD: 0x0020, CD: 0x0010 };
function encodeQuery({ name, type, id, edns, checkingDisabled, dnssecOk = false, }) {
    const wireName = (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nameToWire */ .yt)(name);
    if (wireName === undefined)
        return undefined;
    const questionEnd = HEADER_BYTES + wireName.length + 4;
    const message = Buffer.alloc(questionEnd + (edns ? OPT.octets : 0));
    message.writeUInt16BE(id, 0);
    message.writeUInt16BE(FLAG.RD | FLAG.AD | (checkingDisabled ? FLAG.CD : 0), 2);
    message.writeUInt16BE(1, 4);
    message.writeUInt16BE(edns ? 1 : 0, 10);
    message.set(wireName, HEADER_BYTES);
    message.writeUInt16BE((0,_dns_record_types_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD_TYPES */ .c4)()[type].number, questionEnd - 4);
    message.writeUInt16BE(CLASS_IN, questionEnd - 2);
    if (!edns)
        return message;
    message.writeUInt16BE(TYPE_OPT, questionEnd + 1);
    message.writeUInt16BE(_bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .UDP_PAYLOAD */ .Dr, questionEnd + 3);
    if (dnssecOk)
        message.writeUInt16BE(OPT.dnssecOk, questionEnd + OPT.flagsAt);
    return message;
}
function decodeHead(message) {
    if (message.length < HEADER_BYTES || message.length > _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .MESSAGE_BYTES */ ._g)
        return undefined;
    const flags = message.readUInt16BE(2);
    const questions = message.readUInt16BE(4);
    const head = {
        id: message.readUInt16BE(0),
        isResponse: (flags & FLAG.QR) !== 0,
        opcode: (flags >> 11) & 0xf,
        authoritative: (flags & FLAG.AA) !== 0,
        truncated: (flags & FLAG.TC) !== 0,
        recursionAvailable: (flags & FLAG.RA) !== 0,
        authenticated: (flags & FLAG.AD) !== 0,
        rcode: flags & 0xf,
        answers: message.readUInt16BE(6),
        authorities: message.readUInt16BE(8),
        additionals: message.readUInt16BE(10),
    };
    if (questions === 0)
        return { ...head, bodyAt: HEADER_BYTES };
    const read = questions === 1 ? (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(message, HEADER_BYTES) : undefined;
    if (read === undefined || read.next + 4 > message.length)
        return undefined;
    const type = message.readUInt16BE(read.next);
    const question = { name: read.name, type, class: message.readUInt16BE(read.next + 2) };
    return { ...head, question, bodyAt: read.next + 4 };
}
function readRecord(message, at) {
    const read = (0,_text_dns_name_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(message, at);
    if (read === undefined || read.next + 10 > message.length)
        return undefined;
    const dataAt = read.next + 10;
    const dataEnd = dataAt + message.readUInt16BE(read.next + 8);
    if (dataEnd > message.length)
        return undefined;
    const ttl = message.readUInt32BE(read.next + 4);
    return {
        name: read.name,
        type: message.readUInt16BE(read.next),
        class: message.readUInt16BE(read.next + 2),
        ttl: ttl > 0x7fff_ffff ? 0 : ttl,
        dataAt,
        dataEnd,
    };
}
function readExtendedErrors(message, opt) {
    const errors = [];
    let at = opt.dataAt;
    while (at < opt.dataEnd) {
        if (at + 4 > opt.dataEnd)
            return undefined;
        const option = message.readUInt16BE(at);
        const start = at + 4;
        at = start + message.readUInt16BE(at + 2);
        if (at > opt.dataEnd)
            return undefined;
        if (option !== OPTION_EXTENDED_ERROR || at < start + 2 || errors.length === _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .EXTENDED_ERROR_LIMIT */ .Ji)
            continue;
        const text = message.toString("utf8", start + 2, Math.min(at, start + 2 + _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .EXTENDED_ERROR_OCTETS */ .aF));
        errors.push({ code: message.readUInt16BE(start), text });
    }
    return errors;
}
function decodeBody(message, head) {
    const total = head.answers + head.authorities + head.additionals;
    if (total > _bounds_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_LIMIT */ .YP)
        return { malformed: `${String(total)} records announced` };
    const records = [];
    let at = head.bodyAt;
    while (records.length < total) {
        const record = readRecord(message, at);
        if (record === undefined)
            return { malformed: `record ${String(records.length + 1)} cannot be read` };
        records.push(record);
        at = record.dataEnd;
    }
    const answers = records.slice(0, head.answers);
    const authorities = records.slice(head.answers, head.answers + head.authorities);
    const additionals = records.slice(head.answers + head.authorities);
    const [opt, second] = additionals.filter((record) => record.type === TYPE_OPT);
    if (opt === undefined)
        return { answers, authorities, rcode: head.rcode, extendedErrors: [] };
    if (second !== undefined)
        return { malformed: "more than one EDNS record" };
    const extendedErrors = readExtendedErrors(message, opt);
    if (extendedErrors === undefined)
        return { malformed: "the EDNS options cannot be read" };
    const extension = message[opt.dataAt - 6] ?? 0;
    return { answers, authorities, rcode: (extension << 4) | head.rcode, extendedErrors };
}


/***/ },

/***/ 6667:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V1: () => (/* binding */ egressOf),
/* harmony export */   W_: () => (/* binding */ endOfHandshake),
/* harmony export */   q7: () => (/* binding */ hangUpMeantTarget),
/* harmony export */   xQ: () => (/* binding */ earlyEnd),
/* harmony export */   zl: () => (/* binding */ triedControls)
/* harmony export */ });
function hangUpMeantTarget({ port, family }, endpoints, egress) {
    const controls = egress?.find((each) => each.port === port && each.family === family)?.controls ?? [];
    if (controls.length > 0)
        return controls.some(({ connect }) => connect.outcome === "connected");
    return [...endpoints].some((endpoint) => endpoint.port === port && endpoint.connections.some(({ connect }) => connect.outcome === "connected"));
}
function earlyEnd({ connections, }) {
    const ends = connections.map(endOfConnection);
    if (ends.includes("heard"))
        return "heard";
    const accepted = ends.findLast((end) => end === "hung-up" || end === "silent");
    return accepted ?? ends.findLast((end) => end !== undefined);
}
function endOfConnection({ connect, greeting, tls }) {
    switch (connect.outcome) {
        case "refused":
        case "timeout":
        case "reset":
            return connect.outcome;
        case "unreachable":
            return connect.code === "EACCES" || connect.code === "EPERM" ? undefined : "unreachable";
        case "connected":
            break;
        default:
            return undefined;
    }
    if (greeting?.reply !== undefined || greeting?.ended?.partial !== undefined)
        return "heard";
    if (tls !== undefined)
        return endOfHandshake(tls);
    switch (greeting?.ended?.how) {
        case undefined:
        case "aborted":
            return undefined;
        case "timeout":
            return "silent";
        case "closed":
        case "reset":
        case "error":
            return "hung-up";
        default:
            return "heard";
    }
}
function endOfHandshake({ outcome, failure, }) {
    if (outcome === "aborted")
        return undefined;
    if (outcome === "timeout")
        return "silent";
    return failure?.by === "peer-closed" || failure?.by === "peer-reset" ? "hung-up" : "heard";
}
function triedControls({ controls }) {
    return controls.filter(({ connect }) => {
        switch (connect.outcome) {
            case "connected":
            case "refused":
            case "timeout":
            case "unreachable":
            case "reset":
                return true;
            case "no-route":
            case "local-limit":
            case "proxy-failed":
            case "aborted":
            case "error":
                return false;
        }
    });
}
function egressOf({ port, family, scope }, egress) {
    return egress?.find((each) => each.port === port && each.family === family && (scope === "public" || each.named !== false));
}


/***/ },

/***/ 8580:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createLimiter)
/* harmony export */ });
/* harmony import */ var _system_deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1997);
/* harmony import */ var _system_turnstile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8405);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9379);
/* harmony import */ var _load_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3665);




class Slot {
    #behind;
    constructor(behind) {
        this.#behind = behind;
    }
    static async take(turnstile, ahead) {
        await turnstile.enter(ahead);
        return new Slot(turnstile);
    }
    async moveTo(turnstile) {
        if (this.#behind === undefined)
            return;
        await turnstile.enter();
        if (this.#behind === undefined) {
            turnstile.leave();
        }
        else {
            this.#behind.leave();
            this.#behind = turnstile;
        }
    }
    leave() {
        this.#behind?.leave();
        this.#behind = undefined;
    }
}
function createLimiter(concurrency, aside = concurrency * _bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .ASIDE_PER_SLOT */ .Uz, perOperator = _bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .CONNECTIONS_PER_OPERATOR */ .JJ) {
    const all = new _system_turnstile_js__WEBPACK_IMPORTED_MODULE_2__/* .Turnstile */ .X(concurrency);
    const roomAside = new _system_turnstile_js__WEBPACK_IMPORTED_MODULE_2__/* .Turnstile */ .X(aside);
    const byAddress = new Turnstiles(1);
    const byOperator = new Turnstiles(perOperator);
    const enter = async (host, address, ahead) => {
        const operator = (0,_load_operator_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(host);
        await byAddress.enter(address, ahead);
        await byOperator.enter(operator, ahead);
        const slot = await Slot.take(all, ahead);
        return {
            moveAside: () => void slot.moveTo(roomAside),
            leave() {
                slot.leave();
                byOperator.leave(operator);
                byAddress.leave(address);
            },
        };
    };
    return {
        enter: (host, address) => enter(host, address, false),
        async visit(host, address, visit, tookLong, entered) {
            const place = entered ?? (await enter(host, address, true));
            const visiting = new _system_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .Deadline */ .B();
            void tookLong?.(visiting.signal).then(() => place.moveAside());
            const leave = () => {
                visiting.end();
                place.leave();
            };
            let leaving;
            try {
                return await visit((left) => {
                    leaving = left;
                });
            }
            finally {
                if (leaving === undefined)
                    leave();
                else
                    void leaving.then(leave, leave);
            }
        },
    };
}
class Turnstiles {
    #room;
    #byKey = new Map();
    constructor(room) {
        this.#room = room;
    }
    enter(key, ahead) {
        const turnstile = this.#byKey.get(key) ?? new _system_turnstile_js__WEBPACK_IMPORTED_MODULE_2__/* .Turnstile */ .X(this.#room);
        this.#byKey.set(key, turnstile);
        return turnstile.enter(ahead);
    }
    leave(key) {
        const turnstile = this.#byKey.get(key);
        turnstile?.leave();
        if (turnstile?.isEmpty === true)
            this.#byKey.delete(key);
    }
}


/***/ },

/***/ 3665:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _late_cjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);


var $tldts_icann$made;
function $tldts_icann() { return $tldts_icann$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["tldts-icann"](); }
function operatorOf(host) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
        return host;
    return $tldts_icann().getDomain(host, { extractHostname: false, validateHostname: false, detectIp: false }) ?? host;
}


/***/ },

/***/ 9706:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ownerOf)
/* harmony export */ });
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }
function ownerOf(name, of) {
    const hash = $node_crypto().createHash("sha256").update(name).digest("hex");
    return Number(BigInt(`0x${hash}`) % BigInt(of)) + 1;
}


/***/ },

/***/ 1184:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ HUNG_UP),
  RT: () => (/* binding */ SERVER_KEY_USAGES),
  $8: () => (/* binding */ SERVER_USAGES),
  lF: () => (/* binding */ certificateFacts),
  T5: () => (/* binding */ domainObservation),
  r4: () => (/* binding */ endpointKey),
  UY: () => (/* binding */ endpointObservation),
  cA: () => (/* binding */ environment),
  lZ: () => (/* binding */ hasEndpoints),
  oB: () => (/* binding */ isAccepted),
  Tq: () => (/* binding */ isAnswer),
  zI: () => (/* binding */ isImplicitTls),
  JD: () => (/* binding */ isLost),
  dg: () => (/* binding */ isTransient),
  kR: () => (/* binding */ keyInRun),
  oL: () => (/* binding */ observationKey),
  EW: () => (/* binding */ observations),
  Sx: () => (/* binding */ ownAddressSeen),
  n4: () => (/* binding */ probeScope),
  jz: () => (/* binding */ relayAnswered),
  pI: () => (/* binding */ runFacts),
  jq: () => (/* binding */ serviceKey),
  ow: () => (/* binding */ subjectKey),
  mf: () => (/* binding */ topOfChain)
});

// UNUSED EXPORTS: addressScope, associationData, associationMatch, chainLink, connectStep, connectionObservation, connectionPurpose, daneKeyFile, daneObservation, deliveryTransaction, detour, dnsAnswer, dnssecControl, dnssecStatus, egressObservation, ehloStep, ending, hostAddress, hostService, issuerFetch, issuerSearch, mtaStsObservation, mxHost, mxObservation, policyFetch, politenessBound, refusedBecause, refusedPath, relayRecipient, relayTransaction, reply, serverLookup, shardFacts, starttlsStep, step, targetNote, tlsHandshake, tlsRptObservation, transcriptLine, trustPath, zoneFile, zoneLine, zoneTrouble

// EXTERNAL MODULE: ./lib/text/bounds.js
var bounds = __webpack_require__(6114);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(3798);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./lib/dns/zone-troubles.js
var zone_troubles = __webpack_require__(6502);
;// CONCATENATED MODULE: ./lib/dns/answer-data.js

var exchange$made;
function exchange() { return exchange$made ??= (schemas/* strictObject */.rej({ preference: schemas/* int */.Whr(), exchange: schemas/* string */.YjP() })); }
var association$made;
function association() { return association$made ??= (schemas/* strictObject */.rej({
    usage: schemas/* int */.Whr(),
    selector: schemas/* int */.Whr(),
    matchingType: schemas/* int */.Whr(),
    data: schemas/* string */.YjP(),
})); }
var answerData$made;
function answerData() { return answerData$made ??= (schemas/* strictObject */.rej({
    values: schemas/* array */.YOg(schemas/* string */.YjP()),
    exchanges: schemas/* array */.YOg(exchange()).optional(),
    texts: schemas/* array */.YOg(schemas/* array */.YOg(schemas/* string */.YjP())).optional(),
    associations: schemas/* array */.YOg(association()).optional(),
})); }

// EXTERNAL MODULE: ./lib/dns/record-types.js
var record_types = __webpack_require__(3378);
;// CONCATENATED MODULE: ./lib/dns/answer.js



var outcome$made;
function outcome() { return outcome$made ??= (schemas/* enum */.k5n([
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
])); }
var dnssecStatus$made;
function dnssecStatus() { return dnssecStatus$made ??= (schemas/* enum */.k5n(["secure", "insecure", "bogus", "failed", "unseen"])); }
var dnsAnswer$made;
function dnsAnswer() { return dnsAnswer$made ??= (schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    type: schemas/* enum */.k5n((0,record_types/* DNS_TYPES */.U_)()),
    outcome: outcome(),
    rcode: schemas/* string */.YjP().optional(),
    ...answerData().shape,
    aliases: schemas/* array */.YOg(schemas/* string */.YjP()),
    aliasLoop: schemas/* boolean */.zMY().optional(),
    aliasLimit: schemas/* int */.Whr().optional(),
    ttl: schemas/* int */.Whr().optional(),
    authenticated: schemas/* boolean */.zMY(),
    dnssec: dnssecStatus().optional(),
    extendedErrors: schemas/* array */.YOg(schemas/* strictObject */.rej({ code: schemas/* int */.Whr(), text: schemas/* string */.YjP() })),
    firstOutcome: outcome().optional(),
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
})); }
var dnssecControl$made;
function dnssecControl() { return dnssecControl$made ??= (schemas/* strictObject */.rej({
    validates: schemas/* boolean */.zMY(),
    asksBy: schemas/* enum */.k5n(["ad", "do"]).optional(),
    answers: schemas/* array */.YOg(dnsAnswer()),
})); }

;// CONCATENATED MODULE: ./lib/observe/observation.js





var seconds$made;
function seconds() { return seconds$made ??= (schemas/* number */.aig().nonnegative()); }
var runIndex$made;
function runIndex() { return runIndex$made ??= (schemas/* int */.Whr().nonnegative()); }
var addressScope$made;
function addressScope() { return addressScope$made ??= (schemas/* enum */.k5n([
    "public",
    "private",
    "loopback",
    "link-local",
    "multicast",
    "documentation",
    "reserved",
])); }
var hostAddress$made;
function hostAddress() { return hostAddress$made ??= (schemas/* strictObject */.rej({
    address: schemas/* string */.YjP(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    scope: addressScope(),
})); }
var mxHost$made;
function mxHost() { return mxHost$made ??= (schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    preference: schemas/* int */.Whr().nullable(),
    form: schemas/* enum */.k5n(["hostname", "address", "invalid", "root"]),
    a: dnsAnswer().optional(),
    aaaa: dnsAnswer().optional(),
    addresses: schemas/* array */.YOg(hostAddress()),
    addressesListed: schemas/* int */.Whr().optional(),
})); }
var doubt$made;
function doubt() { return doubt$made ??= ({
    root: dnsAnswer().optional(),
    topLevels: schemas/* array */.YOg(dnsAnswer()).optional(),
}); }
var mxObservation$made;
function mxObservation() { return mxObservation$made ??= (schemas/* strictObject */.rej({
    question: dnsAnswer(),
    hosts: schemas/* array */.YOg(mxHost()),
    implicit: schemas/* boolean */.zMY(),
    listed: schemas/* int */.Whr().optional(),
    ...doubt(),
    seconds: seconds(),
})); }
var ending$made;
function ending() { return ending$made ??= (schemas/* strictObject */.rej({
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
})); }
var reply$made;
function reply() { return reply$made ??= (schemas/* strictObject */.rej({
    code: schemas/* int */.Whr(),
    lines: schemas/* array */.YOg(schemas/* string */.YjP()),
    seconds: seconds(),
    firstLineSeconds: seconds().optional(),
})); }
var step$made;
function step() { return step$made ??= (schemas/* strictObject */.rej({
    reply: reply().optional(),
    ended: ending().optional(),
    late: seconds().optional(),
})); }
function isAnswer(step) {
    return step?.reply !== undefined && step.reply.code !== 421;
}
function isAccepted(step) {
    return step?.reply !== undefined && step.reply.code < 300;
}
function isLost(step) {
    const how = step?.ended?.how;
    return how === "closed" || how === "reset" || how === "timeout" || how === "tls-error" || how === "error";
}
function isTransient(step) {
    const code = step?.reply?.code ?? 0;
    return code >= 400 && code < 500;
}
var ehloStep$made;
function ehloStep() { return ehloStep$made ??= (schemas/* strictObject */.rej({
    verb: schemas/* enum */.k5n(["EHLO", "HELO"]),
    name: schemas/* string */.YjP(),
    reply: reply().optional(),
    ended: ending().optional(),
    extensions: schemas/* array */.YOg(schemas/* strictObject */.rej({ keyword: schemas/* string */.YjP(), parameters: schemas/* string */.YjP() })),
})); }
var chainLink$made;
function chainLink() { return chainLink$made ??= (schemas/* strictObject */.rej({
    sha256: schemas/* string */.YjP(),
    issuedBy: schemas/* array */.YOg(schemas/* string */.YjP()),
    notSignedBy: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    issuersByName: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
})); }
var trustPath$made;
function trustPath() { return trustPath$made ??= (schemas/* strictObject */.rej({
    store: schemas/* enum */.k5n(["bundled", "system", "ca-file"]),
    certificates: schemas/* array */.YOg(schemas/* string */.YjP()),
})); }
var refusedBecause$made;
function refusedBecause() { return refusedBecause$made ??= (schemas/* enum */.k5n([
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
])); }
var refusedPath$made;
function refusedPath() { return refusedPath$made ??= (schemas/* strictObject */.rej({
    store: trustPath().shape.store,
    certificates: schemas/* array */.YOg(schemas/* string */.YjP()),
    refused: schemas/* string */.YjP(),
    because: refusedBecause(),
})); }
var issuerSearch$made;
function issuerSearch() { return issuerSearch$made ??= (schemas/* strictObject */.rej({
    steps: schemas/* array */.YOg(schemas/* strictObject */.rej({
        of: schemas/* string */.YjP(),
        issuer: schemas/* string */.YjP().optional(),
        anchor: schemas/* boolean */.zMY().optional(),
        url: schemas/* string */.YjP().optional(),
    })),
    paths: schemas/* array */.YOg(trustPath()),
    refusedPath: refusedPath().optional(),
})); }
var tlsHandshake$made;
function tlsHandshake() { return tlsHandshake$made ??= (schemas/* strictObject */.rej({
    outcome: schemas/* enum */.k5n(["done", "failed", "timeout", "aborted"]),
    hello: schemas/* enum */.k5n(["full", "small", "legacy"]),
    serverName: schemas/* string */.YjP().optional(),
    seconds: seconds(),
    version: schemas/* string */.YjP().optional(),
    cipher: schemas/* string */.YjP().optional(),
    keyExchange: schemas/* string */.YjP().optional(),
    chain: schemas/* array */.YOg(chainLink()).optional(),
    paths: schemas/* array */.YOg(trustPath()).optional(),
    refusedPath: refusedPath().optional(),
    opensslVerdict: schemas/* string */.YjP().optional(),
    issuerSearch: issuerSearch().optional(),
    chainCut: schemas/* int */.Whr().optional(),
    certificateLimit: schemas/* int */.Whr().nonnegative().optional(),
    failure: schemas/* strictObject */.rej({
        by: schemas/* enum */.k5n(["peer-alert", "peer-closed", "peer-reset", "not-tls", "local"]),
        code: schemas/* string */.YjP().optional(),
        message: schemas/* string */.YjP().optional(),
    })
        .optional(),
})); }
function topOfChain(tls) {
    const links = new Map((tls.chain ?? []).map((link) => [link.sha256, link]));
    let current = tls.chain?.[0];
    const passed = new Set();
    while (current !== undefined) {
        passed.add(current.sha256);
        const next = current.issuedBy.find((sha256) => !passed.has(sha256) && links.has(sha256));
        if (next === undefined)
            return current.sha256;
        current = links.get(next);
    }
    return undefined;
}
var starttlsStep$made;
function starttlsStep() { return starttlsStep$made ??= (schemas/* strictObject */.rej({
    announced: schemas/* boolean */.zMY(),
    sent: schemas/* boolean */.zMY(),
    reply: reply().optional(),
    ended: ending().optional(),
    extraData: schemas/* string */.YjP().optional(),
})); }
var relayRecipient$made;
function relayRecipient() { return relayRecipient$made ??= (schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["foreign", "control", "random-local"]),
    form: schemas/* string */.YjP().optional(),
    foreignDomain: schemas/* boolean */.zMY().optional(),
    domain: schemas/* string */.YjP().optional(),
    address: schemas/* string */.YjP(),
    reply: reply().optional(),
    ended: ending().optional(),
})); }
var relayTransaction$made;
function relayTransaction() { return relayTransaction$made ??= (schemas/* strictObject */.rej({
    sender: schemas/* string */.YjP(),
    mail: step(),
    recipients: schemas/* array */.YOg(relayRecipient()),
    rset: step().optional(),
})); }
var deliveryTransaction$made;
function deliveryTransaction() { return deliveryTransaction$made ??= (schemas/* strictObject */.rej({
    sender: schemas/* string */.YjP(),
    domain: schemas/* string */.YjP(),
    mail: step(),
    rcpt: step().optional(),
    rset: step().optional(),
    behindAnother: schemas/* boolean */.zMY().optional(),
})); }
var transcriptLine$made;
function transcriptLine() { return transcriptLine$made ??= (schemas/* strictObject */.rej({
    at: seconds(),
    mark: schemas/* enum */.k5n([">", "<", "*"]),
    text: schemas/* string */.YjP(),
})); }
const HUNG_UP = "HUNG_UP";
var connectStep$made;
function connectStep() { return connectStep$made ??= (schemas/* strictObject */.rej({
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
    localScope: addressScope().optional(),
    seconds: seconds(),
    late: seconds().optional(),
})); }
var connectionPurpose$made;
function connectionPurpose() { return connectionPurpose$made ??= (schemas/* enum */.k5n([
    "dialog",
    "retry",
    "small-hello",
    "full-hello-again",
    "relay-in-clear",
    "relay-thorough",
    "postmasters",
    "dane-name",
    "floor",
])); }
var connectionObservation$made;
function connectionObservation() { return connectionObservation$made ??= (schemas/* strictObject */.rej({
    purpose: connectionPurpose(),
    at: seconds(),
    connect: connectStep(),
    greeting: step().optional(),
    ehlo: ehloStep().optional(),
    helo: ehloStep().optional(),
    starttls: starttlsStep().optional(),
    tls: tlsHandshake().optional(),
    ehloInTls: ehloStep().optional(),
    relay: schemas/* strictObject */.rej({
        inTls: schemas/* boolean */.zMY(),
        pipelined: schemas/* boolean */.zMY(),
        transactions: schemas/* array */.YOg(relayTransaction()),
        earlier: schemas/* boolean */.zMY().optional(),
    })
        .optional(),
    delivery: schemas/* strictObject */.rej({
        inTls: schemas/* boolean */.zMY(),
        pipelined: schemas/* boolean */.zMY(),
        transactions: schemas/* array */.YOg(deliveryTransaction()),
    })
        .optional(),
    transcript: schemas/* array */.YOg(transcriptLine()),
})); }
function relayAnswered(relay) {
    return (relay?.transactions.some((transaction) => transaction.recipients.some((recipient) => recipient.kind === "foreign" && isAnswer(recipient))) ?? false);
}
var probeScope$made;
function probeScope() { return probeScope$made ??= (schemas/* strictObject */.rej({
    depth: schemas/* enum */.k5n(["connect", "banner", "ehlo", "starttls"]),
    relay: schemas/* enum */.k5n(["off", "basic", "thorough"]),
    delivery: schemas/* enum */.k5n(["off", "sample", "all"]).optional(),
    floor: schemas/* boolean */.zMY(),
    dane: schemas/* boolean */.zMY().optional(),
    checks: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
})); }
var associationMatch$made;
function associationMatch() { return associationMatch$made ??= (schemas/* strictObject */.rej({
    parses: schemas/* boolean */.zMY().optional(),
    matches: schemas/* array */.YOg(schemas/* string */.YjP()),
    signs: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
})); }
var daneObservation$made;
function daneObservation() { return daneObservation$made ??= (schemas/* strictObject */.rej({
    addresses: dnssecStatus(),
    cname: dnsAnswer().optional(),
    lookUps: schemas/* array */.YOg(schemas/* strictObject */.rej({
        baseDomain: schemas/* string */.YjP(),
        tlsa: dnsAnswer(),
        listed: schemas/* int */.Whr().optional(),
    })),
    matches: schemas/* array */.YOg(associationMatch()).optional(),
    publicKey: schemas/* string */.YjP().optional(),
})); }
var endpointObservation$made;
function endpointObservation() { return endpointObservation$made ??= (schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    address: schemas/* string */.YjP(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    scope: addressScope(),
    port: schemas/* int */.Whr(),
    sharesOurNetwork: schemas/* boolean */.zMY(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
    submission: schemas/* boolean */.zMY().optional(),
    reachedBy: schemas/* enum */.k5n(["connect-to", "proxy"]).optional(),
    asked: probeScope(),
    replyTimeout: seconds(),
    notProbed: schemas/* enum */.k5n([
        "deadline",
        "interrupted",
        "address-not-public",
        "another-address",
    ])
        .optional(),
    connections: schemas/* array */.YOg(connectionObservation()),
    postmasters: schemas/* strictObject */.rej({
        sample: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        notAsked: schemas/* strictObject */.rej({ domains: schemas/* int */.Whr(), because: schemas/* enum */.k5n(["refusals", "limit"]) }).optional(),
    })
        .optional(),
    dane: daneObservation().optional(),
    floorAt: schemas/* string */.YjP().optional(),
    probedAfter: seconds().optional(),
    run: runIndex().optional(),
})); }
function endpointKey(endpoint) {
    const place = `${endpoint.host}|${endpoint.address}|${String(endpoint.port)}`;
    return endpoint.tlsMode === "implicit" ? `${place}|implicit` : place;
}
function isImplicitTls(key) {
    return key.endsWith("|implicit");
}
function keyInRun({ key, run }) {
    return run === undefined ? key : `${key}#${String(run)}`;
}
function ownAddressSeen({ scope, reachedBy }, { localAddress, localScope }) {
    const known = reachedBy !== "proxy" && (localScope === "public" || scope !== "public");
    return known ? localAddress : undefined;
}
function observationKey(endpoint) {
    return keyInRun({ key: endpointKey(endpoint), run: endpoint.run });
}
var egressObservation$made;
function egressObservation() { return egressObservation$made ??= (schemas/* strictObject */.rej({
    port: schemas/* int */.Whr(),
    family: schemas/* union */.KCZ([schemas/* literal */.euz(4), schemas/* literal */.euz(6)]),
    blocked: schemas/* boolean */.zMY(),
    noRoute: schemas/* boolean */.zMY(),
    controls: schemas/* array */.YOg(schemas/* strictObject */.rej({
        host: schemas/* string */.YjP(),
        address: schemas/* string */.YjP(),
        port: schemas/* int */.Whr(),
        connect: connectStep(),
        greeting: schemas/* enum */.k5n(["seen", "none"]).optional(),
    })),
    unresolved: schemas/* int */.Whr().min(1).optional(),
    otherFamily: schemas/* int */.Whr().min(1).optional(),
    named: schemas/* boolean */.zMY().optional(),
})); }
var SERVER_USAGES$made;
function SERVER_USAGES() { return SERVER_USAGES$made ??= (new Set([
    "1.3.6.1.5.5.7.3.1",
    "1.3.6.1.4.1.311.10.3.3",
    "2.16.840.1.113730.4.1",
])); }
var SERVER_KEY_USAGES$made;
function SERVER_KEY_USAGES() { return SERVER_KEY_USAGES$made ??= (new Set([
    "digitalSignature",
    "keyEncipherment",
    "keyAgreement",
])); }
var certificateFacts$made;
function certificateFacts() { return certificateFacts$made ??= (schemas/* strictObject */.rej({
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
})); }
var issuerFetch$made;
function issuerFetch() { return issuerFetch$made ??= (schemas/* strictObject */.rej({
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
    seconds: seconds(),
})); }
var serverLookup$made;
function serverLookup() { return serverLookup$made ??= (schemas/* strictObject */.rej({
    port: schemas/* int */.Whr(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
    lookup: mxHost(),
    ...doubt(),
    privateAddressesAllowed: schemas/* boolean */.zMY(),
    seconds: seconds(),
})); }
var detour$made;
function detour() { return detour$made ??= (schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    port: schemas/* int */.Whr(),
    to: mxHost(),
    toPort: schemas/* int */.Whr(),
    ...doubt(),
})); }
var zoneLine$made;
function zoneLine() { return zoneLine$made ??= (schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    address: schemas/* string */.YjP().optional(),
    file: schemas/* string */.YjP(),
    line: schemas/* int */.Whr().positive(),
})); }
var policyFetch$made;
function policyFetch() { return policyFetch$made ??= (schemas/* strictObject */.rej({
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
    a: dnsAnswer().optional(),
    aaaa: dnsAnswer().optional(),
    address: schemas/* string */.YjP().optional(),
    connect: connectStep().optional(),
    tls: tlsHandshake().optional(),
    namesHost: schemas/* boolean */.zMY().optional(),
    status: schemas/* int */.Whr().optional(),
    contentType: schemas/* string */.YjP().optional(),
    contentEncoding: schemas/* string */.YjP().optional(),
    location: schemas/* string */.YjP().optional(),
    body: schemas/* string */.YjP().optional(),
    seconds: seconds(),
})); }
var mtaStsObservation$made;
function mtaStsObservation() { return mtaStsObservation$made ??= (schemas/* strictObject */.rej({
    record: dnsAnswer(),
    fetch: policyFetch().optional(),
    file: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), text: schemas/* string */.YjP() }).optional(),
    seconds: seconds(),
})); }
var tlsRptObservation$made;
function tlsRptObservation() { return tlsRptObservation$made ??= (schemas/* strictObject */.rej({
    record: dnsAnswer(),
    destinations: schemas/* array */.YOg(schemas/* strictObject */.rej({
        scheme: schemas/* enum */.k5n(["mailto", "https"]),
        host: schemas/* string */.YjP(),
        mx: dnsAnswer().optional(),
        a: dnsAnswer().optional(),
        aaaa: dnsAnswer().optional(),
    })),
    seconds: seconds(),
})); }
var hostService$made;
function hostService() { return hostService$made ??= (schemas/* strictObject */.rej({
    host: schemas/* string */.YjP(),
    port: schemas/* int */.Whr(),
    tlsMode: schemas/* enum */.k5n(["starttls", "implicit"]),
})); }
function serviceKey({ host, port, tlsMode }) {
    return `${host}|${String(port)}|${tlsMode}`;
}
var domainObservation$made;
function domainObservation() { return domainObservation$made ??= (schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["domain", "server"]),
    source: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr() }).optional(),
    lines: schemas/* array */.YOg(zoneLine()).optional(),
    mx: mxObservation().optional(),
    server: serverLookup().optional(),
    detours: schemas/* array */.YOg(detour()).optional(),
    mtaSts: mtaStsObservation().optional(),
    tlsRpt: tlsRptObservation().optional(),
    endpoints: schemas/* array */.YOg(schemas/* string */.YjP()),
    elsewhere: schemas/* array */.YOg(hostService()).optional(),
    owner: schemas/* int */.Whr().positive().optional(),
    run: runIndex().optional(),
})); }
function subjectKey({ kind, name }) {
    return `${kind} ${name}`;
}
function hasEndpoints({ endpoints, elsewhere }) {
    return endpoints.length > 0 || elsewhere !== undefined;
}
var zoneTrouble$made;
function zoneTrouble() { return zoneTrouble$made ??= (schemas/* strictObject */.rej({
    reason: schemas/* enum */.k5n((0,zone_troubles/* ZONE_TROUBLE_REASONS */.l)()),
    servers: schemas/* array */.YOg(schemas/* string */.YjP()),
    file: schemas/* string */.YjP(),
    line: schemas/* int */.Whr().positive(),
    about: schemas/* string */.YjP().optional(),
    count: schemas/* int */.Whr().positive(),
})); }
var zoneFile$made;
function zoneFile() { return zoneFile$made ??= (schemas/* strictObject */.rej({
    file: schemas/* string */.YjP(),
    zone: schemas/* string */.YjP().optional(),
    namedBy: schemas/* enum */.k5n(["zone-files", "file name", "$ORIGIN", "SOA"]).optional(),
    troubles: schemas/* array */.YOg(zoneTrouble()),
})); }
var targetNote$made;
function targetNote() { return targetNote$made ??= (schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(["policy-targets", "zones-without-mx", "live-dns"]),
    names: schemas/* array */.YOg(schemas/* string */.YjP()),
    count: schemas/* int */.Whr().positive(),
    position: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().positive() }).optional(),
})); }
var associationData$made;
function associationData() { return associationData$made ??= (schemas/* strictObject */.rej({ full: schemas/* string */.YjP(), sha256: schemas/* string */.YjP(), sha512: schemas/* string */.YjP() })); }
var daneKeyFile$made;
function daneKeyFile() { return daneKeyFile$made ??= (schemas/* strictObject */.rej({
    file: schemas/* string */.YjP(),
    keys: schemas/* array */.YOg(schemas/* strictObject */.rej({
        line: schemas/* int */.Whr().positive(),
        certificate: associationData().optional(),
        publicKey: associationData(),
        dnsNames: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    })),
})); }
var environment$made;
function environment() { return environment$made ??= (schemas/* strictObject */.rej({
    heloName: schemas/* string */.YjP(),
    resolver: schemas/* string */.YjP(),
    dnssec: dnssecControl().optional(),
    route: schemas/* string */.YjP(),
    privateAddressesAllowed: schemas/* boolean */.zMY(),
    trustStores: schemas/* array */.YOg(schemas/* strictObject */.rej({
        store: schemas/* string */.YjP(),
        certificates: schemas/* int */.Whr(),
        file: schemas/* string */.YjP().optional(),
    })),
})); }
var shardFacts$made;
function shardFacts() { return shardFacts$made ??= (schemas/* strictObject */.rej({
    index: schemas/* int */.Whr().positive(),
    of: schemas/* int */.Whr().positive().max(bounds/* MOST_SHARDS */.Y),
    plan: schemas/* string */.YjP(),
    subjects: schemas/* int */.Whr().nonnegative(),
})); }
var politenessBound$made;
function politenessBound() { return politenessBound$made ??= (schemas/* strictObject */.rej({
    operator: schemas/* string */.YjP(),
    endpoints: schemas/* int */.Whr().positive(),
    atOnce: schemas/* int */.Whr().positive(),
    seconds: seconds(),
    secondsLeft: seconds(),
})); }
var surroundings$made;
function surroundings() { return surroundings$made ??= ({
    started: iso/* datetime */.w$(),
    finished: iso/* datetime */.w$(),
    ended: schemas/* enum */.k5n(["interrupted", "deadline", "cut-off"]).optional(),
    absent: schemas/* int */.Whr().nonnegative().optional(),
    shard: shardFacts().optional(),
    environment: environment(),
    checks: schemas/* array */.YOg(schemas/* string */.YjP()),
    politeness: schemas/* array */.YOg(politenessBound()).optional(),
    egress: schemas/* array */.YOg(egressObservation()).optional(),
    issuers: schemas/* record */.g1P(schemas/* string */.YjP(), issuerFetch()).optional(),
    zoneFiles: schemas/* array */.YOg(zoneFile()).optional(),
    daneKeys: schemas/* array */.YOg(daneKeyFile()).optional(),
    targetNotes: schemas/* array */.YOg(targetNote()).optional(),
}); }
var runFacts$made;
function runFacts() { return runFacts$made ??= (schemas/* strictObject */.rej(surroundings())); }
var observations$made;
function observations() { return observations$made ??= (schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("mx-gate/observations/v1"),
    ...surroundings(),
    domains: schemas/* array */.YOg(domainObservation()),
    endpoints: schemas/* record */.g1P(schemas/* string */.YjP(), endpointObservation()),
    certificates: schemas/* record */.g1P(schemas/* string */.YjP(), certificateFacts()),
    runs: schemas/* array */.YOg(runFacts()).optional(),
})); }


/***/ },

/***/ 443:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ hasRoute),
/* harmony export */   f: () => (/* binding */ directRoute)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _system_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7699);
/* harmony import */ var _system_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1997);
/* harmony import */ var _system_local_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7220);

var $node_dgram$made;
function $node_dgram() { return $node_dgram$made ??= process.getBuiltinModule("node:dgram"); }



const directRoute = {
    description: "direct",
    dial: dialDirectly,
};
async function dialDirectly(destination, options) {
    const { clock, signal } = options;
    const started = clock.monotonic();
    const took = () => (0,_system_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .round */ .LI)(Math.max(0, clock.monotonic() - started));
    if (signal.aborted)
        return { step: { outcome: "aborted", seconds: 0 } };
    const socket = node_net__WEBPACK_IMPORTED_MODULE_0__.connect({ host: destination.address, port: destination.port, noDelay: true });
    const ended = await new Promise((resolve) => {
        const settle = (value) => {
            deadline.end();
            socket.removeListener("connect", onConnect);
            socket.removeListener("error", settle);
            resolve(value);
        };
        const onConnect = () => settle("connected");
        socket.once("connect", onConnect);
        socket.once("error", settle);
        const deadline = (0,_system_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .startDeadline */ .d)(options.timeout, options, settle);
    });
    if (ended === "connected") {
        const localAddress = socket.localAddress;
        return { step: { outcome: "connected", seconds: took(), localAddress }, socket };
    }
    socket.on("error", () => undefined);
    socket.destroy();
    if (ended === "timeout" || ended === "aborted")
        return { step: { outcome: ended, seconds: took() } };
    const code = ended.code ?? ended.name;
    let outcome = outcomeOf(code);
    if (outcome === "unreachable" && !(await hasRoute(destination.address)))
        outcome = "no-route";
    else if (code === "EADDRNOTAVAIL")
        outcome = "local-limit";
    return { step: { outcome, code, seconds: took() } };
}
function outcomeOf(code) {
    switch (code) {
        case "ECONNREFUSED":
            return "refused";
        case "ECONNRESET":
            return "reset";
        case "ETIMEDOUT":
            return "timeout";
        case "EHOSTUNREACH":
        case "ENETUNREACH":
        case "EADDRNOTAVAIL":
        case "EAFNOSUPPORT":
        case "EACCES":
        case "EPERM":
        case "EHOSTDOWN":
        case "ENETDOWN":
            return "unreachable";
        default:
            return (0,_system_local_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .isLocalLimit */ .D)(code) ? "local-limit" : "error";
    }
}
function hasRoute(address) {
    return new Promise((resolve) => {
        const socket = $node_dgram().createSocket(node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6(address) ? "udp6" : "udp4");
        const settle = (value) => {
            socket.close();
            resolve(value);
        };
        socket.once("error", ({ code }) => settle((0,_system_local_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .isLocalLimit */ .D)(code)));
        socket.once("connect", () => settle(true));
        socket.connect(9, address);
    });
}


/***/ },

/***/ 5256:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ contextTrusting),
/* harmony export */   OO: () => (/* binding */ webContext),
/* harmony export */   up: () => (/* binding */ createTlsContexts)
/* harmony export */ });
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }
var $node_tls$made;
function $node_tls() { return $node_tls$made ??= process.getBuiltinModule("node:tls"); }
const AUTHENTICATED = "ALL:!aNULL:!eNULL:@SECLEVEL=0";
const EVERYTHING = "ALL:COMPLEMENTOFALL:+aNULL:+eNULL:@SECLEVEL=0";
const CLASSIC_GROUPS = "X25519:P-256:P-384:P-521";
const PADDING = 0x10;
var ALWAYS$made;
function ALWAYS() { return ALWAYS$made ??= ($node_crypto().constants.SSL_OP_NO_RENEGOTIATION | $node_crypto().constants.SSL_OP_LEGACY_SERVER_CONNECT); }
var COMMON$made;
function COMMON() { return COMMON$made ??= ({
    minVersion: "TLSv1",
    ciphers: AUTHENTICATED,
    secureOptions: ALWAYS(),
}); }
var SMALL$made;
function SMALL() { return SMALL$made ??= ({
    ...COMMON(),
    ciphers: EVERYTHING,
    ecdhCurve: CLASSIC_GROUPS,
    secureOptions: ALWAYS() | PADDING,
}); }
function createTlsContexts(anchors) {
    const made = new Map();
    const recall = (kind, make) => {
        const context = made.get(kind) ?? $node_tls().createSecureContext(make());
        made.set(kind, context);
        return context;
    };
    return {
        get full() {
            return recall("full", () => ({ ...COMMON(), ca: [...anchors()] }));
        },
        get small() {
            return recall("small", () => ({ ...SMALL(), ca: [...anchors()] }));
        },
        get legacy() {
            return recall("legacy", () => ({ ...COMMON(), maxVersion: "TLSv1.1", ca: [] }));
        },
    };
}
function contextTrusting(anchors) {
    return $node_tls().createSecureContext({ ca: [...anchors] });
}
function webContext(anchors) {
    return $node_tls().createSecureContext({ ca: [...anchors], minVersion: "TLSv1.2" });
}


/***/ },

/***/ 315:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  up: () => (/* reexport */ contexts/* createTlsContexts */.up),
  Jm: () => (/* binding */ shakeHands)
});

// UNUSED EXPORTS: classifyTlsError

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/system/clock.js
var clock = __webpack_require__(7699);
// EXTERNAL MODULE: ./lib/system/deadline.js
var deadline = __webpack_require__(1997);
// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/observe/tls/octet-watch.js
var octet_watch = __webpack_require__(2447);
;// CONCATENATED MODULE: ./lib/observe/tls/tls-error.js
var ALERTS$made;
function ALERTS() { return ALERTS$made ??= ({
    0: "close_notify",
    10: "unexpected_message",
    20: "bad_record_mac",
    21: "decryption_failed",
    22: "record_overflow",
    30: "decompression_failure",
    40: "handshake_failure",
    41: "no_certificate",
    42: "bad_certificate",
    43: "unsupported_certificate",
    44: "certificate_revoked",
    45: "certificate_expired",
    46: "certificate_unknown",
    47: "illegal_parameter",
    48: "unknown_ca",
    49: "access_denied",
    50: "decode_error",
    51: "decrypt_error",
    52: "too_many_cids_requested",
    60: "export_restriction",
    70: "protocol_version",
    71: "insufficient_security",
    80: "internal_error",
    86: "inappropriate_fallback",
    90: "user_canceled",
    100: "no_renegotiation",
    109: "missing_extension",
    110: "unsupported_extension",
    111: "certificate_unobtainable",
    112: "unrecognized_name",
    113: "bad_certificate_status_response",
    114: "bad_certificate_hash_value",
    115: "unknown_psk_identity",
    116: "certificate_required",
    117: "general_error",
    120: "no_application_protocol",
    121: "ech_required",
}); }
var NOT_TLS$made;
function NOT_TLS() { return NOT_TLS$made ??= (new Set([
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_UNKNOWN_PROTOCOL",
    "ERR_SSL_HTTP_REQUEST",
    "ERR_SSL_HTTPS_PROXY_REQUEST",
])); }
var CLOSED$made;
function CLOSED() { return CLOSED$made ??= (new Set(["EPIPE", "ERR_SSL_UNEXPECTED_EOF_WHILE_READING"])); }
var RESET$made;
function RESET() { return RESET$made ??= (new Set(["ECONNRESET", "ECONNABORTED"])); }
function reasonOf(error) {
    return "reason" in error && typeof error.reason === "string" ? error.reason : error.message;
}
function classifyTlsError(error) {
    const code = error.code ?? error.name;
    const alert = /SSL alert number (\d+)/.exec(error.message)?.[1];
    if (alert !== undefined)
        return { by: "peer-alert", code, message: ALERTS()[Number(alert)] ?? `alert ${alert}` };
    if (code === "ECONNRESET" && error.syscall === undefined)
        return { by: "peer-closed" };
    if (CLOSED().has(code))
        return { by: "peer-closed", code, message: reasonOf(error) };
    if (RESET().has(code))
        return { by: "peer-reset", code, message: reasonOf(error) };
    return { by: NOT_TLS().has(code) ? "not-tls" : "local", code, message: reasonOf(error) };
}

// EXTERNAL MODULE: ./lib/observe/tls/contexts.js
var contexts = __webpack_require__(5256);
;// CONCATENATED MODULE: ./lib/observe/tls/handshake.js

var $node_tls$made;
function $node_tls() { return $node_tls$made ??= process.getBuiltinModule("node:tls"); }







const MAX_SERVER_NAME = 255;
var TOO_MUCH$made;
function TOO_MUCH() { return TOO_MUCH$made ??= (`more than ${String(bounds/* MAX_HANDSHAKE_OCTETS */.OQ / 1024)} KiB came before the handshake was done`); }
function sniOf(host = "") {
    const name = host.replace(/\.$/, "").toLowerCase();
    return name === "" || name.length > MAX_SERVER_NAME || (0,external_node_net_.isIP)(name) !== 0 ? undefined : name;
}
function keyExchangeOf(secured, cipher) {
    const key = secured.getEphemeralKeyInfo() ?? {};
    const name = typeof key.name === "string" ? key.name : undefined;
    if (key.type === "DH")
        return `DH ${String(key.size)}`;
    if (key.type === "ECDH" && name?.startsWith("X") !== true)
        return `ECDH ${name ?? ""} ${String(key.size)}`;
    if (name !== undefined)
        return name;
    return cipher.standardName.startsWith("TLS_RSA_") ? "RSA" : undefined;
}
function chainOf(secured) {
    const chain = [];
    for (let each = secured.getPeerX509Certificate(); each !== undefined; each = each.issuerCertificate) {
        chain.push(each.raw);
    }
    return chain;
}
function verdictOf({ authorizationError }) {
    const code = authorizationError;
    return typeof code === "string" ? code : "OK";
}
class Attempt {
    #socket;
    #options;
    #serverName;
    #began;
    #deadline;
    #settled = false;
    #resolve;
    #tls;
    constructor(socket, options, resolve) {
        this.#socket = socket;
        this.#options = options;
        this.#serverName = sniOf(options.serverName);
        this.#began = options.clock.monotonic();
        this.#resolve = resolve;
    }
    start() {
        const { clock, context, signal, timeout } = this.#options;
        this.#socket.on("error", ignore);
        if (signal.aborted) {
            this.#end("aborted");
            return;
        }
        if (this.#socket.destroyed || !this.#socket.readable || !this.#socket.writable) {
            const { errored } = this.#socket;
            this.#end("failed", errored === null ? { by: "peer-closed" } : classifyTlsError(errored));
            return;
        }
        this.#deadline = (0,deadline/* startDeadline */.d)(timeout, { clock, signal }, (why) => this.#end(why));
        const over = this.#deadline.signal;
        void (0,octet_watch/* watchOctets */.U)(this.#socket, bounds/* MAX_HANDSHAKE_OCTETS */.OQ, this.#onTooMuch, { clock, over });
        try {
            this.#tls = $node_tls().connect({
                socket: this.#socket,
                secureContext: context,
                rejectUnauthorized: false,
                minDHSize: 1,
                ...(this.#serverName === undefined ? {} : { servername: this.#serverName }),
            });
        }
        catch (error) {
            this.#end("failed", error instanceof Error ? classifyTlsError(error) : { by: "local" });
            return;
        }
        this.#tls.isSessionReused = () => true;
        this.#tls.on("error", ignore);
        this.#tls.once("secureConnect", this.#onSecure);
        this.#tls.once("error", this.#onError);
        this.#tls.once("close", this.#onClose);
    }
    #onTooMuch = () => this.#end("failed", { by: "local", message: TOO_MUCH() });
    #onClose = () => this.#end("failed", { by: "peer-closed" });
    #onError = (error) => {
        if (error.code === "ETIMEDOUT")
            this.#end("timeout");
        else
            this.#end("failed", classifyTlsError(error));
    };
    #onSecure = () => {
        const secured = this.#tls;
        if (secured === undefined || this.#settled)
            return;
        this.#finish();
        secured.on("error", (error) => void secured.destroy(error));
        secured.off("error", ignore);
        const version = secured.getProtocol();
        const cipher = secured.getCipher();
        const keyExchange = keyExchangeOf(secured, cipher);
        const chain = chainOf(secured);
        const verified = chain.length > 0 && this.#options.hello !== "legacy";
        const facts = {
            ...this.#facts("done"),
            ...(version === null ? {} : { version }),
            cipher: cipher.name,
            ...(keyExchange === undefined ? {} : { keyExchange }),
            ...(verified && { opensslVerdict: verdictOf(secured) }),
        };
        this.#resolve({ facts, tls: secured, chain });
    };
    #end(outcome, failure) {
        if (this.#settled)
            return;
        this.#finish();
        this.#tls?.destroy();
        this.#socket.destroy();
        const facts = this.#facts(outcome);
        this.#resolve({ facts: failure === undefined ? facts : { ...facts, failure }, chain: [] });
    }
    #finish() {
        this.#settled = true;
        this.#deadline?.end();
        this.#tls?.off("secureConnect", this.#onSecure);
        this.#tls?.off("error", this.#onError);
        this.#tls?.off("close", this.#onClose);
    }
    #facts(outcome) {
        return {
            outcome,
            hello: this.#options.hello,
            ...(this.#serverName === undefined ? {} : { serverName: this.#serverName }),
            seconds: (0,clock/* round */.LI)(Math.max(0, this.#options.clock.monotonic() - this.#began)),
        };
    }
}
function ignore() {
    return;
}
function shakeHands(socket, options) {
    return new Promise((resolve) => {
        new Attempt(socket, options, resolve).start();
    });
}


/***/ },

/***/ 2447:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ watchOctets)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9379);

async function watchOctets(socket, limit, onLimit, { clock, over }) {
    const before = socket.bytesRead;
    while (!over.aborted) {
        await clock.sleep(_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .OCTET_WATCH_SECONDS */ .s2, over);
        if (over.aborted || socket.bytesRead - before <= limit)
            continue;
        onLimit();
        return;
    }
}


/***/ },

/***/ 8752:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mP: () => (/* binding */ completePaths),
  yb: () => (/* binding */ completeRefused),
  zx: () => (/* binding */ describeChain),
  m4: () => (/* binding */ isAnchor),
  jq: () => (/* reexport */ loadTrustStores)
});

// UNUSED EXPORTS: findTrustPaths

// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/observe/x509/certificate.js + 1 modules
var x509_certificate = __webpack_require__(1324);
// EXTERNAL MODULE: ./lib/observe/x509/effort.js
var x509_effort = __webpack_require__(9803);
// EXTERNAL MODULE: ./lib/observe/x509/parsed-certificate.js
var parsed_certificate = __webpack_require__(9402);
// EXTERNAL MODULE: ./lib/observe/x509/certificate-time.js
var certificate_time = __webpack_require__(8294);
// EXTERNAL MODULE: ./lib/observe/x509/alternative-names.js
var alternative_names = __webpack_require__(9995);
// EXTERNAL MODULE: ./lib/observe/x509/certificate-structure.js
var certificate_structure = __webpack_require__(9002);
// EXTERNAL MODULE: ./lib/observe/x509/der.js
var x509_der = __webpack_require__(6202);
// EXTERNAL MODULE: ./lib/observe/x509/distinguished-name.js
var distinguished_name = __webpack_require__(7081);
// EXTERNAL MODULE: ./lib/text/ascii.js
var ascii = __webpack_require__(9728);
;// CONCATENATED MODULE: ./lib/observe/trust/constrained-name.js




function comparedName({ tag, content }) {
    const isText = tag === (0,alternative_names/* NAME_KIND */.di)().dns || tag === (0,alternative_names/* NAME_KIND */.di)().email || tag === (0,alternative_names/* NAME_KIND */.di)().uri;
    const text = isText ? content.toString("latin1") : "";
    const name = tag === (0,alternative_names/* NAME_KIND */.di)().directory ? (0,distinguished_name/* readName */.MQ)((0,x509_der/* readElement */.RN)(content)) : undefined;
    const [id] = tag === (0,alternative_names/* NAME_KIND */.di)().otherName ? ((0,x509_der/* readElements */.cl)(content) ?? []) : [];
    return {
        tag,
        text,
        folded: (0,ascii/* foldAscii */.D)(text),
        octets: content,
        parts: name === undefined ? undefined : (0,distinguished_name/* comparableParts */.ZS)(name),
        other: (0,x509_der/* readOid */.fM)(id),
    };
}
function dnsWithin(own, limit) {
    if (!own.endsWith(limit))
        return false;
    if (limit === "" || limit.startsWith(".") || own.length === limit.length)
        return true;
    return own[own.length - limit.length - 1] === ".";
}
function ipWithin(address, base) {
    if (![4, 16].includes(address.length) || ![8, 32].includes(base.length))
        return undefined;
    if (base.length !== 2 * address.length)
        return false;
    return address.every((octet, index) => {
        const mask = base[address.length + index] ?? 0;
        return (octet & mask) === ((base[index] ?? 0) & mask);
    });
}
function isBelow(host, limit) {
    return host.length > limit.length && host.endsWith(limit);
}
function emailWithin(own, limit) {
    const at = own.text.lastIndexOf("@");
    if (at < 0)
        return undefined;
    const limitAt = limit.text.lastIndexOf("@");
    if (limitAt < 0 && limit.text.startsWith("."))
        return isBelow(own.folded, limit.folded);
    if (limitAt > 0) {
        const [local, wanted] = [own.text.slice(0, at), limit.text.slice(0, limitAt)];
        if (local.length !== wanted.length)
            return false;
        if (local.includes("\0") || wanted.includes("\0"))
            return undefined;
        if (local !== wanted)
            return false;
    }
    return own.folded.slice(at + 1) === limit.folded.slice(limitAt + 1);
}
function hostOf(uri) {
    const colon = uri.indexOf(":");
    if (colon < 0 || uri.slice(colon, colon + 3) !== "://")
        return undefined;
    const rest = uri.slice(colon + 3);
    const port = rest.indexOf(":");
    const end = port < 0 ? rest.indexOf("/") : port;
    const host = end < 0 ? rest : rest.slice(0, end);
    return host === "" ? undefined : host;
}
function uriWithin(own, limit) {
    const host = hostOf(own);
    if (host === undefined)
        return undefined;
    return limit.startsWith(".") ? isBelow(host, limit) : host === limit;
}
function directoryWithin({ parts: own }, { parts: limit }) {
    if (own === undefined || limit === undefined)
        return undefined;
    return limit.every((part, index) => own[index] === part);
}
function isWithin(name, base) {
    switch (name.tag) {
        case (0,alternative_names/* NAME_KIND */.di)().dns:
            return dnsWithin(name.folded, base.folded);
        case (0,alternative_names/* NAME_KIND */.di)().ip:
            return ipWithin(name.octets, base.octets);
        case (0,alternative_names/* NAME_KIND */.di)().email:
            return emailWithin(name, base);
        case (0,alternative_names/* NAME_KIND */.di)().uri:
            return uriWithin(name.folded, base.folded);
        case (0,alternative_names/* NAME_KIND */.di)().directory:
            return directoryWithin(name, base);
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/observe/trust/name-constraints.js





function isDefault({ tag, content }) {
    return tag === (0,x509_der/* primitive */.MY)(0) && content.length > 0 && content.every((octet) => octet === 0);
}
function readSubtrees(list) {
    if (list === undefined)
        return [];
    const subtrees = [];
    for (const subtree of (0,x509_der/* readElements */.cl)(list.content) ?? [undefined]) {
        const [base, ...limits] = (0,x509_der/* childrenOf */.LU)(subtree, (0,x509_der/* TAG */.Dk)().sequence) ?? [];
        if (base === undefined)
            return undefined;
        subtrees.push({ base: comparedName(base), limited: !limits.every(isDefault) });
    }
    return subtrees;
}
function readConstraints(value) {
    const lists = (0,x509_der/* readLeading */.dK)(value, (0,x509_der/* TAG */.Dk)().sequence);
    if (lists === undefined)
        return undefined;
    const permitted = readSubtrees(lists.find((list) => list.tag === (0,x509_der/* constructed */.dz)(0)));
    const excluded = readSubtrees(lists.find((list) => list.tag === (0,x509_der/* constructed */.dz)(1)));
    return permitted === undefined || excluded === undefined ? undefined : { permitted, excluded };
}
function refusalOf(name, { permitted, excluded }) {
    const ofKind = ({ base }) => base.tag === name.tag && base.other === name.other;
    const allowed = permitted.filter(ofKind);
    const forbidden = excluded.filter(ofKind);
    if ([...allowed, ...forbidden].some(({ limited }) => limited))
        return "unusable-constraints";
    let permits = allowed.length === 0;
    for (const { base } of allowed) {
        const within = permits || isWithin(name, base);
        if (within === undefined)
            return "unusable-constraints";
        permits = within;
    }
    if (!permits)
        return "name-constraints";
    for (const { base } of forbidden) {
        const within = isWithin(name, base);
        if (within !== false)
            return within === undefined ? "unusable-constraints" : "name-constraints";
    }
    return undefined;
}
function looksLikeHost(commonName) {
    const labels = commonName.length <= 253 ? commonName.split(".") : [];
    return labels.length > 1 && labels.every((label) => /^\w+(?:-+\w+)*$/.test(label));
}
function readNames(certificate, isLeaf) {
    const structure = certificate.structure();
    const subject = structure?.subject;
    const name = certificate.subjectName();
    if (subject === undefined || name === undefined)
        return undefined;
    const extension = structure?.extensions?.get((0,certificate_structure/* EXTENSION */.Y)().subjectAlternativeName);
    const names = extension === undefined ? [] : (0,alternative_names/* readGeneralNames */.rh)(extension.value);
    if (names === undefined)
        return undefined;
    const entry = (tag, content) => ({ tag, content });
    const directory = name.relativeNames.length > 0 ? [entry((0,alternative_names/* NAME_KIND */.di)().directory, subject.whole)] : [];
    const emails = (0,distinguished_name/* elementsOf */.ZE)(name, "emailAddress");
    if (emails.some(({ tag }) => tag !== (0,x509_der/* TAG */.Dk)().ia5String))
        return undefined;
    const hasDnsName = names.some((each) => each.tag === (0,alternative_names/* NAME_KIND */.di)().dns);
    const commonNames = isLeaf && !hasDnsName ? (0,distinguished_name/* valuesOf */.sm)(name, "CN").filter(looksLikeHost) : [];
    const hosts = commonNames.map((text) => entry((0,alternative_names/* NAME_KIND */.di)().dns, Buffer.from(text, "latin1")));
    return [
        ...directory,
        ...emails.map(({ content }) => entry((0,alternative_names/* NAME_KIND */.di)().email, content)),
        ...names,
        ...hosts,
    ].map(comparedName);
}
class NameRules {
    #constraints = new Map();
    #names = new Map();
    brokenOn(path, effort) {
        for (const [index, issuer] of path.entries()) {
            const extension = index === 0 ? undefined : issuer.structure()?.extensions?.get((0,certificate_structure/* EXTENSION */.Y)().nameConstraints);
            if (extension === undefined)
                continue;
            const constraints = recall(this.#constraints, issuer, () => readConstraints(extension.value));
            const because = constraints === undefined
                ? "unusable-constraints"
                : this.#refusal(path.slice(0, index), constraints, effort);
            if (because !== undefined)
                return { certificate: issuer, because };
        }
        return undefined;
    }
    #refusal(below, constraints, effort) {
        for (const [depth, certificate] of below.entries()) {
            if (depth > 0 && certificate.selfIssued)
                continue;
            const names = recall(this.#names, certificate, () => readNames(certificate, depth === 0));
            if (names === undefined)
                return "unusable-constraints";
            const needed = names.length * (constraints.permitted.length + constraints.excluded.length);
            if (needed > effort.comparisons)
                return "unusable-constraints";
            effort.comparisons -= needed;
            for (const name of names) {
                const refusal = refusalOf(name, constraints);
                if (refusal !== undefined)
                    return refusal;
            }
        }
        return undefined;
    }
}
function recall(known, certificate, read) {
    if (!known.has(certificate))
        known.set(certificate, read());
    return known.get(certificate);
}

;// CONCATENATED MODULE: ./lib/observe/trust/path-search.js



class Candidates {
    leaf;
    #bySubject = new Map();
    constructor(certificates) {
        this.leaf = certificates[0];
        for (const certificate of certificates) {
            const namesakes = this.#bySubject.get(certificate.subject());
            if (namesakes === undefined)
                this.#bySubject.set(certificate.subject(), [certificate]);
            else
                namesakes.push(certificate);
        }
    }
    called(subject) {
        return this.#bySubject.get(subject) ?? [];
    }
}
class PathSearch {
    found = [];
    refused;
    #tools;
    #store;
    #tolerance;
    #nameRules = new NameRules();
    constructor(tools, store, tolerance) {
        this.#tools = tools;
        this.#store = store;
        this.#tolerance = tolerance;
    }
    extend(path, top, intermediates, refusal) {
        const { effort, stores } = this.#tools;
        const isOver = this.#tolerance === "none" ? this.found.length === bounds/* MAX_PATHS_PER_STORE */.wB : this.refused !== undefined;
        if (effort.steps <= 0 || isOver)
            return;
        effort.steps -= 1;
        if (stores.isAnchor(this.#store, top) && (top.selfSigned || path.length > 1)) {
            this.#finish(path, refusal ?? this.#nameRules.brokenOn(path, effort));
            return;
        }
        if (top.selfSigned || path.length === bounds/* MAX_PATH_LENGTH */.Kb)
            return;
        const issuers = this.#issuersOf(top, path, intermediates);
        if (issuers.length === 0 &&
            path.length > 1 &&
            this.#tolerance === "rules" &&
            stores.has(this.#store, top))
            this.#finish(path, refusal ?? { certificate: top, because: "issuer-not-in-store" });
        for (const issuer of issuers) {
            const because = issuerFault(top, issuer, intermediates);
            if (because !== undefined && this.#tolerance === "none")
                continue;
            const signed = top.isSignedBy(issuer, effort);
            if (signed === undefined || (!signed && this.#tolerance !== "signatures"))
                continue;
            const fault = signed ? because : "signature";
            this.extend([...path, issuer], issuer, intermediates + (issuer.selfIssued ? 0 : 1), refusal ?? (fault === undefined ? undefined : { certificate: issuer, because: fault }));
        }
    }
    #finish(path, refusal) {
        if (refusal === undefined)
            this.found.push(path);
        else
            this.refused ??= { store: this.#store, path, ...refusal };
    }
    #issuersOf(certificate, path, intermediates) {
        const { stores, candidates, effort } = this.#tools;
        const passed = new Set(path.map((each) => each.entity()));
        const name = certificate.issuer();
        const inStore = stores.bySubject(this.#store, name).filter((issuer) => !passed.has(issuer.entity()));
        const fitting = inStore.filter((issuer) => certificate.mayBeIssuedBy(issuer));
        const isSound = (issuer) => stores.isAnchor(this.#store, issuer) &&
            issuerFault(certificate, issuer, intermediates) === undefined &&
            certificate.isSignedBy(issuer, effort) === true;
        if (!fitting.every(isSound))
            return fitting;
        const isOfStore = path.length > 1 && stores.has(this.#store, certificate);
        const served = isOfStore ? [] : candidates.called(name).filter((issuer) => !passed.has(issuer.entity()));
        const issuers = new Map([...inStore, ...served].map((issuer) => [issuer.sha256(), issuer]));
        return [...issuers.values()];
    }
}
function issuerFault(below, issuer, intermediates) {
    const authority = issuer.authority();
    if (authority === undefined)
        return "unreadable-extension";
    if (authority.unfit !== undefined)
        return authority.unfit;
    if (authority.mayNotIssue !== undefined)
        return authority.mayNotIssue;
    if (authority.pathLength < intermediates)
        return "path-length";
    if (!hasReadableDates(issuer))
        return "unreadable-date";
    return below.mayBeIssuedBy(issuer) ? undefined : "other-issuer";
}
function hasReadableDates(certificate) {
    const { notBefore, notAfter } = certificate.structure() ?? {};
    return (0,certificate_time/* readTime */.a)(notBefore) !== undefined && (0,certificate_time/* readTime */.a)(notAfter) !== undefined;
}
function leafRefusal(leaf) {
    const authority = leaf.authority();
    const because = authority === undefined ? "unreadable-extension" : authority.unfit;
    return because === undefined || (because === "explicit-curve" && leaf.selfSigned)
        ? undefined
        : { certificate: leaf, because };
}
function searchPaths(tools, store) {
    const { leaf } = tools.candidates;
    if (leaf === undefined || leafRefusal(leaf) !== undefined)
        return { found: [] };
    const search = new PathSearch(tools, store, "none");
    search.extend([leaf], leaf, 0);
    return { found: search.found.sort((one, other) => one.length - other.length), refused: search.refused };
}
function searchRefused(tools) {
    const { leaf } = tools.candidates;
    if (leaf === undefined)
        return undefined;
    const refusal = leafRefusal(leaf);
    for (const tolerance of ["rules", "signatures"]) {
        for (const store of tools.stores.names) {
            const search = new PathSearch(tools, store, tolerance);
            search.extend([leaf], leaf, 0, refusal);
            if (search.refused !== undefined)
                return search.refused;
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/text/memory.js
var memory = __webpack_require__(9680);
;// CONCATENATED MODULE: ./lib/observe/x509/certificate-aux.js

var SERVER_AUTH$made;
function SERVER_AUTH() { return SERVER_AUTH$made ??= (new Set(["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"])); }
function namesServers(usages) {
    return usages.some((usage) => SERVER_AUTH().has((0,x509_der/* readOid */.fM)(usage)));
}
function readServerTrust(auxiliary) {
    if (auxiliary.length === 0)
        return "unsaid";
    const fields = (0,x509_der/* readWhole */.oD)(auxiliary, (0,x509_der/* TAG */.Dk)().sequence);
    if (fields === undefined)
        return "rejected";
    const [trust] = fields;
    const trusted = (0,x509_der/* childrenOf */.LU)(trust, (0,x509_der/* TAG */.Dk)().sequence);
    const rejected = fields.find(({ tag }) => tag === (0,x509_der/* constructed */.dz)(0));
    if (rejected !== undefined) {
        const usages = (0,x509_der/* childrenOf */.LU)(rejected, (0,x509_der/* constructed */.dz)(0));
        if (usages === undefined || namesServers(usages))
            return "rejected";
    }
    if (trusted === undefined)
        return "unsaid";
    return namesServers(trusted) ? "trusted" : "rejected";
}

// EXTERNAL MODULE: ./lib/observe/x509/openssl.js
var openssl = __webpack_require__(3767);
// EXTERNAL MODULE: ./lib/observe/x509/pem.js
var pem = __webpack_require__(5751);
;// CONCATENATED MODULE: ./lib/observe/trust/stores.js







class Store {
    pems;
    #trusted = new Set();
    #bySubject = new Map();
    #unparsed;
    constructor(pems) {
        this.pems = new Set(pems);
        this.#unparsed = this.pems.values();
    }
    bySubject(subject) {
        this.prepare(Infinity);
        return this.#bySubject.get(subject) ?? [];
    }
    prepare(count) {
        for (let parsed = 0; parsed < count; parsed++) {
            const next = this.#unparsed.next();
            if (next.done === true)
                return false;
            const certificate = this.#parse(next.value);
            const subject = certificate.subject();
            const namesakes = this.#bySubject.get(subject);
            if (namesakes === undefined)
                this.#bySubject.set(subject, [certificate]);
            else
                namesakes.push(certificate);
        }
        return true;
    }
    has(certificate) {
        return this.bySubject(certificate.subject()).some((each) => each.sha256() === certificate.sha256());
    }
    trusts(certificate) {
        return this.has(certificate) && (certificate.selfSigned || this.#trusted.has(certificate.sha256()));
    }
    #parse(pem) {
        const { certificate, trust } = readBlock(pem);
        if (trust === "trusted")
            this.#trusted.add(certificate.sha256());
        return certificate;
    }
}
function derOf(pem) {
    return Buffer.from(pem.replaceAll(/-----[^-]*-----/g, ""), "base64");
}
function pemOf(octets, label) {
    const lines = octets.toString("base64").replaceAll(/.{64}/g, "$&\n");
    return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
function withoutDoubles(pems) {
    return [...new Map(pems.map((pem) => [pem.replaceAll(/-----[^-]*-----|\s/g, ""), pem])).values()];
}
function createTrustStores(sources) {
    const stores = new Map();
    const open = (name) => {
        const opened = stores.get(name) ?? new Store(sources.find(({ store }) => store === name)?.read() ?? []);
        stores.set(name, opened);
        return opened;
    };
    return {
        names: sources.map(({ store }) => store),
        fileOf: (name) => sources.find(({ store }) => store === name)?.file,
        unread: () => sources.map(({ store }) => store).filter((store) => !stores.has(store)),
        prepare: (store) => open(store).prepare(bounds/* PARSED_PER_TURN */.Sv),
        size: (store) => open(store).pems.size,
        pems: () => withoutDoubles(sources.flatMap(({ store }) => [...open(store).pems])),
        bySubject: (store, subject) => open(store).bySubject(subject),
        has: (store, certificate) => open(store).has(certificate),
        isAnchor: (store, certificate) => open(store).trusts(certificate),
        chains: new memory/* Memory */.c(bounds/* MAX_REMEMBERED_CHAINS */.X8),
        certificates: new memory/* Memory */.c(bounds/* MAX_REMEMBERED_CERTIFICATES */.xy),
        facts: new memory/* Memory */.c(bounds/* MAX_REMEMBERED_CERTIFICATES */.xy),
    };
}
const TRUSTED = "TRUSTED CERTIFICATE";
const LABELS = ["CERTIFICATE", "X509 CERTIFICATE", TRUSTED];
function readBlock(pem) {
    return anchorIn(derOf(pem), pem.startsWith(`-----BEGIN ${TRUSTED}-----`) ? TRUSTED : "CERTIFICATE");
}
function anchorIn(octets, label) {
    const der = label === TRUSTED ? ((0,x509_der/* readElement */.RN)(octets)?.whole ?? octets) : octets;
    const certificate = new parsed_certificate/* ParsedCertificate */.D(der);
    return { certificate, octets, trust: readServerTrust(octets.subarray(der.length)) };
}
function readCaFile(text) {
    const found = (0,pem/* readPem */.J)(text, LABELS);
    if ("problem" in found)
        return found;
    if (found.length === 0)
        return { problem: "no-certificate" };
    const anchors = [];
    for (const { label, octets, line } of found) {
        const anchor = octets && anchorIn(octets, label);
        if (anchor?.certificate.isReadable !== true)
            return { problem: "unreadable-certificate", line };
        if (anchor.trust !== "rejected")
            anchors.push(anchor);
    }
    return anchors.some(({ certificate, trust }) => certificate.selfSigned || trust === "trusted")
        ? anchors.map(({ certificate, octets, trust }) => trust === "trusted" ? pemOf(octets, TRUSTED) : pemOf(certificate.der, "CERTIFICATE"))
        : { problem: "no-self-signed-certificate" };
}
function loadTrustStores(options) {
    const sources = [
        { store: "bundled", read: openssl/* bundledCertificates */.j4 },
        { store: "system", read: openssl/* systemCertificates */._Y },
    ];
    if (options.caFilePem === undefined)
        return createTrustStores(sources);
    const certificates = readCaFile(options.caFilePem);
    if ("problem" in certificates)
        return certificates;
    return createTrustStores([
        ...sources,
        { store: "ca-file", file: options.caFile, read: () => certificates },
    ]);
}

;// CONCATENATED MODULE: ./lib/observe/trust/paths.js






function within(chain) {
    const tooLong = chain.findIndex((der) => der.length > bounds/* MAX_CERTIFICATE_OCTETS */.Eu);
    return chain.slice(0, Math.min(bounds/* MAX_SERVED_CERTIFICATES */.c5, tooLong < 0 ? chain.length : tooLong));
}
function isCutForLength(chain, kept) {
    return (chain[kept]?.length ?? 0) > bounds/* MAX_CERTIFICATE_OCTETS */.Eu;
}
function parse(chain, stores) {
    return within(chain).map((der, index) => index === 0
        ? new parsed_certificate/* ParsedCertificate */.D(der)
        : stores.certificates.recall((0,parsed_certificate/* fingerprint */.R)(der), () => new parsed_certificate/* ParsedCertificate */.D(der)));
}
function linksOf(served, candidates, effort) {
    return served.map((certificate) => {
        const called = candidates.called(certificate.issuer());
        const tried = called.map((other) => ({ other, signed: certificate.isSignedBy(other, effort) }));
        const signers = tried.filter(({ signed }) => signed === true);
        const impostors = signers.length > 0
            ? []
            : tried.filter(({ other, signed }) => signed === false && other.sha256() !== certificate.sha256() && certificate.mayBeIssuedBy(other));
        const names = (all) => [...new Set(all.map(({ other }) => other.sha256()))];
        const byName = tried.length < 2 ? [] : names(tried.filter(({ other }) => certificate.mayBeIssuedBy(other)));
        return {
            sha256: certificate.sha256(),
            issuedBy: names(signers),
            ...(impostors.length > 0 && { notSignedBy: names(impostors) }),
            ...(byName.length > 1 && { issuersByName: byName }),
        };
    });
}
function pathsOver(tools) {
    const searches = tools.stores.names.map((store) => ({ store, ...searchPaths(tools, store) }));
    const paths = searches.flatMap(({ store, found }) => found.map((path) => ({ store, path })));
    if (paths.length > 0)
        return { paths, refused: undefined };
    const refused = searches.find((each) => each.refused !== undefined)?.refused ?? searchRefused(tools);
    return { paths, refused };
}
function inFacts({ store, path }) {
    return { store, certificates: path.map((certificate) => certificate.sha256()) };
}
function refusedInFacts({ certificate, because, ...path }) {
    return { ...inFacts(path), refused: certificate.sha256(), because };
}
function search(served, stores) {
    const effort = (0,x509_effort/* effortForChain */.p)();
    const candidates = new Candidates(served);
    const links = linksOf(served, candidates, effort);
    const certificates = new Map(served.map((certificate) => [certificate.sha256(), certificate]));
    const tools = { candidates, stores, effort };
    const keep = (path) => {
        for (const certificate of path)
            certificates.set(certificate.sha256(), certificate);
    };
    const { paths: found, refused } = pathsOver(tools);
    const paths = found.map(inFacts);
    for (const { path } of found)
        keep(path);
    if (refused === undefined)
        return { links, paths, certificates };
    keep(refused.path);
    return { links, paths, refusedPath: refusedInFacts(refused), certificates };
}
function findTrustPaths(chain, stores) {
    const { certificates, ...found } = search(parse(chain, stores), stores);
    return { ...found, certificates: new Map([...certificates].map(([sha256, { der }]) => [sha256, der])) };
}
function completePaths(served, others, stores, effort) {
    const candidates = new Candidates([...served, ...others]);
    return stores.names.flatMap((store) => searchPaths({ candidates, stores, effort }, store).found.map((path) => inFacts({ store, path })));
}
function completeRefused(served, others, stores, effort) {
    const refused = searchRefused({ candidates: new Candidates([...served, ...others]), stores, effort });
    return refused === undefined ? undefined : refusedInFacts(refused);
}
function isAnchor(certificate, stores) {
    return stores.names.some((store) => stores.has(store, certificate));
}
function describe(chain, stores) {
    const served = parse(chain, stores);
    const { links, paths, refusedPath, certificates } = search(served, stores);
    const [leaf] = served;
    const facts = {};
    for (const [sha256, certificate] of certificates) {
        facts[sha256] =
            certificate === leaf ? (0,x509_certificate/* factsOf */.x)(certificate) : stores.facts.recall(sha256, () => (0,x509_certificate/* factsOf */.x)(certificate));
    }
    const cut = chain.length - served.length;
    const tooLong = isCutForLength(chain, served.length);
    return {
        chain: links,
        paths,
        ...(refusedPath !== undefined && { refusedPath }),
        ...(cut > 0 && { chainCut: cut }),
        ...(tooLong && { certificateLimit: bounds/* MAX_CERTIFICATE_OCTETS */.Eu }),
        certificates: facts,
    };
}
function describeChain(chain, stores) {
    const kept = within(chain);
    const shape = `${String(chain.length)} ${String(isCutForLength(chain, kept.length))}`;
    const key = `${shape} ${kept.map(parsed_certificate/* fingerprint */.R).join(" ")}`;
    return stores.chains.recall(key, () => describe(chain, stores));
}


/***/ },

/***/ 9995:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   di: () => (/* binding */ NAME_KIND),
/* harmony export */   m6: () => (/* binding */ readAlternativeNames),
/* harmony export */   rh: () => (/* binding */ readGeneralNames)
/* harmony export */ });
/* unused harmony export presentDnsName */
/* harmony import */ var _text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(227);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6202);


var NAME_KIND$made;
function NAME_KIND() { return NAME_KIND$made ??= ({
    otherName: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .constructed */ .dz)(0),
    email: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .primitive */ .MY)(1),
    dns: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .primitive */ .MY)(2),
    directory: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .constructed */ .dz)(4),
    uri: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .primitive */ .MY)(6),
    ip: (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .primitive */ .MY)(7),
}); }
function presentDnsName(octets) {
    return octets
        .toString("latin1")
        .replaceAll(/[^\x21-\x7e]|\\/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`);
}
function presentIpAddress(octets) {
    if (octets.length === 4)
        return (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIpv4 */ .Re)(octets);
    return octets.length === 16 ? (0,_text_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIpv6 */ .DU)(octets) : undefined;
}
function readGeneralNames(value) {
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readLeading */ .dK)(value, (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk)().sequence);
}
function readAlternativeNames(value) {
    const names = readGeneralNames(value);
    if (names === undefined)
        return undefined;
    const dnsNames = [];
    const ipAddresses = [];
    for (const { tag, content } of names) {
        if (tag === NAME_KIND().dns)
            dnsNames.push(presentDnsName(content));
        else if (tag === NAME_KIND().ip) {
            const address = presentIpAddress(content);
            if (address !== undefined)
                ipAddresses.push(address);
        }
    }
    return { dnsNames, ipAddresses, otherNames: names.length - dnsNames.length - ipAddresses.length };
}


/***/ },

/***/ 8404:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ readAuthority),
/* harmony export */   NS: () => (/* binding */ readSubjectKeyIdentifier),
/* harmony export */   ip: () => (/* binding */ readAuthorityKeyIdentifier)
/* harmony export */ });
/* unused harmony export hasExplicitCurve */
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9002);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6202);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6258);




var KNOWN_CRITICAL$made;
function KNOWN_CRITICAL() { return KNOWN_CRITICAL$made ??= (new Set([
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().basicConstraints,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().keyUsage,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().extendedKeyUsage,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().nameConstraints,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectAlternativeName,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().netscapeCertType,
    "551d20",
    "551d21",
    "551d24",
    "551d36",
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().crlDistributionPoints,
    "2b0601050507300105",
    "2b06010505070107",
    "2b06010505070108",
])); }
var ONCE_AT_MOST$made;
function ONCE_AT_MOST() { return ONCE_AT_MOST$made ??= (new Set([
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectKeyIdentifier,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().keyUsage,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectAlternativeName,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().basicConstraints,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().nameConstraints,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().authorityKeyIdentifier,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().extendedKeyUsage,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().netscapeCertType,
    (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().crlDistributionPoints,
])); }
var VALUE_TAGS$made;
function VALUE_TAGS() { return VALUE_TAGS$made ??= ({
    [(0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectKeyIdentifier]: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().octetString,
    [(0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectAlternativeName]: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence,
    [(0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().nameConstraints]: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence,
    [(0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().authorityKeyIdentifier]: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence,
    [(0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().crlDistributionPoints]: (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence,
}); }
function readConstraints(structure) {
    const extension = structure.extensions?.get((0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().basicConstraints);
    if (extension === undefined)
        return undefined;
    const fields = (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readLeading */ .dK)(extension.value, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence);
    if (fields === undefined)
        return "broken";
    const ca = (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readBoolean */ .Vf)(fields[0]);
    const [limit, ...more] = fields.slice(ca === undefined ? 0 : 1);
    if (limit === undefined)
        return { ca: ca ?? false, pathLength: Number.POSITIVE_INFINITY };
    const pathLength = more.length > 0 ? undefined : readPathLength(limit);
    return pathLength === undefined ? "broken" : { ca: ca ?? false, pathLength };
}
function readPathLength({ tag, content }) {
    const [first] = content;
    if (tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().integer || first === undefined || first >= 0x80)
        return undefined;
    return (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readSmallInteger */ .ih)(content) ?? Number.POSITIVE_INFINITY;
}
function unfitness(structure, constraints, { malformed }) {
    const { extensions, repeatedExtensions } = structure;
    if (extensions === undefined || constraints === "broken" || malformed)
        return "unreadable-extension";
    const isMalformed = ([id, tag]) => {
        const value = extensions.get(id)?.value;
        if (value === undefined)
            return false;
        return tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence ? (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readLeading */ .dK)(value, tag) === undefined : (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readElement */ .RN)(value)?.tag !== tag;
    };
    if (Object.entries(VALUE_TAGS()).some(isMalformed))
        return "unreadable-extension";
    if (!hasUsablePoints(extensions.get((0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().crlDistributionPoints)?.value))
        return "unreadable-extension";
    if ([...repeatedExtensions].some((id) => ONCE_AT_MOST().has(id)))
        return "repeated-extension";
    if (extensions.has((0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().proxyCertInfo))
        return "proxy-certificate";
    if ([...extensions].some(([id, { critical }]) => critical && !KNOWN_CRITICAL().has(id)))
        return "critical-extension";
    return hasExplicitCurve(structure) ? "explicit-curve" : undefined;
}
function hasUsablePoints(value) {
    const points = value === undefined ? [] : (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readLeading */ .dK)(value, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence);
    return points?.every(isUsablePoint) === true;
}
function isUsablePoint(point) {
    const fields = (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(point, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence);
    const [place, reasons, issuer] = [(0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(0), (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .primitive */ .MY)(1), (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(2)];
    const order = fields?.map(({ tag }) => [place, reasons, issuer].indexOf(tag));
    if (fields === undefined || order?.every((at, index) => at > (order[index - 1] ?? -1)) !== true)
        return false;
    const names = fields.find(({ tag }) => tag === place);
    const [name, ...more] = names === undefined ? [] : ((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(names, place) ?? []);
    if (names !== undefined &&
        (more.length > 0 || (name?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(0) && name?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(1))))
        return false;
    const issuers = fields.find(({ tag }) => tag === issuer);
    return names !== undefined || (issuers !== undefined && issuers.content.length > 0);
}
function isAuthority({ version }, constraints, { keyUsage, netscapeCertType }, selfSigned) {
    if (constraints !== undefined)
        return constraints !== "broken" && constraints.ca;
    return (selfSigned &&
        (version === 1 ||
            keyUsage?.includes("keyCertSign") === true ||
            netscapeCertType?.includes("sslCa") === true));
}
function readAuthority(structure, selfSigned) {
    const constraints = readConstraints(structure);
    const usages = (0,_usage_js__WEBPACK_IMPORTED_MODULE_3__/* .readUsages */ .r7)(structure);
    const { keyUsage, extendedKeyUsage } = usages;
    let mayNotIssue;
    if (!isAuthority(structure, constraints, usages, selfSigned))
        mayNotIssue = "not-a-ca";
    else if (keyUsage?.includes("keyCertSign") === false)
        mayNotIssue = "key-usage";
    else if (extendedKeyUsage?.some((usage) => (0,_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .SERVER_USAGES */ .$8)().has(usage)) === false)
        mayNotIssue = "extended-key-usage";
    return {
        unfit: unfitness(structure, constraints, usages),
        mayNotIssue,
        pathLength: typeof constraints === "object" ? constraints.pathLength : Number.POSITIVE_INFINITY,
    };
}
function hasExplicitCurve({ publicKey }) {
    const [algorithm] = (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(publicKey, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence) ?? [];
    const [id, parameters] = (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .childrenOf */ .LU)(algorithm, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence) ?? [];
    return id?.content.toString("hex") === EC_PUBLIC_KEY && parameters?.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence;
}
const EC_PUBLIC_KEY = "2a8648ce3d0201";
function readSubjectKeyIdentifier({ extensions }) {
    const own = extensions?.get((0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().subjectKeyIdentifier);
    const identifier = own === undefined ? undefined : (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readElement */ .RN)(own.value);
    return identifier?.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().octetString ? identifier.content.toString("hex") : undefined;
}
function readAuthorityKeyIdentifier({ extensions }) {
    const authority = extensions?.get((0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .EXTENSION */ .Y)().authorityKeyIdentifier);
    const fields = authority === undefined ? undefined : (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readLeading */ .dK)(authority.value, (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG */ .Dk)().sequence);
    const field = (tag) => fields?.find((each) => each.tag === tag)?.content;
    const names = field((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(1));
    const directory = names === undefined ? undefined : (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readElement */ .RN)(names);
    return {
        keyIdentifier: field((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .primitive */ .MY)(0))?.toString("hex"),
        issuer: directory?.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .constructed */ .dz)(4) ? directory.content : undefined,
        serial: field((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .primitive */ .MY)(2))?.toString("hex"),
    };
}


/***/ },

/***/ 9002:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ EXTENSION),
/* harmony export */   w: () => (/* binding */ readStructure)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);

var EXTENSION$made;
function EXTENSION() { return EXTENSION$made ??= ({
    subjectKeyIdentifier: "551d0e",
    keyUsage: "551d0f",
    subjectAlternativeName: "551d11",
    basicConstraints: "551d13",
    nameConstraints: "551d1e",
    authorityKeyIdentifier: "551d23",
    extendedKeyUsage: "551d25",
    authorityInformationAccess: "2b06010505070101",
    crlDistributionPoints: "551d1f",
    netscapeCertType: "6086480186f8420101",
    proxyCertInfo: "2b0601050507010e",
}); }
function readExtension(element) {
    const [id, second, third] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const value = third ?? second;
    if (id?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().oid || value?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().octetString)
        return undefined;
    const critical = third === undefined ? false : (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readBoolean */ .Vf)(second);
    if (critical === undefined)
        return undefined;
    return { id: id.content.toString("hex"), extension: { critical, value: value.content } };
}
function readExtensions(list) {
    const extensions = new Map();
    const repeatedExtensions = new Set();
    if (list === undefined)
        return { extensions, repeatedExtensions };
    const elements = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readWhole */ .oD)(list.content, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence)?.map(readExtension);
    if (elements === undefined)
        return { extensions: undefined, repeatedExtensions };
    for (const read of elements) {
        if (read === undefined)
            return { extensions: undefined, repeatedExtensions };
        if (extensions.has(read.id))
            repeatedExtensions.add(read.id);
        else
            extensions.set(read.id, read.extension);
    }
    return { extensions, repeatedExtensions };
}
function readStructure(der) {
    const [toBeSigned, signatureAlgorithm] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)((0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readElement */ .RN)(der), (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const fields = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(toBeSigned, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence);
    if (fields === undefined)
        return undefined;
    const versioned = fields[0]?.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .constructed */ .dz)(0);
    const version = versioned ? (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readElement */ .RN)(fields[0]?.content ?? Buffer.alloc(0))?.content[0] : 0;
    const [serial, , issuer, validity, subject, publicKey, ...rest] = versioned ? fields.slice(1) : fields;
    const [notBefore, notAfter] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(validity, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const list = rest.find((element) => element.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .constructed */ .dz)(3));
    return {
        version: (version ?? 0) + 1,
        serial,
        issuer,
        notBefore,
        notAfter,
        subject,
        publicKey,
        ...readExtensions(list),
        signatureAlgorithm,
    };
}


/***/ },

/***/ 8294:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readTime)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);

const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const ENOUGH_OCTETS = 16;
function readTime(element) {
    if (element?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().utcTime && element?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().generalizedTime)
        return undefined;
    const pattern = element.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().utcTime ? UTC_TIME : GENERALIZED_TIME;
    const [, year = "", month, day, hour, minute, second] = pattern.exec(element.content.toString("latin1", 0, ENOUGH_OCTETS)) ?? [];
    if (year === "")
        return undefined;
    const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
    const moment = new Date(0);
    moment.setUTCFullYear(century + Number(year), Number(month) - 1, Number(day));
    moment.setUTCHours(Number(hour), Number(minute), Number(second));
    const same = moment.getUTCMonth() === Number(month) - 1 &&
        moment.getUTCDate() === Number(day) &&
        moment.getUTCHours() === Number(hour) &&
        moment.getUTCMinutes() === Number(minute) &&
        moment.getUTCSeconds() === Number(second);
    return same ? moment.toISOString().replace(/\.\d+Z$/, "Z") : undefined;
}


/***/ },

/***/ 1324:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ factsOf)
});

// UNUSED EXPORTS: readCertificate

// EXTERNAL MODULE: ./lib/observe/x509/alternative-names.js
var alternative_names = __webpack_require__(9995);
// EXTERNAL MODULE: ./lib/observe/bounds.js
var bounds = __webpack_require__(9379);
// EXTERNAL MODULE: ./lib/observe/x509/der.js
var der = __webpack_require__(6202);
;// CONCATENATED MODULE: ./lib/observe/x509/authority-information.js



const CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
function readDescription(element) {
    const [method, location] = (0,der/* childrenOf */.LU)(element, (0,der/* TAG */.Dk)().sequence) ?? [];
    const id = (0,der/* readOid */.fM)(method);
    return id === undefined || location === undefined ? undefined : { method: id, location };
}
function readCaIssuers(value) {
    const uris = [];
    for (const element of (0,der/* readLeading */.dK)(value, (0,der/* TAG */.Dk)().sequence) ?? [undefined]) {
        const description = element === undefined ? undefined : readDescription(element);
        if (description === undefined)
            return undefined;
        const { method, location } = description;
        if (method === CA_ISSUERS && location.tag === (0,alternative_names/* NAME_KIND */.di)().uri)
            uris.push(location.content.toString("latin1"));
    }
    return uris.slice(0, bounds/* MAX_CA_ISSUERS */.R4);
}

// EXTERNAL MODULE: ./lib/observe/x509/certificate-time.js
var certificate_time = __webpack_require__(8294);
// EXTERNAL MODULE: ./lib/observe/x509/certificate-structure.js
var certificate_structure = __webpack_require__(9002);
// EXTERNAL MODULE: ./lib/observe/x509/distinguished-name.js
var distinguished_name = __webpack_require__(7081);
// EXTERNAL MODULE: ./lib/observe/x509/parsed-certificate.js
var parsed_certificate = __webpack_require__(9402);
// EXTERNAL MODULE: ./lib/observe/x509/signature-algorithm.js
var signature_algorithm = __webpack_require__(6807);
// EXTERNAL MODULE: ./lib/observe/x509/usage.js
var usage = __webpack_require__(6258);
;// CONCATENATED MODULE: ./lib/observe/x509/certificate.js









const CURVE_BITS = { secp521r1: 521 };
function fieldBits(structure) {
    const [, point] = (0,der/* childrenOf */.LU)(structure?.publicKey, (0,der/* TAG */.Dk)().sequence) ?? [];
    if (point?.tag !== (0,der/* TAG */.Dk)().bitString)
        return undefined;
    const [, form = 0, ...coordinates] = point.content;
    return (form === UNCOMPRESSED ? coordinates.length / 2 : coordinates.length) * 8;
}
const UNCOMPRESSED = 4;
function readKey(key, structure) {
    if (key === undefined)
        return undefined;
    const { type, modulusLength, namedCurve } = key;
    const keyBits = modulusLength ?? CURVE_BITS[namedCurve ?? ""] ?? (type === "ec" ? fieldBits(structure) : undefined);
    return {
        keyType: type,
        ...(keyBits === undefined ? {} : { keyBits }),
        ...(namedCurve === undefined ? {} : { curve: namedCurve }),
    };
}
function readCa(value) {
    const fields = (0,der/* readLeading */.dK)(value, (0,der/* TAG */.Dk)().sequence);
    if (fields === undefined)
        return undefined;
    return (0,der/* readBoolean */.Vf)(fields[0]) ?? false;
}
class Reader {
    unreadable = [];
    #structure;
    constructor(structure) {
        this.#structure = structure;
    }
    field(name, value, otherwise) {
        if (value === undefined)
            this.unreadable.push(name);
        return value ?? otherwise;
    }
    extension(name, id, read) {
        const extensions = this.#structure?.extensions;
        const extension = extensions?.get(id);
        const value = extension === undefined ? undefined : read(extension.value);
        const missed = extensions === undefined || (extension !== undefined && value === undefined);
        if (missed || this.#structure?.repeatedExtensions.has(id) === true)
            this.unreadable.push(name);
        return value;
    }
}
function readSerial(element) {
    if (element?.tag !== (0,der/* TAG */.Dk)().integer || element.content.length === 0)
        return undefined;
    const { content } = element;
    const hex = (octets) => octets
        .toString("hex")
        .replace(/^(?:00)+(?=..)/, "")
        .toUpperCase();
    if ((content[0] ?? 0) < 0x80)
        return hex(content);
    const magnitude = Buffer.from(content.map((octet) => ~octet));
    for (let index = magnitude.length - 1; index >= 0; index--) {
        const sum = (magnitude[index] ?? 0) + 1;
        magnitude[index] = sum;
        if (sum <= 0xff)
            break;
    }
    return `-${hex(magnitude)}`;
}
function factsOf(certificate) {
    const structure = certificate.structure();
    const reader = new Reader(structure);
    if (!certificate.isReadable)
        reader.unreadable.push("der");
    const subject = certificate.subjectName();
    const issuer = certificate.issuerName();
    const key = reader.field("keyType", readKey(certificate.keyDetails(), structure), {
        keyType: "unknown",
    });
    const [issuerOrganization] = issuer === undefined ? [] : (0,distinguished_name/* valuesOf */.sm)(issuer, "O");
    const names = reader.extension("dnsNames", (0,certificate_structure/* EXTENSION */.Y)().subjectAlternativeName, alternative_names/* readAlternativeNames */.m6);
    const keyUsage = reader.extension("keyUsage", (0,certificate_structure/* EXTENSION */.Y)().keyUsage, usage/* readKeyUsage */.jG);
    const extendedKeyUsage = reader.extension("extendedKeyUsage", (0,certificate_structure/* EXTENSION */.Y)().extendedKeyUsage, usage/* readExtendedKeyUsage */.iB);
    const netscapeCertType = reader.extension("netscapeCertType", (0,certificate_structure/* EXTENSION */.Y)().netscapeCertType, usage/* readNetscapeCertType */.OC);
    const caIssuers = reader.extension("caIssuers", (0,certificate_structure/* EXTENSION */.Y)().authorityInformationAccess, readCaIssuers) ?? [];
    const signatureAlgorithm = (0,signature_algorithm/* readSignatureAlgorithm */.G)(structure?.signatureAlgorithm);
    const facts = {
        der: certificate.der.toString("base64"),
        subject: reader.field("subject", subject && (0,distinguished_name/* presentName */.Bh)(subject), ""),
        issuer: reader.field("issuer", issuer && (0,distinguished_name/* presentName */.Bh)(issuer), ""),
        subjectCommonNames: subject === undefined ? [] : (0,distinguished_name/* valuesOf */.sm)(subject, "CN"),
        ...(issuerOrganization === undefined ? {} : { issuerOrganization }),
        dnsNames: names?.dnsNames ?? [],
        ipAddresses: names?.ipAddresses ?? [],
        otherNames: names?.otherNames ?? 0,
        serial: reader.field("serial", readSerial(structure?.serial), ""),
        notBefore: reader.field("notBefore", (0,certificate_time/* readTime */.a)(structure?.notBefore), ""),
        notAfter: reader.field("notAfter", (0,certificate_time/* readTime */.a)(structure?.notAfter), ""),
        ...key,
        signatureAlgorithm: reader.field("signatureAlgorithm", signatureAlgorithm, ""),
        ca: reader.extension("ca", (0,certificate_structure/* EXTENSION */.Y)().basicConstraints, readCa) ?? false,
        ...(keyUsage === undefined ? {} : { keyUsage }),
        ...(extendedKeyUsage === undefined ? {} : { extendedKeyUsage }),
        ...(netscapeCertType === undefined ? {} : { netscapeCertType }),
        selfIssued: subject !== undefined && issuer !== undefined && certificate.selfIssued,
        ...(caIssuers.length === 0 ? {} : { caIssuers }),
    };
    const { unreadable } = reader;
    return unreadable.length === 0 ? facts : { ...facts, unreadable };
}
function readCertificate(der) {
    return factsOf(new ParsedCertificate(der));
}


/***/ },

/***/ 6202:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ hasNamedBit),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   MY: () => (/* binding */ primitive),
/* harmony export */   RN: () => (/* binding */ readElement),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   cl: () => (/* binding */ readElements),
/* harmony export */   dK: () => (/* binding */ readLeading),
/* harmony export */   dz: () => (/* binding */ constructed),
/* harmony export */   fM: () => (/* binding */ readOid),
/* harmony export */   ih: () => (/* binding */ readSmallInteger),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9379);


var TAG$made;
function TAG() { return TAG$made ??= ({
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    oid: 0x06,
    utf8String: 0x0c,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    sequence: 0x30,
    set: 0x31,
}); }
const primitive = (number) => 0x80 | number;
const constructed = (number) => 0xa0 | number;
function readElement(bytes, offset = 0) {
    const tag = bytes[offset];
    let length = bytes[offset + 1];
    if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f)
        return undefined;
    let start = offset + 2;
    if (length >= 0x80) {
        const octets = length & 0x7f;
        if (octets === 0 || octets > 4 || start + octets > bytes.length)
            return undefined;
        length = bytes.readUIntBE(start, octets);
        start += octets;
    }
    const end = start + length;
    if (end > bytes.length)
        return undefined;
    return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) };
}
function readElements(bytes) {
    const elements = [];
    for (let offset = 0; offset < bytes.length;) {
        const element = readElement(bytes, offset);
        if (element === undefined || elements.length === _bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ELEMENTS */ .DU)
            return undefined;
        elements.push(element);
        offset += element.whole.length;
    }
    return elements;
}
function childrenOf(element, tag) {
    return element?.tag === tag ? readElements(element.content) : undefined;
}
function readWhole(bytes, tag) {
    const element = readElement(bytes);
    return element?.whole.length === bytes.length ? childrenOf(element, tag) : undefined;
}
function readLeading(value, tag) {
    return childrenOf(readElement(value), tag);
}
function readOid(element) {
    if (element?.tag !== TAG().oid)
        return undefined;
    const { content } = element;
    if (content.length === 0 || content.length > _bounds_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_OID_OCTETS */ .Lm)
        return undefined;
    const arcs = [];
    let arc = 0n;
    let open = false;
    for (const octet of content) {
        if (!open && octet === 0x80)
            return undefined;
        arc = (arc << 7n) | BigInt(octet & 0x7f);
        open = octet >= 0x80;
        if (open)
            continue;
        if (arcs.length === 0) {
            const first = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
            arcs.push(first, arc - first * 40n);
        }
        else
            arcs.push(arc);
        arc = 0n;
    }
    return open ? undefined : arcs.join(".");
}
function readBoolean(element) {
    if (element?.tag !== TAG().boolean || element.content.length !== 1)
        return undefined;
    return element.content[0] !== 0;
}
function readSmallInteger(content) {
    if (content.length === 0 || content.length > 6 || (content[0] ?? 0) >= 0x80)
        return undefined;
    return content.readUIntBE(0, content.length);
}
function hasNamedBit(content, bit) {
    const octet = content[1 + (bit >> 3)];
    return octet !== undefined && (octet & (0x80 >> (bit & 7))) !== 0;
}
function utf16BigEndian(content) {
    if (content.length % 2 !== 0)
        return undefined;
    return Buffer.from(content).swap16().toString("utf16le");
}
function utf32BigEndian(content) {
    if (content.length % 4 !== 0)
        return undefined;
    let text = "";
    for (let offset = 0; offset < content.length; offset += 4) {
        const codePoint = content.readUInt32BE(offset);
        if (codePoint > 0x10ffff)
            return undefined;
        text += String.fromCodePoint(codePoint);
    }
    return text;
}
function readText(element) {
    switch (element.tag) {
        case TAG().utf8String:
            return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(element.content) ? element.content.toString("utf8") : element.content.toString("latin1");
        case TAG().bmpString:
            return utf16BigEndian(element.content);
        case TAG().universalString:
            return utf32BigEndian(element.content);
        case TAG().numericString:
        case TAG().printableString:
        case TAG().teletexString:
        case TAG().ia5String:
        case TAG().visibleString:
            return element.content.toString("latin1");
        default:
            return undefined;
    }
}


/***/ },

/***/ 7081:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ presentName),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   ZE: () => (/* binding */ elementsOf),
/* harmony export */   ZS: () => (/* binding */ comparableParts),
/* harmony export */   _t: () => (/* binding */ comparableName),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/* harmony import */ var _text_ascii_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9728);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);


var ATTRIBUTE_NAMES$made;
function ATTRIBUTE_NAMES() { return ATTRIBUTE_NAMES$made ??= ({
    "2.5.4.3": "CN",
    "2.5.4.4": "SN",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.9": "STREET",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "2.5.4.12": "title",
    "2.5.4.15": "businessCategory",
    "2.5.4.17": "postalCode",
    "2.5.4.42": "GN",
    "2.5.4.97": "organizationIdentifier",
    "0.9.2342.19200300.100.1.1": "UID",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "emailAddress",
    "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionL",
    "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionST",
    "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionC",
}); }
function readAttribute(element) {
    const [id, value] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const type = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readOid */ .fM)(id);
    return type === undefined || value === undefined ? undefined : { type, value };
}
function readName(element) {
    const sets = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence);
    if (sets === undefined)
        return undefined;
    const relativeNames = [];
    for (const set of sets) {
        const attributes = [];
        for (const member of (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(set, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().set) ?? []) {
            const attribute = readAttribute(member);
            if (attribute === undefined)
                return undefined;
            attributes.push(attribute);
        }
        if (attributes.length === 0)
            return undefined;
        relativeNames.push(attributes);
    }
    return { relativeNames };
}
function elementsOf(name, shortName) {
    return name.relativeNames
        .flat()
        .filter(({ type }) => ATTRIBUTE_NAMES()[type] === shortName)
        .map(({ value }) => value);
}
function valuesOf(name, shortName) {
    return elementsOf(name, shortName)
        .map(_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)
        .filter((text) => text !== undefined)
        .reverse();
}
function presentValue(value) {
    const text = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value);
    if (text === undefined)
        return `#${value.whole.toString("hex")}`;
    return text
        .replaceAll(/[\\"+,;<>]|^[ #]|(?<=.) $/gsu, "\\$&")
        .replaceAll(/[\x00-\x1f\x7f]/g, (control) => `\\${control.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
function presentName(name) {
    return name.relativeNames
        .map((attributes) => attributes
        .map(({ type, value }) => `${ATTRIBUTE_NAMES()[type] ?? type}=${presentValue(value)}`)
        .join(" + "))
        .reverse()
        .join(", ");
}
function comparableValue(value) {
    const text = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value);
    if (text === undefined)
        return `#${value.whole.toString("hex")}`;
    return JSON.stringify((0,_text_ascii_js__WEBPACK_IMPORTED_MODULE_1__/* .foldAscii */ .D)(text)
        .replaceAll(/[ \t-\r]+/g, " ")
        .trim());
}
function comparableParts(name) {
    return name.relativeNames.map((attributes) => attributes
        .map(({ type, value }) => `${type}=${comparableValue(value)}`)
        .sort()
        .join("+"));
}
function comparableName(name) {
    return comparableParts(name).join("/");
}


/***/ },

/***/ 9803:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ effortForChain),
/* harmony export */   q: () => (/* binding */ signatureWork)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9379);

function effortForChain() {
    return {
        signatures: _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SIGNATURE_WORK */ .MV,
        steps: _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SEARCH_STEPS */ .ml,
        comparisons: _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_COMPARISONS */ .O8,
    };
}
const WORK = {
    ed25519: 2,
    ed448: 5,
    prime256v1: 1,
    secp384r1: 7,
    secp521r1: 17,
    "ml-dsa-44": 3,
    "ml-dsa-65": 4,
    "ml-dsa-87": 5,
};
const OTHER_WORK = 45;
const RSA_BITS = 4096;
const RSA_EXPONENT_BITS = 17;
const DSA_EXPONENT_BITS = 512;
function signatureWork(key, octets) {
    const hashing = octets / _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .OCTETS_PER_SIGNATURE_WORK */ .cj;
    if (key === undefined)
        return 1;
    const { modulusLength } = key;
    if (modulusLength === undefined)
        return (WORK[key.namedCurve ?? key.type] ?? OTHER_WORK) + hashing;
    const exponentBits = key.publicExponent?.toString(2).length ?? DSA_EXPONENT_BITS;
    return 1 + (modulusLength / RSA_BITS) ** 2 * (exponentBits / RSA_EXPONENT_BITS) + hashing;
}


/***/ },

/***/ 3767:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ namesHost),
/* harmony export */   IY: () => (/* binding */ keyDetails),
/* harmony export */   J0: () => (/* binding */ isSignedWith),
/* harmony export */   RR: () => (/* binding */ readPublicKey),
/* harmony export */   _Y: () => (/* binding */ systemCertificates),
/* harmony export */   j4: () => (/* binding */ bundledCertificates),
/* harmony export */   kc: () => (/* binding */ publicKeyOf),
/* harmony export */   n5: () => (/* binding */ readX509),
/* harmony export */   pu: () => (/* binding */ mayHaveIssued)
/* harmony export */ });
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }
var $node_tls$made;
function $node_tls() { return $node_tls$made ??= process.getBuiltinModule("node:tls"); }
const PRIME = 7n;
function quietly(operation) {
    try {
        return operation();
    }
    catch {
        return undefined;
    }
    finally {
        $node_crypto().checkPrimeSync(PRIME);
    }
}
function readX509(der) {
    const read = quietly(() => new ($node_crypto().X509Certificate)(der));
    return read?.raw.equals(der) === true ? read : undefined;
}
function readPublicKey(spki) {
    return quietly(() => $node_crypto().createPublicKey({ key: spki, format: "der", type: "spki" }));
}
function publicKeyOf(certificate) {
    return quietly(() => certificate.publicKey);
}
function keyDetails(key) {
    return quietly(() => {
        const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
        return type === undefined ? undefined : { ...details, type };
    });
}
function isSignedWith(certificate, key) {
    return quietly(() => certificate.verify(key)) === true;
}
function mayHaveIssued(issuer, certificate) {
    return quietly(() => certificate.checkIssued(issuer)) === true;
}
function namesHost(der, host) {
    const options = { subject: "never", partialWildcards: false, multiLabelWildcards: false };
    return quietly(() => readX509(der)?.checkHost(host, options)) !== undefined;
}
function bundledCertificates() {
    return $node_tls().rootCertificates;
}
function systemCertificates() {
    if (typeof $node_tls().getCACertificates !== "function")
        return [];
    return quietly(() => $node_tls().getCACertificates("system")) ?? [];
}


/***/ },

/***/ 9402:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ParsedCertificate),
/* harmony export */   R: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9379);
/* harmony import */ var _authority_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8404);
/* harmony import */ var _certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9002);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6202);
/* harmony import */ var _distinguished_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7081);
/* harmony import */ var _effort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9803);
/* harmony import */ var _openssl_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3767);
/* harmony import */ var _text_once_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7050);
/* harmony import */ var _text_memory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9680);
/* harmony import */ var _signature_algorithm_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6807);
var $node_crypto$made;
function $node_crypto() { return $node_crypto$made ??= process.getBuiltinModule("node:crypto"); }










function fingerprint(der) {
    return $node_crypto().hash("sha256", der, "hex");
}
const COMPARED_LENGTH = 256;
function shortened(text) {
    return text.length <= COMPARED_LENGTH ? text : $node_crypto().hash("sha256", text, "hex");
}
class ParsedCertificate {
    der;
    sha256;
    structure;
    subjectName;
    issuerName;
    subject;
    issuer;
    publicKey;
    keyDetails;
    authority;
    entity;
    #x509;
    #signers = new _text_memory_js__WEBPACK_IMPORTED_MODULE_6__/* .Memory */ .c(_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_REMEMBERED_ISSUERS */ .Tk);
    #selfSigned;
    #issuers = new _text_memory_js__WEBPACK_IMPORTED_MODULE_6__/* .Memory */ .c(_bounds_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_REMEMBERED_ISSUERS */ .Tk);
    constructor(der) {
        this.der = der;
        this.sha256 = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => fingerprint(der));
        this.structure = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_1__/* .readStructure */ .w)(der));
        this.subjectName = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => (0,_distinguished_name_js__WEBPACK_IMPORTED_MODULE_3__/* .readName */ .MQ)(this.structure()?.subject));
        this.issuerName = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => (0,_distinguished_name_js__WEBPACK_IMPORTED_MODULE_3__/* .readName */ .MQ)(this.structure()?.issuer));
        this.subject = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => comparable(this.subjectName()));
        this.issuer = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => comparable(this.issuerName()));
        this.#x509 = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .readX509 */ .n5)(der));
        this.publicKey = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => {
            const whole = this.#x509();
            if (whole !== undefined)
                return (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .publicKeyOf */ .kc)(whole);
            const key = this.structure()?.publicKey?.whole;
            return key === undefined ? undefined : (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .readPublicKey */ .RR)(key);
        });
        this.keyDetails = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => {
            const key = this.publicKey();
            return key === undefined ? undefined : (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .keyDetails */ .IY)(key);
        });
        this.authority = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => {
            const structure = this.structure();
            return structure === undefined ? undefined : (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .readAuthority */ .AS)(structure, this.selfSigned);
        });
        this.#selfSigned = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => this.#isSelfSigned());
        this.entity = (0,_text_once_js__WEBPACK_IMPORTED_MODULE_8__/* .once */ .O)(() => shortened(`${this.subject()}|${this.structure()?.publicKey?.whole.toString("base64") ?? ""}`));
    }
    get isReadable() {
        return this.#x509() !== undefined;
    }
    get selfIssued() {
        return this.subject() === this.issuer();
    }
    get selfSigned() {
        return this.#selfSigned();
    }
    #isSelfSigned() {
        const structure = this.structure();
        if (structure === undefined || !this.selfIssued)
            return false;
        const { keyIdentifier, issuer, serial } = (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .readAuthorityKeyIdentifier */ .ip)(structure);
        const own = (0,_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .readSubjectKeyIdentifier */ .NS)(structure);
        if (keyIdentifier !== undefined && own !== undefined && keyIdentifier !== own)
            return false;
        if (serial !== undefined && serial !== structure.serial?.content.toString("hex"))
            return false;
        if (issuer !== undefined && comparable((0,_distinguished_name_js__WEBPACK_IMPORTED_MODULE_3__/* .readName */ .MQ)((0,_der_js__WEBPACK_IMPORTED_MODULE_2__/* .readElement */ .RN)(issuer))) !== this.issuer())
            return false;
        return signatureFits((0,_signature_algorithm_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignatureAlgorithm */ .G)(structure.signatureAlgorithm), this.keyDetails()?.type);
    }
    mayBeIssuedBy(issuer) {
        return this.#issuers.recall(issuer.sha256(), () => {
            const [above, own] = [issuer.#x509(), this.#x509()];
            return above !== undefined && own !== undefined && (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .mayHaveIssued */ .pu)(above, own);
        });
    }
    isSignedBy(issuer, effort) {
        const known = this.#signers.get(issuer.entity());
        if (known !== undefined)
            return known;
        const work = (0,_effort_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureWork */ .q)(issuer.keyDetails(), this.der.length);
        if (work > effort.signatures)
            return undefined;
        effort.signatures -= work;
        return this.#signers.recall(issuer.entity(), () => {
            const [key, own] = [issuer.publicKey(), this.#x509()];
            return key !== undefined && own !== undefined && (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .isSignedWith */ .J0)(own, key);
        });
    }
    isSignedWith(key, effort) {
        const own = this.#x509();
        const work = (0,_effort_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureWork */ .q)((0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .keyDetails */ .IY)(key), this.der.length);
        if (work > effort.signatures)
            return undefined;
        effort.signatures -= work;
        return own !== undefined && (0,_openssl_js__WEBPACK_IMPORTED_MODULE_9__/* .isSignedWith */ .J0)(own, key);
    }
}
function signatureFits(algorithm, keyType) {
    if (algorithm === undefined || keyType === undefined)
        return true;
    if (/ecdsa/i.test(algorithm))
        return keyType === "ec";
    if (algorithm.startsWith("RSASSA-PSS"))
        return keyType === "rsa" || keyType === "rsa-pss";
    if (/RSA|rsassa/.test(algorithm))
        return keyType === "rsa";
    return !/^ed(?:25519|448)$/.test(algorithm) || keyType === algorithm;
}
function comparable(name) {
    return name === undefined ? "" : shortened((0,_distinguished_name_js__WEBPACK_IMPORTED_MODULE_3__/* .comparableName */ ._t)(name));
}


/***/ },

/***/ 5751:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readPem),
/* harmony export */   _: () => (/* binding */ PEM_PROBLEMS)
/* harmony export */ });
const BOUNDARY = /^-----(BEGIN|END) (.*)-----$/;
const MEANT = /-? ?(?:BEGIN|END) ([A-Z0-9 ]*)/;
const BASE64 = /^[A-Za-z0-9+/=\s]*$/;
var PEM_PROBLEMS$made;
function PEM_PROBLEMS() { return PEM_PROBLEMS$made ??= ({
    "malformed-boundary": "OpenSSL does not read this line as the boundary of a PEM block. Write -----BEGIN CERTIFICATE----- or -----END CERTIFICATE----- (or the same with another label) alone on the line, with exactly five dashes on each side.",
    "unclosed-block": "The PEM block that begins here has no -----END line of the same label.",
}); }
function withoutEnd(line) {
    let end = line.length;
    while (end > 0 && line.charCodeAt(end - 1) <= 0x20)
        end--;
    return line.slice(0, end);
}
function isMeant(line, labels) {
    const found = MEANT.exec(line);
    if (found === null || !labels.includes(found[1]?.trim() ?? ""))
        return false;
    return found[0].startsWith("-") || line[found.index + found[0].length] === "-";
}
function readPem(text, labels) {
    const blocks = [];
    let open;
    for (const [index, raw] of text
        .replace(/^\ufeff/, "")
        .split("\n")
        .entries()) {
        const number = index + 1;
        const line = withoutEnd(raw);
        const [, edge, label = ""] = BOUNDARY.exec(line) ?? [];
        const counts = edge !== undefined && labels.includes(label);
        if (!counts && !line.startsWith("#") && isMeant(line, labels))
            return { problem: "malformed-boundary", line: number };
        if (open === undefined) {
            if (!counts)
                continue;
            if (edge === "END")
                return { problem: "malformed-boundary", line: number };
            open = { label, line: number, content: [] };
        }
        else if (edge === "END" && label === open.label) {
            const content = open.content.join("\n");
            const octets = BASE64.test(content) ? Buffer.from(content, "base64") : undefined;
            blocks.push({ label, octets, line: open.line });
            open = undefined;
        }
        else if (edge !== undefined) {
            return { problem: "unclosed-block", line: open.line };
        }
        else {
            open.content.push(line);
        }
    }
    return open === undefined ? blocks : { problem: "unclosed-block", line: open.line };
}


/***/ },

/***/ 6807:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readSignatureAlgorithm)
/* harmony export */ });
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6202);

const RSASSA_PSS = "1.2.840.113549.1.1.10";
var SIGNATURES$made;
function SIGNATURES() { return SIGNATURES$made ??= ({
    "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
    "1.2.840.113549.1.1.3": "md4WithRSAEncryption",
    "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
    "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
    "1.3.14.3.2.3": "md5WithRSA",
    "1.3.14.3.2.29": "sha1WithRSA",
    "1.3.36.3.3.1.2": "ripemd160WithRSA",
    "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
    "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
    "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
    "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
    "2.16.840.1.101.3.4.3.13": "id-rsassa-pkcs1-v1_5-with-sha3-224",
    "2.16.840.1.101.3.4.3.14": "id-rsassa-pkcs1-v1_5-with-sha3-256",
    "2.16.840.1.101.3.4.3.15": "id-rsassa-pkcs1-v1_5-with-sha3-384",
    "2.16.840.1.101.3.4.3.16": "id-rsassa-pkcs1-v1_5-with-sha3-512",
    "1.2.840.10040.4.3": "dsa-with-sha1",
    "2.16.840.1.101.3.4.3.1": "dsa-with-sha224",
    "2.16.840.1.101.3.4.3.2": "dsa-with-sha256",
    "1.2.840.10045.4.1": "ecdsa-with-SHA1",
    "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
    "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
    "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
    "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
    "2.16.840.1.101.3.4.3.9": "id-ecdsa-with-sha3-224",
    "2.16.840.1.101.3.4.3.10": "id-ecdsa-with-sha3-256",
    "2.16.840.1.101.3.4.3.11": "id-ecdsa-with-sha3-384",
    "2.16.840.1.101.3.4.3.12": "id-ecdsa-with-sha3-512",
    "1.3.101.112": "ed25519",
    "1.3.101.113": "ed448",
    "1.2.156.10197.1.501": "sm2-with-SM3",
    "2.16.840.1.101.3.4.3.17": "ml-dsa-44",
    "2.16.840.1.101.3.4.3.18": "ml-dsa-65",
    "2.16.840.1.101.3.4.3.19": "ml-dsa-87",
}); }
var HASHES$made;
function HASHES() { return HASHES$made ??= ({
    "1.2.840.113549.2.5": "MD5",
    "1.3.14.3.2.26": "SHA1",
    "2.16.840.1.101.3.4.2.4": "SHA224",
    "2.16.840.1.101.3.4.2.1": "SHA256",
    "2.16.840.1.101.3.4.2.2": "SHA384",
    "2.16.840.1.101.3.4.2.3": "SHA512",
    "2.16.840.1.101.3.4.2.8": "SHA3-256",
    "2.16.840.1.101.3.4.2.9": "SHA3-384",
    "2.16.840.1.101.3.4.2.10": "SHA3-512",
}); }
function pssHash(parameters) {
    if (parameters === undefined)
        return "SHA1";
    const fields = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(parameters, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence);
    if (fields === undefined)
        return undefined;
    const hash = fields.find((field) => field.tag === (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .constructed */ .dz)(0));
    if (hash === undefined)
        return "SHA1";
    const [id] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)((0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readElement */ .RN)(hash.content), (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const oid = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readOid */ .fM)(id);
    return oid === undefined ? undefined : (HASHES()[oid] ?? oid);
}
function readSignatureAlgorithm(element) {
    const [id, parameters] = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(element, (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk)().sequence) ?? [];
    const oid = (0,_der_js__WEBPACK_IMPORTED_MODULE_0__/* .readOid */ .fM)(id);
    if (oid !== RSASSA_PSS)
        return oid === undefined ? undefined : (SIGNATURES()[oid] ?? oid);
    const hash = pssHash(parameters);
    return hash === undefined ? undefined : `RSASSA-PSS-${hash}`;
}


/***/ },

/***/ 6258:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ readNetscapeCertType),
/* harmony export */   iB: () => (/* binding */ readExtendedKeyUsage),
/* harmony export */   jG: () => (/* binding */ readKeyUsage),
/* harmony export */   r7: () => (/* binding */ readUsages)
/* harmony export */ });
/* harmony import */ var _certificate_structure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9002);
/* harmony import */ var _der_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6202);


const KEY_USAGES = [
    "digitalSignature",
    "nonRepudiation",
    "keyEncipherment",
    "dataEncipherment",
    "keyAgreement",
    "keyCertSign",
    "cRLSign",
    "encipherOnly",
    "decipherOnly",
];
const NETSCAPE_TYPES = [
    "sslClient",
    "sslServer",
    "smime",
    "objectSigning",
    "reserved",
    "sslCa",
    "smimeCa",
    "objectSigningCa",
];
function readBits(element, names) {
    if (element?.tag !== (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk)().bitString || element.content.length === 0)
        return undefined;
    const { content } = element;
    return names.filter((_, bit) => (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .hasNamedBit */ .B7)(content, bit));
}
function extensionOf({ extensions }, id) {
    return extensions?.get(id)?.value;
}
function readKeyUsage(value) {
    const usages = readBits((0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElement */ .RN)(value), KEY_USAGES);
    return usages?.length === 0 ? undefined : usages;
}
function readNetscapeCertType(value) {
    return readBits((0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readElement */ .RN)(value), NETSCAPE_TYPES);
}
function readExtendedKeyUsage(value) {
    const usages = (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readLeading */ .dK)(value, (0,_der_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG */ .Dk)().sequence)?.map(_der_js__WEBPACK_IMPORTED_MODULE_1__/* .readOid */ .fM);
    return usages?.every((usage) => usage !== undefined) === true ? usages : undefined;
}
function readUsages(structure) {
    const usages = { malformed: false };
    const readers = [
        ["keyUsage", readKeyUsage],
        ["extendedKeyUsage", readExtendedKeyUsage],
        ["netscapeCertType", readNetscapeCertType],
    ];
    for (const [key, read] of readers) {
        const value = extensionOf(structure, (0,_certificate_structure_js__WEBPACK_IMPORTED_MODULE_0__/* .EXTENSION */ .Y)()[key]);
        if (value === undefined)
            continue;
        const said = read(value);
        if (said === undefined)
            usages.malformed = true;
        else
            usages[key] = said;
    }
    return usages;
}


/***/ },

/***/ 2575:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k3: () => (/* binding */ isRecording),
/* harmony export */   ky: () => (/* binding */ recordingLine)
/* harmony export */ });
/* unused harmony exports headerLine, certificateLine, endpointLine, domainLine, runLine, endLine */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _judge_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);



var count$made;
function count() { return count$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative()); }
var $of_finished$made;
function $of_finished() { return $of_finished$made ??= ((0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .observations */ .EW)().shape); }
function finished() { return $of_finished().finished; }
function ended() { return $of_finished().ended; }
function absent() { return $of_finished().absent; }
function politeness() { return $of_finished().politeness; }
function egress() { return $of_finished().egress; }
function issuers() { return $of_finished().issuers; }
function zoneFiles() { return $of_finished().zoneFiles; }
function daneKeys() { return $of_finished().daneKeys; }
function targetNotes() { return $of_finished().targetNotes; }
function shard() { return $of_finished().shard; }
function started() { return $of_finished().started; }
function checks() { return $of_finished().checks; }
var headerLine$made;
function headerLine() { return headerLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("header"),
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("mx-gate/recording/v1"),
    tool: (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_1__/* .report */ .z8)().shape.tool,
    started: started(),
    checks: checks(),
    policy: (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_1__/* .policyInForce */ .lN)(),
    environment: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .environment */ .cA)(),
    subjects: count(),
    shard: shard(),
})); }
var certificateLine$made;
function certificateLine() { return certificateLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("certificate"),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    certificate: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateFacts */ .lF)(),
})); }
var endpointLine$made;
function endpointLine() { return endpointLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("endpoint"),
    endpoint: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .endpointObservation */ .UY)(),
})); }
var domainLine$made;
function domainLine() { return domainLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("domain"),
    index: count(),
    domain: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .domainObservation */ .T5)(),
})); }
var runLine$made;
function runLine() { return runLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("run"), run: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .runFacts */ .pI)() })); }
var endLine$made;
function endLine() { return endLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    record: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("end"),
    finished: finished(),
    ended: ended(),
    absent: absent(),
    environment: (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .environment */ .cA)(),
    politeness: politeness(),
    egress: egress(),
    issuers: issuers(),
    zoneFiles: zoneFiles(),
    daneKeys: daneKeys(),
    targetNotes: targetNotes(),
    domains: count(),
    endpoints: count(),
    certificates: count(),
})); }
var recordingLine$made;
function recordingLine() { return recordingLine$made ??= (zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt("record", [
    headerLine(),
    certificateLine(),
    endpointLine(),
    domainLine(),
    runLine(),
    endLine(),
])); }
function isRecording(path) {
    return /\.ndjson$/i.test(path);
}


/***/ },

/***/ 6870:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ arrange),
/* harmony export */   T6: () => (/* binding */ needsNothing),
/* harmony export */   eE: () => (/* binding */ sharedInSight),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8888);
/* harmony import */ var _judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7116);
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1184);
/* harmony import */ var _finding_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6437);
/* harmony import */ var _finding_groups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1424);





const SECTIONS_WITHOUT_OWN = 10;
function tells(group) {
    return group.finding.severity !== "notice" || (0,_finding_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .waivedWords */ .I5)(group.finding) !== undefined;
}
function needsNothing({ result }) {
    return result === "pass" || result === "skip";
}
function unaskedDomains({ domains, observations }) {
    if (observations.ended === undefined)
        return new Set();
    const asked = observations.domains.filter(({ mx, server }) => mx !== undefined || server !== undefined);
    const known = new Set(asked.map(_observe_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectKey */ .ow));
    return new Set(domains.filter(({ result, kind, rawName }) => result === "skip" && !known.has((0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectKey */ .ow)({ kind, name: rawName }))));
}
function worstFirst(domains, grouped) {
    const worst = new Map(domains.map((domain) => {
        const groups = [...grouped.own(domain), ...grouped.sharedOf(domain)];
        return [domain, groups.sort(_finding_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .compareGroups */ .GM)[0]];
    }));
    return [...domains].sort((a, b) => {
        const [first, second] = [worst.get(a), worst.get(b)];
        const byCause = first === undefined || second === undefined
            ? Number(first === undefined) - Number(second === undefined)
            : (0,_ranking_js__WEBPACK_IMPORTED_MODULE_0__/* .compareFindings */ .Eg)(first.finding, second.finding) || second.domains.length - first.domains.length;
        return byCause || (0,_ranking_js__WEBPACK_IMPORTED_MODULE_0__/* .compareDomains */ .vP)(a, b) || (0,_ranking_js__WEBPACK_IMPORTED_MODULE_0__/* .compareNames */ .MP)(a.name, b.name);
    });
}
function arrange(report, rules, whole = false) {
    const grouped = (0,_finding_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .groupFindings */ .kG)(report, rules);
    const unasked = unaskedDomains(report);
    const closed = report.domains.filter((domain) => needsNothing(domain) && (whole || !unasked.has(domain)));
    const failing = worstFirst(report.domains.filter((domain) => !needsNothing(domain)), grouped);
    if (whole)
        return { ...grouped, open: failing, above: [], unreached: [], closed };
    const told = failing.filter((domain) => !grouped.own(domain).some(tells));
    const unreached = new Set(told.filter((domain) => {
        const groups = grouped.sharedOf(domain).filter(tells);
        return groups.length > 0 && groups.every(({ finding }) => (0,_judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .isCausedByRun */ .i3)(finding.code));
    }));
    const without = told.filter((domain) => !unreached.has(domain));
    const above = new Set(without.length > SECTIONS_WITHOUT_OWN ? without : []);
    return {
        ...grouped,
        open: failing.filter((domain) => !unreached.has(domain) && !above.has(domain)),
        above: [...above],
        unreached: report.domains.filter((domain) => unreached.has(domain) || unasked.has(domain)),
        closed,
    };
}
function sharedInSight({ shared }) {
    return shared.filter((group) => tells(group) || group.domains.some((domain) => !needsNothing(domain)));
}


/***/ },

/***/ 6437:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ waivedWords),
/* harmony export */   Xu: () => (/* binding */ findingFields),
/* harmony export */   YG: () => (/* binding */ askedAt)
/* harmony export */ });
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3700);

function findingFields(finding) {
    const fields = [];
    const add = (label, text, name = label) => {
        if (text !== undefined && text !== "")
            fields.push({ label, name, text });
    };
    const { alternatives = [] } = finding;
    add("expected", finding.expected);
    add("actual", finding.actual);
    add("evidence", finding.evidence);
    if (finding.expected === undefined)
        add("asked at", askedAt(finding));
    if (alternatives.length === 0)
        add("fix", finding.remedy);
    for (const { label, text } of alternatives)
        add("alternative", text, label);
    if (finding.loweredFrom !== undefined)
        add("lowered", `from ${finding.loweredFrom} by the policy`);
    add("confirm", finding.confirm);
    add("senders", (0,_sentences_js__WEBPACK_IMPORTED_MODULE_0__/* .sendersWords */ .mR)(finding));
    add("see", finding.reference);
    return fields;
}
function askedAt(finding) {
    return finding.policy === undefined ? undefined : (0,_sentences_js__WEBPACK_IMPORTED_MODULE_0__/* .positionWords */ .Bh)(finding.policy);
}
function waivedWords(finding) {
    if (finding.off === true) {
        const at = askedAt(finding);
        return at === undefined ? "turned off by the policy" : `turned off at ${at}`;
    }
    if (finding.waived !== undefined)
        return `waived until ${finding.waived.until}: ${finding.waived.reason}`;
    return finding.known === true ? "known to the baseline" : undefined;
}


/***/ },

/***/ 1424:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ pressing),
/* harmony export */   GM: () => (/* binding */ compareGroups),
/* harmony export */   ap: () => (/* binding */ groupingFindings),
/* harmony export */   kG: () => (/* binding */ groupFindings),
/* harmony export */   n3: () => (/* binding */ limitSimilar),
/* harmony export */   t$: () => (/* binding */ otherLocations),
/* harmony export */   tF: () => (/* binding */ concernedDomains)
/* harmony export */ });
/* unused harmony exports isShared, runFindings, codesOfRun */
/* harmony import */ var _judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7116);
/* harmony import */ var _judge_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7522);
/* harmony import */ var _system_steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6338);
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6713);
/* harmony import */ var _gate_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3209);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7419);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8888);







function pressing({ finding, closes }) {
    return closes || ((0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .counts */ .tQ)(finding) && (finding.severity === "error" || finding.severity === "inconclusive"));
}
function isShared({ domains }) {
    return domains.length > 1;
}
function concernedDomains(group) {
    return isShared(group) && !(0,_judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .isCausedByRun */ .i3)(group.finding.code) ? group.domains : [];
}
function otherLocations({ finding, locations }) {
    return locations.filter((place) => !finding.message.includes(place));
}
const BRIEF_LIMIT = 3;
function limitSimilar(groups) {
    const seen = new Map();
    const shown = groups.filter(({ finding }) => {
        const number = (seen.get(finding.code) ?? 0) + 1;
        seen.set(finding.code, number);
        return number <= BRIEF_LIMIT;
    });
    const more = [...seen].flatMap(([code, number]) => number > BRIEF_LIMIT ? [[code, number - BRIEF_LIMIT]] : []);
    return { shown, more: new Map(more) };
}
function sameness(finding, check) {
    const { code, severity, message, expected, actual, evidence, remedy, alternatives } = finding;
    const { policy, waived, off, loweredFrom, known } = finding;
    return JSON.stringify([
        check,
        code,
        severity,
        message,
        expected,
        actual,
        evidence,
        remedy,
        alternatives,
        policy,
        waived,
        off,
        loweredFrom,
        known,
    ]);
}
function compareGroups(a, b) {
    return ((0,_ranking_js__WEBPACK_IMPORTED_MODULE_4__/* .compareFindings */ .Eg)(a.finding, b.finding) ||
        b.domains.length - a.domains.length ||
        (0,_ranking_js__WEBPACK_IMPORTED_MODULE_4__/* .compareNames */ .MP)(a.finding.code, b.finding.code) ||
        (0,_ranking_js__WEBPACK_IMPORTED_MODULE_4__/* .compareNames */ .MP)(a.locations[0] ?? "", b.locations[0] ?? ""));
}
function distinctPositions(positions) {
    const distinct = new Map();
    for (const position of positions) {
        if (position === undefined)
            continue;
        const key = `${position.file}:${String(position.line)}`;
        if (!distinct.has(key))
            distinct.set(key, position);
    }
    return [...distinct.values()];
}
function runFindings(report, rules) {
    const groups = Map.groupBy(report.findings, (finding) => sameness(finding, undefined));
    const made = [...groups.values()].flatMap((findings) => {
        const hosts = [...new Set(findings.flatMap(({ host }) => host ?? []))];
        const [finding] = findings;
        if (finding === undefined)
            return [];
        const causes = findings.length;
        const positions = distinctPositions(findings.map(({ policy }) => policy));
        const closes = (0,_gate_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .findingCloses */ .l9)(finding, rules);
        return [{ finding, locations: hosts, hosts, domains: [], causes, positions, closes }];
    });
    return made.sort(compareGroups);
}
function codesOfRun(report) {
    return new Set(report.findings.map((finding) => finding.code));
}
var grouped$made;
function grouped() { return grouped$made ??= (new WeakMap()); }
function groupFindings(report, rules) {
    return (0,_system_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .atOnce */ .z)(groupingFindings(report, rules));
}
function* groupingFindings(report, rules) {
    const known = grouped().get(report);
    if (known?.rules.failOn === rules.failOn && known.rules.onInconclusive === rules.onInconclusive) {
        return known.findings;
    }
    const findings = yield* grouping(report, rules);
    grouped().set(report, { rules, findings });
    return findings;
}
function* grouping(report, rules) {
    const told = codesOfRun(report);
    const numbers = new Map(report.domains.map((domain, index) => [domain, index]));
    const growing = new Map();
    for (const { finding, check, seen } of (0,_judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .cZ)(report.domains).all) {
        if (told.has(finding.code))
            continue;
        const domains = [...new Set(seen.map(({ placed }) => placed.domain))];
        const concerned = domains.map((domain) => numbers.get(domain)).join();
        const key = `${concerned}\n${sameness(finding, check)}`;
        const group = growing.get(key) ?? { finding, check, seen: [], domains, causes: 0 };
        growing.set(key, group);
        group.causes += 1;
        for (const sighting of seen)
            group.seen.push(sighting);
        yield;
    }
    const groups = [];
    for (const group of growing.values()) {
        groups.push(finish(group, rules));
        yield;
    }
    groups.sort(compareGroups);
    const own = new Map();
    const sharedOf = new Map();
    for (const group of groups) {
        const each = isShared(group) ? sharedOf : own;
        for (const domain of group.domains) {
            const those = each.get(domain);
            if (those === undefined)
                each.set(domain, [group]);
            else
                those.push(group);
        }
        yield;
    }
    return {
        ofRun: runFindings(report, rules),
        shared: groups.filter(isShared),
        own: (domain) => own.get(domain) ?? [],
        sharedOf: (domain) => sharedOf.get(domain) ?? [],
    };
}
function finish({ finding: first, check, seen, domains, causes }, rules) {
    const locations = new Set();
    const hosts = new Set();
    const met = new Map();
    for (const { placed, finding } of seen) {
        const { server, endpoint, domain } = placed;
        if (endpoint !== undefined && server !== undefined) {
            const called = server.host + (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .tlsModeLabel */ .Dv)(server, endpoint);
            if (met.get(endpoint) === called)
                continue;
            met.set(endpoint, called);
        }
        const place = endpoint === undefined ? finding.host : (0,_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .checkLabel */ .v8)(placed);
        const named = place ?? (domains.length > 1 ? undefined : domain.name);
        if (named !== undefined)
            locations.add(named);
        const host = server?.host ?? finding.host ?? (domains.length > 1 ? undefined : domain.name);
        if (host !== undefined)
            hosts.add(host);
    }
    const unnamed = (0,_judge_findings_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .isCausedByRun */ .i3)(first.code) && domains.length > 1 && locations.size > 1;
    return {
        finding: first,
        check,
        locations: unnamed ? [(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(locations.size, "endpoint")] : [...locations],
        hosts: unnamed ? [] : [...hosts],
        domains,
        causes,
        positions: distinctPositions(seen.map(({ placed, finding }) => finding.policy ?? placed.domain.source)),
        closes: (0,_gate_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .findingCloses */ .l9)(first, rules),
    };
}


/***/ },

/***/ 3209:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ gateRules),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   l9: () => (/* binding */ findingCloses)
/* harmony export */ });
/* unused harmony export wanted */
/* harmony import */ var _judge_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6221);
/* harmony import */ var _judge_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7522);


const FAIL_ON = ["error", "warning", "never"];
const ON_INCONCLUSIVE = ["fail", "warn", "ignore"];
function gateRules(report) {
    const { settings } = report.policy;
    return {
        failOn: FAIL_ON.find((word) => word === settings["fail-on"]?.value) ?? "error",
        onInconclusive: ON_INCONCLUSIVE.find((word) => word === settings["on-inconclusive"]?.value) ?? "fail",
    };
}
function wanted(report, output) {
    return report.policy.settings[output]?.value !== false;
}
const VERDICT_OF = {
    error: "fail",
    inconclusive: "inconclusive",
    warning: "warn",
    notice: "pass",
};
function findingCloses(finding, rules) {
    return (0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .counts */ .tQ)(finding) && (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_0__/* .closesGate */ .HE)(VERDICT_OF[finding.severity], rules);
}
function exitCode(report, rules) {
    if (report.gate === "open")
        return 0;
    const closing = (verdict) => verdict !== "inconclusive" && (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_0__/* .closesGate */ .HE)(verdict, rules);
    for (const { check } of (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_0__/* .placedChecks */ .xU)(report.domains))
        if (closing(check.verdict))
            return 1;
    const byRun = report.findings.some((finding) => {
        return finding.severity !== "inconclusive" && findingCloses(finding, rules);
    });
    return byRun ? 1 : 3;
}


/***/ },

/***/ 7419:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ tlsModeLabel),
/* harmony export */   GJ: () => (/* binding */ withoutEndpoint),
/* harmony export */   dV: () => (/* binding */ addressAndPort),
/* harmony export */   md: () => (/* binding */ endpointLabel),
/* harmony export */   v8: () => (/* binding */ checkLabel)
/* harmony export */ });
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _text_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6519);


function tlsModeLabel({ endpoints }, { key, address, port }) {
    const twin = endpoints.some((each) => each.key !== key && each.address === address && each.port === port);
    if (!twin)
        return "";
    return (0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .isImplicitTls */ .zI)(key) ? " (TLS)" : " (STARTTLS)";
}
function addressAndPort(server, endpoint) {
    return (0,_text_address_js__WEBPACK_IMPORTED_MODULE_1__/* .hostPort */ .QL)(endpoint.address, endpoint.port) + tlsModeLabel(server, endpoint);
}
function endpointLabel(server, endpoint) {
    const where = addressAndPort(server, endpoint);
    return server.host === endpoint.address || server.host === `[${endpoint.address}]`
        ? where
        : `${server.host} ${where}`;
}
function checkLabel({ domain, server, endpoint }) {
    return server !== undefined && endpoint !== undefined ? endpointLabel(server, endpoint) : domain.name;
}
function withoutEndpoint({ elsewhere, result }) {
    if (elsewhere === true)
        return "in another shard";
    if (result === "fail")
        return "no address";
    return result === "inconclusive" ? "address unknown" : "not tested";
}


/***/ },

/***/ 4503:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ fileLine),
/* harmony export */   vB: () => (/* binding */ PUBLISHED_DOCS),
/* harmony export */   xr: () => (/* binding */ codePage),
/* harmony export */   z5: () => (/* binding */ CODES_PAGE)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3411);

const PUBLISHED_DOCS = `https://github.com/mx-gate/mx-gate/blob/v${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .VERSION */ .x}/docs/codes`;
const CODES_PAGE = `${PUBLISHED_DOCS}/README.md`;
function codePage(links, code) {
    return links.docs === undefined ? undefined : `${links.docs}/${encodeURIComponent(code)}.md`;
}
function fileLine(links, { file, line }) {
    if (links.files === undefined)
        return undefined;
    return `${links.files}/${file.split("/").map(encoded).join("/")}#L${line}`;
}
function encoded(part) {
    return encodeURIComponent(part.toWellFormed()).replaceAll("(", "%28").replaceAll(")", "%29");
}


/***/ },

/***/ 4480:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hn: () => (/* binding */ findingMark),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   nV: () => (/* binding */ resultMark)
/* harmony export */ });
/* harmony import */ var _finding_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6437);

var MARKS$made;
function MARKS() { return MARKS$made ??= ({
    pass: { sign: "\u2713", style: "green" },
    warn: { sign: "!", style: "yellow" },
    fail: { sign: "\u2717", style: "red" },
    inconclusive: { sign: "?", style: "magenta" },
    waived: { sign: "w", style: "dim" },
    skip: { sign: "\u00b7", style: "dim" },
}); }
function resultMark(result) {
    return MARKS()[result];
}
function findingMark(finding) {
    if ((0,_finding_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .waivedWords */ .I5)(finding) !== undefined)
        return MARKS().waived;
    switch (finding.severity) {
        case "error":
            return MARKS().fail;
        case "warning":
            return MARKS().warn;
        case "inconclusive":
            return MARKS().inconclusive;
        case "notice":
            return { sign: "i", style: "dim" };
    }
}


/***/ },

/***/ 8888:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ compareFindings),
/* harmony export */   MP: () => (/* binding */ compareNames),
/* harmony export */   _3: () => (/* binding */ codesWorstFirst),
/* harmony export */   vP: () => (/* binding */ compareDomains)
/* harmony export */ });
/* unused harmony export allFindings */
/* harmony import */ var _judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5797);
/* harmony import */ var _judge_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6221);
/* harmony import */ var _judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7522);



var HARM$made;
function HARM() { return HARM$made ??= ({
    mx: 1,
    connect: 1,
    banner: 1,
    ehlo: 1,
    session: 1,
    delivery: 1,
    dane: 2,
    "mta-sts": 2,
    starttls: 3,
    certificate: 3,
    relay: 4,
    "tls-rpt": 4,
    run: 4,
}); }
var FIRST$made;
function FIRST() { return FIRST$made ??= (new Set([
    "relay-open",
    "relay-open-to-us",
    "shard-missing",
    "recording-cut-off",
])); }
function harmOf(code) {
    if (FIRST().has(code))
        return 0;
    return (0,_judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .isCode */ ._m)(code) ? HARM()[(0,_judge_diagnostics_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(code).check] : 4;
}
function compareFindings(a, b) {
    return Number((0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .counts */ .tQ)(b)) - Number((0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .counts */ .tQ)(a)) || (0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .bySeverity */ .Np)(a, b) || harmOf(a.code) - harmOf(b.code);
}
var NAMES$made;
function NAMES() { return NAMES$made ??= (new Intl.Collator("en", { numeric: true })); }
function compareNames(a, b) {
    return NAMES().compare(a, b);
}
function compareDomains(a, b) {
    return (0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVerdicts */ .m3)(a.result, b.result) || (a.score ?? 101) - (b.score ?? 101);
}
function* allFindings(report) {
    yield* report.findings;
    for (const { check } of (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_1__/* .placedChecks */ .xU)(report.domains))
        yield* check.findings;
}
function codesWorstFirst(report) {
    const worst = new Map();
    for (const finding of allFindings(report)) {
        const known = worst.get(finding.code);
        if ((0,_judge_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .counts */ .tQ)(finding) && (known === undefined || compareFindings(finding, known) < 0)) {
            worst.set(finding.code, finding);
        }
    }
    return [...worst.values()].sort(compareFindings).map((finding) => finding.code);
}


/***/ },

/***/ 3700:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ positionWords),
/* harmony export */   J$: () => (/* binding */ concernedWords),
/* harmony export */   Lb: () => (/* binding */ filesWords),
/* harmony export */   Mm: () => (/* binding */ countsWords),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Rl: () => (/* binding */ runSeconds),
/* harmony export */   UG: () => (/* binding */ closedWords),
/* harmony export */   Zk: () => (/* binding */ zonesWords),
/* harmony export */   dB: () => (/* binding */ secondsWords),
/* harmony export */   gu: () => (/* binding */ scoreWords),
/* harmony export */   mR: () => (/* binding */ sendersWords),
/* harmony export */   mg: () => (/* binding */ factWords),
/* harmony export */   mo: () => (/* binding */ policyExtras),
/* harmony export */   o_: () => (/* binding */ COUNT_WORDS),
/* harmony export */   pC: () => (/* binding */ wholeWords),
/* harmony export */   qS: () => (/* binding */ reachOfWorst),
/* harmony export */   rK: () => (/* binding */ endpointCount),
/* harmony export */   v8: () => (/* binding */ baselineWords),
/* harmony export */   xY: () => (/* binding */ unreachedWords),
/* harmony export */   y1: () => (/* binding */ silencesWords)
/* harmony export */ });
/* harmony import */ var _judge_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6221);
/* harmony import */ var _gate_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3209);
/* harmony import */ var _ranking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8888);
/* harmony import */ var _text_plural_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6713);




function secondsWords(seconds) {
    if (seconds < 0.095)
        return `${seconds.toFixed(2)} s`;
    if (seconds < 59.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function runSeconds(report) {
    return Math.max(0, (Date.parse(report.finished) - Date.parse(report.started)) / 1000);
}
function positionWords({ file, line }) {
    return `${file}:${line}`;
}
const ZONES_NAMED = 5;
function zonesWords({ environment: { zones = [] } }) {
    if (zones.length === 0)
        return "";
    return `${zones.length === 1 ? "zone" : "zones"} ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(zones.slice(0, ZONES_NAMED), zones.length)}`;
}
function endpointCount(report) {
    const seen = new Set();
    for (const { servers } of report.domains) {
        for (const { endpoints } of servers)
            for (const { key } of endpoints)
                seen.add(key);
    }
    return seen.size;
}
const COUNT_WORDS = [
    ["pass", "passed"],
    ["warn", "warned"],
    ["fail", "failed"],
    ["inconclusive", "inconclusive"],
    ["waived", "waived"],
    ["skip", "skipped"],
];
function countsWords(counts) {
    return COUNT_WORDS.map(([verdict, said]) => `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(counts[verdict])} ${said}`).join(", ");
}
function policyExtras({ overrides, waivers }) {
    return [
        ...(overrides > 0 ? [(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(overrides, "override")] : []),
        ...(waivers > 0 ? [(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(waivers, "waiver")] : []),
    ].join(", ");
}
const FIXED_NAMED = 5;
function baselineWords({ baseline }) {
    if (baseline === undefined)
        return undefined;
    const { file, fixed } = baseline;
    const named = fixed
        .slice(0, FIXED_NAMED)
        .map(({ code, domain, host, port }) => `${code} at ${host ?? domain}${port === undefined ? "" : `:${port}`}`);
    const list = (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(named, fixed.length);
    const mended = `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(fixed.length)} fixed${list === "" ? "" : ` (${list})`}`;
    const [fresh, known] = [baseline.new, baseline.known].map(_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD);
    return `Against the baseline ${file}: ${fresh ?? ""} new, ${known ?? ""} known, ${mended}.`;
}
function scoreWords({ score, partial }) {
    if (score === null)
        return "no score";
    return partial === true ? `score ${score} (partial)` : `score ${score}`;
}
const DOMAIN_WORDS = {
    fail: ["fails", "fail"],
    inconclusive: ["could not be judged", "could not be judged"],
    warn: ["has warnings", "have warnings"],
    skip: ["was not tested", "were not tested"],
};
function hasExcused(domain) {
    for (const { check } of (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_0__/* .placedChecks */ .xU)([domain]))
        if (check.verdict === "waived")
            return true;
    return false;
}
function silencesWords({ findings }) {
    return findings.find(({ code }) => code === "policy-silences")?.message;
}
function arrives({ reach, servers }) {
    if (servers.some(({ endpoints }) => endpoints.length === 0))
        return false;
    return reach.endpoints > 0 && reach.accepting === reach.endpoints;
}
function headline(report) {
    const { domains, gate, findings } = report;
    const rules = (0,_gate_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .gateRules */ .DB)(report);
    const byDomains = domains.some(({ result }) => (0,_judge_report_js__WEBPACK_IMPORTED_MODULE_0__/* .closesGate */ .HE)(result, rules));
    const ofRun = byDomains ? [] : findings.filter((finding) => (0,_gate_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .findingCloses */ .l9)(finding, rules));
    const parts = [...new Set(ofRun.map(({ code }) => `${code} closes it`))];
    for (const result of ["fail", "inconclusive", "warn", "skip"]) {
        const these = domains.filter((domain) => domain.result === result);
        const [first] = these;
        if (first === undefined)
            continue;
        const [one, several] = DOMAIN_WORDS[result];
        parts.push(these.length === 1 ? `${first.name} ${one}` : `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(these.length, "domain")} ${several}`);
    }
    const passing = domains.filter((domain) => domain.result === "pass");
    const waived = passing.filter((domain) => hasExcused(domain));
    const [one] = waived;
    if (one !== undefined && waived.length === 1)
        parts.push(`${one.name} passes with excused findings`);
    else if (waived.length > 0)
        parts.push(`${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(waived.length, "domain")} pass with excused findings`);
    const others = passing.filter((domain) => !waived.includes(domain));
    const [is, are] = others.every(arrives) ? ["is fine", "are fine"] : ["passes", "pass"];
    const [only] = others;
    if (domains.length === 1 && only !== undefined)
        parts.push(`${only.name} ${is}`);
    else if (domains.length > 1 && others.length === domains.length)
        parts.push(`all ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(others.length, "domain")} ${are}`);
    else if (others.length > 0) {
        const of = `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .zD)(others.length)} of ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(domains.length, "domain")}`;
        parts.push(`${of} ${others.length === 1 ? is : are}`);
    }
    if (domains.length === 0)
        parts.push("nothing was tested");
    return `${gate} \u2014 ${parts.join(", ")}`;
}
function reachOfWorst(report) {
    const [worst] = [...report.domains].sort(_ranking_js__WEBPACK_IMPORTED_MODULE_2__/* .compareDomains */ .vP);
    if (worst === undefined)
        return undefined;
    return report.domains.length === 1 ? worst.reachSummary : `${worst.name}: ${worst.reachSummary}`;
}
function sendersWords({ resultType, senders }) {
    const reported = resultType === undefined ? undefined : `TLSRPT ${resultType}`;
    const parts = [reported, senders].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join("; ");
}
function filesWords(written) {
    return written.map((file) => file.path).join(", ");
}
function closedWords(domains) {
    const skipped = domains.some(({ result }) => result === "skip");
    const verb = skipped ? "need nothing" : "pass";
    const verbOfOne = skipped ? "needs nothing" : "passes";
    const said = (0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(domains.length, `domain ${verbOfOne}`, `domains ${verb}`);
    return domains.length <= 3 ? `${said}: ${domains.map(({ name }) => name).join(", ")}` : said;
}
const CONCERNED_NAMED = 3;
function concernedWords(domains) {
    if (domains.length === 0)
        return "";
    const named = domains.length <= CONCERNED_NAMED + 1 ? domains : domains.slice(0, CONCERNED_NAMED);
    const names = named.map(({ name }) => name);
    return `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(domains.length, "domain")}: ${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .andMore */ .v)(names, domains.length)}`;
}
function unreachedWords(domains) {
    return `${(0,_text_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(domains.length, "domain")} not reached`;
}
function wholeWords(written) {
    const path = written.find(({ kind }) => kind === "report-file")?.path;
    return path === undefined ? "set report-file to have all of it as JSON" : `all of it is in ${path}`;
}
function factWords({ facts = {} }) {
    return Object.entries(facts).map(([name, value]) => {
        return `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
    });
}


/***/ },

/***/ 8297:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ transcriptsOf)
/* harmony export */ });
/* harmony import */ var _observe_observation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1184);
/* harmony import */ var _text_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7819);


function connectionTranscript(connection) {
    return {
        title: `${connection.purpose}, at ${connection.at.toFixed(1)} s`,
        lines: connection.transcript.map(({ at, mark, text }) => ({
            head: `${at.toFixed(3).padStart(7)} ${mark}`,
            text: (0,_text_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteWire */ .aT)(text),
        })),
    };
}
function transcriptsOf(observed, endpoint) {
    const connections = observed[(0,_observe_observation_js__WEBPACK_IMPORTED_MODULE_0__/* .keyInRun */ .kR)(endpoint)]?.connections ?? [];
    return connections.filter(({ transcript }) => transcript.length > 0).map(connectionTranscript);
}


/***/ },

/***/ 5192:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver)
/* harmony export */ });
/* harmony import */ var _config_bounds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1137);
/* harmony import */ var _recorded_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2575);
/* harmony import */ var _late_cjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);
/* harmony import */ var _report_finding_groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1424);
/* harmony import */ var _report_gate_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3209);
/* harmony import */ var _system_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1870);
/* harmony import */ var _system_pace_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9142);
/* harmony import */ var _system_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2442);
/* harmony import */ var _late_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6637);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5079);



var $recorded_recording_js$made;
function $recorded_recording_js() { return $recorded_recording_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["recorded/recording.js"](); }



var $report_json_js$made;
function $report_json_js() { return $report_json_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["report/json.js"](); }

var $report_metrics_metrics_js$made;
function $report_metrics_metrics_js() { return $report_metrics_metrics_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["report/metrics/metrics.js"](); }

var $report_sarif_js$made;
function $report_sarif_js() { return $report_sarif_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["report/sarif.js"](); }





async function deliver(report, settings, host, { recorder, history = [] } = {}) {
    const written = [];
    const failed = (kind, error) => {
        const reason = (0,_system_files_js__WEBPACK_IMPORTED_MODULE_4__/* .failureReason */ .Hr)(error);
        if (reason === undefined || host.missing === undefined)
            throw error;
        host.missing(`${kind} ${settings[kind] ?? ""}`, reason);
    };
    const write = async (kind, render) => {
        const path = settings[kind];
        if (path === null)
            return;
        try {
            const made = await host.writeFile(path, render());
            if (made !== undefined)
                host.note(`${kind} ${path}: the folder ${made} did not exist and was created.`);
        }
        catch (error) {
            failed(kind, error);
            return;
        }
        written.push({ kind, path });
    };
    const rules = (0,_report_gate_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .gateRules */ .DB)(report);
    const links = host.links ?? {};
    const writers = {
        "junit-file": async () => {
            if (settings["junit-file"] === null)
                return;
            const renderJunit = await (0,_late_js__WEBPACK_IMPORTED_MODULE_7__/* .loadJunit */ .VF)();
            await write("junit-file", () => renderJunit(report, rules));
        },
        "report-file": async () => {
            if (recorder === undefined) {
                await write("report-file", () => renderReport(report, settings["report-file"]));
                return;
            }
            try {
                if (!(recorder instanceof _recorder_js__WEBPACK_IMPORTED_MODULE_6__/* .Recorder */ .v))
                    throw recorder.failure;
                await recorder.end(report.observations);
                written.push({ kind: "report-file", path: settings["report-file"] ?? "" });
            }
            catch (error) {
                failed("report-file", error);
            }
        },
        "sarif-file": () => write("sarif-file", () => $report_sarif_js().renderSarif(report, links)),
        "html-file": async () => {
            if (settings["html-file"] === null)
                return;
            const { renderPage } = await (0,_late_js__WEBPACK_IMPORTED_MODULE_7__/* .loadPage */ .wu)();
            await write("html-file", () => renderPage(report, rules, { links, history }));
        },
        "metrics-file": () => write("metrics-file", () => $report_metrics_metrics_js().renderMetrics(report)),
        "summary-file": async () => {
            if (settings["summary-file"] === null)
                return;
            const renderSummary = await (0,_late_js__WEBPACK_IMPORTED_MODULE_7__/* .loadSummary */ .RF)();
            await write("summary-file", () => [renderSummary(report, rules, { links, written })]);
        },
    };
    await (0,_system_pace_js__WEBPACK_IMPORTED_MODULE_8__/* .paced */ .y)((0,_report_finding_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groupingFindings */ .ap)(report, rules));
    for (const writer of Object.values(writers))
        await writer();
    await host.deliver(report, written, settings);
    return report;
}
function renderReport(report, path) {
    if (path !== null && (0,_recorded_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecording */ .k3)(path))
        return $recorded_recording_js().renderRecording(report);
    return (0,_system_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .atMost */ .Tu)(_config_bounds_js__WEBPACK_IMPORTED_MODULE_9__/* .REPORT_OCTETS */ .U9, $report_json_js().renderJson(report), "write a recording, which has no such limit (report-file: mx-gate.ndjson)");
}


/***/ },

/***/ 6637:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RF: () => (/* binding */ loadSummary),
/* harmony export */   VF: () => (/* binding */ loadJunit),
/* harmony export */   wu: () => (/* binding */ loadPage)
/* harmony export */ });
async function loadJunit() {
    return (await Promise.all(/* import() */[__webpack_require__.e(72), __webpack_require__.e(233)]).then(__webpack_require__.bind(__webpack_require__, 6233))).renderJunit;
}
async function loadPage() {
    const { renderPage, historyOf } = await __webpack_require__.e(/* import() */ 842).then(__webpack_require__.bind(__webpack_require__, 2842));
    return { renderPage, historyOf };
}
async function loadSummary() {
    return (await __webpack_require__.e(/* import() */ 128).then(__webpack_require__.bind(__webpack_require__, 7128))).renderSummary;
}


/***/ },

/***/ 9541:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ load)
/* harmony export */ });
/* harmony import */ var _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _system_pace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9142);


function load(steps, { clock, interrupt, started }, deadline) {
    const lookUp = () => {
        if (interrupt.aborted)
            stop("The run was interrupted while it read its files. Nothing was probed.");
        if (clock.monotonic() - started >= deadline) {
            stop(`The run ran out of time while it read its files (deadline ${String(deadline)} s). Nothing was probed.`);
        }
    };
    return (0,_system_pace_js__WEBPACK_IMPORTED_MODULE_1__/* .paced */ .y)(steps, lookUp, new _system_pace_js__WEBPACK_IMPORTED_MODULE_1__/* .Pace */ .o(clock));
}
function stop(message) {
    throw new _text_configuration_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1([{ message }]);
}


/***/ },

/***/ 5079:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openRecorder),
/* harmony export */   v: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _system_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1870);
/* harmony import */ var _late_cjs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);


var $recorded_recording_js$made;
function $recorded_recording_js() { return $recorded_recording_js$made ??= _late_cjs__WEBPACK_IMPORTED_MODULE_1__["recorded/recording.js"](); }
const BATCH = 65_536;
const FLUSH_SECONDS = 1;
const WAITING = 16_000_000;
class Recorder {
    #file;
    #clock;
    #run;
    #lines = new ($recorded_recording_js().RecordingLines)();
    #gathered = "";
    #flushedAt;
    #waiting = 0;
    #written = Promise.resolve();
    #failure;
    constructor(file, run, clock) {
        this.#file = file;
        this.#run = run;
        this.#clock = clock;
        this.#flushedAt = clock.monotonic();
    }
    begin(started) {
        this.#take(this.#lines.header({ ...this.#run, ...started }));
        this.#flush();
    }
    certificates(seen) {
        this.#take(this.#lines.certificates(seen));
    }
    endpoint(endpoint) {
        this.#take(this.#lines.endpoint(endpoint));
    }
    domain(index, domain) {
        this.#take(this.#lines.domain(index, domain));
    }
    async ready() {
        while (this.#waiting > WAITING)
            await this.#written;
    }
    async end(observations) {
        for (const line of this.#lines.end(observations)) {
            this.#take([line]);
            await this.ready();
        }
        this.#flush();
        await this.#written;
        await this.#file.close();
        if (this.#failure !== undefined)
            throw this.#failure;
    }
    #take(lines) {
        for (const line of lines) {
            if (this.#failure !== undefined)
                return;
            this.#gathered += line;
            const late = this.#clock.monotonic() - this.#flushedAt >= FLUSH_SECONDS;
            if (late || this.#gathered.length >= BATCH)
                this.#flush();
        }
    }
    #flush() {
        const text = this.#gathered;
        this.#gathered = "";
        this.#flushedAt = this.#clock.monotonic();
        this.#waiting += text.length;
        this.#written = this.#written.then(async () => {
            try {
                if (this.#failure === undefined)
                    await this.#file.write(text);
            }
            catch (error) {
                this.#failure ??= error instanceof Error ? error : new Error(String(error));
            }
            finally {
                this.#waiting -= text.length;
            }
        });
    }
}
async function openRecorder(path, what, run, host) {
    try {
        const file = await host.openFile(path);
        if (file.made !== undefined)
            host.note(`${what}: the folder ${file.made} did not exist and was created.`);
        return new Recorder(file, run, host.clock);
    }
    catch (failure) {
        const reason = (0,_system_files_js__WEBPACK_IMPORTED_MODULE_0__/* .failureReason */ .Hr)(failure);
        if (reason === undefined)
            throw failure;
        host.note(`${what} cannot be written: ${reason}. The run goes on without it.`);
        return { failure };
    }
}


/***/ },

/***/ 9967:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ filesOf),
/* harmony export */   u: () => (/* binding */ sourcesOf)
/* harmony export */ });
function filesOf(host) {
    return {
        readFile: (path, most) => host.readFile(path, most),
        readLines: (path, bounds) => host.readLines(path, bounds),
    };
}
function sourcesOf(host, now) {
    return {
        now,
        ...filesOf(host),
        workspace: host.workspace,
        note: (text) => host.note(text),
    };
}


/***/ },

/***/ 4871:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ patternCovers),
/* harmony export */   L$: () => (/* binding */ readStsPolicy),
/* harmony export */   P2: () => (/* binding */ policyCovers)
/* harmony export */ });
/* unused harmony export MAX_AGE_LIMIT */
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1179);

const MAX_AGE_LIMIT = 31_557_600;
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const PATTERN = /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
function readStsPolicy(text) {
    const known = notText(text);
    if (known !== undefined)
        return { fault: known };
    const lines = [];
    const oddities = [];
    for (const [index, written] of linesOf(text).entries()) {
        const line = index + 1;
        const content = withoutEnd(written);
        if (content === "") {
            oddities.push({ reason: "blank-line", line });
            continue;
        }
        const colon = content.indexOf(":");
        const key = content.slice(0, Math.max(0, colon));
        if (!KEY.test(key))
            return { fault: { reason: "line-form", line, text: content } };
        let start = colon + 1;
        while ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(content[start]))
            start++;
        lines.push({ key, value: content.slice(start), line, text: content });
    }
    return readLines(lines, oddities);
}
function notText(text) {
    if (withoutEnd(text.replaceAll(/[\r\n]/g, " ")) === "")
        return { reason: "empty" };
    if (text.startsWith("\x1f\x8b") || /[\0-\x08\x0e-\x1f]/.test(text))
        return { reason: "binary" };
    const [first = ""] = linesOf(text);
    if (text.startsWith("\xef\xbb\xbf"))
        return { reason: "byte-order-mark", line: 1, text: first };
    if (/^\s*<[!a-z]/i.test(text))
        return { reason: "html", line: 1, text: first };
    return undefined;
}
function linesOf(text) {
    const lines = text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
function withoutEnd(text) {
    let end = text.length;
    while (end > 0 && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(text[end - 1]))
        end--;
    return text.slice(0, end);
}
function readLines(lines, oddities) {
    const found = new Map();
    const patterns = [];
    for (const each of lines) {
        const { key, line, text } = each;
        if (key === "mx") {
            const pattern = each.value.toLowerCase();
            if (!PATTERN.test(pattern))
                return { fault: { reason: "mx-form", line, text } };
            patterns.push({ pattern, line });
        }
        else if (found.has(key)) {
            if (isSingle(key))
                oddities.push({ reason: "double-key", line, text });
        }
        else {
            found.set(key, each);
        }
    }
    const version = found.get("version");
    if (version === undefined)
        return { fault: { reason: "no-version" } };
    if (version.value !== "STSv1")
        return { fault: faultAt("version", version) };
    const mode = found.get("mode");
    if (mode === undefined)
        return { fault: { reason: "no-mode" } };
    if (!isMode(mode.value))
        return { fault: faultAt("mode", mode) };
    const maxAge = found.get("max_age");
    if (maxAge === undefined)
        return { fault: { reason: "no-max-age" } };
    if (!/^\d{1,10}$/.test(maxAge.value))
        return { fault: faultAt("max-age", maxAge) };
    if (patterns.length === 0 && mode.value !== "none")
        return { fault: { reason: "no-mx" } };
    const seconds = Number(maxAge.value);
    if (seconds > MAX_AGE_LIMIT)
        oddities.push({ reason: "max-age-limit", line: maxAge.line, text: maxAge.text });
    const places = { mode: mode.line, maxAge: maxAge.line };
    return { policy: { mode: mode.value, maxAge: seconds, patterns, oddities, lines: places } };
}
function faultAt(reason, { line, text }) {
    return { reason, line, text };
}
function isSingle(key) {
    return key === "version" || key === "mode" || key === "max_age";
}
function isMode(value) {
    return value === "enforce" || value === "testing" || value === "none";
}
function patternCovers(pattern, host) {
    const name = host.toLowerCase();
    if (!pattern.startsWith("*."))
        return pattern === name;
    const dot = name.indexOf(".");
    return dot > 0 && name.slice(dot + 1) === pattern.slice(2);
}
function policyCovers({ patterns }, host) {
    return patterns.some(({ pattern }) => patternCovers(pattern, host));
}


/***/ },

/***/ 544:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readStsRecord)
/* harmony export */ });
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1179);

const VERSION = "v=STSv1";
const EXTENSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const EXTENSION_VALUE = /^[!-:<>-~]+$/;
function readStsRecord(answer) {
    const texts = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(answer);
    const exact = texts.filter((text) => text.startsWith(`${VERSION};`));
    const loose = exact.length > 0 ? [] : texts.filter(isLoose);
    const left = exact.length > 0 ? exact : loose;
    const [only, ...others] = left;
    if (others.length > 0)
        return { kind: "invalid", fault: "several", texts: left };
    if (only !== undefined)
        return readFields(only);
    const near = texts.filter((text) => /stsv\d/i.test(text));
    return near.length === 0 ? { kind: "none" } : { kind: "invalid", fault: "version", texts: near };
}
function isLoose(text) {
    const version = text.split(";", 1)[0] ?? "";
    return version.length < text.length && (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSpace */ .BB)(version) === VERSION;
}
function readFields(text) {
    const fields = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(text);
    const [id, ...others] = fields.filter(({ key }) => key === "id");
    if (id === undefined)
        return { kind: "invalid", fault: "no-id", texts: [text] };
    if (!/^[A-Za-z0-9]{1,32}$/.test(id.value))
        return { kind: "invalid", fault: "id-form", texts: [text] };
    const oddities = [];
    if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(text[0]))
        oddities.push("space-in-front");
    if ((0,_text_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(text[text.indexOf(";") - 1]))
        oddities.push("space-before-semicolon");
    if (others.length > 0)
        oddities.push("several-ids");
    const wellFormed = fields.every(({ key, value }) => key !== undefined && EXTENSION_NAME.test(key) && EXTENSION_VALUE.test(value));
    if (!wellFormed)
        oddities.push("field-form");
    return { kind: "valid", id: id.value, text, oddities };
}


/***/ },

/***/ 1179:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ joinTexts),
/* harmony export */   BB: () => (/* binding */ withoutSpace),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
function joinTexts(texts) {
    return (texts ?? []).map((strings) => strings.join(""));
}
function fieldsOf(record) {
    const [, ...parts] = record.split(";");
    if (parts.at(-1)?.trim() === "")
        parts.pop();
    return parts.map((part) => {
        const field = withoutSpace(part);
        const equals = field.indexOf("=");
        if (equals < 0)
            return { key: undefined, value: field };
        return { key: field.slice(0, equals), value: field.slice(equals + 1) };
    });
}
function withoutSpace(text) {
    let start = 0;
    let end = text.length;
    while (start < end && isSpace(text[start]))
        start++;
    while (end > start && isSpace(text[end - 1]))
        end--;
    return text.slice(start, end);
}
function isSpace(character) {
    return character === " " || character === "\t";
}


/***/ },

/***/ 1150:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRptRecord)
/* harmony export */ });
/* harmony import */ var _text_host_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3593);
/* harmony import */ var _text_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1179);


const VERSION = "v=TLSRPTv1;";
function readRptRecord(answer) {
    const texts = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .joinTexts */ .B5)(answer);
    const exact = texts.filter((text) => text.startsWith(VERSION));
    const [only, ...others] = exact;
    if (others.length > 0)
        return { kind: "invalid", fault: "several", texts: exact };
    if (only !== undefined)
        return readDestinations(only);
    const near = texts.filter((text) => /^\s*v\s*=\s*[a-z]*rpt/i.test(text) || /\brua\s*=/i.test(text));
    return near.length === 0 ? { kind: "none" } : { kind: "invalid", fault: "version", texts: near };
}
function readDestinations(text) {
    const lists = (0,_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)(text).filter(({ key }) => key === "rua");
    if (lists.length === 0)
        return { kind: "invalid", fault: "no-rua", texts: [text] };
    const uris = lists.flatMap(({ value }) => value.split(",").map(_text_record_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSpace */ .BB));
    const destinations = [];
    for (const uri of uris) {
        const destination = destinationOf(uri);
        if (destination === undefined) {
            if (uris.length === 1 && uri === "")
                return { kind: "invalid", fault: "no-rua", texts: [text] };
            return { kind: "invalid", fault: "destination", texts: [text], uri };
        }
        destinations.push(destination);
    }
    return { kind: "valid", text, destinations };
}
const URI = /^[A-Za-z0-9%\-._~:/?#[\]@$&'()*+=]+$/;
function destinationOf(uri) {
    if (!URI.test(uri))
        return undefined;
    const colon = uri.indexOf(":");
    const scheme = uri.slice(0, colon).toLowerCase();
    if (scheme === "mailto") {
        const [mailbox = ""] = uri.slice(colon + 1).split("?", 1);
        const at = mailbox.lastIndexOf("@");
        const host = mailbox.slice(at + 1).toLowerCase();
        return at > 0 && (0,_text_host_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isHostName */ .u)(host) ? { scheme, host, uri } : undefined;
    }
    if (scheme !== "https")
        return undefined;
    const url = URL.parse(uri);
    if (url?.protocol !== "https:" || url.hostname === "")
        return undefined;
    return { scheme, host: url.hostname.replace(/^\[(.*)\]$/, "$1"), uri };
}


/***/ },

/***/ 1997:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Deadline),
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
/* harmony import */ var _signal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3861);

class Deadline {
    #signal = new _signal_js__WEBPACK_IMPORTED_MODULE_0__/* .LightSignal */ .L();
    #above;
    #onOver;
    #why;
    constructor(above, onOver) {
        this.#above = above;
        this.#onOver = onOver;
        if (above?.aborted === true)
            this.#finish("aborted");
        else
            above?.addEventListener("abort", this.#onAbort);
    }
    get signal() {
        return this.#signal;
    }
    get why() {
        return this.#why;
    }
    end(why = "done") {
        if (this.#why !== undefined)
            return;
        this.#why = why;
        this.#above?.removeEventListener("abort", this.#onAbort);
        this.#signal.abort();
    }
    within(seconds, clock) {
        if (this.#why === undefined)
            void clock.sleep(seconds, this.signal).then(() => this.#finish("timeout"));
        return this;
    }
    #onAbort = () => this.#finish("aborted");
    #finish(why) {
        if (this.#why !== undefined)
            return;
        this.end(why);
        this.#onOver?.(why);
    }
}
function startDeadline(seconds, { clock, signal }, onOver) {
    return new Deadline(signal, onOver).within(seconds, clock);
}


/***/ },

/***/ 7220:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isLocalLimit)
/* harmony export */ });
var LOCAL_LIMITS$made;
function LOCAL_LIMITS() { return LOCAL_LIMITS$made ??= (new Set([
    "EMFILE",
    "ENFILE",
    "ENOBUFS",
    "ENOMEM",
    "EAGAIN",
    "EADDRINUSE",
])); }
function isLocalLimit(code) {
    return code !== undefined && LOCAL_LIMITS().has(code);
}


/***/ },

/***/ 3861:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ LightSignal),
/* harmony export */   O: () => (/* binding */ abortSignalOf)
/* harmony export */ });
class LightSignal {
    #aborted = false;
    #listeners;
    get aborted() {
        return this.#aborted;
    }
    addEventListener(_type, listener) {
        if (this.#aborted)
            return;
        this.#listeners ??= new Set();
        this.#listeners.add(listener);
    }
    removeEventListener(_type, listener) {
        this.#listeners?.delete(listener);
    }
    abort() {
        if (this.#aborted)
            return;
        this.#aborted = true;
        for (const listener of this.#listeners ?? [])
            listener();
        this.#listeners = undefined;
    }
}
function abortSignalOf(signal) {
    if (signal instanceof AbortSignal)
        return signal;
    const controller = new AbortController();
    const abort = () => controller.abort("aborted");
    if (signal.aborted)
        abort();
    else
        signal.addEventListener("abort", abort);
    return controller.signal;
}


/***/ },

/***/ 6338:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ atOnce)
/* harmony export */ });
function atOnce(steps) {
    for (;;) {
        const step = steps.next();
        if (step.done === true)
            return step.value;
    }
}


/***/ },

/***/ 8405:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Turnstile)
/* harmony export */ });
class Queue {
    #waiting = [];
    #next = 0;
    wait() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
    take() {
        const next = this.#waiting[this.#next];
        if (next === undefined) {
            this.#waiting.length = 0;
            this.#next = 0;
        }
        else {
            this.#waiting[this.#next] = undefined;
            this.#next++;
        }
        return next;
    }
}
class Turnstile {
    #room;
    #ahead;
    #others;
    #inside = 0;
    constructor(room) {
        this.#room = room;
    }
    async enter(ahead = false) {
        if (this.#inside < this.#room) {
            this.#inside++;
            return;
        }
        if (ahead)
            await (this.#ahead ??= new Queue()).wait();
        else
            await (this.#others ??= new Queue()).wait();
    }
    get isEmpty() {
        return this.#inside === 0;
    }
    leave() {
        const next = this.#ahead?.take() ?? this.#others?.take();
        if (next === undefined)
            this.#inside--;
        else
            next();
    }
    async pass(work) {
        await this.enter();
        try {
            return await work();
        }
        finally {
            this.leave();
        }
    }
}


/***/ },

/***/ 2687:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   OF: () => (/* binding */ SHELLS),
/* harmony export */   _X: () => (/* binding */ OWN_OPTIONS),
/* harmony export */   kZ: () => (/* binding */ EXIT_STATUSES),
/* harmony export */   nZ: () => (/* binding */ COMMAND_NAMES)
/* harmony export */ });
var OWN_OPTIONS$made;
function OWN_OPTIONS() { return OWN_OPTIONS$made ??= ([
    { name: "json", meaning: "print the report as JSON on stdout, and nothing else" },
    {
        name: "quiet",
        short: "q",
        meaning: "print a line per cause; if open, what the policy silences",
    },
    { name: "verbose", short: "v", meaning: "print all that was seen; -vv: SMTP transcripts, too" },
    {
        name: "at",
        placeholder: "DATE",
        meaning: "judge: the moment to judge at, instead of the recorded one",
    },
    { name: "help", short: "h", meaning: "all options; -h: the first screen" },
    { name: "version", meaning: "the version" },
]); }
const SHELLS = ["bash", "zsh", "fish"];
var COMMANDS$made;
function COMMANDS() { return COMMANDS$made ??= ({
    check: "test domains and servers; the default",
    judge: "judge recorded runs again, offline",
    explain: "what a code, a check or a setting means",
    completion: "print the completion script of a shell",
    help: "show all options",
    version: "show the version",
}); }
var COMMAND_NAMES$made;
function COMMAND_NAMES() { return COMMAND_NAMES$made ??= (Object.keys(COMMANDS())); }
var EXIT_STATUSES$made;
function EXIT_STATUSES() { return EXIT_STATUSES$made ??= ([
    ["0", "the gate is open"],
    ["1", "closed by findings"],
    ["2", "usage or configuration"],
    ["3", "closed because something could not be tested from here"],
    ["70", "a bug of mx-gate"],
    ["74", "the gate is open, but a report could not be written"],
    ["129-143", "interrupted by a signal; what was finished is reported"],
]); }


/***/ },

/***/ 6519:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ hostPort),
/* harmony export */   Zc: () => (/* binding */ literalOf),
/* harmony export */   rU: () => (/* binding */ parseAddressPort),
/* harmony export */   sW: () => (/* binding */ isPort),
/* harmony export */   xQ: () => (/* binding */ serviceAt),
/* harmony export */   yR: () => (/* binding */ hostAddressPort)
/* harmony export */ });
/* harmony import */ var _ip_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(227);

function hostPort(host, port) {
    return `${host.includes(":") ? `[${host}]` : host}:${String(port)}`;
}
function hostAddressPort(host, { address, port }) {
    return `${host} [${address}]:${String(port)}`;
}
function literalOf(address) {
    return address.includes(":") ? `[IPv6:${address}]` : `[${address}]`;
}
function parseAddressPort(text, defaultPort) {
    const groups = /^(?:\[(?<v6>[^\]]+)\]|(?<v4>[\d.]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
    if (groups === undefined)
        return (0,_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .ipVersion */ .UR)(text) === 0 ? undefined : { address: text, port: defaultPort };
    const address = groups["v6"] ?? groups["v4"] ?? "";
    const port = groups["port"] === undefined ? defaultPort : Number(groups["port"]);
    const family = groups["v6"] === undefined ? 4 : 6;
    return (0,_ip_address_js__WEBPACK_IMPORTED_MODULE_0__/* .ipVersion */ .UR)(address) === family && isPort(port) ? { address, port } : undefined;
}
function isPort(number) {
    return number >= 1 && number <= 65_535;
}
function serviceAt(port) {
    return { tlsMode: port === 465 ? "implicit" : "starttls", submission: port === 465 || port === 587 };
}


/***/ },

/***/ 9728:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ foldAscii)
/* harmony export */ });
function foldAscii(text) {
    return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}


/***/ },

/***/ 6114:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ LABEL_OCTETS),
/* harmony export */   DL: () => (/* binding */ STRING_OCTETS),
/* harmony export */   Y: () => (/* binding */ MOST_SHARDS),
/* harmony export */   bW: () => (/* binding */ ALIAS_LIMIT),
/* harmony export */   ir: () => (/* binding */ POINTER_LIMIT),
/* harmony export */   w5: () => (/* binding */ MAX_REMEMBERED_READINGS),
/* harmony export */   z0: () => (/* binding */ NAME_OCTETS)
/* harmony export */ });
const LABEL_OCTETS = 63;
const NAME_OCTETS = 255;
const STRING_OCTETS = 255;
const POINTER_LIMIT = 127;
const ALIAS_LIMIT = 16;
const MOST_SHARDS = 1000;
const MAX_REMEMBERED_READINGS = 256;


/***/ },

/***/ 9386:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ closestWord),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   yS: () => (/* binding */ nearWords)
/* harmony export */ });
class ConfigurationError extends Error {
    problems;
    constructor(problems) {
        super(problems.map((problem) => problem.message).join("\n"));
        this.name = "ConfigurationError";
        this.problems = problems;
    }
}
function closestWord(word, known) {
    const typed = word.toLowerCase();
    let best;
    let bestDistance = Math.min(3, Math.ceil(typed.length / 2));
    for (const candidate of known) {
        const distance = editDistance(typed, candidate, bestDistance);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    const begun = typed.length < 3 ? [] : known.filter((candidate) => candidate.startsWith(typed));
    return best ?? (begun.length === 1 ? begun[0] : undefined);
}
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let beforePrevious = [];
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1];
            let cost = Math.min((previous[column] ?? limit) + 1, (current[column - 1] ?? limit) + 1, (previous[column - 1] ?? limit) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, (beforePrevious[column - 2] ?? limit) + 1);
            }
            current.push(cost);
        }
        beforePrevious = previous;
        previous = current;
    }
    return Math.min(previous[b.length] ?? limit, limit);
}
function nearWords(word, known, most) {
    const typed = word.toLowerCase();
    const whole = Math.min(3, Math.ceil(typed.length / 2));
    const part = Math.min(2, Math.ceil(typed.length / 3));
    const distanceOf = (candidate) => {
        const distance = editDistance(typed, candidate, whole);
        if (distance < whole)
            return distance;
        if (typed.length >= 3 && candidate.includes(typed))
            return whole;
        const parts = candidate.split(/[-.]/).filter((each) => each.length >= 3);
        if (parts.some((each) => editDistance(typed, each, part) < part))
            return whole + 1;
        const shared = typed.split(/[-.\s_]/).filter((each) => parts.includes(each)).length;
        return shared === 0 ? Infinity : whole + 2 + 1 / shared;
    };
    const rated = known.map((candidate) => ({ candidate, distance: distanceOf(candidate) }));
    const nearest = Math.min(...rated.map(({ distance }) => distance));
    const limit = nearest < whole ? whole : Infinity;
    return rated
        .filter(({ distance }) => distance < Infinity && distance <= limit)
        .sort((a, b) => a.distance - b.distance || a.candidate.length - b.candidate.length)
        .slice(0, most)
        .map(({ candidate }) => candidate);
}
function suggestion(word, known) {
    const meant = closestWord(word, known);
    return meant === undefined ? "" : ` Did you mean ${meant}?`;
}
function shown(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
    return `"${text.length > 80 ? `${text.slice(0, 80)}\u2026` : text}"`;
}


/***/ },

/***/ 7582:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   Ot: () => (/* binding */ parentName),
/* harmony export */   a5: () => (/* binding */ isAtOrBelow),
/* harmony export */   tK: () => (/* binding */ normalName),
/* harmony export */   yt: () => (/* binding */ nameToWire)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6114);

const DOT = 0x2e;
const BACKSLASH = 0x5c;
const ESCAPED = /[^\x21-\x7e]|[.\\"();@$]/g;
const PLAIN_LABEL = /^[a-z0-9_-]+$/;
function labelText(message, start, end) {
    const label = message.toString("latin1", start, end);
    if (PLAIN_LABEL.test(label))
        return label;
    return label
        .replace(ESCAPED, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`)
        .toLowerCase();
}
function readName(message, at) {
    const labels = [];
    let octets = 1;
    let pointers = 0;
    let next;
    let offset = at;
    let before = at;
    for (;;) {
        const length = message[offset];
        if (length === undefined)
            return undefined;
        if (length === 0) {
            return { name: labels.length === 0 ? "." : labels.join("."), next: next ?? offset + 1 };
        }
        if (length >= 0xc0) {
            const low = message[offset + 1];
            if (low === undefined)
                return undefined;
            const target = ((length & 0x3f) << 8) | low;
            pointers += 1;
            if (target >= before || pointers > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .POINTER_LIMIT */ .ir)
                return undefined;
            next ??= offset + 2;
            offset = target;
            before = target;
        }
        else {
            const end = offset + 1 + length;
            octets += 1 + length;
            if (length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL_OCTETS */ .AQ || end > message.length || octets > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_OCTETS */ .z0)
                return undefined;
            labels.push(labelText(message, offset + 1, end));
            offset = end;
        }
    }
}
function readEscape(text, at) {
    const decimal = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (decimal !== undefined) {
        const octet = Number(decimal);
        return octet > 0xff ? undefined : { octet, next: at + 4 };
    }
    const character = text[at + 1];
    if (character === undefined || /[^\x20-\x7e]|\d/.test(character))
        return undefined;
    return { octet: character.charCodeAt(0), next: at + 2 };
}
const PLAIN_NAME = /^[\w*-]{1,63}(?:\.[\w*-]{1,63})*$/;
function plainToWire(text) {
    const wire = Buffer.alloc(text.length + 2);
    wire.write(text, 1, "latin1");
    let start = 0;
    for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", start)) {
        wire[start] = dot - start;
        start = dot + 1;
    }
    wire[start] = text.length - start;
    return wire;
}
function nameToWire(text) {
    if (text === ".")
        return Buffer.from([0]);
    if (text === "" || text.length > 4 * _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_OCTETS */ .z0)
        return undefined;
    if (text.length <= _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_OCTETS */ .z0 - 2 && PLAIN_NAME.test(text))
        return plainToWire(text);
    const octets = [];
    let label = [];
    const endLabel = () => {
        if (label.length === 0 || label.length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL_OCTETS */ .AQ)
            return false;
        octets.push(label.length, ...label);
        label = [];
        return true;
    };
    for (let at = 0; at < text.length;) {
        const code = text.charCodeAt(at);
        if (code === DOT) {
            if (!endLabel())
                return undefined;
            at += 1;
        }
        else if (code === BACKSLASH) {
            const escape = readEscape(text, at);
            if (escape === undefined)
                return undefined;
            label.push(escape.octet);
            at = escape.next;
        }
        else if (code < 0x21 || code > 0x7e) {
            return undefined;
        }
        else {
            label.push(code);
            at += 1;
        }
    }
    if (label.length > 0 && !endLabel())
        return undefined;
    octets.push(0);
    return octets.length > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_OCTETS */ .z0 ? undefined : Buffer.from(octets);
}
function normalName(text) {
    if (text.length <= _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_OCTETS */ .z0 - 2 && PLAIN_NAME.test(text))
        return text.toLowerCase();
    const wire = nameToWire(text);
    return wire === undefined ? undefined : readName(wire, 0)?.name;
}
function isAtOrBelow(name, ancestor) {
    return ancestor === "." || name === ancestor || name.endsWith(`.${ancestor}`);
}
function parentName(name) {
    if (name === ".")
        return undefined;
    const dot = name.indexOf(".");
    return dot < 0 ? "." : name.slice(dot + 1);
}


/***/ },

/***/ 5613:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ globMatcher)
/* harmony export */ });
function globMatcher(pattern) {
    const parts = canonical(pattern).split("*");
    return (text) => matches(parts, canonical(text));
}
function canonical(text) {
    return text.toLowerCase().replace(/\.$/, "");
}
function matches(parts, text) {
    const first = parts[0] ?? "";
    const last = parts.at(-1) ?? "";
    if (parts.length === 1)
        return text === first;
    if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
        return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
        const found = text.indexOf(part, at);
        if (found < 0 || found + part.length > end)
            return false;
        at = found + part.length;
    }
    return true;
}


/***/ },

/***/ 3593:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ normaliseHostName),
/* harmony export */   u: () => (/* binding */ isHostName)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3136);

const LONGEST_NAME = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
function isHostName(name) {
    if (name.length > LONGEST_NAME)
        return false;
    const labels = name.split(".");
    return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
}
function normaliseHostName(written) {
    const trimmed = written.trim().replace(/\.$/, "");
    if (/[^-.0-9A-Za-z\u0080-\u{10ffff}]/u.test(trimmed))
        return undefined;
    const ascii = /^[-.0-9A-Za-z]*$/.test(trimmed) ? trimmed.toLowerCase() : (0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToASCII)(trimmed);
    return isHostName(ascii) ? ascii : undefined;
}


/***/ },

/***/ 227:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DU: () => (/* binding */ formatIpv6),
/* harmony export */   Re: () => (/* binding */ formatIpv4),
/* harmony export */   UR: () => (/* binding */ ipVersion),
/* harmony export */   Y5: () => (/* binding */ ipv6Groups),
/* harmony export */   Yv: () => (/* binding */ ipv6Octets)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

function ipVersion(text) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(text))
        return 4;
    return text.includes(":") && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(text) ? 6 : 0;
}
function formatIpv4(octets) {
    return octets.join(".");
}
function longestZeroRun(groups) {
    let best = { start: 0, length: 0 };
    let length = 0;
    for (const [index, group] of groups.entries()) {
        length = group === 0 ? length + 1 : 0;
        if (length > best.length)
            best = { start: index - length + 1, length };
    }
    return best.length >= 2 ? best : { start: 0, length: 0 };
}
function formatIpv6(octets) {
    const groups = Array.from({ length: 8 }, (_, index) => {
        return ((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0);
    });
    if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
        return `::ffff:${formatIpv4(octets.subarray(12))}`;
    }
    const run = longestZeroRun(groups);
    const hex = groups.map((group) => group.toString(16));
    if (run.length === 0)
        return hex.join(":");
    return `${hex.slice(0, run.start).join(":")}::${hex.slice(run.start + run.length).join(":")}`;
}
function ipv6Groups(text) {
    if (!(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(text) || text.includes("%"))
        return undefined;
    const dotted = /^(?<front>.*:)(?<a>\d+)\.(?<b>\d+)\.(?<c>\d+)\.(?<d>\d+)$/.exec(text)?.groups;
    const [a, b, c, d] = [dotted?.["a"], dotted?.["b"], dotted?.["c"], dotted?.["d"]].map(Number);
    const tail = (high = 0, low = 0) => ((high << 8) | low).toString(16);
    const plain = dotted === undefined ? text : `${dotted["front"] ?? ""}${tail(a, b)}:${tail(c, d)}`;
    const [front = "", back] = plain.split("::");
    const groupsOf = (part) => part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
    const head = groupsOf(front);
    if (back === undefined)
        return head;
    const end = groupsOf(back);
    return [...head, ...Array.from({ length: 8 - head.length - end.length }, () => 0), ...end];
}
function ipv6Octets(text) {
    const groups = ipv6Groups(text);
    return groups && Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}


/***/ },

/***/ 5929:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ centre),
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   M7: () => (/* binding */ padRight),
/* harmony export */   _Z: () => (/* binding */ joinWrapped),
/* harmony export */   lG: () => (/* binding */ hang),
/* harmony export */   sc: () => (/* binding */ textWidth),
/* harmony export */   zZ: () => (/* binding */ apart)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

function painter(colour) {
    return (style, text) => (colour && text !== "" ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text);
}
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}/u;
function cells(character) {
    if (character <= "\u02ff")
        return 1;
    if (COMBINING.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}
function textWidth(text) {
    let width = 0;
    for (const character of text)
        width += cells(character);
    return width;
}
function padRight(text, width) {
    return text + " ".repeat(Math.max(0, width - textWidth(text)));
}
function centre(text, width) {
    const missing = Math.max(0, width - textWidth(text));
    return padRight(" ".repeat(Math.floor(missing / 2)) + text, width);
}
function cut(text, width) {
    if (textWidth(text) <= width)
        return text;
    const [head = ""] = breakWord(text, Math.max(1, width - 1));
    return `${head}\u2026`;
}
function breakWord(word, width) {
    const pieces = [];
    let piece = "";
    let used = 0;
    for (const character of word) {
        const more = cells(character);
        if (used + more > width && piece !== "") {
            pieces.push(piece);
            piece = "";
            used = 0;
        }
        piece += character;
        used += more;
    }
    return [...pieces, piece];
}
const BREAK = /(?<!\d) | (?!(?:s|ms|min|hours?|days?)\b)/u;
function wrap(text, width) {
    const room = Math.max(1, width);
    const lines = [];
    let line = "";
    let used = 0;
    for (const word of text.split(BREAK)) {
        const size = textWidth(word);
        if (line !== "" && used + 1 + size <= room) {
            line += ` ${word}`;
            used += 1 + size;
            continue;
        }
        if (line !== "")
            lines.push(line.trimEnd());
        const pieces = size <= room ? [word] : breakWord(word, room);
        line = pieces.pop() ?? "";
        used = textWidth(line);
        lines.push(...pieces);
    }
    return [...lines, line];
}
function hang(prefix, text, width) {
    const indent = textWidth(prefix);
    return wrap(text, width - indent).map((line, index) => (index === 0 ? prefix : " ".repeat(indent)) + line);
}
function joinWrapped(parts, separator, width) {
    const lines = [];
    for (const part of parts) {
        const last = lines.at(-1);
        if (last !== undefined && textWidth(last + separator + part) <= width) {
            lines[lines.length - 1] = last + separator + part;
        }
        else
            lines.push(...wrap(part, width));
    }
    return lines;
}
function apart(left, right, width) {
    const gap = width - textWidth(left) - textWidth(right);
    return gap >= 2 ? { line: left + " ".repeat(gap) + right, fits: true } : { line: left, fits: false };
}


/***/ },

/***/ 9680:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ Memory)
/* harmony export */ });
class Memory {
    #entries = new Map();
    #oldest = this.#entries.keys();
    #capacity;
    #longestKey;
    constructor(capacity, longestKey = Number.POSITIVE_INFINITY) {
        this.#capacity = capacity;
        this.#longestKey = longestKey;
    }
    get size() {
        return this.#entries.size;
    }
    get(key) {
        return this.#entries.get(key);
    }
    recall(key, workOut) {
        if (key.length > this.#longestKey)
            return workOut();
        const known = this.#entries.get(key);
        if (known !== undefined)
            return known;
        const value = workOut();
        if (this.#capacity === 0)
            return value;
        if (this.#entries.size >= this.#capacity)
            this.#entries.delete(this.#oldest.next().value ?? "");
        this.#entries.set(key, value);
        return value;
    }
}


/***/ },

/***/ 7050:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
function once(compute) {
    let kept;
    return () => (kept ??= { value: compute() }).value;
}


/***/ },

/***/ 6713:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ isOrAre),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   bp: () => (/* binding */ moreWords),
/* harmony export */   v: () => (/* binding */ andMore),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7819);

function grouped(count) {
    if (!Number.isSafeInteger(count))
        return count.toLocaleString("en");
    const groups = [];
    let left = Math.abs(count);
    for (; left >= 1000; left = Math.floor(left / 1000))
        groups.unshift(String(left % 1000).padStart(3, "0"));
    return `${count < 0 ? "-" : ""}${[String(left), ...groups].join(",")}`;
}
function plural(count, one, several = `${one}s`) {
    return (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(`${grouped(count)} ${count === 1 ? one : several}`);
}
function moreWords(more, noun) {
    return (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `and ${noun === undefined ? (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(`${grouped(more)} more`) : plural(more, `more ${noun}`)}`;
}
function andMore(shown, of, noun) {
    const named = shown.join(", ");
    const whole = of > shown.length ? `${named} ${moreWords(of - shown.length, noun)}` : named;
    return whole;
}
function isOrAre(count) {
    return count === 1 ? (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `is` : (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL) `are`;
}


/***/ },

/***/ 1042:
/***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ DAY)
/* harmony export */ });
const DAY = 86_400_000;


/***/ },

}})
