/** What a certificate may be used for: key usage, extended key usage, Netscape's type, and whether it is a CA's. */
import * as der from "../../../support/certificates/der.ts";
import {
  basicConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
  OID,
} from "../../../support/certificates/forge.ts";
import { atPlace, extended, type ChainCase } from "./chain-case.ts";

const USAGES: Readonly<Record<string, string>> = {
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
  emailProtection: "1.3.6.1.5.5.7.3.4",
  OCSPSigning: "1.3.6.1.5.5.7.3.9",
  any: "2.5.29.37.0",
  msSGC: "1.3.6.1.4.1.311.10.3.3",
  nsSGC: "2.16.840.1.113730.4.1",
  own: "1.2.3.4",
};

const KEY_USAGES: readonly (readonly number[])[] = [
  ...[[0], [1], [2], [3], [4], [5], [6], [7]],
  ...[
    [0, 2],
    [0, 5],
    [1, 2],
    [1, 3],
    [3, 4],
    [5, 6],
    [6, 7],
    [4, 7],
    [0, 7],
    [1, 3, 6, 7],
    [0, 1, 2, 3, 4, 5, 6, 7],
  ],
];

const NETSCAPE_TYPES: readonly (readonly number[])[] = [
  ...[[0], [1], [2], [3], [4], [5], [6], [7]],
  ...[
    [0, 1],
    [1, 5],
    [5, 6],
    [0, 2, 3],
    [0, 1, 2, 3, 4, 5, 6, 7],
  ],
];

const netscape = (bits: readonly number[]): Buffer => extension(OID.netscapeCertType, der.namedBits(bits));

function keyUsageCases(): ChainCase[] {
  return (["leaf", "intermediate", "root"] as const).flatMap((place) =>
    KEY_USAGES.map((bits) => ({
      title: `key usage ${bits.join()} of the ${place}`,
      ...extended(place, keyUsage(...bits)),
    })),
  );
}

function extendedUsageCases(): ChainCase[] {
  const all = Object.entries(USAGES);
  return (["leaf", "intermediate", "root"] as const).flatMap((place) => [
    ...all.map(([usage, id]) => ({
      title: `${usage} of the ${place}`,
      ...extended(place, extendedKeyUsage(id)),
    })),
    ...all.map(([usage, id]) => ({
      title: `${usage} and serverAuth of the ${place}`,
      ...extended(place, extendedKeyUsage(id, USAGES["serverAuth"] ?? "")),
    })),
    ...all.map(([usage, id]) => ({
      title: `critical ${usage} of the ${place}`,
      ...extended(place, extension(OID.extendedKeyUsage, der.sequence(der.oid(id)), true)),
    })),
    { title: `empty extended usage of the ${place}`, ...extended(place, extendedKeyUsage()) },
  ]);
}

function netscapeCases(): ChainCase[] {
  return NETSCAPE_TYPES.flatMap((bits) => [
    { title: `Netscape type ${bits.join()} of the leaf`, ...extended("leaf", netscape(bits)) },
    ...(["intermediate", "root"] as const).flatMap((place) => [
      { title: `Netscape type ${bits.join()} of a CA, ${place}`, ...extended(place, netscape(bits)) },
      {
        title: `Netscape type ${bits.join()} alone, ${place}`,
        ...atPlace(place, { extensions: [netscape(bits)] }),
      },
      {
        title: `Netscape type ${bits.join()} and keyCertSign, ${place}`,
        ...atPlace(place, { extensions: [netscape(bits), keyUsage(5)] }),
      },
    ]),
  ]);
}

/** basicConstraints of these fields. */
const constraints = (...fields: Buffer[]): Buffer =>
  extension(OID.basicConstraints, der.sequence(...fields), true);

function authorityCases(): ChainCase[] {
  const yes = der.boolean(true);
  const forms: [form: string, extensions: Buffer[]][] = [
    ["no extension", []],
    ["keyCertSign alone", [keyUsage(5)]],
    ["CA and keyCertSign", [basicConstraints(true), keyUsage(5)]],
    ["CA, and it is not critical", [extension(OID.basicConstraints, der.sequence(yes))]],
    ["no CA", [basicConstraints(false)]],
    ["no CA, spelt out", [constraints(der.boolean(false))]],
    ["no CA, with keyCertSign", [basicConstraints(false), keyUsage(5)]],
    ["no CA, with a path length", [basicConstraints(false, 3)]],
    ["CA in BER", [constraints(Buffer.from("010101", "hex"))]],
    ["path length 5", [basicConstraints(true, 5)]],
    ["negative path length", [constraints(yes, Buffer.from("0201ff", "hex"))]],
    ["path length of 8 octets", [constraints(yes, der.integer(Buffer.alloc(8, 0x7f)))]],
    ["path length of 9 octets", [constraints(yes, der.integer(Buffer.alloc(9, 0x7f)))]],
    ["path length of no integer", [constraints(yes, der.none())]],
    ["three fields", [constraints(yes, der.integer(3), der.none())]],
    ["no SEQUENCE", [extension(OID.basicConstraints, der.none(), true)]],
    [
      "octets behind it",
      [extension(OID.basicConstraints, Buffer.concat([der.sequence(yes), der.none()]), true)],
    ],
  ];
  return (["intermediate", "root"] as const).flatMap((place) => [
    ...forms.map(([form, extensions]) => ({
      title: `basic constraints, ${place}: ${form}`,
      ...atPlace(place, { extensions }),
    })),
    { title: `version 1, ${place}`, ...atPlace(place, { version: 1, extensions: [] }) },
  ]);
}

function leafAuthorityCases(): ChainCase[] {
  const forms: [form: string, extensions: Buffer[]][] = [
    ["CA", [basicConstraints(true)]],
    ["CA with keyCertSign", [basicConstraints(true), keyUsage(5, 6)]],
    ["CA with keyCertSign and digitalSignature", [basicConstraints(true), keyUsage(0, 5)]],
    ["no CA", [basicConstraints(false)]],
    ["no CA with a path length", [basicConstraints(false, 0)]],
  ];
  return forms.map(([form, extensions]) => ({
    title: `leaf that is a ${form}`,
    ...extended("leaf", ...extensions),
  }));
}

/** Chains about usages. */
export function usageCases(): ChainCase[] {
  return [
    ...keyUsageCases(),
    ...extendedUsageCases(),
    ...netscapeCases(),
    ...authorityCases(),
    ...leafAuthorityCases(),
  ];
}
