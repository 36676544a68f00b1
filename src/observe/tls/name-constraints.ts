/**
 * Name constraints (RFC 5280 4.2.1.10, 6.1.3): the names that a CA may give. Compared are DNS names, IP addresses
 * and directory names; a constraint on other kinds refuses every path on which such a name appears, as the RFC
 * asks of whoever cannot process it.
 */
import { NAME_KIND, readGeneralNames } from "./alternative-names.ts";
import { MAX_NAME_COMPARISONS } from "../bounds.ts";
import { EXTENSION } from "./certificate-structure.ts";
import { childrenOf, constructed, readElement, readElements, readWhole, TAG, type Element } from "./der.ts";
import { comparableParts, readName, valuesOf } from "./distinguished-name.ts";
import type { ParsedCertificate } from "./parsed-certificate.ts";

interface NameConstraints {
  readonly permitted: readonly Element[];
  readonly excluded: readonly Element[];
}

/** A list of GeneralSubtree; undefined where it is malformed or uses minimum or maximum, which mean nothing. */
function readSubtrees(list: Element | undefined): Element[] | undefined {
  if (list === undefined) return [];
  const bases: Element[] = [];
  for (const subtree of readElements(list.content) ?? [undefined]) {
    const [base, ...limits] = childrenOf(subtree, TAG.sequence) ?? [];
    if (base === undefined || limits.length > 0) return undefined;
    bases.push(base);
  }
  return bases;
}

function readConstraints(value: Buffer): NameConstraints | undefined {
  const lists = readWhole(value, TAG.sequence);
  if (lists === undefined) return undefined;
  const permitted = readSubtrees(lists.find((list) => list.tag === constructed(0)));
  const excluded = readSubtrees(lists.find((list) => list.tag === constructed(1)));
  return permitted === undefined || excluded === undefined ? undefined : { permitted, excluded };
}

/** A name at or below the base; a base that starts with a dot holds for what is below it only. */
function dnsWithin(name: Buffer, base: Buffer): boolean {
  const [own, limit] = [name.toString("latin1").toLowerCase(), base.toString("latin1").toLowerCase()];
  if (!own.endsWith(limit)) return false;
  const rest = own.slice(0, own.length - limit.length);
  return limit === "" || limit.startsWith(".") || rest === "" || rest.endsWith(".");
}

/** The base is an address and a mask, one behind the other. */
function ipWithin(address: Buffer, base: Buffer): boolean {
  if (base.length !== 2 * address.length) return false;
  return address.every((octet, index) => {
    const mask = base[address.length + index] ?? 0;
    return (octet & mask) === ((base[index] ?? 0) & mask);
  });
}

function directoryWithin(name: Buffer, base: Buffer): boolean | undefined {
  const [own, limit] = [readName(readElement(name)), readName(readElement(base))];
  if (own === undefined || limit === undefined) return undefined;
  const parts = comparableParts(own);
  return comparableParts(limit).every((part, index) => parts[index] === part);
}

/** Whether a name lies in a subtree of its own kind; undefined where they cannot be compared. */
function within(name: Element, base: Element): boolean | undefined {
  switch (name.tag) {
    case NAME_KIND.dns:
      return dnsWithin(name.content, base.content);
    case NAME_KIND.ip:
      return ipWithin(name.content, base.content);
    case NAME_KIND.directory:
      return directoryWithin(name.content, base.content);
    default:
      return undefined;
  }
}

function obeys(name: Element, { permitted, excluded }: NameConstraints): boolean {
  const ofKind = (base: Element): boolean => base.tag === name.tag;
  const allowed = permitted.filter(ofKind);
  const forbidden = excluded.filter(ofKind);
  if (allowed.length > 0 && !allowed.some((base) => within(name, base) === true)) return false;
  return forbidden.every((base) => within(name, base) === false);
}

/** Whether a common name looks like a host name; it is one of the leaf's names where that has no dNSName. */
function looksLikeHost(commonName: string): boolean {
  const labels = commonName.length <= 253 ? commonName.split(".") : [];
  return labels.length > 1 && labels.every((label) => /^\w+(?:-+\w+)*$/.test(label));
}

/** Every name that a certificate gives its subject, as GeneralNames; undefined where they cannot be read. */
function namesOf(certificate: ParsedCertificate, isLeaf: boolean): Element[] | undefined {
  const structure = certificate.structure();
  const subject = structure?.subject;
  const name = certificate.subjectName();
  if (subject === undefined || name === undefined) return undefined;
  const extension = structure?.extensions?.get(EXTENSION.subjectAlternativeName);
  const names = extension === undefined ? [] : readGeneralNames(extension.value);
  if (names === undefined) return undefined;
  const entry = (tag: number, content: Buffer): Element => ({ tag, content, whole: content });
  const directory = name.relativeNames.length > 0 ? [entry(NAME_KIND.directory, subject.whole)] : [];
  const emails = valuesOf(name, "emailAddress").map((email) => entry(NAME_KIND.email, Buffer.from(email)));
  const hasDnsName = names.some((each) => each.tag === NAME_KIND.dns);
  const commonNames = isLeaf && !hasDnsName ? valuesOf(name, "CN").filter(looksLikeHost) : [];
  const hosts = commonNames.map((text) => entry(NAME_KIND.dns, Buffer.from(text, "latin1")));
  return [...directory, ...emails, ...names, ...hosts];
}

/**
 * Whether every name on a path, leaf first, obeys the constraints of every certificate above it. Self-issued
 * intermediates are exempt. Constraints that cannot be read, or are too many to compare, are not obeyed.
 */
export function obeysNameConstraints(path: readonly ParsedCertificate[]): boolean {
  let comparisons = 0;
  for (const [index, issuer] of path.entries()) {
    const extension =
      index === 0 ? undefined : issuer.structure()?.extensions?.get(EXTENSION.nameConstraints);
    if (extension === undefined) continue;
    const constraints = readConstraints(extension.value);
    if (constraints === undefined) return false;
    for (const [below, certificate] of path.slice(0, index).entries()) {
      if (below > 0 && certificate.selfIssued) continue;
      const names = namesOf(certificate, below === 0);
      if (names === undefined) return false;
      comparisons += names.length * (constraints.permitted.length + constraints.excluded.length);
      if (comparisons > MAX_NAME_COMPARISONS) return false;
      if (!names.every((name) => obeys(name, constraints))) return false;
    }
  }
  return true;
}
