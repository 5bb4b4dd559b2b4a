import { locale, t } from "./language.js";

// KSeF and the tax office count in Polish time, wherever the reader sits.
const timeZone = "Europe/Warsaw";
const day = 86_400_000;

/** Date and time to the second. */
export function fullTime(iso) {
  return format(iso, { dateStyle: "long", timeStyle: "medium" });
}

/** Today 14:05, yesterday 09:12, or the date. */
export function shortTime(iso) {
  const clock = format(iso, { hour: "2-digit", minute: "2-digit" });
  const age = Math.round((Date.parse(warsawDate(new Date())) - Date.parse(warsawDate(new Date(iso)))) / day);
  const date = age === 0 || age === 1
    ? new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(-age, "day")
    : format(iso, { day: "numeric", month: "short", year: "numeric" });
  return `${date}, ${clock}`;
}

export function clockTime(moment) {
  return format(moment, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** A date without a time, such as 2026-02-03. */
export function plainDate(iso) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** The calendar day in Poland, as YYYY-MM-DD. */
export function warsawDate(moment) {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);
}

/** The instant at which a calendar day (YYYY-MM-DD) begins in Poland, moved by whole days. */
export function startOfDay(date, days = 0) {
  const utc = new Date(Date.parse(`${date}T00:00:00Z`) + days * day);
  const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(utc));
  return new Date(utc.getTime() - hour * 3_600_000).toISOString();
}

export function amount(value, currency) {
  const options = { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: "always" };
  const known = /^[A-Z]{3}$/.test(currency ?? "");
  return known
    ? new Intl.NumberFormat(locale(), { ...options, style: "currency", currency, currencyDisplay: currency === "PLN" && locale() === "pl-PL" ? "symbol" : "code" }).format(value)
    : new Intl.NumberFormat(locale(), options).format(value);
}

export function count(value) {
  return new Intl.NumberFormat(locale(), { useGrouping: "always" }).format(value);
}

export function fileSize(bytes) {
  const [unit, power] = bytes < 1000 ? ["byte", 0] : bytes < 1_000_000 ? ["kilobyte", 1] : ["megabyte", 2];
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale(), options).format(bytes / 1000 ** power);
}

export function duration(from, to) {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds < 60) {
    return unitOf(seconds, "second", seconds < 10 ? 1 : 0);
  }

  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? `${unitOf(Math.floor(seconds / 60), "minute", 0)} ${unitOf(Math.floor(seconds % 60), "second", 0)}`
    : `${unitOf(Math.floor(minutes / 60), "hour", 0)} ${unitOf(minutes % 60, "minute", 0)}`;
}

/** The name of a dropped file without its folders. */
export function fileName(path) {
  return path.split("/").at(-1);
}

/** Ten digits in the groups that people read, or that the file lies in no company's folder. */
export function nip(digits) {
  return digits === "0000000000" ? t("nip.none") : digits.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, "$1-$2-$3-$4");
}

function format(moment, options) {
  return new Intl.DateTimeFormat(locale(), { ...options, timeZone }).format(new Date(moment));
}

function unitOf(value, unit, digits) {
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits }).format(value);
}
