/**
 * A person's situation, and which row of a table is a household's as the rule's source counts it.
 *
 * @import { Why } from './outcome.js'
 * @import { ByIncome, LimitRow, Row } from './rules.js'
 *
 * @typedef {object} Situation
 * @property {number | null} gross cents a month, before tax
 * @property {number | null} net cents a month, after tax
 * @property {number} adults
 * @property {number} children
 * @property {string | null} units of the service in a month, as a decimal: '12.5'
 * @property {string | null} hours granted a month, where the unit is not the hour
 * @property {number} child which of the children, from the youngest
 * @property {number} deductions cents a month that the rule's source lets this person take off
 *
 * @typedef {{ limit: number, percent: number }} Limit
 */

import { readDecimal } from './fraction.js'

/** A month is counted as 30 days; how often somebody uses an hour, a day or a visit has to be asked. Millionths. */
const UNITS_OF_A_MONTH = new Map([
  ['24h', 30_000_000],
  ['month', 1_000_000],
])

/**
 * A situation from what is known of it.
 *
 * @param {Partial<Situation>} known
 * @returns {Situation}
 */
export function situation(known) {
  const nothing = { gross: null, net: null, units: null, hours: null }
  return { ...nothing, adults: 1, children: 0, child: 1, deductions: 0, ...known }
}

/**
 * How many units there are in a month, in millionths.
 *
 * @param {Situation} situation
 * @param {string | null} unit
 */
export function unitsOf({ units }, unit) {
  return units === null ? (UNITS_OF_A_MONTH.get(unit ?? '') ?? null) : readDecimal(units)
}

/**
 * Whether the person said that none of it is used.
 *
 * @param {Situation} situation
 * @param {string | null} unit
 */
export function usesNothing(situation, unit) {
  return unitsOf(situation, unit) === 0
}

/**
 * How many hours are granted a month, in millionths: without word of them, those used.
 *
 * @param {Situation} situation
 * @param {string | null} unit
 */
export function hoursOf({ hours, units }, unit) {
  const known = hours === null && unit === 'hour' ? units : hours
  return known === null ? null : readDecimal(known)
}

/**
 * The month's income as the rule's source counts it; gross is never taken for net.
 *
 * @param {ByIncome} rule
 * @param {Situation} situation
 * @returns {number | Why}
 */
export function countedIncome({ income: kind, deducts }, situation) {
  const income = situation[kind]
  if (income === null) return kind === 'gross' ? 'needs_gross' : 'needs_net'
  return deducts.length > 0 ? Math.max(0, income - situation.deductions) : income
}

/**
 * The household's rows, or those of the largest one where the table says how it goes on.
 *
 * @template {Row} R
 * @param {R[]} rows
 * @param {ByIncome} rule
 * @param {Situation} situation
 * @returns {{ rows: R[], further: number } | 'household_not_in_table'}
 */
export function rowsFor(rows, { counts, beyond }, situation) {
  if (counts === 'adults_and_children') return rowsOfFamily(rows, beyond !== undefined, situation)
  const persons = personsCounted(counts, situation)
  const last = Math.max(0, ...rows.map(({ household }) => household))
  const found = rows.filter(({ household }) => household === persons)
  if (found.length > 0) return { rows: found, further: 0 }
  if (!beyond || !last || persons <= last) return 'household_not_in_table'
  return { rows: rows.filter(({ household }) => household === last), further: persons - last }
}

/**
 * How many persons the source counts.
 *
 * @param {ByIncome['counts']} counts
 * @param {Situation} situation
 */
function personsCounted(counts, { adults, children }) {
  if (counts === 'client') return 1
  if (counts === 'children') return children
  return counts === 'adults' ? adults : adults + children
}

/**
 * The rows that name so many adults and children; each further child goes past the table.
 *
 * @template {Row} R
 * @param {R[]} rows
 * @param {boolean} goesOn
 * @param {Situation} situation
 * @returns {{ rows: R[], further: number } | 'household_not_in_table'}
 */
function rowsOfFamily(rows, goesOn, situation) {
  const same = rows.filter(({ adults }) => adults === undefined || adults === situation.adults)
  for (let children = situation.children; children >= 0; children -= 1) {
    const found = same.filter((row) => row.children === undefined || row.children === children)
    const larger = same.some((row) => row.children !== undefined && row.children > children)
    const further = situation.children - children
    if (found.length > 0 && (further === 0 || (goesOn && !larger))) return { rows: found, further }
  }
  return 'household_not_in_table'
}

/**
 * Limit and percentage of a household and its granted hours.
 *
 * @param {ByIncome & { households: LimitRow[] }} rule
 * @param {Situation} situation
 * @param {string | null} unit
 * @returns {Limit | Why}
 */
export function limitFor(rule, situation, unit) {
  const found = rowsFor(rule.households, rule, situation)
  if (typeof found === 'string') return found
  const row = rowOfHours(found.rows, hoursOf(situation, unit))
  if (typeof row === 'string') return row
  const beyond = rule.beyond ?? { limit: 0, percent: 0 }
  return {
    limit: row.limit + found.further * beyond.limit,
    percent: Math.max(0, row.percent - found.further * beyond.percent),
  }
}

/**
 * The row whose hours reach far enough; an open row holds for all above.
 *
 * @param {LimitRow[]} rows
 * @param {number | null} hours millionths
 * @returns {LimitRow | Why}
 */
function rowOfHours(rows, hours) {
  if (rows.every(({ hoursUpTo }) => hoursUpTo === undefined)) return rows[0]
  if (hours === null) return 'needs_hours'
  const end = (/** @type {LimitRow} */ { hoursUpTo = Infinity }) => hoursUpTo
  const reaching = rows.filter((row) => hours <= end(row) * 1_000_000)
  const nearest = Math.min(...reaching.map(end))
  return reaching.find((row) => end(row) === nearest) ?? 'hours_not_in_table'
}
