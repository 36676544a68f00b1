/** The certificates and keys that are about to be deployed: files of `dane-keys`, found by pattern and read. */
import { DANE_KEY_FILE_OCTETS, DANE_KEY_FILES, DANE_KEYS_IN_FILE } from "../observe/bounds.ts";
import type { DaneKeyFile } from "../observe/observation.ts";
import { readKeyFile, type KeyFileProblem } from "../observe/x509/tlsa/key-file.ts";
import { PEM_PROBLEMS } from "../observe/x509/pem.ts";
import type { Steps } from "../system/steps.ts";
import { LargeFile, type Workspace } from "../system/workspace.ts";
import { ConfigurationError, type ConfigurationProblem } from "../text/configuration-error.ts";
import { findFiles, type FileSearch } from "../zone/find.ts";

const SETTING = "dane-keys";

const PROBLEMS: Readonly<Record<KeyFileProblem["problem"], string>> = {
  ...PEM_PROBLEMS,
  nothing:
    "There is no PEM certificate and no public key in it (-----BEGIN CERTIFICATE-----, -----BEGIN PUBLIC KEY-----).",
  "unreadable-certificate": "This is not a readable certificate.",
  "unreadable-key": "This is not a readable public key.",
  "too-many": `It holds more than ${String(DANE_KEYS_IN_FILE)} certificates and keys.`,
};

export interface DaneKeys {
  readonly files: readonly DaneKeyFile[];
  readonly problems: readonly ConfigurationProblem[];
}

/** The files that a run names. @throws ConfigurationError with every problem at once */
export function* loadingDaneKeys(patterns: readonly string[], search: FileSearch): Steps<DaneKeys["files"]> {
  const { files, problems } = yield* readingDaneKeys(patterns, search);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return files;
}

/** Finds and reads the files, each once. Private keys that stand beside certificates are not kept. */
export function* readingDaneKeys(patterns: readonly string[], search: FileSearch): Steps<DaneKeys> {
  if (patterns.length === 0) return { files: [], problems: [] };
  const { workspace } = search;
  const { files: named, problems } = yield* findFiles(SETTING, patterns, search);
  if (workspace === undefined) return { files: [], problems };
  if (named.length > DANE_KEY_FILES) {
    const message = `${SETTING}: the patterns match ${String(named.length)} files; one run takes at most ${String(DANE_KEY_FILES)}.`;
    return { files: [], problems: [...problems, { message }] };
  }
  const files: DaneKeyFile[] = [];
  for (const { file, real } of named) {
    const read = readOne(file, real, workspace);
    if ("keys" in read) files.push(read);
    else problems.push(read);
    yield;
  }
  return { files, problems };
}

function readOne(file: string, real: string, workspace: Workspace): DaneKeyFile | ConfigurationProblem {
  let text: string;
  try {
    text = workspace.read(real, DANE_KEY_FILE_OCTETS);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    const message =
      error instanceof LargeFile
        ? `The file is not read: ${error.message}.`
        : `The file cannot be read (${code}).`;
    return { file, message };
  }
  const keys = readKeyFile(text, DANE_KEYS_IN_FILE);
  if (!("problem" in keys)) return { file, keys: [...keys] };
  return { file, ...(keys.line !== undefined && { line: keys.line }), message: PROBLEMS[keys.problem] };
}
