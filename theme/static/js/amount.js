/** Amounts and numbers as people type them. */

/**
 * An amount as people type it: "38", "38,50", "38.50 €", "1 200", "1.200,50". Null when it is none.
 *
 * @param {string} typed
 * @returns {number | null}
 */
export function cents(typed) {
  const amount = /^(\d{1,7})(?:[.,](\d{1,2}))?(?:€|eur(?:oa|o)?)?$/i.exec(withoutThousands(typed.replace(/\s/g, '')))
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

/**
 * "1.450,50" and "1,450.50" without the mark that parts the thousands; one mark alone could be either.
 *
 * @param {string} typed
 */
function withoutThousands(typed) {
  const parted = /^\d{1,3}(?:(\.)(?:\d{3}\.)*\d{3},|(,)(?:\d{3},)*\d{3}\.)\d{1,2}(?!\d)/.exec(typed)
  return parted ? typed.replaceAll(parted[1] ?? parted[2], '') : typed
}
