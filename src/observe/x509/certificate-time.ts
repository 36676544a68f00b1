/** Moments as certificates write them (RFC 5280 4.1.2.5). */
import { TAG, type Element } from "./der.ts";

/**
 * The forms that RFC 5280 allows. OpenSSL refuses a certificate whose dates have another one: without seconds, with
 * fractions, or in another zone than UTC.
 */
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** Longer than either of them. */
const ENOUGH_OCTETS = 16;

/**
 * Reads a UTCTime, whose years are 1950 to 2049, or a GeneralizedTime, whose years end with 9999.
 * @returns ISO 8601 in UTC to the second, or undefined where it is no moment (a 30th of February, a 25th hour).
 */
export function readTime(element: Element | undefined): string | undefined {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) return undefined;
  const pattern = element.tag === TAG.utcTime ? UTC_TIME : GENERALIZED_TIME;
  const [, year = "", month, day, hour, minute, second] =
    pattern.exec(element.content.toString("latin1", 0, ENOUGH_OCTETS)) ?? [];
  if (year === "") return undefined;
  const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
  const moment = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  moment.setUTCFullYear(century + Number(year), Number(month) - 1, Number(day));
  moment.setUTCHours(Number(hour), Number(minute), Number(second));
  const same =
    moment.getUTCMonth() === Number(month) - 1 &&
    moment.getUTCDate() === Number(day) &&
    moment.getUTCHours() === Number(hour) &&
    moment.getUTCMinutes() === Number(minute) &&
    moment.getUTCSeconds() === Number(second);
  if (!same) return undefined;
  const text = moment.toISOString();
  // As one text: parts that are put together stay parts as long as the certificate is kept.
  return [text.slice(0, text.indexOf(".")), "Z"].join("");
}
