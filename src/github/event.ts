/** The file in which the runner describes the event that started the workflow. */
import { readFileSync } from "node:fs";

type Environment = Record<string, string | undefined>;

/**
 * Takes an event that cannot be read out of the environment, and says why. @actions/github reads it while it is
 * imported and throws where it is no JSON, so that the run would end before it began. This has to be imported first.
 */
export function setBrokenEventAside(env: Environment): string | undefined {
  const file = env["GITHUB_EVENT_PATH"] ?? "";
  if (file === "") return undefined;
  try {
    const event: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof event === "object" && event !== null) return undefined;
    delete env["GITHUB_EVENT_PATH"];
    return "it holds no event";
  } catch (error) {
    delete env["GITHUB_EVENT_PATH"];
    return error instanceof SyntaxError ? "it is no JSON" : "there is no such file";
  }
}

/** Why the event of this run is not known; undefined where it is, or where there is none. */
export const eventProblem = setBrokenEventAside(process.env);
