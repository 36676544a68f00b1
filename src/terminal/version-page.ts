/** `mx-gate --version`. */
import { VERSION } from "../version.ts";

export function versionPage(): string {
  return `mx-gate ${VERSION}\n`;
}
