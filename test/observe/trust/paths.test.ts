import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { describe, test } from "node:test";
import { issue } from "../../support/certificates/issue.ts";
import {
  MAX_PATH_LENGTH,
  MAX_SEARCH_STEPS,
  MAX_SERVED_CERTIFICATES,
  MAX_SIGNATURE_WORK,
} from "../../../src/observe/bounds.ts";
import { describeChain, findTrustPaths, type TrustStores } from "../../../src/observe/trust/paths.ts";
import { find, hashes, storesOf } from "./finding.ts";
import { forge, name, OID, rsaKeyInfo } from "../../support/certificates/forge.ts";

const root = issue({ subject: "Root", organization: "Trust", ca: true });
const middle = issue({ subject: "Middle", organization: "Trust", issuer: root, ca: true });
const leaf = issue({ subject: "mx.example.com", issuer: middle, dnsNames: ["mx.example.com"] });
const stranger = issue({ subject: "Stranger", ca: true });
const selfSigned = issue({ subject: "mx.example.com", dnsNames: ["mx.example.com"] });

describe("the paths that are found", () => {
  const old = issue({ subject: "Old root", ca: true });
  const fresh = issue({ subject: "New root", ca: true });
  const cross = issue({ subject: "New root", ca: true, issuer: old, reuseKeyOf: fresh });
  const between = issue({ subject: "Between", ca: true, issuer: fresh });
  const end = issue({ subject: "x", issuer: between });

  test("are listed for each store that has the anchor, leaf first, anchor last", () => {
    const { paths } = find([end, between], {
      bundled: [fresh],
      system: [stranger],
      "ca-file": [fresh, root],
    });
    assert.deepEqual(paths, [
      { store: "bundled", certificates: hashes(end, between, fresh) },
      { store: "ca-file", certificates: hashes(end, between, fresh) },
    ]);
  });

  test("are all of them, the shortest first, where roots are cross-signed", () => {
    const { paths } = find([end, cross, between, fresh], { bundled: [old, fresh], system: [old] });
    assert.deepEqual(paths, [
      { store: "bundled", certificates: hashes(end, between, fresh) },
      { store: "bundled", certificates: hashes(end, between, cross, old) },
      { store: "system", certificates: hashes(end, between, cross, old) },
    ]);
  });

  test("come with every certificate that they name, served or not", () => {
    const { certificates } = find([end, between, stranger], { bundled: [fresh] });
    assert.deepEqual([...certificates.keys()], hashes(end, between, stranger, fresh));
    assert.deepEqual(certificates.get(fresh.sha256), fresh.der);
  });

  test("never pass the same authority twice, however often it is cross-signed", () => {
    const one = issue({ subject: "One", ca: true });
    const two = issue({ subject: "Two", ca: true });
    const oneByTwo = issue({ subject: "One", ca: true, issuer: two, reuseKeyOf: one });
    const twoByOne = issue({ subject: "Two", ca: true, issuer: one, reuseKeyOf: two });
    const below = issue({ subject: "x", issuer: one });
    const { paths } = find([below, oneByTwo, twoByOne], { bundled: [one, two] });
    assert.deepEqual(
      paths.map(({ certificates }) => certificates),
      [hashes(below, one), hashes(below, oneByTwo, two)],
    );
  });

  test("are eight for each store at most", () => {
    const roots = Array.from({ length: 12 }, () => issue({ subject: "Same", ca: true, reuseKeyOf: root }));
    const below = issue({ subject: "x", issuer: { ...root, name: roots[0]?.name ?? root.name } });
    const { paths } = find([below], { bundled: roots, system: roots });
    assert.deepEqual(
      ["bundled", "system"].map((store) => paths.filter((path) => path.store === store).length),
      [8, 8],
    );
  });

  test("are looked for with a bounded number of signature checks", () => {
    const same = Array.from({ length: 200 }, () => issue({ subject: "Same", ca: true }));
    const { links, paths } = find(same, { bundled: [root] });
    assert.equal(links.length, MAX_SERVED_CERTIFICATES);
    // Each signs itself, and there are as many candidates for each as certificates: the budget ends on the way.
    const verified = links.filter(({ issuedBy }) => issuedBy.length === 1).length;
    assert.ok(verified > 0 && verified <= MAX_SIGNATURE_WORK / MAX_SERVED_CERTIFICATES + 1, String(verified));
    assert.deepEqual(paths, []);
  });

  test("are looked for in a bounded number of steps, however many ways there are", () => {
    const keys = Array.from({ length: 7 }, (_, index) =>
      issue({ subject: `Bridge ${String(index)}`, ca: true }),
    );
    const bridges = keys.flatMap((one) =>
      keys
        .filter((two) => two !== one)
        .map((two) => issue({ subject: one.subject, ca: true, issuer: two, reuseKeyOf: one })),
    );
    const [entrance] = keys;
    assert.ok(entrance);
    const stores = storesOf({ "ca-file": bridges });
    let steps = 0;
    const counting: TrustStores = {
      ...stores,
      bySubject: (store, subject) => {
        steps += 1;
        return stores.bySubject(store, subject);
      },
    };
    assert.deepEqual(findTrustPaths([issue({ subject: "x", issuer: entrance }).der], counting).paths, []);
    assert.ok(steps > 100 && steps <= MAX_SEARCH_STEPS, String(steps));
  });

  test("have ten certificates at most", () => {
    const chain = [issue({ subject: "CA 0", ca: true })];
    for (let depth = 1; depth <= MAX_PATH_LENGTH; depth += 1) {
      const issuer = chain[0];
      assert.ok(issuer);
      chain.unshift(issue({ subject: `CA ${String(depth)}`, ca: true, issuer }));
    }
    const tooLong = find(chain, { "ca-file": chain.slice(-1) }).paths;
    const [tenth] = find(chain.slice(1), { "ca-file": chain.slice(-1) }).paths;
    assert.deepEqual([tooLong, tenth?.certificates.length], [[], MAX_PATH_LENGTH]);
  });

  test("are none for a chain of no certificates, and of bytes that are none", () => {
    const stores = storesOf({ bundled: [root] });
    assert.deepEqual(findTrustPaths([], stores).paths, []);
    const { links, paths } = findTrustPaths([Buffer.from("3000", "hex"), leaf.der], stores);
    assert.deepEqual([links.map(({ issuedBy }) => issuedBy), paths], [[[], []], []]);
  });
});

describe("the links of a served chain", () => {
  test("name the issuers of each certificate among the served", () => {
    const { links } = find([leaf, root, middle, stranger], {});
    assert.deepEqual(links, [
      { sha256: leaf.sha256, issuedBy: [middle.sha256] },
      { sha256: root.sha256, issuedBy: [root.sha256] },
      { sha256: middle.sha256, issuedBy: [root.sha256] },
      { sha256: stranger.sha256, issuedBy: [stranger.sha256] },
    ]);
  });

  test("name the leaf as its own issuer where it signs itself, whatever its key usage says", () => {
    assert.deepEqual(find([selfSigned], {}).links, [
      { sha256: selfSigned.sha256, issuedBy: hashes(selfSigned) },
    ]);
  });

  test("name nobody for an issuer of the right name and the wrong key", () => {
    const impostor = issue({ subject: "Middle", organization: "Trust", ca: true });
    assert.deepEqual(find([leaf, impostor], {}).links[0]?.issuedBy, []);
  });

  test("keep certificates that are served twice, and name an issuer once", () => {
    const { links } = find([leaf, middle, middle], {});
    assert.deepEqual(
      links.map(({ sha256 }) => sha256),
      hashes(leaf, middle, middle),
    );
    assert.deepEqual(links[0]?.issuedBy, [middle.sha256]);
  });
});

describe("the description of a chain", () => {
  const served = [leaf.der, middle.der];

  test("has the facts of all certificates, anchors included", () => {
    const { certificates, chain, paths, chainCut } = describeChain(served, storesOf({ "ca-file": [root] }));
    assert.deepEqual(Object.keys(certificates), hashes(leaf, middle, root));
    assert.equal(certificates[root.sha256]?.subject, "CN=Root, O=Trust");
    assert.deepEqual([chain.length, paths.length, chainCut], [2, 1, undefined]);
  });

  test("is worked out once for each chain and set of stores", () => {
    const stores = storesOf({ "ca-file": [root] });
    assert.equal(describeChain(served, stores), describeChain([...served], stores));
    assert.notEqual(describeChain(served, stores), describeChain(served.toReversed(), stores));
    assert.equal(describeChain(served, storesOf({ "ca-file": [stranger] })).paths.length, 0);
  });

  test("shares the facts of intermediates between chains", () => {
    const stores = storesOf({ "ca-file": [root] });
    const other = issue({ subject: "other", issuer: middle });
    const one = describeChain(served, stores).certificates[middle.sha256];
    assert.equal(one, describeChain([other.der, middle.der], stores).certificates[middle.sha256]);
  });

  test("says how many certificates were left out", () => {
    const stores = storesOf({ "ca-file": [root] });
    const long = [leaf.der, ...Array.from({ length: 25 }, () => stranger.der), middle.der];
    const { chain, chainCut, paths } = describeChain(long, stores);
    assert.deepEqual([chain.length, chainCut, paths.length], [20, 7, 0]);
    assert.equal(describeChain(long.slice(0, -1), stores).chainCut, 6);
  });

  test("leaves no error of OpenSSL behind for somebody else's connection to stumble over", () => {
    const absurd = forge({
      subject: name([OID.commonName, "Absurd"]),
      publicKey: rsaKeyInfo(16_392, Buffer.of(1, 0, 1)),
    });
    const { certificates } = describeChain([absurd.der], storesOf({ "ca-file": [root] }));
    assert.equal(certificates[absurd.sha256]?.keyBits, 16_392);
    assert.doesNotThrow(() => createPublicKey(leaf.keyPem));
  });

  test("is empty for a handshake without certificates", () => {
    assert.deepEqual(describeChain([], storesOf({ "ca-file": [root] })), {
      chain: [],
      paths: [],
      certificates: {},
    });
  });
});
