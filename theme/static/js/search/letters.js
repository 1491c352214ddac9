/** The letters and words of a text, as the build reads them. */

/** @type {Record<string, string>} */
const LETTERS = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ð: 'd', þ: 'th', đ: 'd', ł: 'l', ŋ: 'n' }

/**
 * Text without capitals and marks on letters, so that "Jyväskylä" and "jyvaskyla" are one.
 *
 * @param {string} text
 */
export function fold(text) {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.replace(/[øæœßðþđłŋ]/g, (letter) => LETTERS[letter])
}

/**
 * The words of a text as they were written.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.normalize('NFKC').replace(/\u00ad/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
}
