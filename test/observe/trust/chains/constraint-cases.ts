/** Name constraints of every kind, each base with names inside and outside of it. */
import * as der from "../../../support/certificates/der.ts";
import {
  basicConstraints,
  extension,
  forge,
  name,
  nameConstraints,
  OID,
} from "../../../support/certificates/forge.ts";
import { alternativeNames, type Recipe } from "../../../support/certificates/forge.ts";
import { authority, ROOT, type ChainCase } from "./chain-case.ts";

interface Kind {
  readonly kind: string;
  readonly base: (text: string) => Buffer;
  readonly bases: readonly string[];
  readonly names: readonly string[];
}

const text =
  (tag: number) =>
  (value: string): Buffer =>
    der.implicit(tag, Buffer.from(value, "latin1"));
const octets = (value: string): Buffer => der.implicit(7, Buffer.from(value, "hex"));

const KINDS: readonly Kind[] = [
  {
    kind: "DNS name",
    base: text(2),
    bases: ["own.test", ".own.test", "OWN.test", "", "mx.own.test", "test"],
    names: [
      "mx.own.test",
      "own.test",
      "notown.test",
      "MX.OWN.TEST",
      "*.own.test",
      "own.test.",
      "other.example",
    ],
  },
  {
    kind: "mail address",
    base: text(1),
    bases: ["own.test", ".own.test", "a@own.test", "A@own.test", "@own.test", ""],
    names: ["a@own.test", "a@sub.own.test", "b@own.test", "a@OWN.TEST", "no address", '"x@y"@own.test'],
  },
  {
    kind: "URI",
    base: text(6),
    bases: ["own.test", ".own.test", "OWN.test", ""],
    names: [
      "https://own.test/path",
      "https://own.test",
      "https://sub.own.test:443/",
      "https://OWN.test?query",
      "urn:own:test",
      "https:///path",
      "https://user@own.test/",
    ],
  },
  {
    kind: "IP address",
    base: octets,
    bases: [
      "c0000200ffffff00",
      "0000000000000000",
      "20010db8000000000000000000000000ffffffff000000000000000000000000",
      "c00002",
    ],
    names: ["c0000219", "c6336401", "20010db8000000000000000000000001"],
  },
];

/** A leaf below a CA with these constraints. */
function below(constraints: Buffer, leaf: Partial<Recipe>): Pick<ChainCase, "served" | "anchors"> {
  const between = authority("Constrained", {
    issuer: ROOT,
    extensions: [basicConstraints(true), constraints],
  });
  const subject = name([OID.organization, "Own"]);
  return { served: [forge({ subject, issuer: between, ...leaf }), between], anchors: [ROOT] };
}

function casesOf({ kind, base, bases, names }: Kind): ChainCase[] {
  return bases.flatMap((each) =>
    names.flatMap((presented) =>
      (["permitted", "excluded"] as const).map((list) => ({
        title: `${kind} ${JSON.stringify(presented)} where ${JSON.stringify(each)} is ${list}`,
        ...below(nameConstraints({ [list]: [base(each)] }), {
          extensions: [alternativeNames(base(presented))],
        }),
      })),
    ),
  );
}

/** One subtree with what stands behind its base. */
function subtree(base: Buffer, ...limits: readonly Buffer[]): Buffer {
  return extension(OID.nameConstraints, der.sequence(der.explicit(0, der.sequence(base, ...limits))), true);
}

function otherCases(): ChainCase[] {
  const dns = text(2)("own.test");
  const inside: Partial<Recipe> = { extensions: [alternativeNames("mx.own.test")] };
  const limit = (tag: number, ...content: number[]): Buffer => der.implicit(tag, Buffer.from(content));
  const organization = (value: string): Buffer => der.explicit(4, name([OID.organization, value]));
  const mail = (value: Buffer): Partial<Recipe> => ({ subject: name([OID.email, value]) });
  const address = der.element(0x16, Buffer.from("a@own.test"));
  const upn = (value: string): Buffer =>
    der.explicit(0, der.oid("1.3.6.1.4.1.311.20.2.3"), der.explicit(0, der.utf8String(value)));
  const foreign = der.explicit(0, der.oid("1.2.3.4"), der.explicit(0, der.utf8String("x")));
  const many = (count: number): Buffer[] =>
    Array.from({ length: count }, (_, index) => text(2)(`n${String(index)}.test`));
  const named = (...names: (string | Buffer)[]): Partial<Recipe> => ({
    extensions: [alternativeNames(...names)],
  });
  const cases: [title: string, constraints: Buffer, leaf: Partial<Recipe>][] = [
    ["a minimum of 0", subtree(dns, limit(0, 0)), inside],
    ["a minimum of 1", subtree(dns, limit(0, 1)), inside],
    ["a maximum", subtree(dns, limit(1, 5)), inside],
    ["a minimum of 0 and a maximum", subtree(dns, limit(0, 0), limit(1, 5)), inside],
    ["a minimum of 1 for another kind of name", subtree(text(1)("own.test"), limit(0, 1)), inside],
    ["a directory name within", nameConstraints({ permitted: [organization("OWN")] }), {}],
    ["a directory name beside", nameConstraints({ permitted: [organization("Other")] }), {}],
    ["a directory name excluded", nameConstraints({ excluded: [organization("Own")] }), {}],
    ["a directory name that is not excluded", nameConstraints({ excluded: [organization("Other")] }), {}],
    [
      "a mail address in the subject, within",
      nameConstraints({ permitted: [text(1)("own.test")] }),
      mail(address),
    ],
    [
      "a mail address in the subject, beside",
      nameConstraints({ permitted: [text(1)("other.test")] }),
      mail(address),
    ],
    [
      "a mail address in the subject in UTF-8",
      nameConstraints({ permitted: [text(1)("own.test")] }),
      mail(der.utf8String("a@own.test")),
    ],
    [
      "a mail address in the subject in UTF-8, DNS names constrained",
      nameConstraints({ permitted: [dns] }),
      mail(der.utf8String("a@own.test")),
    ],
    ["an otherName, none constrained", nameConstraints({ permitted: [dns] }), named("mx.own.test", upn("a"))],
    [
      "an otherName, its kind permitted",
      nameConstraints({ permitted: [upn("a")] }),
      named("mx.own.test", upn("a")),
    ],
    [
      "an otherName, another kind permitted",
      nameConstraints({ permitted: [foreign] }),
      named("mx.own.test", upn("a")),
    ],
    [
      "an otherName, its kind excluded",
      nameConstraints({ excluded: [upn("a")] }),
      named("mx.own.test", upn("b")),
    ],
    [
      "a common name within",
      nameConstraints({ permitted: [dns] }),
      { subject: name([OID.commonName, "mx.own.test"]) },
    ],
    [
      "a common name beside",
      nameConstraints({ permitted: [dns] }),
      { subject: name([OID.commonName, "mx.other.test"]) },
    ],
    [
      "a common name that is no host name",
      nameConstraints({ permitted: [dns] }),
      { subject: name([OID.commonName, "Mail gateway"]) },
    ],
    [
      "300 constraints and 300 names, all within",
      nameConstraints({ permitted: many(300) }),
      named(...many(300)),
    ],
    [
      "300 constraints and 300 names, one of them beside",
      nameConstraints({ permitted: many(300) }),
      named(...many(300), "other.example"),
    ],
    [
      "1,000 constraints and 1,200 names, more than OpenSSL compares",
      nameConstraints({ permitted: many(1000) }),
      named(...many(1200)),
    ],
    ["no constraints in them", extension(OID.nameConstraints, der.sequence(), true), inside],
    [
      "constraints that are not critical",
      extension(OID.nameConstraints, der.sequence(der.explicit(0, der.sequence(text(2)("other.test"))))),
      inside,
    ],
    ["malformed constraints", extension(OID.nameConstraints, Buffer.from("30050500", "hex"), true), inside],
  ];
  return cases.map(([title, constraints, leaf]) => ({
    title: `constraints: ${title}`,
    ...below(constraints, leaf),
  }));
}

/** Chains about name constraints. */
export function constraintCases(): ChainCase[] {
  return [...KINDS.flatMap(casesOf), ...otherCases()];
}
