/**
 * The result of the calculator, in the words that the page carries for it.
 *
 * @import { Forecast, Term } from '../prices/forecast.js'
 * @import { MonthInWords } from '../prices/month.js'
 * @import { VoucherRules } from '../prices/payment.js'
 * @import { Person } from '../prices/person.js'
 * @import { PriceWords } from '../prices/words.js'
 * @import { Outcome } from '../pricing/outcome.js'
 *
 * @typedef {object} Shown
 * @property {Sources} sources
 * @property {PriceWords} words
 * @property {VoucherRules} rules
 * @property {Forecast} made
 * @property {Person} person
 * @property {boolean} wanting whether the value in the person's own decision is still to be told
 *
 * @typedef {object} Sources where each rule stands, in the order of the published rules
 * @property {(string | null)[]} values empty for a rule without an amount, nothing where no source tells
 * @property {(string | null)[]} shares
 * @property {string} undated what is said of those
 * @property {string} difference where no rule says what the client pays
 * @property {string} source
 */
import { monthInWords } from '../prices/month.js'
import { filled } from '../sentence.js'
import { needed } from './needed.js'

/**
 * @param {HTMLElement} root
 * @param {Shown} shown
 */
export function showResult(root, { sources, words, rules, made, person, wanting }) {
  const { offer, payment: { value, share, extras } } = made.first
  const found = { value: amountOf(value, words, offer.unit, rules), share: amountOf(share, words, offer.unit, rules) }
  if (found.value.note === found.share.note) found.value.note = ''
  for (const [name, { text, unit, note }] of Object.entries(found)) {
    part(root, `${name}-text`).textContent = text
    part(root, `${name}-unit`).textContent = unit && `/ ${unit}`
    part(root, `${name}-note`).textContent = note
  }
  showConfidence(root, share, rules, wanting)
  list(root, 'on-top', 'extras', extras.map(({ name, amount, unit, count }) =>
    `${name}: ${count > 1 ? `${count} × ` : ''}${words.per(amount, unit)}`,
  ))
  list(root, 'how', 'steps', stepsOf(made.first, words))
  showMonth(root, share.unit, monthInWords(offer, { words, rulesOf: () => rules }, person))
  showLater(root, words, rules, made)
  showSources(root, sources, words, made)
  const spoken = part(root, 'spoken')
  spoken.textContent = filled(spoken.dataset.sentence ?? '', { share: whole(found.share), value: whole(found.value) })
  part(root, 'result').hidden = false
}

/**
 * Leave nothing of what was worked out in the page, nor in what a screen reader is told.
 *
 * @param {HTMLElement} root
 */
export function emptyResult(root) {
  part(root, 'result').hidden = true
  for (const each of part(root, 'result').querySelectorAll('[data-part]')) {
    if (each.querySelector('[data-part]') === null) each.replaceChildren()
  }
  part(root, 'spoken').textContent = ''
}

/**
 * How far the amount can be relied on, and what would help.
 *
 * @param {HTMLElement} root
 * @param {Outcome} share
 * @param {VoucherRules} rules
 * @param {boolean} wanting
 */
function showConfidence(root, { confidence, why }, { ask }, wanting) {
  const place = part(root, 'confidence')
  place.textContent = (wanting ? place.dataset.decision : place.dataset[confidence]) ?? ''
  part(root, 'ask').textContent = confidence === 'exact' || why?.startsWith('needs') ? '' : (ask ?? '')
}

/**
 * @param {Outcome | null} outcome
 * @param {PriceWords} words
 * @param {string | null} unit
 * @param {VoucherRules} rules
 */
function amountOf(outcome, words, unit, { organiser }) {
  if (outcome === null) return { text: words.words.unknown, unit: '', note: '' }
  return words.amount(outcome, unit, organiser)
}

/** @param {{ text: string, unit: string }} amount */
function whole({ text, unit }) {
  return unit ? `${text} / ${unit}` : text
}

/**
 * The way to the share, which most often leads through the value; then what is left of the way to the value.
 *
 * @param {Term} term
 * @param {PriceWords} words
 */
function stepsOf({ payment: { value, share } }, words) {
  return [...new Set([...words.steps(share), ...(value ? words.steps(value) : [])])]
}

/**
 * @param {HTMLElement} root
 * @param {string | null} unit of the share
 * @param {MonthInWords | null} month
 */
function showMonth(root, unit, month) {
  const said = month === null || (unit === 'month' && month.lines.length === 1 && month.missing === '')
  part(root, 'in-a-month').hidden = said
  if (said) return
  const lines = month.lines.map(({ label, how, amount }) => line(how ? `${label} (${how})` : label, amount))
  part(root, 'month').replaceChildren(...lines)
  part(root, 'total').textContent = month.total
  part(root, 'missing').textContent = month.missing
}

/**
 * @param {HTMLElement} root
 * @param {PriceWords} words
 * @param {VoucherRules} rules
 * @param {Forecast} made
 */
function showLater(root, words, rules, { later, over, ended }) {
  const { sentence = '', over: end = '', ended: gone = '' } = part(root, 'later').dataset
  const told = later.map(({ day, offer: { unit }, payment }) => filled(sentence, {
    day: words.day(day),
    share: whole(amountOf(payment.share, words, unit, rules)),
    value: whole(amountOf(payment.value, words, unit, rules)),
  }))
  const ends = [over && filled(end, { day: words.day(over) }), ended && filled(gone, { day: words.day(ended) })]
  list(root, 'ahead', 'later', [...told, ...ends.filter((text) => text !== null)])
}

/**
 * For which day, by which rules, and whose page says so.
 *
 * @param {HTMLElement} root
 * @param {Sources} sources
 * @param {PriceWords} words
 * @param {Forecast} made
 */
function showSources(root, sources, words, { first: { day, value, share }, ended }) {
  const place = part(root, 'sources')
  const { asOf = '' } = document.documentElement.dataset
  const none = value < 0 && share < 0 && ended !== null
  const found = {
    value: none || value < 0 ? '' : sources.values[value],
    share: none ? '' : share < 0 ? sources.difference : sources.shares[share],
  }
  const told = [
    filled(place.dataset[none ? 'none' : day > asOf ? 'coming' : 'day'] ?? '', { day: words.day(day) }),
    found.value && filled(place.dataset.value ?? '', { source: found.value }),
    found.share && filled(place.dataset.share ?? '', { source: found.share }),
    found.value === null || found.share === null ? sources.undated : '',
    sources.source,
  ]
  place.replaceChildren(...told.filter(Boolean).map((text) => element('p', text ?? '')))
}

/**
 * @param {HTMLElement} root
 * @param {string} block
 * @param {string} name
 * @param {string[]} items
 */
function list(root, block, name, items) {
  part(root, name).replaceChildren(...items.map((text) => element('li', text)))
  part(root, block).hidden = items.length === 0
}

/**
 * @param {string} label
 * @param {string} amount
 */
function line(label, amount) {
  const made = document.createElement('div')
  made.className = 'calculator__line'
  const sum = element('dd', amount)
  sum.className = 'calculator__sum'
  made.append(element('dt', label), sum)
  return made
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function part(root, name) {
  return needed(root, `[data-part="${name}"]`, HTMLElement)
}
