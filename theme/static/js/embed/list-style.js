/**
 * How the list looks unless the host says otherwise, by --provider-list-… or ::part(…). What is important here cannot be
 * undone by a host that resets every element.
 */
export const STYLE = `
:host {
  display: block !important;
  visibility: visible !important;
  --accent: var(--provider-list-accent, LinkText);
  --text: var(--provider-list-text, inherit);
  --edge: var(--provider-list-edge, GrayText);
  --ground: var(--provider-list-ground, transparent);
}
:host([hidden]) { display: none !important }
* { box-sizing: border-box }
[part~="list"] {
  background: var(--ground);
  color: var(--text);
  container-type: inline-size;
  font-family: var(--provider-list-font, inherit);
  font-size: var(--provider-list-size, inherit);
  line-height: 1.45;
  overflow-wrap: anywhere;
  text-align: start;
}
[part~="section"] { margin-block-end: 1.5em }
[part~="heading"] { font-size: 1.15em; margin-block: 1em .4em }
[part~="table"] { border-collapse: collapse; font-variant-numeric: tabular-nums; inline-size: 100% }
[part~="caption"] { padding-block: .4em .6em; text-align: start }
[part~="header"], [part~="cell"] {
  border-block-end: 1px solid var(--edge);
  font-weight: inherit;
  padding: .6em .5em;
  text-align: start;
  vertical-align: top;
}
[part~="header"]:first-child, [part~="cell"]:first-child { padding-inline-start: 0 }
[part~="header"] { border-block-end-width: 2px; padding-block: 0 }
[part~="price"], [part~="you-pay"] { text-align: end }
a { color: var(--accent); display: inline-block; min-block-size: 24px }
[part~="link"] { font-weight: 600 }
[part~="phone"] a, a[part~="phone"] { white-space: nowrap }
[part~="unit"], [part~="note"] { display: block; font-size: .9em }
[part~="sort"] {
  background: none;
  border: 0;
  color: var(--accent);
  cursor: pointer;
  font: inherit;
  font-weight: 700;
  min-block-size: 44px;
  padding: 0;
  text-align: inherit;
  text-decoration: underline;
}
[aria-sort="ascending"] [part~="sort"]::after { content: " \\2191" / "" }
[aria-sort="descending"] [part~="sort"]::after { content: " \\2193" / "" }
[part~="field"], [part~="select"] {
  background: Field;
  border: 2px solid var(--edge);
  border-radius: .3em;
  color: FieldText;
  display: block;
  font: inherit;
  inline-size: 100%;
  max-inline-size: 24em;
  min-block-size: 44px;
  padding-inline: .6em;
}
[part~="order"], td > [part~="label"] { display: none }
[part~="status"] { margin-block: .4em; min-block-size: 1.45em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
[hidden] { display: none !important }
@container (max-width: 40rem) {
  [part~="order"] { display: block; margin-block-end: .8em }
  table, caption, tbody, tr, th, td { display: block }
  thead { display: none }
  tr { border-block-start: 2px solid var(--edge); padding-block: .6em }
  [part~="cell"] { border: 0; padding: .3em 0 }
  td { display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between }
  td > [part~="label"] { display: inline }
  [part~="where"] > [part~="label"] { display: none }
  [part~="price"], [part~="you-pay"] { text-align: start }
  td > [part~="value"] > [part~="unit"], td > [part~="value"] > [part~="note"] { display: inline }
}
`
