import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { type Inline, plainText } from '../../src/input/index.ts';
import { parseInline } from '../../src/input/inline-markup.ts';
import { linkTarget } from '../../src/input/link-address.ts';
import { placeText } from '../../src/input/scalar-text.ts';
import { openProject } from './project.ts';

function parse(text: string, isRich = true) {
  const project = openProject();
  const span = { source: createSource('c.yaml', text), start: 0, end: text.length };
  const scalar = { kind: 'scalar', value: text, text, style: 'plain', span } as const;
  const range = { start: 0, end: text.length };
  const inlines = parseInline(placeText(scalar), range, isRich, project.context.report);
  return { inlines, lines: project.lines(), text };
}

/** `<em>…</em>` and the like; a break is ⏎, a soft hyphen ¬, a no-break space ·. */
function show(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text')
        return inline.text.replace(/\u00AD/g, '¬').replace(/\u00A0/g, '·');
      if (inline.kind === 'break') return '⏎';
      const name = inline.kind === 'link' ? `a ${inline.href}` : inline.kind;
      return `<${name}>${show(inline.children)}</>`;
    })
    .join('');
}

describe('marks', () => {
  it.each([
    ['et *kursivt* ord', 'et <em>kursivt</> ord'],
    ['et **fedt** ord', 'et <strong>fedt</> ord'],
    ['***begge***', '<strong><em>begge</></>'],
    ['**fed *og* mere**', '<strong>fed <em>og</> mere</>'],
    ['*kursiv **og** mere*', '<em>kursiv <strong>og</> mere</>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*ikke\\* \\[x\\] \\~ \\\\', '*ikke* [x] ~ \\'],
    ['950~medlemmer', '950·medlemmer'],
    ['lærer\\-uddannelse', 'lærer¬uddannelse'],
    ['[[Anders Fløjborg]], formand', '<nowrap>Anders Fløjborg</>, formand'],
    ['[[*Anders* Fløjborg]]', '<nowrap><em>Anders</> Fløjborg</>'],
    ['VI STØTTER\\ GOD\\\nLEDELSE\\nNU', 'VI STØTTER⏎GOD⏎LEDELSE⏎NU'],
    ['læs [mere](https://ds.dk/x_y)', 'læs <a https://ds.dk/x_y>mere</>'],
    ['[**fed** tekst](ds.dk)', '<a https://ds.dk><strong>fed</> tekst</>'],
    ['[ds.dk/ledere]()', '<a https://ds.dk/ledere>ds.dk/ledere</>'],
    ['[a@ds.dk]()', '<a mailto:a@ds.dk>a@ds.dk</>'],
    ['se https://ds.dk/x. Så', 'se <a https://ds.dk/x>https://ds.dk/x</>. Så'],
    ['(www.ds.dk)', '(<a https://www.ds.dk>www.ds.dk</>)'],
    ['offentligledelse.dk', 'offentligledelse.dk'],
    ['[redaktørens note]', '[redaktørens note]'],
    [
      'ledere^[Ifølge *DS*, se [siden](ds.dk).] er',
      'ledere<note>Ifølge <em>DS</>, se <a https://ds.dk>siden</>.</> er',
    ],
    ['^[se [[Anders F.]]], [b]^[to]', '<note>se <nowrap>Anders F.</></>, [b]<note>to</>'],
    ['2^3, \\^[x]', '2^3, ^[x]'],
    ['fra C:\\Windows', 'fra C:\\Windows'],
    ['\\', '⏎'],
  ])('%j → %s', (text, expected) => {
    const { inlines, lines } = parse(text);
    expect(show(inlines)).toBe(expected);
    expect(lines).toEqual([]);
  });

  it.each([
    ['et *åbent mærke', 'et *åbent mærke', ['warning input/unclosed-mark c.yaml:1:4 ‹*›']],
    ['**a *b** c', '<strong>a *b</> c', ['warning input/unclosed-mark c.yaml:1:5 ‹*›']],
    ['[[Anders', '[[Anders', ['warning input/unclosed-mark c.yaml:1:1 ‹[[›']],
    [
      '[x](javascript:alert(1))',
      'x)',
      ['error input/link-address c.yaml:1:1 ‹[x](javascript:alert(1)›'],
    ],
    ['[x](JAVA\tSCRIPT:1)', 'x', ['error input/link-address c.yaml:1:1 ‹[x](JAVA\tSCRIPT:1)›']],
    ['se [her (ds.dk)', 'se [her (ds.dk)', ['warning input/unclosed-mark c.yaml:1:4 ‹[›']],
    ['[x](ds.dk', '[x](ds.dk', ['warning input/broken-link c.yaml:1:1 ‹[›']],
    [
      '[x] (https://ds.dk)',
      '[x] (<a https://ds.dk>https://ds.dk</>)',
      ['warning input/broken-link c.yaml:1:1 ‹[›'],
    ],
    ['(ds.dk)[]', '(ds.dk)[]', ['warning input/broken-link c.yaml:1:8 ‹[›']],
    ['[bare ord]()', 'bare ord', ['error input/link-address c.yaml:1:1 ‹[bare ord]()›']],
  ])('%j stays as it is, and is told', (text, expected, reports) => {
    const { inlines, lines } = parse(text);
    expect(show(inlines)).toBe(expected);
    expect(lines).toEqual(reports);
  });

  it('leaves emphasis and links alone in a plain text', () => {
    const { inlines, lines } = parse('*a* [b](c) [[d e]] ~\\-', false);
    expect(show(inlines)).toBe('*a* [b](c) <nowrap>d e</> ·¬');
    expect(lines).toEqual([]);
  });

  it('keeps the place of every word', () => {
    const { inlines, text } = parse('Jeg *hedder* [[Anders ~F]] \\*og [x](ds.dk)');
    const check = (nodes: readonly Inline[]): void => {
      for (const node of nodes) {
        if (node.kind === 'text' && node.span.end - node.span.start === node.text.length) {
          const words = text.slice(node.span.start, node.span.end).replace('~', '\u00A0');
          expect(words).toBe(node.text);
        } else if (node.kind === 'text') expect(node.text).toBe('*');
        else if (node.kind !== 'break') check(node.children);
      }
    };
    check(inlines);
    expect(plainText(inlines)).toBe('Jeg hedder Anders \u00A0F *og x');
  });

  it('takes a hundred thousand marks in time', () => {
    for (const sign of ['*', '**', '[', '[[', '\\', '](', '*a ', '[[a '])
      parse(sign.repeat(100_000 / sign.length));
  });
});

describe('addresses', () => {
  it.each([
    ['https://ds.dk', 'https://ds.dk'],
    ['socialraadgiverne.dk/ledersektionen', 'https://socialraadgiverne.dk/ledersektionen'],
    ['ds.dk:8080/x', 'https://ds.dk:8080/x'],
    ['blåbær.dk', 'https://blåbær.dk'],
    ['tel:+4512345678', 'tel:+4512345678'],
    ['#anker', '#anker'],
    ['javascript:alert(1)', null],
    ['java\nscript:1', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['ord', null],
    ['to ord.dk', null],
    ['', null],
  ])('%s → %s', (given, expected) => {
    expect(linkTarget(given)).toBe(expected);
  });
});
