/** The trust anchors of a run: those that Node and the system have, and the user's own. */
import type { Host } from "../host.ts";
import { loadTrustStores, type TrustStores } from "../observe/trust/paths.ts";
import { PEM_PROBLEMS } from "../observe/x509/pem.ts";
import { failureReason } from "../system/files.ts";
import { ConfigurationError } from "../text/configuration-error.ts";

const PROBLEMS = {
  ...PEM_PROBLEMS,
  "no-certificate": "There is no PEM certificate in it (-----BEGIN CERTIFICATE-----).",
  "unreadable-certificate": "This is not a readable certificate.",
  "no-self-signed-certificate": "It holds no self-signed certificate; a chain is trusted only up to a root.",
} as const;

/**
 * @param caFile path that `ca-file` names, null where it names none
 * @throws ConfigurationError where that file cannot be read or holds no anchor
 */
export function openTrustStores(caFile: string | null, host: Pick<Host, "readFile">): TrustStores {
  if (caFile === null) return opened({});
  return opened({ caFile, caFilePem: readGiven(caFile, host) });
}

function opened(given: { readonly caFile?: string; readonly caFilePem?: string }): TrustStores {
  const stores = loadTrustStores(given);
  if (!("problem" in stores)) return stores;
  const place = {
    ...(given.caFile !== undefined && { file: given.caFile }),
    ...(stores.line !== undefined && { line: stores.line }),
  };
  throw new ConfigurationError([{ ...place, message: `ca-file: ${PROBLEMS[stores.problem]}` }]);
}

function readGiven(file: string, host: Pick<Host, "readFile">): string {
  let text: string | undefined;
  try {
    text = host.readFile(file);
  } catch (error) {
    const reason = failureReason(error);
    if (reason === undefined) throw error;
    throw new ConfigurationError([{ message: `ca-file: ${file} cannot be read: ${reason}.` }]);
  }
  if (text === undefined) throw new ConfigurationError([{ message: `ca-file: ${file} does not exist.` }]);
  return text;
}
