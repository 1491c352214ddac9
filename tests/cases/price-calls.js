// What the tests call in the browser: the price engine, asked as tests/catalogue/price_cases.py asks Python.
import { afterCredit, billOf, decided, deductionsOf, inForce, monthOf, onTop, restOfMonth, shareOf, stepText, valueOf } from '/js/pricing.js'
import { voucherPart } from '/js/pricing/voucher-part.js'

const told = (outcome) => ({ ...outcome, text: outcome.steps.map(stepText) })

const answer = ({ values, shares, costs, credit, work, persons, price, day, variant, situation, uses, deducting, entries }) => {
  const said = { value: null, share: null, pays: null, month: null, rest: null, bill: null, credit: null, taken: null, later: [] }
  if (deducting) said.taken = deductionsOf(deducting, entries)
  said.later = decided(values, variant, day).map(({ starts }) => starts)
  const rule = inForce(values, variant, day)
  if (rule) {
    const shareRule = inForce(shares, variant, day)
    const value = valueOf(rule, price, situation)
    const share = shareOf(shareRule, price, value, variant, day, situation)
    said.value = told(value)
    said.share = told(share)
    said.pays = told(voucherPart(value, share, price, situation))
    if (situation) said.month = monthOf(share, situation, onTop(shareRule, variant, day), costs, rule.unit ?? value.unit)
  }
  if (uses.length > 0 && situation) {
    said.rest = told(restOfMonth(uses, situation))
    said.bill = billOf(uses)
  }
  if (credit) {
    const after = afterCredit(credit, work, persons)
    said.credit = { credit: told(after.credit), left: after.left }
  }
  return said
}

window.answers = (cases) => cases.map(answer)
document.title = 'ready'
