/** What a run tests, and whom its relay test names: never one of those. */
import type { Subject } from "../observe/targets.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import type { FilePosition } from "../text/file-position.ts";
import type { ZoneSet } from "../zone/set.ts";
import type { FiledDomains } from "./domains-file.ts";
import { positionIn, type Layers } from "./policy/in-force.ts";
import type { StsFiles } from "./policy/sts-files.ts";
import type { Settings } from "./settings.ts";

/** Recipients of the relay test that take the place of the default where their domain is tested itself. */
const OTHER_RECIPIENTS = ["mx-gate-relay-test@example.net", "mx-gate-relay-test@example.org"];

/** Files that name domains, or say something of them. */
export interface TargetFiles {
  readonly filed: Pick<FiledDomains, "domains">;
  readonly zones: ZoneSet | undefined;
  readonly policies: Pick<StsFiles, "fileOf">;
}

/** What to observe; whoever names a server by hand, for this run, may name one of an own network. */
export function subjectsOf(
  layers: Layers,
  domains: readonly string[],
  { filed, zones, policies }: TargetFiles,
): Subject[] {
  const allowPrivateAddresses = layers.origins.get("servers") === "input";
  const at = (source: FilePosition | undefined) => (source === undefined ? {} : { source });
  return [
    ...domains.map((name): Subject => {
      const inZone = zones?.domains.get(name);
      const policyFile = policies.fileOf(name);
      const subject = { name, kind: "domain", ...(policyFile && { policyFile }) } as const;
      if (inZone !== undefined) return { ...subject, source: inZone.source, lines: [...inZone.lines] };
      return { ...subject, ...at(positionIn(layers, `domains ${name}`) ?? filed.domains.get(name)) };
    }),
    ...layers.settings.servers.map(({ name, ...server }): Subject => ({
      name,
      kind: "server",
      ...at(positionIn(layers, `servers ${name}`) ?? positionIn(layers, "servers")),
      server: { ...server, allowPrivateAddresses },
    })),
  ];
}

/** A given recipient of the relay test that is not foreign to what is tested. */
export function recipientProblems(
  { settings, origins }: Layers,
  domains: readonly string[],
): ConfigurationProblem[] {
  const domain = domainOf(settings["relay-recipient"]);
  if (!origins.has("relay-recipient") || !domains.includes(domain)) return [];
  const message = `relay-recipient is at ${domain}, which is tested itself, so it is not foreign to its servers. Take an address elsewhere.`;
  return [{ message }];
}

function domainOf(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1);
}

/** The given recipient, or another one where its domain is tested itself. */
export function foreignRecipient(settings: Settings, domains: readonly string[]): string {
  const candidates = [settings["relay-recipient"], ...OTHER_RECIPIENTS];
  return candidates.find((mailbox) => !domains.includes(domainOf(mailbox))) ?? settings["relay-recipient"];
}
