/** Bytes below the blank that stand in text files: tab, line feed, form feed, carriage return. */
const LAYOUT = new Set([9, 10, 12, 13]);
/** Places of Windows-1252 that hold no character. */
const HOLES = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Finds out while bytes go by whether they are text: UTF-8, or Windows-1252 as older German programs write it. */
export class TextSniffer {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #isWindows1252 = true;

  add(bytes: Uint8Array): void {
    if (this.#isUtf8) this.#decode(bytes);
    if (!this.#isUtf8 && !this.#isWindows1252) return;
    for (const byte of bytes) {
      if ((byte < 32 && !LAYOUT.has(byte)) || byte === 127) {
        this.#isUtf8 = this.#isWindows1252 = false;
        return;
      }
      if (HOLES.has(byte)) this.#isWindows1252 = false;
    }
  }

  /** After the last byte. */
  isText(): boolean {
    if (this.#isUtf8) this.#decode();
    return this.#isUtf8 || this.#isWindows1252;
  }

  #decode(bytes?: Uint8Array): void {
    try {
      this.#decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      this.#isUtf8 = false;
    }
  }
}
