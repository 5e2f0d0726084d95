/** The package's light entry points, which its published types leave out. */
declare module 'css-tree/selector-parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  const parse: (text: string, options: ParseOptions) => CssNode;

  // biome-ignore lint/style/noDefaultExport: the package's own form.
  export { parse as default };
}

declare module 'css-tree/tokenizer' {
  export function tokenize(
    text: string,
    onToken: (type: number, start: number, end: number) => void,
  ): void;
}

declare module 'css-tree/utils' {
  interface Codec {
    decode(text: string): string;
  }
  export const ident: Codec;
  export const string: Codec;
  export const url: Codec;
}
