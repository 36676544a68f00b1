/** Moments as certificates write them (RFC 5280 4.1.2.5). */
import { TAG, type Element } from "./der.ts";

/** Seconds and zone as DER asks for, and the laxer forms of X.680 that old issuers wrote. */
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})$/;

function zoneMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
  return zone.startsWith("-") ? -minutes : minutes;
}

/**
 * Reads a UTCTime, whose years are 1950 to 2049, or a GeneralizedTime, whose years end with 9999.
 * @returns ISO 8601 in UTC to the second, or undefined where it is no moment (a 30th of February, a 25th hour).
 */
export function readTime(element: Element | undefined): string | undefined {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) return undefined;
  const pattern = element.tag === TAG.utcTime ? UTC_TIME : GENERALIZED_TIME;
  const [, year = "", month, day, hour, minute = "0", second = "0", zone = "Z"] =
    pattern.exec(element.content.toString("latin1", 0, 32)) ?? [];
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
  moment.setUTCMinutes(moment.getUTCMinutes() - zoneMinutes(zone));
  // A zone can move the first or last hours into years that ISO 8601 writes with a sign.
  return /^\d{4}-/.test(moment.toISOString()) ? moment.toISOString().replace(/\.\d+Z$/, "Z") : undefined;
}
