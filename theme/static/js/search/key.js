/**
 * Words and their keys, by the same rules as the index: the index file carries them.
 *
 * @import { PublishedRules } from './file.js'
 *
 * @typedef {object} Keys
 * @property {(form: string) => string} key what all forms of a folded word have in common
 * @property {(form: string) => string[]} variants keys of what else it may stand for
 * @property {(form: string) => string[]} relatives keys of words of the same family
 * @property {(form: string) => boolean} joins whether it can stand before another word in a compound
 * @property {(form: string) => boolean} isSilent whether a folded word carries nothing to search for
 */

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

/**
 * @param {PublishedRules} rules
 * @returns {Keys}
 */
export function keysBy(rules) {
  const steps = rules.steps.map(compiled)
  const variants = compiled(rules.variants)
  const relatives = compiled(rules.relatives)
  const joint = new RegExp(rules.joint, 'u')

  /** @param {string} form */
  function key(form) {
    if ([...form].length < rules.shortest || /^\d+$/.test(form)) {
      return form
    }
    return steps.reduce(firstFitting, form)
  }

  /**
   * @param {[RegExp, string][]} others
   * @param {string} form
   */
  function otherwise(others, form) {
    const fitting = others.filter(([pattern]) => pattern.test(form))
    const keys = fitting.map(([pattern, becomes]) => key(form.replace(pattern, becomes)))
    return [...new Set(keys)].filter((other) => other !== key(form))
  }

  const silent = new Set(rules.stop.map((word) => key(fold(word))))
  return {
    key,
    variants: (form) => otherwise(variants, form),
    relatives: (form) => otherwise(relatives, form),
    joins: (form) => joint.test(form),
    isSilent: (form) => silent.has(key(form)),
  }
}

/**
 * @param {[string, string][]} rules
 * @returns {[RegExp, string][]}
 */
function compiled(rules) {
  return rules.map(([pattern, becomes]) => [new RegExp(pattern, 'u'), becomes])
}

/**
 * @param {string} form
 * @param {[RegExp, string][]} step
 */
function firstFitting(form, step) {
  const rule = step.find(([pattern]) => pattern.test(form))
  return rule ? form.replace(rule[0], rule[1]) : form
}
