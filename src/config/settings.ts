/**
 * The only list of settings. action.yml, `--help`, the tables of the README and docs/policy.md are generated
 * from it, and a test fails where they differ.
 */
import { z } from "zod";
import { ALWAYS_TOLD, CODES, FIXED_SEVERITY } from "../judge/diagnostics/registry.ts";
import { CHECK_IDS, type CheckId } from "../judge/checks/all.ts";
import { REQUIREMENTS } from "../judge/policy.ts";
import * as policyValue from "./policy/values.ts";
import * as address from "./addresses.ts";
import * as value from "./values.ts";
import { shown } from "../text/configuration-error.ts";
import { once } from "../text/once.ts";

/**
 * What a setting is about. `target`: what to test. `run`: how and where this run happens, never taken from a
 * file that a pull request may edit. `probe`: how endpoints are probed. `judge`: how observations are judged,
 * the only settings that `judge` takes. `policy`: what the policy file says of its own rules, at its top only.
 */
export type SettingKind = "target" | "run" | "probe" | "judge" | "policy";

/** A file that is written, a page of the run (job summary, annotations), the comment on the pull request. */
export type Delivery = "file" | "page" | "comment";

export interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly kind: SettingKind;
  readonly schema: Schema;
  /** Value in force where nobody set one. */
  readonly default: z.output<Schema>;
  /** The default in words, for tables. */
  readonly defaultText: string;
  /** Default of the Action where it differs from the command's. */
  readonly actionDefault?: z.output<Schema>;
  /** One or two sentences for every table. */
  readonly description: string;
  /** How a value is written, for `--help`. */
  readonly placeholder: string;
  /** A switch of the command: `--name` and `--no-name`. */
  readonly flag?: boolean;
  /** True where the value checks less than the default does: a policy file that sets it is named in every report. */
  asksLess?(value: z.output<Schema>): boolean;
  /** The value as reports show it, where it holds what nobody should see. */
  redact?(value: z.output<Schema>): unknown;
  /** Takes several values: given again, they add up; of other settings the last one counts. */
  readonly list?: boolean;
  /** A key of the policy file alone: neither an input nor an option. */
  readonly fileOnly?: boolean;
  /** Part of what a run says of itself to strangers: an input or option, and an error in the policy file. */
  readonly inputOnly?: boolean;
  /** Why the policy file, which a pull request may edit, may not have a value that an input may have. */
  fileProblem?(value: z.output<Schema>): string | undefined;
  /** Says something of what is tested, and names no target itself: it stands beside those of other layers. */
  readonly ofTargets?: boolean;
  /** About a domain as a whole: no override by host. */
  readonly ofDomain?: boolean;
  /** Never shown: the report says only whether it was set. */
  readonly secret?: boolean;
  /** `judge` takes it beside those of kind `judge`: the gate, and where the policy stands. */
  readonly ofReplay?: boolean;
  /** Where the run is told of: in a file, or on GitHub, which the Action alone writes to. */
  readonly delivery?: Delivery;
  /** Default in action.yml, for what only an expression of the workflow can give. */
  readonly actionYamlDefault?: string;
}

/** What is told of a setting in its type, too. */
interface Marks<Kind extends SettingKind, FileOnly extends boolean, Where extends Delivery | undefined> {
  readonly kind: Kind;
  readonly fileOnly?: FileOnly;
  readonly delivery?: Where;
}

/** A row of the list. Its schema is made when it is first asked for: a run reads few settings. */
function setting<
  const Kind extends SettingKind,
  Schema extends z.ZodType,
  const FileOnly extends boolean = false,
  const Where extends Delivery | undefined = undefined,
>(
  definition: Omit<Setting<Schema>, "schema"> & { readonly schema: () => Schema } & Marks<
      Kind,
      FileOnly,
      Where
    >,
): Setting<Schema> & Marks<Kind, FileOnly, Where> {
  const schema = once(definition.schema);
  return {
    ...definition,
    get schema() {
      return schema();
    },
  };
}

const seconds = (min: number, max: number) => value.numberValue({ min, max, whole: false, unit: "seconds" });

/**
 * Hosts that take connections from everywhere if anything does: large providers of different operators, the first
 * and the last of them with IPv6. The submission ports have controls of their own, and so have policy hosts (443).
 */
const DEFAULT_CONTROLS: readonly address.ControlHost[] = [
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
];

/**
 * Ports at which mail is taken. A policy file leads a run to these alone: elsewhere a pull request would choose which
 * other service of whom the runner knocks at.
 */
const MAIL_PORTS: readonly number[] = [25, 465, 587, 2525];

function mailPortProblem(ports: readonly number[]): string | undefined {
  const other = ports.find((port) => !MAIL_PORTS.includes(port));
  if (other === undefined) return undefined;
  return `port ${String(other)} is not one of ${MAIL_PORTS.join(", ")}, and a pull request may edit this file. Set it as an input or option.`;
}

export const settings = {
  domains: setting({
    kind: "target",
    schema: value.domainList,
    default: [],
    defaultText: "",
    description: "Mail domains to test, by line or comma; `#` starts a comment.",
    placeholder: "DOMAIN,...",
    list: true,
  }),
  "domains-file": setting({
    kind: "target",
    schema: policyValue.fileList,
    default: [],
    defaultText: "",
    description:
      "Files of mail domains (patterns with `*`, `**` and `?`), one a line; `#` starts a comment. For the command `-` is standard input.",
    placeholder: "GLOB|-,...",
    list: true,
    fileProblem: (files) =>
      files.includes("-") ? "`-` is standard input, which only the command reads. Name a file." : undefined,
  }),
  servers: setting({
    kind: "target",
    schema: address.serverList,
    default: [],
    defaultText: "",
    description:
      "Servers to test directly, without an MX lookup: `host`, `host:port`, `[v6]:port`, `smtp://`, `submission://` (587) or `smtps://` (465, TLS from the first byte). As an input or option any port, and addresses that are not public; in the policy file ports 25, 465, 587 and 2525 of public addresses.",
    placeholder: "SERVER,...",
    list: true,
    fileProblem: (servers) => mailPortProblem(servers.map(({ port }) => port)),
  }),
  "zone-files": setting({
    kind: "target",
    schema: policyValue.fileList,
    default: [],
    defaultText: "",
    description:
      "BIND zone files (patterns with `*`, `**` and `?`) whose MX records are tested in place of live DNS; hosts inside the zone take their addresses from the file, too. Only names with an MX record are tested: list the domains that must have mail in `domains`, too. `NAME=path` where neither the file's name nor an SOA record says which zone it is.",
    placeholder: "[NAME=]GLOB,...",
    list: true,
  }),
  "dane-keys": setting({
    kind: "target",
    ofTargets: true,
    schema: policyValue.fileList,
    default: [],
    defaultText: "",
    description:
      "PEM files (patterns with `*`, `**` and `?`) with certificates or public keys that are about to be deployed; each that is in no TLSA record of its MX host is an error.",
    placeholder: "GLOB,...",
    list: true,
  }),
  "mta-sts-file": setting({
    kind: "target",
    ofTargets: true,
    schema: policyValue.stsFileList,
    default: [],
    defaultText: "",
    description:
      "Before a deploy: a file to test in place of the policy that the policy host serves: `path`, or `DOMAIN=path` for each domain.",
    placeholder: "[DOMAIN=]FILE,...",
    list: true,
  }),
  reports: setting({
    kind: "target",
    inputOnly: true,
    schema: policyValue.fileList,
    default: [],
    defaultText: "",
    description:
      "Recorded reports (patterns with `*`, `**` and `?`) to judge in place of probing; the shards of one run become one report. A pattern that matches no file is an error.",
    placeholder: "GLOB,...",
    list: true,
  }),
  "config-file": setting({
    kind: "run",
    ofReplay: true,
    schema: value.filePath,
    default: ".github/mx-gate.yml",
    defaultText: "`.github/mx-gate.yml` if it exists",
    description: "Policy file (see docs/policy.md); `none`: none, even where the default one exists.",
    placeholder: "FILE|none",
  }),
  checks: setting({
    kind: "probe",
    schema: () =>
      z.union([z.array(z.string()), z.string()]).transform((written, context) => {
        const chosen = new Set<CheckId>();
        const items = value.listItems(written);
        if (items.length === 0) {
          const message = `${shown(written)} names no check. Allowed: ${CHECK_IDS.join(", ")}.`;
          context.addIssue({ code: "custom", message });
        }
        for (const { item, path } of items) {
          const parsed = value.oneOf("a check", CHECK_IDS).safeParse(item);
          if (parsed.success) chosen.add(parsed.data);
          else context.addIssue({ code: "custom", path, message: parsed.error.issues[0]?.message ?? "" });
        }
        return CHECK_IDS.filter((id) => chosen.has(id));
      }),
    default: [...CHECK_IDS],
    defaultText: "all",
    description: `Which checks to make: ${CHECK_IDS.map((id) => `\`${id}\``).join(", ")}. What is not asked for is not probed; \`mx\`, \`mta-sts\` and \`tls-rpt\` need DNS and port 443 only.`,
    asksLess: (value) => CHECK_IDS.some((id) => !value.includes(id)),
    placeholder: "CHECK,...",
    list: true,
  }),
  "min-tls-version": setting({
    kind: "judge",
    schema: value.tlsVersion,
    default: "1.2",
    defaultText: "`1.2`",
    description: "Minimum negotiated TLS version: `1.2` or `1.3` (`1.0`, `1.1` possible).",
    asksLess: (value) => Number(value) < 1.2,
    placeholder: "VERSION",
  }),
  "min-days-to-expiry": setting({
    kind: "judge",
    schema: value.expiryRule,
    default: { days: 14, capPercent: 100 / 6 },
    defaultText: "`14`, at most a sixth of the lifetime",
    description: "Fail where a certificate ends sooner: days, or a share of its lifetime such as `10%`.",
    asksLess: ({ days = 14, percent = 100 }) => days < 14 || percent < 100 / 6,
    placeholder: "DAYS|PERCENT%",
  }),
  "warn-days-to-expiry": setting({
    kind: "judge",
    schema: value.expiryRule,
    default: { days: 30, capPercent: 25 },
    defaultText: "`30`, at most a quarter of the lifetime",
    description: "Warn where a certificate ends sooner; not below `min-days-to-expiry`.",
    asksLess: ({ days = 30, percent = 100 }) => days < 30 || percent < 25,
    placeholder: "DAYS|PERCENT%",
  }),
  require: setting({
    kind: "judge",
    ofDomain: true,
    schema: () => value.wordList("a requirement", REQUIREMENTS),
    default: [],
    defaultText: "",
    description:
      "What every domain must publish: `dane`, `mta-sts` (valid, enforced, every MX host listed), `mta-sts-testing` (the same in mode testing or enforce), `tls-rpt`.",
    placeholder: "dane|mta-sts|...",
    list: true,
  }),
  "require-extensions": setting({
    kind: "judge",
    schema: value.keywordList,
    default: [],
    defaultText: "",
    description: "EHLO keywords that every endpoint must offer, such as `PIPELINING` or `SMTPUTF8`.",
    placeholder: "KEYWORD,...",
    list: true,
  }),
  "max-banner-seconds": setting({
    kind: "judge",
    schema: () => seconds(0.1, 300),
    default: 30,
    defaultText: "`30`",
    description: "Warn where the greeting takes longer.",
    asksLess: (value) => value > 30,
    placeholder: "SECONDS",
  }),
  severity: setting({
    kind: "judge",
    schema: () => value.severityMap(CODES, ALWAYS_TOLD, FIXED_SEVERITY),
    default: {},
    defaultText: "[the registry's](docs/codes/README.md)",
    description:
      "Severity by code, lines `code: level` with `off`, `notice`, `warning`, `error` or `inconclusive`.",
    placeholder: "CODE:LEVEL,...",
    list: true,
  }),
  expect: setting({
    kind: "judge",
    fileOnly: true,
    ofDomain: true,
    schema: () => value.oneOf("an expectation", ["mail", "none", "any"]),
    default: "mail",
    defaultText: "`mail`",
    description:
      "`mail`: the domain accepts mail; `none`: it accepts none, and a null MX is what passes; `any`: either.",
    asksLess: (value) => value !== "mail",
    placeholder: "mail|none|any",
  }),
  "mx-hosts": setting({
    kind: "judge",
    fileOnly: true,
    ofDomain: true,
    schema: policyValue.hostList,
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
    schema: () => value.numberValue({ min: 1, max: 100, whole: true, unit: "MX hosts" }),
    default: 1,
    defaultText: "`1`",
    description: "Fewest MX hosts that a domain that accepts mail may have.",
    placeholder: "NUMBER",
  }),
  "require-ipv6": setting({
    kind: "judge",
    fileOnly: true,
    schema: value.booleanValue,
    default: false,
    defaultText: "`false`",
    description: "Every MX host must have an IPv6 address.",
    placeholder: "true|false",
    flag: true,
  }),
  "min-rsa-bits": setting({
    kind: "judge",
    fileOnly: true,
    schema: () => value.numberValue({ min: 1024, max: 16384, whole: true, unit: "bits" }),
    default: 2048,
    defaultText: "`2048`",
    description: "Smallest RSA key of the certificate and of its intermediates, in bits.",
    asksLess: (value) => value < 2048,
    placeholder: "BITS",
  }),
  trust: setting({
    kind: "judge",
    fileOnly: true,
    schema: () => value.oneOf("a rule of trust", ["senders", "webpki", "any"]),
    default: "senders",
    defaultText: "`senders`",
    description:
      "`senders`: the certificate must lead to a root that a trust store knows, or DANE must authenticate the server: then findings about chain, name and issuer are notices, and those about dates are warnings; `webpki`: the chain must lead to such a root in any case; `any`: what is wrong with the chain is a notice.",
    asksLess: (value) => value === "any",
    placeholder: "senders|webpki|any",
  }),
  issuers: setting({
    kind: "judge",
    fileOnly: true,
    schema: policyValue.issuerList,
    default: [],
    defaultText: "any",
    description:
      "Organisations that may have issued the certificate (the issuer's O); `*` stands for any characters.",
    placeholder: "ORGANISATION,...",
    list: true,
  }),
  "forbid-extensions": setting({
    kind: "judge",
    fileOnly: true,
    schema: value.keywordList,
    default: [],
    defaultText: "",
    description: "EHLO keywords that no endpoint may offer, before or after TLS, such as `VRFY`.",
    placeholder: "KEYWORD,...",
    list: true,
  }),
  overrides: setting({
    kind: "policy",
    fileOnly: true,
    schema: () => z.array(z.custom<policyValue.Override>()),
    default: [],
    defaultText: "",
    description:
      "Settings of the kinds `judge` and `probe` for some domains, hosts or both; of several that fit, later ones win.",
    placeholder: "LIST",
  }),
  waivers: setting({
    kind: "policy",
    fileOnly: true,
    schema: () => z.array(z.custom<policyValue.Waiver>()),
    default: [],
    defaultText: "",
    description: "Codes that are let pass for a scope, with a reason and an end.",
    placeholder: "LIST",
  }),
  baseline: setting({
    kind: "policy",
    fileOnly: true,
    schema: value.filePath,
    default: null,
    defaultText: "",
    description:
      "A former report, JSON or `.ndjson`: what stood there already is known and does not fail the run.",
    placeholder: "FILE",
  }),
  "relay-test": setting({
    kind: "probe",
    schema: () => value.oneOf("a relay test", ["basic", "thorough", "off"]),
    default: "basic",
    defaultText: "`basic`",
    description:
      "`basic`: one foreign recipient; `thorough`: eighteen further forms of sender and recipient on up to six connections; `off`: none.",
    asksLess: (value) => value === "off",
    placeholder: "basic|thorough|off",
  }),
  "delivery-test": setting({
    kind: "probe",
    schema: () => value.oneOf("a delivery test", ["all", "sample", "off"]),
    default: "all",
    defaultText: "`all`",
    description:
      "Whose mail the servers are asked to take: `all`: the postmaster of every domain, up to 1,000 for each endpoint; `sample`: 20 of them; `off`: none.",
    asksLess: (value) => value !== "all",
    placeholder: "all|sample|off",
  }),
  "relay-sender": setting({
    kind: "probe",
    schema: () => value.mailbox({ nullAllowed: true }),
    default: "",
    defaultText: "`<>`",
    description: "Sender of the relay test.",
    placeholder: "ADDRESS",
    inputOnly: true,
  }),
  "relay-recipient": setting({
    kind: "probe",
    schema: () => value.mailbox({ nullAllowed: false }),
    default: "mx-gate-relay-test@example.com",
    defaultText: "`mx-gate-relay-test@example.com`",
    description:
      "Foreign recipient of the relay test; nothing is ever sent to it. Set an address of yours that the tested servers do not serve.",
    placeholder: "ADDRESS",
    inputOnly: true,
  }),
  "tls-floor-test": setting({
    kind: "probe",
    schema: value.booleanValue,
    default: true,
    defaultText: "`true`",
    description:
      "Find out on a second connection, once per address, whether TLS 1.0 or 1.1 is still accepted.",
    asksLess: (value) => !value,
    placeholder: "true|false",
    flag: true,
  }),
  port: setting({
    kind: "probe",
    schema: () => value.numberValue({ min: 1, max: 65535, whole: true, unit: "TCP ports" }),
    default: 25,
    defaultText: "`25`",
    description: "Port of the MX endpoints; in the policy file 25, 465, 587 or 2525.",
    asksLess: (value) => value !== 25,
    placeholder: "PORT",
    fileProblem: (port) => mailPortProblem([port]),
  }),
  "ip-family": setting({
    kind: "probe",
    schema: () =>
      z
        .union([z.number(), z.string()])
        .transform(String)
        .pipe(value.oneOf("an IP family", ["any", "4", "6"])),
    default: "any",
    defaultText: "`any`",
    description: "Addresses to probe: `any`, `4` or `6`.",
    asksLess: (value) => value !== "any",
    placeholder: "any|4|6",
  }),
  addresses: setting({
    kind: "probe",
    schema: () => value.oneOf("a choice of addresses", ["all", "one"]),
    default: "all",
    defaultText: "`all`",
    description:
      "`all`: every address of a host is probed; `one`: of a host with several addresses one, chosen by hash; the others are skipped and counted. For operators with a host name per customer.",
    asksLess: (value) => value !== "all",
    placeholder: "all|one",
  }),
  "allow-private-addresses": setting({
    kind: "run",
    schema: value.booleanValue,
    default: false,
    defaultText: "`false`",
    description: "Probe addresses that are not public, too; `mx-private-address` becomes a notice.",
    placeholder: "true|false",
    flag: true,
  }),
  "fetch-issuers": setting({
    kind: "run",
    schema: value.booleanValue,
    default: true,
    defaultText: "`true`",
    description:
      "Where a server sends no complete chain, fetch the missing certificate from the `http://` address that the certificate names (caIssuers), to tell a missing intermediate from an unknown authority.",
    placeholder: "true|false",
    flag: true,
  }),
  "dns-server": setting({
    kind: "run",
    schema: address.dnsServerList,
    default: [],
    defaultText: "the system's",
    description:
      "Who answers DNS: `ip` or `ip:port`, by line or comma; one `https://` URL (DoH); or `authoritative`: the domain's own name servers, every one of them, differences reported.",
    placeholder: "IP[:PORT],...",
    list: true,
  }),
  "connect-to": setting({
    kind: "run",
    schema: address.detourList,
    default: [],
    defaultText: "",
    description:
      "`HOST:PORT:ADDRESS:PORT` as curl's: connect to ADDRESS:PORT in place of HOST:PORT, and judge the names as before. Each part may be empty; the first line that matches counts.",
    placeholder: "HOST:PORT:ADDRESS:PORT,...",
    list: true,
  }),
  proxy: setting({
    kind: "run",
    schema: address.proxyAddress,
    default: null,
    defaultText: "",
    description:
      "Make every connection through `socks5://`, `socks5h://` or `http://` (CONNECT), with `user:password@` where needed. With `socks5h://` the DNS queries go through it, too, over TCP, and `dns-server` says to whom.",
    placeholder: "URL",
    redact: address.withoutCredentials,
  }),
  "egress-control": setting({
    kind: "run",
    schema: address.controlList,
    default: [...DEFAULT_CONTROLS],
    defaultText: "well-known public mail servers",
    description:
      "`host:port` that must be reachable if anything is: connected to, and listened to until it greets or answers TLS, where no endpoint of a port and IP family does, to tell dead servers from a blocked network. `off`: none, because this network is known to reach the port.",
    placeholder: "HOST:PORT,...|off",
    list: true,
  }),
  "ca-file": setting({
    kind: "run",
    schema: value.filePath,
    default: null,
    defaultText: "",
    description:
      "PEM file with trust anchors of your own, beside Node's bundled roots and the system's store.",
    placeholder: "FILE",
  }),
  "helo-name": setting({
    kind: "probe",
    schema: value.heloName,
    default: "",
    defaultText: "the machine's name if it resolves publicly, else the address literal",
    description: "Name sent in EHLO: a host name or an address literal.",
    placeholder: "NAME",
    inputOnly: true,
  }),
  timeout: setting({
    kind: "probe",
    schema: () => seconds(0.1, 300),
    default: 15,
    defaultText: "`15`",
    description: "Seconds for a DNS query, a TCP connect and a TLS handshake, each.",
    placeholder: "SECONDS",
  }),
  "reply-timeout": setting({
    kind: "probe",
    schema: () => seconds(0.1, 600),
    default: 60,
    defaultText: "`60`",
    description: "Seconds for one whole SMTP reply, the greeting included. Senders are patient, too.",
    placeholder: "SECONDS",
  }),
  retries: setting({
    kind: "probe",
    schema: () => value.numberValue({ min: 0, max: 2, whole: true, unit: "second looks" }),
    default: 1,
    defaultText: "`1`",
    description: "Second looks at a 421, a 4xx greeting or a reset: after 5 s, then after 30 s.",
    placeholder: "0|1|2",
  }),
  deadline: setting({
    kind: "run",
    schema: () => seconds(1, 21600),
    default: 600,
    defaultText: "`600`",
    description: "Seconds for the whole run; endpoints not reached by then are `not-probed`.",
    placeholder: "SECONDS",
  }),
  wait: setting({
    kind: "run",
    schema: () => seconds(0, 21600),
    default: 0,
    defaultText: "`0`",
    description:
      "After a deploy: probe what does not pass again, with growing pauses and fresh DNS, until it passes or this many seconds are over.",
    placeholder: "SECONDS",
  }),
  concurrency: setting({
    kind: "run",
    schema: () => value.numberValue({ min: 1, max: 1024, whole: true, unit: "endpoints" }),
    default: 64,
    defaultText: "`64`",
    description:
      "Endpoints probed at once, those not counted that have kept us waiting for a fifteenth of `reply-timeout`; never two connections at once to one address.",
    placeholder: "NUMBER",
  }),
  shard: setting({
    kind: "run",
    schema: value.shardOf,
    default: null,
    defaultText: "",
    description:
      "`K/N`: probe the K-th of N parts of a run, such as `3/20`. All shards have equal settings, each writes a `report-file`, and `reports` (or `judge`) makes one report of them; see docs/scale.md.",
    placeholder: "K/N",
    redact: (shard) => (shard === null ? null : `${String(shard.index)}/${String(shard.of)}`),
  }),
  "allow-partial": setting({
    kind: "run",
    ofReplay: true,
    schema: value.booleanValue,
    default: false,
    defaultText: "`false`",
    description:
      "With `reports` or `judge`: judge shards although some are missing. `shard-missing` is a notice then.",
    placeholder: "true|false",
    flag: true,
  }),
  "fail-on": setting({
    kind: "run",
    ofReplay: true,
    schema: () => value.oneOf("a gate rule", ["error", "warning", "never"]),
    default: "error",
    defaultText: "`error`",
    description: "Severity from which findings close the gate; `never` opens it always.",
    placeholder: "error|warning|never",
  }),
  "on-inconclusive": setting({
    kind: "run",
    ofReplay: true,
    schema: () => value.oneOf("a rule for inconclusive checks", ["fail", "warn", "ignore"]),
    default: "fail",
    defaultText: "`fail`",
    description: "What a check that could not be made from here does to the gate.",
    placeholder: "fail|warn|ignore",
  }),
  summary: setting({
    kind: "run",
    delivery: "page",
    schema: value.booleanValue,
    default: true,
    defaultText: "`true`",
    description: "Write the job summary (Action).",
    placeholder: "true|false",
    flag: true,
  }),
  annotations: setting({
    kind: "run",
    delivery: "page",
    schema: value.booleanValue,
    default: true,
    defaultText: "`true`",
    description: "Write annotations (Action).",
    placeholder: "true|false",
    flag: true,
  }),
  "junit-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    actionDefault: "mx-gate-junit.xml",
    defaultText: "Action: `mx-gate-junit.xml`; command: none",
    description: "Path of the JUnit XML; `none`: not written.",
    placeholder: "FILE|none",
  }),
  "report-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    actionDefault: "mx-gate-report.json",
    defaultText: "Action: `mx-gate-report.json`; command: none",
    description:
      "Path of the JSON report; `none`: not written. A path that ends in `.ndjson`: the observations, line by line while the run goes on, for any number of domains.",
    placeholder: "FILE|none",
  }),
  "sarif-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    defaultText: "none",
    description: "Path of the findings as SARIF 2.1.0, for code scanning; `none`: not written.",
    placeholder: "FILE|none",
  }),
  "summary-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    defaultText: "none",
    description: "Path of the summary as Markdown, as the job summary shows it; `none`: not written.",
    placeholder: "FILE|none",
  }),
  "html-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    defaultText: "none",
    description:
      "Path of the report as one HTML page that needs no server and no network; several recorded reports of different times add a history. `none`: not written.",
    placeholder: "FILE|none",
  }),
  "metrics-file": setting({
    kind: "run",
    delivery: "file",
    schema: value.filePath,
    default: null,
    defaultText: "none",
    description:
      "Path of the report as OpenMetrics text, for node_exporter's textfile collector or a Pushgateway; `none`: not written.",
    placeholder: "FILE|none",
  }),
  "comment-summary-in-pr": setting({
    kind: "run",
    delivery: "comment",
    schema: () => value.oneOf("a rule for the comment", ["always", "on-failure", "never"]),
    default: "never",
    defaultText: "`never`",
    description:
      "Comment on the pull request that the run belongs to (Action): one comment, kept up to date; `on-failure`: only once the gate was closed. Needs `permissions: pull-requests: write`.",
    placeholder: "always|on-failure|never",
  }),
  "github-token": setting({
    kind: "run",
    delivery: "comment",
    schema: value.secretText,
    default: null,
    defaultText: "`${{ github.token }}`",
    actionYamlDefault: "${{ github.token }}",
    description: "Token for the comment (Action); used for nothing else, and in no report.",
    placeholder: "TOKEN",
    secret: true,
  }),
} as const;

type AnyName = keyof typeof settings;
type FileOnlyName = {
  [Name in AnyName]: (typeof settings)[Name] extends { readonly fileOnly?: true } ? Name : never;
}[AnyName];

/** The settings that are inputs and options. */
export type SettingName = Exclude<AnyName, FileOnlyName>;
export const SETTING_NAMES = Object.entries<Setting>(settings)
  .filter(([, { fileOnly }]) => fileOnly !== true)
  .map(([name]) => name) as SettingName[];

/** All settings: inputs, options, and keys of the policy file. */
export type PolicyName = AnyName;
export const ALL_SETTING_NAMES = Object.keys(settings) as PolicyName[];

/** Every setting with the value in force. */
export type Settings = { readonly [Name in AnyName]: (typeof settings)[Name]["default"] };

type NamesOfKind<Kind extends SettingKind> = {
  [Name in AnyName]: (typeof settings)[Name]["kind"] extends Kind ? Name : never;
}[AnyName];

/** The settings that decide how observations are judged; judge/ names those that it reads. */
export type JudgeSettings = Pick<Settings, NamesOfKind<"judge">>;
/** The settings that decide how an endpoint is probed. */
export type ProbeSettings = Pick<Settings, NamesOfKind<"probe">>;

type NamesDelivering<Where extends Delivery> = {
  [Name in AnyName]: (typeof settings)[Name] extends { readonly delivery?: infer Own }
    ? [Extract<Own, Where>] extends [never]
      ? never
      : Name
    : never;
}[AnyName];

/** The settings that name a file to write. */
export type FileSettingName = NamesDelivering<"file">;
export const FILE_SETTING_NAMES = SETTING_NAMES.filter(
  (name) => settings[name].delivery === "file",
) as FileSettingName[];

/** The settings that say where a run is told of, and change nothing that it is about. */
export type DeliverySettingName = NamesDelivering<Delivery>;
/** The settings of the comment. */
export type CommentSettings = Pick<Settings, NamesDelivering<"comment">>;

/** True for what exists on GitHub only. */
export function isForActionOnly(name: SettingName): boolean {
  const { delivery }: Setting = settings[name];
  return delivery === "page" || delivery === "comment";
}

/** True for what means something where nothing is probed: thresholds, the gate, and the files to write. */
export function isReplaySetting(name: SettingName): boolean {
  const { kind, ofReplay, delivery }: Setting = settings[name];
  return kind === "judge" || ofReplay === true || delivery === "file";
}
