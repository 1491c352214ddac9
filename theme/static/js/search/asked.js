/**
 * What the text of a query asks for: words, names in several words, quoted phrases, numbers.
 *
 * @typedef {object} Asked one thing a text asks for
 * @property {'word' | 'phrase' | 'number' | 'price'} kind
 * @property {string} typed as it was typed
 * @property {string[]} words of a word or phrase, as typed
 * @property {boolean} unfinished whether a word may still be being typed
 * @property {string} digits of a number
 */

/** So many things are looked for; what else a text asks is left out. */
const MOST = 12

/** So many characters of a text are read. */
const LONGEST = 300

/** So many words a name can have. */
const LONGEST_NAME = 6

const PHRASE = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu
const NUMBER = /(?:FI[ -]?)?(?:\+|00)?\d(?:[ \u00a0()-]{0,2}\d){4,}|\b0\d{2,3}\b/giu

/**
 * What a text asks for: quoted phrases, telephone numbers and business ids, names of services and places in several
 * words, and words. Words that say nothing are left out unless there are no others.
 *
 * @typedef {object} Reader what the directory knows about words
 * @property {(text: string) => string[]} wordsOf
 * @property {RegExp} price what an amount looks like, or the most that something may cost
 * @property {(word: string) => boolean} isSilent whether it says nothing
 * @property {(first: string, second: string) => boolean} isWord whether these are one word that a slip set apart
 * @property {(words: string[]) => boolean} isName whether these words are all of a name
 *
 * @param {string} text
 * @param {Reader} reader
 * @returns {Asked[]}
 */
export function readText(text, reader) {
  /** @type {Asked[]} */
  const asked = []
  const unquoted = text.slice(0, LONGEST).replace(PHRASE, (_, inside) => {
    asked.push(askedFor('phrase', inside.trim(), reader.wordsOf(inside)))
    return ' '
  })
  const unpriced = unquoted.replace(reader.price, (typed) => {
    asked.push(askedFor('price', typed, [typed]))
    return ' '
  })
  const rest = unpriced.replace(NUMBER, (typed) => {
    asked.push({ ...askedFor('number', typed.trim(), [typed]), digits: national(typed) })
    return ' '
  })
  const words = together(reader.wordsOf(rest), reader)
  const telling = words.filter(({ kind, typed }) => kind === 'phrase' || !reader.isSilent(typed))
  const chosen = telling.length > 0 || asked.length > 0 ? telling : words
  return [...asked, ...chosen].filter(({ words }) => words.length > 0).slice(0, MOST)
}

/**
 * Words, with those together that belong together: names in several words, and a word that a slip set apart.
 *
 * @param {string[]} words
 * @param {Reader} reader
 * @returns {Asked[]}
 */
function together(words, reader) {
  if (words.length === 0) {
    return []
  }
  for (let count = Math.min(words.length, LONGEST_NAME); count > 1; count -= 1) {
    if (reader.isName(words.slice(0, count))) {
      const name = words.slice(0, count)
      return [askedFor('phrase', name.join(' '), name), ...together(words.slice(count), reader)]
    }
  }
  const [first, second = '', ...rest] = words
  if (second !== '' && reader.isWord(first, second)) {
    return together([first + second, ...rest], reader)
  }
  return [{ ...askedFor('word', first, [first]), unfinished: second === '' }, ...together(words.slice(1), reader)]
}

/**
 * @param {Asked['kind']} kind
 * @param {string} typed
 * @param {string[]} words
 * @returns {Asked}
 */
function askedFor(kind, typed, words) {
  return { kind, typed, words, unfinished: false, digits: '' }
}

/**
 * The digits of a telephone number as dialled within Finland, or of a business id.
 *
 * @param {string} number
 */
export function national(number) {
  const digits = number.replace(/\D/g, '')
  const abroad = /^\s*\+\s*358/.test(number) ? digits.slice(3) : digits.startsWith('00358') ? digits.slice(5) : null
  return abroad === null ? digits : `0${abroad.replace(/^0/, '')}`
}
