/**
 * What a person tells of their situation. It stays in the memory of this page; in this browser only when they ask for
 * it; never in an address, never in a request.
 *
 * @import { Situation } from '../pricing/household.js'
 *
 * @typedef {object} Person
 * @property {number | null} gross cents a month, before tax
 * @property {number | null} net cents a month, after tax
 * @property {number} adults
 * @property {number} children
 * @property {Record<string, string>} uses units of a service in a month by the unit, as decimals: { hour: '12.5' }
 * @property {string | null} granted hours granted a month, where the unit is not the hour
 * @property {number} child which of the children, from the youngest
 * @property {number} deductions cents a month
 * @property {Record<string, (number | null)[]>} entries what makes the deductions, cents, by the voucher that lists them
 */
import { situation } from '../pricing.js'

const KEY = 'your-situation'

/** @type {Readonly<Person>} */
export const NOBODY = Object.freeze({
  gross: null, net: null, adults: 1, children: 0, uses: {}, granted: null, child: 1, deductions: 0,
  entries: {},
})

/** @type {Set<() => void>} */
const listeners = new Set()

/** @type {Person | null} */
let told = null

let remembered = false

let read = false

/** What has been told, or nothing. */
export function person() {
  if (!read) {
    read = true
    told = kept()
    remembered = told !== null
  }
  return told
}

/** Whether it is kept in this browser. */
export function isRemembered() {
  person()
  return remembered
}

/**
 * Tell the situation, or more of it; keep it in this browser only if that is asked for.
 *
 * @param {Partial<Person>} more
 * @param {boolean} remember
 */
export function tell(more, remember = isRemembered()) {
  told = { ...(person() ?? NOBODY), ...more }
  remembered = remember && keep(told)
  if (!remember) forgetKept()
  listeners.forEach((listen) => listen())
}

/** Forget everything, here and in this browser. */
export function forget() {
  read = true
  told = null
  remembered = false
  forgetKept()
  listeners.forEach((listen) => listen())
}

/**
 * What the browser keeps may have changed behind this page's back: in another tab, or while the page lay in the
 * browser's memory of pages left. What was kept and has been forgotten there is forgotten here too.
 */
export function recall() {
  // What this page was told without being asked to keep it is its own.
  if (!read || (told !== null && !remembered)) return
  const now = kept()
  if (now === null && told === null) return
  told = now
  remembered = now !== null
  listeners.forEach((listen) => listen())
}

addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) recall()
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) recall()
})

/**
 * Be called whenever the situation changes.
 *
 * @param {() => void} listen
 */
export function onChange(listen) {
  listeners.add(listen)
}

/**
 * The situation as the price of one unit sees it.
 *
 * @param {Person} person
 * @param {string | null} unit
 * @returns {Situation}
 */
export function situationOf({ gross, net, adults, children, uses, granted, child, deductions }, unit) {
  const units = (unit !== null && uses[unit]) || null
  return situation({ gross, net, adults, children, units, hours: granted, child, deductions })
}

/** @param {Person} person */
function keep(person) {
  try {
    localStorage.setItem(KEY, JSON.stringify(person))
    return true
  } catch {
    return false
  }
}

function forgetKept() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** @returns {Person | null} */
function kept() {
  try {
    const text = localStorage.getItem(KEY)
    return text === null ? null : readable(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * What was kept, as far as it can be understood: an older page may have written it, or somebody's hand.
 *
 * @param {any} found
 * @returns {Person}
 */
function readable(found) {
  const whole = (/** @type {unknown} */ value, /** @type {number} */ least) =>
    Number.isSafeInteger(value) && Number(value) >= least ? Number(value) : null
  const decimal = (/** @type {unknown} */ value) =>
    typeof value === 'string' && /^\d{1,4}(\.\d{1,2})?$/.test(value) ? value : null
  const entries = Object.entries(found?.entries ?? {}).flatMap(([voucher, list]) =>
    Array.isArray(list) ? [[voucher, list.slice(0, 20).map((amount) => whole(amount, 0))]] : [],
  )
  const uses = Object.entries(found?.uses ?? {}).filter(([, value]) => decimal(value))
  return {
    gross: whole(found?.gross, 0),
    net: whole(found?.net, 0),
    adults: whole(found?.adults, 1) ?? 1,
    children: whole(found?.children, 0) ?? 0,
    uses: /** @type {Record<string, string>} */ (Object.fromEntries(uses)),
    granted: decimal(found?.granted),
    child: whole(found?.child, 1) ?? 1,
    deductions: whole(found?.deductions, 0) ?? 0,
    entries: Object.fromEntries(entries),
  }
}
