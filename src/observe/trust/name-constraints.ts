/**
 * Name constraints (RFC 5280 4.2.1.10, 6.1.3): the names that a CA may give, compared as OpenSSL compares them
 * (v3_ncons.c). A constraint on a kind of name that it does not know refuses every path on which such a name appears, as
 * the RFC asks of whoever cannot process it.
 */
import type { RefusedBecause } from "../observation.ts";
import { NAME_KIND, readGeneralNames } from "../x509/alternative-names.ts";
import { EXTENSION } from "../x509/certificate-structure.ts";
import {
  childrenOf,
  constructed,
  primitive,
  readElements,
  readLeading,
  TAG,
  type Element,
} from "../x509/der.ts";
import { elementsOf, valuesOf } from "../x509/distinguished-name.ts";
import type { Effort } from "../x509/effort.ts";
import type { ParsedCertificate } from "../x509/parsed-certificate.ts";
import { comparedName, isWithin, type ComparedName } from "./constrained-name.ts";

interface Subtree {
  readonly base: ComparedName;
  /** It has a minimum or maximum that would mean something; nobody knows what. */
  readonly limited: boolean;
}

interface NameConstraints {
  readonly permitted: readonly Subtree[];
  readonly excluded: readonly Subtree[];
}

/** Whether what stands behind the base says no more than DER's default: a minimum of 0. */
function isDefault({ tag, content }: Element): boolean {
  return tag === primitive(0) && content.length > 0 && content.every((octet) => octet === 0);
}

/** A list of GeneralSubtree; undefined where it is malformed. */
function readSubtrees(list: Element | undefined): Subtree[] | undefined {
  if (list === undefined) return [];
  const subtrees: Subtree[] = [];
  for (const subtree of readElements(list.content) ?? [undefined]) {
    const [base, ...limits] = childrenOf(subtree, TAG.sequence) ?? [];
    if (base === undefined) return undefined;
    subtrees.push({ base: comparedName(base), limited: !limits.every(isDefault) });
  }
  return subtrees;
}

function readConstraints(value: Buffer): NameConstraints | undefined {
  const lists = readLeading(value, TAG.sequence);
  if (lists === undefined) return undefined;
  const permitted = readSubtrees(lists.find((list) => list.tag === constructed(0)));
  const excluded = readSubtrees(lists.find((list) => list.tag === constructed(1)));
  return permitted === undefined || excluded === undefined ? undefined : { permitted, excluded };
}

type Refusal = Extract<RefusedBecause, "name-constraints" | "unusable-constraints">;

/** Why a name does not obey constraints; undefined where it does. */
function refusalOf(name: ComparedName, { permitted, excluded }: NameConstraints): Refusal | undefined {
  const ofKind = ({ base }: Subtree): boolean => base.tag === name.tag && base.other === name.other;
  const allowed = permitted.filter(ofKind);
  const forbidden = excluded.filter(ofKind);
  if ([...allowed, ...forbidden].some(({ limited }) => limited)) return "unusable-constraints";
  let permits = allowed.length === 0;
  for (const { base } of allowed) {
    const within = permits || isWithin(name, base);
    if (within === undefined) return "unusable-constraints";
    permits = within;
  }
  if (!permits) return "name-constraints";
  for (const { base } of forbidden) {
    const within = isWithin(name, base);
    if (within !== false) return within === undefined ? "unusable-constraints" : "name-constraints";
  }
  return undefined;
}

/** Whether a common name looks like a host name; it is one of the leaf's names where that has no dNSName. */
function looksLikeHost(commonName: string): boolean {
  const labels = commonName.length <= 253 ? commonName.split(".") : [];
  return labels.length > 1 && labels.every((label) => /^\w+(?:-+\w+)*$/.test(label));
}

/** Every name that a certificate gives its subject; undefined where they cannot be read. */
function readNames(certificate: ParsedCertificate, isLeaf: boolean): ComparedName[] | undefined {
  const structure = certificate.structure();
  const subject = structure?.subject;
  const name = certificate.subjectName();
  if (subject === undefined || name === undefined) return undefined;
  const extension = structure?.extensions?.get(EXTENSION.subjectAlternativeName);
  const names = extension === undefined ? [] : readGeneralNames(extension.value);
  if (names === undefined) return undefined;
  const entry = (tag: number, content: Buffer): Pick<Element, "tag" | "content"> => ({ tag, content });
  const directory = name.relativeNames.length > 0 ? [entry(NAME_KIND.directory, subject.whole)] : [];
  const emails = elementsOf(name, "emailAddress");
  // OpenSSL compares no mail address of another string type, and refuses the path.
  if (emails.some(({ tag }) => tag !== TAG.ia5String)) return undefined;
  const hasDnsName = names.some((each) => each.tag === NAME_KIND.dns);
  const commonNames = isLeaf && !hasDnsName ? valuesOf(name, "CN").filter(looksLikeHost) : [];
  const hosts = commonNames.map((text) => entry(NAME_KIND.dns, Buffer.from(text, "latin1")));
  return [
    ...directory,
    ...emails.map(({ content }) => entry(NAME_KIND.email, content)),
    ...names,
    ...hosts,
  ].map(comparedName);
}

type Names = ReturnType<typeof readNames>;

/** A certificate whose constraints a path does not obey. */
export interface BrokenConstraints {
  readonly certificate: ParsedCertificate;
  readonly because: Refusal;
}

/** The constraints and names of the certificates that one search meets, each read once. */
export class NameRules {
  readonly #constraints = new Map<ParsedCertificate, NameConstraints | undefined>();
  readonly #names = new Map<ParsedCertificate, Names>();

  /**
   * The first certificate of a path, leaf first, whose constraints are not obeyed by every name below it; undefined where
   * all are. Self-issued intermediates are exempt. Constraints that cannot be read, or are too many to compare, are not
   * obeyed.
   */
  brokenOn(
    path: readonly ParsedCertificate[],
    effort: Pick<Effort, "comparisons">,
  ): BrokenConstraints | undefined {
    for (const [index, issuer] of path.entries()) {
      const extension =
        index === 0 ? undefined : issuer.structure()?.extensions?.get(EXTENSION.nameConstraints);
      if (extension === undefined) continue;
      const constraints = recall(this.#constraints, issuer, () => readConstraints(extension.value));
      const because =
        constraints === undefined
          ? "unusable-constraints"
          : this.#refusal(path.slice(0, index), constraints, effort);
      if (because !== undefined) return { certificate: issuer, because };
    }
    return undefined;
  }

  #refusal(
    below: readonly ParsedCertificate[],
    constraints: NameConstraints,
    effort: Pick<Effort, "comparisons">,
  ): Refusal | undefined {
    for (const [depth, certificate] of below.entries()) {
      if (depth > 0 && certificate.selfIssued) continue;
      const names = recall(this.#names, certificate, () => readNames(certificate, depth === 0));
      if (names === undefined) return "unusable-constraints";
      const needed = names.length * (constraints.permitted.length + constraints.excluded.length);
      if (needed > effort.comparisons) return "unusable-constraints";
      effort.comparisons -= needed;
      for (const name of names) {
        const refusal = refusalOf(name, constraints);
        if (refusal !== undefined) return refusal;
      }
    }
    return undefined;
  }
}

function recall<Value>(
  known: Map<ParsedCertificate, Value>,
  certificate: ParsedCertificate,
  read: () => Value,
): Value | undefined {
  if (!known.has(certificate)) known.set(certificate, read());
  return known.get(certificate);
}
