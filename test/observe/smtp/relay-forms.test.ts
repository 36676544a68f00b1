import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { relayForms } from "../../../src/observe/smtp/relay-forms.ts";
import type { RelayForm, RelayFormSubject } from "../../../src/observe/smtp/relay-forms.ts";

const SUBJECT: RelayFormSubject = {
  recipient: "probe@foreign.test",
  host: "mx.own.test",
  address: "192.0.2.10",
  domain: "own.test",
  random: () => 0,
};

function envelopes(forms: readonly RelayForm[]): string[] {
  return forms.map(({ sender, recipient }) => `<${sender}> <${recipient}>`);
}

describe("the forms of the thorough relay test", () => {
  test("are these, in this order", () => {
    assert.deepEqual(envelopes(relayForms(SUBJECT)), [
      "<> <mx-gate-aaaaaaaaaaaa@own.test>",
      "<postmaster@own.test> <probe@foreign.test>",
      "<mx-gate@foreign.test> <probe@foreign.test>",
      "<mx-gate@mx.own.test> <probe@foreign.test>",
      "<mx-gate@[192.0.2.10]> <probe@foreign.test>",
      "<mx-gate@[192.0.2.10]> <@[192.0.2.10]:probe@foreign.test>",
      "<mx-gate@[192.0.2.10]> <@mx.own.test:probe@foreign.test>",
      "<mx-gate@[192.0.2.10]> <probe%foreign.test@[192.0.2.10]>",
      "<mx-gate@[192.0.2.10]> <probe%foreign.test@mx.own.test>",
      '<mx-gate@[192.0.2.10]> <"probe@foreign.test">',
      '<mx-gate@[192.0.2.10]> <"probe%foreign.test">',
      "<mx-gate@[192.0.2.10]> <probe@foreign.test@[192.0.2.10]>",
      '<mx-gate@[192.0.2.10]> <"probe@foreign.test"@[192.0.2.10]>',
      "<mx-gate@[192.0.2.10]> <probe@foreign.test@mx.own.test>",
      "<mx-gate@[192.0.2.10]> <foreign.test!probe>",
      "<mx-gate@[192.0.2.10]> <foreign.test!probe@[192.0.2.10]>",
      "<mx-gate@[192.0.2.10]> <foreign.test!probe@mx.own.test>",
      "<mx-gate@[192.0.2.10]> <probe@foreign.test@>",
    ]);
  });

  test("have a name each", () => {
    const names = relayForms(SUBJECT).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  test("tell who relays from who takes an odd local part", () => {
    const foreign = relayForms(SUBJECT).filter(({ foreignDomain }) => foreignDomain);
    assert.deepEqual(
      [...new Set(foreign.map(({ recipient }) => recipient))],
      ["probe@foreign.test", "@[192.0.2.10]:probe@foreign.test", "@mx.own.test:probe@foreign.test"],
    );
  });

  test("have one control, for a mailbox that nobody has", () => {
    const controls = relayForms(SUBJECT).filter(({ kind }) => kind !== "foreign");
    assert.deepEqual(
      controls.map(({ kind, foreignDomain }) => [kind, foreignDomain]),
      [["random-local", false]],
    );
    const numbers = [0.01, 0.5, 0.999];
    const random = (): number => numbers.shift() ?? 0.2;
    const [control] = relayForms({ ...SUBJECT, random });
    assert.equal(control?.recipient, "mx-gate-anzfffffffff@own.test");
  });

  test("do without a domain where the server was named directly", () => {
    assert.deepEqual(
      envelopes(relayForms({ ...SUBJECT, domain: undefined })),
      envelopes(relayForms(SUBJECT)).slice(2),
    );
  });

  test("write an IPv6 address with its tag", () => {
    const forms = relayForms({ ...SUBJECT, address: "2001:db8::10" });
    assert.equal(forms[4]?.sender, "mx-gate@[IPv6:2001:db8::10]");
    assert.equal(forms[5]?.recipient, "@[IPv6:2001:db8::10]:probe@foreign.test");
  });
});
