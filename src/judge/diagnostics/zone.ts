/** Codes of the zone files that a run reads in place of live DNS. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Trouble = { readonly servers: SafeText; readonly file: SafeText; readonly what: SafeText };

export const zoneDiagnostics = {
  "zone-would-not-load": diagnostic<Trouble>({
    check: "run",
    severity: "error",
    message: ({ servers, file, what }) => words`${servers} would not load the zone file ${file}: ${what}.`,
    remedy: words`Correct the line and check the file with named-checkzone, kzonecheck or nsd-checkzone before you publish it.`,
    reference: "RFC 1035 5",
  }),
} as const;
