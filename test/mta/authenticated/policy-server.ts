/** The web server of the bed: nginx with a server for each policy, and two that nginx cannot play. */
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "node:tls";
import { gzipSync } from "node:zlib";
import { startDaemon } from "../daemon.ts";
import { POLICY_HOSTS } from "./policies.ts";
import type { Site } from "./site.ts";
import type { PolicyPlan } from "./target.ts";

/** Octets a second of a policy host that drips: header and policy take minutes, and senders wait for one. */
const DRIP = 1;

/** The text as it is served. */
function textOf({ text = "" }: PolicyPlan, expand: Site["expand"]): string {
  const whole = typeof text === "string" ? text : text.map((line) => `${line}\r\n`).join("");
  return expand(whole, false);
}

/** What the one location of a policy host does. */
function location({ status = 200, location: target, type = "text/plain", at }: PolicyPlan): string[] {
  const kind = [`types { }`, `default_type "${type ?? ""}";`];
  if (target !== undefined) return [`return ${String(status)} ${target};`];
  if (status !== 200) return [`return ${String(status)};`];
  if (at === "drip") return [...kind, `limit_rate ${String(DRIP)};`];
  return at === "gzip" ? [...kind, "add_header Content-Encoding gzip;"] : kind;
}

/** Where a policy host listens; TLS versions are a matter of the address. */
function listening({ at }: PolicyPlan): string[] {
  if (at === "plaintext") return [`listen ${POLICY_HOSTS.plaintext}:443;`];
  if (at === "v6") return [`listen [${POLICY_HOSTS.nginx6}]:443 ssl;`];
  if (at === "tls11") {
    return [
      `listen ${POLICY_HOSTS.tls11}:443 ssl;`,
      "ssl_protocols TLSv1.1;",
      "ssl_ciphers DEFAULT@SECLEVEL=0;",
    ];
  }
  return [`listen ${POLICY_HOSTS.nginx}:443 ssl;`];
}

/** The server block of a target, and its files. */
function block(home: string, site: Site): string[] {
  const { policy } = site.target.sts ?? {};
  const { policyChain, domain } = site;
  if (policy === undefined || policyChain === undefined) return [];
  if (policy.at === "absent" || policy.at === "refused" || policy.at === "silent") return [];
  const root = join(home, "sites", domain);
  mkdirSync(join(root, ".well-known"), { recursive: true });
  const text = Buffer.from(textOf(policy, site.expand), "utf8");
  const served = policy.at === "gzip" ? gzipSync(text) : text;
  writeFileSync(join(root, ".well-known", "mta-sts.txt"), served);
  // Where a redirect on the same host leads.
  writeFileSync(join(root, "mta-sts.txt"), served);
  const pem = join(home, `${domain}.pem`);
  writeFileSync(pem, policyChain[0].keyPem + policyChain.map((link) => link.pem).join(""));
  const lines = [
    `server_name mta-sts.${domain};`,
    ...listening(policy),
    ...(policy.at === "plaintext" ? [] : [`ssl_certificate ${pem};`, `ssl_certificate_key ${pem};`]),
    `root ${root};`,
    "location = /.well-known/mta-sts.txt {",
    ...location(policy).map((line) => `  ${line}`),
    "}",
  ];
  return ["server {", ...lines.map((line) => `  ${line}`), "}"];
}

function configuration(home: string, sites: readonly Site[]): string {
  return [
    "daemon off;",
    "user root;",
    "worker_processes 1;",
    `pid ${home}/pid;`,
    "error_log stderr warn;",
    "events { worker_connections 256; }",
    "http {",
    "access_log off;",
    "server_names_hash_bucket_size 128;",
    "server_names_hash_max_size 4096;",
    ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${home}/${name};`,
    ),
    // Whoever names nobody that lives here gets no handshake.
    `server { listen ${POLICY_HOSTS.nginx}:443 ssl default_server; ssl_reject_handshake on; }`,
    ...sites.flatMap((site) => block(home, site)),
    "}",
    "",
  ].join("\n");
}

/** Takes any question over TLS and leaves it at that. */
async function startSilent(sites: readonly Site[]): Promise<void> {
  const chain = sites.find(({ target }) => target.sts?.policy?.at === "silent")?.policyChain;
  if (chain === undefined) return;
  const server = createServer(
    { cert: chain.map(({ pem }) => pem).join(""), key: chain[0].keyPem },
    (socket) => {
      socket.on("data", () => undefined).on("error", () => undefined);
    },
  );
  server.on("tlsClientError", () => undefined);
  server.listen(443, POLICY_HOSTS.silent);
  await once(server, "listening");
}

/** Starts the web servers. */
export async function startPolicyServers(folder: string, sites: readonly Site[]): Promise<void> {
  const home = join(folder, "nginx");
  mkdirSync(home);
  const file = join(home, "nginx.conf");
  writeFileSync(file, configuration(home, sites));
  await startSilent(sites);
  const daemon = startDaemon("nginx", "/usr/sbin/nginx", ["-c", file, "-e", "stderr"]);
  await daemon.untilListening(POLICY_HOSTS.nginx, 443);
}
