/** A line of a file that a person wrote. */
import { z } from "zod";

/** Place in a file of the repository; lines and columns count from 1. */
export const filePosition = z.strictObject({ file: z.string(), line: z.int().positive() });
export type FilePosition = z.infer<typeof filePosition>;
