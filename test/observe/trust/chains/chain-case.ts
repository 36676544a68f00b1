/** Chains that the tests forge to ask OpenSSL about them: what they are made of. */
import * as der from "../../../support/certificates/der.ts";
import type { Issued } from "../../../support/certificates/issue.ts";
import {
  alternativeNames,
  basicConstraints,
  extension,
  forge,
  name,
  OID,
  type Recipe,
} from "../../../support/certificates/forge.ts";

/** A served chain, leaf first, and the anchors of the only store. */
export interface ChainCase {
  readonly title: string;
  readonly served: readonly [Issued, ...Issued[]];
  readonly anchors: readonly Issued[];
}

export const HOST = "mx.own.test";

export const called = (common: string): Pick<Recipe, "subject"> => ({
  subject: name([OID.commonName, common]),
});

/** A certificate for the host; extensions come behind the name. */
export function leafOf(issuer: Issued, recipe: Partial<Recipe> = {}): Issued {
  const extensions = [alternativeNames(HOST), ...(recipe.extensions ?? [])];
  return forge({ ...called("leaf"), issuer, ...recipe, extensions });
}

/** A CA; without an issuer a root. */
export function authority(common: string, recipe: Partial<Recipe> = {}): Issued {
  return forge({ ...called(common), extensions: [basicConstraints(true)], ...recipe });
}

export const ROOT = authority("Root");

/** The same recipe for the leaf, the intermediate or the root of a chain of three. */
export function atPlace(place: Place, recipe: Partial<Recipe>): Pick<ChainCase, "served" | "anchors"> {
  const own = (here: Place): Partial<Recipe> => (here === place ? recipe : {});
  const root = authority("Top", own("root"));
  const between = authority("Between", { issuer: root, ...own("intermediate") });
  return { served: [leafOf(between, own("leaf")), between], anchors: [root] };
}

export const PLACES = ["leaf", "intermediate", "root"] as const;
export type Place = (typeof PLACES)[number];

/** With these extensions, behind basicConstraints where it is a CA. */
export function extended(
  place: Place,
  ...extensions: readonly Buffer[]
): Pick<ChainCase, "served" | "anchors"> {
  return atPlace(place, {
    extensions: place === "leaf" ? extensions : [basicConstraints(true), ...extensions],
  });
}

export const identifier = (id: string): Buffer =>
  extension(OID.subjectKeyIdentifier, der.octetString(Buffer.from(id)));

/** authorityKeyIdentifier of key identifier, the issuer's own issuer, and its serial number. */
export function points(to: { key?: string; issuer?: Buffer; serial?: Buffer }): Buffer {
  return extension(
    OID.authorityKeyIdentifier,
    der.sequence(
      ...(to.key === undefined ? [] : [der.implicit(0, Buffer.from(to.key))]),
      ...(to.issuer === undefined ? [] : [der.explicit(1, der.explicit(4, to.issuer))]),
      ...(to.serial === undefined ? [] : [der.implicit(2, to.serial)]),
    ),
  );
}
