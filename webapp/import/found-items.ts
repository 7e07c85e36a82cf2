import type {ImportItem} from '../../contract/import.js';

/** Small letters without their accents, so that people need not type them. */
const plain = (text: string, locale: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);

/** Those whose topic has all of the words, in any order, or whose number has the digits. */
export function foundItems(
  items: readonly ImportItem[],
  search: string,
  locale: string,
): readonly ImportItem[] {
  const words = plain(search, locale).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  const digits = search.replace(/[\s-]/g, '');
  const isNumber = /^\d{3,}$/.test(digits);
  return items.filter(({topic, number}) => {
    const name = plain(topic, locale);
    return words.every((word) => name.includes(word)) || (isNumber && number.includes(digits));
  });
}
