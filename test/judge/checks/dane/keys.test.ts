/** Keys that are about to be deployed, and the servers that they are for. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { daneOfRun } from "../../../../src/judge/checks/dane/of-run.ts";
import { judgeKeys } from "../../../../src/judge/checks/dane/keys.ts";
import { publicationOf } from "../../../../src/judge/checks/dane/publication.ts";
import type { DaneKeyFile, EndpointObservation } from "../../../../src/observe/observation.ts";
import type { SeenRun } from "../../../../src/judge/merged-runs.ts";
import { answer, tlsaRecord } from "../../dane-facts.ts";
import { subjectFor } from "./dane-subject.ts";

const hex = (byte: string, octets = 32): string => byte.repeat(octets);

/** A key whose digests are this byte, over and over; with names it is a certificate's. */
function keyFile(file: string, byte: string, dnsNames?: readonly string[], ...above: string[]): DaneKeyFile {
  const data = (of: string) => ({ full: hex(of, 40), sha256: hex(of), sha512: hex(of, 64) });
  const key = (of: string, names?: readonly string[]) => ({
    line: 1,
    publicKey: data(of),
    ...(names && { dnsNames: [...names], certificate: data(`${of.slice(1)}${of.slice(0, 1)}`) }),
  });
  return { file, keys: [key(byte, dnsNames), ...above.map((of) => key(of))] };
}

function endpointOf(host: string, tlsa: readonly string[], address = "192.0.2.1"): EndpointObservation {
  const { endpoint } = subjectFor({ host, chain: null, tlsa });
  return { ...endpoint, address };
}

/** The files for each host, by their names. */
function assigned(files: readonly DaneKeyFile[], endpoints: readonly EndpointObservation[]): string {
  const run = {
    facts: { daneKeys: [...files] },
    endpoints: new Map(endpoints.map((endpoint) => [`${endpoint.host}|${endpoint.address}`, endpoint])),
  } as unknown as SeenRun;
  const { keysFor } = daneOfRun(run);
  return endpoints
    .map(
      (endpoint) =>
        `${endpoint.host}: ${keysFor(endpoint)
          .map(({ file }) => file)
          .join(" ")}`,
    )
    .join(", ");
}

describe("a file is for", () => {
  const one = endpointOf("mx1.own.test", [`3 1 1 ${hex("a1")}`]);
  const two = endpointOf("mx2.own.test", [`3 1 1 ${hex("a2")}`]);
  const bare = endpointOf("mx3.own.test", ["1 1 1 00"]);
  const cases: readonly { that: string; files: DaneKeyFile[]; is: string }[] = [
    {
      that: "the host that its certificate names",
      files: [keyFile("1.pem", "b1", ["mx1.own.test"]), keyFile("2.pem", "b2", ["mx2.own.test"])],
      is: "mx1.own.test: 1.pem, mx2.own.test: 2.pem, mx3.own.test: ",
    },
    {
      that: "every host that a wildcard names",
      files: [keyFile("all.pem", "b1", ["*.own.test"])],
      is: "mx1.own.test: all.pem, mx2.own.test: all.pem, mx3.own.test: ",
    },
    {
      that: "every host with usable records, where it names none and nobody publishes it",
      files: [keyFile("new.pem", "b1", ["example.com"])],
      is: "mx1.own.test: new.pem, mx2.own.test: new.pem, mx3.own.test: ",
    },
    {
      that: "the host that publishes it, and hosts that publish none",
      files: [keyFile("1.pub", "a1")],
      is: "mx1.own.test: 1.pub, mx2.own.test: 1.pub, mx3.own.test: ",
    },
    {
      that: "the host that publishes it alone, where the others publish others",
      files: [keyFile("1.pub", "a1"), keyFile("2.pub", "a2")],
      is: "mx1.own.test: 1.pub, mx2.own.test: 2.pub, mx3.own.test: ",
    },
  ];
  for (const { that, files, is } of cases) {
    test(that, () => assert.equal(assigned(files, [one, two, bare]), is));
  }
});

describe("a key", () => {
  const finds = (tlsa: readonly string[], file: DaneKeyFile): string => {
    const subject = subjectFor({ chain: null, tlsa, subject: { daneKeys: [file] } });
    const publication = publicationOf({
      addresses: "secure",
      lookUps: [
        {
          baseDomain: "mx.own.test",
          tlsa: answer("_25._tcp.mx.own.test", { associations: tlsa.map(tlsaRecord) }),
        },
      ],
    });
    if (!("records" in publication)) assert.fail();
    const raised = judgeKeys(publication, { tls: "unobserved" }, subject);
    return raised.map(({ code, expected }) => `${code} ${String(expected)}`).join();
  };
  const MISSING = `dane-key-unpublished 3 1 1 ${hex("b1")}`;
  const key = keyFile("next.pem", "b1");
  const certificate = keyFile("next.pem", "b1", [], "c1");
  const cases: readonly { where: string; tlsa: string[]; file: DaneKeyFile; is: string }[] = [
    { where: "its digest is published", tlsa: [`3 1 1 ${hex("b1")}`], file: key, is: "" },
    {
      where: "it is published beside the old one",
      tlsa: [`3 1 1 ${hex("a1")}`, `3 1 1 ${hex("b1")}`],
      file: key,
      is: "",
    },
    { where: "it is published whole", tlsa: [`3 1 0 ${hex("b1", 40)}`], file: key, is: "" },
    { where: "its certificate is published", tlsa: [`3 0 1 ${hex("1b")}`], file: certificate, is: "" },
    {
      where: "a certificate is published, and it is a bare key",
      tlsa: [`3 0 1 ${hex("1b")}`],
      file: key,
      is: MISSING,
    },
    { where: "its CA is published", tlsa: [`2 1 1 ${hex("c1")}`], file: certificate, is: "" },
    { where: "it stands where a CA should", tlsa: [`2 1 1 ${hex("b1")}`], file: certificate, is: MISSING },
    { where: "another one is published", tlsa: [`3 1 1 ${hex("a1")}`], file: key, is: MISSING },
    {
      where: "a stronger digest is of another one, so that senders will not look at it",
      tlsa: [`3 1 1 ${hex("b1")}`, `3 1 2 ${hex("a1", 64)}`],
      file: key,
      is: MISSING,
    },
  ];
  for (const { where, tlsa, file, is } of cases) {
    test(`${is === "" ? "is fine" : "is missed"} where ${where}`, () => assert.equal(finds(tlsa, file), is));
  }
});
