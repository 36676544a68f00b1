/** The machine as the lab's servers see it: its resolver, its host names, its users. Only in the namespace. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIM_USER } from "./exim.ts";
import { run } from "./namespace.ts";
import { OPENSMTPD_USERS } from "./opensmtpd.ts";

/** Ids that no package of Debian gives out (Policy 9.2.2). */
const FIRST_ID = 64_100;

function replace(folder: string, path: string, content: string): void {
  const own = join(folder, path.replaceAll("/", "_"));
  writeFileSync(own, content, { mode: 0o644 });
  run("mount", "--bind", own, path);
}

/** Lets system calls of everything in the namespace find the lab's resolver, no host names, and all users. */
export function furnish(folder: string, resolver: string): void {
  replace(folder, "/etc/resolv.conf", `nameserver ${resolver}\n`);
  // Clients come from 127.0.0.1, which is to have no name here: so has many a client out there.
  replace(folder, "/etc/hosts", "# no names\n");
  const users = readFileSync("/etc/passwd", "utf8");
  const groups = readFileSync("/etc/group", "utf8");
  const missing = [EXIM_USER, ...OPENSMTPD_USERS].filter((user) => !users.includes(`\n${user}:`));
  const ids = missing.map((user, index) => ({ user, id: String(FIRST_ID + index) }));
  const home = "/nonexistent:/usr/sbin/nologin";
  replace(
    folder,
    "/etc/passwd",
    users + ids.map(({ user, id }) => `${user}:x:${id}:${id}::${home}\n`).join(""),
  );
  replace(folder, "/etc/group", groups + ids.map(({ user, id }) => `${user}:x:${id}:\n`).join(""));
}
