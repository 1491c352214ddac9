/** Build MiniSearch's index, and a list of providers beside it: node minisearch.mjs LIBRARY RECORDS FOLDER */
import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [library, records, folder] = process.argv.slice(2)
const { MiniSearch, options } = await import(pathToFileURL(library).href)

/** Texts that occur often are written once, and pointed at by place. */
class Texts {
  places = new Map()

  /** @param {string} text */
  place(text) {
    if (!this.places.has(text)) this.places.set(text, this.places.size)
    return this.places.get(text)
  }

  toJSON() {
    return [...this.places.keys()]
  }
}

const index = new MiniSearch(options)
const [services, units, municipalities, areas, words] = Array.from({ length: 5 }, () => new Texts())
const rows = []
for await (const line of createInterface({ input: createReadStream(records) })) {
  const record = JSON.parse(line)
  const { name, summary } = record
  index.add({ id: rows.length, name, services: record.services, places: record.places, text: record.text })
  const offers = record.offers.map((offer) => [
    services.place(offer.service),
    units.place(offer.unit),
    offer.cents,
    areas.place(offer.municipalities.map((key) => municipalities.place(key)).join()),
    words.place(offer.words),
  ])
  rows.push([name, summary, offers])
}
writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
writeFileSync(join(folder, 'providers.json'), JSON.stringify({ services, units, municipalities, areas, words, rows }))
