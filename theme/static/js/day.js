/**
 * Which day it is, and what has passed since the page was built. Days are ISO dates, which sort as text.
 *
 * @typedef {{ asOf: string, day: string }} Build  the day a page is true on, and whether that day is "fixed" or "real"
 * @typedef {{ until?: string, from?: string, starts?: string }} Dates
 */

const DAY = 24 * 60 * 60 * 1000

/**
 * Today in Finland, wherever the reader is; the day of the build where that is fixed.
 *
 * @param {Build} build
 * @param {Date} now
 */
export function today(build, now) {
  return build.day === 'fixed' ? build.asOf : helsinkiDay(now)
}

/** The day on which the open page is read. */
export function pageDay() {
  const { asOf = '', day = '' } = document.documentElement.dataset
  return today({ asOf, day }, new Date())
}

/** @param {Date} now */
function helsinkiDay(now) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki', year: 'numeric', month: '2-digit', day: '2-digit',
  })
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/**
 * Whether what a text says no longer holds: its last day is over, an event's day is over,
 * or the day has come from which something else holds.
 *
 * @param {Dates} dates
 * @param {string} day
 */
export function hasPassed({ until, from, starts }, day) {
  return isBefore(until, day) || isBefore(starts, day) || (Boolean(from) && !isBefore(day, from))
}

/**
 * @param {string | undefined} first
 * @param {string | undefined} second
 */
function isBefore(first, second) {
  return Boolean(first && second && first < second)
}

/**
 * How many days lie between two days.
 *
 * @param {string} earlier
 * @param {string} later
 */
export function daysBetween(earlier, later) {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY)
}

/**
 * How many days old the page is, where that is more than it may be; otherwise nothing.
 *
 * @param {Build} build
 * @param {string} day
 * @param {number} allowed
 */
export function staleDays(build, day, allowed) {
  const age = daysBetween(build.asOf, day)
  return age > allowed ? age : undefined
}
