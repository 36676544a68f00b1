/** Check 6, what the certificate may be used for: the purpose check that OpenSSL makes of a TLS server's certificate. */
import { SERVER_KEY_USAGES, SERVER_USAGES, type CertificateFacts } from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { raise, type Raised } from "../../outcome.ts";

/** Names of extended key usages that are seen in mail servers' certificates by mistake. */
const USAGE_NAMES: Readonly<Record<string, string>> = {
  "1.3.6.1.5.5.7.3.2": "clientAuth",
  "1.3.6.1.5.5.7.3.3": "codeSigning",
  "1.3.6.1.5.5.7.3.4": "emailProtection",
  "1.3.6.1.5.5.7.3.8": "timeStamping",
  "1.3.6.1.5.5.7.3.9": "OCSPSigning",
  "2.5.29.37.0": "anyExtendedKeyUsage",
};

/**
 * Whether a server may use the certificate. An extension that is absent allows everything; in reports of older versions
 * keyUsage and Netscape's type always are.
 */
export function judgeUsage({ keyUsage, extendedKeyUsage, netscapeCertType }: CertificateFacts): Raised[] {
  if (extendedKeyUsage?.some((usage) => SERVER_USAGES.has(usage)) === false) {
    const usage = listed(extendedKeyUsage.map((oid) => USAGE_NAMES[oid] ?? oid));
    return [wrongUsage(words`extended key usage`, usage, words`serverAuth`)];
  }
  if (keyUsage?.some((usage) => SERVER_KEY_USAGES.has(usage)) === false)
    return [wrongUsage(words`key usage`, listed(keyUsage), words`digitalSignature`)];
  if (netscapeCertType?.includes("sslServer") === false)
    return [wrongUsage(words`Netscape certificate type`, listed(netscapeCertType), words`sslServer`)];
  return [];
}

function wrongUsage(extension: SafeText, usage: SafeText, expected: SafeText): Raised {
  return raise("cert-wrong-usage", { extension, usage }, { expected, actual: usage });
}

function listed(usages: readonly string[]): SafeText {
  if (usages.length === 0) return words`empty`;
  return joinWords(
    usages.slice(0, 8).map((usage) => quote(usage, 60)),
    ", ",
  );
}
