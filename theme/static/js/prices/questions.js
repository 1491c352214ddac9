/**
 * What a person is asked, field by field: how an answer is read, what it says of the person, and how it is written
 * into the field again. views/questions.py has the same names.
 *
 * @import { Person } from './person.js'
 *
 * @typedef {object} Question
 * @property {(typed: string) => boolean} reads whether an answer can be read
 * @property {(typed: string, person: Person) => Partial<Person>} told what an answer says; "" is an answer too
 * @property {(person: Person) => string} answer as a person would type it
 */
import { cents, decimal } from '../amount.js'

/** Units of which a person says how many times a month. */
const TIMES = ['day', 'visit', 'direction']

/** The most of each unit that a month can hold, or that anybody means: views/questions.py says so beside the field. */
const MOST = new Map([
  ['hour', 744],
  ['day', 31],
  ['24h', 31],
  ['week', 5],
  ['month', 1],
])

const MANY = 500

/** @type {Record<string, Question>} */
export const QUESTIONS = {
  gross: money((gross) => ({ gross }), ({ gross }) => gross),
  net: money((net) => ({ net }), ({ net }) => net),
  adults: count(1, (adults) => ({ adults }), ({ adults }) => adults),
  children: count(0, (children) => ({ children }), ({ children }) => children),
  hours: use(['hour']),
  times: use(TIMES),
  granted: {
    reads: (typed) => within(typed, 'hour') !== null,
    told: (typed) => ({ granted: within(typed, 'hour') }),
    answer: ({ granted }) => marked(granted ?? ''),
  },
  child: count(1, (child) => ({ child }), ({ child }) => child),
  deductions: money((deductions) => ({ deductions: deductions ?? 0 }), ({ deductions }) => deductions || null),
}

/**
 * @param {(cents: number | null) => Partial<Person>} told
 * @param {(person: Person) => number | null} of
 * @returns {Question}
 */
export function money(told, of) {
  return {
    reads: (typed) => cents(typed) !== null,
    told: (typed) => told(cents(typed)),
    answer: (person) => euros(of(person)),
  }
}

/**
 * @param {number} least which is also meant when nothing is said
 * @param {(count: number) => Partial<Person>} told
 * @param {(person: Person) => number} of
 * @returns {Question}
 */
function count(least, told, of) {
  const read = (/** @type {string} */ typed) => (/^\d{1,2}$/.test(typed) && Number(typed) >= least ? Number(typed) : null)
  return {
    reads: (typed) => read(typed) !== null,
    told: (typed) => told(read(typed) ?? least),
    answer: (person) => String(of(person)),
  }
}

/**
 * How much is used in a month. One answer for several units is that of those whose month can hold so much.
 *
 * @param {string[]} units
 * @returns {Question}
 */
export function use(units) {
  return {
    reads: (typed) => units.some((unit) => within(typed, unit) !== null),
    told: (typed, { uses }) => {
      const others = Object.entries(uses).filter(([unit]) => !units.includes(unit))
      const these = units.map((unit) => [unit, within(typed, unit)]).filter(([, number]) => number !== null)
      return { uses: Object.fromEntries([...others, ...these]) }
    },
    answer: ({ uses }) => marked(units.map((unit) => uses[unit]).find((number) => number !== undefined) ?? ''),
  }
}

/**
 * A number of units, where a month can hold so many.
 *
 * @param {string} typed
 * @param {string} unit
 */
function within(typed, unit) {
  const number = decimal(typed)
  return number !== null && Number(number) <= (MOST.get(unit) ?? MANY) ? number : null
}

/** @param {number | null} amount cents */
export function euros(amount) {
  return amount === null ? '' : marked((amount / 100).toFixed(2).replace(/\.00$/, ''))
}

/**
 * A decimal with the mark of the page's language.
 *
 * @param {string} decimal
 */
function marked(decimal) {
  return document.documentElement.lang === 'en' ? decimal : decimal.replace('.', ',')
}
