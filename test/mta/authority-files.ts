/** The web server of the lab's certificate authorities: what caIssuers names lead to. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Authorities } from "./certificates.ts";

/** Where it is, and the name that certificates call it by. */
export const AUTHORITY_FILES = { address: "127.0.2.80", host: "ca.test" } as const;

export type AuthorityFile =
  "second-root.cer" | "deep.p7c" | "deeper.pem" | "private.cer" | "other.cer" | "gone.cer";

/** The caIssuers name of a file. */
export function nameOf(file: AuthorityFile): string {
  return `http://${AUTHORITY_FILES.host}/${file}`;
}

/** A certs-only CMS message with this certificate (RFC 5652 5.1), as OpenSSL makes it. */
function bundled(folder: string, pem: string): Buffer {
  const file = join(folder, "bundled.pem");
  writeFileSync(file, pem);
  return execFileSync("openssl", ["crl2pkcs7", "-nocrl", "-certfile", file, "-outform", "DER"]);
}

/** Starts it; every kind of file that CAs give out is there once, and `gone.cer` is not. */
export async function startAuthorityFiles(folder: string, authorities: Authorities): Promise<void> {
  const files: Readonly<Partial<Record<string, Buffer>>> = {
    "/second-root.cer": authorities.calledRoot.der,
    "/deep.p7c": bundled(folder, authorities.deep.pem),
    "/deeper.pem": Buffer.from(authorities.deeper.pem),
    "/private.cer": authorities.hiddenPrivate.der,
    "/other.cer": authorities.otherIntermediate.der,
  };
  const server = createServer(({ url = "" }, response) => {
    const file = files[url];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  server.listen(80, AUTHORITY_FILES.address);
  await once(server, "listening");
}
