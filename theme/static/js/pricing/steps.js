/**
 * How an amount came about: a computation as data that a page can put into words.
 *
 * @typedef {object} Part
 * @property {'money' | 'percent' | 'number' | 'sign'} kind
 * @property {number | string} number cents of money, else text
 * @property {string} role maximum, income, limit, price, value, share …
 *
 * @typedef {object} Step
 * @property {Part[]} parts
 * @property {number} result cents
 * @property {string | null} unit
 * @property {'=' | '→'} relation '→' where the parts are a reason for the result
 * @property {'up' | 'down' | 'nearest' | null} rounding
 * @property {number | null} to the step it is rounded to, cents
 */

import { plain } from './fraction.js'

/** What the plain form calls a part; the others stand without a name. */
const SHORT = new Map([['maximum', 'max ']])

/**
 * @param {Part[]} parts
 * @param {number} result
 * @param {string | null} unit
 * @param {Partial<Step>} more
 * @returns {Step}
 */
export function step(parts, result, unit, more = {}) {
  return { parts, result, unit, relation: '=', rounding: null, to: null, ...more }
}

/**
 * @param {number} cents
 * @param {string} role
 * @returns {Part}
 */
export function money(cents, role) {
  return { kind: 'money', number: cents, role }
}

/**
 * @param {number} percent millionths
 * @returns {Part}
 */
export function percentage(percent) {
  return { kind: 'percent', number: plain(percent), role: '' }
}

/**
 * @param {number} number millionths
 * @param {string} role
 * @returns {Part}
 */
export function number(number, role) {
  return { kind: 'number', number: plain(number), role }
}

/**
 * @param {string} text
 * @returns {Part}
 */
export function sign(text) {
  return { kind: 'sign', number: text, role: '' }
}

/** @param {number} cents */
export function euros(cents) {
  const whole = Math.abs(cents)
  return `${cents < 0 ? '−' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

/**
 * The plain form of a step: 'max 27.00 − (900.00 − 563.00) × 35 % ÷ 60 = 25.03 €/hour'.
 *
 * @param {Step} step
 */
export function stepText({ parts, result, unit, relation, rounding, to }) {
  const line = parts.map(partText).join(' ').replaceAll('( ', '(').replaceAll(' )', ')')
  const rounded = rounding && to ? `, ${rounding} to ${euros(to)}` : ''
  return `${line}${rounded} ${relation} ${euros(result)} €${unit ? `/${unit}` : ''}`
}

/** @param {Part} part */
function partText({ kind, number, role }) {
  if (kind === 'money') return `${SHORT.get(role) ?? ''}${euros(Number(number))}`
  return kind === 'percent' ? `${number} %` : String(number)
}
