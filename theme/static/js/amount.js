/** Amounts and numbers as people type them. */

/**
 * An amount as people type it: "38", "38,50", "38.50 €", "1 200". Null when it is none.
 *
 * @param {string} typed
 * @returns {number | null}
 */
export function cents(typed) {
  const amount = /^(\d{1,7})(?:[.,](\d{1,2}))?(?:€|eur(?:oa|o)?)?$/i.exec(typed.replace(/\s/g, ''))
  return amount ? Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0')) : null
}

/**
 * A number as people type it, as a decimal in a text: "12", "12,5", "12.50". Null when it is none.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function decimal(typed) {
  const number = /^(\d{1,4})(?:[.,](\d{1,2}))?(?:h|t)?$/i.exec(typed.replace(/\s/g, ''))
  return number ? [number[1], number[2]].filter(Boolean).join('.') : null
}
