/** Sound servers that put into every word they may choose what could act where it is shown. */
import { issue } from "../support/certificates/issue.ts";
import { SOUND, type Peer } from "./peer.ts";
import { playSound } from "./steps.ts";

/** Text as latin1 octets of its UTF-8. */
const utf8 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/** By the name of the peer. No line feed, which ends a line of SMTP; certificates get one in front. */
const WORDS: Readonly<Record<string, string>> = {
  "workflow-command": "\r::error file=a.ts,line=1::owned",
  "workflow-output": "\r::set-output name=gate::open ##[error]owned ##[add-mask]e",
  "workflow-escapes": "%0A::error::owned%0D%25",
  "html-tags": `<script>alert(1)</script><img src=x onerror=alert(1)></details><!--`,
  "markdown-links":
    "![x](https://evil.test/x.png) [y](javascript:alert(1)) <https://evil.test> @octocat #1 GH-1",
  "markdown-tables": "| a | b |\r|---|---|\r# heading ~~~ ``` $(id) `id`",
  "xml-ends": `]]> &evil; <?xml version="1.0"?> <!DOCTYPE a [ <!ENTITY b SYSTEM "file:///etc/passwd"> ]>`,
  "json-ends": `"}]}, "gate": "open", "x": {"__proto__": {}}`,
  "terminal-escapes": "\u001b[2J\u001b]0;owned\u0007\u001b[31m\u009b31m\u0000\b\b\b",
  "text-directions": utf8("\u202eevil\u202c \u2066x\u2069 \u200b\ufeff \u2028 \u2029 \u{e0041}"),
  "broken-utf8": "\xff\xfe\xc3\x28\xed\xa0\x80\xf5",
  "shell-words": "'; rm -rf / #\" && $(id) `id` | id",
  "format-words": "%s%n%x {0} {{x}} ${x} __proto__ constructor",
  "long-words": "A".repeat(4000),
};

export const textPeers: readonly Peer[] = Object.entries(WORDS).map(([name, words]) => ({
  name,
  said: {
    ...SOUND,
    certificate: "fail cert-name-mismatch cert-self-signed",
    delivery: "fail domain-not-served",
  },
  play(scene) {
    const text = `\n${Buffer.from(words, "latin1").toString()}`.slice(0, 300);
    const leaf = issue({
      subject: text,
      organization: text,
      rawDnsNames: [Buffer.from(`\n${words}`, "latin1")],
    });
    return playSound(scene, {
      greeting: `220-${scene.host} ESMTP\r\n220-${words}\r\n220 ${scene.host}\r\n`,
      announce: ["PIPELINING", words, `X-${words}`, `AUTH=${words}`],
      rcpt: () => `554 5.7.1 Relay access denied ${words}`.slice(0, 4000),
      tls: { chain: [leaf] },
    });
  },
}));
