/** What must hold for every entry of the property tables. */
import { describe, expect, it } from 'vitest';
import { anonymousStyle, initialStyle } from '../../src/style/index.ts';
import {
  cssNameOf,
  knownCssNames,
  type PropertyName,
  propertyByCssName,
  propertyNames,
  propertyOf,
  shorthandByCssName,
} from '../../src/style/properties/index.ts';
import { styleOf } from './support.ts';

describe('properties', () => {
  it.each(propertyNames)('%s has a source in a standard', (name) => {
    expect(propertyOf(name).spec).toMatch(
      /^(?:css[\w-]*|svg2|compat|compositing-2|filter-effects-[12]|trykklar)#[\w-]+$/,
    );
  });

  it.each(propertyNames)('%s says what it takes', (name) => {
    const { syntax } = propertyOf(name).parse;
    expect(syntax).not.toBe('');
    expect(syntax).not.toContain('undefined');
  });

  it.each(propertyNames)('%s takes `initial` and gives its initial value', (name) => {
    const { style, messages } = styleOf(`color: black; ${cssNameOf(name)}: initial`);
    expect(messages).toEqual([]);
    // Line colours follow `color`, and a block stays a block beside its siblings.
    if (!propertyOf(name).isInitialContextual) expect(style[name]).toEqual(initialStyle()[name]);
  });

  const initials: Readonly<Partial<Record<PropertyName, string>>> = {
    marginTop: '0',
    color: 'device-cmyk(0 0 0 1)',
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    backgroundPositionX: '0%',
    backgroundPositionY: '0%',
    backgroundSize: 'auto auto',
    backgroundRepeat: 'repeat',
    backgroundClip: 'border-box',
    backgroundOrigin: 'padding-box',
    width: 'auto',
    maxWidth: 'none',
    objectPosition: '50% 50%',
    fontFamily: 'serif',
    fontSize: 'medium',
    fontWeight: 'normal',
    fontFeatureSettings: 'normal',
    fontVariantNumeric: 'normal',
    lineHeight: 'normal',
    letterSpacing: 'normal',
    hyphenateLimitChars: 'auto',
    hyphenateLimitLines: 'no-limit',
    hyphenateLimitZone: '0',
    justifyLimits: 'auto',
    textDecorationLine: 'none',
    listStyleType: 'disc',
    content: 'normal',
    counterReset: 'none',
    quotes: 'auto',
    flexGrow: '0',
    flexShrink: '1',
    gridTemplateColumns: 'none',
    gridAutoRows: 'auto',
    gridAutoFlow: 'row',
    gridRowStart: 'auto',
    columnCount: 'auto',
    orphans: '2',
    page: 'auto',
    transform: 'none',
    transformOrigin: '50% 50%',
    fill: 'device-cmyk(0 0 0 1)',
    stroke: 'none',
    strokeWidth: '1px',
    strokeDasharray: 'none',
    opacity: '1',
    zIndex: 'auto',
  };

  it.each(Object.entries(initials))('%s: `%s` is the initial value', (key, text) => {
    const name = key as PropertyName;
    const { style, messages } = styleOf(`${cssNameOf(name)}: ${text}`);
    expect(messages).toEqual([]);
    expect(style[name]).toEqual(initialStyle()[name]);
  });

  it.each(propertyNames)('%s has a name of its own', (name) => {
    expect(propertyByCssName.get(cssNameOf(name))).toBe(name);
    expect(shorthandByCssName.has(cssNameOf(name))).toBe(false);
  });

  it('are all in every style', () => {
    expect(Object.keys(initialStyle()).sort()).toEqual([...propertyNames].sort());
  });
});

describe('shorthands', () => {
  const names = [...shorthandByCssName.keys()];

  it.each(names)('%s stands for properties that exist', (name) => {
    const entry = shorthandByCssName.get(name);
    expect(entry?.longhands.length).toBeGreaterThan(0);
    for (const longhand of entry?.longhands ?? []) expect(propertyNames).toContain(longhand);
    expect(entry?.spec).toMatch(/^(?:css[\w-]*|svg2|compat)#[\w-]+$/);
  });

  it.each(names)('%s takes `inherit` for all of them', (name) => {
    expect(styleOf(`${name}: inherit`).messages).toEqual([]);
  });

  it.each(names)('%s refuses nonsense', (name) => {
    expect(styleOf(`${name}: 1foo`).messages).toHaveLength(1);
  });
});

it('no name is known twice', () => {
  expect(new Set(knownCssNames).size).toBe(knownCssNames.length);
});

describe('an anonymous box', () => {
  it('inherits what is inherited, and is a plain block else', () => {
    const { style } = styleOf('color: red; margin: 5pt; font-size: 20pt; letter-spacing: 1pt');
    const anonymous = anonymousStyle(style);
    expect(anonymous.color).toBe(style.color);
    expect(anonymous.fontSize).toBe(20);
    expect(anonymous.letterSpacing).toBe(1);
    expect(anonymous.marginTop).toEqual({ pt: 0, percent: 0 });
    expect(anonymous.display).toBe('block');
    expect(anonymousStyle(style)).toBe(anonymous);
  });
});
