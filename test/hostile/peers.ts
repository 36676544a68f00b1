/** All hostile peers, in the groups in which they are met. */
import { certificatePeers } from "./certificate-peers.ts";
import { dearPeers } from "./dear-certificates.ts";
import { greeters } from "./greeters.ts";
import type { Peer } from "./peer.ts";
import { steps } from "./steps.ts";
import { textPeers } from "./text-peers.ts";
import { floodPeers, handshakePeers } from "./tls-peers.ts";

export const PEERS = {
  dialogs: [...greeters, ...steps],
  tls: [...handshakePeers, ...certificatePeers, ...textPeers],
  floods: floodPeers,
  dear: dearPeers,
} as const satisfies Readonly<Record<string, readonly Peer[]>>;

export type Group = keyof typeof PEERS;
