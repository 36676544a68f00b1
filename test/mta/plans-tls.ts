/** How the domains of the topic "TLS" are set up. */
import { always } from "../support/smtp/smtp-script.ts";
import type { Chain } from "./certificates.ts";
import { exim, one, postfix, postfixWith, script, through } from "./plan.ts";
import type { DomainPlan, Stage } from "./plan.ts";

/** GnuTLS with these versions of TLS only. */
function versions(...which: readonly string[]): string {
  return ["NORMAL", "-VERS-ALL", ...which.map((version) => `+VERS-TLS${version}`)].join(":");
}

/** OpenSSL's list for all that it has, weak ones and old signatures included. */
const ANY_CIPHER = { tls_medium_cipherlist: "ALL:@SECLEVEL=0" };

/** Another chain for who names the host (SNI). */
function forNamed(stage: Stage, chain: Chain): Readonly<Record<string, string>> {
  const file = stage.file("named.pem", chain[0].keyPem + chain.map((link) => link.pem).join(""));
  return { tls_server_sni_maps: `inline:{ { ${stage.host} = ${file} } }` };
}

const DEMANDS = { smtpd_tls_security_level: "encrypt", smtpd_tls_req_ccert: "yes" };

/** Exim demands a certificate of every client. */
function demand({ authorities, file }: Stage): string[] {
  return ["tls_verify_hosts = *", `tls_verify_certificates = ${file("ca.pem", authorities.trusted)}`];
}

export const TLS_PLANS: Readonly<Record<string, DomainPlan>> = {
  "tls-1-0": one(postfixWith({ ...ANY_CIPHER, smtpd_tls_protocols: ">=TLSv1, <=TLSv1" })),
  "tls-1-1": one(postfixWith({ ...ANY_CIPHER, smtpd_tls_protocols: ">=TLSv1.1, <=TLSv1.1" })),
  "tls-1-2": one(postfixWith({ smtpd_tls_protocols: ">=TLSv1.2, <=TLSv1.2" })),
  "tls-1-3": one(postfixWith({ smtpd_tls_protocols: ">=TLSv1.3" })),
  "tls-1-0-to-1-2": one(postfixWith({ ...ANY_CIPHER, smtpd_tls_protocols: ">=TLSv1, <=TLSv1.2" })),
  "rsa-key-exchange": one(
    postfix({
      chain: ({ authorities, host }) => authorities.chain(host, { key: "rsa2048" }),
      settings: () => ({ tls_medium_cipherlist: "AES256-SHA", smtpd_tls_protocols: ">=TLSv1.2, <=TLSv1.2" }),
    }),
  ),
  "tls-1-0-to-1-3": one(postfixWith({ ...ANY_CIPHER, smtpd_tls_protocols: ">=TLSv1" })),
  "tls-1-2-exim": one(exim({ priorities: versions("1.2") })),
  "tls-1-3-exim": one(exim({ priorities: versions("1.3") })),
  "tls-1-0-to-1-3-exim": one(exim({ priorities: versions("1.3", "1.2", "1.1", "1.0") })),
  "key-mismatch": one(
    postfix({
      settings: (stage) => ({
        smtpd_tls_chain_files: "",
        smtpd_tls_cert_file: stage.file("cert.pem", stage.authorities.leaf(stage.host).pem),
        smtpd_tls_key_file: stage.file("key.pem", stage.authorities.leaf(stage.host).keyPem),
      }),
    }),
  ),
  "key-mismatch-exim": one(exim({ foreignKey: true })),
  "no-certificate": one(
    postfix({
      settings: (stage) => ({
        smtpd_tls_chain_files: "",
        smtpd_tls_cert_file: `${stage.file("cert.pem", "")}.missing`,
      }),
    }),
  ),
  "starttls-502": one(script({ troubles: [{ at: "STARTTLS", reply: "502 5.5.1 not implemented" }] })),
  "starttls-454-once": one(
    script({
      troubles: [
        { at: "STARTTLS", connections: 1, reply: "454 4.7.0 TLS not available due to local problem" },
      ],
    }),
  ),
  anonymous: one(
    postfixWith({
      smtpd_tls_chain_files: "",
      smtpd_tls_cert_file: "none",
      tls_medium_cipherlist: "aNULL:@SECLEVEL=0",
      smtpd_tls_protocols: ">=TLSv1.2, <=TLSv1.2",
    }),
  ),
  "null-cipher": one(
    postfixWith({
      tls_null_cipherlist: "eNULL:!aNULL:@SECLEVEL=0",
      smtpd_tls_ciphers: "null",
      smtpd_tls_protocols: ">=TLSv1.2, <=TLSv1.2",
    }),
  ),
  "triple-des": one(exim({ priorities: `${versions("1.2")}:-CIPHER-ALL:+3DES-CBC` })),
  "client-cert": one(postfixWith(DEMANDS)),
  "client-cert-1-2": one(postfixWith({ ...DEMANDS, smtpd_tls_mandatory_protocols: ">=TLSv1.2, <=TLSv1.2" })),
  "client-cert-exim": one(exim({ settings: demand })),
  "client-cert-1-2-exim": one(exim({ settings: demand, priorities: versions("1.2") })),
  "tls-required": one(
    postfixWith({ smtpd_tls_security_level: "encrypt", smtpd_tls_mandatory_protocols: ">=TLSv1.2" }),
  ),
  "tls-required-exim": one(
    exim({
      acl: { mail: ["deny !encrypted = *", "  message = 530 5.7.0 Must issue a STARTTLS command first"] },
    }),
  ),
  "large-hello-reset": one(through({ largeHello: "reset" })),
  "large-hello-dropped": one(through({ largeHello: "dropped" })),
  flaky: one(through({ largeHello: "reset", times: 1 })),
  "now-and-then": one(
    script({ troubles: [{ at: "STARTTLS", every: 5, reply: "454 4.7.0 TLS not available" }] }),
  ),
  "hang-up-in-tls": one(script({ troubles: [{ at: "EHLO in TLS", then: "close" }] })),
  "starttls-silence": one(script({ troubles: [{ at: "STARTTLS", then: "silence" }] })),
  "starttls-hang-up": one(
    script({ troubles: [{ at: "STARTTLS", then: "close" }], rcpt: always("250 2.1.5 Ok") }),
  ),
  sni: one(
    postfix({
      chain: ({ authorities }) => [authorities.selfSigned("no-sni.test")],
      settings: (stage) => forNamed(stage, stage.authorities.chain(stage.host)),
    }),
  ),
  "sni-exim": one(
    exim({
      settings: (stage) => {
        const { authorities, host } = stage;
        const named = authorities.chain(host);
        const other = authorities.selfSigned("no-sni.test");
        const files = [
          stage.file("named.pem", named.map((link) => link.pem).join("")),
          stage.file("named.key", named[0].keyPem),
          stage.file("other.pem", other.pem),
          stage.file("other.key", other.keyPem),
        ];
        const choose = (yes = "", no = ""): string => `\${if eq{$tls_in_sni}{${host}}{${yes}}{${no}}}`;
        return [
          `tls_certificate = ${choose(files[0], files[2])}`,
          `tls_privatekey = ${choose(files[1], files[3])}`,
        ];
      },
    }),
  ),
  "sni-wrong": one(
    postfix({
      settings: (stage) => forNamed(stage, stage.authorities.chain("other.test")),
    }),
  ),
  "handshake-close": one(script({ starttls: "close" })),
  "handshake-reset": one(script({ starttls: "reset" })),
  "handshake-garbage": one(script({ starttls: "garbage" })),
  "handshake-plaintext": one(script({ starttls: "plaintext" })),
  "handshake-silence": one(script({ starttls: "silence" })),
  "extra-data": one(through({ behindStarttls: "250 2.0.0 injected\r\n" })),
  hidden: one(through({ reply: (line) => line.replace("STARTTLS", "XXXXXXXA") })),
  "no-tls": one(postfix({ chain: null })),
  "no-tls-exim": one(exim({ chain: null })),
  "no-tls-opensmtpd": one({ by: "opensmtpd", tls: false }),
  "broken-opensmtpd": one({ by: "opensmtpd", tls: true }),
};
