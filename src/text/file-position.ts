/** A line of a file that a person wrote. */

/** Place in a file of the repository; lines and columns count from 1. */
export interface FilePosition {
  file: string;
  line: number;
}
