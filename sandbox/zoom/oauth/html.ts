const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of a page. What is not made here is not one. */
export class Html {
  constructor(readonly text: string) {}
}

/** The pieces as they are, everything else as text. */
export const html = (parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html =>
  new Html(parts.map((part, index) => part + asHtml(values[index] ?? '')).join(''));

function asHtml(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value !== 'string') return value.map(({text}) => text).join('');
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
