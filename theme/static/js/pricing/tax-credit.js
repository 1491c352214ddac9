/**
 * An estimate of what self-paid work costs after the household tax credit.
 *
 * @typedef {object} TaxCredit
 * @property {number} percent millionths
 * @property {number} ownShare cents a year
 * @property {number} maximum cents a year
 */

import { cents, halfUp, hundredth } from './fraction.js'
import { between, exactly } from './outcome.js'
import { money, percentage, sign, step } from './steps.js'

/**
 * A year's work after the credit; own share and maximum are each person's, work being shared as suits them best.
 *
 * @param {TaxCredit} terms
 * @param {number} year cents
 * @param {number} persons
 */
export function afterCredit(terms, year, persons = 1) {
  let credit = credited(terms, year, 1)
  for (let number = 2; number <= persons; number += 1) {
    const together = credited(terms, year, number)
    if ((together.low ?? 0) > (credit.low ?? 0)) credit = together
  }
  return { credit, left: year - (credit.low ?? 0) }
}

/**
 * The credit so many persons get together.
 *
 * @param {TaxCredit} terms
 * @param {number} year
 * @param {number} persons
 */
function credited({ percent, ownShare, maximum }, year, persons) {
  const own = ownShare * persons
  const result = halfUp(cents(year).times(hundredth(percent))) - own
  const parts = [money(year, 'work'), sign('×'), percentage(percent), sign('−'), money(own, 'own share')]
  return between(exactly(result, null, step(parts, result, null)), 0, maximum * persons)
}
