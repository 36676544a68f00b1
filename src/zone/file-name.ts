/** Which zone a file is named after: only where its name leaves no doubt. */
import path from "node:path";
import { normaliseHostName } from "../text/host-name.ts";

/** What zone files are called beside the zone's name: `db.example.com`, `example.com.zone`. */
const BEFORE = /^(?:db|zone|named|pri|master)\./i;
const BEHIND = /\.(?:zone|db|hosts|bind|dns|txt)$/i;

/** Last labels that say what a file is, and are no top-level domain that anyone would keep a zone of in it. */
const FILE_ENDINGS: ReadonlySet<string> = new Set([
  ...["zone", "db", "hosts", "bind", "dns", "txt", "conf", "cfg", "include", "inc", "signed", "jnl", "raw"],
  ...[
    "bak",
    "backup",
    "old",
    "orig",
    "original",
    "new",
    "save",
    "saved",
    "copy",
    "tmp",
    "temp",
    "swp",
    "swo",
  ],
  ...["rej", "diff", "patch", "disabled", "off", "unused", "draft", "sample", "dist", "log", "lock"],
  ...["rpmnew", "rpmsave", "rpmorig", "ucf-dist", "ucf-old", "dpkg-dist", "dpkg-new", "dpkg-old", "merge"],
  ...[
    "tmpl",
    "tpl",
    "template",
    "erb",
    "jinja",
    "mustache",
    "ejs",
    "hbs",
    "yaml",
    "yml",
    "json",
    "toml",
    "xml",
  ],
  ...[
    "csv",
    "tf",
    "tfvars",
    "js",
    "ts",
    "py",
    "rb",
    "pl",
    "sh",
    "php",
    "lua",
    "rs",
    "go",
    "md",
    "rst",
    "html",
  ],
  ...[
    "gz",
    "bz",
    "xz",
    "zst",
    "zip",
    "tar",
    "tgz",
    "asc",
    "sig",
    "gpg",
    "age",
    "enc",
    "key",
    "private",
    "ds",
  ],
  ...["internal-view", "external-view", "view", "master", "slave", "primary", "secondary", "rev", "fwd"],
]);

/** Words of a file's name that are no label of its zone, wherever they stand behind the first one. */
const WITHIN = /\.(?:zone|db|bak|old|orig|tmpl|tpl)\./i;

/**
 * The zone that a file is named after: `example.com`, `example.com.zone`, `db.example.com`; in A-labels.
 * @returns undefined where the name may as well say something else, such as `example.com.zone.bak`
 */
export function zoneOfFileName(file: string): string | undefined {
  const bare = path.basename(file).replace(BEFORE, "").replace(BEHIND, "");
  const name = normaliseHostName(bare);
  if (name === undefined || !name.includes(".") || WITHIN.test(name)) return undefined;
  const last = name.slice(name.lastIndexOf(".") + 1);
  // Top-level domains are of letters alone, or A-labels.
  const isTopLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(last);
  return isTopLevel && !FILE_ENDINGS.has(last) ? name : undefined;
}
