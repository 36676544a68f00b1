/** The words in which the lab's domains and servers are planned. */
import type { Script } from "../support/tcp/raw-server.ts";
import type { SmtpScript } from "../support/smtp/smtp-script.ts";
import type { Authorities, Chain } from "./certificates.ts";
import type { Middlebox } from "./middlebox.ts";

/** What the set-up of one server can draw on. */
export interface Stage {
  /** The host name that it is there for. */
  readonly host: string;
  /** The mail domain that it is there for. */
  readonly domain: string;
  /** Address that it listens at. */
  readonly address: string;
  readonly authorities: Authorities;
  /** Writes a file of this server's and gives its path. */
  file(name: string, content: string): string;
}

export interface PostfixPlan {
  readonly by: "postfix";
  /** The sound chain where absent; null: no TLS. */
  readonly chain?: ((stage: Stage) => Chain) | null;
  /** Settings in which it differs from a sound server. */
  readonly settings?: (stage: Stage) => Readonly<Record<string, string>>;
  /** postscreen stands in front, with its own settings. */
  readonly screen?: Readonly<Record<string, string>>;
}

export interface EximPlan {
  readonly by: "exim";
  readonly chain?: ((stage: Stage) => Chain) | null;
  /** Takes the key of another certificate, so that the two do not match. */
  readonly foreignKey?: true;
  /** GnuTLS priority string; TLS 1.2 and 1.3 where absent. */
  readonly priorities?: string;
  /** Further main settings, each a line. */
  readonly settings?: (stage: Stage) => readonly string[];
  /** Statements of the ACLs in front of the usual ones, by name: `connect`, `helo`, `mail`, `rcpt`. */
  readonly acl?: Readonly<Partial<Record<"connect" | "helo" | "mail" | "rcpt", readonly string[]>>>;
  /** Lines of the section "authenticators". */
  readonly authenticators?: readonly string[];
}

export interface OpenSmtpdPlan {
  readonly by: "opensmtpd";
  /** Offers TLS. */
  readonly tls: boolean;
  /** Takes mail for everybody from everybody. */
  readonly open?: true;
}

export interface ScriptPlan {
  readonly by: "script";
  readonly script: (stage: Stage) => Partial<SmtpScript>;
}

/** Exact bytes, to every connection the same. */
export interface BytesPlan {
  readonly by: "bytes";
  readonly script: Script;
}

/** How the network treats packets to an address where nothing listens. */
export type Obstacle =
  | "closed"
  | "dropped"
  | "port-unreachable"
  | "host-unreachable"
  | "admin-prohibited"
  | "net-prohibited"
  | "own-prohibition"
  | "full-backlog";

export interface ObstaclePlan {
  readonly by: "network";
  readonly obstacle: Obstacle;
}

export interface MiddleboxPlan {
  readonly by: "middlebox";
  readonly box: Middlebox;
  readonly behind: PostfixPlan;
}

/**
 * Addresses that a server can have: `loopback`; `lossy`, the same where the first three packets are lost; `v6`, a
 * unique local one; `public`, of which no interface of this machine knows; `abroad` and `abroad6`, to which there
 * is no route.
 */
export type AddressKind = "loopback" | "lossy" | "v6" | "public" | "abroad" | "abroad6";

export type ServerPlan =
  PostfixPlan | EximPlan | OpenSmtpdPlan | ScriptPlan | BytesPlan | ObstaclePlan | MiddleboxPlan;

/** A server at an address that is not of the usual kind. */
export interface Placed {
  readonly at: AddressKind;
  readonly server: ServerPlan;
}

export interface DomainPlan {
  /**
   * Records in place of `DOMAIN MX 10 mx.DOMAIN`, relative to .test, where `ADDRESS` is its server's. Hosts get
   * their addresses on their own, unless a record here is theirs.
   */
  readonly records?: readonly string[];
  /**
   * The domain is a zone of its own, with the usual MX; the records above stand in its parent. `lost`: its name
   * server has no such file.
   */
  readonly zone?: "unsigned" | "signed" | "lost";
  /** Servers by host, which is a label below the domain or `@`; several are several addresses. */
  readonly hosts: Readonly<Record<string, readonly (ServerPlan | Placed)[]>>;
  /** How the domain is written where the program is asked about it. */
  readonly given?: string;
  /** True where its servers do not know the domain (any more). */
  readonly unserved?: true;
}

type Options<Plan> = Omit<Plan, "by">;

export function postfix(options: Options<PostfixPlan> = {}): PostfixPlan {
  return { by: "postfix", ...options };
}

/** Postfix with settings that need nothing of the stage. */
export function postfixWith(settings: Readonly<Record<string, string>>): PostfixPlan {
  return { by: "postfix", settings: () => settings };
}

export function exim(options: Options<EximPlan> = {}): EximPlan {
  return { by: "exim", ...options };
}

export function script(given: Partial<SmtpScript> | ScriptPlan["script"]): ScriptPlan {
  return { by: "script", script: typeof given === "function" ? given : () => given };
}

export function bytes(...lines: Script): BytesPlan {
  return { by: "bytes", script: lines };
}

export function network(obstacle: Obstacle): ObstaclePlan {
  return { by: "network", obstacle };
}

export function through(box: Middlebox, behind: PostfixPlan = postfix()): MiddleboxPlan {
  return { by: "middlebox", box, behind };
}

export function at(kind: AddressKind, server: ServerPlan): Placed {
  return { at: kind, server };
}

/** A domain with one server at one address. */
export function one(server: ServerPlan | Placed): DomainPlan {
  return { hosts: { mx: [server] } };
}
