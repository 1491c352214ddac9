/**
 * Rules as catalogue/rule_data.py writes them: integer cents, ISO days, other numbers in millionths.
 *
 * @typedef {object} Dated
 * @property {string} [starts] first day
 * @property {string} [until] last day
 * @property {string[]} [variants] none means all
 *
 * @typedef {object} AddOnRule
 * @property {unknown} name
 * @property {number} amount
 * @property {string} unit
 * @property {number} count
 *
 * @typedef {AddOnRule & Dated} AddOn
 *
 * @typedef {{ name: unknown, price?: number, unit: string, oneOf?: unknown } & Dated} Cost of those with the same oneOf one is paid
 *
 * @typedef {object} Row
 * @property {number} household
 * @property {number} [adults]
 * @property {number} [children]
 *
 * @typedef {{ upTo?: number, amount?: number, percent?: number }} Band
 * @typedef {Row & { bands: Band[] }} BandRow
 * @typedef {Row & { limit: number, percent: number, hoursUpTo?: number }} LimitRow
 *
 * @typedef {{ above?: number, percent?: number, atMost?: number }} DeductionLimits
 *
 * @typedef {object} ByIncome
 * @property {'gross' | 'net'} income
 * @property {unknown[]} deducts their names
 * @property {DeductionLimits[]} deductionLimits how much of each counts
 * @property {'persons' | 'client' | 'adults' | 'children' | 'adults_and_children'} counts
 * @property {{ limit: number, percent: number }} [beyond]
 *
 * @typedef {object} Adjusted
 * @property {number} [coefficient]
 * @property {number} [supplement]
 *
 * @typedef {object} Share
 * @property {LimitRow[]} households
 * @property {number} [shareAtMost]
 * @property {number} [keeps]
 * @property {number} [shareCoefficient]
 * @property {number[]} siblings
 * @property {number} [notChargedBelow]
 * @property {number} [roundDownTo]
 * @property {number} [roundShareTo]
 * @property {boolean} roundEach
 *
 * @typedef {ByIncome & Share} MonthShare
 *
 * @typedef {{ unit: string, unitsAtMost?: number } & Dated} Known
 * @typedef {{ monthAtMost?: number } & Known} Limited
 *
 * @typedef {{ rule: 'fixed', amount: number } & Limited} FixedValue
 * @typedef {{ rule: 'price_capped', ownShare?: number, percent?: number, maximum?: number } & Limited} PriceCapped
 * @typedef {{ rule: 'range', minimum: number, maximum: number } & Known} Range
 * @typedef {{ rule: 'coefficient', base: number, coefficient: number, roundTo?: number } & Limited} Multiplied
 * @typedef {{ rule: 'income_bands', households: BandRow[] } & ByIncome & Adjusted & Known} IncomeBands
 *
 * @typedef {object} Reduction
 * @property {'income_reduction'} rule
 * @property {number} maximum
 * @property {number} minimum
 * @property {LimitRow[]} households
 * @property {number} divisor
 * @property {number} [roundUpTo]
 * @property {number} [roundDownTo]
 * @property {number} [roundTo]
 *
 * @typedef {Reduction & ByIncome & Adjusted & Known} IncomeReduction
 *
 * @typedef {object} Rest
 * @property {'income_share'} rule
 * @property {number} basePrice
 * @property {number} [minimum]
 * @property {'yes' | 'no'} basePriceIsMaximum
 *
 * @typedef {Rest & MonthShare & Known} IncomeShare
 *
 * @typedef {object} NotHere
 * @property {'individual' | 'by_reference'} rule
 * @property {string} [unit]
 * @property {unknown} reason
 * @property {number} [maximum]
 * @property {string} [ask]
 *
 * @typedef {NotHere & Dated} Unknown
 *
 * @typedef {FixedValue | PriceCapped | Range | Multiplied | IncomeBands | IncomeReduction | IncomeShare | Unknown} ValueRule
 *
 * @typedef {{ unit?: string, addOns: AddOn[] } & Dated} AnyShare
 * @typedef {{ monthAtMost?: number } & AnyShare} MonthLimited
 * @typedef {{ rule: 'difference' } & AnyShare} Difference
 * @typedef {{ rule: 'fixed' | 'at_most', amount: number } & MonthLimited} AmountShare
 * @typedef {{ rule: 'formula' } & MonthShare & AnyShare} Formula
 * @typedef {{ rule: 'income_bands', households: BandRow[] } & ByIncome & Adjusted & MonthLimited} BandShare
 * @typedef {{ rule: 'individual' | 'by_reference', reason: unknown, ask?: string } & AnyShare} UnknownShare
 * @typedef {Difference | AmountShare | Formula | BandShare | UnknownShare} ShareRule
 */

/**
 * Whether a rule speaks of a variant; one that names none speaks of all.
 *
 * @param {Dated} rule
 * @param {string | null} variant
 */
export function concerns({ variants = [] }, variant) {
  return variants.length === 0 || (variant !== null && variants.includes(variant))
}

/**
 * @param {Dated} rule
 * @param {string} day ISO
 */
export function holdsOn({ starts, until }, day) {
  return (starts === undefined || starts <= day) && (until === undefined || day <= until)
}

/**
 * The rule that holds for a variant on a day.
 *
 * @template {Dated} R
 * @param {R[]} rules
 * @param {string | null} variant
 * @param {string} day ISO
 */
export function inForce(rules, variant, day) {
  return rules.find((rule) => concerns(rule, variant) && holdsOn(rule, day)) ?? null
}

/**
 * The rules for a variant that start later, soonest first.
 *
 * @template {Dated} R
 * @param {R[]} rules
 * @param {string | null} variant
 * @param {string} day ISO
 */
export function decided(rules, variant, day) {
  const later = rules.filter((rule) => concerns(rule, variant) && (rule.starts ?? '') > day)
  return later.sort(({ starts: one = '' }, { starts: other = '' }) => Number(one > other) - Number(one < other))
}
