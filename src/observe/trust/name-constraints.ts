/**
 * Name constraints (RFC 5280 4.2.1.10, 6.1.3): the names that a CA may give. Compared are DNS names, IP addresses
 * and directory names; a constraint on other kinds refuses every path on which such a name appears, as the RFC
 * asks of whoever cannot process it.
 */
import { NAME_KIND, readGeneralNames } from "../x509/alternative-names.ts";
import { EXTENSION } from "../x509/certificate-structure.ts";
import {
  childrenOf,
  constructed,
  readElement,
  readElements,
  readWhole,
  TAG,
  type Element,
} from "../x509/der.ts";
import { comparableParts, readName, valuesOf } from "../x509/distinguished-name.ts";
import type { Effort } from "../x509/effort.ts";
import type { ParsedCertificate } from "../x509/parsed-certificate.ts";

/** A GeneralName as it is compared: read once, however many it is compared with. */
type ComparedName =
  | { readonly kind: "dns"; readonly tag: number; readonly text: string }
  | { readonly kind: "ip"; readonly tag: number; readonly octets: Buffer }
  | { readonly kind: "directory"; readonly tag: number; readonly parts: readonly string[] | undefined }
  /** A kind that is not compared. */
  | { readonly kind: "other"; readonly tag: number };

interface NameConstraints {
  readonly permitted: readonly ComparedName[];
  readonly excluded: readonly ComparedName[];
}

function compared({ tag, content }: Pick<Element, "tag" | "content">): ComparedName {
  switch (tag) {
    case NAME_KIND.dns:
      return { kind: "dns", tag, text: content.toString("latin1").toLowerCase() };
    case NAME_KIND.ip:
      return { kind: "ip", tag, octets: content };
    case NAME_KIND.directory: {
      const name = readName(readElement(content));
      return { kind: "directory", tag, parts: name === undefined ? undefined : comparableParts(name) };
    }
    default:
      return { kind: "other", tag };
  }
}

/** A list of GeneralSubtree; undefined where it is malformed or uses minimum or maximum, which mean nothing. */
function readSubtrees(list: Element | undefined): ComparedName[] | undefined {
  if (list === undefined) return [];
  const bases: ComparedName[] = [];
  for (const subtree of readElements(list.content) ?? [undefined]) {
    const [base, ...limits] = childrenOf(subtree, TAG.sequence) ?? [];
    if (base === undefined || limits.length > 0) return undefined;
    bases.push(compared(base));
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
function dnsWithin(own: string, limit: string): boolean {
  if (!own.endsWith(limit)) return false;
  if (limit === "" || limit.startsWith(".") || own.length === limit.length) return true;
  return own[own.length - limit.length - 1] === ".";
}

/** The base is an address and a mask, one behind the other. */
function ipWithin(address: Buffer, base: Buffer): boolean {
  if (base.length !== 2 * address.length) return false;
  return address.every((octet, index) => {
    const mask = base[address.length + index] ?? 0;
    return (octet & mask) === ((base[index] ?? 0) & mask);
  });
}

function directoryWithin(
  own: readonly string[] | undefined,
  limit: readonly string[] | undefined,
): boolean | undefined {
  if (own === undefined || limit === undefined) return undefined;
  return limit.every((part, index) => own[index] === part);
}

/** Whether a name lies in a subtree of its own kind; undefined where they cannot be compared. */
function within(name: ComparedName, base: ComparedName): boolean | undefined {
  if (name.kind === "dns" && base.kind === "dns") return dnsWithin(name.text, base.text);
  if (name.kind === "ip" && base.kind === "ip") return ipWithin(name.octets, base.octets);
  if (name.kind === "directory" && base.kind === "directory") return directoryWithin(name.parts, base.parts);
  return undefined;
}

function obeys(name: ComparedName, { permitted, excluded }: NameConstraints): boolean {
  const ofKind = (base: ComparedName): boolean => base.tag === name.tag;
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
  const emails = valuesOf(name, "emailAddress").map((email) => entry(NAME_KIND.email, Buffer.from(email)));
  const hasDnsName = names.some((each) => each.tag === NAME_KIND.dns);
  const commonNames = isLeaf && !hasDnsName ? valuesOf(name, "CN").filter(looksLikeHost) : [];
  const hosts = commonNames.map((text) => entry(NAME_KIND.dns, Buffer.from(text, "latin1")));
  return [...directory, ...emails, ...names, ...hosts].map(compared);
}

type Names = ReturnType<typeof readNames>;

/** The constraints and names of the certificates that one search meets, each read once. */
export class NameRules {
  readonly #constraints = new Map<ParsedCertificate, NameConstraints | undefined>();
  readonly #names = new Map<ParsedCertificate, Names>();

  /**
   * Whether every name on a path, leaf first, obeys the constraints of every certificate above it. Self-issued
   * intermediates are exempt. Constraints that cannot be read, or are too many to compare, are not obeyed.
   */
  areObeyed(path: readonly ParsedCertificate[], effort: Pick<Effort, "comparisons">): boolean {
    for (const [index, issuer] of path.entries()) {
      const extension =
        index === 0 ? undefined : issuer.structure()?.extensions?.get(EXTENSION.nameConstraints);
      if (extension === undefined) continue;
      const constraints = recall(this.#constraints, issuer, () => readConstraints(extension.value));
      if (constraints === undefined) return false;
      for (const [below, certificate] of path.slice(0, index).entries()) {
        if (below > 0 && certificate.selfIssued) continue;
        const names = recall(this.#names, certificate, () => readNames(certificate, below === 0));
        if (names === undefined) return false;
        const needed = names.length * (constraints.permitted.length + constraints.excluded.length);
        if (needed > effort.comparisons) return false;
        effort.comparisons -= needed;
        if (!names.every((name) => obeys(name, constraints))) return false;
      }
    }
    return true;
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
