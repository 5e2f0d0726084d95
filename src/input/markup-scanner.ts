/**
 * Where in HTML the next letter will stand: in content, inside a tag, in a value. A small part of
 * the tokenizer of the HTML standard (§13.2.5), enough to know where words may be printed as
 * markup, where as plain text, and where not at all.
 */

/** `value` is an attribute's in quotes; `title` is text without tags; `style` holds no copy. */
export type Place = 'content' | 'tag' | 'value' | 'unquoted' | 'title' | 'style' | 'comment';

export interface MarkupScanner {
  readonly place: Place;
  feed(text: string): void;
}

const rawElements: Readonly<Record<string, Place>> = {
  title: 'title',
  textarea: 'title',
  style: 'style',
  script: 'style',
};

interface Scan {
  place: Place;
  /** Inside a tag: after `=`, before the value. */
  isAfterEquals: boolean;
  quote: string;
  /** Name of the tag being read, and of the raw element that is open. */
  tag: string;
  raw: string;
  /** What was read last and is still undecided: `<`, `<!-`, `</sty`. */
  pending: string;
}

function enterContent(scan: Scan): void {
  scan.raw = Object.hasOwn(rawElements, scan.tag) ? scan.tag : '';
  scan.place = rawElements[scan.raw] ?? 'content';
  scan.tag = '';
  scan.pending = '';
}

function readContent(scan: Scan, character: string): void {
  if (character === '<') {
    scan.pending = '<';
    return;
  }
  if (scan.pending === '') return;
  scan.pending += character;
  if (scan.raw !== '') {
    const end = `</${scan.raw}`;
    if (!end.startsWith(scan.pending.toLowerCase())) scan.pending = '';
    else if (scan.pending.length === end.length) {
      scan.place = 'tag';
      scan.tag = '/';
      scan.pending = '';
    }
    return;
  }
  if (scan.pending === '<!--') {
    scan.place = 'comment';
    scan.pending = '';
  } else if (!'<!--'.startsWith(scan.pending)) {
    if (/^<[/?!a-z]/i.test(scan.pending)) {
      scan.place = 'tag';
      scan.tag = scan.pending.slice(1).toLowerCase();
      scan.isAfterEquals = false;
      if (character === '>') enterContent(scan);
    }
    scan.pending = '';
  }
}

function readTag(scan: Scan, character: string): void {
  const isSpace = /\s/.test(character);
  if (character === '>') enterContent(scan);
  else if (scan.isAfterEquals && (character === '"' || character === "'")) {
    scan.place = 'value';
    scan.quote = character;
    scan.isAfterEquals = false;
  } else if (character === '=') scan.isAfterEquals = true;
  else if (scan.isAfterEquals && !isSpace) {
    scan.place = 'unquoted';
    scan.isAfterEquals = false;
  } else if (/^\/?[a-z0-9-]*$/.test(scan.tag)) {
    // The name ends at the first space; a sign at its end keeps attributes from joining it.
    scan.tag += isSpace || character === '/' ? ' ' : character.toLowerCase();
  }
}

function readCharacter(scan: Scan, character: string): void {
  switch (scan.place) {
    case 'tag':
      readTag(scan, character);
      return;
    case 'value':
      if (character === scan.quote) scan.place = 'tag';
      return;
    case 'unquoted':
      if (character === '>') enterContent(scan);
      else if (/\s/.test(character)) scan.place = 'tag';
      return;
    case 'comment':
      scan.pending = (scan.pending + character).slice(-3);
      if (scan.pending === '-->') enterContent(scan);
      return;
    default:
      readContent(scan, character);
  }
}

/** A scanner at the beginning of a document. */
export function createMarkupScanner(): MarkupScanner {
  const scan: Scan = {
    place: 'content',
    isAfterEquals: false,
    quote: '',
    tag: '',
    raw: '',
    pending: '',
  };
  return {
    get place(): Place {
      if (scan.place === 'content' && scan.pending === '<') return 'tag';
      return scan.place === 'tag' && scan.isAfterEquals ? 'unquoted' : scan.place;
    },
    feed(text) {
      for (const character of text) readCharacter(scan, character);
    },
  };
}
