/** Sentences of the site with what changes from page to page filled in. */

/**
 * A sentence with its {names} filled in.
 *
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
