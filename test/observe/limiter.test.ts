import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ASIDE_PER_SLOT, CONNECTIONS_PER_OPERATOR } from "../../src/observe/bounds.ts";
import { createLimiter } from "../../src/observe/limiter.ts";
import type { Limiter } from "../../src/observe/limiter.ts";

/** Visits that end when they are told to, and a record of their beginnings. */
function visitors(limiter: Limiter) {
  const inside: { name: string; leave: (error?: Error) => void }[] = [];
  return {
    inside: (): string[] => inside.map(({ name }) => name),
    come: (name: string, host: string, address: string): Promise<string> =>
      limiter.visit(host, address, () => {
        const { promise, resolve, reject } = Promise.withResolvers<string>();
        inside.push({ name, leave: (error) => (error === undefined ? resolve(name) : reject(error)) });
        return promise;
      }),
    leave: async (name: string, error?: Error): Promise<void> => {
      const index = inside.findIndex((visitor) => visitor.name === name);
      const [visitor] = inside.splice(index, 1);
      visitor?.leave(error);
      await settled();
    },
  };
}

/** Lets everything happen that waits for nothing but its turn. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Hosts of one operator, each with an address of its own. */
const hosts = (count: number, operator: string): [name: string, host: string, address: string][] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    return [number, `mx${number}.${operator}`, `192.0.2.${number} of ${operator}`];
  });

test("a place is free when the connection is over, though the visitor is done before", async () => {
  const limiter = createLimiter(1);
  const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
  const seen = await limiter.visit("mx.one.test", "192.0.2.1", (onLeaving) => {
    onLeaving(left.then(() => undefined));
    return Promise.resolve("seen");
  });
  let came = false;
  const next = limiter.visit("mx.two.test", "192.0.2.1", () => {
    came = true;
    return Promise.resolve();
  });
  await settled();
  assert.deepEqual([seen, came], ["seen", false]);
  leave(undefined);
  await next;
});

test("a visit goes before those who have entered nothing yet, and leaves the place that was entered for it", async () => {
  const limiter = createLimiter(1);
  const [first, , third] = hosts(3, "one.test");
  assert.ok(first && third);
  const [, host, address] = first;
  const order: string[] = [];
  const place = await limiter.enter(host, address);
  const begun = limiter.enter("mx.two.test", "192.0.2.2").then((entered) => {
    order.push("begun");
    entered.leave();
  });
  await settled();
  const again = limiter.visit(third[1], third[2], () => {
    order.push("under way");
    return Promise.resolve();
  });
  await settled();
  const seen = limiter.visit(
    host,
    address,
    () => {
      order.push("entered before");
      return Promise.resolve();
    },
    undefined,
    place,
  );
  await Promise.all([begun, again, seen]);
  assert.deepEqual(order, ["entered before", "under way", "begun"]);
});

describe("a visit that takes long", () => {
  /** Visits of which some are long ones from when they are said to be. */
  function longVisits(concurrency: number) {
    const limiter = createLimiter(concurrency);
    const inside: string[] = [];
    const ends = new Map<string, () => void>();
    const grows = new Map<string, () => void>();
    return {
      inside,
      come(name: string): void {
        const long = new Promise<void>((resolve) => grows.set(name, resolve));
        const visit = (): Promise<void> => {
          inside.push(name);
          return new Promise((resolve) => ends.set(name, resolve));
        };
        void limiter.visit(`mx.${name}.test`, name, visit, () => long);
      },
      async growLong(...names: readonly string[]): Promise<void> {
        for (const name of names) grows.get(name)?.();
        await settled();
      },
      async end(...names: readonly string[]): Promise<void> {
        for (const name of names) {
          inside.splice(inside.indexOf(name), 1);
          ends.get(name)?.();
        }
        await settled();
      },
    };
  }

  test("makes way for the next one, and for one only", async () => {
    const { come, inside, growLong, end } = longVisits(1);
    for (const name of ["slow", "quick", "next"]) come(name);
    await settled();
    assert.deepEqual(inside, ["slow"]);
    await growLong("slow");
    assert.deepEqual(inside, ["slow", "quick"]);
    await end("slow");
    assert.deepEqual(inside, ["quick"]);
    await end("quick");
    assert.deepEqual(inside, ["next"]);
  });

  test("keeps its place where there is no room aside, until there is", async () => {
    const { come, inside, growLong, end } = longVisits(1);
    const names = Array.from({ length: ASIDE_PER_SLOT + 2 }, (_, index) => `slow${index}`);
    for (const name of names) {
      come(name);
      await settled();
      await growLong(name);
    }
    come("quick");
    await settled();
    assert.deepEqual(inside, names.slice(0, ASIDE_PER_SLOT + 1));
    await end("slow0");
    assert.deepEqual(inside, [...names.slice(1)]);
    await end("slow1");
    assert.equal(inside.at(-1), "quick");
  });

  test("that ends while it waits for room aside leaves its place and takes none", async () => {
    const { come, inside, growLong, end } = longVisits(1);
    const names = Array.from({ length: ASIDE_PER_SLOT + 1 }, (_, index) => `slow${index}`);
    for (const name of names) {
      come(name);
      await settled();
      await growLong(name);
    }
    await end(names.at(-1) ?? "");
    come("quick");
    await settled();
    assert.equal(inside.at(-1), "quick");
    await growLong("quick");
    await end("slow0");
    come("next");
    await settled();
    assert.equal(inside.at(-1), "next");
  });

  test("is no longer than it is once it is over", async () => {
    const { come, inside, growLong, end } = longVisits(1);
    come("first");
    await settled();
    await end("first");
    await growLong("first");
    come("second");
    come("third");
    await settled();
    assert.deepEqual(inside, ["second"]);
  });
});

describe("at one address", () => {
  test("is one visitor at a time, whatever the host is called", async () => {
    const { come, inside, leave } = visitors(createLimiter(64));
    void come("first", "mx.example.com", "192.0.2.1");
    void come("second", "mx.example.net", "192.0.2.1");
    void come("elsewhere", "mx.example.com", "192.0.2.2");
    await settled();
    assert.deepEqual(inside(), ["first", "elsewhere"]);
    await leave("first");
    assert.deepEqual(inside(), ["elsewhere", "second"]);
  });

  test("are visitors in the order of their coming", async () => {
    const { come, inside, leave } = visitors(createLimiter(64));
    const names = Array.from({ length: 20 }, (_, index) => String(index));
    for (const name of names) void come(name, "mx.example.com", "192.0.2.1");
    const order: string[] = [];
    for (const name of names) {
      await settled();
      order.push(...inside());
      await leave(name);
    }
    assert.deepEqual(order, names);
  });

  test("waits nobody behind one whose visit went wrong", async () => {
    const { come, inside, leave } = visitors(createLimiter(1));
    const failing = come("first", "mx.example.com", "192.0.2.1");
    void come("second", "mx.example.com", "192.0.2.1");
    await settled();
    await Promise.all([assert.rejects(failing, /lost/), leave("first", new Error("lost"))]);
    assert.deepEqual(inside(), ["second"]);
  });
});

describe("at hosts that share their last two labels", () => {
  test("are eight visitors at a time", async () => {
    const { come, inside, leave } = visitors(createLimiter(64));
    for (const visitor of hosts(CONNECTIONS_PER_OPERATOR + 2, "example.com")) void come(...visitor);
    void come("other", "mx.example.net", "192.0.2.200");
    await settled();
    assert.equal(CONNECTIONS_PER_OPERATOR, 8);
    assert.deepEqual(inside(), ["1", "2", "3", "4", "5", "6", "7", "8", "other"]);
    await leave("5");
    assert.deepEqual(inside().at(-1), "9");
  });

  test("are as many where the names have more labels", async () => {
    const { come, inside } = visitors(createLimiter(64));
    for (const visitor of hosts(10, "mail.protection.example.com")) void come(...visitor);
    for (const [name, host, address] of hosts(4, "example.com")) void come(`short ${name}`, host, address);
    await settled();
    assert.equal(inside().length, 8);
  });
});

describe("in one run", () => {
  test("are so many visitors at a time as are asked for", async () => {
    const { come, inside, leave } = visitors(createLimiter(3));
    for (const [name, host, address] of hosts(5, "test")) void come(name, `${host}.${name}.test`, address);
    await settled();
    assert.deepEqual(inside(), ["1", "2", "3"]);
    await leave("2");
    await leave("1");
    assert.deepEqual(inside(), ["3", "4", "5"]);
  });

  test("takes nobody's place who waits for an address already", async () => {
    const { come, inside } = visitors(createLimiter(2));
    void come("first", "mx.example.com", "192.0.2.1");
    void come("waits", "mx.example.com", "192.0.2.1");
    void come("elsewhere", "mx.example.net", "192.0.2.2");
    await settled();
    assert.deepEqual(inside(), ["first", "elsewhere"]);
  });

  test("comes everybody in, each once, and never are there more than may be", async () => {
    const visit = fc.record({
      address: fc.integer({ min: 1, max: 6 }),
      operator: fc.integer({ min: 1, max: 2 }),
      turns: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(visit, { maxLength: 60 }),
        async (concurrency, visits) => {
          const limiter = createLimiter(concurrency);
          const inside = new Map<string, number>();
          let done = 0;
          const count = (key: string, by: 1 | -1, most: number): void => {
            const now = (inside.get(key) ?? 0) + by;
            inside.set(key, now);
            assert.ok(now <= most, key);
          };
          const come = async ({ address, operator, turns }: (typeof visits)[number]): Promise<void> => {
            const host = `mx${String(address)}.operator${String(operator)}.test`;
            const locations = [
              [String(address), 1],
              [`operator ${String(operator)}`, CONNECTIONS_PER_OPERATOR],
              ["all", concurrency],
            ] as const;
            await limiter.visit(host, String(address), async () => {
              for (const [key, most] of locations) count(key, 1, most);
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              for (const [key, most] of locations) count(key, -1, most);
              done += 1;
            });
          };
          await Promise.all(visits.map(come));
          assert.equal(done, visits.length);
        },
      ),
    );
  });

  test("has a visit's result", async () => {
    assert.equal(await createLimiter(1).visit("mx.example.com", "192.0.2.1", () => Promise.resolve(7)), 7);
  });
});
