/**
 * Whether an amount of an offer is one person's own, and how it is said then. What is the same for everybody is left to
 * the page, which says it with its days and reasons already.
 *
 * @import { Outcome } from '../pricing/outcome.js'
 * @import { PriceBook } from './book.js'
 * @import { Offer, VoucherRules } from './payment.js'
 * @import { Person } from './person.js'
 * @import { Amount } from './words.js'
 *
 * @typedef {'share' | 'value'} Kind
 *
 * @typedef {object} Yours
 * @property {Outcome | null} outcome
 * @property {Amount & { more: string[] } | null} amount nothing where the page's own words stand; more is what else
 *   belongs under it: what is charged besides, from which day, what is decided to follow
 * @property {boolean} told whether it follows from what the person told
 *
 * @typedef {object} Term
 * @property {string} day
 * @property {Outcome | null} outcome
 * @property {Outcome | null} all the same where nobody is known
 */
import { inForce } from '../pricing.js'
import { filled } from '../sentence.js'
import { paymentOf } from './payment.js'

/**
 * @param {Offer} offer
 * @param {Kind} kind
 * @param {Pick<PriceBook, 'words' | 'rulesOf'>} book
 * @param {Person} person
 * @param {string} today ISO
 * @returns {Yours}
 */
export function yoursOf(offer, kind, book, person, today) {
  const rules = book.rulesOf(offer.voucher)
  const terms = [offer, ...(offer.later ?? [])].map(({ day, price }) => termOf({ ...offer, day, price }, kind, rules, person))
  const [{ outcome }] = terms
  const own = terms.filter((term) => term.outcome !== null && !same(term.outcome, term.all))
  // What nobody's situation makes any clearer stays as the page says it, with its reason.
  if (outcome === null || own.length === 0 || (outcome.confidence === 'unknown' && outcome.why === null)) {
    return { outcome, amount: null, told: false }
  }
  const organiser = rules?.organiser ?? ''
  const shown = shownOf(terms[0]) ?? outcome
  const amount = book.words.amount(shown, offer.unit, organiser)
  // A reason stands by itself: a page says one that all its amounts share only once.
  const reason = outcome.why === null ? null : book.words.why(outcome, organiser)
  const limits = reason === null ? [] : (shown.limits ?? []).map((limit) => book.words.limit(limit))
  const more = [...limits, ...besides(offer, kind, book, today), ...changes(terms, offer, book)]
  return {
    outcome,
    amount: { ...amount, note: reason ?? amount.note, more },
    told: own.some((term) => term.outcome?.why === null),
  }
}

/**
 * Everything that belongs under an amount; sentences last.
 *
 * @param {{ note: string, more: string[] }} amount
 */
export function underAmount({ note, more }) {
  const parts = more.filter(Boolean)
  if (note.endsWith('.')) return [parts.join('; '), note].filter(Boolean).join('. ')
  return [note, ...parts].filter(Boolean).join('; ')
}

/**
 * @param {Offer} offer
 * @param {Kind} kind
 * @param {VoucherRules | null} rules
 * @param {Person} person
 * @returns {Term}
 */
function termOf(offer, kind, rules, person) {
  return { day: offer.day, outcome: paymentOf(offer, rules, person)[kind], all: paymentOf(offer, rules, null)[kind] }
}

/**
 * As long as something is missing, the ends that hold for everybody still hold.
 *
 * @param {Term} term
 */
function shownOf({ outcome, all }) {
  return outcome?.high === null && all && all.high !== null ? all : outcome
}

/**
 * What else is charged, and from which day the amount holds.
 *
 * @param {Offer} offer
 * @param {Kind} kind
 * @param {Pick<PriceBook, 'words' | 'rulesOf'>} book
 * @param {string} today
 */
function besides(offer, kind, book, today) {
  const rules = book.rulesOf(offer.voucher)
  if (kind === 'value') {
    const rule = rules && inForce(rules.values, offer.variant, offer.day)
    return [rule ? book.words.period(rule) : '']
  }
  const extras = paymentOf(offer, rules, null).extras.map((extra) => book.words.extra(extra))
  return [...extras, offer.day > today ? book.words.from(offer.day) : '', offer.besides ?? '']
}

/**
 * '1.1.2019 alkaen 41,00 €': the later amounts that differ from the one before.
 *
 * @param {Term[]} terms
 * @param {Offer} offer
 * @param {Pick<PriceBook, 'words'>} book
 */
function changes(terms, offer, { words }) {
  const made = terms.map((term) => ({ day: term.day, outcome: shownOf(term) }))
  return made.flatMap(({ day, outcome }, at) => {
    if (at === 0 || outcome === null || same(outcome, made[at - 1].outcome)) return []
    const { text, unit } = words.amount(outcome, offer.unit, '')
    // The unit is the one beside the amount, unless that is to change too.
    const other = outcome.unit !== made[at - 1].outcome?.unit && unit !== ''
    return [filled(words.words.change, { day: words.day(day), amount: other ? `${text}/${unit}` : text })]
  })
}

/**
 * @param {Outcome | null} one
 * @param {Outcome | null} other
 */
function same(one, other) {
  return JSON.stringify(amountOf(one)) === JSON.stringify(amountOf(other))
}

/** @param {Outcome | null} made */
function amountOf(made) {
  return made && [made.confidence, made.low, made.high, made.unit, made.why]
}
