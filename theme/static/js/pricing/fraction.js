/**
 * Exact fractions on big integers, and their rounding to cents. No amount ever passes through a floating-point number.
 */

export const MILLION = 1_000_000n

/** A fraction with a positive denominator; it need not be in lowest terms. */
export class Fraction {
  /**
   * @param {bigint} top
   * @param {bigint} bottom
   */
  constructor(top, bottom = 1n) {
    this.top = bottom < 0n ? -top : top
    this.bottom = bottom < 0n ? -bottom : bottom
  }

  /** @param {Fraction} other */
  plus(other) {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }

  /** @param {Fraction} other */
  minus(other) {
    return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom)
  }

  /** @param {Fraction} other */
  times(other) {
    return new Fraction(this.top * other.top, this.bottom * other.bottom)
  }

  /** @param {Fraction} other not zero */
  over(other) {
    return new Fraction(this.top * other.bottom, this.bottom * other.top)
  }
}

/** @param {number} cents */
export function cents(cents) {
  return new Fraction(BigInt(cents))
}

/** @param {number} number millionths */
export function millionths(number) {
  return new Fraction(BigInt(number), MILLION)
}

/**
 * A percentage as a fraction of one.
 *
 * @param {number} percent millionths of a per cent
 */
export function hundredth(percent) {
  return new Fraction(BigInt(percent), MILLION * 100n)
}

/**
 * The whole number below, also for negative ones.
 *
 * @param {bigint} top
 * @param {bigint} bottom positive
 */
function floored(top, bottom) {
  const quotient = top / bottom
  return top % bottom < 0n ? quotient - 1n : quotient
}

/**
 * A multiple of a step, as a number that holds it exactly.
 *
 * @param {bigint} count
 * @param {number} step
 */
function multiple(count, step) {
  const found = Number(count * BigInt(step))
  if (!Number.isSafeInteger(found)) throw new RangeError(`${count} × ${step} cents are more than can be counted`)
  return found
}

/**
 * The nearest multiple of a step, halves upwards.
 *
 * @param {Fraction} amount
 * @param {number} step cents
 */
export function nearest(amount, step) {
  const bottom = amount.bottom * BigInt(step) * 2n
  return multiple(floored(amount.top * 2n + amount.bottom * BigInt(step), bottom), step)
}

/** @param {Fraction} amount */
export function halfUp(amount) {
  return nearest(amount, 1)
}

/**
 * The next multiple of a step upwards: how a voucher's value is rounded in the client's favour.
 *
 * @param {Fraction} amount
 * @param {number} step cents
 */
export function upTo(amount, step) {
  return multiple(-floored(-amount.top, amount.bottom * BigInt(step)), step)
}

/**
 * The next multiple of a step downwards: how what a client pays is rounded in the client's favour.
 *
 * @param {Fraction} amount
 * @param {number} step cents
 */
export function downTo(amount, step) {
  return multiple(floored(amount.top, amount.bottom * BigInt(step)), step)
}

/**
 * Millionths from a decimal such as '12.5'.
 *
 * @param {string} text
 */
export function readDecimal(text) {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) throw new RangeError(`"${text}" is not a number of units`)
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))
}

/**
 * A number of millionths as a decimal without needless zeros.
 *
 * @param {number} number
 */
export function plain(number) {
  const rest = String(number % 1_000_000).padStart(6, '0').replace(/0+$/, '')
  return `${Math.floor(number / 1_000_000)}${rest && '.'}${rest}`
}
