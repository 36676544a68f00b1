/** Hostile peers on loopback: each at an address of its own, all on one port, behind one name server. */
import { startDnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { openAuthority } from "../support/certificates/authority.ts";
import type { Issued } from "../support/certificates/issue.ts";
import { listen } from "../support/tcp/raw-server.ts";
import type { Peer } from "./peer.ts";
import { Wire } from "../support/tcp/wire.ts";

export interface Whereabouts {
  /** Port of every peer. */
  readonly port: number;
  /** `address:port` of the name server. */
  readonly dnsServer: string;
  /** The root that signs what is sound, in PEM. */
  readonly ca: string;
}

export interface HostileStage extends Whereabouts {
  close(): Promise<void>;
}

/** The n-th address of 127.16.0.0/12. */
export function addressOf(index: number): string {
  return `127.${String(16 + (index >> 16))}.${String((index >> 8) & 255)}.${String(index & 255)}`;
}

/** Hosts that share a certificate: as many are a provider's, and making one for each takes longer than serving it. */
const HOSTS_PER_CERTIFICATE = 50;

/** Starts the peers; the n-th listens at the n-th address, and `NAME.test` leads there. */
export async function startPeers(peers: readonly Peer[]): Promise<HostileStage> {
  const { stage, root } = openAuthority(new Date());
  const hosts = peers.map(({ name }) => `mx.${name}.test`);
  const chains = new Map<number, [Issued, Issued]>();
  const chainOf = (index: number): [Issued, Issued] => {
    const group = Math.floor(index / HOSTS_PER_CERTIFICATE);
    const first = group * HOSTS_PER_CERTIFICATE;
    const dnsNames = hosts.slice(first, first + HOSTS_PER_CERTIFICATE);
    const chain = chains.get(group) ?? stage.chainFor(hosts[first] ?? "", { dnsNames });
    chains.set(group, chain);
    return chain;
  };
  const connections = new Map<string, number>();
  const zones: Record<string, Records> = {};
  const players = new Map<string, { peer: Peer; index: number }>();
  for (const [index, peer] of peers.entries()) {
    const address = addressOf(index + 1);
    players.set(address, { peer, index });
    zones[`${peer.name}.test`] = { MX: [[10, `mx.${peer.name}.test`]] };
    zones[`mx.${peer.name}.test`] = { A: [address] };
  }
  const dns = await startDnsServer(zones);
  const server = await listen({ host: "0.0.0.0" }, (socket, _number, { closing }) => {
    const player = players.get(socket.localAddress ?? "");
    if (player === undefined) {
      socket.destroy();
      return;
    }
    const { peer, index } = player;
    const connection = (connections.get(peer.name) ?? 0) + 1;
    connections.set(peer.name, connection);
    const domain = `${peer.name}.test`;
    const host = `mx.${domain}`;
    const wire = new Wire(socket, closing);
    void peer.play({ wire, host, domain, chain: chainOf(index), root, connection });
  });
  return {
    port: server.port,
    dnsServer: dns.address,
    ca: root.pem,
    async close() {
      await Promise.all([server.close(), dns.close()]);
    },
  };
}
