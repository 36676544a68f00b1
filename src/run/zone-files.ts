/** What a report keeps of the zone files of a run. */
import { ZONE_TROUBLES } from "../dns/zone-troubles.ts";
import type { ZoneFileObservation } from "../observe/observation.ts";
import type { ZoneSet } from "../zone/set.ts";

/** Each file with the zone that it was read as, and what name servers would refuse of it. */
export function zoneFilesOf({ zones }: Pick<ZoneSet, "zones">): ZoneFileObservation[] {
  return zones.map(({ file, name, troubles }) => ({
    file,
    ...(name !== undefined && { zone: name.name, namedBy: name.from }),
    troubles: troubles.map((trouble) => ({ ...trouble, servers: [...ZONE_TROUBLES[trouble.reason]] })),
  }));
}
