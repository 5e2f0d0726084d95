/** Which elements a selector finds: the tree is below, the answers are ids. */
import { describe, expect, it } from 'vitest';
import { element, show, style } from './support.ts';

const root = element(
  'html#html',
  element(
    'body#body',
    element('h1#title.big', 'Title'),
    element(
      'ul#list[lang=en-GB]',
      element('li#one.odd', 'a'),
      element('li#two', element('b#bold', 'b')),
      element('li#three.odd.last', ' '),
    ),
    element('p#lead[data-x=Foo bar][title=da-DK]', element('a#link[href=/x.html]'), 'x'),
    element('p#next', element('i#italic'), element('b#strong', 'y')),
    element('svg|svg#svg', element('svg|linearGradient#gradient')),
  ),
);

function idsOf(selector: string): { ids: string; findings: readonly string[] } {
  const styled = style(`${selector} { letter-spacing: 1pt }`, root);
  const ids: string[] = [];
  const visit = (node: typeof root): void => {
    if (styled.declarationOf(node, 'letterSpacing')) ids.push(node.attributes.get('id') ?? '?');
    for (const child of node.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return { ids: ids.join(' '), findings: styled.findings.map(show) };
}

it(':dir() goes by the markup: the nearest that has a direction, or the first letter', () => {
  const document = element(
    'html',
    element(
      'body#all[dir=rtl]',
      element('p#in', 'x'),
      element('p#set[dir=ltr]', element('bdi#name', '12 \u05d0 x')),
      element('p#auto[dir=auto]', element('bdi', '\u05d0'), '(b)'),
    ),
  );
  const styled = style(':dir(rtl) { letter-spacing: 1pt }', document);
  const found: string[] = [];
  const visit = (node: typeof document): void => {
    if (styled.declarationOf(node, 'letterSpacing')) found.push(node.attributes.get('id') ?? '?');
    for (const child of node.children) if (child.kind === 'element') visit(child);
  };
  visit(document);
  expect(found).toEqual(['all', 'in', 'name', '?']);
});

describe('selectors find', () => {
  it.each<[string, string]>([
    ['li', 'one two three'],
    ['LI', 'one two three'],
    ['.odd', 'one three'],
    ['li.odd.last', 'three'],
    ['#lead', 'lead'],
    ['h1, #lead', 'title lead'],
    ['ul > *', 'one two three'],
    ['body b', 'bold strong'],
    ['body > b', ''],
    ['ul b', 'bold'],
    ['h1 + ul', 'list'],
    ['h1 ~ p', 'lead next'],
    ['h1 + p', ''],
    ['body > ul li:not(.odd) > b', 'bold'],
    [':root', 'html'],
    [':first-child', 'html body title one bold link italic gradient'],
    ['li:last-child', 'three'],
    [':only-child', 'html body bold link gradient'],
    ['li:nth-child(2)', 'two'],
    ['li:nth-child(odd)', 'one three'],
    ['li:nth-child(even)', 'two'],
    ['li:nth-child(-n+2)', 'one two'],
    ['li:nth-child(n+2)', 'two three'],
    ['li:nth-child(3n)', 'three'],
    ['li:nth-child(2n - 1)', 'one three'],
    ['li:nth-last-child(1)', 'three'],
    ['li:nth-child(2 of .odd)', 'three'],
    ['p:nth-of-type(2)', 'next'],
    ['p:first-of-type', 'lead'],
    ['p:last-of-type', 'next'],
    ['b:nth-last-of-type(1)', 'bold strong'],
    ['b:only-of-type', 'bold strong'],
    ['li:empty', 'three'],
    ['[data-x]', 'lead'],
    ['[data-x="Foo bar"]', 'lead'],
    ['[data-x=foo]', ''],
    ['[data-x~=Foo]', 'lead'],
    ['[data-x^=Foo]', 'lead'],
    ['[data-x$=bar]', 'lead'],
    ['[data-x*="o b"]', 'lead'],
    ['[data-x*="O B" i]', 'lead'],
    ['[title|=da]', 'lead'],
    ['[title|=d]', ''],
    [':is(h1, .last)', 'title three'],
    [':where(h1, .last)', 'title three'],
    ['li:not(.odd, .last)', 'two'],
    ['li:has(b)', 'two'],
    ['li:has(> b)', 'two'],
    ['ul:has(> b)', ''],
    ['h1:has(+ ul)', 'title'],
    ['h1:has(~ #next)', 'title'],
    ['body:has(li > b)', 'body'],
    [':lang(en)', 'list one two bold three'],
    ['h1:lang(da)', 'title'],
    [':lang(fr, en-gb) > b', 'bold'],
    [':link', 'link'],
    ['linearGradient', 'gradient'],
    ['lineargradient', ''],
    ['a[href$=".html"]', 'link'],
    ['*|li', 'one two three'],
    ['|li', ''],
    ['[*|title]', 'lead'],
    ['[title=DA-DK]', ''],
    ['[lang=EN-gb]', 'list'],
    ['[lang=EN-gb s]', ''],
    ['li:first-of-type', 'one'],
    ['li:nth-last-of-type(2)', 'two'],
    ['li:nth-last-child(-n+2 of .odd)', 'one three'],
    [':not(html, body, body *)', ''],
    ['body :not(ul *, p *, svg *):not(svg)', 'title list lead next'],
    ['html:has(:is(i, b) + b)', 'html'],
    ['li:has(+ .last)', 'two'],
    ['p:has(~ p > i)', 'lead'],
    ['h1:dir(ltr)', 'title'],
    ['h1:dir(rtl)', ''],
    ['h1:defined', 'title'],
    ['l\\69', 'one two three'],
    ['#\\74 wo', 'two'],
    [':is()', ''],
    ['li:not(:first-child):not(:last-child)', 'two'],
  ])('%s → %s', (selector, ids) => {
    expect(idsOf(selector)).toEqual({ ids, findings: [] });
  });
});

describe('selectors that only a screen answers', () => {
  it.each<[string, string]>([
    ['h1, h1:hover', 'title'],
    ['h1:not(:hover)', 'title'],
    ['h1:hover', ''],
    ['h1::selection', ''],
    [':is(h1:focus, li.last)', 'three'],
  ])('%s → %s, with a warning', (selector, ids) => {
    const found = idsOf(selector);
    expect(found.ids).toBe(ids);
    expect(found.findings.join()).toContain('warning[css/no-effect]');
  });

  it(':has() within :has() is no selector', () => {
    const { ids, findings } = idsOf('body:has(li:has(b))');
    expect(ids).toBe('');
    expect(findings.join()).toContain('unexpected `:has(b)` in a selector');
    expect(idsOf('li:has(b), :is(body:has(:is(p, :has(b))), h1)').ids).toBe('title two');
  });

  it('what is not understood leaves the rest of a forgiving list', () => {
    const { ids, findings } = idsOf(':is(h1, li:frist-child, p::before)');
    expect(ids).toBe('title');
    expect(findings.join()).toContain('did you mean `:first-child`?');
    expect(findings).toHaveLength(2);
  });
});

describe('namespaces', () => {
  it.each<[string, string]>([
    ['@namespace s "http://www.w3.org/2000/svg"; s|* { letter-spacing: 1pt }', 'svg gradient'],
    ['@namespace s url(http://www.w3.org/2000/svg); s|svg { letter-spacing: 1pt }', 'svg'],
    ['@namespace "http://www.w3.org/2000/svg"; svg { letter-spacing: 1pt }', 'svg'],
    ['@namespace "http://www.w3.org/2000/svg"; li { letter-spacing: 1pt }', ''],
    ['@namespace "http://www.w3.org/2000/svg"; *|li { letter-spacing: 1pt }', 'one two three'],
    ['@namespace x "urn:x"; x|li { letter-spacing: 1pt }', ''],
  ])('%s → %s', (css, ids) => {
    const styled = style(css, root);
    const found: string[] = [];
    const visit = (node: typeof root): void => {
      if (styled.declarationOf(node, 'letterSpacing')) found.push(node.attributes.get('id') ?? '?');
      for (const child of node.children) if (child.kind === 'element') visit(child);
    };
    visit(root);
    expect(styled.findings.map(show)).toEqual([]);
    expect(found.join(' ')).toBe(ids);
  });

  it('a prefix that nobody named is told', () => {
    expect(idsOf('s|li').findings.join()).toContain('css/unsupported-selector');
  });
});

describe('states that the markup says', () => {
  const form = element(
    'form',
    element('input#on[checked][type=checkbox]'),
    element('input#off[disabled]'),
    element('input#must[required]'),
    element('option#chosen[selected]'),
    element('details#open[open]'),
    element('p#words'),
  );
  it.each<[string, string]>([
    [':checked', 'on chosen'],
    [':disabled', 'off'],
    ['input:enabled', 'on must'],
    [':required', 'must'],
    [':optional', 'on off'],
    [':open', 'open'],
    ['input:read-write', 'must'],
    ['p:read-only', 'words'],
  ])('%s → %s', (selector, ids) => {
    const styled = style(`${selector} { letter-spacing: 1pt }`, element('html', form));
    const found = form.children.flatMap((child) =>
      child.kind === 'element' && styled.declarationOf(child, 'letterSpacing')
        ? [child.attributes.get('id')]
        : [],
    );
    expect(found.join(' ')).toBe(ids);
  });
});

describe('nested rules', () => {
  it.each<[string, string]>([
    ['ul { li { letter-spacing: 1pt } }', 'one two three'],
    ['ul { > li.odd { letter-spacing: 1pt } }', 'one three'],
    ['li { &.odd { letter-spacing: 1pt } }', 'one three'],
    ['li { & + & { letter-spacing: 1pt } }', 'two three'],
    ['b { ul & { letter-spacing: 1pt } }', 'bold'],
    ['h1, ul { + p { letter-spacing: 1pt } }', 'lead'],
    ['ul { @media press { li { &.last { letter-spacing: 1pt } } } }', 'three'],
    ['li { @media print { letter-spacing: 1pt } }', 'one two three'],
    ['li { @media screen { letter-spacing: 1pt } }', ''],
    ['li { a:hover { } letter-spacing: 1pt }', 'one two three'],
  ])('%s → %s', (css, ids) => {
    const styled = style(css, root);
    const found: string[] = [];
    const visit = (node: typeof root): void => {
      if (styled.declarationOf(node, 'letterSpacing')) found.push(node.attributes.get('id') ?? '?');
      for (const child of node.children) if (child.kind === 'element') visit(child);
    };
    visit(root);
    expect(found.join(' ')).toBe(ids);
  });

  it('declarations after a nested rule come after it', () => {
    const li = element('li');
    const styled = style(
      'li { & { letter-spacing: 1pt } letter-spacing: 2pt }',
      element('html', li),
    );
    expect(styled.styleOf(li).letterSpacing).toBe(2);
  });
});
