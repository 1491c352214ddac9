/** How well a word answers that is not the one that was typed, where that one would answer with 1. */

/** Another form that it may be. */
export const VARIANT = 0.85

/** A word that begins with it. */
export const BEGINNING = 0.5

/** A word of its family. */
export const RELATIVE = 0.5

/** A word that holds it. */
export const INSIDE = 0.4

/** From so many letters on, what begins like a word is found by it. */
export const LONG = 5
