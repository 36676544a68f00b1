/**
 * Runs inside a namespace: Postfix on port 25 of two loopback addresses, sound on one and an open relay on the
 * other, behind a zone that Knot serves; then the whole program. Prints the report as JSON.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAuthority } from "../support/certificates/authority.ts";
import { checkWith } from "./gate.ts";
import { startKnot } from "./knot.ts";
import { leaveWith, settleIn } from "./namespace.ts";
import { startPostfix } from "./postfix.ts";

const NAME_SERVER = "127.0.0.53";
const SERVERS = [
  { domain: "healthy", address: "127.0.1.1", settings: {} },
  { domain: "open-relay", address: "127.0.1.2", settings: { mynetworks: "0.0.0.0/0" } },
] as const;

const folder = settleIn();
const { stage, root } = openAuthority(new Date());
const caFile = join(folder, "ca.pem");
writeFileSync(caFile, root.pem);

const records = SERVERS.flatMap(({ domain, address }) => [
  `${domain} MX 10 mx.${domain}`,
  `mx.${domain} A ${address}`,
]);
const services = SERVERS.map(({ domain, address, settings }) => ({
  address,
  name: `mx.${domain}.test`,
  chain: stage.chainFor(`mx.${domain}.test`),
  settings,
}));
const domains = SERVERS.map(({ domain }) => `${domain}.test`);
await Promise.all([
  startKnot({ folder, address: NAME_SERVER, zones: [{ name: "test", records }] }),
  startPostfix({ folder, domains, services }),
]);

const report = await checkWith({
  domains: domains.join(","),
  "dns-server": NAME_SERVER,
  "ca-file": caFile,
  "allow-private-addresses": "true",
});
leaveWith(JSON.stringify(report));
