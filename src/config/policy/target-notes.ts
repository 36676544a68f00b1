/** Where a run tests other targets than its files suggest, or tests them by other DNS: said once, never refused. */
import type { TargetNote } from "../../observe/observation.ts";
import { TARGETS_NOTED } from "../bounds.ts";
import { isAtOrBelow } from "../../text/dns-name.ts";
import type { ZoneSet } from "../../zone/set.ts";
import { namesTargets, type Layers } from "./in-force.ts";
import { ALL_SETTING_NAMES } from "../settings.ts";

/** Reverse zones never have MX records. */
const REVERSE = "arpa";

/** What is to be said of the targets. @param domains all that are tested */
export function targetNotes(
  layers: Layers,
  domains: readonly string[],
  zones: ZoneSet | undefined,
): TargetNote[] {
  const { file, origins } = layers;
  const notes: TargetNote[] = [];
  const aside = ALL_SETTING_NAMES.filter(
    (name) => namesTargets(name) && file?.values[name] !== undefined && origins.get(name) !== "file",
  );
  const [first] = aside;
  if (file !== undefined && first !== undefined)
    notes.push({
      ...noteOf("policy-targets", aside),
      position: file.positions.get(first) ?? { file: file.file, line: 1 },
    });
  if (zones === undefined) return notes;
  const empty = zones.zones.filter(({ name, records }) => {
    if (name === undefined || isAtOrBelow(name.name, REVERSE)) return false;
    return (
      !records.some(({ type }) => type === "MX") && !domains.some((domain) => isAtOrBelow(domain, name.name))
    );
  });
  if (empty.length > 0)
    notes.push(
      noteOf(
        "zones-without-mx",
        empty.map(({ name, file }) => `${name?.name ?? ""} (${file})`),
      ),
    );
  const live = domains.filter(
    (domain) =>
      !zones.domains.has(domain) &&
      !zones.zones.some(({ name, owners }) =>
        name === undefined ? owners.has(domain) : isAtOrBelow(domain, name.name),
      ),
  );
  if (live.length > 0) notes.push(noteOf("live-dns", live));
  return notes;
}

function noteOf(kind: TargetNote["kind"], names: readonly string[]): TargetNote {
  return { kind, names: names.slice(0, TARGETS_NOTED), count: names.length };
}
