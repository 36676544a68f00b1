/** Certificates in what a CA gives out under its caIssuers name (RFC 5280 4.2.2.1, RFC 4325 2). */
import { MAX_FILE_CERTIFICATES } from "../bounds.ts";
import { childrenOf, constructed, readElement, readOid, readWhole, TAG, type Element } from "./der.ts";
import { ParsedCertificate } from "./parsed-certificate.ts";

/** id-signedData (RFC 5652 5.1). */
const SIGNED_DATA = "1.2.840.113549.1.7.2";

const PEM = /-----BEGIN (?:X509 )?(?:CERTIFICATE|PKCS7)-----([^-]*)-----END /g;

/** The DER in a file that may be PEM, which the RFC does not allow and some CAs give out. */
function blocksOf(body: Buffer): Buffer[] {
  if (body[0] === TAG.sequence) return [body];
  const blocks = [...body.toString("latin1").matchAll(PEM)].slice(0, MAX_FILE_CERTIFICATES);
  return blocks.map(([, base64 = ""]) => Buffer.from(base64, "base64"));
}

/** Certificates of a certs-only CMS message (RFC 5652 5.1); undefined where it is something else. */
function bundled(der: Buffer): Buffer[] | undefined {
  const [type, content] = readWhole(der, TAG.sequence) ?? [];
  if (readOid(type) !== SIGNED_DATA || content?.tag !== constructed(0)) return undefined;
  const fields = childrenOf(readElement(content.content), TAG.sequence);
  const set = fields?.find(({ tag }: Element) => tag === constructed(0));
  return childrenOf(set, constructed(0))?.map(({ whole }) => whole);
}

/**
 * Reads the certificates of a file: one in DER, a certs-only CMS message, or either of them in PEM. What is no
 * certificate is left out; nothing of it is believed.
 */
export function readCertificateFile(body: Buffer): Buffer[] {
  return blocksOf(body)
    .flatMap((der) => bundled(der) ?? [readElement(der)?.whole ?? der])
    .slice(0, MAX_FILE_CERTIFICATES)
    .filter((der) => new ParsedCertificate(der).isReadable);
}
