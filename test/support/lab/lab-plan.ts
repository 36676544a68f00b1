/** The words in which the domains of the lab are planned. */
import type { EndpointCheckId } from "../../../src/judge/checks/all.ts";
import type { MailServerOptions } from "../smtp/mail-server.ts";
import { DAY } from "../certificates/issue.ts";
import type { IssueOptions, Issued } from "../certificates/issue.ts";
import type { ServerTls } from "../smtp/server-tls.ts";
import { onlyFor } from "../smtp/smtp-script.ts";
import type { SmtpScript } from "../smtp/smtp-script.ts";

export type EndpointCheck = EndpointCheckId;

/** What a check must come to: its verdict, and every code of its findings, no more and no less. */
export interface Expectation {
  verdict: "pass" | "warn" | "fail" | "skip";
  codes: readonly string[];
}

export type Deviations = Readonly<Partial<Record<EndpointCheck, Expectation>>>;

/** What the set-up of a server can draw on. */
export interface Stage {
  now: Date;
  /** Makes a leaf of the lab's own CA for a host, and gives it with the intermediate behind it. */
  chainFor(host: string, differing?: Partial<IssueOptions>): [Issued, Issued];
  /** Makes a certificate that its own key signs. */
  selfSigned(host: string): Issued;
}

export type ServerPlan = { peer: MailServerOptions } | { script: SmtpScript } | "nothing listens";

export interface HostPlan {
  host: string;
  setUp(stage: Stage): ServerPlan;
  /** It also has the address ::1. */
  dualStack?: true;
  /** Where its endpoints differ from a pass without findings. */
  deviations: Deviations;
}

export interface DomainPlan {
  domain: string;
  result: "pass" | "warn" | "fail";
  /** By rising preference; none: a null MX. */
  hosts: readonly HostPlan[];
}

export const SKIP: Expectation = { verdict: "skip", codes: [] };

export function fails(code: string): Expectation {
  return { verdict: "fail", codes: [code] };
}

export function warns(code: string): Expectation {
  return { verdict: "warn", codes: [code] };
}

/** A skip with a notice. */
export function skips(code: string): Expectation {
  return { verdict: "skip", codes: [code] };
}

/** Validity of a leaf, in days from now on. */
export function validDays(from: number, until: number): (now: Date) => Partial<IssueOptions> {
  return (now) => ({
    notBefore: new Date(now.getTime() + from * DAY),
    notAfter: new Date(now.getTime() + until * DAY),
  });
}

/** A host served by the npm package smtp-server, sound but for what its leaf has otherwise. */
export function peer(
  host: string,
  leaf: (now: Date) => Partial<IssueOptions> = () => ({}),
  deviations: Deviations = {},
): HostPlan {
  return {
    host,
    deviations,
    setUp: (stage) => ({
      peer: { name: host, domains: [domainOf(host)], tls: { chain: stage.chainFor(host, leaf(stage.now)) } },
    }),
  };
}

export interface ScriptedPlan {
  deviations?: Deviations;
  script?: Partial<Omit<SmtpScript, "tls">>;
  tls?: (stage: Stage) => Partial<ServerTls>;
}

/** A host served by a scripted server, sound but for what the plan says. */
export function scripted(host: string, { deviations = {}, script = {}, tls }: ScriptedPlan): HostPlan {
  return {
    host,
    deviations,
    setUp: (stage) => ({
      script: {
        name: host,
        rcpt: onlyFor([domainOf(host)]),
        ...script,
        tls: { chain: stage.chainFor(host), ...tls?.(stage) },
      },
    }),
  };
}

/** Every host of the lab is one label below its domain. */
function domainOf(host: string): string {
  return host.slice(host.indexOf(".") + 1);
}
