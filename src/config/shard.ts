/** One part of a run: what its file is called, and what tells that all parts were of the same run. */
import { createHash } from "node:crypto";
import type { Subject } from "../observe/targets.ts";
import { VERSION } from "../version.ts";
import type { ZoneSet } from "../zone/set.ts";
import type { Layers } from "./policy/in-force.ts";
import { ALL_SETTING_NAMES, settings as definitions, type Setting, type Settings } from "./settings.ts";

/** Name of the file that a shard writes where none is given. */
export function shardFile({ index, of }: NonNullable<Settings["shard"]>): string {
  return `mx-gate-shard-${String(index)}-of-${String(of)}.ndjson`;
}

/** Settings of the run that decide what is probed, beside those of kind `probe`. */
const SHARED: readonly string[] = ["allow-private-addresses", "connect-to", "fetch-issuers"];

function isShared(name: string, { kind }: Setting): boolean {
  return kind === "probe" || SHARED.includes(name);
}

/**
 * What all shards of a run have in common, as SHA-256 in hexadecimal: the sorted subjects, how they are probed, and the
 * version. Where a shard runs is its own: proxy, resolver, deadline and concurrency may differ.
 */
export function planHash(
  { settings, overrides }: Pick<Layers, "settings" | "overrides">,
  subjects: readonly Subject[],
  zones: ZoneSet | undefined,
): string {
  const names = ALL_SETTING_NAMES.filter((name) => isShared(name, definitions[name]));
  const probed = (values: Partial<Settings>): readonly (readonly [string, unknown])[] =>
    names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]] as const] : []));
  const plan = {
    version: VERSION,
    subjects: subjects.map(({ kind, name }) => `${kind} ${name}`).sort(),
    settings: probed(settings),
    overrides: overrides.flatMap(({ host, values }) => {
      const own = probed(values);
      return own.length === 0 ? [] : [{ host, values: own }];
    }),
    zones: zones?.zones.map(({ file, name }) => [file, name?.name]).sort(),
  };
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}
