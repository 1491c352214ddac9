/**
 * Words and their keys, by the same rules as the index: the index file carries them.
 *
 * @typedef {object} PublishedRules as outputs/search/README.md describes them
 * @property {number} shortest
 * @property {[string, string][][]} steps
 * @property {[string, string][]} variants
 * @property {[string, string][]} relatives
 * @property {string} joint
 * @property {string[]} stop
 * @property {string[]} aside
 * @property {string} price
 *
 * @typedef {object} Keys
 * @property {(form: string) => string} key what all forms of a folded word have in common
 * @property {(form: string) => string[]} variants keys of what else it may stand for
 * @property {(form: string) => string[]} relatives keys of words of the same family
 * @property {(form: string) => boolean} joins whether it can stand before another word in a compound
 * @property {(form: string) => boolean} isSilent whether a folded word carries nothing to search for
 * @property {(form: string) => boolean} isAside whether it only puts results in order beside the name of a service
 * @property {RegExp} price what an amount looks like, or the most that something may cost
 */
import { fold } from './letters.js'

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

  const [silent, aside] = [rules.stop, rules.aside].map((words) => new Set(words.map((word) => key(fold(word)))))
  return {
    key,
    variants: (form) => otherwise(variants, form),
    relatives: (form) => otherwise(relatives, form),
    joins: (form) => joint.test(form),
    isSilent: (form) => silent.has(key(form)),
    isAside: (form) => aside.has(key(form)),
    price: new RegExp(rules.price, 'giu'),
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
