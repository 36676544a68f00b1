/** What OpenSSL itself says of a served chain, asked through a handshake of Node's. */
import { once } from "node:events";
import { connect, createServer } from "node:tls";
import type { Issued } from "../../support/certificates/issue.ts";

const ANY_STRENGTH = { ciphers: "DEFAULT:@SECLEVEL=0" };

/** `trusted`, or the verification error. Names are not compared; weak keys and hashes are not refused. */
export async function verdictOfOpenssl(
  served: readonly Issued[],
  anchors: readonly Issued[],
): Promise<string> {
  const server = createServer({
    ...ANY_STRENGTH,
    cert: served.map(({ pem }) => pem).join(""),
    key: served[0]?.keyPem,
  });
  // The client hangs up as soon as it has its verdict.
  server.on("secureConnection", (socket) => socket.on("error", () => undefined));
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const client = connect({
    ...ANY_STRENGTH,
    host: "127.0.0.1",
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    ca: anchors.map(({ pem }) => pem),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  await once(client, "secureConnect");
  const verdict = client.authorized ? "trusted" : String(client.authorizationError);
  client.destroy();
  server.close();
  await once(server, "close");
  return verdict;
}
