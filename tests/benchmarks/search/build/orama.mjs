/** Build Orama's index: node orama.mjs LIBRARY RECORDS FOLDER */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [library, records, folder] = process.argv.slice(2)
const { create, insertMultiple, save, settings } = await import(pathToFileURL(library).href)

const unique = (values) => [...new Set(values)]
const database = create(settings)
const documents = []
for await (const line of createInterface({ input: createReadStream(records) })) {
  const { name, services, places, text, summary, offers } = JSON.parse(line)
  documents.push({
    ...{ name, services, places, text, summary },
    municipality: unique(offers.flatMap(({ municipalities }) => municipalities)),
    service: unique(offers.map(({ service }) => service)),
    unit: unique(offers.map(({ unit }) => unit)),
    lowest: Math.min(...offers.map(({ cents }) => cents)),
    offers: offers.map(({ words }) => words),
  })
}
await insertMultiple(database, documents, 500)

// In pieces: at 100,000 providers the whole is longer than a string can be.
const file = createWriteStream(join(folder, 'index.json'))
const parts = Object.entries(save(database))
parts.forEach(([name, part], number) => {
  file.write(`${number === 0 ? '{' : ','}${JSON.stringify(name)}:${JSON.stringify(part)}`)
})
file.end('}')
