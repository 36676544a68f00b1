/** Other programs that look at mail servers, and how their words are read. */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Located } from "./lab.ts";

/** Seconds that a tool may take for one target. */
const PATIENCE = 100;

export interface PeerWord {
  /** `fine`: no complaint. `fault`: it complains. `unseen`: it did not get far enough to say anything. */
  readonly says: "fine" | "fault" | "unseen";
  readonly words: string;
}

export interface PeerTool {
  readonly name: string;
  ask(server: Located): Promise<PeerWord>;
}

interface Said {
  readonly status: number;
  readonly text: string;
}

function say(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Said> {
  const env = { PATH: process.env["PATH"], LC_ALL: "C", ...environment };
  return new Promise((resolve) => {
    const child = execFile(command, args, { env, timeout: PATIENCE * 1000 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ status, text: stdout + stderr });
    });
    child.stdin?.end();
  });
}

function found(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[1]?.trim();
}

function placeOf(address: string): string {
  return address.includes(":") ? `[${address}]:25` : `${address}:25`;
}

/** `openssl s_client`: TLS and the certificate. */
export function openssl(caFile: string): PeerTool {
  return {
    name: "openssl s_client",
    async ask({ stage: { address, host } }) {
      const { text } = await say("openssl", [
        ...["s_client", "-starttls", "smtp", "-connect", placeOf(address), "-servername", host],
        ...["-CAfile", caFile, "-no-CApath", "-no-CAstore", "-verify_hostname", host],
      ]);
      // It names a cipher's first version there, SSLv3 for some, and says elsewhere what was negotiated.
      const cipherOf = found(text, /^New, (\S+), Cipher is (?!\(NONE\))/m);
      const version = cipherOf && (found(text, /^ *Protocol *: (TLSv[\d.]+)$/m) ?? cipherOf);
      const verified = found(text, /Verify return code: (.*)/);
      if (version === undefined || verified === undefined) {
        const reason =
          found(text, /(?:error:[0-9A-F]+:[^:]*:[^:]*:)([^:\n]+)/) ?? found(text, /(connect:errno=\d+)/);
        return { says: "fault", words: `no TLS${reason === undefined ? "" : `: ${reason}`}` };
      }
      // It prints what was negotiated even where the server's alert comes behind it.
      const alert = found(text, /SSL routines:[^:]*:([^:\n]*alert[^:\n]*):/);
      if (alert !== undefined) return { says: "fault", words: `${version}, then ${alert}` };
      return { says: verified.startsWith("0 ") ? "fine" : "fault", words: `${version}, ${verified}` };
    },
  };
}

/** `posttls-finger`: the dialog of Postfix's own client, up to the certificate. */
export function posttlsFinger(caFile: string, folder: string): PeerTool {
  const home = join(folder, "posttls-finger");
  mkdirSync(home);
  writeFileSync(join(home, "main.cf"), "compatibility_level = 3.6\ninet_protocols = all\n");
  return {
    name: "posttls-finger",
    async ask({ stage: { address, host } }) {
      const destination = address.includes(":") ? `[IPv6:${address}]:25` : `[${address}]:25`;
      const args = [
        "-c",
        "-t",
        "70",
        "-T",
        "70",
        "-l",
        "secure",
        "-F",
        caFile,
        "-s",
        host,
        destination,
        host,
      ];
      const { text } = await say("posttls-finger", args, { MAIL_CONFIG: home });
      const status = found(text, /^posttls-finger: (\w+) TLS connection established/m);
      const version = found(text, /TLS connection established to [^:]+(?::\d+)?: (TLSv[\d.]+)/) ?? "";
      if (status !== undefined)
        return { says: status === "Verified" ? "fine" : "fault", words: `${status} ${version}`.trim() };
      const line =
        text
          .trim()
          .split("\n")
          .at(-1)
          ?.replace(/^posttls-finger: (?:warning: )?/, "") ?? "";
      return { says: "fault", words: line.slice(0, 90) };
    },
  };
}

/** nmap's scripts for SMTP: what is offered, whether it relays (16 forms), which certificate. */
export function nmap(): PeerTool {
  return {
    name: "nmap",
    async ask({ stage: { address } }) {
      const { text } = await say("nmap", [
        ...(address.includes(":") ? ["-6"] : []),
        ...["-Pn", "-n", "-p", "25", "--host-timeout", "95s", "--script-timeout", "90s"],
        ...["--script", "smtp-commands,smtp-open-relay,ssl-cert", address],
      ]);
      const state = found(text, /^25\/tcp\s+(\S+)/m) ?? "no answer";
      if (state !== "open") return { says: "fault", words: state };
      const relay = found(text, /smtp-open-relay: (.*)/);
      if (relay?.includes("is an open relay") === true) return { says: "fault", words: relay };
      const commands = found(text, /smtp-commands: (.*)/);
      if (relay?.startsWith("Server ") === true) return { says: "fine", words: relay };
      return { says: "unseen", words: (relay ?? commands ?? "no word from the scripts").slice(0, 90) };
    },
  };
}

/** `check_smtp` of the monitoring plugins, with STARTTLS and the days that a certificate has left. */
export function checkSmtp(): PeerTool {
  return {
    name: "check_smtp",
    async ask({ stage: { address } }) {
      const { status, text } = await say("/usr/lib/nagios/plugins/check_smtp", [
        ...["-H", address, "-p", "25", "-t", "70", "-S", "-D", "30,14"],
      ]);
      const [line = ""] = text.trim().split("\n");
      return {
        says: status === 0 ? "fine" : "fault",
        words: line
          .replace(/\|.*| \(.*| will expire on .*/, "")
          .trim()
          .slice(0, 90),
      };
    },
  };
}
