/** Sockets that several questions share: nobody's answer, forgery or error is another one's. */
import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { after, describe, test } from "node:test";
import {
  DNS_SOCKET_SECONDS,
  DNS_SOCKETS,
  IDLE_DNS_SOCKETS,
  MAX_DNS_STRAYS,
  QUESTIONS_PER_SOCKET,
} from "../../../src/observe/bounds.ts";
import { Datagrams, type Asking, type Question } from "../../../src/observe/dns/datagrams.ts";
import type { NameServer } from "../../../src/observe/dns/name-server.ts";
import { LightSignal } from "../../../src/system/signal.ts";
import { a, good } from "../../support/dns/records.ts";
import { reply, startServer } from "../../support/dns/scripted-answers.ts";
import type { Query } from "../../support/dns/name-server.ts";
import { asking, steppedClock } from "./asking.ts";

interface Arrival {
  readonly id: number;
  readonly text: string;
  readonly port: number;
}

/** A peer that takes datagrams and says what it is told to; octets behind the id are the words of whoever asks. */
class Peer {
  readonly arrivals: Arrival[] = [];
  readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("message", (message, { port }) => {
      this.arrivals.push({ id: message.readUInt16BE(0), text: message.toString("latin1", 2), port });
      socket.emit("arrival");
    });
  }

  static async start(): Promise<Peer> {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    after(() => void socket.close());
    return new Peer(socket);
  }

  get place(): NameServer {
    return { address: "127.0.0.1", port: this.socket.address().port };
  }

  /** Resolves when so many have come. */
  async count(count: number): Promise<readonly Arrival[]> {
    while (this.arrivals.length < count) await once(this.socket, "arrival");
    return [...this.arrivals];
  }

  say(id: number, text: string, port: number): void {
    this.socket.send(message(id, text), port, "127.0.0.1");
  }
}

/** A port that nobody listens at. */
async function freePlace(): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { address, port } = socket.address();
  socket.close();
  await once(socket, "close");
  return { address, port };
}

function message(id: number, text: string): Buffer {
  const octets = Buffer.alloc(2 + text.length);
  octets.writeUInt16BE(id);
  octets.write(text, 2, "latin1");
  return octets;
}

class Asker implements Asking {
  readonly heard: string[] = [];
  readonly errors: string[] = [];
  readonly #text: string;
  #wake: (() => void) | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  encode(id: number): Buffer {
    return message(id, this.#text);
  }

  onDatagram(datagram: Buffer): boolean {
    const text = datagram.toString("latin1", 2);
    if (text === "stray") return false;
    this.heard.push(text);
    this.#wake?.();
    return true;
  }

  onError(error: Error & { code?: string }): void {
    this.errors.push(error.code ?? "");
    this.#wake?.();
  }

  async anything(): Promise<void> {
    while (this.heard.length + this.errors.length === 0)
      await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

/** Sockets under a clock that stands still; `random` by default always the same, so that the first socket is taken. */
function stage(random: () => number = () => 0) {
  const signal = new LightSignal();
  const clock = steppedClock();
  return { clock, signal, datagrams: new Datagrams({ clock, signal, random }) };
}

/** Puts as many questions as fill all the sockets but for the first, so that the next ones share. */
function openAll(datagrams: Datagrams, place: NameServer): Question[] {
  return Array.from({ length: DNS_SOCKETS }, (_, index) =>
    datagrams.ask(place, new Asker(`first ${String(index)}`)),
  );
}

describe("questions on one socket", () => {
  test("hear their own answers, in whatever order these come, and under the name of another id nothing", async () => {
    const peer = await Peer.start();
    const { datagrams, signal } = stage();
    openAll(datagrams, peer.place);
    const [one, two] = [new Asker("one"), new Asker("two")];
    datagrams.ask(peer.place, one);
    datagrams.ask(peer.place, two);
    const arrived = await peer.count(DNS_SOCKETS + 2);
    const [first, second] = ["one", "two"].map((text) => arrived.find((each) => each.text === text));
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(first.port, second.port);
    assert.notEqual(first.id, second.id);
    const free = (second.id + 999) % 0x1_0000;
    peer.say(free, "nobody's", first.port);
    peer.say(second.id, "for two", first.port);
    peer.say(first.id, "for one", first.port);
    await one.anything();
    assert.deepEqual([one.heard, two.heard], [["for one"], ["for two"]]);
    signal.abort();
  });

  test("do not hear who has another address or port, though id and socket are right", async () => {
    const [peer, stranger] = [await Peer.start(), await Peer.start()];
    const { datagrams, signal } = stage();
    const asker = new Asker("question");
    datagrams.ask(peer.place, asker);
    const [asked] = await peer.count(1);
    assert.ok(asked !== undefined);
    stranger.say(asked.id, "forged", asked.port);
    const elsewhere = createSocket("udp4");
    elsewhere.bind(0, "127.0.0.2");
    await once(elsewhere, "listening");
    elsewhere.send(message(asked.id, "forged"), asked.port, "127.0.0.1");
    await new Promise((resolve) => setImmediate(resolve));
    peer.say(asked.id, "true", asked.port);
    await asker.anything();
    assert.deepEqual(asker.heard, ["true"]);
    signal.abort();
    elsewhere.close();
  });

  test("never have the id of a former one, so that its late answer meets nobody", async () => {
    const peer = await Peer.start();
    // All questions would have the same id.
    const { datagrams, signal } = stage(() => 0.5);
    const former = openAll(datagrams, peer.place);
    const late = await peer.count(DNS_SOCKETS);
    for (const question of former) question.end();
    const next = new Asker("next");
    datagrams.ask(peer.place, next);
    const arrived = (await peer.count(DNS_SOCKETS + 1)).at(-1);
    assert.ok(arrived !== undefined);
    assert.ok(late.some(({ port, id }) => port === arrived.port && id !== arrived.id));
    for (const { id, port } of late) peer.say(id, "late", port);
    peer.say(arrived.id, "in time", arrived.port);
    await next.anything();
    assert.deepEqual(next.heard, ["in time"]);
    signal.abort();
  });

  test("hear nothing after their end", async () => {
    const peer = await Peer.start();
    const { datagrams, signal } = stage();
    openAll(datagrams, peer.place);
    const [one, two] = [new Asker("one"), new Asker("two")];
    const ended = datagrams.ask(peer.place, one);
    datagrams.ask(peer.place, two);
    const arrived = await peer.count(DNS_SOCKETS + 2);
    ended.end();
    ended.resend();
    for (const { id, port, text } of arrived) peer.say(id, text, port);
    await two.anything();
    assert.deepEqual([one.heard, two.heard], [[], ["two"]]);
    signal.abort();
  });
});

test("where one of them is flooded, the others go to sockets of their own", async () => {
  const peer = await Peer.start();
  const { datagrams, signal } = stage();
  openAll(datagrams, peer.place);
  const [one, two] = [new Asker("one"), new Asker("two")];
  datagrams.ask(peer.place, one);
  datagrams.ask(peer.place, two);
  const before = await peer.count(DNS_SOCKETS + 2);
  const flooded = before.find(({ text }) => text === "one");
  assert.ok(flooded !== undefined);
  for (let stray = 0; stray < MAX_DNS_STRAYS; stray++) peer.say(flooded.id, "stray", flooded.port);
  // The three that share the socket are put again.
  const again = (await peer.count(before.length + 3)).slice(before.length);
  assert.equal(new Set([flooded.port, ...again.map(({ port }) => port)]).size, 4);
  for (const { id, port, text } of again) peer.say(id, text, port);
  await Promise.all([one.anything(), two.anything()]);
  assert.deepEqual([one.heard, two.heard], [["one"], ["two"]]);
  signal.abort();
});

describe("a socket is renewed", () => {
  test("after so many questions", async () => {
    const peer = await Peer.start();
    const { datagrams, signal } = stage();
    const total = DNS_SOCKETS * QUESTIONS_PER_SOCKET + 1;
    for (let index = 0; index < total; index++) {
      datagrams.ask(peer.place, new Asker(String(index))).end();
      // The buffer of a socket holds no more.
      if (index % QUESTIONS_PER_SOCKET === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const last = new Asker("last");
    datagrams.ask(peer.place, last);
    while (peer.arrivals.at(-1)?.text !== "last") await once(peer.socket, "arrival");
    const byPort = Map.groupBy(peer.arrivals, ({ port }) => port);
    assert.ok([...byPort.values()].every((arrivals) => arrivals.length <= QUESTIONS_PER_SOCKET));
    signal.abort();
  });

  test("after so many seconds", async () => {
    const peer = await Peer.start();
    const { datagrams, signal, clock } = stage();
    for (const question of openAll(datagrams, peer.place)) question.end();
    clock.advance(DNS_SOCKET_SECONDS);
    openAll(datagrams, peer.place);
    // The first ones ended before they were sent.
    const later = await peer.count(DNS_SOCKETS);
    assert.equal(new Set(later.map(({ port }) => port)).size, DNS_SOCKETS);
    datagrams.ask(peer.place, new Asker("again"));
    const again = (await peer.count(DNS_SOCKETS + 1)).at(-1);
    assert.ok(later.slice(0, DNS_SOCKETS).some(({ port }) => port === again?.port));
    signal.abort();
  });
});

describe("sockets to many servers", () => {
  test("are closed when they are idle, but for a few", async () => {
    const peers = await Promise.all(Array.from({ length: IDLE_DNS_SOCKETS + 4 }, () => Peer.start()));
    const { datagrams, signal } = stage();
    const open = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind.startsWith("UDP")).length;
    const before = open();
    for (const { place } of peers) {
      const asker = new Asker("question");
      const question = datagrams.ask(place, asker);
      question.end();
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(open() - before <= IDLE_DNS_SOCKETS);
    signal.abort();
  });
});

describe("an error of the system", () => {
  test("reaches the question that met it, and every one of several that met it", async () => {
    const peer = await Peer.start();
    const { place } = peer;
    const gone = await freePlace();
    const { datagrams, signal } = stage();
    const there = Array.from({ length: DNS_SOCKETS + 3 }, (_, index) => new Asker(`there ${String(index)}`));
    const refused = Array.from({ length: DNS_SOCKETS + 3 }, (_, index) => new Asker(`gone ${String(index)}`));
    for (const [index, asker] of there.entries()) {
      datagrams.ask(place, asker);
      const other = refused[index];
      if (other !== undefined) datagrams.ask(gone, other);
    }
    for (const { id, port, text } of await peer.count(there.length)) peer.say(id, text, port);
    await Promise.all([...there, ...refused].map((asker) => asker.anything()));
    assert.ok(refused.every(({ errors, heard }) => errors.join() === "ECONNREFUSED" && heard.length === 0));
    assert.ok(there.every(({ errors, heard }) => errors.length === 0 && heard.length === 1));
    signal.abort();
  });
});

test("an answer that came before an error is heard, though the system tells of the error first", async () => {
  const peer = createSocket("udp4").bind(0, "127.0.0.1");
  await once(peer, "listening");
  const place = peer.address();
  const { datagrams, signal } = stage();
  after(() => signal.abort());
  openAll(datagrams, place);
  const asker = new Asker("question");
  datagrams.ask(place, asker);
  const { id, port } = await new Promise<{ id: number; port: number }>((resolve) =>
    peer.on("message", (octets, from) => {
      if (octets.toString("latin1", 2) === "question")
        resolve({ id: octets.readUInt16BE(0), port: from.port });
    }),
  );
  peer.send(message(id, "answer"), port, "127.0.0.1");
  await new Promise<void>((resolve) => process.nextTick(resolve));
  // Before the answer is read, the port is closed, and a question to it comes back.
  peer.close();
  const late = new Asker("late");
  datagrams.ask(place, late);
  await Promise.all([asker.anything(), late.anything()]);
  assert.deepEqual(asker.heard, ["answer"]);
  assert.deepEqual(late.errors, ["ECONNREFUSED"]);
});

describe("a resolver whose questions share sockets", () => {
  test("takes no answer with another name or type, and disturbs no other question by it", async () => {
    const names = Array.from({ length: 3 * DNS_SOCKETS }, (_, index) => `n${String(index)}.example.com`);
    const forge = (query: Query): Buffer[] => [
      // The right id, and the question of another name; and of another type.
      reply(query, {
        questions: [{ name: "other.example.com", type: "A" }],
        answers: [a("other.example.com", "203.0.113.66")],
      }),
      reply(query, { questions: [{ name: query.name, type: "AAAA" }] }),
    ];
    const server = await startServer((query) => [
      ...forge(query),
      reply(query, { answers: [a(query.name, `192.0.2.${/\d+/.exec(query.name)?.[0] ?? ""}`)] }),
    ]);
    const resolver = asking([server]);
    const answers = await Promise.all(names.map((name) => resolver.query(name, "A")));
    assert.deepEqual(
      answers.map(({ values }) => values),
      names.map((_, index) => [`192.0.2.${String(index)}`]),
    );
    assert.ok(new Set(server.received.map(({ from }) => from)).size >= DNS_SOCKETS);
  });

  test("takes none for a name that was asked on the same socket before", async () => {
    const former: Query[] = [];
    const server = await startServer((query) => {
      const late = former.filter(({ from }) => from === query.from).flatMap((each) => good(each));
      former.push(query);
      return [...late, reply(query, { answers: [a(query.name, "192.0.2.77")] })];
    });
    const resolver = asking([server]);
    for (let index = 0; index < 3 * DNS_SOCKETS; index++) {
      const { values } = await resolver.query(`n${String(index)}.example.com`, "A");
      assert.deepEqual(values, ["192.0.2.77"]);
    }
  });
});
