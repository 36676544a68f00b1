/** A served chain as it is recorded. */
import type { z } from "zod";
import type { CertificateFacts, chainLink, TrustPath } from "../observation.ts";

export type ChainLink = z.infer<typeof chainLink>;

/** What a handshake records about the certificates, and the facts of each of them by SHA-256. */
export interface ChainDescription {
  chain: ChainLink[];
  paths: TrustPath[];
  /** Served certificates that were left out, where there are more than we keep. */
  chainCut?: number;
  certificates: Record<string, CertificateFacts>;
}
