/**
 * An estimate of a year after the household tax credit, for the work of one offer that one pays oneself.
 *
 * @import { PriceBook } from './book.js'
 * @import { Offer } from './payment.js'
 * @import { Person } from './person.js'
 */
import { afterCredit, holdsOn } from '../pricing.js'
import { cents, halfUp, millionths, readDecimal } from '../pricing/fraction.js'
import { filled } from '../sentence.js'

const MONTHS = 12

/**
 * '20 × 39,00 €/tunti kuukaudessa on 9 360,00 € vuodessa …'; nothing where nobody told how much is used, or the day
 * has no record of the credit.
 *
 * @param {Offer} offer
 * @param {PriceBook} book
 * @param {Person} person
 */
export function creditInWords({ price, unit, day }, { contents, words }, person) {
  const used = unit === null ? undefined : person.uses[unit]
  const terms = contents.taxCredits.find((each) => holdsOn(each, day))
  if (price === null || !used || !terms || readDecimal(used) === 0) return null
  const units = millionths(readDecimal(used) * MONTHS)
  const year = halfUp(cents(price).times(units))
  const { credit, left } = afterCredit(terms, year)
  return filled(words.words.credit, {
    times: words.decimal(used),
    amount: words.per(price, unit),
    year: words.money(year),
    credit: words.money(credit.low ?? 0),
    left: words.money(left),
    each: words.per(halfUp(cents(left).over(units)), unit),
  })
}
