/** The pattern files of `hyphen` come without types; `patterns.ts` names what they hold. */
declare module 'hyphen/patterns/*.js' {
  const patterns: unknown;
  // biome-ignore lint/style/noDefaultExport: the package is made so
  export default patterns;
}
