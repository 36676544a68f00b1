import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hostFormOf } from "../../../src/observe/dns/host-form.ts";

const label = "a".repeat(63);
const forms: Readonly<Record<string, readonly string[]>> = {
  root: ["."],
  hostname: [
    "mx.example.com",
    "localhost",
    "3com.example",
    "xn--mnchen-3ya.example",
    "a-b.example",
    "1.2.3.example",
    "mail_1.example.com",
    "_smtp.example.com",
    `${label}.example`,
    [label, label, label, "a".repeat(61)].join("."),
  ],
  address: ["192.0.2.1", "2001:db8::1", "[192.0.2.1]", "[ipv6:2001:db8::1]", "[2001:db8::1]"],
  invalid: [
    "-a.example",
    "a-.example",
    "mx.example.com-",
    String.raw`a\032b.example`,
    String.raw`a\046b.example`,
    String.raw`\195\188.example`,
    "*.example",
    "mx:25.example",
    "192.0.2.256",
    "10.1",
    "12345",
    `${label}a.example`,
    [label, label, label, "a".repeat(62)].join("."),
  ],
};

for (const [form, names] of Object.entries(forms)) {
  describe(`${form}:`, () => {
    for (const name of names) {
      test(name, () => {
        assert.equal(hostFormOf(name), form);
      });
    }
  });
}
