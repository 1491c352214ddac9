// What the tests call in the browser.
import { keysBy } from '/js/search/key.js'
import { fold, wordsOf } from '/js/search/letters.js'
import { open } from '/js/search/engine.js'
import { EVERYTHING } from '/js/search/query.js'
import { Phrases } from '/js/search/phrase.js'
import { cents } from '/js/amount.js'
import { parametersOf, queryFrom } from '/js/search/state.js'

const engines = new Map()
let ranges = 0
// An index is its address, its files and a day; read piece by piece, or whole where it has such a file.
const opened = ({ address, files, day, whole }) => {
  const name = `${day} ${address} ${whole}`
  if (!engines.has(name)) engines.set(name, openedFrom(address, files, day, whole))
  return engines.get(name)
}
const openedFrom = async (address, files, day, whole) => {
  const fetcher = async (path, { headers = {} } = {}) => {
    if (!(path in files)) return new Response('', { status: 404 })
    if (!path.endsWith('.bin')) return new Response(files[path])
    // Every other host knows no ranges.
    const [from, to] = headers.Range.match(/\d+/g).map(Number)
    const bytes = Uint8Array.from(files[path], (letter) => letter.charCodeAt(0))
    ranges += 1
    return ranges % 2 ? new Response(bytes.slice(from, to + 1), { status: 206 }) : new Response(bytes)
  }
  const engine = await open(address, { day, fetcher })
  if (whole) await engine.fetchWhole()
  return engine
}
const settled = async (result) => ({
  ...result,
  facets: await result.facets,
  guides: await result.guides,
  relaxations: await result.relaxations,
  summaries: await result.summaries,
  snippets: await result.snippets,
})
const wholly = async (engine, query, context = {}) => {
  const first = await engine.search({ ...query, page: 1 }, context)
  const hits = [...first.hits]
  for (let page = 2; page <= first.pages; page += 1) hits.push(...(await engine.search({ ...query, page }, context)).hits)
  return { ...(await settled(first)), hits }
}
// Shares of one person, by what is known of an offer.
const yoursBy = (shares) => shares && ((offer) => shares[nameOf(offer)] ?? null)
const nameOf = ({ voucher, variant, price, unit }) => JSON.stringify([voucher, variant, price, unit])
const each = async (all, answer) => {
  const answers = []
  for (const one of all) answers.push(await answer(one))
  return answers
}
const asked = (address) => queryFrom(new URLSearchParams(address))

window.call = {
  keys: ({ rules, words }) => {
    const { key, variants } = keysBy(rules)
    return words.map((word) => [fold(word), key(fold(word)), variants(fold(word)).join()])
  },
  words: (texts) => texts.map(wordsOf),
  ask: ({ index, addresses }) => each(addresses, async (address) => wholly(await opened(index), asked(address))),
  type: ({ index, typed }) => each(typed, async (text) => wholly(await opened(index), { ...EVERYTHING, text })),
  near: async ({ index, address, ...context }) => wholly(await opened(index), asked(address), context),
  compare: ({ index, addresses, yours = null, sort = 'price' }) => each(addresses, async (address) => {
    const context = { yours: yoursBy(yours) }
    const { hits, total, unit, facets, open } = await wholly(await opened(index), { ...asked(address), sort }, context)
    const share = ({ priced, pay }) => context.yours?.(priced) ?? { ...pay, unit: pay.unit?.key ?? null }
    const cost = (offer) => (sort === 'you-pay' ? share(offer) : { high: offer.price, unit: offer.unit?.key })
    const amount = ({ offers: [offer] }) => {
      const { high, unit: own } = offer ? cost(offer) : { high: null, unit: null }
      return own && own === unit?.key ? high : null
    }
    return { unit: unit?.key ?? null, facets, open, total, prices: hits.map((hit) => [hit.provider.key, amount(hit)]) }
  }),
  notes: async ({ index, words, address, told }) => {
    const query = asked(address)
    const engine = await opened(index)
    return new Phrases(words, engine).notes(query, await engine.search(query), told)
  },
  suggest: async ({ index, typed }) => each(typed, async (text) => (await opened(index)).suggest(text)),
  state: (addresses) => addresses.map((address) => parametersOf(asked(address)).toString()),
  cents: (typed) => typed.map(cents),
  chips: async ({ index, words, address }) => {
    const phrases = new Phrases(words, await opened(index))
    return phrases.chips(asked(address)).map((chip) => [chip.words, parametersOf(chip.without).toString()])
  },
}
document.title = 'ready'
