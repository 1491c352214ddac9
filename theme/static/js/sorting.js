/**
 * The order of a table's rows.
 *
 * @typedef {'ascending' | 'descending'} Direction
 */

/**
 * The positions of the values in the order asked for. Numbers sort as numbers; what has no value comes last
 * both ways, because "not told" is neither cheap nor dear; equal ones stay as they stood.
 *
 * @param {(string | undefined)[]} values
 * @param {Direction} direction
 * @param {string} language
 */
export function order(values, direction, language) {
  const collator = new Intl.Collator(language, { numeric: true })
  const sign = direction === 'ascending' ? 1 : -1
  return values.map((_, position) => position).sort((one, other) => {
    const [a, b] = [values[one], values[other]]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * collator.compare(a, b)
  })
}

/**
 * Pressing a column again turns it round; another column starts from the smallest.
 *
 * @param {string | null} current
 * @returns {Direction}
 */
export function nextDirection(current) {
  return current === 'ascending' ? 'descending' : 'ascending'
}
