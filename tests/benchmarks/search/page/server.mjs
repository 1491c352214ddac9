/**
 * A folder over HTTP/2 with compression, as hosts do it, that keeps a book of what it sent.
 *
 *     node server.mjs '{"roots": {"/-/": "…", "/": "…"}, "encoding": "gzip"}'
 *
 * It says its port on the first line. After that, every line it reads is answered with the requests since the last one:
 * [{path, status, bytes, marked}], where marked tells that the page had asked for /-/mark before, and bytes are those of
 * the body as it was sent. What stands below /-/ is the harness and is not in the book.
 */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { extname, join, normalize } from 'node:path'
import { createInterface } from 'node:readline'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { selfSigned } from './certificate.mjs'

const HARNESS = '/-/'

/** What hosts compress; everything else is sent as it is. */
const TEXTS = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}
const HEADERS = {
  'cache-control': 'max-age=3600',
  // Without these two a page may not measure its memory.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

const { roots, encoding } = JSON.parse(process.argv[2])
const packed = new Map()
let book = []
let marked = false

/** @param {string} path */
function fileOf(path) {
  const prefix = Object.keys(roots).find((each) => path.startsWith(each))
  const inside = normalize(`/${decodeURIComponent(path.slice(prefix.length))}`)
  return join(roots[prefix], inside.endsWith('/') ? `${inside}index.html` : inside)
}

/** @param {string} file */
function compressed(file) {
  const known = packed.get(file)
  if (known) return known
  const raw = readFileSync(file)
  // The best that takes no minutes: large files are where the highest quality does.
  const quality = { [constants.BROTLI_PARAM_QUALITY]: raw.length > 2_000_000 ? 9 : 11 }
  const made = encoding === 'br' ? brotliCompressSync(raw, { params: quality }) : gzipSync(raw, { level: 9 })
  packed.set(file, made)
  return made
}

/**
 * @param {string | undefined} range
 * @param {number} size
 * @returns {[number, number] | null}
 */
function asked(range, size) {
  const found = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  return found && Number(found[1]) < size ? [Number(found[1]), Math.min(Number(found[2] || size - 1), size - 1)] : null
}

/** @returns {{status: number, headers: object, size: number, send: (response: any) => void}} */
function answer(path, request) {
  const file = fileOf(path)
  const size = statSync(file, { throwIfNoEntry: false })
  if (!size?.isFile()) return { status: 404, headers: {}, size: 0, send: (response) => response.end() }
  const type = TEXTS[extname(file)]
  if (type) {
    const body = compressed(file)
    const headers = { 'content-type': type, 'content-encoding': encoding, 'content-length': body.length }
    return { status: 200, headers, size: body.length, send: (response) => response.end(body) }
  }
  const part = asked(request.headers.range, size.size)
  const [start, end] = part ?? [0, size.size - 1]
  const headers = {
    'content-type': extname(file) === '.wasm' ? 'application/wasm' : 'application/octet-stream',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(part && { 'content-range': `bytes ${start}-${end}/${size.size}` }),
  }
  const send = (response) => (end < start ? response.end() : createReadStream(file, { start, end }).pipe(response))
  return { status: part ? 206 : 200, headers, size: end - start + 1, send }
}

const server = createSecureServer({ ...selfSigned(), allowHTTP1: true }, (request, response) => {
  const path = request.url.split('?')[0]
  if (path === `${HARNESS}mark`) {
    marked = true
    response.writeHead(204, HEADERS).end()
    return
  }
  const { status, headers, size, send } = answer(path, request)
  if (!path.startsWith(HARNESS)) book.push({ path, status, bytes: size, marked })
  response.writeHead(status, { ...HEADERS, ...headers })
  send(response)
})

// Beforehand, so that nobody is measured waiting for it.
readdirSync(roots['/'], { recursive: true })
  .filter((name) => extname(name) in TEXTS)
  .forEach((name) => compressed(join(roots['/'], name)))

server.listen(0, '127.0.0.1', () => console.log(server.address().port))
createInterface({ input: process.stdin })
  .on('line', () => {
    console.log(JSON.stringify(book))
    book = []
    marked = false
  })
  .on('close', () => process.exit(0))
