/** Why oracles answer otherwise than the contract wants, each time for the same reason. */
import type { Difference } from "./target.ts";

export const EXIM_TAKES_JUNK_FOR_A_KEY: Difference = {
  says: "deferred",
  because:
    "GnuTLS compares whole certificates octet by octet and never parses them: what does not parse does not match.",
};

export const EXIM_IS_NOT_AGILE: Difference = {
  says: "verified",
  because: "GnuTLS takes any record that matches and does not know digest agility.",
};

export const EXIM_WANTS_THE_ANCHOR_SENT: Difference = {
  says: "deferred",
  because: "GnuTLS looks for an anchor in what is served alone, not in the record.",
};

export const EXIM_TAKES_ANY_CA: Difference = {
  says: "verified",
  because:
    "GnuTLS is content with a certificate that matches anywhere in what is served, on the leaf's path or not.",
};

export const EXIM_CHECKS_ANCHOR_DATES: Difference = {
  says: "deferred",
  because: "GnuTLS wants the anchor itself to be valid now; OpenSSL, as RFC 5280 6.1, does not look.",
};

export const EXIM_KNOWS_ONE_NAME: Difference = {
  says: "deferred",
  because: "Exim checks the base domain's name alone.",
};

export const EXIM_NEEDS_A_SECURE_MX: Difference = {
  says: "unauthenticated",
  because: "Exim does no DANE behind an insecure MX record, as RFC 7672 2.2.1 allows.",
};

export const EXIM_ASKS_AT_THE_TARGET: Difference = {
  says: "unauthenticated",
  because: "Exim asks for TLSA records at the end of an alias alone, never at the MX host.",
};

export const OPENSSL_KNOWS_ONE_NAME: Difference = {
  says: "name",
  because: "s_client is given one name, the base domain.",
};

export const POSTFIX_HOLDS_NAMES_TO_PATTERNS: Difference = {
  says: "verified",
  because: "Postfix holds the certificate against the policy's patterns, and not the MX host.",
};

export const POSTFIX_TAKES_COMMON_NAMES: Difference = {
  says: "verified",
  because: "Postfix takes the common name where a certificate has no dNSName; RFC 8461 4.2 wants a SAN.",
};

export const CURL_TAKES_COMMON_NAMES: Difference = {
  says: "200 text/plain",
  because: "curl takes the common name where a certificate has no dNSName; RFC 8461 3.3 wants a DNS-ID.",
};
