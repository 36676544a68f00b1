/**
 * Codes of providers' own numbering that stand in the text of a refusal: `OFR_506`, `AUP#I-1010`, `SC-001`. Providers
 * publish what they mean; the words beside them often say less, or something else ("ESMTP server not available").
 */
import type { Meaning } from "../meaning.ts";

interface Numbering {
  readonly source: string;
  /** The number, or the letters, of the code in its first group. */
  readonly form: RegExp;
  readonly meanings: readonly (readonly [codes: RegExp, meaning: Meaning])[];
}

const NUMBERINGS: readonly Numbering[] = [
  {
    source:
      "Orange (OFR), La Poste (LPN), SFR (LED, SFR_IN) on Cloudmark Gateway: postmaster.orange.fr, laposte.net/postmaster; " +
      "1xx connections, 4xx sender and recipient, 5xx and 6xx filters",
    form: /\b(?:OFR|LPN|LED|SFR_IN)\d{0,3}_?(\d{3})\b/i,
    meanings: [
      [/^(?:10[2-9]|1[1-9]\d|2\d\d|40[1345]|421|5\d\d|63\d|999)$/, "client"],
      [/^(?:305|402)$/, "login"],
      [/^(?:416|417|420|426)$/, "mailbox"],
    ],
  },
  {
    source:
      "Libero and Virgilio (LIB), on the same software: 1xx is the connection; 101 is the server's load",
    form: /\bLIB_(\d{3})\b/i,
    meanings: [
      [/^101$/, "trouble"],
      [/^1(?:0[2-9]|[1-9]\d)$/, "client"],
    ],
  },
  {
    source:
      "GoDaddy help, Fix rejected email with a bounce error (IB): 0xx and 1xx are the connection, 5xx the sender; " +
      "IB101 is the server's load",
    form: /\bIB(\d{3})\b/,
    meanings: [
      [/^101$/, "trouble"],
      [/^(?:0\d\d|1(?:0[2-9]|1\d)|5\d\d)$/, "client"],
    ],
  },
  {
    source:
      "Cox and Spectrum, Email error codes: acceptable use policy (AUP), block lists (CXBL, CDRBL, IPBL), other reasons " +
      "against the address or the sender (CXDNS, CXSNDR, CXCNCT, CXMXRT, CXTHRT)",
    form: /\b(AUP#|CX(?:BL|DNS|SNDR|CNCT|MXRT|THRT)\b|CDRBL\b|IPBL\d{4}\b)/,
    meanings: [[/^(?:AUP|C|I)/, "client"]],
  },
  {
    source: "Outlook.com postmaster, Troubleshooting: SC content, DY dynamic address, OU reputation, RP rate",
    form: /\b(SC|DY|OU|RP)-00\d\b/,
    meanings: [[/^\w\w$/, "client"]],
  },
  {
    source:
      "AOL postmaster page: (RLY:B1), (CON:B1), (DYN:T1), (RTR:BL), (HVU:B1), (DNS:NR): the address, its name or its rate",
    form: /\((RLY|CON|DYN|RTR|HVU|DNS):[A-Z]{1,3}\d?\)/,
    meanings: [[/^[A-Z]/, "client"]],
  },
  {
    source:
      "Trellix (FireEye) Email Security, SMTP response codes: ETP1xx the recipient's side, ETP2xx filters",
    form: /\bETP(\d{3})\b/,
    meanings: [
      [/^10[346]$/, "trouble"],
      [/^105$/, "unclear"],
      [/^2\d\d$/, "client"],
    ],
  },
  {
    source: "Sophos Email: XGEMAIL_0006 is a mismatch of TLS versions",
    form: /\bXGEMAIL_(\d{4})\b/,
    meanings: [[/^0006$/, "tls"]],
  },
  {
    source: "Virgin Media and Ziggo (MXIN): 1xx is the connecting address",
    form: /\bMXIN(\d{3})\b/,
    meanings: [[/^1\d\d$/, "client"]],
  },
];

/** What a provider publishes of the code in a refusal; undefined where there is none, or none that is known. */
export function providersMeaning(text: string): Meaning | undefined {
  for (const { form, meanings } of NUMBERINGS) {
    const code = form.exec(text)?.[1];
    const found = code === undefined ? undefined : meanings.find(([codes]) => codes.test(code));
    if (found !== undefined) return found[1];
  }
  return undefined;
}
