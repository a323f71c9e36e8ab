/** Markup that is safe to send: made by `html`, so text of people cannot become part of a page unescaped. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For text that stands in the program, never for anything of a request or the database. */
  static ofProgram(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

type Value = Html | string | number | boolean | null | undefined | readonly Html[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

function insert(value: Value): string {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(String).join('');
  return value === null || value === undefined || typeof value === 'boolean' ? '' : escaped(String(value));
}

/** A template whose values are escaped; markup of the same tag and lists of it are inserted as they are; no value, false and true are nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return Html.ofProgram(parts.reduce((markup, part, i) => markup + insert(values[i - 1]) + part));
}
