/** color: colour values, printing conditions, conversion of colours and pictures through ICC profiles. */
export * from './color.ts';
