/**
 * A fleet that is far away: relays on loopback between it and whoever asks, in a process of their own. Octets and
 * datagrams take half a round trip each way, and a connection takes the one and a half that pass before a server may greet.
 *
 *     node bench/far.ts ROUND-TRIP PORT DNS-PORT
 *
 * ROUND-TRIP in milliseconds; the ports are the fleet's. Says its own ports in one line of JSON, and ends when its standard
 * input does.
 */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

const [roundTrip = 0, port = 0, dnsPort = 0] = process.argv.slice(2).map(Number);
const oneWay = roundTrip / 2;

function flow(from: Socket, to: Socket): void {
  const later = (what: () => void): void => {
    setTimeout(() => {
      if (!to.destroyed) what();
    }, oneWay);
  };
  from.on("data", (octets) => later(() => void to.write(octets)));
  from.on("end", () => later(() => void to.end()));
  from.on("error", () => later(() => void to.destroy()));
}

/** Takes connections for a port at the address that they come to. */
function relayTo(portBehind: number): Server {
  return createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const host = near.localAddress ?? "";
    near.on("error", () => near.destroy());
    setTimeout(() => {
      const far = connect({ host, port: portBehind, noDelay: true, allowHalfOpen: true });
      flow(near, far);
      flow(far, near);
    }, roundTrip + oneWay);
  });
}

const server = relayTo(port);
server.listen({ port: 0, host: "0.0.0.0", backlog: 4096 });
const names = createSocket("udp4");
names.on("message", (question, from) => {
  const back = createSocket("udp4");
  back.on("message", (answer) => {
    back.close();
    setTimeout(() => names.send(answer, from.port, from.address), roundTrip);
  });
  back.send(question, dnsPort, "127.0.0.1");
});
names.bind(0, "127.0.0.1");
await Promise.all([once(server, "listening"), once(names, "listening")]);
// What is too long for a datagram is asked again over TCP, at the same port.
const longNames = relayTo(dnsPort).listen({ port: names.address().port, host: "127.0.0.1" });
await once(longNames, "listening");
const address = server.address();
const near = { port: typeof address === "object" ? address?.port : 0, dnsPort: names.address().port };
process.stdout.write(`${JSON.stringify(near)}\n`);
process.stdin.resume().once("end", () => process.exit());
