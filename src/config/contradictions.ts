/** What is given and cannot hold together. */
import { normalize } from "node:path";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { isBelow, positionIn, type Layers } from "./policy/in-force.ts";
import { FILE_SETTING_NAMES, type SettingName, type Settings } from "./settings.ts";

/** Given settings that cannot both hold; defaults give way and never contradict. */
export function contradictions(layers: Layers, wrong: ReadonlySet<SettingName>): ConfigurationProblem[] {
  const { settings, origins, overrides } = layers;
  const names = ["warn-days-to-expiry", "min-days-to-expiry"] as const;
  const message =
    "warn-days-to-expiry is below min-days-to-expiry, so nothing would ever warn. Raise one or lower the other.";
  const given = names.every((name) => origins.has(name));
  const base = given && isBelow(settings["warn-days-to-expiry"], settings["min-days-to-expiry"]);
  const problems: ConfigurationProblem[] = [];
  if (base) problems.push({ message, ...(positionIn(layers, names[0]) ?? positionIn(layers, names[1])) });
  for (const override of overrides) {
    const own = names.filter((name) => Object.hasOwn(override.values, name) && origins.get(name) !== "input");
    const both = names.every((name) => own.includes(name) || origins.has(name));
    const { "warn-days-to-expiry": warn, "min-days-to-expiry": fail } = {
      ...settings,
      ...pick(override.values, own),
    };
    const [first] = own;
    if (first === undefined || !both || !isBelow(warn, fail)) continue;
    problems.push({ message, ...(override.positions.get(first) ?? override.position) });
  }
  if (
    settings.proxy?.scheme === "socks5h" &&
    settings["dns-server"].length === 0 &&
    !wrong.has("dns-server")
  ) {
    const message =
      "proxy: socks5h:// asks DNS behind the proxy, over TCP, and needs to know whom. Set dns-server to a resolver that is reachable from there, or take socks5:// to ask from here.";
    problems.push({ message });
  }
  problems.push(...sameFileProblems(settings));
  if (settings.shard !== null && settings["report-file"] === null) {
    const message =
      "report-file is none, but a shard is merged from the file that it writes. Name a file, or leave report-file out.";
    problems.push({ message });
  }
  if (origins.has("wait") && origins.has("deadline") && settings.wait > settings.deadline) {
    const message =
      "wait is longer than deadline, so the run would end before the waiting does. Raise deadline or shorten wait.";
    problems.push({ message });
  }
  return problems;
}

/** Reports that would be written one over the other, and be read as the wrong one. */
function sameFileProblems(settings: Settings): ConfigurationProblem[] {
  const locations = new Map<string, string>();
  return FILE_SETTING_NAMES.flatMap((name) => {
    const path = settings[name];
    if (path === null) return [];
    const place = normalize(path);
    const earlier = locations.get(place);
    locations.set(place, name);
    return earlier === undefined
      ? []
      : [{ message: `${earlier} and ${name} name the same file. Give each one of its own.` }];
  });
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly SettingName[]): Partial<Settings> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
