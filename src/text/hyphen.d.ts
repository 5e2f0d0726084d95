/** The pattern files of `hyphen` come without types; `patterns.ts` names what they hold. */
declare module 'hyphen/patterns/*.js' {
  const patterns: unknown;
  export { patterns as default };
}
