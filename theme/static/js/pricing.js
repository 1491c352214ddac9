/**
 * What a voucher is worth and what the client pays, in integer cents: the same answers as catalogue/pricing.py.
 *
 * Nothing here reads a page, an address or a store, and nothing is sent.
 */

export { deductionsOf } from './pricing/deductions.js'
export { situation } from './pricing/household.js'
export { billOf, restOfMonth } from './pricing/income-share.js'
export { monthOf } from './pricing/month.js'
export { concerns, decided, holdsOn, inForce } from './pricing/rules.js'
export { onTop, shareOf } from './pricing/share.js'
export { stepText } from './pricing/steps.js'
export { afterCredit } from './pricing/tax-credit.js'
export { valueOf } from './pricing/value.js'
