/** The name that this client gives in EHLO (RFC 5321 4.1.1.1). */
import { literalOf } from "../text/address.ts";
import { addressScopeOf } from "./dns/address-scope.ts";
import type { Resolver } from "./dns/resolver.ts";

/**
 * The machine's name, where it is fully qualified and resolves to a public address; undefined otherwise, and
 * the address literal is the honest name.
 */
export async function publicMachineName(
  machineName: string,
  resolver: Resolver,
): Promise<string | undefined> {
  const name = machineName.toLowerCase().replace(/\.$/, "");
  if (!name.includes(".")) return undefined;
  const answers = await Promise.all([resolver.query(name, "A"), resolver.query(name, "AAAA")]);
  const addresses = answers.flatMap((answer) => answer.values);
  return addresses.some((address) => addressScopeOf(address) === "public") ? name : undefined;
}

/** The address literal of a local address, without its zone; of the loopback where there is none. */
export function addressLiteral(localAddress: string | undefined): string {
  const [address = ""] = (localAddress ?? "127.0.0.1").split("%", 1);
  return literalOf(address);
}
