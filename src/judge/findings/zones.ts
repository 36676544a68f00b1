/** Findings of the run itself about its zone files: what name servers would refuse of them. */
import type { Observations, ZoneFileObservation, ZoneTroubleObservation } from "../../observe/observation.ts";
import { andMore } from "../../text/plural.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../text/quote.ts";
import { raise } from "../outcome.ts";
import type { Policy } from "../policy.ts";
import type { Finding, Severity } from "../report.ts";
import type { Waivers } from "../waivers.ts";
import { findingOfRun } from "./settle.ts";

/** Files of one reason that have a finding each; of more, one finding names the first ones. */
const FILES_APART = 5;

interface Told {
  /** What is wrong; `about` is a name or a record type, empty where there is none. */
  readonly what: (about: SafeText) => SafeText;
  readonly fix: SafeText;
}

const TOLD: Readonly<Record<ZoneTroubleObservation["reason"], Told>> = {
  "byte-order-mark": {
    what: () => words`it starts with a byte order mark`,
    fix: words`Save the file as UTF-8 without a byte order mark.`,
  },
  "generate-unquoted": {
    what: () => words`the data of a $GENERATE are several words without quotes`,
    fix: words`Put the data in quotes: $GENERATE 1-3 a$ MX "10 mx$".`,
  },
  "name-server-address": {
    what: (about) => words`its name server ${about} has no address in the zone`,
    fix: words`Add an A or AAAA record for the name server, or correct the NS record; is the dot at the end of the name missing?`,
  },
  "name-server-alias": {
    what: (about) => words`its name server ${about} is an alias`,
    fix: words`Name a host with addresses of its own in the NS record (RFC 2181 10.3).`,
  },
  "host-name": {
    what: (about) => words`${about} is not a host name`,
    fix: words`Use letters, digits and hyphens, and xn-- forms for other scripts; BIND takes other names for hosts only with check-names switched off.`,
  },
  "long-string": {
    what: (about) => words`a string of a ${about} record is longer than 255 octets`,
    fix: words`Split the text into several strings, each in quotes and at most 255 octets long.`,
  },
  "record-data": {
    what: (about) => words`the data of a ${about} record is malformed`,
    fix: words`Correct the record: number and form of its fields, length of its digest.`,
  },
  "ds-at-apex": {
    what: (about) => words`${about} has a DS record, which belongs in the zone above`,
    fix: words`Move the DS record to the parent zone.`,
  },
  "out-of-zone": {
    what: (about) => words`${about} is outside the zone; BIND and Knot DNS load the zone without this record`,
    fix: words`Remove the record, or move it to the file of its own zone; is an $ORIGIN wrong?`,
  },
  generate: {
    what: () => words`it uses $GENERATE, which only BIND knows`,
    fix: words`Write the records out if Knot DNS or NSD serves the zone; named-compilezone does that.`,
  },
  date: {
    what: () => words`it has a $DATE line, which only BIND knows`,
    fix: words`Remove the line if Knot DNS or NSD serves the zone.`,
  },
  "relative-origin": {
    what: () => words`the name behind $ORIGIN has no dot at its end`,
    fix: words`Write the whole name with a dot at its end.`,
  },
  "nested-parentheses": {
    what: () => words`it has parentheses within parentheses`,
    fix: words`Remove the inner parentheses.`,
  },
  "below-dname": {
    what: (about) => words`${about} lies below a DNAME record, which hides it`,
    fix: words`Remove the records below the DNAME (RFC 6672 2.4).`,
  },
  "new-type": {
    what: (about) => words`Knot DNS 3.2 and NSD 4.6 do not know the record type ${about}`,
    fix: words`Check that the version you run knows the type, or write the record in the generic form (RFC 3597).`,
  },
  "old-type": {
    what: (about) => words`Knot DNS 3.2 does not know the record type ${about}`,
    fix: words`Remove the record, or write it in the generic form (RFC 3597), if Knot DNS serves the zone.`,
  },
  "soa-twice": {
    what: () => words`the SOA record is there twice, as dig AXFR prints it`,
    fix: words`Remove the second SOA record.`,
  },
  "delegation-address": {
    what: (about) => words`a delegation names ${about}, which has no address in the zone`,
    fix: words`Add the address of the name server (glue), or correct the NS record.`,
  },
  "quoted-name": {
    what: () => words`the owner of a record is in quotes`,
    fix: words`Remove the quotes; write a space in a name as \\032.`,
  },
  "raw-octets": {
    what: () => words`it has characters that are not ASCII`,
    fix: words`Write them as \\DDD, and names of other scripts in their xn-- form.`,
  },
  "name-characters": {
    what: () => words`a name has punctuation that is not escaped`,
    fix: words`Put a backslash before it.`,
  },
  "carriage-return": {
    what: () => words`its lines end with carriage returns`,
    fix: words`Save the file with LF line ends.`,
  },
  "joined-quotes": {
    what: () => words`a quoted text sticks to the text beside it`,
    fix: words`Put a space between them.`,
  },
  "class-number": {
    what: () => words`the class is written as a number`,
    fix: words`Write IN, or no class.`,
  },
  "ds-digest": {
    what: (about) => words`the DS record of ${about} has a digest type that is not assigned`,
    fix: words`Take the DS record from the child zone again.`,
  },
};

type Place = { readonly zoneFile: ZoneFileObservation; readonly trouble: ZoneTroubleObservation };

/** A finding for each reason and file; one for all files where a reason has many. */
export function zoneFindings(
  observations: Pick<Observations, "runs" | "zoneFiles">,
  policy: Policy,
  waivers: Waivers,
): Finding[] {
  const runs = observations.runs ?? [observations];
  const places = runs
    .flatMap(({ zoneFiles = [] }) => zoneFiles)
    .flatMap((zoneFile) => zoneFile.troubles.map((trouble): Place => ({ zoneFile, trouble })));
  // Several runs of one repository read the same files.
  const distinct = [...new Map(places.map((place) => [JSON.stringify(place.trouble), place])).values()];
  const byReason = Map.groupBy(distinct, ({ trouble }) => trouble.reason);
  return [...byReason.values()].flatMap((same) => {
    const apart = same.length <= FILES_APART ? same.map((place): Place[] => [place]) : [same];
    return apart.flatMap(([first, ...others]) =>
      first === undefined ? [] : [findingOf(first, others, policy, waivers)],
    );
  });
}

/** What BIND loads with a warning: without the record that it leaves out, or with a delegation that leads nowhere. */
const BIND_WARNS: ReadonlySet<ZoneTroubleObservation["reason"]> = new Set([
  "out-of-zone",
  "delegation-address",
]);

/** What BIND refuses is no zone for whoever serves it so; what only others refuse may be fine where BIND serves it. */
function severityOf({ reason, servers }: ZoneTroubleObservation): Severity {
  if (servers.includes("BIND")) return "error";
  return BIND_WARNS.has(reason) ? "warning" : "notice";
}

function findingOf(first: Place, others: readonly Place[], policy: Policy, waivers: Waivers): Finding {
  const { reason, file, line, about, count, servers } = first.trouble;
  const { what, fix } = TOLD[reason];
  const more = others.reduce((sum, { trouble }) => sum + trouble.count, count - 1);
  const lines = andMore([words`line ${line}`], 1 + more);
  const listed = [first, ...others].slice(0, FILES_APART);
  const raised = raise(
    "zone-would-not-load",
    {
      servers: joinWords(
        servers.map((server) => quote(server)),
        ", ",
      ),
      file: quote(file, 255),
      what: words`${what(aboutWords(about))} (${lines})`,
    },
    {
      remedy: fix,
      severity: severityOf(first.trouble),
      ...(others.length > 0 && {
        evidence: joinWords(
          listed.map(({ trouble }) => quote(`${trouble.file}:${String(trouble.line)}`, 255)),
          ", ",
        ),
      }),
    },
  );
  const finding = findingOfRun(raised, policy, { file, line });
  return waivers.apply(finding, {
    domain: first.zoneFile.zone ?? "",
    host: undefined,
    port: undefined,
    check: "mx",
  });
}

/** Which zone each file was read as, and by what. */
export function zoneWords(observations: Observations): { zones?: SafeText[] } {
  const files = (observations.runs ?? [observations]).flatMap(({ zoneFiles = [] }) => zoneFiles);
  const zones = files.map(({ file, zone, namedBy }) => {
    if (zone === undefined) return quote(file, 255);
    return words`${quoteName(zone)} (${quote(file, 255)}, named by ${NAMED_BY[namedBy ?? "SOA"]})`;
  });
  return zones.length === 0 ? {} : { zones: [...new Set(zones)] };
}

const NAMED_BY: Readonly<Record<NonNullable<ZoneFileObservation["namedBy"]>, SafeText>> = {
  "zone-files": words`zone-files`,
  "file name": words`the file's name`,
  $ORIGIN: words`$ORIGIN`,
  SOA: words`its SOA record`,
};

function aboutWords(about: string | undefined): SafeText {
  return about === undefined ? words`` : /^[A-Z]/.test(about) ? quote(about) : quoteName(about);
}
