/**
 * How many slips of the keyboard lie between two words: a letter too many, too few, another one, or two swapped.
 *
 * @param {string} typed
 * @param {string} meant
 * @param {number} most beyond this many, the answer is only "more"
 * @param {boolean} unfinished whether the end of the meant word may still be missing
 */
export function distance(typed, meant, most, unfinished = false) {
  const missing = meant.length - typed.length
  if (-missing > most || (missing > most && !unfinished)) {
    return most + 1
  }
  const width = unfinished ? Math.min(meant.length, typed.length + most) : meant.length
  let before = new Uint16Array(width + 1)
  let above = Uint16Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const here = new Uint16Array(width + 1)
    here[0] = row
    for (let column = 1; column <= width; column += 1) {
      const other = typed[row - 1] === meant[column - 1] ? 0 : 1
      here[column] = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + other)
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      if (row > 1 && column > 1 && swapped) {
        here[column] = Math.min(here[column], before[column - 2] + 1)
      }
    }
    if (Math.min(...here) > most) {
      return most + 1
    }
    before = above
    above = here
  }
  return Math.min(most + 1, unfinished ? Math.min(...above) : above[width])
}
