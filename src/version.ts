/** Version of the product; a test holds it against package.json. */
export const VERSION = "1.0.0";

/** The program, as reports and recordings name it. */
export const TOOL = { name: "mx-gate", version: VERSION } as const;
