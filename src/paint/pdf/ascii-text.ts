/** ASCII that is written byte by byte: operators that show a book's letters are made of little else. */

const decoder = new TextDecoder('latin1');
const hexDigits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

export class AsciiText {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** Begins anew, in the room there is. */
  clear(): void {
    this.#length = 0;
  }

  write(text: string): void {
    this.#reserve(text.length);
    const length = this.#length;
    for (let at = 0; at < text.length; at++) this.#bytes[length + at] = text.charCodeAt(at);
    this.#length = length + text.length;
  }

  /** Four digits. */
  writeHex(code: number): void {
    this.#reserve(4);
    const length = this.#length;
    this.#bytes[length] = hexDigits[(code >> 12) & 15] ?? 0;
    this.#bytes[length + 1] = hexDigits[(code >> 8) & 15] ?? 0;
    this.#bytes[length + 2] = hexDigits[(code >> 4) & 15] ?? 0;
    this.#bytes[length + 3] = hexDigits[code & 15] ?? 0;
    this.#length = length + 4;
  }

  text(): string {
    return decoder.decode(this.#bytes.subarray(0, this.#length));
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, needed));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
