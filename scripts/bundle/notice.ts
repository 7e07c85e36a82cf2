import type {BundledPackage} from './bundled-package.js';

const rule = '='.repeat(100);

const stated = ({licence}: BundledPackage) => `The package has no licence file; it states: ${licence}\n`;

/**
 * The text of NOTICE.txt: a list of everything inside the bundle that others made, then every licence
 * text once, under the names of all that it belongs to.
 */
export const renderNotice = (version: string, packages: readonly BundledPackage[]): string => {
  const namesByText = new Map<string, string[]>();
  for (const entry of packages) {
    for (const text of entry.texts.length > 0 ? entry.texts : [stated(entry)]) {
      namesByText.set(text, [...(namesByText.get(text) ?? []), `${entry.name} ${entry.version}`]);
    }
  }
  const list = packages.map(({name, version: own, licence}) => `- ${name} ${own} (${licence})`);
  const texts = [...namesByText].map(
    ([text, names]) => `${rule}\n${names.join('\n')}\n${rule}\n\n${text.trimEnd()}\n`,
  );
  return [
    `Zoom for Mattermost ${version} is licensed under the Apache License 2.0 (LICENSE.txt).`,
    'It contains, unchanged except for stripped symbols and removed white space:',
    list.join('\n'),
    ...texts,
  ].join('\n\n');
};
