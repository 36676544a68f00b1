/**
 * Parts that few runs need, loaded by those that do: each is a file of its own in the bundle, and takes as long to load as
 * all the rest. Only this file and src/cli.ts load anything late.
 */

/** The renderer of JUnit XML, with the library that writes it. */
export async function loadJunit() {
  return (await import("../report/junit/junit.ts")).renderJunit;
}
