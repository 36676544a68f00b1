/**
 * A fleet of sound mail servers in a process of its own: each endpoint at an address of its own with a certificate of its
 * own, and a name server for the domains. Made to take little processor time, which is not the product's. Says where
 * it is in one line of JSON, and ends when its standard input does, with the processor time that serving took in another.
 *
 *     node bench/fleet.ts DOMAINS ENDPOINTS THINK
 *
 * THINK: milliseconds before each reply of a server. Where there are fewer domains than endpoints, the first domain has all of
 * them as MX hosts.
 */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket, type SecureContext } from "node:tls";
import { addressOf } from "../test/hostile/stage.ts";
import { openAuthority } from "../test/support/certificates/authority.ts";
import { issue } from "../test/support/certificates/issue.ts";
import { startDnsServer } from "../test/support/dns/zone-server.ts";
import type { Records } from "../test/support/dns/zone-records.ts";
import type { Place } from "./fleet-place.ts";

const [domains = 0, endpoints = 0, think = 0] = process.argv.slice(2).map(Number);
const { stage, root } = openAuthority(new Date());
const [first, intermediate] = stage.chainFor("mx.h0.test");
const contexts = new Map<number, SecureContext>();

/** Made when it is first asked for, before anybody measures. */
function contextOf(index: number): SecureContext {
  const known = contexts.get(index);
  if (known !== undefined) return known;
  const host = `mx.h${String(index)}.test`;
  const leaf = issue({ subject: host, dnsNames: [host], issuer: intermediate, reuseKeyOf: first });
  const made = createSecureContext({ key: first.keyPem, cert: leaf.pem + intermediate.pem });
  contexts.set(index, made);
  return made;
}

const indexOf = new Map<string, number>();
const zones: Record<string, Records> = {};
for (let index = 0; index < endpoints; index++) {
  indexOf.set(addressOf(index + 1), index);
  zones[`mx.h${String(index)}.test`] = { A: [addressOf(index + 1)] };
  contextOf(index);
}
for (let index = 0; index < domains; index++) {
  const hosts = domains < endpoints ? [...indexOf.values()] : [index % endpoints];
  zones[`d${String(index)}.test`] = { MX: hosts.map((host) => [10, `mx.h${String(host)}.test`]) };
}

function answer(command: string, host: string, inTls: boolean): string {
  const verb = command.slice(0, 4).toUpperCase();
  switch (verb) {
    case "EHLO":
      return `250-${host}\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n${inTls ? "" : "250-STARTTLS\r\n"}250-ENHANCEDSTATUSCODES\r\n250 8BITMIME\r\n`;
    case "STAR":
      return "220 2.0.0 Ready to start TLS\r\n";
    case "RCPT":
      return /<postmaster@d\d+\.test>/i.test(command)
        ? "250 2.1.5 Ok\r\n"
        : "554 5.7.1 Relay access denied\r\n";
    case "QUIT":
      return "221 2.0.0 Bye\r\n";
    default:
      return "250 2.1.0 Ok\r\n";
  }
}

function later(what: () => void): void {
  if (think === 0) what();
  else setTimeout(what, think);
}

/** Answers what comes; each packet of commands with one of replies. */
function serve(socket: Socket, index: number, bare: Socket | undefined): void {
  const host = `mx.h${String(index)}.test`;
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes: Buffer) => {
    const commands = bytes.toString("latin1").split("\r\n").slice(0, -1);
    const replies = commands.map((command) => answer(command, host, bare === undefined)).join("");
    const last = commands.at(-1)?.toUpperCase();
    later(() => {
      if (socket.destroyed) return;
      if (last === "QUIT") socket.end(replies);
      else socket.write(replies);
      if (last !== "STARTTLS" || bare === undefined) return;
      socket.removeAllListeners("data");
      serve(secure(bare, index), index, undefined);
    });
  });
}

function secure(socket: Socket, index: number): TLSSocket {
  return new TLSSocket(socket, { isServer: true, secureContext: contextOf(index) });
}

async function listen(onConnection: (socket: Socket, index: number) => void): Promise<number> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    onConnection(socket, indexOf.get(socket.localAddress ?? "") ?? 0);
  });
  server.listen({ port: 0, host: "0.0.0.0", backlog: 4096 });
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

const port = await listen((socket, index) => {
  serve(socket, index, socket);
  later(() => void socket.write(`220 mx.h${String(index)}.test ESMTP\r\n`));
});
const tlsPort = await listen((socket, index) => {
  secure(socket, index)
    .on("error", () => socket.destroy())
    .resume();
});
const dns = await startDnsServer(zones);
const place: Place = { port, tlsPort, dnsServer: dns.address, ca: root.pem };
process.stdout.write(`${JSON.stringify(place)}\n`);
const before = process.cpuUsage();
process.stdin.resume().once("end", () => {
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${JSON.stringify((user + system) / 1e6)}\n`, () => process.exit());
});
