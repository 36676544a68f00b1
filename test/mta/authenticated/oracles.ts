/** Asks all oracles about all targets and puts what they say into one table. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Row, Said, Sent } from "./answers.ts";
import type { Bed } from "./bed.ts";
import { askExim } from "./dane-exim.ts";
import { askPostfix } from "./dane-postfix.ts";
import { tlsaData } from "./site.ts";
import type { Site } from "./site.ts";
import { Shell } from "./shells.ts";
import { askCurl, askFinger, askOpenssl, askTexts, askUnbound } from "./tools.ts";
import type { Handshake } from "./tools.ts";

/** At most so many questions at once. */
const AT_ONCE = 6;

/** Puts a question and notes the answer. */
export type Question = (shell: Shell) => Promise<void>;

/** Puts all questions, some at a time. */
export async function pooled(questions: readonly Question[]): Promise<void> {
  const waiting = [...questions];
  const worker = async (): Promise<void> => {
    const shell = new Shell();
    for (let ask = waiting.shift(); ask !== undefined; ask = waiting.shift()) await ask(shell);
    shell.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** MX hosts of a target by key, in the form of its label. */
export function exchanges({ target, hosts }: Site): readonly string[] {
  if (target.nextHop !== undefined) return [target.nextHop];
  const listed = target.mx ?? hosts.map(({ key }) => key);
  return listed.length > 0 ? listed : hosts.map(({ key }) => key);
}

/** DNS questions about a target, with names in braces as records have them. */
export function questionsOf(site: Site): readonly string[] {
  return [...new Set([...usualQuestions(site), ...Object.keys(site.target.label.dns ?? {})])];
}

function usualQuestions(site: Site): readonly string[] {
  const { target, hosts } = site;
  // Domains that borrow their MX host are there for what their policies and texts say.
  if (hosts.length === 0) return [];
  return [
    ...(target.nextHop === undefined ? ["{@} MX"] : []),
    ...exchanges(site).flatMap((host) => {
      const base = target.label.base?.[host] ?? host;
      const only6 =
        hosts.find(({ key }) => key === host)?.servers.every(({ plan }) => plan.family === 6) ?? false;
      return [`{${host}} ${only6 ? "AAAA" : "A"}`, `_25._tcp.{${base}} TLSA`];
    }),
  ];
}

/** A handshake that a client of DANE has, by host and server as labels have them. */
export interface Attempt extends Handshake {
  readonly server: string;
}

export function attemptsOf(site: Site, bed: Bed): readonly Attempt[] {
  const { target, hosts, name } = site;
  if (target.label.dane === undefined) return [];
  return exchanges(site).flatMap((host) => {
    // Without TLSA records that count there is nothing to go by.
    if (/skip|dane-insecure|dane-lookup-failed/.test(target.label.dane?.[host] ?? "")) return [];
    const base = target.label.base?.[host] ?? host;
    const served = hosts.find(({ key }) => key === host) ?? hosts[0];
    return (served?.servers ?? []).flatMap(({ address, port }, index): Attempt[] => {
      const plans =
        port === 25
          ? (target.tlsa?.[base] ?? target.tlsa?.["{keys}"] ?? target.tlsa?.[`*.{${base}}`])
          : target.tlsa?.[`_${String(port)}._tcp.{${base}}`];
      const carrier = hosts.find(({ key }) => key === (target.keysOf ?? base)) ?? hosts[0];
      // Only DANE-EE and DANE-TA are for SMTP (RFC 7672 3.1.3); openssl would check the others, too.
      const usable = (plans ?? []).filter((plan) => /^[23] /.test(plan));
      if (usable.length === 0) return [];
      const records = usable.map((plan) => tlsaData(plan, carrier?.servers ?? [], bed.placing));
      return [{ server: `${host}#${String(index + 1)}`, address, port, base: name(base), records }];
    });
  });
}

function emptyRow({ target, domain }: Site): Row {
  return { name: target.name, domain, openssl: {}, dns: {}, txt: {} };
}

/** A folder from which posttls-finger takes its settings. */
function fingerConfiguration(folder: string): string {
  const home = join(folder, "finger");
  mkdirSync(home);
  const settings = [
    "compatibility_level = 3.6",
    "mail_owner = postfix",
    "setgid_group = postdrop",
    "inet_interfaces = 127.0.0.1",
    "inet_protocols = all",
    "smtp_host_lookup = dns",
  ];
  writeFileSync(join(home, "main.cf"), [...settings, ""].join("\n"));
  return home;
}

function toolTasks(bed: Bed, site: Site, row: Row, finger: string): Question[] {
  const { target, domain, name } = site;
  const note =
    (into: Record<string, Said>, key: string, asked: (shell: Shell) => Promise<Said>): Question =>
    async (shell) => {
      into[key] = await asked(shell);
    };
  const texts = [
    ...(target.sts === undefined ? [] : ["_mta-sts.{@}"]),
    ...(target.tlsRpt === undefined ? [] : ["_smtp._tls.{@}"]),
  ];
  return [
    ...questionsOf(site).map((question) => {
      const [owner = "", type = ""] = site.expand(question, false).split(" ");
      return note(row.dns, question, (shell) => askUnbound(shell, bed.unboundConfiguration, owner, type));
    }),
    ...attemptsOf(site, bed).map((attempt) =>
      note(row.openssl, attempt.server, (shell) => askOpenssl(shell, attempt)),
    ),
    ...texts.map((owner) => async (shell: Shell): Promise<void> => {
      row.txt[owner] = await askTexts(shell, site.expand(owner, false));
    }),
    ...(target.label.delivery === undefined
      ? []
      : [
          async (shell: Shell): Promise<void> => {
            row.finger = await askFinger(
              shell,
              finger,
              target.nextHop === undefined ? domain : `[${name(target.nextHop)}]`,
            );
          },
        ]),
    ...(target.sts?.policy === undefined
      ? []
      : [
          async (shell: Shell): Promise<void> => {
            row.fetch = await askCurl(shell, bed.caFile, domain);
          },
        ]),
  ];
}

/** Adds which server of a target a message went to. */
function located(site: Site | undefined, sent: Sent | undefined): Sent | undefined {
  if (site === undefined || sent?.address === undefined) return sent;
  const server = exchanges(site)
    .flatMap((key) => {
      const host = site.hosts.find((each) => each.key === key) ?? site.hosts[0];
      return (host?.servers ?? []).map(({ address }, index) => ({
        address,
        name: `${key}#${String(index + 1)}`,
      }));
    })
    .find(({ address }) => address === sent.address);
  return server === undefined ? sent : { ...sent, server: server.name };
}

/** Asks everybody about everything. */
export async function askAll(folder: string, bed: Bed): Promise<Row[]> {
  const rows = bed.sites.map(emptyRow);
  const finger = fingerConfiguration(folder);
  const delivered = bed.sites.filter(({ target }) => target.label.delivery !== undefined);
  const direct = ({ target, name }: Site): string | undefined => target.nextHop && name(target.nextHop);
  const policies = bed.sites.flatMap(({ target, domain, expand }): [string, string[]][] => {
    const patterns = target.label.stsDelivery && target.sts?.policy?.patterns;
    return patterns === undefined ? [] : [[domain, patterns.map((each) => expand(each, false))]];
  });
  const tasks = bed.sites.flatMap((site, index) =>
    toolTasks(bed, site, rows[index] ?? emptyRow(site), finger),
  );
  const [postfix, exim] = await Promise.all([
    askPostfix({
      folder,
      caFile: bed.caFile,
      dane: new Map(delivered.map((site) => [site.domain, direct(site)])),
      sts: new Map(policies),
    }),
    // Its configuration goes by MX records alone.
    askExim(
      folder,
      delivered.filter(({ target }) => target.nextHop === undefined).map(({ domain }) => domain),
    ),
    pooled(tasks),
  ]);
  return rows.map((row, index): Row => {
    const site = bed.sites[index];
    const answers: Partial<Record<"postfix" | "exim" | "finger" | "sts", Sent | undefined>> = {
      postfix: located(site, postfix.dane.get(row.domain)),
      exim: located(site, exim.get(row.domain)),
      finger: located(site, row.finger),
      sts: located(site, postfix.sts.get(row.domain)),
    };
    return {
      ...row,
      ...Object.fromEntries(Object.entries(answers).filter(([, each]) => each !== undefined)),
    };
  });
}
