/** Default styles of pages in quirks mode (html §15.3.9, §15.3.10, quirks §3). */

const rules = `
table { font-weight: initial; font-style: initial; font-variant: initial; font-size: initial;
  line-height: initial; white-space: initial; text-align: initial }
form { margin-block-end: 1em }
input { box-sizing: border-box }
li { list-style-position: inside }
ul li, ol li, dir li, menu li { list-style-position: outside }
`;

/** What a document's mode adds to the default style sheet. */
export function quirkRules(mode: 'quirks' | 'limited-quirks' | undefined): string {
  return mode === 'quirks' ? rules : '';
}
