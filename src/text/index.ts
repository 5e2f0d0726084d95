/** text: fonts, shaping, hyphenation and the breaking of paragraphs into lines. Knows nothing of CSS. */
export * from './font.ts';
export * from './types.ts';
