/**
 * A colour that somebody asks for, as far as it can be read.
 *
 * @typedef {[number, number, number]} Colour  red, green and blue, 0 to 255
 */

/** Contrast that a text needs (WCAG 2.2, 1.4.3). */
export const ENOUGH = 4.5

/**
 * Six hexadecimal digits, with or without a number sign; anything else is no colour.
 *
 * @param {string} text
 * @returns {Colour | undefined}
 */
export function colourOf(text) {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (!found) return undefined
  return [parseInt(found[1], 16), parseInt(found[2], 16), parseInt(found[3], 16)]
}

/** @param {Colour} colour */
export function written(colour) {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/**
 * @param {Colour} one
 * @param {Colour} other
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/**
 * WCAG 2.2, relative luminance.
 *
 * @param {Colour} colour
 */
function luminance(colour) {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * The same hue, mixed with white until it can be read on a dark ground.
 *
 * @param {Colour} colour
 * @param {Colour} ground
 * @returns {Colour}
 */
export function lightened(colour, ground) {
  for (let white = 0; white < 1; white += 0.05) {
    /** @type {Colour} */
    const mixed = [mix(colour[0], white), mix(colour[1], white), mix(colour[2], white)]
    if (contrast(mixed, ground) >= ENOUGH) return mixed
  }
  return [255, 255, 255]
}

/**
 * @param {number} channel
 * @param {number} white
 */
function mix(channel, white) {
  return channel + (255 - channel) * white
}
