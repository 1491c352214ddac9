/**
 * A certificate for this machine that lasts a day: browsers speak HTTP/2 only over TLS, and no key should be kept for it.
 */
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const DAY = 24 * 60 * 60 * 1000

/** Types of DER, the notation of certificates. */
const INTEGER = 0x02
const BITS = 0x03
const OCTETS = 0x04
const OID = 0x06
const UTF8 = 0x0c
const TIME = 0x17
const SEQUENCE = 0x30
const SET = 0x31
const DNS_NAME = 0x82
const IP_ADDRESS = 0x87
const VERSION = 0xa0
const EXTENSIONS = 0xa3

const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const COMMON_NAME = [0x55, 0x04, 0x03]
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11]

/**
 * @param {number} type
 * @param {...(Buffer | number[])} parts
 */
function der(type, ...parts) {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([type, ...size]), content])
}

/** @param {number} time */
function moment(time) {
  const digits = new Date(time).toISOString().replace(/\D/g, '')
  return der(TIME, Buffer.from(`${digits.slice(2, 14)}Z`))
}

/** A key and a certificate, both as PEM. */
export function selfSigned() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, der(OID, ECDSA_WITH_SHA256))
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, der(OID, COMMON_NAME), der(UTF8, Buffer.from('localhost')))))
  const names = der(SEQUENCE, der(DNS_NAME, Buffer.from('localhost')), der(IP_ADDRESS, [127, 0, 0, 1]))
  const content = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, [2])),
    der(INTEGER, [1], randomBytes(8)),
    algorithm,
    name,
    der(SEQUENCE, moment(Date.now() - DAY), moment(Date.now() + DAY)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, der(SEQUENCE, der(SEQUENCE, der(OID, ALTERNATIVE_NAMES), der(OCTETS, names)))),
  )
  const signature = createSign('SHA256').update(content).sign(privateKey)
  const certificate = der(SEQUENCE, content, algorithm, der(BITS, [0], signature))
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
