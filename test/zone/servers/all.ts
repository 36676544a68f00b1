/** The table of zone files: what BIND, Knot DNS, NSD and we make of each. */
import { DIRECTIVES } from "./directives.ts";
import { HEADS } from "./head.ts";
import { LAYOUT } from "./layout.ts";
import { NAMES } from "./names.ts";
import { RECORDS } from "./record-zones.ts";
import type { ServedZone } from "./served-zone.ts";

export const SERVED_ZONES: readonly ServedZone[] = [...NAMES, ...LAYOUT, ...HEADS, ...DIRECTIVES, ...RECORDS];
