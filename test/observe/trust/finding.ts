/** Asks for the paths of a chain in stores that the test has made. */
import { findTrustPaths, type FoundPaths } from "../../../src/observe/trust/paths.ts";
import { createTrustStores, type StoreName, type TrustStores } from "../../../src/observe/trust/stores.ts";
import type { Issued } from "../../support/certificates/issue.ts";

export type Anchors = Partial<Record<StoreName, readonly Issued[]>>;

/** A served chain and the anchors of the only store. */
export type Chain = readonly [served: readonly Issued[], anchors: readonly Issued[]];

export function storesOf(stores: Anchors): TrustStores {
  const names: StoreName[] = ["bundled", "system", "ca-file"];
  return createTrustStores(
    names.flatMap((store) => {
      const anchors = stores[store];
      return anchors === undefined ? [] : [{ store, read: () => anchors.map(({ pem }) => pem) }];
    }),
  );
}

export function find(served: readonly Issued[], stores: Anchors): FoundPaths {
  return findTrustPaths(
    served.map((each) => each.der),
    storesOf(stores),
  );
}

export const hashes = (...certificates: readonly Issued[]): string[] =>
  certificates.map(({ sha256 }) => sha256);
