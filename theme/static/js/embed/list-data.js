/**
 * A list as the directory publishes it for other sites (outputs/embed/data.py writes it).
 *
 * @typedef {{ text?: string, url?: string, unit?: string, notes?: string[], cents?: number, sort?: string }} Cell
 * @typedef {{ key: string, label: string, amount?: boolean }} Column
 * @typedef {{ label: string, url: string, note?: string }} Other
 * @typedef {{ heading: string, caption: string, columns: Column[], rows: Cell[][], notes?: string[], others?: Other[] }} Table
 * @typedef {Record<'filter' | 'shown' | 'order' | 'missing' | 'rising' | 'falling' | 'lowest' | 'highest', string>} Words
 * @typedef {{ format: number, language: string, words: Words, tables: Table[], empty?: string }} List
 */

const FORMAT = 1
const PATIENCE = 15_000

/**
 * Asks for nothing but the one file, and tells the directory nothing of the reader.
 *
 * @param {URL} address
 * @returns {Promise<List>}
 */
export async function listOf(address) {
  if (!['https:', 'http:'].includes(address.protocol)) throw new Error(`src is ${address.href}`)
  const answer = await fetch(address, {
    credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok) throw new Error(`${address.href} answers ${answer.status}`)
  const { list } = await answer.json()
  if (list?.format !== FORMAT || !Array.isArray(list.tables)) throw new Error(`${address.href} is no list of format ${FORMAT}`)
  return list
}

/**
 * What a cell sorts by; nothing where it tells nothing.
 *
 * @param {Cell} cell
 * @param {Column} column
 */
export function sortKey(cell, column) {
  if (column.amount) return cell.cents === undefined ? undefined : String(cell.cents)
  return cell.sort ?? cell.text
}

/**
 * Whether a row has every word that is looked for.
 *
 * @param {Cell[]} row
 * @param {string} asked
 */
export function has(row, asked) {
  const text = row.flatMap((cell) => [cell.text ?? '', cell.unit ?? '', ...(cell.notes ?? [])]).join(' ').toLowerCase()
  return asked.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

/**
 * An address that may be linked to; nothing else becomes a link.
 *
 * @param {string | undefined} url
 * @param {URL} base
 */
export function linkTo(url, base) {
  if (!url || !URL.canParse(url, base)) return undefined
  const made = new URL(url, base)
  return ['https:', 'http:', 'tel:'].includes(made.protocol) ? made.href : undefined
}
